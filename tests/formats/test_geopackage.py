# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What numbers look like in tables."""

import sqlite3

import numpy as np
import pytest
from groundshift.algorithms.data.points import Points
from groundshift.algorithms.formats.points.points import write_points
from groundshift.algorithms.formats.vectors.geopackage import as_rows
from hypothesis import given
from hypothesis import strategies as st


@given(
    st.lists(st.integers(-999_999, 999_999), min_size=1, max_size=30), st.integers(0, 9),
    st.booleans(),
)  # fmt: skip
def test_single_precision_is_told_with_the_digits_that_it_has(whole, digits, masked):
    wanted = [number / 10**digits for number in whole]
    values = np.array(wanted, np.float32)
    if masked:
        values, wanted = np.ma.array(values, mask=[True] + [False] * (len(whole) - 1)), list(wanted)
        wanted[0] = None
    assert as_rows(values) == wanted


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 0.0, 3e-42, 1e-31, 1e7, 3.4e38])
def test_what_has_no_such_digits_stays(value):
    single = np.float32(value)
    np.testing.assert_array_equal(as_rows(np.array([single])), [float(single)])


def test_points_show_hundredths_of_millimetres(tmp_path):
    path, series = tmp_path / "points.gpkg", np.array([[0.0, 0.00766, -0.01234]], np.float32)
    one = np.ones(1, np.float32)
    dates = np.array(["2020-01-01", "2020-01-13", "2020-01-25"], "datetime64[D]")
    points = Points.along_look(
        "", one, one, one * 7.658e-3, one * 4.516e-3, one * 0.9714, dates, series,
        extra={"height_m": one * 159.92},
    )  # fmt: skip
    write_points(path, points)
    (row,) = sqlite3.connect(path).execute("SELECT * FROM points")
    assert row[2:] == (7.658, 4.516, 0.9714, 159.92, 0.0, 7.66, -12.34)
