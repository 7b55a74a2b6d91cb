"""Write made-up cities of any size: the same seed gives the same bytes.

The cities are invented, and clean: every reference exists, the sums are right, nothing is late before 2028.
The YAML is put together as text, so that it looks like what people write: block style, flow maps, folded
texts, quotes where they are needed, a comment now and then. The words stand in words.yaml.
"""

import argparse
import dataclasses
import math
import random
import re
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
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
CO_BENEFITS = (
    "air-quality",
    "health",
    "noise",
    "biodiversity",
    "jobs",
    "cost-savings",
    "equity",
    "education",
)
RATINGS = ("low", "medium", "high")
INTERVENTIONS = ("technical", "technical", "spatial", "social", "organisational", "financial")
COMMENTS = (
    "# read by the partner, {year}-0{digit}",
    "# figures from the meeting in March",
    "# name as in the register",
    "# please do not move: the lawyer quotes this line",
)


# --- YAML ---

_NEEDS_QUOTES = re.compile(
    r"""^[\s\-?:,\[\]{}#&*!|>'"%@`\d.+~=<]|:\s|\s#|:$|\s$|^(?i:y|n|yes|no|on|off|true|false|null)$"""
)
_NEEDS_QUOTES_IN_FLOW = re.compile(r"[,\[\]{}]")


def scalar(text: str, flow: bool = False) -> str:
    """Write a text on one line, with quotes where YAML wants them."""
    if _NEEDS_QUOTES.search(text) or (flow and _NEEDS_QUOTES_IN_FLOW.search(text)):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


def nest(key: str, lines: Iterable[str]) -> Lines:
    """Write a mapping, or a list of plain values, below a key."""
    return [f"{key}:", *(f"  {line}" for line in lines)]


def listed(key: str, records: Iterable[Sequence[str]]) -> Lines:
    """Write a list of mappings below a key."""
    lines = [f"{key}:"]
    for first, *rest in records:
        lines.append(f"  - {first}")
        lines.extend(f"    {line}" for line in rest)
    return lines


def folded(key: str, text: str) -> Lines:
    """Write a long text over several lines; short ones stay on one."""
    if len(key) + len(text) < WIDTH - 8:
        return [f"{key}: {scalar(text)}"]
    wrapped = textwrap.wrap(text, WIDTH - 8, break_long_words=False, break_on_hyphens=False)
    return [f"{key}: >-", *(f"  {line}" for line in wrapped)]


def slug(text: str) -> str:
    """Make an id from a name."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def numbered(prefix: str, count: int) -> list[str]:
    return [f"{prefix}-{number:05d}" for number in range(1, count + 1)]


# --- what is decided before anything is written ---


@dataclass
class Stakeholder:
    """What other records have to know of a stakeholder."""

    id: str
    name: str
    kind: str
    language: str
    commitments: list["Commitment"] = dataclasses.field(default_factory=list)


@dataclass
class Action:
    """What other records have to know of an action."""

    id: str
    field: dict[str, Any]
    place: str
    title: Words
    start: str
    end: str
    tenths: int | None
    """The reduction in tenths of a tonne a year; None where it is not quantified."""
    thousands: int
    """The cost in thousands of the currency."""
    commitments: list["Commitment"] = dataclasses.field(default_factory=list)

    @property
    def first_year(self) -> int:
        return int(self.start[:4])

    @property
    def last_year(self) -> int:
        return int(self.end[:4])


@dataclass
class Commitment:
    """Who commits itself to what."""

    id: str
    by: Stakeholder
    action: Action


class Plan:
    """Who does what in one city; everything that a record has to know of another one."""

    def __init__(self, index: int, records: int, seed: int) -> None:
        self.rng = random.Random(f"lgdkit {seed} {index}")
        self.country: dict[str, Any] = WORDS["countries"][(seed + index) % len(WORDS["countries"])]
        self.languages: list[str] = self.country["languages"]
        self.name = _city_name(index + 13 * seed)
        self.id = slug(self.name)
        counts = {kind: max(1, round(share * records)) for kind, share in SHARES.items()}
        counts["stakeholders"] = max(4, counts["stakeholders"])
        counts["deals"] = min(counts["deals"], counts["stakeholders"] - 1)
        self.fields: list[dict[str, Any]] = WORDS["fields"][: counts["actions"]]
        self.strategies: list[dict[str, Any]] = WORDS["strategies"][: counts["actions"]]
        self.places = self._coined("place")
        self.sector_tenths = self._emissions(records)
        self.stakeholders = self._stakeholders(counts["stakeholders"])
        self.organisation, *self.partners = self.stakeholders
        self.actions = self._actions(counts["actions"])
        self.commitments = self._commitments(records - 1 - sum(counts.values()))
        self.deals: list[list[Stakeholder]] = [
            self.partners[at :: counts["deals"]] for at in range(counts["deals"])
        ]
        """The partners of each deal; every partner is in one."""
        self.indicators = numbered("i", counts["indicators"])
        self.sources = numbered("k", counts["sources"])
        self.persons = numbered("p", counts["persons"])

    def _coined(self, kind: str) -> list[str]:
        words = [
            head + tail for head in WORDS[f"{kind}_heads"].split() for tail in WORDS[f"{kind}_tails"].split()
        ]
        self.rng.shuffle(words)
        return words

    def _emissions(self, records: int) -> dict[str, int]:
        """Tenths of a kilotonne a year by sector in the latest inventory; more records, larger city."""
        total = self.rng.randint(70, 130) * math.isqrt(records)
        shares = {"transport": 0.31, "waste": 0.06, "ippu": 0.11, "afolu": 0.08}
        tenths = {sector: round(total * share) for sector, share in shares.items()}
        return {"stationary-energy": total - sum(tenths.values()), **tenths}

    def _stakeholders(self, count: int) -> list[Stakeholder]:
        words = self._coined("name")
        name = self.country["organisation"].format(self.name)
        made = [Stakeholder(f"{self.id}-stad", name, "municipality", self.languages[0])]
        for number in range(count - 1):
            word = words[number % len(words)]
            if number >= len(words):
                word += "-" + words[(number + 37 * (number // len(words))) % len(words)]
            name = f"{word} {self.rng.choice(self.country['trades'])}"
            kind = self.rng.choices(list(KINDS), list(KINDS.values()))[0]
            made.append(Stakeholder(slug(name), name, kind, self.rng.choice(self.languages)))
        return made

    def _actions(self, count: int) -> list[Action]:
        made: dict[str, Action] = {}
        for number in range(count):
            of = self.fields[number % len(self.fields)]
            while True:
                place = self.rng.choice(self.places)
                short, title = self.rng.choice(list(of["measures"].items()))
                if (action_id := f"{short}-{slug(place)}") not in made:
                    break
            start = str(self.rng.randint(2022, 2025))
            if self.rng.random() < 0.5:
                start += f"-{self.rng.randint(1, 6):02d}"
            end = str(self.rng.randint(2028, 2035)) + self.rng.choice(("", "", "-06", "-12", "-12-31"))
            # all actions of a sector together stay below six tenths of what it emits; two fields share one
            most = self.sector_tenths[of["sector"]] * 600 // (count // len(self.fields) + 1)
            most = most // 2 if of["sector"] == "stationary-energy" else most
            tenths = _rounded(self.rng.randint(most // 3, most)) if self.rng.random() < 0.85 else None
            thousands = max(30, (tenths or most) * self.rng.randint(8, 40) * self.country["price"] // 100)
            made[action_id] = Action(action_id, of, place, title, start, end, tenths, thousands)
        return list(made.values())

    def _commitments(self, count: int) -> list[Commitment]:
        """Give every partner and every action at least one, and no pair of them two."""
        made: list[Commitment] = []
        taken: set[tuple[str, str]] = set()
        for number, commitment_id in enumerate(numbered("c", count)):
            partner = self.partners[number % len(self.partners)]
            at = number
            while (partner.id, self.actions[at % len(self.actions)].id) in taken:
                at += 1
            action = self.actions[at % len(self.actions)]
            taken.add((partner.id, action.id))
            commitment = Commitment(commitment_id, partner, action)
            partner.commitments.append(commitment)
            action.commitments.append(commitment)
            made.append(commitment)
        return made


def _rounded(tenths: int) -> int:
    """Round what people would write in kilotonnes down to a tenth of one."""
    return tenths // 1_000 * 1_000 if tenths >= 20_000 else tenths


def _city_name(index: int) -> str:
    """Give every city of a workspace a name of its own."""
    heads = WORDS["place_heads"].split()
    tails = ("stad", "köping", "hamn", "burg", "lahti", "bruck", "forsa", "tuna")
    name = heads[index * 7 % len(heads)] + tails[(index // len(heads) + index) % len(tails)]
    turn = index // (len(heads) * len(tails))
    return f"{name} {turn + 1}" if turn else name


# --- records ---


class Writer:
    """Writes the records of one city."""

    def __init__(self, plan: Plan, elsewhere: Sequence[str]) -> None:
        self.plan = plan
        self.rng = plan.rng
        self.elsewhere = elsewhere
        """Actions of another city, which these may replicate."""
        self._registers: set[str] = set()

    # values

    def text(self, key: str, words: Words, **values: object) -> Lines:
        """Write a text in all languages of the city: on one line if it is short, else folded."""
        rng = self.rng
        given = {"n": rng.randint(20, 900), "m": rng.randint(2, 19), "year": rng.randint(2015, 2024)} | values
        filled = {language: words[language].format(**given) for language in self.plan.languages}
        on_one_line = _flow(filled)
        if len(on_one_line) < WIDTH:
            return [f"{key}: {on_one_line}"]
        return nest(key, [line for language, text in filled.items() for line in folded(language, text)])

    def any_text(self, key: str, words: str, **values: object) -> Lines:
        return self.text(key, self.rng.choice(WORDS[words]), **values)

    def no_figure(self) -> str:
        words = self.rng.choice(WORDS["reasons"])
        return f"{{not_quantified: {_flow({language: words[language] for language in self.plan.languages})}}}"

    def money(self, thousands: int) -> str:
        currency = self.plan.country["currency"]
        if thousands >= 1_000 and thousands % 10 == 0:
            return f"{thousands // 1000}.{thousands % 1000 // 10:02d} M{currency}"
        return self.rng.choice((f"{thousands} k{currency}", f"{thousands}000 {currency}"))

    def tonnes(self, tenths: int) -> str:
        if tenths % 1_000 == 0:
            return f"{tenths // 10_000}.{tenths % 10_000 // 1_000} kt/year"
        return f"{tenths // 10}.{tenths % 10} t/year" if tenths % 10 else f"{tenths // 10} t/year"

    def day(self, year: int) -> str:
        return f"{year}-{self.rng.randint(1, 12):02d}-{self.rng.randint(1, 28):02d}"

    def reference(self, year: int) -> str:
        return f"Dnr {year}/{self.rng.randint(100, 9_999):05d}"

    def cite(self, number: int) -> str:
        source = self.plan.sources[number % len(self.plan.sources)]
        with_place = f'[{{id: {source}, at: "B-{number % 4 + 1}.{number % 3 + 1}"}}]'
        return self.rng.choice((f"[{source}]", with_place))

    def some(self, codes: Sequence[str], most: int) -> str:
        return "[" + ", ".join(self.rng.sample(codes, self.rng.randint(1, most))) + "]"

    # the city

    def city(self) -> Lines:
        plan, country = self.plan, self.plan.country
        names = ", ".join(f"{language}: {plan.name}" for language in plan.languages)
        code = country["municipality"].format(self.rng.randint(10, 99))
        inhabitants = sum(plan.sector_tenths.values()) * self.rng.randint(15, 25)
        lines = [
            f"id: {plan.id}",
            f"name: {{{names}}}",
            f"country: {country['code']}",
            f"languages: [{', '.join(plan.languages)}]   # the first one is our own",
            f'codes: {{municipality: "{code}", nuts3: {country["nuts3"]}}}',
            f"population: {{value: {inhabitants}, year: 2024, source: {plan.sources[0]}}}",
            f"organisation: {plan.organisation.id}",
            *nest("coordinator", self.text("unit", SINGLE["office"]) + self.text("role", WORDS["roles"][1])),
            f"website: https://{plan.id}.example/deal",
            *self.text("vision", SINGLE["vision"], year=2040),
            *nest("principles", [line for one in WORDS["principles"].items() for line in self.text(*one)]),
        ]
        office = [*self.text("name", SINGLE["office"]), "kind: office"]
        steering = [*self.text("name", SINGLE["steering"]), "kind: steering"]
        lines += listed("governance", [office, steering + self.text("task", SINGLE["steering_task"])])
        lines += self._targets() + self._fields_and_strategies()
        if country["code"] == "SE":
            lines += ["rates:", "  - {currency: EUR, to: SEK, rate: 11.27, date: 2025-12-31}"]
        ward = ["name: ward", *self.text("label", SINGLE["ward"]), "kind: text"]
        priority = ["name: priority", *self.text("label", SINGLE["priority"]), "kind: choice"]
        return lines + listed("extra_fields", [ward, [*priority, "choices: [A, B, C]"]])

    def _targets(self) -> Lines:
        tenths = self.plan.sector_tenths
        total = sum(tenths.values())
        latest = [
            "year: 2023",
            f"ghg: {total / 10} kt/year",
            *nest("sectors", [f"{sector}: {part / 10} kt/year" for sector, part in tenths.items()]),
            f"source: {self.plan.sources[0]}",
        ]
        target = [
            "id: stad-2030",
            *self.text("boundary", SINGLE["boundary"]),
            "scopes: [1, 2]",
            "method: GPC",
            f"baseline: {{year: 1990, ghg: {total * 14 // 100} kt/year}}",
            *nest("latest", latest),
            "target: {year: 2030, reduction: 80 %, of: baseline}",
        ]
        return listed("targets", [target])

    def _fields_and_strategies(self) -> Lines:
        fields = [
            [
                f"id: {one['id']}",
                *self.text("name", one["name"]),
                f"ccc: {one['ccc']}",
                f"green_deal: [{', '.join(one['green_deal'])}]",
            ]
            for one in self.plan.fields
        ]
        strategies = [
            [
                f"id: {one['id']}",
                *self.text("title", one["title"]),
                f"kind: {one['kind']}",
                f"adopted: {self.day(2021)}",
                "until: 2035",
                f"reference: {self.reference(2021)}",
            ]
            for one in self.plan.strategies
        ]
        return listed("fields", fields) + listed("strategies", strategies)

    # stakeholders

    def stakeholder(self, number: int) -> Lines:
        rng, one = self.rng, self.plan.stakeholders[number]
        total, postal_code = rng.randint(3, 1_500), rng.randint(10_000, 99_999)
        in_city = rng.randint(1, total)
        street = f"{rng.choice(self.plan.places)} {rng.randint(1, 99)}"
        lines = [f"id: {one.id}", f"name: {scalar(one.name)}", f"kind: {one.kind}"]
        if form := self.plan.country["forms"].get(one.kind):
            lines += [f"legal_form: {form}", f"register: {self._register(one.kind)}"]
        lines += [
            f"sector: {{nace: {rng.choice(NACE)}}}",
            f"employees: {{total: {total}, in_city: {in_city}, year: {rng.randint(2021, 2025)}}}",
            f'address: {{street: {street}, postal_code: "{postal_code}", town: {self.plan.name}}}',
            f"website: https://{slug(one.name)}.example",
            f"language: {one.language}",
            f"influence: {rng.choice(RATINGS)}",
            f"interest: {rng.choice(RATINGS)}",
        ]
        contact = self.any_text("role", "roles")
        if number < len(self.plan.persons):
            contact.append(f"person: {self.plan.persons[number]}")
        lines += nest("contact", contact) + nest("signatory", self.text("role", WORDS["roles"][0]))
        lines += self.any_text("operations", "operations") + self.any_text("collaboration", "collaborations")
        if rng.random() < 0.3:
            lines.append(f"sources: {self.cite(number)}")
        return lines

    def _register(self, kind: str) -> str:
        """Make a number with the right check digit that no other organisation has."""
        while (register := self._any_register(kind)) in self._registers:
            pass
        self._registers.add(register)
        return register

    def _any_register(self, kind: str) -> str:
        rng = self.rng
        match self.plan.country["code"]:
            case "SE":
                lead = {"association": "80", "cooperative": "76", "social-economy": "76"}.get(kind, "55")
                digits = f"{lead}{rng.randint(2, 9)}{rng.randrange(1_000_000):06d}"
                doubled = [int(digit) * (2 - at % 2) for at, digit in enumerate(digits)]
                check = -sum(value // 10 + value % 10 for value in doubled) % 10
                system, written = "SE-orgnr", f"{digits[:6]}-{digits[6:]}{check}"
            case "FI":
                rest = 1
                digits = ""
                while rest == 1:  # no number has this rest
                    digits = str(rng.randint(1_000_000, 3_999_999))
                    weighed = zip(digits, (7, 9, 10, 5, 8, 4, 2), strict=True)
                    rest = sum(int(digit) * weight for digit, weight in weighed) % 11
                system, written = "FI-ytunnus", f"{digits}-{-rest % 11}"
            case _ if kind == "association":
                system, written = "DE-VR", f"Mannheim VR {rng.randint(1_000, 99_999)}"
            case _:
                system, written = "DE-HR", f"Mannheim HRB {rng.randint(1_000, 99_999)}"
        return f'{{system: {system}, number: "{written}"}}'

    # actions

    def action(self, number: int) -> Lines:
        rng, plan, one = self.rng, self.plan, self.plan.actions[number]
        by = sorted(commitment.by.id for commitment in one.commitments)
        lead = plan.organisation.id if rng.random() < 0.5 else by[0]
        partners = [partner for partner in by if partner != lead][:4]
        title = {language: f"{words}, {one.place}" for language, words in one.title.items()}
        first, second = rng.sample(WORDS["descriptions"], 2)
        if len(plan.languages) == 2:
            first = {language: f"{words} {second[language]}" for language, words in first.items()}
        lines = [
            f"id: {one.id}",
            *self.text("title", title),
            *self.text("description", first, place=one.place, year=one.last_year),
            f"field: {one.field['id']}",
            f"kind: {rng.choice(INTERVENTIONS)}",
            f"levers: {self.some(LEVERS, 3)}",
            f"lead: {lead}",
        ]
        if 0 < len(partners) < 4:
            lines.append(f"partners: [{', '.join(partners)}]")
        elif partners:
            lines += nest("partners", [f"- {partner}" for partner in partners])
        lines += [f"start: {one.start}", f"end: {one.end}", "status: ongoing"]
        lines += self._decision_and_milestones(one)
        lines += nest("impact", self._impact(number)) + self._cost(one)
        lines.append(f"indicators: [{plan.indicators[number % len(plan.indicators)]}]")
        lines += self._order(number)
        if self.elsewhere and rng.random() < 0.05:
            lines.append(f"replicates: {rng.choice(self.elsewhere)}")
        lines.append(f"strategies: [{plan.strategies[number % len(plan.strategies)]['id']}]")
        lines.append(f"sdgs: [{rng.randint(1, 9)}, {rng.randint(10, 17)}]")
        if number < len(plan.sources) or rng.random() < 0.5:
            lines.append(f"sources: {self.cite(number)}")
        if rng.random() < 0.15:
            lines.append(f"extra: {{ward: {rng.choice(plan.places)}, priority: {rng.choice('ABC')}}}")
        return lines

    def _decision_and_milestones(self, one: Action) -> Lines:
        rng, year = self.rng, one.first_year - 1
        decision = [
            f"status: {rng.choices(('decided', 'agreed'), (80, 20))[0]}",
            *self.text("body", SINGLE["council"]),
            f"reference: {self.reference(year)}",
            f"date: {self.day(year)}",
        ]
        first, second = rng.sample(WORDS["milestones"], 2)
        reached = f"{one.first_year}-{rng.randint(8, 12):02d}"
        done = [*self.text("title", first), f"due: {reached}", f"done: {reached}-{rng.randint(1, 28):02d}"]
        open_due = f"{rng.randint(2028, one.last_year)}-0{rng.randint(1, 5)}"
        still_open = [*self.text("title", second), f"due: {open_due}"]
        return nest("decision", decision) + listed("milestones", [done, still_open])

    def _impact(self, number: int) -> Lines:
        rng, actions = self.rng, self.plan.actions
        one, before = actions[number], actions[max(0, number - 60) : number]
        sector = one.field["sector"]
        if one.tenths is None:
            lines = [f"ghg: {self.no_figure()}"]
        elif rng.random() < 0.7:
            lines = [f"ghg: {{{sector}: {self.tonnes(one.tenths)}}}"]
        else:
            lines = [f"ghg: {self.tonnes(one.tenths)}"]
        if sector == "stationary-energy":
            lines.append(f"energy_saved: {rng.randint(10, 9_000)} MWh/year")
            lines.append(f"renewable_energy: {rng.randint(1, 90) / 10} GWh/year")
        elif rng.random() < 0.5:
            lines.append(f"energy_saved: {self.no_figure()}")
        else:
            lines.append("renewable_energy: not-applicable")
        if one.tenths is None and before and rng.random() < 0.5:
            lines.append(f"enables: [{rng.choice(before).id}]")
        elif one.tenths is not None and rng.random() < 0.06:
            same_field = [other for other in before if other.field is one.field]
            larger = [other.id for other in same_field if (other.tenths or 0) >= one.tenths]
            lines += [f"counted_in: [{larger[-1]}]"] if larger else []
        lines.append(f"co_benefits: {self.some(CO_BENEFITS, 4)}")
        return lines

    def _cost(self, one: Action) -> Lines:
        rng, total = self.rng, one.thousands
        if rng.random() < 0.12:
            return nest("cost", [f"total: {self.no_figure()}"])
        own = total * rng.randint(3, 6) // 10
        grant = (total - own) // 2
        lines = [f"total: {self.money(total)}", f"own: {self.money(own)}"]
        if rng.random() < 0.3:
            third = total // 3
            years = {2026: third, 2027: third, 2028: total - 2 * third}
            parts = ", ".join(f"{year}: {self.money(part)}" for year, part in years.items())
            lines.append(f"per_year: {{{parts}}}")
        if rng.random() < 0.4:
            lines += self.text("note", SINGLE["cost_note"])
        if rng.random() < 0.4:
            return nest("cost", lines)
        european = [*self.text("source", SINGLE["eu_fund"]), f"amount: {self.money(grant)}"]
        european += ["programme: Horisont Europa", "status: granted"]
        other = self.text("source", rng.choice((SINGLE["state_fund"], SINGLE["own_money"])))
        other.append(f"amount: {self.money(total - own - grant)}")
        other.append(f"status: {rng.choice(('planned', 'applied', 'granted'))}")
        return nest("cost", lines) + listed("funding", [european, other])

    def _order(self, number: int) -> Lines:
        """Let some actions wait for another that starts and ends before them."""
        if self.rng.random() > 0.15:
            return []
        one = self.plan.actions[number]
        earlier = [
            other.id
            for other in self.plan.actions[max(0, number - 40) : number]
            if other.first_year < one.first_year and other.last_year < one.last_year
        ]
        return [f"depends_on: [{earlier[-1]}]"] if earlier else []

    # commitments

    def commitment(self, number: int) -> Lines:
        rng, plan, one = self.rng, self.plan, self.plan.commitments[number]
        action, siblings = one.action, len(one.action.commitments)
        promise = rng.choice(WORDS["promises"])
        lines = [
            f"id: {one.id}",
            f"by: {one.by.id}",
            f"action: {action.id}",
            *self.text("text", promise["text"], place=action.place),
            *self.any_text("deliverable", "deliverables"),
            f"amount: {rng.randint(4, 2_000)} {promise['unit']}",
            *self._when(action),
            f"kind: {promise['kind']}",
        ]
        if action.tenths is None or rng.random() < 0.2:
            lines.append(f"ghg: {self.no_figure()}")
        else:
            most = action.tenths // siblings
            lines.append(f"ghg: {self.tonnes(_rounded(rng.randint(most // 2, most)))}")
        share, year = max(1, action.thousands // (20 * siblings)), rng.randint(2026, 2028)
        if plan.country["code"] == "SE" and rng.random() < 0.05:
            lines.append(f"investment: {{amount: {max(1, share // 20)} kEUR, year: {year}}}")
        elif rng.random() < 0.8:
            lines.append(f"investment: {{amount: {self.money(share)}, year: {year}}}")
        if rng.random() < 0.3:
            lines.append(f"indicator: {plan.indicators[number % len(plan.indicators)]}")
        if rng.random() < 0.25:
            lines += self.any_text("note", "notes")
        if rng.random() < 0.4:
            lines.append(f"sources: {self.cite(number)}")
        return lines

    def _when(self, action: Action) -> Lines:
        rng = self.rng
        if action.first_year < 2025 and rng.random() < 0.1:
            return ["due: 2025-12", "status: completed", f"done: {self.day(2025)}"]
        status = f"status: {rng.choice(('ongoing', 'ongoing', 'not-started'))}"
        if rng.random() < 0.25:
            return ["every: {times: 2, per: year}", status]
        year = rng.randint(2028, action.last_year)
        return [f"due: {year}" if year < action.last_year else f"due: {year}-0{rng.randint(1, 5)}", status]

    # deals

    def deal(self, number: int) -> Lines:
        rng, plan, partners = self.rng, self.plan, self.plan.deals[number]
        parties = [plan.organisation, *partners]
        made = [commitment for partner in partners for commitment in partner.commitments]
        names = ", ".join(partner.name for partner in partners)
        title = {language: f"{words}: {names}" for language, words in SINGLE["green_deal"].items()}
        states = {"negotiating": 35, "agreed": 15, "signed": 30, "reporting": 12, "requested": 8}
        state = rng.choices(list(states), list(states.values()))[0]
        level = rng.choices(("declaration", "framework", "full"), (20, 60, 20))[0]
        year = rng.randint(2023, 2025)
        signed = self.day(year)
        until = max([2029, *(commitment.action.last_year for commitment in made)])
        review = f"review: {{every: {{times: 1, per: year}}, month: {rng.randint(1, 12)}}}"
        lines = [
            f"id: deal-{number + 1:05d}",
            *self.text("title", title),
            f"parties: [{', '.join(party.id for party in parties)}]",
            f"level: {level}",
            f"state: {state}",
            f"legal_status: {'partly-binding' if level == 'full' else 'non-binding'}",
            f"leading_language: {plan.languages[0]}",
            f"languages: [{', '.join(plan.languages)}]",
            *self.any_text("purpose", "purposes", place=rng.choice(plan.places)),
        ]
        if rng.random() < 0.5:
            lines += nest("commitments", [f"- {commitment.id}" for commitment in made])
        contribution = [*self.any_text("text", "contributions"), "every: {times: 1, per: year}"]
        lines += listed("city_contributions", [contribution])
        lines += listed("partner_benefits", [self.any_text("text", "benefits")])
        begun = [f"from: {signed[:7]}"] if state in ("signed", "reporting") else []  # else with the signature
        reviewed = [] if state == "signed" else [review]  # after its first review a deal is reporting
        lines += nest("term", [*begun, f"until: {until}-12", *reviewed])
        lines += nest("reporting", ["every: {times: 1, per: year}", *self.text("to", SINGLE["office"])])
        lines += [
            f"accession: {rng.choice(('{open: true, consent: city}', '{open: false}'))}",
            f"termination: {{notice: {rng.choice((3, 6))} months}}",
            "clauses: {confidentiality: false, logo: true}",
        ]
        if state in ("agreed", "signed", "reporting"):
            reference = f'reference: "V{rng.randint(1, 400)}/{year - 1}"'
            body = self.text("body", SINGLE["council"])
            lines += nest("adopted", [*body, reference, f"date: {self.day(year - 1)}"])
        signatories = [[f"party: {party.id}", *self.any_text("position", "roles")] for party in parties]
        lines += listed("signatories", signatories)
        if state in ("signed", "reporting"):
            lines.append(f"signed: {{date: {signed}, place: {plan.name}, sha256: {rng.randbytes(32).hex()}}}")
        if rng.random() < 0.2:
            lines += self.any_text("note", "notes")
        return lines

    # indicators, sources, persons

    def indicator(self, number: int) -> Lines:
        rng, plan = self.rng, self.plan
        measured = WORDS["measured"][number % len(WORDS["measured"])]
        place, source = plan.places[number % len(plan.places)], plan.sources[number % len(plan.sources)]
        name = {language: f"{words}, {place}" for language, words in measured["name"].items()}
        start = measured["about"] * rng.randint(80, 120) / 100
        step = start * (0.04 if measured["direction"] == "up" else -0.04)
        at = {year: f"{start + step * (year - 2022):.1f}" for year in range(2022, 2035)}
        targets = ", ".join(f"{{year: {year}, value: {at[year]}}}" for year in (2028, 2030, 2034))
        return [
            f"id: {plan.indicators[number]}",
            *self.text("name", name),
            f"unit: {scalar(measured['unit'])}",
            *self.text("definition", measured["definition"], place=place),
            f"direction: {measured['direction']}",
            f"baseline: {{year: 2022, value: {at[2022]}}}",
            f"targets: [{targets}]",
            "values:",
            f"  - {{date: 2023-12, value: {at[2023]}}}",
            f"  - {{date: 2024-12-31, value: {at[2024]}, source: {source}}}",
            "source:",
            *(f"  {line}" for line in self.any_text("text", "data_sources")),
            "  collected: {times: 1, per: year}",
            f"  level: {rng.choice(('local', 'regional', 'national'))}",
            f"sources: {self.cite(number)}",
        ]

    def source(self, number: int) -> Lines:
        plan, year = self.plan, 2018 + number % 8
        place = plan.places[number % len(plan.places)]
        paper = WORDS["papers"][number % len(WORDS["papers"])]
        return [
            f"id: {plan.sources[number]}",
            *self.text("title", {language: f"{words} {year}, {place}" for language, words in paper.items()}),
            f"publisher: {scalar(plan.organisation.name)}",
            f"date: {year}-{self.rng.randint(1, 12):02d}",
            f"url: https://{plan.id}.example/reports/{year}/{slug(place)}.pdf",
            *self.any_text("note", "paper_notes"),
        ]

    def person(self, number: int) -> Lines:
        first_names = WORDS["first_names"].split()
        places = self.plan.places
        name = f"{first_names[number % len(first_names)]} {places[-1 - number % len(places)]}"
        return [
            f"id: {self.plan.persons[number]}",
            f"name: {name}",
            f"email: {slug(name)}@{self.plan.id}.example",
        ]

    # files

    def files(self, per_file: int) -> Iterator[tuple[str, str]]:
        """Give the path of each file below the city's folder, and its text.

        The records are the same however many stand in a file.
        """
        plan = self.plan
        talk = random.Random(f"lgdkit {plan.id} {per_file}")
        yield "city.yaml", "\n".join(nest("city", self.city())) + "\n"
        kinds: dict[str, tuple[Callable[[int], Lines], list[str]]] = {
            "stakeholders": (self.stakeholder, [one.id for one in plan.stakeholders]),
            "actions": (self.action, [one.id for one in plan.actions]),
            "commitments": (self.commitment, [one.id for one in plan.commitments]),
            "deals": (self.deal, numbered("deal", len(plan.deals))),
            "indicators": (self.indicator, plan.indicators),
            "sources": (self.source, plan.sources),
            "persons": (self.person, plan.persons),
        }
        for kind, (write, ids) in kinds.items():
            for begin in range(0, len(ids), per_file):
                numbers = range(begin, min(begin + per_file, len(ids)))
                lines = listed(kind, [write(number) for number in numbers])
                if talk.random() < 0.15:
                    comment = talk.choice(COMMENTS)
                    lines.insert(0, comment.format(year=talk.randint(2022, 2025), digit=talk.randint(1, 9)))
                name = ids[begin] if per_file == 1 else f"{kind}-{begin // per_file + 1:03d}"
                yield f"{kind}/{name}.yaml", "\n".join(lines) + "\n"


def _flow(texts: Words) -> str:
    return "{" + ", ".join(f"{language}: {scalar(text, flow=True)}" for language, text in texts.items()) + "}"


def generate(target: Path, records: int, per_file: int, seed: int, cities: int = 1) -> None:
    """Write cities below a folder: `records` records in all, up to `per_file` records of one kind in a file.

    Raises:
        ValueError: the numbers make no sensible city.
        FileExistsError: the folder of one of the cities is there already.
    """
    if cities < 1 or per_file < 1 or records < SMALLEST_CITY * cities:
        raise ValueError(f"a city takes at least {SMALLEST_CITY} records, and a file at least one")
    elsewhere: list[str] = []
    for index in range(cities):
        plan = Plan(index, records // cities + (index < records % cities), seed)
        folder = target / plan.id
        folder.mkdir(parents=True)
        for name, text in Writer(plan, elsewhere).files(per_file):
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elsewhere = [f"{plan.id}/{action.id}" for action in plan.actions[:20]]


def main() -> int:
    about = "Write made-up cities of any size: the same seed gives the same bytes."
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the folders of the cities go")
    parser.add_argument("--records", type=int, default=1_000, metavar="N", help="records in all (1000)")
    parser.add_argument(
        "--per-file", type=int, default=1, metavar="K", help="records of a kind in a file (1)"
    )
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
