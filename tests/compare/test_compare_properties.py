"""Laws of the comparison, on the example cities: layout means nothing, nothing is missed, both ways are mirrors."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lgdkit.compare.change import Comparison
from lgdkit.compare.records import compare
from lgdkit.model.city import LISTS, City
from lgdkit.read.city import read_city
from lgdkit.read.construct import build
from lgdkit.read.yaml12 import nodes

pytestmark = pytest.mark.no_cover
EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("espoo", "mannheim", "umea")
MIRROR = {"strengthened": "weakened", "weakened": "strengthened"}
SWAPPED = {"added": "removed", "removed": "added"}
Data = dict[str, Any]
QUICK: Data = {"deadline": None, "phases": (Phase.explicit, Phase.generate)}
"""Without shrinking: an example is a whole city, and reading it takes its time."""
Keys = tuple[Any, ...]


class Quoting(yaml.CSafeDumper):
    """Writes every text in quotes: what is a text without them differs from one version of YAML to another."""


def _quoted(dumper: Quoting, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


Quoting.add_representer(str, _quoted)


def load(name: str) -> Data:
    """Return the data of an example in one mapping."""
    data: Data = {}
    for file in sorted((EXAMPLES / name).rglob("*.yaml")):
        if "drafts" not in file.parts:
            for key, value in build(nodes(file.read_bytes())).items():
                data[key] = [*data.get(key, []), *value] if isinstance(value, list) else value
    return data


DATA = {name: load(name) for name in NAMES}


def written(data: Data) -> bytes:
    """Write data as one file; as JSON, the years that are keys would be texts."""
    return str(yaml.dump(data, Dumper=Quoting, allow_unicode=True)).encode()


def city_of(data: Data) -> City | None:
    """Return the city of some data, or None where something in it is at fault."""
    found = read_city({"a.yaml": written(data)})
    return None if found.findings else found.city


CITIES = {name: city_of(data) for name, data in DATA.items()}


def told(comparison: Comparison, *, mirrored: bool = False) -> list[tuple[Any, ...]]:
    """Return all that a comparison says, in an order that it does not decide."""

    def turned(word: str, words: dict[str, str]) -> str:
        return str(words.get(word, word) if mirrored else word)

    found: list[tuple[Any, ...]] = []
    for each in comparison.changes:
        what, judgement = turned(each.what, SWAPPED), turned(each.verdict.judgement, MIRROR)
        found.append((each.kind, each.id, what, judgement))
        for field in each.fields:
            pair = (field.before, field.after)
            pair = pair[::-1] if mirrored else pair
            judged = turned(field.verdict.judgement, MIRROR)
            found.append((each.kind, each.id, what, field.field, field.language, *pair, judged))
    return sorted(found, key=repr)


@st.composite
def layouts(draw: st.DrawFn, name: str) -> dict[str, bytes]:
    """The same city, in other files, another order of records and keys, and another look."""
    rnd = draw(st.randoms(use_true_random=False))
    files: list[Data] = [{} for _ in range(rnd.randint(1, 6))]
    for key, value in DATA[name].items():
        if not isinstance(value, list):
            rnd.choice(files)[key] = shuffled(value, rnd)
            continue
        for record in rnd.sample(value, len(value)):
            rnd.choice(files).setdefault(key, []).append(shuffled(record, rnd))
    look: Data = {
        "default_flow_style": rnd.choice([True, False, None]),
        "width": rnd.choice([20, 80, 400]),
        "indent": rnd.randint(2, 6),
    }
    return {
        f"{number}.yaml": str(
            yaml.dump(each, Dumper=Quoting, allow_unicode=True, sort_keys=False, **look)
        ).encode()
        for number, each in enumerate(files)
        if each
    }


def shuffled(record: Data, rnd: Any) -> Data:
    return {key: record[key] for key in rnd.sample(list(record), len(record))}


@pytest.mark.parametrize("name", NAMES)
def test_layout_means_nothing(name: str) -> None:
    @given(layouts(name))
    @settings(max_examples=4, **QUICK)
    def holds(texts: dict[str, bytes]) -> None:
        found = read_city(texts)
        assert found.findings == ()
        same = compare(CITIES[name] or City(), found.city)
        assert (same.changes, same.uncompared) == ((), ())

    holds()


def leaves(value: Any, keys: Keys = ()) -> Iterator[Keys]:
    """Give the keys of every value that is no list or mapping."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, (*keys, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from leaves(each, (*keys, number))
    else:
        yield keys


def kind_of(keys: Keys) -> str:
    """Return the kind of field: its keys without numbers, so that values of it can be exchanged."""
    return ".".join(str(each) for each in keys if not isinstance(each, int))


def at(data: Any, keys: Keys) -> Any:
    for key in keys:
        data = data[key]
    return data


LEAVES = {
    name: [
        keys
        for keys in leaves(data)
        # ids make a record another one; with its languages, a city's plain texts are in another language
        if keys[-1] != "id" and keys[:2] != ("city", "languages") and keys[0] != "allow"
    ]
    for name, data in DATA.items()
}
SEEN: dict[str, list[Any]] = {}
for _name, _all in LEAVES.items():
    for _keys in _all:
        SEEN.setdefault(kind_of(_keys), []).append(at(DATA[_name], _keys))


ANYTHING = (
    "not-applicable",
    "other",
    "quarter",
    "2019-03",
    "0" * 64,
    "SE",
    "fi",
    "7 kt/year",
    "planned",
    "SE LLA",
)


def others(keys: Keys, value: Any) -> list[Any]:
    """Return values to put in the place of another one; what cannot stand there is found out by reading."""
    of_kind = [each for each in dict.fromkeys(SEEN[kind_of(keys)]) if each != value]
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | float):
        return [value + 1, value - 1, *of_kind]
    more = [f"{value} ja lisää", *of_kind, f"7{value}", *ANYTHING]
    return [each for each in more if each != value]


def changed(data: Data, keys: Keys, new: Any) -> Data:
    found = copy.deepcopy(data)
    at(found, keys[:-1])[keys[-1]] = new
    return found


def alone(data: Data, keys: Keys) -> tuple[Data, Keys]:
    """Return the record of some keys with its city alone, which is enough to read it quickly."""
    if keys[0] == "city":
        return {"city": data["city"]}, keys
    record = data[keys[0]][keys[1]]
    return {"city": data["city"], keys[0]: [record]}, (keys[0], 0, *keys[2:])


@pytest.mark.parametrize("name", NAMES)
def test_every_changed_field_is_told_once(name: str) -> None:
    @given(st.data())
    @settings(max_examples=60, **QUICK)
    def holds(draw: st.DataObject) -> None:
        whole, keys = alone(DATA[name], draw.draw(st.sampled_from(LEAVES[name])))
        before = city_of(whole)
        assert before is not None
        value = at(whole, keys)
        for new in draw.draw(st.permutations(others(keys, value))):
            after = city_of(changed(whole, keys, new))
            if after is not None:
                found = compare(before, after)
                assert [len(each.fields) for each in found.changes] == [1], (keys, value, new, told(found))
                assert (found.changes[0].what, found.uncompared) == ("changed", ())
                assert told(compare(after, before)) == told(found, mirrored=True)
                return
        pytest.fail(f"nothing else can stand at {keys}: {value}")

    holds()


@pytest.mark.parametrize("name", NAMES)
def test_every_field_taken_out_is_told_once(name: str) -> None:
    @given(st.data())
    @settings(max_examples=60, **QUICK)
    def holds(draw: st.DataObject) -> None:
        whole, keys = alone(DATA[name], draw.draw(st.sampled_from(LEAVES[name])))
        keys = keys[: draw.draw(st.integers(3 if keys[0] != "city" else 2, max(3, len(keys))))]
        if keys[0] == "city" and keys[1] in ("fields", "targets", "strategies", "languages"):
            return  # several records go with a list of them
        less = copy.deepcopy(whole)
        del at(less, keys[:-1])[keys[-1]]
        before, after = city_of(whole), city_of(less)
        assert before is not None
        value = at(whole, keys)
        if after is None or value in ({}, []):
            return  # a field that has to be there
        found = compare(before, after)
        changes = [len(each.fields) for each in found.changes]
        default = keys[-1] in ("status", "per", "times", "level", "state", "legal_status") and changes == []
        assert changes == [1] or default or isinstance(value, list | dict), (keys, value, told(found))
        assert (changes != []) or default
        assert told(compare(after, before)) == told(found, mirrored=True)

    holds()


@pytest.mark.parametrize("name", NAMES)
def test_the_other_way_round_is_the_mirror(name: str) -> None:
    @given(st.data())
    @settings(max_examples=10, **QUICK)
    def holds(draw: st.DataObject) -> None:
        before, after = (several(name, draw) for _ in range(2))
        found = compare(before, after)
        assert told(compare(after, before)) == told(found, mirrored=True)
        assert {each.weakened() for each in found.changes} <= {True, False}

    holds()


def several(name: str, draw: st.DataObject) -> City:
    """Return an example with several fields changed, and some records taken out."""
    data = copy.deepcopy(DATA[name])
    for _ in range(draw.draw(st.integers(1, 6))):
        keys = draw.draw(st.sampled_from(LEAVES[name]))
        at(data, keys[:-1])[keys[-1]] = draw.draw(st.sampled_from(others(keys, at(data, keys))))
    for kind in draw.draw(st.lists(st.sampled_from(sorted(set(LISTS) & set(data))), max_size=2, unique=True)):
        data[kind] = data[kind][draw.draw(st.integers(0, 2)) :]
    # some of it cannot be read now: that has to be the mirror, too
    return read_city({"a.yaml": written(data)}).city
