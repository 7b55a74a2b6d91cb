"""Amounts: a number and its unit, and what is advised where they are written in another way."""

import re
from decimal import Decimal
from typing import NamedTuple

from lgdkit.model.fault import fault, kind_of, shown
from lgdkit.model.meant import figure, near, write_it
from lgdkit.vocab.unit import EMISSIONS, ENERGY, PER_PERSON, PER_YEAR, POWER

NUMBER = r"-?\d{1,15}(?:\.\d{1,9})?"
EMISSION_UNITS = frozenset(EMISSIONS)
ENERGY_UNITS = frozenset(ENERGY) | frozenset(POWER)

_FORM = re.compile(rf"({NUMBER}) ([^\s\d]\S*)", re.ASCII)
_YEARLY = r"(?i)(?:\s*/\s*|\s+(?:per|pro|p\.)\s*|\s+)(?:a|yr|years?|annum|v|vuosi|vuodessa|år|jahr)\.?$"
_CO2 = r"(?i)[\s-]*CO[2₂](?:[\s-]*(?:eq|ekv|äq|e)(?:uival\w*)?\.?)?"
_TONNES = r"(?i)(k|kilo|m|mega)?-?(?:tonnes?|tonnen|tonnia|tons?|tn)"
_ABOUT = r"(?i)\s*(?:[~<>≈±]|(?:ca|circa|cirka|about|approx|noin|n|rund|etwa|ungefär)\b\.?)"
_HEAD = r"(?i)person|capita|inhabitant|resident|\bhead|henki|hlö|asuka|invånare|einwohner|kopf"
_PER_PERSON = rf"({NUMBER} (?:{'|'.join(EMISSIONS)})){PER_PERSON}({PER_YEAR})?"
_RANGE = r"\s*\d[\d.,]*\s*(?:-|–|…|to|bis|till)\s*\d"


class Quantity(NamedTuple):
    """A number and its unit; `per_year` where the unit was written with `/year`.

    `per_person` is for the emissions of a target that were written with `/person`: 2 t/person/year.
    """

    value: Decimal
    unit: str
    per_year: bool
    per_person: bool = False

    def tonnes(self) -> Decimal:
        """Return an emission quantity in tonnes of CO2 equivalents, per person where it is."""
        return self.value * EMISSIONS[self.unit]


def parse_quantity(
    raw: object, units: frozenset[str] | None = None, example: str = "80 GWh/year"
) -> Quantity:
    """Read a number, a space and a unit; `units` limits the units, None lets any word stand.

    Raises:
        Fault: another form, or a unit of another kind.
    """
    if not isinstance(raw, str):
        expected = _expected(example)
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            advice = f"Write the unit after it, such as {raw} {example.split(' ', 1)[1]}."
            raise fault("bad-quantity", f"{shown(raw)} has no unit.", expected, advice)
        raise fault("bad-quantity", f"This is {kind_of(raw)}, not a quantity.", expected)
    match = _FORM.fullmatch(raw)
    if match is None:
        expected = _expected(example)
        advice = _way_out(raw, units, example)
        meant = _meant(raw, units)
        raise fault("bad-quantity", f"{shown(raw)} is no quantity.", expected, advice, fix=meant)
    number, unit = match.groups()
    base = unit.removesuffix(PER_YEAR)
    if units is not None and base not in units:
        fitting = "a unit that fits here: " + ", ".join(sorted(units, key=str.casefold))
        advice = _way_out(raw, units, example)
        meant = _meant(raw, units)
        raise fault("bad-quantity", f"{shown(unit)} is no unit that fits here.", fitting, advice, fix=meant)
    return Quantity(Decimal(number), base, unit.endswith(PER_YEAR))


def _expected(example: str) -> str:
    return f"a number, a space and a unit: {example}"


def parse_emissions(raw: object) -> Quantity:
    """Read an amount of greenhouse gases in CO2 equivalents."""
    return parse_quantity(raw, EMISSION_UNITS, "24 kt/year")


def parse_target_emissions(raw: object) -> Quantity:
    """Read the greenhouse gases of a target, of all together or of each person.

    Raises:
        Fault: another form, or a unit of another kind.
    """
    if not isinstance(raw, str) or re.search(_HEAD, raw) is None:
        return parse_emissions(raw)
    match = re.fullmatch(_PER_PERSON, raw)
    if match is None:
        found = figure(raw)
        number = found.ways[0] if found else 2
        raise fault(
            "bad-quantity",
            f"{shown(raw)} is no quantity.",
            "a number, a space and a unit: 2 t/person/year",
            f"Write emissions per person as {number} t/person/year.",
        )
    return parse_emissions(f"{match[1]}{match[2] or ''}")._replace(per_person=True)


def unit_of(amount: Quantity) -> str:
    """Return the unit of an amount as the format writes it: t/person/year."""
    per_person, per_year = (PER_PERSON if amount.per_person else ""), (PER_YEAR if amount.per_year else "")
    return f"{amount.unit}{per_person}{per_year}"


def parse_energy(raw: object) -> Quantity:
    """Read an amount of energy, or a power."""
    return parse_quantity(raw, ENERGY_UNITS, "80 GWh/year")


def is_vague(text: str) -> bool:
    """Say whether a text is no one figure but a range, or one with a word such as `about`."""
    return bool(re.match(_ABOUT, text) or re.match(_RANGE, text))


def _way_out(raw: str, units: frozenset[str] | None, example: str) -> str:
    if is_vague(raw):
        return f"Write one figure, such as {example}, and say in a note how sure it is."
    found = figure(raw)
    if found is None:
        return ""
    if found.rest.startswith("%"):
        return f"Write the amount and not a share: {example}."
    if not found.rest:
        return f"Write the unit after it, such as {found.ways[0]} {example.split(' ', 1)[1]}."
    unit = _unit_meant(found.rest, units)
    if not unit:
        kind = "mass" if units is EMISSION_UNITS else "energy or power"
        return f"Write the amount in a unit of {kind}, such as {example}."
    advice = write_it(f"{way} {unit}" for way in found.ways)
    if units is EMISSION_UNITS and re.search(_CO2, found.rest):
        return f"Emissions are CO2 equivalents anyway: {advice[0].lower()}{advice[1:]}"
    return advice


def _meant(raw: str, units: frozenset[str] | None) -> str | None:
    """Return the quantity that a text can only mean: the number is sure, and the unit is one as it stands.

    Of carbon dioxide alone, or without the year, it is not sure that the same amount is meant.
    """
    found = None if is_vague(raw) else figure(raw)
    number = found.sure() if found else None
    if found is None or number is None:
        return None
    if units is None:
        return f"{number} {found.rest}" if re.fullmatch(r"[^\s\d%]\S*", found.rest) else None
    yearly = re.search(_SURELY_YEARLY, found.rest)
    base = found.rest[: yearly.start()] if yearly else found.rest
    if units is EMISSION_UNITS and yearly:
        base = re.sub(_SURELY_CO2E, "", base)
    return f"{number} {base}{PER_YEAR if yearly else ''}" if base in units else None


_SURELY_YEARLY = r"(?i)\s*(?:/\s*|\s(?:per|pro)\s+)(?:a|yr|year|annum|vuosi|år|jahr)$"
_SURELY_CO2E = r"(?i)[\s-]*CO[2₂][\s-]*(?:eq|ekv|äq|e)\.?$"


def _unit_meant(text: str, units: frozenset[str] | None) -> str:
    """Return the unit that a text stands for, written our way, or nothing where that stays a riddle."""
    yearly = re.search(_YEARLY, text)
    base = text[: yearly.start()] if yearly else text
    per_year = PER_YEAR if yearly else ""
    if units is None:
        return re.sub(r"\s+", "-", base) + per_year
    if units is EMISSION_UNITS:
        base, places = re.subn(_CO2, "", base)
        per_year = PER_YEAR if places else per_year
        tonnes = re.fullmatch(_TONNES, base.strip())
        if tonnes:
            base = {"": "t", "k": "kt", "m": "Mt"}[(tonnes[1] or "")[:1].lower()]
    base = base if base in units else near(base, units) or ""
    return f"{base}{per_year}" if base else ""
