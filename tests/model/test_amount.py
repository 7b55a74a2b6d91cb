from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgdkit.model.amount import (
    ENERGY_UNITS,
    Quantity,
    parse_emissions,
    parse_energy,
    parse_quantity,
    parse_target_emissions,
    unit_of,
)
from lgdkit.model.fault import Fault
from lgdkit.vocab.unit import EMISSIONS


def told(parse: object, raw: object) -> tuple[str, str]:
    assert callable(parse)
    with pytest.raises(Fault) as raised:
        parse(raw)
    context = dict(raised.value.context or {})
    assert raised.value.type == "bad-quantity"
    assert context["expected"]
    return context["message"], context["help"]


def test_quantities_are_read_with_their_unit() -> None:
    assert parse_quantity("14600 lamps") == Quantity(Decimal(14600), "lamps", per_year=False)
    assert parse_quantity("-1.50 flats/year") == Quantity(Decimal("-1.50"), "flats", per_year=True)
    assert parse_energy("20 MW") == Quantity(Decimal(20), "MW", per_year=False)
    assert str(parse_energy("80.0 GWh/year").value) == "80.0"


def test_emissions_are_tonnes() -> None:
    assert parse_emissions("217.9 kt/year").tonnes() == 217_900
    assert parse_emissions("500 kg").tonnes() == Decimal("0.5")
    assert set(EMISSIONS) == {"t", "kg", "kt", "Mt"}


@pytest.mark.parametrize(
    ("raw", "advice"),
    [
        ("1 060 kt", "Write 1060 kt."),
        ("1\u00a0060 kt/year", "Write 1060 kt/year."),
        ("1'060 t", "Write 1060 t."),
        ("1,060 kt", "Write 1060 kt if the comma parts thousands, 1.060 kt if it parts decimals."),
        ("1.060,5 kt", "Write 1060.5 kt."),
        ("1,060.5 kt", "Write 1060.5 kt."),
        ("1.234.567 t", "Write 1234567 t."),
        ("1,234,567 t", "Write 1234567 t."),
        ("14,5 kt/year", "Write 14.5 kt/year."),
        ("−5 kt", "Write -5 kt."),
        ("24kt/year", "Write 24 kt/year."),
        ("319 kt / year", "Write 319 kt/year."),
        (" 24 kt", "Write 24 kt."),
        ("24 kt p.a.", "Write 24 kt/year."),
        ("24 kt per annum", "Write 24 kt/year."),
        ("24 kt/vuosi", "Write 24 kt/year."),
        ("24 kt/år", "Write 24 kt/year."),
        ("24 kt/Jahr", "Write 24 kt/year."),
        ("24 KT/year", "Write 24 kt/year."),
        ("24 kilotonnes", "Write 24 kt."),
        ("24 Mtons", "Write 24 Mt."),
        ("24 tonnia/v", "Write 24 t/year."),
        ("24 ktCO2e", "Emissions are CO2 equivalents anyway: write 24 kt/year."),
        ("24 kt CO2e/a", "Emissions are CO2 equivalents anyway: write 24 kt/year."),
        ("24 t CO₂-Äq./Jahr", "Emissions are CO2 equivalents anyway: write 24 t/year."),
        ("24 kt CO2-ekv", "Emissions are CO2 equivalents anyway: write 24 kt/year."),
        ("24 tonnes of CO2", "Write the amount in a unit of mass, such as 24 kt/year."),
        ("24 GWh/year", "Write the amount in a unit of mass, such as 24 kt/year."),
        ("80%", "Write the amount and not a share: 24 kt/year."),
        ("24", "Write the unit after it, such as 24 kt/year."),
        (24, "Write the unit after it, such as 24 kt/year."),
        (1.5, "Write the unit after it, such as 1.5 kt/year."),
        ("ca 24 kt", "Write one figure, such as 24 kt/year, and say in a note how sure it is."),
        ("~24 kt", "Write one figure, such as 24 kt/year, and say in a note how sure it is."),
        ("20-30 kt/year", "Write one figure, such as 24 kt/year, and say in a note how sure it is."),
        ("20 – 30 kt/year", "Write one figure, such as 24 kt/year, and say in a note how sure it is."),
        ("tbd", ""),
        ("12 34 kt", ""),
        (True, ""),
        (None, ""),
        ([], ""),
    ],
)
def test_way_out_for_emissions(raw: object, advice: str) -> None:
    assert told(parse_emissions, raw)[1] == advice


@pytest.mark.parametrize(
    ("raw", "message", "advice"),
    [
        (
            "5 kt",
            '"kt" is no unit that fits here.',
            "Write the amount in a unit of energy or power, such as 80 GWh/year.",
        ),
        ("5 gwh/year", '"gwh/year" is no unit that fits here.', "Write 5 GWh/year."),
        ("5 MWh/a", '"MWh/a" is no unit that fits here.', "Write 5 MWh/year."),
        ({}, "This is a mapping (key: value), not a quantity.", ""),
    ],
)
def test_way_out_for_energy(raw: object, message: str, advice: str) -> None:
    assert told(parse_energy, raw) == (message, advice)


def test_way_out_where_any_unit_may_stand() -> None:
    assert told(parse_quantity, "500 new flats / year")[1] == "Write 500 new-flats/year."
    assert told(parse_quantity, "1 060 flats")[1] == "Write 1060 flats."
    assert told(parse_quantity, 5)[1] == "Write the unit after it, such as 5 GWh/year."


@given(
    st.integers(-(10**14), 10**14), st.integers(0, 9), st.sampled_from(sorted(ENERGY_UNITS)), st.booleans()
)
def test_what_is_written_our_way_is_read(number: int, tenth: int, unit: str, yearly: bool) -> None:
    found = parse_energy(f"{number}.{tenth} {unit}{'/year' if yearly else ''}")
    assert (str(found.value), found.unit, found.per_year) == (f"{number}.{tenth}", unit, yearly)


@given(st.text(st.sampled_from("0123456789 ,.'-%kMtCO2eGWh/yearå€"), max_size=20))
def test_advice_is_right(text: str) -> None:
    """What the way out says to write can be read."""
    try:
        parse_emissions(text)
    except Fault as error:
        advice = (error.context or {})["help"]
        written = advice.removeprefix("Emissions are CO2 equivalents anyway: ")
        if written.lower().startswith("write ") and " such as " not in advice and " share" not in advice:
            first, *others = (
                written[6:]
                .rstrip(".")
                .removesuffix(" if it parts decimals")
                .split(" if the comma parts thousands, ")
            )
            for each in (first, *others):
                parse_emissions(each)


def test_emissions_of_a_target_may_be_per_person() -> None:
    found = parse_target_emissions("2.5 t/person/year")
    assert found == Quantity(Decimal("2.5"), "t", per_year=True, per_person=True)
    assert (unit_of(found), found.tonnes()) == ("t/person/year", Decimal("2.5"))
    assert unit_of(parse_target_emissions("500 kg/person")) == "kg/person"
    assert parse_target_emissions("65 kt/year") == parse_emissions("65 kt/year")


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("2 t/capita/year", "2"),
        ("2,5 t per inhabitant", "2.5"),
        ("11.5 tCO2e/asukas", "11.5"),
        ("per person", "2"),
        ("2 GWh/person", "2"),
    ],
)
def test_emissions_per_person_in_other_words(raw: str, number: str) -> None:
    message, advice = told(parse_target_emissions, raw)
    assert raw in message
    assert advice == f"Write emissions per person as {number} t/person/year."


def test_no_other_figure_is_per_person() -> None:
    assert "no unit that fits" in told(parse_emissions, "2 t/person/year")[0]
