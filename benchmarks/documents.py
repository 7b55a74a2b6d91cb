"""Make many agreements as Word files and PDFs, and hold it beside docxtpl making Word files with the same words.

The texts are the drafts of the examples, as many of them as are asked for, over and over. Each way runs in a process of
its own: what is told are its time on the clock, the CPU time and the greatest memory of it and of all that it started.
docxtpl (which is not installed with lgdkit) fills a template with the same headings, paragraphs, entries of lists and
tables; it makes no cover, contents, links or bold words.
"""

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from lgdkit import disk
from lgdkit.office.markdown import read
from lgdkit.office.tree import Block, Heading, Listing, Paragraph, Quote, Table, plain
from lgdkit.printing import Printed, Printer, Sender

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
WAYS = ("lgd docx", "lgd pdf", "lgd html", "docxtpl docx")


def drafts(count: int) -> list[Printed]:
    paths = sorted(EXAMPLES.glob("*/drafts/mou/*.md"))
    return [Printed(f"mou/{each.name}", each.read_bytes()) for each in islice(cycle(paths), count)]


@cache
def printer() -> Printer:
    return Printer(disk.read_templates(), Sender({"en": "The city"}))


def by_lgd(form: str) -> Callable[[Printed], int]:
    return lambda draft: len(printer().print(draft, form))


@cache
def _template() -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph("{{ title }}", style="Title")
    lines: list[tuple[str, str | None]] = [("{%p for b in blocks %}", None)]
    for kind, style in (("h1", "Heading 1"), ("h2", "Heading 2"), ("p", None), ("li", "List Bullet")):
        lines += [(f"{{%p if b.kind == '{kind}' %}}", None), ("{{ b.text }}", style), ("{%p endif %}", None)]
    for text, style in [*lines, ("{%p if b.kind == 'table' %}", None)]:
        document.add_paragraph(text, style=style)
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    table.cell(0, 0).text = "{%tr for row in b.rows %}"
    for column, text in enumerate(("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")):
        table.cell(1, column).text = text
    table.cell(2, 0).text = "{%tr endfor %}"
    for text in ("{%p endif %}", "{%p endfor %}"):
        document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def by_docxtpl(draft: Printed) -> int:
    from docxtpl import DocxTemplate

    document = read(draft.text.decode())
    template = DocxTemplate(io.BytesIO(_template()))
    blocks = list(_flat(document.front + document.body))
    template.render({"title": document.title, "blocks": blocks}, autoescape=True)
    file = io.BytesIO()
    template.save(file)
    return len(file.getvalue())


def _flat(blocks: tuple[Block, ...]) -> Iterator[dict[str, Any]]:
    for each in blocks:
        match each:
            case Heading():
                yield {"kind": "h1" if each.level < 3 else "h2", "text": plain(each.content)}
            case Paragraph():
                yield {"kind": "p", "text": plain(each.content)}
            case Quote():
                yield from _flat(each.blocks)
            case Listing():
                for entry in each.entries:
                    yield from ({**found, "kind": "li"} for found in _flat(entry) if found["kind"] == "p")
            case Table():
                yield {
                    "kind": "table",
                    "rows": [[plain(cell) for cell in row] for row in (each.heads, *each.rows)],
                }


def one(way: str, count: int, workers: int) -> dict[str, float]:
    """Make all documents in one way, in this process and what it starts."""
    tool, form = way.split()
    make = by_docxtpl if tool == "docxtpl" else by_lgd(form)
    texts = drafts(count)
    make(texts[0])
    before, start = _cpu(), time.perf_counter()
    if workers == 1:
        size = sum(map(make, texts))
    else:
        # docxtpl is Python all through, so it needs processes
        pool: Executor = ProcessPoolExecutor(workers) if tool == "docxtpl" else ThreadPoolExecutor(workers)
        with pool:
            size = sum(pool.map(make, texts))
    clock = time.perf_counter() - start
    memory = sum(
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {"clock": clock, "cpu": _cpu() - before, "memory": memory / 1024, "size": size / 1024 / count}


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> None:
    parser = argparse.ArgumentParser(description="Time Word files and PDFs of many agreements.")
    parser.add_argument("--count", type=int, default=300, help="how many agreements (300)")
    parser.add_argument("--way", choices=WAYS, action="append", help="only this way; may be repeated")
    parser.add_argument("--workers", type=int, default=0, help="run one way here and tell it as JSON")
    given = parser.parse_args()
    ways = given.way or WAYS
    if given.workers:
        print(json.dumps(one(ways[0], given.count, given.workers)))
        return
    print(f"{given.count} agreements, {os.cpu_count()} processors\n")
    print("| way | workers | clock, s | CPU, s | CPU, ms each | greatest memory, MiB | KiB each |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for way in ways:
        for workers in sorted({1, os.cpu_count() or 1}):
            command = [
                sys.executable,
                __file__,
                "--way",
                way,
                "--count",
                str(given.count),
                "--workers",
                str(workers),
            ]
            told = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
            each = f"{1000 * told['cpu'] / given.count:.0f}"
            figures = f"{told['clock']:.1f} | {told['cpu']:.1f} | {each} | {told['memory']:.0f} | {told['size']:.0f}"
            print(f"| {way} | {workers} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
