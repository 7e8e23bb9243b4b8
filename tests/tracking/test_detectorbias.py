# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Planted steps at borders of detectors, on ground part of which moves."""

import annotation_files as made
import numpy as np
import pytest
from area_layers import layer
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.offsets import MAP, RADAR
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb
from groundshift.algorithms.toolbox import call
from scipy.ndimage import uniform_filter

UTM = wkt_from_epsg(32633)
ROWS, COLS, CELL, PIXEL = 260, 300, 40.0, 10.0
WEST, NORTH = 400000.0, 5000000.0
GRID = Grid(ROWS, COLS, (WEST, CELL, 0.0, NORTH, 0.0, -CELL), UTM)
STEPS = PIXEL * np.array([[0.1, -0.2], [-0.3, 0.15], [0.25, 0.3], [-0.1, -0.1]])  # metres
CUTS = (0, 70, 160, 230, COLS)
LEAN = 0.2  # columns a row: borders follow the flight


def number():
    """The detector of every pixel, from 1."""
    rows, cols = np.indices(GRID.shape)
    return np.clip(np.searchsorted(CUTS, cols + LEAN * rows - 20, side="right"), 1, 4)


def polygons(path, **fields):
    shapes = []
    for k in range(4):
        first = -999 if k == 0 else CUTS[k]
        last = 9999 if k == 3 else CUTS[k + 1]
        # Centres of pixels lie half a pixel inside.
        ends = [(first, 0), (last, 0), (last, ROWS), (first, ROWS), (first, 0)]
        ring = [
            (WEST + CELL * (c + 20.0 - LEAN * (r - 0.5)), NORTH - CELL * r) for c, r in ends
        ]  # fmt: skip
        shapes.append(polygon_wkb([np.array(ring)]))
    return layer(path, "polygon", shapes, UTM, **fields)


def glacier():
    """Ground that moves 12 m between the images, over half of one detector."""
    rows, cols = np.indices(GRID.shape)
    inside = (np.abs(cols - 110) < 26) & (rows > 40)
    return np.where(inside, 12.0, 0.0)


def offsets(path, noise=0.8, seed=1, extra=0.0, components=MAP, dates=("20200705", "20200805")):
    """Steps, the glacier, and noise of chips of 3 x 3 pixels."""
    rng = np.random.default_rng(seed)
    steps = np.moveaxis(STEPS[number() - 1], -1, 0)
    wild = np.stack([3 * uniform_filter(rng.normal(size=GRID.shape), 3) for _ in "en"])
    values = steps + np.stack([glacier(), -0.5 * glacier()]) + noise * wild + extra
    return made.write(path, GRID, values, noise, components, dates)


def run(folder, tracked, **others):
    said = []
    job = {"note": said.append, "warn": lambda text: said.append(f"! {text}")}
    found = call(
        "detectorbias", job, offsets=tracked, corrected=folder / "c.tif", bias=folder / "b.tif",
        table=folder / "t.csv", **others,
    )  # fmt: skip
    corrected, bias = (read_raster(folder / f"{name}.tif")[1] for name in "cb")
    return found, corrected, bias, said


def left(bias):
    """What of the planted steps is left, in pixels of the images, against their mean."""
    detectors = number()
    steps = np.array([[np.median(bias[k][detectors == d]) for k in (0, 1)] for d in (1, 2, 3, 4)])
    rest = steps - STEPS
    return (rest - rest.mean(axis=0)) / PIXEL


def test_planted_steps_are_found_to_a_fiftieth_of_a_pixel(tmp_path):
    tracked = offsets(tmp_path / "o.tif")
    detectors = polygons(tmp_path / "d.gpkg", detector=[1, 2, 3, 4])
    found, corrected, bias, said = run(tmp_path, tracked, detectors=detectors)
    assert np.abs(left(bias)).max() < 0.02
    assert (found["pairs"], found["left"]) == (4, 0)
    assert found["largest"] == pytest.approx(3.0, abs=0.7)
    rest = corrected[:2] - np.stack([glacier(), -0.5 * glacier()])
    for k in (0, 1):
        levels = [np.median(rest[k][number() == d]) for d in (1, 2, 3, 4)]
        assert np.ptp(levels) < 0.2
    assert not any(text.startswith("!") for text in said)
    rows = np.genfromtxt(tmp_path / "t.csv", delimiter=",", names=True)
    assert rows["reference"].tolist() == rows["secondary"].tolist() == [1, 2, 3, 4]
    # The scene's own mean stays, as it may be motion.
    mean = np.average(STEPS, axis=0, weights=rows["pixels"])
    np.testing.assert_allclose(bias[:, 0, 0], STEPS[0] - mean, atol=0.3)
    with_common = run(tmp_path, tracked, detectors=detectors, common=True)[2]
    np.testing.assert_allclose(with_common[:, 0, 0], STEPS[0], atol=0.2)


def test_the_errors_are_those_that_are_told(tmp_path):
    """Of 24 scenes: error over standard deviation near one."""
    ratios = []
    detectors = polygons(tmp_path / "d.gpkg", detector=[1, 2, 3, 4])
    for seed in range(24):
        tracked = offsets(tmp_path / "o.tif", seed=seed)
        run(tmp_path, tracked, detectors=detectors, common=True)
        rows = np.genfromtxt(tmp_path / "t.csv", delimiter=",", names=True)
        for k, name in enumerate(MAP):
            # The second one holds the glacier, whose border chips smear.
            ratios.append(((rows[f"{name}_m"] - STEPS[:, k]) / rows[f"{name}_std_m"])[[0, 2, 3]])
    assert 0.75 < np.std(ratios) < 1.3


def test_pairs_of_detectors_and_rasters_of_them(tmp_path):
    """The secondary image saw the ground with other detectors; steps are those of the pairs."""
    first, second = number(), np.clip(number()[:, ::-1], 1, 4)
    names = [BandInfo("detector", "")]
    write_raster(tmp_path / "r.tif", GRID, first.astype(np.uint8), names, dtype="uint8")
    write_raster(tmp_path / "s.tif", GRID, second.astype(np.uint8), names, dtype="uint8")
    steps = np.moveaxis(STEPS[first - 1] - STEPS[second - 1], -1, 0)
    noise = 0.5 * np.random.default_rng(3).normal(size=(2, *GRID.shape))
    tracked = made.write(
        tmp_path / "o.tif", GRID, steps + noise, 0.5, MAP, ("20200705", "20200805")
    )
    found, corrected, bias, _ = run(
        tmp_path, tracked, detectors_raster=tmp_path / "r.tif",
        secondary_raster=tmp_path / "s.tif", common=True,
    )  # fmt: skip
    assert found["pairs"] == len(np.unique(100 * first + second)) > 4
    there = np.abs(bias[0]) > 0
    assert there.mean() > 0.9
    assert np.abs((bias - steps)[:, there]).max() < 0.02 * PIXEL


def test_a_change_along_track_is_followed(tmp_path):
    rows, cols = np.indices(GRID.shape)
    heading = np.radians(195.0)
    along = -CELL * np.cos(heading) * rows + CELL * np.sin(heading) * cols
    extra = np.where(number() == 3, 1e-4 * along, 0.0)
    tracked = offsets(tmp_path / "o.tif", extra=extra)
    detectors = polygons(tmp_path / "d.gpkg", detector=[1, 2, 3, 4])
    _, constant, _, _ = run(tmp_path, tracked, detectors=detectors)
    _, linear, _, _ = run(tmp_path, tracked, detectors=detectors, surface="linear")
    third = number() == 3
    for corrected, least, most in ((constant, 0.6, 9.0), (linear, 0.0, 0.3)):
        low, high = (np.median(corrected[0][third & part]) for part in (rows < 80, rows > 180))
        assert least <= abs(high - low) <= most


def test_names_of_the_product_and_fields_number_the_detectors(tmp_path):
    tracked = offsets(tmp_path / "o.tif")
    names = [f"detector_footprint-B08-{k:02d}-0" for k in (5, 6, 7, 8)]
    detectors = polygons(tmp_path / "d.gpkg", gml_id=names, own=[9, 8, 7, 6])
    for options, numbers in (({}, [5, 6, 7, 8]), ({"number_field": "own"}, [6, 7, 8, 9])):
        run(tmp_path, tracked, detectors=detectors, **options)
        rows = np.genfromtxt(tmp_path / "t.csv", delimiter=",", names=True)
        assert sorted(rows["reference"].tolist()) == numbers


def test_too_little_slow_ground_is_told_and_left(tmp_path):
    tracked = offsets(tmp_path / "o.tif")
    detectors = polygons(tmp_path / "d.gpkg", detector=[1, 2, 3, 4])
    speed = np.where(number() == 2, 300.0, 5.0).astype(np.float32)
    write_raster(tmp_path / "v.tif", GRID, speed, [BandInfo("speed", "m/yr")])
    found, _, bias, said = run(tmp_path, tracked, detectors=detectors, speed=tmp_path / "v.tif")
    assert (found["left"], found["pairs"]) == (1, 4)
    assert any("left as they were: 2/2" in text for text in said)
    assert np.count_nonzero(bias[0][number() == 2]) < 300  # along the borders alone
    write_raster(tmp_path / "v.tif", GRID, speed + 300, [BandInfo("speed", "m/yr")])
    with pytest.raises(GroundshiftError, match="enough slow ground"):
        run(tmp_path, tracked, detectors=detectors, speed=tmp_path / "v.tif")


def test_blocks_do_not_matter(tmp_path):
    tracked = offsets(tmp_path / "o.tif")
    detectors = polygons(tmp_path / "d.gpkg", detector=[1, 2, 3, 4])
    one, other = (
        run(tmp_path, tracked, detectors=detectors, memory=memory)[1:3] for memory in (64, 2048)
    )
    for a, b in zip(one, other):
        np.testing.assert_array_equal(a, b)


def test_what_cannot_be_is_refused(tmp_path):
    tracked = offsets(tmp_path / "o.tif")
    radar = made.write(
        tmp_path / "r.tif", Grid(9, 9), np.zeros((2, 9, 9)), 1.0, RADAR
    )  # fmt: skip
    detectors = polygons(tmp_path / "d.gpkg", detector=[1, 2, 3, 4], name=["a", "b", "c", "d"])
    write_raster(
        tmp_path / "v.tif", GRID, np.full(GRID.shape, 0.5, np.float32), [BandInfo("x", "")]
    )
    for given, what in (
        ({"offsets": radar, "detectors": detectors}, "no coordinate reference system"),
        ({"offsets": tracked}, "give one of them"),
        ({"offsets": tracked, "detectors_raster": tmp_path / "v.tif"}, "numbers of detectors"),
        ({"offsets": tracked, "detectors": detectors, "number_field": "name"}, "does not hold"),
    ):  # fmt: skip
        with pytest.raises(GroundshiftError, match=what):
            call("detectorbias", corrected=tmp_path / "c.tif", **given)
    assert not (tmp_path / "c.tif").exists()
