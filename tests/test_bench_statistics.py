"""The simulation counts what the app would say, the short way and the long way alike."""

import pytest

from journal.association import associate
from tests.bench_statistics.counting import days_of_looks, is_surely_chance, is_told
from tests.bench_statistics.histories import Truth, make

NOISE = Truth(rho=0.6, sessions="driven")
EFFECT = Truth(rho=0.3, sessions="clumped", effect=-1.5, missing=0.1)


@pytest.mark.parametrize("truth", [NOISE, EFFECT])
@pytest.mark.parametrize("level", [0.0065, 0.02, 0.05])
def test_what_is_surely_chance_is_never_told(truth, level):
    seen = set()
    for n in range(8):
        history = make(truth, days=170, seed=f"both ways {n}")
        surely = is_surely_chance(history.pain, history.practised, level)
        told = associate(history.pain, history.practised, level=level).is_told
        assert not (surely and told)
        seen.add((surely, told))

    assert (False, True) in seen if truth is EFFECT else (True, False) in seen


def test_two_years_hold_six_looks():
    assert days_of_looks(104) == [42, 84, 168, 336, 504, 672]


def test_a_strong_difference_is_told_and_the_same_seed_tells_the_same():
    assert [is_told(EFFECT, 26, f"strong {n}") for n in (1, 1, 2)] == [True, True, True]
