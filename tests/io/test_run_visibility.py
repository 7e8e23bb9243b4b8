# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Visibility of an elevation model, from files to files."""

import csv

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.geometry.los import from_incidence_heading
from groundshift.algorithms.io.crs import wkt_from_epsg
from groundshift.algorithms.io.hdf5 import write_geometry
from groundshift.algorithms.io.look_angles import LookSource
from groundshift.algorithms.io.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.io.regrid import same_grid
from groundshift.algorithms.io.run_visibility import VisibilityTargets, run_visibility
from groundshift.algorithms.runner import RunOptions

GRID = Grid(150, 300, (500000.0, 30.0, 0.0, 4700000.0, 0.0, -30.0), wkt_from_epsg(32633))
LOOKS = (LookSource(39.0, 348.0), LookSource(37.0, 192.0))
NAMES = ("classes", "measures", "second_classes", "second_measures", "combined", "shares")


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


def targets(folder):
    endings = {"shares": "csv"}
    return VisibilityTargets(
        **{name: folder / f"{name}.{endings.get(name, 'tif')}" for name in NAMES}
    )


def test_files_and_shares(dem, tmp_path):
    out = targets(tmp_path)
    report = run_visibility(dem, out, LOOKS)
    grid, codes, _ = read_raster(out.classes)
    assert same_grid(grid, GRID) and (codes[0, 20:24, 30:40] == 0).all()
    _, measures, bands = read_raster(out.measures)
    assert bands[:3] == ["r_index", "sensitivity_c", "local_incidence_deg"]
    assert np.nanmin(measures[0]) < 0 < np.nanmax(measures[0]) <= 1
    for code, area in report.classes[0].items():
        assert area.cells == np.count_nonzero(codes == code)
    assert sum(a.share for a in report.classes[0].values()) == pytest.approx(1)
    # UTM near its central meridian: a cell is 900 m2 to a thousandth.
    total = sum(a.area for a in report.classes[0].values())
    assert total == pytest.approx((GRID.rows * GRID.cols - 40) * 900, rel=2e-3)
    with open(out.shares) as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 11 + 11 + 5
    assert sum(float(r["share_percent"]) for r in rows) == pytest.approx(300, abs=0.05)
    # The orbits look from opposite sides, so what one misses the other mostly sees.
    blind = 1 - report.seen(0)
    assert blind > 0.05 and report.combined[4].share < 0.6 * blind


def test_memory_and_cores_do_not_matter(dem, tmp_path):
    results = []
    for number, options in enumerate((RunOptions(), RunOptions(budget=12 << 20, workers=1))):
        (tmp_path / str(number)).mkdir()
        out = targets(tmp_path / str(number))
        report = run_visibility(dem, out, LOOKS, run_options=options)
        results.append((read_raster(out.classes)[1], read_raster(out.combined)[1], report))
    for first, second in zip(*results):
        if isinstance(first, np.ndarray):
            np.testing.assert_array_equal(first, second)
        else:
            assert first.classes[0][10].cells == second.classes[0][10].cells


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
    sources = (
        LOOKS[0],
        LookSource(geometry=tmp_path / "geometryGeo.h5"),
        LookSource(None, 348.0, tmp_path / "incidence.tif"),
        LookSource(12.0, 12.0, tmp_path / "incidence.tif", tmp_path / "heading.tif"),
    )
    codes = []
    for number, source in enumerate(sources):
        out = VisibilityTargets(tmp_path / f"{number}.tif")
        run_visibility(dem, out, [source])
        codes.append(read_raster(out.classes)[1])
    for other in codes[1:]:
        assert np.mean(other != codes[0]) < 1e-4  # angles are stored as float32


def test_local_incidence_is_noticed(dem, tmp_path):
    rough = np.random.default_rng(0).uniform(5, 80, GRID.shape).astype(np.float32)
    write_raster(tmp_path / "local.tif", GRID, rough, [BandInfo("incidence")])
    told = []
    source = LookSource(None, 348.0, tmp_path / "local.tif")
    run_visibility(dem, VisibilityTargets(tmp_path / "c.tif"), [source], log=told.append)
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
def test_angles_that_cannot_be(dem, tmp_path, look, words):
    with pytest.raises(GroundshiftError, match=words):
        run_visibility(dem, VisibilityTargets(tmp_path / "c.tif"), [look])
    assert not list(tmp_path.iterdir())


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
        run_visibility(path, VisibilityTargets(tmp_path / "c.tif"), LOOKS[:1])
    assert [p.name for p in tmp_path.iterdir()] == ["dem.tif"]


def test_layers_of_an_orbit_that_is_not_there(dem, tmp_path):
    out = VisibilityTargets(tmp_path / "c.tif", combined=tmp_path / "both.tif")
    with pytest.raises(GroundshiftError, match="one orbit only"):
        run_visibility(dem, out, LOOKS[:1])
    assert not list(tmp_path.iterdir())


def test_cancelled_half_way(dem, tmp_path):
    calls = []

    def cancelled():
        calls.append(1)
        return len(calls) > 2

    with pytest.raises(Cancelled):
        run_visibility(dem, targets(tmp_path), LOOKS, cancelled=cancelled)
    assert not list(tmp_path.iterdir())


def test_italy(shared_data, tmp_path):
    """Shares of the Apennines are plausible, and the file's own voids stay voids."""
    path = shared_data("srtm3_italy") / "N42E012.hgt"
    out = targets(tmp_path)
    report = run_visibility(path, out, LOOKS)
    assert 0.95 < report.seen(0) < 1 and 0.95 < report.seen(1) < 1
    # Gentle hills: next to nothing lies in shadow at 39 degrees, a third is flat.
    assert report.classes[0][3].share + report.classes[0][4].share < 0.001
    assert 0.2 < report.classes[0][11].share < 0.5
