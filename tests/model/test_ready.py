"""Validators that were kept do what those do that are built."""

import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from lgdkit.model import ready
from lgdkit.model.city import LISTS
from lgdkit.read.yaml12 import parse

_WRONG: list[tuple[str, dict[str, Any]]] = [
    ("actions", {"id": "A", "title": "T", "country": "FI"}),
    ("actions", {"id": "a", "title": {"xx": "T"}, "impact": {"ghg": "5 l/year", "per": "week"}}),
    ("stakeholders", {"id": "s", "name": 5, "registration": {"system": "none", "number": ""}}),
    (
        "commitments",
        {"id": "c", "by": "s s", "text": "", "due": "31.12.2030", "investment": {"amount": "5 €"}},
    ),
    ("deals", {"id": "d", "languages": ["suomi"], "parties": "s", "term": {"until": "2030-13"}}),
    ("sources", {}),
]


@pytest.fixture
def taken() -> Iterator[None]:
    kept = ready.schemas()
    built = {each: each.__pydantic_validator__ for each in ready._classes()}
    assert ready.take(kept)
    assert all(each.__pydantic_validator__ is not validator for each, validator in built.items())
    yield
    for each, validator in built.items():
        each.__pydantic_validator__ = validator


def _judged(model: type[BaseModel], data: object) -> object:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return error.errors(include_url=False, include_context=False)


def test_the_same_verdicts(taken: None, request: pytest.FixtureRequest) -> None:
    given = [*_WRONG]
    for file in request.config.rootpath.glob("examples/*/**/*.yaml"):
        data = parse(file.read_bytes()).data or {}
        given += [(kind, each) for kind in LISTS.always for each in data.get(kind, ())]
    assert len(given) > 300
    kept = [repr(_judged(LISTS[kind], data)) for kind, data in given]
    for each in ready._classes():
        each.model_rebuild(force=True)
    assert [repr(_judged(LISTS[kind], data)) for kind, data in given] == kept
    assert all("type" in each for each in kept[: len(_WRONG)])


@pytest.mark.parametrize(
    "kept", [b"", b"rubbish", pickle.dumps([]), pickle.dumps([{"type": "no-such-type"}])]
)
def test_what_is_no_good_is_not_taken(kept: bytes) -> None:
    before = [each.__pydantic_validator__ for each in ready._classes()]
    assert not ready.take(kept)
    assert [each.__pydantic_validator__ for each in ready._classes()] == before
