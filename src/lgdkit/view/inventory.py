"""The action inventory: who does what, where nobody does anything, who has no agreement."""

from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.view.gaps import Coverage, Gaps, coverage_of, gaps_of
from lgdkit.view.matrix import Column, MatrixRow, matrix_of
from lgdkit.view.pictures.matrix import matrix_pictures
from lgdkit.view.pictures.ratings import ratings_pictures
from lgdkit.view.pictures.sheet import Document, Pictures
from lgdkit.view.portfolio import FieldActions, by_field
from lgdkit.view.ratings import RatingRow, ratings_of
from lgdkit.view.speech import speech_of
from lgdkit.view.totals import Costs, Reductions, costs, reductions
from lgdkit.view.values import Said


@dataclass(frozen=True, slots=True)
class InventoryPictures:
    """The pictures of the inventory."""

    matrix: Pictures
    ratings: Pictures


@dataclass(frozen=True, slots=True)
class Inventory:
    """The whole document."""

    city: Said
    actions: int
    stakeholders: int
    commitments: int
    deals: int
    undecided: bool
    """Whether an action is not decided yet, so that the disclaimer is printed."""
    fields: tuple[FieldActions, ...]
    columns: tuple[Column, ...]
    matrix: tuple[MatrixRow, ...]
    ratings: tuple[RatingRow, ...]
    unrated: tuple[Said, ...]
    coverage: tuple[Coverage, ...]
    gaps: Gaps
    reductions: Reductions
    costs: Costs
    pictures: InventoryPictures


def inventory(city: City, language: str) -> Inventory:
    """Draw up the inventory of a city in one language."""
    speech = speech_of(city, language)
    fields = by_field(city, speech)
    coverage = coverage_of(city, speech)
    columns = tuple(Column(each.name, each.code) for each in fields if each.id)
    matrix, ratings = matrix_of(city, speech), ratings_of(city, speech)
    unrated = tuple(
        speech.called(each) for each in city.stakeholders if not (each.influence and each.interest)
    )
    name = speech.proper(city.record.name) if city.record else Said("", language)
    document = Document("map", name, language)
    return Inventory(
        city=name,
        actions=len(city.actions),
        stakeholders=len(city.stakeholders),
        commitments=len(city.commitments),
        deals=len(city.deals),
        undecided=any(each.decision != "decided" for group in fields for each in group.actions),
        fields=fields,
        columns=columns,
        matrix=matrix,
        ratings=ratings,
        unrated=unrated,
        coverage=coverage,
        gaps=gaps_of(city, speech, fields, coverage),
        reductions=reductions(city, speech),
        costs=costs(city, speech),
        pictures=InventoryPictures(
            matrix_pictures(document, columns, matrix), ratings_pictures(document, ratings, len(unrated))
        ),
    )
