"""What a start leaves out is there when somebody asks for it."""

import subprocess
import sys

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
