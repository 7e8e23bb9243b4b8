# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Selection of persistent scatterers: what is found, what by chance, and what does not matter."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.scatterers import decoys as decoying
from groundshift.algorithms.scatterers.decoys import (
    Decoys,
    find_limits,
    place_decoys,
    random_phase,
)
from groundshift.algorithms.scatterers.selection import SelectionOptions, select
from groundshift.algorithms.scatterers.spatial_phase import places
from groundshift.algorithms.scatterers.stability import (
    StabilityOptions,
    estimate,
    noise_share,
    refine,
)
from planted_slc import PER_METRE, make_scene
from scipy.spatial import cKDTree

OPTIONS = SelectionOptions(stability=StabilityOptions(largest_slope=abs(PER_METRE) * 25))


@dataclass
class Candidates:
    rows: np.ndarray
    cols: np.ndarray
    dispersion: np.ndarray
    decoys: Decoys
    phase: np.ndarray
    pixels: int


def candidates_of(scene, limit=0.4, reference=None, seed=0, order=None):
    """What a driver collects from the images of a scene."""
    amplitude = np.abs(scene.images)
    ratio = amplitude.std(axis=0, ddof=1) / amplitude.mean(axis=0)
    rows, cols = np.nonzero(ratio < limit)
    if order is not None:
        shuffled = np.random.default_rng(order).permutation(len(rows))
        rows, cols = rows[shuffled], cols[shuffled]
    values = scene.images[:, rows, cols]
    reference = len(values) // 2 if reference is None else reference
    phase = np.angle(values[reference] * values.conj()).astype(np.float32)
    decoys = place_decoys(rows, cols, ratio.shape, seed)
    noise = random_phase(len(values), len(decoys.rows), reference, seed)
    phase = np.concatenate([phase, noise], axis=1)
    return Candidates(rows, cols, ratio[rows, cols], decoys, phase, ratio.size)


def chosen(scene, options=OPTIONS, **how):
    candidates = candidates_of(scene, **how)
    found = select(candidates, scene.baseline, scene.years, scene.spacing, options, workers=2)
    return candidates, found


def local_mean(values, places):
    """What neighbours have in common goes with the phase that they share."""
    near = cKDTree(places).query_ball_point(places, 8)
    return np.array([np.mean(values[list(some)]) for some in near])


def pixels(candidates, found):
    return set(zip(candidates.rows[found.index].tolist(), candidates.cols[found.index].tolist()))


@pytest.fixture(scope="module")
def scene():
    return make_scene()


@pytest.fixture(scope="module")
def result(scene):
    return chosen(scene, replace(OPTIONS, separate=False, largest_noise=1.8))


def test_planted_scatterers_are_found_and_noise_is_not(scene, result):
    candidates, found = result
    there = scene.planted[candidates.rows[found.index], candidates.cols[found.index]]
    of_candidates = scene.planted[candidates.rows, candidates.cols].sum()
    assert there.sum() >= 0.97 * of_candidates
    assert of_candidates > 0.97 * scene.planted.sum()
    # 5 % were allowed, on average over many scenes.
    assert (~there).mean() < 0.08
    assert found.limits.noise.sum() == pytest.approx((~there).sum(), abs=0.03 * len(there))


def test_height_errors_are_recovered(scene, result):
    candidates, found = result
    rows, cols = candidates.rows[found.index], candidates.cols[found.index]
    there = scene.planted[rows, cols]
    error = (found.fit.slope / PER_METRE - scene.height[rows, cols])[there]
    error -= local_mean(error, np.column_stack([rows, cols])[there])
    noise = 1 / np.sqrt(2 * 10.0)  # radians at a signal-to-clutter ratio of 10
    expected = noise / (np.sqrt(20) * scene.baseline.std() * abs(PER_METRE))
    assert np.std(error) < 1.3 * expected


def test_weeding(scene):
    candidates, found = chosen(scene)
    rows, cols = candidates.rows[found.index], candidates.cols[found.index]
    apart = np.abs(rows[:, None] - rows) + np.abs(cols[:, None] - cols) * 1000
    near = np.maximum(np.abs(rows[:, None] - rows), np.abs(cols[:, None] - cols)) <= 1
    assert near.sum() == len(rows), apart
    # Noise that passed as stable is loud along all arcs.
    assert scene.planted[rows, cols].mean() > 0.995
    assert np.median(found.noise) == pytest.approx(1 / np.sqrt(2 * 10.0), rel=0.2)


@pytest.mark.parametrize("share, scr", [(0.0, 10.0), (0.0008, 8.0), (0.004, 4.0)])
def test_noise_that_feeds_on_itself_is_held_back(share, scr):
    """Where scatterers are few, the rounds make noise look stable; decoys see it."""
    scene = make_scene(140, 140, 20, share, scr, seed=3)
    candidates = candidates_of(scene)
    count = len(candidates.rows)
    rows = np.concatenate([candidates.rows, candidates.decoys.rows])
    cols = np.concatenate([candidates.cols, candidates.decoys.cols])
    weight = np.ones(len(rows))
    found = estimate(
        candidates.phase, scene.baseline, places(rows, cols, scene.spacing, 50.0), weight, count,
        OPTIONS.stability,
    )  # fmt: skip
    gamma, ghosts = found.fit.gamma[:count], found.fit.gamma[count:]
    noise = gamma[~scene.planted[candidates.rows, candidates.cols]]
    for level in (50, 90):
        assert np.percentile(noise, level) == pytest.approx(np.percentile(ghosts, level), abs=0.06)
    limits = find_limits(
        gamma, candidates.dispersion, ghosts, candidates.dispersion[candidates.decoys.model], 0.05
    )
    passed = gamma >= limits.of(candidates.dispersion)
    false = passed & ~scene.planted[candidates.rows, candidates.cols]
    assert false.sum() <= max(3, 0.12 * passed.sum())


def test_nothing_is_found_in_pure_noise():
    scene = make_scene(100, 100, 15, share=0.0)
    with pytest.raises(GroundshiftError, match="more stable than noise"):
        chosen(scene)


def test_the_order_of_candidates_does_not_matter(scene, result):
    candidates, found = chosen(scene, replace(OPTIONS, separate=False, largest_noise=1.8), order=1)
    first, second = pixels(*result), pixels(candidates, found)
    # The decoys of equal rank differ in nothing but rounding.
    assert len(first ^ second) <= 0.01 * len(first)


def test_the_reference_image_matters_little(scene, result):
    candidates, found = chosen(
        scene, replace(OPTIONS, separate=False, largest_noise=1.8), reference=2
    )
    first, second = pixels(*result), pixels(candidates, found)
    planted = set(zip(*(v.tolist() for v in np.nonzero(scene.planted))))
    assert len((first ^ second) & planted) <= 0.02 * len(first)
    slope, other = (
        dict(zip(zip(c.rows[f.index].tolist(), c.cols[f.index].tolist()), f.fit.slope / PER_METRE))
        for c, f in (result, (candidates, found))
    )
    common = sorted(planted & set(slope) & set(other))
    change = np.array([slope[p] - other[p] for p in common])
    change -= local_mean(change, np.array(common))
    assert np.std(change) < 0.5  # metres; the slopes' own error is 1.5


def test_density_instead_of_share(scene):
    options = replace(OPTIONS, separate=False, largest_noise=1.8, noise_per_km2=3.0)
    _, found = chosen(scene, options)
    assert found.limits.noise.sum() <= 3.0 * scene.planted.size * 15.0**2 / 1e6


def test_refinement_needs_no_decoys(scene, result):
    candidates, found = result
    index = found.index
    where = places(candidates.rows[index], candidates.cols[index], scene.spacing, 50.0)
    again = refine(candidates.phase[:, index], scene.baseline, where, found.fit, OPTIONS.stability)
    np.testing.assert_allclose(again.fit.gamma, found.fit.gamma, atol=0.05)


def test_cancelling(scene):
    with pytest.raises(Cancelled):
        candidates = candidates_of(scene)
        select(
            candidates, scene.baseline, scene.years, scene.spacing, OPTIONS, cancelled=lambda: True
        )


def test_share_of_noise_falls_with_stability():
    rng = np.random.default_rng(0)
    ghosts = rng.rayleigh(0.15, 4000)
    gamma = np.concatenate([rng.rayleigh(0.15, 2000), rng.normal(0.9, 0.03, 1000)]).clip(0, 1)
    share, of_ghosts = noise_share(gamma, ghosts)
    order = np.argsort(gamma)
    assert np.all(np.diff(share[order]) <= 1e-12)
    assert share[gamma > 0.8].max() < 0.05 and share[gamma < 0.15].min() == 1.0
    assert of_ghosts.mean() > 0.9


def test_limits_hold_the_share_of_noise():
    """Over many draws: the expected share is what was asked for, at any mix."""
    rng = np.random.default_rng(1)
    shares = []
    for _ in range(200):
        noise, ghosts = rng.rayleigh(0.15, 1500), rng.rayleigh(0.15, 1500)
        gamma = np.concatenate([noise, rng.normal(0.5, 0.1, 500)])
        limits = find_limits(gamma, np.full(2000, 0.3), ghosts, np.full(1500, 0.3), 0.1)
        passed = gamma >= limits.gamma[0]
        shares.append(passed[:1500].sum() / max(1, passed.sum()))
    assert 0.06 < np.mean(shares) <= 0.11


def test_limits_by_dispersion(monkeypatch):
    """Bins where all is noise let nothing pass."""
    monkeypatch.setattr(decoying, "BIN", 1000)
    rng = np.random.default_rng(2)
    dispersion = np.concatenate([rng.uniform(0.1, 0.25, 1000), rng.uniform(0.25, 0.4, 1000)])
    gamma = np.concatenate([rng.normal(0.9, 0.02, 1000), rng.rayleigh(0.15, 1000)])
    ghosts, theirs = rng.rayleigh(0.15, 2000), rng.uniform(0.1, 0.4, 2000)
    limits = find_limits(gamma, dispersion, ghosts, theirs, 0.05)
    assert len(limits.gamma) == 2
    passed = gamma >= limits.of(dispersion)
    assert passed[:1000].mean() > 0.99 and passed[1000:].sum() <= 5


def test_decoys_lie_on_free_pixels():
    rng = np.random.default_rng(0)
    pixel = rng.choice(60 * 50, 900, replace=False)
    rows, cols = pixel // 50, pixel % 50
    decoys = place_decoys(rows, cols, (60, 50), 5)
    number = decoys.rows * 50 + decoys.cols
    assert len(np.unique(number)) == len(number) > 800
    assert not np.isin(number, pixel).any()
    assert (decoys.rows < 60).all() and (decoys.cols < 50).all() and number.min() >= 0
    apart = np.maximum(np.abs(decoys.rows - rows[decoys.model]),
                       np.abs(decoys.cols - cols[decoys.model]))  # fmt: skip
    assert apart.max() <= decoying.REACH
    again = place_decoys(rows, cols, (60, 50), 5)
    assert np.array_equal(again.rows, decoys.rows)
    full = place_decoys(*(v.ravel() for v in np.indices((8, 8))), (8, 8), 0)
    assert len(full.rows) == 1
