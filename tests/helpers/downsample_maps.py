# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A displacement map of a normal fault, and how the tests sample it."""

from functools import lru_cache

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.source import elastic
from groundshift.algorithms.source.tools.samples import read_samples
from groundshift.algorithms.toolbox import call

UTM, DEGREES = wkt_from_epsg(32633), wkt_from_epsg(4326)
LOOK = {"incidence": 39.0, "heading": 348.0}
GRID = Grid(240, 300, (350000.0, 100.0, 0.0, 4700000.0, 0.0, -100.0), UTM)
FAULT = (365000.0, 4688000.0)  # middle of the fault's centre


def slip_model():
    """A normal fault of 10 x 8 km in a frame about the map's middle."""
    local = LocalMetres(UTM, 365000.0, 4688000.0)
    fault = [[0.0, 0.0, 5000.0, np.radians(140), np.radians(50), 10e3, 8e3]]
    patches = PatchSet.of_rectangles(fault, crs=local.crs)
    return SlipModel.of_rake(patches, 0.8, np.radians(-95)), local


@lru_cache(maxsize=1)
def displacement():
    """Displacement of the model along the line of sight on the grid, metres."""
    model, local = slip_model()
    rows, cols = np.mgrid[: GRID.rows, : GRID.cols]
    x, y = GRID.xy(rows.ravel(), cols.ravel())
    points = np.column_stack([local.of(UTM, x, y), np.zeros(len(x))])
    los = from_incidence_heading(39.0, 348.0)
    found = elastic.displacement(model, points) @ [los.east, los.north, los.up]
    found = found.reshape(GRID.shape)
    found.flags.writeable = False
    return found


def write_track(path):
    """The map with noise and holes, as a GeoTIFF in metres."""
    moved = displacement()
    rng = np.random.default_rng(0)
    values = moved + rng.normal(0, 2e-3, moved.shape)
    values[:60, :50] = np.nan
    values[rng.random(values.shape) < 0.1] = np.nan
    write_raster(path, GRID, values.astype(np.float32), [BandInfo("los_m", "m")])
    return path


def run(path, folder, job=None, told=None, **options):
    """What the tool gives, its samples, and their frame; `told` takes its notes."""
    job = job or {"note": (told if told is not None else []).append}
    found = call(
        "downsample", job, raster=path, samples=folder / "s.gpkg", cells=folder / "c.gpkg",
        html=folder / "r.html", **{**LOOK, **options},
    )  # fmt: skip
    return found, *read_samples(found["samples"])


def model_at(samples, local):
    """What the model moves at samples, along their own look."""
    model, own = slip_model()
    x, y = local.back(UTM, samples.places)
    points = np.column_stack([own.of(UTM, x, y), np.zeros(len(samples))])
    return np.einsum("ij,ij->i", elastic.displacement(model, points), samples.look)
