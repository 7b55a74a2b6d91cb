"""The story of docs/drafts.md, run line by line in a real git repository; --bless writes its output anew."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "drafts.md"
_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.S)
_CITY = re.compile(r"```yaml\n(city:.*?)```", re.S)
_GIT = {
    "GIT_AUTHOR_NAME": "Coordinator", "GIT_AUTHOR_EMAIL": "office@example.org", "GIT_COMMITTER_NAME": "Coordinator",
    "GIT_COMMITTER_EMAIL": "office@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


@pytest.mark.skipif(not shutil.which("git") or not shutil.which("bash"), reason="needs git and a shell")
def test_the_story(tmp_path: Path, environment: dict[str, str], bless: bool) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "lgd").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lgdkit "$@"\n')
    (tools / "lgd").chmod(0o755)
    folder = tmp_path / "repository"
    (folder / "lintula").mkdir(parents=True)
    city = _CITY.search((ROOT / "README.md").read_text("utf-8"))
    assert city is not None
    (folder / "lintula/lintula.yaml").write_text(city[1], "utf-8")
    env = {**environment, **_GIT, "PATH": f"{tools}{os.pathsep}{environment['PATH']}"}
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=folder, env=env, check=True)

    def told(block: re.Match[str]) -> str:
        said = []
        for line in block[0].splitlines():
            if line.startswith("$ "):
                done = subprocess.run(
                    ["bash", "-c", line[2:]],
                    cwd=folder,
                    env=env,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                    encoding="utf-8",
                    check=False,
                )
                said.append(f"{line}\n{done.stdout}")
        return "".join(said)

    page = PAGE.read_text("utf-8")
    now = _BLOCK.sub(told, page)
    if bless:
        PAGE.write_text(now, "utf-8")
    assert now == page or bless
    draft = (folder / "lintula/drafts/mou/lintu-energia.heat-deal.en.md").read_text("utf-8")
    for sentence in ("The notice is six months.", "8 kt", "The heat deal", "2028"):
        assert sentence in draft
    assert "<<<<<<<" not in draft
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=folder, env=env, capture_output=True, check=True
    )
    assert status.stdout == b"", "the merged branches gave what the data gives"
