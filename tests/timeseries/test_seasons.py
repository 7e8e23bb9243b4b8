# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.timeseries.seasons import season
from groundshift.algorithms.timeseries.velocity import VelocityModel, fit

DATES = np.datetime64("2018-03-10") + 12 * np.arange(90)


def seasonal(day, cycles=1):
    """A cosine with its peak on a day of the year (of 365.25 days from 1 January 2018)."""
    days = (DATES - np.datetime64("2018-01-01")).astype(float) + 1
    return np.cos(2 * np.pi * cycles * (days - day) / 365.25)


@pytest.mark.parametrize("day", [1.0, 60.0, 200.0, 360.0])
def test_the_peak_is_on_its_day(day):
    model = VelocityModel(1, True, True)
    got = fit(4 * seasonal(day)[:, None] + 0.01, model.design(DATES), cross=[(2, 3)])
    one = season(got.coefficients[2:4], got.std[2:4], got.covariances[0], DATES[0])
    assert one.amplitude[0] == pytest.approx(4.0, abs=1e-9)
    assert one.peak_day[0] == pytest.approx(day, abs=1e-6)


def test_a_half_yearly_season_gives_its_first_peak():
    model = VelocityModel(1, True, True)
    got = fit(2 * seasonal(250.0, 2)[:, None], model.design(DATES), cross=[(4, 5)])
    one = season(got.coefficients[4:6], got.std[4:6], got.covariances[0], DATES[0], 2)
    assert one.amplitude[0] == pytest.approx(2.0)
    assert one.peak_day[0] == pytest.approx(250 - 365.25 / 2)


def test_the_errors_are_honest():
    rng = np.random.default_rng(0)
    # Seven months of gaps make sine and cosine depend on one another.
    keep = DATES.astype("datetime64[M]").astype(int) % 12 < 5
    series = 6 * seasonal(100.0)[:, None] + rng.normal(0, 1, (90, 5000))
    series[~keep] = np.nan
    got = fit(series, VelocityModel(1, True).design(DATES), cross=[(2, 3)])
    one = season(got.coefficients[2:4], got.std[2:4], got.covariances[0], DATES[0])
    assert ((one.amplitude - 6) / one.amplitude_std).std() == pytest.approx(1.0, abs=0.05)
    assert ((one.peak_day - 100) / one.peak_std_days).std() == pytest.approx(1.0, abs=0.1)
    lost = season(got.coefficients[2:4], got.std[2:4], 0 * got.covariances[0], DATES[0])
    assert abs(((lost.amplitude - 6) / lost.amplitude_std).std() - 1) > 0.06


def test_without_a_season_there_is_no_day():
    zero = np.zeros((2, 1))
    one = season(zero, zero, np.zeros(1), DATES[0])
    assert one.amplitude[0] == 0 and np.isnan(one.peak_day[0])
    noise = np.full((2, 1), 1e-3)
    one = season(noise, np.ones((2, 1)), np.zeros(1), DATES[0])
    assert one.peak_std_days[0] == pytest.approx(365.25 / np.sqrt(12))
