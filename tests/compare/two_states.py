"""A small city for comparisons: records as plain data, written in any layout, and read."""

import json
from collections.abc import Mapping
from typing import Any

from lgdkit.model.city import City
from lgdkit.read.city import read_city

CITY: dict[str, Any] = {
    "id": "lintula",
    "name": "Lintula",
    "country": "FI",
    "languages": ["fi", "en"],
    "organisation": "town",
}
STAKEHOLDERS = [
    {"id": "town", "name": "Lintulan kaupunki", "kind": "municipality"},
    {"id": "energia", "name": "Lintu Energia Oy", "kind": "company"},
    {"id": "koulu", "name": "Lintukoulu", "kind": "academia"},
]
COMMITMENT: dict[str, Any] = {
    "id": "c",
    "by": "energia",
    "action": "a",
    "text": {"fi": "Korvaa turpeen.", "en": "Replaces peat."},
}
ACTION: dict[str, Any] = {"id": "a", "title": "Puhdas lämpö", "lead": "energia"}
DEAL: dict[str, Any] = {"id": "d", "title": "Lämpösopimus", "parties": ["town", "energia"]}
TARGET: dict[str, Any] = {
    "id": "t",
    "boundary": "koko kaupunki",
    "target": {"year": 2030, "reduction": "80 %"},
}
INDICATOR: dict[str, Any] = {"id": "i", "name": "Kilometrit", "unit": "km", "direction": "down"}


def city(**lists: Any) -> City:
    """Return a city of these lists; `city` adds to its own record."""
    own = {**CITY, **lists.pop("city", {})}
    data = {"city": own, "stakeholders": STAKEHOLDERS, **lists}
    return read({"lintula.yaml": data})


def read(files: Mapping[str, Mapping[str, Any]]) -> City:
    """Return the city of these files; JSON is YAML, too."""
    found = read_city({file: json.dumps(data, ensure_ascii=False).encode() for file, data in files.items()})
    assert [each.message for each in found.findings] == []
    return found.city


def with_one(kind: str, record: Mapping[str, Any]) -> City:
    """Return a city with one record of a kind."""
    if kind == "targets":
        return city(city={"targets": [record]})
    return city(**{kind: [record]})
