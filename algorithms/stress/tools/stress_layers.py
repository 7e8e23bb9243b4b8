# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress tensors and likely planes as layers and tables, and read back as regional stress."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.crs import wkt_from_epsg
from ...errors import GroundshiftError, counted
from ...formats.text.csv_tables import write_csv
from ...formats.vectors.features import write_features
from ...formats.vectors.rows import Columns, read_rows
from ...formats.vectors.wkb import point_wkb
from ..tensor import regime, shmax, trend_plunge

AXES = ("s1", "s2", "s3")


def columns_of(quakes, found) -> dict:
    """A column a number of tensors; see :func:`write_sites`.

    Parameters
    ----------
    quakes : Earthquakes
    found : list of (ndarray of int, TensorStudy)
        Rows of the earthquakes, and what they tell.
    """
    studies = [one for _, one in found]
    axes = np.array([one.tensor.axes for one in studies])
    ratio = np.array([one.tensor.ratio for one in studies])
    known = np.array([one.ratio_known for one in studies])
    low, high = np.array([one.errors.ratio for one in studies]).T

    def degrees(values):
        return np.degrees(np.array(values, float))

    def if_known(values):
        return np.where(known, values, np.nan)

    columns = {
        "events": np.array([len(rows) for rows, _ in found]),
        "shmax_deg": degrees(shmax(axes, ratio)),
        "shmax_error_deg": degrees([one.errors.shmax for one in studies]),
        "regime": np.array([regime(one) for one in axes], object),
        "shape_ratio": if_known(ratio), "shape_ratio_low": if_known(low),
        "shape_ratio_high": if_known(high), "angelier_phi": if_known(1 - ratio),
    }  # fmt: skip
    trend, plunge = trend_plunge(axes)
    for k, name in enumerate(AXES):
        columns[f"{name}_trend_deg"] = degrees(trend[:, k])
        columns[f"{name}_plunge_deg"] = degrees(plunge[:, k])
        columns[f"{name}_cone_deg"] = degrees([one.errors.cones[k] for one in studies])
    return columns | {
        "friction": np.array([one.tensor.friction for one in studies]),
        "instability": np.array([one.tensor.instability for one in studies]),
        "misfit_deg": degrees([one.misfit.mean() for one in studies]),
        "diversity_deg": degrees([one.diversity for one in studies]),
        "depth_km": np.array([_middle(quakes.depth[rows]) / 1e3 for rows, _ in found]),
    }


def _middle(values):
    known = values[np.isfinite(values)]
    return np.median(known) if len(known) else np.nan


def write_sites(path, quakes, found) -> None:
    """Write tensors as points in the middle of their earthquakes; without a place none is drawn."""
    places = []
    for rows, _ in found:
        place = quakes.place[rows]
        place = place[np.isfinite(place).all(axis=1)]
        # About their first one, as longitudes may jump from 180 to -180.
        places.append(
            place[0] + np.mean((place - place[0] + 180) % 360 - 180, axis=0) if len(place) else None
        )
    shapes = [None if place is None else point_wkb(*place) for place in places]
    crs = wkt_from_epsg(4326)
    write_features(path, crs, "point", shapes, columns_of(quakes, found), "stress")


def write_table(path, quakes, found) -> None:
    """Write tensors as CSV."""
    columns = columns_of(quakes, found)
    write_csv(path, list(columns), zip(*columns.values()))


def write_events(path, quakes, planes, found) -> None:
    """Write the earthquakes, their likely plane first."""
    rows = np.concatenate([rows for rows, _ in found])
    likely = np.concatenate([one.likely for _, one in found])
    both = np.concatenate([one.instability for _, one in found])
    order, place = np.arange(len(rows)), quakes.place[rows]
    columns = {
        "event_id": quakes.name[rows],
        "tensor": np.concatenate([np.full(len(r), k + 1) for k, (r, _) in enumerate(found)]),
        "time": np.where(np.isnat(quakes.time[rows]), "", quakes.time[rows].astype(str)).astype(
            object
        ),
        "magnitude": quakes.magnitude[rows], "depth_km": quakes.depth[rows] / 1e3,
    }  # fmt: skip
    for number, plane in ((1, likely), (2, 1 - likely)):
        angles = np.degrees(planes[rows, plane])
        columns |= {
            f"strike{number}": angles[:, 0] % 360, f"dip{number}": angles[:, 1],
            f"rake{number}": 180 - (180 - angles[:, 2]) % 360,
            f"instability{number}": both[order, plane],
        }  # fmt: skip
    columns |= {
        "plane_probability": np.concatenate([one.probability for _, one in found]),
        "misfit_deg": np.degrees(np.concatenate([one.misfit for _, one in found])),
    }
    known = np.isfinite(place).all(axis=1)
    shapes = [point_wkb(*xy) if here else None for xy, here in zip(place, known)]
    write_features(path, wkt_from_epsg(4326), "point", shapes, columns, "earthquakes")


@dataclass(frozen=True)
class _Table(Columns):
    path: str
    columns: dict


def _all_rows(path, layer):
    """Rows with or without a place: tensors of mechanisms without places have none."""
    return read_rows(path, layer, None, lambda wkb: (np.ones(len(wkb), bool), None))


def read_regional(layer):
    """Axes and shape ratio of a layer of stress tensors.

    Parameters
    ----------
    layer : (path, str)
        With one tensor.

    Returns
    -------
    trend, plunge : ndarray, shape (3,)
        Radians, of the greatest to the least compression.
    ratio : float
        NaN where it is not known.

    Raises
    ------
    GroundshiftError
        If it is no such layer, or holds several tensors.
    """
    table = _Table(str(layer[0]), _all_rows(*layer).columns)
    needed = [f"{name}_{part}_deg" for name in AXES for part in ("trend", "plunge")]
    missing = [name for name in (*needed, "shape_ratio") if name not in table.columns]
    if missing:
        raise GroundshiftError(
            f"{table.path}: is no layer of stress tensors, it has no field '{missing[0]}'; give "
            "one that stresstensor wrote."
        )
    count = len(table.columns["shape_ratio"])
    if count != 1:
        raise GroundshiftError(
            f"{table.path}: holds {counted(count, 'tensor')}; select the one that holds for "
            "the place."
        )
    angles = np.radians([table.numbers(name)[0] for name in needed]).reshape(3, 2)
    if not np.isfinite(angles).all():
        raise GroundshiftError(f"{table.path}: its axes are not known; give another tensor.")
    return angles[:, 0], angles[:, 1], float(table.numbers("shape_ratio")[0])
