# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.data.dates import dates_in, parse_date, parse_dates, parse_pairs
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.statistics import Sampler
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given, settings
from hypothesis import strategies as st

SKEWED = Grid(40, 30, (500000.0, 20.0, 3.0, 4200000.0, -2.0, -25.0))


@given(st.integers(0, 39), st.integers(0, 29))
def test_index_is_the_inverse_of_xy_on_a_rotated_grid(row, col):
    assert SKEWED.index(*SKEWED.xy(row, col)) == (row, col)


def test_pixel_centres_lie_half_a_pixel_inside():
    grid = Grid(2, 3, (100.0, 10.0, 0.0, 50.0, 0.0, -10.0))
    assert grid.xy(0, 0) == (105.0, 45.0)
    assert grid.index(100.1, 49.9) == (0, 0)
    assert not grid.contains(*grid.index(99.9, 49.9))


@settings(max_examples=60)
@given(st.integers(1, 400), st.integers(1, 900), st.integers(1, 200000))
def test_blocks_cover_every_pixel_once(rows, cols, pixels):
    seen = np.zeros((rows, cols), int)
    for window in Grid(rows, cols).blocks(pixels):
        seen[window.slices] += 1
        assert window.row % 64 == 0 and window.col % 256 == 0  # whole tiles of the outputs
    assert (seen == 1).all()


def test_blocks_stay_within_the_size_asked_for():
    sizes = [w.size for w in Grid(3000, 5000).blocks(100_000)]
    assert max(sizes) <= 100_000


def test_aligned_grids_may_differ_by_a_fraction_of_a_pixel():
    grid = Grid(10, 10, (0.0, 1.0, 0.0, 10.0, 0.0, -1.0))
    near = Grid(10, 10, (0.01, 1.0, 0.0, 10.0, 0.0, -1.0))
    far = Grid(10, 10, (0.2, 1.0, 0.0, 10.0, 0.0, -1.0))
    assert grid.aligned_with(near)
    assert not grid.aligned_with(far)
    assert not grid.aligned_with(Grid(10, 11, grid.transform))


@pytest.mark.parametrize("pixels", [64 * 256, 10**7])
def test_statistics_do_not_depend_on_the_blocks(pixels):
    grid = Grid(700, 900)
    values = np.random.default_rng(3).normal(5, 2, grid.shape)
    values[::7] = np.nan
    sampler = Sampler(grid)
    for window in grid.blocks(pixels):
        sampler.add(window, values[window.slices])
    summary = sampler.summary()
    assert summary.count == np.isfinite(values).sum()
    assert summary.minimum == np.nanmin(values)
    assert summary.mean == pytest.approx(np.nanmean(values))
    assert summary.p98 == pytest.approx(np.nanpercentile(values, 98), abs=0.05)


@pytest.mark.parametrize(
    ("high", "peak"), [(3.0, 3.0), (1e6, 5.0), (-4.0, 4.0), (0.0, 1.0)]
)  # fmt: skip
def test_a_small_place_sets_the_peak_and_a_wrong_value_does_not(high, peak):
    values = np.resize([1.0, -1.0], (100, 100))
    values[4, 4] = high
    sampler = Sampler(Grid(100, 100))
    sampler.add_values(values)
    assert sampler.summary().peak == pytest.approx(peak)


def test_an_all_nan_layer_has_no_statistics():
    sampler = Sampler(Grid(4, 4))
    sampler.add(Grid(4, 4).blocks(99)[0], np.full((4, 4), np.nan))
    assert sampler.summary().count == 0
    assert np.isnan(sampler.summary().p98)


def test_dates_and_pairs_as_people_type_them():
    assert parse_dates("20200105, 2020-01-17;2020/01/29") == [
        np.datetime64("2020-01-05"), np.datetime64("2020-01-17"), np.datetime64("2020-01-29"),
    ]  # fmt: skip
    assert parse_dates("  ") == []
    assert parse_pairs("2023-09-04-063730__2023-09-16-063730") == [
        (np.datetime64("2023-09-04"), np.datetime64("2023-09-16"))
    ]
    assert parse_pairs("20200105_20200117") == [
        (np.datetime64("2020-01-05"), np.datetime64("2020-01-17"))
    ]


@pytest.mark.parametrize("text", ["20201305", "yesterday", "2020", "20200105T12"])
def test_what_is_no_date_is_named(text):
    with pytest.raises(GroundshiftError, match="is no date"):
        parse_date(text)


def test_what_is_no_pair_is_named():
    with pytest.raises(GroundshiftError, match="no pair of dates"):
        parse_pairs("20200105-20200117")


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("2023-09-04-063730__2023-09-16-063730", "2023-09-04 2023-09-16"),
        ("2023-09-04-063730__2023-09-16-063730_coh.tif", "2023-09-04 2023-09-16"),
        ("S1_20230904063730_20230916063730.tif", "2023-09-04 2023-09-16"),
        ("20230904T063730_20230916T063730_unw.tif", "2023-09-04 2023-09-16"),
        ("2023-09-04T06-37-30.tif", "2023-09-04"),
        ("20200105_20200117.unw", "2020-01-05 2020-01-17"),
        ("t123_20230230_99999999999999.tif", ""), ("12023090412.tif", ""),
    ],
)  # fmt: skip
def test_names_hold_dates(name, dates):
    assert " ".join(str(date) for date in dates_in(name)) == dates
