# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Zarr stores as what tools read and write: the same numbers as of HDF5, bit for bit."""

import json
import shutil

import groundshift
import h5py
import numpy as np
import pytest
from file_server import served
from groundshift.algorithms.data.grid import TILE_COLS, TILE_ROWS, Window
from groundshift.algorithms.declare import Output
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats import zarr
from groundshift.algorithms.formats.hdf5.corrected_copy import CorrectedCopy
from groundshift.algorithms.formats.hdf5.layout import open_hdf5
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.outputs import Outputs
from groundshift.algorithms.toolbox import call
from small_stack import CORNER, NEAR, bowl, make_stack

SBAS = {
    "reference_point": CORNER.point, "reference_radius": 0, "robust": False, "workers": 2
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A stack, and its series in both formats."""
    folder = tmp_path_factory.mktemp("stores")
    make_stack(folder / "stack.h5", NEAR[NEAR[:, 1] < 9], rate=bowl(), looks=20)
    for name in ("series.h5", "series.zarr"):
        call("sbas", stack=folder / "stack.h5", timeseries=folder / name,
             velocity=folder / "v.tif", **SBAS)  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zarr, "CHUNK_VALUES", 4 * TILE_ROWS * TILE_COLS)
        for version in (2, 3):
            groundshift.to_zarr(folder / "stack.h5", folder / f"stack{version}.zarr", version)
    return folder


def whole(path):
    with open_hdf5(path) as file:
        return {name: data[()] for name, data in file.items()}, dict(file.attrs)


def test_a_store_holds_what_the_file_does(folder):
    (ours, about), (expected, attributes) = map(
        whole, (folder / "series.zarr", folder / "series.h5")
    )
    assert ours.keys() == expected.keys() and about == attributes
    assert len(expected) > 4
    for name, values in expected.items():
        np.testing.assert_array_equal(ours[name], values)
        assert ours[name].dtype == values.dtype
    assert {p.name for p in folder.iterdir()} == {
        "stack.h5", "stack2.zarr", "stack3.zarr", "series.h5", "series.zarr", "v.tif"
    }  # fmt: skip


@pytest.mark.parametrize("stack", ["stack2.zarr", "stack3.zarr/zarr.json"])
def test_tools_read_what_they_read_of_hdf5(folder, tmp_path, stack):
    call("sbas", stack=folder / stack, timeseries=tmp_path / "s.h5", velocity=tmp_path / "v.tif",
         **SBAS)  # fmt: skip
    np.testing.assert_array_equal(
        read_raster(tmp_path / "v.tif")[1], read_raster(folder / "v.tif")[1]
    )
    ours, expected = whole(tmp_path / "s.h5")[0], whole(folder / "series.h5")[0]
    for name, values in expected.items():
        if name in ("dateNoise", "seriesCovariance"):  # sums over blocks, whose shape is chunks'
            np.testing.assert_allclose(ours[name], values, rtol=1e-11, atol=1e-18)
        else:
            np.testing.assert_array_equal(ours[name], values)


def test_rates_of_a_store_are_those_of_the_file(folder, tmp_path):
    found = []
    for name in ("series.h5", "series.zarr"):
        call("velocity", timeseries=folder / name, velocity=tmp_path / "v.tif")
        found.append(read_raster(tmp_path / "v.tif")[1])
    np.testing.assert_array_equal(*found)
    assert np.isfinite(found[0]).any()


KEYS = [
    (), ..., 3, np.s_[1:4], np.s_[:, 60:70, 250:260], np.s_[2, ::7, 5], np.s_[..., 299],
    np.s_[-1, 79, 299], np.s_[5:5], [1, 4, 2], np.s_[:, 10:74, 0:300],
]  # fmt: skip


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_parts_are_those_of_numpy(folder, key):
    with open_hdf5(folder / "stack3.zarr") as file, h5py.File(folder / "stack.h5") as source:
        expected = source["unwrapPhase"][()][key]
        np.testing.assert_array_equal(file["unwrapPhase"][key], expected)
        out = np.empty(expected.shape, np.float32)
        file["unwrapPhase"].read_direct(out, key)
        np.testing.assert_array_equal(out, expected)


def test_copies_of_stacks_are_those_of_the_file(folder, tmp_path):
    found, cycles = [], np.zeros((2, 80, 300), np.int8)
    cycles[1, 60:70, 40:280] = 1
    for name in ("stack.h5", "stack2.zarr"):
        path = tmp_path / f"{name}.h5"
        with CorrectedCopy(folder / name, path, np.array([3, 8]), {"NOTE": "a"}) as copy:
            copy.add(Window(0, 0, 80, 300), cycles)
        found.append(whole(path))
    assert found[0][1] == found[1][1]
    for name, values in found[0][0].items():
        np.testing.assert_array_equal(found[1][0][name], values)
    call("network", stack=folder / "stack3.zarr", selected_stack=tmp_path / "n.zarr", max_days=24)
    dropped = ~whole(tmp_path / "n.zarr")[0]["dropIfgram"]
    assert 0 < dropped.sum() < len(dropped)


def test_a_cancelled_store_leaves_the_one_before(folder, tmp_path):
    shutil.copytree(folder / "series.zarr", tmp_path / "s.zarr")
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}
    shares = []

    def cancelled():
        return bool(shares) and shares[-1] > 0.85  # while the store is being written

    job = {"progress": shares.append, "cancelled": cancelled}
    with pytest.raises(Cancelled):
        call("sbas", stack=folder / "stack.h5", timeseries=tmp_path / "s.zarr",
             velocity=tmp_path / "v.tif", job=job, **SBAS)  # fmt: skip
    assert 0.85 < shares[-1] < 1 and shares == sorted(shares)
    assert before == {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}


def test_nothing_is_left_of_a_run_that_fails(tmp_path):
    declared = [Output("file", "A", "A", "", "HDF5, Zarr (*.h5 *.zarr)")]
    targets = {"A": tmp_path / "new" / "a.zarr"}
    with pytest.raises(ZeroDivisionError), Outputs(declared, targets) as outputs:
        outputs.path("A").write_text("half of it")
        raise ZeroDivisionError
    assert not list(tmp_path.iterdir())


def test_a_series_is_not_written_over_itself(folder):
    with pytest.raises(GroundshiftError, match="input"):
        call("ramps", timeseries=folder / "series.zarr", corrected=folder / "series.zarr")


def damaged(store, name, change):
    text = (store / name).read_text()
    about = json.loads(text)
    change(about.get("metadata", about))
    (store / name).write_text(json.dumps(about))


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda s: (s / "unwrapPhase/0.0.0").write_bytes(b"no"), "'unwrapPhase' cannot be read"),
        (lambda s: (s / ".zmetadata").write_text("{"), "it cannot be read"),
        (lambda s: [(s / n).unlink() for n in (".zmetadata", ".zgroup")], "is no Zarr store"),
        (
            lambda s: damaged(
                s, ".zmetadata", lambda m: m["coherence/.zarray"].update(filters=[{"id": "delta"}])
            ),
            "the filter 'delta', which is not read",
        ),
        (
            lambda s: damaged(
                s, ".zmetadata", lambda m: m["coherence/.zarray"]["compressor"].update(id="none")
            ),
            "chunks packed by 'none'",
        ),
    ],
)
def test_what_cannot_be_read_is_said(folder, tmp_path, harm, words):
    shutil.copytree(folder / "stack2.zarr", tmp_path / "bad.zarr")
    harm(tmp_path / "bad.zarr")
    with pytest.raises(GroundshiftError, match=f"bad.zarr: .*{words}"):
        call("sbas", stack=tmp_path / "bad.zarr", timeseries=tmp_path / "s.h5",
             velocity=tmp_path / "v.tif", **SBAS)  # fmt: skip
    assert {p.name for p in tmp_path.iterdir()} == {"bad.zarr"}


def test_chunks_that_were_left_out_hold_no_data(folder, tmp_path):
    store = tmp_path / "s.zarr"
    shutil.copytree(folder / "series.zarr", store)
    for file in store.glob("timeseries/0.1.*"):
        file.unlink()
    with open_hdf5(store) as file:
        values = file["timeseries"][()]
    assert np.isnan(values[:, 64:]).all() and np.isfinite(values[:, :64]).any()


def test_a_store_without_a_list_of_its_arrays_is_read(folder, tmp_path):
    shutil.copytree(folder / "stack2.zarr", tmp_path / "a.zarr")
    (tmp_path / "a.zarr/.zmetadata").unlink()
    shutil.copytree(folder / "stack3.zarr", tmp_path / "b.zarr")
    damaged(tmp_path / "b.zarr", "zarr.json", lambda m: m.pop("consolidated_metadata"))
    for name in ("a", "b"):
        ours, expected = whole(tmp_path / f"{name}.zarr"), whole(folder / "stack.h5")
        assert ours[0].keys() == expected[0].keys() and ours[1] == expected[1]


@pytest.mark.parametrize("version", [2, 3])
def test_a_store_at_an_address_is_read_chunk_by_chunk(folder, version):
    with served(folder) as server:
        with open_hdf5(f"{server.address}/stack{version}.zarr") as file:
            values = file["unwrapPhase"][:, :64, :256]
            assert 0 < server.given < (folder / "stack.h5").stat().st_size / 3
            with h5py.File(folder / "stack.h5") as source:
                np.testing.assert_array_equal(values, source["unwrapPhase"][:, :64, :256])
            server.folder = folder / "gone"
            with pytest.raises(GroundshiftError, match="'coherence' cannot be read .connection"):
                file["coherence"][()]
        with pytest.raises(GroundshiftError, match="none.zarr is an address at which no file"):
            open_hdf5(f"{server.address}/none.zarr")
