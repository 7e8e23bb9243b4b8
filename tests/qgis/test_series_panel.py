# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Chart and panels of the explorer. They need Qt alone: scripts/qt6_check.py tests them on Qt 6."""

import numpy as np
import pytest

DAYS = np.datetime64("2019-01-01") + 12 * np.arange(40).astype("timedelta64[D]")
YEARS = (DAYS - DAYS[0]).astype(float) / 365.25


def trace(rate, days=DAYS):
    from groundshift.algorithms.data.trace import Trace

    noise = 0.5 * np.sin(17 * np.arange(len(DAYS)))
    return Trace(f"point of {rate:g}", days, rate * YEARS + noise, np.full(len(DAYS), 2.0))


@pytest.fixture
def panel(request):
    """The page of series with one series; what it says is in ``panel.heard``."""
    pytest.importorskip("qgis.PyQt.QtWidgets", reason="QGIS' Python is not on this machine")
    try:
        import qgis.core  # noqa: F401
    except ImportError:  # Qt 6 without QGIS
        from qgis.PyQt.QtWidgets import QApplication

        application = QApplication.instance() or QApplication([])
    else:
        application = request.getfixturevalue("qgis_application")
    from groundshift.ui.explorer.series_panel import SeriesPanel

    panel = SeriesPanel()
    panel.heard = []
    panel.said.connect(panel.heard.append)
    panel.resize(1000, 420)
    panel.show()
    panel.select(trace(-20.0), None, False)
    application.processEvents()
    yield panel
    panel.close()
    panel.deleteLater()


def click(widget, place=None):
    from qgis.PyQt.QtCore import QPoint, Qt
    from qgis.PyQt.QtTest import QTest

    nothing = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, nothing, place or QPoint())


def tick(box):
    """Click on the square of a box, in the page that it is on."""
    from qgis.PyQt.QtCore import QPoint

    page = box.parentWidget()
    while page is not None and not hasattr(page, "setCurrentWidget"):
        page = page.parentWidget()
    if page is not None:
        page.setCurrentWidget(
            next(w for w in map(page.widget, range(page.count())) if w.isAncestorOf(box))
        )
    before = box.isChecked()
    click(box, QPoint(8, box.height() // 2))
    assert box.isChecked() != before, f"{box.text()} was not hit"


def names(panel):
    return {term.name for term in panel.shown[0].fit.terms}


def seen(picture):
    """The colours of a picture."""
    assert not picture.isNull()
    across, down = range(0, picture.width(), 3), range(0, picture.height(), 3)
    return {picture.pixel(x, y) for x in across for y in down}


def move(widget, place, kind="MouseMove", held=False):
    """An event of the mouse, at a place of a widget."""
    from qgis.PyQt.QtCore import QEvent, QPointF, Qt
    from qgis.PyQt.QtGui import QMouseEvent
    from qgis.PyQt.QtWidgets import QApplication

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    event = QMouseEvent(
        getattr(QEvent.Type, kind), place, QPointF(widget.mapToGlobal(place.toPoint())),
        none if kind == "MouseMove" else left, left if held else none,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def wait(milliseconds=50):
    from qgis.PyQt.QtTest import QTest

    QTest.qWait(milliseconds)


def test_it_is_painted(panel):
    from qgis.PyQt.QtGui import QColor

    colours = seen(panel.grab().toImage())
    assert len(colours) > 20
    (one,) = panel.shown
    assert QColor(one.selection.colour).rgb() in seen(panel.chart.image())


def test_boxes_are_ticked_and_buttons_pressed(panel):
    tick(panel.keep)
    panel.select(trace(30.0), None, False)
    assert len(panel.shown) == 2
    assert len({one.selection.colour for one in panel.shown}) == 2
    dots = [item for item in panel.chart.figure.panels[0].items if item.kind == "dots"]
    assert len(dots) == 2 and dots[0].points[0][2] == 2.0
    tick(panel.errors)
    dots = [item for item in panel.chart.figure.panels[0].items if item.kind == "dots"]
    assert all(not point[2] for point in dots[0].points)
    panel.set_reference(panel.shown[1].selection)
    assert panel.shown[0].fit.term("velocity_mm_yr").value == pytest.approx(-50, abs=0.3)
    assert panel.no_reference.isEnabled()
    panel.side.setCurrentIndex(0)
    click(panel.no_reference)
    assert panel.session.reference is None and not panel.no_reference.isEnabled()


def test_one_can_be_hidden(panel):
    from qgis.PyQt.QtCore import Qt

    panel.select(trace(30.0), None, True)
    panel.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    wait()
    assert len(panel.chart.figure.panels[0].items) == 2
    assert "30" in panel.chart.figure.panels[0].items[0].label
    panel.list.item(0).setCheckState(Qt.CheckState.Checked)
    wait()
    assert len(panel.chart.figure.panels[0].items) == 4


def test_the_model_is_chosen_live(panel):
    model = panel.model
    assert len(panel.shown[0].fit.terms) == 2
    model.degree.setValue(2)
    tick(model.annual)
    assert {"acceleration_mm_yr2", "annual_amplitude_mm", "annual_peak_day"} <= names(panel)
    assert "annual amplitude" in model.terms.toPlainText()
    tick(model.residuals)
    assert len(panel.chart.figure.panels) == 2
    panel.chart.grab()
    tick(model.fit)
    assert panel.shown[0].fit is None
    assert [item.kind for item in panel.chart.figure.panels[0].items] == ["dots"]


def test_steps_are_typed_or_found(panel):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    model = panel.model
    panel.side.setCurrentWidget(model)
    QTest.keyClicks(model.steps, "20190601")
    QTest.keyClick(model.steps, Qt.Key.Key_Return)
    assert "step_20190601_mm" in names(panel)
    model.steps.setText("2019-99")
    model.steps.editingFinished.emit()
    assert "is no date" in panel.heard[-1]
    model.steps.setText("")
    model.find.setValue(1)
    assert "found" in panel.shown[0].fit.note and not panel.heard[-1]


def test_rain_and_events_lie_beside(panel, tmp_path):
    (tmp_path / "rain.csv").write_text("date,rain (mm)\n2019-03-01,12\n2019-03-02,0\n2019-09-01,30")
    (tmp_path / "events.csv").write_text("date,what\n2019-05-05,M 5.1\n")
    panel.add_values(str(tmp_path / "rain.csv"))
    panel.add_events(str(tmp_path / "events.csv"))
    figure = panel.chart.figure
    (rain,) = [item for item in figure.panels[0].items if item.right]
    assert rain.kind == "bars" and [point[1] for point in rain.points] == [12.0, 0.0, 30.0]
    assert figure.panels[0].right == "rain (mm)"
    assert figure.events[0][1] == "M 5.1"
    panel.chart.grab()
    panel.clear_beside()
    assert not panel.chart.figure.events


def test_what_lies_beside_is_drawn_as_late_as_the_motion_follows(panel, tmp_path):
    from groundshift.algorithms.data.trace import Trace

    days = DAYS[0] + np.arange(-200, 480).astype("timedelta64[D]")
    random, level = np.random.default_rng(2), np.zeros(len(days))
    for k in range(1, len(days)):
        level[k] = 0.99 * level[k - 1] + random.normal()
    rows = "".join(f"{day},{value:.4f}\n" for day, value in zip(days, level))
    (tmp_path / "level.csv").write_text("date,level (m)\n" + rows)
    late = np.interp((DAYS - 30).astype(float), days.astype(float), level)
    panel.select(Trace("slide", DAYS, 2 * late + random.normal(0, 0.5, len(DAYS))), None, False)
    panel.add_values(str(tmp_path / "level.csv"))
    (before,) = [item for item in panel.chart.figure.panels[0].items if item.right]
    tick(panel.lags)
    (after,) = [item for item in panel.chart.figure.panels[0].items if item.right]
    assert after.points[0][0] - before.points[0][0] == pytest.approx(30, abs=4)
    assert "days later" in after.label and "days later" in panel.model.terms.toPlainText()
    panel.select(trace(5.0), None, False)
    (none,) = [item for item in panel.chart.figure.panels[0].items if item.right]
    assert "no connection" in none.label and none.points == before.points


def test_what_is_on_its_way_to_failure_is_drawn_so(panel):
    from groundshift.algorithms.data.trace import Trace

    days = (DAYS - DAYS[0]).astype(float)
    growth = -20 * YEARS + 30 * np.log1p(-np.maximum(days - 350, 0) / (days[-1] + 10 - 350))
    noise = np.random.default_rng(1).normal(0, 1, len(DAYS))
    tick(panel.model.warning)
    assert "rate grows" in panel.model.terms.toPlainText()
    before = len(panel.chart.figure.panels[0].items)
    panel.select(Trace("slide", DAYS, growth + noise), None, False)
    text = panel.model.terms.toPlainText()
    assert "failure, if it fails: 2020" in text
    items = panel.chart.figure.panels[0].items
    assert len(items) == before + 1 and items[-1].points[-1][1] == pytest.approx(growth[-1], abs=9)
    panel.select(Trace("short", DAYS[:5], growth[:5]), None, False)
    assert "give a longer late part" in panel.model.terms.toPlainText()


def test_settlement_goes_on_by_the_logarithm_of_time(panel):
    from groundshift.algorithms.data.trace import Trace
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    since = (DAYS - np.datetime64("2016-01-01")).astype(float) / 365.25
    noise = np.random.default_rng(1).normal(0, 1, len(DAYS))
    panel.select(Trace("dump", DAYS, -320 * np.log10(since / since[0]) + noise), None, False)
    panel.side.setCurrentWidget(panel.model)
    QTest.keyClicks(panel.model.settlement, "20160101")
    QTest.keyClick(panel.model.settlement, Qt.Key.Key_Return)
    text = panel.model.terms.toPlainText()
    found = float(text.split("settlement: ")[1].split(" ")[0])
    assert found == pytest.approx(320, rel=0.05)
    items = panel.chart.figure.panels[0].items
    assert [item.kind for item in items] == ["dots", "line", "band", "line"]
    last = -320 * np.log10((since[-1] + 5) / since[0])
    assert items[-1].points[-1][1] == pytest.approx(last, abs=12)
    panel.model.settlement.setText("20260101")
    panel.model.settlement.editingFinished.emit()
    assert "give an earlier day" in panel.model.terms.toPlainText()
    panel.model.settlement.setText("2016-99")
    panel.model.settlement.editingFinished.emit()
    assert "is no date" in panel.heard[-1]


def test_the_chart_is_saved(panel, tmp_path):
    from qgis.PyQt.QtGui import QImage

    chart = panel.chart
    for name in ("a.png", "a.svg"):
        chart.save_picture(tmp_path / name)
    picture = QImage(str(tmp_path / "a.png"))
    assert (picture.width(), picture.height()) == (2 * chart.width(), 2 * chart.height())
    assert len(seen(picture)) > 5
    svg = (tmp_path / "a.svg").read_text()
    assert svg.count("<path") + svg.count("<circle") + svg.count("<ellipse") >= len(DAYS)


def test_the_pointer_reads_values(panel):
    from qgis.PyQt.QtCore import QPointF
    from qgis.PyQt.QtWidgets import QToolTip

    chart = panel.chart
    chart.grab()
    x, y, _ = chart.figure.panels[0].items[0].points[10]
    place = chart._axes[0].place(x, y) + QPointF(1, 1)
    text = chart.value_at(place)
    assert str(DAYS[10]) in text and f"{y:.4g}" in text
    assert chart.value_at(QPointF(0, 0)) == ""
    move(chart, place)
    assert QToolTip.text() == text


def test_the_wheel_zooms_and_a_double_click_shows_all(panel):
    from qgis.PyQt.QtCore import QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QWheelEvent
    from qgis.PyQt.QtTest import QTest

    chart = panel.chart
    chart.grab()
    before = chart._axes[0].x
    middle = chart._axes[0].box.center()
    chart.wheelEvent(
        QWheelEvent(
            middle, QPointF(middle), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )
    )  # fmt: skip
    chart.grab()
    assert chart._axes[0].x[1] - chart._axes[0].x[0] == pytest.approx(0.8 * (before[1] - before[0]))
    QTest.mouseDClick(chart, Qt.MouseButton.LeftButton)
    chart.grab()
    assert chart._axes[0].x == before


def test_dragging_moves_the_axis(panel):
    from qgis.PyQt.QtCore import QPointF

    chart = panel.chart
    chart.grab()
    axes = chart._axes[0]
    start = axes.box.center()
    end = start + QPointF(50, 0)
    move(chart, start, "MouseButtonPress", held=True)
    move(chart, end, held=True)
    move(chart, end, "MouseButtonRelease")
    move(chart, start)
    days = 50 * (axes.x[1] - axes.x[0]) / axes.box.width()
    assert chart._view[0] == pytest.approx(axes.x[0] - days, abs=0.02 * days)
    assert chart._view[1] - chart._view[0] == pytest.approx(axes.x[1] - axes.x[0])


def test_the_zoom_goes_where_it_shows_nothing_of_the_next_series(panel):
    chart = panel.chart
    first, last = chart.figure.span()
    chart._view = (first + 10, first + 60)
    panel.select(trace(1.0), None, False)
    assert chart._view == (first + 10, first + 60)
    chart._view = (last + 1000, last + 2000)
    panel.select(trace(2.0), None, False)
    assert chart._view is None
