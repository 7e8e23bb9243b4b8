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
from pathlib import Path

import numpy as np

from ...data.medium import BAR, Medium
from ...data.metric import LocalMetres
from ...data.patches import PatchSet, SlipModel
from ...errors import GroundshiftError
from .lines import as_number, named_number, read_lines_of
from .slip_file import DEGREES, SlipFile, grid_places, in_frame, sunk

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


LEAST_DIP = np.radians(0.5)  # flatter ones have no width in whole decimetres of depth
STANDARD = CoulombInput(
    friction=0.4, depth=7500.0,
    principal=np.array([
        [np.radians(19.0), np.radians(-0.01), 100 * BAR, 0.0],
        [np.radians(89.99), np.radians(89.99), 30 * BAR, 0.0],
        [np.radians(109.0), np.radians(-0.01), 0.0, 0.0],
    ]),
)  # fmt: skip
"""Coulomb's own example values, where nothing is known."""

BAR_LINE = "xxx" + 4 * f" {10 * 'x'}" + " xxx" + 5 * f" {10 * 'x'}"


def write_coulomb(
    path, model: SlipModel, shear_modulus: float, settings: CoulombInput | None = None
) -> None:
    """Write a Coulomb file: ``.inr`` by its ending, else ``.inp``.

    Lengths are written to 0.1 m, slip to 0.1 mm, angles to 0.0001 degrees, which are the widths
    that Coulomb reads.

    Parameters
    ----------
    path : path
    model : SlipModel
        Rectangles.
    shear_modulus : float
        Pascal.
    settings : CoulombInput, optional
        What else to write, as it was read.

    Raises
    ------
    GroundshiftError
        If the format cannot hold the model.
    """
    in_rakes = Path(path).suffix.lower() == ".inr"
    _check(path, model, in_rakes)
    settings = settings or STANDARD
    corners = model.patches.corners / 1e3
    lines = [*_header(model, shear_modulus, settings), _title(in_rakes), BAR_LINE]
    lines += _rows(model, corners, in_rakes)
    lines += ["  ", *_blocks(model, corners[..., :2].reshape(-1, 2), settings)]
    Path(path).write_text("\n".join(lines) + "\n", encoding="ascii")


def _check(path, model, in_rakes):
    """Refuse what the format cannot hold."""
    opening, shear = model.opening != 0, model.components[:, :2] != 0
    problem = ""
    if not model.patches.is_rectangular:
        problem = "triangles"
    elif (model.patches.dip < LEAST_DIP).any():
        problem = f"patches that dip by less than {np.degrees(LEAST_DIP):g} degrees"
    elif in_rakes and opening.any():
        problem = "opening beside rakes"
    elif (opening & shear.all(axis=1)).any():
        problem = "patches that slip along the strike and the dip and open"
    elif np.abs(model.components).max() >= 1e5 or not np.isfinite(model.components).all():
        problem = "slip beyond 100 km, or that is no number"
    if problem:
        raise GroundshiftError(
            f"{path}: a Coulomb file cannot hold {problem}; write a layer or GeoJSON."
        )


def _header(model, shear_modulus, settings):
    old = settings.medium or Medium(shear_modulus)
    medium = Medium(shear_modulus, old.poisson)
    yield "Slip model written by Groundshift"
    yield f"{len(model)} patches, top edges from start to finish, kilometres and metres"
    yield f"#reg1=  0  #reg2=  0  #fixed={len(model):4d}  sym=  1"
    depth = (STANDARD.depth if settings.depth is None else settings.depth) / 1e3
    yield f" PR1={medium.poisson:12.3f}     PR2={medium.poisson:12.3f}   DEPTH={depth:12.3f}"
    young = medium.young / BAR
    yield f"  E1={young:15.3e}   E2={young:15.3e}"
    yield "XSYM=       .000     YSYM=       .000"
    friction = STANDARD.friction if settings.friction is None else settings.friction
    yield f"FRIC={friction:15.3f}"
    principal = STANDARD.principal if settings.principal is None else settings.principal
    units = np.array([180 / np.pi, 180 / np.pi, 1 / BAR, 1e3 / BAR])
    for axis, values in enumerate(principal * units, start=1):
        yield " ".join(
            f"S{axis}{part}={value:15.3f}" for part, value in zip(("DR", "DP", "IN", "GD"), values)
        )
    yield ""


def _title(in_rakes):
    names = ("rake     ", "netslip ") if in_rakes else ("rt.lat    ", "reverse ")
    return (
        "  #   X-start    Y-start     X-fin      Y-fin   Kode  "
        f"{names[0]}{names[1]}  dip angle     top      bot"
    )


def _rows(model, corners, in_rakes):
    patches = model.patches
    strike, dip, opening = model.components.T
    kodes = np.where(opening == 0, SHEAR, np.where(dip == 0, RIGHT_OPENING, OPENING_REVERSE))
    first = np.where(kodes == OPENING_REVERSE, opening, -strike)
    second = np.where(kodes == RIGHT_OPENING, opening, dip)
    if in_rakes:
        first = np.degrees(np.arctan2(dip, strike))
        known = np.nan_to_num(np.asarray(model.extra.get(GIVEN_RAKE, np.zeros(len(model))), float))
        first, second = np.where(model.slip == 0, known, first), model.slip
    for k in range(len(model)):
        start, end, bottom = corners[k, 0], corners[k, 1], corners[k, 2]
        numbers = (
            *start[:2], *end[:2], first[k], second[k], np.degrees(patches.dip[k]), -start[2],
            -bottom[2],
        )  # fmt: skip
        texts = [f"{_no_minus_zero(value):10.4f}" for value in numbers]
        place = (patches.segment[k], patches.row[k], patches.column[k])
        label = "seg_{}_row_{}_col_{}".format(*(number + 1 for number in place))
        yield f"  1 {' '.join(texts[:4])} {kodes[k]:3d} {' '.join(texts[4:])}   {label}"


def _no_minus_zero(value):
    return 0.0 if abs(value) < 5e-5 else value


def _blocks(model, places, settings):
    """Grid, sizes, cross section and map info."""
    low, high = places.min(axis=0), places.max(axis=0)
    margin = max(0.5 * float((high - low).max()), 5.0)
    low, high = np.floor(low - margin), np.ceil(high + margin)
    step = max(float((high - low).max()) / 100, 0.1)
    grid = settings.grid / 1e3 if settings.grid is not None else [*low, *high, step, step]
    section = [*low, *high, step, 30.0, 1.0]
    if settings.section is not None:
        section = settings.section / 1e3
    yield from _block_lines(
        "    Grid Parameters", ("Start-x", "Start-y", "Finish-x", "Finish-y", "x-increment",
        "y-increment"), grid,
    )  # fmt: skip
    yield from _block_lines(
        "     Size Parameters", ("Plot size", "Shade/Color increment",
        "Exaggeration for disp.& dist."), (2.0, 1.0, 10000.0),
    )  # fmt: skip
    yield "  "
    yield from _block_lines(
        "     Cross section default", ("Start-x", "Start-y", "Finish-x", "Finish-y",
        "Distant-increment", "Z-depth", "Z-increment"), section,
    )  # fmt: skip
    if model.patches.crs:
        local = LocalMetres.named(model.patches.crs)
        corners = np.array([grid[:2], grid[2:4], (0.0, 0.0)], float) * 1e3
        longitude, latitude = local.back(DEGREES, corners)
        yield from _block_lines(
            "     Map info", ("min. lon", "max. lon", "zero lon", "min. lat", "max. lat",
            "zero lat"), (*longitude, *latitude),
        )  # fmt: skip


def _block_lines(title, names, values):
    yield title
    for number, (name, value) in enumerate(zip(names, values), start=1):
        # Coulomb takes the number from the 46th character on.
        yield f"  {number}  {'-' * (35 - len(name))}  {name} = {value:16.7f}"
