# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small good input of the tools of offsets and heights, and of the readers of other programs."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import numpy as np
from qgis_env import PLUGIN, ROOT

SHAPE = (20, 24)

OWN = {
    "offsets": {"REFERENCE": "images/a_20200105.tif", "SECONDARY": "images/b_20200117.tif"},
    "offsetnetwork": {"FOLDER": "images"},
    "importoffsets": {"FOLDER": "theirs"},
    "redifferential": {"INTERFEROGRAM": "still.tif", "OFFSETS": "range.tif"},
    "burstramp": {"INTERFEROGRAM": "burst.tif", "OFFSETS": "azimuth.tif", "ANNOTATION": "safe"},
    "detectorbias": {"OFFSETS": "stepped.tif", "DETECTORS": "detectors.gpkg"},
    "stabilitymask": {"STACK": "slc.h5"},
    "series3d": {"SERIES": "asc.h5", "SERIES_2": "desc.h5", "SERIES_3": "along.h5"},
    "demcoregister": {"DEM": "hill.tif", "REFERENCE": "hill.tif"},
    "demdifference": {"AFTER": "later.tif", "BEFORE": "hill.tif"},
    "slidethickness": {"EAST": "rates.tif", "NORTH": "rates.tif", "SURFACE": "rates.tif",
                       "DEM": "hill.tif", "SLIDES": "slide.gpkg"},
    **{tool: {"FOLDER": "pairs"} for tool in ("offsetseries", "fusevelocity",
                                              "migrationdirection")},
}  # fmt: skip
"""Good input by tool and parameter."""

_CHIPS = {"CHIP": "16", "SEARCH": 3}
GIVEN = {
    "offsets": _CHIPS, "offsetnetwork": _CHIPS, "redifferential": {"METHOD": "mcf"},
    "burstramp": {"AZIMUTH_LOOKS": 20, "RANGE_LOOKS": 100},
    "detectorbias": {"NUMBER_FIELD": "detector"},
    "stabilitymask": {"LOOKS_ROWS": 4, "LOOKS_COLS": 4},
    "series3d": {"INCIDENCE": 39, "HEADING": 348, "INCIDENCE_2": 35, "HEADING_2": 192,
                 "INCIDENCE_3": 39, "HEADING_3": 348},
}  # fmt: skip

READERS = {
    "formats.offsets.offset_raster:read_offsets": "stepped.tif",
    "formats.images.sentinel1:read_swaths": "safe",
    **{
        f"formats.offsets.{name}:read": f"foreign/{name}"
        for name in ("itslive", "gamma", "mintpy", "cosicorr", "asp", "micmac", "pairs")
    },
}  # fmt: skip
"""As in attack.py; of a folder one file is spoilt."""


def make(folder: Path) -> None:
    """Make the good input, by what the tests make; the plugin's package has to be loaded."""
    sys.path.append(str(ROOT / "tests" / "helpers"))
    rows = importlib.import_module("rows")
    for name, kind in {
        "pairs": "glacier offsets", "theirs": "foreign velocities", "still.tif":
        "range interferogram", "range.tif": "range offsets", "burst.tif": "burst interferogram",
        "azimuth.tif": "azimuth offsets", "safe": "burst annotation", "stepped.tif":
        "stepped offsets", "detectors.gpkg": "two detectors", "asc.h5": "ascending series",
        "desc.h5": "descending series", "along.h5": "azimuth series", "hill.tif": "hill",
        "rates.tif": "raster", "slide.gpkg": "slide", "foreign/pairs": "foreign velocities",
    }.items():  # fmt: skip
        rows.MAKERS[kind](folder / name)
    rasters = importlib.import_module(f"{PLUGIN}.algorithms.formats.rasters")
    grid, (height,), _ = rasters.read_raster(folder / "hill.tif")
    height[10:20, 10:20] -= 5  # one model twice is refused
    rasters.write_raster(folder / "later.tif", grid, height, [rasters.BandInfo("height", "m")])
    for number, path in enumerate(sorted((folder / "pairs").glob("*.tif"))):
        if number % 3:
            path.unlink()  # what is left is quicker
    _pictures(folder / "images")
    _foreign(folder / "foreign")


def read_foreign(module, folder: Path) -> None:
    """Read whole what a reader of another program's offsets recognises in a folder."""
    foreign = importlib.import_module(f"{PLUGIN}.algorithms.formats.offsets.foreign")
    grids = importlib.import_module(f"{PLUGIN}.algorithms.data.grid")
    for path in sorted(folder.iterdir()):
        for one in module.read(path, foreign.Given()) if module.recognises(path) else ():
            grid = one.offsets.grid
            with foreign.ForeignReader(one) as reader:
                reader.read(grids.Window(0, 0, min(grid.rows, 64), min(grid.cols, 64)))


def _pictures(folder):
    folder.mkdir()
    ground = np.random.default_rng(2).normal(size=(160, 170))
    for _ in range(3):
        ground = ground + sum(np.roll(ground, step, axis) for step in (-1, 1) for axis in (0, 1))
    for number, name in enumerate(("a_20200105", "b_20200117")):
        moved = 1000 + np.roll(ground, (number, -number), (0, 1))
        _geotiff(folder / f"{name}.tif", [moved], pixel=10.0)


def _geotiff(path, bands, pixel=100.0, names=()):
    """A raster of some bands."""
    from osgeo import gdal, osr

    rows, cols = bands[0].shape
    path.parent.mkdir(parents=True, exist_ok=True)
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path), cols, rows, len(bands), gdal.GDT_Float32
    )
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    raster.SetProjection(crs.ExportToWkt())
    raster.SetGeoTransform((5e5, pixel, 0.0, 4.7e6, 0.0, -pixel))
    for number, values in enumerate(bands, 1):
        raster.GetRasterBand(number).WriteArray(values.astype("float32"))
        raster.GetRasterBand(number).SetDescription(names[number - 1] if names else "")


def _foreign(folder):
    """A pair as each program leaves it."""
    import h5py

    east, north = np.random.default_rng(1).normal(size=(2, *SHAPE))
    days, one = "20200105_20200117", np.ones(SHAPE)
    names = "East/West Displacement (m)", "North/South Displacement (m)", "SNR"
    _geotiff(folder / "cosicorr" / f"{days}.tif", [east, north, one], names=names)
    _geotiff(folder / "asp" / f"{days}-F.tif", [east, north, one])
    for place, values in ((1, east), (2, north)):
        _geotiff(folder / "micmac" / f"Px{place}_Num6_DeZoom1_LeChantier.tif", [values])
    _geotiff(folder / "micmac" / "Correl_LeChantier_Num_5.tif", [255 * one])
    gamma = folder / "gamma"
    gamma.mkdir()
    (east + 1j * north).astype(">c8").tofile(gamma / f"{days}.offs")
    (gamma / f"{days}.off").write_text(
        f"offset_estimation_range_samples: {SHAPE[1]}\n"
        f"offset_estimation_azimuth_samples: {SHAPE[0]}\n"
    )
    (gamma / "20200105.par").write_text("range_pixel_spacing: 2.3\nazimuth_pixel_spacing: 14\n")
    for name in ("itslive", "mintpy"):
        (folder / name).mkdir()
    with h5py.File(folder / "itslive" / "pair.nc", "w") as file:
        file["x"], file["y"] = (-3e5 - 120.0 * np.arange(count) for count in SHAPE[::-1])
        for name, values in (("vx", east), ("vy", north)):
            file[name] = (100 * values).astype(np.int16)
            file[name].attrs.update(error=9.5, stable_shift=1.5)
        file["interp_mask"] = np.zeros(SHAPE, np.uint8)
        file["mapping"] = file["img_pair_info"] = b""
        file["mapping"].attrs["spatial_epsg"] = 3413
        file["img_pair_info"].attrs.update(
            acquisition_date_img1="20200105T1", acquisition_date_img2="20200117T1"
        )
    with h5py.File(folder / "mintpy" / "ifgramStack.h5", "w") as file:
        for name, values in (("rangeOffset", east), ("azimuthOffset", north)):
            file[name], file[f"{name}Std"] = values[None], 0.1 * one[None]
        file["date"] = np.array([[b"20200105", b"20200117"]])
        file["dropIfgram"] = np.array([True])
        file.attrs.update(
            LENGTH=str(SHAPE[0]), WIDTH=str(SHAPE[1]), RANGE_PIXEL_SIZE="4.66", RLOOKS="2",
            AZIMUTH_PIXEL_SIZE="28.0", ALOOKS="2", HEIGHT="700000", PROCESSOR="isce",
        )  # fmt: skip
