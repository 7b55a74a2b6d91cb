"""What the codes mean, in a few words of English: an editor shows them beside the codes.

The words of the documents are others and stand in the templates; these never reach a document.
"""

from collections.abc import Mapping
from typing import Any

_TABLES: tuple[Mapping[Any, str], ...] = (
    {
        "none": "Nobody's consent is needed.",
        "city": "The city must consent.",
        "all": "Every party must consent.",
    },
    {
        "technical": "Installations, vehicles, buildings, networks.",
        "spatial": "Land use and planning.",
        "social": "Participation, behaviour, social innovation.",
        "organisational": "Organisation, rules, governance.",
        "financial": "Financing and incentives.",
        "other": "None of the others.",
    },
    {
        "technology": "Technology and infrastructure.",
        "governance": "Governance and policy.",
        "social-innovation": "Social innovation.",
        "democracy": "Democracy and participation.",
        "finance": "Finance and funding.",
        "learning": "Learning and capabilities.",
    },
    {
        "not-started": "Planned; nothing is done yet.",
        "ongoing": "Under way.",
        "completed": "Finished.",
        "postponed": "Put off; it may still come.",
        "cancelled": "Given up.",
    },
    {
        "office": "The office that does the daily work.",
        "steering": "Decides and steers.",
        "operational": "Carries out.",
        "advisory": "Gives advice.",
    },
    {
        "energy-systems": "Energy systems.",
        "mobility-transport": "Mobility and transport.",
        "waste-circular-economy": "Waste and circular economy.",
        "nature-based-solutions": "Green infrastructure and nature-based solutions.",
        "built-environment": "Built environment.",
        "industry": "Industry.",
    },
    {
        "biodiversity": "Biodiversity.",
        "farm-to-fork": "From farm to fork.",
        "sustainable-agriculture": "Sustainable agriculture.",
        "clean-energy": "Clean energy.",
        "sustainable-industry": "Sustainable industry.",
        "building-renovating": "Building and renovating.",
        "sustainable-mobility": "Sustainable mobility.",
        "eliminating-pollution": "Eliminating pollution.",
        "climate-action": "Climate action.",
    },
    {
        "governance": "Good governance.",
        "integration": "Integration of policies.",
        "partnership": "Partnership with local stakeholders.",
        "action": "Action.",
    },
    {
        "footprint": "Lowers emissions in the city.",
        "handprint": "Helps others to lower theirs: innovations, products, services.",
        "heartprint": "Changes skills, attitudes and habits.",
    },
    {"year": "Per year, at the end of the action.", "total": "In total, over the whole duration."},
    {
        "local": "Data of the city itself.",
        "regional": "Data of the region.",
        "national": "Data of the whole country.",
    },
    {
        "declaration": "A declaration of accession: the partner joins, without an agreement of its own.",
        "framework": "A framework agreement: common goals and the ways of working together.",
        "full": "A full agreement: it describes what each party does.",
    },
    {
        "requested": "One side has asked for it.",
        "negotiating": "It is being negotiated.",
        "agreed": "The parties agree; it is not signed yet.",
        "signed": "It is signed.",
        "reporting": "It is signed, and the parties report on it.",
        "expired": "Its term is over.",
        "withdrawn": "It was given up.",
    },
    {
        "non-binding": "Nothing in it can be enforced.",
        "partly-binding": "Some clauses bind, and the text says which.",
        "binding": "It binds the parties by law.",
    },
    {
        "proposed": "Somebody has proposed it.",
        "agreed": "Those involved agree; the body has not decided.",
        "decided": "The body has decided.",
    },
    {
        "stationary-energy": "Energy in buildings and plants.",
        "transport": "Transport.",
        "waste": "Waste and wastewater.",
        "ippu": "Industrial processes and product use.",
        "afolu": "Agriculture, forestry and other land use.",
    },
    {
        "text": "A text.",
        "number": "A number without a unit.",
        "quantity": "A number and its unit.",
        "date": "A year, a month or a day.",
        "choice": "One of the values under choices.",
    },
    {
        "planned": "Not applied for yet.",
        "applied": "Applied for.",
        "granted": "Granted.",
        "rejected": "Refused.",
    },
    {
        "air-quality": "Cleaner air.",
        "health": "Health.",
        "noise": "Less noise.",
        "biodiversity": "Biodiversity.",
        "water": "Water.",
        "soil": "Soil.",
        "adaptation": "Adaptation to climate change.",
        "jobs": "Jobs.",
        "local-economy": "Local economy.",
        "cost-savings": "Lower costs.",
        "energy-security": "Security of energy supply.",
        "equity": "Fairness.",
        "comfort": "Comfort.",
        "safety": "Safety.",
        "education": "Education.",
        "participation": "Participation.",
    },
    {"up": "It should rise.", "down": "It should fall.", "steady": "It should stay as it is."},
    {"year": "Every year.", "quarter": "Every three months.", "month": "Every month."},
    {
        "FI-ytunnus": "Finnish business ID: 0112038-9.",
        "SE-orgnr": "Swedish organisation number: 556036-0793.",
        "DE-HR": "German commercial register: Mannheim HRB 1234.",
        "DE-VR": "German register of associations: Mannheim VR 1234.",
        "EU-VAT": "VAT number of a member state.",
        "LEI": "Legal Entity Identifier, 20 characters.",
        "other": "Another register.",
    },
    {
        "municipality": "A municipality or one of its departments.",
        "municipal-company": "A company that belongs to the municipality.",
        "sme": "A company with fewer than 250 employees.",
        "company": "A larger company.",
        "social-economy": "A social enterprise, foundation or mutual society.",
        "academia": "A university, school or research institute.",
        "public-body": "Another public body: region, state, agency.",
        "association": "An association.",
        "cooperative": "A cooperative.",
        "citizens": "Citizens or a group of them.",
    },
    {"low": "Low.", "medium": "Medium.", "high": "High."},
    {
        "strategy": "A strategy.",
        "roadmap": "A roadmap.",
        "action-plan": "An action plan.",
        "programme": "A programme.",
        "plan": "Another plan: land use, traffic.",
        "budget": "A budget.",
        "contract": "A contract, such as a Climate City Contract.",
        "policy": "A policy.",
        "report": "A report.",
    },
    {
        "error": "It must be mended: nothing is drafted until then.",
        "warning": "It should be mended; the documents are drafted.",
        "info": "Advice.",
    },
    {
        1: "Emissions from sources in the city.",
        2: "Emissions from grid energy that the city uses: electricity, heat, cooling.",
        3: "Other emissions outside the city because of what happens in it.",
    },
    {
        "machine": "A machine translated it, and nobody has read it yet.",
        "draft": "A person wrote it; it is not approved.",
        "approved": "Approved for signature.",
    },
)
_MEANINGS = {tuple(table): tuple(table.values()) for table in _TABLES}


def meanings(codes: tuple[Any, ...]) -> tuple[str, ...]:
    """Return what the codes of a closed list mean, one for each in its order; empty where names say it all."""
    return _MEANINGS.get(codes, ())
