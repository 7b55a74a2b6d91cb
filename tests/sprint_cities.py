"""Two small cities that hold a sprint together: all that a sprint may say stands in it."""

from functools import cache

from lgdkit.model.city import City
from lgdkit.read.city import read_city

HOST = """
city:
  id: lakeside
  name: Lakeside
  country: FI
  languages: [en, fi]
  organisation: town
  coordinator: {unit: Green deal office, role: head of office}
  fields: [{id: energy, name: Energy}, {id: food, name: Food}]
stakeholders:
  - {id: town, name: Town of Lakeside, kind: municipality}
  - {id: heat, name: Lakeside Heat Oy, kind: company}
  - {id: workshop, name: Lakeside Workshops, kind: social-economy, language: fi}
  - {id: everybody, name: People of Lakeside, kind: citizens}
actions:
  - {id: clean-heat, title: Clean heat, field: energy, lead: heat, start: 2024, end: 2030, status: ongoing}
  - {id: repair, title: Repair, field: energy, lead: town, start: 2024, end: 2030, decision: {status: proposed}}
commitments:
  - {id: pumps, by: heat, action: clean-heat, text: Two heat pumps, due: 2028, ghg: 5 kt/year}
  - {id: talks, by: heat, action: clean-heat, text: Talks, every: {times: 2, per: year}}
deals:
  - {id: heat-deal, title: Heat deal, parties: [town, heat], state: negotiating, commitments: [pumps]}
  - {id: old, title: Old deal, parties: [town, heat], state: expired}
  - {id: agreed, title: Agreed deal, parties: [town, heat], state: agreed}
sources: [{id: minutes, title: Minutes of the sprint}]
practices:
  - id: cafe
    title: Repair café
    challenge: Things are thrown away.
    approach: The library lends its rooms.
    strong_points: [Everybody comes.]
    results:
      - {text: Things repaired, amount: 420 things, date: 2025}
      - {text: Emissions, amount: {not_quantified: nobody has counted them}}
    enabling_conditions: [A room in the evening.]
    did_not_work: [Afternoons.]
    transfer_tips: [Begin with bicycles.]
    note: It goes on.
sprints:
  - id: spring
    title: Spring sprint
    start: 2026-04-14
    end: 2026-04-15
    venue: Library
    languages: [en, fi]
    theme: Circular economy
    question: Who repairs?
    focus: [exchange, roadmap, agreement]
    cities: [hill, far]
    attendance: {persons: 12, about: true, countries: 3}
    participants:
      - {organisation: town, kind: city, city: lakeside, persons: 3}
      - {city: hill, kind: city, persons: 2}
      - {organisation: hill/bakery, kind: sme, city: hill, persons: 1}
      - {organisation: workshop, kind: social-economy}
      - {organisation: everybody, kind: residents}
      - {name: Cities that look on, kind: observer, organisations: 4, note: Their names are not known.}
      - {organisation: far/away, kind: company}
    sessions:
      - {id: welcome, title: Welcome, kind: opening, day: 2026-04-14, start: "09:00", end: "09:30"}
      - {id: cafe, title: The café, kind: practice, day: 2026-04-14, start: "09:30", practices: [cafe, far/lost]}
      - {id: gaps, title: What is missing, kind: challenge, day: 2026-04-14, end: "12:00", question: What is hard?}
      - {id: ideas, title: Ideas, kind: ideas, day: 2026-04-14, note: Bring pens.}
      - {id: views, title: Three views, kind: views, day: 2026-04-15}
      - {id: roads, title: Roadmaps, kind: roadmap, day: 2026-04-15}
      - {id: deals, title: Agreements, kind: agreement, day: 2026-04-15}
      - {id: steps, title: Next steps, kind: next-steps}
    site_visits:
      - {title: The depot, organisation: heat, day: 2026-04-14, text: Where things wait.}
    practices:
      - cafe
      - {practice: hill/oven, day: 2026-04-15}
      - {title: The case of Ghent, by: Ghent, day: 2026-04-14, website: "https://ghent.example/case"}
    challenges: [{text: Nobody has time, city: hill}, {text: Money}]
    ideas:
      - text: A shared store
        city: hill
        dreamer: Nothing is burnt.
        realist: The depot has a hall.
        critic: Who answers for faults?
        outcome: It is tried.
      - {text: A van}
    learnings: [{text: Large partners bring small ones, city: lakeside}, {text: Begin}]
    next_steps:
      - {city: lakeside, text: Talk to the landowners, role: land use unit, due: 2026-06}
      - {city: hill, text: Ask the bakers, by: hill/bakery, due: 2026-05, done: 2026-05-02, note: They agree.}
    outcomes:
      text: Two cities share an oven.
      actions: [repair, hill/oven-for-all, far/thing]
      commitments: [pumps, far/promise]
      deals: [heat-deal, hill/lost]
    note: Written by hand.
    sources: [{id: minutes, at: p. 3}]
  - {id: bare, title: Bare sprint}
  - {id: parts, title: Sprint in parts, start: 2026-09-01, attendance: {persons: 9, countries: 2}}
  - {id: some, title: Some came, start: 2026-10, end: 2026-10, attendance: {persons: 9, about: true}}
  - {id: few, title: Few came, start: 2026-11, attendance: {persons: 3}, cities: [hill]}
"""
OTHER = """
city: {id: hill, name: Hill, country: DE, languages: [de, en], organisation: hill-town}
stakeholders:
  - {id: hill-town, name: Stadt Hill, kind: municipality}
  - {id: bakery, name: Bäckerei Hill, kind: sme}
actions:
  - {id: oven-for-all, title: {de: Ofen für alle, en: Oven for all}, start: 2025, lead: bakery}
practices:
  - {id: oven, title: {de: Der Ofen, en: The oven}, results: [{text: {de: Brote, en: Loaves}, amount: 9 loaves}]}
"""


@cache
def cities() -> tuple[City, City]:
    """Return the host and the other city."""
    read = [read_city({"a.yaml": text.encode()}) for text in (HOST, OTHER)]
    assert [each.findings for each in read] == [(), ()]
    return read[0].city, read[1].city
