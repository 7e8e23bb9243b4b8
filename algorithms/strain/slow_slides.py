# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Candidates of slow slides: places whose gradients are more than noise.

Ground that moves by itself has gradients all around its border and none beyond, so that parts
``∫ G·(x - x0) dA = -2 ∫ d dA`` tell the motion of the whole from gradients alone, relative to what
is around it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

NOISE_MEDIAN = 1.17741  # of the detection ratio where there is noise alone: √(2 ln 2)


@dataclass(frozen=True)
class Scene:
    """What is typical of a scene's gradients.

    Parameters
    ----------
    east, north : float
        Median gradient, 1/yr: what the whole scene has, such as a ramp.
    excess : float
        By how much ratios are larger than those of noise, 1 at least.
    """

    east: float = 0.0
    north: float = 0.0
    excess: float = 1.0

    @classmethod
    def of(cls, sample) -> Scene:
        """Of gradients and their errors, shape (4, pixel); see :meth:`ratio`."""
        sample = np.asarray(sample, float)
        sample = sample[:, np.isfinite(sample).all(axis=0)]
        if not sample.size:
            return cls()
        middle = cls(float(np.median(sample[0])), float(np.median(sample[1])))
        excess = float(np.median(middle.ratio(sample))) / NOISE_MEDIAN
        return cls(middle.east, middle.north, max(1.0, excess))

    def ratio(self, gradient) -> np.ndarray:
        """Detection ratio of what is more than the scene's, shape of a component."""
        east, north, east_std, north_std = np.asarray(gradient, float)
        with np.errstate(divide="ignore", invalid="ignore"):
            return (
                np.hypot((east - self.east) / east_std, (north - self.north) / north_std)
                / self.excess
            )


def patches(rows, cols, least: int) -> list:
    """Groups of pixels that share sides.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (pixel,)
        Each pixel once.
    least : int
        Smaller groups are left out.

    Returns
    -------
    list of ndarray of int
        Numbers of the pixels, by the group's first row and column.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    if not len(rows):
        return []
    width = int(cols.max()) + 2  # an empty column, so that no row goes on in the next one
    place = rows.astype(np.int64) * width + cols
    order = np.argsort(place, kind="stable")
    place = place[order]
    links = []
    for step in (1, width):
        at = np.searchsorted(place, place + step)
        at[at == len(place)] = 0
        here = np.flatnonzero(place[at] == place + step)
        links.append((here, at[here]))
    start, stop = (np.concatenate(parts) for parts in zip(*links))
    graph = coo_matrix((np.ones(len(start), bool), (start, stop)), (len(place), len(place)))
    label = connected_components(graph, directed=False)[1]
    groups = np.split(np.argsort(label, kind="stable"), np.flatnonzero(np.diff(np.sort(label))) + 1)
    groups = [order[group] for group in groups if len(group) >= least]
    return sorted(groups, key=lambda group: (rows[group].min(), cols[group].min()))


def mean_motion(gradient, std, places, cells, independent: float) -> tuple[float, float]:
    """Volume of motion of a patch of ground, from its gradients.

    Parameters
    ----------
    gradient, std : ndarray, shape (2, pixel)
        East and north, 1/yr; of the patch and a rim around it. NaN counts as none.
    places : ndarray, shape (pixel, 2)
        East and north of some middle, metres.
    cells : float
        Square metres of a pixel.
    independent : float
        Pixels in a window, within which errors are the same.

    Returns
    -------
    volume, std : float
        Cubic metres a year of displacement times area, positive towards the satellite.
    """
    gradient, std = np.nan_to_num(gradient), np.nan_to_num(std)
    volume = -0.5 * cells * float((gradient * places.T).sum())
    error = 0.5 * cells * float(np.sqrt(independent * ((std * places.T) ** 2).sum()))
    return volume, error
