"""Write made-up cities of any size: the same seed gives the same bytes.

The cities are invented, and clean: every reference exists, the sums are right, nothing is late before 2028.
The YAML is put together as text, so that it looks like what people write: block style, flow maps, folded
texts, quotes where they are needed, a comment now and then. The words stand in words.yaml.
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
from typing import Any

import yaml

Words = dict[str, str]
"""One text in every language that the cities use."""
Lines = list[str]
"""A record, or a part of one, line by line, without its indentation."""

SMALLEST_CITY = 20
WIDTH = 96
SHARES = {
    "stakeholders": 0.20,
    "actions": 0.18,
    "deals": 0.13,
    "indicators": 0.09,
    "sources": 0.04,
    "persons": 0.01,
}
"""What the records of a city are; one is the city itself, and the rest are commitments."""

WORDS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))

SINGLE: dict[str, Words] = WORDS["single"]

KINDS = {
    "sme": 30,
    "company": 14,
    "social-economy": 12,
    "association": 12,
    "cooperative": 8,
    "academia": 5,
    "public-body": 7,
    "municipal-company": 8,
    "citizens": 4,
}
NACE = ("D35", "F41", "H49", "I56", "E38", "C10", "C25", "P85", "S94", "G47")
LEVERS = ("technology", "governance", "social-innovation", "democracy", "finance", "learning")
CO_BENEFITS = ("air-quality", "health", "noise", "biodiversity", "jobs", "cost-savings", "equity", "education")
RATINGS = ("low", "medium", "high")
INTERVENTIONS = ("technical", "technical", "spatial", "social", "organisational", "financial")
COMMENTS = (
    "# read by the partner, {year}-0{digit}",
    "# figures from the meeting in March",
    "# name as in the register",
    "# please do not move: the lawyer quotes this line",
)


# --- YAML ------------------------------------------------------------------------------------------------------

_NEEDS_QUOTES = re.compile(
    r"""^[\s\-?:,\[\]{}#&*!|>'"%@`\d.+~=<]|:\s|\s#|:$|\s$|^(?i:y|n|yes|no|on|off|true|false|null)$"""
)
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
        self.places = self._coined(WORDS["place_heads"].split(), WORDS["place_tails"].split())
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
        words = self._coined(WORDS["name_heads"].split(), WORDS["name_tails"].split())
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
        return f"{{not_quantified: {self.flow(self.rng.choice(WORDS["reasons"]))}}}"

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
            *nest("coordinator", [*self.text("unit", SINGLE["office"]), *self.text("role", WORDS["roles"][1])]),
            f"website: https://{self.id}.example/deal",
            *self.text("vision", SINGLE["vision"], year=2040),
            *nest("principles", [line for key, words in WORDS["principles"].items() for line in self.text(key, words)]),
            *items("governance", [
                [*self.text("name", SINGLE["office"]), "kind: office"],
                [*self.text("name", SINGLE["steering"]), "kind: steering", *self.text("task", SINGLE["steering_task"])],
            ]),
            *items("targets", [[
                "id: stad-2030",
                *self.text("boundary", SINGLE["boundary"]),
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
                ["name: ward", *self.text("label", SINGLE["ward"]), "kind: text"],
                ["name: priority", *self.text("label", SINGLE["priority"]), "kind: choice", "choices: [A, B, C]"],
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
        contact = self.text("role", rng.choice(WORDS["roles"]))
        if number < len(self.persons):
            contact.append(f"person: {self.persons[number]}")
        lines += nest("contact", contact)
        lines += nest("signatory", self.text("role", WORDS["roles"][0]))
        lines += self.text("operations", rng.choice(WORDS["operations"]))
        lines += self.text("collaboration", rng.choice(WORDS["collaborations"]))
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
        sentences = rng.sample(WORDS["descriptions"], 2)
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
            f"status: {status}", *self.text("body", SINGLE["council"]), f"reference: {self.reference(decided)}", f"date: {decided}",
        ])  # fmt: skip
        first, second = rng.sample(WORDS["milestones"], 2)
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
            lines += self.text("note", SINGLE["cost_note"])
        funding = [
            [*self.text("source", SINGLE["eu_fund"]), f"amount: {self.money(grant)}", "programme: Horisont Europa", "status: granted"],
            [*self.text("source", rng.choice((SINGLE["state_fund"], SINGLE["own_money"]))), f"amount: {self.money(total - own - grant)}",
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
        lines += self.text("deliverable", rng.choice(WORDS["deliverables"]))
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
            lines += self.text("note", rng.choice(WORDS["notes"]))
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
        title = {language: f"{words}: {names}" for language, words in SINGLE["green_deal"].items()}
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
            *self.text("purpose", rng.choice(WORDS["purposes"]), place=rng.choice(self.places)),
        ]
        if rng.random() < 0.5:
            lines += nest("commitments", [f"- {commitment.id}" for commitment in made])
        lines += items("city_contributions", [
            [*self.text("text", rng.choice(WORDS["contributions"])), "every: {times: 1, per: year}"],
        ])  # fmt: skip
        lines += items("partner_benefits", [self.text("text", rng.choice(WORDS["benefits"]))])
        lines += nest("term", [
            f"from: {signed[:7]}", f"until: {until}-12",
            f"review: {{every: {{times: 1, per: year}}, month: {rng.randint(1, 12)}}}",
        ])  # fmt: skip
        lines += nest("reporting", ["every: {times: 1, per: year}", *self.text("to", SINGLE["office"])])
        lines += [
            f"accession: {{open: {rng.choice(('true', 'false'))}, consent: city}}",
            f"termination: {{notice: {rng.choice((3, 6))} months}}",
            "clauses: {confidentiality: false, logo: true}",
        ]
        if state in ("agreed", "signed", "reporting"):
            adopted = f"{int(signed[:4]) - 1}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
            lines += nest("adopted", [
                *self.text("body", SINGLE["council"]), f'reference: "V{rng.randint(1, 400)}/{adopted[:4]}"', f"date: {adopted}",
            ])  # fmt: skip
        lines += items("signatories", [
            [f"party: {party.id}", *self.text("position", rng.choice(WORDS["roles"]))] for party in parties
        ])  # fmt: skip
        if state in ("signed", "reporting"):
            lines.append(f"signed: {{date: {signed}, place: {self.name}, sha256: {rng.randbytes(32).hex()}}}")
        if rng.random() < 0.2:
            lines += self.text("note", rng.choice(WORDS["notes"]))
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
                *self.text("text", rng.choice(WORDS["data_sources"])),
                "collected: {times: 1, per: year}",
                f"level: {rng.choice(('local', 'regional', 'national'))}",
            ]),
            f"sources: {self.cite(number)}",
        ]  # fmt: skip

    def source(self, number: int) -> list[str]:
        year, place = 2018 + number % 8, self.places[number % len(self.places)]
        title = {
            language: f"{word} {year}, {place}" for language, word in WORDS["papers"][number % len(WORDS["papers"])].items()
        }
        return [
            f"id: {self.sources[number]}",
            *self.text("title", title),
            f"publisher: {scalar(self.organisation.name)}",
            f"date: {year}-{self.rng.randint(1, 12):02d}",
            f"url: https://{self.id}.example/reports/{year}/{slug(place)}.pdf",
            *self.text("note", self.rng.choice(WORDS["paper_notes"])),
        ]

    def person(self, number: int) -> list[str]:
        name = f"{WORDS["first_names"].split()[number % len(WORDS["first_names"].split())]} {self.places[-1 - number % len(self.places)]}"
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
    heads, tails = WORDS["place_heads"].split(), ("stad", "köping", "hamn", "burg", "lahti", "bruck", "forsa", "tuna")
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
