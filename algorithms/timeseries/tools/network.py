# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The network of a stack of interferograms: its statistics, and which pairs to keep."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, flag, number, part
from .asked import Exclusions, Interferograms


class Network(Chosen):
    """Which pairs are dropped."""

    source = part(Interferograms)
    max_baseline = number(
        "Largest perpendicular baseline (m)",
        "Pairs with a longer one of either sign are dropped; empty for no limit.", None, 0.0,
        optional=True,
    )  # fmt: skip
    max_days = number(
        "Largest temporal baseline (days)",
        "Pairs that span more days are dropped; empty for no limit.", None, 0.0, optional=True,
    )  # fmt: skip
    min_coherence = number(
        "Minimum mean coherence",
        "Pairs whose coherence over the scene is lower on average are dropped; empty for no "
        "limit.", None, 0.0, 1.0, optional=True,
    )  # fmt: skip
    max_nonclosing = number(
        "Largest share of nonclosing pixels",
        "A pixel counts against a pair where more than half of the pair's triplets do not "
        "close; 0.1 is a start; empty for no limit.", None, 0.0, 1.0, optional=True,
    )  # fmt: skip
    max_loop_rms = number(
        "Largest loop RMS (rad)",
        "RMS closure of the best triplet of a pair; LiCSBAS takes 1.5; empty for no limit.",
        None, 0.0, optional=True,
    )  # fmt: skip
    keep_tree = flag(
        "Keep the spanning tree",
        "Pairs of the spanning tree of highest coherence stay whatever the limits say, so that "
        "no date is lost and the network is not cut.", True,
    )  # fmt: skip
    exclusions = part(Exclusions)
    blocks = part(Blocks)


OUTPUTS = (
    Output(
        "table", "PAIRS", "Table of pairs",
        "A row a pair: baselines, coherence, closure, whether it is kept, its subset and why it"
        " was dropped. GeoPackage without geometry.", optional=True,
    ),
    Output(
        "file", "HTML", "Network plot (HTML)",
        "Baselines over time and matrix of coherence, for the result viewer; numbers show under"
        " the mouse.", "HTML files (*.html)", optional=True,
    ),
    Output(
        "file", "PNG", "Network plot (PNG)", "The same plot as a picture.", "PNG files (*.png)",
        optional=True, by_default=False,
    ),
    Output(
        "file", "SELECTED_STACK", "Stack with pairs dropped",
        "A copy of the stack whose dropIfgram marks the pairs to use.", "HDF5, Zarr",
        optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "KEPT": "Pairs kept",
    "DROPPED": "Pairs dropped",
    "DATES": "Dates",
    "LOST_DATES": "Dates without a pair",
    "PARTS": "Parts of the network",
    "RANK": "Rank",
    "TRIPLETS": "Triplets",
    "MEAN_COHERENCE": "Mean coherence",
}  # fmt: skip
TEXTS = {"EXCLUDED_PAIRS": "Dropped pairs"}


def run(chosen, outputs, job) -> dict:
    """Describe the network and choose among its pairs; see :mod:`...declare`."""
    import numpy as np

    from ..network_selection import SelectionOptions

    options = SelectionOptions(
        chosen.max_baseline, chosen.max_days, chosen.min_coherence, chosen.max_loop_rms,
        chosen.max_nonclosing, chosen.keep_tree, *chosen.exclusions.both(),
    )  # fmt: skip
    selection, statistics, _ = choose_pairs(chosen.source.stack, outputs, job, options)
    coherence = statistics.coherence[selection.keep]
    coherence = coherence[np.isfinite(coherence)]
    return {
        "EXCLUDED_PAIRS": selection.excluded_pairs(), "KEPT": selection.keep.sum(),
        "DROPPED": (~selection.keep).sum(), "DATES": len(selection.network.dates),
        "LOST_DATES": len(selection.lost_dates), "PARTS": selection.parts,
        "RANK": selection.rank, "TRIPLETS": statistics.triplet_count,
        "MEAN_COHERENCE": coherence.mean() if coherence.size else np.nan,
    }  # fmt: skip


def choose_pairs(stack_path, outputs, job, options, quick: bool = False) -> tuple:
    """Describe the network of a stack and choose among its pairs.

    Parameters
    ----------
    stack_path : path
        ``ifgramStack.h5``.
    outputs : Outputs
        Of this tool.
    job : Job
    options : SelectionOptions
    quick : bool
        Leave out the closure and take coherence from a sample, where no rule asks for them.

    Returns
    -------
    selection : Selection
    statistics : PairStatistics
    svg : str
        The plot.

    Raises
    ------
    GroundshiftError
        If the stack cannot be used or no pair is left; nothing is written then.
    """
    from ...data.network import Network as Pairs
    from ...data.network import pair_names
    from ...formats.hdf5.corrected_copy import copy_stack
    from ...formats.hdf5.stacks import read_stack
    from ...formats.text.pair_table import write_pair_table
    from ..network_selection import select_pairs
    from ..pages.network import network_html, network_svg
    from .pair_statistics import EVERYTHING, check_pairs, measure_pairs
    from .sbas_outputs import baselines_by_date

    stack = read_stack(stack_path)
    network = Pairs.from_pairs(stack.pairs)
    check_pairs(stack, outputs.targets.get("SELECTED_STACK"), "new")
    exact = options.needs if quick else EVERYTHING
    statistics = measure_pairs(stack, exact, job)
    selection = select_pairs(network, statistics, options, stack.keep)
    notes = _notes(selection, statistics)
    if "coherence" not in exact and stack.has_coherence:
        notes.append("The coherence of the pairs in the plot is that of a sample of the pixels.")
    for text in notes:
        job.note(text)
    svg = network_svg(selection, statistics, baselines_by_date(network, stack))
    if outputs.wanted("PAIRS"):
        write_pair_table(outputs.path("PAIRS"), _columns(selection, statistics))
    names = pair_names(network)
    rows = [(names[k], why) for k, why in enumerate(selection.why) if why]
    title = f"Network of {stack.path.name}"
    outputs.text("HTML", lambda: network_html(title, svg, notes, rows))
    outputs.picture("PNG", svg)
    if outputs.wanted("SELECTED_STACK"):
        copy_stack(stack, outputs.path("SELECTED_STACK"), selection.keep)
    return selection, statistics, svg


def _columns(selection, statistics) -> dict:
    import numpy as np

    from ...formats.text.pair_table import pair_columns

    subsets = np.full(len(selection.keep), -1)
    kept = selection.kept
    subsets[selection.keep] = kept.subsets()[kept.pairs[:, 0]]
    return {
        **pair_columns(selection.network),
        "bperp_m": np.round(statistics.baseline, 2),
        "coherence": np.round(statistics.coherence, 4),
        "triplets": statistics.triplets,
        "loop_rms_rad": np.round(statistics.loop_rms, 4),
        "nonclosing_share": np.round(statistics.nonclosing_share, 5),
        "kept": selection.keep,
        "in_tree": selection.tree,
        "subset": subsets + 1,
        "why": np.array(selection.why, object),
    }


def _notes(selection, statistics) -> list:
    kept, count = int(selection.keep.sum()), len(selection.keep)
    notes = [
        f"{kept} pairs are kept and {count - kept} dropped; the network of "
        f"{len(selection.network.dates)} dates has {statistics.triplet_count} triplets.",
        f"Rank {selection.rank} for {len(selection.kept.dates)} dates: "
        + selection.kept.describe_subsets(),
    ]
    lost = selection.lost_dates
    if lost.size:
        notes.append(f"No pair is left for {', '.join(map(str, lost))}.")
    return notes
