"""The table of doors: every address of ours with its stated answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

WHO = ("anonymous", "owner", "stranger", "staff")
KEY = UUID("5f0c2e0e-9d1e-4c55-8f5b-1f6f5f8a9b10")
LOG_IN = "302 /account/login/?next={path}"
FIRST = "302 /screening/1/"
AFTER = "302 /sessions/{session}/after/"

ALL = {who: "200" for who in WHO}  # noqa: C420 - one shape for the whole table
MINE = {who: LOG_IN if who == "anonymous" else "200" for who in WHO}
NEVER = {who: "405" for who in WHO}  # noqa: C420
NEVER_MINE = {who: LOG_IN if who == "anonymous" else "405" for who in WHO}


def mine(answer: str) -> dict[str, str]:
    """Anybody who is in gets this answer about what is their own."""
    return {who: LOG_IN if who == "anonymous" else answer for who in WHO}


def late(stranger: str = "200") -> dict[str, str]:
    """A door for devices: nobody is told so, never sent to a page; a stranger gets this answer."""
    return {"anonymous": "401", "owner": "200", "stranger": stranger, "staff": stranger}


def owners(answer: str) -> dict[str, str]:
    """The owner gets this answer; for everybody else it is as if it were not there."""
    return dict.fromkeys(WHO, "404") | {"anonymous": LOG_IN, "owner": answer}


@dataclass(frozen=True)
class Door:
    """One address with its answers: a status, and where to for a redirect."""

    path: str
    get: Mapping[str, str]
    post: Mapping[str, str]
    body: Mapping[str, str] = field(default_factory=dict)
    json: bool = False


DOORS = {
    # the library and the front: everybody's
    "": Door("/", ALL, NEVER),
    "bad-day/": Door("/bad-day/", MINE, NEVER_MINE),
    "favicon.ico": Door("/favicon.ico", dict.fromkeys(WHO, "301 /static/img/favicon.svg"), NEVER),
    "manifest.webmanifest": Door("/manifest.webmanifest", ALL, NEVER),
    "offline/pack/": Door("/offline/pack/", late(), NEVER),
    "offline/token/": Door("/offline/token/", late(), NEVER),
    "service-worker.js": Door("/service-worker.js", ALL, NEVER),
    "offline/": Door("/offline/", ALL, NEVER),
    "about/": Door("/about/", ALL, NEVER),
    "health/": Door("/health/", ALL, NEVER),
    "try/": Door("/try/", NEVER, dict.fromkeys(WHO, "302 /")),
    "points/": Door("/points/", ALL, NEVER),
    "points/<str:code>/": Door("/points/BL23/", ALL, NEVER),
    "techniques/": Door("/techniques/", ALL, NEVER),
    "techniques/<slug:slug>/": Door("/techniques/static_pressure/", ALL, NEVER),
    "traditions/": Door("/traditions/", ALL, NEVER),
    "traditions/<slug:slug>/": Door("/traditions/{tradition}/", ALL, NEVER),
    "evidence/": Door("/evidence/", ALL, NEVER),
    "article/": Door("/article/", ALL, NEVER),
    "learn/": Door("/learn/", ALL, NEVER),
    "safety/": Door("/safety/", ALL, NEVER),
    "quiz/": Door("/quiz/", ALL, NEVER),
    "quiz/<int:seed>/<int:number>/": Door("/quiz/7/1/", ALL, NEVER),
    "quiz/<int:seed>/sum/": Door("/quiz/7/sum/", ALL, NEVER),
    "quiz/figures/<slug:name>.svg": Door("/quiz/figures/back-trunk.svg", ALL, NEVER),
    # the person
    "you/": Door("/you/", MINE, NEVER_MINE),
    "you/preferences/": Door("/you/preferences/", MINE, mine("422"), {"zone": "Mars/Olympus"}),
    "you/export/": Door("/you/export/", MINE, MINE),
    "you/delete/": Door("/you/delete/", MINE, mine("422")),
    # safety questions: a visitor answers them before signing up
    "screening/": Door("/screening/", MINE, NEVER_MINE),
    "screening/<int:screen>/": Door("/screening/1/", ALL, dict.fromkeys(WHO, "302 /screening/2/")),
    "screening/result/": Door("/screening/result/", dict.fromkeys(WHO, "302 /"), NEVER),
    "screening/next/": Door(
        "/screening/next/", dict.fromkeys(WHO, "302 /"), dict.fromkeys(WHO, "302 /")
    ),
    # routines, programmes, days
    "routines/": Door("/routines/", MINE, NEVER_MINE),
    "routines/<int:pk>/": Door("/routines/{routine}/", owners("200"), NEVER_MINE),
    "routines/<int:pk>/days/": Door(
        "/routines/{routine}/days/",
        owners("200"),
        owners("302 /routines/{routine}/"),
        {"repeat": "daily"},
    ),
    "routines/<int:pk>/days/end/": Door(
        "/routines/{routine}/days/end/", NEVER_MINE, owners("302 /routines/{routine}/")
    ),
    "programmes/<slug:slug>/": Door("/programmes/desk/", MINE, NEVER_MINE),
    "programmes/<slug:slug>/start/": Door("/programmes/desk/start/", NEVER_MINE, mine("302 /")),
    "routines/<int:pk>/file/": Door("/routines/{routine}/file/", owners("200"), NEVER_MINE),
    "routines/<int:pk>/card/": Door("/routines/{routine}/card/", owners("200"), NEVER_MINE),
    "routines/open/": Door("/routines/open/", MINE, mine("422")),
    "routines/open/keep/": Door("/routines/open/keep/", NEVER_MINE, mine("422")),
    "weeks/": Door("/weeks/", MINE, NEVER_MINE),
    "weeks/<str:day>/": Door("/weeks/{today}/", MINE, NEVER_MINE),
    "months/": Door("/months/", MINE, NEVER_MINE),
    "months/<str:month>/": Door("/months/2026-11/", MINE, NEVER_MINE),
    "days/<str:day>/": Door("/days/{today}/", MINE, NEVER_MINE),
    "days/<str:day>/choose/": Door(
        "/days/{today}/choose/",
        NEVER_MINE,
        {  # a stranger may not choose what is the owner's
            "anonymous": LOG_IN,
            "owner": "302 /days/{today}/",
            "stranger": "422",
            "staff": "422",
        },
        {"choice": "{routine}"},
    ),
    "routines/new/": Door("/routines/new/", MINE, mine("422")),
    "routines/<int:pk>/edit/": Door("/routines/{routine}/edit/", owners("200"), owners("422")),
    "routines/<int:pk>/points/": Door("/routines/{routine}/points/", owners("200"), NEVER_MINE),
    "routines/<int:pk>/copy/": Door(
        "/routines/{routine}/copy/",
        NEVER_MINE,
        owners("302 /routines/{routine}/edit/"),
        {"key": str(KEY)},  # under which the routine itself was made
    ),
    "routines/<int:pk>/archive/": Door(
        "/routines/{routine}/archive/", NEVER_MINE, owners("302 /routines/")
    ),
    "routines/<int:pk>/restore/": Door(
        "/routines/{routine}/restore/", NEVER_MINE, owners("302 /routines/")
    ),
    "routines/<int:pk>/delete/": Door(
        "/routines/{routine}/delete/", owners("200"), owners("302 /routines/")
    ),
    "routines/points/add/": Door(
        "/routines/points/add/",
        NEVER_MINE,
        owners("302 /routines/{routine}/edit/"),
        {"code": "BL25", "routine": "{routine}"},
    ),
    "sessions/try/": Door(
        "/sessions/try/", NEVER_MINE, mine("302 /sessions/new/?point=BL23"), {"code": "BL23"}
    ),
    "pauses/": Door(
        "/pauses/", MINE, mine("302 /pauses/"), {"first_day": "{today}", "last_day": "{today}"}
    ),
    "pauses/<int:pk>/": Door(
        "/pauses/{pause}/", owners("200"), owners("422"), {"first_day": "soon"}
    ),
    "pauses/<int:pk>/end/": Door("/pauses/{pause}/end/", NEVER_MINE, owners("302 /pauses/")),
    "history/": Door("/history/", MINE, NEVER_MINE),
    "history/<uuid:key>/": Door("/history/{session}/", owners("200"), NEVER_MINE),
    # sessions
    "sessions/": Door(
        "/sessions/",
        NEVER_MINE,
        owners(f"302 /sessions/{KEY}/"),
        {"routine": "{routine}", "length": "short", "key": str(KEY)},
    ),
    "sessions/new/": Door("/sessions/new/?routine={routine}", owners("200"), NEVER_MINE),
    "sessions/<uuid:key>/": Door("/sessions/{session}/", owners("200"), NEVER_MINE),
    "sessions/<uuid:key>/events/": Door(
        "/sessions/{session}/events/",
        NEVER,
        late(stranger="404"),
        json=True,
    ),
    "sessions/kept/": Door(
        "/sessions/kept/", NEVER, late(stranger="409"), {"token": "{token}"}, json=True
    ),
    "sessions/checks/kept/": Door(
        "/sessions/checks/kept/", NEVER, late(), {"marked": "fever"}, json=True
    ),
    "sessions/<uuid:key>/holds/": Door(
        "/sessions/{session}/holds/",
        NEVER_MINE,
        owners("302 /sessions/{session}/"),
        {"hold": "0", "action": "done", "key": str(KEY)},
    ),
    "sessions/<uuid:key>/finish/": Door("/sessions/{session}/finish/", NEVER_MINE, owners(AFTER)),
    "sessions/<uuid:key>/restart/": Door(
        "/sessions/{session}/restart/",
        NEVER_MINE,
        owners("302 /sessions/new/?routine={routine}&length=usual"),
    ),
    "sessions/<uuid:key>/after/": Door(
        "/sessions/{session}/after/", owners("200"), owners(f"{AFTER}#saved"), {"pain_after": "3"}
    ),
    "sessions/<uuid:key>/after/kept/": Door(
        "/sessions/{session}/after/kept/", NEVER, late(stranger="404"), json=True
    ),
    "sessions/<uuid:key>/reach/": Door(
        "/sessions/{session}/reach/", NEVER_MINE, owners(AFTER), {"code": "BL23"}
    ),
    "sessions/<uuid:key>/morning/": Door(
        "/sessions/{session}/morning/", NEVER_MINE, owners("302 /"), {"next_morning": "same"}
    ),
    # the diary
    "journal/": Door("/journal/", MINE, NEVER_MINE),
    "journal/kept/": Door("/journal/kept/", NEVER, late(), {"intensity": "4"}, json=True),
    "journal/write/": Door("/journal/write/", MINE, mine("422"), {"intensity": "11"}),
    "journal/entries/": Door("/journal/entries/", mine("302 /journal/"), mine("422")),
    "journal/entries/<uuid:key>/": Door(
        "/journal/entries/{entry}/", owners("200"), owners("422"), {"intensity": "11"}
    ),
    "journal/entries/<uuid:key>/delete/": Door(
        "/journal/entries/{entry}/delete/",
        mine("302 /journal/entries/{entry}/"),
        owners("302 /journal/"),
    ),
    "journal/entries/<uuid:key>/restore/": Door(
        "/journal/entries/{entry}/restore/", mine("302 /journal/"), owners("302 /journal/")
    ),
    "journal/search/": Door("/journal/search/", MINE, MINE, {"words": "kestrel"}),
    "journal/days/<str:day>/": Door("/journal/days/{today}/", MINE, NEVER_MINE),
    "journal/later/": Door("/journal/later/", NEVER_MINE, mine("302 /journal/"), {"what": "due"}),
    "journal/happenings/": Door("/journal/happenings/", MINE, mine("422"), {"kind": "x"}),
    "journal/happenings/<uuid:key>/": Door(
        "/journal/happenings/{happening}/", owners("200"), owners("422"), {"kind": "x"}
    ),
    "journal/happenings/<uuid:key>/end/": Door(
        "/journal/happenings/{happening}/end/",
        mine("302 /journal/happenings/{happening}/"),
        owners("302 /journal/"),
    ),
    "journal/happenings/<uuid:key>/delete/": Door(
        "/journal/happenings/{happening}/delete/",
        mine("302 /journal/happenings/{happening}/"),
        owners("302 /journal/"),
    ),
    "journal/happenings/<uuid:key>/restore/": Door(
        "/journal/happenings/{happening}/restore/", mine("302 /journal/"), owners("302 /journal/")
    ),
    "journal/answers/": Door("/journal/answers/", MINE, NEVER_MINE),
    "journal/answers/<uuid:key>/": Door("/journal/answers/{answers}/", owners("200"), NEVER_MINE),
    "journal/answers/<uuid:key>/delete/": Door(
        "/journal/answers/{answers}/delete/",
        mine("302 /journal/answers/{answers}/"),
        owners("302 /journal/answers/"),
    ),
    "journal/answers/<uuid:key>/restore/": Door(
        "/journal/answers/{answers}/restore/",
        mine("302 /journal/answers/"),
        owners("302 /journal/answers/"),
    ),
    "journal/questions/<slug:kind>/": Door(
        "/journal/questions/week/", MINE, mine("422"), {"pain": "11"}
    ),
    "journal/questions/<slug:kind>/keep/": Door(
        "/journal/questions/week/keep/", NEVER_MINE, mine("422"), {"pain": "11"}
    ),
    "journal/chart/": Door("/journal/chart/", MINE, NEVER_MINE),
    "journal/fair-tests/": Door("/journal/fair-tests/", MINE, NEVER_MINE),
    "journal/fair-tests/new/": Door("/journal/fair-tests/new/", MINE, mine("422")),
    "journal/fair-tests/<uuid:key>/": Door(
        "/journal/fair-tests/{fair_test}/", owners("200"), NEVER_MINE
    ),
    "journal/fair-tests/<uuid:key>/stop/": Door(
        "/journal/fair-tests/{fair_test}/stop/",
        owners("302 /journal/fair-tests/{fair_test}/"),
        owners("302 /journal/fair-tests/{fair_test}/"),
    ),
    "journal/letters/": Door("/journal/letters/", MINE, NEVER_MINE),
    "journal/letters/<int:year>/<int:month>/": Door(
        "/journal/letters/2026/1/", owners("200"), NEVER_MINE
    ),
    "journal/chart/weeks/": Door("/journal/chart/weeks/", MINE, NEVER_MINE),
    "journal/chart/sessions/": Door("/journal/chart/sessions/", MINE, NEVER_MINE),
    "journal/chart/days/": Door("/journal/chart/days/", MINE, NEVER_MINE),
    "journal/chart/method/": Door("/journal/chart/method/", MINE, NEVER_MINE),
    r"journal/^chart/(?P<view>pain|weeks|sessions|days)\.(?P<kind>svg|csv)$": Door(
        "/journal/chart/pain.csv", MINE, NEVER_MINE
    ),
}
