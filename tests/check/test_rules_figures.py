"""Rules on figures: what they find and leave alone beyond the examples of their pages."""

import pytest

from .short import findings, marked, only, rules

CITY = "city:\n  id: lakeside\n  name: Lakeside\n  country: FI\n  languages: [en]\n"


def _action(rest: str) -> str:
    return f"actions: [{{id: solar, title: Solar, lead: town, {rest}}}]\n"


def _commitment(rest: str, name: str = "c") -> str:
    return f"commitments: [{{id: {name}, by: heat, text: T, {rest}}}]\n"


def _target(*targets: str, rest: str = "") -> str:
    lines = "".join(f"    - {{id: t{number}, boundary: B, {each}}}\n" for number, each in enumerate(targets))
    return f"{CITY}{rest}  targets:\n{lines}"


def _indicator(rest: str, unit: str = "t") -> str:
    return f"indicators: [{{id: i, name: I, unit: '{unit}', {rest}}}]\n"


BASE = "baseline: {year: 2023, ghg: 100 kt/year}"
PEOPLE = "  population: {value: 10000, year: 2024}\n"
FIVE = "stationary-energy: 60 kt, transport: 20 kt, waste: 5 kt, ippu: 3 kt, afolu: 2 kt"
UP = "direction: up, baseline: {year: 2023, value: 5}"
DOWN = "direction: down, baseline: {year: 2024, value: 5}"
SMALL = "baseline: {year: 2024, value: 0.05}"
FOUND = [
    ("percent-above-hundred", _target(f"{BASE}, target: {{year: 2030, reduction: 120 %}}"), "120 %"),
    ("percent-above-hundred", _indicator("baseline: {year: 2024, value: 101}", "%"), "101"),
    ("percent-above-hundred", _indicator("values: [{date: 2025, value: 4500}]", "%"), "4500"),
    (
        "percent-above-hundred",
        _indicator(
            "direction: down, baseline: {year: 2024, value: 50}, targets: [{year: 2030, value: 101}]", "%"
        ),
        "101",
    ),
    (
        "percent-above-hundred",
        _indicator(
            "direction: down, baseline: {year: 2024, value: 5}, values: [{date: 2025, value: 101}]", "%"
        ),
        "101",
    ),
    ("target-above-baseline", _target(f"{BASE}, target: {{year: 2030, reduction: 0 %}}"), "0 %"),
    ("target-above-baseline", _target(f"{BASE}, target: {{year: 2030, reduction: -80 %}}"), "-80 %"),
    ("target-above-baseline", _target(f"{BASE}, target: {{year: 2030, ghg: 100 kt}}"), "100 kt"),
    (
        "target-above-baseline",
        _target(f"{BASE}, target: {{year: 2030, reduction: 80 %, ghg: 200 kt}}"),
        "200 kt",
    ),
    (
        "target-figures-disagree",
        _target(
            "baseline: {year: 2020, ghg: 100 kt}, latest: {year: 2024, ghg: 50 kt}, "
            "target: {year: 2030, reduction: 80 %, of: latest, ghg: 20 kt}"
        ),
        "20 kt",
    ),
    (
        "target-against-direction",
        _indicator("direction: up, baseline: {year: 2024, value: 5}, targets: [{year: 2030, value: 4}]"),
        "4",
    ),
    (
        "indicator-wrong-way",
        _indicator(f"{UP}, values: [{{date: 2024, value: 6}}, {{date: 2025, value: 4}}]"),
        "4",
    ),
    (
        "indicator-out-of-scale",
        _indicator(f"{DOWN}, targets: [{{year: 2030, value: 4}}, {{year: 2040, value: 6000}}]"),
        "6000",
    ),
    (
        "indicator-out-of-scale",
        _indicator(
            "baseline: {year: 2024, value: 5000}, targets: [{year: 2030, value: 4}], "
            "values: [{date: 2025, value: 3}]"
        ),
        "5000",
    ),
    ("per-year-against-total", _action("impact: {per: total, ghg: 5 kt/year}"), "5 kt/year"),
    (
        "per-year-against-total",
        _action("impact: {per: total, ghg: {waste: 5 kt, transport: 1 kt/year}}"),
        "{waste: 5 kt, transport: 1 kt/year}",
    ),
    ("per-year-against-total", _commitment("per: total, ghg: 5 kt/year"), "5 kt/year"),
    ("per-year-against-total", _commitment("action: clean-heat, per: total, ghg: 5 kt/year"), "5 kt/year"),
    ("sum-of-sectors", _target(f"latest: {{year: 2024, ghg: 99 kt, sectors: {{{FIVE}}}}}"), "99 kt"),
    ("sum-of-sectors", _target(f"baseline: {{year: 2024, ghg: 80 kt, sectors: {{{FIVE}}}}}"), "80 kt"),
    ("sum-of-sectors", _target("latest: {year: 2024, ghg: 99 kt, sectors: {waste: 9 kt}}"), "99 kt"),
    ("emissions-per-head", _target("latest: {year: 2024, ghg: 200 t/year}", rest=PEOPLE), "200 t/year"),
    ("emissions-per-head", _target("baseline: {year: 2024, ghg: 4 Mt/year}", rest=PEOPLE), "4 Mt/year"),
    (
        "emissions-per-head",
        _target("latest: {year: 2024, ghg: 5 kt}", "latest: {year: 2024, ghg: 5000 kt}", rest=PEOPLE),
        "5000 kt",
    ),
    (
        "emissions-per-head",
        _target("baseline: {year: 2020, ghg: 4 Mt}, latest: {year: 2024, ghg: 5 Mt}", rest=PEOPLE),
        "5 Mt",
    ),
    ("figure-not-positive", _action("impact: {sinks: 0 t/year}"), "0 t/year"),
    ("figure-not-positive", _action("impact: {energy_saved: -4 GWh/year}"), "-4 GWh/year"),
    ("figure-not-positive", _action("impact: {ghg: {waste: 0 t, transport: 5 t}}"), "0 t"),
    ("figure-not-positive", _action("cost: {own: -1 EUR}"), "-1 EUR"),
    ("figure-not-positive", _action("cost: {per_year: {2025: -1 EUR}}"), "-1 EUR"),
    ("figure-not-positive", _action("funding: [{source: S, amount: 0 EUR}]"), "0 EUR"),
    ("figure-not-positive", _commitment("amount: 0 flats"), "0 flats"),
    ("figure-not-positive", _commitment("investment: {amount: -5 kEUR}"), "-5 kEUR"),
    ("figure-not-positive", _target("latest: {year: 2024, ghg: 0 t/year}", rest=PEOPLE), "0 t/year"),
    ("figure-not-positive", _target(f"{BASE}, target: {{year: 2030, ghg: -1 t}}"), "-1 t"),
    ("figure-not-positive", CITY + "  rates: [{currency: SEK, to: EUR, rate: 0, date: 2024}]\n", "0"),
    (
        "cost-parts-above-total",
        _action("cost: {total: 4 MEUR, per_year: {2025: 3 MEUR, 2026: 4 MEUR}}"),
        "{2025: 3 MEUR, 2026: 4 MEUR}",
    ),
    (
        "funding-above-cost",
        _action(
            "cost: {total: 4.0 MEUR}, funding: [{source: A, amount: 2.5 MEUR}, {source: B, amount: 3.5 MEUR}]"
        ),
        "3.5 MEUR",
    ),
    ("two-currencies", _action("cost: {total: 4 MEUR, own: 5 MSEK}"), "5 MSEK"),
    ("two-currencies", _action("cost: {per_year: {2025: 4 MEUR, 2026: 5 MSEK, 2027: 1 USD}}"), "5 MSEK"),
    (
        "two-currencies",
        _action("funding: [{source: A, amount: 4 MEUR}, {source: B, amount: 4 MNOK}]"),
        "4 MNOK",
    ),
]


@pytest.mark.parametrize(("rule", "text", "where"), FOUND)
def test_finds(rule: str, text: str, where: str) -> None:
    found = only(text)
    assert (found.diagnostic.rule, marked(found)) == (rule, where)


GOOD_RATE = "  rates: [{currency: SEK, to: EUR, rate: 0.09, date: 2024}]\n"
FINE = [
    _target(f"{BASE}, target: {{year: 2030, reduction: 100 %}}"),
    _target(f"{BASE}, target: {{year: 2030, ghg: 0 t}}"),
    _target(f"{BASE}, target: {{year: 2030, reduction: 80 %, ghg: 20.4 kt}}"),
    _target(
        "target: {year: 2030, reduction: 80 %, ghg: 20 kt}, latest: {year: 2024, ghg: 1 kt}, note: N, " + BASE
    ),
    _target(
        "latest: {year: 2024, ghg: 100 kt}, target: {year: 2030, reduction: 80 %, of: latest, ghg: 20 kt}"
    ),
    _indicator("values: [{date: 2025, value: 140}]", "% of 2015"),
    _indicator("direction: steady, baseline: {year: 2024, value: 5}, targets: [{year: 2030, value: 4}]"),
    _indicator("direction: down, baseline: {year: 2024, value: 5}, targets: [{year: 2030, value: 4}]"),
    _indicator("direction: down, targets: [{year: 2030, value: 4}], values: [{date: 2025, value: 9}]"),
    _indicator("direction: down, baseline: {year: 2024, value: 5}, values: [{date: 2025, value: 4}]"),
    _indicator("direction: down, baseline: {year: 2024, value: 5}, values: [{date: 2023, value: 9}]"),
    _indicator("direction: up, baseline: {year: 2024, value: 0}, targets: [{year: 2030, value: 40000}]"),
    _action("impact: {per: total, ghg: 5 kt}"),
    _action("impact: {ghg: 5 kt}"),
    _action("impact: {per: total, ghg: {waste: 5 kt}}"),
    _action("impact: {per: total, ghg: not-applicable}") + _commitment("action: solar, ghg: 5 t"),
    _action("impact: {per: total, ghg: 5 kt}") + _commitment("action: solar, per: total, ghg: 5 t"),
    _action("title2: x").replace(", title2: x", "") + _commitment("action: solar, per: total, ghg: 5 t"),
    _target(f"latest: {{year: 2024, ghg: 90 kt, sectors: {{{FIVE}}}}}"),
    _target(f"latest: {{year: 2024, ghg: 90.4 kt, sectors: {{{FIVE}}}}}"),
    _target("latest: {year: 2024, ghg: 99 kt, sectors: {waste: 10 kt}}"),
    _target("latest: {year: 2024, ghg: 80 kt}", rest=PEOPLE),
    _target("latest: {year: 2024, ghg: 80 kt}", "latest: {year: 2024, ghg: 90 t}", rest=PEOPLE),
    _target("target: {year: 2030, ghg: 0 t}", rest=PEOPLE),
    _action("cost: {total: 4 MEUR, own: 0 EUR, per_year: {2025: 0 EUR, 2026: 4 MEUR}}"),
    _action("cost: {total: 4 MEUR, own: 5 MSEK}").join([CITY + GOOD_RATE, ""]).replace("town", "x/town"),
    _action(
        "cost: {total: 4 MEUR}, "
        "funding: [{source: A, amount: 3 MEUR}, {source: B, amount: 3 MEUR, status: rejected}]"
    ),
    _action("cost: {total: 4 MEUR}, funding: [{source: A, amount: 4.4 MEUR}]"),
    _action("cost: {total: 4 MEUR}, funding: [{source: A, amount: not-applicable}]"),
    _action("cost: {total: {not_quantified: N}}, funding: [{source: A, amount: 4 MEUR}]"),
    _action("cost: {total: {not_quantified: N}, own: 4 MEUR}"),
    _action("cost: {note: N}"),
    "stakeholders: [{id: b, name: B, kind: sme, employees: {total: 5, in_city: 5}}]\n",
    "stakeholders: [{id: b, name: B, kind: sme, employees: {in_city: 5}}]\n",
]


@pytest.mark.parametrize("text", FINE)
def test_leaves_alone(text: str) -> None:
    assert rules(text) == []


# --- sums of commitments and actions ------------------------------------------------------------------------

PARTS = """
actions: [{id: pumps, title: Pumps, lead: heat, impact: {ghg: 12.0 kt/year}}]
commitments:
  - {id: a, by: heat, action: pumps, text: A, ghg: 7.0 kt/year}
  - {id: b, by: heat, action: pumps, text: B, ghg: 6.0 kt/year}
"""


def test_parts_above_the_whole_are_shown() -> None:
    found = only(PARTS)
    assert found.diagnostic.message == (
        "The 2 commitments to this action reduce 13 kt/year together, and the action 12.0 kt/year."
    )
    assert [note for _, _, note in found.related] == ["one of them"] * 2
    by_sector = only(PARTS.replace("12.0 kt/year", "{waste: 2.0 kt/year, transport: 10.0 kt/year}"))
    assert "and the action 12 kt/year" in by_sector.diagnostic.message


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("text: B,", "text: B, status: cancelled,", []),
        ("6.0 kt/year", "5.0 kt/year", []),
        ("6.0 kt/year", "not-applicable", []),
        ("6.0 kt/year", "13.0 kt/year", ["out-of-proportion"]),
        ("12.0 kt/year", "not-applicable", []),
        ("12.0 kt/year", "12 kt/year", ["commitments-above-action"]),
        ("action: pumps, text: B", "text: B", []),
        ("action: pumps, text: B", "action: pumpps, text: B", ["unknown-reference"]),
        ("12.0 kt/year", "1 kt, per: all", ["unknown-code"]),
        ("12.0 kt/year", "100 kt, per: total", ["per-year-against-total"] * 2),
    ],
)
def test_parts_that_fit_or_cannot_be_compared(old: str, new: str, expected: list[str]) -> None:
    assert old in PARTS
    assert rules(PARTS.replace(old, new)) == expected


WHOLE = """
city:
  id: lakeside
  name: Lakeside
  country: FI
  languages: [en]
  targets:
    - id: neutral
      boundary: The city
      baseline: {year: 2023, ghg: 80 kt/year, sectors: {transport: 20 kt/year}}
      latest: {year: 2024, ghg: 84 kt/year, sectors: {transport: 24 kt/year}}
actions:
  - {id: buses, title: Electric buses, lead: x/town, impact: {ghg: {transport: 15 kt/year}}}
  - {id: cars, title: Electric cars, lead: x/town, impact: {ghg: {transport: 14 kt/year}}}
"""


def test_actions_above_the_sector_are_one_finding() -> None:
    found = only(WHOLE)
    assert marked(found) == "24 kt/year"
    assert found.diagnostic.message == (
        "The actions reduce 29 kt/year together, and the sector transport emitted 24 kt/year in 2024."
    )


def test_actions_above_the_city_are_one_finding() -> None:
    text = WHOLE.replace("{transport: 15 kt/year}", "50 kt/year").replace(
        "{transport: 14 kt/year}", "60 kt/year"
    )
    found = only(text)
    assert marked(found) == "84 kt/year"
    assert "and the city emitted 84 kt/year in 2024" in found.diagnostic.message


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("15 kt/year}", "15 kt}, per: total", []),
        ("15 kt/year}", "15 kt/year}, counted_in: [cars]", []),
        ("title: Electric buses", "title: Electric buses, status: cancelled", []),
        ("15 kt/year}", "9 kt/year}", []),
        ("15 kt/year}", "11 kt/year}", []),  # rounded figures: 25 may be 24
        ("15 kt/year}", "25 kt/year}", ["out-of-proportion"]),
        ("{transport: 15 kt/year}", "not-applicable", []),
        ("lead: x/town, impact: {ghg: {transport: 15 kt/year}}", "lead: x/town", []),
        ("  targets:", "  totals: {additive: false}\n  targets:", []),
        ("  targets:", "  totals: {additive: true}\n  targets:", ["actions-above-sector"]),
        ("boundary: The city", "boundary: [5]", ["wrong-type"]),
    ],
)
def test_actions_that_fit_or_cannot_be_added(old: str, new: str, expected: list[str]) -> None:
    assert old in WHOLE
    assert rules(WHOLE.replace(old, new, 1)) == expected


def test_a_city_without_figures_has_no_sum() -> None:
    lines = [line for line in WHOLE.splitlines() if "baseline" not in line and "latest" not in line]
    assert rules("\n".join(lines) + "\n") == []


def test_a_city_that_cannot_be_read_has_no_sum() -> None:
    assert rules(WHOLE.replace("  targets:", "  totals: {additive: maybe}\n  targets:")) == ["wrong-type"]


# --- one fault, one finding ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_commitment("action: clean-heat, per: all, ghg: 5 kt"), "unknown-code"),
        (
            _action("cost: {total: 4 MEUR, own: 5 MSEK}, funding: [{source: S, amount: 1 MUSD}]"),
            "two-currencies",
        ),
        (_target(f"latest: {{year: 2024, ghg: 90 Mt, sectors: {{{FIVE}}}}}", rest=PEOPLE), "sum-of-sectors"),
        (_target(f"latest: {{year: 2024, ghg: 90 t, sectors: {{{FIVE}}}}}", rest=PEOPLE), "sum-of-sectors"),
        (_target(f"{BASE}, target: {{year: 2030, reduction: -80 %, ghg: 20 kt}}"), "target-above-baseline"),
        (_target(f"{BASE}, target: {{year: 2030, reduction: 800 %, ghg: 20 kt}}"), "percent-above-hundred"),
        (
            _indicator(
                "direction: down, baseline: {year: 2024, value: 5}, targets: [{year: 2022, value: 9}], note: N"
            ),
            "years-out-of-order",
        ),
        (
            _indicator(
                "direction: down, baseline: {year: 2024, value: 5}, values: [{date: 2025, value: 9000}]"
            ),
            "indicator-out-of-scale",
        ),
        (
            _indicator("direction: down, baseline: {year: 2024, value: 5}, values: [{date: 2027, value: 9}]"),
            "done-in-future",
        ),
        (
            _indicator(
                "direction: down, baseline: {year: 2024, value: 5}, "
                "targets: [{year: 2027, value: 9}, {year: 2030, value: 12}]"
            ),
            "target-against-direction",
        ),
        (_indicator(f"{SMALL}, values: [{{date: 2025, value: 140}}]", "%"), "percent-above-hundred"),
        (_indicator(f"{SMALL}, targets: [{{year: 2030, value: 140}}]", "%"), "percent-above-hundred"),
        (
            CITY + "  rates: [5]\n" + _action("cost: {total: 4 MEUR, own: 5 MSEK}").replace("town", "x/town"),
            "wrong-type",
        ),
    ],
)
def test_one_fault_is_one_finding(text: str, expected: str) -> None:
    assert rules(text) == [expected]


def test_emissions_of_a_head_are_rounded() -> None:
    small = only(_target("latest: {year: 2024, ghg: 200 t/year}", rest=PEOPLE))
    assert small.diagnostic.message == "200 t/year are 0.02 t for each of 10000 inhabitants."


def test_money_is_summed_as_it_is_written() -> None:
    (found,) = findings(_action("cost: {total: 400 kEUR}, funding: [{source: A, amount: 0.9 MEUR}]"))
    assert found.diagnostic.message == "The funding is 900 kEUR together, and the action costs 400 kEUR."
