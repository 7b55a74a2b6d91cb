"""A real folder that may not be written to: each command says so, and everything stays as it was.

Root may write everywhere, so a process of root gives up that right first.
"""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_RIGHTS = "-dac_override,-dac_read_search,-fowner"
WRITING = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
CITY = """\
city: {id: lintula, name: Lintula, country: FI, languages: [en], organisation: town}
stakeholders:
  - {id: town, name: Lintula, kind: municipality}
  - {id: heat, name: Heat Ltd, kind: sme}
deals:
  - id: heat-deal
    title: Heat deal
    parties: [town,   heat]
    state: agreed
    signatories: [{party: town}, {party: heat}]
"""


def lgd(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run lgd without the right to write where the modes of the files forbid it."""
    bound: tuple[str, ...] = ()
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may write everywhere, and there is no setpriv here to give that up")
        bound = ("setpriv", f"--bounding-set={_RIGHTS}")
    done = subprocess.run(
        [*bound, sys.executable, "-B", "-m", "lgdkit", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def modes(folder: Path, *, writing: bool) -> None:
    for path in (folder, *folder.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(mode | stat.S_IWUSR if writing else mode & ~WRITING)


def files(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Path]:
    """A city whose map was drafted and edited, and whose data has changed since, in a folder nobody may write to."""
    folder = tmp_path / "lintula"
    folder.mkdir()
    (folder / "city.yaml").write_text(CITY, "utf-8")
    (folder / "deal.pdf").write_bytes(b"%PDF signed")
    assert lgd("map", cwd=folder).returncode == 0
    draft = folder / "drafts/map.en.md"
    draft.write_text(draft.read_text("utf-8") + "\nBy hand.\n", "utf-8")
    (folder / "city.yaml").write_text(CITY.replace("Heat Ltd", "Warmth Ltd"), "utf-8")
    modes(folder, writing=False)
    yield folder
    modes(folder, writing=True)


@pytest.mark.parametrize(
    "command",
    [
        ("map",),
        ("roadmap",),
        ("mou",),
        ("fmt",),
        ("add", "stakeholder", "--name", "Acme", "--kind", "sme"),
        ("sign", "heat-deal", "--date", "2026-05-04", "--file", "deal.pdf"),
        ("template", "eject", "map/map.md.j2"),
        ("check", "--format", "json=found.json"),
        ("schema", "--workspace", ".", "--output", "schema.json"),
    ],
    ids=lambda command: command[0],
)
def test_a_command_that_writes_says_that_it_cannot(command: tuple[str, ...], shut: Path) -> None:
    before = files(shut)
    done = lgd(*command, cwd=shut)
    assert done.returncode in (1, 2)
    assert "Permission denied" in done.stderr
    assert files(shut) == before


def test_no_city_is_begun_there(tmp_path: Path) -> None:
    modes(tmp_path, writing=False)
    try:
        done = lgd("new", "other", "--name", "X", "--country", "FI", cwd=tmp_path)
    finally:
        modes(tmp_path, writing=True)
    assert (done.returncode, "nothing was written" in done.stderr) == (2, True)
    assert files(tmp_path) == {}


def test_what_only_reads_works(shut: Path) -> None:
    assert lgd("check", cwd=shut).returncode in (0, 1)
    assert "Warmth Ltd" in lgd("roadmap", "--out", "-", cwd=shut).stdout
    assert "Warmth Ltd" in lgd("map", "--diff", cwd=shut).stdout
    assert "map.en.md" in lgd("drafts", cwd=shut).stdout
