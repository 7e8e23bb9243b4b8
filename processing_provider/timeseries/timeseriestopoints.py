# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points from a time series: the layer that viewers of series understand."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsWkbTypes

from ...algorithms.errors import GroundshiftError
from ..parameters import crs_from_wkt
from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool


class TimeSeriesToPoints(Tool):
    """The good pixels of a series as points with a field a date."""

    ID = "timeseriestopoints"
    NAME = "Time series to points"
    GROUP = "timeseries"
    SUMMARY = (
        "Turns the good pixels of a displacement time series into points with their rate, its "
        "standard deviation, the temporal coherence (field 'coherence') and the displacement of "
        "every date in mm (fields DYYYYMMDD), as viewers of series expect them."
    )
    PAPER = "Pepe and Lanari (2006), doi:10.1109/TGRS.2006.873207, for the temporal coherence"
    NEEDS = ("numpy", "numba", "h5py", "pyproj")
    TAGS = ("export", "geopackage", "ps", "viewer")

    TIMESERIES, GEOMETRY, CLIP = "TIMESERIES", "GEOMETRY", "CLIP"
    MIN_TEMPORAL_COHERENCE, MAX_STD = "MIN_TEMPORAL_COHERENCE", "MAX_STD"
    STEP, ALLOW_SPLIT, POINTS = "STEP", "ALLOW_SPLIT", "POINTS"
    SCATTERERS = "SCATTERERS"

    def declare(self):
        """Parameters and outputs."""
        self.add_file(
            self.TIMESERIES, "Displacement time series",
            "HDF5 in MintPy's layout (timeseries.h5). Series of 'SBAS inversion' bring rate and "
            "quality along; for others a constant rate is fitted.",
            "HDF5 (*.h5 *.he5)",
        )  # fmt: skip
        self.add_file(
            self.GEOMETRY, "Geometry",
            "The geometry file of the stack: adds height, incidence and line of sight (east, "
            "north, up; ground to satellite).",
            "HDF5 (*.h5 *.he5)", optional=True,
        )  # fmt: skip
        self.add_file(
            self.SCATTERERS, "Linked images",
            "Of 'Distributed scatterers', for series made from them: the points' coherence is the "
            "goodness of fit of their phases then, and the kind of scatterer (1: distributed, 2: "
            "persistent), its neighbours and its expected phase noise are added.",
            "HDF5 (*.h5 *.he5)", optional=True, advanced=True,
        )  # fmt: skip
        self.add_polygons(
            self.CLIP, "Clip to polygons",
            "Only pixels whose centre lies in one of the polygons (of the selected ones, if some "
            "are selected) become points.",
        )  # fmt: skip
        self.add_number(
            self.MIN_TEMPORAL_COHERENCE, "Minimum temporal coherence",
            "Pixels below are left out; 0 for series without a temporal coherence.", 0.7, 0.0, 1.0,
        )  # fmt: skip
        self.add_number(
            self.MAX_STD, "Largest standard deviation (mm/yr)",
            "Pixels whose rate is less certain are left out.", None, 0.0, optional=True,
        )  # fmt: skip
        self.add_number(
            self.STEP, "Every n-th pixel", "Thins out in rows and columns.", 1, 1, integer=True,
            advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.ALLOW_SPLIT, "Keep pixels whose network is cut",
            "Their series is a guess between its parts.", advanced=True,
        )  # fmt: skip
        self.add_vector_output(self.POINTS, "Points", "GeoPackage in the CRS of the series.")
        for name, title in (
            ("COUNT", "Points"), ("PASSED_OVER", "Pixels left out for their quality"),
            ("FASTEST_AWAY", "Fastest rate away (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards (mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        add_run_parameters(self, cluster=False)

    def check(self, parameters, context):
        """The output is a GeoPackage."""
        target = self.parameterAsOutputLayer(parameters, self.POINTS, context)
        if target and not target.lower().endswith(".gpkg"):
            return f"{self.title(self.POINTS)}: {target} is no GeoPackage; let it end in .gpkg."
        return None

    def collect(self, parameters, context, feedback):
        """Read the polygons, which belong to the main thread."""
        self._polygons = None
        layer = self.parameterAsVectorLayer(parameters, self.CLIP, context)
        if layer is None:
            if self.is_given(parameters, self.CLIP):
                raise GroundshiftError(
                    f"{self.title(self.CLIP)}: {parameters[self.CLIP]} is no layer that QGIS can "
                    "open; check the path."
                )
            return
        if QgsWkbTypes.geometryDisplayString(layer.geometryType()) != "Polygon":
            raise GroundshiftError(
                f"{self.title(self.CLIP)}: {layer.name()} is no layer of polygons; choose one that "
                "is."
            )
        self.note_layer(layer)
        if not layer.crs().isValid():
            feedback.pushWarning(
                f"{self.title(self.CLIP)}: the layer has no coordinate reference system; its "
                "coordinates are taken as those of the series."
            )
        features = layer.getSelectedFeatures() if layer.selectedFeatureCount() else (
            layer.getFeatures()
        )  # fmt: skip
        shapes = [feature.geometry() for feature in features]
        shapes = [shape for shape in shapes if not shape.isEmpty()]
        if not shapes:
            raise GroundshiftError(
                f"{self.title(self.CLIP)}: the layer has no polygons; draw some."
            )
        self._polygons = layer.crs(), shapes

    def _polygons_in(self, crs_text, context):
        """WKB of the clip polygons in the series' CRS."""
        if self._polygons is None:
            return ()
        crs, shapes = self._polygons
        target = crs_from_wkt(crs_text)
        if crs.isValid() and target.isValid():
            transform = QgsCoordinateTransform(crs, target, context.transformContext())
            self._transform(shapes, transform)
        return tuple(bytes(shape.asWkb()) for shape in shapes)

    def _transform(self, shapes, transform):
        try:
            for shape in shapes:
                shape.transform(transform)
        except QgsCsException:
            shape = None
        if shape is None or not all(shape.boundingBox().isFinite() for shape in shapes):
            raise GroundshiftError(
                f"{self.title(self.CLIP)}: the polygons cannot be brought to the coordinate "
                "reference system of the series; check that the layer has the right one."
            )

    def compute(self, parameters, context, feedback):
        """Write the points."""
        from ...algorithms.io.hdf5 import read_timeseries
        from ...algorithms.io.run_points import PointOptions, run_points

        path = self.existing_path(parameters, self.TIMESERIES, context)
        target = self.output_path(parameters, self.POINTS, context)
        series = read_timeseries(path)
        options = PointOptions(
            self.number(parameters, self.MIN_TEMPORAL_COHERENCE, context),
            self.number(parameters, self.MAX_STD, context),
            self.flag(parameters, self.ALLOW_SPLIT, context),
            self.integer(parameters, self.STEP, context),
            self._polygons_in(series.grid.crs, context),
            self.existing_path(parameters, self.SCATTERERS, context),
        )
        progress = Progress(feedback)
        report = run_points(
            path, target, options,
            geometry_path=self.existing_path(parameters, self.GEOMETRY, context),
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled,
        )  # fmt: skip
        feedback.pushInfo(
            f"{report.points} points; {report.passed_over} pixels were left out for their quality."
        )
        self.style_vector(
            target, "points_velocity", report.velocity.symmetric_limit, title="Motion points",
            abstract="Rate (velocity_mm_yr) and displacement by date (DYYYYMMDD, mm) along the "
            "line of sight, positive towards the satellite.",
            when=(series.dates[0], series.dates[-1]),
        )  # fmt: skip
        return {
            self.POINTS: target, "COUNT": report.points, "PASSED_OVER": report.passed_over,
            "FASTEST_AWAY": report.velocity.minimum, "FASTEST_TOWARDS": report.velocity.maximum,
        }  # fmt: skip
