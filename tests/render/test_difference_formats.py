"""How changes are told: widths, colours, limits, and texts that would be markup."""

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from lgdkit.compare.change import Comparison, FieldChange, Judgement, RecordChange, Uncompared, Verdict, What
from lgdkit.diagnostics import Place
from lgdkit.render import difference_github, difference_json, difference_markdown, difference_text
from lgdkit.render.difference import ChangeReport, CityChanges
from lgdkit.render.findings_markdown import MOST_BYTES

WEAKER = Verdict(Judgement.WEAKENED, "later")
HERE = Place("a.yaml", ("commitments", 0))
LONG = "Tämä on pitkä lause, joka ei mahdu yhdelle riville, vaikka pääte olisi kuinka leveä tahansa, tai melkein. "
EVIL = "<b>x</b> `c` | [a](https://example.org) @owner #12 GH-7 ##[error] \x1b[31m\u202e\n::error:: # head"
DUE = FieldChange("due", "2029", "2030", WEAKER, moved="later", place=HERE.at("due"))
CHANGE = RecordChange(
    "commitments", "c", What.CHANGED, WEAKER, "Turve", fields=(DUE,), deals=("d",), by="e", place=HERE
)


def report(
    *changes: RecordChange, cities: int = 1, uncompared: tuple[Uncompared, ...] = (), path: str = "."
) -> ChangeReport:
    names = {"deals/d": "Lämpösopimus", "stakeholders/e": "Lintu Energia Oy"}
    comparison = Comparison("lintula", "Lintula", changes, uncompared, names)
    lines = {HERE: 7, HERE.at("due"): 9}
    return ChangeReport("main", None, (CityChanges(path, comparison, lines),) * cities, "1.0")


def test_a_change_on_a_terminal() -> None:
    assert difference_text.write(report(CHANGE)) == (
        "Lämpösopimus (d)\n"
        "  Lintu Energia Oy (e)\n"
        "    weakened: commitment c: Turve\n"
        "      due: 2029 → 2030 (weakened: later)\n"
        "\n"
        "Between main and the working tree: 1 weakened. 1 moved in time.\n"
    )


def test_colours_are_for_the_judgement_alone() -> None:
    written = difference_text.write(report(CHANGE), 80, lambda text, colour: f"<{colour}>{text}</>")
    assert "    <red>weakened</>: commitment c: Turve\n" in written
    assert written.count("<red>") == 1
    plain = replace(CHANGE, verdict=Verdict())
    assert "</>" not in difference_text.write(report(plain), 80, lambda text, colour: f"<{colour}>{text}</>")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_terminal(width: int) -> None:
    fields = (
        replace(DUE, field="text", language="fi", before=LONG * 3, after=LONG * 2),
        replace(DUE, field="deliverable", before=None, after=LONG),
        replace(DUE, before=None, listed=True),
    )
    change = replace(CHANGE, title=LONG, fields=fields)
    left = (Uncompared("after", "commitments/x", LONG),)
    written = difference_text.write(report(change, uncompared=left), width)
    assert max(map(len, written.splitlines())) <= width
    assert " ".join(LONG.split()) in " ".join(written.split())
    assert "due: new: 2030" in written


def test_several_cities_are_named() -> None:
    assert difference_text.write(report(CHANGE, cities=2)).count("Lintula (.)") == 2
    assert difference_markdown.write(report(CHANGE, cities=2)).count("### Lintula\n") == 2
    assert "Lintula" not in difference_text.write(report(cities=2))
    left = (Uncompared("after", "the file a.yaml", "x"),)
    assert "**Not compared**" in difference_markdown.write(report(cities=2, uncompared=left))
    assert "1 could not be compared." in difference_text.write(report(uncompared=left), 120)


def test_what_came_and_went() -> None:
    fact = replace(DUE, before=None, verdict=Verdict())
    came = replace(CHANGE, what=What.ADDED, verdict=Verdict(Judgement.STRENGTHENED, "new"), fields=(fact,))
    went = replace(CHANGE, id="w", what=What.REMOVED, fields=(), place=None)
    deal = RecordChange("deals", "d", What.CHANGED, Verdict(), deals=("d",), place=HERE)
    written = report(deal, came, went)
    text = difference_text.write(written, 120)
    assert "    added: commitment c: Turve\n      due: 2030\n" in text
    assert text.endswith("1 added, 1 removed, 1 changed otherwise. 1 moved in time.\n")
    page = difference_markdown.write(written)
    assert "| added | commitment c |   | due: 2030 |   |\n" in page
    assert "| **removed** | commitment w | Turve |   |   |\n" in page
    assert difference_github.write(written).splitlines()[:2] == [
        "::notice file=a.yaml,line=7,title=added::added: commitment c: Turve",
        "::warning file=a.yaml,line=7,title=removed::removed: commitment w: Turve",
    ]
    alone = difference_github.write(report(went, replace(went, verdict=Verdict())))
    assert alone.splitlines()[0] == "::warning title=removed::removed: commitment w: Turve"
    assert alone.count("::warning") == 1


def test_a_new_id_and_a_change() -> None:
    both = replace(CHANGE, former_id="b")
    assert "weakened: commitment c (before: b): Turve\n" in difference_text.write(report(both))
    assert "| renamed | commitment c | b | c |   |\n" in difference_markdown.write(report(both))


def test_annotations() -> None:
    fields = (
        DUE,
        replace(DUE, verdict=Verdict(Judgement.UNCLEAR, "another unit")),
        replace(DUE, verdict=Verdict()),
    )
    written = difference_github.write(report(replace(CHANGE, fields=fields), path="cities/lintula"))
    assert written.splitlines()[:2] == [
        (
            "::warning file=cities/lintula/a.yaml,line=9,title=weakened"
            "::commitments/c: due: 2029 → 2030 (weakened: later)"
        ),
        (
            "::notice file=cities/lintula/a.yaml,line=9,title=unclear"
            "::commitments/c: due: 2029 → 2030 (unclear: another unit)"
        ),
    ]
    assert len(written.splitlines()) == 3
    many = difference_github.write(report(*[CHANGE] * 11))
    assert "GitHub shows 10 annotations of each level" in many


def test_no_text_is_markup_or_an_order() -> None:
    evil = replace(
        CHANGE, id="e", title=EVIL, fields=(replace(DUE, entry=EVIL, before=EVIL, after=EVIL + "x"),)
    )
    hostile = report(evil, uncompared=(Uncompared("after", EVIL, EVIL),))
    hostile = replace(hostile, before=EVIL, stakeholder=EVIL)
    for written in (
        difference_text.write(hostile, 200),
        difference_markdown.write(hostile),
        difference_json.write(hostile),
        difference_github.write(hostile),
    ):
        assert not re.search(r"(?!\n)[\x00-\x1f\x7f-\x9f\u202e]", written)
        assert "##[" not in written
        assert "\n::error" not in written
    page = difference_markdown.write(hostile)
    assert not re.search(r"@(?=owner)|#(?=12)|GH-(?=7)", page)
    html = MarkdownIt("gfm-like", {"linkify": False}).render(page)
    assert "<a " not in html
    assert "<code>" not in html
    assert "<b>" not in html
    assert html.count("<h") == html.count("<h2") + html.count("<h3") + html.count("<hr")


def test_a_summary_is_not_larger_than_github_takes() -> None:
    large = replace(CHANGE, fields=(replace(DUE, before="ä" * 200_000, after="ö" * 200_000),) * 4)
    page = difference_markdown.write(report(large))
    assert len(page.encode()) <= MOST_BYTES + 200
    assert page.endswith("More changed: a summary holds 1 MiB. `lgd diff` shows all of it.\n")


def test_a_place_that_is_not_in_the_files_has_no_line() -> None:
    city = report(CHANGE).cities[0]
    assert city.spot(HERE) == ("a.yaml", 7)
    assert city.spot(HERE.at("nowhere")) is None
    assert city.spot(None) is None


def test_what_belongs_to_no_deal_and_has_no_weight() -> None:
    field = replace(DUE, field="start", verdict=Verdict())
    action = RecordChange("actions", "a", What.CHANGED, Verdict(), "Puhdas lämpö", fields=(field,))
    assert not report(action).weakened
    assert report(CHANGE).weakened
    assert difference_text.write(report(action)).startswith(
        "Actions\n  changed: action a: Puhdas lämpö\n    start: 2029 → 2030 (later)\n"
    )
    page = difference_markdown.write(report(action))
    assert "### Actions\n\n|   | what" in page
    assert "| changed | action a: start | 202&#57; | 203&#48; | later |" in page
