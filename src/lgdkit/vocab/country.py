"""Country codes: ISO 3166-1 alpha-2, the member states of the Council of Europe and Kosovo (XK)."""

_CODES = """
AD AL AM AT AZ BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC
MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA XK
"""
COUNTRIES = frozenset(_CODES.split())
