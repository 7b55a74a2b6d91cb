"""Data files as nobody should write them: every style of YAML, with comments wherever one may stand."""

import json
import random
import re
from collections.abc import Callable
from typing import Any

from lgdkit.read.scalar import key_of, scalar

TEXTS = (
    *("NO", "yes", "on", "12", "1.50", "2024-05-31", "2024-05", "1:30", "null", "~", "0x1F", "012", "true"),
    *("a # b", "a: b", "it's", 'say "x"', 'it\'s "both"', "back\\slash", "tab\there", "", " ", "a, b", "[x]"),
    *(
        "{y}",
        "- z",
        "? q",
        "#hash",
        "a#b",
        "*a",
        "&b",
        "!t",
        "%p",
        "@x",
        "`b`",
        "x:",
        ":x",
        "|",
        ">",
        "<<",
        "=",
    ),
    *(
        "a\nb\n",
        "a\n\n\nb",
        "a\n  more # no\nb\n",
        "ends\n\n",
        "  leading",
        "trailing ",
        "a \nb",
        "\nx",
        "a\n",
    ),
    *(
        "ä ö 😀 ß",
        "no\u00a0break",
        "http://x.example/#top",
        "319 kt/year",
        "Ärger: 'viel'",
        "---",
        "...",
        "-",
    ),
    *("# no comment\n# none\n", "key: value\n- not: a list\n", "z" * 130, "two  spaces " * 12 + "end"),
)
LONG_TEXTS = (
    "ends with a space " * 9,
    "lines " * 30 + "\nand lines",
    "has\ttabs and words " * 9,
    "a  b " * 40 + "c",
)
WORDS = (
    "Wärme",
    "Stadt",
    "aus",
    "#",
    "dem",
    "Netz:",
    "it's",
    "800",
    "😀",
    "-",
    "kotikaupunki,",
    "[sic]",
    "x" * 40,
)
KEYS = (
    "id",
    "name",
    "title",
    "note",
    "status",
    "start",
    "end",
    "lead",
    "sources",
    "x-own",
    "no",
    "key with space",
)
INNER = ("fi", "sv", "en", 2025, "a#b", "it's", "year", "total", "NO", "ö")
TOP = (
    "city",
    "stakeholders",
    "actions",
    "commitments",
    "deals",
    "persons",
    "allow",
    "of their own",
    "sources",
)


class Odd:
    """One file, from a number."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - a game of chance, no secret
        self._comments: list[str] = []
        self._furthest: int | None = None
        """Behind a text below its key: the column from which on a comment would be part of it."""
        self._blanks_count = False
        """Whether blank lines would be part of the text above."""
        names = self._some(TOP, 1, 5)
        self.data: dict[Any, Any] = {name: self._top(name) for name in names}
        self.text = self._written()

    @property
    def comments(self) -> list[str]:
        """The comments, in their order; no two are the same."""
        return list(self._comments)

    def raw(self) -> bytes:
        """Return the file with the line ends and the mark of this or that editor."""
        text = self.text
        if self._one_in(4):
            text = text.replace("\n", "\r\n")
        return (b"\xef\xbb\xbf" if self._one_in(6) else b"") + text.encode()

    # data

    def _top(self, name: str) -> Any:
        record = self._record
        return record() if name == "city" else [record() for _ in range(self._random.randint(1, 4))]

    def _record(self) -> dict[Any, Any]:
        return {name: self._value(2) for name in self._some(KEYS, 1, 6)}

    def _value(self, level: int) -> Any:
        kind = self._random.randint(0, 9)
        if kind < 2 and level < 5:
            return {name: self._value(level + 1) for name in self._some(INNER, 0, 3)}
        if kind == 2 and level < 5:
            return [self._value(level + 1) for _ in range(self._random.randint(0, 3))]
        if kind == 3:
            return self._pick((1, 0, -7, 2030, 1.5, 133000, True, False))
        if kind < 6:
            return " ".join(self._pick(WORDS) for _ in range(self._random.randint(3, 40)))
        return self._pick(LONG_TEXTS if self._one_in(12) else TEXTS)

    # text

    def _written(self) -> str:
        head = self._between(0)
        if self._one_in(8):
            head += f"---{self._end()}"
        text = head + self._mapping(self.data, 0, top=True)
        return text + self._between(0) if self._one_in(2) else text

    def _mapping(self, data: dict[Any, Any], indent: int, *, top: bool = False, first: str = "") -> str:
        """Write a mapping of a line for each key; `first` is what stands before the first one on its line."""
        text = ""
        for index, (name, value) in enumerate(data.items()):
            begin = first if index == 0 and (first or top) else self._between(indent) + " " * indent
            self._furthest, self._blanks_count = None, False
            key = self._key(name)
            if self._one_in(12):
                text += f"{begin}? {key}{self._end()}{self._between(indent)}{' ' * indent}:"
            else:
                text += f"{begin}{key}:"
            text += self._behind(value, indent)
        return text

    def _list(self, data: list[Any], indent: int, first: str = "") -> str:
        text = ""
        for index, value in enumerate(data):
            text += first if index == 0 and first else self._between(indent) + " " * indent
            self._furthest, self._blanks_count = None, False
            text += "-"
            if isinstance(value, dict | list) and value and self._one_in(2):
                step = self._random.randint(1, 4)
                inner = indent + 1 + step
                write: Callable[..., str] = self._mapping if isinstance(value, dict) else self._list
                text += write(value, inner, first=" " * step)
            else:
                text += self._behind(value, indent)
        return text

    def _behind(self, value: Any, indent: int) -> str:
        """Write what stands behind a key or a hyphen, up to the end of its last line."""
        inner = indent + self._random.randint(1, 5)
        if isinstance(value, dict | list) and value and not self._one_in(4):
            write: Callable[..., str] = self._mapping if isinstance(value, dict) else self._list
            return self._end() + self._between(inner) + write(value, inner)
        space = " "
        if self._one_in(8):
            space = self._end() + self._between(inner) + " " * inner
        if isinstance(value, dict | list):
            return space + self._braces(value, inner) + self._end()
        if isinstance(value, str) and value and not value[0].isspace() and self._one_in(3):
            return space + self._below(value, indent, inner)
        return space + self._scalar(value, inner) + self._end()

    def _braces(self, value: Any, indent: int) -> str:
        if isinstance(value, dict):
            parts = [
                f"{self._key(name, braces=True)}:{self._space(indent)}{self._braces(each, indent)}"
                for name, each in value.items()
            ]
        elif isinstance(value, list):
            parts = [self._braces(each, indent) for each in value]
        else:
            return self._scalar(value, indent, braces=True)
        opened, closed = "{}" if isinstance(value, dict) else "[]"
        text = opened + self._gap(indent)
        for index, part in enumerate(parts):
            last = index == len(parts) - 1
            text += (
                part + self._gap(indent) + ("," + self._gap(indent) if not last or self._one_in(5) else "")
            )
        return text + closed

    def _gap(self, indent: int) -> str:
        return self._space(indent) if self._one_in(3) else self._pick((" ", ""))

    def _space(self, indent: int) -> str:
        """Return space between two signs in brackets: sometimes lines with comments."""
        if not self._one_in(5):
            return " "
        lines = [self._comment() if self._one_in(2) else "" for _ in range(self._random.randint(1, 3))]
        return " " + f"\n{' ' * indent}".join([*lines, ""])

    def _key(self, name: Any, *, braces: bool = False) -> str:
        text = str(name)
        if isinstance(name, int):
            return text
        plain = re.fullmatch(r"[^\W\d](?:[\w# -]*\w)?", text) and key_of(text) == text and " #" not in text
        if plain and not self._one_in(6):
            return text
        quoted = "'" + text.replace("'", "''") + "'"
        return str(self._pick((quoted, json.dumps(text, ensure_ascii=False)))) + " " * (
            braces and self._one_in(4)
        )

    def _scalar(self, value: Any, indent: int, *, braces: bool = False) -> str:
        if not isinstance(value, str):
            return json.dumps(value)
        ways = [self._double(value, indent)]
        if "\n" not in value:
            ways.append("'" + self._broken(value.replace("'", "''"), indent) + "'")
        plain = r"[^\W\d_](?:[\w .#/%äö-]*[\w.])?" if braces else r"[^\W\d_](?:[^\n\t]*[^\s:])?"
        if re.fullmatch(plain, value) and scalar(value) == value and not re.search(r": | #", value):
            ways += [value, self._broken(value, indent, plain=True)]
        return str(self._pick(ways))

    def _double(self, value: str, indent: int) -> str:
        text = json.dumps(value, ensure_ascii=False)
        if self._one_in(2):
            text = text.replace("\u00a0", "\\u00a0").replace("ä", "\\xe4")
        if "\\" not in text:
            return self._broken(text, indent)
        return text

    def _broken(self, text: str, indent: int, *, plain: bool = False) -> str:
        """Break lines at single spaces: the reader folds them."""
        forbidden = r"(?![\s#\-?:\[\]{},|>&*!%@`'\"=<.])" if plain else r"(?=[^\s])"

        def broken(match: re.Match[str]) -> str:
            return f"\n{' ' * (indent + self._random.randint(0, 3))}" if self._one_in(6) else match[0]

        return re.sub(rf"(?<=[^\s\"'\\]) {forbidden}(?![\"'])", broken, text) if self._one_in(3) else text

    def _below(self, value: str, indent: int, inner: int) -> str:
        """Write a text below its key, with a bar or an arrow."""
        ended = len(value) - len(value.rstrip("\n"))
        end = "-" if ended == 0 else "" if ended == 1 else "+"
        body = value.removesuffix("\n") if ended < 2 else value[:-1]
        style = "|"
        if not re.search(r"\n\s|\s\n|\s$", body) and self._one_in(2):
            style = ">"
            body = body.replace("\n", "\n\n")
            body = re.sub(r"(?<=[^\s]) (?=[^\s])", lambda _: "\n" if self._one_in(7) else " ", body)
        lines = [" " * inner + line if line else "" for line in body.split("\n")]
        text = f"{style}{end}{self._end()}" + "".join(f"{line}\n" for line in lines)
        self._furthest, self._blanks_count = indent, end == "+"
        return text

    # comments

    def _end(self) -> str:
        """End a line, sometimes with a comment."""
        space = self._pick(("", "", " ", "   "))
        return f" {space}{self._comment()}\n" if self._one_in(6) else f"{space}\n"

    def _between(self, indent: int) -> str:
        """Return lines between two entries: comments wherever they may stand, and blank ones."""
        text = ""
        blanks_count = self._blanks_count
        for _ in range(self._random.randint(1, 4) if self._one_in(3) else 0):
            if self._one_in(2):
                column = self._random.randint(0, indent + 6)
                if self._furthest is not None:
                    column = min(column, self._furthest)
                text += f"{' ' * column}{self._comment()}\n"
                blanks_count = False
            elif not blanks_count:
                text += self._pick(("\n", "\n\n", "   \n" if self._furthest is None else "\n"))
        return text

    def _comment(self) -> str:
        rest = self._pick(("", " # twice", ": a 'quote", ' "', " {[,", " - ä 😀", "\tTODO", " key: value"))
        self._comments.append(f"#{self._pick(('', ' ', '  ', '#'))}c{len(self._comments)}.{rest}".rstrip())
        return self._comments[-1]

    def _one_in(self, number: int) -> bool:
        return self._random.randrange(number) == 0

    def _pick(self, choices: Any) -> Any:
        return self._random.choice(choices)

    def _some(self, names: Any, least: int, most: int) -> list[Any]:
        return self._random.sample(names, self._random.randint(least, most))
