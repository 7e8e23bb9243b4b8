# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds the models that the plugin ships, with QGIS' own model classes.

Run it with QGIS' Python after a tool's parameters have changed: ``python3 scripts/make_models.py``.
"""

from __future__ import annotations

import os
import sys
import tempfile

import qgis_env
from model_parts import child, new_model
from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterLayer,
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
    folder = QgsProcessingParameterFile.Behavior.Folder
    return (
        QgsProcessingParameterFile("folder", "Folder of interferograms", folder),
        QgsProcessingParameterNumber(
            "coherence", "Coherence threshold", Number.Type.Double, 0.0, False, 0.0, 1.0
        ),
        QgsProcessingParameterPoint("reference", "Reference point", None, True),
        QgsProcessingParameterNumber(
            "quality", "Least temporal coherence", Number.Type.Double, 0.7, False, 0.0, 1.0
        ),
        QgsProcessingParameterVectorLayer("clip", "Clip to polygons", [2], None, True),
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
        {"FOLDER": ("fromModelParameter", "folder")}, {},
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
    folder, _, reference, quality, _ = parameters()
    days = QgsProcessingParameterNumber(
        "days", "Largest temporal baseline (days)", Number.Type.Double, None, True, 0.0
    )
    return folder, reference, days, quality


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
        {"FOLDER": ("fromModelParameter", "folder")}, {},
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
    folder, reference = (
        QgsProcessingParameterFile(
            "folder", "Folder of radar images", QgsProcessingParameterFile.Behavior.Folder
        ),
        QgsProcessingParameterPoint("reference", "Reference point", None, True),
    )
    goodness = QgsProcessingParameterNumber(
        "goodness", "Least goodness of fit", Number.Type.Double, 0.5, False, 0.0, 1.0
    )
    model = new_model(
        "Images to motion, step by step", (folder, reference, goodness),
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


def inventory_model() -> QgsProcessingModelAlgorithm:
    """Interferograms and mapped landslides in, an inventory with activity out."""
    inputs = (
        QgsProcessingParameterFile(
            "folder", "Folder of interferograms", QgsProcessingParameterFile.Behavior.Folder
        ),
        QgsProcessingParameterRasterLayer("dem", "Elevation model"),
        QgsProcessingParameterVectorLayer("inventory", "Mapped landslides", [2]),
    )
    model = new_model(
        "Interferograms to updated inventory", inputs,
        "From a folder of unwrapped interferograms to a landslide inventory with activity, each "
        "step a tool of its own: small-baseline chain, rates along the slope, active areas, update "
        "of the inventory with candidates and a report. Open it in the model designer to add a "
        "second orbit, the field of the former class, or other steps.",
        "Active areas",
    )  # fmt: skip
    child(
        model, "smallbaseline", "Small-baseline chain", (160, 180),
        {"FOLDER": ("fromModelParameter", "folder")}, {"VELOCITY": "Velocity"},
    )  # fmt: skip
    points = "fromChildOutput", "smallbaseline", "POINTS"
    child(
        model, "slopevelocity", "Rates along the slope", (300, 310),
        {"RATES": points, "DEM": ("fromModelParameter", "dem")},
        {"POINTS": "Rates along the slope"},
    )  # fmt: skip
    child(model, "activeareas", "Active areas", (440, 440), {"POINTS": points}, {
        "AREAS": "Active areas",
    })  # fmt: skip
    child(
        model, "updateinventory", "Update a landslide inventory", (580, 570),
        {
            "INVENTORY": ("fromModelParameter", "inventory"),
            "POINTS": ("fromChildOutput", "slopevelocity", "POINTS"),
            "ACTIVE_AREAS": ("fromChildOutput", "activeareas", "AREAS"),
        },
        {"UPDATED": "Updated inventory", "CANDIDATES": "Candidates", "REPORT": "Report"},
    )  # fmt: skip
    return model


def earthquake_model() -> QgsProcessingModelAlgorithm:
    """Displacement of two orbits in, slip and stress on the mapped faults out."""
    orbits = (("", "first"), ("2", "second"))
    inputs = []
    for suffix, orbit in orbits:
        inputs.append(
            QgsProcessingParameterRasterLayer(f"raster{suffix}", f"Displacement, {orbit} orbit")
        )
        for name, title, low, high in (
            ("incidence", "Incidence", 1.0, 89.0), ("heading", "Heading", -360.0, 360.0)
        ):  # fmt: skip
            inputs.append(Number(
                f"{name}{suffix}", f"{title}, {orbit} orbit (degrees)", Number.Type.Double, None,
                False, low, high,
            ))  # fmt: skip
    inputs += [
        QgsProcessingParameterVectorLayer("trace", "Trace of the fault that broke", [1]),
        Number("dip", "Its dip (degrees)", Number.Type.Double, 60.0, False, 1.0, 90.0),
        Number("width", "Its width down the dip (km)", Number.Type.Double, 15.0, False, 0.1),
        QgsProcessingParameterVectorLayer("faults", "Fault inventory", [1]),
    ]
    model = new_model(
        "Displacement to stress on faults", inputs,
        "From displacement maps of two orbits to the stress on the faults around, each step a tool "
        "of its own: down-sampling of both maps, slip on the fault below its mapped trace, Coulomb "
        "stress change on every segment of a fault inventory. Traces dip to the right "
        "of the way they were drawn. Open it in the model designer to add orbits, GNSS, masks, "
        "dips to try, or aftershocks.",
        "Earthquake source",
    )  # fmt: skip
    earlier = {}
    for k, (suffix, orbit) in enumerate(orbits):
        step = f"downsample{suffix}"
        child(
            model, "downsample", f"Down-sample the {orbit} orbit", (160 + 120 * k, 180 + 110 * k),
            {
                "RASTER": ("fromModelParameter", f"raster{suffix}"),
                "INCIDENCE": ("fromModelParameter", f"incidence{suffix}"),
                "HEADING": ("fromModelParameter", f"heading{suffix}"),
                "TRACK": ("fromStaticValue", orbit), **earlier,
            },
            {}, step,
        )  # fmt: skip
        earlier = {"EARLIER": ("fromChildOutput", step, "SAMPLES")}
    child(
        model, "slipinversion", "Slip inversion", (400, 400),
        {
            "SAMPLES": ("fromChildOutput", "downsample2", "SAMPLES"),
            "FAULT_TRACE": ("fromModelParameter", "trace"),
            "FAULT_DIP": ("fromModelParameter", "dip"),
            "FAULT_WIDTH": ("fromModelParameter", "width"),
        },
        {"SLIP": "Slip", "FIT": "Fit", "REPORT": "Report of the slip"},
    )  # fmt: skip
    slip = {"SLIP": ("fromChildOutput", "slipinversion", "SLIP")}
    child(
        model, "coulombfaults", "Stress on faults", (640, 640),
        {**slip, "FAULTS": ("fromModelParameter", "faults")},
        {"SEGMENTS": "Stress on segments", "RESULT": "Stress on faults", "TABLE": "Ranking"},
    )  # fmt: skip
    return model


def save(name, model):
    """Check a model and write it beside the others."""
    good, problems = model.validate()
    if not good:
        sys.exit(f"the model {name} is not valid: {problems}")
    target = MODELS / f"{name}.model3"
    target.parent.mkdir(exist_ok=True)
    if not model.toFile(str(target)):
        sys.exit(f"{target}: cannot be written")
    print(target)


def main():
    application, plugin = start()
    save("interferogramstopoints", points_model())
    save("smallbaselinesteps", chain_model())
    save("imagestomotion", images_model())
    save("updatedinventory", inventory_model())
    save("displacementtocoulomb", earthquake_model())
    plugin.unload()
    application.exitQgis()


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # QGIS crashes when Python objects outlive it
