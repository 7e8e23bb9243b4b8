# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.transient_search import fit_transient
from groundshift.algorithms.timeseries.transients import (
    TauSearch,
    Transient,
    parse_transients,
    table,
)
from groundshift.algorithms.timeseries.velocity import Design, VelocityModel, fit
from scipy.optimize import least_squares

DATES = np.datetime64("2016-01-06") + 12 * np.arange(120)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
SEARCH = TauSearch()


def day(text):
    return np.datetime64(text)


def searched(series, kind, base=None):
    transient = Transient(kind, day("2017-03-01"))
    base = base or VelocityModel(1, True)
    design = Design(base.design(DATES), YEARS, table(transient, DATES, SEARCH))
    return fit_transient(series, design, SEARCH.grid()), transient


def test_the_terms_are_those_of_mintpy():
    """MintPy 1.6.4, time_func.estimate_time_func, on a series within one calendar year.

    Its decimal years jump by 0.75 days at the end of common years, ours do not.
    """
    dates = day("2019-01-03") + 12 * np.arange(30)
    k, years = np.arange(30), 12 * np.arange(30) / 365.25
    series = 0.02 * years + 0.002 * np.sin(1.7 * k) + 0.001 * np.cos(0.9 * k * k)
    series += 0.03 * np.log1p(np.maximum((dates - day("2019-02-20")).astype(float), 0) / 60)
    series -= 0.015 * (dates >= day("2019-08-07"))
    log = VelocityModel(
        steps=(day("2019-08-02"),), transients=(Transient("log", day("2019-02-20"), 60.0),)
    )
    got = fit(series[:, None], log.design(dates))
    mintpy = [0.0005435423, 0.0141201527, -0.0144478295, 0.0318469060]
    np.testing.assert_allclose(got.coefficients[:, 0], mintpy, atol=1e-6)
    spread = [0.00067635, 0.00651597, 0.00121168, 0.00263089]
    np.testing.assert_allclose(got.std[:, 0], spread, rtol=2e-5)
    exp = VelocityModel(transients=(Transient("exp", day("2019-04-20"), 45.0),))
    got = fit(series[:, None], exp.design(dates))
    mintpy = [0.0061946837, 0.0369711101, 0.0162908897]
    np.testing.assert_allclose(got.coefficients[:, 0], mintpy, atol=1e-6)


@pytest.mark.parametrize("kind", ["log", "exp"])
@pytest.mark.parametrize("tau", [20.0, 71.0, 250.0])
def test_a_time_constant_is_found(kind, tau):
    column = Transient(kind, day("2017-03-01"), tau).column(DATES)
    clean = (-0.02 * YEARS + 0.05 * column)[:, None]
    got, _ = searched(clean, kind)
    assert got.tau_days[0] == pytest.approx(tau, rel=1e-3)
    assert got.amplitude[0] == pytest.approx(0.05, rel=1e-3)
    assert got.fit.coefficients[1, 0] == pytest.approx(-0.02, abs=1e-5)
    noisy = clean + np.random.default_rng(0).normal(0, 0.002, (len(DATES), 1500))
    got, _ = searched(noisy, kind)
    assert (got.bound == 0).mean() > 0.98
    inside = got.bound == 0
    for error, std in (
        (got.tau_days - tau, got.tau_std_days), (got.amplitude - 0.05, got.std),
        (got.fit.coefficients[1] + 0.02, got.fit.std[1]),
    ):  # fmt: skip
        assert (error / std)[inside].std() == pytest.approx(1.0, abs=0.12)


def test_the_search_finds_what_a_nonlinear_fit_finds():
    rng = np.random.default_rng(1)
    transient = Transient("exp", day("2017-03-01"))
    series = 0.05 * transient.column(DATES, 80.0) + rng.normal(0, 0.004, len(DATES))
    got, _ = searched(series[:, None], "exp", VelocityModel())

    def residual(x):
        return x[0] + x[1] * YEARS + x[2] * transient.column(DATES, np.exp(x[3])) - series

    best = least_squares(residual, [0, 0, 0.05, np.log(60)], x_scale=[0.01, 0.01, 0.01, 1])
    assert got.tau_days[0] == pytest.approx(np.exp(best.x[3]), rel=0.01)
    assert got.amplitude[0] == pytest.approx(best.x[2], rel=0.01)
    covariance = np.linalg.inv(best.jac.T @ best.jac) * 2 * best.cost / (len(DATES) - 4)
    np.testing.assert_allclose(
        [got.fit.std[1, 0], got.std[0], got.tau_std_days[0] / got.tau_days[0]],
        np.sqrt(np.diag(covariance))[1:], rtol=0.05,
    )  # fmt: skip


def test_a_time_constant_at_an_end_is_flagged_and_empty():
    rng = np.random.default_rng(2)
    step = 0.05 * (day("2017-03-01") < DATES) + rng.normal(0, 1e-4, len(DATES))
    slow = 0.2 * Transient("exp", day("2017-03-01"), 9000.0).column(DATES)
    slow = slow + rng.normal(0, 1e-5, len(DATES))
    got, _ = searched(np.stack([step, slow], axis=1), "exp", VelocityModel(1))
    assert got.bound.tolist() == [-1, 1]
    assert np.isnan(got.tau_days).all() and np.isnan(got.tau_std_days).all()
    assert np.isfinite(got.amplitude).all()


def test_gaps_are_searched_with_what_is_there():
    rng = np.random.default_rng(3)
    column = Transient("log", day("2017-03-01"), 60.0).column(DATES)
    series = np.repeat(0.05 * column[:, None], 50, axis=1) + rng.normal(0, 1e-4, (120, 50))
    series[rng.random(series.shape) < 0.3] = np.nan
    series[34:, 3] = np.nan
    series[:, 4] = np.nan
    got, _ = searched(series, "log")
    good = np.delete(np.arange(50), [3, 4])
    np.testing.assert_allclose(got.tau_days[good], 60, rtol=0.1)
    assert np.isnan(got.tau_days[[3, 4]]).all() and np.isnan(got.fit.coefficients[:, 3:5]).all()


def test_terms_are_read_from_text():
    assert parse_transients("log", "") == ()
    one, two = parse_transients("exp", "20190301:60.5; 2020-01-15")
    assert (one.kind, one.date, one.tau_days) == ("exp", day("2019-03-01"), 60.5)
    assert two.tau_days is None and two.name == "exp_20200115"
    for text in ("20190301:", "20190301:many", "20190301:-3", "20190301:inf"):
        with pytest.raises(GroundshiftError, match="no time constant"):
            parse_transients("log", text)
    with pytest.raises(GroundshiftError, match="no date"):
        parse_transients("log", "2019:60")


def test_what_cannot_be_searched_is_refused():
    with pytest.raises(GroundshiftError, match="after the start"):
        Transient("log", DATES[-2], 30.0).column(DATES)
    with pytest.raises(GroundshiftError, match="lower and a larger"):
        TauSearch(100, 10).grid()
    model = VelocityModel(transients=(Transient("log", DATES[9]), Transient("exp", DATES[40])))
    with pytest.raises(GroundshiftError, match="give all but one"):
        _ = model.searched
