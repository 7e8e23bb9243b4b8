# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Displacement from differences of heights, against what was planted."""

import numpy as np
import pytest
from groundshift.algorithms.data.statistics import nmad
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.terrain.coregistration import (
    Differences,
    Waves,
    bias_by_height,
    differences,
    displacement,
    lifted,
)

AXES = np.broadcast_to([10.0, 0.0, 0.0, -10.0], (60, 80, 4))  # columns east, rows south
EVERYWHERE = np.ones((60, 80), bool)


def bumps(east=0.0, north=0.0):
    """Gentle hills, displaced by metres."""
    row, col = np.indices((62, 82))
    x, y = 10.0 * col - east, -10.0 * row - north
    return 300 + 40 * np.sin(x / 70) * np.cos(y / 90) + 25 * np.sin((x + y) / 120)


def sample(moved, reference, keep=EVERYWHERE):
    return differences(moved, reference, keep, AXES, (-30, -40))


def test_a_small_displacement_is_found_at_once():
    found = displacement(sample(bumps(1.0, -0.6) + 2.0, bumps()))
    assert found.values == pytest.approx([1.0, -0.6, 2.0], abs=0.02)
    assert found.pixels > 4000 and found.shown > 0.99


def test_it_is_the_plain_least_squares_without_outliers():
    """Against NumPy's solution of the same differences."""
    rng = np.random.default_rng(1)
    noise = rng.uniform(-1.0, 1.0, (62, 82))  # no tails: weights are near one
    parts = sample(bumps(1.0, 0.5) + noise, bumps())
    design = np.column_stack([-parts.gradient, np.ones(len(parts.height))])
    plain = np.linalg.lstsq(design, parts.height, rcond=None)[0]
    found = displacement(parts)
    assert found.values == pytest.approx(plain, abs=3 * found.std.max())


def test_outliers_have_no_weight():
    moved = bumps(1.0, -0.6)
    moved[5:25, 5:35] -= 60.0
    found = displacement(sample(moved, bumps()))
    assert found.values == pytest.approx([1.0, -0.6, 0.0], abs=0.05)
    clean = displacement(sample(bumps(1.0, -0.6), bumps()))
    assert found.pixels < clean.pixels - 500


def test_a_tilt_and_a_mask():
    row, col = np.indices((62, 82))
    moved = bumps() + 1e-3 * 10.0 * (col - 41) - 2e-3 * -10.0 * (row - 31)
    moved[:31] += 500.0
    keep = EVERYWHERE.copy()
    keep[:31] = False
    found = displacement(sample(moved, bumps(), keep), tilt=True)
    assert found.values[3:] == pytest.approx([1e-3, -2e-3], rel=0.02)
    flat = displacement(sample(bumps() + 7.0, bumps()), horizontal=False)
    assert flat.values == pytest.approx([0.0, 0.0, 7.0], abs=1e-9)


def test_noise_shows_no_slopes():
    rng = np.random.default_rng(2)
    found = displacement(sample(*rng.normal(100.0, 1.0, (2, 62, 82))))
    assert found.shown < 0.1
    level = displacement(sample(np.full((62, 82), 3.0), np.full((62, 82), 1.0)))
    assert level.shown == 0.0 and level.values[2] == pytest.approx(2.0)


def test_unknown_heights_and_patches_of_several_blocks():
    moved = bumps()
    moved[10:20, 10:20] = np.nan
    parts = sample(moved, bumps())
    assert np.isfinite(parts.height).all() and len(parts.height) < 60 * 80 - 80
    joined = Differences.joined([parts, parts])
    assert len(joined.height) == 2 * len(parts.height)
    assert np.unique(joined.patch).size == 2 * np.unique(parts.patch).size


def test_a_rise_with_the_height():
    parts = sample(1.01 * bumps(), bumps())
    rise, std = bias_by_height(parts, displacement(parts))
    assert rise == pytest.approx(0.01, rel=0.1) and std < 0.003


def test_lifted_heights():
    heights, reference = np.full((2, 2), 5.0, np.float32), np.full((2, 2), 3.0, np.float32)
    assert lifted((1.0, heights)).dtype == np.float32
    assert (lifted((1.0, heights, reference)) == 1.0).all()
    assert nmad(np.random.default_rng(3).normal(0, 2, 100000)) == pytest.approx(2.0, rel=0.02)


def test_waves_along_a_track():
    """With a displacement at once; the spline is fitted, not the sine."""
    row, col = np.indices((62, 82))
    along = np.sin(0.3) * 10.0 * (col - 41) - np.cos(0.3) * 10.0 * (row - 31)
    wave = 3.0 * np.sin(2 * np.pi * along / 300.0)
    parts = sample(bumps(1.0, -0.6) + 2.0 + wave, bumps())
    waves = Waves.over(parts.place, np.degrees(0.3), 300.0)
    found = displacement(parts, waves=waves)
    assert found.values[:3] == pytest.approx([1.0, -0.6, 2.0], abs=0.08)
    rest = parts.height - found.excess(parts.place) + parts.gradient @ found.values[:2]
    assert np.sqrt(np.mean(rest**2)) < 0.15
    assert np.ptp(found.wave(parts.place)) == pytest.approx(6.0, abs=0.4)
    assert np.mean(found.wave(parts.place)) == pytest.approx(0.0, abs=1e-9)
    with pytest.raises(GroundshiftError, match=r"from \d+ m on"):
        Waves.over(parts.place, 0.0, 20.0)
