# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The profile: rates along a drawn line, and the terrain below."""

from __future__ import annotations

import re

from qgis.core import (
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QTimer, pyqtSignal, pyqtSlot
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.errors import GroundshiftError
from ..translation import tr
from .chart import ChartWidget
from .enums import POINTS_AND_RASTERS, RASTERS
from .figure import COLOURS, Figure, Item, Panel
from .map_problems import MAP_PROBLEMS, map_problem_text
from .nearest import box_by
from .sources import file_of, is_point_layer, places_and_values, transform

GROUND = "#b39b7d"
PIECES = 100  # rectangles along the line in which points are asked for
DATED = re.compile(r"(?:19|20)\d\d-?[01]\d-?[0-3]\d$")
VELOCITY = re.compile(r"velocity_mm_yr|vel(ocity)?|mean_velocity|v_.*", re.IGNORECASE)


class ProfilePanel(QWidget):
    """Chart and controls of the profile.

    Parameters
    ----------
    finder : PointFinder
    parent : QWidget, optional
    """

    said = pyqtSignal(str)

    def __init__(self, finder, parent=None):
        super().__init__(parent)
        self._finder = finder
        self.chart = ChartWidget(self)
        self.layer = QgsMapLayerComboBox(self)
        self.layer.setFilters(POINTS_AND_RASTERS)
        self.field = QgsFieldComboBox(self)
        self.band = QComboBox(self)
        self.what = QStackedWidget(self)
        self.what.addWidget(self.field)
        self.what.addWidget(self.band)
        self.terrain = QgsMapLayerComboBox(self)
        self.terrain.setFilters(RASTERS)
        self.terrain.setAllowEmptyLayer(True)
        self.terrain.setLayer(None)
        self.width = QDoubleSpinBox(self)
        self.width.setRange(1.0, 1e6)
        self.width.setDecimals(0)
        self.width.setValue(500.0)
        self.width.setSuffix(" m")
        self.bins = QSpinBox(self)
        self.bins.setRange(1, 1000)
        self.bins.setValue(60)
        self.profile = None
        self._line = None
        self._lay_out()
        # Later, when layers that are going away are gone, and once for several changes.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(50)
        self._soon.timeout.connect(self._changed)
        # By number: a layer in a signal may be one that is being deleted.
        for number in (self.width, self.bins):
            number.valueChanged.connect(self._start)
        for choice in (self.layer, self.field, self.band, self.terrain):
            choice.currentIndexChanged.connect(self._start)
        self._shown_layer = None
        self._changed()
        self.chart.show_figure(self.figure())

    @pyqtSlot()
    def _start(self):
        self._soon.start()

    def _changed(self):
        layer = self.layer.currentLayer()
        layer_id = None if layer is None else layer.id()
        if layer_id != self._shown_layer:
            self._shown_layer = layer_id
            self._list_values(layer)
        self.refresh()

    def _lay_out(self):
        form = QFormLayout()
        form.addRow(tr("Layer"), self.layer)
        form.addRow(tr("Value"), self.what)
        form.addRow(tr("Terrain"), self.terrain)
        form.addRow(tr("Swath width"), self.width)
        form.addRow(tr("Bins"), self.bins)
        side = QWidget(self)
        side.setMaximumWidth(300)
        column = QVBoxLayout(side)
        column.addLayout(form)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chart, 1)
        row.addWidget(side)

    def _list_values(self, layer):
        self.what.setCurrentIndex(1 if isinstance(layer, QgsRasterLayer) else 0)
        self.band.blockSignals(True)
        self.field.blockSignals(True)
        self.band.clear()
        if isinstance(layer, QgsRasterLayer):
            names = [layer.bandName(k + 1) for k in range(layer.bandCount())]
            self.band.addItems(names)
            self.band.setCurrentIndex(_telling(names))
        else:
            self.field.setLayer(layer)
            if layer is not None:
                names = [field.name() for field in layer.fields() if field.isNumeric()]
                if names:
                    self.field.setField(names[_telling(names)])
        self.band.blockSignals(False)
        self.field.blockSignals(False)

    def draw(self, line, crs) -> None:
        """Take a line of the map's coordinates."""
        self._line = (line, crs)
        self.refresh()

    def refresh(self) -> None:
        """Compute and show, if there is a line; what is wrong is told."""
        if self._line is None:
            return
        self.profile, text = None, ""
        try:
            self.profile = self._compute()
        except MAP_PROBLEMS as error:
            text = map_problem_text(error)
        self.said.emit(text)
        self.chart.show_figure(self.figure())

    def _compute(self):
        from ...algorithms.explorer.profiles import DrawnLine, profile_of_points, profile_of_raster

        geometry, crs = self._line
        corners = geometry.asPolyline()
        line = DrawnLine(crs.toWkt(), tuple(p.x() for p in corners), tuple(p.y() for p in corners))
        layer, terrain = self.layer.currentLayer(), self.terrain.currentLayer()
        below = file_of(terrain) if terrain is not None else None
        width, bins = self.width.value(), self.bins.value()
        if isinstance(layer, QgsRasterLayer):
            band = self.band.currentIndex() + 1
            return profile_of_raster(line, file_of(layer), band, width, bins, below)
        if not is_point_layer(layer) or not self.field.currentField():
            raise GroundshiftError(tr("Choose a layer of rates for the profile."))
        line.metric()  # says what is wrong with the line
        boxes = self._boxes(geometry, crs, layer)
        field = self.field.currentField()
        values = places_and_values(self._finder, layer, field, boxes, self.refresh)
        return profile_of_points(line, layer.crs().toWkt(), *values, width, bins, below)

    def _boxes(self, geometry, crs, layer):
        """Rectangles of the layer that hold the swath: many small ones, so that few points lie in
        them that do not lie in the swath."""
        to_layer = transform(crs, layer.crs())
        reach, step = self._reach(geometry, crs), geometry.length() / PIECES
        corners, boxes = geometry.asPolyline(), []
        for start, end in zip(corners[:-1], corners[1:]):
            count = max(1, round(start.distance(end) / step))
            dx, dy = (end.x() - start.x()) / count, (end.y() - start.y()) / count
            for k in range(count):
                x, y = start.x() + k * dx, start.y() + k * dy
                box = QgsRectangle(QgsPointXY(x, y), QgsPointXY(x + dx, y + dy))
                box.grow(reach)
                boxes.append(box_by(to_layer, box))
        return boxes

    def _reach(self, geometry, crs):
        """Half of the swath in the map's units, rather too much than too little."""
        ruler = QgsDistanceArea()
        ruler.setSourceCrs(crs, QgsProject.instance().transformContext())
        ruler.setEllipsoid("WGS84")
        start = geometry.boundingBox().center()
        unit = geometry.length() / PIECES
        lengths = [
            ruler.measureLine(start, QgsPointXY(start.x() + dx, start.y() + dy)) / unit
            for dx, dy in ((unit, 0.0), (0.0, unit))
        ]
        return 0.55 * self.width.value() / max(min(lengths), 1e-12)

    def figure(self) -> Figure:
        """The chart of the profile."""
        if self.profile is None:
            return Figure(dates=False, hint=tr("Draw a line on the map; a right click ends it."))
        rows = self.profile.swath.rows
        scale, unit = (1000.0, "km") if self.profile.length >= 5000 else (1.0, "m")
        colour = COLOURS[0]
        items = [
            Item("band", [(r[0] / scale, r[3], r[7]) for r in rows], colour, tr("5–95 %")),
            Item("band", [(r[0] / scale, r[4], r[6]) for r in rows], colour, tr("25–75 %")),
            Item("line", [(r[0] / scale, r[5]) for r in rows], colour, tr("median"), False, 2.0),
            Item("dots", [(r[0] / scale, r[2], None) for r in rows], COLOURS[1], tr("mean")),
        ]
        right = ""
        if self.profile.terrain:
            heights = [(d / scale, h) for d, h in self.profile.terrain]
            items.insert(0, Item("ground", heights, GROUND, tr("terrain"), True))
            right = tr("Height (m)")
        return Figure([Panel(items, self._title(), right)], False, f"{tr('Distance')} ({unit})")

    def table(self) -> str:
        """The profile as CSV; empty without one."""
        return self.profile.text() if self.profile is not None else ""

    def _title(self):
        layer = self.layer.currentLayer()
        raster = isinstance(layer, QgsRasterLayer)
        name = self.band.currentText() if raster else self.field.currentField()
        return re.sub(r"^Band \d+: ", "", name)


def _telling(names) -> int:
    """The value that says most: a rate, else the last of a series, which begins with zeros."""
    plain = [re.sub(r"^Band \d+: ", "", name) for name in names]
    rates = [k for k, name in enumerate(plain) if VELOCITY.fullmatch(name)]
    heads = [DATED.sub("", name) if DATED.search(name) else None for name in plain]
    series = next((head for head in heads if head is not None), None)
    dates = [k for k, head in enumerate(heads) if head is not None and head == series]
    return (rates or dates[-1:] or [0])[0]
