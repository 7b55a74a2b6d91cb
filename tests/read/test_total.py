"""Reading is total: any bytes give a city and findings, each at a place in the text, and always the same."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.read.city import Reading, read_city
from lgdkit.read.locate import Locator
from lgdkit.read.look import plain

pytestmark = pytest.mark.no_cover
EXAMPLES = Path(__file__).parents[2] / "examples"
CITY = b"city: {id: x, name: X, country: FI, languages: [fi]}\n"
TOKENS = (
    *(
        "- ",
        "? ",
        ": ",
        ":",
        "\n",
        "  ",
        "    ",
        "\t",
        "\r\n",
        "\r",
        "|\n",
        ">-\n",
        "# ",
        "--- ",
        "...\n",
        "%YAML 1.1\n",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
        "&a ",
        "*a ",
        "!x ",
        "! ",
        "<<: ",
        "@",
        "`",
        "\\",
        "\\u202e",
        "~",
        "null",
    ),
    *("\u0085", "\u2028", "\u202e", "\ufeff", "\u00a0", "\0", "ä", "☃", "𝄞"),
    *(
        "city:",
        "actions:",
        "stakeholders:",
        "deals:",
        "allow:",
        "action:",
        "id: ",
        "id: a",
        "title: ",
        "name: ",
        "by: ",
    ),
    *(
        "en",
        "fi: ",
        "kind: ",
        "technical",
        "ghg: ",
        "24 kt/year",
        "cost: ",
        "total: ",
        "5 MEUR",
        "start: ",
        "2024-05",
    ),
    *(
        "not-applicable",
        "{not_quantified: ",
        "extra: ",
        "targets:",
        "per_year: ",
        "2025: ",
        "012",
        "1.5",
        "true",
        ".inf",
    ),
    *(
        "every: ",
        "{times: 4, per: year}",
        "languages: ",
        "country: ",
        "FI",
        "parties: ",
        "sdgs: ",
        "17",
        "99999999999999999",
    ),
)
TOKENED = st.lists(st.sampled_from(TOKENS), max_size=60).map("".join)


def whole(texts: Mapping[str, bytes]) -> Reading:
    """Read, and hold the reading to what holds for any reading."""
    reading = read_city(texts)
    assert isinstance(reading.city, City)
    locator = Locator(texts)
    for finding in reading.findings:
        assert finding.message
        assert finding.severity in Severity
        places = (finding.place, *(related.place for related in finding.related))
        for place in places:
            span = locator.span(place)
            lines = plain(texts.get(place.file, b"")).decode("utf-8", "replace").split("\n")
            assert 1 <= span.line <= len(lines), finding
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1, finding
            assert span.column < span.end <= max(span.column + 1, len(lines[span.line - 1]) + 1), finding
            assert locator.line(place.file, span.line) == lines[span.line - 1]
    assert len(set(reading.findings)) == len(reading.findings), "a fault is told twice"
    again = read_city(dict(reversed(list(texts.items()))))
    assert again.findings == reading.findings
    assert again.city == reading.city
    return reading


@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    whole({"a.yaml": raw, "b.yaml": CITY})


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    whole({"a.yaml": text.encode("utf-8", "surrogatepass")})


@settings(max_examples=300, deadline=None)
@given(TOKENED)
def test_any_tokens(text: str) -> None:
    reading = whole({"a.yaml": text.encode(), "b.yaml": CITY})
    assert reading.city.record is not None or "city" in text or reading.findings


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(("actions", "stakeholders", "deals", "city", "commitments", "indicators")), TOKENED)
def test_any_tokens_in_a_record(kind: str, text: str) -> None:
    whole({"a.yaml": f"{kind}:\n- {text}".encode()})


def example_files() -> dict[str, dict[str, bytes]]:
    cities = sorted(path for path in EXAMPLES.glob("*") if path.is_dir()) if EXAMPLES.is_dir() else []
    found: dict[str, dict[str, bytes]] = {}
    for city in cities:
        texts = {
            path.relative_to(city).as_posix(): path.read_bytes()
            for path in sorted(city.rglob("*.yaml"))
            if not {"drafts", "templates"}.intersection(path.relative_to(city).parts)
        }
        if texts:
            found[city.name] = texts
    return found


def mutated(text: str, dice: random.Random) -> str:
    """Do to a text what hands and merges do: swap, drop, double, indent and cut lines, type wrong signs."""
    lines = text.split("\n")
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(lines))
        line = lines[at]
        match dice.randrange(8):
            case 0:
                del lines[at]
                lines = lines or [""]
            case 1:
                lines.insert(at, line)
            case 2:
                lines[at] = dice.choice(("  ", " ", "\t", "- ", "\u00a0")) + line
            case 3:
                lines[at] = line.removeprefix("  ").removeprefix("- ")
            case 4:
                other = dice.randrange(len(lines))
                lines[at], lines[other] = lines[other], line
            case 5:
                where = dice.randint(0, len(line))
                lines[at] = line[:where] + dice.choice(TOKENS) + line[where:]
            case 6:
                where = dice.randint(0, len(line))
                lines[at] = line[:where] + line[where + dice.randint(1, 3) :]
            case _:
                lines[at] = dice.choice(("<<<<<<< HEAD", "=======", ">>>>>>> main", "---", ""))
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", ["espoo", "mannheim", "umea"])
def test_mutated_example(name: str, seed: int) -> None:
    texts = example_files().get(name)
    if not texts:
        pytest.skip(f"there is no example {name}")
    dice = random.Random(f"{name} {seed}")  # noqa: S311 - no secret
    file = dice.choice(sorted(texts))
    changed = mutated(texts[file].decode(), dice)
    reading = whole({**texts, file: changed.encode()})
    untouched = read_city({**texts, file: b""}).city
    read = {(type(each).__name__, each.id) for each in reading.city.records()}
    for record in untouched.records():
        assert (type(record).__name__, record.id) in read, "a fault in one file hides a record of another"


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.randoms(use_true_random=False))
def test_mutated_record(dice: random.Random) -> None:
    text = (Path(__file__).parent / "everything.yaml").read_text(encoding="utf-8")
    whole({"a.yaml": mutated(text, dice).encode()})
