"""Draws the pictures of docs/documents.md: pages of the examples' documents, as people see them.

From the top of the checkout, with `pip install -e '.[docs]'`, LibreOffice, Chromium, poppler-utils and ImageMagick:

    python docs/documents/gallery.py
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"
SHEETS = {
    "mou-pdf": ("umea", "mou/umea-hamn.prototyp-hamnen.sv.pdf", (1, 3, 4, 6)),
    "mou-word": ("mannheim", "mou/mvv-energie.fernwaerme-2030.de.docx", (1, 2, 3, 4)),
    "roadmap-pdf": ("espoo", "roadmap.fi.pdf", (1, 5, 8, 11)),
    "pictures-pdf": ("espoo", "roadmap.fi.pdf", (25, 28, 30, 32)),
    "map-word": ("mannheim", "map.de.docx", (4, 5)),
    "mou-page": ("espoo", "mou/fortum.espoo-clean-heat.en.html", ()),
}


def run(*command: str | Path) -> None:
    """Run a program, and stop where it fails."""
    subprocess.run([*map(str, command)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def draw(work: Path, name: str, file: Path, pages: tuple[int, ...]) -> None:
    """Draw pages of a document side by side, or the head of a page of the web."""
    target = HERE / f"{name}.png"
    if file.suffix == ".html":
        shot = work / "shot.png"
        options = ("--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=1000,1300")
        run("chromium", *options, f"--screenshot={shot}", file.as_uri())
        run("convert", shot, "-resize", "640x", "+dither", "-colors", "24", target)
        return
    if file.suffix == ".docx":
        run("soffice", "--headless", "--convert-to", "pdf", "--outdir", work, file)
        file = work / f"{file.stem}.pdf"
    shown = []
    for page in pages:
        run(
            "pdftoppm",
            "-r",
            "48",
            "-f",
            str(page),
            "-l",
            str(page),
            "-singlefile",
            "-png",
            file,
            work / f"{name}-{page}",
        )
        shown.append(work / f"{name}-{page}.png")
    frame = (
        "-tile",
        f"{len(pages)}x1",
        "-geometry",
        "+6+6",
        "-background",
        "#c8ccce",
        "+dither",
        "-colors",
        "24",
    )
    run("montage", *shown, *frame, target)


def main() -> None:
    """Draft the examples in a folder that goes away again, and draw them."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(EXAMPLES, work / "examples")
        for name, (city, path, pages) in SHEETS.items():
            stem, language, form = path.rsplit(".", 2)
            root = work / "examples" / city
            who = [stem.removeprefix("mou/").split(".")[0]] if stem.startswith("mou/") else []
            command = [sys.executable, "-m", "lgdkit", stem.split("/")[0], root, *who]
            run(*command, "--lang", language, "--to", form)
            draw(work, name, root / "drafts" / path, pages)


if __name__ == "__main__":
    main()
