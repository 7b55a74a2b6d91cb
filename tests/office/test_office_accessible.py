"""The page in a real browser, under axe-core: no violation by day, by night or on a small screen.

axe-core comes from npm and is put into a folder for caches, once for a machine. Where there is no Chromium or no npm,
or nothing can be fetched, the tests are skipped and say so.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from papers import PICTURE, paper_of, templates

from lgdkit.office.paper import Labels, Look
from lgdkit.office.web import web

VERSION = "4.10.3"
EXAMPLES = Path(__file__).parents[2] / "examples"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
RUN = """
<script>%s</script>
<script>addEventListener("load", () => axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const pre = document.createElement("pre");
  pre.id = "axe";
  pre.textContent = JSON.stringify(found.violations.map(each => [each.id, each.nodes.map(node => node.html)]))
    .replace(/[<>&]/g, sign => "\\\\u00" + sign.charCodeAt(0).toString(16));
  document.body.append(pre);
}));</script>
"""
LABELS = Labels("Entwurf zur rechtlichen Prüfung", "Fassung", "Inhalt", "Seite", "Zum Text")


@pytest.fixture(scope="module")
def axe() -> str:
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lgdkit-tests"
    home = caches / f"axe-core-{VERSION}"
    script = home / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        if shutil.which("npm") is None:
            pytest.skip("there is no npm here to fetch axe-core")
        caches.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=caches) as work:
            options = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
            done = subprocess.run(
                ["npm", "install", *options, "--prefix", work, f"axe-core@{VERSION}"],
                capture_output=True,
                text=True,
                timeout=180,
                check=False,
            )
            if done.returncode:
                pytest.skip(f"axe-core could not be fetched: {done.stderr[-200:]}")
            if not home.exists():
                shutil.move(work, home)
                Path(work).mkdir()
    return script.read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("there is no Chromium here")
    return found


def violations(browser: str, axe: str, page: str, folder: Path, width: int) -> list[object]:
    """Return what axe-core finds; the page's own policy, which forbids every script, is taken out for it."""
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    file = folder / "page.html"
    file.write_text(page.replace("</body>", f"{RUN % axe}</body>"), "utf-8")
    done = subprocess.run(
        [
            browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
            f"--window-size={width},1000", "--virtual-time-budget=60000", "--dump-dom", file.as_uri(),
        ],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    match = re.search(r'<pre id="axe">(.*?)</pre>', done.stdout, re.S)
    assert match, done.stderr[-500:]
    found: list[object] = json.loads(match[1])
    return found


def everything() -> str:
    look = Look(colour="#005b96", logo=PICTURE, logo_name="logo.svg")
    return web(paper_of(look=look), templates()).decode()


def roadmap() -> str:
    text = (EXAMPLES / "mannheim/drafts/roadmap.de.md").read_text("utf-8")
    return web(paper_of(text, "roadmap", LABELS, ("de",)), templates()).decode()


def by_night(page: str) -> str:
    return page.replace("@media (prefers-color-scheme: dark)", "@media all")


@pytest.mark.parametrize(
    ("page", "width"),
    [(everything(), 1200), (by_night(everything()), 1200), (everything(), 320), (roadmap(), 400)],
    ids=["by day", "by night", "on a telephone", "a roadmap"],
)
def test_axe_finds_nothing(browser: str, axe: str, tmp_path: Path, page: str, width: int) -> None:
    assert violations(browser, axe, page, tmp_path, width) == []


def test_a_table_of_two_columns_fits_a_telephone(browser: str, tmp_path: Path) -> None:
    table = "| Överenskommelsens form | Uppgift |\n| - | - |\n| Undertecknandet | anslutningsförklaringsmyndighet |\n"
    page = web(paper_of(f"# A\n\n## B\n\n{table}", languages=("sv",)), templates()).decode()
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    look = """<style>body { width: 360px }</style><script>addEventListener("load", () => {
      const found = document.querySelector(".table");
      document.body.dataset.over = found.scrollWidth - found.clientWidth;
    });</script>"""
    file = tmp_path / "page.html"
    file.write_text(page.replace("</body>", f"{look}</body>"), "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    done = subprocess.run(
        [browser, *options, "--virtual-time-budget=20000", "--dump-dom", file.as_uri()],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert 'data-over="0"' in done.stdout, done.stderr[-500:]


def test_axe_would_find_something(browser: str, axe: str, tmp_path: Path) -> None:
    page = everything().replace(' alt="Alternative text"', "").replace(' lang="en"', "")
    found = {each[0] for each in violations(browser, axe, page, tmp_path, 1200) if isinstance(each, list)}
    assert found >= {"image-alt", "html-has-lang"}
