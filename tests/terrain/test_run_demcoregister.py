# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Elevation models that are displaced by what is known."""

import re

import numpy as np
import pytest
from area_layers import layer
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb
from groundshift.algorithms.toolbox import call
from model_files import DEGREES, NORTH, UTM, WEST, land, metric, write


def run(folder, dem, reference, **others):
    notes = []
    job = {"note": notes.append, "warn": lambda text: notes.append(f"! {text}")}
    found = call(
        "demcoregister", job, dem=dem, reference=reference, aligned=folder / "aligned.tif",
        difference=folder / "difference.tif", **others,
    )  # fmt: skip
    return found, notes


def moved(found):
    return np.array([found["east"], found["north"], found["up"]])


@pytest.mark.parametrize("move", [(47.3, -31.9, 8.5), (-260.0, 185.0, -3.0)])
def test_a_planted_displacement_is_undone(tmp_path, move):
    """Far and near, between grids of other pixels and another CRS."""
    grid = Grid(340, 300, (14.995, 0.00025, 0, 42.455, 0, -0.00018), DEGREES)
    reference = write(tmp_path / "ref.tif", metric(), noise=1.0, seed=1)
    dem = write(tmp_path / "dem.tif", grid, move, noise=1.0, seed=2)
    found, notes = run(tmp_path, dem, reference)
    assert moved(found) == pytest.approx(-np.array(move), abs=0.4)  # 0.02 pixels
    assert found["nmad"] < 2.0 < 10.0 < found["nmad_before"]
    assert "NMAD" in notes[0] and not any(note.startswith("!") for note in notes)
    _, difference, names = read_raster(tmp_path / "difference.tif")
    assert names == ["height_difference_m"]
    known = difference[np.isfinite(difference)]
    assert known.size > 0.5 * 300 * 320 and abs(np.median(known)) < 0.1
    again, _ = run(tmp_path, tmp_path / "aligned.tif", reference)
    assert np.abs(moved(again)).max() < 0.05


def test_what_is_moved_keeps_its_pixels(tmp_path):
    grid = metric()
    reference = write(tmp_path / "ref.tif", grid)
    dem = write(tmp_path / "dem.tif", grid, (30.0, 12.0, 4.0))
    found, _ = run(tmp_path, dem, reference)
    there, aligned, _ = read_raster(tmp_path / "aligned.tif")
    before = read_raster(dem)[1][0]
    assert np.ptp(aligned[0] - before) < 1e-3
    assert there.transform[0] - WEST == pytest.approx(found["east"], abs=0.02)
    assert there.transform[3] - NORTH == pytest.approx(found["north"], abs=0.02)


def test_the_deviations_are_honest(tmp_path):
    """Of repeated noise, which neighbours share."""
    grid, move = metric(160, 160), np.array([7.0, -11.0, 2.0])
    errors = []
    for seed in range(12):
        reference = write(tmp_path / "ref.tif", grid, noise=3.0, seed=2 * seed)
        dem = write(tmp_path / "dem.tif", grid, move, noise=3.0, seed=2 * seed + 1)
        found, _ = run(tmp_path, dem, reference)
        std = [found["east_std"], found["north_std"], found["up_std"]]
        errors.append((moved(found) + move) / std)
    assert 0.6 < np.sqrt(np.mean(np.square(errors))) < 1.6


def slide(x, y):
    """Ground of a fifth of the scene that sank by up to 30 m."""
    inside = np.hypot(x - WEST - 3000, y - NORTH + 3000) < 1400
    return -30.0 * inside


def test_changed_ground_does_not_move_the_model(tmp_path):
    grid, move = metric(), (22.0, -9.0, 1.0)
    reference = write(tmp_path / "ref.tif", grid, noise=1.0, seed=1)
    dem = write(tmp_path / "dem.tif", grid, move, noise=1.0, seed=2, change=slide)
    found, _ = run(tmp_path, dem, reference)
    assert moved(found) == pytest.approx(-np.array(move), abs=0.3)
    difference = read_raster(tmp_path / "difference.tif")[1][0]
    assert difference[150, 150] == pytest.approx(-30.0, abs=5.0)

    ring = [(WEST + 3000 + a, NORTH - 3000 + b)
            for a, b in ((-1500, -1500), (1500, -1500), (1500, 1500), (-1500, 1500))]  # fmt: skip

    layer(tmp_path / "slide.gpkg", "polygon", [polygon_wkb([np.array([*ring, ring[0]])])], crs=UTM)
    less, _ = run(tmp_path, dem, reference, changed=tmp_path / "slide.gpkg")
    assert less["pixels"] < found["pixels"]
    assert moved(less) == pytest.approx(-np.array(move), abs=0.15)


def test_a_tilt_is_taken_out_on_wish(tmp_path):
    grid = metric()

    def inclined(x, y):
        return 2e-3 * (x - WEST) - 1e-3 * (y - NORTH)

    reference = write(tmp_path / "ref.tif", grid)
    dem = write(tmp_path / "dem.tif", grid, (15.0, 5.0, 0.0), change=inclined)
    found, notes = run(tmp_path, dem, reference, tilt=True)
    assert moved(found)[:2] == pytest.approx([-15.0, -5.0], abs=0.3)
    assert found["nmad"] < 0.2 and "tilted" in notes[1]
    aligned = read_raster(tmp_path / "aligned.tif")
    x, y = aligned[0].xy(*np.indices(aligned[0].shape))
    assert np.abs(aligned[1][0] - land(x, y)).max() < 1.0
    difference = read_raster(tmp_path / "difference.tif")[1][0]
    assert np.nanmax(np.abs(difference[3:-3, 3:-3])) < 1.5


def test_a_bias_that_grows_with_height_is_told(tmp_path):
    grid = metric()
    reference = write(tmp_path / "ref.tif", grid)
    dem = write(tmp_path / "dem.tif", grid, change=lambda x, y: 0.02 * (land(x, y) - 900))
    _, notes = run(tmp_path, dem, reference)
    told = [float(re.search(r"rise by (\S+) m", note)[1]) for note in notes if note[0] == "!"]
    assert told == pytest.approx([20.0], abs=2.0)


def test_real_heights_of_known_displacement(shared_data, tmp_path):
    """demcompare's pair: a blurred copy, displaced by three columns and five rows."""
    folder = shared_data("srtm_shifted")
    found, _ = run(tmp_path, folder / "srtm_blurred_and_shifted.tif", folder / "srtm_ref.tif")
    at = 39.5838  # degrees north, in the middle
    column = 111412.84 * np.cos(np.radians(at)) - 93.5 * np.cos(np.radians(3 * at))
    row = 111132.92 - 559.82 * np.cos(np.radians(2 * at)) + 1.175 * np.cos(np.radians(4 * at))
    assert found["east"] == pytest.approx(3 * column / 1200, abs=0.02 * column / 1200)
    assert found["north"] == pytest.approx(-5 * row / 1200, abs=0.02 * row / 1200)
    assert found["nmad"] < 4.6 and found["nmad_before"] > 75


def test_flat_ground_does_not_know_its_place(tmp_path):
    grid = metric(120, 120)
    rng = np.random.default_rng(3)
    for name, level in (("ref.tif", 100.0), ("dem.tif", 102.0)):
        heights = level + rng.normal(0, 1, grid.shape)
        write_raster(tmp_path / name, grid, heights.astype(np.float32), [BandInfo("height_m", "m")])
    with pytest.raises(GroundshiftError, match=r"too flat.*HORIZONTAL"):
        run(tmp_path, tmp_path / "dem.tif", tmp_path / "ref.tif")
    assert not (tmp_path / "aligned.tif").exists()
    found, _ = run(tmp_path, tmp_path / "dem.tif", tmp_path / "ref.tif", horizontal=False)
    assert found["up"] == pytest.approx(-2.0, abs=0.1) and found["east"] == 0.0


def test_models_of_other_places_are_refused(tmp_path):
    reference = write(tmp_path / "ref.tif", metric())
    dem = write(tmp_path / "dem.tif", metric(west=WEST + 5e4))
    with pytest.raises(GroundshiftError, match="hardly any ground in common"):
        run(tmp_path, dem, reference)


def test_a_small_model_of_a_large_one_is_found(tmp_path):
    """Two thousandths of the reference's ground; its search looks nowhere else."""
    reference = write(tmp_path / "ref.tif", metric(2500, 2600), noise=0.5, seed=1)
    grid = metric(110, 120, west=WEST + 30_000, north=NORTH - 21_000)
    dem = write(tmp_path / "dem.tif", grid, (15.0, -8.0, 2.0), noise=0.5, seed=2)
    found, _ = run(tmp_path, dem, reference)
    assert moved(found) == pytest.approx([-15.0, 8.0, -2.0], abs=0.5)


def test_waves_along_the_track_are_taken_out_on_wish(tmp_path):
    grid = metric()

    def jitter(x, y):
        along = np.sin(np.radians(190)) * (x - WEST) + np.cos(np.radians(190)) * (y - NORTH)
        return 4.0 * np.sin(2 * np.pi * along / 4000 + 1)

    reference = write(tmp_path / "ref.tif", grid, noise=0.5, seed=1)
    dem = write(tmp_path / "dem.tif", grid, (15.0, 5.0, 2.0), noise=0.5, seed=2, change=jitter)
    plain, _ = run(tmp_path, dem, reference)
    found, notes = run(tmp_path, dem, reference, track=190.0, wave=3000.0)
    assert moved(found)[:2] == pytest.approx([-15.0, -5.0], abs=0.3)
    assert found["nmad"] < 0.9 and plain["nmad"] > 2.5
    assert "Waves along the track from -4" in " ".join(notes)
    aligned = read_raster(tmp_path / "aligned.tif")
    x, y = aligned[0].xy(*np.indices(aligned[0].shape))
    assert np.sqrt(np.mean((aligned[1][0] - land(x, y)) ** 2)) < 1.0
