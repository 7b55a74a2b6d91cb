"""`lgd add` as a person calls it: with options, and answering on a terminal."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.main import get_command

from lgdkit.cli.add import add
from lgdkit.cli.questions import QUESTIONS, _literals, codes
from lgdkit.model.city import LISTS, City

Lgd = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--date", "2026-11-22")
CITY = """\
city:
  id: lintula
  name: Lintula   # the name
  country: FI
  languages: [fi, en]
  organisation: lintula-city
  fields:
    - {id: heat, name: {fi: Lämpö, en: Heat}}

stakeholders:
  # the city
  - id: lintula-city
    name: {fi: Lintulan kaupunki, en: City of Lintula}
    kind: municipality

  - id: lintu-energia
    name: Lintu Energia Oy
    kind: company
# end
"""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A small city in one file."""
    folder = tmp_path / "lintula"
    folder.mkdir()
    (folder / "lintula.yaml").write_text(CITY, "utf-8")
    return folder


class Done(NamedTuple):
    """How a run ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def here(
    city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Done]:
    """Run the command in the city's folder, in this process."""

    def run(*arguments: str) -> Done:
        monkeypatch.chdir(city)
        status = 0
        try:
            get_command(add).main([*arguments], standalone_mode=False)
        except SystemExit as end:
            status = int(end.code or 0)
        return Done(status, *capsys.readouterr())

    return run


def text(city: Path) -> str:
    return (city / "lintula.yaml").read_text("utf-8")


def test_a_stakeholder(lgd: Lgd, city: Path) -> None:
    done = lgd(
        "add", "stakeholder", "lintula", "--name", "Mäntylä & Söner Oy", "--kind", "sme", cwd=city.parent
    )
    assert (done.returncode, done.stdout) == (0, "lintula/lintula.yaml\n")
    assert done.stderr == "stakeholder mantyla-soner-oy added; next: lgd check lintula\n"
    new = "\n  - id: mantyla-soner-oy\n    name: Mäntylä & Söner Oy\n    kind: sme\n"
    assert text(city) == CITY.replace("# end\n", f"{new}# end\n")


def test_all_four(lgd: Lgd, city: Path) -> None:
    """One after the other they make a city without an error, and in the one layout."""
    assert lgd("fmt", cwd=city).returncode == 0
    commands = (
        (
            "stakeholder",
            "--name",
            "Aalto",
            "--kind",
            "academia",
            "--influence",
            "high",
            "--website",
            "https://a.example",
        ),
        (
            *(
                "action",
                "--title",
                "fi=Puhdas lämpö: uusi",
                "--title",
                "en=Clean heat, new",
                "--field",
                "heat",
            ),
            *(
                "--lead",
                "lintu-energia",
                "--partner",
                "aalto,lintula-city",
                "--start",
                "2025",
                "--end",
                "2030-06",
            ),
            *(
                "--status",
                "ongoing",
                "--decision",
                "decided",
                "--description",
                "fi=x",
                "--description",
                "en=y",
            ),
        ),
        (
            *(
                "commitment",
                "--by",
                "aalto",
                "--action",
                "clean-heat-new",
                "--text",
                "fi=Tutkii.",
                "--text",
                "en=It's",
            ),
            *("--due", "2028", "--ghg", "12 kt/year", "--kind", "handprint"),
            *("--deliverable", "fi=Raportti", "--deliverable", "en=A report"),
        ),
        (
            *("deal", "--title", "fi=Sopimus", "--title", "en=Deal", "--party", "aalto", "--level", "full"),
            *("--commitment", "aalto-clean-heat-new"),
        ),
    )
    for command in commands:
        done = lgd("add", *command, cwd=city)
        assert (done.returncode, done.stdout) == (0, "lintula.yaml\n"), done.stderr
    assert text(city).partition("\n# end\n\nactions:\n")[2] == (
        "  - id: clean-heat-new\n    title: {fi: 'Puhdas lämpö: uusi', en: 'Clean heat, new'}\n".replace(
            "'", '"'
        )
        + "    description: {fi: x, en: y}\n    field: heat\n    lead: lintu-energia\n"
        "    partners: [aalto, lintula-city]\n    start: 2025\n    end: 2030-06\n    status: ongoing\n"
        "    decision: {status: decided}\n\n"
        "commitments:\n  - id: aalto-clean-heat-new\n    by: aalto\n    action: clean-heat-new\n"
        '    text: {fi: Tutkii., en: "It\'s"}\n'
        "    deliverable: {fi: Raportti, en: A report}\n"
        "    due: 2028\n    kind: handprint\n    ghg: 12 kt/year\n\n"
        "deals:\n  - id: deal\n    title: {fi: Sopimus, en: Deal}\n    parties: [lintula-city, aalto]\n"
        "    level: full\n    commitments: [aalto-clean-heat-new]\n"
    )
    assert "error[" not in lgd("check", *DAY, cwd=city).stdout
    assert lgd("fmt", "--check", cwd=city).returncode == 0


def test_the_examples(lgd: Lgd, workspace: Path) -> None:
    """Each city's own way of laying out its files is followed, and nothing else changes."""
    partners = {"espoo": "fortum", "mannheim": "abb", "umea": "dios"}
    files = {"espoo": "commitments.yaml", "mannheim": "mannheim.yaml", "umea": "stakeholders/dios.yaml"}
    for name, partner in partners.items():
        before = {file: file.read_bytes() for file in (workspace / name).rglob("*.yaml")}
        done = lgd("add", "commitment", name, "--by", partner, "--text", "Does more.", cwd=workspace)
        assert (done.returncode, done.stdout) == (0, f"{name}/{files[name]}\n"), done.stderr
        for file, old in before.items():
            if file == workspace / name / files[name]:
                assert len(file.read_bytes()) > len(old)
                left = iter(file.read_bytes().splitlines())
                assert all(line in left for line in old.splitlines())  # in their order, each as it was
            else:
                assert file.read_bytes() == old
        assert "error[" not in lgd("check", name, *DAY, cwd=workspace).stdout


def test_diff_writes_nothing(here: Callable[..., Done], city: Path) -> None:
    done = here("action", "--title", "Heat", "--diff")
    assert (done.returncode, done.stderr) == (0, "")
    assert "+actions:\n+  - id: heat\n+    title: {fi: Heat}\n" in done.stdout
    assert text(city) == CITY


def test_a_file_that_is_named(here: Callable[..., Done], city: Path) -> None:
    done = here("action", "--title", "Heat", "--file", "more/actions.yaml", "--id", "h")
    assert (done.returncode, done.stdout) == (0, "more/actions.yaml\n")
    assert (city / "more/actions.yaml").read_text("utf-8") == "actions:\n  - id: h\n    title: {fi: Heat}\n"
    assert text(city) == CITY
    assert here("action", "--title", "Heat").stdout == "more/actions.yaml\n"


@pytest.mark.parametrize("file", ["/x.yaml", "../x.yaml", "x.txt", "drafts/x.yaml", ".x.yaml"])
def test_a_file_that_cannot_be(here: Callable[..., Done], city: Path, file: str) -> None:
    done = here("action", "--title", "Heat", "--file", file)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"lgd: --file {file}: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("stakeholder",), "--name and --kind missing; there is no terminal here to ask on"),
        (("stakeholder", "--name", "X", "--kind", "firm"), "--kind firm: it is not one of municipality, "),
        (("stakeholder", "--name", "X", "--kind", "smee"), 'Did you mean "sme"?'),
        (("stakeholder", "--name", " ", "--kind", "sme"), "--name  : write at least one letter"),
        (("stakeholder", "--name", "a\x1b[1m", "--kind", "sme"), "--name a\\u001b[1m: write at least"),
        (("stakeholder", "--name", "X", "--kind", "sme", "--website", "x.fi"), "--website x.fi: "),
        (("stakeholder", "--name", "X", "--kind", "sme", "--language", "suomi"), "--language suomi: "),
        (("stakeholder", "--name", "Ж", "--kind", "sme"), "--id is missing: none can be made of the name"),
        (("stakeholder", "--name", "X", "--kind", "sme", "--id", "A b"), '--id A b: "A b" is no id.'),
        (
            ("stakeholder", "--name", "X", "--kind", "sme", "--id", "lintu-energia"),
            "--id lintu-energia: one of the stakeholders has the id lintu-energia already",
        ),
        (("action", "--title", "x", "--lead", "lintu-energie"), 'Did you mean "lintu-energia"?'),
        (
            ("action", "--title", "x", "--field", "heating"),
            "--field heating: it is not the id of one of the fields.",
        ),
        (("action", "--title", "x", "--title", "y"), "--title x y: there are two texts for fi"),
        (("action", "--title", "fi="), "--title fi=: the text for fi is empty"),
        (("action", "--title", "x", "--start", "soon"), '--start soon: "soon" is no date.'),
        (("commitment", "--by", "lintu-energia", "--text", "x", "--ghg", "12"), "--ghg 12: 12 has no unit."),
        (
            ("deal", "--title", "x", "--party", "nobody"),
            "--party nobody: it is not the id of one of the stakeholders.",
        ),
        (
            ("deal", "--title", "x", "--party", "lintula-city"),
            '--party lintula-city: "parties" holds 1 entry.',
        ),
        (("deal", "nowhere", "--title", "x", "--party", "nobody"), "there is no folder nowhere"),
    ],
)
def test_wrong_use(here: Callable[..., Done], city: Path, arguments: tuple[str, ...], said: str) -> None:
    done = here(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("lgd: ")
    assert said in done.stderr
    assert text(city) == CITY


def test_what_only_the_whole_check_sees(here: Callable[..., Done], city: Path) -> None:
    """It is shown as the check shows it, and nothing is written."""
    done = here("action", "--title", "Heat", "--start", "2030", "--end", "2026")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[end-before-start]" in done.stderr
    assert done.stderr.endswith(
        "With it there would be 1 error more, so nothing was added to lintula.yaml.\n"
    )
    assert text(city) == CITY


def test_a_folder_of_cities(lgd: Lgd, workspace: Path) -> None:
    done = lgd("add", "action", "--title", "x", cwd=workspace)
    assert (done.returncode, done.stderr) == (2, "lgd: . holds 3 cities: name one of them\n")


def test_no_city(lgd: Lgd, tmp_path: Path) -> None:
    done = lgd("add", "action", tmp_path, "--title", "x")
    assert done.returncode == 2
    assert "there is no city in" in done.stderr


def test_a_file_with_a_fault(here: Callable[..., Done], city: Path) -> None:
    (city / "actions.yaml").write_text("actions: [\n", "utf-8")
    done = here("action", "--title", "x", "--file", "actions.yaml")
    assert done.returncode == 2
    assert done.stderr.startswith("lgd: nothing was added: actions.yaml: line 2 of it has a fault: ")


def test_nothing_is_written_over(here: Callable[..., Done], city: Path) -> None:
    (city / "link.yaml").symlink_to(city / "lintula.yaml")
    (city / "folder").symlink_to(city.parent)
    for file in ("link.yaml", "folder/x.yaml"):
        done = here("action", "--title", "x", "--file", file)
        assert (done.returncode, done.stdout) == (2, "")
        assert "a symbolic link stands there; nothing was added" in done.stderr
    (city / "a.yaml").mkdir()
    done = here("action", "--title", "x", "--file", "a.yaml")
    assert "something stands there already; nothing was added" in done.stderr
    assert text(city) == CITY
    assert not (city.parent / "x.yaml").exists()


def converse(city: Path, environment: dict[str, str], command: str, *dialogue: tuple[str, str]) -> str:
    """Run a command on a terminal of 80 columns; wait for each prompt and answer it; return all that is shown."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "lgdkit", "add", command],
        cwd=city,
        env={**environment, "TERM": "xterm", "COLUMNS": "80"},
        stdin=its,
        stdout=its,
        stderr=its,
    )
    os.close(its)
    shown = ""
    seen = 0
    end = time.monotonic() + 20

    def more() -> bool:
        nonlocal shown
        ready, _, _ = select.select([ours], [], [], 0.2)
        try:
            part = os.read(ours, 65536) if ready else b""
        except OSError:  # Linux says so when the other end is closed
            return False
        shown += part.decode("utf-8").replace("\r\n", "\n")
        return time.monotonic() < end

    for prompt, reply in dialogue:
        while prompt not in shown[seen:]:
            assert more(), f"{prompt!r} was not asked: {shown}"
        seen = shown.index(prompt, seen) + len(prompt)
        os.write(ours, f"{reply}\n".encode())
    while more():
        pass
    os.close(ours)
    assert process.wait(60) == 0, shown
    return shown


def test_answers_on_a_terminal(city: Path, environment: dict[str, str]) -> None:
    shown = converse(
        city,
        environment,
        "action",
        ("Title (fi): ", "Puhdas lämpö"),
        ("Title (en; Enter leaves it out): ", "Clean heat"),
        ("in a few sentences (fi; Enter leaves it out): ", ""),
        ("in a few sentences (en; Enter leaves it out): ", ""),
        ("   1  heat  Lämpö\nNumber or id; Enter leaves it out: ", "1"),
        ("Number or code; Enter leaves it out: ", "1"),
        (
            "   1  lintu-energia  Lintu Energia Oy\n   2  lintula-city   Lintulan kaupunki\nNumber or id",
            "lintu-energi",
        ),
        ('Did you mean "lintu-energia"?', "1"),
        ("Numbers or ids, with commas between; Enter leaves it out: ", "2"),
        ("Start, such as 2026 or 2026-05; Enter leaves it out: ", "2026"),
        ("End, such as 2030; Enter leaves it out: ", "later"),
        ('"later" is no date.', "2030"),
        ("   2  ongoing\n", "2"),
        ("   3  decided\n", ""),
        ("Id [clean-heat]: ", "Heat"),
        ('"Heat" is no id.', ""),
    )
    assert (
        max(map(len, re.sub(r"\x1b\[[0-9;]*m", "", shown).split("\n"))) < 160
    )  # an answer follows its question
    assert text(city).partition("\nactions:\n")[2] == (
        "  - id: clean-heat\n    title: {fi: Puhdas lämpö, en: Clean heat}\n    field: heat\n    kind: technical\n"
        "    lead: lintu-energia\n    partners: [lintula-city]\n    start: 2026\n    end: 2030\n    status: ongoing\n"
    )


def test_only_what_is_needed_on_a_terminal(city: Path, environment: dict[str, str]) -> None:
    converse(
        city,
        environment,
        "stakeholder",
        ("Official name: ", "Väinö Oy"),
        ("  10  citizens\nNumber or code: ", "3"),
        ("Legal form", ""),
        ("Web address", ""),
        ("Language", ""),
        ("ambition", ""),
        ("ambition", ""),
        ("Id [vaino-oy]: ", ""),
    )
    assert "\n  - id: vaino-oy\n    name: Väinö Oy\n    kind: sme\n# end\n" in text(city)


def test_the_end_of_input_leaves_everything(city: Path, environment: dict[str, str]) -> None:
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "lgdkit", "add", "deal"],
        cwd=city,
        env=environment,
        stdin=its,
        stdout=its,
        stderr=its,
    )
    os.close(its)
    os.write(ours, b"x\n\n\x04")
    assert process.wait(60) == 1
    os.close(ours)
    assert text(city) == CITY


@pytest.mark.parametrize("kind", QUESTIONS)
def test_questions_fit_the_format(kind: str) -> None:
    """Each asks for a key that is there, and all that the format needs is asked for."""
    fields = {info.alias or name: info for name, info in LISTS[kind].model_fields.items()}
    asked = {each.key: each for each in QUESTIONS[kind]}
    assert asked.keys() <= fields.keys()
    needed = {name for name, info in fields.items() if info.is_required()} - {"id"}
    assert needed == {key for key, each in asked.items() if each.needed}
    for each in QUESTIONS[kind]:
        closed = each.key == "decision" or bool(_literals(fields[each.key].annotation))
        assert (each.form.name == "CODE") is closed, each.key
        if closed or each.of == "fields":
            assert codes(kind, each, City())


def test_a_practice_goes_where_the_others_are(lgd: Lgd, workspace: Path) -> None:
    file = workspace / "espoo" / "practices.yaml"
    words = (
        "--title",
        "fi=Uusi tapa",
        "--title",
        "en=New way",
        "--challenge",
        "fi=Haaste.",
        "--by",
        "espoo-city",
    )
    done = lgd("add", "practice", "espoo", *words, "--id", "new-way", cwd=workspace)
    assert (done.returncode, done.stdout) == (0, "espoo/practices.yaml\n")
    assert file.read_text("utf-8").endswith(
        "  - id: new-way\n    title: {fi: Uusi tapa, en: New way}\n    challenge: {fi: Haaste.}\n"
        "    stakeholders: [espoo-city]\n"
    )
    wrong = lgd("add", "practice", "espoo", "--title", "x", "--deal", "kera-comitment", cwd=workspace)
    assert wrong.returncode == 2
    assert "kera-commitment" in wrong.stderr
