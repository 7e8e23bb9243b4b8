# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase closure of a stack: unwrapping errors found, mapped and corrected."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, number, part, raster, whole
from .asked import CLOSURES, Interferograms

STACK_HELP = (
    "The stack file of 'Import interferogram stack', or MintPy's ifgramStack.h5. Its "
    "connectComponent is used where it has one."
)
LEFT_OVER = (
    "Number of triplets of interferograms with whole cycles left over (numTriNonzeroIntAmbiguity)."
)


class Closure(Chosen):
    """How unwrapping errors are corrected."""

    source = part(Interferograms, changes={"stack": {"help": STACK_HELP}})
    method = choice(
        "Correction",
        "bridging_closure: bridging, then integer closure; bridging: between components of each"
        " pair; closure: integer closure by pixel; none: only map the errors.",
        CLOSURES,
    )  # fmt: skip
    hints = raster(
        "Hints",
        "The cycles to add of 'Screen unwrapping errors', on the grid of the stack: they are added "
        "first, except where fewer triplets close then, and so mend what no triplet shows.",
        optional=True, advanced=True,
    )  # fmt: skip
    min_coherence = number(
        "Coherence of components",
        "Where the stack has no connected components they are built from pixels with at least "
        "this coherence and without a step of half a cycle between neighbours.", 0.4,
        0.0, 1.0, advanced=True,
    )  # fmt: skip
    min_area = whole(
        "Minimum size of components (pixels)", "Smaller ones are not bridged.", 100, 1,
        advanced=True,
    )  # fmt: skip
    radius = whole(
        "Largest window radius (pixels)",
        "Windows at both ends of a bridge, whose medians are compared, are as wide as it is "
        "long, but no wider than this.", 50, 1, 1000, advanced=True,
    )  # fmt: skip
    ramp = choice(
        "Ramp", "Surface taken out while bridges are measured.", ("none", "linear", "quadratic"),
        advanced=True,
    )  # fmt: skip
    alpha = number(
        "Weight of sparsity", "Of the integer closure; larger values correct fewer pairs.", 0.01,
        1e-06, 1.0, advanced=True,
    )  # fmt: skip
    min_evidence = number(
        "Minimum evidence of a correction",
        "Logarithm of the odds by which the closures speak for whole cycles and not for noise; "
        "connected pixels of a pair count together. 8 is 3000 to 1; 0 takes everything.",
        8.0, 0.0, 30.0, advanced=True,
    )  # fmt: skip
    min_patch = whole(
        "Minimum patch (pixels)",
        "Corrections of fewer connected pixels of a pair are left out whatever their evidence.",
        1, 1, advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def gives(self, output):
        """Without a correction there is nothing to write for after it."""
        return self.method != "none" or output not in ("CORRECTED_STACK", "AFTER")


OUTPUTS = (
    Output(
        "file", "CORRECTED_STACK", "Corrected stack",
        "The stack with whole cycles added where they help; not with the correction 'none'.",
        "HDF5, Zarr", optional=True,
    ),
    Output(
        "raster", "BEFORE", "Nonclosing triplets before",
        "Number of triplets with whole cycles left over at each pixel.", optional=True,
        style="nonclosing", abstract=LEFT_OVER,
    ),
    Output(
        "raster", "AFTER", "Nonclosing triplets after",
        "Number of triplets with whole cycles left over at each pixel.", optional=True,
        style="nonclosing", abstract=LEFT_OVER,
    ),
    Output(
        "table", "PAIRS", "Table of pairs",
        "A row a pair: loop RMS and share of nonclosing pixels before and after, and share of "
        "corrected pixels. GeoPackage without geometry.", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "TRIPLETS": "Triplets",
    "PIXELS_BEFORE": "Pixels with nonclosing triplets before",
    "PIXELS_AFTER": "Pixels with nonclosing triplets after",
    "SHARE_BEFORE": "Share of nonclosing triplets before",
    "SHARE_AFTER": "Share of nonclosing triplets after",
    "CORRECTED_VALUES": "Corrected values",
    "CORRECTED_PAIRS": "Corrected pairs",
    "DOUBTFUL_VALUES": "Values with doubtful corrections, left alone",
    "HINTED_VALUES": "Values corrected by hints",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Map the triplets that do not close, and correct; see :mod:`...declare`."""
    from .mending import mend

    found = mend(chosen, outputs, job)
    for name in ("BEFORE", "AFTER"):  # alike, so that they can be compared
        outputs.look(name, limits=(0.0, outputs.summaries["BEFORE"].maximum))
    job.note(found.sentence())
    before, after = found.before, found.after
    return {
        "TRIPLETS": len(before.triplets), "PIXELS_BEFORE": before.broken_pixels,
        "PIXELS_AFTER": after.broken_pixels, "SHARE_BEFORE": before.share,
        "SHARE_AFTER": after.share, "CORRECTED_VALUES": found.corrected.sum(),
        "CORRECTED_PAIRS": (found.corrected > 0).sum(), "DOUBTFUL_VALUES": found.doubtful,
        "HINTED_VALUES": found.hinted,
    }  # fmt: skip
