"""What one article brings to the question of who is who. It hangs on it and on what is known, and so can be kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from newsgraph.model import EntityType, Extraction
from newsgraph.resolve.affairs import Outline, outline
from newsgraph.resolve.alone import call
from newsgraph.resolve.bodies import is_of_a_party
from newsgraph.resolve.capitols import name_capitols
from newsgraph.resolve.evidence import Record, records_of
from newsgraph.resolve.happenings import Report, reports_of
from newsgraph.resolve.introduced import without_introduction
from newsgraph.resolve.known import Known
from newsgraph.resolve.taken_for import as_known


@dataclass(frozen=True, slots=True)
class Gathered:
    """The evidence of an article: a record a chain, what it is compared by, and the events it tells."""

    article_id: str
    records: tuple[Record, ...]
    outline: Outline
    reports: tuple[Report, ...]


def gather(extraction: Extraction, known: Known, day: str = "") -> Gathered:
    """The evidence of an extraction; ``day`` is the ISO date of the article, or empty."""
    introduced = [without_introduction(record, known) for record in records_of(extraction, day)]
    people = (r.name for r in introduced if r.type is EntityType.PERSON and not is_of_a_party(r.name))
    families = {name.split()[-1] for name in people if " " in name}
    read = (as_known(record, known, families) for record in name_capitols(introduced, known))
    records = tuple(replace(record, called=call(record, known, families)) for record in read)
    reports = tuple(reports_of(extraction))
    return Gathered(extraction.article_id, records, outline(extraction, day), reports)


def pack(gathered: Gathered) -> bytes:
    """As bytes, to be kept."""
    return msgspec.msgpack.encode(gathered)


_DECODER = msgspec.msgpack.Decoder(Gathered)


def unpack(kept: bytes) -> Gathered:
    """What ``pack`` has packed."""
    return _DECODER.decode(kept)
