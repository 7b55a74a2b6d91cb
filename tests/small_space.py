"""Small workspaces for tests."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

DAY = date(2026, 11, 20)


def city(id_: str, languages: str = "en") -> str:
    """Write the record of a city, the last thing in its file, so that more keys may follow."""
    return (
        f"stakeholders: [{{id: town, name: Town, kind: municipality}}]\n"
        f"city:\n  id: {id_}\n  name: City {id_}\n  country: FI\n  languages: [{languages}]\n  organisation: town\n"
    )


def space_text(*members: str, vocabularies: Sequence[str] = (), languages: str = "en") -> str:
    """Write `lgd.yaml`."""
    text = f"name: The group\nlanguages: [{languages}]\n"
    if members:
        text += f"members: [{', '.join(members)}]\n"
    return text + "".join(
        f"{'' if index else 'vocabularies:' + chr(10)}  - {each}\n" for index, each in enumerate(vocabularies)
    )


def lay(root: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder, and return it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root
