"""A commitment that is due before its action starts, or after its action or its deal has ended."""

from collections.abc import Iterable, Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.check.timing import overdue, reversed_
from lgdkit.diagnostics import Place, Related, Severity
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.date import PartialDate
from lgdkit.vocab.deal import CLOSED

_OPEN = ("not-started", "ongoing")
_Ends = dict[str, tuple[PartialDate, Place]]


def _look(city: City, today: date) -> Iterator[Found]:
    ends = _ends(city, today)
    for commitment in city.commitments:
        if commitment.due:
            action = city.action.get(commitment.action or "")
            found = _against_action(action, commitment, commitment.due, today) if action else None
            found = found or _against_deal(commitment, commitment.due, ends)
            if found:
                yield found


def _against_action(action: Action, commitment: Commitment, due: PartialDate, today: date) -> Found | None:
    start, end = action.start, action.end
    if start and reversed_(start, due):
        key, limit, what, allowed = "start", start, "before its action starts", f"a date from {start} on"
    elif end and reversed_(due, end):
        key, limit, what, allowed = "end", end, "after its action ends", f"a date up to {end}"
    else:
        return None
    if reversed_(start, end) or (action.status in _OPEN and overdue(action, today)):
        return None  # its dates are to be mended anyway
    return Found(
        commitment.at("due"),
        f"This commitment is due {when(due)}, {what} {when(limit)}.",
        allowed,
        f"Mend the date, or the {key} of the action.",
        (Related(action.at(key), f"the {key} of the action"),),
    )


def _against_deal(commitment: Commitment, due: PartialDate, ends: _Ends) -> Found | None:
    end = ends.get(commitment.id)
    if end is None or not reversed_(due, end[0]):
        return None
    return Found(
        commitment.at("due"),
        f"This commitment is due {when(due)}, after its deal ends {when(end[0])}.",
        f"a date up to {end[0]}",
        "Mend the date, or the term of the deal: after its end nobody is bound.",
        (Related(end[1], "the end of the deal"),),
    )


def _ends(city: City, today: date) -> _Ends:
    """Return when the last of the deals ends that a commitment belongs to; nothing where one has no end."""
    if not any(deal.term and deal.term.until for deal in city.deals):
        return {}
    of: dict[str, list[str]] = {}
    for commitment in city.commitments:
        of.setdefault(commitment.by, []).append(commitment.id)
    ends: _Ends = {}
    endless: set[str] = set()
    for deal in city.deals:
        if deal.state in CLOSED:
            continue
        until = deal.term.until if deal.term else None
        names: Iterable[str] = deal.commitments
        if not names:  # as City.commitments_of, which looks through all commitments for each deal
            partners = [party for party in deal.parties if party != city.organisation]
            names = [name for party in partners for name in of.get(party, ())]
        if (
            deal.term is None
            or until is None
            or reversed_(deal.term.start, until)
            or until.last_day() < today
        ):
            endless.update(names)  # of an end that is past, other rules speak
            continue
        place = deal.at("term", "until")
        for name in names:
            if name not in ends or ends[name][0].last_day() < until.last_day():
                ends[name] = (until, place)
    return {name: end for name, end in ends.items() if name not in endless}


RULE = Rule("commitment-outside-period", Severity.WARNING, "A commitment due when nobody is bound.", _look)
