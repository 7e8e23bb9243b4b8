# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From simulated permafrost to what the tools find in it, with their defaults."""

import numpy as np
import pytest
from groundshift.algorithms.cryosphere.tools.frost_found import Tally
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.shapes import middles_of
from groundshift.algorithms.job import Job
from groundshift.algorithms.toolbox import call

ROCK = (92.93, 34.83)
REVISIT = 12  # days


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Folder with all that a scene is made of, and the series of its interferograms."""
    out = tmp_path_factory.mktemp("cold")
    heard = []
    call(
        "simulatestack", scene="permafrost", format="licsar", rows=84, cols=84, dates=60,
        connections=6, seed=4, slumps=3, turbulence=3, folder=out / "in",
        true_sources=out / "slumps.gpkg", true_ground=out / "ground.tif",
        true_lakes=out / "lakes.gpkg", true_melt=out / "melt.tif",
        air_temperature=out / "air.csv", backscatter=out / "sigma",
        job=Job(warn=heard.append),
    )  # fmt: skip
    assert not heard
    call("importstack", folder=out / "in", stack=out / "stack.h5")
    call(
        "sbas", stack=out / "stack.h5", reference_point=ROCK, timeseries=out / "series.h5",
        velocity=out / "rate.tif",
    )  # fmt: skip
    return out


def bands(path) -> dict:
    _, values, names = read_raster(path)
    return dict(zip(names, values.astype(float)))


def test_slumps_are_found_with_their_dates(scene, tmp_path):
    dem = next((scene / "in").rglob("*.hgt.tif"))
    got = call(
        "thawslumps", timeseries=scene / "series.h5", dem=dem, motion=tmp_path / "m.tif",
        slumps=tmp_path / "s.gpkg", incidence=38, active_layer=tmp_path / "a.tif",
    )  # fmt: skip
    told, found = bands(scene / "ground.tif"), bands(tmp_path / "m.tif")
    true = read_polygons(scene / "slumps.gpkg")
    areas = read_polygons(tmp_path / "s.gpkg")
    sudden = np.array(areas.columns["class"]) == "abrupt thaw"
    middles, count = middles_of(areas.wkb), 0
    for middle, day in zip(middles_of(true.wkb), true.columns["step_date"]):
        near = np.hypot(*(middles - middle).T) < 0.0015
        assert (near & sudden).sum() == 1
        one = int(np.flatnonzero(near & sudden)[0])
        day = np.datetime64(str(day)[:10].replace("/", "-"))
        ends = (np.datetime64(areas.columns[name][one]) for name in ("step_low", "step_high"))
        low, high = ends
        assert low - REVISIT <= day <= high + REVISIT  # intervals are of 90 %
        count += 1
        sudden[one] = False
    # What is left of abrupt thaw is chance: a few patches of two or three pixels.
    chance = np.array(areas.columns["area_m2"], float)[sudden]
    assert count == 3 and got["slumped"] == 3 + len(chance)
    assert np.median(chance) < 5 * 3600 and chance.sum() < 0.02 * 84**2 * 3600
    deep = told["step_mm"] < -25
    error = (found["step_mm"] - told["step_mm"])[deep]
    assert np.isfinite(error).mean() > 0.95 and np.nanmedian(np.abs(error)) < 6
    soil = (told["heave_mm_per_root_degree_day"] > 0) & np.isfinite(found["velocity_mm_yr"])
    share = found["annual_amplitude_mm"][soil] / told["annual_amplitude_mm"][soil]
    assert np.median(share) == pytest.approx(1, abs=0.06)
    # The error that all share is the reference's.
    still = soil & (told["step_mm"] == 0)
    error = (found["velocity_mm_yr"] - told["velocity_mm_yr"])[still]
    assert abs(np.median(error)) < 4.0 and np.std(error) < 3.0
    assert np.std(error / found["velocity_std_mm_yr"][still]) < 1.6
    layer = bands(tmp_path / "a.tif")
    within = (layer["active_layer_low_m"] <= told["active_layer_m"]) & (
        told["active_layer_m"] <= layer["active_layer_high_m"]
    )
    assert within[soil & np.isfinite(layer["active_layer_m"])].mean() > 0.95


def test_heave_and_lag_are_found(scene, tmp_path):
    got = call(
        "frostseason", timeseries=scene / "series.h5", temperature=scene / "air.csv",
        frost=tmp_path / "f.tif", models=tmp_path / "m.tif",
    )  # fmt: skip
    assert got["ratio_used"] == 1.4
    told, found = bands(scene / "ground.tif"), bands(tmp_path / "f.tif")
    model = bands(tmp_path / "m.tif")["season_model"]
    heave, known = told["heave_mm_per_root_degree_day"], model != 255
    assert (model[known & (heave > 0)] == 3).mean() > 0.98
    assert (model[known & (heave == 0)] == 1).mean() > 0.9
    soil = (heave > 0) & (model == 3) & (told["step_mm"] == 0)
    share = found["heave_mm_per_root_degree_day"][soil] / heave[soil]
    assert np.median(share) == pytest.approx(1, abs=0.05)
    assert abs(np.median((found["lag_days"] - told["lag_days"])[soil])) < 3
    inside = (found["lag_low_days"] <= told["lag_days"]) & (
        told["lag_days"] <= found["lag_high_days"]
    )
    assert inside[soil].mean() > 0.6


def test_lakes_go_with_the_rate(scene):
    ground, lakes = scene / "ground.tif", scene / "lakes.gpkg"
    told = call("lakedensity", rate=ground, lakes=lakes)
    got = call("lakedensity", rate=scene / "rate.tif", lakes=lakes)
    assert told["rho_rate"] < -0.3 and told["p_rate"] < 0.05
    assert got["rho_rate"] == pytest.approx(told["rho_rate"], abs=0.12)


def test_melt_lies_between_the_dates_that_see_it(scene, tmp_path):
    asked = {name: tmp_path / f"{name}.tif" for name in ("days", "onset", "end")}
    got = call("meltdays", folder=scene / "sigma", **asked)
    assert got["bare"] < 0.5 and got["false"] < 1
    told = bands(scene / "melt.tif")
    days, onset, end = (bands(asked[name]) for name in asked)
    for year in (2020, 2021):
        for name, found in (("onset", onset), ("end", end)):
            day = told[f"{name}_day_{year}"]
            low, high = (found[f"{name}_day_{part}_{year}"] for part in ("earliest", "latest"))
            known = np.isfinite(day) & np.isfinite(low) & np.isfinite(high)
            assert known.mean() > 0.4
            assert ((low <= day) & (day <= high))[known].mean() > 0.97
        length, land = told[f"melt_days_{year}"], np.isfinite(told[f"melt_days_{year}"])
        least, most = days[f"melt_days_least_{year}"], days[f"melt_days_most_{year}"]
        assert ((least <= length) & (length <= most))[land].mean() > 0.95


def test_heave_that_is_upside_down_points_at_the_reference():
    heard = []
    tally = Tally()
    tally.counts[3] = 5
    dates = np.datetime64("2020-01-01") + np.arange(0, 1200, 12)
    tally.judge("series.h5", dates, {"rms": 1.0, "heave": -1.2}, Job(warn=heard.append), 60)
    assert any("reference" in text and "rock" in text for text in heard)
