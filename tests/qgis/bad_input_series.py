# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be wrong with stacks, series and the tools that read them; see bad_input_product."""

import numpy as np
from bad_input import DELETE, EMPTY, SQUARE

STACK_CASES = {  # of a stack file, for importstack (STACK_FILE) and sbas (STACK)
    "missing": (lambda m: m.folder / "nowhere.h5", r"there is no file .*nowhere\.h5"),
    "a folder": (lambda m: m.empty("folder.h5"), r"folder\.h5 is a folder; give a file"),
    "empty file": (lambda m: m.cut(m.stack, 0), "cannot be read as HDF5"),
    "words": (lambda m: m.text("words.h5"), "cannot be read as HDF5"),
    "cut off": (lambda m: m.cut(m.stack), "cannot be read as HDF5"),
    "a geometry": (lambda m: m.geometry, "geometry.h5: has no dataset"),
    "a series": (lambda m: m.series, "series.h5: has no dataset"),
    "no size": (lambda m: m.h5(m.stack, {"LENGTH": DELETE}), "no LENGTH and WIDTH"),
    "size in words": (lambda m: m.h5(m.stack, {"WIDTH": "wide"}), "no LENGTH and WIDTH"),
    "other size": (lambda m: m.h5(m.stack, {"WIDTH": "17"}), "do not agree"),
    "size zero": (lambda m: m.h5(m.stack, {"WIDTH": "0", "LENGTH": "0"}), "WIDTH|do not agree"),
    "dates in words": (
        lambda m: m.h5(m.stack, date=np.array([[b"first", b"then"]] * 18)), "is not YYYYMMDD",
    ),
    "a date too few": (lambda m: m.h5(m.stack, date=lambda old: old[:-1]), "do not agree"),
    "dates as numbers in one row": (
        lambda m: m.h5(m.stack, date=lambda old: old[:, 0]), "do not agree|two dates",
    ),
    "a pair twice": (
        lambda m: m.h5(m.stack, date=lambda old: np.concatenate([old[:1], old[:-1]])),
        "twice|2 times",
    ),
    "equal dates": (
        lambda m: m.h5(m.stack, date=lambda old: np.stack([old[:, 0], old[:, 0]], 1)),
        "both dates",
    ),
    "no pairs": (
        lambda m: m.h5(m.stack, date=lambda old: old[:0], unwrapPhase=lambda old: old[:0],
                       coherence=DELETE, bperp=DELETE, dropIfgram=DELETE),
        "no interferogram|holds no",
    ),
    "another coherence": (
        lambda m: m.h5(m.stack, coherence=lambda old: old[:, :10]), "coherence",
    ),
    "another list of dropped pairs": (
        lambda m: m.h5(m.stack, dropIfgram=lambda old: old[:-1]), "dropIfgram",
    ),
    "another list of baselines": (
        lambda m: m.h5(m.stack, bperp=lambda old: old[:-1]), "bperp",
    ),
    "all dropped": (lambda m: m.h5(m.stack, dropIfgram=lambda old: old & False), "drop|no pair"),
    "void": (
        lambda m: m.h5(m.stack, unwrapPhase=lambda old: old * np.nan),
        "no data in any pair|has a valid pixel|[Nn]o pixel has data",
    ),
    "zero": (
        lambda m: m.h5(m.stack, {"NO_DATA_VALUE": "0"}, unwrapPhase=lambda old: old * 0),
        "no data in any pair|has a valid pixel|[Nn]o pixel has data",
    ),
    "wavelength in words": (lambda m: m.h5(m.stack, {"WAVELENGTH": "C"}), "[Ww]avelength"),
    "wavelength in mm": (lambda m: m.h5(m.stack, {"WAVELENGTH": "55.5"}), "[Ww]avelength"),
    "place in words": (lambda m: m.h5(m.stack, {"X_FIRST": "west"}), "X_FIRST"),
    "pixels of no size": (lambda m: m.h5(m.stack, {"X_STEP": "0"}), "X_STEP"),
    "no place": (lambda m: m.h5(m.stack, {"Y_STEP": DELETE}), "Y_STEP"),
    "a CRS of nowhere": (
        lambda m: m.h5(m.stack, {"CRS_WKT": "GEOGCS[nowhere]", "EPSG": DELETE}), "CRS",
    ),
    "damaged pixels": (lambda m: m.damaged(m.stack, "unwrapPhase"), "cannot be read"),
    "numbers in words": (
        lambda m: m.h5(m.stack, unwrapPhase=np.full((18, 64, 80), b"x")), "unwrapPhase",
    ),
}  # fmt: skip


def on_stack(**parameters):
    return lambda m: {"STACK": m.stack, **parameters}


SBAS_CASES = {
    "no stack": (lambda m: {}, "STACK"),
    "swapped dates": (
        lambda m: {"STACK": m.h5(m.stack, date=lambda old: old[:, ::-1])}, "swap the dates",
    ),
    "no wavelength": (lambda m: {"STACK": m.h5(m.stack, {"WAVELENGTH": DELETE})}, "WAVELENGTH"),
    "no coherence to weight": (
        lambda m: {"STACK": m.h5(m.stack, coherence=DELETE)}, "holds no coherence",
    ),
    "no coherence to compare": (
        lambda m: {"STACK": m.h5(m.stack, coherence=DELETE), "WEIGHTS": "uniform",
                   "MIN_COHERENCE": 0.3},
        "no coherence threshold",
    ),
    "reference outside": (on_stack(REFERENCE_POINT="0,0"), "outside of the stack"),
    "reference in another CRS": (
        on_stack(REFERENCE_POINT="500000,5000000 [EPSG:32633]"), "outside of the stack",
    ),
    "no point": (on_stack(REFERENCE_POINT="there"), "REFERENCE_POINT"),
    "area outside": (on_stack(REFERENCE_AREA="0,1,0,1 [EPSG:4326]"), "holds no pixel"),
    "empty area": (on_stack(REFERENCE_AREA="13,13,46,46 [EPSG:4326]"), "REFERENCE_AREA.*empty"),
    "no area": (on_stack(REFERENCE_AREA="everywhere"), "REFERENCE_AREA"),
    "void reference": (
        lambda m: {
            "STACK": m.h5(
                m.stack, unwrapPhase=lambda old: np.where(np.arange(80) < 40, np.nan, old)
            ),
            "REFERENCE_POINT": "12.98,46.4",
        },
        "has no data in any pair",
    ),
    "no such date": (on_stack(EXCLUDE_DATES="20010101"), "2001-01-01.*not in the stack"),
    "no date": (on_stack(EXCLUDE_DATES="monday"), "'monday' is no date"),
    "no pair": (on_stack(EXCLUDE_PAIRS="20200105"), "'20200105' is no pair"),
    "no such pair": (on_stack(EXCLUDE_PAIRS="20200105_20210101"), "not in the stack"),
    "all dates": (on_stack(EXCLUDE_DATES=",".join(
        ("20200105", "20200117", "20200129", "20200210", "20200222", "20200305", "20200317")
    )), "exclude fewer"),
    "coherence": (on_stack(MIN_COHERENCE=2), "MIN_COHERENCE.*from 0 to 1"),
    "negative": (on_stack(MIN_COHERENCE=-0.1), "MIN_COHERENCE"),
    "no pairs": (on_stack(MIN_PAIRS=0), "MIN_PAIRS"),
    "too many pairs": (on_stack(MIN_PAIRS=5000), "no pixel fulfils"),
    "too coherent": (on_stack(MIN_COHERENCE=1), "no pixel fulfils|No pixel|no data"),
    "unknown weights": (on_stack(WEIGHTS="heavy"), "WEIGHTS.*heavy.*uniform"),
    "number for a word": (on_stack(WEIGHTS=7), "WEIGHTS"),
    "looks": (on_stack(LOOKS=0.5), "LOOKS"),
    "no memory": (on_stack(MEMORY=1), "MEMORY.*from 64"),
    "no cores": (on_stack(WORKERS=0), "WORKERS"),
    "no scheduler": (on_stack(SCHEDULER="nowhere"), "nowhere: no Dask scheduler"),
    "no number": (on_stack(MIN_PAIRS="nan"), "MIN_PAIRS"),
    "output is input": (lambda m: {"STACK": m.stack, "TIMESERIES": m.stack}, "input and output"),
    "output is input by another name": (
        lambda m: {"STACK": m.stack, "TIMESERIES": m.folder / ".." / "in" / linked(m)},
        "input and output",
    ),
    "one file for two": (on_stack(VELOCITY_STD="OUT/velocity.tif"), "velocity.tif.*two outputs"),
    "ending": (on_stack(VELOCITY="OUT/velocity.png"), r"VELOCITY.*velocity\.png.*\.tif"),
    "no ending": (on_stack(TIMESERIES="OUT/series"), r"TIMESERIES.*\.h5"),
    "a table": (on_stack(VELOCITY="postgis:dbname='x'"), "VELOCITY.*not supported|VELOCITY.*tif"),
    "in a GeoPackage": (on_stack(VELOCITY="OUT/v.gpkg"), r"VELOCITY.*\.tif"),
    "output is a folder": (
        lambda m: {"STACK": m.stack, "VELOCITY": m.empty("taken.tif")}, "taken.tif.*folder",
    ),
    "no output": (on_stack(VELOCITY=DELETE), "VELOCITY"),
    "empty output": (on_stack(VELOCITY=""), "VELOCITY"),
}  # fmt: skip


def linked(material):
    (material.folder / "link.h5").symlink_to(material.stack)
    return "link.h5"


SERIES_CASES = {  # of a series, for velocity, coseismicstack and timeseriestopoints
    "not given": (lambda m: DELETE, "TIMESERIES"),
    "missing": (lambda m: m.folder / "nowhere.h5", "there is no file"),
    "a folder": (lambda m: m.empty("folder.h5"), "is a folder; give a file"),
    "a stack": (lambda m: m.stack, "stack.h5: has no dataset 'timeseries'"),
    "a geometry": (lambda m: m.geometry, "geometry.h5: has no dataset 'timeseries'"),
    "words": (lambda m: m.text("words.h5"), "cannot be read as HDF5"),
    "cut off": (lambda m: m.cut(m.series), "cannot be read as HDF5"),
    "another ending": (lambda m: m.text("series.csv"), "HDF5"),
    "dates in disorder": (lambda m: m.h5(m.series, date=lambda old: old[::-1]), "not in order"),
    "a date twice": (
        lambda m: m.h5(m.series, date=lambda old: np.concatenate([old[:1], old[:-1]])),
        "occur twice",
    ),
    "a date too few": (lambda m: m.h5(m.series, date=lambda old: old[1:]), "7 dates"),
    "void": (
        lambda m: m.h5(m.series, timeseries=lambda old: old * np.nan), "no pixel",
    ),
    "one date": (
        lambda m: m.h5(m.series, date=lambda old: old[:1], timeseries=lambda old: old[:1],
                       pairNoiseCovariance=DELETE, seriesCovariance=DELETE, velocity=DELETE),
        "1 date",
    ),
    "another noise": (
        lambda m: m.h5(m.series, pairNoiseCovariance=lambda old: old[:-1, :-1], velocity=DELETE),
        "pairNoiseCovariance|noise",
    ),
    "place in words": (lambda m: m.h5(m.series, {"Y_FIRST": "north"}), "Y_FIRST"),
    "damaged pixels": (lambda m: m.damaged(m.series, "timeseries"), "cannot be read"),
    "words for numbers": (
        lambda m: m.h5(m.series, timeseries=np.full((8, 64, 80), b"x")), "timeseries",
    ),
}  # fmt: skip


def on_series(**parameters):
    return lambda m: {"TIMESERIES": m.series, **parameters}


VELOCITY_CASES = {
    "degree": (on_series(DEGREE=0), "DEGREE.*from 1 to 5"),
    "high degree": (on_series(DEGREE=9), "DEGREE"),
    "half a degree": (on_series(DEGREE="1.5"), "DEGREE"),
    "no date": (on_series(STEPS="quake"), "'quake' is no date"),
    "step outside": (on_series(STEPS="20010101"), "2001-?01-?01"),
    "two first dates": (on_series(FIRST_DATE="20200105,20200117"), "FIRST_DATE.*one date"),
    "swapped dates": (on_series(FIRST_DATE="20200301", LAST_DATE="20200201"), "span"),
    "too few dates": (
        on_series(DEGREE=4, ANNUAL=True, SEMIANNUAL=True, LAST_DATE="20200222"),
        "dates.*coefficients|terms",
    ),
    "output is input": (lambda m: {"TIMESERIES": m.series, "VELOCITY": m.series}, "VELOCITY"),
    "ending": (on_series(VELOCITY="OUT/model.jpg"), r"VELOCITY.*\.tif"),
    "memory": (on_series(MEMORY="much"), "MEMORY.*much"),
}  # fmt: skip


def clipped(*shapes, **options):
    return lambda m: {"TIMESERIES": m.series, "CLIP": m.polygons(*shapes, **options)}


POINT_CASES = {
    "ending": (on_series(POINTS="OUT/points.shp"), r"POINTS.*\.gpkg"),
    "no output": (on_series(POINTS=DELETE), "POINTS"),
    "coherence": (on_series(MIN_TEMPORAL_COHERENCE=1.5), "MIN_TEMPORAL_COHERENCE"),
    "negative": (on_series(MAX_STD=-1), "MAX_STD"),
    "step": (on_series(STEP=0), "STEP"),
    "no coherence": (
        lambda m: {"TIMESERIES": m.h5(m.series, temporalCoherence=DELETE)}, "temporal coherence",
    ),
    "no clip layer": (lambda m: {"TIMESERIES": m.series, "CLIP": m.folder / "no.gpkg"}, "CLIP"),
    "a raster to clip": (
        lambda m: {"TIMESERIES": m.series, "CLIP": m.good / "velocity.tif"}, "CLIP",
    ),
    "words to clip": (lambda m: {"TIMESERIES": m.series, "CLIP": m.text("a.gpkg")}, "CLIP"),
    "points to clip": (clipped("POINT(13 46.4)", kind="Point"), "CLIP.*polygon"),
    "lines to clip": (clipped("LINESTRING(12 46,14 47)", kind="LineString"), "CLIP.*polygon"),
    "no polygons": (clipped(), "CLIP.*no polygon"),
    "NULL alone": (clipped(None, EMPTY), "CLIP.*no polygon"),
    "polygons outside": (clipped("POLYGON((0 0,1 0,1 1,0 0))"), "no pixel passes"),
    "polygons beyond the CRS": (
        clipped("POLYGON((1e30 1e30,2e30 1e30,2e30 2e30,1e30 1e30))", crs="EPSG:32633"),
        # Refused as it is read from GDAL 3.10 on, and before as it lies far away.
        "clip.gpkg: its coordinates do not fit its CRS|CLIP|where the polygons lie",
    ),
    "clip is the output": (
        lambda m: {"TIMESERIES": m.series, "CLIP": m.polygons(SQUARE),
                   "POINTS": m.folder / "clip.gpkg"},
        "input and output",
    ),
    "a stack for the geometry": (
        lambda m: {"TIMESERIES": m.series, "GEOMETRY": m.stack}, "stack.h5: holds neither height",
    ),
    "another geometry": (
        lambda m: {
            "TIMESERIES": m.series,
            "GEOMETRY": m.h5(m.geometry, {"LENGTH": "10"}, height=lambda old: old[:10],
                             incidenceAngle=DELETE, azimuthAngle=DELETE),
        },
        "its grid",
    ),
    "a geometry that does not fit itself": (
        lambda m: {"TIMESERIES": m.series,
                   "GEOMETRY": m.h5(m.geometry, height=lambda old: old[:10])},
        "height",
    ),
    "radians": (
        lambda m: {"TIMESERIES": m.series,
                   "GEOMETRY": m.h5(m.geometry, incidenceAngle=np.radians)},
        "radians",
    ),
    "geometry is the output": (
        lambda m: {"TIMESERIES": m.series, "GEOMETRY": m.geometry, "POINTS": m.geometry}, "POINTS",
    ),
}  # fmt: skip
