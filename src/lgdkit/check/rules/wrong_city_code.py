"""A code of the city that is of another country, or has not the form of its country's codes."""

import re
from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_NUTS = {"GR": "EL", "GB": "UK"}
"""Countries that NUTS writes with other letters than ISO 3166."""
_MUNICIPALITY = {
    "FI": (r"\d{3}", 'a kuntanumero of three digits, in quotes: "049"'),
    "SE": (r"\d{4}", 'a kommunkod of four digits, in quotes: "2480"'),
    "DE": (r"\d{8}|\d{12}", 'an amtlicher Gemeindeschlüssel of eight digits, in quotes: "08222000"'),
}


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    record = city.record
    if record is None or record.codes is None:
        return
    codes, country = record.codes, record.country
    letters = _NUTS.get(country, country)
    if codes.nuts3 and not codes.nuts3.startswith(letters):
        yield Found(
            record.at("codes", "nuts3"),
            f"This is a region of another country: the city is in {country}.",
            f"a NUTS 3 code that begins with {letters}",
            "Look the region up, or mend the country.",
        )
    if codes.locode and not codes.locode.startswith(country):
        yield Found(
            record.at("codes", "locode"),
            f"This is a place in another country: the city is in {country}.",
            f"a UN/LOCODE that begins with {country}",
            "Look the place up, or mend the country.",
        )
    form, expected = _MUNICIPALITY.get(country, ("", ""))
    if form and codes.municipality and not re.fullmatch(form, codes.municipality, re.ASCII):
        yield Found(
            record.at("codes", "municipality"),
            f'"{codes.municipality}" is no code of a municipality in {country}.',
            expected,
            "Copy it from the list of the statistical office; zeros in front belong to it.",
        )


RULE = Rule("wrong-city-code", Severity.WARNING, "A code that cannot be the city's.", _look)
