"""A new record goes where the city has others of its kind."""

import pytest

from lgdkit.edit.home import home_of

CITY = b"city: {id: x}\n"
ONE = {"all.yaml": CITY + b"stakeholders:\n- id: a\n"}
KINDS = {"data/city.yaml": CITY, "data/stakeholders.yaml": b"stakeholders:\n- id: a\n"}
PARTNERS = {
    "city.yaml": CITY,
    "p/a.yaml": b"stakeholders:\n- id: a\ncommitments:\n- {id: a1, by: a}\n- {id: a2, by: a}\n",
    "p/b.yaml": b"stakeholders:\n- id: b\ncommitments:\n- {id: b1, by: b}\n",
    "p/c.yaml": b"stakeholders:\n- id: c\n",
    "actions.yaml": b"actions:\n- id: x\n- id: y\n",
    "more.yaml": b"actions:\n- id: z\n- id: w\n- id: v\n",
    "odd.yaml": b"actions: text\nstakeholders: [1, text]\n",
    "broken.yaml": b"a: [",
    "list.yaml": b"- a\n",
}


@pytest.mark.parametrize(
    ("texts", "kind", "record", "expected"),
    [
        (ONE, "stakeholders", {"id": "b"}, "all.yaml"),
        (ONE, "deals", {"id": "b"}, "all.yaml"),
        (KINDS, "stakeholders", {"id": "b"}, "data/stakeholders.yaml"),
        (KINDS, "deals", {"id": "b"}, "data/deals.yaml"),
        ({}, "deals", {"id": "b"}, "deals.yaml"),
        (PARTNERS, "stakeholders", {"id": "new"}, "p/new.yaml"),
        (PARTNERS, "actions", {"id": "new"}, "more.yaml"),
        (PARTNERS, "commitments", {"id": "n", "by": "b"}, "p/b.yaml"),
        (PARTNERS, "commitments", {"id": "n", "by": "c"}, "p/c.yaml"),
        (PARTNERS, "commitments", {"id": "n", "by": "nobody"}, "p/a.yaml"),
    ],
)
def test_the_file(texts: dict[str, bytes], kind: str, record: dict[str, str], expected: str) -> None:
    assert home_of(texts, kind, record) == expected


def test_commitments_in_files_without_partners() -> None:
    """Where commitments stand apart from the partners, a new partner's does too."""
    texts = {
        "p.yaml": b"stakeholders:\n- id: a\n",
        "c1.yaml": b"commitments:\n- {id: a, by: b}\n- {id: b, by: b}\n",
        "c2.yaml": b"commitments:\n- {id: c, by: c}\n- {id: d, by: c}\n- {id: e, by: c}\n",
    }
    assert home_of(texts, "commitments", {"id": "n", "by": "a"}) == "c2.yaml"
