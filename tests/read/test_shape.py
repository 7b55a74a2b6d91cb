"""Faults of form, as a city officer meets them: what is wrong, what was expected, the way out, the place."""

import pytest

from lgdkit.diagnostics import Diagnostic, Place
from lgdkit.model.action import Action
from lgdkit.read.advice import pattern_advice, slug
from lgdkit.read.city import read_city
from lgdkit.read.fields import description, keys_at, mapping_at, reference
from lgdkit.read.locate import Locator
from lgdkit.read.shape import shape_finding

CITY = b"city: {id: x, name: X, country: FI, languages: [fi]}\n"
ACTION_KEYS = ", ".join(keys_at(Action, ()))


def findings(text: str) -> list[tuple[str, Diagnostic]]:
    """Return each finding with what is marked in the text."""
    texts = {"a.yaml": text.encode(), "z.yaml": CITY}
    if text.startswith("city:"):
        del texts["z.yaml"]
    locator = Locator(texts)
    found = []
    for finding in read_city(texts).findings:
        span = locator.span(finding.place)
        found.append((locator.line(finding.place.file, span.line)[span.column - 1 : span.end - 1], finding))
    return found


def only(text: str) -> tuple[str, Diagnostic]:
    (found,) = findings(text)
    return found


def action(line: str) -> str:
    return f"actions:\n- id: a\n  title: x\n  {line}\n"


def city(line: str) -> str:
    return f"city:\n  id: x\n  name: X\n  country: FI\n  languages: [fi]\n  {line}\n"


@pytest.mark.parametrize(
    ("line", "rule", "marked", "message", "advice"),
    [
        # a wrong type
        (
            "lead: 12",
            "wrong-type",
            "12",
            '"lead" is a number.',
            'If it is meant as a text, put it in quotes: "12".',
        ),
        (
            "lead: 012",
            "wrong-type",
            "012",
            '"lead" is a number.',
            'If it is meant as a text, put it in quotes: "012".',
        ),
        (
            "lead: true",
            "wrong-type",
            "true",
            '"lead" is a boolean (true or false).',
            'If it is meant as a text, put it in quotes: "true".',
        ),
        (
            "lead: [b, c]",
            "wrong-type",
            "[b, c]",
            '"lead" is a list.',
            '"lead" takes one value; take the others out.',
        ),
        (
            "lead: [b]",
            "wrong-type",
            "[b]",
            '"lead" is a list.',
            "Write the value alone, without brackets and hyphens.",
        ),
        (
            "lead: {id: b}",
            "wrong-type",
            "{id: b}",
            '"lead" is a mapping (key: value).',
            "Write the id alone: b.",
        ),
        ("partners: b", "wrong-type", "b", '"partners" is a text.', "Put it in brackets: [b]."),
        (f"partners: {'b' * 50}", "wrong-type", "b" * 50, '"partners" is a text.', "Put it in brackets."),
        ("partners: 5", "wrong-type", "5", '"partners" is a number.', "Put it in brackets."),
        (
            "partners: {a: b}",
            "wrong-type",
            "{a: b}",
            '"partners" is a mapping (key: value).',
            "Put a hyphen before each entry.",
        ),
        (
            "partners: [[b, c]]",
            "wrong-type",
            "[b, c]",
            "This entry is a list.",
            "Write the value alone, without brackets and hyphens.",
        ),
        (
            "milestones: [x]",
            "wrong-type",
            "x",
            "This entry is a text.",
            "Write keys below it, such as title: …",
        ),
        (
            "cost: 5 MEUR",
            "wrong-type",
            "5 MEUR",
            '"cost" is a text.',
            "Write keys below it, such as total: …",
        ),
        (
            "cost: [5 MEUR]",
            "wrong-type",
            "[5 MEUR]",
            '"cost" is a list.',
            "Write one mapping, without brackets and hyphens.",
        ),
        (
            "cost: {per_year: [5 MSEK]}",
            "wrong-type",
            "[5 MSEK]",
            '"per_year" is a list.',
            "By year: {2025: 5 MSEK}.",
        ),
        ("sdgs: ['11']", "wrong-type", "'11'", "This entry is a text.", "Write it without quotes: 11."),
        (
            "sdgs: [11.5]",
            "wrong-type",
            "11.5",
            "This entry is 11.5, which is no whole number.",
            "Sustainable Development Goals it serves, by number.",
        ),
        ("sdgs: [11.0]", "wrong-type", "11.0", "This entry is 11.0, which is no whole number.", "Write 11."),
        (
            "description: 049",
            "wrong-type",
            "049",
            "This is a number, not a text.",
            'If it is meant as a text, put it in quotes: "049".',
        ),
        (
            "kind: [technical]",
            "wrong-type",
            "[technical]",
            '"kind" is a list, not a code.',
            "Write the value alone, without brackets and hyphens.",
        ),
        (
            "sources: [{id: s, at: 2.10}]",
            "wrong-type",
            "2.10",
            '"at" is a number.',
            'If it is meant as a text, put it in quotes: "2.10".',
        ),
        # keys
        (
            "descripton: y",
            "unknown-key",
            "descripton",
            'There is no key "descripton" here.',
            'Did you mean "description"?',
        ),
        (
            "titel: y",
            "unknown-key",
            "titel",
            'There is no key "titel" here.',
            'Did you mean "title"? That is there already.',
        ),
        ("farbe: y", "unknown-key", "farbe", 'There is no key "farbe" here.', ""),
        ("2024: y", "unknown-key", "2024", "There is no key 2024 here.", ""),
        (
            "\u00a0lead: b",
            "unknown-key",
            "\u00a0lead",
            'There is no key "\u00a0lead" here.',
            "A no-break space stands in the key; delete it, or put ordinary spaces for it.",
        ),
        (
            "decision: {statis: agreed}",
            "unknown-key",
            "statis",
            'There is no key "statis" here.',
            'Did you mean "status"?',
        ),
        (
            "decision: {}",
            "missing-field",
            "{}",
            'The key "status" is missing.',
            "Add it: proposed, agreed (among those involved) or decided (by the body).",
        ),
        (
            "sources: [{at: p. 3}]",
            "missing-field",
            "{at: p. 3}",
            'The key "id" is missing.',
            "Add it: the id of the source.",
        ),
        (
            "cost: {per_year: {'2025': 5 MSEK}}",
            "wrong-type",
            "'2025'",
            'The key "2025" is a text.',
            "Write it without quotes: 2025.",
        ),
        (
            "cost: {per_year: {next: 5 MSEK}}",
            "wrong-type",
            "next",
            'The key "next" is a text.',
            "Write the year alone.",
        ),
        (
            "cost: {per_year: {205: 5 MSEK}}",
            "out-of-range",
            "205",
            "The year 205 cannot be meant.",
            "Mend the year.",
        ),
        # codes, ids and forms
        (
            "kind: Technical",
            "unknown-code",
            "Technical",
            '"Technical" is no code for "kind".',
            'Did you mean "technical"?',
        ),
        ("kind: lorry", "unknown-code", "lorry", '"lorry" is no code for "kind".', ""),
        ("kind: 5", "unknown-code", "5", '5 is no code for "kind".', ""),
        (
            "lead: Umeå kommun",
            "bad-id",
            "Umeå kommun",
            '"Umeå kommun" is no id.',
            "For example: umea-kommun.",
        ),
        ("lead: 'Ä'", "bad-id", "'Ä'", '"Ä" is no id.', "For example: a."),
        ("lead: '!'", "bad-id", "'!'", '"!" is no id.', ""),
        (
            "sdgs: [18]",
            "out-of-range",
            "18",
            "This entry is 18.",
            "Sustainable Development Goals it serves, by number.",
        ),
        ("start: 2024.10", "bad-date", "2024.10", '"2024.10" is no date.', "Write 2024-10."),
        ("start: 0x7E8", "wrong-type", "0x7E8", "", ""),
        (
            "impact: {ghg: 049}",
            "bad-quantity",
            "049",
            "049 has no unit.",
            "Write the unit after it, such as 049 kt/year.",
        ),
        (
            "impact: {ghg: {transprt: 1 kt}}",
            "unknown-code",
            "transprt",
            '"transprt" is no source sector.',
            'Did you mean "transport"?',
        ),
        (
            "impact: {ghg: {not_quantified: {xx: why}}}",
            "unknown-code",
            "xx",
            '"xx" is no language code.',
            "Use the two-letter code of the language.",
        ),
        (
            "extra: {2024: x}",
            "unknown-key",
            "2024",
            "The name of a field is a word, not the number 2024.",
            "Give the field a name.",
        ),
    ],
)
def test_fault_in_an_action(line: str, rule: str, marked: str, message: str, advice: str) -> None:
    if line == "start: 0x7E8":
        assert findings(action(line)) == [], "2024 in another base is 2024"
        return
    found, finding = only(action(line))
    assert (finding.rule, found, finding.message, finding.help) == (rule, marked, message, advice)
    assert finding.expected


@pytest.mark.parametrize(
    ("line", "rule", "marked", "message", "advice"),
    [
        (
            "codes: {municipality: 049}",
            "wrong-type",
            "049",
            '"municipality" is a number.',
            'If it is meant as a text, put it in quotes: "049".',
        ),
        ("codes: {nuts3: se331}", "bad-code", "se331", '"se331" is no NUTS 3 code.', "Write SE331."),
        ("codes: {nuts3: SE 331}", "bad-code", "SE 331", '"SE 331" is no NUTS 3 code.', "Write SE331."),
        ("codes: {locode: seume}", "bad-code", "seume", '"seume" is no UN/LOCODE.', "Write SE UME."),
        ("codes: {wikidata: Umeå}", "bad-code", "Umeå", '"Umeå" is no Wikidata item.', ""),
        (
            "population: 133000",
            "wrong-type",
            "133000",
            '"population" is a number.',
            "Write keys below it, such as value: …",
        ),
        (
            "population: {value: 133 000, year: 2024}",
            "wrong-type",
            "133 000",
            '"value" is a text.',
            "Write 133000.",
        ),
        (
            "population: {value: 0, year: 2024}",
            "out-of-range",
            "0",
            '"value" is 0.',
            "Number of inhabitants.",
        ),
        ("totals: {additive: no}", "wrong-type", "no", '"additive" is a text.', "Write false."),
        ("totals: {additive: Ja}", "wrong-type", "Ja", '"additive" is a text.', "Write true."),
        ("totals: {additive: 1}", "wrong-type", "1", '"additive" is a number.', "Write true."),
        ("totals: {additive: 0}", "wrong-type", "0", '"additive" is a number.', "Write false."),
        (
            "totals: {additive: maybe}",
            "wrong-type",
            "maybe",
            '"additive" is a text.',
            "false where the measures overlap so that no sum of them is right.",
        ),
        (
            "principles: {governanc: x}",
            "unknown-key",
            "governanc",
            'There is no key "governanc" here.',
            'Did you mean "governance"?',
        ),
        (
            "website: www.x.fi",
            "bad-url",
            "www.x.fi",
            '"www.x.fi" is no web address.',
            "Write https://www.x.fi.",
        ),
        ("targets: [{id: t, scopes: ['1']}]", "unknown-code", "'1'", '"1" is no code for This entry.', ""),
    ],
)
def test_fault_in_the_city(line: str, rule: str, marked: str, message: str, advice: str) -> None:
    found, finding = only(city(line))
    assert (finding.rule, found, finding.help) == (rule, marked, advice or finding.help)
    assert finding.message == message or "scopes" in line
    assert finding.expected


def test_scopes_are_numbers() -> None:
    _, finding = only(city("targets: [{id: t, scopes: ['1']}]"))
    assert finding.message == '"1" is no code here.'
    assert (finding.expected, finding.help) == ("one of 1, 2, 3", "Write it without quotes: 1.")


def test_true_is_no_scope() -> None:
    _, finding = only(city("targets: [{id: t, scopes: [true]}]"))
    assert finding.message == "This is a boolean (true or false), not a scope."
    assert (finding.expected, finding.help) == ("one of 1, 2, 3", "Write the number.")


@pytest.mark.parametrize(
    "line",
    [
        "principles: {zz: 1}",
        "principles: {zz: {text: 5}}",
        "targets: [{id: t, baseline: {year: 1990, ghg: 5 kt, sectors: {zz: 1}}}]",
    ],
)
def test_a_value_under_an_unknown_key_is_no_second_fault(line: str) -> None:
    _, finding = only(city(line))
    assert (finding.rule, finding.message) == ("unknown-key", 'There is no key "zz" here.')


def test_a_wrong_value_beside_an_unknown_key_is_a_fault_of_its_own() -> None:
    found = findings(city("principles: {zz: 1, action: 1}"))
    assert sorted(finding.rule for _, finding in found) == ["unknown-key", "wrong-type"]


def test_lists_that_are_too_short() -> None:
    _, finding = only("deals:\n- {id: d, title: D, parties: [x]}\n")
    assert (finding.message, finding.expected) == ('"parties" holds 1 entry.', "at least 2")
    assert finding.help == "Two parties or more, the city's own among them."
    _, finding = only("city: {id: x, name: X, country: FI, languages: []}\n")
    assert finding.message == '"languages" holds 0 entries.'


def test_list_with_wrong_entries_is_not_called_too_short() -> None:
    assert [finding.rule for _, finding in findings("deals:\n- {id: d, title: D, parties: [A B, y]}\n")] == [
        "bad-id"
    ]


def test_texts_of_a_length() -> None:
    _, finding = only("indicators:\n- {id: i, name: I, unit: ''}\n")
    assert (finding.message, finding.expected) == ('"unit" is empty.', "at least 1 letter")
    _, finding = only(f"indicators:\n- {{id: i, name: I, unit: {'x' * 50}}}\n")
    assert finding.expected == "at most 40 letters"


def test_expected_keys_and_references() -> None:
    assert only(action("farbe: x"))[1].expected == f"one of {ACTION_KEYS}"
    assert only(action("lead: 5"))[1].expected == "the id of one of the stakeholders"
    assert only(action("indicators: [5]"))[1].expected == "the id of one of the indicators"
    assert only(action("milestones: [x]"))[1].expected == "a mapping with title, due, done"


def test_ids_made_of_names() -> None:
    assert slug("Umeå kommun – Västerbotten") == "umea-kommun-vasterbotten"
    assert slug("Straße 5") == "strasse-5"
    assert slug("☃") == ""
    assert len(slug("ab " * 1000)) <= 64


def test_forms_that_nobody_described() -> None:
    assert pattern_advice("x", "^y$") == ("bad-code", '"x" does not have the form that is wanted.', "^y$", "")


def test_errors_that_pydantic_may_yet_invent() -> None:
    error = {"type": "new_error", "loc": ("start",), "msg": "", "input": 5, "ctx": {}}
    finding = shape_finding(error, Action, Place("a"), lambda _: None, {})  # type: ignore[arg-type]
    assert (finding.rule, finding.message, finding.expected) == ("out-of-range", '"start" is 5.', "new error")


def test_what_the_classes_say() -> None:
    assert keys_at(Action, ("cost",)) == ["total", "own", "per_year", "note"]
    assert keys_at(Action, ("milestones", 0)) == ["title", "due", "done"]
    assert keys_at(Action, ("lead", "x")) == []
    assert description(Action, ("lead",)) == "The stakeholder in charge."
    assert description(Action, ("lead", "x", "y")) == ""
    assert description(Action, ("nothing",)) == ""
    assert description(Action, ()) == ""
    assert reference(Action, ("partners", 3)) == "stakeholders"
    assert reference(Action, ("start",)) == ""
    assert reference(Action, ("start", "x", "y")) == ""
    assert mapping_at({"a": [{"b": 1}]}, ("a", 0)) == {"b": 1}
    assert mapping_at({"a": [{"b": 1}]}, ("a", "b")) == {}
    assert mapping_at(5, ("a",)) == {}


def test_a_list_where_yes_or_no_stands_is_a_finding() -> None:
    text = b"deals:\n  - {id: d, title: D, parties: [a, b], accession: {open: [a]}}\n"
    assert "wrong-type" in {each.rule for each in read_city({"a.yaml": text}).findings}
