# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Time series of LiCSBAS: ``cum.h5`` and ``cum_filt.h5``.

Datasets (Morishita et al. 2020; ``LiCSBAS13_sb_inv.py``, ``LiCSBAS16_filt_ts.py``): ``cum``,
float32 (time, row, column), mm towards the satellite; ``imdates``, whole numbers YYYYMMDD;
``corner_lat`` and ``corner_lon``, the centre of the first pixel; ``post_lat`` and ``post_lon``,
degrees; ``bperp``.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.grid import Grid, Window
from ...data.stack import TimeSeries
from ...errors import GroundshiftError
from .layout import FileReader, check_dataset, open_hdf5, to_dates

PLACE = ("corner_lat", "corner_lon", "post_lat", "post_lon")
NEEDED = ("cum", "imdates", *PLACE)
MM = np.float32(1e-3)


def is_licsbas_series(path) -> bool:
    """Whether a file is one of them."""
    with open_hdf5(path) as file:
        return all(name in file for name in NEEDED)


def read_licsbas_series(path) -> TimeSeries:
    """Read what a file holds, without its pixels.

    Raises
    ------
    GroundshiftError
        If it is damaged.
    """
    with open_hdf5(path) as file:
        dates = to_dates([str(int(day)) for day in np.ravel(file["imdates"][()])], path)
        shape = file["cum"].shape
        if len(shape) != 3 or shape[0] != len(dates) or len(dates) < 1:
            raise GroundshiftError(
                f"{path}: 'cum' is {'x'.join(map(str, shape))} for {len(dates)} dates; run "
                "LiCSBAS again."
            )
        check_dataset(file, "cum", shape, path)
        lat, lon, down, across = (float(np.ravel(file[name][()])[0]) for name in PLACE)
    if np.any(np.diff(dates).astype(int) <= 0):
        raise GroundshiftError(f"{path}: its dates are not in order; run LiCSBAS again.")
    if not np.isfinite([lat, lon, down, across]).all() or not down or not across:
        raise GroundshiftError(f"{path}: its corner and pixel size are no numbers; get it again.")
    transform = (lon - across / 2, across, 0.0, lat - down / 2, 0.0, down)
    grid = Grid(shape[1], shape[2], transform, wkt_from_epsg(4326))
    return TimeSeries(Path(path), grid, dates, np.full(len(dates), np.nan))


class LicsbasReader(FileReader):
    """Reads windows as :class:`.stacks.TimeSeriesReader` does.

    Parameters
    ----------
    series : TimeSeries
    """

    def __init__(self, series: TimeSeries):
        super().__init__(series.path)
        self.series = series

    def read(self, window: Window) -> np.ndarray:
        """Displacement in metres, shape (time, row, column), NaN for no data."""
        try:
            values = self._file["cum"][(slice(None), *window.slices)]
        except OSError as error:
            raise GroundshiftError(
                f"{self.series.path}: 'cum' cannot be read (truncated file?); get it again."
            ) from error
        return values.astype(np.float32) * MM

    def table(self, name: str):
        """There are none."""
        return
