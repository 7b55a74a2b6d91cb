"""Currency codes: ISO 4217, the currencies of Europe and those in which funds are paid out there."""

_CODES = """
ALL AMD AZN BAM BGN CHF CZK DKK EUR GBP GEL HUF ISK MDL MKD NOK PLN RON RSD SEK TRY UAH USD
"""
CURRENCIES = frozenset(_CODES.split())
MULTIPLES = {"": 0, "k": 3, "M": 6, "G": 9}
"""Letters that may stand before a currency code, each with its power of ten."""
SIGNS = {
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "euroa": "EUR",
    "kr": "SEK",
    "£": "GBP",
    "$": "USD",
    "zł": "PLN",
    "kč": "CZK",
    "lei": "RON",
}
"""What people write instead of a code, in small letters, for advice only: kr may be any country's crown."""
