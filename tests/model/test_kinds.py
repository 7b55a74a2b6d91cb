import subprocess
import sys

import pytest

from lgdkit.model.city import LISTS
from lgdkit.model.kinds import Kinds
from lgdkit.model.person import Person
from lgdkit.model.source import Source

_CHECKS = """
import sys
from lgdkit.read.city import read_city
text = b"city: {id: a, name: A, country: FI, languages: [fi]}\\n" + sys.argv[1].encode() + b"\\n"
read_city({"a.yaml": text})
print(*sorted(each for each in sys.modules if each in ("lgdkit.model.practice", "lgdkit.model.sprint")))
"""


def test_a_class_is_loaded_when_it_is_asked_for() -> None:
    kinds = Kinds({"persons": Person}, seldom={"sources": "lgdkit.model.source:Source"})
    assert list(kinds) == ["persons", "sources"]
    assert len(kinds) == 2
    assert "sources" in kinds
    assert "source" not in kinds
    assert kinds["persons"] is Person
    assert kinds["sources"] is kinds["sources"] is Source
    assert kinds.get("nothing") is None
    assert list(kinds.values()) == [Person, Source]


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        ("sources: []", ""),
        ("practices: []", "lgdkit.model.practice"),
        ("practices: [{id: a}]\nsprints: [{id: b}]", "lgdkit.model.practice lgdkit.model.sprint"),
    ],
)
def test_a_city_pays_for_what_it_has(text: str, loaded: str) -> None:
    done = subprocess.run([sys.executable, "-c", _CHECKS, text], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == loaded


def test_every_kind_names_its_class() -> None:
    assert {model.__module__.rpartition(".")[2] for model in LISTS.values()} == {
        each.removesuffix("s") for each in LISTS
    }
