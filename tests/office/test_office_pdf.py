"""A draft as PDF: the typesetter holds it to PDF/A-2a and PDF/UA-1, or there is none."""

import re
import shutil
import subprocess
import zlib
from contextlib import suppress

import pytest
from papers import PICTURE, paper_of, pdf_text, poppler, templates

from lgdkit.office.paper import Labels, Look
from lgdkit.office.pdf import pdf
from lgdkit.office.typesetter import PictureError


def inflated(made: bytes) -> bytes:
    """Return the objects of a PDF as they are when they are not compressed."""
    found = [made]
    for each in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.S):
        with suppress(zlib.error):
            found.append(zlib.decompress(each))
    return b"".join(found)


def test_everything_is_in_it() -> None:
    text = pdf_text(pdf(paper_of(), templates()))
    for each in [
        "Lintula",
        "A deal for all",
        "A remark. It is set off. A heading in it",
        "Contents",
        "code & <lines>",
        "Not there",
        "1 The note, with a link and strong words.",
        f"Draft for legal review · Version {paper_of().version}",
        "Page 2 / ",
    ]:
        assert each in text


def test_a_letter_and_a_wide_one() -> None:
    wide = "# A\n\n## B\n\n|" + " a |" * 9 + "\n|" + " - |" * 9 + "\n|" + " b |" * 9 + "\n"
    assert "841.89 x 595.276" in poppler("pdfinfo", pdf(paper_of(wide), templates()))
    letter = poppler("pdfinfo", pdf(paper_of("# A\n\nText.", draft="requests/a"), templates()))
    assert "Pages:           1\n" in letter
    assert "Tagged:          yes" in letter
    assert "Title:           A\n" in letter


TALL = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 300" width="100" height="300">'
    b'<rect width="100" height="20" fill="#ff0000"/><rect y="280" width="100" height="20" fill="#0000ff"/></svg>'
)


@pytest.mark.parametrize("columns", [2, 9])
def test_a_picture_that_is_higher_than_the_page_is_made_smaller(columns: int) -> None:
    heads = "|" + " a |" * columns + "\n|" + " - |" * columns + "\n|" + " b |" * columns + "\n"
    text = f"# A\n\n## B\n\n![High](pictures/a.svg)\n\n{heads}"
    made = pdf(paper_of(text, pictures={"pictures/a.svg": TALL}), templates())
    points = pages(made)
    assert b"\xff\x00\x00" in points
    assert b"\x00\x00\xff" in points


def pages(made: bytes) -> bytes:
    """Return the points of all pages."""
    if not shutil.which("pdftoppm"):
        pytest.skip("pdftoppm is not there: install poppler-utils")
    return subprocess.run(["pdftoppm", "-r", "20", "-"], input=made, capture_output=True, check=True).stdout


def test_two_languages() -> None:
    two = "# A\n\n| suomi | ruotsi |\n| --- | --- |\n| yksi | en |\n"
    labels = Labels("Luonnos", "Versio", "Sisällys", "Sivu", "", {"fi": "suomi", "sv": "ruotsi"})
    made = pdf(paper_of(two, labels=labels, languages=("fi", "sv")), templates())
    assert {b"(fi-FI)", b"(sv-SE)"} == set(re.findall(rb"/Lang(\([^)]*\))", inflated(made)))


def test_a_step_left_out_between_headings() -> None:
    assert pdf(paper_of("#### A\n\n## B\n\n##### C\n\n### D\n\n# E\n\n## F\n"), templates())


def test_a_draft_with_nothing_in_it() -> None:
    assert pdf(paper_of(""), templates())
    assert pdf(paper_of("# \n\n| | |\n|-|-|\n\n- \n\n[](#a) [](https://a.fi)\n"), templates())


def test_a_logo_and_a_colour() -> None:
    plain = pdf(paper_of(), templates())
    look = Look(colour="#7a1f1f", logo=PICTURE, logo_name="logo.svg")
    assert pdf(paper_of(look=look), templates()) != plain


@pytest.mark.parametrize(
    "picture",
    [
        b"no picture",
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd" width="5" height="5"/></svg>',
    ],
)
def test_a_picture_that_cannot_be_used(picture: bytes) -> None:
    with pytest.raises(PictureError, match=r"^pictures/a\.svg: "):
        pdf(paper_of(pictures={"pictures/a.svg": picture}), templates())


@pytest.mark.parametrize("logo", ["logo.png", "logo.jpg", "logo.svg"])
def test_a_damaged_logo_is_named(logo: str) -> None:
    start = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "svg": b"<svg "}[logo[-3:]]
    with pytest.raises(PictureError, match=rf"^{logo}: "):
        pdf(paper_of(look=Look(logo=start + b"\xff\xfe\x00", logo_name=logo)), templates())


def test_no_word_of_a_table_is_broken_that_fits_its_column() -> None:
    row = f"| {'Build the district so that it is neutral. ' * 5} | not quantified | not stated |\n"
    made = pdf(
        paper_of(f"# A\n\n## B\n\n| Commitment | Reduction | Due |\n| - | -: | - |\n{row * 4}"), templates()
    )
    assert pdf_text(made).count("quantified") == 4


LONGER = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"


@pytest.mark.parametrize("word", [LONGER, f"*{LONGER}*", f"**Donau**{LONGER[5:]}"])
def test_in_a_cell_only_what_is_too_long_is_broken(word: str) -> None:
    """A word of two styles cannot be told from its neighbours, so all of the cell may be broken."""
    row = f"| {word} und[^1] Unterstützungsleistungen |" + " Unterlagen |" * 5
    table = f"| Was |{' Wer |' * 5}\n|{' - |' * 6}\n{row}\n"
    made = pdf_text(pdf(paper_of(f"# A\n\n## B\n\n{table}\n[^1]: Note.\n", languages=("de",)), templates()))
    assert LONGER not in made
    assert "\u00ad" in made
    assert made.count("Unterlagen") == 5
    assert ("Unterstützungsleistungen" in made) == (not word.startswith("**"))


def test_a_paragraph_breaks_no_word_that_is_not_very_long() -> None:
    words = (
        "Die Absichtserklärung verpflichtet die Stadtverwaltung und ihre Partnerorganisationen zu nichts. "
        * 5
    )
    assert "\u00ad" not in pdf_text(pdf(paper_of(f"# A\n\n## B\n\n{words}", languages=("de",)), templates()))
    text = f"# A\n\n## B\n\n{LONGER} {LONGER}\n\n> #### {LONGER} {LONGER}\n"
    assert pdf_text(pdf(paper_of(text, languages=("de",)), templates())).count("\u00ad") == 2


def test_no_line_parts_a_figure() -> None:
    for count in range(50, 72, 2):
        words = "x" * count + " the sources give 132 500 tonnes a year for it."
        shown = poppler(
            "pdftotext", pdf(paper_of(f"# A\n\n## B\n\n{words}\n\n- {words}\n"), templates()), "-"
        )
        assert "132\n" not in shown
        assert shown.count("132 500") == 2


def test_a_list_begins_on_the_page_of_the_sentence_before_it() -> None:
    def page(count: int, sentence: str) -> tuple[str, ...]:
        """Return the pages that end between the sentence and its list."""
        text = "# A\n\n## B\n\n" + "Filler.\n\n" * count + f"{sentence}\n\n- First entry.\n- Second.\n"
        return tuple(
            each for each in pdf_text(pdf(paper_of(text), templates())).split("Page ") if "The goals." in each
        )

    for count in range(38, 46):
        [found] = page(count, "The goals.")
        assert "First entry." in found
    longer = "The goals." + " They are many." * 30
    assert any("First entry." not in page(count, longer)[0] for count in range(30, 46))


def test_below_contents_on_two_pages_the_text_begins() -> None:
    def begins(count: int) -> int:
        """Return on which page the text begins."""
        text = "# A\n\n## Beginning\n\nFirst words.\n\n" + "## B\n\n" * (count - 1)
        pages = pdf_text(pdf(paper_of(text), templates())).split("Page ")
        return next(number for number, each in enumerate(pages, 1) if "First words." in each)

    assert [begins(20), begins(30), begins(60)] == [2, 3, 3]


def test_the_same_bytes() -> None:
    assert pdf(paper_of(), templates()) == pdf(paper_of(), templates())
