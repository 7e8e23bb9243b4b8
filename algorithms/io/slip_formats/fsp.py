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

import numpy as np

from ...errors import GroundshiftError
from ...source.moment import magnitude_of, moment_of
from ...source.patches import PatchSet, SlipModel
from ..slip_file import (
    DEGREES,
    Event,
    SlipFile,
    frame_around,
    grid_places,
    rectangles_at,
    same_turn,
    sunk,
)
from .lines import as_number, named_number, read_lines_of
from .placement import centred, in_words, placement_named, share_of

PLACE = ("lat", "lon", "z")
KM_PER_DEGREE = 111.2
UNKNOWN = 999.0  # SRCMOD's word for what is not known
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
    if (np.abs(latitude) > 90).any():
        raise GroundshiftError(f"{path}: a latitude lies beyond 90 degrees; repair the file.")
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
