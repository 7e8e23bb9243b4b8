# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Finite faults of the U.S. Geological Survey's event pages besides FSP.

- ``basic_inversion.param``: a block a plane, with numbers and sizes of subfaults, its boundary, and
  rows of latitude, longitude, depth (km), slip (cm), rake, strike, dip, times, moment (dyne cm).
- ``FFM.geojson``: polygons with depths, positive down, and ``slip`` (m), ``rake``, ``trup``,
  ``rise``, ``sf_moment`` (N m).
"""

from __future__ import annotations

import json
import re

import numpy as np

from ...data.patches import PatchSet, SlipModel
from ...errors import GroundshiftError
from .lines import NUMBER, as_number, read_lines_of
from .placement import centred, in_words, placement_named, share_of
from .slip_file import (
    DEGREES,
    SlipFile,
    check_degrees,
    frame_around,
    grid_places,
    rectangles_at,
    same_turn,
    sunk,
)  # fmt: skip
from .slip_polygons import rectangles_of

COLUMNS = ("latitude", "longitude", "depth", "slip", "rake", "strike", "dip")
TIMES = ("rupture_time_s", "rise_time_s", "fall_time_s", "moment_of_file_nm")
DYNE_CM = 1e-7  # newton metres
DEEPEST = 800.0  # no earthquake is as deep, in kilometres; larger depths are metres


def is_param(lines) -> bool:
    """Whether lines look like a ``.param`` file."""
    return any("fault_segment" in line.lower() for line in lines[:40])


def read_param(path, local=None, point: str = "auto") -> SlipFile:
    """Read a ``.param`` file.

    Parameters
    ----------
    path : path
    local : LocalMetres, optional
        The frame to take the patches to; one in their middle by default.
    point : str
        Of which point of a subfault the coordinates are, a key of :data:`.placement.PLACEMENTS`;
        ``auto`` compares the first row with the corner of the boundary.

    Raises
    ------
    GroundshiftError
        If the file is cut short or makes no fault.
    """
    planes = _planes(path, read_lines_of(path))
    table = np.concatenate([plane["rows"] for plane in planes])
    counts = [len(plane["rows"]) for plane in planes]
    number = np.repeat(np.arange(len(planes)), counts)
    latitude, longitude = table[:, 0], same_turn(table[:, 1])
    check_degrees(longitude, latitude, path)
    dip = table[:, 6]
    if ((dip < 0) | (dip > 90)).any():
        raise GroundshiftError(f"{path}: a dip does not lie from 0 to 90 degrees; repair the file.")
    local = local or frame_around(DEGREES, longitude, latitude)
    sizes = np.repeat([plane["size"] for plane in planes], counts, axis=0)
    rectangles = rectangles_at(
        local, DEGREES, longitude, latitude,
        (1e3 * table[:, 2], *np.radians(table[:, [5, 6]]).T, *(1e3 * sizes.T)), path,
    )  # fmt: skip
    place = placement_named(point)
    if place is None:
        place = _found_place(planes[0], rectangles[0], local, longitude[0])
    notes = [f"{path}: its coordinates are taken for {in_words(place)}."]
    rectangles, lowered = sunk(centred(rectangles, place))
    if lowered:
        notes.append(f"{path}: patches that stood out of the ground lowered, by {lowered:.3g} m.")
    patches = PatchSet.of_rectangles(
        rectangles, number, *grid_places(rectangles, number), local.crs
    )
    model = SlipModel.of_rake(patches, 1e-2 * table[:, 3], np.radians(table[:, 4]))
    further = table[:, len(COLUMNS) :]
    if further.shape[1] == len(TIMES):
        further = further * [1.0, 1.0, 1.0, DYNE_CM]
        model.extra.update(zip(TIMES, further.T))
    return SlipFile(model, local, DEGREES, "param", tuple(notes))


def _planes(path, lines) -> list:
    """Sizes, boundary and rows of each plane."""
    planes = []
    for count, line in enumerate(lines, start=1):
        text = line.strip()
        if re.match(r"#\s*fault_segment", text, re.IGNORECASE):
            planes.append(_header(path, text))
        if not text or text.startswith("#") or not planes:
            continue
        try:
            values = [as_number(word) for word in text.split()]
        except ValueError as error:
            raise GroundshiftError(f"{path}: line {count} holds no numbers ({error}).") from error
        if not np.isfinite(values).all():
            raise GroundshiftError(f"{path}: line {count} holds a number that is none; repair it.")
        if len(values) == 3:
            planes[-1]["boundary"].append(values)
        elif len(values) < len(COLUMNS):
            raise GroundshiftError(
                f"{path}: line {count} has {len(values)} numbers in place of {len(COLUMNS)} or "
                "more; the file is cut short or damaged."
            )
        else:
            planes[-1]["rows"].append(values)
    for plane in planes:
        if len(plane["rows"]) != plane["count"]:
            raise GroundshiftError(
                f"{path}: a plane has {plane['count']:g} subfaults by its header and "
                f"{len(plane['rows'])} rows; the file is cut short or damaged."
            )
    if not planes:
        raise GroundshiftError(f"{path}: holds no plane (#Fault_segment); give the right file.")
    width = min(len(row) for plane in planes for row in plane["rows"])
    for plane in planes:
        plane["rows"] = np.array([row[:width] for row in plane["rows"]])
    return planes


def _header(path, text) -> dict:
    found = [
        re.search(rf"{name}\s*(?:\([^)]*\))?\s*=\s*({NUMBER})", text, re.IGNORECASE)
        for name in ("nx", "dx", "ny", "dy")
    ]
    values = [float("nan") if part is None else as_number(part.group(1)) for part in found]
    if not np.isfinite(values).all() or min(values) <= 0:
        raise GroundshiftError(
            f"{path}: the header of a plane gives no nx, Dx, ny and Dy above 0; repair it."
        )
    return {"count": values[0] * values[2], "size": (values[1], values[3]), "boundary": [],
            "rows": []}  # fmt: skip


def _found_place(plane, first, local, near):
    """The point that lies so far along and below the corner of the boundary as the first row."""
    if not plane["boundary"]:
        return 0.0, 0.0
    longitude, latitude, top = plane["boundary"][0]
    x, y = local.of(DEGREES, same_turn([near, longitude])[1:], np.array([latitude]), "")[0]
    strike, dip, length, width = first[3:]
    away = first[:3] - [x, y, 1e3 * top]
    along = (away[0] * np.sin(strike) + away[1] * np.cos(strike)) / length
    across = (away[0] * np.cos(strike) - away[1] * np.sin(strike)) / width
    down = across * np.cos(dip) + away[2] / width * np.sin(dip)
    shares = share_of(along), share_of(down)
    return (0.0, 0.0) if None in shares else shares


def is_ffm(path) -> bool:
    """Whether a GeoJSON file is one of the Survey's, with slip and depths below the ground."""
    try:
        with open(path, "rb") as file:
            head = file.read(1 << 16)
    except OSError:
        return False
    return b'"sf_moment"' in head or (b'"slip"' in head and b'"trup"' in head)


def read_ffm(path, local=None) -> SlipFile:
    """Read an ``FFM.geojson``; see :func:`read_param`.

    Raises
    ------
    GroundshiftError
        If it holds no polygons with slip and rake, or they stand out of the ground.
    """
    text = "\n".join(read_lines_of(path))
    try:
        features = json.loads(text)["features"]
        shapes = [
            (feature["geometry"]["coordinates"][0], feature["properties"]) for feature in features
            if feature["geometry"]["type"] == "Polygon"
        ]  # fmt: skip
        rings = np.array([ring for ring, _ in shapes], float)
        values = {
            name: np.array([float(part.get(name, np.nan)) for _, part in shapes])
            for name in ("slip", "rake", "trup", "rise", "sf_moment")
        }  # fmt: skip
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise GroundshiftError(
            f"{path}: is no finite fault of the U.S. Geological Survey ({error}); get it again."
        ) from error
    if rings.ndim != 3 or rings.shape[1:] != (5, 3) or not np.isfinite(rings).all():
        raise GroundshiftError(
            f"{path}: its polygons are no rectangles with depths; get the file again."
        )
    for name in ("slip", "rake"):
        if not np.isfinite(values[name]).all():
            raise GroundshiftError(
                f"{path}: its polygons have no {name}; take the event's .fsp or .param in its "
                "place."
            )
    rings = rings[:, :4].copy()
    rings[..., 0] = same_turn(rings[..., 0].ravel()).reshape(rings.shape[:2])
    check_degrees(rings[..., 0], rings[..., 1], path)
    unit, scale = ("km", 1e3) if np.abs(rings[..., 2]).max() <= DEEPEST else ("m", 1.0)
    rings[..., 2] *= -scale
    if rings[..., 2].max() > 0:
        raise GroundshiftError(
            f"{path}: polygons stand out of the ground by {rings[..., 2].max():.4g} m, as where "
            "corners were taken for centres; take the event's .param or .fsp in its place."
        )
    local = local or frame_around(DEGREES, *rings[..., :2].reshape(-1, 2).T)
    rectangles = rectangles_of(path, DEGREES, rings, {}, local)
    segment = _segments(rectangles)
    patches = PatchSet.of_rectangles(
        rectangles, segment, *grid_places(rectangles, segment), local.crs
    )
    model = SlipModel.of_rake(patches, values["slip"], np.radians(values["rake"]))
    names = {"trup": "rupture_time_s", "rise": "rise_time_s", "sf_moment": "moment_of_file_nm"}
    for name, column in names.items():
        if np.isfinite(values[name]).any():
            model.extra[column] = values[name]
    notes = (f"{path}: depths are taken as {unit}, positive down.",)
    return SlipFile(model, local, DEGREES, "ffm", notes)


def _segments(rectangles) -> np.ndarray:
    """Planes of rectangles in their order: a new one where strike, dip or size change."""
    shape = rectangles[:, 3:].copy()
    shape[:, 0] = (shape[:, 0] - shape[0, 0] + np.pi) % (2 * np.pi)
    turned = np.abs(np.diff(shape[:, :2], axis=0)).max(axis=1, initial=0.0) > np.radians(1.0)
    resized = np.abs(np.diff(np.log(shape[:, 2:]), axis=0)).max(axis=1, initial=0.0) > 0.02
    return np.r_[0, np.cumsum(turned | resized)]
