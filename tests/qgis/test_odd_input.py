# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What looks odd and has to work."""

import shutil
import zipfile
from pathlib import Path

import groundshift
import numpy as np
import product_files
import prone
import pytest
from bad_input import EMPTY, KNOWN
from file_server import served
from runs import run_here, succeeded


def runs(tool, parameters, project=None):
    results, problem = run_here(tool, parameters, project)
    assert not problem
    return results


def test_names_with_blanks_and_letters_of_all_alphabets(qgis_process, material, tmp_path):
    folder = tmp_path / "Erdrutsche südlich – 地すべり" / "new folder; (1) 'a'"
    shutil.copytree(material.good / "licsar", folder / "Bilder é")
    results = succeeded(
        qgis_process.run(
            "importstack", {"FOLDER": folder / "Bilder é", "STACK": folder / "ö" / "s t.h5"}
        )
    )
    targets = {"TIMESERIES": folder / "Zeit é.h5", "VELOCITY": folder / "Größe %20 ñ.tif"}
    results = succeeded(qgis_process.run("sbas", {"STACK": results["STACK"], **targets}))
    assert Path(results["VELOCITY"]).with_suffix(".qml").exists()
    points = {"TIMESERIES": results["TIMESERIES"], "POINTS": folder / "Punkte ж.gpkg"}
    results = succeeded(
        qgis_process.run("timeseriestopoints", {**points, "MIN_TEMPORAL_COHERENCE": 0.1})
    )
    assert results["COUNT"] > 0


def test_outputs_that_nobody_wants_are_left_out(material, tmp_path):
    optional = ("VELOCITY_STD", "TEMPORAL_COHERENCE", "SUBSETS", "PAIR_COUNT", "DISPLACEMENT")
    wanted = {"TIMESERIES": tmp_path / "out" / "s.h5", "VELOCITY": tmp_path / "out" / "v.tif"}
    runs("sbas", {"STACK": material.stack, **wanted, **dict.fromkeys(optional, None)})
    names = {p.name for p in (tmp_path / "out").iterdir()}
    assert names == {"s.h5", "v.tif", "v.qml", "v.qmd"}


def test_stores_are_given_by_their_folder_or_what_describes_them(material, tmp_path):
    store, rates = tmp_path / "a" / "s.zarr", tmp_path / "v.tif"
    runs("ramps", {"TIMESERIES": material.series, "CORRECTED": store})
    groundshift.to_zarr(material.series, store.with_name("t.zarr"), 3)
    for given in (store, store / ".zmetadata", store.with_name("t.zarr") / "zarr.json"):
        found = runs("velocity", {"TIMESERIES": given, "VELOCITY": rates})
        assert found["PIXELS"] > 0
    problem = run_here("ramps", {"TIMESERIES": store / ".zmetadata", "CORRECTED": store})[1]
    assert "s.zarr is input and output" in problem
    problem = run_here("velocity", {"TIMESERIES": store.parent, "VELOCITY": rates})[1]
    assert "a is a folder; give a file" in problem
    assert {p.name for p in store.parent.iterdir()} == {"s.zarr", "t.zarr"}


def test_rasters_at_addresses_are_taken_alone_and_in_lists(plugin, tmp_path):
    (tmp_path / "far").mkdir()
    prone.slides(tmp_path / "s.gpkg")
    prone.dem(tmp_path / "far" / "d.tif")
    prone.noise(tmp_path / "far" / "n.tif")
    found = []
    with served(tmp_path / "far") as server:
        for folder in (str(tmp_path / "far"), server.address, f"/vsicurl/{server.address}"):
            given = {"DEM": f"{folder}/d.tif", "RASTERS": [f"{folder}/n.tif"]}
            given |= {"INVENTORY": tmp_path / "s.gpkg", "REPORT": tmp_path / "r.html"}
            found.append(runs("conditioning", given))
        assert found[0] == found[1] == found[2] and found[0]["FACTORS"] > 1
        problem = run_here("conditioning", {**given, "RASTERS": f"{server.address}/no.tif"})[1]
        assert "no.tif is an address at which no file can be read" in problem
        folder, found = product_files.write_pairs(tmp_path / "far" / "p"), []
        for place in (folder, f"{server.address}/p"):
            given = {"FILES": [f"{place}/{path.name}" for path in folder.iterdir()]}
            given |= {"STACK": tmp_path / "s.h5", "WAVELENGTH": 0.0555}
            found.append(runs("importstack", given))
        assert found[0] == found[1] and found[0]["PAIRS"] == 3
        problem = run_here("importstack", {**given, "FILES": f"{server.address}/no.tif"})[1]
        assert "no.tif is an address at which no file can be read" in problem


def test_missing_folders_are_made_and_earlier_results_replaced(material, tmp_path):
    target = tmp_path / "a" / "b" / "model.tif"
    for degree in (1, 2):
        runs("velocity", {"TIMESERIES": material.series, "VELOCITY": target, "DEGREE": degree})
    from osgeo import gdal

    assert gdal.Open(str(target)).RasterCount == 7
    assert {p.name for p in target.parent.iterdir()} == {"model.tif", "model.qml", "model.qmd"}


def test_the_folder_of_a_failed_run_is_not_left(material, tmp_path):
    parameters = {"TIMESERIES": material.stack, "VELOCITY": tmp_path / "a" / "b" / "model.tif"}
    assert run_here("velocity", parameters)[1]
    assert not (tmp_path / "a").exists()


def test_a_link_stays_one(material, tmp_path):
    (tmp_path / "far").mkdir()
    link, far = tmp_path / "model.tif", tmp_path / "far" / "far.tif"
    far.write_bytes(b"an earlier result")
    link.symlink_to(far)
    runs("velocity", {"TIMESERIES": material.series, "VELOCITY": link})
    assert link.is_symlink() and far.read_bytes()[:2] == b"II"


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32633", ""])
def test_a_project_in_another_crs_moves_nothing(material, tmp_path, crs):
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject

    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(crs))
    place = {  # the same place: with its CRS, and plain, as in the CRS of the data
        "EPSG:3857": "1445817.5,5846297.2 [EPSG:3857]", "EPSG:32633": "12.988,46.41 [EPSG:4326]",
        "": "12.988,46.41 [EPSG:4326]",
    }[crs]  # fmt: skip
    targets = {"TIMESERIES": tmp_path / "s.h5", "VELOCITY": tmp_path / "v.tif"}
    results = runs("sbas", {"STACK": material.stack, "REFERENCE_POINT": place, **targets}, project)
    assert abs(results["REFERENCE_X"] - 12.988) < 8e-4
    assert abs(results["REFERENCE_Y"] - 46.41) < 8e-4


def test_a_huge_area_means_the_whole_scene(material, tmp_path):
    targets = {"TIMESERIES": tmp_path / "s.h5", "VELOCITY": tmp_path / "v.tif"}
    area = {"REFERENCE_AREA": "-180,180,-90,90 [EPSG:4326]"}
    assert runs("sbas", {"STACK": material.stack, **area, **targets})["PIXELS"] > 1000


def count_of(material, tmp_path, clip, **parameters):
    points = {"POINTS": tmp_path / "p.gpkg", "MIN_TEMPORAL_COHERENCE": 0.1, "CLIP": clip}
    return runs("timeseriestopoints", {"TIMESERIES": material.series, **points, **parameters})[
        "COUNT"
    ]


def test_clipping_with_polygons_of_all_sorts(material, tmp_path):
    whole = count_of(material, tmp_path, None)
    west = "POLYGON((12 46,13 46,13 47,12 47,12 46))"
    half = count_of(material, tmp_path, material.polygons(west, name="a.gpkg"))
    assert 0.4 * whole < half < 0.6 * whole
    among = material.polygons(None, EMPTY, west, name="b.gpkg")
    assert count_of(material, tmp_path, among) == half
    many = "MULTIPOLYGON(((12 46,12.9 46,12.9 47,12 46)),((12 46,13 46,13 47,12 47,12 46)))"
    assert count_of(material, tmp_path, material.polygons(many, name="c.gpkg")) == half
    bow_tie = "POLYGON((12 46,13 47,13 46,12 47,12 46))"
    assert 0 < count_of(material, tmp_path, material.polygons(bow_tie, name="d.gpkg")) <= whole
    no_crs = material.polygons(west, crs=None, name="e.shp")
    assert count_of(material, tmp_path, no_crs) == half
    high = "POLYGON Z((12 46 5,13 46 5,13 47 5,12 47 5,12 46 5))"
    assert count_of(material, tmp_path, material.polygons(high, name="f.gpkg")) == half


def test_clipping_with_polygons_in_another_crs(material, tmp_path):
    west = "POLYGON((12 46,13 46,13 47,12 47,12 46))"
    half = count_of(material, tmp_path, material.polygons(west, name="a.gpkg"))
    corners = "1335834 5780349,1447153.4 5780349,1447153.4 5942074,1335834 5942074,1335834 5780349"
    metres = f"POLYGON(({corners}))"
    other = material.polygons(metres, crs="EPSG:3857", name="m.gpkg")
    assert count_of(material, tmp_path, other) == half


def test_a_single_pair_goes_all_the_way(material, tmp_path):
    folder = product_files.write_pairs(tmp_path / "p", pairs=((0, 1),))
    targets = {"TIMESERIES": tmp_path / "t.h5", "VELOCITY": tmp_path / "v.tif"}
    stack = runs("importstack", {"FOLDER": folder, "STACK": tmp_path / "s.h5", **KNOWN})
    assert (stack["PAIRS"], stack["DATES"]) == (1, 2)
    found = runs("sbas", {"STACK": stack["STACK"], **targets, "WEIGHTS": "uniform"})
    assert (found["DATES"], found["PIXELS"]) == (2, 47)
    points = {"POINTS": tmp_path / "p.gpkg", "MIN_TEMPORAL_COHERENCE": 0}
    assert (
        runs("timeseriestopoints", {"TIMESERIES": targets["TIMESERIES"], **points})["COUNT"] == 47
    )


def test_void_pixels_blocks_and_pairs_stay_void(material, tmp_path):
    def void(old):
        old[:, :, :30] = np.nan  # a block
        old[:, 5, 50] = np.nan  # a pixel
        old[3] = np.nan  # a pair
        old[:2, 9, 60] = np.inf
        return old

    stack = material.h5(material.stack, unwrapPhase=void)
    targets = {"TIMESERIES": tmp_path / "t.h5", "VELOCITY": tmp_path / "v.tif"}
    runs("sbas", {"STACK": stack, **targets})
    from osgeo import gdal

    velocity = gdal.Open(str(tmp_path / "v.tif")).ReadAsArray()
    assert np.isnan(velocity[:, :30]).all() and np.isnan(velocity[5, 50])
    assert np.isfinite(velocity[:, 30:]).mean() > 0.9
    assert np.nanmax(np.abs(velocity)) < 500


def test_zero_is_no_data_where_the_product_means_it(material, tmp_path):
    def zero(folder):
        for path in folder.glob("*.unw.tif"):
            values = np.ones((6, 8))
            values[:3] = 0
            product_files.write_tif(path, values)

    stack = {"FOLDER": material.pairs(zero), "STACK": tmp_path / "s.h5", **KNOWN}
    assert runs("importstack", stack)["VALID_SHARE"] == pytest.approx(0.5)
    import h5py

    with h5py.File(tmp_path / "s.h5") as file:
        assert np.isnan(file["unwrapPhase"][:, :3]).all()


def test_files_with_swapped_dates_are_turned_round(material, tmp_path):
    folder = material.folder / "swapped"
    product_files.write_tif(folder / "20200117_20200105.unw.tif", product_files.phase(0, 1))
    runs("importstack", {"FOLDER": folder, "STACK": tmp_path / "s.h5", **KNOWN})
    import h5py

    with h5py.File(tmp_path / "s.h5") as file:
        assert file["date"][0].tolist() == [b"20200105", b"20200117"]
        np.testing.assert_allclose(file["unwrapPhase"][0], -product_files.phase(0, 1), rtol=1e-6)


@pytest.mark.parametrize("given", ["path", "layer", "id"])
def test_a_packed_layer_is_told_before_it_is_read(plugin, tmp_path, monkeypatch, given):
    from groundshift.algorithms.formats import packed
    from qgis.core import QgsProcessingFeedback, QgsProject, QgsVectorLayer

    class Feedback(QgsProcessingFeedback):
        told, problem = "", ""

        def pushWarning(self, text):
            self.told += text

        def reportError(self, text, fatalError=False):
            self.problem = text

    monkeypatch.setattr(packed, "LARGE", 1e6)
    path, project = tmp_path / "areas.zip", QgsProject()
    ring = "[[12,46],[12.1,46],[12.1,46.1],[12,46]]"
    shape = f'{{"type":"Polygon","coordinates":[{ring}]}}'
    feature = f'{{"type":"Feature","properties":{{"velocity_mm_yr":-9}},"geometry":{shape}}}'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "areas.geojson",
            f'{{"type":"FeatureCollection","features":[{feature}]{" " * 3_000_000}}}',
        )
    value = str(path)
    if given != "path":
        value = QgsVectorLayer(f"/vsizip/{path}/areas.geojson", "areas", "ogr")
        assert value.isValid()
        project.addMapLayer(value)
        value = value if given == "layer" else value.id()
    feedback = Feedback()
    places = {"AREAS": value, "ELEMENTS": value}
    run = {**places, "EXPOSED": tmp_path / "e.gpkg"}
    assert run_here("exposure", run, project, feedback)[1] == ""
    assert feedback.told.startswith(f"{path}: is ")
    assert feedback.told.count("unpacks to about 3.0 MB") == 1
