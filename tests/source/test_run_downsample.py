# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Displacement maps into samples, from file to file."""

import numpy as np
import pytest
from downsample_maps import DEGREES, GRID, UTM, displacement, model_at, run, write_track
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.features import (
    read_polygons,
    write_lines,
    write_polygons,
)
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.formats.vectors.wkb import line_wkb, polygon_wkb
from groundshift.algorithms.job import Job
from groundshift.algorithms.source.tools.displacement_source import (
    DisplacementSource,
    open_displacement,
)
from numpy.fft import fft2


@pytest.fixture(scope="module")
def moved():
    return displacement()


@pytest.fixture
def track(tmp_path):
    return write_track(tmp_path / "track.tif")


@pytest.mark.parametrize("method", ["quadtree", "uniform"])
def test_samples_are_the_displacement(track, tmp_path, method):
    told = []
    found, samples, local = run(track, tmp_path, told=told, method=method, count=300)
    assert 200 < len(samples) <= 330 and found["total"] == len(samples)
    away = samples.displacement - model_at(samples, local)
    # Curvature over a cell, and noise of a pixel over the root of their number.
    assert np.sqrt(np.mean(away**2)) < (0.004 if method == "quadtree" else 0.012)
    assert found["covered"] > 97
    assert (samples.extra["pixels"] > 0).all() and (samples.extent > 0).all()
    cells = read_polygons(tmp_path / "c.gpkg")
    assert len(cells) == len(samples)
    assert "<svg" in (tmp_path / "r.html").read_text()
    assert all("satellite" not in note or "mm" in note for note in told)


def test_the_quadtree_holds_more_than_even_cells(track, tmp_path):
    kept = {}
    for method in ("quadtree", "uniform"):
        kept[method] = run(track, tmp_path, method=method, count=250)[0]["variance"]
    assert kept["quadtree"] > kept["uniform"] and kept["quadtree"] > 97


@pytest.mark.parametrize(
    ("factor", "unit", "source", "name"),
    [
        (1e3, "mm", {}, "d"), (-1e2, "", {"unit": "cm", "sign": "away"}, "d"),
        (1e3, "", {}, "los_mm"), (-4 * np.pi / 0.0555, "radian", {"wavelength": 0.0555}, "phase"),
        (4 * np.pi / 0.0555, "rad", {"wavelength": 0.0555, "sign": "towards"}, "phase"),
    ],
)  # fmt: skip
def test_units_and_signs(moved, tmp_path, factor, unit, source, name):
    path = tmp_path / "other.tif"
    write_raster(path, GRID, (moved * factor).astype(np.float32), [BandInfo(name, unit)])
    _, samples, local = run(path, tmp_path, count=300, semivariogram=False, **source)
    assert np.abs(samples.displacement - model_at(samples, local)).max() < 0.03
    # A normal fault lets the ground sink away from the satellite.
    assert samples.displacement.min() < -0.15


def test_a_map_in_degrees_and_rows_from_the_south(tmp_path):
    rows, cols = 160, 200
    grid = Grid(rows, cols, (13.0, 0.002, 0.0, 42.2, 0.0, 0.0015), DEGREES)
    y, x = np.mgrid[:rows, :cols]
    values = (1e-3 * x - 2e-3 * y).astype(np.float32)
    write_raster(tmp_path / "d.tif", grid, values, [BandInfo("los_m", "m")])
    _, samples, local = run(tmp_path / "d.tif", tmp_path, count=100, semivariogram=False)
    lon, lat = local.back(DEGREES, samples.places)
    expected = 1e-3 * ((lon - 13.0) / 0.002 - 0.5) - 2e-3 * ((lat - 42.2) / 0.0015 - 0.5)
    np.testing.assert_allclose(samples.displacement, expected, atol=2e-4)
    # 0.002 degrees of longitude at 42 N are 165 m, 0.0015 of latitude 167 m: cells are square.
    assert np.median(samples.extent[:, 0] / samples.extent[:, 1]) == pytest.approx(1, abs=0.05)


def test_medians_ignore_a_few_wild_pixels(track, tmp_path, moved):
    values = moved + 0.0
    values[::9, ::9] += 3.0
    write_raster(tmp_path / "wild.tif", GRID, values.astype(np.float32), [BandInfo("d", "m")])
    away = {}
    for median in (False, True):
        _, samples, local = run(
            tmp_path / "wild.tif", tmp_path, method="uniform", count=150, median=median,
            semivariogram=False,
        )  # fmt: skip
        away[median] = np.median(np.abs(samples.displacement - model_at(samples, local)))
    assert away[False] > 0.03 and away[True] < 0.002


def test_blocks_do_not_change_the_samples(track, tmp_path):
    found = [
        run(track, tmp_path, count=200, job=Job(budget=budget))[1] for budget in (48 << 20, 2 << 30)
    ]
    np.testing.assert_allclose(found[0].displacement, found[1].displacement, rtol=1e-9)
    np.testing.assert_allclose(found[0].std, found[1].std, rtol=1e-6)


def square(x0, y0, x1, y1):
    return polygon_wkb([np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]])])


def test_masks(track, tmp_path):
    area, out, trace = (tmp_path / f"{n}.gpkg" for n in ("area", "out", "trace"))
    write_polygons(area, UTM, [square(355e3, 4680e3, 377e3, 4698e3)], {})
    write_polygons(out, UTM, [square(370e3, 4690e3, 373e3, 4693e3)], {})
    line = np.array([[360e3, 4694e3], [370e3, 4682e3]])
    write_lines(trace, UTM, [line_wkb(line)], {})
    places = {"area": area, "left_out": out, "trace": trace, "trace_mask": 1000, "near": 3000}
    with pytest.raises(GroundshiftError, match="need their size"):
        run(track, tmp_path, **places)
    _, samples, local = run(track, tmp_path, count=400, near_cell=500, **places)
    x, y = local.back(UTM, samples.places)
    assert x.min() > 355e3 and x.max() < 377e3 and y.min() > 4680e3 and y.max() < 4698e3
    assert not ((x > 370e3) & (x < 373e3) & (y > 4690e3) & (y < 4693e3)).any()
    along = (line[1] - line[0]) / np.linalg.norm(line[1] - line[0])
    offset = np.stack([x, y], axis=1) - line[0]
    t = offset @ along
    apart = np.abs(offset @ [-along[1], along[0]])
    beside = (t > 0) & (t < np.linalg.norm(line[1] - line[0]))
    assert apart[beside].min() > 900
    near = beside & (apart < 2500)
    assert near.sum() > 20 and samples.extent[near].max() <= 520


def test_the_far_field_tells_the_errors(tmp_path, moved):
    rng = np.random.default_rng(4)
    around = np.minimum(np.arange(600), 600 - np.arange(600)) * 100.0
    power = fft2(25e-6 * np.exp(-np.hypot(around[:, None], around) / 1200)).real.clip(0)
    white = rng.normal(size=power.shape) + 1j * rng.normal(size=power.shape)
    noise = fft2(np.sqrt(power) / 600 * white)
    # Weak, as the far field of such a fault would fill so small a map.
    values = moved / 40 + noise.real[:240, :300] + rng.normal(0, 3e-3, moved.shape)
    write_raster(tmp_path / "n.tif", GRID, values.astype(np.float32), [BandInfo("d", "m")])
    found, samples, local = run(tmp_path / "n.tif", tmp_path, count=300)
    np.testing.assert_allclose(found["nugget_found"], 9, rtol=0.2)
    np.testing.assert_allclose(found["sill_found"], 25, rtol=0.3)
    np.testing.assert_allclose(found["range_found"], 1.2, rtol=0.4)
    # What is left of the model has the variance that the samples are said to have.
    white = samples.whitened(samples.displacement - model_at(samples, local) / 40)
    assert 0.8 < np.sqrt(np.mean(white**2)) < 1.25


def test_a_ramp_is_no_noise(tmp_path):
    noise = np.random.default_rng(0).normal(0, 3e-3, GRID.shape)
    rows, cols = np.mgrid[: GRID.rows, : GRID.cols]
    found = []
    for ramp in (0.0, 1e-4):
        values = noise + ramp * (cols - 2 * rows)
        write_raster(tmp_path / "r.tif", GRID, values.astype(np.float32), [BandInfo("d", "m")])
        model = run(tmp_path / "r.tif", tmp_path, count=100)[0]
        found.append(model["nugget_found"] + model["sill_found"])
    np.testing.assert_allclose(found, 9, rtol=0.03)


def test_cells_do_not_care_about_a_ramp_that_is_taken_off(tmp_path, moved):
    cols = np.mgrid[: GRID.rows, : GRID.cols][1]
    values = moved + np.random.default_rng(0).normal(0, 1e-3, GRID.shape)
    counts = {}
    for ramp in (0.0, 2e-3):
        path = tmp_path / "r.tif"
        write_raster(path, GRID, (values + ramp * cols).astype(np.float32), [BandInfo("d", "m")])
        for detrend in (True, False):
            counts[ramp, detrend] = run(
                path, tmp_path, criterion="variance", threshold=10, detrend=detrend,
                semivariogram=False,
            )[0]["sample_count"]  # fmt: skip
    assert abs(counts[0.0, True] - counts[2e-3, True]) <= 3  # storage as float32 rounds
    assert counts[2e-3, False] > 1.2 * counts[0.0, False]


def test_tracks_add_up(track, tmp_path):
    first = tmp_path / "first"
    first.mkdir()
    run(track, first, count=100, track="A")
    found, samples, _ = run(
        track, tmp_path, count=150, track="B", earlier=(first / "s.gpkg", "samples")
    )
    assert [track.name for track in samples.tracks] == ["A", "B"]
    assert found["total"] == len(samples) > found["sample_count"]
    assert all(np.isfinite(track.sill) for track in samples.tracks)
    with pytest.raises(GroundshiftError, match="another name"):
        run(track, tmp_path, count=100, track="B", earlier=(tmp_path / "s.gpkg", "samples"))
    assert len(read_table(tmp_path / "s.gpkg")) == len(samples)


def test_licsar_thessaly(shared_data, tmp_path):
    """Metres away from the satellite, the first row in the south, no CRS."""
    folder = shared_data("licsar_coseismic") / "greece"
    text = (folder / "greece.par").read_text().split()
    size, step = int(text[text.index("ifg_width:") + 1]), 100.0
    values = np.fromfile(folder / "greece.unw", "<f4").reshape(size, size)
    grid = Grid(size, size, (-40000 - step / 2, step, 0.0, -40000 - step / 2, 0.0, step), UTM)
    write_raster(tmp_path / "greece.tif", grid, values, [BandInfo("d", "m")])
    found, samples, _ = run(
        tmp_path / "greece.tif", tmp_path, sign="away", count=800, heading=192.0
    )
    assert 700 < len(samples) <= 800 and found["variance"] > 98
    # Normal faulting: some 40 cm of subsidence and little uplift.
    assert -0.48 < samples.displacement.min() < -0.4 and samples.displacement.max() < 0.1
    np.testing.assert_allclose(samples.look[:, 0], np.sin(np.radians(39)) * np.cos(np.radians(12)),
                               atol=0.02)  # fmt: skip


def bad(change):
    grid, values, band = GRID, np.zeros(GRID.shape, np.float32), BandInfo("d", "m")
    if change == "empty":
        values = values * np.nan
    if change == "unit":
        band = BandInfo("d", "")
    if change == "wrapped":
        values = np.random.default_rng(0).uniform(-np.pi, np.pi, GRID.shape).astype(np.float32)
        band = BandInfo("phase", "radian")
    if change == "mm as m":
        values = values + 400
    return grid, values, band


@pytest.mark.parametrize(
    ("name", "unit", "metres"),
    [
        ("velocity_mm_yr", "mm/yr", 1e-3), ("velocity_mm_yr", "", 1e-3), ("rate", "cm/year", 1e-2),
        ("v", "m yr^-1", 1.0), ("displacement_cm", "", 1e-2),
    ],
)  # fmt: skip
def test_rates_count_as_what_moves_in_a_year(tmp_path, name, unit, metres):
    write_raster(
        tmp_path / "v.tif", GRID, np.full(GRID.shape, 7, np.float32), [BandInfo(name, unit)]
    )
    told = []
    _, reader = open_displacement(DisplacementSource(tmp_path / "v.tif"), told.append)
    np.testing.assert_allclose(reader.sample(), 7 * metres, rtol=1e-6)
    assert any("holds rates" in note for note in told) == ("/" in unit or "yr^" in unit)


@pytest.mark.parametrize(
    ("change", "options", "words"),
    [
        ("empty", {}, "no pixel with data"), ("unit", {}, "does not say its unit"),
        ("flat", {}, "same value everywhere"), ("mm as m", {}, "choose the right unit"),
        ("wrapped", {"wavelength": 0.0555}, "is wrapped"),
        ("flat", {"incidence": None, "heading": None}, "incidence angle is missing"),
        ("flat", {"band": 4}, "no band 4"),
        ("flat", {"semivariogram": False, "smallest": 30e3}, "with enough data"),
    ],
)  # fmt: skip
def test_bad_maps_are_refused_in_one_sentence(tmp_path, change, options, words):
    grid, values, band = bad(change)
    write_raster(tmp_path / "bad.tif", grid, values, [band])
    with pytest.raises(GroundshiftError, match=words):
        run(tmp_path / "bad.tif", tmp_path, count=100, **options)
    assert not (tmp_path / "s.gpkg").exists()


def test_phase_needs_a_wavelength(tmp_path):
    grid, values, band = bad("wrapped")
    write_raster(tmp_path / "bad.tif", grid, values, [band])
    with pytest.raises(GroundshiftError, match="wavelength in metres"):
        open_displacement(DisplacementSource(tmp_path / "bad.tif"), print)


def test_zeros_are_told_and_left_out_if_asked_for(tmp_path, moved):
    values = moved.astype(np.float32)
    values[:100] = 0
    write_raster(tmp_path / "z.tif", GRID, values, [BandInfo("d", "m")])
    told, options = [], {"count": 100, "semivariogram": False}
    found, *_ = run(tmp_path / "z.tif", tmp_path, told=told, **options)
    assert any("42 % of the pixels are exactly 0" in note for note in told)
    assert found["pixels"] == values.size
    told.clear()
    found, *_ = run(tmp_path / "z.tif", tmp_path, told=told, zero_is_nodata=True, **options)
    assert found["pixels"] == (values != 0).sum()
    assert told and not any("exactly 0" in note for note in told)


def test_masks_that_leave_nothing(track, tmp_path):
    write_polygons(tmp_path / "a.gpkg", UTM, [square(0, 0, 1, 1)], {})
    with pytest.raises(GroundshiftError, match="no pixel is left"):
        run(track, tmp_path, area=tmp_path / "a.gpkg")
    with pytest.raises(GroundshiftError, match="there is no rupture"):
        run(track, tmp_path, trace_mask=100.0)


def test_cancelled_runs_leave_nothing(track, tmp_path):
    with pytest.raises(Cancelled):
        run(track, tmp_path, {"cancelled": lambda: True})
    assert not (tmp_path / "s.gpkg").exists()
