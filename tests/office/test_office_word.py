"""A draft as a Word file, read as Word reads it: by its parts."""

from papers import EVERYTHING, PICTURE, W, paper_of, paragraphs, part, templates

from lgdkit.office.package import unpacked
from lgdkit.office.paper import Labels, Look
from lgdkit.office.word import word


def test_everything_has_its_style() -> None:
    found = paragraphs(word(paper_of(), templates()))
    for each in [
        ("CoverCity", "Lintula"),
        ("Title", "A deal for all"),
        ("BlockText", "A remark. It is set off."),
        ("TOCHeading", "Contents"),
        ("TOC1", "1. Parts"),
        ("TOC2", "A part of it"),
        ("Heading1", "1. Parts"),
        ("Heading2", "A part of it"),
        ("SourceCode", "code & <lines>"),
        ("Heading2", "Deep"),
        ("TableHead", "Figure"),
        ("TableTextKeep", "22"),
        ("TableText", "22"),
        ("TableSignKeep", "City"),
        ("TableSign", "Partner"),
    ]:
        assert (each in found) is (each != ("TableTextKeep", "22")), each
    assert ("CoverStatus", f"Draft for legal review · Version {paper_of().version}") in found


def test_heads_and_feet_say_what_it_is() -> None:
    parts = unpacked(word(paper_of("# A & B <c>\n\nText.\n"), templates()))
    assert b"A &amp; B &lt;c&gt;" in parts["word/header1.xml"]
    assert b"Lintula" in parts["word/header1.xml"]
    assert b"Draft for legal review \xc2\xb7 Version" in parts["word/footer1.xml"]
    assert b"{{" not in parts["word/header1.xml"] + parts["word/footer1.xml"]
    assert b"lgd-draft" in parts["docProps/custom.xml"]
    assert b"mou/a.b" in parts["docProps/custom.xml"]


def test_rows_stay_whole_and_heads_come_again() -> None:
    rows = list(part(word(paper_of(), templates())).iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False] * 2


def test_tables_are_as_wide_as_the_page() -> None:
    for table in part(word(paper_of(), templates())).iter(f"{W}tblGrid"):
        assert 9290 < sum(int(each.get(f"{W}w", "0")) for each in table) <= 9298


def test_a_wide_table_turns_the_page() -> None:
    wide = "# A\n\n## B\n\n|" + " a |" * 9 + "\n|" + " - |" * 9 + "\n|" + " b |" * 9 + "\n"
    made = word(paper_of(wide), templates())
    (size,) = part(made).iter(f"{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) == ("16838", "11906", "landscape")
    assert b'w:pos="14230"' in unpacked(made)["word/header1.xml"]


def test_its_language_and_those_of_columns() -> None:
    two = "# A\n\n| suomi | ruotsi |\n| --- | --- |\n| yksi | en |\n\n| a | b |\n| --- | --- |\n| c | d |\n"
    labels = Labels("Luonnos", "Versio", "Sisällys", "Sivu", "", {"fi": "suomi", "sv": "ruotsi"})
    made = word(paper_of(two, labels=labels, languages=("fi", "sv")), templates())
    spoken = {
        "".join(node.text or "" for node in run.iter(f"{W}t")): each.get(f"{W}val")
        for run in part(made).iter(f"{W}r")
        for each in run.iter(f"{W}lang")
    }
    assert spoken == {"ruotsi": "sv-SE", "en": "sv-SE"}
    assert b'w:val="fi-FI"' in unpacked(made)["word/styles.xml"]


def test_a_letter_has_no_cover() -> None:
    found = paragraphs(word(paper_of(draft="requests/a"), templates()))
    styles = {style for style, _ in found}
    assert "LetterTitle" in styles
    assert not {"Title", "CoverStatus", "TOCHeading"} & styles


def test_a_long_document_has_its_contents_on_a_page_of_their_own() -> None:
    def breaks(count: int) -> int:
        text = "# A\n\n" + "## B\n\n### C\n\nText.\n\n" * count
        return sum(
            each.get(f"{W}type") == "page" for each in part(word(paper_of(text), templates())).iter(f"{W}br")
        )

    assert [breaks(1), breaks(5), breaks(20)] == [1, 0, 1]
    assert breaks(30) == 0, "contents that need a second page would leave it half empty"
    entries = paragraphs(word(paper_of("# A\n\n" + "## B\n\n### C\n\n" * 50), templates()))
    assert not any(style == "TOC2" for style, _ in entries)


def test_pictures_and_a_logo_with_their_alternatives() -> None:
    look = Look(logo=paper_of().pictures["pictures/a.svg"], logo_name="logo.svg")
    made = word(paper_of(look=look), templates())
    described = {each.get("descr") for each in part(made).iter() if each.tag.endswith("}docPr")}
    assert described == {"Lintula", "small", "Alternative text"}
    assert sum(name.startswith("word/media/") for name in unpacked(made)) >= 1
    assert ("", "Not there") in {("", words) for _, words in paragraphs(made)}


def test_a_picture_before_a_table_is_as_wide_as_the_page_and_never_higher() -> None:
    tall = PICTURE.replace(b"40 10", b"100 300").replace(
        b'width="40" height="10"', b'width="100" height="300"'
    )
    sizes = []
    for columns in (2, 9):
        table = "|" + " a |" * columns + "\n|" + " - |" * columns + "\n|" + " b |" * columns + "\n"
        text = f"# A\n\n## B\n\n![Wide](pictures/a.svg)\n\n{table}\n![High](pictures/b.svg)\n\n{table}"
        made = word(paper_of(text, pictures={"pictures/a.svg": PICTURE, "pictures/b.svg": tall}), templates())
        sizes += [
            (round(int(each.get("cx", 0)) / 36000), round(int(each.get("cy", 0)) / 36000))
            for each in part(made).iter()
            if each.tag.endswith("}extent")
        ]
    assert sizes == [(160, 40), (77, 230), (160, 40), (50, 150)]


def test_the_citys_colour() -> None:
    styles = unpacked(word(paper_of(look=Look(colour="#7a1f1f")), templates()))["word/styles.xml"].decode()
    assert "7A1F1F" in styles
    assert "1F5C4D" not in styles


def test_notes_and_links() -> None:
    made = word(paper_of(), templates())
    notes = "".join(node.text or "" for node in part(made, "word/footnotes.xml").iter(f"{W}t"))
    assert notes.strip() == "The note, with a link and strong words."
    anchors = {each.get(f"{W}anchor") for each in part(made).iter(f"{W}hyperlink")}
    assert anchors >= {"2-lists", "1-parts"}
    assert "nowhere" not in anchors


def test_there_is_room_after_a_table_and_after_a_list() -> None:
    styles = part(word(paper_of(), templates()), "word/styles.xml")
    room = {each.get(f"{W}styleId"): each.find(f"{W}pPr/{W}spacing") for each in styles.iter(f"{W}style")}
    after_table, entry = room["AfterTable"], room["Compact"]
    assert after_table is not None
    assert int(after_table.get(f"{W}line", "0")) >= 120
    assert entry is not None
    assert int(entry.get(f"{W}after", "0")) >= 120


def test_the_same_bytes() -> None:
    assert word(paper_of(), templates()) == word(paper_of(EVERYTHING), templates())


def test_who_signs_and_where_it_is_signed_stay_together() -> None:
    text = "# A\n\n## B\n\n| Who | As |\n| - | - |\n| City | mayor |\n\n| Who | Signature |\n| - | - |\n| City |  |\n"
    styles = [style for style, _ in paragraphs(word(paper_of(text), templates()))]
    assert styles[-8:] == [
        *("TableTextKeep", "TableTextKeep", "BetweenTablesKeep"),
        *("TableHead", "TableHead", "TableSign", "TableSign", "AfterTable"),
    ]
    said = unpacked(word(paper_of(text), templates()))["word/document.xml"].decode()
    assert said.count('Keep" /><w:keepNext />') == said.count('Keep" />') == 3, (
        "LibreOffice reads no style here"
    )
    apart = [
        style for style, _ in paragraphs(word(paper_of(text.replace("City |  |", "City | x |")), templates()))
    ]
    assert "BetweenTables" in apart
    assert "TableTextKeep" not in apart
