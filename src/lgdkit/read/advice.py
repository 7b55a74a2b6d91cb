"""The way out of faults of form: a wrong type, an unknown key, a code or an id of another shape."""

import re
from collections.abc import Container, Iterable

from lgdkit.diagnostics import Fixed, Key
from lgdkit.model.fault import AS_TEXT, cut, quoting, shown
from lgdkit.model.meant import did_you_mean, near, slip
from lgdkit.model.number import number_advice

_YES = frozenset(("yes", "y", "on", "ja", "j", "kyllä", "oui", "sí", "sim", "tak", "ano"))
_NO = frozenset(("no", "n", "off", "nej", "nein", "ei", "non", "não", "nie", "ne"))
_FORMS = {
    # how the pattern begins: the rule, what the text is not, what is expected
    "^[a-z0-9][a-z0-9-]": ("bad-id", "id", "small letters a to z, digits and hyphens, up to 64"),
    "^([a-z0-9]": ("bad-id", "id", "the id of a record: small letters, digits and hyphens"),
    "^[A-Z]{2}[A-Z0-9]{3}$": ("bad-code", "NUTS 3 code", "two letters and three signs: SE331"),
    "^[A-Z]{2} [A-Z0-9]{3}$": ("bad-code", "UN/LOCODE", "country, a space and three signs: SE UME"),
    "^Q": ("bad-code", "Wikidata item", "Q and a number: Q25579"),
    "^([01][0-9]|2[0-3]):": ("bad-code", "time of day", "hours and minutes, both of two digits: 09:30"),
    "^(baseline|latest)$": ("unknown-code", "point to measure from", "one of baseline, latest"),
    "^[A-V]?": ("bad-code", "NACE code", "a letter, digits, or both: S94, 94.99"),
    "^[0-9a-f]{64}$": ("bad-code", "SHA-256 digest", "64 digits and letters a to f"),
    "^[a-z][a-z0-9_-]": ("bad-id", "name of a field", "small letters, digits, hyphens and underscores"),
    "^[a-z][a-z0-9-]*$": (
        "bad-id",
        "id of a rule",
        "small letters, digits and hyphens: unknown-reference",
    ),
}
_WHOLE = r"[0-9]{1,15}|[1-9][0-9]{0,2}(?:[\s'’][0-9]{3}){1,4}"
_WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LETTERS = str.maketrans(
    {
        "ä": "a",
        "å": "a",
        "ö": "o",
        "ü": "u",
        "ß": "ss",
        "é": "e",
        "è": "e",
        "ø": "o",
        "æ": "ae",
        "ñ": "n",
        "ç": "c",
    }
)


def type_meant(kind: str, raw: object) -> Fixed | None:
    """Return what a value of another type can only mean; AS_TEXT for the same in quotes.

    A number written with a point, as in 133.000, may be a whole number with its thousands parted.
    """
    if kind == "string_type":
        return AS_TEXT if isinstance(raw, int | float) else None
    if kind == "bool_type":
        word = raw.strip().casefold() if isinstance(raw, str) else raw if isinstance(raw, int) else ""
        return True if word in _YES or word == 1 else False if word in _NO or word == 0 else None
    if kind == "int_type":
        plain = isinstance(raw, str) and re.fullmatch(_WHOLE, raw.strip())
        return int(re.sub(r"[\s'’]", "", str(raw))) if plain else None
    if kind == "tuple_type":
        one = type(raw) is int or (isinstance(raw, str) and re.fullmatch(_WORD, raw))
        return (raw,) if one and isinstance(raw, str | int) else None
    return None


def pattern_meant(raw: str, pattern: str) -> str | None:
    """Return what a text can only mean whose form is wrong in its capitals or spaces alone."""
    if pattern.startswith("^(baseline"):
        return slip(raw, ("baseline", "latest"))
    return None if pattern.startswith(("^[a-z0-9]", "^([a-z0-9]")) else _in_capitals(raw, pattern)


def type_advice(kind: str, raw: object, key: Key = 0) -> str:
    """Advise where a value of one type stands where pydantic wants another."""
    if kind == "string_type":
        return _one_text(raw, key)
    if kind == "int_type":
        return number_advice(raw)
    if kind == "bool_type":
        word = raw.strip().casefold() if isinstance(raw, str) else raw if isinstance(raw, int | float) else ""
        return (
            "Write true." if word in _YES or word == 1 else "Write false." if word in _NO or word == 0 else ""
        )
    if kind == "tuple_type":
        if isinstance(raw, str):
            return f"Put it in brackets: [{raw}]." if len(raw) < 40 else "Put it in brackets."
        return "Put a hyphen before each entry." if isinstance(raw, dict) else "Put it in brackets."
    if kind == "model_type" and isinstance(raw, list):
        return "Write one mapping, without brackets and hyphens."
    return ""


def _one_text(raw: object, key: Key) -> str:
    if isinstance(raw, list) and len(raw) > 1 and isinstance(key, str):
        return f'"{cut(key)}" takes one value; take the others out.'
    if isinstance(raw, list):
        return "Write the value alone, without brackets and hyphens."
    return quoting(raw)


def key_advice(key: str, known: Iterable[str], there: Container[object] = ()) -> str:
    """Advise where a key is not known: the near one, or a space that nobody sees."""
    if key != key.strip() or "\u00a0" in key:
        return "A no-break space stands in the key; delete it, or put ordinary spaces for it."
    advice = did_you_mean(key, known)
    return f"{advice} That is there already." if advice and near(key, known) in there else advice


def pattern_advice(raw: str, pattern: str) -> tuple[str, str, str, str]:
    """Say of a text that does not have its form: rule, message, what was expected, the way out."""
    for start, (rule, what, expected) in _FORMS.items():
        if pattern.startswith(start):
            example = slug(raw) if rule == "bad-id" else ""
            advice = f"For example: {example}." if example else _upper(raw, pattern)
            return rule, f"{shown(raw)} is no {what}.", expected, advice
    return "bad-code", f"{shown(raw)} does not have the form that is wanted.", pattern, ""


def _upper(raw: str, pattern: str) -> str:
    """Advise capitals, or the space that the code has, where that is all."""
    meant = _in_capitals(raw, pattern)
    return f"Write {meant}." if meant else ""


def _in_capitals(raw: str, pattern: str) -> str | None:
    for meant in (raw.upper(), raw.upper().replace(" ", ""), f"{raw[:2].upper()} {raw[2:].upper().strip()}"):
        if len(raw) <= 64 and re.fullmatch(pattern, meant):
            return meant
    return None


def slug(text: str) -> str:
    """Make an id of a name: small letters, digits and hyphens."""
    lower = text[:200].lower().translate(_LETTERS)
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in lower)
    return "-".join(part for part in plain.split("-") if part)[:64].rstrip("-")
