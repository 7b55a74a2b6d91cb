"""Files with comments in odd places are laid out, and nothing in them is lost: `--generated 1000` for many."""

import re

import pytest
from odd_yaml import Odd
from ruamel.yaml import YAML

from lgdkit.edit.format import formatted, same
from lgdkit.read.yaml12 import parse

pytestmark = pytest.mark.no_cover


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seeds" in metafunc.fixturenames:
        count = int(metafunc.config.getoption("--generated"))
        parts = [range(first, min(first + 50, count)) for first in range(0, count, 50)]
        metafunc.parametrize("seeds", parts, ids=str)


def by_ruamel(raw: bytes) -> object:
    """Read a text as somebody else's YAML reader does."""
    return YAML(typ="safe", pure=True).load(raw)


def test_nothing_is_lost(seeds: range) -> None:
    for seed in seeds:
        odd = Odd(seed)
        raw = odd.raw()
        assert same(parse(raw).data, odd.data), f"the generated file {seed} is not what it should be"
        found = formatted(raw)
        assert not found.reason, seed
        assert same(parse(found.text).data, odd.data), seed
        # the text is searched, not read: each comment bears a number of its own
        text = found.text.decode().replace("\r\n", "\n")
        for comment in odd.comments:
            number = re.search(r"c\d+\.", comment)
            assert number
            assert text.count(number[0]) == 1, (seed, comment)
            assert re.search(rf"(?m)(?:^| ){re.escape(comment)}$", text), (seed, comment)
        assert formatted(found.text).text == found.text, seed


def test_another_reader_finds_the_same_data(seeds: range) -> None:
    for seed in seeds[:10]:
        raw = Odd(seed).raw()
        assert by_ruamel(formatted(raw).text) == by_ruamel(raw), seed


def test_the_files_are_odd(seeds: range) -> None:
    """They are no files that look as they should already."""
    odd = [Odd(seed) for seed in seeds]
    assert sum(formatted(raw).text != raw for raw in (each.raw() for each in odd)) > len(odd) * 0.8
    assert sum(len(each.comments) for each in odd) > 5 * len(odd)
