"""The cities of a folder at two times: which is which."""

from pathlib import Path

from lgdkit.diagnostics import Place
from lgdkit.difference import differences
from lgdkit.disk import Folder, link_fault, parted

CITY = "city: {{id: {0}, name: {0}, country: FI, languages: [fi]}}\n"
TOWN = "stakeholders:\n- {id: town, name: Town, kind: municipality}\n"


def folder(**texts: str) -> Folder:
    """Return a folder of texts; two underscores stand for a slash, one for the ending."""
    return Folder(
        Path("x"), {f"{name.replace('__', '/')}.yaml": text.encode() for name, text in texts.items()}
    )


def found(before: Folder, after: Folder) -> list[tuple[str, str, list[str]]]:
    return [
        (each.root, each.comparison.id, [change.what.value for change in each.comparison.changes])
        for each in differences(before, after)
    ]


def test_cities_are_known_by_their_ids() -> None:
    before = folder(a__city=CITY.format("a"), b__city=CITY.format("b"))
    assert found(before, folder(c__city=CITY.format("a"), b__city=CITY.format("b"))) == [
        ("b", "b", []),
        ("c", "a", []),
    ]


def test_or_else_by_their_folders() -> None:
    before = folder(a__city=CITY.format("a"), b__city=CITY.format("b"))
    after = folder(a__city=CITY.format("new"), b__city=CITY.format("b"))
    assert found(before, after) == [("a", "new", ["changed"]), ("b", "b", [])]


def test_one_that_came_and_one_that_went() -> None:
    one, two = folder(a__city=CITY.format("a")), folder(a__city=CITY.format("a"), b__city=CITY.format("b"))
    assert found(one, two) == [("a", "a", []), ("b", "b", ["added"])]
    assert found(two, one) == [("", "a", []), ("b", "b", ["removed"])]
    assert found(folder(), folder()) == []


def test_the_lines_of_what_changed() -> None:
    town = TOWN.replace("Town", "Kaupunki")
    [each] = differences(folder(city=CITY.format("a") + TOWN), folder(city=CITY.format("a") + "\n\n" + town))
    assert each.lines == {
        Place("city.yaml", ("stakeholders", 0)): 5,
        Place("city.yaml", ("stakeholders", 0, "name")): 5,
    }
    assert each.stakeholders == {"town"}


def test_a_folder_of_other_data_is_no_city() -> None:
    assert found(folder(), folder(a__x="# city: none\n", b__x="city: [1]\n", c__x="x: 1\n")) == []
    records = folder(a__x=CITY.format("a"), b__x=f"city: 5\n{TOWN}")
    [_, other] = differences(records, records)
    assert (other.root, other.comparison.id) == ("b", "")
    assert [each.what for each in other.comparison.uncompared] == []


def test_faults_go_with_their_city() -> None:
    whole = folder(a__city=CITY.format("a"), b__city=CITY.format("b"))
    faults = tuple(link_fault(file) for file in ("a/link.yaml", "b/link.yaml"))
    parts = parted(Folder(whole.root, whole.texts, faults))
    assert {root: [each.place.file for each in part.faults] for root, part in parts.items()} == {
        "a": ["link.yaml"],
        "b": ["link.yaml"],
    }
    assert (parts["a"].root, list(parts["a"].texts)) == (Path("x/a"), ["city.yaml"])
    assert parted(folder(x="actions: []\n")) == {}
