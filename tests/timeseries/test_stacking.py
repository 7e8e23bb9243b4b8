# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.data.stack import StackBlock
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.stacking import (
    BlockStacking,
    _sizes,
    consecutive_pairs,
    noise_prior,
    noise_shares,
)

WAVELENGTH = 0.0555
TO_METRES = -WAVELENGTH / (4 * np.pi)
DATES = np.datetime64("2018-01-06") + np.cumsum([0] + [12, 12, 24, 12, 6, 18] * 6)
NEAR = np.array([(i, j) for i in range(37) for j in range(i + 1, min(i + 4, 37))])
CHAIN = np.array([(i, i + 1) for i in range(36)])
FEW = np.array([(i, j) for i in range(10) for j in range(i + 1, min(i + 3, 10))])


def stack(
    phase, index=NEAR, coherence=None, weights=None, reference=None, tell=None, drawn=False, **more
):
    network = Network.from_pairs(DATES[index])
    reference = np.zeros(len(index)) if reference is None else reference
    function = BlockStacking(network, reference, WAVELENGTH, weights, **more)
    if coherence is not None:
        coherence = coherence.astype("f4")[:, None]
    block = StackBlock(phase.astype("f4")[:, None], coherence)
    found = function.moments(block)
    if tell is not None:
        tell.append(found)
    function = replace(function, shares=noise_shares(found))
    if drawn:
        function = replace(function, prior=noise_prior(found, function.shares))
    out = function(block)
    return out.velocity[0], out.velocity_std[0], out.pair_count[0]


def spans(index=NEAR):
    return (DATES[index[:, 1]] - DATES[index[:, 0]]).astype(float) / 365.25


def incidence(index):
    matrix = np.zeros((len(index), len(DATES)))
    matrix[np.arange(len(index)), index[:, 1]] = 1
    matrix[np.arange(len(index)), index[:, 0]] = -1
    return matrix


def moments(index, weights, residual):
    """From dense matrices: the estimator's system, its right side, and what the rate gets."""
    t, g, w = spans(index), incidence(index), np.diag(weights)
    h = weights * t / (weights * t**2).sum()
    project = np.eye(len(t)) - np.outer(t, h)
    forms = [w, w @ g @ g.T @ w]
    parts = [g @ g.T, np.linalg.inv(w)]
    system = [[np.trace(project.T @ a @ project @ s) for s in parts] for a in forms]
    return np.array(system), [residual @ a @ residual for a in forms], [h @ s @ h for s in parts]


def test_a_steady_rate_comes_back_with_the_sign_towards_the_satellite():
    rate = np.array([0.02, -0.05, 0.0])
    phase = spans()[:, None] * rate / TO_METRES
    velocity, std, count = stack(phase)
    np.testing.assert_allclose(velocity, rate, atol=1e-8)
    assert std.max() < 1e-6 and (count == len(NEAR)).all()


def test_rate_and_errors_are_those_of_dense_matrices():
    rng = np.random.default_rng(0)
    table = np.linspace(0.1, 4.0, 1001)
    phase = rng.normal(0, 1, (len(NEAR), 200)) + incidence(NEAR) @ rng.normal(0, 1, (37, 200))
    coherence = rng.uniform(0.1, 1, phase.shape)
    phase[rng.random(phase.shape) < 0.2] = np.nan
    told = []
    velocity, std, count = stack(
        phase, coherence=coherence, weights=table, tell=told, minimum_coherence=0.3
    )
    shares = np.array(noise_shares(told[0]))
    assert shares.min() > 0
    for pixel in range(200):
        used = np.isfinite(phase[:, pixel]) & (coherence[:, pixel] >= 0.3)
        index, t, w = (
            NEAR[used],
            spans()[used],
            table[np.rint(coherence[used, pixel] * 1000).astype(int)],
        )
        rate = (w * t * phase[used, pixel]).sum() / (w * t**2).sum()
        assert velocity[pixel] == pytest.approx(rate * TO_METRES, rel=1e-4, abs=1e-6)
        assert count[pixel] == used.sum()
        system, right, parts = moments(index, w, phase[used, pixel] - rate * t)
        expected = [system[0, 0], system[0, 1], right[0], system[1, 0], system[1, 1], right[1]]
        np.testing.assert_allclose(told[0][pixel], expected, rtol=2e-3)
        variance = right[0] / (system[0] @ shares) * (shares @ parts)
        assert std[pixel] == pytest.approx(np.sqrt(variance) * -TO_METRES, rel=1e-3)


def test_how_the_noises_compare_is_told_by_many_pixels():
    rng = np.random.default_rng(5)
    for index, by_date, by_pair in ((NEAR, 1.0, 0.7), (CHAIN, 1.0, 0.7), (CHAIN, 0.0, 1.0)):
        size = rng.uniform(0.7, 1.4, 4000)  # of a pixel's noise
        phase = by_date * incidence(index) @ rng.normal(0, 1, (37, 4000))
        told = []
        stack((phase + by_pair * rng.normal(0, 1, phase.shape)) * size, index, tell=told)
        date, pair = noise_shares(told[0])
        assert date / (date + pair) == pytest.approx(
            by_date**2 / (by_date**2 + by_pair**2), abs=0.07
        )
    assert noise_shares(np.zeros((0, 6))) == (0.0, 0.0)
    assert noise_shares(np.array([[1.0, 2.0, 3.0, 2.0, 4.0, 6.0]])) == (0.0, 0.0)


@pytest.mark.parametrize("index", [NEAR, CHAIN], ids=["network", "chain"])
@pytest.mark.parametrize("by_date, by_pair", [(1.0, 0.0), (0.0, 1.0), (1.0, 0.7)])
def test_the_errors_are_right_for_noise_by_date_and_by_pair(index, by_date, by_pair):
    rng = np.random.default_rng(1)
    phase = by_date * incidence(index) @ rng.normal(0, 1, (37, 6000))
    phase += by_pair * rng.normal(0, 1, phase.shape)
    velocity, std, _ = stack(phase, index)
    # Ratios to an estimated spread have long tails: quantiles tell, not the standard deviation.
    assert 0.93 < np.quantile(np.abs(velocity / std), 0.683) < 1.12


@pytest.mark.parametrize(
    "spread, noisy, by_pair, apart",
    [(0.0, 0.0, 0.0, 0.13), (0.0, 0.0, 0.8, 0.13), (0.35, 0.0, 0.8, 0.27), (0.0, 0.1, 0.8, 0.13)],
    ids=["dates", "alike", "places differ", "a few are noisy"],
)
def test_few_pairs_have_right_errors_when_the_scene_counts(spread, noisy, by_pair, apart):
    """By class of the errors as by all; a pixel's own alone have 1.4 to 0.8, and 1 false in 35."""
    rng = np.random.default_rng(7)
    size = np.exp(spread * rng.normal(size=20000))
    loud = rng.random(20000) < noisy
    size[loud] *= 3
    phases = [
        (incidence(FEW) @ rng.normal(0, 1, (37, 20000)) + by_pair * rng.normal(0, 1, (17, 20000)))
        * size for _ in range(2)
    ]  # fmt: skip
    ratios, classes = [], []
    for phase in phases:
        velocity, std, _ = stack(phase, FEW, drawn=True)
        ratios.append(velocity / std)
        order = np.argsort(std)
        classes += [np.sqrt(np.mean(ratios[-1][part] ** 2)) for part in np.array_split(order, 5)]
    assert np.sqrt(np.mean(np.square(ratios))) == pytest.approx(0.98, abs=0.05)
    assert 1 - apart < min(classes) and max(classes) < 1 + apart
    assert (np.hypot(*ratios) > 3).mean() < 1.5 / 90
    if noisy:
        assert np.sqrt(np.mean(np.square(ratios)[:, loud])) < 1.3


def test_the_freedom_of_the_residuals_is_that_of_dense_matrices():
    """Of pixels of unlike pairs and weights; and what the scene's size does to their errors."""
    rng = np.random.default_rng(8)
    table = np.linspace(0.1, 4.0, 1001)
    phase = rng.normal(0, 1, (17, 40)) + incidence(FEW) @ rng.normal(0, 1, (37, 40))
    coherence = rng.uniform(0.1, 1, phase.shape)
    phase[rng.random(phase.shape) < 0.2] = np.nan
    shares, prior = (0.7, 0.4), (5.0, 1.3, 1.5, 0.6)
    network = Network.from_pairs(DATES[FEW])
    function = BlockStacking(network, np.zeros(17), WAVELENGTH, table, shares=shares)
    block = StackBlock(phase.astype("f4")[:, None], coherence.astype("f4")[:, None])
    size_of, freedom_of = _sizes(function.moments(block), shares)
    factor = (replace(function, prior=prior)(block).velocity_std / function(block).velocity_std)[0]
    for pixel in range(40):
        used = np.isfinite(phase[:, pixel])
        t, g = spans(FEW)[used], incidence(FEW)[used]
        w = table[np.rint(coherence[used, pixel] * 1000).astype(int)]
        project = np.eye(len(t)) - np.outer(t, w * t / (w * t**2).sum())
        residual = project @ phase[used, pixel]
        noise = shares[0] * g @ g.T + shares[1] * np.diag(1 / w)
        form = np.diag(w) @ project @ noise @ project.T
        size = w @ residual**2 / np.trace(form)
        assert size_of[pixel] == pytest.approx(size, rel=2e-3)
        freedom = np.trace(form) ** 2 / np.trace(form @ form)
        assert freedom_of[pixel] == pytest.approx(freedom, rel=2e-3)
        freedom = 0.6 * (used.sum() - 1)  # as all of the scene
        expected = (5.0 * 1.3 + freedom * size) / (5.0 + freedom) / size if size <= 1.5 else 1.0
        assert factor[pixel] ** 2 == pytest.approx(expected, rel=2e-3)


def test_places_that_differ_are_left_as_they_are():
    rng = np.random.default_rng(9)
    base = incidence(NEAR) @ rng.normal(0, 1, (37, 6000)) + rng.normal(0, 1, (len(NEAR), 6000))
    freedoms = []
    for spread in (0.0, 0.3, 0.6):
        told = []
        stack(base * np.exp(spread * rng.normal(size=6000)), tell=told)
        freedoms.append(noise_prior(told[0], noise_shares(told[0]))[0])
    assert freedoms[0] > 100 > 30 > freedoms[1] > freedoms[2]
    assert noise_prior(np.zeros((0, 6)), (1.0, 1.0)) == (0.0,) * 4
    assert noise_prior(told[0], (0.0, 0.0)) == (0.0,) * 4


def test_pairs_taken_as_independent_are_too_hopeful_in_a_dense_network():
    rng = np.random.default_rng(2)
    dense = np.array([(i, j) for i in range(37) for j in range(i + 1, 37)])
    phase = incidence(dense) @ rng.normal(0, 1, (37, 3000))
    spread = {}
    for noise in ("dates", "pairs"):
        velocity, std, _ = stack(phase, dense, noise=noise)
        spread[noise] = (velocity / std).std()
    assert spread["dates"] == pytest.approx(1.0, abs=0.08)
    # With all pairs the rate is a straight line's through the dates: half their number too many.
    assert spread["pairs"] == pytest.approx(np.sqrt(37 / 2), rel=0.1)


def test_the_unit_and_a_shift_of_the_reference_do_not_matter():
    rng = np.random.default_rng(3)
    phase = rng.normal(0, 1, (len(NEAR), 50))
    one = stack(phase)
    two = stack(3 * phase)
    np.testing.assert_allclose(two[1], 3 * one[1], rtol=1e-4)
    moved = stack(phase + 2.0, reference=np.full(len(NEAR), 2.0))
    np.testing.assert_allclose(moved[0], one[0], atol=1e-7)


def test_thin_pixels_and_lost_pairs_are_left_out():
    rng = np.random.default_rng(4)
    phase = rng.normal(0, 1, (len(NEAR), 4))
    phase[5:, 1] = np.nan
    phase[:, 2] = np.nan
    phase[2:, 3] = np.nan
    velocity, std, count = stack(phase, minimum_pairs=2)
    assert count.tolist() == [len(NEAR), 5, 0, 2]
    assert np.isfinite(velocity).tolist() == [True, True, False, True]
    assert np.isnan(std[[2, 3]]).all()
    reference = np.zeros(len(NEAR))
    reference[:10] = np.nan
    assert stack(phase, reference=reference)[2][0] == len(NEAR) - 10


def test_neighbouring_dates_are_found():
    keep = consecutive_pairs(DATES[NEAR])
    np.testing.assert_array_equal(NEAR[keep], CHAIN)
    with pytest.raises(GroundshiftError, match="neighbouring"):
        consecutive_pairs(DATES[np.array([(0, 2), (1, 3)])])
