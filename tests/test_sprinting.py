"""The papers of a sprint of two small cities: golden files that people can read, in `sprints/`."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from lgdkit import disk
from lgdkit.artifact import Artifact
from lgdkit.drafting import Drafter
from lgdkit.model.city import City
from lgdkit.sprinting import Papers, papers
from sprint_cities import cities

GOLDEN = Path(__file__).parent / "sprints"
ALL = "spring"


def _papers(
    sprint: str, languages: tuple[str, ...] = (), others: Mapping[str, City] | None = None
) -> list[Artifact]:
    host, hill = cities()
    (one,) = (each for each in host.sprints if each.id == sprint)
    found = Papers(host, one, {"hill": hill} if others is None else others, languages)
    drafter = Drafter(disk.read_templates())
    drafts = [*papers(drafter, one.id, found.before()), *papers(drafter, one.id, found.after())]
    assert drafter.faults == ()
    return drafts


def _names(drafts: list[Artifact]) -> list[str]:
    return [each.path.removeprefix("sprints/") for each in drafts]


@pytest.mark.parametrize("sprint", ["spring", "bare", "parts", "some", "few"])
def test_the_papers_in_english(sprint: str, bless: bool) -> None:
    drafts = _papers(sprint, ("en",))
    expected = GOLDEN / sprint
    if bless:
        expected.mkdir(parents=True, exist_ok=True)
        for each in drafts:
            (expected / Path(each.path).name).write_bytes(each.content)
    assert sorted(each.name for each in expected.iterdir()) == sorted(Path(each.path).name for each in drafts)
    for each in drafts:
        text = (expected / Path(each.path).name).read_text("utf-8")
        assert each.content.decode() == text, "pytest --bless writes it; read it"


def test_which_papers_there_are_and_in_which_languages() -> None:
    names = _names(_papers(ALL))
    both = ("invitation", "agenda", "report", "next-steps")
    sheets = [f"worksheet-{each}" for each in ("cafe", "gaps", "ideas", "views", "roads", "deals", "steps")]
    for each in (*both, *sheets, "roadmap-lakeside"):
        assert {f"spring/{each}.en.md", f"spring/{each}.fi.md"} <= set(names)
    # a city works on its roadmap in its own languages, a partner on its agreement in its one
    assert [each for each in names if "roadmap-hill" in each] == ["spring/roadmap-hill.en.md"]
    assert sorted(each for each in names if "agreement" in each) == [
        "spring/agreement-hill-bakery.de.md",
        "spring/agreement-lakeside-heat.en.md",
        "spring/agreement-lakeside-workshop.fi.md",
    ]
    assert len(names) == len(set(names)) == 2 * (len(both) + len(sheets) + 1) + 4


def test_a_city_whose_data_is_not_at_hand_gets_no_sheet_and_is_named() -> None:
    drafts = {each.path: each.content.decode() for each in _papers(ALL, ("en",), {})}
    assert not [each for each in drafts if "-hill" in each]
    challenges = drafts["sprints/spring/worksheet-gaps.en.md"]
    assert "### hill\n\nThe data of this city is not at hand." in challenges
    assert "hill/oven" in drafts["sprints/spring/report.en.md"]


def test_what_a_language_lacks_is_said_in_the_language_that_all_share() -> None:
    drafts = {each.path: each.content.decode() for each in _papers(ALL, ("fi",))}
    assert "The oven (en)" in drafts["sprints/spring/report.fi.md"]
    assert "Der Ofen" not in drafts["sprints/spring/report.fi.md"]


def test_an_action_that_is_not_decided_is_marked_wherever_it_stands() -> None:
    for each in _papers(ALL, ("en",)):
        for line in each.content.decode().splitlines():
            if line.startswith("- Repair") and "café" not in line:
                assert "*(proposed, not decided)*" in line, each.path


def test_nothing_is_reported_of_a_sprint_of_which_nothing_is_recorded() -> None:
    host, _ = cities()
    over = {each.id: Papers(host, each, {}, ()).is_over for each in host.sprints}
    assert over == {"spring": True, "bare": False, "parts": True, "some": True, "few": True}
