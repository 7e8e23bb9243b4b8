# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistically homogeneous neighbours."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .image_parameters import CALIBRATE, STACK, add_calibration, add_images

TESTS = ("glrt", "ci", "t", "ks", "ad")


class Shp(Tool):
    """Number of brothers of every pixel."""

    ID = "shp"
    NAME = "Homogeneous neighbours (SHP)"
    GROUP = "scatterers"
    SUMMARY = (
        "Finds the statistically homogeneous neighbours (SHP) of every pixel of a stack of "
        "radar images: the pixels of a window whose amplitudes over time follow the same law, and "
        "that hang together with the pixel. Their number is the map; a pixel with enough of them "
        "is a distributed scatterer, over which phases can be averaged. Every test refuses the "
        "given share of true neighbours, checked for 10 to 100 images; only 'ks' can keep "
        "to it no better than its steps allow (5.2 % for 10 images, 3.4 % for 20, 3.9 % for 50). "
        "The images' coherence with one another is measured and the limits widened for it, so that "
        "the share holds on average over the scene; the log tells how many independent images they "
        "are worth."
    )
    PAPER = (
        "glrt: Parizzi and Brcic (2011), doi:10.1109/LGRS.2010.2083631; ci: Jiang et al. (2015), "
        "doi:10.1109/TGRS.2014.2336237; t: Shamshiri et al. (2018), doi:10.3390/rs10050794; ks: "
        "Ferretti et al. (2011), doi:10.1109/TGRS.2011.2124465; ad: Pettitt (1976), "
        "doi:10.1093/biomet/63.1.161, and Scholz and Stephens (1987)"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("distributed scatterer", "brothers", "despeckling", "kolmogorov-smirnov", "slc")

    TEST, ROWS, COLS, ALPHA = "TEST", "WINDOW_ROWS", "WINDOW_COLS", "ALPHA"
    LEAST, CONNECTED, POLARISATION = "MIN_BROTHERS", "CONNECTED", "POLARISATION"
    STRIDE_ROWS, STRIDE_COLS = "STRIDE_ROWS", "STRIDE_COLS"
    COUNT, MASK, AMPLITUDE = "COUNT", "MASK", "AMPLITUDE"

    def declare(self):
        """Parameters and outputs."""
        add_images(self)
        self.add_choice(
            self.TEST, "Test",
            "glrt: likelihood ratio of mean powers, and ci: confidence interval of the mean "
            "amplitude in two passes (FaSHPS), are the sharpest for speckle and fast; t: Student's "
            "test of mean amplitudes; ks: Kolmogorov-Smirnov, and ad: Anderson-Darling, compare "
            "whole distributions and take nothing for granted.",
            TESTS, TESTS[0],
        )  # fmt: skip
        for name, title in ((self.ROWS, "Window: rows"), (self.COLS, "Window: columns")):
            self.add_number(name, title, "Pixels, an odd number.", 15, 1, 61, integer=True)
        self.add_number(
            self.ALPHA, "Rate of false alarms",
            "Share of neighbours of the same law that the test refuses.", 0.05, 0.001, 0.25,
        )  # fmt: skip
        self.add_number(
            self.LEAST, "Minimum number of neighbours",
            "That a distributed scatterer needs, itself not counted.", 20, 1, integer=True,
        )  # fmt: skip
        self.add_text(
            self.POLARISATION, "Polarisation", "Such as VH; the stack's first if empty.", "",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.CONNECTED, "Connected only",
            "Keep only neighbours that are connected to the pixel, diagonally too.", True,
            advanced=True,
        )  # fmt: skip
        for name, title in (
            (self.STRIDE_ROWS, "Stride: rows"), (self.STRIDE_COLS, "Stride: columns"),
        ):  # fmt: skip
            self.add_number(
                name, title, "Rows or columns of the images in one pixel of the result.", 1, 1,
                integer=True, advanced=True,
            )  # fmt: skip
        add_calibration(self)
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_outputs(self):
        self.add_raster_output(
            self.COUNT, "Number of neighbours", "The pixel itself not counted; -1 is no data."
        )
        self.add_raster_output(
            self.MASK, "Distributed scatterers", "1 where there are enough neighbours, else 0.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.AMPLITUDE, "Amplitude without speckle",
            "Bands: amplitude_db, the mean over images and neighbours in decibel; brothers_share, "
            "brothers over all pixels of the window with data.",
            optional=True, by_default=False,
        )  # fmt: skip
        for name, title in (
            ("PIXELS", "Pixels with data"), ("DISTRIBUTED", "Distributed scatterers"),
            ("DISTRIBUTED_SHARE", "Share of distributed scatterers (%)"),
            ("MEAN_COUNT", "Mean number of neighbours"),
            ("MEDIAN_COUNT", "Median number of neighbours"), ("IMAGES", "Images"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """Window, test and strides must go together."""
        self._options(parameters, context)

    def compute(self, parameters, context, feedback):
        """Count."""
        from ...algorithms.io.run_shp import ShpTargets, run_shp

        path = self.existing_path(parameters, STACK, context)
        names = (self.COUNT, self.MASK, self.AMPLITUDE)
        targets = ShpTargets(*(self.output_path(parameters, n, context) for n in names))
        progress = Progress(feedback)
        report = run_shp(
            path, targets, self._options(parameters, context),
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self._style(targets, report)
        count = report.layers["count"]
        return {
            self.COUNT: targets.count, self.MASK: targets.mask, self.AMPLITUDE: targets.amplitude,
            "PIXELS": report.pixels, "DISTRIBUTED": report.distributed,
            "DISTRIBUTED_SHARE": report.distributed_percent, "MEAN_COUNT": count.mean,
            "MEDIAN_COUNT": count.median, "IMAGES": len(report.dates),
        }  # fmt: skip

    def _options(self, parameters, context):
        from ...algorithms.io.run_shp import ShpRunOptions
        from ...algorithms.scatterers.shp import ShpOptions, half_window

        window = (self.integer(parameters, n, context) for n in (self.ROWS, self.COLS))
        strides = (
            self.integer(parameters, n, context) for n in (self.STRIDE_ROWS, self.STRIDE_COLS)
        )
        shp = ShpOptions(
            self.choice(parameters, self.TEST, context), half_window(window),
            self.number(parameters, self.ALPHA, context),
            self.flag(parameters, self.CONNECTED, context), tuple(strides),
        )  # fmt: skip
        name = self.text(parameters, self.POLARISATION, context).upper()
        return ShpRunOptions(
            shp, self.integer(parameters, self.LEAST, context), name or None,
            self.flag(parameters, CALIBRATE, context),
        )  # fmt: skip

    def _style(self, targets, report):
        when = report.dates[0], report.dates[-1]
        count, level = report.layers["count"], report.layers["amplitude_db"]
        self.style_raster(
            targets.count, "brothers", (0.0, count.p98), when=when,
            title="Number of neighbours",
            abstract="Statistically homogeneous neighbours of every pixel.",
        )  # fmt: skip
        self.style_raster(
            targets.mask, "distributed", when=when, title="Distributed scatterers",
            abstract="1 where there are enough homogeneous neighbours to average over.",
        )  # fmt: skip
        self.style_raster(
            targets.amplitude, "backscatter", (level.p02, level.p98), when=when,
            title="Amplitude without speckle",
            abstract="Mean over images and homogeneous neighbours, decibel.",
        )  # fmt: skip
