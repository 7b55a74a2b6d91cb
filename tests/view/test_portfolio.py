from lgdkit.model.city import City
from lgdkit.read.city import read_city
from lgdkit.view.portfolio import by_field, fields_of
from lgdkit.view.speech import Speech
from lgdkit.view.values import Day, Figure

CITY = """
city:
  id: a
  name: A
  country: SE
  languages: [en]
  organisation: city
  fields: [{id: energy, name: Energy}, {id: food, name: Food}]
stakeholders:
  - {id: city, name: The City, kind: municipality}
  - {id: firm, name: The Firm, kind: company}
actions:
  - {id: heat, title: Heat, field: energy, lead: city, partners: [firm], start: 2024, end: 2030-06}
  - {id: waste, title: Waste, field: waste-circular-economy, impact: {ghg: 1 t}, status: ongoing}
  - {id: loose, title: Loose, decision: {status: decided}}
commitments:
  - {id: pipes, by: firm, action: heat, text: lays pipes}
  - {id: other, by: firm, text: does something}
deals:
  - {id: first, title: First deal, parties: [city, firm], commitments: [pipes]}
  - {id: second, title: Second deal, parties: [city, firm]}
  - {id: third, title: Third deal, parties: [city, firm], commitments: [other]}
"""


def city(text: str = CITY) -> City:
    return read_city({"city.yaml": text.encode()}).city


def test_fields_come_in_the_city_s_order_then_those_used_besides() -> None:
    assert fields_of(city()) == ("energy", "food", "waste-circular-economy")


def test_every_field_is_shown_with_its_actions_and_those_without_one_come_last() -> None:
    groups = by_field(city(), Speech(city(), "en"))
    shown = [(group.id, group.name.text if group.name else group.code) for group in groups]
    assert shown == [
        ("energy", "Energy"),
        ("food", "Food"),
        ("waste-circular-economy", "waste-circular-economy"),
        ("", None),
    ]
    assert [[line.id for line in group.actions] for group in groups] == [["heat"], [], ["waste"], ["loose"]]


def test_a_city_without_a_record_shows_the_fields_its_actions_use() -> None:
    found = city("actions: [{id: x, title: X, field: industry}]")
    (group,) = by_field(found, Speech(found, "en"))
    assert (group.id, group.name, group.code) == ("industry", None, "industry")


def test_an_action_is_a_line_of_what_its_record_says() -> None:
    line = by_field(city(), Speech(city(), "en"))[0].actions[0]
    assert line.title.text == "Heat"
    assert line.lead is not None
    assert line.lead.text == "The City"
    assert [each.text for each in line.partners] == ["The Firm"]
    assert (line.start, line.end) == (Day(2024), Day(2030, 6))
    assert (line.status, line.decision) == ("not-started", "none")
    assert line.reduction == Figure("missing")
    assert line.cost == Figure("missing")


def test_a_deal_is_about_an_action_when_it_holds_a_commitment_to_it() -> None:
    line = by_field(city(), Speech(city(), "en"))[0].actions[0]
    assert line.commitments == 1
    assert [each.text for each in line.deals] == ["First deal", "Second deal"]


def test_a_reduction_is_per_year_however_its_unit_was_written() -> None:
    line = by_field(city(), Speech(city(), "en"))[2].actions[0]
    assert line.lead is None
    assert line.reduction.amount is not None
    assert line.reduction.amount.per_year  # type: ignore[union-attr]
    assert line.per == "year"
