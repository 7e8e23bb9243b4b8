# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The ramps that motion along flight leaves in bursts, taken off an interferogram."""

from __future__ import annotations

import contextlib

from ...asked import Blocks
from ...declare import Chosen, Output, choice, file, flag, folder, number, part, raster, whole

NOISY = 1.0  # radians at the ends of bursts, from which offsets do more harm than good
CLEARLY = 0.05  # of the agreement at seams


class BurstRamp(Chosen):
    """Interferogram, motion along flight, and how the bursts were taken."""

    interferogram = file(
        "Interferogram",
        "A raster of one pair of Sentinel-1 images: phase in radians, wrapped or unwrapped, or "
        "complex numbers; on the map or in radar coordinates.", "",
    )  # fmt: skip
    offsets = raster(
        "Offsets",
        "Of the same pair, in range and azimuth, or east and north; the result of 'Offsets of two "
        "images' or an imported one.",
    )  # fmt: skip
    annotation = folder(
        "Annotation",
        "Folder of the SAFE product of one of the two images, or its 'annotation' (s1a-iw1-slc-vv-"
        "*.xml), with all subswaths and slices that the interferogram shows.",
    )  # fmt: skip
    smooth = number(
        "Smoothing (pixels of the offsets)",
        "Standard deviation of the bell under which offsets are averaged, weighted by their "
        "errors; small gaps are filled. 0 for none.", 3.0, 0.0, 200.0,
    )  # fmt: skip
    sign = choice(
        "Interferogram is",
        "reference: reference times conjugate of the secondary, as ISCE, SNAP, GAMMA and MintPy "
        "have it; secondary: the other way round. The log warns where the seams tell otherwise.",
        ("reference", "secondary"), advanced=True,
    )  # fmt: skip
    gaps = flag(
        "Keep phase without offsets",
        "Where there are no offsets, leave the phase as it is; else it becomes a gap.",
        advanced=True,
    )  # fmt: skip
    azimuth_looks = whole(
        "Azimuth looks", "Lines in a pixel, in radar coordinates.", 1, 1, advanced=True
    )
    range_looks = whole(
        "Range looks", "Samples in a pixel, in radar coordinates.", 1, 1, advanced=True
    )
    first_line = number(
        "First line",
        "Line at which an interferogram in radar coordinates begins, from the earliest one of all "
        "subswaths.", 0.0, advanced=True,
    )  # fmt: skip
    first_sample = number(
        "First sample", "The same across: from the nearest sample.", 0.0, advanced=True
    )
    blocks = part(Blocks)


OUTPUTS = (
    Output(
        "raster", "CORRECTED", "Interferogram without the ramps (rad)",
        "Phase in radians; wrapped where it came wrapped.", style="phase", limits="symmetric",
        name="Interferogram without burst ramps",
        abstract="Phase without the ramps of motion along flight, radians.",
    ),
    Output(
        "raster", "RAMP", "Ramps (rad)", "What was taken off.", optional=True, style="phase",
        limits="symmetric", name="Burst ramps",
        abstract="Phase of motion along flight in bursts, radians.",
    ),
    Output(
        "raster", "BURSTS", "Bursts",
        "Hundred times the number of the subswath, and the burst's; 0 outside.", optional=True,
        by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "PIXELS": "Corrected pixels", "AMBIGUITY": "Motion of one cycle at a seam (m)",
    "RAMP_P98": "Ramps, 98 % are below (rad)", "NOISE": "Noise of the ramps, median (rad)",
    "SEAM_BEFORE": "Agreement across seams before (-1 to 1)",
    "SEAM_AFTER": "Agreement across seams after (-1 to 1)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Compute the ramps and take them off; see :mod:`...declare`."""
    from functools import partial

    import numpy as np

    from ...errors import GroundshiftError
    from ...formats.interferograms.phase import PhaseRaster
    from ...outputs import Layer
    from .burst_source import BurstSource, Seams, corrected

    sign = 1.0 if chosen.sign == "reference" else -1.0
    layers = {
        "CORRECTED": Layer((("phase", "rad"),)), "RAMP": Layer((("burst_ramp", "rad"),)),
        "BURSTS": Layer((("burst", ""),), dtype="int32", nodata=-1),
    }  # fmt: skip
    seams = Seams()
    with contextlib.ExitStack() as stack:
        phase = stack.enter_context(PhaseRaster(chosen.interferogram))
        source = stack.enter_context(BurstSource(chosen, phase, job))
        rasters = stack.enter_context(
            outputs.rasters(layers, phase.grid, summarised=("size", "noise"))
        )

        def write(window, found):
            seams.add(found)
            names = {"CORRECTED": "after", "RAMP": "ramp", "BURSTS": "burst", "noise": "noise"}
            values = {output: found.inner(name) for output, name in names.items()}
            rasters.write(window, {**values, "size": np.abs(values["RAMP"])})

        job.blocks(
            partial(corrected, source.swaths, sign, phase.wrapped, chosen.gaps), source.read,
            write, phase.grid, 160.0,
        )  # fmt: skip
        if not seams.corrected:
            raise GroundshiftError(
                f"{chosen.offsets}: no pixel has phase, offsets and a burst; check that "
                "interferogram, offsets and annotation are of one place and pass."
            )
        ambiguity, wrapped = source.ambiguity, phase.wrapped
    if wrapped:
        outputs.look("CORRECTED", limits=np.pi)
    size, noise = (outputs.summaries[name] for name in ("size", "noise"))
    before, after, turned = seams.agreement
    _tell(size, noise, (before, after, turned), wrapped, job)
    return {
        "PIXELS": seams.corrected, "AMBIGUITY": ambiguity, "RAMP_P98": size.p98,
        "NOISE": noise.median, "SEAM_BEFORE": before, "SEAM_AFTER": after,
    }  # fmt: skip


def _tell(size, noise, agreement, wrapped, job):
    before, after, turned = agreement
    job.note(
        f"Ramps of up to {size.p98:.2f} rad (98 % are below) with a noise of {noise.median:.2f} "
        f"rad in the middle and {noise.p98:.2f} rad at most."
    )
    job.note(f"Agreement across the seams of bursts: {before:.3f} before, {after:.3f} after.")
    if noise.p98 > NOISY:
        job.warn(
            f"At the ends of bursts the offsets' noise makes {noise.p98:.1f} rad of phase; smooth "
            "them more, or use larger chips."
        )
    if turned > max(before, after) + CLEARLY:
        job.warn(
            f"With the other sign the seams would agree better ({turned:.3f}): the interferogram "
            "may be the secondary times the conjugate of the reference; see 'Interferogram is'."
        )
    elif after < before - CLEARLY:
        job.warn(
            "The seams agree less than before; offsets or annotation may not belong to this "
            "interferogram, or its motion along flight was taken off already."
        )
    if not wrapped:
        job.note(
            "The interferogram came unwrapped: cycles that unwrapping put wrong at the seams stay "
            "wrong; better take ramps off before."
        )
