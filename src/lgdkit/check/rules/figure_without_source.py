"""A figure of which nothing says where it comes from."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import lacks
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Place, Severity
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.money import Money
from lgdkit.model.quantity import BySector, Quantity


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for what, place in _figures(city):
        yield Found(
            place,
            f"Nothing says where {what} from.",
            "source: or sources: with the id of a source",
            "Write the document under sources: and name it here, with the page: {id: …, at: …}.",
        )


def _figures(city: City) -> Iterator[tuple[str, Place]]:
    record = city.record
    if record is not None and lacks(record, "sources"):
        if record.population and record.population.source is None:
            yield "the number of inhabitants is taken", record.at("population")
        for target in record.targets:
            for key in ("baseline", "latest"):
                emissions = getattr(target, key)
                if emissions and emissions.source is None and lacks(target, "sources"):
                    yield "these emissions are taken", target.at(key)
    for action in city.actions:
        if _has_figure(action) and lacks(action, "sources"):
            yield "the figures of this action are taken", action.place

    for practice in city.practices:
        for index, result in enumerate(practice.results):
            if isinstance(result.amount, Quantity) and result.source is None and lacks(practice, "sources"):
                yield "this figure is taken", practice.at("results", index)


def _has_figure(action: Action) -> bool:
    impact, cost = action.impact, action.cost
    return bool(impact and isinstance(impact.ghg, Quantity | BySector)) or bool(
        cost and isinstance(cost.total, Money)
    )


RULE = Rule("figure-without-source", Severity.INFO, "A figure without a source.", _look)
