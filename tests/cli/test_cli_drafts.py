"""`lgd map`, `lgd roadmap` and `lgd mou` as a person calls them: what they write, print and leave alone."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Lgd = Callable[..., subprocess.CompletedProcess[str]]
MISSPELT = ("lead: umea-hamn", "lead: umea-hamm")


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), "utf-8")


def written(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def umea(workspace: Path) -> Path:
    for other in ("espoo", "mannheim"):
        shutil.rmtree(workspace / other)
    return workspace / "umea"


# What is written


@pytest.mark.parametrize("command", ["map", "roadmap"])
def test_a_draft_in_each_language(lgd: Lgd, umea: Path, command: str) -> None:
    done = lgd(command, "umea", cwd=umea.parent)
    assert done.returncode == 0
    drafts = {name for name in written(umea / "drafts") if not name.startswith("pictures/")}
    assert drafts == {f"{command}.sv.md", f"{command}.en.md"}
    pictures = len(written(umea / "drafts/pictures"))
    assert done.stderr == f"umea/drafts: 2 drafts and {pictures} pictures written, 0 unchanged\n"
    again = lgd(command, cwd=umea)
    assert (again.returncode, again.stderr) == (0, "drafts: 0 drafts written, 2 unchanged\n")
    assert again.stdout == done.stdout


def test_a_memorandum_for_each_stakeholder(lgd: Lgd, umea: Path) -> None:
    done = lgd("mou", "umea", cwd=umea.parent)
    assert (done.returncode, done.stdout) == (0, "")
    drafts = written(umea / "drafts/mou")
    stakeholders = {path.stem for path in (umea / "stakeholders").glob("*.yaml")}
    assert {name.split(".")[0] for name in drafts} == stakeholders - {"umea-kommun"}
    assert "umea-hamn.prototyp-hamnen.sv.md" in drafts  # one for each deal
    assert "cytiva.en.md" in drafts  # nobody has made a deal with it yet
    assert "\n  stakeholders/cytiva: " in done.stderr  # what there is to find out is not in the draft


def test_the_memoranda_of_some(lgd: Lgd, umea: Path) -> None:
    done = lgd("mou", "umea", "umea-hamn", "cytiva", "--lang", "en", cwd=umea.parent)
    assert done.returncode == 0
    assert written(umea / "drafts/mou") == {
        "cytiva.en.md",
        "umea-hamn.avsiktsforklaring-ny-period.en.md",
        "umea-hamn.prototyp-hamnen.en.md",
    }


def test_the_memoranda_of_some_in_the_folder_one_is_in(lgd: Lgd, umea: Path) -> None:
    done = lgd("mou", "cytiva", cwd=umea)
    assert done.returncode == 0
    assert written(umea / "drafts/mou") == {"cytiva.en.md", "cytiva.sv.md"}


def test_into_another_folder(lgd: Lgd, umea: Path) -> None:
    done = lgd("map", "umea", "--out", "new/folder", "--lang", "en", cwd=umea.parent)
    assert re.fullmatch(r"new/folder: 1 draft and \d pictures? written, 0 unchanged\n", done.stderr)
    assert {name for name in written(umea.parent / "new") if not name.endswith(".svg")} == {
        "folder/map.en.md", "folder/.lgd/base/map.en.md", "folder/.lgd/.gitignore", "folder/.lgd/.gitattributes"
    }  # fmt: skip
    assert not (umea / "drafts").exists()


def test_several_cities_do_not_write_over_each_other(lgd: Lgd, workspace: Path) -> None:
    done = lgd("map", ".", "--out", "all", "--lang", "en", cwd=workspace)
    assert done.returncode == 0
    drafts = {name for name in written(workspace / "all") if name.endswith(".md") and ".lgd" not in name}
    assert drafts == {"espoo/map.en.md", "mannheim/map.en.md", "umea/map.en.md"}


def test_printed(lgd: Lgd, umea: Path) -> None:
    done = lgd("mou", "umea", "cytiva", "-o", "-", "--lang", "en", cwd=umea.parent)
    assert done.returncode == 0
    assert done.stdout.startswith("# ")
    assert not (umea / "drafts").exists()
    assert lgd("mou", "umea", "cytiva", "--lang", "en", cwd=umea.parent).returncode == 0
    assert (umea / "drafts/mou/cytiva.en.md").read_text("utf-8") == done.stdout


# What is printed as data


def test_the_table_in_a_pipe(lgd: Lgd, umea: Path) -> None:
    done = lgd("map", "umea", cwd=umea.parent, env={"FORCE_COLOR": "1", "COLUMNS": "40"})
    lines = done.stdout.split("\n")
    assert lines[0] == "Umeå"
    assert lines[1].split() == (
        [
            "Åtgärd",
            "Ansvarig",
            "Tidsperiod",
            "Status",
            "Beslutsläge",
            "Minskning",
            "Kostnad",
            "Åtag.",
            "Avtal",
        ]
    )
    assert max(map(len, lines)) <= 120
    assert "\x1b" not in done.stdout
    assert all(line == line.rstrip() for line in lines)


def test_csv(lgd: Lgd, umea: Path) -> None:
    done = lgd("map", "umea", "--format", "csv", cwd=umea.parent)
    assert (done.returncode, done.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == len(list((umea / "actions").glob("*.yaml")))
    assert {"city", "id", "title", "lead", "reduction_tonnes", "cost", "currency"} <= set(rows[0])
    [row] = [row for row in rows if row["id"] == "smart-transport"]
    assert (row["title"], row["reduction_tonnes"]) == ("Smarta transporter", "24000")
    assert (row["cost"], row["currency"]) == ("159900000", "EUR")
    [row] = [row for row in rows if row["id"] == "port"]
    assert (row["reduction_tonnes"], row["reduction_state"]) == ("", "not-quantified")
    assert row["reduction_reason"].startswith("EU-klimatkontraktet anger")
    assert not (umea / "drafts").exists()


def test_json(lgd: Lgd, umea: Path) -> None:
    done = lgd("map", "umea", "--format", "json", "--lang", "en", cwd=umea.parent)
    data = json.loads(done.stdout)
    assert data["version"] == 1
    [row] = [row for row in data["actions"] if row["id"] == "smart-transport"]
    assert (row["title"], row["reduction_tonnes"], row["cost"]) == ("Smart transport", 24000, 159900000)


def test_data_of_several_cities(lgd: Lgd, workspace: Path) -> None:
    done = lgd("map", ".", "--format", "json", cwd=workspace)
    assert {row["city"] for row in json.loads(done.stdout)["actions"]} == {"espoo", "mannheim", "umea"}


# What is compared


def test_check_before_and_after(lgd: Lgd, umea: Path) -> None:
    stale = lgd("map", "umea", "--check", cwd=umea.parent)
    assert (stale.returncode, stale.stdout) == (1, "")
    told = [line for line in stale.stderr.splitlines() if "/pictures/" not in line]
    assert told == ["umea/drafts/map.en.md: out of date", "umea/drafts/map.sv.md: out of date"]
    assert "umea/drafts/pictures/map.matrix.en.svg: out of date\n" in stale.stderr
    assert not (umea / "drafts").exists()
    assert not (umea / ".lgd").exists()
    assert lgd("map", "umea", cwd=umea.parent).returncode == 0
    done = lgd("map", "umea", "--check", cwd=umea.parent)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_diff(lgd: Lgd, umea: Path) -> None:
    assert lgd("map", "umea", cwd=umea.parent).returncode == 0
    before = (umea / "drafts/map.en.md").read_bytes()
    change(umea / "actions/port.yaml", "title: {sv: Hamnen, en: Port}", "title: {sv: Hamnen, en: Harbour}")
    done = lgd("map", "umea", "--diff", cwd=umea.parent)
    assert done.returncode == 1
    assert "--- a/map.en.md\n+++ b/map.en.md\n" in done.stdout
    assert any(line.startswith("-") and "Port" in line for line in done.stdout.split("\n"))
    assert any(line.startswith("+") and "Harbour" in line for line in done.stdout.split("\n"))
    assert done.stderr == "umea/drafts/map.en.md: out of date\n"  # the Swedish draft does not change
    assert (umea / "drafts/map.en.md").read_bytes() == before


HARBOUR = ("title: {sv: Hamnen, en: Port}", "title: {sv: Hamnar, en: Harbour}")


def test_what_a_person_wrote_and_what_changed_are_both_there(lgd: Lgd, umea: Path) -> None:
    assert lgd("map", "umea", cwd=umea.parent).returncode == 0
    draft = umea / "drafts/map.en.md"
    draft.write_bytes(draft.read_bytes() + b"\nA sentence by the lawyer.\n")
    (umea / "drafts/notes.md").write_text("Mine.\n", "utf-8")  # not one of ours at all
    change(umea / "actions/port.yaml", *HARBOUR)
    checked = lgd("map", "umea", "--check", cwd=umea.parent)
    assert (checked.returncode, checked.stdout, checked.stderr) == (
        1,
        "",
        (
            "umea/drafts/map.en.md: out of date; it was edited by hand, and the edits would be kept\n"
            "umea/drafts/map.sv.md: out of date\n"
        ),
    )
    done = lgd("map", "umea", cwd=umea.parent)
    assert (done.returncode, done.stderr) == (
        0,
        (
            "umea/drafts/map.en.md: edited by hand; the edits are kept, and what changed in the data is taken in\n"
            "umea/drafts: 1 draft written, 1 merged, 0 unchanged\n"
        ),
    )
    text = draft.read_text("utf-8")
    assert "Harbour" in text
    assert text.endswith("\nA sentence by the lawyer.\n")
    again = lgd("map", "umea", "--check", cwd=umea.parent)
    assert (again.returncode, again.stderr) == (0, "")
    assert lgd("map", "umea", cwd=umea.parent).stderr == (
        "umea/drafts: 0 drafts written, 1 unchanged, 1 edited by hand and up to date\n"
    )
    forced = lgd("map", "umea", "--force", cwd=umea.parent)
    assert (forced.returncode, forced.stderr) == (0, "umea/drafts: 1 draft written, 1 unchanged\n")
    assert "lawyer" not in draft.read_text("utf-8")
    assert (umea / "drafts/notes.md").read_text("utf-8") == "Mine.\n"


def test_a_conflict_is_told_in_words(lgd: Lgd, umea: Path) -> None:
    assert lgd("roadmap", "umea", "--lang", "en", cwd=umea.parent).returncode == 0
    draft = umea / "drafts/roadmap.en.md"
    lines = draft.read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("#### Port "))
    lines[at] = lines[at].replace("Port", "Port of Holmsund")
    draft.write_text("\n".join(lines), "utf-8")
    change(umea / "actions/port.yaml", *HARBOUR)
    shown = lgd("roadmap", "umea", "--lang", "en", "--diff", cwd=umea.parent)
    assert "\n+<<<<<<< by hand\n" in shown.stdout
    done = lgd("roadmap", "umea", "--lang", "en", cwd=umea.parent)
    assert done.returncode == 1
    told = done.stderr.split("\n")
    assert told[0] == (
        "umea/drafts/roadmap.en.md: 1 place was changed by hand and in the data, differently; "
        "marked in the file, for you to choose"
    )
    assert told[1].endswith(f"line {at + 1}")
    assert [line.split() for line in told[2:5]] == [
        ["was:", *lines[at].replace(" of Holmsund", "").split()],
        ["by", "hand:", *lines[at].split()],
        ["from", "the", "data:", *lines[at].replace("Port of Holmsund", "Harbour").split()],
    ]
    assert re.fullmatch(
        r"umea/drafts: 0 drafts( and \d pictures?)? written, 1 in conflict, 0 unchanged", told[5]
    )
    marked = draft.read_bytes()
    for arguments in ([], ["--check"]):
        again = lgd("roadmap", "umea", "--lang", "en", *arguments, cwd=umea.parent)
        assert again.returncode == 1
        assert (
            f"umea/drafts/roadmap.en.md: has conflict marks (line {at + 1}, {at + 3}, {at + 7}), so it stays as it is; "
            "choose, take the marks out, run again\n"
        ) in again.stderr
    assert draft.read_bytes() == marked
    listed = lgd("drafts", "umea", cwd=umea.parent)
    assert listed.returncode == 1
    assert (
        f"in conflict      umea/drafts/roadmap.en.md (line {at + 1}, {at + 3}, {at + 7})\n" in listed.stdout
    )


def test_two_runs_at_once(environment: dict[str, str], lgd: Lgd, umea: Path) -> None:
    assert lgd("mou", "umea", cwd=umea.parent).returncode == 0
    draft = umea / "drafts/mou/cytiva.en.md"
    draft.write_bytes(draft.read_bytes() + b"\nA sentence by the lawyer.\n")
    change(umea / "stakeholders/cytiva.yaml", "name: Cytiva", "name: Cytiva AB")
    command = [sys.executable, "-m", "lgdkit", "mou", "umea"]
    runs = [
        subprocess.Popen(command, cwd=umea.parent, env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0] * 3, said
    assert not (umea / ".lgd/lock").exists()
    assert "Cytiva AB" in draft.read_text("utf-8")
    assert draft.read_text("utf-8").endswith("\nA sentence by the lawyer.\n")
    assert lgd("mou", "umea", "--check", cwd=umea.parent).returncode == 0


def test_without_git(lgd: Lgd, umea: Path, tmp_path: Path) -> None:
    assert lgd("map", "umea", cwd=umea.parent).returncode == 0
    draft = umea / "drafts/map.en.md"
    draft.write_bytes(draft.read_bytes() + b"\nA sentence by the lawyer.\n")
    edited = draft.read_bytes()
    change(umea / "actions/port.yaml", *HARBOUR)
    done = lgd("map", "umea", cwd=umea.parent, env={"PATH": str(tmp_path)})
    assert done.returncode == 1
    assert (
        "umea/drafts/map.en.md: not written: it was edited by hand and the data has changed; merging needs git, and "
        "git is not installed or not on the path; nothing was changed\n"
    ) in done.stderr
    assert "1 draft written" in done.stderr  # the Swedish one, which nobody edited
    assert draft.read_bytes() == edited
    assert lgd("map", "umea", cwd=umea.parent).returncode == 0
    assert "Harbour" in draft.read_text("utf-8")


def test_what_a_person_took_away_stays_away_and_is_named(lgd: Lgd, umea: Path) -> None:
    assert lgd("map", "umea", cwd=umea.parent).returncode == 0
    (umea / "drafts/map.en.md").unlink()
    said = "umea/drafts/map.en.md: deleted by hand, so it is not drafted; --force drafts it again\n"
    done = lgd("map", "umea", cwd=umea.parent)
    assert (done.returncode, done.stderr) == (0, f"umea/drafts: 0 drafts written, 1 unchanged\n{said}")
    checked = lgd("map", "umea", "--check", cwd=umea.parent)
    assert (checked.returncode, checked.stderr) == (0, said)
    assert lgd("map", "umea", "--force", cwd=umea.parent).returncode == 0
    assert (umea / "drafts/map.en.md").exists()


def test_a_file_that_lgd_did_not_write_stays(lgd: Lgd, umea: Path) -> None:
    (umea / "drafts").mkdir()
    (umea / "drafts/map.en.md").write_text("Mine.\n", "utf-8")
    done = lgd("map", "umea", cwd=umea.parent)
    assert done.returncode == 1
    assert (
        "umea/drafts/map.en.md: not drafted by lgd, so it stays as it is; --force writes over it\n"
        in done.stderr
    )
    assert (umea / "drafts/map.en.md").read_text("utf-8") == "Mine.\n"


def rename(umea: Path, before: str, after: str) -> None:
    for file in umea.rglob("*.yaml"):
        file.write_text(re.sub(rf"\b{before}\b", after, file.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize("arguments", [[], ["umea-port"], ["--lang", "en"]])
def test_a_renamed_stakeholder_takes_its_edits_along(lgd: Lgd, umea: Path, arguments: list[str]) -> None:
    assert lgd("mou", "umea", cwd=umea.parent).returncode == 0
    old = umea / "drafts/mou/umea-hamn.prototyp-hamnen.en.md"
    old.write_bytes(old.read_bytes() + b"\nA sentence by the lawyer.\n")
    rename(umea, "umea-hamn", "umea-port")
    said = "prototyp-hamnen.en.md: its stakeholder, deal or session has another id now\n"
    planned = lgd("mou", "umea", *arguments, "--check", cwd=umea.parent)
    assert planned.returncode == 1
    assert f"umea-port.prototyp-hamnen.en.md: would move from mou/umea-hamn.{said}" in planned.stderr
    assert old.exists()
    listed = lgd("drafts", "umea", cwd=umea.parent).stdout
    assert (
        "umea/drafts/mou/umea-port.prototyp-hamnen.en.md (now umea/drafts/mou/umea-hamn.prototyp-hamnen.en.md)\n"
        in listed
    )
    done = lgd("mou", "umea", *arguments, cwd=umea.parent)
    assert done.returncode == 0
    assert f"umea-port.prototyp-hamnen.en.md: moved from mou/umea-hamn.{said}" in done.stderr
    new = umea / "drafts/mou/umea-port.prototyp-hamnen.en.md"
    assert new.read_text("utf-8").endswith("\nA sentence by the lawyer.\n")
    assert not old.exists()


def test_a_stakeholder_that_is_gone_leaves_its_draft(lgd: Lgd, umea: Path) -> None:
    assert lgd("mou", "umea", cwd=umea.parent).returncode == 0
    draft = umea / "drafts/mou/cytiva.en.md"
    draft.write_bytes(draft.read_bytes() + b"\nA sentence by the lawyer.\n")
    rename(umea, "cytiva", "another-company")
    (umea / "stakeholders/cytiva.yaml").write_text(
        (umea / "stakeholders/cytiva.yaml")
        .read_text("utf-8")
        .replace("name: Cytiva", "name: Another Company"),
        "utf-8",
    )
    done = lgd("mou", "umea", cwd=umea.parent)
    assert done.returncode == 0
    assert (
        "umea/drafts/mou/cytiva.en.md: no longer made from the data; it stays where it is, with what was edited by "
        "hand\n"
    ) in done.stderr
    assert draft.exists()
    assert (
        "orphaned, edited by hand  umea/drafts/mou/cytiva.en.md\n"
        in lgd("drafts", "umea", cwd=umea.parent).stdout
    )


# How the drafts stand


def test_the_list_of_drafts(lgd: Lgd, umea: Path) -> None:
    empty = lgd("drafts", "umea", cwd=umea.parent)
    assert empty.returncode == 0
    assert {line.split("  ")[0] for line in empty.stdout.splitlines()} == {"not drafted yet"}
    assert not (umea / ".lgd").exists()
    for command in ("map", "roadmap", "mou"):
        assert lgd(command, "umea", cwd=umea.parent).returncode == 0
    drafts = umea / "drafts"
    (drafts / "mou/cytiva.en.md").write_bytes((drafts / "mou/cytiva.en.md").read_bytes() + b"By hand.\n")
    (drafts / "mou/cytiva.sv.md").unlink()
    done = lgd("drafts", cwd=umea)
    assert (done.returncode, done.stderr) == (0, "")
    found = {path: state for state, path in (re.split(" {2,}", line) for line in done.stdout.splitlines())}
    assert found.pop("drafts/mou/cytiva.en.md") == "edited by hand"
    assert found.pop("drafts/mou/cytiva.sv.md") == "deleted by hand"
    assert set(found.values()) == {"as generated"}
    change(umea / "stakeholders/cytiva.yaml", "name: Cytiva", "name: Cytiva AB")
    lines = lgd("drafts", cwd=umea).stdout.splitlines()
    assert f"{'out of date':27}  drafts/roadmap.en.md" in lines
    assert f"{'as generated':27}  drafts/mou/slu.avsiktsforklaring-ny-period.en.md" in lines
    assert "edited by hand, out of date  drafts/mou/cytiva.en.md" in lines


def test_the_list_of_drafts_for_programs(lgd: Lgd, workspace: Path) -> None:
    assert lgd("map", "umea", "--lang", "en", cwd=workspace).returncode == 0
    done = lgd("drafts", ".", "--format", "json", cwd=workspace)
    data = json.loads(done.stdout)
    assert data["version"] == 1
    [row] = [row for row in data["drafts"] if row["path"] == "umea/drafts/map.en.md"]
    assert row == {
        "city": "umea", "path": "umea/drafts/map.en.md", "states": ["as generated"], "lines": [], "reason": "",
        "origin": "", "draft": "",
    }  # fmt: skip
    assert {row["city"] for row in data["drafts"]} == {"espoo", "mannheim", "umea"}


def test_the_list_of_drafts_in_another_folder(lgd: Lgd, umea: Path) -> None:
    assert lgd("map", "umea", "--out", "out", cwd=umea.parent).returncode == 0
    assert (
        "as generated     out/map.en.md with "
        in lgd("drafts", "umea", "--out", "out", cwd=umea.parent).stdout
    )


def test_a_draft_that_cannot_be_written_is_in_the_list(lgd: Lgd, umea: Path) -> None:
    (umea / "drafts/map.en.md").mkdir(parents=True)
    done = lgd("drafts", "umea", cwd=umea.parent)
    assert done.returncode == 1
    assert (
        "cannot be written  umea/drafts/map.en.md (something that is no file stands there)\n" in done.stdout
    )


def test_a_draft_that_nothing_makes_any_more_stays_and_is_named(lgd: Lgd, umea: Path) -> None:
    assert lgd("map", "umea", cwd=umea.parent).returncode == 0
    change(umea / "city.yaml", "languages: [sv, en]", "languages: [sv]")
    done = lgd("map", "umea", cwd=umea.parent)
    assert "umea/drafts/map.en.md: no longer made from the data; it stays where it is\n" in done.stderr
    assert "umea/drafts/pictures/map.matrix.en.svg: no longer made from the data; it stays" in done.stderr
    assert (umea / "drafts/map.en.md").exists()
    one = lgd("map", "umea", "--lang", "sv", cwd=umea.parent)  # one language says nothing of the others
    assert "no longer" not in one.stderr


def test_a_link_is_not_written_through(lgd: Lgd, umea: Path, tmp_path: Path) -> None:
    (umea / "drafts").mkdir()
    target = tmp_path / "elsewhere.md"
    target.write_text("Untouched.\n", "utf-8")
    (umea / "drafts/map.en.md").symlink_to(target)
    done = lgd("map", "umea", cwd=umea.parent)
    assert done.returncode == 1
    assert "umea/drafts/map.en.md: not written: a symbolic link stands there\n" in done.stderr
    assert target.read_text("utf-8") == "Untouched.\n"


# What goes wrong


@pytest.mark.parametrize("command", ["map", "roadmap", "mou"])
def test_a_city_with_errors_drafts_nothing_and_the_others_go(lgd: Lgd, workspace: Path, command: str) -> None:
    change(workspace / "umea/actions/port.yaml", *MISSPELT)
    done = lgd(command, ".", "--lang", "en", cwd=workspace)
    assert done.returncode == 1
    assert (
        "umea: 1 error, so nothing is drafted; "
        'the first is at umea/actions/port.yaml:11: No stakeholder has the id "umea-hamm".\n'
        "  lgd check umea shows each with its way out\n"
    ) in done.stderr
    assert not (workspace / "umea/drafts").exists()
    assert written(workspace / "espoo/drafts")
    assert written(workspace / "mannheim/drafts")


def test_data_of_the_cities_without_errors(lgd: Lgd, workspace: Path) -> None:
    change(workspace / "umea/actions/port.yaml", *MISSPELT)
    done = lgd("map", ".", "--format", "json", cwd=workspace)
    assert done.returncode == 1
    assert {row["city"] for row in json.loads(done.stdout)["actions"]} == {"espoo", "mannheim"}


def test_warnings_do_not_stop_a_draft(lgd: Lgd, umea: Path) -> None:
    change(umea / "actions/port.yaml", "    lead: umea-hamn\n", "")
    done = lgd("map", "umea", cwd=umea.parent)
    assert done.returncode == 0
    assert {"map.sv.md", "map.en.md"} <= written(umea / "drafts")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["map", "nowhere"], "lgd: there is no folder nowhere\n"),
        (["roadmap", "nowhere/at/all"], "lgd: there is no folder nowhere/at/all\n"),
        (["mou", "nowhere/at/all"], "lgd: there is no folder nowhere/at/all\n"),
        (["map", "umea/city.yaml"], "lgd: umea/city.yaml is a file; name the city's folder\n"),
        (["map", "x" * 300], f"lgd: there is no folder {'x' * 300}"),
        (["map", "umea", "--lang", "xx"], "lgd: --lang xx: not a language code; write fi, sv, de or en\n"),
        (["roadmap", "umea", "--lang", "SV"], "lgd: --lang SV: not a language code; did you mean sv?\n"),
        (["mou", "umea", "--lang", ""], "lgd: --lang : not a language code; write fi, sv, de or en\n"),
        (["map", "umea", "--check", "-o", "-"], "lgd: --check and --diff compare drafts with files: "),
        (["map", "umea", "--format", "csv", "--check"], "lgd: --format csv prints data and writes nothing: "),
        (["map", "umea", "--format", "xml"], "Usage: lgd map "),
        (["map", "umea", "--nonsense"], "Usage: lgd map "),
        (["mou", "umea", "cytivva"], 'lgd: no stakeholder has the id "cytivva"; did you mean "cytiva"?\n'),
        (["mou", "umea", "cytiva", "zzz"], 'lgd: no stakeholder has the id "zzz"\n'),
        (["mou", "umea", "umea-kommun"], 'lgd: "umea-kommun" is the city itself: its partners get a copy\n'),
    ],
)
def test_wrong_use(lgd: Lgd, umea: Path, arguments: list[str], said: str) -> None:
    done = lgd(*arguments, cwd=umea.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert not (umea / "drafts").exists()


def test_a_stakeholder_of_which_city(lgd: Lgd, workspace: Path) -> None:
    done = lgd("mou", ".", "siemens", cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        'lgd: . holds several cities, so name one of them before "siemens": espoo, mannheim, umea\n'
    )


@pytest.mark.parametrize("out", ["file", "file/inside"])
def test_a_folder_that_cannot_be(lgd: Lgd, umea: Path, out: str) -> None:
    (umea.parent / "file").write_text("Mine.\n", "utf-8")
    done = lgd("map", "umea", "--out", out, cwd=umea.parent)
    assert done.returncode in (1, 2)
    assert "Not a directory" in done.stderr
    assert "fault of lgdkit" not in done.stderr
    assert (umea.parent / "file").read_text("utf-8") == "Mine.\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to(lgd: Lgd, umea: Path) -> None:
    (umea / "drafts").mkdir(mode=0o500)
    done = lgd("map", "umea", cwd=umea.parent)
    assert done.returncode == 1
    assert "umea/drafts/map.en.md: not written: Permission denied\n" in done.stderr


def test_a_language_without_words_of_its_own_says_so(lgd: Lgd, umea: Path) -> None:
    done = lgd("map", "umea", "--lang", "fr", "-o", "-", cwd=umea.parent)
    assert done.returncode == 0
    assert "in English, because lgdkit has no words in French" in done.stdout


# Pictures


STATES = "drafts/pictures/roadmap.states.en.svg"


def test_a_picture_that_a_person_drew_stays_and_the_new_one_is_at_hand(lgd: Lgd, umea: Path) -> None:
    assert lgd("roadmap", "umea", "--lang", "en", cwd=umea.parent).returncode == 0
    picture = umea / STATES
    mine = picture.read_text("utf-8").replace("#1f5a8c", "#004400")
    picture.write_text(mine, "utf-8")
    listed = lgd("drafts", "umea", cwd=umea.parent)
    assert f"edited by hand   umea/{STATES}\n" in listed.stdout
    assert re.search(r"as generated     umea/drafts/roadmap.en.md with \d pictures\n", listed.stdout)
    deals = umea / "deals.yaml"
    deals.write_text(deals.read_text("utf-8").replace("state: requested", "state: negotiating", 1), "utf-8")
    checked = lgd("roadmap", "umea", "--lang", "en", "--check", cwd=umea.parent)
    assert checked.returncode == 1
    assert f"umea/{STATES}: out of date; it was edited by hand, so it would stay as it is\n" in checked.stderr
    done = lgd("roadmap", "umea", "--lang", "en", cwd=umea.parent)
    assert done.returncode == 1
    assert (
        f"umea/{STATES}: edited by hand, and the data has changed; it stays as it is, for no picture is merged; "
        ".lgd/base/pictures/roadmap.states.en.svg is the new one: copy it over yours to take it\n"
    ) in done.stderr
    assert picture.read_text("utf-8") == mine
    new = umea / ".lgd/base/pictures/roadmap.states.en.svg"
    assert "being negotiated" in new.read_text("utf-8")
    again = lgd("roadmap", "umea", "--lang", "en", cwd=umea.parent)
    assert (again.returncode, again.stderr) == (
        0,
        "umea/drafts: 0 drafts written, 1 unchanged, 1 edited by hand and up to date\n",
    )
    picture.write_bytes(new.read_bytes())
    assert lgd("roadmap", "umea", "--lang", "en", "--check", cwd=umea.parent).stderr == ""


def test_what_is_printed_is_the_document_alone(lgd: Lgd, umea: Path) -> None:
    done = lgd("roadmap", "umea", "--out", "-", "--lang", "en", cwd=umea.parent)
    assert "](pictures/roadmap.timeline.en.svg)" in done.stdout
    assert "<svg" not in done.stdout


def test_pictures_in_the_list_for_programs(lgd: Lgd, umea: Path) -> None:
    assert lgd("map", "umea", "--lang", "en", cwd=umea.parent).returncode == 0
    rows = json.loads(lgd("drafts", "umea", "--format", "json", cwd=umea.parent).stdout)["drafts"]
    [picture] = [each for each in rows if each["path"].endswith("drafts/pictures/map.matrix.en.svg")]
    assert picture["states"] == ["as generated"]
