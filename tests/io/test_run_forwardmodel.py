# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps and points of a slip model: places, units, true directions, blocks, what is refused."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.io.crs import wkt_from_epsg
from groundshift.algorithms.io.look_angles import LookSource
from groundshift.algorithms.io.map_grid import MapGrid
from groundshift.algorithms.io.metric import LocalMetres
from groundshift.algorithms.io.rasters import read_raster
from groundshift.algorithms.io.run_forwardmodel import (
    ForwardOptions,
    ForwardTargets,
    PointSource,
    run_forwardmodel,
)
from groundshift.algorithms.io.tables import read_table, write_table
from groundshift.algorithms.runner import RunOptions
from groundshift.algorithms.source.elastic import Medium, displacement
from groundshift.algorithms.source.patches import PatchSet, SlipModel

DEGREES = wkt_from_epsg(4326)
LOOK = LookSource(39.0, 348.0)


@pytest.fixture
def local():
    return LocalMetres(DEGREES, 85.0, 28.0)


def thrust(local, strike=0.0):
    rectangle = [0.0, 0.0, 8000.0, strike, np.radians(30), 20e3, 12e3]
    patches = PatchSet.of_rectangles(rectangle, crs=local.crs)
    return SlipModel.of_rake(patches, 2.0, np.radians(90))


def small(cell=4000.0, **more):
    return MapGrid(cell=cell, **more)


def test_a_thrust_lifts_its_hanging_wall(local, tmp_path):
    targets = ForwardTargets(tmp_path / "d.tif", tmp_path / "f.tif", tmp_path / "e.tif")
    report = run_forwardmodel(
        thrust(local), local, DEGREES, targets, ForwardOptions(look=LOOK), small()
    )
    grid, (east, north, up, los), names = read_raster(tmp_path / "d.tif")
    assert names == ["east_mm", "north_mm", "up_mm", "los_mm"]
    row, col = np.unravel_index(np.nanargmax(up), up.shape)
    place = local.of(DEGREES, *(np.array([part]) for part in grid.xy(row, col)))[0]
    # It strikes north and dips east: what rises lies up-dip of its middle, west of the bottom.
    assert abs(place[1]) < 5000
    assert -8000 < place[0] < 3000
    assert east[row, col] < 0
    assert np.isclose(report.highest, up.max(), rtol=1e-6)
    assert 300 < report.highest < 1500
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
    # Colours end where those of the band do that is shown.
    assert report.limits["displacement"] == pytest.approx(np.abs(los).max(), rel=1e-6)
    limit = np.abs(np.percentile(strain[1], (2, 98))).max()
    assert report.limits["strain"] == pytest.approx(limit, rel=1e-5)


def test_maps_are_along_true_north(tmp_path):
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
    for name, model, local in (("a", thrust(near, 0.5), near), ("b", moved, far)):
        run_forwardmodel(
            model, local, DEGREES, ForwardTargets(tmp_path / f"{name}.tif"), ForwardOptions(), asked
        )
    one, other = (read_raster(tmp_path / f"{name}.tif")[1] for name in "ab")
    # The far frame's scale is off by 0.3 percent there, its directions are not.
    assert np.abs(one - other).max() < 0.012 * np.abs(one).max()


def test_blocks_and_memory_do_not_matter(local, tmp_path):
    for name, budget in (("a", 16 << 20), ("b", 1 << 30)):
        run_forwardmodel(
            thrust(local), local, DEGREES, ForwardTargets(stress=tmp_path / f"{name}.tif"),
            ForwardOptions(Medium(), 3000.0), small(400.0),
            run_options=RunOptions(budget),
        )  # fmt: skip
    one, other = (read_raster(tmp_path / f"{name}.tif")[1] for name in "ab")
    assert np.array_equal(one, other, equal_nan=True)


def test_points_have_their_own_depth(local, tmp_path):
    x, y = np.array([85.05, 85.1, 85.0]), np.array([28.0, 27.9, 28.1])
    depth = np.array([0.0, 5.0, np.nan])
    path = tmp_path / "points.gpkg"
    write_table(path, DEGREES, x, y, {"name": np.array(["a", "b", "c"]), "z": depth})
    run_forwardmodel(
        thrust(local), local, DEGREES, ForwardTargets(points=tmp_path / "out.gpkg"),
        ForwardOptions(look=LOOK), points=PointSource(str(path), depth_field="z"),
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
    out = tmp_path / "f.tif"
    with pytest.raises(GroundshiftError, match="need a line of sight"):
        run_forwardmodel(
            thrust(local), local, DEGREES, ForwardTargets(fringes=out), ForwardOptions(), small()
        )
    with pytest.raises(GroundshiftError, match="above the surface"):
        ForwardOptions(depth=-1.0)
    with pytest.raises(GroundshiftError, match="wavelength"):
        ForwardOptions(wavelength=0.0)
    assert not list(tmp_path.iterdir())


def test_slip_that_no_earthquake_had_is_told(tmp_path):
    """Millimetres that stand as metres."""
    from groundshift.algorithms.io.run_importslipmodel import SlipTargets, run_importslipmodel
    from groundshift.algorithms.io.slip_models import SlipSource, write_slip_model
    from groundshift.algorithms.source.patches import PatchSet, SlipModel

    plane = PatchSet.of_rectangles([0.0, 0.0, 9e3, 0.5, 1.0, 20e3, 10e3])
    write_slip_model(tmp_path / "a.gpkg", SlipModel.of_rake(plane, 930.0, 0.0), "")
    said = []
    run_importslipmodel(
        SlipSource(str(tmp_path / "a.gpkg")), SlipTargets(tmp_path / "b.gpkg"), log=said.append
    )
    assert "The largest slip is 930 m" in " ".join(said)
