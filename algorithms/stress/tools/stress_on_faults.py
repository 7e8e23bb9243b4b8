# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress change on the faults of an inventory."""

from __future__ import annotations

import numpy as np

from ...errors import GroundshiftError
from ..fault_statistics import choose, fault_statistics, segment_statistics
from ..fault_stress import FRICTIONS, NODES, FaultStress, fault_stress
from ..kinematics import FOLD
from ..near_source import distance_to
from ..receivers import NO_SEGMENTS, cut, depths_of, parse_depths, place_receivers
from .fault_stress_outputs import FaultResult
from .receiver_faults import Inventory


def stress_on_faults(inventory: Inventory, model, medium, chosen, source, limit, job):
    """Resolve stress on an inventory.

    Parameters
    ----------
    inventory : Inventory
    model : SlipModel
    medium : Medium
    chosen : CoulombFaults
    source : PatchSet
        Patches that slipped.
    limit : float
        Metres.
    job : Job

    Returns
    -------
    FaultResult
    """
    if not inventory.traces:
        raise GroundshiftError(
            f"{inventory.path}: no fault lies on this side of the Earth; choose another layer."
        )
    segments = _within_reach(inventory, source, limit, chosen)
    away = distance_to(source, _at_surface(segments.middle), limit)
    known = inventory.mechanisms.known[segments.line]
    within = away <= limit
    depths = depths_of(
        parse_depths(chosen.depths), inventory.top, inventory.bottom,
        chosen.depth_rule == "of the fault",
    )  # fmt: skip
    dip, rake = (np.radians(part) for part in (inventory.mechanisms.dip, inventory.mechanisms.rake))
    receivers = place_receivers(
        segments, within & known, inventory.side, dip[:, 0], depths, chosen.down_dip
    )
    line = segments.line[receivers.segment]
    stress = (
        fault_stress(
            model, medium, receivers, dip[line], rake[line], chosen.strength(), source,
            chosen.near * 1e3, job.progress, job.cancelled,
        ) if len(receivers) else _no_stress()
    )  # fmt: skip
    planes, threshold = choose(segments, receivers, stress, len(inventory)), chosen.threshold * 1e3
    by_segment = segment_statistics(segments, receivers, stress, planes, threshold)
    by_fault = fault_statistics(segments, receivers, stress, planes, threshold)
    status = _status(inventory, segments, within, known, by_segment)
    return FaultResult(
        inventory, segments, receivers, stress, planes, by_segment, by_fault, away, status,
        chosen.rank, depths,
    )  # fmt: skip


def _within_reach(inventory, source, limit, chosen):
    """Segments of traces that come within reach: far away the frame has no true lengths."""
    counts = [len(trace) for trace in inventory.traces]
    away = distance_to(source, _at_surface(np.concatenate(inventory.traces)), limit)
    near = np.minimum.reduceat(away, np.cumsum([0, *counts[:-1]])) <= limit
    if not near.any():
        return NO_SEGMENTS
    traces = [trace for trace, reached in zip(inventory.traces, near) if reached]
    return cut(traces, inventory.owner[near], chosen.segment * 1e3, chosen.spacing * 1e3)


def _at_surface(places):
    return np.c_[places, np.zeros(len(places))]


def _no_stress() -> FaultStress:
    """Of no receivers at all."""
    empty, two = np.zeros(0), np.zeros((0, 2))
    varied = np.zeros((0, 2, NODES * NODES * FRICTIONS))
    return FaultStress(two, two, empty, empty, np.zeros(0, bool), varied, varied, empty)


def _status(inventory, segments, within, known, statistics):
    """Why a segment has no number, or that it has one."""
    fold = inventory.mechanisms.kind[segments.line] == FOLD
    return np.select(
        [~within, fold & ~known, ~known, ~np.isfinite(statistics.mean)],
        ["too far", "fold", "dip or rake unknown", "on the source"], "resolved",
    ).astype(object)  # fmt: skip
