"""What a start leaves out is there when somebody asks for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import lgdkit

_PUT_OFF = """
import sys
from lgdkit.__main__ import _make_ready
_make_ready()
names = ("secrets", "tokenize", "linecache", "locale", "base64")
assert all("__file__" not in vars(sys.modules[name]) for name in names), "loaded at the start"
import secrets, linecache
from base64 import b64encode
assert b64encode(b"lgd") == b"bGdk"
assert secrets.compare_digest("a", "a") and secrets.compare_digest("b", "b")
assert linecache.getline("/nowhere", 1) == ""
import locale, tokenize
assert locale.LC_ALL is not None and tokenize.NAME == 1
assert all(vars(sys.modules[name])["__name__"] == name for name in names)
assert all(vars(sys.modules[name])["__file__"].endswith(f"{name}.py") for name in names), "not loaded"
try:
    secrets.no_such_name
except AttributeError as error:
    print(error)
"""


def test_a_module_that_is_put_off_is_loaded_when_it_is_used() -> None:
    done = subprocess.run([sys.executable, "-c", _PUT_OFF], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "module 'secrets' has no attribute 'no_such_name'\n"


_CORE = """
import typing
before = typing._type_check
from lgdkit.cli.loading import load_core
load_core()
assert typing._type_check is before
from pydantic_core import core_schema
assert core_schema.StringSchema.__annotations__["max_length"] == "int", "compiled"
assert typing.get_type_hints(core_schema.StringSchema)["max_length"] is int
load_core()
from pydantic import BaseModel
from lgdkit.model.city import LISTS
source = LISTS["sources"].model_validate({"id": "s", "title": "S"})
class Holder(BaseModel):
    inner: "list[Later] | None" = None
class Later(BaseModel):
    name: str
Holder.model_rebuild()
print(source.id, Holder(inner=[{"name": "x"}]).inner[0].name)
"""


def test_the_core_of_pydantic_is_loaded_quickly_and_does_the_same() -> None:
    done = subprocess.run([sys.executable, "-c", _CORE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "s x\n", "")


CITY = "city: {id: x, name: X, country: FI, languages: [fi]}\nactions:\n- {id: abc, title: T, staart: 2024}\n"


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., str]:
    """Check a city with a copy of the package that nobody else writes into."""
    shutil.copytree(
        Path(lgdkit.__file__).parent,
        tmp_path / "lib" / "lgdkit",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    (tmp_path / "city.yaml").write_text(CITY, "utf-8")
    unset = {key: each for key, each in os.environ.items() if not key.startswith(("PYTHON", "COV"))}

    def run(**more: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "lgdkit", "check", "city.yaml", "--format", "concise"],
            cwd=tmp_path,
            env={**unset, "PYTHONPATH": str(tmp_path / "lib"), **more},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (1, "")
        return done.stdout

    return run


def _kept(folder: Path) -> list[Path]:
    return list((folder / "lib" / "lgdkit" / "model" / "__pycache__").glob("validators.*"))


def test_validators_are_kept_for_the_next_start(tmp_path: Path, check: Callable[..., str]) -> None:
    said = check(PYTHONDONTWRITEBYTECODE="1")
    assert "staart" in said
    assert not _kept(tmp_path)
    assert check() == said
    (kept,) = _kept(tmp_path)
    first = kept.stat().st_mtime_ns
    assert check() == said
    assert kept.stat().st_mtime_ns == first, "built anew although nothing changed"


def test_kept_validators_are_left_when_a_class_changes(tmp_path: Path, check: Callable[..., str]) -> None:
    said = check()
    (kept,) = _kept(tmp_path)
    old = kept.read_bytes()
    base = tmp_path / "lib" / "lgdkit" / "model" / "base.py"
    base.write_text(base.read_text("utf-8").replace("{0,63}$", "{0,1}$"), "utf-8")
    now = check()
    assert "abc" not in said
    assert "abc" in now
    assert kept.read_bytes() != old


@pytest.mark.parametrize(
    "damage", [lambda text: text[:0], lambda text: text[:-100], lambda text: text[:3000] + text[3050:]]
)
def test_damaged_ones_are_left_and_made_anew(
    tmp_path: Path, check: Callable[..., str], damage: Callable[[bytes], bytes]
) -> None:
    said = check()
    (kept,) = _kept(tmp_path)
    kept.write_bytes(damage(kept.read_bytes()))
    assert check() == said
    anew = kept.read_bytes()
    assert check() == said
    assert kept.read_bytes() == anew
