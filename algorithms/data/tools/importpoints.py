# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of measurement points of other makers as one layer of ours."""

from __future__ import annotations

from ...asked import FilesOrFolder, Machine
from ...declare import Output, area, choice, file, flag, folder, number, other, part, text
from ...errors import counted

AUTO = "auto"
UNITS = (AUTO, "mm", "cm", "m")
SIGNS = (AUTO, "towards", "away")
COMPONENTS = (AUTO, "los", "up", "east")
ORDERS = (AUTO, "ymd", "dmy", "mdy")


class ImportPoints(FilesOrFolder):
    """Which files, and what the user knows of them."""

    files = other(
        "layers", "Files",
        "One or many: .csv and other text, .zip with text or a shapefile inside (EGMS), .shp, "
        ".gpkg, .geojson, MintPy's timeseries.h5 or velocity.h5 (temporalCoherence.h5, "
        "maskTempCoh.h5, velocity.h5 and geometryGeo.h5 beside it are taken along), LiCSBAS' "
        "cum.h5 or cum_filt.h5 (with results/ beside it), SARvey's p2_coh*_ts.h5 (in its folder "
        "outputs, with inputs/ beside that).",
        shapes=("file",), optional=True,
    )  # fmt: skip
    folder = folder(
        "Folder", "All tables, archives and shapefiles in it.", optional=True,
    )  # fmt: skip
    crs = other(
        "crs", "CRS of the coordinates",
        "For tables with x and y, and layers that do not tell theirs. EGMS is EPSG:3035, "
        "columns of longitude and latitude are EPSG:4326.", optional=True,
    )  # fmt: skip
    extent = area(
        "Extent", "Only points inside.",
    )  # fmt: skip
    min_temporal_coherence = number(
        "Leave out below temporal coherence",
        "Points below, or without one, are left out. 0 keeps what the product holds.", 0.0, 0.0,
        1.0,
    )  # fmt: skip
    unit = choice(
        "Unit",
        "Of displacements, and of rates by year. By itself: that of the format or of a column's"
        " name, else mm.", UNITS, advanced=True,
    )  # fmt: skip
    sign = choice(
        "What is positive",
        "By itself: towards the satellite, as in all the formats named above; 'away' turns all "
        "signs.", SIGNS, advanced=True,
    )  # fmt: skip
    component = choice(
        "Component",
        "What the motion is along. By itself: the line of sight, and for EGMS Ortho what the "
        "file's name tells (..._U_... or ..._E_...).", COMPONENTS,
        advanced=True,
    )  # fmt: skip
    date_order = choice(
        "Order of dates",
        "Of column names such as 01/02/2020, which are refused where it cannot be told.",
        ORDERS, advanced=True,
    )  # fmt: skip
    columns = text(
        "Columns by hand",
        "What columns hold where their names do not tell, by name or number: lon=1, lat=2, "
        "velocity=VLOS, velocity_std=5, 2020-01-31=6 (also x, y, coherence, height, incidence, "
        "heading, los_east, los_north, los_up). Tables without a line of names need it.",
        advanced=True,
    )  # fmt: skip
    incidence = number(
        "Incidence (degrees)",
        "From the vertical, for points without look vectors or angles of their own; adds the "
        "line of sight together with the heading.", None, 0.0, 89.9, optional=True,
        advanced=True,
    )  # fmt: skip
    heading = number(
        "Heading (degrees)", "Flight direction clockwise from north of a right-looking radar.",
        None, -360.0, 360.0, optional=True, advanced=True,
    )  # fmt: skip
    mask = file(
        "Mask", "MintPy's mask for its HDF5 files, instead of maskTempCoh.h5.",
        "HDF5 (*.h5 *.he5)", optional=True, advanced=True,
    )  # fmt: skip
    keep_repeated = flag(
        "Keep repeated points",
        "EGMS points with an identifier that an earlier file had are the same point again (of "
        "another delivery, or a file given twice); by default the first one stays. Points of "
        "neighbouring bursts over the same ground always stay, told apart by track and burst.",
        advanced=True,
    )  # fmt: skip
    blocks = part(Machine)

    def check(self):
        """Something to read, and angles in pairs."""
        if not self.files and not self.folder:
            self.refuse("files", "is missing; give files or a folder (FOLDER).")
        if (self.incidence is None) != (self.heading is None):
            self.refuse(
                "incidence",
                "goes with the heading (HEADING) and one of them is missing; give both or neither.",
            )

    def read(self, leave_out):
        """The files, looked into; `leave_out` is not taken from folders."""
        from ..point_columns import parse_columns
        from .importing_points import read_point_files

        return read_point_files(
            self.paths(), crs=self.crs, order=_word(self.date_order), mask=self.mask,
            leave_out=leave_out, columns=parse_columns(self.columns),
        )  # fmt: skip

    def choices(self, crs: str):
        """What the user says of the points; `crs` is theirs."""
        from ..crs import area_in
        from .point_import import ImportChoices

        return ImportChoices(
            _word(self.unit), _word(self.sign), _word(self.component), self.incidence,
            self.heading, self.min_temporal_coherence, area_in(self.extent, crs),
        )  # fmt: skip


def _word(word: str) -> str:
    return "" if word == AUTO else word


OUTPUTS = (
    Output(
        "points", "POINTS", "Points",
        "GeoPackage: velocity_mm_yr, velocity_std_mm_yr, coherence, height_m, angles and line "
        "of sight where known, the file's further columns, and DYYYYMMDD in mm.",
        style="points_velocity", name="Motion points",
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Points",
    "DATES": "Dates",
    "REPEATED": "Repeated points",
    "OVERLAPPING": "Points within 10 m of one of another file",
    "FASTEST_AWAY": "Fastest rate away or down or west (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards or up or east (mm/yr)",
}  # fmt: skip
TEXTS = {"FOUND": "Formats found"}


def run(chosen, outputs, job) -> dict:
    """Import points; see :mod:`...declare`."""
    from .importing_points import import_points

    files = chosen.read(outputs.targets["POINTS"])
    for warning in files.swelling:
        job.warn(warning)
    choices = chosen.choices(files.crs)
    report = import_points(files, outputs, choices, job, chosen.keep_repeated)
    _tell(report, job)
    along = {
        "los": "along the line of sight, positive towards the satellite",
        "up": "along the vertical, positive up", "east": "along east, positive to the east",
    }[report.component]  # fmt: skip
    found = ", ".join(report.kinds)
    outputs.look(
        "POINTS", limits=report.velocity.symmetric_limit,
        when=(report.dates[0], report.dates[-1]) if len(report.dates) else None,
        abstract=f"Rate (velocity_mm_yr) and displacement by date (DYYYYMMDD, mm) {along}; from "
        f"{counted(len(files.sources), 'file')}: {found}. " + " ".join(report.lines[:20]),
    )  # fmt: skip
    return {
        "COUNT": report.points, "DATES": len(report.dates), "REPEATED": report.repeated,
        "OVERLAPPING": report.overlapping, "FASTEST_AWAY": report.velocity.minimum,
        "FASTEST_TOWARDS": report.velocity.maximum, "FOUND": found,
    }  # fmt: skip


def _tell(report, job) -> None:
    for line in report.lines:
        job.note(line)
    for warning in report.warnings:
        job.warn(warning)
    if report.repeated:
        job.note(f"{report.repeated} points were in an earlier file.")
    if report.overlapping:
        job.note(
            f"{report.overlapping} points lie within about 10 m of one of another file (overlap of "
            "bursts or of tracks)."
        )
    if report.component != "los":
        job.note(
            "The rates are a component of the motion, not along a line of sight; los_east, "
            "los_north and los_up say which."
        )
