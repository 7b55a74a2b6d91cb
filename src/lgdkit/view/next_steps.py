"""What each city does after a sprint: who, and by when."""

from dataclasses import dataclass

from lgdkit.view.speech import day
from lgdkit.view.sprint import Group
from lgdkit.view.values import Day, Said


@dataclass(frozen=True, slots=True)
class StepLine:
    """A next step."""

    text: Said
    who: Said | None
    role: Said | None
    due: Day | None
    done: Day | None
    note: Said | None


@dataclass(frozen=True, slots=True)
class CitySteps:
    """The next steps of a city."""

    city: Said
    steps: tuple[StepLine, ...]


def steps(group: Group) -> tuple[CitySteps, ...]:
    """Return the next steps of each city that takes part."""
    speech, named = group.speech, [each.city for each in group.sprint.next_steps]
    return tuple(
        CitySteps(
            group.city_name(name),
            tuple(
                StepLine(
                    speech.say(each.text),
                    group.stakeholder(each.by) if each.by else None,
                    speech.say(each.role),
                    day(each.due),
                    day(each.done),
                    speech.say(each.note),
                )
                for each in group.sprint.next_steps
                if each.city == name
            ),
        )
        for name in dict.fromkeys((*group.cities, *named))
    )
