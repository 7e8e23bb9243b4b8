# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.data.trace import (
    Trace,
    mean_trace,
    relative,
    series_columns,
    starting_at_zero,
    trace_of_rows,
)
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given
from hypothesis import strategies as st

DAYS = np.array(["2020-01-01", "2020-01-13", "2020-01-25"], "datetime64[D]")


@pytest.mark.parametrize(
    "names",
    [
        ["fid", "D20200125", "D20200101", "D20200113"],
        ["20200101", "20200113", "20200125", "VEL"],
        ["d_20200101", "d_20200113", "d_20200125"],
        ["2020-01-01", "2020-01-13", "2020-01-25"],
        ["01-Jan-2020", "13-Jan-2020", "25-Jan-2020"],
    ],
)
def test_common_names_of_dates(names):
    columns = series_columns(names)
    np.testing.assert_array_equal(columns.dates, DAYS)
    assert columns.errors == ()


def test_a_table_without_dates_is_no_series():
    assert series_columns(["fid", "velocity_mm_yr", "D20200101"]) is None


@pytest.mark.parametrize("prefix", ["std_", "STD", "stdev_", "sigma_", "err", "error_", "s"])
def test_columns_of_errors(prefix):
    names = ["D20200113", "D20200101", f"{prefix}20200101", f"{prefix}20200113"]
    columns = series_columns(names)
    assert columns.fields == ("D20200101", "D20200113")
    assert columns.errors == (f"{prefix}20200101", f"{prefix}20200113")
    trace = trace_of_rows("a", columns, [[1, None]], [[0.5, 0.25]])
    assert trace.points == [("2020-01-01", 1.0, 0.5)]


def test_errors_that_do_not_belong_to_all_dates_are_none():
    assert series_columns(["D20200101", "D20200113", "std_20200101"]).errors == ()


def test_metres_become_millimetres():
    columns = series_columns(["20200101_m", "20200113_m"])
    trace = trace_of_rows("a", columns, [["0.5", 0.25]])
    np.testing.assert_allclose(trace.values, [500.0, 250.0])
    assert trace.unit == "mm"


def test_the_mean_has_its_spread():
    values = np.array([[1.0, 2.0, 6.0], [3.0, 6.0, 6.0], [2.0, np.nan, 0.0]])
    trace = mean_trace("a", DAYS, values, "mm")
    assert trace.members == 2, "a member with gaps would fake motion"
    np.testing.assert_allclose(trace.values, [2.0, 4.0, 6.0])
    np.testing.assert_allclose(trace.std, [np.sqrt(2), np.sqrt(8), 0.0])


def test_where_all_have_gaps_all_are_taken():
    values = np.array([[1.0, np.nan, 6.0], [3.0, 6.0, np.nan]])
    trace = mean_trace("a", DAYS, values, "mm")
    np.testing.assert_allclose(trace.values, [2.0, 6.0, 6.0])
    assert np.isnan(trace.std[1:]).all()


def test_nothing_is_refused():
    columns = series_columns(["D20200101", "D20200113"])
    for rows in ([], [[None, None]]):
        with pytest.raises(GroundshiftError, match="no value"):
            trace_of_rows("a", columns, rows)


@given(st.lists(st.floats(-1e3, 1e3), min_size=3, max_size=3), st.floats(0, 10), st.floats(0, 10))
def test_relative_to_another(values, mine, other):
    trace = Trace("a", DAYS, np.array(values), np.full(3, mine))
    reference = Trace("b", DAYS[1:], np.array([1.0, 2.0]), np.full(2, other))
    found = relative(trace, reference)
    np.testing.assert_array_equal(found.dates, DAYS[1:])
    np.testing.assert_allclose(found.values, np.array(values[1:]) - [1.0, 2.0])
    np.testing.assert_allclose(found.std, np.hypot(mine, other), atol=1e-9)
    assert (relative(trace, trace).values == 0).all()


def test_relative_keeps_the_covariance_of_the_dates_in_common():
    shape = np.diag([1.0, 4.0, 9.0])
    trace = Trace("a", DAYS, np.zeros(3), covariance=shape)
    found = relative(trace, Trace("b", DAYS[[0, 2]], np.ones(2), covariance=np.eye(2)))
    np.testing.assert_allclose(found.covariance, np.diag([2.0, 10.0]))


def test_references_that_do_not_fit_are_refused():
    trace = Trace("a", DAYS, np.zeros(3))
    with pytest.raises(GroundshiftError, match="1 date"):
        relative(trace, Trace("b", DAYS[:1], np.zeros(1)))
    with pytest.raises(GroundshiftError, match="unit"):
        relative(trace, Trace("b", DAYS, np.zeros(3), unit="rad"))


def test_starting_at_zero_takes_the_first_value_there_is():
    trace = starting_at_zero(Trace("a", DAYS, np.array([np.nan, 2.0, 5.0])))
    np.testing.assert_allclose(trace.values, [np.nan, 0.0, 3.0])
