"""Which rows belong to one person's record: those about them, and whatever stands on those."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from django.db import models

from sharewell.register.guards import registered
from sharewell.register.person import Person
from sharewell.register.row import Row

#: Rows by model, those that stand on others first.
Rows = dict[type[models.Model], set[uuid.UUID]]


def record_of(person: uuid.UUID) -> Rows:
    """Every row of a person's record, without the person.

    A row that is about them by its own `child` or `person` belongs to it, and so does every row that leads to one of
    these. A row of somebody else's record that names them does not: see `named_in`.
    """
    found: Rows = {}
    for model in _rows():
        by = whose(model)
        if by:
            found[model] = set(model._default_manager.filter(**{by: person}).values_list("pk", flat=True))
    grown = True
    while grown:
        grown = False
        for model in _rows():
            for link in _links(model):
                on = found.get(link.related_model, set())
                if not on:
                    continue
                more = set(model._default_manager.filter(**{f"{link.name}__in": on}).values_list("pk", flat=True))
                if not more <= found.setdefault(model, set()):
                    found[model] |= more
                    grown = True
    return {model: found[model] for model in reversed(_placed()) if found.get(model)}


def named_in(person: uuid.UUID, record: Rows) -> bool:
    """Whether a row outside their record leads to them: they are somebody in another child's life."""
    return any(
        model._default_manager.filter(**{link.name: person}).exclude(pk__in=record.get(model, set())).exists()
        for model in _rows()
        for link in _to_people(model)
    )


def whose(model: type[models.Model]) -> str:
    """The field by which a row is about one person: `child`, or `person` for a row that stands on no other; or none."""
    names = {link.name for link in _to_people(model)}
    if "child" in names:
        return "child"
    stands_on = [link for link in _links(model) if not link.null and _leads_to_people(link.related_model)]
    return "person" if "person" in names and not stands_on else ""


def _leads_to_people(model: object) -> bool:
    """Whether every row of a model is about somebody, by itself or by a row that it must lead to."""
    if not isinstance(model, type) or not issubclass(model, models.Model):
        return False
    further = [each.related_model for each in _links(model) if not each.null]
    return bool(_to_people(model)) or any(_leads_to_people(each) for each in further)


def _rows() -> list[type[models.Model]]:
    return [model for model in registered() if issubclass(model, Row) and model is not Person]


def _to_people(model: type[models.Model]) -> list[models.ForeignKey[object, object]]:
    return [each for each in _keys(model) if each.related_model is Person]


def _links(model: type[models.Model]) -> list[models.ForeignKey[object, object]]:
    """The foreign keys that lead to rows of agencies, other than people."""
    every = set(_rows())
    return [each for each in _keys(model) if each.related_model in every]


def _keys(model: type[models.Model]) -> Iterator[models.ForeignKey[object, object]]:
    return (each for each in model._meta.concrete_fields if isinstance(each, models.ForeignKey))


def _placed() -> list[type[models.Model]]:
    """The models, each after those that it leads to."""
    placed: list[type[models.Model]] = []
    waiting = _rows()
    while waiting:
        ready = [each for each in waiting if all(_is_placed(link, each, placed) for link in _links(each))]
        placed += ready
        waiting = [each for each in waiting if each not in ready]
    return placed


def _is_placed(
    link: models.ForeignKey[object, object], model: type[models.Model], placed: list[type[models.Model]]
) -> bool:
    return link.related_model in placed or link.related_model is model
