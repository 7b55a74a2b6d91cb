"""Quantities with their unit in the value, and the ways to say that there is none."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, get_args

from pydantic import PlainValidator, WithJsonSchema

from lgdkit.model.fault import Fault, fault, faults, kind_of, shown
from lgdkit.model.text import TEXT_SCHEMA, Text, parse_text
from lgdkit.vocab.sector import Sector
from lgdkit.vocab.unit import EMISSIONS, ENERGY, PER_YEAR, POWER

NUMBER = r"-?\d{1,15}(?:\.\d{1,9})?"
_FORM = re.compile(rf"({NUMBER}) ([^\s\d]\S*)", re.ASCII)
_CO2 = re.compile(r"(kg|t|kt|Mt)[ -]?CO[2₂](?:-?e|eq|-?ekv\.?|-?Äq\.?)?(?:/?\s*(?:a|year|v|år|Jahr))?", re.I)
SECTORS: tuple[str, ...] = get_args(Sector)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit; `per_year` where the unit was written with `/year`."""

    value: Decimal
    unit: str
    per_year: bool

    def tonnes(self) -> Decimal:
        """Return an emission quantity in tonnes of CO2 equivalents."""
        return self.value * EMISSIONS[self.unit]


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The writer says that the question does not arise."""


@dataclass(frozen=True, slots=True)
class NotQuantified:
    """The writer says why there is no figure."""

    reason: Text


@dataclass(frozen=True, slots=True)
class BySector:
    """Emissions by source sector of the inventory, in the order written."""

    sectors: tuple[tuple[str, Quantity], ...]

    def tonnes(self) -> Decimal:
        """Return the sum over the sectors in tonnes of CO2 equivalents."""
        return sum((quantity.tonnes() for _, quantity in self.sectors), Decimal(0))


NoValue = NotApplicable | NotQuantified
NOT_APPLICABLE = "not-applicable"


def parse_quantity(raw: object, units: frozenset[str] | None = None, example: str = "80 GWh/year") -> Quantity:
    """Read a number, a space and a unit; `units` limits the units, None lets any word stand.

    Raises:
        Fault: another form, or a unit of another kind.
    """
    expected = f"a number, a space and a unit: {example}"
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        unit = example.split(" ", 1)[1]
        raise fault("bad-quantity", f"{shown(raw)} has no unit.", expected, f"Write the unit: {raw} {unit}.")
    if not isinstance(raw, str):
        raise fault("bad-quantity", f"This is {kind_of(raw)}, not a quantity.", expected)
    match = _FORM.fullmatch(raw)
    if match is None:
        raise fault("bad-quantity", f"{shown(raw)} is no quantity.", expected, _way_out(raw, units))
    number, unit = match.groups()
    per_year = unit.endswith(PER_YEAR)
    base = unit.removesuffix(PER_YEAR)
    if units is not None and base not in units:
        near = difflib.get_close_matches(base, units, 1)
        way_out = f"Did you mean {number} {near[0]}{PER_YEAR if per_year else ''}?" if near else _way_out(raw, units)
        raise fault("bad-quantity", f'"{unit}" is no unit that fits here.', ", ".join(sorted(units)), way_out)
    return Quantity(Decimal(number), base, per_year)


def _way_out(raw: str, units: frozenset[str] | None) -> str:
    number, _, rest = raw.partition(" ")
    if units is EMISSION_UNITS:
        co2 = _CO2.fullmatch(rest.strip() or re.sub(rf"^{NUMBER}", "", raw))
        if co2:
            return f"Emissions are CO2 equivalents anyway: write {number.rstrip('tkgMCO2e')} {co2[1]}/year."
    if re.match(r"-?\d{1,3}([ ,.'\u00a0]\d{3})+(?!\d)", raw) and re.match(r"-?\d{1,3}[ ,'\u00a0]", raw):
        return "Write the number without separators between the thousands."
    if re.match(r"-?\d+,\d", raw):
        return f"Write a point for the decimals: {raw.replace(',', '.', 1)}."
    if re.fullmatch(rf"{NUMBER}[^\s\d]+", raw):
        return "Put a space between the number and the unit."
    return "If there is no figure, say why: {not_quantified: …}."


def parse_stated(raw: object, parse: Callable[[object], Any]) -> Any:
    """Read a value that may also be `not-applicable` or `{not_quantified: why}`."""
    if raw == NOT_APPLICABLE:
        return NotApplicable()
    if isinstance(raw, dict) and "not_quantified" in raw:
        if len(raw) > 1:
            other = next(key for key in raw if key != "not_quantified")
            raise fault(
                "unknown-key",
                f'"not_quantified" says that there is no figure, and "{other}" gives one.',
                "one of the two",
            )
        try:
            return NotQuantified(parse_text(raw["not_quantified"]))
        except Fault as error:
            raise faults([(("not_quantified",), error, raw)]) from None
    return parse(raw)


EMISSION_UNITS = frozenset(EMISSIONS)
ENERGY_UNITS = frozenset(ENERGY) | frozenset(POWER)


def parse_emissions(raw: object) -> Quantity:
    """Read an amount of greenhouse gases in CO2 equivalents."""
    return parse_quantity(raw, EMISSION_UNITS, "24 kt/year")


def _emissions_by_sector(raw: object) -> Quantity | BySector:
    if not isinstance(raw, dict):
        return parse_emissions(raw)
    if not raw:
        raise fault("bad-quantity", "This mapping holds no figure.", "24 kt/year, or {transport: 24 kt/year}")
    sectors: list[tuple[str, Quantity]] = []
    found: list[tuple[tuple[str | int, ...], Any, object]] = []
    for key, value in raw.items():
        if key not in SECTORS:
            near = difflib.get_close_matches(str(key), SECTORS, 1)
            way_out = f'Did you mean "{near[0]}"?' if near else ""
            found.append(
                ((key,), fault("unknown-code", f'"{key}" is no source sector.', ", ".join(SECTORS), way_out), value)
            )
            continue
        try:
            sectors.append((key, parse_emissions(value)))
        except Fault as error:
            found.append(((key,), error, value))
    if found:
        raise faults(found)
    return BySector(tuple(sectors))


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
            "properties": dict.fromkeys(SECTORS, _EMISSIONS_SCHEMA),
            "additionalProperties": False,
        },
    ]
}


def _parse_energy(raw: object) -> Quantity:
    return parse_quantity(raw, ENERGY_UNITS, "80 GWh/year")


QuantityField = Annotated[Quantity, PlainValidator(parse_quantity), WithJsonSchema(_schema("14600 lamps", None))]
EmissionsField = Annotated[Quantity, PlainValidator(parse_emissions), WithJsonSchema(_EMISSIONS_SCHEMA)]
SectorEmissionsField = Annotated[
    Quantity | BySector, PlainValidator(_emissions_by_sector), WithJsonSchema(_BY_SECTOR_SCHEMA)
]
StatedEmissionsField = Annotated[
    Quantity | BySector | NotApplicable | NotQuantified,
    PlainValidator(lambda raw: parse_stated(raw, _emissions_by_sector)),
    WithJsonSchema(stated_schema(_BY_SECTOR_SCHEMA)),
]
StatedEnergyField = Annotated[
    Quantity | NotApplicable | NotQuantified,
    PlainValidator(lambda raw: parse_stated(raw, _parse_energy)),
    WithJsonSchema(stated_schema(_schema("80 GWh/year", ENERGY_UNITS))),
]
StatedQuantityField = Annotated[
    Quantity | NotApplicable | NotQuantified,
    PlainValidator(lambda raw: parse_stated(raw, parse_quantity)),
    WithJsonSchema(stated_schema(_schema("14600 lamps", None))),
]
