"""From a draft to its forms: the words of the cover, and when a form is the same."""

import pytest

from lgdkit import disk
from lgdkit.office import forms
from lgdkit.office.forms import missing, writer
from lgdkit.office.package import unpacked
from lgdkit.office.paper import Look
from lgdkit.printing import Printed, Printer, Sender

TEMPLATES = disk.read_templates()
SENDER = Sender({"fi": "Lintula", "sv": "Fågelby"})
PRINTER = Printer(TEMPLATES, SENDER)


def test_what_a_path_says() -> None:
    one, two = Printed("mou/a.b.since-2026-01-01.fi.md", b""), Printed("mou/a.fi-sv.md", b"")
    assert (one.stem, one.languages, one.form("pdf")) == (
        "mou/a.b.since-2026-01-01",
        ("fi",),
        "mou/a.b.since-2026-01-01.fi.pdf",
    )
    assert (two.stem, two.languages) == ("mou/a", ("fi", "sv"))
    assert (Printed("sprint.md", b"").stem, Printed("sprint.md", b"").languages) == ("sprint", ())
    with pytest.raises(ValueError, match="no draft in Markdown"):
        _ = Printed("a.svg", b"").stem


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "mou/a.fi.md",
            ["Lintula", "Luonnos oikeudellista tarkastusta varten", "Versio", '<html lang="fi">'],
        ),
        ("roadmap.sv.md", ["Fågelby", "Utkast", "Gå till texten"]),
        ("roadmap.en.md", ["Lintula", "Draft", "Go to the text"]),
        ("mou/a.sv-fi.md", ["Fågelby", '<th scope="col" lang="fi">finska</th>']),
        ("sprint.md", ['<html lang="fi">']),
    ],
)
def test_a_page_in_the_language_of_its_draft(path: str, words: list[str]) -> None:
    text = b"# A\n\n| svenska | finska |\n| --- | --- |\n| a | b |\n"
    page = PRINTER.print(Printed(path, text), "html").decode()
    for each in words:
        assert each in page


def test_when_a_form_is_the_same() -> None:
    draft = Printed("mou/a.fi.md", b"![a](pictures/a.svg)", {"pictures/a.svg": b"1", "pictures/b.svg": b"2"})
    key = PRINTER.key(draft, "html")
    assert key == PRINTER.key(
        Printed(draft.path, draft.text, {**draft.pictures, "pictures/b.svg": b"3"}), "html"
    )
    others = [
        PRINTER.key(draft, "pdf"),
        PRINTER.key(Printed(draft.path, draft.text + b"a", draft.pictures), "html"),
        PRINTER.key(Printed(draft.path, draft.text, {"pictures/a.svg": b"3"}), "html"),
        Printer(TEMPLATES, Sender({"fi": "Lintula"}, Look("#005b96"))).key(draft, "html"),
        Printer(TEMPLATES, Sender({"fi": "Lintu"})).key(draft, "html"),
        Printer(TEMPLATES, SENDER, "other sources").key(draft, "html"),
        Printer({**TEMPLATES, "office/page.css": b""}, SENDER).key(draft, "html"),
    ]
    assert len({key, *others}) == 8


def test_the_writers_and_what_they_need(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [writer(form).__name__ for form in forms.FORMS] == ["word", "pdf", "web"]
    assert [missing(form) for form in forms.FORMS] == [(), (), ()]
    monkeypatch.setattr(forms, "_NEEDS", {"pdf": ("nothing-of-this-name",)})
    assert missing("pdf") == ("nothing-of-this-name",)


def test_a_word_file_carries_its_draft() -> None:
    made = unpacked(PRINTER.print(Printed("mou/a.fi.md", b"# A\n"), "docx"))
    assert b'path="mou/a.fi.md"' in made["customXml/lgd.xml"]
