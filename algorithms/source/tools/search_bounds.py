# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Bounds of a search for faults, from what is typed, an area on the map, and lines or points."""

from __future__ import annotations

import numpy as np

from ...errors import GroundshiftError
from ...formats.vectors import wkb as shapes
from ...formats.vectors.features import read_features
from ..bounds_text import slips_of
from ..search_space import (
    DIP,
    EAST,
    LENGTH,
    NORTH,
    PLACE,
    SLIPS,
    STRIKE,
    SearchSpace,
    standard_bounds,
)
from ..volcanic import KINDS, NAMES
from ..volcanic_search import ROUND, VolcanicSpace, standard_volcanic_bounds

LEAST_REACH = 5e3  # metres about a mapped line or point
STRIKE_REACH = np.radians(30)
LINE_DIPS = np.radians([5.0, 175.0])
MOST_FAULTS = 6


def search_space(
    samples, local, crs: str, faults=1, layer=None, reach=float("nan"), area=None, bounds=()
) -> SearchSpace:
    """Bounds in the samples' frame; what is said later goes before.

    Parameters
    ----------
    samples : Samples
    local : LocalMetres
        Their frame.
    crs : str
        WKT of the samples' CRS.
    faults : int
        How many, where no layer says it.
    layer : (str, str) or None
        Path and layer of lines or points, one for each fault.
    reach : float
        Metres about them; NaN for half of the line, 5 km at least.
    area : (xmin, ymin, xmax, ymax) or None
        Of the middle of the top edge, in the samples' CRS.
    bounds : sequence of Bound

    Returns
    -------
    SearchSpace

    Raises
    ------
    GroundshiftError
        If bounds contradict each other, or lie nowhere near the samples.
    """
    slips = slips_of(bounds)
    lower, upper = standard_bounds(samples, slips)
    lines = [] if layer is None else _shapes(layer, local)
    faults = len(lines) or faults
    if not 1 <= faults <= MOST_FAULTS:
        raise GroundshiftError(
            f"{faults} faults are asked for, and 1 to {MOST_FAULTS} can be searched for at a time; "
            "take fewer."
        )
    lower, upper = np.tile(lower, (faults, 1)), np.tile(upper, (faults, 1))
    if area is not None:
        lower[:, :2], upper[:, :2] = _box(area, local, crs)
    for fault, line in enumerate(lines):
        _about(line, reach, lower[fault], upper[fault])
    _typed(bounds, lower, upper, slips, local, crs)
    _check_reach(lower, upper, samples)
    return SearchSpace(lower, upper, slips)


def volcanic_space(
    samples, local, crs: str, kind: str, layer=None, reach=float("nan"), area=None, bounds=(),
    poisson=0.25,
) -> VolcanicSpace:  # fmt: skip
    """Bounds of one volcanic source; see :func:`search_space`.

    Raises
    ------
    GroundshiftError
        If a bound is of another kind's parameter, too.
    """
    lower, upper = standard_volcanic_bounds(samples, kind, poisson)
    names = KINDS[kind]
    if area is not None:
        lower[:2], upper[:2] = _box(area, local, crs)
    lines = [] if layer is None else _shapes(layer, local)
    if len(lines) > 1:
        raise GroundshiftError(
            f"{layer[0]}: holds {len(lines)} places, and one volcanic source is searched for at a "
            "time; choose one of them."
        )
    for line in lines:
        length = float(np.hypot(*np.ptp(line, axis=0)))
        about = max(LEAST_REACH, length / 2) if np.isnan(reach) else reach
        lower[:2], upper[:2] = line.mean(axis=0) - about, line.mean(axis=0) + about
    for bound in bounds:
        if bound.name not in ("x", "y", *names):
            raise GroundshiftError(
                f"Bounds: {bound.name} is no parameter of a {NAMES[kind].lower()}; they are x, y, "
                f"{', '.join(names[2:])}."
            )
    lower, upper = lower[None], upper[None]
    _typed_places(bounds, lower, upper, local, crs)
    for bound in bounds:
        if bound.name in names:
            turn = _convergence(lower, upper, local) if bound.name in ROUND else 0.0
            ends, k = np.array([bound.low, bound.high]) - np.ravel(turn)[0], names.index(bound.name)
            lower[0, k], upper[0, k] = ends
    _check_reach(lower, upper, samples)
    return VolcanicSpace(lower, upper, kind)


def _shapes(layer, local) -> list:
    features = read_features(layer[0], ("line", "point"), layer[1])
    out = []
    for shape in features.wkb:
        for part in shapes.parts(shape):
            places = local.of(features.crs, *np.atleast_2d(part).T[:2], features.path)
            if not np.isfinite(places).all():
                raise GroundshiftError(
                    f"{features.path}: a line lies outside of the samples' part of the world; "
                    "check its CRS."
                )
            out.append(places)
    return out


def _about(places, reach, lower, upper):
    """Bounds about a line from one end to the other, or about a point."""
    first, last = places[0], places[-1]
    length = float(np.hypot(*(last - first)))
    reach = max(LEAST_REACH, length / 2) if np.isnan(reach) else reach
    middle = (first + last) / 2
    lower[[EAST, NORTH]], upper[[EAST, NORTH]] = middle - reach, middle + reach
    if length > 0:
        strike = np.arctan2(*(last - first)) % (2 * np.pi)
        lower[STRIKE], upper[STRIKE] = strike - STRIKE_REACH, strike + STRIKE_REACH
        lower[DIP], upper[DIP] = LINE_DIPS
        lower[LENGTH], upper[LENGTH] = 0.2 * length, 2 * length


def _box(area, local, crs) -> tuple:
    """Ends in the frame of a rectangle on the map."""
    x = np.array([area[0], area[2], area[0], area[2]])
    y = np.array([area[1], area[1], area[3], area[3]])
    corners = local.of(crs, x, y, "The area of the fault")
    if not np.isfinite(corners).all():
        raise GroundshiftError("The area of the fault does not fit the samples' CRS; check it.")
    return corners.min(axis=0), corners.max(axis=0)


def _typed(bounds, lower, upper, slips, local, crs):
    names = (*PLACE, *SLIPS[slips])
    over = next((bound.fault for bound in bounds if bound.fault > len(lower)), None)
    if over is not None:
        raise GroundshiftError(f"Bounds are given for fault {over}, and there are {len(lower)}.")
    bounds = sorted(bounds, key=lambda part: part.fault)  # those of one fault win
    _typed_places(bounds, lower, upper, local, crs)
    for bound in bounds:
        if bound.name in ("x", "y"):
            continue
        mine = slice(None) if bound.fault == 0 else slice(bound.fault - 1, bound.fault)
        turn = _convergence(lower[mine], upper[mine], local) if bound.name == "strike" else 0.0
        lower[mine, names.index(bound.name)] = bound.low - turn
        upper[mine, names.index(bound.name)] = bound.high - turn


def _typed_places(bounds, lower, upper, local, crs):
    boxes = {}
    for bound in bounds:
        if bound.name in ("x", "y"):
            for fault in range(len(lower)) if bound.fault == 0 else [bound.fault - 1]:
                boxes.setdefault(fault, {})[bound.name] = sorted((bound.low, bound.high))
    for fault, box in boxes.items():
        if len(box) < 2:
            raise GroundshiftError("Bounds of x come with those of y; give both.")
        (x0, x1), (y0, y1) = box["x"], box["y"]
        low, high = _box((x0, y0, x1, y1), local, crs)
        # The box of one point has no size but what rounding gives it.
        kept = x0 == x1 and y0 == y1
        lower[fault, :2], upper[fault, :2] = low, (low if kept else high)


def _convergence(lower, upper, local):
    """Of the middles of the places, radians: typed strikes are from true north."""
    east, north = ((lower + upper) / 2)[:, [EAST, NORTH]].T
    return local.convergence(local.crs, east, north)


def _check_reach(lower, upper, samples):
    low, high = samples.places.min(axis=0), samples.places.max(axis=0)
    size = float(max(high - low))
    away = np.maximum(lower[:, :2] - high, low - upper[:, :2]).max()
    if away > size + 50e3:
        raise GroundshiftError(
            f"The bounds of a fault lie {away / 1e3:.0f} km away from the samples; check the "
            "coordinates of both."
        )
