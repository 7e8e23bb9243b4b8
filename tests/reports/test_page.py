# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pages of results."""

import re
from xml.etree import ElementTree

import numpy as np
from groundshift.algorithms.reports.figure import Figure
from groundshift.algorithms.reports.page import Bold, Page, number, plus_minus

ODD = "<b>&\"'"


def parsed(page):
    """The body's elements; a page of ours is XML but for its head."""
    body = re.search(r"<body>.*</body>", page, re.S).group()
    return ElementTree.fromstring(body.replace("class=faint", "class='faint'"))


def full_page():
    page = Page("Window " + ODD, "On the page " + ODD)
    page.warnings([ODD])
    page.paragraph("one ", Bold(ODD), " two")
    page.heading(ODD)
    page.items([ODD, "second"])
    page.table(("name " + ODD, "value"), [(ODD, 1.23456789), ("whole", 123456), ("gap", np.nan)])
    page.drawing(Figure(100, 50, ODD).svg(), "first")
    page.table((), [("a", "b"), ("c", "d")], words=True, faint=(1,))
    return page


def test_every_text_is_escaped():
    text = full_page().html()
    body = parsed(text)
    assert ODD not in text
    assert body.find("h1").text == "On the page " + ODD and body.find("h2").text == ODD
    assert body.find("p[@class='warning']").text == ODD
    assert [item.text for item in body.iter("li")] == [ODD, "second"]
    assert [item.text for item in body.iter("b")] == [ODD]
    assert body.find(".//th").text == "name " + ODD
    assert "<title>Window &lt;b&gt;&amp;" in text


def test_cells_are_written_as_they_are():
    tables = list(parsed(full_page().html()).iter("table"))
    cells = [[cell.text for cell in row.iter("td")] for row in tables[0].iter("tr")][1:]
    assert cells == [[ODD, "1.235"], ["whole", "123456"], ["gap", "–"]]
    assert tables[1].get("class") == "words" and tables[0].get("class") is None
    assert [row.get("class") for row in tables[1].iter("tr")] == [None, "faint"]


def test_nothing_is_loaded_from_elsewhere():
    text = full_page().html()
    assert not re.search(r"(src|href)=|@import|url\(", text)
    assert text.startswith("<!DOCTYPE html>") and text.count("<svg") == 1


def test_print_names_its_drawings():
    text, drawings = full_page().printed()
    assert list(drawings) == ["first"] and drawings["first"].startswith("<svg")
    image = parsed(text).find(".//img") if "/>" in text else None
    assert "<svg" not in text and image is None
    assert "<img src='first' width='620' height='310'>" in text


def test_numbers():
    assert number(12.3456) == "12.35" and number(float("inf")) == "–"
    assert number(0.5, "+.2f") == "+0.50"
    assert plus_minus("1", "2") == "1 ± 2" and plus_minus("1", "") == "1"
    assert plus_minus("1", number(np.nan)) == "1"
