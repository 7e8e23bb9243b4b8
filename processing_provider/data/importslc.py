# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Import: a folder of coregistered radar images becomes one stack file."""

from __future__ import annotations

from ...algorithms.errors import GroundshiftError
from ..running import MEMORY
from ..tool import Progress, Tool

FORMATS = ("auto", "opera", "isce2", "gamma", "rasters")
POLARISATIONS = ("all", "VV", "VH", "HH", "HV")
SIGNS = ("product", "standard", "conjugate")
FLATTENED = ("product", "yes", "no")
LOOKUP = (
    ("LATITUDE", "latitude", "Latitude raster"), ("LONGITUDE", "longitude", "Longitude raster"),
)  # fmt: skip


class ImportSlc(Tool):
    """One stack file from coregistered radar images."""

    ID = "importslc"
    NAME = "Import radar images (SLC)"
    GROUP = "data"
    SUMMARY = (
        "Reads a folder of coregistered single-look complex images into one stack file, with "
        "dates, wavelength, perpendicular baselines and geometry, for persistent scatterers and "
        "phase linking. Recognises OPERA CSLC-S1 (geocoded bursts), stacks of ISCE-2 (merged/SLC), "
        "GAMMA (rslc with par) and complex GeoTIFF or ENVI files with the date in their names. The "
        "phase of the ellipsoid and the terrain, which GAMMA's images still hold, is taken off by "
        "the orbits and each pixel's latitude, longitude and height. Images in radar coordinates "
        "keep their lookup, so that results land in the right place on the map."
    )
    PAPER = (
        "Layout of MintPy: Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331; OPERA CSLC-S1 "
        "product specification, JPL D-108278; baseline and range geometry: Fattahi and Amelung "
        "(2013), doi:10.1109/TGRS.2012.2227761"
    )
    NEEDS = ("numpy", "scipy", "h5py", "pyproj", "numba")
    TAGS = ("load", "slc", "cslc", "opera", "isce", "gamma", "rslc", "complex", "burst")

    FOLDER, FORMAT, PATTERN, BURST = "FOLDER", "FORMAT", "PATTERN", "BURST"
    POLARISATION, AREA, WINDOW = "POLARISATION", "AREA", "WINDOW"
    HEIGHT, BASELINES = "HEIGHT", "BASELINES"
    FLATTEN, FLATTENED, RANGES = "FLATTEN", "FLATTENED", "RANGES"
    WAVELENGTH, INCIDENCE, HEADING, SIGN = "WAVELENGTH", "INCIDENCE", "HEADING", "SIGN"
    FIRST_DATE, LAST_DATE = "FIRST_DATE", "LAST_DATE"
    STACK, GEOMETRY, AMPLITUDE = "STACK", "GEOMETRY", "AMPLITUDE"

    def declare(self):
        """Parameters and outputs."""
        self.add_folder(
            self.FOLDER, "Folder of images", "The product's folder; subfolders are searched."
        )
        self.add_choice(self.FORMAT, "Format", "auto finds out by itself.", FORMATS, FORMATS[0])
        self.add_choice(
            self.POLARISATION, "Polarisation", "all imports what is there for every date.",
            POLARISATIONS, POLARISATIONS[0],
        )  # fmt: skip
        self.add_area(self.AREA, "Area", "Only this part of the images; all of them if empty.")
        self.add_text(
            self.BURST, "Burst", "Of several OPERA bursts: its name, such as T064-135523-IW2, or "
            "all for a mosaic, in which a pixel comes from the same burst in all dates.", "",
            optional=True,
        )  # fmt: skip
        self.add_text(
            self.PATTERN, "File pattern", "Only files like this, such as *_VV_*.h5.", "",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_text(
            self.WINDOW, "Rows and columns", "Only this part: first row, first column, rows, "
            "columns; counted from 0.", "", optional=True, advanced=True,
        )  # fmt: skip
        for name, what in (
            (self.FIRST_DATE, "First date"), (self.LAST_DATE, "Last date"),
        ):  # fmt: skip
            self.add_text(name, what, "Leave out images beyond.", "", optional=True, advanced=True)
        self._declare_geometry()
        self._declare_facts()
        self.add_number(
            MEMORY, "Memory budget (MiB)", "Memory for the parts that are copied at a time.",
            2048, minimum=64, integer=True, advanced=True,
        )  # fmt: skip
        self._declare_outputs()

    def _declare_geometry(self):
        for name, what, title in LOOKUP:
            self.add_file(
                name, title, f"The {what} of every pixel of images in radar coordinates, degrees; "
                "where the folder has none.", optional=True, advanced=True,
            )  # fmt: skip
        self.add_file(
            self.HEIGHT, "Height raster", "Metres above the ellipsoid: of the images' own pixels "
            "in radar coordinates, an elevation model of any grid where images have a CRS.",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_file(
            self.BASELINES, "Baseline table", "Text or CSV: date, perpendicular baseline in metres "
            "(or date, date, baseline: GAMMA's bperp_file). From the files or the orbits if "
            "empty.", optional=True, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.FLATTEN, "Take off flat-earth and terrain phase", "Where the images still hold "
            "it and orbits, latitude, longitude and height are known.", True, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.FLATTENED, "Phase is flat already", "Whether the phase of the ellipsoid and the "
            "terrain is off in the files: OPERA and ISCE-2 yes, GAMMA no, others do not tell.",
            FLATTENED, FLATTENED[0], advanced=True,
        )  # fmt: skip
        self.add_folder(
            self.RANGES, "Folder of range differences", "Rasters of the images' own pixels, a date "
            "in each name: slant range of that date less the reference's, metres. Takes the phase "
            "off where there are no orbits.", optional=True, advanced=True,
        )  # fmt: skip

    def _declare_facts(self):
        self.add_number(
            self.WAVELENGTH, "Wavelength (m)",
            "Where the product does not say: Sentinel-1 0.05546576, ALOS-2 0.2424525, "
            "TerraSAR-X 0.0310666.",
            None, 0.005, 2.0, optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.INCIDENCE, "Incidence angle (degrees)",
            "From the vertical, where the product has none.", None, 0.0, 89.9, optional=True,
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.HEADING, "Heading (degrees)",
            "Flight direction clockwise from north, where the product has none.", None, -360.0,
            360.0, optional=True, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.SIGN, "Sign of the phase",
            "product: as the product defines it; standard: -4 pi R / wavelength; conjugate: the "
            "other way round.",
            SIGNS, SIGNS[0], advanced=True,
        )  # fmt: skip

    def _declare_outputs(self):
        self.add_file_output(
            self.STACK, "Stack of images", "HDF5 in MintPy's layout (slcStack.h5).", "HDF5 (*.h5)"
        )
        self.add_file_output(
            self.GEOMETRY, "Geometry",
            "HDF5 in MintPy's layout (geometryGeo.h5 or geometryRadar.h5): height, incidence, "
            "azimuth, slant range, and latitude and longitude in radar coordinates.",
            "HDF5 (*.h5)", optional=True,
        )  # fmt: skip
        self.add_raster_output(
            self.AMPLITUDE, "Mean amplitude", "Of all dates in dB, on the map.", optional=True
        )
        for name, title in (
            ("DATES", "Dates"), ("ROWS", "Rows"), ("COLS", "Columns"),
            ("VALID_SHARE", "Share of pixels with values in all images"),
            ("ROW_SPACING", "Pixel size along rows (m)"),
            ("COL_SPACING", "Pixel size along columns (m)"),
            ("BASELINE_SPREAD", "Spread of the perpendicular baselines (m)"),
            ("IS_FLAT", "Flat-earth and terrain phase is off (1) or in (0)"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        self.add_text_result("FOUND", "Format found")
        self.add_text_result("FOUND_POLARISATIONS", "Polarisations")

    def check(self, parameters, context):
        """Dates, and rows and columns, must be ones."""
        for name in (self.FIRST_DATE, self.LAST_DATE):
            self._date(parameters, name, context)
        self._window(parameters, context)
        return None

    def _date(self, parameters, name, context):
        from ...algorithms.data.dates import parse_date

        text = self.text(parameters, name, context)
        return parse_date(text) if text else None

    def _window(self, parameters, context):
        from ...algorithms.data.grid import Window

        text = self.text(parameters, self.WINDOW, context)
        if not text:
            return None
        try:
            row, col, rows, cols = (int(word) for word in text.replace(",", " ").split())
        except ValueError as error:
            raise GroundshiftError(
                f"{self.title(self.WINDOW)}: '{text}' is not four whole numbers; give first row, "
                "first column, rows, columns."
            ) from error
        return Window(row, col, rows, cols)

    def compute(self, parameters, context, feedback):
        """Import."""
        from ...algorithms.io.atomic import Transaction
        from ...algorithms.io.run_importslc import SlcTargets, import_slc
        from ...algorithms.io.slc_products import find_images

        folder = self.existing_path(parameters, self.FOLDER, context)
        names = (self.STACK, self.GEOMETRY, self.AMPLITUDE)
        targets = [self.output_path(parameters, name, context) for name in names]
        product = find_images(
            folder, self.choice(parameters, self.FORMAT, context),
            self.text(parameters, self.PATTERN, context), self._search(parameters, context),
        )  # fmt: skip
        self._check_not_read(product, targets)
        progress = Progress(feedback)
        with Transaction() as files:
            paths = [files.add(target) if target else None for target in targets]
            report = import_slc(
                product, SlcTargets(*paths), self._options(parameters, context, product),
                progress=progress, cancelled=progress.cancelled,
                budget=self.integer(parameters, MEMORY, context) << 20,
            )  # fmt: skip
            if paths[1] and not report.geometry_written:
                files.drop(paths[1])
        self._tell(report, feedback)
        self.style_raster(
            targets[2], "backscatter", report.amplitude_limits, title="Mean amplitude",
            abstract="Mean of all images, dB.", when=(report.dates[0], report.dates[-1]),
        )  # fmt: skip
        return {
            self.STACK: targets[0], self.GEOMETRY: targets[1] if report.geometry_written else None,
            self.AMPLITUDE: targets[2], "DATES": len(report.dates), "ROWS": report.rows,
            "COLS": report.cols, "VALID_SHARE": report.valid_share,
            "ROW_SPACING": report.spacing[0], "COL_SPACING": report.spacing[1],
            "BASELINE_SPREAD": report.baseline, "IS_FLAT": int(report.flattened),
            "FOUND": report.kind, "FOUND_POLARISATIONS": ",".join(report.polarisations),
        }  # fmt: skip

    def _search(self, parameters, context):
        from ...algorithms.io.slc_products import SlcSearch

        return SlcSearch(
            burst=self.text(parameters, self.BURST, context),
            latitude=self.existing_path(parameters, "LATITUDE", context),
            longitude=self.existing_path(parameters, "LONGITUDE", context),
            height=self.existing_path(parameters, self.HEIGHT, context),
            baselines=self.existing_path(parameters, self.BASELINES, context),
        )

    def _options(self, parameters, context, product):
        from ...algorithms.io.crs import wkt_from_epsg
        from ...algorithms.io.slc_preparing import SlcImportOptions

        sign = self.choice(parameters, self.SIGN, context)
        flattened = self.choice(parameters, self.FLATTENED, context)
        polarisation = self.choice(parameters, self.POLARISATION, context)
        return SlcImportOptions(
            wavelength=self.number(parameters, self.WAVELENGTH, context),
            incidence=self.number(parameters, self.INCIDENCE, context),
            heading=self.number(parameters, self.HEADING, context),
            phase_sign={"standard": 1.0, "conjugate": -1.0}.get(sign),
            flattened={"yes": True, "no": False}.get(flattened),
            flatten=self.flag(parameters, self.FLATTEN, context),
            ranges=self.existing_path(parameters, self.RANGES, context),
            height=self.existing_path(parameters, self.HEIGHT, context),
            polarisation="" if polarisation == "all" else polarisation,
            first_date=self._date(parameters, self.FIRST_DATE, context),
            last_date=self._date(parameters, self.LAST_DATE, context),
            area=self.area(parameters, self.AREA, context, product.grid.crs or wkt_from_epsg(4326)),
            window=self._window(parameters, context),
        )

    def _check_not_read(self, product, targets):
        """Refuse outputs that are files of the product: they would be replaced."""
        read = {part.path for image in product.images for part in image.parts}
        for target in filter(None, targets):
            if str(target) in read or str(target.resolve()) in read:
                raise GroundshiftError(f"{target}: is input and output; choose another output.")

    def _tell(self, report, feedback):
        for text in report.notes:
            feedback.pushInfo(text)
        for text in report.warnings:
            feedback.pushWarning(text)
        if report.missing:
            feedback.pushWarning(
                f"Not known from the product: {', '.join(report.missing)}; give them as parameters "
                "where a later tool needs them."
            )
        down, across = report.spacing
        feedback.pushInfo(
            f"{len(report.dates)} dates ({report.dates[0]} to {report.dates[-1]}), "
            f"{'+'.join(report.polarisations)}, {report.rows} x {report.cols} pixels of "
            f"{down:.1f} x {across:.1f} m ({report.kind})."
        )
