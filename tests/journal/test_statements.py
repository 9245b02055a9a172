"""The words for what the numbers say."""

import datetime as dt
import random

import pytest

from journal.statements import does_it_go_with_less_pain, line_needs, points

TODAY = dt.date(2026, 11, 22)
NEVER = ["works", "proven", "effective", "caused", "helped", "streak", "significant", "!"]


def back(days):
    return TODAY - dt.timedelta(days=days)


def history(days, *, seed=1, share=0.6, effect=0.0):
    chance = random.Random(seed)  # noqa: S311 - a simulation
    practised = {back(n): (1, 300) for n in range(days) if chance.random() < share}
    means = {
        back(n): 5 + chance.gauss(0, 0.5) + effect * (back(n + 1) in practised) for n in range(days)
    }
    return means, practised


def say(means, practised, today=TODAY):
    return does_it_go_with_less_pain(means, practised, min(means, default=None), today)


def test_too_few_days_without_a_session_are_said_as_pictured():
    means, practised = history(60, share=1)
    for n in (3, 10, 17, 24, 31, 38, 45, 52, 55):
        del practised[back(n)]

    said = say(means, practised)

    assert said.lead == "We cannot tell yet. You have 9 days without a session; this view needs 12."
    assert said.limits.startswith("Rest days help here")
    assert said.beats == [True] * 9 + [False] * 3
    assert said.twin == "9 of 12"


def test_one_day_is_one_day():
    means, practised = history(60, share=1)
    del practised[back(3)]

    lead = say(means, practised).lead

    assert "You have 1 day without a session" in lead


def test_nothing_written_says_what_is_needed():
    said = say({}, {})

    assert "this view needs 42" in said.lead
    assert said.beats == [False] * 14
    assert said.looked == ""


def test_before_the_first_look_its_day_is_said():
    said = say(*history(20, seed=1))

    assert said.lead.startswith("We cannot tell yet. You have")
    assert said.looked == "The first look is on 15 December."


def test_nothing_changes_between_two_looks():
    means, practised = history(168, seed=4, effect=-1.5)
    began = min(means)
    seen = [began + dt.timedelta(days=n) for n in range(84, 168)]

    only, *others = [
        does_it_go_with_less_pain(
            {day: mean for day, mean in means.items() if day <= today}, practised, began, today
        )
        for today in seen[::9]
    ]

    assert [said for said in others if said != only] == []
    assert only.lead.startswith("On days after a session")
    assert only.looked == (
        "Looked at on 31 August, over 12 weeks. The next look is on 23 November."
    )


def test_six_weeks_cannot_speak_against_chance():
    said = say(*history(43, seed=4, effect=-3))

    assert said.lead == (
        "We cannot tell yet. In so few weeks, chance alone can make any difference."
    )
    assert said.looked.startswith("Looked at on 22 November, over 6 weeks.")


def test_days_that_were_too_few_at_the_last_look_wait_for_the_next():
    means, practised = history(130, seed=2)
    few = {day: mean for day, mean in means.items() if day > back(50) or day == back(129)}
    enough = {day: mean for day, mean in means.items() if day > back(100) or day == back(129)}

    assert say(few, practised).lead.startswith("We cannot tell yet.")
    assert say(enough, practised).lead == (
        "Your days are enough now, and the next look will say what they show."
    )
    assert say(enough, practised).looked == "The next look is on 31 December."
    assert say(enough, practised).dated == (
        "Your days are enough now, and the next look will say what they show. "
        "The next look is on 31 December."
    )


def test_a_number_is_told_with_the_look_it_is_from():
    said = say(*history(110, seed=3))

    assert said.dated == f"Looked at on 28 October, over 12 weeks. {said.lead} {said.limits}"
    assert said.limits.startswith("Compared with days that started the same: ")
    assert said.looked == (
        "Looked at on 28 October, over 12 weeks. The next look is on 20 January."
    )
    assert say({}, {}).dated == say({}, {}).lead


def test_too_many_missing_days_are_said_in_a_hundred():
    means, practised = history(160)
    means = {day: mean for day, mean in means.items() if (TODAY - day).days % 5 < 3}

    said = say(means, practised)

    assert said.lead.startswith("We cannot tell yet.")
    assert said.lead == (
        "We cannot tell yet. Of all your days since 18 June, 60 in 100 are rated; "
        "this view needs 70."
    )


def test_a_difference_that_could_be_chance_says_so_with_its_range_and_its_days():
    means, practised = history(90, seed=3)

    said = say(means, practised)

    assert said.lead.startswith("On days after a session your pain was ")
    assert said.lead.endswith("That could be chance.")
    assert "It could be anything from" in said.lead
    assert "Only a fair test can say more." in said.limits
    assert said.beats == []


def test_a_clear_difference_is_not_called_a_cause():
    means, practised = history(150, seed=4, effect=-1.5)

    said = say(means, practised)

    assert "lower on average" in said.lead
    assert said.lead.endswith("This alone cannot tell cause from coincidence.")


def test_a_weekly_habit_has_nothing_to_be_held_against():
    means, _practised = history(182, seed=5)
    practised = {day: (1, 300) for day in means if day.weekday() < 5}

    assert "same days again and again" in say(means, practised).lead


def test_only_the_last_96_weeks_are_looked_at():
    means, practised = history(841, seed=6)  # a look today, over 96 of 120 weeks
    others = {day: 10.0 if day <= back(672) else mean for day, mean in means.items()}

    assert say(others, practised) == say(means, practised)
    assert say(means, practised).looked.startswith("Looked at on 22 November, over 96 weeks.")


@pytest.mark.parametrize("effect", [-3, -0.5, 0, 0.5, 3])
def test_no_statement_claims_more_than_it_knows(effect):
    means, practised = history(150, seed=7, effect=effect)

    said = say(means, practised)

    assert not [word for word in NEVER if word in f"{said.lead} {said.limits}".lower()]


@pytest.mark.parametrize(
    ("difference", "words"),
    [(-0.3, "0.3 lower"), (0.26, "0.3 higher"), (0.04, "the same"), (-0.04, "the same")],
)
def test_points_say_which_way(difference, words):
    assert points(difference, "the same") == words


def test_a_line_needs_four_rated_days():
    assert line_needs(2) == "Two days rated. A line appears after four."
    assert [line_needs(rated) for rated in (0, 4, 80)] == ["", "", ""]
