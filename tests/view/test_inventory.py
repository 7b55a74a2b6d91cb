from lgdkit.model.city import City
from lgdkit.read.city import read_city
from lgdkit.view.inventory import Inventory, inventory

CITY = """
city:
  id: a
  name: {en: A-town, sv: A-stad}
  country: SE
  languages: [en]
  organisation: city
  fields:
    - {id: energy, name: Energy, green_deal: [clean-energy]}
    - {id: food, name: Food, green_deal: [farm-to-fork]}
    - {id: old, name: Old, green_deal: [biodiversity]}
stakeholders:
  - {id: city, name: The City, kind: municipality, influence: high, interest: high}
  - {id: firm, name: The Firm, kind: company, influence: high, interest: low}
  - {id: club, name: The Club, kind: association, influence: low}
actions:
  - {id: heat, title: Heat, field: energy, lead: city, partners: [firm], impact: {ghg: 1 t/year}}
  - {id: dropped, title: Dropped, field: old, status: cancelled}
  - {id: blank, title: Blank, decision: {status: decided}}
commitments:
  - {id: pipes, by: firm, action: heat, text: lays pipes}
  - {id: loose, by: firm, text: does something}
deals:
  - {id: first, title: First, parties: [city, firm], commitments: [pipes], state: signed}
  - {id: gone, title: Gone, parties: [city, club], commitments: [pipes], state: expired}
"""

WHOLE = """
city: {id: a, name: A, country: SE, languages: [en], organisation: city, fields: [
  {id: all, name: All, green_deal: [biodiversity, farm-to-fork, sustainable-agriculture, clean-energy,
    sustainable-industry, building-renovating, sustainable-mobility, eliminating-pollution, climate-action]}]}
stakeholders:
  - {id: city, name: The City, kind: municipality, influence: high, interest: high}
  - {id: firm, name: The Firm, kind: company, influence: low, interest: low}
actions:
  - {id: heat, title: Heat, field: all, lead: city, impact: {ghg: 1 t/year}, decision: {status: decided}}
commitments: [{id: pipes, by: firm, action: heat, text: lays pipes}]
deals: [{id: first, title: First, parties: [city, firm]}]
"""


def city(text: str = CITY) -> City:
    reading = read_city({"city.yaml": text.encode()})
    assert not reading.findings
    return reading.city


def drawn(text: str = CITY, language: str = "en") -> Inventory:
    return inventory(city(text), language)


def test_it_counts_what_there_is() -> None:
    found = drawn()
    assert (found.actions, found.stakeholders, found.commitments, found.deals) == (3, 3, 2, 2)
    assert found.city.text == "A-town"
    assert drawn(language="sv").city.text == "A-stad"


def test_it_asks_for_the_disclaimer_where_something_is_not_decided() -> None:
    assert drawn().undecided
    assert not drawn(WHOLE).undecided


def test_the_matrix_says_who_leads_takes_part_and_is_committed_where() -> None:
    found = drawn()
    assert [each.name.text for each in found.columns if each.name] == ["Energy", "Food", "Old"]
    rows = {row.stakeholder.text: row for row in found.matrix}
    assert rows["The City"].cells == (("lead",), (), ())
    assert rows["The Firm"].cells == (("partner", "commitment"), (), ())
    assert rows["The Club"].cells == ((), (), ())


def test_a_deal_that_is_over_counts_for_nobody() -> None:
    deals = {row.stakeholder.text: row.deals for row in drawn().matrix}
    assert deals == {"The City": 1, "The Firm": 1, "The Club": 0}


def test_influence_comes_from_high_to_low_and_those_not_rated_are_named() -> None:
    found = drawn()
    assert [row.influence for row in found.ratings] == ["high", "medium", "low"]
    assert [[each.text for each in cell] for cell in found.ratings[0].by_interest] == [
        ["The Firm"],
        [],
        ["The City"],
    ]
    assert [each.text for each in found.unrated] == ["The Club"]


def test_where_nobody_was_rated_there_are_no_rows() -> None:
    found = drawn(CITY.replace(", influence: high", "").replace(", influence: low", ""))
    assert found.ratings == ()
    assert len(found.unrated) == 3


def test_a_cancelled_action_covers_no_policy_area() -> None:
    areas = {each.area: each.actions for each in drawn().coverage}
    assert (areas["clean-energy"], areas["farm-to-fork"], areas["biodiversity"]) == (1, 0, 0)


def test_gaps_name_what_is_missing() -> None:
    gaps = drawn().gaps
    assert gaps.any
    assert [each.text for each in gaps.fields_without_action] == ["Food", "Old"]
    assert "clean-energy" not in gaps.areas_without_action
    assert [each.id for each in gaps.actions_without_lead] == ["blank"]
    assert [each.id for each in gaps.actions_without_commitment] == ["blank"]
    assert [(each.id, each.decision) for each in gaps.actions_without_figures] == [("blank", "decided")]
    assert [each.text for each in gaps.stakeholders_without_commitment] == ["The Club"]
    assert [each.text for each in gaps.stakeholders_without_deal] == ["The Club"]
    assert [each.text for each in gaps.commitments_without_deal] == ["does something"]


def test_where_nothing_is_missing_it_says_so() -> None:
    assert not drawn(WHOLE).gaps.any


def test_a_folder_without_a_city_record_still_has_an_inventory() -> None:
    found = inventory(read_city({"a.yaml": b"actions: [{id: x, title: X}]"}).city, "en")
    assert found.city.text == ""
    assert len(found.coverage) == 9
    assert found.columns == ()
