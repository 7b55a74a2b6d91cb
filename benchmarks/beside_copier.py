"""Copier's update and lgdkit on the same texts and the same edits, side by side: what each keeps.

Copier (https://copier.readthedocs.io) is the tool that keeps edits of generated files when their template changes.
The drafts are its template, once before the data changed and once after. Needs git, and copier on the path or named.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lgdkit.artifact import Artifact
from lgdkit.drafts import shelf_of

ONE, TWO = "mou/acme.deal.en.md", "mou/blom.deal.en.md"
_TEXT = """# Agreement

Copy for {name}

## Term

This agreement holds for three years.
It ends on 31 December 2030.

## Commitments

| what | until when |
| --- | --- |
| {name} gives up gas | 2027 |
| {name} puts solar panels on its roofs | 2028 |

## Meetings

The parties meet twice a year.
They write down what they agree on.
They publish it.

## Notice

Each party may leave with a notice of six months.
"""
LAWYER, DATA = "The lawyer wrote this.", "by 31 March 2031"
Texts = dict[str, str]


@dataclass(frozen=True)
class Case:
    """An edit of a person and a change of the data."""

    name: str
    edit: Callable[[Path], None]
    after: Callable[[Texts], Texts]
    committed: bool = True
    again: bool = False


def before() -> Texts:
    return {ONE: _TEXT.format(name="Acme"), TWO: _TEXT.format(name="Blom")}


def swap(old: str, new: str) -> Callable[[Path], None]:
    """Return an edit of the first draft."""

    def edit(folder: Path) -> None:
        text = (folder / ONE).read_bytes().decode()
        (folder / ONE).write_bytes(text.replace(old, new).encode())

    return edit


def data(old: str, new: str) -> Callable[[Texts], Texts]:
    """Return a change of all drafts."""
    return lambda texts: {path: text.replace(old, new) for path, text in texts.items()}


def moved(folder: Path) -> None:
    text = (folder / ONE).read_bytes().decode()
    term = text[text.index("## Term") : text.index("## Commitments")]
    (folder / ONE).write_bytes(
        (text.replace(term, "") + "\n" + term).replace(six(), f"{six()} {LAWYER}").encode()
    )


def six() -> str:
    return "with a notice of six months."


def windows(folder: Path) -> None:
    swap(six(), f"{six()} {LAWYER}")(folder)
    (folder / ONE).write_bytes((folder / ONE).read_bytes().replace(b"\n", b"\r\n"))


def marked(folder: Path) -> None:
    swap(six(), f"{six()} {LAWYER}")(folder)
    (folder / ONE).write_bytes(b"\xef\xbb\xbf" + (folder / ONE).read_bytes().removesuffix(b"\n"))


def renamed(texts: Texts) -> Texts:
    changed = data(*END)(texts)
    return {path.replace("acme", "acme-ab"): text for path, text in changed.items()}


def own_file(folder: Path) -> None:
    (folder / "mou/cole.deal.en.md").write_text(f"{LAWYER}\n")


END = ("It ends on 31 December 2030.", f"It ends {DATA}.")
NOTICE = swap(six(), f"{six()} {LAWYER}")
SAME_LINE = swap("31 December 2030.", f"31 December 2030. {LAWYER}")
ROW = swap("gas | 2027", f"gas. {LAWYER} | 2027")
COLE = {"mou/cole.deal.en.md": _TEXT.format(name="Cole")}
CASES = (
    Case("an edit and a change far apart", NOTICE, data(*END)),
    Case("in neighbouring lines", swap("for three years.", f"for three years. {LAWYER}"), data(*END)),
    Case("in neighbouring rows of a table", ROW, data("roofs | 2028", f"roofs | {DATA}")),
    Case("in the same line", SAME_LINE, data(*END)),
    Case("the same change on both sides", swap(*END), data(*END)),
    Case("the editor wrote Windows line ends", windows, data(*END)),
    Case("the editor wrote a BOM and no last line end", marked, data(*END)),
    Case("a paragraph was moved, and changed in the data", moved, data(*END)),
    Case("the edit is not committed yet", NOTICE, data(*END), committed=False),
    Case("a second run over a conflict that nobody settled", SAME_LINE, data(*END), again=True),
    Case("the person deleted the draft", lambda folder: (folder / ONE).unlink(), data(*END)),
    Case("the stakeholder has another id", NOTICE, renamed),
    Case("the stakeholder is gone", NOTICE, lambda texts: {TWO: texts[TWO]}),
    Case("a person's own file where a new draft goes", own_file, lambda texts: {**texts, **COLE}),
)


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def put(folder: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())


def commit(folder: Path, name: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", name, "--allow-empty")


def with_lgdkit(case: Case, root: Path) -> tuple[Path, str]:
    """Draft, edit, draft again; return the folder of the drafts, and whether it was refused."""
    shelf = shelf_of(root, None)

    def draft(texts: Texts) -> str:
        wanted = [Artifact(path, text.encode()) for path, text in texts.items()]
        outcome = shelf.write(wanted, mine=".*")
        return "; ".join(reason for _, reason in outcome.refused)

    draft(before())
    case.edit(shelf.folder)
    said = draft(case.after(before()))
    return shelf.folder, draft(case.after(data("twice", "three times")(before()))) if case.again else said


def with_copier(case: Case, root: Path, copier: str) -> tuple[Path, str]:
    """Do the same with the drafts as a template."""
    template, project = root / "template", root / "project"
    template.mkdir()
    git(template, "init", "-q")
    answers = template / "{{ _copier_conf.answers_file }}.jinja"
    answers.write_text("{{ _copier_answers|to_nice_yaml -}}\n")
    versions = [before(), case.after(before()), case.after(data("twice", "three times")(before()))]
    put(template, versions[0])
    commit(template, "one")
    git(template, "tag", "v1")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [copier, *arguments],
            cwd=root,
            env={**os.environ, "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
                 "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["?"])[-1]

    said = run("copy", "--defaults", "--vcs-ref", "v1", str(template), str(project))
    git(project, "init", "-q")
    commit(project, "drafted")
    case.edit(project)
    if case.committed:
        commit(project, "edited")
    for number, texts in enumerate(versions[1 : 3 if case.again else 2], 2):
        for path in template.glob("mou/*"):
            path.unlink()
        put(template, texts)
        commit(template, str(number))
        git(template, "tag", f"v{number}")
        said = run("update", "--defaults", "--vcs-ref", f"v{number}", str(project)) or said
        if case.again and number == 2:
            commit(project, "a conflict that nobody settled")
    return project, said


def judged(case: Case, folder: Path, refused: str) -> str:
    """Say in words what came of it."""
    texts = {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted(folder.glob("mou/*"))
    }
    if refused:
        return f"refused: {refused}"
    text = "\n".join(texts.values())
    said = [f"`{path}`" for path in texts if path not in (ONE, TWO)]
    if ONE not in texts:
        said.append("the draft is gone" if "id" not in case.name else "the old draft is gone")
    mine = "\n".join(each for path, each in texts.items() if path != TWO)
    if case.name != "the same change on both sides" and "deleted" not in case.name:
        said.append("edit kept" if LAWYER in text else "**edit gone**")
    if DATA in case.after(before()).get(TWO, ""):
        said.append("change taken in" if DATA in mine else "**change missing**" if mine else "")
    marks = mine.count("<<<<<<<")
    said.append(f"{marks} conflict{'s' if marks > 1 else ''} marked" if marks else "no conflict")
    if "\r\n" in mine and mine.replace("\r\n", "").count("\n") > 1:
        said.append("mixed line ends")
    rejected = [path.name for path in folder.rglob("*.rej")]
    return "; ".join(each for each in [*said, *rejected] if each)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copier", default="copier", help="the program, if it is not on the path")
    asked = parser.parse_args()
    version = subprocess.run([asked.copier, "--version"], capture_output=True, text=True, check=False)
    if version.returncode:
        sys.exit("copier is not installed: pip install copier")
    print(f"| case | lgdkit | {version.stdout.strip()} |\n| --- | --- | --- |")
    for case in CASES:
        with tempfile.TemporaryDirectory() as mine, tempfile.TemporaryDirectory() as theirs:
            ours = judged(case, *with_lgdkit(case, Path(mine)))
            other = judged(case, *with_copier(case, Path(theirs), asked.copier))
            print(f"| {case.name} | {ours} | {other} |", flush=True)


if __name__ == "__main__":
    main()
