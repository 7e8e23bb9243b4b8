# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fractures of known offset and strike in simulated interferograms, and none without."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.features import read_lines
from groundshift.algorithms.strain.lineaments import _found as found
from groundshift.algorithms.strain.lineaments import filters
from groundshift.algorithms.toolbox import call

GRID = Grid(150, 160, (500_000.0, 30.0, 0.0, 4_500_000.0, 0.0, -30.0), wkt_from_epsg(32633))
ROWS, COLS = np.indices(GRID.shape)
WAVELENGTH = 0.05546576


def fringes():
    """Forty radians of a smooth bulge: 0.8 rad from pixel to pixel."""
    return 40 * np.exp(-((COLS - 80.0) ** 2 + (ROWS - 75.0) ** 2) / (2 * 30.0**2))


def fracture(strike, step, half=45, fade=40.0):
    """The right side of a line less its left side, which fades away from it."""
    angle = np.radians(strike)
    right = (COLS - 80) * np.cos(angle) + (ROWS - 75) * np.sin(angle) + 1e-6
    along = (COLS - 80) * np.sin(angle) - (ROWS - 75) * np.cos(angle)
    profile = np.maximum(0.0, 1 - (along / half) ** 6)  # one that breaks off is a step across
    return 0.5 * step * np.sign(right) * profile * np.exp(-np.abs(right) / fade)


def noise(std, seed=0):
    return std * np.random.default_rng(seed).normal(size=GRID.shape)


def run(folder, phase, unit="rad", name="phase", **others):
    told = []
    values = np.angle(np.exp(1j * phase)) if unit == "rad" else phase
    write_raster(folder / "p.tif", GRID, values.astype(np.float32), [BandInfo(name, unit)])
    found = call("lineaments", {"warn": told.append}, phase=folder / "p.tif",
                 lines=folder / "l.gpkg", **others)  # fmt: skip
    lines = read_lines(str(folder / "l.gpkg")).columns if found["lines_found"] else {}
    return found, lines


def test_filters_see_steps_and_nothing_smooth():
    made = filters(9)
    y, x = made.places.T.astype(float)
    for place in (np.ones_like(x), x, y, x * y, x**2 - 3 * y**2):
        np.testing.assert_allclose(made.rows @ place, 0.0, atol=1e-9)
    angle = np.pi * 3 / 16
    right = x * np.cos(angle) + y * np.sin(angle)
    assert made.rows[6] @ (2.0 * (right > 0)) == pytest.approx(2.0, abs=1e-9)
    assert made.rows[6] @ right**3 == pytest.approx(0.0, abs=1e-6)


def plain(phase, made, wrapped, row, col):
    """Step, noise and direction at one pixel, written down plainly."""
    y, x = made.places.T
    own = phase[row + y, col + x].astype(float)
    known = np.isfinite(own)
    down = right = 0.0
    if wrapped:
        slopes = []
        for axis in (0, 1):
            gap = np.diff(phase, axis=axis)[row + y, col + x].astype(float)
            gap = gap[np.isfinite(gap)]
            slopes.append(np.arctan2(np.sin(gap).sum(), np.cos(gap).sum()))
        down, right = slopes
    mean = float(phase[row, col])
    for _ in range(3 if wrapped else 2):
        rest = own - down * y - right * x - mean
        if wrapped:
            rest -= 2 * np.pi * np.rint(rest / (2 * np.pi))
        rest[~known] = 0.0
        mean += rest.sum() / known.sum()
    steps = made.rows @ rest
    best = int(np.argmax(np.abs(steps) / made.norms))
    angle = np.pi * best / len(steps)
    side = np.sign(np.round(x * np.cos(angle) + y * np.sin(angle), 6))
    left = (rest - 0.5 * steps[best] * side)[known]
    x, y = x[known], y[known]
    left = left - (left @ x) / (x @ x) * x - (left @ y) / (y @ y) * y
    return steps[best], np.sqrt((left**2).sum() / (known.sum() - 4)), best


@pytest.mark.parametrize("wrapped", [True, False])
@pytest.mark.parametrize("radius", [5, 9])
def test_the_kernel_is_the_plain_formula(radius, wrapped):
    made, rng = filters(radius), np.random.default_rng(1)
    phase = (0.2 * fringes() + fracture(31.0, 1.6) + noise(0.3))[40:110, 40:113]
    phase = np.where(rng.random(phase.shape) < 0.08, np.nan, phase).astype(np.float32)
    phase = np.angle(np.exp(1j * phase)).astype(np.float32) if wrapped else phase
    step, error, which = found(phase, wrapped, made, 1)
    edge, looked = radius + 1, 0
    for row in range(edge, 70 - edge, 3):
        for col in range(edge, 73 - edge, 5):
            own = step[row - edge, col - edge]
            if np.isnan(phase[row, col]):
                assert np.isnan(own) and which[row - edge, col - edge] == -1
                continue
            told = plain(phase, made, wrapped, row, col)
            looked += 1
            assert which[row - edge, col - edge] == told[2]
            np.testing.assert_allclose(
                (own, error[row - edge, col - edge]), told[:2], rtol=2e-5, atol=1e-6
            )
    assert looked > 100


@pytest.mark.parametrize("strike", [0.0, 31.0, 77.0, 140.0])
def test_a_fracture_under_fringes_and_noise(tmp_path, strike):
    """Phase away from the satellite to the right is offset of the other sign."""
    found, lines = run(tmp_path, fringes() + fracture(strike, 1.6) + noise(0.3))
    assert found["lines_found"] == 1  # the filters swing back on both sides
    assert abs((lines["strike_deg"][0] - strike + 90) % 180 - 90) < 3
    assert lines["length_m"][0] == pytest.approx(2700, abs=450)
    offset = -1e3 * 1.6 * WAVELENGTH / (4 * np.pi)
    sign = -1 if abs(lines["strike_deg"][0] - strike) > 90 else 1
    assert sign * lines["offset_mm"][0] == pytest.approx(0.93 * offset, rel=0.12)
    assert lines["strain_ppm"][0] == pytest.approx(1e3 * lines["offset_mm"][0] / 60.0, rel=0.01)
    assert lines["score"][0] > found["threshold"] > 5


def test_offsets_are_right_along_any_direction(tmp_path):
    """Also between two directions of the filters, and wherever the line lies in a pixel."""
    for strike in np.arange(2.0, 180.0, 19.7):
        _, lines = run(tmp_path, fracture(strike, 1.6, 1000, 1e9) + noise(0.05))
        full = 1e3 * 1.6 * WAVELENGTH / (4 * np.pi)
        assert abs(lines["offset_mm"][0]) == pytest.approx(full, rel=0.04)


@pytest.mark.parametrize("strike", [31.0, 77.0])
def test_a_fault_that_ends_all_at_once_has_no_line_across(tmp_path, strike):
    """Uniform slip on a rectangle that cuts the surface: the ground beyond its tips is whole."""
    from groundshift.algorithms.source.okada import displacement

    fault = np.array([[0.0, 0.0, 500.0, np.radians(strike), np.pi / 2, 2700.0, 1000.0]])
    places = np.stack([30.0 * (COLS - 80.3), 30.0 * (75.2 - ROWS), 0.0 * COLS], axis=-1)
    moved = displacement(places.reshape(-1, 3), fault, np.array([[1.0, 0.0, 0.0]]))
    phase = (moved @ np.array([-0.61, -0.13, 0.78])).reshape(ROWS.shape)
    phase = 1.6 * phase / np.ptp(phase)
    found, lines = run(tmp_path, phase + noise(0.1))
    assert found["lines_found"] == 1
    assert lines["strike_deg"][0] == pytest.approx(strike, abs=3)
    assert lines["length_m"][0] == pytest.approx(2700, abs=600)


def test_offsets_are_as_sure_as_they_say(tmp_path):
    ratios = []
    for seed in range(6):
        _, lines = run(tmp_path, fracture(31.0, 1.6, 1000) + noise(0.4, seed))
        offset = -1e3 * 1.6 * WAVELENGTH / (4 * np.pi) * np.exp(-1.0 / 40)
        ratios.append((lines["offset_mm"][0] - offset) / lines["offset_std_mm"][0])
    assert np.sqrt(np.mean(np.square(ratios))) < 2.0
    assert np.sqrt(np.mean(np.square(ratios))) > 0.4


def test_noise_has_no_lines(tmp_path):
    from scipy.ndimage import gaussian_filter

    for seed in range(2):
        assert run(tmp_path, noise(0.5, seed))[0]["lines_found"] == 0
        alike = gaussian_filter(noise(1.0, seed), 1.5)
        assert run(tmp_path, 0.6 * alike / alike.std())[0]["lines_found"] == 0


def test_fringes_have_no_lines(tmp_path):
    assert run(tmp_path, fringes())[0]["lines_found"] == 0
    assert run(tmp_path, fringes() + noise(0.3))[0]["lines_found"] == 0


def test_displacement_and_unwrapped_phase_are_alike(tmp_path):
    phase = 0.2 * fringes() + fracture(31.0, 1.6) + noise(0.3)
    _, wrapped = run(tmp_path, phase)
    metres = -phase * WAVELENGTH / (4 * np.pi)
    _, moved = run(tmp_path, 1e3 * metres, "mm", "displacement", kind="displacement")
    assert moved["offset_mm"][0] == pytest.approx(wrapped["offset_mm"][0], rel=0.02)
    _, towards = run(tmp_path, phase, sign="positive_towards")
    assert towards["offset_mm"][0] == pytest.approx(-wrapped["offset_mm"][0], rel=1e-4)


def test_a_displacement_in_metres_needs_no_unit(tmp_path):
    """Decimetres of one sign look like a coherence only where the unit is millimetres."""
    moved = 0.3 + fracture(31.0, 0.2) + noise(0.01)
    found, lines = run(tmp_path, moved, "", "", kind="displacement")
    assert found["lines_found"] == 1 and abs(lines["offset_mm"][0]) > 150
    with pytest.raises(GroundshiftError, match="as a coherence"):
        call("lineaments", {}, phase=tmp_path / "p.tif", lines=tmp_path / "l.gpkg",
             kind="displacement", unit="mm")  # fmt: skip


def test_large_offsets_of_displacement_stay_whole(tmp_path):
    """Beside a large step a plane leaves more than a wrapped phase can."""
    found, lines = run(
        tmp_path, fracture(130.0, 60.0) + noise(1.0), "mm", "displacement", kind="displacement"
    )
    assert found["lines_found"] >= 1
    assert lines["length_m"][0] == pytest.approx(2700, abs=450)
    assert abs(lines["offset_mm"][0]) == pytest.approx(0.93 * 60.0, rel=0.2)


def test_blocks_do_not_matter(tmp_path, monkeypatch):
    phase, results, whole = fracture(77.0, 1.6) + noise(0.3), [], Grid.blocks
    for cut in (False, True):
        if cut:
            monkeypatch.setattr(Grid, "blocks", lambda self, pixels, *_: whole(self, 1, 40, 48))
        _, lines = run(tmp_path, phase, score=tmp_path / "s.tif")
        results.append((read_raster(tmp_path / "s.tif")[1], lines["offset_mm"], lines["length_m"]))
    for first, second in zip(*results):
        np.testing.assert_array_equal(first, second)


def test_what_is_not_coherent_does_not_count(tmp_path):
    coherence = np.where(np.abs(COLS - 80) < 30, 0.1, 0.9).astype(np.float32)
    write_raster(tmp_path / "c.tif", GRID, coherence, [BandInfo("coherence", "")])
    phase = fracture(0.0, 1.6) + noise(0.3)
    assert run(tmp_path, phase, coherence=tmp_path / "c.tif")[0]["lines_found"] == 0
    assert run(tmp_path, phase, coherence=tmp_path / "c.tif", min_coherence=0.05)[0][
        "lines_found"
    ] == 1  # fmt: skip


def test_bad_input_is_told(tmp_path):
    with pytest.raises(GroundshiftError, match="less noise than at random"):
        run(tmp_path, np.random.default_rng(0).uniform(-np.pi, np.pi, GRID.shape))
    with pytest.raises(GroundshiftError, match="less noise than at random"):
        run(tmp_path, np.full(GRID.shape, np.nan))
    with pytest.raises(GroundshiftError, match="coherence"):
        run(tmp_path, noise(0.3), "", "coherence")
    other = Grid(150, 160, (500_010.0, *GRID.transform[1:]), GRID.crs)
    write_raster(tmp_path / "c.tif", other, np.ones(GRID.shape, np.float32),
                 [BandInfo("coherence", "")])  # fmt: skip
    with pytest.raises(GroundshiftError, match="do not lie on those of"):
        run(tmp_path, noise(0.3), coherence=tmp_path / "c.tif")


def test_an_earthquake_in_afghanistan(shared_data, tmp_path):
    """A filtered interferogram: few lines, centimetres at most; the smooth model below has none."""
    folder = shared_data("licsar_coseismic") / "afghanistan"
    grid = Grid(601, 601, (470e3, 100.0, 0.0, 4.03e6, 0.0, -100.0), GRID.crs)
    values = np.fromfile(folder / "afghanistan.diff", "<f4").reshape(601, 601)[150:450, 150:450]
    grid = Grid(300, 300, grid.transform, grid.crs)
    write_raster(tmp_path / "p.tif", grid, values, [BandInfo("phase", "rad")])
    found = call("lineaments", {}, phase=tmp_path / "p.tif", lines=tmp_path / "l.gpkg")
    assert found["lines_found"] < 15 and found["largest_offset"] < 0.5e3 * WAVELENGTH / 2
