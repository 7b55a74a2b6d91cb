"""Records of signatures: written, read, and what is wrong with one."""

from datetime import date
from hashlib import sha256

import pytest

from lgdkit.model.signing import Signing, path_of
from lgdkit.read.signings import read_signing, read_signings, signing_text
from signed_city import CITY, DAY, kept, signing

[(PATH, TEXT)] = kept().items()


def test_what_is_written_is_read() -> None:
    assert read_signing(PATH, TEXT) == signing()
    assert read_signing(PATH, TEXT.replace(b"\n", b"\r\n")) == signing()  # as git may check it out
    assert signing().path == PATH == ".lgd/signed/heat-deal.2026-05-04"


def test_a_line_each_in_order() -> None:
    lines = TEXT.decode().splitlines()[1:]
    paths = [line.split("  ")[1] for line in lines]
    assert paths == sorted(paths)
    assert len(set(paths)) == len(paths)
    assert paths[:2] == ["actions/pumps", "commitments/c1"]
    assert paths[-1] == "signed"
    assert all(path.startswith("deals/heat-deal/") for path in paths[2:-1])


def test_the_order_of_the_data_does_not_matter() -> None:
    data = {key: value[::-1] if isinstance(value, list) else value for key, value in reversed(CITY.items())}
    data["deals"] = [dict(reversed(data["deals"][0].items()))]
    assert signing_text(signing(data)) == TEXT


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (b"9 kt", b"8 kt", "line 3 is not as it was written"),
        (b"  commitments/c1", b" commitments/c1", "line 3 is not as it was written"),
        (b"  actions/", b"  <<<<<<< actions/", "line 2 is not as it was written"),
        (b"  signed  ", b"  deals/sealed  ", "the line on the signature is missing"),
    ],
)
def test_a_record_that_was_edited(old: bytes, new: bytes, what: str) -> None:
    assert TEXT.count(old) == 1
    assert read_signing(PATH, TEXT.replace(old, new)) == Signing("heat-deal", DAY, broken=what)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("commitments/c1", "[]"),
        ("commitments/c1", '{"by": 5}'),
        ("actions/a", '"x"'),
        ("other/x", "{}"),
        ("deals/heat-deal/goals", "[" * 21 + "]" * 21),
        ("deals/heat-deal/goals", "[" * 100_000 + "]" * 100_000),
        ("deals/heat-deal/goals", "{"),
        ("signed", '{"file": "x"}'),
    ],
)
def test_a_line_that_somebody_made_up(path: str, value: str) -> None:
    """Its digest is right, and what it says is not what any deal says."""
    line = f"{sha256(value.encode()).hexdigest()}  {path}  {value}\n"
    found = read_signing(PATH, line.encode())
    assert found is not None
    assert found.broken == "line 1 is not as it was written"


@pytest.mark.parametrize("text", [b"", b"\xff\xfe", b"# only a remark\n"])
def test_no_record_at_all(text: bytes) -> None:
    found = read_signing(PATH, text)
    assert found is not None
    assert found.broken


@pytest.mark.parametrize(
    "path",
    [
        ".lgd/signed/heat-deal",
        ".lgd/signed/.2026-05-04",
        ".lgd/signed/a.2026-13-01",
        ".lgd/signed/a/b.2026-01-01",
    ],
)
def test_another_file_is_no_record(path: str) -> None:
    assert read_signing(path, TEXT) is None
    assert read_signings({path: TEXT}) == ()


def test_the_last_signing_of_each_deal() -> None:
    other, later = path_of("a", date(2020, 1, 1)), path_of("heat-deal", date(2027, 1, 1))
    found = read_signings({later: TEXT, PATH: TEXT, other: TEXT})
    assert [(each.deal, each.day) for each in found] == [
        ("a", date(2020, 1, 1)),
        ("heat-deal", date(2027, 1, 1)),
    ]
