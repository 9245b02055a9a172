"""Gives a person one of each kind of row."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from journal.models import Beginning, Finding
from routines.models import DayChoice, Pause, SessionEvent
from tests import make

CANARY = "canary-7f3a"


def fill(person, *, mark=""):
    """Give a person one of each kind of row, marked where text is kept."""
    routine = make.routine(owner=person, name=f"Routine {mark}")
    make.plan(owner=person, routine=routine)
    make.screening(owner=person)
    DayChoice.objects.create(owner=person, day=make.MONDAY, routine=None)
    Pause.objects.create(owner=person, first_day=make.MONDAY, reason=f"Away {mark}")
    session = make.practice(
        owner=person, name=f"Session {mark}", sore_after=True, after_note=f"Spot {mark}"
    )
    SessionEvent.objects.create(
        session=session, kind="hold", hold=0, pressed_seconds=60,
        happened_at=session.occurred_at, received_at=session.occurred_at,
    )  # fmt: skip
    make.entry(owner=person, note=f"Note {mark}", intensity=7)
    make.entry(owner=person, note=f"Binned {mark}", deleted_at=make.at(make.MONDAY))
    make.event(owner=person, kind="other", name=f"Event {mark}")
    make.care(owner=person, name=f"Care {mark}", deleted_at=make.at(make.MONDAY))
    make.answers(owner=person, given={"pain": 4, "joy": 4, "doing": 4})
    Beginning.objects.create(owner=person, day=make.MONDAY)
    Finding.objects.create(owner=person, about="now", version="0" * 64, numbers="[]")
    EmailAddress.objects.create(user=person, email=f"{mark or 'me'}@example.org", primary=True)
    Authenticator.objects.create(user=person, type="totp", data={"secret": f"secret-{mark}"})
