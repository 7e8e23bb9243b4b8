# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes finite-source rupture models; see :mod:`.fsp`."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...errors import GroundshiftError
from ...source.moment import magnitude_of, moment_of
from ...source.patches import SlipModel
from ..metric import LocalMetres
from ..slip_file import DEGREES, Event, degrees_of, true_strike

ALIKE = 1e-3  # radians, or share of a size: patches of one plane differ by less
RULE = "% " + 98 * "-"
TITLES = ("LAT", "LON", "X==EW", "Y==NS", "Z", "SLIP", "RAKE")
FORMATS = ("%11.7f", "%12.7f", "%10.4f", "%10.4f", "%10.4f", "%10.5f", "%10.4f")
FURTHER = {
    "rupture_time_s": ("TRUP", "%9.4f"), "rise_time_s": ("RISE", "%9.4f"),
    "moment_of_file_nm": ("SF_MOMENT", "%11.4e"),
}  # fmt: skip
"""Extra columns that the format knows, their titles and formats."""
UNKNOWN = 999


def write_fsp(path, model: SlipModel, shear_modulus: float, event: Event | None = None) -> None:
    """Write a finite-source rupture model, a plane for each set of equal patches in a plane.

    Coordinates are those of the subfaults' centres, as the header says. Patches of a segment that
    differ in strike, dip or size become planes of their own, as the format has one of each a plane.

    Parameters
    ----------
    path : path
    model : SlipModel
        Rectangles without opening.
    shear_modulus : float
        Pascal, for the moment of the header.
    event : Event, optional

    Raises
    ------
    GroundshiftError
        If the format cannot hold the model.
    """
    if not model.patches.is_rectangular or np.any(model.opening):
        what = "opening" if model.patches.is_rectangular else "triangles"
        raise GroundshiftError(
            f"{path}: a finite-source rupture model cannot hold {what}; write a layer or GeoJSON."
        )
    longitude, latitude = degrees_of(model.patches, path)
    event = event or Event("Slip model written by Groundshift")
    origin = _origin(model, event)
    places = LocalMetres(DEGREES, *origin).of(DEGREES, longitude, latitude) / 1e3
    further = [name for name in FURTHER if name in model.extra]
    table = np.column_stack([
        latitude, longitude, places, model.patches.depth / 1e3, model.slip,
        np.degrees(np.nan_to_num(model.rake)),
        *(np.nan_to_num(np.asarray(model.extra[name], float)) for name in further),
    ])  # fmt: skip
    titles = (*TITLES, *(FURTHER[name][0] for name in further))
    formats = " ".join((*FORMATS, *(FURTHER[name][1] for name in further)))
    planes = _planes(model.patches)
    lines = [*_header(model, shear_modulus, event, origin, len(planes))]
    for number, mine in enumerate(planes, start=1):
        lines += _plane_header(model.patches.chosen(mine), number, table[mine, 4])
        lines += [f"% {'  '.join(titles)}", RULE]
        lines += [formats % tuple(values) for values in table[mine]]
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _origin(model, event):
    """Longitude and latitude of the hypocentre, else of the middle of the slip."""
    if np.isfinite([event.longitude, event.latitude]).all():
        return event.longitude, event.latitude
    weights = model.patches.area * model.slip
    weights = weights if weights.sum() > 0 else np.ones(len(model))
    middle = np.average(model.patches.centre[:, :2], axis=0, weights=weights)
    longitude, latitude = LocalMetres.named(model.patches.crs).back(DEGREES, middle[None])
    return float(longitude[0]), float(latitude[0])


def _planes(patches) -> list:
    """Indices of the patches of each plane, in order."""
    planes, firsts = [], []
    shape = patches.rectangles[:, 3:]
    for k in range(len(patches)):
        for plane, first in zip(planes, firsts):
            turn = abs((shape[k, 0] - shape[first, 0] + np.pi) % (2 * np.pi) - np.pi)
            sizes = np.abs(shape[k, 2:] / shape[first, 2:] - 1)
            if (
                patches.segment[k] == patches.segment[first]
                and max(turn, abs(shape[k, 1] - shape[first, 1]), *sizes) < ALIKE
            ):
                plane.append(k)
                break
        else:
            planes.append([k])
            firsts.append(k)
    return [np.array(plane) for plane in planes]


def _known(value, form):
    return form % value if np.isfinite(value) else str(UNKNOWN)


def _header(model, shear_modulus, event, origin, count):
    patches, moment = model.patches, moment_of(model, shear_modulus)
    weights = patches.area * model.slip if moment else patches.area
    rake = np.degrees(np.arctan2(
        np.average(model.dip_slip, weights=patches.area),
        np.average(model.strike_slip, weights=patches.area),
    ))  # fmt: skip
    strikes = true_strike(patches)
    strike = np.degrees(np.arctan2(
        np.average(np.sin(strikes), weights=weights), np.average(np.cos(strikes), weights=weights)
    ))  # fmt: skip
    length, width = _extent(patches)
    step_along, step_down = patches.rectangles[0, 5:] / 1e3
    depth = event.depth / 1e3
    yield "% ----------------------------------  FINITE-SOURCE RUPTURE MODEL  " + 32 * "-"
    yield "%"
    yield f"% Event : {event.title or 'unknown'}"
    yield f"% EventTAG: {event.tag or 'unknown'}"
    yield "%"
    yield (f"% Loc  : LAT = {origin[1]:.4f}  LON = {origin[0]:.4f}  DEP = {_known(depth, '%.2f')}")
    magnitude = _known(magnitude_of(moment), "%.3f")
    yield (
        f"% Size : LEN = {length:.3f} km  WID = {width:.3f} km  Mw = {magnitude}  "
        f"Mo = {moment:.6e} Nm"
    )
    dip = np.degrees(np.average(patches.dip, weights=weights))
    yield (
        f"% Mech : STRK = {strike % 360:.2f}  DIP = {dip:.2f}  RAKE = {rake:.2f}  "
        f"Htop = {patches.top_depth.min() / 1e3 + 0.0:.4f} km"
    )
    unknown = ("HypX = {0} km", "HypZ = {0} km", "avTr = {0} s", "avVr = {0} km/s")
    yield f"% Rupt : {'  '.join(unknown).format(UNKNOWN)}"
    yield "%"
    yield (
        f"% Invs : Nx = {patches.column.max() + 1}  Nz = {patches.row.max() + 1}  "
        f"Fmin = {UNKNOWN} Hz  Fmax = {UNKNOWN} Hz"
    )
    yield f"% Invs : Dx = {step_along:.6f} km  Dz = {step_down:.6f} km"
    yield f"% Invs : Ntw = 1  Nsg = {count}  (# of time-windows,# of fault segments)"
    yield "%"
    yield f"% Written by Groundshift; Mo with a shear modulus of {shear_modulus / 1e9:g} GPa"
    yield RULE
    yield "% SOURCE MODEL PARAMETERS"
    yield "% X,Y,Z coordinates in km; SLIP in m; RAKE in deg"
    yield "% Coordinates are given for center of each subfault or segment: |'|"
    yield "% Origin of local coordinate system at epicenter: X (EW) = 0, Y (NS) = 0"
    yield RULE


def _extent(patches):
    """Length and width in kilometres: of segments one after another, and of the widest one."""
    length = width = 0.0
    for number in np.unique(patches.segment):
        part = patches.rectangles[patches.segment == number]
        along = part[:, 0] * np.sin(part[0, 3]) + part[:, 1] * np.cos(part[0, 3])
        length += np.ptp(along) + part[:, 5].mean()
        down = part[:, 2] / np.maximum(np.sin(part[:, 4]), 1e-3)
        width = max(width, np.ptp(down) + part[:, 6].mean())
    return length / 1e3, width / 1e3


def _plane_header(patches, number, depths):
    strikes = true_strike(patches)
    middle = np.arctan2(np.sin(strikes).mean(), np.cos(strikes).mean())
    length, width = patches.rectangles[:, 5:].mean(axis=0) / 1e3
    total, across = _extent(patches)
    dip = np.degrees(patches.dip.mean())
    yield (
        f"% SEGMENT # {number}: STRIKE = {np.degrees(middle) % 360:.5f} deg  DIP = {dip:.5f} deg"
    )
    yield f"%   LEN = {total:.4f} km  WID = {across:.4f} km"
    yield f"%   Dx = {length:.6f} km  Dz = {width:.6f} km"
    yield f"%   depth to top: Z2top = {patches.top_depth.min() / 1e3 + 0.0:.4f} km"
    yield f"%   Nsbfs = {len(depths)} subfaults"
    yield RULE
