# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a search for faults may vary: parameters of uniform rectangles, and their bounds."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..errors import GroundshiftError
from .planes import auxiliary

PLACE = ("east", "north", "top_depth", "strike", "dip", "length", "width")
EAST, NORTH, TOP, STRIKE, DIP, LENGTH, WIDTH = range(7)
FIRST_SLIP = len(PLACE)
"""Where the slip begins in a fault's row of parameters."""

SLIPS = {
    "components": ("strike_slip", "dip_slip", "opening"),
    "rake": ("slip", "rake", "opening"),
}
"""The two ways to say what slips."""

ANGLES = ("strike", "dip", "rake")
FULL_CIRCLE = 2 * np.pi
_SLACK = 1e-9
VERTICAL = np.pi / 2
OVERHANG = np.radians(30)
"""How far over the vertical dips go on, where the strike is bounded."""

WIDER = (1.0, 3.0, 10.0)
"""A fault on the wrong plane is as narrow as it can be, to be like the right one from afar."""


@dataclass(frozen=True)
class SearchSpace:
    """Bounds of the parameters of one or several faults.

    A fault's row is east and north of the middle of its **top edge**, depth of that edge, strike,
    dip, length, width (metres, radians), then its slip: strike slip, dip slip and opening, or net
    slip, rake and opening. A dip beyond 90 degrees is that of a fault that dips to the other side
    with its hanging wall's slip turned round, so that bounds may reach over the vertical.

    Parameters
    ----------
    lower, upper : ndarray, shape (fault, 10)
        The same number twice keeps a parameter as it is.
    slips : str
        A key of :data:`SLIPS`.

    Raises
    ------
    GroundshiftError
        If bounds are missing, crossed, or beyond what a fault can be.
    """

    lower: np.ndarray
    upper: np.ndarray
    slips: str = "components"

    two_planes = True  # from afar, each source of slip is as another one

    def __post_init__(self):
        for fault, (low, high) in enumerate(zip(self.lower, self.upper), start=1):
            for name, least, most in zip(self.row_names, low, high):
                _check(f"Fault {fault}, {name}", name, least, most)

    @property
    def row_names(self) -> tuple:
        """Parameters of one fault, in the order of a row."""
        return (*PLACE, *SLIPS[self.slips])

    @property
    def faults(self) -> int:
        """How many."""
        return len(self.lower)

    @property
    def free(self) -> np.ndarray:
        """Mask of the parameters that may vary, shape (fault, 10)."""
        return self.upper > self.lower

    @property
    def names(self) -> list:
        """(fault number from 1, parameter) of every free one, in the order of the vectors."""
        return [(int(f) + 1, self.row_names[k]) for f, k in np.argwhere(self.free)]

    @property
    def linear(self) -> np.ndarray:
        """Mask among the free ones: what the displacement depends on linearly."""
        return np.array([name in ("strike_slip", "dip_slip", "slip", "opening")
                         for _, name in self.names], bool)  # fmt: skip

    @property
    def periodic(self) -> np.ndarray:
        """Mask among the free ones: angles that may be anything."""
        wide = (self.upper - self.lower)[self.free] >= FULL_CIRCLE - _SLACK
        return wide & np.array([name in ("strike", "rake") for _, name in self.names], bool)

    def values(self, unit) -> np.ndarray:
        """Parameters of vectors within the unit cube.

        Parameters
        ----------
        unit : ndarray, shape (model, free parameter)
            0 at the lower, 1 at the upper bound.

        Returns
        -------
        ndarray, shape (model, fault, 10)
        """
        unit = np.atleast_2d(unit)
        out = np.broadcast_to(self.lower, (len(unit), *self.lower.shape)).copy()
        out[:, self.free] += unit * (self.upper - self.lower)[self.free]
        return out

    def unit(self, values) -> np.ndarray:
        """The reverse of :meth:`values`."""
        values = np.asarray(values, float).reshape(-1, *self.lower.shape)
        return ((values - self.lower)[:, self.free]) / (self.upper - self.lower)[self.free]

    def rectangles(self, values) -> np.ndarray:
        """Rectangles as the kernels take them, of parameters (model, fault, 10).

        Returns
        -------
        ndarray, shape (model * fault, 7)
            See :data:`..data.patches.EAST` and the following.
        """
        row = np.asarray(values, float).reshape(-1, self.lower.shape[1])
        over = row[:, DIP] > np.pi / 2
        dip = np.where(over, np.pi - row[:, DIP], row[:, DIP])
        strike = np.where(over, row[:, STRIKE] + np.pi, row[:, STRIKE]) % FULL_CIRCLE
        flat, down = np.cos(dip) * row[:, WIDTH] / 2, np.sin(dip) * row[:, WIDTH] / 2
        east = row[:, EAST] + flat * np.cos(strike)
        north = row[:, NORTH] - flat * np.sin(strike)
        return np.stack(
            [east, north, row[:, TOP] + down, strike, dip, row[:, LENGTH], row[:, WIDTH]], axis=1
        )

    def slip(self, values) -> np.ndarray:
        """Strike slip, dip slip and opening, shape (model * fault, 3)."""
        row = np.asarray(values, float).reshape(-1, self.lower.shape[1])
        first, second, opening = row[:, FIRST_SLIP:].T
        if self.slips == "rake":
            first, second = first * np.cos(second), first * np.sin(second)
        # The hanging wall of a fault beyond the vertical is the other side.
        second = np.where(row[:, DIP] > np.pi / 2, -second, second)
        return np.stack([first, second, opening], axis=1)

    def responses(self, values) -> np.ndarray:
        """Unit slips of the free linear parameters, shape (model * fault, component, 3).

        All faults have as many components as the one with most; the others' are 0.
        """
        masks = self._linear_rows()
        row = np.array(values, float).reshape(-1, self.lower.shape[1])
        places = [k for k in range(FIRST_SLIP, row.shape[1]) if masks[:, k].any()]
        out = []
        for k in places:
            ones = row.copy()
            linear = [FIRST_SLIP, FIRST_SLIP + 2]
            linear += [FIRST_SLIP + 1] if self.slips == "components" else []
            ones[:, linear] = 0.0
            ones[:, k] = np.tile(masks[:, k], len(row) // self.faults)
            out.append(self.slip(ones))
        return np.stack(out, axis=1)

    def _linear_rows(self) -> np.ndarray:
        out = np.zeros(self.lower.shape, bool)
        out[self.free] = self.linear
        return out

    @property
    def linear_places(self) -> np.ndarray:
        """Where each free linear parameter is among the columns (fault, component)."""
        masks = self._linear_rows()[:, FIRST_SLIP:]
        return np.flatnonzero(masks[:, masks.any(axis=0)])

    def fixed_slip(self, values) -> np.ndarray:
        """As :meth:`slip`, with the free linear parameters set to 0."""
        values = np.array(values, float)
        values[..., self._linear_rows()] = 0.0
        return self.slip(values)

    def over_the_vertical(self) -> SearchSpace:
        """The space in which bounds of dip that end at 90 degrees are no wall.

        A fault that dips by 91 degrees is one of 89 that is seen from the other side. Dips go on
        beyond the vertical to the mirror of their lower bound where the strike is any (which adds
        no fault: each one is there twice then), and by 30 degrees at most where it has bounds. They
        do not where the bounds allow one sense of dip slip only, as it turns round over the
        vertical.
        """
        upper = self.upper.copy()
        free = (self.upper > self.lower)[:, DIP]
        for fault in np.flatnonzero(free & (np.abs(self.upper[:, DIP] - VERTICAL) < _SLACK)):
            low, high = self.lower[fault], self.upper[fault]
            if not self._either_sense(low[FIRST_SLIP + 1], high[FIRST_SLIP + 1]):
                continue
            upper[fault, DIP] = np.pi - low[DIP]
            if high[STRIKE] - low[STRIKE] < FULL_CIRCLE - _SLACK:
                upper[fault, DIP] = min(upper[fault, DIP], VERTICAL + OVERHANG)
        return replace(self, upper=upper)

    def _either_sense(self, low, high) -> bool:
        """Whether bounds of dip slip, or of rake, hold both senses, or none at all."""
        if self.slips == "rake":
            turns = np.pi * np.arange(np.ceil(low / np.pi), np.floor(high / np.pi) + 1)
        else:
            turns = np.zeros(1)
        return bool(((low < turns) & (turns < high)).any() or (low == high and low in turns))

    def likened(self, unit, about) -> np.ndarray:
        """Vectors with each fault told from the side from which it is more like another one.

        The same plane has a strike and a dip from either side of it, with the dip slip (or rake)
        turned round. Where bounds hold both, that one is taken whose normal is within a right
        angle of the other fault's.

        Parameters
        ----------
        unit : ndarray, shape (model, free parameter)
        about : ndarray, shape (fault, 10)
            Parameters of the other faults; those of dip 0 make all dips 90 degrees at most.

        Returns
        -------
        ndarray, shape (model, free parameter)
        """
        unit = np.array(np.atleast_2d(unit), float)
        values = self.values(unit)
        turn = values[..., STRIKE] - about[:, STRIKE]
        side = np.sin(values[..., DIP]) * np.sin(about[:, DIP]) * np.cos(turn)
        side += np.cos(values[..., DIP]) * np.cos(about[:, DIP])
        other = self._from_the_other_side(values)
        fits = (other >= self.lower - _SLACK) & (other <= self.upper + _SLACK)
        turned = (side < 0) & fits.all(axis=-1)
        values = np.where(turned[..., None], np.clip(other, self.lower, self.upper), values)
        return np.where(turned.any(axis=1)[:, None], self.unit(values), unit)

    def _from_the_other_side(self, values) -> np.ndarray:
        """The same faults with the strike turned by 180 degrees, shape (model, fault, 10)."""
        out = np.array(values, float)
        out[..., STRIKE] += np.pi
        out[..., DIP] = np.pi - out[..., DIP]
        out[..., FIRST_SLIP + 1] *= -1
        angles = [STRIKE, FIRST_SLIP + 1] if self.slips == "rake" else [STRIKE]
        middle = (self.lower + self.upper)[:, angles] / 2
        out[..., angles] = middle + (out[..., angles] - middle + np.pi) % FULL_CIRCLE - np.pi
        return out

    def moved(self, east: float, north: float) -> SearchSpace:
        """The space with its places shifted by metres."""
        lower, upper = self.lower.copy(), self.upper.copy()
        for bounds in (lower, upper):
            bounds[:, EAST] += east
            bounds[:, NORTH] += north
        return replace(self, lower=lower, upper=upper)


def _check(what: str, name: str, least: float, most: float) -> None:
    if not np.isfinite([least, most]).all():
        raise GroundshiftError(f"{what}: has no bounds; give a lower and an upper one.")
    if least > most:
        raise GroundshiftError(f"{what}: the lower bound is above the upper one; swap them.")
    if name in ("length", "width") and least <= 0:
        raise GroundshiftError(f"{what}: the lower bound is not above 0; give some 1 km.")
    if name == "top_depth" and least < 0:
        raise GroundshiftError(
            f"{what}: the lower bound is above the surface; depth is positive down, from 0."
        )
    if name == "dip" and (least < 0 or most > np.pi):
        raise GroundshiftError(
            f"{what}: the bounds leave 0 to 180 degrees; beyond 90 it dips to the other side."
        )
    if name in ANGLES and most - least > FULL_CIRCLE + _SLACK:
        raise GroundshiftError(
            f"{what}: the bounds are more than a full circle apart; give 0 to 360 at most."
        )


def standard_bounds(samples, slips: str = "components") -> tuple:
    """Wide bounds of one fault, from where the data lie and how much they move.

    Parameters
    ----------
    samples : Samples
    slips : str
        A key of :data:`SLIPS`.

    Returns
    -------
    lower, upper : ndarray, shape (10,)
        The place anywhere in the data's extent, sizes up to half of it, any strike and dip from 5
        to 90 degrees, the top down to 20 km, slip up to 30 times the largest displacement (1 to
        20 m), no opening.
    """
    low, high = samples.places.min(axis=0), samples.places.max(axis=0)
    size = float(max(high - low))
    if not size > 0:
        raise GroundshiftError("All samples lie at one place; a fault cannot be found from them.")
    motion = float(np.abs(samples.displacement - np.median(samples.displacement)).max())
    slip = float(np.clip(30 * motion, 1.0, 20.0))
    length = np.clip(size / 2, 2e3, 200e3)
    lower = [*low, 0.0, 0.0, np.radians(5), length / 50, length / 50]
    upper = [*high, min(20e3, size / 2), FULL_CIRCLE, np.pi / 2, length, min(length, 40e3)]
    if slips == "rake":
        return np.array([*lower, 0.0, -np.pi, 0.0]), np.array([*upper, slip, np.pi, 0.0])
    return np.array([*lower, -slip, -slip, 0.0]), np.array([*upper, slip, slip, 0.0])


def other_planes(space: SearchSpace, unit) -> np.ndarray:
    """The faults of one vector with one of them turned to the other nodal plane.

    From afar both planes of a double couple make the same displacement (Aki and Richards 2002,
    section 4.3), so that each has a valley of its own, and a steep fault with dip slip is taken for
    a flat one. The fault keeps its centre, its length and its moment.

    Parameters
    ----------
    space : SearchSpace
    unit : ndarray, shape (free parameter,)

    Returns
    -------
    ndarray, shape (model, free parameter)
        Within the bounds; none for faults whose strike or dip are kept, or that do not slip.
    """
    values = space.values(unit)[0]
    out = []
    faults = zip(space.rectangles(values), space.slip(values))
    for fault, (rectangle, (along, up, _)) in enumerate(faults):
        net = np.hypot(along, up)
        if not space.free[fault, [STRIKE, DIP]].all() or not net > 0:
            continue
        east, north, depth, strike, dip, _, width = rectangle
        strike, dip, rake = auxiliary(strike, dip, np.arctan2(up, along))
        for wider in WIDER:
            row = values.copy()
            mine = row[fault]
            bounds = space.lower[fault, WIDTH], space.upper[fault, WIDTH]
            mine[WIDTH] = np.clip(wider * width, *bounds)
            flat, down = (part * mine[WIDTH] / 2 for part in (np.cos(dip), np.sin(dip)))
            mine[[EAST, NORTH, TOP]] = (
                east - flat * np.cos(strike), north + flat * np.sin(strike), depth - down,
            )  # fmt: skip
            start = space.lower[fault, STRIKE]
            mine[[STRIKE, DIP]] = start + (strike - start) % FULL_CIRCLE, dip
            net_now = net * width / mine[WIDTH]
            mine[FIRST_SLIP : FIRST_SLIP + 2] = (
                (net_now, rake) if space.slips == "rake"
                else (net_now * np.cos(rake), net_now * np.sin(rake))
            )  # fmt: skip
            out.append(row)
    if not out:
        return np.empty((0, int(space.free.sum())))
    return np.clip(space.unit(np.array(out)), 0.0, 1.0)
