# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Volcanic sources through the tools: layers, units, directions, what is refused."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.map_grid import MapGrid, make_grid
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from groundshift.algorithms.source.tools.forward_fields import fields_of_block, read_block
from groundshift.algorithms.source.tools.volcanic_layer import read_volcanic, write_volcanic
from groundshift.algorithms.source.volcanic import KINDS
from groundshift.algorithms.source.volcanic_model import VolcanicModel, VolcanicSource
from groundshift.algorithms.toolbox import call

DEGREES = wkt_from_epsg(4326)
FULL = {
    "mogi": {"depth_km": 3.0, "dvolume_m3": 2e6},
    "sphere": {"depth_km": 3.0, "dvolume_m3": 2e6, "radius_m": 500.0},
    "spheroid": {
        "depth_km": 3.0, "dvolume_m3": 2e6, "semi_major_m": 1200.0, "semi_minor_m": 400.0,
        "trend_deg": 30.0, "plunge_deg": 50.0,
    },
    "penny": {"depth_km": 3.0, "dvolume_m3": 2e6, "radius_m": 1500.0},
    "pcdm": {
        "depth_km": 3.0, "omega_z_deg": 20.0, "dvolume_x_m3": 1e6, "dvolume_y_m3": 2e6,
        "dvolume_z_m3": 5e5,
    },
    "cdm": {
        "depth_km": 3.0, "omega_x_deg": 20.0, "semi_x_m": 300.0, "semi_y_m": 500.0,
        "semi_z_m": 0.0, "opening_m": 1.5,
    },
}  # fmt: skip


def layer(folder, *sources, x=14.13, y=40.83, name="sources.gpkg"):
    """A layer of sources: (kind, fields)."""
    names = {field for _, fields in sources for field in fields}
    columns = {"kind": np.array([kind for kind, _ in sources], object)}
    for field in sorted(names):
        columns[field] = np.array([fields.get(field, np.nan) for _, fields in sources])
    write_table(folder / name, DEGREES, np.full(len(sources), x), np.full(len(sources), y), columns)
    return folder / name


@pytest.mark.parametrize("kind", KINDS)
def test_a_layer_is_written_as_it_was_read(kind, tmp_path):
    file = read_volcanic(layer(tmp_path, (kind, FULL[kind])), "", Medium())
    write_volcanic(tmp_path / "again.gpkg", DEGREES, file.model, file.local)
    table = read_table(tmp_path / "again.gpkg")
    for name, value in FULL[kind].items():
        assert table.numbers(name)[0] == pytest.approx(value), name
    assert (table.x[0], table.y[0]) == pytest.approx((14.13, 40.83))


def test_a_map_is_the_formula(tmp_path):
    found = call(
        "forwardmodel", sources=layer(tmp_path, ("Mogi", FULL["mogi"])), cell=500.0, poisson=0.3,
        displacement=tmp_path / "d.tif", incidence=39.0, heading=348.0,
    )  # fmt: skip
    grid, (east, north, up, los), _ = read_raster(tmp_path / "d.tif")
    # (1 - poisson) dV / (pi d^2) above the source.
    assert found["highest"] == pytest.approx(0.7 * 2e6 / np.pi / 3000**2 * 1e3, rel=0.02)
    assert found["volume"] == 2e6
    row, column = np.unravel_index(np.argmax(up), up.shape)
    assert np.array(grid.xy(row, column)).ravel() == pytest.approx([14.13, 40.83], abs=0.006)
    assert (east[row, -1] > 0) and (east[row, 0] < 0)
    assert (north[0, column] > 0) and (north[-1, column] < 0)
    assert np.isfinite(los).all()


def test_fields_do_not_depend_on_blocks(tmp_path):
    file = read_volcanic(layer(tmp_path, *FULL.items()), "", Medium())
    corners = np.array([[-9e3, -9e3], [9e3, 9e3]])
    grid = make_grid(MapGrid(cell=1500.0), corners, file.local, DEGREES)

    def stress(window):
        block = read_block(window, grid, file.local, 1000.0, None)
        return fields_of_block(block, file.model, Medium(), 0.05, True)["STRESS"]

    whole = stress(Window(0, 0, grid.rows, grid.cols))
    half = grid.rows // 2
    parts = [
        stress(Window(0, 0, half, grid.cols)), stress(Window(half, 0, grid.rows - half, grid.cols))
    ]  # fmt: skip
    assert np.isfinite(whole).all()
    assert np.array_equal(whole, np.concatenate(parts, axis=1))


def test_trend_is_from_true_north(tmp_path):
    """In a far corner of a projection, whose north is another one."""
    utm = wkt_from_epsg(32633)
    local = LocalMetres(DEGREES, 9.5, 40.8)
    x, y = local.back(utm, np.zeros((1, 2)))
    columns = {"kind": np.array(["spheroid"], object)}
    fields = {**FULL["spheroid"], "trend_deg": 0.0, "plunge_deg": 0.0}
    write_table(
        tmp_path / "s.gpkg", utm, x, y, {**columns, **{k: np.array([v]) for k, v in fields.items()}}
    )
    assert abs(np.degrees(local.convergence(utm, x, y)[0])) < 0.1
    write_table(
        tmp_path / "at.gpkg", DEGREES, np.array([9.48, 9.5, 9.52]), np.array([40.83] * 3),
        {"n": np.arange(3.0)},
    )  # fmt: skip
    call(
        "forwardmodel", sources=tmp_path / "s.gpkg", points_layer=tmp_path / "at.gpkg",
        points=tmp_path / "out.gpkg",
    )  # fmt: skip
    up = read_table(tmp_path / "out.gpkg").numbers("up_mm")
    assert up[0] == pytest.approx(up[2], rel=2e-3)


def test_pressure_makes_volume(tmp_path):
    fields = {"depth_km": 3.0, "dpressure_mpa": 10.0, "radius_m": 500.0}
    found = call(
        "forwardmodel", sources=layer(tmp_path, ("sphere", fields)), shear_modulus=10.0,
        displacement=tmp_path / "d.tif", cell=2000.0,
    )  # fmt: skip
    assert found["volume"] == pytest.approx(np.pi * 500**3 * 1e7 / 1e10)


@pytest.mark.parametrize(
    ("kind", "changes", "words"),
    [
        ("mogi", {"depth_km": -1.0}, "above the ground"),
        ("mogi", {"depth_km": 3000.0}, "in metres"),
        ("mogi", {"dvolume_m3": np.nan}, "needs dvolume_m3; fill"),
        ("mogi", {"dvolume_m3": np.nan, "dpressure_mpa": 5.0}, "change of volume"),
        ("sphere", {"dpressure_mpa": 5.0}, "dvolume_m3 and dpressure_mpa are both given; leave"),
        ("sphere", {"radius_m": 3500.0}, "reaches 500 m above"),
        ("sphere", {"radius_m": np.nan}, "needs radius_m"),
        ("spheroid", {"semi_minor_m": -400.0}, "above 0"),
        ("spheroid", {"semi_minor_m": 1400.0}, "swap"),
        ("penny", {"radius_m": 5e4}, "plate"),
        ("cone", {}, "its kind is 'cone'"),
    ],
)
def test_sources_that_cannot_be_are_refused(kind, changes, words, tmp_path):
    path = layer(tmp_path, (kind, {**FULL.get(kind, FULL["mogi"]), **changes}))
    with pytest.raises(GroundshiftError, match=words) as error:
        call("forwardmodel", sources=path, displacement=tmp_path / "d.tif", cell=500.0)
    assert "sources.gpkg, source 1" in str(error.value)
    assert not (tmp_path / "d.tif").exists()


def test_layers_that_are_no_sources_are_refused(tmp_path):
    write_table(
        tmp_path / "p.gpkg", DEGREES, np.array([14.0]), np.array([40.0]), {"n": np.array([1.0])}
    )
    for given, words in (
        ({"sources": tmp_path / "p.gpkg"}, "no field kind"),
        ({"sources": layer(tmp_path, ("mogi", FULL["mogi"])), "slip": tmp_path / "p.gpkg"}, "both"),
    ):
        with pytest.raises(GroundshiftError, match=words):
            call("forwardmodel", displacement=tmp_path / "d.tif", cell=500.0, **given)


def test_sources_add_up():
    rows = [[0, 0, 3e3, 1e6], [9e3, 0, 2e3, -5e5]]
    points = np.array([[1e3, 2e3, 0.0], [4e3, -1e3, 0.0]])
    both = VolcanicModel(tuple(VolcanicSource("mogi", row) for row in rows))
    each = [VolcanicModel((source,)).displacement(points) for source in both.sources]
    assert both.displacement(points) == pytest.approx(sum(each))
    assert both.volume == 5e5
