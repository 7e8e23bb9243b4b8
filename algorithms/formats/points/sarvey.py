# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of SARvey: ``p1_ts.h5``, ``p1_ts_filt.h5`` and ``p2_coh80_ts.h5``.

Datasets (https://github.com/luhipi/sarvey, Piter et al. 2024; ``objects.py``, ``Points``):
``phase`` (point, date), radians since the first image, NaN where a scatterer is not there;
``coord_xy``, row and column in the radar image; ``point_id``. Beside them ``ifg_network.h5`` has
``dates`` (YYYY-MM-DD) and ``pbase`` (m) of the images. ``slcStack.h5`` in the folder of inputs has
``WAVELENGTH``, which ``temporal_coherence.h5`` and ``ifg_stack.h5`` get from it
(``processing.py``), and ``geometryRadar.h5`` MintPy's layers. The ``_ifg_`` and ``_aps`` files have
the same datasets.

Sign: ``computeIfgs`` (``coherence.py``) multiplies the earlier image by the conjugate of the later
one, and ``getDesignMatrix`` (``ifg_network.py``) has 1 for the earlier and -1 for the later, so
that the series is each image's phase less the first one's. An image has ``-4 pi / wavelength``
times its range: the phase grows as the ground comes closer, and ``sarvey_export.py`` multiplies it
by ``wavelength / (4 pi)`` for the displacement.

Height errors: ``estimateParameters`` (``utils.py``) fits ``pbase / (range sin(incidence))`` times
the error, a rate and an offset to each series, and has the coherence of the residuals. As in
``sarvey_export.py`` the first is taken off the series; the height is that of ``viewer.py``, with
the error on it.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.date_columns import DateColumns
from ...data.dates import years_of
from ...data.los import from_incidence_azimuth
from ...data.point_columns import Layout
from ...data.points import PointRows
from ...errors import GroundshiftError
from ..hdf5.layout import _attributes, check_dataset, open_hdf5, to_dates, wavelength_of
from .point_hdf5 import BYTES_A_VALUE

DATASETS = ("phase", "coord_xy", "point_id")
NETWORK, GEOMETRY = "ifg_network.h5", "geometryRadar.h5"
TOLD = ("slcStack.h5", "temporal_coherence.h5", "ifg_stack.h5")  # of the wavelength
NEEDED = ("latitude", "longitude", "slantRangeDistance", "incidenceAngle")
OTHERS = re.compile(r"_ifg_|_aps")
INPUTS = re.compile(r'"input_path"\s*:\s*"([^"]+)"')
LEAST_POINTS, MOST_POINTS = 256, 16_384
BAND = 64  # rows of the geometry that are read at a time


def is_sarvey(path) -> bool:
    """Whether a file holds points of SARvey."""
    with open_hdf5(path) as file:
        return all(name in file for name in DATASETS)


class SarveyPoints:
    """The points of a displacement series; as :class:`.point_hdf5.Hdf5Points`.

    Parameters
    ----------
    path : Path

    Raises
    ------
    GroundshiftError
        If it is no displacement series, or what belongs to it is not beside it.
    """

    def __init__(self, path: Path):
        self.path, self.name, self.stem, self.notes = path, str(path), path.stem, []
        self.file, self.crs = path, wkt_from_epsg(4326)
        if OTHERS.search(path.stem):
            raise GroundshiftError(
                f"{path}: holds SARvey's interferograms or atmosphere; give its displacement "
                "series (p2_coh*_ts.h5 or p1_ts.h5)."
            )
        folders = _folders(path)
        dates, self._baselines = _images(_found(path.parent / NETWORK))
        with open_hdf5(path) as file:
            count = len(file["point_id"])
            for name, shape in (("phase", (count, len(dates))), ("coord_xy", (count, 2))):
                check_dataset(file, name, shape, path)
        self._count, self._years = count, years_of(dates)
        self._geometry = _found(*(folder / GEOMETRY for folder in folders))
        self._factor = _wavelength(path, folders) / (4 * np.pi)
        self._names = layers = self._layers()
        roles = {"velocity": "velocity", "coherence": "coherence", "incidence": "incidenceAngle"}
        if "height" in layers:
            roles["height"] = "height"
        if "azimuthAngle" in layers:
            roles.update({f"los_{part}": "azimuthAngle" for part in ("east", "north", "up")})
        self.types = {"point_id": int, "row": int, "col": int, "dem_error_m": float}
        self.layout = Layout(
            "sarvey", "SARvey time series", roles,
            DateColumns({f"D{date}".replace("-", ""): date for date in dates}),
            {name: name for name in self.types}, unit="m", unit_is_known=True, sign_is_known=True,
        )  # fmt: skip
        self.size = count * len(dates) * 4
        self.notes.append(
            f"geometry from {self._geometry.parent.name}/{GEOMETRY}, phase of the height errors "
            "taken off"
        )

    def _layers(self) -> tuple:
        with open_hdf5(self._geometry) as file:
            lacking = [name for name in NEEDED if name not in file]
            if lacking:
                raise GroundshiftError(
                    f"{self._geometry}: has no {', '.join(lacking)}; give the geometry that SARvey "
                    "was run with."
                )
            names = [*NEEDED, *(name for name in ("height", "azimuthAngle") if name in file)]
            for name in names:
                check_dataset(file, name, file[NEEDED[0]].shape, self._geometry)
        return tuple(names)

    def parts(self, budget: int):
        """The points, as :class:`...data.points.PointRows`."""
        wide = BYTES_A_VALUE * (len(self._years) + 20)
        step = int(np.clip(budget / wide, LEAST_POINTS, MOST_POINTS))
        with open_hdf5(self.path) as file, open_hdf5(self._geometry) as geometry:
            for first in range(0, self._count, step):
                part = slice(first, first + step)
                phase, place, ids = (self._read(file, name, part) for name in DATASETS)
                layers = self._look_up(geometry, place)
                yield self._points(phase, place, ids, layers, min((first + step) / self._count, 1))

    def _read(self, file, name, part) -> np.ndarray:
        try:
            return file[name][part].astype(float)
        except OSError as error:
            raise GroundshiftError(
                f"{file.filename}: '{name}' cannot be read (truncated file?); make it again."
            ) from error

    def _look_up(self, geometry, place) -> dict:
        """Values of the geometry's layers at points, by bands of rows."""
        rows, cols = place.astype(int).T
        shape = geometry[NEEDED[0]].shape
        if not ((place >= 0) & (place < shape)).all():
            raise GroundshiftError(
                f"{self._geometry}: is {shape[0]}x{shape[1]} and a point of {self.path.name} lies "
                f"at row {rows.max()} and column {cols.max()}; put the files of one run together."
            )
        found = {name: np.empty(len(rows)) for name in self._names}
        for first in np.unique(rows // BAND) * BAND:
            here = rows // BAND * BAND == first
            for name in self._names:
                band = self._read(geometry, name, slice(first, first + BAND))
                found[name][here] = band[rows[here] - first, cols[here]]
        return found

    def _points(self, phase, place, ids, layers, done) -> PointRows:
        series = phase * self._factor
        across = layers["slantRangeDistance"] * np.sin(np.radians(layers["incidenceAngle"]))
        tilt, velocity, residuals = self._fit(series)
        error = tilt * across
        with np.errstate(invalid="ignore", divide="ignore"):
            coherence = np.abs(np.nansum(np.exp(1j * residuals / self._factor), axis=1))
            coherence /= np.isfinite(series).sum(axis=1)
        roles = {
            "velocity": velocity, "coherence": coherence, "incidence": layers["incidenceAngle"],
        }  # fmt: skip
        if "height" in layers:
            roles["height"] = layers["height"] + error
        if "azimuthAngle" in layers:
            look = from_incidence_azimuth(layers["incidenceAngle"], layers["azimuthAngle"])
            roles.update(los_east=look.east, los_north=look.north, los_up=look.up)
        others = {"point_id": ids, "row": place[:, 0], "col": place[:, 1], "dem_error_m": error}
        series = series - tilt[:, np.newaxis] * self._baselines
        void = (layers["longitude"] == 0) & (layers["latitude"] == 0)
        x, y = (np.where(void, np.nan, layers[name]) for name in ("longitude", "latitude"))
        return PointRows(x, y, series.T, roles, others, float(done))

    def _fit(self, series) -> tuple:
        """Least squares of baseline, time and an offset: both rates, and the residuals.

        The height error's design is the baseline times a number of the point's own, so that one
        matrix serves all points.
        """
        columns = np.stack([self._baselines, self._years, np.ones(len(self._years))], axis=1)
        scale = np.maximum(np.abs(columns).max(axis=0), np.finfo(float).tiny)
        matrix, there = columns / scale, np.isfinite(series)
        normal = np.einsum("ti,tj,pt->pij", matrix, matrix, there.astype(float), optimize=True)
        right = np.where(there, series, 0.0) @ matrix
        solved = (np.linalg.pinv(normal, hermitian=True) @ right[..., np.newaxis])[..., 0] / scale
        solved[~there.any(axis=1)] = np.nan
        return solved[:, 0], solved[:, 1], series - solved @ columns.T


def _folders(path) -> list:
    """Where SARvey's inputs may be: as its configuration says, ``inputs``, beside the points."""
    parent = path.resolve().parent
    folders = []
    with contextlib.suppress(OSError):
        text = (parent / "config.json").read_text(errors="replace")
        folders = [base / name for name in INPUTS.findall(text) for base in (parent.parent, parent)]
    return [*folders, parent.parent / "inputs", parent / "inputs", parent]


def _found(*files) -> Path:
    for file in files:
        if file.is_file():
            return file
    places = ", ".join(dict.fromkeys(str(file.parent) for file in files))
    raise GroundshiftError(
        f"{files[0].name} is not in {places}, and SARvey's points tell neither dates nor places "
        "without it; put it there."
    )


def _images(path) -> tuple:
    """Dates and perpendicular baselines of the images."""
    with open_hdf5(path) as file:
        if not {"dates", "pbase"} <= set(file):
            raise GroundshiftError(
                f"{path}: has no 'dates' or 'pbase' (SARvey's of old versions have none); run its "
                "step 0 again."
            )
        dates = to_dates([_text(date).replace("-", "") for date in file["dates"][()]], path)
        check_dataset(file, "pbase", dates.shape, path)
        baselines = file["pbase"][()].astype(float)
    if len(dates) < 2 or np.any(np.diff(dates).astype(int) <= 0):
        raise GroundshiftError(f"{path}: its dates are not in order; run SARvey again.")
    return dates, baselines


def _text(value) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _wavelength(path, folders) -> float:
    files = [folder / name for name in TOLD for folder in (*folders, path.parent)]
    for file in filter(Path.is_file, files):
        with open_hdf5(file) as stored:
            value = wavelength_of(_attributes(stored), file)
        if value is not None:
            return value
    raise GroundshiftError(
        f"{path}: neither {', '.join(TOLD[:-1])} nor {TOLD[-1]} in its folder or the one of the "
        "inputs tells the radar wavelength (WAVELENGTH); put one of them there."
    )
