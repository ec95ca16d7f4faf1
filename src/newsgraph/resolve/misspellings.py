"""Names that are a slip of the pen beside a far more frequent one: «Vladmir Putin», «Republican National Commitee»."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import combinations, product

from rapidfuzz.distance import DamerauLevenshtein

from newsgraph.resolve.clusters import Clusters, Link
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.full_names import Facts, names_agree
from newsgraph.resolve.given_names import known_given_names
from newsgraph.resolve.key import Key, Kind
from newsgraph.resolve.keys import Keys
from newsgraph.resolve.people import PersonName, has_common_family

# The right spelling is in so many times as many articles, the wrong one in no more than so many.
FREQUENT = 20
RARE = 10
# A family name of so many letters is hardly two people's that differ by a slip.
LONG_FAMILY = 8
FAR_OFTENER = 50
# Somebody known is in so many times as many articles as the slip.
KNOWN_OFTENER = 3
# A family name that so many bear is no slip.
OWN_FAMILY = 3
MISSPELT = 0.8
LIKELY = 0.5
# A word of so many letters may differ by one letter, of so many more by two.
ONE_SLIP, TWO_SLIPS = 4, 7
# Words of bodies are told apart by less («Northern», «Southern»): they have to be longer.
BODY_WORD = 6

# (family name, empty) or (empty, given name) -> the full names that share it.
Blocks = Sequence[tuple[tuple[str, str], list[Key]]]


def link_misspellings(clusters: Clusters, records: Sequence[Record], keys: Keys, facts: Facts) -> None:
    """Join rare names with the frequent one that they misspell; where more speaks for two people, people are asked."""
    articles = _articles(records, keys)
    blocks = _blocks(keys, articles)
    people = [
        *_of_people(blocks, keys, articles, facts),
        *_of_known(blocks, keys, articles, facts),
        *_in_affairs(keys, articles, facts),
    ]
    for link in sorted([*people, *_of_bodies(articles)], key=lambda link: (str(link.left), str(link.right))):
        if link.score > LIKELY and _agrees_when_corrected(link, clusters, keys):
            clusters.link(link)
        else:
            clusters.doubts.append(replace(link, score=LIKELY))


def _agrees_when_corrected(link: Link, clusters: Clusters, keys: Keys) -> bool:
    """Whether the name, spelled right, goes with all full names of the other: «Geogre W. Bush» is not his father."""
    wrong, right = link.left, link.right
    if not (isinstance(wrong, Key) and isinstance(right, Key) and wrong in keys.people):
        return True
    given, family = keys.people[right].given, keys.people[right].family
    corrected = replace(keys.people[wrong], given=given, family=family)
    return names_agree(clusters, link, ChainMap({wrong: corrected}, keys.people), keys.known)


def _articles(records: Sequence[Record], keys: Keys) -> dict[Key, set[str]]:
    articles: defaultdict[Key, set[str]] = defaultdict(set)
    for record in records:
        key = keys.by_chain[record.chain_id]
        if not key.within:
            articles[key].add(record.article_id)
    return articles


def _blocks(keys: Keys, articles: Mapping[Key, AbstractSet[str]]) -> Blocks:
    """The full names of each family name, and of each given name, where there are two or more."""
    blocks: defaultdict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, name in sorted(keys.people.items()):
        if name.is_full and key in articles:
            blocks[name.family, ""].append(key)
            blocks["", name.given].append(key)
    return sorted((shared, block) for shared, block in blocks.items() if len(block) > 1)


def _differ_by_slip(wrong: PersonName, right: PersonName, *, in_given: bool) -> bool:
    return _is_slip(wrong.given, right.given) if in_given else _is_slip(wrong.family, right.family)


def _of_people(blocks: Blocks, keys: Keys, articles: Mapping[Key, AbstractSet[str]], facts: Facts) -> Iterator[Link]:
    for (family, given), block in blocks:
        for rare, frequent in _pairs(block, articles):
            wrong, right = keys.people[rare], keys.people[frequent]
            if not _differ_by_slip(wrong, right, in_given=bool(family)):
                continue
            is_another = keys.known.person(f"{wrong.given} {wrong.family}") is not None
            if not is_another and not _are_told_apart(keys, facts, rare, frequent):
                far_oftener = len(articles[frequent]) >= FAR_OFTENER * len(articles[rare])
                in_given = bool(family) and (_is_no_name(wrong) or far_oftener) and not has_common_family(right)
                in_family = bool(given) and len(right.family) >= LONG_FAMILY
                sure = in_given or in_family or facts.shared(rare, frequent) is not None
                score = MISSPELT if sure else LIKELY
                yield Link(rare, frequent, score, f"misspelt for «{right.full_key}»")


def _of_known(blocks: Blocks, keys: Keys, articles: Mapping[Key, AbstractSet[str]], facts: Facts) -> Iterator[Link]:
    """«Sen. Kristen Gillibrand», «Mark Meadow»: letters away from somebody who is known, in the same company.

    «Gary Cohen» is not Gary Cohn: many are called Cohen.
    """
    bearers = {family: len(block) for (family, _), block in blocks if family}
    for (family, _), block in blocks:
        known = [key for key in block if keys.known.person(key.text)]
        unknown = [key for key in block if key not in known and not has_common_family(keys.people[key])]
        for right, wrong in product(known, unknown):
            if (
                len(articles[right]) >= KNOWN_OFTENER * len(articles[wrong])
                and _differ_by_slip(keys.people[wrong], keys.people[right], in_given=bool(family))
                and (family or bearers.get(keys.people[wrong].family, 1) < OWN_FAMILY)
                and (not family or _is_no_name(keys.people[wrong]) or articles[right].isdisjoint(articles[wrong]))
                and not _are_told_apart(keys, facts, wrong, right)
                and facts.shared(wrong, right) is not None
            ):
                yield Link(wrong, right, MISSPELT, f"misspelt for «{right.text}», who is known, in the same company")


def _in_affairs(keys: Keys, articles: Mapping[Key, AbstractSet[str]], facts: Facts) -> Iterator[Link]:
    """«Duncan Rait» and «Duncan Raite» in reports of one affair that none of them names both; however rare they are."""
    blocks: defaultdict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, name in sorted(keys.people.items()):
        if name.is_full and key in articles:
            for affair in sorted({facts.company.affair(article_id) for article_id in articles[key]}):
                blocks[affair, name.given].append(key)
    for _, block in sorted(blocks.items()):
        for one, other in combinations(block, 2):
            rare, frequent = sorted((one, other), key=lambda key: (len(articles[key]), key))
            wrong, right = keys.people[rare], keys.people[frequent]
            if (
                articles[rare].isdisjoint(articles[frequent])
                and _is_slip(wrong.family, right.family, most=1)
                and not _are_told_apart(keys, facts, rare, frequent)
            ):
                yield Link(rare, frequent, MISSPELT, f"in one affair, misspelt for «{right.full_key}»")


def _are_told_apart(keys: Keys, facts: Facts, rare: Key, frequent: Key) -> bool:
    """Also by their posts, and by number: «the Trayvon Martins of this country»."""
    wrong, right = keys.people[rare], keys.people[frequent]
    is_another = wrong.suffix != right.suffix or wrong.family == f"{right.family}s"
    return is_another or facts.differ_in_gender(rare, frequent) or facts.differ_in_posts(rare, frequent)


def _is_no_name(name: PersonName) -> bool:
    return name.given not in known_given_names()


def _of_bodies(articles: Mapping[Key, AbstractSet[str]]) -> Iterator[Link]:
    blocks: defaultdict[tuple[int, str], list[Key]] = defaultdict(list)
    for key in articles:
        words = key.text.split()
        if key.kind is Kind.ORGANIZATION and len(words) > 1:
            for place in range(len(words)):
                blocks[len(words), " ".join([*words[:place], "*", *words[place + 1 :]])].append(key)
    for (_, pattern), block in sorted(blocks.items()):
        place = pattern.split().index("*")
        for rare, frequent in _pairs(sorted(block), articles):
            wrong, right = rare.text.split()[place], frequent.text.split()[place]
            if min(len(wrong), len(right)) >= BODY_WORD and _is_slip(wrong, right, most=1):
                yield Link(rare, frequent, MISSPELT, f"misspelt for «{frequent.text}»")


def _pairs(block: Sequence[Key], articles: Mapping[Key, AbstractSet[str]]) -> Iterator[tuple[Key, Key]]:
    """The rare names of a block, each with the frequent ones; not so rare ones with those that are far oftener."""
    times = {key: len(articles[key]) for key in block}
    for frequent in block:
        for key in block if times[frequent] >= FREQUENT else ():
            factor = FREQUENT if times[key] <= RARE else FAR_OFTENER
            if key != frequent and times[frequent] >= factor * times[key]:
                yield key, frequent


def _is_slip(wrong: str, right: str, *, most: int = 2) -> bool:
    if wrong[0] != right[0] or min(len(wrong), len(right)) < ONE_SLIP or not (wrong + right).isalpha():
        return False
    allowed = min(most, 2 if min(len(wrong), len(right)) >= TWO_SLIPS else 1)
    return 0 < DamerauLevenshtein.distance(wrong, right, score_cutoff=allowed) <= allowed
