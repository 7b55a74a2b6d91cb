"""A picture from a city's own template shows and does nothing else: a table of attempts."""

import pytest

from lgdkit.render.harmless import SPACE, fault_in

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
BROKEN, NOT_ALLOWED, OUT = "not well-formed", "may hold no", "leads out"
ATTEMPTS = {
    "a script": (f"{HEAD}<script>alert(1)</script></svg>", NOT_ALLOWED),
    "a script of another name": (
        '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>1</s:script></s:svg>',
        NOT_ALLOWED,
    ),
    "an event": (f'{HEAD}<rect onclick="alert(1)"/></svg>', NOT_ALLOWED),
    "an event of the whole": ('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', NOT_ALLOWED),
    "HTML in it": (
        f'{HEAD}<foreignObject><b xmlns="http://www.w3.org/1999/xhtml"/></foreignObject></svg>',
        NOT_ALLOWED,
    ),
    "HTML at once": (f'{HEAD}<iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/></svg>', NOT_ALLOWED),
    "a link": (f'{HEAD}<a href="https://example.org"><text>x</text></a></svg>', NOT_ALLOWED),
    "an image": (f'{HEAD}<image href="https://example.org/x.png"/></svg>', NOT_ALLOWED),
    "another picture": (f'{HEAD}<use href="other.svg#x"/></svg>', NOT_ALLOWED),
    "an old link": (
        f'<svg xmlns="{SPACE}" xmlns:l="http://www.w3.org/1999/xlink"><path l:href="javascript:x"/></svg>',
        NOT_ALLOWED,
    ),
    "what moves": (f'{HEAD}<animate attributeName="x" to="9"/></svg>', NOT_ALLOWED),
    "what sets": (f'{HEAD}<set attributeName="href" to="javascript:alert(1)"/></svg>', NOT_ALLOWED),
    "a style sheet": (f"{HEAD}<style>@import 'https://example.org/x.css';</style></svg>", NOT_ALLOWED),
    "a style": (f'{HEAD}<rect style="fill: url(https://example.org/x)"/></svg>', NOT_ALLOWED),
    "a pattern from the net": (f'{HEAD}<rect fill="url(https://example.org/x#y)"/></svg>', OUT),
    "a pattern from the disk": (f'{HEAD}<rect fill="url(x.svg#y)"/></svg>', OUT),
    "a pattern, hidden": (f'{HEAD}<rect fill="u\\72l(x)"/></svg>', OUT),
    "a scheme": (f'{HEAD}<rect fill="javascript:x"/></svg>', OUT),
    "an instruction": (f'<?xml-stylesheet href="x.css"?>{HEAD}</svg>', NOT_ALLOWED),
    "a declaration": (f"<!DOCTYPE svg>{HEAD}</svg>", NOT_ALLOWED),
    "a bomb": (f'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>{HEAD}&b;</svg>', NOT_ALLOWED),
    "a file": (f'<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]>{HEAD}&a;</svg>', NOT_ALLOWED),
    "an entity": (f"{HEAD}<text>&nbsp;</text></svg>", BROKEN),
    "a sign": (f"{HEAD}<text>R & D</text></svg>", BROKEN),
    "open": (f"{HEAD}<g>", BROKEN),
    "two": (f"{HEAD}</svg>{HEAD}</svg>", BROKEN),
    "nothing": ("", BROKEN),
    "no XML": ("Picture", BROKEN),
    "control signs": (f"{HEAD}<text>\x01</text></svg>", BROKEN),
    "no SVG": ("<html/>", "begins with <html>"),
    "SVG without its name": ("<svg/>", "begins with <svg>"),
}


@pytest.mark.parametrize("name", ATTEMPTS)
def test_no_attempt_gets_through(name: str) -> None:
    text, wanted = ATTEMPTS[name]
    fault = fault_in(text)
    assert fault is not None
    assert wanted in fault.message
    assert fault.expected


def test_what_is_to_be_looked_for_is_said() -> None:
    for name, (text, _) in ATTEMPTS.items():
        fault = fault_in(text)
        assert fault is not None
        assert fault.said in text or "of another name" in name


def test_shapes_texts_and_own_patterns_are_fine() -> None:
    text = (
        f'{HEAD}<defs><pattern id="p" width="6"><path d="M0 0V6" stroke="#123456"/></pattern></defs>'
        '<rect fill="url(#p)"/><g aria-label="1: x"><title>&lt;b&gt; &amp; x</title><text x="1">a</text></g></svg>'
    )
    assert fault_in(text) is None
