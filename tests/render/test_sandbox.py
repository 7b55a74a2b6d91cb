"""A template that somebody else wrote reads no file, runs no code and comes to an end: a table of attempts."""

import re
import time

import pytest
from golden_deals import golden_city, view_of

from lgdkit.disk import read_templates
from lgdkit.render.document import Documents, WrongTemplateError
from lgdkit.render.faults import missing_names
from lgdkit.render.language import words_of
from lgdkit.render.measure import LimitError, Meter
from lgdkit.render.sandbox import Limited
from lgdkit.render.unknown import place_in

TEMPLATES = read_templates()
WORDS = words_of("en", TEMPLATES)
VIEW = view_of(golden_city(deal={}, parties=3))
NAME = "mou/prose/en/purpose.framework.md.j2"
REFUSED, LIMIT, SYNTAX, WRONG, UNKNOWN = (
    f"template-{each}" for each in ("refused", "limit", "syntax", "wrong", "name")
)
DOUBLED = "{% set x='aaaaaaaaaa' %}"


def loops(count: int, items: str) -> str:
    return "".join(f"{{% for x{n} in {items} %}}" for n in range(count)) + "x" + "{% endfor %}" * count


_WITHOUT_LINE = re.compile("too deep|cannot be read")
"""Faults of a whole file."""
ATTEMPTS = {
    # to break out
    "class": ("{{ ''.__class__.__mro__ }}", REFUSED),
    "class by item": ("{{ 'a'['__class__'] }}", REFUSED),
    "class of the document": ("{{ doc['__class__'] }}", UNKNOWN),
    "class by filter": ("{{ doc|attr('__class__') }}", SYNTAX),
    "class by sort": ("{{ doc.parties|sort(attribute='__class__') }}", WRONG),
    "class of a namespace": ("{{ namespace(a=1).__class__ }}", REFUSED),
    "self": ("{{ self.__init__ }}", REFUSED),
    "a block that is not there": ("{{ self.nothing() }}", UNKNOWN),
    "globals of a function": ("{{ head.__globals__ }}", REFUSED),
    "globals of a method": ("{{ ''.format.__globals__ }}", REFUSED),
    "globals of macros": ("{{ parts.__class__ }}", REFUSED),
    "a method": ("{{ doc.parties.append(1) }}", REFUSED),
    "join by method": ("{{ 'x'.join(['a']) }}", REFUSED),
    "a thing that is no function": ("{{ doc.parties() }}", REFUSED),
    "an import": ("{% import 'os' as os %}", REFUSED),
    "cycler": ("{{ cycler('a') }}", UNKNOWN),
    "a filter that writes JSON": ("{{ doc|tojson }}", SYNTAX),
    "the loop": ("{% for each in [1] %}{{ loop.changed(1) }}{% endfor %}", REFUSED),
    # to read
    "a file": ("{% include '/etc/passwd' %}", REFUSED),
    "a file above": ("{% include '../../pyproject.toml' %}", REFUSED),
    "several files": ("{% include ['/etc/passwd', '/etc/shadow'] %}", REFUSED),
    "a file to extend": ("{% extends '/etc/passwd' %}", REFUSED),
    "no wording": ("{% include prose(['nothing'], 'en').name %}", REFUSED),
    # to take for ever
    "range": ("{% for i in range(1000000000) %}x{% endfor %}", UNKNOWN),
    "18 loops": ("{% set l=[1,2,3] %}" + loops(18, "l"), LIMIT),
    "30 loops": (loops(30, "[1, 2]"), SYNTAX),
    "a bomb of macros": (
        "{% macro a(n) %}{% if n > 0 %}{{ a(n-1) }}{{ a(n-1) }}{% endif %}{% endmacro %}{{ a(35) }}",
        LIMIT,
    ),
    "a macro in itself": ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", LIMIT),
    "a block in itself": ("{% block a %}{{ self.a() }}{% endblock %}", LIMIT),
    "the document in itself": ("{% include 'mou/mou.md.j2' %}", LIMIT),
    "itself": (f"{{% include '{NAME}' %}}", LIMIT),
    "extends itself": (f"{{% extends '{NAME}' %}}", LIMIT),
    "a loop in itself": ("{% for a in [1] recursive %}{{ loop([1, 1]) }}{% endfor %}", LIMIT),
    "powers": ("{{ 2**99999999 }}", REFUSED),
    "squares": ("{% set n=2 %}" + "{% set n=n*n %}" * 60 + "{{ n }}", LIMIT),
    "a large number": ("{{ 99999999999999999999 * 2 }}", LIMIT),
    "lists to compare": (
        "{% set a=[1] %}{% set b=[1] %}"
        + "{% set a=[a,a] %}{% set b=[b,b] %}" * 40
        + "{% if a == b %}x{% endif %}",
        LIMIT,
    ),
    "tuples as a key": ("{% set t=(1,) %}" + "{% set t=(t,t) %}" * 40 + "{{ {t: 1}|length }}", LIMIT),
    # to fill the memory
    "times": ("{{ 'x' * 10000000000 }}", REFUSED),
    "a tuple times": ("{{ ('a',) * 3 }}", REFUSED),
    "center": ("{{ 'a'|center(1000000000) }}", SYNTAX),
    "indent": ("{{ 'a'|indent(1000000000) }}", LIMIT),
    "indent by a text": ("{{ 'a'|indent('x') }}", LIMIT),
    "format": ("{{ '%1000000000d'|format(1) }}", SYNTAX),
    "format by method": ("{{ '{:>1000000000}'.format(1) }}", REFUSED),
    "format by sign": ("{{ '%1000000000d' % 1 }}", REFUSED),
    "format of a message": ("{{ _('%(a)999999999d', a=1) }}", REFUSED),
    "format of a plural": ("{{ ngettext('%(num)999999999d', 'x', 1) }}", REFUSED),
    "lipsum": ("{{ lipsum(n=100000) }}", UNKNOWN),
    "doubled by ~": (DOUBLED + "{% set x=x~x %}" * 40 + "{{ x }}", LIMIT),
    "doubled by +": (DOUBLED + "{% set x=x+x %}" * 40 + "{{ x }}", LIMIT),
    "doubled by block": (DOUBLED + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40 + "{{ x }}", LIMIT),
    "doubled by join": (DOUBLED + "{% set x=[x, x]|join(x) %}" * 40 + "{{ x }}", LIMIT),
    "joined with much": (
        "{% set x %}" + "a" * 5000 + "{% endset %}{% set l = [1, 1] %}"
        "{% set l = l + l + l + l + l + l + l + l %}{% set l = l + l + l + l + l + l + l + l %}"
        "{% set l = l + l + l + l + l + l + l + l %}{{ l|join(x) }}",
        LIMIT,
    ),
    "lists in one another": ("{% set l=[1] %}" + "{% set l=[l] %}" * 60 + "{{ l|length }}", LIMIT),
    "a list of lists": ("{% set l=[1] %}" + "{% set l=[l,l] %}" * 40 + "{{ l|length }}", LIMIT),
    "a list made longer": ("{% set l=(1,) %}" + "{% set l=l+l %}" * 60 + "{{ l|length }}", LIMIT),
    "much text in loops": (
        "{% set l=[1,2,3,4,5,6,7,8,9] %}" + loops(6, "l").replace("x{% endfor", "a" * 9000 + "{% endfor", 1),
        LIMIT,
    ),
    "much text cut out of itself": (
        "{% set x %}" + "a" * 50000 + "{% endset %}{% set l=[1,2,3,4,5,6,7,8,9] %}"
        "{% for a in l %}{% for b in l %}{% for c in l %}{% for d in l %}{% if x[1:] %}{% endif %}"
        "{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
        LIMIT,
    ),
    # to stop the reader of templates
    "brackets": ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", SYNTAX),
    "nots": ("{{ " + "not " * 5000 + "1 }}", SYNTAX),
    "sums": ("{{ 1" + "+1" * 20000 + " }}", SYNTAX),
    "120 ifs": ("{% if 1 %}" * 120 + "{% endif %}" * 120, SYNTAX),
    "a comment without end": ("{# ", SYNTAX),
    "no name": ("{{ ~ }}", SYNTAX),
    "a number of 5,000 digits": ("{{ " + "1" * 5000 + " }}", SYNTAX),
    "a list of 15,000": ("{{ [" + "1," * 15000 + "] }}", REFUSED),
    "a large template many times": (
        "{% set l=[1,2,3,4,5,6,7,8,9] %}" + loops(4, "l").replace("x{%", "{% include 'terms.j2' %}{%", 1),
        LIMIT,
    ),
    # what makes no sense
    "nothing by zero": ("{{ 1 / 0 }}", WRONG),
    "a month that is none": ("{{ month_name(99) }}", WRONG),
    "a language that is none": ("{{ language_name([]) }}", WRONG),
    "a list to print": ("{{ doc.parties }}", REFUSED),
    "a mapping to print": ("{{ doc }}", REFUSED),
    "a loop through itself": (
        "{% set n=namespace(a=1) %}{% set n.a=[n, n] %}{{ n.a }}",
        REFUSED,
    ),
    "a mapping in a message": ("{% trans a=doc %}{{ a }}{% endtrans %}", REFUSED),
    "a loop through a text": ("{% for a in 'abc' %}{{ a }}{% endfor %}", REFUSED),
    "a loop through a number": ("{% for a in 3 %}{{ a }}{% endfor %}", REFUSED),
    "true and one": ("{{ true + 1 }}", REFUSED),
}


def tried(source: str) -> None:
    main = f'{{% import "parts.j2" as parts with context %}}{{% include "{NAME}" %}}'
    documents = Documents({**TEMPLATES, "main.j2": main.encode()}, {NAME: source.encode()})
    documents.render("main.j2", VIEW, WORDS, "deals/d")


def rendered(source: str, name: str = NAME, **others: str) -> str:
    own = {name: source.encode(), **{path: text.encode() for path, text in others.items()}}
    return Documents(TEMPLATES, own).render("mou/mou.md.j2", VIEW, WORDS, "deals/d").decode()


@pytest.mark.parametrize("name", ATTEMPTS)
def test_an_attempt_ends_in_a_finding_at_its_line(name: str) -> None:
    source, rule = ATTEMPTS[name]
    started = time.process_time()
    with pytest.raises(WrongTemplateError) as caught:
        tried(f"First line.\n{source}\n")
    assert time.process_time() - started < 30, "counted steps take seconds at most"
    fault = next(each for each in caught.value.findings if each.diagnostic.rule == rule)
    assert fault.file == f"templates/{NAME}"
    assert fault.diagnostic.place.file == fault.file
    assert fault.span.line == (1 if _WITHOUT_LINE.search(fault.diagnostic.message) else 2)
    assert fault.line == f"First line.\n{source}\n".splitlines()[fault.span.line - 1]
    assert fault.diagnostic.expected
    assert fault.diagnostic.help


def test_every_missing_name_is_told_at_once() -> None:
    source = (
        "{{ doc.nick }} {{ doc.nick.more }}\n{{ other ~ 'x' }}\n{% if third %}x{% endif %}\n"
        "{% for each in fourth %}x{% endfor %}\n{{ fifth|length }}{{ sixth == 1 }}{{ seventh(1) }}\n"
        "{{ eighth + 1 }}{{ doc.parties[99] }}{{ ninth['x'] }}{{ {tenth: 1}|length }}{{ doc['eleventh'] }}\n"
    )
    with pytest.raises(WrongTemplateError) as caught:
        rendered(source)
    told = [
        (each.span.line, each.line[each.span.column - 1 : each.span.end - 1])
        for each in caught.value.findings
    ]
    assert sorted(set(told)) == [
        (1, "nick"),
        (2, "other"),
        (3, "third"),
        (4, "fourth"),
        (5, "fifth"),
        (5, "seventh"),
        (5, "sixth"),
        (6, "99"),
        (6, "eighth"),
        (6, "eleventh"),
        (6, "ninth"),
        (6, "tenth"),
    ]
    assert all("(deals/d)" in each.diagnostic.message for each in caught.value.findings)


def test_missing_names_and_a_fault_are_told_together() -> None:
    with pytest.raises(WrongTemplateError) as caught:
        rendered("{{ nothing }}\n{{ 1 / 0 }}\n")
    assert [(each.diagnostic.rule, each.span.line) for each in caught.value.findings] == [
        (UNKNOWN, 1),
        (WRONG, 2),
    ]


def test_what_our_template_asks_of_theirs_is_told_at_theirs() -> None:
    with pytest.raises(WrongTemplateError) as caught:
        rendered("{% include 'mou/prose/en/confidentiality.md.j2' %}", "mou/mou.md.j2")
    (found,) = caught.value.findings
    asks = 'Our mou/prose/en/confidentiality.md.j2, line 2, asks for "it"'
    assert found.diagnostic.message.startswith(asks)
    assert found.file == "templates/mou/mou.md.j2"


def test_an_empty_template_has_a_first_line() -> None:
    environment = Limited({})
    environment.missing = {("x.j2", 3, "a"): None}
    assert missing_names(environment, {"x.j2": ""}, "y")[0].span == (1, 1, 2)


def test_a_fault_without_a_template_of_theirs_is_ours() -> None:
    documents = Documents({"a.j2": b"{{ 1 / 0 }}"}, {"b.j2": b""})
    with pytest.raises(ZeroDivisionError):
        documents.render("a.j2", VIEW, WORDS)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ doc.city | upper }} {{ [3, 1] | sort | join(', ') }}", "ZED 1, 3"),
        ("- {{ 'a\nb' | indent(2) }}", "- a\n  b"),
        ("{{ doc.nothing | default('else') }}", "else"),
        ("{% if doc.nothing is defined %}x{% endif %}end", "end"),
        ("{{ 'x' if false }}end", "end"),
        ("{% for each in doc.parties %}{{ loop.index }}{{ each.name[:4] }} {% endfor %}", "1City 2Bake 3Buil"),
        ("{% set n = namespace(x=1) %}{% set n.x = n.x + 2 * 3 - 4 // 2 %}{{ n.x }}", "5"),
        ("{% macro m(a) %}({{ a }}{{ caller() }}){% endmacro %}{% call m(1) %}in{% endcall %}", "(1in)"),
        ("{{ _('Purpose') }} {{ pgettext('decision', 'decided') }} {{ ngettext('a', 'b', 2) }}", "Purpose decided b"),
        ("{% trans count=2 %}{{ count }} action{% pluralize %}{{ count }} actions{% endtrans %}", "2 actions"),
        ("{% block b %}block {% endblock %}{{ self.b() }}", "block block"),
        ("{{ doc.parties[0].name }} {{ doc['city'] }} {{ 'abc'[1] }} {{ (1, 2)[1] }}", "City of Zed Zed b 2"),
        ("{{ [1] + [2] | length }} " + "{{ ([1] + [2])[1] }}", None),
        ("{{ -1 + 2.5 }} {{ 7 % 4 }} {{ 'a' in 'abc' }} {{ {'a': 1}.a }}", "1.5 3 True 1"),
        ("{% for a in [[1, [2]], [3]] recursive %}{{ a if a is number else loop(a) }}{% endfor %}", "123"),
        ("{% include 'nothing.j2' ignore missing %}{{ month_name(5) }}", "May"),
    ],
)  # fmt: skip
def test_what_a_template_may_do(source: str, words: str | None) -> None:
    if words is None:
        with pytest.raises(WrongTemplateError):
            rendered(source)
    else:
        assert f"## 2. Purpose\n\n{words}\n" in rendered(source)


def test_a_city_s_own_clause_stands_instead_of_ours() -> None:
    plain = Documents(TEMPLATES).render("mou/mou.md.j2", VIEW, WORDS).decode()
    assert rendered("x", "another.j2") == plain
    own = rendered("Ours, as the council decided.\n", "mou/prose/en/amendment.non-binding.md.j2")
    assert "## 14. Amendment\n\nOurs, as the council decided.\n\n" in own
    assert own.split("## 14.")[0] == plain.split("## 14.")[0]


def test_text_from_data_is_escaped_in_a_city_s_template_too() -> None:
    assert "\\*" in Documents({}, {"x.j2": b"{{ doc.a }}"})._limited("x.j2", {"doc": {"a": "\\*"}}, WORDS, "")


def test_the_same_steps_every_time() -> None:
    documents = Documents(TEMPLATES, {"x.j2": b""})
    taken = []
    for _ in range(2):
        documents.render("mou/mou.md.j2", VIEW, WORDS)
        taken.append(documents._sandbox(WORDS).meter.taken)
    # the first time every template is loaded
    documents.render("mou/mou.md.j2", VIEW, WORDS)
    assert documents._sandbox(WORDS).meter.taken == taken[1] == taken[0]
    assert taken[0] < 100_000


def test_a_meter_counts_what_is_in_a_value() -> None:
    meter = Meter(10)
    assert meter.weigh({"a": [1, (2,)]}) == {"a": [1, (2,)]}
    assert meter.taken == 6
    with pytest.raises(LimitError, match="more than 10 steps"):
        meter.weigh("x" * 100)


def test_outside_a_template_there_is_no_place() -> None:
    assert place_in(None) == ("", 1)
    assert str(Limited({}).undefined(name="x")) == ""
