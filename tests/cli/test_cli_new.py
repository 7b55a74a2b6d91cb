"""`lgd new`: a city that can be worked with at once, and nothing of the user's touched."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Lgd = Callable[..., subprocess.CompletedProcess[str]]
GIVEN = ("--name", "Lintula", "--country", "FI", "--languages", "fi,en", "--date", "2026-11-22")
FILES = [
    *(".editorconfig", ".lgd/schema.json", ".vscode/extensions.json", ".vscode/settings.json"),
    *("actions.yaml", "city.yaml", "deals.yaml", "partners.yaml"),
]

PICTURES = ("map.matrix", "map.ratings", "roadmap.states", "roadmap.timeline")


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_every_command_works_on_it(lgd: Lgd, tmp_path: Path) -> None:
    done = lgd("new", "lintula", *GIVEN, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.splitlines()) == [f"lintula/{name}" for name in FILES]
    assert done.stderr == "next: write over the examples, and run  lgd check lintula\n"
    assert below(tmp_path / "lintula") == FILES
    check = lgd("check", "lintula", "--date", "2026-11-22", cwd=tmp_path)
    assert (check.returncode, check.stdout) == (
        0,
        "No error, no warning. Checked 1 city, 7 records in 4 files. --severity info adds advice.\n",
    )
    for command in ("map", "roadmap", "mou"):
        assert lgd(command, "lintula", cwd=tmp_path).returncode == 0
    drafts = below(tmp_path / "lintula" / "drafts")
    assert drafts == [
        *(
            "map.en.md",
            "map.fi.md",
            "mou/example-energy.heat-deal.en.md",
            "mou/example-energy.heat-deal.fi.md",
        ),
        *(f"pictures/{each}.{code}.svg" for each in PICTURES for code in ("en", "fi")),
        *("roadmap.en.md", "roadmap.fi.md"),
    ]


def test_the_same_bytes_every_time(lgd: Lgd, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert lgd("new", tmp_path / name, *GIVEN).returncode == 0
    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_its_schema_is_the_one_that_refreshing_writes(lgd: Lgd, tmp_path: Path) -> None:
    lgd("new", tmp_path, *GIVEN)
    schema = tmp_path / ".lgd" / "schema.json"
    before = schema.read_bytes()
    done = lgd("schema", "--workspace", ".", "--output", ".lgd/schema.json", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", ".lgd/schema.json: written\n")
    assert schema.read_bytes() == before
    assert "heat-pumps" in json.loads(before)["$defs"]["CommitmentRef"]["anyOf"][0]["enum"]


def test_nothing_is_written_over(lgd: Lgd, tmp_path: Path) -> None:
    (tmp_path / "deals.yaml").write_text("# mine\n", "utf-8")
    done = lgd("new", tmp_path, *GIVEN)
    assert done.returncode == 2
    assert "has deals.yaml already" in done.stderr
    assert below(tmp_path) == ["deals.yaml"]
    assert (tmp_path / "deals.yaml").read_text("utf-8") == "# mine\n"


def test_settings_that_are_there_stay(lgd: Lgd, tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode" / "settings.json").write_text("{}\n", "utf-8")
    done = lgd("new", ".", *GIVEN, cwd=tmp_path)
    assert done.returncode == 0
    assert ".vscode/settings.json was there and stays as it is" in done.stderr
    assert ".vscode/settings.json" not in done.stdout
    assert (tmp_path / ".vscode" / "settings.json").read_text("utf-8") == "{}\n"
    assert below(tmp_path) == FILES


@pytest.mark.parametrize("where", ["lintula/inner", "."])
def test_no_city_in_a_city(where: str, lgd: Lgd, tmp_path: Path) -> None:
    lgd("new", "lintula", *GIVEN, cwd=tmp_path)
    done = lgd("new", where, *GIVEN, cwd=tmp_path)
    assert done.returncode == 2
    assert "there is a city in" in done.stderr
    assert below(tmp_path) == [f"lintula/{name}" for name in FILES]


def test_beside_another_city(lgd: Lgd, workspace: Path) -> None:
    (workspace / "lgd.yaml").unlink()  # which names the cities that belong together
    assert lgd("new", workspace / "lintula", *GIVEN).returncode == 0
    assert "Checked 4 cities" in lgd("check", workspace).stdout


def test_a_city_further_up_in_the_repository(lgd: Lgd, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "city.yaml").write_text("city: {id: a}\n", "utf-8")
    assert lgd("new", tmp_path / "b" / "c", *GIVEN).returncode == 2
    assert below(tmp_path) == ["city.yaml"]


def test_a_file_is_no_folder(lgd: Lgd, tmp_path: Path) -> None:
    (tmp_path / "lintula").write_text("x", "utf-8")
    done = lgd("new", "lintula", *GIVEN, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "lgd: lintula is a file; name a folder\n")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_to(lgd: Lgd, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    done = lgd("new", tmp_path / "closed" / "lintula", *GIVEN)
    assert done.returncode == 2
    assert "nothing was written" in done.stderr


def test_a_link_in_its_way(lgd: Lgd, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("x", "utf-8")
    (tmp_path / "lintula").mkdir()
    (tmp_path / "lintula" / ".lgd").symlink_to(tmp_path / "elsewhere")
    done = lgd("new", tmp_path / "lintula", *GIVEN)
    assert done.returncode == 2
    assert "nothing was written" in done.stderr
    assert below(tmp_path) == ["elsewhere", "lintula/.lgd"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--country", "FI"), "--name is missing; there is no terminal here to ask on"),
        (("--name", "A"), "--country is missing; there is no terminal here to ask on"),
        (("--name", " ", "--country", "FI"), "--name ' ': not a name"),
        (("--name", "A\u202eB", "--country", "FI"), "--name 'A\\\\u202eB': not a name"),
        (("--name", "A", "--country", "Finland"), "--country 'FINLAND': write the code of a country"),
        (
            ("--name", "A", "--country", "FI", "--languages", "fi,xx"),
            "--languages 'xx': write codes of languages",
        ),
        (("--name", "A", "--country", "FI", "--languages", ""), "--languages '': write codes of languages"),
        (("--name", "A", "--country", "FI", "--date", "soon"), "--date soon: not a day"),
    ],
)
def test_wrong_use(given: tuple[str, ...], said: str, lgd: Lgd, tmp_path: Path) -> None:
    done = lgd("new", tmp_path / "a", *given)
    assert done.returncode == 2
    assert done.stderr.startswith(f"lgd: {said}")
    assert below(tmp_path) == []


def test_languages_of_the_country_without_a_terminal(lgd: Lgd, tmp_path: Path) -> None:
    done = lgd("new", tmp_path, "--name", "Lintula", "--country", "ee")
    assert done.returncode == 0
    assert "there are no example texts in et yet" in done.stderr
    assert b"languages: [et]" in (tmp_path / "city.yaml").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_on_a_terminal_it_asks_until_the_answer_is_right(tmp_path: Path, environment: dict[str, str]) -> None:
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "lgdkit", "new", "lintula"],
        cwd=tmp_path,
        env=environment,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    os.close(theirs)
    time.sleep(0.1)
    os.write(ours, b"Lintula\nFinland\nfi\n\n")
    stdout, stderr = process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode == 0, stderr
    assert "'FINLAND': write the code of a country" in stderr
    assert "Languages of its documents, its own first [fi,sv]:" in stderr
    assert "lintula/city.yaml" in stdout
    text = (tmp_path / "lintula" / "city.yaml").read_text("utf-8")
    assert "name: Lintula " in text
    assert "languages: [fi, sv]" in text


@pytest.mark.parametrize("languages", ["fi,sv,en", "de,en", "sv,fi"])
def test_what_is_written_is_laid_out_as_fmt_does(lgd: Lgd, tmp_path: Path, languages: str) -> None:
    assert lgd("new", "lintula", *GIVEN[:4], "--languages", languages, cwd=tmp_path).returncode == 0
    done = lgd("fmt", "--check", "lintula", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_from_another_city(lgd: Lgd, workspace: Path) -> None:
    done = lgd("new", "lintula", *GIVEN, "--from", "espoo", cwd=workspace)
    assert done.returncode == 0, done.stderr
    assert "lintula/deals.yaml" not in done.stdout
    assert "taken over from espoo: 6 fields, 18 actions, none of their figures\n" in done.stderr
    assert "the descriptions of city-buildings, clean-heat" in done.stderr
    found = lgd("check", "lintula", "--date", "2026-11-22", cwd=workspace)
    assert (found.returncode, found.stdout[:22]) == (0, "No error, no warning. ")
    assert lgd("fmt", "--check", "lintula", cwd=workspace).returncode == 0
    text = (workspace / "lintula/actions.yaml").read_text("utf-8")
    assert "replicates: {from: espoo/clean-heat, digest: " in text
    assert "kt/year" not in text
    assert "EUR" not in text


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("nowhere", "--from nowhere: no folder of a city"),
        (".", "--from .: name one of these cities: espoo, mannheim, umea"),
        ("broken", "--from broken: its data has errors"),
    ],
)
def test_nothing_is_taken_from_what_is_no_city(lgd: Lgd, workspace: Path, source: str, said: str) -> None:
    if source == "broken":
        (workspace / "broken").mkdir()
        (workspace / "broken/city.yaml").write_text("city: {id: broken}\n", "utf-8")
    done = lgd("new", "lintula", *GIVEN, "--from", source, cwd=workspace)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (workspace / "lintula").exists()


def test_a_city_of_the_same_name_is_another_one(lgd: Lgd, workspace: Path) -> None:
    named = ("--name", "Espoo", "--country", "FI", "--languages", "fi")
    done = lgd("new", "other", *named, "--from", "espoo", cwd=workspace)
    assert (done.returncode, "the same id" in done.stderr) == (2, True)
