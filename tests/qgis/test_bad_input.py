# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever is wrong with the input: one sentence, nothing left behind, old results untouched."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import product_files
import pytest
from runs import contents, one_sentence, refusal, run_here, succeeded

SMALL = {"ROWS": 64, "COLS": 80, "DATES": 8, "MISSING": 0, "LANDSLIDES": 0, "SEED": 2}
DELETE = object()


class Material:
    """Good inputs, and ways to spoil copies of them.

    Parameters
    ----------
    good : Path
        Folder with the good inputs.
    folder : Path
        Where spoilt ones go.
    """

    def __init__(self, good, folder):
        self.good, self.folder = good, folder
        self.stack, self.series = good / "stack.h5", good / "series.h5"
        self.geometry = good / "geometry.h5"

    def h5(self, source, attributes=None, **datasets):
        """A copy of an HDF5 file with other attributes and datasets; DELETE takes one out."""
        import h5py

        path = self.folder / f"spoilt-{len(list(self.folder.iterdir()))}.h5"
        shutil.copy(source, path)
        with h5py.File(path, "a") as file:
            for name, value in (attributes or {}).items():
                if value is DELETE:
                    del file.attrs[name]
                else:
                    file.attrs[name] = value
            for name, value in datasets.items():
                old = file[name][()] if name in file else None
                if name in file:
                    del file[name]
                if value is not DELETE:
                    file[name] = value(old) if callable(value) else value
        return path

    def cut(self, source, share=0.5):
        """A copy that ends early."""
        path = self.folder / f"cut-{source.name}"
        data = source.read_bytes()
        path.write_bytes(data[: int(share * len(data))])
        return path

    def text(self, name):
        """A file that holds words."""
        path = self.folder / name
        path.write_text("These are words, not numbers.")
        return path

    def empty(self, name="empty"):
        """An empty folder."""
        path = self.folder / name
        path.mkdir()
        return path

    def pairs(self, change=None):
        """A folder of three plain GeoTIFF pairs."""
        folder = product_files.write_pairs(self.folder / "pairs")
        if change is not None:
            change(folder)
        return folder

    def polygons(self, *shapes, kind="MultiPolygon", crs="EPSG:4326", name="clip.gpkg"):
        """A vector file; a shape is WKT, None for NULL."""
        from osgeo import ogr, osr

        path = self.folder / name
        reference = None
        if crs:
            reference = osr.SpatialReference()
            reference.SetFromUserInput(crs)
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        driver = "GPKG" if path.suffix == ".gpkg" else "ESRI Shapefile"
        source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
        layer = source.CreateLayer("clip", reference, getattr(ogr, f"wkb{kind}"))
        layer.CreateField(ogr.FieldDefn("name", ogr.OFTString))
        layer.CreateField(ogr.FieldDefn("velocity_mm_yr", ogr.OFTString))  # a wrong type
        for shape in shapes:
            feature = ogr.Feature(layer.GetLayerDefn())
            if shape is not None:
                feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
            layer.CreateFeature(feature)
        return path


@pytest.fixture(scope="session")
def good(plugin, tmp_path_factory):
    """A folder with a stack, its geometry and a series in longitude and latitude."""
    folder = tmp_path_factory.mktemp("good")
    for tool, parameters in (
        ("simulatestack", {**SMALL, "FORMAT": "licsar", "FOLDER": folder / "licsar"}),
        ("importstack", {"FOLDER": folder / "licsar", "STACK": folder / "stack.h5",
                         "GEOMETRY": folder / "geometry.h5"}),
        ("sbas", {"STACK": folder / "stack.h5", "TIMESERIES": folder / "series.h5",
                  "VELOCITY": folder / "velocity.tif", "REFERENCE_POINT": "12.99,46.41"}),
    ):  # fmt: skip
        _, problem = run_here(tool, parameters)
        assert not problem
    return folder


@pytest.fixture
def material(good, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    return Material(good, folder)


# What every tool writes, unless a case says something else.
OUTPUTS = {
    "importstack": {"STACK": "stack.h5", "GEOMETRY": "geometry.h5"},
    "simulatestack": {
        "FOLDER": "new", "TRUE_VELOCITY": "truth.tif", "TRUE_SOURCES": "sources.gpkg",
    },
    "sbas": {"TIMESERIES": "series.h5", "VELOCITY": "velocity.tif", "VELOCITY_STD": "std.tif"},
    "velocity": {"VELOCITY": "model.tif"},
    "timeseriestopoints": {"POINTS": "points.gpkg"},
}  # fmt: skip


def parameters_of(tool, given, out):
    """A case's parameters; texts that begin with ``OUT/`` lie in the folder of outputs."""
    targets = {name: out / file for name, file in OUTPUTS[tool].items()}
    merged = {**targets, **given}
    for name, value in merged.items():
        if isinstance(value, str) and value.startswith("OUT/"):
            merged[name] = out / value[len("OUT/") :]
    return {name: value for name, value in merged.items() if value is not DELETE}


def former_results(tool, out):
    """Files of an earlier run, which a failure must leave as they are."""
    out.mkdir()
    for file in OUTPUTS[tool].values():
        if file != "new":
            (out / file).write_bytes(b"an earlier result")
            (out / file).with_suffix(".qml").write_text("an earlier style")


def check_refused(tool, given, says, tmp_path):
    out = tmp_path / "out"
    former_results(tool, out)
    before = contents(tmp_path)
    results, problem = run_here(tool, parameters_of(tool, given, out))
    assert results == {}, "it ran"
    text = one_sentence(problem)
    assert re.search(says, text), text
    assert contents(tmp_path) == before


# importstack


def other_grid(folder):
    product_files.write_tif(folder / "20200117_20200129.unw.tif", np.ones((5, 8)))


def other_crs(folder):
    product_files.write_tif(folder / "20200117_20200129.unw.tif", np.ones((6, 8)), epsg=4258)


def no_crs(folder):
    product_files.write_tif(folder / "20200117_20200129.unw.tif", np.ones((6, 8)), epsg=None)


def twice(folder):
    shutil.copy(folder / "20200105_20200117.unw.tif", folder / "b_20200105_20200117.unw.tif")


def turned_twice(folder):
    shutil.copy(folder / "20200105_20200117.unw.tif", folder / "20200117_20200105.unw.tif")


def equal_dates(folder):
    shutil.copy(folder / "20200105_20200117.unw.tif", folder / "20200105_20200105.unw.tif")


def no_dates(folder):
    for number, path in enumerate(sorted(folder.glob("*.tif"))):
        path.rename(folder / f"pair{number}.unw.tif")


def one_date_each(folder):
    for path in sorted(folder.glob("*.tif")):
        path.rename(folder / path.name[9:])


def all_void(folder):
    for path in folder.glob("*.unw.tif"):
        product_files.write_tif(path, np.full((6, 8), np.nan))


def all_zero(folder):
    for path in folder.glob("*.unw.tif"):
        product_files.write_tif(path, np.zeros((6, 8)))


def complex_phase(folder):
    product_files.write_tif(folder / "20200117_20200129.unw.tif", np.ones((6, 8), complex))


def in_metres(folder):
    product_files.write_tif(folder / "20200117_20200129.unw.tif", np.ones((6, 8)), unit="m")


def byte_coherence_gone_wrong(folder):
    product_files.write_tif(folder / "20200117_20200129.coh.tif", np.full((6, 8), 200.0))


def damaged(name, data):
    def change(folder):
        path = folder / name
        path.write_bytes(data(path.read_bytes()))

    return change


def unw(data):
    return damaged("20200105_20200117.unw.tif", data)


KNOWN = {"WAVELENGTH": 0.0555}
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
    "numbers in words": (
        lambda m: m.h5(m.stack, unwrapPhase=np.full((18, 64, 80), b"x")), "unwrapPhase",
    ),
}  # fmt: skip

IMPORT_CASES = {
    "no source": (lambda m: {}, "FOLDER.*STACK_FILE"),
    "two sources": (lambda m: {"FOLDER": m.pairs(), "STACK_FILE": m.stack}, "either"),
    "missing folder": (lambda m: {"FOLDER": m.folder / "no"}, "FOLDER.*there is no folder .*no;"),
    "empty folder": (lambda m: {"FOLDER": m.empty()}, "is empty"),
    "a file": (lambda m: {"FOLDER": m.stack}, "stack.h5 is a file; give a folder"),
    "words alone": (lambda m: {"FOLDER": m.text("a.txt").parent}, "holds no interferograms"),
    "other format": (lambda m: {"FOLDER": m.pairs(), "FORMAT": "hyp3"}, "choose another"),
    "unknown word": (lambda m: {"FOLDER": m.pairs(), "FORMAT": "envi"}, "FORMAT.*envi.*gamma"),
    "other grid": (lambda m: {"FOLDER": m.pairs(other_grid), **KNOWN}, "29.unw.tif.*5x8.*6x8"),
    "other CRS": (lambda m: {"FOLDER": m.pairs(other_crs), **KNOWN}, "coordinate ref.*EPSG:4258"),
    "no CRS": (lambda m: {"FOLDER": m.pairs(no_crs), **KNOWN}, "reference system is missing"),
    "cropping other CRS": (
        lambda m: {"FOLDER": m.pairs(other_crs), "GRIDS": "crop", **KNOWN}, "cannot be cropped",
    ),
    "twice": (lambda m: {"FOLDER": m.pairs(twice), **KNOWN}, "is there twice"),
    "twice, once turned": (lambda m: {"FOLDER": m.pairs(turned_twice), **KNOWN}, "there twice"),
    "equal dates": (lambda m: {"FOLDER": m.pairs(equal_dates), **KNOWN}, "both dates"),
    "no dates": (lambda m: {"FOLDER": m.pairs(no_dates), **KNOWN}, "holds no interferograms"),
    "one date": (lambda m: {"FOLDER": m.pairs(one_date_each), **KNOWN}, "holds no interferog"),
    "void": (lambda m: {"FOLDER": m.pairs(all_void), **KNOWN}, "has a valid pixel"),
    "zero": (lambda m: {"FOLDER": m.pairs(all_zero), **KNOWN}, "has a valid pixel"),
    "complex": (lambda m: {"FOLDER": m.pairs(complex_phase), **KNOWN}, "29.unw.tif.*complex"),
    "metres": (lambda m: {"FOLDER": m.pairs(in_metres), **KNOWN}, "29.unw.tif: is in m"),
    "coherence to 200": (
        lambda m: {"FOLDER": m.pairs(byte_coherence_gone_wrong), **KNOWN}, "29.coh.tif: the coh",
    ),
    "empty tif": (lambda m: {"FOLDER": m.pairs(unw(lambda d: b"")), **KNOWN}, "17.unw.tif"),
    "corrupt tif": (
        lambda m: {"FOLDER": m.pairs(unw(lambda d: os.urandom(500))), **KNOWN}, "17.unw.tif",
    ),
    "truncated tif": (
        lambda m: {"FOLDER": m.pairs(unw(lambda d: d[:-150])), **KNOWN}, "17.unw.tif",
    ),
    "truncated head": (
        lambda m: {"FOLDER": m.pairs(unw(lambda d: d[:60])), **KNOWN}, "17.unw.tif",
    ),
    "no wavelength": (lambda m: {"FOLDER": m.pairs()}, "wavelength in metres"),
    "wavelength in mm": (lambda m: {"FOLDER": m.pairs(), "WAVELENGTH": 55.5}, "WAVELENGTH"),
    "wavelength negative": (lambda m: {"FOLDER": m.pairs(), "WAVELENGTH": -0.05}, "WAVELENGTH"),
    "radians": (lambda m: {"FOLDER": m.pairs(), "INCIDENCE": 0.68, **KNOWN}, "radians"),
    "beyond the horizon": (lambda m: {"FOLDER": m.pairs(), "INCIDENCE": 95, **KNOWN}, "INCIDENCE"),
    "no date": (lambda m: {"FOLDER": m.pairs(), "FIRST_DATE": "May", **KNOWN}, "'May' is no date"),
    "no such day": (
        lambda m: {"FOLDER": m.pairs(), "LAST_DATE": "20200230", **KNOWN}, "20200230.*no date",
    ),
    "swapped dates": (
        lambda m: {"FOLDER": m.pairs(), "FIRST_DATE": "20200129", "LAST_DATE": "20200105",
                   **KNOWN},
        "between the first and the last",
    ),
    "looks": (lambda m: {"FOLDER": m.pairs(), "LOOKS": 0, **KNOWN}, "LOOKS"),
    "number in words": (lambda m: {"FOLDER": m.pairs(), "LOOKS": "few", **KNOWN}, "LOOKS.*few"),
    "memory": (lambda m: {"FOLDER": m.pairs(), "MEMORY": -5, **KNOWN}, "MEMORY"),
    "output is input": (lambda m: {"STACK_FILE": m.stack, "STACK": m.stack}, "input and output"),
    "output in the input": (
        lambda m: {"FOLDER": m.good, "FORMAT": "mintpy", "STACK": m.good / "ifgramStack.h5"},
        "input and output|holds no",
    ),
    "one file for both outputs": (
        lambda m: {"FOLDER": m.pairs(), "GEOMETRY": "OUT/stack.h5", "INCIDENCE": 38, **KNOWN},
        "stack.h5.*two outputs",
    ),
    "ending": (lambda m: {"FOLDER": m.pairs(), "STACK": "OUT/stack.tif", **KNOWN}, r"STACK.*\.h5"),
    "output is a folder": (
        lambda m: {"FOLDER": m.pairs(), "STACK": m.empty("taken.h5"), **KNOWN}, "taken.h5.*folder",
    ),
    "output below a file": (
        lambda m: {"FOLDER": m.pairs(), "STACK": m.text("a.txt") / "stack.h5", **KNOWN},
        "a.txt.*cannot be made",
    ),
}  # fmt: skip

SIMULATION_CASES = {
    "few rows": (lambda m: {"ROWS": 3}, "ROWS.*from 32"),
    "negative": (lambda m: {"COLS": -80}, "COLS"),
    "one date": (lambda m: {"DATES": 1}, "DATES"),
    "words": (lambda m: {"DATES": "many"}, "DATES.*many"),
    "unknown format": (lambda m: {"FORMAT": "isce"}, "FORMAT.*isce.*licsar"),
    "radians": (lambda m: {"INCIDENCE": 0.66}, "INCIDENCE"),
    "gaps": (lambda m: {"GAPS": 3}, "GAPS"),
    "no date": (lambda m: {"FIRST_DATE": "spring"}, "spring"),
    "seed": (lambda m: {"SEED": -1}, "SEED"),
    "no point": (lambda m: {"CENTER": "there"}, "CENTER"),
    "not on earth": (lambda m: {"CENTER": "500,100"}, "[Cc]ent"),
    "the pole": (lambda m: {"CENTER": "10,89.9"}, "[Cc]ent|latitude"),
    "a full folder": (lambda m: {"FOLDER": m.text("a.txt").parent}, "is not empty"),
    "a file": (lambda m: {"FOLDER": m.text("a.txt")}, "a.txt"),
    "below a file": (lambda m: {"FOLDER": m.text("a.txt") / "new"}, "a.txt"),
    "ending": (lambda m: {"TRUE_VELOCITY": "OUT/truth.png"}, r"TRUE_VELOCITY.*\.tif"),
    "ending of a layer": (lambda m: {"TRUE_SOURCES": "OUT/sources.shp"}, "TRUE_SOURCES.*gpkg"),
    "one file for both": (
        lambda m: {"TRUE_VELOCITY": "OUT/a.tif", "TRUE_JUMPS": "OUT/a.tif"}, "two outputs",
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


SERIES_CASES = {  # of a series, for velocity and timeseriestopoints
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
                       pairNoiseCovariance=DELETE, velocity=DELETE),
        "1 date",
    ),
    "another noise": (
        lambda m: m.h5(m.series, pairNoiseCovariance=lambda old: old[:-1, :-1], velocity=DELETE),
        "pairNoiseCovariance|noise",
    ),
    "place in words": (lambda m: m.h5(m.series, {"Y_FIRST": "north"}), "Y_FIRST"),
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

SQUARE = "POLYGON((12.9 46.3,13.1 46.3,13.1 46.5,12.9 46.5,12.9 46.3))"
EMPTY = "POLYGON EMPTY"


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
    "no polygons": (clipped(), "CLIP.*no polygons"),
    "NULL alone": (clipped(None, EMPTY), "CLIP.*no polygons"),
    "polygons outside": (clipped("POLYGON((0 0,1 0,1 1,0 0))"), "no pixel passes"),
    "polygons beyond the CRS": (
        clipped("POLYGON((1e30 1e30,2e30 1e30,2e30 2e30,1e30 1e30))", crs="EPSG:32633"), "CLIP",
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


def as_parameter(cases, name, without=()):
    def wrapped(make):
        return lambda m: {name: make(m)}

    return {
        f"{name}: {title}": (wrapped(make), says)
        for title, (make, says) in cases.items() if title not in without
    }  # fmt: skip


ALL_CASES = {
    "importstack": {
        **IMPORT_CASES,
        # Such a stack can be imported, and stays so.
        **as_parameter(STACK_CASES, "STACK_FILE", without=["all dropped"]),
    },
    "simulatestack": SIMULATION_CASES,
    "sbas": {**SBAS_CASES, **as_parameter(STACK_CASES, "STACK")},
    "velocity": {**VELOCITY_CASES, **as_parameter(SERIES_CASES, "TIMESERIES")},
    "timeseriestopoints": {
        **POINT_CASES,
        # The noise's shape is not looked at for points.
        **as_parameter(SERIES_CASES, "TIMESERIES", without=["another noise"]),
    },
}


@pytest.mark.parametrize(
    "tool, title", [(tool, title) for tool, cases in ALL_CASES.items() for title in cases]
)
def test_one_sentence_and_nothing_left(tool, title, material, tmp_path):
    make, says = ALL_CASES[tool][title]
    check_refused(tool, make(material), says, tmp_path)


# The same through qgis_process, where the sentence is all that a user sees


REAL = (
    ("importstack", "empty folder"), ("importstack", "other grid"), ("importstack", "corrupt tif"),
    ("importstack", "radians"), ("simulatestack", "unknown format"), ("sbas", "STACK: a geometry"),
    ("sbas", "reference outside"), ("sbas", "no output"), ("sbas", "output is input"),
    ("velocity", "TIMESERIES: cut off"), ("velocity", "TIMESERIES: not given"),
    ("timeseriestopoints", "NULL alone"),
)  # fmt: skip


@pytest.mark.parametrize("tool, title", REAL)
def test_qgis_process_fails_with_one_sentence(tool, title, material, tmp_path, qgis_process):
    make, says = ALL_CASES[tool][title]
    parameters = parameters_of(tool, make(material), tmp_path / "out")
    former_results(tool, tmp_path / "out")
    before = contents(tmp_path)
    assert re.search(says, refusal(qgis_process.run(tool, parameters)))
    assert contents(tmp_path) == before


def test_a_model_fails_with_the_sentence_of_its_step(qgis_process, material, tmp_path):
    (tmp_path / "out").mkdir()
    before = contents(tmp_path)
    result = qgis_process.run(
        "interferogramstopoints",
        {"folder": material.pairs(other_grid), "sbas:Velocity": tmp_path / "out" / "v.tif"},
    )
    assert result.code == 1 and "Traceback" not in result.stderr
    assert contents(tmp_path / "out") == {}
    assert "out" in before


# Places that cannot be written to


@pytest.fixture
def mounted(tmp_path):
    """Function that mounts a small disk in memory at a new folder."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    mounts = []

    def mount(size_kib, name="disk"):
        folder = tmp_path / name
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size_kib}k", "tmpfs", str(folder)]
        if subprocess.run(command, capture_output=True).returncode:
            pytest.skip("no disk can be mounted here")
        mounts.append(folder)
        return folder

    yield mount
    for folder in mounts:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def input_of(tool, material):
    """Good input of a tool."""
    return {
        "importstack": {"FOLDER": material.good / "licsar"},
        "simulatestack": {**SMALL, "DATES": 4},
        "sbas": {"STACK": material.stack, "DISPLACEMENT": "OUT/displacement.tif"},
        "velocity": {"TIMESERIES": material.series},
        "timeseriestopoints": {"TIMESERIES": material.series, "MIN_TEMPORAL_COHERENCE": 0.1},
    }[tool]


@pytest.mark.parametrize("tool", OUTPUTS)
def test_a_read_only_place_is_named(tool, material, mounted):
    disk = mounted(1024)
    (disk / "earlier.tif").write_bytes(b"an earlier result")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    results, problem = run_here(tool, parameters_of(tool, input_of(tool, material), disk))
    assert results == {}
    assert str(disk) in one_sentence(problem)
    assert re.search("cannot be written to|cannot be made|may not be", problem)
    assert list(contents(disk)) == ["earlier.tif"]


@pytest.mark.parametrize("tool", [tool for tool in OUTPUTS if tool != "simulatestack"])
def test_a_read_only_result_is_not_replaced(tool, material, tmp_path):
    out = tmp_path / "out"
    former_results(tool, out)
    target = out / next(iter(OUTPUTS[tool].values()))
    protect = ["chattr", "+i", str(target)] if os.geteuid() == 0 else ["chmod", "444", str(target)]
    if subprocess.run(protect, capture_output=True).returncode:
        pytest.skip("files cannot be protected here")
    try:
        before = contents(tmp_path)
        results, problem = run_here(tool, parameters_of(tool, input_of(tool, material), out))
        assert results == {}
        assert re.search(f"{target.name}: may not be written to", one_sentence(problem))
        assert contents(tmp_path) == before
    finally:
        if os.geteuid() == 0:
            subprocess.run(["chattr", "-i", str(target)], check=True)


def sizes_that_do_not_do(tool, material, folder):
    """Sizes of a disk in KiB, from almost nothing to a little less than what is needed."""
    folder.mkdir()
    _, problem = run_here(tool, parameters_of(tool, input_of(tool, material), folder))
    assert not problem
    needed = sum(p.stat().st_size for p in folder.rglob("*") if p.suffix not in (".qml", ".qmd"))
    # The tables of the layer's metadata come afterwards.
    shares = (0.2, 0.5, 0.7) if tool == "simulatestack" else (0.2, 0.5, 0.8, 0.95)
    return [8, *(int(needed * share / 1024) for share in shares)]


@pytest.mark.parametrize("tool", OUTPUTS)
def test_a_full_disk_leaves_the_earlier_results(tool, material, mounted, tmp_path):
    for size in sizes_that_do_not_do(tool, material, tmp_path / "free"):
        disk = mounted(size, f"disk{size}")
        (disk / "velocity.tif").write_bytes(b"an earlier result")
        before = contents(disk)
        results, problem = run_here(tool, parameters_of(tool, input_of(tool, material), disk))
        assert results == {}, f"{size} KiB were enough"
        text = one_sentence(problem)
        assert re.search("the disk is full|are needed and|free some space", text), text
        assert contents(disk) == before, size


@pytest.mark.parametrize("tool", ["sbas", "timeseriestopoints"])
def test_qgis_process_on_a_full_disk(tool, material, mounted, tmp_path, qgis_process):
    size = sizes_that_do_not_do(tool, material, tmp_path / "free")[3]
    disk = mounted(size)
    (disk / "points.gpkg").write_bytes(b"an earlier result")
    before = contents(disk)
    result = qgis_process.run(tool, parameters_of(tool, input_of(tool, material), disk))
    assert "free some space" in refusal(result)
    assert contents(disk) == before


def test_a_device_is_not_replaced_by_a_file(material, tmp_path):
    """As root it could be."""
    link = tmp_path / "null.h5"
    link.symlink_to("/dev/null")
    parameters = {"STACK": material.stack, "TIMESERIES": link, "VELOCITY": tmp_path / "v.tif"}
    results, problem = run_here("sbas", parameters)
    assert results == {} and "is no plain file" in one_sentence(problem)
    assert Path("/dev/null").is_char_device()


# What looks odd and has to work


def runs(tool, parameters, project=None):
    results, problem = run_here(tool, parameters, project)
    assert not problem
    return results


def test_names_with_blanks_and_letters_of_all_alphabets(qgis_process, material, tmp_path):
    folder = tmp_path / "Erdrutsche südlich – 地すべり" / "new folder; (1) 'a'"
    shutil.copytree(material.good / "licsar", folder / "Bilder é")
    results = succeeded(
        qgis_process.run(
            "importstack", {"FOLDER": folder / "Bilder é", "STACK": folder / "ö" / "s t.h5"}
        )
    )
    targets = {"TIMESERIES": folder / "Zeit é.h5", "VELOCITY": folder / "Größe %20 ñ.tif"}
    results = succeeded(qgis_process.run("sbas", {"STACK": results["STACK"], **targets}))
    assert Path(results["VELOCITY"]).with_suffix(".qml").exists()
    points = {"TIMESERIES": results["TIMESERIES"], "POINTS": folder / "Punkte ж.gpkg"}
    results = succeeded(
        qgis_process.run("timeseriestopoints", {**points, "MIN_TEMPORAL_COHERENCE": 0.1})
    )
    assert results["COUNT"] > 0


def test_outputs_that_nobody_wants_are_left_out(material, tmp_path):
    optional = ("VELOCITY_STD", "TEMPORAL_COHERENCE", "SUBSETS", "PAIR_COUNT", "DISPLACEMENT")
    wanted = {"TIMESERIES": tmp_path / "out" / "s.h5", "VELOCITY": tmp_path / "out" / "v.tif"}
    runs("sbas", {"STACK": material.stack, **wanted, **dict.fromkeys(optional, None)})
    names = {p.name for p in (tmp_path / "out").iterdir()}
    assert names == {"s.h5", "v.tif", "v.qml", "v.qmd"}


def test_missing_folders_are_made_and_earlier_results_replaced(material, tmp_path):
    target = tmp_path / "a" / "b" / "model.tif"
    for degree in (1, 2):
        runs("velocity", {"TIMESERIES": material.series, "VELOCITY": target, "DEGREE": degree})
    from osgeo import gdal

    assert gdal.Open(str(target)).RasterCount == 7
    assert {p.name for p in target.parent.iterdir()} == {"model.tif", "model.qml", "model.qmd"}


def test_the_folder_of_a_failed_run_is_not_left(material, tmp_path):
    parameters = {"TIMESERIES": material.stack, "VELOCITY": tmp_path / "a" / "b" / "model.tif"}
    assert run_here("velocity", parameters)[1]
    assert not (tmp_path / "a").exists()


def test_a_link_stays_one(material, tmp_path):
    (tmp_path / "far").mkdir()
    link, far = tmp_path / "model.tif", tmp_path / "far" / "far.tif"
    far.write_bytes(b"an earlier result")
    link.symlink_to(far)
    runs("velocity", {"TIMESERIES": material.series, "VELOCITY": link})
    assert link.is_symlink() and far.read_bytes()[:2] == b"II"


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32633", ""])
def test_a_project_in_another_crs_moves_nothing(material, tmp_path, crs):
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject

    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(crs))
    place = {  # the same place: with its CRS, and plain, as in the CRS of the data
        "EPSG:3857": "1445817.5,5846297.2 [EPSG:3857]", "EPSG:32633": "12.988,46.41 [EPSG:4326]",
        "": "12.988,46.41 [EPSG:4326]",
    }[crs]  # fmt: skip
    targets = {"TIMESERIES": tmp_path / "s.h5", "VELOCITY": tmp_path / "v.tif"}
    results = runs("sbas", {"STACK": material.stack, "REFERENCE_POINT": place, **targets}, project)
    assert abs(results["REFERENCE_X"] - 12.988) < 8e-4
    assert abs(results["REFERENCE_Y"] - 46.41) < 8e-4


def test_a_huge_area_means_the_whole_scene(material, tmp_path):
    targets = {"TIMESERIES": tmp_path / "s.h5", "VELOCITY": tmp_path / "v.tif"}
    area = {"REFERENCE_AREA": "-180,180,-90,90 [EPSG:4326]"}
    assert runs("sbas", {"STACK": material.stack, **area, **targets})["PIXELS"] > 1000


def count_of(material, tmp_path, clip, **parameters):
    points = {"POINTS": tmp_path / "p.gpkg", "MIN_TEMPORAL_COHERENCE": 0.1, "CLIP": clip}
    return runs("timeseriestopoints", {"TIMESERIES": material.series, **points, **parameters})[
        "COUNT"
    ]


def test_clipping_with_polygons_of_all_sorts(material, tmp_path):
    whole = count_of(material, tmp_path, None)
    west = "POLYGON((12 46,13 46,13 47,12 47,12 46))"
    half = count_of(material, tmp_path, material.polygons(west, name="a.gpkg"))
    assert 0.4 * whole < half < 0.6 * whole
    among = material.polygons(None, EMPTY, west, name="b.gpkg")
    assert count_of(material, tmp_path, among) == half
    many = "MULTIPOLYGON(((12 46,12.9 46,12.9 47,12 46)),((12 46,13 46,13 47,12 47,12 46)))"
    assert count_of(material, tmp_path, material.polygons(many, name="c.gpkg")) == half
    bow_tie = "POLYGON((12 46,13 47,13 46,12 47,12 46))"
    assert 0 < count_of(material, tmp_path, material.polygons(bow_tie, name="d.gpkg")) <= whole
    no_crs = material.polygons(west, crs=None, name="e.shp")
    assert count_of(material, tmp_path, no_crs) == half
    high = "POLYGON Z((12 46 5,13 46 5,13 47 5,12 47 5,12 46 5))"
    assert count_of(material, tmp_path, material.polygons(high, name="f.gpkg")) == half


def test_clipping_with_polygons_in_another_crs(material, tmp_path):
    west = "POLYGON((12 46,13 46,13 47,12 47,12 46))"
    half = count_of(material, tmp_path, material.polygons(west, name="a.gpkg"))
    corners = "1335834 5780349,1447153.4 5780349,1447153.4 5942074,1335834 5942074,1335834 5780349"
    metres = f"POLYGON(({corners}))"
    other = material.polygons(metres, crs="EPSG:3857", name="m.gpkg")
    assert count_of(material, tmp_path, other) == half


def test_a_single_pair_goes_all_the_way(material, tmp_path):
    folder = product_files.write_pairs(tmp_path / "p", pairs=((0, 1),))
    targets = {"TIMESERIES": tmp_path / "t.h5", "VELOCITY": tmp_path / "v.tif"}
    stack = runs("importstack", {"FOLDER": folder, "STACK": tmp_path / "s.h5", **KNOWN})
    assert (stack["PAIRS"], stack["DATES"]) == (1, 2)
    found = runs("sbas", {"STACK": stack["STACK"], **targets, "WEIGHTS": "uniform"})
    assert (found["DATES"], found["PIXELS"]) == (2, 47)
    points = {"POINTS": tmp_path / "p.gpkg", "MIN_TEMPORAL_COHERENCE": 0}
    assert (
        runs("timeseriestopoints", {"TIMESERIES": targets["TIMESERIES"], **points})["COUNT"] == 47
    )


def test_void_pixels_blocks_and_pairs_stay_void(material, tmp_path):
    def void(old):
        old[:, :, :30] = np.nan  # a block
        old[:, 5, 50] = np.nan  # a pixel
        old[3] = np.nan  # a pair
        old[:2, 9, 60] = np.inf
        return old

    stack = material.h5(material.stack, unwrapPhase=void)
    targets = {"TIMESERIES": tmp_path / "t.h5", "VELOCITY": tmp_path / "v.tif"}
    runs("sbas", {"STACK": stack, **targets})
    from osgeo import gdal

    velocity = gdal.Open(str(tmp_path / "v.tif")).ReadAsArray()
    assert np.isnan(velocity[:, :30]).all() and np.isnan(velocity[5, 50])
    assert np.isfinite(velocity[:, 30:]).mean() > 0.9
    assert np.nanmax(np.abs(velocity)) < 500


def test_zero_is_no_data_where_the_product_means_it(material, tmp_path):
    def zero(folder):
        for path in folder.glob("*.unw.tif"):
            values = np.ones((6, 8))
            values[:3] = 0
            product_files.write_tif(path, values)

    stack = {"FOLDER": material.pairs(zero), "STACK": tmp_path / "s.h5", **KNOWN}
    assert runs("importstack", stack)["VALID_SHARE"] == pytest.approx(0.5)
    import h5py

    with h5py.File(tmp_path / "s.h5") as file:
        assert np.isnan(file["unwrapPhase"][:, :3]).all()


def test_files_with_swapped_dates_are_turned_round(material, tmp_path):
    folder = material.folder / "swapped"
    product_files.write_tif(folder / "20200117_20200105.unw.tif", product_files.phase(0, 1))
    runs("importstack", {"FOLDER": folder, "STACK": tmp_path / "s.h5", **KNOWN})
    import h5py

    with h5py.File(tmp_path / "s.h5") as file:
        assert file["date"][0].tolist() == [b"20200105", b"20200117"]
        np.testing.assert_allclose(file["unwrapPhase"][0], -product_files.phase(0, 1), rtol=1e-6)
