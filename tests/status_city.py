"""A city in which every kind of deadline stands, and how it stands on one day."""

from datetime import date

from lgdkit.model.city import City
from lgdkit.read.city import read_city
from lgdkit.view.status import Span, Status, status

TODAY = date(2026, 6, 30)
CITY = """
city:
  id: lintula
  name: {fi: Lintula, en: Bird Town}
  country: FI
  languages: [fi, en]
  organisation: town
stakeholders:
  - {id: town, name: Lintulan kaupunki, kind: municipality}
  - {id: heat, name: {fi: Lämpö Oy, en: Heat Ltd}, kind: sme}
actions:
  - id: pumps
    title: {fi: Lämpöpumput, en: Heat pumps}
    lead: heat
    start: 2024
    end: 2026-05
    milestones:
      - {title: {fi: Lupa, en: Permit}, due: 2026-07-15}
      - {title: {fi: Lupa, en: Permit}, due: 2025-03}
      - {title: Valmis, due: 2024, done: 2024}
      - {title: Joskus}
  - {id: plan, title: Suunnitelma, start: 2025, end: 2028}
  - {id: soon, title: "Pian; nyt, \\\\ ja |", start: 2026-09, status: not-started}
  - {id: gone, title: Peruttu, start: 2020, end: 2021, status: cancelled}
  - {id: loose, title: Avoin, status: ongoing}
commitments:
  - {id: c-late, by: heat, action: pumps, text: Vaihtaa kattilat., due: 2026-06-29, status: ongoing}
  - {id: c-today, by: heat, text: Raportoi., due: 2026-06-30}
  - {id: c-done, by: heat, text: Tehty., due: 2025, status: completed, done: 2025}
  - {id: c-open, by: heat, text: Joskus.}
deals:
  - id: heat-deal
    title: {fi: Lämpösopimus, en: Heat deal}
    parties: [town, heat]
    state: signed
    signed: {date: 2024-05-02}
    term: {from: 2024-06, until: 2026-08, review: {every: {per: year}, month: 8}}
    city_contributions:
      - {text: Antaa tontin., due: 2026-09-01}
      - {text: Tapaa., every: {per: year}}
    partner_benefits: [{text: Saa tietoa., due: 2025}, {text: Saa tukea.}]
    signatories: [{party: town}, {party: heat}]
  - {id: adopted, title: Päätetty, parties: [town, heat], state: agreed, adopted: {date: 2026-06-01}}
  - {id: begun, title: Alkanut, parties: [town, heat], state: negotiating, term: {from: 2025}}
  - {id: year, title: Tänä vuonna, parties: [town, heat], state: agreed, adopted: {date: 2026}}
  - id: new
    title: Uusi
    parties: [town, heat]
    term: {from: 2026-09, until: 2030, review: {every: {per: year}, month: 2}}
  - id: undated
    title: Ilman päivää
    parties: [town, heat]
    state: reporting
    term: {review: {every: {times: 2, per: year}, month: 12}}
  - id: yearly
    title: Vuosittain
    parties: [town, heat]
    state: signed
    signed: {date: 2025-03-10}
    term: {review: {every: {per: year}, month: 2}}
  - {id: monthless, title: Joskus, parties: [town, heat], state: signed, term: {review: {every: {per: month}}}}
  - {id: termless, title: Aina, parties: [town, heat], state: signed}
  - {id: past, title: Vanha, parties: [town, heat], state: expired, term: {until: 2020}}
allow:
  - {rule: signed-without-signature, at: deals, reason: old papers}
"""
TOUCHED = {
    "actions/pumps": date(2024, 1, 1),
    "actions/plan": date(2026, 6, 1),
    "commitments/c-open": date(2025, 6, 29),
    "commitments/c-late": date(2025, 6, 30),
    "deals/new/state": date(2026, 6, 20),
    "deals/new": date(2023, 12, 31),
    "deals/past": date(2020, 1, 1),
}


def read(text: str = CITY) -> City:
    reading = read_city({"city.yaml": text.encode()})
    assert reading.findings == ()
    return reading.city


def standing(language: str = "en", within: int = 90, untouched: int = 365, *, history: bool = True) -> Status:
    return status(read(), language, Span(TODAY, within, untouched), TOUCHED if history else None)
