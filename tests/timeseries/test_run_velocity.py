# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from driven import driven
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.job import Job
from groundshift.algorithms.timeseries.motion import MotionOptions
from groundshift.algorithms.timeseries.steps import StepSearch
from groundshift.algorithms.timeseries.tools.model_fit import fit_model
from groundshift.algorithms.timeseries.transients import Transient
from groundshift.algorithms.timeseries.velocity import VelocityModel
from groundshift.algorithms.toolbox import call
from osgeo import gdal

GRID = Grid(40, 560, (500000.0, 20.0, 0.0, 4200000.0, 0.0, -20.0), wkt_from_epsg(32633))
DATES = np.datetime64("2018-01-06") + 12 * np.arange(70)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
QUAKE = DATES[30]
SLIP = Transient("log", QUAKE, 60.0)


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    """Left a season, in the middle a step, right afterslip; noise, gaps, an empty corner."""
    rng = np.random.default_rng(0)
    values = -0.02 * YEARS[:, None, None] + rng.normal(0, 1e-3, (70, *GRID.shape))
    values[:, :, :100] += 0.008 * np.cos(2 * np.pi * YEARS)[:, None, None]
    values[:, :, 100:200] += 0.03 * (np.arange(70) >= 30)[:, None, None]
    values[:, :, 200:] += 0.02 * SLIP.column(DATES)[:, None, None]
    values[rng.random(values.shape) < 0.1] = np.nan
    values[:, :5, :5] = np.nan
    path = tmp_path_factory.mktemp("series") / "timeseries.h5"
    with TimeSeriesWriter(path, GRID, DATES, np.zeros(70), {}, {}) as writer:
        writer.write(Window(0, 0, *GRID.shape), values)
    return path


def fitted(series, targets, model, options=None, **more):
    """The tool's numbers; a path is that of the velocity."""
    targets = targets if isinstance(targets, dict) else {"VELOCITY": targets}
    return driven(fit_model, series, targets, model, options or MotionOptions(), **more)


def bands(path):
    _, values, names = read_raster(path)
    return dict(zip(names, values))


def test_seasons_come_as_amplitude_and_day_of_the_peak(series, tmp_path):
    found = call(
        "velocity", timeseries=series, velocity=tmp_path / "v.tif", amplitude=tmp_path / "a.tif",
        phase=tmp_path / "p.tif", annual=True, semiannual=True, noise="white",
    )  # fmt: skip
    amplitude, peak = bands(tmp_path / "a.tif"), bands(tmp_path / "p.tif")
    assert list(amplitude) == [
        "annual_amplitude_mm", "annual_amplitude_std_mm", "semiannual_amplitude_mm",
        "semiannual_amplitude_std_mm",
    ]  # fmt: skip
    assert list(peak)[:2] == ["annual_peak_day", "annual_peak_std_days"]
    left = np.s_[10:, :100]
    np.testing.assert_allclose(np.median(amplitude["annual_amplitude_mm"][left]), 8.0, atol=0.02)
    assert np.median(peak["annual_peak_day"][left]) == pytest.approx(6.0, abs=0.3)
    error = np.mod(peak["annual_peak_day"][left] - 6.0 + 180, 365.25) - 180
    assert (error / peak["annual_peak_std_days"][left]).std() == pytest.approx(1.0, abs=0.06)
    assert np.isnan(amplitude["annual_amplitude_mm"][:5, :5]).all()
    assert found.summaries["AMPLITUDE"].count == found["pixels"] == 40 * 560 - 25


def test_steps_are_found_where_they_are(series, tmp_path):
    targets = {"VELOCITY": tmp_path / "v.tif", "STEP_MAP": tmp_path / "s.tif"}
    options = MotionOptions(steps=StepSearch(most=2))
    fitted(series, targets, VelocityModel(1, True), options, last=DATES[60])
    got = bands(tmp_path / "s.tif")
    assert list(got)[:4] == ["steps_found", "step1_date_year", "step1_mm", "step1_std_mm"]
    left, middle = np.s_[10:, :100], np.s_[10:, 100:200]
    assert (got["steps_found"][left] > 0).mean() < 0.03
    assert (got["steps_found"][middle] >= 1).all()
    year = 2019 + (QUAKE - np.datetime64("2019-01-01")).astype(int) / 365
    assert np.median(got["step1_date_year"][middle]) == pytest.approx(year, abs=1e-3)
    assert np.nanmedian(got["step1_mm"][middle]) == pytest.approx(30, abs=0.1)
    none = got["steps_found"] == 0
    assert np.isnan(got["step1_mm"][none]).all() and np.isnan(got["steps_found"][:5, :5]).all()


def test_a_time_constant_is_searched_for(series, tmp_path):
    model = VelocityModel(transients=(Transient("log", QUAKE),))
    fitted(series, tmp_path / "v.tif", model)
    got = bands(tmp_path / "v.tif")
    name = SLIP.name
    assert [n for n in got if n.startswith(name)] == [
        f"{name}_mm", f"{name}_std_mm", f"{name}_tau_days", f"{name}_tau_std_days",
        f"{name}_tau_at_bound",
    ]  # fmt: skip
    right = np.s_[:, 200:]
    assert np.nanmedian(got[f"{name}_tau_days"][right]) == pytest.approx(60, rel=0.05)
    assert np.nanmedian(got[f"{name}_mm"][right]) == pytest.approx(20, rel=0.05)
    flagged = got[f"{name}_tau_at_bound"] != 0
    assert np.isnan(got[f"{name}_tau_days"][flagged]).all()


def test_every_pixel_gets_the_model_that_it_calls_for(series, tmp_path):
    said = []
    call(
        "velocity", {"note": said.append}, timeseries=series, velocity=tmp_path / "v.tif",
        model_map=tmp_path / "c.tif", degree=2, annual=True, find_steps=1, choose=True,
    )  # fmt: skip
    code = bands(tmp_path / "c.tif")["motion_model"]
    assert (code[10:, :100] == 3).mean() > 0.85 and (code[10:, 100:200] == 7).mean() > 0.85
    assert (code[:5, :5] == 255).all()
    assert f"{(code == 7).sum():,} pixels: rate, step." in said
    assert gdal.Open(str(tmp_path / "c.tif")).GetMetadataItem("CLASS_7") == "rate, step"
    got = bands(tmp_path / "v.tif")
    assert np.isnan(got["annual_sine_mm"][code == 7]).all()
    np.testing.assert_allclose(got["velocity_mm_yr"][code == 3], -20, atol=2)


@pytest.mark.parametrize(
    "model, options",
    [
        (VelocityModel(1, True), MotionOptions("ar1", steps=StepSearch(most=2))),
        (VelocityModel(2, True), MotionOptions(steps=StepSearch(), choose=True)),
        (VelocityModel(transients=(Transient("exp", QUAKE),)), MotionOptions("random_walk")),
    ],
)
def test_blocks_and_workers_do_not_change_the_result(
    series, tmp_path, model, options, check_same_numbers
):
    for name, job in (("a", Job(2 << 30, 1)), ("b", Job(230 << 20, 2))):
        fitted(series, tmp_path / f"{name}.tif", model, options, job=job)
    one, two = (read_raster(tmp_path / f"{name}.tif")[1] for name in "ab")
    check_same_numbers(one, two)


def test_coloured_noise_makes_the_errors_honest(tmp_path):
    rng = np.random.default_rng(1)
    small = Grid(40, 60, GRID.transform, GRID.crs)
    walk = np.cumsum(rng.normal(0, 2e-3, (70, *small.shape)), axis=0)
    walk += rng.normal(0, 2e-3, walk.shape)
    with TimeSeriesWriter(tmp_path / "t.h5", small, DATES, np.zeros(70), {}, {}) as writer:
        writer.write(Window(0, 0, *small.shape), walk)
    spread, said = {}, []
    for noise in ("white", "random_walk", "ar1", "auto"):
        call(
            "velocity", {"note": said.append}, timeseries=tmp_path / "t.h5",
            velocity=tmp_path / "v.tif", noise=noise,
        )  # fmt: skip
        got = bands(tmp_path / "v.tif")
        spread[noise] = (got["velocity_mm_yr"] / got["velocity_std_mm_yr"]).std()
    assert spread["white"] > 3
    assert spread["random_walk"] == pytest.approx(1.0, abs=0.06)
    assert spread["ar1"] == pytest.approx(1.0, abs=0.15)
    assert spread["auto"] == pytest.approx(1.0, abs=0.06)
    assert "random walk" in said[1] and "random walk" in said[-1]


@pytest.mark.parametrize(
    "model, options, outputs, what",
    [
        (VelocityModel(), MotionOptions(), {"PHASE"}, "no season"),
        (VelocityModel(), MotionOptions(), {"STEP_MAP"}, "no steps are searched"),
        (VelocityModel(), MotionOptions(), {"MODEL_MAP"}, "no choice of models"),
        (VelocityModel(3), MotionOptions(choose=True), set(), "degree"),
        (VelocityModel(), MotionOptions(steps=StepSearch(2), choose=True), set(), "one step"),
        (VelocityModel(transients=(Transient("log", QUAKE),)), MotionOptions(choose=True), set(),
         "cannot be searched"),
        (VelocityModel(), MotionOptions("pink"), set(), "no kind of noise"),
        (VelocityModel(), MotionOptions(steps=StepSearch(least_dates=40)), set(), "both sides"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_refused(series, tmp_path, model, options, outputs, what):
    targets = {name: tmp_path / f"{name}.tif" for name in {"VELOCITY", *outputs}}
    with pytest.raises(GroundshiftError, match=what):
        fitted(series, targets, model, options)
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_run_leaves_nothing(series, tmp_path):
    with pytest.raises(Cancelled):
        fitted(series, tmp_path / "v.tif", VelocityModel(), job={"cancelled": lambda: True})
    assert list(tmp_path.iterdir()) == []
