# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the simulator writes in each format comes back as it was, through reading and importing."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.simulation.options import SimulationOptions
from groundshift.algorithms.data.simulation.scene import simulate
from groundshift.algorithms.data.tools.importing import ImportOptions, import_stack
from groundshift.algorithms.data.tools.simulating import epsg_for, write_simulation
from groundshift.algorithms.formats.hdf5.stacks import StackReader, read_geometry, read_stack
from groundshift.algorithms.formats.interferograms import find_product

OPTIONS = SimulationOptions(rows=40, cols=48, dates=5, connections=2, seed=5)
KNOWN = ("gamma", "licsar", "hyp3", "mintpy")


@pytest.mark.parametrize("heading", [-12.0, 192.0])
@pytest.mark.parametrize("fmt", [*KNOWN, "pairs"])
def test_simulation_comes_back(tmp_path, fmt, heading):
    epsg = epsg_for(fmt, OPTIONS.center_lon, OPTIONS.center_lat)
    simulation = simulate(replace(OPTIONS, epsg=epsg, heading=heading))
    write_simulation(simulation, tmp_path / "product", fmt)
    product = find_product(tmp_path / "product")
    assert product.kind == fmt
    given = ImportOptions(wavelength=simulation.wavelength) if fmt == "pairs" else ImportOptions()
    report = import_stack(product, tmp_path / "s.h5", tmp_path / "g.h5", given)
    assert report.missing == (() if fmt in KNOWN else report.missing)
    stack = read_stack(tmp_path / "s.h5")
    np.testing.assert_array_equal(stack.pairs, simulation.pairs)
    assert stack.grid.aligned_with(simulation.grid, 1e-6)
    assert stack.wavelength == pytest.approx(simulation.wavelength, rel=1e-5)
    with StackReader(stack) as reader:
        block = reader.read(Window(0, 0, *stack.grid.shape))
    for k in range(len(stack.pairs)):
        pair = simulation.pair(k)
        np.testing.assert_allclose(block.phase[k], pair.phase, atol=2e-6, rtol=1e-6)
        there = np.isfinite(block.phase[k])
        np.testing.assert_allclose(block.coherence[k][there], pair.coherence[there], atol=0.0021)
    if fmt in KNOWN:
        _, layers = read_geometry(tmp_path / "g.h5")
        baselines = stack.perpendicular_baseline
        np.testing.assert_allclose(baselines, simulation.pair_baseline, rtol=0.02, atol=0.5)
        # GAMMA gives one incidence and one heading for the scene.
        far = OPTIONS.incidence_span if fmt == "gamma" else 1e-3
        np.testing.assert_allclose(layers["incidenceAngle"], simulation.los.incidence, atol=far)
        np.testing.assert_allclose(layers["azimuthAngle"], simulation.los.azimuth, atol=0.2)
        np.testing.assert_allclose(layers["height"], simulation.height, atol=1e-2)
