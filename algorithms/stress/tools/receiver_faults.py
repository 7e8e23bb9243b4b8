# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fault inventories as receivers of stress: traces in a local frame, with dip, side and rake."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.fault_attributes import direction, find_field, number
from ...data.metric import LocalMetres
from ...data.traces import dip_sides
from ...errors import GroundshiftError
from ...formats.vectors.fault_layers import FaultFields, Faults, LayerSource, read_faults
from ...formats.vectors.features import read_lines
from ...formats.vectors.rows import field_names
from ..kinematics import NORMAL, UPWARDS, Mechanisms, mechanisms

KM = 1e3
DEGREES = "EPSG:4326"
PARTS = ("kind", "dip", "dip_direction", "rake", "strike", "down_side", "top_depth", "bottom_depth")
SIDES = ("unknown", "dip direction", "strike", "downthrown side", "right of the trace")


@dataclass(frozen=True)
class Inventory:
    """Faults of a layer.

    Parameters
    ----------
    path, crs : str
    fid : ndarray of int, shape (fault,)
    name, kind : ndarray of str, shape (fault,)
        As the fields have them.
    wkb : list of bytes
        The lines as they are in the layer.
    mechanisms : Mechanisms
    side : ndarray of int, shape (fault,)
        Side of the drawn trace to which it dips: 1 right, -1 left, 0 unknown.
    side_source : ndarray of str, shape (fault,)
    top, bottom : ndarray, shape (fault,)
        Metres, NaN where unknown.
    traces : list of ndarray, shape (vertex, 2)
        Parts of lines in the local frame.
    owner : ndarray of int, shape (trace,)
        The fault of each.
    copied : dict of str to ndarray
    notes : list of str
    """

    path: str
    crs: str
    fid: np.ndarray
    name: np.ndarray
    kind: np.ndarray
    wkb: list
    mechanisms: Mechanisms
    side: np.ndarray
    side_source: np.ndarray
    top: np.ndarray
    bottom: np.ndarray
    traces: list
    owner: np.ndarray
    copied: dict
    notes: list

    def __len__(self) -> int:
        return len(self.fid)


def read_inventory(chosen, local: LocalMetres) -> Inventory:
    """Read fault traces and what is known of their planes.

    Parameters
    ----------
    chosen : CoulombFaults
    local : LocalMetres
        The frame of the source.

    Raises
    ------
    GroundshiftError
        If there is no fault, a field is missing, or one of layer and source has no CRS.
    """
    source = LayerSource(*chosen.faults)
    have, names = field_names(*source), {}
    for part in PARTS:
        said = getattr(chosen, f"{part.removesuffix('_depth')}_field")
        names[part] = said or find_field(have, part)
    wanted = tuple(dict.fromkeys(name for name in names.values() if name))
    copied = tuple(chosen.copied_fields or ())
    fields = FaultFields(
        chosen.name_field, chosen.kind_field, chosen.dip_field, chosen.dip_direction_field,
        leave_out=chosen.leave_out, copied=(*copied, *wanted),
    )  # fmt: skip
    faults = read_faults(source, fields)
    if faults.traces.plane == bool(local.crs):
        raise GroundshiftError(
            f"{source.path}: one of the layers, faults or slip model, has no CRS and the other has "
            "one; set the CRS of both."
        )
    texts = {part: _texts(faults.copied.get(name), len(faults.fid)) for part, name in names.items()}
    found = mechanisms(
        texts["dip"], texts["rake"], texts["kind"], chosen.default_kind, chosen.dip_error,
        chosen.rake_error,
    )  # fmt: skip
    side, side_source = _sides(faults, texts, found, chosen.dips_right)
    traces, owner = _local_traces(faults, local)
    top, bottom = (
        np.array([number(text) * KM for text in texts[part]])
        for part in ("top_depth", "bottom_depth")
    )
    lines = read_lines(source.path, source.layer)
    rows = dict(zip(lines.fid.tolist(), lines.wkb))
    inventory = Inventory(
        str(source.path), lines.crs, faults.fid, faults.name, faults.kind,
        [rows[fid] for fid in faults.fid.tolist()], found, side, side_source, top, bottom, traces,
        owner, {name: faults.copied[name] for name in copied}, list(faults.notes),
    )  # fmt: skip
    inventory.notes.extend(_about(inventory, names))
    return inventory


def _texts(values, count) -> list:
    if values is None:
        return [""] * count
    if np.asarray(values).dtype.kind == "f":
        return ["" if np.isnan(value) else f"{value:.15g}" for value in values]
    return list(values)


def _sides(faults: Faults, texts, found, dips_right):
    """To which side faults dip: by the direction of dip, the strike, the side that went down."""
    count = len(faults.fid)
    down = np.array([direction(text) for text in texts["down_side"]])
    leading = [kind.split(", ") for kind in found.kind]
    upward = [next((part for part in parts if part in UPWARDS), "") for parts in leading]
    # The hanging wall of normal faults went down, that of others up.
    turned = np.array([{"": np.nan, NORMAL: 0.0}.get(kind, 180.0) for kind in upward])
    strike = np.array([number(text) for text in texts["strike"]])
    side, said = faults.dip_side.copy(), np.where(faults.dip_side != 0, 1, 0)
    for source, azimuth in ((2, strike + 90.0), (3, down + turned)):
        more = np.where(side == 0, dip_sides(faults.traces, count, azimuth), 0)
        said[more != 0] = source
        side = np.where(side == 0, more, side)
    if dips_right:
        said[side == 0] = 4
        side = np.where(side == 0, 1, side)
    return side, np.array(SIDES, object)[said]


def _local_traces(faults: Faults, local):
    """Unbroken parts of lines in the frame; what it cannot hold is left out."""
    traces = faults.traces
    crs = "" if traces.plane else DEGREES
    start, end = (local.of(crs, *places.T) for places in (traces.start, traces.end))
    good = np.isfinite(start).all(axis=1) & np.isfinite(end).all(axis=1)
    breaks = (traces.before < 0) | ~good | ~np.r_[True, good[:-1]]
    parts, owner = [], []
    for rows in np.split(np.arange(len(traces)), np.flatnonzero(breaks)):
        rows = rows[good[rows]]
        if len(rows):
            parts.append(np.concatenate([start[rows], end[rows[-1:]]]))
            owner.append(traces.line[rows[0]])
    return parts, np.array(owner, int)


def _about(inventory, names) -> list:
    found, count = inventory.mechanisms, len(inventory)

    def counted(values):
        kinds, numbers = np.unique(np.where(values == "", "nothing", values).astype(str),
                                   return_counts=True)  # fmt: skip
        return ", ".join(f"{n} by {kind}" for kind, n in zip(kinds, numbers))

    fields = ", ".join(f"{part} from {name}" for part, name in names.items() if name)
    said = [
        f"{inventory.path}: {fields or 'no field tells anything'}.",
        f"Dip of {count} faults: {counted(found.dip_source)}. Rake: {counted(found.rake_source)}. "
        f"Side: {counted(inventory.side_source)}; where it is unknown both sides are tried, as are "
        "both senses of a strike slip, and the one with the higher mean change is told; ranges "
        "cover both.",
        "Usual dips of kinds where no field tells them: strike-slip 90 (75 to 90), normal 60 (45 "
        "to 70), reverse 45 (30 to 60), thrust 30 (15 to 45), subduction 15 (10 to 30), oblique 65 "
        "(50 to 80) degrees.",
    ]
    return said
