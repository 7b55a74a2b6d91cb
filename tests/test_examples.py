"""The three example cities hold what the format can say, name their sources, and have their drafts beside."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from lgdkit import disk, pipeline
from lgdkit.artifact import Artifact
from lgdkit.diagnostics import Severity
from lgdkit.drafting import Drafter
from lgdkit.drafts.decide import digest
from lgdkit.drafts.memory import Memory
from lgdkit.model.base import Record
from lgdkit.model.city import LISTS, City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.quantity import BySector, Quantity
from lgdkit.model.walk import references, texts

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
CITIES = ("espoo", "mannheim", "umea")
TODAY = date(2026, 11, 22)


@cache
def checked(name: str) -> pipeline.Checked:
    folder = disk.read_folder(EXAMPLES / name)
    return pipeline.check(folder.texts, TODAY, folder.faults)


def city_of(name: str) -> tuple[City, CityRecord]:
    city = checked(name).city
    assert city.record is not None
    return city, city.record


each_city = pytest.mark.parametrize("name", CITIES)


def test_the_examples_are_these() -> None:
    assert disk.find_cities(EXAMPLES) == [EXAMPLES / name for name in CITIES]


@each_city
def test_no_finding(name: str) -> None:
    found = [each for each in checked(name).findings if each.diagnostic.severity is not Severity.INFO]
    assert [(each.diagnostic.rule, each.file, each.span.line) for each in found] == []


@each_city
def test_enough_to_look_at(name: str) -> None:
    city, record = city_of(name)
    assert len(city.actions) >= 12
    assert len(city.stakeholders) >= 12
    assert len(city.commitments) >= 12
    assert len(city.deals) >= 4
    assert len(city.indicators) >= 5
    assert len({deal.state for deal in city.deals}) >= 3
    assert len({deal.level for deal in city.deals}) >= 2
    assert any(len(deal.parties) == 3 for deal in city.deals)
    assert len(record.targets) >= 2
    assert all(target.boundary for target in record.targets)
    assert len(record.fields) >= 5
    assert len(record.strategies) >= 5
    assert len(record.governance) >= 2
    assert set(record.principles) == {"governance", "integration", "partnership", "action"}


@each_city
def test_the_city_s_own_language_comes_first_and_english_is_there(name: str) -> None:
    city, record = city_of(name)
    own = {"espoo": ("fi", "sv", "en"), "mannheim": ("de", "en"), "umea": ("sv", "en")}[name]
    assert record.languages == own
    missing = [
        (each.id, *worded.keys)
        for each in city.records()
        for worded in texts(each)
        if not worded.proper and not set(own) <= set(worded.text.languages(own[0]))
    ]
    assert missing == []


@each_city
def test_no_private_person(name: str) -> None:
    city, _ = city_of(name)
    assert city.persons == ()


def cited(record: Record) -> list[str]:
    return [each.id for each in references(record) if each.kind == "sources"]


@each_city
def test_every_fact_has_its_source(name: str) -> None:
    city, record = city_of(name)
    kinds = (city.stakeholders, city.actions, city.commitments, city.deals, city.indicators)
    without = [each.id for kind in kinds for each in kind if not cited(each)]
    assert without == []
    assert [target.id for target in record.targets if not target.sources] == []
    measured = [each for target in record.targets for each in (target.baseline, target.latest) if each]
    assert measured
    assert all(each.source for each in measured)
    assert [strategy.id for strategy in record.strategies if not strategy.source] == []


@each_city
def test_every_source_is_cited_and_says_where_it_is(name: str) -> None:
    city, _ = city_of(name)
    used = {source for record in city.records() for source in cited(record)}
    assert {source.id for source in city.sources} == used
    assert all(source.publisher or source.url for source in city.sources)


@each_city
def test_every_action_has_its_figure_or_the_reason_why_not(name: str) -> None:
    city, _ = city_of(name)
    assert [action.id for action in city.actions if not (action.impact and action.impact.ghg)] == []
    assert [action.id for action in city.actions if not (action.cost and action.cost.total)] == []
    assert any(isinstance(action.impact.ghg, Quantity | BySector) for action in city.actions if action.impact)
    assert any(action.decision and action.decision.status == "proposed" for action in city.actions)


@each_city
def test_what_is_signed_was_signed_in_the_past(name: str) -> None:
    city, _ = city_of(name)
    for deal in city.deals:
        if deal.state in ("signed", "reporting"):
            assert deal.signed is not None
            assert deal.signed.date is not None
        if deal.state == "requested":
            assert deal.signed is None


def test_the_layouts_differ() -> None:
    """One file; a file for each kind; a file for each stakeholder and each action."""
    files = {name: sorted(disk.read_folder(EXAMPLES / name).texts) for name in CITIES}
    assert files["mannheim"] == ["mannheim.yaml"]
    assert files["espoo"] == sorted(
        f"{kind}.yaml" for kind in ("city", *(kind for kind in LISTS if kind != "persons"))
    )
    umea, _ = city_of("umea")
    for kind, count in (("actions", len(umea.actions)), ("stakeholders", len(umea.stakeholders))):
        assert len([file for file in files["umea"] if file.startswith(f"{kind}/")]) == count


@cache
def drafter() -> Drafter:
    return Drafter(disk.read_templates())


def made(command: str, name: str) -> Iterator[Artifact]:
    city, _ = city_of(name)
    if command == "map":
        yield from drafter().inventory(city, city.languages)
    elif command == "roadmap":
        yield from drafter().roadmap(city, city.languages)
    else:
        partners = [each for each in city.stakeholders if each.id != city.organisation]
        yield from drafter().memoranda(city, partners, ())[0]


@each_city
@pytest.mark.parametrize("command", ["map", "roadmap", "mou"])
def test_the_drafts_are_those_of_the_data(command: str, name: str) -> None:
    patterns = {"map": ("map.*", "pictures/map.*"), "roadmap": ("roadmap.*", "pictures/roadmap.*")}
    folder = EXAMPLES / name / "drafts"
    files = [path for pattern in patterns.get(command, ("mou/*",)) for path in folder.glob(pattern)]
    wanted = {each.path: each.content for each in made(command, name)}
    there = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    stale = sorted(path for path in wanted if there.get(path) != wanted[path])
    assert not stale, f"run `lgd {command} examples/{name}`, read the changes and commit them: {stale[:5]} …"
    left = sorted(there.keys() - wanted.keys())
    assert not left, f"nothing makes these any more; delete them: {left}"


@each_city
def test_what_was_drafted_is_remembered(name: str) -> None:
    folder = EXAMPLES / name / "drafts"
    memory = Memory(EXAMPLES / name / ".lgd", folder)
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    for path in files:
        draft, content = path.relative_to(folder).as_posix(), path.read_bytes()
        known = memory.text(draft) == content or digest(content) in memory.digests(draft)
        assert known, f"run `lgd map`, `lgd roadmap` and `lgd mou` on examples/{name}: {draft}"
    assert {path.relative_to(folder).as_posix() for path in files} == memory.paths()
