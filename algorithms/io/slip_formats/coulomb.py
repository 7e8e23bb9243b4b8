# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Input files of Coulomb 3 (Toda et al., 2011, U.S. Geological Survey Open-File Report 2011-1060).

Faults run from start to finish along their top edge and dip to the right of that way; x points
east, y north, in kilometres. ``.inp`` files give right-lateral and reverse slip, ``.inr`` files
rake and net slip. Kodes: 100 shear, 200 right-lateral slip and opening, 300 opening and reverse
slip; 400 and 500 are point sources, which have no area.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ...errors import GroundshiftError
from ...source.elastic import BAR, Medium
from ...source.patches import PatchSet, SlipModel
from ..metric import LocalMetres
from ..slip_file import DEGREES, SlipFile, grid_places, in_frame, sunk
from .lines import as_number, named_number, read_lines_of

SHEAR, RIGHT_OPENING, OPENING_REVERSE = 100, 200, 300
FIELDS = 11  # numbers of a fault: #, ends, kode, two of slip, dip, top, bottom
DEEPEST = 1000.0  # kilometres; a file with deeper faults is in metres
GIVEN_RAKE = "given_rake_deg"
"""Extra column: rake of patches that do not slip, as receivers have one."""

BLOCKS = {
    "grid": ("grid parameters", 6), "section": ("cross section", 7), "map_info": ("map info", 6),
}  # fmt: skip


@dataclass(frozen=True)
class CoulombInput:
    """What a Coulomb file holds besides its faults; None for what is missing.

    Parameters
    ----------
    medium : Medium
    friction : float
    depth : float
        At which to compute, metres.
    principal : ndarray, shape (3, 4)
        Regional stress, a row an axis: azimuth and plunge (rad), intensity (Pa) and its gradient
        with depth (Pa/m). Compression is positive there.
    grid : ndarray, shape (6,)
        x and y of the start, and of the finish, and steps; metres.
    section : ndarray, shape (7,)
        x and y of the start, and of the finish, step along, depth and its step; metres.
    map_info : ndarray, shape (6,)
        Least, greatest and zero longitude, then latitude; degrees.
    """

    medium: Medium | None = None
    friction: float | None = None
    depth: float | None = None
    principal: np.ndarray | None = None
    grid: np.ndarray | None = None
    section: np.ndarray | None = None
    map_info: np.ndarray | None = None


def is_coulomb(lines) -> bool:
    """Whether lines look like a Coulomb file."""
    return any(_is_title(line) or "#fixed" in line.lower() for line in lines[:40])


def read_coulomb(path, local: LocalMetres | None = None, origin=None) -> SlipFile:
    """Read the faults, and all else, of a Coulomb file.

    Parameters
    ----------
    path : path
        An ``.inp`` or ``.inr``; its header and blocks may be missing.
    local : LocalMetres, optional
        The frame to take the patches to; that of the file by default.
    origin : (float, float), optional
        Longitude and latitude of x = 0 and y = 0, where the file does not say it.

    Returns
    -------
    SlipFile
        Its frame is a transverse Mercator at the zero longitude and latitude of the map info.

    Raises
    ------
    GroundshiftError
        If the file is cut short, holds point sources, or has no place on the Earth and `local` has.
    """
    lines = read_lines_of(path)
    title = next((k for k, line in enumerate(lines) if _is_title(line)), None)
    if title is None:
        raise GroundshiftError(
            f"{path}: has no table of faults (# X-start Y-start ... top bot); it is cut short or "
            "no Coulomb file."
        )
    table, labels, after = _table(path, lines, title)
    header, rest = "\n".join(lines[:title]), lines[after:]
    notes = _check_count(path, header, rest, len(table))
    scale = 1e3
    if not np.isfinite(named_number(header, "PR1")) and table[:, 10].max() > DEEPEST:
        scale = 1.0
        notes.append(f"{path}: faults lie deeper than {DEEPEST:g} km, so it is taken for metres.")
    in_rakes = "rake" in lines[title].lower()
    rectangles, lowered = sunk(_rectangles(path, table, scale))
    if lowered:
        notes.append(f"{path}: faults that stood out of the ground lowered, by {lowered:.3g} m.")
    segment = _segments(table, labels)
    coulomb = _settings(header, rest, scale)
    own = _frame(path, coulomb, origin)
    patches = PatchSet.of_rectangles(
        rectangles, segment, *grid_places(rectangles, segment), own.crs
    )
    model = SlipModel(patches, *_slips(path, table, in_rakes))
    rake, still = table[:, 6], model.slip == 0
    if in_rakes and (rake[still] != 0).any():
        model.extra[GIVEN_RAKE] = rake
    if local is not None:
        if local.crs and not own.crs:
            raise GroundshiftError(
                f"{path}: does not say where on the Earth it lies (map info); give its origin."
            )
        model = in_frame(model, local)
    still = int((~np.any(model.components, axis=1)).sum())
    if still:
        notes.append(f"{path}: {still} of {len(model)} faults do not slip (receivers).")
    kind, crs = "inr" if in_rakes else "inp", own.crs and DEGREES
    return SlipFile(model, local or own, crs, kind, tuple(notes), still < len(model), None, coulomb)


def _is_title(line) -> bool:
    return bool(re.match(r"\s*#\s+x-?start\b", line, re.IGNORECASE))


def _table(path, lines, title):
    """Numbers and labels of the faults, and the line after them."""
    rows, labels = [], []
    for number in range(title + 1, len(lines)):
        text = lines[number].strip()
        if not text and not rows or text.lower().startswith("xxx"):
            continue
        if not text or re.match(r"[a-z]+\s+\w+\s*$", text, re.IGNORECASE):
            break
        words = text.split()
        try:
            values = [as_number(word) for word in words[:FIELDS]]
        except ValueError as error:
            raise GroundshiftError(
                f"{path}: line {number + 1} is no fault ({error}); repair it."
            ) from error
        if len(values) < FIELDS or not np.isfinite(values).all():
            raise GroundshiftError(
                f"{path}: line {number + 1} has {len(values)} numbers in place of {FIELDS}; the "
                "file is cut short or damaged."
            )
        rows.append(values)
        labels.append(" ".join(words[FIELDS:]))
    else:
        number = len(lines)
    if not rows:
        raise GroundshiftError(f"{path}: its table holds no fault; the file is cut short.")
    return np.array(rows), labels, number


def _check_count(path, header, rest, count) -> list:
    """Tell of, or refuse, another number of faults than the header gives."""
    found = re.search(r"#fixed\s*=\s*(\d+)", header, re.IGNORECASE)
    if found is None or int(found.group(1)) == count:
        return []
    said = int(found.group(1))
    if said > count and not any("grid parameters" in line.lower() for line in rest):
        raise GroundshiftError(
            f"{path}: has {said} faults by its header and holds {count}; the file is cut short."
        )
    return [f"{path}: has {said} faults by its header and holds {count}; all of these are taken."]


def _rectangles(path, table, scale):
    """Rectangles, shape (patch, 7), by the ends of their top edges."""
    start, end = scale * table[:, 1:3], scale * table[:, 3:5]
    dip, top, bottom = np.radians(table[:, 8]), scale * table[:, 9], scale * table[:, 10]
    way = end - start
    length = np.hypot(*way.T)
    for bad, what in (
        (table[:, 5] >= 400, "is a point source (kode 400 or 500), which has no area"),
        (~np.isin(table[:, 5], (SHEAR, RIGHT_OPENING, OPENING_REVERSE)), "has an unknown kode"),
        ((dip <= 0) | (dip > np.pi / 2), "has a dip that does not lie above 0 and up to 90"),
        (bottom <= top, "has its bottom above its top"),
        (length == 0, "starts where it finishes"),
    ):
        if bad.any():
            raise GroundshiftError(
                f"{path}: fault {int(np.argmax(bad)) + 1} {what}; correct it or take it out."
            )
    strike = np.arctan2(way[:, 0], way[:, 1])
    width = (bottom - top) / np.sin(dip)
    across = width / 2 * np.cos(dip)
    east = (start[:, 0] + end[:, 0]) / 2 + across * np.cos(strike)
    north = (start[:, 1] + end[:, 1]) / 2 - across * np.sin(strike)
    return np.column_stack(
        [east, north, (top + bottom) / 2, strike % (2 * np.pi), dip, length, width]
    )


def _slips(path, table, in_rakes):
    """Strike slip (left-lateral), dip slip (reverse) and opening."""
    kode, first, second = table[:, 5], table[:, 6], table[:, 7]
    nothing = np.zeros(len(table))
    if in_rakes:
        if (kode != SHEAR).any():
            raise GroundshiftError(
                f"{path}: fault {int(np.argmax(kode != SHEAR)) + 1} gives a rake, which goes with "
                "kode 100 only; correct it."
            )
        rake = np.radians(first)
        return second * np.cos(rake), second * np.sin(rake), nothing
    strike = np.where(kode == OPENING_REVERSE, 0.0, -first)
    dip = np.where(kode == RIGHT_OPENING, 0.0, second)
    opening = np.where(kode == RIGHT_OPENING, second, np.where(kode == OPENING_REVERSE, first, 0.0))
    return strike + 0.0, dip, opening


def _segments(table, labels):
    """Segments by our own labels, else by the first column."""
    found = [re.match(r"seg_(\d+)_", label) for label in labels]
    if all(found):
        values = np.array([int(part.group(1)) for part in found])
    else:
        values = table[:, 0].astype(int)
    return np.unique(values, return_inverse=True)[1].reshape(-1)


def _settings(header, rest, scale) -> CoulombInput:
    """All that is not a fault."""
    poisson, young, friction, depth = (
        named_number(header, name) for name in ("PR1", "E1", "FRIC", "DEPTH")
    )
    principal = np.array([
        [named_number(header, f"S{axis}{part}") for part in ("DR", "DP", "IN", "GD")]
        for axis in (1, 2, 3)
    ])  # fmt: skip
    medium = None
    if np.isfinite([poisson, young]).all() and young > 0 and 0 <= poisson < 0.5:
        medium = Medium.of_young(young * BAR, poisson)
    # Bars, and bars a kilometre.
    units = np.array([np.pi / 180, np.pi / 180, BAR, BAR / 1e3])
    blocks = {name: _block(rest, *details) for name, details in BLOCKS.items()}
    return CoulombInput(
        medium, friction if np.isfinite(friction) else None,
        1e3 * depth if np.isfinite(depth) else None,
        principal * units if np.isfinite(principal).all() else None,
        *(None if blocks[name] is None else scale * blocks[name] for name in ("grid", "section")),
        blocks["map_info"],
    )  # fmt: skip


def _block(rest, title, count):
    """Numbers of a block of numbered lines; None where it is missing or cut short."""
    first = next((k for k, line in enumerate(rest) if title in line.lower()), None)
    if first is None:
        return None
    values = []
    for line in rest[first + 1 : first + 1 + count]:
        found = re.match(r"\s*\d+\s+-{3,}.*=\s*(\S+)\s*$", line)
        try:
            values.append(as_number(found.group(1)) if found else float("nan"))
        except ValueError:
            return None
    return np.array(values) if len(values) == count and np.isfinite(values).all() else None


def _frame(path, coulomb, origin) -> LocalMetres:
    """The frame of the file; without a place where nothing gives one."""
    if origin is None and coulomb.map_info is not None:
        origin = coulomb.map_info[[2, 5]]
    if origin is None:
        return LocalMetres("", 0.0, 0.0)
    if not abs(origin[1]) < 90 or not abs(origin[0]) <= 360:
        raise GroundshiftError(
            f"{path}: its origin ({origin[0]:g}, {origin[1]:g}) is no longitude and latitude; give "
            "another one."
        )
    return LocalMetres(DEGREES, *origin)
