"""Which pages are pictured: for whom, in which state, and what is done there first."""

from typing import NamedTuple

# ("fill", selector, text), ("click", selector), ("wait", selector), ("send", selector of a form,
# past the browser's own checks), ("print",) as on paper, ("break",) for a broken server's page.
type Step = tuple[str, ...]


class Shot(NamedTuple):
    """One picture.

    Attributes:
        screen: The page's name.
        path: Its address; names in braces come from the person.
        person: Who looks (see ``cast``), or nobody.
        state: What makes it another picture of the same page.
        status: What the last page load answers.
        steps: What is done before the picture.
    """

    screen: str
    path: str
    person: str = ""
    state: str = ""
    status: int = 200
    steps: tuple[Step, ...] = ()


SIGN_UP: tuple[Step, ...] = (
    ("fill", "[name=username]", "admin"),
    ("fill", "[name=password1]", "password"),
    ("send", "main form[method=post]"),
)
LOG_IN: tuple[Step, ...] = (
    ("fill", "[name=login]", "someone"),
    ("fill", "[name=password]", "not the right words"),
    ("send", "main form[method=post]"),
)
BAD_SLEEP: tuple[Step, ...] = (
    ("fill", "[name=sleep]", "44"),
    ("fill", "[name=note]", "Walked by the river."),
    ("send", "#entry-form"),
)
LONG_NOTE: tuple[Step, ...] = (
    ("click", ".after .fold:has([name=noticed]) > summary"),
    ("fill", "[name=after_note]", "A blue spot beside the spine. " * 20),
    ("send", "form:has([name=noticed])"),
)
FOUND: tuple[Step, ...] = (("fill", "[name=least]", "8"), ("click", "main form button"))
NO_KIND: tuple[Step, ...] = (
    ("fill", "[name=name]", "Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 2),
    ("send", "main section:last-of-type form"),
)
BAD_DAYS: tuple[Step, ...] = (
    ("fill", "[name=ends_on]", "2020-01-01"),
    ("send", "main form"),
)
BAD_PAUSE: tuple[Step, ...] = (
    ("fill", "[name=last_day]", "2020-01-01"),
    ("send", "main form"),
)
BAD_CODE: tuple[Step, ...] = (
    ("fill", "[name=code]", "BL23.60/0000"),
    ("send", "main form"),
)
HOLDING: tuple[Step, ...] = (
    ("click", "[data-action=main]"),
    ("wait", "session-player[data-stage=hold]"),
)

VISITOR = [
    Shot("landing", "/"),
    Shot("points", "/points/"),
    Shot("points", "/points/?view=foot", state="foot"),
    Shot("points", "/points/?view=hand", state="hand"),
    Shot("points", "/points/?region=low_back", state="close"),
    Shot("points", "/points/?aim=sleep&reach=hand&more=1", state="filters"),
    Shot("points", "/points/?q=kidney", state="search"),
    Shot("points", "/points/?q=b47", state="doubt"),
    Shot("points", "/points/?q=hip&aim=neck&line=ST", state="nothing"),
    Shot("point", "/points/BL23/", state="bl23"),
    Shot("point", "/points/LI4/", state="li4"),
    Shot("point", "/points/BL23/?step=2", state="bl23-step"),
    *(
        Shot("point", f"/points/{code}/", state=code.lower())
        for code in ("GB39", "GB20", "GB30", "BL57", "SP6", "KI1", "CV6", "EX-HN3", "EX-UE7")
    ),
    Shot("point", "/points/BL999/", state="unknown", status=404),
    Shot("techniques", "/techniques/"),
    Shot("technique", "/techniques/static_pressure/"),
    Shot("traditions", "/traditions/"),
    Shot("tradition", "/traditions/chinese/"),
    Shot("evidence", "/evidence/"),
    Shot("article", "/article/"),
    Shot("learn", "/learn/"),
    Shot("safety", "/safety/"),
    Shot("quiz", "/quiz/"),
    Shot("quiz", "/quiz/7/1/", state="asked"),
    Shot("quiz", "/quiz/7/1/", state="shown", steps=(("click", "[data-part=show]"),)),
    Shot("quiz", "/quiz/7/sum/?so=0,4,12,-", state="sum"),
    Shot("about", "/about/"),
    Shot("no-network", "/offline/"),
    Shot("login", "/account/login/"),
    Shot("login", "/account/login/", state="error", status=422, steps=LOG_IN),
    Shot("signup", "/account/signup/"),
    Shot("signup", "/account/signup/", state="error", status=422, steps=SIGN_UP),
    Shot("password-forgotten", "/account/password/reset/"),
    Shot("screening", "/screening/1/"),
    Shot(
        "screening",
        "/screening/1/",
        state="marked",
        steps=(("click", ".question .check >> nth=0"), ("click", ".question .check >> nth=2")),
    ),
    Shot("not-found", "/nowhere/", state="error", status=404),
    Shot("server-error", "/about/", state="error", status=500, steps=(("break",),)),
]
DOING = [
    Shot("points", "/points/?aim=low_back", "limited", "mine"),
    Shot("stop", "/screening/result/", "stopped"),
    Shot("clinician", "/screening/next/", "locked"),
    Shot("clinician", "/screening/next/", "locked", "error", 422, (("send", "main form"),)),
    Shot("answers", "/screening/", "locked"),
    Shot("today", "/", "new", "empty"),
    Shot("today", "/", "typical"),
    Shot("today", "/", "resuming", "resume"),
    Shot("today", "/", "locked", "locked"),
    Shot("today", "/", "stopped", "stopped"),
    Shot("today", "/", "limited", "changed"),
    Shot("today", "/", "spell", "bad-spell"),
    Shot("bad-day", "/bad-day/", "typical"),
    Shot("bad-day", "/bad-day/", "stopped", "stopped"),
    Shot("routines", "/routines/", "new", "empty"),
    Shot("routines", "/routines/", "typical"),
    Shot("routine", "/routines/{routine}/", "typical"),
    Shot("routine", "/routines/{routine}/", "limited", "changed"),
    Shot("programme", "/programmes/article-set/", "typical"),
    Shot("programme", "/programmes/wind-down/", "limited", "changed"),
    Shot("week", "/weeks/", "new", "empty"),
    Shot("week", "/weeks/", "typical"),
    Shot("month", "/months/", "new", "empty"),
    Shot("month", "/months/", "typical"),
    Shot("day", "/days/{today}/", "resuming"),
    Shot("day", "/days/{today}/", "typical", "error", 422, (("send", "main form"),)),
    Shot("day", "/days/2026-01-01/", "typical", "over"),
    Shot("plan", "/routines/{routine}/days/", "typical"),
    Shot("plan", "/routines/{routine}/days/", "typical", "error", 422, BAD_DAYS),
    Shot("pauses", "/pauses/", "new", "empty"),
    Shot("pauses", "/pauses/", "typical"),
    Shot("pauses", "/pauses/", "typical", "error", 422, BAD_PAUSE),
    Shot("history", "/history/", "new", "empty"),
    Shot("history", "/history/", "typical"),
    Shot("past-session", "/history/{session}/", "typical"),
    Shot("card", "/routines/{routine}/card/", "typical"),
    Shot("open", "/routines/open/", "typical"),
    Shot("open", "/routines/open/", "typical", "error", 422, BAD_CODE),
    Shot("builder", "/routines/{routine}/edit/", "typical"),
    Shot(
        "builder",
        "/routines/{routine}/edit/",
        "typical",
        "open",
        steps=(("click", ".upright__more > summary"), ("wait", ".upright__fields")),
    ),
    Shot("builder", "/routines/{empty}/edit/", "building", "no-steps"),
    Shot("builder", "/routines/{routine}/edit/", "building", "40-steps"),
    Shot("builder", "/routines/{refused}/edit/", "building", "refused"),
    Shot(
        "builder",
        "/routines/{routine}/edit/",
        "building",
        "not-saved",
        422,
        (("fill", ".stepper__value", "0"), ("send", "#builder")),
    ),
    Shot("finder", "/routines/{routine}/points/?q=knee", "typical"),
    Shot("finder", "/routines/{routine}/points/?q=zzzz", "typical", "nothing"),
    Shot("new-routine", "/routines/new/", "typical"),
    Shot("delete-routine", "/routines/{routine}/delete/", "typical"),
    Shot("point", "/points/BL23/", "limited", "changed"),
    Shot("start", "/sessions/new/?routine={routine}&length=usual", "typical"),
    Shot("start", "/sessions/new/?point=GB20", "building", "nothing-left"),
    Shot("player", "/sessions/{session}/", "resuming"),
    Shot("player", "/sessions/{session}/", "resuming", "hold", steps=HOLDING),
    Shot("after", "/sessions/{session}/after/", "typical"),
    Shot("after", "/sessions/{session}/after/", "typical", "too-long", 422, LONG_NOTE),
]
CHARTS = {"": "", "-weeks": "weeks/", "-sessions": "sessions/", "-days": "days/"}
HISTORIES = (  # who, in which state, how much of it
    ("new", "empty", ""),
    ("one", "1-day", ""),
    ("two", "2-days", ""),
    ("few", "3-days", ""),
    ("equal", "equal", ""),
    ("gaps", "gaps", ""),
    ("typical", "", ""),
    ("many", "500-sessions", "?range=all"),
    ("old", "5000", "?range=all"),
)
FEELING = [
    Shot("diary", "/journal/", "new", "empty"),
    Shot("diary", "/journal/", "typical"),
    Shot("diary", "/journal/", "many", "500"),
    Shot("entry", "/journal/entries/{entry}/", "typical"),
    Shot("entry", "/journal/entries/{entry}/", "typical", "error", 422, BAD_SLEEP),
    Shot("write", "/journal/write/", "typical"),
    Shot("write", "/journal/write/", "typical", "error", 422, (("send", "main form"),)),
    Shot("search", "/journal/search/", "typical"),
    Shot("search", "/journal/search/", "many", "found", steps=FOUND),
    Shot("day", "/journal/days/{day}/", "typical"),
    Shot("happenings", "/journal/happenings/", "new", "empty"),
    Shot("happenings", "/journal/happenings/", "typical"),
    Shot("happenings", "/journal/happenings/", "new", "error", 422, NO_KIND),
    Shot("happening", "/journal/happenings/{happening}/", "typical"),
    Shot("questions", "/journal/answers/", "new", "empty"),
    Shot("questions", "/journal/answers/", "typical"),
    Shot("questions", "/journal/answers/", "typical", "print", steps=(("print",),)),
    Shot("week", "/journal/questions/week/", "typical"),
    Shot("week", "/journal/questions/week/", "typical", "error", 422, (("send", "main form"),)),
    Shot("statements", "/journal/questions/roland/", "typical"),
    Shot("change", "/journal/questions/change/", "typical"),
    Shot("answers", "/journal/answers/{answers}/", "typical"),
    Shot("chart", "/journal/chart/?range=4w", "typical", "4w"),
    Shot("chart", "/journal/chart/?range=1y", "typical", "1y"),
    Shot("chart", "/journal/chart/?range=all", "typical", "all"),
    Shot("chart", "/journal/chart/", "typical", "print", steps=(("print",),)),
    Shot("chart", "/journal/chart/?from=2026-99-01&to=", "typical", "error", 422),
    *(
        Shot(f"chart{view}", f"/journal/chart/{address}{asked}", person, state)
        for view, address in CHARTS.items()
        for person, state, asked in HISTORIES
    ),
    Shot("chart-days", "/journal/chart/days/", "typical", "print", steps=(("print",),)),
    Shot("chart-method", "/journal/chart/method/", "new", "empty"),
    Shot("chart-method", "/journal/chart/method/", "equal", "equal"),
    Shot("chart-method", "/journal/chart/method/", "typical"),
    Shot("fair-tests", "/journal/fair-tests/", "new", "empty"),
    Shot("fair-tests", "/journal/fair-tests/", "typical"),
    Shot("fair-test-new", "/journal/fair-tests/new/", "typical"),
    Shot("fair-test", "/journal/fair-tests/{fair_test}/", "typical", "over"),
    Shot("fair-test", "/journal/fair-tests/{fair_test}/", "testing", "under-way"),
    Shot("fair-test", "/journal/fair-tests/{fair_test}/", "untested", "stopped"),
    Shot("letters", "/journal/letters/", "new", "empty"),
    Shot("letters", "/journal/letters/", "typical"),
    Shot("letter", "/journal/letters/{month}/", "typical"),
    Shot("letter", "/journal/letters/{month}/", "gaps", "gaps"),
]
OWN = [
    Shot("you", "/you/", "new"),
    Shot("you", "/you/", "typical", "sample"),
    Shot("preferences", "/you/preferences/", "new"),
    Shot("export", "/you/export/", "new"),
    Shot("delete", "/you/delete/", "new"),
    Shot("delete", "/you/delete/", "new", "error", 422, (("send", "main form"),)),
    Shot("email", "/account/email/", "new"),
    Shot("password", "/account/password/change/", "new"),
    Shot("password", "/account/password/change/", "new", "error", 422, (("send", "main form"),)),
    Shot("second-step", "/account/2fa/", "new"),
    Shot("passkeys", "/account/2fa/webauthn/", "new"),
    Shot("codes", "/account/2fa/totp/activate/", "new"),
    Shot("sessions", "/account/sessions/", "new"),
    Shot("logout", "/account/logout/", "new"),
]
SHOTS = [*VISITOR, *DOING, *FEELING, *OWN]
