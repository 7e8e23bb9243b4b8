# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tool does: it has every common kind of parameter, and fails as it is asked to."""

import errno
import time

import numpy as np
from groundshift.algorithms.data.crs import area_in, point_in, wkt_from_epsg
from groundshift.algorithms.declare import (
    Chosen,
    Output,
    area,
    choice,
    file,
    flag,
    folder,
    layer,
    number,
    point,
    text,
    whole,
)
from groundshift.algorithms.errors import Cancelled, GroundshiftError

FAILURES = {
    "input": GroundshiftError("a.tif: is empty; choose another."),
    "cancel": Cancelled(),
    "memory": MemoryError(),
    "disk": OSError(errno.ENOSPC, "No space left on device", "/there/out.tif"),
    "bug": KeyError("secret"),
}


def write_raster(path, bands=3):
    """A raster of a few pixels over Naples."""
    from osgeo import gdal, osr

    data = gdal.GetDriverByName("GTiff").Create(str(path), 6, 5, bands, gdal.GDT_Float32)
    data.SetGeoTransform((14.0, 0.01, 0.0, 41.0, 0.0, -0.01))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    data.SetProjection(system.ExportToWkt())
    for band in range(bands):
        data.GetRasterBand(band + 1).WriteArray(np.arange(30, dtype=np.float32).reshape(5, 6))


def write_points(path):
    """Two points with a rate."""
    from osgeo import ogr, osr

    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("points", system, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("velocity_mm_yr", ogr.OFTReal))
    for k, rate in enumerate((-30.0, 1.0)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, rate)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT (14.{k} 41)"))
        layer.CreateFeature(feature)


class Asked(Chosen):
    """See the module."""

    fail = choice("Fail", "How to fail.", ("no", "wait", *FAILURES))
    file = file("A file", "Any file.", optional=True)
    folder = folder("A folder", "Any folder.", optional=True)
    number = number("A number", "Any.", optional=True, advanced=True)
    whole = whole("Whole", "Any.", 7, 1, 9)
    area = area("Area", "A box.")
    point = point("Point", "A place.")
    polygons = layer("Polygons", "Some.", ("polygons",), optional=True)
    flag = flag("Flag", "Yes or no.")
    text = text("Text", "Words.")

    def check(self):
        if self.text == "wrong":
            self.refuse("text", "is wrong; write another.")


WANTED = {"optional": True, "by_default": False}
OUTPUTS = (
    Output("raster", "RASTER", "Raster", "A raster.", style="velocity", name="Rates",
           abstract="All.", **WANTED),
    Output("points", "VECTOR", "Points", "Points.", style="points_velocity", **WANTED),
    Output("file", "OUT", "File", "HDF5.", "HDF5 (*.h5)", **WANTED),
    Output("folder", "DIR", "Folder", "A folder.", **WANTED),
)  # fmt: skip
NUMBERS = {"COUNT": "COUNT", "SIZE": "SIZE"}
TEXTS = {"SEEN": "What was seen"}


def run(chosen, outputs, job):
    """Fail or write."""
    if chosen.fail in FAILURES:
        raise FAILURES[chosen.fail]
    if chosen.fail == "wait":
        job.note("waiting")
        for _ in range(300):
            time.sleep(0.1)
            job.check()
    mercator = wkt_from_epsg(3857)
    seen = [
        chosen.file, chosen.folder, chosen.number, chosen.whole, area_in(chosen.area, mercator),
        point_in(chosen.point, mercator), chosen.polygons, chosen.flag,
    ]  # fmt: skip
    if outputs.wanted("RASTER"):
        write_raster(outputs.path("RASTER"))
    if outputs.wanted("VECTOR"):
        write_points(outputs.path("VECTOR"))
    dates = np.array(["2020-01-01", "2020-01-13", "2020-02-01"], "datetime64[D]")
    outputs.look("RASTER", limits=12.5, dates=dates)
    outputs.look("VECTOR", limits=(-12.5, 12.5))
    return {
        "COUNT": np.int64(3),
        "SIZE": np.float32(0.5),
        "SEEN": repr([str(item) if item is not None else None for item in seen]),
    }
