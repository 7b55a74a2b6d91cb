"""All rules over one city: what they find, less what the city accepts, one finding for one fault."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lgdkit.check.accept import accepted
from lgdkit.check.rule import Found, Listed
from lgdkit.check.settings import raised_by, settled
from lgdkit.diagnostics import Diagnostic, Fix, Related, Severity
from lgdkit.model.city import LISTS, City

_MOST_PLACES = 10


def check_city(
    city: City,
    rules: Sequence[Listed],
    today: date,
    wanted: frozenset[str] = frozenset(),
    *,
    advice: bool = True,
) -> tuple[Diagnostic, ...]:
    """Apply the rules to a city; `today` is the day that late and past are measured from.

    What the city ignores is told all the same where the person `wanted` it by name. Without `advice`, rules that
    only give advice are not asked, unless they are wanted or the city says that they weigh more.
    """
    asked = rules if advice else _without_advice(city, rules, wanted)
    found = [(rule, each) for rule in asked if rule.concerns(city) for each in rule.look(city, today)]
    if city.unread.issuperset(LISTS) or "allow" in city.unread:
        # what the city accepts may stand in the file that cannot be read; advice waits until it can
        found = [(rule, each) for rule, each in found if rule.severity is not Severity.INFO]
    if not city.allow:
        return tuple(settled(city, list(_diagnostics(found)), wanted))
    unasked = frozenset(rule.id for rule in rules) - {rule.id for rule in asked}
    left, unused = accepted(city, found, frozenset(rule.id for rule in rules), unasked)
    findings = list(_diagnostics(left))
    findings += (Diagnostic("allow-unused", Severity.WARNING, *each[:5], _fixes([each])) for each in unused)
    return tuple(settled(city, findings, wanted))


def _without_advice(city: City, rules: Sequence[Listed], wanted: frozenset[str]) -> Sequence[Listed]:
    raised = raised_by(city)
    return [rule for rule in rules if not rule.advises or rule.id in wanted or rule.id in raised]


def _diagnostics(found: Iterable[tuple[Listed, Found]]) -> Iterator[Diagnostic]:
    """Join what has one fault behind it: the first place of a file stands for the others."""
    joined: dict[tuple[object, ...], tuple[Listed, list[Found]]] = {}
    for number, (rule, each) in enumerate(found):
        key = (rule.id, each.place.file, each.fault) if each.fault else (number,)
        joined.setdefault(key, (rule, []))[1].append(each)
    for rule, (first, *others) in joined.values():
        message, related = first.message, first.related
        if others:
            places = "one more place" if len(others) == 1 else f"{len(others)} more places"
            message = f"{message.removesuffix('.')}; the same at {places} in this file."
            related += tuple(Related(each.place, "here too") for each in others[:_MOST_PLACES])
        fixes = _fixes([first, *others])
        yield Diagnostic(
            rule.id, rule.severity, first.place, message, first.expected, first.help, related, fixes
        )


def _fixes(found: Iterable[Found]) -> tuple[Fix, ...]:
    """Return what mends a finding at all of its places; nothing where a person has to decide at one."""
    places = list(found)
    if not all(each.takes_out or each.fix is not None for each in places):
        return ()
    return tuple(Fix(each.place, each.fix) for each in places)
