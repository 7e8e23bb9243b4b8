# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Amplitude dispersion, candidates and brothers of stack files."""

import numpy as np
import pytest
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.images import read_slc_stack
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.job import Job
from groundshift.algorithms.scatterers.amplitude import clutter_share, dispersion
from groundshift.algorithms.scatterers.shp import ShpOptions, brothers, find_brothers
from groundshift.algorithms.scatterers.tools.slc_amplitude import (
    calibrate_stack,
    kept_to_rate,
    measure_coherence,
)
from groundshift.algorithms.toolbox import call
from osgeo import gdal, ogr
from small_slc import RADAR, UTM, make_images, make_stack, skewed


def independent(path):
    """Independent images that the run found, from the layer's metadata."""
    return float(gdal.Info(str(path), format="json")["metadata"][""]["INDEPENDENT_IMAGES"])


FILES = {
    "dispersion": "dispersion.tif", "amplitude": "amplitude.tif", "mask": "mask.tif",
    "points": "points.gpkg", "table": "table.gpkg",
}  # fmt: skip


def candidates(stack, folder, job=None, **options):
    written = {name: folder / file for name, file in FILES.items()}
    return call("pscandidates", job, stack=stack, **written, **options)


def factors_of(folder):
    source = ogr.Open(str(folder / "table.gpkg"))
    return np.array([feature.GetField("factor_vv") for feature in source.GetLayer(0)])


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    return make_stack(tmp_path_factory.mktemp("stack") / "slcStack.h5")


# Candidates


@pytest.fixture(scope="module")
def coherent(tmp_path_factory):
    """Speckle alone, whose coherence of 0.8 decays exponentially to a third over 60 days."""
    span = 12.0 * np.abs(np.subtract.outer(np.arange(25), np.arange(25)))
    gamma = 0.5 * np.exp(-span / 60.0) + 0.3
    np.fill_diagonal(gamma, 1.0)
    rng = np.random.default_rng(6)
    noise = rng.normal(size=(2, 25, *UTM.shape))
    values = np.tensordot(np.linalg.cholesky(gamma), noise[0] + 1j * noise[1], 1)
    path = tmp_path_factory.mktemp("coherent") / "slcStack.h5"
    return make_stack(path, values=values.astype(np.complex64)), values, gamma


def test_what_is_promised_of_chance_holds_for_coherent_images(coherent, tmp_path):
    stack, values, gamma = coherent
    told = []
    found = candidates(stack, tmp_path, {"note": told.append})
    ratio = dispersion(values)[2]
    actual = [np.mean(ratio < limit) for limit in (0.4, 0.25)]
    chance = found["chance_candidate"] / 100, found["chance_stable"] / 100
    assert chance == pytest.approx(actual, rel=0.15, abs=0.002)
    independent = clutter_share(25, (0.4, 0.25))
    assert actual[0] > 3 * independent[0]
    assert any("count as" in text and "independent ones" in text for text in told)


def test_an_empty_image_does_not_make_the_others_independent(coherent, tmp_path):
    stack, values, gamma = coherent
    values = np.insert(values, 3, 0.0, axis=0)
    stack = make_stack(tmp_path / "slcStack.h5", values=values.astype(np.complex64))
    call("shp", stack=stack, count=tmp_path / "count.tif")
    assert independent(tmp_path / "count.tif") == pytest.approx(25**2 / (gamma**2).sum(), rel=0.1)


@pytest.mark.parametrize("test", ["glrt", "t", "ks"])
def test_the_rate_of_false_alarms_holds_for_coherent_images(coherent, tmp_path, test):
    stack, values, gamma = coherent
    told = []
    call(
        "shp", {"note": told.append}, stack=stack, count=tmp_path / "count.tif", test=test,
        window_rows=11, window_cols=11, connected=False,
    )  # fmt: skip
    count = read_raster(tmp_path / "count.tif")[1][0][5:-5, 5:-5]
    assert 1 - count.mean() / 120 == pytest.approx(0.05, abs=0.015 if test == "ks" else 0.007)
    assert independent(tmp_path / "count.tif") == pytest.approx(25**2 / (gamma**2).sum(), rel=0.1)
    assert any("times as wide as for independent images" in text for text in told)
    alone = brothers(np.abs(values).astype(np.float32), (5, 5), test, connected=False)
    assert 1 - (alone.sum(axis=(2, 3)) - 1).mean() / 120 > 0.25


def test_candidates_are_the_steady_points(stack, tmp_path):
    lines, warnings = [], []
    report = candidates(stack, tmp_path, {"note": lines.append, "warn": warnings.append})
    values, points = make_images(UTM)
    _, _, ratio = dispersion(values, factors_of(tmp_path))
    grid, found, names = read_raster(tmp_path / "dispersion.tif")
    assert names == ["amplitude_dispersion_vv"] and grid.aligned_with(UTM)
    np.testing.assert_allclose(found[0], ratio, rtol=1e-5)
    valid = np.isfinite(ratio)
    assert not valid[60:, :40].any() and valid[:10, 200:220].all()
    points &= valid
    _, kinds, _ = read_raster(tmp_path / "mask.tif")
    assert (kinds[0][points] == 2).all()
    assert np.array_equal(kinds[0] == 255, ~valid)
    chance = np.mean(kinds[0][valid & ~points] > 0)
    assert report["chance_candidate"] / 100 == pytest.approx(chance, rel=0.15)
    assert report["candidates"] == np.sum((kinds == 1) | (kinds == 2))
    assert report["stable_pixels"] == np.sum(kinds == 2) and report["pixels"] == valid.sum()
    table = read_table(tmp_path / "points.gpkg")
    assert len(table) == report["candidates"]
    rows, cols = (table.numbers(name).astype(int) for name in ("row", "col"))
    np.testing.assert_allclose((table.x, table.y), UTM.xy(rows, cols))
    stored = table.numbers("amplitude_dispersion")
    np.testing.assert_allclose(stored, ratio[rows, cols], atol=1e-4)
    assert any("16 images are few" in text for text in warnings)
    assert any("by chance" in line for line in lines)


def test_the_table_tells_the_factors(stack, tmp_path):
    candidates(stack, tmp_path)
    factors = factors_of(tmp_path)
    np.testing.assert_allclose(factors, calibrate_stack(read_slc_stack(stack), None, Job()).factors)
    values, points = make_images(UTM)
    gains = np.nanmedian(np.abs(values[:, points]), axis=1)
    scaled = gains * factors
    assert scaled / np.mean(scaled) == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize("radius", [0, 2])
def test_candidates_do_not_depend_on_blocks(stack, tmp_path, radius):
    for name, budget in (("small", 1 << 24), ("large", 1 << 30)):
        (tmp_path / name).mkdir()
        candidates(stack, tmp_path / name, Job(budget), radius=radius)
    for name in ("dispersion.tif", "mask.tif", "amplitude.tif"):
        small, large = (read_raster(tmp_path / k / name)[1] for k in ("small", "large"))
        np.testing.assert_array_equal(small, large)
    small, large = (read_table(tmp_path / k / "points.gpkg") for k in ("small", "large"))
    np.testing.assert_array_equal(small.x, large.x)
    if radius:
        kinds = read_raster(tmp_path / "small" / "mask.tif")[1][0]
        rows, cols = np.nonzero((kinds > 0) & (kinds < 255))
        near = np.maximum(*(np.abs(np.subtract.outer(v, v)) for v in (rows, cols)))
        assert near[~np.eye(len(near), dtype=bool)].min() > 2


def test_each_polarisation_is_looked_at_by_itself(tmp_path):
    values, points = make_images(UTM)
    other = np.roll(values, 3, axis=2)
    path = make_stack(tmp_path / "s.h5", values=values, others={"VH": other})
    candidates(path, tmp_path, stable=0.15, polarisation="all")
    _, ratios, names = read_raster(tmp_path / "dispersion.tif")
    assert names == ["amplitude_dispersion_vv", "amplitude_dispersion_vh"]
    kinds = read_raster(tmp_path / "mask.tif")[1][0]
    assert (kinds[points & (kinds != 255)] == 2).all()
    moved = np.roll(points, 3, axis=1) & np.isfinite(ratios[1])
    assert (kinds[moved] == 2).all()
    table = read_table(tmp_path / "points.gpkg")
    rows, cols = (table.numbers(name).astype(int) for name in ("row", "col"))
    names = table.texts("polarisation")
    assert (names[points[rows, cols]] == "VV").all() and (names[moved[rows, cols]] == "VH").all()
    with pytest.raises(GroundshiftError, match="no polarisation HH"):
        candidates(path, tmp_path, polarisation="HH")


def test_radar_coordinates_land_on_the_map(tmp_path):
    lookup = skewed(RADAR)
    path = make_stack(tmp_path / "s.h5", RADAR, lookup=lookup)
    candidates(path, tmp_path)
    table = read_table(tmp_path / "points.gpkg")
    rows, cols = (table.numbers(name).astype(int) for name in ("row", "col"))
    np.testing.assert_allclose(table.x, lookup["longitude"][rows, cols], atol=1e-9)
    np.testing.assert_allclose(table.y, lookup["latitude"][rows, cols], atol=1e-9)
    assert "4326" in table.crs
    grid, kinds, _ = read_raster(tmp_path / "mask.tif")
    stable = table.numbers("candidate_class") == 2
    hits = [kinds[0][grid.index(x, y)] for x, y in zip(table.x[stable], table.y[stable])]
    assert np.mean(np.array(hits) == 2) > 0.95


def test_an_image_that_is_missing_in_part_is_named(tmp_path):
    values = make_images(UTM)[0]
    values[4] = np.nan
    lines = []
    candidates(make_stack(tmp_path / "s.h5", values=values), tmp_path, {"note": lines.append})
    layer = ogr.Open(str(tmp_path / "table.gpkg"))
    has_data = [feature.GetField("has_data_vv") for feature in layer.GetLayer(0)]
    assert has_data.count(0) == 1
    assert any("without data where it was looked at: 2020-02-21" in line for line in lines)


# Brothers


def test_counts_are_those_of_the_core(stack, tmp_path):
    options = ShpOptions("glrt", (3, 5))
    targets = {name: tmp_path / f"{name}.tif" for name in ("count", "mask", "amplitude")}
    found = call(
        "shp",
        stack=stack,
        window_rows=7,
        window_cols=11,
        min_brothers=20,
        calibrate=False,
        **targets,
    )
    values = np.pad(make_images(UTM)[0], ((0, 0), (3, 3), (5, 5)), constant_values=np.nan)
    measured = measure_coherence(read_slc_stack(stack), None, Job())
    kept = kept_to_rate(options, measured, Job())
    assert kept.stretched == pytest.approx(1.0, abs=0.05)  # independent images
    flags = find_brothers(np.abs(values), kept).as_bool()
    expected = np.where(flags[:, :, 3, 5], flags.sum(axis=(2, 3)) - 1, -1)
    _, count, names = read_raster(tmp_path / "count.tif")
    assert names == ["neighbours"]
    np.testing.assert_array_equal(count[0], expected)
    _, mask, _ = read_raster(tmp_path / "mask.tif")
    np.testing.assert_array_equal(mask[0], np.where(expected < 0, 255, expected >= 20))
    assert found["pixels"] == np.sum(expected >= 0)
    assert found["distributed"] == np.sum(expected >= 20)
    assert found["mean_count"] == pytest.approx(expected[expected >= 0].mean())
    _, (level, share), names = read_raster(tmp_path / "amplitude.tif")
    assert names == ["amplitude_db", "neighbours_share"]
    assert np.array_equal(np.isfinite(level), expected >= 0)
    step = np.nanmedian(level[:, 160:290]) - np.nanmedian(level[:, 50:140])
    assert step == pytest.approx(20 * np.log10(3), abs=0.3)
    assert np.nanmin(share) >= 0 and np.nanmax(share) <= 1


@pytest.mark.parametrize("test", ["t", "ks", "ad", "glrt", "ci"])
def test_counts_do_not_depend_on_blocks_and_workers(stack, tmp_path, test):
    for name, memory, workers in (("a", 40 << 20, 1), ("b", 1 << 30, None)):
        call(
            "shp", Job(memory, workers), stack=stack, count=tmp_path / f"{name}.tif", test=test,
            window_rows=5, window_cols=9,
        )  # fmt: skip
    first, second = (read_raster(tmp_path / f"{name}.tif")[1] for name in "ab")
    np.testing.assert_array_equal(first, second)


def test_calibration_brings_brothers_back(stack, tmp_path):
    """Gains by date are the same for all pixels and still spoil the law of the amplitudes."""
    reports = [
        call(
            "shp",
            stack=stack,
            count=tmp_path / f"{c}.tif",
            test="ad",
            window_rows=7,
            window_cols=7,
            calibrate=c,
        )  # fmt: skip
        for c in (True, False)
    ]
    assert reports[0]["mean_count"] != reports[1]["mean_count"]
    speckle = 1 - 48 * 0.05 / 48
    assert reports[0].summaries["share"].median == pytest.approx(speckle, abs=0.06)


def test_strided_counts_are_placed(stack, tmp_path):
    window = {"window_rows": 7, "window_cols": 11}
    call("shp", stack=stack, count=tmp_path / "s.tif", stride_rows=2, stride_cols=5, **window)
    call("shp", stack=stack, count=tmp_path / "f.tif", **window)
    grid, strided, _ = read_raster(tmp_path / "s.tif")
    full = read_raster(tmp_path / "f.tif")[1]
    np.testing.assert_array_equal(strided[0], full[0][1::2, 2::5])
    assert grid.transform == (4e5, 50.0, 0.0, 5e6, 0.0, -20.0)


# Refusals


def dispersed(path, target, **others):
    call("pscandidates", others, stack=path, dispersion=target)


def neighbours(path, target, **others):
    call("shp", others, stack=path, count=target)


@pytest.mark.parametrize("run", [dispersed, neighbours])
def test_what_cannot_be_used_is_refused_and_nothing_is_left(run, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    target = out / "a.tif"
    values = make_images(UTM)[0]
    cases = {
        "too few|needs more than": values[:2], "no pixel has data in half": values * np.nan,
    }  # fmt: skip
    for text, images in cases.items():
        path = make_stack(tmp_path / "s.h5", values=images)
        with pytest.raises(GroundshiftError, match=text) as problem:
            run(path, target)
        assert str(path) in str(problem.value)
    sparse = np.full_like(values, np.nan)
    sparse[:4] = values[:4]
    path = make_stack(tmp_path / "s.h5", values=sparse)
    with pytest.raises(GroundshiftError, match="no pixel has data in half of the images"):
        run(path, target)
    path = make_stack(tmp_path / "s.h5")
    with pytest.raises(Cancelled):
        run(path, target, cancelled=lambda: True)
    with pytest.raises(GroundshiftError, match="limit of stable"):
        call("pscandidates", stack=path, dispersion=target, stable=0.5)
    with pytest.raises(GroundshiftError, match="strides"):
        call("shp", stack=path, count=target, stride_rows=71)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(GroundshiftError, match=r"s\.h5"):
        run(path, target)
    assert not list(out.iterdir())
