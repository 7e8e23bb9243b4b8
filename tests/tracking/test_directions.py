# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Directions whose statistics are known."""

import numpy as np
import pytest
from groundshift.algorithms.tracking.directions import (
    along,
    concentration_parameter,
    parse_months,
    prevailing,
    rates,
    rayleigh,
    rose,
    season_years,
)


def vectors(degrees, length=1.0):
    angle = np.radians(degrees)
    return length * np.sin(angle), length * np.cos(angle)


@pytest.mark.parametrize("degrees", [0.0, 45.0, 135.0, 225.0, 315.0])
def test_every_quadrant_is_its_own(degrees):
    """An arc tangent of the quotient takes 225 degrees for 45."""
    found = prevailing(*vectors(np.full((3, 1), degrees)))
    assert found.direction[0] == pytest.approx(degrees, abs=1e-9)
    assert found.concentration[0] == pytest.approx(1.0)


def test_the_mean_of_350_and_10_is_north():
    found = prevailing(*vectors(np.array([[350.0], [10.0]])))
    assert min(found.direction[0], 360 - found.direction[0]) == pytest.approx(0.0, abs=1e-9)


def test_uniform_within_20_degrees_has_a_concentration_of_0_98():
    found = prevailing(*vectors(np.linspace(70, 110, 4001)[:, None]))
    assert found.direction[0] == pytest.approx(90.0)
    assert found.concentration[0] == pytest.approx(
        np.sin(np.radians(20)) / np.radians(20), rel=1e-3
    )
    assert found.concentration[0] == pytest.approx(0.980, abs=5e-4)


def test_length_does_not_weigh_but_short_ones_do_not_count():
    east, north = vectors(np.array([[0.0], [90.0]]), np.array([[1.0], [100.0]]))
    assert prevailing(east, north).direction[0] == pytest.approx(45.0)
    found = prevailing(east, north, 2.0)
    assert found.direction[0] == pytest.approx(90.0) and found.count[0] == 1
    nothing = prevailing(np.full((2, 1), np.nan), np.full((2, 1), np.nan))
    assert np.isnan(nothing.direction[0]) and np.isnan(nothing.concentration[0])
    assert np.isnan(nothing.chance[0]) and nothing.count[0] == 0


@pytest.mark.parametrize("count", [5, 10, 40])
def test_chance_is_right_for_directions_without_any(count):
    rng = np.random.default_rng(count)
    found = prevailing(*vectors(rng.uniform(0, 360, (count, 40000))))
    for level in (0.01, 0.05, 0.3):
        share = np.mean(found.chance <= level)
        assert share == pytest.approx(level, abs=3 * np.sqrt(level / 40000) + 0.1 * level)
    assert rayleigh(1.0, 1) == 1.0


def test_kappa_is_that_of_von_mises():
    rng = np.random.default_rng(1)
    for kappa in (0.5, 2.0, 8.0):
        angle = np.degrees(rng.vonmises(1.0, kappa, (400, 200)))
        found = prevailing(*vectors(angle))
        assert np.median(found.kappa) == pytest.approx(kappa, rel=0.05)
        assert np.median(found.direction) == pytest.approx(np.degrees(1.0), abs=3.0)
    assert concentration_parameter(0.5, 10) < concentration_parameter(0.5, 100)


def test_motion_along_a_direction():
    east, north = vectors(np.array([30.0, 90.0, 210.0]), 2.0)
    assert along(east, north, 30.0) == pytest.approx([2.0, 1.0, -2.0])


def test_rates_of_seasons_from_maps_that_span_both():
    first = np.arange("2018-01-01", "2020-06-01", 50, dtype="datetime64[D]")
    inside, outside = season_years(first, first + 70, parse_months("6-9"))
    assert (inside + outside) == pytest.approx(np.full(len(first), 70 / 365.25))
    moved = (3.0 * inside + 0.5 * outside)[:, None, None] * np.ones((1, 2, 2))
    moved[3, 0, 0] = np.nan
    found = rates(moved, inside, outside)
    assert found.season == pytest.approx(np.full((2, 2), 3.0))
    assert found.rest == pytest.approx(np.full((2, 2), 0.5))
    assert found.ratio == pytest.approx(np.full((2, 2), 6.0))
    none = rates(moved, 0 * inside, inside + outside)
    assert np.isnan(none.season).all() and np.isfinite(none.mean).all()


def test_the_rates_deviation_is_honest():
    rng = np.random.default_rng(2)
    span = rng.uniform(0.1, 2.0, 30)
    moved = 1.5 * span[:, None, None] + rng.normal(0, 0.2, (30, 40, 40))
    found = rates(moved, 0 * span, span)
    assert np.sqrt(np.mean(((found.mean - 1.5) / found.std) ** 2)) == pytest.approx(1.0, abs=0.1)


def test_months():
    assert parse_months("11-2, 5") == (1, 2, 5, 11, 12)
    assert parse_months("") == ()
    for wrong in ("summer", "0", "3-4-5", "13"):
        with pytest.raises(ValueError):
            parse_months(wrong)


def test_a_rose_begins_in_the_north():
    counts = rose(np.array([0.0, 4.9, 355.1, 5.1, 90.0, np.nan]), 36)
    assert counts[0] == 3 and counts[1] == 1 and counts[9] == 1 and counts.sum() == 5
