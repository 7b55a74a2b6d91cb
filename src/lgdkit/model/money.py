"""Money: a number, an optional multiple and a currency code."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from lgdkit.model.fault import fault, kind_of, shown
from lgdkit.model.quantity import NUMBER, NotApplicable, NotQuantified, parse_stated, stated_schema
from lgdkit.vocab.currency import CURRENCIES, MULTIPLES

_FORM = re.compile(rf"({NUMBER}) ([kMG]?)([A-Z]{{3}})", re.ASCII)
_EXPECTED = "a number, a space and a currency code, with k, M or G before it if needed: 12500 EUR, 10 MSEK"
_SIGNS = {"€": "EUR", "£": "GBP", "kr": "SEK", "euro": "EUR", "euroa": "EUR", "Euro": "EUR"}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the currency's own unit, and the decimals and multiple with which it was written."""

    amount: Decimal
    currency: str
    multiple: str = ""


def parse_money(raw: object) -> Money:
    """Read an amount of money.

    Raises:
        Fault: another form, or no currency code.
    """
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        raise fault("bad-money", f"{shown(raw)} has no currency.", _EXPECTED, f"Write it with one: {raw} EUR.")
    if not isinstance(raw, str):
        raise fault("bad-money", f"This is {kind_of(raw)}, not an amount of money.", _EXPECTED)
    match = _FORM.fullmatch(raw)
    if match is None or match[3] not in CURRENCIES:
        raise fault("bad-money", f"{shown(raw)} is no amount of money.", _EXPECTED, _way_out(raw))
    return Money(Decimal(match[1]).scaleb(MULTIPLES[match[2]]), match[3], match[2])


def _way_out(raw: str) -> str:
    for sign, code in _SIGNS.items():
        if raw.endswith(sign):
            prefix = re.search(r"([kMG])$", raw.removesuffix(sign).rstrip())
            return f'Write the code instead of "{sign}": {prefix[1] if prefix else ""}{code}.'
    if re.match(r"-?\d{1,3}([ ,.'\u00a0]\d{3})+(?!\d)", raw):
        return "Write the number without separators between the thousands."
    if re.match(r"-?\d+,\d", raw):
        return f"Write a point for the decimals: {raw.replace(',', '.', 1)}."
    return "If there is no figure, say why: {not_quantified: …}."


_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": rf"^{NUMBER} [kMG]?({'|'.join(sorted(CURRENCIES))})$".replace(r"\d", "[0-9]"),
    "examples": ["229.674 MEUR", "10 MSEK", "12500 EUR"],
}
MoneyField = Annotated[Money, PlainValidator(parse_money), WithJsonSchema(_SCHEMA)]
StatedMoneyField = Annotated[
    Money | NotApplicable | NotQuantified,
    PlainValidator(lambda raw: parse_stated(raw, parse_money)),
    WithJsonSchema(stated_schema(_SCHEMA)),
]
