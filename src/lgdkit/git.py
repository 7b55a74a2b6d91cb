"""Reads a city as it was at a revision of its git repository, without a checkout. Changes nothing there."""

import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from lgdkit.disk import MAX_BYTES, SIGNED, Folder, is_data, link_fault

_LINK, _FILES = "120000", ("100644", "100755", "100664")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_HEAD = 3
"""Parts of the line before each object that git gives out: its name, what it is, its size."""


class NoRevision(Exception):  # noqa: N818 - what the person is told, not a fault of ours
    """There is no such revision to be read; says why, and what to do."""


def folder_at(root: Path, revision: str) -> Folder:
    """Return the texts of a city's folder as they were at a revision.

    A folder that had another name then is followed by git's own search for renamed files; one that did not
    exist yet is empty.

    Raises:
        NoRevision: the folder is in no repository, or the revision is not in it.
    """
    commit = _commit(root, revision)
    prefix = _text(_git(root, "rev-parse", "--show-prefix")).rstrip("\n")
    entries = list(_listed(root, commit, prefix))
    if not entries and prefix:
        prefix = _former(root, commit, prefix) or prefix
        entries = list(_listed(root, commit, prefix))
    links = tuple(link_fault(path) for mode, _, path in entries if mode == _LINK)
    files = {
        path: name for mode, name, path in entries if mode in _FILES and (is_data(path) or _is_kept(path))
    }
    texts = dict(zip(files, _contents(root, list(files.values())), strict=True))
    kept = {path: texts.pop(path) for path in files if _is_kept(path)}
    return Folder(root, texts, links, kept)


def commit_of(root: Path) -> str:
    """Return the commit that the files of a folder are of; nothing where no commit holds them as they are."""
    try:
        commit = _commit(root, "HEAD")
        changed = _git(root, "status", "--porcelain", "--untracked-files=all", "--", ".")
        known = _git(root, "ls-files", "--", ".")
    except NoRevision:
        return ""
    return commit if known and not changed else ""


def _is_kept(path: str) -> bool:
    return path.startswith(f"{SIGNED}/")


def line_days(root: Path, files: Iterable[str]) -> dict[str, list[date]]:
    """Return the day on which each line of files was last written, where its writer sat.

    A line that is not committed is of the last day there is: somebody works on it. Re-indenting is no writing.
    A file that git does not know is left out.

    Raises:
        NoRevision: the folder is in no repository, or in one without its whole history.
    """
    _commit(root, "HEAD")
    if _text(_git(root, "rev-parse", "--is-shallow-repository")).strip() == "true":
        raise NoRevision("this clone is shallow: fetch the whole history (git fetch --unshallow)")
    days: dict[str, list[date]] = {}
    for file in files:
        blamed = _run(root, ["blame", "-w", "--porcelain", "--", file])
        if not blamed.returncode:
            days[file] = list(_days(blamed.stdout))
    return days


def _days(porcelain: bytes) -> Iterator[date]:
    """Give the day of each line; git says what it knows of a commit only at the first line that is of it."""
    of_commit: dict[bytes, date] = {}
    commit, second = b"", 0
    for line in porcelain.split(b"\n"):
        word, _, rest = line.partition(b" ")
        if line.startswith(b"\t"):
            yield date.max if not commit.strip(b"0") else of_commit[commit]
        elif _COMMIT.fullmatch(word.decode("ascii", "replace")):
            commit = word
        elif word == b"author-time":
            second = int(rest)
        elif word == b"author-tz":
            east = timedelta(hours=int(rest[1:3]), minutes=int(rest[3:5]))
            of_commit[commit] = datetime.fromtimestamp(
                second, timezone(-east if rest.startswith(b"-") else east)
            ).date()


def _commit(root: Path, revision: str) -> str:
    """Return the full name of the commit that a revision means."""
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise NoRevision(f"{revision!r} is no name of a git revision; write a branch, a tag or a commit")
    there = _run(root, ["rev-parse", "--git-dir"])
    if there.returncode:
        problem = there.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise NoRevision(f"{root} lies in no git repository that can be read; git says: {problem}")
    found = _run(root, ["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"])
    commit = _text(found.stdout).strip()
    if found.returncode or not _COMMIT.fullmatch(commit):
        shallow = _text(_git(root, "rev-parse", "--is-shallow-repository")).strip() == "true"
        advice = (
            "; this clone is shallow: fetch the whole history (git fetch --unshallow, fetch-depth: 0)"
            if shallow
            else "; git branch --all and git tag list what there is, git fetch brings what is new"
        )
        raise NoRevision(f"there is no git revision {revision}{advice}")
    return commit


def _listed(root: Path, commit: str, prefix: str) -> Iterator[tuple[str, str, str]]:
    """Give mode, name of the object and path in the folder of each file below it."""
    where = ["--", prefix] if prefix else []
    listed = _git(root, "--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", commit, *where)
    for entry in _text(listed).split("\0"):
        about, _, path = entry.partition("\t")
        if about and path.startswith(prefix):
            mode, _, name = about.split(" ")
            yield mode, name, path.removeprefix(prefix)


def _former(root: Path, commit: str, prefix: str) -> str | None:
    """Return the folder that most of the files in a folder were in at a commit."""
    how = "--no-ext-diff --no-textconv --no-relative --find-renames --diff-filter=R --name-status -z"
    changed = _git(root, "diff", *how.split(), commit, "--")
    parts = _text(changed).split("\0")
    folders: Counter[str] = Counter()
    for old, new in zip(parts[1::3], parts[2::3], strict=False):
        inside = new.removeprefix(prefix)
        if inside != new and (old == inside or old.endswith(f"/{inside}")) and is_data(inside):
            folders[old.removesuffix(inside)] += 1
    # of as many files each, the first by name: the same at every run
    return min(folders, key=lambda each: (-folders[each], each), default=None)


def _contents(root: Path, names: Sequence[str]) -> Iterator[bytes]:
    """Give the contents of objects; of one that is too large to be read, enough to see it."""
    if not names:
        return
    out = _git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    at = 0
    for name in names:
        end = out.index(b"\n", at)
        head = out[at:end].split(b" ")
        if len(head) != _HEAD:
            raise NoRevision(
                f"this clone does not hold all files of the revision ({name[:12]}): git fetch --refetch"
            )
        size = int(head[2])
        yield out[end + 1 : end + 1 + min(size, MAX_BYTES + 1)]
        at = end + 1 + size + 1


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    done = _run(root, arguments, given)
    if done.returncode:
        problem = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        command = next(each for each in arguments if not each.startswith("-"))
        raise NoRevision(f"git {command} failed: {problem}")
    return done.stdout


def _run(root: Path, arguments: Sequence[str], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    # a hook is given variables that name its own repository: here the folder decides
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        return subprocess.run(
            ["git", *arguments], cwd=root, env=environment, input=given, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise NoRevision("git is not installed, or is not found on the PATH") from None


def _text(out: bytes) -> str:
    """Return what git says; a path that is not UTF-8 keeps its bytes."""
    return os.fsdecode(out)
