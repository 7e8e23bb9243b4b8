# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the workers of a Dask cluster read themselves: weather, offsets, maps, series and images."""

import shutil
from itertools import combinations

import h5py
import numpy as np
import pytest
from corrected_series import scene, write_series
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.offsets import MAP, OffsetBlock, Offsets
from groundshift.algorithms.data.simulation import SlcOptions, simulate_slc
from groundshift.algorithms.data.tools.simulating_slc import write_slc_simulation
from groundshift.algorithms.formats.offsets.offset_raster import write_offsets
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.series_tracks import SeriesTrack
from groundshift.algorithms.timeseries.tools.corrections import UncorrectedReader
from groundshift.algorithms.toolbox import call
from groundshift.algorithms.tracking.tools.offset_pairs import PairsReader
from small_stack import CORNER, NEAR, bowl, make_stack

pytest.importorskip("distributed", reason="the package 'distributed' is missing")
from dask_cluster import only_on_workers


def write_gacos(folder, dates):
    """Zenith delays that change to the north, each date by another slope."""
    folder.mkdir()
    for date, slope in zip(dates, np.random.default_rng(1).normal(0, 0.02, len(dates))):
        name = str(date).replace("-", "")
        delay = np.repeat(2.3 + slope * np.arange(220.0)[:, None] / 22, 200, axis=1)
        delay.astype("<f4").tofile(folder / f"{name}.ztd")
        (folder / f"{name}.ztd.rsc").write_text(
            "WIDTH 200\nFILE_LENGTH 220\nX_FIRST 12.0\nY_FIRST 47.5\nX_STEP 0.01\nY_STEP -0.01\n"
        )


def test_workers_read_weather(cluster, tmp_path, monkeypatch, check_same_numbers):
    simulation = scene(dates=6, rows=60, cols=80)
    write_series(tmp_path, simulation)
    write_gacos(tmp_path / "gacos", simulation.dates)

    def correct(name, **there):
        call(
            "troposphere", timeseries=tmp_path / "timeseries.h5", method="gacos",
            gacos_folder="gacos", geometry=tmp_path / "geometryGeo.h5",
            corrected=tmp_path / f"{name}.h5", keep_growing=True, **there,
        )  # fmt: skip
        with h5py.File(tmp_path / f"{name}.h5") as file:
            return file["timeseries"][()]

    monkeypatch.chdir(tmp_path)  # the workers have another folder
    here = correct("here")
    only_on_workers(monkeypatch, UncorrectedReader, "__call__")
    check_same_numbers(here, correct("there", scheduler=cluster.scheduler_address))
    with h5py.File(tmp_path / "timeseries.h5") as file:
        assert np.abs(file["timeseries"][()] - here).max() > 0.005


def test_workers_read_rasters_of_offsets(cluster, tmp_path, monkeypatch, check_same_numbers):
    grid = Grid(20, 30, (5e5, 50.0, 0.0, 4.7e6, 0.0, -50.0), wkt_from_epsg(32633))
    dates, rng = np.datetime64("2020-01-01") + 24 * np.arange(4), np.random.default_rng(2)
    (tmp_path / "pairs").mkdir()
    for first, second in combinations(dates, 2):
        layers = rng.normal(0, 0.1, (6, *grid.shape)).astype(np.float32)
        layers[2:4], layers[4] = 0.1, 0.9
        one = Offsets("", grid, MAP, first, second, "S2")
        write_offsets(tmp_path / "pairs" / f"{one.name}.tif", one, OffsetBlock.of(layers))

    def solve(name, **there):
        series = {k: tmp_path / f"{name}_{k}.h5" for k in ("first", "second")}
        call("offsetseries", folder="pairs", **series, **there)
        with h5py.File(series["first"]) as file:
            return file["timeseries"][()]

    monkeypatch.chdir(tmp_path)
    here = solve("here")
    only_on_workers(monkeypatch, PairsReader, "read")
    check_same_numbers(here, solve("there", scheduler=cluster.scheduler_address))


ASCENDING, DESCENDING = {"incidence": 39.0, "heading": 348.0}, {"incidence": 37.0, "heading": 192.0}


def second(given):
    """Parameters of the second orbit."""
    return {f"{name}_2": value for name, value in given.items()}


@pytest.fixture(scope="module")
def maps(tmp_path_factory):
    """Heights, rates of two orbits, the second on another grid, and an interferogram."""
    folder, rng = tmp_path_factory.mktemp("maps"), np.random.default_rng(4)
    x, y = np.meshgrid(np.arange(120.0), np.arange(150.0))
    rates = np.stack([-0.02 * np.exp(-((x - 60) ** 2 + (y - 70) ** 2) / 800), 0.001 + 0 * x])
    for name, shift, values, bands in (
        ("dem", 0, 900 + 200 * np.sin(x / 15) * np.cos(y / 19), ["height"]),
        ("rate", 0, 1e3 * rates, ["velocity", "velocity_std"]),
        ("rate_2", 7.0, 8e2 * rates, ["velocity", "velocity_std"]),
        ("phase", 0, 0.05 * x + 2.0 * (x > y) + 0.1 * rng.normal(size=x.shape), ["phase"]),
    ):  # fmt: skip
        grid = Grid(*x.shape, (5e5 + shift, 30.0, 0, 4.7e6, 0, -30.0), wkt_from_epsg(32633))
        unit = {"dem": "m", "phase": "rad"}.get(name, "mm/yr")
        write_raster(folder / f"{name}.tif", grid, values, [BandInfo(band, unit) for band in bands])
    return folder


@pytest.mark.parametrize("tool", ["visibility", "slopevelocity", "decompose", "platemotion",
                                  "lineaments"])  # fmt: skip
def test_workers_read_single_rasters(cluster, maps, tool, tmp_path, check_same_numbers):
    given, names = {
        "visibility": ({"dem": maps / "dem.tif", **ASCENDING}, ["classes", "measures"]),
        "slopevelocity": (
            {"rates": maps / "rate.tif", "dem": maps / "dem.tif", **ASCENDING},
            ["raster", "status"],
        ),
        "decompose": (
            {"rates": maps / "rate.tif", **ASCENDING, **second(DESCENDING),
             "rates_2": maps / "rate_2.tif"}, ["east", "up"],
        ),
        "platemotion": (
            {"velocity_map": maps / "rate.tif", "plate": "eurasia", **ASCENDING},
            ["velocity", "removed"],
        ),
        "lineaments": ({"phase": maps / "phase.tif"}, ["score"]),
    }[tool]  # fmt: skip
    found, said = [], []
    for place, there in ("here", {}), ("there", {"scheduler": cluster.scheduler_address}):
        targets = {name: tmp_path / f"{place}_{name}.tif" for name in names}
        lines = {"lines": tmp_path / f"{place}.gpkg"} if tool == "lineaments" else {}
        call(tool, {"note": said.append}, **given, **targets, **lines, **there)
        found.append([read_raster(path)[1] for path in targets.values()])
    assert any("see the files and read them" in text for text in said)
    assert not any("is not seen" in text for text in said)
    for one, two in zip(*found):
        check_same_numbers(one, two)
        assert np.isfinite(two).any()


def test_workers_read_series_of_two_orbits(cluster, tmp_path, monkeypatch, check_same_numbers):
    write_series(tmp_path, scene(dates=6, rows=60, cols=80))
    shutil.copy(tmp_path / "timeseries.h5", tmp_path / "other.h5")

    def solve(name, **there):
        call(
            "series3d", series=tmp_path / "timeseries.h5", **ASCENDING, **second(DESCENDING),
            series_2=tmp_path / "other.h5", east=tmp_path / f"{name}_e.h5",
            up=tmp_path / f"{name}_u.h5", **there,
        )  # fmt: skip
        with h5py.File(tmp_path / f"{name}_u.h5") as file:
            return file["timeseries"][()]

    here = solve("here")
    only_on_workers(monkeypatch, SeriesTrack, "read")
    check_same_numbers(here, solve("there", scheduler=cluster.scheduler_address))


def test_workers_read_what_is_appended(cluster, tmp_path, check_same_numbers):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.004)
    make_stack(tmp_path / "old.h5", NEAR[NEAR[:, 1] < 20], bowl(), 0.004)

    def solve(name, said, stack="s.h5", **others):
        call(
            "sbas", {"note": said.append}, stack=tmp_path / stack,
            velocity=tmp_path / f"{name}.tif", timeseries=tmp_path / f"{name}.h5", **others,
        )  # fmt: skip
        with h5py.File(tmp_path / f"{name}.h5") as file:
            return file["timeseries"][()]

    solve("old_ts", [], "old.h5", reference_point=CORNER.point, reference_radius=0)
    said, to = [], {"previous": tmp_path / "old_ts.h5"}
    here = solve("here", [], **to)
    check_same_numbers(here, solve("there", said, scheduler=cluster.scheduler_address, **to))
    assert len(here) == 25 and any("see the files and read them" in text for text in said)


def test_workers_read_images_for_their_coherence(cluster, tmp_path, check_same_numbers):
    options = SlcOptions(rows=60, cols=80, dates=8, landslides=0, seed=3)
    write_slc_simulation(simulate_slc(options), tmp_path / "scene", "mintpy")
    images = tmp_path / "scene" / "inputs" / "slcStack.h5"
    found, said = [], []
    for place, there in ("here", {}), ("there", {"scheduler": cluster.scheduler_address}):
        target = tmp_path / f"{place}.tif"
        call("stabilitymask", {"note": said.append}, stack=images,
             mask=tmp_path / f"{place}_mask.tif", coherence=target, **there)  # fmt: skip
        found.append(read_raster(target)[1])
    assert any("see the files and read them" in text for text in said)
    check_same_numbers(*found)
