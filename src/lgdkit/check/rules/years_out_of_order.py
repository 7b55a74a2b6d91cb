"""A year before the one that it is measured from."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:
    for target in city.record.targets if city.record else ():
        base, latest = target.baseline, target.latest
        if base and latest and latest.year < base.year <= today.year:
            yield Found(
                target.at("latest", "year"),
                f"The newest emissions are of {latest.year}, before the baseline of {base.year}.",
                f"{base.year} or a later year",
                "Look whether the two are exchanged.",
                (Related(target.at("baseline", "year"), "the baseline"),),
            )
    for indicator in city.indicators:
        start = indicator.baseline
        wrong = [index for index, each in enumerate(indicator.targets) if start and each.year <= start.year]
        if start and wrong:
            yield Found(
                indicator.at("targets", wrong[0], "year"),
                f"The target year {indicator.targets[wrong[0]].year} is not after the baseline of {start.year}.",
                f"a year after {start.year}",
                "Mend the year, or the year of the baseline.",
                (Related(indicator.at("baseline", "year"), "the baseline"),),
            )


RULE = Rule("years-out-of-order", Severity.WARNING, "A year before the one it is measured from.", _look)
