"""Which draft is an old one under another id, and which is not."""

import pytest

from lgdkit.drafts.moved import moved_by_hand, related, renamed


def copy(partner: str, *own: str, shared: str = "") -> bytes:
    clauses = [f"Clause {number}." for number in range(30)]
    return "\n".join(["# Agreement", f"Copy for {partner}", *clauses, shared, *own, ""]).encode()


ACME, BLOM = copy("Acme", "Acme plants trees."), copy("Blom", "Blom builds.")


@pytest.mark.parametrize(
    ("old", "new", "so"),
    [
        ("mou/a.deal.en.md", "mou/b.deal.en.md", True),
        ("mou/a.deal.en.md", "mou/a.other.en.md", True),
        ("mou/a.en.md", "mou/a.deal.en.md", True),  # a first proposal becomes the draft of a deal
        ("mou/a.en.md", "mou/b.en.md", True),
        ("mou/a.deal.en.md", "mou/b.other.en.md", False),
        ("mou/a.deal.en.md", "mou/b.deal.fi.md", False),
        ("mou/a.en.md", "mou/b.deal.en.md", False),
        ("map.en.md", "map.fi.md", False),
        ("map.en.md", "roadmap.en.md", False),
        ("mou/a.deal.en.md", "other/b.deal.en.md", False),
    ],
)
def test_related(old: str, new: str, so: bool) -> None:
    assert related(old, new) is so


def test_an_id_that_changed() -> None:
    gone, fresh = {"mou/acme.d.en.md": ACME}, {"mou/acme-ab.d.en.md": ACME}
    assert renamed(gone, fresh, {"mou/blom.d.en.md": BLOM}) == {"mou/acme-ab.d.en.md": "mou/acme.d.en.md"}
    changed = {"mou/acme-ab.d.en.md": copy("Acme", "Acme plants trees.", shared="A new clause.")}
    assert renamed(gone, changed, {"mou/blom.d.en.md": BLOM}) == {"mou/acme-ab.d.en.md": "mou/acme.d.en.md"}


def test_another_partner_is_not_taken_for_it() -> None:
    """However alike the copies of one deal are."""
    gone, fresh = {"mou/acme.d.en.md": ACME}, {"mou/cole.d.en.md": copy("Cole", "Cole sings.")}
    assert renamed(gone, fresh, {"mou/blom.d.en.md": BLOM}) == {}
    assert renamed(gone, fresh, {}) == {}


def test_without_others_only_the_same_text_will_do() -> None:
    gone = {"mou/acme.d.en.md": ACME}
    assert renamed(gone, {"mou/b.d.en.md": ACME}, {}) == {"mou/b.d.en.md": "mou/acme.d.en.md"}
    assert renamed(gone, {"mou/b.d.en.md": ACME + b"x\n"}, {}) == {}


def test_two_that_may_be_it_are_none() -> None:
    others = {"mou/blom.d.en.md": BLOM}
    twice = {"mou/a.d.en.md": ACME, "mou/b.d.en.md": ACME}
    assert renamed({"mou/acme.d.en.md": ACME}, twice, others) == {}
    assert renamed({"mou/x.d.en.md": ACME, "mou/y.d.en.md": ACME}, {"mou/a.d.en.md": ACME}, others) == {}


def test_a_deal_with_another_id_moves_the_copies_of_all() -> None:
    gone = {"mou/acme.d.en.md": ACME, "mou/blom.d.en.md": BLOM}
    fresh = {"mou/acme.e.en.md": ACME, "mou/blom.e.en.md": BLOM}
    assert renamed(gone, fresh, {}) == {
        "mou/acme.e.en.md": "mou/acme.d.en.md",
        "mou/blom.e.en.md": "mou/blom.d.en.md",
    }


def test_the_copies_of_one_stakeholder_move_together() -> None:
    gone = {"mou/acme.d.en.md": ACME, "mou/acme.e.en.md": ACME.replace(b"Clause 1.", b"Other.")}
    fresh = {path.replace("acme", "new"): text for path, text in gone.items()}
    assert renamed(gone, fresh, {"mou/blom.d.en.md": BLOM}) == {
        path.replace("acme", "new"): path for path in gone
    }


def test_a_file_that_a_person_moved() -> None:
    gone, found = {"mou/acme.d.en.md": ACME}, {"mou/cole.d.en.md": ACME + b"By hand.\n"}
    assert moved_by_hand(gone, found) == {"mou/cole.d.en.md": "mou/acme.d.en.md"}
    assert moved_by_hand(gone, {"mou/cole.d.en.md": b"Something else.\n"}) == {}
    assert moved_by_hand({"mou/acme.d.en.md": b""}, found) == {}
