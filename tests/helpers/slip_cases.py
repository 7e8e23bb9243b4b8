# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small slip models, and what they must come back as."""

import numpy as np
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.source.fault_planes import Patching, cut

FRAME = LocalMetres("EPSG:4326", 100.5, 36.2)


def two_planes(crs=FRAME.crs, seed=0):
    """A dipping and an upright plane of 3 x 2 and 2 x 2 patches, with random slip."""
    planes = [
        [4e3, 9e3, 6e3, np.radians(108), np.radians(60), 9e3, 6e3],
        [-9e3, 12e3, 3e3, np.radians(140), np.pi / 2, 6e3, 6e3],
    ]
    patches = cut(planes, Patching(3e3, 3e3), crs=crs)
    random = np.random.default_rng(seed)
    slip, rake = random.uniform(0.1, 3.0, len(patches)), random.uniform(-np.pi, np.pi, len(patches))
    return SlipModel.of_rake(patches, slip, rake)


def triangles():
    """Two triangles of a surface that dips to the south-west."""
    corners = [
        [[0, 0, -1e3], [4e3, -4e3, -1e3], [-3e3, -3e3, -6e3]],
        [[4e3, -4e3, -1e3], [1e3, -7e3, -6e3], [-3e3, -3e3, -6e3]],
    ]
    patches = PatchSet.of_triangles(corners, segment=[0, 0], row=[0, 0], column=[0, 1],
                                    crs=FRAME.crs)  # fmt: skip
    return SlipModel(patches, np.array([1.0, 0.5]), np.array([0.2, -0.4]), np.array([0.0, 0.3]))


def assert_same(found, model, metres=1e-6, slip=1e-9, radians=1e-10):
    """Models of the same patches, in the same frame."""
    apart = np.abs(found.patches.corners - model.patches.corners)
    assert apart.max() <= metres
    assert np.abs(found.components - model.components).max() <= slip
    assert np.array_equal(found.patches.segment, model.patches.segment)
    assert np.array_equal(found.patches.row, model.patches.row)
    assert np.array_equal(found.patches.column, model.patches.column)
    if model.patches.is_rectangular:
        turn = found.patches.strike - model.patches.strike
        assert np.abs(np.sin(turn)).max() <= radians
        assert np.abs(found.patches.dip - model.patches.dip).max() <= radians
