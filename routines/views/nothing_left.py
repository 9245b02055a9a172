"""The page in place of a start where the safety answers leave nothing of it to press."""

from http import HTTPStatus

from django.http import HttpResponse
from django.template.response import TemplateResponse

from routines import actions
from routines.http import PersonRequest
from routines.models import Routine, Screening
from routines.reach import out_of_reach
from routines.safety import Fitted, Judge
from routines.usual import Passing, Trial
from routines.views.standing import standing_of


def nothing_left(
    request: PersonRequest, routine: Routine | Passing, screening: Screening, fitted: Fitted
) -> HttpResponse:
    """Say why each point is left out, and what may be pressed instead of one that was to be tried.

    Without asking the ten-second check first: no answer to it could bring a point back.
    """
    standing, unreachable = standing_of(screening), out_of_reach(request.user)
    context = {
        "routine": routine,
        "limited": bool(standing.flags or unreachable),
        "changes": fitted.changes,
        "swap": (
            _swap(routine, standing.judge(out_of_reach=unreachable))
            if isinstance(routine, Trial)
            else ""
        ),
    }
    refused = request.method == "POST"
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return TemplateResponse(request, "routines/nothing_left.html", context, status=status)


def _swap(trial: Trial, judge: Judge) -> str:
    """Return the code of the nearest point with the same aim that may be pressed, if any."""
    swap, _reasons = judge.substitute(trial.presses()[0], actions.all_points(), {trial.code})
    return swap.point.code if swap else ""
