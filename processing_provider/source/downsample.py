# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Displacement maps, and text files of samples, into one layer of samples."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterCrs

from ..areas.layer_parameters import layer_of
from ..drawing import svg_to_png
from ..geometry.look_parameters import add_look, collect_look, look_source
from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .sample_parameters import add_samples, samples_of
from .sampling_parameters import add_method, add_noise, add_places
from .slip_parameters import check_slip_model, slip_source

UNITS = ("auto", "mm", "cm", "m", "rad")
SIGNS = ("auto", "towards", "away")
COORDINATES = ("auto", "degrees", "m", "km")


class Downsample(Tool):
    """A track of displacement as samples with their errors."""

    ID = "downsample"
    NAME = "Down-sample displacement"
    GROUP = "source"
    SUMMARY = (
        "Turns a map of displacement along the line of sight into some hundred samples that an "
        "inversion can take, with the look vector, the extent, the number of pixels and the "
        "standard deviation of each, and the covariance between them from the semivariogram of "
        "the far field. One track a run: give the samples of the tracks before as 'Earlier "
        "samples', and the new layer holds all of them. Text files of samples (.lltnde, .lldet of "
        "GNSS, CSV, GBIS' .mat) come in the same way. Displacement in the layer is in mm, positive "
        "towards the satellite."
    )
    PAPER = (
        "Quadtree: Jonsson et al. (2002), doi:10.1785/0120000922; curvature: Simons et al. (2002), "
        "doi:10.1785/0120000933; resolution and covariance: Lohman and Simons (2005), "
        "doi:10.1029/2004GC000841; model: Luo et al. (2021)"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "earthquake", "quadtree", "subsampling", "downsampling", "covariance", "semivariogram",
        "samples", "gnss", "fault",
    )  # fmt: skip

    RASTER, FILE, EARLIER, NAME_OF, BAND = "RASTER", "FILE", "EARLIER", "TRACK", "BAND"
    COLUMNS, COORDINATES, FILE_CRS = "COLUMNS", "COORDINATES", "FILE_CRS"
    UNIT, SIGN, WAVELENGTH, ZERO = "UNIT", "SIGN", "WAVELENGTH", "ZERO_IS_NODATA"
    METHOD, CRITERION, COUNT, THRESHOLD = "METHOD", "CRITERION", "COUNT", "THRESHOLD"
    SMALLEST, LARGEST, HOLES, DETREND = "SMALLEST", "LARGEST", "HOLES", "DETREND"
    MEDIAN, WEIGHT, DAMPING = "MEDIAN", "WEIGHT", "DAMPING"
    SLIP, PREDICTION, POISSON = "SLIP", "PREDICTION", "POISSON"
    DIP, WIDTH, PATCH = "FAULT_DIP", "FAULT_WIDTH", "PATCH"
    AREA, LEFT_OUT, TRACE, TRACE_MASK = "AREA", "LEFT_OUT", "TRACE", "TRACE_MASK"
    NEAR, NEAR_CELL = "NEAR", "NEAR_CELL"
    NOISE, FAR, FAR_FROM = "SEMIVARIOGRAM", "FAR", "FAR_FROM"
    NUGGET, SILL, RANGE, PAIRS, SEED = "NUGGET", "SILL", "RANGE", "PAIRS", "SEED"
    SAMPLES, CELLS, HTML, PNG = "SAMPLES", "CELLS", "HTML", "PNG"

    def declare(self):
        """Parameters and outputs."""
        self.add_raster(
            self.RASTER, "Displacement",
            "Along the line of sight, or unwrapped phase; a text file may stand in its place.",
            optional=True,
        )  # fmt: skip
        add_look(self, optional=True)
        self.add_file(
            self.FILE, "Text file of samples",
            "In place of a raster: .lltnde (lon, lat, height, look east, north, up, displacement, "
            "error), .lldet (GNSS: lon, lat, east, north, up, their errors), CSV with a header "
            "(<name>_cov.npy beside it is its covariance), other tables by their Columns, GBIS' "
            ".mat.",
            "Samples (*.csv *.txt *.dat *.lltnde *.lltnd *.lldet *.llde *.mat *.xyz)",
            optional=True,
        )  # fmt: skip
        add_samples(self, self.EARLIER, "Earlier samples", "Tracks that are handed on.", True)
        self.add_text(
            self.NAME_OF, "Name of the track", "That of the file where empty.", "", optional=True,
            advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.UNIT, "Unit", "auto takes what the raster, the header or the format says; rad is "
            "unwrapped phase.", UNITS, UNITS[0],
        )  # fmt: skip
        self.add_choice(
            self.SIGN, "Positive values are", "auto: displacement towards the satellite, phase "
            "away from it, as MintPy, ISCE, HyP3 and LiCSAR have it, and so a column range_change.",
            SIGNS, SIGNS[0],
        )  # fmt: skip
        self._declare_text()
        add_method(self)
        add_places(self)
        add_noise(self)
        for name, title, help, value in (
            (self.WAVELENGTH, "Wavelength (m)", "For phase; what the raster says wins.",
             0.05546576),
            (self.DAMPING, "Damping",
             "Of the inversion behind the data resolution, as a share of its largest singular "
             "value.", 0.05),
        ):  # fmt: skip
            self.add_number(name, title, help, value, 1e-6, 2.0, advanced=True)
        self.add_number(
            self.POISSON, "Poisson's ratio", "Of the half-space, for fault and model.", 0.25, 0.0,
            0.499, advanced=True,
        )  # fmt: skip
        self.add_number(self.BAND, "Band", "Of the raster.", 1, 1, integer=True, advanced=True)
        self.add_flag(self.ZERO, "Zero is no data", "As in GAMMA's products.", advanced=True)
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_text(self):
        self.add_text(
            self.COLUMNS, "Columns of the text file",
            "A word a column, for files without a header or with another one: lon, lat, x, y, "
            "displacement, std, weight, look_east, look_north, look_up, incidence, heading; of "
            "GNSS east, north, up, se, sn, su, or component (E, N, U) with displacement; - for "
            "others. A unit may follow: displacement_cm, x_km.", "", optional=True, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.COORDINATES, "Coordinates of the text file",
            "auto takes what the names of the columns say: lon is in degrees, x_km in kilometres.",
            COORDINATES, COORDINATES[0], advanced=True,
        )  # fmt: skip
        crs = QgsProcessingParameterCrs(
            self.FILE_CRS, self.tr("CRS of the text file"), None, True
        )  # fmt: skip
        self.add(
            crs, "WGS 84 for degrees where empty; none for metres and kilometres.", advanced=True
        )

    def _declare_outputs(self):
        self.add_vector_output(
            self.SAMPLES, "Samples",
            "Points with track, displacement_mm, std_mm, weight, los_east, los_north, los_up, "
            "width_m, height_m, pixels, scatter_mm; the semivariogram in a table of the same file.",
        )  # fmt: skip
        self.add_vector_output(
            self.CELLS, "Cells", "Polygons of this track's cells.", optional=True,
            by_default=False, polygons=True,
        )  # fmt: skip
        self.add_file_output(
            self.HTML, "Report (HTML)", "The semivariogram and what was done.",
            "HTML files (*.html)", optional=True,
        )  # fmt: skip
        self.add_file_output(
            self.PNG, "Semivariogram (PNG)", "The same plot as a picture.", "PNG files (*.png)",
            optional=True, by_default=False,
        )  # fmt: skip
        for name, title in (
            ("SAMPLE_COUNT", "Samples of the track"), ("TOTAL", "Samples in the file"),
            ("PIXELS", "Pixels with data"), ("COVERED", "Share of them in samples (%)"),
            ("VARIANCE", "Variance held by the samples (%)"),
            ("USED_THRESHOLD", "Threshold (mm, or data resolution)"),
            ("PEAK", "Largest displacement of a sample (mm)"), ("NUGGET_FOUND", "Nugget (mm2)"),
            ("SILL_FOUND", "Sill (mm2)"), ("RANGE_FOUND", "Range (km)"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """One source, and what its method needs."""
        given = [self.is_given(parameters, name) for name in (self.RASTER, self.FILE)]
        titles = f"{self.title(self.RASTER)} or {self.title(self.FILE)}"
        if all(given):
            return f"{titles}: both are given; run the tool once for each."
        if not any(given):
            return f"{titles}: is missing; give one of them."
        problem = check_slip_model(self, parameters, self.SLIP, optional=True)
        if problem or not given[0]:
            return problem
        fault = any(self.is_given(parameters, name) for name in (self.SLIP, f"{self.SLIP}_FILE"))
        method = self.choice(parameters, self.METHOD, context)
        trace = all(self.is_given(parameters, n) for n in (self.TRACE, self.WIDTH))
        if method == "resolution" and not (fault or trace):
            return (
                f"{self.title(self.SLIP)}: is missing; the method resolution needs a fault; give "
                "it, or the rupture with its width."
            )
        if method == "model" and not (fault or self.is_given(parameters, self.PREDICTION)):
            return f"{self.title(self.SLIP)}: is missing; the method model needs it or a raster."
        if self.is_given(parameters, self.SILL) != self.is_given(parameters, self.RANGE):
            return f"{self.title(self.SILL)}: goes with {self.title(self.RANGE)}; give both."
        if not self.is_given(parameters, self.TRACE):
            for name in (self.TRACE_MASK, self.NEAR):
                if self.number(parameters, name, context):
                    return f"{self.title(name)}: there is no rupture; give its trace."
        return None

    def collect(self, parameters, context, feedback):
        """Where layers and rasters lie."""
        self._raster = self.raster_path(parameters, self.RASTER, context)
        self._prediction = self.raster_path(parameters, self.PREDICTION, context)
        self._look = collect_look(self, parameters, context)
        self._layers = {
            key: layer_of(self, parameters, name, context)
            for key, name in (
                ("area", self.AREA), ("left_out", self.LEFT_OUT), ("trace", self.TRACE),
                ("far", self.FAR),
            )
        }  # fmt: skip
        self._earlier = samples_of(self, parameters, self.EARLIER, context)
        self._slip = slip_source(self, parameters, self.SLIP, context)

    def compute(self, parameters, context, feedback):
        """Sample or import."""
        from ...algorithms.io.atomic import Transaction
        from ...algorithms.io.run_downsample import (
            DownsampleTargets,
            downsample_raster,
            import_samples,
        )

        targets = DownsampleTargets(
            *(
                self.output_path(parameters, name, context)
                for name in (self.SAMPLES, self.CELLS, self.HTML)
            )
        )
        png = self.output_path(parameters, self.PNG, context)
        progress, noise = Progress(feedback), self._noise(parameters, context)
        with Transaction() as files:
            if self._raster is None:
                report = import_samples(
                    self.existing_path(parameters, self.FILE, context), targets,
                    self._text(parameters, context), noise, earlier=self._earlier, files=files,
                )  # fmt: skip
            else:
                report = downsample_raster(
                    self._source(parameters, context), self._look_source(parameters, context),
                    targets, self._sampling(parameters, context), noise,
                    self._places(parameters, context), self._guide(parameters, context),
                    name=self.text(parameters, self.NAME_OF, context), earlier=self._earlier,
                    run_options=run_options(self, parameters, context), progress=progress,
                    cancelled=progress.cancelled, files=files,
                )  # fmt: skip
            if png and report.svg:
                svg_to_png(report.svg, files.add(png))
        for text in report.notes:
            feedback.pushInfo(text)
        self._style(targets, report)
        return {
            self.SAMPLES: targets.samples,
            self.CELLS: targets.cells if self._raster is not None else None,
            self.HTML: targets.html, self.PNG: png if report.svg else None, **report.results(),
        }  # fmt: skip

    def _style(self, targets, report):
        limits = report.limit_mm
        about = "Displacement along the line of sight, positive towards the satellite. "
        self.style_vector(
            targets.samples, "samples_displacement", limits, "Samples",
            about + " ".join(report.notes),
        )  # fmt: skip
        if self._raster is not None:
            self.style_vector(targets.cells, "cells_displacement", limits, "Cells", about)

    def _look_source(self, parameters, context):
        from ...algorithms.io.look_angles import LookSource

        found = look_source(self, parameters, context, self._look)
        return found if found is not None else LookSource()

    def _source(self, parameters, context):
        from ...algorithms.io.displacement_source import DisplacementSource

        return DisplacementSource(
            self._raster, self.integer(parameters, self.BAND, context),
            self.choice(parameters, self.UNIT, context),
            self.choice(parameters, self.SIGN, context),
            self.number(parameters, self.WAVELENGTH, context),
            self.flag(parameters, self.ZERO, context),
        )  # fmt: skip

    def _text(self, parameters, context):
        from ...algorithms.io.sample_formats import TextOptions

        return TextOptions(
            self.text(parameters, self.NAME_OF, context),
            self.choice(parameters, self.UNIT, context),
            {"towards": False, "away": True}.get(self.choice(parameters, self.SIGN, context)),
            self.number(parameters, "INCIDENCE", context),
            self.number(parameters, "HEADING", context),
            self.number(parameters, self.WAVELENGTH, context),
            self.text(parameters, self.COLUMNS, context),
            self.choice(parameters, self.COORDINATES, context),
            self.crs(parameters, self.FILE_CRS, context),
        )

    def _sampling(self, parameters, context):
        from ...algorithms.io.run_downsample import sampling_options

        return sampling_options(
            self.choice(parameters, self.METHOD, context),
            threshold=self.number(parameters, self.THRESHOLD, context),
            holes_percent=self.number(parameters, self.HOLES, context),
            criterion=self.choice(parameters, self.CRITERION, context),
            samples=self.integer(parameters, self.COUNT, context),
            smallest=self.number(parameters, self.SMALLEST, context),
            largest=self.number(parameters, self.LARGEST, context),
            detrend=self.flag(parameters, self.DETREND, context),
            weights=self.choice(parameters, self.WEIGHT, context),
            median=self.flag(parameters, self.MEDIAN, context),
            damping=self.number(parameters, self.DAMPING, context),
        )

    def _places(self, parameters, context):
        from ...algorithms.io.displacement_source import Places

        far_from = self.number(parameters, self.FAR_FROM, context)
        return Places(
            **self._layers, trace_mask=self.number(parameters, self.TRACE_MASK, context),
            near=self.number(parameters, self.NEAR, context),
            near_cell=self.number(parameters, self.NEAR_CELL, context),
            far_from=None if far_from is None else far_from * 1e3,
        )  # fmt: skip

    def _guide(self, parameters, context):
        from ...algorithms.io.sampling_guide import guide_of

        return guide_of(
            self._slip, self._prediction, self._layers["trace"],
            *(
                self.number(parameters, name, context)
                for name in (self.DIP, self.WIDTH, self.PATCH, self.POISSON)
            ),
        )  # fmt: skip

    def _noise(self, parameters, context):
        from ...algorithms.io.sampling_noise import noise_options

        return noise_options(
            self.flag(parameters, self.NOISE, context),
            self.number(parameters, self.NUGGET, context),
            self.number(parameters, self.SILL, context),
            self.number(parameters, self.RANGE, context),
            self.integer(parameters, self.PAIRS, context),
            self.integer(parameters, self.SEED, context),
        )
