# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measurement points that others made (EGMS, SARPROZ, StaMPS, SqueeSAR, MintPy) as a layer."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterCrs,
    QgsProcessingParameterMultipleLayers,
)

from ...algorithms.errors import GroundshiftError
from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool

AUTO = "auto"


class ImportPoints(Tool):
    """Tables and layers of points of any maker in our convention."""

    ID = "importpoints"
    NAME = "Import measurement points"
    GROUP = "data"
    SUMMARY = (
        "Reads points with displacement series of the European Ground Motion Service (Basic, "
        "Calibrated and Ortho CSV, zipped or not), SARPROZ, StaMPS, SqueeSAR and other tables, "
        "shapefiles, and MintPy's HDF5; tells in the log what it found (format, dates, sign, unit, "
        "CRS, columns), and writes one layer in mm, positive towards the satellite, that all tools "
        "and viewers of series take. A rate or a standard deviation that a file lacks is fitted to "
        "its series."
    )
    PAPER = (
        "EGMS: Product Description and Format Specification (EGMS-D6-PDD); rates: Fattahi and "
        "Amelung (2015), doi:10.1002/2015JB012419"
    )
    NEEDS = ("numpy", "numba", "h5py", "pyproj")
    TAGS = ("egms", "sarproz", "stamps", "squeesar", "mintpy", "csv", "ps", "load", "zip")

    FILES, FOLDER, CRS, EXTENT = "FILES", "FOLDER", "CRS", "EXTENT"
    COLUMNS = "COLUMNS"
    MIN_COHERENCE, COMPONENT, SIGN = "MIN_TEMPORAL_COHERENCE", "COMPONENT", "SIGN"
    UNIT, DATE_ORDER, INCIDENCE = "UNIT", "DATE_ORDER", "INCIDENCE"
    HEADING, MASK, KEEP_REPEATED = "HEADING", "MASK", "KEEP_REPEATED"
    POINTS = "POINTS"

    def declare(self):
        """Parameters and outputs."""
        files = QgsProcessingParameterMultipleLayers(
            self.FILES, self.tr("Files"), QgsProcessing.SourceType.TypeFile, None, True
        )
        self.add(
            files,
            "One or many: .csv and other text, .zip with text or a shapefile inside (EGMS), .shp, "
            ".gpkg, .geojson, MintPy's timeseries.h5 or velocity.h5 (temporalCoherence.h5, "
            "maskTempCoh.h5, velocity.h5 and geometryGeo.h5 beside it are taken along).",
        )
        self.add_folder(
            self.FOLDER, "Folder", "All tables, archives and shapefiles in it.", optional=True
        )
        crs = QgsProcessingParameterCrs(self.CRS, self.tr("CRS of the coordinates"), None, True)
        self.add(
            crs,
            "For tables with x and y, and layers that do not tell theirs. EGMS is EPSG:3035, "
            "columns of longitude and latitude are EPSG:4326.",
        )
        self.add_area(self.EXTENT, "Extent", "Only points inside.")
        self.add_number(
            self.MIN_COHERENCE, "Leave out below temporal coherence",
            "Points below, or without one, are left out; 0 keeps all.", 0.0, 0.0, 1.0,
        )  # fmt: skip
        self.add_choice(
            self.UNIT, "Unit",
            "Of displacements, and of rates by year. By itself: that of the format or of a "
            "column's name, else mm.",
            (AUTO, "mm", "cm", "m"), AUTO, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.SIGN, "What is positive",
            "By itself: towards the satellite, as in all the formats named above; 'away' turns "
            "all signs.",
            (AUTO, "towards", "away"), AUTO, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.COMPONENT, "Component",
            "What the motion is along. By itself: the line of sight, and for EGMS Ortho what the "
            "file's name tells (..._U_... or ..._E_...).",
            (AUTO, "los", "up", "east"), AUTO, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.DATE_ORDER, "Order of dates",
            "Of column names such as 01/02/2020, which are refused where it cannot be told.",
            (AUTO, "ymd", "dmy", "mdy"), AUTO, advanced=True,
        )  # fmt: skip
        self.add_text(
            self.COLUMNS, "Columns by hand",
            "What columns hold where their names do not tell, by name or number: lon=1, lat=2, "
            "velocity=VLOS, velocity_std=5, 2020-01-31=6 (also x, y, coherence, height, incidence, "
            "heading, los_east, los_north, los_up). Tables without a line of names need it.",
            "", optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.INCIDENCE, "Incidence (degrees)",
            "From the vertical, for points without look vectors or angles of their own; adds the "
            "line of sight together with the heading.",
            None, 0.0, 89.9, optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.HEADING, "Heading (degrees)",
            "Flight direction clockwise from north of a right-looking radar.", None, -360.0, 360.0,
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_file(
            self.MASK, "Mask", "MintPy's mask for its HDF5 files, instead of maskTempCoh.h5.",
            "HDF5 (*.h5 *.he5)", optional=True, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.KEEP_REPEATED, "Keep repeated points",
            "EGMS points with an identifier that an earlier file had are the same point again (of "
            "another delivery, or a file given twice); by default the first one stays. Points of "
            "neighbouring bursts over the same ground always stay, told apart by track and burst.",
            advanced=True,
        )  # fmt: skip
        self.add_vector_output(
            self.POINTS, "Points",
            "GeoPackage: velocity_mm_yr, velocity_std_mm_yr, coherence, height_m, angles and line "
            "of sight where known, the file's further columns, and DYYYYMMDD in mm.",
        )  # fmt: skip
        for name, title in (
            ("COUNT", "Points"), ("DATES", "Dates"), ("REPEATED", "Repeated points"),
            ("OVERLAPPING", "Points within 10 m of one of another file"),
            ("FASTEST_AWAY", "Fastest rate away or down or west (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards or up or east (mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        self.add_text_result("FOUND", "Formats found")
        add_run_parameters(self, cluster=False)

    def check(self, parameters, context):
        """Something to read, and angles in pairs."""
        if not self.is_given(parameters, self.FILES) and not self.is_given(parameters, self.FOLDER):
            return f"{self.title(self.FILES)}: is missing; give files or a folder (FOLDER)."
        angles = [self.is_given(parameters, name) for name in (self.INCIDENCE, self.HEADING)]
        if angles[0] != angles[1]:
            return (
                f"{self.title(self.INCIDENCE)}: goes with the heading (HEADING) and one of them is "
                "missing; give both or neither."
            )
        return None

    def compute(self, parameters, context, feedback):
        """Import."""
        from ...algorithms.data.point_columns import parse_columns
        from ...algorithms.data.point_import import ImportChoices
        from ...algorithms.io.run_importpoints import read_point_files, run_importpoints

        paths = self._paths(parameters, context)
        for path in paths:
            self.note_path(path)
        target = self.output_path(parameters, self.POINTS, context)
        files = read_point_files(
            paths, crs=self.crs(parameters, self.CRS, context),
            order=self._word(parameters, self.DATE_ORDER, context),
            mask=self.existing_path(parameters, self.MASK, context), leave_out=target,
            columns=parse_columns(self.text(parameters, self.COLUMNS, context)),
        )  # fmt: skip
        choices = ImportChoices(
            self._word(parameters, self.UNIT, context), self._word(parameters, self.SIGN, context),
            self._word(parameters, self.COMPONENT, context),
            self.number(parameters, self.INCIDENCE, context),
            self.number(parameters, self.HEADING, context),
            self.number(parameters, self.MIN_COHERENCE, context),
            self.area(parameters, self.EXTENT, context, files.crs),
        )  # fmt: skip
        for warning in files.swelling:
            feedback.pushWarning(warning)
        progress = Progress(feedback)
        report = run_importpoints(
            files, target, choices,
            keep_repeated=self.flag(parameters, self.KEEP_REPEATED, context),
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled,
        )  # fmt: skip
        self._tell(report, feedback)
        when = (report.dates[0], report.dates[-1]) if len(report.dates) else None
        along = {
            "los": "along the line of sight, positive towards the satellite",
            "up": "along the vertical, positive up", "east": "along east, positive to the east",
        }[report.component]  # fmt: skip
        found = ", ".join(report.kinds)
        self.style_vector(
            target, "points_velocity", report.velocity.symmetric_limit, title="Motion points",
            abstract=f"Rate (velocity_mm_yr) and displacement by date (DYYYYMMDD, mm) {along}; "
            f"from {len(files.sources)} file(s): {found}. " + " ".join(report.lines[:20]),
            when=when,
        )  # fmt: skip
        return {
            self.POINTS: target, "COUNT": report.points, "DATES": len(report.dates),
            "REPEATED": report.repeated, "OVERLAPPING": report.overlapping,
            "FASTEST_AWAY": report.velocity.minimum, "FASTEST_TOWARDS": report.velocity.maximum,
            "FOUND": found,
        }  # fmt: skip

    def _paths(self, parameters, context) -> list:
        """Files and folder, which must exist."""
        from pathlib import Path

        paths = []
        if self.is_given(parameters, self.FILES):
            for text in self.parameterAsFileList(parameters, self.FILES, context):
                path = Path(text.strip())
                if not path.exists():
                    raise GroundshiftError(
                        f"{self.title(self.FILES)}: there is no file {path}; check the path."
                    )
                paths.append(path)
        folder = self.existing_path(parameters, self.FOLDER, context)
        paths += [folder] if folder else []
        if not paths:
            raise GroundshiftError(
                f"{self.title(self.FILES)}: is missing; give files or a folder (FOLDER)."
            )
        return paths

    def _word(self, parameters, name, context) -> str:
        word = self.choice(parameters, name, context)
        return "" if word == AUTO else word

    def _tell(self, report, feedback):
        for line in report.lines:
            feedback.pushInfo(line)
        for warning in report.warnings:
            feedback.pushWarning(warning)
        if report.repeated:
            feedback.pushInfo(f"{report.repeated} points were in an earlier file.")
        if report.overlapping:
            feedback.pushInfo(
                f"{report.overlapping} points lie within about 10 m of one of another file "
                "(overlap of bursts or of tracks)."
            )
        if report.component != "los":
            feedback.pushInfo(
                "The rates are a component of the motion, not along a line of sight; los_east, "
                "los_north and los_up say which."
            )
