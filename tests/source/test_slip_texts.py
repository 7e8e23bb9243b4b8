# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts of the slip inversion."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source.slip_texts import (
    parse_dips,
    parse_rakes,
    parse_segments,
    parse_smoothings,
    parse_weights,
    rakes_of_patches,
)


def test_what_reads_well():
    """Ranges, lists and nothing."""
    assert parse_dips("60:90:15") == (60.0, 75.0, 90.0) and parse_dips("81, 5") == (81.0, 5.0)
    assert parse_dips("0.1:0.4:0.1") == pytest.approx((0.1, 0.2, 0.3, 0.4))
    assert parse_smoothings("0.1:10:3") == pytest.approx((0.1, 1.0, 10.0))
    assert parse_smoothings("2") == (2.0,) and parse_smoothings("") == () == parse_dips("")
    assert parse_weights("T1: 0.8, a:b: 2") == {"T1": 0.8, "a:b": 2.0}
    assert parse_segments("1, 3") == (0, 2)
    assert parse_rakes("2: 60 120, 3: 80") == {1: (60.0, 120.0), 2: (80.0,)}


@pytest.mark.parametrize("parse, text", [
    (parse_dips, "0:90:10"), (parse_dips, "60:90"), (parse_dips, "60:90:0"), (parse_dips, "91"),
    (parse_dips, "steep"), (parse_dips, "1:90:0.001"), (parse_dips, "nan"),
    (parse_smoothings, "0:1:5"), (parse_smoothings, "-1"), (parse_smoothings, "1:2:3:4"),
    (parse_smoothings, "1:10:2.5"), (parse_weights, "0.8"), (parse_weights, "T1: heavy"),
    (parse_weights, ": 1"), (parse_segments, "0"), (parse_segments, "1.5"),
    (parse_rakes, "60 120"), (parse_rakes, "2:"), (parse_rakes, "2: 1 2 3"),
])  # fmt: skip
def test_what_does_not_is_one_sentence(parse, text):
    """That says how to write it."""
    with pytest.raises(GroundshiftError) as caught:
        parse(text)
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)


def test_rakes_by_segment():
    """Segments without their own get the others'."""
    segment = np.array([0, 0, 1])
    found = rakes_of_patches("range", (-10, 30), {1: (60, 120)}, segment)
    assert np.degrees(found) == pytest.approx(np.array([[-10, 30], [-10, 30], [60, 120]]))
    assert rakes_of_patches("fixed", (90, 0), {}, segment).shape == (3, 1)
    with pytest.raises(GroundshiftError, match="no segment 3"):
        rakes_of_patches("range", (0, 1), {2: (1, 2)}, segment)
    with pytest.raises(GroundshiftError, match="needs 1 rake"):
        rakes_of_patches("fixed", (0, 1), {1: (1, 2)}, segment)
