# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Weight of water: closed forms, what is conserved, and moduli that were planted."""

import lake_files as made
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.loads import (
    GRAVITY,
    Plate,
    elastic_response,
    fit_load,
    pull_of_rectangle,
    relaxed,
    sunk,
    waves_between,
)
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.toolbox import call

YOUNG, POISSON = 50e9, 0.25
PRESSURE = 1000 * GRAVITY


def test_a_rectangle_is_the_sum_of_its_points():
    fine = (np.arange(400) - 199.5) / 400
    u, v = np.meshgrid(30 * fine, 20 * fine)
    for x, y in ((40.0, 5.0), (-3.0, 25.0), (-50.0, -60.0)):
        found = pull_of_rectangle(np.array(x), np.array(y), 30.0, 20.0)
        r = np.hypot(x - u, y - v)
        for own, plain in zip(found, (1 / r, (x - u) / r**2, (y - v) / r**2)):
            assert own == pytest.approx(plain.mean() * 600, rel=1e-4)


@pytest.mark.parametrize("cell", [500.0, 1000.0])
def test_a_disk_has_its_closed_form(cell):
    """Centre, rim, far field, and horizontal motion, whatever the cell."""
    response, axis, x, y, water = made.field(YOUNG, POISSON, cell)
    a = made.RADIUS
    middle = len(axis) // 2
    near = np.s_[middle - 1 : middle + 1, middle - 1 : middle + 1]
    centre = -2 * (1 - POISSON**2) * PRESSURE * a / YOUNG
    assert response[2][near].mean() == pytest.approx(centre, rel=3e-3)
    rim = np.interp(a, axis, response[2][near[0]].mean(axis=0))
    assert rim == pytest.approx(2 / np.pi * centre, rel=5e-3)
    force = PRESSURE * np.pi * a**2
    distance = axis[-1]
    far = -(1 - POISSON**2) * force / (np.pi * YOUNG * distance) * (1 + a**2 / (8 * distance**2))
    assert response[2][near[0]].mean(axis=0)[-1] == pytest.approx(far, rel=5e-3)
    inward = (1 + POISSON) * (1 - 2 * POISSON) / (2 * np.pi * YOUNG)
    east = response[0][near[0]].mean(axis=0)
    assert east[-1] == pytest.approx(-inward * force / distance, rel=5e-3)
    inside = np.interp(4000.0, axis, east)
    assert inside == pytest.approx(-inward * np.pi * PRESSURE * 4000.0, rel=2e-3)
    assert water.sum() * cell**2 == pytest.approx(np.pi * a**2, rel=2e-3)


def test_loads_add_up_and_rows_go_south():
    load = np.zeros((9, 13))
    load[2, 3] = 2.0
    one = elastic_response(load, 100.0, 200.0, POISSON)
    other = np.zeros_like(load)
    other[6, 8] = -1.0
    both = elastic_response(load + other, 100.0, 200.0, POISSON)
    alone = elastic_response(other, 100.0, 200.0, POISSON)
    np.testing.assert_allclose(both, one + alone, atol=1e-9 * np.abs(one).max())
    assert one[1][0, 3] < 0 < one[1][5, 3]  # places in the north are pulled to the south
    assert one[0][2, 0] > 0 > one[0][2, 9]
    # Twice as many cells on every side change nothing.
    padded = elastic_response(np.pad(load, 8), 100.0, 200.0, POISSON)[:, 8:-8, 8:-8]
    np.testing.assert_allclose(padded, one, atol=1e-9 * np.abs(one).max())


def test_a_plate_in_the_end_floats():
    plate = Plate(15e3, YOUNG)
    k, weights = plate.nodes(400e3)
    # A line of Hertz (1884): under a point load P / (8 sqrt(D rho g)).
    point = PRESSURE / (8 * np.sqrt(plate.rigidity * plate.mantle_density * GRAVITY))
    assert weights.sum() == pytest.approx(point, rel=3e-3)
    cell = 2000.0
    axis = (np.arange(240) - 119.5) * cell
    x, y = np.meshgrid(axis, axis)
    water = (np.hypot(x, y) <= 30e3).astype(float)
    up = sunk(water, cell, cell, k, weights)
    # What is pushed aside weighs as much as the water.
    assert up.sum() * plate.mantle_density == pytest.approx(-water.sum() * 1000, rel=0.01)
    half = sunk(water[60:180, 60:180], cell, cell, k, weights)
    np.testing.assert_allclose(half, up[60:180, 60:180], atol=1e-6 * np.abs(up).max())
    # A wide load on a thin plate floats by itself.
    thin = Plate(1500.0, YOUNG)
    k, weights = thin.nodes(400e3)
    up = sunk((np.hypot(x, y) <= 80e3).astype(float), cell, cell, k, weights)
    assert up[119, 119] == pytest.approx(-1000 / thin.mantle_density, rel=0.01)


def test_relaxation_is_the_closed_form():
    levels = np.concatenate([[0.0], np.ones(3000)])
    days = np.arange(3001)
    times = np.array([0.1, 50.0, 800.0])
    found = relaxed(levels, times * 86400)
    for row, time in zip(found, times):
        # The rise takes the first day.
        plain = 1 - time * (np.exp(-np.maximum(days - 1, 0) / time) - np.exp(-days / time))
        np.testing.assert_allclose(row[1:], plain[1:], atol=1e-9)
    slow = relaxed(levels, np.array([86400.0 * 1e9]))[0]
    assert slow[-1] == pytest.approx(2999.5 / 1e9, rel=1e-4)
    plate = Plate(20e3, YOUNG)
    assert plate.times(1e-5, 1e19) == pytest.approx(2e14 / plate.hold(1e-5))


def test_waves_between_are_those_of_the_fields():
    plate = Plate(10e3, YOUNG)
    k, weights = plate.nodes(60e3)
    random = np.random.default_rng(0)
    water = (random.random((20, 24)) < 0.2).astype(float)
    pattern = random.standard_normal((20, 24))
    sizes = np.array([0.3, 1.0, 2.0])[:, None] * np.exp(-k / 1e-4)
    for one in sizes:
        field = sunk(water, 1500.0, 1200.0, k, weights * one)
        own = -(waves_between(pattern, water, 1500.0, 1200.0, k) * weights) @ one
        assert own == pytest.approx((pattern * field).sum(), rel=2e-3)


def red(count, days, size, seed, alike=0.6):
    out = np.random.default_rng(seed).standard_normal((count, len(days)))
    for n in range(1, len(days)):
        out[:, n] = alike * out[:, n - 1] + np.sqrt(1 - alike**2) * out[:, n]
    return size * out


def test_intervals_hold_the_compliance_and_the_viscosity():
    days = (made.DATES - np.datetime64("1970-01-01")).astype(int)
    level = made.level()[(made.DATES - made.FIRST).astype(int)]
    truth, eta = 1 / YOUNG, 18.5
    viscosities = np.logspace(17, 20, 25)
    own = [np.cumsum(level - level[0]) * 1e-12 * 10 ** (18 - np.log10(v)) for v in viscosities]
    late = np.cumsum(level - level[0]) * 1e-12 * 10 ** (18 - eta)
    errors, inside, without = [], [], []
    for row in red(150, days, 0.3 * truth, 7):
        sizes = truth * level + late + 2e-13 * np.arange(len(days)) + row
        found = fit_load(days, sizes, level, own, viscosities)
        errors.append((found.compliance - truth) / found.compliance_std)
        inside.append(found.viscosity_low <= 10**eta <= found.viscosity_high)
        without.append(fit_load(days, sizes - late, level, own, viscosities).delta_bic)
    assert 0.8 < np.sqrt(np.mean(np.square(errors))) < 1.25
    assert np.mean(np.abs(errors) < 1.96) > 0.9
    assert np.mean(inside) > 0.88
    assert np.mean(np.array(without) > 0) < 0.1


def test_the_tool_maps_a_lake(tmp_path):
    made.shore(tmp_path / "s.gpkg")
    found = call("lakeload", shoreline=(tmp_path / "s.gpkg", ""), elastic=tmp_path / "e.tif")
    centre = 2e3 * (1 - POISSON**2) * PRESSURE * made.RADIUS / YOUNG
    assert found["largest"] == pytest.approx(-centre, rel=3e-3)
    assert found["mass"] == pytest.approx(np.pi * made.RADIUS**2 * 1e-9, rel=2e-3)
    # Another CRS, cell and margin: the same.
    from osgeo import gdal, osr

    gdal.VectorTranslate(str(tmp_path / "g.gpkg"), str(tmp_path / "s.gpkg"),
                         options="-t_srs EPSG:4326")  # fmt: skip
    other = call("lakeload", shoreline=(tmp_path / "g.gpkg", ""), elastic=tmp_path / "f.tif",
                 cell=400, margin=8)  # fmt: skip
    assert other["largest"] == pytest.approx(found["largest"], rel=3e-3)
    assert other["mass"] == pytest.approx(found["mass"], rel=3e-3)
    # The same load as a raster of 2 m.
    grid = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "l.tif"), 200, 200, 1, 6)
    grid.SetGeoTransform((made.X - 10_000, 100, 0, made.Y + 10_000, 0, -100))
    system = osr.SpatialReference()
    system.ImportFromEPSG(32645)
    grid.SetProjection(system.ExportToWkt())
    axis = (np.arange(200) - 99.5) * 100
    x, y = np.meshgrid(axis, axis)
    grid.GetRasterBand(1).WriteArray(2.0 * (np.hypot(x, y) <= made.RADIUS))
    grid = None
    twice = call("lakeload", load=tmp_path / "l.tif", elastic=tmp_path / "h.tif")
    assert twice["largest"] == pytest.approx(2 * found["largest"], rel=5e-3)


def test_the_tool_finds_the_modulus(tmp_path):
    made.shore(tmp_path / "s.gpkg")
    made.level_table(tmp_path / "l.csv")
    made.loaded_points(tmp_path / "p.gpkg")
    found = call(
        "lakeload", shoreline=(tmp_path / "s.gpkg", ""), level=tmp_path / "l.csv",
        points=(tmp_path / "p.gpkg", ""), elastic=tmp_path / "e.tif", report=tmp_path / "r.html",
        points_load=tmp_path / "q.gpkg",
    )  # fmt: skip
    table = read_table(tmp_path / "q.gpkg")
    model, seen, std = (
        table.numbers(name)
        for name in ("model_mm_per_m", "observed_mm_per_m", "observed_std_mm_per_m")
    )
    # The model is that of the modulus that was found; on other cells, to the percent.
    before, after = made.motion(50e9, noise=0, shared=0)[:, [0, 30]].T
    level = made.level()[(made.DATES - made.FIRST).astype(int)[[0, 30]]]
    truth = 1e3 * (after - before) / (level[1] - level[0]) * 50 / found["young"]
    np.testing.assert_allclose(model, truth, rtol=0.03, atol=5e-3)
    assert 0.8 < np.sqrt(np.mean(((seen - model) / std) ** 2)) < 1.6  # air of a date is shared
    np.testing.assert_allclose(table.numbers("change_mm"), model * found["change"], atol=2e-3)
    assert found["young_low"] < 50 < found["young_high"]
    assert found["young"] == pytest.approx(50, rel=0.25)
    assert "Young" in (tmp_path / "r.html").read_text()


def test_the_tool_finds_the_viscosity(tmp_path):
    """Motion by a plate on viscous ground, from fields of another grid than the tool's."""
    made.shore(tmp_path / "s.gpkg")
    made.level_table(tmp_path / "l.csv")
    plate = Plate(5e3, YOUNG)
    k, weights = plate.nodes(100e3)
    _, axis, _, _, water = made.field(YOUNG)
    days = (made.DATES - made.FIRST).astype(int)
    sunk_in = relaxed(made.level(), plate.times(k, 3e17))[:, days]
    from scipy.interpolate import RegularGridInterpolator

    x, y = made.places()
    late = np.stack([
        RegularGridInterpolator((axis, axis), sunk(water, 500.0, 500.0, k, weights * one)[::-1])(
            np.column_stack([y, x])
        )
        for one in sunk_in.T
    ], axis=1)  # fmt: skip
    late *= np.cos(np.radians(made.INCIDENCE))
    made.points(tmp_path / "p.gpkg", made.motion(YOUNG, late, noise=1e-3, shared=3e-4))
    found = call(
        "lakeload", shoreline=(tmp_path / "s.gpkg", ""), level=tmp_path / "l.csv",
        points=(tmp_path / "p.gpkg", ""), viscosity="1e16, 1e20", lid=5,
        viscous=tmp_path / "v.tif",
    )  # fmt: skip
    assert found["viscosity_low"] < 3e17 < found["viscosity_high"]
    assert found["viscosity"] == pytest.approx(3e17, rel=0.6)
    assert found["delta_bic"] > 10
    assert found["young_low"] < 50 < found["young_high"]
    assert found["viscous_largest"] > 0  # the level falls


@pytest.mark.parametrize(
    "given, says",
    [
        ({}, "are missing; give one of them"),
        ({"shoreline": 1, "points": 1}, "level by date: give it"),
        ({"shoreline": 1, "viscosity": "1e19"}, "viscous motion needs the load by date"),
        ({"shoreline": 1, "level": 1, "viscosity": "soft"}, "'soft' is no number"),
        ({"shoreline": 1, "level": 1, "viscosity": "1e17,1e20"}, "a search needs points"),
        ({"shoreline": 1, "level": 1, "first_date": "19990101"}, "is known from 2014-01-01"),
        ({"shoreline": 1, "cell": 1}, "million cells"),
        ({"shoreline": 1, "incidence": 35}, "go together"),
    ],
)  # fmt: skip
def test_what_cannot_be(tmp_path, given, says):
    made.shore(tmp_path / "s.gpkg")
    made.level_table(tmp_path / "l.csv")
    made.loaded_points(tmp_path / "p.gpkg")
    files = {"shoreline": (tmp_path / "s.gpkg", ""), "points": (tmp_path / "p.gpkg", ""),
             "level": tmp_path / "l.csv"}  # fmt: skip
    given = {name: files.get(name, value) if value == 1 and name in files else value
             for name, value in given.items()}  # fmt: skip
    with pytest.raises(GroundshiftError, match=says):
        call("lakeload", **given, elastic=tmp_path / "e.tif")
    assert not (tmp_path / "e.tif").exists()
