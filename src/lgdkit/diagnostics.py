"""What is wrong, and where: the values that every finding is made of."""

from enum import StrEnum
from typing import NamedTuple

Key = str | int


class Entries(NamedTuple):
    """A small mapping that is written in one line: {date: 2026-11-20, place: Lintula}."""

    pairs: tuple[tuple[str, str], ...]


Fixed = str | int | float | bool | tuple[str | int, ...] | Entries
"""A value that is written in the place of another one; a tuple is written as a list."""


class Severity(StrEnum):
    """How much a finding weighs: an error stops a document, a warning does not, an info is advice."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Span(NamedTuple):
    """A stretch of one line of a file; line and columns count from 1, the end column is exclusive."""

    line: int
    column: int
    end: int


class Place(NamedTuple):
    """Where something was written: a file and the keys that lead to it.

    `on_key` means the key itself and not its value. `span` is set only where the keys cannot say it:
    in a file that is not YAML, or at the second of two equal keys.
    """

    file: str
    keys: tuple[Key, ...] = ()
    on_key: bool = False
    span: Span | None = None

    def at(self, *keys: Key) -> "Place":
        """Return the place of a value further in."""
        return Place(self.file, self.keys + keys)

    def key(self, key: Key) -> "Place":
        """Return the place of a key, not of its value."""
        return Place(self.file, (*self.keys, key), on_key=True)


class Related(NamedTuple):
    """Another place that a finding speaks of, with a word on what stands there."""

    place: Place
    note: str


class Fix(NamedTuple):
    """The one right answer to a finding: what is to stand at a place.

    `to` is the value that is to stand there or, where the place is a key, the key. None takes the entry of a
    list out. A place with a span is one of hidden characters: they are taken out of its file.
    """

    place: Place
    to: Fixed | None
    among: str = ""
    """The kind of record that has to have this id; else this is no right answer."""
    is_new: bool = False
    """Whether the key is not there yet and is written below the others of its mapping."""
    after: str = ""
    """Of a new key, the one below which it is written; its value has to be in one line."""


class Diagnostic(NamedTuple):
    """One fault: the rule, the place, what is wrong, what was expected and the way out.

    `fixes` is empty where a person has to decide; else all of them together mend the finding.
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    expected: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()


class Located(NamedTuple):
    """A finding with its line and columns, and the text of that line for the reader."""

    diagnostic: Diagnostic
    file: str
    span: Span
    line: str
    related: tuple[tuple[str, Span, str], ...] = ()
    """Other places: file, span, and a word on what stands there."""
