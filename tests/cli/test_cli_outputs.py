"""Where `lgd check` writes its reports: --format, --output, and what cannot be meant."""

import json
import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Lgd = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--date", "2026-11-22", "--select", "action-without-lead")
CITY = "city: {id: lintula, name: Lintula, country: FI, languages: [en], organisation: town}\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A city with one warning."""
    (tmp_path / "city.yaml").write_text(
        CITY
        + "stakeholders: [{id: town, name: Town, kind: municipality}]\nactions: [{id: sun, title: Sun}]\n",
        "utf-8",
    )
    return tmp_path


def test_one_is_printed_and_others_are_written(lgd: Lgd, city: Path) -> None:
    done = lgd(
        "check",
        *DAY,
        "--format",
        "sarif=out/lgd.sarif",
        "--format",
        "text",
        "--format",
        "junit=lgd.xml",
        cwd=city,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == lgd("check", *DAY, cwd=city).stdout
    assert json.loads((city / "out/lgd.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (city / "lgd.xml").read_text("utf-8").startswith("<?xml ")
    assert sorted(path.name for path in city.iterdir()) == ["city.yaml", "lgd.xml", "out"]


@pytest.mark.parametrize("options", [["--format", "json", "--output", "x"], ["--format", "json=x"]])
def test_where_all_goes_to_files_a_line_says_how_it_went(lgd: Lgd, city: Path, options: list[str]) -> None:
    done = lgd("check", *DAY, *options, cwd=city)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "1 warning. Checked 1 city, 3 records in 1 file.\n"
    assert json.loads((city / "x").read_text("utf-8"))["summary"]["warnings"] == 1


def test_output_without_a_format_is_the_text(lgd: Lgd, city: Path) -> None:
    lgd("check", *DAY, "--output", "x.txt", cwd=city)
    assert (city / "x.txt").read_text("utf-8") == lgd("check", *DAY, cwd=city).stdout


def test_output_goes_with_the_format_that_would_be_printed(lgd: Lgd, city: Path) -> None:
    lgd("check", *DAY, "--format", "junit=lgd.xml", "--format", "json", "--output", "x", cwd=city)
    assert json.loads((city / "x").read_text("utf-8"))["version"] == 1
    assert (city / "lgd.xml").exists()


@pytest.mark.parametrize("options", [["--format", "json", "--output", "-"], ["--format", "json=-"]])
def test_a_hyphen_means_printing(lgd: Lgd, city: Path, options: list[str]) -> None:
    done = lgd("check", *DAY, *options, cwd=city)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["version"] == 1
    assert [path.name for path in city.iterdir()] == ["city.yaml"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "sariff"], "--format sariff: no such format; did you mean sarif?"),
        (["--format", "JSON=x"], "--format JSON: no such format; did you mean json?"),
        (
            ["--format", "qq"],
            "--format qq: no such format; write one of text, concise, json, github, gitlab, sarif, junit, markdown",
        ),
        (["--format", "\x1b["], "--format \\u001b[: no such format; write one of "),
        (["--format", "json="], "--format json=: name the file"),
        (
            ["--format", "text", "--format", "sarif"],
            "--format: only one format can be printed; write the other to a file: --format sarif=FILE",
        ),
        (["--format", "json=a", "--output", "b"], "--output b: each --format has its file already"),
        (["--format", "json=a", "--format", "sarif=./a"], "--format: two reports cannot go to the same file"),
        (["--output", "city.yaml"], "city.yaml has the ending of data; give the report in text another one"),
        (["--format", "json=new.YML"], "new.YML has the ending of data; give the report in json another one"),
        (["--format", "json=."], ". is a folder; name a file for the report in json"),
        (["--output", ""], ". is a folder; name a file for the report in text"),
    ],
)
def test_what_cannot_be_meant(lgd: Lgd, city: Path, options: list[str], said: str) -> None:
    before = (city / "city.yaml").read_bytes()
    done = lgd("check", *DAY, *options, cwd=city)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"lgd: {said}")
    assert done.stderr.count("\n") == 1
    assert [path.name for path in city.iterdir()] == ["city.yaml"]
    assert (city / "city.yaml").read_bytes() == before


def test_a_file_that_cannot_be_written(lgd: Lgd, city: Path) -> None:
    done = lgd("check", *DAY, "--format", "text", "--format", "json=city.yaml/x", cwd=city)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("lgd: city.yaml/x cannot be written: ")


def test_a_report_takes_the_place_of_the_last_one(lgd: Lgd, city: Path) -> None:
    file = city / "x.json"
    file.write_text("old", "utf-8")
    file.chmod(0o640)
    (city / "link.json").symlink_to("x.json")
    lgd("check", *DAY, "--format", "json", "--output", "link.json", cwd=city)
    assert (city / "link.json").is_symlink()
    assert json.loads(file.read_text("utf-8"))["version"] == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_device_stays_a_device(lgd: Lgd, city: Path) -> None:
    os.mkfifo(city / "pipe")
    with subprocess.Popen(["cat", str(city / "pipe")], stdout=subprocess.PIPE) as reader:
        done = lgd("check", *DAY, "--format", "json", "--output", "pipe", cwd=city)
        assert reader.stdout is not None
        assert json.loads(reader.stdout.read())["version"] == 1
    assert done.returncode == 1
    assert stat.S_ISFIFO((city / "pipe").stat().st_mode)


def test_the_same_report_again(lgd: Lgd, city: Path) -> None:
    runs = [
        lgd("check", *DAY, "--format", "sarif", cwd=city, env={"PYTHONHASHSEED": seed}).stdout
        for seed in "12"
    ]
    assert runs[0] == runs[1]


@pytest.mark.parametrize("form", ["text", "concise"])
def test_paths_lead_from_the_root_of_the_repository_wherever_one_is(lgd: Lgd, city: Path, form: str) -> None:
    data = city / "cities" / "lintula"
    data.mkdir(parents=True)
    (city / "city.yaml").rename(data / "city.yaml")
    alone = lgd("check", *DAY, "--format", form, cwd=data).stdout
    assert alone.startswith("city.yaml:3:")
    by_path = lgd("check", str(data), *DAY, "--format", form, cwd=city).stdout
    assert by_path.startswith(f"{data.as_posix()}/city.yaml:3:")

    (city / ".git").mkdir()
    printed = lgd("check", *DAY, "--format", form, cwd=data).stdout
    lgd("check", *DAY, "--format", f"{form}=said.txt", cwd=data)
    assert printed == alone.replace("city.yaml:", "cities/lintula/city.yaml:")
    assert (data / "said.txt").read_text("utf-8") == printed
    assert lgd("check", str(data), *DAY, "--format", form, cwd=data / "..").stdout == printed
    assert lgd("check", "city.yaml", *DAY, "--format", form, cwd=data).stdout.startswith(
        "cities/lintula/city.yaml:3:"
    )
