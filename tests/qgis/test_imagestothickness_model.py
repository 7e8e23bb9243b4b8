# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A planted landslide through the shipped model: motion, height change, thickness, volume."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.features import read_polygons, write_polygons
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb
from real_slide import CELL, NOISE, RealSlide
from real_slide import GRID as REAL_GRID
from runs import succeeded
from scipy.ndimage import gaussian_filter, map_coordinates

UTM = wkt_from_epsg(32633)
WEST, NORTH, WIDE, HIGH = 500000.0, 4700000.0, 2600.0, 2200.0
MIDDLE, HALF = np.array([WEST + 1300.0, NORTH - 1100.0]), np.array([650.0, 380.0])
DEEP, FAST = 40.0, 8.0  # metres, metres a year
MOVED = np.array([6.0, -4.0, 1.5])  # of the later elevation model


def grid(cell):
    shape = round(HIGH / cell), round(WIDE / cell)
    return Grid(*shape, (WEST, cell, 0.0, NORTH, 0.0, -cell), UTM)


def inside(x, y):
    """Square of the distance from the middle, 1 at the outline."""
    return ((x - MIDDLE[0]) / HALF[0]) ** 2 + ((y - MIDDLE[1]) / HALF[1]) ** 2


def thick(x, y):
    """Half an ellipsoid."""
    return DEEP * np.sqrt(np.clip(1 - inside(x, y), 0, None))


def speed(x, y):
    """To the east, metres a year; slower near the outline."""
    return FAST * np.clip(1 - inside(x, y) ** 3, 0, None)


def land(x, y):
    """Hills, and the slope that the slide is on."""
    hills = 60 * np.sin((x - WEST) / 190 + 1) * np.cos((y - NORTH) / 230)
    return 1500 - 0.25 * (x - WEST) + hills + 25 * np.sin((x + 2 * (y - NORTH)) / 97)


def risen(x, y, step=1.0):
    """What comes in less what goes out, in a year, of a block that moves as a whole."""
    flux = [thick(x + k, y) * speed(x + k, y) for k in (-step, step)]
    return (flux[0] - flux[1]) / (2 * step)


@pytest.fixture(scope="module")
def slide(tmp_path_factory):
    folder, rng = tmp_path_factory.mktemp("slide"), np.random.default_rng(7)
    fine = grid(4.0)
    x, y = fine.xy(*np.indices(fine.shape))
    picture = gaussian_filter(rng.normal(size=fine.shape), 1.2)
    rows, cols = np.indices(fine.shape).astype(float)
    # Where the ground of a pixel came from; the speed changes little over a few metres.
    later = map_coordinates(picture, [rows, cols - speed(x - FAST, y) / 4.0], order=5, mode="wrap")
    for name, values in (("20200701_a", picture), ("20210701_b", later)):
        values = 1000 + 300 * values / picture.std() + 10 * rng.normal(size=fine.shape)
        write_raster(folder / f"{name}.tif", fine, values.astype(np.float32), [BandInfo("b", "")])
    coarse = grid(20.0)
    x, y = coarse.xy(*np.indices(coarse.shape))
    before = land(x, y) + 0.05 * rng.normal(size=coarse.shape)
    u, v = x - MOVED[0], y - MOVED[1]
    after = land(u, v) + risen(u, v) + MOVED[2] + 0.05 * rng.normal(size=coarse.shape)
    for name, values in (("before", before), ("after", after)):
        band = [BandInfo("height_m", "m")]
        write_raster(folder / f"{name}.tif", coarse, values.astype(np.float32), band)
    turn = np.linspace(0, 2 * np.pi, 73)
    ring = MIDDLE + HALF * np.column_stack([np.cos(turn), np.sin(turn)])
    columns = {"name": np.array(["planted"], object)}
    write_polygons(folder / "slides.gpkg", UTM, [polygon_wkb([ring])], columns)
    return folder


def test_a_slide_planted_on_real_relief(qgis_process, shared_data, tmp_path):
    """Shaded images and heights of hills of Latium; the truth is a block over a smooth base."""
    truth = RealSlide(shared_data("srtm3_italy") / "N42E012.hgt")
    truth.write(tmp_path)
    places = {
        "offsets:Offsets": "o.tif", "demdifference:Height change": "d.tif",
        "slidethickness:Thickness": "t.tif", "slidethickness:Volumes": "v.gpkg",
    }  # fmt: skip
    succeeded(
        qgis_process.run("imagestothickness", {
            "first": tmp_path / "20200701_a.tif", "second": tmp_path / "20230701_b.tif",
            "before": tmp_path / "before.tif", "after": tmp_path / "after.tif",
            "slides": tmp_path / "slides.gpkg", "years": 3.0, "search": 80.0,
            **{name: tmp_path / file for name, file in places.items()},
        })
    )  # fmt: skip
    found = read_polygons(tmp_path / "v.gpkg")
    assert found.numbers("volume_least_m3")[0] == pytest.approx(truth.volume, rel=0.08)
    own, bands, _ = read_raster(tmp_path / "t.tif")
    x, y = own.xy(*np.indices(own.shape))
    place = [(REAL_GRID.transform[3] - y) / CELL - 0.5, (x - REAL_GRID.transform[0]) / CELL - 0.5]
    there = map_coordinates(gaussian_filter(truth.thickness, 3.0), place, order=1)
    known = np.isfinite(bands[1])
    assert np.sqrt(np.mean((bands[1] - there)[known] ** 2)) < 0.08 * truth.thickness.max()
    assert np.corrcoef(bands[1][known], there[known])[0, 1] > 0.95
    own, bands, _ = read_raster(tmp_path / "d.tif")
    error = bands[0] - (truth.later - truth.surface)
    assert np.nanstd(error) < 2 * np.hypot(NOISE, NOISE)
    assert abs(np.nanmedian(error)) < 0.05


def test_images_to_thickness(qgis_process, slide, tmp_path):
    places = {
        "offsets:Offsets": "o.tif", "offsets:Magnitude of motion": "m.tif",
        "offsets:Arrows": "a.gpkg", "demdifference:Height change": "d.tif",
        "demdifference:Volumes of the change": "c.gpkg", "slidethickness:Thickness": "t.tif",
        "slidethickness:Base of the slides": "b.tif", "slidethickness:Volumes": "v.gpkg",
    }  # fmt: skip
    succeeded(
        qgis_process.run("imagestothickness", {
            "first": slide / "20200701_a.tif", "second": slide / "20210701_b.tif",
            "before": slide / "before.tif", "after": slide / "after.tif",
            "slides": slide / "slides.gpkg", "years": 1.0, "search": 24.0,
            **{name: tmp_path / file for name, file in places.items()},
        })
    )  # fmt: skip
    assert set(places.values()) <= {path.name for path in tmp_path.iterdir()}
    own, bands, _ = read_raster(tmp_path / "o.tif")
    x, y = own.xy(*np.indices(own.shape))
    middle = inside(x, y) < 0.3
    assert np.nanmedian(bands[0][middle]) == pytest.approx(FAST, abs=0.3)
    assert abs(np.nanmedian(bands[1][middle])) < 0.1
    own, bands, _ = read_raster(tmp_path / "d.tif")
    x, y = own.xy(*np.indices(own.shape))
    error = bands[0] - risen(x, y)
    assert np.nanstd(error[inside(x, y) < 0.8]) < 0.15 and abs(np.nanmedian(error)) < 0.05
    change = read_polygons(tmp_path / "c.gpkg")
    net, std = (change.numbers(name)[0] for name in ("net_m3", "net_std_m3"))
    assert abs(net) < 3 * std  # what goes out below comes in above
    volume = 2 / 3 * np.pi * np.prod(HALF) * DEEP
    found = read_polygons(tmp_path / "v.gpkg")
    least, most = (found.numbers(f"volume_{name}_m3")[0] for name in ("least", "most"))
    assert least == pytest.approx(volume, rel=0.15)  # it moves as a whole
    assert least < found.numbers("volume_m3")[0] < most
    own, bands, _ = read_raster(tmp_path / "t.tif")
    x, y = own.xy(*np.indices(own.shape))
    known = np.isfinite(bands[1]) & (inside(x, y) < 0.9)
    assert np.sqrt(np.mean((bands[1] - thick(x, y))[known] ** 2)) < 0.2 * DEEP
