"""What a rule is: an id, how much it weighs, a line on what it finds, and the function that looks."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from lgdkit.diagnostics import Fixed, Place, Related, Severity
from lgdkit.model.city import City


class Found(NamedTuple):
    """What a rule found at one place; the rule's id and weight are added to it.

    `fault` is the same for places with one and the same fault behind them, such as a record that is missing:
    they become one finding in each file. `fix` is what is to stand at the place, where that is beyond doubt.
    """

    place: Place
    message: str
    expected: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    fault: str = ""
    fix: Fixed | None = None
    takes_out: bool = False
    """Whether taking the entry at the place out is what mends it."""


class Rule(NamedTuple):
    """A rule; `look` is given the city and the day that counts as today."""

    id: str
    severity: Severity
    summary: str
    look: Callable[[City, date], Iterable[Found]]


class Told(NamedTuple):
    """What the run over all rules tells of the city's own words on them: its id, its weight, a line on it."""

    id: str
    severity: Severity
    summary: str
