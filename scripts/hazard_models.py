# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Shipped models that end at hazards: landslides' activity and thickness, the stress on faults,
and ground that a detector has found."""

from __future__ import annotations

from model_parts import (
    INTERFEROGRAMS,
    asked,
    branch,
    child,
    interferograms_asked,
    meaning,
    new_model,
    only_if,
)
from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

Number = QgsProcessingParameterNumber


def inventory_model() -> QgsProcessingModelAlgorithm:
    """Interferograms and mapped landslides in, an inventory with activity out."""
    inputs = (
        *interferograms_asked(),
        asked(
            QgsProcessingParameterRasterLayer("dem", "Elevation model"),
            meaning("slopevelocity", "DEM"),
        ),
        asked(
            QgsProcessingParameterVectorLayer("inventory", "Mapped landslides", [2]),
            "Polygons of the inventory; their own fields are kept.",
        ),
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
        INTERFEROGRAMS, {"VELOCITY": "Velocity"},
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


def detection_model() -> QgsProcessingModelAlgorithm:
    """Interferograms in, what moves in them by a detector, and its series and areas out."""
    inputs = (
        *interferograms_asked(),
        asked(
            Number("margin", "Margin of the cut (m)", Number.Type.Double, 1500.0, False, 0.0),
            "Ground around the detected objects that is worked on; it should hold ground that does "
            "not move, to which the series refers.",
        ),
    )
    model = new_model(
        "Interferograms to detected areas", inputs,
        "Detection first, series after: a folder of unwrapped interferograms is searched for "
        "basins and slopes that move, and the small-baseline chain and the active areas are worked "
        "out in the rectangle around them alone, each step a tool of its own. Where nothing is "
        "found, the log says so, and the model stops before the chain. Open it in the model "
        "designer to lower the least score or to add a second orbit.",
        "Learned detection",
    )  # fmt: skip
    child(
        model, "importstack", "Import interferogram stack", (160, 180),
        INTERFEROGRAMS, {},
    )  # fmt: skip
    child(
        model, "detectmotion", "Detect motion in interferograms", (300, 310),
        {
            "INPUT": ("fromChildOutput", "importstack", "STACK"),
            "GEOMETRY": ("fromChildOutput", "importstack", "GEOMETRY"),
            "MARGIN": ("fromModelParameter", "margin"),
        },
        {"OBJECTS": "Objects that move", "CUT": "Cut stack", "CUT_GEOMETRY": "Cut geometry"},
    )  # fmt: skip
    child(
        model, "smallbaseline", "Small-baseline chain", (440, 480),
        {
            "STACK_FILE": ("fromChildOutput", "detectmotion", "CUT"),
            "GEOMETRY": ("fromChildOutput", "detectmotion", "CUT_GEOMETRY"),
        },
        {"VELOCITY": "Velocity"},
    )  # fmt: skip
    child(
        model, "activeareas", "Active areas", (580, 610),
        {"POINTS": ("fromChildOutput", "smallbaseline", "POINTS")}, {"AREAS": "Active areas"},
    )  # fmt: skip
    return model


def earthquake_model() -> QgsProcessingModelAlgorithm:
    """Displacement of two orbits in, slip and stress on the mapped faults out."""
    orbits = (("", "first"), ("2", "second"))
    inputs = []
    for suffix, orbit in orbits:
        inputs.append(asked(
            QgsProcessingParameterRasterLayer(f"raster{suffix}", f"Displacement, {orbit} orbit"),
            "Along the line of sight, positive towards the satellite; or unwrapped phase as "
            "MintPy, ISCE, HyP3 and LiCSAR have it.",
        ))  # fmt: skip
        for name, title, low, high in (
            ("incidence", "Incidence", 1.0, 89.0), ("heading", "Heading", -360.0, 360.0)
        ):  # fmt: skip
            inputs.append(asked(
                Number(
                    f"{name}{suffix}", f"{title}, {orbit} orbit (degrees)", Number.Type.Double,
                    None, False, low, high,
                ),
                meaning("downsample", name.upper()),
            ))  # fmt: skip
    inputs += [
        asked(
            QgsProcessingParameterVectorLayer("trace", "Trace of the fault that broke", [1]),
            "Lines, each a segment; the fault dips to the right of the way they were drawn.",
        ),
        asked(
            Number("dip", "Its dip (degrees)", Number.Type.Double, 60.0, False, 1.0, 90.0),
            "From the horizontal; of traces without a field of it.",
        ),
        asked(
            Number("width", "Its width down the dip (km)", Number.Type.Double, 15.0, False, 0.1),
            "Down the dip, from the top; of traces without a bottom depth.",
        ),
        asked(
            QgsProcessingParameterVectorLayer("faults", "Fault inventory", [1]),
            "Lines in any CRS, on which the stress is resolved.",
        ),
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


def scene_model() -> QgsProcessingModelAlgorithm:
    """A slip model and an elevation model in, what a 3-D map of them shows out."""
    depths = "3, 6, 9, 12"
    inputs = (
        asked(
            QgsProcessingParameterFile(
                "slip",
                "Slip model",
                QgsProcessingParameterFile.Behavior.File,
                "",
                None,
                False,
                "Slip models (*.fsp *.param *.inp *.inr *.txt *.dat *.gpkg *.geojson *.json)",
            ),
            "A finite-source rupture model (.fsp), .param or FFM.geojson of the U.S. Geological "
            "Survey, Coulomb's .inp or .inr, or a layer of slip patches as a file.",
        ),
        asked(
            QgsProcessingParameterRasterLayer("dem", "Elevation model"),
            meaning("importslipmodel", "DEM"),
        ),
        asked(
            QgsProcessingParameterVectorLayer("faults", "Fault inventory", [1], None, True),
            "Lines in any CRS, on whose dipping planes the stress is resolved; nothing is "
            "resolved without.",
        ),
        asked(
            QgsProcessingParameterString("depths", "Depths (km)", depths),
            meaning("coulombfaults", "DEPTHS"),
        ),
    )
    model = new_model(
        "Fault in three dimensions", inputs,
        "Sets up QGIS' 3-D map of an earthquake: patches of slip in their place below the terrain, "
        "and the stress change on the dipping planes of the mapped faults around. The layers carry "
        "their look, the project takes the elevation model as its terrain and a metric CRS: open "
        "View, 3D Map Views, New 3D Map View. Rasters, points and arrows of other tools lie over "
        "the terrain as they are on the map.",
        "Earthquake source",
    )  # fmt: skip
    ground = {"DEM": ("fromModelParameter", "dem")}
    child(
        model, "importslipmodel", "Slip patches", (160, 180),
        {"SLIP_FILE": ("fromModelParameter", "slip"), **ground}, {"LAYER": "Slip"},
    )  # fmt: skip
    branch(model, "faults_given", "Faults given?", (400, 180), "@faults_minx is not null")
    child(
        model, "coulombfaults", "Stress on faults", (400, 400),
        {
            "SLIP": ("fromChildOutput", "importslipmodel", "LAYER"),
            "FAULTS": ("fromModelParameter", "faults"),
            "DEPTHS": ("fromModelParameter", "depths"), **ground,
        },
        {
            "SEGMENTS": "Stress on segments", "RESULT": "Stress on faults",
            "PLANES": "Stress on planes",
        },
    )  # fmt: skip
    only_if(model, "coulombfaults", "faults_given")
    return model


def slide_model() -> QgsProcessingModelAlgorithm:
    """Two images and two elevation models in, motion, height change, thickness and volume out."""
    rasters = (
        ("first", "Image before", "offsets", "REFERENCE"),
        ("second", "Image after", "offsets", "SECONDARY"),
        ("before", "Elevation model before", "demdifference", "BEFORE"),
        ("after", "Elevation model after", "demcoregister", "DEM"),
    )
    inputs = [
        asked(QgsProcessingParameterRasterLayer(name, title), meaning(tool, parameter))
        for name, title, tool, parameter in rasters
    ]
    inputs += [
        asked(
            QgsProcessingParameterVectorLayer("slides", "Slides", [2]),
            "Their outlines as polygons: where they end they have no thickness. All other ground "
            "tells about the errors of the heights.",
        ),
        asked(
            QgsProcessingParameterVectorLayer("stable", "Stable ground", [2], None, True),
            meaning("offsets", "STABLE"),
        ),
        asked(
            Number("years", "Years between", Number.Type.Double, 1.0, False, 0.001, 100.0),
            "Between the images, and between the elevation models: both should be of the same "
            "days, as the thickness is made of rates.",
        ),
        asked(
            Number("search", "Search distance (m)", Number.Type.Double, 20.0, False, 0.01),
            meaning("offsets", "SEARCH"),
        ),
    ]
    model = new_model(
        "Images and elevation models to thickness", inputs,
        "From two images and two elevation models to motion, height change, thickness and volume "
        "of landslides, each step a tool of its own: offsets between the images, the later "
        "elevation model aligned with the earlier one, their difference with volumes, and the "
        "thickness by conservation of mass. Images may be optical or shaded reliefs of the "
        "elevation models. Open it in the model designer to change chips, filters or the flow law.",
        "Terrain change",
    )  # fmt: skip
    child(
        model, "offsets", "Offsets of two images", (160, 180),
        {
            "REFERENCE": ("fromModelParameter", "first"),
            "SECONDARY": ("fromModelParameter", "second"),
            "STABLE": ("fromModelParameter", "stable"),
            "SEARCH": ("fromModelParameter", "search"), "SEARCH_UNIT": ("fromStaticValue", "m"),
        },
        {"OFFSETS": "Offsets", "MAGNITUDE": "Magnitude of motion", "ARROWS": "Arrows"},
    )  # fmt: skip
    slides = "fromModelParameter", "slides"
    before = "fromModelParameter", "before"
    child(
        model, "demcoregister", "Align elevation models", (400, 180),
        {"DEM": ("fromModelParameter", "after"), "REFERENCE": before, "CHANGED": slides}, {},
    )  # fmt: skip
    child(
        model, "demdifference", "Height change and volumes", (400, 400),
        {
            "AFTER": ("fromChildOutput", "demcoregister", "ALIGNED"), "BEFORE": before,
            "AREAS": slides, "ALIGN": ("fromStaticValue", False),
        },
        {"DIFFERENCE": "Height change", "VOLUMES": "Volumes of the change"},
    )  # fmt: skip
    child(
        model, "slidethickness", "Thickness of slides", (640, 620),
        {
            "EAST": ("fromChildOutput", "offsets", "OFFSETS"),
            "SURFACE": ("fromChildOutput", "demdifference", "DIFFERENCE"),
            "DEM": before, "SLIDES": slides, "YEARS": ("fromModelParameter", "years"),
            "UNIT": ("fromStaticValue", "m"),
        },
        {"THICKNESS": "Thickness", "BASE": "Base of the slides", "VOLUMES": "Volumes"},
    )  # fmt: skip
    return model


def warning_model() -> QgsProcessingModelAlgorithm:
    """Points with series in, levels of warning and a page for the civil protection out."""
    vector = QgsProcessingParameterVectorLayer
    inputs = (
        asked(vector("points", "Points with series", [0]), meaning("failurewarning", "POINTS")),
        asked(
            vector("areas", "Areas", [2], None, True),
            meaning("failurewarning", "AREAS"),
        ),
        asked(
            QgsProcessingParameterFile(
                "driver", "Rain or level (CSV)", QgsProcessingParameterFile.Behavior.File, "", None,
                True, "Tables (*.csv *.txt);;All files (*)",
            ),
            "A date and a value a row: whether it drives the motion, and how many days later.",
        ),
        asked(
            Number("horizon", "Alarm within (days)", Number.Type.Integer, 60, False, 1, 3650),
            meaning("failurewarning", "HORIZON"),
        ),
    )  # fmt: skip
    model = new_model(
        "Points to warning levels", inputs,
        "From points with series (StaMPS, EGMS, SqueeSAR, or our own) to levels of warning by "
        "point and area with a page for the desk of the civil protection, each step a tool of its "
        "own: rates and changes of the rate, warning of failure and, where a table of rain or "
        "levels is given, what drives the motion. Open it in the model designer to add a forecast, "
        "or elements that are exposed.",
        "Forecast and warning",
    )  # fmt: skip
    points = {"POINTS": ("fromModelParameter", "points")}
    areas = {**points, "AREAS": ("fromModelParameter", "areas")}
    child(
        model, "pointvelocity", "Velocity models of points", (160, 180), points,
        {"RESULT": "Velocity of points"},
    )  # fmt: skip
    child(
        model, "failurewarning", "Warning of failure", (300, 310),
        {**areas, "HORIZON": ("fromModelParameter", "horizon")},
        {"LEVELS": "Points with their level", "AREA_LEVELS": "Areas with their level",
         "REPORT": "Report"},
    )  # fmt: skip
    branch(model, "driver_given", "Rain or level given?", (700, 180), "coalesce(@driver, '') != ''")
    child(
        model, "drivers", "Drivers of the motion", (560, 480),
        {**areas, "DRIVERS": ("fromModelParameter", "driver")},
        {"LAGS": "Lag behind the driver", "REPORT": "Report of the drivers"},
    )  # fmt: skip
    only_if(model, "drivers", "driver_given")
    return model
