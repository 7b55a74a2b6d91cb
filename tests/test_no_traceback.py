"""No traceback on any input: whatever stands in a city's files gives findings or drafts, never an exception.

The texts of the examples are changed at random. The same cases are tried every time; with LGD_FUZZ=5000 in
the environment, so many others are.
"""

import json
import os
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from lgdkit import disk, pipeline
from lgdkit.diagnostics import Severity
from lgdkit.drafting import Drafter
from lgdkit.drafts import Shelf
from lgdkit.render.findings import Tally, finding_text
from lgdkit.render.tables import as_csv, as_json
from lgdkit.view.inventory_rows import ActionRow, inventory_rows

pytestmark = pytest.mark.no_cover
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
TODAY = date(2026, 11, 22)
FUZZ = int(os.environ.get("LGD_FUZZ", "0"))

Texts = dict[str, bytes]
Change = Callable[[list[str]], None]

HOSTILE_VALUES = (
    *("", "~", "null", "true", "{}", "[]", "[[]]", "{a: {b: [c]}}", "-", "- x", "?", "&a x", "*a", "!!int x"),
    *("0", "-1", "1e999", ".nan", ".inf", "0x1F", "9" * 40, "1_000", "012", "1:30", "-0", "0.000000001"),
    *("0 t", "-5 kt/year", "999999999999999 Mt/year", "1 kg/year", "100 %", "0 EUR", "-1 GSEK", "1 XXX"),
    *("1900", "2199", "2024-02-29", "2023-02-29", "0000-00-00", "2030-12-31", "2024-5", "not-applicable"),
    *("{not_quantified: why}", "{not_quantified: {sv: x}}", "{not_quantified: }", "{sv: x, fi: y, en: w}"),
    *("../../etc/passwd", "umea/port", "a" * 64, "a" * 65, "umea-kommun", "port", "espoo", "[port, port]"),
    *("[umea-kommun, umea-kommun]", "[sv, sv]", "[]  # none", "{{ city }}"),
)
HOSTILE_TEXTS = (
    *("it's", "{{ 7 * 7 }}", '{% include "x" %}', "{# #}", "{{ city.__class__ }}", "{{", "%}", "${x}", "%s"),
    *("<script>x</script>", "<!--", "--> x", "</details>", "<br>", "&lt;", "&#124;", "a & b", "<https://x>"),
    *("| a | b |", "|", "\\|", "\\", "# head", "## ", "> quote", "- item", "1. item", "* * *", "---", "==="),
    *("[a](javascript:x)", "[a]: http://x", "![a](b)", "[x]", "[ ] x", "a\nb", "a\n\n- b", "a\n\n\n\n    b"),
    *("```", "~~~", "`", "``x", "**bold", "__x__", "*", "_", "~~x~~", "$x$", "$$", "@all", "#1", "www.x.y"),
    *("=1+1", "+1", "@x", "##[error]x", "::error::x", "%0A", "a\tb", "+", "\u00a0", "\u00ad", "\u200b"),
    *("👩‍👩‍👧", "Ω", "ſ", "\u0301", "ẞ" * 50, "wort " * 400, "x" * 3000, "日本語", "ﬁ", "I. x. y. z."),
    *("1.5. x", "…", "?!", "not-quantified", "None", "True", "undefined", "0", "null"),
)
NOISE = "\t \"'{}[]:,-#&*!|>%@`?~=<.0aåΩ\\\u00a0\u2028\ufeff\x00\x1b\x85"


_SHARE = st.floats(0, 1, exclude_max=True)
_WORDING = re.compile(r" +(?:- )?(?:fi|sv|de|en|legal_form|unit|publisher|reference|name|place): [^>{]")
_MAY_GO = re.compile(
    r" +(?:kind|levers|partners|start|end|status|decision|cost|indicators|depends_on|strategies|sdgs|sources"
    r"|legal_form|influence|interest|language|due|every|ghg|reporting|accession|term|signed|baseline|latest"
    r"|direction|website|codes|population|scopes|method|green_deal|ccc|until|adopted|counted_in|enables): \S"
)


@cache
def example(name: str) -> Texts:
    return dict(disk.read_folder(EXAMPLES / name).texts)


@cache
def drafter() -> Drafter:
    return Drafter(disk.read_templates())


@st.composite
def line_changes(draw: st.DrawFn) -> Change:
    """Delete, double, swap or indent a line, put noise into it, or another value after its key."""
    kinds = ("value", "value", "value", "word", "delete", "double", "swap", "indent", "noise", "cut")
    kind = draw(st.sampled_from(kinds))
    where, other = draw(_SHARE), draw(_SHARE)
    value, sign = draw(st.sampled_from(HOSTILE_VALUES)), draw(st.sampled_from(NOISE))

    def change(lines: list[str]) -> None:
        if not lines:
            return
        index, second = int(where * len(lines)), int(other * len(lines))
        line = lines[index]
        head, colon, _ = line.partition(": ")
        if kind == "value" and (colon or line.rstrip().endswith(":")):
            lines[index] = f"{head.rstrip().rstrip(':')}: {value}"
        elif kind == "value" and line.lstrip().startswith("- "):
            lines[index] = f"{line[: line.index('-')]}- {value}"
        elif kind in ("value", "word"):
            words = line.split(" ")
            words[int(other * len(words))] = value
            lines[index] = " ".join(words)
        elif kind == "delete":
            del lines[index]
        elif kind == "double":
            lines.insert(index, line)
        elif kind == "swap":
            lines[index], lines[second] = lines[second], line
        elif kind == "indent":
            lines[index] = line[2:] if sign in "\t \"'{}[]:," else f"  {line}"
        elif kind == "noise":
            place = int(other * (len(line) + 1))
            lines[index] = line[:place] + sign + line[place + int(sign in "\t :,") :]
        else:
            del lines[index:second]

    return change


@st.composite
def text_changes(draw: st.DrawFn) -> Change:
    """Write another text in a language, or leave a line out that may be left out."""
    where, text = draw(_SHARE), draw(st.sampled_from(HOSTILE_TEXTS) | st.text(max_size=20))
    gone = draw(st.integers(0, 3)) == 0

    def change(lines: list[str]) -> None:
        wanted = _MAY_GO if gone else _WORDING
        found = [index for index, line in enumerate(lines) if wanted.match(line)]
        if not found:
            return
        index = found[int(where * len(found))]
        if gone:
            del lines[index]
        else:
            lines[index] = f"{lines[index].partition(': ')[0]}: {json.dumps(text)}"

    return change


@st.composite
def changed_cities(draw: st.DrawFn, changes: st.SearchStrategy[Change] = line_changes()) -> Texts:  # noqa: B008
    texts = dict(example(draw(st.sampled_from(("umea", "espoo", "umea", "mannheim")))))
    for file in draw(st.lists(st.sampled_from(sorted(texts)), min_size=1, max_size=2)):
        lines = texts[file].decode("utf-8").split("\n")
        for change in draw(st.lists(changes, min_size=1, max_size=3)):
            change(lines)
        texts[file] = "\n".join(lines).encode("utf-8", "surrogatepass")
    return texts


def check(texts: Texts) -> pipeline.Checked:
    """Check a city as the command does, and hold what every finding must keep to."""
    checked = pipeline.check(texts, TODAY)
    tally = Tally()
    tally.add(len(checked.city.records()), len(texts), checked.findings)
    assert tally.line()
    for each in checked.findings:
        assert each.file in texts
        text = texts[each.file].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= each.span.line <= len(lines)
        assert 1 <= each.span.column < each.span.end
        assert each.span.column <= len(lines[each.span.line - 1]) + 1
        assert each.diagnostic.message
        shown = finding_text(each, each.file, lambda text, _: text, "city")
        assert all(sign.isprintable() or sign in "\n\u00a0\u00ad" or ord(sign) > 0xA0 for sign in shown)
    return checked


def draft(checked: pipeline.Checked) -> None:
    """Draft what the commands would draft of a city without errors; of the partners, some."""
    city = checked.city
    language = city.languages[-1]
    partners = [each for each in city.stakeholders if each.id != city.organisation]
    made = [
        *drafter().inventory(city, [language]),
        *drafter().roadmap(city, [language]),
        *drafter().memoranda(city, partners[::7], [language])[0],
    ]
    drafter().inventory_table(city, language)
    rows = inventory_rows(city, language)
    assert as_csv(rows, ActionRow)
    assert as_json("actions", rows)
    for each in made:
        text = each.content.decode("utf-8")
        assert text.endswith("\n")
        assert "{{" not in text or "{{" in str(checked.city)
        assert "\x1b" not in text
    shelf = Shelf(Path("/nowhere/drafts"), Path("/nowhere/.lgd"))
    assert shelf.compare(made).refused == ()  # every name stays in the folder


def tried(number: int) -> settings:
    return settings(
        max_examples=FUZZ or number,
        derandomize=not FUZZ,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@given(changed_cities())
@tried(100)
def test_a_changed_example_is_checked(texts: Texts) -> None:
    check(texts)


@given(changed_cities(text_changes()))
@tried(60)
def test_a_changed_example_without_errors_is_drafted(texts: Texts) -> None:
    checked = check(texts)
    errors = [each for each in checked.findings if each.diagnostic.severity is Severity.ERROR]
    if not errors and checked.city.record is not None:
        event("drafted")
        draft(checked)


@given(st.binary(max_size=200), st.sampled_from(("city.yaml", "more.yaml", "actions/port.yaml")))
@tried(60)
def test_any_bytes_are_checked(content: bytes, file: str) -> None:
    check({**example("umea"), file: content})
