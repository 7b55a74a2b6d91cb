"""A view as the plain dictionaries, lists and strings that a template may see.

Every text from the data is escaped here, once, so that no template can forget to. Quantities, dates and money
become words of the document's language.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from lgdkit.render.language import Words
from lgdkit.render.markdown import escaped
from lgdkit.view.values import Amount, Day, Figure, Length, Link, Percent, Price, Said, Times


def plain(value: Any, words: Words) -> Any:
    """Turn a view, or a part of one, into what templates may see."""
    write = _WRITERS.get(type(value))
    if write is not None:
        return write(value, words)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return escaped(value)
    if isinstance(value, tuple | list):
        return [plain(each, words) for each in value]
    if isinstance(value, dict):
        return {key: plain(each, words) for key, each in value.items()}
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name), words) for each in fields(value)}
    raise TypeError(f"{type(value).__name__} may not reach a template")


def _said(value: Said, words: Words) -> str:
    text = escaped(value.text)
    if value.foreign:
        # marked in the text itself: a reader of one sentence must see that it is not in the document's language
        return f"{text} ({value.language})"
    return text


def _amount(value: Amount, words: Words) -> str:
    unit = escaped(value.unit)
    if value.co2:
        unit = f"{unit} CO₂e"
    shown = f"{words.number(value.value)} {unit}"
    if value.per_year:
        return words.gettext("%(amount)s per year") % {"amount": shown}
    return shown


def _times(value: Times, words: Words) -> str:
    form = {
        "year": words.ngettext("once a year", "%(times)d times a year", value.times),
        "quarter": words.ngettext("once a quarter", "%(times)d times a quarter", value.times),
        "month": words.ngettext("once a month", "%(times)d times a month", value.times),
    }[value.per]
    return form % {"times": value.times}


def _length(value: Length, words: Words) -> str:
    form = {
        "day": words.ngettext("%(count)d day", "%(count)d days", value.count),
        "week": words.ngettext("%(count)d week", "%(count)d weeks", value.count),
        "month": words.ngettext("%(count)d month", "%(count)d months", value.count),
        "year": words.ngettext("%(count)d year", "%(count)d years", value.count),
    }[value.unit]
    return form % {"count": value.count}


def _figure(value: Figure, words: Words) -> dict[str, Any]:
    return {
        "state": value.state,
        "amount": plain(value.amount, words),
        "reason": plain(value.reason, words),
        "by_sector": plain(value.by_sector, words),
    }


_WRITERS: dict[type, Callable[[Any, Words], Any]] = {
    Said: _said,
    Amount: _amount,
    Price: lambda value, words: words.money(value.amount, value.currency),
    Percent: lambda value, words: words.gettext("%(number)s %%") % {"number": words.number(value.value)},
    Day: lambda value, words: words.date(value.year, value.month, value.day),
    Times: _times,
    Length: _length,
    Figure: _figure,
    Link: lambda value, words: f"<{value.url}>",  # noqa: ARG005 - the model let only plain web addresses through
    Decimal: lambda value, words: words.number(value),
}
