"""Packages from npm, put into a folder for caches, outside the tree, once for a machine.

Where there is no npm, or nothing can be fetched, the tests that need them are skipped and say so.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

_DRAWN_OUT = 180


def fetched(name: str, *packages: str) -> Path:
    """Return the folder in which packages are installed under `node_modules`, or skip the test.

    Args:
        name: what the folder is called; another version has another name.
        packages: names with their versions.
    """
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lgdkit-tests"
    home = caches / name
    if shutil.which("node") is None:
        pytest.skip(f"there is no node here to run {name}")
    if not (home / "node_modules").is_dir():
        if shutil.which("npm") is None:
            pytest.skip(f"there is no npm here to fetch {name}")
        _install(caches, home, packages)
    return home


def _install(caches: Path, home: Path, packages: tuple[str, ...]) -> None:
    """Install beside the final place and rename: another test process may do the same at the same time."""
    caches.mkdir(parents=True, exist_ok=True)
    quiet = ("--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund")
    with tempfile.TemporaryDirectory(dir=caches) as work:
        command = ["npm", "install", *quiet, "--prefix", work, *packages]
        try:
            done = subprocess.run(command, cwd=work, capture_output=True, timeout=_DRAWN_OUT, check=False)
        except subprocess.TimeoutExpired:
            pytest.skip(f"npm did not fetch {home.name} in time")
        if done.returncode:
            last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            pytest.skip(f"npm cannot fetch {home.name}: {last}")
        if not home.exists():
            try:
                Path(work).rename(home)
            except OSError:
                assert home.exists()  # another process was quicker
            else:
                Path(work).mkdir()
