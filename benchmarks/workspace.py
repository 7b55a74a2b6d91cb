"""Measures `lgd` over a whole workspace of made-up cities: time, cores used, and peak memory, at two sizes.

Each city has 40 actions, 40 stakeholders and 60 commitments. A command is run as a process of its own; its CPU time
and that of its workers is taken from the system, its memory is the proportional share (PSS) of all its processes,
looked at ten times a second. One core, if that is wanted, is given by the affinity of the process.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import generate

RECORDS = 162
"""Records of one city: 40 actions, 40 stakeholders, 60 commitments, and 22 others."""
SHARES = {"stakeholders": 40, "actions": 40, "deals": 10, "indicators": 5, "sources": 4, "persons": 2}
COMMANDS = {
    "check": ("check", "{}", "--format", "concise"),
    "map": ("map", "{}"),
    "mou": ("mou", "{}"),
    "group": ("group", "{}"),
    "check-json": ("check", "{}", "--format", "json"),
}


class Run(NamedTuple):
    """What one run took."""

    seconds: float
    cpu: float
    peak: int
    """Bytes of all its processes together."""
    parent: int
    """Bytes of the first of them."""
    status: int


DIFFERENT = 250
"""So many cities are written; the others are copies of them under ids of their own, which is much quicker."""


def lay(folder: Path, cities: int) -> Path:
    """Write a workspace of so many cities, unless it is there."""
    if not (folder / "lgd.yaml").exists():
        different = min(cities, DIFFERENT)
        generate.SHARES.clear()
        generate.SHARES.update({kind: (count + 0.01) / RECORDS for kind, count in SHARES.items()})
        generate.generate(folder, RECORDS * different, 50, 1, different)
        names = sorted(each.name for each in folder.iterdir())
        for number in range(different, cities):
            name = names[number % different]
            copy = shutil.copytree(folder / name, folder / f"{name}-{number // different}")
            for path in copy.glob("*.yaml"):
                text = path.read_text(encoding="utf-8")
                if text.startswith("city:\n"):
                    path.write_text(
                        text.replace(f"\n  id: {name}\n", f"\n  id: {copy.name}\n", 1), encoding="utf-8"
                    )
        (folder / "lgd.yaml").write_text("name: Made-up cities\nlanguages: [en]\n", encoding="utf-8")
    return folder


def measured(arguments: Sequence[str], cores: int) -> Run:
    """Run `lgd` and look at it while it runs."""
    allowed = sorted(os.sched_getaffinity(0))[:cores]
    begun, before = time.perf_counter(), os.times()
    process = subprocess.Popen(
        [sys.executable, "-m", "lgdkit", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, allowed),
    )
    peak = parent = 0
    while process.poll() is None:
        own = _memory(process.pid)
        peak = max(peak, own + sum(map(_memory, _children(process.pid))))
        parent = max(parent, own)
        time.sleep(0.1)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(time.perf_counter() - begun, cpu, peak, parent, process.returncode)


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (OSError, ValueError):
        return []


def _memory(pid: int) -> int:
    """Return the bytes that a process has, pages that it shares counted in parts."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument(
        "--cities", type=int, nargs="+", default=[250, 2500], metavar="N", help="sizes (250 2500)"
    )
    parser.add_argument("--only", nargs="+", default=["check", "map", "mou", "group"], choices=COMMANDS)
    parser.add_argument("--cores", type=int, nargs="+", default=[len(os.sched_getaffinity(0))], metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where the cities are, or are to stay")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        base = given.keep or Path(temporary)
        print(
            "| command | cities | cores | seconds | CPU s | CPU / time | peak MB, all | peak MB, parent | status |"
        )
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for cities in given.cities:
            folder = lay(base / f"cities-{cities}", cities)
            for name in given.only:
                for cores in given.cores:
                    run = measured([each.format(folder) for each in COMMANDS[name]], cores)
                    print(
                        f"| {name} | {cities} | {cores} | {run.seconds:.1f} | {run.cpu:.1f} | "
                        f"{run.cpu / run.seconds:.2f} | {run.peak / 1e6:.0f} | {run.parent / 1e6:.0f} | {run.status} |",
                        flush=True,
                    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
