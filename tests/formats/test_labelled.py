# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files as datasets of xarray: values, places, units, and only what is looked at is read."""

import pickle

import groundshift
import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5 import labelled
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter, write_geometry
from small_stack import DATES, GRID, NEAR, make_stack

xarray = pytest.importorskip("xarray", reason="the package 'xarray' is missing")
DAYS = np.array(["2020-01-06", "2020-01-18", "2020-02-11"], "datetime64[D]")


@pytest.fixture(params=[4326, 32633])
def series(request, tmp_path):
    """A series and its values, on degrees and on metres."""
    step = 0.01 if request.param == 4326 else 20.0
    grid = Grid(30, 40, (100.0, step, 0.0, 20.0, 0.0, -2 * step), wkt_from_epsg(request.param))
    values = np.random.default_rng(0).normal(size=(3, 30, 40)).astype(np.float32)
    path, layers = tmp_path / "ts.h5", {"velocity": ("f4", "m/year")}
    with TimeSeriesWriter(path, grid, DAYS, np.arange(3.0), {"ORBIT": "up"}, layers) as out:
        out.write(Window(0, 0, 30, 40), values, velocity=values[0])
    return path, grid, values


def test_a_series_has_coordinates_units_and_a_crs(series):
    from pyproj import CRS

    path, grid, values = series
    data = groundshift.to_xarray(path)
    assert data.timeseries.dims == ("time", "y", "x") and data.velocity.dims == ("y", "x")
    np.testing.assert_array_equal(data.time.values, DAYS.astype("datetime64[ns]"))
    np.testing.assert_allclose(data.x, grid.xy(0, np.arange(40))[0], rtol=1e-14)
    np.testing.assert_allclose(data.y, grid.xy(np.arange(30), 0)[1], rtol=1e-14)
    geographic = "GEOG" in grid.crs[:5]
    names = ("longitude", "latitude") if geographic else tuple(
        f"projection_{axis}_coordinate" for axis in "xy")  # fmt: skip
    assert (data.x.attrs["standard_name"], data.y.attrs["standard_name"]) == names
    assert data.timeseries.attrs["units"] == "m" and data.velocity.attrs["units"] == "m/year"
    place = data[data.timeseries.attrs["grid_mapping"]].attrs
    assert CRS.from_wkt(place["crs_wkt"]) == CRS.from_wkt(grid.crs)
    assert [float(value) for value in place["GeoTransform"].split()] == list(grid.transform)
    assert data.attrs["ORBIT"] == "up" and list(data.bperp) == [0, 1, 2]


def test_what_is_looked_at_is_what_is_read(series, monkeypatch):
    path, _, values = series
    read, get = [], labelled.LabelledSource.get
    monkeypatch.setattr(
        labelled.LabelledSource, "get",
        lambda self, name, key: (read.append(name), get(self, name, key))[1],
    )  # fmt: skip
    data = groundshift.to_xarray(path)
    assert not read
    part = data.timeseries.isel(time=[2, 0], y=slice(3, 9), x=slice(None, None, 4))
    np.testing.assert_array_equal(part.values, values[[2, 0], 3:9, ::4])
    near = data.velocity.sel(x=float(data.x[7]), y=float(data.y[5]), method="nearest")
    assert float(near) == values[0, 5, 7] and set(read) == {"timeseries", "velocity"}
    sent = pickle.loads(pickle.dumps(data.velocity.isel(y=slice(0, 5))))
    np.testing.assert_array_equal(sent.values, values[0, :5])
    chunks = data.chunk({"y": 10})
    assert float(chunks.timeseries.sum()) == pytest.approx(values.sum(dtype=float), rel=1e-5)


def test_pairs_have_both_dates_and_no_zeros(tmp_path):
    make_stack(tmp_path / "s.h5")
    with h5py.File(tmp_path / "s.h5", "r+") as file:
        del file.attrs["NO_DATA_VALUE"]  # MintPy's own stacks: 0 stands for no data
        file["unwrapPhase"][3, 5, 6] = 0
        file["unwrapPhase"][3, 5, 7] = 1
    data = groundshift.to_xarray(tmp_path / "s.h5")
    assert data.unwrapPhase.shape == (len(NEAR), *GRID.shape)
    np.testing.assert_array_equal(data.reference_date, DATES[NEAR][:, 0].astype("datetime64[ns]"))
    np.testing.assert_array_equal(data.secondary_date, DATES[NEAR][:, 1].astype("datetime64[ns]"))
    assert np.isnan(data.unwrapPhase[3, 5, 6]) and float(data.unwrapPhase[3, 5, 7]) == 1.0
    assert float(data.coherence[3, 5, 6]) > 0


def test_radar_coordinates_come_with_places(tmp_path):
    grid, look = Grid(4, 5), np.arange(20.0).reshape(4, 5)
    write_geometry(
        tmp_path / "g.h5", grid, {"height": look, "latitude": look, "longitude": look}, {}
    )
    data = groundshift.to_xarray(tmp_path / "g.h5")
    assert {"latitude", "longitude"} == set(data.coords) and data.height.dims == ("y", "x")
    assert "grid_mapping" not in data.height.attrs


def test_what_is_no_such_file_is_told(tmp_path):
    (tmp_path / "a.h5").write_bytes(b"no")
    with pytest.raises(GroundshiftError, match="cannot be read as HDF5"):
        groundshift.to_xarray(tmp_path / "a.h5")
    with pytest.raises(GroundshiftError, match="there is no such file"):
        groundshift.to_xarray(tmp_path / "b.h5")
