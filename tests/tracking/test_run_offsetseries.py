# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters of offsets become series that the other tools read."""

import h5py
import numpy as np
import pytest

pytest.importorskip("osgeo.gdal", reason="GDAL for Python is not on this machine")

from file_server import served
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.offsets import MAP, RADAR, OffsetBlock, Offsets
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.explorer.series_at import trace_at
from groundshift.algorithms.formats.offsets.offset_raster import write_offsets
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.series_files import open_series
from groundshift.algorithms.toolbox import call

GRID = Grid(20, 30, (5e5, 50.0, 0.0, 4.7e6, 0.0, -50.0), wkt_from_epsg(32633))
DATES = np.datetime64("2020-01-01") + 24 * np.arange(8)
RATE = np.array([4.0, -2.0])


def pair(
    folder, first, second, platform="S2", grid=GRID, noise=0.0, std=0.1, name="", components=MAP
):
    """A raster of offsets of ground that moves 4 m a year to the east and 2 to the south."""
    folder.mkdir(exist_ok=True)
    years = float((second - first).astype(int)) / 365.25
    layers = np.full((6, *grid.shape), std, np.float32)
    rng = np.random.default_rng(int(first.astype(int) * 7 + second.astype(int)))
    layers[:2] = (RATE * years)[:, None, None] + noise * rng.normal(size=(2, *grid.shape))
    layers[4] = 0.9
    one = Offsets("", grid, components, first, second, platform)
    write_offsets(folder / f"{name or one.name + platform}.tif", one, OffsetBlock.of(layers))
    return folder / f"{name or one.name + platform}.tif"


def network(folder, dates=DATES, reach=5, **others):
    for i in range(len(dates)):
        for j in range(i + 1, min(len(dates), i + reach + 1)):
            pair(folder, dates[i], dates[j], **others)
    return folder


def write_undated(path):
    block = OffsetBlock.of(np.zeros((6, *GRID.shape), np.float32))
    write_offsets(path, Offsets("", GRID, MAP), block)


def solve(tmp_path, **given):
    told = []
    job = {"note": told.append, "warn": lambda text: told.append(f"! {text}")}
    paths = {name: tmp_path / f"{name}.h5" for name in ("first", "second")}
    return call("offsetseries", job, **paths, **given), " ".join(told)


def series(path):
    with h5py.File(path) as file:
        return file["timeseries"][()], file["timeseriesStd"][()], dict(file.attrs)


def test_the_other_tools_read_the_series(tmp_path):
    folder = network(tmp_path / "pairs", noise=0.1)
    numbers, told = solve(tmp_path, folder=folder, std=tmp_path / "s.tif")
    assert (numbers["pairs"], numbers["dates"], numbers["parts_of_all"]) == (25, 8, 1)
    values, std, attributes = series(tmp_path / "first.h5")
    assert attributes["COMPONENT"] == "east"
    years = (DATES - DATES[0]).astype(int) / 365.25
    error = values - 4.0 * years[:, None, None]
    normed = 1.4826 * np.median(np.abs(error[1:] / std[1:]))
    assert normed == pytest.approx(1.0, abs=0.1)
    call("velocity", timeseries=tmp_path / "second.h5", velocity=tmp_path / "v.tif")
    rate = read_raster(tmp_path / "v.tif")[1][0]
    assert np.median(rate) == pytest.approx(-2000, abs=30)
    call(
        "timeseriestopoints", timeseries=tmp_path / "first.h5", min_temporal_coherence=0.0,
        points=tmp_path / "p.gpkg",
    )  # fmt: skip
    trace = trace_at(open_series(tmp_path / "first.h5"), 500475.0, 4699475.0)
    np.testing.assert_allclose(trace.values, 1e3 * values[:, 10, 9], rtol=1e-6)
    np.testing.assert_allclose(trace.std, 1e3 * std[:, 10, 9], rtol=1e-6)


def test_errors_of_rates_know_that_dates_share_pairs(tmp_path):
    folder = network(tmp_path / "pairs", reach=3, noise=0.1)
    solve(tmp_path, folder=folder, estimator="least_squares")
    for name, rate in (("first", 4000), ("second", -2000)):
        call(
            "velocity", timeseries=tmp_path / f"{name}.h5", velocity=tmp_path / "v.tif",
            noise="white",
        )  # fmt: skip
        found = read_raster(tmp_path / "v.tif")[1]
        normed = (found[0] - rate) / found[1]
        # With independent dates this is 2.0.
        assert np.sqrt(np.nanmean(normed**2)) == pytest.approx(1.0, abs=0.15)


@pytest.mark.parametrize("gap", ["largest", "own_datum", "joint_rate"])
@pytest.mark.parametrize("later", [300, 5])
def test_errors_of_rates_of_networks_in_parts(tmp_path, gap, later):
    """Parts one after the other, and interlaced; noise as velocity finds it by itself."""
    folder = network(tmp_path / "pairs", reach=3, noise=0.1)
    network(folder, DATES + later, reach=3, noise=0.1, platform="L8")
    solve(tmp_path, folder=folder, gap=gap, estimator="least_squares")
    normed = []
    for name, rate in (("first", 4000), ("second", -2000)):
        call("velocity", timeseries=tmp_path / f"{name}.h5", velocity=tmp_path / "v.tif")
        _, found, names = read_raster(tmp_path / "v.tif")
        assert len(names) == 5
        normed.append((found[0] - rate) / found[1])
        assert np.isfinite(normed[-1]).all()
    # Without what the parts' dates share, and the parts' own levels, 2 and more.
    assert np.sqrt(np.mean(np.square(normed))) == pytest.approx(1.0, abs=0.2)


def test_pixels_that_lack_pairs_are_left_out_of_rates_on_own_datums(tmp_path):
    folder = network(tmp_path / "pairs", DATES[:6], 1)
    lost = pair(folder, DATES[2], DATES[3])
    layers = np.full((6, *GRID.shape), 0.1, np.float32)
    layers[:, :4] = np.nan
    write_offsets(lost, Offsets("", GRID, MAP, DATES[2], DATES[3], "S2"), OffsetBlock.of(layers))
    solve(tmp_path, folder=folder, gap="own_datum")
    _, std, _ = series(tmp_path / "first.h5")
    assert np.isnan(std[3, :4]).all() and np.isfinite(std[3, 4:]).all()
    told = []
    call(
        "velocity", {"note": told.append, "warn": told.append}, timeseries=tmp_path / "first.h5",
        velocity=tmp_path / "v.tif",
    )  # fmt: skip
    rate = read_raster(tmp_path / "v.tif")[1][0]
    assert np.isnan(rate[:4]).all() and np.isfinite(rate[4:]).all()
    assert any(text.startswith("120 pixels left out: pairs are missing") for text in told)


def test_memory_does_not_matter(tmp_path):
    grid = Grid(300, 520, GRID.transform, GRID.crs)
    folder = network(tmp_path / "pairs", DATES[:4], 3, grid=grid, noise=0.3)
    whole, _ = solve(tmp_path, folder=folder)
    expected = series(tmp_path / "first.h5")[:2]
    solve(tmp_path, folder=folder, memory=64)
    for one, other in zip(series(tmp_path / "first.h5"), expected):
        np.testing.assert_array_equal(one, other)
    assert whole["pixels"] == grid.rows * grid.cols


def test_pairs_that_go_back_and_grids_that_are_coarser(tmp_path):
    folder = network(tmp_path / "pairs", DATES[:5], 3)
    pair(folder, DATES[4], DATES[0])
    coarse = Grid(10, 15, (5e5, 100.0, 0.0, 4.7e6, 0.0, -100.0), GRID.crs)
    pair(folder, DATES[0], DATES[4], "L8", coarse)
    numbers, told = solve(tmp_path, folder=folder)
    assert numbers["platforms"] == 2
    assert "1 pair from the later to the earlier date turned round" in told
    assert "1 raster on other grids" in told
    values, _, _ = series(tmp_path / "first.h5")
    years = (DATES[:5] - DATES[0]).astype(int) / 365.25
    np.testing.assert_allclose(values - 4 * years[:, None, None], 0, atol=1e-5)


def test_two_platforms_apart_are_told(tmp_path):
    folder = network(tmp_path / "pairs", DATES[:4])
    network(folder, DATES[4:] + 30, platform="L8")
    numbers, told = solve(tmp_path, folder=folder)
    assert numbers["parts_of_all"] == 2
    assert "! The network falls into 2 parts that no pair joins" in told
    assert np.isnan(series(tmp_path / "first.h5")[0][4:]).all()
    solve(tmp_path, folder=folder, gap="joint_rate")
    values, std, _ = series(tmp_path / "first.h5")
    assert np.isfinite(values).all()
    dates = np.concatenate([DATES[:4], DATES[4:] + 30])
    years = (dates - dates[0]).astype(int) / 365.25
    np.testing.assert_allclose(values, np.broadcast_to(
        4 * years[:, None, None], values.shape), atol=1e-4)  # fmt: skip
    with pytest.raises(GroundshiftError, match="no pixel would be left"):
        solve(tmp_path, folder=folder, gap="no_data")


def test_few_pairs_are_warned_of(tmp_path):
    _, told = solve(tmp_path, folder=network(tmp_path / "pairs", DATES, 2))
    assert "! 13 pairs of 8 dates: a redundancy of 1.62; below 3" in told


def test_weights_and_what_is_left_out(tmp_path):
    folder = network(tmp_path / "pairs", DATES[:4], 3)
    wrong = pair(folder, DATES[0], DATES[2], std=10.0)
    layers = np.full((6, *GRID.shape), 10.0, np.float32)
    layers[4] = 0.2
    write_offsets(wrong, Offsets("", GRID, MAP, DATES[0], DATES[2], "S2"), OffsetBlock.of(layers))
    errors = {}
    for name, given in {
        "std": {}, "uniform": {"weights": "uniform"}, "correlation": {"min_correlation": 0.5},
        "pairs": {"exclude_pairs": "20200101_20200218"},
    }.items():  # fmt: skip
        solve(tmp_path, folder=folder, estimator="least_squares", **given)
        values, _, _ = series(tmp_path / "first.h5")
        years = (DATES[:4] - DATES[0]).astype(int) / 365.25
        errors[name] = np.abs(values - 4 * years[:, None, None]).max()
    assert errors["uniform"] > 1
    assert 1e-4 < errors["std"] < 0.01
    assert errors["correlation"] < 1e-5
    assert errors["pairs"] < 1e-5


@pytest.mark.parametrize(("spoil", "told"), [
    (lambda f: pair(f, DATES[0], DATES[1], name="again"), "has the dates .* and the platform of"),
    (lambda f: write_undated(f / "x.tif"), "does not tell its dates"),
    (lambda f: pair(f, DATES[0], DATES[0], name="x"), "both of its images are of 2020-01-01"),
    (lambda f: pair(f, DATES[0], DATES[6], components=RADAR, name="x"), "give offsets of one kind"),
    (lambda f: pair(f, DATES[0], DATES[6], grid=Grid(20, 30), name="x"), "lacks the coordinate"),
    (lambda f: (f / "x.tif").write_bytes(b"II*\\0 no raster"), None),
])  # fmt: skip
def test_what_does_not_go_together_is_refused(tmp_path, spoil, told):
    folder = network(tmp_path / "pairs", DATES[:4], 3)
    spoil(folder)
    if told is None:  # what is none of ours in a folder is passed over
        assert "1 other raster" in solve(tmp_path, folder=folder)[1]
        return
    with pytest.raises(GroundshiftError, match=told):
        solve(tmp_path, folder=folder)
    assert not (tmp_path / "first.h5").exists()


def test_an_empty_folder(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(GroundshiftError, match="holds no raster of offsets"):
        solve(tmp_path, folder=tmp_path / "empty")
    with pytest.raises(GroundshiftError, match="give a folder, or files"):
        solve(tmp_path)


def test_rasters_at_addresses(tmp_path):
    """A list of them is what the folder is; files of other kinds have to be here."""
    folder, found = network(tmp_path / "o", DATES[:4]), []
    with served(folder) as server:
        files = [f"{server.address}/{path.name}" for path in sorted(folder.iterdir())]
        for name, source in (("far", {"files": files}), ("here", {"folder": folder})):
            solve(tmp_path / name, **source)
            found.append(series(tmp_path / name / "first.h5")[0])
        np.testing.assert_array_equal(*found)
        with pytest.raises(GroundshiftError, match="none.tif is an address .*404") as error:
            solve(tmp_path / "none", files=[*files, f"{server.address}/none.tif"])
    assert ". " not in str(error.value) and not (tmp_path / "none/first.h5").exists()
    with pytest.raises(GroundshiftError, match="FILES.*https://a.b/c.tif .*lie on this machine"):
        call("importoffsets", files="https://a.b/c.tif", offsets=tmp_path / "p")
