import re
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from lgdkit.diagnostics import Place
from lgdkit.model.base import (
    ID_PATTERN,
    REFERENCE_PATTERN,
    Citation,
    Cite,
    CountryCode,
    CurrencyCode,
    LanguageCode,
    Url,
)
from lgdkit.model.source import Source
from lgdkit.model.stakeholder import Stakeholder


def told(annotation: Any, raw: object) -> tuple[str, str]:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(annotation).validate_python(raw)
    (error,) = raised.value.errors()
    return error["ctx"]["message"], error["ctx"]["help"]


def test_ids_and_references() -> None:
    for name in ("a", "e2", "smart-transport", "2040", "a" * 64):
        assert re.match(ID_PATTERN, name)
        assert re.match(REFERENCE_PATTERN, name)
    for name in ("", "-a", "A", "ä", "a b", "a" * 65, "a/b/c"):
        assert not re.match(ID_PATTERN, name)
    assert re.match(REFERENCE_PATTERN, "espoo/m2")
    assert not re.match(ID_PATTERN, "espoo/m2")


def test_codes() -> None:
    assert TypeAdapter(CountryCode).validate_python("FI") == "FI"
    assert told(CountryCode, "fi") == ('"fi" is no country code.', 'Did you mean "FI"?')
    assert told(CountryCode, "Finland") == ('"Finland" is no country code.', "Use the code, not the name.")
    assert told(LanguageCode, "fi_FI") == ('"fi_FI" is no language code.', 'Did you mean "fi"?')
    assert told(LanguageCode, "swe")[1] == "Use the code, not the name."
    assert told(CurrencyCode, "eur")[1] == 'Did you mean "EUR"?'
    assert sorted(TypeAdapter(CurrencyCode).json_schema()["enum"])[:2] == ["ALL", "AMD"]


def test_web_addresses() -> None:
    assert TypeAdapter(Url).validate_python("https://umea.se/a?b=1") == "https://umea.se/a?b=1"
    assert told(Url, "www.umea.se/deal")[1] == "Write https://www.umea.se/deal."
    for raw in (
        "javascript:alert(1)",
        "http://a b",
        "https://a'b",
        "ftp://a",
        "",
        "http",
        'https://a"onclick="x',
    ):
        assert told(Url, raw)[1] == "Write the whole address, without spaces and quotes."


def test_citations() -> None:
    cite: TypeAdapter[Citation] = TypeAdapter(Cite)
    assert cite.validate_python("ccc") == Citation(id="ccc")
    assert cite.validate_python({"id": "ccc", "at": "p. 3"}).at == "p. 3"


def test_placed_records() -> None:
    source = Source.model_validate({"id": "a", "title": "A"})
    place = Place("a.yaml", ("sources", 0))
    object.__setattr__(source, "place", place)
    object.__setattr__(source, "broken", frozenset({"url"}))
    assert source.at("title") == Place("a.yaml", ("sources", 0, "title"))
    assert source.lacks("publisher")
    assert not source.lacks("title")
    assert not source.lacks("url"), "it was written and could not be read"
    with pytest.raises(ValidationError):
        source.publisher = "x"  # type: ignore[misc]


def test_records_of_other_places_are_equal_in_value() -> None:
    raw = {"id": "a", "name": "A", "kind": "sme"}
    assert Stakeholder.model_validate(raw) == Stakeholder.model_validate(raw)
