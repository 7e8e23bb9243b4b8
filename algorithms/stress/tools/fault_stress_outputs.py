# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress change on faults as layers: segments, whole faults, receivers, and a ranking."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...formats.text.csv_tables import write_csv
from ...formats.vectors import wkb as shapes
from ...formats.vectors.features import write_features
from ...formats.vectors.field_types import without_clashes
from ...formats.vectors.geopackage import GeoPackageWriter, column_type
from ...formats.vectors.tables import write_table
from ..fault_statistics import Chosen, Statistics, ranked
from ..fault_stress import FaultStress
from ..receivers import Receivers, Segments, depth_ends, plane_cells
from .receiver_faults import Inventory

KPA, KM = 1e3, 1e3
ON_SOURCE = 0.5  # share of a segment's receivers that makes it part of the source
COLOURED = 95.0  # percentile of changes at which colours end
TOLD = 5


@dataclass(frozen=True)
class FaultResult:
    """Everything about the faults.

    Parameters
    ----------
    inventory : Inventory
    segments : Segments
    receivers : Receivers
    stress : FaultStress
    chosen : Chosen
    by_segment, by_fault : Statistics
    away : ndarray, shape (segment,)
        Distance of the middle of the trace to the source, infinite beyond the limit.
    status : ndarray of str, shape (segment,)
    rank : str
        ``mean`` or ``max``.
    depths : list of ndarray
        Of the receivers on each fault, metres.
    """

    inventory: Inventory
    segments: Segments
    receivers: Receivers
    stress: FaultStress
    chosen: Chosen
    by_segment: Statistics
    by_fault: Statistics
    away: np.ndarray
    status: np.ndarray
    rank: str
    depths: list

    def leading(self, statistics: Statistics) -> np.ndarray:
        """What faults are ranked by, kPa."""
        return (statistics.mean if self.rank == "mean" else statistics.most) / KPA

    @cached_property
    def fault_status(self) -> np.ndarray:
        """Of each fault the best of its segments' states; ``no length`` without a trace."""
        order = ("resolved", "on the source", "fold", "dip or rake unknown", "too far")
        best = np.full(len(self.inventory), "no length", object)
        best[self.inventory.owner] = "too far"
        for name in order[::-1]:
            best[self.segments.line[self.status == name]] = name
        return best

    @property
    def limit(self) -> float | None:
        """End of the colours, kPa."""
        values = np.abs(self.leading(self.by_segment))
        values = values[np.isfinite(values)]
        return float(np.percentile(values, COLOURED)) if len(values) else None

    @property
    def numbers(self) -> dict:
        """What the tool reports."""
        lead, status = self.leading(self.by_fault), self.fault_status
        known = np.isfinite(lead)
        return {
            "FAULT_COUNT": len(lead), "RESOLVED": int(known.sum()),
            "SEGMENT_COUNT": len(self.segments), "SEGMENTS_RESOLVED": int(
                (self.status == "resolved").sum()
            ),
            "ON_SOURCE": int((self.by_fault.source_share >= ON_SOURCE).sum()),
            "TOO_FAR": int((status == "too far").sum()),
            "UNKNOWN": int(np.isin(status, ["dip or rake unknown", "fold"]).sum()),
            "POSITIVE": int((lead[known] > 0).sum()),
            "STABLE": int(self.by_fault.stable[known].sum()),
            "HIGHEST": lead[known].max(initial=-np.inf), "LOWEST": lead[known].min(initial=np.inf),
        }  # fmt: skip

    @property
    def notes(self) -> list:
        """The ranking's head, in sentences."""
        numbers, lead = self.numbers, self.leading(self.by_fault)
        order = np.argsort(ranked(lead))[len(lead) - numbers["RESOLVED"] :][:TOLD]
        names = "; ".join(
            f"{self._name(k)} {lead[k]:.3g} ({self.by_fault.mean_low[k] / KPA:.3g} to "
            f"{self.by_fault.mean_high[k] / KPA:.3g}) kPa" for k in order
        )  # fmt: skip
        return [
            f"{numbers['RESOLVED']} of {numbers['FAULT_COUNT']} faults resolved; "
            f"{numbers['TOO_FAR']} are too far, {numbers['UNKNOWN']} of unknown dip or rake (or "
            f"folds), {numbers['ON_SOURCE']} lie on the source by half or more. "
            f"{numbers['POSITIVE']} come nearer to failure; the sign of {numbers['STABLE']} holds "
            "over all ranges.",
            f"Highest {self.rank} changes, with the range of the mean: {names or 'none'}.",
        ]  # fmt: skip

    def _name(self, fault):
        return self.inventory.name[fault] or f"fid {self.inventory.fid[fault]}"


def write_segments(path, found: FaultResult, local) -> None:
    """Write the segments of faults within reach, as lines."""
    crs, segments = found.inventory.crs, found.segments
    ends = np.cumsum([len(part) for part in segments.vertices])[:-1]
    vertices = np.concatenate([np.zeros((0, 2)), *segments.vertices])
    places = np.stack(local.back(crs, vertices), axis=1)
    lines = [shapes.line_wkb(part) for part in np.split(places, ends)][: len(segments)]
    columns = without_clashes(_segment_columns(found, local))
    write_features(path, crs, "line", lines, columns, "segments")


def write_faults(path, found: FaultResult, local) -> None:
    """Write whole faults, as lines."""
    inventory, columns = found.inventory, without_clashes(_fault_columns(found))
    write_features(path, inventory.crs, "line", inventory.wkb, columns, "faults")


def _numbers(found, statistics) -> dict:
    """Columns that segments and faults share."""
    columns = {"coulomb_kpa": found.leading(statistics)}
    for name, values in (
        ("coulomb_mean", statistics.mean), ("coulomb_min", statistics.least),
        ("coulomb_max", statistics.most), ("shear_mean", statistics.shear),
        ("normal_mean", statistics.normal), ("pressure_mean", statistics.pressure),
        ("mean_low", statistics.mean_low), ("mean_high", statistics.mean_high),
        ("max_low", statistics.most_low), ("max_high", statistics.most_high),
    ):  # fmt: skip
        columns[f"{name}_kpa"] = values / KPA
    known = np.isfinite(statistics.mean)
    return {
        **columns, "sign_stable": np.ma.array(statistics.stable, mask=~known),
        "depth_of_max_km": statistics.depth_of_most / KM,
        "positive_percent": 100 * statistics.positive,
        "above_threshold_km": np.where(known, statistics.above / KM, np.nan),
        "receivers": statistics.receivers, "masked": statistics.masked,
        "source_percent": 100 * statistics.source_share,
        "on_source": np.nan_to_num(statistics.source_share) >= ON_SOURCE,
    }  # fmt: skip


def _plane_columns(found, fault) -> dict:
    """Where dip, rake and side of segments or faults come from."""
    inventory, chosen = found.inventory, found.chosen
    angles = inventory.mechanisms
    dip = angles.dip[fault]
    rake = angles.rake[fault, chosen.rake[fault]]
    rank = _whole(ranked(found.leading(found.by_fault))[fault])
    return {
        "fault_rank": rank, "fault_fid": inventory.fid[fault],
        "fault_name": inventory.name[fault], "fault_kind": inventory.kind[fault],
        "kinematics": angles.kind[fault], "dip_deg": dip[:, 0], "dip_low_deg": dip[:, 1],
        "dip_high_deg": dip[:, 2], "rake_deg": rake[:, 0], "rake_low_deg": rake[:, 1],
        "rake_high_deg": rake[:, 2], "dip_source": angles.dip_source[fault],
        "rake_source": angles.rake_source[fault], "side_source": inventory.side_source[fault],
        "planes_tried": chosen.tried[fault],
    }  # fmt: skip


def _whole(rank):
    return np.ma.array(rank, mask=rank == 0)


def _segment_columns(found: FaultResult, local) -> dict:
    segments, statistics = found.segments, found.by_segment
    line = segments.line
    lead = found.leading(statistics)
    first = np.searchsorted(line, line)  # faults come in their order
    return {
        "rank": _whole(ranked(lead)), **_plane_columns(found, line),
        "segment": np.arange(len(line)) - first + 1, "length_km": segments.length / KM,
        "strike_deg": _strikes(found, local), "status": found.status,
        "source_distance_km": np.where(np.isfinite(found.away), found.away / KM, np.nan),
        **_numbers(found, statistics), **_copied(found, line),
    }  # fmt: skip


def _copied(found, fault):
    return {f"fault_{name}": values[fault] for name, values in found.inventory.copied.items()}


def _strikes(found, local):
    """Degrees from true north; of a segment that is not resolved the way its trace was drawn."""
    segments = found.segments
    turned = (found.chosen.side[segments.line] < 0) * np.pi
    north = local.convergence(local.crs, *segments.middle.T) if len(segments) else 0.0
    return np.degrees(segments.azimuth + turned + north) % 360.0


def _fault_columns(found: FaultResult) -> dict:
    inventory, line = found.inventory, found.segments.line
    count = len(inventory)
    away = np.full(count, np.inf)
    np.minimum.at(away, line, found.away)
    length = np.bincount(line, found.segments.length, count)
    columns = _plane_columns(found, np.arange(count))
    columns = {"rank": columns.pop("fault_rank"), **columns}
    return {
        **columns, "status": found.fault_status,
        "segments": np.bincount(line, minlength=count),
        "length_km": np.where(length > 0, length / KM, np.nan),
        "source_distance_km": np.where(np.isfinite(away), away / KM, np.nan),
        **_numbers(found, found.by_fault), **_copied(found, np.arange(count)),
    }  # fmt: skip


def write_receivers(path, found: FaultResult, local) -> None:
    """Write every receiver of the planes that are told about, as points."""
    told, columns = _told(found)
    crs = found.inventory.crs
    x, y = local.back(crs, found.receivers.point[told, :2])
    write_table(path, crs, np.asarray(x), np.asarray(y), columns, "receivers")


def write_planes(path, found: FaultResult, local) -> None:
    """Write the part of its plane that each receiver stands for, as polygons with heights."""
    told, columns = _told(found)
    inventory, receivers, segments = found.inventory, found.receivers, found.segments
    plane = receivers.owner[told]
    segment = receivers.segment[plane]
    fault = segments.line[segment]
    dip = np.radians(inventory.mechanisms.dip[fault, 0])
    ends = [
        depth_ends(found.depths[k], inventory.top[k], inventory.bottom[k], segments.length[s] / 2)
        for k, s in zip(fault, segment)
    ]
    level = [np.abs(found.depths[k] - d).argmin() for k, d in zip(fault, -receivers.point[told, 2])]
    ends = np.array([ends[k][:, n] for k, n in enumerate(level)]).reshape(-1, 2)
    corners = plane_cells(
        receivers.point[told], receivers.strike[plane], dip, receivers.share[told], ends
    )
    x, y = local.back(inventory.crs, corners[..., :2].reshape(-1, 2))
    rings = np.column_stack([x, y, corners[..., 2].reshape(-1)]).reshape(-1, 4, 3)
    columns = {
        **columns, "fault_name": inventory.name[fault],
        "strike_deg": _strikes(found, local)[segment], "dip_deg": np.degrees(dip),
        "rake_deg": inventory.mechanisms.rake[fault, found.chosen.rake[fault], 0],
    }  # fmt: skip
    columns = without_clashes(columns)
    types = {name: column_type(values) for name, values in columns.items()}
    blobs = [shapes.polygon_z_wkb(np.r_[ring, ring[:1]]) for ring in rings]
    with GeoPackageWriter(path, inventory.crs, "polygon_z", types, "planes") as file:
        if blobs:
            low, high = rings[..., :2].min(axis=1), rings[..., :2].max(axis=1)
            rows = list(map(np.asanyarray, columns.values()))
            file.insert(blobs, rows, np.hstack([low, high]))


def _told(found):
    """Which receivers lie on the planes that are told about, and their columns."""
    receivers, stress, segments = found.receivers, found.stress, found.segments
    told = np.flatnonzero(found.chosen.plane[receivers.segment][receivers.owner] == receivers.owner)
    segment = receivers.segment[receivers.owner[told]]
    fault = segments.line[segment]
    rake = found.chosen.rake[fault]
    hidden = stress.on_source[told]
    return told, {
        "fault_fid": found.inventory.fid[fault], "segment_row": segment + 1,
        "depth_km": -receivers.point[told, 2] / KM,
        "coulomb_kpa": stress.change[told, rake] / KPA, "shear_kpa": stress.shear[told, rake] / KPA,
        "normal_kpa": stress.normal[told] / KPA, "pressure_kpa": stress.pressure[told] / KPA,
        "on_source": hidden,
    }  # fmt: skip


def write_ranking(path, found: FaultResult, local) -> None:
    """Write resolved faults by rank, as CSV."""
    columns = {name: np.ma.filled(np.ma.asarray(values), 0) if name == "rank" else values
               for name, values in _fault_columns(found).items()}  # fmt: skip
    order = np.argsort(columns["rank"], kind="stable")
    told = order[columns["rank"][order] > 0]
    write_csv(path, columns, ([values[k] for values in columns.values()] for k in told))
