"""What is left of a template, and what only looks like it."""

import re

import pytest

from lgdkit.check.residue import PATTERNS, residue
from lgdkit.check.residue_words import ASKING, LABEL, MORE, NOUN, TELLING, UNIT
from lgdkit.model.walk import vocabulary

LEFT = [
    "(Insert the name of the partner)",
    "Funding: (insert).",
    "(please specify)",
    "(bitte ausfüllen)",
    "(hier eintragen)",
    "(bitte Maßnahme eintragen)",
    "[hier den Namen der Organisation einfügen]",
    "(lisää tähän kumppanin nimi)",
    "(ange här)",
    "(describe)",
    "(to be completed by the partner)",
    "(täydennetään myöhemmin)",
    "(Kompletteras senare)",
    "(ange)",
    "(wird noch ergänzt)",
    "[insert number] partners",
    "[describe the action in two sentences]",
    "[Lisää teksti tähän]",
    "[Fyll i belopp]",
    "[Bitte ergänzen: Name der Organisation]",
    "[to be confirmed]",
    "[yes/no]",
    "[ja/nein]",
    "[Kyllä / Ei]",
    "[Datum], [Name]",
    "signed on [date]",
    "<insert logo>",
    "<ange namn>",
    "{add text}",
    "{{ city.name }}",
    "Altogether x partners take part",
    "x partners and y partners",
    "XX partners have signed",
    "yy companies",
    "mukana on xx yritystä",
    "saves XX % of the heat",
    "XX kt less",
    "XX MEUR, of which xx from the state",
    "x % less heat",
    "x EUR",
    "[x] partners",
    "[X] % less",
    "by 20XX",
    "am XX.XX.2026",
    "phone XXXX",
    "Location: TBD",
    "tbd",
    "TBC by the council",
    "TODO: ask the partner",
    "FIXME",
    "t.b.d.",
    "Termin n.n.b.",
    "Lorem ipsum dolor sit amet",
    "Placeholder",
    "Platzhaltertext",
    "Platshållartext för målet",
    "Paikkamerkki",
    "see Error! Reference source not found.",
    "siehe Fehler! Verweisquelle konnte nicht gefunden werden.",
    "Virhe. Viitteen lähdettä ei löytynyt.",
    "Fel! Hittar inte referenskälla.",
    "Click or tap here to enter text.",
    "Choose an item.",
    "Klicken oder tippen Sie hier, um Text einzugeben.",
    "Wählen Sie ein Element aus.",
    "Kirjoita tekstiä napsauttamalla tai napauttamalla tätä.",
    "Valitse kohde.",
    "Välj ett objekt.",
    "Klicka eller tryck här för att ange text.",
    "#REF!",
    "#BEZUG!",
    "Please remove the texts with yellow highlight",
    "Delete this paragraph before submission",
    "Diesen Text bitte löschen",
    "Poista tämä teksti",
    "Ta bort denna text.",
    "Signature: ________",
    "Name ..........",
    # French
    "Espace réservé",
    "plaatshouder.",
    "(Insérer le nom du partenaire)",
    "[veuillez préciser le montant]",
    "(à compléter)",
    "[à définir]",
    "[oui/non]",
    "x partenaires et y partenaires",
    "voir Erreur\u00a0! Source du renvoi introuvable.",
    "Cliquez ou appuyez ici pour entrer du texte.",
    "Choisissez un élément.",
    "#VALEUR!",
    "Supprimer ce texte avant l'envoi",
    # Italian
    "(inserire il nome del partner)",
    "[si prega di specificare l'importo]",
    "(da compilare)",
    "[da definire]",
    "[sì/no]",
    "xx imprese",
    "Errore. L'origine riferimento non è stata trovata.",
    "Fare clic o toccare qui per immettere il testo.",
    "Scegliere un elemento.",
    "#RIF!",
    "Eliminare questo testo",
    # Polish
    "(wpisać nazwę partnera)",
    "[proszę podać kwotę]",
    "(do uzupełnienia)",
    "[do potwierdzenia]",
    "[tak/nie]",
    "x przedsiębiorstw",
    "Błąd! Nie można odnaleźć źródła odwołania.",
    "Kliknij lub naciśnij tutaj, aby wprowadzić tekst.",
    "Wybierz element.",
    "#ADR!",
    "Usunąć ten tekst",
    # Spanish
    "(insertar el nombre del socio)",
    "[por favor, indique el importe]",
    "(por completar)",
    "[por confirmar]",
    "[sí/no]",
    "x empresas",
    "¡Error! No se encuentra el origen de la referencia.",
    "Haga clic o pulse aquí para escribir texto.",
    "Elija un elemento.",
    "#¡VALOR!",
    "Elimine este texto",
    # Dutch
    "(hier naam van de partner invullen)",
    "[vul in: naam]",
    "(nog in te vullen)",
    "[nog te bepalen]",
    "[ja/nee]",
    "xx bedrijven",
    "Datum: n.t.b.",
    "Fout! Verwijzingsbron niet gevonden.",
    "Klik of tik om tekst in te voeren.",
    "Kies een item.",
    "#VERW!",
    "Verwijder deze tekst",
]
MEANT = [
    "3 x partner meetings a year",
    "4 x companies",
    "Generation X companies and Generation Y partners",
    "ciudades y partners",
    "transport work (vehicle-km x tonnes)",
    "Siglo XX, siglo XXI y ante todo el agua",
    "TODO EL AÑO",
    "SOBRE TODO",
    "todo el municipio",
    "XXX Jornadas de Clima",
    "XL and XXL bicycles",
    "Chapter XX",
    "(add 20 % for the grid)",
    "(enter by the north gate)",
    "(to be added to the grid in 2027)",
    "(to be completed by 2027)",
    "(to be confirmed)",
    "(lisää tietoa verkkosivuilla)",
    "(Lisää aiheesta luvussa 3)",
    "(fill in the form at example.org)",
    "(fyll i enkäten på webben)",
    "(ergänzen das Angebot der Stadt)",
    "(hier wohnen 300 Menschen)",
    "(bitte nicht verwechseln)",
    "(wird ergänzt durch Fördermittel)",
    "(Date: 2026)",
    "(Date)",
    "(name and position)",
    "Choose an item from the shared list",
    "„Die Stadt […] verpflichtet sich“",
    "the city [...] undertakes",
    "[Add your name](https://example.org/sign)",
    "[Datum](https://example.org)",
    "[1], [sic]",
    "- [x] heat pumps\n- [ ] solar roofs",
    "Grünfläche als Platzhalter für spätere Bebauung",
    "a placeholder for the third tram line",
    "residents delete the text message",
    "Remove the barriers before winter",
    "Please remove snow",
    "wait ... and see ....",
    "snake_case and a__b",
    "less < 5 t, more > 10 t",
    "{fi, sv}",
    "error! no",
    "Virheellinen merkintä",
    "#climate",
    "an adder, an additional line",
    "boxes 3, fax partners",
    "Mix partners of all kinds",
    "0x partners",
    "Peer-to-peer, x-partners",
    "Auxiliary units",
    "(complete renovation of the school)",
    "(indicar el camino) y (indique o no)",
    "(préciser les objectifs reste utile)",
    "(à confirmer)",
    "(à remplir par tous les ménages)",
    "(da inserire nel piano regolatore)",
    "(por completar el anillo verde)",
    "(do ustalenia z gminą)",
    "(te bepalen door de raad)",
    "(in te vullen ruimte voor groen)",
    "un elemento del plan, un élément du plan",
    "klik op de kaart; kliknij mapę",
    "Haga clic en el mapa",
    "supprimer les obstacles, eliminare le barriere, eliminar barreras",
    "usunąć bariery, verwijder onkruid",
    "Fout! Dat kan beter.",
    "oui et non, sí o no",
    "T.B. Meier",
    "STBD",
    "lumbdtbd2",
]


@pytest.mark.parametrize("text", LEFT)
def test_finds_what_is_left(text: str) -> None:
    assert list(residue(["A clean text.", text, "Another one."])) == [1]


@pytest.mark.parametrize("text", MEANT)
def test_leaves_what_is_meant(text: str) -> None:
    assert residue(["A clean text.", text, "Another one."]) == {}


def test_gives_the_first_piece_of_each_text() -> None:
    texts = ["TBD, or (insert text)", "clean", "(insert text), or TBD"]
    assert residue(texts) == {0: "TBD", 2: "(insert text)"}


def test_brackets_do_not_reach_into_the_next_text() -> None:
    assert residue(["[insert", "more]", "(please add", "more)", "{{ a", "b }}"]) == {}


def test_nothing_of_nothing() -> None:
    assert residue([]) == {}


def test_every_sign_is_in_small_letters_and_every_pattern_has_an_example() -> None:
    for pattern in PATTERNS:
        assert pattern.signs
        assert all(sign == sign.lower() and not re.search(r"\s", sign) for sign in pattern.signs)
        assert any(pattern.form.search(text) for text in LEFT), f"no example for {pattern.source}"


@pytest.mark.parametrize("text", LEFT)
def test_signs_keep_no_pattern_from_looking(text: str) -> None:
    for pattern in PATTERNS:
        if pattern.form.search(text):
            assert any(sign in text.lower() for sign in pattern.signs), pattern.source


def test_every_word_is_a_part_of_an_expression_by_itself() -> None:
    """A word with a group left open would swallow those of the next language."""
    for words in (ASKING, TELLING, MORE, LABEL, NOUN, UNIT):
        for word in words:
            assert re.compile(word).groups == 0
            assert not re.fullmatch(word, "")


def test_what_is_left_over_is_found_in_any_of_many_texts() -> None:
    texts = ["Nothing is left in this text."] * 2500
    for number in (0, 999, 1000, 2499):
        texts[number] = f"Here stands [insert text {number}], and TBD."
    assert residue(texts) == {number: f"[insert text {number}]" for number in (0, 999, 1000, 2499)}


def test_the_last_word_of_a_text_and_the_first_of_the_next_are_two() -> None:
    assert sorted(vocabulary(["clean heat", "heat now"]).split()) == ["clean", "heat", "now"]
