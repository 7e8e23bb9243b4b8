# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The other nodal plane, where a search ends that was not led to the right one."""

import numpy as np
import pytest
from groundshift.algorithms.source.misfit import Misfit
from groundshift.algorithms.source.planes import plane_vectors
from groundshift.algorithms.source.search import SearchOptions, search
from groundshift.algorithms.source.search_space import (
    WIDER,
    SearchSpace,
    other_planes,
    standard_bounds,
)
from search_cases import EVENTS, jiashi_samples, space_about


def _tensor(space, values):
    """Moment tensor over the shear modulus, and the centre."""
    rectangle, (along, up, _) = space.rectangles(values)[0], space.slip(values)[0]
    normal, slip = plane_vectors(*rectangle[3:5], np.arctan2(up, along))
    potency = np.hypot(along, up) * rectangle[5] * rectangle[6]
    return potency * (np.outer(normal, slip) + np.outer(slip, normal)), rectangle[:3]


@pytest.mark.parametrize("slips", ["components", "rake"])
@pytest.mark.parametrize("dip", [35.0, 80.0, 97.0])
def test_both_planes_have_one_centre_and_one_moment(slips, dip):
    low = np.array([-30e3, -30e3, 0.0, 0.0, np.radians(5), 2e3, 1e3, -9.0, -9.0, 0.0])
    high = np.array([30e3, 30e3, 20e3, 2 * np.pi, np.radians(175), 40e3, 40e3, 9.0, 9.0, 0.0])
    row = np.array([2e3, -1e3, 12e3, 1.0, np.radians(dip), 15e3, 2e3, 0.5, 1.2, 0.0])
    if slips == "rake":
        low[7:9], high[7:9], row[7:9] = (0.0, -np.pi), (20.0, np.pi), (1.3, 1.2)
    space = SearchSpace(low[None], high[None], slips)
    tensor, centre = _tensor(space, row)
    found = space.values(other_planes(space, space.unit(row)[0]))
    assert found[:, 0, 6] == pytest.approx(2e3 * np.array(WIDER))
    for values in found:
        other, place = _tensor(space, values)
        assert np.abs(other - tensor).max() < 1e-9 * np.abs(tensor).max()
        assert place == pytest.approx(centre, abs=1e-6)
    turned = plane_vectors(*space.rectangles(found[0])[0, 3:5], 0.0)[0]
    assert abs(turned @ plane_vectors(*space.rectangles(row)[0, 3:5], 0.0)[0]) < 1e-9


def test_a_fault_of_known_dip_has_no_other_plane():
    row = np.array(EVENTS["steep"][0])
    space = space_about(row, fixed=(4,))
    assert other_planes(space, space.unit(row)[0]).shape == (0, len(space.names))


def test_a_steep_fault_is_not_taken_for_a_flat_one():
    """One swarm alone ends at 5 degrees, with seven times the misfit, on the other plane."""
    row, half = EVENTS["steep"]
    samples = jiashi_samples(
        side=12, half=half, seed=0, sill=0.003**2, nugget=0.001**2, truth=np.array(row)
    )
    space = SearchSpace(*(bound[None] for bound in standard_bounds(samples))).over_the_vertical()
    misfit = Misfit(samples, space)
    found = search(misfit, SearchOptions(method="swarm", restarts=1, seed=0)).best
    truth = misfit.squares(space.unit(np.array(row)))[0].sum()
    assert found.squares.sum() < truth
    assert abs(np.degrees(space.values(found.unit)[0, 0, 4]) - 89) < 3
