# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Long-wavelength motion removed from short-wavelength interferograms, and restored."""

from __future__ import annotations

from qgis.core import QgsProcessing, QgsProcessingParameterVectorLayer

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool

MODES = ("remove", "restore")
ASSUMPTIONS = ("vertical", "down_slope", "same_los")
INTERPOLATIONS = ("spline", "thin_plate", "kriging")
PHASES = ("auto", "unwrapped", "wrapped")
OUTSIDE = ("no_data", "keep")
HDF5 = "HDF5 (*.h5 *.he5)"


class MultiSensor(Tool):
    """Help from L band where C or X band loses count of its fringes."""

    ID = "multisensor"
    NAME = "Long-wavelength help for short-wavelength unwrapping"
    GROUP = "timeseries"
    SUMMARY = (
        "Where ground moves so fast that C- or X-band fringes run into each other, a displacement "
        "series of a longer wavelength (L band) can still be followed. 'remove' models that series "
        "by a polynomial in time at every point, turns it into the other line of sight under a "
        "stated assumption, interpolates it and takes its phase out of the short-wavelength stack, "
        "wrapped or unwrapped. After unwrapping and inversion of what is left, 'restore' adds it "
        "back. What was removed is restored exactly: errors of the prediction do not enter the "
        "result, they only leave more phase to unwrap."
    )
    PAPER = (
        "Remove and restore with a long-wavelength model after Zhu et al.; spline: Clough and "
        "Tocher (1965) as in SciPy; kriging: Gaussian process of scikit-learn; errors by "
        "cross-validation"
    )
    NEEDS = ("numpy", "scipy", "sklearn", "h5py", "pyproj")
    TAGS = ("L-band", "C-band", "X-band", "unwrapping", "landslide", "ALOS", "NISAR", "kriging")

    MODE, STACK, LONG_SERIES, LONG_POINTS = "MODE", "STACK", "LONG_SERIES", "LONG_POINTS"
    ASSUMPTION, GEOMETRY, LONG_GEOMETRY = "ASSUMPTION", "GEOMETRY", "LONG_GEOMETRY"
    DEGREE, INTERPOLATION, MIN_COHERENCE = "DEGREE", "INTERPOLATION", "MIN_COHERENCE"
    PHASE, OUTSIDE, REACH = "PHASE", "OUTSIDE", "REACH"
    NEIGHBOURS, SMOOTHING, SAMPLE = "NEIGHBOURS", "SMOOTHING", "SAMPLE"
    MOST_NODES, SEED = "MOST_NODES", "SEED"
    TIMESERIES, MODEL_IN = "TIMESERIES", "MODEL_IN"
    RESIDUAL, MODEL, PREDICTION = "RESIDUAL", "MODEL", "PREDICTION"
    RESTORED, VELOCITY = "RESTORED", "VELOCITY"

    def declare(self):
        """Parameters and outputs."""
        self.add_choice(
            self.MODE, "What to do",
            "remove: take the predicted phase out of a stack; restore: add it back to the series "
            "that was inverted from what was left.", MODES, MODES[0],
        )  # fmt: skip
        self._declare_remove()
        self._declare_details()
        for name, title, help in (
            (self.TIMESERIES, "Series of the residual stack",
             "For restore: what 'SBAS inversion' made of the residual stack."),
            (self.MODEL_IN, "Model that was removed", "For restore: the model of the removal."),
        ):  # fmt: skip
            self.add_file(name, title, help, HDF5, optional=True)
        for name, title, help in (
            (self.RESIDUAL, "Residual stack",
             "remove: the stack without the predicted phase, on the same grid and pairs."),
            (self.MODEL, "Model", "remove: what was taken out, for restore."),
            (self.RESTORED, "Restored series", "restore: the series with the motion added."),
        ):  # fmt: skip
            self.add_file_output(name, title, help, "HDF5 (*.h5)", optional=True, by_default=False)
        for name, title, help in (
            (self.PREDICTION, "Prediction",
             "remove: predicted rate (mm/yr), its standard deviation, and the largest standard "
             "deviation of a pair's predicted phase (rad)."),
            (self.VELOCITY, "Restored velocity", "restore: rate in mm/yr."),
        ):  # fmt: skip
            self.add_raster_output(name, title, help, optional=True, by_default=False)
        for name, title in (
            ("NODES", "Long-wavelength nodes"), ("PIXELS", "Pixels with a result"),
            ("STEEP_BEFORE", "Share of steps too steep to unwrap, before"),
            ("STEEP_AFTER", "Share of steps too steep to unwrap, after"),
            ("CROSS_VALIDATION", "RMS error of the rate at nodes left out (mm/yr)"),
            ("MEDIAN_PHASE_STD", "Median of the largest phase error (rad)"),
            ("FASTEST_AWAY", "Fastest rate away (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards (mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        add_run_parameters(self, cluster=False)

    def _declare_remove(self):
        for name, title, help in (
            (self.STACK, "Short-wavelength stack",
             "For remove: ifgramStack.h5, wrapped or unwrapped."),
            (self.LONG_SERIES, "Long-wavelength series",
             "For remove: timeseries.h5 of the longer wavelength, on any grid."),
        ):  # fmt: skip
            self.add_file(name, title, help, HDF5, optional=True)
        points = QgsProcessingParameterVectorLayer(
            self.LONG_POINTS, self.tr("Long-wavelength points"),
            [QgsProcessing.SourceType.TypeVectorPoint], None, True,
        )  # fmt: skip
        self.add(
            points,
            "Instead of the series: points with fields DYYYYMMDD in mm, and los_east, los_north, "
            "los_up.",
        )
        self.add_choice(
            self.ASSUMPTION, "Assumed motion",
            "What turns one line of sight into the other: vertical motion, motion down the slope "
            "(vertical where it is under 5 degrees), or the same look of both.",
            ASSUMPTIONS, ASSUMPTIONS[0],
        )  # fmt: skip
        self.add_file(
            self.GEOMETRY, "Geometry of the stack",
            "Look vectors, and heights for down_slope; not needed for same_los.", HDF5,
            optional=True,
        )  # fmt: skip
        self.add_file(
            self.LONG_GEOMETRY, "Geometry of the long-wavelength series",
            "Look vectors; not needed for points and for same_los.", HDF5, optional=True,
        )  # fmt: skip
        self.add_number(
            self.DEGREE, "Polynomial degree",
            "In time: 1 is a constant rate, 2 has an acceleration.", 1, 1, 3, integer=True,
        )  # fmt: skip
        self.add_choice(
            self.INTERPOLATION, "Interpolation",
            "spline: Clough-Tocher spline through the nodes; thin_plate: thin-plate spline, which "
            "can smooth but is slow; kriging: Gaussian process on a sample of the nodes, for few "
            "or noisy points.",
            INTERPOLATIONS, INTERPOLATIONS[0],
        )  # fmt: skip

    def _declare_details(self):
        self.add_number(
            self.MIN_COHERENCE, "Minimum temporal coherence",
            "Of the long-wavelength pixels that are used, where the series has one.", 0.7, 0.0,
            1.0, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.PHASE, "Phase of the stack",
            "auto takes it as wrapped where the stack has wrapPhase only, or no value is beyond "
            "pi. Wrapped phase stays wrapped: unwrap the residual stack, invert, then restore.",
            PHASES, PHASES[0], advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.OUTSIDE, "Beyond the long-wavelength data",
            "no_data drops the phase; keep leaves it, with a step at the edge.", OUTSIDE,
            OUTSIDE[0], advanced=True,
        )  # fmt: skip
        self.add_number(
            self.REACH, "Reach of a node (m)",
            "Nothing is predicted further from the next node; three times their spacing if empty.",
            None, 0.1, optional=True, advanced=True,
        )  # fmt: skip
        for name, title, help, value, low in (
            (self.NEIGHBOURS, "Neighbours", "Nodes of a thin-plate spline.", 24, 4),
            (self.SAMPLE, "Sample", "Most nodes of kriging.", 600, 12),
            (self.MOST_NODES, "Most nodes",
             "Pixels of the long-wavelength series are averaged in cells to at most so many.",
             20000, 12),
            (self.SEED, "Seed", "For kriging's sample and the cross-validation.", 0, 0),
        ):  # fmt: skip
            self.add_number(name, title, help, value, low, integer=True, advanced=True)
        self.add_number(
            self.SMOOTHING, "Smoothing", "Of the thin-plate spline; 0 goes through the nodes.",
            0.0, 0.0, advanced=True,
        )  # fmt: skip

    def check(self, parameters, context):
        """Each mode has what it needs."""
        if self.choice(parameters, self.MODE, context) == "remove":
            needed = [self.STACK, self.RESIDUAL, self.MODEL]
            both = [self.is_given(parameters, n) for n in (self.LONG_SERIES, self.LONG_POINTS)]
            if sum(both) != 1:
                return "Give either a long-wavelength series or long-wavelength points."
        else:
            needed = [self.TIMESERIES, self.MODEL_IN, self.RESTORED]
        for name in needed:
            if not self.is_given(parameters, name):
                mode = self.choice(parameters, self.MODE, context)
                return f"{self.title(name)}: is missing for '{mode}'; give it."
        return None

    def collect(self, parameters, context, feedback):
        """Where the points lie."""
        self._points = self.layer_source(parameters, self.LONG_POINTS, context)

    def compute(self, parameters, context, feedback):
        """Remove or restore."""
        if self.choice(parameters, self.MODE, context) == "remove":
            return self._remove(parameters, context, feedback)
        return self._restore(parameters, context, feedback)

    def _options(self, parameters, context):
        from ...algorithms.io.run_multisensor import RemoveOptions
        from ...algorithms.timeseries.interpolation import FieldOptions

        field = FieldOptions(
            self.choice(parameters, self.INTERPOLATION, context),
            self.integer(parameters, self.NEIGHBOURS, context),
            self.number(parameters, self.SMOOTHING, context),
            self.integer(parameters, self.SAMPLE, context),
            self.integer(parameters, self.SEED, context),
        )
        return RemoveOptions(
            self.integer(parameters, self.DEGREE, context),
            self.choice(parameters, self.ASSUMPTION, context), field,
            self.integer(parameters, self.MOST_NODES, context),
            self.number(parameters, self.REACH, context),
            self.choice(parameters, self.OUTSIDE, context) == "keep",
            self.choice(parameters, self.PHASE, context),
        )  # fmt: skip

    def _long(self, parameters, context):
        from ...algorithms.io.run_multisensor import LongWavelength

        if self._points is not None:
            return LongWavelength(*self._points, points=True)
        return LongWavelength(
            self.existing_path(parameters, self.LONG_SERIES, context),
            geometry_path=self.existing_path(parameters, self.LONG_GEOMETRY, context),
            minimum_coherence=self.number(parameters, self.MIN_COHERENCE, context),
        )

    def _remove(self, parameters, context, feedback):
        from ...algorithms.io.run_multisensor import run_remove

        residual, model, raster = (
            self.output_path(parameters, name, context)
            for name in (self.RESIDUAL, self.MODEL, self.PREDICTION)
        )
        progress = Progress(feedback)
        report = run_remove(
            self.existing_path(parameters, self.STACK, context), self._long(parameters, context),
            residual, model, raster, self._options(parameters, context),
            short_geometry=self.existing_path(parameters, self.GEOMETRY, context),
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled,
        )  # fmt: skip
        for text in report.notes:
            feedback.pushInfo(text)
        self.style_raster(
            raster, "velocity", report.velocity.symmetric_limit, title="Predicted motion",
            abstract="Rate in mm a year that the long wavelength predicts along the stack's line "
            "of sight, its standard deviation, and the largest one of a pair's phase (rad). "
            + " ".join(report.notes),
        )  # fmt: skip
        return {
            self.RESIDUAL: residual, self.MODEL: model, self.PREDICTION: raster,
            **report.results(),
        }  # fmt: skip

    def _restore(self, parameters, context, feedback):
        from ...algorithms.io.run_restore import run_restore

        series, raster = (
            self.output_path(parameters, name, context) for name in (self.RESTORED, self.VELOCITY)
        )
        progress = Progress(feedback)
        report = run_restore(
            self.existing_path(parameters, self.TIMESERIES, context),
            self.existing_path(parameters, self.MODEL_IN, context), series, raster,
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled,
        )  # fmt: skip
        self.style_raster(
            raster, "velocity", report.velocity.symmetric_limit, title="Restored velocity",
            abstract="Rate along the line of sight in mm a year, positive towards the satellite, "
            "with the long-wavelength motion restored.",
        )  # fmt: skip
        return {
            self.RESTORED: series, self.VELOCITY: raster, "PIXELS": report.pixels,
            "FASTEST_AWAY": report.velocity.minimum, "FASTEST_TOWARDS": report.velocity.maximum,
        }  # fmt: skip
