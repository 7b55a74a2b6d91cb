"""Texts of one city as another one takes them over: in its languages, and without anybody's name or number."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from lgdkit.model.city import City
from lgdkit.model.text import Text
from lgdkit.render.language import SOURCE_LANGUAGE, Words

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|\+\d[\d ()/-]{6,}\d")
_FIGURE = re.compile(r"(?<!\w)\d+(?:[ \u00a0\u202f.,–-]?\d+)*(?!\w)")
"""A number that stands alone; the one in CO2 does not."""
LEFT_OUT = "…"
"""Stands in a text where a figure or a year of the other city was."""
_LEAST = 4
"""A word that tells where a text comes from has so many letters: shorter ones are too common."""
Written = dict[str, Any]


class CannotReplicate(Exception):  # noqa: N818 - what the person is told, not a fault of ours
    """Nothing is taken over; says why, and what to do."""


class Wording:
    """Turns the texts of a city into those of another one."""

    def __init__(self, source: City, languages: tuple[str, ...], words: Callable[[str], Words]) -> None:
        """Take the city that the texts come from, and the languages and words of the one that they go to."""
        self._source = source
        self._first = source.languages[0]
        self._languages = languages
        self._words = words

    def fixed(self, say: Callable[[Words], str]) -> Written:
        """Return one of our own texts in the city's languages; in English where none of them has words."""
        known = {code: self._words(code) for code in self._languages}
        found = {code: say(each) for code, each in known.items() if each.known}
        return found or {SOURCE_LANGUAGE: say(self._words(SOURCE_LANGUAGE))}

    def carried(self, text: Text | None, where: str = "") -> Written:
        """Return a text in the languages of the other city, as far as it exists in them, else in one that it has.

        A wording with a person, an address or a register number in it stays where it is. Figures and years are
        left out: they are those of the other city.

        Args:
            text: the text.
            where: the record and key that cannot do without it, for the message.

        Raises:
            CannotReplicate: every wording names somebody, and the record cannot do without it.
        """
        if text is None:
            return {}
        spoken = {code: text.wording(code, self._first) for code in text.languages(self._first)}
        sound = {code: each for code, each in spoken.items() if each and not self._is_private(each.text)}
        kept = {code: sound[code] for code in self._languages if code in sound}
        if not kept and sound:
            code = next((each for each in (SOURCE_LANGUAGE, self._first) if each in sound), min(sound))
            kept = {code: sound[code]}
        if not kept and where:
            raise CannotReplicate(
                f"{where} names a person, an address or a register number in each language; "
                "write the role there instead, and run the command again"
            )
        return {
            code: {"text": _carried(each.text), "origin": each.origin} if each.origin else _carried(each.text)
            for code, each in kept.items()
        }

    def telling(self, said: str, parts: Iterable[str]) -> tuple[str, ...]:
        """Return the words in a text that speak of the city it comes from: its name, and those of its partners."""
        names = dict.fromkeys((*self._city_names, *self._part_names(parts)))
        return tuple(name for name in names if re.search(rf"\b{re.escape(name)}", said))

    def _is_private(self, text: str) -> bool:
        return bool(_ADDRESS.search(text)) or any(each in text for each in self._private)

    @cached_property
    def _private(self) -> tuple[str, ...]:
        """Names of persons, and numbers in registers, of the city that the texts come from."""
        persons = (each.name.strip() for each in self._source.persons)
        numbers = (each.registration.number for each in self._source.stakeholders if each.registration)
        return tuple(each for each in (*persons, *numbers) if len(each) >= _LEAST)

    @cached_property
    def _city_names(self) -> tuple[str, ...]:
        record = self._source.record
        return tuple(_wordings(record.name, self._first)) if record else ()

    def _part_names(self, parts: Iterable[str]) -> Iterable[str]:
        """Give what the names of partners tell: of one that is the same everywhere its first word."""
        for part in parts:
            known = self._source.stakeholder.get(part)
            if known is None:
                continue
            for name in _wordings(known.name, self._first):
                first, *others = re.findall(r"\w+", name)
                proper = [first] if known.name.plain is not None else []
                proper += [each for each in others if each.isupper()]
                if self._first != "de":  # there every noun begins with a capital
                    proper += [each for each in others if each[0].isupper()] if known.name.wordings else []
                yield from (each for each in proper if len(each) >= (_LEAST - each.isupper()))


def _wordings(text: Text, first: str) -> list[str]:
    return [each.text for code in text.languages(first) if (each := text.wording(code, first))]


def _carried(text: str) -> str:
    # a sentence that ended with a figure ends with the sign alone
    return _FIGURE.sub(LEFT_OUT, " ".join(text.split())).replace(f"{LEFT_OUT}.", LEFT_OUT)
