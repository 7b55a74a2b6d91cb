"""What an editor shows beside a key and a code: every code has its meaning, every plain value an example."""

import importlib
import pkgutil
import typing
from types import ModuleType
from typing import Any, Literal, get_args, get_origin

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from lgdkit import vocab
from lgdkit.read.examples import EXAMPLES
from lgdkit.read.meanings import meanings
from lgdkit.read.schema import file_schema

_MODULES = [
    importlib.import_module(f"{vocab.__name__}.{each.name}") for each in pkgutil.iter_modules(vocab.__path__)
]
_WITHOUT_FORM = frozenset({"type", "description", "minLength", "maxLength", "minimum", "maximum", "pattern"})
_HERE = "urn:schema"
_SIMPLE = ("string", "integer", "number")


def vocabularies(module: ModuleType) -> list[tuple[Any, ...]]:
    return [get_args(each) for each in vars(module).values() if get_origin(each) is Literal]


@pytest.mark.parametrize("module", _MODULES, ids=lambda module: str(module.__name__))
def test_every_code_of_the_vocabularies_has_its_meaning(module: ModuleType) -> None:
    for codes in vocabularies(module):
        assert len(meanings(codes)) == len(codes), codes
        assert all(each.endswith(".") for each in meanings(codes))


def test_there_are_vocabularies() -> None:
    assert len([codes for module in _MODULES for codes in vocabularies(module)]) > 20


def test_codes_that_are_plain_have_none() -> None:
    assert meanings(("FI", "SE")) == ()


def parts(part: Any, where: str = "") -> typing.Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        yield where, part
        for key, each in part.items():
            yield from parts(each, f"{where}/{key}")
    elif isinstance(part, list):
        for index, each in enumerate(part):
            yield from parts(each, f"{where}/{index}")


def test_meanings_stand_beside_their_codes() -> None:
    lists = [part for _, part in parts(file_schema()) if "enumDescriptions" in part]
    assert len(lists) > 20
    assert all(len(part["enum"]) == len(part["enumDescriptions"]) for part in lists)


def test_no_value_is_null() -> None:
    assert [where for where, part in parts(file_schema()) if part.get("type") == "null"] == []


@pytest.fixture(scope="module")
def known() -> tuple[dict[str, Any], Registry[Any]]:
    """The schema, and where a validator finds its parts: looking through all of it takes a while."""
    schema = file_schema()
    return schema, Registry().with_resource(_HERE, DRAFT202012.create_resource(schema)).crawl()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_right(name: str, known: tuple[dict[str, Any], Registry[Any]]) -> None:
    record, _, key = name.partition(".")
    schema, registry = known
    part = schema["$defs"][record]["properties"][key]
    assert part["examples"] == list(EXAMPLES[name])
    validator = Draft202012Validator({"$ref": f"{_HERE}#/$defs/{record}/properties/{key}"}, registry=registry)
    assert [error.message for each in part["examples"] for error in validator.iter_errors(each)] == []


def test_every_plain_value_has_an_example() -> None:
    """A text or number of which nothing but its type is said leaves a person in the dark."""
    told_by_lgd = {"Signature.sha256"}
    bare = [
        f"{name}.{key}"
        for name, record in file_schema()["$defs"].items()
        for key, part in record.get("properties", {}).items()
        if part.get("type") in _SIMPLE and set(part) <= _WITHOUT_FORM
    ]
    assert set(bare) == told_by_lgd


def test_what_has_a_form_says_how_it_is_written() -> None:
    definitions = file_schema()["$defs"]
    assert definitions["Cost"]["properties"]["own"]["anyOf"][0]["errorMessage"].startswith(
        "Write it like this: "
    )
    assert definitions["Action"]["properties"]["id"]["errorMessage"].endswith("clean-heat.")
    assert all("errorMessage" in each for each in definitions["Date"]["anyOf"])
