"""Bodies that go by a person's name: «Hillary Clinton campaign» is the «Clinton campaign», if there is no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from newsgraph.posts import role_head
from newsgraph.resolve.alone import ELDER_BUSH_ADMINISTRATION
from newsgraph.resolve.clusters import Clusters, Link
from newsgraph.resolve.given_names import known_given_names
from newsgraph.resolve.key import Key, Kind
from newsgraph.resolve.known import Known

SHORTENED = 0.85
HEADS = frozenset({"president", "minister", "premier", "chancellor", "governor", "mayor"})
# What a person has one of at a time.
TAILS = frozenset({"campaign", "administration", "transition", "camp"})
OF_THE_ELDER = frozenset({ELDER_BUSH_ADMINISTRATION, "george hw bush administration"})
CUT_SHORT = {"camp": "campaign", "admin": "administration"}
SHORT_FORM = 2
# Those who ran together for the White House.
TICKETS = (
    "biden harris", "bush cheney", "clinton gore", "clinton kaine", "gore lieberman", "kerry edwards", "mccain palin",
    "obama biden", "romney ryan", "trump pence",
)  # fmt: skip


def link_named_bodies(clusters: Clusters, keys: Iterable[Key], known: Known) -> None:
    """Join the short name of such a body with the one long name that ends in it; with several, with none.

    An administration is that of somebody who is known to have led one: there was no «Hillary Clinton administration».
    """
    bodies = {key for key in keys if key.kind is Kind.ORGANIZATION and not key.within}
    longer: defaultdict[Key, set[Key]] = defaultdict(set)
    for key in bodies:
        words = key.text.split()
        short = key._replace(text=" ".join(words[-SHORT_FORM:]))
        is_long = words[-1] in TAILS and len(words) > SHORT_FORM and words[0] in known_given_names()
        if (
            is_long
            and key.text not in OF_THE_ELDER
            and short in bodies
            and (words[-1] != "administration" or _led_one(words[:-1], known))
        ):
            longer[short].add(key)
    for key in sorted(bodies):
        name, _, tail = key.text.rpartition(" ")
        if tail not in CUT_SHORT:
            continue
        whole = key._replace(text=f"{name} {CUT_SHORT[tail]}")
        if whole in bodies:
            clusters.link(Link(key, whole, SHORTENED, f"short for «{whole.text}»"))
    for names in TICKETS:
        both, whole = (Key(Kind.ORGANIZATION, f"{who} campaign") for who in (names, names.split()[0]))
        if both in bodies and whole in bodies:
            clusters.link(Link(both, whole, SHORTENED, f"the ticket of the «{whole.text}»"))
    for short, found in sorted(longer.items()):
        if len(found) == 1:
            (long,) = found
            clusters.link(Link(short, long, SHORTENED, f"short for «{long.text}», the only one of the name"))


def _led_one(name: Sequence[str], known: Known) -> bool:
    entry = known.person(" ".join(name))
    return entry is not None and role_head(entry.about) in HEADS
