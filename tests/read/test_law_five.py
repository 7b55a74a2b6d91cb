"""One bad record hides no other fault and causes no false one: references are held to the ids declared."""

from datetime import date

import pytest

from lgdkit.check.rules import RULES
from lgdkit.check.run import check_city
from lgdkit.diagnostics import Place
from lgdkit.model.city import ANY, LISTS
from lgdkit.read.city import Reading, read_city
from lgdkit.read.thorough import MAX_BROKEN

CITY = "city: {id: x, name: X, country: FI, languages: [fi]}\n"


def read(*texts: str, city: str = CITY) -> Reading:
    return read_city(
        {"0.yaml": city.encode(), **{f"{n}.yaml": text.encode() for n, text in enumerate(texts, 1)}}
    )


def rules(reading: Reading) -> list[str]:
    return [finding.rule for finding in reading.findings]


def false_findings(reading: Reading) -> list[str]:
    """Return what the rules say of references; the cities here hold faults of form and nothing else."""
    found = check_city(reading.city, RULES, date(2026, 1, 1))
    return [each.rule for each in found if each.rule in ("unknown-reference", "field-not-named")]


def test_broken_field_is_left_out_and_the_record_read() -> None:
    reading = read(
        "actions:\n- {id: a, title: T, start: soon, end: 2030, lead: [x], cost: {total: 5, own: 1 EUR}}\n"
    )
    assert sorted(rules(reading)) == ["bad-date", "bad-money", "wrong-type"]
    (action,) = reading.city.actions
    assert (action.start, str(action.end), action.lead) == (None, "2030", None)
    assert action.cost is not None
    assert action.cost.total is None
    assert action.cost.own is not None
    assert action.broken == {"start", "lead", "cost"}
    assert not action.lacks("lead")
    assert action.lacks("description")
    assert action.place == Place("1.yaml", ("actions", 0))


def test_broken_entry_takes_its_list_out() -> None:
    """Entries keep their places, so a list that would lose one goes as a whole."""
    reading = read(
        "actions:\n- {id: a, title: T, partners: [x, Y], milestones: [{title: M}, {due: 2024}], sdgs: [1]}\n"
    )
    assert sorted(rules(reading)) == ["bad-id", "missing-field"]
    (action,) = reading.city.actions
    assert (action.partners, action.milestones, action.sdgs) == ((), (), (1,))
    assert action.broken == {"partners", "milestones"}


def test_part_without_what_it_needs_is_left_out() -> None:
    reading = read("actions:\n- {id: a, title: T, decision: {body: B}, funding: [{status: granted}]}\n")
    assert rules(reading) == ["missing-field", "missing-field"]
    assert reading.city.actions[0].decision is None
    assert reading.city.actions[0].broken == {"decision", "funding"}


def test_record_without_what_it_needs_is_unread() -> None:
    reading = read("actions:\n- {id: a, start: 2024}\n- {id: b, title: T}\n")
    assert rules(reading) == ["missing-field"]
    assert [action.id for action in reading.city.actions] == ["b"]
    assert reading.city.unread == {"actions"}
    assert set(reading.city.declared["actions"]) == {"a", "b"}


def test_misspelt_key_is_one_finding_and_read_as_meant() -> None:
    reading = read("actions:\n- {id: a, titel: T, decision: {statis: agreed}, starts: 2024}\n")
    assert rules(reading) == ["unknown-key"] * 3
    (action,) = reading.city.actions
    assert action.title.plain == "T"
    assert action.decision is not None
    assert action.broken == {"titel", "title", "decision", "starts", "start"}
    assert not action.lacks("start")


def test_misspelt_key_with_a_wrong_value_is_still_one_finding() -> None:
    reading = read("actions:\n- {id: a, title: T, strat: soon}\n")
    assert rules(reading) == ["unknown-key"]
    assert reading.city.actions[0].start is None
    assert "start" in reading.city.actions[0].broken


def test_misspelt_key_beside_the_right_one() -> None:
    reading = read("actions:\n- {id: a, title: T, titel: U}\n")
    assert rules(reading) == ["unknown-key"]
    assert reading.city.actions[0].title.plain == "T"


def test_misspelt_key_in_an_entry_of_a_list() -> None:
    reading = read("actions:\n- {id: a, title: T, milestones: [{titel: M}]}\n")
    assert rules(reading) == ["unknown-key"]
    assert reading.city.actions[0].milestones == ()


def test_misspelt_key_in_a_list_that_goes_anyway() -> None:
    reading = read("actions:\n- {id: a, title: T, milestones: [{due: 2024}, {titel: M}]}\n")
    assert sorted(rules(reading)) == ["missing-field", "unknown-key"]
    assert reading.city.actions[0].milestones == ()


def test_misspelt_kind_is_read_as_meant() -> None:
    reading = read(
        "action:\n- {id: a, title: T, start: soon}\nstakeholders:\n- {id: s, name: S, kind: sme}\n"
    )
    assert rules(reading) == ["unknown-key", "bad-date"]
    assert [action.id for action in reading.city.actions] == ["a"]
    assert reading.city.actions[0].place == Place("1.yaml", ("action", 0))
    assert reading.city.unread == set()


def test_misspelt_city_is_read_as_meant() -> None:
    reading = read("", city=CITY.replace("city:", "citty:"))
    assert rules(reading) == ["unknown-key", "empty-file"]
    assert reading.city.record is not None


def test_key_that_nobody_knows_hides_what_is_below_it() -> None:
    reading = read(
        "massnahmen:\n- {id: a, title: T}\n- {title: U, id: b}\nzeug: 1\n",
        "commitments:\n- {id: c, by: s, action: a, text: T}\n- {id: d, by: s, action: b, text: T}\n",
        "stakeholders:\n- {id: s, name: S, kind: sme}\n",
    )
    assert rules(reading) == ["unknown-key", "unknown-key"]
    assert set(reading.city.declared[ANY]) == {"a", "b"}
    assert not reading.city.whole("actions")
    assert false_findings(reading) == []


@pytest.mark.parametrize(
    "broken",
    [
        "actions:\n- id: a\n  title: 'x\n",
        "actions:\n- {title: x, id: a}\n- [\n",
        "actions:\n- {id: a, title: x}\n- {id: 'b', title: gr\udcfcn}\n",
        "%YAML 1.1\n---\nactions: [{id: a, title: T}]\n",
        "- {id: a, title: T}\n",
        "actions: !x [{id: a, title: T}]\n",
        "actions:\n- !x {id: a, title: T}\n",
        "actions:\n- !x a\n",
        "actions:\n- a\n",
        "actions:\n- [a]\n",
        "actions: {a: {title: T}}\n",
        "actions: {id: a, title: T}\n",
        "actions: a\n",
        "? [actions]\n: [{id: a, title: T}]\n",
        "actions:\n- {id: a}\n",
        "actions:\n- {id: [a], title: T}\n",
        "actions:\n- {ID: a, title: T}\n",
        "actions:\n- {id: A, title: T}\n",
        "actions:\n- title: T\n",
    ],
)
def test_reference_to_what_cannot_be_read_is_not_called_unknown(broken: str) -> None:
    texts = {
        "0.yaml": CITY.encode(),
        "1.yaml": broken.encode("utf-8", "surrogateescape"),
        "2.yaml": b"stakeholders:\n- {id: s, name: S, kind: sme}\n",
        "3.yaml": b"commitments:\n- {id: c, by: s, action: a, text: T}\n",
    }
    reading = read_city(texts)
    assert reading.findings
    assert [each.id for each in reading.city.commitments] == ["c"]
    assert not reading.city.whole("actions") or [each.id for each in reading.city.actions] == ["a"]
    assert false_findings(reading) == []


def test_ids_in_a_file_of_another_encoding() -> None:
    reading = read_city({"0.yaml": CITY.encode(), "1.yaml": "actions:\n- id: a\n".encode("utf-16")})
    assert set(reading.city.declared[ANY]) == {"a"}


def test_file_that_was_not_read_may_hold_anything() -> None:
    text = "commitments:\n- {id: c, by: s, action: a, text: T}\n"
    reading = read_city({"0.yaml": CITY.encode(), "1.yaml": text.encode()}, lost=["2.yaml"])
    assert false_findings(reading) == []
    assert not reading.city.whole(*LISTS)
    large = read_city({"0.yaml": CITY.encode(), "1.yaml": text.encode(), "2.yaml": b"#" * 5_000_000})
    assert rules(large) == ["file-too-large"]
    assert false_findings(large) == []


def test_list_of_the_citys_record_that_cannot_be_read() -> None:
    city = "city: {id: x, name: X, country: FI, languages: [fi], strategies: %s}\n"
    action = "actions:\n- {id: a, title: T, strategies: [s, t]}\n"
    for broken in ("5", "[s]", "[{id: s}]", "!x []", "[!x 5]"):
        reading = read(action, city=city % broken)
        assert reading.city.record is not None
        assert "strategies" in reading.city.record.broken
        assert "strategies" in reading.city.unread
    readable = read(action, city=city % "[{id: s, title: S, kind: plan, until: soon}]")
    assert set(readable.city.declared["strategies"]) == {"s"}


def test_targets_know_their_places() -> None:
    reading = read(city="city: {id: x, name: X, country: FI, languages: [fi], targets: [{id: t}, {id: u}]}\n")
    assert reading.city.record is not None
    assert [target.place for target in reading.city.record.targets] == [
        Place("0.yaml", ("city", "targets", 0)),
        Place("0.yaml", ("city", "targets", 1)),
    ]


# --- the record of the city ---


def test_city_is_missing() -> None:
    assert rules(read_city({"a.yaml": b"actions: []\n"})) == ["no-city"]
    nowhere = read_city({})
    assert rules(nowhere) == ["no-city"]
    assert nowhere.findings[0].place == Place(".")
    assert nowhere.city.records() == ()


@pytest.mark.parametrize(
    "text",
    [
        "city:\n",
        "city: x\n",
        "city: !x {}\n",
        "city: {id: y}\n",
        "city: [\n",
        "stadt: {id: y}\n",
        "city: &a {id: y}\n",
    ],
)
def test_city_is_there_and_cannot_be_read(text: str) -> None:
    reading = read_city({"a.yaml": text.encode()})
    assert "no-city" not in rules(reading)
    assert reading.findings
    assert reading.city.record is None
    assert not reading.city.whole("city")


def test_second_city() -> None:
    reading = read("city: {id: y, name: Y, country: FI, languages: [fi]}\n")
    (finding,) = reading.findings
    assert (finding.rule, finding.place) == ("duplicate-id", Place("1.yaml").key("city"))
    assert finding.related[0].place == Place("0.yaml").key("city")
    assert reading.city.record is not None
    assert reading.city.record.id == "x"


# --- files ---


def test_files_without_data() -> None:
    assert rules(read("", "# nothing\n", "{}\n")) == ["empty-file"] * 3


def test_files_that_hold_something_else() -> None:
    def told(text: str) -> tuple[str, str, str]:
        (finding,) = read(text).findings
        return finding.rule, finding.message, finding.help

    begin = "Begin with a key, such as actions:, and put the list below it."
    assert told("- id: a\n") == ("not-a-mapping", "This file holds a list.", begin)
    assert told("actions\n") == ("not-a-mapping", "This file holds a text.", begin)
    assert told("actions:x\n") == ("not-a-mapping", "This file holds a text.", "Put a space after the colon.")
    assert told("5\n") == ("not-a-mapping", "This file holds a number.", begin)


def test_entries_that_are_no_records() -> None:
    reading = read("actions:\n- a\n- [b]\n- 5\n- ~\nallow:\n- x\n")
    assert rules(reading) == ["empty-value", "wrong-type", "wrong-type", "wrong-type", "wrong-type"]


def test_two_records_of_one_id_are_both_declared() -> None:
    reading = read("actions:\n- {id: a, title: T}\n- {id: a, title: U}\n")
    assert len(reading.city.declared["actions"]["a"]) == 2


def test_accepted_findings_are_read_in_their_order() -> None:
    reading = read("allow:\n- {rule: b, at: x, reason: r}\n- {rule: a, at: y}\n- {rule: A b, at: z}\n")
    assert rules(reading) == ["bad-id"]
    assert [(each.rule, each.where) for each in reading.city.allow] == [("b", "x"), ("a", "y")]
    assert reading.city.allow[0].place == Place("1.yaml", ("allow", 0))


# --- more faults than anybody reads ---


def test_many_broken_records() -> None:
    count = MAX_BROKEN * 3
    reading = read(
        "actions:\n" + "".join(f"- {{id: a{n}}}\n" for n in range(count)) + "- {id: z, title: T}\n"
    )
    assert len(reading.findings) == MAX_BROKEN + 2
    assert rules(reading)[-1] == "too-many-faults"
    assert len(reading.city.declared["actions"]) == count + 1
    assert not reading.city.whole("actions")


def test_many_unknown_keys() -> None:
    reading = read("".join(f"k{n}: 1\n" for n in range(MAX_BROKEN * 3)))
    assert len(reading.findings) == MAX_BROKEN + 1
    assert reading.findings[-1].message == f"This file has {MAX_BROKEN * 2} more unknown keys."


def test_many_faults_in_one_record() -> None:
    reading = read("actions:\n- {id: a, title: T, sdgs: [" + "99," * 80 + "]}\n")
    assert len(reading.findings) == 51
    assert reading.findings[-1].message == "This record has 30 more faults."
    assert reading.city.actions[0].sdgs == ()
    hopeless = read("actions:\n- {id: a, title: T, sdgs: [" + "99," * 800 + "]}\n")
    assert hopeless.findings[-1].message == "This record has 750 more faults."
    assert hopeless.city.actions == ()


def test_many_faults_in_one_value() -> None:
    """A value tells fifty of its faults at a time; a record is not read again and again for the others."""
    keys = ", ".join(f"k{n}: x" for n in range(1000))
    reading = read(f"actions:\n- {{id: a, title: T, note: {{{keys}}}}}\n")
    assert rules(reading) == ["unknown-code"] * 50
    assert reading.city.actions == ()
    assert not reading.city.whole("actions")


def test_garbage_is_collected_as_before() -> None:
    import gc

    assert gc.isenabled()
    read("")
    assert gc.isenabled()
    gc.disable()
    try:
        read("")
        assert not gc.isenabled()
    finally:
        gc.enable()
