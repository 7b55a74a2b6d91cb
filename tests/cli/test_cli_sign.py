"""`lgd sign`, and what follows of it: frozen drafts, findings, amendments."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from lgdkit.cli.sign import sign
from repository import Repository

Lgd = Callable[..., subprocess.CompletedProcess[str]]
CITY = """\
city:
  id: lintula
  name: Lintula
  country: FI
  languages: [en]
  organisation: town
stakeholders:
  - {id: town, name: Lintula, kind: municipality}
  - {id: heat, name: Heat Ltd, kind: sme}
commitments:
  # what the council liked best
  - {id: c1, by: heat, text: Replaces boilers., due: 2028, ghg: 9 kt/year}
deals:
  - id: heat-deal
    title: Heat deal
    purpose: Clean heat.
    city_contributions: [{text: The town lends land.}]
    parties: [town, heat]
    state: agreed   # in May
    signatories: [{party: town, position: Mayor}, {party: heat, position: Director}]
  - {id: old, title: Old, parties: [town, heat], state: expired}
"""
SIGN = ("sign", "heat-deal", "--date", "2026-05-04", "--file", "deal.pdf")
RECORD = ".lgd/signed/heat-deal.2026-05-04"


@pytest.fixture
def lintula(tmp_path: Path) -> Path:
    folder = tmp_path / "lintula"
    folder.mkdir()
    (folder / "city.yaml").write_text(CITY, "utf-8")
    (folder / "deal.pdf").write_bytes(b"%PDF signed")
    return folder


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def written(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


def test_a_deal_is_signed(lgd: Lgd, lintula: Path) -> None:
    done = lgd(*SIGN, "--at", "Lintula", cwd=lintula)
    assert (done.returncode, done.stdout) == (0, f"{RECORD}\ncity.yaml\n")
    assert done.stderr == "Kept: 6 clauses, 1 commitment, 0 actions. Commit both files with the data.\n"
    digest = sha256(b"%PDF signed").hexdigest()
    assert (lintula / "city.yaml").read_text("utf-8") == CITY.replace(
        "state: agreed   # in May\n",
        f"state: signed   # in May\n    signed: {{date: 2026-05-04, place: Lintula, sha256: {digest}}}\n",
    )
    assert lgd("check", cwd=lintula).stdout.startswith("No error, no warning.")
    before = written(lintula)
    assert lgd(*SIGN, "--at", "Lintula", cwd=lintula).returncode == 0
    assert written(lintula) == before


def test_its_drafts_stay_and_a_new_version_is_a_new_file(lgd: Lgd, lintula: Path) -> None:
    lgd("mou", cwd=lintula)
    draft = lintula / "drafts/mou/heat.heat-deal.en.md"
    was = draft.read_bytes()
    lgd(*SIGN, cwd=lintula)
    for option in ((), ("--force",)):
        said = lgd("mou", *option, cwd=lintula).stderr
        assert said.startswith("drafts: 0 drafts written, 0 unchanged\n")
        assert "not changed since" in said
        assert "  deals/heat-deal: signed on 2026-05-04\n" in said
    change(lintula / "city.yaml", "9 kt", "8 kt")
    done = lgd("mou", "--force", cwd=lintula)
    assert done.stderr.startswith("drafts: 1 draft written, 0 unchanged\n")
    assert draft.read_bytes() == was
    assert "not changed since" not in done.stderr
    assert b"8 kt" in (lintula / "drafts/mou/heat.heat-deal.since-2026-05-04.en.md").read_bytes()
    assert lgd("mou", "--amend", cwd=lintula).returncode == 0
    again = lgd("mou", cwd=lintula)  # neither the old draft nor the amendment is called left over
    assert again.returncode == 0
    assert "no longer made from the data" not in again.stderr
    assert again.stderr.startswith("drafts: 0 drafts written, 1 unchanged\n")


def test_the_amendment_is_drafted_with_the_templates_of_the_city(lgd: Lgd, lintula: Path) -> None:
    lgd(*SIGN, cwd=lintula)
    change(lintula / "city.yaml", "9 kt", "8 kt")
    own = lintula / "templates/mou/amendment.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("# Our own: {{ doc.title }}\n", "utf-8")
    assert lgd("mou", "--amend", "--out", "-", cwd=lintula).stdout == "# Our own: Heat deal\n"
    own.write_text("{{ doc.nothing }}\n", "utf-8")
    done = lgd("mou", "--amend", "--out", "-", cwd=lintula)
    assert (done.returncode, done.stdout) == (1, "")
    assert "templates/mou/amendment.md.j2:1:" in done.stderr
    (own.parent / "wrong.txt").write_text("", "utf-8")
    assert lgd("mou", "--amend", cwd=lintula).returncode == 1


def test_a_change_is_told_and_amended_and_signed(lgd: Lgd, lintula: Path) -> None:
    lgd(*SIGN, cwd=lintula)
    change(lintula / "city.yaml", "9 kt", "8 kt")
    found = lgd("check", "--format", "concise", cwd=lintula)
    assert found.returncode == 1
    said = 'city.yaml:12:65: warning[changed-since-signed] commitments/c1: "ghg" was "9 kt/year" when'
    assert found.stdout.startswith(said)
    assert '"9 kt/year"' not in lgd("check", "--ignore", "deals", cwd=lintula).stdout
    assert "9 kt/year  8 kt/year" in lgd("status", "--date", "2026-06-30", cwd=lintula).stdout
    printed = lgd("mou", "heat-deal", "--amend", "--out", "-", cwd=lintula).stdout
    assert "| Reduction | 9 kt CO₂e per year | 8 kt CO₂e per year |" in printed
    assert lgd(*SIGN[:3], "2026-05-04", "--file", "deal.pdf", cwd=lintula).returncode == 2
    assert lgd(*SIGN[:3], "2026-06-01", "--file", "deal.pdf", cwd=lintula).returncode == 0
    assert lgd("check", cwd=lintula).stdout.startswith("No error, no warning.")
    assert "Nothing has changed" in lgd("mou", "--amend", cwd=lintula).stderr
    assert {each for each in written(lintula) if each.startswith(".lgd/signed")} == {
        RECORD,
        ".lgd/signed/heat-deal.2026-06-01",
    }


def test_only_what_a_change_brought_in(lgd: Lgd, lintula: Path) -> None:
    lgd(*SIGN, cwd=lintula)
    repository = Repository(lintula)
    change(lintula / "city.yaml", "9 kt", "8 kt")
    repository.commit()
    change(lintula / "city.yaml", "due: 2028", "due: 2029")
    done = lgd("check", "--since", "HEAD", "--format", "concise", cwd=lintula)
    assert done.stdout.count("changed-since-signed") == 1
    assert '"due"' in done.stdout


def test_mending_leaves_what_is_accepted(lgd: Lgd, lintula: Path) -> None:
    """An entry under allow for a change since the signature is needed, and --fix knows that."""
    lgd(*SIGN, cwd=lintula)
    change(lintula / "city.yaml", "9 kt", "8 kt")
    with (lintula / "city.yaml").open("a", encoding="utf-8") as file:
        file.write("allow: [{rule: changed-since-signed, at: commitments/c1, reason: a slip}]\n")
    before = (lintula / "city.yaml").read_bytes()
    assert lgd("check", "--fix", cwd=lintula).returncode == 0
    assert (lintula / "city.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("sign", "heat-dael", *SIGN[2:]), 'no deal has the id "heat-dael"; did you mean "heat-deal"?'),
        (("sign", "zzz", *SIGN[2:]), 'no deal has the id "zzz"\n'),
        (("sign", "old", *SIGN[2:]), "old is expired: what is over is not signed"),
        ((*SIGN[:3], "2999-01-01", *SIGN[4:]), "that day is still to come"),
        ((*SIGN[:3], "May", *SIGN[4:]), "not a day"),
        ((*SIGN[:5], "none.pdf"), "--file none.pdf: No such file or directory"),
        ((*SIGN[:5], "."), "--file .: Is a directory"),
        (SIGN[:4], "Missing option '--file'"),
        (("sign", "a", "b", "c", *SIGN[2:]), "name one city and one deal"),
        (("sign", "nowhere", *SIGN[1:]), "there is no folder nowhere"),
        (("mou", "heat-deal", "--amend"), '"heat-deal" was not signed with lgd sign'),
        (("mou", "heat-dael", "--amend"), 'did you mean "heat-deal"?'),
        (("mou", "zzz", "--amend"), 'no deal has the id "zzz"\n'),
    ],
)
def test_wrong_use_changes_nothing(lgd: Lgd, lintula: Path, arguments: tuple[str, ...], said: str) -> None:
    before = written(lintula)
    done = lgd(*arguments, cwd=lintula)
    assert done.returncode == 2
    assert said in done.stderr
    assert written(lintula) == before


def test_what_would_be_wrong_is_not_signed(lgd: Lgd, lintula: Path) -> None:
    change(lintula / "city.yaml", ", {party: heat, position: Director}", "")
    before = written(lintula)
    done = lgd(*SIGN, cwd=lintula)
    assert done.returncode == 2
    assert "nothing is written, for then it would be wrong: city.yaml:" in done.stderr
    assert written(lintula) == before
    change(lintula / "city.yaml", "by: heat", "by: heatt")
    assert lgd(*SIGN, cwd=lintula).returncode == 1
    assert written(lintula).keys() == before.keys()


def test_one_of_several_cities(lgd: Lgd, lintula: Path) -> None:
    shutil.copytree(lintula, lintula.parent / "other")
    done = lgd("sign", ".", *SIGN[1:], cwd=lintula.parent)
    assert (done.returncode, "name one of them: lintula, other" in done.stderr) == (2, True)
    assert "holds several cities" in lgd("mou", "./", "heat-deal", "--amend", cwd=lintula.parent).stderr
    done = lgd("sign", "lintula", *SIGN[1:4], "--file", "other/deal.pdf", cwd=lintula.parent)
    assert done.stdout == f"lintula/{RECORD}\nlintula/city.yaml\n"


def test_nothing_is_written_through_a_link(lgd: Lgd, lintula: Path) -> None:
    (lintula.parent / "elsewhere").mkdir()
    (lintula / ".lgd").symlink_to(lintula.parent / "elsewhere")
    done = lgd(*SIGN, cwd=lintula)
    assert (done.returncode, "a symbolic link stands there" in done.stderr) == (2, True)
    assert list((lintula.parent / "elsewhere").iterdir()) == []
    assert (lintula / "city.yaml").read_text("utf-8") == CITY


def test_data_that_cannot_be_written_leaves_no_record(lintula: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lgdkit.rewrite.rewrite", lambda *_: "the disk is full")
    with pytest.raises(SystemExit):
        sign([str(lintula), "heat-deal"], "2026-05-04", str(lintula / "deal.pdf"))
    assert not (lintula / RECORD).exists()
    assert (lintula / "city.yaml").read_text("utf-8") == CITY


def test_killed_at_any_moment(lintula: Path, environment: dict[str, str]) -> None:
    """After a kill the data is whole, and the same command ends what it began."""
    lone = lintula.parent / "lone"
    shutil.copytree(lintula, lone)
    command = [sys.executable, "-m", "lgdkit", *SIGN]
    began = time.monotonic()
    subprocess.run(command, cwd=lone, env=environment, capture_output=True, check=True)
    whole, took = written(lone), time.monotonic() - began
    for step in range(12):
        shutil.rmtree(lone)
        shutil.copytree(lintula, lone)
        running = subprocess.Popen(
            command, cwd=lone, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(took * (0.5 + step / 24))
        running.send_signal(signal.SIGKILL)
        running.wait()
        now = (lone / "city.yaml").read_bytes()
        assert now in (CITY.encode(), whole["city.yaml"])
        assert now == CITY.encode() or (lone / RECORD).read_bytes() == whole[RECORD]
        subprocess.run(command, cwd=lone, env=environment, capture_output=True, check=True)
        assert {path: text for path, text in written(lone).items() if ".lgd-" not in path} == whole
