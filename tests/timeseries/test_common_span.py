# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates of many series over one span, against NumPy's polynomial fit."""

import numpy as np
import pytest
from groundshift.algorithms.geometry import common_span


def test_against_polyfit(monkeypatch):
    monkeypatch.setattr(common_span, "AT_ONCE", 100)  # several portions
    rng = np.random.default_rng(0)
    dates = np.datetime64("2020-01-01") + np.cumsum(rng.integers(6, 30, 25))
    years = (dates - dates[0]).astype(float) / 365.25
    series = 0.01 * years + rng.normal(scale=0.003, size=(40, 25))
    series[rng.random(series.shape) < 0.3] = np.nan
    series[3, 2:] = np.nan
    first, last = dates[4], dates[-3]
    rate, std = common_span.rates_over(dates, series, first, last)
    inside = (dates >= first) & (dates <= last)
    for k, values in enumerate(series):
        good = inside & np.isfinite(values)
        if good.sum() < 3:
            assert np.isnan(rate[k]) and np.isnan(std[k])
            continue
        fit = np.polyfit(years[good], values[good], 1)
        left = values[good] - np.polyval(fit, years[good])
        spread = ((years[good] - years[good].mean()) ** 2).sum()
        assert rate[k] == pytest.approx(fit[0], abs=1e-12)
        assert std[k] == pytest.approx(np.sqrt((left**2).sum() / (good.sum() - 2) / spread))
    assert np.isnan(common_span.rates_over(dates, series, dates[-1])[0]).all()
