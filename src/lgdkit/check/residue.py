"""What unfilled templates leave behind, in English, German, Finnish and Swedish; after published contracts.

A pattern must not match what people write. So words in round brackets count only where they are an
instruction and no aside; `todo` is Spanish for "all", `XX` is twenty in Roman numerals, `[…]` marks what a
quotation leaves out.
"""

import bisect
import re
from typing import NamedTuple


class Pattern(NamedTuple):
    """A pattern, and what a text must hold in small letters to be worth a look; nothing: always look."""

    signs: tuple[str, ...]
    form: re.Pattern[str]


def _pattern(form: str, *signs: str) -> Pattern:
    return Pattern(signs, re.compile(form))


_ASKING = (
    r"please (?:insert|add|describe|specify|fill|complete|enter|state|indicate|select|choose)"
    r"|(?:bitte|hier) (?:[^()\[\]{}<>\0]{1,60} )?"
    r"(?:einfügen|ergänzen|ausfüllen|angeben|eintragen|beschreiben)"
    r"|bitte (?:aus)?wählen|(?:lisää|kirjoita|täydennä|syötä) tähän|(?:ange|skriv|fyll i) här"
    r"|insert|einfügen|infoga|syötä"
)
"""What is an instruction in any brackets, with whatever follows."""
_TELLING = (
    r"fill in|enter|add|describe|specify|select|choose|placeholder"
    r"|to be (?:added|completed|inserted|specified|filled in)(?: later| here| by the (?:partner|city))?"
    r"|ergänzen|ausfüllen|eintragen|beschreiben|auswählen|platzhalter"
    r"|wird (?:noch )?ergänzt|(?:noch )?zu ergänzen"
    r"|täydennä|kirjoita|täytä|valitse|paikkamerkki|(?:lisätään|täydennetään) myöhemmin"
    r"|fyll i|skriv in|ange|lägg till|beskriv|välj|kompletteras(?: senare)?|platshållare"
)
"""What is one in square brackets; in round ones only alone: `(to be added to the grid)` is an aside."""
_MORE = r"|lisää|to be (?:defined|confirmed|decided)"
"""What is one in square brackets alone: `(lisää …)` means more, and `(to be confirmed)` is an honest word."""
_LABEL = (
    r"yes ?/ ?no|ja ?/ ?nein|kyllä ?/ ?ei|ja ?/ ?nej|date|datum|päivämäärä|name|namn|nimi|number|anzahl|määrä"
    r"|antal|amount|betrag|summa|belopp|year|jahr|vuosi|år|city|stadt|kaupunki|stad|kommun|title|titel|otsikko"
)
_NOUN = (
    r"(?:partners?|partnern|parter|kumppania|organi[sz]ations?|organisationen|organisationer|organisaatiota"
    r"|compan(?:y|ies)|unternehmen|företag|yritystä|signatories|stakeholders?|measures|maßnahmen"
    r"|toimenpidettä|åtgärder)\b"
)
_UNIT = r"(?:%|€|(?:EUR|SEK|k?g|k?t|Mt|tonnes?|tonnen|tonnia|ton|[kMG]?Wh?|kWp|MWp|years?|jahre|vuotta|år)\b)"
_PIECE = r"(?:texts?|paragraphs?|sections?|instructions?|box(?:es)?)\b"

PATTERNS = (
    # [insert …], <add …>, (please describe …), (insert …), (describe); no link in Markdown
    _pattern(rf"\[(?i: ?(?:{_ASKING}|{_TELLING}{_MORE})\b[^\]\0]{{0,200}}\](?!\())"),
    _pattern(rf"<(?i: ?(?:{_ASKING}|{_TELLING}{_MORE})\b[^>\0]{{0,200}}>)"),
    _pattern(rf"\{{(?i: ?(?:{_ASKING}|{_TELLING}{_MORE})\b[^}}\0]{{0,200}}\}})"),
    _pattern(rf"\((?i: ?(?:(?:{_ASKING})\b[^)\0]{{0,200}}|(?:{_TELLING}) ?)\))"),
    _pattern(rf"\[(?i: ?(?:{_LABEL}) ?\](?!\())"),
    _pattern(r"\[[xXyY]\](?= ?[\w%€])(?<![-*+] \[.\])"),  # a ticked box in a list is no residue
    _pattern(r"\{\{[^}\0]{0,80}\}\}", "{{"),
    # x partners, XX %, 20XX: a single x is small, and no "3 x partner"
    _pattern(rf"x(?<![\w.,-]x)(?<![\d×] x) (?:(?i:{_NOUN})|%|€|EUR\b|SEK\b)"),
    _pattern(rf"(?<!\w)(?:[xX]{{2,3}}|[yY]{{2,3}}) ?(?i:{_NOUN}|{_UNIT})", "xx", "yy"),
    _pattern(r"(?<!\w)(?:xx+|X{4,})(?!\w)|\b20XX\b|\bXX\.XX\b", "xx"),
    _pattern(r"\b(?:TBD|TBC|Tbd|tbd)\b", "tbd", "tbc"),
    _pattern(r"(?<![A-ZÀ-Ý] )\bTODO\b(?! [A-ZÀ-Ý]{2})|\bFIXME\b", "todo", "fixme"),
    _pattern(r"(?i:\bt\.b\.[dc]\.|\bn\.n\.b\.)", "t.b.", "n.n.b."),
    _pattern(r"(?i:lorem ipsum)", "lorem ipsum"),
    _pattern(
        r"(?i:\b(?:placeholder|platzhalter|platshållar|paikkamerkki)[- ]?te(?:xt|ksti)"
        r"|(?<![^\0])(?:placeholder|platzhalter|platshållare|paikkamerkki)\.?(?![^\0]))",
        "placeholder",
        "platzhalter",
        "platshållar",
        "paikkamerkki",
    ),
    # what Word and Excel leave
    _pattern(r"(?i:Error! (?:Reference source|Bookmark) not (?:found|defined))", "error! "),
    _pattern(r"(?i:Fehler! (?:Verweisquelle konnte nicht gefunden|Textmarke nicht definiert))", "fehler! "),
    _pattern(r"(?i:Virhe[.!] (?:Viitteen lähdettä ei löytynyt|Kirjanmerkkiä ei ole määritetty))", "virhe"),
    _pattern(r"(?i:Fel! (?:Hittar inte referenskälla|Bokmärket är inte definierat))", "fel! "),
    _pattern(r"Click(?: or tap)? here to enter text|Choose an item\.", "click", "choose an item."),
    _pattern(r"Klicken(?: oder tippen)? Sie hier, um Text einzugeben", "klicken"),
    _pattern(r"Wählen Sie ein Element aus", "wählen sie ein"),
    _pattern(r"Kirjoita tekstiä napsauttamalla|Valitse kohde\.", "napsauttamalla", "valitse kohde."),
    _pattern(r"Klicka(?: eller tryck)? här för att ange text|Välj ett objekt\.", "klicka", "välj ett ob"),
    _pattern(r"#(?:REF|VALUE|DIV/0|BEZUG|WERT|VIITTAUS|ARVO|REFERENS|VÄRDEFEL)!", "#"),
    # instructions to whoever fills it in
    _pattern(
        rf"(?i:\bplease (?:remove|delete) (?:the|this|these|all) {_PIECE}"
        rf"|\b(?:remove|delete) (?:the|this|these|all) {_PIECE}[^.\0]{{0,40}}(?:highlight|yellow|submi))",
        "remove",
        "delete",
    ),
    _pattern(
        r"(?i:\b(?:diesen|den) (?:text|absatz|hinweis)(?: bitte)? (?:löschen|entfernen))",
        "löschen",
        "entfernen",
    ),
    _pattern(r"(?i:\bpoista (?:tämä|nämä) (?:teksti|tekstit|kappale|ohje|ohjeet)\b)", "poista"),
    _pattern(r"(?i:\bta bort (?:denna|den här|dessa) (?:text|texter|anvisning|stycke)\b)", "ta bort"),
    # lines to write on
    _pattern(r"_{4,}", "____"),
    _pattern(r"\.{6,}|…{3,}", "......", "………"),
)


def residue(texts: list[str]) -> dict[int, str]:
    """Find what is left over in each of many texts: its number, and the first such piece of it.

    All texts are searched as one, which is far quicker; none of them holds the sign that stands between them.
    """
    joined = "\0".join(texts)
    small = joined.lower()
    starts: list[int] = []
    found: dict[int, re.Match[str]] = {}
    for signs, form in PATTERNS:
        if signs and not any(sign in small for sign in signs):
            continue
        for match in form.finditer(joined):
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
