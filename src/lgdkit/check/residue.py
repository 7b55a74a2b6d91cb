"""What unfilled templates leave behind, in nine languages; after published contracts. The words: residue_words.

A pattern must not match what people write. So words in round brackets count only where they are an
instruction and no aside; `todo` is Spanish for "all", `XX` is twenty in Roman numerals, `[…]` marks what a
quotation leaves out.
"""

import re
from functools import cached_property

from lgdkit.check.residue_words import ASKING, LABEL, MORE, NOUN, TELLING, UNIT
from lgdkit.check.words import first_matches
from lgdkit.model.walk import vocabulary


class Pattern:
    """A pattern, and signs in small letters, of which some word of a text must hold one to be worth a look.

    Most patterns are never needed, and so never made.
    """

    def __init__(self, source: str, signs: tuple[str, ...]) -> None:
        """Take the regular expression, and the signs."""
        self.source = source
        self.signs = signs

    @cached_property
    def form(self) -> re.Pattern[str]:
        """The regular expression."""
        return re.compile(self.source)


def _pattern(source: str, *signs: str) -> Pattern:
    return Pattern(source, signs)


def _any(*lists: tuple[str, ...]) -> str:
    return "|".join(each for words in lists for each in words)


_ASKING, _TELLING, _MORE = _any(ASKING), _any(TELLING), _any(MORE)
_NOUN = rf"(?:{_any(NOUN)})\b"
_UNIT = rf"(?:%|€|(?:{_any(UNIT)})\b)"
_PIECE = r"(?:texts?|paragraphs?|sections?|instructions?|box(?:es)?)\b"

PATTERNS = (
    # [insert …], <add …>, (please describe …), (insert …), (describe); no link in Markdown
    _pattern(rf"\[(?i: ?(?:{_ASKING}|{_TELLING}|{_MORE})\b[^\]\0]{{0,200}}\](?!\())", "["),
    _pattern(rf"<(?i: ?(?:{_ASKING}|{_TELLING}|{_MORE})\b[^>\0]{{0,200}}>)", "<"),
    _pattern(rf"\{{(?i: ?(?:{_ASKING}|{_TELLING}|{_MORE})\b[^}}\0]{{0,200}}\}})", "{"),
    _pattern(rf"\((?i: ?(?:(?:{_ASKING})\b[^)\0]{{0,200}}|(?:{_TELLING}) ?)\))", "("),
    _pattern(rf"\[(?i: ?(?:{_any(LABEL)}) ?\](?!\())", "["),
    _pattern(r"\[[xXyY]\](?= ?[\w%€])(?<![-*+] \[.\])", "[x]", "[y]"),  # a ticked box in a list is no residue
    _pattern(r"\{\{[^}\0]{0,80}\}\}", "{{"),
    # x partners, XX %, 20XX: a single x is small, and no "3 x partner"
    _pattern(rf"x(?<![\w.,-]x)(?<![\d×] x) (?:(?i:{_NOUN})|%|€|EUR\b|SEK\b|PLN\b)", "x"),
    _pattern(rf"(?<!\w)(?:[xX]{{2,3}}|[yY]{{2,3}}) ?(?i:{_NOUN}|{_UNIT})", "xx", "yy"),
    _pattern(r"(?<!\w)(?:xx+|X{4,})(?!\w)|\b20XX\b|\bXX\.XX\b", "xx"),
    _pattern(r"\b(?:TBD|TBC|Tbd|tbd)\b", "tbd", "tbc"),
    _pattern(r"(?<![A-ZÀ-Ý] )\bTODO\b(?! [A-ZÀ-Ý]{2})|\bFIXME\b", "todo", "fixme"),
    _pattern(r"(?i:\bn\.t\.b\.|\bt\.b\.[dc]\.|\bn\.n\.b\.)", "t.b.", "n.n.b."),
    _pattern(r"(?i:lorem ipsum)", "lorem"),
    _pattern(
        r"(?i:\b(?:placeholder|platzhalter|platshållar|paikkamerkki)[- ]?te(?:xt|ksti)"
        r"|(?<![^\0])(?:placeholder|platzhalter|platshållare|paikkamerkki|segnaposto|plaatshouder"
        r"|espace réservé|marcador de posición|symbol zastępczy)\.?(?![^\0]))",
        *("placeholder", "platzhalter", "platshållar", "paikkamerkki", "segnaposto", "plaatshouder"),
        *("réservé", "marcador", "zastępczy"),
    ),
    # what Word and Excel leave, in the words of each language
    _pattern(r"(?i:Error! (?:Reference source not found|Bookmark not defined))", "error!"),
    _pattern(r"(?i:Fehler! (?:Verweisquelle konnte nicht gefunden|Textmarke nicht definiert))", "fehler!"),
    _pattern(r"(?i:Virhe[.!] (?:Viitteen lähdettä ei löytynyt|Kirjanmerkkiä ei ole määritetty))", "virhe"),
    _pattern(r"(?i:Fel! (?:Hittar inte referenskälla|Bokmärket är inte definierat))", "fel!"),
    _pattern(r"(?i:Erreur[ \xa0\u202f]?! (?:Source du renvoi introuvable|Signet non défini))", "erreur"),
    _pattern(r"(?i:Errore\. (?:L.origine riferimento non|Il segnalibro non è definito))", "errore."),
    _pattern(r"(?i:Błąd! (?:Nie można odnaleźć źródła|Nie zdefiniowano zakładki))", "błąd!"),
    _pattern(r"(?i:Error! (?:No se encuentra el origen|Marcador no definido))", "error!"),
    _pattern(r"(?i:Fout! (?:Verwijzingsbron niet gevonden|Bladwijzer niet gedefinieerd))", "fout!"),
    _pattern(
        r"#¡?(?:REF|VALUE|DIV/0|BEZUG|WERT|VIITTAUS|ARVO|REFERENS|VÄRDEFEL|VALEUR|RIF|VALORE|ADR|ARG|VALOR"
        r"|VERW|WAARDE)!",
        "#",
    ),
    _pattern(r"Click(?: or tap)? here to enter text|Choose an item\.", "click", "item."),
    _pattern(r"Klicken(?: oder tippen)? Sie hier, um Text einzugeben", "klicken"),
    _pattern(r"Wählen Sie ein Element aus", "wählen"),
    _pattern(r"Kirjoita tekstiä napsauttamalla|Valitse kohde\.", "napsauttamalla", "kohde."),
    _pattern(r"Klicka(?: eller tryck)? här för att ange text|Välj ett objekt\.", "klicka", "objekt."),
    _pattern(
        r"Cliquez(?: ou appuyez)? ici pour (?:entrer|taper) du texte|Choisissez un élément\.",
        "cliquez",
        "élément.",
    ),
    _pattern(
        r"Fare clic(?: o toccare)? qui per immettere (?:il )?testo|Scegliere un elemento\.",
        "clic",
        "scegliere",
    ),
    _pattern(
        r"Kliknij(?: lub naciśnij)? tutaj, aby wprowadzić tekst|Wybierz element\.", "kliknij", "wybierz"
    ),
    _pattern(
        r"Haga clic(?: o pulse)? aquí para escribir texto|Elija un elemento\.",
        "clic",
        "elija",
    ),
    _pattern(r"Klik(?: of tik)?(?: hier)? om tekst in te voeren|Kies een item\.", "klik", "kies"),
    # instructions to whoever fills it in: their verbs are common, so the first letters are sought as they stand
    _pattern(rf"lease (?i:remove|delete) (?i:the|this|these|all) (?i:{_PIECE})", "remove", "delete"),
    _pattern(
        rf"(?:emove|elete)(?<=\b[RrDd]e(?:mov|let)e) (?i:(?:the|this|these|all) {_PIECE}[^.\0]{{0,40}}"
        r"(?:highlight|yellow|submi))",
        "highlight",
        "yellow",
        "submi",
    ),
    _pattern(
        r"en (?:(?<=\b[Dd]en )|(?<=\b[Dd]iesen ))(?i:text|absatz|hinweis)(?: bitte)? (?:löschen|entfernen)",
        "löschen",
        "entfernen",
    ),
    _pattern(r"oista (?<=\b[Pp]oista )(?:tämä|nämä) (?:teksti|tekstit|kappale|ohje|ohjeet)\b", "poista"),
    _pattern(r"a bort (?<=\b[Tt]a bort )(?:denna|den här|dessa) (?:text|texter|anvisning|stycke)\b", "bort"),
    _pattern(r"upprime[rz] (?:ce|cet|ces) (?:texte|paragraphe|encadré)s?\b", "supprime"),
    _pattern(r"(?:limina|imuove)re (?:questo|il presente) (?:testo|paragrafo)\b", "eliminare", "rimuovere"),
    _pattern(r"limin(?:ar|e) este (?:texto|párrafo)\b", "eliminar", "elimine"),
    _pattern(r"su(?:nąć|ń) (?:ten|niniejszy) (?:tekst|akapit)\b", "usunąć", "usuń"),
    _pattern(r"erwijder (?:deze|dit) (?:tekst|alinea|toelichting)\b", "verwijder"),
    # lines to write on
    _pattern(r"_{4,}", "____"),
    _pattern(r"\.{6,}|…{3,}", "......", "………"),
)


def residue(texts: list[str], words: str | None = None) -> dict[int, str]:
    """Find what is left over in each of many texts: its number, and the first such piece of it.

    `words` are the different words of the texts in small letters, where they are known.
    """
    words = vocabulary(texts) if words is None else words
    return first_matches(texts, [each.form for each in PATTERNS if any(sign in words for sign in each.signs)])
