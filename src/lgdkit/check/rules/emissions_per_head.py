"""Emissions that cannot be those of so many people."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import emissions, plain
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.model.city_record import EmissionsAt

_MOST, _LEAST = 300, Decimal("0.03")
"""Tonnes a person and year. European cities lie between about 1 and 15, towns with a steelworks far above; a slip
of the unit moves a figure by a thousand."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    record = city.record
    if record is None or record.population is None:
        return
    for number, target in enumerate(record.targets):
        for key, given in (("latest", target.latest), ("baseline", target.baseline)):
            if given is None or given.ghg.value <= 0 or _sectors_say_other(given):
                continue
            people = target.population or record.population
            each = given.ghg.tonnes() / (1 if given.ghg.per_person else people.value)
            # a target other than the first may be about one district or the municipal group: little is true there
            if each > _MOST or (number == 0 and each < _LEAST):
                yield Found(
                    target.at(key, "ghg"),
                    f"{emissions(given.ghg)} are {_rounded(each)} t for each of {people.value} inhabitants.",
                    "about 1 to 15 t a person and year, as in most cities of Europe",
                    "Look at the unit, t, kt or Mt, and at the number of inhabitants.",
                    (
                        Related(
                            (target if target.population else record).at("population", "value"),
                            "the inhabitants",
                        ),
                    ),
                )
                break


def _sectors_say_other(given: EmissionsAt) -> bool:
    """Say whether the sectors contradict the total: sum-of-sectors speaks of that."""
    together = sum((part.tonnes() for part in given.sectors.values()), Decimal(0))
    return bool(given.sectors) and (together > 2 * given.ghg.tonnes() or together * 10 < given.ghg.tonnes())


def _rounded(number: Decimal) -> str:
    return (
        f"{plain(number.quantize(Decimal('0.1')) if number >= 1 else number.quantize(Decimal('0.0001'))):f}"
    )


RULE = Rule("emissions-per-head", Severity.WARNING, "Emissions that do not fit the population.", _look)
