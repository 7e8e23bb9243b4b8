# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Volcanic sources against numbers of an independent code.

`volcanic_vmod.csv` was made with the formulas of VMOD (github.com/uafgeotools/vmod, vmod/source:
mctigue.py at 08c7bcb, yang.py at 134094d, penny.py at 1188ef8, cdm.py at 67ef9ed), of which
nothing is here but the numbers. Cracks have 240 nodes of quadrature instead of its 41, which leave
an error of 1e-4 in `penny 3`. Its pressure is a thousandth of the shear modulus. VMOD turns
compound dislocations in the opposite order of Nikkhoo et al. (2017); its angles of 15, -35 and 50
degrees about x, y and z are those of `cdm 3`.
"""

import csv
from pathlib import Path

import numpy as np
import pytest
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.source.volcanic_model import VolcanicSource, volume_of_pressure

TABLE = Path(__file__).with_name("volcanic_vmod.csv")
THREE = (0.6413533367043094, -0.15852128196582954, 1.0083863838833107)
SETS = {
    "sphere 1": (0.25, [0.0, 0.0, 3000.0, 900.0]),
    "sphere 2": (0.3, [0.0, 0.0, 2000.0, 1000.0]),
    "sphere 3": (0.2, [0.0, 0.0, 6000.0, 300.0]),
    "spheroid 1": (0.25, [0.0, 0.0, 4000.0, 1400.0, 0.4, np.radians(40), np.radians(50)]),
    "spheroid 2": (0.25, [0.0, 0.0, 4000.0, 2000.0, 0.75, np.radians(110), np.radians(20)]),
    "spheroid 3": (0.25, [0.0, 0.0, 4000.0, 900.0, 1 / 3, np.radians(300), np.radians(75)]),
    "penny 1": (0.25, [0.0, 0.0, 3000.0, 2000.0]),
    "penny 2": (0.25, [0.0, 0.0, 6000.0, 1000.0]),
    "penny 3": (0.25, [0.0, 0.0, 1000.0, 1500.0]),
    "cdm 1": (0.3, [100.0, -200.0, 3000.0, np.radians(20), 0.0, 0.0, 300.0, 500.0, 200.0, 0.8]),
    "cdm 2": (0.3, [100.0, -200.0, 3000.0, 0.0, np.radians(-25), 0.0, 300.0, 500.0, 200.0, 0.8]),
    "cdm 3": (0.3, [100.0, -200.0, 3000.0, *THREE, 300.0, 500.0, 200.0, 0.8]),
}


@pytest.mark.parametrize("name", SETS)
def test_the_surface_moves_as_an_independent_code_says(name):
    with TABLE.open(newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["set"] == name]
    x, y, *moved = np.array([list(line.values())[1:] for line in lines], float).T
    poisson, row = SETS[name]
    kind = name.split()[0]
    if kind != "cdm":
        medium = Medium(shear_modulus=1e10, poisson=poisson)
        row = [*row, volume_of_pressure(kind, [*row, 1.0], 1e7, medium)]
    found = VolcanicSource(kind, row).surface(np.stack([x, y, 0 * x], axis=1), poisson).T
    assert len(x) == 12
    assert found == pytest.approx(np.array(moved), rel=0, abs=1e-8 * np.abs(moved).max())


OWN = {
    "his example": (0.25, [500.0, -250.0, 2750.0], [5, -8, 30], [1.44e6, 1.28e6, 0.72e6], [
        [-4.84815, -16.52086, -6.32113, 0.0, 5.84561, 12.4165, 4.43428],
        [-2.99857, 6.98333, 3.17861, 0.0, 13.09085, -6.24609, 3.5153],
        [1.8188, 12.10038, 34.42523, 32.38618, 10.32875, 8.57782, 1.93432],
    ]),
    "steep": (0.3, [-1000.0, 600.0, 3500.0], [35, -40, 70], [2e6, 0.4e6, 1.1e6], [
        [-0.95786, -18.01423, 9.84275, 11.94458, 10.99012, 7.14508, 3.15993],
        [-1.07903, 6.34123, -6.26702, -7.25534, 9.80875, -4.19032, 1.68805],
        [0.99662, 28.74559, 34.26827, 27.70715, 13.30682, 4.47358, 1.73013],
    ]),
}  # fmt: skip
"""Millimetres by the formulas and the order of turns of pCDM.m (M. Nikkhoo, volcanodeformation.com,
2016): the first is the source of its own example."""


@pytest.mark.parametrize("name", OWN)
def test_point_compound_dislocations_turn_as_their_author_has_it(name):
    poisson, place, turns, volumes, moved = OWN[name]
    x = np.array([-7, -3.2, 0, 0.5, 2.1, 4.4, 7]) * 1e3
    y = np.array([-5, 1.3, 0, -0.25, 3.3, -2.2, 5]) * 1e3
    source = VolcanicSource("pcdm", [*place, *np.radians(turns), *volumes])
    found = 1e3 * source.surface(np.stack([x, y, 0 * x], axis=1), poisson).T
    assert found == pytest.approx(np.array(moved), abs=1e-5)
