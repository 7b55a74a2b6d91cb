"""What every picture has: its place in the document, and the room that its texts may take."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeVar

from lgdkit.view.pictures.letters import broken
from lgdkit.view.values import Said

WIDTH = 600
"""Of every picture, in its own units: on paper about a quarter of a millimetre, on a narrow telephone half a pixel."""
MARGIN = 12
INNER = WIDTH - 2 * MARGIN
HEIGHT = 880
"""A picture that is higher does not fit on a page of A4; what is longer goes on in the next one."""
MAX_PARTS = 12
"""What is longer than so many pictures is a matter for the table beside them alone."""
TEXT, SMALL, HEADING = 13, 12, 15
"""Sizes of letters."""
_MARKS = 2
"""Further lines for the marks of a text that a machine translated, or that is out of date."""
_FOREIGN = 6
"""Letters that say in which other language a text is."""

Anchor = Literal["start", "middle", "end"]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Room:
    """The room of a text: what does not fit into its lines is broken or cut.

    It begins at `x`, `y`, the top left corner. Of a text that is turned this is the bottom left corner: it runs
    upwards, and `width` is how far.
    """

    x: int
    y: int
    width: int
    lines: int = 1
    size: int = TEXT
    anchor: Anchor = "start"
    bold: bool = False
    turned: bool = False
    align: Literal["top", "middle", "bottom"] = "top"
    """Where fewer lines stand than there is room for."""

    @property
    def height(self) -> int:
        """How high all its lines are together."""
        return self.lines * line_height(self.size)


@dataclass(frozen=True, slots=True)
class Key:
    """What a sign means: the sign, and the room for its word."""

    sign: str
    x: int
    y: int
    room: Room


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a document. Other documents see all but the drawing, for the text that stands for the picture."""

    path: str
    """Where it goes, below the folder of drafts."""
    link: str
    """The same, as seen from its document."""
    id: str
    template: str
    city: Said
    part: int
    parts: int
    about: Any
    """What it shows, as plain values."""
    drawing: Any
    """Where everything stands; it has `width`, `height` and the room of its `title`."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of one kind in a document; none where there is nothing to show."""

    drawn: tuple[Picture, ...] = ()
    left_out: int = 0
    """How many entries are in none of them, because there are too many."""


@dataclass(frozen=True, slots=True)
class Document:
    """The document that a picture belongs to: its path without language and ending, its city and language."""

    path: str
    city: Said
    language: str

    def pictures(self, name: str, drawings: Sequence[tuple[Any, Any]], left_out: int = 0) -> Pictures:
        """Return the pictures of one kind.

        Args:
            name: of the kind; its template is `pictures/<name>.svg.j2`.
            drawings: what each shows, and its drawing.
            left_out: how many entries are in none of them.
        """
        parts = len(drawings)
        found = []
        for part, (about, drawing) in enumerate(drawings, 1):
            stem = f"{self.path.replace('/', '-')}.{name}{f'-{part}' if part > 1 else ''}"
            path = f"pictures/{stem}.{self.language}.svg"
            found.append(
                Picture(
                    path=path,
                    link="../" * self.path.count("/") + path,
                    id=stem.replace(".", "-"),
                    template=f"pictures/{name}.svg.j2",
                    city=self.city,
                    part=part,
                    parts=parts,
                    about=about,
                    drawing=drawing,
                )
            )
        return Pictures(tuple(found), left_out)


def pictures_in(view: Any) -> Iterator[Picture]:
    """Return the pictures of a document: its view has them in a record `pictures`, a field a kind."""
    found = getattr(view, "pictures", None)
    for each in fields(found) if found is not None else ():
        yield from getattr(found, each.name).drawn


def line_height(size: int) -> int:
    """Return how far the lines of a text are apart."""
    return (size * 5 + 3) // 4


def title_room() -> Room:
    """Return the room of the title that stands at the top of every picture."""
    return Room(MARGIN, 6, INNER, 2, size=HEADING, bold=True, align="middle")


TOP = 50
"""Where the picture begins below its title."""


def lines_for(text: Said | None, width: int, size: int, most: int, *, more: int = 0) -> int:
    """Return how many lines a text from the data needs, with its marks if it has some.

    Args:
        text: the text; None where a word of the document stands instead.
        width: of the room.
        size: of the letters.
        most: how many lines there may be.
        more: room for further signs behind the text.
    """
    if text is None:
        return min(most, _MARKS)
    more += _FOREIGN if text.foreign else 0
    shown = " ".join(f"{text.text} {'n' * more}".split())
    marked = text.stale or text.origin == "machine"
    return min(most, len(broken(shown, width, most, size)) + (_MARKS if marked else 0))


def keys(signs: Sequence[str], y: int) -> tuple[tuple[Key, ...], int]:
    """Place what signs mean in two columns; return them and where they end."""
    placed = []
    half, height = INNER // 2, 20
    for number, sign in enumerate(signs):
        x, top = MARGIN + number % 2 * half, y + number // 2 * height
        placed.append(Key(sign, x, top, Room(x + 34, top + 1, half - 40, size=SMALL)))
    return tuple(placed), y + -(-len(signs) // 2) * height


def in_parts(items: Sequence[tuple[int, Item]], room: int) -> list[list[Item]]:
    """Part entries, each with its height, into as few pictures as there must be, about equally high."""
    count = len(_filled(items, room))
    low, high = 0, room
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_filled(items, middle)) <= count else (middle + 1, high)
    return _filled(items, low)


def _filled(items: Sequence[tuple[int, Item]], room: int) -> list[list[Item]]:
    parts: list[list[Item]] = []
    left = 0
    for height, item in items:
        if height > left or not parts:
            parts.append([])
            left = room
        parts[-1].append(item)
        left -= height
    return parts
