# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole chain in one tool: interferograms in, a velocity with its corrections out.

The order is that of Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331, section 5: network and
unwrapping errors come first; see :mod:`.series` for what follows.
"""

from __future__ import annotations

from ..asked import Blocks
from ..data.tools.importstack import ImportStack, Interferograms, OfProduct
from ..declare import Output, choice, file, flag, folder, number, part
from ..timeseries.tools.asked import (
    CLOSURES,
    Exclusions,
    Looks,
    Motion,
    ReferencePlace,
    Thresholds,
)
from ..timeseries.tools.sbas import WEIGHTS
from .asked import Corrections

REFERENCE_HELP = (
    "Where the motion is taken as zero; the most coherent ground away from motion if empty."
)


class SmallBaseline(Interferograms):
    """The steps in the short form that a chain has room for."""

    folder = folder(
        "Folder of interferograms",
        "A product's folder, as 'Import interferogram stack' takes it.", optional=True,
    )  # fmt: skip
    stack_file = file(
        "or stack file",
        "ifgramStack.h5 of 'Import interferogram stack' or of MintPy, instead of a folder.",
        "HDF5, Zarr", optional=True,
    )  # fmt: skip
    files = ImportStack.FIELDS["files"]
    geometry = file(
        "Geometry",
        "geometryGeo.h5 of a stack file; the one beside it if empty. Folders bring their own.",
        "HDF5, Zarr", optional=True,
    )  # fmt: skip
    product = part(OfProduct, advanced=True)
    reference = part(ReferencePlace, changes={"reference_point": {"help": REFERENCE_HELP}})
    max_baseline = number(
        "Largest perpendicular baseline (m)",
        "Pairs with a longer one are dropped; empty for no limit.", None, 0.0, optional=True,
        advanced=True,
    )  # fmt: skip
    max_days = number(
        "Largest temporal baseline (days)",
        "Pairs that span more days are dropped; empty for no limit.", None, 0.0, optional=True,
        advanced=True,
    )  # fmt: skip
    min_pair_coherence = number(
        "Minimum mean coherence of a pair",
        "Pairs whose coherence over the scene is lower on average are dropped; empty for no "
        "limit.", None, 0.0, 1.0, optional=True, advanced=True,
    )  # fmt: skip
    keep_tree = flag(
        "Keep the spanning tree",
        "Pairs of the spanning tree of highest coherence stay whatever the limits say.", True,
        advanced=True,
    )  # fmt: skip
    exclude_dates = Exclusions.FIELDS["exclude_dates"]
    closure = choice(
        "Unwrapping errors",
        "bridging_closure: whole cycles between reliable components, then those that make "
        "triplets close; one of the two alone; none: left as they are.",
        CLOSURES,
    )  # fmt: skip
    weights = choice(
        "Weights of the pairs",
        "See 'SBAS inversion'. Stacks without a coherence are inverted with equal weights.",
        WEIGHTS, advanced=True,
    )  # fmt: skip
    min_coherence = Thresholds.FIELDS["min_coherence"].named("MIN_COHERENCE", advanced=True)
    robust = flag(
        "Reject unwrapping errors",
        "Leaves out the pairs that contradict the others at a pixel, after what the correction "
        "of unwrapping errors has left; see 'SBAS inversion'. Off: two to four times as fast.",
        True, advanced=True,
    )  # fmt: skip
    looks = part(Looks)
    corrections = part(Corrections)
    motion = part(Motion, advanced=True)
    min_temporal_coherence = number(
        "Minimum temporal coherence", "Of points, and of the pixels that tell about the errors.",
        0.7, 0.0, 1.0,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """One source; dates that are ones."""
        super().check()
        for name, own in self.product.own.items() if self.stack_file else ():
            if getattr(self.product, name) != own.default:
                self.product.refuse(
                    name, "goes with interferograms that are imported (FOLDER, FILES); a stack "
                    "file has its own, so leave it out.",
                )  # fmt: skip
        self.excluded()

    def excluded(self) -> tuple:
        """Dates to leave out."""
        from ..data.dates import parse_dates

        return tuple(parse_dates(self.exclude_dates))


OUTPUTS = (
    Output(
        "file", "TIMESERIES", "Displacement time series",
        "HDF5 in MintPy's layout, after all corrections.", "HDF5, Zarr",
    ),
    Output(
        "raster", "VELOCITY", "Velocity",
        "Rate with its standard deviation, then the other coefficients of the motion model.",
        style="velocity",
        abstract="Rate along the line of sight in mm a year, positive towards the satellite; red "
        "moves away.",
    ),
    Output(
        "raster", "TEMPORAL_COHERENCE", "Temporal coherence",
        "How well the pairs agree with the series, 0 to 1.", optional=True,
        style="temporal_coherence",
        abstract="How well the pairs agree with the series (Pepe and Lanari 2006).",
    ),
    Output(
        "points", "POINTS", "Points", "Good pixels with their rate and series.", optional=True,
        style="points_velocity", name="Motion points",
        abstract="Rate (velocity_mm_yr) and displacement by date (DYYYYMMDD, mm) along the line "
        "of sight, positive towards the satellite.",
    ),
    Output(
        "file", "REPORT", "Report", "HTML page: what every step did, in numbers and plots.",
        "HTML (*.html)", optional=True,
    ),
    Output(
        "raster", "DEM_ERROR", "DEM error", "Metres.", optional=True, by_default=False,
        style="dem_error",
        abstract="Metres by which the ground lies above the elevation model.",
    ),
    Output(
        "file", "VELOCITY_FILE", "Velocity as HDF5", "velocity.h5 in MintPy's layout.",
        "HDF5, Zarr", optional=True, by_default=False,
    ),
    Output(
        "folder", "KEEP_FOLDER", "Folder for intermediate files",
        "Keeps the stacks and the series between the steps; without it they go away.",
        optional=True, by_default=False, advanced=True,
    ),
)  # fmt: skip
NUMBERS = {
    "DATES": "Dates",
    "PAIRS": "Pairs used",
    "PAIRS_DROPPED": "Pairs dropped",
    "CYCLES": "Phases given whole cycles",
    "PIXELS": "Pixels with a result",
    "COUNT": "Points",
    "RMS": "Mean RMS of the residuals (mm)",
    "REFERENCE_X": "Reference x",
    "REFERENCE_Y": "Reference y",
    "FASTEST_AWAY": "Fastest rate away (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards (mm/yr)",
    "MEDIAN_STD": "Median standard deviation of the rate (mm/yr)",
}  # fmt: skip
TEXTS = {"STEPS_DONE": "Steps that were done"}
GEOMETRY = "geometryGeo.h5"


def run(chosen, outputs, job) -> dict:
    """Run the chain; see :mod:`..declare`."""
    from .chain import Chain
    from .series import motion_of, steps_of

    source = chosen.folder or chosen.stack_file or chosen.paths(at_addresses=True)[0]
    planned = ["importstack"] * (chosen.stack_file is None) + ["network"]
    planned += ["closure"] * (chosen.closure != "none") + steps_of(chosen, outputs)
    with Chain(outputs, job, source, planned, f"Small-baseline chain: {source.name}") as chain:
        path, geometry = _stack(chain, chosen)
        stack, dropped = drop_pairs(chain, path, chosen)
        stack, cycles, looked = _closure(chain, stack, chosen)
        weights = {
            "WEIGHTS": chosen.weights, "MIN_COHERENCE": chosen.min_coherence,
            "ROBUST": chosen.robust, **chosen.looks.by_id(),
        }  # fmt: skip
        found = motion_of(
            chain, stack, geometry, chosen, weights, chosen.min_temporal_coherence, **looked
        )
    found.update(PAIRS_DROPPED=dropped, CYCLES=cycles, STEPS_DONE=chain.names())
    return {name: found[name] for name in (*NUMBERS, *TEXTS)}


def _stack(chain, chosen) -> tuple:
    """Stack file and geometry, imported where the source is no stack file."""
    from ..data.tools.importing import import_stack

    if chosen.stack_file is not None:
        beside = chosen.stack_file.parent / GEOMETRY
        if chosen.geometry is None and beside.is_file():
            chain.job.note(f"Geometry: {beside}.")
            return chosen.stack_file, beside
        return chosen.stack_file, chosen.geometry
    stack, geometry = chain.folder / "ifgramStack.h5", chain.folder / GEOMETRY
    with chain.step("importstack") as step:
        report = import_stack(chosen.found(), stack, geometry, chosen.product.options(), step.job)
        step.notes.extend(report.notes)
        if report.missing:
            step.notes.append(f"Not known from the product: {', '.join(report.missing)}.")
        step.says(
            f"{report.pairs} interferograms of {report.dates} dates, {report.rows} x "
            f"{report.cols} pixels ({report.kind}).",
            {"Valid phases (%)": 100 * report.valid_share},
        )
    return stack, geometry if report.geometry_written else chosen.geometry


def drop_pairs(chain, path, chosen) -> tuple:
    """Drop pairs; the stack without them, and how many they are.

    The user's own file is never touched; a copy of it is made where stacks are to be kept.
    """
    from dataclasses import replace

    from ..formats.hdf5.corrected_copy import copy_stack, mark_kept
    from ..formats.hdf5.stacks import read_stack
    from ..outputs import Outputs
    from ..timeseries.network_selection import SelectionOptions
    from ..timeseries.tools.network import choose_pairs

    options = SelectionOptions(
        chosen.max_baseline, chosen.max_days, chosen.min_pair_coherence,
        keep_tree=chosen.keep_tree, exclude_dates=chosen.excluded(),
    )  # fmt: skip
    with chain.step("network") as step:
        with Outputs((), {}) as outputs:
            selection, statistics, svg = choose_pairs(path, outputs, step.job, options, quick=True)
        before = read_stack(path)
        stack = replace(before, keep=selection.keep)
        dropped = int((before.keep & ~selection.keep).sum())
        if dropped and chain.keep and path.parent == chain.folder:
            mark_kept(path, selection.keep)
        elif dropped and chain.keep:
            copy = chain.folder / "ifgramStack_network.h5"
            copy_stack(before, copy, selection.keep)
            stack = read_stack(copy)
        step.says(
            f"{dropped} of {int(before.keep.sum())} pairs dropped, {len(selection.kept.dates)} "
            "dates left.",
            {
                "Pairs kept": int(selection.keep.sum()), "Pairs dropped": dropped,
                "Rank": selection.rank, "Triplets": statistics.triplet_count,
            },
            svg,
        )  # fmt: skip
    return stack, dropped


def _closure(chain, stack, chosen) -> tuple:
    """Correct unwrapping errors; the stack to go on with, and the phases that were corrected.

    Cycles are added whenever the stack is read; a corrected copy is made where it is to be kept.
    What :func:`.series.motion_of` wants to have looked at comes third, so that nobody reads all of
    it again; empty where nothing was looked at.
    """
    from ..data.network import Network
    from ..outputs import Outputs
    from ..timeseries.reference import ThinnedScan
    from ..timeseries.tools import closure
    from ..timeseries.tools.mending import mend
    from ..timeseries.tools.reference_place import stack_reference
    from ..timeseries.tools.stack_sample import StackSample
    from ..timeseries.triplets import find_triplets
    from .series import fits_at_once

    if chosen.closure == "none":
        return stack, 0, {}
    if not len(find_triplets(Network.from_pairs(stack.pairs[stack.keep]))):
        chain.leave_out("closure", "no three pairs make a triplet.")
        return stack, 0, {}
    searched = chosen.reference.reference_point is None and stack_reference(stack) is None
    seen = ThinnedScan(stack.grid) if searched else None
    sample, budget = None, chain.job.budget
    if fits_at_once(chain, chosen):
        sample = StackSample.within(stack, budget)
        budget -= 0 if sample is None else sample.nbytes
    kept = {"CORRECTED_STACK": chain.folder / "ifgramStack_closure.h5"} if chain.keep else {}
    with chain.step("closure") as step, Outputs(closure.OUTPUTS, kept) as outputs:
        asked = closure.Closure.of({"STACK": stack.path, "METHOD": chosen.closure})
        found = mend(asked, outputs, step.job.within(budget), stack, seen, sample)
        step.job.note(found.sentence())
        pixels, pairs = int(found.corrected.sum()), int((found.corrected > 0).sum())
        before, after = found.before, found.after
        step.says(
            f"{pixels:,} phases in {pairs} pairs were given whole cycles; triplets that do not "
            f"close: {before.share:.3%} before, {after.share:.3%} after.",
            {
                "Phases given whole cycles": pixels,
                "Pixels with broken triplets before": before.broken_pixels,
                "Pixels with broken triplets after": after.broken_pixels,
            },
        )
    stack = found.corrected_stack() if pixels else stack
    return stack, pixels, {"seen": seen, "sample": sample}
