"""Findings as JUnit XML, the report of tests that every CI service shows.

A city is a suite, a finding a test that failed; a city without findings is one test that passed. There are
no elements and attributes but those that Jenkins' schema junit-10.xsd and pytest's xunit2 have in common.
"""

from xml.etree import ElementTree

from lgdkit.render.report import Finding, Report, advice


def write(report: Report) -> str:
    """Write one suite a city."""
    by_city: dict[str, list[Finding]] = {city: [] for city in report.cities}
    for each in report.findings:
        by_city[each.city].append(each)
    total = sum(max(1, len(found)) for found in by_city.values())
    root = ElementTree.Element("testsuites", {"name": "lgd check", **_counts(total, len(report.findings))})
    for city, found in by_city.items():
        counts = _counts(max(1, len(found)), len(found))
        suite = ElementTree.SubElement(root, "testsuite", {"name": city, **counts, "skipped": "0"})
        if not found:
            ElementTree.SubElement(suite, "testcase", classname=city, name="no finding")
        for each in found:
            _case(suite, each)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _counts(tests: int, failures: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(failures), "errors": "0"}


def _case(suite: ElementTree.Element, each: Finding) -> None:
    name = f"{each.rule}: {each.where}" if each.where else each.rule
    case = ElementTree.SubElement(suite, "testcase", classname=each.path, name=name)
    failure = ElementTree.SubElement(case, "failure", message=each.message, type=each.severity.value)
    place = f"{each.path}:{each.span.line}:{each.span.column}: {each.severity}[{each.rule}] {each.message}"
    failure.text = "\n".join([place, *advice(each)])
