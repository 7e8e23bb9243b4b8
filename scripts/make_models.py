# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds the models that the plugin ships, with QGIS' own model classes.

Run it with QGIS' Python after a tool's parameters have changed: ``python3 scripts/make_models.py``.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import sys
import tempfile

import qgis_env
from hazard_models import (
    detection_model,
    earthquake_model,
    inventory_model,
    scene_model,
    slide_model,
    warning_model,
)
from model_parts import (
    INTERFEROGRAMS,
    asked,
    child,
    complete_help,
    interferograms_asked,
    meaning,
    new_model,
)
from package import version
from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterVectorLayer,
)

MODELS = qgis_env.ROOT / "processing_provider" / "models"
Number = QgsProcessingParameterNumber


def start():
    """QGIS with our provider in this process."""
    os.environ.update(qgis_env.environment(tempfile.mkdtemp()))
    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(os.path.join(application.pkgDataPath(), "python", "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    qgis_env.load_package()
    plugin = sys.modules["groundshift"].classFactory(None)
    plugin.initProcessing()
    return application, plugin


def parameters():
    """What the model asks for, with its place on the canvas."""
    return (
        *interferograms_asked(),
        asked(
            Number("coherence", "Coherence threshold", Number.Type.Double, 0.0, False, 0.0, 1.0),
            meaning("sbas", "MIN_COHERENCE"),
        ),
        asked(
            QgsProcessingParameterPoint("reference", "Reference point", None, True),
            meaning("sbas", "REFERENCE_POINT"),
        ),
        asked(
            Number("quality", "Least temporal coherence", Number.Type.Double, 0.7, False, 0.0, 1.0),
            meaning("timeseriestopoints", "MIN_TEMPORAL_COHERENCE"),
        ),
        asked(
            QgsProcessingParameterVectorLayer("clip", "Clip to polygons", [2], None, True),
            meaning("timeseriestopoints", "CLIP"),
        ),
    )


def points_model() -> QgsProcessingModelAlgorithm:
    """Interferograms in, motion points out."""
    model = new_model(
        "Interferograms to motion points", parameters(),
        "The whole way from a folder of unwrapped interferograms to velocity, its standard "
        "deviation and points with a displacement series: import, SBAS inversion, points. Open it "
        "in the model designer to change a step.",
    )  # fmt: skip
    child(
        model, "importstack", "Import interferogram stack", (200, 200),
        INTERFEROGRAMS, {},
    )  # fmt: skip
    child(
        model, "sbas", "SBAS inversion", (420, 330),
        {
            "STACK": ("fromChildOutput", "importstack", "STACK"),
            "MIN_COHERENCE": ("fromModelParameter", "coherence"),
            "REFERENCE_POINT": ("fromModelParameter", "reference"),
        },
        {
            "VELOCITY": "Velocity", "VELOCITY_STD": "Velocity standard deviation",
            "TEMPORAL_COHERENCE": "Temporal coherence", "SUBSETS": "Network subsets",
        },
    )  # fmt: skip
    child(
        model, "timeseriestopoints", "Time series to points", (640, 620),
        {
            "TIMESERIES": ("fromChildOutput", "sbas", "TIMESERIES"),
            "GEOMETRY": ("fromChildOutput", "importstack", "GEOMETRY"),
            "MIN_TEMPORAL_COHERENCE": ("fromModelParameter", "quality"),
            "CLIP": ("fromModelParameter", "clip"),
        },
        {"POINTS": "Motion points"},
    )  # fmt: skip
    return model


def chain_parameters():
    """What the chain's model asks for."""
    *interferograms, _, reference, quality, _ = parameters()
    days = Number("days", "Largest temporal baseline (days)", Number.Type.Double, None, True, 0.0)
    return (
        *interferograms, reference, asked(days, meaning("network", "MAX_DAYS")),
        asked(
            quality,
            "Pixels below become no points, and don't tell about the errors that the troposphere "
            "and the elevation model make.",
        ),
    )  # fmt: skip


def chain_model() -> QgsProcessingModelAlgorithm:
    """The small-baseline chain out of its separate tools."""
    model = new_model(
        "Small-baseline chain, step by step", chain_parameters(),
        "From a folder of unwrapped interferograms to a corrected velocity and points, each step a "
        "tool of its own: import, network, unwrapping errors, SBAS inversion, troposphere by "
        "height, DEM error, velocity, points. The product must bring heights and baselines; take "
        "out the steps that yours does not carry, or use the tool 'Small-baseline chain', which "
        "leaves them out by itself. Open it in the model designer to change a step.",
    )  # fmt: skip
    geometry = {"GEOMETRY": ("fromChildOutput", "importstack", "GEOMETRY")}
    quality = {"MIN_TEMPORAL_COHERENCE": ("fromModelParameter", "quality")}
    child(
        model, "importstack", "Import interferogram stack", (160, 180),
        INTERFEROGRAMS, {},
    )  # fmt: skip
    child(
        model, "network", "Interferogram network", (280, 290),
        {
            "STACK": ("fromChildOutput", "importstack", "STACK"),
            "MAX_DAYS": ("fromModelParameter", "days"),
        },
        {"HTML": "Network"},
    )  # fmt: skip
    child(
        model, "closure", "Unwrapping errors", (400, 400),
        {"STACK": ("fromChildOutput", "importstack", "STACK")}, {},
    )  # fmt: skip
    child(
        model, "sbas", "SBAS inversion", (520, 510),
        {
            "STACK": ("fromChildOutput", "closure", "CORRECTED_STACK"),
            "EXCLUDE_PAIRS": ("fromChildOutput", "network", "EXCLUDED_PAIRS"),
            "REFERENCE_POINT": ("fromModelParameter", "reference"),
        },
        {"TEMPORAL_COHERENCE": "Temporal coherence"},
    )  # fmt: skip
    before = "sbas", "TIMESERIES"
    for number, (tool, title) in enumerate(
        (("troposphere", "Troposphere"), ("demerror", "DEM error correction"))
    ):
        child(
            model, tool, title, (640 + 120 * number, 640 + 120 * number),
            {"TIMESERIES": ("fromChildOutput", *before), **geometry, **quality},
            {"REPORT": f"{title} (report)"},
        )  # fmt: skip
        before = tool, "CORRECTED"
    series = {"TIMESERIES": ("fromChildOutput", *before)}
    child(model, "velocity", "Velocity model", (880, 880), series, {"VELOCITY": "Velocity"})
    child(
        model, "timeseriestopoints", "Time series to points", (1000, 1000),
        {**series, **geometry, **quality}, {"POINTS": "Motion points"},
    )  # fmt: skip
    return model


def images_model() -> QgsProcessingModelAlgorithm:
    """Radar images in, persistent and distributed scatterers out."""
    inputs = (
        asked(
            QgsProcessingParameterFile(
                "folder", "Folder of radar images", QgsProcessingParameterFile.Behavior.Folder
            ),
            "A product's folder, as 'Import radar images' takes it.",
        ),
        parameters()[4],
        asked(
            Number("goodness", "Least goodness of fit", Number.Type.Double, 0.5, False, 0.0, 1.0),
            meaning("ds", "MIN_QUALITY"),
        ),
    )
    model = new_model(
        "Images to motion, step by step", inputs,
        "From a folder of coregistered radar images to the motion of persistent and distributed "
        "scatterers, each step a tool of its own: import, PS candidates, phase linking, "
        "unwrapping, SBAS inversion, DEM error, velocity, points. The images must bring "
        "baselines for the DEM error. Open it in the model designer to change a step; "
        "'Images to motion (PS and DS)' does the same in one tool.",
        "Scatterers (PS/DS)",
    )  # fmt: skip
    images = {"STACK": ("fromChildOutput", "importslc", "STACK")}
    child(
        model, "importslc", "Import radar images", (160, 180),
        {"FOLDER": ("fromModelParameter", "folder")}, {},
    )  # fmt: skip
    child(model, "pscandidates", "PS candidates", (280, 290), images, {"POINTS": "PS candidates"})
    child(
        model, "ds", "Distributed scatterers", (400, 400),
        {
            **images, "PERSISTENT": ("fromChildOutput", "pscandidates", "POINTS"),
            "MIN_QUALITY": ("fromModelParameter", "goodness"),
        },
        {"GOODNESS": "Goodness of fit"},
    )  # fmt: skip
    child(
        model, "unwrap", "Phase unwrapping", (520, 510),
        {
            "STACK": ("fromChildOutput", "ds", "INTERFEROGRAMS"),
            "METHOD": ("fromStaticValue", "spacetime"),
        }, {},
    )  # fmt: skip
    child(
        model, "sbas", "SBAS inversion", (640, 620),
        {
            "STACK": ("fromChildOutput", "unwrap", "UNWRAPPED"),
            "WEIGHTS": ("fromStaticValue", "uniform"),
            "REFERENCE_POINT": ("fromModelParameter", "reference"),
        }, {},
    )  # fmt: skip
    geometry = {"GEOMETRY": ("fromChildOutput", "importslc", "GEOMETRY")}
    child(
        model, "demerror", "DEM error correction", (760, 730),
        {"TIMESERIES": ("fromChildOutput", "sbas", "TIMESERIES"), **geometry},
        {"DEM_ERROR": "DEM error"},
    )  # fmt: skip
    series = {"TIMESERIES": ("fromChildOutput", "demerror", "CORRECTED")}
    child(model, "velocity", "Velocity model", (880, 840), series, {"VELOCITY": "Velocity"})
    child(
        model, "timeseriestopoints", "Time series to points", (1000, 950),
        {
            **series, **geometry, "SCATTERERS": ("fromChildOutput", "ds", "LINKED"),
            "MIN_TEMPORAL_COHERENCE": ("fromModelParameter", "goodness"),
        },
        {"POINTS": "Motion points"},
    )  # fmt: skip
    return model


def save(name, model):
    """Check a model, complete its help and write it beside the others."""
    good, problems = model.validate()
    if not good:
        sys.exit(f"the model {name} is not valid: {problems}")
    complete_help(model, version())
    target = MODELS / f"{name}.model3"
    target.parent.mkdir(exist_ok=True)
    if not model.toFile(str(target)):
        sys.exit(f"{target}: cannot be written")
    # Qt writes attributes in another order every time.
    text = target.read_text(encoding="utf-8")
    text = re.sub(r"(?<=<Option)( [^<>]+?)(?=/?>)", _in_order, text)
    target.write_text(text, encoding="utf-8")
    print(target)


def _in_order(tag) -> str:
    """The attributes of a tag, always in one order."""
    marks = re.findall(r' (\w+)="([^"]*)"', tag.group())
    marks.sort(key=lambda mark: ("name", "value", "type").index(mark[0]))
    return "".join(f' {name}="{value}"' for name, value in marks)


def write_index() -> None:
    """Write down what each model asks for and gives, so that QGIS starts without reading them."""
    shipped = importlib.import_module("groundshift.processing_provider.shipped")
    entries = {path.name: shipped.entry_of(path) for path in sorted(MODELS.glob("*.model3"))}
    text = json.dumps(entries, indent=1, sort_keys=True)
    (MODELS / shipped.INDEX).write_text(text + "\n", encoding="utf-8")


def main():
    application, plugin = start()
    save("interferogramstopoints", points_model())
    save("smallbaselinesteps", chain_model())
    save("imagestomotion", images_model())
    save("updatedinventory", inventory_model())
    save("detectedareas", detection_model())
    save("displacementtocoulomb", earthquake_model())
    save("faultscene", scene_model())
    save("imagestothickness", slide_model())
    save("pointstowarning", warning_model())
    write_index()
    plugin.unload()
    application.exitQgis()


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # QGIS crashes when Python objects outlive it
