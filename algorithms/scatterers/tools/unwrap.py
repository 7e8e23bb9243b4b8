# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping of interferograms from files: pair by pair, or all together at sparse points."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, choice, flag, number, part, whole
from ...errors import GroundshiftError
from .asked import Tiles, WrappedFiles

METHODS = ("auto", "whirlwind", "mcf", "learned", "snaphu", "spacetime", "spurt")
SPARSE = METHODS[5:]


class Unwrap(Chosen):
    """Which interferograms, and how they are unwrapped."""

    files = part(WrappedFiles)
    method = choice(
        "Method",
        "auto: whirlwind where it is installed, else mcf. learned: a network says where fringes "
        "are too steep for differences of neighbours, as on the flanks of a mining basin. "
        "spacetime and spurt take the pixels above the coherence threshold as points and need "
        "several dates. snaphu may not be used commercially.", METHODS,
    )  # fmt: skip
    compare = choice(
        "Compare with",
        "Run another method, too, or all that are installed; the comparison shows where cycles "
        "differ.", ("none", "whirlwind", "mcf", "learned", "snaphu", "all"),
    )  # fmt: skip
    min_coherence = number(
        "Coherence threshold",
        "Pixels with a lower coherence are left out; the parts that this leaves are bridged.",
        0.0, 0.0, 1.0,
    )  # fmt: skip
    looks = number(
        "Looks", "Independent looks behind the coherence; taken from the stack if empty, else 10.",
        None, 1.0, optional=True,
    )  # fmt: skip
    filter = choice(
        "Filter first",
        "goldstein: adaptive, stronger where the coherence is low; boxcar: mean of a window.",
        ("none", "goldstein", "boxcar"), advanced=True,
    )  # fmt: skip
    alpha = number(
        "Strength of the Goldstein filter", "At no coherence: 0 to 1.", 1.0, 0.0, 1.0,
        advanced=True,
    )  # fmt: skip
    filter_window = whole(
        "Window of the filter (pixels)",
        "Side of the patches of goldstein (even, 8 at least) or of the boxcar's window.", 32, 3,
        advanced=True,
    )  # fmt: skip
    keep_filtered = flag(
        "Write the filtered phase",
        "Otherwise the filter only helps to find the cycles, and the result is congruent with "
        "the phase as it came.", advanced=True,
    )  # fmt: skip
    min_pixels = whole(
        "Minimum size of a component (pixels)", "Smaller connected components get the number 0.",
        100, 1, advanced=True,
    )  # fmt: skip
    bridge = flag(
        "Bridge separate parts",
        "Shift parts of the scene that no valid pixels join by whole cycles, so that the phase "
        "goes on smoothly across the gap. Not with tiles.", True, advanced=True,
    )  # fmt: skip
    tiles = part(Tiles)
    wavelength = number(
        "Wavelength (m)",
        "For a stack that is made of rasters: Sentinel-1 0.05546576, ALOS-2 0.2424525.", None,
        0.005, 2.0, optional=True, advanced=True,
    )  # fmt: skip
    blocks = part(Machine)

    def check(self):
        """A comparison needs another method."""
        if self.method in SPARSE and self.compare != "none":
            raise GroundshiftError("Sparse points cannot be compared; set COMPARE to none.")

    def options(self, source):
        """As the unwrapping takes them."""
        from ..unwrapping.rasters import RasterOptions

        looks = self.looks
        if looks is None and source.stack is not None:
            looks = source.stack.looks
        return RasterOptions(
            self.method, looks or 10.0, self.min_coherence, self.min_pixels, self.bridge,
            self.filter, self.alpha, self.filter_window, self.keep_filtered,
        )  # fmt: skip


OUTPUTS = (
    Output(
        "file", "UNWRAPPED", "Unwrapped stack",
        "HDF5 in MintPy's layout (ifgramStack.h5) with connectComponent, for 'Interferogram "
        "network', 'Phase closure and unwrapping errors' and 'SBAS inversion'. Left out where "
        "dates are unknown.", "HDF5, Zarr", optional=True,
    ),
    Output(
        "raster", "PHASE", "Unwrapped phase (rad)", "A band an interferogram.", optional=True,
        by_default=False, style="phase",
    ),
    Output(
        "raster", "COMPONENTS", "Connected components",
        "A band an interferogram: 1 the largest, 0 none, -1 no data.", optional=True,
        by_default=False, style="components",
    ),
    Output(
        "raster", "COMPARISON", "Where methods differ",
        "A band a method: cycles that it finds more, for one interferogram; else the share of "
        "interferograms in which it finds others.", optional=True, by_default=False,
        style="differing",
    ),
    Output(
        "table", "PAIRS", "Table of interferograms",
        "A row each: share in components, coherence, residues, closure, agreement of methods, "
        "times, and why one failed. GeoPackage without geometry.", optional=True,
        by_default=False,
    ),
    Output(
        "table", "PARTS", "Table of components",
        "A row each: size, coherence, residues and share of triplets that do not close. "
        "GeoPackage without geometry.", optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "DONE": "Interferograms unwrapped",
    "FAILED": "Interferograms that failed",
    "IN_COMPONENTS": "Share of pixels in components",
    "TILES": "Tiles",
    "POINTS": "Sparse points",
    "AGREEMENT": "Minimum agreement of methods",
}  # fmt: skip
TEXTS = {"USED": "Method used"}


def run(chosen, outputs, job) -> dict:
    """Unwrap interferograms; see :mod:`...declare`."""
    from .unwrap_outputs import check_outputs
    from .unwrap_pairs import compared_methods, least_agreement, share_in_components, tell_results

    if outputs.wanted("COMPARISON") and chosen.compare == "none":
        raise GroundshiftError(
            "A comparison (COMPARISON) needs other methods; choose some in COMPARE."
        )
    source = chosen.files.source()
    for text in source.notes:
        job.note(text)
    if source.pairs is None and outputs.wanted(*(own.id for own in OUTPUTS[1:])):
        outputs.leave_out("UNWRAPPED")
    raster, compare = chosen.options(source), compared_methods(chosen.compare)
    check_outputs(outputs, source)
    names, results, method, compare, tiles, points = _unwrapped(
        source, raster, compare, chosen, outputs, job
    )
    tell_results(names, results, method, compare, tiles if not points else 1, job)
    failed = sum(bool(result.why) for result in results)
    if failed:
        job.warn(f"{failed} interferograms could not be unwrapped and are left empty.")
    outputs.look("PHASE", limits=max(result.largest for result in results))
    if len(names) == 1:
        outputs.look("COMPARISON", style="cycles")
    return {
        "DONE": len(names) - failed, "FAILED": failed,
        "IN_COMPONENTS": share_in_components(results), "TILES": tiles, "POINTS": points,
        "AGREEMENT": least_agreement(results), "USED": method,
    }  # fmt: skip


def _unwrapped(source, raster, compare, chosen, outputs, job) -> tuple:
    """Names, results, method, methods compared with, tiles of each, and sparse points."""
    from dataclasses import replace

    import numpy as np

    from ...formats.interferograms.wrapped import WrappedPages
    from ..unwrapping.rasters import chosen_method
    from .unwrap_outputs import UnwrapOutputs
    from .unwrap_pairs import PairUnwrapping
    from .unwrap_points import unwrap_stack_points

    sparse = raster.method in SPARSE
    if not sparse:
        raster = replace(raster, method=chosen_method(raster.method))
    others = dict.fromkeys(chosen_method(method) for method in compare)
    compare = tuple(method for method in others if method != raster.method)
    indices = range(len(source.names))
    if source.stack is not None:
        indices = np.flatnonzero(source.stack.keep).tolist()
    written = UnwrapOutputs(source, indices, outputs, compare, chosen.wavelength)
    with WrappedPages(source) as pages, written:
        folder = next(path.parent for path in outputs.targets.values() if path is not None)
        if sparse:
            results, points, tiles = unwrap_stack_points(
                source, pages, indices, written, raster, folder, job
            )
        else:
            pairs = PairUnwrapping(
                source, pages, indices, written, raster, compare,
                (chosen.tiles.tile, chosen.tiles.overlap), job,
            )  # fmt: skip
            results, tiles, points = pairs.run(folder), len(pairs.tiles), 0
        if all(result.why for result in results):
            raise GroundshiftError(results[0].why)
        written.complete(results)
        job.check()
    names = [source.names[index] for index in indices]
    return names, results, raster.method, compare, tiles, points
