# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulated stacks on disk: each product's names, units, sign, no data; nothing half-written."""

import json
from dataclasses import replace

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.crs import epsg_code
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.los import from_elevation_orientation, from_incidence_azimuth
from groundshift.algorithms.data.simulation import SimulationOptions, simulate
from groundshift.algorithms.data.tools.importing import ImportOptions, import_stack
from groundshift.algorithms.data.tools.simulating import (
    epsg_for,
    write_simulation,
    write_truth,
)
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import StackReader, read_geometry, read_stack
from groundshift.algorithms.formats.interferograms import FORMATS, find_product
from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import Outputs
from osgeo import gdal, ogr

OPTIONS = SimulationOptions(rows=40, cols=48, dates=5, connections=2, gaps_share=0.1)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Simulation, folder and report of each format, made once."""
    made = {}

    def make(fmt):
        if fmt not in made:
            simulation = simulate(replace(OPTIONS, epsg=epsg_for(fmt, 13.0, 46.4)))
            folder = tmp_path_factory.mktemp("stack") / fmt
            made[fmt] = simulation, folder, write_simulation(simulation, folder, fmt)
        return made[fmt]

    return make


def read(path):
    dataset = gdal.Open(str(path))
    assert dataset is not None, path
    return dataset.ReadAsArray(), dataset


def pair_names(simulation, separator="_"):
    return [separator.join(str(d).replace("-", "") for d in pair) for pair in simulation.pairs]


def assert_zero_void(path, expected):
    values, dataset = read(path)
    assert dataset.GetRasterBand(1).GetNoDataValue() == 0
    void = np.isnan(expected)
    assert void.any() and (values[void] == 0).all()
    np.testing.assert_array_equal(values[~void], expected[~void])
    return dataset


class TestProducts:
    def test_mintpy(self, written):
        simulation, folder, _ = written("mintpy")
        with h5py.File(folder / "inputs/ifgramStack.h5") as file:
            assert file["unwrapPhase"].shape == (len(simulation.pairs), 40, 48)
            np.testing.assert_array_equal(file["unwrapPhase"][2], simulation.pair(2).phase)
            np.testing.assert_array_equal(file["coherence"][2], simulation.pair(2).coherence)
            np.testing.assert_allclose(file["bperp"][()], simulation.pair_baseline, rtol=1e-6)
            assert file.attrs["ORBIT_DIRECTION"] == "ASCENDING"
            assert float(file.attrs["ALOOKS"]) * float(file.attrs["RLOOKS"]) == 20
            assert float(file.attrs["WAVELENGTH"]) == simulation.wavelength
        _, layers = read_geometry(folder / "inputs/geometryGeo.h5")
        los = from_incidence_azimuth(layers["incidenceAngle"], layers["azimuthAngle"])
        np.testing.assert_allclose(los.east, simulation.los.east, atol=1e-5)
        np.testing.assert_allclose(layers["height"], simulation.height)

    def test_licsar(self, written):
        simulation, folder, _ = written("licsar")
        root = folder / "GEOC"
        for index, name in enumerate(pair_names(simulation)):
            pair = simulation.pair(index)
            assert_zero_void(root / name / f"{name}.geo.unw.tif", pair.phase)
            coherence, dataset = read(root / name / f"{name}.geo.cc.tif")
            assert coherence.dtype == np.uint8
            land = ~simulation.water
            np.testing.assert_allclose(coherence[land] / 255, pair.coherence[land], atol=0.51 / 255)
            assert (coherence[~land] == 0).all()
        east, dataset = read(next(root.glob("117A_*.geo.E.tif")))
        np.testing.assert_array_equal(east, simulation.los.east)
        assert east.mean() < 0  # an ascending satellite stands in the west
        assert epsg_code(dataset.GetProjection()) == 4326
        rows = [line.split() for line in (root / "baselines").read_text().splitlines()]
        assert [row[1] for row in rows] == [str(d).replace("-", "") for d in simulation.dates]
        np.testing.assert_allclose(
            [float(row[2]) for row in rows], simulation.perpendicular_baseline, atol=1e-3
        )
        metadata = dict(
            line.split("=") for line in (root / "metadata.txt").read_text().splitlines()
        )
        assert float(metadata["heading"]) == -10 and float(metadata["avg_incidence_angle"]) == 38

    def test_gamma(self, written):
        simulation, folder, _ = written("gamma")
        for index, name in enumerate(pair_names(simulation, "-")):
            stem = folder / f"geotiffs/sim_{name}_VV_10rlks"
            pair = simulation.pair(index)
            tags = assert_zero_void(f"{stem}_eqa_unw.tif", pair.phase).GetMetadata()
            assert tags["FIRST_DATE"] == str(simulation.pairs[index][0])
            assert tags["SECOND_DATE"] == str(simulation.pairs[index][1])
            assert float(tags["WAVELENGTH_METRES"]) == simulation.wavelength
            assert float(tags["INCIDENCE_DEGREES"]) == 38 and tags["INSAR_PROCESSOR"] == "GAMMA"
            assert_zero_void(f"{stem}_flat_eqa_cc.tif", pair.coherence)
        for date in simulation.dates:
            header = (
                folder / f"headers/r{str(date).replace('-', '')}_VV_10rlks_mli.par"
            ).read_text()
            values = dict(line.split(":", 1) for line in header.splitlines() if ":" in line)
            assert float(values["heading"].split()[0]) == -10
            assert int(values["range_looks"]) * int(values["azimuth_looks"]) == 20
            frequency = float(values["radar_frequency"].split()[0])
            assert 299792458 / frequency == pytest.approx(simulation.wavelength, rel=1e-6)

    def test_gamma_baseline_files_agree_with_each_other(self, written):
        simulation, folder, _ = written("gamma")
        for index, name in enumerate(pair_names(simulation, "-")):
            stem = folder / f"geometry/{name}_VV_10rlks"
            line = next(
                line
                for line in (stem.parent / f"{stem.name}_base.par").read_text().splitlines()
                if line.startswith("precision_baseline(TCN)")
            )
            _, across, normal = (float(x) for x in line.split(":")[1].split()[:3])
            table = (stem.parent / f"{stem.name}_bperp.par").read_text().split("*" * 96)[1]
            rows = np.array([line.split() for line in table.strip().splitlines()], float)
            look = np.radians(rows[:, 5])
            np.testing.assert_allclose(
                rows[:, 7], across * np.cos(look) - normal * np.sin(look), atol=1e-3
            )
            np.testing.assert_allclose(
                rows[:, 7].mean(), simulation.pair_baseline[index], rtol=2e-3
            )

    def test_hyp3(self, written):
        simulation, folder, _ = written("hyp3")
        products = sorted(p for p in folder.iterdir() if p.is_dir())
        assert len(products) == len(simulation.pairs)
        for product in products:
            name = product.name
            dates = [part[:8] for part in name.split("_")[1:3]]
            index = pair_names(simulation).index("_".join(dates))
            pair = simulation.pair(index)
            dataset = assert_zero_void(product / f"{name}_unw_phase.tif", pair.phase)
            assert epsg_code(dataset.GetProjection()) == 32633
            assert_zero_void(product / f"{name}_corr.tif", pair.coherence)
            theta, phi = (read(product / f"{name}_lv_{k}.tif")[0] for k in ("theta", "phi"))
            los = from_elevation_orientation(theta, phi)
            for part in ("east", "north", "up"):
                np.testing.assert_allclose(
                    getattr(los, part), getattr(simulation.los, part), atol=1e-6
                )
            text = (product / f"{name}.txt").read_text().splitlines()
            values = dict(line.split(": ", 1) for line in text)
            baseline = float(values["Baseline"])
            assert baseline == pytest.approx(simulation.pair_baseline[index], abs=1e-3)
            # Sentinel-1A's relative orbit.
            assert (int(values["Reference Orbit Number"]) - 73) % 175 + 1 == 117
            assert int(values["Range looks"]) * int(values["Azimuth looks"]) == 20

    def test_pairs(self, written):
        simulation, folder, _ = written("pairs")
        for index, name in enumerate(pair_names(simulation)):
            values, dataset = read(folder / f"{name}.unw.tif")
            assert np.isnan(dataset.GetRasterBand(1).GetNoDataValue())
            np.testing.assert_array_equal(values, simulation.pair(index).phase)
            np.testing.assert_array_equal(
                read(folder / f"{name}.coh.tif")[0], simulation.pair(index).coherence
            )

    def test_phase_of_zero_is_not_taken_for_no_data(self, tmp_path):
        quiet = replace(
            OPTIONS, decorrelation=False, turbulence_mm=0, stratified_mm_per_km=0, dem_error_m=0,
            jumps_share=0, gaps_share=0, water_share=0, landslides=0, epsg=4326,
        )  # fmt: skip
        report = write_simulation(simulate(quiet), tmp_path / "s", "licsar")
        for path in (tmp_path / "s").rglob("*.unw.tif"):
            assert (read(path)[0] != 0).all()
        assert report.valid_share == 1

    @pytest.mark.parametrize("fmt", list(FORMATS))
    def test_our_readers_get_back_what_was_written(self, fmt, written, tmp_path):
        simulation, folder, report = written(fmt)
        product = find_product(folder)
        assert product.kind == fmt
        options = ImportOptions()
        if fmt == "pairs":
            options = ImportOptions(wavelength=simulation.wavelength, incidence=38, heading=-10)
        stack_path, geometry_path = tmp_path / "stack.h5", tmp_path / "geometry.h5"
        found = import_stack(product, stack_path, geometry_path, options)
        assert found.valid_share == pytest.approx(report.valid_share)
        assert found.mean_coherence == pytest.approx(report.mean_coherence, abs=1e-3)
        stack = read_stack(stack_path)
        np.testing.assert_array_equal(stack.pairs, simulation.pairs)
        assert stack.wavelength == pytest.approx(simulation.wavelength, rel=1e-5)
        if fmt != "pairs":
            np.testing.assert_allclose(
                stack.perpendicular_baseline, simulation.pair_baseline, atol=0.1
            )
        with StackReader(stack) as reader:
            block = reader.read(Window(0, 0, 40, 48))
        for index in range(len(simulation.pairs)):
            pair = simulation.pair(index)
            np.testing.assert_array_equal(block.phase[index], pair.phase)
            known = np.isfinite(pair.coherence)
            np.testing.assert_allclose(
                block.coherence[index][known], pair.coherence[known], atol=0.003
            )
        _, layers = read_geometry(geometry_path)
        los = from_incidence_azimuth(layers["incidenceAngle"], layers["azimuthAngle"])
        # GAMMA's tags and the parameters of plain pairs hold one incidence for the whole scene.
        np.testing.assert_allclose(los.east, simulation.los.east, atol=0.02)
        np.testing.assert_allclose(los.up, simulation.los.up, atol=0.02)


class TestTruth:
    def test_layers(self, tmp_path):
        simulation = simulate(replace(OPTIONS, rows=150, cols=140, jumps_share=0.5))
        names = ("TRUE_VELOCITY", "TRUE_DISPLACEMENT", "TRUE_JUMPS", "TRUE_SOURCES")
        paths = [tmp_path / n for n in ("v.tif", "displacement.tif", "jumps.tif", "sources.gpkg")]
        with Outputs((), dict(zip(names, paths))) as outputs:
            write_truth(simulation, outputs)
        velocity, dataset = read(paths[0])
        assert dataset.GetRasterBand(1).GetDescription() == "velocity_mm_yr"
        assert dataset.GetRasterBand(1).GetUnitType() == "mm/yr"
        np.testing.assert_allclose(velocity, 1e3 * simulation.velocity, rtol=1e-6)
        series, dataset = read(paths[1])
        assert dataset.RasterCount == 5
        name = f"D{str(simulation.dates[-1]).replace('-', '')}_mm"
        assert dataset.GetRasterBand(5).GetDescription() == name
        np.testing.assert_allclose(series[4], 1e3 * simulation.displacement(4), rtol=1e-6)
        jumps, _ = read(paths[2])
        assert 0 < jumps.max() <= simulation.jumped.sum()
        expected = sum(simulation.jumps(k) != 0 for k in range(len(simulation.pairs)))
        np.testing.assert_array_equal(jumps, expected)

    def test_outlines_hold_what_moves(self, tmp_path):
        simulation = simulate(replace(OPTIONS, rows=150, cols=140))
        path = tmp_path / "sources.gpkg"
        with Outputs((), {"TRUE_SOURCES": path}) as outputs:
            write_truth(simulation, outputs)
        dataset = ogr.Open(str(path))
        layer = dataset.GetLayer(0)
        assert layer.GetFeatureCount() == len(simulation.sources) == 5
        for index, feature in enumerate(layer):
            source = simulation.sources[index]
            assert feature["kind"] == source.kind and feature["name"] == source.name
            assert feature["rate_mm_yr"] == pytest.approx(1e3 * source.rate)
            outline = feature.GetGeometryRef()
            rows, cols = np.nonzero(simulation.labels == index + 1)
            inside = 0
            for place in zip(*simulation.grid.xy(rows, cols)):
                point = ogr.Geometry(ogr.wkbPoint)
                point.AddPoint_2D(*map(float, place))
                inside += outline.Contains(point)
            assert inside >= 0.97 * len(rows) > 0
            area = np.count_nonzero(simulation.labels == index + 1) * 3600
            assert outline.Area() == pytest.approx(area, rel=0.12)


class TestFolder:
    def test_second_run_replaces_the_first_and_keeps_other_files(self, tmp_path):
        folder = tmp_path / "stack"
        write_simulation(simulate(OPTIONS), folder, "pairs")
        first = {p.name for p in folder.glob("*.tif")}
        (folder / "notes.txt").write_text("mine")
        (folder / f"{min(first)}.aux.xml").write_text("stale statistics")
        other = simulate(replace(OPTIONS, first_date="2022-03-01"))
        write_simulation(other, folder, "pairs")
        assert not first & {p.name for p in folder.iterdir()}
        assert (folder / "notes.txt").read_text() == "mine"
        assert not list(folder.glob("*.aux.xml"))
        assert [p.name for p in tmp_path.iterdir()] == ["stack"]
        manifest = json.loads((folder / "simulation.json").read_text())
        assert manifest["options"]["first_date"] == "2022-03-01"

    def test_folder_with_other_things_is_refused(self, tmp_path):
        (tmp_path / "thesis.doc").write_text("years of work")
        with pytest.raises(GroundshiftError, match="is not empty"):
            write_simulation(simulate(OPTIONS), tmp_path, "pairs")
        assert [p.name for p in tmp_path.iterdir()] == ["thesis.doc"]

    @pytest.mark.parametrize("fmt", ["pairs", "mintpy"])
    def test_cancelled_run_leaves_the_former_result(self, fmt, tmp_path):
        folder = tmp_path / "stack"
        simulation = simulate(OPTIONS)
        write_simulation(simulation, folder, fmt)
        before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        calls = []

        def cancelled():
            calls.append(1)
            return len(calls) > 3

        with pytest.raises(Cancelled):
            other = simulate(replace(OPTIONS, seed=9))
            write_simulation(other, folder, fmt, job=Job(cancelled=cancelled))
        assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
        assert [p.name for p in tmp_path.iterdir()] == ["stack"]

    def test_progress_rises_to_one(self, tmp_path):
        shares = []
        job = Job(progress=shares.append)
        write_simulation(simulate(OPTIONS), tmp_path / "s", "pairs", job=job)
        assert shares == sorted(shares) and shares[-1] == 1 and len(shares) == 7

    @pytest.mark.parametrize(
        ("fmt", "changes", "match"),
        [
            ("licsar", {}, "EPSG:4326"),
            ("hyp3", {"epsg": 4326}, "UTM"),
            ("licsar", {"epsg": 4326, "wavelength": 0.2362}, "Sentinel-1"),
            ("envi", {}, "mintpy"),
        ],
    )
    def test_scenes_that_a_format_cannot_hold_are_refused(self, fmt, changes, match, tmp_path):
        with pytest.raises(GroundshiftError, match=match):
            write_simulation(simulate(replace(OPTIONS, **changes)), tmp_path / "s", fmt)
        assert not list(tmp_path.iterdir())

    def test_target_that_is_a_file_is_refused(self, tmp_path):
        (tmp_path / "s").write_text("")
        with pytest.raises(GroundshiftError, match="is a file"):
            write_simulation(simulate(OPTIONS), tmp_path / "s", "pairs")

    def test_place_that_cannot_be_written_is_named(self, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(GroundshiftError, match="choose another place"):
            write_simulation(simulate(OPTIONS), tmp_path / "file" / "s", "pairs")


def test_utm_zone_of_a_place():
    assert epsg_for("hyp3", 13.0, 46.4) == 32633
    assert epsg_for("hyp3", -70.0, -33.0) == 32719
    assert epsg_for("licsar", 13.0, 46.4) == 4326
