# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A slip model beside what seismology says of the same earthquake."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.moment import magnitude_of
from ..data.patches import SlipModel
from .planes import auxiliary, double_couple_of, kagan_angle, plane_vectors

MOST_BINS = 25
MAIN_WITHIN = 60.0  # seconds of each other: solutions of one earthquake


@dataclass(frozen=True)
class ModelEvent:
    """An earthquake as a slip model has it.

    Parameters
    ----------
    point : ndarray, shape (3,)
        Moment-weighted middle: east, north, up in metres.
    moment : float
        Newton metres, of the summed tensor: what a far station sees.
    sum_of_moments : float
        Of the patches; more where they slip in several directions.
    mechanism : ndarray, shape (3,)
        Strike (from true north), dip and rake of the plane nearest to the patches', radians.
    double_couple : float
        Share of the tensor that one double couple explains, 0 to 1.
    """

    point: np.ndarray
    moment: float
    sum_of_moments: float
    mechanism: np.ndarray
    double_couple: float

    @property
    def magnitude(self) -> float:
        """Moment magnitude of the summed tensor."""
        return magnitude_of(self.moment)


def model_event(model: SlipModel, shear_modulus: float, turn: float = 0.0) -> ModelEvent:
    """What a slip model amounts to as one source.

    Parameters
    ----------
    model : SlipModel
        With slip.
    shear_modulus : float
        Pascal.
    turn : float
        Convergence of the frame, radians; see :meth:`..data.metric.LocalMetres.convergence`.
    """
    patches = model.patches
    moments = shear_modulus * patches.area * model.slip
    normal, slip = plane_vectors(patches.strike + turn, patches.dip, model.rake)
    each = normal[:, :, None] * slip[:, None, :]
    moving = np.nan_to_num(each) * np.nan_to_num(moments)[:, None, None]
    tensor = (moving + np.swapaxes(moving, 1, 2)).sum(axis=0)
    values = np.linalg.eigvalsh(tensor)
    total = np.nansum(moments)
    best = double_couple_of(tensor)
    planes = np.stack([best, np.array(auxiliary(*best), float)])
    strongest = int(np.nanargmax(moments))
    own = normal[strongest]
    near = np.abs(plane_vectors(*planes.T)[0] @ own).argmax()
    size = float(np.sqrt((values**2).sum() / 2))
    return ModelEvent(
        np.nansum(moments[:, None] * patches.centre, axis=0) / total, size, float(total),
        planes[near], 1 - 2 * float(abs(values[1]) / np.abs(values).max()),
    )  # fmt: skip


def moment_by_depth(model: SlipModel, shear_modulus: float, step: float = 0.0):
    """Moment by depth.

    Parameters
    ----------
    model : SlipModel
    shear_modulus : float
        Pascal.
    step : float
        Thickness of layers, metres; a round one that gives no more than 25 if 0.

    Returns
    -------
    edges : ndarray, shape (layer + 1,)
        Metres.
    moment : ndarray, shape (layer,)
        Newton metres; a patch's is spread evenly between its top and bottom.
    """
    top, bottom = model.patches.top_depth, model.patches.bottom_depth
    deepest = float(bottom.max())
    if not step > 0:
        step = next(
            f * 10.0**power for power in range(1, 7) for f in (1, 2, 5)
            if f * 10.0**power * MOST_BINS >= deepest
        )  # fmt: skip
    edges = step * np.arange(max(1, int(np.ceil(deepest / step - 1e-9))) + 1)
    moments = np.nan_to_num(shear_modulus * model.patches.area * model.slip)
    high = np.maximum(bottom - top, 1e-6)
    below = np.clip((edges[:, None] - top) / high, 0.0, 1.0) @ moments
    flat = bottom - top < 1e-6  # level patches lie in one layer, the lower one at an edge
    if flat.any():
        below -= np.clip((edges[:, None] - top[flat]) / high[flat], 0.0, 1.0) @ moments[flat]
        below += (edges[:, None] > top[flat]).astype(float) @ moments[flat]
        below[-1] = moments.sum()
    return edges, np.diff(below)


@dataclass(frozen=True)
class Differences:
    """Seismic solutions less the slip model; NaN where one says nothing.

    Parameters
    ----------
    distance, azimuth : ndarray, shape (event,)
        From the model's middle to the event, metres and radians from true north.
    depth : ndarray, shape (event,)
        Metres.
    magnitude : ndarray, shape (event,)
    moment_ratio : ndarray, shape (event,)
    plane : ndarray, shape (event, 3)
        The one of both planes that is nearer to the model's, radians.
    angles : ndarray, shape (event, 3)
        Its strike, dip and rake less the model's, -pi to pi.
    kagan : ndarray, shape (event,)
        Rotation between the mechanisms.
    """

    distance: np.ndarray
    azimuth: np.ndarray
    depth: np.ndarray
    magnitude: np.ndarray
    moment_ratio: np.ndarray
    plane: np.ndarray
    angles: np.ndarray
    kagan: np.ndarray


def compare(event: ModelEvent, place, depth, magnitude, moment, planes, turn=0.0) -> Differences:
    """Compare a slip model with seismic solutions.

    Parameters
    ----------
    event : ModelEvent
    place : ndarray, shape (event, 2)
        East and north in the model's frame, metres.
    depth, magnitude, moment : ndarray, shape (event,)
        Metres and newton metres; a magnitude follows from the moment where there is none.
    planes : ndarray, shape (event, 2, 3)
        Strike (from true north), dip, rake in radians.
    turn : float
        Convergence of the frame.
    """
    east, north = (np.asarray(place, float) - event.point[:2]).T
    known = np.isfinite(moment) & (moment > 0)
    told = np.array([magnitude_of(m) if k else np.nan for m, k in zip(moment, known)])
    magnitude = np.where(np.isfinite(magnitude), magnitude, told)
    moment = np.where(known, moment, np.nan)
    normal, slip = plane_vectors(*event.mechanism)
    n, d = plane_vectors(*np.moveaxis(planes, -1, 0))
    # As fault and slip vectors: a plane of opposite normal and slip is the same one.
    alike = np.abs((n * normal).sum(-1)) + np.abs((d * slip).sum(-1))
    row = np.arange(len(planes))
    pick = np.where(np.isnan(alike), -1.0, alike).argmax(axis=1)
    plane = planes[row, pick]
    # About the vertical a plane that dips the other way is near, too: told with a dip above 90.
    other_way = ((n[row, pick] * normal).sum(-1) < 0)[:, None]
    same = np.stack([plane[:, 0] + np.pi, np.pi - plane[:, 1], -plane[:, 2]], axis=1)
    apart = (np.where(other_way, same, plane) - event.mechanism + np.pi) % (2 * np.pi) - np.pi
    return Differences(
        np.hypot(east, north), (np.arctan2(east, north) + turn) % (2 * np.pi),
        depth + event.point[2], magnitude - event.magnitude, moment / event.moment, plane, apart,
        kagan_angle(plane, event.mechanism),
    )  # fmt: skip


def same_event(quakes, near, magnitude: float, when=None, within: float = 86400.0):
    """Which entries of catalogues are the earthquake of a slip model.

    Parameters
    ----------
    quakes : Earthquakes
    near : ndarray of bool, shape (event,)
        Within reach of the model.
    magnitude : float
        Of the model.
    when : datetime64, optional
        Its time; without it the entry of the magnitude nearest to the model's counts, and all
        within a minute of it.
    within : float
        Seconds of that time.

    Returns
    -------
    rows : ndarray of int
        The nearest in magnitude first.
    """
    keep = near.copy()
    if when is not None:
        since = np.abs((quakes.time - np.datetime64(when, "ms")) / np.timedelta64(1000, "ms"))
        keep &= np.where(np.isnat(quakes.time), np.inf, since) <= within
    away = np.abs(quakes.magnitude - magnitude)
    rows = np.flatnonzero(keep)
    rows = rows[np.argsort(np.nan_to_num(away[rows], nan=np.inf), kind="stable")]
    if not len(rows) or np.isnat(quakes.time[rows[0]]):
        return rows[:1]
    apart = np.abs((quakes.time[rows] - quakes.time[rows[0]]) / np.timedelta64(1000, "ms"))
    return rows[np.where(np.isnan(apart), np.inf, apart) <= MAIN_WITHIN]
