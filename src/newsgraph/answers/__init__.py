"""Answers for investigators: each with the sentence, the outlet and the day behind every step."""

from newsgraph.answers.changes import Changes, find_changes
from newsgraph.answers.claims import Claim, Contradiction, find_claims, find_contradictions
from newsgraph.answers.mentions import FirstMention, find_first_mentions
from newsgraph.answers.paths import Path, Step, find_paths
from newsgraph.answers.ranking import Community, Ranked, Tie, find_communities, rank
from newsgraph.answers.timeline import Moment, find_new, read_timeline
from newsgraph.answers.told import Told

__all__ = [
    "Changes",
    "Claim",
    "Community",
    "Contradiction",
    "FirstMention",
    "Moment",
    "Path",
    "Ranked",
    "Step",
    "Tie",
    "Told",
    "find_changes",
    "find_claims",
    "find_communities",
    "find_contradictions",
    "find_first_mentions",
    "find_new",
    "find_paths",
    "rank",
    "read_timeline",
]
