# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Thawing ground: planted classes, dates and thicknesses are found, at their stated errors."""

import numpy as np
import pytest
import thawing
from groundshift.algorithms.cryosphere.active_layer import SWELLING, Soil, active_layer
from groundshift.algorithms.cryosphere.frost import NONE, FrostFit, frost_index
from groundshift.algorithms.cryosphere.thaw import (
    ABRUPT,
    STABLE,
    SUBSIDENCE,
    UPLIFT,
    make_thaw_fit,
    thaw_model,
)
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.driver_series import Driver, candidates
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.timeseries.coloured import WHITE, MarkovNoise
from groundshift.algorithms.timeseries.motion import MotionOptions, scene_noise
from groundshift.algorithms.timeseries.step_date import step_dates
from groundshift.algorithms.timeseries.steps import StepSearch
from groundshift.algorithms.timeseries.velocity import PairNoise
from groundshift.algorithms.toolbox import call

NOISES = {"white": WHITE, "ar1": MarkovNoise("ar1", 30.0, 1.0),
          "flicker": MarkovNoise("flicker", np.inf, 0.3)}  # fmt: skip
COUNT, STD = 400, 4.0


def simulated(noise, ratio, seed=0):
    """Series (mm) of each class; `ratio`: trend over the whole time, or step, over the noise."""
    random = np.random.default_rng(seed)
    years, span = thawing.YEARS[:, None], thawing.YEARS[-1]
    out = [thawing.noise_of(noise, COUNT, STD, random) for _ in range(3)]
    season = thawing.heave(thawing.DATES)[:, None]
    out = [one + random.uniform(0, 40, COUNT) * season for one in out]
    signs = np.where(random.random(COUNT) < 0.3, 1, -1)
    out[1] += signs * ratio * STD * years / span
    when = random.uniform(0.15, 0.85, COUNT) * span
    out[2] -= ratio * STD * (years > when)
    out[2] += random.uniform(-1, 1, COUNT) * ratio * STD * years / span
    return out, when


def classified(noise, kind, ratio=3.0):
    """Truth against class, in shares; the fit; dates of the steps."""
    parts, when = simulated(noise, ratio)
    scene = np.concatenate([parts[0], parts[1][:, :60], parts[2][:, :60]], axis=1)
    model = thaw_model(thawing.DATES, True)
    options = MotionOptions(kind, steps=StepSearch(1))
    found = scene_noise(1e-3 * scene, model, thawing.DATES, options)
    fit = make_thaw_fit(thawing.DATES, model, found)
    thaw = fit(1e-3 * np.concatenate(parts, axis=1))
    codes = thaw.classes.reshape(3, COUNT)
    kinds = (STABLE,), (SUBSIDENCE, UPLIFT), (ABRUPT,)
    return np.array([[np.isin(row, k).mean() for k in kinds] for row in codes]), thaw, when


@pytest.mark.parametrize("name", NOISES)
def test_nine_of_ten_are_right_at_a_ratio_of_three(name):
    table, thaw, when = classified(NOISES[name], name)
    assert np.trace(table) / 3 > 0.9
    assert table[0, 2] < 0.03, "no slump where nothing moves"
    mine = slice(2 * COUNT, None)
    right = thaw.classes[mine] == ABRUPT
    inside = (thaw.step_low[mine] <= when) & (when <= thaw.step_high[mine])
    assert 0.85 < inside[right].mean() < 0.95
    error = thaw.rate[:COUNT] / thaw.rate_std[:COUNT]
    assert 0.8 < error.std() < 1.3 or name == "flicker"


def test_the_season_is_in_all_models():
    """Without it heave is taken for trends and steps."""
    parts, _ = simulated(WHITE, 3.0)
    fit = make_thaw_fit(thawing.DATES, thaw_model(thawing.DATES, True))
    thaw = fit(1e-3 * parts[0])
    assert (thaw.classes == STABLE).mean() > 0.9
    # The highest ground is that at the end of winter, before it thaws in April.
    big = thaw.amplitude > 10
    peak = np.median((thaw.peak_day[big] + 180) % 365.25 - 180)
    assert 0 < peak < 110
    assert np.median(thaw.amplitude) == pytest.approx(10, abs=1.5)  # half of trough to peak


def test_noise_of_the_pairs_is_taken_for_no_motion():
    """It wanders as a series of small baselines does; the criterion alone sees trends in it."""
    walk = PairNoise(np.minimum.outer(thawing.YEARS, thawing.YEARS))
    random = np.random.default_rng(7)
    steps = np.sqrt(np.diff(thawing.YEARS, prepend=0.0))[:, None]
    values = random.normal(0, 1, (92, COUNT)) + 2 * np.cumsum(
        steps * random.normal(0, 1, (92, COUNT)), axis=0
    )
    model = thaw_model(thawing.DATES, True)
    blind = make_thaw_fit(thawing.DATES, model)(1e-3 * values)
    aware = make_thaw_fit(thawing.DATES, model, pairs=walk)(1e-3 * values, np.full(COUNT, 4e-6))
    assert (blind.classes == STABLE).mean() < 0.4
    assert (aware.classes == STABLE).mean() > 0.9
    error = aware.rate / aware.rate_std
    assert 0.8 < error.std() < 1.2
    index = frost_index(Driver("air", "°C", thawing.FIRST_DAY, air(), False), 1.4)
    tried = candidates(thawing.DATES, [index], np.arange(0, 31, 2), [(0.0,)])
    found = FrostFit(thawing.DATES, model, tried, pairs=walk)(1e-3 * values, np.full(COUNT, 4e-6))
    assert (found.model == NONE).mean() > 0.9


def air():
    return thawing.weather(thawing.FIRST_DAY + np.arange(thawing.AIR_DAYS))


def plain_posterior(series, matrix, years, least, tails):
    """The same by least squares, one date after the other."""
    use = np.isfinite(series)
    y, base, when = series[use], matrix[use], np.flatnonzero(use)
    logs, edges = [], []
    for k in range(least, len(years) - least + 1):
        column = (np.arange(len(years)) >= k).astype(float)[use]
        before = int((when < k).sum())
        edges.append((years[k - 1], years[k]))
        if before < least or use.sum() - before < least:
            logs.append(-np.inf)
            continue
        squares = np.linalg.lstsq(np.column_stack([base, column]), y, rcond=None)[1][0]
        rest = np.linalg.lstsq(base, column, rcond=None)[1][0]
        logs.append(-0.5 * ((len(y) - base.shape[1] - 1) * np.log(squares) + np.log(rest)))
    weights = np.exp(np.array(logs) - max(logs)) * [b - a for a, b in edges]
    share = np.concatenate([[0], np.cumsum(weights) / weights.sum()])
    places = np.array([edges[0][0], *(b for _, b in edges)])
    return np.interp(tails, share, places)


def test_the_interval_is_that_of_plain_least_squares():
    # Dates lie unevenly: a step is likelier in a longer gap.
    some = np.sort(np.random.default_rng(6).permutation(92)[:60])
    parts, _ = simulated(WHITE, 2.0, seed=3)
    series = 1e-3 * parts[2][some][:, :12]
    series[np.random.default_rng(1).random(series.shape) < 0.2] = np.nan
    fit = make_thaw_fit(thawing.DATES[some], thaw_model(thawing.DATES[some], True))
    found = step_dates(series, fit.design, 5, 0.9)
    for k in range(12):
        expected = plain_posterior(
            series[:, k], fit.design.matrix, fit.design.years, 5, [0.05, 0.5, 0.95]
        )
        np.testing.assert_allclose(found[:, k], expected, atol=1e-6)


def test_gaps_and_few_dates():
    parts, _ = simulated(WHITE, 6.0, seed=4)
    series = 1e-3 * parts[2][:, :40]
    gone = series.copy()
    gone[np.random.default_rng(2).random(series.shape) < 0.3] = np.nan
    gone[8:, 0] = np.nan
    fit = make_thaw_fit(thawing.DATES, thaw_model(thawing.DATES, True))
    thaw = fit(gone)
    assert thaw.classes[0] == 255 and np.isnan(thaw.rate[0])
    assert (thaw.classes[1:] == ABRUPT).mean() > 0.9
    # A pixel does not depend on its neighbours.
    np.testing.assert_array_equal(fit(gone[:, 5:7]).step_high, thaw.step_high[5:7])


def test_the_layer_is_the_integral_of_its_water():
    soil = Soil(0.4, 0.1, 0.2, 0.8)
    depth = np.array([0.05, 0.2, 1.0, 3.0])
    fine = np.linspace(0, 3, 30001)
    water = np.where(fine < 0.2, 0.8, 0.4)
    settled = np.array([SWELLING * (water[fine < d]).sum() * 1e-4 for d in depth])
    np.testing.assert_allclose(soil.settlement(depth), settled, atol=1e-5)
    np.testing.assert_allclose(soil.thickness(soil.settlement(depth)), depth, rtol=1e-12)
    found = active_layer([0.015, 0.001], [0.001, 0.001], Soil(0.35, 0.15))
    assert found[0, 0] == pytest.approx(0.03 / (0.0905 * 0.35), rel=1e-3)
    assert found[1, 0] == pytest.approx(2 * (0.015 - 0.001645) / (0.0905 * 0.5), rel=1e-3)
    assert found[2, 0] == pytest.approx(2 * (0.015 + 0.001645) / (0.0905 * 0.2), rel=1e-3)
    assert np.isnan(found[:, 1]).all(), "no heave, no thickness"
    # Layers of Beiluhe (2.1 to 3.5 m) in soil of 20 to 40 % water heave 38 to 127 mm.
    assert 0.038 < Soil(0.2).settlement(2.1) < Soil(0.4).settlement(3.5) < 0.128


def scene(folder, name="o", **others):
    told = []
    thawing.series(folder / "s.h5")
    thawing.dem(folder / "d.tif")
    given = {"timeseries": folder / "s.h5", "dem": folder / "d.tif", **others}
    found = call("thawslumps", {"warn": told.append}, classes=folder / f"{name}c.tif",
                 motion=folder / f"{name}m.tif", active_layer=folder / f"{name}a.tif",
                 slumps=folder / f"{name}p.gpkg", **given)  # fmt: skip
    return found, told


def test_a_scene_with_planted_slumps(tmp_path):
    found, told = scene(tmp_path)
    assert told == []
    classes = read_raster(tmp_path / "oc.tif")[1][0]
    assert (classes[thawing.SLUMP] == ABRUPT).mean() > 0.9
    assert (classes[thawing.CREEP] == SUBSIDENCE).mean() > 0.9
    _, motion, names = read_raster(tmp_path / "om.tif")
    band = dict(zip(names, motion))
    assert np.median(band["step_mm"][thawing.SLUMP]) == pytest.approx(thawing.STEP, abs=2.5)
    assert np.median(band["velocity_mm_yr"][thawing.CREEP]) == pytest.approx(-18, abs=1)
    when = np.median(band["step_date_year"][thawing.SLUMP])
    assert when == pytest.approx(2019 + 4 / 365 + 1.37, abs=0.04)
    layer = read_raster(tmp_path / "oa.tif")[1]
    assert np.nanmedian(layer[0]) == pytest.approx(0.03 / (0.0905 * 0.35), rel=0.05)
    assert (layer[1] < layer[0]).mean() > 0.95 and (layer[2] > layer[0]).mean() > 0.95
    areas = read_polygons(tmp_path / "op.gpkg").columns
    # Neither that on flat ground nor the small one.
    assert sorted(areas["class"]) == ["abrupt thaw", "linear subsidence"] and found["count"] == 2
    slump = list(areas["class"]).index("abrupt thaw")
    assert areas["area_m2"][slump] == pytest.approx(14 * 16 * 900, rel=0.1)
    assert "2020-05-05" < areas["step_date"][slump] < "2020-05-30"
    assert areas["step_low"][slump] < areas["step_date"][slump] < areas["step_high"][slump]
    assert areas["slope_deg"][slump] == pytest.approx(8, abs=0.3)


def test_blocks_and_unit_of_the_grid_do_not_matter(tmp_path):
    scene(tmp_path, noise="white")
    scene(tmp_path, "b", noise="white", memory=64, workers=1)
    for name in ("c.tif", "m.tif", "a.tif"):
        one, other = (read_raster(tmp_path / f"{k}{name}")[1] for k in "ob")
        np.testing.assert_array_equal(one, other)


def test_points(tmp_path):
    thawing.points(tmp_path / "p.gpkg")
    told = []
    found = call("thawslumps", {"warn": told.append}, points=tmp_path / "p.gpkg",
                 result=tmp_path / "r.gpkg")  # fmt: skip
    columns = read_table(tmp_path / "r.gpkg").columns
    classes = list(columns["thaw_class"])
    assert classes[40:].count("abrupt thaw") >= 18 and classes[:20].count("stable") >= 18
    assert "thickness" not in found and any("INCIDENCE" in text for text in told)
    found = call("thawslumps", points=tmp_path / "p.gpkg", result=tmp_path / "q.gpkg", incidence=0)
    assert found["thickness"] == pytest.approx(0.015 / (0.0905 * 0.35), rel=0.15)


@pytest.mark.parametrize(
    ("values", "others", "words"),
    [
        (lambda v: v[:25], {}, "s.h5: 25 dates within 288 days .* give a series of a year"),
        (lambda v: v * np.nan, {}, "no series has enough dates"),
        (lambda v: v * 0, {}, "all series are constant"),
        (lambda v: v, {"last_date": "20190106"}, "1 date in the chosen span"),
        (lambda v: v, {"min_slope": 30.0}, "MIN_SLOPE.*is not below"),
        (lambda v: v, {"water": 0.1}, "WATER_RANGE"),
        (lambda v: v, {"points": "x.gpkg"}, "were both given"),
    ],
)
def test_what_cannot_be_told(tmp_path, values, others, words):
    random = np.random.default_rng(0)
    grid = Grid(4, 6, thawing.GRID.transform, thawing.GRID.crs)
    shown = values(random.normal(0, 3, (92, 4, 6)))
    thawing.write_series(tmp_path / "s.h5", shown, grid, thawing.DATES[: len(shown)])
    if "points" in others:
        thawing.points(tmp_path / "x.gpkg")
        others = {"points": tmp_path / "x.gpkg"}
    with pytest.raises(GroundshiftError, match=words):
        call("thawslumps", timeseries=tmp_path / "s.h5", motion=tmp_path / "m.tif", **others)
    assert not (tmp_path / "m.tif").exists()


def test_radar_coordinates_and_unknown_looks(tmp_path):
    random = np.random.default_rng(0)
    grid = Grid(4, 6, (0.0, 1.0, 0.0, 0.0, 0.0, 1.0), "")
    thawing.write_series(tmp_path / "s.h5", random.normal(0, 3, (92, 4, 6)), grid, attributes={})
    with pytest.raises(GroundshiftError, match="radar coordinates, where polygons have no place"):
        call("thawslumps", timeseries=tmp_path / "s.h5", slumps=tmp_path / "p.gpkg")
    with pytest.raises(GroundshiftError, match="INCIDENCE.*tells the line of sight; give"):
        call("thawslumps", timeseries=tmp_path / "s.h5", active_layer=tmp_path / "a.tif")
    found = call("thawslumps", timeseries=tmp_path / "s.h5", classes=tmp_path / "c.tif")
    assert found["pixels"] == 24


def test_a_reference_that_thaws_and_a_look_that_nothing_tells(tmp_path):
    told = []
    sinking = thawing.truth() - thawing.RATE * thawing.YEARS[:, None, None]
    noise = np.random.default_rng(0).normal(0, 2, sinking.shape)
    thawing.write_series(tmp_path / "s.h5", sinking + noise, attributes={})
    call(
        "thawslumps", {"warn": told.append}, timeseries=tmp_path / "s.h5",
        classes=tmp_path / "c.tif", active_layer=tmp_path / "a.tif",
    )  # fmt: skip
    assert any("% of the scene rises steadily" in text for text in told)
    assert any("tells the line of sight" in text for text in told)
    assert (tmp_path / "c.tif").exists() and not (tmp_path / "a.tif").exists()
