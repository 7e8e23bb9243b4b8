# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be wrong with the input of importstack and simulatestack: how to make it, what is said.

A case is a function from the material to parameters, and a pattern of the sentence.
"""

import os
import shutil

import numpy as np
import product_files
from bad_input import KNOWN


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
