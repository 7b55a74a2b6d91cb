"""Texts that would be more than text if nobody took care, and what a reader should see of each."""

import re

ATTEMPTS = {
    "tag": "<b>bold</b>",
    "script": "<script>alert(1)</script>",
    "open tag": "<img src=x onerror=alert(1)",
    "comment": "<!-- away",
    "processing": "<?php echo 1 ?>",
    "cdata": "<![CDATA[x]]>",
    "declaration": "<!DOCTYPE html>",
    "entity": "&lt;b&gt; &amp; &nbsp; &#60; &#x3c;",
    "half an entity": "&nbsp &lt & R&D",
    "link": "[x](javascript:alert(1))",
    "image": "![x](http://example.org/x.png)",
    "reference": "[x][y] [x]: http://example.org",
    "definition": "[x]: http://example.org 'title'",
    "footnote": "x[^1] [^1]: y",
    "autolink": "<http://example.org> <a@example.org>",
    "bare address": "http://example.org/a_b_c and HTTPS://EXAMPLE.org",
    "bare www": "www.example.org and WWW.example.org",
    "heading": "# Heading",
    "closing heading": "C # and C ## #",
    "setext": "Text\n===",
    "setext hyphens": "Text\n---",
    "rule": "- - -",
    "rule stars": "***",
    "numbered": "1. one",
    "numbered bracket": "12) twelve",
    "a year": "2024.",
    "a number": "2024",
    "two marks": "1. - # one",
    "bullet": "- one",
    "plus": "+ one",
    "star": "* one",
    "quote": "> one",
    "task": "[ ] one",
    "definition list": ": one",
    "indented": "    code",
    "tab": "\tcode\tmore",
    "code": "`code` ``more``",
    "fence": "```\ncode\n```",
    "tilde fence": "~~~\ncode",
    "emphasis": "*a* _b_ **c** __d__ a*b*c a_b_c",
    "strike": "~~gone~~ ~a~",
    "pipe": "a | b || c \\| d",
    "table": "a | b\n--- | ---\n1 | 2",
    "maths": "$x^2$ and $$y$$",
    "jinja": "{{ doc.city }} {% raw %} {# note #} {{ 7*7 }}",
    "liquid": "{% include x %}",
    "attributes": "Text {#id .class}",
    "rich": "[bold]x[/bold] [/] [link=http://x]y[/link]",
    "emoji": "a :warning: b",
    "trailing backslash": "path\\",
    "backslashes": "\\\\ \\* \\<",
    "break": "one  \ntwo\\\nthree",
    "percent": "100 % %(x)s %s",
    "quotes": "\"one\" 'two' „three“",
    "escape": "a\x1b[31mred\x1b[0m",
    "osc": "a\x1b]8;;http://x\x07y",
    "c1": "a\x9b31m\x85b",
    "nul": "a\x00b\x08c\x7f",
    "bidi": "a\u202eb\u2066c\u200fd\u061ce",
    "separators": "a\u2028b\u2029c\x0bd\x0ce\x1cf",
    "invisible": "a\u200bb\ufeffc\U000e0041d",
    "noncharacters": "a\ufffe\uffffb",
    "surrogate": "a\ud800b",
    "workflow command": "::error::x ##[add-mask]a",
    "formula": "=1+1",
    "at": "@SUM(1)",
    "minus": "-1",
    "umlauts": "Äänekoski – Ö. Überall. Ändern",
    "sentences": "First sentence. - Second one. # Third one! 1. Fourth one? Fifth.",
    "long": "Wort " * 2000,
    "long word": "x*" * 2000,
}

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def seen(text: str) -> str:
    """Return what a reader sees of a text: single spaces, and no signs that only steer."""
    spaced = "".join(" " if sign.isspace() else sign for sign in text)
    return " ".join(_UNSEEN.sub("", spaced).split()) or "\ufffd"
