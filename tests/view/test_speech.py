from decimal import Decimal

from lgdkit.model.city import City
from lgdkit.model.date import PartialDate
from lgdkit.model.duration import Duration
from lgdkit.model.quantity import BySector, NotApplicable, NotQuantified, Quantity
from lgdkit.model.recurrence import Recurrence
from lgdkit.model.text import Text, parse_text
from lgdkit.read.city import read_city
from lgdkit.view.speech import Speech, day, emissions, length, times
from lgdkit.view.values import Amount, Day, Figure, Length, Price, Said, SectorPart, Times

CITY = b"""
city: {id: a, name: {fi: Espoo, sv: Esbo}, country: FI, languages: [fi, sv]}
stakeholders:
  - {id: hsl, name: {fi: HSL, sv: HRT}, kind: public-body}
actions:
  - {id: trains, title: {fi: Junat, sv: {text: Tag, origin: machine}}, decision: {status: agreed}}
  - {id: cars, title: Autot}
sources:
  - {id: plan, title: Suunnitelma}
"""


def city() -> City:
    return read_city({"city.yaml": CITY}).city


def swedish() -> Speech:
    return Speech(city(), "sv")


def test_a_text_is_said_in_the_language_of_the_document() -> None:
    said = swedish().say(parse_text({"fi": "Junat", "sv": {"text": "Tag", "origin": "machine"}}))
    assert said == Said("Tag", "sv", foreign=False, origin="machine")


def test_a_text_missing_in_the_language_is_said_in_the_first_one_and_marked() -> None:
    assert swedish().say(Text("Autot")) == Said("Autot", "fi", foreign=True)


def test_no_text_is_nothing() -> None:
    assert swedish().say(None) is None


def test_a_name_is_never_foreign() -> None:
    assert swedish().proper(Text("Fortum")) == Said("Fortum", "fi")


def test_a_stakeholder_goes_by_its_name_and_one_of_another_city_by_its_id() -> None:
    assert swedish().name("hsl") == Said("HRT", "sv")
    assert swedish().name("umea/vakin") == Said("umea/vakin", "sv")


def test_an_action_is_mentioned_with_its_decision() -> None:
    mentioned = swedish().action("trains")
    assert (mentioned.id, mentioned.title.text, mentioned.decision) == ("trains", "Tag", "agreed")
    assert swedish().action("cars").decision == "none"


def test_nobody_knows_the_decision_on_an_action_of_another_city() -> None:
    mentioned = swedish().action("umea/port")
    assert (mentioned.title.text, mentioned.decision) == ("umea/port", "elsewhere")


def test_a_blank_is_a_state_of_its_own_and_never_nothing() -> None:
    speech = swedish()
    assert speech.figure(None) == Figure("missing")
    assert speech.figure(NotApplicable()) == Figure("not-applicable")
    reason = Said("Ei mitattu", "fi", foreign=True)
    assert speech.figure(NotQuantified(Text("Ei mitattu"))) == Figure("not-quantified", reason=reason)


def test_money_is_a_price() -> None:
    found = read_city({"c.yaml": b"actions: [{id: x, title: X, cost: {total: 2.5 MEUR}}]"}).city
    cost = found.actions[0].cost
    assert cost is not None
    assert Speech(found, "en").figure(cost.total) == Figure("given", Price(Decimal("2500000"), "EUR"))


def test_sectors_are_added_up_in_the_largest_unit_written() -> None:
    transport = Quantity(Decimal(24), "kt", per_year=True)
    parts = BySector((("transport", transport), ("waste", Quantity(Decimal(500), "t", per_year=True))))
    figure = swedish().figure(parts, co2=True)
    assert figure.amount == Amount(Decimal("24.5"), "kt", per_year=True, co2=True)
    assert figure.by_sector == (
        SectorPart("transport", Amount(Decimal(24), "kt", per_year=True, co2=True)),
        SectorPart("waste", Amount(Decimal(500), "t", per_year=True, co2=True)),
    )


def test_a_reduction_is_yearly_or_in_total_as_the_record_says() -> None:
    speech = swedish()
    plain = Quantity(Decimal(24), "kt", per_year=False)
    assert speech.reduction(plain, "year").amount == Amount(Decimal(24), "kt", per_year=True, co2=True)
    yearly = Quantity(Decimal(24), "kt", per_year=True)
    assert speech.reduction(yearly, "total").amount == Amount(Decimal(24), "kt", per_year=False, co2=True)
    sectors = speech.reduction(BySector((("waste", plain),)), "year")
    assert sectors.by_sector[0].amount.per_year


def test_a_reduction_without_a_figure_stays_without() -> None:
    assert swedish().reduction(None, "year") == Figure("missing")


def test_a_source_is_cited_by_title_and_place() -> None:
    found = read_city(
        {"c.yaml": CITY + b"indicators: [{id: i, name: I, unit: t, sources: [{id: plan, at: s. 3}, ghost]}]"}
    ).city
    cited = Speech(found, "sv").cited(found.indicators[0].sources)
    assert cited == ((Said("Suunnitelma", "fi"), "s. 3"), (Said("ghost", "sv"), ""))


def test_emissions_are_written_without_zeros_at_the_end() -> None:
    assert str(emissions(Decimal("24500.0"), "kt", per_year=True).value) == "24.5"
    assert str(emissions(Decimal("24000.0"), "kt", per_year=True).value) == "24"


def test_dates_recurrences_and_lengths_keep_what_they_say() -> None:
    assert day(None) is None
    assert day(PartialDate(2024, 5)) == Day(2024, 5)
    assert times(None) is None
    assert times(Recurrence(times=2, per="year")) == Times(2, "year")
    assert length(Duration(3, "month")) == Length(3, "month")
