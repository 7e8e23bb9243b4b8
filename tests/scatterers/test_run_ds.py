# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase linking from file to files: small stacks, filter, PS, radar coordinates, bad input."""

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.slc import strided_grid
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.images import SlcReader, SlcStackWriter, read_slc_stack
from groundshift.algorithms.formats.hdf5.wrapped import WrappedReader, read_wrapped_stack
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from groundshift.algorithms.job import Job
from groundshift.algorithms.toolbox import call
from small_slc import skewed

UTM = Grid(80, 300, (4e5, 10.0, 0.0, 5e6, 0.0, -10.0), wkt_from_epsg(32633))
TIMES = 12
OPTIONS = {
    "window_rows": 7, "window_cols": 7, "alpha": 0.005, "min_brothers": 15, "connections": 2,
    "oversampling": 1.0,
}  # fmt: skip
PHASE = 0.8 * np.arange(TIMES)


def make_stack(path, grid=UTM, times=TIMES, lookup=False, attributes=None):
    """Coherent speckle with a ramp of phase by date, steady points, and incoherent ground."""
    rng = np.random.default_rng(0)
    span = 12.0 * np.abs(np.subtract.outer(np.arange(times), np.arange(times)))
    gamma = 0.6 * np.exp(-span / 100) + 0.2 + 0.2 * np.eye(times)
    noise = rng.normal(size=(times, *grid.shape)) + 1j * rng.normal(size=(times, *grid.shape))
    values = np.tensordot(np.linalg.cholesky(gamma), noise, 1)
    values[:, :, 200:] = 2 * noise[:, :, 200:]
    values[:, 5::16, 7::16] = 60
    values *= np.exp(1j * PHASE[:times])[:, np.newaxis, np.newaxis]
    values[:, 70:, :30] = 0
    dates = np.datetime64("2020-01-04") + 12 * np.arange(times)
    with SlcStackWriter(
        path, grid, dates, 0.0555, 10.0 * np.arange(times), spacing=(10.0, 10.0),
        with_lookup=lookup, attributes=attributes,
    ) as writer:  # fmt: skip
        window = Window(0, 0, *grid.shape)
        writer.write(window, values.astype(np.complex64))
        for name, layer in (skewed(grid) if lookup else {}).items():
            writer.layer(name, window, layer)
    return path


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    return make_stack(tmp_path_factory.mktemp("ds") / "slcStack.h5")


FILES = {
    "linked": "linked.h5", "interferograms": "ifgramStack.h5", "goodness": "quality.tif",
    "phase_std": "std.tif", "count": "brothers.tif", "kind": "kind.tif", "points": "points.gpkg",
}  # fmt: skip


def link(stack, folder, job=None, files=("linked",), **options):
    written = {name: folder / FILES[name] for name in files}
    return call("ds", job, stack=stack, **written, **{**OPTIONS, **options})


def read_linked(path):
    linked = read_slc_stack(path)
    with SlcReader(linked) as reader:
        window = Window(0, 0, *linked.grid.shape)
        layers = {name: reader.layer(name, window) for name in linked.layers}
        return linked, reader.read(window).values, layers


def phase_error(values):
    return np.angle(values * np.exp(-1j * PHASE[: len(values)])[:, np.newaxis, np.newaxis])


def linked_of(stack, folder, job=None, **options):
    folder.mkdir()
    return link(stack, folder, job, **options), *read_linked(folder / "linked.h5")[1:]


def test_everything_is_written_and_right(stack, tmp_path):
    points = tmp_path / "ps.gpkg"
    rows, cols = (places.ravel() for places in np.mgrid[5:80:16, 7:300:16])
    write_table(points, "", cols, rows, {"row": rows, "col": cols})
    report = link(stack, tmp_path, files=FILES, persistent=points)
    linked, values, layers = read_linked(report["linked"])
    assert linked.grid == read_slc_stack(stack).grid
    assert linked.attributes["LINKING_ESTIMATOR"] == "pta"
    kind = layers["kind"]
    steady = np.zeros(kind.shape, bool)
    steady[5::16, 7::16] = True
    steady[70:, :30] = False
    assert ((kind == 2) == steady).all() and report["kept"] == steady.sum()
    assert not np.isfinite(values[:, 70:, :30]).any()
    np.testing.assert_allclose(np.abs(values[:, steady]), 60, rtol=0.2)
    with np.errstate(invalid="ignore"):
        square = np.mean(phase_error(values)[1:] ** 2, axis=0)
    good = kind == 1
    coherent = good & (np.arange(300) < 190)
    assert np.sqrt(square[coherent].mean()) < 0.3
    ratio = square[coherent] / layers["phaseStd"][coherent] ** 2
    assert np.sqrt(np.mean(ratio)) == pytest.approx(1, abs=0.2)
    assert good[:, 5:195].mean() > 0.85 and good[:, 205:].mean() < 0.1
    assert report["distributed"] == good.sum()
    quality = read_raster(report["goodness"])[1][0]
    np.testing.assert_array_equal(quality, layers["temporalCoherence"])
    np.testing.assert_array_equal(read_raster(report["phase_std"])[1][0], layers["phaseStd"])
    np.testing.assert_array_equal(read_raster(report["count"])[1][0], layers["shpCount"])
    shown = read_raster(report["kind"])[1][0]
    np.testing.assert_array_equal(np.where(layers["shpCount"] < 0, 255, kind), shown)
    table = read_table(report["points"])
    assert len(table) == (kind > 0).sum()
    rows, cols = table.columns["row"].astype(int), table.columns["col"].astype(int)
    assert (kind[rows, cols] == table.columns["scatterer_kind"]).all()
    x, y = linked.grid.xy(rows, cols)
    np.testing.assert_allclose((table.x, table.y), (x, y))
    np.testing.assert_allclose(table.columns["coherence"], quality[rows, cols], atol=1e-4)
    wrapped = read_wrapped_stack(report["interferograms"])
    assert report["pairs"] == len(wrapped.pairs) == 2 * TIMES - 3
    np.testing.assert_allclose(wrapped.perpendicular_baseline[:2], [10, 20])
    with WrappedReader(wrapped) as reader:
        block = reader.read(Window(0, 0, *kind.shape))
    assert np.array_equal(np.isfinite(block.phase[4]), kind > 0)
    assert np.median(block.phase[0][good]) == pytest.approx(-0.8, abs=0.05)
    assert np.median(block.phase[1][good]) == pytest.approx(-1.6, abs=0.05)
    np.testing.assert_array_equal(block.coherence[3][good], quality[good])
    # One pixel a look here; the typical number of neighbours, not the least that was asked for.
    looks = np.median(layers["shpCount"][good]) + 1
    assert looks > OPTIONS["min_brothers"] + 5
    assert wrapped.looks == float(linked.attributes["NCORRLOOKS"]) == looks


def test_budget_workers_and_filter_in_blocks_change_nothing(stack, tmp_path, monkeypatch):
    options = {"filter": True, "filter_window": 5, "filter_threshold": 1.0}
    first = linked_of(stack, tmp_path / "a", **options)
    monkeypatch.setattr(Grid.blocks, "__defaults__", (16, 64))
    monkeypatch.setattr("groundshift.algorithms.data.grid.MOST_PIXELS", 16 * 64)
    second = linked_of(stack, tmp_path / "b", Job(64 << 20, 1), **options)
    np.testing.assert_array_equal(first[1], second[1])
    for name, layer in first[2].items():
        np.testing.assert_array_equal(layer, second[2][name], err_msg=name)


def test_filter_smooths(stack, tmp_path):
    before = linked_of(stack, tmp_path / "a")
    after = linked_of(stack, tmp_path / "b", filter=True)
    good = before[2]["kind"] == 1
    errors = [np.sqrt(np.mean(phase_error(v)[:, good] ** 2)) for _, v, _ in (before, after)]
    assert errors[1] < 0.95 * errors[0]  # neighbours share most of their brothers
    np.testing.assert_array_equal(before[2]["kind"], after[2]["kind"])


def test_small_stacks_come_close_to_the_whole_one(stack, tmp_path, monkeypatch):
    said = []
    whole = linked_of(stack, tmp_path / "a")
    parts = linked_of(stack, tmp_path / "b", {"note": said.append}, ministack=4)
    assert parts[0]["small_stacks"] == 3 and any("3 small stacks of 4 images" in s for s in said)
    good = (whole[2]["kind"] == 1) & np.isfinite(parts[1][0])
    good[:, 190:] = False
    assert good.sum() > 0.9 * (whole[2]["kind"] == 1).sum()
    errors = [np.sqrt(np.mean(phase_error(v)[:, good] ** 2)) for _, v, _ in (whole, parts)]
    assert errors[1] < 1.25 * errors[0]
    square = np.mean(phase_error(parts[1])[1:, good] ** 2, axis=0)
    assert 0.7 < np.sqrt(np.mean(square / parts[2]["phaseStd"][good] ** 2)) < 1.3
    monkeypatch.setattr(Grid.blocks, "__defaults__", (16, 64))
    monkeypatch.setattr("groundshift.algorithms.data.grid.MOST_PIXELS", 16 * 64)
    again = linked_of(stack, tmp_path / "c", Job(64 << 20, 1), ministack=4)
    np.testing.assert_array_equal(parts[1], again[1])
    two = linked_of(stack, tmp_path / "d", ministack=6)
    assert np.sqrt(np.mean(phase_error(two[1])[:, good] ** 2)) < 1.25 * errors[0]


def test_persistent_scatterers_in_small_stacks(stack, tmp_path):
    mask = np.zeros(UTM.shape, np.uint8)
    mask[5, 7] = 1
    write_raster(tmp_path / "ps.tif", UTM, mask, [BandInfo("ps")], dtype="uint8", nodata=255)
    results = [
        linked_of(stack, tmp_path / name, ministack=size, persistent=tmp_path / "ps.tif")
        for name, size in (("a", None), ("b", 5))
    ]  # fmt: skip
    for report, values, layers in results:
        assert report["kept"] == 1 and layers["kind"][5, 7] == 2
        np.testing.assert_allclose(values[:, 5, 7], 60 * np.exp(1j * PHASE), rtol=0.2)
    np.testing.assert_array_equal(results[0][1][:, 5, 7], results[1][1][:, 5, 7])


def test_strides_and_radar_coordinates(tmp_path):
    grid = Grid(50, 120)
    stack = make_stack(tmp_path / "s.h5", grid, lookup=True)
    report = link(
        stack, tmp_path, files=FILES, test="ci", alpha=0.05, stride_rows=2, stride_cols=5,
        estimator="pta",
    )  # fmt: skip
    linked, values, layers = read_linked(report["linked"])
    assert linked.grid.shape == (25, 24) == strided_grid(grid, (2, 5)).shape
    assert linked.has_lookup and linked.spacing == (20.0, 50.0)
    assert report["distributed"] > 350
    with h5py.File(report["interferograms"]) as file:
        assert file["latitude"].shape == (25, 24)
        expected = 46 + 9e-5 * (2 * 3 + 0.5) + 2e-5 * (5 * 4 + 2)
        assert file["latitude"][3, 4] == pytest.approx(expected, abs=1e-9)
    placed = read_raster(report["goodness"])[0]
    assert "4326" in placed.crs
    table = read_table(report["points"])
    row, col = table.columns["row"][0], table.columns["col"][0]
    expected = 13 + 1e-4 * (5 * col + 2) - 3e-5 * (2 * row + 0.5)
    assert table.x[0] == pytest.approx(expected, abs=1e-8)
    good = layers["kind"] == 1
    assert np.sqrt(np.mean(phase_error(values)[:, good] ** 2)) < 0.35


def test_images_that_are_not_flattened_are_warned_of(tmp_path):
    said = []
    stack = make_stack(tmp_path / "s.h5", Grid(30, 60), attributes={"FLATTENED": "no"})
    link(stack, tmp_path, {"warn": said.append})
    assert any("FLATTENED=no" in line for line in said)
    measured = link(stack, tmp_path, oversampling=None)
    assert measured["samples_a_look"] == pytest.approx(1, abs=0.05)


BAD = {
    "2 images cannot be linked": {"times": 2},
    "too few to compare amplitudes": {"times": 4},
    "no image of 2031": {"network": "single_reference", "reference_date": "20310101"},
    "no polarisation HH": {"polarisation": "HH"},
    "MINISTACK.: 2 is not accepted": {"ministack": 2},
    "no pixel has 224 neighbours": {
        "estimator": "emi", "window_rows": 15, "window_cols": 15, "alpha": 0.25,
        "min_brothers": 224,
    },
    "larger than the image": {"stride_rows": 99},
}  # fmt: skip


@pytest.mark.parametrize("says", BAD)
def test_bad_input_is_one_sentence_and_leaves_nothing(says, tmp_path):
    change = dict(BAD[says])
    times = change.pop("times", TIMES)
    stack = make_stack(tmp_path / "s.h5", Grid(30, 60), times)
    with pytest.raises(GroundshiftError, match=says):
        link(stack, tmp_path / "out", files=FILES, **change)
    assert not (tmp_path / "out").exists()


def test_persistent_scatterers_of_another_stack_are_refused(stack, tmp_path):
    small = make_stack(tmp_path / "s.h5", Grid(30, 60))
    call("pscandidates", stack=stack, dispersion=tmp_path / "ps.tif", points=tmp_path / "ps.gpkg")
    with pytest.raises(GroundshiftError, match="lie outside"):
        link(small, tmp_path, persistent=tmp_path / "ps.gpkg")
    link(stack, tmp_path, files=FILES)
    with pytest.raises(GroundshiftError, match="grid is 80x300"):
        link(small, tmp_path, persistent=tmp_path / "kind.tif")
    (tmp_path / "words.tif").write_text("words")
    with pytest.raises(GroundshiftError, match="cannot be read as a raster"):
        link(small, tmp_path, persistent=tmp_path / "words.tif")


def test_cancelled_runs_leave_nothing(stack, tmp_path):
    for size in (None, 4):
        with pytest.raises(Cancelled):
            link(stack, tmp_path / "out", {"cancelled": lambda: True}, FILES, ministack=size)
        assert not (tmp_path / "out").exists()
