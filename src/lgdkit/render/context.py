"""A view as the plain dictionaries, lists and strings that a template may see.

Every text from the data is escaped here, once, so that no template can forget to. Quantities, dates and money
become words of the document's language.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any

from lgdkit.render.language import Words
from lgdkit.render.markdown import address
from lgdkit.view.pictures.sheet import Picture
from lgdkit.view.values import (
    Amount,
    Day,
    Figure,
    Joined,
    Length,
    Link,
    Percent,
    Price,
    Said,
    Shared,
    Span,
    Times,
)


@dataclass(frozen=True)
class Context:
    """Turns views into what templates may see, in the words of one language and with one way to escape."""

    words: Words
    escape: Callable[[str], str]
    _shared: dict[int, tuple[Shared, Any]] = field(default_factory=dict)
    """What became of parts that stand in several documents, by their identity; each is held, so that it stays its."""

    def plain(self, value: Any) -> Any:
        """Turn a view, or a part of one, into plain data; nobody may change it, as parts of it are used again.

        Raises:
            TypeError: the view holds something that no template may see, such as a model or a path.
        """
        kind: Any = type(value)
        write = _WRITERS.get(kind)
        if write is not None:
            return write(self, value)
        if isinstance(value, str):
            return self.escape(value)
        if isinstance(value, int):
            return value
        if isinstance(value, Shared):
            known = self._shared.get(id(value))
            if known is None:
                known = self._shared[id(value)] = (value, self._parts(value))
            return known[1]
        if is_dataclass(value):
            return self._parts(value)
        raise TypeError(f"{type(value).__name__} may not reach a template")

    def _parts(self, value: Any) -> dict[str, Any]:
        """Turn the parts of a view; the most frequent kinds are taken here, without a call."""
        found: dict[str, Any] = {}
        kind: Any = type(value)
        for name in _names(kind):
            part = getattr(value, name)
            if part is None or part is True or part is False:
                found[name] = part
            elif type(part) is tuple:
                found[name] = [self.plain(each) for each in part] if part else []
            else:
                found[name] = self.plain(part)
        return found


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _list(context: Context, value: Iterable[Any]) -> list[Any]:
    return [context.plain(each) for each in value]


def _itself(context: Context, value: Any) -> Any:  # noqa: ARG001
    return value


def _said(context: Context, value: Said) -> str:
    # marked in the text itself: a reader of one sentence must see where it comes from
    marks = [value.language] if value.foreign else []
    if value.origin == "machine":
        marks.append(context.words.gettext("translated by a machine, not checked"))
    if value.stale:
        marks.append(context.words.gettext("translation of an older text"))
    text = context.escape(value.text)
    if value.to_be_found:
        text = context.words.gettext("to be found: %(role)s") % {"role": text}
    return f"{text} ({'; '.join(marks)})" if marks else text


def _amount(context: Context, value: Amount) -> str:
    unit = f"{value.unit} CO₂e" if value.co2 else context.escape(value.unit)
    shown = f"{context.words.number(value.value)} {unit}"
    if value.per_person and value.per_year:
        return context.words.gettext("%(amount)s per person and year") % {"amount": shown}
    if value.per_person:
        return context.words.gettext("%(amount)s per person") % {"amount": shown}
    return context.words.gettext("%(amount)s per year") % {"amount": shown} if value.per_year else shown


def _times(context: Context, value: Times) -> str:
    ngettext = context.words.ngettext
    form = {
        "year": ngettext("once a year", "%(times)d times a year", value.times),
        "quarter": ngettext("once a quarter", "%(times)d times a quarter", value.times),
        "month": ngettext("once a month", "%(times)d times a month", value.times),
        "2 years": ngettext("once every two years", "%(times)d times in two years", value.times),
        "3 years": ngettext("once every three years", "%(times)d times in three years", value.times),
        "4 years": ngettext("once every four years", "%(times)d times in four years", value.times),
        "5 years": ngettext("once every five years", "%(times)d times in five years", value.times),
    }[value.per]
    return form % {"times": value.times}


def _length(context: Context, value: Length) -> str:
    ngettext = context.words.ngettext
    form = {
        "day": ngettext("%(count)d day", "%(count)d days", value.count),
        "week": ngettext("%(count)d week", "%(count)d weeks", value.count),
        "month": ngettext("%(count)d month", "%(count)d months", value.count),
        "year": ngettext("%(count)d year", "%(count)d years", value.count),
    }[value.unit]
    return form % {"count": value.count}


def _span(context: Context, value: Span) -> str:
    start, end = ((each.year, each.month, each.day) for each in (value.start, value.end))
    return context.words.span(start, end)


def _percent(context: Context, value: Percent) -> str:
    return context.words.gettext("%(number)s %%") % {"number": context.words.number(value.value)}


def _picture(context: Context, value: Picture) -> dict[str, Any]:
    # a document says what is to be seen; where each line stands is for the picture alone
    return {name: context.plain(getattr(value, name)) for name in _names(Picture) if name != "drawing"}


_WRITERS: dict[type, Callable[[Context, Any], Any]] = {
    Said: _said,
    Amount: _amount,
    Price: lambda context, value: context.words.money(value.amount, value.currency),
    Percent: _percent,
    Day: lambda context, value: context.words.date(value.year, value.month, value.day),
    Span: _span,
    Times: _times,
    Length: _length,
    Figure: Context._parts,
    Picture: _picture,
    str: lambda context, value: context.escape(value),
    int: _itself,
    bool: _itself,
    NoneType: _itself,
    tuple: _list,
    list: _list,
    Joined: lambda context, value: ", ".join(map(context.escape, value.parts)),
    Link: lambda context, value: address(value.url),  # noqa: ARG005
    Decimal: lambda context, value: context.words.number(value),
}
