# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines of sight from vector rasters, beyond a frame's rim, and of points."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.look_angles import LookSource, read_look
from groundshift.algorithms.formats.point_look import look_at_points
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.tables import Table

DEGREES = wkt_from_epsg(4326)
GRID = Grid(200, 260, (13.0, 0.01, 0.0, 43.0, 0.0, -0.01), DEGREES)


def vectors(incidence, heading=348.0):
    los = from_incidence_heading(incidence, heading)
    return np.stack(np.broadcast_arrays(los.east, los.north, los.up))


def swath(grid=GRID):
    """Incidence from 31 to 44 degrees over a frame that stands askew in its raster."""
    rows, cols = np.indices(grid.shape)
    incidence = 44 - 13 * cols / grid.cols + 0.0 * rows
    layers = vectors(incidence).astype(np.float32)
    inside = (cols > 30 + 0.2 * rows) & (cols < 180 + 0.2 * rows)
    return layers, inside


def test_vectors_up_to_the_rim_of_a_frame(tmp_path):
    layers, inside = swath()
    write_raster(
        tmp_path / "los.tif", GRID, np.where(inside, layers, np.nan),
        [BandInfo(f"los_{name}") for name in ("east", "north", "up")],
    )  # fmt: skip
    lattice = read_look(LookSource(10.0, 10.0, vectors=tmp_path / "los.tif"), GRID)
    found = np.moveaxis(lattice.block(Window(0, 0, *GRID.shape)), -1, 0)
    across = np.linalg.norm(np.cross(found, layers, axis=0), axis=0)
    off = np.degrees(np.arcsin(across))
    assert off[inside].max() < 0.1
    np.testing.assert_allclose(
        lattice.block(Window(30, 40, 7, 9)), lattice.at(*np.mgrid[30:37, 40:49]), atol=1e-14
    )


def test_vectors_in_a_raster_for_each_component(tmp_path):
    layers, _ = swath()
    names = [tmp_path / f"los.{part}.tif" for part in "ENU"]
    for name, layer in zip(names, layers):
        write_raster(name, GRID, layer[None], [BandInfo("los")])
    write_raster(tmp_path / "all.tif", GRID, layers, [BandInfo(f"b{k}") for k in range(3)])
    apart = read_look(LookSource(vectors=tuple(names)), GRID)
    one = read_look(LookSource(vectors=tmp_path / "all.tif"), GRID)
    window = Window(0, 0, *GRID.shape)
    np.testing.assert_array_equal(apart.block(window), one.block(window))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda v: v[:2], "needs three"),
        (lambda v: 3 * v, "no unit vectors"),
        (lambda v: -v, "point down"),
        (lambda v: np.zeros_like(v), "nowhere known"),
    ],
)
def test_vectors_that_cannot_be(tmp_path, change, words):
    layers = change(swath()[0])
    bands = [BandInfo(f"b{k}") for k in range(len(layers))]
    write_raster(tmp_path / "los.tif", GRID, layers, bands)
    with pytest.raises(GroundshiftError, match=words):
        read_look(LookSource(vectors=tmp_path / "los.tif"), GRID)


def table(**columns):
    rng = np.random.default_rng(0)
    x, y = rng.uniform(13.2, 15.0, 50), rng.uniform(41.2, 42.8, 50)
    return Table("points", DEGREES, x, y, {k: np.full(50, v, float) for k, v in columns.items()})


def test_points_by_what_is_best_known(tmp_path):
    own = dict(zip(("LOS_East", "los_north", "los_up"), vectors(40.0, 192.0)))
    given = LookSource(35.0, 348.0)
    for points, source, expected in (
        (table(**own), None, vectors(40.0, 192.0)),
        (table(**own), LookSource(None, 348.0), vectors(40.0, 192.0)),
        (table(**own), given, vectors(35.0)),
        (table(incidence_deg=33.0), LookSource(None, 348.0), vectors(33.0)),
        (table(), given, vectors(35.0)),
    ):
        found = look_at_points(points, source)
        for part, value in zip((found.east, found.north, found.up), expected):
            np.testing.assert_allclose(part, value, atol=1e-9)
    for points, source in ((table(), None), (table(incidence_deg=33.0), None)):
        with pytest.raises(GroundshiftError, match="line of sight is not known"):
            look_at_points(points, source)


def test_points_take_the_vectors_where_they_lie(tmp_path):
    layers, _ = swath()
    bands = [BandInfo(f"los_{name}") for name in ("east", "north", "up")]
    write_raster(tmp_path / "los.tif", GRID, layers, bands)
    points = table()
    found = look_at_points(points, LookSource(vectors=tmp_path / "los.tif"))
    expected = 44 - 13 * ((points.x - 13.0) / 0.01 - 0.5) / GRID.cols
    np.testing.assert_allclose(found.incidence, expected, atol=0.1)


def test_one_point_alone():
    point = Table("p", DEGREES, np.array([13.5]), np.array([42.5]), {})
    assert look_at_points(point, LookSource(35.0, 348.0)).incidence[0] == pytest.approx(35.0)
