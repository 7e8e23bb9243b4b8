# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The corrections on arrays, against plain NumPy and against closed forms."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.orbit import RadarGeometry
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.weather import delay_profile
from groundshift.algorithms.timeseries import apsfilter, ramps
from groundshift.algorithms.timeseries import troposphere_windows as windows
from groundshift.algorithms.timeseries.correction import (
    CorrectionBlock,
    Scene,
    Selection,
    StableLimits,
    find_limits,
    linear_rate,
)
from groundshift.algorithms.timeseries.demerror import DemErrorCorrection
from groundshift.algorithms.timeseries.troposphere import HeightCorrection, apparent_displacement
from groundshift.algorithms.timeseries.velocity import VelocityModel, fit

DATES = np.datetime64("2020-01-05") + 12 * np.arange(24)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
SHAPE = (60, 90)


def scene(spacing=(50.0, 50.0), baseline=None):
    baseline = np.zeros(24) if baseline is None else baseline
    return Scene(DATES, baseline, SHAPE, spacing)


def block(displacement, height=None, stable=None, **more):
    stable = np.ones(SHAPE, bool) if stable is None else stable
    return CorrectionBlock(
        np.arange(SHAPE[0]), np.arange(SHAPE[1]), displacement.astype(np.float32), height=height,
        stable=stable, **more,
    )  # fmt: skip


def hills(seed=0):
    rows, cols = np.mgrid[: SHAPE[0], : SHAPE[1]]
    waves = 300 * np.sin(rows / 7 + seed) * np.cos(cols / 9) + 400
    return (waves + 3 * rows).astype(np.float32)


def without_mean(field):
    return field - field.mean(axis=(1, 2), keepdims=True)


# ---------------------------------------------------------------- robust surfaces


def test_without_outliers_the_fit_is_that_of_least_squares():
    rng = np.random.default_rng(1)
    matrix = np.column_stack([np.ones(900), rng.uniform(-1, 1, (900, 2))])
    values = (matrix @ [[1.0], [2.0], [-3.0]]).T + rng.uniform(-1e-3, 1e-3, (1, 900))
    plain = np.linalg.lstsq(matrix, values[0], rcond=None)[0]
    # A uniform error lies within Huber's limit nearly everywhere.
    np.testing.assert_allclose(ramps.fit_robust(matrix, values)[0], plain, atol=1e-5)


def test_the_fit_is_where_hubers_equations_hold():
    rng = np.random.default_rng(2)
    matrix = np.column_stack([np.ones(500), rng.uniform(-1, 1, 500)])
    values = (matrix @ [0.5, 1.5]) + rng.standard_t(2, 500)
    (solved,) = ramps.fit_robust(matrix, values[np.newaxis])
    residual = values - matrix @ solved
    limit = 1.345 * 1.4826 * np.median(np.abs(residual))
    assert np.abs(matrix.T @ np.clip(residual, -limit, limit)).max() < 0.05
    worse = matrix.T @ np.clip(values - matrix @ (solved + 0.05), -limit, limit)
    assert np.abs(worse).max() > 5


def test_outliers_and_gaps_do_not_pull_the_surface():
    rng = np.random.default_rng(3)
    rows, cols = (a.ravel() for a in np.mgrid[: SHAPE[0], : SHAPE[1]])
    matrix = ramps.SurfaceTerms(2, 0, SHAPE).matrix(rows, cols, None)
    truth = rng.normal(size=(3, 6))
    values = truth @ matrix.T + rng.normal(0, 0.01, (3, rows.size))
    values[:, rng.random(rows.size) < 0.1] += 5.0
    values[0, ::3] = np.nan
    values[2] = np.nan
    solved = ramps.fit_robust(matrix, values)
    np.testing.assert_allclose(solved[:2], truth[:2], atol=0.01)
    assert np.isnan(solved[2]).all()
    plain = np.linalg.lstsq(matrix, values[1], rcond=None)[0]
    assert np.abs(plain - truth[1]).max() > 0.2


def test_a_slope_is_not_taken_for_a_ramp():
    rng = np.random.default_rng(4)
    height = hills() + 20 * np.arange(SHAPE[1], dtype=np.float32)
    slope, tilt = rng.normal(0, 2e-5, 24), rng.normal(0, 0.02, 24)
    x = np.linspace(-1, 1, SHAPE[1])
    series = slope[:, None, None] * height + tilt[:, None, None] * x
    sample = block(series, height)
    joint = ramps.RampCorrection(1, True).prepare(scene(), sample)(sample).field
    np.testing.assert_allclose(joint, tilt[:, None, None] * np.broadcast_to(x, SHAPE), atol=1e-5)
    alone = ramps.RampCorrection(1).prepare(scene(), sample)(sample).field
    assert np.abs(alone - tilt[:, None, None] * x).max() > 5e-3
    both = HeightCorrection(1, True).prepare(scene(), sample)(sample).field
    expected = without_mean(slope[:, None, None] * height)
    np.testing.assert_allclose(without_mean(both), expected, atol=1e-5)


def test_flat_ground_and_too_few_pixels_are_refused():
    flat = block(np.zeros((24, *SHAPE)), np.full(SHAPE, 100.0, np.float32))
    with pytest.raises(GroundshiftError, match="vary by 0 m"):
        HeightCorrection().prepare(scene(), flat)
    line = np.zeros(SHAPE, bool)
    line[5] = True
    with pytest.raises(GroundshiftError, match="on a line"):
        ramps.RampCorrection(1).prepare(scene(), block(np.zeros((24, *SHAPE)), stable=line))
    line[:] = False
    with pytest.raises(GroundshiftError, match="Only 0 sampled pixels"):
        ramps.RampCorrection(1).prepare(scene(), block(np.zeros((24, *SHAPE)), stable=line))


# ---------------------------------------------------------------- stable pixels


def test_what_moves_is_not_stable():
    rng = np.random.default_rng(5)
    series = rng.normal(0, 1e-3, (24, *SHAPE)) + YEARS[:, None, None] * 0.001
    series[:, 20:30, 20:30] -= YEARS[:, None, None] * 0.05
    coherence = np.full(SHAPE, 0.9, np.float32)
    coherence[:10] = 0.3
    sample = block(series, coherence=coherence)
    rate = linear_rate(sample.displacement, YEARS)
    limits = find_limits(sample, rate, Selection())
    stable = limits.choose(sample, rate)
    assert not stable[20:30, 20:30].any() and not stable[:10].any()
    assert stable[40:].mean() > 0.99
    slow = find_limits(sample, rate, Selection(maximum_rate=0.0015))
    assert (slow.low, slow.high) == (max(limits.low, -0.0015), 0.0015)
    with pytest.raises(GroundshiftError, match="allow a larger rate"):
        find_limits(sample, rate, Selection(maximum_rate=1e-9))
    with pytest.raises(GroundshiftError, match="Only 0 of 5400"):
        find_limits(sample, rate, Selection(0.95))


def test_rates_with_gaps_are_those_of_least_squares():
    rng = np.random.default_rng(6)
    series = rng.normal(size=(24, 2, 3)).astype(np.float32)
    series[3:9, 0, 1] = np.nan
    series[:, 1, 1] = np.nan
    rate = linear_rate(series, YEARS)
    for row, col in ((0, 0), (0, 1), (1, 2)):
        known = np.isfinite(series[:, row, col])
        expected = np.polyfit(YEARS[known], series[known, row, col], 1)[0]
        assert rate[row, col] == pytest.approx(expected, rel=1e-4)
    assert np.isnan(rate[1, 1])


# ---------------------------------------------------------------- windows


def test_weights_of_the_windows_sum_to_one():
    for shape, size in (((60, 90), (20, 31)), ((7, 500), (9, 33)), ((100, 100), (99, 40))):
        lattice = windows.Lattice.over(shape, size)
        for axis in (0, 1):
            weights = lattice.weights(np.arange(shape[axis]), axis)
            np.testing.assert_allclose(weights.sum(axis=1), 1)
            assert (weights >= 0).all()


@pytest.mark.parametrize("components", [False, True])
@pytest.mark.parametrize("degree", [1, 2])
def test_one_dependence_over_the_scene_is_found_in_windows_too(degree, components):
    rng = np.random.default_rng(8)
    height = hills()
    slopes = rng.normal(0, 2e-5, (24, 1, 1)) * np.r_[0, np.ones(23)][:, None, None]
    curve = (degree - 1) * rng.normal(0, 1e-8, (24, 1, 1))
    series = slopes * height + curve * height**2
    sample = block(series, height)
    correction = windows.WindowedHeightCorrection(1200.0, degree, components)
    field = correction.prepare(scene(), sample)(sample).field
    # The components explain 99 % of the variance: what is left is small, not nothing.
    share = 0.03 if components and degree == 2 else 1e-3
    np.testing.assert_allclose(
        without_mean(field), without_mean(series), atol=share * np.abs(series).max()
    )


@pytest.mark.parametrize("components", [False, True])
def test_a_dependence_that_changes_over_the_scene_needs_windows(components):
    rng = np.random.default_rng(9)
    height = hills()
    change = np.linspace(0.4, 1.6, SHAPE[1])
    series = rng.normal(0, 2e-5, (24, 1, 1)) * change * (height - height.mean())
    sample = block(series, height)
    whole = HeightCorrection().prepare(scene(), sample)(sample).field
    parts = windows.WindowedHeightCorrection(1500.0, 1, components).prepare(scene(), sample)(sample)
    left = [without_mean(series - field).std() for field in (whole, parts.field)]
    assert left[1] < 0.5 * left[0]


def test_neighbouring_windows_agree_on_the_ground_that_both_cover():
    rng = np.random.default_rng(15)
    lattice = windows.Lattice.over(SHAPE, (100, 30))
    z = (hills() - 400.0) / 200.0
    polynomials = rng.normal(size=(lattice.counts[1], 24, 2))
    sample = block(np.zeros((24, *SHAPE)), hills())
    levels = windows.stitch(lattice, sample, z, polynomials)
    inside = lattice.weights(np.arange(SHAPE[1]), 1) > 0
    assert np.abs(levels).max() > 0.1
    for one in range(lattice.counts[1] - 1):
        common = z[:, inside[:, one] & inside[:, one + 1]].ravel()
        means = [
            levels[k] + polynomials[k] @ [common.mean(), (common**2).mean()] for k in (one, one + 1)
        ]
        np.testing.assert_allclose(means[0], means[1], atol=1e-6)


@pytest.mark.parametrize("components", [False, True])
def test_windows_leave_motion_that_does_not_follow_height(components):
    rng = np.random.default_rng(10)
    height = hills()
    rows, cols = np.mgrid[: SHAPE[0], : SHAPE[1]]
    bowl = np.exp(-((rows - 30) ** 2 + (cols - 45) ** 2) / 60.0)
    motion = -0.04 * YEARS[:, None, None] * bowl
    delay = rng.normal(0, 2e-5, (24, 1, 1)) * height
    sample = block(motion + delay, height, stable=bowl < 0.02)
    field = windows.WindowedHeightCorrection(1500.0, 1, components).prepare(scene(), sample)(
        sample
    ).field  # fmt: skip
    left = without_mean(motion + delay - field) - without_mean(motion)
    assert np.abs(left).max() < 0.02 * np.abs(motion).max()


def test_components_that_do_not_follow_height_stay():
    rng = np.random.default_rng(11)
    z = rng.normal(size=800)
    other = rng.normal(size=800)
    time, time2 = np.linalg.qr(rng.normal(size=(24, 2)))[0].T
    values = np.outer(time, 3 * z) + np.outer(time2, 2 * other)
    found = windows.component_polynomial(z, values, 1, 0.5)
    np.testing.assert_allclose(found[:, 0], 3 * time, atol=0.25)
    assert not windows.component_polynomial(other, np.outer(time, z), 1, 0.5).any()


# ---------------------------------------------------------------- delays


def test_a_delay_looks_like_motion_away():
    delay = np.full((1, 2, 2), 0.02, np.float32)
    assert apparent_displacement(delay, 60.0) == pytest.approx(-0.04)


def test_an_isothermal_atmosphere_has_the_delay_of_its_closed_form():
    rd, g = 287.05, 9.80665
    temperature, surface, water, scale = 270.0, 101325.0, 900.0, 2000.0
    height = np.linspace(30000.0, 0.0, 37)
    pressure = surface * np.exp(-g * height / (rd * temperature))
    vapour = water * np.exp(-height / scale)
    target = np.array([0.0, 130.0, 999.0, 2500.0])
    found = delay_profile.zenith_delay(height, pressure, np.full(37, temperature), vapour, target)
    dry = 0.776 * rd / g * surface * np.exp(-g * target / (rd * temperature))
    factor = (0.716 - 0.776 * rd / 461.495) / temperature + 3750.0 / temperature**2
    wet = factor * water * scale * (np.exp(-target / scale) - np.exp(-20000.0 / scale))
    np.testing.assert_allclose(found, 1e-6 * (dry + wet), atol=2e-5)
    assert 2.2 < found[0] < 2.5  # as everybody knows


def test_vapour_is_that_of_the_tables():
    # Saturation over water at 20 degrees Celsius: 2339 Pa; over ice at -30: 38 Pa.
    assert delay_profile.vapour_from_relative(100.0, 293.15) == pytest.approx(2339, rel=5e-3)
    assert delay_profile.vapour_from_relative(100.0, 243.15) == pytest.approx(38.0, rel=0.01)
    # 10 g/kg at 1000 hPa: e = p w / (0.622 + w) with the mixing ratio w.
    ratio = 0.01 / 0.99
    expected = 1e5 * ratio / (0.62198 + ratio)
    assert delay_profile.vapour_from_specific(0.01, 1e5) == pytest.approx(expected, rel=1e-3)


# ---------------------------------------------------------------- height errors


def test_height_errors_are_those_of_least_squares_pixel_by_pixel():
    rng = np.random.default_rng(12)
    baseline = rng.normal(0, 80, 24)
    baseline -= baseline[0]
    incidence = np.linspace(30, 42, SHAPE[1]) * np.ones(SHAPE)
    distance = RadarGeometry().distance(incidence)
    truth = rng.normal(0, 8, SHAPE)
    motion = VelocityModel(degree=2).design(DATES) @ rng.normal(0, 0.02, (3, truth.size))
    series = motion.reshape(24, *SHAPE) + rng.normal(0, 1e-3, (24, *SHAPE))
    series += baseline[:, None, None] / (distance * np.sin(np.radians(incidence))) * truth
    sample = block(series, incidence=incidence, slant_range=distance)
    found = DemErrorCorrection().prepare(scene(baseline=baseline), sample)(sample)
    for row, col in ((0, 0), (17, 60), (59, 89)):
        column = baseline / (distance[row, col] * np.sin(np.radians(incidence[row, col])))
        matrix = np.column_stack([column, np.ones(24), YEARS, YEARS**2])
        solved = np.linalg.lstsq(matrix, sample.displacement[:, row, col].astype(float), rcond=None)
        assert found.dem_error[row, col] == pytest.approx(solved[0][0], abs=1e-3)
        np.testing.assert_allclose(found.field[:, row, col], column * solved[0][0], atol=1e-6)
    error = (found.dem_error - truth) / found.dem_error_std
    assert abs(error.mean()) < 0.05 and error.std() == pytest.approx(1.05, abs=0.06)


def test_baselines_that_say_nothing_are_refused():
    sample = block(np.zeros((24, *SHAPE)))
    for baseline, words in (
        (np.zeros(24), "do not vary"), (500 * YEARS, "follow the motion model"),
        (np.full(24, np.nan), "does not hold the perpendicular baseline"),
    ):  # fmt: skip
        with pytest.raises(GroundshiftError, match=words):
            DemErrorCorrection().prepare(scene(baseline=baseline), sample)


def test_distance_to_the_orbit_is_that_of_a_round_earth():
    geometry = RadarGeometry(0.0, 693000.0, 6371000.0)
    assert geometry.distance(0.0) == pytest.approx(693000.0)
    far = geometry.distance(38.0)
    angle = np.radians(38.0)
    up = np.hypot(far * np.sin(angle), 6371000.0 + far * np.cos(angle))
    assert up == pytest.approx(6371000.0 + 693000.0)


# ---------------------------------------------------------------- filter


def brute(values, known, sigma):
    rows, cols = np.indices(known.shape)
    out = np.empty(values.shape)
    for row, col in np.ndindex(*known.shape):
        distance = (rows - row) ** 2 + (cols - col) ** 2
        weights = np.exp(-0.5 * distance / sigma**2) * known
        out[row, col] = (weights * values).sum() / weights.sum()
    return out


def test_low_pass_is_the_weighted_mean_of_known_neighbours():
    rng = np.random.default_rng(13)
    values = rng.normal(size=(1, 40, 50))
    known = rng.random((40, 50)) < 0.6
    filters = (apsfilter.SpaceFilter(2.5), apsfilter.SpaceFilter(2.5))
    inner = (slice(0, 40), slice(0, 50))
    found = apsfilter.low_pass(values, known, filters, inner)[0]
    np.testing.assert_allclose(found, brute(values[0], known, 2.5), atol=0.02)


def test_wide_low_pass_over_cells_is_near_the_full_one():
    rng = np.random.default_rng(14)
    values = np.cumsum(np.cumsum(rng.normal(size=(1, 90, 100)), axis=1), axis=2)
    values = (values - values.mean()) / values.std()
    known = rng.random((90, 100)) < 0.5
    wide = apsfilter.SpaceFilter(12.0)
    assert wide.cell == 3
    inner = (slice(0, 90), slice(0, 100))
    found = apsfilter.low_pass(values, known, (wide, wide), inner)[0]
    np.testing.assert_allclose(found, brute(values[0], known, 12.0), atol=0.03)


def test_where_nothing_is_known_nothing_is_taken_off():
    filters = (apsfilter.SpaceFilter(1.0), apsfilter.SpaceFilter(1.0))
    known = np.zeros((30, 30), bool)
    known[0, 0] = True
    found = apsfilter.low_pass(np.ones((1, 30, 30)), known, filters, (slice(0, 30), slice(0, 30)))
    assert found[0, 0, 0] == pytest.approx(1) and found[0, 20, 20] == 0


@pytest.mark.parametrize("window", apsfilter.WINDOWS)
def test_the_motion_model_passes_the_filter_untouched(window):
    model = VelocityModel(degree=2, annual=True)
    operator = apsfilter.time_operator(DATES, model, window, 60.0)
    matrix = model.design(DATES)
    assert np.abs(operator @ matrix).max() < 1e-9
    assert np.abs(matrix.T @ operator).max() < 1e-9, "no rate is in what is taken off"
    spike = np.eye(24)[12]
    assert (operator @ spike)[12] > 0.5, "what changes from date to date is"


def test_what_cannot_be_filtered_is_refused():
    sample = block(np.full((24, *SHAPE), np.nan))
    correction = apsfilter.ApsFilterCorrection()
    with pytest.raises(GroundshiftError, match="no coordinate system"):
        correction.halo(scene(None))
    with pytest.raises(GroundshiftError, match="narrower than half a pixel"):
        apsfilter.ApsFilterCorrection(metres=10.0).halo(scene())
    with pytest.raises(GroundshiftError, match="has all dates"):
        correction.prepare(scene(), sample)


def test_limits_without_coherence_look_at_the_rate_alone():
    sample = block(np.zeros((24, *SHAPE)))
    rate = np.linspace(-1, 1, SHAPE[0] * SHAPE[1]).reshape(SHAPE)
    assert StableLimits(0.7, -0.5, 0.5).choose(sample, rate).mean() == pytest.approx(0.5, abs=0.01)


# ---------------------------------------------------------------- what a correction cannot do


def collinear(height_error, seed=0):
    """Baselines that mostly follow time, noise of 5 mm, height errors of some metres."""
    rng = np.random.default_rng(seed)
    steady = (YEARS - YEARS.mean()) / YEARS.std()
    baseline = 60 * (0.9 * steady + 0.44 * rng.normal(size=24))
    baseline -= baseline[0]
    slope = rng.normal(0, height_error, SHAPE) / (850e3 * np.sin(np.radians(38)))
    series = rng.normal(0, 0.005, (24, *SHAPE)) + slope * baseline[:, None, None]
    return scene(baseline=baseline), block(series - series[0])


def test_baselines_that_follow_time_spoil_no_rate_and_are_told():
    where, sample = collinear(1.0)
    estimate = DemErrorCorrection(VelocityModel(1)).prepare(where, sample)
    assert "left as it was" in estimate.doubt and "follows the motion model" in estimate.doubt
    found = estimate(sample)
    assert not found.field.any() and np.isfinite(found.dem_error).all()
    plain = replace(estimate, applied=True)(sample)
    rates = [linear_rate(sample.displacement - f, YEARS).std() for f in (0, plain.field)]
    assert rates[1] > 1.5 * rates[0], "what it would have done to the rates"


def test_large_height_errors_are_still_taken_off_and_the_rates_say_how_well():
    where, sample = collinear(40.0)
    estimate = DemErrorCorrection(VelocityModel(1)).prepare(where, sample)
    assert estimate.applied and "standard deviations of the rates" in estimate.doubt
    found = estimate(sample)
    left = (sample.displacement - found.field).reshape(24, -1)
    result = fit(left, VelocityModel().design(DATES))
    plain = (result.coefficients[1] / result.std[1]).std()
    honest = result.coefficients[1] / np.hypot(result.std[1], found.rate_std.ravel())
    assert plain > 1.3 and honest.std() == pytest.approx(1.0, abs=0.12)


def test_baselines_of_their_own_need_no_word():
    rng = np.random.default_rng(3)
    baseline = np.r_[0, rng.normal(0, 60, 23)]
    sample = block(rng.normal(0, 0.005, (24, *SHAPE)))
    estimate = DemErrorCorrection().prepare(scene(baseline=baseline), sample)
    assert estimate.applied and not estimate.doubt


def filtered(motion, dates, seed=1, **options):
    """What the filter takes of a motion (as a share of it), note, and what it takes of noise."""
    rng = np.random.default_rng(seed)
    where = Scene(dates, np.zeros(len(dates)), SHAPE, (50.0, 50.0))
    rows, cols = np.indices(SHAPE)
    air = rng.normal(0, 3e-3, (len(dates), 4))
    surfaces = np.stack([np.ones(SHAPE), rows / 60.0, cols / 90.0, rows * cols / 5400.0])
    noise = np.tensordot(air, surfaces, 1) + rng.normal(0, 1e-3, (len(dates), *SHAPE))
    place = np.exp(-((rows - 30) ** 2 + (cols - 45) ** 2) / 150.0)
    fields = []
    for series in (noise, noise + motion[:, None, None] * place):
        sample = block(series)
        chosen = apsfilter.ApsFilterCorrection(metres=200.0, **options)
        estimate = chosen.prepare(where, sample)
        fields.append(estimate(sample).field)
    taken = fields[1] - fields[0]
    return np.abs(taken).max() / np.ptp(motion), estimate.note, fields[0]


def test_the_filter_leaves_seasons_and_steps_that_show():
    dates = np.datetime64("2018-01-05") + 12 * np.arange(60)
    since = (dates - dates[0]).astype(float) / 365.25
    season, step = 0.01 * np.sin(2 * np.pi * since), 0.02 * (since > 0.9)
    shares = {}
    for name, motion in (("season", season), ("step", step), ("both", step + season)):
        shares[name], note, air = filtered(motion, dates)
        assert air.std() > 2e-3, "the atmosphere is taken all the same"
        assert ("have a step on 2018-12-07" in note) == (name != "season")
    assert max(shares.values()) < 0.08
    plain = VelocityModel()
    assert filtered(season, dates, model=plain, most_steps=0)[0] > 0.15
    assert filtered(step, dates, most_steps=0)[0] > 0.3


def test_a_local_step_is_left_too():
    dates = np.datetime64("2018-01-05") + 12 * np.arange(60)
    where = Scene(dates, np.zeros(60), SHAPE, (50.0, 50.0))
    rng = np.random.default_rng(4)
    series = rng.normal(0, 3e-3, (60, 1, 1)) + rng.normal(0, 1e-3, (60, *SHAPE))
    moved = series.copy()
    moved[20:, 28:32, 28:32] += 0.03
    fields = []
    for values in (series, moved):
        sample = block(values)
        estimate = apsfilter.ApsFilterCorrection(metres=200.0).prepare(where, sample)
        assert not estimate.high_pass.shared
        fields.append(estimate(sample).field[:, 28:32, 28:32])
    assert np.abs(fields[1] - fields[0]).max() < 1e-4


def test_no_season_is_modelled_in_less_than_a_year():
    for count, told in ((8, False), (31, False), (33, True)):
        dates = DATES[0] + 12 * np.arange(count)
        where = Scene(dates, np.zeros(count), SHAPE, (50.0, 50.0))
        sample = block(np.random.default_rng(0).normal(0, 1e-3, (count, *SHAPE)))
        estimate = apsfilter.ApsFilterCorrection(metres=200.0).prepare(where, sample)
        assert ("cannot tell a season" in estimate.note) == (not told)
        assert len(estimate.high_pass.motion.designs) == 1 + told
        plain = apsfilter.time_operator(dates, VelocityModel(), "gaussian", 60.0)
        series = sample.displacement.reshape(count, -1)
        which, picks = estimate.high_pass.motion.find(series.astype(float))
        bare = (which == 0) & (picks < 0).all(axis=0)
        assert bare.mean() > 0.9
        np.testing.assert_allclose(
            estimate.high_pass(series)[:, bare], (plain @ series)[:, bare], atol=1e-8
        )


def test_nothing_of_what_a_pixel_supports_passes():
    dates = np.datetime64("2018-01-05") + 12 * np.arange(120)
    since = (dates - dates[0]).astype(float) / 365.25
    rng = np.random.default_rng(3)
    motion = 0.02 * (since > 1.1) - 0.03 * (since > 2.6) + 0.01 * np.cos(2 * np.pi * since)
    series = rng.normal(0, 1e-3, (120, 400))
    series[:, :3] += motion[:, None]
    passed = apsfilter.high_pass(series, dates, VelocityModel(annual=True), "gaussian", 60.0)
    assert not passed.shared
    which, picks = passed.motion.find(series)
    assert (which[:3] == 1).all() and (picks[:, :3] >= 0).all()
    high = passed(series)[:, :3]
    columns = np.column_stack(
        [np.ones(120), since, motion, since > 1.1, np.cos(2 * np.pi * since)]
    ).astype(float)  # fmt: skip
    assert np.abs(columns.T @ high).max() < 1e-6
    assert np.std(high) == pytest.approx(np.std(passed(series)[:, 3:]), rel=0.1)
