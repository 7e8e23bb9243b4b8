# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points with rates: the same whether their series are in memory or on disk."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.points import PointRows, Points

COUNT = 5
DATES = np.datetime64("2020-01-01") + 12 * np.arange(3)
SERIES = np.arange(15.0).reshape(COUNT, 3)


def points(**more):
    return Points.along_look(
        "", np.arange(5.0), np.zeros(5), np.arange(5.0) / 1e3, np.full(5, 1e-3), np.ones(5), DATES,
        **more,
    )  # fmt: skip


@pytest.mark.parametrize("index", [[3, 1], slice(1, 4), np.arange(COUNT) % 2 == 1])
def test_series_go_with_their_points(index):
    held = points(displacement=SERIES, extra={"height_m": np.arange(5)}).take(index)
    read = points(series=lambda rows: SERIES[rows]).take(index)
    rows = np.array([1, 0])
    np.testing.assert_array_equal(held.displacement(rows), SERIES[index][rows])
    np.testing.assert_array_equal(read.displacement(rows), held.displacement(rows))
    np.testing.assert_array_equal(held.extra["height_m"], np.arange(5)[index])
    np.testing.assert_array_equal(held.velocity, held.x / 1e3)
    assert len(held) == len(held.coherence) == len(held.velocity_std) and held.names is None


def test_metres_about_the_middle():
    degrees = Points.along_look(
        wkt_from_epsg(4326), np.array([15.0, 15.01]), np.array([41.0, 41.0]), *np.zeros((2, 2))
    )
    # A hundredth of a degree of longitude at 41 degrees of latitude (WGS 84).
    assert np.ptp(degrees.xy[:, 0]) == pytest.approx(841.36, abs=0.01)
    assert degrees.xy.mean(axis=0) == pytest.approx([0, 0], abs=0.1)
    np.testing.assert_array_equal(points().xy, np.stack([np.arange(5.0), np.zeros(5)], axis=1))


def test_rows_of_a_table():
    rows = PointRows(np.arange(5.0), np.zeros(5), SERIES.T, {"coherence": np.ones(5)}, {}, 0.5)
    some = rows.take(np.arange(COUNT) > 2)
    assert len(some) == len(some.columns["coherence"]) == 2 and some.done == 0.5
    np.testing.assert_array_equal(some.series, SERIES[3:].T)
