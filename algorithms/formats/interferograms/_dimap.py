# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Products of ESA's SNAP: BEAM-DIMAP (``.dim`` with ``.data/*.img``), and GeoTIFF whose private tag
65000 holds the same header (``Dimap_Document``; SNAP's ``GeoTiffProductReader``: its pages are the
bands that are not virtual, in their order).

The map is ``Coordinate_Reference_System/WKT`` with ``Geoposition/IMAGE_TO_MODEL_TRANSFORM``
(``m00, m10, m01, m11, m02, m12`` of a Java ``AffineTransform``, from the outer corner of the first
pixel); the map in the ENVI headers is not taken, as MintPy's ``prep_snap.py`` warns of it.
"""

from __future__ import annotations

import contextlib
import struct
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from ...data.crs import wkt_from_epsg
from ...data.grid import Grid
from ...errors import GroundshiftError
from ..raster_source import describe
from ._common import number

GEOGRAPHIC = 4326
TAG = 65000
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 16: 8}  # bytes of a TIFF field's types
LARGEST_HEADER = 1 << 27
UNKNOWN = 99999.0  # SNAP's number that is none


@dataclass(frozen=True)
class DimapBand:
    """One band of a product.

    Parameters
    ----------
    name : str
    path : str
    index : int
        In the raster, from 1.
    nodata : tuple of float
    unit : str
    """

    name: str
    path: str
    index: int = 1
    nodata: tuple = ()
    unit: str = ""


@dataclass(frozen=True)
class DimapProduct:
    """What a header says.

    Parameters
    ----------
    path : Path
    bands : tuple of DimapBand
    grid : Grid or None
        None where the product is not on a map.
    keys : dict of str
        Of ``Abstracted_Metadata``, names in lower case.
    baselines : dict of (str, str) to float
        Perpendicular, metres, by the reference's and the secondary's date as ``12jan2020``.
    """

    path: Path
    bands: tuple
    grid: Grid | None
    keys: dict = field(default_factory=dict)
    baselines: dict = field(default_factory=dict)

    def number(self, name: str):
        """A number of the metadata; None where it is not known."""
        value = number(self.keys.get(name))
        return None if value is None or value == UNKNOWN else value


def read_dim(path) -> DimapProduct:
    """Read a ``.dim`` file.

    Raises
    ------
    GroundshiftError
        If it cannot be parsed.
    """
    path = Path(path)
    try:
        root = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, OSError) as error:
        raise GroundshiftError(f"{path}: cannot be read ({error}); export it again.") from error
    files = {}
    for item in root.iter("Data_File"):
        place = item.find("DATA_FILE_PATH")
        if place is not None:
            files[item.findtext("BAND_INDEX", "").strip()] = _image(path, place.get("href", ""))
    bands = [
        _band(info, files[info.findtext("BAND_INDEX", "").strip()])
        for info in root.iter("Spectral_Band_Info")
        if info.findtext("BAND_INDEX", "").strip() in files
    ]
    return DimapProduct(path, tuple(bands), _grid(root, path), _keys(root), _baselines(root))


def read_tiff(path) -> DimapProduct | None:
    """Read what SNAP tells in a GeoTIFF; None where it tells nothing.

    Raises
    ------
    GroundshiftError
        If the raster is damaged, or has other bands than its header says.
    """
    path = Path(path)
    header = _tag(path)
    if b"<Dimap_Document" not in header:
        return None
    try:
        root = ElementTree.fromstring(header.strip(b"\0 \r\n"))
    except ElementTree.ParseError:
        return None
    infos = [
        info for info in root.iter("Spectral_Band_Info")
        if info.findtext("VIRTUAL_BAND", "").strip().lower() != "true"
    ]  # fmt: skip
    raster = describe(path)
    if raster.bands != len(infos):
        raise GroundshiftError(
            f"{path}: has {raster.bands} bands and SNAP's header in it names {len(infos)}; export "
            "it again."
        )
    bands = [_band(info, path, index) for index, info in enumerate(infos, 1)]
    grid = raster.grid if raster.grid.crs else None
    return DimapProduct(path, tuple(bands), grid, _keys(root), _baselines(root))


def _image(path, href) -> Path:
    """The image of a header that a product names; beside it where the product was renamed."""
    place = Path(href.replace("\\", "/")).with_suffix(".img")
    named = path.parent / place
    return named if named.is_file() else path.with_suffix(".data") / place.name


def _band(info, path, index=1) -> DimapBand:
    nodata = ()
    if info.findtext("NO_DATA_VALUE_USED", "").strip().lower() == "true":
        value = number(info.findtext("NO_DATA_VALUE"))
        nodata = () if value is None else (value,)
    name = info.findtext("BAND_NAME", "").strip()
    return DimapBand(name, str(path), index, nodata, info.findtext("PHYSICAL_UNIT", "").strip())


def _grid(root, path):
    wkt = root.findtext("Coordinate_Reference_System/WKT", "").strip()
    text = root.findtext("Geoposition/IMAGE_TO_MODEL_TRANSFORM", "")
    sizes = [number(root.findtext(f"Raster_Dimensions/{n}")) for n in ("NROWS", "NCOLS")]
    values = [number(value) for value in text.split(",")]
    if not wkt or len(values) != 6 or None in values or None in sizes:
        return None
    dx, down, across, dy, x0, y0 = values
    if down or across:
        raise GroundshiftError(
            f"{path}: the product is rotated against its coordinate axes; make it north-up "
            "(Terrain Correction) first."
        )
    return Grid(int(sizes[0]), int(sizes[1]), (x0, dx, 0.0, y0, 0.0, dy), _crs(wkt, path))


def _crs(text, path) -> str:
    """The CRS, by its code where it has one: SNAP names what it writes in its own way."""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        crs = CRS.from_user_input(text)
        if crs.equals(CRS.from_epsg(GEOGRAPHIC), ignore_axis_order=True):
            return wkt_from_epsg(GEOGRAPHIC)
        return wkt_from_epsg(crs.to_epsg()) if crs.to_epsg() else crs.to_wkt()
    except CRSError as error:
        raise GroundshiftError(
            f"{path}: its CRS cannot be understood ({error}); reproject the product to another one."
        ) from error


def _keys(root) -> dict:
    for element in root.iter("MDElem"):
        if element.get("name") == "Abstracted_Metadata":
            return {
                item.get("name", "").lower(): (item.text or "").strip()
                for item in element.findall("MDATTR")
            }
    return {}


def _baselines(root) -> dict:
    """``Baselines/Ref_<date>/Secondary_<date>`` (``Master: <date>``, ``Slave: <date>`` of old)."""
    found: dict = {}
    for element in root.iter("MDElem"):
        if element.get("name") != "Baselines":
            continue
        for reference in element.findall("MDElem"):
            for secondary in reference.findall("MDElem"):
                for item in secondary.findall("MDATTR"):
                    value = number(item.text)
                    if item.get("name") == "Perp Baseline" and value is not None:
                        pair = tuple(_day(e.get("name", "")) for e in (reference, secondary))
                        found.setdefault(pair, value)
    return found


def _day(name) -> str:
    return name.replace(":", "_").split("_")[-1].strip().lower()


def _tag(path) -> bytes:
    """The bytes of SNAP's private tag; empty where there is none."""
    with contextlib.suppress(OSError, struct.error, KeyError), open(path, "rb") as file:
        start = file.read(16)
        order = {b"II": "<", b"MM": ">"}[start[:2]]
        big = struct.unpack(f"{order}H", start[2:4])[0] == 43
        place = struct.unpack(f"{order}{'Q' if big else 'I'}", start[8:16] if big else start[4:8])
        file.seek(place[0])
        counting, entry = ("Q", "HHQQ") if big else ("H", "HHII")
        (count,) = struct.unpack(order + counting, file.read(struct.calcsize(order + counting)))
        size = struct.calcsize(order + entry)
        table = file.read(min(count, 4096) * size)
        for at in range(0, len(table) - size + 1, size):
            tag, kind, length, offset = struct.unpack_from(order + entry, table, at)
            if tag == TAG and length * SIZES[kind] <= LARGEST_HEADER:
                file.seek(offset)
                return file.read(length * SIZES[kind])
    return b""
