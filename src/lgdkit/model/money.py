"""Money: a number, an optional multiple and a currency code."""

import re
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, NamedTuple

from lgdkit.model.amount import NUMBER, is_vague
from lgdkit.model.fault import fault, kind_of, shown
from lgdkit.model.meant import figure, write_it
from lgdkit.model.parsed import Parsed
from lgdkit.model.quantity import NotApplicable, NotQuantified, parse_stated, stated_schema
from lgdkit.vocab.currency import CURRENCIES, MULTIPLES, SIGNS

_FORM = re.compile(rf"({NUMBER}) ([kMG]?)([A-Z]{{3}})", re.ASCII)
_EXPECTED = "a number, a space and a currency code, with k, M or G before it if needed: 12500 EUR, 10 MSEK"
_UNIT = rf"(?i)(\w*?)\.?({'|'.join(map(re.escape, (*SIGNS, *sorted(CURRENCIES))))})"
_WORDS = {
    "": "",
    "k": r"(?i)k|t|tkr?|tsd|tuhatta|thousand|tusen|tausend",
    "M": r"(?i)m|mn|milj|mio|millions?|miljoonaa|miljoner|millionen",
    "G": r"(?i)g|bn|md|mrd|billions?|miljardia|miljarder|milliarden",
}


class Money(NamedTuple):
    """An amount in the currency's own unit, and the decimals and multiple with which it was written."""

    amount: Decimal
    currency: str
    multiple: str = ""


def parse_money(raw: object) -> Money:
    """Read an amount of money.

    Raises:
        Fault: another form, or no currency code.
    """
    if not isinstance(raw, str):
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            advice = f"Write the currency after it, such as {raw} EUR or {raw} kEUR."
            raise fault("bad-money", f"{shown(raw)} has no currency.", _EXPECTED, advice)
        raise fault("bad-money", f"This is {kind_of(raw)}, not an amount of money.", _EXPECTED)
    match = _FORM.fullmatch(raw)
    if match is None:
        advice = _way_out(raw)
        meant = _meant(raw, advice)
        raise fault("bad-money", f"{shown(raw)} is no amount of money.", _EXPECTED, advice, fix=meant)
    if match[3] not in CURRENCIES:
        message = f'"{match[3]}" is no currency code.'
        raise fault("bad-money", message, "one of " + ", ".join(sorted(CURRENCIES)), _way_out(raw))
    return Money(Decimal(match[1]).scaleb(MULTIPLES[match[2]]), match[3], match[2])


def _meant(raw: str, advice: str) -> str | None:
    """Return the amount that a text can only mean; not where a dollar or a crown may be another country's."""
    first = re.search(r"[0-9]", raw)
    found = (
        figure(raw[first.start() :]) if first and "$" not in raw and "-" not in raw[: first.start()] else None
    )
    number = found.sure() if found else None
    written = advice.removeprefix("Write ").removesuffix(".")
    return written if number and written.startswith(f"{number} ") and _FORM.fullmatch(written) else None


def _way_out(raw: str) -> str:
    """Advise how to write what was probably meant: 5 MEUR for `5 M€`, 10 MSEK for `MSEK 10`."""
    if is_vague(raw):
        return "Write one figure, such as 12500 EUR, and say in a note how sure it is."
    first = re.search(r"[0-9+\-−–]", raw)
    before = raw[: first.start()] if first else ""
    found = figure(raw[len(before) :])
    if found is None:
        return ""
    unit = "".join(f"{found.rest}{before}"[:64].split())
    if not unit:
        return f"Write the currency after it, such as {found.ways[0]} EUR or {found.ways[0]} kEUR."
    match = re.fullmatch(_UNIT, unit)
    multiple = next(
        (letter for letter, form in _WORDS.items() if match and re.fullmatch(form, match[1])), None
    )
    if match is None or multiple is None:
        return "Write the currency by its code, such as EUR, with k, M or G before it if needed: 5 MEUR."
    sign = match[2].casefold()
    advice = write_it(f"{way} {multiple}{SIGNS.get(sign, sign.upper())}" for way in found.ways)
    return f"{advice} Or is it another country's crown?" if sign == "kr" else advice


_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": rf"^{NUMBER} [kMG]?({'|'.join(sorted(CURRENCIES))})$".replace(r"\d", "[0-9]"),
    "examples": ["229.674 MEUR", "10 MSEK", "12500 EUR"],
}
MoneyField = Annotated[Money, Parsed(parse_money, _SCHEMA)]
StatedMoneyField = Annotated[
    Money | NotApplicable | NotQuantified,
    Parsed(partial(parse_stated, parse=parse_money), stated_schema(_SCHEMA)),
]
