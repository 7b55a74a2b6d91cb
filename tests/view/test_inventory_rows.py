from decimal import Decimal

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.inventory_rows import ActionRow, inventory_rows

RECORD = CityRecord.model_validate(
    {"id": "zed", "name": "Zed", "country": "FI", "languages": ["fi", "en"], "organisation": "town"}
)
FULL = Action.model_validate(
    {
        "id": "a1",
        "title": {"fi": "Eristä", "en": "Insulate"},
        "field": "homes",
        "lead": "town",
        "partners": ["one", "two"],
        "start": 2024,
        "end": "2026-05-01",
        "status": "ongoing",
        "decision": {"status": "agreed"},
        "impact": {
            "ghg": {"transport": "1 kt/year", "waste": "500 t/year"},
            "counted_in": ["a2"],
            "per": "total",
        },
        "cost": {"total": "1.5 MEUR"},
    }
)


def test_a_full_row() -> None:
    city = City(
        record=RECORD,
        stakeholders=(Stakeholder.model_validate({"id": "one", "name": "One", "kind": "sme"}),),
        actions=(FULL,),
        commitments=(
            Commitment.model_validate({"id": "c1", "by": "one", "action": "a1", "text": "Work."}),
            Commitment.model_validate({"id": "c2", "by": "one", "text": "Other work."}),
        ),
        deals=(
            Deal.model_validate({"id": "d1", "title": "Heat", "parties": ["town", "one"]}),
            Deal.model_validate({"id": "d2", "title": "Roads", "parties": ["town", "two"]}),
        ),
    )
    assert inventory_rows(city, "en") == (
        ActionRow(
            city="zed",
            field="homes",
            id="a1",
            title="Insulate",
            lead="town",
            partners=("one", "two"),
            start="2024",
            end="2026-05-01",
            status="ongoing",
            decision="agreed",
            reduction_tonnes=Decimal(1500),
            reduction_per="total",
            reduction_state="given",
            reduction_reason="",
            counted_in=("a2",),
            enables=(),
            cost=Decimal(1500000),
            currency="EUR",
            cost_state="given",
            cost_reason="",
            commitments=("c1",),
            deals=("d1",),
        ),
    )
    assert inventory_rows(city, "fi")[0].title == "Eristä"


def test_a_bare_row() -> None:
    row = inventory_rows(City(actions=(Action.model_validate({"id": "a1", "title": "Something"}),)), "en")[0]
    assert (row.city, row.field, row.lead, row.start, row.end, row.currency) == ("",) * 6
    assert (row.status, row.decision, row.reduction_per) == ("not-started", "none", "year")
    assert (row.reduction_tonnes, row.cost) == (None, None)
    assert (row.reduction_state, row.cost_state) == ("missing", "missing")
    assert (row.partners, row.counted_in, row.enables, row.commitments, row.deals) == ((),) * 5


def test_reasons_stand_beside_the_state_and_a_blank_is_never_nought() -> None:
    action = Action.model_validate(
        {
            "id": "a1",
            "title": "Something",
            "impact": {"ghg": {"not_quantified": "Nobody counted."}, "enables": ["a2"]},
            "cost": {"total": "not-applicable"},
        }
    )
    row = inventory_rows(City(record=RECORD, actions=(action,)), "fi")[0]
    assert (row.reduction_state, row.reduction_reason, row.reduction_tonnes) == (
        "not-quantified",
        "Nobody counted.",
        None,
    )
    assert (row.cost_state, row.cost_reason, row.cost) == ("not-applicable", "", None)
    assert row.enables == ("a2",)
