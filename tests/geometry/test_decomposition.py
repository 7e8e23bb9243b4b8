# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Components of motion against NumPy's least squares, and what the geometry cannot give."""

import numpy as np
import pytest
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.geometry.decomposition import (
    Levelling,
    ReferenceMotion,
    along_track,
    axes_of_motion,
    condition_of,
    decompose,
    leakage,
)
from hypothesis import given, settings
from hypothesis import strategies as st


def look(incidence, heading, pixels=1, left=False):
    los = from_incidence_heading(incidence, heading, left)
    return np.repeat([[los.east], [los.north], [los.up]], pixels, axis=1)


ASC, DESC = look(39.0, 348.0), look(36.0, 192.0)


def plain(vectors, data, std, axes):
    """One pixel by NumPy: values, covariance, condition, residual."""
    design = vectors @ axes
    good = np.isfinite(data)
    root = 1 / std[good]
    values = np.linalg.lstsq(design[good] * root[:, None], data[good] * root, rcond=None)[0]
    covariance = np.linalg.inv((design[good] * root[:, None] ** 2).T @ design[good])
    left = data[good] - design[good] @ values
    residual = np.sqrt((root**2 * left**2).sum() / (root**2).sum())
    return values, covariance, np.linalg.cond(design[good]), residual


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([2, 3]), st.integers(2, 6))
def test_against_numpy(seed, components, observations):
    rng = np.random.default_rng(seed)
    pixels = 7
    vectors = rng.normal(size=(observations, 3, pixels))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    data = rng.normal(size=(observations, pixels))
    data[rng.random(data.shape) < 0.15] = np.nan
    std = rng.uniform(0.5, 3, size=data.shape)
    axes = axes_of_motion(pixels, components == 3)
    found = decompose(vectors, data, std, axes, 50.0)
    for k in range(pixels):
        count = np.isfinite(data[:, k]).sum()
        if count < components:
            assert found.status[k] == (3 if count else 0)
            assert np.isnan(found.values[:, k]).all()
            continue
        values, covariance, condition, residual = plain(
            vectors[:, :, k], data[:, k], std[:, k], axes[:, :, k]
        )
        assert found.condition[k] == pytest.approx(condition, rel=1e-6)
        if condition > 50:
            assert found.status[k] == 2 and np.isnan(found.values[:, k]).all()
            continue
        assert found.status[k] == 1
        np.testing.assert_allclose(found.values[:, k], values, atol=1e-8)
        np.testing.assert_allclose(found.covariance[:, :, k], covariance, rtol=1e-7)
        if count > components:
            assert found.residual[k] == pytest.approx(residual, abs=1e-9)
        else:
            assert np.isnan(found.residual[k])


def test_up_and_east_of_two_sentinels():
    vectors = np.stack([ASC, DESC])
    motion = np.array([8.0, 0.0, -5.0])
    data = np.einsum("kep,e->kp", vectors, motion)
    found = decompose(vectors, data, np.full((2, 1), 2.0), axes_of_motion(1))
    np.testing.assert_allclose(found.values[:, 0], [8.0, -5.0])
    # An ascending orbit looks from the west, so its east component is negative.
    assert ASC[0, 0] < 0 < DESC[0, 0]
    # Closed form for two observations.
    design = vectors[:, [0, 2], 0]
    expected = 4.0 * np.linalg.inv(design.T @ design)
    np.testing.assert_allclose(found.covariance[..., 0], expected)
    assert found.correlation(0, 1)[0] == pytest.approx(
        expected[0, 1] / np.sqrt(expected[0, 0] * expected[1, 1])
    )


def test_standard_deviations_by_simulation():
    rng, pixels = np.random.default_rng(0), 50_000
    vectors = np.stack([np.repeat(v, pixels, axis=1) for v in (ASC, DESC, look(44.0, 350.0))])
    std = np.array([[1.0], [3.0], [2.0]]) * np.ones(pixels)
    data = np.einsum("kep,e->kp", vectors, [4.0, 0.0, 2.0]) + rng.normal(size=std.shape) * std
    found = decompose(vectors, data, std, axes_of_motion(pixels))
    np.testing.assert_allclose(found.values.mean(axis=1), [4.0, 2.0], atol=0.05)
    np.testing.assert_allclose(
        found.values.std(axis=1), [found.std(0)[0], found.std(1)[0]], rtol=0.02
    )
    correlation = np.corrcoef(found.values)[0, 1]
    assert correlation == pytest.approx(found.correlation(0, 1)[0], abs=0.02)


def test_what_the_geometry_cannot_give():
    axes, std = axes_of_motion(1), np.ones((2, 1))
    alike = np.stack([ASC, look(39.4, 348.3)])
    assert condition_of(alike, axes)[0] > 50
    assert decompose(alike, np.ones((2, 1)), std, axes).status[0] == 2
    same = np.stack([ASC, ASC])
    found = decompose(same, np.ones((2, 1)), std, axes, np.inf)
    assert found.condition[0] == np.inf and np.isnan(found.values).all()
    one = decompose(np.stack([ASC, DESC]), np.array([[1.0], [np.nan]]), std, axes)
    assert one.status[0] == 3
    assert condition_of(np.stack([ASC, DESC]), axes)[0] < 1.5
    # Two near-polar orbits tell next to nothing of north.
    assert condition_of(np.stack([ASC, DESC, look(30, 348.0)]), axes_of_motion(1, True))[0] > 8


def test_north_with_azimuth_motion_and_leakage_without():
    motion = np.array([5.0, 30.0, -2.0])
    vectors = np.stack([ASC, DESC, along_track(ASC)])
    h = np.radians(348.0)
    np.testing.assert_allclose(vectors[2, :, 0], [np.sin(h), np.cos(h), 0], atol=1e-12)
    left = along_track(look(39.0, 348.0, left=True), left_looking=True)
    np.testing.assert_allclose(left[:, 0], [np.sin(h), np.cos(h), 0], atol=1e-12)
    data = np.einsum("kep,e->kp", vectors, motion)
    std = np.array([[2.0], [2.0], [20.0]])
    found = decompose(vectors, data, std, axes_of_motion(1, True))
    np.testing.assert_allclose(found.values[:, 0], motion, atol=1e-9)
    neglected = decompose(vectors[:2], data[:2], std[:2], axes_of_motion(1))
    shift = leakage(vectors[:2], std[:2], axes_of_motion(1))[:, 0]
    np.testing.assert_allclose(neglected.values[:, 0], motion[[0, 2]] + 30.0 * shift, atol=1e-9)
    assert abs(shift[1]) > 0.1 > abs(shift[0])


def test_along_the_aspect():
    aspect = np.array([100.0, 280.0, 2.0, np.nan])
    vectors = np.stack([np.repeat(v, 4, axis=1) for v in (ASC, DESC)])
    axes = axes_of_motion(4, aspect=aspect)
    a = np.radians(aspect)
    motion = np.stack([7.0 * np.sin(a), 7.0 * np.cos(a), np.full(4, -4.0)])
    data = np.einsum("kep,ep->kp", vectors, np.nan_to_num(motion))
    found = decompose(vectors, data, np.ones((2, 4)), axes)
    # Downhill is positive whichever way the slope faces; slopes to the north are hardly seen.
    np.testing.assert_allclose(found.values[:, :2], [[7.0, 7.0], [-4.0, -4.0]])
    assert found.status.tolist() == [1, 1, 2, 4]


def test_tracks_are_levelled_but_for_what_looks_like_motion():
    rng, pixels = np.random.default_rng(1), 4000
    incidence = np.linspace(30, 45, pixels)
    vectors = np.stack([
        np.stack(np.broadcast_arrays(*vars(from_incidence_heading(incidence + d, h)).values()))
        for d, h in ((0, 348.0), (3, 350.0), (0, 192.0), (-4, 190.0))
    ])  # fmt: skip
    axes = axes_of_motion(pixels)
    motion = np.stack([rng.normal(size=pixels), np.zeros(pixels), rng.normal(size=pixels)]) * 10
    std = np.ones((4, pixels))
    offsets = np.array([3.0, -2.0, 1.0, 4.0])
    data = np.einsum("kep,ep->kp", vectors, motion) + offsets[:, None]
    data[0, ::7] = np.nan
    levelling = Levelling(4)
    for part in (slice(0, 1500), slice(1500, pixels)):
        levelling.add(vectors[..., part], data[:, part], std[:, part], axes[..., part])
    constants = levelling.constants()
    before = np.nanmedian(decompose(vectors, data, std, axes).residual)
    after = decompose(vectors, data - constants[:, None], std, axes)
    assert np.nanmedian(after.residual) < 0.1 * before
    # What is left of the offsets is (nearly) one shift of all components.
    left = offsets - constants
    design = np.einsum("kep,enp->pkn", vectors, axes).mean(axis=0)
    shift = np.linalg.lstsq(design, left, rcond=None)[0]
    assert np.abs(left - design @ shift).max() < 0.3
    with pytest.raises(GroundshiftError, match="cannot be levelled"):
        two = Levelling(2)
        two.add(vectors[:2], data[:2], std[:2], axes)
        two.constants()


def test_reference_motion():
    motion = ReferenceMotion(east=2.0, up=-1.0)
    assert motion.along(ASC.T)[0] == pytest.approx(2 * ASC[0, 0] - ASC[2, 0])
