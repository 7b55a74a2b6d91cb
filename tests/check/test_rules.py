"""What each rule finds and leaves alone, where the example of its page does not show it."""

from datetime import date

import pytest

from lgdkit.check.rules import RULES
from lgdkit.check.run import check_city
from lgdkit.diagnostics import Place, Severity
from lgdkit.model.city import ANY, City

from .small import TODAY, findings, marked, only, rules

CITY = "city:\n  id: lakeside\n  name: Lakeside\n  country: FI\n  languages: [en]\n"


def _action(rest: str) -> str:
    return f"actions:\n  - {{id: solar, title: Solar, lead: town, {rest}}}\n"


# --- each rule: what it finds, and what is marked -----------------------------------------------------------

FOUND = [
    # unknown-reference
    ("unknown-reference", _action("partners: [heat, lead-mill]"), "lead-mill"),
    ("unknown-reference", _action("strategies: [plan-a]"), "plan-a"),
    ("unknown-reference", _action("sources: [{id: plan, at: p. 3}]"), "plan"),
    ("unknown-reference", _action("depends_on: [lakeside/clean-heat]"), "lakeside/clean-heat"),
    # duplicate-id
    ("duplicate-id", CITY + "  fields: [{id: a, name: A}, {id: b, name: B}, {id: a, name: C}]\n", "a"),
    (
        "duplicate-id",
        CITY + "  extra_fields: [{name: w, label: W, kind: text}, {name: w, label: V, kind: text}]\n",
        "w",
    ),
    # field-not-named
    ("field-not-named", _action("field: heating"), "heating"),
    ("field-not-named", _action("field: energy-systems"), "energy-systems"),
    ("field-not-named", CITY + "actions: [{id: solar, title: Solar, lead: x/y, field: energy}]\n", "energy"),
    # end-before-start
    ("end-before-start", _action("start: 2026-07, end: 2026-06-30, status: ongoing"), "2026-06-30"),
    (
        "end-before-start",
        "deals: [{id: d, title: D, parties: [town, heat], term: {from: 2027, until: 2026}}]\n",
        "2026",
    ),
    (
        "end-before-start",
        CITY + "  strategies: [{id: s, title: S, kind: plan, adopted: 2024-05-02, until: 2024-05-01}]\n",
        "2024-05-01",
    ),
    (
        "end-before-start",
        CITY + "  targets: [{id: t, boundary: B, baseline: {year: 2022, ghg: 1 t}, target: {year: 2003}}]\n",
        "2003",
    ),
    ("end-before-start", _action("start: 2025, end: 2024, status: ongoing"), "2024"),
    ("end-before-start", _action("start: 2029, end: 2027, milestones: [{title: M, due: 2028}]"), "2027"),
    # milestone-outside-period
    (
        "milestone-outside-period",
        _action("start: 2027, milestones: [{title: M, due: 2026-12-31}]"),
        "2026-12-31",
    ),
    (
        "milestone-outside-period",
        _action("end: 2027, milestones: [{title: M, due: 2028-01-01}]"),
        "2028-01-01",
    ),
    (
        "milestone-outside-period",
        _action("start: 2027-03, milestones: [{title: M, due: 2027-02}]"),
        "2027-02",
    ),
    (
        "milestone-outside-period",
        _action("start: 2027-05-05, end: 2027-05-05, milestones: [{title: M, due: 2029}]"),
        "2029",
    ),
    # done-in-future
    ("done-in-future", _action("start: 2024, status: ongoing, milestones: [{title: M, done: 2027}]"), "2027"),
    ("done-in-future", _action("decision: {status: decided, date: 2026-07-01}"), "2026-07-01"),
    ("done-in-future", _action("decision: {status: agreed, date: 2026-07}"), "2026-07"),
    (
        "done-in-future",
        "commitments: [{id: c, by: heat, text: T, status: completed, done: 2027}]\n",
        "2027",
    ),
    ("done-in-future", "deals: [{id: d, title: D, parties: [town, heat], signed: {date: 2027}}]\n", "2027"),
    ("done-in-future", "deals: [{id: d, title: D, parties: [town, heat], adopted: {date: 2027}}]\n", "2027"),
    ("done-in-future", CITY + "  population: {value: 9, year: 2030}\n", "2030"),
    ("done-in-future", CITY + "  strategies: [{id: s, title: S, kind: plan, adopted: 2027}]\n", "2027"),
    (
        "done-in-future",
        CITY + "  targets: [{id: t, boundary: B, latest: {year: 2031, ghg: 1 kt}}]\n",
        "2031",
    ),
    # status-against-dates
    ("status-against-dates", _action("start: 2026-07, status: completed"), "completed"),
    ("status-against-dates", _action("start: 2027, end: 2030, status: ongoing"), "ongoing"),
    ("status-against-dates", _action("start: 2027-05-05, end: 2027-05-05, status: ongoing"), "ongoing"),
    (
        "status-against-dates",
        _action("start: 2024, status: not-started, milestones: [{title: M, done: 2025}]"),
        "not-started",
    ),
    (
        "status-against-dates",
        "commitments: [{id: c, by: heat, text: T, status: ongoing, done: 2025}]\n",
        "ongoing",
    ),
    # action-overdue
    ("action-overdue", _action("start: 2025, status: not-started"), "not-started"),
    ("action-overdue", _action("end: 2026-06-29, status: not-started"), "not-started"),
    (
        "action-overdue",
        _action("end: 2025, status: ongoing, milestones: [{title: M, done: 2024}]"),
        "ongoing",
    ),
    ("action-overdue", _action("start: 2025-05-05, end: 2025-05-05, status: ongoing"), "ongoing"),
    # reduction-counted-twice
    ("reduction-counted-twice", _action("impact: {ghg: 1 t, counted_in: [solar]}"), "solar"),
    # out-of-proportion
    (
        "out-of-proportion",
        "commitments: [{id: c, by: heat, action: clean-heat, text: T, ghg: {waste: 8 kt, ippu: 5 kt}}]\n",
        "{waste: 8 kt, ippu: 5 kt}",
    ),
    # target-without-baseline
    (
        "target-without-baseline",
        CITY + "  targets: [{id: t, boundary: B, baseline: {year: 1990, ghg: 9 kt}, "
        "target: {year: 2030, reduction: 80 %, of: latest}}]\n",
        "80 %",
    ),
    # template-residue
    ("template-residue", "sources: [{id: s, title: S, publisher: '[Name]'}]\n", "'[Name]'"),
    ("template-residue", "sources: [{id: s, title: {en: S, fi: TODO}}]\n", "TODO"),
    ("template-residue", _action("impact: {ghg: {not_quantified: '(insert)'}}"), "'(insert)'"),
    # undeclared-extra
    ("undeclared-extra", _action("extra: {ward: North}"), "ward"),
]


@pytest.mark.parametrize(("rule", "text", "mark"), FOUND, ids=lambda each: str(each)[:40])
def test_finds(rule: str, text: str, mark: str) -> None:
    found = only(text)
    assert (found.diagnostic.rule, marked(found)) == (rule, mark)
    assert found.file == "example.yaml"


# --- each rule: what is in order, or is another rule's ------------------------------------------------------

FINE = [
    # unknown-reference: another city's record
    _action("replicates: espoo/m2"),
    # no-organisation: a city that has nobody to name yet
    CITY,
    # field-not-named: the shared codes, where the city names no fields
    CITY + "actions: [{id: solar, title: Solar, lead: x/y, field: energy-systems}]\n",
    # action-without-lead
    "actions: [{id: solar, title: Solar, status: cancelled}]\n",
    # end-before-start: a year means the whole year
    _action("start: 2026-07, end: 2026"),
    _action("start: 2026-06-30, end: 2026-06-30"),
    # milestone-outside-period: the same
    _action("start: 2027-03, end: 2027-09-15, milestones: [{title: M, due: 2027}, {title: N, due: 2027-09}]"),
    _action("start: 2024, end: 2030, status: ongoing, milestones: [{title: M}, {title: N, done: 2024}]"),
    _action("start: 2027-03-01, milestones: [{title: M, due: 2027-03-01}]"),
    _action("end: 2027-09-15, milestones: [{title: M, due: 2027-09-15}]"),
    _action("milestones: [{title: M, due: 2028}]"),
    # done-in-future: today, this month, this year; a proposal to come
    _action("decision: {status: decided, date: 2026-06-30}"),
    _action("decision: {status: decided, date: 2026-06}"),
    _action("decision: {status: decided, date: 2026}"),
    _action("decision: {status: proposed, date: 2026-12-10}"),
    # status-against-dates: what has begun this year; what ended early; what is put off
    _action("start: 2026, end: 2030, status: ongoing"),
    _action("start: 2026-06-30, status: ongoing"),
    _action("start: 2024, end: 2030, status: completed"),
    _action("start: 2025, end: 2027, status: postponed"),
    _action("start: 2030, end: 2031, status: cancelled"),
    "commitments: [{id: c, by: heat, text: T, status: completed, done: 2025}]\n",
    # action-overdue: the last day is not over
    _action("start: 2024, end: 2026-06-30, status: ongoing"),
    _action("start: 2026, status: not-started"),
    # reduction-counted-twice: a chain
    (
        "actions:\n"
        "  - {id: a, title: A, lead: town, impact: {counted_in: [b, clean-heat]}}\n"
        "  - {id: b, title: B, lead: town, impact: {counted_in: [clean-heat]}}\n"
    ),
    # out-of-proportion: what cannot be compared
    "commitments: [{id: c, by: heat, action: clean-heat, text: T, ghg: {not_quantified: Why.}}]\n",
    "commitments: [{id: c, by: heat, text: T, ghg: 90 kt}]\n",
    "commitments: [{id: c, by: heat, action: clean-heat, text: T, ghg: 7000 t}]\n",
    # party-without-commitment
    "deals: [{id: d, title: D, parties: [town, heat], state: withdrawn, commitments: [heat-pumps]}]\n",
    (
        "stakeholders: [{id: bakery, name: B, kind: sme}]\n"
        "deals: [{id: d, title: D, parties: [town, bakery], level: declaration}]\n"
    ),
    (
        "stakeholders: [{id: bakery, name: B, kind: sme}]\n"
        "deals: [{id: d, title: D, parties: [town, bakery], state: expired}]\n"
    ),
    # commitment-without-deal: the city itself
    "commitments: [{id: c, by: town, text: T, amount: 1 x}]\n",
    # deal-past-its-end: not in force; open end
    (
        "deals: [{id: d, title: D, parties: [town, heat], state: withdrawn, purpose: P, term: {until: 2021}, "
        "city_contributions: [{text: C}]}]\n"
    ),
    # template-residue: a plain text of two languages
    "sources: [{id: s, title: {en: Todo el agua, fi: Vesi}}]\n",
]


@pytest.mark.parametrize("text", FINE, ids=lambda each: each[-60:])
def test_leaves_alone(text: str) -> None:
    assert rules(text) == []


# --- wording that depends on the data -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (_action("partners: [haet]"), 'Did you mean "heat"?'),
        (_action("depends_on: [heat-pumps]"), '"heat-pumps" is the id of a commitment'),
        (_action("partners: [clean-heat]"), '"clean-heat" is the id of an action'),
        (_action("strategies: [plan]"), "under city: strategies:"),
        (_action("indicators: [solar-power]"), "under indicators:"),
        (_action("partners: [lakeside/heat]"), "Write the id alone: heat."),
        (_action("field: energy-systems"), 'Did you mean "energy"?'),
        (_action("field: enegry"), 'Did you mean "energy"?'),
        (_action("field: zzz"), "Name the field under city: fields:"),
        (_action("extra: {ward: North}"), "Declare it"),
    ],
)
def test_the_way_out(text: str, words: str) -> None:
    assert words in only(text).diagnostic.help


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (_action("start: 2025"), "has no status and so counts as not-started, but its start was in 2025."),
        (
            _action("milestones: [{title: M, done: 2025}]"),
            "has no status and so counts as not-started, but one of its milestones is done.",
        ),
        (
            "commitments: [{id: c, by: heat, text: T, done: 2025}]\n",
            "This commitment has no status and so counts as not-started, but it was fulfilled in 2025.",
        ),
        (_action("partners: [lakeside/heat]"), '"lakeside/heat" names this city itself.'),
    ],
)
def test_the_message(text: str, words: str) -> None:
    assert words in only(text).diagnostic.message


def test_two_own_fields_for_a_shared_code_leave_the_choice_open() -> None:
    text = CITY + (
        "  fields: [{id: heat, name: H, ccc: energy-systems}, {id: light, name: L, ccc: energy-systems}]\n"
        "actions: [{id: solar, title: Solar, lead: x/y, field: energy-systems}]\n"
    )
    assert "choose one" in only(text).diagnostic.help


def test_a_shared_code_leads_to_the_field_of_the_city() -> None:
    text = CITY + (
        "  fields: [{id: lampo, name: Lämpö, ccc: energy-systems}, {id: energy-system, name: Energia}]\n"
        "actions: [{id: solar, title: Solar, lead: x/y, field: energy-systems}]\n"
    )
    assert only(text).diagnostic.help == 'Did you mean "lampo"?'


def test_a_city_with_deals_alone_needs_its_organisation_too() -> None:
    found = only(CITY + "deals: [{id: d, title: D, parties: [x/a, x/b]}]\n")
    assert found.diagnostic.rule == "no-organisation"
    assert found.diagnostic.help.startswith("Write the municipality")


def test_the_only_municipality_is_offered() -> None:
    town = "stakeholders:\n  - {id: town, name: Town, kind: municipality}\n  - {id: b, name: B, kind: sme}\n"
    assert only(CITY + town).diagnostic.expected == "organisation: town"
    two = town + "  - {id: other, name: Other, kind: municipality}\n"
    assert only(CITY + two).diagnostic.expected == "organisation: with the id of the municipality"
    assert only(CITY + two).diagnostic.help == "Name it here."


def test_records_without_an_id_are_no_doubles() -> None:
    places = (Place("a.yaml", ("actions", 0)), Place("a.yaml", ("actions", 1)))
    assert check_city(City(declared={"actions": {ANY: places}, ANY: {"solar": places}}), RULES, TODAY) == ()
    (found,) = check_city(City(declared={"actions": {"solar": places}}), RULES, TODAY)
    assert found.expected == "an id of its own for each"
    assert found.place == places[1].at("id")


def test_late_is_advice() -> None:
    assert only(_action("start: 2024, end: 2025, status: ongoing")).diagnostic.severity is Severity.INFO


def test_today_decides_what_is_late() -> None:
    text = _action("start: 2024, end: 2025, status: ongoing")
    assert rules(text, date(2025, 12, 31)) == []
    assert rules(text, date(2026, 1, 1)) == ["action-overdue"]


# --- organisations ------------------------------------------------------------------------------------------


def _two(one: str, other: str, rest: str = "", more: str = "") -> str:
    return (
        "stakeholders:\n"
        f"  - {{id: one, name: {one}, kind: company{more}}}\n"
        f"  - {{id: other, name: {other}, kind: company{rest}}}\n"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peab AB", "PEAB"),
        ("Umeå Energi AB", "Umea Energi"),
        ("OK Västerbotten ek. för.", "OK Västerbotten"),
        ("Fortum Oyj", "Fortum Oy"),
        ("Oy Karl Fazer Ab", "Karl Fazer"),
        ("'Roche Diagnostics GmbH & Co. KG'", "Roche-Diagnostics GmbH"),
        ("Starkmacher e.V.", "Starkmacher"),
        ("Straßenbahn GmbH", "Strassenbahn"),
        ("Δήμος Κοζάνης", "ΔΗΜΟΣ ΚΟΖΑΝΗΣ"),
        ("{fi: Vesi, sv: Vatten}", "{fi: Toinen, sv: Vatten}"),
        ("Oy Ab", "Oy Ab"),
        ("Bakery", "Bakery Oy"),
    ],
)
def test_one_organisation_in_two_spellings(one: str, other: str) -> None:
    found = only(_two(one, other))
    assert found.diagnostic.rule == "duplicate-stakeholder"
    assert 'organisation "one"' in found.diagnostic.message
    assert marked(found) == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Daimler Buses EvoBus GmbH", "Daimler AG Motorenwerk"),
        ("Umeå Energi AB", "Umeå Energi Elnät AB"),
        ("Siemens AG", "Siemens Oy"),
        ("Δήμος Κοζάνης", "Δήμος Αθηναίων"),
        ("Universität Mannheim", "Hochschule Mannheim"),
        ("SE Asunnot", "Asunnot Espoo"),
        ("Oy Ab", "Ry Rf"),
        ("Oy Ab", "Oy Ry"),
    ],
)
def test_two_organisations(one: str, other: str) -> None:
    assert rules(_two(one, other)) == []


def test_a_part_of_a_group_is_no_double() -> None:
    assert rules(_two("ABB", "ABB Oy", ", part_of: one")) == []
    assert rules(_two("ABB Oy", "ABB", "", ", part_of: other")) == []


def _register(system: str, number: str) -> str:
    return f", register: {{system: {system}, number: '{number}'}}"


def test_the_number_decides() -> None:
    first = _register("FI-ytunnus", "0101507-9")
    same = only(_two("Bakery", "Mill", _register("FI-ytunnus", "01015079"), first))
    assert '"one" has the same number' in same.diagnostic.message
    assert marked(same) == "'01015079'"
    assert rules(_two("Bakery", "Bakery", _register("FI-ytunnus", "0101508-7"), first)) == []
    assert rules(_two("Bakery", "Bakery", "", first)) == ["duplicate-stakeholder"]
    assert rules(_two("Bakery", "Bakery", first)) == ["duplicate-stakeholder"]
    assert rules(_two("Bakery", "Bakery", _register("DE-HR", "HRB 1, Amtsgericht Mannheim"), first)) == [
        "duplicate-stakeholder"
    ]
    assert (
        rules(
            _two(
                "Bakery",
                "Mill",
                _register("DE-HR", "HRB 1, Amtsgericht Mannheim"),
                _register("DE-HR", "HRB 1, Amtsgericht Mannheim"),
            )
        )
        == []
    )


def test_the_same_record_twice_is_one_fault() -> None:
    text = (
        "stakeholders:\n"
        "  - {id: one, name: Bakery, kind: sme, register: {system: LEI, number: 213800KUD8LAJWSQ9D15}}\n"
        "  - {id: one, name: Bakery, kind: sme, register: {system: LEI, number: 213800KUD8LAJWSQ9D15}}\n"
    )
    assert rules(text) == ["duplicate-id"]
    assert rules(text.replace(", register: {system: LEI, number: 213800KUD8LAJWSQ9D15}", "")) == [
        "duplicate-id"
    ]


# --- circles ------------------------------------------------------------------------------------------------


def _circle(*pairs: str) -> str:
    lines = (pair.split(">") for pair in pairs)
    return "actions:\n" + "".join(
        f"  - {{id: {name}, title: T {name}, lead: town, impact: {{counted_in: [{others}]}}}}\n"
        for name, others in lines
    )


def test_a_circle_of_three_is_one_finding() -> None:
    found = only(_circle("a>b", "b>c", "c>a"))
    assert found.diagnostic.message == (
        '"a" is counted in "b", "b" in "c", "c" in "a": none of them would be added.'
    )
    assert [span.line for _, span, _ in found.related] == [3, 4]


def test_two_circles_are_two_findings() -> None:
    assert rules(_circle("a>b", "b>a", "c>d", "d>c")) == ["reduction-counted-twice"] * 2


def test_two_circles_that_share_an_action_are_two_findings() -> None:
    found = findings(_circle("a>b, c", "b>a", "c>a"))
    assert [each.diagnostic.message[:22] for each in found] == [
        '"a" is counted in "b",',
        '"a" is counted in "c",',
    ]


# --- proportions --------------------------------------------------------------------------------------------

TARGETS = CITY + (
    "  targets:\n"
    "    - id: area\n"
    "      boundary: the area\n"
    "      baseline: {year: 1990, ghg: 300 kt/year, sectors: {transport: 100 kt/year}}\n"
    "      latest: {year: 2022, ghg: 250 kt/year, sectors: {transport: 120 kt/year, waste: 1 kt/year}}\n"
    "    - {id: own, boundary: the town, latest: {year: 2022, ghg: 2 kt/year, sectors: {transport: 1 kt}}}\n"
)


@pytest.mark.parametrize(
    ("impact", "message"),
    [
        ("{ghg: 301 kt/year}", "the whole city emits: 300 kt/year in 1990."),
        ("{ghg: {transport: 121 kt/year}}", "the sector transport emits: 120 kt/year in 2022."),
        ("{ghg: {waste: 301000 t}}", "the whole city emits: 300 kt/year in 1990."),
    ],
)
def test_more_than_the_city_emits(impact: str, message: str) -> None:
    action = f"actions: [{{id: solar, title: Solar, lead: x/y, impact: {impact}}}]\n"
    assert message in only(TARGETS + action).diagnostic.message


@pytest.mark.parametrize(
    "impact",
    [
        "{ghg: 300 kt/year}",
        "{ghg: {transport: 120 kt/year}}",
        "{ghg: {waste: 2 kt/year}}",  # the waste of the baseline is not known
        "{ghg: 2 Mt, per: total}",
        "{ghg: not-applicable}",
        "{sinks: 900 kt/year}",
    ],
)
def test_not_more_than_the_city_emits(impact: str) -> None:
    action = f"actions: [{{id: solar, title: Solar, lead: x/y, impact: {impact}}}]\n"
    assert rules(TARGETS + action) == []


def test_what_is_compared_must_have_been_read() -> None:
    action = "actions: [{id: solar, title: Solar, lead: x/y, impact: {ghg: 900 kt, per: all}}]\n"
    assert rules(TARGETS + action) == ["unknown-code"]
    commitment = "commitments: [{id: c, by: x/y, action: solar, text: T, ghg: 2 kt}]\n"
    assert rules(TARGETS + action.replace("900 kt", "1 kt") + commitment) == ["unknown-code"]
    alone = commitment.replace("action: solar, ", "").replace("2 kt", "900 kt, per: all")
    assert rules(TARGETS + alone) == ["unknown-code"]


def test_a_commitment_is_held_against_the_city_where_its_action_has_no_figure() -> None:
    action = "actions: [{id: solar, title: Solar, lead: x/y}]\n"
    text = TARGETS + action + "commitments: [{id: c, by: x/y, action: solar, text: T, ghg: 400 kt%s}]\n"
    assert rules(text % "") == ["out-of-proportion"]
    assert rules(text % ", per: total") == []
    sinks = text.replace("lead: x/y", "lead: x/y, impact: {sinks: 1 kt}")
    assert rules(sinks % "") == ["out-of-proportion"]


def test_the_limit_is_said_as_it_is_written() -> None:
    text = "commitments: [{id: c, by: heat, action: clean-heat, text: T, ghg: 13 kt}]\n"
    assert only(text).diagnostic.expected == "at most 12 kt/year"
    sectors = _action("impact: {ghg: {waste: 1.5 kt, transport: 200 t}}")
    text = sectors + "commitments: [{id: c, by: heat, action: solar, text: T, ghg: 2 kt}]\n"
    assert only(text).diagnostic.expected == "at most 1.7 kt"


# --- deals --------------------------------------------------------------------------------------------------

BAKERY = "stakeholders: [{id: bakery, name: Bakery, kind: sme}]\n"


def _deal(rest: str, parties: str = "town, bakery") -> str:
    given = "purpose: P, city_contributions: [{text: C}]"
    return f"deals: [{{id: d, title: D, parties: [{parties}], {given}, {rest}}}]\n"


OVEN = "commitments: [{id: oven, by: bakery, text: Oven., amount: 1 oven}]\n"


def test_a_deal_that_names_its_commitments_needs_one_of_each_party() -> None:
    text = BAKERY + OVEN + _deal("commitments: [heat-pumps]", "town, heat, bakery")
    found = only(text)
    assert found.diagnostic.rule == "party-without-commitment"
    assert marked(found) == "bakery"


def test_a_signed_deal_lacks_its_date_its_signatories_or_both() -> None:
    text = (
        BAKERY
        + OVEN
        + _deal("state: signed, signed: {date: 2025}, signatories: [{party: town, position: P}]")
    )
    assert only(text).diagnostic.message == "This deal is signed, but it does not say who signed for bakery."
    both = "signatories: [{party: town, position: P}, {party: bakery, position: P}]"
    text = BAKERY + OVEN + _deal(f"state: reporting, signed: {{place: L}}, {both}")
    assert (
        only(text).diagnostic.message == "This deal is reporting, but the date of the signature is missing."
    )
    neither = only(BAKERY + OVEN + _deal("state: signed"))
    assert "is missing and it does not say who signed for town, bakery." in neither.diagnostic.message
    assert "signatories: {party: bakery, position: …}" in neither.diagnostic.expected


SIGNED = "state: signed, signed: {date: 2018}, signatories: [{party: town, position: P}, {party: bakery, position: P}]"


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("{until: 2021}", ["deal-past-its-end"]),
        ("{until: 2026}", []),
        ("{until: 2026-06-30}", ["deal-ends-soon"]),
        ("{from: 2018}", []),
        ("{from: 2022, until: 2021}", ["end-before-start"]),
        ("{from: 2021-05-05, until: 2021-05-05}", ["deal-past-its-end"]),
    ],
)
def test_a_deal_in_force_has_not_ended(term: str, expected: list[str]) -> None:
    assert rules(BAKERY + OVEN + _deal(f"{SIGNED}, term: {term}")) == expected


def test_commitments_of_one_stakeholder_without_a_deal_are_one_finding() -> None:
    text = (
        BAKERY
        + "commitments:\n  - {id: a, by: bakery, text: A, amount: 1 x}\n  - {id: b, by: bakery, text: B, amount: 1 x}\n"
    )
    assert rules(text) == ["commitment-without-deal"]


# --- texts and fields of the city's own ---------------------------------------------------------------------

TWO = CITY.replace("[en]", "[fi, sv]") + "  organisation: x/a\n"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("  vision: Puhdas järvi\n", "sv"),
        ("  vision: {sv: Ren sjö}\n", "fi"),
        ("  vision: {en: Clean lake}\n", "fi, sv"),
        ("deals: [{id: d, title: D, parties: [x/a, x/b], languages: [fi]}]\n", "sv"),
        ("deals: [{id: d, title: {fi: D, sv: D}, parties: [x/a, x/b], languages: [fi, en]}]\n", "en"),
        (
            "deals: [{id: d, title: {fi: D, sv: D}, parties: [x/a, x/b], languages: [sv], purpose: Syy}]\n",
            "sv",
        ),
    ],
)
def test_says_which_language_is_missing(text: str, missing: str) -> None:
    assert only(TWO + text).diagnostic.message == f"This text is missing in {missing}."


@pytest.mark.parametrize(
    "text",
    [
        "  vision: {fi: Puhdas järvi, sv: Ren sjö, en: Clean lake}\n",
        "sources: [{id: s, title: Suunnitelma}]\n",  # a proper name
        "deals: [{id: d, title: {fi: D, sv: D}, parties: [x/a, x/b], languages: [fi], purpose: Tarkoitus}]\n",
    ],
)
def test_leaves_complete_texts_alone(text: str) -> None:
    assert rules(TWO + text) == []


def test_a_wording_that_cannot_be_read_is_not_missing_too() -> None:
    assert rules(TWO + "  vision: {fi: Puhdas järvi, sv: 5}\n") == ["wrong-type"]


EXTRA = CITY + (
    "  extra_fields:\n"
    "    - {name: word, label: W, kind: text}\n"
    "    - {name: count, label: C, kind: number}\n"
    "    - {name: heat, label: H, kind: quantity}\n"
    "    - {name: day, label: D, kind: date}\n"
    "    - {name: size, label: S, kind: choice, choices: [small, large]}\n"
)


def _extra(value: str) -> str:
    return EXTRA + f"actions: [{{id: solar, title: Solar, lead: x/y, extra: {{{value}}}}}]\n"


@pytest.mark.parametrize(
    "value",
    ["word: x", "count: 4", "count: 4.5", "heat: 80 GWh", "day: 2024", "day: 2024-05-31", "size: small"],
)
def test_a_value_of_the_declared_kind(value: str) -> None:
    assert rules(_extra(value)) == []


@pytest.mark.parametrize(
    ("value", "expected", "way_out"),
    [
        ("word: 12.5", "a text", 'Put it in quotes: "12.5".'),
        ("word: true", "a text", 'Put it in quotes: "true".'),
        ("count: many", "a number", "Mend the value."),
        ("heat: 80", "a number, a space and a unit", "Write the unit"),
        ("day: 31.5.2024", "2024, 2024-05", "2024-05-31"),
        ("day: true", "2024, 2024-05", "Mend the value."),
        ("size: medium", "one of small, large", "Write one of these."),
    ],
)
def test_a_value_of_another_kind(value: str, expected: str, way_out: str) -> None:
    found = only(_extra(value))
    assert found.diagnostic.rule == "undeclared-extra"
    assert found.diagnostic.expected.startswith(expected)
    assert way_out in found.diagnostic.help


@pytest.mark.parametrize(
    ("value", "words"), [("size: medium", '"size" as a choice.'), ("day: soon", '"day" as a date.')]
)
def test_the_declared_kind_is_named(value: str, words: str) -> None:
    assert only(_extra(value)).diagnostic.message == f"The city has declared {words}"


def test_a_long_piece_of_a_template_is_cut() -> None:
    found = only(_action(f"description: (Insert {'a word ' * 20})"))
    assert found.diagnostic.message == f'"(Insert {"a word " * 20}'[:61] + '…" is left over from a template.'


def test_a_field_declared_under_another_name() -> None:
    assert only(_extra("wrod: x")).diagnostic.help == 'Did you mean "word"?'
