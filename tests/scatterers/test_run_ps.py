# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Persistent scatterers from files to files, against the planted truth."""

import os
import re
import sqlite3
from dataclasses import replace

import h5py
import numpy as np
import pytest
from driven import driven
from groundshift.algorithms import toolbox
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import write_geometry
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.scratch import Scratch
from groundshift.algorithms.job import Job
from groundshift.algorithms.scatterers.weeding import arcs
from groundshift.algorithms.timeseries.tools.points import run_points
from groundshift.algorithms.toolbox import call
from planted_slc import GEOMETRY, UTM, WAVELENGTH, clutter_of, decaying, make_scene


@pytest.fixture(scope="module")
def scene():
    return make_scene()


@pytest.fixture(scope="module")
def stack(scene, tmp_path_factory):
    return scene.write(tmp_path_factory.mktemp("slc") / "slcStack.h5")


def run_ps(stack, folder, log=None, job=None, **given):
    """The tool with all outputs in a folder; `log` takes what it says."""
    names = {"points": "points.gpkg", "timeseries": "timeseries.h5", "mask": "mask.tif"}
    targets = {name: folder / file for name, file in names.items()}
    if log is not None:
        job = {"note": log.append, "warn": lambda text: log.append(f"Warning: {text}")}
    return toolbox.call("ps", job, stack=stack, **{**targets, **given})


def points_in(stack, folder, **given):
    """The tool with its points alone."""
    return run_ps(stack, folder, timeseries=None, mask=None, **given)


@pytest.fixture(scope="module")
def result(stack, tmp_path_factory):
    folder = tmp_path_factory.mktemp("ps")
    log = []
    return folder, run_ps(stack, folder, log), log


def table(folder):
    """The columns of the layer of points."""
    with sqlite3.connect(folder / "points.gpkg") as database:
        cursor = database.execute("SELECT * FROM points ORDER BY row, col")
        names = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
    return {
        name: np.array(values, float)
        for name, values in zip(names, zip(*rows))
        if name not in ("fid", "geom")
    }


def pixel(columns):
    return columns["row"].astype(int), columns["col"].astype(int)


def test_rates_and_series_are_the_planted_ones(scene, result):
    folder, report, _ = result
    points = table(folder)
    rows, cols = pixel(points)
    assert report["count"] == len(rows) > 0.8 * scene.planted.sum()
    assert scene.planted[rows, cols].mean() > 0.99
    truth = scene.rate[rows, cols] * 1e3
    error = points["velocity_mm_yr"] - truth
    error -= np.median(error)
    # The atmosphere of every date is in the rates; the middle of the bowl sinks.
    assert np.std(error) < 3.0
    assert np.corrcoef(points["velocity_mm_yr"], truth)[0, 1] > 0.9
    assert points["velocity_mm_yr"][np.argmin(truth)] < -10
    spread = np.sqrt(np.mean((error / points["velocity_std_mm_yr"]) ** 2))
    assert 0.6 < spread < 1.5


def test_noise_of_the_points_is_told(scene, result):
    points = table(result[0])
    sigma = 1 / np.sqrt(2 * 10.0)
    assert np.median(points["phase_noise_rad"]) == pytest.approx(sigma, rel=0.2)
    millimetres = 1e3 * WAVELENGTH / (4 * np.pi) * sigma
    assert np.median(points["residual_std_mm"]) == pytest.approx(millimetres, rel=0.25)
    assert np.median(points["coherence"]) == pytest.approx(np.exp(-(sigma**2) / 2), abs=0.03)
    assert np.median(points["gamma"]) == pytest.approx(np.exp(-(sigma**2) / 2), abs=0.03)


def test_noise_holds_what_delays_differ_between_neighbours(tmp_path):
    """Of scatterers that are nearly without noise it is all of it."""
    one, delay = 30.0, {}
    for name, amount in (("calm", 0.0), ("turbulent", 0.001)):
        scene = make_scene(scr=200.0, atmosphere=amount, length=one, height=0.0, rate=0.0)
        folder = tmp_path / name
        folder.mkdir()
        points_in(scene.write(folder / "slcStack.h5"), folder, atmosphere_metres=0)
        points = table(folder)
        rows, cols = pixel(points)
        # Half the variance of a difference along arcs, by the truth.
        ends = arcs(np.column_stack([cols, rows]) * 15.0)
        apart = np.angle(scene.turn[:, rows, cols][:, ends[0]] * np.conj(
            scene.turn[:, rows, cols][:, ends[1]]))  # fmt: skip
        delay[name] = np.sqrt(0.5 * np.mean(apart**2))
        true = np.hypot(delay[name], 1 / np.sqrt(2 * 200.0))
        told = np.sqrt(np.mean(points["phase_noise_rad"] ** 2))
        assert told == pytest.approx(true, rel=0.15)
    assert delay["calm"] < 1e-6 and delay["turbulent"] > 0.1


def test_height_errors_are_the_planted_ones(scene, result):
    points = table(result[0])
    error = points["height_error_m"] - scene.height[pixel(points)]
    error -= np.median(error)
    assert np.std(error) < 3.0
    assert scene.height[pixel(points)].std() > 5.5
    # The standard deviation holds the atmosphere, which is much the same at all points here.
    spread = np.sqrt(np.mean((error / points["height_error_std_m"]) ** 2))
    assert 0.3 < spread < 1.3


def test_series_on_the_grid_goes_on(scene, result, tmp_path):
    folder = result[0]
    points = table(folder)
    with h5py.File(folder / "timeseries.h5") as file:
        series, rate = file["timeseries"][()], file["velocity"][()]
        height = file["demError"][()]
        assert file.attrs["WAVELENGTH"] == repr(WAVELENGTH)
    there = np.isfinite(series).all(axis=0)
    assert np.array_equal(np.column_stack(np.nonzero(there)), np.column_stack(pixel(points)))
    assert not np.isfinite(series[:, ~there]).any()
    np.testing.assert_allclose(series[0][there], 0, atol=1e-7)
    days = [name for name in points if name.startswith("D2")]
    assert len(days) == 20
    np.testing.assert_allclose(
        series[-1][there] * 1e3, points[sorted(days)[-1]], atol=6e-3
    )  # two decimals
    np.testing.assert_allclose(rate[there] * 1e3, points["velocity_mm_yr"], atol=1e-3)
    np.testing.assert_allclose(height[there], points["height_error_m"], atol=6e-3)
    report = call("velocity", timeseries=folder / "timeseries.h5", velocity=tmp_path / "v.tif")
    assert report["pixels"] == there.sum()
    _, values, _ = read_raster(tmp_path / "v.tif")
    np.testing.assert_allclose(values[0][there], rate[there] * 1e3, atol=0.02)
    assert (
        driven(run_points, folder / "timeseries.h5", {"POINTS": tmp_path / "p.gpkg"}).points
        == there.sum()
    )


def test_the_mask_is_where_the_points_are(scene, result):
    grid, mask, _ = read_raster(result[0] / "mask.tif")
    assert grid.aligned_with(scene.grid)
    assert np.array_equal(np.column_stack(np.nonzero(mask[0] == 1)),
                          np.column_stack(pixel(table(result[0]))))  # fmt: skip
    assert set(np.unique(mask)) == {0, 1}


def test_blocks_and_memory_do_not_matter(stack, result, tmp_path, monkeypatch):
    from groundshift.algorithms.scatterers import stability
    from groundshift.algorithms.scatterers.tools import ps_solving

    monkeypatch.setattr(stability, "CHUNK", 100)
    monkeypatch.setattr(ps_solving, "CHUNK", 77)
    used = []

    class Small(Scratch):
        def __init__(self, folder, budget):
            super().__init__(folder, 0)
            used.append(folder)

        def array(self, shape, dtype):
            values = super().array(shape, dtype)
            assert isinstance(values, np.memmap)
            return values

    monkeypatch.setattr("groundshift.algorithms.formats.scratch.Scratch", Small)
    monkeypatch.setattr(Job, "blocks", _in_small_blocks)
    run_ps(stack, tmp_path, job=Job(64 << 20, 1))
    assert used == [tmp_path]
    first, second = table(result[0]), table(tmp_path)
    assert set(first) == set(second)
    for name in first:
        np.testing.assert_allclose(second[name], first[name], atol=2e-3, err_msg=name)
    assert sorted(os.listdir(tmp_path)) == ["mask.tif", "points.gpkg", "timeseries.h5"]


def _in_small_blocks(job, function, read, write, grid, bytes_per_pixel):
    for row in range(0, grid.rows, 33):
        for col in range(0, grid.cols, 41):
            window = Window(row, col, min(33, grid.rows - row), min(41, grid.cols - col))
            write(window, function(read(window)))


def test_the_reference_image_and_the_gains_leave_the_rates(scene, result, tmp_path):
    gains = np.random.default_rng(1).uniform(0.3, 3.0, 20)[:, None, None]
    path = scene.write(tmp_path / "slcStack.h5", [scene.images * gains])
    date = scene.dates[3]
    log = []
    run_ps(path, tmp_path, log, reference_date=str(date))
    told = f"Phases are relative to {date}."
    assert any(told in text for text in log) and not any(told in text for text in result[2])
    first, second = table(result[0]), table(tmp_path)
    place = {p: i for i, p in enumerate(zip(*pixel(first)))}
    common = [(place[p], i) for i, p in enumerate(zip(*pixel(second))) if p in place]
    assert len(common) > 0.98 * len(place)
    one, other = np.array(common).T
    change = second["velocity_mm_yr"][other] - first["velocity_mm_yr"][one]
    # The reference points are not all the same.
    assert np.std(change) < 0.01
    assert abs(np.median(change)) < 0.3


def test_a_reference_point_and_area(scene, stack, result, tmp_path):
    points = table(result[0])
    x, y = scene.grid.xy(20, 30)
    report = points_in(stack, tmp_path, reference_point=(x, y), reference_radius=150.0)
    found = table(tmp_path)
    rows, cols = pixel(found)
    inside = np.hypot(rows - 20, cols - 30) * 15.0 <= 150.0
    assert inside.sum() > 2
    assert found["velocity_mm_yr"][inside].mean() == pytest.approx(0, abs=1e-3)
    assert (report["reference_x"], report["reference_y"]) == pytest.approx((x, y), abs=100)
    same = found["velocity_mm_yr"] - points["velocity_mm_yr"]
    assert np.std(same) < 1e-3
    report = points_in(stack, tmp_path, reference_area=(x - 400, y - 400, x + 400, y + 400))
    assert abs(report["reference_x"] - x) < 200


def test_radar_coordinates_are_placed_by_their_lookup(scene, result, tmp_path):
    rows, cols = np.indices(scene.planted.shape).astype(float)
    longitude = 13.0 + 2e-4 * cols - 3e-5 * rows
    latitude = 46.0 + 1.3e-4 * rows + 2e-5 * cols
    path = scene.write(tmp_path / "slcStack.h5", grid=Grid(*scene.planted.shape), with_lookup=True)
    with h5py.File(path, "r+") as file:
        file["longitude"][:], file["latitude"][:] = longitude, latitude
    run_ps(path, tmp_path)
    points = table(tmp_path)
    assert np.array_equal(pixel(points), pixel(table(result[0])))
    from osgeo import ogr

    source = ogr.Open(str(tmp_path / "points.gpkg"))
    layer = source.GetLayer()
    assert "4326" in layer.GetSpatialRef().ExportToWkt()
    for feature in layer:
        row, col = int(feature["row"]), int(feature["col"])
        place = feature.GetGeometryRef().GetPoint_2D()
        assert place == pytest.approx((longitude[row, col], latitude[row, col]), abs=1e-9)
    with h5py.File(tmp_path / "timeseries.h5") as file:
        np.testing.assert_array_equal(file["latitude"][()], latitude)
    grid, mask, _ = read_raster(tmp_path / "mask.tif")
    for row, col in list(zip(*pixel(points)))[:50]:
        i, j = grid.index(longitude[row, col], latitude[row, col])
        assert 1 in mask[0, max(i - 1, 0) : i + 2, max(j - 1, 0) : j + 2]


def test_a_geometry_file_gives_height_and_look(scene, stack, result, tmp_path):
    shape = scene.planted.shape
    layers = {
        "height": np.arange(scene.planted.size, dtype=float).reshape(shape),
        "incidenceAngle": np.full(shape, 30.0), "azimuthAngle": np.full(shape, 102.0),
        "slantRangeDistance": np.full(shape, 900e3),
    }  # fmt: skip
    write_geometry(tmp_path / "geometry.h5", scene.grid, layers, {})
    points_in(stack, tmp_path, geometry=tmp_path / "geometry.h5")
    points = table(tmp_path)
    np.testing.assert_allclose(points["height_m"], layers["height"][pixel(points)])
    assert points["incidence_deg"] == pytest.approx(30.0)
    up = np.sqrt(points["los_east"] ** 2 + points["los_north"] ** 2 + points["los_up"] ** 2)
    np.testing.assert_allclose(up, 1.0, atol=1e-5)
    factor = (
        900e3
        * np.sin(np.radians(30))
        / (GEOMETRY.distance(GEOMETRY.incidence) * np.sin(np.radians(GEOMETRY.incidence)))
    )
    plain = table(result[0])
    np.testing.assert_allclose(
        points["height_error_m"], plain["height_error_m"] * factor, atol=0.02
    )
    layers["height"][:60] = 0
    write_geometry(tmp_path / "sea.h5", scene.grid, layers, {})
    points_in(stack, tmp_path, zero_height=True, geometry=tmp_path / "sea.h5")
    assert table(tmp_path)["row"].min() == 60
    write_geometry(tmp_path / "other.h5", Grid(10, 10, scene.grid.transform, UTM),
                   {"height": np.zeros((10, 10))}, {})  # fmt: skip
    with pytest.raises(GroundshiftError, match="other.h5: its grid"):
        points_in(stack, tmp_path, points=tmp_path / "p.gpkg", geometry=tmp_path / "other.h5")
    assert not (tmp_path / "p.gpkg").exists()


def test_two_polarisations_gain_points(scene, tmp_path):
    rng = np.random.default_rng(5)
    noise = rng.normal(size=(2, *scene.images.shape)) / np.sqrt(2)
    weaker = scene.images + 2.5 * (noise[0] + 1j * noise[1])
    other = scene.images * np.exp(0.8j) + 2.5 * (noise[1] - 1j * noise[0])[:, ::-1]
    images = [weaker.astype(np.complex64), other.astype(np.complex64)]
    path = scene.write(tmp_path / "slcStack.h5", images, ("VV", "VH"))
    log = []
    report = run_ps(path, tmp_path, log, polarisation="both")
    assert mixed_in(log) > 1.2 * report["single_count"] > 0
    assert report["gained"] > 0.15 * report["single_count"]
    assert scene.planted[pixel(table(tmp_path))].mean() > 0.9
    assert any("(+" in line for line in log)
    single = points_in(path, tmp_path, polarisation="VH")
    assert single["gained"] is None and single["count"] > 0


def mixed_in(log):
    """Points of two polarisations before the unwrapping, as the log tells."""
    (text,) = [text for text in log if " alone: " in text]
    return int(re.search(r"; with VH: \d+ candidates, (\d+) points", text).group(1))


@pytest.fixture(scope="module")
def partly_coherent():
    """A few scatterers of 13 dB on ground that keeps some of its coherence."""
    ground = decaying(25, 0.6, 30.0, 0.1)
    return make_scene(120, 150, 25, 0.0016, 20.0, rate=0.015, height=5.0, seed=7, ground=ground)


def test_strong_scatterers_on_partly_coherent_ground_are_kept(partly_coherent, tmp_path):
    """Their neighbours are noisy, and that is not their own noise."""
    scene = partly_coherent
    told = []
    run_ps(scene.write(tmp_path / "slcStack.h5"), tmp_path, told)
    points = table(tmp_path)
    assert any("ground that stays coherent and are left out" in text for text in told)
    strong = scene.planted[pixel(points)]
    # A few touch, and one of those stays. Sharing arcs alike lost half of them.
    assert strong.sum() >= 0.9 * scene.planted.sum() >= 15
    assert strong.mean() > 0.9
    sigma = 1 / np.sqrt(2 * 20.0)
    assert np.median(points["phase_noise_rad"][strong]) == pytest.approx(sigma, rel=0.35)
    error = points["velocity_mm_yr"] - 1e3 * scene.rate[pixel(points)]
    assert np.std(error[strong]) < 3.0


@pytest.mark.parametrize("seed", [11, 12])
def test_ground_that_stays_coherent_is_no_scatterer(tmp_path, seed):
    """Half of the scene keeps its speckle for long, half loses it: 400 such pixels are stable."""
    still = make_scene(
        110, 70, 25, 0.004, 15.0, 4.0, 0.01, seed=seed, ground=decaying(25, 0.8, 120.0, 0.3)
    )
    lost = make_scene(110, 70, 25, 0.004, 15.0, 4.0, 0.01, seed=seed)
    # Without motion, atmosphere and heights.
    scene = replace(
        still, images=np.concatenate([still.images / still.turn, lost.images / lost.turn], axis=2),
        planted=np.concatenate([still.planted, lost.planted], axis=1),
    )  # fmt: skip
    path = scene.write(tmp_path / "slcStack.h5")
    told = []
    every = run_ps(path, tmp_path, told, keep_ground=True)
    assert any("ground that stays coherent and are kept" in text for text in told)
    assert scene.planted[pixel(table(tmp_path))].mean() < 0.3
    chosen = run_ps(path, tmp_path)
    points = table(tmp_path)
    true = scene.planted[pixel(points)]
    assert chosen["count"] < 0.3 * every["count"]
    assert true.mean() > 0.85
    for half in (points["col"] < 70, points["col"] >= 70):
        assert (true & half).sum() > 0.6 * scene.planted[:, :70].sum()


def test_ground_alone_is_one_sentence(tmp_path):
    scene = make_scene(80, 90, 25, 0.0, rate=0.01, seed=3, ground=decaying(25, 0.8, 120.0, 0.3))
    path = scene.write(tmp_path / "slcStack.h5")
    with pytest.raises(GroundshiftError, match="stable points have a steadier .*; keep coherent"):
        run_ps(path, tmp_path)
    assert os.listdir(tmp_path) == ["slcStack.h5"]


def test_coherent_ground_is_no_gain_of_two_polarisations(tmp_path):
    """The second polarisation holds the same scatterers, and other speckle of that ground."""
    ground, rng = decaying(25, 0.7, 60.0, 0.2), np.random.default_rng(9)
    scene = make_scene(90, 110, 25, 0.004, 20.0, rate=0.01, height=4.0, seed=8, ground=ground)
    other = clutter_of(ground, scene.planted.shape, rng)
    other = (other + np.where(scene.planted, 3.0, 0.0)) * scene.turn
    path = scene.write(
        tmp_path / "slcStack.h5", [scene.images, other.astype(np.complex64)], ("VV", "VH")
    )
    log = []
    report = run_ps(path, tmp_path, log, polarisation="BOTH", keep_ground=True)
    # All are found with one, so there is nothing to gain; ground makes points, and is not counted.
    assert mixed_in(log) > report["single_count"] + 50
    assert abs(report["gained"]) <= 0.2 * scene.planted.sum()


def test_empty_images_are_left_out(scene, result, tmp_path):
    images = scene.images.copy()
    images[7] = 0
    log = []
    run_ps(scene.write(tmp_path / "slcStack.h5", [images]), tmp_path, log)
    assert any(str(scene.dates[7]) in line and "empty" in line for line in log)
    points = table(tmp_path)
    assert len([name for name in points if name.startswith("D2")]) == 19
    assert len(points["row"]) > 0.95 * len(table(result[0])["row"])


def test_warnings(scene, result, tmp_path):
    few = replace(
        scene, images=scene.images[:9], dates=scene.dates[:9], baseline=np.full(9, np.nan)
    )
    path = few.write(tmp_path / "slcStack.h5", attributes={"FLATTENED": "no"})
    log = []
    run_ps(path, tmp_path, log)
    text = "\n".join(log)
    for words in ("FLATTENED=no", "9 images are few", "baselines are not known", "height errors"):
        assert words in text, words
    with sqlite3.connect(tmp_path / "points.gpkg") as database:
        assert database.execute("SELECT count(height_error_m) FROM points").fetchone() == (0,)
    assert not any("Warning" in line for line in result[2])


@pytest.mark.parametrize(
    "change, options, words",
    [
        ({}, {"dispersion": 0.02}, "no pixel has an amplitude dispersion"),
        ({}, {"polarisation": "VH"}, "has no polarisation VH"),
        ({}, {"polarisation": "BOTH"}, "one polarisation"),
        ({}, {"reference_date": "20010101"}, "no image of 2001-01-01"),
        ({}, {"reference_point": (0.0, 0.0)}, "away from all points"),
        ({}, {"reference_area": (0.0, 0.0, 1.0, 1.0)}, "holds no point"),
        ({}, {"zero_height": True}, "no geometry file"),
        ({}, {"min_temporal_coherence": 1.0}, "temporal coherence"),
        ({}, {"min_part": 10**6}, "holds no 1000000 points"),
        ({"dates": 4}, {}, "too few"),
        ({"spacing": (np.nan, np.nan), "grid": Grid(120, 150)}, {}, "size of its pixels"),
        ({"images": "half"}, {}, "no pixel has data in all"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(scene, tmp_path, change, options, words):
    change = dict(change)
    count = change.pop("dates", 20)
    part = replace(scene, images=scene.images[:count], dates=scene.dates[:count],
                   baseline=scene.baseline[:count])  # fmt: skip
    if change.pop("images", None):
        images = part.images.copy()
        images[::2, :, :75] = 0
        images[1::2, :, 75:] = 0
        part = replace(part, images=images)
    path = part.write(tmp_path / "slcStack.h5", **change)
    with pytest.raises(GroundshiftError, match=words) as caught:
        run_ps(path, tmp_path, **options)
    assert "\n" not in str(caught.value) and ". " not in str(caught.value)
    assert os.listdir(tmp_path) == ["slcStack.h5"]


def test_cancelling_leaves_nothing(stack, tmp_path):
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 60

    with pytest.raises(Cancelled):
        run_ps(stack, tmp_path, job={"cancelled": cancelled})
    assert os.listdir(tmp_path) == []


def test_progress_runs_to_the_end(stack, tmp_path):
    shares = []
    run_ps(stack, tmp_path, job={"progress": shares.append})
    assert shares[-1] == pytest.approx(1.0)
    assert np.all(np.diff(shares) > -1e-9)


def test_a_full_disk_is_said(stack, mounted):
    folder = mounted(300)
    with Scratch(folder, 100) as scratch, pytest.raises(OSError, match="space"):
        scratch.array((1 << 20,), np.float32)
    with pytest.raises(GroundshiftError, match="full|needed"):
        run_ps(stack, folder)
    assert os.listdir(folder) == []


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="tells pages on Linux only")
def test_room_on_the_disk_can_leave_the_memory(tmp_path):
    def shared():
        with open("/proc/self/statm") as file:
            return int(file.read().split()[2]) * os.sysconf("SC_PAGE_SIZE")

    with Scratch(tmp_path, 0) as scratch:
        values = scratch.array((1 << 22,), np.int32)
        values[:] = np.arange(1 << 22)
        before = shared()
        scratch.rest()
        assert shared() < before - (15 << 20)
        np.testing.assert_array_equal(values, np.arange(1 << 22))
