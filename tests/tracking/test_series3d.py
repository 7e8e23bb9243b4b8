# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of orbits and offsets in three dimensions, and the decomposition's own series."""

import re

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.layout import to_dates
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.toolbox import call
from motion_series import GRID, flight, look, motion, orbits, write


def solve(folder, tool="series3d", **given):
    told = []
    job = {"note": told.append, "warn": lambda text: told.append(f"! {text}")}
    return call(tool, job, **given), " ".join(told)


def errors_of(path, component, north=-0.03):
    """Error and standard deviation of a component's series, shape (time, row, column)."""
    with h5py.File(path) as file:
        days = to_dates(file["date"][()], path)
        truth = motion(days, north)[("east", "north", "up").index(component)]
        error = file["timeseries"][()] - (truth - truth[0])[:, None, None]
        assert file.attrs["COMPONENT"] == component
        return error, file["timeseriesStd"][()]


def test_two_orbits_give_east_and_up(tmp_path):
    given = orbits(tmp_path, north=0.0)
    paths = {"east": tmp_path / "e.h5", "up": tmp_path / "u.h5", "quality": tmp_path / "q.tif"}
    numbers, told = solve(tmp_path, **given, **paths)
    assert numbers["solved"] == GRID.rows * GRID.cols
    assert re.search(r"1 mm of it would be taken for .0\.0\d mm east and -0\.1\d mm up", told)
    for name in ("east", "up"):
        error, std = errors_of(paths[name], name, north=0.0)
        assert np.std((error / std)[1:]) == pytest.approx(1.0, abs=0.1)
        assert (error[0] == 0).all()
        assert np.abs(error.mean(axis=(1, 2))).max() < 0.002
    with h5py.File(paths["east"]) as file:
        assert file["covarianceUp"].attrs["UNIT"] == "m^2"


def test_offsets_along_the_flight_tell_north(tmp_path):
    given = orbits(tmp_path)
    write(tmp_path / "az.h5", flight(348.0), "2020-01-03", 24, 19, 0.03, "azimuth", seed=3)
    write(tmp_path / "az2.h5", flight(192.0), "2020-01-03", 24, 19, 0.03, "azimuth", seed=4)
    given.update(
        series_3=tmp_path / "az.h5", incidence_3=39.0, heading_3=348.0,
        series_4=tmp_path / "az2.h5", incidence_4=35.0, heading_4=192.0,
    )  # fmt: skip
    paths = {name: tmp_path / f"{name}.h5" for name in ("east", "north", "up")}
    for method in ("weighted", "total"):
        numbers, _ = solve(tmp_path, method=method, **given, **paths)
        assert 0.7 < numbers["residual"] < 1.2
        for name, path in paths.items():
            error, std = errors_of(path, name)
            assert np.std((error / std)[1:]) == pytest.approx(1.0, abs=0.12)


def test_a_series_of_east_and_one_line_of_sight(tmp_path):
    """On another grid: that of the coarser one is taken, and the finer one resampled."""
    given = orbits(tmp_path, noise=0.0)
    del given["series_2"], given["incidence_2"], given["heading_2"]
    wide = Grid(10, 12, (5e5, 60.0, 0.0, 4.5e6, 0.0, -60.0), GRID.crs)
    east, north = np.eye(3)[:2]
    write(tmp_path / "e0.h5", east, "2020-01-01", 15, 30, 0.0, "east", wide)
    write(tmp_path / "n0.h5", north, "2020-01-01", 15, 30, 0.0, "north", wide)
    given.update(series_2=tmp_path / "e0.h5", series_3=tmp_path / "n0.h5")
    paths = {name: tmp_path / f"{name}.h5" for name in ("east", "north", "up")}
    _, told = solve(tmp_path, **given, **paths)
    assert "asc.h5: put on the common grid of 10x12" in told
    assert "without standard deviations; 5 mm is taken" in told
    for name, path in paths.items():
        error, _ = errors_of(path, name)
        assert np.abs(error).max() < 1e-3


def licsbas(path, source, **change):
    """A series as LiCSBAS writes it."""
    with h5py.File(source) as file, h5py.File(path, "w") as made:
        made["imdates"] = np.array([int(day) for day in file["date"][()]], np.int32)
        made["cum"] = (1e3 * file["timeseries"][()]).astype(np.float32)
        made["corner_lat"], made["corner_lon"] = 40.5, 15.25
        made["post_lat"], made["post_lon"] = -0.001, 0.001
        for name, value in change.items():
            del made[name]
            made[name] = value
    return path


def test_series_of_licsbas(tmp_path):
    given = orbits(tmp_path, noise=0.0, north=0.0)
    for name in ("series", "series_2"):
        given[name] = licsbas(tmp_path / f"cum_{name}.h5", given[name])
    paths = {"east": tmp_path / "e.h5", "up": tmp_path / "u.h5"}
    solve(tmp_path, **given, **paths)
    for name, path in paths.items():
        error, _ = errors_of(path, name, north=0.0)
        assert np.abs(error).max() < 1e-3
    with h5py.File(paths["east"]) as file:
        assert file.attrs["EPSG"] == "4326"
        # The centre of the first pixel becomes its corner.
        assert float(file.attrs["X_FIRST"]) == pytest.approx(15.2495)
        assert float(file.attrs["Y_FIRST"]) == pytest.approx(40.5005)
    given["series_2"] = licsbas(
        tmp_path / "bad.h5", tmp_path / "desc.h5", imdates=np.array([20200101, 20200113])
    )
    with pytest.raises(GroundshiftError, match="'cum' is 36x20x24 for 2 dates"):
        solve(tmp_path, **given, **paths)


@pytest.mark.parametrize(("change", "told"), [
    ({"components": "east_north_up"}, "3 components need as many series, and 2 are given"),
    ({"north": "n.h5"}, r"North \(NORTH\): lines of sight of like orbits hardly tell north"),
    ({"incidence_2": None}, "desc.h5: its line of sight is not known"),
    ({"along": "east", "along_2": "north"}, "None of the series has a part upwards"),
    ({"series_2": "asc.h5"}, "asc.h5: is given twice"),
    ({"series_2": "parts.h5"}, "parts.h5: parts of it that no pair joins begin at zero each"),
    ({"incidence_2": 38.0, "heading_2": 348.0}, "directions are too much alike everywhere"),
])  # fmt: skip
def test_what_cannot_be_told_is_refused(tmp_path, change, told):
    given = {**orbits(tmp_path), **change}
    with h5py.File(write(tmp_path / "parts.h5", look(35, 192), "2020-02-01", 12, 9), "a") as file:
        file.attrs["GAP"] = "own_datum"
        file["networkPart"] = np.arange(9) // 5
    for name in {"north", "series_2"} & set(change):
        given[name] = tmp_path / given[name]
    with pytest.raises(GroundshiftError, match=told):
        solve(tmp_path, east=tmp_path / "e.h5", up=tmp_path / "u.h5", **given)
    assert not (tmp_path / "e.h5").exists()


def test_the_decomposition_gives_series(tmp_path):
    given = orbits(tmp_path, north=0.0)
    for name in ("a.tif", "d.tif"):
        values = np.full(GRID.shape, -50.0, np.float32)
        write_raster(tmp_path / name, GRID, values, [BandInfo("velocity_mm_yr", "mm/yr")])
    paths = {"east_series": tmp_path / "e.h5", "up_series": tmp_path / "u.h5"}
    rates = {"rates": tmp_path / "a.tif", "rates_2": tmp_path / "d.tif"}
    solve(
        tmp_path, "decompose", up=tmp_path / "up.tif", east=tmp_path / "east.tif", **given, **rates,
        **paths,
    )  # fmt: skip
    solve(tmp_path, east=tmp_path / "e3.h5", up=tmp_path / "u3.h5", **given)
    for one, other in (("e.h5", "e3.h5"), ("u.h5", "u3.h5")):
        with h5py.File(tmp_path / one) as a, h5py.File(tmp_path / other) as b:
            np.testing.assert_array_equal(a["timeseries"][()], b["timeseries"][()])
    with pytest.raises(GroundshiftError, match="goes with up and east alone"):
        solve(
            tmp_path, "decompose", horizontal="aspect", dem=tmp_path / "a.tif",
            up=tmp_path / "up.tif", east=tmp_path / "east.tif", **given, **rates,
        )  # fmt: skip


def test_anatolia_moves_as_its_rates_do(tmp_path, shared_data):
    """Real rates and lines of sight of two frames, steady from day to day, on days of their own."""
    folder = shared_data("north_anatolian_licsbas")
    rates, series = {}, {}
    starts = {"087A_04904_121313": "2017-01-03", "167D_04884_131212": "2017-02-01"}
    for suffix, (frame, start) in zip(("", "_2"), starts.items()):
        rate, los = tmp_path / f"{frame}.tif", tmp_path / f"{frame}_los.tif"
        call("importvelocity", file=folder / f"{frame}.vel.mskd", velocity=rate, los=los)
        grid, values, _ = read_raster(rate)
        years = 0.4 * np.arange(6)
        days = np.datetime64(start) + np.round(365.25 * years).astype(int)
        years = (days - days[0]).astype(int) / 365.25
        path = tmp_path / f"{frame}.h5"
        with TimeSeriesWriter(path, grid, days, np.zeros(6), {}, {}) as writer:
            writer.write(Window(0, 0, *grid.shape), 1e-3 * years[:, None, None] * values[0])
        rates |= {f"rates{suffix}": rate, f"los_raster{suffix}": los}
        series |= {f"series{suffix}": path, f"los_raster{suffix}": los}
    numbers, _ = solve(tmp_path, east=tmp_path / "e.h5", up=tmp_path / "u.h5", **series)
    call("decompose", **rates, east=tmp_path / "e.tif", up=tmp_path / "u.tif", std=5.0)
    assert numbers["solved"] > 29_000
    for name in "eu":
        expected = read_raster(tmp_path / f"{name}.tif")[1][0]
        with h5py.File(tmp_path / f"{name}.h5") as file:
            days = to_dates(file["date"][()], name)
            span = (days[-1] - days[0]).astype(int) / 365.25
            found = 1e3 * file["timeseries"][-1] / span
        both = np.isfinite(found) & np.isfinite(expected)
        assert both.sum() == numbers["solved"]
        # Rates on other pixels are means there, series are interpolated.
        assert np.median(np.abs(found - expected)[both]) < 0.05
