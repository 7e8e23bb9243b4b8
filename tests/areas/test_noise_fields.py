# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas that noise alone gives: how noise is told from points, and the rate of false areas."""

import numpy as np
import pytest
from groundshift.algorithms.areas.active import (
    AreaOptions,
    by_resolution,
    find_areas,
    mean_spacing,
)
from groundshift.algorithms.areas.clusters import ClusterOptions
from groundshift.algorithms.areas.noise_fields import Fields, NoiseField, chances, noise_field
from groundshift.algorithms.areas.selection import SelectionOptions, spread
from groundshift.algorithms.data.points import Points

SIDE, NOISE = 4000.0, 0.003


def correlated(xy, rng, reach):
    """Smooth noise as a sum of waves with an exponential correlation; no FFT, no grid."""
    # Directions and radii of the spectrum (1 + (k reach)^2)^(-3/2) of two dimensions.
    share = rng.uniform(0, 1, 400)
    radius = np.sqrt(1 / (1 - share) ** 2 - 1) / reach
    angle, phase = rng.uniform(0, 2 * np.pi, (2, 400))
    along = np.outer(xy[:, 0], radius * np.cos(angle)) + np.outer(xy[:, 1], radius * np.sin(angle))
    return np.sqrt(2 / 400) * np.cos(along + phase).sum(axis=1)


def scene(seed, reach=400.0, own=0.3, count=3000):
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, SIDE, (count, 2))
    smooth = correlated(xy, rng, reach) if reach else 0.0
    return xy, NOISE * (np.sqrt(1 - own) * smooth + np.sqrt(own) * rng.normal(0, 1, count))


def judged(xy, velocity, method="circles", selection=None):
    options = by_resolution(
        AreaOptions(
            selection=selection or SelectionOptions(), clusters=ClusterOptions(method)
        ),
        0.7 * mean_spacing(xy),
    )  # fmt: skip
    unknown = np.full(len(xy), np.nan)
    found = find_areas(Points.along_look("", *xy.T, velocity, unknown, unknown), options)
    kept = np.flatnonzero(found.reason == 0)
    levels = [(level.threshold, level.labels[kept]) for level in found.levels]
    return found, chances(xy[kept], velocity[kept], levels, options)


def test_noise_is_told_from_points_at_rest():
    reaches, shares, sizes = [], [], []
    for seed in range(6):
        xy, velocity = scene(seed, 250.0)
        velocity[np.hypot(*(xy - 1000).T) < 300] -= 0.03  # 2 % of the scene moves
        noise = noise_field(xy, velocity, 2 * spread(velocity, True), np.random.default_rng(0))
        # Fits of other shapes compare by where the correlation has fallen to a third.
        reaches.append(noise.reach)
        shares.append(noise.smooth)
        sizes.append(noise.spread)
    assert np.median(reaches) == pytest.approx(250, rel=0.35)
    assert np.median(shares) == pytest.approx(0.7, abs=0.1)
    assert np.median(sizes) == pytest.approx(NOISE, rel=0.1)


def test_drawn_fields_hang_together_as_told():
    rng = np.random.default_rng(3)
    xy = rng.uniform(0, SIDE, (2500, 2))
    noise = NoiseField(0.001, 0.002, 0.8, 300.0, 1.0)
    fields = Fields(xy, noise, rng)
    first, second = np.triu_indices(len(xy), 1)
    distance = np.hypot(*(xy[first] - xy[second]).T)
    some = np.abs(distance - 200) < 10
    alike = []
    for _ in range(40):
        values = fields.draw()
        assert np.median(values) == pytest.approx(0.001, abs=1e-12)
        assert spread(values, True) == pytest.approx(0.002, rel=1e-9)
        alike.append(np.corrcoef(values[first[some]], values[second[some]])[0, 1])
    assert np.mean(alike) == pytest.approx(0.8 * np.exp(-2 / 3), abs=0.05)


@pytest.mark.parametrize(
    ("reach", "method", "selection"),
    [
        (0.0, "circles", SelectionOptions()),
        (300.0, "circles", SelectionOptions()),
        (300.0, "delaunay", SelectionOptions("fixed", 0.005, direction="both")),
    ],
)
def test_motionless_scenes_hold_the_rate_of_false_areas(reach, method, selection):
    """All areas of motionless correlated noise were of quality 2."""
    false = areas = 0
    for seed in range(12):
        _, (chance,) = judged(*scene(seed, reach), method, selection)
        areas += len(chance)
        false += bool((chance <= 0.05).any())
    assert areas > 0 or reach == 0
    assert false <= 3  # of 12 at 5 %: more than that in 0.2 % of such tests


@pytest.mark.parametrize("reach", [0.0, 400.0])
def test_landslides_and_bowls_stand_out(reach):
    xy, velocity = scene(1, reach)
    places = np.array([[800.0, 800.0], [3000.0, 1000.0], [1500.0, 3000.0]])
    near = np.hypot(*(xy[:, None] - places).transpose(2, 0, 1))
    slides = velocity - 0.03 * (near.min(axis=1) < 150)
    found, (chance,) = judged(xy, slides)
    labels = found.levels[0].labels
    for place in range(len(places)):
        there = labels[near[:, place] < 150]
        there = there[there >= 0]
        assert len(there) and chance[np.bincount(there).argmax()] <= 0.05
    # Motion of a third of the scene is not taken for the noise of all of it.
    bowl = velocity - 0.05 * np.exp(-((np.hypot(*(xy - 2000).T) / 1200) ** 2))
    found, (chance,) = judged(xy, bowl, selection=SelectionOptions("fixed", 0.01))
    assert chance[0] <= 0.05


def test_scenes_without_rest_are_told():
    xy, velocity = scene(2)
    _, (chance,) = judged(xy, velocity - 0.1, selection=SelectionOptions("fixed", 0.01))
    assert len(chance) == 1 and np.isnan(chance).all()
