# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Patches by chance: their share and size are those of lonely pixels, whatever hangs together."""

import numpy as np
import pytest
from groundshift.algorithms.cryosphere.chance import largest_by_chance, share_of_lonely


@pytest.mark.parametrize("share", [0.003, 0.03, 0.14])
def test_the_share_of_lonely_pixels(share):
    random = np.random.default_rng(1)
    mask = random.random((500, 600)) < share
    assert share_of_lonely(mask) == pytest.approx(share, rel=0.05)
    mask[100:160, 100:180] = True
    assert share_of_lonely(mask) == pytest.approx(share, rel=0.07)


def test_the_largest_patch_by_chance():
    from scipy.ndimage import label

    random = np.random.default_rng(2)
    classes = np.where(random.random((300, 400)) < 0.1, 3, 0)
    labels, _ = label(classes == 3, np.ones((3, 3)))
    largest = np.bincount(labels.ravel())[1:].max()
    assert 0.5 < largest_by_chance(classes, (2, 3)) / largest < 2
    assert largest_by_chance(np.zeros((20, 30), int), (2, 3)) == 0
    solid = np.zeros((50, 60), int)
    solid[10:30, 10:40] = 3
    assert largest_by_chance(solid, (2, 3)) == 0
