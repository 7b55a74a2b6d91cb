"""A text made by a machine in an agreement that is signed or binding."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.vocab.deal import CLOSED, IN_FORCE


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if not city.told.noted:
        return
    deals = {deal.id for deal in city.deals if _counts(deal)}
    named, partners = _committed(city, deals)
    for number, (keys, text, _) in dict.fromkeys(city.told.noted):
        record = city.spoken[number][0]
        if not (
            (type(record) is Deal and record.id in deals)
            or (type(record) is Commitment and (record.id in named or record.by in partners))
        ):
            continue
        for language, wording in text.wordings:
            if wording.origin == "machine" and keys[0] != "note":
                yield Found(
                    record.at(*keys, language),
                    "A machine made this text, and the deal that it belongs to is signed or binding.",
                    "a text that a person has read: origin: approved",
                    "Let somebody read it who knows the language; then set origin: approved.",
                )


def _counts(deal: Deal) -> bool:
    """Say whether somebody may rely on the words of a deal."""
    return deal.state in IN_FORCE or (deal.legal_status != "non-binding" and deal.state not in CLOSED)


def _committed(city: City, deals: set[str]) -> tuple[set[str], set[str]]:
    """Return the commitments that these deals name, and the partners of those that name none."""
    named: set[str] = set()
    partners: set[str] = set()
    for deal in city.deals:
        if deal.id in deals:
            named.update(deal.commitments)
            partners.update(() if deal.commitments else deal.parties)
    return named, partners - {city.organisation or ""}


RULE = Rule(
    "machine-text-in-deal", Severity.ERROR, "A text made by a machine in a signed or binding deal.", _look
)
