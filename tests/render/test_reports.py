"""Every machine format, given texts that would like to be more than text."""

import json
import re
from xml.etree import ElementTree

import pytest
from attempts import ATTEMPTS
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lgdkit.diagnostics import Diagnostic, Located, Place, Severity, Span
from lgdkit.render import findings_github, findings_gitlab, findings_junit, findings_markdown, findings_sarif
from lgdkit.render.formats import FORMATS, writer_of
from lgdkit.render.json_text import json_text
from lgdkit.render.report import Finding, Report, advice, finding_of
from lgdkit.render.rule_page import RuleEntry, page_of

TEXT = st.text(max_size=60) | st.sampled_from(sorted(ATTEMPTS.values()))
PAGE = "# bad-date\n\nNo date.\n\n## Why\n\nIt is compared.\n\n## Broken\n\n```yaml\na: 1\n```\n"
RULES = {"bad-date": RuleEntry("bad-date", "form", Severity.ERROR, "No date.", page_of(PAGE))}


def finding(
    message: str = "Wrong.",
    expected: str = "",
    way_out: str = "",
    *,
    severity: Severity = Severity.ERROR,
    city: str = "lintula",
    file: str = "a.yaml",
    where: str = "actions/heat",
    note: str | None = None,
    mark: str = "0" * 32,
) -> Finding:
    diagnostic = Diagnostic("bad-date", severity, Place(file), message, expected, way_out)
    related = ((file, Span(2, 3, 4), note),) if note is not None else ()
    return finding_of(Located(diagnostic, file, Span(7, 8, 9), "", related), "form", city, where, mark)


def report(*findings: Finding, cities: tuple[str, ...] = ("lintula",)) -> Report:
    return Report(findings, cities, 3, 2, 1, "Said in words.", "1.2.3", RULES)


@pytest.mark.parametrize("form", FORMATS)
@given(TEXT, TEXT, TEXT)
def test_no_text_steers_a_terminal_or_a_log(form: str, one: str, two: str, three: str) -> None:
    text = writer_of(form)(report(finding(one, two, three, file=two, where=three, note=one)))
    assert not any(sign in text for sign in "\x1b\x00\x9b\x85\r\t\u202e\u2028")
    assert "##[" not in text
    starts = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    assert len(starts) == (form == "github")
    text.encode("utf-8")


@given(TEXT, TEXT, TEXT)
def test_what_programs_read_is_whole(one: str, two: str, three: str) -> None:
    told = report(finding(one, two, three, file=two, where=three, note=one))
    (each,) = told.findings
    (read,) = json.loads(writer_of("json")(told))["findings"]
    assert (read["message"], read["file"]) == (each.message, each.path)
    (read,) = json.loads(findings_gitlab.write(told))
    assert read["description"].startswith(each.message)
    (read,) = json.loads(findings_sarif.write(told))["runs"][0]["results"]
    assert read["message"]["text"].replace("\\[", "[").replace("\\]", "]").startswith(each.message)
    case = ElementTree.fromstring(findings_junit.write(told).encode())[0][0]  # noqa: S314
    assert case.get("classname") == each.path
    assert case[0].get("message") == each.message


@given(TEXT, TEXT, TEXT)
def test_a_table_stays_a_table(one: str, two: str, three: str) -> None:
    """One row and five cells, whatever stands in them, and no markup but the line break that is ours."""
    text = findings_markdown.write(report(finding(one, two, three, file=two)))
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert html.count("<tr>") == 2
    assert html.count("<td>") == 5
    cells = html.split("<tbody>")[1]
    assert set(re.findall(r"<(?!/)([a-z]+)", cells)) <= {"tr", "td", "br"}


@given(TEXT, TEXT)
def test_a_command_has_the_parts_it_has(message: str, file: str) -> None:
    line = findings_github.write(report(finding(message, file=file))).split("\n")[0]
    command, properties, text = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line).groups()  # type: ignore[union-attr]
    names = [each.partition("=")[0] for each in properties.split(",")]
    assert (command, names) == ("error", ["file", "line", "endLine", "col", "endColumn", "title"])
    assert not re.search(r"%(?!25|0A|0D)", text)


def test_weights_by_other_names() -> None:
    for severity, names in {
        Severity.ERROR: ("error", "major", "error"),
        Severity.WARNING: ("warning", "minor", "warning"),
        Severity.INFO: ("notice", "info", "note"),
    }.items():
        told = report(finding(severity=severity))
        assert findings_github.write(told).startswith(f"::{names[0]} ")
        assert json.loads(findings_gitlab.write(told))[0]["severity"] == names[1]
        assert json.loads(findings_sarif.write(told))["runs"][0]["results"][0]["level"] == names[2]


def test_nothing_found() -> None:
    told = report(cities=("espoo", "umea"))
    assert json.loads(writer_of("json")(told))["findings"] == []
    assert findings_gitlab.write(told) == "[]\n"
    assert findings_github.write(told) == "Said in words.\n"
    assert json.loads(findings_sarif.write(told))["runs"][0]["results"] == []
    assert findings_markdown.write(told) == "## lgd check\n\nSaid in words.\n"
    root = ElementTree.fromstring(findings_junit.write(told).encode())  # noqa: S314
    assert (root.get("tests"), root.get("failures")) == ("2", "0")
    assert [each.get("name") for each in root.iter("testcase")] == ["no finding", "no finding"]


def test_a_place_that_is_not_in_the_data() -> None:
    told = report(finding(where=""))
    assert json.loads(writer_of("json")(told))["findings"][0]["at"] is None
    location = json.loads(findings_sarif.write(told))["runs"][0]["results"][0]["locations"][0]
    assert set(location) == {"physicalLocation"}
    assert 'name="bad-date"' in findings_junit.write(told)


def test_a_rule_without_a_page() -> None:
    told = Report((finding(),), ("lintula",), 1, 1, 0, "Said.", "1.2.3")
    (run,) = json.loads(findings_sarif.write(told))["runs"]
    assert run["tool"]["driver"]["rules"] == []
    assert "ruleIndex" not in run["results"][0]


def test_words_in_brackets_are_no_link() -> None:
    told = report(finding("[a](1) and {b}"), finding("[x]"))
    texts = [each["message"]["text"] for each in json.loads(findings_sarif.write(told))["runs"][0]["results"]]
    assert texts == ["\\[a\\](1) and {b}", "[x]"]


def test_a_path_is_an_address() -> None:
    told = report(finding(file="a b/ö:1%.yaml"))
    result = json.loads(findings_sarif.write(told))["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "lintula/a%20b/%C3%B6%3A1%25.yaml"


@pytest.mark.parametrize(
    ("city", "file", "path"),
    [(".", "a.yaml", "a.yaml"), ("x", "a.yaml", "x/a.yaml"), ("x", ".", "x"), (".", ".", ".")],
)
def test_a_file_lies_in_its_city(city: str, file: str, path: str) -> None:
    assert finding(city=city, file=file).path == path


def test_a_place_is_cut() -> None:
    assert len(finding(where="x" * 10_000).where) == 300


def test_the_advice_line_by_line() -> None:
    assert advice(finding()) == []
    assert advice(finding("m", "e", "h", note="the first one")) == [
        "Expected: e",
        "Way out: h",
        "See also: lintula/a.yaml:2 (the first one)",
    ]


@pytest.mark.parametrize(("count", "said"), [(10, False), (11, True)])
def test_more_annotations_than_github_shows(count: int, said: bool) -> None:
    text = findings_github.write(report(*[finding()] * count, *[finding(severity=Severity.INFO)] * 3))
    assert text.count("\n::") + 1 == count + 3
    assert ("GitHub shows 10 annotations of each level for one step" in text) is said


def test_a_summary_that_would_be_too_large() -> None:
    many = [finding("ä" * 1000)] * 1000
    text = findings_markdown.write(report(*many))
    shown = text.count("| error |")
    assert len(text.encode()) < 1_048_576
    assert 400 < shown < 1000
    assert text.endswith(f"\n\n{1000 - shown} more: a summary holds 1 MiB. `lgd check` shows them all.\n")


def test_json_says_by_number_what_nobody_sees() -> None:
    value = {"a": "\x1b[31m ##[error] \u202e \U000e0041 ä\n", "b": "\\##["}
    text = json_text(value)
    assert json.loads(text) == value
    assert "ä" in text
    assert not any(sign in text for sign in "\x1b\u202e\U000e0041")
    assert "##[" not in text
