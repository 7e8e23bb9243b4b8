# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What was simulated and written as a product comes back as it was: two ends that know no other."""

from dataclasses import replace

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.simulation import SlcOptions, simulate_slc
from groundshift.algorithms.data.tools.importing_slc import import_slc
from groundshift.algorithms.data.tools.simulating_slc import format_defaults, write_slc_simulation
from groundshift.algorithms.data.tools.slc_preparing import SlcImportOptions
from groundshift.algorithms.formats.hdf5.images import SlcReader, read_slc_stack
from groundshift.algorithms.formats.images import find_images
from groundshift.algorithms.formats.interferograms._common import SENTINEL1_WAVELENGTH
from groundshift.algorithms.formats.placing import point_places

OPTIONS = SlcOptions(
    rows=48, cols=60, dates=5, dual_pol=True, wavelength=SENTINEL1_WAVELENGTH, landslides=0,
    baseline_sigma_m=120,
)  # fmt: skip
KINDS = {"opera": "opera", "isce2": "isce2", "gamma": "gamma", "geotiff": "rasters"}
WHOLE = Window(0, 0, 48, 60)


@pytest.fixture(scope="module")
def back(tmp_path_factory):
    """Simulation, stack, geometry file and report of a format, made once."""
    made = {}

    def make(fmt, imported=None, **changes):
        key = (fmt, tuple(changes.items()), imported)
        if key not in made:
            folder = tmp_path_factory.mktemp(fmt)
            simulation = simulate_slc(replace(OPTIONS, **{**format_defaults(fmt), **changes}))
            write_slc_simulation(simulation, folder / "scene", fmt)
            stack, geometry = folder / "slcStack.h5", folder / "geometry.h5"
            product = find_images(folder / "scene")
            assert product.kind == KINDS[fmt]
            report = import_slc(product, stack, geometry, options=imported)
            made[key] = simulation, read_slc_stack(stack), geometry, report
        return made[key]

    return make


def images(stack, polarisation=None):
    with SlcReader(stack, polarisation) as reader:
        return reader.read(WHOLE).values


@pytest.mark.parametrize("fmt", KINDS)
def test_values_dates_and_numbers(fmt, back):
    simulation, stack, _, report = back(fmt)
    np.testing.assert_array_equal(stack.dates, simulation.dates)
    assert stack.wavelength == pytest.approx(simulation.wavelength, rel=1e-9)
    assert stack.polarisations == ("VV", "VH")
    assert stack.attributes["FLATTENED"] == "yes" and report.flattened
    flat = simulate_slc(replace(simulation.options, flattened=True))
    # A conjugated image, or a swapped date, is off by radians.
    tolerance = 1e-3 if fmt == "gamma" else 0.0
    for polarisation in stack.polarisations:
        for index, found in enumerate(images(stack, polarisation)):
            expected = flat.image(index, polarisation)
            np.testing.assert_allclose(found, expected, rtol=tolerance, atol=0)


@pytest.mark.parametrize("fmt", KINDS)
@pytest.mark.parametrize("heading", [-10.0, 190.0])
def test_baselines_have_our_sign_whatever_the_products(fmt, heading, back):
    simulation, stack, _, _ = back(fmt, heading=heading)
    found = stack.perpendicular_baseline
    assert np.ptp(found) > 100
    np.testing.assert_allclose(
        found - found[0], simulation.perpendicular_baseline, atol=0.02, rtol=1e-3
    )


@pytest.mark.parametrize("fmt", KINDS)
@pytest.mark.parametrize("heading", [-10.0, 190.0])
def test_geometry(fmt, heading, back):
    simulation, _, path, report = back(fmt, heading=heading)
    with h5py.File(path) as file:
        layers = {name: file[name][()] for name in file}
    np.testing.assert_allclose(layers["height"], simulation.height, atol=1e-3)
    # GeoTIFF has one incidence and heading for all.
    tolerance = 0.1 if fmt == "geotiff" else 1e-3
    np.testing.assert_allclose(layers["incidenceAngle"], simulation.incidence, atol=tolerance)
    np.testing.assert_allclose(layers["azimuthAngle"], simulation.los.azimuth, atol=tolerance)
    if fmt == "geotiff":
        assert "slant range" in report.missing
    else:
        np.testing.assert_allclose(
            layers["slantRangeDistance"], simulation.slant_range, atol=0.1
        )  # fmt: skip


@pytest.mark.parametrize("fmt", ["isce2", "gamma"])
def test_lookup_of_radar_coordinates(fmt, back):
    simulation, stack, _, report = back(fmt)
    assert report.placed and stack.has_lookup and not stack.grid.crs
    row, col = simulation.scatterers.row, simulation.scatterers.col
    x, y, _ = point_places(stack, row, col)
    np.testing.assert_allclose(x, simulation.lookup[0][row, col], atol=1e-9)
    np.testing.assert_allclose(y, simulation.lookup[1][row, col], atol=1e-9)
    np.testing.assert_allclose(stack.spacing, simulation.spacing, rtol=0.02)


@pytest.mark.parametrize("fmt", ["opera", "geotiff"])
def test_grid_of_map_coordinates(fmt, back):
    simulation, stack, _, _ = back(fmt)
    assert stack.grid.aligned_with(simulation.grid, 1e-9)
    assert stack.attributes["EPSG"] == "32633"


def test_flattening_from_orbits_takes_off_what_was_left_in(back):
    """Ranges by an independent orbit: interpolated state vectors against a closed formula."""
    simulation, stack, _, _ = back("gamma")
    assert np.abs(simulation.flat_phase(2)).min() > 50
    flat = simulate_slc(replace(simulation.options, flattened=True))
    for index, found in enumerate(images(stack)):
        phase = np.angle(found * flat.image(index).conj())
        assert np.abs(phase).max() < 1e-3


def test_phase_that_is_left_in_is_said(back):
    simulation, stack, _, report = back("gamma", SlcImportOptions(flatten=False))
    assert stack.attributes["FLATTENED"] == "no" and not report.flattened
    np.testing.assert_array_equal(images(stack)[3], simulation.image(3))


@pytest.mark.parametrize("fmt", ["isce2", "gamma"])
def test_unusual_flattening_has_to_be_told(fmt, back):
    usual = format_defaults(fmt)["flattened"]
    told = SlcImportOptions(flattened=not usual, flatten=False)
    simulation, stack, _, _ = back(fmt, told, flattened=not usual)
    assert stack.attributes["FLATTENED"] == ("no" if usual else "yes")
    np.testing.assert_array_equal(images(stack)[4], simulation.image(4))


def test_the_imported_stack_is_that_of_the_simulator_itself(back, tmp_path):
    """MintPy's layout needs no import; both ways lead to the same stack."""
    simulation, stack, _, _ = back("opera")
    write_slc_simulation(simulation, tmp_path / "scene", "mintpy")
    direct = read_slc_stack(tmp_path / "scene/inputs/slcStack.h5")
    assert direct.grid.aligned_with(stack.grid, 1e-9)
    assert direct.attributes["FLATTENED"] == stack.attributes["FLATTENED"]
    np.testing.assert_allclose(direct.spacing, stack.spacing, rtol=1e-3)
    np.testing.assert_array_equal(images(direct, "VH"), images(stack, "VH"))
