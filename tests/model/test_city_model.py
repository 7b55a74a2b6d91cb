from lgdkit.diagnostics import Place
from lgdkit.model.city import ANY, INNER_LISTS, LISTS, City
from lgdkit.model.city_record import CityRecord
from lgdkit.read.city import read_city

TEXT = b"""
city: {id: x, name: X, country: SE, languages: [sv, en], organisation: x-kommun}
stakeholders:
- {id: x-kommun, name: X, kind: municipality}
- {id: firm, name: F, kind: sme}
actions: [{id: e10, title: A}, {id: e2, title: B}]
commitments:
- {id: c1, by: firm, text: t}
- {id: c2, by: x-kommun, text: t}
- {id: c3, by: firm, text: t}
deals:
- {id: d1, title: D, parties: [x-kommun, firm]}
- {id: d2, title: D, parties: [x-kommun, firm], commitments: [c3]}
indicators: [{id: i, name: I, unit: km}]
persons: [{id: p, name: P}]
sources: [{id: s, title: S}]
allow: [{rule: no-milestones, at: actions/e2, reason: why}]
"""


def city() -> City:
    reading = read_city({"a.yaml": TEXT})
    assert reading.findings == ()
    return reading.city


def test_records_in_the_order_of_their_ids() -> None:
    assert [record.id for record in city().records()] == [
        *("x", "firm", "x-kommun", "e2", "e10", "c1", "c2", "c3", "d1", "d2", "i", "p", "s")
    ]
    walked = {record.id: walked for record, walked in city().walked}
    assert [text.keys for text in walked["e2"].texts] == [("title",)]


def test_records_by_id() -> None:
    it = city()
    for mapping in (it.stakeholder, it.action, it.commitment, it.indicator, it.source):
        assert all(record.id == name for name, record in mapping.items())
    assert list(it.action) == ["e2", "e10"]


def test_commitments_of_a_deal() -> None:
    it = city()
    assert [each.id for each in it.commitments_of(it.deals[0])] == ["c1", "c3"]
    assert [each.id for each in it.commitments_of(it.deals[1])] == ["c3"]


def test_what_the_record_of_the_city_says() -> None:
    it = city()
    assert it.organisation == "x-kommun"
    assert it.languages == ("sv", "en")
    assert isinstance(it.record, CityRecord)
    assert it.record.first_language == "sv"
    assert it.whole("city", *LISTS)


def test_city_without_its_record() -> None:
    empty = City(unread=frozenset({"city"}))
    assert empty.organisation is None
    assert empty.languages == ("en",)
    assert empty.records() == ()
    assert not empty.whole("city")


def test_declared_ids_have_their_places() -> None:
    declared = city().declared
    assert declared["actions"]["e10"] == (Place("a.yaml", ("actions", 0)),)
    assert ANY not in declared
    assert set(declared) == {*LISTS, *INNER_LISTS}
