# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulated radar images on disk: each product's names and numbers, truth, nothing half-written."""

import json
import re
from xml.etree import ElementTree

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.los import from_incidence_azimuth
from groundshift.algorithms.data.tools import simulating_slc, simulation_folder
from groundshift.algorithms.data.tools.simulating_slc import write_slc_simulation
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.images import SlcReader, read_slc_stack
from groundshift.algorithms.formats.hdf5.stacks import read_geometry
from groundshift.algorithms.formats.images import SLC_FORMATS
from groundshift.algorithms.job import Job
from slc_scenes import OPTIONS, days, made_for, read


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Simulation, folder and report of each format, made once."""
    made = {}

    def make(fmt):
        if fmt not in made:
            simulation = made_for(fmt)
            folder = tmp_path_factory.mktemp("images") / fmt
            made[fmt] = simulation, folder, write_slc_simulation(simulation, folder, fmt)
        return made[fmt]

    return make


@pytest.mark.parametrize("fmt", SLC_FORMATS)
def test_report_and_manifest(fmt, written):
    simulation, folder, report = written(fmt)
    assert (report.dates, report.rows, report.cols) == (4, 40, 48)
    assert report.polarisations == ("VV", "VH")
    assert report.scatterers == simulation.ps.sum() > 20
    assert report.vh_scatterers == simulation.scatterers.row.size - report.scatterers > 0
    coherence = np.mean([simulation.coherence(t, t + 1).mean() for t in range(3)])
    assert report.mean_coherence == pytest.approx(coherence)
    assert report.velocity_min == pytest.approx(1e3 * simulation.velocity.min())
    assert sum(report.shares.values()) == pytest.approx(1)
    taken = "left in" if fmt == "gamma" else "taken off"
    assert any(taken in note for note in report.notes) and len(report.notes) == 1
    manifest = json.loads((folder / "simulation.json").read_text())
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert set(manifest["files"]) == there
    assert manifest["options"]["seed"] == OPTIONS.seed
    assert manifest["options"]["classes"][1]["name"] == "vegetation"


class TestMintpy:
    def test_stack_and_geometry(self, written):
        simulation, folder, _ = written("mintpy")
        stack = read_slc_stack(folder / "inputs/slcStack.h5")
        np.testing.assert_array_equal(stack.dates, simulation.dates)
        assert stack.wavelength == simulation.wavelength
        assert stack.grid == simulation.grid
        assert stack.attributes["FLATTENED"] == "yes"
        np.testing.assert_allclose(
            stack.perpendicular_baseline, simulation.perpendicular_baseline, rtol=1e-6
        )
        for polarisation in ("VV", "VH"):
            with SlcReader(stack, polarisation) as reader:
                values = reader.read(Window(0, 0, 40, 48)).values
            for index in range(4):
                np.testing.assert_array_equal(values[index], simulation.image(index, polarisation))
        geometry = read_geometry(folder / "inputs/geometryGeo.h5")
        assert geometry is not None

    def test_radar_coordinates_carry_their_lookup(self, tmp_path):
        simulation = made_for("mintpy", coordinates="radar", flattened=False)
        write_slc_simulation(simulation, tmp_path / "scene", "mintpy")
        stack = read_slc_stack(tmp_path / "scene/inputs/slcStack.h5")
        assert stack.has_lookup and not stack.grid.crs
        assert stack.attributes["FLATTENED"] == "no"
        with SlcReader(stack) as reader:
            found = reader.layer("longitude", Window(0, 0, 40, 48))
            np.testing.assert_array_equal(found, simulation.lookup[0])
        assert (tmp_path / "scene/inputs/geometryRadar.h5").is_file()


class TestOpera:
    NAME = re.compile(
        r"OPERA_L2_CSLC-S1_T\d{3}-\d{6}-IW[123]_\d{8}T\d{6}Z_\d{8}T\d{6}Z_S1[AB]_(VV|VH)"
        r"_v\d\.\d\.h5"
    )

    def test_layout_of_the_product(self, written):
        simulation, folder, _ = written("opera")
        files = sorted(folder.glob("*CSLC-S1_T*.h5"))
        assert len(files) == 8 and all(self.NAME.fullmatch(f.name) for f in files)
        (path,) = folder.glob(f"*_{days(simulation)[2]}T*_VV_*.h5")
        with h5py.File(path) as file:
            np.testing.assert_array_equal(file["data/VV"][()], simulation.image(2))
            x, y = simulation.grid.xy(7, 9)
            assert file["data/x_coordinates"][9] == x and file["data/y_coordinates"][7] == y
            assert file["data/projection"][()] == 32633
            burst = file["metadata/processing_information/input_burst_metadata"]
            assert burst["wavelength"][()] == simulation.wavelength
            start = file["identification/zero_doppler_start_time"][()].decode()
            assert start.startswith(str(simulation.dates[2]))
            assert file["identification/burst_id"][()].decode() in "t117_250687_iw2"
            orbit = file["metadata/orbit"]
            time = orbit["time"][()]
            place = np.stack([orbit[f"position_{a}"][()] for a in "xyz"], axis=-1)
            speed = np.stack([orbit[f"velocity_{a}"][()] for a in "xyz"], axis=-1)
        assert 7.0e6 < np.linalg.norm(place, axis=1).min() < 7.2e6
        measured = np.gradient(place, time, axis=0)[1:-1]
        np.testing.assert_allclose(measured, speed[1:-1], rtol=1e-3, atol=1)

    def test_gdal_places_the_image(self, written):
        simulation, folder, _ = written("opera")
        (path,) = folder.glob(f"*_{days(simulation)[1]}T*_VH_*.h5")
        values, _ = read(f'HDF5:"{path}"://data/VH')
        np.testing.assert_array_equal(values, simulation.image(1, "VH"))
        # The driver for netCDF knows the CF conventions, but not every version complex numbers.
        (path,) = folder.glob("*STATIC*.h5")
        values, dataset = read(f'NETCDF:"{path}":/data/los_east')
        np.testing.assert_allclose(dataset.GetGeoTransform(), simulation.grid.transform)
        assert "32633" in dataset.GetProjection()
        np.testing.assert_array_equal(values, simulation.los.east)

    def test_static_layers_point_to_the_satellite(self, written):
        simulation, folder, _ = written("opera")
        (path,) = folder.glob("*STATIC*.h5")
        with h5py.File(path) as file:
            east, north = file["data/los_east"][()], file["data/los_north"][()]
            np.testing.assert_array_equal(file["data/z"][()], simulation.height)
        # Ascending, looking to the right: the satellite stands in the west.
        assert east.max() < -0.5 and np.abs(north).max() < 0.2
        up = np.sqrt(1 - east**2 - north**2)
        np.testing.assert_allclose(np.degrees(np.arccos(up)), simulation.incidence, atol=1e-3)


class TestIsce2:
    def test_gdal_reads_images_and_geometry(self, written):
        simulation, folder, _ = written("isce2")
        for index, day in enumerate(days(simulation)):
            for place, polarisation in (("SLC", "VV"), ("SLC_VH", "VH")):
                path = folder / f"merged/{place}/{day}/{day}.slc.full.vrt"
                values, _ = read(path)
                assert values.dtype == np.complex64
                np.testing.assert_array_equal(values, simulation.image(index, polarisation))
        geometry = folder / "merged/geom_reference"
        longitude, latitude = simulation.lookup
        for name, expected in (("lon", longitude), ("lat", latitude), ("hgt", simulation.height)):
            np.testing.assert_array_equal(read(geometry / f"{name}.rdr.full.vrt")[0], expected)
        incidence, azimuth = read(geometry / "los.rdr.full.vrt")[0]
        los = from_incidence_azimuth(incidence, azimuth)
        np.testing.assert_allclose(los.east, simulation.los.east, atol=1e-5)
        np.testing.assert_allclose(los.north, simulation.los.north, atol=1e-5)

    def test_headers_of_isce_tell_the_same(self, written):
        _, folder, _ = written("isce2")
        tree = ElementTree.parse(folder / "merged/geom_reference/los.rdr.full.xml")
        values = {p.get("name"): p.findtext("value") for p in tree.getroot().findall("property")}
        assert (values["width"], values["length"], values["number_bands"]) == ("48", "40", "2")
        assert (values["data_type"], values["scheme"]) == ("FLOAT", "BIL")

    def test_baselines_have_isces_own_sign(self, written):
        """Its rule, by the state vectors: ((T - S1) x (S2 - S1)) . v1."""
        simulation, folder, _ = written("isce2")
        first = days(simulation)[0]
        target, orbit = simulation.view.centre, simulation.view.orbit
        place, velocity = orbit.state(orbit.seen(target)[0])
        for index, day in enumerate(days(simulation)[1:], 1):
            text = (folder / f"baselines/{first}_{day}/{first}_{day}.txt").read_text()
            written_value = float(text.split("Bperp (average):")[1])
            other, _ = simulation.orbit_of(index).state(orbit.seen(target)[0])
            sign = np.sign(np.cross(target - place, other - place) @ velocity)
            assert np.sign(written_value) == sign
            size = abs(simulation.perpendicular_baseline[index])
            assert abs(written_value) == pytest.approx(size)
            grid, _ = read(folder / f"merged/baselines/{day}/{day}.vrt")
            np.testing.assert_allclose(grid, written_value, rtol=1e-6)

    def test_parameters_of_the_reference(self, written):
        simulation, folder, _ = written("isce2")
        tree = ElementTree.parse(folder / "reference/IW1.xml")
        values = {p.get("name"): p.findtext("value") for p in tree.iter("property")}
        assert float(values["radarwavelength"]) == simulation.wavelength
        near, step = float(values["startingrange"]), float(values["rangepixelsize"])
        ranges = near + step * np.arange(48)
        np.testing.assert_allclose(
            simulation.slant_range, np.broadcast_to(ranges, (40, 48)), rtol=1e-7
        )


class TestGamma:
    def test_images_are_big_endian_and_not_flattened(self, written):
        simulation, folder, _ = written("gamma")
        assert not simulation.options.flattened
        for index, day in enumerate(days(simulation)):
            values = np.fromfile(folder / f"{day}_VH.rslc", ">c8").reshape(40, 48)
            np.testing.assert_array_equal(values, simulation.image(index, "VH"))

    def test_parameters(self, written):
        simulation, folder, _ = written("gamma")
        text = (folder / f"{days(simulation)[2]}_VV.rslc.par").read_text()
        values = dict(
            line.split(":", 1) for line in text.splitlines() if ":" in line
        )  # fmt: skip
        first = {name: value.split()[0] for name, value in values.items() if value.split()}
        assert (first["range_samples"], first["azimuth_lines"]) == ("48", "40")
        assert first["image_format"] == "FCOMPLEX"
        wavelength = 299792458.0 / float(first["radar_frequency"])
        assert wavelength == pytest.approx(simulation.wavelength, rel=1e-9)
        # The range of the middle of the first line, from the state vectors in the file.
        count = int(first["number_of_state_vectors"])
        times = float(first["time_of_first_state_vector"]) + 10.0 * np.arange(count)
        places = np.array(
            [values[f"state_vector_position_{k + 1}"].split()[:3] for k in range(count)], float
        )
        here = float(first["start_time"])
        from scipy.interpolate import BarycentricInterpolator

        # Seconds from the middle, or the polynomial loses its digits.
        orbit = BarycentricInterpolator(times - times.mean(), places)(here - times.mean())
        expected, _ = simulation.orbit_of(2).state(here - float(first["center_time"]))
        np.testing.assert_allclose(orbit, expected, atol=1e-3)

    def test_coordinates_and_baselines(self, written):
        simulation, folder, _ = written("gamma")
        day = days(simulation)[0]
        latitude = np.fromfile(folder / f"{day}.lat", ">f8").reshape(40, 48)
        np.testing.assert_array_equal(latitude, simulation.lookup[1])
        rows = [line.split() for line in (folder / "bperp_file").read_text().splitlines()]
        assert [row[1:3] for row in rows] == [[day, other] for other in days(simulation)[1:]]
        np.testing.assert_allclose(
            [float(row[3]) for row in rows], simulation.perpendicular_baseline[1:], atol=1e-4
        )


class TestGeotiff:
    def test_images_and_tags(self, written):
        simulation, folder, _ = written("geotiff")
        for index, day in enumerate(days(simulation)):
            values, dataset = read(folder / f"{day}_VV.slc.tif")
            assert values.dtype == np.complex64
            np.testing.assert_array_equal(values, simulation.image(index))
            tags = dataset.GetMetadata()
            assert float(tags["WAVELENGTH"]) == simulation.wavelength
            assert float(tags["BPERP"]) == simulation.perpendicular_baseline[index]
            assert tags["FLATTENED"] == "yes"
        assert dataset.GetGeoTransform() == simulation.grid.transform
        np.testing.assert_array_equal(read(folder / "dem.tif")[0], simulation.height)

    def test_radar_coordinates(self, tmp_path):
        simulation = made_for("geotiff", coordinates="radar", dual_pol=False)
        write_slc_simulation(simulation, tmp_path / "scene", "geotiff")
        for name, expected in (("lon", simulation.lookup[0]), ("lat", simulation.lookup[1])):
            np.testing.assert_array_equal(read(tmp_path / f"scene/{name}.tif")[0], expected)
        assert not (tmp_path / "scene/dem.tif").exists()


class TestWriting:
    @pytest.mark.parametrize("fmt", ["mintpy", "isce2"])
    def test_large_scenes_go_aside_and_are_the_same(self, fmt, written, tmp_path, monkeypatch):
        _, folder, report = written(fmt)
        monkeypatch.setattr(simulating_slc, "IN_MEMORY", 0)
        shares = []
        again = write_slc_simulation(
            made_for(fmt), tmp_path / "scene", fmt, job=Job(progress=shares.append)
        )  # fmt: skip
        assert again == report
        for path in folder.rglob("*"):
            other = tmp_path / "scene" / path.relative_to(folder)
            if path.is_file() and path.suffix != ".h5":
                assert path.read_bytes() == other.read_bytes(), path
            elif path.suffix == ".h5":
                with h5py.File(path) as one, h5py.File(other) as two:
                    for name in one:
                        np.testing.assert_array_equal(one[name][()], two[name][()])
        names = {p.name for p in (tmp_path / "scene").iterdir()}
        assert names == {p.name for p in folder.iterdir()}
        assert shares == sorted(shares) and shares[0] == 0 and shares[-1] == 1

    @pytest.mark.parametrize("aside", [False, True])
    def test_nothing_is_left_of_a_cancelled_run(self, aside, tmp_path, monkeypatch):
        monkeypatch.setattr(simulating_slc, "IN_MEMORY", 0 if aside else 1 << 40)
        calls = iter(range(100))
        with pytest.raises(Cancelled):
            write_slc_simulation(
                made_for("isce2"), tmp_path / "scene", "isce2",
                job=Job(cancelled=lambda: next(calls) > 2),
            )  # fmt: skip
        assert not list(tmp_path.iterdir())

    def test_a_second_run_replaces_the_first_and_keeps_other_files(self, tmp_path):
        folder = tmp_path / "scene"
        write_slc_simulation(made_for("gamma"), folder, "gamma")
        (folder / "mine.txt").write_text("x")
        write_slc_simulation(made_for("geotiff"), folder, "geotiff")
        names = {p.name for p in folder.iterdir()}
        assert {"mine.txt", "dem.tif"} <= names
        assert not any(name.endswith(("rslc", "par")) for name in names)

    @pytest.mark.parametrize("fmt", SLC_FORMATS)
    def test_a_full_disk_is_told(self, fmt, mounted, monkeypatch):
        monkeypatch.setattr(simulation_folder, "check_free_space", lambda *_: None)
        disk = mounted(64)
        with pytest.raises(GroundshiftError, match="free some space|disk full"):
            write_slc_simulation(made_for(fmt), disk / "scene", fmt)
        assert not list(disk.iterdir())

    @pytest.mark.parametrize(
        "fmt, changes, words",
        [
            ("opera", {"coordinates": "radar"}, "map coordinates"),
            ("opera", {"epsg": 4326}, "UTM"),
            ("opera", {"wavelength": 0.236}, "Sentinel-1"),
            ("opera", {"flattened": False}, "always come without"),
            ("gamma", {"coordinates": "map"}, "radar coordinates"),
            ("isce2", {"coordinates": "map"}, "radar coordinates"),
        ],
    )
    def test_what_a_format_cannot_hold_is_refused(self, fmt, changes, words, tmp_path):
        with pytest.raises(GroundshiftError, match=words):
            write_slc_simulation(made_for(fmt, **changes), tmp_path / "scene", fmt)
        assert not list(tmp_path.iterdir())

    def test_unknown_formats_are_refused(self, tmp_path):
        with pytest.raises(GroundshiftError, match="'roi_pac' is not a format"):
            write_slc_simulation(made_for("gamma"), tmp_path / "scene", "roi_pac")

    def test_unusual_flattening_is_said(self, tmp_path):
        simulation = made_for("gamma", flattened=True, dual_pol=False)
        report = write_slc_simulation(simulation, tmp_path / "scene", "gamma")
        assert any("mostly not flattened" in note for note in report.notes)
