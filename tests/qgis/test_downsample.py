# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Down-sampling as a user runs it."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.source.tools.samples import read_samples
from runs import refusal, run_here, succeeded


@pytest.fixture(scope="module")
def track(tmp_path_factory):
    """A bump of -20 cm and noise, as an unwrapped phase."""
    path = tmp_path_factory.mktemp("track") / "20210226_20210304.tif"
    y, x = np.mgrid[:160, :200]
    moved = -0.2 * np.exp(-((x - 80) ** 2 + (y - 90) ** 2) / 2 / 12**2)
    moved += np.random.default_rng(0).normal(0, 2e-3, moved.shape)
    phase = (-4 * np.pi / 0.0555 * moved).astype(np.float32)
    grid = Grid(160, 200, (350000.0, 100.0, 0.0, 4700000.0, 0.0, -100.0), wkt_from_epsg(32633))
    write_raster(path, grid, phase, [BandInfo("unwrapped_phase", "radian")])
    return path


def parameters(folder, track, **more):
    values = {
        "RASTER": str(track), "INCIDENCE": 39, "HEADING": 192, "WAVELENGTH": 0.0555, "COUNT": 200,
        "SAMPLES": str(folder / "samples.gpkg"), "CELLS": str(folder / "cells.gpkg"),
        "HTML": str(folder / "report.html"), "PNG": str(folder / "variogram.png"), **more,
    }  # fmt: skip
    return {name: value for name, value in values.items() if value is not None}


def test_qgis_process_chains_a_raster_and_a_text(qgis_process, track, shared_data, tmp_path):
    results = succeeded(qgis_process.run("downsample", parameters(tmp_path, track)))
    assert 100 < results["SAMPLE_COUNT"] <= 200 and results["PIXELS"] == 160 * 200
    assert -200 < results["PEAK"] < -150 and results["VARIANCE"] > 97
    assert results["NUGGET_FOUND"] == pytest.approx(4, rel=0.1)
    names = {path.name for path in tmp_path.iterdir()}
    assert {"samples.gpkg", "samples.qml", "cells.gpkg", "cells.qml", "report.html",
            "variogram.png"} <= names  # fmt: skip
    both = tmp_path / "both.gpkg"
    results = succeeded(
        qgis_process.run("downsample", {
            "FILE": str(shared_data("laquila_envisat") / "Laquila_dscxn.csv"), "TRACK": "Envisat",
            "EARLIER": str(tmp_path / "samples.gpkg"), "SAMPLES": str(both),
        })
    )  # fmt: skip
    assert results["SAMPLE_COUNT"] == 214
    samples, _ = read_samples(both)
    assert [track.name for track in samples.tracks] == ["20210226_20210304", "Envisat"]
    assert len(samples) == results["TOTAL"]
    assert all(track.covariance is not None for track in samples.tracks)


def test_a_table_without_a_header_by_its_columns(plugin, tmp_path):
    """In kilometres of a zone, with the error behind the displacement."""
    rows = [f"{350 + k} {4700 + k % 3} {k} 2 -0.6155 -0.1308 0.7771" for k in range(9)]
    (tmp_path / "own.txt").write_text("\n".join(rows))
    values = {"FILE": str(tmp_path / "own.txt"), "SAMPLES": str(tmp_path / "s.gpkg"), "UNIT": "cm"}
    results, problem = run_here("downsample", values)
    assert results == {} and "say by Columns" in problem
    values["COLUMNS"] = "x_km y_km displacement std look_east look_north look_up"
    results, problem = run_here("downsample", {**values, "FILE_CRS": "EPSG:32633"})
    assert problem == "" and results["PEAK"] == 80
    samples, _ = read_samples(tmp_path / "s.gpkg")
    apart = np.diff(samples.places[[0, 3]], axis=0)[0]
    np.testing.assert_allclose(apart, [3e3, 0], atol=100)  # the zone's north is not the frame's
    np.testing.assert_allclose(samples.std, 0.02)


def test_rasters_of_components_go_all_three(plugin, track, tmp_path):
    values = parameters(tmp_path, track, INCIDENCE=None, HEADING=None, LOS_RASTER=str(track),
                        LOS_UP_RASTER=str(track))  # fmt: skip
    results, problem = run_here("downsample", values)
    assert results == {} and "all three together" in problem


def test_samples_are_squares_coloured_both_ways(plugin, track, tmp_path):
    from qgis.core import QgsVectorLayer

    run_here("downsample", parameters(tmp_path, track))
    for name in ("samples", "cells"):
        layer = QgsVectorLayer(str(tmp_path / f"{name}.gpkg"), name)
        renderer = layer.renderer()
        assert renderer.classAttribute() == "displacement_mm"
        ranges = renderer.ranges()
        assert ranges[1].lowerValue() == -ranges[-2].upperValue() < -10
        assert ranges[0].label().endswith(" mm")


def test_the_same_layer_with_a_filter_still_has_samples(plugin, track, tmp_path):
    """A filter is kept; the covariance of the copy is gone, and that is said."""
    from qgis.core import QgsProcessingFeedback, QgsProject, QgsVectorLayer

    class Feedback(QgsProcessingFeedback):
        said = ""
        problem = ""

        def pushInfo(self, text):
            self.said += text

        def reportError(self, text, fatalError=False):
            self.problem += text

    run_here("downsample", parameters(tmp_path, track))
    project = QgsProject()
    layer = QgsVectorLayer(str(tmp_path / "samples.gpkg"), "s")
    layer.setSubsetString("displacement_mm < -50")
    project.addMapLayer(layer)
    feedback, target = Feedback(), tmp_path / "more.gpkg"
    values = parameters(tmp_path, track, TRACK="again", EARLIER=layer.id(), SAMPLES=str(target),
                        CELLS=None, PNG=None, HTML=None)  # fmt: skip
    run_here("downsample", values, project, feedback)
    assert feedback.problem == "" and "independent" in feedback.said
    samples, _ = read_samples(target)
    first = samples.of_track(0)
    assert 5 < first.sum() < 150 and samples.displacement[first].max() < -0.05


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"RASTER": None}, "is missing; give one of them"),
        ({"FILE": __file__.replace(".py", ".csv")}, "there is no file"),
        ({"HEADING": None}, "heading is missing"),
        ({"SILL": 5}, "give both"),
        ({"NEAR": 500}, "give its trace"),
        ({"UNIT": "mm", "SMALLEST": 9000, "LARGEST": 100}, "swap them"),
    ],
)
def test_one_sentence(qgis_process, plugin, track, tmp_path, change, words):
    # One in a process of its own; the others here, which is faster.
    values = parameters(tmp_path, track, **change)
    if change == {"HEADING": None}:
        assert words in refusal(qgis_process.run("downsample", values))
    else:
        results, problem = run_here("downsample", values)
        assert results == {} and words in problem
    assert not list(tmp_path.iterdir())
