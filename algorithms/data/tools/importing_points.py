# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of measurement points of other makers as one layer of ours."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field

import numpy as np

from ...blocks import compute
from ...errors import GroundshiftError
from ...formats.packed import swelling
from ...formats.points.imported_layer import DECIMALS, ImportedLayer
from ...formats.points.point_sources import find_sources
from ...formats.regrid import same_crs
from ..crs import epsg_code, is_geographic, wkt_of
from ..grid import Grid
from ..point_columns import LOS, marks_of_pid
from ..statistics import Sampler, Summary
from .point_import import ImportChoices, PointConverter
from .repeated_points import RepeatedPoints

ALONG = {"los": "line of sight", "up": "vertical", "east": "east"}
POSITIVE = {"los": "towards the satellite", "up": "up", "east": "to the east"}
MARK_TYPES = {
    "component": str, "track": int, "burst": int, "swath": str, "polarisation": str, "tile": str,
    "source": str,
}  # fmt: skip


@dataclass(frozen=True)
class PointFiles:
    """What is to be imported, before its points are read.

    Parameters
    ----------
    sources : list
        See :func:`.point_sources.find_sources`.
    crs : str
        WKT of the coordinates.
    dates : ndarray of datetime64[D]
        Of all files.
    """

    sources: list
    crs: str
    dates: np.ndarray

    @property
    def swelling(self) -> list:
        """A sentence for each file that is much larger unpacked, to be told before it is read."""
        sizes = {}
        for source in self.sources:
            sizes[source.file] = sizes.get(source.file, 0.0) + source.size
        further = ", and the layer takes about as much"
        return [said for file, size in sizes.items() if (said := swelling(file, size, further))]


@dataclass(frozen=True)
class ImportReport:
    """What was found and written.

    Parameters
    ----------
    points : int
    velocity : Summary
        Millimetres a year.
    dates : ndarray of datetime64[D]
    component : str
        What motion is along: ``los``, ``up`` or ``east``.
    kinds : tuple of str
        Names of the formats.
    lines : list of str
        What was found in every file.
    warnings : list of str
    repeated : int
        Points whose identifier was there before, in another file.
    overlapping : int
        Points within about 10 m of one of another file.
    """

    points: int
    velocity: Summary
    dates: np.ndarray
    component: str
    kinds: tuple
    lines: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    repeated: int = 0
    overlapping: int = 0


def read_point_files(
    paths, *, crs: str = "", order: str = "", mask=None, leave_out=None, columns=None
) -> PointFiles:
    """Look into files of points.

    Parameters
    ----------
    paths : sequence of path
        Files, zip archives and folders.
    crs : str
        Of files that do not tell theirs.
    order : str
        ``ymd``, ``dmy`` or ``mdy`` for names of columns such as 01/02/2020; empty to find out.
    mask : path, optional
        MintPy's mask.
    leave_out : path, optional
        File that is not taken from folders: where the result goes.
    columns : dict of str to str, optional
        What the user says of columns, see :func:`..data.point_columns.parse_columns`.

    Raises
    ------
    GroundshiftError
        If a file cannot be used, has no CRS, or does not go with the others.
    """
    sources = find_sources(paths, order, mask, leave_out, columns)
    given = wkt_of(crs)
    for source in sources:
        # A table's x and y take the user's CRS; longitude and latitude are what they are.
        if not source.crs:
            if not given:
                raise GroundshiftError(
                    f"{source.name}: does not tell the CRS of its coordinates; give it."
                )
            source.crs = given
    first = sources[0]
    for source in sources[1:]:
        if not same_crs(source.crs, first.crs):
            raise GroundshiftError(
                f"{source.name}: its CRS ({_crs_name(source.crs)}) is not that of {first.name} "
                f"({_crs_name(first.crs)}); import them apart."
            )
    dates = sorted({date for source in sources for date in source.layout.dates.fields.values()})
    return PointFiles(sources, first.crs, np.array(dates, "datetime64[D]"))


def import_points(
    files: PointFiles, outputs, choices: ImportChoices, job, keep_repeated: bool = False
) -> ImportReport:
    """Write the points of all files as one layer.

    Parameters
    ----------
    files : PointFiles
    outputs : Outputs
        POINTS is a GeoPackage.
    choices : ImportChoices
    job : Job
    keep_repeated : bool
        Keep EGMS points whose identifier was in an earlier file; else the first one stays.

    Raises
    ------
    GroundshiftError
        If a file is damaged, does not go with the others, or no point is left.
    """
    threads = job.workers or os.cpu_count() or 1
    geographic = is_geographic(files.crs)
    converters = [PointConverter(s.layout, choices, s.name, geographic) for s in files.sources]
    _check_components(files.sources, converters)
    columns = {name for converter in converters for name in converter.column_names}
    columns = [name for name in DECIMALS if name in columns]
    others = _merged_types(files.sources)
    sampler = Sampler(Grid(1, 1))
    repeated = RepeatedPoints(geographic, keep_repeated)
    lines, warnings, orbits = [], [], set()
    ends = np.cumsum([0.0, *(source.size for source in files.sources)])
    ends /= max(ends[-1], 1.0)
    with ImportedLayer(
        outputs.path("POINTS"), files.crs, columns, _mark_types(files.sources, converters), others,
        files.dates,
    ) as layer:  # fmt: skip
        for number, (source, converter) in enumerate(zip(files.sources, converters)):
            repeated.start_file()
            written, heading = layer.count, _Heading()
            step = job.part(*ends[number : number + 2].tolist())
            with contextlib.closing(source.parts(job.budget)) as parts:
                for raw in parts:
                    job.check()
                    points = compute(converter.convert, raw, threads)
                    points = repeated.without(points, source.layout.kind)
                    if len(points):
                        marks = _marks(source, converter, points, len(files.sources) > 1)
                        layer.write(points, marks, source.layout.dates.fields.values())
                        sampler.add_values(points.columns["velocity_mm_yr"])
                        heading.add(points.columns)
                    step.tell(raw.done)
            orbits.add(heading.orbit)
            lines.append(_describe(source, converter, heading, layer.count - written))
            warnings += [f"{source.name}: {text}." for text in converter.tally.warnings]
    if not layer.count:
        raise GroundshiftError(_why_none(files.sources, converters, choices))
    if len(orbits - {""}) > 1:
        warnings.append(
            "Ascending and descending points are in one layer; import them apart to compare or "
            "decompose them."
        )
    return ImportReport(
        layer.count, sampler.summary(), files.dates, converters[0].component,
        tuple(dict.fromkeys(source.layout.title for source in files.sources)), lines, warnings,
        repeated.repeated, repeated.overlapping,
    )  # fmt: skip


def _check_components(sources, converters):
    first = converters[0]
    for source, converter in zip(sources, converters):
        if converter.component != first.component:
            raise GroundshiftError(
                f"{source.name}: its motion is {ALONG[converter.component]} and that of "
                f"{sources[0].name} {ALONG[first.component]}; import them apart."
            )


def _merged_types(sources) -> dict:
    """Types of the further columns of all files: text where one has text."""
    merged = {}
    for source in sources:
        for name, kind in source.types.items():
            kinds = {merged.get(name, kind), kind}
            merged[name] = str if str in kinds else float if float in kinds else int
    return merged


def _mark_types(sources, converters) -> dict:
    names = {name for source in sources for name in source.layout.marks}
    if any(source.layout.kind == "egms" for source in sources):
        names.add("component")
        if converters[0].component == LOS:
            names |= {"track", "burst", "swath", "polarisation"}
    if converters[0].component != LOS:
        names.add("component")
    if len(sources) > 1:
        names.add("source")
    return {name: kind for name, kind in MARK_TYPES.items() if name in names}


def _marks(source, converter, points, several) -> dict:
    marks = {"component": converter.component, **source.layout.marks}
    if several:
        marks["source"] = source.stem
    pids = points.others.get("pid")
    is_burst = converter.component == LOS and source.layout.kind == "egms"
    if is_burst and pids is not None and "track" not in marks:
        of_bursts = {pid[1:5]: pid for pid in pids}
        by_burst = {burst: marks_of_pid(pid) for burst, pid in of_bursts.items()}
        for name in ("track", "burst", "swath", "polarisation"):
            marks[name] = [by_burst[pid[1:5]].get(name) for pid in pids]
    return marks


class _Heading:
    """Whether the satellite flew north or south over a file's points."""

    def __init__(self):
        self._north = self._south = 0

    def add(self, columns):
        """Take in some points."""
        if "heading_deg" in columns:
            north = np.cos(np.radians(columns["heading_deg"]))
            self._north += int((north > 0).sum())
            self._south += int((north < 0).sum())

    @property
    def orbit(self) -> str:
        """``ascending``, ``descending``, or nothing where it is not known or both."""
        if bool(self._north) == bool(self._south):
            return ""
        return "ascending" if self._north else "descending"


def _describe(source, converter, heading, written) -> str:
    """One line on what was found in a file."""
    layout, tally = source.layout, converter.tally
    dates = list(layout.dates.fields.values())
    span = f"{len(dates)} dates from {dates[0]} to {dates[-1]}" if dates else "no dates"
    known = "" if converter.unit_is_told else " (assumed)"
    sign = POSITIVE[converter.component]
    if converter.away:
        sign = "turned to positive towards the satellite"
    elif converter.component == LOS:
        sign = f"positive {sign}{'' if converter.sign_is_told else ' (assumed)'}"
    else:
        sign = f"positive {sign}"
    parts = [
        f"{layout.title}, {written} points, {span}",
        f"{ALONG[converter.component]}{f', {heading.orbit}' if heading.orbit else ''}, {sign}",
        f"unit {converter.unit}{known}", _crs_name(source.crs), _mapping(layout, converter),
    ]  # fmt: skip
    left = (
        (tally.without_place, "without coordinates"),
        (tally.without_data, "without data"),
        (tally.filtered, "filtered out"),
        (tally.points - written, "there before"),
    )
    gone = ", ".join(f"{count} {why}" for count, why in left if count)
    if gone:
        parts.append(f"left out: {gone}")
    if tally.turned:
        parts.append(f"{tally.turned} look vectors turned to ground to satellite")
    notes = [layout.dates.note] if layout.dates.note else []
    return f"{source.name}: {'; '.join([*parts, *notes, *source.notes])}."


def _mapping(layout, converter) -> str:
    """Which column became what."""
    names = {
        "velocity": "velocity_mm_yr", "velocity_std": "velocity_std_mm_yr",
        "coherence": "coherence", "height": "height_m", "incidence": "incidence_deg",
        "heading": "heading_deg",
    }  # fmt: skip
    used = [
        n if layout.roles[r] == n else f"{layout.roles[r]} as {n}"
        for r, n in names.items() if r in layout.roles
    ]  # fmt: skip
    fitted = [
        name for name, is_fitted in zip(("rate", "standard deviation"), converter.is_fitted)
        if is_fitted
    ]  # fmt: skip
    used += [f"{' and '.join(fitted)} fitted to the series"] if fitted else []
    if layout.others:
        used.append(f"{len(layout.others)} further columns kept")
    return ", ".join(used) or "no further columns"


def _crs_name(wkt: str) -> str:
    from pyproj import CRS

    code = epsg_code(wkt)
    return f"EPSG:{code}" if code else CRS.from_wkt(wkt).name


def _why_none(sources, converters, choices) -> str:
    tallies = [converter.tally for converter in converters]
    name = sources[0].name if len(sources) == 1 else f"The {len(sources)} files"
    counts = {
        why: sum(getattr(tally, why) for tally in tallies)
        for why in ("without_place", "without_data", "filtered")
    }
    if not any(counts.values()):
        return f"{name}: no points at all; export them again."
    if counts["filtered"]:
        return (
            f"{name}: none of {counts['filtered']} points passes the limits; lower the minimum "
            "coherence or widen the extent."
        )
    why = "coordinates" if counts["without_place"] else "data"
    return f"{name}: no point has {why}; choose another file."
