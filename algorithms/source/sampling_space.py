# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinates in which the posterior of a fault is nearly straight.

Data hardly tell a wide fault with little slip from a narrow one with much, nor how deep its upper
edge is when they know the depth of its middle. Chains crawl along such bent ridges. They move
freely in the place of the fault's centre, the logarithms of its size, and slip times area; the
Jacobian below keeps the prior uniform in the parameters themselves.
"""

from __future__ import annotations

import numpy as np

from .search_space import DIP, EAST, LENGTH, NORTH, STRIKE, TOP, WIDTH, SearchSpace

_SLIPS = ("strike_slip", "dip_slip", "slip", "opening")


class SamplingSpace:
    """To and from the coordinates of the chains.

    Parameters
    ----------
    space : SearchSpace
    """

    def __init__(self, space: SearchSpace):
        self._space, self._free = space, space.free
        names = space.row_names
        self._slips = [k for k, name in enumerate(names) if name in _SLIPS]
        # Each slip that is free is one factor of the area in the Jacobian, each size one of it.
        self._powers = -self._free[:, self._slips].sum(axis=1)
        width = (space.upper - space.lower)[self._free]
        self._width = width

    def forward(self, unit) -> np.ndarray:
        """Chain coordinates of vectors in the unit cube, both of shape (model, parameter)."""
        values = self._space.values(unit)
        out = values.copy()
        area = values[..., LENGTH] * values[..., WIDTH]
        for k, shift in zip((EAST, NORTH, TOP), _to_centre(values)):
            out[..., k] += shift
        out[..., [LENGTH, WIDTH]] = np.log(values[..., [LENGTH, WIDTH]])
        out[..., self._slips] *= area[..., None] * 1e-8
        return out[:, self._free]

    def back(self, place) -> tuple:
        """The reverse.

        Returns
        -------
        unit : ndarray, shape (model, parameter)
        log_jacobian : ndarray, shape (model,)
            Logarithm of how much of the unit cube there is to a piece of these coordinates.
        """
        place = np.atleast_2d(place)
        space, free = self._space, self._free
        values = np.broadcast_to(space.lower, (len(place), *space.lower.shape)).copy()
        values[:, free] = place
        sizes = values[..., [LENGTH, WIDTH]]
        with np.errstate(over="ignore"):
            sizes = np.where(free[:, [LENGTH, WIDTH]], np.exp(np.minimum(sizes, 50.0)), sizes)
        values[..., [LENGTH, WIDTH]] = sizes
        area = sizes[..., 0] * sizes[..., 1]
        for k, shift in zip((EAST, NORTH, TOP), _to_centre(values)):
            values[..., k] -= np.where(free[:, k], shift, 0.0)
        for k in self._slips:
            values[..., k] /= np.where(free[:, k], area * 1e-8, 1.0)
        jacobian = (self._powers * np.log(area)).sum(axis=1)
        jacobian += (np.log(sizes) * free[:, [LENGTH, WIDTH]]).sum(axis=(1, 2))
        return (values - space.lower)[:, free] / self._width, jacobian


def _to_centre(values):
    """From the middle of the top edge to the centre: east, north, depth."""
    down = values[..., WIDTH] / 2
    flat = down * np.cos(values[..., DIP])
    strike = values[..., STRIKE]
    return flat * np.cos(strike), -flat * np.sin(strike), down * np.sin(values[..., DIP])
