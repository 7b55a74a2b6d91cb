"""Data that is not what was signed."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.deal import CLOSED, IN_FORCE

if TYPE_CHECKING:
    from lgdkit.model.deal import Deal
    from lgdkit.model.signing import Signing
    from lgdkit.view.since_signed import Change

_MOST = 60
"""A value is shown up to so many signs."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001 - what was signed stays signed
    for signing in city.signings:
        deal = next((each for each in city.deals if each.id == signing.deal), None)
        if deal is not None:
            yield from _of_deal(city, deal, signing)
        elif (
            city.record is not None
            and signing.deal not in city.declared.get("deals", ())
            and city.whole("deals")
        ):
            yield Found(
                city.record.place,
                f'The deal "{signing.deal}" was signed on {signing.day.isoformat()} and is not in the data.',
                "every deal that was signed, under the id that it had then",
                f"Put it back; if it is over, set state: expired. Its record is {signing.path}.",
            )


def _of_deal(city: City, deal: "Deal", signing: "Signing") -> Iterator[Found]:
    from lgdkit.view.since_signed import changes  # only where something was signed

    day = signing.day.isoformat()
    if signing.broken:
        yield Found(
            deal.at("signed"),
            f"What was signed on {day} cannot be read: in {signing.path}, {signing.broken}.",
            "the file as lgd sign wrote it",
            f"Take it back from the history: git log -- {signing.path}",
        )
    if deal.state not in CLOSED | IN_FORCE:
        yield Found(
            deal.at("state"),
            f"This deal was signed on {day}, and is said to be {deal.state}.",
            "signed, reporting, expired or withdrawn",
            f"Mend the state; if it was never signed, take {signing.path} away.",
        )
    for each in changes(city, deal):
        yield Found(
            each.place,
            _message(each, day),
            "what was signed, or an amendment that is signed, too",
            f"Put it back, or draft the amendment: lgd mou {deal.id} --amend. Once it is signed: lgd sign {deal.id}",
        )


def _message(change: "Change", day: str) -> str:
    if not change.keys:
        what = "is covered by it now" if change.kind == "added" else "is not covered by it any more"
        return f'The deal "{change.deal}" was signed on {day}; {change.record} {what}.'
    key = "/".join(map(str, change.keys))
    was = "was not there" if change.old is None else f"was {_shown(change.old)}"
    now = "is not there any more" if change.new is None else f"is {_shown(change.new)}"
    return f'{change.record}: "{key}" {was} when the deal "{change.deal}" was signed on {day}, and {now}.'


def _shown(value: Any) -> str:
    import json

    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return f'"{text if len(text) <= _MOST else text[:_MOST] + "…"}"'


RULE = Rule(
    "changed-since-signed",
    Severity.WARNING,
    "Something that is not as it was when the deal was signed.",
    _look,
)
