"""Two states of a city, record by record."""

import json
from typing import Any

from two_states import ACTION, CITY, COMMITMENT, DEAL, STAKEHOLDERS, city

from lgdkit.compare.change import Comparison, FieldChange
from lgdkit.compare.groups import concerning, grouped, tally
from lgdkit.compare.records import WITHHELD, compare
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.read.city import read_city

OTHER: dict[str, Any] = {"id": "o", "by": "koulu", "text": "Opettaa."}


def told(found: Comparison) -> list[tuple[str, str, str]]:
    return [
        (f"{each.kind}/{each.id}", each.what.value, each.verdict.judgement.value) for each in found.changes
    ]


def only(before: City, after: City) -> FieldChange:
    [record] = compare(before, after).changes
    [field] = record.fields
    return field


def unread(before: str, after: str) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]]]:
    """Compare two texts with faults; return what changed, and what could not be compared."""
    sides = [
        read_city({"a.yaml": f"city: {json.dumps(CITY)}\n{text}".encode()}).city for text in (before, after)
    ]
    found = compare(*sides)
    return told(found), [(each.side, each.what) for each in found.uncompared]


def test_a_whole_city_came_or_went() -> None:
    there = city(commitments=[COMMITMENT])
    found = compare(City(), there)
    assert told(found)[:2] == [
        ("commitments/c", "added", "strengthened"),
        ("city/lintula", "added", "neutral"),
    ]
    assert (found.id, found.name) == ("lintula", "Lintula")
    assert {each.what for each in compare(there, City()).changes} == {"removed"}
    assert (compare(City(), City()).id, compare(City(), City()).changes) == ("", ())


def test_the_facts_of_what_came() -> None:
    new = {**COMMITMENT, "ghg": "9 kt/year", "due": 2029, "note": "Huom."}
    [change] = compare(city(), city(commitments=[new])).changes
    assert [(each.field, each.after) for each in change.fields] == [
        ("by", "energia"),
        ("action", "a"),
        ("text", "Korvaa turpeen."),
        ("due", "2029"),
        ("ghg", "9 kt/year"),
    ]
    assert {each.verdict.judgement for each in change.fields} == {"neutral"}


def test_a_new_id_is_followed_wherever_it_is_named() -> None:
    before = city(commitments=[COMMITMENT], actions=[ACTION], deals=[{**DEAL, "commitments": ["c"]}])
    text = json.dumps(
        {"commitments": [COMMITMENT], "actions": [ACTION], "deals": [{**DEAL, "commitments": ["c"]}]}
    )
    text = text.replace('"energia"', '"lintu-energia"').replace('"c"', '"turve"')
    firms = [{**each, "id": each["id"].replace("energia", "lintu-energia")} for each in STAKEHOLDERS]
    found = compare(before, city(stakeholders=firms, **json.loads(text)))
    assert told(found) == [
        ("commitments/turve", "renamed", "neutral"),
        ("stakeholders/lintu-energia", "renamed", "neutral"),
    ]
    assert [each.former_id for each in found.changes] == ["c", "energia"]


def test_of_two_that_are_alike_none_is_called_renamed() -> None:
    before = city(commitments=[{**COMMITMENT, "id": "x"}, {**COMMITMENT, "id": "y"}])
    after = city(commitments=[{**COMMITMENT, "id": "z"}])
    assert sorted(told(compare(before, after))) == [
        ("commitments/x", "removed", "weakened"),
        ("commitments/y", "removed", "weakened"),
        ("commitments/z", "added", "strengthened"),
    ]


def test_the_city_itself_has_another_id() -> None:
    assert only(city(), city(city={"id": "lintula-2"})).field == "id"


def test_the_commitments_of_a_deal() -> None:
    both = {"commitments": [COMMITMENT, OTHER]}
    deal = {**DEAL, "parties": ["town", "energia", "koulu"]}
    implied = city(**both, deals=[deal])
    listed = city(**both, deals=[{**deal, "commitments": ["o", "c"]}])
    fewer = city(**both, deals=[{**deal, "commitments": ["c"]}])
    assert compare(implied, listed).changes == ()
    gone = only(implied, fewer)
    assert (gone.field, gone.before, gone.after, gone.verdict.judgement) == (
        "commitments",
        "o",
        None,
        "weakened",
    )
    assert only(fewer, listed).verdict.judgement == "strengthened"
    exchanged = city(**both, deals=[{**deal, "commitments": ["o"]}])
    assert only(fewer, exchanged).verdict.judgement == "unclear"


def test_a_commitment_that_is_gone_is_told_once() -> None:
    before = city(commitments=[COMMITMENT, OTHER], deals=[{**DEAL, "commitments": ["c", "o"]}])
    after = city(commitments=[COMMITMENT], deals=[{**DEAL, "commitments": ["c"]}])
    assert told(compare(before, after)) == [("commitments/o", "removed", "weakened")]


def test_the_order_that_means_something() -> None:
    targets = [{"id": "t1"}, {"id": "t2"}]
    swapped = only(city(city={"targets": targets}), city(city={"targets": targets[::-1]}))
    assert (swapped.field, swapped.before, swapped.after) == ("targets", "t1, t2", "t2, t1")
    assert swapped.verdict.reason == "another order"
    spoken = only(
        city(city={"name": {"fi": "L"}}), city(city={"name": {"fi": "L"}, "languages": ["fi", "sv"]})
    )
    assert (spoken.field, spoken.before, spoken.after) == ("languages", "fi, en", "fi, sv")


def test_texts_by_language() -> None:
    def with_text(text: Any, **deal: Any) -> City:
        return city(commitments=[{**COMMITMENT, "text": text}], deals=[{**DEAL, **deal}])

    plain = with_text({"fi": "a", "en": "b"})
    more = only(plain, with_text({"fi": "a", "en": "b", "sv": "c"}))
    assert (more.language, more.before, more.after, more.verdict.judgement) == ("sv", None, "c", "neutral")
    assert only(plain, with_text({"fi": "a", "en": "x"})).verdict.judgement == "neutral"
    leading = (
        with_text(text, leading_language="en") for text in ({"fi": "a", "en": "b"}, {"fi": "a", "en": "x"})
    )
    assert only(*leading).verdict.judgement == "unclear"
    checked = only(plain, with_text({"fi": "a", "en": {"text": "b", "origin": "machine", "of": "0" * 64}}))
    assert (checked.before, checked.after) == (
        "origin not said, of not said",
        "origin machine, of 000000000000",
    )
    assert checked.verdict.reason == "how the text came about"


def test_the_reason_for_a_missing_figure() -> None:
    def why(text: Any) -> City:
        return city(commitments=[{**COMMITMENT, "ghg": {"not_quantified": text}}])

    found = only(why({"fi": "a", "en": "b"}), why({"fi": "c", "en": "b"}))
    assert (found.field, found.language, found.before, found.after) == ("ghg.not_quantified", "fi", "a", "c")
    assert only(city(commitments=[COMMITMENT]), why("a")).after == "not quantified: a"


def test_values_are_written_as_in_the_data() -> None:
    before = {
        **COMMITMENT,
        "investment": {"amount": "1.5 MEUR", "year": 2025},
        "ghg": {"transport": "1 kt/year"},
    }
    after = {
        **COMMITMENT,
        "every": {"times": 2, "per": "year"},
        "ghg": "not-applicable",
        "extra": {"a": True, "b": 1.5},
    }
    [change] = compare(city(commitments=[before]), city(commitments=[after])).changes
    assert [(each.field, each.before, each.after) for each in change.fields] == [
        ("every", None, "2 per year"),
        ("ghg", "transport 1 kt/year", "not-applicable"),
        ("investment", "1.5 MEUR, year 2025", None),
        ("extra.a", None, "true"),
        ("extra.b", None, "1.5"),
    ]
    goal = {"id": "t", "target": {"year": 2030, "reduction": "80 %"}}
    less = {"id": "t", "target": {"year": 2030, "reduction": "75.5 %"}}
    found = only(city(city={"targets": [goal]}), city(city={"targets": [less]}))
    assert (found.before, found.after) == ("80 %", "75.5 %")
    notice = [{**DEAL, "termination": {"notice": each}} for each in ("1 month", "3 months")]
    found = only(city(deals=notice[:1]), city(deals=notice[1:]))
    assert (found.before, found.after) == ("1 month", "3 months")
    [change] = compare(city(), city(actions=[{**ACTION, "cost": {"own": "1 MEUR", "per_year": {}}}])).changes
    assert [each.after for each in change.fields][-1] == "1 MEUR"


def test_entries_of_lists_are_known_by_their_names() -> None:
    def with_steps(*steps: Any) -> City:
        return city(actions=[{**ACTION, "milestones": list(steps)}])

    first, second = {"title": {"fi": "a", "en": "b"}, "due": 2026}, {"title": "c", "due": 2027}
    moved = only(with_steps(first, second), with_steps(second, {**first, "due": 2028}))
    assert (moved.field, moved.entry, moved.moved) == ("milestones.due", "a", "later")
    translated = only(
        with_steps(first, second), with_steps({**first, "title": {"fi": "a", "en": "x"}}, second)
    )
    assert (translated.field, translated.language) == ("milestones.title", "en")
    two = [
        each.after or each.before
        for each in compare(with_steps(first), with_steps(second, {"title": "d"})).changes[0].fields
    ]
    assert two == ["a, due 2026", "c, due 2027", "d"]
    same_name = compare(with_steps(first, first), with_steps({**first, "due": 1999})).changes[0].fields
    assert len(same_name) == 3


def test_a_list_in_an_entry_of_a_list() -> None:
    def choices(*given: str) -> City:
        return city(
            city={"extra_fields": [{"name": "x", "label": "X", "kind": "choice", "choices": list(given)}]}
        )

    found = only(choices("a", "b"), choices("b", "c", "d"))
    assert (found.field, found.entry, found.before, found.after) == ("extra_fields.choices", "x", "a", "c, d")
    assert found.listed


def test_of_persons_nothing_is_shown() -> None:
    before, after = (city(persons=[{"id": "p", "name": name}]) for name in ("Aino", "Eino"))
    [change] = compare(before, after).changes
    assert (change.title, [(each.before, each.after) for each in change.fields]) == (
        "",
        [(WITHHELD, WITHHELD)],
    )
    assert "Aino" not in repr(compare(city(), before))


def test_what_the_city_accepts() -> None:
    kept = {"rule": "k", "at": "city", "reason": "x"}
    before = city(allow=[kept, {"rule": "a", "at": "city", "reason": "x"}, {"rule": "b", "at": "city"}])
    after = city(allow=[{"rule": "a", "at": "city", "reason": "y"}, {"rule": "c", "at": "city"}, kept])
    assert told(compare(before, after)) == [
        ("allow/a at city", "changed", "neutral"),
        ("allow/c at city", "added", "neutral"),
        ("allow/b at city", "removed", "neutral"),
    ]


def test_what_cannot_be_read_is_neither_gone_nor_new() -> None:
    whole = f"commitments: [{json.dumps(COMMITMENT)}, {json.dumps(OTHER)}]"
    no_text = f"commitments: [{json.dumps({'id': 'c', 'by': 5})}, {json.dumps(OTHER)}]"
    changes, left = unread(whole, no_text)
    assert "commitments/c" not in {each[0] for each in changes if each[1] == "removed"}
    assert left
    assert all(side == "after" for side, _ in left)
    assert unread(no_text, whole)[1] == [("before", what) for _, what in left]
    broken = whole.replace('"by": "energia"', '"by": "energia", "due": "soon"')
    assert unread(whole, broken) == ([], [("after", "commitments/c: due")])
    assert unread(broken, whole) == ([], [("before", "commitments/c: due")])
    assert unread(broken, broken) == ([], [("both", "commitments/c: due")])


def test_files_and_ids_that_cannot_be_read() -> None:
    whole = f"commitments: [{json.dumps(COMMITMENT)}]"
    assert unread(whole, "commitments: [{id: c, by: [}") == (
        [("city/lintula", "removed", "neutral")][:0],
        [("after", "the file a.yaml"), ("after", "commitments/c"), ("after", "city/lintula")],
    )
    nameless = "commitments: [{by: energia, text: x, id: 5}]"
    assert unread(whole, nameless) == (
        [],
        [("after", "a record of commitments in the file a.yaml"), ("after", "commitments/c")],
    )
    twice = f"commitments: [{json.dumps(COMMITMENT)}, {json.dumps(COMMITMENT)}]"
    assert unread(twice, twice) == ([], [("both", "commitments/c")])
    assert unread(whole, twice) == ([], [("after", "commitments/c")])
    deal = f"deals: [{json.dumps(DEAL)}]"
    assert unread(deal, deal.replace('"title"', '"commitments": "x y", "title"')) == (
        [],
        [("after", "deals/d: commitments")],
    )


def test_no_readable_city_on_one_side() -> None:
    before = read_city({"a.yaml": f"commitments: [{json.dumps(COMMITMENT)}]".encode()}).city
    found = compare(before, city(commitments=[{**COMMITMENT, "text": {"en": "Replaces peat.", "fi": "x"}}]))
    assert ("before", "city/lintula") in [(each.side, each.what) for each in found.uncompared]
    assert "." not in "".join(each.what for each in found.uncompared)


def test_groups_and_counts() -> None:
    deals = [
        {**DEAL, "commitments": ["c"]},
        {**DEAL, "id": "b", "title": "Toinen", "commitments": ["c", "o"]},
    ]
    before = city(commitments=[COMMITMENT, OTHER, {**OTHER, "id": "z"}], actions=[ACTION], deals=deals)
    after = city(
        city={"vision": "Uusi"},
        commitments=[
            {**COMMITMENT, "due": 2029},
            {**OTHER, "status": "cancelled"},
            {**OTHER, "id": "z", "by": "town"},
        ],
        actions=[{**ACTION, "note": "x", "partners": ["koulu"]}],
        deals=[{**deals[0], "level": "full"}, deals[1]],
    )
    found = compare(before, after)
    shape = [(g.kind, g.id, [(s.id, [c.id for c in s.changes]) for s in g.sections]) for g in grouped(found)]
    assert shape == [
        ("deal", "b", [("energia", ["c"]), ("koulu", ["o"])]),
        ("deal", "d", [("", ["d"])]),
        ("no-deal", "", [("town", ["z"])]),
        ("city", "", [("", ["lintula"])]),
        ("actions", "", [("", ["a"])]),
    ]
    counts = tally([found])
    assert (counts.strengthened, counts.weakened, counts.unclear, counts.otherwise) == (3, 1, 1, 1)
    assert [each.id for each in concerning(found, "koulu").changes] == ["o", "z", "a"]
    assert [each.id for each in concerning(found, "energia").changes] == ["d", "c", "a"]


def test_the_parties_of_a_deal_are_what_it_is_about() -> None:
    gone = compare(city(deals=[DEAL]), city())
    assert [each.concerns for each in gone.changes] == [frozenset({"town", "energia"})]
    assert gone.names["deals/d"] == "Lämpösopimus"


def test_a_record_made_by_hand_has_no_place() -> None:
    deal = Deal.model_validate({**DEAL, "commitments": ["x"]})
    [change] = compare(
        City(deals=(deal,)), City(deals=(deal.model_copy(update={"commitments": ("y",)}),))
    ).changes
    assert [(each.before, each.after, each.place) for each in change.fields] == [("x", "y", None)]
