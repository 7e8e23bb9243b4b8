# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors of heights against fields of known errors and against sums over all pairs."""

import numpy as np
import pytest
from groundshift.algorithms.data.semivariogram import gaussian, spherical
from groundshift.algorithms.terrain.height_errors import (
    Bins,
    HeightErrors,
    SumOfCells,
    fit_structures,
    height_errors,
    std_by_slope,
)
from scipy.ndimage import gaussian_filter, uniform_filter

CELL = 10.0
AXES = (CELL, 0.5, -0.5, -CELL)  # a little turned


def errors(nugget=0.2, sill=(0.5, 0.3), reach=(80.0, 500.0), form=(spherical, gaussian)):
    slopes, shift = np.array([0.0, 40.0]), np.zeros(3)
    return HeightErrors(slopes, np.ones(2), nugget, np.array(sill), np.array(reach), form, shift)


def over_all_pairs(model, row, col, weight):
    """The plain double sum."""
    x, y = col * AXES[0] + row * AXES[2], col * AXES[1] + row * AXES[3]
    apart = np.hypot(x[:, None] - x, y[:, None] - y)
    alike = model.alike(apart)
    np.fill_diagonal(alike, 1.0)
    return np.sqrt(weight @ alike @ weight)


def disc():
    row, col = np.nonzero(np.hypot(*(np.indices((41, 41)) - 20)) < 19)
    return row + 1000, col + 77, np.random.default_rng(0).uniform(0.5, 2.0, len(row))


def test_a_sum_is_that_over_all_pairs_however_it_is_cut():
    row, col, weight = disc()
    expected = over_all_pairs(errors(), row, col, weight)
    whole, parts = SumOfCells(), SumOfCells()
    whole.add(row, col, weight)
    for part in np.array_split(np.arange(len(row)), 7):
        parts.add(row[part], col[part], weight[part])
    assert whole.std(errors(), AXES) == pytest.approx(expected, rel=1e-9)
    assert parts.std(errors(), AXES) == pytest.approx(expected, rel=1e-9)
    assert SumOfCells().std(errors(), AXES) == 0.0


def test_cells_that_are_taken_together_change_little():
    row, col, weight = disc()
    expected = over_all_pairs(errors(), row, col, weight)
    coarse = SumOfCells(4)
    coarse.add(row, col, weight)
    assert coarse.std(errors(), AXES) == pytest.approx(expected, rel=0.05)


def test_independent_cells_are_the_root_of_their_number():
    row, col, _ = disc()
    cells = SumOfCells()
    cells.add(row, col, np.ones(len(row)))
    alone = errors(nugget=1.0, sill=(), reach=(), form=())
    assert cells.std(alone, AXES) == pytest.approx(np.sqrt(len(row)), rel=1e-12)
    assert alone.length == 0.0


def test_spread_follows_the_slope_and_outliers_do_not_count():
    rng = np.random.default_rng(1)
    slope = rng.uniform(0, 45, 40000)
    height = rng.normal(0, 0.5 + 0.1 * slope)
    height[:2000] += 300.0
    middle, std = std_by_slope(height, slope)
    assert len(middle) == 12
    assert std == pytest.approx(0.5 + 0.1 * middle, rel=0.12)


def test_nested_structures_are_found():
    """Their sum, as single ones are not told apart."""
    model = errors()
    distance = np.geomspace(5, 2000, 25)
    value = 1 - model.alike(distance)
    found = errors(*fit_structures([Bins(distance, value, np.full(25, 1e5))]))
    total = found.nugget + found.sill.sum()
    assert total == pytest.approx(1.0, rel=0.02)
    assert 1 - found.alike(distance) == pytest.approx(value, rel=0.03)


def test_semivariances_of_blocks_are_those_of_their_means():
    """Against the double mean over the points of two blocks."""
    side, cells = 160.0, 16
    x, y = (np.indices((cells, cells)) * (side / cells)).reshape(2, -1)
    model = errors(0.0, (1.0,), (500.0,), (spherical,))

    def shared(east):
        return model.alike(np.hypot(x[:, None] - x - east, y[:, None] - y)).mean()

    for apart in (320.0, 480.0):
        bins = Bins(np.array([apart]), np.zeros(1), np.ones(1), side, 1 / cells**2)
        found = bins.design([500.0], [spherical])[0]
        assert found[0] == pytest.approx(1 / 256)
        assert found[1] == pytest.approx(shared(0.0) - shared(apart), rel=0.025)


@pytest.mark.parametrize(("shared", "low", "high"), [(0.0, 0.85, 1.2), (0.14, 0.75, 1.35)])
def test_what_large_areas_share_is_told_from_chance(shared, low, high):
    """White noise, and with two hundredths of its variance alike over 50 cells."""
    size, area = 400, 40
    row, col = np.indices((size, size))
    place = np.stack([col.ravel() * CELL, -row.ravel() * CELL], axis=1)
    for seed in range(3):
        rng = np.random.default_rng(seed)
        wave = gaussian_filter(rng.normal(size=(size, size)), 20, mode="wrap")
        field = rng.normal(size=(size, size)) + shared * wave / wave.std()
        found = height_errors(field.ravel(), np.full(field.size, 10.0), place, np.zeros(3))
        cells = SumOfCells()
        cells.add(*np.indices((area, area)).reshape(2, -1), np.full(area**2, found.at(10.0)))
        std = cells.std(found, (CELL, 0, 0, -CELL)) / area**2
        means = field.reshape(size // area, area, -1, area).mean(axis=(1, 3))
        assert low < np.sqrt(np.mean(means**2)) / std < high


def test_means_of_areas_scatter_as_said():
    """Fields whose correlation is no exponential; many areas of each."""
    size, rng, ratios = 240, np.random.default_rng(2), []
    row, col = np.indices((size, size))
    place = np.stack([col.ravel() * CELL, -row.ravel() * CELL], axis=1)
    for _ in range(4):
        smooth = uniform_filter(rng.normal(size=(size, size)), 7, mode="wrap")
        field = smooth / smooth.std() + 0.4 * rng.normal(size=smooth.shape)
        slope = np.full(field.size, 10.0)
        found = height_errors(field.ravel(), slope, place, np.zeros(3))
        assert 20 < found.length < 60
        cells = SumOfCells()
        area = np.indices((30, 30)).reshape(2, -1)
        cells.add(*area, np.full(900, 1 / 900) * found.at(10.0))
        std = cells.std(found, (CELL, 0, 0, -CELL))
        means = field.reshape(8, 30, 8, 30).mean(axis=(1, 3))
        ratios.append(np.sqrt(np.mean(means**2)) / std)
    assert np.sqrt(np.mean(np.square(ratios))) == pytest.approx(1.0, abs=0.12)


def test_too_little_ground_is_taken_as_independent():
    rng = np.random.default_rng(3)
    place = rng.uniform(0, 100, (20, 2))
    found = height_errors(rng.normal(size=20), np.full(20, 5.0), place, np.zeros(3))
    assert not len(found.sill) and found.at(5.0) > 0
