# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The network of a stack file: statistics of its pairs, the selection, its plot and table."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np

from ..errors import GroundshiftError
from ..runner import RunOptions
from ..timeseries.network import Network
from ..timeseries.network_plot import network_html, network_svg
from ..timeseries.network_selection import (
    PairStatistics,
    Selection,
    SelectionOptions,
    pair_names,
    select_pairs,
)
from .atomic import Transaction, check_free_space, joining
from .hdf5 import read_stack
from .hdf5_writers import make_room
from .pair_statistics import EVERYTHING, measure_pairs
from .pair_table import pair_columns, write_pair_table
from .sbas_outputs import baselines_by_date


@dataclass(frozen=True)
class NetworkTargets:
    """Where to write; None for what is not wanted."""

    table: Path | None = None
    html: Path | None = None
    stack: Path | None = None


@dataclass(frozen=True)
class NetworkReport:
    """What was found.

    Parameters
    ----------
    selection : Selection
    statistics : PairStatistics
    triplets : int
    svg : str
        The plot.
    notes : tuple of str
        Sentences for the log.
    """

    selection: Selection
    statistics: PairStatistics
    triplets: int
    svg: str
    notes: tuple

    @property
    def mean_coherence(self) -> float:
        """Of the kept pairs; NaN where it is unknown."""
        known = self.statistics.coherence[self.selection.keep]
        known = known[np.isfinite(known)]
        return float(known.mean()) if known.size else float("nan")


def run_network(
    stack_path,
    targets: NetworkTargets,
    options: SelectionOptions | None = None,
    *,
    quick: bool = False,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
    files: Transaction | None = None,
) -> NetworkReport:
    """Describe the network of a stack and choose among its pairs.

    Parameters
    ----------
    stack_path : path
        ``ifgramStack.h5``.
    targets : NetworkTargets
    options : SelectionOptions, optional
    quick : bool
        Leave out the closure and take coherence from a sample, where no rule asks for them.
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.
    files : Transaction, optional
        The caller's, to put the outputs in place with more of its own.

    Returns
    -------
    NetworkReport

    Raises
    ------
    GroundshiftError
        If the stack cannot be used or no pair is left; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    stack = read_stack(stack_path)
    network = Network.from_pairs(stack.pairs)
    _check_target(stack.path, targets.stack)
    if not stack.keep.any():
        raise GroundshiftError(
            f"{stack.path}: all pairs are dropped (dropIfgram); import it again."
        )
    options = options or SelectionOptions()
    exact = options.needs if quick else EVERYTHING
    statistics, triplets = measure_pairs(stack, exact, run_options, progress, cancelled)
    selection = select_pairs(network, statistics, options, stack.keep)
    baselines = baselines_by_date(network, stack)
    notes = _notes(selection, statistics, triplets)
    if "coherence" not in exact and stack.has_coherence:
        notes += ("The coherence of the pairs in the plot is that of a sample of the pixels.",)
    for text in notes:
        if log is not None:
            log(text)
    svg = network_svg(selection, statistics, baselines)
    with joining(files) as files:
        if targets.table:
            write_pair_table(files.add(targets.table), _columns(selection, statistics))
        if targets.html:
            names = pair_names(network)
            rows = [(names[k], why) for k, why in enumerate(selection.why) if why]
            page = network_html(f"Network of {stack.path.name}", svg, notes, rows)
            files.add(targets.html).write_text(page, encoding="utf-8")
        if targets.stack:
            copy_stack(stack, files.add(targets.stack), selection.keep)
    return NetworkReport(selection, statistics, len(triplets), svg, notes)


def _columns(selection, statistics) -> dict:
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


def _notes(selection, statistics, triplets) -> tuple:
    kept, count = int(selection.keep.sum()), len(selection.keep)
    notes = [
        f"{kept} pairs are kept and {count - kept} dropped; the network of "
        f"{len(selection.network.dates)} dates has {len(triplets)} triplets.",
        f"Rank {selection.rank} for {len(selection.kept.dates)} dates: "
        + selection.kept.describe_subsets(),
    ]
    lost = selection.lost_dates
    if lost.size:
        notes.append(f"No pair is left for {', '.join(map(str, lost))}.")
    return tuple(notes)


def _check_target(source, target) -> None:
    if target is not None and Path(target).resolve() == Path(source).resolve():
        raise GroundshiftError(
            f"{target}: is the stack that is read; give another name for the new one."
        )


def copy_stack(stack, path, keep) -> None:
    """Copy a stack with other pairs dropped.

    Parameters
    ----------
    stack : Stack
    path : path
        A new file.
    keep : ndarray of bool, shape (pair,)

    Raises
    ------
    GroundshiftError, OSError
        If there is no room.
    """
    import h5py

    check_free_space(path.parent, stack.path.stat().st_size)
    shutil.copyfile(stack.path, path)
    make_room(f"{path}.room", keep.nbytes)
    with h5py.File(path, "r+") as file:
        if "dropIfgram" in file:
            del file["dropIfgram"]
        file["dropIfgram"] = keep  # MintPy: True means that the pair is kept
