# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Earthquakes before and after, the plane that counts, and what chance gives."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.stress import catalogue as c
from groundshift.algorithms.stress import significance as s
from groundshift.algorithms.stress.coulomb import coulomb_change
from groundshift.algorithms.stress.fault_stress import Friction
from scipy.stats import kstest

MAIN = np.datetime64("2025-03-28T06:20:54", "ms")


def _events(times, magnitudes=None):
    count = len(times)
    magnitudes = np.full(count, 4.0) if magnitudes is None else np.array(magnitudes, float)
    return c.Events(
        np.zeros((count, 3)), np.zeros((count, 2, 3)), np.array(times, "datetime64[ms]"), magnitudes
    )


def test_periods():
    events = _events(
        ["2025-03-01", "2025-03-28T06:20:00", "2025-03-28T06:20:52", "2025-03-28T06:21:30",
         "2025-03-28T09:00:00", "2026-01-01", "NaT"], [4, 4, 7.7, 5, 5, 4, 4],
    )  # fmt: skip
    before, after, main = c.periods(events, MAIN, False)
    assert list(np.flatnonzero(main)) == [2]
    assert list(np.flatnonzero(before)) == [0, 1]
    assert list(np.flatnonzero(after)) == [3, 4, 5]
    before, after, main = c.periods(events, np.datetime64("2025-03-28"), True)
    assert list(np.flatnonzero(main)) == [2]
    assert list(np.flatnonzero(before)) == [0]
    assert list(np.flatnonzero(after)) == [1, 3, 4, 5]
    before, after, _ = c.periods(events, MAIN, False, 10, 2)
    assert list(np.flatnonzero(before)) == [1] and list(np.flatnonzero(after)) == [3, 4]
    before, after, main = c.periods(events, None, False)
    assert after.all() and not before.any() and not main.any()
    # Without its own entry in the catalogue nothing else is taken for the mainshock.
    assert not c.periods(_events(["2025-03-28T06:30"]), MAIN, False)[2].any()


def test_rules():
    change = np.array([[1.0, -2], [-3, 4], [np.nan, np.nan]])
    rng = np.random.default_rng(0)
    for rule, wanted in (
        ("higher", [1, 4, np.nan]), ("lower", [-2, -3, np.nan]), ("mean", [-0.5, 0.5, np.nan]),
        ("first", [1, -3, np.nan]), ("second", [-2, 4, np.nan]),
    ):  # fmt: skip
        np.testing.assert_array_equal(c.picked(change, rule, rng)[0], wanted)
    many = c.picked(np.tile([[0.0, 1.0]], (4000, 1)), "random", rng)[0]
    assert abs(many.mean() - 0.5) < 0.03
    with pytest.raises(GroundshiftError, match="no rule"):
        c.picked(change, "best", rng)


def test_both_planes_and_their_stress():
    rng = np.random.default_rng(1)
    first = rng.uniform([0, 0.2, -3], [6, 1.5, 3], (30, 3))
    second = np.full((30, 3), np.nan)
    first[3], second[5] = np.nan, (1.0, 1.0, 1.0)
    planes = c.both_planes(first, second)
    assert np.isnan(planes[3]).all()
    np.testing.assert_array_equal(planes[5, 1], 1.0)
    stress = rng.normal(size=(30, 3, 3))
    stress += np.swapaxes(stress, 1, 2)
    friction = Friction(0.6, 0.5)
    found = c.event_stress(stress, planes, friction, "higher", rng)
    for k in (0, 1):
        plain = coulomb_change(stress, *planes[:, k].T, 0.6, 0.5)
        np.testing.assert_allclose(found.planes.change[:, k], plain.change)
    np.testing.assert_array_equal(found.change, found.planes.change.max(axis=1))


def test_shares_and_their_intervals():
    share = s.share_of(np.r_[np.ones(8), -np.ones(2), np.nan, 0.0])
    assert (share.positive, share.count) == (8, 11)
    # Clopper and Pearson (1934) of 8 in 11, from the quantiles of the beta distribution.
    assert (share.low, share.high) == pytest.approx((0.3903, 0.9398), abs=1e-4)
    assert s.binomial_p(share, 0.5) == pytest.approx((165 + 55 + 11 + 1) / 2**11)
    # Fisher's tea: 3 of 4 against 1 of 4.
    three, one = (s.share_of([1, 1, 1, -1]), s.share_of([1, -1, -1, -1]))
    assert s.fisher_p(three, one) == pytest.approx(17 / 70)
    nothing = s.share_of([np.nan])
    assert np.isnan([nothing.value, s.binomial_p(nothing, 0.5), s.fisher_p(share, nothing)]).all()
    assert np.isnan(s.by_chance(nothing, None, 9).p)


def test_intervals_cover_the_truth():
    rng = np.random.default_rng(2)
    held = 0
    for _ in range(400):
        share = s.share_of(np.where(rng.random(40) < 0.37, 1.0, -1.0))
        held += share.low <= 0.37 <= share.high
    assert held / 400 >= 0.93


def test_chance_alarms_at_its_nominal_rate():
    """Aftershocks that know nothing of the stress get p-values that are even."""
    rng = np.random.default_rng(3)
    pool = rng.normal(-0.3, 1.0, 4000)
    p = []
    for _ in range(200):
        share = s.share_of(rng.choice(pool, 60))
        p.append(s.by_chance(share, lambda: rng.choice(pool, 60), 99).p)
    p = np.array(p)
    assert (p <= 0.05).mean() < 0.09
    # Shares come in steps, and ties count against: p is at least even.
    assert kstest(p, "uniform", alternative="greater").pvalue > 0.01
    assert p.mean() < 0.62


def test_chance_sees_what_is_there():
    rng = np.random.default_rng(4)
    pool = rng.normal(-0.3, 1.0, 4000)
    share = s.share_of(np.abs(rng.normal(size=60)))
    found = s.by_chance(share, lambda: rng.choice(pool, 60), 199)
    assert found.p == pytest.approx(1 / 200)
    assert found.expected == pytest.approx((pool > 0).mean(), abs=0.02)
    assert found.low < found.expected < found.high < share.value


def test_random_places_fill_the_hull():
    rng = np.random.default_rng(5)
    corners = np.array([[0, 0, -1e3], [1e4, 0, -2e3], [0, 1e4, -3e3]], float)
    places = s.places_around(corners, 3000, rng)
    assert (places[:, :2].sum(axis=1) <= 1e4 + 1e-6).all() and (places[:, :2] >= 0).all()
    np.testing.assert_allclose(places[:, :2].mean(axis=0), 1e4 / 3, rtol=0.05)
    assert set(places[:, 2]) == {-1e3, -2e3, -3e3}
    on_a_line = s.places_around(np.array([[0.0, 5, -1], [9, 5, -1], [4, 5, -1]]), 50, rng)
    np.testing.assert_array_equal(on_a_line[:, 1], 5)
    assert len(s.places_around(corners[:1], 7, rng)) == 7
