"""`lgd mou --parallel` and `--request`, and what nobody may sign."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Lgd = Callable[..., subprocess.CompletedProcess[str]]
CITY = """\
city: {id: zed, name: Zed, country: FI, languages: [fi, sv], organisation: town}
stakeholders:
  - {id: town, name: Zed town, kind: municipality}
  - {id: one, name: Bakery, kind: sme, language: sv}
actions: [{id: a, title: {fi: Eristys, sv: Isolering}, lead: town}]
commitments: [{id: c, by: one, action: a, text: {fi: Työ., sv: Arbete.}}]
deals:
  - id: d
    title: {fi: Lämpö, sv: Värme}
    parties: [town, one]
    state: STATE
    purpose:
      fi: Vähemmän hukkaa.
      sv: {text: Mindre spill., origin: draft, of: "000000000000"}
    signed: {date: 2025-01-01}
    signatories: [{party: one, position: {fi: johtaja, sv: chef}}, {party: town, position: {fi: johtaja, sv: chef}}]
"""


@pytest.fixture
def zed(tmp_path: Path) -> Path:
    (tmp_path / "city.yaml").write_text(CITY.replace("STATE", "negotiating"), encoding="utf-8")
    return tmp_path


def test_two_languages_side_by_side(lgd: Lgd, zed: Path) -> None:
    done = lgd("mou", zed, "--parallel")
    assert done.returncode == 0
    text = (zed / "drafts" / "mou" / "one.d.fi-sv.md").read_text(encoding="utf-8")
    assert "| Lämpö / Värme |" in text or "| **Lämpö** | **Värme** |" in text
    assert lgd("mou", zed, "--parallel", "--lang", "en", "--lang", "sv").returncode == 0
    assert (zed / "drafts" / "mou" / "one.d.en-sv.md").exists()
    # the plain drafts make no orphans of these, nor the other way round
    for arguments in ((), ("--parallel",)):
        assert "no longer made" not in lgd("mou", zed, *arguments).stderr
    assert lgd("mou", zed, "--parallel", "--lang", "fi").stderr == (
        "lgd: --parallel sets two languages side by side: name two with --lang, or none\n"
    )


def test_letters_that_ask(lgd: Lgd, zed: Path) -> None:
    done = lgd("mou", zed, "--request")
    assert (done.returncode, done.stderr.strip()) == (0, f"{zed}/drafts: 1 draft written, 0 unchanged")
    assert (zed / "drafts" / "requests" / "one.sv.md").exists()
    assert lgd("mou", zed, "--request", "--check").returncode == 0
    assert lgd("mou", zed, "--request", "--parallel").returncode == 2


def test_a_stale_text_is_marked_in_a_draft_and_refused_for_signature(lgd: Lgd, zed: Path) -> None:
    assert lgd("mou", zed, "--lang", "sv").returncode == 0
    text = (zed / "drafts" / "mou" / "one.d.sv.md").read_text(encoding="utf-8")
    assert "Mindre spill. (" in text
    (zed / "city.yaml").write_text(CITY.replace("STATE", "signed"), encoding="utf-8")
    done = lgd("mou", zed, "-o", "-")
    assert done.returncode == 1
    assert f"{zed}/city.yaml:14:" in done.stderr
    assert "error[stale-translation] The text that this was translated from has changed since" in done.stderr
    assert "copies with these texts are not drafted" in done.stderr
    assert "Vähemmän hukkaa." in done.stdout
    assert "Mindre spill." not in done.stdout
