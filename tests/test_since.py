"""What a change brought in: found again by record and key, wherever the line stands now."""

from collections.abc import Mapping
from datetime import date

from lgdkit import pipeline
from lgdkit.diagnostics import Diagnostic, Located, Place, Related, Severity, Span
from lgdkit.model.city import City
from lgdkit.pipeline import Checked
from lgdkit.since import Side, brought_in

TODAY = date(2026, 11, 22)
CITY = "city: {id: x, name: X, country: FI, languages: [en], organisation: town}\n"
TOWN = "stakeholders:\n  - {id: town, name: Town, kind: municipality}\n"
HEAT = "  - {id: heat, title: Heat, lead: town}\n"
LATE = "  - {id: late, title: Late, lead: town, end: 2020, status: ongoing}\n"
ODD = "  - {id: odd, title: Odd, lead: nobody-at-all}\n"
Texts = Mapping[str, str]


def side(texts: Texts) -> Side:
    raw = {file: text.encode() for file, text in texts.items()}
    checked = pipeline.check(raw, TODAY, wanted=frozenset({"action-overdue"}), advice=False)
    # the actions of these tests are all called the same, which is not what they are about
    found = tuple(each for each in checked.findings if each.diagnostic.rule != "duplicate-action")
    return Side(checked._replace(findings=found), raw)


def new(before: Texts, after: Texts) -> list[tuple[str, str, int, str]]:
    found = brought_in(side(before), side(after))
    return [(each.diagnostic.rule, each.file, each.span.line, each.diagnostic.message) for each in found]


def rules(before: Texts, after: Texts) -> list[str]:
    return [each[0] for each in new(before, after)]


def texts(actions: str, **more: str) -> dict[str, str]:
    return {"city.yaml": CITY, "town.yaml": TOWN, "actions.yaml": f"actions:\n{actions}", **more}


def test_what_was_there_is_left_out() -> None:
    assert rules(texts(HEAT), texts(HEAT + LATE)) == ["action-overdue"]
    assert rules(texts(HEAT + LATE), texts(HEAT + LATE)) == []
    assert rules(texts(HEAT + LATE), texts(HEAT)) == []


def test_a_line_that_moved_is_not_new() -> None:
    assert rules(texts(HEAT + LATE), texts("# late\n" + LATE + HEAT)) == []


def test_a_record_in_another_file_is_not_new() -> None:
    moved = texts(HEAT, **{"late.yaml": f"actions:\n{LATE}"})
    assert rules(texts(HEAT + LATE), moved) == []
    assert rules(moved, texts(HEAT + LATE)) == []


def test_another_record_or_another_message_is_new() -> None:
    assert rules(texts(LATE), texts(LATE.replace("id: late", "id: later"))) == ["action-overdue"]
    assert rules(texts(LATE), texts(LATE.replace("2020", "2021"))) == ["action-overdue"]


def test_entries_without_an_id_are_counted() -> None:
    def with_steps(*done: str) -> dict[str, str]:
        steps = "".join(f"      - {{title: Step, done: {each}}}\n" for each in done)
        return texts(f"  - id: heat\n    title: Heat\n    lead: town\n    milestones:\n{steps}")

    assert rules(with_steps("2030"), with_steps("2020", "2030")) == []
    assert rules(with_steps("2030"), with_steps("2030", "2030")) == ["done-in-future"]
    assert rules(with_steps("2030"), with_steps("2031", "2030")) == ["done-in-future"]


def test_one_more_place_of_the_same_fault_is_told_alone() -> None:
    """The one that was there before is not shown, nor counted."""
    before, after = texts(ODD), texts(ODD + ODD.replace("id: odd", "id: more"))
    assert new(before, after) == [
        ("unknown-reference", "actions.yaml", 3, 'No stakeholder has the id "nobody-at-all".')
    ]
    found = brought_in(side(before), side(after))[0]
    assert found.line == "  - {id: more, title: Odd, lead: nobody-at-all}"
    assert found.span.column == 34
    assert (found.related, found.diagnostic.related) == ((), ())
    assert new(after, before) == []


def test_two_and_three_more_places() -> None:
    more = [ODD.replace("id: odd", f"id: odd-{number}") for number in range(3)]
    two, three = (texts(ODD + "".join(more[:count])) for count in (2, 3))
    assert [each[2:] for each in new(texts(ODD), two)] == [
        (3, 'No stakeholder has the id "nobody-at-all"; the same at one more place in this file.')
    ]
    found = brought_in(side(texts(ODD)), side(three))[0]
    assert found.diagnostic.message.endswith("; the same at 2 more places in this file.")
    assert [span.line for _, span, _ in found.related] == [4, 5]
    assert [each.place.keys[1] for each in found.diagnostic.related] == [2, 3]


def test_places_that_part_are_the_same_ones() -> None:
    """Two places in one file are one finding, and in two files two; neither is new."""
    other = ODD.replace("id: odd", "id: more")
    together, apart = texts(ODD + other), texts(ODD, **{"more.yaml": f"actions:\n{other}"})
    assert rules(together, apart) == []
    assert rules(apart, together) == []


def test_fixes_go_with_their_places() -> None:
    slip = ODD.replace("nobody-at-all", "tonw")
    before, after = texts(slip), texts(slip + slip.replace("id: odd", "id: more"))
    fixes = brought_in(side(before), side(after))[0].diagnostic.fixes
    assert [fix.place.keys for fix in fixes] == [("actions", 1, "lead")]


def test_what_a_finding_is_about_besides_stays_with_it() -> None:
    twice = texts(HEAT, **{"more.yaml": f"actions:\n{HEAT}"})
    found = brought_in(side(texts(HEAT)), side(twice))
    assert [each.diagnostic.rule for each in found] == ["duplicate-id"]
    assert [note for _, _, note in found[0].related] == ["the first one"]
    assert rules(twice, {**twice, "more.yaml": f"# twice\nactions:\n{HEAT}"}) == []


def test_of_the_other_places_only_those_of_the_fault_count() -> None:
    """A finding that stands for several places may also name another one, such as the first of two."""
    first, more = Place("a.yaml", ("actions", 0)), Place("a.yaml", ("actions", 1))
    related = (Related(Place("b.yaml", ("actions", 0)), "the first one"), Related(more, "here too"))
    message = "Odd; the same at one more place in this file."
    diagnostic = Diagnostic("odd", Severity.ERROR, first, message, related=related)
    spans = tuple((each.place.file, Span(2, 1, 2), each.note) for each in related)
    joined = Located(diagnostic, "a.yaml", Span(1, 1, 2), "x", spans)
    alone = Located(diagnostic._replace(message="Odd.", related=()), "a.yaml", Span(1, 1, 2), "x")
    after = Side(Checked(City(), (joined,)), {"a.yaml": b"x\ny\n"})
    found = brought_in(Side(Checked(City(), (alone,)), {}), after)
    assert [(each.diagnostic.message, each.line, each.related) for each in found] == [("Odd.", "y", ())]


def test_a_fault_of_a_whole_file() -> None:
    broken = "actions:\n  - {id: a\n"
    before = texts(HEAT, **{"a.yaml": broken})
    assert rules(before, {**before, "a.yaml": f"\n\n{broken}"}) == []
    renamed = texts(HEAT, **{"b.yaml": broken})
    assert rules(before, renamed) == []
    assert rules(before, {**before, "b.yaml": broken}) == ["yaml-syntax"]
    assert rules(before, {**renamed, "c.yaml": broken}) == ["yaml-syntax"]


def test_one_file_mended_and_another_broken() -> None:
    """The same words about another file that was there before are new."""
    broken, whole = "actions:\n  - {id: a\n", f"actions:\n{LATE}".replace("2020", "2040")
    before = texts(HEAT, **{"a.yaml": broken, "b.yaml": whole})
    after = texts(HEAT, **{"b.yaml": broken})
    assert rules(before, after) == ["yaml-syntax"]


def test_a_misspelt_top_level_key_does_not_move_what_is_below_it() -> None:
    wrong = {**texts(LATE), "actions.yaml": f"actons:\n{LATE}"}
    assert rules(wrong, texts(LATE)) == []
    assert rules(texts(LATE), wrong) == ["unknown-key"]


def test_a_new_city() -> None:
    assert rules({}, texts(LATE)) == ["action-overdue"]


def test_key_and_value_are_told_apart() -> None:
    key, value = HEAT.replace("lead", "laed"), HEAT.replace("lead: town", "lead: [town]")
    assert rules(texts(key), texts(value)) == ["wrong-type"]
