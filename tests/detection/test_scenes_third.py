# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenes of benchmarks/detection_scenes_third.py: their physics, noise and boxes."""

import sys
from pathlib import Path

import numpy as np
import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def third():
    if not BENCHMARKS.is_dir():
        pytest.skip("benchmarks/ is not here")
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import detection_scenes_third
    finally:
        sys.path.remove(str(BENCHMARKS))
    return detection_scenes_third


@pytest.fixture(scope="module")
def scenes(third):
    return [third.scene(seed) for seed in range(40)]


def test_the_same_seed_gives_the_same_scene(third, scenes):
    again = third.scene(7)
    np.testing.assert_array_equal(again.phase, scenes[7].phase)
    np.testing.assert_array_equal(again.coherence, scenes[7].coherence)
    np.testing.assert_array_equal(again.boxes, scenes[7].boxes)


def test_scenes_are_wrapped_phase_and_coherence(scenes):
    for one in scenes:
        assert min(one.phase.shape) >= 160 and max(one.phase.shape) <= 320
        data = np.isfinite(one.phase)
        assert data.any() and np.abs(one.phase[data]).max() <= np.pi
        assert one.coherence[data].min() >= 0 and one.coherence[data].max() <= 1.0
        assert np.isfinite(one.truth).all()


def test_boxes_hold_what_moves_at_least_a_tenth_of_the_peak(scenes):
    sources = [(one, source) for one in scenes for source in one.sources]
    assert {source.kind for _, source in sources} == {"basin", "slope"}
    for one, source in sources:
        size = np.abs(source.motion)
        assert source.fringes == pytest.approx(size.max() / (one.wavelength / 2))
        assert source.fringes < 12.01
        rows, columns = np.nonzero(size >= 0.1 * size.max())
        box = (rows.min(), columns.min(), rows.max() + 1, columns.max() + 1)
        assert source.box == box
        row, column = np.unravel_index(np.argmax(size), size.shape)
        hidden = np.isnan(one.phase[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2])
        if source.fringes < 0.25 or hidden.all():
            assert not source.counts


def test_a_point_at_depth_moves_ground_as_mogi_says(third):
    """Against the closed form d/R^3, r/R^3: within 2 % of the peak (edges are periodic)."""
    pixel, deep, look = 50.0, 800.0, np.array([-0.6, 0.1, 0.79])
    load = np.zeros((256, 240))
    load[128, 120] = 1.0
    motion = third._green(
        load, look, pixel, lambda k: np.exp(-k * deep), lambda k: np.exp(-k * deep) / k
    )
    east = (np.arange(240)[None, :] - 120) * pixel
    north = -(np.arange(256)[:, None] - 128) * pixel
    cube = (east**2 + north**2 + deep**2) ** 1.5
    expected = (look[0] * east + look[1] * north + look[2] * deep) / cube * pixel**2 / (2 * np.pi)
    assert np.abs(motion - expected).max() < 0.02 * expected.max()


@pytest.mark.parametrize("looks", [1, 4, 30])
def test_noise_is_that_of_averaged_looks(third, looks):
    """Phase, sample coherence and powers, against sums of normal looks: spread within 2 %."""
    rng, coherence, count = np.random.default_rng(1), 0.6, 40000
    parts = rng.standard_normal((4, looks, count)) / np.sqrt(2)
    first = parts[0] + 1j * parts[1]
    second = coherence * first + 0.8 * (parts[2] + 1j * parts[3])
    powers = [(np.abs(image) ** 2).sum(0) for image in (first, second)]
    direct = ((second * first.conj()).sum(0), *powers)
    flat = np.zeros(count)
    drawn = third._drawn(flat, flat + coherence, float(looks), np.random.default_rng(2))

    def told(product, one, other):
        return np.angle(product), np.abs(product) / np.sqrt(one * other), one, other

    for mine, theirs in zip(told(*drawn), told(*direct)):
        assert mine.mean() == pytest.approx(theirs.mean(), abs=0.03 * theirs.std() + 1e-6)
        assert mine.std() == pytest.approx(theirs.std(), rel=0.02, abs=1e-6)


def test_the_filter_keeps_fringes_and_lessens_noise(third):
    fringes = np.add.outer(0.2 * np.arange(170.0), 0.1 * np.arange(203))
    noise = np.random.default_rng(3).normal(0, 0.6, fringes.shape)
    filtered = third._filtered(np.exp(1j * (fringes + noise)), np.random.default_rng(4))
    left = np.angle(filtered * np.exp(-1j * fringes))
    assert abs(left.mean()) < 0.02 and left.std() < 0.3
