"""`--to`: the other forms of drafts, as a person asks for them."""

import base64
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Lgd = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def umea(workspace: Path) -> Path:
    for other in ("espoo", "mannheim"):
        shutil.rmtree(workspace / other)
    return workspace / "umea"


def test_all_forms_of_a_memorandum(lgd: Lgd, umea: Path) -> None:
    command = ("mou", "umea", "cytiva", "--lang", "sv", "--to", "docx,pdf", "--to", "HTML,md")
    done = lgd(*command, cwd=umea.parent)
    assert done.returncode == 0
    assert done.stderr.startswith(
        "umea/drafts: 1 draft written, 0 unchanged\numea/drafts: 3 docx and pdf and html files written, 0 unchanged\n"
    )
    drafts = umea / "drafts/mou"
    first = {path.name: path.read_bytes() for path in drafts.iterdir()}
    assert {name.removeprefix("cytiva.sv."): content[:4] for name, content in first.items()} == {
        "md": first["cytiva.sv.md"][:4],
        "docx": b"PK\x03\x04",
        "pdf": b"%PDF",
        "html": b"<!do",
    }
    assert "Umeå" in first["cytiva.sv.html"].decode()
    assert "Utkast för juridisk granskning" in first["cytiva.sv.html"].decode()
    again = lgd(*command, cwd=umea.parent)
    assert "umea/drafts: 0 docx and pdf and html files written, 3 unchanged\n" in again.stderr
    assert lgd(*command, "--check", cwd=umea.parent).returncode == 0
    for path in umea.joinpath("drafts").rglob("*"):
        if path.suffix in {".docx", ".pdf", ".html"}:
            path.unlink()
    lgd(*command, cwd=umea.parent)
    assert {path.name: path.read_bytes() for path in drafts.iterdir()} == first


def test_the_edits_of_a_person_are_in_it(lgd: Lgd, umea: Path) -> None:
    lgd("mou", "umea", "cytiva", "--lang", "sv", cwd=umea.parent)
    draft = umea / "drafts/mou/cytiva.sv.md"
    draft.write_text(draft.read_text("utf-8") + "\nTill sist en mening av juristen.\n", "utf-8")
    checked = lgd("mou", "umea", "cytiva", "--lang", "sv", "--to", "html", "--check", cwd=umea.parent)
    assert (checked.returncode, checked.stderr) == (1, "umea/drafts/mou/cytiva.sv.html: out of date\n")
    shown = lgd("mou", "umea", "cytiva", "--lang", "sv", "--to", "html", "--diff", cwd=umea.parent)
    assert shown.stderr == "umea/drafts/mou/cytiva.sv.html: would be written anew\n"
    assert lgd("mou", "umea", "cytiva", "--lang", "sv", "--to", "html", cwd=umea.parent).returncode == 0
    assert "en mening av juristen" in draft.with_suffix(".html").read_text("utf-8")


def test_what_a_person_changed_stays(lgd: Lgd, umea: Path) -> None:
    command = ("map", "umea", "--lang", "sv", "--to", "html")
    lgd(*command, cwd=umea.parent)
    page = umea / "drafts/map.sv.html"
    page.write_text("mine", "utf-8")
    done = lgd(*command, cwd=umea.parent)
    assert done.returncode == 1
    assert (
        "umea/drafts/map.sv.html: changed by hand, so it stays as it is; --force writes over it\n"
        in done.stderr
    )
    assert page.read_text("utf-8") == "mine"
    assert lgd(*command, "--force", cwd=umea.parent).returncode == 0
    assert page.read_text("utf-8") != "mine"


def test_nothing_is_made_of_a_draft_in_conflict(lgd: Lgd, umea: Path) -> None:
    lgd("roadmap", "umea", "--lang", "sv", cwd=umea.parent)
    draft = umea / "drafts/roadmap.sv.md"
    text = draft.read_text("utf-8").replace(
        "\n## ", "\n<<<<<<< by hand\na\n=======\nb\n>>>>>>> from the data\n## ", 1
    )
    draft.write_text(text, "utf-8")
    done = lgd("roadmap", "umea", "--lang", "sv", "--to", "html", cwd=umea.parent)
    assert done.returncode == 1
    assert "umea/drafts/roadmap.sv.md: has conflict marks, so no html is made of it\n" in done.stderr
    assert not draft.with_suffix(".html").exists()


def test_one_form_on_standard_output(umea: Path, lgd: Lgd) -> None:
    import sys

    command = [sys.executable, "-m", "lgdkit", "mou", "umea", "cytiva", "--lang", "sv", "-o", "-", "--to"]
    done = subprocess.run([*command, "docx"], cwd=umea.parent, capture_output=True, check=True)
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(done.stdout)).namelist()
    both = lgd(*command[3:], "docx,pdf", cwd=umea.parent)
    assert (both.returncode, both.stderr) == (2, "lgd: -o - prints one form: name one with --to\n")
    many = lgd("mou", "umea", "-o", "-", "--to", "html", cwd=umea.parent)
    assert many.returncode == 2
    assert many.stderr.startswith("lgd: -o - prints one html, and these are ")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("word", "did you mean docx?"),
        ("odt", "write md, docx, pdf, html"),
    ],
)
def test_a_form_that_there_is_not(lgd: Lgd, umea: Path, form: str, said: str) -> None:
    done = lgd("map", "umea", "--to", form, cwd=umea.parent)
    assert (done.returncode, done.stderr) == (2, f"lgd: --to {form}: not a form of a draft; {said}\n")


def test_data_has_no_other_forms(lgd: Lgd, umea: Path) -> None:
    done = lgd("map", "umea", "--format", "csv", "--to", "html", cwd=umea.parent)
    assert done.returncode == 2
    assert "leave out --out, --to" in done.stderr


def test_without_the_extra(lgd: Lgd, umea: Path, tmp_path: Path) -> None:
    hook = tmp_path / "sitecustomize.py"
    hook.write_text(
        "import importlib.metadata as m\nreal = m.version\n"
        "def version(name):\n"
        "    if name in ('typst', 'pypandoc_binary'):\n        raise m.PackageNotFoundError(name)\n"
        "    return real(name)\nm.version = version\n"
    )
    done = lgd("map", "umea", "--to", "docx", cwd=umea.parent, env={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "lgd: --to docx needs pypandoc_binary and typst; install what is missing with: pip install 'lgdkit[docs]'\n"
    )
    assert not (umea / "drafts").exists()


def test_the_list_of_drafts_has_their_forms(lgd: Lgd, umea: Path) -> None:
    drafts = umea / "drafts"
    assert (
        lgd("mou", "umea", "cytiva", "slu", "--lang", "sv", "--to", "html", cwd=umea.parent).returncode == 0
    )
    assert lgd("roadmap", "umea", "--lang", "sv", "--to", "html", cwd=umea.parent).returncode == 0
    listed = lgd("drafts", "umea", cwd=umea.parent).stdout
    assert "umea/drafts/mou/cytiva.sv.md with html\n" in listed
    assert re.search(r"umea/drafts/roadmap.sv.md with \d pictures and html\n", listed)
    draft = drafts / "mou/cytiva.sv.md"
    draft.write_text(draft.read_text("utf-8") + "\nTill sist en mening av juristen.\n", "utf-8")
    slu = next(drafts.glob("mou/slu.*.sv.html"))
    slu.write_text("mine", "utf-8")
    (drafts / "roadmap.sv.docx").write_text("not ours", "utf-8")
    changed = states(lgd, umea)
    assert changed["drafts/mou/cytiva.sv.md"] == (["edited by hand"], "")
    assert changed["drafts/mou/cytiva.sv.html"] == (
        ["out of date"],
        "its draft, the letterhead or lgdkit has changed since",
    )
    assert changed[slu.relative_to(umea).as_posix()] == (["edited by hand"], "")
    assert changed["drafts/roadmap.sv.docx"] == (["not drafted by lgd"], "")
    assert changed["drafts/roadmap.sv.html"] == (["as generated"], "")
    text = lgd("drafts", "umea", cwd=umea.parent).stdout
    assert "out of date         umea/drafts/mou/cytiva.sv.html (its draft, the letterhead or lgdkit" in text


def test_forms_of_drafts_that_are_gone_or_have_another_name_are_named(lgd: Lgd, umea: Path) -> None:
    assert lgd("mou", "umea", "--lang", "sv", "--to", "html", cwd=umea.parent).returncode == 0
    assert lgd("map", "umea", "--lang", "en", "--to", "html", cwd=umea.parent).returncode == 0
    (umea / "drafts/mou/cytiva.sv.md").unlink()
    for file in umea.rglob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"\bumea-hamn\b", "umea-port", text), "utf-8")
    (umea / "stakeholders/umea-hamn.yaml").rename(umea / "stakeholders/umea-port.yaml")
    found = states(lgd, umea)
    stem = "prototyp-hamnen.sv"
    assert found["drafts/mou/cytiva.sv.html"] == (["orphaned"], "its draft is gone")
    assert found[f"drafts/mou/umea-hamn.{stem}.html"] == (
        ["orphaned"],
        f"its draft is mou/umea-port.{stem}.md now",
    )
    assert lgd("mou", "umea", cwd=umea.parent).returncode == 0
    assert states(lgd, umea)[f"drafts/mou/umea-hamn.{stem}.html"] == (["orphaned"], "its draft is gone")
    city = umea / "city.yaml"
    city.write_text(city.read_text("utf-8").replace("languages: [sv, en]", "languages: [sv]"), "utf-8")
    assert states(lgd, umea)["drafts/map.en.html"] == (["orphaned"], "its draft is orphaned")


def test_papers_of_other_commands_are_no_orphans(lgd: Lgd, umea: Path) -> None:
    for options in (("--request",), ("--parallel",)):
        assert lgd("mou", "umea", "cytiva", *options, "--to", "html", cwd=umea.parent).returncode == 0
    listed = lgd("drafts", "umea", cwd=umea.parent).stdout
    assert re.search(r"as drafted +umea/drafts/mou/cytiva.sv-en.md with html\n", listed)
    [letter] = umea.glob("drafts/requests/cytiva.*.md")
    letter.write_text(letter.read_text("utf-8") + "\nPS.\n", "utf-8")
    found = states(lgd, umea)
    assert found[letter.relative_to(umea).as_posix()] == (["edited by hand"], "")
    assert found[letter.with_suffix(".html").relative_to(umea).as_posix()][0] == ["out of date"]


def test_the_list_where_the_letterhead_cannot_be_used(lgd: Lgd, umea: Path) -> None:
    assert lgd("map", "umea", "--lang", "sv", "--to", "html", cwd=umea.parent).returncode == 0
    city = umea / "city.yaml"
    city.write_text(
        city.read_text("utf-8").replace("city:\n", "city:\n  appearance: {logo: nowhere.png}\n", 1), "utf-8"
    )
    done = lgd("drafts", "umea", cwd=umea.parent)
    assert done.returncode == 1
    assert (
        "cannot be written  umea/drafts/map.sv.html (the letterhead has to be mended first)\n" in done.stdout
    )


def test_a_picture_that_a_person_drew_is_in_the_forms(lgd: Lgd, umea: Path) -> None:
    command = ("roadmap", "umea", "--lang", "sv", "--to", "html")
    assert lgd(*command, cwd=umea.parent).returncode == 0
    picture = umea / "drafts/pictures/roadmap.states.sv.svg"
    picture.write_text(picture.read_text("utf-8").replace("#1f5a8c", "#004400"), "utf-8")
    assert lgd(*command, "--check", cwd=umea.parent).returncode == 1
    assert lgd(*command, cwd=umea.parent).returncode == 0
    page = (umea / "drafts/roadmap.sv.html").read_text("utf-8")
    assert base64.b64encode(picture.read_bytes()).decode() in page


def states(lgd: Lgd, umea: Path) -> dict[str, tuple[list[str], str]]:
    rows = json.loads(lgd("drafts", "umea", "--format", "json", cwd=umea.parent).stdout)["drafts"]
    return {each["path"].removeprefix("umea/"): (each["states"], each["reason"]) for each in rows}
