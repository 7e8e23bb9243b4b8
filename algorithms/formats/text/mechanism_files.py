# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Catalogues of earthquakes as files: NDK, QuakeML, bulletins (ISF) and tables of any separator.

Formats: NDK, https://www.ldeo.columbia.edu/~gcmt/projects/CMT/catalog/allorder.ndk_explained;
QuakeML 1.2, https://quake.ethz.ch/quakeml; ISF with its blocks of nodal planes,
http://www.isc.ac.uk/standards/isf.
"""

from __future__ import annotations

import csv
import math
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.earthquakes import Earthquakes, times
from ...data.moment import magnitude_of
from ...errors import GroundshiftError
from ..vectors.earthquakes import MOMENTS, NAMES, USUAL, angles_of, in_metres, usual_field
from ..vectors.rows import LATITUDES, LONGITUDES, Columns

LARGEST = 512 << 20  # bytes
DYNE_CM = 1e-7  # newton metres
TIMES = ("time", "hhmm", "hour", "origin_time")


def read_mechanism_file(path) -> Earthquakes:
    """Read a catalogue in one of the formats, told by what it holds.

    Parameters
    ----------
    path : path

    Raises
    ------
    GroundshiftError
        If it cannot be read, is of another kind, or holds no earthquake.
    """
    text = _text(path)
    head = text[:4000].lstrip("\ufeff \t\r\n")
    lines = text.splitlines()
    if head.startswith("<") and re.search(r"<(\w+:)?quakeml\b|<(\w+:)?eventParameters\b", head):
        rows, notes = _quakeml(path, text), []
    elif "#FAULT_PLANE" in text or "#MOMTENS" in text:
        rows, notes = _isf(lines), []
    elif len(lines) > 2 and any(line.startswith("CENTROID:") for line in lines[:12]):
        rows, notes = _ndk(path, lines)
    else:
        return _table(path, lines)
    if not rows:
        raise GroundshiftError(f"{path}: holds no earthquake; check the file.")
    return Earthquakes.of_rows(path, rows, notes)


def _text(path) -> str:
    path = Path(path)
    try:
        if path.stat().st_size > LARGEST:
            raise GroundshiftError(f"{path}: is larger than any catalogue; check the file.")
        raw = path.read_bytes()
    except OSError as error:
        raise GroundshiftError(
            f"{path}: cannot be read ({error.strerror}); check the path."
        ) from error
    if b"\0" in raw[:4096]:
        raise GroundshiftError(
            f"{path}: is no text; give NDK, QuakeML, a bulletin or a table, or a layer of points."
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _ndk(path, lines):
    """Five lines of 80 characters an earthquake; place and depth of its centroid."""
    lines = [line for line in lines if line.strip()]
    rows, broken = [], 0
    starts = [k - 2 for k, line in enumerate(lines) if line.startswith("CENTROID:") and k > 1]
    for start in starts:
        try:
            rows.append(_ndk_event(lines[start : start + 5]))
        except (ValueError, IndexError):
            broken += 1
    notes = [f"{path}: {len(rows)} centroid moment tensors; places and depths are centroids'."]
    if broken:
        notes.append(f"{path}: {broken} entries left out, they are cut off or damaged.")
    return rows, notes


def _ndk_event(lines) -> dict:
    first, name, centroid, tensor, planes = lines
    hour, minute, second = first[16:26].split(":")
    time = _moment_of(first[5:15].replace("/", "-").strip(), hour, minute, second)
    try:  # columns by the format's description, which may touch each other
        numbers = [float(centroid[a:b]) for a, b in ((12, 18), (22, 29), (34, 42), (47, 53))]
    except ValueError:  # lost blanks
        words = [float(word) for word in centroid[9:].split()[:7]]
        numbers = [words[k] for k in (0, 2, 4, 6)]
    moment = float(planes[49:56]) * 10.0 ** int(tensor[:2]) * DYNE_CM
    angles = [
        [float(planes[at + a : at + b]) for a, b in ((1, 4), (5, 7), (8, 12))] for at in (56, 68)
    ]
    return {
        "name": name[:16].strip(), "time": time + _span(numbers[0]),
        "place": (numbers[2], numbers[1]), "depth": 1e3 * numbers[3],
        "moment": moment, "magnitude": magnitude_of(moment), "planes": np.radians(angles),
    }  # fmt: skip


def _moment_of(date, hour, minute, second):
    """A time of which a second may be 60."""
    day = np.datetime64(date, "ms")
    return day + _span(3600 * int(hour) + 60 * int(minute) + float(second))


def _span(seconds):
    return np.timedelta64(round(1000 * seconds), "ms")


def _quakeml(path, text) -> list:
    from xml.etree import ElementTree

    if "<!ENTITY" in text:
        raise GroundshiftError(f"{path}: declares entities, which QuakeML has none of; clean it.")
    try:
        tree = ElementTree.fromstring(text.encode("utf-8"))
    except ElementTree.ParseError as error:
        raise GroundshiftError(f"{path}: is damaged XML ({error}); fetch the file anew.") from error
    return [_quakeml_event(event) for event in tree.iter() if _tag(event) == "event"]


def _tag(element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _children(element, name) -> list:
    return [child for child in element if _tag(child) == name]


def _value(element, *names):
    """Text of a path of elements, of its ``value`` where it has one; '' for none."""
    for name in names:
        found = [] if element is None else _children(element, name)
        element = found[0] if found else None
    if element is None:
        return ""
    inner = _children(element, "value")
    return ((inner[0] if inner else element).text or "").strip()


def _number(text) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


def _preferred(event, name, pointer):
    """The element that an event prefers, else its first one."""
    found = _children(event, name)
    wanted = _value(event, pointer)
    chosen = [one for one in found if one.get("publicID") == wanted]
    return (chosen or found or [None])[0]


def _quakeml_event(event) -> dict:
    mechanism = _preferred(event, "focalMechanism", "preferredFocalMechanismID")
    magnitude = _preferred(event, "magnitude", "preferredMagnitudeID")
    origin = _preferred(event, "origin", "preferredOriginID")
    row = {"name": (event.get("publicID") or "").rpartition("/")[2]}
    if mechanism is not None:
        planes = (_children(mechanism, "nodalPlanes") or [None])[0]
        angles = [
            [_number(_value(planes, f"nodalPlane{k}", part)) for part in ("strike", "dip", "rake")]
            for k in (1, 2)
        ]
        row["planes"] = np.radians(angles)
        tensor = (_children(mechanism, "momentTensor") or [None])[0]
        row["moment"] = _number(_value(tensor, "scalarMoment"))
        derived = _value(tensor, "derivedOriginID")
        centroid = [o for o in _children(event, "origin") if o.get("publicID") == derived]
        origin = centroid[0] if centroid and _value(centroid[0], "depth") else origin
    if origin is not None:
        row["place"] = tuple(_number(_value(origin, part)) for part in ("longitude", "latitude"))
        row["depth"] = _number(_value(origin, "depth"))  # metres
        row["time"] = times([re.sub(r"\.\d+", "", _value(origin, "time"))])[0]
    if magnitude is not None:
        row["magnitude"] = _number(_value(magnitude, "mag"))
    return row


def _isf(lines) -> list:
    """Origins (the last before the planes counts, as ISF puts the prime one last) and planes."""
    rows, row, block, planes = [], {}, "", []
    for line in [*lines, "EVENT end"]:
        word = line.strip()
        if word.lower().startswith("event ") or word == "STOP":
            if row.get("place") is not None:
                if planes:
                    row["planes"] = np.radians((planes + [[np.nan] * 3])[:2])
                rows.append(row)
            row, planes, block = {"name": word.split()[1] if " " in word else ""}, [], ""
        elif re.match(r"\d{4}/\d\d/\d\d\s", word) and len(line) >= 54:
            row.update(_isf_origin(line))
        elif word.startswith("(#FAULT_PLANE"):
            block, planes = "planes", []
        elif block and re.match(r"\((#|\+)\s*(\w+\s+)?-?[\d.]+\s+-?[\d.]+", word):
            numbers = [float(n) for n in re.findall(r"(?<![\w.])-?\d+\.?\d*", word)[:3]]
            if len(numbers) == 3 and len(planes) < 2:
                planes.append(numbers)
        elif word.startswith(("(#", "Magnitude", "Date")):
            block = "magnitudes" if word.startswith("Magnitude") else ""
        elif block == "magnitudes" and re.match(r"M\w*\s+-?\d", word):
            row["magnitude"] = float(word.split()[1])
    return rows


def _isf_origin(line) -> dict:
    """Fixed columns of the origin line: latitude from 37, longitude from 46, depth from 72."""
    date, clock = line[0:10].replace("/", "-"), line[11:22].strip()
    hour, minute, second = (clock.split(":") + ["0", "0"])[:3]
    return {
        "time": _moment_of(date, hour, minute, second or 0),
        "place": (_number(line[45:54]), _number(line[36:44])),
        "depth": 1e3 * _number(line[71:76]),
    }


@dataclass(frozen=True)
class _Columns(Columns):
    path: str
    columns: dict


def _table(path, lines) -> Earthquakes:
    head, rows = _cells(path, lines)
    columns = {
        name: np.array([row[k] if k < len(row) else "" for row in rows], object)
        for k, name in enumerate(head)
    }
    table, notes, count = _Columns(str(path), columns), [], len(rows)
    names = {
        part: usual_field(table, (*usual, *_MORE.get(part, ()))) for part, usual in USUAL.items()
    }
    unknown = np.full(count, np.nan)

    def numbers(usual):
        name = usual_field(table, usual)
        return (table.numbers(name), name) if name else (unknown, "")

    place = np.stack([numbers(LONGITUDES)[0], numbers(LATITUDES)[0]], axis=1)
    place[~(np.abs(place) <= [360.0, 90.0]).all(axis=1)] = np.nan
    depth, name = numbers(USUAL["depth"])
    if np.isfinite(depth).any():
        depth = in_metres(depth, name, f"{path}: depths from the column {name}", notes)
    planes = np.stack(angles_of(table, names, notes), axis=1)
    name = usual_field(table, NAMES)
    return Earthquakes(
        str(path),
        table.texts(name) if name else np.array([str(k + 1) for k in range(count)], object),
        place, depth, _table_times(table), numbers(USUAL["magnitude"])[0], numbers(MOMENTS)[0],
        planes, notes,
    )  # fmt: skip


_MORE = {"rake": ("slip", "lambda"), "rake2": ("slip2",)}


def _cells(path, lines):
    """Header and rows of a table; what precedes the header is left out."""
    lines = [line for line in lines if line.strip() and not line.lstrip().startswith("<")]
    marks = [line.lstrip()[0] in "%#!" for line in lines]
    # An unmarked line may begin with an empty cell.
    marked = [(line.lstrip("%#! \t") if mark else line, mark) for line, mark in zip(lines, marks)]
    for at, (line, _) in enumerate(marked[:200]):
        words = re.split(r"[,;\t|\s]+", line.lower())
        if {"strike", "dip"} <= {re.sub(r"[_\d].*", "", word) for word in words}:
            separator = _separator(line)
            head = _split([line], separator)[0]
            body = [line for line, mark in marked[at + 1 :] if not mark]
            rows = [row for row in _split(body, separator) if len(row) > 1]
            if not rows:
                raise GroundshiftError(f"{path}: holds no earthquake; check the file.")
            return _unique(head), rows
    body = [line for line, mark in marked if not mark]
    if body:
        separator = _separator(body[0])
        rows = _split(body, separator)
        if all(len(row) == 3 and all(map(_is_number, row)) for row in rows):
            return ["strike", "dip", "rake"], rows
    raise GroundshiftError(
        f"{path}: is neither NDK, QuakeML nor a bulletin, and no table with a header that names "
        "strike, dip and rake; check the file, or write such a header."
    )


def _separator(line) -> str:
    return next((mark for mark in ("\t", ";", ",", "|") if mark in line), "")


def _split(lines, separator) -> list:
    if not separator:
        return [line.split() for line in lines]
    rows = csv.reader(lines, delimiter=separator)
    return [[cell.strip() for cell in row] for row in rows]


def _unique(head) -> list:
    """Names of columns; the second strike, dip and rake are those of the second plane."""
    names = []
    for name in head:
        name = name.strip().lower()
        names.append(f"{name}2" if name in names else name)
    return names


def _is_number(text) -> bool:
    return math.isfinite(_number(text.replace(",", ".")))


def _table_times(table) -> np.ndarray:
    """Times of one column, of a date and a clock, or of parts."""
    count = len(next(iter(table.columns.values())))
    parts = [usual_field(table, (part,)) for part in ("year", "month", "day")]
    if all(parts):
        clock = [usual_field(table, (part,)) for part in ("hour", "minute", "second")]
        cells = [table.numbers(name) if name else np.zeros(count) for name in (*parts, *clock)]
        return np.array([_of_parts(*row) for row in zip(*cells)], "datetime64[ms]")
    name = usual_field(table, ("date", *USUAL["time"]))
    texts = table.texts(name) if name else np.full(count, "", object)
    clock = usual_field(table, TIMES) if name == "date" else ""
    if clock == "time":
        texts = [f"{day} {hour}" for day, hour in zip(texts, table.texts(clock))]
    found = times(texts)
    if clock == "hhmm":
        hhmm = table.numbers(clock)
        seconds = usual_field(table, ("sec", "second", "seconds"))
        rest = table.numbers(seconds) if seconds else np.zeros(count)
        total = 3600 * (hhmm // 100) + 60 * (hhmm % 100) + rest
        found = found + np.round(1000 * np.nan_to_num(total)).astype("timedelta64[ms]")
    return found


def _of_parts(year, month, day, hour, minute, second):
    try:
        date = f"{int(year):04d}-{int(month):02d}-{int(day):02d}"
        return _moment_of(date, hour, minute, second)
    except (ValueError, OverflowError):
        return np.datetime64("NaT", "ms")
