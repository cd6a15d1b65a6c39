"""Every field of every model says which class of data it holds."""

from __future__ import annotations

import pytest
from django.db import models

from sharewell.register.classify import CLASSES, classified
from sharewell.register.guards import registered
from sharewell.register.row import OWN, Row

ALL = registered()


def unclassified(model: type[models.Model]) -> set[str]:
    """The fields of a model that no class names."""
    own = set(OWN) if issubclass(model, Row) else set()
    return {field.name for field in model._meta.concrete_fields} - set(getattr(model, "CLASS", {})) - own


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_every_field_is_classified(model: type[models.Model]) -> None:
    assert unclassified(model) == set()


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_nothing_is_classified_that_is_not_a_field(model: type[models.Model]) -> None:
    told = dict(getattr(model, "CLASS", {}))
    assert set(told) <= {field.name for field in model._meta.concrete_fields}
    assert set(told.values()) <= set(CLASSES)


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_every_model_says_whether_its_rows_are_kept(model: type[models.Model]) -> None:
    assert isinstance(getattr(model, "KEPT", None), bool)


def test_a_planted_field_is_found() -> None:
    class Planted(models.Model):
        secret = models.TextField()
        CLASS = classified(operational="id")

        class Meta:
            app_label = "planted"

    assert unclassified(Planted) == {"secret"}


@pytest.mark.parametrize("planted", [{"private": "name"}, {"special": "name", "identifying": "name"}])
def test_a_class_that_does_not_exist_and_a_field_named_twice_are_refused(planted: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"name|private"):
        classified(**planted)
