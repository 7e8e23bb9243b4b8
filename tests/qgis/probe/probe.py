# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A tool with every kind of parameter, which fails in the way it is asked to."""

import errno
import time

import numpy as np
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.processing_provider.tool import Progress, Tool
from qgis.core import QgsApplication, QgsProcessingProvider

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


class Probe(Tool):
    """See the module."""

    ID = "probe"
    NAME = "Probe"
    GROUP = "timeseries"
    SUMMARY = "Does what it is told."
    PAPER = "Nobody (2026)"
    NEEDS = ("numpy", "numba")

    def declare(self):
        self.add_choice("FAIL", "Fail", "How to fail.", ("no", "wait", *FAILURES), "no")
        self.add_file("FILE", "A file", "Any file.", optional=True)
        self.add_folder("FOLDER", "A folder", "Any folder.", optional=True)
        self.add_number("NUMBER", "A number", "Any.", optional=True, advanced=True)
        self.add_number("WHOLE", "Whole", "Any.", 7, 1, 9, integer=True)
        self.add_area("AREA", "Area", "A box.")
        self.add_point("POINT", "Point", "A place.")
        self.add_polygons("POLYGONS", "Polygons", "Some.")
        self.add_flag("FLAG", "Flag", "Yes or no.")
        self.add_text("TEXT", "Text", "Words.", optional=True)
        self.add_raster_output("RASTER", "Raster", "A raster.", optional=True, by_default=False)
        self.add_vector_output("VECTOR", "Points", "Points.", optional=True, by_default=False)
        self.add_file_output("OUT", "File", "HDF5.", "HDF5 (*.h5)", optional=True, by_default=False)
        self.add_folder_output("DIR", "Folder", "A folder.", optional=True, by_default=False)
        for name in ("COUNT", "SIZE"):
            self.add_number_result(name, name)
        self.add_text_result("SEEN", "What was seen")

    def check(self, parameters, context):
        if self.text(parameters, "TEXT", context) == "wrong":
            return "The text is wrong; write another."
        return None

    def collect(self, parameters, context, feedback):
        self.polygons = self.layer_source(parameters, "POLYGONS", context)

    def compute(self, parameters, context, feedback):
        fail = self.choice(parameters, "FAIL", context)
        progress = Progress(feedback).part(0.5, 1.0)
        progress.part(0.0, 0.5)(0.5)
        targets = {
            name: self.output_path(parameters, name, context)
            for name in ("RASTER", "VECTOR", "OUT", "DIR")
        }
        if fail in FAILURES:
            raise FAILURES[fail]
        if fail == "wait":
            feedback.pushInfo("waiting")
            for _ in range(300):
                time.sleep(0.1)
                if progress.cancelled():
                    raise Cancelled()
        seen = [
            self.existing_path(parameters, "FILE", context),
            self.existing_path(parameters, "FOLDER", context),
            self.number(parameters, "NUMBER", context),
            self.integer(parameters, "WHOLE", context),
            self.area(parameters, "AREA", context, self._wkt(3857)),
            self.point(parameters, "POINT", context, self._wkt(3857)),
            self.polygons,
            self.flag(parameters, "FLAG", context),
        ]
        if targets["RASTER"]:
            write_raster(targets["RASTER"])
        if targets["VECTOR"]:
            write_points(targets["VECTOR"])
        dates = np.array(["2020-01-01", "2020-01-13", "2020-02-01"], "datetime64[D]")
        self.style_raster(
            targets["RASTER"], "velocity", limits=12.5, dates=dates, title="Rates", abstract="All."
        )
        self.style_vector(targets["VECTOR"], "points_velocity", limits=(-12.5, 12.5))
        return {
            **targets,
            "COUNT": np.int64(3),
            "SIZE": np.float32(0.5),
            "SEEN": repr([str(item) if item is not None else None for item in seen]),
        }

    @staticmethod
    def _wkt(code):
        from groundshift.algorithms.io.crs import wkt_from_epsg

        return wkt_from_epsg(code)


class ProbeProvider(QgsProcessingProvider):
    """Holds the tool."""

    def id(self):
        return "probe"

    def name(self):
        return "Probe"

    def loadAlgorithms(self):
        self.addAlgorithm(Probe())


class ProbePlugin:
    """Registers the provider."""

    def initProcessing(self):
        self.provider = ProbeProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        self.initProcessing()

    def unload(self):
        QgsApplication.processingRegistry().removeProvider(self.provider)
