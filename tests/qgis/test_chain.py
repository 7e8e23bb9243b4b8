# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From interferograms to motion: real data through qgis_process, simulated data against truth."""

import shutil

import h5py
import numpy as np
import pytest
from plain_sbas import read_mexico, solve
from runs import run_here, succeeded

RASTERS = {
    "VELOCITY": "mm/yr", "VELOCITY_STD": "mm/yr", "TEMPORAL_COHERENCE": "", "SUBSETS": "",
    "PAIR_COUNT": "", "DISPLACEMENT": "mm", "STANDARD_ERROR": "mm/yr",
}  # fmt: skip


def pixels(path):
    """Bands of a raster, shape (band, row, column), NaN for no data."""
    from osgeo import gdal

    dataset = gdal.Open(str(path))
    bands = []
    for number in range(1, dataset.RasterCount + 1):
        band = dataset.GetRasterBand(number)
        values = band.ReadAsArray().astype(float)
        values[values == band.GetNoDataValue()] = np.nan
        bands.append(values)
    return np.array(bands)


def numbers(results, *names):
    """Results that must be numbers, not texts or null."""
    for name in names:
        assert isinstance(results[name], (int, float)), (name, results[name])
    return [results[name] for name in names]


# Mexico City


@pytest.fixture(scope="module")
def mexico(shared_data):
    return shared_data("mexico_city_s1")


@pytest.fixture(scope="module")
def stack(qgis_process, mexico, tmp_path_factory):
    """What importstack made of it."""
    folder = tmp_path_factory.mktemp("mexico")
    targets = {"STACK": folder / "stack.h5", "GEOMETRY": folder / "geometry.h5"}
    results = succeeded(qgis_process.run("importstack", {"FOLDER": mexico, **targets}))
    assert numbers(results, "PAIRS", "DATES", "ROWS", "COLS") == [30, 13, 60, 100]
    assert results["FOUND"] == "gamma"
    assert 0.98 < results["VALID_SHARE"] < 0.99 and 0.5 < results["MEAN_COHERENCE"] < 0.7
    return results


def invert(process, stack, folder, **parameters):
    targets = {name: folder / f"{name.lower()}.tif" for name in RASTERS}
    targets["TIMESERIES"] = folder / "timeseries.h5"
    # As the plain solution has it: every pair counts, the reference is one pixel.
    plain = {"ROBUST": "false", "REFERENCE_RADIUS": 0}
    return process.run("sbas", {"STACK": stack["STACK"], **plain, **targets, **parameters})


@pytest.fixture(scope="module")
def uniform(qgis_process, stack, tmp_path_factory):
    """Uniform weights: what plain least squares give."""
    folder = tmp_path_factory.mktemp("uniform")
    return succeeded(invert(qgis_process, stack, folder, WEIGHTS="uniform"))


@pytest.fixture(scope="module")
def plain(mexico):
    return read_mexico(mexico)


@pytest.fixture(scope="module")
def solved(plain, uniform):
    """The same, solved by other means, at the same reference."""
    return solve(plain, plain.pixel(uniform["REFERENCE_X"], uniform["REFERENCE_Y"]))


def test_mexico_city_sinks_in_the_north_east(uniform):
    velocity = pixels(uniform["VELOCITY"])[0]
    rows, cols = velocity.shape
    assert -300 < np.nanmin(velocity) < -200
    row, col = np.unravel_index(np.nanargmin(velocity), velocity.shape)
    assert row < rows / 3 and col > cols * 0.8
    assert -260 < np.nanmedian(velocity[: rows // 3, 2 * cols // 3 :]) < -200
    assert abs(np.nanmedian(velocity[:, : cols // 4])) < 10
    # Nothing rises by more than its own uncertainty explains.
    std = pixels(uniform["VELOCITY_STD"])[0]
    known = std > 0  # the reference itself has none
    assert np.percentile(velocity[known] / std[known], 99) < 3
    away, towards = numbers(uniform, "FASTEST_AWAY", "FASTEST_TOWARDS")
    assert away == pytest.approx(np.nanmin(velocity), rel=1e-6)
    assert towards == pytest.approx(np.nanmax(velocity), rel=1e-6)


def test_mexico_city_is_what_plain_least_squares_give(uniform, plain, solved):
    series, rate = solved
    velocity = pixels(uniform["VELOCITY"])[0]
    displacement = pixels(uniform["DISPLACEMENT"])
    assert plain.complete.mean() > 0.98
    difference = (velocity - rate)[plain.complete]
    assert np.isfinite(difference).all()
    assert np.abs(difference).max() < 0.05
    assert np.abs((displacement - series)[:, plain.complete]).max() < 0.05


def test_mexico_city_with_a_coherence_threshold_too(qgis_process, stack, plain, tmp_path):
    results = succeeded(
        invert(qgis_process, stack, tmp_path, WEIGHTS="uniform", MIN_COHERENCE=0.4, MIN_PAIRS=20)
    )
    used = np.where(plain.coherence >= 0.4, 1.0, np.nan)
    used[:, (np.isfinite(used) & np.isfinite(plain.phase)).sum(axis=0) < 20] = np.nan
    reference = plain.pixel(results["REFERENCE_X"], results["REFERENCE_Y"])
    series, rate = solve(plain, reference, used)
    gappy = np.isfinite(rate) & np.isnan(used).any(axis=0)
    assert gappy.sum() > 500
    assert np.abs(pixels(results["VELOCITY"])[0] - rate)[gappy].max() < 0.05
    assert np.abs(pixels(results["DISPLACEMENT"]) - series)[:, gappy].max() < 0.05
    left_out = pixels(results["SUBSETS"])[0] == 0
    assert (np.isnan(pixels(results["VELOCITY"])[0]) == left_out).all() and left_out.sum() > 500


def test_mexico_city_weighted_is_what_weighted_least_squares_give(
    qgis_process, stack, plain, tmp_path
):
    results = succeeded(invert(qgis_process, stack, tmp_path, WEIGHTS="coherence"))
    reference = plain.pixel(results["REFERENCE_X"], results["REFERENCE_Y"])
    _, rate = solve(plain, reference, np.clip(plain.coherence, 0.05, 1) ** 2)
    velocity = pixels(results["VELOCITY"])[0]
    solved = np.isfinite(rate)
    assert solved.mean() > 0.97
    assert np.abs(velocity - rate)[solved].max() < 0.05
    _, unweighted = solve(plain, reference)
    assert np.nanmax(np.abs(unweighted - rate)) > 3, "weights make a difference"


def test_where_a_network_is_cut_is_said_and_flagged(uniform, plain, solved):
    subsets = pixels(uniform["SUBSETS"])[0]
    assert uniform["SPLIT_PIXELS"] == (subsets > 1).sum() > 0
    _, rate = solved
    has_data = np.isfinite(plain.phase).any(axis=0)
    assert (np.isnan(rate) & has_data == (subsets > 1)).all()
    assert np.isnan(pixels(uniform["VELOCITY_STD"])[0][subsets > 1]).all()
    count = pixels(uniform["PAIR_COUNT"])[0]
    assert (count[has_data] == np.isfinite(plain.phase).sum(axis=0)[has_data]).all()


def test_rasters_are_layers_as_qgis_wants_them(uniform, plain, qgis_application):
    from osgeo import gdal
    from qgis.core import QgsRasterLayer

    for name, unit in RASTERS.items():
        layer = QgsRasterLayer(uniform[name], name)
        assert layer.isValid() and layer.crs().authid() == "EPSG:4326"
        x0, dx, _, y0, _, dy = plain.transform
        extent = layer.extent()
        assert extent.xMinimum() == pytest.approx(x0, abs=1e-9)
        assert extent.yMaximum() == pytest.approx(y0, abs=1e-9)
        assert (layer.width(), layer.height()) == (100, 60)
        bands = 13 if name == "DISPLACEMENT" else 1
        assert layer.bandCount() == bands
        assert all(layer.dataProvider().sourceHasNoDataValue(k + 1) for k in range(bands))
        dataset = gdal.Open(uniform[name])  # a band does not keep it alive
        band = dataset.GetRasterBand(bands)
        assert band.GetUnitType() == unit
        assert unit.replace("/", "_") in band.GetDescription()
        # It opens styled and described.
        stem = uniform[name][: -len(".tif")]
        for ending, word in ((".qml", "<qgis"), (".qmd", "WEIGHTS = 'uniform'")):
            with open(stem + ending) as file:
                assert word in file.read(), (name, ending)
        layer.loadDefaultMetadata()
        assert layer.metadata().title()
    assert uniform["DISPLACEMENT"].endswith("displacement.tif")
    assert band.GetDescription() == "standard_error_mm_yr"


def test_the_velocity_tool_comes_to_the_same_rate(qgis_process, uniform, tmp_path):
    targets = {"TIMESERIES": uniform["TIMESERIES"], "VELOCITY": tmp_path / "model.tif"}
    results = succeeded(qgis_process.run("velocity", {**targets, "NOISE": "white"}))
    rate = pixels(results["VELOCITY"])[0]
    np.testing.assert_allclose(rate, pixels(uniform["VELOCITY"])[0], atol=0.01)
    assert numbers(results, "PIXELS", "RMS", "MEDIAN_STD")[0] == np.isfinite(rate).sum()
    assert (tmp_path / "model.qml").exists() and (tmp_path / "model.qmd").exists()


def test_the_velocity_tool_weighs_by_the_colour_of_the_noise(qgis_process, uniform, tmp_path):
    from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesReader, read_timeseries
    from groundshift.algorithms.timeseries.tools.series_noise import pair_noise, sampled_noise
    from groundshift.algorithms.timeseries.velocity import VelocityModel

    path = tmp_path / "wandering.h5"
    shutil.copy(uniform["TIMESERIES"], path)
    with h5py.File(path, "r+") as file:
        data = file["timeseries"]
        walk = np.cumsum(np.random.default_rng(1).normal(0, 0.01, data.shape), axis=0)
        data[...] = data[()] + walk - walk[0]
        values = 1e3 * data[()].astype(float)
    targets = {"TIMESERIES": path, "VELOCITY": tmp_path / "model.tif"}
    rate, std = pixels(succeeded(qgis_process.run("velocity", targets))["VELOCITY"])[:2]
    series = read_timeseries(path)
    with TimeSeriesReader(series) as reader:
        noise = sampled_noise(reader, VelocityModel(), None, pair_noise(reader))
    assert not noise.is_white
    years = (series.dates - series.dates[0]).astype(float) / 365.25
    root = np.linalg.cholesky(noise.covariance(years))
    design = np.linalg.solve(root, np.stack([np.ones(len(years)), years], axis=1))
    whole = np.isfinite(values).all(axis=0)
    whitened = np.linalg.solve(root, values[:, whole])
    lines, *_ = np.linalg.lstsq(design, whitened, rcond=None)
    squares = ((whitened - design @ lines) ** 2).sum(axis=0) / (len(years) - 2)
    np.testing.assert_allclose(rate[whole], lines[1], atol=0.01)
    expected = np.sqrt(squares * np.linalg.inv(design.T @ design)[1, 1])
    np.testing.assert_allclose(std[whole], expected, atol=0.01)


def check_points(path, velocity, transform):
    """Fields, CRS and values of a layer of points over a velocity raster."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{path}|layername=points", "points")
    assert layer.isValid() and layer.crs().authid() == "EPSG:4326"
    fields = layer.fields()
    assert {"velocity_mm_yr", "velocity_std_mm_yr", "coherence"} <= set(fields.names())
    dates = [name for name in fields.names() if name.startswith("D2018")]
    assert len(dates) == 13 and dates[0] == "D20180106" and dates == sorted(dates)
    assert all(fields.field(name).isNumeric() for name in (*dates, "velocity_mm_yr"))
    x0, dx, _, y0, _, dy = transform
    rates = []
    for feature in layer.getFeatures():
        place = feature.geometry().asPoint()
        row, col = int((place.y() - y0) // dy), int((place.x() - x0) // dx)
        rates.append(feature["velocity_mm_yr"] - velocity[row, col])
        assert feature[dates[0]] == 0
    assert np.abs(rates).max() < 0.001
    layer.loadDefaultMetadata()
    assert layer.metadata().title() == "Motion points"
    assert layer.renderer().type() == "graduatedSymbol"
    return len(rates)


def test_points_stand_where_the_pixels_are(qgis_process, stack, uniform, plain, tmp_path):
    results = succeeded(
        qgis_process.run(
            "timeseriestopoints",
            {"TIMESERIES": uniform["TIMESERIES"], "GEOMETRY": stack["GEOMETRY"],
             "POINTS": tmp_path / "points.gpkg", "MIN_TEMPORAL_COHERENCE": 0.8},
        )
    )  # fmt: skip
    velocity = pixels(uniform["VELOCITY"])[0]
    count = check_points(results["POINTS"], velocity, plain.transform)
    assert numbers(results, "COUNT", "PASSED_OVER", "FASTEST_AWAY")[0] == count > 5000
    quality = pixels(uniform["TEMPORAL_COHERENCE"])[0]
    whole = pixels(uniform["SUBSETS"])[0] == 1
    assert count == (whole & (quality >= 0.8)).sum()


def test_the_model_goes_the_whole_way(qgis_process, mexico, plain, solved, uniform, tmp_path):
    definition = qgis_process.call("help", "groundshift:interferogramstopoints", "--json").json
    outputs = {
        details["description"]: name for name, details in definition["parameters"].items()
        if details["is_destination"]
    }  # fmt: skip
    assert {"Velocity", "Motion points"} <= set(outputs)
    results = succeeded(
        qgis_process.run(
            "interferogramstopoints",
            {"folder": mexico, outputs["Velocity"]: tmp_path / "velocity.tif",
             outputs["Motion points"]: tmp_path / "points.gpkg"},
        )
    )  # fmt: skip
    velocity = pixels(results[outputs["Velocity"]])[0]
    # Its zero is the mean over 7 x 7 pixels, which reach beyond the border here.
    row, col = plain.pixel(uniform["REFERENCE_X"], uniform["REFERENCE_Y"])
    area = solved[1][max(row - 3, 0) : row + 4, col - 3 : col + 4]
    # Weighted by the phase's variance, so not the same to the last digit.
    difference = (velocity - (solved[1] - area.mean()))[plain.complete]
    assert np.median(np.abs(difference)) < 3
    assert -300 < np.nanmin(velocity) < -200
    assert check_points(tmp_path / "points.gpkg", velocity, plain.transform) > 5000
    assert (tmp_path / "velocity.qml").exists() and (tmp_path / "velocity.qmd").exists()


# Simulated stacks

QUIET = {
    "ROWS": 96, "COLS": 128, "DATES": 25, "SEASONAL": 0, "TURBULENCE": 0, "STRATIFIED": 0,
    "DEM_ERROR": 0, "JUMPS": 0, "LANDSLIDES": 0, "MISSING": 0, "RELIEF": 200, "SEED": 4,
}  # fmt: skip


@pytest.mark.parametrize("fmt", ["mintpy", "licsar", "gamma", "hyp3", "pairs"])
def test_a_simulated_stack_gives_the_truth_within_its_errors(plugin, tmp_path, fmt):
    def run(tool, **parameters):
        results, problem = run_here(tool, parameters)
        assert not problem
        return results

    made = run(
        "simulatestack", **QUIET, FORMAT=fmt, FOLDER=tmp_path / "in",
        TRUE_VELOCITY=tmp_path / "truth.tif", TRUE_SOURCES=tmp_path / "sources.gpkg",
    )  # fmt: skip
    # Plain pairs say neither wavelength nor angles.
    known = {"WAVELENGTH": 0.05546576, "INCIDENCE": 38, "HEADING": -10} if fmt == "pairs" else {}
    stack = run(
        "importstack", FOLDER=made["FOLDER"], STACK=tmp_path / "stack.h5",
        GEOMETRY=tmp_path / "geometry.h5", **known,
    )  # fmt: skip
    assert stack["FOUND"] == fmt and stack["PAIRS"] == made["PAIRS"]
    inverted = run(
        "sbas", STACK=stack["STACK"], TIMESERIES=tmp_path / "series.h5",
        VELOCITY=tmp_path / "velocity.tif", VELOCITY_STD=tmp_path / "std.tif",
        SUBSETS=tmp_path / "subsets.tif",
    )  # fmt: skip
    velocity, std, truth = (
        pixels(p)[0]
        for p in (inverted["VELOCITY"], inverted["VELOCITY_STD"], tmp_path / "truth.tif")
    )
    error = velocity - truth
    error -= np.nanmedian(error)  # the reference's own noise is common to all
    whole = pixels(inverted["SUBSETS"])[0] == 1
    stable = whole & (np.abs(truth) < 0.5) & (std > 0)  # the reference itself has no error
    assert stable.sum() > 1000
    assert np.std(error[stable] / std[stable]) == pytest.approx(1.04, abs=0.1)
    assert np.nanmedian(np.abs(error)) < 1.5
    known = whole & (std > 0)
    assert np.mean(np.abs(error[known]) < 3 * std[known]) > 0.98
    sinking = known & (truth < 0.7 * truth.min())
    assert truth.min() < -25 and sinking.sum() > 20
    assert abs(np.median(error[sinking])) < 2
    made = run(
        "timeseriestopoints", TIMESERIES=inverted["TIMESERIES"], GEOMETRY=stack["GEOMETRY"],
        POINTS=tmp_path / "points.gpkg", MIN_TEMPORAL_COHERENCE=0.5,
    )  # fmt: skip
    from qgis.core import QgsRasterLayer, QgsVectorLayer

    raster = QgsRasterLayer(inverted["VELOCITY"], "v")
    points = QgsVectorLayer(made["POINTS"], "p")
    assert points.crs() == raster.crs() and points.crs().isValid()
    assert points.featureCount() == made["COUNT"] > 500
    assert raster.extent().contains(points.extent())
    fields = set(points.fields().names())
    assert {"incidence_deg", "los_up", "velocity_mm_yr"} <= fields
    assert sum(name.startswith("D20") for name in fields) == inverted["DATES"]
