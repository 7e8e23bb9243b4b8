# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What active areas may be."""

from __future__ import annotations

from ..tool import Progress, Tool
from .layer_parameters import ANY, POLYGONS, add_field, add_layer, layer_of

INVENTORIES = (
    ("LANDSLIDES", "landslide", "Mapped landslides"),
    ("SINKHOLES", "sinkhole", "Mapped sinkholes"),
    ("MINING", "mining", "Mapped mining"),
    ("BUILT", "built", "Buildings and works"),
)
SOFT = "alluvi, clay, peat, silt, mud, organic, lacustrine, marsh, fill"
SOLUBLE = "limestone, dolom, gyps, anhydrite, evaporit, halite, salt, karst, carbonate, chalk"
CLASSES = ("LANDSLIDE", "SUBSIDENCE", "SINKHOLE", "SETTLEMENT", "MINING")


class ClassifyAreas(Tool):
    """Active areas by the process that may be behind them."""

    ID = "classifyareas"
    NAME = "Classify active areas"
    GROUP = "areas"
    SUMMARY = (
        "Scores what may be behind each active area: landslide, subsidence, sinkhole, settlement "
        "of buildings and works, or mining, by rules on slope, size and shape, what is mapped "
        "there, the ground, and the direction of motion from two orbits. Every score comes with "
        "what each rule counted, as text and numbers; where evidence is weak or two explanations "
        "are close, the area stays 'unclassified'. Scores from 0 to 1 rank explanations, they are "
        "no calibrated probabilities."
    )
    PAPER = (
        "After the idea of ADAclassifier, Navarro et al. (2020), doi:10.3390/ijgi9100584; limits "
        "and weights are Groundshift's and can be replaced"
    )
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("ada", "landslide", "subsidence", "sinkhole", "settlement", "mining", "rules")

    AREAS, DEM, GROUND, GROUND_FIELD = "AREAS", "DEM", "GROUND", "GROUND_FIELD"
    EAST, UP, RULES, CLASSIFIED = "EAST", "UP", "RULES", "CLASSIFIED"

    def declare(self):
        """Parameters and outputs."""
        add_layer(
            self,
            self.AREAS,
            "Active areas",
            "Polygons of 'Active areas', with mean_mm_yr.",
            [POLYGONS],
        )
        self.add_raster(
            self.DEM, "Elevation model", "Metres; slopes are needed for landslides and subsidence.",
            optional=True,
        )  # fmt: skip
        for name, _, title in INVENTORIES:
            add_layer(
                self, name, title, "Polygons, lines or points: an area counts fully from a fifth "
                "of it inside of polygons, or where it holds a line or point; half where it is "
                "near.", [ANY], optional=True,
            )  # fmt: skip
        add_layer(
            self, self.GROUND, "Geology or land cover", "Polygons with classes of the ground.",
            [POLYGONS], optional=True,
        )  # fmt: skip
        add_field(
            self, self.GROUND_FIELD, "Field: class of the ground", "Needed with that layer.",
            self.GROUND, advanced=False,
        )  # fmt: skip
        self.add_text(
            "SOFT", "Words for compressible ground", "A class that holds one of these words (or "
            "parts of words), parted by commas.", SOFT, advanced=True,
        )  # fmt: skip
        self.add_text("SOLUBLE", "Words for soluble ground", "As above.", SOLUBLE, advanced=True)
        self.add_raster(
            self.EAST, "Rate to the east (mm/yr)", "From the tool 'Decompose into up and east'.",
            optional=True,
        )  # fmt: skip
        self.add_raster(self.UP, "Rate upwards (mm/yr)", "As above.", optional=True)
        self.add_number(
            "LEAST_RATE", "Minimum rate for a direction (mm/yr)", "Of (east, up); slower areas "
            "have no known direction.", 2.0, 0.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            "DISTANCE", "Distance that is near (m)", "To what is mapped.", 50.0, 0.0, advanced=True
        )
        self.add_number(
            "SMOOTHING", "Radius of slopes (m)", "0 takes 3 x 3 cells.", 60.0, 0.0, advanced=True
        )
        self.add_file(
            self.RULES, "Table of rules", "CSV instead of the shipped rules, with the columns "
            "process, evidence, from, to, weight, needed.", "CSV (*.csv)", optional=True,
            advanced=True,
        )  # fmt: skip
        for name, title, text, value in (
            ("LEAST_SCORE", "Minimum score", "Of a class.", 0.5),
            ("LEAST_KNOWN", "Minimum known share", "Of the weights of a class' rules.", 0.5),
            ("LEAD", "Minimum lead", "Over the second score.", 0.1),
        ):
            self.add_number(name, title, text, value, 0.0, 1.0, advanced=True)
        self.add_vector_output(
            self.CLASSIFIED, "Classified areas", "The areas with class, scores and evidence.",
            polygons=True,
        )  # fmt: skip
        for name in ("COUNT", *CLASSES, "UNCLASSIFIED"):
            self.add_number_result(name, "Areas" if name == "COUNT" else name.capitalize())

    def check(self, parameters, context):
        """What belongs together."""
        if self.is_given(parameters, self.EAST) != self.is_given(parameters, self.UP):
            missing = self.UP if self.is_given(parameters, self.EAST) else self.EAST
            return f"{self.title(missing)}: is missing; give both rates or neither."
        field = self.text(parameters, self.GROUND_FIELD, context)
        if self.is_given(parameters, self.GROUND) and not field:
            return f"{self.title(self.GROUND_FIELD)}: is missing; say which field to use."
        return None

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._areas = layer_of(self, parameters, self.AREAS, context)
        self._ground = layer_of(self, parameters, self.GROUND, context)
        found = {key: layer_of(self, parameters, name, context) for name, key, _ in INVENTORIES}
        self._mapped = {key: layer for key, layer in found.items() if layer is not None}
        self._rasters = {
            key: self.raster_path(parameters, name, context)
            for key, name in (("dem", self.DEM), ("east", self.EAST), ("up", self.UP))
        }

    def _layers(self, parameters, context):
        from ...algorithms.areas.inventory import parse_words
        from ...algorithms.io.area_evidence import LayerEvidence

        return LayerEvidence(
            smoothing=self.number(parameters, "SMOOTHING", context), inventories=self._mapped,
            distance=self.number(parameters, "DISTANCE", context), ground=self._ground,
            ground_field=self.text(parameters, self.GROUND_FIELD, context),
            soft=tuple(parse_words(self.text(parameters, "SOFT", context))),
            soluble=tuple(parse_words(self.text(parameters, "SOLUBLE", context))),
            least_rate=self.number(parameters, "LEAST_RATE", context), **self._rasters,
        )  # fmt: skip

    def compute(self, parameters, context, feedback):
        """Gather, score, write."""
        from ...algorithms.areas.classification import ClassLimits
        from ...algorithms.io.run_classifyareas import run_classifyareas

        target = self.output_path(parameters, self.CLASSIFIED, context)
        names = ("LEAST_SCORE", "LEAST_KNOWN", "LEAD")
        limits = ClassLimits(*(self.number(parameters, name, context) for name in names))
        progress = Progress(feedback)
        report = run_classifyareas(
            self._areas, target, self._layers(parameters, context),
            self.existing_path(parameters, self.RULES, context), limits, progress=progress,
            cancelled=progress.cancelled,
        )  # fmt: skip
        for text in report.notes:
            feedback.pushInfo(text)
        self.style_vector(
            target, "area_classes", title="Classified areas",
            abstract="What active areas may be. " + " ".join(report.notes),
        )  # fmt: skip
        return {self.CLASSIFIED: target, **report.numbers()}
