# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Metres of motion in steep fringes, found with the help of offsets."""

import annotation_files as made
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.offsets import MAP, RADAR
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.scatterers.unwrapping.rasters import RasterOptions, unwrap_raster
from groundshift.algorithms.toolbox import call
from groundshift.algorithms.tracking.redifferential import aliased, cycles_of_components
from groundshift.algorithms.tracking.smoothing import noise_of, smoothed
from scipy.ndimage import uniform_filter

ROWS, COLS = 150, 170
WAVE = 0.05546576
GRID = Grid(ROWS, COLS)


def motion(size=3.6):
    """A bowl that moves away and a small rise, metres towards the satellite."""
    y, x = np.mgrid[:ROWS, :COLS]
    bowl = np.exp(-(((x - 80) / 26.0) ** 2 + ((y - 75) / 22.0) ** 2))
    rise = np.exp(-(((x - 140) / 12.0) ** 2 + ((y - 30) / 14.0) ** 2))
    return -size * bowl + 0.6 * rise


def interferogram(path, moved, noise=0.4, sign=1.0, seed=1, gap=None):
    """By the definition of the phase: reference times the conjugate of the secondary."""
    away = 880e3 + 0.0 * moved
    reference = np.exp(-4j * np.pi * away / WAVE)
    secondary = np.exp(-4j * np.pi * (away - moved) / WAVE)
    pair = reference * np.conj(secondary)
    pair *= np.exp(1j * noise * np.random.default_rng(seed).normal(size=moved.shape))
    pair = pair if sign > 0 else np.conj(pair)
    if gap is not None:
        pair[gap] = 0
    write_raster(path, GRID, pair.astype(np.complex64), [BandInfo("ifg", "")], dtype="complex64")
    return path


def offsets(path, moved, noise=0.06, step=2, seed=2, components=RADAR, told=None):
    """Of every second pixel, with noise and its standard deviation."""
    grid = Grid(ROWS // step, COLS // step, (0.0, step, 0.0, 0.0, 0.0, step))
    middle = (step - 1) / 2
    rows, cols = np.indices(grid.shape) * step
    low = moved[rows, cols] + moved[rows + step - 1, cols + step - 1]
    values = low / 2 + noise * np.random.default_rng(seed).normal(size=grid.shape)
    assert middle == 0.5
    std = np.full_like(values, noise if told is None else told)
    return made.write(path, grid, np.stack([values, 0 * values]), std, components)


def run(folder, path, tracked, **others):
    said = []
    job = {"note": said.append, "warn": lambda text: said.append(f"! {text}")}
    found = call(
        "redifferential", job, interferogram=path, offsets=tracked, method="mcf", min_pixels=20,
        displacement=folder / "d.tif", rest=folder / "r.tif", status=folder / "s.tif", **others,
    )  # fmt: skip
    return found, [read_raster(folder / f"{name}.tif")[1][0] for name in "drs"], said


@pytest.mark.parametrize("size", [1.4, 3.6])
def test_metres_beyond_what_phase_can_follow_are_found(tmp_path, size):
    """Phase alone goes astray by many cycles; with offsets it stays at its own noise."""
    moved = motion(size)
    path = interferogram(tmp_path / "i.tif", moved)
    steep = aliased(moved, WAVE)
    assert steep[0] > 0.15 * steep[1]
    tracked = offsets(tmp_path / "o.tif", moved)
    found, (displacement, rest, status), said = run(tmp_path, path, tracked)
    error = displacement - moved
    noise = WAVE / (4 * np.pi) * 0.4
    assert np.isfinite(error).mean() > 0.97
    assert np.nanstd(error) < 1.1 * noise and abs(np.nanmedian(error)) < 0.2e-3
    assert np.nanmax(np.abs(error)) < 0.4 * WAVE  # nowhere a cycle
    assert found["pixels"] == np.isfinite(error).sum() == np.isin(status, (1, 5)).sum()
    assert found["contradicted"] < 0.001 * found["pixels"]
    assert found["away"] == pytest.approx(size, rel=0.03)
    assert found["aliased"] > 10 and not any(text.startswith("!") for text in said)
    phase = np.angle(np.exp(1j * -4 * np.pi / WAVE * moved))
    alone = unwrap_raster(phase, None, RasterOptions("mcf")).phase * -WAVE / (4 * np.pi)
    assert np.nanstd(alone - moved) > 0.1
    assert np.nanstd(rest) < 5.0


def test_the_result_is_congruent_with_the_phase(tmp_path):
    moved = motion(2.0)
    path = interferogram(tmp_path / "i.tif", moved)
    _, (displacement, _, _), _ = run(tmp_path, path, offsets(tmp_path / "o.tif", moved))
    phase = np.angle(read_raster(path)[1][0])
    cycles = (-4 * np.pi / WAVE * displacement - phase) / (2 * np.pi)
    known = np.isfinite(cycles)
    assert np.abs(cycles[known] - np.rint(cycles[known])).max() < 2e-4


def test_offsets_that_are_smoothed_too_much_are_told(tmp_path):
    """Cycles go wrong where the rest is too steep; the offsets themselves see it."""
    moved = motion(3.6)
    path = interferogram(tmp_path / "i.tif", moved)
    tracked = offsets(tmp_path / "o.tif", moved)
    found, (displacement, _, status), said = run(tmp_path, path, tracked, smooth=6)
    wrong = np.abs(displacement - moved) > 0.5 * WAVE
    assert wrong.sum() > 300 and (status[wrong] == 5).mean() > 0.6
    assert (status[~wrong] == 5).mean() < 0.15 and found["contradicted"] == (status == 5).sum()
    assert any("too steep there" in text for text in said)


def test_noisy_offsets_have_no_result_and_it_is_told(tmp_path):
    moved = motion(1.4)
    path = interferogram(tmp_path / "i.tif", moved)
    tracked = offsets(tmp_path / "o.tif", moved, noise=1.0)
    with pytest.raises(GroundshiftError, match="offsets too noisy"):
        run(tmp_path, path, tracked)
    assert not (tmp_path / "d.tif").exists()
    # A noisy half, and standard deviations that are too small by three.
    values = motion(1.4)[::2, ::2][:75, :85]
    noise = np.where(np.arange(85) < 40, 0.06, 1.0) * np.ones((75, 1))
    values = values + noise * np.random.default_rng(5).normal(size=values.shape)
    grid = Grid(75, 85, (0.0, 2, 0.0, 0.0, 0.0, 2))
    made.write(tracked, grid, np.stack([values, 0 * values]), noise, RADAR)
    found, (_, _, status), said = run(tmp_path, path, tracked)
    assert (status[:, 110:] == 2).all() and (status[:, :60] == 1).mean() > 0.9
    assert found["noisy"] == (status == 2).sum()
    assert any("too noisy" in text for text in said)


def test_parts_that_nothing_joins_get_their_cycles_from_the_offsets(tmp_path):
    moved = motion(3.0)
    gap = np.zeros(moved.shape, bool)
    gap[:, 95:102] = gap[60:64] = True
    path = interferogram(tmp_path / "i.tif", moved, gap=gap)
    found, (displacement, _, status), _ = run(tmp_path, path, offsets(tmp_path / "o.tif", moved))
    error = displacement - moved
    assert found["components"] >= 4 and (status[gap] == 0).all()
    assert np.isfinite(error[~gap]).mean() > 0.95
    assert np.nanmax(np.abs(error)) < 0.4 * WAVE


@pytest.mark.parametrize("kind", ["complex", "radians"])
def test_tiles_do_not_matter(tmp_path, kind):
    moved = motion(2.0)
    path = interferogram(tmp_path / "i.tif", moved)
    if kind == "radians":
        phase = np.angle(read_raster(path)[1][0]).astype(np.float32)
        path = tmp_path / "p.tif"
        write_raster(path, GRID, phase, [BandInfo("phase", "rad")])
    tracked = offsets(tmp_path / "o.tif", moved)
    _, (whole, _, _), _ = run(tmp_path, path, tracked, tile=0)
    _, (cut, _, _), _ = run(tmp_path, path, tracked, tile=70, overlap=20)
    both = np.isfinite(whole) & np.isfinite(cut)
    assert both.mean() > 0.95
    np.testing.assert_allclose(cut[both], whole[both], atol=1e-4)


def test_an_interferogram_of_several_looks_finds_its_offsets(tmp_path):
    """Offsets of single-look images, an interferogram of 3 x 2 looks; and one of elsewhere."""
    moved = motion(2.0)
    path = interferogram(tmp_path / "i.tif", moved)
    single = np.repeat(np.repeat(moved, 3, axis=0), 2, axis=1)[: ROWS * 3 - 1]
    grid = Grid(single.shape[0] // 6, single.shape[1] // 4, (0.0, 4, 0.0, 0.0, 0.0, 6))
    rows, cols = np.indices(grid.shape)
    values = np.mean(
        [single[rows * 6 + k, cols * 4 + j] for k in range(6) for j in range(4)], axis=0
    )
    values = values + 0.06 * np.random.default_rng(4).normal(size=values.shape)
    made.write(tmp_path / "o.tif", grid, np.stack([values, 0 * values]), 0.06, RADAR)
    _, (displacement, _, _), said = run(tmp_path, path, tmp_path / "o.tif")
    assert np.nanmax(np.abs(displacement - moved)) < 0.4 * WAVE
    assert any("3 times as high and 2 times as wide" in text for text in said)
    other = Grid(60, 50, (0.0, 4, 0.0, 0.0, 0.0, 6))
    made.write(tmp_path / "e.tif", other, np.zeros((2, 60, 50)), 0.06, RADAR)
    with pytest.raises(GroundshiftError, match="of one scene"):
        run(tmp_path, path, tmp_path / "e.tif")


def test_offsets_on_the_map_are_turned_along_the_line_of_sight(tmp_path):
    """Radar images on the map: what comes nearer by d is seen d / sin(incidence) nearer."""
    moved, incidence, heading = motion(2.0), np.radians(37.0), np.radians(192.0)
    grid = Grid(ROWS, COLS, (5e5, 40.0, 0, 5e6, 0, -40.0), wkt_from_epsg(32633))
    phase = np.angle(np.exp(-4j * np.pi / WAVE * moved)).astype(np.float32)
    write_raster(tmp_path / "i.tif", grid, phase, [BandInfo("phase", "rad")])
    # It looks to the right of its flight, so that the ground sees it on the left.
    towards = heading - np.pi / 2
    seen = moved / np.sin(incidence)
    values = np.stack([seen * np.sin(towards), seen * np.cos(towards)])
    values += 0.06 * np.random.default_rng(7).normal(size=values.shape)
    made.write(tmp_path / "o.tif", grid, values, 0.06, MAP)
    with pytest.raises(GroundshiftError, match="give incidence and heading"):
        run(tmp_path, tmp_path / "i.tif", tmp_path / "o.tif")
    _, (displacement, _, _), said = run(
        tmp_path, tmp_path / "i.tif", tmp_path / "o.tif", incidence=37.0, heading=192.0
    )
    assert np.isfinite(displacement).mean() > 0.9
    assert np.nanmax(np.abs(displacement - moved)) < 0.4 * WAVE
    assert any("turned along the line of sight" in text for text in said)


def test_the_other_sign_is_noticed_and_can_be_said(tmp_path):
    moved = motion(1.4)
    path = interferogram(tmp_path / "i.tif", moved, sign=-1.0)
    tracked = offsets(tmp_path / "o.tif", moved)
    _, _, said = run(tmp_path, path, tracked)
    assert any(text.startswith("!") and "the secondary times" in text for text in said)
    _, (displacement, _, _), said = run(tmp_path, path, tracked, sign="secondary")
    assert np.nanmax(np.abs(displacement - moved)) < 0.4 * WAVE
    assert not any(text.startswith("!") for text in said)


def test_what_does_not_belong_together_is_refused(tmp_path):
    moved = motion(1.4)
    path, good = interferogram(tmp_path / "i.tif", moved), offsets(tmp_path / "o.tif", moved)
    plain = write_raster(
        tmp_path / "u.tif", GRID, (60 * moved).astype(np.float32), [BandInfo("phase", "rad")]
    )
    east = offsets(tmp_path / "e.tif", moved, components=MAP)
    for one, other, what in (
        (tmp_path / "u.tif", good, "is unwrapped already"),
        (path, east, "give incidence and heading"),
        (good, good, "is in m, not in radians"),
        (path, path, "holds no pixel offsets"),
    ):  # fmt: skip
        with pytest.raises(GroundshiftError, match=what):
            run(tmp_path, one, other)
    assert plain is None or plain


def test_components_get_the_cycles_that_make_them_small():
    rest = np.full((40, 60), np.nan)
    rest[:, :20], rest[:, 25:40], rest[:, 45:] = 0.7, -3 * 2 * np.pi - 0.4, 9 * 2 * np.pi
    rest += 0.2 * np.random.default_rng(0).normal(size=rest.shape)
    component = np.zeros(rest.shape, int)
    component[:, :20], component[:, 25:40] = 1, 2
    cycles, spread = cycles_of_components(rest, component)
    assert cycles.tolist() == [0, 0, -3] and spread[1:] == pytest.approx(0.2, rel=0.1)


@pytest.mark.parametrize("chip", [1, 3, 8])
def test_smoothing_knows_its_errors(chip):
    """Errors of chips that overlap are alike; what is said is not less than what is there."""
    rng = np.random.default_rng(chip)
    y, x = np.mgrid[:300, :300] / 300
    truth = 3 * np.exp(-((x - 0.5) ** 2 + (y - 0.5) ** 2) / 0.05)
    values = truth + 0.2 * chip * uniform_filter(rng.normal(size=truth.shape), chip)
    for told in (0.2, 0.1, np.nan):
        std = np.full(truth.shape, told)
        noise = noise_of([values], [std])
        assert noise.std == pytest.approx(0.2, rel=0.1)
        assert chip <= noise.length <= 1.5 * chip
        for size in (0, 2, 5):
            found, error, _ = smoothed(values, std, size, noise)
            ratio = np.std((found - smoothed(truth, std, size, noise)[0]) / error)
            assert 0.65 < ratio < 1.1
    gap = values.copy()
    gap[100:103, 100:103] = gap[200:, 200:] = np.nan
    found, _, _ = smoothed(gap, np.full(truth.shape, 0.2), 4.0, noise)
    assert np.isfinite(found[101, 101]) and np.isnan(found[240:, 240:]).all()
