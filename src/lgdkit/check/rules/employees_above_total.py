"""More employees in the city than in total."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for stakeholder in city.stakeholders:
        staff = stakeholder.employees
        if staff and staff.total is not None and staff.in_city is not None and staff.in_city > staff.total:
            yield Found(
                stakeholder.at("employees", "in_city"),
                f"{staff.in_city} employees in the city are more than {staff.total} in total.",
                f"at most {staff.total}",
                "Look whether the two are exchanged.",
                (Related(stakeholder.at("employees", "total"), "in total"),),
            )


RULE = Rule("employees-above-total", Severity.WARNING, "More employees in the city than in total.", _look)
