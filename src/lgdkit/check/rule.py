"""What a rule is: an id, how much it weighs, a line on what it finds, and the function that looks."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from importlib import import_module
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


class Listed:
    """A rule in the list of all; its module is loaded when somebody wants to know more than stands here."""

    def __init__(self, id_: str, module: str, *, advises: bool = False, about: tuple[str, ...] = ()) -> None:
        """Take the rule's id, the module that holds it as RULE, and what decides whether it is asked.

        Args:
            id_: the rule's id.
            module: where it stands.
            advises: whether it only gives advice.
            about: the kinds of record without which it has nothing to look at; empty where it always has.
        """
        self.id = id_
        self.advises = advises
        self._module = module
        self._about = about

    def concerns(self, city: City) -> bool:
        """Say whether there is anything in a city for it to look at."""
        return not self._about or any(getattr(city, kind) for kind in self._about)

    @cached_property
    def _rule(self) -> Rule:
        found: Rule = import_module(self._module).RULE
        return found

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self._rule.severity

    @property
    def summary(self) -> str:
        """A line on what it finds."""
        return self._rule.summary

    @property
    def look(self) -> Callable[[City, date], Iterable[Found]]:
        """The function that looks."""
        return self._rule.look


class Told(NamedTuple):
    """What the run over all rules tells of the city's own words on them: its id, its weight, a line on it."""

    id: str
    severity: Severity
    summary: str
