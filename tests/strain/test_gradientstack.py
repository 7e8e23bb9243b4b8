# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates of phase gradients: planes, noise, slides; against plain NumPy."""

import h5py
import numpy as np
import pytest
from area_layers import ORIGIN, layer, point, square
from groundshift.algorithms.data.axes import ground_axes
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.relief import ground_gradients
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.job import Job
from groundshift.algorithms.strain import _gradient_kernel, _gradient_rate_kernel, phase_gradients
from groundshift.algorithms.strain.phase_gradients import half_window
from groundshift.algorithms.strain.slow_slides import Scene
from groundshift.algorithms.strain.tools.gradientstack import _tell_excess
from groundshift.algorithms.toolbox import call
from wrapped_stack import DEGREES, NEAR, RADAR, UTM, slide, write_stack


def stacked(folder, name="", job=None, **options):
    """Run the tool; its numbers and the gradient's bands."""
    numbers = call(
        "gradientstack", job, stack=folder / "s.h5", gradient=folder / f"g{name}.tif",
        magnitude=folder / f"m{name}.tif", detection=folder / f"d{name}.tif",
        pair_count=folder / f"n{name}.tif", aliased=folder / f"a{name}.tif",
        candidates=folder / f"c{name}.gpkg", **options,
    )  # fmt: skip
    return numbers, read_raster(folder / f"g{name}.tif")[1]


def plane(grid, east, north):
    """A rate of so many mm/yr/km, by the metres of a sphere's degrees or of the map."""
    rows, cols = np.indices(grid.shape)
    x, y = grid.xy(rows, cols)
    if abs(grid.transform[1]) < 1:
        # Metres of a degree on the ellipsoid at 60 degrees north.
        x, y = x * 55800.0, y * 111412.0
    return 1e-6 * (east * (x - x.mean()) + north * (y - y.mean()))


def plain(phase, coherence, half, step):
    """Angles of the sums of neighbours' products, in plain loops of windows."""
    z = np.where(np.isfinite(phase), coherence * np.exp(1j * phase), 0)
    (high, wide), (rows, cols) = half, phase.shape
    down, across = step
    out = np.full(phase.shape, np.nan)
    for r in range(rows):
        for c in range(cols):
            if not np.isfinite(phase[r, c]):
                continue
            total, count = 0, 0
            for i in range(max(r - high, 0), min(r + high, rows - 1) + 1):
                for j in range(max(c - wide, 0), min(c + wide, cols - 1) + 1):
                    k, m = i + down, j + across
                    if max(r - high, 0) <= k <= min(r + high, rows - 1) and (
                        m <= min(c + wide, cols - 1)
                    ):
                        total += z[k, m] * np.conj(z[i, j])
                        count += abs(z[k, m] * z[i, j]) > 0
            if count >= 0.25 * (2 * high + 1 - abs(down)) * (2 * wide + 1 - across):
                out[r, c] = np.angle(total)
    return out


@pytest.mark.parametrize("step", [(0, 1), (1, 0), (1, 1), (-1, 1)])
def test_the_kernel_does_what_the_formula_says(step):
    rng = np.random.default_rng(4)
    rows, cols = np.indices((17, 23))
    phase = (0.8 * cols - 0.5 * rows + 0.3 * rng.normal(size=rows.shape)).astype(np.float32)
    phase[rng.random(phase.shape) < 0.2] = np.nan
    coherence = rng.uniform(0.3, 1, phase.shape).astype(np.float32)
    half = (2, 3)
    gradient, agreement = np.empty((2, 1, 1, 17, 23), np.float32)
    _gradient_kernel.window_gradients(
        phase[None], coherence[None], (-2, -3), half, np.array([step]), 0.25, gradient, agreement
    )
    expected = plain(phase, coherence, half, step)
    np.testing.assert_allclose(gradient[0, 0], expected, atol=2e-4)
    assert np.nanmax(agreement) <= 1 and np.nanmin(agreement) > 0.3


@pytest.mark.parametrize("noise", [0.5, 1e-3])
def test_rates_by_tiles_are_those_of_the_pairs_gradients(noise):
    """Residuals of a thousandth of the signal, too, though all sums run in single precision."""
    rng = np.random.default_rng(2)
    rows, cols = _gradient_rate_kernel.TILE[0] + 9, _gradient_rate_kernel.TILE[1] + 21
    index = np.array([(i, j) for i in range(7) for j in range(i + 1, min(i + 3, 7))])
    spans = (index[:, 1] - index[:, 0]) / 30.0
    ramp = 4.0 * np.arange(cols) - 2.0 * np.arange(rows)[:, None]
    phase = spans[:, None, None] * ramp + rng.normal(0, noise, (len(index), rows, cols))
    phase[rng.random(phase.shape) < 0.1] = np.nan
    phase[:4, :40, :30] = np.nan  # the first pairs have nothing there
    phase[3:, -30:, -20:] = np.nan  # too few have anything
    phase = phase.astype(np.float32)
    coherence = rng.uniform(0.3, 1, phase.shape).astype(np.float32)
    half, steps = (1, 2), np.array([(0, 1), (1, 0), (-1, 1)])
    shares = np.zeros((3, 6))
    shares[:2, :2] = (1.0, 0.2), (0.0, 1.0)
    gradient, agreement = np.empty((2, 3, *phase.shape), np.float32)
    _gradient_kernel.window_gradients(
        phase, coherence, (-1, -2), half, steps, 0.25, gradient, agreement
    )
    rates, counts = np.empty((3, 2, rows, cols), np.float32), np.empty((3, rows, cols), np.int16)
    tally = np.empty((2, rows, cols), np.int32)
    _gradient_rate_kernel.stacked_gradients(
        phase, coherence, (-1, -2), half, steps, 0.25, index, np.float32(spans),
        np.array([0.3, 5, 0.2]), np.array([0.05, 0.999]), 7, shares, 2, rates, counts, tally,
    )  # fmt: skip
    counted = np.where(agreement >= 0.3, np.clip(agreement, 0.05, 0.999), 0.0).astype(float)
    weight, value = np.nan_to_num(counted) ** 2, np.nan_to_num(gradient.astype(float))
    t = spans[:, None, None]
    total, number = (weight * t**2).sum(axis=1), (weight > 0).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        slope = (weight * t * value).sum(axis=1) / total
        scatter = (weight * (value - slope[:, None] * t) ** 2).sum(axis=1)
        design = (np.eye(7)[index[:, 1]] - np.eye(7)[index[:, 0]]).T
        by_date = (np.einsum("dk,skij->sdij", design, weight * t / total[:, None]) ** 2).sum(axis=1)
        a, b = 2 * weight.sum(axis=1) - total * by_date, number - 1
        both = shares.T[:2, :, None, None]
        shared = scatter / (a * both[0] + b * both[1]) * (both[0] * by_date + both[1] / total)
        alone = scatter * np.maximum(by_date / a, 1 / (b * total))
        error = np.sqrt(np.where(both.sum(axis=0) > 0, shared, alone))
    kept = number >= 5
    np.testing.assert_array_equal(counts, np.where(kept, number, 0))
    np.testing.assert_array_equal(np.isfinite(rates), np.stack([kept, kept], axis=1))
    # Weights are as true as the agreement, to some 1e-6 of one; phases to 5e-7 radians.
    assert np.abs((rates[:, 0] - slope) / error)[kept].max() < 2e-3
    np.testing.assert_allclose(rates[:, 1][kept], error[kept], rtol=2e-3)
    np.testing.assert_array_equal(tally[0], np.isfinite(gradient).sum(axis=(0, 1)))
    np.testing.assert_array_equal(tally[1], (np.abs(gradient) > np.float32(0.2)).sum(axis=(0, 1)))
    assert not kept[:, -20:, -10:].any() and kept[:, 3:30, 3:20].mean() > 0.8 and tally[1].max() > 3


@pytest.mark.parametrize("grid", [UTM, DEGREES], ids=["metres", "degrees"])
@pytest.mark.parametrize("wrapped", [True, False])
def test_a_plane_has_its_gradient_in_metres(tmp_path, grid, wrapped):
    rate = plane(grid, 20.0, -35.0)
    write_stack(tmp_path / "s.h5", rate, grid, wrapped=wrapped, jumps=not wrapped)
    numbers, values = stacked(tmp_path, directions="diagonals too")
    # Half a degree of grid north in UTM, at most.
    np.testing.assert_allclose(values[0], 20.0, rtol=0.01)
    np.testing.assert_allclose(values[1], -35.0, rtol=0.01)
    assert numbers["pairs"] == len(NEAR) and numbers["count"] == 0
    assert numbers["largest"] == pytest.approx(np.hypot(20, 35), rel=0.01)
    assert numbers["aliased_share"] == 0
    down = grid.transform[5] * (111412.0 if grid is DEGREES else 1.0)
    across = grid.transform[1] * (55800.0 if grid is DEGREES else 1.0)
    length = np.hypot(down, across)
    np.testing.assert_allclose(values[2], (20 * across - 35 * down) / length, rtol=0.01)
    np.testing.assert_allclose(values[3], (20 * across + 35 * down) / length, rtol=0.01)


def test_rows_from_south_to_north_change_nothing(tmp_path):
    flipped = type(UTM)(120, 160, (500000.0, 40.0, 0.0, 4195200.0, 0.0, 40.0), UTM.crs)
    rate = slide(UTM.shape, 50, 80, 12, -0.03)
    write_stack(tmp_path / "s.h5", rate)
    _, one = stacked(tmp_path)
    write_stack(tmp_path / "s.h5", rate[::-1], flipped)
    _, other = stacked(tmp_path, "f")
    np.testing.assert_allclose(one[:2], other[:2, ::-1], atol=0.02)


def test_blocks_and_cores_do_not_change_a_bit(tmp_path):
    write_stack(tmp_path / "s.h5", slide(UTM.shape, 50, 80, 12, -0.03), atmosphere=0.004, noise=0.2)
    stacked(tmp_path, "1", Job(2 << 30, 1))
    stacked(tmp_path, "2", Job(90 << 20, 2))
    for kind in "gmdna":
        one, two = (read_raster(tmp_path / f"{kind}{k}.tif")[1] for k in "12")
        assert np.array_equal(one, two, equal_nan=True)
    one, two = (read_polygons(tmp_path / f"c{k}.gpkg") for k in "12")
    assert one.wkb == two.wkb and len(one)


def test_strips_of_a_block_do_not_change_a_bit(tmp_path, monkeypatch):
    write_stack(tmp_path / "s.h5", slide(UTM.shape, 50, 80, 12, -0.03), noise=0.2)
    stacked(tmp_path, "1")
    monkeypatch.setattr(phase_gradients, "PIECE", 7 * UTM.rows)
    stacked(tmp_path, "2")
    for kind in "gmdna":
        one, two = (read_raster(tmp_path / f"{kind}{k}.tif")[1] for k in "12")
        assert np.array_equal(one, two, equal_nan=True)


@pytest.mark.parametrize("half", [(1, 1), (70, 2), (200, 250)])
def test_sums_of_large_windows_stay_exact(half):
    rng = np.random.default_rng(6)
    phase = rng.normal(0, 0.3, (3 + 2 * half[0], 5 + 2 * half[1])).astype(np.float32)
    gradient, agreement = np.empty((2, 1, 1, 3, 5), np.float32)
    _gradient_kernel.window_gradients(
        phase[None], np.zeros((0, 0, 0), np.float32), (0, 0), half, np.array([(0, 1)]), 0.25,
        gradient, agreement,
    )  # fmt: skip
    z = np.exp(1j * phase)
    product = z[:, 1:] * z[:, :-1].conj()
    for r, c in np.ndindex(3, 5):
        window = product[r : r + 2 * half[0] + 1, c : c + 2 * half[1]]
        assert gradient[0, 0, r, c] == pytest.approx(np.angle(window.sum()), abs=1e-4)
        # Of so many products each is rounded to one of 64 parts.
        assert agreement[0, 0, r, c] == pytest.approx(abs(window.mean()), abs=5e-4)


@pytest.mark.parametrize("noise", [0.0, 0.4])
def test_the_errors_are_honest(tmp_path, noise):
    ratios = []
    for seed in range(2):
        write_stack(
            tmp_path / "s.h5", np.zeros(UTM.shape), atmosphere=0.004, length=3, noise=noise,
            seed=seed,
        )  # fmt: skip
        numbers, values = stacked(tmp_path)
        ratios.append((values[:2] / values[2:]).ravel())
        assert numbers["count"] == 0
        assert 0.8 < numbers["noise"] < 1.4
    # Some 600 independent places tell it to 3 %.
    assert np.sqrt(np.mean(np.concatenate(ratios) ** 2)) == pytest.approx(1.0, abs=0.08)


def test_a_slide_is_found_with_its_place_sign_and_size(tmp_path):
    rate = slide(UTM.shape, 60, 100, 10, -0.04)
    write_stack(tmp_path / "s.h5", rate, atmosphere=0.004, length=15, noise=0.3)
    numbers, _ = stacked(tmp_path, window=200)
    assert numbers["count"] == 1
    areas = read_polygons(tmp_path / "c.gpkg")
    x, y = UTM.xy(60, 100)
    low, high = _box(areas)
    assert low[0] < x < high[0] and low[1] < y < high[1]
    assert np.abs((low + high) / 2 - (x, y)).max() < 80
    # The circle has 0.5 km2; half a window is added all around.
    area = areas.columns["area_m2"][0]
    assert np.pi * 400**2 * 0.8 < area < np.pi * 560**2
    mean, std = areas.columns["mean_mm_yr"][0], areas.columns["std_mm_yr"][0]
    assert mean * area == pytest.approx(1e3 * rate.sum() * 1600, rel=0.15)
    assert mean < 0 and 0 < std < 10 and areas.columns["quality"][0] <= 3
    assert areas.columns["direction"][0] == "away"
    write_stack(tmp_path / "s.h5", -rate, atmosphere=0.004, length=15, noise=0.3)
    stacked(tmp_path, "t", window=200)
    assert read_polygons(tmp_path / "ct.gpkg").columns["mean_mm_yr"][0] > 0


def _box(areas):
    from groundshift.algorithms.formats.vectors.shapes import envelopes

    left, right, bottom, top = envelopes(areas.wkb)[0]
    return np.array([left, bottom]), np.array([right, top])


@pytest.fixture
def moving(tmp_path):
    """A slide in noise, in the folder's stack."""
    write_stack(tmp_path / "s.h5", slide(UTM.shape, 60, 100, 10, -0.04), noise=0.3)
    return tmp_path


@pytest.mark.parametrize("degrees, count", [(3.0, 0), (10.0, 1)])
def test_flat_ground_has_no_slides(moving, degrees, count):
    rows = np.indices(UTM.shape)[0]
    heights = 500 + 40.0 * rows * np.tan(np.radians(degrees))
    write_raster(moving / "dem.tif", UTM, heights.astype(np.float32), [BandInfo("height", "m")])
    said = []
    numbers, _ = stacked(moving, job={"note": said.append}, window=200, dem=moving / "dem.tif")
    assert numbers["count"] == count
    assert ("1 places below 5 degrees" in " ".join(said)) == (not count)
    if count:
        areas = read_polygons(moving / "c.gpkg")
        assert areas.columns["slope_deg"][0] == pytest.approx(degrees, abs=0.2)


def test_a_candidate_enters_an_inventory(moving):
    """And one that the inventory has already does not."""
    stacked(moving, window=200)
    rng = np.random.default_rng(3)
    rows, cols = rng.uniform(45, 75, 300), rng.uniform(20, 115, 300)
    x, y = UTM.xy(rows, cols)
    rate = np.where(np.hypot(rows - 60, cols - 100) < 10, -40.0, 0.0)
    places = np.stack([x, y], axis=1) - ORIGIN
    layer(moving / "p.gpkg", "point", [point(*place) for place in places], velocity_mm_yr=rate,
          velocity_std_mm_yr=np.ones(300), crs=UTM.crs)  # fmt: skip
    for row, col, count in ((60, 30, 1), (60, 100, 0)):
        centre = np.array(UTM.xy(row, col)) - ORIGIN
        layer(moving / "i.gpkg", "polygon", [square(*centre, 1600)], name=["known"], crs=UTM.crs)
        found = call(
            "updateinventory", inventory=moving / "i.gpkg", points=moving / "p.gpkg",
            active_areas=moving / "c.gpkg", updated=moving / f"u{count}.gpkg",
            candidates=moving / f"n{count}.gpkg",
        )  # fmt: skip
        assert found["candidate_count"] == count
    assert read_polygons(moving / "n1.gpkg").columns["mean_mm_yr"][0] < 0


@pytest.mark.parametrize("excess, warned", [(1.0, False), (1.9, False), (2.1, True)])
def test_a_scene_of_more_than_noise_is_told(excess, warned):
    said = []
    _tell_excess(Scene(0.0, 0.0, excess), Job(warn=said.append))
    assert bool(said) == warned


def test_motion_all_over_the_scene_is_told(tmp_path):
    rows, cols = np.indices(UTM.shape)
    waves = 0.01 * np.sin(rows / 6) * np.sin(cols / 7)
    write_stack(tmp_path / "s.h5", waves, noise=0.2)
    said = []
    numbers, _ = stacked(tmp_path, job={"warn": said.append})
    assert numbers["noise"] > 2 and "times what noise by their standard" in " ".join(said)


def test_steep_gradients_are_told(tmp_path):
    rate = plane(UTM, 0, 0)
    rate[:, 80:] = 1e-6 * 6000 * 40 * np.arange(80)  # 2.3 rad a pixel in 12 days
    write_stack(tmp_path / "s.h5", rate)
    numbers, _ = stacked(tmp_path)
    share = read_raster(tmp_path / "a.tif")[1][0]
    assert share[:, :70].max() == 0 and share[:, 90:].min() > 0.3
    assert numbers["aliased_share"] == pytest.approx(np.nanmean(share), abs=0.02)


def radar_lookup():
    """Places of a radar grid whose columns go 40 m west and rows 30 m north, by 12 degrees."""
    rows, cols = np.indices(RADAR.shape)
    turn = np.radians(12)
    x, y = -40.0 * cols, 30.0 * rows
    east, north = x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)
    return east, north, {"latitude": 60 + north / 111412.0, "longitude": 12 + east / 55800.0}


def test_radar_coordinates_come_to_the_map_by_their_lookup(tmp_path):
    east, north, lookup = radar_lookup()
    write_stack(tmp_path / "s.h5", 1e-6 * (20 * east - 35 * north), RADAR, lookup=lookup)
    numbers, values = stacked(tmp_path)
    inside = np.isfinite(values[0])
    assert inside.mean() > 0.5
    np.testing.assert_allclose(values[0][inside], 20, rtol=0.015)
    np.testing.assert_allclose(values[1][inside], -35, rtol=0.015)
    size = read_raster(tmp_path / "m.tif")[1][0]
    np.testing.assert_allclose(size, np.hypot(*values[:2]), rtol=1e-5)
    assert (numbers["window_rows"], numbers["window_cols"]) == (9, 7)


def test_radar_coordinates_without_lookup_go_by_the_attributes(tmp_path):
    rows, cols = np.indices(RADAR.shape)
    attributes = {"RANGE_PIXEL_SIZE": "20", "AZIMUTH_PIXEL_SIZE": "30", "INCIDENCE_ANGLE": "30",
                  "PROCESSOR": "gamma"}  # fmt: skip
    write_stack(
        tmp_path / "s.h5", 1e-6 * (20 * 40 * cols - 35 * 30 * rows), RADAR, attributes=attributes
    )
    _, values = stacked(tmp_path)
    np.testing.assert_allclose(values[0], 20, rtol=0.002)
    np.testing.assert_allclose(values[1], -35, rtol=0.002)
    names = read_raster(tmp_path / "g.tif")[2]
    assert names[:2] == ["gradient_range_mm_yr_km", "gradient_azimuth_mm_yr_km"]


def test_a_window_has_three_pixels_at_least():
    assert half_window(250, (40, 40)) == (3, 3)
    assert half_window(10, (40, 90)) == (1, 1)


@pytest.mark.parametrize(
    "made, options, words",
    [
        ({"index": NEAR[:1]}, {}, "1 of its 1 pairs span up to 60 days, and 5 are needed"),
        ({}, {"max_days": 11}, "the shortest spans 12 days"),
        ({"change": lambda phase: np.abs(np.cos(phase))}, {}, "as coherence does"),
        ({"change": np.degrees}, {}, "not in radians"),
        ({"change": lambda phase: phase * np.nan}, {}, "holds no phase"),
        ({"grid": RADAR}, {}, "the metres of a pixel are unknown"),
        ({"noise": 9.0}, {"min_agreement": 0.99}, "lower the least agreement"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path, made, options, words):
    grid = made.get("grid", UTM)
    write_stack(tmp_path / "s.h5", plane(grid, 20, 10), **made)
    with pytest.raises(GroundshiftError, match=words):
        stacked(tmp_path, **options)
    assert not (tmp_path / "g.tif").exists() and not (tmp_path / "c.gpkg").exists()


def test_mexico_city_wrapped_again_has_the_gradient_of_its_rate(shared_data, tmp_path):
    """Within its errors, be these small or large.

    By the noise by date and by pair that is found here rates of the same pairs, found in two ways,
    would differ by 0.66 (all) and 0.84 (up to 60 days) of the errors, and windows that coherence
    weighs add a little. The rate of all pairs has noise of two dates that the short ones tell
    little or nothing of, the last, of twice the usual noise, and the first.
    """
    path = tmp_path / "s.h5"
    call("importstack", folder=shared_data("mexico_city_s1"), stack=path)
    with h5py.File(path) as file:
        pairs = file["date"][()].astype(str)
    days = np.diff([[np.datetime64(f"{d[:4]}-{d[4:6]}-{d[6:]}") for d in pair] for pair in pairs])
    long = ",".join("_".join(pair) for pair in pairs[days[:, 0].astype(int) > 60])
    rates = {}
    for name, left_out in (("all", ""), ("short", long)):
        call("sbas", stack=path, timeseries=tmp_path / "t.h5", velocity=tmp_path / f"{name}.tif",
             weights="uniform", robust=False, exclude_pairs=left_out)  # fmt: skip
        grid, rate, _ = read_raster(tmp_path / f"{name}.tif")
        rates[name] = mean_gradient(rate[0], grid)
    with h5py.File(path, "a") as file:
        phase = file["unwrapPhase"][()].astype(complex)
        file["wrapPhase"] = np.where(phase == 0, 0, np.angle(np.exp(1j * phase))).astype("f4")
        del file["unwrapPhase"]
    for name, most, expected in (("all", 400, 0.71), ("short", 60, 0.88), ("all", 60, 1.02)):
        _, values = stacked(tmp_path, max_days=most, weights="uniform")
        rate = rates[name]
        plain = (read_raster(tmp_path / "a.tif")[1][0] < 0.01) & np.isfinite(rate).all(axis=0)
        plain &= np.isfinite(values).all(axis=0)
        error, std = (values[:2] - rate)[:, plain].ravel(), values[2:, plain].ravel()
        parts = np.array_split(np.argsort(std), 5)
        ratios = [np.sqrt(np.mean((error / std)[part] ** 2)) for part in parts]
        assert plain.sum() > 2500
        assert np.sqrt(np.mean((error / std) ** 2)) == pytest.approx(expected, abs=0.08)
        assert max(ratios) < 1.35 * min(ratios)
        assert np.corrcoef(values[:2, plain].ravel(), rate[:, plain].ravel())[0, 1] > 0.96


def mean_gradient(rate, grid):
    """East and north, mm/yr/km; means over windows of three pixels, as the tool's are."""
    steps = np.full((2, *grid.shape), np.nan)
    steps[0, 1:-1, 1:-1] = sum(rate[k : k - 2 or None, 2:] - rate[k : k - 2 or None, :-2]
                               for k in range(3)) / 6  # fmt: skip
    steps[1, 1:-1, 1:-1] = sum(rate[2:, k : k - 2 or None] - rate[:-2, k : k - 2 or None]
                               for k in range(3)) / 6  # fmt: skip
    return 1e3 * ground_gradients(steps, ground_axes(grid).block(Window(0, 0, *grid.shape)))


def test_few_pairs_have_a_variance_that_is_right(tmp_path):
    """With 19 pairs of 13 dates: in the mean, and the ratios have no long tails."""
    index = np.array([(i, j) for i in range(13) for j in range(i + 1, min(i + 3, 13))][:19])
    squares, ratios = np.zeros(2), []
    for seed in range(3):
        write_stack(tmp_path / "s.h5", np.zeros(UTM.shape), index=index, atmosphere=0.004, length=3,
                    seed=seed)  # fmt: skip
        _, values = stacked(tmp_path)
        squares += np.mean(values[:2] ** 2), np.mean(values[2:] ** 2)
        ratios.append(values[:2] / values[2:])
    assert np.sqrt(squares[0] / squares[1]) == pytest.approx(1.0, abs=0.08)
    ratios = np.stack(ratios)
    # By a pixel's own few residuals alone it is 1.1, and 1 in 35.
    assert np.sqrt(np.mean(ratios**2)) == pytest.approx(1.0, abs=0.06)
    assert (np.hypot(ratios[:, 0], ratios[:, 1]) > 3).mean() < 1.6 / 90
