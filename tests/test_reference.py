"""The page on the format is what the models say."""

from pathlib import Path

from lgdkit.read.reference import reference
from lgdkit.read.schema import file_schema

PAGE = Path(__file__).parents[1] / "docs" / "format.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), (
        "run: lgd schema --format markdown > docs/format.md"
    )


def test_every_key_is_described() -> None:
    schema = file_schema()
    silent = [
        f"{name}.{key}"
        for name, record in schema["$defs"].items()
        for key, part in record.get("properties", {}).items()
        if not part.get("description")
    ]
    assert silent == []


def test_every_record_has_its_table() -> None:
    page = reference()
    for name, record in file_schema()["$defs"].items():
        if "properties" in record:
            assert f"## {name}\n" in page
            for key in record["properties"]:
                assert f"| {key} |" in page or f"| **{key}** |" in page
