# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The kernels behind corrections and velocities, against plain NumPy."""

import numpy as np
import pytest
from groundshift.algorithms.timeseries import _fit_kernel, velocity
from groundshift.algorithms.timeseries._correction_kernel import median
from groundshift.algorithms.timeseries.correction import (
    CorrectionBlock,
    Estimate,
    ImagesByDate,
    Referenced,
    Scene,
    StableLimits,
    variance,
)
from groundshift.algorithms.timeseries.correction_blocks import (
    ApplyCorrection,
    ApplyCorrections,
    UncorrectedBlock,
)
from groundshift.algorithms.timeseries.ramps import HUBER, ROBUST_SIGMA, fit_robust
from groundshift.algorithms.timeseries.velocity import PairNoise, VelocityModel, fit
from hypothesis import given, settings
from hypothesis import strategies as st

SHAPE = (60, 90)
DATES = np.datetime64("2020-01-05") + 12 * np.arange(24)


def hubers_fit(matrix, values, steps=60):
    """Iterated weighted least squares of one date."""
    known = np.isfinite(values)
    matrix, values = matrix[known], values[known].astype(float)
    weights = np.ones(len(values))
    for _ in range(steps):
        root = np.sqrt(weights)
        solved = np.linalg.lstsq(matrix * root[:, None], values * root, rcond=None)[0]
        size = np.abs(values - matrix @ solved)
        weights = np.minimum(1.0, HUBER * ROBUST_SIGMA * np.median(size) / size)
    return solved


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_the_robust_fit_is_iterated_least_squares(kind):
    rng = np.random.default_rng(11)
    matrix = np.column_stack([np.ones(3000), rng.uniform(-1, 1, (3000, 2))])
    values = rng.normal(size=(5, 3)) @ matrix.T + 0.1 * rng.standard_t(2, (5, 3000))
    values[1, rng.random(3000) < 0.3] = np.nan
    values[3, 6:] = np.nan
    solved = fit_robust(matrix, values.astype(kind))
    for date in (0, 1, 2, 4):
        np.testing.assert_allclose(solved[date], hubers_fit(matrix, values[date]), atol=2e-5)
    assert np.isnan(solved[3]).all()
    # A date's result is its own, whichever are fitted along with it.
    np.testing.assert_array_equal(fit_robust(matrix, values[2:3].astype(kind))[0], solved[2])


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 2**32 - 1), st.integers(1, 600), st.floats(0, 0.3), st.booleans(), st.booleans()
)
def test_series_with_and_without_gaps_are_fitted_alike(seed, pixels, gaps, paired, single):
    """The quick kernel for whole series gives what the one for any series does."""
    rng = np.random.default_rng(seed)
    model = VelocityModel(2, True)
    series = rng.normal(size=(len(DATES), pixels)) + 5.0
    series[:, rng.random(pixels) < gaps] *= np.where(rng.random((len(DATES), 1)) < 0.2, np.nan, 1)
    kind = np.float32 if single else np.float64
    noise = PairNoise(np.minimum.outer(np.arange(24.0), np.arange(24.0))) if paired else None
    scale = rng.uniform(0, 0.2, pixels) if paired else None
    series, design = series.astype(kind), velocity.Design(model.design(DATES), np.arange(24.0))
    cross = np.array([[1, 2], [3, 4]])
    got = fit(series, design, noise, scale, cross=cross)
    sizes = np.zeros(pixels) if scale is None else scale
    expected = velocity._fit_any(series, design, noise, sizes, None, cross)
    for name in ("coefficients", "std", "rms", "squares", "freedom", "covariances"):
        one, two = getattr(got, name), getattr(expected, name)
        np.testing.assert_array_equal(np.isnan(one), np.isnan(two))
        np.testing.assert_allclose(one, two, rtol=1e-8, atol=1e-10)


def test_series_of_any_size_do_not_overflow_silently():
    series = np.full((len(DATES), 3), 1e200)
    series[:, 1] = np.linspace(0, 1, len(DATES))
    series[4, 2] = np.inf
    got = fit(series, VelocityModel().design(DATES))
    assert got.freedom[2] == len(DATES) - 3 and got.rms[1] < 1e-12


def test_columns_that_depend_on_each_other_have_no_fit():
    matrix = np.ones((len(DATES), 2))
    got = fit(np.ones((len(DATES), 3)), matrix)
    assert np.isnan(got.coefficients).all() and _fit_kernel.LEAST_PIVOT > 0


def test_the_field_is_zero_at_the_reference_and_variances_are_numpys():
    rng = np.random.default_rng(7)
    series, field = rng.normal(3, 2, (2, 24, *SHAPE)).astype(np.float32)
    series[1, 0], field[5, 3, 3], field[0, 7, 7] = np.nan, np.nan, np.inf
    stable = rng.random(SHAPE) < 0.7
    offset, applied = rng.normal(0, 1, 24).astype(np.float32), rng.random(24) < 0.8
    inner = (slice(10, 40), slice(20, 75))
    rows, cols = (np.arange(size) for size in SHAPE)
    whole = CorrectionBlock(rows, cols, series, stable=stable, inner=inner)
    inside, stable = field[(slice(None), *inner)], stable[inner]
    expected = inside - inside[3] - offset[:, None, None]
    expected[~applied] = 0
    taken = Referenced(lambda part: Estimate(inside.copy()), 3, offset, applied)
    taken = taken.take_off(whole, with_field=True)
    inner_series = series[(slice(None), *inner)]
    np.testing.assert_array_equal(taken.estimate.field, expected)
    np.testing.assert_array_equal(taken.displacement, inner_series - expected)
    for sums, values in ((taken.before, inner_series), (taken.after, inner_series - expected)):
        layers = [layer[stable].astype(float) for layer in values]
        known = [layer[np.isfinite(layer)] for layer in layers]
        np.testing.assert_array_equal(sums[:, 0], [layer.size for layer in known])
        np.testing.assert_allclose(variance(sums), [np.var(x) for x in known], rtol=1e-9)


@pytest.mark.parametrize("over", [False, True])
@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_field_of_images_is_taken_off_as_its_array_is(count, over):
    rng = np.random.default_rng(8)
    shape = (64, 130)  # more pixels than are worked on at a time
    series = rng.normal(3, 2, (24, *shape)).astype(np.float32)
    series[1, 0] = np.nan
    factors = rng.normal(size=(24, count)).astype(np.float32)
    images = ImagesByDate(factors, rng.normal(size=(count, *shape)).astype(np.float32))
    plain = np.einsum("tk,kij->tij", factors.astype(float), images.images)
    np.testing.assert_allclose(images.field(), plain, atol=1e-5)
    offset, applied = rng.normal(0, 1, 24).astype(np.float32), rng.random(24) < 0.8
    block = CorrectionBlock(
        np.arange(64), np.arange(130), series.copy(), stable=rng.random(shape) < 0.7
    )
    expected = Referenced(lambda part: Estimate(images.field()), 3, offset, applied).take_off(block)
    found = Referenced(lambda part: Estimate(images), 3, offset, applied)
    with_field = found.take_off(block, with_field=True)
    np.testing.assert_array_equal(with_field.estimate.field, expected.estimate.field)
    got = found.take_off(block, over=over)
    for name in ("displacement", "before", "after"):
        np.testing.assert_array_equal(getattr(got, name), getattr(expected, name))
    assert np.shares_memory(got.displacement, block.displacement) == over
    assert over or np.array_equal(block.displacement, series, equal_nan=True)


@pytest.mark.parametrize("between", [False, True])
def test_what_several_corrections_leave_does_not_depend_on_what_is_written_over(between):
    rng = np.random.default_rng(9)
    series = rng.normal(0, 2, (24, 12, 15)).astype(np.float32)
    scene = Scene(DATES, np.zeros(24), (12, 15), None)
    part = CorrectionBlock(np.arange(12), np.arange(15), None)
    functions = []
    for seed in (1, 2, 3):
        images = np.random.default_rng(seed).normal(size=(25, 12, 15)).astype(np.float32)
        field = ImagesByDate(images[1:, :1, 0].copy(), images[:1])
        referenced = Referenced(lambda part, f=field: Estimate(f), 0, np.zeros(24), np.ones(24) > 0)
        limits = StableLimits(0.0, -np.inf, np.inf)
        functions.append(ApplyCorrection(referenced, scene, limits, None, False, with_rate=False))
    found = []
    for over in (False, True):
        block = UncorrectedBlock(series.copy(), (part,) * 3, (slice(None), slice(None)))
        found.append(ApplyCorrections(tuple(functions), between, over)(block))
    for one, two in zip(*found):
        assert (one.displacement is None) == (two.displacement is None)
        if one.displacement is not None:
            np.testing.assert_array_equal(one.displacement, two.displacement)
        np.testing.assert_array_equal(one.after, two.after)
    kept = [block.displacement for block in found[1] if block.displacement is not None]
    assert len(kept) == (3 if between else 1)
    assert not between or not np.array_equal(kept[0], kept[1])


@pytest.mark.parametrize("count", [1, 2, 7, 4000, 4001])
@pytest.mark.parametrize("guess", [1e-9, 0.7, 50.0])
def test_the_median_is_numpys_whatever_the_guess(count, guess):
    values = np.abs(np.random.default_rng(count).normal(size=count + 5))
    values[-5:] = np.inf
    got = median(values, count, guess, 1.1, np.empty_like(values))
    assert got == pytest.approx(np.median(values[:count]), rel=1e-15)
