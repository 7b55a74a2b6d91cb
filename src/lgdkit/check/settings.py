"""What the city says of the rules in its own record: which it ignores, and how much they weigh here.

An error of lgdkit's own stays one, for it stops a document: only an entry under `allow`, with a place and a
reason, accepts it. A fault of form never comes here at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from lgdkit.check.near import asked, nearest
from lgdkit.check.rule import Found
from lgdkit.check.rules import FAMILIES, TOLD
from lgdkit.diagnostics import Diagnostic, Place, Severity
from lgdkit.model.check_settings import CheckSettings
from lgdkit.model.city import City

_HEAVY = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@cache
def _own() -> Mapping[str, Severity]:
    """Return the weight that each rule has of itself; all rules are loaded to see it, so only where it counts."""
    return {
        each.id: each.severity for group in (FAMILIES, TOLD) for rules in group.values() for each in rules
    }


def settled(city: City, findings: Sequence[Diagnostic], wanted: frozenset[str]) -> Sequence[Diagnostic]:
    """Return the findings as the city wants them, with those about its settings.

    Args:
        city: the city.
        findings: what the rules found.
        wanted: rules that the person asked for by name; these are told, whatever the city ignores.
    """
    record = city.record
    if record is None or record.check is None:
        return findings
    ignored = frozenset(rule for name in record.check.ignore for rule in _movable(name)) - wanted
    weights = _weights(record.check)
    slips = _slips(record.check, record.at("check"))
    told = (*findings, *(Diagnostic("setting-without-effect", Severity.WARNING, *each[:4]) for each in slips))
    return [
        each._replace(severity=weights.get(each.rule, each.severity))
        for each in told
        if each.rule not in ignored
    ]


def raised_by(city: City) -> frozenset[str]:
    """Return the rules that only give advice, but are more than that to this city."""
    record = city.record
    if record is None or record.check is None:
        return frozenset()
    weights = _weights(record.check)
    return frozenset(rule for rule, weight in weights.items() if _HEAVY[weight] > _HEAVY[_own()[rule]])


def _weights(settings: CheckSettings) -> dict[str, Severity]:
    """Return the weight of each rule that the city weighs; what it says of a rule goes before its family."""
    entries = sorted(settings.severity.items(), key=lambda each: _family(each[0]) is None)
    return {rule: Severity(weight) for name, weight in entries for rule in _weighed(name, Severity(weight))}


def _weighed(name: str, weight: Severity) -> list[str]:
    return [rule for rule in _meant(name) if _HEAVY[weight] >= _HEAVY[_own()[rule]] or rule in _movable(name)]


def _movable(name: str) -> list[str]:
    """Return the rules that a name means and that may be ignored or weigh less: no errors."""
    return [rule for rule in _meant(name) if _own()[rule] is not Severity.ERROR]


def _meant(name: str) -> list[str]:
    """Return the rules that a name stands for; of a misspelt one, those that it means, so that it is one fault."""
    for known in (name, nearest(name[:100], _names())):
        family = _family(known)
        if family is not None:
            return [each.id for group in (FAMILIES, TOLD) for each in group.get(family, ())]
        if known is not None and known in _own():
            return [known]
    return []


def _family(name: str | None) -> str | None:
    return name if name in FAMILIES else None


def _names() -> list[str]:
    return [*FAMILIES, *_own()]


def _slips(settings: CheckSettings, place: Place) -> Iterator[Found]:
    """Give what is to be said of the settings: names of no rule, and errors that should be less."""
    for index, name in enumerate(settings.ignore):
        yield from _slip(name, place.at("ignore", index), not _movable(name))
    for name, weight in settings.severity.items():
        where = place.at("severity").key(name)
        yield from _slip(name, where, bool(_meant(name)) and not _weighed(name, Severity(weight)))


def _slip(name: str, place: Place, is_fixed: bool) -> Iterator[Found]:
    if name not in _names():
        yield Found(
            place,
            f'No rule and no family of rules is called "{name[:100]}".',
            "a rule about what the data says, or a family of them; a fault of form is mended, never ignored",
            asked(nearest(name[:100], _names()), "lgd rules lists them."),
        )
    elif is_fixed and _meant(name):
        what = f'Every rule of "{name}"' if _family(name) else f'"{name}"'
        yield Found(
            place,
            f"{what} is an error, and an error stays one.",
            "a rule that is a warning or advice",
            "Accept the finding at its place, under allow, with the reason.",
        )
