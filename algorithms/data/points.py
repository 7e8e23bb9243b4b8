# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points with rates: scatterers, pixels of a map of rates, stations."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from .metric import LocalMetres


@dataclass(frozen=True)
class Points:
    """Points with rates, their errors, and what else is known of them.

    Parameters
    ----------
    crs : str
        WKT of `x` and `y`; empty where there is none.
    x, y : ndarray, shape (point,)
    rate, std : ndarray, shape (point, part)
        And its standard deviation, metres a year; NaN where unknown.
    coherence : ndarray, shape (point,), optional
        0 to 1; NaN where unknown.
    dates : ndarray of datetime64[D], shape (time,)
        Of the series; empty without.
    series : ndarray, shape (point, part, time), or callable, optional
        Displacements in metres, NaN where missing; or what reads those of some points, shape
        (row, time), by their places: a million series need not be in memory.
    direction : str
        ``los`` (towards a satellite), ``up``, ``enu`` (east, north, up), or ``en`` (east, north).
    look : ndarray, shape (point, 3), optional
        Unit vector from the ground to the satellite in (east, north, up).
    names : ndarray of str, shape (point,), optional
    extra : dict of str to ndarray
        Further columns of shape (point,), in the unit that their name says, such as ``height_m``.
    cell : float, optional
        Metres, where the points are cells of a raster.
    """

    crs: str
    x: np.ndarray
    y: np.ndarray
    rate: np.ndarray
    std: np.ndarray
    coherence: np.ndarray | None = None
    dates: np.ndarray = field(default_factory=lambda: np.zeros(0, "datetime64[D]"))
    series: object = None
    direction: str = "los"
    look: np.ndarray | None = None
    names: np.ndarray | None = None
    extra: dict = field(default_factory=dict)
    cell: float | None = None

    @classmethod
    def along_look(
        cls, crs, x, y, velocity, velocity_std, coherence=None, dates=None, displacement=None,
        **more,
    ) -> Points:  # fmt: skip
        """Points that are seen by one satellite: arrays of shape (point,) and (point, time)."""
        if dates is not None:
            more["dates"] = dates
        if displacement is not None:
            more["series"] = displacement[:, np.newaxis]
        return cls(
            crs, x, y, velocity[:, np.newaxis], velocity_std[:, np.newaxis], coherence, **more
        )

    def __len__(self) -> int:
        return len(self.x)

    @property
    def velocity(self) -> np.ndarray:
        """The rates of the first part, shape (point,)."""
        return self.rate[:, 0]

    @property
    def velocity_std(self) -> np.ndarray:
        """Their standard deviations."""
        return self.std[:, 0]

    def displacement(self, rows=slice(None)) -> np.ndarray:
        """Series of the first part of some points, shape (row, time)."""
        return self.series(rows) if callable(self.series) else self.series[rows, 0]

    @cached_property
    def local(self) -> LocalMetres:
        """A system in metres about their middle."""
        middle = ((np.min(v) + np.max(v)) / 2 for v in (self.x, self.y))
        return LocalMetres(self.crs, *middle)

    @cached_property
    def xy(self) -> np.ndarray:
        """Places in that system, shape (point, 2); the coordinates themselves without a CRS."""
        return self.local.of(self.crs, self.x, self.y)

    def take(self, index) -> Points:
        """Some of the points, by index or mask."""
        taken = {
            name: None if getattr(self, name) is None else getattr(self, name)[index]
            for name in ("x", "y", "rate", "std", "coherence", "look", "names")
        }
        taken["extra"] = {name: values[index] for name, values in self.extra.items()}
        if callable(self.series):
            places = np.arange(len(self))[index]
            taken["series"] = lambda rows: self.series(places[rows])
        elif self.series is not None:
            taken["series"] = self.series[index]
        return replace(self, **taken)


@dataclass(frozen=True)
class PointRows:
    """Some points of a table, in the units of the table.

    Parameters
    ----------
    x, y : ndarray, shape (point,)
        NaN where unknown.
    series : ndarray, shape (time, point)
        In the order of the table's dates; NaN where missing.
    columns : dict of str to ndarray
        What is known of them: of a file by its roles (see :data:`.point_columns.ROLES`), of our
        layers by the names of their fields.
    others : dict of str to ndarray
        Further columns by their new names: numbers, or text.
    done : float
        Share of the table that has been read, 0 to 1.
    """

    x: np.ndarray
    y: np.ndarray
    series: np.ndarray
    columns: dict
    others: dict
    done: float = 1.0

    def __len__(self) -> int:
        return len(self.x)

    def take(self, index) -> PointRows:
        """Some of the rows, by index or mask."""
        columns, others = (
            {name: values[index] for name, values in part.items()}
            for part in (self.columns, self.others)
        )
        return replace(
            self, x=self.x[index], y=self.y[index], series=self.series[:, index], columns=columns,
            others=others,
        )  # fmt: skip
