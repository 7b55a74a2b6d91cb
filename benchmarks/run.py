"""Measure `lgd` against what people would use otherwise: ratios of CPU time, both sides in one run.

Each row runs its two sides in turn (A B A B …) and gives the median of the ratios of the pairs. CPU time is
user and system time of a command and of all that it started, as the kernel counts it when the command ends.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generate import generate

HERE = Path(__file__).resolve().parent
SEED = 1
Command = list[str]
OUT = "{out}"
"""Stands in a command for a new, empty folder."""


class CommandError(Exception):
    """A command did not end as it should; holds what it said."""


@dataclass(frozen=True)
class Side:
    """The commands whose CPU time is added up, and what to call them."""

    name: str
    commands: Sequence[Command]


@dataclass(frozen=True)
class Row:
    """One figure: what is held against what, and how far it may go."""

    name: str
    goal: float
    sides: Callable[["Bench"], tuple[Side, Side]]


class Bench:
    """The folder of one run, its cities, and the commands."""

    def __init__(self, folder: Path, records: int) -> None:
        self.folder = folder
        self.records = records
        self._outs = 0
        scripts = Path(sys.executable).parent
        script = scripts / ("lgd.exe" if os.name == "nt" else "lgd")
        self.lgd = [str(script)] if script.exists() else [sys.executable, "-m", "lgdkit"]
        beside = scripts / "check-jsonschema"
        self.check_jsonschema = str(beside) if beside.exists() else shutil.which("check-jsonschema")
        # people run with compiled modules in place and without a profiler's settings
        unwanted = ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "PYTHONDEVMODE", "PYTHONWARNINGS")
        self.environment = {key: value for key, value in os.environ.items() if key not in unwanted}

    def city(self, records: int, per_file: int) -> str:
        """Return the folder of a city of this size; it is written at the first call."""
        target = self.folder / f"city-{records}-{per_file}"
        if not target.exists():
            generate(target, records, per_file, SEED)
        (city,) = target.iterdir()
        return str(city)

    def python(self, code: str) -> Command:
        return [sys.executable, "-c", code]

    def schema(self) -> str:
        """Return the file of our JSON Schema."""
        path = self.folder / "schema.json"
        if not path.exists():
            done = subprocess.run(
                [*self.lgd, "schema"], capture_output=True, env=self.environment, check=False
            )
            if done.returncode:
                raise CommandError(_said([*self.lgd, "schema"], done.returncode, done.stderr or done.stdout))
            path.write_bytes(done.stdout)
        return str(path)

    def prove(self, side: Side) -> None:
        """Run a side once, not timed: so the compiled modules exist, and a command that fails is seen."""
        for command in self._filled(side):
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                cwd=self.folder,
                env=self.environment,
                check=False,
            )
            if done.returncode:
                raise CommandError(_said(command, done.returncode, done.stderr or done.stdout))

    def seconds(self, side: Side) -> float:
        """Run a side and return its CPU time."""
        total = 0.0
        for command in self._filled(side):
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=self.folder,
                env=self.environment,
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise CommandError(
                    _said(command, process.returncode, b"it passed before, and failed when it was timed")
                )
            total += usage.ru_utime + usage.ru_stime
        return total

    def _filled(self, side: Side) -> list[Command]:
        """Put a new folder into the commands that write."""
        self._outs += 1
        out = self.folder / f"out-{self._outs}"
        return [[str(out) if word == OUT else word for word in command] for command in side.commands]


def _said(command: Command, status: int, output: bytes) -> str:
    name = " ".join([Path(command[0]).name, *command[1:3]])[:60]
    lines = [line for line in output.decode(errors="replace").splitlines() if line.strip()][:3]
    return f"`{name}` ended with {status}: {' / '.join(lines) or 'it said nothing'}"


# --- the rows ---


def _against_bare_load(bench: Bench, per_file: int) -> tuple[Side, Side]:
    city = bench.city(bench.records, per_file)
    files = "one per file" if per_file == 1 else f"{per_file} per file"
    return (
        Side(f"`lgd check`, {bench.records} records, {files}", [[*bench.lgd, "check", city]]),
        Side("bare load by CSafeLoader", [[sys.executable, str(HERE / "bare_load.py"), city]]),
    )


def _small(bench: Bench) -> tuple[Side, Side]:
    return (
        Side("`lgd check`, one city of 100 records", [[*bench.lgd, "check", bench.city(100, 50)]]),
        Side(
            "`from pydantic import BaseModel, TypeAdapter`",
            [bench.python("from pydantic import BaseModel, TypeAdapter")],
        ),
    )


def _version(bench: Bench) -> tuple[Side, Side]:
    return Side("`lgd --version`", [[*bench.lgd, "--version"]]), Side(
        "`python -c pass`", [bench.python("pass")]
    )


def _help(bench: Bench) -> tuple[Side, Side]:
    return Side("`lgd --help`", [[*bench.lgd, "--help"]]), Side(
        "`import typer`", [bench.python("import typer")]
    )


def _tenfold(bench: Bench) -> tuple[Side, Side]:
    many, few = bench.records, max(20, bench.records // 10)
    return (
        Side(f"`lgd check`, {many} records, 50 per file", [[*bench.lgd, "check", bench.city(many, 50)]]),
        Side(f"`lgd check`, {few} records", [[*bench.lgd, "check", bench.city(few, 50)]]),
    )


def _jsonschema(bench: Bench) -> tuple[Side, Side]:
    if bench.check_jsonschema is None:
        raise CommandError("check-jsonschema is not installed; it is in the extra `dev`")
    records = min(1_000, bench.records)
    city = bench.city(records, 1)
    files = sorted(str(path) for path in Path(city).rglob("*.yaml"))
    return (
        Side(f"`lgd check`, {records} records, one per file", [[*bench.lgd, "check", city]]),
        Side(
            "check-jsonschema with our schema",
            [[bench.check_jsonschema, "--schemafile", bench.schema(), *files]],
        ),
    )


def _drafts(bench: Bench) -> tuple[Side, Side]:
    records = min(2_000, bench.records)
    city = bench.city(records, 50)
    return (
        Side(
            f"`lgd map`, `roadmap` and `mou`, a city of {records} records",
            [[*bench.lgd, command, city, "--out", OUT] for command in ("map", "roadmap", "mou")],
        ),
        Side("`lgd check` of it", [[*bench.lgd, "check", city]]),
    )


ROWS = (
    Row("check-one", 0.6, lambda bench: _against_bare_load(bench, 1)),
    Row("check-fifty", 0.6, lambda bench: _against_bare_load(bench, 50)),
    Row("check-small", 2, _small),
    Row("version", 2, _version),
    Row("help", 1.5, _help),
    Row("tenfold", 11, _tenfold),
    Row("jsonschema", 0.1, _jsonschema),
    Row("drafts", 1, _drafts),
)


# --- the table ---


def facts() -> str:
    """Say what machine this is, without its name."""
    packages = []
    for package in ("lgdkit", "pydantic", "typer", "PyYAML", "check-jsonschema"):
        try:
            packages.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            packages.append(f"{package} not installed")
    load = os.getloadavg()[0]
    system = f"{platform.system()} {platform.release()}, {platform.machine()}, {_processor()}"
    lines = [
        f"- {platform.python_implementation()} {platform.python_version()}, {', '.join(packages)}",
        f"- {system}, {os.cpu_count()} cores, load {load:.1f} at the start",
    ]
    return "\n".join(lines)


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or "processor unknown"


def measure(bench: Bench, row: Row, pairs: int) -> str:
    """Return the row of the table: the ratio, the goal, and the times behind it."""
    try:
        one, other = row.sides(bench)
        bench.prove(one)
        bench.prove(other)
        timed = [(bench.seconds(one), bench.seconds(other)) for _ in range(pairs)]
    except CommandError as failed:
        reason = str(failed).replace("|", "\\|").replace(str(bench.folder), "…")
        return f"| {row.name} | – | ≤ {row.goal:g} | failed | {reason} |"
    ratios = [first / second for first, second in timed]
    ratio = statistics.median(ratios)
    first, second = (statistics.median(times) for times in zip(*timed, strict=True))
    return (
        f"| {row.name} | **{ratio:.2f}** ({min(ratios):.2f}–{max(ratios):.2f}) | ≤ {row.goal:g} "
        f"| {'yes' if ratio <= row.goal else 'no'} "
        f"| {one.name}: {first:.3f} s; {other.name}: {second:.3f} s |"
    )


def main() -> int:
    names = [row.name for row in ROWS]
    parser = argparse.ArgumentParser(description="Measure lgd against what people would use otherwise.")
    parser.add_argument("--pairs", type=int, default=7, metavar="N", help="pairs of runs for each figure (7)")
    parser.add_argument(
        "--only", action="append", choices=names, metavar="NAME", help=f"only: {', '.join(names)}"
    )
    parser.add_argument(
        "--records", type=int, default=10_000, metavar="N", help="records of the large city (10000)"
    )
    given = parser.parse_args()
    if given.pairs < 1 or given.records < 100:
        parser.error("at least 1 pair, and 100 records")
    print(facts())
    print(f"- medians of {given.pairs} interleaved pairs; in brackets the least and the greatest ratio\n")
    print("| figure | ratio | goal | held | CPU time |\n|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory(prefix="lgd-bench-") as folder:
        bench = Bench(Path(folder), given.records)
        for row in ROWS:
            if given.only is None or row.name in given.only:
                print(measure(bench, row, given.pairs), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
