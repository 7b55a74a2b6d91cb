"""What unfilled templates leave behind, in nine languages; after published contracts. The words: residue_words.

A pattern must not match what people write. So words in round brackets count only where they are an
instruction and no aside; `todo` is Spanish for "all", `XX` is twenty in Roman numerals, `[…]` marks what a
quotation leaves out.
"""

import bisect
import re
from dataclasses import dataclass
from functools import cached_property

from lgdkit.check.residue_words import ASKING, LABEL, MORE, NOUN, TELLING, UNIT


@dataclass(frozen=True)
class Pattern:
    """A pattern, the letter without which it is not worth a look, and signs of which a text must hold one.

    To look for a letter costs next to nothing, for a sign a little, and to make the pattern the most. Signs
    are in small letters.
    """

    source: str
    letter: str
    signs: tuple[str, ...] = ()

    @cached_property
    def form(self) -> re.Pattern[str]:
        """The regular expression, made when it is needed first."""
        return re.compile(self.source)


def _any(*lists: tuple[str, ...]) -> str:
    return "|".join(each for words in lists for each in words)


_ASKING, _TELLING, _MORE = _any(ASKING), _any(TELLING), _any(MORE)
_NOUN = rf"(?:{_any(NOUN)})\b"
_UNIT = rf"(?:%|€|(?:{_any(UNIT)})\b)"
_PIECE = r"(?:texts?|paragraphs?|sections?|instructions?|box(?:es)?)\b"

PATTERNS = (
    # [insert …], <add …>, (please describe …), (insert …), (describe); no link in Markdown
    Pattern(rf"\[(?i: ?(?:{_ASKING}|{_TELLING}|{_MORE})\b[^\]\0]{{0,200}}\](?!\())", "["),
    Pattern(rf"<(?i: ?(?:{_ASKING}|{_TELLING}|{_MORE})\b[^>\0]{{0,200}}>)", "<"),
    Pattern(rf"\{{(?i: ?(?:{_ASKING}|{_TELLING}|{_MORE})\b[^}}\0]{{0,200}}\}})", "{"),
    Pattern(rf"\((?i: ?(?:(?:{_ASKING})\b[^)\0]{{0,200}}|(?:{_TELLING}) ?)\))", "("),
    Pattern(rf"\[(?i: ?(?:{_any(LABEL)}) ?\](?!\())", "["),
    Pattern(r"\[[xXyY]\](?= ?[\w%€])(?<![-*+] \[.\])", "["),  # a ticked box in a list is no residue
    Pattern(r"\{\{[^}\0]{0,80}\}\}", "{"),
    # x partners, XX %, 20XX: a single x is small, and no "3 x partner"
    Pattern(rf"x(?<![\w.,-]x)(?<![\d×] x) (?:(?i:{_NOUN})|%|€|EUR\b|SEK\b|PLN\b)", "x"),
    Pattern(rf"(?<!\w)(?:[xX]{{2,3}}|[yY]{{2,3}}) ?(?i:{_NOUN}|{_UNIT})", "", ("xx", "yy")),
    Pattern(r"(?<!\w)(?:xx+|X{4,})(?!\w)|\b20XX\b|\bXX\.XX\b", "", ("xx",)),
    Pattern(r"TB[DC](?<!\wTB.)(?!\w)", "T"),
    Pattern(r"bd(?<=[tT]bd)(?<!\w.bd)(?!\w)", "b"),
    Pattern(r"TODO(?<!\wTODO)(?<![A-ZÀ-Ý] TODO)(?!\w)(?! [A-ZÀ-Ý]{2})", "O"),
    Pattern(r"FIXME(?<!\wFIXME)(?!\w)", "X"),
    Pattern(r"(?i:\bn\.t\.b\.|\bt\.b\.[dc]\.|\bn\.n\.b\.)", "", ("t.b.", "n.n.b.")),
    Pattern(r"(?i:lorem ipsum)", "", ("lorem ipsum",)),
    Pattern(
        r"(?i:\b(?:placeholder|platzhalter|platshållar|paikkamerkki)[- ]?te(?:xt|ksti)"
        r"|(?<![^\0])(?:placeholder|platzhalter|platshållare|paikkamerkki)\.?(?![^\0]))",
        "",
        ("placeholder", "platzhalter", "platshållar", "paikkamerkki"),
    ),
    # what Word and Excel leave, in the words of each language
    Pattern(
        r"rror! (?i:Reference source not found|Bookmark not defined|No se encuentra el origen"
        r"|Marcador no definido)",
        "!",
    ),
    Pattern(r"ehler! (?i:Verweisquelle konnte nicht gefunden|Textmarke nicht definiert)", "!"),
    Pattern(r"irhe[.!] (?i:Viitteen lähdettä ei löytynyt|Kirjanmerkkiä ei ole määritetty)", "V"),
    Pattern(r"el! (?i:Hittar inte referenskälla|Bokmärket är inte definierat)", "!"),
    Pattern(r"rreur[ \xa0\u202f]?! (?i:Source du renvoi introuvable|Signet non défini)", "!"),
    Pattern(r"rrore\. (?i:L.origine riferimento non|Il segnalibro non è definito)", "E"),
    Pattern(r"łąd! (?i:Nie można odnaleźć źródła|Nie zdefiniowano zakładki)", "ł"),
    Pattern(r"out! (?i:Verwijzingsbron niet gevonden|Bladwijzer niet gedefinieerd)", "!"),
    Pattern(
        r"#¡?(?:REF|VALUE|DIV/0|BEZUG|WERT|VIITTAUS|ARVO|REFERENS|VÄRDEFEL|VALEUR|RIF|VALORE|ADR|ARG|VALOR"
        r"|VERW|WAARDE)!",
        "#",
    ),
    Pattern(r"Click(?: or tap)? here to enter text", "C"),
    Pattern(
        r"Klick(?:en(?: oder tippen)? Sie hier, um Text einzugeben|a(?: eller tryck)? här för att ange text)",
        "K",
    ),
    Pattern(r"Kirjoita tekstiä napsauttamalla", "K"),
    Pattern(r"Cliquez(?: ou appuyez)? ici pour (?:entrer|taper) du texte", "C"),
    Pattern(
        r"clic(?: o (?:toccare|pulse))?(?: qui per immettere (?:il )?testo| aquí para escribir texto)", "c"
    ),
    Pattern(
        r"Klik(?:nij(?: lub naciśnij)? tutaj, aby wprowadzić tekst"
        r"|(?: of tik)?(?: hier)? om tekst in te voeren)",
        "K",
    ),
    Pattern(r" item\.(?:(?<=Choose an item\.)|(?<=Kies een item\.))", "."),
    Pattern(r"Valitse kohde\.", "V"),
    Pattern(r"Välj ett objekt\.", "V"),
    Pattern(r"Choisissez un élément\.", "C"),
    Pattern(
        r"lement(?:(?<=Wählen Sie ein Element) aus|(?<=Wybierz element)\."
        r"|(?<=Scegliere un element)o\.|(?<=Elija un element)o\.)",
        "l",
    ),
    # instructions to whoever fills it in
    Pattern(
        rf"(?i:\bplease (?:remove|delete) (?:the|this|these|all) {_PIECE}"
        rf"|\b(?:remove|delete) (?:the|this|these|all) {_PIECE}[^.\0]{{0,40}}(?:highlight|yellow|submi))",
        "",
        ("remove", "delete"),
    ),
    Pattern(
        r"(?i:\b(?:diesen|den) (?:text|absatz|hinweis)(?: bitte)? (?:löschen|entfernen))",
        "",
        ("löschen", "entfernen"),
    ),
    Pattern(r"(?i:\bpoista (?:tämä|nämä) (?:teksti|tekstit|kappale|ohje|ohjeet)\b)", "", ("poista",)),
    Pattern(r"(?i:\bta bort (?:denna|den här|dessa) (?:text|texter|anvisning|stycke)\b)", "", ("ta bort",)),
    Pattern(r"(?i:\bsupprime[rz] (?:ce|cet|ces) (?:texte|paragraphe|encadré)s?\b)", "", ("supprime",)),
    Pattern(
        r"(?i:\b(?:eliminare|rimuovere) (?:questo|il presente) (?:testo|paragrafo)\b"
        r"|\b(?:eliminar|elimine) este (?:texto|párrafo)\b)",
        "",
        ("elimin", "rimuover"),
    ),
    Pattern(r"(?i:\busu(?:nąć|ń) (?:ten|niniejszy) (?:tekst|akapit)\b)", "", ("usunąć", "usuń")),
    Pattern(r"(?i:\b(?:verwijder|wis) (?:deze|dit) (?:tekst|alinea|toelichting)\b)", "", ("verwijder",)),
    # lines to write on
    Pattern(r"_{4,}", "_", ("____",)),
    Pattern(r"\.{6,}|…{3,}", "", ("......", "………")),
)


def residue(texts: list[str]) -> dict[int, str]:
    """Find what is left over in each of many texts: its number, and the first such piece of it.

    All texts are searched as one, which is far quicker; none of them holds the sign that stands between them.
    """
    joined = "\0".join(texts)
    small = joined.lower()
    starts: list[int] = []
    found: dict[int, re.Match[str]] = {}
    for pattern in PATTERNS:
        if pattern.letter not in joined:
            continue
        if pattern.signs and not any(sign in small for sign in pattern.signs):
            continue
        for match in pattern.form.finditer(joined):
            starts = starts or _starts(texts)
            number = bisect.bisect_right(starts, match.start()) - 1
            if number not in found or match.start() < found[number].start():
                found[number] = match
    return {number: found[number][0] for number in sorted(found)}


def _starts(texts: list[str]) -> list[int]:
    """Return where each text begins in all of them joined."""
    starts, position = [], 0
    for text in texts:
        starts.append(position)
        position += len(text) + 1
    return starts
