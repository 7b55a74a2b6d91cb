"""An idea that was looked at in one or two of the three ways, or was taken up without any."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.sprint import VIEWS


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for sprint in city.sprints:
        for index, idea in enumerate(sprint.ideas):
            missing = [each for each in VIEWS if getattr(idea, each) is None]
            if missing and (len(missing) < len(VIEWS) or idea.outcome):
                yield Found(
                    sprint.at("ideas", index),
                    f"This idea was not looked at as {' and '.join(missing)}.",
                    ", ".join(f"{each}: …" for each in missing),
                    "Write what was said in that round. An idea that was only gathered needs none of the three.",
                )


RULE = Rule(
    "idea-without-view",
    Severity.WARNING,
    "An idea that lacks one of its three views: dreamer, realist, critic.",
    _look,
)
