"""What one article brings to the question of who is who. It hangs on that article alone, and so can be kept."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from newsgraph.model import Extraction
from newsgraph.resolve.affairs import Outline, outline
from newsgraph.resolve.evidence import Record, records_of
from newsgraph.resolve.happenings import Report, reports_of


@dataclass(frozen=True, slots=True)
class Gathered:
    """The evidence of an article: a record a chain, what it is compared by, and the events it tells."""

    article_id: str
    records: tuple[Record, ...]
    outline: Outline
    reports: tuple[Report, ...]


def gather(extraction: Extraction, day: str = "") -> Gathered:
    """The evidence of an extraction; ``day`` is the ISO date of the article, or empty."""
    records, reports = tuple(records_of(extraction, day)), tuple(reports_of(extraction))
    return Gathered(extraction.article_id, records, outline(extraction, day), reports)


def pack(gathered: Gathered) -> bytes:
    """As bytes, to be kept."""
    return msgspec.msgpack.encode(gathered)


_DECODER = msgspec.msgpack.Decoder(Gathered)


def unpack(kept: bytes) -> Gathered:
    """What ``pack`` has packed."""
    return _DECODER.decode(kept)
