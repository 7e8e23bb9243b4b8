# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Faults to cut into patches: from numbers, from mapped traces, or from patches in a file."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ...data.fault_attributes import direction, find_field, number
from ...data.metric import LocalMetres
from ...data.patches import PatchSet
from ...errors import GroundshiftError, counted
from ...formats.slip.slip_file import frame_around
from ...formats.slip.slip_models import SlipSource
from ...formats.vectors import wkb as shapes
from ...formats.vectors.features import Features, read_lines
from ..fault_planes import (
    Patching,
    cut,
    gaps_at_depth,
    outlines,
    plane_at,
    shifted,
    straightened,
    stretched,
    trace_planes,
)

MOST_NOTES = 20  # segments that are told of one by one
NOTABLE_GAP = 500.0  # metres at the lower edge of a trace's planes


@dataclass(frozen=True)
class FaultNumbers:
    """One plane by numbers.

    Parameters
    ----------
    x, y : float
        Of the middle of its top edge, or of its centre.
    crs : str
        CRS (WKT) of these; empty for metres as they are.
    strike, dip : float
        Degrees, the strike from true north.
    length, width : float
        Metres.
    depth : float
        Of that point, metres.
    at_centre : bool
    """

    x: float
    y: float
    crs: str
    strike: float
    dip: float
    length: float
    width: float
    depth: float = 0.0
    at_centre: bool = False


@dataclass(frozen=True)
class FaultTrace:
    """Planes below the lines of a layer, each line a segment.

    Parameters
    ----------
    path, layer : str
    dip : float
        Degrees, of lines without one in their field.
    top, bottom : float
        Depths in metres, likewise; NaN bottom where `width` gives it.
    width : float
        Metres down the dip; NaN where `bottom` gives it.
    to_right : bool
        Whether lines without a direction of dip dip to the right of the way they were drawn.
    at_surface : bool
        Whether lines are traces at the surface, not top edges.
    tolerance : float
        Metres within which the lines are straightened.
    fields : dict of str to str
        Names of the fields ``dip``, ``dip_direction``, ``top_depth`` and ``bottom_depth`` (km);
        the usual ones are looked for where they are missing or empty.
    """

    path: str
    layer: str = ""
    dip: float = float("nan")
    top: float = 0.0
    bottom: float = float("nan")
    width: float = float("nan")
    to_right: bool = True
    at_surface: bool = True
    tolerance: float = 500.0
    fields: dict = field(default_factory=dict)


@dataclass(frozen=True)
class FaultModel:
    """Planes of patches in a file.

    Parameters
    ----------
    source : SlipSource
    beyond : float
        Metres by which planes are drawn on at both ends.
    top, bottom : float, optional
        Depths in metres to which planes are drawn up and down.
    """

    source: SlipSource
    beyond: float = 0.0
    top: float | None = None
    bottom: float | None = None


@dataclass(frozen=True)
class FaultGeometry:
    """A fault.

    Parameters
    ----------
    patches : PatchSet
    local : LocalMetres
        Their frame.
    crs : str
        CRS (WKT) of the input; empty for none.
    notes : tuple of str
    """

    patches: PatchSet
    local: LocalMetres
    crs: str
    notes: tuple = ()


def read_fault(
    source, patching: Patching | None = None, triangles: bool = False,
    local: LocalMetres | None = None,
) -> FaultGeometry:  # fmt: skip
    """A fault, cut into patches.

    Parameters
    ----------
    source : FaultNumbers, FaultTrace or FaultModel
    patching : Patching, optional
        Planes, and the patches of a file, stay as they are without.
    triangles : bool
        Whether to make triangles below a trace, without gaps at its bends.
    local : LocalMetres, optional
        The frame to take the patches to; one in their middle by default.

    Raises
    ------
    GroundshiftError
        If the source gives no fault.
    """
    if isinstance(source, FaultTrace):
        return _from_trace(source, patching, triangles, local)
    if triangles:
        raise GroundshiftError("Triangles are made below a trace only; give one, or leave them.")
    if isinstance(source, FaultModel):
        return _from_model(source, patching, local)
    return _from_numbers(source, patching, local)


def _from_numbers(source, patching, local):
    local = local or LocalMetres(source.crs, source.x, source.y)
    x, y = np.array([source.x]), np.array([source.y])
    place = local.of(source.crs, x, y, "The fault's point")[0]
    if not 0 <= source.dip <= 90:
        raise GroundshiftError(f"A fault dips by {source.dip:g} degrees; give a dip from 0 to 90.")
    strike = np.radians(source.strike) - float(local.convergence(source.crs, x, y)[0])
    planes = plane_at(
        place, source.depth, strike, np.radians(source.dip), source.length, source.width,
        source.at_centre,
    )  # fmt: skip
    patches = _patches(planes, np.zeros(1, int), patching, local)
    return FaultGeometry(patches, local, source.crs)


def _patches(planes, segment, patching, local):
    if patching is None:
        return PatchSet.of_rectangles(planes, segment, crs=local.crs)
    return cut(planes, patching, segment, local.crs)


def _from_model(source, patching, local):
    file = source.source.read(local, need_slip=False)
    patches, notes = file.model.patches, file.notes
    changed = source.beyond or source.top is not None or source.bottom is not None
    if patching is None and not changed:
        return FaultGeometry(patches, file.local, file.crs, notes)
    if not patches.is_rectangular:
        raise GroundshiftError(
            f"{source.source.path}: triangles are not cut nor drawn on; leave the patch sizes and "
            "the like empty to take them as they are."
        )
    planes, segment = outlines(patches)
    planes = stretched(planes, source.beyond, source.top, source.bottom)
    made = counted(len(planes), "plane")
    notes = (*notes, f"{source.source.path}: {len(patches)} patches make {made}.")
    return FaultGeometry(
        _patches(planes, segment, patching, file.local), file.local, file.crs, notes
    )


@dataclass(frozen=True)
class _Line:
    """One fault of a layer: vertices in the frame, drawn so that it dips to the right."""

    vertices: np.ndarray
    dip: float
    top: float
    bottom: float


def _from_trace(source, patching, triangles, local):
    lines = read_lines(source.path, source.layer)
    local = local or _frame_of(lines)
    found, notes = _lines(source, lines, local)
    if triangles:
        patches, said = _triangulated(source, found, patching, local)
        notes += said
    else:
        planes = [
            trace_planes(line.vertices, line.dip, line.top, line.bottom, source.at_surface)
            for line in found
        ]
        gap = max(gaps_at_depth(part) for part in planes)
        if gap > NOTABLE_GAP:
            notes.append(
                f"{source.path}: at bends the rectangles come apart or overlap by up to "
                f"{gap / 1e3:.2g} km at their lower edge; triangles would not."
            )
        segment = np.repeat(np.arange(len(planes)), [len(part) for part in planes])
        patches = _patches(np.concatenate(planes), segment, patching, local)
    return FaultGeometry(patches, local, lines.crs, tuple(notes))


def _frame_of(lines: Features) -> LocalMetres:
    places = np.concatenate([part for shape in lines.wkb for part in shapes.parts(shape)])
    return frame_around(lines.crs, *((places.min(axis=0) + places.max(axis=0)) / 2)[:, None])


def _lines(source, lines, local) -> tuple:
    """The faults of a layer, and what to say of them."""
    names = {
        part: source.fields.get(part) or find_field(lines.columns, part)
        for part in ("dip", "dip_direction", "top_depth", "bottom_depth")
    }
    texts = {part: lines.texts(name) if name else None for part, name in names.items()}
    found, notes = [], lines.notes()
    for row, shape in enumerate(lines.wkb):
        values = {part: "" if texts[part] is None else texts[part][row] for part in texts}
        for part in shapes.parts(shape):
            vertices = local.of(lines.crs, *part.T, source.path)
            vertices = _distinct(vertices)
            if len(vertices) < 2:
                continue
            vertices = straightened(vertices, source.tolerance)
            line = _line(source, lines, row, values, vertices)
            found.append(line)
    if not found:
        raise GroundshiftError(f"{source.path}: its lines have no length; choose another layer.")
    notes += [_about(source.path, k, line) for k, line in enumerate(found[:MOST_NOTES], start=1)]
    if len(found) > MOST_NOTES:
        notes.append(f"{source.path}: {len(found)} segments in all.")
    return found, notes


def _distinct(vertices):
    vertices = vertices[np.isfinite(vertices).all(axis=1)]
    if not len(vertices):
        return vertices
    return vertices[np.r_[True, np.hypot(*np.diff(vertices, axis=0).T) > 0.01]]


def _line(source, lines, row, values, vertices):
    own = {part: number(values[part]) for part in ("dip", "top_depth", "bottom_depth")}
    dip = source.dip if np.isnan(own["dip"]) else own["dip"]
    if not np.isfinite(dip):
        raise GroundshiftError(
            f"{source.path}: feature {int(lines.fid[row])} has no dip; fill its field or give a "
            "dip for all."
        )
    top = source.top if np.isnan(own["top_depth"]) else 1e3 * own["top_depth"]
    bottom = 1e3 * own["bottom_depth"]
    if np.isnan(bottom):
        bottom = source.bottom
    if np.isnan(bottom):
        bottom = top + source.width * np.sin(np.radians(dip))
    if not np.isfinite(bottom):
        raise GroundshiftError(
            f"{source.path}: feature {int(lines.fid[row])} has no lower end; give the fault's "
            "bottom depth or its width."
        )
    azimuth = direction(values["dip_direction"]) if values["dip_direction"] else np.nan
    if _dips_left(vertices, azimuth, source.to_right):
        vertices = vertices[::-1]
    return _Line(vertices, np.radians(dip), top, bottom)


def _dips_left(vertices, azimuth, to_right):
    """Whether a line has to be turned round; its direction of dip is in degrees, NaN for none."""
    if np.isnan(azimuth):
        return not to_right
    towards = np.array([np.sin(np.radians(azimuth)), np.cos(np.radians(azimuth))])
    way = np.diff(vertices, axis=0)
    # To the right of east and north components (e, n) lies (n, -e).
    return float((way[:, 1] * towards[0] - way[:, 0] * towards[1]).sum()) < 0


def _about(path, count, line):
    length = np.hypot(*np.diff(line.vertices, axis=0).T).sum() / 1e3
    way = line.vertices[-1] - line.vertices[0]
    strike = np.degrees(np.arctan2(*way)) % 360
    return (
        f"{path}: segment {count}, {length:.4g} km in "
        f"{counted(len(line.vertices) - 1, 'straight piece')}, strike {strike:.0f}, dip "
        f"{np.degrees(line.dip):.3g}, from {line.top / 1e3:.3g} to {line.bottom / 1e3:.3g} km of "
        "depth."
    )


def _triangulated(source, found, patching, local) -> tuple:
    """Triangles below each line, and what to say of them."""
    from ..meshing import mesh_of_trace

    if patching is None:
        raise GroundshiftError("Triangles need a size; give the length of a patch.")
    meshes = []
    for line in found:
        trace = line.vertices
        if source.at_surface and line.top > 0:
            trace = shifted(trace, line.top / np.tan(line.dip))
        meshes.append(mesh_of_trace(trace, line.dip, line.bottom, patching.length, line.top))
    patches = PatchSet.of_triangles(
        np.concatenate([mesh.corners for mesh in meshes]),
        np.repeat(np.arange(len(meshes)), [len(mesh.triangles) for mesh in meshes]),
        np.concatenate([mesh.row for mesh in meshes]),
        np.concatenate([mesh.column for mesh in meshes]), local.crs,
    )  # fmt: skip
    return patches, [f"{source.path}: {mesh.note}" for mesh in meshes if mesh.note]
