# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a stack of images is, and strided grids."""

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.slc import SlcBlock, image_window, strided_grid
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given
from hypothesis import strategies as st

ROTATED = Grid(61, 83, (100.0, 3.0, 0.5, 900.0, -0.7, -2.0), "some")


@given(
    down=st.integers(1, 9), across=st.integers(1, 9), row=st.integers(0, 5), col=st.integers(0, 8)
)
def test_a_strided_pixel_covers_its_image_pixels(down, across, row, col):
    grid = strided_grid(ROTATED, (down, across))
    assert grid.shape == (61 // down, 83 // across) and grid.crs == "some"
    behind = image_window(Window(row, col, 1, 1), (down, across))
    rows = behind.row + (behind.height - 1) / 2
    cols = behind.col + (behind.width - 1) / 2
    np.testing.assert_allclose(grid.xy(row, col), ROTATED.xy(rows, cols))


@pytest.mark.parametrize("strides", [(0, 1), (1, -2), (62, 1)])
def test_strides_that_do_not_fit(strides):
    with pytest.raises(GroundshiftError, match="strides"):
        strided_grid(ROTATED, strides)


def test_inner_part_is_a_view():
    values = np.arange(2 * 7 * 9).reshape(2, 7, 9).astype(np.complex64)
    block = SlcBlock(values, Window(0, 0, 3, 7), (2, 1))
    np.testing.assert_array_equal(block.inner, values[:, 2:5, 1:8])
    assert np.shares_memory(block.inner, values)
