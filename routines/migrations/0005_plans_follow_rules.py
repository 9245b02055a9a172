"""Plans follow a rule of RFC 5545 in place of a list of weekdays; a dated choice may move a day."""

import django.contrib.postgres.fields
from django.conf import settings
from django.db import migrations, models

DAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EVERY_DAY = "FREQ=DAILY"
WRITTEN = (
    '^(FREQ=DAILY(;INTERVAL=[2-9])?|FREQ=WEEKLY(;INTERVAL=[2-8])?;BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU)){0,6})$'
)


def weekdays_to_rules(apps, schema_editor):
    for plan in apps.get_model("routines", "Plan").objects.iterator():
        names = [DAY_NAMES[day - 1] for day in sorted(set(plan.weekdays))]
        every_day = len(names) == len(DAY_NAMES)
        plan.recurrence = EVERY_DAY if every_day else f"FREQ=WEEKLY;BYDAY={','.join(names)}"
        plan.save(update_fields=["recurrence"])


def rules_to_weekdays(apps, schema_editor):
    for plan in apps.get_model("routines", "Plan").objects.iterator():
        names = plan.recurrence.partition("BYDAY=")[2].split(",")
        days = [DAY_NAMES.index(name) + 1 for name in names if name in DAY_NAMES]
        plan.weekdays = days or list(range(1, 8))
        plan.save(update_fields=["weekdays"])


class Migration(migrations.Migration):

    dependencies = [
        ("routines", "0004_thumb_width"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="recurrence",
            field=models.CharField(default=EVERY_DAY, max_length=60),
        ),
        migrations.AddField(
            model_name="plan",
            name="times_a_day",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="plan",
            name="times",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TimeField(), blank=True, default=list
            ),
        ),
        migrations.RemoveConstraint(model_name="plan", name="plan_names_weekdays"),
        migrations.AlterField(
            model_name="plan",
            name="weekdays",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.PositiveSmallIntegerField(), default=list
            ),
        ),
        migrations.RunPython(weekdays_to_rules, rules_to_weekdays),
        migrations.RemoveField(model_name="plan", name="weekdays"),
        migrations.AddField(
            model_name="daychoice",
            name="moved_to",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="daychoice",
            name="reason",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddIndex(
            model_name="daychoice",
            index=models.Index(
                condition=models.Q(("moved_to__isnull", False)),
                fields=["owner", "moved_to"],
                name="day_choice_moved_to",
            ),
        ),
        migrations.AddConstraint(
            model_name="daychoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("moved_to__isnull", True), ("moved_to__gt", models.F("day")), _connector="OR"
                ),
                name="a_day_moves_to_a_later_one",
                violation_error_message="Move it to a later day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(("recurrence__regex", WRITTEN)),
                name="plan_follows_a_known_rule",
                violation_error_message="Choose at least one day of the week.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(("times_a_day__range", (1, 6))),
                name="plan_is_1_to_6_times_a_day",
                violation_error_message="Plan 1 to 6 sessions a day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(("times__len__lte", models.F("times_a_day"))),
                name="plan_has_no_more_times_than_sessions",
                violation_error_message="There are more times than sessions a day.",
            ),
        ),
    ]
