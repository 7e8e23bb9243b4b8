# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Cycles kept in tiles, by pair and by block."""

import numpy as np
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.timeseries.cycle_store import TILE_ROWS, CycleStore
from hypothesis import given, settings
from hypothesis import strategies as st

SCENE = Grid(53, 600)


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 1 << 30), share=st.sampled_from([0.0, 1e-4, 0.01, 0.6]),
    pixels=st.integers(1, 40_000),
)  # fmt: skip
def test_blocks_are_kept_as_their_pairs_are(seed, share, pixels):
    rng = np.random.default_rng(seed)
    planes = rng.integers(-3, 4, (4, *SCENE.shape)).astype(np.int8)
    planes *= rng.random(planes.shape) < share
    whole, other = CycleStore(SCENE, 4), CycleStore(SCENE, 4)
    for store in (whole, other):  # what is there before goes
        store.put_plane(2, np.ones(SCENE.shape, np.int8))
    for window in SCENE.blocks(pixels, TILE_ROWS):
        part = (slice(None), *window.slices)
        whole.put_block(window, planes[part])
        for pair, plane in enumerate(planes[part]):
            other.put(pair, window, plane)
    assert whole._tiles == other._tiles
    for pair, plane in enumerate(planes):
        np.testing.assert_array_equal(whole.plane(pair), plane)
        assert whole.empty(pair) == (not plane.any())
