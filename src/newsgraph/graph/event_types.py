"""What can happen: the 26 event types, each with the label that a reader sees."""

from __future__ import annotations

EVENT_TYPES: dict[str, str] = {
    "Meeting": "meeting",
    "PhoneCallOrMessage": "phone call or message",
    "VisitOrTravel": "visit or travel",
    "Agreement": "agreement",
    "Endorsement": "endorsement",
    "AidOrDonation": "aid or donation",
    "Accusation": "accusation",
    "Investigation": "investigation",
    "DenialOrRejection": "denial or rejection",
    "DemandOrRequest": "demand or request",
    "ThreatOrWarning": "threat or warning",
    "SanctionOrExpulsion": "sanction or expulsion",
    "Protest": "protest",
    "Attack": "attack",
    "MilitaryMove": "military move",
    "CeasefireWithdrawalRelease": "ceasefire, withdrawal or release",
    "ArrestOrDetention": "arrest or detention",
    "ChargeOrLawsuit": "charge or lawsuit",
    "TrialOrVerdict": "trial or verdict",
    "ElectionOrVote": "election or vote",
    "Appointment": "appointment",
    "ResignationOrDismissal": "resignation or dismissal",
    "LawOrPolicyDecision": "law or policy decision",
    "BusinessDeal": "business deal",
    "DeathOrInjury": "death or injury",
    "DisasterOrAccident": "disaster or accident",
}
