from pathlib import Path

import pytest
from pydantic import BaseModel

from lgdkit.model.base import Part
from lgdkit.model.city import LISTS, City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.walk import held_by, references, texts, words
from lgdkit.read.city import read_city

EVERYTHING = Path(__file__).parents[1] / "read" / "everything.yaml"


@pytest.fixture(scope="module")
def city() -> City:
    reading = read_city({"a.yaml": EVERYTHING.read_bytes()})
    assert reading.findings == ()
    return reading.city


def test_references_with_their_keys(city: City) -> None:
    action = city.action["smart-transport"]
    found = {(*reference.keys, reference.kind): reference.id for reference in references(action)}
    assert found == {
        ("lead", "stakeholders"): "umea-kommun",
        ("partners", 0, "stakeholders"): "coompanion",
        ("field", "fields"): "mobilitet",
        ("impact", "enables", 0, "actions"): "later",
        ("funding", 0, "by", "stakeholders"): "coompanion",
        ("indicators", 0, "indicators"): "km-by-car",
        ("depends_on", 0, "actions"): "later",
        ("strategies", 0, "strategies"): "fardplan",
        ("sources", 0, "id", "sources"): "ccc",
    }


def test_references_by_the_keys_that_people_write(city: City) -> None:
    assert ("contact", "person") in {
        reference.keys for reference in references(city.stakeholder["coompanion"])
    }
    assert ("signatories", 0, "party") in {reference.keys for reference in references(city.deals[0])}
    assert city.record
    assert ("targets", 0, "latest", "source", "id") in {
        reference.keys for reference in references(city.record)
    }


def test_texts_with_their_keys(city: City) -> None:
    action = city.action["smart-transport"]
    keys = {text.keys for text in texts(action)}
    assert {
        ("title",),
        ("description",),
        ("milestones", 0, "title"),
        ("impact", "energy_saved", "not_quantified"),
        ("cost", "own", "not_quantified"),
        ("decision", "body"),
    } <= keys
    assert ("impact", "renewable_energy", "not_quantified") not in keys
    assert city.record
    proper = {text.keys: text.proper for text in texts(city.record)}
    assert proper[("name",)]
    assert not proper[("principles", "governance")]
    assert ("goals", 0) in {text.keys for text in texts(city.deals[0])}


def test_words_are_plain_strings(city: City) -> None:
    assert dict(words(city.stakeholder["coompanion"])) == {
        ("legal_form",): "ekonomisk förening",
        ("register", "number"): "769600-0000",
        ("address", "street"): "Gatan 1",
        ("address", "postal_code"): "903 26",
        ("address", "town"): "Umeå",
        ("extra", "ward"): "Teg",
        ("sources", 0, "at"): "B-1",
    }
    assert (("adopted", "reference"), "V332/2021") in list(words(city.deals[0]))


def parts() -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []
    open_: list[type[BaseModel]] = [CityRecord, *LISTS.values()]
    while open_:
        model = open_.pop()
        if model not in found:
            found.append(model)
            open_ += [held.detail for held in held_by(model) if held.kind == "part"]
    return found


def test_every_part_of_the_model_is_reached() -> None:
    """A class that nothing holds would be a piece of the format that no rule and no document sees."""

    def below(part: type[BaseModel]) -> set[type[BaseModel]]:
        direct = {each for each in part.__subclasses__() if each.__module__.startswith("lgdkit.")}
        return direct.union(*(below(each) for each in direct)) if direct else direct

    abstract = {"Placed", "Record", "Allowance"}
    # what a workspace holds stands in files of its own
    abstract |= {"Change", "Observer", "Term", "Vocabulary", "VocabularyUse", "Workspace"}
    assert {part.__name__ for part in below(Part)} - abstract == {
        part.__name__ for part in parts()
    } - abstract


def test_every_field_has_a_description() -> None:
    for part in parts():
        for name, info in part.model_fields.items():
            assert info.description, f"{part.__name__}.{name}"
            assert info.description[0].isupper() or info.description.split()[0].strip(",:;").islower()


def test_every_field_of_the_format_stands_in_the_example(city: City) -> None:
    """The file in which everything stands once is complete, so that tests over it are."""
    written: dict[type[BaseModel], set[str]] = {}

    def note(part: BaseModel) -> None:
        written.setdefault(type(part), set()).update(part.model_fields_set)
        for name in type(part).model_fields:
            value = getattr(part, name)
            inner = (
                value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else (value,)
            )
            for each in inner:
                if isinstance(each, BaseModel):
                    note(each)

    for record in city.records():
        note(record)
    missing = {part.__name__: set(part.model_fields) - written.get(part, set()) for part in parts()}
    assert {name: fields for name, fields in missing.items() if fields} == {}
