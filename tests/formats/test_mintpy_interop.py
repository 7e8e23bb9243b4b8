# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""MintPy's own tools read our files, and ours read theirs.

MintPy is that of ``MINTPY_PYTHON``, or of ``.mintpy-venv`` which ``benchmarks/bench_sbas.py`` sets
up; without either the tests are skipped.
"""

import os
import shutil
import subprocess
from pathlib import Path

import h5py
import numpy as np
import pytest
from corrected_series import take_off
from driven import driven
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.data.simulation import SimulationOptions, simulate
from groundshift.algorithms.data.tools.importing import import_stack
from groundshift.algorithms.data.tools.importing_points import read_point_files
from groundshift.algorithms.data.tools.simulating import write_simulation
from groundshift.algorithms.formats.hdf5.stacks import read_stack, read_timeseries
from groundshift.algorithms.formats.hdf5.velocity import export_velocity, import_velocity
from groundshift.algorithms.formats.interferograms import find_product
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.timeseries.correction import Selection
from groundshift.algorithms.timeseries.tools.points import PointOptions, run_points
from groundshift.algorithms.timeseries.tools.reference_place import ReferenceChoice
from groundshift.algorithms.timeseries.troposphere import HeightCorrection
from groundshift.algorithms.toolbox import call
from point_runs import run_importpoints
from sbas_runs import choices, named, run_sbas

ROOT = Path(__file__).resolve().parents[2]
ROW, COL = 20, 30


@pytest.fixture(scope="module")
def mintpy(tmp_path_factory):
    """Function that runs one of MintPy's programs in a folder."""
    own = ROOT / ".mintpy-venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python = os.environ.get("MINTPY_PYTHON") or (str(own) if own.exists() else None)
    if not python or not Path(python).exists():
        pytest.skip("MintPy is not here; set MINTPY_PYTHON or run benchmarks/bench_sbas.py once")
    home = tmp_path_factory.mktemp("home")
    environment = {**os.environ, "MPLBACKEND": "Agg", "HOME": str(home), "PYTHONWARNINGS": "ignore"}
    for name in ("PYTHONPATH", "PYTHONHOME"):
        environment.pop(name, None)

    def call(folder, program, *arguments):
        done = subprocess.run(
            [python, "-m", f"mintpy.cli.{program}", *map(str, arguments)], cwd=folder,
            env=environment, capture_output=True, text=True, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, f"{program}: {done.stdout[-1500:]}\n{done.stderr[-1500:]}"
        return done.stdout

    return call


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """Stack, geometry, series and velocity of ours, with equal weights as in MintPy's ``-w no``."""
    folder = tmp_path_factory.mktemp("ours")
    options = SimulationOptions(
        rows=60, cols=80, dates=15, epsg=4326, jumps_share=0.0, gaps_share=0.0, water_share=0.0,
        relief_m=1500.0, stratified_mm_per_km=40.0,
    )  # fmt: skip
    write_simulation(simulate(options), folder / "product", "licsar")
    stack, geometry = folder / "ifgramStack.h5", folder / "geometryGeo.h5"
    import_stack(find_product(folder / "product"), stack, geometry)
    series = folder / "timeseries.h5"
    place = read_stack(stack).grid.xy(ROW, COL)
    run_sbas(
        stack, named(timeseries=series), choices(weights="uniform"),
        reference=ReferenceChoice(point=place, radius_pixels=0),
    )  # fmt: skip
    call("velocity", timeseries=series, velocity=folder / "velocity.tif", annual=True)
    found = read_timeseries(series)
    attributes = {k: v for k, v in found.attributes.items() if k not in ("FILE_TYPE", "UNIT")}
    export_velocity(folder / "velocity.tif", folder / "velocity.h5", found.dates, attributes)
    return folder


@pytest.fixture(scope="module")
def theirs(mintpy, ours, tmp_path_factory):
    """What MintPy makes of our stack."""
    folder = tmp_path_factory.mktemp("theirs")
    for name in ("ifgramStack.h5", "geometryGeo.h5"):
        shutil.copy(ours / name, folder / name)
    mintpy(folder, "reference_point", "ifgramStack.h5", "--row", ROW, "--col", COL)
    mintpy(folder, "ifgram_inversion", "ifgramStack.h5", "-w", "no")
    mintpy(folder, "timeseries2velocity", "timeseries.h5", "-o", "velocity.h5")
    return folder


def data(path, name):
    with h5py.File(path) as file:
        return file[name][()]


@pytest.mark.parametrize(
    "name, words",
    [
        ("ifgramStack.h5", ("unwrapPhase", "coherence", "ifgramStack")),
        ("geometryGeo.h5", ("height", "incidenceAngle", "geometry")),
        ("timeseries.h5", ("timeseries", "UNIT", "REF_DATE")),
        ("velocity.h5", ("velocityStd", "annualAmplitude", "m/year")),
    ],
)
def test_mintpy_says_what_our_files_hold(mintpy, ours, name, words):
    text = mintpy(ours, "info", name)
    for word in words:
        assert word in text


@pytest.mark.parametrize("name, layer", [("timeseries.h5", ""), ("velocity.h5", "velocity")])
def test_mintpy_draws_our_files(mintpy, ours, tmp_path, name, layer):
    target = tmp_path / "picture.png"
    layers = [layer] if layer else []
    mintpy(ours, "view", name, *layers, "--noverbose", "--nodisplay", "-o", target)
    assert target.stat().st_size > 5000


def test_mintpys_inversion_of_our_stack_equals_ours(ours, theirs):
    series, reference = data(theirs / "timeseries.h5", "timeseries"), data(
        ours / "timeseries.h5", "timeseries"
    )  # fmt: skip
    used = np.isfinite(reference).all(axis=0)
    assert used.mean() > 0.95
    assert np.abs(series - reference)[:, used].max() < 2e-6
    quality = data(theirs / "temporalCoherence.h5", "temporalCoherence")
    own = data(ours / "timeseries.h5", "temporalCoherence")
    assert np.abs(quality - own)[used].max() < 5e-6
    dates = [np.datetime64(f"{d[:4]}-{d[4:6]}-{d[6:]}") for d in
             (t.decode() for t in data(theirs / "timeseries.h5", "date"))]  # fmt: skip
    assert np.array_equal(dates, read_timeseries(ours / "timeseries.h5").dates)


def test_mintpys_velocity_of_our_series_equals_ours(mintpy, ours, tmp_path):
    shutil.copy(ours / "timeseries.h5", tmp_path / "timeseries.h5")
    mintpy(tmp_path, "timeseries2velocity", "timeseries.h5", "--periodic", "1.0")
    for name in ("velocity", "annualAmplitude"):
        difference = data(tmp_path / "velocity.h5", name) - data(ours / "velocity.h5", name)
        assert np.nanmax(np.abs(difference)) < 2e-6, name
    # MintPy centres its seasons elsewhere in time; the phase is that of its own first date.
    assert np.isfinite(data(ours / "velocity.h5", "annualPhase")).mean() > 0.95


def test_mintpys_correction_reads_our_series_and_geometry(mintpy, ours, tmp_path):
    for name in ("timeseries.h5", "geometryGeo.h5"):
        shutil.copy(ours / name, tmp_path / name)
    with h5py.File(tmp_path / "timeseries.h5") as file, h5py.File(tmp_path / "m.h5", "w") as mask:
        mask["mask"] = np.isfinite(file["timeseries"][()]).all(axis=0)
        mask.attrs.update({**dict(file.attrs), "FILE_TYPE": "mask"})
    mintpy(
        tmp_path, "tropo_phase_elevation", "timeseries.h5", "-g", "geometryGeo.h5", "-t", "0.0",
        "-m", "m.h5", "-o", "theirs.h5",
    )  # fmt: skip
    take_off(
        tmp_path / "timeseries.h5", HeightCorrection(),
        targets={"CORRECTED": tmp_path / "ours.h5"}, geometry_path=tmp_path / "geometryGeo.h5",
        selection=Selection(minimum_coherence=0.0, rate_sigmas=1000.0), keep_growing=True,
    )  # fmt: skip
    before = data(tmp_path / "timeseries.h5", "timeseries")
    height = data(tmp_path / "geometryGeo.h5", "height").ravel()

    def slopes(path):
        """What was taken off, by height, in mm a kilometre."""
        removed = (before - data(path, "timeseries")).reshape(len(before), -1)
        good = np.isfinite(removed).all(axis=0)
        return np.array([1e6 * np.polyfit(height[good], layer[good], 1)[0] for layer in removed])

    assert slopes(tmp_path / "ours.h5") == pytest.approx(slopes(tmp_path / "theirs.h5"), abs=5)
    assert np.abs(slopes(tmp_path / "ours.h5")).max() > 30


def test_we_read_stack_and_geometry_that_mintpy_wrote(mintpy, theirs, tmp_path):
    for name in ("ifgramStack.h5", "geometryGeo.h5"):
        mintpy(theirs, "subset", name, "-y", 10, 50, "-x", 20, 70, "-o", tmp_path / name)
    stack = read_stack(tmp_path / "ifgramStack.h5")
    assert stack.grid.shape == (40, 50)
    whole = read_stack(theirs / "ifgramStack.h5")
    assert stack.grid.xy(0, 0) == pytest.approx(whole.grid.xy(10, 20))
    product = find_product(tmp_path / "ifgramStack.h5")
    report = import_stack(product, tmp_path / "again.h5", tmp_path / "geometry.h5")
    assert (report.kind, report.pairs) == ("mintpy", len(stack.pairs)) and report.geometry_written
    place = stack.grid.xy(ROW - 10, COL - 20)
    run_sbas(
        tmp_path / "again.h5", named(timeseries=tmp_path / "ts.h5"),
        choices(weights="uniform"), reference=ReferenceChoice(point=place, radius_pixels=0),
    )  # fmt: skip
    expected = data(theirs / "timeseries.h5", "timeseries")[:, 10:50, 20:70]
    assert np.nanmax(np.abs(data(tmp_path / "ts.h5", "timeseries") - expected)) < 2e-6


def test_we_read_series_and_velocity_that_mintpy_wrote(theirs, tmp_path):
    series = theirs / "timeseries.h5"
    call("velocity", timeseries=series, velocity=tmp_path / "v.tif")
    mine = read_raster(tmp_path / "v.tif")[1][0]
    summaries = import_velocity(theirs / "velocity.h5", tmp_path / "redrawn.tif")
    grid, redrawn, names = read_raster(tmp_path / "redrawn.tif")
    assert names == ["velocity_mm_yr", "velocity_std_mm_yr"]
    assert grid.transform == pytest.approx(read_timeseries(series).grid.transform)
    assert np.nanmax(np.abs(mine - redrawn[0])) < 2e-3
    assert summaries["velocity_mm_yr"].count > 0.95 * mine.size
    report = driven(
        run_points, series, {"POINTS": tmp_path / "points.gpkg"},
        PointOptions(minimum_coherence=0.0), geometry_path=theirs / "geometryGeo.h5",
    )  # fmt: skip
    assert report.points > 0.95 * mine.size
    take_off(
        series, HeightCorrection(), targets={"CORRECTED": tmp_path / "corrected.h5"},
        geometry_path=theirs / "geometryGeo.h5",
    )  # fmt: skip
    assert read_timeseries(tmp_path / "corrected.h5").attributes["CORRECTIONS"] == "troposphere"


def test_points_of_mintpys_velocity_take_their_look_from_its_attributes(theirs, tmp_path):
    shutil.copy(theirs / "velocity.h5", tmp_path / "velocity.h5")  # no geometry beside it
    scene = {"HEADING": "-168.0", "CENTER_INCIDENCE_ANGLE": "38.5", "ANTENNA_SIDE": "-1"}
    with h5py.File(tmp_path / "velocity.h5", "a") as file:
        file.attrs.update(scene)  # as its readers of ISCE and others note them down
    files = read_point_files([tmp_path / "velocity.h5"])
    run_importpoints(files, tmp_path / "points.gpkg")
    table = read_table(tmp_path / "points.gpkg")
    look = from_incidence_heading(38.5, 192.0)
    for name, value in (("los_east", look.east), ("los_north", look.north), ("los_up", look.up)):
        np.testing.assert_allclose(table.numbers(name), value, atol=1e-5)
    rate = data(theirs / "velocity.h5", "velocity")[
        table.numbers("row").astype(int), table.numbers("col").astype(int)
    ]
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), rate * 1e3, atol=1e-3)
