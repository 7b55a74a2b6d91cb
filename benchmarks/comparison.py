"""Hold `lgd check` beside check-jsonschema and yamllint on the same broken files, and write the page about it.

Each folder of `broken/` is a small city with one fault; the first line of its file says which, and in which
line it stands. `broken/whole` is the same city without a fault, and none of the three has a word on it.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from lgdkit.check.rules import RULES
from lgdkit.diagnostics import Severity
from lgdkit.pipeline import check
from lgdkit.read.city import read_city
from lgdkit.read.offered import offered
from lgdkit.read.schema import file_schema

BROKEN = Path(__file__).resolve().parent / "broken"
PAGE = Path(__file__).resolve().parents[1] / "docs" / "comparison.md"
FILE = "city.yaml"
DAY = date(2026, 11, 22)
"""The day that late and past are measured from, so that the page is the same on every day."""
_TOLD = re.compile(rb"# Line (\d+): ([^\n]+)\.\n")
_PLACE = re.compile(r"line (\d+), column (\d+)")
_NONE = "—"

HEAD = """# Side by side

This page is written by `python benchmarks/comparison.py`; do not edit it by hand.

Thirty small cities with one fault each, in [benchmarks/broken](../benchmarks/broken), were given to three tools:

- **lgd**: `lgd check`,
- **check-jsonschema** {check_jsonschema}, with our own schema and the ids that exist:
  `lgd schema --workspace benchmarks/broken/whole --closed`,
- **yamllint** {yamllint}, with its default rules.

The same city without a fault, `whole`, passes all three.
We chose the faults: such as people make who keep a city's data by hand.
With others the counts would be others, so look at the table and not at the sums.
The three are made for different things.
check-jsonschema checks any YAML against any schema; it knows no other record, no sum and no calendar.
yamllint looks after the form of YAML and does not know what the data means.
So both can be run beside `lgd check`: yamllint finds slips of form that do no harm and that lgd leaves alone, such as
spaces at the end of a line (here), long lines, many empty lines and lists that are indented in different ways.

A place is line:column.
*Elsewhere* means that the tool finds the fault and points to another line than the one that must be mended; *no line*
that it finds it and names no line, but a path in the data or the file alone.
Of several places in one message the best one counts.

"""


@dataclass(frozen=True)
class Fault:
    """A broken file: its folder, the line of the fault, what it is, and the text."""

    name: str
    line: int
    what: str
    text: bytes

    @property
    def path(self) -> Path:
        return BROKEN / self.name / FILE


@dataclass(frozen=True)
class Said:
    """What a tool says of a file: the place of its first finding, its words, and how many others there are."""

    words: str
    line: int | None = None
    column: int | None = None
    path: str = ""
    others: int = 0

    def place(self, wanted: int) -> str:
        if self.line is None:
            return f"no line{f', `{self.path}`' if self.path else ''}"
        where = f"{self.line}:{self.column}"
        return where if self.line == wanted else f"elsewhere, {where}"

    def told(self) -> str:
        more = f" (and {self.others} more)" if self.others else ""
        return self.words + more


def faults() -> list[Fault]:
    found = []
    for path in sorted(BROKEN.glob(f"*/{FILE}")):
        text = path.read_bytes()
        told = _TOLD.match(text)
        if told:
            found.append(Fault(path.parent.name, int(told[1]), told[2].decode(), text))
    return found


def lgd(fault: Fault) -> Said | None:
    every = check({FILE: fault.text}, DAY).findings
    findings = [each for each in every if each.diagnostic.severity is not Severity.INFO]
    if not findings:
        return None
    first, span = findings[0].diagnostic, findings[0].span
    advice = f" {first.help}" if first.help else ""
    return Said(f"{first.message}{advice}", span.line, span.column, others=len(findings) - 1)


def check_jsonschema(fault: Fault, schema: Path) -> Said | None:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), str(fault.path)]
    found = json.loads(run([*command, "--output-format", "json"]))
    if found["errors"]:
        first, *others = found["errors"]
        deepest = first.get("best_match") or first
        return Said(deepest["message"], path=deepest["path"], others=len(others))
    if found.get("parse_errors"):
        words = run(command)
        places = [(int(line), int(column)) for line, column in _PLACE.findall(words)]
        places.sort(key=lambda place: place[0] != fault.line)
        reason = next(line.strip() for line in words.splitlines() if "Error: " in line)
        detail = [line.strip() for line in words.splitlines() if re.match(r"\s+(found|could|mapping)", line)]
        return Said(" ".join([reason, *detail[:1]]), *(places[0] if places else (None, None)))
    return None


def yamllint(fault: Fault) -> Said | None:
    command = [sys.executable, "-m", "yamllint", "--format", "parsable", str(fault.path)]
    words = run(command)
    found = re.findall(r":(\d+):(\d+): \[\w+\] (.+)", words)
    if found:
        line, column, message = found[0]
        return Said(message, int(line), int(column), others=len(found) - 1)
    return Said(f"ends with a traceback: {words.splitlines()[-1]}") if "Traceback" in words else None


def run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


def page() -> str:
    """Return the whole page."""
    every = faults()
    with tempfile.TemporaryDirectory() as work:
        schema = Path(work) / "schema.json"
        schema.write_text(json.dumps(closed_schema()), "utf-8")
        tools: dict[str, Callable[[Fault], Said | None]] = {
            "lgd": lgd,
            "check-jsonschema": lambda fault: check_jsonschema(fault, schema),
            "yamllint": yamllint,
        }
        said = {name: [tool(fault) for fault in every] for name, tool in tools.items()}
    versions = {name.replace("-", "_"): version(name) for name in ("check-jsonschema", "yamllint")}
    parts = [HEAD.format(**versions), _counts(every, said), "\n## Where\n\n", _places(every, said)]
    parts += ["\n## In which words\n\n", "The first finding of each tool.\n"]
    for number, fault in enumerate(every):
        link = f"[{fault.name}](../benchmarks/broken/{fault.name}/{FILE})"
        parts.append(f"\n{link}, line {fault.line}: {fault.what}.\n\n")
        parts += [f"- {name}: {_words(each[number])}\n" for name, each in said.items()]
    return "".join(parts)


def closed_schema() -> dict[str, object]:
    """Return our schema with the ids of the city without a fault, and no others."""
    city = read_city({FILE: (BROKEN / "whole" / FILE).read_bytes()}).city
    return file_schema(offered([city], {rule.id: rule.summary for rule in RULES}, closed=True))


def _counts(every: list[Fault], said: dict[str, list[Said | None]]) -> str:
    rows = [
        "| of 30 faults | found | at the line | elsewhere | no line | not found |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for name, each in said.items():
        places = [one.place(fault.line) if one else _NONE for one, fault in zip(each, every, strict=True)]
        missed, nowhere = places.count(_NONE), sum(place.startswith("no line") for place in places)
        beside = sum(place.startswith("elsewhere") for place in places)
        right = len(every) - missed - nowhere - beside
        rows.append(f"| {name} | {len(every) - missed} | {right} | {beside} | {nowhere} | {missed} |")
    return "\n".join(rows) + "\n"


def _places(every: list[Fault], said: dict[str, list[Said | None]]) -> str:
    rows = [f"| fault | line | {' | '.join(said)} |", "|---|--:|---|---|---|"]
    for number, fault in enumerate(every):
        cells = (place_cell(each[number], fault) for each in said.values())
        rows.append(f"| {fault.what} | {fault.line} | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def place_cell(said: Said | None, fault: Fault) -> str:
    return said.place(fault.line) if said else _NONE


def _words(said: Said | None) -> str:
    return plain(said.told()) if said else "nothing"


def plain(text: str) -> str:
    """Write a tool's words so that Markdown takes nothing in them for a mark of its own."""
    shortened = " ".join(text.split())
    return f"`` {shortened} ``" if "`" in shortened else f"`{shortened}`"


def main(arguments: Iterable[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; end with 1 where the page is old"
    )
    asked = parser.parse_args(list(arguments))
    written = page()
    if asked.check:
        return int(PAGE.read_text("utf-8") != written)
    PAGE.write_text(written, "utf-8")
    print(f"{PAGE.name}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
