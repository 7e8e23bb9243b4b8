# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Visibility of an elevation model, from files to files."""

import csv

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import write_geometry
from groundshift.algorithms.formats.look_angles import LookSource, read_look
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.regrid import same_grid
from groundshift.algorithms.job import Job
from groundshift.algorithms.toolbox import call

GRID = Grid(150, 300, (500000.0, 30.0, 0.0, 4700000.0, 0.0, -30.0), wkt_from_epsg(32633))
FIRST = {"incidence": 39.0, "heading": 348.0}
BOTH = {**FIRST, "incidence_2": 37.0, "heading_2": 192.0}
NAMES = ("classes", "measures", "classes_2", "measures_2", "combined")


@pytest.fixture(scope="module")
def heights():
    from scipy.ndimage import gaussian_filter

    field = gaussian_filter(np.random.default_rng(4).normal(size=GRID.shape), 8)
    heights = (1000 + 150 * field / field.std()).astype(np.float32)
    heights[20:24, 30:40] = np.nan
    return heights


@pytest.fixture(scope="module")
def dem(tmp_path_factory, heights):
    path = tmp_path_factory.mktemp("dem") / "dem.tif"
    write_raster(path, GRID, heights, [BandInfo("height", "m")])
    return path


def seen(dem, folder, job=None):
    """By both orbits, with all layers; and the table's rows by layer and code."""
    layers = {name: folder / f"{name}.tif" for name in NAMES}
    found = call("visibility", job, dem=dem, **BOTH, **layers, shares=folder / "shares.csv")
    with open(found["shares"]) as file:
        rows = list(csv.DictReader(file))
    return found, {(row["layer"], int(row["code"])): row for row in rows}


def test_files_and_shares(dem, tmp_path):
    found, rows = seen(dem, tmp_path)
    grid, codes, _ = read_raster(found["classes"])
    assert same_grid(grid, GRID) and (codes[0, 20:24, 30:40] == 0).all()
    _, measures, bands = read_raster(found["measures"])
    assert bands[:3] == ["r_index", "sensitivity_c", "local_incidence_deg"]
    assert np.nanmin(measures[0]) < 0 < np.nanmax(measures[0]) <= 1
    assert len(rows) == 11 + 11 + 5
    for code in range(1, 12):
        assert int(rows["first orbit", code]["cells"]) == np.count_nonzero(codes == code)
    for name in ("first orbit", "second orbit", "both orbits"):
        shares = [float(r["share_percent"]) for (layer, _), r in rows.items() if layer == name]
        assert sum(shares) == pytest.approx(100, abs=0.006)
    # UTM near its central meridian: a cell is 900 m2 to a thousandth.
    total = sum(float(r["area_km2"]) for (layer, _), r in rows.items() if layer == "first orbit")
    assert total == pytest.approx((GRID.rows * GRID.cols - 40) * 900e-6, rel=2e-3)
    shares = {code: float(rows["first orbit", code]["share_percent"]) for code in range(1, 12)}
    assert found["seen"] == pytest.approx(sum(shares[k] for k in range(7, 12)), abs=0.003)
    assert found["layover"] == pytest.approx(shares[1] + shares[2] + shares[5], abs=0.002)
    assert found["shadow"] == pytest.approx(shares[3] + shares[4] + shares[5], abs=0.002)
    assert found["seen_by_none"] == pytest.approx(
        float(rows["both orbits", 4]["share_percent"]), abs=0.001
    )
    # The orbits look from opposite sides, so what one misses the other mostly sees.
    blind = 100 - found["seen"]
    assert blind > 5 and found["seen_by_none"] < 0.6 * blind


def test_memory_and_cores_do_not_matter(dem, tmp_path):
    results = []
    for number, job in enumerate((Job(), Job(budget=12 << 20, workers=1))):
        (tmp_path / str(number)).mkdir()
        found, rows = seen(dem, tmp_path / str(number), job)
        results.append([read_raster(found[name])[1] for name in ("classes", "combined")])
        results[-1].append(int(rows["first orbit", 10]["cells"]))
    for first, second in zip(*results):
        np.testing.assert_array_equal(first, second)


def test_rasters_and_geometry_file_say_the_same_as_numbers(dem, tmp_path):
    shape, look = (40, 50), from_incidence_heading(39.0, 348.0)
    # The angles come in degrees, on a coarser grid that reaches beyond the model.
    place = Grid(*shape, (14.9, 0.005, 0.0, 42.6, 0.0, -0.005), wkt_from_epsg(4326))
    write_geometry(
        tmp_path / "geometryGeo.h5", place,
        {"incidenceAngle": np.full(shape, look.incidence, np.float32),
         "azimuthAngle": np.full(shape, look.azimuth, np.float32)}, {},
    )  # fmt: skip
    for name, value in (("incidence", 39.0), ("heading", 348.0)):
        write_raster(
            tmp_path / f"{name}.tif", place, np.full(shape, value, np.float32), [BandInfo(name)]
        )
    rasters = {f"{name}_raster": tmp_path / f"{name}.tif" for name in FIRST}
    ways = (
        FIRST, {"geometry": tmp_path / "geometryGeo.h5"},
        {"incidence_raster": rasters["incidence_raster"], "heading": 348.0},
        {"incidence": 12.0, "heading": 12.0, **rasters},
    )  # fmt: skip
    codes = []
    for number, way in enumerate(ways):
        found = call("visibility", dem=dem, classes=tmp_path / f"{number}.tif", **way)
        codes.append(read_raster(found["classes"])[1])
    for other in codes[1:]:
        assert np.mean(other != codes[0]) < 1e-4  # angles are stored as float32


def test_local_incidence_is_noticed(dem, tmp_path):
    rough = np.random.default_rng(0).uniform(5, 80, GRID.shape).astype(np.float32)
    write_raster(tmp_path / "local.tif", GRID, rough, [BandInfo("incidence")])
    told = []
    call(
        "visibility", {"note": told.append}, dem=dem, classes=tmp_path / "c.tif", heading=348.0,
        incidence_raster=tmp_path / "local.tif",
    )  # fmt: skip
    assert any("local incidence" in text for text in told)


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (LookSource(0.68, 348.0), "looks like radians"),
        (LookSource(None, 348.0), "incidence angle is missing"),
        (LookSource(39.0, None), "heading is missing"),
        (LookSource(95.0, 348.0), "between 0 and 90"),
    ],
)
def test_angles_that_cannot_be(look, words):
    with pytest.raises(GroundshiftError, match=words):
        read_look(look, GRID, print)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda z: np.where(np.isnan(z), -32768, z), "declare its no-data value"),
        (lambda z: np.full_like(z, np.nan), "holds no heights"),
        (lambda z: z * 100, "convert its unit"),
    ],
)
def test_models_that_cannot_be(heights, tmp_path, change, words):
    path = tmp_path / "dem.tif"
    write_raster(path, GRID, change(heights).astype(np.float32), [BandInfo("height")])
    with pytest.raises(GroundshiftError, match=words):
        call("visibility", dem=path, classes=tmp_path / "c.tif")
    assert [p.name for p in tmp_path.iterdir()] == ["dem.tif"]


def test_cancelled_half_way(dem, tmp_path):
    calls = []

    def cancelled():
        calls.append(1)
        return len(calls) > 2

    with pytest.raises(Cancelled):
        seen(dem, tmp_path, {"cancelled": cancelled})
    assert not list(tmp_path.iterdir())


def test_italy(shared_data, tmp_path):
    """Shares of the Apennines are plausible, and the file's own voids stay voids."""
    path = shared_data("srtm3_italy") / "N42E012.hgt"
    found, rows = seen(path, tmp_path)
    assert 95 < found["seen"] < 100 and 95 < found["seen_2"] < 100
    # Gentle hills: next to nothing lies in shadow at 39 degrees, a third is flat.
    assert found["shadow"] < 0.1
    assert 20 < float(rows["first orbit", 11]["share_percent"]) < 50


def test_the_second_orbit_is_asked_for_in_pairs(dem, tmp_path):
    found = call("visibility", dem=dem, classes=tmp_path / "b.tif")
    assert 0 < found["seen"] < 100 and "seen_2" not in found
    with pytest.raises(GroundshiftError, match="no second orbit"):
        call("visibility", dem=dem, classes=tmp_path / "c.tif", combined=tmp_path / "d.tif")
    with pytest.raises(GroundshiftError, match="heading is missing"):
        call("visibility", dem=dem, classes=tmp_path / "c.tif", incidence_2=39.0)
    with pytest.raises(GroundshiftError, match="of the second orbit: up .*all three together"):
        call(
            "visibility", dem=dem, classes=tmp_path / "c.tif", los_raster_2=dem,
            los_north_raster_2=dem,
        )  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["b.tif"]
