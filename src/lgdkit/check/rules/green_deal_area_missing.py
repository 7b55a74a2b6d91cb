"""A policy area of the European Green Deal that no field of action serves."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import unread
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.vocab.green_deal import GREEN_DEAL_AREAS


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None or not city.whole("fields") or unread(city.record, "fields"):
        return
    fields = city.record.fields
    served = {area for field in fields for area in field.green_deal}
    missing = [area for area in GREEN_DEAL_AREAS if area not in served]
    if served and missing and not any(unread(field, "green_deal") for field in fields):
        yield Found(
            city.record.place.key("fields"),
            f"No field of action serves these areas of the Green Deal: {', '.join(missing)}.",
            "green_deal: with each area at the field that serves it",
            "Not every city needs all nine. Look whether one was forgotten, or belongs to a field there is.",
        )


RULE = Rule(
    "green-deal-area-missing", Severity.INFO, "A policy area of the Green Deal that no field serves.", _look
)
