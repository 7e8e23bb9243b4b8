# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Finished results of LiCSBAS: velocity with its standard deviation and look vectors.

LiCSBAS (Morishita et al. 2020, doi:10.3390/rs12030424) writes plain float32 rasters without a
header: ``results/vel``, ``vel.mskd``, ``vel.filt`` ... in mm a year, positive towards the satellite
and little endian, NaN for no data. Size and place stand in GAMMA's format in ``EQA.dem_par`` (in
``info`` beside ``results``) or in a ``.par`` file of the same name; ``corner_lat`` and
``corner_lon`` are the centre of the first pixel. Files ``E``, ``N``, ``U`` hold unit vectors from
the ground to the satellite.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.grid import Grid
from ...errors import GroundshiftError

PARAMETERS = "EQA.dem_par"
NUMBERS = ("width", "nlines", "corner_lat", "corner_lon", "post_lat", "post_lon")


@dataclass(frozen=True)
class VelocityMap:
    """A velocity map.

    Parameters
    ----------
    grid : Grid
    rate : ndarray, shape (row, column)
        Metres a year towards the satellite, NaN for no data.
    std : ndarray or None
        Metres a year.
    look : ndarray, shape (3, row, column), or None
        East, north and up of the unit vector from the ground to the satellite.
    """

    grid: Grid
    rate: np.ndarray
    std: np.ndarray | None
    look: np.ndarray | None


def _parameters_of(path: Path):
    """The file that says how large a raster is, or None."""
    frame = path.with_name(path.name.split(".")[0] + ".par")
    places = (
        frame, path.parent / PARAMETERS, path.parent / "info" / PARAMETERS,
        path.parent.parent / "info" / PARAMETERS,
    )  # fmt: skip
    return next((place for place in places if place.is_file()), None)


def is_licsbas(path) -> bool:
    """Whether a file is one of LiCSBAS' rasters: no known ending, and its size beside it."""
    path = Path(path)
    known = path.suffix.lower() in (".tif", ".tiff", ".h5", ".vrt", ".grd", ".img")
    return path.is_file() and not known and _parameters_of(path) is not None


def read_licsbas(path) -> VelocityMap:
    """Read a velocity file and what lies beside it.

    Parameters
    ----------
    path : path
        ``vel``, ``vel.mskd``, ``vel.filt.mskd``, or ``<frame>.vel.mskd``.

    Raises
    ------
    GroundshiftError
        If its size is not known or does not fit.
    """
    path = Path(path)
    parameters = _parameters_of(path)
    if parameters is None:
        raise GroundshiftError(
            f"{path}: {PARAMETERS} is not in the folder, its 'info' or the one beside it, so the "
            "size is not known; copy it there."
        )
    grid = read_grid(parameters)
    std = path.parent / "vstd"
    frame = path.name.split(".")[0]
    components = [path.with_name(f"{frame}.{part}") for part in "ENU"]
    look = None
    if all(part.is_file() for part in components):
        look = np.stack([read_flat(part, grid) for part in components])
    return VelocityMap(
        grid, read_flat(path, grid) * 1e-3,
        read_flat(std, grid) * 1e-3 if std.is_file() else None, look,
    )  # fmt: skip


def read_grid(path) -> Grid:
    """The grid that GAMMA's ``dem_par`` describes; geographic, WGS 84."""
    values = {}
    for line in Path(path).read_text(errors="replace").splitlines():
        key, _, rest = line.partition(":")
        if key.strip() in NUMBERS and rest.split():
            try:
                values[key.strip()] = float(rest.split()[0])
            except ValueError as error:
                raise GroundshiftError(f"{path}: '{line}' holds no number; correct it.") from error
    missing = [name for name in NUMBERS if name not in values]
    if missing:
        raise GroundshiftError(f"{path}: has no {', '.join(missing)}; add what is missing.")
    dx, dy = values["post_lon"], values["post_lat"]
    corner = values["corner_lon"] - dx / 2, values["corner_lat"] - dy / 2
    return Grid(
        int(values["nlines"]), int(values["width"]), (corner[0], dx, 0.0, corner[1], 0.0, dy),
        wkt_from_epsg(4326),
    )  # fmt: skip


def read_flat(path, grid: Grid) -> np.ndarray:
    """A float32 little-endian raster without a header, shape (row, column)."""
    size = Path(path).stat().st_size
    if size != 4 * grid.rows * grid.cols:
        raise GroundshiftError(
            f"{path}: is {size} bytes long, and {grid.rows}x{grid.cols} pixels need "
            f"{4 * grid.rows * grid.cols}; is it complete?"
        )
    return np.fromfile(path, "<f4").reshape(grid.shape)
