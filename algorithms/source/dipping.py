# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The same fault with another dip, turned about its top edge or its trace at the surface."""

from __future__ import annotations

import numpy as np

from ..data.patches import DEPTH, DIP, EAST, NORTH, STRIKE, PatchSet
from ..errors import GroundshiftError

HINGES = ("top", "surface")
PLANE = np.radians(0.5)  # of one dip
APART = 10.0  # metres between parallel planes


def turned(patches: PatchSet, dip: float, segments=None, hinge: str = "top") -> PatchSet:
    """Give segments another dip.

    Parameters
    ----------
    patches : PatchSet
        Rectangles.
    dip : float
        Radians.
    segments : sequence of int, optional
        Which ones; all by default.
    hinge : str
        ``top``: the upper edge of the patches stays where it is; ``surface``: the line does where
        the fault, drawn on upwards, meets the surface, so that the upper edge of a buried fault
        moves.

    Returns
    -------
    PatchSet
        With the same patch sizes: the lower edge is at another depth.

    Raises
    ------
    GroundshiftError
        If they are triangles, the dip is none, or a segment has dips of its own within.
    """
    if not patches.is_rectangular:
        raise GroundshiftError(
            "Triangles cannot be turned to another dip; give a trace with a dip, or one dip only."
        )
    if not 0 < dip <= np.pi / 2 + 1e-12:
        raise GroundshiftError(
            f"A dip of {np.degrees(dip):g} is not above 0 and up to 90 degrees; give another."
        )
    rectangles = patches.rectangles.copy()
    wanted = np.unique(patches.segment) if segments is None else np.asarray(segments)
    for segment in wanted:
        mine = np.flatnonzero(patches.segment == segment)
        if not len(mine):
            raise GroundshiftError(
                f"Segment {segment + 1} is not one of the fault's; check its number."
            )
        if np.ptp(rectangles[mine, DIP]) > PLANE:
            raise GroundshiftError(
                f"Segment {segment + 1} has several dips, so it cannot be turned to one; leave "
                "the dips to try empty, or name the segments that get them."
            )
        for plane in _planes(patches, mine):
            rectangles[plane] = _turned(patches, plane, dip, hinge)
    return PatchSet.of_rectangles(
        rectangles, patches.segment, patches.row, patches.column, patches.crs
    )


def _planes(patches, mine):
    """Patches that turn about one edge: those in one plane."""
    strikes = np.round(patches.rectangles[mine, STRIKE], 6)
    planes = []
    for strike in np.unique(strikes):
        same = mine[strikes == strike]
        away = patches.centre[same] @ patches.normal[same[0]]
        order = np.argsort(away)
        planes += np.split(same[order], np.flatnonzero(np.diff(away[order]) > APART) + 1)
    return planes


def _turned(patches, mine, dip, hinge):
    """Rectangles of one plane, turned about the top edge of the shallowest."""
    rectangles = patches.rectangles[mine].copy()
    top = mine[np.argmin(patches.top_depth[mine])]
    point = patches.corners[top, :2].mean(axis=0)
    down = -patches.up_dip[top]
    if hinge == "surface":
        if abs(down[2]) < 1e-6:
            raise GroundshiftError("A level fault does not reach the surface; turn it by its top.")
        point = point + down * (point[2] / -down[2])
    away = patches.centre[mine] - point
    along = patches.along_strike[top]
    strike = rectangles[0, STRIKE]
    sunk = np.array([np.cos(dip) * np.cos(strike), -np.cos(dip) * np.sin(strike), -np.sin(dip)])
    moved = point + (away @ along)[:, None] * along + (away @ down)[:, None] * sunk
    rectangles[:, EAST], rectangles[:, NORTH] = moved[:, 0], moved[:, 1]
    rectangles[:, DEPTH], rectangles[:, DIP] = -moved[:, 2], dip
    return rectangles
