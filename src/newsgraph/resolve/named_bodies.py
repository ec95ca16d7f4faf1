"""Bodies that go by a person's name: «Hillary Clinton campaign» is the «Clinton campaign», if there is no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsgraph.resolve.clusters import Clusters, Link
from newsgraph.resolve.given_names import known_given_names
from newsgraph.resolve.keys import Key
from newsgraph.resolve.kinds import Kind

SHORTENED = 0.85
# What a person has one of at a time.
TAILS = frozenset({"campaign", "administration", "transition", "camp"})
SHORT_FORM = 2


def link_named_bodies(clusters: Clusters, keys: Iterable[Key]) -> None:
    """Join the short name of such a body with the one long name that ends in it; with several, with none."""
    bodies = {key for key in keys if key.kind is Kind.ORGANIZATION and not key.within}
    longer: defaultdict[Key, set[Key]] = defaultdict(set)
    for key in bodies:
        words = key.text.split()
        short = key._replace(text=" ".join(words[-SHORT_FORM:]))
        if words[-1] in TAILS and len(words) > SHORT_FORM and words[0] in known_given_names() and short in bodies:
            longer[short].add(key)
    for key in sorted(bodies):
        campaign = key._replace(text=f"{key.text}aign")
        if key.text.endswith(" camp") and campaign in bodies:
            clusters.link(Link(key, campaign, SHORTENED, f"short for «{campaign.text}»"))
    for short, found in sorted(longer.items()):
        if len(found) == 1:
            (long,) = found
            clusters.link(Link(short, long, SHORTENED, f"short for «{long.text}», the only one of the name"))
