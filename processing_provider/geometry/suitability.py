# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where to expect radar targets."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterVectorLayer,
    QgsRasterLayer,
)

from ...algorithms.errors import GroundshiftError
from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .look_parameters import add_look, collect_look, look_source

SCHEMES = ("corine", "worldcover", "own")
HEADERS = ("Class", "Score", "Name")


class Suitability(Tool):
    """R index times land-cover scores."""

    ID = "suitability"
    NAME = "Expected density of targets"
    GROUP = "geometry"
    SUMMARY = (
        "Maps before any processing where radar targets are to be expected: the CR index, which is "
        "the R index (how well the terrain is turned to the radar) times a score of the land cover "
        "from 0 to 1, and classes of the density of targets. Layover and shadow get none. The "
        "scores that come with the tool (CORINE, ESA WorldCover) follow the order that Plank and "
        "Cigna found for C band, but their values are our own round numbers, fitted to nothing: "
        "give the targets that you have, and the table of shares tells their density by class and "
        "by land cover, from which you can set scores of your own."
    )
    PAPER = (
        "CR index: Plank et al. (2012), International Journal of Remote Sensing 33; Cigna et al. "
        "(2014), Remote Sensing of Environment 152; R index: Notti et al. (2014), "
        "doi:10.1080/01431161.2014.889864"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "cr index", "r index", "land cover", "corine", "worldcover", "feasibility",
        "persistent scatterer density",
    )  # fmt: skip

    MEASURES, VISIBILITY, DEM = "MEASURES", "VISIBILITY", "DEM"
    LEFT_LOOKING, COVER, FIELD = "LEFT_LOOKING", "LAND_COVER", "FIELD"
    SCHEME, SCORES, TABLE, LIMITS = "SCHEME", "SCORES", "SCORE_TABLE", "LIMITS"
    TARGETS, CLASSES, INDEX, SHARES = "TARGETS", "CLASSES", "INDEX", "SHARES"

    def declare(self):
        """Parameters and outputs."""
        self.add_raster(
            self.MEASURES, "Geometry measures",
            "From the tool 'Radar visibility'; or give an elevation model and an orbit instead.",
            optional=True,
        )  # fmt: skip
        self.add_raster(
            self.VISIBILITY, "Visibility",
            "From the same run: passive layover and cast shadow. Without, only a cell's own slope "
            "counts.", optional=True,
        )  # fmt: skip
        self.add_raster(
            self.DEM, "Elevation model", "Instead of the geometry measures: heights in metres.",
            optional=True,
        )  # fmt: skip
        add_look(self)
        self.add_flag(
            self.LEFT_LOOKING, "Left-looking radar", "The radar looks to the left of its flight.",
            advanced=True,
        )  # fmt: skip
        types = [QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeRaster]
        cover = QgsProcessingParameterMapLayer(
            self.COVER, self.tr("Land cover"), None, False, types
        )
        self.add(cover, "A raster of classes, or polygons with a field of classes.")
        # A text: a choice of fields crashes QGIS 3.22 where the cover is a raster.
        self.add_text(
            self.FIELD, "Field of the class", "Of polygons, such as CODE_18 of CORINE.",
            optional=True,
        )  # fmt: skip
        self._declare_scores()
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_scores(self):
        self.add_choice(
            self.SCHEME, "Scores",
            "corine: codes 111 to 523, or 1 to 44 of the raster edition; worldcover: 10 to 100; "
            "own: only the classes that are given below.", SCHEMES, SCHEMES[0],
        )  # fmt: skip
        matrix = QgsProcessingParameterMatrix(
            self.SCORES, self.tr("Own scores"), 1, False, list(HEADERS), [], True
        )
        self.add(
            matrix,
            "Rows of class, score (0 to 1) and name; in place of the scheme's, or beside them.",
        )
        self.add_file(
            self.TABLE, "Own scores from a file",
            "CSV with class, score, name; rows of the table above win.", "CSV (*.csv *.txt)",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_text(
            self.LIMITS, "Limits of the classes",
            "CR index at which low, medium, high and very high begin.", "0.05, 0.15, 0.3, 0.5",
            advanced=True,
        )  # fmt: skip
        targets = QgsProcessingParameterVectorLayer(
            self.TARGETS, self.tr("Targets that there are"),
            [QgsProcessing.SourceType.TypeVectorPoint], None, True,
        )  # fmt: skip
        self.add(targets, "Points of an earlier result: counted by class and by land cover.", True)

    def _declare_outputs(self):
        self.add_raster_output(self.CLASSES, "Expected density", "Classes, named in the legend.")
        self.add_raster_output(
            self.INDEX, "CR index", "Bands: CR index, score of the land cover, R index.",
            optional=True,
        )  # fmt: skip
        self.add_file_output(
            self.SHARES, "Share by class",
            "Cells, area, share, mean R index and targets by class and by land cover.",
            "CSV (*.csv)", optional=True,
        )  # fmt: skip
        for name, title in (
            ("NONE", "None to be expected (%)"), ("LOW", "Very low and low (%)"),
            ("MEDIUM", "Medium (%)"), ("HIGH", "High and very high (%)"),
            ("DENSITY_LOW", "Targets a km2 that were counted in low"),
            ("DENSITY_HIGH", "Targets a km2 that were counted in high"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """There is something that tells what the radar sees, and tables can be read."""
        given = {name: self.is_given(parameters, name) for name in (self.MEASURES, self.DEM)}
        if not any(given.values()):
            return (
                f"{self.title(self.MEASURES)}: is missing; give it, or an elevation model (DEM) "
                "with incidence and heading."
            )
        if self.is_given(parameters, self.VISIBILITY) and not given[self.MEASURES]:
            return (
                f"{self.title(self.VISIBILITY)}: belongs to the geometry measures (MEASURES); give "
                "these, too, or leave it out."
            )
        self._limits(parameters, context)
        self._own_scores(parameters, context)
        return None

    def _limits(self, parameters, context):
        from ...algorithms.geometry.suitability import checked_limits

        text = self.text(parameters, self.LIMITS, context)
        try:
            return checked_limits(float(part) for part in text.replace(";", ",").split(","))
        except ValueError as error:
            problem = error if isinstance(error, GroundshiftError) else (
                f"'{text}' is not four numbers; write them with commas between."
            )  # fmt: skip
            raise GroundshiftError(f"{self.title(self.LIMITS)}: {problem}") from error

    def _own_scores(self, parameters, context):
        """Scores of the file and, winning over them, of the matrix."""
        from ...algorithms.geometry.land_cover import rows_as_table
        from ...algorithms.io.land_cover import read_score_table

        path = self.existing_path(parameters, self.TABLE, context)
        table = {} if path is None else read_score_table(path)
        value = parameters.get(self.SCORES) if self.is_given(parameters, self.SCORES) else []
        if isinstance(value, str):
            value = value.split(",")
        cells = list(value)
        # As it comes from a script, flat; from JSON perhaps row by row.
        rows = cells
        if not all(isinstance(row, (list, tuple)) for row in cells):
            width = len(HEADERS)
            if len(cells) % width:
                raise GroundshiftError(
                    f"{self.title(self.SCORES)}: has {len(cells)} values, which are no rows of "
                    f"{width}; give class, score and name for each."
                )
            rows = [cells[k : k + width] for k in range(0, len(cells), width)]
        table.update(rows_as_table(rows, self.title(self.SCORES)))
        if self.choice(parameters, self.SCHEME, context) == "own" and not table:
            raise GroundshiftError(
                f"{self.title(self.SCORES)}: is missing for the scheme 'own'; give classes and "
                "scores, or choose another scheme."
            )
        return table

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._rasters = {
            name: self.raster_path(parameters, name, context)
            for name in (self.MEASURES, self.VISIBILITY, self.DEM)
        }
        self._look = collect_look(self, parameters, context)
        self._targets = self.layer_source(parameters, self.TARGETS, context)
        layer = self.parameterAsLayer(parameters, self.COVER, context)
        if layer is None:
            raise GroundshiftError(
                f"{self.title(self.COVER)}: {parameters.get(self.COVER)} is not a layer that QGIS "
                "can open; check the path."
            )
        field = self.text(parameters, self.FIELD, context)
        if isinstance(layer, QgsRasterLayer):
            self._cover = self.raster_path(parameters, self.COVER, context), "", ""
            return
        if not field:
            raise GroundshiftError(
                f"{self.title(self.FIELD)}: is missing for polygons; give the field of the class."
            )
        self._cover = (*self.layer_source(parameters, self.COVER, context), field)

    def compute(self, parameters, context, feedback):
        """Multiply and classify."""
        from ...algorithms.io.run_suitability import (
            Ground,
            Seen,
            SuitabilityTargets,
            run_suitability,
        )

        measures = self._rasters[self.MEASURES]
        look = None
        if measures is None:
            look = look_source(
                self, parameters, context, self._look,
                left_looking=self.flag(parameters, self.LEFT_LOOKING, context),
            )  # fmt: skip
        seen = Seen(
            measures, self._rasters[self.VISIBILITY],
            self._rasters[self.DEM] if measures is None else None, look,
        )  # fmt: skip
        ground = Ground(
            *self._cover, self.choice(parameters, self.SCHEME, context),
            self._own_scores(parameters, context),
        )  # fmt: skip
        targets = SuitabilityTargets(
            self.output_path(parameters, self.INDEX, context),
            self.output_path(parameters, self.CLASSES, context),
            self.output_path(parameters, self.SHARES, context),
        )
        progress = Progress(feedback)
        report = run_suitability(
            seen, ground, targets, self._limits(parameters, context), points=self._targets,
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self.style_raster(
            targets.classes, "suitability", title="Expected density of targets",
            abstract="From the R index and scores of the land cover.",
        )  # fmt: skip
        self.style_raster(
            targets.index, "r_index", title="CR index",
            abstract="R index times the score of the land cover, 0 to 1.",
        )  # fmt: skip
        results = {
            self.INDEX: targets.index, self.CLASSES: targets.classes, self.SHARES: targets.shares,
            "NONE": 100 * report.share(1), "LOW": 100 * report.share(2, 3),
            "MEDIUM": 100 * report.share(4), "HIGH": 100 * report.share(5, 6),
        }  # fmt: skip
        if self._targets is not None:
            results["DENSITY_LOW"] = report.points_per_km2(2, 3)
            results["DENSITY_HIGH"] = report.points_per_km2(5, 6)
        return results
