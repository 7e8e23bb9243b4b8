# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an area as a user runs it."""

import re
import zlib
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from runs import one_sentence, refusal, run_here, succeeded

DATES = ("D20190101", "D20190701", "D20200101", "D20200701")


@pytest.fixture
def inputs(plugin, tmp_path):
    from area_layers import layer, point, square

    x, y = (v.ravel() * 100.0 for v in np.meshgrid(np.arange(-4, 5), np.arange(-4, 5)))
    rate = np.where(np.hypot(x, y) < 150, -40.0, 1.0)
    series = {name: rate * k / 2 for k, name in enumerate(DATES)}
    points = layer(
        tmp_path / "points.gpkg", "point", [point(*p) for p in zip(x, y)],
        velocity_mm_yr=rate, velocity_std_mm_yr=np.full(81, 0.5), **series,
    )  # fmt: skip
    out = tmp_path / "out"
    return {
        "POINTS": points.path, "RESOLUTION": 100, "SELECTION": "fixed",
        "AREAS": str(tmp_path / "areas.gpkg"),
    }, {
        "POINTS": points.path, "AREAS": str(tmp_path / "areas.gpkg"), "SEPARATION": 0,
        "HTML": str(out / "page.html"), "PDF": str(out / "page.pdf"), "TITLE": "Über & <unter>",
    }, layer(tmp_path / "study.gpkg", "polygon", [square(0, 0, 250)]).path, out  # fmt: skip


@pytest.fixture
def areas(inputs):
    """Active areas, as the tool for them makes them."""
    finding, _, _, _ = inputs
    _, problem = run_here("activeareas", finding)
    assert not problem


def picture(page):
    """The map in the page."""
    import base64

    from qgis.PyQt.QtGui import QImage

    image = QImage()
    assert image.loadFromData(base64.b64decode(re.search(r"base64,([^'\"]*)['\"]", page)[1]))
    return image


def is_red(colour):
    red, green, blue = colour.red(), colour.green(), colour.blue()
    return red > 140 and green < 0.7 * red and blue < 0.7 * red


def test_qgis_process(qgis_process, inputs, areas):
    _, parameters, study, out = inputs
    results = succeeded(qgis_process.run("report", {**parameters, "STUDY_AREA": study}))
    assert (results["COUNT"], results["AWAY"], results["TOWARDS"]) == (9, 9, 0)
    assert results["MEDIAN"] == results["WORST"] == -40.0
    assert (results["WORST_COUNT"], results["AREA_COUNT"]) == (9, 1)
    assert sorted(path.name for path in out.iterdir()) == ["page.html", "page.pdf"]
    page = (out / "page.html").read_text(encoding="utf-8")
    assert "Über &amp; &lt;unter&gt;" in page
    assert "groundshift:activeareas (Groundshift " in page, "parameters of the run are told"
    assert "SELECTION = &#x27;fixed&#x27;" in page
    assert (out / "page.pdf").read_bytes().startswith(b"%PDF-")


def test_the_map_shows_styled_layers_where_they_are(inputs, areas):
    _, parameters, _, out = inputs
    _, problem = run_here("report", parameters)
    assert not problem
    image = picture((out / "page.html").read_text(encoding="utf-8"))
    assert image.width() == 1400
    middle = image.pixelColor(image.width() // 2 + 40, image.height() // 2 + 40)
    assert is_red(middle), "the active area is drawn in its own style"
    corner = image.pixelColor(3, 3)
    assert corner.name() == "#ffffff"


def test_layers_of_the_map_are_chosen(inputs, areas, tmp_path):
    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtGui import QColor

    _, parameters, study, out = inputs
    green = QgsVectorLayer(study, "study", "ogr")  # QGIS takes a colour by chance, red at times
    green.renderer().symbol().setColor(QColor("green"))
    green.saveDefaultStyle()
    _, problem = run_here("report", {**parameters, "LAYERS": [study]})
    assert not problem
    page = (out / "page.html").read_text(encoding="utf-8")
    assert "Layers: study." in page
    image = picture(page)
    assert not is_red(image.pixelColor(image.width() // 2 + 40, image.height() // 2 + 40))


def test_points_in_degrees_are_drawn_in_metres(inputs, tmp_path):
    from area_layers import other_crs

    _, parameters, _, out = inputs
    degrees = other_crs(parameters["POINTS"], tmp_path / "degrees.gpkg", "EPSG:4326")
    given = {name: parameters[name] for name in ("HTML", "SEPARATION")}
    results, problem = run_here("report", {**given, "POINTS": degrees.path})
    assert not problem and results["COUNT"] == 81
    page = (out / "page.html").read_text(encoding="utf-8")
    image = picture(page)
    assert image.width() == pytest.approx(image.height(), rel=0.02), "a square stays one"
    assert ">200 m<" in page


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("degrees", [False, True])
def test_points_at_one_place_have_a_map(inputs, tmp_path, count, degrees):
    """QGIS crashes on a map without width."""
    from area_layers import layer, other_crs, point

    _, parameters, _, out = inputs
    one = layer(tmp_path / "one.gpkg", "point", [point(0, 0)] * count, velocity_mm_yr=[-9] * count)
    if degrees:
        one = other_crs(one.path, tmp_path / "degrees.gpkg", "EPSG:4326")
    given = {name: parameters[name] for name in ("HTML", "PDF")}
    results, problem = run_here("report", {**given, "POINTS": one.path})
    assert not problem and (results["COUNT"], results["WORST_COUNT"]) == (count, 1)
    assert ">50 m<" in (out / "page.html").read_text(encoding="utf-8")


def test_layer_names_are_texts_and_no_page(inputs):
    from qgis.core import QgsVectorLayer

    _, parameters, _, out = inputs
    evil = "<script>alert(1)</script>&\"'"
    layer = QgsVectorLayer(parameters["POINTS"], evil, "ogr")
    given = {name: parameters[name] for name in ("HTML", "PDF")}
    _, problem = run_here("report", {**given, "POINTS": layer, "TITLE": evil})
    assert not problem
    page = (out / "page.html").read_text(encoding="utf-8")
    assert "<script" not in page and page.count("&lt;script&gt;alert(1)") >= 3


def test_a_rectangle_bounds_points_and_map(inputs):
    _, parameters, _, out = inputs
    extent = "499875,500125,4599875,4600125"
    given = {name: parameters[name] for name in ("POINTS", "HTML", "PDF")}
    results, problem = run_here("report", {**given, "EXTENT": extent})
    assert not problem and results["COUNT"] == 9
    page = (out / "page.html").read_text("utf-8")
    assert re.search(r"""<image [^>]*width=["'][\d.]+["'] height=["'][\d.]+["']""", page)


def test_the_pdf_holds_text_and_pictures(inputs):
    _, parameters, _, out = inputs
    given = {name: parameters[name] for name in ("POINTS", "HTML", "PDF")}
    _, problem = run_here("report", given)
    assert not problem
    data = (out / "page.pdf").read_bytes()
    assert data.count(b"/Subtype /Image") + data.count(b"/Subtype/Image") >= 3
    assert b"/Font" in data
    assert data.rstrip().endswith(b"%%EOF")


def drawn_scales(data):
    """Scales across and down with which a PDF draws its pictures."""
    found = []
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", data, re.S):
        try:
            text = zlib.decompress(packed)
        except zlib.error:
            continue
        drawn = re.findall(rb"([\d.]+) 0 0 ([\d.]+) \S+ \S+ cm\s+\S+ 0 0 \S+ \S+ \S+ cm /Im", text)
        found += [(float(across), float(down)) for across, down in drawn]
    return found


def test_drawings_keep_their_shape_where_the_window_has_tools_run(inputs, monkeypatch):
    """In a worker thread, where Qt takes the height of a picture as it is."""
    from groundshift.processing_provider import drawing

    _, parameters, _, out = inputs
    make = drawing.pdf
    with ThreadPoolExecutor(1) as thread:
        monkeypatch.setattr(drawing, "pdf", lambda *given: thread.submit(make, *given).result())
        given = {name: parameters[name] for name in ("POINTS", "HTML", "PDF")}
        _, problem = run_here("report", given)
    assert not problem
    scales = drawn_scales((out / "page.pdf").read_bytes())
    assert len(scales) >= 3
    for across, down in scales:
        assert across == pytest.approx(down, rel=0.02)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"POINTS": "nowhere.gpkg"}, "POINTS"),
        ({"AREAS": "nowhere.gpkg"}, "Active areas (AREAS)"),
        ({"STUDY_AREA": "nowhere.gpkg"}, "Area of the report (STUDY_AREA)"),
        ({"EXTENT": "1,2,3,4"}, "holds no point with a rate"),
        ({"EXTENT": "5,5,3,4"}, "rectangle is empty"),
        ({"WORST_POINTS": 1000}, "Number of worst points"),
        ({"RATE": "speed"}, "speed"),
        ({"HTML": "page.txt"}, ".html"),
        ({"PDF": "page.doc"}, ".pdf"),
    ],
)
def test_one_sentence(inputs, change, words):
    _, parameters, _, out = inputs
    given = {name: parameters[name] for name in ("POINTS", "HTML", "PDF")}
    _, problem = run_here("report", {**given, **change})
    assert words in one_sentence(problem)
    assert not out.exists()


def test_polygons_and_a_rectangle_are_one_too_many(inputs):
    _, parameters, study, out = inputs
    given = {"POINTS": parameters["POINTS"], "HTML": parameters["HTML"], "STUDY_AREA": study}
    _, problem = run_here("report", {**given, "EXTENT": "499875,500125,4599875,4600125"})
    assert "give one of the two" in one_sentence(problem)
    assert not out.exists()


def test_layers_without_a_place_are_refused_in_qgis_process(qgis_process, inputs, tmp_path):
    from area_layers import layer, square

    _, parameters, _, out = inputs
    bare = layer(tmp_path / "bare.gpkg", "polygon", [square(0, 0, 9)], "", n=[1])
    given = {"POINTS": parameters["POINTS"], "HTML": parameters["HTML"], "AREAS": bare.path}
    assert "only one has a CRS" in refusal(qgis_process.run("report", given))
    assert not out.exists()
