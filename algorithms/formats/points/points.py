# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points as GeoPackage layers."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.points import Points
from ...errors import GroundshiftError
from ..vectors.geopackage import MOST_COLUMNS, GeoPackageWriter

POINTS_AT_ONCE = 50_000


def write_points(path, points: Points) -> None:
    """Write a whole set of points; see :class:`PointWriter`."""
    kinds = {name: float if v.dtype.kind == "f" else int for name, v in points.extra.items()}
    with PointWriter(path, points.crs, points.dates, kinds) as writer:
        for first in range(0, len(points), POINTS_AT_ONCE):
            writer.write(points.take(slice(first, first + POINTS_AT_ONCE)))


class PointWriter(contextlib.AbstractContextManager):
    """Writes points to a GeoPackage, block by block.

    Fields: ``fid``, ``velocity_mm_yr``, ``velocity_std_mm_yr``, ``coherence``, the extra columns,
    and ``DYYYYMMDD`` in mm for every date.

    Parameters
    ----------
    path : path
        A new ``.gpkg``.
    crs : str
        WKT; empty for none.
    dates : ndarray of datetime64[D]
    extra : dict of str to type
        Further columns, ``float`` or ``int``.
    layer : str
    """

    def __init__(self, path, crs: str, dates, extra: dict, layer: str = "points"):
        if len(dates) + len(extra) > MOST_COLUMNS:
            raise GroundshiftError(
                f"{len(dates)} dates are more than a table can hold ({MOST_COLUMNS}); "
                "choose a shorter span."
            )
        self._extra = tuple(extra)
        columns = {"velocity_mm_yr": float, "velocity_std_mm_yr": float, "coherence": float}
        columns.update({name: int if kind is int else float for name, kind in extra.items()})
        columns.update({f"D{str(date).replace('-', '')}": float for date in dates})
        self._file = GeoPackageWriter(path, crs, "point", columns, layer)

    @property
    def count(self) -> int:
        """Points written so far."""
        return self._file.count

    def write(self, points: Points) -> None:
        """Append points; NaN becomes NULL."""
        columns = [
            np.round(points.velocity * 1e3, 3), np.round(points.velocity_std * 1e3, 3),
            np.round(points.coherence, 4), *(points.extra[name] for name in self._extra),
        ]  # fmt: skip
        if len(points.dates):
            # In double precision, of which a table need not look for the digits: the most values.
            columns += [*np.round(points.displacement().T.astype(float) * 1e3, 2)]
        self._file.insert_points(points.x, points.y, columns)

    def __exit__(self, *details):
        return self._file.__exit__(*details)
