"""Signing a deal: the data is changed in two places and no other, and what was agreed is kept."""

from datetime import date

import pytest
import yaml

from lgdkit import pipeline
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.signing import Signing
from lgdkit.read.city import read_city
from lgdkit.read.signings import read_signing
from lgdkit.signing import NotSigned, Sealed, objection, sign

HEAD = """\
city: {id: lintula, name: Lintula, country: FI, languages: [fi], organisation: town}
stakeholders: [{id: town, name: L, kind: municipality}, {id: heat, name: H, kind: sme}]
commitments: [{id: c1, by: heat, text: Vaihtaa.}]
"""
DEAL = """\
deals:
  # a remark
  - id: heat-deal   # its name
    title: Lämpö
    parties: [town, heat]
    state: agreed   # by the council
    signatories:
      - {party: town, position: Johtaja}
      - {party: heat, position: Johtaja}

    note: >-
      Pitkä
      huomio
# the end"""
DAY = date(2026, 5, 4)
SIGNING = Signing("heat-deal", DAY, "Lintula", "deal.pdf", "a" * 64)
WRITTEN = f"{{date: 2026-05-04, place: Lintula, sha256: {'a' * 64}}}"


def read(deal: str) -> tuple[dict[str, bytes], City, Deal]:
    texts = {"city.yaml": HEAD.encode(), "deals.yaml": deal.encode()}
    city = read_city(texts).city
    return texts, city, city.deals[0]


def signed(deal: str, signing: Signing = SIGNING, kept: dict[str, bytes] | None = None) -> Sealed:
    texts, city, record = read(deal)
    if kept:
        city = pipeline.check(texts, date(2026, 6, 1), kept=kept).city
    return sign(texts, kept or {}, city, record, signing)


def text_of(deal: str, signing: Signing = SIGNING) -> str:
    return signed(deal, signing).text.decode()


def test_state_and_signature_alone_are_written() -> None:
    expected = DEAL.replace("state: agreed ", "state: signed ").replace(
        "council\n", f"council\n    signed: {WRITTEN}\n"
    )
    assert text_of(DEAL) == expected
    crlf = DEAL.replace("\n", "\r\n")
    assert text_of(crlf) == expected.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    state: agreed   # by the council\n", ""),  # nothing says how far it is
        ("state: agreed", "'state': \"agreed\""),
        ("state: agreed", "state: signed"),
        ("state: agreed", "state: reporting"),
        ("state: agreed ", "signed: {place: Espoo}\n    state: agreed "),
        ("state: agreed ", "signed: {date: 2026-05-04}\n    state: agreed "),
        ("state: agreed ", f"signed: {WRITTEN}\n    state: signed "),
        ("state: agreed ", "signed:\n      date: 2026-05-04   # in May\n    state: agreed "),
    ],
)
def test_the_data_says_that_it_is_signed(old: str, new: str) -> None:
    assert DEAL.count(old) == 1
    before = DEAL.replace(old, new)
    after = text_of(before)
    [was], [now] = (yaml.safe_load(text)["deals"] for text in (before, after))
    state = was.pop("state", None)
    assert now.pop("state") == ("reporting" if state == "reporting" else "signed")
    was.pop("signed", None)
    seal = now.pop("signed")
    assert (str(seal["date"]), seal["place"], seal["sha256"]) == ("2026-05-04", "Lintula", "a" * 64)
    assert now == was
    for remark in ("# a remark\n", "# its name\n", "# in May\n", "\n# the end"):
        assert (remark in before) == (remark in after)


def test_a_deal_in_braces() -> None:
    text = "deals: [{id: heat-deal, title: L, parties: [town, heat], state: agreed}]\n"
    assert text_of(text) == text.replace("state: agreed", f"state: signed, signed: {WRITTEN}")


def test_a_place_that_needs_quotes_and_none_at_all() -> None:
    assert 'place: "Lintula, {Sali}: #1"' in text_of(DEAL, SIGNING._replace(place="Lintula, {Sali}: #1"))
    assert "signed: {date: 2026-05-04, sha256: " in text_of(DEAL, SIGNING._replace(place=""))


def test_the_record() -> None:
    sealed = signed(DEAL)
    assert (sealed.file, sealed.path) == ("deals.yaml", ".lgd/signed/heat-deal.2026-05-04")
    assert read_signing(sealed.path, sealed.record) == sealed.signing
    assert sealed.signing.agreed is not None
    assert set(sealed.signing.agreed) == {
        "commitments/c1",
        "deals/heat-deal/legal_status",
        "deals/heat-deal/level",
        "deals/heat-deal/note",
        "deals/heat-deal/parties",
        "deals/heat-deal/title",
    }


def test_signed_and_checked_nothing_has_changed() -> None:
    sealed = signed(DEAL)
    texts = {"city.yaml": HEAD.encode(), "deals.yaml": sealed.text}
    found = pipeline.check(texts, date(2026, 6, 1), kept={sealed.path: sealed.record}).findings
    assert [each.diagnostic.rule for each in found if each.diagnostic.rule == "changed-since-signed"] == []
    assert objection(sealed, texts, {}, date(2026, 6, 1)) is None


def test_signing_again_changes_nothing() -> None:
    once = signed(DEAL)
    again = signed(once.text.decode(), kept={once.path: once.record})
    assert (again.text, again.record) == (once.text, once.record)


def test_after_a_kill_between_record_and_data_it_is_signed_as_it_is_now() -> None:
    once = signed(DEAL)
    again = signed(DEAL.replace("Lämpö", "Kylmä"), kept={once.path: once.record})
    assert again.record != once.record


def test_an_amendment_is_signed_on_another_day() -> None:
    once = signed(DEAL)
    kept = {once.path: once.record}
    changed = once.text.decode().replace("Lämpö", "Kylmä")
    with pytest.raises(NotSigned, match=r"signed on 2026-05-04 already.*an amendment has a day of its own"):
        signed(changed, kept=kept)
    later = SIGNING._replace(day=date(2026, 5, 5), place="Espoo")
    assert (
        "signed: {date: 2026-05-05, place: Espoo, sha256: aaa" in signed(changed, later, kept).text.decode()
    )
    with pytest.raises(NotSigned, match="say with --at where it was now"):
        signed(changed, later._replace(place=""), kept)
    with pytest.raises(NotSigned, match="was signed on 2026-05-04, which is later"):
        signed(changed, SIGNING._replace(day=date(2026, 5, 3)), kept)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("state: agreed", "state: expired", "what is over is not signed"),
        (
            "state: agreed",
            "signed: {date: 2026-05-03}\n    state: signed",
            "the data says that heat-deal was signed on",
        ),
        (
            "state: agreed",
            "signed: {}\n    state: agreed",
            "write there yourself, below heat-deal, state: signed and",
        ),
    ],
)
def test_what_cannot_be_signed(old: str, new: str, why: str) -> None:
    with pytest.raises(NotSigned, match=why):
        signed(DEAL.replace(old, new))


def test_a_deal_that_would_be_wrong_then() -> None:
    deal = DEAL.replace("      - {party: heat, position: Johtaja}\n", "")
    texts, _, _ = read(deal)
    found = objection(signed(deal), texts, {}, date(2026, 6, 1))
    assert found is not None
    assert found.diagnostic.rule == "signed-without-signature"
