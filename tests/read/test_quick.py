"""The quicker parser changes nothing: it reads as the reference parser does, and leaves it the rest."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_total import CITY, EXAMPLES, TOKENED, example_files, mutated

from lgdkit.read import quick
from lgdkit.read.city import read_city
from lgdkit.read.quick import load
from lgdkit.read.signs import may_be_deep
from lgdkit.read.yaml12 import parse

pytest.importorskip("yaml_rs", reason="the extra `fast` is not installed")


def agree(raw: bytes) -> None:
    """Hold the quick parser to the reference parser, also in the types of values."""
    data = load(raw)
    if data is not None and words_only(data):
        reference = parse(raw)
        assert list(reference.faults) == []
        assert repr(data) == repr(reference.data)


def words_only(data: object) -> bool:
    """Say whether keys are texts and whole numbers: no record is valid with others, so they are left too."""
    if isinstance(data, dict):
        return all(type(key) in (str, int) and key != "" and words_only(each) for key, each in data.items())
    return all(map(words_only, data)) if isinstance(data, list) else True


@settings(max_examples=300, deadline=None)
@given(TOKENED)
def test_any_tokens(text: str) -> None:
    agree(text.encode())


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("ab01.:-_+eExo ,[]{}\"'#|>~\n\r\t%&*!?\0\x7f\u00a0\u2028ä"), max_size=40))
def test_any_text(text: str) -> None:
    agree(text.encode())
    agree(f"a:\n  b: {text}\n".encode())
    agree(f"a: [{text}]\n".encode())


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("0123456789.+-eExob_:~nulTtrFfasiyYnNoO "), min_size=1, max_size=20))
def test_any_scalar(text: str) -> None:
    agree(f"a: {text}\n".encode())
    agree(f"a: {{{text}: x}}\n".encode())


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a: 012",
            "a: 1_000",
            "a: 0E_0",
            "a: 1.e_3",
            "a: 0b1",
            "a: NO",
            "a: ~",
            "a:",
            "a: 2024-05-31",
            "a: 1234567890123456",
            "a: 1e5",
            "a: .5",
        ),
        *(
            "a: 123456789012345.5",
            "a: >\n\n  x",
            "a: {b: >\n 0}",
            "a: .inf",
            "a: x\0y",
            "a: x\x7fy",
            "a: x\u0085y",
            "a: 1\na: 2",
            "a: !x 1",
            "a: &b 1",
        ),
        *(
            "<<: {a: 1}",
            "a: *b",
            "%YAML 1.1\n---\na: 1",
            "a: 1\n---\nb: 2",
            "a: |\n  x\n",
            "a: >-\n  x\n  y\n",
            "- a",
            "a",
        ),
        *(
            "2025: a",
            "true: a",
            "a: {b: {c: [1, [2]]}}",
            "a: 'x'",
            'a: "\\u00e4"',
            "a: x # y",
            "a: x#y",
            "\ta: 1",
            "a: [~]",
        ),
    ],
)
def test_texts_that_parsers_take_differently(text: str) -> None:
    agree(text.encode())
    agree(f"{text}\n".encode())
    agree(f"b:\n- {text}\n".encode())


@pytest.mark.parametrize("name", ["espoo", "mannheim", "umea"])
def test_examples_are_read_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = example_files().get(name)
    if not texts:
        pytest.skip(f"there is no example {name} in {EXAMPLES}")
    quickly = read_city(texts)
    dice = random.Random(name)  # noqa: S311 - no secret
    changed = [  # each alone: the parser never sees more than one file
        {file: mutated(texts[file].decode(), dice).encode()} for file in sorted(texts) for _ in range(3)
    ]
    readings = [read_city(each) for each in changed]
    monkeypatch.setattr(quick, "loads", None)
    assert read_city(texts) == quickly
    for each, reading in zip(changed, readings, strict=True):
        assert read_city(each) == reading


def test_files_that_are_long_or_deep_are_left() -> None:
    assert load(b"# " + b"x" * 300_000) is None
    assert load(b"- " * 100) is None
    assert load(b"\xff") is None
    assert load(b"a: [") is None


def test_the_deepest_that_the_quick_parser_sees_does_no_harm() -> None:
    stairs = b"".join(b" " * level + b"a:\n" for level in range(248))
    deepest = stairs + b" " * 248 + b"- " * 100 + b"x\n"
    assert not may_be_deep(deepest)
    assert load(deepest) is not None  # read, and then no record
    assert [each.rule for each in read_city({"city.yaml": CITY, "a.yaml": deepest}).findings] == ["too-deep"]
    assert may_be_deep(stairs + b" " * 248 + b"- " * 101 + b"x\n")
    assert may_be_deep(stairs * 2)
    assert not may_be_deep(b"#\n" * 20_000)


def test_file_of_valid_records_only() -> None:
    texts = {"city.yaml": CITY, "a.yaml": b"sources:\n- {id: s, title: S}\n"}
    assert [source.id for source in read_city(texts).city.sources] == ["s"]
    broken = {**texts, "b.yaml": b"sources:\n- {id: t, title: T}\n- {id: u}\n"}
    assert [source.id for source in read_city(broken).city.sources] == ["s", "t"]
    assert read_city({**texts, "b.yaml": b"sources: {}\n"}).findings
    assert read_city({**texts, "b.yaml": b"source: []\n"}).findings
    odd = {**texts, "b.yaml": b"actions:\n- {id: a, title: T, extra: {true: x}}\n"}
    assert [finding.rule for finding in read_city(odd).findings] == []
