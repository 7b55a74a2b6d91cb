"""Mending: one right answer is put in, nothing else changes, and nothing new is found where it was put."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgdkit import pipeline
from lgdkit.diagnostics import Located, Severity
from lgdkit.mending import Mended, mend
from lgdkit.read.yaml12 import parse

TODAY = date(2026, 11, 22)
CITY = """# Lintula, a small town
city:
  id: lintula
  name: Lintula        # by the lake
  country: FI
  languages: [fi, en]

  organisation: town
  totals: {additive: false}   # they overlap
  population: {value: 12000, year: 2024}
  extra_fields:
    - {name: colour, label: {fi: Väri, en: Colour}, kind: choice, choices: [green, orange]}
"""
REST = """stakeholders:
  - {id: town, name: Town of Lintula, kind: municipality}
  - id: wind-power     # since 2019
    name: Wind Power
    kind: company
    address: {postal_code: "02770", town: Lintula}
    extra: {colour: green}

actions:
  # the largest of them
  - id: heat
    title: {fi: "Lämpö", en: Heat}
    lead: wind-power
    partners: [town]
    field: energy-systems
    status: ongoing
    start: 2026-03-01
    end: 2030-12-31
    impact:
      ghg: {transport: 24.5 kt/year}
      energy_saved: not-applicable
    cost: {total: 5 MEUR, own: "12500 EUR"}
    sources: [climate-plan]
# the end
sources:
  - {id: climate-plan, title: Climate plan, date: 2024-05}
"""
MISTAKES = (
    ("city:", "City:"),
    ("country: FI", "country: fi"),
    ("[fi, en]", "[FI, en]"),
    ("organisation: town", "organisaton: town"),
    ("additive: false", "additive: no"),
    ("value: 12000", "value: 12 000"),
    ("kind: municipality", "kind: Municipality"),
    ("stakeholders:", "stakeholder:"),
    ("kind: company", "kind: compnay"),
    ('"02770"', "02770"),
    ("colour: green}", "color: green}"),
    ("actions:", "actons:"),
    ("en: Heat", "EN: Heat"),
    ("lead: wind-power", "lead: wind-powre"),
    ("lead: wind-power", "lead: Wind Power"),
    ("[town]", "town"),
    ("field: energy-systems", "field: energy-sytems"),
    ("status: ongoing", "staus: ongoing"),
    ("status: ongoing", "status: On going"),
    ("status: ongoing", "staus: Ongoing"),
    ("start: 2026-03-01", "start: 1.3.2026"),
    ("end: 2030-12-31", "end: 2030/12/31"),
    ("transport: 24.5", "Transport: 24.5"),
    ("24.5 kt/year", "24.5kt/year"),
    ("not-applicable", "not applicable"),
    ("total: 5 MEUR", "total: 5 M€"),
    ('"12500 EUR"', '"12 500 €"'),
    ("[climate-plan]", "[climate-paln]"),
    ("date: 2024-05}", "date: 2024.05}"),
    ("Lämpö", "Läm\u200epö"),
    ("# the end", "# the\ufeff end"),
)


def city(rest: str = REST, first: str = CITY) -> dict[str, bytes]:
    return {"city.yaml": first.encode(), "rest.yaml": rest.encode()}


def found(texts: Mapping[str, bytes]) -> list[str]:
    return [each.diagnostic.rule for each in pipeline.check(texts, TODAY, advice=False).findings]


def weighty(done: Mended) -> list[Located]:
    """Return what is found besides advice, which nobody is to mend for the city."""
    return [each for each in done.checked.findings if each.diagnostic.severity is not Severity.INFO]


def test_the_city_is_a_good_one() -> None:
    assert found(city()) == []
    assert mend(city(), TODAY) == Mended(city(), (), pipeline.check(city(), TODAY))


@pytest.mark.parametrize(("right", "wrong"), MISTAKES)
def test_each_mistake(right: str, wrong: str) -> None:
    texts = city(REST.replace(right, wrong, 1), CITY.replace(right, wrong, 1))
    done = mend(texts, TODAY)
    assert done.texts == city()
    assert done.made
    assert weighty(done) == []
    assert len(done.changed(texts)) == 1


@given(st.lists(st.sampled_from(MISTAKES), max_size=6), st.booleans(), st.booleans())
def test_any_of_them_together(mistakes: list[tuple[str, str]], mark: bool, carriage: bool) -> None:
    """Comments, layout, line ends and byte order mark come back byte for byte; a second run changes nothing."""
    first, rest = CITY, REST
    for right, wrong in mistakes:
        first, rest = first.replace(right, wrong, 1), rest.replace(right, wrong, 1)

    def written(first: str, rest: str) -> dict[str, bytes]:
        return city(rest.replace("\n", "\r\n") if carriage else rest, "\ufeff" * mark + first)

    done = mend(written(first, rest), TODAY)
    assert done.texts == written(CITY, REST)
    assert mend(done.texts, TODAY).made == ()


SIGNS = "abn019 .,:-#\"'{}[]\n\t€\u200e"


@given(st.data())
def test_whatever_stands_there(data: st.DataObject) -> None:
    """Any text gives a text that says the same but for what was mended, and nothing worse."""
    text = REST
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        put = data.draw(st.text(st.sampled_from(SIGNS), max_size=3))
        text = text[:at] + put + text[at + data.draw(st.integers(0, 3)) :]
    texts = city(text)
    done = mend(texts, TODAY)
    assert mend(done.texts, TODAY).texts == done.texts
    changed = done.changed(texts)
    assert bool(changed) == bool(done.made)
    for file in changed:
        before, after = (leaves(parse(each[file]).data) for each in (texts, done.texts))
        fixes = sum(len(each.diagnostic.fixes) for each in done.made if each.file == file)
        renamed = any(fix.place.on_key for each in done.made for fix in each.diagnostic.fixes)
        assert renamed or len(after - before) <= fixes
        assert comments(texts[file]) == comments(done.texts[file])


def leaves(value: object, keys: tuple[object, ...] = ()) -> set[tuple[tuple[object, ...], str]]:
    if isinstance(value, dict):
        return {leaf for key, each in value.items() for leaf in leaves(each, (*keys, key))}
    if isinstance(value, list):
        return {leaf for index, each in enumerate(value) for leaf in leaves(each, (*keys, index))}
    return {(keys, repr(value))}


def comments(text: bytes) -> list[str]:
    hidden = str.maketrans("", "", "\u200e")
    lines = text.decode().translate(hidden).split("\n")
    return [line for line in lines if line.lstrip().startswith("#")]


def test_only_the_files_that_were_asked_for() -> None:
    texts = city(REST.replace("kind: company", "kind: Company"), CITY.replace("FI", "fi"))
    done = mend(texts, TODAY, only={"city.yaml"})
    assert done.changed(texts) == ("city.yaml",)
    assert done.texts["city.yaml"] == CITY.encode()


def test_what_would_bring_in_a_fault_is_left() -> None:
    """One party in brackets is a list with one party: a deal has two."""
    deal = "deals:\n  - {id: d, title: D, parties: town, state: Agreed}\n"
    texts = {**city(), "deals.yaml": deal.encode()}
    done = mend(texts, TODAY)
    assert done.texts["deals.yaml"].decode() == deal.replace("Agreed", "agreed")
    assert [each.diagnostic.rule for each in weighty(done) if each.diagnostic.fixes] == ["wrong-type"]


def test_a_key_whose_value_has_no_right_answer_is_left() -> None:
    """Under its right name it would be a fault of another kind."""
    texts = city(REST.replace("start: 2026-03-01", "strat: soon"))
    done = mend(texts, TODAY)
    assert (done.texts, done.made) == (texts, ())
    assert [each.diagnostic.rule for each in weighty(done)] == ["unknown-key"]


def test_what_was_to_be_mended_next_and_could_not_be() -> None:
    """Under its right name the value looks as if it had one right answer, and one party is too few."""
    texts = {**city(), "deals.yaml": b"deals:\n  - {id: d, title: D, partie: town}\n"}
    done = mend(texts, TODAY)
    assert (done.texts, done.made) == (texts, ())
    assert found(texts) == ["unknown-key"]


def test_the_number_of_rounds_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lgdkit.mending._MOST_ROUNDS", 1)
    texts = city(REST.replace("status: ongoing", "staus: On going"))
    done = mend(texts, TODAY)
    assert done.texts == texts  # a round too few for the value: then the key is left too


def test_what_a_fault_hid_comes_to_light() -> None:
    texts = city(REST.replace("status: ongoing", "status: Completed").replace("2026-03-01", "2027"))
    assert found(texts) == ["unknown-code"]
    done = mend(texts, TODAY)
    assert [each.diagnostic.rule for each in done.made] == ["unknown-code"]
    assert [each.diagnostic.rule for each in weighty(done)] == ["status-against-dates"]


def test_one_fault_in_many_places() -> None:
    text = REST.replace("partners: [town]", "partners: [tonw]").replace("lead: wind-power", "lead: tonw")
    wrong = city(text)
    assert found(wrong) == ["unknown-reference"]
    done = mend(wrong, TODAY)
    assert done.texts["rest.yaml"].decode() == text.replace("tonw", "town")


def test_a_name_that_is_no_id_stands_for_the_record_if_there_is_one() -> None:
    assert mend(city(REST.replace("lead: wind-power", "lead: Sun Power")), TODAY).made == ()


def test_an_accepted_finding_that_is_gone() -> None:
    allow = "allow:\n  - {rule: action-overdue, at: actions/heat, reason: late}\n"
    texts = city(REST + allow)
    done = mend(texts, TODAY)
    assert done.texts == city()
    assert mend(texts, date(2031, 6, 1)).made == ()


def test_misspelt_entries_of_accepted_findings() -> None:
    allow = "allow:\n  - {rule: %s, at: %s, reason: late}\n"
    good = city(REST + allow % ("action-overdue", "actions/heat"))
    later = date(2031, 6, 1)
    assert pipeline.check(good, later, advice=False).findings == ()
    for rule, at in (
        ("action-overdeu", "actions/heat"),
        ("action-overdue", "action/heat"),
        ("action-overdue", "actions/haet"),
    ):
        assert mend(city(REST + allow % (rule, at)), later).texts == good
    for rule, at in (
        ("no-such-rule", "actions/heat"),
        ("action-overdue", "nowhere"),
        ("action-overdue", "actions/x"),
    ):
        assert mend(city(REST + allow % (rule, at)), later).made == ()


def test_own_fields() -> None:
    for wrong in ("colour: Green", "colour: grene"):
        assert mend(city(REST.replace("colour: green", wrong)), TODAY).texts == city()


def test_a_city_that_names_itself() -> None:
    texts = city(REST.replace("lead: wind-power", "lead: lintula/wind-power"))
    assert mend(texts, TODAY).texts == city()
    assert mend(city(REST.replace("lead: wind-power", "lead: lintula/sun")), TODAY).made == ()


def test_an_id_of_another_kind_is_no_slip() -> None:
    texts = city(REST.replace("lead: wind-power", "lead: wind-powers").replace("id: heat", "id: wind-powers"))
    assert mend(texts, TODAY).made == ()


def test_years_as_keys() -> None:
    costs = REST.replace("total: 5 MEUR,", 'total: 5 MEUR, per_year: {"2026": 1 MEUR, 2027: 2 MEUR},')
    assert b"per_year: {2026: 1 MEUR, 2027: 2 MEUR}" in mend(city(costs), TODAY).texts["rest.yaml"]
    twice = costs.replace('"2026"', '"2027"')
    assert mend(city(twice), TODAY).made == ()


def test_keys_that_are_there_already() -> None:
    for wrong in (
        REST.replace("status: ongoing", "status: ongoing\n    staus: ongoing"),
        REST + "source: []\n",
        REST.replace("ghg: {transport:", "ghg: {Transport: 1 kt/year, transport:"),
    ):
        assert mend(city(wrong), TODAY).made == ()


def test_a_translation_gets_the_digest_of_its_original() -> None:
    of = sha256("Lämpö".encode()).hexdigest()[:12]
    text = REST.replace("en: Heat", "en: {text: Heat, origin: machine}").replace(
        "status: ongoing", "status: Ongoing"
    )
    done = mend(city(text), TODAY)
    wanted = text.replace("origin: machine", f"origin: machine, of: {of}").replace("Ongoing", "ongoing")
    assert done.texts == city(wanted)
    assert (len(done.made), done.recorded) == (1, 1)
    again = mend(done.texts, TODAY)
    assert (again.texts, again.recorded) == (done.texts, 0)
    assert mend(city(text), TODAY, only={"city.yaml"}).recorded == 0


def test_a_digest_that_would_bring_in_a_finding_is_not_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    text = REST.replace("en: Heat", "en: {text: Heat, origin: machine}")
    monkeypatch.setattr("lgdkit.mending._news", lambda before, after: [1] if before is not after else [])
    done = mend(city(text), TODAY)
    assert (done.texts, done.recorded) == (city(text), 0)
