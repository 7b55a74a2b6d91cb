from decimal import Decimal

import pytest

from lgdkit.model.agreed import agreed, plain
from lgdkit.model.amount import Quantity
from lgdkit.model.duration import Duration
from lgdkit.model.money import Money
from lgdkit.model.quantity import BySector, NotApplicable, NotQuantified
from lgdkit.model.text import Text, Wording
from signed_city import changed, read


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (Quantity(Decimal("9.50"), "kt", per_year=True), "9.5 kt/year"),
        (Quantity(Decimal("9000"), "t", per_year=False), "9000 t"),
        (Quantity(Decimal("0.0"), "t", per_year=False), "0 t"),
        (Money(Decimal(12500000), "SEK", "M"), "12500000 SEK"),
        (BySector((("transport", Quantity(Decimal(1), "t", per_year=False)),)), {"transport": "1 t"}),
        (NotApplicable(), "not-applicable"),
        (NotQuantified(Text("why")), {"not_quantified": {"fi": "why"}}),
        (Duration(1, "month"), "1 month"),
        (Duration(3, "month"), "3 months"),
        (Decimal("1.10"), "1.1"),
        (Text(None, (("en", Wording("a\n b", "human")),)), {"en": "a b"}),
        ({2026: Money(Decimal(1), "EUR")}, {"2026": "1 EUR"}),
        ((True, 1, "x"), [True, 1, "x"]),
    ],
)
def test_one_form(value: object, form: object) -> None:
    assert plain(value, "fi") == form


def test_nothing_without_a_form() -> None:
    with pytest.raises(TypeError, match="no plain form for float"):
        plain(0.5, "fi")


def test_what_a_deal_covers() -> None:
    city = read()
    paths = set(agreed(city, city.deals[0]))
    assert {each for each in paths if not each.startswith("deals/")} == {"commitments/c1", "actions/pumps"}
    everything = read(changed("deals", "commitments", None))
    assert {"commitments/c2", "actions/more"} <= set(agreed(everything, everything.deals[0]))
    assert "commitments/c3" not in agreed(everything, everything.deals[0])
