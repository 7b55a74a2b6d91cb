import pytest
from attempts import ATTEMPTS
from hypothesis import given
from hypothesis import strategies as st

from lgdkit.diagnostics import Diagnostic, Located, Place, Severity, Span
from lgdkit.render.findings import Tally, finding_line, finding_text
from lgdkit.render.plain import inside, visible

TEXT = st.text(max_size=60) | st.sampled_from(sorted(ATTEMPTS.values()))


def finding(
    line: str, span: Span, message: str = "Wrong.", expected: str = "", way_out: str = "", **more: object
) -> Located:
    diagnostic = Diagnostic("bad-date", Severity.ERROR, Place("a.yaml"), message, expected, way_out)
    return Located(diagnostic, "a.yaml", span, line, **more)  # type: ignore[arg-type]


def plain(text: str, colour: str) -> str:
    return text


def painted(text: str, colour: str) -> str:
    return f"<{colour}>{text}</>"


def test_a_finding_in_full() -> None:
    found = finding(
        "start: 2024-13",
        Span(7, 8, 15),
        "There is no month 13.",
        "a month from 01 to 12",
        "Mend it.",
        related=(("b.yaml", Span(2, 3, 4), "the first one"),),
    )
    assert finding_text(found, "city/a.yaml", plain, "city") == (
        "city/a.yaml:7:8: error[bad-date] There is no month 13.\n"
        "   |\n"
        " 7 | start: 2024-13\n"
        "   |        ^^^^^^^\n"
        "   expected: a month from 01 to 12\n"
        "   way out:  Mend it.\n"
        "   see also: city/b.yaml:2:3 (the first one)\n"
    )
    assert "see also: b.yaml:2:3" in finding_text(found, "a.yaml", plain, ".")


def test_a_finding_without_a_line_or_advice() -> None:
    assert (
        finding_text(finding("  ", Span(1, 1, 2)), "a.yaml", painted, ".")
        == "a.yaml:1:1: <red>error[bad-date]</> Wrong.\n"
    )


def marked(line: str, span: Span) -> tuple[str, str]:
    lines = finding_text(finding(line, span), "a.yaml", plain, ".").splitlines()
    return lines[2].split(" | ", 1)[1], lines[3].split(" | ", 1)[1]


@pytest.mark.parametrize(
    ("line", "span", "shown", "mark"),
    [
        ("a: ä", Span(1, 4, 5), "a: ä", "   ^"),
        ("汉字: x", Span(1, 5, 6), "汉字: x", "      ^"),
        ("a\u0301: x", Span(1, 5, 6), "a\u0301: x", "   ^"),
        ("\ta: x", Span(1, 2, 3), " a: x", " ^"),
        ("a: \x1b[x", Span(1, 4, 6), "a: \\u001b[x", "   ^^^^^^^"),
        ("::error::x", Span(1, 9, 11), "::error::x", "        ^^"),
        ("x ##[y", Span(1, 6, 7), "x # #[y", "      ^"),
        ("a: ", Span(1, 4, 4), "a: ", "   ^"),
        ("a:", Span(1, 9, 12), "a:", "  ^"),
    ],
)
def test_the_mark_stands_under_its_place(line: str, span: Span, shown: str, mark: str) -> None:
    assert marked(line, span) == (shown, mark)


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line = "a" * 150 + "WRONG" + "b" * 150
    shown, mark = marked(line, Span(1, 151, 156))
    assert shown.startswith("…aaa")
    assert shown.endswith("bbb…")
    assert len(shown) == 102
    assert shown[mark.index("^") : len(mark)] == "WRONG"
    shown, mark = marked(line, Span(1, 1, 300))
    assert shown == line[:100] + "…"
    assert mark == "^" * 100


@given(TEXT, TEXT, TEXT, TEXT)
def test_no_text_steers_a_terminal_or_a_log(line: str, message: str, advice: str, path: str) -> None:
    found = finding(line, Span(1, 1, 3), message, advice, advice, related=((path, Span(1, 1, 2), advice),))
    text = finding_text(found, path, plain, path)
    assert text.count("\n") == len(text.splitlines())
    assert not any(sign in text for sign in "\x1b\x00\x9b\x85\r\t\u202e\u2028\ud800")
    assert "##[" not in text
    assert not any(each.lstrip().startswith("::") for each in text.splitlines())


@given(TEXT)
def test_visible_is_one_line_and_says_what_it_left_out(text: str) -> None:
    shown = visible(text)
    assert "\n" not in shown
    assert visible(shown) == shown
    assert shown.endswith(inside(text))


def test_visible_by_example() -> None:
    assert visible("a\nb\tc\x1b[31m\u202e [bold] :warning:") == "a b c\\u001b[31m\\u202e [bold] :warning:"
    assert visible("  ::error::x") == ".  ::error::x"
    assert inside("::error::x") == "::error::x"
    assert visible("x ##[add-mask]a") == "x # #[add-mask]a"


def located(severity: Severity) -> Located:
    return Located(Diagnostic("x", severity, Place("a.yaml"), "m"), "a.yaml", Span(1, 1, 2), "")


def test_the_tally_counts_in_words() -> None:
    tally = Tally()
    assert tally.line() == "No finding. Checked 0 cities, 0 records in 0 files."
    tally.add(1, 1, [])
    assert tally.line() == "No finding. Checked 1 city, 1 record in 1 file."
    tally.add(
        9,
        2,
        [located(Severity.ERROR), located(Severity.INFO), located(Severity.WARNING), located(Severity.INFO)],
    )
    assert tally.line() == "1 error, 1 warning, 2 pieces of advice. Checked 2 cities, 10 records in 3 files."
    tally.add(0, 0, [located(Severity.ERROR)])
    assert tally.line().startswith("2 errors, 1 warning, 2 pieces")
    assert (tally.count(Severity.ERROR), tally.count(Severity.INFO)) == (2, 2)


def test_a_finding_on_one_line() -> None:
    found = finding("start: 2024-13", Span(7, 8, 15), "There is no month 13.", "a month", "Mend it.")
    assert finding_line(found, "c/a.yaml", painted) == (
        "c/a.yaml:7:8: <red>error[bad-date]</> There is no month 13.\n"
    )


@given(TEXT, TEXT)
def test_one_line_steers_nothing(message: str, path: str) -> None:
    text = finding_line(finding("", Span(1, 1, 2), message), path, plain)
    assert text.count("\n") == len(text.splitlines()) == 1
    assert "##[" not in text
    assert not text.lstrip().startswith("::")


CHECKED = "Checked 1 city, 3 records in 2 files."


@pytest.mark.parametrize(
    ("least", "shown", "hidden", "line"),
    [
        ("info", "", "", f"No finding. {CHECKED}"),
        ("warning", "", "", f"No error, no warning. {CHECKED} --severity info adds advice."),
        ("warning", "w", "", f"1 warning. {CHECKED}"),
        (
            "warning",
            "",
            "i",
            f"No error, no warning. {CHECKED} 1 piece of advice is not shown; --severity info shows it.",
        ),
        (
            "warning",
            "e",
            "ii",
            f"1 error. {CHECKED} 2 pieces of advice are not shown; --severity info shows them.",
        ),
        ("error", "", "w", f"No error. {CHECKED} 1 warning is not shown; --severity warning shows it."),
        (
            "error",
            "ee",
            "wwi",
            f"2 errors. {CHECKED} 2 warnings, 1 piece of advice are not shown; --severity info shows them.",
        ),
        ("info", "wi", "", f"1 warning, 1 piece of advice. {CHECKED}"),
    ],
)
def test_the_tally_says_what_is_not_shown(least: str, shown: str, hidden: str, line: str) -> None:
    weights = {each.value[0]: located(each) for each in Severity}
    tally = Tally(Severity(least))
    tally.add(3, 2, [weights[each] for each in shown], [weights[each] for each in hidden])
    assert tally.line() == line
