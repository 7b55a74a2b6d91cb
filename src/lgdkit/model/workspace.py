"""A workspace: several cities beside each other, who looks on, and the vocabularies that they share."""

from typing import Annotated

from pydantic import Field, StringConstraints

from lgdkit.model.base import CountryCode, Id, LanguageCode, Many, Part, Placed, ProperField, Record, Url
from lgdkit.model.text import TextField
from lgdkit.vocab.field_of_action import FieldOfAction
from lgdkit.vocab.green_deal import GreenDealArea

Version = Annotated[str, StringConstraints(min_length=1, max_length=40)]
FilePath = Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class Observer(Part):
    """A city or an organisation that takes part without data of its own."""

    name: ProperField = Field(description="Its name.")
    country: CountryCode | None = Field(None, description="ISO 3166-1 code: ES, BE.")
    website: Url | None = Field(None, description="Its page, or the page that says that it takes part.")
    note: TextField | None = Field(None, description="How it takes part, in a sentence.")


class VocabularyUse(Part):
    """A vocabulary that the cities of a workspace share, in the version that they have agreed on."""

    id: Id = Field(description="The vocabulary's id, as its file says.")
    version: Version = Field(description='The version that is agreed, in quotes: "1.1".')
    file: FilePath = Field(description="Its file in the workspace: vocabularies/alliance.yaml.")


class Workspace(Placed):
    """What `lgd.yaml` holds: the group of cities."""

    name: ProperField = Field(description="The group's name in its languages.")
    languages: Many[LanguageCode] = Field(min_length=1, description="Languages of the group's documents.")
    members: Many[FilePath] = Field(
        (),
        description="The cities' folders or git repositories, in the order of the documents; "
        "without it, every city below the workspace.",
    )
    observers: Many[Observer] = Field(
        (), description="Cities and organisations that take part without data of their own."
    )
    vocabularies: Many[VocabularyUse] = Field((), description="Vocabularies that the cities share.")
    note: TextField | None = Field(None, description="A remark that the comparison prints.")


class Term(Record):
    """A term of a shared vocabulary: a field of action, or an indicator, that several cities name."""

    name: TextField = Field(description="What it is called.")
    ccc: FieldOfAction | None = Field(None, description="The matching field of the Climate City Contracts.")
    green_deal: Many[GreenDealArea] = Field(
        (), description="Policy areas of the European Green Deal it serves."
    )
    unit: Annotated[str, StringConstraints(min_length=1, max_length=40)] | None = Field(
        None, description="Of an indicator: the unit in which all give its values."
    )


class Change(Part):
    """What became of the terms of an older version."""

    version: Version = Field(description="The older version, in quotes.")
    terms: dict[Id, Id] = Field(
        default_factory=dict, description="Its terms that are called otherwise now, each with the new id."
    )


class Vocabulary(Record):
    """A shared vocabulary, in one version."""

    version: Version = Field(description='Which version this is, in quotes: "1.1".')
    name: TextField | None = Field(None, description="What the vocabulary is called.")
    website: Url | None = Field(None, description="Where it is published.")
    terms: Many[Term] = Field(min_length=1, description="Its terms.")
    changes: Many[Change] = Field(
        (), description="Older versions, with what became of their terms: the way to the new version."
    )

    def term(self, id_: str) -> Term | None:
        """Return the term of this id."""
        return next((each for each in self.terms if each.id == id_), None)

    def now(self, id_: str, version: str) -> str | None:
        """Return what a term of another version is called in this one; None where nobody says so."""
        change = next((each for each in self.changes if each.version == version), None)
        meant = change.terms.get(id_, id_) if change else id_
        return meant if self.term(meant) else None
