"""`lgd template`, and drafting with the templates of a city."""

import subprocess
from collections.abc import Callable
from pathlib import Path

Lgd = Callable[..., subprocess.CompletedProcess[str]]
NAME = "mou/prose/en/liability.non-binding.md.j2"


def test_list_says_whose_file_is_in_force(lgd: Lgd, workspace: Path) -> None:
    city = workspace / "espoo"
    assert lgd("template", "eject", city, NAME).returncode == 0
    done = lgd("template", "list", city)
    assert done.returncode == 0
    lines = dict(line.split("  ", 1) for line in done.stdout.splitlines())
    assert lines[NAME].strip().startswith("the city's: copied from ours, which has not changed since")
    assert lines["mou/mou.md.j2"].strip() == "ours: templates/ has no file of this name"
    one = lgd("template", "list", city, NAME).stdout
    assert one.splitlines() == [f"{NAME}  {lines[NAME].strip()}"]


def test_show_prints_the_one_in_force(lgd: Lgd, workspace: Path) -> None:
    city = workspace / "espoo"
    ours = lgd("template", "show", NAME).stdout
    assert ours.startswith("No party is liable")
    (city / "templates" / NAME).parent.mkdir(parents=True)
    (city / "templates" / NAME).write_text("Own.\n")
    assert lgd("template", "show", city, NAME).stdout == "Own.\n"
    assert lgd("template", "show", city).returncode == 2
    wrong = lgd("template", "show", city, "mou/mou.j2")
    assert (wrong.returncode, wrong.stderr) == (
        2,
        'lgd: there is no template "mou/mou.j2"; did you mean "mou/mou.md.j2"?\n',
    )
    assert lgd("template", "show", "nowhere", NAME).stderr == "lgd: there is no folder nowhere\n"


def test_eject_never_writes_over_a_file(lgd: Lgd, workspace: Path) -> None:
    city = workspace / "espoo"
    first = lgd("template", "eject", city, NAME)
    assert first.stderr.endswith("written; it now stands instead of ours\n")
    path = city / "templates" / NAME
    path.write_text("Own.\n")
    again = lgd("template", "eject", city, NAME)
    assert again.returncode == 2
    assert "is there already and stays as it is" in again.stderr
    assert path.read_text() == "Own.\n"
    (city / "templates" / "own.j2").write_text("x")
    assert "is a template of the city, not of ours" in lgd("template", "eject", city, "own.j2").stderr


def test_diff_shows_what_has_changed_in_ours(lgd: Lgd, workspace: Path) -> None:
    city = workspace / "espoo"
    lgd("template", "eject", city, NAME)
    same = lgd("template", "diff", city)
    assert (same.returncode, same.stdout) == (0, "")
    assert same.stderr == f"{NAME}: ours has not changed since it was copied\n"
    path = city / "templates" / NAME
    (base,) = (city / ".lgd" / "templates").iterdir()
    old = base.with_name("0123456789ab")
    old.write_text("Older.\n")
    path.write_text(path.read_text().replace(base.name, old.name))
    found = lgd("template", "diff", city)
    assert found.returncode == 1
    assert "-Older.\n" in found.stdout
    old.unlink()
    unknown = lgd("template", "diff", city, NAME)
    assert "the version it was copied from is not known" in unknown.stderr
    (city / "templates" / "own.j2").write_text("x")
    assert "there is none of ours by this name" in lgd("template", "diff", city, "own.j2").stderr
    assert "nothing to compare" in lgd("template", "diff", city, "mou/mou.md.j2").stderr


def test_a_city_drafts_with_its_own_clause(lgd: Lgd, workspace: Path) -> None:
    city = workspace / "espoo"
    lgd("template", "eject", city, NAME)
    path = city / "templates" / NAME
    path.write_text(path.read_text() + "The council decided this on {{ doc.adopted_on or 'no day' }}.\n")
    assert lgd("mou", city, "fortum", "--lang", "en").returncode == 0
    text = (city / "drafts" / "mou" / "fortum.espoo-clean-heat.en.md").read_text(encoding="utf-8")
    assert "The council decided this on no day.\n" in text
    assert "Copied from" not in text


def test_a_wrong_template_stops_the_drafts_of_its_city_alone(lgd: Lgd, workspace: Path) -> None:
    bad = workspace / "espoo" / "templates" / "parts.j2"
    bad.parent.mkdir()
    bad.write_text("{{ nick }}\n{{ ''.__class__ }}\n")
    for command in ("map", "roadmap", "mou"):
        done = lgd(command, workspace, "--lang", "en")
        assert done.returncode == 1
        assert "espoo/templates/parts.j2:2:1: error[template-refused]" in done.stderr
        assert '"nick" is not known here' in done.stderr
        assert done.stderr.count("error[") == 2
        assert "nothing is drafted before this is mended" in done.stderr
    assert not (workspace / "espoo" / "drafts").exists()
    assert (workspace / "umea" / "drafts" / "roadmap.en.md").exists()


def test_a_file_that_is_no_template_stops_them_too(lgd: Lgd, workspace: Path) -> None:
    folder = workspace / "espoo" / "templates"
    folder.mkdir()
    (folder / "law.md").write_text("x")
    for command in ("map", "roadmap", "mou"):
        done = lgd(command, workspace / "espoo", "--lang", "en")
        assert done.returncode == 1
        assert (
            "espoo/templates/law.md:1:1: error[template-file] The name is not one of a template."
            in done.stderr
        )
    assert lgd("template", "list", workspace / "espoo").returncode == 1


def test_a_copy_goes_into_a_city_alone(lgd: Lgd, workspace: Path, tmp_path: Path) -> None:
    several = lgd("template", "eject", workspace, NAME)
    assert (several.returncode, several.stderr) == (2, f"lgd: {workspace} holds several cities: name one\n")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert lgd("template", "eject", empty, NAME).stderr == f"lgd: {empty} holds no data of a city\n"
    assert list(empty.iterdir()) == []
    assert not (workspace / "templates").exists()


def test_what_is_none_of_these(lgd: Lgd) -> None:
    done = lgd("template", "forget")
    assert (done.returncode, done.stderr) == (2, 'lgd: "forget" is none of list, show, eject, diff\n')


def test_a_picture_of_a_city_s_own_can_do_no_harm(lgd: Lgd, workspace: Path) -> None:
    name = "pictures/states.svg.j2"
    city = workspace / "espoo"
    assert lgd("template", "eject", city, name).returncode == 0
    path = city / "templates" / name
    ours = path.read_text(encoding="utf-8")
    path.write_text(ours.replace("{{ shapes.end() }}", '<circle cx="9" cy="9" r="3"/>\n{{ shapes.end() }}'))
    assert lgd("roadmap", city, "--lang", "en").returncode == 0
    assert '<circle cx="9"' in (city / "drafts/pictures/roadmap.states.en.svg").read_text(encoding="utf-8")
    path.write_text(ours.replace("{{ shapes.end() }}", "<script>alert(1)</script>\n{{ shapes.end() }}"))
    line = path.read_text(encoding="utf-8").split("\n").index("<script>alert(1)</script>") + 1
    done = lgd("roadmap", city, "--lang", "en")
    assert done.returncode == 1
    assert (
        f"espoo/templates/{name}:{line}:1: error[template-picture] A picture may hold no <script>."
        in done.stderr
    )
    path.write_text(ours.replace("{{ shapes.end() }}", ""))
    done = lgd("roadmap", city, "--lang", "en")
    assert "error[template-picture] What this draws is not well-formed XML: no element found" in done.stderr
