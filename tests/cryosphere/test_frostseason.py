# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Heave by degree days: planted heave, lag and models come back at their stated errors."""

import numpy as np
import pytest
import thawing
from groundshift.algorithms.cryosphere.frost import (
    INDEX,
    NONE,
    SINE,
    FrostFit,
    air_temperature,
    best_ratio,
    degree_days,
    frost_index,
    is_permafrost,
    lagged_index,
)
from groundshift.algorithms.cryosphere.thaw import thaw_model
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.trace import Trace
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.driver_series import Driver
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.timeseries.coloured import WHITE, MarkovNoise
from groundshift.algorithms.toolbox import call

DAYS = thawing.FIRST_DAY + np.arange(thawing.AIR_DAYS)
AIR = Driver("air", "°C", DAYS[0], thawing.weather(DAYS), False)
DELAYS = np.arange(0, 61, 2)
COUNT = 300


@pytest.mark.parametrize(("noise", "lag"), [(WHITE, 0), (WHITE, 14),
                                            (MarkovNoise("ar1", 30.0, 1.0), 25)])  # fmt: skip
def test_heave_lag_and_rate_err_as_they_say(noise, lag):
    """Of an index of the fit's own making: only the noise errs."""
    random = np.random.default_rng(lag)
    index = frost_index(AIR, 1.4)
    own = index.values[(thawing.DATES - index.first).astype(int) - lag]
    heave, rates = random.uniform(0.3, 0.9, COUNT), random.normal(0, 10, COUNT)
    values = thawing.noise_of(noise, COUNT, 3.0, random)
    values += np.outer(own, heave) + np.outer(thawing.YEARS, rates)
    model = thaw_model(thawing.DATES, True)
    fit = FrostFit(thawing.DATES, model, lagged_index(thawing.DATES, AIR, 1.4, True, DELAYS), noise)
    found = fit(1e-3 * values)
    assert (found.model == INDEX).mean() > 0.95
    good = found.model == INDEX
    inside = (found.lag_low <= lag) & (lag <= found.lag_high)
    assert 0.85 < inside[good].mean() < (0.95 if lag else 1.0)
    heaves, slopes = (found.heave, found.heave_std, heave), (found.rate, found.rate_std, rates)
    for got, std, truth in (heaves, slopes):
        error = ((got - truth) / std)[good]
        assert 0.85 < error.std() < 1.15 and abs(error.mean()) < 0.35


def test_models_are_told_apart():
    random = np.random.default_rng(1)
    values = thawing.noise_of(WHITE, 3 * COUNT, 3.0, random)
    values += -5 * thawing.YEARS[:, None]
    values[:, :COUNT] += thawing.HEAVE_BY_ROOT * thawing.by_weather()[:, None]
    values[:, COUNT : 2 * COUNT] += 8 * np.cos(2 * np.pi * thawing.YEARS + 1)[:, None]
    model = thaw_model(thawing.DATES, True)
    ratio = best_ratio(thawing.DATES, 1e-3 * values[:, ::5], AIR, model, True, DELAYS)
    assert ratio == 1.4
    fit = FrostFit(thawing.DATES, model, lagged_index(thawing.DATES, AIR, ratio, True, DELAYS))
    found = fit(1e-3 * values)
    shares = [(found.model[k * COUNT : (k + 1) * COUNT] == code).mean()
              for k, code in enumerate((INDEX, SINE, NONE))]  # fmt: skip
    assert min(shares) > 0.95
    mine = slice(0, COUNT)
    # Reckoned by other rules for warm days in winter, so not to the last per cent.
    assert np.median(found.heave[mine]) == pytest.approx(thawing.HEAVE_BY_ROOT, rel=0.04)
    assert np.median(found.lag[mine]) == pytest.approx(thawing.LAG, abs=2)
    assert np.isnan(found.heave[2 * COUNT :]).mean() > 0.95
    curve = fit.curves(1e-3 * values[:, :1])[INDEX]
    assert np.std(values[:, 0] - 1e3 * curve) == pytest.approx(found.rms[0], rel=0.1)


def test_indices_are_plain_sums():
    days = np.datetime64("2018-01-01") + np.arange(1200)
    warm = thawing.temperature(days)
    found = degree_days(Driver("air", "°C", days[0], warm, False))
    year = np.arange(np.datetime64("2019-01-24"), np.datetime64("2020-01-24"))
    total = np.maximum(thawing.temperature(year), 0).sum()
    assert [kind for kind, year_, _ in found if "2019" in year_ and "/" not in year_] == ["thaw"]
    thaws = {year_: value for kind, year_, value in found if kind == "thaw"}
    assert thaws["2019"] == pytest.approx(total, rel=0.01)
    assert [year_ for kind, year_, _ in found if kind == "frost"] == ["2018/2019", "2019/2020"]


def test_the_index_of_both_kinds_of_ground():
    days = np.datetime64("2018-01-01") + np.arange(1500)
    frozen = frost_index(Driver("air", "°C", days[0], thawing.temperature(days), False), 1.4)
    year = frozen.values[400:765]
    when = (frozen.first + 400 + np.arange(365)).astype("datetime64[M]").astype(int) % 12 + 1
    assert frozen.values.max() == 0.0 and (year[np.isin(when, (1, 2, 3))] > -0.2).all()
    assert when[np.argmin(year)] in (9, 10), "deepest as the frost begins"
    summer = frozen.first + np.arange(len(frozen.values))
    july = int(np.flatnonzero(summer == np.datetime64("2020-07-15"))[0])
    spring = thawing.temperature(np.arange(np.datetime64("2020-01-24"), summer[july] + 1))
    assert frozen.values[july] == pytest.approx(-np.sqrt(np.maximum(spring, 0).sum()), rel=0.01)
    warm = Driver("air", "°C", days[0], 8 + thawing.temperature(days), False)
    assert not is_permafrost(warm) and is_permafrost(AIR)
    seasonal = frost_index(warm, 1.4, permafrost=False)
    assert seasonal.values.min() == 0.0 and seasonal.values.max() == pytest.approx(
        np.sqrt(max(total for kind, _, total in degree_days(warm) if kind == "frost")), rel=0.02
    )


@pytest.mark.parametrize(("unit", "turn"), [("°C", lambda v: v), ("K", lambda v: v + 273.15),
                                            ("", lambda v: v + 273.15),
                                            ("°F", lambda v: 1.8 * v + 32)])  # fmt: skip
def test_units_of_the_air(unit, turn):
    trace = Trace("air", DAYS, turn(AIR.values), None, unit)
    found, said = air_temperature(trace, "t.csv")
    np.testing.assert_allclose(found.values, AIR.values, atol=1e-9)
    assert ("taken to" in said) == (unit != "°C")


def test_a_scene(tmp_path):
    thawing.air(tmp_path / "t.csv")
    thawing.frosty(tmp_path / "s.h5")
    given = {"timeseries": tmp_path / "s.h5", "temperature": tmp_path / "t.csv", "noise": "white"}
    found = call("frostseason", frost=tmp_path / "f.tif", models=tmp_path / "m.tif",
                 report=tmp_path / "r.html", **given)  # fmt: skip
    assert found["ratio_used"] == 1.4 and found["thaw_index"] == pytest.approx(973.25, abs=1)
    models = read_raster(tmp_path / "m.tif")[1][0]
    places = (slice(0, 30), INDEX), (slice(30, 55), SINE), (slice(55, None), NONE)
    for cols, code in places:
        assert (models[:, cols] == code).mean() > 0.95
    _, values, names = read_raster(tmp_path / "f.tif")
    band = dict(zip(names, values))
    assert np.median(band["velocity_mm_yr"]) == pytest.approx(-8, abs=0.3)
    heave = band["heave_mm_per_root_degree_day"]
    assert np.nanmedian(heave) == pytest.approx(0.6, rel=0.04)
    assert np.isnan(heave[:, 55:]).mean() > 0.95
    assert np.nanmedian(band["lag_days"][:, :30]) == pytest.approx(14, abs=2)
    assert (band["lag_low_days"] <= band["lag_days"])[:, :30].mean() > 0.95
    assert "Degree days" in (tmp_path / "r.html").read_text()
    call("frostseason", frost=tmp_path / "g.tif", memory=64, workers=1, **given)
    np.testing.assert_array_equal(read_raster(tmp_path / "g.tif")[1], values)


def test_points_and_kelvin(tmp_path):
    thawing.air(tmp_path / "t.csv", "T [K]", 1.0, 273.15)
    thawing.frosty_points(tmp_path / "p.gpkg")
    call("frostseason", points=tmp_path / "p.gpkg", temperature=tmp_path / "t.csv",
         result=tmp_path / "q.gpkg", noise="white")  # fmt: skip
    columns = read_table(tmp_path / "q.gpkg").columns
    assert list(columns["season_model"][:30]).count("degree days") >= 29
    assert list(columns["season_model"][30:]).count("rate alone") >= 27


def spoilt_air(path, kind):
    days = thawing.FIRST_DAY + np.arange(thawing.AIR_DAYS)
    values = thawing.weather(days)
    if kind == "gap":
        values[300:400] = np.nan
    if kind == "short":
        days, values = days[-200:], values[-200:]
    if kind == "late":
        days = days + 3000
    if kind == "warm":
        values = values + 40
    if kind == "rain":
        values = np.abs(values) * 20
    if kind == "constant":
        values = 0 * values
    rows = (f"{d},{v:.2f}" for d, v in zip(days, values) if np.isfinite(v))
    path.write_text("date,T\n" + "\n".join(rows) + "\n")


@pytest.mark.parametrize(
    ("kind", "dates", "words"),
    [
        ("gap", 92, "gap of .* days"), ("short", 92, "degree days need a year"),
        ("late", 92, "begins 2025.* after the motion ends"), ("warm", 92, "never freezes"),
        ("rain", 92, "no temperature of the air|never freezes"), ("constant", 92, "is constant"),
        ("", 1, "series needs several|1 date"), ("", 20, "give a series of a year"),
        ("nothing", 92, "no series has enough dates"), ("still", 92, "all series are constant"),
    ],
)  # fmt: skip
def test_what_cannot_be_told(tmp_path, kind, dates, words):
    spoilt_air(tmp_path / "t.csv", kind)
    grid = Grid(3, 4, thawing.GRID.transform, thawing.GRID.crs)
    values = np.random.default_rng(0).normal(0, 3, (dates, 3, 4))
    values *= {"nothing": np.nan, "still": 0.0}.get(kind, 1.0)
    thawing.write_series(tmp_path / "s.h5", values, grid, thawing.DATES[:dates])
    with pytest.raises(GroundshiftError, match=words):
        call("frostseason", timeseries=tmp_path / "s.h5", temperature=tmp_path / "t.csv",
             frost=tmp_path / "f.tif")  # fmt: skip
    assert not (tmp_path / "f.tif").exists()
