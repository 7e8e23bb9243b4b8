# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Complex images between their pixels, and how well they are tracked."""

import numpy as np
import pytest
from groundshift.algorithms.tracking._match_kernel import COL, COL_VAR, ROW, ROW_VAR
from groundshift.algorithms.tracking.filtering import scene_factor
from groundshift.algorithms.tracking.matching import Search, match_images
from groundshift.algorithms.tracking.speckle import (
    TAPS,
    amplitudes,
    bound,
    carrier,
    wanders,
)
from textured import speckle

MIDDLE = 0.9, -2.1


def finer(image):
    """The same with pixels half as large, by zeros in its spectrum (circular)."""
    size = image.shape[0]
    spectrum = np.fft.fft2(image)
    wide = np.zeros((2 * size, 2 * size), complex)
    half = size // 2
    for rows in (slice(0, half), slice(-half, None)):
        for cols in (slice(0, half), slice(-half, None)):
            wide[rows, cols] = spectrum[rows, cols]
    return np.abs(4 * np.fft.ifft2(wide))


@pytest.mark.parametrize("middle", [(0.0, 0.0), MIDDLE])
def test_amplitudes_between_pixels(middle):
    image = speckle(128, (0, 0), 1.0, middle=middle)[0]
    found = carrier(image)
    assert np.abs(np.angle(np.exp(1j * (np.array(found) - middle)))).max() < 0.1
    truth = finer(speckle(128, (0, 0), 1.0)[0])  # amplitudes know nothing of the middle
    inner = np.s_[2 * TAPS : -2 * TAPS, 2 * TAPS : -2 * TAPS]
    off = amplitudes(image, found)[inner] - truth[inner]
    assert np.sqrt(np.mean(off**2)) < 0.02 * truth.mean()


def test_images_that_are_not_deramped_are_told():
    image = speckle(256, (0, 0), 1.0, middle=MIDDLE)[0]
    assert not wanders(image)
    rows = np.arange(256)[:, None]
    assert wanders(image * np.exp(0.5j * 0.02 * rows**2))


def test_gaps_stay_gaps():
    image = speckle(64, (0, 0), 1.0)[0]
    image[30, 20] = np.nan
    gaps = np.argwhere(np.isnan(amplitudes(image, (0.0, 0.0))[20:-20, 20:-20])) + 20
    assert {tuple(gap) for gap in gaps} == {(59 + i, 39 + j) for i in range(3) for j in range(3)}


@pytest.mark.parametrize("coherence", [0.5, 0.8])
def test_speckle_is_tracked_at_its_bound(coherence):
    move, band, chip = (1.37, -0.61), 0.8, 32
    images = speckle(600, move, coherence, seed=3, middle=MIDDLE)
    fine = [amplitudes(image, carrier(image)) for image in images]
    search = Search(2 * chip, 2 * chip, 8, 8)
    places = np.arange(search.margin[0] + 16, 1200 - search.margin[0] - 16, 64)
    out = match_images(*fine, places, places, search)
    error = np.stack([out[..., ROW] / 2 - move[0], out[..., COL] / 2 - move[1]])
    found = np.sqrt(np.nanmean(error**2))
    assert found < 1.1 * bound(coherence, (chip * band) ** 2) / band
    chance = 3 * found / places.size  # of a mean over places.size ** 2
    assert np.abs(np.nanmean(error, axis=(1, 2))).max() < max(0.006, chance)
    std = np.sqrt(np.stack([out[..., ROW_VAR], out[..., COL_VAR]])) / 2 * scene_factor(out)
    assert 0.88 < np.sqrt(np.nanmean((error / std) ** 2)) < 1.12


def test_bound_by_hand():
    # sqrt(3 / 10240) * sqrt(2 + 5 * 0.64 - 7 * 0.4096) / (pi * 0.64)
    assert bound(0.8, 1024) == pytest.approx(0.0130, abs=5e-5)
    assert bound(1.0, 1024) == pytest.approx(0.0, abs=1e-9)
