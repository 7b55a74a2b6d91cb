"""`lgd sprint` on folders with cities, as a person calls it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from sprint_cities import HOST, OTHER

Lgd = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def space(tmp_path: Path) -> Path:
    for name, text in (("lakeside", HOST), ("hill", OTHER)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "city.yaml").write_text(text, "utf-8")
    return tmp_path


def test_the_papers_of_a_sprint_are_put_into_the_hosts_drafts(space: Path, lgd: Lgd) -> None:
    done = lgd("sprint", "lakeside/spring", cwd=space)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "far: its data is not in ., so it gets no worksheet of its own",
        "lakeside/drafts: 28 drafts written, 0 unchanged",
    ]
    folder = space / "lakeside/drafts/sprints/spring"
    assert len(list(folder.iterdir())) == 28
    assert lgd("sprint", "lakeside/spring", "--check", cwd=space).returncode == 0
    # a person's edit is kept, what changed in the data is taken in, and a session that is gone leaves an orphan
    report = folder / "report.en.md"
    report.write_text(report.read_text("utf-8").replace("Written by hand.", "Written by two hands."), "utf-8")
    data = space / "lakeside/city.yaml"
    changed = data.read_text("utf-8").replace("{text: Money}", "{text: No money}")
    data.write_text(changed.replace("{id: roads,", "{id: streets,"), "utf-8")
    assert lgd("sprint", "lakeside/spring", "--diff", cwd=space).stdout.count("+- No money") == 6
    again = lgd("sprint", "lakeside/spring", cwd=space)
    assert "report.en.md: edited by hand; the edits are kept" in again.stderr
    assert "Written by two hands." in report.read_text("utf-8")
    assert "- No money" in report.read_text("utf-8")
    assert (folder / "worksheet-streets.fi.md").is_file()
    assert "sprints/spring/report.en.md" in lgd("drafts", "lakeside", cwd=space).stdout


def test_before_and_after(space: Path, lgd: Lgd) -> None:
    before = lgd("sprint", "lakeside/spring", ".", "--before", "--lang", "en", "-o", "-", cwd=space).stdout
    assert "# Invitation: Spring sprint" in before
    assert "# Report" not in before
    after = lgd("sprint", "lakeside/spring", "--after", "--lang", "en", "-o", "-", cwd=space).stdout
    assert after.startswith("# Report: Spring sprint")
    assert "# Invitation" not in after
    bare = lgd("sprint", "lakeside/bare", "--lang", "en", "-o", "-", cwd=space).stdout
    assert "# Report" not in bare
    assert "# Report: Bare sprint" in lgd("sprint", "lakeside/bare", "--after", "-o", "-", cwd=space).stdout


def test_a_broken_city_is_named_and_the_others_get_their_sheets(space: Path, lgd: Lgd) -> None:
    (space / "hill/city.yaml").write_text(OTHER.replace("country: DE", "country: XX"), "utf-8")
    done = lgd("sprint", "lakeside/few", "--out", "papers", cwd=space)
    assert done.returncode == 1
    assert "hill: 1 error, so nothing is drafted; the first is at hill/city.yaml:2" in done.stderr
    assert (space / "papers/sprints/few/invitation.en.md").is_file()


def test_without_a_name_the_sprints_are_listed(space: Path, lgd: Lgd) -> None:
    expected = "lakeside/spring  2026-04-14  Spring sprint"
    listed = lgd("sprint", cwd=space)
    assert listed.returncode == 0
    assert expected in listed.stdout.splitlines()
    assert "lakeside/bare  -  Bare sprint" in listed.stdout
    assert lgd("sprint", ".", cwd=space).stdout == listed.stdout


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("spring", "name the city and the sprint, such as espoo/spring; lgd sprint alone lists them"),
        ("lakesid/spring", '. has no city "lakesid"; did you mean lakeside?'),
        ("elsewhere/spring", '. has no city "elsewhere"; there are hill, lakeside'),
        ("lakeside/sprin", 'lakeside has no sprint "sprin"; did you mean lakeside/spring?'),
        ("hill/spring", 'hill has no sprint "spring"; it has none'),
    ],
)
def test_a_name_that_leads_nowhere(space: Path, lgd: Lgd, name: str, said: str) -> None:
    done = lgd("sprint", name, cwd=space)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_host_that_cannot_be_read(space: Path, lgd: Lgd) -> None:
    (space / "lakeside/city.yaml").write_text(HOST.replace("country: FI", "country: XX"), "utf-8")
    done = lgd("sprint", "lakeside/spring", cwd=space)
    assert done.returncode == 1
    assert "lakeside: 1 error, so nothing is drafted" in done.stderr
    assert not (space / "lakeside/drafts").exists()
