"""The same data gives the same bytes: on another day and machine, in another folder, and from other files."""

import random
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CITIES = ("espoo", "mannheim", "umea")
HERE = {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"}
ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "LC_ALL": "sv_SE.UTF-8",
    "LANG": "de_DE",
    "LANGUAGE": "fi:de",
    "TZ": "Pacific/Kiritimati",
    "COLUMNS": "50",
    "FORCE_COLOR": "1",
    "PYTHONUTF8": "1",
}
_ON_ANOTHER_DAY = """
import datetime, sys
import lgdkit.cli.terminal
lgdkit.cli.terminal.today = lambda given: datetime.date.fromisoformat("2037-12-31")
sys.argv[0] = "lgd"
from lgdkit.cli import run
run()
"""


def built(way: list[str], cities: Path, out: Path, cwd: Path, env: dict[str, str]) -> dict[str, bytes]:
    """Draft a document of all cities; return the bytes of each file, and what was printed."""
    done = subprocess.run(
        [sys.executable, *way, str(cities), "--out", str(out)],
        cwd=cwd,
        env=env,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    files = [path for path in out.rglob("*") if path.is_file()]
    assert {path.relative_to(out).parts[0] for path in files} == set(CITIES)
    return {"printed": done.stdout, **{path.relative_to(out).as_posix(): path.read_bytes() for path in files}}


def records(text: str) -> Iterator[tuple[str, str]]:
    """Part a data file into its records as they are written, each with its top-level key."""
    for part in re.split(r"^(?=[a-z]+:[ ]*$)", text, flags=re.M)[1:]:
        head, _, body = part.partition("\n")
        key = head.rstrip(": ")
        if key == "city":
            yield key, body
        else:
            yield from ((key, record) for record in re.split(r"^(?=  - )", body, flags=re.M)[1:])


def rearrange(city: Path, target: Path, seed: int) -> None:
    """Write the records of a city into other files, in another order and in other folders."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    files = [
        each
        for each in sorted(city.rglob("*.yaml"))
        if not {"drafts", ".lgd"} & {*each.relative_to(city).parts}
    ]
    found = [each for file in files for each in records(file.read_text("utf-8"))]
    dice.shuffle(found)
    while found:
        size = dice.choice((1, 1, 1, 2, 4, 20))
        share, found = found[:size], found[size:]
        name = "".join(dice.choices(string.ascii_lowercase, k=6)) + dice.choice((".yaml", ".yml"))
        file = target / dice.choice((".", "a", "z/b")) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        keys = sorted({key for key, _ in share}, reverse=True)
        parts = [f"{key}:\n" + "".join(record for each, record in share if each == key) for key in keys]
        file.write_text("".join(parts), "utf-8", newline=dice.choice(("\n", "\r\n")))


@pytest.mark.parametrize("command", ["map", "roadmap", "mou"])
def test_the_same_bytes(command: str, examples: Path, environment: dict[str, str], tmp_path: Path) -> None:
    way = ["-m", "lgdkit", command]
    first = built(way, examples, tmp_path / "first", examples.parent, {**environment, **HERE})
    rearranged = tmp_path / "other files"
    for number, name in enumerate(CITIES):
        rearrange(examples / name, rearranged / name, number)
    way = ["-c", _ON_ANOTHER_DAY, command]
    again = built(way, Path("other files"), tmp_path / "again", tmp_path, {**environment, **ELSEWHERE})
    different = sorted(name for name in first.keys() | again.keys() if first.get(name) != again.get(name))
    assert different == []


@pytest.mark.parametrize("name", CITIES)
def test_the_test_loses_no_record(name: str, examples: Path, tmp_path: Path) -> None:
    from lgdkit import disk
    from lgdkit.read.city import read_city

    rearrange(examples / name, tmp_path / name, 1)
    before, after = (read_city(disk.read_folder(root).texts) for root in (examples / name, tmp_path / name))
    assert after.findings == ()
    assert len(disk.read_folder(tmp_path / name).texts) > 20
    for one, other in zip(before.city.records(), after.city.records(), strict=True):
        assert one == other
    assert len(before.city.allow) == len(after.city.allow)
