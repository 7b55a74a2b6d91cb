"""What the parser says of a text that is not YAML: the place, what is wrong, and a way out that helps."""

import pytest
import yaml

from lgdkit.diagnostics import Span
from lgdkit.read.syntax import syntax_fault
from lgdkit.read.yaml12 import parse

QUOTES = "If it is text, put it in quotes."
CASES = [
    # the text, the place, what is wrong, the beginning of the way out
    ('a: "x', (1, 4), "A quote is opened here and never closed.", "Close it"),
    ('a: "x\n---\n', (1, 4), "A quote is opened here and never closed.", "Close it"),
    ("a: 'Kid\nb: 1\n", (1, 4), "A quote is opened here and never closed.", "Close it"),
    (
        "a: 'Kid's club'",
        (1, 9),
        "The quoted text ends before this, and nothing may follow it.",
        "Put the whole text",
    ),
    (
        'a: "C:\\q"',
        (1, 7),
        "A backslash in double quotes begins an escape that YAML does not know.",
        "Use single",
    ),
    (
        'a: "\\xZZ"',
        (1, 7),
        "A backslash in double quotes is not followed by the number of a character.",
        "Use",
    ),
    (
        'a: "\\ud800"',
        (1, 7),
        "A backslash in double quotes is not followed by the number of a character.",
        "Use",
    ),
    ("a: [b, c\nd: 1\n", (1, 4), "A bracket is opened here and not closed before line 2.", "Put a comma"),
    ("a: {b: c\nd: 1\n", (1, 4), "A bracket is opened here and not closed before line 2.", "Put a comma"),
    ("a: [x, , y]", (1, 8), "A comma or a value is missing here, or a bracket is not closed.", "Put a comma"),
    (
        "a: [b: c: d]",
        (1, 9),
        "A comma or a value is missing here, or a bracket is not closed.",
        "Put a comma",
    ),
    ("a: [x] y", (1, 8), "The bracket is closed before this, and nothing may follow it.", "If the brackets"),
    (
        "a: {x: 1}}",
        (1, 10),
        "The bracket is closed before this, and nothing may follow it.",
        "If the brackets",
    ),
    ("a: ]", (1, 4), "A bracket or a comma stands where a value should be.", QUOTES),
    ("a: @x", (1, 4), 'A value cannot begin with "@".', "Put the text in quotes."),
    ("a: `x", (1, 4), 'A value cannot begin with "`".', "Put the text in quotes."),
    ("a: %x", (1, 4), 'A value cannot begin with "%".', "Put the text in quotes."),
    ("a:\n\tb: 1", (2, 1), "A tab stands in the indentation.", "Use spaces"),
    ("a: |\n  x\n\ty\n", (3, 1), "This text does not begin as a text of several lines can.", "Use spaces"),
    ("a: x\n\ty\n", (2, 1), "A tab stands in the indentation.", "Use spaces"),
    (
        "a: b: c",
        (1, 5),
        "A second colon followed by a space cannot stand in a value.",
        'If the colon belongs to the text, put it in quotes: "b: c".',
    ),
    (
        'a: "b": c',
        (1, 7),
        "A second colon followed by a space cannot stand in a value.",
        "Put the text in quotes if",
    ),
    (
        "title: x\n  lead: y",
        (2, 3),
        "This line is indented more than the one above, which has a value already.",
        "Give both",
    ),
    ("id:foo\n\ntitle: x", (1, 3), "After this colon a space is missing.", "Put a space after the colon."),
    ("- id:foo\n  title: x", (1, 5), "After this colon a space is missing.", "Put a space after the colon."),
    ("foo\nbar: 1", (2, 4), "A colon followed by a space cannot stand here.", "Put the text in quotes"),
    (
        "x" * 2000 + ": 1",
        (1, 2001),
        "A colon followed by a space cannot stand here.",
        "Put the text in quotes",
    ),
    ("a: 1\nfoo\nb: 2", (2, 1), "This line has no colon.", "Write key: value"),
    (
        "a:\n<<<<<<< HEAD\n  b: 1\n=======\n",
        (2, 1),
        "Here git left two versions of the same lines.",
        "Keep what is",
    ),
    (
        "a:\n  - x\n b: 1",
        (3, 2),
        "This line does not fit the lines above it.",
        "The keys it could belong to begin in column 1 (line 1); this line begins in column 2. Mend",
    ),
    ("a:\n   b: 1\n  c: 2", (3, 3), "This line does not fit the lines above it.", "The keys it could"),
    ("a:\n  b: x\n  - c", (3, 3), "A hyphen stands among keys.", "Indent the list"),
    (
        "a:\n  - x\n  b: 1",
        (3, 3),
        "This line does not fit the list above it.",
        "Begin each entry with a hyphen",
    ),
    ("a: - x", (1, 4), "A list cannot begin on the line of its key.", "Put each entry on a line of its own"),
    ("a: ? x", (1, 4), "A question mark cannot stand here.", QUOTES),
    (
        "a: > 5 kt",
        (1, 6),
        "After > or | nothing may follow on the same line.",
        "Begin the text on the next line",
    ),
    ("a: & co", (1, 4), "A value that begins with & gets a name.", QUOTES),
    ("a: &x 1\nb: &x 2", (2, 4), "A value that begins with & gets a name.", QUOTES),
    ("a: **x**", (1, 4), "A value that begins with * repeats another one.", QUOTES),
    ("a: *x", (1, 4), "A value that begins with * repeats another one.", QUOTES),
    ("a: !<x", (1, 7), "A value that begins with ! gets a tag.", QUOTES),
    ("a: !foo!bar x", (1, 4), "A value that begins with ! gets a tag.", QUOTES),
    ("a: 1\n---\nb: 2", (2, 1), "A second YAML document begins here.", "Take the line --- out"),
    ("a: 1\n...\nb: 2", (3, 1), "This does not belong to what stands above it.", "Begin the file with a key"),
    ("a: 1\n%x\nb: 2", (2, 1), "A line that begins with % is a YAML directive.", "Take the line out"),
    (
        "a:\n\u00a0 b: 1\n\n  c: 2\n",
        (2, 1),
        "A no-break space stands in the indentation.",
        "Put an ordinary space",
    ),
    (
        "a:\n  b: 1\n \u00a0c: 2",
        (3, 2),
        "A no-break space stands in the indentation.",
        "Put an ordinary space",
    ),
]


@pytest.mark.parametrize(("text", "place", "message", "advice"), CASES)
def test_syntax(text: str, place: tuple[int, int], message: str, advice: str) -> None:
    data, faults, _ = parse(text.encode())
    assert data is None
    (fault,) = faults
    assert (fault.rule, fault.expected) == ("yaml-syntax", "YAML 1.2")
    assert (fault.span.line, fault.span.column) == place
    assert fault.message == message
    assert fault.help.startswith(advice)


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_syntax_with_line_ends_of_windows(text: str) -> None:
    """Line and column count what an editor shows."""
    (here,) = parse(text.encode()).faults
    (there,) = parse(text.replace("\n", "\r\n").encode()).faults
    assert here == there


def test_column_counts_characters() -> None:
    (fault,) = parse("name: ÅÄÖ𝄞: x".encode()).faults
    assert fault.span == Span(1, 11, 12)


def test_what_the_parser_says_newly_is_passed_on() -> None:
    mark = yaml.Mark("a", 0, 0, 0, None, 0)
    fault = syntax_fault(yaml.scanner.ScannerError(None, None, "something else", mark), "a")
    assert (fault.span, fault.message, fault.help) == (Span(1, 1, 2), "This is not YAML: something else.", "")
    fault = syntax_fault(yaml.YAMLError("no place"), "a")
    assert (fault.span, fault.message) == (Span(1, 1, 2), "This is not YAML: not YAML.")


def test_a_parser_with_a_limit_of_its_own_finds_the_same_fault() -> None:
    mark = yaml.Mark("a", 1000, 0, 1000, None, 0)
    error = yaml.scanner.ScannerError(None, None, "exceeded maximum nesting depth", mark)
    fault = syntax_fault(error, "[" * 2000)
    assert (fault.rule, fault.span) == ("too-deep", Span(1, 1001, 1002))
