# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps and points of a slip model: places, units, true directions, blocks, what is refused."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.map_grid import MapGrid, make_grid
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.slip.slip_models import write_slip_model
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from groundshift.algorithms.source.elastic import displacement
from groundshift.algorithms.source.tools.forward_fields import fields_of_block, read_block
from groundshift.algorithms.toolbox import call, tool

DEGREES = wkt_from_epsg(4326)
LOOK = {"incidence": 39.0, "heading": 348.0}


@pytest.fixture
def local():
    return LocalMetres(DEGREES, 85.0, 28.0)


def thrust(local, strike=0.0):
    rectangle = [0.0, 0.0, 8000.0, strike, np.radians(30), 20e3, 12e3]
    patches = PatchSet.of_rectangles(rectangle, crs=local.crs)
    return SlipModel.of_rake(patches, 2.0, np.radians(90))


def run(folder, model, **given):
    """The tool on a model that lies in a layer."""
    write_slip_model(folder / "slip.gpkg", model, DEGREES)
    return call("forwardmodel", slip=folder / "slip.gpkg", **{"cell": 4000.0, **given})


def test_a_thrust_lifts_its_hanging_wall(local, tmp_path):
    found = run(
        tmp_path, thrust(local), displacement=tmp_path / "d.tif", fringes=tmp_path / "f.tif",
        strain=tmp_path / "e.tif", wavelength=0.0554658, **LOOK,
    )  # fmt: skip
    grid, (east, north, up, los), names = read_raster(tmp_path / "d.tif")
    assert names == ["east_mm", "north_mm", "up_mm", "los_mm"]
    row, col = np.unravel_index(np.nanargmax(up), up.shape)
    place = local.of(DEGREES, *(np.array([part]) for part in grid.xy(row, col)))[0]
    # It strikes north and dips east: what rises lies up-dip of its middle, west of the bottom.
    assert abs(place[1]) < 5000
    assert -8000 < place[0] < 3000
    assert east[row, col] < 0
    assert np.isclose(found["highest"], up.max(), rtol=1e-6)
    assert 300 < found["highest"] < 1500
    look = [-np.sin(np.radians(39)) * np.cos(np.radians(348)),
            np.sin(np.radians(39)) * np.sin(np.radians(348)), np.cos(np.radians(39))]  # fmt: skip
    assert np.allclose(los, look[0] * east + look[1] * north + look[2] * up, atol=0.01)
    _, (phase,), _ = read_raster(tmp_path / "f.tif")
    turns = (phase + 4 * np.pi * los / 1e3 / 0.0554658) / (2 * np.pi)
    assert np.allclose(turns, np.round(turns), atol=1e-3)
    assert np.abs(phase).max() <= np.pi + 1e-6
    _, strain, names = read_raster(tmp_path / "e.tif")
    assert names[0] == "strain_ee_ppm"
    # Free surface: no shear on the ground.
    assert np.abs(strain[[2, 4]]).max() < 1e-6 * np.abs(strain).max()


def test_maps_are_along_true_north():
    """In a far corner of a frame, north is not the frame's north."""
    far = LocalMetres(DEGREES, 80.0, 28.0)
    near = LocalMetres(DEGREES, 85.0, 28.0)
    place = far.of(DEGREES, np.array([85.0]), np.array([28.0]))[0]
    turn = far.convergence(DEGREES, np.array([85.0]), np.array([28.0]))[0]
    assert np.degrees(turn) > 2
    rectangle = [*place, 8000.0, 0.5 - turn, np.radians(30), 20e3, 12e3]
    patches = PatchSet.of_rectangles(rectangle, crs=far.crs)
    moved = SlipModel.of_rake(patches, 2.0, np.radians(90))
    asked = MapGrid(bounds=(84.7, 27.7, 85.3, 28.3), cell=6000.0)
    grid = make_grid(asked, np.zeros((1, 2)), near, DEGREES)
    window = Window(0, 0, grid.rows, grid.cols)
    one, other = (
        fields_of_block(
            read_block(window, grid, local, 0.0, None), model, Medium(), 0.05, False
        )["DISPLACEMENT"]
        for model, local in ((thrust(near, 0.5), near), (moved, far))
    )  # fmt: skip
    # The far frame's scale is off by 0.3 percent there, its directions are not.
    assert np.abs(one - other).max() < 0.012 * np.abs(one).max()


def test_blocks_and_memory_do_not_matter(local, tmp_path):
    for name, budget in (("a", 64), ("b", 1024)):
        run(
            tmp_path, thrust(local), stress=tmp_path / f"{name}.tif", depth=3.0, cell=200.0,
            memory=budget,
        )  # fmt: skip
    one, other = (read_raster(tmp_path / f"{name}.tif")[1] for name in "ab")
    assert np.array_equal(one, other, equal_nan=True)


def test_points_have_their_own_depth(local, tmp_path):
    x, y = np.array([85.05, 85.1, 85.0]), np.array([28.0, 27.9, 28.1])
    depth = np.array([0.0, 5.0, np.nan])
    path = tmp_path / "points.gpkg"
    write_table(path, DEGREES, x, y, {"name": np.array(["a", "b", "c"]), "z": depth})
    run(
        tmp_path, thrust(local), points=tmp_path / "out.gpkg", points_layer=path, depth_field="z",
        **LOOK,
    )  # fmt: skip
    table = read_table(tmp_path / "out.gpkg")
    assert table.columns["name"].tolist() == ["a", "b", "c"]
    places = np.column_stack([local.of(DEGREES, x[:2], y[:2]), [0.0, -5000.0]])
    moved = displacement(thrust(local), places) * 1e3
    got = np.column_stack([table.numbers(f"{name}_mm")[:2] for name in ("east", "north", "up")])
    assert np.allclose(got, moved, atol=0.01 * np.abs(moved).max())
    assert np.isnan(table.numbers("up_mm")[2])
    assert np.isfinite(table.numbers("stress_nn_mpa")[:2]).all()
    assert np.isfinite(table.numbers("los_mm")[:2]).all()


def test_what_cannot_be_is_refused(local, tmp_path):
    for words, given in (
        ("need a line of sight", {"fringes": tmp_path / "f.tif"}),
        ("DEPTH", {"strain": tmp_path / "f.tif", "depth": -1.0}),
        ("WAVELENGTH", {"fringes": tmp_path / "f.tif", "wavelength": 0.0, **LOOK}),
        ("No output", {}),
    ):
        with pytest.raises(GroundshiftError, match=words):
            run(tmp_path, thrust(local), **given)
    assert [path.name for path in tmp_path.iterdir()] == ["slip.gpkg"]


def test_colours_end_where_those_of_the_shown_band_do(local, tmp_path):
    """All of the displacement; of strain, which has poles, all but 2 percent at each end."""
    from groundshift.algorithms.job import Job
    from groundshift.algorithms.outputs import execute

    write_slip_model(tmp_path / "slip.gpkg", thrust(local), DEGREES)
    core = tool("forwardmodel")
    values = {"SLIP": tmp_path / "slip.gpkg", "CELL": 4000.0, "INCIDENCE": 39, "HEADING": 348}
    targets = {"DISPLACEMENT": tmp_path / "d.tif", "STRAIN": tmp_path / "e.tif"}
    _, outputs = execute(core, core.ForwardModel.of(values), targets, Job())
    looks = {name: look for name, _, _, look in outputs.looks()}
    _, (*_, los), _ = read_raster(tmp_path / "d.tif")
    assert looks["DISPLACEMENT"]["limits"] == pytest.approx(np.abs(los).max(), rel=1e-6)
    assert looks["DISPLACEMENT"]["band"] == 4
    assert looks["DISPLACEMENT"]["title"] == "Modelled displacement at the surface"
    _, strain, _ = read_raster(tmp_path / "e.tif")
    limit = np.abs(np.percentile(strain[1], (2, 98))).max()
    assert looks["STRAIN"]["limits"] == pytest.approx(limit, rel=1e-5)


def test_slip_that_no_earthquake_had_is_told(tmp_path):
    """Millimetres that stand as metres."""
    plane = PatchSet.of_rectangles([0.0, 0.0, 9e3, 0.5, 1.0, 20e3, 10e3])
    write_slip_model(tmp_path / "a.gpkg", SlipModel.of_rake(plane, 930.0, 0.0), "")
    said = []
    call(
        "importslipmodel", {"note": said.append}, slip=tmp_path / "a.gpkg",
        layer=tmp_path / "b.gpkg",
    )  # fmt: skip
    assert "The largest slip is 930 m" in " ".join(said)
