from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from lgdkit.model.fault import Fault
from lgdkit.model.quantity import (
    BySector,
    NotApplicable,
    NotQuantified,
    Quantity,
    StatedEmissionsField,
    StatedEnergyField,
    StatedQuantityField,
)
from lgdkit.model.text import Text

EMISSIONS: TypeAdapter[object] = TypeAdapter(StatedEmissionsField)
ENERGY: TypeAdapter[object] = TypeAdapter(StatedEnergyField)
COUNT: TypeAdapter[object] = TypeAdapter(StatedQuantityField)


def told(raw: object, adapter: "TypeAdapter[object]" = EMISSIONS) -> list[tuple[object, ...]]:
    with pytest.raises(ValidationError) as raised:
        adapter.validate_python(raw)
    return [
        (each["type"], each["loc"], each["ctx"]["message"], each["ctx"]["help"], each["ctx"]["on_key"])
        for each in raised.value.errors()
    ]


def test_amounts_and_the_ways_to_say_that_there_is_none() -> None:
    assert EMISSIONS.validate_python("24 kt/year") == Quantity(Decimal(24), "kt", per_year=True)
    assert ENERGY.validate_python("80 GWh/year") == Quantity(Decimal(80), "GWh", per_year=True)
    assert COUNT.validate_python("500 flats") == Quantity(Decimal(500), "flats", per_year=False)
    for adapter in (EMISSIONS, ENERGY, COUNT):
        assert adapter.validate_python("not-applicable") == NotApplicable()
        assert adapter.validate_python({"not_quantified": "why"}) == NotQuantified(Text("why"))


def test_emissions_by_sector() -> None:
    found = EMISSIONS.validate_python({"waste": "1 kt/year", "transport": "500 t/year"})
    assert isinstance(found, BySector)
    assert [sector for sector, _ in found.sectors] == ["waste", "transport"]
    assert found.tonnes() == 1500


def test_no_figure_has_a_way_out() -> None:
    advice = 'If there is no figure, say why: {not_quantified: "why"}, or write not-applicable.'
    assert told("unknown") == [("bad-quantity", (), '"unknown" is no quantity.', advice, False)]
    assert told("5", COUNT)[0][3] == "Write the unit after it, such as 5 flats/year."
    assert told({})[0][2:4] == ("This mapping holds no figure.", advice)


def test_faults_in_sectors_are_told_one_by_one() -> None:
    raw = {"transprt": "1 kt", "waste": "none", "transport": "5", 7: "1 kt"}
    sectors = "Did you mean"
    assert [(each[0], each[1], each[4]) for each in told(raw)] == [
        ("unknown-code", ("transprt",), True),
        ("bad-quantity", ("waste",), False),
        ("bad-quantity", ("transport",), False),
        ("unknown-code", (7,), True),
    ]
    assert told(raw)[0][3] == f'{sectors} "transport"?'
    assert told(raw)[1][3] == "A sector without a figure is left out."
    assert told(raw)[2][3] == "Write the unit after it, such as 5 kt/year."
    assert told(raw)[3][3] == "Use the code of a source sector."


def test_not_every_one_of_thousand_faults_is_told() -> None:
    assert len(told({f"k{number}": "1 kt" for number in range(1000)})) == 50


def test_reasons_are_texts() -> None:
    assert told({"not_quantified": ""})[0][:3] == ("wrong-type", ("not_quantified",), "This text is empty.")
    assert told({"not_quantified": {"xx": "why"}})[0][:2] == ("unknown-code", ("not_quantified", "xx"))
    both = told({"not_quantified": "why", "transport": "5 kt"})[0]
    assert both[:3] == (
        "unknown-key",
        (),
        '"not_quantified" says that there is no figure, and "transport" gives one.',
    )


def test_schema_names_every_way() -> None:
    schema = EMISSIONS.json_schema()
    assert {"const": "not-applicable"} in schema["anyOf"]
    assert any("not_quantified" in each.get("properties", {}) for each in schema["anyOf"])


def test_fault_is_a_value_error() -> None:
    """Pydantic takes it for one of its own."""
    assert issubclass(Fault, ValueError)
