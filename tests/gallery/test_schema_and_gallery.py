"""The JSON Schema, which editors use, agrees with `lgd check` on what has the shape of the format."""

import json
import re
import subprocess
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]
from one_line import CASES, EXAMPLES, changed_texts, names, read_case

from lgdkit.read.schema import file_schema

pytestmark = pytest.mark.no_cover
_OF_SHAPE = frozenset(
    [
        *("bad-code", "bad-date", "bad-duration", "bad-id", "bad-money", "bad-number", "bad-quantity"),
        *("bad-url", "missing-field", "out-of-range", "unknown-code", "unknown-key", "wrong-type"),
    ]
)
_BEYOND_THE_SCHEMA = frozenset({"date-not-in-calendar", "month-exchanged", "address-without-scheme"})
"""What the schema does not know: the calendar, and what an address begins with."""
_SECTORS = frozenset({"stationary-energy", "transport", "waste", "ippu", "afolu"})
"""Keys that are codes of a closed list, and need no word of their own."""


def files() -> list[str]:
    """Return the data files of the examples: no workspace, and nothing that was drafted."""
    paths = [path.relative_to(EXAMPLES) for path in EXAMPLES.rglob("*.yaml") if path.name != "lgd.yaml"]
    return sorted(path.as_posix() for path in paths if "drafts" not in path.parts)


def names_of_shape() -> list[str]:
    wanted = [name for name in names() if read_case(CASES / f"{name}.yaml").rule in _OF_SHAPE]
    return [name for name in wanted if name not in _BEYOND_THE_SCHEMA]


class Yaml12(yaml.CSafeLoader):
    """What an editor makes of a file: the core schema of YAML 1.2, without dates."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - as its base class has it


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), first)


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(file_schema())


def as_json(value: Any) -> Any:
    """Return data as JSON has it: every key is a text."""
    if isinstance(value, dict):
        return {str(key): as_json(each) for key, each in value.items()}
    return [as_json(each) for each in value] if isinstance(value, list) else value


def errors(text: bytes) -> list[str]:
    data = as_json(yaml.load(text, Yaml12))  # noqa: S506 - made from the safe loader
    return [f"{error.json_path}: {error.message[:200]}" for error in validator().iter_errors(data)]


def test_the_command_prints_a_schema(lgd: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = lgd("schema")
    schema = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema == file_schema()
    Draft202012Validator.check_schema(schema)


def test_every_key_of_the_schema_is_described() -> None:
    nameless: list[str] = []

    def look(part: Any, where: str) -> None:
        if isinstance(part, dict):
            for key, each in part.get("properties", {}).items():
                if "description" not in each and key not in _SECTORS:
                    nameless.append(f"{where}/{key}")
            for key, each in part.items():
                look(each, f"{where}/{key}")
        elif isinstance(part, list):
            for each in part:
                look(each, where)

    look(file_schema(), "")
    assert nameless == []


@pytest.mark.parametrize("file", files())
def test_an_example_is_valid(file: str) -> None:
    assert errors((EXAMPLES / file).read_bytes()) == []


@pytest.mark.parametrize("name", names_of_shape())
def test_a_fault_of_shape_is_not_valid(name: str) -> None:
    case = read_case(CASES / f"{name}.yaml")
    texts, _ = changed_texts(case)
    assert errors(texts[case.file]) != []
