"""All rules over one city: findings in the order of the files, less those that the city accepts."""

from collections.abc import Iterable, Sequence
from datetime import date

from lgdkit.check.rule import Rule
from lgdkit.diagnostics import Diagnostic, Place, Severity
from lgdkit.model.allowance import Allowance
from lgdkit.model.city import City


def check_city(city: City, rules: Sequence[Rule], today: date) -> tuple[Diagnostic, ...]:
    """Apply the rules to a city; `today` is the day that late and past are measured from."""
    found: list[Diagnostic] = []
    for rule in rules:
        for each in rule.look(city, today):
            found.append(Diagnostic(rule.id, rule.severity, *each))
    return _accepted(city, found) if city.allow else tuple(found)


def _accepted(city: City, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Take out what the city accepts with a reason, and name what it accepts without need."""
    names = {
        place: (kind, name) for kind, ids in city.declared.items() for name, places in ids.items() for place in places
    }
    left: list[Diagnostic] = []
    used: set[int] = set()
    for each in found:
        path = _path(each.place, names)
        matching = [
            index
            for index, allowance in enumerate(city.allow)
            if allowance.rule == each.rule and (path == allowance.where or path.startswith(f"{allowance.where}/"))
        ]
        used.update(matching)
        if not any(city.allow[index].reason for index in matching):
            left.append(each)
    for index, allowance in enumerate(city.allow):
        if index not in used:
            left.append(_unused(allowance))
    return tuple(left)


def _path(place: Place, names: "dict[Place, tuple[str, str]]") -> str:
    """Write a place as a person would: actions/smart-transport/end, city/targets/city-2030."""
    parts: list[str] = []
    for index, key in enumerate(place.keys):
        if isinstance(key, str):
            parts.append(key)
            continue
        known = names.get(Place(place.file, place.keys[: index + 1]))
        parts.append(known[1] if known else str(key))
    return "/".join(parts)


def _unused(allowance: Allowance) -> Diagnostic:
    return Diagnostic(
        "allow-unused",
        Severity.WARNING,
        allowance.place,
        f'This entry accepts a finding "{allowance.rule}" at {allowance.where}, and there is none.',
        "an entry that accepts a finding there is",
        "Take the entry out, or look at its rule and place: actions/smart-transport.",
    )
