"""The same entry twice in one list."""

from collections.abc import Iterator, Sequence
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Key, Related, Severity
from lgdkit.model.base import Record
from lgdkit.model.city import City

_OF_ACTIONS = ("partners", "depends_on", "indicators", "strategies", "levers", "sdgs")
_OF_IMPACT = ("counted_in", "enables", "co_benefits")
_OF_DEALS = ("parties", "commitments", "languages")
_OF_PRACTICES = ("stakeholders", "strategies", "actions", "commitments", "deals")
_OF_SPRINTS = ("languages", "focus", "cities")


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for action in city.actions:
        for name in _OF_ACTIONS:
            if len(values := getattr(action, name)) > 1:  # seldom, and asking costs less than looking
                yield from _twice(action, values, name)
        if action.impact:
            for name in _OF_IMPACT:
                if len(values := getattr(action.impact, name)) > 1:
                    yield from _twice(action, values, "impact", name)
        if action.lead in action.partners and action.lead in city.stakeholder:
            yield Found(
                action.at("partners", action.partners.index(action.lead)),
                f'"{action.lead}" leads this action, and is among its partners too.',
                "each stakeholder once",
                "Take it out of the partners; the one in charge takes part anyway.",
                (Related(action.at("lead"), "it leads here"),),
            )
    for deal in city.deals:
        for name in _OF_DEALS:
            yield from _twice(deal, getattr(deal, name), name)
        yield from _twice(deal, [each.party for each in deal.signatories], "signatories", last="party")
    for practice in city.practices:
        for name in _OF_PRACTICES:
            yield from _twice(practice, getattr(practice, name), name)
    for sprint in city.sprints:
        for name in _OF_SPRINTS:
            yield from _twice(sprint, getattr(sprint, name), name)
    if city.record:
        yield from _twice(city.record, city.record.languages, "languages")
        for target in city.record.targets:
            yield from _twice(target, target.scopes, "scopes")
        for field in city.record.fields:
            yield from _twice(field, field.green_deal, "green_deal")


def _twice(
    record: Record, values: Sequence[str | int], *keys: Key, last: Key | None = None
) -> Iterator[Found]:
    if len(values) < 2 or len(set(values)) == len(values):
        return
    end = () if last is None else (last,)
    for index, value in enumerate(values):
        first = values.index(value)
        if first < index:
            yield Found(
                record.at(*keys, index, *end),
                f"{_shown(value)} stands in this list twice.",
                "each entry once",
                "Take one of the two out, or write the one that was meant.",
                (Related(record.at(*keys, first, *end), "the first one"),),
            )


def _shown(value: str | int) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


RULE = Rule("listed-twice", Severity.WARNING, "The same entry twice in one list.", _look)
