"""What the database itself refuses (see `sharewell.register.guards`), and the ledger's one head."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from sharewell.register.guards import lay


def _lay(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    lay(editor.connection)


def _begin(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("register", "LedgerHead").objects.get_or_create(id=1)


class Migration(migrations.Migration):
    """Triggers, row-level security and grants, over every table there is."""

    dependencies = (("register", "0001_initial"), ("sessions", "0001_initial"))
    operations = (
        migrations.RunPython(_begin, migrations.RunPython.noop),
        migrations.RunPython(_lay, migrations.RunPython.noop),
    )
