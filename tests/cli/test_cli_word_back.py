"""`lgd mou --from`: a Word file goes out, is edited, and comes back."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from word_editor import remarked, replaced, tracked

Lgd = Callable[..., subprocess.CompletedProcess[str]]
CITY = """\
city: {id: zed, name: Zed, country: FI, languages: [en], organisation: town}
stakeholders:
  - {id: town, name: Zed town, kind: municipality}
  - {id: one, name: Bakery, kind: sme}
actions: [{id: a, title: Clean heat, lead: town, start: 2025, end: 2030}]
commitments:
  - {id: c, by: one, action: a, text: Replaces peat by heat pumps., due: 2029, ghg: 9 kt/year}
deals:
  - id: d
    title: Heat deal
    parties: [town, one]
    state: negotiating
    termination: {notice: 3 months}
    goals: [Heat is clean.]
    signatories: [{party: one, position: director}, {party: town, position: mayor}]
"""
MEANS = "It carries them out within its means and subject to its own decisions."


@pytest.fixture
def zed(tmp_path: Path, lgd: Lgd) -> Path:
    pytest.importorskip("pypandoc", reason="the extra docs is not installed")
    (tmp_path / "city.yaml").write_text(CITY, encoding="utf-8")
    assert lgd("mou", tmp_path, "--to", "docx").returncode == 0
    return tmp_path


def draft(zed: Path) -> Path:
    return zed / "drafts" / "mou" / "one.d.en.md"


def sent(zed: Path) -> bytes:
    return draft(zed).with_suffix(".docx").read_bytes()


def came_back(zed: Path, content: bytes) -> Path:
    file = zed / "back.docx"
    file.write_bytes(content)
    return file


def test_what_nobody_changed_changes_nothing(lgd: Lgd, zed: Path) -> None:
    before = draft(zed).read_bytes()
    done = lgd("mou", zed, "--from", came_back(zed, sent(zed)))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{draft(zed)}: nothing to take in\n"
    assert draft(zed).read_bytes() == before


def test_tracked_changes_and_comments(lgd: Lgd, zed: Path) -> None:
    before = draft(zed).read_text("utf-8")
    content = tracked(sent(zed), "its own decisions", "the decisions of its board")
    content = remarked(content, "Heat is clean.", "Who says <so>?")
    done = lgd("mou", zed, "--from", came_back(zed, content))
    after = MEANS.replace("its own decisions", "the decisions of its board")
    assert done.stdout.splitlines() == [
        "Taken into the draft:",
        "  in “5. Commitments of the partner”",
        f"    was: {MEANS}",
        f"    now: {after}",
        "Tracked changes and comments:",
        "  A. Lawyer, 2026-11-28 in “3. Common goals” remarked on “Heat is clean.”: Who says <so>?",
        "  A. Lawyer, 2026-11-28 in “5. Commitments of the partner” took out: its own decisions",
        "  A. Lawyer, 2026-11-28 in “5. Commitments of the partner” inserted: the decisions of its board",
    ]
    assert (done.returncode, done.stderr) == (0, f"{draft(zed)}: 1 edit taken in\n")
    assert draft(zed).read_text("utf-8") == before.replace(MEANS, after)


def test_a_file_that_another_program_saved(lgd: Lgd, zed: Path) -> None:
    """LibreOffice writes every part anew; what a person changed arrives, and nothing else does."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    before = draft(zed).read_text("utf-8")
    came_back(zed, tracked(sent(zed), "Heat is clean.", "Heat is clean by 2030."))
    folder = zed / "saved"
    home = f"-env:UserInstallation={(zed / 'profile').as_uri()}"
    subprocess.run(
        [office, home, "--headless", "--convert-to", "docx", "--outdir", str(folder), str(zed / "back.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    done = lgd("mou", zed, "--from", folder / "back.docx")
    assert done.returncode == 0, done.stdout
    assert draft(zed).read_text("utf-8") == before.replace("- Heat is clean.", "- Heat is clean by 2030.")


def test_figures_are_proposed_for_the_data(lgd: Lgd, zed: Path) -> None:
    before = draft(zed).read_bytes()
    content = replaced(sent(zed), "9 kt CO₂e", "6 kt CO₂e")
    content = replaced(content, "3 months", "6 months")
    done = lgd("mou", zed, "--from", came_back(zed, content))
    assert done.returncode == 1
    assert draft(zed).read_bytes() == before
    lines = done.stdout.splitlines()
    assert lines[0] == "Figures of the data; change them there, and draft again:"
    assert f"    data: {zed}/city.yaml:7:85: commitments/c, ghg (Replaces peat by heat pumps.)" in lines
    assert f"    data: {zed}/city.yaml:13:27: deals/d, termination.notice (Heat deal)" in lines


def test_a_draft_that_was_changed_since(lgd: Lgd, zed: Path) -> None:
    content = replaced(sent(zed), "Heat is clean.", "Heat is clean and cheap.")
    content = replaced(content, "It carries them out", "It carries out each")
    file = draft(zed)
    file.write_text(file.read_text("utf-8").replace("its own decisions", "its board"), encoding="utf-8")
    text = file.read_text("utf-8")
    done = lgd("mou", zed, "--from", came_back(zed, content), "--diff")
    assert done.returncode == 1
    assert "+- Heat is clean and cheap." in done.stdout
    assert file.read_text("utf-8") == text
    done = lgd("mou", zed, "--from", zed / "back.docx", "--check")
    assert (done.returncode, done.stderr) == (1, f"{file}: would be changed\n")
    done = lgd("mou", zed, "--from", zed / "back.docx")
    assert done.returncode == 1
    assert "Changed in the draft since it was sent, too, and differently; marked at line" in done.stdout
    text = file.read_text("utf-8")
    assert "- Heat is clean and cheap.\n" in text
    assert "<<<<<<< in Word\nIt carries out each" in text
    assert ">>>>>>> in the draft\n" in text
    done = lgd("mou", zed, "--from", zed / "back.docx")
    assert done.returncode == 2
    assert "conflict marks" in done.stderr


def test_the_next_run_keeps_what_came_back(lgd: Lgd, zed: Path) -> None:
    lgd(
        "mou",
        zed,
        "--from",
        came_back(zed, replaced(sent(zed), "Heat is clean.", "Heat is clean and cheap.")),
    )
    (zed / "city.yaml").write_text(CITY.replace("3 months", "6 months"), encoding="utf-8")
    done = lgd("mou", zed)
    assert done.returncode == 0
    text = draft(zed).read_text("utf-8")
    assert "- Heat is clean and cheap.\n" in text
    assert "6 months" in text


def test_a_file_that_says_nothing_of_its_draft(lgd: Lgd, zed: Path) -> None:
    content = replaced(sent(zed), "Heat is clean.", "Heat is clean and cheap.")
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for each in old.namelist():
            if not each.startswith("customXml/"):
                new.writestr(each, old.read(each))
    path = came_back(zed, file.getvalue())
    done = lgd("mou", zed, "--from", path)
    assert done.returncode == 2
    assert "does not say which draft it was made from: name the stakeholder, and the language" in done.stderr
    assert lgd("mou", zed, "two", "--from", path).returncode == 2
    assert lgd("mou", zed, "one", "--from", path).returncode == 0
    assert "- Heat is clean and cheap.\n" in draft(zed).read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is no Word file (.docx); save it as one in Word or LibreOffice"),
        (b"PK\x03\x04 nothing", "it is no Word file (.docx); save it as one in Word or LibreOffice"),
    ],
)
def test_what_is_no_word_file(lgd: Lgd, zed: Path, content: bytes, said: str) -> None:
    path = came_back(zed, content)
    done = lgd("mou", zed, "one", "--from", path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"lgd: {path}: {said}\n")


def test_wrong_use(lgd: Lgd, zed: Path) -> None:
    assert lgd("mou", zed, "--from", zed / "none.docx").returncode == 2
    assert lgd("mou", zed, "--from", zed / "none.docx", "--to", "docx").returncode == 2
    path = came_back(zed, sent(zed))
    draft(zed).unlink()
    done = lgd("mou", zed, "--from", path)
    assert (done.returncode, "has no draft mou/one.d.en.md" in done.stderr) == (2, True)


def test_a_signed_draft_stays_as_it_is(lgd: Lgd, zed: Path) -> None:
    path = came_back(zed, replaced(sent(zed), "Heat is clean.", "Heat is clean and cheap."))
    (zed / "signed.pdf").write_bytes(b"%PDF-1.7 signed")
    assert lgd("sign", zed, "d", "--date", "2026-11-20", "--file", zed / "signed.pdf").returncode == 0
    done = lgd("mou", zed, "--from", path)
    assert done.returncode == 2
    assert "was signed, and stays as it is" in done.stderr
