# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of Coulomb 3, from its own input files to the digits that it printed."""

import numpy as np
import pytest
from groundshift.algorithms.data.medium import BAR, Medium
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.formats.slip.slip_models import read_slip_file
from groundshift.algorithms.source.elastic import displacement, displacement_gradients, stress
from groundshift.algorithms.stress.coulomb import coulomb_change

NAMES = ["fault1.ds", "fault1.ss", "fault1.ts", "fault5.ds", "fault5.ss", "fault5.ts"]
# Its fault slips right-laterally, and what is in its results left-laterally.
TURNED = "fault1.ss"


def case(folder, name, results):
    """Model, points and the columns of a file of results."""
    model = read_slip_file(folder / f"{name}.inp").model
    rows = np.loadtxt(folder / results, skiprows=3)
    points = 1e3 * rows[:, :3]
    # Strains are listed by depth, displacement by height.
    points[:, 2] = -np.abs(points[:, 2])
    return model, points, rows[:, 3:], -1 if name == TURNED else 1


@pytest.mark.parametrize(
    ("name", "results"),
    [(name, f"{name}.{depth}.cou") for name in NAMES for depth in ("z0", "z1")]
    + [("okada85ds", "okada85ds.cou"), ("okada85ss", "okada85ss.cou")],
)
def test_displacement(shared_data, name, results):
    model, points, printed, sign = case(shared_data("coulomb_reference"), name, results)
    moved = sign * displacement(model, points)
    known = np.isfinite(moved).all(axis=1) & np.isfinite(printed).all(axis=1)
    assert known.mean() > 0.98
    # Eight digits; coordinates of sloping faults are printed to four.
    assert np.abs(moved - printed)[known].max() < 0.8e-8


@pytest.mark.parametrize("name", NAMES[:3])
def test_strain(shared_data, name):
    model, points, printed, sign = case(
        shared_data("coulomb_reference"), name, f"{name}.z1.str.cou"
    )
    g = sign * displacement_gradients(model, points)[1]
    # What stands there as shear strain is one gradient of each pair.
    columns = [(0, 0), (1, 1), (2, 2), (1, 2), (0, 2), (0, 1)]
    got = np.stack([g[:, i, j] for i, j in columns] + [np.trace(g, axis1=1, axis2=2)], axis=1)
    assert np.abs(got - printed).max() < 0.5001e-12


def test_stress_on_a_receiver():
    """The example of Coulomb 3.4 that elastic_stresses_py prints, in bars."""
    up_dip = np.radians(80.9)
    width = 10e3 / np.sin(up_dip)
    # A fault along x that starts in the west dips to the south.
    source = [0.0, -width / 2 * np.cos(up_dip), 15e3, np.pi / 2, up_dip, 20e3, width]
    model = SlipModel(
        PatchSet.of_rectangles(source), np.array([-1.0]), np.array([1.0]), np.zeros(1)
    )
    dip = np.radians(65.9)
    place = [0.0, -10e3 - 0.5e3 / np.tan(dip), -5.5e3]
    medium = Medium.of_young(8e5 * BAR, 0.25)
    change = stress(displacement_gradients(model, [place], 0.25)[1], medium)[0] / BAR
    for rake, shear in ((180, 0.268395), (90, -0.479979)):
        found = coulomb_change(change, np.pi / 2, dip, np.radians(rake), 0.4)
        assert found.shear == pytest.approx(shear, abs=5e-6)
        assert found.normal == pytest.approx(-5.390370, abs=5e-6)
    found = coulomb_change(change, np.pi / 2, dip, np.radians(135), 0.4)
    assert found.change == pytest.approx(-2.305760, abs=5e-6)
