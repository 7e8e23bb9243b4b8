# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sections: where their cells lie, where they cut patches, and the picture."""

from xml.etree import ElementTree

import numpy as np
import pytest
from groundshift.algorithms.data.patches import PatchSet
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.reports.palette import COULOMB
from groundshift.algorithms.stress.pages.coulomb import FAULT, LIMITS, NAMES, Panel, sections_svg
from groundshift.algorithms.stress.sections import cuts, make_section


def test_cells_below_a_bent_line():
    section = make_section([[0, 0], [0, 3e3], [4e3, 3e3]], 1e3, 6e3, 1e3)
    assert section.points.shape == (5, 7, 3)
    assert section.size == (1e3, 1e3)
    np.testing.assert_allclose(section.distance, np.arange(7) * 1e3 + 500)
    np.testing.assert_allclose(section.depth, np.arange(5) * 1e3 + 1500)
    np.testing.assert_allclose(section.points[0, 2], [0, 2500, -1500], atol=1e-9)
    np.testing.assert_allclose(section.points[4, 3], [500, 3000, -5500], atol=1e-9)


def test_a_dipping_section_runs_to_the_right():
    section = make_section([[0, 0], [0, 10e3]], 0, 4e3, 1e3, np.radians(45))
    np.testing.assert_allclose(section.points[..., 0], -section.points[..., 2])
    vertical = make_section([[0, 0], [0, 10e3]], 0, 4e3, 1e3, np.radians(90))
    np.testing.assert_allclose(vertical.points[..., 0], 0, atol=1e-9)
    # cells are square along the slope
    assert section.points.shape == (6, 10, 3)


def test_cuts_of_a_dipping_fault():
    """A fault that dips 45 degrees east, seen from the south: from (0, 2 km) to (3, 5 km)."""
    width = 3e3 * np.sqrt(2)
    fault = PatchSet.of_rectangles([[1.5e3, 0, 3.5e3, 0, np.pi / 4, 20e3, width]])
    section = make_section([[-5e3, 1e3], [2e3, 1e3], [9e3, 1e3]], 0, 9e3, 1e3)
    found = cuts(section, fault)
    found = found.reshape(-1, 2)[np.argsort(found.reshape(-1, 2)[:, 0])]
    np.testing.assert_allclose(found[[0, -1]], [[5e3, 2e3], [8e3, 5e3]], atol=1e-6)
    # cut in two where the line has a vertex, without a gap
    assert len(found) == 4
    np.testing.assert_allclose(found[1], found[2], atol=1e-6)
    assert len(cuts(make_section([[-5e3, 11e3], [9e3, 11e3]], 0, 9e3, 1e3), fault)) == 0


def test_cuts_of_a_dipping_section():
    fault = PatchSet.of_rectangles([[0, 5e3, 5e3, np.pi / 2, np.pi / 2, 40e3, 10e3]])
    section = make_section([[-1e3, 0], [-1e3, 10e3]], 0, 9e3, 1e3, np.radians(30))
    ((first, last),) = cuts(section, fault)
    ends = sorted([tuple(np.round(first, 6)), tuple(np.round(last, 6))])
    assert ends == [(5e3, 0.0), (5e3, 10e3)]


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (([[0, 0], [0, 0]], 0, 1e3, 100), "no length"),
        (([[0, 0], [9, 0]], 5e3, 1e3, 100), "order"),
        (([[0, 0], [9, 0]], -1, 1e3, 100), "order"),
        (([[0, 0], [9, 0]], 0, 1e3, 100, 0.0), "dip"),
        (([[0, 0], [9, 0]], 0, 1e3, 0.0), "size"),
        (([[0, 0], [9e6, 0]], 0, 1e5, 1.0), "cells"),
    ],
)
def test_nonsense_is_refused(arguments, text):
    with pytest.raises(GroundshiftError, match=text):
        make_section(*arguments)


def test_picture():
    change = np.array([[-1.0, -0.02, 0.0, 0.07], [np.nan, 0.3, 0.3, 0.9]])
    panel = Panel(
        "Section <1>", np.arange(4) + 0.5, np.array([2.5, 7.5]), (1.0, 5.0), change,
        np.array([[[1.0, -5.0], [3.0, 5.0]], [[1.0, 11.0], [1.0, 12.0]]]),
    )  # fmt: skip
    text = sections_svg([panel, panel], "A & B")
    root = ElementTree.fromstring(text)
    fills = [e.get("fill") for e in root.iter("{http://www.w3.org/2000/svg}rect")]
    for value in change[np.isfinite(change)]:
        assert COULOMB[np.searchsorted(LIMITS, value, "right")] in fills
    assert "Section &lt;1&gt;" in text
    assert len(NAMES) == len(COULOMB) == len(LIMITS) + 1
    # a fault is cut at the section's top, and left out below it
    lines = [
        e.get("d")
        for e in root.iter("{http://www.w3.org/2000/svg}path")
        if e.get("stroke") == FAULT
    ]
    assert len(lines) == 2 + 1  # and that of the legend
    assert "M520.0 54.0L745.0 " in "".join(lines)
    assert "clip" not in text and ">-0<" not in text  # neither of which Qt draws well
    # equal neighbours are one rectangle: 2 sections, 7 runs each, and legend and frames
    cells = [e for e in root.iter("{http://www.w3.org/2000/svg}g") if e.get("shape-rendering")]
    assert [len(group) for group in cells] == [7, 7]
