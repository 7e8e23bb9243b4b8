# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Candidates for persistent scatterers by their amplitude dispersion."""

from __future__ import annotations

from qgis.core import QgsProcessing, QgsProcessingParameterVectorDestination

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .image_parameters import CALIBRATE, STACK, add_calibration, add_images

ALL = "ALL"


class PsCandidates(Tool):
    """Amplitude dispersion and candidates."""

    ID = "pscandidates"
    NAME = "PS candidates"
    GROUP = "scatterers"
    SUMMARY = (
        "Maps how steady every pixel of a stack of radar images is in its amplitude, and chooses "
        "candidates for persistent scatterers. The amplitude dispersion is the standard deviation "
        "of the calibrated amplitude over its mean; where it is below 0.25 it is about the noise "
        "of the phase in radians, and below 0.4 a pixel is worth looking at by its phase. Speckle "
        "has 0.52, and with few images a share of it gets below the limits by chance: the log "
        "tells how much. Images are made equally bright first; the factors are in the log and in "
        "the table."
    )
    PAPER = (
        "Ferretti et al. (2001), doi:10.1109/36.898661; limit of candidates: Hooper et al. (2004), "
        "doi:10.1029/2004GL021737"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("persistent scatterer", "amplitude dispersion", "slc", "calibration", "backscatter")

    POLARISATION, CANDIDATE, STABLE = "POLARISATION", "CANDIDATE", "STABLE"
    RADIUS, SEED = "RADIUS", "SEED"
    DISPERSION, AMPLITUDE, MASK = "DISPERSION", "AMPLITUDE", "MASK"
    POINTS, TABLE = "POINTS", "TABLE"

    def declare(self):
        """Parameters and outputs."""
        add_images(self)
        self.add_number(
            self.CANDIDATE, "Limit of candidates", "Amplitude dispersion below it.", 0.4, 0.01, 2.0
        )
        self.add_number(
            self.STABLE, "Limit of stable pixels",
            "Amplitude dispersion below which a pixel passes for stable by its amplitude alone.",
            0.25, 0.01, 2.0,
        )  # fmt: skip
        self.add_text(
            self.POLARISATION, "Polarisation",
            "Such as VH; ALL looks at each of the stack's by itself and takes a pixel for what its "
            "best one makes it; the stack's first if empty.",
            "", optional=True,
        )  # fmt: skip
        self.add_number(
            self.RADIUS, "Peaks only: radius (pixels)",
            "Keep only candidates that are the brightest pixel within so many rows and columns, so "
            "that side lobes of bright points are left out; 0 keeps all.",
            0, 0, 50, integer=True,
        )  # fmt: skip
        add_calibration(self)
        self.add_number(
            self.SEED, "Seed", "Of the simulation of speckle that tells what passes by chance.", 0,
            0, integer=True, advanced=True,
        )  # fmt: skip
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_outputs(self):
        self.add_raster_output(
            self.DISPERSION, "Amplitude dispersion", "A band a polarisation; without unit."
        )
        self.add_raster_output(
            self.AMPLITUDE, "Mean amplitude", "Decibel, a band a polarisation.", optional=True
        )
        self.add_raster_output(
            self.MASK, "Classes", "0: none, 1: candidate, 2: stable.", optional=True
        )
        self.add_vector_output(
            self.POINTS, "Candidates",
            "Points with amplitude_dispersion, amplitude_db, candidate_class (1 or 2), "
            "polarisation, and row and column in the stack.",
            optional=True,
        )  # fmt: skip
        table = QgsProcessingParameterVectorDestination(
            self.TABLE, self.tr("Calibration"), QgsProcessing.SourceType.TypeVector, None, True,
            False,
        )  # fmt: skip
        self.add(
            table,
            "A row an image: the factor that its amplitudes were multiplied with. GeoPackage "
            "without geometry.",
        )
        for name, title in (
            ("PIXELS", "Pixels with data"), ("CANDIDATES", "Candidates"),
            ("STABLE_PIXELS", "Stable pixels"), ("IMAGES", "Images"),
            ("CHANCE_CANDIDATE", "Share of speckle below the limit of candidates (%)"),
            ("CHANCE_STABLE", "Share of speckle below the limit of stable pixels (%)"),
            ("MEDIAN_DISPERSION", "Median amplitude dispersion"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """Limits must be in order."""
        self._options(parameters, context)

    def _options(self, parameters, context, available=()):
        from ...algorithms.io.run_pscandidates import CandidateOptions

        name = self.text(parameters, self.POLARISATION, context).upper()
        names = tuple(available) if name == ALL else (name,) if name else ()
        return CandidateOptions(
            self.number(parameters, self.CANDIDATE, context),
            self.number(parameters, self.STABLE, context),
            self.integer(parameters, self.RADIUS, context), names,
            self.flag(parameters, CALIBRATE, context),
            self.integer(parameters, self.SEED, context),
        )  # fmt: skip

    def compute(self, parameters, context, feedback):
        """Map and choose."""
        from ...algorithms.io.run_pscandidates import CandidateTargets, run_pscandidates
        from ...algorithms.io.slc_hdf5 import read_slc_stack

        path = self.existing_path(parameters, STACK, context)
        options = self._options(parameters, context, read_slc_stack(path).polarisations)
        names = (self.DISPERSION, self.AMPLITUDE, self.MASK, self.POINTS, self.TABLE)
        targets = CandidateTargets(*(self.output_path(parameters, n, context) for n in names))
        progress = Progress(feedback)
        report = run_pscandidates(
            path, targets, options, run_options=run_options(self, parameters, context),
            progress=progress, cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self._style(targets, report)
        ratios = [s for n, s in report.layers.items() if n.startswith("amplitude_dispersion")]
        return {
            self.DISPERSION: targets.dispersion, self.AMPLITUDE: targets.amplitude,
            self.MASK: targets.mask, self.POINTS: targets.points, self.TABLE: targets.table,
            "PIXELS": report.pixels, "CANDIDATES": report.candidates,
            "STABLE_PIXELS": report.stable, "IMAGES": len(report.dates),
            "CHANCE_CANDIDATE": report.by_chance_percent[0],
            "CHANCE_STABLE": report.by_chance_percent[1], "MEDIAN_DISPERSION": ratios[0].median,
        }  # fmt: skip

    def _style(self, targets, report):
        when = report.dates[0], report.dates[-1]
        levels = [s for n, s in report.layers.items() if n.startswith("amplitude_db")]
        self.style_raster(
            targets.dispersion, "amplitude_dispersion", when=when, title="Amplitude dispersion",
            abstract="Standard deviation of the calibrated amplitude over its mean.",
        )  # fmt: skip
        self.style_raster(
            targets.amplitude, "backscatter", (levels[0].p02, levels[0].p98), when=when,
            title="Mean amplitude", abstract="Decibel, not calibrated to the ground.",
        )  # fmt: skip
        self.style_raster(
            targets.mask, "candidates", when=when, title="PS candidates",
            abstract="0: none, 1: candidate, 2: stable by its amplitude alone.",
        )  # fmt: skip
        self.style_vector(
            targets.points, "points_candidates", when=when, title="PS candidates",
            abstract="Pixels of low amplitude dispersion.",
        )  # fmt: skip
