# ruff: noqa: PLC0415, T201  a program: it sets Django up before it imports a model, and says where it wrote
"""Writes the register's first migration anew: `python -m tests.register.first_migration`. Until the first release only.

Each table is made in one piece, after those it names: SQLite would otherwise make every table several times over. After
a release, migrations are added and never written anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import django


def write() -> Path:
    """Write `0001_initial.py` from the models as they are."""
    from django.apps import apps
    from django.db import migrations, models
    from django.db.migrations.operations.models import CreateModel
    from django.db.migrations.state import ModelState
    from django.db.migrations.writer import MigrationWriter

    every = sorted(apps.get_app_config("register").get_models(), key=lambda model: model.__name__)
    placed: list[type[models.Model]] = []
    while len(placed) < len(every):
        ready = next(
            model
            for model in every
            if model not in placed
            and all(
                field.related_model in (*placed, model)
                for field in model._meta.local_fields
                if field.remote_field is not None
            )
        )
        placed.append(ready)
    operations = []
    for model in placed:
        state = ModelState.from_model(model)
        operations.append(
            CreateModel(state.name, list(state.fields.items()), state.options, state.bases, state.managers)
        )
    made = migrations.Migration("0001_initial", "register")
    made.operations = operations  # type: ignore[misc]  # as below
    made.initial = True  # type: ignore[misc]  # Django's own writer does the same
    text = MigrationWriter(made, include_header=False).as_string()
    where = Path(__file__).resolve().parents[2] / "src/sharewell/register/migrations/0001_initial.py"
    where.write_text(
        f'"""The register\'s tables, as `tests.register.first_migration` writes them."""\n\n{text}', "utf-8"
    )
    return where


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sharewell.config.testing")
    django.setup()
    print(write())
