# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""CR index, its classes and the tables of scores."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.geometry.land_cover import (
    CORINE,
    WORLDCOVER,
    class_key,
    rows_as_table,
    table_of,
    text_as_table,
)
from groundshift.algorithms.geometry.suitability import checked_limits, suitability


def test_index_and_classes():
    #                 layover shadow  seen  seen  seen  seen  no score  no height
    r_index = np.array([-0.2, 0.9, 0.04, 0.2, 0.4, 0.8, 0.8, 0.8])
    visible = np.array([1, 4, 10, 10, 8, 11, 10, 0], np.uint8)
    score = np.array([1, 1, 1, 1, 1, 1, np.nan, 1.0])
    found = suitability(r_index, score, visible)
    np.testing.assert_allclose(found.index, [0, 0, 0.04, 0.2, 0.4, 0.8, np.nan, np.nan], atol=1e-7)
    assert found.classes.tolist() == [1, 1, 2, 4, 5, 6, 0, 0]
    water = suitability(r_index, np.zeros(8), visible)
    assert set(water.classes[:7]) == {1}
    plain = suitability(r_index, score, r_index > 0)
    assert plain.classes.tolist() == [1, 6, 2, 4, 5, 6, 0, 6]
    half = suitability(r_index, 0.5 * score, visible, (0.1, 0.2, 0.3, 0.39))
    assert half.classes.tolist() == [1, 1, 2, 3, 4, 6, 0, 0]


@pytest.mark.parametrize("limits", [(0.1, 0.2, 0.3), (0.3, 0.2, 0.4, 0.5), (0, 0.1, 0.2, 0.3)])
def test_limits_that_cannot_be(limits):
    with pytest.raises(GroundshiftError, match="four numbers"):
        checked_limits(limits)


def test_schemes():
    assert len(CORINE) == 44 and len(WORLDCOVER) == 11
    corine = table_of("corine")
    # The raster edition numbers the classes in order: 1 is 111, 23 is 311, 44 is 523.
    assert corine["1"] == corine["111"] and corine["23"] == corine["311"]
    assert corine["44"] == corine["523"] and len(corine) == 88
    assert all(0 <= score <= 1 for _, score in (*CORINE.values(), *WORLDCOVER.values()))
    assert corine["111"][1] > corine["332"][1] > corine["333"][1] > corine["231"][1]
    assert corine["231"][1] > corine["311"][1] > corine["512"][1] == 0
    own = table_of("worldcover", {"50": ("town", 0.5), "hut": ("hut", 0.4)})
    assert own["50"] == ("town", 0.5) and own["hut"][1] == 0.4 and own["10"] == WORLDCOVER[10]
    with pytest.raises(GroundshiftError, match="is empty"):
        table_of("own")
    with pytest.raises(GroundshiftError, match="not known"):
        table_of("mars")


def test_tables_from_text():
    text = "class;score;name\n# a remark\n 311;0,05;forest\n112.0;0.9\n"
    assert text_as_table(text, "x") == {"311": ("forest", 0.05), "112": ("112", 0.9)}
    assert text_as_table("Rock,1\nIce,0", "x") == {"Rock": ("Rock", 1.0), "Ice": ("Ice", 0.0)}
    assert class_key(" 311.0 ") == "311" and class_key("2.5") == "2.5"
    for rows, words in (
        ([["311", "2"]], "row 1"), ([["311"]], "row 1"), ([["", "0.5"]], "row 1"),
        ([["1", "0.5"], ["1.0", "0.2"]], "twice"), ([["1", "nan"]], "row 1"),
    ):  # fmt: skip
        with pytest.raises(GroundshiftError, match=words):
            rows_as_table(rows, "the table")
