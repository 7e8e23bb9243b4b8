# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Import: a folder of unwrapped interferograms becomes one stack file."""

from __future__ import annotations

import os

from ...algorithms.errors import GroundshiftError
from ..running import MEMORY
from ..tool import Progress, Tool

FORMATS = ("auto", "gamma", "licsar", "hyp3", "mintpy", "pairs")
SIGNS = ("product", "positive_away", "positive_towards")
GRIDS = ("refuse", "crop", "resample")


class ImportStack(Tool):
    """One stack file from the products of other software."""

    ID = "importstack"
    NAME = "Import interferogram stack"
    GROUP = "data"
    SUMMARY = (
        "Reads a folder of unwrapped interferograms into one stack file, with coherence, "
        "wavelength, baselines and look geometry where the product has them. Recognises GAMMA and "
        "PyRate GeoTIFF, COMET LiCSAR, ASF HyP3 (GAMMA and ISCE2 burst products), MintPy HDF5 and "
        "plain GeoTIFF pairs whose names hold two dates. Sign, units and no data are brought to "
        "one convention: phase in radians, later minus earlier date, positive away from the "
        "satellite; no data is NaN."
    )
    PAPER = "Layout of MintPy: Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331"
    NEEDS = ("numpy", "h5py", "pyproj")
    TAGS = ("load", "licsar", "hyp3", "gamma", "pyrate", "mintpy", "isce", "interferogram")

    FOLDER, STACK_FILE, FORMAT = "FOLDER", "STACK_FILE", "FORMAT"
    WAVELENGTH, INCIDENCE, HEADING, LOOKS = "WAVELENGTH", "INCIDENCE", "HEADING", "LOOKS"
    SIGN, NODATA, GRIDS = "SIGN", "NODATA", "GRIDS"
    FIRST_DATE, LAST_DATE = "FIRST_DATE", "LAST_DATE"
    STACK, GEOMETRY = "STACK", "GEOMETRY"

    def declare(self):
        """Parameters and outputs."""
        self.add_folder(
            self.FOLDER, "Folder of interferograms", "The product's folder; subfolders are "
            "searched.", optional=True,
        )  # fmt: skip
        self.add_file(
            self.STACK_FILE, "or MintPy's stack file", "ifgramStack.h5 instead of a folder.",
            "HDF5 (*.h5 *.he5)", optional=True,
        )  # fmt: skip
        self.add_choice(self.FORMAT, "Format", "auto finds out by itself.", FORMATS, FORMATS[0])
        self._declare_facts()
        self.add_choice(
            self.GRIDS, "Interferograms on other grids",
            "refuse: stop and name the file; crop: to the common area of grids that line up; "
            "resample: to the commonest grid.",
            GRIDS, GRIDS[0],
        )  # fmt: skip
        self.add_text(
            self.FIRST_DATE, "First date", "Leave out pairs that begin before.", "",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_text(
            self.LAST_DATE, "Last date", "Leave out pairs that end after.", "", optional=True,
            advanced=True,
        )  # fmt: skip
        self.add_number(
            MEMORY, "Memory budget (MiB)", "Memory for the parts that are copied at a time.",
            2048, minimum=64, integer=True, advanced=True,
        )  # fmt: skip
        self._declare_outputs()

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
            "Flight direction clockwise from north, where the product has none: Sentinel-1 about "
            "-10 ascending, 190 descending.",
            None, -360.0, 360.0, optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.LOOKS, "Looks", "Range times azimuth looks, where the product does not say.",
            None, 1.0, optional=True, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.SIGN, "Sign of the phase",
            "product: as the product defines it; or whether positive phase of the later minus the "
            "earlier date means motion away from or towards the satellite.",
            SIGNS, SIGNS[0], advanced=True,
        )  # fmt: skip
        self.add_number(
            self.NODATA, "No-data value",
            "A value that means no data, besides those the files declare; 0 is usual for GAMMA.",
            None, optional=True, advanced=True,
        )  # fmt: skip

    def _declare_outputs(self):
        self.add_file_output(
            self.STACK, "Stack", "HDF5 in MintPy's layout (ifgramStack.h5).", "HDF5 (*.h5)"
        )
        self.add_file_output(
            self.GEOMETRY, "Geometry",
            "HDF5 in MintPy's layout (geometryGeo.h5): height, incidence, azimuth. Left out where "
            "nothing is known.",
            "HDF5 (*.h5)", optional=True,
        )  # fmt: skip
        for name, title in (
            ("PAIRS", "Interferograms"), ("DATES", "Dates"), ("ROWS", "Rows"), ("COLS", "Columns"),
            ("VALID_SHARE", "Share of valid phases"), ("MEAN_COHERENCE", "Mean coherence"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        self.add_text_result("FOUND", "Format found")

    def check(self, parameters, context):
        """One source, and dates that are ones."""
        sources = [self.is_given(parameters, n) for n in (self.FOLDER, self.STACK_FILE)]
        if sum(sources) != 1:
            return "Give either a folder of interferograms (FOLDER) or a stack file (STACK_FILE)."
        for name in (self.FIRST_DATE, self.LAST_DATE):
            self._date(parameters, name, context)
        return None

    def _date(self, parameters, name, context):
        from ...algorithms.data.dates import parse_date

        text = self.text(parameters, name, context)
        return parse_date(text) if text else None

    def compute(self, parameters, context, feedback):
        """Import."""
        from ...algorithms.io.atomic import Transaction
        from ...algorithms.io.importing import import_stack
        from ...algorithms.io.products import find_product

        source = self.existing_path(parameters, self.FOLDER, context) or self.existing_path(
            parameters, self.STACK_FILE, context
        )
        targets = [self.output_path(parameters, n, context) for n in (self.STACK, self.GEOMETRY)]
        product = find_product(source, self.choice(parameters, self.FORMAT, context))
        self._check_not_read(product, targets)
        progress = Progress(feedback)
        with Transaction() as files:
            stack, geometry = (files.add(t) if t else None for t in targets)
            report = import_stack(
                product, stack, geometry, self._options(parameters, context), progress=progress,
                cancelled=progress.cancelled,
                budget=self.integer(parameters, MEMORY, context) << 20,
            )  # fmt: skip
            if geometry and not report.geometry_written:
                files.drop(geometry)
        for text in report.notes:
            feedback.pushInfo(text)
        if report.missing:
            feedback.pushWarning(
                f"Not known from the product: {', '.join(report.missing)}; give them as parameters "
                "where a later tool needs them."
            )
        feedback.pushInfo(
            f"{report.pairs} interferograms, {report.dates} dates, {report.rows} x {report.cols} "
            f"pixels ({report.kind})."
        )
        return {
            self.STACK: targets[0], self.GEOMETRY: targets[1] if report.geometry_written else None,
            "PAIRS": report.pairs, "DATES": report.dates, "ROWS": report.rows,
            "COLS": report.cols, "VALID_SHARE": report.valid_share,
            "MEAN_COHERENCE": report.mean_coherence, "FOUND": report.kind,
        }  # fmt: skip

    def _check_not_read(self, product, targets):
        """Refuse outputs that are files of the product: they would be replaced."""
        read = {
            os.path.realpath(band.path)
            for pair in product.interferograms for band in (pair.phase, pair.coherence) if band
        }  # fmt: skip
        for target in filter(None, targets):
            if os.path.realpath(target) in read:
                raise GroundshiftError(f"{target}: is input and output; choose another output.")

    def _options(self, parameters, context):
        from ...algorithms.io.importing import ImportOptions

        sign = self.choice(parameters, self.SIGN, context)
        return ImportOptions(
            self.number(parameters, self.WAVELENGTH, context),
            self.number(parameters, self.INCIDENCE, context),
            self.number(parameters, self.HEADING, context),
            {"positive_away": 1.0, "positive_towards": -1.0}.get(sign),
            self.number(parameters, self.LOOKS, context),
            self.choice(parameters, self.GRIDS, context),
            self.number(parameters, self.NODATA, context),
            self._date(parameters, self.FIRST_DATE, context),
            self._date(parameters, self.LAST_DATE, context),
        )
