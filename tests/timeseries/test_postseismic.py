# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Afterslip as a preset of the velocity model, and its sign against the coseismic step."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.timeseries.postseismic import mechanism_classes, with_coseismic_steps
from groundshift.algorithms.timeseries.transients import Transient, afterslip
from groundshift.algorithms.timeseries.velocity import VelocityModel
from groundshift.algorithms.toolbox import call

GRID = Grid(6, 8, (500000.0, 20.0, 0.0, 4200000.0, 0.0, -20.0), wkt_from_epsg(32633))
QUAKE = np.datetime64("2019-07-06")
WHEN = "20190706"
PUBLISHED = -0.01264  # m a decade of days: -30.1 mm after 240 days


def bands(path):
    _, values, names = read_raster(path)
    return dict(zip(names, values))


def written(path, dates, series):
    """A series file, relative to its first date."""
    series = series - series[0]
    with TimeSeriesWriter(path, GRID, dates, np.zeros(len(dates)), {}, {}) as writer:
        writer.write(Window(0, 0, *GRID.shape), series)
    return path


def since(dates):
    return np.maximum((dates - QUAKE).astype(float), 0.0)[:, None, None]


def test_a_decade_of_time():
    term = afterslip(QUAKE)
    assert term.name == "afterslip_20190706"
    days = QUAKE + np.array([-5, 0, 9, 99, 240])
    np.testing.assert_allclose(term.column(days)[:4], [0, 0, 1, 2])
    assert PUBLISHED * term.column(days)[4] == pytest.approx(-0.0301, abs=5e-5)
    natural = Transient("log", QUAKE, 1.0).column(days)
    np.testing.assert_allclose(natural, np.log(10) * term.column(days))


def test_a_series_that_starts_after_the_earthquake(tmp_path):
    """From its first image on day 21 it shows -13.1 mm of -30.1 mm; the offset tells the rest."""
    dates = QUAKE + np.array([21, *range(33, 229, 12), 240])
    series = PUBLISHED * np.log10(1 + since(dates)) * np.ones(GRID.shape)
    path = written(tmp_path / "t.h5", dates, series)
    assert 1e3 * (series[-1] - series[0])[0, 0] == pytest.approx(-13.1, abs=0.05)
    call("velocity", timeseries=path, velocity=tmp_path / "v.tif", afterslip=WHEN, noise="white")
    got = bands(tmp_path / "v.tif")
    assert "afterslip_20190706_mm" in got and not any(name.startswith("step") for name in got)
    np.testing.assert_allclose(got["afterslip_20190706_mm"], 1e3 * PUBLISHED, atol=1e-3)
    np.testing.assert_allclose(got["offset_mm"], -1e3 * PUBLISHED * np.log10(22), atol=2e-3)
    np.testing.assert_allclose(got["velocity_mm_yr"], 0, atol=1e-2)


def test_a_series_across_the_earthquake_gets_its_step(tmp_path):
    """And the signs are told: it goes on, goes back, moves after it only, in it only, or not."""
    dates = np.datetime64("2018-09-03") + 12 * np.arange(60)
    step, after = np.zeros(GRID.shape), np.zeros(GRID.shape)
    step[:4], after[:2], after[2:3], after[4:5] = 0.05, 0.01, -0.01, 0.01
    noise = np.random.default_rng(0).normal(0, 3e-4, (60, *GRID.shape))
    series = step * (dates >= QUAKE)[:, None, None] + after * np.log10(1 + since(dates)) + noise
    series[:, 5, 7] = np.nan
    path = written(tmp_path / "t.h5", dates, series)
    call("velocity", timeseries=path, velocity=tmp_path / "v.tif", afterslip=WHEN, noise="white",
         mechanism=tmp_path / "m.tif")  # fmt: skip
    got = bands(tmp_path / "v.tif")
    for name, truth in (("step", step), ("afterslip", after)):
        error = got[f"{name}_20190706_mm"] - 1e3 * truth
        known = np.isfinite(error)
        assert np.abs(error[known] / got[f"{name}_20190706_std_mm"][known]).max() < 5
    found = bands(tmp_path / "m.tif")["mechanism"]
    expected = np.repeat([1, 1, 2, 4, 3, 5], 8).reshape(GRID.shape)
    expected[5, 7] = 255
    right = found == expected
    assert right[:3].all() and right[5, 7] and right.mean() > 0.85


def test_the_coseismic_displacement_can_come_from_a_raster(tmp_path):
    dates = QUAKE + 6 + 12 * np.arange(20)
    noise = np.random.default_rng(1).normal(0, 1e-4, (20, *GRID.shape))
    path = written(tmp_path / "t.h5", dates, 0.01 * np.log10(1 + since(dates)) + noise)
    options = {"timeseries": path, "velocity": tmp_path / "v.tif", "afterslip": WHEN,
               "noise": "white", "mechanism": tmp_path / "m.tif"}  # fmt: skip
    with pytest.raises(GroundshiftError, match=r"does not show the coseismic step.*COSEISMIC"):
        call("velocity", **options)
    assert not (tmp_path / "v.tif").exists()
    step = np.where(np.arange(8) < 4, 30.0, -30.0) * np.ones(GRID.shape)
    step[0], names = 0.5, [BandInfo("step_mm", "mm"), BandInfo("step_std_mm", "mm")]
    write_raster(tmp_path / "c.tif", GRID, np.stack([step, np.ones(GRID.shape)]), names)
    call("velocity", coseismic=tmp_path / "c.tif", **options)
    found = bands(tmp_path / "m.tif")["mechanism"]
    assert (found[0] == 3).all() and (found[1:, :4] == 1).all() and (found[1:, 4:] == 2).all()
    write_raster(tmp_path / "one.tif", GRID, step[None], names[:1])
    with pytest.raises(GroundshiftError, match=r"one.tif: has one band"):
        call("velocity", coseismic=tmp_path / "one.tif", **options)
    other = Grid(6, 7, GRID.transform, GRID.crs)
    write_raster(tmp_path / "o.tif", other, np.ones((2, 6, 7)), names)
    with pytest.raises(GroundshiftError, match=r"o.tif: lies on another grid"):
        call("velocity", coseismic=tmp_path / "o.tif", **options)
    with pytest.raises(GroundshiftError, match="no afterslip in the model"):
        call("velocity", **{**options, "afterslip": ""})


def test_steps_are_added_where_the_series_can_tell_them():
    dates = QUAKE + 12 * np.arange(-5, 20)
    early, late = QUAKE - 100, QUAKE + 12
    model = VelocityModel(steps=(late,), transients=(afterslip(QUAKE), afterslip(early)))
    assert with_coseismic_steps(model, dates).steps == (late, QUAKE)
    model = VelocityModel(transients=(afterslip(early), Transient("log", QUAKE, 9.0)))
    assert with_coseismic_steps(model, dates) is model


def test_classes_by_sign_and_significance():
    step = np.array([3.0, 3.0, 1.0, -3.0, 1.0, np.nan, 3.0])
    after = np.array([2.0, -2.0, 2.0, 1.0, 0.1, 2.0, 2.0])
    std = np.array([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, np.nan])
    found = mechanism_classes(step, std, after, np.ones(7))
    np.testing.assert_array_equal(found, [1, 2, 3, 4, 5, 255, 255])
