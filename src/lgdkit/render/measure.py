"""How much a template may do: every step is counted, so that the end does not depend on the machine's speed."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

MIN_STEPS = 300_000
STEPS_PER_VALUE = 100
"""Steps of one document: so many, and so many more for each value in it. Our own templates take about one
tenth of that for the examples."""
MAX_DEPTH = 40
"""Calls and inclusions inside one another."""
MAX_NUMBER = 10**15
_PER_STEP = 16
"""Characters that count as one step."""
_ENOUGH = "This template takes more than {:,} steps."


class LimitError(SecurityError):
    """A template does more than it may."""


class Meter:
    """Counts the steps of one document."""

    def __init__(self, steps: int = MIN_STEPS) -> None:
        self._steps = steps
        self._left = steps
        self.depth = 0

    @property
    def taken(self) -> int:
        """How many steps were counted."""
        return self._steps - self._left

    def take(self, steps: int = 1) -> None:
        """Count steps.

        Raises:
            LimitError: it were too many.
        """
        self._left -= steps
        if self._left < 0:
            raise LimitError(_ENOUGH.format(self._steps))

    def weigh(self, value: Any, depth: int = 0) -> Any:
        """Count a value by its size, with everything in it as often as it stands there; return it.

        A list of one list that holds one list twice, and so on, is small in memory and endless when it is
        looked at: here it is looked at for the first time, and step by step.

        Raises:
            LimitError: it is too large, or too much stands in one another.
        """
        if depth > MAX_DEPTH:
            raise LimitError(f"Lists stand more than {MAX_DEPTH} deep in one another here.")
        if isinstance(value, str):
            self.take(1 + len(value) // _PER_STEP)
        elif isinstance(value, Mapping):
            self.take()
            for key, each in value.items():
                self.weigh(key, depth + 1)
                self.weigh(each, depth + 1)
        elif isinstance(value, list | tuple):
            self.take()
            for each in value:
                self.weigh(each, depth + 1)
        elif isinstance(value, Undefined):
            str(value)  # a name that is missing notes itself
        else:
            self.take()
        return value

    def enter(self) -> None:
        """Go one call deeper.

        Raises:
            LimitError: it is too deep; something calls itself.
        """
        self.take()
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise LimitError(f"Calls stand more than {MAX_DEPTH} deep in one another here.")

    def leave(self) -> None:
        """Come back."""
        self.depth -= 1


def number(value: Any) -> int | float:
    """Return a number that may be reckoned with.

    Raises:
        SecurityError: it is none, or too large.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SecurityError("Only numbers may be reckoned with.")
    if abs(value) > MAX_NUMBER:
        raise LimitError("This number is too large.")
    return value


def plain(value: Any) -> Any:
    """Return a value that may be printed.

    Raises:
        SecurityError: it is a list, a mapping or something that is no text at all.
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Undefined):
        return str(value)  # nothing, as of an "if" without "else"; a name that is missing notes itself
    raise SecurityError("Only texts and numbers may be printed, not lists or other things.")
