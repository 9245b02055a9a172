import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Whoever wrote before keeps the dates of the looks as they stood.
FILL = """
    INSERT INTO journal_beginning (owner_id, day)
    SELECT owner_id, coalesce(min(local_date) FILTER (WHERE deleted_at IS NULL), min(local_date))
    FROM journal_entry
    GROUP BY owner_id
"""


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0004_findings'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Beginning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('owner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='beginning', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
