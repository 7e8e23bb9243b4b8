# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an area, from layers to a page."""

import base64
import re
import xml.etree.ElementTree as ET
from types import SimpleNamespace

import numpy as np
import pytest
from area_layers import ORIGIN, TRUE, layer, other_crs, point, square
from groundshift.algorithms.areas.pages.report import report_page
from groundshift.algorithms.areas.report import MapPicture
from groundshift.algorithms.areas.tools import report as tool
from groundshift.algorithms.areas.tools.report_findings import gathered
from groundshift.algorithms.declare import asked_by
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.layer_kinds import raster_or_features
from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import execute
from groundshift.algorithms.toolbox import call

DATES = np.datetime64("2019-01-01") + np.arange(40) * np.timedelta64(30, "D")
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)


@pytest.fixture
def scene(tmp_path):
    """A grid of 11 x 11 points, 100 m apart; one moves by -50 mm/yr, one by 30, the last is NaN."""
    x, y = (v.ravel() * 100.0 for v in np.meshgrid(np.arange(-5, 6), np.arange(-5, 6)))
    rate = np.full(121, 1.0)
    rate[60], rate[16], rate[-1] = -50.0, 30.0, np.nan
    years = (DATES - DATES[0]).astype(float) / 365.25
    series = {
        f"D{str(date).replace('-', '')}": np.where(np.isfinite(rate), rate, 0.0) * t
        for date, t in zip(DATES[::-1], years[::-1])  # as they may stand in a file
    }
    points = layer(
        tmp_path / "points.gpkg", "point", [point(*p) for p in zip(x, y)],
        velocity_mm_yr=rate, velocity_std_mm_yr=np.full(121, 0.4), coherence=np.full(121, 0.9),
        **series,
    )  # fmt: skip
    areas = layer(
        tmp_path / "areas.gpkg", "polygon", [square(0, 0, 200), square(2000, 0, 400)],
        area_id=[1, 2], mean_mm_yr=[-40.0, 8.0], quality=[1, 3],
    )  # fmt: skip
    return points, areas, tmp_path


def run_report(points, target=None, picture=None, histories=(), job=None, **given):
    """What the report tells, and its page."""
    values = {name.upper(): value for name, value in given.items()}
    chosen = asked_by(tool).of({"POINTS": raster_or_features(points.path), **values})
    chosen.histories = histories
    found = gathered(chosen, picture, job or Job())
    if target:
        target.write_text(report_page(chosen, found).html(), encoding="utf-8")
    return found


def svgs(page):
    return [ET.fromstring(text) for text in re.findall(r"<svg.*?</svg>", page, re.S)]


def test_page_of_a_known_scene(scene):
    points, areas, folder = scene
    report = run_report(
        points, folder / "page.html", areas=areas, title="My <valley>", worst_points=5,
        separation=0, histories=(("points", ("sbas (1)", "A = 1", "B = None")),),
    )  # fmt: skip
    assert report.numbers() == pytest.approx({
        "COUNT": 120, "AWAY": 1, "TOWARDS": 1, "MEDIAN": 1.0, "WORST": -50.0, "WORST_COUNT": 5,
        "AREA_COUNT": 2, "AREA_KM2": 0.2,
    }, rel=1e-3)  # fmt: skip
    first, second = report.worst[:2]
    assert (first.x, first.y) == pytest.approx(tuple(ORIGIN), abs=1)
    assert second.velocity == pytest.approx(0.030)
    assert first.series.rate == pytest.approx(-0.050, rel=1e-3), "dates are put in order"
    assert first.series.total == pytest.approx(-0.050 * 39 * 30 / 365.25, rel=1e-3)
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert "My &lt;valley&gt;" in page and "<valley>" not in page
    assert "120 points with a rate; 2 (1.7 %) move by 5 mm/yr" in page
    assert "2 active areas cover" in page
    assert "sbas (1); A = 1<" in page and "B = None" not in page
    assert len(svgs(page)) == 1 + 5, "histogram and series, each well-formed"
    assert not re.search(r"(src|href)=.(http|file|/)", page), "nothing is loaded from elsewhere"
    assert "nan" not in re.sub(r"<[^>]*>", "", page)


def test_points_outside_of_the_study_area_do_not_count(scene):
    points, areas, folder = scene
    study = layer(folder / "study.gpkg", "polygon", [square(0, 0, 450), square(100, 0, 450)])
    report = run_report(points, folder / "page.html", areas=areas, study_area=study)
    assert report.rates.count == 6 * 5  # of two squares that overlap
    assert report.study_km2 == pytest.approx(0.55 * 0.45, rel=1e-3)
    assert report.numbers()["AREA_COUNT"] == 1
    assert " 1 active area covers " in (folder / "page.html").read_text(encoding="utf-8")
    assert [round(1e3 * p.velocity) for p in report.worst] == [-50]
    same = other_crs(study.path, folder / "degrees.gpkg", "EPSG:4326")
    assert run_report(points, study_area=same).rates.count == 30


def test_a_rectangle_is_a_study_area(scene):
    points, areas, _ = scene
    extent = (*(ORIGIN - 225), *(ORIGIN + (325, 225)))
    report = run_report(points, areas=areas, extent=extent)
    assert report.rates.count == 30
    assert report.study_km2 == pytest.approx(0.55 * 0.45, rel=1e-3)


def test_marks_lie_where_the_points_are_on_the_picture(scene):
    points, areas, folder = scene
    left, bottom, right, top = (*(ORIGIN - 1000), *(ORIGIN + (1000, 1000)))
    picture = MapPicture(PNG, (left, bottom, right, top), TRUE, ("velocity",))
    study = layer(folder / "study.gpkg", "polygon", [square(0, 0, 1500)])
    run_report(
        points, folder / "page.html", picture, areas=areas, study_area=study, worst_points=2,
        separation=100,
    )  # fmt: skip
    drawing = svgs((folder / "page.html").read_text(encoding="utf-8"))[0]
    space = "{http://www.w3.org/2000/svg}"
    circles = [(float(c.get("cx")), float(c.get("cy"))) for c in drawing.iter(space + "circle")]
    # 700 units are 2 km; the second point lies at (0, -400) from the middle.
    assert circles[0] == pytest.approx((350, 350), abs=0.5)
    assert circles[1] == pytest.approx((350, 350 + 400 * 0.35), abs=0.5)
    assert [t.text for t in drawing.iter(space + "text")] == ["1", "2", "500 m"]
    bar = [float(r.get("width")) for r in drawing.iter(space + "rect")][2]
    assert bar == pytest.approx(500 * 0.35, rel=1e-3)
    ring = next(drawing.iter(space + "path")).get("d")
    assert ring.count("L") == 4
    assert base64.b64encode(PNG).decode() in drawing.find(space + "image").get(
        "{http://www.w3.org/1999/xlink}href"
    )


def test_a_picture_in_another_crs(scene):
    points, areas, folder = scene
    from pyproj import Transformer

    way = Transformer.from_crs(TRUE, "EPSG:3857", always_xy=True)
    x, y = way.transform(*ORIGIN)
    picture = MapPicture(PNG, (x - 1000, y - 1000, x + 1000, y + 1000), "EPSG:3857")
    report = run_report(points, None, picture, areas=areas)
    assert report.marks[0] == pytest.approx((x, y), abs=1)
    latitude = Transformer.from_crs(TRUE, "EPSG:4326", always_xy=True).transform(*ORIGIN)[1]
    # Mercator's stretch, nearly: it is that of a sphere.
    assert report.metres_a_unit == pytest.approx(np.cos(np.radians(latitude)), rel=5e-3)


def test_points_without_series_areas_or_deviations(scene, tmp_path):
    bare = layer(tmp_path / "bare.gpkg", "point", [point(0, 0), point(900, 0)], velocity=[3.0, 4.0])
    report = run_report(bare, tmp_path / "page.html")
    assert report.areas is None and report.numbers()["AREA_COUNT"] is None
    assert [p.series for p in report.worst] == [None, None]
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Active areas" not in page and len(svgs(page)) == 1


def test_no_active_area_is_told(scene):
    points, _, folder = scene
    none = layer(folder / "none.gpkg", "polygon", [])
    report = run_report(points, folder / "page.html", areas=none)
    assert report.numbers()["AREA_COUNT"] == 0 and report.numbers()["AREA_KM2"] == 0
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert "<h2>Active areas</h2>\n<p>None.</p>" in page
    with pytest.raises(GroundshiftError, match="holds no polygon"):
        run_report(points, folder / "page.html", areas=points)


def test_still_ground_has_no_worst_points(tmp_path):
    still = layer(
        tmp_path / "still.gpkg", "point", [point(0, 0), point(900, 0)],
        velocity_mm_yr=[0.5, -0.2], velocity_std_mm_yr=[1.0, 1.0],
    )  # fmt: skip
    report = run_report(still, tmp_path / "page.html")
    assert report.worst == [] and report.numbers()["WORST"] is None
    assert "No point moves faster" in (tmp_path / "page.html").read_text(encoding="utf-8")


class Printer:
    """Stands in for what QGIS prints and draws with."""

    def __init__(self, problem=None):
        self.problem = problem

    def pdf(self, page, drawings):
        if self.problem:
            raise self.problem
        self.page, self.drawings = page, drawings
        return b"%PDF"


def printed(points, areas, targets, printer, **more):
    """The tool with a printer."""
    values = {"POINTS": (points.path, "", False, points.crs), "AREAS": (areas.path, ""), **more}
    return execute(tool, asked_by(tool).of(values), targets, Job(), printer)[0]


def test_the_page_for_print_names_every_drawing(scene):
    points, areas, folder = scene
    printer, points = Printer(), SimpleNamespace(path=points.path, crs=TRUE)
    printed(points, areas, {"PDF": folder / "r.pdf"}, printer, WORST_POINTS=3, SEPARATION=500)
    assert (folder / "r.pdf").read_bytes() == b"%PDF"
    named = re.findall(r"<img src='(\w+)'", printer.page)
    assert named == list(printer.drawings) == ["histogram", "series1", "series2", "series3"]
    assert "<svg" not in printer.page
    for svg in printer.drawings.values():
        ET.fromstring(svg)


def test_as_a_function(scene):
    """Without QGIS there is no map, and no PDF."""
    points, areas, folder = scene
    left, bottom, right, top = *(ORIGIN - 225), *(ORIGIN + (325, 225))
    told = []
    found = call(
        "report", {"note": told.append}, points=points.path, areas=areas.path, threshold=5,
        extent=f"{left},{bottom},{right},{top}", html=folder / "page.html",
    )  # fmt: skip
    report = run_report(points, areas=areas, extent=(left, bottom, right, top))
    assert found["count"] == 30 and found["worst"] == report.numbers()["WORST"]
    assert told == report.notes and "Ground motion" in (folder / "page.html").read_text("utf-8")
    with pytest.raises(GroundshiftError, match="STUDY_AREA.* and .*EXTENT.*: give one"):
        call(
            "report", points=points.path, study_area=areas.path, extent="0,0,1,1",
            html=folder / "b.html",
        )  # fmt: skip
    with pytest.raises(GroundshiftError, match="is drawn by QGIS"):
        call("report", points=points.path, html=folder / "b.html", pdf=folder / "b.pdf")
    assert not (folder / "b.html").exists()


def test_refusals_are_one_sentence_and_leave_nothing(scene):
    points, areas, folder = scene
    before = set(folder.iterdir())
    away = layer(folder.parent / f"{folder.name}_away.gpkg", "polygon", [square(90_000, 0, 10)])
    bare = layer(folder.parent / f"{folder.name}_bare.gpkg", "polygon", [square(0, 0, 9)], "")
    void = layer(
        folder.parent / f"{folder.name}_void.gpkg", "point", [point(0, 0)], velocity=[np.nan]
    )
    for of, given, words in (
        (points, {"study_area": away}, "holds no point with a rate"),
        (points, {"study_area": bare}, "only one has a CRS"),
        (points, {"areas": bare}, "only one has a CRS"),
        (void, {}, "no point has a rate"),
        (areas, {}, "points"),
    ):
        with pytest.raises(GroundshiftError, match=words):
            run_report(of, folder / "page.html", **given)
    with pytest.raises(Cancelled):
        run_report(points, areas=areas, job=Job(cancelled=lambda: True))
    targets = {"HTML": folder / "page.html", "PDF": folder / "p.pdf"}
    with pytest.raises(OSError, match="no printer"):
        points = SimpleNamespace(path=points.path, crs=TRUE)
        printed(points, areas, targets, Printer(OSError("no printer")))
    assert set(folder.iterdir()) == before
