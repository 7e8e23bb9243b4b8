# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacks, series, images and geometry as datasets of xarray, read where they are looked at.

Coordinates, units and the coordinate system are told as the CF conventions have it (1.8, sections 4
to 5.6), with the ``GeoTransform`` that GDAL and rioxarray read beside.
"""

from __future__ import annotations

import functools
import threading
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError
from ..text.texts import clean_text
from .guarded import damage_told
from .layout import LOOKUP, FileReader, _attributes, grid_of, to_dates, zero_is_void

PLACE = "spatial_ref"
# What the datasets of MintPy's layout are, and their units where the file does not say.
KNOWN = {
    "timeseries": ("displacement towards the satellite", "m"),
    "timeseriesStd": ("standard deviation of the displacement", "m"),
    "unwrapPhase": ("unwrapped phase of the later date minus the earlier", "rad"),
    "wrapPhase": ("wrapped phase of the later date minus the earlier", "rad"),
    "coherence": ("coherence", "1"), "temporalCoherence": ("temporal coherence", "1"),
    "velocity": ("rate towards the satellite", "m/year"),
    "velocityStd": ("standard deviation of the rate", "m/year"),
    "connectComponent": ("connected component", "1"), "slc": ("single-look complex image", "1"),
    "height": ("height", "m"), "incidenceAngle": ("incidence angle from the vertical", "degree"),
    "azimuthAngle": ("direction of the line of sight", "degree"),
    "slantRangeDistance": ("slant range", "m"), "bperp": ("perpendicular baseline", "m"),
    "latitude": ("latitude", "degrees_north"), "longitude": ("longitude", "degrees_east"),
}  # fmt: skip
ZERO_IS_VOID = ("unwrapPhase", "wrapPhase", "slc")
_reading = threading.Lock()  # HDF5 is read by one thread at a time


def to_xarray(path):
    """A stack, series, stack of images or geometry file as a dataset of xarray.

    Pixels are read when they are looked at, and only those that are; `Dataset.chunk` spreads that
    over Dask. The file must not change meanwhile.

    Parameters
    ----------
    path : path
        HDF5 in MintPy's layout, also at an address.

    Returns
    -------
    xarray.Dataset
        Dimensions ``time`` or ``pair`` (with coordinates ``reference_date`` and
        ``secondary_date``), ``y`` and ``x`` at the pixels' centres. Values that are 0 where that
        stands for no data are NaN. Variables and attributes have the file's names.

    Raises
    ------
    GroundshiftError
        If xarray is missing, or the file cannot be used.
    """
    try:
        import xarray
        from xarray.core.indexing import LazilyIndexedArray
    except ImportError as error:
        raise GroundshiftError(
            "to_xarray needs the package 'xarray'; install it (python3-xarray, or pip install "
            "xarray)."
        ) from error
    source = LabelledSource(Path(path))
    variables = {
        name: (dims, LazilyIndexedArray(_lazy(source, name)), source.described(name))
        for name, dims in source.variables().items()
    }
    places = {name: variables.pop(name) for name in LOOKUP if name in variables}
    return xarray.Dataset(variables, {**source.coordinates(), **places}, source.about())


@functools.cache
def _lazy_class():
    """Made at first use, as xarray is slow to load and may be missing."""
    from xarray.backends import BackendArray
    from xarray.core import indexing

    class Lazy(BackendArray):
        """A dataset of a file, of which parts are read."""

        def __init__(self, source, name):
            self._source, self._name = source, name
            self.shape, self.dtype = source.kind(name)

        def __getitem__(self, key):
            return indexing.explicit_indexing_adapter(
                key, self.shape, indexing.IndexingSupport.OUTER_1VECTOR,
                lambda part: self._source.get(self._name, part),
            )  # fmt: skip

        def __reduce__(self):
            return _lazy, (self._source, self._name)

    return Lazy


def _lazy(source, name):
    return _lazy_class()(source, name)


class LabelledSource(FileReader):
    """What a file in MintPy's layout holds, by names of dimensions.

    Parameters
    ----------
    path : path
    """

    def __init__(self, path):
        super().__init__(path)
        self._attributes = _attributes(self._file)
        self.grid = grid_of(self._attributes, path)
        dates = to_dates(self._file["date"][()], path) if "date" in self._file else np.empty(0)
        self._dates = dates.astype("datetime64[ns]") if dates.size else None
        self._zero_is_void = zero_is_void(self._attributes)

    @property
    def _pages(self) -> tuple:
        """Name and length of the first dimension; none without dates."""
        if self._dates is None:
            return ()
        return "pair" if self._dates.ndim == 2 else "time", len(self._dates)

    def variables(self) -> dict:
        """Names of the dimensions by the name of the dataset, of those that are shaped so."""
        shapes = {self.grid.shape: ("y", "x")}
        if self._pages:
            name, count = self._pages
            shapes |= {(count, *self.grid.shape): (name, "y", "x"), (count,): (name,)}
            if name == "time":
                shapes.setdefault((count, count), ("time", "other_time"))
        return {
            name: shapes[data.shape] for name, data in self._file.items()
            if name != "date" and getattr(data, "shape", None) in shapes
            and data.dtype.kind in "fiubc"
        }  # fmt: skip

    def tables(self) -> list:
        """Names of the datasets of other shapes: numbers, and dates in texts."""
        known = self.variables()
        return [
            name for name, data in self._file.items()
            if name not in known and name != "date" and getattr(data, "size", None)
            and (data.dtype.kind in "fiubc" or data.dtype == "S8")
        ]  # fmt: skip

    def kind(self, name) -> tuple:
        """Shape and type of a dataset."""
        data = self._file[name]
        return data.shape, data.dtype

    def get(self, name, key) -> np.ndarray:
        """A part of a dataset."""
        with _reading, damage_told(self.sources[0].path, name):
            values = self._file[name][key]
        if self._zero_is_void and name.startswith(ZERO_IS_VOID) and values.dtype.kind in "fc":
            values = np.where(values == 0, values.dtype.type(np.nan), values)
        return values

    def described(self, name) -> dict:
        """Attributes of a variable."""
        what, unit = KNOWN.get(name, (name, ""))
        unit = clean_text(self._file[name].attrs.get("UNIT", unit))
        about = {"long_name": what} | ({"units": unit} if unit else {})
        if self.grid.crs and self._file[name].shape[-2:] == self.grid.shape:
            about["grid_mapping"] = PLACE
        return about

    def coordinates(self) -> dict:
        """Dimension, values and attributes of the coordinates."""
        found = {}
        if self._pages and self._pages[0] == "time":
            found["time"] = "time", self._dates, {"standard_name": "time"}
        elif self._pages:
            for name, dates in zip(("reference_date", "secondary_date"), self._dates.T):
                found[name] = "pair", dates, {"standard_name": "time"}
        grid = self.grid
        if not grid.crs:
            return found
        from pyproj import CRS

        crs = CRS.from_wkt(grid.crs)
        axes = {axis["axis"].lower(): axis for axis in crs.cs_to_cf()}  # geographic: y comes first
        x, y = grid.xy(0, np.arange(grid.cols))[0], grid.xy(np.arange(grid.rows), 0)[1]
        found.update(x=("x", x, axes.get("x", {})), y=("y", y, axes.get("y", {})))
        place = {**crs.to_cf(), "GeoTransform": " ".join(map(repr, map(float, grid.transform)))}
        found[PLACE] = (), np.int32(0), place
        return found

    def about(self) -> dict:
        """Attributes of the dataset: those of the file."""
        return {"Conventions": "CF-1.8", **self._attributes}
