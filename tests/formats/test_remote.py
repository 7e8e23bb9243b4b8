# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files at web addresses: the same numbers as from the disk, and only what is needed is fetched."""

from pathlib import Path

import h5py
import numpy as np
import pytest
from file_server import served
from groundshift.algorithms.data.addresses import address_of
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.layout import open_hdf5
from groundshift.algorithms.formats.hdf5.stacks import (
    StackReader,
    TimeSeriesReader,
    read_stack,
    read_timeseries,
)
from groundshift.algorithms.formats.raster_source import Band, RasterSource, describe
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.toolbox import call
from sbas_runs import choices, named, run_sbas
from small_stack import CORNER, bowl, make_stack

GRID = Grid(900, 1100, (5e5, 20.0, 0.0, 5e6, 0.0, -20.0))


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A stack, its series and a raster of some megabytes."""
    folder = tmp_path_factory.mktemp("served")
    make_stack(folder / "stack.h5", rate=bowl(), looks=20)
    run_sbas(
        folder / "stack.h5", named(timeseries=folder / "series.h5"), choices(), reference=CORNER
    )
    values = np.random.default_rng(0).normal(size=GRID.shape).astype(np.float32)
    write_raster(folder / "noise.tif", GRID, values, [BandInfo("noise")])
    (folder / "text.h5").write_text("no HDF5\n" * 100)
    with served(folder) as found:
        yield found


def arrays(path):
    with h5py.File(path) as file:
        return {name: item[()] for name, item in file.items() if isinstance(item, h5py.Dataset)}


@pytest.mark.parametrize(
    "path, address",
    [
        ("https://a.b/c.h5", "/vsicurl/https://a.b/c.h5"),
        (Path("https://a.b//c.h5"), "/vsicurl/https://a.b/c.h5"),
        (Path("/vsicurl/http://a.b:80/c.h5?x=1"), "/vsicurl/http://a.b:80/c.h5?x=1"),
        ("/vsis3/bucket/c.h5", "/vsis3/bucket/c.h5"), ("/vsi", ""), ("/data/c.h5", ""),
        (Path("C:/c.h5"), ""), ("httpsfolder/a.h5", ""), ("", ""),
    ],
)  # fmt: skip
def test_addresses_are_told_from_paths(path, address):
    assert address_of(path) == address


def test_windows_of_a_stack_and_a_series_are_those_of_the_disk(server):
    window = Window(5, 7, 11, 13)
    for read, reader, name in (
        (read_stack, StackReader, "stack.h5"), (read_timeseries, TimeSeriesReader, "series.h5"),
    ):  # fmt: skip
        found = []
        for place in (server.folder / name, Path(f"{server.address}/{name}")):
            with reader(read(place)) as opened:
                block = opened.read(window)
                found.append(getattr(block, "phase", block))
        assert np.array_equal(*found, equal_nan=True) and np.isfinite(found[0]).any()


def test_a_window_of_a_raster_fetches_a_part_of_it(server):
    path, size = f"{server.address}/noise.tif", (server.folder / "noise.tif").stat().st_size
    before = server.given
    with RasterSource(Band(describe(path).path, 1, ())) as raster:
        values = raster.read(Window(100, 200, 64, 64))
    assert 0 < server.given - before < size / 4
    expected = read_raster(server.folder / "noise.tif")[1][0, 100:164, 200:264]
    np.testing.assert_array_equal(values, expected)
    np.testing.assert_array_equal(read_raster(path)[1][0, 100:164, 200:264], expected)


@pytest.mark.parametrize("before", ["", "/vsicurl/"])
def test_tools_take_addresses(server, tmp_path, before):
    call(
        "sbas", stack=f"{before}{server.address}/stack.h5", timeseries=tmp_path / "series.h5",
        velocity=tmp_path / "v.tif", reference_point=CORNER.point,
        reference_radius=CORNER.radius_pixels, robust=False,
    )  # fmt: skip
    call(
        "sbas", stack=server.folder / "stack.h5", timeseries=tmp_path / "local.h5",
        velocity=tmp_path / "w.tif", reference_point=CORNER.point,
        reference_radius=CORNER.radius_pixels, robust=False,
    )  # fmt: skip
    ours, expected = arrays(tmp_path / "series.h5"), arrays(tmp_path / "local.h5")
    assert ours.keys() == expected.keys()
    for name, values in expected.items():
        np.testing.assert_array_equal(ours[name], values)


def test_the_chain_mends_a_stack_that_lies_elsewhere(server, tmp_path):
    """Without a copy: cycles are added as it is read."""
    source = f"{server.address}/stack.h5"
    given = {"velocity": tmp_path / "v.tif", "timeseries": tmp_path / "series.h5"}
    call("smallbaseline", stack_file=source, max_days=40, **given)
    assert np.isfinite(read_raster(tmp_path / "v.tif")[1][0]).mean() > 0.9
    with pytest.raises(GroundshiftError, match="download it first"):
        call("closure", stack=source, corrected_stack=tmp_path / "c.h5")
    assert not (tmp_path / "c.h5").exists()


@pytest.mark.parametrize(
    "name, words", [("none.h5", "none.h5.*no file can be read"), ("text.h5", "text.h5.*HDF5")]
)
def test_what_cannot_be_read_is_said(server, tmp_path, name, words):
    with pytest.raises(GroundshiftError, match=words) as error:
        call("sbas", stack=f"{server.address}/{name}", timeseries=tmp_path / "s.h5",
             velocity=tmp_path / "v.tif")  # fmt: skip
    assert "127.0.0.1" in str(error.value) and not list(tmp_path.iterdir())
    with pytest.raises(GroundshiftError, match="no file can be read"):
        describe(f"{server.address}/none.tif")


def test_nobody_answers(tmp_path):
    with pytest.raises(GroundshiftError, match="no file can be read"):
        call("sbas", stack="http://127.0.0.1:9/stack.h5", timeseries=tmp_path / "s.h5",
             velocity=tmp_path / "v.tif")  # fmt: skip


@pytest.mark.parametrize(
    "layout", [{}, {"chunks": (64, 64)}, {"chunks": (64, 64), "compression": 4}]
)
def test_a_connection_that_is_lost_gives_no_numbers(tmp_path, layout):
    """The library of HDF5 would take what lay in the memory for them."""
    values = np.random.default_rng(0).normal(size=GRID.shape)
    with h5py.File(tmp_path / "a.h5", "w") as file:
        file.create_dataset("a", data=values, **layout)
    with served(tmp_path) as server, open_hdf5(f"{server.address}/a.h5") as file:
        data = file["a"]
        np.testing.assert_array_equal(data[:5], values[:5])
        server.folder = tmp_path / "gone"
        with pytest.raises(GroundshiftError, match="'a' cannot be read .connection lost"):
            data[400:]


def test_folders_have_to_be_local(tmp_path):
    with pytest.raises(GroundshiftError, match="FOLDER.*folders have to lie on this machine"):
        call("importstack", folder="https://a.b/scene", stack=tmp_path / "s.h5")
