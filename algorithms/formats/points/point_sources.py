# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of measurement points of any maker, read a part at a time with their columns told apart."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.point_columns import WHOLE, Layout, recognise
from ...data.points import PointRows
from ...errors import GroundshiftError
from ..disguises import local_file
from ..hdf5.licsbas import is_licsbas_series
from ..rasters import gdal_errors
from ..text.point_csv import (
    BYTES_A_BYTE,
    LEAST_CHUNK,
    MOST_CHUNK,
    CsvPlace,
    CsvReader,
    read_dialect,
)
from ..text.texts import clean_text
from ..vectors.parquet import ENDINGS as PARQUET
from ..vectors.parquet import by_pyarrow
from ..vectors.rows import Columns, described, row_batches
from ..vectors.tables import point_places_of
from .licsbas_series import LicsbasPoints
from .point_hdf5 import Hdf5Points
from .sarvey import SarveyPoints, is_sarvey

TABLES = (".csv", ".txt", ".tsv", ".dat", ".asc", ".xy")
LAYERS = (
    ".shp", ".gpkg", ".geojson", ".json", ".gml", ".kml", ".fgb", ".sqlite", ".tab", ".mif",
    *PARQUET,
)  # fmt: skip
HDF5 = (".h5", ".he5", ".hdf5")
SURE = (".csv", ".tsv", *LAYERS[:3])
"""Endings that are taken from folders and archives; other texts there may be notes or licences."""

POINTS = (0, 1, 4)
"""OGR's numbers of unknown geometries, points and several points."""

ALWAYS_TEXT = ("pid", "code")
BYTES_A_VALUE = 90.0  # of memory until it is in the layer, as measured
LEAST_ROWS, MOST_ROWS = 256, 16_384


def find_sources(paths, order: str = "", mask=None, leave_out=None, columns=None) -> list:
    """What there is to read in files, archives and folders.

    Parameters
    ----------
    paths : sequence of path
        Files; of folders the files in them.
    order : str
        Of day, month and year, see :func:`...data.date_columns.find_dates`.
    mask : path, optional
        MintPy's mask, for HDF5 files.
    leave_out : path, optional
        File that is not taken from folders: where the result goes.
    columns : dict of str to str, optional
        See :func:`...data.point_columns.recognise`.

    Returns
    -------
    list
        Objects with ``name``, ``stem``, ``layout``, ``crs``, ``types``, ``size``, ``file``,
        ``notes`` and ``parts(budget)``.

    Raises
    ------
    GroundshiftError
        If there is nothing, or something that is no table of points.
    """
    sources = [
        source
        for path in paths
        for file in _files(Path(path), leave_out)
        for source in _open(file, order, mask, columns)
    ]
    if mask and not any(isinstance(source, Hdf5Points) for source in sources):
        raise GroundshiftError(f"{mask}: a mask goes with MintPy's HDF5 files alone; leave it out.")
    return sources


def _files(path: Path, leave_out=None) -> list:
    if not path.is_dir():
        if not path.exists():
            raise GroundshiftError(f"{path}: there is no such file; check the path.")
        return [path]
    endings = (*SURE, ".zip")
    found = sorted(p for p in path.iterdir() if p.is_file() and p.suffix.lower() in endings)
    if leave_out is not None:
        found = [p for p in found if p.resolve() != Path(leave_out).resolve()]
    # An archive and what was unpacked beside it are one.
    unpacked = {p.stem for p in found if p.suffix.lower() != ".zip"}
    found = [p for p in found if p.suffix.lower() != ".zip" or p.stem not in unpacked]
    if not found:
        raise GroundshiftError(
            f"{path}: holds no tables of points ({', '.join(endings)}); choose another folder."
        )
    return found


def _open(path: Path, order, mask, columns) -> list:
    ending = path.suffix.lower()
    if path.stat().st_size == 0:
        raise GroundshiftError(f"{path}: is empty; choose a table of points.")
    if ending in HDF5:
        if is_licsbas_series(path):
            return [LicsbasPoints(path)]
        return [SarveyPoints(path) if is_sarvey(path) else Hdf5Points(path, mask)]
    if ending == ".zip":
        return _in_archive(path, order, columns)
    if ending in LAYERS:
        return _layers(str(path), order, columns)
    if ending in (".dbf", ".shx", ".prj", ".cpg", ".xml"):
        raise GroundshiftError(f"{path}: belongs to another file; give the .shp or .csv beside it.")
    return [CsvPoints(CsvPlace(path), order, columns)]


def _in_archive(path: Path, order, columns) -> list:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info.filename for info in archive.infolist() if info.file_size]
    except (zipfile.BadZipFile, OSError) as error:
        raise GroundshiftError(
            f"{path}: cannot be read as a zip archive ({error}); download it again."
        ) from error
    members = [
        member for member in sorted(members)
        if not Path(member).name.startswith(".") and not member.startswith("__MACOSX")
    ]  # fmt: skip
    chosen = [member for member in members if Path(member).suffix.lower() in SURE]
    chosen = chosen or [member for member in members if Path(member).suffix.lower() in TABLES]
    sources = []
    for member in chosen:
        if Path(member).suffix.lower() in LAYERS:
            sources += _layers(f"/vsizip/{path.resolve()}/{member}", order, columns)
        else:
            sources.append(CsvPoints(CsvPlace(path, member), order, columns))
    if not sources:
        raise GroundshiftError(
            f"{path}: holds no table of points (.csv, .txt, .shp, .gpkg or .geojson); give an "
            "archive with one."
        )
    return sources


def _layers(path: str, order, columns) -> list:
    """The layers of points of a vector file; those of several that have nothing to import are
    passed over and told."""
    if by_pyarrow(path):
        return [LayerPoints(path, order, columns=columns)]
    from osgeo import ogr

    with gdal_errors() as gdal:
        try:
            file = gdal.OpenEx(path, gdal.OF_VECTOR)
            layers = [file.GetLayer(k) for k in range(file.GetLayerCount())]
            kinds = {
                clean_text(layer.GetName()): ogr.GT_Flatten(layer.GetGeomType()) for layer in layers
            }
        except RuntimeError:
            kinds = {}  # told of below
    names = [name for name, kind in kinds.items() if kind in POINTS]
    if len(names) < 2:
        return [LayerPoints(path, order, "".join(names), columns=columns)]
    sources, problems = [], []
    for name in names:
        try:
            sources.append(LayerPoints(path, order, name, f"{path}, {name}", columns))
        except GroundshiftError as problem:
            problems.append(str(problem))
    if not sources:
        raise GroundshiftError(problems[0])
    sources[0].notes += [f"passed over: {problem.rstrip('.')}" for problem in problems]
    return sources


def _checked(layout: Layout, name: str, columns) -> Layout:
    """A layout that has something to import."""
    if "velocity" not in layout.roles and not layout.dates.fields:
        raise GroundshiftError(
            f"{name}: has neither a rate nor columns of dates (its columns are "
            f"{_some(columns)}); say which they are, such as velocity=3, or rename them."
        )
    return layout


def _some(names) -> str:
    names = [name for name in names if name]
    return ", ".join(names[:12]) + (" ..." if len(names) > 12 else "") if names else "none"


@dataclass
class CsvPoints:
    """Points of delimited text."""

    place: CsvPlace
    order: str = ""
    columns: dict | None = None
    notes: list = field(default_factory=list)

    def __post_init__(self):
        self.name, self.stem = self.place.name, self.place.stem
        self.dialect = read_dialect(self.place, bool(self.columns))
        layout = recognise(self.dialect.names, self.stem, self.order, self.name, self.columns)
        if self.dialect.is_stamps:
            layout = _as_stamps(layout)
        self.layout = _checked(layout, self.name, self.dialect.names)
        if not layout.places[0]:
            raise GroundshiftError(
                f"{self.name}: has no columns of coordinates (its columns are "
                f"{_some(self.dialect.names)}); say which they are, such as "
                "lon=1, lat=2, or rename them."
            )
        self.crs = wkt_from_epsg(layout.epsg) if layout.epsg else ""
        self.size, self.file = self.place.size, self.place.path
        self._texts = [
            column for column in layout.others
            if column in self.dialect.texts or column.lower() in ALWAYS_TEXT
        ]  # fmt: skip

    @property
    def types(self) -> dict:
        """Types of the further columns, by their new names."""
        return {new: _type(new, old in self._texts) for old, new in self.layout.others.items()}

    def parts(self, budget: int):
        """The points, as :class:`PointRows`; see :class:`CsvReader`."""
        layout = self.layout
        dates = list(layout.dates.fields)
        roles = {r: c for r, c in layout.roles.items() if r not in ("lon", "lat", "x", "y")}
        plain = [column for column in layout.others if column not in self._texts]
        columns = [*dates, *layout.places, *roles.values(), *plain]
        chunk = int(np.clip(budget / BYTES_A_BYTE, LEAST_CHUNK, MOST_CHUNK))
        reader = CsvReader(
            self.place, self.dialect, columns, self._texts, layout.indispensable, chunk
        )
        for numbers, texts in reader.parts():
            row = dict(zip(columns, numbers))
            x, y = (row[name] for name in layout.places)
            others = {layout.others[name]: row[name] for name in plain}
            others.update({layout.others[name]: cells for name, cells in zip(self._texts, texts)})
            yield PointRows(
                x, y, numbers[: len(dates)], {role: row[name] for role, name in roles.items()},
                others, min(reader.done / max(self.size, 1), 1.0),
            )  # fmt: skip
        if reader.lost:
            self.notes.append(f"{reader.lost} cells of further columns hold no number: left empty")


def _as_stamps(layout: Layout) -> Layout:
    return Layout(
        "stamps", "StaMPS export", layout.roles, layout.dates, {}, layout.component, "mm", True,
        True, {}, 4326,
    )  # fmt: skip


def _type(name, is_text):
    return str if is_text else int if name.lower() in WHOLE else float


class LayerPoints(Columns):
    """Points of a vector layer: SqueeSAR and other shapefiles, GeoPackage, GeoJSON."""

    def __init__(self, path: str, order="", layer: str = "", name: str = "", columns=None):
        self.path, self._layer, self.name = path, layer, name or path
        self.file = Path(local_file(path))
        self.stem, self.notes, self.columns = layer if name else Path(path).stem, [], {}
        found = described(path, layer)
        self.crs, fields, self._count = found.crs, found.fields, max(found.count, 1)
        if found.kind not in POINTS:
            raise GroundshiftError(f"{self.name}: holds no points; choose a layer of points.")
        layout = recognise(list(fields), self.stem, order, self.name, columns)
        self.layout = _checked(layout, self.name, fields)
        needed = {*layout.roles.values(), *layout.dates.fields}
        self._texts = {n for n, kind in fields.items() if kind is str and n not in needed}
        self._whole = {n for n, kind in fields.items() if kind is int}
        self.size = self._count * (len(fields) + 2) * 6  # about as many bytes as in a text file

    @property
    def types(self) -> dict:
        """Types of the further columns, by their new names."""
        return {
            new: str if old in self._texts else int if old in self._whole else float
            for old, new in self.layout.others.items()
        }

    def parts(self, budget: int):
        """The points, as :class:`...data.points.PointRows`."""
        layout, done, void = self.layout, 0, 0
        width = len(layout.dates.fields) + len(layout.others) + 10
        rows = int(np.clip(budget / BYTES_A_VALUE / width, LEAST_ROWS, MOST_ROWS))
        for columns, wkb in row_batches(self.path, self._layer, rows):
            self.columns = columns
            keep, places = point_places_of(wkb)
            done, void = done + len(wkb), void + len(keep) - int(keep.sum())
            if not keep.any():
                continue
            series = np.empty((len(layout.dates.fields), int(keep.sum())))
            for k, name in enumerate(layout.dates.fields):
                series[k] = self.numbers(name)[keep]
            roles = {
                role: self.numbers(name)[keep] for role, name in layout.roles.items()
                if role not in ("lon", "lat", "x", "y")
            }  # fmt: skip
            others = {new: self.columns[old][keep] for old, new in layout.others.items()}
            yield PointRows(
                places[:, 0].copy(), places[:, 1].copy(), series, roles, others,
                min(done / self._count, 1.0),
            )  # fmt: skip
        if void:
            self.notes.append(f"{void} rows without a point left out")
