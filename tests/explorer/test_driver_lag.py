# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How late a series follows what lies beside it."""

import numpy as np
import pytest
from groundshift.algorithms.data.trace import Trace
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.explorer.driver_lag import lag_behind
from scipy.signal import lfilter

DAYS = np.datetime64("2016-01-01") + np.arange(0, 1500, 12)


def level(seed=0):
    """A reservoir's level, a value each five days: a slow random walk that is kept at bay."""
    days = np.datetime64("2015-01-01") + np.arange(0, 2000, 5)
    random, values = np.random.default_rng(seed), np.zeros(len(days))
    for k in range(1, len(days)):
        values[k] = 0.97 * values[k - 1] + random.normal()
    return Trace("level (m)", days, values, unit="")


def motion(driver, lag, seed=1):
    at = np.interp((DAYS - lag).astype(float), driver.dates.astype(float), driver.values)
    years = (DAYS - DAYS[0]).astype(float) / 365.25
    noise = np.random.default_rng(seed).normal(0, 2, len(DAYS))
    return Trace("point", DAYS, -12 * years + 1.5 * at + noise)


def test_a_planted_lag_is_found():
    driver = level()
    found = lag_behind(motion(driver, 45), driver)
    assert found.driven and found.low <= 45 <= found.high
    assert abs(found.lag - 45) <= 6 and found.high - found.low < 30
    day, value = found.effective[0]
    assert (day - driver.dates[0]).astype(int) == round(found.lag) and value == driver.values[0]


def test_what_has_nothing_to_do_with_it_is_called_so():
    assert not lag_behind(motion(level(3), 45), level(4)).driven


def test_rain_is_remembered():
    random = np.random.default_rng(5)
    days = np.datetime64("2015-01-01") + np.arange(2000)
    rain = Trace(
        "rain (mm)", days, np.where(random.random(2000) < 0.2, random.gamma(1, 12, 2000), 0)
    )

    felt = lfilter([1 - np.exp(-1 / 30)], [1, -np.exp(-1 / 30)], rain.values)
    found = lag_behind(motion(Trace("felt", days, 3 * felt), 0), rain)
    assert found.driven and found.low <= 30 <= found.high
    assert len({value for _, value in found.effective}) > 1500  # bars no more


def test_too_short_or_constant_is_said():
    driver = level()
    with pytest.raises(GroundshiftError, match="of the motion have the drivers"):
        lag_behind(Trace("point", DAYS[:6], np.arange(6.0)), driver)
    with pytest.raises(GroundshiftError, match="is constant"):
        lag_behind(Trace("point", DAYS, np.zeros(len(DAYS))), driver)
    with pytest.raises(GroundshiftError, match="after|same time|is known from"):
        lag_behind(motion(driver, 0), Trace("level", driver.dates + 9000, driver.values))
