"""A draft with all that its cover, its heads and its feet say: what every form is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from lgdkit.office.markdown import read
from lgdkit.office.tree import Document, Heading, Table, plain

_WIDE = 8
"""A table with so many columns wants a page that lies on its side."""
_PARTS_FOR_CONTENTS = 4


@dataclass(frozen=True)
class Labels:
    """The words of covers, heads and feet, in the language of the draft."""

    status: str
    """Draft for legal review, or what it is else."""
    version: str
    contents: str
    page: str
    skip: str
    """Where the link leads that jumps over the contents."""
    languages: Mapping[str, str] = field(default_factory=dict)
    """The names of the draft's languages by their code: above the columns of a draft in two languages."""


@dataclass(frozen=True)
class Look:
    """What a city gives to look like itself."""

    colour: str = "#1f5c4d"
    """Of headings and lines; dark enough to be read on white."""
    logo: bytes = b""
    logo_name: str = ""
    """The name of its file, which says of what kind it is."""
    fonts: tuple[bytes, ...] = ()
    reference: bytes = b""
    """A Word file whose styles, heads and feet are taken."""


@dataclass(frozen=True)
class Paper:
    """All that a form of a draft is made from; the same paper gives the same bytes."""

    document: Document
    labels: Labels
    city: str
    languages: tuple[str, ...]
    """The draft's languages, the leading one first."""
    draft: str
    """The path of the draft from the folder of the drafts, without its ending: it is kept in the Word file."""
    version: str
    """Tells this text from every other."""
    look: Look = field(default_factory=Look)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The pictures that it may show, by their path from the folder of the drafts."""
    letter: bool = False
    """Whether it is a letter, which has neither a cover nor contents."""
    path: str = ""
    """The path of the draft from the folder of the drafts: a Word file carries both with it."""
    text: bytes = b""
    """The draft itself."""

    @property
    def title(self) -> str:
        """What the document is called; one without a heading is called by its file."""
        return self.document.title or self.draft

    @property
    def wide(self) -> bool:
        """Whether its pages lie on their side."""
        return any(isinstance(each, Table) and len(each.heads) >= _WIDE for each in self.document.body)

    @property
    def with_contents(self) -> bool:
        """Whether it is long enough to need a table of contents."""
        return not self.letter and len(self.document.headings) >= _PARTS_FOR_CONTENTS

    def languages_of(self, table: Table) -> tuple[str, ...]:
        """Return the language of each column, where a table sets two languages side by side, else nothing."""
        names = [self.labels.languages.get(each) for each in self.languages]
        return self.languages if len(names) > 1 and [plain(each) for each in table.heads] == names else ()


def version_of(text: bytes) -> str:
    """Return the version of a text: the start of its digest, the same for the same text on any day."""
    return hashlib.sha256(text).hexdigest()[:8]


def paper(
    text: bytes,
    draft: str,
    labels: Labels,
    city: str,
    languages: tuple[str, ...],
    look: Look | None = None,
    pictures: Mapping[str, bytes] | None = None,
    path: str = "",
) -> Paper:
    """Make the paper of a draft as it stands.

    Args:
        text: the draft in Markdown.
        draft: its path from the folder of the drafts, without language and ending: `mou/fortum.espoo-clean-heat`.
        labels: the words of its cover.
        city: the city's name.
        languages: the draft's languages, the leading one first.
        look: the city's letterhead.
        pictures: what it may show.
        path: its path with language and ending, where it is to be found again.
    """
    document = read(text.decode("utf-8", "replace"))
    letter = draft.startswith(("requests/", "sprints/"))
    return Paper(
        document,
        labels,
        city,
        languages,
        draft,
        version_of(text),
        look or Look(),
        pictures or {},
        letter,
        path,
        text,
    )


def steps(document: Document) -> dict[int, int]:
    """Return the level of each heading in the body, from 1 and without a step left out, by its index there."""
    found: dict[int, int] = {}
    open_levels: list[int] = []
    for index, each in enumerate(document.body):
        if isinstance(each, Heading):
            while open_levels and open_levels[-1] >= each.level:
                open_levels.pop()
            open_levels.append(each.level)
            found[index] = len(open_levels)
    return found
