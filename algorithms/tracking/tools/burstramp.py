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
        "complex numbers; on the map or in radar coordinates.", "", optional=True,
    )  # fmt: skip
    stack = file(
        "or stack of interferograms",
        "Wrapped or unwrapped, in MintPy's layout (ifgramStack.h5); pairs without offsets stay as "
        "they are.", "HDF5, Zarr", optional=True,
    )  # fmt: skip
    offsets = raster(
        "Offsets",
        "Of the same pair, in range and azimuth, or east and north; the result of 'Offsets of two "
        "images' or an imported one.", optional=True,
    )  # fmt: skip
    offsets_folder = folder(
        "or folder of offsets", "Of the pairs of the stack, by their dates.", optional=True
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

    def check(self):
        """One interferogram with its offsets, or a stack with a folder."""
        if (self.interferogram is None) == (self.stack is None):
            self.refuse(("interferogram", "stack"), "give one of them.")
        if self.stack is None and (self.offsets is None or self.offsets_folder is not None):
            self.refuse("offsets", "is needed for one interferogram, and no folder.")
        if self.stack is not None and (self.offsets_folder is None or self.offsets is not None):
            self.refuse("offsets_folder", "is needed for a stack, and no single raster of offsets.")

    def gives(self, output: str) -> bool:
        """Rasters of one interferogram, a file of a stack."""
        return (output == "CORRECTED_STACK") == (self.stack is not None)


OUTPUTS = (
    Output(
        "raster", "CORRECTED", "Interferogram without the ramps (rad)",
        "Phase in radians; wrapped where it came wrapped.", optional=True, style="phase",
        limits="symmetric",
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
    Output(
        "file", "CORRECTED_STACK", "Stack without the ramps",
        "A copy of the stack with other phases; all else stays.", "HDF5, Zarr",
        optional=True,
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
    from ...errors import GroundshiftError

    if not outputs.wanted(*(own.id for own in OUTPUTS)):
        raise GroundshiftError("No output is asked for; give at least one.")
    return (_of_one if chosen.stack is None else _of_stack)(chosen, outputs, job)


def _of_one(chosen, outputs, job) -> dict:
    """One interferogram."""
    import numpy as np

    from ...formats.images.sentinel1 import read_swaths
    from ...formats.interferograms.phase import PhaseRaster
    from ...outputs import Layer
    from .burst_source import BurstSource, Seams

    layers = {
        "CORRECTED": Layer((("phase", "rad"),)), "RAMP": Layer((("burst_ramp", "rad"),)),
        "BURSTS": Layer((("burst", ""),), dtype="int32", nodata=-1),
    }  # fmt: skip
    names = {"CORRECTED": "after", "RAMP": "ramp", "BURSTS": "burst"}
    seams = Seams()
    with contextlib.ExitStack() as stack:
        phase = stack.enter_context(PhaseRaster(chosen.interferogram))
        source = stack.enter_context(
            BurstSource(chosen, phase, chosen.offsets, read_swaths(chosen.annotation))
        )
        source.tell(job)
        rasters = stack.enter_context(outputs.rasters(layers, phase.grid))

        def write(window, found):
            rasters.write(window, {own: found.inner(name) for own, name in names.items()})

        source.corrected(chosen, seams, write, job)
        ambiguity, wrapped = source.ambiguity, phase.wrapped
    if wrapped:
        outputs.look("CORRECTED", limits=np.pi)
    return _tell(seams, ambiguity, wrapped, job)


def _of_stack(chosen, outputs, job) -> dict:
    """The pairs of a stack that have offsets, one by one."""
    from ...errors import GroundshiftError, counted
    from ...formats.hdf5.corrected_copy import PhaseCopy
    from ...formats.hdf5.stacks import read_stack
    from ...formats.hdf5.wrapped import read_wrapped_stack
    from ...formats.images.sentinel1 import read_swaths
    from .burst_source import BurstSource, Seams, StackPage
    from .offset_pairs import find_offsets

    try:
        stack = read_wrapped_stack(chosen.stack)
    except GroundshiftError:
        stack = read_stack(chosen.stack)
    found = {(one.reference, one.secondary): one.path
             for one in find_offsets([chosen.offsets_folder], job.note) if one.dated}  # fmt: skip
    pairs = [(index, found.get(tuple(pair))) for index, pair in enumerate(stack.pairs)]
    pairs = [(index, path) for index, path in pairs if path is not None and stack.keep[index]]
    if not pairs:
        raise GroundshiftError(
            f"{chosen.offsets_folder}: holds no offsets of the dates of the stack's pairs (from "
            "the earlier to the later one); track those."
        )
    passes, seams = read_swaths(chosen.annotation), Seams()
    ambiguity = float("nan")
    with PhaseCopy(stack, outputs.path("CORRECTED_STACK"), "burst ramps") as copy:
        for number, (index, path) in enumerate(pairs):
            part = job.part(number / len(pairs), (number + 1) / len(pairs))
            page = StackPage(copy, index, stack.grid)
            with BurstSource(chosen, page, path, passes) as source:
                if not number:
                    source.tell(job)
                ambiguity = source.ambiguity

                def write(window, block, index=index):
                    copy.write(index, window, block.inner("after"))

                source.corrected(chosen, seams, write, part)
        wrapped = copy.wrapped
    job.note(
        f"{counted(len(pairs), 'pair')} of {len(stack.pairs)} corrected; the others stay as they "
        "are."
    )
    return _tell(seams, ambiguity, wrapped, job)


def _tell(seams, ambiguity, wrapped, job) -> dict:
    size, noise = seams.summaries()
    before, after, turned = seams.agreement
    job.note(
        f"Ramps of up to {size.p98:.2f} rad (98 % are below) with a noise of {noise.median:.2f} "
        f"rad in the middle and {noise.p98:.2f} rad at most."
    )
    if before == before:
        job.note(f"Agreement across the seams of bursts: {before:.3f} before, {after:.3f} after.")
    else:
        job.warn(
            "No seam of bursts lies in the scene, so that nothing checks the sign; if it shows "
            "several bursts, looks or beginning are not right (AZIMUTH_LOOKS, FIRST_LINE)."
        )
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
    return {
        "PIXELS": seams.corrected, "AMBIGUITY": ambiguity, "RAMP_P98": size.p98,
        "NOISE": noise.median, "SEAM_BEFORE": before, "SEAM_AFTER": after,
    }  # fmt: skip
