"""A sector that emits, and that no action reduces."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.quantity import BySector


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or not city.record.targets or not city.whole("actions", "commitments", "targets"):
        return
    if any(unread(each, "impact") for each in city.actions):
        return
    figures = [each.impact.ghg for each in city.actions if each.impact and each.status != "cancelled"]
    figures += [each.ghg for each in city.commitments]
    reduced = {sector for each in figures if isinstance(each, BySector) for sector, _ in each.sectors}
    target = city.record.targets[0]
    for key in ("latest", "baseline"):
        emissions = getattr(target, key)
        if not reduced or emissions is None:
            continue
        missing = [name for name, ghg in emissions.sectors.items() if ghg.value > 0 and name not in reduced]
        if missing:
            yield Found(
                target.at(key, "sectors"),
                f"No action names a reduction in these sectors: {', '.join(missing)}.",
                f"an action with impact: {{ghg: {{{missing[0]}: …}}}}",
                "Look whether an action reduces there and gives its figure without the sector.",
            )
        return  # one of the two is enough


RULE = Rule("sector-without-action", Severity.INFO, "A sector with emissions that no action reduces.", _look)
