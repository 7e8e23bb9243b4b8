# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity maps that other software finished, as styled layers."""

from __future__ import annotations

from ..tool import Progress, Tool


class ImportVelocity(Tool):
    """MintPy's velocity.h5 and LiCSBAS' velocity files as rasters."""

    ID = "importvelocity"
    NAME = "Import velocity map"
    GROUP = "data"
    SUMMARY = (
        "Redraws a finished velocity map of MintPy (velocity.h5) or LiCSBAS (vel, vel.mskd, "
        "vel.filt.mskd ...) as a raster in mm a year with its standard deviation, in the right "
        "place and with the right sign: positive towards the satellite."
    )
    PAPER = (
        "MintPy: Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331; LiCSBAS: Morishita et al. "
        "(2020), doi:10.3390/rs12030424"
    )
    NEEDS = ("numpy", "h5py", "pyproj")
    TAGS = ("mintpy", "licsbas", "rate", "load")

    FILE, COHERENCE, MIN_COHERENCE = "FILE", "COHERENCE", "MIN_TEMPORAL_COHERENCE"
    VELOCITY, LOS = "VELOCITY", "LOS"

    def declare(self):
        """Parameters and outputs."""
        self.add_file(
            self.FILE, "Velocity file",
            "MintPy's velocity.h5, or a velocity file of LiCSBAS with its EQA.dem_par in the "
            "folder, its 'info' or the one beside it.",
        )  # fmt: skip
        self.add_file(
            self.COHERENCE, "Temporal coherence", "MintPy's temporalCoherence.h5, for a mask.",
            "HDF5 (*.h5 *.he5)", optional=True,
        )  # fmt: skip
        self.add_number(
            self.MIN_COHERENCE, "No data below temporal coherence",
            "Pixels below become no data; needs the file of temporal coherence.", 0.0, 0.0, 1.0,
        )  # fmt: skip
        self.add_raster_output(
            self.VELOCITY, "Velocity", "velocity_mm_yr and, where known, velocity_std_mm_yr."
        )
        self.add_raster_output(
            self.LOS, "Line of sight",
            "East, north and up, ground to satellite; where LiCSBAS' E, N and U lie beside the "
            "file.",
            optional=True, by_default=False,
        )  # fmt: skip
        for name, title in (
            ("PIXELS", "Pixels with a rate"), ("FASTEST_AWAY", "Fastest rate away (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards (mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        self.add_text_result("FOUND", "Format found")

    def check(self, parameters, context):
        """A limit needs something to hold against it."""
        limit = self.number(parameters, self.MIN_COHERENCE, context)
        if limit > 0 and not self.is_given(parameters, self.COHERENCE):
            return (
                f"{self.title(self.MIN_COHERENCE)}: needs the file of temporal coherence "
                "(COHERENCE); give it or set the limit to 0."
            )
        return None

    def compute(self, parameters, context, feedback):
        """Redraw."""
        from ...algorithms.io.import_rates import import_rates

        path = self.existing_path(parameters, self.FILE, context)
        target = self.output_path(parameters, self.VELOCITY, context)
        look = self.output_path(parameters, self.LOS, context)
        progress = Progress(feedback)
        report = import_rates(
            path, target, look,
            coherence_path=self.existing_path(parameters, self.COHERENCE, context),
            minimum_coherence=self.number(parameters, self.MIN_COHERENCE, context),
            progress=progress, cancelled=progress.cancelled,
        )  # fmt: skip
        if look and not report.has_look:
            feedback.pushWarning("No look vectors lie beside the file; LOS is left out.")
        self.style_raster(
            target, "velocity", report.velocity.symmetric_limit, title="Velocity",
            abstract="Rate along the line of sight in mm a year, positive towards the satellite; "
            f"from {path.name} ({report.kind}).",
        )  # fmt: skip
        return {
            self.VELOCITY: target, self.LOS: look if report.has_look else None,
            "PIXELS": report.velocity.count, "FASTEST_AWAY": report.velocity.minimum,
            "FASTEST_TOWARDS": report.velocity.maximum, "FOUND": report.kind,
        }  # fmt: skip
