"""An indicator without a baseline or a target."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_NEEDED = {"baseline": "baseline: {year: …, value: …}", "targets": "targets: [{year: …, value: …}]"}


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for indicator in city.indicators:
        missing = [field for field in _NEEDED if lacks(indicator, field)]
        if missing == ["baseline"] and indicator.values:
            continue  # its first value is one
        if missing:
            yield Found(
                indicator.place,
                f"This indicator has no {' and no '.join(missing)}.",
                ", ".join(_NEEDED[each] for each in missing),
                "Without a start and a goal nobody can say whether a value is good.",
            )


RULE = Rule("incomplete-indicator", Severity.INFO, "An indicator without a baseline or a target.", _look)
