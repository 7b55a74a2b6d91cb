"""What a person sees in an editor, from the real YAML language server: completion, help, and faults.

The city is one that `lgd new` has written; nothing is set up but what it left in the folder.
"""

import itertools
import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from language_server import LanguageServer, installed

Lgd = Callable[..., subprocess.CompletedProcess[str]]
MODELINE = "# yaml-language-server: $schema=.lgd/schema.json\n"
ACTION = "actions:\n  - id: a\n    title: A\n"
NUMBERS = itertools.count(1)
PLAIN: dict[str, Any] = {"yaml": {"yamlVersion": "1.2"}}


@pytest.fixture(scope="module")
def city(lgd: Lgd, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cities") / "lintula"
    lgd("new", folder, "--name", "Lintula", "--country", "FI", "--languages", "fi,en", "--date", "2026-11-22")
    return folder


@pytest.fixture(scope="module")
def server(city: Path) -> Iterator[LanguageServer]:
    """The server of an editor without settings: it knows of the schema from the first line of a file."""
    running = LanguageServer(installed(), city, PLAIN)
    yield running
    running.close()


def typed(server: LanguageServer, city: Path, text: str) -> tuple[Path, list[str]]:
    """Open a text as a new file and return the faults in it, each as line:column, counted from 1, and message."""
    file = (
        city / f"new-{next(NUMBERS)}.yaml"
    )  # closing a file empties its faults, whenever the server comes to it
    faults = server.open(file, MODELINE + text)
    return file, [
        f"{each['range']['start']['line'] + 1}:{each['range']['start']['character'] + 1}: {each['message']}"
        for each in faults
    ]


def test_what_lgd_new_wrote_has_no_fault(server: LanguageServer, city: Path) -> None:
    for file in sorted(city.glob("*.yaml")):
        assert server.open(file) == []


def test_completion_of_an_id(server: LanguageServer, city: Path) -> None:
    file, _ = typed(server, city, ACTION + "    lead: \n    partners: [\n    indicators:\n      - \n")
    stakeholders = {"example-energy": "Esimerkki Energia", "lintula-city": "Lintula"}
    assert server.completion(file, 4, 10) == stakeholders
    assert server.completion(file, 5, 15).items() >= stakeholders.items()
    assert server.completion(file, 7, 8)["fossil-heat"].startswith("Fossiilisilla")


def test_completion_of_codes_with_their_meanings(server: LanguageServer, city: Path) -> None:
    file, _ = typed(server, city, ACTION + "    status: \n    impact:\n      co_benefits: [\n")
    assert server.completion(file, 4, 12)["ongoing"] == "Under way."
    assert server.completion(file, 6, 20)["equity"] == "Fairness."


def test_completion_of_keys_and_of_the_citys_languages(server: LanguageServer, city: Path) -> None:
    file, _ = typed(server, city, ACTION + "    description:\n      \n    scale: A\n    \n")
    keys = server.completion(file, 7, 4)
    assert keys["milestones"] == "Steps that can be seen to be reached."
    assert {"lead", "cost", "sources"} <= set(keys)
    assert list(server.completion(file, 5, 6))[:2] == ["fi", "en"]


def test_completion_of_a_rule_to_accept(server: LanguageServer, city: Path) -> None:
    file, _ = typed(server, city, "allow:\n  - rule: \n")
    assert "action-without-lead" in server.completion(file, 2, 10)


def test_hover(server: LanguageServer, city: Path) -> None:
    file, _ = typed(server, city, ACTION + "    lead: example-energy\n    start: 2027\n    status: ongoing\n")
    assert server.hover(file, 4, 5).startswith("The stakeholder in charge.")
    assert "`example-energy`: Esimerkki Energia" in server.hover(file, 4, 12)
    assert "2024-05-31" in server.hover(file, 5, 6)
    assert "`postponed`: Put off; it may still come." in server.hover(file, 6, 6)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "status: ongoingg",
            '5:13: Value is not accepted. Valid values: "not-started", "ongoing", "completed"',
        ),
        ("leed: example-energy", "5:5: Property leed is not allowed."),
        (
            "lead: Example Energy",
            '5:11: Value is not accepted. Valid values: "example-energy", "lintula-city".',
        ),
        ("start: 31.5.2024", "5:12: Write a year, a month or a day: 2024, 2024-05 or 2024-05-31."),
        ("impact: {ghg: 12 kt CO2}", "5:19: Write it like this: 24 kt/year."),
        ("partners: example-energy", '5:15: Incorrect type. Expected "array".'),
        ("impact: {per: NO}", "5:19: Value is not accepted."),
    ],
)
def test_faults(line: str, said: str, server: LanguageServer, city: Path) -> None:
    _, faults = typed(server, city, f"{ACTION}    {line}\n")
    assert len(faults) == 1, faults
    assert faults[0].startswith(said)


@pytest.mark.parametrize("lead", ["example-energy", "espoo/fortum", "written-a-minute-ago"])
def test_a_reference_that_may_be_right_is_no_fault(lead: str, server: LanguageServer, city: Path) -> None:
    assert typed(server, city, f"{ACTION}    lead: {lead}\n")[1] == []


def test_settings_of_vs_code_without_the_first_line(city: Path) -> None:
    settings = json.loads((city / ".vscode" / "settings.json").read_text("utf-8"))
    yaml = {key.removeprefix("yaml."): each for key, each in settings.items() if key.startswith("yaml.")}
    server = LanguageServer(installed(), city, {"yaml": yaml})
    try:
        for name in ("other.yaml", "partners/other.yaml"):
            faults = server.open(city / name, ACTION + "    leed: x\n    lead: \n")
            assert "Property leed is not allowed." in [each["message"] for each in faults]
            assert "example-energy" in server.completion(city / name, 4, 10)
    finally:
        server.close()


def test_a_city_that_did_not_begin_with_lgd_new(lgd: Lgd, workspace: Path) -> None:
    espoo = workspace / "espoo"
    lgd("schema", "--workspace", ".", "--output", ".lgd/schema.json", cwd=espoo)
    server = LanguageServer(installed(), espoo, {"yaml": {"schemas": {".lgd/schema.json": ["*.yaml"]}}})
    try:
        for file in sorted(espoo.glob("*.yaml")):
            assert server.open(file) == []
        lines = (espoo / "actions.yaml").read_text("utf-8").splitlines()
        number = next(number for number, line in enumerate(lines) if line.strip() == "lead: fortum")
        column = lines[number].index("fortum")
        assert server.completion(espoo / "actions.yaml", number, column)["fortum"] == "Fortum"
        assert "`fortum`: Fortum" in server.hover(espoo / "actions.yaml", number, column + 1)
    finally:
        server.close()


def test_a_schema_that_is_closed(lgd: Lgd, city: Path, tmp_path: Path) -> None:
    schema = tmp_path / ".lgd" / "schema.json"
    lgd("schema", "--workspace", city, "--closed", "--output", schema)
    server = LanguageServer(installed(), tmp_path, PLAIN)
    try:
        assert typed(server, tmp_path, ACTION + "    lead: espoo/fortum\n")[1] == []
        _, [fault] = typed(server, tmp_path, ACTION + "    lead: exampel-energy\n")
        assert fault == '5:11: Value is not accepted. Valid values: "example-energy", "lintula-city".'
    finally:
        server.close()
