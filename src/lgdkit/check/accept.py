"""Findings that the city accepts with a reason, and entries that accept what is not there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lgdkit.check.known import Known
from lgdkit.check.near import Nearest, asked
from lgdkit.check.rule import Found, Listed
from lgdkit.diagnostics import Place, Severity
from lgdkit.model.allowance import Allowance
from lgdkit.model.city import LISTS, City
from lgdkit.model.meant import slip

_Names = Mapping[Place, str]
_Ruled = tuple[Listed, Found]


class _Entry(NamedTuple):
    """An entry under `allow`: the rule and the place that it means, and what is wrong with how it says so."""

    allowance: Allowance
    rule: str
    where: str
    slip: Found | None = None


def accepted(
    city: City, found: Sequence[_Ruled], rules: frozenset[str], unasked: frozenset[str] = frozenset()
) -> tuple[list[_Ruled], list[Found]]:
    """Return the findings that stand, and what is to be said of entries that accept nothing.

    A misspelt entry accepts what it means, so that the slip is one finding and not two. Whether an entry for a
    rule that was `unasked` accepts anything, nobody knows.
    """
    known, nearest = Known(city), Nearest()
    entries: dict[tuple[str, str], list[_Entry]] = {}
    for allowance in city.allow:
        entry = _entry(city, allowance, rules, known, nearest)
        entries.setdefault((entry.rule, entry.where), []).append(entry)
    named = {rule for rule, _ in entries}
    names = names_of(city)
    used: set[tuple[str, str]] = set()
    left: list[_Ruled] = []
    for rule, each in found:
        around = _around(path_of(each.place, names)) if rule.id in named else ()
        matching = [(rule.id, path) for path in around if (rule.id, path) in entries]
        used.update(matching)
        if not matching:  # an entry without a reason is a finding of its own, and one is enough
            left.append((rule, each))
    sure = _all_is_known(city, found)
    used.update(key for key in entries if key[0] in unasked)
    said = (_said(entry, key in used, sure) for key, same in entries.items() for entry in same)
    return left, [each for each in said if each]


_KINDS = ("city", *LISTS, "allow")


def _nearest_kind(key: str) -> str | None:
    """Return the top-level key that a misspelt one stands for: its records are read all the same."""
    import difflib

    match = difflib.get_close_matches(key[:100], _KINDS, 1)
    return match[0] if match else None


def names_of(city: City) -> Mapping[Place, str]:
    """Return the id that was written at each place of a record."""
    return {place: name for ids in city.declared.values() for name, places in ids.items() for place in places}


def path_of(place: Place, names: _Names) -> str:
    """Write a place as a person would: actions/smart-transport/end, city/targets/city-2030."""
    parts: list[str] = []
    for index, key in enumerate(place.keys):
        if isinstance(key, str):
            parts.append(key if index or key in _KINDS else (_nearest_kind(key) or key))
        else:
            parts.append(names.get(Place(place.file, place.keys[: index + 1]), str(key)))
    return "/".join(parts)


def _around(path: str) -> Iterator[str]:
    """Give a path and the paths that it lies in: actions/x/end, actions/x, actions."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _entry(city: City, allowance: Allowance, rules: frozenset[str], known: Known, nearest: Nearest) -> _Entry:
    """Read an entry; where its rule or place is unknown, take the nearest that there is."""
    rule, where = allowance.rule, allowance.where
    kind, _, rest = where.partition("/")
    name, _, inner = rest.partition("/")
    if rule not in rules:
        match = nearest.of(rule, sorted(rules), "rule")
        wrong = Found(
            allowance.at("rule"),
            f'No finding of a rule "{rule}" can be accepted.',
            "the id of a rule about what the data says; a fault of form is mended, never accepted",
            asked(match, "lgd rules lists them."),
            fix=slip(rule, rules),
        )
        return _Entry(allowance, match or rule, where, wrong)
    if kind != "city" and kind not in LISTS:
        match = nearest.of(kind, ["city", *LISTS], "kind")
        wrong = Found(
            allowance.at("at"),
            f'"{where}" is no place in the data.',
            "a record, such as actions/smart-transport, or city",
            asked(match),
            fix=_joined(slip(kind, ["city", *LISTS]), rest),
        )
        return _Entry(allowance, rule, f"{match or kind}/{rest}".rstrip("/"), wrong)
    if kind != "city" and name and not known.holds(kind, name):
        match = nearest.of(name, city.declared.get(kind, {}), kind)
        wrong = Found(
            allowance.at("at"),
            f'There is no "{name}" under {kind}.',
            f"the id of a record under {kind}",
            asked(f"{kind}/{match}" if match else None, "Take the entry out if the record is gone."),
            fix=_joined(kind, _joined(slip(name, city.declared.get(kind, {})), inner)),
        )
        return _Entry(allowance, rule, f"{kind}/{match or name}/{inner}".rstrip("/"), wrong)
    return _Entry(allowance, rule, where)


def _joined(first: str | None, rest: str | None) -> str | None:
    """Join two parts of a path of which the second may be empty; without one of them there is no path."""
    return None if first is None or rest is None else f"{first}/{rest}".rstrip("/")


def _all_is_known(city: City, found: Sequence[_Ruled]) -> bool:
    """Say whether everything could be read and found: a rule keeps silent about what it cannot know."""
    return not (
        city.unread
        or any(record.broken for record in city.records())
        or any(rule.severity is Severity.ERROR for rule, _ in found)  # a wrong year hides that another is old
    )


def _said(entry: _Entry, used: bool, sure: bool) -> Found | None:
    """Say what is wrong with an entry, if anything is; of one that may yet be needed, nothing."""
    if entry.slip or used or not sure:
        return entry.slip
    return Found(
        entry.allowance.place,
        f'This entry accepts a finding "{entry.rule}" at {entry.where}, and there is none.',
        "an entry that accepts a finding there is",
        "Take the entry out, or look at its rule and place.",
        takes_out=True,
    )
