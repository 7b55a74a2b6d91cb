"""Texts that crash, hang or fill up other readers. Run as a program: reads each in a process of its own.

Prints a line of JSON for each case: what was found, how long it took, how much memory, how the process ended.
"""

import json
import os
import resource
import sys
from collections.abc import Callable, Iterable
from typing import Any

GOOD = b"city: {id: x, name: X, country: FI, languages: [fi]}\nsources: [{id: s, title: S}]\n"
K = 1000


def bomb(first: bytes, step: Callable[[int], bytes]) -> bytes:
    return first + b"".join(b"a%d: &a%d %s\n" % (level, level, step(level - 1)) for level in range(1, 20))


def record(rest: bytes) -> bytes:
    return b"actions:\n- id: a\n  title: x\n" + rest


def each(template: bytes, count: int) -> bytes:
    return b"".join(template % number for number in range(count))


CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    # what it is: the rule of the finding, and the text
    "alias bomb": (
        "yaml-alias",
        lambda: bomb(b"a0: &a0 [x]\n", lambda n: b"[" + b",".join([b"*a%d" % n] * 9) + b"]"),
    ),
    "merge bomb": (
        "yaml-alias",
        lambda: bomb(b"a0: &a0 {x: 1}\n", lambda n: b"{<<: [%s]}" % b",".join([b"*a%d" % n] * 9)),
    ),
    "alias after U+2028": ("yaml-alias", lambda: "x: &a [1]\ny:\n- \u2028*a\n".encode()),
    "alias of itself": ("yaml-alias", lambda: b"a: &a {x: *a}\n"),
    "long text repeated": (
        "yaml-alias",
        lambda: b"a: &a " + b"x" * 100 * K + b"\nb: [" + b"*a," * 20 * K + b"]",
    ),
    "merge key": ("yaml-alias", lambda: b"actions: [{<<: {a: 1}, id: a, title: b}]"),
    "[ x 1000": ("too-deep", lambda: b"[" * K),
    "[ x 100,000": ("too-deep", lambda: b"[" * 100 * K),
    "[ x 4 million": ("too-deep", lambda: b"[" * 4_000 * K),
    "[ on lines": ("too-deep", lambda: b"[\n" * 100 * K),
    "[a, x 100,000": ("too-deep", lambda: b"[a," * 100 * K),
    "{ x 100,000": ("too-deep", lambda: b"{" * 100 * K),
    "{a: x 900": ("too-deep", lambda: record(b"  note: " + b"{a: " * 900 + b"}" * 900)),
    "lines of 90 brackets": ("too-deep", lambda: (b"- " + b"[" * 90 + b"]" * 90 + b"\n") * 500),
    "- - -": ("too-deep", lambda: b"- " * 200 * K),
    "- - - after CR": ("too-deep", lambda: b"#\r" + b"- " * 120 * K),
    "- - - after U+0085": ("control-character", lambda: "#\u0085".encode() + b"- " * 120 * K),
    "- - - after marks": ("too-deep", lambda: b"\xef\xbb\xbf" * 3 + b"- " * 120 * K),
    "? ? ?": ("too-deep", lambda: b"? " * 200 * K),
    "? - ? -": ("too-deep", lambda: b"a: 1\n" + b"? - " * 30 * K),
    "nested complex keys": ("yaml-key", lambda: b"{" * 40 + b"a" + b"}: 1" * 40),
    "two complex keys": ("yaml-key", lambda: record(b"  note: {{ city.name }}\n")),
    "deep indentation": ("too-deep", lambda: b"".join(b" " * level + b"a:\n" for level in range(1500))),
    "deep list": ("too-deep", lambda: b"".join(b" " * level + b"-\n" for level in range(1500))),
    "long text": ("unknown-key", lambda: b"a: " + b"x" * 4_000 * K),
    "long key": ("yaml-syntax", lambda: b"x" * 4_000 * K + b": a"),
    "long explicit key": ("unknown-key", lambda: b"? " + b"x" * 2_000 * K + b"\n: a"),
    "too large": ("file-too-large", lambda: b"#" * 5_000 * K),
    "400,000 items": ("file-too-large", lambda: b"actions: [" + b"x," * 400 * K + b"]"),
    "80,000 items": ("wrong-type", lambda: b"actions:\n" + b"- x\n" * 80 * K),
    "50,000 empty records": ("missing-field", lambda: b"actions:\n" + b"- {}\n" * 50 * K),
    "30,000 records of one id": ("missing-field", lambda: b"actions:\n" + b"- {id: a}\n" * 30 * K),
    "records without id": ("missing-field", lambda: b"actions:\n" + b"- {title: b}\n" * 30 * K),
    "wrong ids": ("bad-id", lambda: b"actions:\n" + (b"- {id: A" + b"x" * 900 + b", title: t}\n") * 4 * K),
    "misspelt keys": ("unknown-key", lambda: b"actions:\n" + each(b"- {id: a%d, titel: x}\n", 15 * K)),
    "40,000 keys": ("unknown-key", lambda: each(b"k%d: 1\n", 40 * K)),
    "40,000 keys in a record": ("unknown-key", lambda: record(each(b"  k%d: 1\n", 40 * K))),
    "40,000 equal keys": ("duplicate-key", lambda: b"a: 1\n" * 40 * K),
    "languages": ("unknown-code", lambda: b"actions: [{id: a, title: {" + each(b"k%d: x,", 40 * K) + b"}}]"),
    "own fields": ("wrong-type", lambda: record(b"  extra: {" + each(b"k%d: [],", 30 * K) + b"}")),
    "sectors": ("unknown-code", lambda: record(b"  impact: {ghg: {" + each(b"k%d: 1 t,", 40 * K) + b"}}")),
    "goals": ("wrong-type", lambda: record(b"  sdgs: [" + b"x," * 80 * K + b"]")),
    "nulls": ("empty-value", lambda: record(b"  partners: [" + b"~," * 80 * K + b"]")),
    "long code": ("unknown-code", lambda: record(b"  kind: " + b"t" * 4_000 * K)),
    "long language": ("unknown-code", lambda: b"actions: [{id: a, title: {? " + b"t" * 900 * K + b" : x}}]"),
    "long quantity": ("bad-quantity", lambda: record(b"  impact: {ghg: " + b"1 " * 1_900 * K + b"}")),
    "long money": ("bad-money", lambda: record(b"  cost: {total: " + b"k" * 3_900 * K + b"}")),
    "long number": ("bad-money", lambda: record(b"  cost: {total: " + b"1" * 3_900 * K + b"}")),
    "long date": ("bad-date", lambda: record(b"  start: " + b"2024 " * 700 * K)),
    "long address": ("out-of-range", lambda: b"sources: [{id: a, title: x, url: " + b"a-" * K * K + b"}]"),
    "long id": ("bad-id", lambda: b"sources: [{title: x, id: " + b"A" * 3_900 * K + b"}]"),
    "long reference": ("bad-id", lambda: record(b"  lead: " + b"A" * 3_900 * K)),
    "5,000 digits": ("bad-date", lambda: record(b"  start: " + b"9" * 5 * K)),
    "0x and 5,000 digits": ("bad-date", lambda: record(b"  start: 0x" + b"f" * 5 * K)),
    "1e99999": ("bad-number", lambda: record(b"  extra: {x: 1e99999}\n")),
    "%YAML 1.1": ("yaml-directive", lambda: b"%YAML 1.1\n---\nactions: []\n"),
    "%TAG": ("yaml-directive", lambda: b"# c\r\n%TAG ! tag:x,2000:\r\n---\r\nactions: []\r\n"),
    "tag": ("yaml-tag", lambda: record(b"  note: !!python/object/apply:os.system [id]\n")),
    "tags": ("yaml-tag", lambda: b"actions:\n" + b"- !x y\n" * 40 * K),
    "bare tag": ("yaml-tag", lambda: record(b"  note: ! x\n")),
    "anchors": ("yaml-alias", lambda: b"actions:\n" + each(b"- &a%d x\n", 40 * K)),
    "several documents": ("yaml-syntax", lambda: b"actions: []\n---\nactions: []\n"),
    "a million documents": ("yaml-syntax", lambda: b"---\n" * 1_000 * K),
    "NUL": ("control-character", lambda: record(b"  note: a\0b\n")),
    "NULs": ("control-character", lambda: b"a: 1\n" + b"\0" * 4_000 * K),
    "lone surrogates": ("yaml-syntax", lambda: record(b'  note: "\\ud800"\n')),
    "surrogate bytes": ("not-utf8", lambda: record(b"  note: \xed\xa0\x80\n")),
    "beyond Unicode": ("yaml-syntax", lambda: record(b'  note: "\\U00110000"\n')),
    "bidi": ("control-character", lambda: record("  note: a\u202eb # \u2066\n".encode())),
    "bidi by escape": ("control-character", lambda: record(b'  note: "a\\u202eb"\n')),
    "bidi without end": ("control-character", lambda: ("a: " + "\u202e" * 1_300 * K).encode()),
    "UTF-16": ("not-utf8", lambda: record(b"").decode().encode("utf-16")),
    "UTF-32": ("not-utf8", lambda: record(b"").decode().encode("utf-32")),
    "Latin-1": ("not-utf8", lambda: record("  note: grün\n".encode("latin-1"))),
    "no such day": ("bad-date", lambda: record(b"  start: 2024-02-30\n")),
    "conflict": (
        "yaml-syntax",
        lambda: record(b"<<<<<<< HEAD\n  note: a\n=======\n  note: b\n>>>>>>> main\n"),
    ),
    "open quote": ("yaml-syntax", lambda: b'a: "' + b"x\n" * 1_900 * K),
    "lines without colon": ("not-a-mapping", lambda: b"a:b\n" * 940 * K),
    "id and spaces": ("yaml-syntax", lambda: b"x: [\nid:" + b" " * 3_900 * K),
    "only spaces": ("not-a-mapping", lambda: b" " * 4_000 * K + b"a"),
    "only lines": ("empty-file", lambda: b"\n" * 4_000 * K),
    "only tabs": ("yaml-syntax", lambda: b"\t" * 4_000 * K),
    "only colons": ("yaml-syntax", lambda: b": " * 1_000 * K),
}


def run(name: str) -> dict[str, Any]:
    """Read one case beside a good file; say what was found, and whether every place is in the text."""
    from lgdkit.read.city import read_city
    from lgdkit.read.locate import Locator

    raw = CASES[name][1]()
    texts = {"a.yaml": raw, "b.yaml": GOOD}
    reading = read_city(texts)
    locator = Locator(texts)
    spans = [locator.span(finding.place) for finding in reading.findings]
    lines = [
        locator.line(finding.place.file, span.line)
        for finding, span in zip(reading.findings, spans, strict=True)
    ]
    return {
        "rules": sorted({finding.rule for finding in reading.findings}),
        "count": len(reading.findings),
        "longest": max((len(finding.message + finding.help) for finding in reading.findings), default=0),
        "placed": all(span.column <= len(line) + 1 for span, line in zip(spans, lines, strict=True)),
        "others": reading.city.record is not None
        and [source.id for source in reading.city.sources][-1:] == ["s"],
    }


def main(names: Iterable[str]) -> None:
    import lgdkit.read.city  # noqa: F401 - once, before the processes part

    for name in names:
        end, start = os.pipe()
        child = os.fork()
        if not child:
            resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
            os.write(start, json.dumps(run(name)).encode())
            os._exit(0)
        os.close(start)
        _, status, usage = os.wait4(child, 0)
        said = os.read(end, 65536)
        os.close(end)
        told = {
            "name": name,
            "status": status,
            "seconds": usage.ru_utime + usage.ru_stime,
            "mib": usage.ru_maxrss / 1024,
            **(json.loads(said) if said else {}),
        }
        sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:] or CASES)
