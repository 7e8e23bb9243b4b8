# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder of coregistered radar images as one stack file."""

from __future__ import annotations

from ... import declare
from ...declare import Chosen, Output, choice, file, flag, text
from ...errors import GroundshiftError
from .importstack import ImportStack, OfProduct, not_known, refuse_read

FORMATS = ("auto", "opera", "isce2", "gamma", "rasters")
POLARISATIONS = ("all", "VV", "VH", "HH", "HV")
SIGNS = {"product": None, "standard": 1.0, "conjugate": -1.0}
FLATTENED = {"product": None, "yes": True, "no": False}


class ImportSlc(Chosen):
    """Which images, which part of them, and what the user knows of them."""

    folder = declare.folder(
        "Folder of images", "The product's folder; subfolders are searched.",
    )  # fmt: skip
    format = OfProduct.format.named("FORMAT", details={"choices": FORMATS})
    polarisation = choice(
        "Polarisation", "all imports what is there for every date.",
        POLARISATIONS,
    )  # fmt: skip
    area = declare.area(
        "Area", "Only this part of the images; all of them if empty.",
    )  # fmt: skip
    burst = text(
        "Burst",
        "Of several OPERA bursts: its name, such as T064-135523-IW2, or all for a mosaic, in "
        "which a pixel comes from the same burst in all dates.",
    )  # fmt: skip
    pattern = text(
        "File pattern", "Only files like this, such as *_VV_*.h5.", advanced=True,
    )  # fmt: skip
    window = text(
        "Rows and columns",
        "Only this part: first row, first column, rows, columns; counted from 0.", advanced=True,
    )  # fmt: skip
    first_date = ImportStack.first_date.named("FIRST_DATE", help="Leave out images beyond.")
    last_date = ImportStack.last_date.named("LAST_DATE", help="Leave out images beyond.")
    latitude = file(
        "Latitude raster",
        "The latitude of every pixel of images in radar coordinates, degrees; where the folder "
        "has none.", "", optional=True, advanced=True,
    )  # fmt: skip
    longitude = latitude.named(
        "LONGITUDE", title="Longitude raster", help=latitude.help.replace("latitude", "longitude")
    )
    height = file(
        "Height raster",
        "Metres above the ellipsoid: of the images' own pixels in radar coordinates, an "
        "elevation model of any grid where images have a CRS.", "", optional=True,
        advanced=True,
    )  # fmt: skip
    baselines = file(
        "Baseline table",
        "Text or CSV: date, perpendicular baseline in metres (or date, date, baseline: GAMMA's "
        "bperp_file). From the files or the orbits if empty.", "", optional=True,
        advanced=True,
    )  # fmt: skip
    flatten = flag(
        "Take off flat-earth and terrain phase",
        "Where the images still hold it and orbits, latitude, longitude and height are known.",
        True, advanced=True,
    )  # fmt: skip
    flattened = choice(
        "Phase is flat already",
        "Whether the phase of the ellipsoid and the terrain is off in the files: OPERA and "
        "ISCE-2 yes, GAMMA no, others do not tell.", FLATTENED,
        advanced=True,
    )  # fmt: skip
    ranges = declare.folder(
        "Folder of range differences",
        "Rasters of the images' own pixels, a date in each name: slant range of that date less "
        "the reference's, metres. Takes the phase off where there are no orbits.",
        optional=True, advanced=True,
    )  # fmt: skip
    wavelength = OfProduct.wavelength
    incidence = OfProduct.incidence
    heading = OfProduct.heading.named(
        "HEADING", help="Flight direction clockwise from north, where the product has none."
    )
    sign = choice(
        "Sign of the phase",
        "product: as the product defines it; standard: -4 pi R / wavelength; conjugate: the "
        "other way round.", SIGNS, advanced=True,
    )  # fmt: skip
    memory = ImportStack.memory

    def check(self):
        """Dates, and rows and columns, must be ones."""
        self.span()
        self.part()

    def span(self):
        """First and last date, None where any will do."""
        from ..dates import parse_date

        return tuple(parse_date(day) if day else None for day in (self.first_date, self.last_date))

    def part(self):
        """Window of rows and columns, or None."""
        from ..grid import Window

        if not self.window:
            return None
        try:
            row, col, rows, cols = (int(word) for word in self.window.replace(",", " ").split())
        except ValueError as error:
            raise GroundshiftError(
                f"{self.own['window'].words}: '{self.window}' is not four whole numbers; give "
                "first row, first column, rows, columns."
            ) from error
        return Window(row, col, rows, cols)

    def product(self):
        """The images of the folder."""
        from ...formats.images import SlcSearch, find_images

        search = SlcSearch(
            burst=self.burst, latitude=self.latitude, longitude=self.longitude,
            height=self.height, baselines=self.baselines,
        )  # fmt: skip
        return find_images(self.folder, self.format, self.pattern, search)

    def options(self, product):
        """As the import takes them."""
        from ..crs import area_in, wkt_from_epsg
        from .slc_preparing import SlcImportOptions

        first, last = self.span()
        return SlcImportOptions(
            self.wavelength, self.incidence, self.heading, SIGNS[self.sign],
            FLATTENED[self.flattened], self.flatten, self.ranges, self.height,
            "" if self.polarisation == "all" else self.polarisation, first, last,
            area_in(self.area, product.grid.crs or wkt_from_epsg(4326)), self.part(),
        )  # fmt: skip


OUTPUTS = (
    Output(
        "file", "STACK", "Stack of images", "HDF5 in MintPy's layout (slcStack.h5).",
        "HDF5, Zarr",
    ),
    Output(
        "file", "GEOMETRY", "Geometry",
        "HDF5 in MintPy's layout (geometryGeo.h5 or geometryRadar.h5): height, incidence, "
        "azimuth, slant range, and latitude and longitude in radar coordinates.",
        "HDF5, Zarr", optional=True,
    ),
    Output(
        "raster", "AMPLITUDE", "Mean amplitude", "Of all dates in dB, on the map.",
        optional=True, style="backscatter", abstract="Mean of all images, dB.",
    ),
)  # fmt: skip
NUMBERS = {
    "DATES": "Dates",
    "ROWS": "Rows",
    "COLS": "Columns",
    "VALID_SHARE": "Share of pixels with values in all images",
    "ROW_SPACING": "Pixel size along rows (m)",
    "COL_SPACING": "Pixel size along columns (m)",
    "BASELINE_SPREAD": "Spread of the perpendicular baselines (m)",
    "IS_FLAT": "Flat-earth and terrain phase is off (1) or in (0)",
}  # fmt: skip
TEXTS = {"FOUND": "Format found", "FOUND_POLARISATIONS": "Polarisations"}


def run(chosen, outputs, job) -> dict:
    """Import radar images; see :mod:`...declare`."""
    from .importing_slc import import_slc

    product = chosen.product()
    names = ("STACK", "GEOMETRY", "AMPLITUDE")
    read = [part.path for image in product.images for part in image.parts]
    refuse_read(read, (outputs.targets.get(name) for name in names))
    stack, geometry, amplitude = map(outputs.path, names)
    report = import_slc(product, stack, geometry, amplitude, chosen.options(product), job)
    if geometry and not report.geometry_written:
        outputs.leave_out("GEOMETRY")
    _tell(report, job)
    outputs.when = report.dates[0], report.dates[-1]
    outputs.look("AMPLITUDE", limits=report.amplitude_limits)
    return {
        "DATES": len(report.dates), "ROWS": report.rows, "COLS": report.cols,
        "VALID_SHARE": report.valid_share, "ROW_SPACING": report.spacing[0],
        "COL_SPACING": report.spacing[1], "BASELINE_SPREAD": report.baseline,
        "IS_FLAT": int(report.flattened), "FOUND": report.kind,
        "FOUND_POLARISATIONS": ",".join(report.polarisations),
    }  # fmt: skip


def _tell(report, job) -> None:
    for note in report.notes:
        job.note(note)
    for warning in report.warnings:
        job.warn(warning)
    not_known(report.missing, job)
    down, across = report.spacing
    job.note(
        f"{len(report.dates)} dates ({report.dates[0]} to {report.dates[-1]}), "
        f"{'+'.join(report.polarisations)}, {report.rows} x {report.cols} pixels of "
        f"{down:.1f} x {across:.1f} m ({report.kind})."
    )
