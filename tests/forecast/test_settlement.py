# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Settlement of fills: c is recovered, bands cover, and series that start at zero are no trap."""

import driver_files as made
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.settling import Settling, agreement, noise_of
from groundshift.algorithms.formats.vectors.features import write_polygons
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb
from groundshift.algorithms.timeseries.coloured import WHITE, MarkovNoise
from groundshift.algorithms.toolbox import call

END = np.datetime64("2010-01-01")
C, THICK = 0.008, 40.0
AR1 = MarkovNoise("ar1", 40.0, 2.0)
FLICKER = MarkovNoise("flicker", np.inf, 0.3)


def dates_between(first, last, count):
    days = np.round(np.linspace(first, last, count) * 365.25).astype(int)
    return END + days


def years(dates):
    return (dates - END).astype(float) / 365.25


def filled(dates, count=500, noise=WHITE, sigma=5.0, seed=0, ch=1e3 * C * THICK, tp=1.0):
    """Settlement in mm, positive upwards, of a fill of 40 m, with noise."""
    root = np.linalg.cholesky(noise.covariance(years(dates)))
    white = np.random.default_rng(seed).standard_normal((len(dates), count))
    return -ch * np.log10(years(dates) / tp)[None] + sigma * (root @ white).T


def test_the_trial_in_print():
    """c = 0.008, 40 m, 25 mm of noise, 90 dates 5 to 8 years after, Tp 5 years: σ(c) 0.00054."""
    dates = dates_between(5.01, 8, 90)
    series = filled(dates, 4000, sigma=25.0, tp=5.0)
    found = Settling(dates, END, tp=5.0, offset=False)(series)
    c = found.ch / (1e3 * THICK)
    assert np.mean(c) == pytest.approx(C, abs=3e-5)
    assert np.std(c) == pytest.approx(0.00054, abs=3e-5)
    assert np.mean(found.ch_std) / 4e4 == pytest.approx(0.00054, abs=3e-5)
    # What is not known to begin at Tp costs twice that.
    with_offset = Settling(dates, END)(series)
    assert np.std(with_offset.ch) == pytest.approx(np.mean(with_offset.ch_std), rel=0.05)
    assert np.mean(with_offset.ch_std) / 4e4 == pytest.approx(0.00113, abs=5e-5)


def test_series_that_start_at_zero():
    """Tp 2 years, 5.4 to 8.4 years after: without an offset c is 0.0016 and not 0.008."""
    dates = dates_between(5.4, 8.4, 90)
    series = filled(dates, 20, sigma=1e-6)
    series -= series[:, :1]
    trapped = Settling(dates, END, tp=2.0, offset=False)(series)
    assert np.median(trapped.ch) / 4e4 == pytest.approx(0.0016, abs=2e-4)
    np.testing.assert_allclose(Settling(dates, END)(series).ch / 4e4, C, rtol=1e-4)


def test_plain_least_squares_say_the_same():
    dates = dates_between(1, 6, 60)
    series = filled(dates, 3, AR1)
    series[1, 5:9] = np.nan
    found = Settling(dates, END, noise=AR1, season=True)(series)
    t = years(dates)
    for k in range(3):
        known = np.isfinite(series[k])
        angle = 2 * np.pi * t
        design = np.stack([np.log10(t), np.ones(60), np.sin(angle), np.cos(angle)], 1)[known]
        weights = np.linalg.inv(AR1.covariance(t[known]))
        normal = np.linalg.inv(design.T @ weights @ design)
        x = normal @ design.T @ weights @ series[k][known]
        left = series[k][known] - design @ x
        size = left @ weights @ left / (known.sum() - 4)
        assert found.ch[k] == pytest.approx(-x[0], rel=1e-7)
        assert found.ch_std[k] == pytest.approx(np.sqrt(size * normal[0, 0]), rel=1e-7)


@pytest.mark.parametrize("noise", [WHITE, AR1, FLICKER])
def test_bands_hold_what_comes(noise):
    """Of the ground 5 years on, and of what would be measured in the last year."""
    dates = dates_between(2, 7, 100)
    ahead = [dates[-1] + 365, dates[-1] + 1826]
    series = filled(dates, 400, noise, seed=4)
    learned = noise_of(series.T, dates, END)
    found = Settling(dates, END, ahead, learned)(series)
    for k, day in enumerate(ahead):
        truth = -1e3 * C * THICK * np.log10(years(day) / years(dates[-1]))
        held = (found.low[k] <= truth) & (truth <= found.high[k])
        assert 0.85 <= held.mean() <= 0.95, held.mean()
    assert 0.85 <= found.covered.mean() <= 0.95
    error = (found.ch - 1e3 * C * THICK) / found.ch_std
    assert 0.85 < error.std() < 1.15


def test_few_dates_make_the_band_of_measurements_wider():
    """The errors of the coefficients are most of it here."""
    dates = dates_between(2, 4, 20)
    found = Settling(dates, END)(filled(dates, 800, WHITE, seed=6))
    assert 0.86 <= found.covered.mean() <= 0.94


def test_white_noise_taken_for_granted_would_not_cover():
    dates = dates_between(2, 7, 100)
    found = Settling(dates, END)(filled(dates, 400, AR1))
    assert ((found.ch - 1e3 * C * THICK) / found.ch_std).std() > 1.5


def test_a_held_out_year_and_the_straight_line():
    dates = dates_between(1, 6, 90)
    settling = filled(dates, 300, sigma=4.0)
    settling *= np.random.default_rng(1).uniform(0.3, 1.5, (300, 1))
    found = Settling(dates, END)(settling)
    rmse, slope, r2 = agreement(found.sums[0])
    line = agreement(found.sums[1])
    assert rmse < 5.0 and slope == pytest.approx(1.0, abs=0.05) and r2 > 0.93
    assert line[0] > 2 * rmse and line[1] < 0.95
    assert (found.rmse < found.rmse_line).mean() > 0.9
    assert (found.delta_bic > 6).mean() > 0.9
    # And it is told where the line is better.
    creeping = -30 * years(dates)[None] + np.random.default_rng(2).normal(0, 4, (300, 90))
    other = Settling(dates, END)(creeping)
    assert agreement(other.sums[1])[0] < agreement(other.sums[0])[0]
    assert (other.delta_bic < 0).mean() > 0.9


def test_units_order_gaps_and_still_ground():
    dates = dates_between(1, 6, 60)
    series = filled(dates, 30)
    series[::3, 10:14] = np.nan
    series[4, 3:] = np.nan
    series[5] = 3.0
    fit = Settling(dates, END, [dates[-1] + 400], AR1)
    one, other = fit(series), fit(1e-3 * series[::-1])
    for name in ("ch", "ch_std", "rmse", "change", "high"):
        np.testing.assert_allclose(
            getattr(one, name), 1e3 * getattr(other, name)[..., ::-1], rtol=1e-8, atol=1e-9
        )
    np.testing.assert_allclose(one.sums[:, 5], 1e6 * other.sums[:, 5], rtol=1e-8)
    assert np.isnan(one.ch[4]) and np.isnan(one.ch[5])
    # Dates before the end of dumping count for nothing.
    early = np.concatenate([END - np.arange(1, 9)[::-1] * 30, dates])
    longer = np.concatenate([np.full((30, 8), 77.0), series], axis=1)
    longer[4:6] = np.nan
    series[4:6] = np.nan
    np.testing.assert_allclose(Settling(early, END)(longer).ch, Settling(dates, END)(series).ch)


def test_what_cannot_be_is_refused():
    dates = dates_between(1, 2, 20)
    with pytest.raises(GroundshiftError, match="give an earlier day"):
        Settling(dates, dates[-3])
    with pytest.raises(GroundshiftError, match="give later dates"):
        Settling(dates, END, [dates[-1]])


@pytest.fixture(scope="module")
def fill(tmp_path_factory):
    """Points on a fill with its elevation models."""
    folder = tmp_path_factory.mktemp("fill")
    made.fill_points(folder / "p.gpkg")
    made.fill_surface(folder / "b.tif")
    made.fill_top(folder / "a.tif")
    return folder


def test_a_fill_between_two_elevation_models(fill, tmp_path):
    found = call("settlement", points=fill / "p.gpkg", dumped="20140101",
                 dem_before=fill / "b.tif", dem_after=fill / "a.tif", incidence=0,
                 forecast_dates="20300101, 2025-01-01", settlement=tmp_path / "s.gpkg",
                 report=tmp_path / "r.html")  # fmt: skip
    assert found["fitted"] == found["count"] == 60
    assert found["c"] == pytest.approx(C, rel=0.03)
    assert found["rmse"] < 2.5 < found["rmse_line"] and found["slope"] == pytest.approx(1, abs=0.1)
    table = read_table(tmp_path / "s.gpkg").columns
    assert table["thickness_m"][:30] == pytest.approx(20) and table["thickness_m"][30:].min() > 39.9
    error = (table["c"] - C) / table["c_std"]
    assert 0.7 < error.std() < 1.3
    truth = [
        -1e3 * C * 20 * np.log10(years_since(day) / years_since(made.DATES[-1]))
        for day in ("2025-01-01", "2030-01-01")
    ]
    for day, change in zip(("20250101", "20300101"), truth):
        low, high = (table[f"by_{day}{end}_mm"][:30] for end in ("_low", "_high"))
        assert 0.75 < ((low <= change) & (change <= high)).mean() <= 1
        assert np.median(table[f"by_{day}_mm"][:30]) == pytest.approx(change, abs=2)
    np.testing.assert_array_equal(table["change_mm"], table["by_20300101_mm"])
    assert "Slope of observed" in (tmp_path / "r.html").read_text()


def years_since(day):
    return (np.datetime64(day) - made.DUMPED).astype(int) / 365.25


def test_areas_tell_day_and_thickness(fill, tmp_path):
    boxes = [(499_900.0, 500_700.0), (505_500.0, 506_300.0)]
    wkb = [
        polygon_wkb([[(a, 4.4999e6), (b, 4.4999e6), (b, 4.5001e6), (a, 4.5001e6), (a, 4.4999e6)]])
        for a, b in boxes
    ]
    columns = {"dumped": np.array(["2014-01-01", "20150101"], object), "deep": np.array([20, 40.0])}
    write_polygons(tmp_path / "a.gpkg", wkt_from_epsg(32633), wkb, columns)
    given = {"points": fill / "p.gpkg", "areas": (tmp_path / "a.gpkg", ""), "incidence": 0}
    call("settlement", **given, dumped_field="dumped", thickness_field="deep",
         settlement=tmp_path / "s.gpkg")  # fmt: skip
    table = read_table(tmp_path / "s.gpkg").columns
    late = table["years_since_end"]
    assert late[0] - late[-1] == pytest.approx(365 / 365.25, abs=1e-3)
    assert np.median(table["c"][:30]) == pytest.approx(C, rel=0.05)
    assert np.median(table["c"][30:]) < 0.9 * C  # as a day too late makes it
    with pytest.raises(GroundshiftError, match="has no field when"):
        call("settlement", **given, dumped_field="when", report=tmp_path / "r.html")
    with pytest.raises(GroundshiftError, match="is no date"):
        call("settlement", **given, dumped_field="deep", report=tmp_path / "r.html")


def test_one_series_and_line_of_sight(tmp_path):
    values = -1e3 * C * 20 * np.log10([years_since(day) for day in made.DATES])
    values += np.random.default_rng(0).normal(0, 0.5, len(values))
    rows = "\n".join(f"{day},{value:.3f}" for day, value in zip(made.DATES, values))
    (tmp_path / "t.csv").write_text(f"date,Displacement [mm]\n{rows}\n")
    given = {"table": tmp_path / "t.csv", "dumped": "20140101", "report": tmp_path / "r.html"}
    plain, tilted = (call("settlement", **given, thickness=20, incidence=i) for i in (None, 60))
    assert plain["c"] == pytest.approx(C, rel=0.02)
    assert tilted["c"] == pytest.approx(2 * plain["c"], rel=1e-4)
    unsure = call("settlement", **given, thickness=20, thickness_std=10)
    assert unsure["c_std"] == pytest.approx(0.5 * C, rel=0.05)
    assert "c" not in call("settlement", **given)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"dumped": "20140101, 20150101"}, "give one, as"),
        ({"thickness": 5, "thickness_raster": "b.tif"}, "give one of them"),
        ({"dem_before": "b.tif"}, "give the other"),
        ({"offset": False}, "must be above 0"),
        ({"forecast_dates": "20180101"}, "give later ones"),
        ({"dumped": "20220101"}, "give an earlier day"),
        ({"thickness_field": "deep"}, "give them"),
    ],
)
def test_odd_choices_are_refused(fill, tmp_path, wrong, sentence):
    wrong = {k: fill / v if str(v).endswith(".tif") else v for k, v in wrong.items()}
    with pytest.raises(GroundshiftError, match=sentence):
        call("settlement", **{"points": fill / "p.gpkg", "dumped": "20140101", "incidence": 0,
                              "report": tmp_path / "r.html", **wrong})  # fmt: skip
    assert not (tmp_path / "r.html").exists()
