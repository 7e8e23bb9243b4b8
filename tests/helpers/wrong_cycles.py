# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacks with whole cycles planted on regions of single interferograms, and what came back."""

from dataclasses import dataclass

import numpy as np
from groundshift.algorithms.formats.rasters import read_raster
from scipy.ndimage import gaussian_filter, label
from wrapped_stack import DATES, UTM, WAVELENGTH, write_stack

DAYS = range(25)
NETWORKS = {
    "near": np.array([(i, j) for i in DAYS for j in range(i + 1, min(i + 4, 25))]),
    "squares": np.array([(i, i + s) for s in (1, 3) for i in range(25 - s)]),  # no triplet at all
    "long": np.array([(i, i + s) for s in (1, 8) for i in range(25 - s)]),
    "tree": np.array([(i, i + 1) for i in range(24)]),
    "star": np.array([(min(12, i), max(12, i)) for i in DAYS if i != 12]),
}  # fmt: skip
NAMES = {
    net: [f"{DATES[i]}_{DATES[j]}".replace("-", "") for i, j in pairs]
    for net, pairs in NETWORKS.items()
}  # fmt: skip


@dataclass
class Planted:
    """A stack file and its errors: (pair, mask, cycles to add)."""

    path: object
    net: str
    errors: list

    def found(self, cycles) -> list:
        """Share of each error's pixels that came back with its cycles."""
        planes = planes_of(cycles, self.net)
        return [float((planes[pair][mask] == whole).mean()) for pair, mask, whole in self.errors]

    def wrong(self, cycles) -> int:
        """Values that were given cycles that they do not need."""
        planes, truth = planes_of(cycles, self.net), np.zeros_like(planes_of(None, self.net))
        for pair, mask, whole in self.errors:
            truth[pair][mask] = whole
        return int(((planes != 0) & (planes != truth)).sum())


def planes_of(path, net) -> np.ndarray:
    """Cycles to add of all pairs, int8; 0 without the file."""
    planes = np.zeros((len(NETWORKS[net]), *UTM.shape), np.int8)
    if path is not None and path.exists():
        _, values, names = read_raster(path)
        for plane, name in zip(values, names):
            planes[NAMES[net].index(name)] = plane
    return planes


def region(rng, shape=UTM.shape, size=300) -> np.ndarray:
    """A ragged, connected region of 50 pixels or more."""
    rows, cols = np.indices(shape)
    while True:
        row, col = rng.integers(15, shape[0] - 15), rng.integers(15, shape[1] - 15)
        rough = gaussian_filter(rng.normal(size=shape), 3)
        distance = np.hypot(rows - row, cols - col) / np.sqrt(size / np.pi)
        parts, _ = label(distance + 0.3 * rough / rough.std() < 1)
        mask = parts == parts[row, col]
        if parts[row, col] and mask.sum() >= 50:
            return mask


def planted(path, net, errors=8, noise=0.5, atmosphere=0.006, quake=False, seed=0, given=None):
    """A sinking bowl under atmosphere with regions of wrong cycles in single pairs.

    `quake` adds a step of 60 mm that tapers; `given` are the errors themselves.
    """
    rng = np.random.default_rng(seed)
    pairs, (rows, cols) = NETWORKS[net], np.indices(UTM.shape)
    rate = -0.03 * np.exp(-((np.hypot(rows - 60, cols - 80) / 20) ** 2))
    step = -0.06 * np.exp(-((np.hypot(rows - 40, cols - 110) / 18) ** 2))
    if given is None:
        given, used = [], set()
        while len(given) < errors:
            pair, mask = int(rng.integers(len(pairs))), region(rng, size=rng.integers(60, 900))
            if pair not in used:
                used.add(pair)
                given.append((pair, mask, int(rng.choice([-1, 1]))))
    number = iter(range(len(pairs)))

    def change(phase):
        pair = next(number)
        if quake and pairs[pair][0] < 12 <= pairs[pair][1]:
            phase = phase - 4 * np.pi / WAVELENGTH * step
        for own, mask, whole in given:
            if own == pair:
                phase = phase - 2 * np.pi * whole * mask
        return phase

    write_stack(path, rate, UTM, pairs, wrapped=False, atmosphere=atmosphere, length=8.0,
                noise=noise, seed=seed, change=change)  # fmt: skip
    return Planted(path, net, given)
