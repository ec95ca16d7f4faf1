"""The rules of FollowTheMoney's schema, as far as the tests need them: run this to take them anew from the package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

RULES = Path(__file__).parents[1] / "data" / "followthemoney.jsonl"
# what is written, and what ties ask of their ends
SCHEMATA = (
    *("Address", "Article", "Asset", "Company", "Document", "Event", "LegalEntity", "Organization", "Person"),
    *("Position", "PublicBody", "Thing"),
    *("Associate", "Directorship", "Employment", "Family", "Membership", "Occupancy", "Ownership", "Representation"),
    "UnknownLink",
)


def from_package() -> dict[str, dict[str, Any]]:
    """Of each schema what else its things are, what they need, and the type of each property; ends have a schema."""
    from followthemoney import model

    found = {}
    for name in SCHEMATA:
        schema = model.get(name)
        assert schema is not None
        properties = {
            property_.name: property_.range.name if property_.range else property_.type.name
            for property_ in schema.properties.values()
            if not property_.stub
        }
        found[name] = {
            "is": sorted(each.name for each in schema.schemata),
            "required": sorted(schema.required),
            "edge": bool(schema.edge),
            "properties": dict(sorted(properties.items())),
        }
    return found


def kept() -> dict[str, dict[str, Any]]:
    """The rules, as they are kept in the project."""
    return dict(json.loads(line) for line in RULES.read_text("utf-8").splitlines())


def check(entities: list[dict[str, Any]]) -> None:
    """Every entity has the properties of its schema, and every end of a tie is an entity of the right one."""
    rules = kept()
    by_id = {entity["id"]: entity for entity in entities}
    assert len(by_id) == len(entities)
    for entity in entities:
        assert entity.keys() == {"id", "schema", "properties"}
        schema = rules[entity["schema"]]
        assert entity["properties"].keys() >= set(schema["required"]), entity
        for name, values in entity["properties"].items():
            wanted = schema["properties"][name]
            assert values
            assert all(isinstance(value, str) and value for value in values)
            assert len(set(values)) == len(values)
            if wanted[0].isupper():
                assert all(wanted in rules[by_id[value]["schema"]]["is"] for value in values), (entity, name)


if __name__ == "__main__":
    RULES.write_text("".join(json.dumps(item) + "\n" for item in sorted(from_package().items())), "utf-8")
