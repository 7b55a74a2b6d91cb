"""What the parser says of a text that is not YAML, in words that help: where, what, and the way out."""

import re
from typing import Any, NamedTuple

import yaml

from lgdkit.diagnostics import Span
from lgdkit.read.fault import YamlFault, too_deep


class _At(NamedTuple):
    """Where the parser stopped, and where what it was reading began: lines and columns counted from 0."""

    lines: list[str]
    line: int
    column: int
    begun: tuple[int, int]

    def text(self) -> str:
        """Return the line at which the parser stopped."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def sign(self) -> str:
        """Return the character at which it stopped."""
        return self.text()[self.column : self.column + 1]

    def above(self) -> tuple[int, str]:
        """Return the number and text of the nearest line above it that is not blank."""
        for number in range(min(self.line, len(self.lines)) - 1, -1, -1):
            if self.lines[number].strip():
                return number, self.lines[number]
        return 0, ""


class _Said(NamedTuple):
    message: str
    advice: str
    at: tuple[int, int] | None = None
    """Where it is marked, if not where the parser stopped."""


def syntax_fault(error: yaml.YAMLError, text: str) -> YamlFault:
    """Translate an error of the parser."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML")
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    begun: Any = getattr(error, "context_mark", None) or mark
    if mark is None:
        return YamlFault("yaml-syntax", Span(1, 1, 2), f"This is not YAML: {problem[:80]}.", "YAML 1.2")
    if "nesting depth" in problem:  # libyaml from 0.2.6 on has a limit of its own, far above ours
        return too_deep(Span(mark.line + 1, mark.column + 1, mark.column + 2))
    at = _At(text.split("\n"), mark.line, mark.column, (begun.line, begun.column))
    said = _said(problem, str(getattr(error, "context", None) or ""), at)
    line, column = said.at or (mark.line, mark.column)
    return YamlFault(
        "yaml-syntax", Span(line + 1, column + 1, column + 2), said.message, "YAML 1.2", said.advice
    )


_LEFT_BY_GIT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")


def _said(problem: str, context: str, at: _At) -> _Said:
    conflict = next((number for number, text in enumerate(at.lines) if _LEFT_BY_GIT.match(text)), None)
    if conflict is not None:
        advice = "Keep what is right of the two, and delete the lines with <<<<<<<, ======= and >>>>>>>."
        return _Said("Here git left two versions of the same lines.", advice, (conflict, 0))
    for line, text in ((at.line, at.text()), at.above()):
        space = re.match(r"[ \t]*\u00a0", text)
        if space:
            message = "A no-break space stands in the indentation."
            return _Said(message, "Put an ordinary space for each.", (line, space.end() - 1))
    if "mapping values are not allowed" in problem:
        return _colon(at)
    if "did not find expected key" in problem:
        return _key(at)
    if "cannot start any token" in problem:
        return _start(at)
    if "did not find expected ','" in problem and at.begun[0] < at.line:
        return _Said(f"A bracket is opened here and not closed before line {at.line + 1}.", _COMMA, at.begun)
    for sign, message, advice, at_begin in _MISTAKES:
        if sign in problem or sign in context:
            return _Said(message, advice, at.begun if at_begin else None)
    return _Said(f"This is not YAML: {problem[:80]}.", "")


def _colon(at: _At) -> _Said:
    line, above = at.above()
    glued = re.match(r"\s*(?:- +)*[\w-]+:(?=[^\s/])", above)
    if glued:
        message, advice = "After this colon a space is missing.", "Put a space after the colon."
        return _Said(message, advice, (line, glued.end() - 1))
    before = at.text()[: at.column]
    if re.search(r":\s", before):
        advice = "Put the text in quotes if the colon belongs to it."
        value = re.search(r":\s+(\S.*)", at.text())
        if value and len(value[1]) <= 60 and '"' not in value[1]:
            advice = f'If the colon belongs to the text, put it in quotes: "{value[1].rstrip()}".'
        return _Said("A second colon followed by a space cannot stand in a value.", advice)
    if _width(before) > _width(above):
        return _Said(
            "This line is indented more than the one above, which has a value already.",
            "Give both the same indentation; or take the value of the line above out.",
            (at.line, _width(before)),
        )
    return _Said(
        "A colon followed by a space cannot stand here.",
        "Put the text in quotes if the colon belongs to it; else look at the indentation.",
    )


def _key(at: _At) -> _Said:
    before = at.text()[: at.column]
    if re.search(r"['\"]\s*$", before) and before.strip("-? \t\"'"):
        return _Said(
            "The quoted text ends before this, and nothing may follow it.",
            "Put the whole text in quotes of the other kind, or write the quote in it twice: 'it''s'.",
        )
    if at.sign() == "-":
        return _Said("A hyphen stands among keys.", "Indent the list below its key, or take the hyphen out.")
    if re.search(r"[\]}]\s*$", before):
        return _Said(
            "The bracket is closed before this, and nothing may follow it.",
            "If the brackets belong to the text, put the whole text in quotes.",
        )
    line, column = at.begun
    return _Said(
        "This line does not fit the lines above it.",
        f"The keys it could belong to begin in column {column + 1} (line {line + 1}); "
        f"this line begins in column {_width(at.text()) + 1}. Mend its indentation.",
    )


def _start(at: _At) -> _Said:
    sign = at.sign()
    if sign == "\t":
        return _Said("A tab stands in the indentation.", "Use spaces; YAML allows no tabs there.")
    return _Said(f'A value cannot begin with "{sign}".', "Put the text in quotes.")


def _width(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


_CLOSE = "Close it; an apostrophe inside single quotes is written twice: 'it''s'."
_COMMA = (
    "Put a comma between the entries and close the bracket; a text with brackets or commas goes in quotes."
)
_QUOTES = "If it is text, put it in quotes."
_MISTAKES = (
    # what the parser says, what is wrong, the way out, whether to mark where what it was reading began
    ("found unexpected end of stream", "A quote is opened here and never closed.", _CLOSE, True),
    ("found unexpected document indicator", "A quote is opened here and never closed.", _CLOSE, True),
    (
        "found unknown escape character",
        "A backslash in double quotes begins an escape that YAML does not know.",
        "Use single quotes, or write two backslashes.",
        False,
    ),
    (
        "while parsing a quoted scalar",
        "A backslash in double quotes is not followed by the number of a character.",
        "Use single quotes, or write two backslashes.",
        False,
    ),
    (
        "did not find expected '-' indicator",
        "This line does not fit the list above it.",
        "Begin each entry with a hyphen, all in one column; the keys of an entry begin below its first key.",
        False,
    ),
    (
        "while parsing a flow",
        "A comma or a value is missing here, or a bracket is not closed.",
        _COMMA,
        False,
    ),
    (
        "did not find expected node content",
        "A bracket or a comma stands where a value should be.",
        _QUOTES,
        False,
    ),
    (
        "could not find expected ':'",
        "This line has no colon.",
        "Write key: value; a text of several lines begins with key: >- and is indented below it.",
        True,
    ),
    (
        "expected a single document",
        "A second YAML document begins here.",
        "Take the line --- out, or put the rest in a file of its own.",
        False,
    ),
    (
        "expected <document start>",
        "This does not belong to what stands above it.",
        "Begin the file with a key such as actions:, and indent the rest below it.",
        False,
    ),
    (
        "block sequence entries are not allowed",
        "A list cannot begin on the line of its key.",
        "Put each entry on a line of its own below the key. " + _QUOTES,
        False,
    ),
    ("mapping keys are not allowed", "A question mark cannot stand here.", _QUOTES, False),
    (
        "did not find expected comment or line break",
        "After > or | nothing may follow on the same line.",
        "Begin the text on the next line, indented; if the sign belongs to the text, put it in quotes.",
        False,
    ),
    (
        "while scanning a block scalar",
        "This text does not begin as a text of several lines can.",
        "Use spaces.",
        False,
    ),
    ("tab character", "A tab stands in the indentation.", "Use spaces; YAML allows no tabs there.", False),
    ("alias", "A value that begins with * repeats another one.", _QUOTES, True),
    ("second occurrence", "A value that begins with & gets a name.", _QUOTES, False),
    ("anchor", "A value that begins with & gets a name.", _QUOTES, True),
    (
        "directive",
        "A line that begins with % is a YAML directive.",
        "Take the line out; if it is text, indent it.",
        True,
    ),
    ("tag", "A value that begins with ! gets a tag.", _QUOTES, False),
)
