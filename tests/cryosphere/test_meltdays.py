# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Melt: planted onsets, ends and days lie where the dates allow, zones are told apart."""

import melting
import numpy as np
import pytest
from groundshift.algorithms.cryosphere.melt import MeltSearch, day_of_year, seasons_of
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.toolbox import call


def search(days, **given):
    asked = {"winter": (1, 2, 3), "southern": False, "drop": 3.0, "bright": -9.0,
             "mask_bare": False, "persistence": 2, **given}  # fmt: skip
    return MeltSearch(days, *asked.values())


@pytest.mark.parametrize("step", [1, 6, 12])
def test_melt_lies_within_its_bounds(step):
    days = melting.dates(step)
    found = search(days)(melting.scene(days))
    zones, onset, end = melting.truth()
    wet = zones > 1
    assert found.days.shape == (2, 3, *zones.shape)
    for k in (0, 1):
        for got, told in ((found.onset[k], onset), (found.end[k], end)):
            value, low, high = got[:, wet]
            # The truth is a part of a day; images are of whole ones.
            inside = (told[wet] >= low - 1) & (told[wet] <= high + 1)
            assert inside.mean() > 0.97
            assert np.median(high - low) == step
            assert np.abs(value - told[wet]).mean() < 0.5 * step + 1
        value, low, high = found.days[k][:, wet]
        length = (end - onset)[wet]
        assert ((length >= low - 1) & (length <= high + 1)).mean() > 0.95
        assert abs(np.mean(value - length)) < 0.1 * step + 1
    dry = found.days[0, 0][zones == 1]
    assert np.mean(dry > 0) < 0.3 and np.mean(dry) < step
    assert np.isnan(found.onset[0, 0][zones == 1]).mean() > 0.98


def test_zones_and_what_is_left_out():
    days = melting.dates(6)
    zones, _, _ = melting.truth()
    told = search(days, mask_bare=True)(melting.scene(days))
    assert (told.zones[zones > 1] == zones[zones > 1]).all()
    assert (told.zones[zones == 1] == 1).mean() > 0.98
    assert np.isnan(told.days[..., zones == 3]).all()
    assert np.isfinite(told.days[0, 0][zones == 2]).all()


def test_the_threshold_rises_with_the_scatter_of_winter():
    days = melting.dates(6)
    random = np.random.default_rng(0)
    still = random.normal(0, 2.5, (len(days), 40, 50)).astype(np.float32) - 10
    found = search(days)(still)
    assert found.false[0] / found.false[1] < 0.02
    mean, std, threshold = found.winter
    assert np.median(mean - threshold) == pytest.approx(2.326 * 2.5, rel=0.1)
    assert np.median(std) == pytest.approx(2.5, rel=0.05)
    summer = found.melting[(days.astype("datetime64[M]").astype(int) % 12) > 2]
    # Once in a hundred dates, and the reference's own error besides.
    assert summer[:, 0].sum() / summer[:, 1].sum() < 0.02


def test_gaps_widen_the_bounds_and_no_winter_tells_nothing():
    days = melting.dates(6, (2019,))
    values = melting.scene(days)
    doy = (days - np.datetime64("2019-01-01")).astype(int)
    values[(doy > 130) & (doy < 190)] = np.nan
    zones, onset, _ = melting.truth()
    found = search(days)(values)
    seen = (zones == 2) & np.isfinite(found.onset[0, 0])
    value, low, high = found.onset[0][:, seen]
    assert seen.sum() > 50 and np.median(high - low) >= 60
    assert ((onset[seen] >= low - 1) & (onset[seen] <= high + 1)).mean() > 0.97
    values[:, :3] = np.where((doy < 90)[:, None, None], np.nan, values[:, :3])
    found = search(days)(values)
    assert (found.zones[:3] == 0).all() and np.isnan(found.winter[:, :3]).all()


def test_southern_seasons_straddle_new_year():
    days = melting.dates(6, (2018, 2020))
    years, member = seasons_of(days, True)
    assert list(years) == [2017, 2018, 2019, 2020]
    assert (np.diff(member) >= 0).all()
    found = search(days, winter=(7, 8, 9), southern=True)(melting.scene(days, southern=True))
    zones, onset, _ = melting.truth()
    k = list(years).index(2018)
    value = found.onset[k, 0][zones == 2]
    expected = (onset[zones == 2] + 182) % 365
    assert np.median(np.abs(value - expected)) < 5


def test_pixels_do_not_know_of_their_neighbours():
    days = melting.dates(12, (2019,))
    values = melting.scene(days)
    whole, part = search(days)(values), search(days)(values[:, 5:9, 3:11])
    np.testing.assert_array_equal(whole.days[..., 5:9, 3:11], part.days)
    np.testing.assert_array_equal(whole.zones[5:9, 3:11], part.zones)


def test_days_of_the_year():
    days = np.array(["2019-01-01", "2020-12-31"], "datetime64[D]").astype(float)
    assert np.allclose(day_of_year(np.append(days + 0.5, np.nan)), [1.5, 366.5, np.nan],
                       equal_nan=True)  # fmt: skip


def test_the_tool(tmp_path):
    melting.write(tmp_path / "s")
    told = []
    results = call(
        "meltdays", {"warn": told.append}, folder=tmp_path / "s", days=tmp_path / "d.tif",
        onset=tmp_path / "o.tif", end=tmp_path / "e.tif", winter_level=tmp_path / "w.tif",
        zones=tmp_path / "z.tif", report=tmp_path / "r.html",
    )  # fmt: skip
    zones, onset, end = melting.truth()
    assert results["seasons"] == 2 and results["winter_dates"] == 30
    assert results["percolation"] == pytest.approx(100 / 3, abs=1)
    assert any("are bare ice and left out" in text for text in told)
    _, days, names = read_raster(tmp_path / "d.tif")
    assert names[:3] == ["melt_days_2019", "melt_days_least_2019", "melt_days_most_2019"]
    assert np.nanmedian(days[0][zones == 2]) == pytest.approx(np.median((end - onset)[zones == 2]),
                                                              abs=3)  # fmt: skip
    assert "Melting area" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_linear_values_are_the_same(tmp_path):
    days = melting.dates(12, (2019,))
    values = melting.scene(days)
    melting.write(tmp_path / "db", days, values)
    melting.write(tmp_path / "linear", days, (10 ** (values / 10)).astype(np.float32))
    found = [call("meltdays", folder=tmp_path / name, days=tmp_path / f"{name}.tif")
             for name in ("db", "linear")]  # fmt: skip
    assert found[0]["median_days"] == found[1]["median_days"]
    _, one, _ = read_raster(tmp_path / "db.tif")
    _, other, _ = read_raster(tmp_path / "linear.tif")
    assert np.nanmean(np.abs(one - other)) < 0.1


@pytest.mark.parametrize("spoil, given, said", [
    ("summer", {}, "are needed as reference"), ("", {"winter": "13-2"}, "are no months"),
    ("none", {}, "holds 0 rasters"), ("twice", {}, "has the date of"),
    ("grids", {}, "the grid is"), ("numbers", {}, "digital numbers"),
    ("", {"unit": "linear"}, "no linear power"),
])  # fmt: skip
def test_what_tells_no_melt_is_refused(tmp_path, spoil, given, said):
    days = melting.dates(12, (2019,))
    days = days[10:20] if spoil == "summer" else days
    values = melting.scene(days)
    if spoil == "numbers":
        values = 100_000 + 100 * values
    folder = tmp_path / "s"
    melting.write(folder, days, values, name="x.tif" if spoil == "none" else "s1_{day}_hh.tif")
    if spoil == "twice":
        melting.write(folder, days[:1], values[:1], name="s1_{day}_hv.tif")
    if spoil == "grids":
        other = Grid(10, 12, (0.0, 50.0, 0, 0.0, 0, -50.0), wkt_from_epsg(3413))
        melting.write(folder, days[:1] + 3, values[:1, :10, :12], other)
    with pytest.raises(GroundshiftError, match=said):
        call("meltdays", folder=folder, days=tmp_path / "d.tif", **given)
    assert not (tmp_path / "d.tif").exists()


def test_a_thaw_in_winter_does_not_hide_the_summer():
    days = melting.dates(6)
    values = melting.scene(days)
    zones, _, _ = melting.truth()
    plain = search(days)(values)
    doy = (days - days.astype("datetime64[Y]").astype("datetime64[D]")).astype(int) + 1
    values[np.ix_((doy > 60) & (doy < 82))] -= 8.0 * (zones > 1)
    found = search(days)(values)
    wet = zones == 2
    assert (found.zones[wet] == 2).all()
    assert np.abs(found.onset[0, 0] - plain.onset[0, 0])[wet].mean() < 0.5
    # Melt that goes on from winter into spring has a bound before it.
    early = melting.scene(days)
    early[np.ix_((doy > 76) & (doy < 200))] -= 8.0 * (zones > 1)
    late = search(days)(early)
    value, low, high = late.onset[0][:, wet]
    assert (low <= 77).mean() > 0.97 and (high >= 77).all()
    # It is told: these dates of winter are dark.
    assert found.false[0] / found.false[1] > 0.05
