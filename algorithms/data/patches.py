# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fault patches, rectangles or triangles, and the slip on them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from ..errors import GroundshiftError

EAST, NORTH, DEPTH, STRIKE, DIP, LENGTH, WIDTH = range(7)
"""Columns of a rectangle: its centre (m, depth positive down), strike and dip (rad), size (m)."""


@dataclass(frozen=True)
class PatchSet:
    """Patches in a local frame: east, north and up in metres, with up = 0 at the free surface.

    Parameters
    ----------
    corners : ndarray, shape (patch, 3 or 4, 3)
        Vertices. Those of a rectangle run along its top edge in the direction of strike and back
        along its bottom edge: top start, top end, bottom end, bottom start.
    rectangles : ndarray, shape (patch, 7), optional
        See :data:`EAST` and the following; None for triangles.
    segment : ndarray of int, shape (patch,)
        Which fault a patch belongs to.
    row, column : ndarray of int, shape (patch,)
        Place within its segment, down the dip and along the strike; -1 where there is no such
        order.
    crs : str
        The local frame as PROJ understands it; empty where coordinates are metres as they are.

    Notes
    -----
    Make them by :meth:`of_rectangles` and :meth:`of_triangles`.
    """

    corners: np.ndarray
    rectangles: np.ndarray | None
    segment: np.ndarray
    row: np.ndarray
    column: np.ndarray
    crs: str = ""

    @classmethod
    def of_rectangles(cls, rectangles, segment=None, row=None, column=None, crs="") -> PatchSet:
        """Patches from rectangles of shape (patch, 7).

        Raises
        ------
        GroundshiftError
            If one has no size, a dip beyond 0 to 90 degrees, or lies above the surface.
        """
        rectangles = np.atleast_2d(np.asarray(rectangles, float))
        _check_rectangles(rectangles)
        places = _places(len(rectangles), segment, row, column)
        return cls(rectangle_corners(rectangles), rectangles, *places, crs)

    @classmethod
    def of_triangles(cls, corners, segment=None, row=None, column=None, crs="") -> PatchSet:
        """Patches from triangles of shape (patch, 3, 3), whatever the order of their vertices.

        Raises
        ------
        GroundshiftError
            If one has no area or lies above the surface.
        """
        corners = np.asarray(corners, float).reshape(-1, 3, 3)
        if not np.isfinite(corners).all():
            raise GroundshiftError("A triangle has a vertex without coordinates; mend the mesh.")
        patches = cls(corners, None, *_places(len(corners), segment, row, column), crs)
        if (patches.area <= 1e-9 * np.ptp(corners, axis=1).max(axis=1) ** 2).any():
            raise GroundshiftError("A triangle has no area; take it out of the mesh.")
        if (corners[..., 2] > 1e-6).any():
            raise GroundshiftError(
                "A triangle lies above the surface; depths are positive down, heights negative."
            )
        return patches

    def __len__(self) -> int:
        return len(self.corners)

    @property
    def is_rectangular(self) -> bool:
        """Rectangles, not triangles."""
        return self.rectangles is not None

    @property
    def faults(self) -> np.ndarray:
        """What the dislocation kernels take: rectangles (patch, 7) or triangles (patch, 3, 3)."""
        return self.corners if self.rectangles is None else self.rectangles

    @cached_property
    def centre(self) -> np.ndarray:
        """Centres, shape (patch, 3): east, north, up."""
        return self.corners.mean(axis=1)

    @property
    def depth(self) -> np.ndarray:
        """Depth of the centres in metres, positive down."""
        return -self.centre[:, 2]

    @cached_property
    def normal(self) -> np.ndarray:
        """Unit normals into the hanging wall, which is the upper one.

        Returns
        -------
        ndarray, shape (patch, 3)
            Those of a vertical rectangle point to the right of its strike; a vertical triangle
            strikes between 0 and 180 degrees.
        """
        if self.rectangles is not None:
            strike, dip = self.rectangles[:, STRIKE], self.rectangles[:, DIP]
            return np.stack(
                [np.sin(dip) * np.cos(strike), -np.sin(dip) * np.sin(strike), np.cos(dip)], axis=1
            )
        edges = [self.corners[:, k] - self.corners[:, 0] for k in (1, 2)]
        normal = np.cross(*edges)
        return _upwards(normal / np.linalg.norm(normal, axis=1, keepdims=True))

    @cached_property
    def strike(self) -> np.ndarray:
        """Radians clockwise from north, 0 to 2 pi; the patch dips to its right.

        A horizontal triangle strikes north.
        """
        if self.rectangles is not None:
            return self.rectangles[:, STRIKE] % (2 * np.pi)
        east, north, up = self.normal.T
        flat = np.hypot(east, north) < 1e-12
        return np.where(flat, 0.0, np.arctan2(-north, east) % (2 * np.pi))

    @cached_property
    def dip(self) -> np.ndarray:
        """Radians, 0 to pi / 2."""
        if self.rectangles is not None:
            return self.rectangles[:, DIP]
        return np.arctan2(np.hypot(*self.normal.T[:2]), self.normal[:, 2])

    @property
    def along_strike(self) -> np.ndarray:
        """Unit vectors in the direction of strike, shape (patch, 3)."""
        return np.stack([np.sin(self.strike), np.cos(self.strike), 0 * self.strike], axis=1)

    @property
    def up_dip(self) -> np.ndarray:
        """Unit vectors up the dip, shape (patch, 3)."""
        flat = -np.cos(self.dip)
        return np.stack(
            [flat * np.cos(self.strike), -flat * np.sin(self.strike), np.sin(self.dip)], axis=1
        )

    @cached_property
    def area(self) -> np.ndarray:
        """Square metres, shape (patch,)."""
        if self.rectangles is not None:
            return self.rectangles[:, LENGTH] * self.rectangles[:, WIDTH]
        edges = [self.corners[:, k] - self.corners[:, 0] for k in (1, 2)]
        return 0.5 * np.linalg.norm(np.cross(*edges), axis=1)

    @property
    def top_depth(self) -> np.ndarray:
        """Metres, shape (patch,)."""
        return -self.corners[..., 2].max(axis=1)

    @property
    def bottom_depth(self) -> np.ndarray:
        """Metres, shape (patch,)."""
        return -self.corners[..., 2].min(axis=1)

    def chosen(self, which) -> PatchSet:
        """Some of the patches, by a mask or by numbers."""
        which = np.asarray(which)
        rectangles = None if self.rectangles is None else self.rectangles[which]
        return PatchSet(
            self.corners[which], rectangles, self.segment[which], self.row[which],
            self.column[which], self.crs,
        )  # fmt: skip


def joined(sets) -> PatchSet:
    """Several sets of the same kind and frame as one; segments are numbered on.

    Raises
    ------
    GroundshiftError
        If rectangles and triangles, or frames, are mixed, or there is none.
    """
    sets = list(sets)
    if not sets:
        raise GroundshiftError("There is no fault; give one at least.")
    if len({(part.is_rectangular, part.crs) for part in sets}) > 1:
        raise GroundshiftError(
            "Rectangles and triangles, or patches of several frames, cannot be mixed; use one kind."
        )
    first, segments = 0, []
    for part in sets:
        segments.append(part.segment - part.segment.min() + first)
        first = segments[-1].max() + 1
    rectangles = None
    if sets[0].is_rectangular:
        rectangles = np.concatenate([part.rectangles for part in sets])
    return PatchSet(
        np.concatenate([part.corners for part in sets]), rectangles, np.concatenate(segments),
        np.concatenate([part.row for part in sets]), np.concatenate([part.column for part in sets]),
        sets[0].crs,
    )  # fmt: skip


@dataclass(frozen=True)
class SlipModel:
    """Slip of the hanging wall on patches.

    Parameters
    ----------
    patches : PatchSet
    strike_slip, dip_slip, opening : ndarray, shape (patch,)
        Metres: left-lateral, reverse and opening are positive.
    extra : dict of str to ndarray
        Further columns, one value a patch, in the unit that their names say.
    """

    patches: PatchSet
    strike_slip: np.ndarray
    dip_slip: np.ndarray
    opening: np.ndarray
    extra: dict = field(default_factory=dict)

    @classmethod
    def of_rake(cls, patches, slip, rake, opening=0.0) -> SlipModel:
        """A model from net slip (m) and rake (rad, Aki and Richards)."""
        slip, rake, opening = (
            np.broadcast_to(np.asarray(part, float), len(patches)) for part in (slip, rake, opening)
        )
        return cls(patches, slip * np.cos(rake), slip * np.sin(rake), np.array(opening))

    def __len__(self) -> int:
        return len(self.patches)

    @property
    def components(self) -> np.ndarray:
        """Shape (patch, 3): strike slip, dip slip, opening."""
        return np.stack([self.strike_slip, self.dip_slip, self.opening], axis=1)

    @property
    def slip(self) -> np.ndarray:
        """Net slip in the plane, metres, shape (patch,)."""
        return np.hypot(self.strike_slip, self.dip_slip)

    @property
    def rake(self) -> np.ndarray:
        """Radians, -pi to pi, shape (patch,); NaN where nothing slips."""
        rake = np.arctan2(self.dip_slip, self.strike_slip)
        return np.where(self.slip > 0, rake, np.nan)

    def chosen(self, which) -> SlipModel:
        """The model of some of the patches."""
        which = np.asarray(which)
        return replace(
            self, patches=self.patches.chosen(which), strike_slip=self.strike_slip[which],
            dip_slip=self.dip_slip[which], opening=self.opening[which],
            extra={name: np.asarray(values)[which] for name, values in self.extra.items()},
        )  # fmt: skip


def rectangle_corners(rectangles) -> np.ndarray:
    """Corners of rectangles, shape (patch, 4, 3); see :class:`PatchSet`."""
    east, north, depth, strike, dip, length, width = np.asarray(rectangles, float).T
    along = np.stack([np.sin(strike), np.cos(strike), 0 * strike], axis=1)
    up = np.stack(
        [-np.cos(dip) * np.cos(strike), np.cos(dip) * np.sin(strike), np.sin(dip)], axis=1
    )
    centre = np.stack([east, north, -depth], axis=1)
    along, up = along * length[:, None] / 2, up * width[:, None] / 2
    return np.stack(
        [centre - along + up, centre + along + up, centre + along - up, centre - along - up], axis=1
    )


def _upwards(normal):
    """Normals turned up; level ones are turned so that their patch strikes from 0 to 180."""
    east, north, up = normal.T
    level = np.abs(up) < 1e-9
    # The strike's direction is (-north, east).
    turned = np.where(level, (north > 1e-12) | ((np.abs(north) <= 1e-12) & (east < 0)), up < 0)
    return np.where(turned[:, None], -normal, normal)


def _places(count, *given):
    return (
        np.full(count, standard) if values is None else np.asarray(values, int)
        for values, standard in zip(given, (0, -1, -1))
    )


def _check_rectangles(rectangles):
    if not np.isfinite(rectangles).all():
        raise GroundshiftError("A fault lacks a number of its place or shape; give all of them.")
    depth, dip = rectangles[:, DEPTH], rectangles[:, DIP]
    if (rectangles[:, [LENGTH, WIDTH]] <= 0).any():
        raise GroundshiftError("A fault has no length or width; give sizes above 0.")
    if (dip < 0).any() or (dip > np.pi / 2 + 1e-9).any():
        raise GroundshiftError(
            "A fault dips by less than 0 or more than 90 degrees; turn its strike by 180 degrees "
            "and take the dip from there."
        )
    over = rectangles[:, WIDTH] / 2 * np.sin(dip) - depth
    if (over > 1e-6 * np.maximum(1.0, depth)).any():
        raise GroundshiftError(
            f"A fault reaches {over.max():.4g} m above the surface; set it deeper or make it "
            "narrower."
        )
