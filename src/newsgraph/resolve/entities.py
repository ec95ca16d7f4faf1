"""From clusters to entities: the name that is shown, the type, the aliases, the id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsgraph import ids
from newsgraph.model import Entity, EntityType
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.key import Key, Kind, kind_of
from newsgraph.resolve.keys import Keys
from newsgraph.resolve.kinds import choose_type
from newsgraph.resolve.known import fullest_name
from newsgraph.resolve.people import parse_person, strip_titles
from newsgraph.spelling import is_acronym

# A body is shown by its acronym when so many times more articles use that than any long form: «CNN».
ACRONYM_SHOWN = 4
# The seed would say so: the Family Research Council governs nothing, Americans for Prosperity («AFP») is no outlet.
_NOT_BY_CHANCE = (EntityType.GOVERNMENT_BODY, EntityType.NEWS_OUTLET)


@dataclass(frozen=True, slots=True)
class Draft:
    """An entity but for its id. ``stems`` are the spellings that may name it, the shortest first.

    ``is_known``: the knowledge base has a person of this name, who goes by the shortest before all namesakes.
    ``first`` is the day and the chain in which articles named it first; what no article names has its key there.
    """

    name: str
    type: EntityType
    kind: Kind
    stems: tuple[str, str]
    aliases: tuple[str, ...]
    chain_ids: tuple[str, ...]
    is_local: bool
    is_known: bool
    first: tuple[str, str]
    keys: tuple[Key, ...]


def _shown_spelling(name: str, type_: EntityType) -> str:
    return strip_titles(name) if type_ is EntityType.PERSON else name


def _articles_by_name(records: Sequence[Record]) -> Counter[str]:
    named = {(_shown_spelling(record.name, record.type), record.article_id) for record in records}
    return Counter(name for name, _ in named)


def _is_short(name: str, kind: Kind, regnal: Iterable[str]) -> bool:
    """A bare family name, or an acronym: shown only for want of something better."""
    if kind is Kind.PERSON:
        return not parse_person(name).is_full and not any(regnal)
    return is_acronym(name)


def choose_name(records: Sequence[Record], kind: Kind) -> str:
    """The full name that most articles use; of equals the longer, then the first in the alphabet."""
    if len(records) == 1:  # nearly always
        return _shown_spelling(records[0].name, records[0].type) or records[0].name
    counts = _articles_by_name(records)
    regnal = {record.regnal for record in records}
    full = {name: count for name, count in counts.items() if not _is_short(name, kind, regnal)}
    short = {name: count for name, count in counts.items() if name not in full}
    best_full = min(full, key=lambda name: (-full[name], -len(name), name), default=None)
    best_short = min(short, key=lambda name: (-short[name], -len(name), name), default=None)
    if best_full is None:
        return best_short or records[0].name
    acronym_leads = best_short is not None and short[best_short] >= ACRONYM_SHOWN * full[best_full]
    return best_short if best_short is not None and kind is not Kind.PERSON and acronym_leads else best_full


def _stems(
    kind: Kind, called: tuple[str, str], found: Sequence[Key], records: Sequence[Record], keys: Keys
) -> tuple[str, str]:
    """A person goes by the name without initials, or if others do by all of it; all else by its spelling.

    ``called`` is the shown name and the regnal word before it. Of several forms of a given name the longest counts: it
    stays, whichever is the more frequent.
    """
    if kind is Kind.PERSON:
        if entry := keys.known.person(*called):
            return parse_person(entry.name).short_key, fullest_name(entry).full_key
        full = [keys.people[key] for key in found if key in keys.people and keys.people[key].is_full]
        parsed = max(full, key=lambda name: (len(name.given), name), default=None)
        return (parsed.short_key, parsed.full_key) if parsed is not None else (found[0].text, found[0].text)
    # Of several spellings the one of fewest words stays when others come and go, an acronym only by itself.
    own = [key.text for key in found if key.kind is kind] or [key.text for key in found]
    if len(own) == 1:
        return own[0], own[0]
    articles = Counter(keys.by_chain[record.chain_id].text for record in records)
    text = min(own, key=lambda text: (text.isupper() or " " not in text, len(text.split()), -articles[text], text))
    return text, text


def _main_kind(kinds: Sequence[Kind]) -> Kind:
    """The most frequent one; of equals the first in the alphabet."""
    return max(sorted(set(kinds)), key=kinds.count)


def draft(records: Sequence[Record], found: Sequence[Key], keys: Keys, outlet_names: Sequence[str]) -> Draft:
    """The entity of one cluster. ``outlet_names`` are the names under which it publishes, often none."""
    kind = _main_kind([keys.by_chain[record.chain_id].kind for record in records] or [found[0].kind])
    country = next((keys.countries[key] for key in found if key in keys.countries), None)
    known = next((keys.types[key] for key in found if key in keys.types), None)
    if country is not None and kind is Kind.PLACE:
        name, type_ = country.name, EntityType.COUNTRY
    elif not records:
        name, type_ = outlet_names[0], EntityType.NEWS_OUTLET
    else:
        name, type_ = choose_name(records, kind), choose_type(kind, (record.type for record in records))
        if (
            known is not None
            and kind_of(known) is kind
            and (known is not EntityType.ORGANIZATION or type_ in _NOT_BY_CHANCE)
        ):
            type_ = known
    if outlet_names and kind is Kind.ORGANIZATION and (known is None or known is EntityType.NEWS_OUTLET):
        type_ = EntityType.NEWS_OUTLET  # a think tank that publishes is none
    regnal = min((record.regnal for record in records if record.regnal), default="")
    surfaces = {_shown_spelling(s, record.type) for record in records if record.is_named for s in record.surfaces}
    return Draft(
        name=name,
        type=type_,
        kind=kind,
        stems=_stems(kind, (name, regnal), found, records, keys),
        aliases=tuple(sorted((surfaces | set(outlet_names)) - {name, ""})),
        chain_ids=tuple(sorted(record.chain_id for record in records)),
        is_local=all(key.within and not _is_namesake(key, keys) for key in found),
        is_known=kind is Kind.PERSON and keys.known.person(name, regnal) is not None,
        first=min((record.place_in_time for record in records), default=("", min(key.within for key in found))),
        keys=tuple(found),
    )


def _is_namesake(key: Key, keys: Keys) -> bool:
    """One of several people of one full name, who are told apart over the whole corpus."""
    return key in keys.people and keys.people[key].is_full


def mint_entities(drafts: Sequence[Draft]) -> list[Entity]:
    """The drafts, in their order, with ids that depend on the final clusters alone.

    Of those of one short stem a known person has it, else the one that articles named first; the others have the whole
    name if nobody else does, or are told apart by the chain in which they were named first. Names that are confined to
    one article always are.
    """
    ordered = sorted(drafts, key=lambda one: (not one.is_known, one.first))
    known = Counter(one.stems[0] for one in drafts if one.is_known)
    owners: dict[tuple[Kind, str], Draft] = {}
    stems: dict[int, str] = {}
    for level in (0, 1):
        for one in ordered:
            shared = level == 0 and one.is_known and known[one.stems[0]] > 1
            if one.is_local or shared or id(one) in stems:
                continue
            if owners.setdefault((one.kind, one.stems[level]), one) is one:
                stems[id(one)] = one.stems[level]
    return [_with_id(one, stems.get(id(one))) for one in drafts]


def _with_id(one: Draft, stem: str | None) -> Entity:
    """``stem`` is the spelling that the entity has for itself."""
    entity_id = (
        ids.mint_entity(one.stems[-1], one.kind, one.first[1]) if stem is None else ids.mint_entity(stem, one.kind)
    )
    return Entity(entity_id, one.name, one.type, one.aliases, one.chain_ids)
