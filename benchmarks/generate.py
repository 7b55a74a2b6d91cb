"""Write made-up cities of any size: the same seed gives the same bytes.

The cities are invented, and clean: every reference exists, the sums are right, nothing is late before 2028.
The YAML is put together as text, so that it looks like what people write: block style, flow maps, folded texts,
quotes where they are needed, a comment now and then.
"""

import argparse
import random
import re
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Words = dict[str, str]
"""One text in every language that the cities use."""

SMALLEST_CITY = 20
WIDTH = 96
SHARES = {"stakeholders": 0.20, "actions": 0.18, "deals": 0.13, "indicators": 0.09, "sources": 0.04, "persons": 0.01}
"""What the records of a city are; one is the city itself, and the rest are commitments."""


def w(en: str, sv: str, de: str, fi: str) -> Words:
    return {"en": en, "sv": sv, "de": de, "fi": fi}


# --- words -----------------------------------------------------------------------------------------------------

PLACE_HEADS = (
    "Alm Björk Dal Ek Fager Gran Hag Id Kors Lind Mar Norr Oxel Prost Ring Sand Torn Ulv Väster Ytter Ängel Öster "
    "Brunn Fjell Grön Hjort Järn Klock Löv Mölle Näck Pil Råd Skog Tjär Vinter Blå Get Kvarn Stor"
).split()
PLACE_TAILS = (
    "berga boda böle by dalen forsa garn hamn holm hult kulla köping lunda måla mora näset rud ryd sele sjö skär "
    "stad strand sund torp tuna udden valla viken våg ås äng ö bäck fält grund lid myr park"
).split()
NAME_HEADS = (
    "Aker Birka Calder Dorn Elva Falken Glim Hälle Isar Jordan Kaleva Lumen Myra Neckar Otava Pohja Quell Rauma "
    "Silva Tuuli Umbra Vega Wald Xeno Ylva Zirkon Ärla Örn Blume Cirro Drift Eiken Forst Grü Halla Insel Kupfer "
    "Linné Mesi Nova Osmo Planta Rhön Saimen Terra Ursa Vanda Weide Kiesel Tanne"
).split()
NAME_TAILS = (
    "balk berg dur fex gard hof jet kant lax mark nord pelt quist ram söder tek ulf vind wik zell brück dahl feld "
    "grat heim kivi lahti metsä niemi puro ranta salo tal uno vaara werk bruk fors haga kraft"
).split()
FIRST_NAMES = "Kim Robin Aino Elin Jonas Ümit Söre Märta Käte Jörg Pekka Maj".split()

FIELDS: tuple[tuple[str, str, str, str, Words], ...] = (
    ("energi", "energy-systems", "clean-energy, climate-action", "stationary-energy",
     w("Clean energy", "Ren energi", "Saubere Energie", "Puhdas energia")),
    ("mobil", "mobility-transport", "sustainable-mobility, eliminating-pollution", "transport",
     w("Mobility and transport", "Mobilitet och transporter", "Mobilität und Verkehr", "Liikkuminen ja liikenne")),
    ("bygg", "built-environment", "building-renovating", "stationary-energy",
     w("Building and renovating", "Bygga och renovera", "Bauen und Sanieren", "Rakentaminen ja korjaaminen")),
    ("cirkel", "waste-circular-economy", "eliminating-pollution, sustainable-industry", "waste",
     w("Circular economy", "Cirkulär ekonomi", "Kreislaufwirtschaft", "Kiertotalous")),
    ("natur", "nature-based-solutions", "biodiversity, farm-to-fork, sustainable-agriculture", "afolu",
     w("Food, soil and nature", "Mat, mark och natur", "Ernährung, Böden, Natur", "Ruoka, maaperä ja luonto")),
    ("industri", "industry", "sustainable-industry", "ippu",
     w("Industry and trade", "Industri och näringsliv", "Industrie und Gewerbe", "Teollisuus ja elinkeinot")),
)  # fmt: skip

MEASURES: dict[str, tuple[tuple[str, Words], ...]] = {
    "energi": (
        ("sol", w("Solar power on schools", "Solel på skolor", "Solarstrom auf Schulen", "Aurinkosähköä kouluihin")),
        ("varme", w("Waste heat for the grid", "Restvärme till nätet", "Abwärme ins Netz", "Hukkalämpö verkkoon")),
        ("lager", w("Heat storage", "Värmelager", "Wärmespeicher", "Lämpövarasto")),
        ("gemen", w("Energy community", "Energigemenskap", "Energiegemeinschaft", "Energiayhteisö")),
        ("ljus", w("Street lamps renewed", "Ny gatubelysning", "Neue Straßenbeleuchtung", "Katuvalojen uusiminen")),
    ),
    "mobil": (
        ("cykel", w("Cycle highway", "Snabbcykelväg", "Radschnellweg", "Pyöräilyn pikareitti")),
        ("ladda", w("Charging for vans", "Laddning för skåpbilar", "Laden für Lieferwagen", "Pakettiautojen lataus")),
        ("buss", w("Electric bus line", "Elbusslinje", "Elektrobuslinie", "Sähköbussilinja")),
        ("samlast", w("Shared deliveries", "Samlastning", "Gebündelte Lieferungen", "Yhteiskuljetukset")),
        ("delbil", w("Car sharing at stations", "Bilpool vid stationer", "Carsharing an Bahnhöfen",
                     "Yhteiskäyttöautot asemilla")),
    ),
    "bygg": (
        ("flat", w("Renovating rented flats", "Renovering av hyreslägenheter", "Sanierung von Mietwohnungen",
                   "Vuokra-asuntojen korjaus")),
        ("tra", w("Building in timber", "Bygga i trä", "Bauen mit Holz", "Puurakentaminen")),
        ("arbets", w("Emission-free worksites", "Utsläppsfria byggplatser", "Emissionsfreie Baustellen",
                     "Päästöttömät työmaat")),
        ("styr", w("Smart heating control", "Smart värmestyrning", "Kluge Heizungsregelung", "Älykäs lämmönohjaus")),
    ),
    "cirkel": (
        ("repair", w("Repair house", "Reparationshus", "Reparaturhaus", "Korjaamotalo")),
        ("bank", w("Bank of building parts", "Återbruksbank", "Bauteilbörse", "Rakennusosapankki")),
        ("bio", w("Food waste to biogas", "Matavfall till biogas", "Biogas aus Speiseresten", "Ruokajätteestä biokaasua")),
        ("mugg", w("Reusable cups", "Återbrukade muggar", "Mehrwegbecher", "Kestomukit")),
    ),
    "natur": (
        ("trad", w("Trees along streets", "Träd längs gator", "Straßenbäume", "Katupuut")),
        ("vat", w("Wetland restored", "Återställd våtmark", "Moor vernässen", "Kosteikon ennallistaminen")),
        ("mat", w("Regional school meals", "Skolmat från trakten", "Schulessen aus der Region", "Lähiruokaa kouluihin")),
        ("tak", w("Green roofs", "Gröna tak", "Gründächer", "Viherkatot")),
    ),
    "industri": (
        ("ugn", w("Electric furnaces", "Elektriska ugnar", "Elektrische Öfen", "Sähköuunit")),
        ("kyla", w("Natural refrigerants", "Naturliga köldmedier", "Natürliche Kältemittel", "Luonnolliset kylmäaineet")),
        ("symb", w("Industrial symbiosis", "Industriell symbios", "Industrielle Symbiose", "Teollinen symbioosi")),
        ("rad", w("Advice for small firms", "Råd till småföretag", "Beratung für Betriebe", "Neuvontaa pienyrityksille")),
    ),
}  # fmt: skip

DESCRIPTIONS = (
    w("The work starts in {place}, where the network is oldest, and goes on street by street until {year}.",
      "Arbetet börjar i {place}, där nätet är äldst, och fortsätter gata för gata till {year}.",
      "Die Arbeiten beginnen in {place}, wo das Netz am ältesten ist, und gehen bis {year} Straße für Straße weiter.",
      "Työ alkaa alueelta {place}, jossa verkko on vanhin, ja jatkuu katu kerrallaan vuoteen {year}."),
    w("About {n} households and {m} firms are asked early; what they say is written down and answered.",
      "Omkring {n} hushåll och {m} företag tillfrågas tidigt; det de säger skrivs ned och besvaras.",
      "Rund {n} Haushalte und {m} Betriebe werden früh gefragt; was sie sagen, wird festgehalten und beantwortet.",
      "Noin {n} kotitaloudelta ja {m} yritykseltä kysytään ajoissa; vastaukset kirjataan ja niihin vastataan."),
    w("The city pays for the planning: owners pay for what stays on their land.",
      "Staden betalar planeringen: ägarna betalar det som blir kvar på deras mark.",
      "Die Stadt zahlt die Planung: die Eigentümer zahlen, was auf ihrem Grund bleibt.",
      "Kaupunki maksaa suunnittelun: omistajat maksavat sen, mikä jää heidän maalleen."),
    w("Pupils from {place} measure for themselves what changes, and show it to the council once a year.",
      "Elever från {place} mäter själva vad som förändras och visar det för fullmäktige en gång om året.",
      "Schülerinnen und Schüler aus {place} messen selbst, was sich ändert, und zeigen es jährlich dem Gemeinderat.",
      "Oppilaat alueelta {place} mittaavat itse, mikä muuttuu, ja esittelevät tulokset valtuustolle vuosittain."),
    w("An earlier attempt failed on permits, so the building office takes part from the first day.",
      "Ett tidigare försök föll på tillstånden, så byggnadsnämnden är med från första dagen.",
      "Ein früherer Anlauf scheiterte an Genehmigungen, darum ist das Bauamt vom ersten Tag an dabei.",
      "Aiempi yritys kaatui lupiin, joten rakennusvalvonta on mukana ensimmäisestä päivästä."),
    w("Contracts are let in small lots, so that craft businesses from the region can bid.",
      "Upphandlingen delas i små delar, så att hantverksföretag från trakten kan lämna anbud.",
      "Vergeben wird in kleinen Losen, damit sich Handwerksbetriebe aus der Region bewerben können.",
      "Hankinnat jaetaan pieniin osiin, jotta seudun käsityöyritykset voivat tarjota."),
    w("Tenants with small incomes pay no more than before; the climate fund carries the difference.",
      "Hyresgäster med små inkomster betalar inte mer än förr; klimatfonden bär skillnaden.",
      "Mieter mit kleinem Einkommen zahlen nicht mehr als vorher; den Unterschied trägt der Klimafonds.",
      "Pienituloiset vuokralaiset eivät maksa enempää kuin ennen; erotuksen kattaa ilmastorahasto."),
)  # fmt: skip

MILESTONES = (
    w("Site survey done", "Platsen undersökt", "Standort untersucht", "Paikka tutkittu"),
    w("Partners have signed", "Parterna har skrivit under", "Partner haben unterschrieben", "Kumppanit allekirjoittaneet"),
    w("First {n} metres built", "De första {n} metrarna byggda", "Erste {n} Meter gebaut", "Ensimmäiset {n} metriä valmiina"),
    w("Tender decided", "Upphandlingen avgjord", "Vergabe entschieden", "Hankinta ratkaistu"),
    w("Halfway report", "Halvtidsrapport", "Zwischenbericht", "Väliraportti"),
    w("{m} firms connected", "{m} företag anslutna", "{m} Betriebe angeschlossen", "{m} yritystä liittynyt"),
)

REASONS = (
    w("metering starts with the first season", "mätningen börjar med första säsongen",
      "gemessen wird ab der ersten Saison", "mittaus alkaa ensimmäisestä kaudesta"),
    w("the offers are still being compared", "anbuden jämförs fortfarande",
      "die Angebote werden noch verglichen", "tarjouksia vertaillaan vielä"),
    w("it makes other actions possible", "den gör andra åtgärder möjliga",
      "sie macht andere Maßnahmen möglich", "se mahdollistaa muita toimia"),
    w("no method that the partners agree on", "ingen metod som parterna är ense om",
      "keine Methode, auf die sich die Partner einigen", "ei menetelmää, josta kumppanit olisivat yhtä mieltä"),
)  # fmt: skip

PROMISES: tuple[tuple[str, str, Words], ...] = (
    ("kWp", "footprint",
     w("Puts solar panels on its own roofs in {place} and shares the hourly yield with the city.",
       "Sätter solpaneler på egna tak i {place} och delar timvärdena med staden.",
       "Bringt Solarmodule auf eigenen Dächern in {place} an und teilt die Stundenwerte mit der Stadt.",
       "Asentaa aurinkopaneelit omille katoilleen alueella {place} ja jakaa tuntitiedot kaupungille.")),
    ("vehicles", "footprint",
     w("Replaces diesel vans by electric ones and opens its charging points at night.",
       "Byter dieselbilar mot elbilar och öppnar sina laddplatser nattetid.",
       "Ersetzt Dieseltransporter durch elektrische und öffnet nachts die eigenen Ladepunkte.",
       "Vaihtaa dieselautot sähköautoihin ja avaa latauspisteensä yöaikaan.")),
    ("persons/year", "heartprint",
     w("Trains its own staff and {n} apprentices of other firms; the course material is free to use.",
       "Utbildar egen personal och {n} lärlingar från andra företag; kursmaterialet är fritt.",
       "Schult die eigene Belegschaft und {n} Auszubildende anderer Betriebe; das Material ist frei nutzbar.",
       "Kouluttaa oman väkensä ja {n} oppisopimuslaista muista yrityksistä; aineisto on vapaasti käytettävissä.")),
    ("items/year", "handprint",
     w("Takes back used furniture from {place}, mends it and sells it with a year's guarantee.",
       "Tar tillbaka begagnade möbler från {place}, lagar dem och säljer dem med ett års garanti.",
       "Nimmt gebrauchte Möbel aus {place} zurück, richtet sie her und verkauft sie mit einem Jahr Garantie.",
       "Ottaa takaisin käytettyjä kalusteita alueelta {place}, korjaa ne ja myy ne vuoden takuulla.")),
    ("flats", "footprint",
     w("Insulates its houses in {place} and keeps rents with heating no higher than before.",
       "Isolerar sina hus i {place} och håller varmhyran på samma nivå som förr.",
       "Dämmt die eigenen Häuser in {place} und hält die Warmmiete auf dem bisherigen Stand.",
       "Eristää talonsa alueella {place} ja pitää vuokran lämmityksineen entisellä tasolla.")),
    ("meals/year", "handprint",
     w("Buys vegetables from farms within {n} kilometres and publishes what it threw away: in kilograms.",
       "Köper grönsaker från gårdar inom {n} kilometer och redovisar svinnet: i kilogram.",
       "Kauft Gemüse von Höfen im Umkreis von {n} Kilometern und legt offen, was übrig blieb: in Kilogramm.",
       "Ostaa vihannekset tiloilta {n} kilometrin säteeltä ja julkaisee hävikin: kilogrammoina.")),
)  # fmt: skip

DELIVERABLES = (
    w("a report of two pages with photographs", "en rapport på två sidor med bilder",
      "ein Bericht von zwei Seiten mit Bildern", "kahden sivun raportti kuvineen"),
    w("open data, monthly", "öppna data, varje månad", "offene Daten, monatlich", "avointa dataa kuukausittain"),
    w("a guided visit for residents", "en visning för invånarna",
      "eine Führung für die Nachbarschaft", "opastettu kierros asukkaille"),
    w("meter readings, checked by an auditor", "mätvärden, granskade av revisor",
      "Zählerstände, von Dritten geprüft", "mittarilukemat tarkastettuina"),
)  # fmt: skip

CONTRIBUTIONS = (
    w("Names one contact for permits and answers within ten working days.",
      "Utser en kontakt för tillstånd och svarar inom tio arbetsdagar.",
      "Benennt eine Stelle für Genehmigungen und antwortet binnen zehn Arbeitstagen.",
      "Nimeää yhden yhteyshenkilön luville ja vastaa kymmenessä työpäivässä."),
    w("Invites the partners to a meeting and shares the city's figures beforehand.",
      "Bjuder in parterna till möte och delar stadens siffror i förväg.",
      "Lädt die Partner zu einem Treffen ein und legt vorher die Zahlen der Stadt offen.",
      "Kutsuu kumppanit koolle ja jakaa kaupungin luvut etukäteen."),
    w("Shows the deal on its website and at the climate day.", "Visar avtalet på webben och på klimatdagen.",
      "Zeigt die Vereinbarung im Netz und am Klimatag.", "Esittelee sopimuksen verkossa ja ilmastopäivänä."),
)  # fmt: skip

BENEFITS = (
    w("Comparison with firms of the same size", "Jämförelse med företag av samma storlek",
      "Vergleich mit Betrieben gleicher Größe", "Vertailu samankokoisiin yrityksiin"),
    w("A say in the city's next tenders", "Inflytande på stadens nästa upphandlingar",
      "Mitsprache bei den nächsten Ausschreibungen", "Sananvaltaa kaupungin seuraaviin hankintoihin"),
    w("Free advice on grants", "Kostnadsfri rådgivning om bidrag", "Kostenlose Förderberatung", "Maksutonta tukineuvontaa"),
)

PURPOSES = (
    w("The parties cut emissions together in {place}, and tell each other openly what works and what does not.",
      "Parterna minskar tillsammans utsläppen i {place} och berättar öppet vad som fungerar och inte.",
      "Die Parteien senken gemeinsam die Emissionen in {place} und sagen einander offen, was gelingt und was nicht.",
      "Osapuolet vähentävät yhdessä päästöjä alueella {place} ja kertovat avoimesti, mikä toimii ja mikä ei."),
    w("The parties share what they know, buy together where it helps, and report in one common form.",
      "Parterna delar kunskap, köper gemensamt där det hjälper och rapporterar på ett gemensamt sätt.",
      "Die Parteien teilen Wissen, kaufen gemeinsam ein, wo es hilft, und berichten in einer gemeinsamen Form.",
      "Osapuolet jakavat tietoa, ostavat yhdessä, kun siitä on apua, ja raportoivat yhdellä tavalla."),
)  # fmt: skip

OPERATIONS = (
    w("Runs {m} sites in the city; heating and transport make up most of its emissions.",
      "Driver {m} anläggningar i staden; uppvärmning och transporter står för det mesta av utsläppen.",
      "Betreibt {m} Standorte in der Stadt; Heizung und Verkehr machen den größten Teil der Emissionen aus.",
      "Toimii {m} paikassa kaupungissa; lämmitys ja kuljetukset aiheuttavat suurimman osan päästöistä."),
    w("Buys about {n} tonnes of material a year, a third of it second-hand.",
      "Köper omkring {n} ton material om året, en tredjedel av det begagnat.",
      "Kauft rund {n} Tonnen Material im Jahr, ein Drittel davon gebraucht.",
      "Ostaa noin {n} tonnia materiaalia vuodessa, kolmanneksen käytettynä."),
    w("Reaches {n} people a week with courses, meals and repairs.",
      "Når {n} personer i veckan med kurser, måltider och reparationer.",
      "Erreicht mit Kursen, Essen und Reparaturen {n} Menschen in der Woche.",
      "Tavoittaa viikossa {n} ihmistä kursseilla, aterioilla ja korjauksilla."),
)  # fmt: skip

COLLABORATIONS = (
    w("Took part in {m} workshops; expects clear dates and one contact in the administration.",
      "Deltog i {m} verkstäder; väntar sig tydliga datum och en kontakt i förvaltningen.",
      "War bei {m} Werkstätten dabei; erwartet klare Termine und eine feste Ansprechstelle.",
      "Osallistui {m} työpajaan; odottaa selkeitä päivämääriä ja yhtä yhteyshenkilöä."),
    w("Works with the city since {year}: it lends rooms and brings its members along.",
      "Samarbetar med staden sedan {year}: lånar ut lokaler och tar med sina medlemmar.",
      "Arbeitet seit {year} mit der Stadt: stellt Räume und bringt die Mitglieder mit.",
      "Tekee yhteistyötä kaupungin kanssa vuodesta {year}: lainaa tiloja ja tuo jäsenensä mukaan."),
)  # fmt: skip

ROLES = (
    w("managing director", "verkställande direktör", "Geschäftsführung", "toimitusjohtaja"),
    w("climate officer", "klimatansvarig", "Klimaschutz", "ilmastovastaava"),
    w("chair of the board", "styrelseordförande", "Vorstandsvorsitz", "hallituksen puheenjohtaja"),
    w("head of purchasing", "inköpschef", "Leitung Einkauf", "hankintapäällikkö"),
)

INDICATORS: tuple[tuple[str, str, int, Words, Words], ...] = (
    ("km/person/day", "down", 18,
     w("Kilometres by car", "Kilometer med bil", "Wege mit dem Auto", "Autolla ajetut kilometrit"),
     w("Distance driven by car by a resident of {place} on an average day, from the yearly travel survey.",
       "Sträcka som en invånare i {place} kör bil en genomsnittlig dag, ur den årliga resvaneundersökningen.",
       "Strecke, die jemand aus {place} an einem mittleren Tag mit dem Auto fährt, aus der jährlichen Befragung.",
       "Matka, jonka alueen {place} asukas ajaa autolla keskimääräisenä päivänä, vuosittaisesta kyselystä.")),
    ("kWh/m2/year", "down", 142,
     w("Heat used in flats", "Värme i bostäder", "Wärme in Wohnungen", "Asuntojen lämmönkulutus"),
     w("Heat bought for rented flats in {place}, corrected for the weather of the year.",
       "Köpt värme till hyresbostäder i {place}, korrigerad för årets väder.",
       "Bezogene Wärme der Mietwohnungen in {place}, um die Witterung des Jahres bereinigt.",
       "Alueen {place} vuokra-asuntoihin ostettu lämpö, vuoden säällä korjattuna.")),
    ("%", "up", 21,
     w("Share of trips by bicycle", "Andel resor med cykel", "Anteil des Radverkehrs", "Pyörämatkojen osuus"),
     w("Trips by bicycle among all trips that start in {place}, counted in May and September.",
       "Cykelresor av alla resor som börjar i {place}, räknade i maj och september.",
       "Wege mit dem Rad an allen Wegen, die in {place} beginnen, gezählt im Mai und im September.",
       "Pyörämatkat kaikista alueelta {place} alkavista matkoista, laskettu touko- ja syyskuussa.")),
    ("MWp", "up", 12,
     w("Solar power installed", "Installerad solel", "Installierte Solarleistung", "Asennettu aurinkosähkö"),
     w("Power of all solar plants in {place} in the register at the end of the year.",
       "Effekten av alla solanläggningar i {place} i registret vid årets slut.",
       "Leistung aller Solaranlagen in {place}, die am Jahresende im Register stehen.",
       "Kaikkien alueen {place} rekisteröityjen aurinkovoimaloiden teho vuoden lopussa.")),
    ("kg/person/year", "down", 160,
     w("Residual waste", "Restavfall", "Restmüll", "Sekajäte"),
     w("Waste for incineration collected in {place}, per resident, without that of firms.",
       "Avfall till förbränning från {place} per invånare, utan företagens.",
       "In {place} gesammelter Abfall zur Verbrennung je Kopf, ohne den der Betriebe.",
       "Alueelta {place} kerätty poltettava jäte asukasta kohti, ilman yrityksiä.")),
    ("trees", "up", 900,
     w("Trees planted", "Planterade träd", "Gepflanzte Bäume", "Istutetut puut"),
     w("Trees planted in streets and yards of {place} that are alive after three years.",
       "Träd på gator och gårdar i {place} som lever efter tre år.",
       "Bäume an Straßen und in Höfen von {place}, die nach drei Jahren noch leben.",
       "Alueen {place} kaduille ja pihoille istutetut puut, jotka elävät kolmen vuoden jälkeen.")),
)  # fmt: skip

DATA_SOURCES = (
    w("counted by the city", "räknas av staden", "Zählung der Stadt", "kaupungin laskenta"),
    w("survey, {n} answers", "enkät, {n} svar", "Befragung, {n} Antworten", "kysely, {n} vastausta"),
    w("the network operator's meters", "nätägarens mätare", "Zähler des Netzbetreibers", "verkkoyhtiön mittarit"),
)

PAPERS = (
    w("Energy report", "Energirapport", "Energiebericht", "Energiaraportti"),
    w("Emission inventory", "Utsläppsinventering", "Treibhausgasbilanz", "Päästöinventaario"),
    w("Travel survey", "Resvaneundersökning", "Verkehrsbefragung", "Liikkumistutkimus"),
    w("Climate action plan", "Klimathandlingsplan", "Klimaschutzplan", "Ilmastosuunnitelma"),
)

PAPER_NOTES = (
    w("Figures differ from those of the year before: the boundary moved, and {m} plants changed their meters.",
      "Siffrorna skiljer sig från året innan: gränsen flyttades, och {m} anläggningar bytte mätare.",
      "Die Zahlen weichen vom Vorjahr ab: die Grenze wurde verlegt, und {m} Anlagen wechselten die Zähler.",
      "Luvut poikkeavat edellisvuodesta: raja siirtyi, ja {m} laitosta vaihtoi mittarinsa."),
    w("Checked by two readers; table {m} is corrected in the second printing.",
      "Granskad av två läsare; tabell {m} är rättad i andra tryckningen.",
      "Von zwei Personen geprüft; Tabelle {m} ist im zweiten Druck berichtigt.",
      "Kaksi lukijaa tarkisti; taulukko {m} on korjattu toiseen painokseen."),
)  # fmt: skip

NOTES = (
    w("Talks go on: the next meeting is after the summer.", "Samtalen fortsätter: nästa möte är efter sommaren.",
      "Die Gespräche laufen: das nächste Treffen ist nach dem Sommer.",
      "Keskustelut jatkuvat: seuraava tapaaminen on kesän jälkeen."),
    w("The partner wants to read the draft before its own board meets.",
      "Parten vill läsa utkastet före sitt eget styrelsemöte.",
      "Der Partner möchte den Entwurf vor der eigenen Sitzung lesen.",
      "Kumppani haluaa lukea luonnoksen ennen omaa kokoustaan."),
)  # fmt: skip

COUNCIL = w("City council", "Kommunfullmäktige", "Gemeinderat", "Kaupunginvaltuusto")
GREEN_DEAL = w("Local Green Deal", "Lokal grön giv", "Lokaler Green Deal", "Paikallinen vihreän kehityksen sopimus")
OFFICE = w("Green-deal office", "Kansliet för grön giv", "Geschäftsstelle Green Deal", "Vihreän sopimuksen toimisto")
STEERING = w("Steering group", "Styrgrupp", "Lenkungskreis", "Ohjausryhmä")
STEERING_TASK = w(
    "Decides on priorities twice a year and settles what the partners cannot settle among themselves.",
    "Beslutar om prioriteringar två gånger om året och avgör det som parterna inte själva kan lösa.",
    "Entscheidet zweimal im Jahr über Prioritäten und klärt, was die Partner untereinander nicht klären können.",
    "Päättää painopisteistä kahdesti vuodessa ja ratkaisee sen, mitä kumppanit eivät keskenään ratkaise.",
)
VISION = w(
    "In {year} our city emits hardly any greenhouse gases. Firms, associations and the administration know "
    "what the others do, and each of them has put its own part on paper.",
    "År {year} släpper vår stad knappt ut några växthusgaser. Företag, föreningar och förvaltning vet vad de "
    "andra gör, och var och en har skrivit ned sin egen del.",
    "Im Jahr {year} stößt unsere Stadt kaum noch Treibhausgase aus. Betriebe, Vereine und Verwaltung wissen, was "
    "die anderen tun, und alle haben ihren eigenen Teil aufgeschrieben.",
    "Vuonna {year} kaupunkimme ei juuri tuota kasvihuonekaasuja. Yritykset, yhdistykset ja hallinto tietävät, "
    "mitä muut tekevät, ja jokainen on kirjannut oman osuutensa.",
)
PRINCIPLES = {
    "governance": w("One office, one steering group, open minutes.", "Ett kansli, en styrgrupp, öppna protokoll.",
                    "Eine Stelle, ein Lenkungskreis, offene Protokolle.", "Yksi toimisto, yksi ohjausryhmä, avoimet pöytäkirjat."),
    "integration": w("The deal carries out plans that the council adopted.", "Avtalet genomför planer som fullmäktige antagit.",
                     "Der Deal setzt um, was der Gemeinderat beschlossen hat.", "Sopimus toteuttaa valtuuston hyväksymiä suunnitelmia."),
    "partnership": w("Every partner chooses its own part.", "Varje part väljer sin egen del.",
                     "Alle Partner wählen ihren eigenen Teil.", "Jokainen kumppani valitsee oman osuutensa."),
    "action": w("What is agreed has a date and a figure.", "Det som avtalas har datum och siffra.",
                "Was vereinbart ist, hat Datum und Zahl.", "Sovitulla on päivämäärä ja luku."),
}  # fmt: skip
BOUNDARY = w("the municipality", "kommunen", "das Stadtgebiet", "kunta")
STRATEGIES: tuple[tuple[str, str, Words], ...] = (
    ("klimatplan", "roadmap", w("Climate roadmap", "Klimatfärdplan", "Klimafahrplan", "Ilmastotiekartta")),
    ("energiplan", "plan", w("Energy plan", "Energiplan", "Energieplan", "Energiasuunnitelma")),
    ("budget", "budget", w("Climate budget", "Klimatbudget", "Klimahaushalt", "Ilmastobudjetti")),
)
WARD = w("District", "Stadsdel", "Stadtbezirk", "Kaupunginosa")
PRIORITY = w("Priority", "Prioritet", "Vorrang", "Kiireellisyys")
EU_FUND = w("European fund", "Europeisk fond", "Europäischer Fonds", "Euroopan rahasto")
STATE_FUND = w("State grant", "Statligt bidrag", "Landesmittel", "Valtion tuki")
OWN_MONEY = w("Partners' own money", "Parternas egna medel", "Eigenmittel der Partner", "Kumppanien omat varat")
COST_NOTE = w("in prices of {year}, without tax", "i {year} års priser, utan moms", "in Preisen von {year}, ohne Steuer",
              "vuoden {year} hinnoin, ilman veroa")  # fmt: skip

KINDS = "sme company social-economy association cooperative academia public-body municipal-company citizens".split()
NACE = "D35 F41 H49 I56 E38 C10 C25 P85 S94 G47".split()
LEVERS = "technology governance social-innovation democracy finance learning".split()
CO_BENEFITS = (
    "air-quality health noise biodiversity water jobs local-economy cost-savings energy-security equity comfort "
    "safety education participation"
).split()
COMMENTS = (
    "# read by the partner, {year}-0{digit}",
    "# figures from the meeting in March",
    "# name as in the register",
    "# please do not move: the lawyer quotes this line",
)


@dataclass(frozen=True)
class Country:
    """What differs between the countries that the cities lie in."""

    code: str
    languages: tuple[str, ...]
    currency: str
    price: int
    """Units of the currency for one euro, roughly."""
    nuts3: str
    municipality: str
    organisation: str
    forms: dict[str, str]
    trades: tuple[str, ...]


COUNTRIES = (
    Country(
        "SE", ("sv", "en"), "SEK", 11, "SE331", "99{:02d}", "{} kommun",
        {"sme": "AB", "company": "AB", "municipal-company": "AB", "social-economy": "ekonomisk förening",
         "association": "ideell förening", "cooperative": "ekonomisk förening"},
        ("Energi", "Bygg", "Livsmedel", "Åkeri", "Återbruk", "Mekaniska", "Trädgård", "Värme"),
    ),
    Country(
        "DE", ("de", "en"), "EUR", 1, "DE126", "999{:02d}000", "Stadt {}",
        {"sme": "GmbH", "company": "AG", "municipal-company": "GmbH", "social-economy": "gGmbH",
         "association": "e.V.", "cooperative": "eG"},
        ("Energie", "Bau", "Bäckerei", "Spedition", "Möbel", "Gerätebau", "Gärtnerei", "Wärme"),
    ),
    Country(
        "FI", ("fi", "sv", "en"), "EUR", 1, "FI1B1", "9{:02d}", "{} kaupunki",
        {"sme": "Oy", "company": "Oyj", "municipal-company": "Oy", "social-economy": "osk",
         "association": "ry", "cooperative": "osk"},
        ("Energia", "Rakennus", "Leipomo", "Kuljetus", "Kierrätys", "Konepaja", "Taimisto", "Lämpö"),
    ),
)  # fmt: skip


# --- YAML ------------------------------------------------------------------------------------------------------

_NEEDS_QUOTES = re.compile(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|:\s|\s#|:$|\s$|^[\d.+~=<]|^(?i:y|n|yes|no|on|off|true|false|null)$""")
_NEEDS_QUOTES_IN_FLOW = re.compile(r"[,\[\]{}]")


def scalar(text: str, flow: bool = False) -> str:
    """Write a text on one line, with quotes where YAML wants them."""
    if _NEEDS_QUOTES.search(text) or (flow and _NEEDS_QUOTES_IN_FLOW.search(text)):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


def slug(text: str) -> str:
    """Make an id from a name."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def nest(key: str, lines: Iterable[str]) -> list[str]:
    """Write a mapping below a key."""
    return [f"{key}:", *(f"  {line}" for line in lines)]


def items(key: str, records: Iterable[Sequence[str]]) -> list[str]:
    """Write a list of mappings below a key."""
    lines = [f"{key}:"]
    for first, *rest in records:
        lines.append(f"  - {first}")
        lines.extend(f"    {line}" for line in rest)
    return lines


def folded(key: str, text: str) -> list[str]:
    """Write a long text over several lines; short ones stay on one."""
    if len(key) + len(text) < WIDTH - 8:
        return [f"{key}: {scalar(text)}"]
    wrapped = textwrap.wrap(text, WIDTH - 8, break_long_words=False, break_on_hyphens=False)
    return [f"{key}: >-", *(f"  {line}" for line in wrapped)]


# --- what is decided before anything is written ----------------------------------------------------------------


@dataclass
class Action:
    """What other records have to know of an action."""

    id: str
    field: int
    place: str
    title: Words
    start: str
    end: str
    tenths: int | None
    """The reduction in tenths of a tonne a year; None where it is not quantified."""
    thousands: int
    """The cost in thousands of the currency."""
    commitments: list["Commitment"] = field(default_factory=list)

    @property
    def last_year(self) -> int:
        return int(self.end[:4])


@dataclass
class Commitment:
    """Who commits itself to what."""

    id: str
    by: "Stakeholder"
    action: Action


@dataclass
class Stakeholder:
    """What other records have to know of a stakeholder."""

    id: str
    name: str
    kind: str
    language: str
    commitments: list[Commitment] = field(default_factory=list)


class Maker:
    """Makes one city: decides who does what first, then writes one record after the other."""

    def __init__(self, index: int, records: int, seed: int, elsewhere: Sequence[str]) -> None:
        self.rng = random.Random(f"lgdkit {seed} {index}")
        self.country = COUNTRIES[(seed + index) % len(COUNTRIES)]
        self.languages = self.country.languages
        self.elsewhere = elsewhere
        counts = {kind: max(1, round(share * records)) for kind, share in SHARES.items()}
        counts["stakeholders"] = max(4, counts["stakeholders"])
        counts["deals"] = min(counts["deals"], counts["stakeholders"] - 1)
        counts["commitments"] = records - 1 - sum(counts.values())
        self.counts = counts
        self.places = self._coined(PLACE_HEADS, PLACE_TAILS)
        self.name = _city_name(index)
        self.id = slug(self.name)
        self.fields = FIELDS[: min(len(FIELDS), counts["actions"])]
        self.strategies = STRATEGIES[: min(len(STRATEGIES), counts["actions"])]
        self.sector_tenths = self._emissions()
        self.stakeholders = self._stakeholders()
        self.organisation, *self.partners = self.stakeholders
        self.actions = self._actions()
        self.commitments = self._commitments()
        self.deals = self._deals()
        self.indicators = [f"i-{number:04d}" for number in range(1, counts["indicators"] + 1)]
        self.sources = [f"k-{number:04d}" for number in range(1, counts["sources"] + 1)]
        self.persons = [f"p-{number:04d}" for number in range(1, counts["persons"] + 1)]

    def _coined(self, heads: Sequence[str], tails: Sequence[str]) -> list[str]:
        words = [head + tail for head in heads for tail in tails]
        self.rng.shuffle(words)
        return words

    def _emissions(self) -> dict[str, int]:
        """Tenths of a kilotonne a year by sector in the latest inventory."""
        total = self.rng.randint(4_000, 20_000)
        shares = {"transport": 0.31, "waste": 0.06, "ippu": 0.11, "afolu": 0.08}
        tenths = {sector: round(total * share) for sector, share in shares.items()}
        return {"stationary-energy": total - sum(tenths.values()), **tenths}

    def _stakeholders(self) -> list[Stakeholder]:
        words = self._coined(NAME_HEADS, NAME_TAILS)
        first = self.languages[0]
        made = [Stakeholder(f"{self.id}-stad", self.country.organisation.format(self.name), "municipality", first)]
        for number in range(self.counts["stakeholders"] - 1):
            word = words[number % len(words)]
            if number >= len(words):
                word += "-" + words[(number + 37 * (number // len(words))) % len(words)]
            name = f"{word} {self.rng.choice(self.country.trades)}"
            kind = self.rng.choices(KINDS, (30, 14, 12, 12, 8, 5, 7, 8, 4))[0]
            made.append(Stakeholder(slug(name), name, kind, self.rng.choice(self.languages)))
        return made

    def _actions(self) -> list[Action]:
        made: dict[str, Action] = {}
        count = self.counts["actions"]
        for number in range(count):
            index = number % len(self.fields)
            key, _, _, sector, _ = self.fields[index]
            while True:
                place = self.places[self.rng.randrange(len(self.places))]
                short, title = self.rng.choice(MEASURES[key])
                if (action_id := f"{short}-{slug(place)}") not in made:
                    break
            start = str(self.rng.randint(2022, 2025))
            if self.rng.random() < 0.5:
                start += f"-{self.rng.randint(1, 6):02d}"
            end = str(self.rng.randint(2028, 2035)) + self.rng.choice(("", "", "-06", "-12", "-12-31"))
            # all actions of a sector together stay below six tenths of what it emits
            most = self.sector_tenths[sector] * 1_000 * 6 // 10 // (count // len(self.fields) + 1)
            most = most // 2 if sector == "stationary-energy" else most
            tenths = _rounded(self.rng.randint(most // 3, most)) if self.rng.random() < 0.85 else None
            thousands = max(30, (tenths or most) * self.rng.randint(8, 40) * self.country.price // 100)
            made[action_id] = Action(action_id, index, place, title, start, end, tenths, thousands)
        return list(made.values())

    def _commitments(self) -> list[Commitment]:
        """Give every partner and every action at least one, and no pair of them two."""
        made: list[Commitment] = []
        taken: set[tuple[str, str]] = set()
        for number in range(self.counts["commitments"]):
            partner = self.partners[number % len(self.partners)]
            position = number
            while (partner.id, self.actions[position % len(self.actions)].id) in taken:
                position += 1
            action = self.actions[position % len(self.actions)]
            taken.add((partner.id, action.id))
            commitment = Commitment(f"c-{number + 1:05d}", partner, action)
            partner.commitments.append(commitment)
            action.commitments.append(commitment)
            made.append(commitment)
        return made

    def _deals(self) -> list[list[Stakeholder]]:
        """Return the partners of each deal; each partner is in one."""
        deals: list[list[Stakeholder]] = [[] for _ in range(self.counts["deals"])]
        for number, partner in enumerate(self.partners):
            deals[number % len(deals)].append(partner)
        return deals

    # --- values ---

    def text(self, key: str, words: Words, **values: object) -> list[str]:
        """Write a text in all languages of the city: on one line if it is short, else folded."""
        filled = {
            language: words[language].format(
                **{"n": self.rng.randint(20, 900), "m": self.rng.randint(2, 19), "year": self.rng.randint(2015, 2024)}
                | values
            )
            for language in self.languages
        }
        flow = ", ".join(f"{language}: {scalar(text, flow=True)}" for language, text in filled.items())
        if len(flow) < WIDTH:
            return [f"{key}: {{{flow}}}"]
        return nest(key, [line for language, text in filled.items() for line in folded(language, text)])

    def both(self, key: str, one: Words, other: Words, **values: object) -> list[str]:
        return self.text(key, {language: f"{one[language]} {other[language]}" for language in one}, **values)

    def reason(self) -> str:
        return f"{{not_quantified: {self.flow(self.rng.choice(REASONS))}}}"

    def flow(self, words: Words, **values: object) -> str:
        texts = {language: words[language].format(**values) for language in self.languages}
        return "{" + ", ".join(f"{language}: {scalar(text, flow=True)}" for language, text in texts.items()) + "}"

    def money(self, thousands: int) -> str:
        currency = self.country.currency
        if thousands >= 1_000 and thousands % 10 == 0:
            return f"{thousands // 1000}.{thousands % 1000 // 10:02d} M{currency}"
        return self.rng.choice((f"{thousands} k{currency}", f"{thousands * 1000} {currency}"))

    def tonnes(self, tenths: int) -> str:
        if tenths % 1_000 == 0:
            return f"{tenths // 10_000}.{tenths % 10_000 // 1_000} kt/year"
        return f"{tenths // 10}.{tenths % 10} t/year" if tenths % 10 else f"{tenths // 10} t/year"

    def day(self, first: int, last: int) -> str:
        return f"{self.rng.randint(first, last)}-{self.rng.randint(1, 12):02d}-{self.rng.randint(1, 28):02d}"

    def reference(self, year: str) -> str:
        return f"Dnr {year[:4]}/{self.rng.randint(100, 9_999):05d}"

    def cite(self, number: int) -> str:
        source = self.sources[number % len(self.sources)]
        return self.rng.choice((f"[{source}]", f'[{{id: {source}, at: "B-{number % 4 + 1}.{number % 3 + 1}"}}]'))

    def some(self, codes: Sequence[str], most: int) -> str:
        return "[" + ", ".join(self.rng.sample(codes, self.rng.randint(1, most))) + "]"

    def due(self, action: Action) -> str:
        """Return a date from 2028 on that lies before the end of the action."""
        year = self.rng.randint(2028, action.last_year)
        return f"{year}-{self.rng.randint(1, 5):02d}" if year == action.last_year else str(year)

    # --- records ---

    def city(self) -> list[str]:
        rng, country = self.rng, self.country
        latest = sum(self.sector_tenths.values())
        names = ", ".join(f"{language}: {self.name}" for language in self.languages)
        sectors = ", ".join(f"{sector}: {tenths / 10:g} kt/year" for sector, tenths in self.sector_tenths.items())
        lines = [
            f"id: {self.id}",
            f"name: {{{names}}}",
            f"country: {country.code}",
            f"languages: [{', '.join(self.languages)}]   # the first one is our own",
            f'codes: {{municipality: "{country.municipality.format(rng.randint(10, 99))}", nuts3: {country.nuts3}}}',
            f"population: {{value: {rng.randint(40, 400) * 1000 + 17}, year: 2024, source: {self.sources[0]}}}",
            f"organisation: {self.organisation.id}",
            *nest("coordinator", [*self.text("unit", OFFICE), *self.text("role", ROLES[1])]),
            f"website: https://{self.id}.example/deal",
            *self.text("vision", VISION, year=2040),
            *nest("principles", [line for key, words in PRINCIPLES.items() for line in self.text(key, words)]),
            *items("governance", [
                [*self.text("name", OFFICE), "kind: office"],
                [*self.text("name", STEERING), "kind: steering", *self.text("task", STEERING_TASK)],
            ]),
            *items("targets", [[
                "id: stad-2030",
                *self.text("boundary", BOUNDARY),
                "scopes: [1, 2]",
                "method: GPC",
                f"baseline: {{year: 1990, ghg: {latest * 14 // 100} kt/year}}",
                *nest("latest", ["year: 2023", f"ghg: {latest / 10:g} kt/year", f"sectors: {{{sectors}}}",
                                 f"source: {self.sources[0]}"]),
                "target: {year: 2030, reduction: 80 %, of: baseline}",
            ]]),
            *items("fields", [
                [f"id: {key}", *self.text("name", words), f"ccc: {ccc}", f"green_deal: [{areas}]"]
                for key, ccc, areas, _, words in self.fields
            ]),
            *items("strategies", [
                [f"id: {key}", *self.text("title", words), f"kind: {kind}", f"adopted: {self.day(2019, 2022)}",
                 "until: 2035", f"reference: {self.reference('2022')}"]
                for key, kind, words in self.strategies
            ]),
            *(["rates:", "  - {currency: EUR, to: SEK, rate: 11.27, date: 2025-12-31}"] if country.code == "SE" else []),
            *items("extra_fields", [
                ["name: ward", *self.text("label", WARD), "kind: text"],
                ["name: priority", *self.text("label", PRIORITY), "kind: choice", "choices: [A, B, C]"],
            ]),
        ]  # fmt: skip
        return lines

    def stakeholder(self, number: int) -> list[str]:
        rng, one = self.rng, self.stakeholders[number]
        lines = [f"id: {one.id}", f"name: {scalar(one.name)}", f"kind: {one.kind}"]
        if form := self.country.forms.get(one.kind):
            lines.append(f"legal_form: {form}")
            lines.extend(self._register(one))
        total = rng.randint(3, 1_500)
        lines += [
            f"sector: {{nace: {rng.choice(NACE)}}}",
            f"employees: {{total: {total}, in_city: {rng.randint(1, total)}, year: {rng.randint(2021, 2025)}}}",
            f"address: {{street: {rng.choice(self.places)} {rng.randint(1, 99)}, "
            f'postal_code: "{rng.randint(10_000, 99_999)}", town: {self.name}}}',
            f"website: https://{slug(one.name)}.example",
            f"language: {one.language}",
            f"influence: {rng.choice(('low', 'medium', 'high'))}",
            f"interest: {rng.choice(('low', 'medium', 'high'))}",
        ]
        contact = self.text("role", rng.choice(ROLES))
        if number < len(self.persons):
            contact.append(f"person: {self.persons[number]}")
        lines += nest("contact", contact)
        lines += nest("signatory", self.text("role", ROLES[0]))
        lines += self.text("operations", rng.choice(OPERATIONS))
        lines += self.text("collaboration", rng.choice(COLLABORATIONS))
        if rng.random() < 0.3:
            lines.append(f"sources: {self.cite(number)}")
        return lines

    def _register(self, one: Stakeholder) -> list[str]:
        if self.country.code == "SE":
            lead = {"sme": "55", "company": "55", "municipal-company": "55", "association": "80"}.get(one.kind, "76")
            digits = lead + str(self.rng.randint(2, 9)) + f"{self.rng.randrange(1_000_000):06d}"
            doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
            check = -sum(value // 10 + value % 10 for value in doubled) % 10
            return [f'register: {{system: SE-orgnr, number: "{digits[:6]}-{digits[6:]}{check}"}}']
        if self.country.code == "FI":
            while True:
                digits = f"{self.rng.randint(1_000_000, 3_999_999)}"
                rest = sum(int(d) * by for d, by in zip(digits, (7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
                if rest != 1:
                    return [f'register: {{system: FI-ytunnus, number: "{digits}-{(11 - rest) % 11}"}}']
        number = self.rng.randint(1_000, 99_999)
        if one.kind == "association":
            return [f'register: {{system: DE-VR, number: "Mannheim VR {number}"}}']
        return [f'register: {{system: DE-HR, number: "Mannheim HRB {number}"}}'] if one.kind != "cooperative" else []

    def action(self, number: int) -> list[str]:
        rng, one = self.rng, self.actions[number]
        key, _, _, sector, _ = self.fields[one.field]
        by = sorted({commitment.by.id for commitment in one.commitments})
        lead = self.organisation.id if rng.random() < 0.5 else by[0]
        partners = [partner for partner in by if partner != lead][:4]
        title = {language: f"{words}, {one.place}" for language, words in one.title.items()}
        decided = f"{int(one.start[:4]) - 1}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        lines = [f"id: {one.id}", *self.text("title", title)]
        sentences = rng.sample(DESCRIPTIONS, 2)
        if len(self.languages) == 2:
            lines += self.both("description", *sentences, place=one.place, year=one.last_year)
        else:
            lines += self.text("description", sentences[0], place=one.place, year=one.last_year)
        lines += [
            f"field: {key}",
            f"kind: {rng.choice(('technical', 'technical', 'spatial', 'social', 'organisational', 'financial'))}",
            f"levers: {self.some(LEVERS, 3)}",
            f"lead: {lead}",
        ]
        if partners:
            lines += [f"partners: [{', '.join(partners)}]"] if len(partners) < 4 else nest(
                "partners", [f"- {partner}" for partner in partners]
            )
        lines += [f"start: {one.start}", f"end: {one.end}", "status: ongoing"]
        status = "decided" if rng.random() < 0.8 else "agreed"
        lines += nest("decision", [
            f"status: {status}", *self.text("body", COUNCIL), f"reference: {self.reference(decided)}", f"date: {decided}",
        ])  # fmt: skip
        first, second = rng.sample(MILESTONES, 2)
        reached = f"{one.start[:4]}-{rng.randint(8, 12):02d}"
        lines += items("milestones", [
            [*self.text("title", first), f"due: {reached}", f"done: {reached}-{rng.randint(1, 28):02d}"],
            [*self.text("title", second), f"due: {rng.randint(2028, one.last_year)}-0{rng.randint(1, 5)}"],
        ])  # fmt: skip
        lines += nest("impact", self._impact(number, sector))
        lines += self._cost(one)
        lines.append(f"indicators: [{self.indicators[number % len(self.indicators)]}]")
        lines += self._order(number)
        if self.elsewhere and rng.random() < 0.05:
            lines.append(f"replicates: {rng.choice(self.elsewhere)}")
        lines.append(f"strategies: [{self.strategies[number % len(self.strategies)][0]}]")
        lines.append(f"sdgs: [{', '.join(str(goal) for goal in sorted(rng.sample(range(1, 18), 2)))}]")
        if rng.random() < 0.5 or number < len(self.sources):
            lines.append(f"sources: {self.cite(number)}")
        if rng.random() < 0.15:
            lines.append(f"extra: {{ward: {rng.choice(self.places)}, priority: {rng.choice('ABC')}}}")
        return lines

    def _impact(self, number: int, sector: str) -> list[str]:
        rng, one = self.rng, self.actions[number]
        if one.tenths is None:
            lines = [f"ghg: {self.reason()}"]
        elif rng.random() < 0.7:
            lines = [f"ghg: {{{sector}: {self.tonnes(one.tenths)}}}"]
        else:
            lines = [f"ghg: {self.tonnes(one.tenths)}"]
        if sector == "stationary-energy":
            lines += [f"energy_saved: {rng.randint(10, 9_000)} MWh/year", f"renewable_energy: {rng.randint(1, 90) / 10} GWh/year"]
        elif rng.random() < 0.5:
            lines.append(f"energy_saved: {self.reason()}")
        else:
            lines.append("renewable_energy: not-applicable")
        if one.tenths is not None and rng.random() < 0.06:
            larger = [
                other.id for other in self.actions[max(0, number - 60) : number]
                if other.tenths is not None and other.tenths >= one.tenths and other.field == one.field
            ]  # fmt: skip
            if larger:
                lines.append(f"counted_in: [{larger[-1]}]")
        if one.tenths is None and number and rng.random() < 0.5:
            lines.append(f"enables: [{self.actions[rng.randrange(number)].id}]")
        lines.append(f"co_benefits: {self.some(CO_BENEFITS, 4)}")
        return lines

    def _cost(self, one: Action) -> list[str]:
        rng, total = self.rng, one.thousands
        if rng.random() < 0.12:
            return nest("cost", [f"total: {self.reason()}"])
        own = total * rng.randint(3, 6) // 10
        grant = (total - own) // 2
        lines = [f"total: {self.money(total)}", f"own: {self.money(own)}"]
        if rng.random() < 0.3:
            third = total // 3
            years = ((2026, third), (2027, third), (2028, total - 2 * third))
            lines.append("per_year: {" + ", ".join(f"{year}: {self.money(part)}" for year, part in years) + "}")
        if rng.random() < 0.4:
            lines += self.text("note", COST_NOTE)
        funding = [
            [*self.text("source", EU_FUND), f"amount: {self.money(grant)}", "programme: Horisont Europa", "status: granted"],
            [*self.text("source", rng.choice((STATE_FUND, OWN_MONEY))), f"amount: {self.money(total - own - grant)}",
             f"status: {rng.choice(('planned', 'applied', 'granted'))}"],
        ]  # fmt: skip
        return nest("cost", lines) + (items("funding", funding) if rng.random() < 0.6 else [])

    def _order(self, number: int) -> list[str]:
        """Let some actions wait for another that starts and ends no later."""
        one = self.actions[number]
        if self.rng.random() > 0.15:
            return []
        earlier = [
            other.id for other in self.actions[max(0, number - 40) : number]
            if other.start[:4] < one.start[:4] and other.last_year < one.last_year
        ]  # fmt: skip
        return [f"depends_on: [{earlier[-1]}]"] if earlier else []

    def commitment(self, number: int) -> list[str]:
        rng, one = self.rng, self.commitments[number]
        unit, kind, words = rng.choice(PROMISES)
        lines = [f"id: {one.id}", f"by: {one.by.id}", f"action: {one.action.id}"]
        lines += self.text("text", words, place=one.action.place)
        lines += self.text("deliverable", rng.choice(DELIVERABLES))
        lines.append(f"amount: {rng.randint(4, 2_000)} {unit}")
        completed = rng.random() < 0.12 and one.action.start < "2025"
        if completed:
            lines += ["due: 2025-12", "status: completed", f"done: {self.day(2025, 2025)}"]
        else:
            lines.append(f"due: {self.due(one.action)}" if rng.random() < 0.75 else "every: {times: 2, per: year}")
            lines.append(f"status: {rng.choice(('ongoing', 'ongoing', 'not-started'))}")
        lines.append(f"kind: {kind}")
        if one.action.tenths is None or rng.random() < 0.2:
            lines.append(f"ghg: {self.reason()}")
        else:
            most = one.action.tenths // len(one.action.commitments)
            lines.append(f"ghg: {self.tonnes(_rounded(rng.randint(most // 2, most)))}")
        share = max(1, one.action.thousands // (20 * len(one.action.commitments)))
        if self.country.code == "SE" and rng.random() < 0.05:
            lines.append(f"investment: {{amount: {max(1, share // 20)} kEUR, year: {rng.randint(2026, 2028)}}}")
        elif rng.random() < 0.8:
            lines.append(f"investment: {{amount: {self.money(share)}, year: {rng.randint(2026, 2028)}}}")
        if rng.random() < 0.3:
            lines.append(f"indicator: {self.indicators[number % len(self.indicators)]}")
        if rng.random() < 0.25:
            lines += self.text("note", rng.choice(NOTES))
        if rng.random() < 0.4:
            lines.append(f"sources: {self.cite(number)}")
        return lines

    def deal(self, number: int) -> list[str]:
        rng, partners = self.rng, self.deals[number]
        parties = [self.organisation, *partners]
        made = [commitment for partner in partners for commitment in partner.commitments]
        state = rng.choices(("negotiating", "agreed", "signed", "reporting", "requested"), (35, 15, 30, 12, 8))[0]
        level = rng.choices(("declaration", "framework", "full"), (20, 60, 20))[0]
        names = ", ".join(partner.name for partner in partners)
        title = {language: f"{words}: {names}" for language, words in GREEN_DEAL.items()}
        signed = f"{rng.randint(2023, 2025)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        until = max([2029, *(commitment.action.last_year for commitment in made)])
        lines = [
            f"id: deal-{number + 1:04d}",
            *self.text("title", title),
            f"parties: [{', '.join(party.id for party in parties)}]",
            f"level: {level}",
            f"state: {state}",
            f"legal_status: {'partly-binding' if level == 'full' else 'non-binding'}",
            f"leading_language: {self.languages[0]}",
            f"languages: [{', '.join(self.languages)}]",
            *self.text("purpose", rng.choice(PURPOSES), place=rng.choice(self.places)),
        ]
        if rng.random() < 0.5:
            lines += nest("commitments", [f"- {commitment.id}" for commitment in made])
        lines += items("city_contributions", [
            [*self.text("text", rng.choice(CONTRIBUTIONS)), "every: {times: 1, per: year}"],
        ])  # fmt: skip
        lines += items("partner_benefits", [self.text("text", rng.choice(BENEFITS))])
        lines += nest("term", [
            f"from: {signed[:7]}", f"until: {until}-12",
            f"review: {{every: {{times: 1, per: year}}, month: {rng.randint(1, 12)}}}",
        ])  # fmt: skip
        lines += nest("reporting", ["every: {times: 1, per: year}", *self.text("to", OFFICE)])
        lines += [
            f"accession: {{open: {rng.choice(('true', 'false'))}, consent: city}}",
            f"termination: {{notice: {rng.choice((3, 6))} months}}",
            "clauses: {confidentiality: false, logo: true}",
        ]
        if state in ("agreed", "signed", "reporting"):
            adopted = f"{int(signed[:4]) - 1}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
            lines += nest("adopted", [
                *self.text("body", COUNCIL), f'reference: "V{rng.randint(1, 400)}/{adopted[:4]}"', f"date: {adopted}",
            ])  # fmt: skip
        lines += items("signatories", [
            [f"party: {party.id}", *self.text("position", rng.choice(ROLES))] for party in parties
        ])  # fmt: skip
        if state in ("signed", "reporting"):
            lines.append(f"signed: {{date: {signed}, place: {self.name}, sha256: {rng.randbytes(32).hex()}}}")
        if rng.random() < 0.2:
            lines += self.text("note", rng.choice(NOTES))
        return lines

    def indicator(self, number: int) -> list[str]:
        rng = self.rng
        unit, direction, about, words, definition = INDICATORS[number % len(INDICATORS)]
        place = self.places[number % len(self.places)]
        name = {language: f"{word}, {place}" for language, word in words.items()}
        start = about * rng.randint(80, 120) / 100
        step = start * (0.04 if direction == "up" else -0.04)
        at = [f"{start + step * years:.1f}" for years in range(13)]
        return [
            f"id: {self.indicators[number]}",
            *self.text("name", name),
            f'unit: "{unit}"' if unit == "%" else f"unit: {unit}",
            *self.text("definition", definition, place=place),
            f"direction: {direction}",
            f"baseline: {{year: 2022, value: {at[0]}}}",
            f"targets: [{{year: 2028, value: {at[6]}}}, {{year: 2030, value: {at[8]}}}, {{year: 2034, value: {at[12]}}}]",
            "values:",
            f"  - {{date: 2023-12, value: {at[1]}}}",
            f"  - {{date: 2024-12-31, value: {at[2]}, source: {self.sources[number % len(self.sources)]}}}",
            *nest("source", [
                *self.text("text", rng.choice(DATA_SOURCES)),
                "collected: {times: 1, per: year}",
                f"level: {rng.choice(('local', 'regional', 'national'))}",
            ]),
            f"sources: {self.cite(number)}",
        ]  # fmt: skip

    def source(self, number: int) -> list[str]:
        year, place = 2018 + number % 8, self.places[number % len(self.places)]
        title = {
            language: f"{word} {year}, {place}" for language, word in PAPERS[number % len(PAPERS)].items()
        }
        return [
            f"id: {self.sources[number]}",
            *self.text("title", title),
            f"publisher: {scalar(self.organisation.name)}",
            f"date: {year}-{self.rng.randint(1, 12):02d}",
            f"url: https://{self.id}.example/reports/{year}/{slug(place)}.pdf",
            *self.text("note", self.rng.choice(PAPER_NOTES)),
        ]

    def person(self, number: int) -> list[str]:
        name = f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {self.places[-1 - number % len(self.places)]}"
        return [f"id: {self.persons[number]}", f"name: {name}", f"email: {slug(name)}@{self.id}.example"]

    # --- files ---

    def files(self, per_file: int) -> Iterable[tuple[str, str]]:
        """Give the path of each file below the city's folder, and its text."""
        talk = random.Random(f"lgdkit {self.id} {per_file}")  # apart, so that every layout holds the same records
        yield "city.yaml", "\n".join(nest("city", self.city())) + "\n"
        kinds = {
            "stakeholders": (self.stakeholder, [one.id for one in self.stakeholders]),
            "actions": (self.action, [one.id for one in self.actions]),
            "commitments": (self.commitment, [one.id for one in self.commitments]),
            "deals": (self.deal, [f"deal-{number + 1:04d}" for number in range(len(self.deals))]),
            "indicators": (self.indicator, self.indicators),
            "sources": (self.source, self.sources),
            "persons": (self.person, self.persons),
        }
        for kind, (write, ids) in kinds.items():
            for begin in range(0, len(ids), per_file):
                lines: list[str] = []
                if talk.random() < 0.15:
                    lines.append(talk.choice(COMMENTS).format(year=talk.randint(2022, 2025), digit=talk.randint(1, 9)))
                lines += items(kind, [write(number) for number in range(begin, min(begin + per_file, len(ids)))])
                name = ids[begin] if per_file == 1 else f"{kind}-{begin // per_file + 1:03d}"
                yield f"{kind}/{name}.yaml", "\n".join(lines) + "\n"


def _rounded(tenths: int) -> int:
    """Round what people would write in kilotonnes down to a tenth of one."""
    return tenths // 1_000 * 1_000 if tenths >= 20_000 else tenths


def _city_name(index: int) -> str:
    """Give every city of a workspace a name of its own."""
    heads, tails = PLACE_HEADS, ("stad", "köping", "hamn", "burg", "lahti", "bruck", "forsa", "tuna")
    name = heads[index * 7 % len(heads)] + tails[(index // len(heads) + index) % len(tails)]
    turn = index // (len(heads) * len(tails))
    return f"{name} {turn + 1}" if turn else name


def generate(target: Path, records: int, per_file: int, seed: int, cities: int = 1) -> None:
    """Write cities below a folder, `records` records in all, up to `per_file` records of one kind a file.

    Raises:
        ValueError: the numbers make no sensible city.
        FileExistsError: a folder of one of the cities is there already.
    """
    if cities < 1 or per_file < 1 or records < SMALLEST_CITY * cities:
        raise ValueError(f"a city takes at least {SMALLEST_CITY} records, a file at least one")
    elsewhere: list[str] = []
    for index in range(cities):
        share = records // cities + (index < records % cities)
        maker = Maker(index, share, seed, elsewhere)
        folder = target / maker.id
        folder.mkdir(parents=True)
        for name, text in maker.files(per_file):
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elsewhere = [f"{maker.id}/{action.id}" for action in maker.actions[:20]]


def main() -> int:
    parser = argparse.ArgumentParser(description="Write made-up cities of any size; the same seed gives the same bytes.")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the folders of the cities go")
    parser.add_argument("--records", type=int, default=1_000, metavar="N", help="records in all (1000)")
    parser.add_argument("--per-file", type=int, default=1, metavar="K", help="records of one kind in a file (1)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, other cities (1)")
    parser.add_argument("--cities", type=int, default=1, metavar="C", help="over how many cities (1)")
    given = parser.parse_args()
    try:
        generate(given.folder, given.records, given.per_file, given.seed, given.cities)
    except (ValueError, FileExistsError) as error:
        print(f"generate: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
