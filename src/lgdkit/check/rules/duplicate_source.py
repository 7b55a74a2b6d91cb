"""The same source under two ids."""

import re
from collections.abc import Iterator
from datetime import date

from lgdkit.check.names import wordings, words
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.model.source import Source

_BEFORE = re.compile(r"https?://(?:www\.)?", re.I)


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    seen: dict[object, Source] = {}
    first = city.languages[0]
    for source in city.sources:
        if source.url:
            address = _BEFORE.sub("", source.url, count=1)
            host, slash, path = address.partition("/")
            keys: list[object] = [host.casefold() + (slash + path).rstrip("/")]
            place, what = "url", "the same address as"
        else:
            same = (source.publisher, source.date)
            keys = [(code, *words(text), same) for code, text in wordings(source.title, first)]
            place, what = "title", "the same title as"
        other = next((seen[key] for key in keys if key in seen), None)
        if other and other.id != source.id:
            yield Found(
                source.at(place),
                f'This source has {what} "{other.id}".',
                "each source once; at: says where in it",
                "Keep one record, and say the place with it: {id: …, at: p. 12}.",
                (Related(other.at(place), "the other one"),),
            )
        for key in keys:
            seen.setdefault(key, source)


RULE = Rule("duplicate-source", Severity.WARNING, "The same source under two ids.", _look)
