"""In Baden-Württemberg, a binding declaration that the mayor does not sign."""

import re
from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import is_the_city, unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.vocab.deal import SETTLED

_MAYOR = re.compile(r"bürgermeister|mayor|beigeordnete|stellvertret", re.I)
"""The mayor, and deputies with the title of their office: § 54 GemO BW (anwalt24.de/gesetze/gemo/54)."""
_LAND, _REGION = "08", "DE1"
"""Baden-Württemberg: how its municipal codes (AGS) and its NUTS regions begin."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or not _may_apply(city.record):
        return
    for deal in city.deals:
        if deal.legal_status == "non-binding" or deal.state not in SETTLED or unread(deal, "signatories"):
            continue
        for index, each in enumerate(deal.signatories):
            if (
                each.position is None
                or each.party not in city.stakeholder
                or not is_the_city(city, each.party)
            ):
                continue
            text = each.position
            said = text.plain or " ".join(wording.text for _, wording in text.wordings)
            if not _MAYOR.search(said):
                yield Found(
                    deal.at("signatories", index, "position"),
                    f"This deal is {deal.legal_status}, and it is not the mayor who signs for the city.",
                    "position: Bürgermeister, Oberbürgermeister, or a deputy with the title of the office",
                    "A declaration that binds a municipality needs that signature: § 54 GemO in "
                    "Baden-Württemberg. If the deal only states an intention, it is non-binding.",
                )


def _may_apply(record: CityRecord) -> bool:
    """Say whether the city lies in Baden-Württemberg, or in Germany and its codes do not say where."""
    if record.country != "DE" or unread(record, "codes"):
        return False
    municipality = record.codes.municipality if record.codes else None
    region = record.codes.nuts3 if record.codes else None
    return (municipality or _LAND).startswith(_LAND) and (region or _REGION).startswith(_REGION)


RULE = Rule(
    "binding-without-mayor",
    Severity.WARNING,
    "A binding deal that the mayor does not sign, in Baden-Württemberg.",
    _look,
)
