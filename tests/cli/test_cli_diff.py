"""`lgd diff`, in real repositories: each format whole, as a file to be read; and what it does with odd cases.

`pytest --bless` writes the expected files anew; read the difference.
"""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema  # type: ignore[import-untyped,unused-ignore]
import pytest

from lgdkit import __version__
from repository import Repository

Lgd = Callable[..., subprocess.CompletedProcess[str]]
HERE = Path(__file__).parent / "changes"
ROOT = Path(__file__).resolve().parents[2]
FORMATS = {"text": "txt", "markdown": "md", "json": "json", "github": "github.txt"}
HOSTILE = r"""
sources:
  - id: evil
    title: "x ##[error]\e[31m\u202e @owner #12 | <b> [a](https://example.org) \n::error::"
"""
CHANGES = (
    ("espoo/commitments.yaml", "due: 2030", "due: 2032"),
    ("espoo/commitments.yaml", "Edistää omalla toiminnallaan", "Seuraa omalla toiminnallaan"),
    ("espoo/commitments.yaml", "id: vtt-carbon-neutral", "id: vtt-neutral"),
    ("espoo/deals.yaml", "vtt-carbon-neutral", "vtt-neutral"),
    ("espoo/deals.yaml", "state: signed", "state: agreed"),
    ("espoo/deals.yaml", "aimo-park, ", ""),
    ("espoo/actions.yaml", "status: ongoing", "status: cancelled"),
    ("umea/actions/port.yaml", "start: 2024", "start: 2025"),
    ("umea/actions/port.yaml", "lead: umea-hamn", "lead: [umea-hamn]"),
)


@pytest.fixture
def here(workspace: Path) -> Repository:
    repository = Repository(workspace)
    repository.commit()
    repository.git("tag", "before")
    return repository


@pytest.fixture
def changed(here: Repository) -> Repository:
    """The workspace with changes of every judgement, some of them hostile."""
    for file, old, new in CHANGES:
        change(here, file, old, new)
    text = (here.folder / "espoo/sources.yaml").read_text("utf-8")
    here.write("espoo/sources.yaml", text.rstrip() + HOSTILE.replace("\nsources:", ""))
    return here


def change(repository: Repository, file: str, old: str, new: str) -> None:
    text = (repository.folder / file).read_text("utf-8")
    assert old in text
    repository.write(file, text.replace(old, new, 1))


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_whole(lgd: Lgd, changed: Repository, form: str, bless: bool) -> None:
    done = lgd("diff", "--format", form, cwd=changed.folder)
    assert (done.returncode, done.stderr) == (0, "")
    text = done.stdout.replace(f'"{__version__}"', '"VERSION"')
    expected = HERE / f"changes.{FORMATS[form]}"
    if bless:
        expected.write_text(text, "utf-8")
    assert text == expected.read_text("utf-8")
    assert not re.search(r"(?!\n)[\x00-\x1f\x7f-\x9f\u202e]", text)
    assert "##[" not in text


def test_the_json_fits_its_schema(lgd: Lgd, changed: Repository) -> None:
    schema = json.loads((ROOT / "docs/diff.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    found = json.loads(lgd("diff", "--format", "json", cwd=changed.folder).stdout)
    jsonschema.validate(found, schema)
    assert found["after"] == {"revision": None}
    [state] = [
        field
        for city in found["cities"]
        for record in city["changes"]
        for field in record["fields"]
        if field["field"] == "state"
    ]
    line = (changed.folder / state["file"]).read_text("utf-8").splitlines()[state["line"] - 1]
    assert line.strip() == "state: agreed"


def test_nothing_changed(lgd: Lgd, here: Repository) -> None:
    """Another layout is no change: a file with another name, and comments in it."""
    (here.folder / "umea/actions/port.yaml").rename(here.folder / "umea/harbour.yaml")
    change(here, "umea/harbour.yaml", "actions:", "# the harbour\nactions:")
    here.git("mv", "espoo", "esbo")
    done = lgd("diff", "--exit-code", cwd=here.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Between HEAD and the working tree: no change in meaning.\n"
    for form in ("markdown", "github"):
        assert "no change in meaning" in lgd("diff", "--format", form, cwd=here.folder).stdout


def test_two_revisions(lgd: Lgd, changed: Repository) -> None:
    changed.commit()
    changed.git("tag", "after")
    change(changed, "espoo/deals.yaml", "state: agreed", "state: negotiating")
    done = lgd("diff", "before", "after", "--city", "espoo", "--exit-code", cwd=changed.folder)
    assert done.returncode == 1
    assert "state: signed → agreed (weakened: further from being in force)" in done.stdout
    back = lgd("diff", "after", "before", "--city", "espoo", cwd=changed.folder).stdout
    assert "state: agreed → signed (strengthened: nearer to being in force)" in back
    assert "state: agreed → negotiating" in lgd("diff", cwd=changed.folder).stdout
    assert "state: signed → negotiating" in lgd("diff", "before", cwd=changed.folder / "espoo").stdout


def test_the_exit_status(lgd: Lgd, here: Repository) -> None:
    change(here, "umea/actions/port.yaml", "start: 2024", "start: 2025")
    assert lgd("diff", "--exit-code", cwd=here.folder).returncode == 0
    change(here, "umea/actions/port.yaml", "lead: umea-hamn", "lead: [umea-hamn]")
    done = lgd("diff", "--exit-code", cwd=here.folder)
    assert done.returncode == 1
    assert "not compared: actions/port: lead (after): could not be read" in done.stdout
    here.git("checkout", "--quiet", ".")
    change(here, "espoo/commitments.yaml", "due: 2030", "due: 2031")
    assert lgd("diff", cwd=here.folder).returncode == 0
    assert lgd("diff", "--exit-code", cwd=here.folder).returncode == 1


def test_for_one_stakeholder(lgd: Lgd, changed: Repository) -> None:
    done = lgd("diff", "--for", "ains", cwd=changed.folder)
    assert "commitment aalto-joint" not in done.stdout
    assert "deal climate-partnership" in done.stdout
    assert "Between HEAD and the working tree for ains: " in done.stdout
    wrong = lgd("diff", "--for", "ainss", cwd=changed.folder)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "lgd: --for ainss: no stakeholder has this id; did you mean ains?\n"


def test_a_city_that_came_and_one_that_went(lgd: Lgd, here: Repository) -> None:
    here.write("new/city.yaml", "city: {id: new, name: Uusi, country: FI, languages: [fi]}\n")
    here.git("rm", "-r", "--quiet", "umea")
    done = lgd("diff", cwd=here.folder)
    assert "added: city new: Uusi" in done.stdout
    assert "removed: city umea: Umeå" in done.stdout
    assert lgd("diff", "--exit-code", cwd=here.folder).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("gone",), "there is no git revision gone"),
        (("before..HEAD",), "write the two revisions one after the other: lgd diff main HEAD"),
        (("espoo",), "a folder is named with --city espoo"),
        (("--", "--output=x"), "is no name of a git revision"),
        (("a\x1b[31m",), "is no name of a git revision"),
        (("a", "b", "c"), "two revisions at most"),
        (("--city", "nowhere"), "there is no folder nowhere"),
        (("--city", "empty"), "there is no city in empty, neither before nor after"),
        (("--for", "nobody-at-all"), "no stakeholder has this id\n"),
    ],
)
def test_wrong_use(lgd: Lgd, here: Repository, arguments: tuple[str, ...], why: str) -> None:
    (here.folder / "empty").mkdir()
    done = lgd("diff", *arguments, cwd=here.folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert why in done.stderr
    assert "\x1b" not in done.stderr


def test_no_repository(lgd: Lgd, workspace: Path) -> None:
    done = lgd("diff", cwd=workspace)
    assert (done.returncode, "lies in no git repository" in done.stderr) == (2, True)
