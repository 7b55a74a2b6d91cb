"""The schema that editors are given and the reader agree on what may stand in a file."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

from lgdkit.model.workspace import Vocabulary, Workspace
from lgdkit.read.city import read_city
from lgdkit.read.fault_ids import FAULT_IDS
from lgdkit.read.reference import reference
from lgdkit.read.schema import file_schema, record_schema
from lgdkit.read.thorough import KEYS
from lgdkit.read.yaml12 import parse

EVERYTHING = Path(__file__).with_name("everything.yaml").read_bytes()


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = file_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_everything_is_valid_for_both(validator: Draft202012Validator) -> None:
    assert [error.message for error in validator.iter_errors(written(EVERYTHING))] == []
    assert read_city({"a.yaml": EVERYTHING}).findings == ()


def written(raw: bytes) -> Any:
    """Return data as JSON has it: keys are texts."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): plain(each) for key, each in value.items()}
        return [plain(each) for each in value] if isinstance(value, list) else value

    return plain(parse(raw).data)


@pytest.mark.parametrize(
    "line",
    [
        "lead: 5",
        "titles: x",
        "kind: lorry",
        "start: 31.5.2024",
        "sdgs: [18]",
        "impact: {ghg: 5}",
        "impact: {ghg: {transprt: 5 kt}}",
        "cost: {total: 5 M€}",
        "description: {xx: a}",
        "milestones: [{due: 2024}]",
        "partners: x",
        "extra: {a: [1]}",
    ],
)
def test_faults_are_faults_for_both(line: str, validator: Draft202012Validator) -> None:
    raw = f"actions:\n- id: a\n  title: x\n  {line}\n".encode()
    assert list(validator.iter_errors(written(raw)))
    assert [finding.rule for finding in read_city({"a.yaml": raw}).findings if finding.rule != "no-city"]


def test_the_page_names_every_key() -> None:
    page = reference()
    for key in (*KEYS, "milestones", "not_quantified", "leading_language"):
        assert key in page


def test_ids_of_faults_are_told_once() -> None:
    assert list(FAULT_IDS) == sorted(set(FAULT_IDS))


def test_schemas_of_other_files() -> None:
    """A workspace is the whole file; a shared vocabulary stands under its key."""
    workspace = record_schema(Workspace, "A workspace.")
    assert {"name", "members", "observers"} <= set(workspace["properties"])
    vocabulary = record_schema(Vocabulary, "A vocabulary.", "vocabulary")
    assert (vocabulary["required"], vocabulary["additionalProperties"]) == (["vocabulary"], False)
    assert "terms" in vocabulary["$defs"]["Vocabulary"]["properties"]
