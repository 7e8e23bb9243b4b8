# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""One series fitted at once gives the numbers of the tool that fits scenes."""

import numpy as np
import pytest
from groundshift.algorithms.data.trace import Trace
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries import steps
from groundshift.algorithms.timeseries.motion import (
    MotionOptions,
    SeriesBlock,
    make_fit,
    model_bands,
    season_bands,
    step_bands,
)
from groundshift.algorithms.timeseries.single import _level, fit_single
from groundshift.algorithms.timeseries.single_noise import honest
from groundshift.algorithms.timeseries.steps import StepSearch
from groundshift.algorithms.timeseries.transients import TauSearch, Transient
from groundshift.algorithms.timeseries.velocity import Design, PairNoise, VelocityModel

DATES = np.datetime64("2018-01-05") + np.cumsum(
    np.random.default_rng(1).choice([6, 12, 18], 90)
).astype("timedelta64[D]")
PLAIN = MotionOptions("white")
YEARS = (DATES - DATES[0]).astype(float) / 365.25


def series(seed, step=0.0, gaps=0, log=0.0):
    """Millimetres: a rate, a season, noise, and what is asked for."""
    rng = np.random.default_rng(seed)
    values = -12 * YEARS + 4 * np.sin(2 * np.pi * YEARS) + rng.normal(0, 2.0, len(DATES))
    values = values + step * (DATES[50] <= DATES)
    since = np.maximum((DATES - DATES[30]).astype(float), 0)
    values = values + log * np.log1p(since / 40)
    values[rng.choice(len(DATES), gaps, replace=False)] = np.nan
    return values


def tool(values, model, options=None, noise=None, scale=None):
    """What 'Velocity model' gives at a pixel with this series, by the name of its band."""
    options = options or MotionOptions("white")
    fit = make_fit(model, DATES, options, noise)
    layer = None if scale is None else np.array([[scale]])
    block = fit(SeriesBlock(values[:, np.newaxis, np.newaxis] / 1e3, layer))
    amplitude, phase = season_bands(fit.model)
    found = {}
    for bands, layers in (
        (model_bands(fit.model), block.model), (amplitude, block.amplitude),
        (phase, block.phase), (step_bands(options), block.steps),
    ):  # fmt: skip
        found.update({name: float(v) for (name, _), v in zip(bands, layers[:, 0, 0])})
    return found


def std_name(name):
    from groundshift.algorithms.timeseries.motion import with_std

    return with_std(name, "")[1][0]


def agree(single, by_tool, tolerance=2e-5):
    """Every term that both have agrees in value and standard deviation."""
    compared = 0
    for term in single.terms:
        if term.name not in by_tool:
            continue
        assert term.value == pytest.approx(by_tool[term.name], rel=tolerance, abs=1e-3), term.name
        expected = by_tool[std_name(term.name)]
        assert term.std == pytest.approx(expected, rel=tolerance, abs=1e-4), term.name
        compared += 1
    assert single.rms == pytest.approx(by_tool["residual_rms_mm"], rel=tolerance)
    return compared


@pytest.mark.parametrize("gaps", [0, 20])
@pytest.mark.parametrize(
    "model",
    [
        VelocityModel(),
        VelocityModel(3),
        VelocityModel(2, True, True, (DATES[50],)),
        VelocityModel(1, True, transients=(Transient("log", DATES[30], 40.0),)),
        VelocityModel(1, transients=(Transient("exp", DATES[30], 90.0),)),
    ],
    ids=["rate", "cubic", "all", "log", "exp"],
)
def test_the_numbers_are_those_of_the_tool(model, gaps):
    values = series(2, step=9.0, gaps=gaps, log=5.0)
    single = fit_single(Trace("a", DATES, values), model, PLAIN)
    assert agree(single, tool(values, model)) >= len(model.terms())


def test_noise_of_the_pairs_counts_as_in_the_tool():
    rng = np.random.default_rng(3)
    root = rng.normal(size=(len(DATES), len(DATES))) * 0.05
    shape = root @ root.T
    values, scale = series(4), 2e-6
    model = VelocityModel(1, True)
    expected = tool(values, model, noise=PairNoise(shape), scale=scale)
    trace = Trace("a", DATES, values, covariance=shape * scale * 1e6)
    assert agree(fit_single(trace, model, PLAIN), expected) >= 4
    plain = fit_single(Trace("a", DATES, values), model, PLAIN).term("velocity_mm_yr").std
    assert plain != pytest.approx(expected["velocity_std_mm_yr"], rel=1e-3)


@pytest.mark.parametrize("gaps", [0, 15])
def test_a_searched_time_constant(gaps):
    values = series(5, gaps=gaps, log=15.0)
    model = VelocityModel(1, True, transients=(Transient("log", DATES[30]),))
    options = MotionOptions("white", tau=TauSearch(5.0, 500.0))
    single, expected = fit_single(Trace("a", DATES, values), model, options), tool(
        values, model, options
    )  # fmt: skip
    name = f"log_{str(DATES[30]).replace('-', '')}"
    tau = single.term(f"{name}_tau_days")
    # The tool takes one step of Gauss and Newton from its grid, this one goes to the least.
    assert tau.value == pytest.approx(expected[f"{name}_tau_days"], rel=0.01)
    assert tau.std == pytest.approx(expected[f"{name}_tau_std_days"], rel=0.05)
    assert single.term(f"{name}_mm").value == pytest.approx(expected[f"{name}_mm"], rel=0.01)
    assert single.term("velocity_mm_yr").std == pytest.approx(
        expected["velocity_std_mm_yr"], rel=0.02
    )


def test_a_time_constant_beyond_the_search_is_said():
    model = VelocityModel(1, transients=(Transient("exp", DATES[10]),))
    values = 30 * -np.expm1(-np.maximum((DATES - DATES[10]).astype(float), 0) / 2.0)
    options = MotionOptions("white", tau=TauSearch(20.0, 500.0))
    single = fit_single(Trace("a", DATES, values + series(6) * 0.02), model, options)
    assert "end of the search" in single.note


@pytest.mark.parametrize("least", [2, 5])
def test_the_limit_of_steps_is_that_of_the_tool(least):
    search = StepSearch(1, 0.05, least)
    matrix = VelocityModel(1, True).design(DATES)
    table = steps.candidates(DATES, least)
    expected = steps.single_level(Design(matrix, YEARS, table), search)
    level = _level(matrix.tobytes(), matrix.shape, least, 0.05, 0)
    assert level == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("most", [1, 2])
def test_steps_are_found_where_the_tool_finds_them(seed, most):
    values = series(seed + 10, step=(0.0, 3.0, 12.0)[seed % 3], gaps=(0, 10)[seed % 2])
    model, options = VelocityModel(1, True), MotionOptions("white", steps=StepSearch(most))
    single, expected = fit_single(Trace("a", DATES, values), model, options), tool(
        values, model, options
    )  # fmt: skip
    found = [term for term in single.terms if term.name.startswith("step_")]
    assert len(found) == expected["steps_found"]
    for number, term in enumerate(found, 1):
        assert term.value == pytest.approx(expected[f"step{number}_mm"], rel=1e-4)
        assert term.std == pytest.approx(expected[f"step{number}_std_mm"], rel=1e-4)
    assert agree(single, expected) >= 3


@pytest.mark.parametrize("seed", range(6))
def test_the_choice_is_that_of_the_tool(seed):
    values = series(seed + 30, step=(0.0, 12.0)[seed % 2])
    values -= 4 * np.sin(2 * np.pi * YEARS) * (seed % 3 == 0)
    model = VelocityModel(2, True, True)
    options = MotionOptions("white", steps=StepSearch(1), choose=True)
    single, expected = fit_single(Trace("a", DATES, values), model, options), tool(
        values, model, options
    )  # fmt: skip
    taken = {term.name for term in single.terms}
    for name in ("acceleration_mm_yr2", "annual_sine_mm", "semiannual_sine_mm"):
        assert (name in taken) == np.isfinite(expected[name])
    assert any(n.startswith("step_") for n in taken) == (expected["steps_found"] > 0)
    agree(single, expected)


def test_the_curve_goes_through_the_fitted_values():
    values = series(7, step=9.0)
    model = VelocityModel(2, True, steps=(DATES[50],))
    fit = fit_single(Trace("a", DATES, values), model, PLAIN)
    at = np.searchsorted(fit.curve_dates, DATES)
    np.testing.assert_array_equal(fit.curve_dates[at], DATES)
    np.testing.assert_allclose(fit.curve[at], fit.fitted, atol=1e-9)
    np.testing.assert_allclose(fit.fitted + fit.residuals, values)


def test_units_follow_the_series():
    fit = fit_single(Trace("a", DATES, series(8), unit="rad"), VelocityModel(2))
    assert [term.unit for term in fit.terms] == ["rad", "rad/yr", "rad/yr2"]


def test_too_few_dates_are_refused():
    values = np.full(len(DATES), np.nan)
    values[:3] = 1.0, 2.0, 3.0
    with pytest.raises(GroundshiftError, match="3 valid dates"):
        fit_single(Trace("a", DATES, values), VelocityModel(2))
    values = np.full(len(DATES), np.nan)
    values[[0, 1, 2, 3, 4, 5, 6]] = np.arange(7.0)
    with pytest.raises(GroundshiftError, match="cannot tell"):
        fit_single(Trace("a", DATES, values), VelocityModel(1, steps=(DATES[50],)))


def test_a_fit_is_instant():
    from time import thread_time  # others may be at work on the machine

    trace = Trace("a", DATES, series(9))
    model = VelocityModel(2, True, True)
    begin = thread_time()
    for _ in range(20):
        fit_single(trace, model)
    assert (thread_time() - begin) / 20 < 0.05


def coloured(kind, count=60, number=120):
    """Dates every 12 days, and motionless series of 2 mm of noise in millimetres."""
    days = np.datetime64("2018-01-05") + 12 * np.arange(count)
    apart = np.abs(np.subtract.outer(np.arange(count), np.arange(count))) * 12.0
    covariance = {
        "white": np.eye(count),
        "ar1": np.exp(-apart / 30.0),
        "flicker": 0.2 * sum(np.exp(-apart / tau) for tau in np.geomspace(1, 2e4, 40)),
    }[kind]
    rng = np.random.default_rng(11)
    return days, 2 * np.linalg.cholesky(covariance) @ rng.standard_normal((count, number))


@pytest.mark.parametrize("kind", ["white", "ar1", "flicker"])
def test_the_errors_hold_what_colour_the_noise_of_one_series_may_have(kind):
    """Share of true rates within one and two standard deviations, by default and as if white."""
    days, noise = coloured(kind)

    def ratios(*options):
        rates = [
            fit_single(Trace("a", days, one), VelocityModel(), *options).term("velocity_mm_yr")
            for one in noise.T
        ]
        return np.abs([rate.value / rate.std for rate in rates])

    once, twice = ((ratios() < limit).mean() for limit in (1, 1.96))
    assert 0.6 < once < 0.92 and twice > 0.88
    if kind != "white":
        assert (ratios(PLAIN) < 1.96).mean() < 0.75


def test_false_steps_are_rarer_in_coloured_noise():
    days, noise = coloured("ar1")

    def found(kind):
        options = MotionOptions(kind, steps=StepSearch())
        fits = [fit_single(Trace("a", days, one), VelocityModel(), options) for one in noise.T]
        return np.mean([any(t.name.startswith("step_") for t in fit.terms) for fit in fits])

    assert found("auto") < 0.15 < 0.35 < found("white")


def test_the_colour_is_said_and_the_noise_of_the_pairs_takes_the_place_of_white_noise():
    days, noise = coloured("ar1")
    fit = fit_single(Trace("a", days, noise[:, 0]), VelocityModel())
    assert "correlated from date to date with a probability of" in fit.note
    # A walk that the inversion knows of: nothing else is needed to explain it.
    walk = np.minimum.outer(np.arange(60.0), np.arange(60.0))
    rng = np.random.default_rng(2)
    values = np.cumsum(rng.standard_normal(60)) + 0.1 * rng.standard_normal(60)
    known = Trace("a", days, values, covariance=walk)
    found = honest(known, VelocityModel().design(days), "auto")[1]
    unknown = honest(Trace("a", days, values), VelocityModel().design(days), "auto")[1]
    assert found.coloured < 0.6 and unknown.coloured > 0.95


def test_a_perfect_series_has_no_error():
    fit = fit_single(Trace("a", DATES, np.zeros(len(DATES))), VelocityModel())
    assert fit.term("velocity_mm_yr").std == 0 and fit.term("velocity_mm_yr").value == 0
