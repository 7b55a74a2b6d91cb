"""The catalogue of all words is what the templates and the sources say."""

import io
import re
from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po
from small_city import full_city

from lgdkit import disk, pipeline
from lgdkit.drafting import Drafter
from lgdkit.render.language import Words

pytestmark = pytest.mark.no_cover
ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "templates" / "words"
HEADER = """\
# The fixed words of the documents of lgdkit.
#
msgid ""
msgstr ""
"Project-Id-Version: lgdkit\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (WORDS / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file, "babel.cfg")  # type: ignore[no-untyped-call]
    found = Catalog(project="lgdkit", charset="utf-8")
    for folder in ("src", "templates"):
        for path, _line, message, comments, context in extract_from_dir(
            ROOT / folder, methods, options, {**DEFAULT_KEYWORDS, "pgettext": ((1, "c"), 2)}
        ):
            name = f"{folder}/{Path(path).as_posix()}"
            found.add(message, None, [(name, 1)], auto_comments=comments, context=context)
    return found


def written(catalogue: Catalog) -> str:
    out = io.BytesIO()
    write_po(out, catalogue, width=0, omit_header=True, sort_by_file=True, include_lineno=False)
    return HEADER + out.getvalue().decode().strip("\n") + "\n"


def test_the_template_of_catalogues_is_up_to_date(catalogue: Catalog, bless: bool) -> None:
    path = WORDS / "lgdkit.pot"
    text = written(catalogue)
    if bless:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text, (
        "pytest tests/render/test_extraction.py --bless writes it anew"
    )


def test_it_holds_no_day_and_reads_back(catalogue: Catalog) -> None:
    text = written(catalogue)
    assert "-Date:" not in text
    again = read_po(io.BytesIO(text.encode()))
    keys = {(each.context, each.id) for each in again if each.id}
    assert keys == {(each.context, each.id) for each in catalogue if each.id}
    assert len(keys) > 300


def test_messages_hold_no_line_break_and_no_space_at_their_ends(catalogue: Catalog) -> None:
    """A sentence is translated as a whole, and the layout stays in the templates."""
    for each in catalogue:
        for text in [each.id] if isinstance(each.id, str) else each.id:
            assert text == text.strip(), text
            assert "\n" not in text, text
            assert not re.search(r"[{}|]|^[-#>*] ", text), text


class _Asked(NullTranslations):
    """A catalogue that notes what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str | None, str]] = set()

    def gettext(self, message: str) -> str:
        self.asked.add((None, message))
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.add((None, msgid1))
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:
        self.asked.add((context, message))
        return message


def test_every_message_that_a_document_asks_for_is_in_it(
    catalogue: Catalog, monkeypatch: pytest.MonkeyPatch, examples: Path
) -> None:
    asked = _Asked()
    words = Words("fi", asked, known=False)
    monkeypatch.setattr("lgdkit.drafting.words_of", lambda *_: words)
    drafter = Drafter(disk.read_templates())
    folders = [disk.read_folder(examples / name) for name in ("espoo", "mannheim", "umea")]
    cities = [
        full_city(),
        full_city(legal_status="binding", level="full", state="signed"),
        *(pipeline.check(each.texts, date(2026, 1, 1)).city for each in folders),
    ]
    for city in cities:
        drafter.inventory(city, ("fi",))
        drafter.inventory_table(city, "fi")
        drafter.roadmap(city, ("fi",))
        partners = [each for each in city.stakeholders if each.id != city.organisation]
        drafter.memoranda(city, partners[::3], ("fi",))
        drafter.requests(city, partners[::3], ("fi",))
    known = {(each.context, each.id if isinstance(each.id, str) else each.id[0]) for each in catalogue}
    assert asked.asked - known == set()
    assert len(asked.asked) > 250
