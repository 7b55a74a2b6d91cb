from golden_deals import golden_cities, view_of
from parsed import new_parser

from lgdkit.disk import read_templates
from lgdkit.render.document import Documents
from lgdkit.render.language import words_of
from lgdkit.render.parallel import side_by_side

NAMES = ("suomi", "svenska")


def test_sentences_stand_in_rows_and_headings_hold_both() -> None:
    left = "# Otsikko\n\nYksi.\nKaksi.\n\n## 1. Tarkoitus\n\nKolme.\n"
    right = "# Rubrik\n\nEtt.\nTvå.\n\n## 1. Syfte\n\nTre.\n"
    assert side_by_side(left, right, NAMES) == (
        "# Otsikko / Rubrik\n\n"
        "| suomi | svenska |\n| --- | --- |\n| Yksi. | Ett. |\n| Kaksi. | Två. |\n\n"
        "## 1. Tarkoitus / Syfte\n\n"
        "| suomi | svenska |\n| --- | --- |\n| Kolme. | Tre. |\n"
    )


def test_a_language_that_needs_more_sentences_has_them_in_one_row() -> None:
    assert "| Yksi. Kaksi. | Ett och två. |" in side_by_side("Yksi.\nKaksi.\n", "Ett och två.\n", NAMES)


def test_lists_and_quotes_become_rows() -> None:
    left = "> **Luonnos.**\n> Ei sido.\n\n- Yksi.\n  Vuosittain.\n- Kaksi.\n\n1. **A**.\n   Muoto: Oy.\n"
    right = "> **Utkast.**\n> Binder inte.\n\n- Ett.\n  Varje år.\n- Två.\n\n1. **A**.\n   Form: Oy.\n"
    assert side_by_side(left, right, NAMES) == (
        "| suomi | svenska |\n| --- | --- |\n"
        "| **Luonnos.** | **Utkast.** |\n| Ei sido. | Binder inte. |\n"
        "| • Yksi. Vuosittain. | • Ett. Varje år. |\n| • Kaksi. | • Två. |\n"
        "| 1. **A**. Muoto: Oy. | 1. **A**. Form: Oy. |\n"
    )


def test_a_table_becomes_one_that_is_filled_in_once() -> None:
    left = "| Osapuoli | Vuosi |\n| --- | ---: |\n| Kaupunki |   |\n| A \\| B | 2030 |\n"
    right = "| Part | År |\n| --- | ---: |\n| Staden |   |\n| A \\| B | 2030 |\n"
    assert side_by_side(left, right, NAMES) == (
        "| Osapuoli / Part | Vuosi / År |\n| --- | ---: |\n| Kaupunki / Staden |   |\n| A \\| B | 2030 |\n"
    )


def test_what_does_not_match_is_kept_all_the_same() -> None:
    table = "| a |\n| --- |\n| 1 |"
    longer = "| b |\n| --- |\n| 1 |\n| 2 |"
    assert side_by_side(table, longer, NAMES) == f"{table}\n\n{longer}\n"
    assert side_by_side(f"# A\n\n{table}\n", "# B\n\nTre.\n", NAMES) == (
        f"# A / B\n\n{table}\n\n| suomi | svenska |\n| --- | --- |\n|   | Tre. |\n"
    )
    assert side_by_side("# A\n\n## B\n\nYksi.\n", "# A\n", NAMES).startswith("# A\n\n## B\n\n| suomi")
    assert "| Yksi. |   |" in side_by_side("Yksi.\n", "", NAMES)
    assert "|   | Ett. |" in side_by_side("# A\n", "# A\n\nEtt.\n", NAMES)


def test_every_agreement_keeps_every_word() -> None:
    templates = read_templates()
    documents, words, parser = Documents(templates), words_of("en", templates), new_parser()
    for city in list(golden_cities().values())[::9]:
        text = documents.render("mou/mou.md.j2", view_of(city), words).decode()
        both = side_by_side(text, text, NAMES)
        tokens = parser.parse(both)
        assert {each.type for each in tokens if each.type.endswith("_open")} <= {
            "heading_open", "table_open", "thead_open", "tbody_open", "tr_open", "th_open", "td_open"
        }  # fmt: skip
        assert not set(text.replace("\n- ", "\n• ").split()) - set(both.split()) - {">", "-"}
