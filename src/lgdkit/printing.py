"""Joins drafts and their forms: a draft in Markdown in, a Word file, a PDF or a web page out. Opens no file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lgdkit.render.language import Words, words_of

if TYPE_CHECKING:
    from lgdkit.office.paper import Labels, Look, Paper

_PATH = re.compile(r"(?P<stem>.+?)(?:\.(?P<one>[a-z]{2})(?:-(?P<two>[a-z]{2}))?)?\.md")


@dataclass(frozen=True)
class Sender:
    """Whose documents these are."""

    names: Mapping[str, str]
    """The name by language; there is one at least."""
    look: Look | None = None

    def name(self, language: str) -> str:
        """Return the name in a language, else in the first there is."""
        return self.names.get(language) or next(iter(self.names.values()))


@dataclass(frozen=True)
class Printed:
    """A draft that forms are made of."""

    path: str
    """The draft's own, from the folder of the drafts."""
    text: bytes
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The pictures that it may show, by their path from the folder of the drafts."""

    @cached_property
    def _parts(self) -> re.Match[str]:
        found = _PATH.fullmatch(self.path)
        if found is None:
            raise ValueError(f"no draft in Markdown: {self.path!r}")
        return found

    @property
    def stem(self) -> str:
        """The path without the language and the ending."""
        return self._parts["stem"]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the path names, the leading one first."""
        return tuple(each for each in (self._parts["one"], self._parts["two"]) if each)

    def form(self, form: str) -> str:
        """Return the path of a form of it."""
        return f"{self.path.removesuffix('.md')}.{form}"


class Printer:
    """Makes the forms of the drafts of one sender."""

    def __init__(self, templates: Mapping[str, bytes], sender: Sender, sources: str = "") -> None:
        """Take lgdkit's templates and words, whose documents these are, and a digest of the sources that make them."""
        self._templates = templates
        self._sources = sources
        self._sender = sender
        self._words: dict[str, Words] = {}
        self._makers: dict[str, str] = {}
        self._look = hashlib.sha256(repr(sender.look).encode()).hexdigest()

    def key(self, draft: Printed, form: str) -> str:
        """Return a digest of all that a form is made from: where it is the same, the form is the same."""
        from lgdkit.office.forms import makers

        if form not in self._makers:
            self._makers[form] = makers(form, self._templates, self._sources)
        languages = self._languages(draft)
        labels = self._labels(draft, languages)
        said = (form, draft.path, draft.text, self._sender.name(languages[0]), labels, self._look)
        digest = hashlib.sha256(self._makers[form].encode() + repr(said).encode("utf-8", "surrogatepass"))
        for path in sorted(draft.pictures):
            if path.encode() in draft.text:
                digest.update(path.encode() + hashlib.sha256(draft.pictures[path]).digest())
        return digest.hexdigest()

    def print(self, draft: Printed, form: str) -> bytes:
        """Make a form of a draft.

        Raises:
            NotInstalledError: what makes it is not there.
            PandocError: pandoc refused, or took too much memory or time.
            PictureError: a picture, the logo or a font cannot be used.
        """
        from lgdkit.office.forms import writer

        return writer(form)(self._paper(draft), self._templates)

    def _paper(self, draft: Printed) -> Paper:
        from lgdkit.office.paper import paper

        languages = self._languages(draft)
        return paper(
            draft.text,
            draft.stem,
            self._labels(draft, languages),
            self._sender.name(languages[0]),
            languages,
            self._sender.look,
            draft.pictures,
            draft.path,
        )

    def _languages(self, draft: Printed) -> tuple[str, ...]:
        return draft.languages or tuple(self._sender.names)[:1] or ("en",)

    def _labels(self, draft: Printed, languages: tuple[str, ...]) -> Labels:
        from lgdkit.office.paper import Labels

        words = self._spoken(languages[0])
        review = draft.path.startswith("mou/")
        return Labels(
            status=words.gettext("Draft for legal review") if review else words.gettext("Draft"),
            version=words.gettext("Version"),
            contents=words.gettext("Contents"),
            page=words.gettext("Page"),
            skip=words.gettext("Go to the text"),
            languages={each: words.language_name(each) for each in languages} if len(languages) > 1 else {},
        )

    def _spoken(self, language: str) -> Words:
        if language not in self._words:
            self._words[language] = words_of(language, self._templates)
        return self._words[language]
