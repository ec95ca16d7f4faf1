"""Which name of a body is short for which: «Dow» for «Dow Chemical», but «Senate» for no committee of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from newsgraph.extract.lexicons import demonym_countries, known_names, us_states
from newsgraph.model import KINDS_OF_PLACE, EntityType

SMALL_WORDS = frozenset({"the", "a", "an", "of", "for", "and", "in", "'s"})
# Bodies by themselves, whatever longer names begin or end in them.
WHOLE = frozenset(
    {
        "Senate", "House", "Congress", "Court", "Parliament", "State", "Department", "Committee", "Commission",
        "Council", "Party", "White", "Supreme", "Federal", "National", "American", "United", "New", "North",
        "South", "East", "West", "International", "Democratic", "Republican", "Pentagon", "Treasury", "Army",
        "Navy", "Justice", "Fox", "Washington", "Latino", "Latina", "Hispanic", "African", "Asian", "Black", "Jewish",
        "Christian", "Catholic", "Independent", "Muslim", "Evangelical", "Arab", "European", "Pro", "Windows",
        "Android", "Mac",
    }
)  # fmt: skip
ARMED_FORCES = frozenset({"Air Force", "Coast Guard", "Marine Corps", "National Guard"})
# What these may be short for; «Fox» elsewhere is the network, the studio, or one of its stations.
STANDS_FOR = {
    "Fox": ("Fox News", "Fox News Channel"), "State": ("Department of State", "State Department"), "White House": (),
    "Roe": ("Roe v. Wade", "Roe vs. Wade"),
}  # fmt: skip
# Last words by which newspapers go.
LAST_WORDS = frozenset(
    {
        "Chronicle", "Examiner", "Gazette", "Globe", "Guardian", "Herald", "Inquirer", "Journal", "Mail", "Mirror",
        "Observer", "Post", "Register", "Star", "Sun", "Telegraph", "Times", "Tribune",
    }
)  # fmt: skip
# What is left when such a last word is dropped is somebody or something else.
HEADS = frozenset(
    {
        "committee", "subcommittee", "campaign", "administration", "transition", "team", "camp", "family",
        "democrats", "republicans", "gop", "caucus", "court", "ministry", "embassy", "leadership", "majority",
        "minority", "leaders", "staff", "school", "playbook", "magazine", "generation", "council", "assembly", "glass",
        "search", "messenger", "watch", "nightly", "policy", "act", "bill", "europe", "fund",
        "probe", "scandal", "hack", "hacks", "breach", "deal", "merger", "leak", "leaks",
        "fleet", "division", "brigade", "battalion", "regiment", "squadron", "command",
        "operations", "browser", "cloud", "core", "docs", "labs", "os", "server", "store", "web",
    }
)  # fmt: skip
# What may be left out of the name of a company that is known without: «Microsoft» for no «Microsoft Edge».
FORMS = frozenset(
    {
        "ag", "co", "company", "computer", "corp", "corporation", "group", "holdings", "inc", "international", "llc",
        "ltd", "motor", "motors", "plc", "systems", "technologies", "&",
    }
)  # fmt: skip

# «University of California» for no University of *Southern* California.
COMPASS = frozenset(
    {"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Northeastern", "Northwestern",
     "Southeastern", "Southwestern"}
)  # fmt: skip
# States whose names mean other things as often, but not where they are left out.
OTHER_STATES = frozenset({"Georgia", "New York"})
OF_THE_STATES = frozenset({"U.S.", "US", "United", "States", "American"})


def may_shorten(short: str, long: str, people: Collection[str]) -> bool:
    """Whether a name may stand for a longer one; ``people`` are the last names of the persons in the article."""
    own, words = _telling(short), _telling(long)
    if not own or len(own) >= len(words) or long.startswith(f"{short} in ") or short in ARMED_FORCES:
        return False  # «al Qaeda in the Arabian Peninsula» is a branch
    initials = "".join(word[0] for word in words if word[0].isupper())
    is_acronym = short.isupper() and short.replace(".", "") == initials
    if is_acronym or short in STANDS_FOR:
        is_known_otherwise = (
            short in known_names() and long not in known_names()
        )  # «GOP»: no Growth and Opportunity Project
        return long in STANDS_FOR.get(short, ()) or (is_acronym and not is_known_otherwise)
    # «Business» for no Federation of Independent Business, «Education» for no National Education Association, «Syrian»
    # for no Syrian Democratic Forces
    stands_for_none = {*WHOLE, *people, *_behind_preposition(long), *words[1:-1]}
    if not _stand_in_order(own, words) or (
        len(own) == 1 and (own[0] in stands_for_none or own[0] in demonym_countries())
    ):
        return False
    left_out = [word for word in words if word not in own]
    places = [*left_out, *map(" ".join, pairwise(left_out)), *(own if len(own) == 1 else ())]
    if any(map(_is_place, places)) or not COMPASS.isdisjoint(left_out):
        return False  # «Fed» for no «Atlanta Fed» or «New York Fed», «Washington» for no Post
    if short.replace(".", "").isupper():
        return OF_THE_STATES.issuperset(left_out)  # «CNN Health» is a part of CNN
    rest = {word.lower().strip(".") for word in left_out}
    is_known = known_names().get(short) is EntityType.COMPANY and long not in known_names()
    return rest <= FORMS if is_known else rest.isdisjoint(HEADS)


def _is_place(word: str) -> bool:
    is_known = word in us_states() or word in OTHER_STATES or known_names().get(word) in KINDS_OF_PLACE
    return is_known and word not in OF_THE_STATES


def _stand_in_order(own: Sequence[str], words: Sequence[str]) -> bool:
    """«Republican National Committee» is not short for the National Republican Congressional Committee."""
    rest = iter(words)
    return all(word in rest for word in own)


def _behind_preposition(name: str) -> list[str]:
    words = name.split()
    first = next((i for i, word in enumerate(words) if word in ("of", "for", "on", "in", "against")), len(words))
    return words[first:]


def _telling(name: str) -> list[str]:
    return [word for word in name.split() if word.lower() not in SMALL_WORDS]
