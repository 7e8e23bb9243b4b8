# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.coloured import MarkovNoise, estimate_noise
from groundshift.algorithms.timeseries.steps import (
    StepSearch,
    candidates,
    decimal_years,
    detect,
    single_level,
)
from groundshift.algorithms.timeseries.velocity import Design, VelocityModel, fit, search

DATES = np.datetime64("2018-01-06") + 12 * np.arange(80)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
MODEL = VelocityModel(1, True)
MATRIX = MODEL.design(DATES)
TABLE = candidates(DATES, 5)
AR1 = MarkovNoise("ar1", 40.0, 3.0)


def found(series, options, noise=None):
    design = Design(MATRIX, YEARS, TABLE, *([noise] if noise else []))
    return detect(series, design, options, single_level(design, options))


def white(pixels, seed=0):
    return np.random.default_rng(seed).normal(size=(len(DATES), pixels))


def test_the_best_step_is_that_of_a_plain_search():
    rng = np.random.default_rng(1)
    series = white(15)
    series[rng.random(series.shape) < 0.25] = np.nan
    got = search(series, Design(MATRIX, YEARS, TABLE), least=(5, 5))
    for pixel in range(15):
        use = np.isfinite(series[:, pixel])
        y = series[use, pixel]
        squares = []
        for column in TABLE[:, use]:
            if min(column.sum(), (1 - column).sum()) < 5:
                squares.append(np.inf)
                continue
            matrix = np.column_stack([MATRIX[use], column])
            squares.append(((y - matrix @ np.linalg.lstsq(matrix, y, rcond=None)[0]) ** 2).sum())
        best = min(squares)
        plain = np.linalg.lstsq(MATRIX[use], y, rcond=None)[1][0]
        # Neighbouring candidates are the same step where the date between them is missing.
        assert squares[got.entry[pixel]] == pytest.approx(best, rel=1e-9)
        assert got.gain[pixel] == pytest.approx(plain - best, rel=1e-7)
        assert got.squares[pixel] == pytest.approx(plain, rel=1e-9)


@pytest.mark.parametrize("level", [0.01, 0.05])
def test_false_alarms_are_as_rare_as_said_for_white_noise(level):
    series = white(8000, 2)
    options = StepSearch(level=level, seed=7)
    share = (found(series, options)[0] >= 0).mean()
    assert share == pytest.approx(level, abs=3 * np.sqrt(level / 8000) + 0.1 * level)
    series[np.random.default_rng(3).random(series.shape) < 0.2] = np.nan
    assert (found(series, options)[0] >= 0).mean() == pytest.approx(level, rel=0.35)


def test_correlated_noise_needs_its_colour_to_keep_the_level():
    rng = np.random.default_rng(4)
    series = np.linalg.cholesky(AR1.covariance(YEARS)) @ rng.normal(size=(len(DATES), 4000))
    options = StepSearch(level=0.05)
    assert (found(series, options)[0] >= 0).mean() > 0.5
    noise = estimate_noise(series[:, :500], MATRIX, YEARS, "ar1")
    assert (found(series, options, noise)[0] >= 0).mean() == pytest.approx(0.05, abs=0.02)


def test_a_clear_step_is_found_on_its_date():
    series = white(500, 5) + 6.0 * (np.arange(80) >= 33)[:, None] - 4 * YEARS[:, None]
    picks = found(series, StepSearch(most=1))
    date = picks[0] + 5
    assert (picks[0] >= 0).all() and (date == 33).mean() > 0.9
    got = fit(series, Design(MATRIX, YEARS, TABLE), picks=picks)
    assert got.coefficients[-1].mean() == pytest.approx(6.0, abs=0.1)
    assert ((got.coefficients[-1] - 6) / got.std[-1]).std() == pytest.approx(1.0, abs=0.15)


def test_several_steps_come_in_order_of_date():
    jumps = 5.0 * (np.arange(80) >= 20) - 9.0 * (np.arange(80) >= 50)
    picks = found(white(300, 6) + jumps[:, None], StepSearch(most=3))
    assert (np.median(picks[0]), np.median(picks[1])) == (15, 45)
    assert (picks[2] == -1).mean() > 0.95
    assert (np.diff(np.where(picks < 0, 999, picks), axis=0) >= 0).all()


def test_a_step_that_the_model_has_is_not_found_again():
    model = VelocityModel(steps=(DATES[33],))
    series = white(400, 7) + 20.0 * (np.arange(80) >= 33)[:, None]
    design = Design(model.design(DATES), YEARS, TABLE)
    options = StepSearch(level=0.01)
    picks = detect(series, design, options, single_level(design, options))
    assert (picks >= 0).mean() < 0.04


def test_the_same_seed_gives_the_same_limit():
    design = Design(MATRIX, YEARS, TABLE)
    assert single_level(design, StepSearch(seed=1)) == single_level(design, StepSearch(seed=1))
    assert single_level(design, StepSearch(seed=1)) != single_level(design, StepSearch(seed=2))


def test_pixels_do_not_influence_one_another():
    series = white(200, 8) + 4.0 * (np.arange(80) >= 33)[:, None]
    options = StepSearch(most=2)
    whole, part = found(series, options), found(series[:, 60:73], options)
    np.testing.assert_array_equal(whole[:, 60:73], part)


def test_dates_as_years():
    dates = np.array(["2019-01-01", "2019-07-02", "2020-12-31"], "datetime64[D]")
    np.testing.assert_allclose(decimal_years(dates), [2019, 2019 + 182 / 365, 2020 + 365 / 366])


def test_too_short_series_are_refused():
    with pytest.raises(GroundshiftError, match="on both sides"):
        candidates(DATES[:9], 5)
