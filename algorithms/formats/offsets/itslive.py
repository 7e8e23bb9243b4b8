# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Image-pair velocities of ITS_LIVE and of autoRIFT: NetCDF 4.

Datasets (ITS_LIVE image-pair documentation; autoRIFT's ``netcdf_output.py``, which writes the
same): ``vx``, ``vy`` int16, metres a year along the map's axes, no data -32767, with attributes
``error`` and ``stable_shift`` (taken off already); ``v_error``; ``interp_mask`` (1: interpolated);
``chip_size_width`` in metres; ``x``, ``y``; ``mapping`` with ``spatial_epsg``; ``img_pair_info``
with ``acquisition_date_img1`` and ``_img2``, ``satellite_img1`` or ``mission_img1``.

Lengths are those on the ground, so that the vectors are turned to true north, but not scaled. What
was interpolated is no measurement and becomes no data.
"""

from __future__ import annotations

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.dates import DAYS_PER_YEAR, dates_in
from ...data.grid import Grid
from ...data.offsets import MAP
from ...data.product import Band
from ...errors import GroundshiftError
from ..hdf5.guarded import damage_told
from ..hdf5.layout import check_dataset, open_hdf5
from .foreign import TURN, dates_for, made

LOOKS_FOR = "ITS_LIVE or autoRIFT NetCDF (vx, vy in *.nc)"
NODATA = (-32767.0, -32768.0)


def recognises(path) -> bool:
    """Whether it is such a file."""
    if path.suffix.lower() not in (".nc", ".h5"):
        return False
    try:
        with open_hdf5(path) as file:
            return all(name in file for name in ("vx", "vy", "x", "y"))
    except GroundshiftError:
        return False


def read(path, given) -> list:
    """The pair of a file.

    Raises
    ------
    GroundshiftError
        If dates or place are not told.
    """
    with open_hdf5(path) as file, damage_told(path):
        grid = _grid(file, path)
        for name in ("vx", "vy"):
            check_dataset(file, name, grid.shape, path)
        info = _texts(file, "img_pair_info")
        own = [
            day for name in ("acquisition_date_img1", "acquisition_date_img2")
            for day in dates_in(info.get(name, ""))[:1]
        ]  # fmt: skip
        dates = dates_for(path, given, own if len(own) == 2 else ())
        if np.isnat(dates).any():
            raise GroundshiftError(f"{path}: does not tell its two dates; give them.")
        years = float((dates[1] - dates[0]).astype(int)) / DAYS_PER_YEAR
        errors = [_number(file["vx" if n == 0 else "vy"], "error") for n in (0, 1)]
        has = {
            name: name in file and file[name].shape == grid.shape
            for name in ("v_error", "chip_size_width", "interp_mask")
        }  # fmt: skip
        shifts = [_number(file[name], "stable_shift") for name in ("vx", "vy")]
    bands = [Band(str(path), 1, NODATA, years, name) for name in ("vx", "vy")]
    std = tuple(abs(years) * error for error in errors) if np.isfinite(errors).all() else None
    error = Band(str(path), 1, NODATA, abs(years), "v_error")
    bands += [error, error] if has["v_error"] and std is None else [None, None]
    bands += [Band(str(path), 1, (1.0,), 1.0, "interp_mask") if has["interp_mask"] else None]
    chip = Band(str(path), 1, (0.0, *NODATA), 1 / abs(grid.transform[1]), "chip_size_width")
    bands.append(chip if has["chip_size_width"] else None)
    notes = ["velocities (m/yr) times the years between the images"]
    if np.isfinite(shifts).all() and any(shifts):
        notes.append(f"shifts of {shifts[0]:g} and {shifts[1]:g} m/yr were taken off by the maker")
    platform = info.get("satellite_img1") or info.get("mission_img1") or ""
    return [
        made(
            "itslive", path, grid, MAP, dates, given, bands, axes=TURN, std=std,
            notes=tuple(notes), platform=platform, interpolated=has["interp_mask"],
        )
    ]  # fmt: skip


def _grid(file, path) -> Grid:
    x, y = (np.asarray(file[name][()], float) for name in ("x", "y"))
    if x.ndim != 1 or y.ndim != 1 or min(len(x), len(y)) < 2:
        raise GroundshiftError(f"{path}: its x and y are no axes; get the file again.")
    code = _texts(file, "mapping").get("spatial_epsg", "")
    if not code:
        raise GroundshiftError(
            f"{path}: does not tell its coordinate reference system (mapping:spatial_epsg); get "
            "the file again."
        )
    dx, dy = (x[-1] - x[0]) / (len(x) - 1), (y[-1] - y[0]) / (len(y) - 1)
    transform = (x[0] - dx / 2, dx, 0.0, y[0] - dy / 2, 0.0, dy)
    return Grid(len(y), len(x), transform, wkt_from_epsg(int(float(code))))


def _texts(file, name) -> dict:
    """The attributes of a dataset as texts."""
    found = {}
    if name in file:
        for key, value in file[name].attrs.items():
            value = np.ravel(value)[0] if np.ndim(value) else value
            found[key] = value.decode() if isinstance(value, bytes) else str(value)
    return found


def _number(dataset, name) -> float:
    try:
        return float(np.ravel(dataset.attrs[name])[0])
    except (KeyError, ValueError, IndexError):
        return float("nan")
