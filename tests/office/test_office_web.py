"""A draft as a web page, read as a browser reads it."""

from papers import PICTURE, Page, paper_of, templates

from lgdkit.office.paper import Labels, Look
from lgdkit.office.web import web


def test_everything_is_in_it() -> None:
    page = Page(web(paper_of(), templates()))
    for each in [
        "Lintula A deal for all",
        "code & <lines>",
        "Not there",
        "The note, with a link and strong words.",
    ]:
        assert each in page.text
    tags = {tag for tag, _ in page.elements}
    assert tags >= {
        "nav",
        "main",
        "header",
        "footer",
        "blockquote",
        "pre",
        "hr",
        "figure",
        "sup",
        "s",
        "em",
        "code",
        "br",
    }


def test_it_fetches_nothing_and_runs_nothing() -> None:
    page = Page(web(paper_of(), templates()))
    for tag, attributes in page.elements:
        assert tag not in {"script", "iframe", "object", "link", "form", "base"}
        assert not any(name.startswith("on") for name in attributes)
        for name in ("src", "srcset"):
            assert (attributes.get(name) or "data:").startswith("data:")
    assert ("meta", "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'") in [
        (tag, attributes.get("content")) for tag, attributes in page.elements
    ]


def test_links_lead_somewhere() -> None:
    page = Page(web(paper_of(), templates()))
    names = {attributes.get("id") for _, attributes in page.elements}
    targets = [attributes["href"] or "" for tag, attributes in page.elements if tag == "a"]
    assert {each[1:] for each in targets if each.startswith("#")} <= names
    assert [each for each in targets if not each.startswith("#")] == [
        "https://example.org/a?b=c&d",
        "mailto:a@example.org",
    ]


def test_the_levels_of_headings() -> None:
    page = Page(web(paper_of(), templates()))
    assert [tag for tag, _ in page.elements if tag in {"h1", "h2", "h3", "h4"}] == [
        "h1", "h2", "h2", "h3", "h2", "h3", "h2", "h2",
    ]  # fmt: skip


def test_two_languages_and_a_start() -> None:
    two = "# A\n\n| suomi | ruotsi |\n| --- | --- |\n| yksi | en |\n\n1. a\n"
    labels = Labels("Luonnos", "Versio", "Sisällys", "Sivu", "", {"fi": "suomi", "sv": "ruotsi"})
    page = Page(web(paper_of(two, labels=labels, languages=("fi", "sv")), templates()))
    assert [attributes.get("lang") for tag, attributes in page.elements if tag in {"html", "th", "td"}] == [
        "fi", "fi", "sv", "fi", "sv",
    ]  # fmt: skip
    assert ("ol", {}) in page.elements


def test_the_look_of_a_city() -> None:
    look = Look(colour="#7a1f1f", logo=PICTURE, logo_name="logo.svg", fonts=(b"font",))
    page = web(paper_of(look=look), templates()).decode()
    assert "--colour: #7a1f1f" in page
    assert "@font-face" in page
    assert '<img class="logo"' in page


def test_wide_tables_get_a_wide_page() -> None:
    def kind(columns: int) -> str | None:
        table = "|" + " a |" * columns + "\n|" + " - |" * columns + "\n|" + " b |" * columns + "\n"
        elements = Page(web(paper_of(f"# A\n\n## B\n\n{table}"), templates())).elements
        return next(attributes["class"] for tag, attributes in elements if tag == "body")

    assert (kind(2), kind(9)) == ("narrow", "wide")


def test_a_picture_can_be_moved_from_the_keyboard() -> None:
    text = "# A\n\n## B\n\n![A title. What is to be seen](pictures/a.svg)\n\n![](pictures/a.svg)\n"
    figures = [
        attributes for tag, attributes in Page(web(paper_of(text), templates())).elements if tag == "figure"
    ]
    assert figures == [{"tabindex": "0", "aria-label": "A title"}, {"tabindex": "0"}]


def test_lines_end_where_nothing_is_torn_apart() -> None:
    page = web(paper_of("# A\n\n## B\n\nKestävä Espoo -ohjelma & 5 t <i>a\n"), templates()).decode()
    assert 'Kestävä Espoo <span class="whole">-ohjelma</span> &amp; 5\xa0t &lt;i&gt;a' in page


def test_a_table_of_many_columns_has_smaller_letters() -> None:
    for columns, style in ((5, "table"), (6, "table many")):
        table = f"|{' a |' * columns}\n|{' - |' * columns}\n|{' b |' * columns}\n"
        page = web(paper_of(f"# A\n\n## B\n\n{table}"), templates()).decode()
        assert f'<div class="{style}" role="group"' in page


def test_figures_behind_a_text_take_no_more_room_than_they_need() -> None:
    def columns(sides: str) -> int:
        page = Page(web(paper_of(f"# A\n\n## B\n\n| a | b |\n{sides}\n| c | 1 |\n"), templates()))
        return [tag for tag, _ in page.elements].count("col")

    assert (columns("| - | - |"), columns("| - | -: |")) == (2, 0)
