from dataclasses import dataclass

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from lgdkit.render.document import Documents
from lgdkit.render.language import words_of

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Overview"
msgstr "Überblick"

msgctxt "status"
msgid "open"
msgstr "offen"

msgid "%(count)s deal of %(city)s"
msgid_plural "%(count)s deals of %(city)s"
msgstr[0] "%(count)s Vertrag von %(city)s"
msgstr[1] "%(count)s Verträge von %(city)s"
"""


@dataclass(frozen=True)
class _View:
    city: str = "Zed"
    count: int = 2
    values: tuple[str, ...] = ("a", "b")
    items: str = "own"


def render(template: str, language: str = "en", **others: str) -> str:
    templates = {"x.j2": template, **others}
    words = words_of(language, {"words/de.po": PO.encode()})
    return (
        Documents({path: text.encode() for path, text in templates.items()})
        .render("x.j2", _View(), words)
        .decode()
    )


def test_a_view_is_seen_by_its_names_before_any_method() -> None:
    assert render("{{ doc.values | listed }} {{ doc.items }} {{ language }}") == "a and b own en\n"


def test_words_plurals_and_contexts_come_from_the_catalogue() -> None:
    template = (
        '# {{ _("Overview") }}\n{{ pgettext("status", "open") }} '
        "{% trans count=doc.count, city=doc.city %}{{ count }} deal of {{ city }}"
        "{% pluralize %}{{ count }} deals of {{ city }}{% endtrans %}"
        "{% trans count=1, city=doc.city %}{{ count }} deal of {{ city }}"
        "{% pluralize %}{{ count }} deals of {{ city }}{% endtrans %}"
    )
    assert render(template, "de") == "# Überblick\n\noffen 2 Verträge von Zed1 Vertrag von Zed\n"
    assert render(template, "fi") == "# Overview\n\nopen 2 deals of Zed1 deal of Zed\n"


def test_percent_signs_in_data_and_templates_stay() -> None:
    template = '{% trans city=doc.city ~ " %s %(x)s" %}100 % of {{ city }}{% endtrans %}'
    assert render(template) == "100 % of Zed %s %(x)s\n"


def test_what_a_template_may_ask_of_the_words() -> None:
    template = '{{ words_known }} {{ language_name("fi") }} {{ month_name(5) }}'
    assert render(template, "de") == "True Finnisch Mai\n"
    assert render(template, "sv") == "False Finnish May\n"


def test_prose_is_in_the_language_else_in_english() -> None:
    prose = {
        "mou/prose/en/forms.j2": "",
        "mou/prose/en/a.md.j2": "English.",
        "mou/prose/de/a.md.j2": "Deutsch.",
        "mou/prose/en/a.FI.md.j2": "English for Finland.",
    }
    template = "{% include prose(wordings, 'xx').name %}"
    finnish = "{% set wordings = ['a.FI', 'a'] %}" + template
    assert render("{% set wordings = ['a.SE', 'a'] %}" + template, "de", **prose) == "Deutsch.\n"
    assert render(finnish, "sv", **prose) == "English for Finland.\n"
    assert render(finnish, "en", **prose) == "English for Finland.\n"
    with pytest.raises(TemplateNotFound):
        render("{% include prose(['b'], 'en').name %}", "en", **prose)


@pytest.mark.parametrize(
    "template", ["{{ doc.nothing }}", "{{ doc['nothing'] }}", "{{ nothing }}", "{{ doc.city.nothing }}"]
)
def test_what_a_view_does_not_have_is_a_fault_and_no_blank(template: str) -> None:
    with pytest.raises(UndefinedError):
        render(template)


@pytest.mark.parametrize(
    "template",
    ["{{ doc.values.nothing }}", "{{ doc.update(x=1) }}", "{{ doc.__class__ }}"],
)
def test_of_a_dictionary_its_entries_are_seen_alone(template: str) -> None:
    with pytest.raises(UndefinedError):
        render(template)


def test_rows_for_a_terminal() -> None:
    documents = Documents({"t.j2": b"{{ doc.city }}\t{{ doc.count }}\n\n  \nGroup \n"})
    assert documents.rows("t.j2", _View("a\tb\nc\x1b[1m*"), words_of("en", {})) == [
        ["a b c\\u001b[1m*", "2"],
        ["Group"],
    ]


def test_only_templates_are_templates() -> None:
    documents = Documents({"words/x.mo": b"\xff\xfe", "x.j2": b"ok"})
    assert documents.render("x.j2", _View(), words_of("en", {})) == b"ok\n"
