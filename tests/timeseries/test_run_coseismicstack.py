# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The tool on series with a planted event, on real ones, and on from its step to the fault."""

import csv

import event_series
import numpy as np
import pytest
import small_stack
from area_layers import ORIGIN, layer, square
from event_series import DATES, EVENT, GRID
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.data.tools.importing import import_stack
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.interferograms import find_product
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.source import elastic
from groundshift.algorithms.toolbox import call
from osgeo import gdal

WHEN = str(EVENT).replace("-", "")


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    return event_series.write(tmp_path_factory.mktemp("event") / "t.h5")


def run(series, folder, job=None, **options):
    """The tool without a rate, its notes and warnings, and its bands by name."""
    said = []
    options = {"event": WHEN, "common_rate": False, "noise": "white", **options}
    found = call(
        "coseismicstack", {"note": said.append, **(job or {})}, timeseries=series,
        step=folder / "s.tif", ratio=folder / "r.tif", **options,
    )  # fmt: skip
    bands = {}
    for name in ("s.tif", "r.tif"):
        _, values, names = read_raster(folder / name)
        bands.update(zip(names, values))
    return found, said, bands


def test_eight_millimetres_are_found_under_the_atmosphere(series, tmp_path):
    """Error over sigma near one, 5 % false alarms, and a gain over the best single pair."""
    targets = {"report": tmp_path / "r.html", "table": tmp_path / "d.csv",
               "control_std": tmp_path / "c.tif"}  # fmt: skip
    found, said, bands = run(series, tmp_path, **targets)
    assert list(bands) == ["step_mm", "step_std_mm", "detection_ratio"]
    truth = 1e3 * event_series.bump()
    error = (bands["step_mm"] - truth) / bands["step_std_mm"]
    assert np.sqrt(np.mean(error**2)) == pytest.approx(1.0, abs=0.15)
    assert np.abs(bands["detection_ratio"])[28:33, 38:43].min() > found["limit"]
    np.testing.assert_allclose(
        bands["detection_ratio"], bands["step_mm"] / bands["step_std_mm"], rtol=1e-5
    )
    assert found["false_alarms"] == pytest.approx(5.0, abs=2.5)
    assert found["gain"] > 2 and found["before"] == found["after"] == 15
    assert found["detected"] == pytest.approx(
        100 * (np.abs(bands["detection_ratio"]) > found["limit"]).mean(), abs=0.01
    )
    assert any(f"{found['false_alarms']:.1f} % false alarms" in text for text in said)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert f"{found['false_alarms']:.1f} % false alarms" in page and page.count("<svg") == 2
    rows = list(csv.DictReader((tmp_path / "d.csv").open()))
    assert [row["side"] for row in rows] == ["before"] * 15 + ["after"] * 15
    weights = np.array([float(row["weight"]) for row in rows])
    np.testing.assert_allclose([weights[:15].sum(), weights[15:].sum()], [-1, 1], atol=1e-4)
    _, (std, ratio), names = read_raster(tmp_path / "c.tif")
    assert names == ["control_std_mm", "control_ratio"]
    np.testing.assert_allclose(std, bands["step_std_mm"] * ratio, rtol=1e-4)
    assert np.sqrt(np.mean(ratio**2)) == pytest.approx(found["control_ratio"], abs=0.15)


def test_blocks_do_not_change_the_result(tmp_path, monkeypatch):
    grid = Grid(150, 1000, GRID.transform, GRID.crs)
    rng = np.random.default_rng(0)

    def gaps(values):
        values[1:][rng.random(values[1:].shape) < 0.03] = np.nan
        values[:, 0, 0] = 0.0

    path = event_series.write(tmp_path / "t.h5", grid=grid, change=gaps)
    got = []
    for memory, workers in ((2048, 1), (96, 2)):
        options = {"memory": memory, "workers": workers, "controls": 2, "far_field": "plane"}
        got.append(run(path, tmp_path, **options)[2])
    for name, values in got[0].items():
        np.testing.assert_array_equal(values, got[1][name], err_msg=name)
    assert np.isfinite(got[0]["step_mm"]).mean() > 0.99


def test_the_far_field_is_what_steps_are_relative_to(tmp_path):
    """A plane at every date goes; outside of the expected area a wide signal stays whole."""
    tilt = np.random.default_rng(3).normal(0, 0.02, 30)
    step = event_series.bump(most=0.06) + 0.01

    def planes(values):
        values += tilt[:, None, None] * np.linspace(-1, 1, 80)

    path = event_series.write(tmp_path / "t.h5", step, atmosphere=1e-4, change=planes)
    middle = np.subtract(GRID.xy(30, 40), ORIGIN)
    area = layer(tmp_path / "a.gpkg", "polygon", [square(*middle, 24e3)], GRID.crs)
    found, said, bands = run(
        path, tmp_path, far_field="plane", expected_area=area, controls=3
    )  # fmt: skip
    np.testing.assert_allclose(bands["step_mm"], 1e3 * event_series.bump(most=0.06), atol=0.5)
    assert any("outside of the expected area" in text for text in said)
    kept = run(path, tmp_path, far_field="keep", controls=0)
    corner = kept[2]["step_mm"][0, 0]
    assert corner == 0.0 and np.isnan(kept[2]["detection_ratio"][0, 0])
    assert kept[2]["step_std_mm"][30, 40] > 3 * bands["step_std_mm"][30, 40]
    with pytest.raises(GroundshiftError, match="smaller area"):
        whole = layer(tmp_path / "w.gpkg", "polygon", [square(*middle, 18e4)], GRID.crs)
        run(path, tmp_path, expected_area=whole)


def test_afterslip_and_a_rate_are_no_part_of_the_step(tmp_path):
    since = np.maximum((DATES - EVENT).astype(float), 0.0)
    years = (DATES - DATES[0]).astype(float) / 365.25

    def slow(values):
        values += 0.004 * np.log10(1 + since)[:, None, None] * event_series.bump(most=1.0)
        values -= 0.03 * years[:, None, None] * event_series.bump(most=1.0)

    path = event_series.write(tmp_path / "t.h5", atmosphere=1e-4, change=slow)
    _, _, bands = run(path, tmp_path, common_rate=True, postseismic=True)
    assert list(bands)[:4] == ["step_mm", "step_std_mm", "afterslip_mm", "afterslip_std_mm"]
    where = np.s_[30, 40]
    for name, truth in (("step", 8.0), ("afterslip", 4.0)):
        error = bands[f"{name}_mm"][where] - truth
        assert abs(error) < 4 * bands[f"{name}_std_mm"][where] < 2.0


def test_the_factor_of_the_controls_multiplies_the_errors(series, tmp_path):
    plain = run(series, tmp_path)
    _, _, scaled = run(series, tmp_path, scale_by_controls=True)
    factor = plain[0]["control_ratio"]
    np.testing.assert_allclose(scaled["step_std_mm"], factor * plain[2]["step_std_mm"], rtol=1e-5)
    np.testing.assert_array_equal(scaled["step_mm"], plain[2]["step_mm"])


def test_what_is_doubtful_is_said(series, tmp_path):
    warned = []
    day = str(DATES[15])
    run(series, tmp_path, {"warn": warned.append}, event=day, dates_after=3, controls=0)
    assert any("is the day of an image; it counts as after" in text for text in warned)
    assert any("Only 3 dates on one side" in text for text in warned)
    assert any("no control date" in text for text in warned)
    _, said, _ = run(series, tmp_path, common_rate=True)
    assert any("common rate makes it" in text for text in said)
    warned.clear()
    run(series, tmp_path, {"warn": warned.append}, event=day, same_day="leave_out", los=tmp_path
        / "l.tif")  # fmt: skip
    assert not any("is the day of an image" in text for text in warned)
    assert any("No look angles" in text for text in warned) and not (tmp_path / "l.tif").exists()


def test_motion_that_the_model_lacks_shows_in_the_false_alarms(tmp_path):
    """A season that is not fitted is no noise; with it the alarms are as few as they should."""
    wave = 0.02 * np.cos(2 * np.pi * (DATES - DATES[0]).astype(float) / 365.25)

    def season(values):
        values += wave[:, None, None] * np.linspace(-1, 1, 80)

    path, warned = event_series.write(tmp_path / "t.h5", atmosphere=2e-3, change=season), []
    found, _, _ = run(path, tmp_path, {"warn": warned.append})
    assert found["false_alarms"] > 15 and any("nominal" in text for text in warned)
    assert run(path, tmp_path, annual=True)[0]["false_alarms"] < 10


@pytest.mark.parametrize(
    "given, said",
    [
        ({"event": "20200627,20200701"}, r"EVENT.*holds 2 dates.*OTHER_STEPS"),
        ({"event": ""}, "EVENT"),
        ({"event": "27 June"}, "'27' is no date; write it as YYYYMMDD"),
        ({"event": "20300101"}, "no image after it"),
        ({"event": "20200109"}, "1 date before it"),
        ({"event": WHEN, "other_steps": WHEN}, "is the event itself"),
        (
            {"event": WHEN, "dates_before": 2, "dates_after": 2, "postseismic": True},
            "Afterslip needs 3",
        ),
        ({"event": WHEN, "dates_before": 2, "dates_after": 2, "annual": True}, "coefficients"),
    ],
)
def test_events_that_cannot_be_stacked(series, tmp_path, given, said):
    with pytest.raises(GroundshiftError, match=said):
        run(series, tmp_path, **given)
    assert not list(tmp_path.iterdir())


def test_other_files_are_refused(tmp_path):
    small_stack.make_stack(tmp_path / "s.h5")
    (tmp_path / "v.tif").write_bytes(b"II*\0nothing")
    for name, said in (
        ("s.h5", "no dataset 'timeseries'.*SBAS"),
        ("v.tif", "read as HDF5"),
    ):
        with pytest.raises(GroundshiftError, match=said):
            run(tmp_path / name, tmp_path)
    assert not (tmp_path / "s.tif").exists()


def test_a_cancelled_run_leaves_nothing(series, tmp_path):
    with pytest.raises(Cancelled):
        run(series, tmp_path, {"cancelled": lambda: True})
    assert not list(tmp_path.iterdir())


def test_from_the_step_to_the_fault(tmp_path):
    """Mw 5.3, 13 mm at most: its fault lies within the intervals of 95 %."""
    grid = Grid(100, 100, (500000.0, 400.0, 0.0, 4200000.0, 0.0, -400.0), GRID.crs)
    local = LocalMetres(grid.crs, *grid.xy(50, 50))
    plane = [[0.0, 0.0, 7500.0, np.radians(140), np.radians(50), 5e3, 4e3]]
    patches = PatchSet.of_rectangles(plane, crs=local.crs)
    model = SlipModel.of_rake(patches, 0.187, np.radians(-90))
    x, y = grid.xy(*(index.ravel() for index in np.mgrid[:100, :100]))
    los = from_incidence_heading(39.0, 348.0)
    places = np.column_stack([local.of(grid.crs, x, y), np.zeros(len(x))])
    step = elastic.displacement(model, places) @ [los.east, los.north, los.up]
    assert -0.0132 < step.min() < -0.012
    path = event_series.write(tmp_path / "t.h5", step.reshape(grid.shape), grid, atmosphere=5e-3)
    run(path, tmp_path, los=tmp_path / "l.tif", incidence=39.0, heading=348.0)
    assert gdal.Open(str(tmp_path / "s.tif")).GetMetadataItem("EVENT") == str(EVENT)
    call("downsample", raster=tmp_path / "s.tif", los_raster=tmp_path / "l.tif", method="uniform",
         samples=tmp_path / "p.gpkg", count=40)  # fmt: skip
    call(
        "faultsearch", samples=tmp_path / "p.gpkg", fault=tmp_path / "f.gpkg",
        summary=tmp_path / "f.csv", method="swarm", restarts=1, steps=30, chain_steps=1000,
        chains=12, enough=100, bounds="length 5; width 4; rake -120 to -60; slip 0.02 to 1",
    )  # fmt: skip
    rows = {row["parameter"]: row for row in csv.DictReader((tmp_path / "f.csv").open())}
    for name, truth in (("mw", 5.3), ("centre_depth_km", 7.5), ("dip_deg", 50.0),
                        ("strike_deg", 140.0)):  # fmt: skip
        mean, std = float(rows[name]["mean"]), float(rows[name]["std"])
        assert abs(mean - truth) < 2.5 * std, name
    assert float(rows["mw"]["std"]) < 0.15


def test_no_event_at_mexico_city(shared_data, tmp_path):
    """A dummy date: with a common rate few false alarms, without it the bowl is taken for one."""
    import_stack(find_product(shared_data("mexico_city_s1")), tmp_path / "s.h5", None)
    call("sbas", stack=tmp_path / "s.h5", timeseries=tmp_path / "t.h5",
         velocity=tmp_path / "v.tif", robust=False)  # fmt: skip
    options = {"event": "20180503", "far_field": "plane"}
    found, _, _ = run(tmp_path / "t.h5", tmp_path, common_rate=True, **options)
    assert found["false_alarms"] < 10 and 0.6 < found["control_ratio"] < 1.4
    assert run(tmp_path / "t.h5", tmp_path, **options)[0]["false_alarms"] > 20
