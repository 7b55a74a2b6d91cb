"""Findings for people: place, what is wrong, the line with a mark, what was expected, the way out."""

from collections import Counter
from collections.abc import Callable, Iterable

from lgdkit.diagnostics import Located, Severity
from lgdkit.render.plain import inside, visible

Paint = Callable[[str, str], str]
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WIDTH = 100


def finding_text(found: Located, path: str, paint: Paint, root: str) -> str:
    """Write one finding; `path` is its file as the person knows it, `root` the folder of other places."""
    diagnostic, span = found.diagnostic, found.span
    colour = _COLOURS[diagnostic.severity]
    head = paint(f"{diagnostic.severity}[{diagnostic.rule}]", colour)
    lines = [f"{visible(path)}:{span.line}:{span.column}: {head} {visible(diagnostic.message)}"]
    if found.line.strip():
        lines += _marked(found, colour, paint)
    if diagnostic.expected:
        lines.append(f"   expected: {visible(diagnostic.expected)}")
    if diagnostic.help:
        lines.append(f"   way out:  {visible(diagnostic.help)}")
    for file, other, note in found.related:
        there = visible(file if root == "." else f"{root}/{file}")
        lines.append(f"   see also: {there}:{other.line}:{other.column} ({visible(note)})")
    return "\n".join(lines) + "\n"


def finding_line(found: Located, path: str, paint: Paint) -> str:
    """Write one finding on one line."""
    diagnostic, span = found.diagnostic, found.span
    head = paint(f"{diagnostic.severity}[{diagnostic.rule}]", _COLOURS[diagnostic.severity])
    return f"{visible(path)}:{span.line}:{span.column}: {head} {visible(diagnostic.message)}\n"


def _marked(found: Located, colour: str, paint: Paint) -> list[str]:
    """Show the line with a mark under the place; of a long line, the part around it."""
    span, line = found.span, found.line.replace("\t", " ")
    start = max(0, span.column - 1 - _WIDTH // 3) if len(line) > _WIDTH else 0
    end = min(len(line), start + _WIDTH)
    before, marked = line[start : span.column - 1], line[span.column - 1 : min(span.end - 1, end)]
    shown = ("…" if start else "") + inside(line[start:end]) + ("…" if end < len(line) else "")
    indent = _cells(inside(before)) + bool(start)
    mark = paint("^" * max(1, _cells(inside(marked))), colour)
    number = str(span.line)
    gutter = " " * len(number)
    return [f" {gutter} |", f" {number} | {shown}", f" {gutter} | {' ' * indent}{mark}"]


def _cells(text: str) -> int:
    """Count the columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_width(sign) for sign in text)


def _width(sign: str) -> int:
    import unicodedata  # only for signs outside ASCII

    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


class Tally:
    """Counts what was checked and found, for the line at the end."""

    def __init__(self, least: Severity = Severity.INFO) -> None:
        """Take the least weight that is shown."""
        self._least = least
        self._found: Counter[Severity] = Counter()
        self._hidden: Counter[Severity] = Counter()
        self._cities = self._records = self._files = 0

    def add(
        self,
        records: int,
        files: int,
        findings: Iterable[Located],
        hidden: Iterable[Located] = (),
        cities: int = 1,
    ) -> None:
        """Add one city, or a workspace, which is none; `hidden` are findings that are too light to be shown."""
        self._cities += cities
        self._files += files
        self._records += records
        self._found.update(each.diagnostic.severity for each in findings)
        self._hidden.update(each.diagnostic.severity for each in hidden)

    def count(self, severity: Severity) -> int:
        """Return how many findings have this weight."""
        return self._found[severity]

    def line(self) -> str:
        """Say what was found in how much, and what is not shown."""
        found = _listed(self._found) or _nothing(self._least)
        cities = _count(self._cities, "city")
        said = (
            f"{found}. Checked {cities}, {_count(self._records, 'record')} in {_count(self._files, 'file')}."
        )
        if self._hidden:
            return f"{said} {self._not_shown()}"
        if self._least is not Severity.INFO and not self._found:
            return f"{said} --severity info adds advice."
        return said

    def _not_shown(self) -> str:
        verb, them = ("is", "it") if self._hidden.total() == 1 else ("are", "them")
        lightest = Severity.INFO if self._hidden[Severity.INFO] else Severity.WARNING
        return f"{_listed(self._hidden)} {verb} not shown; --severity {lightest} shows {them}."


_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "piece of advice"}


def _listed(counted: Counter[Severity]) -> str:
    return ", ".join(_count(counted[each], name) for each, name in _NAMES.items() if counted[each])


def _nothing(least: Severity) -> str:
    """Say that nothing was found of the weights that are shown."""
    return {Severity.ERROR: "No error", Severity.WARNING: "No error, no warning"}.get(least, "No finding")


def _count(number: int, name: str) -> str:
    if number == 1:
        return f"1 {name}"
    plural = {"city": "cities", "piece of advice": "pieces of advice"}.get(name, f"{name}s")
    return f"{number} {plural}"
