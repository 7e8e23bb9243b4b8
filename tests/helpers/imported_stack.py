# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A product's way into a stack, and whether its pixels are those of :mod:`product_files`."""

import numpy as np
import product_files as make
from groundshift.algorithms.data.tools.importing import ImportOptions, import_stack
from groundshift.algorithms.formats.hdf5.stacks import StackReader, read_geometry, read_stack
from groundshift.algorithms.formats.interferograms import find_product


def imported(path, tmp_path, kind="auto", **options):
    """The product, the report, the whole stack and the geometry of an import."""
    product = find_product(path, kind)
    stack_path, geometry_path = tmp_path / "out_stack.h5", tmp_path / "out_geometry.h5"
    report = import_stack(product, stack_path, geometry_path, ImportOptions(**options))
    stack = read_stack(stack_path)
    with StackReader(stack) as reader:
        block = reader.read(stack.grid.blocks(10**9)[0])
    geometry = read_geometry(geometry_path)[1] if report.geometry_written else {}
    return product, report, stack, block, geometry


def check_pixels(stack, block, sign=1.0):
    """The phase and coherence that product_files wrote, whatever the format."""
    assert [tuple(p) for p in stack.pairs.astype(str)] == [
        ("2020-01-05", "2020-01-17"), ("2020-01-05", "2020-01-29"), ("2020-01-17", "2020-01-29"),
    ]  # fmt: skip
    for k, pair in enumerate(((0, 1), (0, 2), (1, 2))):
        expected = sign * make.phase(*pair)
        assert np.isnan(block.phase[k, 0, 0])
        np.testing.assert_allclose(block.phase[k].ravel()[1:], expected.ravel()[1:], rtol=1e-6)
        np.testing.assert_allclose(block.coherence[k, 1], make.coherence(*pair)[1], atol=2e-3)
