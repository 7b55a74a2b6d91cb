"""Every catalogue is whole, sound and laid out alike; what waits for a person is listed in docs/languages.md."""

import io
import re
from collections import Counter
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.checkers import checkers
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from lgdkit.render.language import QUESTION

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "templates" / "words"
PAGE = ROOT / "docs" / "languages.md"
LANGUAGES = sorted(path.stem for path in WORDS.glob("*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%")
NUMBER = Counter(("%(count)s", "%(count)d", "%(times)d"))
EDGES = ("<!-- what waits: written by a test -->", "<!-- end of what waits -->")


def catalogue(language: str) -> Catalog:
    return read_po(io.BytesIO((WORDS / f"{language}.po").read_bytes()), locale=language, abort_invalid=True)


def template() -> Catalog:
    return read_po(io.BytesIO((WORDS / "lgdkit.pot").read_bytes()))


def messages(known: Catalog) -> list[Message]:
    """Return the messages without the header."""
    return [each for each in known if each.id]


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """Return all plural forms of a message; one that is empty has an empty one."""
    return [text] if isinstance(text, str) else list(text or [""])


def placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text))


def laid_out(language: str) -> str:
    """Return the catalogue as it is written: its own first lines, then the messages in the template's order."""
    known = catalogue(language)
    known.update(template(), no_fuzzy_matching=True)
    out = io.BytesIO()
    write_po(out, known, width=0, omit_header=True, sort_by_file=True, include_lineno=False)
    head = (WORDS / f"{language}.po").read_text("utf-8").split("\n\n", 1)[0]
    return f"{head}\n\n" + out.getvalue().decode().strip("\n") + "\n"


def what_waits(known: Catalog) -> list[tuple[str, str, str]]:
    """List what a person has still to look at: the English message, our words, and the question."""
    found = []
    for each in messages(known):
        comment = " ".join(each.user_comments)
        if QUESTION in comment:
            said = forms(each.id)[0] + (f" ({each.context})" if each.context else "")
            found.append((said, forms(each.string)[0], comment.split(QUESTION, 1)[1].rstrip(".")))
    return found


def list_of_what_waits() -> str:
    parts = []
    for language in LANGUAGES:
        rows = [
            f"| {said} | {ours} | {question} |" for said, ours, question in what_waits(catalogue(language))
        ]
        name = Locale.parse(language).get_display_name("en")
        head = f"### {name}\n\n| English | {name} | to be checked |\n| --- | --- | --- |\n"
        parts.append(head + "\n".join(rows) + "\n")
    return "\n".join(parts)


def test_there_are_catalogues() -> None:
    assert {"de", "fi", "sv"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_head_names_its_language_and_its_plurals(language: str) -> None:
    known = catalogue(language)
    headers = dict(known.mime_headers)
    assert headers["Language"] == language
    assert f"plural={known.plural_expr}".replace(" ", "") in headers["Plural-Forms"].replace(" ", "")
    assert known.num_plurals == get_plural(language).num_plurals


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checkers_of_babel_find_nothing(language: str) -> None:
    assert checkers
    known = catalogue(language)
    faults = [(each.id, str(error)) for each in messages(known) for error in each.check(known)]
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_message(language: str) -> None:
    """A name that is missing loses a fact; babel's own checker sees only those too many."""
    wrong = []
    for each in messages(catalogue(language)):
        said = forms(each.string)
        for english, ours in zip(forms(each.id), said, strict=True):
            # one may be a word, as in "once a year": the form is used for nothing else
            number = NUMBER if each.pluralizable and ours is said[0] else Counter()
            if placeholders(ours) - number != placeholders(english) - number:
                wrong.append((english, ours))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_all_its_forms_and_no_loose_space(language: str) -> None:
    known = catalogue(language)
    for each in messages(known):
        said = forms(each.string)
        assert len(said) == (known.num_plurals if each.pluralizable else 1), each.id
        for form in said:
            assert form, each.id
            assert not re.search(r"^\s|\s$|  |\n", form), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_doubtful_is_fuzzy_and_has_its_question(language: str) -> None:
    """A fuzzy message without a question is a guess of pybabel's; a question without the mark is seen by no tool."""
    for each in messages(catalogue(language)):
        asked = any(comment.startswith(QUESTION) for comment in each.user_comments)
        assert each.fuzzy == asked, each.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_over(language: str) -> None:
    assert list(catalogue(language).obsolete) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_messages_are_those_of_the_template(language: str) -> None:
    assert {(each.context, each.id) for each in messages(catalogue(language))} == {
        (each.context, each.id) for each in messages(template())
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_ends_as_the_message_does(language: str) -> None:
    """A full stop or a colon too few glues two sentences together; one too many stands inside a cell."""
    wrong = [
        (one, said)
        for each in messages(catalogue(language))
        for one, said in zip(forms(each.id), forms(each.string), strict=True)
        if not (each.context or "").startswith("short head")  # a head may be cut short by a full stop
        and (one[-1] if one[-1] in ".:?" else "") != (said[-1] if said[-1] in ".:?" else "")
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_laid_out_as_the_template(language: str, bless: bool) -> None:
    path = WORDS / f"{language}.po"
    text = laid_out(language)
    if bless:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text, (
        "pytest tests/render/test_catalogues.py --bless lays it out; new messages are then empty, for you to fill in"
    )


def test_the_page_lists_what_waits_for_a_person(bless: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(EDGES[0])
    after = rest.split(EDGES[1])[1]
    wanted = f"{before}{EDGES[0]}\n\n{list_of_what_waits()}\n{EDGES[1]}{after}"
    if bless:
        PAGE.write_text(wanted, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == wanted, (
        "pytest tests/render/test_catalogues.py --bless writes it anew"
    )
