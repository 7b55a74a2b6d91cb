"""`--to`: the other forms of drafts, as a person asks for them."""

import io
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
