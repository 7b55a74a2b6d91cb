"""Plain scalars are read as ruamel.yaml reads YAML 1.2, but for the exceptions named here, with reasons."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from lgdkit.read.scalar import key_of, scalar
from lgdkit.read.yaml12 import parse

TABLE = """
    NO No no on off yes y n Y NULL Null null nUll ~ ~~ true True TRUE tRUE false False FALSE fALSE
    012 0 -0 +5 -12 00 007 017 0x1F 0X1F 0x1f 0o17 0o8 0O17 1:30 190:20:30 1.5 -1.5 +1.5 1. .5 -.5 +.5
    . .. + 1e3 1E3 1e+3 1.5e-3 .5e+3 1e 1e+ e3 1.e3 0.1e3 .inf -.inf +.inf .INF .Inf .iNf .nan .NaN .NAN
    -.nan inf nan Infinity 123456789012345 -12345678901234 1e300 1e400 1e99999 1e-400 1.2.3 1,000 5% 0x 0o
    0b 0. -0. -0.0 0.0e0 1d 1f ²3 ٣ １２ 3.0 049 08222000 SE331 2024-05 2024-W22 12-05 1-2-3 €5 N/A n/a None
    none NaN truex true1 0x1G
"""
SCALARS = TABLE.split()

EXCEPTIONS = {
    "timestamps stay texts: dates here keep the precision of their writer": (
        "2024-05-31",
        "2024-02-30",
        "2001-12-14t21:59:43.10-05:00",
        "2024-05-31 12:00:00",
    ),
    "underscores in numbers are YAML 1.1: the core schema of 1.2 has none": (
        "1_000",
        "1__0",
        "1_0.5",
        "1_",
        "0x_1",
        "0o1_7",
    ),
    "binary numbers and signs before a base are not in the core schema of 1.2": ("0b11", "-0x1f", "+0o7"),
    "an exponent without a sign after a leading point is in the core schema of 1.2": (".5e3",),
    "numbers of more than 15 digits stay texts: no float holds them": (
        "1234567890123456",
        "+123456789012345",
        "0.1234567890123456789",
        "12345678901234567890.5",
        "0x1234567890abcdef",
        "0o12345670123456701234",
    ),
    "the merge key and the value key are texts, and faults where they stand as keys": ("<<", "="),
}


def by_ruamel(text: str) -> object:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml.load(f"k: {text}\n")["k"]


def same(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one):
        return math.isnan(other)
    return type(one) is type(other) and one == other


@pytest.mark.parametrize("text", SCALARS)
def test_scalar_is_what_ruamel_reads(text: str) -> None:
    assert same(scalar(text), by_ruamel(text))


@pytest.mark.parametrize("text", [text for texts in EXCEPTIONS.values() for text in texts])
def test_every_exception_is_still_one(text: str) -> None:
    try:
        theirs = by_ruamel(text)
    except (YAMLError, ValueError):
        return
    assert not same(scalar(text), theirs)


def test_what_an_exception_is_read_as() -> None:
    numbers = {".5e3": 500.0}
    for texts in EXCEPTIONS.values():
        for text in texts:
            assert scalar(text) == numbers.get(text, text)


def excepted(text: str) -> bool:
    """Say whether a text falls under one of the exceptions."""
    return (
        re.match(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", text) is not None
        or "_" in text
        or re.fullmatch(r"[-+]?0[bxo].*", text) is not None
        or re.fullmatch(r"[-+]?\.[0-9]+e[0-9]+", text, re.I) is not None
        or sum(sign.isdigit() for sign in text) > 14
        or text in ("<<", "=")
    )


PLAIN = st.text(st.sampled_from("0123456789+-.eE~nulTtrFfasiINNoxya:/,"), min_size=1, max_size=12)


@given(PLAIN)
def test_any_plain_scalar_is_what_ruamel_reads(text: str) -> None:
    if excepted(text):
        return
    try:
        theirs = by_ruamel(text)
    except YAMLError:
        return  # no plain scalar
    if theirs is None or isinstance(theirs, str | int | float):
        ours = parse(f"k: {text}\n".encode()).data
        assert same(ours.get("k") if isinstance(ours, dict) else ours, theirs)


def test_keys_are_texts_or_whole_numbers() -> None:
    """A boolean, null or fraction as a key stays what was written: `no: …` is Norwegian, `on: …` a word."""
    assert [
        key_of(text) for text in ("no", "on", "true", "null", "~", "1.5", "0x10", "2025", "-1", "012")
    ] == [
        "no",
        "on",
        "true",
        "null",
        "~",
        "1.5",
        "0x10",
        2025,
        -1,
        12,
    ]
    assert key_of("1234567890123456") == "1234567890123456"
    assert parse(b"true: 1\nnull: 2\n1.5: 3\n2025: 4\n'2025': 5\n").data == {
        "true": 1,
        "null": 2,
        "1.5": 3,
        2025: 4,
        "2025": 5,
    }
