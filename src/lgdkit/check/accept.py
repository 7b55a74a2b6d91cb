"""Findings that the city accepts with a reason, and entries that accept what is not there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lgdkit.check.known import unread
from lgdkit.check.near import Nearest, asked
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Place
from lgdkit.model.allowance import Allowance
from lgdkit.model.city import LISTS, City

_Names = Mapping[Place, str]
_Ruled = tuple[Rule, Found]


def accepted(city: City, found: Sequence[_Ruled], rules: frozenset[str]) -> tuple[list[_Ruled], list[Found]]:
    """Return the findings that stand, and what is to be said of entries that accept nothing."""
    names = {
        place: name for ids in city.declared.values() for name, places in ids.items() for place in places
    }
    entries: dict[tuple[str, str], list[int]] = {}
    for index, allowance in enumerate(city.allow):
        entries.setdefault((allowance.rule, allowance.where), []).append(index)
    named = {allowance.rule for allowance in city.allow}
    used: set[int] = set()
    left: list[_Ruled] = []
    for rule, each in found:
        around = _around(path_of(each.place, names)) if rule.id in named else ()
        matching = [index for path in around for index in entries.get((rule.id, path), ())]
        used.update(matching)
        if not any(_has_reason(city.allow[index]) for index in matching):
            left.append((rule, each))
    unused = [each for index, each in enumerate(city.allow) if index not in used]
    return left, list(_unused(city, unused, rules, found))


def _around(path: str) -> Iterator[str]:
    """Give a path and the paths that it lies in: actions/x/end, actions/x, actions."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _has_reason(allowance: Allowance) -> bool:
    """Say whether the reason counts; one that could not be read is reported for itself."""
    return bool(allowance.reason and allowance.reason.strip()) or unread(allowance, "reason")


def path_of(place: Place, names: _Names) -> str:
    """Write a place as a person would: actions/smart-transport/end, city/targets/city-2030."""
    parts: list[str] = []
    for index, key in enumerate(place.keys):
        if isinstance(key, str):
            parts.append(key)
        else:
            parts.append(names.get(Place(place.file, place.keys[: index + 1]), str(key)))
    return "/".join(parts)


def _unused(
    city: City, unused: Iterable[Allowance], rules: frozenset[str], found: Iterable[_Ruled]
) -> Iterator[Found]:
    """Name the entries that accept nothing.

    A rule keeps silent about what it cannot know; so while something cannot be read or found, only those
    entries are named that can never accept anything.
    """
    uncertain = (
        bool(city.unread)
        or any(record.broken for record in city.records())
        or any(rule.id == "unknown-reference" for rule, _ in found)
    )
    nearest = Nearest()
    for allowance in unused:
        kind, _, rest = allowance.where.partition("/")
        name = rest.partition("/")[0]
        ids = city.declared.get(kind, {})
        if allowance.rule not in rules:
            yield Found(
                allowance.at("rule"),
                f'No finding of a rule "{allowance.rule}" can be accepted.',
                "the id of a rule about what the data says; a fault of form is mended, never accepted",
                asked(nearest.of(allowance.rule, sorted(rules), "rule"), "lgd explain lists the rules."),
            )
        elif kind != "city" and kind not in LISTS:
            yield Found(
                allowance.at("at"),
                f'"{allowance.where}" is no place in the data.',
                "a record, such as actions/smart-transport, or city",
                asked(nearest.of(kind, ["city", *LISTS], "kind")),
            )
        elif uncertain:
            continue
        elif kind != "city" and name and name not in ids:
            match = nearest.of(name, ids, kind)
            yield Found(
                allowance.at("at"),
                f'There is no "{name}" under {kind}.',
                f"the id of a record under {kind}",
                asked(f"{kind}/{match}" if match else None, "Take the entry out if the record is gone."),
            )
        else:
            yield Found(
                allowance.place,
                f'This entry accepts a finding "{allowance.rule}" at {allowance.where}, and there is none.',
                "an entry that accepts a finding there is",
                "Take the entry out, or look at its rule and place.",
            )
