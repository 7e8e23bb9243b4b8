# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulated permafrost: Stefan's law, slumps, lakes and snow as told; other scenes as before."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.dates import DAYS_PER_YEAR
from groundshift.algorithms.data.simulation import PermafrostOptions, SimulationOptions, simulate
from groundshift.algorithms.data.simulation.cold import CONDUCTIVITY, FUSION, SWELLING
from groundshift.algorithms.data.simulation.cold_air import FREEZING, NEVER, Air, thaw_index
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.raster_source import describe
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.text.dated_csv import read_dated_values
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.shapes import areas_of
from groundshift.algorithms.job import Job
from groundshift.algorithms.toolbox import call
from scipy import ndimage

SMALL = PermafrostOptions(rows=90, cols=100, dates=40, interval_days=24, epsg=32646, slumps=3)


@pytest.fixture(scope="module")
def scene():
    return simulate(SMALL)


def test_the_other_scene_is_what_it_was():
    """Numbers of the version before permafrost; there all files were alike bit by bit."""
    scene = simulate(SimulationOptions(rows=64, cols=72, dates=8))
    pair = scene.pair(5)
    rows, cols = (5, 30, 50, 60), (6, 40, 20, 70)
    told = [-3.1001667976, -0.3745678365, -3.5219221115, 0.5318734050]
    np.testing.assert_allclose(pair.phase[rows, cols], told, rtol=1e-5)
    assert scene.velocity[50, 20] == pytest.approx(0.003226015717, rel=1e-5)
    assert np.abs(scene.velocity).sum() == pytest.approx(4.88766098, rel=1e-4)
    assert np.nanmean(pair.coherence) == pytest.approx(0.6151605248, rel=1e-4)
    assert scene.cold is None


def plain_thaw(values, coldest):
    """Day by day, in plain numbers."""
    out = np.zeros(len(values))
    ends = [*coldest[1:], len(values)]
    for start, end in zip(coldest, ends):
        thawed = frozen = 0.0
        for day in range(start, end):
            thawed += max(values[day], 0.0)
            if day - start >= 183:
                frozen += max(-values[day], 0.0)
            out[day] = max(thawed**0.5 - FREEZING * frozen**0.5, 0.0)
    return out


def test_the_layer_thaws_with_the_root_of_the_degree_days(scene):
    air = scene.cold.air
    expected = plain_thaw(air.values.tolist(), air.coldest.tolist())
    np.testing.assert_allclose(thaw_index(air), expected, atol=1e-9)
    # Ten days of 4 degrees are 40 degree days; as much frost takes it back and more.
    values = np.concatenate([np.full(20, -1.0), np.full(10, 4.0), np.zeros(160), np.full(30, -4.0)])
    one = thaw_index(Air(np.datetime64("2020-01-20"), values, np.array([0])))
    assert one[29] == pytest.approx(40**0.5) and one[100] == one[29] and one[-1] == 0
    assert one[191] == pytest.approx(40**0.5 - FREEZING * 8**0.5)


def test_air_freezes_as_asked_and_years_differ(scene):
    air = scene.cold.air
    assert air.values.mean() == pytest.approx(SMALL.air_temperature, abs=1.5)
    assert str(air.first) == "2018-01-01" and air.day(scene.dates[-1]) < len(air.values)
    peaks = [thaw_index(air)[a:b].max() for _, a, b in air.seasons()]
    assert len(peaks) >= 4 and np.ptp(peaks) > 0.5
    south = simulate(replace(SMALL, center_lat=-34.83)).cold
    months = {int(str(air.first + int(day))[5:7]) for day in air.coldest}
    assert months == {1} and {year for year, _, _ in air.seasons()} >= {2019, 2020}
    assert {str(south.air.first + int(day))[5:7] for day in south.air.coldest} == {"07"}
    melts = np.where(south.snow.onset == NEVER, np.nan, south.snow.onset)
    day = np.datetime64(int(np.nanmedian(melts[1])), "D")
    assert 10 <= int(str(day)[5:7]) <= 12


def test_motion_is_its_parts_at_every_pixel(scene):
    motion, dates = scene.motion, scene.dates
    thaw, air = thaw_index(scene.cold.air), scene.cold.air
    rng = np.random.default_rng(0)
    for row, col in zip(rng.integers(0, 90, 40), rng.integers(0, 100, 40)):
        lag = np.timedelta64(int(motion.lag[row, col]), "D")
        level = thaw[air.day(dates - lag)]
        years = (dates - dates[0]).astype(float) / DAYS_PER_YEAR
        told = motion.rate[row, col] * years - motion.heave[row, col] * (level - level[0])
        got = np.array([scene.displacement(t)[row, col] for t in range(len(dates))])
        number = scene.labels[row, col]
        if number:
            later = dates >= scene.sources[number - 1].step_date
            told = told + later * motion.step[row, col]
        np.testing.assert_allclose(got, told, atol=2e-7)
    series = np.stack([scene.displacement(t) for t in range(len(dates))])
    slope = np.polyfit(motion.years, series.reshape(len(dates), -1), 1)[0]
    np.testing.assert_allclose(slope, scene.velocity.ravel(), atol=1e-6)


def test_heave_is_stefans_by_the_water_content(scene):
    soil, up = scene.cold.soil, scene.los.up
    water, moves = soil.water, scene.motion.heave > 0
    layer = np.sqrt(2 * CONDUCTIVITY * 86400 * 900 / (FUSION * water[moves]))  # 900 degree days
    assert 1.0 < np.median(layer) < 2.5
    told = SWELLING * water[moves] * layer / 30
    np.testing.assert_allclose(scene.motion.heave[moves], told * up[moves], rtol=1e-5)
    assert not scene.velocity[soil.rock].any() and soil.rock[45, 50]
    assert np.ptp(water[moves]) > 0.05 and np.ptp(soil.lag[moves]) >= 4
    wet = simulate(replace(SMALL, water_content=0.5)).motion.heave
    dry = simulate(replace(SMALL, water_content=0.2)).motion.heave
    both = (wet > 0) & (dry > 0)
    assert np.median(wet[both] / dry[both]) == pytest.approx(2.5**0.5, rel=0.02)


def test_the_ground_lies_lowest_late_in_summer_behind_the_air(scene):
    many = simulate(replace(SMALL, interval_days=3, dates=250, missing_share=0, lag_days=20))
    row, col = np.argwhere(many.motion.heave > 0)[200]
    series = np.array([many.motion.displacement(t, (row, col)) for t in range(250)])
    lowest = many.dates[np.argmin(series[:122])]
    assert np.datetime64("2020-09-15") < lowest < np.datetime64("2020-11-05")
    air, index = many.cold.air, thaw_index(many.cold.air)
    deepest = air.first + int(np.argmax(np.where(air.day(many.dates)[122] > np.arange(
        len(index)), index, 0)[air.day(many.dates)[0] :]) + air.day(many.dates)[0])  # fmt: skip
    lag = (lowest - deepest).astype(int)
    assert abs(lag - many.motion.lag[row, col]) <= 3


def test_slumps_step_in_late_summer_on_gentle_ground(scene):
    slope = np.degrees(scene.terrain.slope_aspect(2.0)[0])
    assert len(scene.sources) == 3
    assert scene.sources[0].step == pytest.approx(SMALL.slump_step_mm / 1000)
    for number, slump in enumerate(scene.sources):
        row, col = int(slump.row), int(slump.col)
        assert 2 < slope[row, col] < 15 and scene.labels[row, col] == number + 1
        assert int(str(slump.step_date)[5:7]) in (7, 8, 9)
        step = slump.step * scene.los.up[row, col]
        assert scene.motion.step[row, col] == pytest.approx(step, rel=1e-3)
        mine = scene.labels == number + 1
        area = np.pi * slump.length * slump.width
        assert mine.sum() * 3600 == pytest.approx(area, rel=0.15)
        first = np.searchsorted(scene.dates, slump.step_date)
        jump = scene.displacement(first)[row, col] - scene.displacement(first - 1)[row, col]
        assert jump < 0.5 * step


def test_lakes_are_many_and_the_land_sinks_around_them():
    scene = simulate(replace(SMALL, rows=150, cols=150))
    labels, count = ndimage.label(scene.water)
    assert count > 15 and scene.water.mean() == pytest.approx(0.06, abs=0.02)
    for one in range(1, count + 1):
        assert np.ptp(scene.height[labels == one]) == 0
    distance = ndimage.distance_transform_edt(~scene.water)
    soil = ~scene.cold.soil.rock & ~scene.water & (scene.labels == 0)
    near, far = (scene.motion.rate[soil & part] for part in (distance < 3, distance > 12))
    assert np.median(near) < -0.006 and np.median(far) > -0.002
    assert np.isnan(scene.pair(0).phase[scene.water]).all()
    assert simulate(replace(SMALL, lakes_share=0)).water.sum() == 0


def test_wet_snow_is_dark_and_incoherent(scene):
    snow = scene.cold.snow
    shares = np.array([snow.wet(date).mean() for date in scene.dates])
    wet, dry = int(np.argmax(shares)), 0
    assert shares[wet] > 0.5 and shares[dry] == 0
    land = ~scene.water
    where, elsewhere = land & snow.wet(scene.dates[wet]), land & ~snow.wet(scene.dates[wet])
    drop = scene.backscatter(wet) - scene.backscatter(dry)
    assert np.median(drop[where]) == pytest.approx(-7.0, abs=0.3)
    assert abs(np.median(drop[scene.water])) < 0.6
    if elsewhere.sum() > 100:
        assert abs(np.median(drop[elsewhere])) < 1.2
    pairs = scene.pair_index
    touched = next(k for k, pair in enumerate(pairs) if wet in pair)
    before = simulate(replace(SMALL, snow_mm=0))
    assert not any(before.cold.snow.wet(date).any() for date in before.dates)
    lost, kept = scene.coherence(touched), before.coherence(touched)
    assert (lost[where] <= np.maximum(0.1001 * kept[where], 0.02)).all()
    # High up the snow melts later, and it lasts as long as its water takes.
    season = list(snow.years).index(2020)
    onset, days = snow.onset[season], (snow.end - snow.onset)[season]
    high, low = (scene.height > np.percentile(scene.height, 95)), scene.height < 180
    assert np.median(onset[high]) > np.median(onset[low]) + 2
    twice = simulate(replace(SMALL, snow_mm=800)).cold.snow
    longer = (twice.end - twice.onset)[season]
    assert np.median(longer[land]) > 1.2 * np.median(days[land])


def test_a_value_out_of_range_is_refused():
    with pytest.raises(GroundshiftError, match="water_content is 0.9"):
        simulate(replace(SMALL, water_content=0.9))


TINY = {"scene": "permafrost", "rows": 60, "cols": 70, "dates": 30, "interval": 30}
TRUTH = {
    "true_ground": "g.tif", "true_melt": "m.tif", "true_lakes": "l.gpkg", "true_sources": "s.gpkg",
    "air_temperature": "air.csv", "backscatter": "sigma",
}  # fmt: skip


def test_the_truth_is_written_as_other_tools_read_it(tmp_path):
    asked = {name: tmp_path / path for name, path in TRUTH.items()}
    call("simulatestack", **TINY, lakes=0.04, folder=tmp_path / "scene", **asked)
    options = PermafrostOptions(
        rows=60, cols=70, dates=30, interval_days=30, lakes_share=0.04, epsg=32646
    )
    scene = simulate(options)
    _, ground, names = read_raster(tmp_path / "g.tif")
    ground = dict(zip(names, ground))
    land = ~scene.water
    np.testing.assert_array_equal(np.isnan(ground["velocity_mm_yr"]), scene.water)
    np.testing.assert_allclose(ground["velocity_mm_yr"][land], 1e3 * scene.motion.rate[land])
    amplitude = 1e3 * scene.motion.annual_amplitude()
    np.testing.assert_allclose(ground["annual_amplitude_mm"][land], amplitude[land], rtol=1e-5)
    assert np.nanmedian(ground["active_layer_m"]) == pytest.approx(1.5, abs=0.4)
    air = read_dated_values(tmp_path / "air.csv")
    assert air.unit == "°C"
    np.testing.assert_array_equal(air.values, scene.cold.air.values)
    lakes = read_polygons(str(tmp_path / "l.gpkg"), "")
    assert len(lakes.wkb) == ndimage.label(scene.water, np.ones((3, 3)))[1]
    assert areas_of(lakes.wkb).sum() == pytest.approx(3600 * scene.water.sum())
    files = sorted((tmp_path / "sigma").glob("s1_*_vv.tif"))
    assert [path.name[3:11] for path in files] == [str(d).replace("-", "") for d in scene.dates]
    _, first, names = read_raster(files[0])
    np.testing.assert_array_equal(first[0], scene.backscatter(0))
    assert describe(files[0]).grid == describe(tmp_path / "g.tif").grid
    _, melt, names = read_raster(tmp_path / "m.tif")
    melt = dict(zip(names, melt))
    days = melt["end_day_2021"] - melt["onset_day_2021"]
    np.testing.assert_array_equal(days[land], melt["melt_days_2021"][land])
    assert 20 < np.nanmedian(days) < 60


def test_asking_a_scene_for_what_it_has_not_is_told(tmp_path):
    heard = []
    job = Job(warn=heard.append)
    asked = {name: tmp_path / path for name, path in TRUTH.items()}
    given = {**TINY, "scene": "landslides", "folder": tmp_path / "scene", "job": job}
    call("simulatestack", **given, **asked)
    assert any("TRUE_GROUND" in text and "SCENE" in text for text in heard)
    assert not (tmp_path / "g.tif").exists() and not (tmp_path / "sigma").exists()


def test_two_folders_are_not_one(tmp_path):
    folder = tmp_path / "scene"
    with pytest.raises(GroundshiftError, match="BACKSCATTER.*give another one"):
        call("simulatestack", **TINY, folder=folder, backscatter=folder)
    assert not folder.exists()


def test_snow_melt_that_cuts_the_network_is_told(tmp_path):
    heard = []
    given = {**TINY, "interval": 12, "dates": 66, "folder": tmp_path / "scene"}
    call("simulatestack", **given, connections=2, job=Job(warn=heard.append))
    assert any("CONNECTIONS" in text and "no pair bridges" in text for text in heard)
    scene = simulate(replace(SMALL, interval_days=12, dates=60))
    runs = scene.cold.snow.wet_in_a_row(scene.dates)
    row, col = np.unravel_index(np.argmax(runs), runs.shape)
    wet = "".join("x" if scene.cold.snow.wet(d)[row, col] else " " for d in scene.dates)
    assert max(len(run) for run in wet.split()) == runs.max() > 2
