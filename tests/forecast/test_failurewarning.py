# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Warnings: what is planted is found, what is steady is not, and intervals hold the failure."""

import driver_files as made
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.creep import CreepBand, crossover
from groundshift.algorithms.forecast.failing import Failing, curves
from groundshift.algorithms.forecast.watching import Watch, area_levels, inverse_rates
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.timeseries.coloured import WHITE, MarkovNoise
from groundshift.algorithms.toolbox import call

DATES = np.datetime64("2016-01-01") + 6 * np.arange(70)
DAYS = (DATES - DATES[0]).astype(float)
AR1 = MarkovNoise("ar1", 30.0, 2.0)


def noisy(motion, count=300, noise=WHITE, sigma=2.0, seed=0, dates=DATES):
    days = (dates - dates[0]).astype(float)
    root = np.linalg.cholesky(noise.covariance(days / 365.25))
    white = np.random.default_rng(seed).standard_normal((len(days), count))
    return motion(days)[None] + sigma * (root @ white).T


def failing(left, onset, size=15.0):
    """Creep of 20 mm/yr, then growth towards a failure some days after the last date."""

    def motion(days):
        since = np.maximum(days - onset, 0.0)
        return -20 * days / 365.25 + size * np.log1p(-since / (days[-1] + left - onset))

    return motion


def test_the_published_trial():
    """6-day data to ten days before failure: 1/v gives 95 % within -112 to 334 days."""
    dates = DATES[:16]
    growth = noisy(lambda t: -200 * np.log(1 - t / 100), dates=dates)
    found = Failing(dates)(growth)
    low, high = np.quantile(found.failure, (0.05, 0.95))
    assert low - 10 > -3 and high - 10 < 3
    assert found.accelerating.min() > 0.99


@pytest.mark.parametrize(
    ("left", "onset", "noise"),
    [
        (4, 300, WHITE),
        (8, 297, WHITE),
        (10, 200, WHITE),
        (10, 350, WHITE),
        (30, 200, WHITE),
        (10, 250, AR1),
    ],
)
def test_intervals_hold_the_failure(left, onset, noise):
    found = Failing(DATES, noise)(noisy(failing(left, onset), noise=noise, sigma=1.5))
    held = (found.failure_low <= left) & (left <= found.failure_high)
    assert 0.85 <= held.mean() <= 0.98
    assert (found.accelerating > 0.9).mean() > 0.95
    assert np.median(np.abs(found.onset - onset)) < 40


def shapes():
    yield "step", lambda t: -20.0 * (t > 350)
    yield "step on the last dates", lambda t: -20.0 * (t > 400)
    yield "slowing down", lambda t: -30 * np.log(1 + t / 20)
    yield "stopping", lambda t: -60 * t / 365 + 60 * np.maximum(t - 300, 0) / 365
    yield "creep", lambda t: -40 * t / 365


@pytest.mark.parametrize(("name", "motion"), shapes())
def test_what_does_not_accelerate_is_no_alarm(name, motion):
    found = Watch(DATES, WHITE)(noisy(motion))
    assert (found.level >= 2).mean() <= 0.01
    if name == "step on the last dates":
        assert (found.level == 1).mean() > 0.95  # but it is looked at


@pytest.mark.parametrize("noise", [WHITE, AR1])
def test_steady_points_get_no_more_than_one_warning_of_a_hundred(noise):
    watch = Watch(DATES, noise)
    found = watch(noisy(lambda t: -15 * t / 365, 3000, noise, seed=9))
    assert (found.level > 0).mean() <= 0.016  # 1 % and three of its errors
    assert watch.rates[1] <= 0.016 and watch.rates[3] <= 0.005


def test_a_season_is_no_warning():
    dates = DATES[0] + 6 * np.arange(190)
    wave = noisy(lambda t: 6 * np.sin(2 * np.pi * t / 365.25), 1000, dates=dates)
    assert (Watch(dates, WHITE, season=True)(wave).level > 0).mean() <= 0.02


def test_levels_rise_towards_the_failure():
    watch = Watch(DATES, WHITE, floor=10.0)
    levels = [np.median(watch(noisy(failing(left, 300))).level) for left in (3, 400)]
    assert levels[0] == 3 > levels[1]


def test_units_signs_gaps_and_order_do_not_matter():
    judge = Failing(DATES)
    series = noisy(failing(10, 300), 40)
    series[::2, 20:23] = np.nan
    series[5] = np.nan
    one, other = judge(series), judge(-1e-3 * series[::-1])
    for name in ("chances", "failure", "onset"):
        np.testing.assert_allclose(
            getattr(one, name), getattr(other, name)[..., ::-1], rtol=1e-6, atol=1e-9
        )
    np.testing.assert_allclose(one.now, -1e3 * other.now[::-1], rtol=1e-6)
    assert np.isnan(one.failure[5]) and np.isfinite(one.failure[4])
    still = judge(np.zeros((1, len(DATES))))
    assert np.isnan(still.accelerating).all()


def test_a_storm_on_the_last_date_is_everybodys():
    band = CreepBand(DATES)
    series = noisy(lambda t: 0 * t, 500)
    series[:, -1] += np.random.default_rng(3).normal(0, 8, 500)
    assert (band(series)[2] < 0.005).mean() > 0.1
    band.listen(series)
    assert (band(series)[2] < 0.005).mean() < 0.03 and band.louder[-1] > 2 > 1.3 > band.louder[0]


def test_means_of_rates_cross_at_the_onset():
    days = 6.0 * np.arange(60)
    path = -10 * days / 365 - 40 * np.maximum(days - 240, 0) ** 2 / 1e4
    assert 240 <= crossover(days, path) <= 276
    assert np.isnan(crossover(days, -np.sqrt(days + 1)))
    assert np.isnan(crossover(days[:5], days[:5]))


def test_curves_go_through_the_series():
    judge = Failing(DATES)
    series = noisy(failing(6, 300, 40.0), 1, sigma=0.5)
    creep, growth = curves(judge, series[0], judge(series))
    assert np.abs(growth - series[0])[-15:].max() < 6
    assert np.abs(creep - series[0])[:40].max() < 3 and creep[-1] > series[0, -1] + 20
    _, inverse = inverse_rates(DAYS, -np.linspace(0, 50, 70))
    np.testing.assert_allclose(inverse, DAYS[-1] / 50)


def test_areas_need_more_than_chance():
    rates = np.array([1.0, 0.01, 0.002, 0.001])
    counts = [[1000, 12, 1, 0], [1000, 40, 4, 3], [30, 5, 4, 2], [1, 1, 1, 1]]
    level, chance = area_levels(counts, [1000, 1000, 30, 1], rates)
    assert level.tolist() == [0, 1, 2, 3]
    assert chance[0] > 0.1 and chance[2] < 1e-4


def test_a_slide_is_found_among_points(tmp_path):
    made.creeping_points(tmp_path / "p.gpkg")
    found = call(
        "failurewarning", points=tmp_path / "p.gpkg", levels=tmp_path / "l.gpkg",
        area_levels=tmp_path / "a.gpkg", report=tmp_path / "r.html",
    )  # fmt: skip
    levels = read_table(tmp_path / "l.gpkg")
    level = levels.columns["level"]
    assert (level[:30] == 3).mean() > 0.9 and (level[30:] > 0).mean() <= 0.03
    assert found["alarm"] >= 27 and found["areas"] == 1
    last = made.DATES[-1]
    ends = [np.array(levels.columns[f"failure{k}"][:30][level[:30] == 3], "datetime64[D]")
            for k in ("_low", "", "_high")]  # fmt: skip
    assert ((ends[0] <= last + 10) & (last + 10 <= ends[2])).mean() > 0.75
    area = read_polygons(tmp_path / "a.gpkg")
    assert area.columns["level"].tolist() == [3] and area.columns["alarm"][0] >= 27
    page = (tmp_path / "r.html").read_text()
    assert "Alarm" in page and page.count("<svg") == 4


def test_given_areas_get_a_level(tmp_path):
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.formats.vectors.features import write_polygons
    from groundshift.algorithms.formats.vectors.wkb import polygon_wkb

    made.creeping_points(tmp_path / "p.gpkg")
    y = 4_500_000.0
    rings = [[(x, y - 9), (x + 590, y - 9), (x + 590, y + 9), (x, y + 9), (x, y - 9)]
             for x in (499_995.0, 506_000.0)]  # fmt: skip
    wkb = [polygon_wkb([np.array(ring)]) for ring in rings]
    write_polygons(tmp_path / "area.gpkg", wkt_from_epsg(32633), wkb, {"n": np.arange(2)})
    call(
        "failurewarning", points=tmp_path / "p.gpkg", areas=tmp_path / "area.gpkg",
        area_levels=tmp_path / "a.gpkg", report=tmp_path / "r.html",
    )  # fmt: skip
    assert read_polygons(tmp_path / "a.gpkg").columns["level"].tolist() == [3, 0]
    assert "area 1: alarm" in (tmp_path / "r.html").read_text()


def test_one_series_is_watched(tmp_path):
    values = noisy(failing(8, 300, 30.0), 1, seed=4)[0]
    rows = "\n".join(f"{day},{value:.2f}" for day, value in zip(DATES, values))
    (tmp_path / "s.csv").write_text("date,displacement (mm)\n" + rows + "\n")
    found = call("failurewarning", table=tmp_path / "s.csv", report=tmp_path / "r.html")
    assert found["alarm"] == 1
    assert 4 < found["failure_low"] <= 8 <= found["failure_high"] < 12


def test_what_was_to_be_seen_of_xinmo(shared_data, tmp_path):
    """Six days before 2017-06-24: alert at some points, no failure time that would have helped."""
    table = shared_data("xinmo_stamps_ps") / "Maoxian_PS.csv"
    found = call("failurewarning", points=table, levels=tmp_path / "l.gpkg")
    assert found["alert"] + found["alarm"] >= 3 and found["alarm"] <= 1
    assert found["areas"] >= 1
    levels = read_table(tmp_path / "l.gpkg").columns
    mine = levels["level"] >= 2
    assert (levels["rate_now_mm_yr"][mine] < -80).all()
    assert min(levels["onset"][mine]) >= "2017-03"


def test_short_series_and_odd_starts_are_refused(tmp_path):
    with pytest.raises(GroundshiftError, match="more dates"):
        Failing(DATES[:6])
    with pytest.raises(GroundshiftError, match="give longer"):
        CreepBand(DATES[:8])
    with pytest.raises(GroundshiftError, match="give an earlier day"):
        Failing(DATES, start=DATES[3])
    made.driven_points(tmp_path / "p.gpkg", made.series(5))
    with pytest.raises(GroundshiftError, match="give one, as"):
        call("failurewarning", points=tmp_path / "p.gpkg", creep_start="20200101, 20210101",
             report=tmp_path / "r.html")  # fmt: skip
