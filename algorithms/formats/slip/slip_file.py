# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a file of fault patches holds, and its way into and out of a local frame."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...data.crs import wkt_of
from ...data.metric import LocalMetres
from ...data.patches import EAST, NORTH, STRIKE, PatchSet, SlipModel
from ...errors import GroundshiftError

DEGREES = "EPSG:4326"
SLIP_CLASSES = 8  # of the style
TURN = 0.05  # radians; meridians converge by so much over a large fault


@dataclass(frozen=True)
class SlipFile:
    """A slip model as it was read.

    Parameters
    ----------
    model : SlipModel
    local : LocalMetres
        The frame of its patches.
    crs : str
        CRS (kept as WKT) of the coordinates in the file; empty where they are plain kilometres or
        metres.
    kind : str
        ``layer``, ``fsp``, ``inp`` or ``inr``.
    notes : tuple of str
        What a user should know about the reading, in sentences.
    has_slip : bool
        Whether the file says anything of slip.
    event : Event
        What the file says of the earthquake.
    coulomb : CoulombInput, optional
        All else that a Coulomb file holds.
    """

    model: SlipModel
    local: LocalMetres
    crs: str
    kind: str
    notes: tuple = ()
    has_slip: bool = True
    event: Event | None = None
    coulomb: object | None = None

    def __post_init__(self):
        object.__setattr__(self, "crs", wkt_of(self.crs))


@dataclass(frozen=True)
class Event:
    """An earthquake as files of finite faults describe it.

    Parameters
    ----------
    title, tag : str
    longitude, latitude : float
        Hypocentre, degrees; NaN where unknown.
    depth : float
        Metres.
    moment : float
        Newton metres; NaN where unknown.
    magnitude : float
    """

    title: str = ""
    tag: str = ""
    longitude: float = float("nan")
    latitude: float = float("nan")
    depth: float = float("nan")
    moment: float = float("nan")
    magnitude: float = float("nan")


def slip_limits(largest: float):
    """Limits of the style ``slip``: a width of classes that is easy to read; None for no slip.

    Parameters
    ----------
    largest : float
        Largest slip in metres.

    Returns
    -------
    (float, float) or None
        Upper end of the first class and lower end of the last one.
    """
    if not largest > 0:
        return None
    step = largest / SLIP_CLASSES
    power = 10.0 ** np.floor(np.log10(step))
    step = float(power * next(f for f in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if f >= step / power))
    return step, step * (SLIP_CLASSES - 1)


def frame_around(crs: str, x, y) -> LocalMetres:
    """The local frame in the middle of places."""
    return LocalMetres(crs, float(np.mean(x)), float(np.mean(y)))


def same_turn(longitude) -> np.ndarray:
    """Longitudes without a jump where they cross the date line."""
    longitude = np.asarray(longitude, float)
    if not len(longitude):
        return longitude
    return longitude[0] + (longitude - longitude[0] + 180.0) % 360.0 - 180.0


def check_degrees(longitude, latitude, path) -> None:
    """Refuse places that are not on the Earth; longitudes as of :func:`same_turn`."""
    if (np.abs(latitude) > 90).any() or (np.abs(longitude) > 540).any():
        raise GroundshiftError(
            f"{path}: a latitude lies beyond 90 degrees or a longitude beyond 360; repair the file."
        )


def rectangles_at(local: LocalMetres, crs: str, x, y, shapes, what) -> np.ndarray:
    """Rectangles in a local frame.

    Parameters
    ----------
    local : LocalMetres
    crs : str
        CRS of the centres.
    x, y : ndarray, shape (patch,)
        Centres.
    shapes : sequence of 5 ndarray
        Depth of the centre (m), strike from true north and dip (rad), length and width (m).
    what : str
        The file, for errors.

    Returns
    -------
    ndarray, shape (patch, 7)
    """
    places = local.of(crs, x, y, str(what))
    depth, strike, dip, length, width = (np.broadcast_to(part, np.shape(x)) for part in shapes)
    strike = strike - local.convergence(crs, x, y)
    return np.column_stack([places, depth, strike % (2 * np.pi), dip, length, width])


def true_strike(patches: PatchSet) -> np.ndarray:
    """Strikes from true north, radians in 0 to 2 pi; from the frame's where that has no CRS."""
    local = LocalMetres.named(patches.crs)
    turn = local.convergence(patches.crs, *patches.centre[:, :2].T)
    return (patches.strike + turn) % (2 * np.pi)


def degrees_of(patches: PatchSet, what) -> tuple:
    """Longitude and latitude of patches' centres.

    Raises
    ------
    GroundshiftError
        If their frame has no place on the Earth.
    """
    if not patches.crs:
        raise GroundshiftError(
            f"{what}: the patches have no place on the Earth, which such a file needs; give the "
            "origin of their coordinates."
        )
    longitude, latitude = LocalMetres.named(patches.crs).back(DEGREES, patches.centre[:, :2])
    return (longitude + 180.0) % 360.0 - 180.0, latitude


def in_frame(model: SlipModel, local: LocalMetres) -> SlipModel:
    """A model in another local frame; sizes and dips stay, strikes are turned to its north.

    Raises
    ------
    GroundshiftError
        If only one of the frames has a place on the Earth.
    """
    patches = model.patches
    if patches.crs == local.crs:
        return model
    what = "The slip model"
    if patches.is_rectangular:
        rectangles = patches.rectangles.copy()
        x, y = rectangles[:, EAST], rectangles[:, NORTH]
        places = local.of(patches.crs, x, y, what)
        turned = true_strike(patches) - local.convergence(patches.crs, x, y)
        rectangles[:, [EAST, NORTH]], rectangles[:, STRIKE] = places, turned % (2 * np.pi)
        make, shapes = PatchSet.of_rectangles, rectangles
    else:
        flat = patches.corners.reshape(-1, 3)
        places = local.of(patches.crs, flat[:, 0], flat[:, 1], what)
        make = PatchSet.of_triangles
        shapes = np.column_stack([places, flat[:, 2]]).reshape(-1, 3, 3)
    moved = make(shapes, patches.segment, patches.row, patches.column, local.crs)
    return replace(model, patches=moved)


def sunk(rectangles, most: float = 0.02) -> tuple:
    """Rectangles that rounding has left above the surface, lowered to it.

    Parameters
    ----------
    rectangles : ndarray, shape (patch, 7)
    most : float
        Share of the width by which one may stand out.

    Returns
    -------
    rectangles : ndarray
    lowered : float
        Metres, by the farthest; 0 where none was.
    """
    depth, dip, width = rectangles[:, 2], rectangles[:, 4], rectangles[:, 6]
    over = width / 2 * np.sin(dip) - depth
    small = (over > 0) & (over <= most * width)
    if not small.any():
        return rectangles, 0.0
    out = rectangles.copy()
    out[small, 2] += over[small]
    return out, float(over[small].max())


def grid_places(rectangles, segment) -> tuple:
    """Row down the dip and column along the strike of rectangles, as their centres tell.

    Parameters
    ----------
    rectangles : ndarray, shape (patch, 7)
    segment : ndarray of int, shape (patch,)

    Returns
    -------
    row, column : ndarray of int, shape (patch,)
        -1 in segments that are no grid of equal patches in one plane.
    """
    row, column = np.full(len(segment), -1), np.full(len(segment), -1)
    for number in np.unique(segment):
        mine = np.flatnonzero(segment == number)
        places = _grid(rectangles[mine])
        if places is not None:
            row[mine], column[mine] = places
    return row, column


def _grid(rectangles):
    """Rows and columns of the patches of one plane; None where they make no grid."""
    strike, dip, length, width = np.median(rectangles[:, 3:], axis=0)
    turned = np.abs((rectangles[:, 3] - strike + np.pi) % (2 * np.pi) - np.pi)
    alike = np.abs(rectangles[:, 5:] / [length, width] - 1) < 0.01
    if (turned > TURN).any() or (np.abs(rectangles[:, 4] - dip) > TURN).any() or not alike.all():
        return None
    centre = rectangles[:, :3] - rectangles[0, :3]
    along = (centre[:, 0] * np.sin(strike) + centre[:, 1] * np.cos(strike)) / length
    # Rounded coordinates and bent grids keep to their depths better than to their plane.
    down = centre[:, 2] / (width * np.sin(dip)) if dip > 0.05 else (
        centre[:, 0] * np.cos(strike) - centre[:, 1] * np.sin(strike)
    ) / width  # fmt: skip
    row = _steps(down)
    if row is None:
        return None
    column, start, offset = np.zeros(len(row), int), None, 0
    for number in np.unique(row):  # one may be missing
        mine = np.flatnonzero(row == number)
        steps = _steps(along[mine])
        if steps is None or len(np.unique(steps)) < len(steps):
            return None
        first = along[mine].min()
        offset += 0 if start is None else round(first - start)
        column[mine], start = steps + offset, first
    return row, column - column.min()


def _steps(places):
    """Whole steps of places from the least one, by way of their neighbours; None for others."""
    order = np.argsort(places, kind="stable")
    gaps = np.diff(places[order])
    if (np.abs(gaps - np.rint(gaps)) > 0.25).any():
        return None
    steps = np.empty(len(places), int)
    steps[order] = np.r_[0, np.cumsum(np.rint(gaps))].astype(int)
    return steps
