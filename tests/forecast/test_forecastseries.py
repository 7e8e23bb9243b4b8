# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Forecasts: against scikit-learn, against the simple ones, and intervals that cover."""

import driver_files as made
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.driver_series import Driver
from groundshift.algorithms.forecast.forecasting import (
    LENGTHS,
    METHODS,
    SIZES,
    Forecaster,
    Methods,
    _Process,
    terms,
)
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.toolbox import call

DATES = np.datetime64("2016-01-01") + np.arange(0, 2200, 12)
DAYS = DATES.astype(int)
AHEAD = DATES[-1] + np.arange(12, 181, 12)
YEARS = (DAYS - DAYS[0]) / 365.25


def red(count, alike, seed=0):
    out = np.random.default_rng(seed).standard_normal((count, len(DATES)))
    for k in range(1, len(DATES)):
        out[:, k] = alike * out[:, k - 1] + np.sqrt(1 - alike**2) * out[:, k]
    return out


def lines(count, seed=1):
    return np.outer(np.random.default_rng(seed).normal(0, 10, count), YEARS)


def seasons(count, seed=2):
    phase = np.random.default_rng(seed).uniform(0, 6.3, (count, 1))
    return 8 * np.sin(2 * np.pi * YEARS + phase)


def test_a_process_is_that_of_scikit_learn():
    process = pytest.importorskip("sklearn.gaussian_process")
    kernels = process.kernels
    rows = red(1, 0.9)[:, :80]
    days, then = DAYS[:80].astype(float), DAYS[80:90].astype(float)
    nothing = np.zeros((80, 6)), np.zeros((10, 6))
    own = _Process(*nothing, days, then, 10.0, LENGTHS[1], SIZES[1])
    kernel = SIZES[1] * kernels.Matern(LENGTHS[1], nu=1.5) + kernels.WhiteKernel(1.0)
    other = process.GaussianProcessRegressor(kernel, alpha=0.0, optimizer=None)
    mean, std = other.fit(days[:, None], rows[0]).predict(then[:, None], return_std=True)
    np.testing.assert_allclose((rows @ own.weights.T)[0], mean, atol=1e-9)
    np.testing.assert_allclose(own.variance, std**2, rtol=1e-9)
    power = ((rows @ own.whiten.T) ** 2).sum()
    evidence = -0.5 * (power + own.determinant + 80 * np.log(2 * np.pi))
    assert evidence == pytest.approx(other.log_marginal_likelihood_value_, rel=1e-9)


def test_ridge_is_the_plain_one():
    here = terms(DAYS[:60], DAYS[0], DAYS[59], DAYS[59])
    ahead = terms(DAYS[60:70], DAYS[0], DAYS[59], DAYS[59])
    own = _Process(here, ahead, DAYS[:60].astype(float), DAYS[60:70].astype(float), 10.0)
    values = (lines(1) + seasons(1))[0, :60]
    penalty = np.diag([1e-6, 1e-6, 0.1, 0.1, 0.1, 0.1])
    plain = ahead @ np.linalg.solve(here.T @ here + penalty, here.T @ values)
    np.testing.assert_allclose(own.weights @ values, plain, atol=1e-6)


@pytest.mark.parametrize(
    ("values", "best"),
    [
        (lines(300) + 2 * red(300, 0), "line"),
        (lines(300) + seasons(300) + 2 * red(300, 0), "ridge"),
        (2 * np.cumsum(red(300, 0), axis=1), "persistence"),
        (lines(300) + 6 * red(300, 0.95) + red(300, 0, 9), "gaussian_process"),
    ],
)
def test_intervals_cover_and_the_better_one_is_taken(values, best):
    forecaster = Forecaster(DATES, AHEAD)
    forecaster.calibrate(values)
    found = forecaster(values)
    own = np.arange(len(values))
    assert found.covered[found.method, own].mean() == pytest.approx(0.91, abs=0.04)
    chosen = np.sqrt(np.mean(found.rmse[found.method, own] ** 2))
    least = np.sqrt(np.mean(found.rmse**2, axis=1))
    assert chosen < 1.1 * least[METHODS.index(best)]
    assert least[METHODS.index(best)] < 1.03 * least.min()
    assert (found.low < found.values).all()
    assert (found.values < found.high).all()


def test_what_comes_is_not_known():
    """Neither the dates held out nor drivers of that time change an earlier forecast."""
    values = lines(20) + seasons(20) + red(20, 0.5)
    level = np.random.default_rng(0).standard_normal(3000).cumsum()
    first = DATES[0] - np.timedelta64(100, "D")
    spoilt = level.copy()
    spoilt[100 + (DAYS[99] - DAYS[0]) + 1 :] = 1e6
    one, other = (
        Methods(DAYS[:100], DAYS[100:110], [Driver("level", "m", first, part, False)], (0, 30))(
            values[:, :100]
        )
        for part in (level, spoilt)
    )
    np.testing.assert_array_equal(one.values, other.values)


def test_gaps_blocks_and_too_few_dates():
    forecaster = Forecaster(DATES, AHEAD)
    values = lines(30) + seasons(30) + red(30, 0.5)
    forecaster.calibrate(values)
    values[3, 50:60], values[4, 10:] = np.nan, np.nan
    whole = forecaster(values)
    parts = [forecaster(values[k : k + 1]) for k in range(30)]
    np.testing.assert_array_equal(whole.method, [part.method[0] for part in parts])
    np.testing.assert_allclose(whole.values, [part.values[0] for part in parts], rtol=1e-8)
    assert whole.method[4] == -1
    assert np.isnan(whole.values[4]).all()
    with pytest.raises(GroundshiftError, match="forecast less far"):
        Forecaster(DATES[:14], AHEAD)


def test_the_tool_forecasts_points_with_a_driver(tmp_path):
    made.level_table(tmp_path / "level.csv")
    made.driven_points(tmp_path / "p.gpkg")
    found = call(
        "forecastseries", points=tmp_path / "p.gpkg", drivers=[tmp_path / "level.csv"], lags="45",
        horizon=60, forecast=tmp_path / "f.gpkg", report=tmp_path / "r.html",
        curves=tmp_path / "c.csv",
    )  # fmt: skip
    assert found["chosen"] < 0.8 * min(found["persistence"], found["line"])
    assert found["covered"] == pytest.approx(90, abs=6)
    table = read_table(tmp_path / "f.gpkg")
    low, change, high = (table.numbers(f"change{part}_mm") for part in ("_low", "", "_high"))
    assert ((low < change) & (change < high)).all()
    assert len((tmp_path / "c.csv").read_text().splitlines()) == 1 + 5
    assert "Gaussian process" in (tmp_path / "r.html").read_text()


def test_a_driver_of_another_time(tmp_path):
    made.driven_points(tmp_path / "p.gpkg")
    made.level_table(
        tmp_path / "level.csv", np.where(np.arange(made.DAYS) < 900, made.level(), np.nan)
    )
    with pytest.raises(GroundshiftError, match="less than 80 % of the time of the motion"):
        call("forecastseries", points=tmp_path / "p.gpkg", drivers=[tmp_path / "level.csv"],
             report=tmp_path / "r.html")  # fmt: skip
    with pytest.raises(GroundshiftError, match="is no list of days"):
        call("forecastseries", points=tmp_path / "p.gpkg", lags="x", report=tmp_path / "r.html")
    assert not (tmp_path / "r.html").exists()
