# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates in names of columns."""

import datetime

import numpy as np
import pytest
from groundshift.algorithms.data.date_columns import find_dates
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given
from hypothesis import strategies as st

DAYS = st.lists(
    st.dates(datetime.date(1992, 1, 1), datetime.date(2069, 12, 31)), min_size=1, max_size=12,
    unique=True,
)  # fmt: skip
PLAIN = (
    "%Y%m%d", "D%Y%m%d", "D_%Y%m%d", "X%Y.%m.%d", "%Y-%m-%d", "%Y/%m/%d", "disp_%Y%m%d",
    "%Y%m%dT053012", "%Y-%m-%dT05:30:12", "%Y-%m-%d 05:30", "%Y%m%d_mm", "%Y-%m-%d [mm]",
    "%d-%b-%Y", "%d%b%Y", " '%Y%m%d'",
)  # fmt: skip


@given(days=DAYS, pattern=st.sampled_from(PLAIN))
def test_every_plain_pattern_is_read(days, pattern):
    names = [day.strftime(pattern) for day in days]
    found = find_dates(["VEL", *names, "H_STDEV"])
    expected = dict(zip(names, (np.datetime64(day) for day in days)))
    assert found.fields == expected
    assert list(found.fields.values()) == sorted(expected.values())
    assert found.note == ""


@pytest.mark.parametrize(
    "name",
    ["20201301", "20200230", "id20200101x", "2020010", "202001011", "12345678", "mean_velocity",
     "V20200101", "20200101T99", "1/2/3", "32/01/2020", "31 Foo 2020", ""],
)  # fmt: skip
def test_what_is_no_date_is_passed_over(name):
    assert find_dates([name, "20200101"]).fields == {"20200101": np.datetime64("2020-01-01")}


@pytest.mark.parametrize(
    "names, order, first",
    [
        (["01/02/2020", "13/02/2020"], "day, month, year", "2020-02-01"),
        (["01/02/2020", "01/14/2020"], "month, day, year", "2020-01-02"),
        # Each may be either, but only one order is that of time.
        (["11/01/2020", "12/01/2020", "01/02/2020", "02/02/2020"], "day, month", "2020-01-11"),
        # As SARPROZ writes them: no day 16 to 18 rules out an order by itself.
        (["16/12/24", "17/01/05", "17/01/17", "18/01/02"], "year, month, day", "2016-12-24"),
    ],
)
def test_open_orders_are_settled_by_the_names(names, order, first):
    found = find_dates(names)
    assert min(found.fields.values()) == np.datetime64(first)
    assert order in found.note


@pytest.mark.parametrize(
    "names", [["01/02/2020"], ["01/02/2020", "03/02/2020", "05/02/2020", "07/02/2020"]]
)
def test_dates_that_cannot_be_told_are_refused_unless_told(names):
    with pytest.raises(GroundshiftError, match=r"t\.csv: day and month .* '01/02/2020'.*dmy, mdy"):
        find_dates(names, where="t.csv")
    assert min(find_dates(names, "dmy").fields.values()) == np.datetime64("2020-02-01")
    assert min(find_dates(names, "mdy").fields.values()) == np.datetime64("2020-01-02")


def test_an_order_that_gives_no_dates_is_refused():
    with pytest.raises(GroundshiftError, match="no dates in the order 'mdy'"):
        find_dates(["13/02/2020"], "mdy")


def test_a_date_that_comes_twice_is_refused():
    with pytest.raises(GroundshiftError, match="'20200101T050000' and '20200101T170000'"):
        find_dates(["20200101T050000", "20200101T170000"])


@pytest.mark.parametrize(
    "names, unit",
    [(["D20200101", "D20200113"], ""), (["20200101_mm", "20200113_mm"], "mm"),
     (["2020-01-01 [cm]", "2020-01-13"], "cm"), (["20200101m"], "m"),
     (["D20200101", "coherence_m", "height_m"], ""), (["01-Jan-2020 (M)"], "m")],
)  # fmt: skip
def test_the_unit_is_that_of_the_names(names, unit):
    assert find_dates(names).unit == unit


def test_columns_in_different_units_are_refused():
    with pytest.raises(GroundshiftError, match="'20200101_mm' and '20200113_m' are in different"):
        find_dates(["20200113_m", "20200101_mm"])
