# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip models as layers of polygons in space, with heights in metres below the surface (z < 0)."""

from __future__ import annotations

import numpy as np

from ...data.crs import is_geographic, wkt_of
from ...data.metric import LocalMetres
from ...data.moment import SHEAR_MODULUS
from ...data.patches import PatchSet, SlipModel
from ...errors import GroundshiftError, counted
from ..vectors import wkb as shapes
from ..vectors.field_types import without_clashes
from ..vectors.geopackage import GeoPackageWriter, column_type
from ..vectors.rows import read_rows
from .slip_file import DEGREES, SlipFile, same_turn, true_strike
from .slip_polygons import rectangles_of

PLACES = ("segment", "row", "column")
SLIPS = ("strike_slip_m", "dip_slip_m", "opening_m")
OWN_FIELDS = (
    "fid", "patch_id", *PLACES, "depth_km", "top_depth_km", "bottom_depth_km", "strike_deg",
    "dip_deg", "length_km", "width_km", "area_km2", "slip_m", "rake_deg", *SLIPS, "moment_nm",
)  # fmt: skip
"""Fields of a slip layer; whatever else holds numbers is an extra column of the model."""


def slip_columns(model: SlipModel, shear_modulus: float = SHEAR_MODULUS) -> dict:
    """The fields of a slip layer.

    Parameters
    ----------
    model : SlipModel
    shear_modulus : float
        Pascal, for the moments.

    Returns
    -------
    dict of str to ndarray
        Numbers of patches, segments, rows and columns count from 1; length and width are missing
        for triangles. Strikes are from true north.
    """
    patches = model.patches
    unordered = np.ma.masked_less
    columns = {
        "patch_id": np.arange(1, len(model) + 1),
        "segment": patches.segment - min(0, patches.segment.min()) + 1,
        "row": unordered(patches.row + 1, 1),
        "column": unordered(patches.column + 1, 1),
        "depth_km": patches.depth / 1e3,
        "top_depth_km": patches.top_depth / 1e3 + 0.0,
        "bottom_depth_km": patches.bottom_depth / 1e3,
        "strike_deg": np.degrees(true_strike(patches)),
        "dip_deg": np.degrees(patches.dip),
    }
    if patches.is_rectangular:
        columns["length_km"], columns["width_km"] = patches.rectangles[:, 5:].T / 1e3
    columns.update({
        "area_km2": patches.area / 1e6,
        "slip_m": model.slip,
        "rake_deg": np.degrees(model.rake),
        **dict(zip(SLIPS, model.components.T)),
        "moment_nm": shear_modulus * patches.area * model.slip,
    })  # fmt: skip
    clashing = {name.lower() for name in columns}
    columns.update({k: v for k, v in model.extra.items() if k.lower() not in clashing})
    return columns


def corners_in(model: SlipModel, crs: str) -> np.ndarray:
    """Corners of patches, shape (patch, corner, 3): x and y in a CRS, z in metres up.

    Longitudes go on beyond 180 degrees where the patches cross the date line.
    """
    corners = model.patches.corners
    flat = corners.reshape(-1, 3)
    x, y = LocalMetres.named(model.patches.crs).back(crs if model.patches.crs else "", flat[:, :2])
    if model.patches.crs and is_geographic(wkt_of(crs)):
        x = same_turn(x)
    return np.column_stack([x, y, flat[:, 2]]).reshape(corners.shape)


def write_slip_layer(
    path, model: SlipModel, crs: str = DEGREES, shear_modulus=SHEAR_MODULUS, layer: str = "slip"
) -> None:
    """Write a slip model to a new GeoPackage of polygons with heights.

    Parameters
    ----------
    path : path
    model : SlipModel
    crs : str
        CRS (WKT) of the layer; none where the model's frame has none.
    shear_modulus : float
        Pascal, for the moments.
    layer : str

    Raises
    ------
    GroundshiftError
        If the file cannot be written.
    """
    columns = without_clashes(slip_columns(model, shear_modulus))
    corners = corners_in(model, crs)
    blobs = [shapes.polygon_z_wkb(np.r_[ring, ring[:1]]) for ring in corners]
    types = {name: column_type(values) for name, values in columns.items()}
    crs = crs if model.patches.crs else ""
    with GeoPackageWriter(path, crs, "polygon_z", types, layer) as file:
        low, high = corners[..., :2].min(axis=1), corners[..., :2].max(axis=1)
        file.insert(blobs, list(map(np.asanyarray, columns.values())), np.hstack([low, high]))


def read_slip_layer(path, layer: str = "", local: LocalMetres | None = None) -> SlipFile:
    """Read a slip model from a layer of polygons: triangles, or rectangles with a level top edge.

    Rectangles are taken from the fields ``strike_deg``, ``dip_deg``, ``length_km``, ``width_km``
    and ``depth_km`` where the layer has them, else from the polygons' heights. Slip is taken from
    ``strike_slip_m`` and ``dip_slip_m``, or from ``slip_m`` and ``rake_deg``; ``opening_m`` goes
    with either.

    Parameters
    ----------
    path : path
        Whatever OGR opens.
    layer : str
        Name of the layer, its first by default.
    local : LocalMetres, optional
        The frame to take the patches to; one in their middle by default.

    Returns
    -------
    SlipFile

    Raises
    ------
    GroundshiftError
        If the layer holds no such polygons, or they and the fields contradict each other.
    """
    reader = _Rings(path)
    rows = read_rows(path, layer, None, reader.take)
    rings = [ring for batch in rows.shapes for ring in batch]
    if not rings:
        raise GroundshiftError(
            f"{path}: holds no polygons; give a layer of slip patches, which are triangles or "
            "rectangles in space."
        )
    sizes = {len(ring) for ring in rings}
    if sizes not in ({3}, {4}):
        raise GroundshiftError(
            f"{path}: its polygons have {', '.join(map(str, sorted(sizes)))} corners; patches are "
            "all triangles or all rectangles."
        )
    rings, columns = np.array(rings), _lowered(rows.columns)
    if local is None:
        local = LocalMetres(rows.crs, *rings[..., :2].mean(axis=(0, 1)))
    places = [_whole(columns, name, len(rings)) for name in PLACES]
    places[0] = np.unique(places[0], return_inverse=True)[1].reshape(-1)
    if sizes == {4}:
        rectangles = rectangles_of(path, rows.crs, rings, columns, local)
        patches = PatchSet.of_rectangles(rectangles, *places, local.crs)
    else:
        if not reader.has_heights:
            raise GroundshiftError(f"{path}: its triangles have no heights (z); give them.")
        flat = rings.reshape(-1, 3)
        corners = np.column_stack(
            [local.of(rows.crs, flat[:, 0], flat[:, 1], str(path)), flat[:, 2]]
        )
        patches = PatchSet.of_triangles(corners.reshape(-1, 3, 3), *places, local.crs)
    slips, has_slip = _slips(path, columns, len(rings))
    extra = {
        name: values for name, values in rows.columns.items()
        if name.lower() not in OWN_FIELDS and values.dtype.kind == "f"
    }  # fmt: skip
    notes = (f"{path}: {counted(reader.empty, 'feature')} without a geometry left out.",) * bool(
        reader.empty
    )
    return SlipFile(SlipModel(patches, *slips, extra), local, rows.crs, "layer", notes, has_slip)


class _Rings:
    """Outer rings of polygons with their heights, without the closing corner."""

    def __init__(self, path):
        self._path = path
        self.empty, self.has_heights = 0, False

    def take(self, wkb):
        """Which rows to keep, and their rings."""
        rings = [self._ring(shape) for shape in wkb.tolist()]
        keep = np.array([ring is not None for ring in rings], bool)
        self.empty += int((~keep).sum())
        return keep, [ring for ring in rings if ring is not None]

    def _ring(self, wkb):
        from osgeo import ogr

        shape = None if wkb is None else ogr.CreateGeometryFromWkb(bytes(wkb))
        if shape is None or shape.IsEmpty():
            return None
        while shape.GetGeometryName() in ("MULTIPOLYGON", "GEOMETRYCOLLECTION", "TIN"):
            if shape.GetGeometryCount() != 1:
                raise GroundshiftError(
                    f"{self._path}: a patch has several parts; split them into single ones."
                )
            shape = shape.GetGeometryRef(0).Clone()
        if shape.GetGeometryName() not in ("POLYGON", "TRIANGLE"):
            raise GroundshiftError(
                f"{self._path}: holds a {shape.GetGeometryName().lower()}; give a layer of slip "
                "patches, which are polygons."
            )
        self.has_heights |= bool(shape.Is3D())
        ring = shape.GetGeometryRef(0)
        points = np.array([ring.GetPoint(k) for k in range(ring.GetPointCount())])
        if not np.isfinite(points).all():
            raise GroundshiftError(f"{self._path}: a patch has a corner without coordinates.")
        return points[:-1] if len(points) > 1 and (points[0] == points[-1]).all() else points


def _lowered(columns):
    """Columns of numbers by their names in small letters."""
    return {name.lower(): values for name, values in columns.items() if values.dtype.kind == "f"}


def _whole(columns, name, count):
    """A column that counts from 1, made to count from 0; -1 where it is NULL or missing."""
    values = columns.get(name, np.full(count, np.nan))
    return np.where(np.isfinite(values), values, 0.0).astype(int) - 1


def _slips(path, columns, count):
    """Components of slip in metres, and whether there are any."""
    nothing = np.zeros(count)
    if "strike_slip_m" in columns or "dip_slip_m" in columns:
        return [np.nan_to_num(columns.get(name, nothing)) for name in SLIPS], True
    opening = np.nan_to_num(columns.get("opening_m", nothing))
    if "slip_m" in columns:
        slip = np.nan_to_num(columns["slip_m"])
        rake = columns.get("rake_deg", np.full(count, np.nan))
        if (np.isnan(rake) & (slip != 0)).any():
            raise GroundshiftError(
                f"{path}: a patch slips in no direction; fill rake_deg, or give strike_slip_m and "
                "dip_slip_m."
            )
        rake = np.radians(np.nan_to_num(rake))
        return [slip * np.cos(rake), slip * np.sin(rake), opening], True
    return [nothing, nothing, opening], "opening_m" in columns
