"""Quantities with their unit in the value, and the ways to say that there is none."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, NamedTuple, get_args

from pydantic import ValidationError

from lgdkit.model.amount import (
    EMISSION_UNITS,
    ENERGY_UNITS,
    NUMBER,
    parse_emissions,
    parse_energy,
    parse_target_emissions,
)
from lgdkit.model.amount import Quantity as Quantity
from lgdkit.model.amount import parse_quantity as parse_quantity
from lgdkit.model.fault import ENOUGH, Fault, cut, deeper, fault, faults
from lgdkit.model.meant import did_you_mean, slip
from lgdkit.model.parsed import Parsed
from lgdkit.model.text import TEXT_SCHEMA, Text, parse_text
from lgdkit.vocab.sector import Sector
from lgdkit.vocab.unit import PER_PERSON

SECTORS: tuple[str, ...] = get_args(Sector)
NOT_APPLICABLE = "not-applicable"
_SECTORS = "one of " + ", ".join(SECTORS)
_NO_FIGURE = 'If there is no figure, say why: {not_quantified: "why"}, or write not-applicable.'


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The writer says that the question does not arise."""


class NotQuantified(NamedTuple):
    """The writer says why there is no figure."""

    reason: Text


class BySector(NamedTuple):
    """Emissions by source sector of the inventory, in the order written."""

    sectors: tuple[tuple[str, Quantity], ...]

    def tonnes(self) -> Decimal:
        """Return the sum over the sectors in tonnes of CO2 equivalents."""
        return sum((quantity.tonnes() for _, quantity in self.sectors), Decimal(0))


def parse_stated(raw: object, parse: Callable[[object], Any]) -> Any:
    """Read a value that may also be `not-applicable` or `{not_quantified: why}`.

    Raises:
        Fault: it is none of them.
        ValidationError: several faults inside it, each with its keys.
    """
    if raw == NOT_APPLICABLE:
        return NotApplicable()
    if isinstance(raw, dict) and "not_quantified" in raw:
        return _reason(raw)
    try:
        return parse(raw)
    except Fault as error:
        context = dict(error.context or {})
        context["fix"] = context["fix"] or slip(raw, (NOT_APPLICABLE,))
        raise fault(error.type, **{**context, "help": context["help"] or _NO_FIGURE}) from None


def _reason(raw: dict[object, object]) -> NotQuantified:
    others = [key for key in raw if key != "not_quantified"]
    if others:
        raise fault(
            "unknown-key",
            f'"not_quantified" says that there is no figure, and "{cut(str(others[0]))}" gives one.',
            "one of the two",
            "Take one of them out.",
        )
    reason = raw["not_quantified"]
    try:
        return NotQuantified(parse_text(reason))
    except (Fault, ValidationError) as error:
        raise faults(deeper("not_quantified", error, reason)) from None


def _no_sector(key: object) -> Fault:
    import difflib  # only where a sector is misspelt: every start would pay for it

    if difflib.get_close_matches(str(key)[:100], ("not_quantified",), 1):
        message, expected = f'There is no key "{cut(str(key))}" here.', "not_quantified, or source sectors"
        advice, meant = 'Did you mean "not_quantified"?', slip(key, ("not_quantified",))
        return fault("unknown-key", message, expected, advice, on_key=True, fix=meant)
    advice = did_you_mean(key, SECTORS, "Use the code of a source sector.")
    message = f'"{cut(str(key))}" is no source sector.'
    return fault("unknown-code", message, _SECTORS, advice, on_key=True, fix=slip(key, SECTORS))


def _emissions_by_sector(raw: object) -> Quantity | BySector:
    if not isinstance(raw, dict):
        return parse_emissions(raw)
    if not raw:
        raise fault("bad-quantity", "This mapping holds no figure.", "24 kt/year, or {transport: 24 kt/year}")
    sectors: list[tuple[str, Quantity]] = []
    found: list[tuple[tuple[str | int, ...], Fault, object]] = []
    for key, value in raw.items():
        if len(found) == ENOUGH:
            break
        if key not in SECTORS:
            found.append(((key,), _no_sector(key), value))
            continue
        try:
            sectors.append((key, parse_emissions(value)))
        except Fault as error:
            context = dict(error.context or {})
            context["help"] = context["help"] or "A sector without a figure is left out."
            found.append(((key,), fault(error.type, **context), value))
    if found:
        raise faults(found)
    return BySector(tuple(sectors))


def _parse_count(raw: object) -> Quantity:
    return parse_quantity(raw, None, "500 flats/year")


def _schema(example: str, units: frozenset[str] | None) -> dict[str, Any]:
    unit = r"[^\s0-9]\S*" if units is None else f"({'|'.join(sorted(units))})(/year)?"
    return {"type": "string", "pattern": rf"^{NUMBER} {unit}$".replace(r"\d", "[0-9]"), "examples": [example]}


def stated_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """Widen a schema by the two ways to say that there is no value."""
    reason = {
        "type": "object",
        "properties": {"not_quantified": {**TEXT_SCHEMA, "description": "Why there is no figure."}},
        "required": ["not_quantified"],
        "additionalProperties": False,
    }
    return {"anyOf": [schema, {"const": NOT_APPLICABLE}, reason]}


_EMISSIONS_SCHEMA = _schema("24 kt/year", EMISSION_UNITS)
_BY_SECTOR_SCHEMA: dict[str, Any] = {
    "anyOf": [
        _EMISSIONS_SCHEMA,
        {
            "type": "object",
            "minProperties": 1,
            "properties": {
                code: {**_EMISSIONS_SCHEMA, "description": f"What falls to the sector {code}."}
                for code in SECTORS
            },
            "additionalProperties": False,
        },
    ]
}
_TARGET_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": _EMISSIONS_SCHEMA["pattern"].replace("(/year)?", f"({PER_PERSON})?(/year)?"),
    "examples": ["217.9 kt/year", "2 t/person/year"],
}
TargetEmissionsField = Annotated[Quantity, Parsed(parse_target_emissions, _TARGET_SCHEMA)]
StatedEmissionsField = Annotated[
    Quantity | BySector | NotApplicable | NotQuantified,
    Parsed(partial(parse_stated, parse=_emissions_by_sector), stated_schema(_BY_SECTOR_SCHEMA)),
]
StatedEnergyField = Annotated[
    Quantity | NotApplicable | NotQuantified,
    Parsed(partial(parse_stated, parse=parse_energy), stated_schema(_schema("80 GWh/year", ENERGY_UNITS))),
]
StatedQuantityField = Annotated[
    Quantity | NotApplicable | NotQuantified,
    Parsed(partial(parse_stated, parse=_parse_count), stated_schema(_schema("500 flats/year", None))),
]
