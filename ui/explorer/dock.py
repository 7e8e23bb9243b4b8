# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The explorer dock: click on the map, and see how the ground moves."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsCsException, QgsGeometry, QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QMimeData, Qt
from qgis.PyQt.QtGui import QCursor, QGuiApplication, QIcon
from qgis.PyQt.QtWidgets import (
    QAction,
    QActionGroup,
    QComboBox,
    QFileDialog,
    QLabel,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.errors import GroundshiftError
from ..translation import tr
from .animation_panel import AnimationPanel
from .enums import LINE, POLYGON
from .map_problems import MAP_PROBLEMS, map_problem_text
from .map_tools import TOLERANCE, ClickTool, Marks, ShapeTool
from .profile_panel import ProfilePanel
from .series_panel import SeriesPanel
from .session import Selection
from .sources import Sources, transform

ICONS = Path(__file__).resolve().parent.parent / "icons"
SERIES, PROFILE, ANIMATION = range(3)
REFERENCE, LINE_COLOUR = "#000000", "#0072b2"


class ExplorerDock(QgsDockWidget):
    """Series, profiles and animations.

    Parameters
    ----------
    canvas : QgsMapCanvas
    active_layer : callable
        Gives the layer that is chosen in the layer panel.
    parent : QWidget, optional
    """

    def __init__(self, canvas, active_layer, parent=None):
        super().__init__(tr("Groundshift explorer"), parent)
        self.setObjectName("GroundshiftExplorer")
        self.canvas = canvas
        self.sources = Sources()
        self._active_layer = active_layer
        self._files = []
        self._line = None
        self._marks = Marks(canvas)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.series = SeriesPanel(self)
        self.profile = ProfilePanel(self.sources.finder, self)
        self.animation = AnimationPanel(canvas, active_layer, self.sources, self)
        self._build()
        for panel in (self.series, self.profile, self.animation):
            panel.said.connect(self.say)
        self.series.redrawn.connect(self._mark)
        self.visibilityChanged.connect(self._visibility_changed)
        self.closed.connect(self._put_down)
        QgsProject.instance().layersWillBeRemoved.connect(self._layers_removed)
        self._known_crs = self._crs()
        canvas.destinationCrsChanged.connect(self._crs_changed)
        self.series.refresh()

    # --- building ---

    def _build(self):
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.series, tr("Series"))
        self.tabs.addTab(self.profile, tr("Profile"))
        self.tabs.addTab(self.animation, tr("Animation"))
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.setSpacing(2)
        layout.addWidget(self._toolbar())
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.message)
        self.setWidget(body)

    def _toolbar(self):
        bar = QToolBar(self)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        group = QActionGroup(bar)
        self.tools, self.actions = {}, {}
        for name, title, tip, tool, function, tab in (
            ("point", tr("Point"),
             tr("Click a point or a pixel; with Shift beside those that are shown."),
             ClickTool(self.canvas), self._clicked, SERIES),
            ("polygon", tr("Polygon"),
             tr("The mean of what lies in a polygon; a right click ends it."),
             ShapeTool(self.canvas, POLYGON), self._polygon_drawn, SERIES),
            ("reference", tr("Reference"),
             tr("Click what all series are to be relative to."),
             ClickTool(self.canvas), self._reference_clicked, SERIES),
            ("profile", tr("Profile"), tr("Draw the line of a profile; a right click ends it."),
             ShapeTool(self.canvas, LINE), self._line_drawn, PROFILE),
        ):  # fmt: skip
            action = QAction(QIcon(str(ICONS / f"explorer_{name}.svg")), title, group)
            action.setCheckable(True)
            action.setToolTip(tip)
            action.triggered.connect(lambda _, n=name, t=tab: self.take(n, t))
            tool.used.connect(function)
            tool.setAction(action)
            bar.addAction(action)
            self.tools[name], self.actions[name] = tool, action
        bar.addSeparator()
        self.source = QComboBox(bar)
        self.source.addItem(tr("Layer chosen in the layer panel"))
        self.source.setToolTip(tr("Where series are read."))
        bar.addWidget(self.source)
        for title, tip, function in (
            (tr("Open…"), tr("Open a series file (timeseries.h5)."), self._open),
            (tr("Copy"), tr("Copy chart and numbers."), self.copy),
            (tr("Save…"), tr("Save as PNG, SVG or CSV."), self._save_as),
            (tr("Clear"), tr("Forget all selections."), self.clear),
        ):
            action = bar.addAction(title)
            action.setToolTip(tip)
            action.triggered.connect(lambda _, f=function: f())
        return bar

    # --- what is done on the map ---

    def take(self, name: str, tab: int = SERIES) -> None:
        """Take one of the map tools in hand: point, polygon, reference or profile."""
        self.tabs.setCurrentIndex(tab)
        self.actions[name].setChecked(True)
        self.canvas.setMapTool(self.tools[name])

    def current_source(self):
        """The source of series that is chosen.

        Raises
        ------
        GroundshiftError
            If it has none.
        """
        index = self.source.currentIndex()
        return self._files[index - 1] if index > 0 else self.sources.of_layer(self._active_layer())

    def _crs(self):
        return self.canvas.mapSettings().destinationCrs()

    def _read(self, place, again):
        reach = TOLERANCE * self.canvas.mapUnitsPerPixel()
        return self.current_source().at(place.asPoint(), self._crs(), reach, again)

    def _clicked(self, place, adds):
        def look():
            self._show(*self._read(place, lambda: self._clicked(place, adds)), adds)

        self._look(look)

    def _reference_clicked(self, place, adds):
        def look():
            found = self._read(place, lambda: self._reference_clicked(place, adds))
            self.series.set_reference(Selection(*found, REFERENCE))

        self._look(look)

    def _polygon_drawn(self, polygon, adds):
        def look():
            found = self.current_source().within(
                polygon, self._crs(), lambda: self._polygon_drawn(polygon, adds)
            )
            self._show(*found, adds)

        self._look(look)

    def _line_drawn(self, line, _):
        self._line = line
        self.tabs.setCurrentIndex(PROFILE)
        self.profile.draw(line, self._crs())
        self._mark()

    def _look(self, function):
        """Do what was asked for; say in one sentence why it cannot be done."""
        self.say("")
        QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
        try:
            function()
        except MAP_PROBLEMS as error:
            self.say(map_problem_text(error))
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _show(self, trace, where, adds):
        self.tabs.setCurrentIndex(SERIES)
        self.series.select(trace, where, adds)

    def say(self, text: str) -> None:
        """Show one sentence below."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _mark(self):
        self._marks.clear()
        if self.isHidden():
            return
        for selection in self.series.session.selections:
            if selection.shown:
                self._marks.add(selection.place, selection.colour)
        if self.series.session.reference is not None:
            self._marks.add(self.series.session.reference.place, REFERENCE, square=True)
        if self._line is not None:
            self._marks.add(self._line, LINE_COLOUR)

    def _crs_changed(self):
        """Take what is marked along to the map's new coordinates."""
        way, self._known_crs = transform(self._known_crs, self._crs()), self._crs()
        reference = self.series.session.reference
        kept = [*self.series.session.selections, *([reference] if reference else [])]
        for selection in kept:
            selection.place = _moved(selection.place, way)
        self._line = self._line and _moved(self._line, way)
        self._mark()

    def _visibility_changed(self, _):
        self._mark()

    # --- files ---

    def open_file(self, path: str) -> None:
        """Read series from a file from now on.

        Raises
        ------
        GroundshiftError
            If it holds none.
        """
        found = self.sources.of_file(path)
        self._files.append(found)
        self.source.addItem(found.file.name)
        self.source.setItemData(self.source.count() - 1, path, Qt.ItemDataRole.ToolTipRole)
        self.source.setCurrentIndex(self.source.count() - 1)

    def _page(self):
        return self.profile if self.tabs.currentIndex() == PROFILE else self.series

    def save(self, path: str) -> None:
        """Save what is shown, as the name's ending says: PNG, SVG or CSV.

        Raises
        ------
        GroundshiftError
            If the ending is another or the file cannot be written.
        """
        from ...algorithms.formats.text.series_csv import write_text

        ending = Path(path).suffix.lower()
        if ending == ".csv":
            text = self._page().table()
            if not text:
                raise GroundshiftError(tr("Draw a line on the map; a right click ends it."))
            write_text(path, text)
        elif ending in (".png", ".svg"):
            self._page().chart.save_picture(path)
        else:
            raise GroundshiftError(
                tr("{file}: a chart is saved as .png, .svg or .csv; choose one of them.").format(
                    file=path
                )
            )

    def copy(self) -> None:
        """Put chart and numbers on the clipboard: pictures go to texts, numbers to tables."""
        data = QMimeData()
        data.setImageData(self._page().chart.image())
        data.setText(self._page().table())
        QGuiApplication.clipboard().setMimeData(data)

    def _open(self):
        series = "*.h5 zarr.json .zmetadata *.tif *.tiff *.vrt *.nc *.grd"
        kinds = f"{tr('Series')} ({series});;{tr('All')} (*)"
        path, _ = QFileDialog.getOpenFileName(self, tr("Open a series"), "", kinds)
        if path:
            self._look(lambda: self.open_file(path))

    def _save_as(self):
        kinds = "PNG (*.png);;SVG (*.svg);;CSV (*.csv)"
        path, kind = QFileDialog.getSaveFileName(self, tr("Save"), "", kinds)
        if path and not Path(path).suffix:
            path += "." + kind[:3].lower()
        if path:
            self._look(lambda: self.save(path))

    # --- cleaning up ---

    def clear(self) -> None:
        """Forget all selections, the reference and the line."""
        self._line = None
        self.series.clear()

    def _layers_removed(self, layer_ids):
        self.sources.forget(layer_ids)
        self.animation.forget(layer_ids)

    def _put_down(self):
        """A closed dock leaves the map to others."""
        for tool in self.tools.values():
            self.canvas.unsetMapTool(tool)

    def close_down(self) -> None:
        """Give back map tools, marks and tasks; the dock can be deleted then."""
        self.animation.stop()
        self._put_down()
        for tool in self.tools.values():
            tool.close_down()
        self._marks.clear()
        self.sources.finder.forget()
        QgsProject.instance().layersWillBeRemoved.disconnect(self._layers_removed)
        self.canvas.destinationCrsChanged.disconnect(self._crs_changed)


def _moved(geometry, way) -> QgsGeometry:
    """A geometry in other coordinates; an empty one where it has none there."""
    geometry = QgsGeometry(geometry)
    try:
        geometry.transform(way)
    except QgsCsException:
        return QgsGeometry()
    return geometry
