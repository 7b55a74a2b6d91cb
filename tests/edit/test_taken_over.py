"""A new city takes over what another one does, and not what it reckons."""

from datetime import date

from lgdkit.disk import read_templates
from lgdkit.edit.taken_over import TakenOver, taken_over
from lgdkit.model.city import City
from lgdkit.model.original import digest_of
from lgdkit.pipeline import check
from lgdkit.render.new_city import NewCity, city_files, reason_taken_over

TODAY = date(2026, 11, 22)
SOURCE = b"""
city:
  id: umea
  name: {sv: Ume\xc3\xa5, fi: Uumaja}
  country: SE
  languages: [sv, en]
  organisation: town
  fields:
    - {id: mobilitet, name: {sv: Mobilitet, en: Mobility}, ccc: mobility-transport, green_deal: [sustainable-mobility]}
    - {id: mat, name: Mat}
stakeholders: [{id: town, name: Town, kind: municipality}]
actions:
  - id: trains
    title: {sv: "T\xc3\xa5g, och mer", en: Trains}
    description: {sv: Fler turer., en: More trains.}
    field: mobilitet
    kind: technical
    levers: [technology, governance]
    lead: town
    start: 2024
    end: 2030
    status: ongoing
    decision: {status: decided, date: 2023}
    milestones: [{title: X, due: 2025}]
    impact: {ghg: 24 kt/year, enables: [gone, buses], counted_in: [buses], co_benefits: [health, air-quality]}
    cost: {total: 3 MEUR, own: 1 MEUR}
    funding: [{source: EU, amount: 1 MEUR}]
    depends_on: [buses, gone]
    sdgs: [13, 9]
  - {id: buses, title: {sv: Bussar}, description: Sparar 5 kt., field: mat, replicates: espoo/bus}
  - {id: gone, title: Bort, status: cancelled}
"""
NEW = NewCity("Lintula", "FI", ("fi", "en"), 2026)
TEMPLATES = read_templates()


def taken(source: City) -> TakenOver:
    return taken_over(source, NEW.languages, "lintula-city", reason_taken_over(NEW, "Uumaja", TEMPLATES))


def source() -> City:
    return check({"a.yaml": SOURCE}, TODAY).city


def begun(found: TakenOver) -> City:
    files = {each.path: each.content for each in city_files(NEW, TEMPLATES, found.fields)}
    assert sorted(files) == ["actions.yaml", "city.yaml", "partners.yaml"]
    files["actions.yaml"] = found.written_into(files["actions.yaml"])
    checked = check(files, TODAY)
    told = {(each.diagnostic.rule, each.diagnostic.severity) for each in checked.findings}
    assert {rule for rule, severity in told if severity != "info"} == {"missing-translation"}
    return checked.city


def test_fields_and_actions_come_along_with_where_they_are_from() -> None:
    other = source()
    city = begun(taken(other))
    assert city.record is not None
    assert [(each.id, each.ccc) for each in city.record.fields] == [
        ("mobilitet", "mobility-transport"),
        ("mat", None),
    ]
    trains, buses = city.action["trains"], city.action["buses"]
    assert trains.replicates is not None
    assert trains.replicates.source == "umea/trains"
    assert trains.replicates.digest == digest_of(other, other.action["trains"])
    assert (trains.kind, trains.levers, trains.sdgs) == ("technical", ("technology", "governance"), (13, 9))
    assert trains.title.wording("en", "fi") is not None
    assert trains.depends_on == ("buses",)
    assert buses.replicates is not None
    assert buses.replicates.source == "umea/buses"
    assert sorted(city.action) == ["buses", "trains"]


def test_no_figure_no_date_and_no_decision_is_claimed() -> None:
    city = begun(taken(source()))
    for action in city.actions:
        assert action.impact is not None
        assert action.cost is not None
        for figure in (action.impact.ghg, action.cost.total):
            reason = figure.reason.wording("en", "fi")  # type: ignore[union-attr]
            assert reason is not None
            assert reason.text == "Taken over from Uumaja; not worked out for this city yet."
        assert (action.start, action.end, action.milestones, action.funding) == (None, None, (), ())
        assert (action.status, action.decision and action.decision.status) == ("not-started", "proposed")
        assert (action.lead, action.cost.own) == ("lintula-city", None)
    trains = city.action["trains"].impact
    assert trains is not None
    assert (trains.enables, trains.counted_in) == (("buses",), ())


def test_what_is_left_behind_is_known() -> None:
    found = taken(source())
    assert found.with_figures == ("buses",)
    assert found.untranslated == ("fi", "en")
    city = begun(found)
    assert city.action["buses"].description is None
    assert city.action["buses"].title.wording("sv", "fi") is not None
    assert city.action["trains"].description is not None


def test_a_city_without_fields_or_record() -> None:
    assert taken(City()).actions == ()
    bare = check(
        {"a.yaml": SOURCE.replace(b"field: mobilitet", b"").replace(b"field: mat, ", b"")}, TODAY
    ).city
    assert bare.record is not None
    files = city_files(NEW, TEMPLATES, ())
    assert b"fields:" not in next(each.content for each in files if each.path == "city.yaml")
    assert [each.get("field") for each in taken(bare).actions] == [None, None]
