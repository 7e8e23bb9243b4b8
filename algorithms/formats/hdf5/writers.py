# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writers of HDF5 files in MintPy's layout, by windows.

The HDF5 library crashes the whole process, and QGIS with it, when it closes a file that did not
fit on the disk (seen with 1.10.8). So it only lays a file out, while there is certainly room for
that; the pixels go to their places by plain writing, which fails with an error.
"""

from __future__ import annotations

import contextlib
import functools
import os

import numpy as np

from ...data.grid import Grid, Window
from ..remote import Source
from .layout import COMPONENTS, LOOKUP, date_texts, grid_attributes

ROOM = 1 << 17  # bytes for what the library writes besides the values


class LaidOutFile(contextlib.AbstractContextManager):
    """An HDF5 file whose datasets have their places and are filled by windows.

    Parameters
    ----------
    path : path
        A new file.
    datasets : dict of str to (shape, dtype)
        The last two axes are row and column. What is not written stays 0. Groups stand before
        the name: ``data/VV``.
    tables : dict of str to ndarray
        Small datasets, written at once.
    attributes : dict of str
    units : dict of str to str, optional
        ``UNIT`` attributes of datasets.

    Other processes that it is sent to can fill it, too, at other places.

    Attributes
    ----------
    sources : tuple of Source
        The file, where others have to see it.

    Raises
    ------
    OSError
        If there is no room, now or while it is filled.
    """

    def __init__(self, path, datasets: dict, tables: dict, attributes: dict, units=None):
        import h5py

        self._path = path
        self._kinds = {name: (tuple(s), np.dtype(d)) for name, (s, d) in datasets.items()}
        size = sum(np.prod(s, dtype=float) * d.itemsize for s, d in self._kinds.values())
        make_room(path, sum(np.asarray(t).nbytes for t in tables.values()), int(size))
        self._places = {}
        with h5py.File(path, "w") as file:
            for name in datasets:
                self._places[name] = self._lay_out(h5py, file, name)
            for name, values in tables.items():
                file[name] = values
                self._places[name] = file[name].id.get_offset()
            for name, unit in (units or {}).items():
                file[name].attrs["UNIT"] = unit
            file.attrs.update(attributes)

    @functools.cached_property
    def _file(self):
        return open(self._path, "r+b", buffering=0)

    @property
    def sources(self) -> tuple:
        """See the class."""
        return (Source.of(self._path),)

    def __getstate__(self):
        own = {name: value for name, value in vars(self).items() if name != "_file"}
        return {**own, "_path": self.sources[0].path}

    def _lay_out(self, h5py, file, name) -> int:
        """Give a dataset its place without writing values; returns where it begins."""
        shape, dtype = self._kinds[name]
        if "/" in name:
            file.require_group(name.rpartition("/")[0])
        how = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        how.set_layout(h5py.h5d.CONTIGUOUS)
        how.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        how.set_fill_time(h5py.h5d.FILL_TIME_NEVER)
        how.set_obj_track_times(False)
        kind = h5py.h5t.py_create(dtype, logical=True)
        space = h5py.h5s.create_simple(shape)
        return h5py.h5d.create(file.id, name.encode(), kind, space, how).get_offset()

    def write(self, name: str, window: Window, values, first: int = 0) -> None:
        """Put a window in place.

        Parameters
        ----------
        name : str
        window : Window
        values : ndarray, shape (row, column) or (page, row, column)
        first : int
            Place of the first page along the first axis.
        """
        shape, dtype = self._kinds[name]
        cols = shape[-1]
        page_size = shape[-2] * cols
        values = np.ascontiguousarray(values, dtype).reshape(-1, window.height, window.width)
        for number, page in enumerate(values, first):
            at = number * page_size + window.row * cols + window.col
            if window.width == cols:
                self._put(name, at, page)
                continue
            for line, row in enumerate(page):
                self._put(name, at + line * cols, row)

    def set_value(self, name: str, index: int, raw: bytes) -> None:
        """Overwrite one value of a table, given as it lies in the file."""
        self._file.seek(self._places[name] + index * len(raw))
        self._write_all(memoryview(raw))

    def table(self, name: str, values) -> None:
        """Add a small dataset."""
        import h5py

        values = np.asarray(values)
        make_room(f"{self._path}.room", values.nbytes)
        with h5py.File(self._path, "r+") as file:
            file[name] = values

    def attribute(self, name: str, value: str) -> None:
        """Set an attribute of the file that is known only now."""
        set_attributes(self._path, {name: value})

    def _put(self, name, at, values):
        self._file.seek(self._places[name] + at * values.itemsize)
        self._write_all(memoryview(values).cast("B"))

    def _write_all(self, data):
        while len(data):
            data = data[self._file.write(data) :]

    def close(self) -> None:
        """Close the file, which sees to it that others get what was written; it can go on."""
        if "_file" in vars(self):
            self._file.close()
            del self._file

    def __exit__(self, *_):
        self.close()


def set_attributes(path, attributes: dict) -> None:
    """Set attributes of a file that nobody has open.

    Raises
    ------
    OSError
        If there is no room.
    """
    import h5py

    make_room(f"{path}.room", ROOM)
    with h5py.File(path, "r+") as file:
        file.attrs.update(attributes)


def make_room(path, tables: int, size: int = 0) -> None:
    """See that a file of a size can be made, with so many bytes really written.

    The file is there afterwards if a size is given, and gone if it is not.

    Raises
    ------
    OSError
        If there is no room for it, or files may not become so large.
    """
    try:
        with open(path, "wb") as file:
            file.write(bytes(ROOM + tables))
            file.flush()
            file.truncate(ROOM + tables + size)
    finally:
        if not size:
            os.unlink(path)  # after closing: Windows removes no open file


class ReopenedFile(LaidOutFile):
    """A file of :class:`LaidOutFile` whose values are written over, window by window.

    Windows that were not written yet may be read from it meanwhile.

    Parameters
    ----------
    path : path
    names : sequence of str
        The datasets that are written.
    """

    def __init__(self, path, names):
        import h5py

        with h5py.File(path, "r") as file:
            self._kinds = {name: (file[name].shape, file[name].dtype) for name in names}
            self._places = {name: file[name].id.get_offset() for name in names}
        self._path = path


def pair_header(pairs, wavelength, perpendicular_baseline) -> tuple[dict, dict]:
    """Tables and attributes of a stack of interferograms, in MintPy's names."""
    tables = {
        "date": date_texts(pairs), "bperp": np.asarray(perpendicular_baseline, np.float32),
        "dropIfgram": np.ones(len(pairs), bool),
    }  # fmt: skip
    dates = np.unique(pairs)
    attributes = {
        "FILE_TYPE": "ifgramStack", "UNIT": "radian", "NO_DATA_VALUE": "nan",
        "WAVELENGTH": repr(float(wavelength)), "mintpy.load.autoPath": "no",
        "START_DATE": date_texts(dates[:1])[0].decode(),
        "END_DATE": date_texts(dates[-1:])[0].decode(),
    }  # fmt: skip
    return tables, attributes


class FileWriter(contextlib.AbstractContextManager):
    """What fills a :class:`LaidOutFile`, its ``_file``; other processes can fill it, too."""

    @property
    def sources(self) -> tuple:
        """The file, where others have to see it."""
        return self._file.sources

    def close(self) -> None:
        """See :meth:`LaidOutFile.close`."""
        self._file.close()

    def __exit__(self, *details):
        self._file.__exit__(*details)


class StackWriter(FileWriter):
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
    with_lookup : bool
        Whether latitude and longitude of every pixel go with it.
    with_components : bool
    """

    def __init__(
        self, path, grid, pairs, wavelength, perpendicular_baseline, with_coherence, attributes,
        with_lookup=False, with_components=False,
    ):  # fmt: skip
        shape = (len(pairs), *grid.shape)
        names = ("unwrapPhase", "coherence") if with_coherence else ("unwrapPhase",)
        self._with_coherence = with_coherence
        tables, values = pair_header(pairs, wavelength, perpendicular_baseline)
        datasets = dict.fromkeys(names, (shape, np.float32))
        if with_components:
            datasets[COMPONENTS] = shape, np.int16
        if with_lookup:
            datasets.update(dict.fromkeys(LOOKUP, (grid.shape, np.float64)))
        self._file = LaidOutFile(
            path, datasets, tables, {**grid_attributes(grid), **values, **attributes}
        )  # fmt: skip

    def drop(self, index: int) -> None:
        """Mark a pair as not to be used; its pixels stay."""
        self._file.set_value("dropIfgram", index, b"\0")

    def layer(self, name: str, window: Window, values) -> None:
        """Put a window of the latitude or longitude in place."""
        self._file.write(name, window, values)

    def write(self, index: int, window: Window, phase, coherence=None, components=None) -> None:
        """Put one pair's window in place; components where the file has them, 0 for none."""
        self._file.write("unwrapPhase", window, phase, index)
        if self._with_coherence:
            if coherence is None:
                coherence = np.full(np.shape(phase), np.nan, np.float32)
            self._file.write("coherence", window, coherence, index)
        if components is not None:
            self._file.write(COMPONENTS, window, components, index)


class TimeSeriesWriter(FileWriter):
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
    pages : dict of str to str
        Units of further datasets with a page a date: ``timeseriesStd``, m.
    """

    def __init__(self, path, grid, dates, perpendicular_baseline, attributes, layers, pages=None):
        pages = pages or {}
        names = ("timeseries", *pages)
        datasets = dict.fromkeys(names, ((len(dates), *grid.shape), np.float32))
        datasets.update({name: (grid.shape, dtype) for name, (dtype, _) in layers.items()})
        tables = {
            "date": date_texts(dates), "bperp": np.asarray(perpendicular_baseline, np.float32),
        }  # fmt: skip
        values = {
            "FILE_TYPE": "timeseries", "UNIT": "m", "NO_DATA_VALUE": "nan",
            "START_DATE": date_texts(dates[:1])[0].decode(),
            "END_DATE": date_texts(dates[-1:])[0].decode(),
        }  # fmt: skip
        self._file = LaidOutFile(
            path, datasets, tables, {**attributes, **grid_attributes(grid), **values},
            {**pages, **{name: unit for name, (_, unit) in layers.items()}},
        )  # fmt: skip

    def write(self, window: Window, displacement, **layers) -> None:
        """Put a window of the series, of its layers and further pages in place.

        Without a displacement the layers alone.
        """
        if displacement is not None:
            self._file.write("timeseries", window, displacement)
        for name, values in layers.items():
            self._file.write(name, window, values)

    def table(self, name: str, values) -> None:
        """Write a small dataset beside the series."""
        self._file.table(name, values)


class SeriesRewriter(TimeSeriesWriter):
    """Writes over the values of a series of :class:`TimeSeriesWriter`; see :class:`ReopenedFile`.

    Parameters
    ----------
    path : path
    layers : sequence of str
        Those that are written, too.
    """

    def __init__(self, path, layers):
        self._file = ReopenedFile(path, ("timeseries", *layers))


def write_geometry(path, grid: Grid, layers: dict, attributes: dict) -> None:
    """Write a geometry file in MintPy's ``geometryGeo.h5`` layout.

    Parameters
    ----------
    path : path
    grid : Grid
    layers : dict of str to ndarray
        ``height`` (m), ``incidenceAngle`` and ``azimuthAngle`` (degrees, see
        :class:`...data.los.LineOfSight`).
    attributes : dict of str
    """
    with geometry_file(path, grid, layers, attributes) as file:
        for name, values in layers.items():
            file.write(name, Window(0, 0, *grid.shape), values)


def geometry_file(path, grid: Grid, names, attributes: dict) -> LaidOutFile:
    """A geometry file to be filled by windows; see :func:`write_geometry`."""
    return LaidOutFile(
        path, dict.fromkeys(names, (grid.shape, np.float32)), {},
        {**attributes, **grid_attributes(grid), "FILE_TYPE": "geometry", "UNIT": "1"},
    )  # fmt: skip
