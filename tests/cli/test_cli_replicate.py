"""`lgd replicate` and `lgd diff --replica`: from one city of a folder into another one's data."""

import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lgdkit.cli.app import app, register

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
KERA = ["replicate", "espoo/kera-commitment", "--into", "umea"]
ROLES = [
    "--role", "kera-landowners=sv=markägare och byggherrar", "--role", "kera-landowners=en=landowners and developers"
]  # fmt: skip
FILE = Path("umea/replicated/kera-commitment.yaml")
register([])


@pytest.fixture
def space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for city in ("espoo", "umea"):
        left_out = shutil.ignore_patterns("drafts", ".lgd")
        shutil.copytree(EXAMPLES / city, tmp_path / city, ignore=left_out)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lgd(*arguments: str, status: int = 0) -> tuple[str, str]:
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == status, done.output
    return done.stdout, done.stderr


def test_takes_a_deal_over_with_its_sheet(space: Path) -> None:
    before = {each: each.read_bytes() for each in space.rglob("*.yaml")}
    out, told = lgd(*KERA, *ROLES)
    assert out == f"{FILE.as_posix()}\n"
    assert "lgd check umea lists what is still to be answered" in told
    assert all(each.read_bytes() == text for each, text in before.items())
    for language in ("sv", "en"):
        assert Path(f"umea/drafts/replicas/kera-commitment.{language}.md").is_file()
    out, _ = lgd("check", "umea", "--date", "2026-11-22", "--format", "concise", status=1)
    assert {line.split("[")[1].split("]")[0] for line in out.splitlines()[:-1]} == {
        "open-question",
        "role-to-be-found",
    }
    out, _ = lgd("mou", "umea", "markagare-och-byggherrar", "--lang", "en", "-o", "-")
    assert "to be found: landowners and developers" in out


def test_a_second_time_says_so_and_draws_the_sheet_alone(space: Path) -> None:
    lgd(*KERA, *ROLES)
    text = FILE.read_bytes()
    out, told = lgd(*KERA)
    assert (out, FILE.read_bytes()) == ("", text)
    assert "umea has taken it over already, as deals/kera-commitment; only its sheet is drafted" in told
    lgd(*KERA, "--check")
    FILE.write_text(FILE.read_text("utf-8").replace("    to_be_found: true\n", ""), "utf-8")
    lgd(*KERA, "--check", status=1)


def test_shows_and_checks_without_writing(space: Path) -> None:
    out, _ = lgd(*KERA, "--diff", status=1)
    assert f"+++ b/{FILE.as_posix()}" in out
    _, told = lgd(*KERA, "--check", status=1)
    assert "not taken over yet" in told
    assert not FILE.exists()
    out, _ = lgd(*KERA, "--lang", "en", "-o", "-")
    assert out.startswith("# Transferability sheet for Umeå: Kera development commitment")
    assert not FILE.exists()


def test_a_proposal_leaves_the_data_alone(space: Path) -> None:
    lgd(*KERA, *ROLES, "--propose")
    proposal = Path("umea/drafts/replicas/kera-commitment.yaml")
    assert proposal.read_text("utf-8").startswith("# Taken over from espoo/kera-commitment as a prototype")
    assert not FILE.exists()
    lgd(*KERA, *ROLES, "--propose", "--check")
    lgd("check", "umea", "--date", "2026-11-22")


def test_check_and_diff_tell_when_the_original_changes(space: Path) -> None:
    lgd(*KERA, *ROLES)
    deals = Path("espoo/deals.yaml")
    text = deals.read_text("utf-8")
    deals.write_text(
        text.replace("en: Kera is carbon neutral in 2030.", "en: Kera is carbon neutral in 2029."), "utf-8"
    )
    out, _ = lgd("check", "umea", "--select", "original-changed", "--format", "concise", status=1)
    assert out.startswith(f"{FILE.as_posix()}:")
    assert '"espoo/kera-commitment" has changed since it was taken over.' in out
    out, _ = lgd("diff", "--replica", "umea/kera-commitment")
    assert "goals (Kera är kolneutralt …) [en]: Kera is carbon neutral in 2029." in out
    assert "[fi]" not in out
    assert "sources (" not in out
    assert out.splitlines()[-1].startswith("Between espoo/kera-commitment and umea/kera-commitment: ")
    # without the other city at hand, nobody can know
    shutil.rmtree("espoo")
    lgd("check", "umea", "--select", "original-changed")


def test_diff_of_an_action_and_of_one_partner(space: Path) -> None:
    lgd(*KERA, *ROLES)
    out, _ = lgd("diff", "--replica", "umea/circular-solutions")
    assert "kera-circular" in out
    assert "kera-transfer" not in out
    out, _ = lgd("diff", "--replica", "umea/kera-commitment", "--for", "markagare-och-byggherrar")
    assert "kera-transfer" in out


def test_the_commit_of_the_original_is_kept(space: Path) -> None:
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], check=True, cwd=space)
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    ).stdout.strip()
    lgd(*KERA)
    assert commit in FILE.read_text("utf-8")
    FILE.unlink()
    Path("espoo/sources.yaml").write_text(Path("espoo/sources.yaml").read_text("utf-8") + "\n", "utf-8")
    lgd(*KERA)
    assert "revision" not in FILE.read_text("utf-8")


def test_an_action_with_several_deals_asks_which(space: Path) -> None:
    _, told = lgd("replicate", "espoo/innovation-districts", "--into", "umea", status=0)
    assert "kera-commitment" not in told
    assert Path("umea/replicated/innovation-districts.yaml").is_file()


WRONG = [
    (["replicate", "kera", "--into", "umea"], "write the city and the id"),
    (["replicate", "espo/x", "--into", "umea"], "did you mean espoo?"),
    (["replicate", "espoo/kera-comitment", "--into", "umea"], "did you mean espoo/kera-commitment?"),
    (["replicate", "espoo/kera-commitment", "--into", "lund"], 'no city "lund"'),
    (["replicate", "espoo/kera-commitment", "--into", "espoo"], "takes nothing over from itself"),
    (["replicate", "./kera-commitment", "--into", "umea"], "holds 2 cities"),
    ([*KERA, "--in", "nowhere"], "there is no folder nowhere"),
    ([*KERA, "--id", "Kera 1"], "an id has small letters"),
    ([*KERA, "--role", "kera-landowners"], "write WHO=TEXT"),
    ([*KERA, "--role", "kera-landowners=sv="], "say what the role is called"),
    ([*KERA, "--role", "fortum=energy"], "has no part in it"),
    ([*KERA, "--partner", "kera-landowners=nobody"], 'has no stakeholder "nobody"'),
    (["replicate", "espoo/actions/kera-commitment", "--into", "umea"], "has no deal and no action"),
    (["replicate", "espoo/clean-heat", "--into", "umea", "--deal", "x"], "no such deal"),
    (["diff", "--replica", "umea/smart-transport"], "was not taken over from anywhere"),
    (["diff", "HEAD", "--replica", "umea/smart-transport"], "leave out the revision"),
]


@pytest.mark.parametrize(("arguments", "why"), WRONG)
def test_wrong_use(space: Path, arguments: list[str], why: str) -> None:
    _, told = lgd(*arguments, status=2)
    assert why in told
    assert not Path("umea/replicated").exists()


def test_nothing_is_taken_from_a_city_with_errors(space: Path) -> None:
    Path("espoo/more.yaml").write_text("deals: [{id: x}]\n", "utf-8")
    _, told = lgd(*KERA, status=2)
    assert "lgd check espoo shows" in told


def test_nothing_is_written_where_an_error_would_come_of_it(space: Path) -> None:
    _, told = lgd(*KERA, "--partner", "kera-landowners=umea-kommun", status=1)
    assert "With it there would be errors, so nothing was written" in told
    assert not FILE.exists()


def test_ids_that_are_taken_are_told(space: Path) -> None:
    Path("umea/more.yaml").write_text(
        "actions: [{id: circular-solutions, title: {sv: Vår, en: Our own}, lead: umea-kommun}]\n", "utf-8"
    )
    _, told = lgd(*KERA)
    assert "umea: actions/circular-solutions-espoo is circular-solutions in the original city" in told
