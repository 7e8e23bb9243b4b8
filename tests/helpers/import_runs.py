# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Imports of small products, for the tests of importing."""

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.tools.importing import ImportOptions, import_stack
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import StackReader, read_stack
from groundshift.algorithms.formats.interferograms import find_product
from groundshift.algorithms.job import Job


def run(folder, tmp_path, kind="auto", budget=2 << 30, **options):
    options.setdefault("wavelength", 0.056)
    paths = tmp_path / "stack.h5", tmp_path / "geometry.h5"
    product = find_product(folder, kind)
    return import_stack(product, *paths, ImportOptions(**options), Job(budget))


def pixels(tmp_path, keep_all=True):
    stack = read_stack(tmp_path / "stack.h5")
    keep = np.ones(len(stack.pairs), bool) if keep_all else None
    with StackReader(stack, keep=keep) as reader:
        return stack, reader.read(Window(0, 0, *stack.grid.shape))


def refusal(folder, tmp_path, **options):
    """The one sentence with which a folder is refused."""
    with pytest.raises(GroundshiftError) as caught:
        run(folder, tmp_path, **options)
    text = str(caught.value)
    assert text.endswith(".") and "\n" not in text and ". " not in text.replace("e.g. ", "")
    return text
