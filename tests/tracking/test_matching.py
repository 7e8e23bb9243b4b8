# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Chips that are found again where they are known to be."""

import numpy as np
import pytest
from groundshift.algorithms.tracking import _chip_kernel as kernel
from groundshift.algorithms.tracking._match_kernel import (
    COL,
    COL_VAR,
    CORRELATION,
    FLAT,
    FOUND,
    LOST,
    MISSING,
    OUTSIDE,
    ROW,
    ROW_VAR,
    STATUS,
)
from groundshift.algorithms.tracking.filtering import scene_factor
from groundshift.algorithms.tracking.matching import (
    Search,
    match_images,
    of_one_value,
    spline_weights,
)
from scipy.ndimage import map_coordinates, spline_filter
from textured import pair

SIDE = 320


def centres(search, step=20, side=SIDE):
    return tuple(np.arange(margin, side - margin, step) for margin in search.margin)


def error(out, move):
    return np.stack([out[..., ROW] - move[0], out[..., COL] - move[1]])


def rms(values):
    return np.sqrt(np.nanmean(values**2))


def plain_correlation(chip, image, row, col, reach):
    """The definition, one shift after the other."""
    height, width = chip.shape
    surface = np.empty((2 * reach[0] + 1, 2 * reach[1] + 1))
    chip = chip - chip.mean()
    for i in range(surface.shape[0]):
        for j in range(surface.shape[1]):
            top, left = row + i - reach[0], col + j - reach[1]
            part = image[top : top + height, left : left + width].astype(float)
            part = part - part.mean()
            surface[i, j] = (chip * part).sum() / np.sqrt((chip**2).sum() * (part**2).sum())
    return surface


@pytest.mark.parametrize("size, reach", [((16, 16), (4, 4)), ((12, 22), (3, 7))])
def test_correlation_is_that_of_its_definition(size, reach):
    first, second = pair((120, 130), (1.2, -0.7), 0.3)
    chip = first[50 : 50 + size[0], 40 : 40 + size[1]].astype(float)
    line = kernel.line_of(size[1], reach[1])
    room = [np.zeros(n, np.float32) for n in (line * (size[0] + 20), 2 * line, line)]
    flat, mask = (np.zeros(size[0] * kernel.pad(size[1]), np.float32) for _ in range(2))
    limit = (np.arange(kernel.pad(size[1])) < size[1]).astype(np.float32)
    good, at = np.ones(first.size, np.float32), 50 * 130 + 40
    count, energy, seen = kernel.take(
        first.ravel(), good, good, 130, at, at, *size, limit, flat, mask
    )
    assert seen and count == size[0] * size[1]
    assert energy == pytest.approx(((chip - chip.mean()) ** 2).sum(), rel=1e-5)
    kernel.take_window(
        second.ravel(), 130, at - reach[0] * 130 - reach[1], size[0] + 2 * reach[0],
        size[1] + 2 * reach[1], line, room[0],
    )  # fmt: skip
    surface = np.zeros((2 * reach[0] + 1, 2 * reach[1] + 1), np.float32)
    kernel.correlate(flat, energy, *size, room[0], *reach, *room[1:], surface)
    np.testing.assert_allclose(surface, plain_correlation(chip, second, 50, 40, reach), atol=2e-5)


def test_coefficients_are_those_of_the_quintic_spline():
    from groundshift.algorithms.tracking._image_kernel import filtered

    image = pair((90, 100), (0.0, 0.0), 0.5)[0]
    found = filtered(image, spline_weights())
    inner = np.s_[30:-30, 30:-30]
    np.testing.assert_allclose(found[inner], spline_filter(image, 5)[inner], atol=5e-3)
    place = np.meshgrid(np.arange(40, 50) + 0.3, np.arange(40, 60) + 0.6, indexing="ij")
    np.testing.assert_allclose(
        map_coordinates(found, place, order=5, prefilter=False),
        map_coordinates(image.astype(float), place, order=5), atol=5e-3,
    )  # fmt: skip


@pytest.mark.parametrize("fraction", [0.1, 0.25, 0.5, 0.8])
def test_fractions_of_a_pixel_have_no_bias(fraction):
    move = 1 + fraction, -2 - fraction
    search = Search(32, 32, 4, 4)
    out = match_images(*pair((SIDE, SIDE), move, 0.1), *centres(search, 10), search)
    assert (out[..., STATUS] == FOUND).all()
    assert np.abs(np.nanmean(error(out, move), axis=(1, 2))).max() < 0.006
    assert rms(error(out, move)) < 0.012
    assert np.nanmedian(out[..., CORRELATION]) > 0.97


def test_deviations_told_are_those_found():
    """Of a sum of waves with white noise."""
    search, errors = Search(24, 24, 3, 3), []
    for seed in range(3):
        out = match_images(*pair((SIDE, SIDE), (0.4, 1.3), 0.3, seed), *centres(search, 24), search)
        std = np.sqrt(np.stack([out[..., ROW_VAR], out[..., COL_VAR]])) * scene_factor(out)
        errors.append(error(out, (0.4, 1.3)) / std)
    assert 0.9 < rms(np.concatenate(errors, axis=1)) < 1.1


def test_strain_does_not_pull_chips_aside():
    """0.6 pixels more at one end of a chip than at its other one; without it 0.002 pixels."""

    def move(y, x):
        return 0.02 * (y - SIDE / 2), -0.012 * (y - SIDE / 2)

    search = Search(32, 32, 4, 4)
    rows, cols = centres(search, 12)
    out = match_images(*pair((SIDE, SIDE), move, 0.02), rows, cols, search)
    truth = move(rows[:, None] - 0.5, 0.0)
    assert (out[..., STATUS] == FOUND).mean() > 0.99
    assert rms(error(out, truth)) < 0.006


@pytest.mark.parametrize("reach", [12, 45])
def test_far_displacements_are_found_on_coarse_images_first(reach):
    move = reach - 1.7, 3.2 - reach
    search = Search(64, 64, reach, reach)
    assert search.factor == (2 if reach < 40 else 4)
    side = 2 * search.margin[0] + 40
    out = match_images(*pair((side, side), move, 0.05), *centres(search, 20, side), search)
    assert (out[..., STATUS] == FOUND).all()
    assert rms(error(out, move)) < 0.01


def test_beyond_the_search_nothing_is_found():
    search = Search(32, 32, 3, 3)
    out = match_images(*pair((SIDE, SIDE), (4.4, 0.0), 0.05), *centres(search), search)
    assert (out[..., STATUS] != FOUND).mean() > 0.95
    assert (out[..., STATUS] == OUTSIDE).mean() > 0.5
    assert np.isnan(out[..., ROW][out[..., STATUS] != FOUND]).all()


def test_other_ground_is_not_found():
    search = Search(32, 32, 4, 4, back=True)
    first, _ = pair((SIDE, SIDE), (0.0, 0.0))
    _, second = pair((SIDE, SIDE), (0.0, 0.0), seed=7)
    out = match_images(first, second, *centres(search), search)
    found = out[..., STATUS] == FOUND
    assert found.mean() < 0.5  # a place that leads back is there by chance
    assert not found.any() or np.nanmax(out[..., CORRELATION]) < 0.8
    out = match_images(*pair((SIDE, SIDE), (1.2, 0.4), 0.1), *centres(search), search)
    assert (out[..., STATUS] == FOUND).all()


def test_gaps_and_flat_ground():
    move = 0.3, 1.6
    first, second = pair((SIDE, SIDE), move, 0.02)
    search = Search(32, 32, 4, 4)
    rows, cols = centres(search, 10)
    clean = match_images(first, second, rows, cols, search)
    first[:120] = np.nan
    second[:, 200:] = 255.0
    out = match_images(first, second, rows, cols, search)
    status = out[..., STATUS]
    assert (status[rows < 110] == MISSING).all()
    flat = (rows[:, None] > 145) & (cols > 225)
    assert np.isin(status[flat], (FLAT, LOST)).all()  # it led there, or nowhere
    part = (rows[:, None] >= 128) & (rows[:, None] < 140) & (cols < 170)
    assert (status[part] == FOUND).all()  # three quarters of their pixels are there
    assert np.abs(error(out, move)[:, part]).max() < 0.05
    whole = (rows[:, None] > 165) & (cols < 150)  # beyond the reach of what fills gaps
    np.testing.assert_array_equal(out[whole], clean[whole])
    first[150:] = 255.0
    assert match_images(first, second, rows, cols, search)[rows > 170][..., STATUS].min() == FLAT


def test_squares_of_one_value_are_those_of_the_definition():
    values = np.random.default_rng(0).integers(0, 2, (40, 50)).astype(np.float32)
    values[5:14, 8:15], values[20:24, 20:40], values[30:35, 45:] = 7, 9, 3
    values[36:, :9] = np.nan
    truth = np.zeros(values.shape, bool)
    for row in range(36):
        for col in range(46):
            part = values[row : row + 5, col : col + 5]
            if (part == part[0, 0]).all():
                truth[row : row + 5, col : col + 5] = True
    assert truth[5:14, 8:15].all() and truth[30:35, 45:].all() and not truth[20:24, 24:36].any()
    np.testing.assert_array_equal(of_one_value(values), truth)


@pytest.mark.parametrize("prefilter", ["highpass", "gradient"])
def test_prefilters(prefilter):
    """Haze over one image: brightness that is another, and varies."""
    move = 1.3, -0.6
    first, second = pair((SIDE, SIDE), move, 0.02)
    second = 0.5 * second + 800 + 2.0 * np.arange(SIDE, dtype=np.float32)
    search = Search(32, 32, 4, 4)
    out = match_images(first, second, *centres(search), search, prefilter=prefilter)
    assert (out[..., STATUS] == FOUND).all()
    assert rms(error(out, move)) < 0.02
    second[:] = 37.5
    out = match_images(first, second, *centres(search), search, prefilter=prefilter)
    assert (out[..., STATUS] != FOUND).all()


@pytest.mark.parametrize("reach", [4, 12])
def test_a_chip_does_not_depend_on_its_block(reach):
    images = pair((SIDE, SIDE), (1.3, -0.6), 0.2)
    images[0][90:96, 100:140] = np.nan
    search = Search(32, 32, reach, reach)
    rows, cols = centres(search, 7)
    whole = match_images(*images, rows, cols, search, prefilter="highpass")
    top, left = 8, 12  # multiples of the larger pixels
    part = match_images(
        *(np.ascontiguousarray(image[top:-5, left:-9]) for image in images), rows[2:-2] - top,
        cols[3:-3] - left, search, prefilter="highpass",
    )  # fmt: skip
    np.testing.assert_array_equal(part, whole[2:-2, 3:-3])


def test_chips_at_the_border_are_refused():
    search = Search(32, 32, 4, 4)
    rows, cols = centres(search)
    with pytest.raises(ValueError, match="border"):
        match_images(*pair((SIDE, SIDE), (0, 0)), rows - 1, cols, search)


def test_units_of_brightness_do_not_matter():
    search = Search(32, 32, 4, 4)
    images = pair((SIDE, SIDE), (0.3, 1.6), 0.1)
    one = match_images(*images, *centres(search), search)
    other = match_images(*(1e-5 * image for image in images), *centres(search), search)
    np.testing.assert_allclose(one[..., :2], other[..., :2], atol=2e-4)
    np.testing.assert_allclose(one[..., 2:4], other[..., 2:4], rtol=0.01)
