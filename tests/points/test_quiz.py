"""The quiz: the same round for the same number, distance in cun, kind words, nothing kept."""

from http import HTTPStatus
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from points import quiz
from points.drawings import figure
from points.models import Point
from tests.points.text import point, points

CODES = [f"P{n}" for n in range(1, 41)]
PRESSED = sorted(code for code, one in points().items() if one.suggested_seconds)
ANSWERS = st.lists(
    st.none() | st.integers(0, 999).map(lambda tenths: tenths / 10), max_size=quiz.QUESTIONS
)


def place(code):
    return quiz.place_of(point(code))


def ask(code="BL23", number=1, **told):
    at = quiz.At(seed=7, number=number, total=10)
    given = {name.replace("_", "."): value for name, value in told.items()}
    return quiz.question(place(code), at=at, told=given, image_width=280)


@given(seed=st.integers(0, quiz.SEEDS - 1))
def test_round_asks_ten_different_points_and_the_same_for_the_same_number(seed):
    asked = quiz.chosen(CODES, seed)

    assert len(set(asked)) == 10
    assert set(asked) <= set(CODES)
    assert quiz.chosen(CODES, seed) == asked


def test_rounds_differ():
    assert len({tuple(quiz.chosen(CODES, seed)) for seed in range(50)}) == 50


def test_small_catalogue_makes_a_short_round():
    assert sorted(quiz.chosen(["A", "B"], 3)) == ["A", "B"]
    assert quiz.chosen([], 3) == []


def test_other_round_is_another_one():
    assert quiz.after(7) == 224
    assert 0 <= quiz.after(quiz.SEEDS - 1) < quiz.SEEDS


def test_distance_by_hand():
    """BL23 on the trunk: a cun is 42 units, a disc 21 in radius, 1.5 cun beside x = 420."""
    here = place("BL23")
    left, top, radius = here.discs[0]

    assert (here.drawn.view, here.cun) == ("back-trunk", 42.0)
    assert radius == 21.0
    assert quiz.distance(left, top, here) == 0
    assert quiz.distance(left, top + 21, here) == 0
    assert quiz.distance(left, top + 21 + 42, here) == 1.0
    assert quiz.distance(left, top + 21 + 105, here) == 2.5


def test_either_side_counts():
    here = place("BL23")

    assert len(here.discs) == 2
    assert [quiz.distance(x, y, here) for x, y, _ in here.discs] == [0, 0]


def test_one_sided_view_asks_for_the_side_it_shows():
    here = place("GB39")

    assert here.drawn.mirror_axis is None
    assert len(here.discs) == 1
    assert here.discs[0][0] < here.drawn.width


def test_point_of_several_spots_counts_each():
    assert len(place("EX-UE7").discs) == 2


@pytest.mark.parametrize("code", points())
def test_every_point_can_be_asked(code):
    here = place(code)

    assert here.discs
    for x, y, radius in here.discs:
        assert 0 <= x <= here.drawn.width
        assert 0 <= y <= here.drawn.height
        assert radius > 0
        assert quiz.distance(x, y, here) == 0
    assert here.cun > 0


@given(x=st.floats(0, 840), y=st.floats(0, 1500))
def test_distance_is_never_negative_and_grows_with_the_gap(x, y):
    here = place("GV4")
    ((left, top, radius),) = here.discs

    cun = quiz.distance(x, y, here)

    assert 0 <= cun <= quiz.FARTHEST
    assert abs(cun * here.cun - max(hypot(x - left, y - top) - radius, 0)) <= here.cun * 0.051


@pytest.mark.parametrize(
    ("cun", "beginning"),
    [
        (0, "On it."),
        (0.1, "Very near."),
        (0.5, "Very near."),
        (0.6, "Near:"),
        (1.0, "Near:"),
        (1.1, "In the neighbourhood."),
        (3.0, "In the neighbourhood."),
        (3.1, "Somewhere else this time."),
        (quiz.FARTHEST, "Somewhere else this time."),
    ],
)
def test_words_are_kind_at_every_distance(cun, beginning):
    assert quiz.said_of(cun).startswith(beginning)


def test_words_blame_nobody():
    told = " ".join(str(one.text) for one in quiz.WORDS).lower()

    assert not {"wrong", "bad", "poor", "miss", "failed"} & set(told.replace(".", " ").split())


@given(answers=ANSWERS)
def test_answers_survive_the_address(answers):
    assert quiz.read_answers(quiz.write_answers(answers)) == answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("", []),
        ("0,12,-", [0, 1.2, None]),
        ("x,5,,-5,5.5", [0.5]),
        ("9999999", [quiz.FARTHEST]),
        ("\u0663", []),
        (",".join("1" * 1 for _ in range(40)), [0.1] * 10),
        ("1" * 5000, [quiz.FARTHEST]),
    ],
)
def test_strange_answers_are_left_out(text, answers):
    assert quiz.read_answers(text) == answers


def test_tally_by_hand():
    found = quiz.tally([0, 0.4, 1.0, 2.0, None])

    assert found == quiz.Tally(on_it=1, near=2, farther=1, shown=1, mean=0.8)  # 3.4 / 4 = 0.85
    assert quiz.tally([]).mean is None
    assert quiz.tally([None]).mean is None


def test_each_code_stands_beside_its_answer():
    assert quiz.beside(["A", "B", "C"], [0.5, None]) == [
        ("A", True, 0.5),
        ("B", True, None),
        ("C", False, None),
    ]
    assert quiz.beside(["A"], [1, 2, 3]) == [("A", True, 1)]


def test_tap_on_the_picture_is_measured_on_the_figure():
    here = place("BL23")
    left, top, _ = here.discs[0]
    scale = 280 / here.drawn.width

    answer = ask(tap_x=str(round(left * scale)), tap_y=str(round(top * scale))).answer

    assert answer.cun == 0
    assert answer.words.startswith("On it.")


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"tap_x": "10"},
        {"tap_x": "ten", "tap_y": "10"},
        {"tap_x": "-1", "tap_y": "10"},
        {"tap_x": "99999", "tap_y": "10"},
        {"tap_x": "0", "tap_y": "0"},
        {"show": ""},
    ],
)
def test_what_cannot_be_read_is_no_answer(told):
    assert ask(**told).answer is None


def test_being_shown_is_an_answer_without_a_distance():
    asked = ask(show="1", so="0,12", number=3)

    assert (asked.answer.cun, asked.answer.tap) == (None, None)
    assert asked.answer.words == "Here it is."
    assert asked.so_then == "0,12,-"


def test_question_carries_no_more_answers_than_there_were_questions():
    assert ask(so="1,2,3,4", number=2).so_far == "1"
    assert ask(so="1,2", number=3).so_then == "1,2"


@pytest.mark.django_db
class TestPages:
    def test_intro_offers_a_round(self, client):
        response = client.get("/quiz/")

        assert 0 <= response.context["seed"] < quiz.SEEDS
        assert f'href="/quiz/{response.context["seed"]}/1/"' in response.text
        assert "no-cache" in response["Cache-Control"]

    def test_question_shows_no_place_before_it_is_answered(self, client):
        asked = client.get("/quiz/7/1/")
        shown = client.get("/quiz/7/1/?show=1")

        assert 'class="disc"' not in asked.text
        assert 'class="disc"' in shown.text
        assert "Here it is." in shown.text

    def test_question_costs_three_queries(self, client, django_assert_num_queries):
        with django_assert_num_queries(3):
            client.get("/quiz/7/1/")

    def test_same_address_asks_the_same_point(self, client):
        codes = [client.get(f"/quiz/7/{n}/").context["point"].code for n in range(1, 11)]

        assert len(set(codes)) == 10
        assert codes == quiz.chosen(Point.objects.current().pressed().codes(), 7)
        assert "SP14" not in PRESSED

    def test_last_question_leads_to_the_sum(self, client):
        assert "/quiz/7/sum/?so=5,-" in client.get("/quiz/7/10/?show=1&so=5").text.replace(
            "%2C", ","
        )
        assert "/quiz/7/2/?so=-" in client.get("/quiz/7/1/?show=1").text

    def test_sum_tells_each_point_and_the_mean(self, client):
        response = client.get("/quiz/7/sum/?so=0,4,12,-")

        assert response.context["tally"].mean == 0.5
        assert len(response.context["rows"]) == 10
        assert "1.2 cun" in response.text

    def test_sum_of_nothing_is_a_page(self, client):
        assert client.get("/quiz/7/sum/").context["tally"].mean is None

    @pytest.mark.parametrize(
        "address", ["/quiz/7/0/", "/quiz/7/11/", "/quiz/x/1/", "/quiz/figures/no-such.svg"]
    )
    def test_what_is_not_there_is_404(self, client, address):
        assert client.get(address).status_code == HTTPStatus.NOT_FOUND

    def test_empty_catalogue_asks_nothing(self, client):
        Point.objects.update(retired=True)

        assert client.get("/quiz/7/1/").status_code == HTTPStatus.NOT_FOUND
        assert client.get("/quiz/7/sum/").status_code == HTTPStatus.OK

    def test_picture_for_browsers_without_scripts_is_the_figure(self, client):
        response = client.get("/quiz/figures/back-trunk.svg")

        assert response["Content-Type"] == "image/svg+xml"
        assert 'viewBox="0 0 840 1500"' in response.text
        assert response.text.count("<path") == len(
            [one for one in figure("back-trunk").contours if one.style != "ghost"]
        )
        assert " style=" not in response.text

    def test_hostile_address_is_shown_as_text(self, client):
        page = client.get('/quiz/7/1/?so="><b>&tap.x=<b>&tap.y=1').text

        assert "<b>" not in page
