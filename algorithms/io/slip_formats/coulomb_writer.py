# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes Coulomb's ``.inp`` and ``.inr``; see :mod:`.coulomb`."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...errors import GroundshiftError
from ...source.elastic import BAR, Medium
from ...source.patches import SlipModel
from ..metric import LocalMetres
from ..slip_file import DEGREES
from .coulomb import GIVEN_RAKE, OPENING_REVERSE, RIGHT_OPENING, SHEAR, CoulombInput

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
    yield from _block(
        "    Grid Parameters", ("Start-x", "Start-y", "Finish-x", "Finish-y", "x-increment",
        "y-increment"), grid,
    )  # fmt: skip
    yield from _block(
        "     Size Parameters", ("Plot size", "Shade/Color increment",
        "Exaggeration for disp.& dist."), (2.0, 1.0, 10000.0),
    )  # fmt: skip
    yield "  "
    yield from _block(
        "     Cross section default", ("Start-x", "Start-y", "Finish-x", "Finish-y",
        "Distant-increment", "Z-depth", "Z-increment"), section,
    )  # fmt: skip
    if model.patches.crs:
        local = LocalMetres.named(model.patches.crs)
        corners = np.array([grid[:2], grid[2:4], (0.0, 0.0)], float) * 1e3
        longitude, latitude = local.back(DEGREES, corners)
        yield from _block(
            "     Map info", ("min. lon", "max. lon", "zero lon", "min. lat", "max. lat",
            "zero lat"), (*longitude, *latitude),
        )  # fmt: skip


def _block(title, names, values):
    yield title
    for number, (name, value) in enumerate(zip(names, values), start=1):
        # Coulomb takes the number from the 46th character on.
        yield f"  {number}  {'-' * (35 - len(name))}  {name} = {value:16.7f}"
