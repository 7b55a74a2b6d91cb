"""The words of unfilled templates, by language; after published contracts and the forms of Word.

English, German, Finnish, Swedish, French, Italian, Polish, Spanish, Dutch. Each entry is a part of a regular
expression, and is joined with those of the other languages. A word is listed only if people do not begin an
aside with it: `(complete renovation of …)` is English, so `complete` is asked for with `por favor` alone.
"""

ASKING = (
    r"please (?:insert|add|describe|specify|fill|complete|enter|state|indicate|select|choose)",
    r"insert",
    r"(?:bitte|hier) (?:[^()\[\]{}<>\0]{1,60} )?(?:einfügen|ergänzen|ausfüllen|angeben|eintragen|beschreiben)",
    r"bitte (?:aus)?wählen|einfügen",
    r"(?:lisää|kirjoita|täydennä|syötä) tähän|syötä",
    r"(?:ange|skriv|fyll i) här|infoga",
    r"veuillez (?:insérer|ajouter|décrire|préciser|compléter|indiquer|renseigner|choisir|sélectionner)",
    r"insére[rz]|(?:indiquez|inscrivez|précisez|complétez|ajoutez|écrivez) ici",
    r"si prega di (?:inserire|aggiungere|descrivere|specificare|compilare|indicare)",
    r"inserire|(?:inserisci|scrivere|indicare|aggiungere) qui",
    r"proszę (?:wstawić|wpisać|dodać|opisać|podać|uzupełnić|wskazać|wybrać)",
    r"wstaw(?:ić)?|wpisz|wpisać|tu(?:taj)? (?:wpisać|wstawić)",
    r"por favor,? (?:inserte|añada|describa|especifique|complete|rellene|indique|seleccione)",
    r"insert(?:ar|e)|(?:indique|escriba|añada) aquí",
    r"(?:hier|graag) (?:[^()\[\]{}<>\0]{1,60} )?(?:invullen|invoegen|toevoegen|beschrijven|aangeven)",
    r"vul (?:hier )?in|gelieve in te vullen|invoegen",
)
"""What is an instruction in any brackets, with whatever follows."""

TELLING = (
    r"fill in|enter|add|describe|specify|select|choose|placeholder",
    r"to be (?:added|completed|inserted|specified|filled in)(?: later| here| by the (?:partner|city))?",
    r"ergänzen|ausfüllen|eintragen|beschreiben|auswählen|platzhalter",
    r"wird (?:noch )?ergänzt|(?:noch )?zu ergänzen",
    r"täydennä|kirjoita|täytä|valitse|paikkamerkki|(?:lisätään|täydennetään) myöhemmin",
    r"fyll i|skriv in|ange|lägg till|beskriv|välj|kompletteras(?: senare)?|platshållare",
    r"compléter|préciser|décrire|sélectionner|espace réservé",
    r"à (?:compléter|remplir|préciser|insérer|renseigner)(?: ici| ultérieurement| plus tard)?",
    r"compilare|specificare|descrivere|selezionare|segnaposto",
    r"da (?:compilare|completare|inserire|specificare)(?: qui| in seguito)?",
    r"uzupełnić|opisać|podać|do (?:uzupełnienia|wypełnienia|wpisania)(?: później)?",
    r"completar|rellenar|describir|especificar|seleccionar",
    r"(?:por|a) (?:completar|rellenar|especificar)(?: más adelante)?|pendiente de (?:completar|rellenar)",
    r"invullen|aanvullen|beschrijven|(?:nog )?(?:in te vullen|aan te vullen|toe te voegen)|plaatshouder",
)
"""What is one in square brackets; in round ones only alone: `(to be added to the grid)` is an aside."""

MORE = (
    r"lisää|to be (?:defined|confirmed|decided)",
    r"à (?:confirmer|définir|déterminer)|da (?:confermare|definire)|do (?:potwierdzenia|ustalenia)",
    r"por (?:confirmar|definir)|(?:nog )?te (?:bepalen|bevestigen)",
)
"""What is one in square brackets alone: `(lisää …)` means more, and `(to be confirmed)` is an honest word."""

LABEL = (
    r"yes ?/ ?no|ja ?/ ?nein|kyllä ?/ ?ei|ja ?/ ?nej|oui ?/ ?non|s[ìí] ?/ ?no|tak ?/ ?nie|ja ?/ ?nee",
    r"dat[ea]|datum|päivämäärä|fecha|name|namn|nimi|nome?|nombre|nazwa|naam",
    r"number|anzahl|määrä|antal|numero|número|liczba|aantal",
    r"amount|betrag|summa|belopp|montant|importo|importe|kwota|bedrag",
    r"year|jahr|vuosi|år|année|anno|año|rok|jaar",
    r"city|stadt|kaupunki|stad|kommun|ville|città|ciudad|miasto|gemeente",
    r"title|titel|otsikko|titre|titolo|título|tytuł",
)
"""What stands alone in square brackets where something belongs."""

NOUN = (
    r"partners?|partnern|parter|kumppania|partenaires|partnerów|socios",
    r"organi[sz]ations?|organisationen|organisationer|organisaatiota|organisaties",
    r"compan(?:y|ies)|unternehmen|företag|yritystä|entreprises|imprese|aziende|przedsiębiorstw|empresas",
    r"bedrijven|signatories|stakeholders?|signataires|firmatari|sygnatariuszy|firmantes|ondertekenaars",
    r"measures|maßnahmen|toimenpidettä|åtgärder|mesures|misure|działań|medidas|maatregelen",
)
"""What is counted with an x: `x partners`."""

UNIT = (
    r"EUR|SEK|PLN|k?g|k?t|Mt|tonnes?|tonnen|tonnia|ton|tonnellate|toneladas|[kMG]?Wh?|kWp|MWp",
    r"years?|jahre|vuotta|år|ans|anni|años|lat|jaar",
)
"""What is measured with more than one: `xx kt`."""
