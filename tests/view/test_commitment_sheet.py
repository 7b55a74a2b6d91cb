from decimal import Decimal
from typing import Any

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.commitment import Commitment
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.commitment_sheet import SHEET_FIELDS, CommitmentSheet, commitment_line, commitment_sheet
from lgdkit.view.speech import Speech
from lgdkit.view.values import Amount, Day, Link, Price, Said, Times

RECORD = {
    "id": "c",
    "name": "Zed",
    "country": "FI",
    "languages": ["en"],
    "fields": [{"id": "homes", "name": "Homes", "ccc": "built-environment"}, {"id": "own", "name": "Own"}],
}


def commitment(**fields: Any) -> Commitment:
    return Commitment.model_validate({"id": "k", "by": "one", "text": "Work.", **fields})


def city(*commitments: Commitment) -> City:
    actions = [
        {"id": "a1", "title": "Insulate", "field": "homes", "decision": {"status": "decided"}},
        {"id": "a2", "title": "Ride", "field": "mobility-transport"},
        {"id": "a3", "title": "Something", "field": "own"},
        {"id": "a4", "title": "Nowhere"},
    ]
    return City(
        record=CityRecord.model_validate(RECORD),
        actions=tuple(map(Action.model_validate, actions)),
        commitments=commitments,
    )


def sheet(
    stakeholder: dict[str, Any], *commitments: Commitment, known: City | None = None
) -> CommitmentSheet:
    found = Stakeholder.model_validate({"id": "one", "name": "One", "kind": "sme", **stakeholder})
    known = known or city(*commitments)
    return commitment_sheet(known, Speech(known, "en"), found, commitments)


def test_a_line_of_what_is_known() -> None:
    full = commitment(
        action="a1",
        deliverable="500 flats",
        amount="500 flats/year",
        due="2028-05",
        every={"times": 2, "per": "year"},
        kind="handprint",
        ghg="5 kt",
        investment={"amount": "10 MEUR", "year": 2027},
        note="A remark.",
    )
    line = commitment_line(city(full), Speech(city(full), "en"), full)
    assert line.action is not None
    assert (line.action.title, line.action.decision) == (Said("Insulate", "en"), "decided")
    assert line.quantity.amount == Amount(Decimal(500), "flats", per_year=True)
    assert (line.due, line.every) == (Day(2028, 5), Times(2, "year"))
    assert line.reduction.amount == Amount(Decimal(5), "kt", per_year=True, co2=True)
    assert line.investment.amount == Price(Decimal(10000000), "EUR")
    assert (line.investment_year, line.kind, line.note) == (2027, "handprint", Said("A remark.", "en"))


def test_a_reduction_in_total_is_not_per_year() -> None:
    total = commitment(ghg="5 kt/year", per="total")
    line = commitment_line(city(), Speech(city(), "en"), total)
    assert line.reduction.amount == Amount(Decimal(5), "kt", per_year=False, co2=True)
    assert line.per == "total"


def test_a_line_of_nothing_known() -> None:
    line = commitment_line(city(), Speech(city(), "en"), commitment(action="elsewhere/a1"))
    assert (line.action, line.deliverable, line.due, line.every, line.investment_year) == (None,) * 5
    assert {line.quantity.state, line.reduction.state, line.investment.state} == {"missing"}


def test_undecided_actions_are_known_as_such() -> None:
    line = commitment_line(city(), Speech(city(), "en"), commitment(action="a2"))
    assert line.action is not None
    assert line.action.decision == "none"


def test_a_sheet_of_a_stakeholder() -> None:
    found = sheet(
        {
            "employees": {"total": 12000, "in_city": 0, "year": 2024},
            "sector": {"activity": "Building"},
            "contact": {"role": "director"},
            "website": "https://example.org/",
            "operations": "Heating",
            "collaboration": "Ten years",
        }
    )
    assert (found.employees, found.employees_in_city, found.employees_year) == (
        Decimal(12000),
        Decimal(0),
        2024,
    )
    assert [found.activity, found.contact, found.operations, found.collaboration] == [
        Said("Building", "en"),
        Said("director", "en"),
        Said("Heating", "en"),
        Said("Ten years", "en"),
    ]
    assert found.website == Link("https://example.org/")


def test_a_bare_sheet() -> None:
    found = sheet({})
    assert (found.employees, found.employees_year, found.activity, found.website, found.contact) == (
        None,
    ) * 5
    assert sheet({"employees": {}}).employees is None
    assert found.actions == ()
    assert [each.kind for each in found.priorities] == ["footprint", "handprint", "heartprint"]
    assert all(each.cells == ((),) * 6 for each in found.priorities)


def test_commitments_stand_in_the_columns_of_the_form() -> None:
    found = sheet(
        {},
        commitment(text="Homes.", action="a1"),
        commitment(text="Roads.", action="a2", kind="footprint"),
        commitment(text="Own.", action="a3"),
        commitment(text="No field.", action="a4"),
        commitment(text="No action."),
        commitment(text="Minds.", action="a1", kind="heartprint"),
    )
    footprint, handprint, heartprint = (
        [[each.text for each in cell] for cell in row.cells] for row in found.priorities
    )
    assert found.fields == SHEET_FIELDS
    assert footprint == [[], ["Roads."], [], ["Homes."], [], ["Own.", "No field.", "No action."]]
    assert handprint == [[]] * 6
    assert heartprint == [[], [], [], ["Minds."], [], []]
    assert len(found.actions) == 6


def test_a_city_without_a_record_has_a_sheet_too() -> None:
    work = commitment(action="a1")
    known = City(actions=(Action.model_validate({"id": "a1", "title": "A", "field": "energy-systems"}),))
    assert len(sheet({}, work, known=known).priorities[0].cells[0]) == 1
