"""How a text came about, and whether it is a translation at all."""

import pytest

from lgdkit.model.text import digest

from .small import marked, only, rules

CITY = "city:\n  id: lakeside\n  name: Lakeside\n  country: FI\n  languages: [fi, en]\n"


def _vision(fi: str, en: str) -> str:
    return f"{CITY}  vision: {{fi: {fi}, en: {en}}}\n"


def test_a_digest_does_not_depend_on_how_lines_are_broken() -> None:
    assert digest("A clean\n  lake ") == digest("A clean lake")
    assert digest("A clean lake") != digest("A clean lake.")


def test_a_translation_keeps_up_with_its_original() -> None:
    now, before = digest("Puhdas järvi"), digest("Puhdas lampi")
    for length in (8, 12, 64):
        assert rules(_vision("Puhdas järvi", f"{{text: Clean lake, of: '{now[:length]}'}}")) == []
    found = only(_vision("Puhdas järvi", f"{{text: Clean lake, of: '{before}'}}"))
    assert (found.diagnostic.rule, marked(found)) == ("stale-translation", f"'{before}'")
    assert f"of: {now[:12]}" in found.diagnostic.help
    assert "the text in fi" in found.diagnostic.help


def test_the_original_is_the_text_that_is_no_translation() -> None:
    vision = f"sv: {{text: Ren, of: '{digest('Puhdas')}'}}, fi: Puhdas, en: {{text: X, of: '00000000'}}"
    found = only(CITY.replace("[fi, en]", "[sv, fi, en]") + f"  vision: {{{vision}}}\n")
    assert f"of: {digest('Puhdas')[:12]}" in found.diagnostic.help


def test_a_translation_whose_original_is_gone_is_missing_and_not_stale() -> None:
    assert rules(CITY + "  vision: {en: {text: Clean lake, of: '00000000'}}\n") == ["missing-translation"]


def test_an_empty_digest_is_none() -> None:
    assert rules(_vision("Puhdas järvi", "{text: Clean lake, of: ' '}")) == ["stale-translation"]


# --- machines ------------------------------------------------------------------------------------------------

MACHINE = "{en: {text: Two heat pumps., origin: machine}}"


def _deal(more: str, purpose: str = MACHINE) -> str:
    return (
        f"deals: [{{id: d, title: D, parties: [town, heat], purpose: {purpose}, "
        f"city_contributions: [{{text: C}}], {more}}}]\n"
    )


SIGNED = "state: signed, signed: {date: 2025}, signatories: [{party: town, position: M}, {party: heat, position: M}]"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (SIGNED, 1),
        ("state: reporting" + SIGNED.removeprefix("state: signed"), 1),
        ("legal_status: binding", 1),
        ("legal_status: partly-binding, state: negotiating", 1),
        ("state: negotiating", 0),
        ("state: agreed", 0),
        ("legal_status: binding, state: withdrawn", 0),
    ],
)
def test_no_machine_wrote_what_is_signed_or_binds(more: str, expected: int) -> None:
    assert rules(_deal(more)) == ["machine-text-in-deal"] * expected


def test_an_approved_text_and_a_note_may_stand() -> None:
    assert rules(_deal(SIGNED, MACHINE.replace("machine", "approved"))) == []
    assert rules(_deal(f"{SIGNED}, note: {MACHINE}", "P")) == []


PROMISE = "commitments:\n  - {id: c, by: heat, amount: 1 x, text: {en: {text: T, origin: machine}}}\n"


def test_the_commitments_of_a_deal_belong_to_it() -> None:
    assert rules(PROMISE + _deal(SIGNED, "P")) == ["machine-text-in-deal"]
    assert rules(PROMISE + _deal(SIGNED + ", commitments: [c]", "P")) == ["machine-text-in-deal"]
    assert rules(PROMISE + _deal(SIGNED + ", commitments: [heat-pumps]", "P")) == []
    assert rules(PROMISE + _deal("state: agreed", "P")) == []
    assert rules(PROMISE.replace("by: heat", "by: town") + _deal(SIGNED, "P")) == []


# --- copies ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Clean lake", "One two three four", "Klimatneutrala Umeå 2030"])
def test_a_short_text_may_be_the_same(text: str) -> None:
    assert rules(_vision(text, text)) == []


def test_a_long_text_is_translated() -> None:
    same = "One two three four five"
    found = only(_vision(same, same))
    assert (found.diagnostic.rule, marked(found)) == ("untranslated-copy", same)
    assert "the one in fi" in found.diagnostic.message
    three = CITY.replace("[fi, en]", "[fi, sv, en]") + f"  vision: {{fi: Puhdas, sv: {same}, en: {same}}}\n"
    assert "the one in sv" in only(three).diagnostic.message


def test_a_name_may_be_the_same() -> None:
    name = "The Lakeside Society of Friends"
    assert rules(f"{CITY}sources: [{{id: s, title: {{fi: {name}, en: {name}}}}}]\n") == []


# --- languages in use -------------------------------------------------------------------------------------------

UNUSED = ("language-not-used",)


def test_a_language_is_used_by_the_city_a_deal_or_a_stakeholder() -> None:
    text = CITY + "  vision: {fi: P, en: C, sv: R}\n  note: {fi: P, en: C, sv: R}\n"
    found = only(text, advice=UNUSED)
    assert (found.diagnostic.rule, marked(found)) == ("language-not-used", "R")
    assert "one more place" in found.diagnostic.message
    spoken = "stakeholders: [{id: a, name: A, kind: sme, language: sv}]\n"
    assert "language-not-used" not in rules(text + spoken, advice=UNUSED)
    drafted = "deals: [{id: d, title: {fi: D, en: D, sv: D}, parties: [x/a, x/b], languages: [sv]}]\n"
    assert "language-not-used" not in rules(text + drafted, advice=UNUSED)
    assert "language-not-used" not in rules(text + "deals: [5]\n", advice=UNUSED)
    assert rules(text.replace("[fi, en]", "fi"), advice=UNUSED) == ["wrong-type"]


def test_a_name_may_be_in_any_language() -> None:
    assert rules(CITY.replace("name: Lakeside", "name: {fi: Järvi, sv: Sjö}"), advice=UNUSED) == []
