# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawings of results."""

from xml.etree import ElementTree

import numpy as np
import pytest
from groundshift.algorithms.reports.figure import (
    Figure,
    decimal_years,
    padded,
    round_down,
    round_up,
    ticks,
    time_ticks,
)
from groundshift.algorithms.reports.palette import HEAT, UNKNOWN, VIRIDIS, colour

SPACE = "{http://www.w3.org/2000/svg}"


def elements(figure, name):
    """Elements of a name in a drawing, without the paper."""
    found = list(ElementTree.fromstring(figure.svg()).iter(SPACE + name))
    return found[1:] if name == "rect" else found


def numbers(element, *names):
    return [float(element.get(name)) for name in names]


def test_a_panel_places_values():
    figure = Figure(300, 200, "a <label>")
    panel = figure.panel((0, 10), (0, 100), 50, 20, 30, 40)
    panel.dots([0, 10], [0, 100], "#123456", 2, ["low <", "high"])
    low, high = elements(figure, "circle")
    assert numbers(low, "cx", "cy", "r") == [50, 160, 2]
    assert numbers(high, "cx", "cy") == [270, 20]
    assert low.find(SPACE + "title").text == "low <" and low.get("fill") == "#123456"
    panel.box((10, 0), (50, 0), "#ff0000")
    (box,) = elements(figure, "rect")
    assert numbers(box, "x", "y", "width", "height") == [50, 90, 220, 70]
    root = ElementTree.fromstring(figure.svg())
    assert root.get("aria-label") == "a <label>" and root.get("viewBox") == "0 0 300 200"


def test_an_axis_that_grows_downwards():
    figure = Figure(100, 100, "depth")
    panel = figure.panel((0, 1), (8, 0), 0, 0, 0, 0)
    panel.line([0, 1], [0, 8])
    assert elements(figure, "path")[0].get("d") == "M0.0 0.0L100.0 100.0"


def test_nan_lifts_the_pen():
    figure = Figure(10, 10, "line")
    figure.line([1, 2, np.nan, 3, 4], [1, 2, np.nan, 3, 4], dash="4 3", title="t")
    (line,) = elements(figure, "path")
    assert line.get("d") == "M1.0 1.0L2.0 2.0M3.0 3.0L4.0 4.0"
    assert line.get("stroke-dasharray") == "4 3" and line.find(SPACE + "title").text == "t"


def test_equal_neighbours_are_one_cell():
    figure = Figure(40, 20, "cells")
    fills = [["#a", "#a", "#b", ""], ["#c", "", "", "#c"]]
    figure.cells(np.arange(5) * 10, np.array([0, 10, 20]), fills)
    found = [(*numbers(e, "x", "y", "width"), e.get("fill")) for e in elements(figure, "rect")]
    assert found == [
        (0, 0, 20.3, "#a"), (20, 0, 10.3, "#b"), (0, 10, 10.3, "#c"), (30, 10, 10.3, "#c"),
    ]  # fmt: skip
    apart = Figure(40, 20, "cells")
    apart.cells(np.arange(5) * 10, np.array([0, 10, 20]), fills, [["x"] * 4] * 2)
    assert len(elements(apart, "rect")) == 5


def test_rows_of_cells_follow_the_axis():
    figure = Figure(10, 20, "cells")
    figure.panel((0, 1), (0, 2), 0, 0, 0, 0).cells(np.arange(2), np.arange(3), [["#a"], ["#b"]])
    low, high = elements(figure, "rect")
    assert low.get("fill") == "#a" and numbers(low, "y") == [10] and numbers(high, "y") == [0]


def test_axes_write_round_numbers():
    figure = Figure(400, 300, "axes")
    panel = figure.panel((-1, 3), (0, 1), log=True)
    panel.axes("x <1>", "y", "title")
    texts = [element.text for element in elements(figure, "text")]
    assert texts[:5] == ["0.1", "1", "10", "100", "1e+03"]
    assert texts[5:] == ["0", "0.2", "0.4", "0.6", "0.8", "1", "title", "x <1>", "y"]
    framed = Figure(400, 300, "axes")
    framed.panel((0, 1), (0, 1)).axes(x_ticks=[(0.5, "here")], y_ticks=(), frame=True)
    assert [e.text for e in elements(framed, "text")] == ["here"]
    assert len(elements(framed, "rect")) == 1


def test_one_value_has_an_axis():
    figure = Figure(100, 100, "one")
    panel = figure.panel((5, 5), (0, 0), 0, 0, 0, 0)
    panel.axes()
    panel.dots(5, 0)
    assert numbers(elements(figure, "circle")[0], "cx", "cy") == [50, 50]


def test_legend_and_colour_bar():
    figure = Figure(400, 100, "legend")
    figure.legend(0, 10, [("#111111", "one"), ("#222222", "two")])
    figure.legend(0, 60, [("#111111", "one"), ("#222222", "two")], across=(70, 0))
    places = [numbers(e, "x", "y") for e in elements(figure, "rect")]
    assert places == [[0, 10], [0, 30], [0, 60], [70, 60]]
    bar = Figure(400, 30, "bar")
    bar.colour_bar(50, 5, 300, HEAT, "0", "2 m")
    boxes = elements(bar, "rect")
    assert boxes[0].get("fill") == HEAT[0] and boxes[-1].get("fill") == HEAT[-1]
    assert [e.text for e in elements(bar, "text")] == ["0", "2 m"]


def test_a_picture_is_in_the_drawing():
    figure = Figure(70, 50, "map")
    assert "xlink" not in figure.svg()
    figure.image(b"\x89PNG")
    assert elements(figure, "image")[0].get("{http://www.w3.org/1999/xlink}href") == (
        "data:image/png;base64,iVBORw=="
    )


def test_turned_text():
    figure = Figure(10, 10, "text")
    figure.text(3, 4, "a & b", turned=-90, bold=True, shift=(1, 1))
    (text,) = elements(figure, "text")
    assert text.get("transform") == "translate(4.0 5.0) rotate(-90)" and text.text == "a & b"


@pytest.mark.parametrize(
    ("ends", "expected"),
    [((0, 10), [0, 2, 4, 6, 8, 10]), ((-0.13, 0.31), [-0.1, 0, 0.1, 0.2, 0.3])],
)
def test_ticks_are_round(ends, expected):
    assert ticks(*ends) == pytest.approx(expected)
    assert "-0" not in [f"{value:g}" for value in ticks(*ends)]


@pytest.mark.parametrize(
    ("value", "up", "down"), [(1, 1, 1), (3, 5, 2), (0.07, 0.1, 0.05), (720, 1000, 500)]
)
def test_round_numbers(value, up, down):
    assert round_up(value) == pytest.approx(up) and round_down(value) == pytest.approx(down)


def test_room_beyond_the_values():
    assert padded(0, 10, 0.1) == (-1, 11) and padded(3, 3) == (2, 4)


def test_ticks_of_time_are_whole_months():
    assert time_ticks(2019.9, 2022.1) == [
        (2020.0, "2020-01"), (2020.5, "2020-07"), (2021.0, "2021-01"), (2021.5, "2021-07"),
        (2022.0, "2022-01"),
    ]  # fmt: skip
    assert [label for _, label in time_ticks(2020.0, 2020.4)] == [
        "2020-01", "2020-02", "2020-03", "2020-04", "2020-05",
    ]  # fmt: skip
    assert len(time_ticks(1992.0, 2026.0)) <= 8


def test_time_is_in_decimal_years():
    years = decimal_years(np.array(["1970-01-01", "2020-01-01"], "datetime64[D]"))
    assert years == pytest.approx([1970, 2020], abs=2e-3)
    assert [label for _, label in time_ticks(*years)] == ["1970-01", "1980-01", "1990-01",
                                                          "2000-01", "2010-01"]  # fmt: skip


def test_colours_run_from_low_to_high():
    assert colour(VIRIDIS, 0.0) == "#440154" and colour(VIRIDIS, 2.0) == "#fde725"
    assert colour(VIRIDIS, np.nan) == UNKNOWN
    assert colour(("#000000", "#ffffff"), 3.0, 2.0, 4.0) == "#808080"
    assert colour(VIRIDIS, 5.0, 5.0, 5.0) == VIRIDIS[4]
