"""The id of a city, found without reading the whole city."""

from pathlib import Path

import pytest

from lgdkit import disk
from lgdkit.read.city_id import city_id

NAMED = [
    "city:\n  id: lake\n  name: L\n",
    "# c\nactions: [{id: x}]\ncity:   \n    name: L\n    fields:\n      - id: other\n    id: 'lake'   # ours\n",
    "city:\n  name: >\n    id: other\n  id: lake\n",
    "city: {name: L, id: lake}\n",
    '"city":\n  "id": lake\n',
    "city: # ours\n  id: lake\n",
    "city:\n\n  id: lake\n",
    "city:\r\n  id: lake\r\n  name: L\r\n",
    "city:\n  id: lake",
]
NAMELESS = [
    "city:\n  name: L\nactions:\n  - id: x\n",
    "city: [\n",
    "city: 3\n",
    "actions: []\n",
]


@pytest.mark.parametrize("text", NAMED)
def test_the_id_of_the_city_itself(text: str) -> None:
    assert city_id({"0.yaml": b"actions: []\n", "a.yaml": text.encode()}) == "lake"


@pytest.mark.parametrize("text", NAMELESS)
def test_no_id(text: str) -> None:
    assert city_id({"a.yaml": text.encode()}) == ""


def test_of_the_examples(examples: Path) -> None:
    for each in ("espoo", "mannheim", "umea"):
        assert city_id(disk.read_folder(examples / each).texts) == each
