# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Finite-source rupture models (``.fsp``) of SRCMOD and of the U.S. Geological Survey.

SRCMOD (Mai and Thingbaijam, 2014, doi:10.1785/0220140077) gives a subfault by the middle of its
top edge, the Survey by its centre or by another point (:mod:`.placement`). Rake follows Aki and
Richards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...data.metric import LocalMetres
from ...data.moment import magnitude_of, moment_of
from ...data.patches import PatchSet, SlipModel
from ...errors import GroundshiftError
from .lines import as_number, named_number, read_lines_of
from .placement import centred, in_words, placement_named, share_of
from .slip_file import (
    DEGREES,
    Event,
    SlipFile,
    check_degrees,
    degrees_of,
    frame_around,
    grid_places,
    rectangles_at,
    same_turn,
    sunk,
    true_strike,
)

PLACE = ("lat", "lon", "z")
KM_PER_DEGREE = 111.2
UNKNOWN = 999  # SRCMOD's word for what is not known
NAMES = {"trup": "rupture_time_s", "rise": "rise_time_s", "sf_moment": "moment_of_file_nm"}
"""Names that further columns get in layers."""


@dataclass
class _Segment:
    """One plane: what its header says, and its rows."""

    header: list
    columns: list = field(default_factory=list)
    rows: list = field(default_factory=list)

    def number(self, name: str) -> float:
        """See :func:`.lines.named_number`; of the segment's own header."""
        return named_number("\n".join(self.header), name)


def is_fsp(lines) -> bool:
    """Whether lines look like a finite-source rupture model."""
    head = "\n".join(lines[:120]).upper()
    return "FINITE-SOURCE RUPTURE MODEL" in head or bool(re.search(r"^%\s*LAT\s+LON\s", head, re.M))


def read_fsp(path, local=None, point: str = "auto") -> SlipFile:
    """Read a finite-source rupture model of one or several planes.

    Parameters
    ----------
    path : path
    local : LocalMetres, optional
        The frame to take the patches to; one in their middle by default.
    point : str
        Of which point of a subfault the coordinates are, a key of :data:`.placement.PLACEMENTS`;
        ``auto`` goes by the header and the depth of the first row.

    Returns
    -------
    SlipFile
        With rupture times, rise times, the slip of single time windows and whatever further
        columns there are as extras.

    Raises
    ------
    GroundshiftError
        If the file is cut short, or lacks what makes a fault.
    """
    lines = read_lines_of(path)
    head, segments = _parse(path, lines)
    text = "\n".join(head)
    place, why = placement_named(point), "as chosen"
    if place is None:
        place, why = _placement(text, segments[0])
    notes = [f"{path}: its coordinates are taken for {in_words(place)}, {why}."]
    parts = [_plane(path, text, segment) for segment in segments]
    longitude = same_turn(np.concatenate([part["lon"] for part in parts]))
    latitude = np.concatenate([part["lat"] for part in parts])
    check_degrees(longitude, latitude, path)
    local = local or frame_around(DEGREES, longitude, latitude)
    number = np.repeat(np.arange(len(parts)), [len(part["lon"]) for part in parts])
    shapes = np.concatenate([part["shapes"] for part in parts])
    rectangles = rectangles_at(local, DEGREES, longitude, latitude, shapes.T, path)
    rectangles[:, 3] = _flattened(rectangles[:, 3], number)
    rectangles, lowered = sunk(centred(rectangles, place))
    if lowered:
        notes.append(f"{path}: patches that stood out of the ground lowered, by {lowered:.3g} m.")
    patches = PatchSet.of_rectangles(
        rectangles, number, *grid_places(rectangles, number), local.crs
    )
    slip, rake = (np.concatenate([part[name] for part in parts]) for name in ("slip", "rake"))
    model = SlipModel.of_rake(patches, slip, np.radians(rake))
    model.extra.update(_extras(parts))
    event = _event(head)
    notes += _about_moment(path, model, event)
    return SlipFile(model, local, DEGREES, "fsp", tuple(notes), True, event)


def _parse(path, lines):
    """The lines of the header, and the planes."""
    head, segments, pending = [], [], []
    current = None
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if text.startswith("%"):
            words = [word.lower() for word in text.strip("% ").split()]
            pending.append(text)
            if words[:2] == ["lat", "lon"]:
                current = _Segment(pending, words)
                segments.append(current)
                pending = []
            elif words and words[0] == "segment":
                current, pending = None, [text]
            if not segments:
                head.append(text)
        elif text and current is not None:
            values = _row(path, number, text)
            if not current.rows:
                # Titles may be of more words than there are columns; the needed ones come first.
                current.columns = current.columns[: len(values)]
            current.rows.append(_cut(path, number, values, len(current.columns)))
    segments = [segment for segment in segments if segment.rows]
    if not segments:
        raise GroundshiftError(
            f"{path}: holds no table of subfaults (LAT LON ... Z SLIP); it is cut short or no "
            "finite-source rupture model."
        )
    return head, segments


def _row(path, number, text) -> list:
    """Numbers of a line."""
    try:
        values = [as_number(word) for word in text.split()]
    except ValueError as error:
        raise GroundshiftError(f"{path}: line {number} holds no numbers ({error}).") from error
    if not np.isfinite(values).all():
        raise GroundshiftError(f"{path}: line {number} holds a number that is none; repair it.")
    return values


def _cut(path, number, values, count) -> list:
    """As many numbers as there are columns."""
    if len(values) < count:
        raise GroundshiftError(
            f"{path}: line {number} has {len(values)} numbers in place of {count}; the file is cut "
            "short or damaged."
        )
    return values[:count]


def _placement(text, first) -> tuple:
    """The point that coordinates are of, and why; see :mod:`.placement`."""
    said = re.search(
        r"given for\s+(?:the\s+)?(top[- ]?center|top[- ]?centre|cent[er]{2})", text, re.I
    )
    depths = np.array(first.rows)[:, first.columns.index("z")] if "z" in first.columns else []
    top = first.number("Z2top")
    top = named_number(text, "Htop") if np.isnan(top) else top
    height = _of(first, text, "Dz") * np.sin(np.radians(_angle(first, text, "DIP", "DIP")))
    gap = np.min(depths, initial=np.inf) - top
    share = share_of(gap / height) if np.isfinite(gap) and height > 0.1 else None
    apart = f"the first row lies {gap:.4g} km below the top that the header gives"
    if said is None:
        is_centre = np.isfinite(gap) and abs(gap - height / 2) < abs(gap)
        return (0.5, 0.5 if is_centre else 0.0), f"as the header does not say, and {apart}"
    if said.group(1).lower().startswith("top"):
        return (0.5, 0.0), "as the header says" + ("" if share in (0.0, None) else f", yet {apart}")
    if share is None or share == 0.5:
        wrong = share is None and np.isfinite(gap) and height > 0.1
        return (0.5, 0.5), "as the header says" + (f", yet {apart}" if wrong else "")
    along = _along(text, first)
    if along is None:
        along = 0.0 if share == 0.0 else 0.5
    return (along, share), f"not for centres, as the header says, since {apart}"


def _along(text, first):
    """Share of the length at which rows of the Survey lie, by the last point source of the plane,
    which its headers call top-center; None where they do not tell."""
    latitude, longitude = first.number("LAT"), first.number("LON")
    length = _of(first, text, "Dx")
    if not np.isfinite([latitude, longitude, length]).all() or not length > 0:
        return None
    row = dict(zip(first.columns, first.rows[-1]))
    north = latitude - row["lat"]
    east = (longitude - row["lon"]) * np.cos(np.radians(latitude))
    # As many point sources lie behind an odd one in the middle as before it.
    return share_of(KM_PER_DEGREE * np.hypot(east, north) / length)


def _of(segment, text, name):
    """A number of the plane's header, else of the file's."""
    own = segment.number(name)
    return named_number(text, name) if np.isnan(own) else own


def _angle(segment, text, own, general):
    value = segment.number(own)
    return named_number(text, general) if np.isnan(value) else value


def _plane(path, text, segment) -> dict:
    """Columns of one plane."""
    missing = [name for name in (*PLACE, "slip") if name not in segment.columns]
    if missing:
        raise GroundshiftError(
            f"{path}: its table has no column {', '.join(name.upper() for name in missing)}; "
            "export it again."
        )
    table = dict(zip(segment.columns, np.array(segment.rows).T))
    count = len(segment.rows)
    said = _of(segment, text, "Nsbfs")
    across, down = named_number(text, "Nx"), named_number(text, "Nz")
    # Some of the Survey's files give the number along the strike alone.
    if np.isfinite(said) and said != count and not (said == across and across * down == count):
        raise GroundshiftError(
            f"{path}: a plane has {said:g} subfaults by its header and {count} rows; the file is "
            "cut short or damaged."
        )
    strike = _angle(segment, text, "STRIKE", "STRK")
    values = [strike, *(_of(segment, text, name) for name in ("DIP", "Dx", "Dz"))]
    for name, value in zip(("strike", "dip", "Dx", "Dz"), values):
        if not np.isfinite(value) or (name[0] == "D" and value <= 0):
            raise GroundshiftError(f"{path}: its header gives no {name} of the subfaults; add it.")
    strike, dip, length, width = values
    if not 0 <= dip <= 90:
        raise GroundshiftError(f"{path}: a dip of {dip:g} degrees; it lies from 0 to 90.")
    rake = table.get("rake")
    if rake is None:
        rake = np.full(count, _angle(segment, text, "RAKE", "RAKE"))
    if not np.isfinite(rake).all() or (np.abs(rake) == UNKNOWN).any():
        raise GroundshiftError(f"{path}: gives no rake, neither by subfault nor in its header.")
    shapes = np.column_stack([
        1e3 * table["z"],
        *(np.full(count, v) for v in (*np.radians([strike, dip]), 1e3 * length, 1e3 * width)),
    ])  # fmt: skip
    known = {*PLACE, "slip", "rake"}
    extra = {name: v for name, v in table.items() if name not in known and "==" not in name}
    return {
        "lon": table["lon"], "lat": table["lat"], "slip": table["slip"], "rake": rake,
        "shapes": shapes, "extra": extra,
    }  # fmt: skip


def _flattened(strike, number):
    """One strike a plane: the meridians' convergence would bend it."""
    out = np.empty_like(strike)
    for plane in np.unique(number):
        mine = number == plane
        mean = np.arctan2(np.sin(strike[mine]).mean(), np.cos(strike[mine]).mean())
        out[mine] = mean % (2 * np.pi)
    return out


def _extras(parts) -> dict:
    """Further columns; NaN on planes that do not have them."""
    names = list(dict.fromkeys(name for part in parts for name in part["extra"]))
    return {
        NAMES.get(name, re.sub(r"\W+", "_", name)): np.concatenate([
            part["extra"].get(name, np.full(len(part["lon"]), np.nan)) for part in parts
        ])
        for name in names
    }  # fmt: skip


def _event(head) -> Event:
    text = "\n".join(head)
    loc, size = (
        "\n".join(x for x in head if re.match(rf"%\s*{w}\s*:", x)) for w in ("Loc", "Size")
    )
    words = {
        name: found.group(1).strip() if found else ""
        for name, found in (
            (name, re.search(rf"^%\s*{name}\s*:[ \t]*(.*)$", text, re.M))
            for name in ("Event", "EventTAG")
        )
    }
    numbers = [named_number(loc, name) for name in ("LON", "LAT", "DEP")]
    numbers += [named_number(size, name) for name in ("Mo", "Mw")]
    lon, lat, depth, moment, magnitude = (
        float("nan") if abs(value) == UNKNOWN else value for value in numbers
    )
    title = " ".join(words["Event"].split())
    return Event(title, words["EventTAG"], lon, lat, 1e3 * depth, moment, magnitude)


def _about_moment(path, model, event) -> list:
    """The header's moment against that of the patches."""
    own = moment_of(model)
    if not own > 0:
        return [f"{path}: nothing slips."]
    text = f"{path}: M0 {own:.3g} N m (Mw {magnitude_of(own):.2f}) with 30 GPa"
    summed = model.extra.get("moment_of_file_nm")
    if summed is not None:
        text += f"; sum of the file's subfaults {np.nansum(summed):.3g} N m"
    if np.isfinite(event.moment):
        implied = 30 * event.moment / own
        text += (
            f"; {event.moment:.3g} N m (Mw {event.magnitude:.2f}) by its header, which takes "
            f"{implied:.3g} GPa"
        )
    return [f"{text}."]


ALIKE = 1e-3  # radians, or share of a size: patches of one plane differ by less
RULE = "% " + 98 * "-"
TITLES = ("LAT", "LON", "X==EW", "Y==NS", "Z", "SLIP", "RAKE")
FORMATS = ("%11.7f", "%12.7f", "%10.4f", "%10.4f", "%10.4f", "%10.5f", "%10.4f")
FURTHER = {
    "rupture_time_s": ("TRUP", "%9.4f"), "rise_time_s": ("RISE", "%9.4f"),
    "moment_of_file_nm": ("SF_MOMENT", "%11.4e"),
}  # fmt: skip
"""Extra columns that the format knows, their titles and formats."""


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
