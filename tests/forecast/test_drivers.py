# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drivers of the motion: known coherence, planted lags, false alarms, and what is refused."""

import driver_files as made
import numpy as np
import pytest
from groundshift.algorithms.data.trace import Trace
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.driver_series import (
    Driver,
    candidates,
    daily,
    memory_delay,
    remembered,
)
from groundshift.algorithms.forecast.lagged import LagSearch, adjusted
from groundshift.algorithms.forecast.wavelets import (
    Wavelets,
    persistence_of,
    ranks_to_normal,
    red_noise,
)
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.toolbox import call


def test_arctic_oscillation_and_baltic_ice(shared_data):
    """Grinsted's example: 0.5255 on the whole, 0.5933 at 2 to 7 years, opposite at 8 to 16."""
    folder = shared_data("wavelet_ao_baltic")
    ao, ice = (np.loadtxt(folder / name) for name in ("jao.dat", "jbaltic.dat"))
    years = np.intersect1d(ao[:, 0], ice[:, 0])
    ao, ice = (table[np.isin(table[:, 0], years), 1] for table in (ao, ice))
    assert len(years) == 147
    found = Wavelets(147, smallest=2.0).coherence(ao, ranks_to_normal(ice))
    assert found.mean() == pytest.approx(0.5255, abs=0.0005)
    assert found.mean(2, 7) == pytest.approx(0.5933, abs=0.0005)
    assert np.degrees(found.mean_phase(8, 16)) == pytest.approx(-179, abs=1)


def test_a_transform_is_that_of_its_integral():
    """One scale at one time against the sum over the wavelet itself."""
    values = np.random.default_rng(0).standard_normal(200)
    own = Wavelets(200, 2.0)
    row, col = 30, 90
    eta = (np.arange(200) - col) * 2.0 / own.scales[row]
    wavelet = np.pi**-0.25 * np.exp(-1j * 6 * eta - eta**2 / 2)
    expected = np.sqrt(2.0 / own.scales[row]) * (values * wavelet).sum()
    assert own.transform(values)[row, col] == pytest.approx(expected, rel=1e-6)


def test_smoothing_is_the_plain_one():
    own = Wavelets(64)
    values = np.random.default_rng(1).standard_normal((len(own.scales), 64)) + 0j
    found = own.smooth(values)
    size, box = 1 << int(np.ceil(np.log2(1.5 * 64))), np.ones(14)
    box[[0, -1]] = 0.5
    angular = 2 * np.pi * np.fft.fftfreq(size)
    inner = np.array([
        np.fft.ifft(np.fft.fft(row, size) * np.exp(-0.5 * (s * angular) ** 2))[:64]
        for row, s in zip(values, own.scales)
    ])  # fmt: skip
    for k in (0, 20, len(own.scales) - 1):
        members = [(k + 6 - j, w) for j, w in enumerate(box)]
        plain = sum(w * inner[r] for r, w in members if 0 <= r < len(inner)) / box.sum()
        np.testing.assert_allclose(found[k], plain, atol=1e-12)


def test_red_noise_is_coherent_by_chance_alone():
    own = Wavelets(160)
    limit = own.significance((0.6, 0.3), 0.05, 200, seed=1).limit[:, None]
    random, shares = np.random.default_rng(2), []
    for one, other in zip(red_noise(random, 0.6, (60, 160)), red_noise(random, 0.3, (60, 160))):
        found = own.coherence(one, other)
        shares.append((found.coherence > limit)[found.trusted].mean())
    assert np.mean(shares) == pytest.approx(0.05, abs=0.012)


def test_the_driver_leads_where_the_phase_is_positive():
    t = np.arange(256)
    found = Wavelets(256).coherence(np.sin(2 * np.pi * t / 32), np.sin(2 * np.pi * (t - 5) / 32))
    assert found.mean_phase(30, 34, found.trusted) * 32 / (2 * np.pi) == pytest.approx(5, abs=0.2)


def test_persistence_of_short_noise():
    found = [persistence_of(row) for row in red_noise(np.random.default_rng(3), 0.5, (800, 60))]
    assert np.mean(found) == pytest.approx(0.5, abs=0.03)


def level_search(delays=range(0, 181, 3), memories=(0,), response="displacement", **others):
    driver = Driver("level", "m", made.FIRST, made.level(), False)
    tried = candidates(made.DATES, [driver], delays, [memories], response)
    search = LagSearch(made.DATES, tried, **others)
    search.calibrate(300)
    return search


def test_planted_lags_are_found_and_their_intervals_hold_them():
    random = np.random.default_rng(4)
    search, days = level_search(), (made.DATES - made.FIRST).astype(int)
    true = random.uniform(30, 150, 400)
    noise = made.series(400, driven=0, noise=2.0, seed=8)
    planted = [np.interp(days - lag, np.arange(made.DAYS), made.level()) for lag in true]
    found = search.fit(noise + 0.6 * np.array(planted))
    sure = found.p < 0.01
    assert sure.mean() > 0.9
    assert np.median(np.abs(found.lag - true)[sure]) < 4
    held = (found.low <= true) & (true <= found.high)
    assert 0.93 <= held[sure].mean() <= 1.0
    assert np.median((found.high - found.low)[sure]) < 25
    ratio = (found.effect - 0.6) / found.effect_std
    assert np.sqrt(np.mean(ratio[sure] ** 2)) == pytest.approx(1.1, abs=0.3)
    assert (found.delta_aic[sure] > 4).all()


@pytest.mark.parametrize("alike", [0.0, 0.6, 0.9])
def test_noise_has_no_driver(alike):
    p = level_search().fit(made.series(2000, driven=0, alike=alike, seed=11)).p
    assert np.mean(p <= 0.05) == pytest.approx(0.05, abs=0.022)
    assert np.mean(p <= 0.01) < 0.02


def test_gaps_and_blocks_do_not_matter():
    search = level_search(range(0, 181, 12))
    values = made.series(40)
    gappy = values.copy()
    gappy[3, 20:30], gappy[5, 40:] = np.nan, np.nan
    whole, parts = search.fit(gappy), [search.fit(gappy[k : k + 1]) for k in range(40)]
    np.testing.assert_allclose(whole.lag, [part.lag[0] for part in parts])
    np.testing.assert_allclose(whole.effect, [part.effect[0] for part in parts], rtol=1e-7)
    assert np.abs(whole.lag[3] - made.LAG) <= 6
    constant = search.fit(np.full((1, len(made.DATES)), 3.0))
    assert constant.candidate[0] == -1
    assert np.isnan(constant.p[0])


def test_a_rate_follows_rain_that_is_remembered():
    driver = Driver("rain", "mm", made.FIRST, made.rain(), True)
    moved = np.cumsum(remembered(driver, 30.0) - made.rain().mean())
    days = (made.DATES - made.FIRST).astype(int)
    values = 0.2 * moved[days - 12] + 0.05 * np.random.default_rng(1).standard_normal(len(days))
    tried = candidates(made.DATES, [driver], range(0, 61, 6), [(0.0, 10.0, 30.0, 90.0)], "rate")
    search = LagSearch(made.DATES, tried)
    best = search.fit(values[None]).candidate[0]
    assert (tried.memory[best], tried.delay[best]) == (30.0, 12)
    assert memory_delay(30.0) == pytest.approx(29.5, abs=0.01)


def test_adjusted_p():
    np.testing.assert_allclose(
        adjusted([0.01, np.nan, 0.04, 0.03, 0.5]), [0.04, np.nan, 0.16 / 3, 0.16 / 3, 0.5]
    )  # fmt: skip


def test_rain_of_months_is_spread_over_their_days():
    months = np.arange("2020-02", "2020-06", dtype="datetime64[M]").astype("datetime64[D]")
    found = daily(Trace("rain", months, np.array([31.0, 58.0, 31.0, 60.0])), True, "r.csv")
    assert found.first == np.datetime64("2020-01-03")  # the usual distance before
    assert found.values.sum() == pytest.approx(180.0)
    assert found.values[-1] == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("dates", "values", "words"),
    [
        (["2020-01-01"], [1.0], "has 1 date with a value"),
        (["2020-01-01", "2020-01-02", "2020-01-03"], [4.0, 4.0, 4.0], "is constant"),
        (
            ["2020-01-01", "2020-01-02", "2020-01-03", "2020-03-01"], [1.0, 2.0, 3.0, 4.0],
            "a gap of 58 days from 2020-01-03 to 2020-03-01",
        ),
    ],
)  # fmt: skip
def test_drivers_that_cannot_be_used(dates, values, words):
    with pytest.raises(GroundshiftError, match=words):
        daily(Trace("level", np.array(dates, "datetime64[D]"), np.array(values)), False, "l.csv")


def test_the_tool_finds_the_driven_half(tmp_path):
    made.level_table(tmp_path / "level.csv")
    made.rain_table(tmp_path / "rain.csv")
    made.driven_points(tmp_path / "p.gpkg")
    found = call(
        "drivers", points=tmp_path / "p.gpkg", lags=tmp_path / "l.gpkg", report=tmp_path / "r.html",
        drivers=[tmp_path / "rain.csv", tmp_path / "level.csv"], periods=tmp_path / "t.csv",
    )  # fmt: skip
    assert (found["count"], found["fitted"]) == (60, 60)
    assert 30 <= found["driven"] <= 33
    assert found["median_lag"] == pytest.approx(made.LAG, abs=2)
    table = read_table(tmp_path / "l.gpkg")
    first = np.arange(60) < 30
    assert (table.texts("driver")[first] == "Level [m]").all()
    np.testing.assert_allclose(table.numbers("effect_mm_per_unit")[first], made.EFFECT, atol=0.5)
    assert (table.numbers("driven")[first] == 1).all()
    assert "Wavelet coherence with Level [m]" in (tmp_path / "r.html").read_text()
    rows = [row for row in (tmp_path / "t.csv").read_text().splitlines() if "Level" in row]
    lag_of_phase = np.array([row.split(",")[2:] for row in rows], float)
    long = (lag_of_phase[:, 0] > 200) & (lag_of_phase[:, 0] < 500)
    assert 25 < np.median(lag_of_phase[long][:, -1]) < 55


def call_one(tmp_path, motion, driver, **others):
    (tmp_path / "m.csv").write_text(motion)
    (tmp_path / "d.csv").write_text(driver)
    return call("drivers", table=tmp_path / "m.csv", drivers=[tmp_path / "d.csv"],
                report=tmp_path / "r.html", **others)  # fmt: skip


def text(dates, values):
    return "date,value\n" + "\n".join(f"{d},{v:.4f}" for d, v in zip(dates, values)) + "\n"


def test_one_series_of_a_table(tmp_path):
    motion = text(made.DATES, made.series(1, driven=1)[0])
    driver = text(made.FIRST + np.arange(made.DAYS), made.level())
    found = call_one(tmp_path, motion, driver)
    assert found["lag"] == pytest.approx(made.LAG, abs=6)
    assert found["lag_low"] <= made.LAG <= found["lag_high"]
    assert found["p"] < 1e-4


@pytest.mark.parametrize(
    ("shift", "days", "others", "words"),
    [
        (198_330, 2600, {}, "Buddhist calendar"),
        (-5000, 2600, {}, "give a driver of the same time"),
        (0, 2600, {"max_lag": 3000, "lag_step": 10}, "longer than the series"),
        (0, 430, {"max_lag": 10}, "Only 3 dates of the motion"),
        (0, 2600, {"memories": "ten"}, "is no list of days"),
    ],
)
def test_what_cannot_be_compared(tmp_path, shift, days, others, words):
    motion = text(made.DATES, made.series(1)[0])
    driver = text(made.FIRST + np.arange(shift, shift + days), made.level()[:days])
    with pytest.raises(GroundshiftError, match=words):
        call_one(tmp_path, motion, driver, **others)
    assert not (tmp_path / "r.html").exists()


def test_motion_of_one_date_or_that_never_changes(tmp_path):
    driver = text(made.FIRST + np.arange(made.DAYS), made.level())
    with pytest.raises(GroundshiftError, match="has 1 date with a displacement"):
        call_one(tmp_path, text(made.DATES[:1], [1.0]), driver)
    with pytest.raises(GroundshiftError, match="constant"):
        call_one(tmp_path, text(made.DATES, np.full(len(made.DATES), 2.0)), driver)
