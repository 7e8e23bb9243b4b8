# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.areas.swath import PERCENTILES, Line, swath
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given
from hypothesis import strategies as st

CORNER = Line(np.array([[0.0, 0.0], [100.0, 0.0], [100.0, 50.0]]))


def test_places_along_and_across():
    along, across = CORNER.locate([[10, 5], [10, -5], [95, 20], [104, 20], [-1, 0], [100, 51]])
    np.testing.assert_allclose(along, [10, 10, 120, 120, np.nan, np.nan])
    np.testing.assert_allclose(across[:4], [5, -5, 5, -4])


def test_the_outer_side_of_a_corner_belongs_to_the_line():
    along, across = CORNER.locate([[103.0, -4.0]])
    np.testing.assert_allclose(along, [100.0])
    np.testing.assert_allclose(np.abs(across), [5.0])


@given(st.floats(0, 150))
def test_a_place_of_the_line_is_found_again(distance):
    along, across = CORNER.locate(CORNER.at([distance]))
    np.testing.assert_allclose(along, [distance], atol=1e-9)
    np.testing.assert_allclose(across, [0.0], atol=1e-9)


def test_statistics_are_those_of_each_bin():
    rng = np.random.default_rng(1)
    points = rng.uniform([-20, -40], [170, 40], (3000, 2))
    values = rng.normal(size=3000)
    values[::7] = np.nan
    line = Line(np.array([[0.0, 0.0], [150.0, 0.0]]))
    found = swath(line, points, values, 30.0, 6)
    assert found.distance.tolist() == [12.5, 37.5, 62.5, 87.5, 112.5, 137.5]
    for k in range(6):
        x, y = points.T
        inside = (x >= 25 * k) & (x < 25 * (k + 1)) & (np.abs(y) <= 15) & np.isfinite(values)
        assert found.count[k] == inside.sum()
        assert found.mean[k] == pytest.approx(values[inside].mean())
        assert found.std[k] == pytest.approx(values[inside].std(ddof=1))
        np.testing.assert_allclose(
            found.percentiles[:, k], np.percentile(values[inside], PERCENTILES)
        )


def test_empty_bins_have_no_numbers():
    line = Line(np.array([[0.0, 0.0], [100.0, 0.0]]))
    found = swath(line, [[5.0, 0.0], [95.0, 1.0]], [1.0, 3.0], 10.0, 10)
    assert found.count.tolist() == [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert np.isnan(found.mean[1:-1]).all()
    assert [row[:3] for row in found.rows] == [(5.0, 1, 1.0), (95.0, 1, 3.0)]


def test_what_makes_no_profile_is_refused():
    with pytest.raises(GroundshiftError, match="no length"):
        Line(np.array([[1.0, 1.0], [1.0, 1.0]]))
    with pytest.raises(GroundshiftError, match="No value"):
        swath(CORNER, [[0.0, 500.0]], [1.0], 10.0, 5)
    with pytest.raises(GroundshiftError, match="positive"):
        swath(CORNER, [[0.0, 0.0]], [1.0], 0.0, 5)
