# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coulomb stress change on mapped faults and on the planes of earthquakes: files in, files out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import numpy as np

from ..errors import GroundshiftError
from ..runner import check_cancelled, tell
from ..source.elastic import Medium
from ..stress.fault_statistics import choose, fault_statistics, segment_statistics
from ..stress.fault_stress import FaultStress, Friction, fault_stress
from ..stress.kinematics import FOLD
from ..stress.near_source import distance_to, ruptured, source_size
from ..stress.receivers import NO_SEGMENTS, cut, depths_of, place_receivers
from .atomic import Transaction
from .event_layers import EventFields, read_events
from .event_stress import EventOptions, EventReport, stress_on_events, write_events
from .fault_layers import LayerSource
from .fault_stress_outputs import FaultResult, write_faults, write_ranking, write_receivers
from .receiver_faults import ReceiverFields, read_inventory
from .slip_models import SlipSource

SOURCE_SIZES, LEAST_LIMIT = 10.0, 100e3
LEAST_SLIP = 1e-9  # metres; what lies below is rounding
RANKS = ("mean", "max")
CURVED = 500e3  # metres from the source, beyond which a flat half-space is far from the Earth


@dataclass(frozen=True)
class CoulombFaultsOptions:
    """How to compute; metres, pascal, radians.

    Parameters
    ----------
    medium : Medium
    friction : Friction
    depths : tuple of float
    by_fault : bool
        See :func:`..stress.receivers.depths_of`.
    segment, spacing : float
        Length of segments, and distance of receivers along them.
    down_dip : bool
        Receivers lie on the dipping plane, not straight below the trace.
    near : float
        Receivers so near to patches that slipped are on the source, and masked.
    limit : float
        Farther faults are left out; 0 takes ten times the source's size.
    threshold : float
        For the length of faults above it.
    rank : str
        ``mean`` or ``max``: what counts of a fault.
    events : EventOptions
    """

    medium: Medium = field(default_factory=lambda: Medium(32e9))
    friction: Friction = field(default_factory=Friction)
    depths: tuple = (5e3, 10e3, 15e3)
    by_fault: bool = False
    segment: float = 10e3
    spacing: float = 2e3
    down_dip: bool = True
    near: float = 2e3
    limit: float = 0.0
    threshold: float = 10e3
    rank: str = "mean"
    events: EventOptions = field(default_factory=EventOptions)

    def __post_init__(self):
        if self.rank not in RANKS:
            raise GroundshiftError(f"'{self.rank}' is no way to rank; take one of mean, max.")


@dataclass(frozen=True)
class CoulombFaultsTargets:
    """Where to write; None for what is not wanted."""

    segments: Path | None = None
    faults: Path | None = None
    receivers: Path | None = None
    table: Path | None = None
    events: Path | None = None


@dataclass(frozen=True)
class CoulombFaultsReport:
    """What came out.

    Parameters
    ----------
    faults : FaultResult or None
    events : EventReport or None
    numbers : dict
        By the names that the tool reports; unknown ones are left out.
    limit : float or None
        End of the colours, kPa.
    notes, warnings : tuple of str
    """

    faults: FaultResult | None
    events: EventReport | None
    numbers: dict
    limit: float | None
    notes: tuple
    warnings: tuple


def run_coulombfaults(
    slip: SlipSource,
    faults: LayerSource | None,
    events: LayerSource | None,
    targets: CoulombFaultsTargets,
    options: CoulombFaultsOptions | None = None,
    fields: ReceiverFields | None = None,
    event_fields: EventFields | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> CoulombFaultsReport:
    """Resolve the stress change of a slip model on a fault inventory and on a catalogue.

    Parameters
    ----------
    slip : SlipSource
    faults : LayerSource, optional
        Lines.
    events : LayerSource, optional
        Points.
    targets : CoulombFaultsTargets
    options : CoulombFaultsOptions, optional
    fields : ReceiverFields, optional
    event_fields : EventFields, optional
    progress, cancelled : callable, optional

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options = options or CoulombFaultsOptions()
    if faults is None and events is None:
        raise GroundshiftError("Neither faults nor earthquakes are given; give one of them.")
    file = slip.read()
    model, local = file.model, file.local
    if not np.linalg.norm(model.components, axis=1).max() > LEAST_SLIP:
        raise GroundshiftError(f"{slip.path}: nothing slips in the model; give one with slip.")
    notes, warnings = list(getattr(file, "notes", ())), list(getattr(file, "warnings", ()))
    source = ruptured(model)
    limit = options.limit or float(np.clip(SOURCE_SIZES * source_size(source), LEAST_LIMIT, CURVED))
    notes += _about_source(model, source, options, limit)
    if limit > CURVED:
        warnings.append(
            f"Results beyond {CURVED / 1e3:.0f} km of the source are those of a flat Earth; a "
            "distance limit leaves them out."
        )
    found = catalogue = None
    if faults is not None:
        inventory = read_inventory(faults, fields or ReceiverFields(), local)
        notes += inventory.notes
        tell(progress, 0.1)
        part = _part(progress, 0.1, 0.7 if events is None else 0.5)
        found = _on_faults(inventory, model, source, local, limit, options, part, cancelled)
        notes += found.notes
        if not found.numbers["RESOLVED"]:
            warnings.append(
                f"{inventory.path}: no fault has a number; see the field 'status', which tells "
                "whether they are too far, on the source, or of unknown dip or rake."
            )
    if events is not None:
        read = read_events(events, event_fields or EventFields(), local)
        notes += read.notes
        catalogue = stress_on_events(
            read, model, options, source, limit, found, _part(progress, 0.5, 0.9), cancelled
        )
        notes += catalogue.notes
        warnings += catalogue.warnings
    check_cancelled(cancelled)
    with Transaction() as files:
        if found is not None:
            write_faults(files, targets, found, local)
            if targets.receivers:
                write_receivers(files.add(targets.receivers), found, local)
            if targets.table:
                write_ranking(files.add(targets.table), found)
        if catalogue is not None and targets.events:
            write_events(files.add(targets.events), catalogue, events)
    tell(progress, 1.0)
    numbers = {**(found.numbers if found else {}), **(catalogue.numbers if catalogue else {})}
    numbers = {name: value for name, value in numbers.items() if np.isfinite(value)}
    ends = [part.limit for part in (found, catalogue) if part is not None and part.limit]
    return CoulombFaultsReport(
        found, catalogue, numbers, ends[0] if ends else None, tuple(notes), tuple(warnings)
    )


def _part(progress, start, stop):
    return None if progress is None else lambda done: progress(start + (stop - start) * done)


def _about_source(model, source, options, limit) -> list:
    friction = options.friction
    how = (
        f"effective friction {friction.value:g}" if friction.skempton is None
        else f"friction {friction.value:g}, Skempton's coefficient {friction.skempton:g}"
    )  # fmt: skip
    return [
        f"The source has {len(model)} patches, of which {len(source)} slipped by a tenth of the "
        f"greatest slip of {model.slip.max():.4g} m at least, over {source_size(source) / 1e3:.4g} "
        "km.",
        f"Shear modulus {options.medium.shear_modulus / 1e9:g} GPa, Poisson's ratio "
        f"{options.medium.poisson:g}, {how}, ranges over friction {friction.low:g} to "
        f"{friction.high:g}. Receivers within {options.near / 1e3:g} km of patches that slipped "
        f"are masked; those beyond {limit / 1e3:.4g} km of them are left out.",
    ]


def _on_faults(inventory, model, source, local, limit, options, progress, cancelled) -> FaultResult:
    """Everything about the faults, before it is written."""
    if not inventory.traces:
        raise GroundshiftError(
            f"{inventory.path}: no fault lies on this side of the Earth; choose another layer."
        )
    segments = _within_reach(inventory, source, limit, options)
    away = distance_to(source, _at_surface(segments.middle), limit)
    known = inventory.mechanisms.known[segments.line]
    within = away <= limit
    depths = depths_of(options.depths, inventory.top, inventory.bottom, options.by_fault)
    dip, rake = (np.radians(part) for part in (inventory.mechanisms.dip, inventory.mechanisms.rake))
    receivers = place_receivers(
        segments, within & known, inventory.side, dip[:, 0], depths, options.down_dip
    )
    line = segments.line[receivers.segment]
    stress = (
        fault_stress(
            model, options.medium, receivers, dip[line], rake[line], options.friction, source,
            options.near, progress, cancelled,
        ) if len(receivers) else _no_stress()
    )  # fmt: skip
    chosen = choose(segments, receivers, stress, len(inventory))
    by_segment = segment_statistics(segments, receivers, stress, chosen, options.threshold)
    by_fault = fault_statistics(segments, receivers, stress, chosen, options.threshold)
    status = _status(inventory, segments, within, known, by_segment)
    return FaultResult(
        inventory, segments, receivers, stress, chosen, by_segment, by_fault, away, status,
        options.rank, options.threshold,
    )  # fmt: skip


def _within_reach(inventory, source, limit, options):
    """Segments of traces that come within reach: far away the frame has no true lengths."""
    counts = [len(trace) for trace in inventory.traces]
    away = distance_to(source, _at_surface(np.concatenate(inventory.traces)), limit)
    near = np.minimum.reduceat(away, np.cumsum([0, *counts[:-1]])) <= limit
    if not near.any():
        return NO_SEGMENTS
    traces = [trace for trace, reached in zip(inventory.traces, near) if reached]
    return cut(traces, inventory.owner[near], options.segment, options.spacing)


def _at_surface(places):
    return np.c_[places, np.zeros(len(places))]


def _no_stress() -> FaultStress:
    """Of no receivers at all."""
    from ..stress.fault_stress import FRICTIONS, NODES

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
