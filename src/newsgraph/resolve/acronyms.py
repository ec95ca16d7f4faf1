"""Acronyms that no list knows: tied to the one long form that articles explain or whose initials they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsgraph.model import EntityType
from newsgraph.resolve.clusters import Clusters, Link
from newsgraph.resolve.company import Company
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.key import Key, Kind
from newsgraph.resolve.keys import Keys, dominates
from newsgraph.spelling import initials, is_acronym

EXPLAINED = 0.95
BY_INITIALS = 0.8
UNSURE = 0.4
# Shorter acronyms have too many readings; this long, initials alone will do.
SHORTEST = 3
LONG_ENOUGH = 4
# A body of this weight is meant by its acronym, whatever an unknown body in the article begins with.
FAMOUS = 1000
# What so many articles explain is known by its acronym alone.
WELL_EXPLAINED = 5


def _letters(acronym: str) -> str:
    return "".join(letter for letter in acronym if letter.isalpha())


def _explained(records: Sequence[Record], keys: Keys) -> dict[str, Counter[Key]]:
    """Acronym -> the long forms that articles tie to it, with the number of articles that do."""
    articles: defaultdict[tuple[str, Key], set[str]] = defaultdict(set)
    for record in records:
        key = keys.by_chain[record.chain_id]
        if key.kind is not Kind.ORGANIZATION or key.within or is_acronym(record.name):
            continue
        for surface in record.surfaces:
            if keys.known.is_bare_acronym(surface) and initials(record.name).startswith(_letters(surface)[0]):
                articles[_letters(surface), key].add(record.article_id)
    found: defaultdict[str, Counter[Key]] = defaultdict(Counter)
    for (acronym, key), ids in articles.items():
        found[acronym][key] = len(ids)
    return found


def _by_initials(records: Sequence[Record], keys: Keys) -> dict[str, dict[Key, set[str]]]:
    """Initials -> the names that have them, with the articles of each: «AHCA» is an association and a law."""
    found: defaultdict[str, dict[Key, set[str]]] = defaultdict(dict)
    named = {key for key in keys.by_chain.values() if key.kind in (Kind.ORGANIZATION, Kind.LAW) and not key.within}
    acronyms = {key: _known_acronyms(key, keys) for key in named}
    articles: defaultdict[tuple[Key, str], set[str]] = defaultdict(set)
    for record in records:
        key = keys.by_chain[record.chain_id]
        if key in named:
            articles[key, record.name].add(record.article_id)
    for (key, name), where in articles.items():
        for letters in {initials(name), *acronyms[key]} if not is_acronym(name) else ():
            if len(letters) >= SHORTEST:
                found[letters].setdefault(key, set()).update(where)
    return found


def _known_acronyms(key: Key, keys: Keys) -> set[str]:
    """What a known body goes by for short: «AFP» is no initials of «Americans for Prosperity»."""
    body = keys.known.body(key.text)
    return {_letters(name) for name in body.names if is_acronym(name)} if body is not None else set()


def _spelled_out(record: Record, by_initials: dict[str, dict[Key, set[str]]]) -> Key | None:
    """The one name in the article of an acronym whose initials it is."""
    namesakes = by_initials.get(_letters(record.name), {})
    found = [long_form for long_form, articles in namesakes.items() if record.article_id in articles]
    return found[0] if len(found) == 1 else None


def _has_its_own(long_form: Key, acronym: str, keys: Keys) -> bool:
    """«US Postal Service» is known, and goes by another acronym than «UPS»; «GOP» and «CNN» stand for no joke."""
    acronyms = _known_acronyms(long_form, keys)
    if acronyms:
        return _letters(acronym) not in acronyms
    meant = keys.known.body(acronym)
    if meant is None:
        return False
    is_joke = meant.weight >= FAMOUS and keys.known.body(long_form.text) is None  # «Federal Bureau of Immunity»
    return is_joke or meant.type in (EntityType.NEWS_OUTLET, EntityType.POLITICAL_PARTY)


def _take_as_spelled_out(records: Sequence[Record], keys: Keys, by_initials: dict[str, dict[Key, set[str]]]) -> None:
    """«BLM» in an article on the Bureau of Land Management, which does not name Black Lives Matter in full."""
    # «the Federal Bureau Investigation» beside «FBI»: a word was left out of what is known.
    shortened: dict[Key, Key] = {}
    for record in records:
        key = keys.by_chain[record.chain_id]
        if key.kind is not Kind.ORGANIZATION or not is_acronym(record.name) or keys.known.is_bare_acronym(record.name):
            continue
        spelled_out = _spelled_out(record, by_initials)
        if spelled_out is None or spelled_out == key:
            continue
        if set(spelled_out.text.split()) < set(key.text.split()):
            shortened[spelled_out] = key
        elif not _has_its_own(spelled_out, record.name, keys):
            keys.by_chain[record.chain_id] = spelled_out
    for chain_id, key in keys.by_chain.items():
        if key in shortened:
            keys.by_chain[chain_id] = shortened[key]


def _acronym_keys(records: Sequence[Record], keys: Keys) -> dict[Key, tuple[str, set[str]]]:
    """The keys of unknown acronyms, with their letters and articles."""
    found: dict[Key, tuple[str, set[str]]] = {}
    for record in records:
        key = keys.by_chain[record.chain_id]
        if key.kind is Kind.ORGANIZATION and not key.within and keys.known.is_bare_acronym(record.name):
            found.setdefault(key, (_letters(record.name), set()))[1].add(record.article_id)
    return found


def _choose(
    acronym: str, articles: set[str], explained: Counter[Key], namesakes: dict[Key, set[str]]
) -> tuple[Key, float, str] | None:
    """The long form of an acronym, how sure, and why; ``None``: cannot say."""
    if explained:
        usual = dominates({key.text: count for key, count in explained.items()})
        only = len(explained.keys() | namesakes.keys()) == 1
        for key in sorted(explained):
            if only or key.text == usual:
                return key, EXPLAINED, f"articles explain «{acronym}» as «{key.text}»"
        return None
    if len(namesakes) == 1 and len(acronym) >= SHORTEST:
        ((key, seen),) = namesakes.items()
        if len(acronym) >= LONG_ENOUGH or 2 * len(seen & articles) >= len(articles):
            return key, BY_INITIALS, f"«{acronym}» are the initials of «{key.text}», and of no other name"
    return None


def choose_long_forms(records: Sequence[Record], keys: Keys, company: Company) -> list[Link]:
    """Links from unknown acronyms to their long forms; those that are not sure enough score less than 0.5.

    An acronym that may stand for several is confined to its article, as is one in an article that has nothing in common
    with those on the long form («HVAC» where no veterans are near); a short one that no article explains, to those that
    have something in common; and one that an article spells out is what it spells there, whatever else is known by it:
    changes ``keys``.
    """
    explained = _explained(records, keys)
    by_initials = _by_initials(records, keys)
    _take_as_spelled_out(records, keys, by_initials)
    links: list[Link] = []
    torn: set[Key] = set()
    unexplained: set[Key] = set()
    at_home: dict[Key, Neighbourhood] = {}
    for key, (acronym, articles) in sorted(_acronym_keys(records, keys).items()):
        known = explained.get(acronym, Counter())
        namesakes = by_initials.get(acronym, {})
        if chosen := _choose(acronym, articles, known, namesakes):
            long_form, score, reason = chosen
            links.append(Link(key, long_form, score, reason))
            if known[long_form] < WELL_EXPLAINED:
                at_home[key] = _neighbourhood(key, long_form, namesakes.get(long_form, set()), company)
        elif len(known.keys() | namesakes.keys()) > 1:
            torn.add(key)
        elif namesakes:
            links += [Link(key, long_form, UNSURE, f"«{acronym}» may stand for it") for long_form in namesakes]
        elif len(acronym) < LONG_ENOUGH:
            unexplained.add(key)
    _part_by_company(records, keys, company, unexplained)
    for record in records:
        key = keys.by_chain[record.chain_id]
        if key in torn or (key in at_home and not at_home[key].holds(record.article_id, company)):
            own = _spelled_out(record, by_initials)
            keys.by_chain[record.chain_id] = own or key._replace(within=record.article_id)
    return links


def _part_by_company(records: Sequence[Record], keys: Keys, company: Company, unexplained: AbstractSet[Key]) -> None:
    """«ISO» is one in articles of one affair or with a telling name in common, and else another: changes ``keys``."""
    found: defaultdict[Key, list[Record]] = defaultdict(list)
    for record in records:
        key = keys.by_chain[record.chain_id]
        if key in unexplained:
            found[key].append(record)
    for key, members in found.items():
        if not all(is_acronym(record.name) for record in members):
            continue  # «FOX», a headline's «Fox»
        groups: list[tuple[set[Hashable], list[Record]]] = []
        for record in members:
            ties: set[Hashable] = {company.affair(record.article_id), *company.beside(record.article_id, key)}
            own = [group for group in groups if not ties.isdisjoint(group[0])]
            rest = [group for group in groups if ties.isdisjoint(group[0])]
            groups = [*rest, (ties.union(*(group[0] for group in own)), [*(r for _, rs in own for r in rs), record])]
        for _, group in groups if len(groups) > 1 else ():
            within = min(group, key=lambda record: record.place_in_time).chain_id
            keys.by_chain.update((record.chain_id, key._replace(within=within)) for record in group)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The affairs of the articles that name a body in full, and the telling names beside it."""

    affairs: AbstractSet[str]
    names: AbstractSet[Key]

    def holds(self, article_id: str, company: Company) -> bool:
        """Whether an article tells of one of these affairs, or has a name in common with them."""
        return company.affair(article_id) in self.affairs or not self.names.isdisjoint(company.beside(article_id))


def _neighbourhood(acronym: Key, long_form: Key, articles: AbstractSet[str], company: Company) -> Neighbourhood:
    affairs = frozenset(map(company.affair, articles))
    return Neighbourhood(affairs, company.of_all(articles, acronym, long_form))


def link_acronyms(links: Sequence[Link], clusters: Clusters) -> None:
    """Carry the sure choices out, except for acronyms that people have tied to something already."""
    for link in links:
        if link.score <= UNSURE:
            clusters.doubts.append(link)
        elif len(clusters.keys(link.left)) == 1:
            clusters.link(link)
