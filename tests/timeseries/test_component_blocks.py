# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Components counted block by block, against those of whole interferograms."""

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.timeseries import component_blocks
from groundshift.algorithms.timeseries.bridging import BridgingOptions, find_components
from groundshift.algorithms.timeseries.component_blocks import LabelComponents, SceneComponents
from hypothesis import given, settings
from hypothesis import strategies as st

PAIRS = 5


def several(phase, coherence, options, pixels=12, height=4, width=3, order=1):
    """Of a scene that comes in blocks."""
    label, shape = LabelComponents(options), phase.shape[1:]
    scene = SceneComponents(len(phase), shape, options.least_pixels)
    for window in Grid(*shape).blocks(pixels, height, width)[::order]:
        part = (slice(None), *window.slices)
        levels = None if coherence is None else coherence[part]
        scene.add(window, label(phase[part], levels))
    return scene.several()


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 1 << 30), rows=st.integers(1, 17), cols=st.integers(1, 19),
    spread=st.floats(0.3, 3.0), missing=st.floats(0.0, 0.6), least=st.integers(0, 40),
    pixels=st.integers(1, 200), order=st.sampled_from([1, -1]), coherent=st.booleans(),
)  # fmt: skip
def test_blocks_tell_what_whole_interferograms_do(
    seed, rows, cols, spread, missing, least, pixels, order, coherent
):
    rng = np.random.default_rng(seed)
    phase = rng.normal(0, spread, (PAIRS, rows, cols)).astype(np.float32)
    phase[rng.random(phase.shape) < missing] = np.nan
    coherence = rng.random(phase.shape).astype(np.float32) ** 0.3 if coherent else None
    options = BridgingOptions(least_pixels=least)
    expected = [
        find_components(one, None if coherence is None else coherence[k], options).max() > 1
        for k, one in enumerate(phase)
    ]
    found = several(phase, coherence, options, pixels, order=order)
    np.testing.assert_array_equal(found, expected)


def test_a_winding_component_is_one_over_many_blocks():
    phase = np.full((1, 40, 40), np.nan, np.float32)
    phase[0, ::2] = 1.0
    phase[0, 1::4, -1] = phase[0, 3::4, 0] = 1.0
    options = BridgingOptions(least_pixels=10)
    assert not several(phase, None, options)[0]
    phase[0, 21, -1] = np.nan
    assert several(phase, None, options)[0]


@pytest.mark.parametrize("most, expected", [(1, True), (200, False)])
def test_more_pieces_than_can_be_followed_are_looked_at_as_a_whole(monkeypatch, most, expected):
    monkeypatch.setattr(component_blocks, "MOST_FOLLOWED", most)
    phase = np.full((1, 40, 40), np.nan, np.float32)
    phase[0, ::2, ::2] = 1.0
    assert several(phase, None, BridgingOptions(least_pixels=2))[0] == expected
