"""The same action under two ids."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.names import folded, wordings
from lgdkit.check.rule import Found, Rule
from lgdkit.check.timing import reversed_
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.action import Action
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    seen: dict[tuple[str | None, str, str], Action] = {}
    first = city.languages[0]
    for action in city.actions:
        if action.status == "cancelled":
            continue
        keys = [(action.field, code, folded(text)) for code, text in wordings(action.title, first)]
        other = next((seen[key] for key in keys if key in seen), None)
        if other and other.id != action.id and not _one_after_the_other(action, other):
            yield Found(
                action.at("title"),
                f'This action has the same title as "{other.id}" in the same field.',
                "each action once, or a title that tells the two apart",
                "If they are one, keep one record. If not, say in the title what tells them apart.",
                (Related(other.at("title"), "the other one"),),
            )
        for key in keys:
            seen.setdefault(key, action)


def _one_after_the_other(one: Action, other: Action) -> bool:
    return reversed_(one.start, other.end) or reversed_(other.start, one.end)


RULE = Rule("duplicate-action", Severity.WARNING, "The same action under two ids.", _look)
