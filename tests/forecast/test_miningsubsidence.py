# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Probability integral: the closed form is the sum of its parts, and the truth is found again."""

from dataclasses import replace

import mined
import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.mining import (
    final_basin,
    long_side,
    panel_of,
    rectangle,
    settled,
)
from groundshift.algorithms.forecast.mining_fit import Observed, fit, forecast_std
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.toolbox import call

TRUTH = {**mined.TRUTH, "theta": 90.0}
LEVEL = rectangle(0, 0, mined.LENGTH, mined.WIDTH, mined.STRIKE, mined.DEPTH, mined.THICKNESS)


def observed(tracks=(0, 1), seed=0, noise=0.004):
    xy = mined.places()
    count = len(xy)
    return Observed(
        np.tile(xy, (len(tracks), 1)),
        np.repeat(mined.LOOKS[list(tracks)], count, axis=0),
        np.concatenate([mined.motion(t, noise, 2 * seed + t) for t in tracks])[:, np.newaxis],
        None, None, np.repeat(np.arange(len(tracks)), count),
    )  # fmt: skip


def test_error_functions_are_the_sum_of_small_squares():
    xy = mined.places(12)
    basin = final_basin(LEVEL, TRUTH, xy)
    down, east, north = mined.summed(xy)
    np.testing.assert_allclose(basin.subsidence, down, atol=2e-3 * down.max())
    np.testing.assert_allclose(basin.motion, [east, north], atol=2e-3 * np.abs(east).max())


def test_polygons_are_their_rectangles_and_dip_is_a_sum():
    xy = mined.places(12)
    cut = panel_of([mined.corners()], mined.DEPTH, mined.THICKNESS)
    assert cut.strike == pytest.approx(mined.STRIKE)
    one, other = final_basin(LEVEL, TRUTH, xy), final_basin(cut, TRUTH, xy)
    for name in ("subsidence", "tilt", "motion", "curvature", "strain"):
        there = getattr(one, name)
        np.testing.assert_allclose(getattr(other, name), there, atol=1e-12 + 1e-9 * there.max())
    values = {**TRUTH, "theta": 75.0}
    dipping = panel_of([mined.corners()], mined.DEPTH, mined.THICKNESS, 25.0, mined.STRIKE + 90)
    down, east, north = mined.summed(xy, dip=25.0, theta=75.0)
    basin = final_basin(dipping, values, xy)
    np.testing.assert_allclose(basin.subsidence, down, atol=4e-3 * down.max())
    np.testing.assert_allclose(basin.motion, [east, north], atol=4e-3 * np.abs(east).max())
    turned = [np.array([[0, 0], [10, 0], [10, 3], [0, 3], [0, 0.0]])]
    assert long_side(turned[0]) == pytest.approx(90.0)


def test_derivatives_are_those_of_the_subsidence():
    xy, step = mined.places(9, 500.0) + 3.0, 0.05
    basin = final_basin(LEVEL, TRUTH, xy)

    def at(east, north):
        return final_basin(LEVEL, TRUTH, xy + (east, north))

    tilt = [(at(step, 0).subsidence - at(-step, 0).subsidence) / (2 * step),
            (at(0, step).subsidence - at(0, -step).subsidence) / (2 * step)]  # fmt: skip
    np.testing.assert_allclose(basin.tilt, tilt, atol=1e-8)
    bend = (at(step, 0).tilt - at(-step, 0).tilt) / (2 * step)
    np.testing.assert_allclose(basin.curvature[:2], bend, atol=1e-10)
    stretch = (at(0, step).motion - at(0, -step).motion) / (2 * step)
    np.testing.assert_allclose(basin.strain[1:], stretch, atol=1e-9)
    # Over the middle of a basin the ground is pressed together, at its edge pulled apart.
    middle = final_basin(LEVEL, TRUTH, [[0.0, 0.0], [170.0, -100.0]])
    assert middle.worst_strain[0] < 0 < middle.worst_strain[1]


def test_supercritical_panels_sink_by_the_subsidence_factor():
    wide = rectangle(0, 0, 5000, 5000, 0, mined.DEPTH, mined.THICKNESS)
    basin = final_basin(wide, TRUTH, [[0.0, 0.0]])
    assert basin.subsidence[0] == pytest.approx(0.7 * 3.0)
    edge = final_basin(wide, {**TRUTH, "offset": 0.0}, [[2500.0, 0.0]])
    assert edge.subsidence[0] == pytest.approx(0.35 * 3.0)
    assert edge.tilt[0, 0] == pytest.approx(-0.7 * 3.0 / (mined.DEPTH / 2))
    assert settled(np.array([-1.0, 0.0, 0.5]), 2.0) == pytest.approx([0, 0, 1 - np.exp(-1)])


def test_intervals_hold_the_truth():
    """Under noise that neighbours share, 90 % intervals hold in about nine of ten runs."""
    hits, ratios = [], []
    flat = panel_of([mined.corners()], mined.DEPTH, mined.THICKNESS)
    flat = replace(flat, edges=flat.edges[[0, -1]], first=flat.first[:1], last=flat.last[:1],
                   row=flat.row[:1])  # fmt: skip
    # A rectangle along its strike is one strip.
    places = [[0.0, 0.0], [150.0, 50.0]]
    truth = final_basin(LEVEL, TRUTH, places, False).subsidence
    for seed in range(24):
        one = fit(flat, observed(seed=seed, noise=0.01), {})
        for name in ("q", "tan_beta", "offset", "b"):
            low, high = one.interval(name)
            hits.append(low <= TRUTH[name] <= high)
        error = final_basin(one.panel, one.values, places, False).subsidence - truth
        ratios += (error / forecast_std(one, places)).tolist()
    assert 0.8 <= np.mean(hits) <= 0.98
    assert 0.6 <= np.std(ratios) <= 1.4


def test_a_goaf_is_found():
    blank = rectangle(0, 0, 1, 1, 0, mined.DEPTH, mined.THICKNESS)
    one = fit(blank, observed(noise=0.006), {"tan_beta": 2.0, "offset": 0.05},
              (-600, -600, 600, 600, 1200.0), 1)  # fmt: skip
    assert np.hypot(one.values["x"], one.values["y"]) < 15
    sides = sorted([one.values["length"], one.values["width"]])
    assert sides[1] == pytest.approx(mined.LENGTH, rel=0.1)
    assert sides[0] == pytest.approx(mined.WIDTH, rel=0.25)


def test_too_few_points():
    few = observed((0,))
    few = replace(few, xy=few.xy[:12], look=few.look[:12], values=few.values[:12],
                  track=few.track[:12])  # fmt: skip
    with pytest.raises(GroundshiftError, match="too few"):
        fit(LEVEL, few, {})


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mined")
    mined.panel(folder / "panel.gpkg")
    mined.points(folder / "a.gpkg", 0)
    mined.points(folder / "b.gpkg", 1)
    return folder


def points_of(path):
    return str(path), "", str(path).endswith(".tif"), ""


def run(scene, **others):
    parts = {
        "points": points_of(scene / "a.gpkg"), "panel": scene / "panel.gpkg",
        "depth": mined.DEPTH, "thickness": mined.THICKNESS, "start": "20200101",
        "points_used": 400, **others,
    }  # fmt: skip
    return call("miningsubsidence", **{k: v for k, v in parts.items() if v is not None})


def test_series_of_two_orbits_give_basin_and_time(scene, tmp_path):
    found = run(scene, points_2=points_of(scene / "b.gpkg"), basin=tmp_path / "b.tif",
                fitted=tmp_path / "f.gpkg", goaf=tmp_path / "g.gpkg", report=tmp_path / "r.html",
                cell=20.0)  # fmt: skip
    assert found["q"] == pytest.approx(0.7, abs=0.01)
    assert found["tan_beta"] == pytest.approx(2.0, abs=0.03)
    assert found["knothe"] == pytest.approx(2.0, abs=0.03)
    assert found["rms"] == pytest.approx(4.0, abs=0.5)
    grid, bands, names = read_raster(tmp_path / "b.tif")
    assert names[0] == "subsidence_mm" and len(bands) == 7
    down = 1e3 * mined.summed(np.array([[0.0, 0.0]]))[0][0]
    row, col = grid.index(mined.X0, mined.Y0)
    assert bands[0][row, col] == pytest.approx(down, rel=0.01)
    assert bands[0].max() == pytest.approx(found["largest"], rel=0.005)
    assert bands[4].min() < -1 and bands[4].max() > 0.5
    table = read_table(tmp_path / "f.gpkg")
    assert len(table) == found["count"] == 800
    assert np.std(table.numbers("residual_mm")) == pytest.approx(4.0, abs=0.6)
    assert read_polygons(tmp_path / "g.gpkg").numbers("q")[0] == pytest.approx(found["q"])
    assert "Settling in time" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_a_raster_and_known_parameters(scene, tmp_path):
    """Rates of one orbit, with angles, displacement factor and offset known."""
    count, step = 34, 1800.0 / 33
    values = mined.motion(0, 0.002).reshape(count, count)[::-1]
    grid = Grid(count, count, (mined.X0 - 900 - step / 2, step, 0.0, mined.Y0 + 900 + step / 2,
                               0.0, -step), mined.CRS)  # fmt: skip
    write_raster(tmp_path / "v.tif", grid, 1e3 * values[np.newaxis] / 2,
                 [BandInfo("velocity_mm_yr", "mm/yr")])  # fmt: skip
    incidence = float(np.degrees(np.arccos(mined.LOOKS[0][2] / np.linalg.norm(mined.LOOKS[0]))))
    found = run(scene, points=points_of(tmp_path / "v.tif"), years=2.0, start=None, heading=350.0,
                incidence=incidence, known="b=0.3; offset=0.05", points_used=900)  # fmt: skip
    assert found["q"] == pytest.approx(0.7, abs=0.03)
    assert found["tan_beta"] == pytest.approx(2.0, abs=0.08)
    assert "knothe" not in found


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ({"known": "q=x"}, "is no name and number"),
        ({"known": "z=1"}, "there is no parameter z"),
        ({"known": "q=7"}, "give a number from"),
        ({"dip": 10}, "Direction of the dip"),
        ({"start": "20300101"}, "leaves fewer than two dates"),
        ({"incidence": 30}, "one is missing; give both"),
        ({"depth": None}, "is missing"),
        ({"panel": None, "largest": 20}, "too small for a depth"),
    ],
)
def test_what_cannot_be_fitted(scene, tmp_path, others, words):
    with pytest.raises(GroundshiftError, match=words):
        run(scene, basin=tmp_path / "b.tif", **others)
    assert not (tmp_path / "b.tif").exists()
