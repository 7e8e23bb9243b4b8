# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A displacement map of a normal fault, and how the tests sample it."""

from functools import lru_cache

import numpy as np
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.geometry.los import from_incidence_heading
from groundshift.algorithms.io.crs import wkt_from_epsg
from groundshift.algorithms.io.displacement_source import DisplacementSource
from groundshift.algorithms.io.look_angles import LookSource
from groundshift.algorithms.io.metric import LocalMetres
from groundshift.algorithms.io.rasters import BandInfo, write_raster
from groundshift.algorithms.io.run_downsample import DownsampleTargets, downsample_raster
from groundshift.algorithms.io.samples import read_samples
from groundshift.algorithms.source import elastic
from groundshift.algorithms.source.patches import PatchSet, SlipModel
from groundshift.algorithms.source.sampling import SamplingOptions

UTM, DEGREES = wkt_from_epsg(32633), wkt_from_epsg(4326)
LOOK = LookSource(39.0, 348.0)
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


def run(path, folder, source=None, **options):
    places, guide = options.pop("places", None), options.pop("guide", None)
    noise = options.pop("noise", None)
    others = {k: options.pop(k) for k in ("name", "earlier", "run_options", "cancelled")
              if k in options}  # fmt: skip
    targets = DownsampleTargets(folder / "s.gpkg", folder / "c.gpkg", folder / "r.html")
    report = downsample_raster(
        DisplacementSource(path, **(source or {})), options.pop("look", LOOK), targets,
        SamplingOptions(**options), noise, places, guide, **others,
    )  # fmt: skip
    return report, *read_samples(targets.samples)


def model_at(samples, local):
    """What the model moves at samples, along their own look."""
    model, own = slip_model()
    x, y = local.back(UTM, samples.places)
    points = np.column_stack([own.of(UTM, x, y), np.zeros(len(samples))])
    return np.einsum("ij,ij->i", elastic.displacement(model, points), samples.look)
