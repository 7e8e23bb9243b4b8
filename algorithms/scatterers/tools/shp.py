# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistically homogeneous neighbours of every pixel of a stack file: how many there are."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, flag, number, part, text, whole
from .asked import Calibration, Images, Strides, Window

TESTS = ("glrt", "ci", "t", "ks", "ad")
NO_COUNT, NO_FLAG = -1, 255


class Shp(Chosen):
    """How neighbours are found."""

    images = part(Images)
    test = choice(
        "Test",
        "glrt: likelihood ratio of mean powers, and ci: confidence interval of the mean "
        "amplitude in two passes (FaSHPS), are the sharpest for speckle and fast; t: Student's "
        "test of mean amplitudes; ks: Kolmogorov-Smirnov, and ad: Anderson-Darling, compare "
        "whole distributions and take nothing for granted.",
        TESTS,
    )  # fmt: skip
    window = part(Window)
    alpha = number(
        "Rate of false alarms", "Share of neighbours of the same law that the test refuses.",
        0.05, 0.001, 0.25,
    )  # fmt: skip
    min_brothers = whole(
        "Minimum number of neighbours",
        "That a distributed scatterer needs, itself not counted.", 20, 1,
    )  # fmt: skip
    polarisation = text("Polarisation", "Such as VH; the stack's first if empty.", advanced=True)
    connected = flag(
        "Connected only",
        "Keep only neighbours that are connected to the pixel, diagonally too.", True,
        advanced=True,
    )  # fmt: skip
    strides = part(Strides)
    calibration = part(Calibration)
    blocks = part(Blocks)

    def check(self):
        """Window, test and strides must go together."""
        self.shp()

    def shp(self):
        """As the search takes them."""
        from ..shp import ShpOptions

        return ShpOptions(
            self.test, self.window.half, self.alpha, self.connected, self.strides.both
        )


OUTPUTS = (
    Output(
        "raster", "COUNT", "Number of neighbours", "The pixel itself not counted; -1 is no data.",
        style="neighbours", limits="p98",
        abstract="Statistically homogeneous neighbours of every pixel.",
    ),
    Output(
        "raster", "MASK", "Distributed scatterers", "1 where there are enough neighbours, else 0.",
        optional=True, by_default=False, style="distributed",
        abstract="1 where there are enough homogeneous neighbours to average over.",
    ),
    Output(
        "raster", "AMPLITUDE", "Amplitude without speckle",
        "Bands: amplitude_db, the mean over images and neighbours in decibel; neighbours_share, "
        "neighbours over all pixels of the window with data.",
        optional=True, by_default=False, style="backscatter", limits="p02_p98",
        abstract="Mean over images and homogeneous neighbours, decibel.",
    ),
)  # fmt: skip
NUMBERS = {
    "PIXELS": "Pixels with data", "DISTRIBUTED": "Distributed scatterers",
    "DISTRIBUTED_SHARE": "Share of distributed scatterers (%)",
    "MEAN_COUNT": "Mean number of neighbours", "MEDIAN_COUNT": "Median number of neighbours",
    "IMAGES": "Images",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Count the neighbours; see :mod:`...declare`."""
    from functools import partial

    import numpy as np

    from ...data.slc import strided_grid
    from ...errors import GroundshiftError
    from ...formats.hdf5.images import SlcReader, read_slc_stack
    from ...outputs import Layer
    from ..shp import CountBrothers, check_dates, scene_bytes
    from .slc_amplitude import prepare_test

    stack = read_slc_stack(chosen.images.stack)
    polarisation = chosen.polarisation.upper() or None
    times, shp = len(stack.dates), chosen.shp()
    check_dates(stack, times)
    stack.dataset(polarisation)
    factors, shp, coherence = prepare_test(
        stack, polarisation, shp, chosen.calibration.calibrate, job
    )
    layers = {
        "COUNT": Layer((("neighbours",),), dtype="int16", nodata=NO_COUNT),
        "MASK": Layer((("distributed_scatterer",),), dtype="uint8", nodata=NO_FLAG),
        "AMPLITUDE": Layer((("amplitude_db", "dB"), ("neighbours_share",))),
    }  # fmt: skip
    note = {
        "TEST": shp.test, "ALPHA": shp.alpha, "CONNECTED": str(shp.connected).lower(),
        "WINDOW": "x".join(str(2 * half + 1) for half in shp.half_window), "IMAGES": times,
        "MINIMUM_NEIGHBOURS": chosen.min_brothers,
        "INDEPENDENT_IMAGES": round(coherence.effective, 2),
    }  # fmt: skip
    outputs.when = stack.dates[0], stack.dates[-1]
    found = {"pixels": 0, "distributed": 0}
    reader = SlcReader(stack, polarisation, shp.half_window)
    with reader, outputs.rasters(layers, stack, shp.strides, note, ("share",)) as rasters:

        def write(window, block):
            number, share, level = block
            valid, enough = number >= 0, number >= chosen.min_brothers
            found["pixels"] += int(valid.sum())
            found["distributed"] += int(enough.sum())
            rasters.write(window, {
                "COUNT": number, "MASK": np.where(valid, enough, NO_FLAG),
                "AMPLITUDE": np.stack([level, share]), "share": share,
            })  # fmt: skip

        job.blocks(
            CountBrothers(factors, shp),
            partial(reader.behind, shp.strides), write,
            strided_grid(stack.grid, shp.strides), scene_bytes(times, shp),
        )  # fmt: skip
    if not found["pixels"]:
        raise GroundshiftError(
            f"{stack.path}: no pixel has data in half of the images; import them again."
        )
    count = outputs.summaries["COUNT"]
    return {
        "PIXELS": found["pixels"], "DISTRIBUTED": found["distributed"],
        "DISTRIBUTED_SHARE": 100.0 * found["distributed"] / found["pixels"],
        "MEAN_COUNT": count.mean, "MEDIAN_COUNT": count.median, "IMAGES": times,
    }  # fmt: skip
