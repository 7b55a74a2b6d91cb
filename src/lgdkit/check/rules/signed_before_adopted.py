"""A deal that was signed before the city had adopted it."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.said import when
from lgdkit.check.timing import reversed_
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:
    for deal in city.deals:
        signed = deal.signed.date if deal.signed else None
        adopted = deal.adopted.date if deal.adopted else None
        if adopted and signed and reversed_(adopted, signed) and adopted.first_day() <= today:
            yield Found(
                deal.at("adopted", "date"),
                f"The city adopted this deal {when(adopted)}, after it was signed {when(signed)}.",
                f"a decision up to {signed}",
                "Look whether the two are exchanged. If the body agreed afterwards, accept this with the reason.",
                (Related(deal.at("signed", "date"), "the signature"),),
            )


RULE = Rule("signed-before-adopted", Severity.WARNING, "A deal signed before it was adopted.", _look)
