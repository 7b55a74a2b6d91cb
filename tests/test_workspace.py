"""Opening a workspace: its members, what it may not reach, and the vocabularies that its cities share."""

from pathlib import Path

import pytest

from lgdkit.diagnostics import Severity
from lgdkit.disk import read_folder
from lgdkit.pipeline import check
from lgdkit.workspace import Space, open_workspace, twice_the_same_city
from small_space import DAY, city, lay, space_text

WORDS = """vocabulary:
  id: alliance
  version: "1.1"
  terms:
    - {id: clean-energy, name: Clean energy, ccc: energy-systems}
    - {id: ghg, name: Emissions, unit: t CO2e}
  changes:
    - {version: "1.0", terms: {energy: clean-energy}}
"""
AGREED = '{id: alliance, version: "1.1", file: words.yaml}'


def opened(root: Path, *trusted: Path) -> Space:
    space = open_workspace(root, trusted)
    assert space is not None
    return space


def found(space: Space) -> list[tuple[str, str]]:
    return [
        (each.diagnostic.rule, each.line[each.span.column - 1 : each.span.end - 1]) for each in space.findings
    ]


def test_a_folder_without_the_file_is_none(tmp_path: Path) -> None:
    assert open_workspace(lay(tmp_path, {"a/a.yaml": city("a")})) is None


def test_data_of_a_city_may_stand_in_a_file_of_that_name(tmp_path: Path) -> None:
    assert open_workspace(lay(tmp_path, {"lgd.yaml": city("a")})) is None


def test_without_members_every_city_below_is_one_in_the_order_of_names(tmp_path: Path) -> None:
    root = lay(
        tmp_path,
        {"lgd.yaml": space_text(), "b/x.yaml": city("b"), "a/x.yaml": city("a"), "c/x.yaml": "actions: []\n"},
    )
    assert opened(root).members == (root / "a", root / "b")


def test_a_workspace_of_one_city_is_not_that_city(tmp_path: Path) -> None:
    root = lay(tmp_path, {"lgd.yaml": space_text(), "a/x.yaml": city("a")})
    assert opened(root).members == (root / "a",)


def test_members_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    root = lay(
        tmp_path, {"lgd.yaml": space_text("b", "a"), "b/deep/x.yaml": city("b"), "a/x.yaml": city("a")}
    )
    space = opened(root)
    assert (space.members, space.findings) == ((root / "b", root / "a"), ())


@pytest.mark.parametrize(
    ("member", "rule"),
    [
        ("nowhere", "member-missing"),
        ("~/a", "member-missing"),
        ("empty", "member-missing"),
        ("several", "member-missing"),
        ("./a", "member-twice"),
        ("../out", "member-outside"),
        ("a/../../out", "member-outside"),
        ("/etc", "member-outside"),
        ("linked", "symbolic-link"),
        ("linked/a", "symbolic-link"),
    ],
)
def test_a_member_that_cannot_be_taken_is_named_and_the_others_stay(
    tmp_path: Path, member: str, rule: str
) -> None:
    files = {
        "space/lgd.yaml": space_text("a", member),
        "space/a/x.yaml": city("a"),
        "space/empty/x.yaml": "actions: []\n",
        "space/several/b/x.yaml": city("b"),
        "space/several/c/x.yaml": city("c"),
        "out/x.yaml": city("out"),
    }
    root = lay(tmp_path, files) / "space"
    (root / "linked").symlink_to(tmp_path / "out")
    space = opened(root)
    assert found(space) == [(rule, member)]
    assert space.members == (root / "a",)


def test_a_folder_outside_is_a_member_once_the_person_allows_it(tmp_path: Path) -> None:
    root = lay(
        tmp_path,
        {
            "space/lgd.yaml": space_text("../out", "../out-of-it"),
            "out/x.yaml": city("out"),
            "out-of-it/x.yaml": city("no"),
        },
    )
    space = opened(root / "space", tmp_path / "out")
    assert space.members == (tmp_path / "out",)
    assert [rule for rule, _ in found(space)] == ["member-outside"]


def test_a_way_out_and_in_again_needs_no_leave(tmp_path: Path) -> None:
    root = lay(tmp_path, {"space/lgd.yaml": space_text("../space/a"), "space/a/x.yaml": city("a")}) / "space"
    assert opened(root).members == (root / "a",)


def test_members_that_cannot_be_read_are_not_taken_for_none(tmp_path: Path) -> None:
    root = lay(tmp_path, {"lgd.yaml": "name: X\nlanguages: [en]\nmembers: a\n", "a/x.yaml": city("a")})
    space = opened(root)
    assert (space.members, [rule for rule, _ in found(space)]) == ((), ["wrong-type"])


@pytest.mark.parametrize(
    "text", ["", "- a\n", "name: [\n", "name: X\nlanguage: [en]\n", "a: 1\n", "\0", "? {x: 1}\n: 2\n"]
)
def test_whatever_stands_in_the_file_is_a_finding(tmp_path: Path, text: str) -> None:
    space = opened(lay(tmp_path, {"lgd.yaml": text}))
    assert space.findings
    assert all(each.diagnostic.help or each.diagnostic.expected for each in space.findings)


def test_two_cities_of_one_id_are_told_at_the_second(tmp_path: Path) -> None:
    root = lay(
        tmp_path, {"lgd.yaml": space_text("a", "b"), "a/x.yaml": city("same"), "b/x.yaml": city("same")}
    )
    space = opened(root)
    (wrong,) = twice_the_same_city(space, {"same": [root / "a", root / "b"]})
    assert (wrong.diagnostic.rule, wrong.line[wrong.span.column - 1 : wrong.span.end - 1]) == (
        "duplicate-id",
        "b",
    )


@pytest.mark.parametrize(
    ("uses", "words", "rule"),
    [
        ([AGREED, AGREED], WORDS, "vocabulary-mismatch"),
        ([AGREED.replace("1.1", "1.0")], WORDS, "vocabulary-mismatch"),
        ([AGREED.replace("alliance", "other")], WORDS, "vocabulary-mismatch"),
        ([AGREED.replace("words", "none")], WORDS, "vocabulary-missing"),
        ([AGREED.replace("words", "../words")], WORDS, "vocabulary-missing"),
        ([AGREED.replace("words", "link")], WORDS, "vocabulary-missing"),
        ([AGREED], WORDS.replace("ghg,", "clean-energy,"), "duplicate-id"),
        ([AGREED], WORDS.replace("energy: clean-energy}", "energy: heat}"), "unknown-reference"),
        ([AGREED], "actions: []\n", "missing-field"),
        ([AGREED], "vocabulary:\n", "empty-value"),
        ([AGREED], WORDS + "actions: []\n", "unknown-key"),
        ([AGREED], "- a\n", "not-a-mapping"),
        ([AGREED], "vocabulary: [\n", "yaml-syntax"),
        ([AGREED], WORDS.replace("ccc: energy-systems", "ccc: energy"), "unknown-code"),
    ],
)
def test_a_vocabulary_that_is_not_what_was_agreed(
    tmp_path: Path, uses: list[str], words: str, rule: str
) -> None:
    root = lay(
        tmp_path, {"lgd.yaml": space_text("a", vocabularies=uses), "a/x.yaml": city("a"), "words.yaml": words}
    )
    (root / "link.yaml").symlink_to(root / "words.yaml")
    assert [each.diagnostic.rule for each in opened(root).findings] == [rule]


@pytest.mark.parametrize(
    ("data", "rule", "way_out"),
    [
        (
            '  vocabularies: {alliance: "1.1"}\n  fields: [{id: x, name: X, uses: alliance/clean-energy}]\n',
            "",
            "",
        ),
        (
            "  fields: [{id: x, name: X, uses: alliance/clean-energy}]\n",
            "vocabulary-without-version",
            "agreed on",
        ),
        (
            '  vocabularies: {alliance: "1.0"}\n  fields: [{id: x, name: X, uses: alliance/energy}]\n',
            "vocabulary-version",
            'Write alliance: "1.1", alliance/clean-energy for alliance/energy.',
        ),
        (
            '  vocabularies: {alliance: "0.9"}\n  fields: [{id: x, name: X, uses: alliance/energy}]\n',
            "vocabulary-version",
            "look for what stands for energy",
        ),
        (
            '  vocabularies: {alliance: "1.1"}\n  fields: [{id: x, name: X, uses: alliance/clean-enrgy}]\n',
            "unknown-term",
            '"alliance/clean-energy"',
        ),
        (
            '  vocabularies: {other: "1"}\n  fields: [{id: x, name: X, uses: other/clean-energy}]\n',
            "unknown-term",
            "Add it to lgd.yaml",
        ),
        (
            '  vocabularies: {alliance: "1.1"}\n  fields: [{id: x, name: X, ccc: industry, uses: alliance/clean-energy}]',  # noqa: E501
            "term-mapped-otherwise",
            "code of the group",
        ),
        (
            '  vocabularies: {alliance: "1.1"}\nindicators: [{id: i, name: I, unit: kt, uses: alliance/ghg}]\n',
            "term-mapped-otherwise",
            "in that unit",
        ),
    ],
)
def test_what_a_city_says_of_shared_terms(tmp_path: Path, data: str, rule: str, way_out: str) -> None:
    root = lay(
        tmp_path,
        {
            "lgd.yaml": space_text("a", vocabularies=[AGREED]),
            "a/x.yaml": city("a") + data,
            "words.yaml": WORDS,
        },
    )
    space = opened(root)
    assert not space.findings
    checked = check(read_folder(root / "a").texts, DAY, shared=space.vocabularies)
    of_it = [
        each
        for each in checked.findings
        if each.diagnostic.rule in (rule, "vocabulary-version", "unknown-term")
    ]
    assert [each.diagnostic.rule for each in of_it] == ([rule] if rule else [])
    assert all(way_out in each.diagnostic.help for each in of_it)
    assert (
        not [each for each in checked.findings if each.diagnostic.severity is Severity.ERROR]
        or rule == "unknown-term"
    )


def test_terms_are_not_looked_up_where_no_workspace_is_known() -> None:
    data = (
        city("a") + '  vocabularies: {alliance: "1.1"}\n  fields: [{id: x, name: X, uses: alliance/none}]\n'
    )
    rules = {each.diagnostic.rule for each in check({"x.yaml": data.encode()}, DAY).findings}
    assert not rules & {"unknown-term", "vocabulary-version", "vocabulary-without-version"}


def test_a_version_that_differs_names_only_its_own_terms(tmp_path: Path) -> None:
    second = '{id: other, version: "2", file: other.yaml}'
    files = {
        "lgd.yaml": space_text("a", vocabularies=[AGREED, second]),
        "words.yaml": WORDS,
        "other.yaml": 'vocabulary: {id: other, version: "2", terms: [{id: t, name: T}]}\n',
        "a/x.yaml": city("a")
        + '  vocabularies: {alliance: "1.0", other: "2"}\n'
        + "  fields: [{id: x, name: X, uses: other/t}, {id: y, name: Y, uses: alliance/energy}, "
        "{id: z, name: Z, uses: alliance/ghg}]\n",
    }
    space = opened(lay(tmp_path, files))
    found = check(read_folder(tmp_path / "a").texts, DAY, shared=space.vocabularies).findings
    (wrong,) = (each for each in found if each.diagnostic.rule == "vocabulary-version")
    assert wrong.diagnostic.help == 'Write alliance: "1.1", alliance/clean-energy for alliance/energy.'
    nothing = check({"x.yaml": b"actions: []\n"}, DAY, shared=space.vocabularies).findings
    assert "vocabulary-version" not in {each.diagnostic.rule for each in nothing}


def test_a_circle_of_links_is_followed_nowhere(tmp_path: Path) -> None:
    root = lay(tmp_path, {"space/lgd.yaml": space_text("../circle/a")}) / "space"
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert [rule for rule, _ in found(opened(root))] == ["member-outside"]
