"""Writes that touch more than one row: answering, planning, running sessions."""

from routines.actions.after import After, keep_after
from routines.actions.answering import keep_visitor_answers, record_screening
from routines.actions.building import (
    MOST_STEPS,
    add_point,
    check_point,
    remember_reach,
    save_routine,
)
from routines.actions.importing import import_routine, same_routine
from routines.actions.late import keep_checks, start_kept_session
from routines.actions.laying import choose_days, drop_days
from routines.actions.planning import (
    FIRST_PROGRAMME,
    adopt_programme,
    choose_day,
    end_pause,
    keep_pause,
    plan_days,
    plan_routine,
    start_first_programme,
    unplan_routine,
)
from routines.actions.refusals import (
    ExpiredError,
    NotAllowedError,
    OtherBodyError,
    OvertakenError,
    PointRefusedError,
    SameRoutineError,
    SupersededError,
    TooLongError,
)
from routines.actions.sessions import (
    all_points,
    finish_session,
    fit,
    record_event,
    refresh_progress,
    start_session,
)
from routines.actions.shelving import copy_routine, put_away, routine_of_points, take_back
from routines.actions.turns import one_after_the_other

__all__ = [
    "FIRST_PROGRAMME",
    "MOST_STEPS",
    "After",
    "ExpiredError",
    "NotAllowedError",
    "OtherBodyError",
    "OvertakenError",
    "PointRefusedError",
    "SameRoutineError",
    "SupersededError",
    "TooLongError",
    "add_point",
    "adopt_programme",
    "all_points",
    "check_point",
    "choose_day",
    "choose_days",
    "copy_routine",
    "drop_days",
    "end_pause",
    "finish_session",
    "fit",
    "import_routine",
    "keep_after",
    "keep_checks",
    "keep_pause",
    "keep_visitor_answers",
    "one_after_the_other",
    "plan_days",
    "plan_routine",
    "put_away",
    "record_event",
    "record_screening",
    "refresh_progress",
    "remember_reach",
    "routine_of_points",
    "same_routine",
    "save_routine",
    "start_first_programme",
    "start_kept_session",
    "start_session",
    "take_back",
    "unplan_routine",
]
