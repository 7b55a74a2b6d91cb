"""The transferability sheet: the three parts, from the data of the two cities."""

from lgdkit.model.city import City
from lgdkit.read.city import read_city
from lgdkit.view.legal_change import legal_changes
from lgdkit.view.replica import transfer_sheet
from lgdkit.view.taken import with_action, with_deal

THERE = """
city:
  id: hillside
  name: Hillside
  country: FI
  languages: [en]
  organisation: hill
  population: {value: 9000, year: 2024}
  targets: [{id: t, boundary: the hill, target: {year: 2030, reduction: 80 %}}]
  fields: [{id: sun, name: The sun, ccc: energy-systems}]
stakeholders:
  - {id: hill, name: Hill, kind: municipality}
  - {id: sun, name: Sun Oy, kind: sme}
  - {id: far, name: Far, kind: citizens}
indicators: [{id: power, name: Power, unit: MW}]
actions:
  - {id: grid, title: Grid}
  - {id: solar, title: Solar, field: sun, lead: hill, partners: [sun, far], indicators: [power, seaside/x],
     depends_on: [grid]}
commitments: [{id: roofs, by: sun, action: solar, text: Roofs., ghg: 5 kt/year}]
deals: [{id: sun-deal, title: Sun, parties: [hill, sun, seaside/x], commitments: [roofs]}]
practices:
  - id: roofs-first
    title: Roofs first
    actions: [solar]
    results: [{text: Roofs are full., amount: 12 roofs}]
    enabling_conditions: [A roof register.]
    did_not_work: [Leaflets.]
    transfer_tips: [Begin with schools.]
  - {id: other, title: Another}
"""
HERE = """
city: {id: lakeside, name: Lakeside, country: SE, languages: [en], organisation: town}
stakeholders:
  - {id: town, name: Town, kind: municipality}
  - {id: role, name: installer, to_be_found: true, kind: sme}
"""
COPY = """
actions:
  - {id: shade, title: Shade, field: energy-systems, replicates: hillside/solar,
     questions: [{ask: Who pays?}, {ask: "When?", answer: Soon.}]}
commitments: [{id: c, by: role, text: {fi: Katot.}, replicates: hillside/roofs}]
"""
IDS = {
    ("deals", "sun-deal"): "d",
    ("actions", "solar"): "shade",
    ("commitments", "roofs"): "c",
    ("stakeholders", "sun"): "role",
}


def _cities(here: str = HERE + COPY) -> tuple[City, City]:
    return read_city({"a.yaml": THERE.encode()}).city, read_city({"a.yaml": here.encode()}).city


def test_understand() -> None:
    source, target = _cities()
    sheet = transfer_sheet(source, with_deal(source, source.deals[0]), target, IDS, "en")
    assert (sheet.origin, sheet.copy, sheet.title.text) == ("hillside/sun-deal", "d", "Sun")
    assert sheet.deal
    assert [each.text.text for each in sheet.commitments] == ["Roofs."]
    [action] = sheet.actions
    assert (action.line.title.text, [each.text for each in action.indicators]) == ("Solar", ["Power"])
    assert [each.text for each in action.builds_on] == ["Grid"]
    [learned] = sheet.learned
    assert learned.title.text == "Roofs first"
    assert [each.text for each in (*learned.conditions, *learned.did_not_work, *learned.tips)] == [
        *("A roof register.", "Leaflets.", "Begin with schools.")
    ]
    assert learned.results[0].amount.state == "given"


def test_adapt() -> None:
    source, target = _cities()
    sheet = transfer_sheet(source, with_deal(source, source.deals[0]), target, IDS, "en")
    assert [each.population for each in (sheet.there, sheet.here)] == [9000, None]
    assert (sheet.there.registers, sheet.here.registers) == (("FI-ytunnus",), ("SE-orgnr",))
    [action] = sheet.actions
    assert action.field
    assert (action.field.text, action.field_here, action.code_here) == ("The sun", None, "energy-systems")
    sun, elsewhere = sheet.parts
    assert sun.here
    assert (sun.name.text, sun.kind, sun.here.text, sun.here.to_be_found) == (
        "Sun Oy",
        "sme",
        "installer",
        True,
    )
    assert (sun.candidates, sun.more) == ((), 0)
    assert (elsewhere.name.text, elsewhere.kind, elsewhere.here) == ("seaside/x", None, None)
    assert [each.text for each in sheet.others] == ["Far"]


def test_of_many_who_could_take_part_the_first_are_named() -> None:
    more = "".join(f"  - {{id: s-{number}, name: S {number}, kind: sme}}\n" for number in range(11))
    source, target = _cities(HERE + more + COPY)
    sheet = transfer_sheet(source, with_deal(source, source.deals[0]), target, IDS, "en")
    assert (len(sheet.parts[0].candidates), sheet.parts[0].more) == (8, 3)


def test_reuse() -> None:
    source, target = _cities()
    sheet = transfer_sheet(source, with_deal(source, source.deals[0]), target, IDS, "en")
    [asked] = sheet.questions
    assert (asked.record, [each.text for each in asked.asks]) == ("actions/shade", ["Who pays?"])
    assert [each.text for each in sheet.roles] == ["installer"]
    assert [each.text for each in sheet.untranslated] == ["Katot."]


def test_an_action_alone_and_a_city_that_cannot_be_read() -> None:
    source, target = _cities("stakeholders: []\n")
    sheet = transfer_sheet(
        source, with_action(source, source.action["grid"], None), target, {("actions", "grid"): "g"}, "en"
    )
    assert (sheet.deal, sheet.questions, sheet.instrument, sheet.city.text) == (None, (), "memorandum", "")
    assert (sheet.learned, sheet.here.registers) == ((), ("other",))


def test_the_clauses_that_another_country_changes() -> None:
    source, _ = _cities()
    deal = source.deals[0]
    binding = deal.model_copy(update={"legal_status": "binding"})
    joining = deal.model_copy(update={"level": "declaration"})
    changed = [each.name for each in legal_changes(None, "FI", "SE").clauses]
    assert changed == ["preamble", "publicity", "legal-status"]
    assert "law" in [each.name for each in legal_changes(binding, "FI", "SE").clauses]
    assert legal_changes(deal, "FI", "FI").clauses == ()
    assert legal_changes(joining, "FI", "SE").instrument == "declaration"
    assert legal_changes(binding, "FI", "SE").instrument == "agreement"
