"""Say what each rule costs: its share of the CPU time that reading and checking a generated city takes."""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generate import generate
from lgdkit import disk
from lgdkit.check.rules import FAMILIES
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.read.city import read_city

DAY = date(2026, 11, 22)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--records", type=int, default=10_000, metavar="N", help="records of the city (10000)"
    )
    parser.add_argument(
        "--runs", type=int, default=5, metavar="N", help="runs, of which the quickest counts (5)"
    )
    parser.add_argument(
        "--least", type=float, default=0.5, metavar="PERCENT", help="leave out rules below (0.5)"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lgd-bench-") as folder:
        generate(Path(folder), given.records, 50, 1)
        (root,) = disk.find_cities(Path(folder))
        texts = disk.read_folder(root).texts
    gc.disable()  # as in a run of lgd
    best: dict[str, float] = {}
    for _ in range(given.runs):
        for name, seconds in _once(texts).items():
            best[name] = min(seconds, best.get(name, seconds))
        gc.collect()
    _tell(best, given.records, given.least)
    return 0


def _once(texts: Mapping[str, bytes]) -> dict[str, float]:
    took: dict[str, float] = {}
    clock = time.process_time
    start = clock()
    city: City = read_city(texts).city
    took["(reading)"] = clock() - start
    start = clock()
    _ = city.walked, city.vocabulary
    took["(gathering texts and references)"] = clock() - start
    for rules in FAMILIES.values():
        for rule in rules:
            start = clock()
            for _found in rule.look(city, DAY):
                pass
            took[f"{rule.id}{' (advice)' if rule.severity is Severity.INFO else ''}"] = clock() - start
    return took


def _tell(best: dict[str, float], records: int, least: float) -> None:
    whole = sum(seconds for name, seconds in best.items() if not name.endswith("(advice)"))
    print("| what | µs a record | share of the check |\n|---|---:|---:|")
    small = 0.0
    for name, seconds in sorted(best.items(), key=lambda each: -each[1]):
        share = 100 * seconds / whole
        if share >= least:
            print(f"| {name} | {seconds / records * 1e6:.2f} | {share:.1f} % |")
        elif not name.endswith("(advice)"):
            small += seconds
    print(f"| all other rules together | {small / records * 1e6:.2f} | {100 * small / whole:.1f} % |")


if __name__ == "__main__":
    sys.exit(main())
