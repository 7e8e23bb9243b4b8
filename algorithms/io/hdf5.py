# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""HDF5 files in MintPy's layout: stacks, time series, geometry.

Layout: https://mintpy.readthedocs.io/en/latest/api/data_structure/ (dataset names, axes,
attributes as strings, metres). Files are read and written by windows.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np

from ..data.grid import Grid, Window
from ..data.stack import Stack, StackBlock, TimeSeries
from ..errors import GroundshiftError
from .crs import epsg_code, wkt_from_epsg

SPEED_OF_LIGHT = 299792458.0


def open_hdf5(path):
    """Open an HDF5 file for reading.

    Raises
    ------
    GroundshiftError
        If it is missing, truncated or no HDF5 file.
    """
    import h5py

    path = Path(path)
    if not path.is_file():
        raise GroundshiftError(f"{path}: there is no such file; check the path.")
    try:
        return h5py.File(path, "r")
    except OSError as error:
        raise GroundshiftError(
            f"{path}: cannot be read as HDF5 (truncated or another format); make it again or "
            "choose another file."
        ) from error


def _attributes(file) -> dict:
    def text(value):
        return value.decode() if isinstance(value, bytes) else str(value)

    return {name: text(value) for name, value in file.attrs.items()}


def grid_attributes(grid: Grid) -> dict:
    """Attributes that place a grid, as MintPy names them."""
    attributes = {"LENGTH": str(grid.rows), "WIDTH": str(grid.cols)}
    if not grid.crs:
        return attributes
    x0, dx, _, y0, _, dy = grid.transform
    code = epsg_code(grid.crs)
    geographic = code == 4326 or "GEOGC" in grid.crs[:8].upper()
    unit = "degrees" if geographic else "meters"
    attributes.update(
        X_FIRST=repr(x0), Y_FIRST=repr(y0), X_STEP=repr(dx), Y_STEP=repr(dy), X_UNIT=unit,
        Y_UNIT=unit, CRS_WKT=grid.crs,
    )  # fmt: skip
    if code:
        attributes["EPSG"] = str(code)
    return attributes


def grid_of(attributes: dict, path) -> Grid:
    """The grid that MintPy's attributes describe.

    Raises
    ------
    GroundshiftError
        If the size is missing.
    """
    try:
        rows, cols = int(attributes["LENGTH"]), int(attributes["WIDTH"])
    except (KeyError, ValueError) as error:
        raise GroundshiftError(
            f"{path}: has no LENGTH and WIDTH attributes, so it is not in MintPy's layout; "
            "import it first."
        ) from error
    if "X_FIRST" not in attributes:
        return Grid(rows, cols)
    transform = (
        float(attributes["X_FIRST"]), float(attributes["X_STEP"]), 0.0,
        float(attributes["Y_FIRST"]), 0.0, float(attributes["Y_STEP"]),
    )  # fmt: skip
    crs = attributes.get("CRS_WKT", "")
    if not crs:
        code = attributes.get("EPSG")
        if not code:
            degrees = attributes.get("X_UNIT", "degrees").lower().startswith("deg")
            code = "4326" if degrees else None
        crs = wkt_from_epsg(int(code)) if code else ""
    return Grid(rows, cols, transform, crs)


def to_dates(raw, path) -> np.ndarray:
    """Dates from MintPy's ``YYYYMMDD`` bytes (or with a time behind), as datetime64[D].

    Raises
    ------
    GroundshiftError
        If one is no date.
    """
    texts = [r.decode() if isinstance(r, bytes) else str(r) for r in np.asarray(raw).ravel()]
    try:
        dates = [np.datetime64(f"{t[:4]}-{t[4:6]}-{t[6:8]}", "D") for t in texts]
    except ValueError as error:
        raise GroundshiftError(
            f"{path}: holds a date that is not YYYYMMDD ({error}); correct the date dataset."
        ) from error
    return np.array(dates, dtype="datetime64[D]").reshape(np.shape(raw))


def date_texts(dates) -> np.ndarray:
    """Dates as MintPy's ``YYYYMMDD`` byte strings."""
    return np.array([str(d).replace("-", "") for d in np.ravel(dates)], dtype="S8").reshape(
        np.shape(dates)
    )


def wavelength_of(attributes: dict) -> float | None:
    """Wavelength in metres, or None; refuses one that no radar has."""
    text = attributes.get("WAVELENGTH")
    if text is None:
        return None
    value = float(text)
    if not 0.005 < value < 2.0:
        raise GroundshiftError(f"The wavelength {value:g} is not in metres; Sentinel-1 has 0.0555.")
    return value


def read_stack(path) -> Stack:
    """Read what a stack file holds, without its pixels.

    Parameters
    ----------
    path : path
        ``ifgramStack.h5`` of MintPy or of `importstack`.

    Raises
    ------
    GroundshiftError
        If the file is not such a stack, or damaged.
    """
    path = Path(path)
    with open_hdf5(path) as file:
        attributes = _attributes(file)
        for name in ("unwrapPhase", "date"):
            if name not in file:
                raise GroundshiftError(
                    f"{path}: has no dataset '{name}', so it is not a stack of unwrapped "
                    "interferograms; make one with 'Import interferogram stack'."
                )
        grid = grid_of(attributes, path)
        pairs = to_dates(file["date"][()], path)
        count = pairs.shape[0]
        if pairs.ndim != 2 or pairs.shape[1] != 2 or file["unwrapPhase"].shape != (
            count, *grid.shape,
        ):  # fmt: skip
            raise GroundshiftError(
                f"{path}: the sizes of 'unwrapPhase' {file['unwrapPhase'].shape}, 'date' "
                f"{pairs.shape} and LENGTH x WIDTH {grid.shape} do not agree; import it again."
            )
        wavelength = wavelength_of(attributes)
        if wavelength is None:
            raise GroundshiftError(
                f"{path}: has no WAVELENGTH attribute; import it again and give the wavelength."
            )
        bperp = np.full(count, np.nan)
        if "bperp" in file:
            bperp = file["bperp"][()].astype(float)
        keep = np.ones(count, bool)
        if "dropIfgram" in file:  # MintPy: True means that the pair is kept
            keep = file["dropIfgram"][()].astype(bool)
        looks = None
        with contextlib.suppress(KeyError, ValueError):
            looks = float(attributes["NLOOKS"])
        if looks is None:
            with contextlib.suppress(KeyError, ValueError):
                looks = float(attributes["ALOOKS"]) * float(attributes["RLOOKS"])
        return Stack(
            path, grid, pairs, wavelength, bperp, keep, "coherence" in file, looks, attributes
        )


class StackReader(contextlib.AbstractContextManager):
    """Reads windows of a stack, all or some of its pairs.

    Parameters
    ----------
    stack : Stack
    keep : ndarray of bool, optional
        Which pairs to read; all that the stack keeps by default.
    with_coherence : bool
    """

    def __init__(self, stack: Stack, keep=None, with_coherence: bool = True):
        self.stack = stack
        self.indices = np.flatnonzero(stack.keep if keep is None else keep)
        self._file = open_hdf5(stack.path)
        self._with_coherence = with_coherence and stack.has_coherence
        # MintPy writes 0 where GAMMA and ISCE have no data.
        self._zero_is_void = stack.attributes.get("NO_DATA_VALUE", "0") not in ("nan", "NaN")

    def __exit__(self, *_):
        self._file.close()

    def _rows(self, name, window) -> np.ndarray:
        rows, cols = window.slices
        data = self._file[name]
        out = np.empty((len(self.indices), window.height, window.width), np.float32)
        try:
            if len(self.indices) == data.shape[0]:
                data.read_direct(out, np.s_[:, rows, cols])
            else:
                for k, index in enumerate(self.indices):
                    data.read_direct(out[k], np.s_[index, rows, cols])
        except OSError as error:
            raise GroundshiftError(
                f"{self.stack.path}: '{name}' cannot be read (truncated file?); make it again."
            ) from error
        return out

    def read(self, window: Window) -> StackBlock:
        """Phase (NaN for no data) and coherence of a window."""
        phase = self._rows("unwrapPhase", window)
        if self._zero_is_void:
            phase[phase == 0] = np.nan
        coherence = self._rows("coherence", window) if self._with_coherence else None
        return StackBlock(phase, coherence)


class StackWriter(contextlib.AbstractContextManager):
    """Writes a stack pair by pair and strip by strip.

    Parameters
    ----------
    path : path
        Where to write; give a temporary one and rename it when done.
    grid : Grid
    pairs : ndarray of datetime64[D], shape (interferogram, 2)
    wavelength : float
    perpendicular_baseline : ndarray, shape (interferogram,)
    with_coherence : bool
    attributes : dict of str
    """

    def __init__(
        self, path, grid, pairs, wavelength, perpendicular_baseline, with_coherence, attributes
    ):
        import h5py

        count = len(pairs)
        self._file = h5py.File(path, "w")
        shape = (count, *grid.shape)
        self.phase = self._file.create_dataset("unwrapPhase", shape, np.float32)
        self.coherence = None
        if with_coherence:
            self.coherence = self._file.create_dataset("coherence", shape, np.float32)
        self._file["date"] = date_texts(pairs)
        self._file["bperp"] = np.asarray(perpendicular_baseline, np.float32)
        self._file["dropIfgram"] = np.ones(count, bool)
        dates = np.unique(pairs)
        values = {
            "FILE_TYPE": "ifgramStack", "UNIT": "radian", "NO_DATA_VALUE": "nan",
            "WAVELENGTH": repr(float(wavelength)), "mintpy.load.autoPath": "no",
            "START_DATE": date_texts(dates[:1])[0].decode(),
            "END_DATE": date_texts(dates[-1:])[0].decode(),
        }  # fmt: skip
        self._file.attrs.update({**grid_attributes(grid), **values, **attributes})

    def drop(self, index: int) -> None:
        """Mark a pair as not to be used; its pixels stay."""
        self._file["dropIfgram"][index] = False

    def write(self, index: int, window: Window, phase, coherence=None) -> None:
        """Put one pair's window in place."""
        rows, cols = window.slices
        self.phase[index, rows, cols] = phase
        if self.coherence is not None:
            self.coherence[index, rows, cols] = np.nan if coherence is None else coherence

    def __exit__(self, *_):
        self._file.close()


def read_timeseries(path) -> TimeSeries:
    """Read what a time-series file holds, without its pixels.

    Raises
    ------
    GroundshiftError
        If the file is not a time series in MintPy's layout, or damaged.
    """
    path = Path(path)
    with open_hdf5(path) as file:
        attributes = _attributes(file)
        for name in ("timeseries", "date"):
            if name not in file:
                raise GroundshiftError(
                    f"{path}: has no dataset '{name}', so it is not a displacement time series; "
                    "make one with 'SBAS inversion'."
                )
        grid = grid_of(attributes, path)
        dates = to_dates(file["date"][()], path)
        if file["timeseries"].shape != (len(dates), *grid.shape):
            raise GroundshiftError(
                f"{path}: 'timeseries' is {file['timeseries'].shape} for {len(dates)} dates and "
                f"a grid of {grid.shape}; make it again."
            )
        if len(np.unique(dates)) != len(dates) or np.any(np.diff(dates).astype(int) <= 0):
            raise GroundshiftError(
                f"{path}: its dates are not in order or occur twice; sort the series by date."
            )
        bperp = np.full(len(dates), np.nan)
        if "bperp" in file and file["bperp"].shape == bperp.shape:
            bperp = file["bperp"][()].astype(float)
        layers = tuple(n for n in file if getattr(file[n], "shape", ()) == grid.shape)
        return TimeSeries(path, grid, dates, bperp, layers, attributes)


class TimeSeriesReader(contextlib.AbstractContextManager):
    """Reads windows of a time series and of its layers."""

    def __init__(self, series: TimeSeries):
        self.series = series
        self._file = open_hdf5(series.path)

    def __exit__(self, *_):
        self._file.close()

    def read(self, window: Window) -> np.ndarray:
        """Displacement in metres, shape (time, row, column), NaN for no data."""
        rows, cols = window.slices
        return self._file["timeseries"][:, rows, cols].astype(np.float32)

    def layer(self, name: str, window: Window) -> np.ndarray:
        """A window of one of the two-dimensional layers."""
        return self._file[name][window.slices]

    def table(self, name: str):
        """A small dataset that is no layer (the noise covariance), or None."""
        return self._file[name][()] if name in self._file else None


class TimeSeriesWriter(contextlib.AbstractContextManager):
    """Writes a time series block by block.

    Parameters
    ----------
    path : path
    grid : Grid
    dates : ndarray of datetime64[D]
    perpendicular_baseline : ndarray, shape (time,)
    attributes : dict of str
    layers : dict of str to (dtype, unit)
        Two-dimensional layers beside the series.
    """

    def __init__(self, path, grid, dates, perpendicular_baseline, attributes, layers):
        import h5py

        self._file = h5py.File(path, "w")
        self._series = self._file.create_dataset("timeseries", (len(dates), *grid.shape), "f4")
        self._layers = {}
        for name, (dtype, unit) in layers.items():
            self._layers[name] = self._file.create_dataset(name, grid.shape, dtype)
            self._layers[name].attrs["UNIT"] = unit
        self._file["date"] = date_texts(dates)
        self._file["bperp"] = np.asarray(perpendicular_baseline, np.float32)
        values = {
            "FILE_TYPE": "timeseries", "UNIT": "m", "NO_DATA_VALUE": "nan",
            "START_DATE": date_texts(dates[:1])[0].decode(),
            "END_DATE": date_texts(dates[-1:])[0].decode(),
        }  # fmt: skip
        self._file.attrs.update({**attributes, **grid_attributes(grid), **values})

    def write(self, window: Window, displacement, **layers) -> None:
        """Put a window of the series and of its layers in place."""
        rows, cols = window.slices
        self._series[:, rows, cols] = displacement
        for name, values in layers.items():
            self._layers[name][rows, cols] = values

    def table(self, name: str, values) -> None:
        """Write a small dataset beside the series."""
        self._file[name] = values

    def __exit__(self, *_):
        self._file.close()


def write_geometry(path, grid: Grid, layers: dict, attributes: dict) -> None:
    """Write a geometry file in MintPy's ``geometryGeo.h5`` layout.

    Parameters
    ----------
    path : path
    grid : Grid
    layers : dict of str to ndarray
        ``height`` (m), ``incidenceAngle`` and ``azimuthAngle`` (degrees, see
        :class:`..geometry.los.LineOfSight`).
    attributes : dict of str
    """
    import h5py

    with h5py.File(path, "w") as file:
        for name, values in layers.items():
            file.create_dataset(name, data=np.asarray(values, np.float32))
        file.attrs.update(
            {**attributes, **grid_attributes(grid), "FILE_TYPE": "geometry", "UNIT": "1"}
        )


def read_geometry(path) -> tuple[Grid, dict]:
    """Grid and layers of a geometry file.

    Returns
    -------
    grid : Grid
    layers : dict of str to ndarray
        What the file has of ``height``, ``incidenceAngle`` and ``azimuthAngle``.
    """
    with open_hdf5(path) as file:
        grid = grid_of(_attributes(file), path)
        names = ("height", "incidenceAngle", "azimuthAngle")
        layers = {n: file[n][()].astype(np.float32) for n in names if n in file}
    if not layers:
        raise GroundshiftError(
            f"{path}: holds neither height nor incidenceAngle nor azimuthAngle, so it is not a "
            "geometry file in MintPy's layout."
        )
    return grid, layers
