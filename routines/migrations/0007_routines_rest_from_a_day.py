"""A routine is put away from a day of the person on, so that what was planned before it stays."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("routines", "0006_what_is_unknown")]

    operations = [
        migrations.RenameField("routine", "archived_at", "archived_on"),
        migrations.AlterField(
            "routine", "archived_on", models.DateField(blank=True, null=True)
        ),
    ]
