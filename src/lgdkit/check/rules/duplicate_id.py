"""Two records of a kind with the same id."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Place, Related, Severity
from lgdkit.model.city import ANY, City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for kind, ids in city.declared.items():
        if kind == ANY:
            continue
        for name, places in ids.items():
            if name != ANY and len(places) > 1:
                yield from _twice(f'The id "{name}" is taken by another record under {kind}', places, "id")
    if city.record:
        names: dict[str, tuple[Place, ...]] = {}
        for index, field in enumerate(city.record.extra_fields):
            names[field.name] = (*names.get(field.name, ()), city.record.at("extra_fields", index))
        for name, places in names.items():
            yield from _twice(f'Another field of the city\'s own is called "{name}"', places, "name")


def _twice(message: str, places: tuple[Place, ...], key: str) -> Iterator[Found]:
    first, *others = places
    for place in others:
        yield Found(
            place.at(key),
            f"{message}.",
            f"{'an id' if key == 'id' else 'a name'} of its own for each",
            "Give one of the two another one, or join them if they are the same.",
            (Related(first.at(key), "the first one"),),
        )


RULE = Rule("duplicate-id", Severity.ERROR, "Two records of a kind with the same id.", _look)
