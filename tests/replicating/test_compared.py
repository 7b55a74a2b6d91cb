"""Copies beside their originals, where some of them have gone or were taken over from elsewhere."""

from prototypes import made_of
from test_proposal import HERE, THERE

from lgdkit.model.city import City
from lgdkit.read.city import read_city
from lgdkit.replicating.compared import compared, origins_of


def _two(there: str = THERE, more: str = "") -> tuple[City, City, dict[str, bytes]]:
    made = made_of("hillside", "sun-deal", {"hillside": THERE, "lakeside": HERE})
    texts = {"all.yaml": HERE.encode(), made.file: made.text, "more.yaml": more.encode()}
    return read_city({"all.yaml": there.encode()}).city, read_city(texts).city, texts


def _told(there: str = THERE, more: str = "", name: str = "sun-deal") -> set[tuple[str, str, str]]:
    source, target, texts = _two(there, more)
    kind, _, _ = origins_of(target, name)
    found = compared(source, target, texts, kind, name)
    assert all(line > 0 for line in found.lines.values())
    return {(each.kind, each.id, str(each.what)) for each in found.comparison.changes}


def test_where_a_record_comes_from() -> None:
    _, target, _ = _two()
    assert origins_of(target, "roofs") == ("commitments", "hillside", "roofs")
    assert origins_of(target, "heat") == ("", "", "")


def test_a_deal_with_all_that_belongs_to_it() -> None:
    assert _told() == {
        ("actions", "solar", "changed"),
        ("commitments", "roofs", "changed"),
        ("deals", "sun-deal", "changed"),
    }


def test_a_commitment_alone() -> None:
    assert _told(name="roofs") == {("commitments", "roofs", "changed")}


def test_an_original_that_has_gone() -> None:
    gone = THERE.replace("  - {id: advice, by: hill, text: Neuvoo.}\n", "").replace(
        "[roofs, advice]", "[roofs]"
    )
    assert ("commitments", "advice", "added") in _told(gone)


def test_what_comes_from_elsewhere_is_not_compared() -> None:
    more = "commitments: [{id: other, by: heat, action: solar, text: T, replicates: seaside/roofs}]\n"
    assert {name for _, name, _ in _told(more=more, name="solar")} == {"solar", "roofs"}


def test_cities_without_an_organisation() -> None:
    source, target, texts = _two(THERE.replace(", organisation: hill}", "}"))
    assert compared(source, target, texts, "commitments", "advice").comparison.changes == ()
