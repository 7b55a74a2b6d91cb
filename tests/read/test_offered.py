"""What an editor offers: the ids that exist, with their names, and nothing that a document would not show."""

from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

from lgdkit.model.city import City
from lgdkit.read.city import read_city
from lgdkit.read.offered import KINDS, offered
from lgdkit.read.schema import file_schema

RULES = {"action-without-lead": "an action that nobody leads"}
TEXT = """
city:
  id: lintula
  name: {fi: Lintula, en: Birdtown}
  country: FI
  languages: [fi, en]
  strategies: [{id: plan, title: {fi: Suunnitelma, en: Plan}, kind: plan}]
stakeholders:
  - {id: oy, name: Lintu Oy, kind: company}
  - {id: broken, name: 5, kind: company}
  - {id: Wrong Id, name: Ab, kind: company}
  - {name: Ab, kind: company}
actions:
  - {id: heat, title: {en: "Heat,\\n  clean"}}
  - {id: long, title: {fi: %s}}
persons:
  - {id: p-1, name: Maija Meikäläinen}
"""


def city(text: str = TEXT % ("a" * 120)) -> City:
    return read_city({"a.yaml": text.encode()}).city


def test_ids_with_names_in_the_citys_first_language() -> None:
    ids = offered([city()], RULES).ids
    assert ids["stakeholders"] == {"broken": "", "oy": "Lintu Oy"}
    assert ids["actions"]["heat"] == "Heat, clean"
    assert ids["strategies"] == {"plan": "Suunnitelma"}
    assert ids["rules"] == RULES
    assert list(offered([city()], RULES).languages) == ["fi", "en"]


def test_a_long_name_is_cut() -> None:
    assert offered([city()], RULES).ids["actions"]["long"] == "a" * 99 + "…"


def test_persons_are_offered_without_their_names() -> None:
    assert offered([city()], RULES).ids["persons"] == {"p-1": ""}
    assert "Meikäläinen" not in str(file_schema(offered([city()], RULES))["$defs"]["PersonRef"])


def test_where_the_city_names_no_field_the_shared_ones_are_offered() -> None:
    fields = offered([city()], RULES).ids["fields"]
    assert fields["mobility-transport"] == "Mobility and transport."
    own = city("city: {id: a, name: A, country: FI, languages: [fi], fields: [{id: mine, name: Oma}]}\n")
    assert offered([own], RULES).ids["fields"] == {"mine": "Oma"}


def test_several_cities_side_by_side() -> None:
    other = city("city: {id: b, name: B, country: SE, languages: [sv]}\nactions: [{id: bus, title: Buss}]\n")
    both = offered([city(), other], RULES)
    assert both.ids["actions"]["bus"] == "Buss (b)"
    assert both.ids["stakeholders"] == {"broken": "(lintula)", "oy": "Lintu Oy (lintula)"}
    assert both.languages == ("fi", "en", "sv")


def test_a_city_without_a_record() -> None:
    alone = offered([city("actions: [{id: a, title: A}]\n"), city("actions: [{id: b, title: B}]\n")], {})
    assert alone.ids["actions"] == {"a": "A", "b": "B"}
    assert alone.languages == ()


@cache
def validator(*, closed: bool) -> Draft202012Validator:
    """Return the validator of what is offered for the city; the schema is held to be one, once."""
    schema = file_schema(offered([city()], RULES, closed=closed))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize(
    ("lead", "open_", "closed"),
    [
        ("oy", True, True),
        ("broken", True, True),
        ("ooy", True, False),
        ("espoo/fortum", True, True),
        ("Lintu Oy", False, False),
        ("espoo/", False, False),
    ],
)
def test_open_and_closed(lead: str, open_: bool, closed: bool) -> None:
    data = {"actions": [{"id": "a", "title": "A", "lead": lead}]}
    for given, wanted in ((False, open_), (True, closed)):
        assert validator(closed=given).is_valid(data) is wanted


def test_a_kind_without_ids() -> None:
    data = {"actions": [{"id": "a", "title": "A", "indicators": ["x"]}]}
    for given in (False, True):
        assert validator(closed=given).is_valid(data) is not given


def test_every_kind_that_is_referred_to_has_its_definition() -> None:
    def referred(part: Any) -> set[str]:
        if isinstance(part, list):
            return {name for each in part for name in referred(each)}
        if not isinstance(part, dict):
            return set()
        own = {part["$ref"].rpartition("/")[2]} if "$ref" in part else set()
        return own.union(*(referred(each) for each in part.values()))

    schema = file_schema()
    assert referred(schema) <= set(schema["$defs"])
    assert {name for name, _, _ in KINDS.values()} <= referred(schema)


def test_languages_of_the_city_come_first() -> None:
    by_language = file_schema(offered([city()], RULES))["$defs"]["Text"]["anyOf"][1]
    assert list(by_language["properties"]) == ["fi", "en"]
    assert "properties" not in file_schema()["$defs"]["Text"]["anyOf"][1]
