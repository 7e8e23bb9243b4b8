# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The page that sets layers in motion and exports it."""

from __future__ import annotations

from qgis.core import QgsProject, QgsTemporalNavigationObject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.errors import Cancelled, GroundshiftError
from ..translation import tr
from . import animation, animation_export
from .sources import PointSource
from .texts import problem_text


class AnimationPanel(QWidget):
    """Animates the chosen layer and exports the map's motion.

    Parameters
    ----------
    canvas : QgsMapCanvas
    active_layer : callable
    sources : Sources
    """

    said = pyqtSignal(str)

    def __init__(self, canvas, active_layer, sources, parent=None):
        super().__init__(parent)
        self._canvas = canvas
        self._active_layer = active_layer
        self._sources = sources
        self._followers = {}
        self._controller = None
        self._cancelled = False
        self.days = []
        self._lay_out()

    def _lay_out(self):
        text = QLabel(
            tr(
                "Colours the layer that is chosen in the layer panel by the displacement at the "
                "time of QGIS' temporal controller (View, Panels, Temporal Controller), and sets "
                "the controller to the layer's dates."
            ),
            self,
        )
        text.setWordWrap(True)
        self.start = QPushButton(tr("Animate the chosen layer"), self)
        self.start.clicked.connect(lambda: self._try(self.animate))
        self.back = QPushButton(tr("Back to its earlier style"), self)
        self.back.setToolTip(
            tr("Ends the animation of the layer; the temporal controller is switched off.")
        )
        self.back.clicked.connect(lambda: self._try(self.end))
        self.seconds = QDoubleSpinBox(self)
        self.seconds.setRange(0.02, 10.0)
        self.seconds.setSingleStep(0.05)
        self.seconds.setValue(0.25)
        self.seconds.setSuffix(" s")
        self.width = QSpinBox(self)
        self.width.setRange(100, 4000)
        self.width.setValue(800)
        self.width.setSuffix(" px")
        self.save = QPushButton(tr("Export the animation…"), self)
        self.save.clicked.connect(lambda: self._try(self._save_as))
        self.stop_button = QPushButton(tr("Cancel"), self)
        self.stop_button.clicked.connect(self._cancel)
        self.bar = QProgressBar(self)
        for widget in (self.stop_button, self.bar):
            widget.hide()
        form = QFormLayout()
        form.addRow(tr("A frame"), self.seconds)
        form.addRow(tr("Width"), self.width)
        row = QHBoxLayout()
        for widget in (self.save, self.stop_button):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        begin = QHBoxLayout()
        for widget in (self.start, self.back):
            begin.addWidget(widget)
        layout.addLayout(begin)
        layout.addLayout(form)
        layout.addLayout(row)
        layout.addWidget(self.bar)
        layout.addStretch(1)

    def _try(self, function):
        self.said.emit("")
        try:
            function()
        except (GroundshiftError, ImportError) as error:
            self.said.emit(problem_text(error))

    def animate(self) -> None:
        """Set the chosen layer in motion.

        Raises
        ------
        GroundshiftError
            If it has no series of its own.
        """
        layer = self._active_layer()
        source = self._sources.of_layer(layer)
        if isinstance(source, PointSource):
            animation.animate_points(source)
        else:
            follower = animation.animate_raster(layer, source.file)
            if follower is not None:
                self._followers[layer.id()] = follower
        self.days = source.dates
        self._connect()
        if self._controller is not None:
            animation.set_clock(self._controller, QgsProject.instance(), self.days)
        self.said.emit(
            tr("{layer} follows the temporal controller from {first} to {last}.").format(
                layer=layer.name(), first=self.days[0], last=self.days[-1]
            )
        )

    def end(self) -> None:
        """Give the chosen layer its earlier style back, and the map all times.

        Raises
        ------
        GroundshiftError
            If it is in no motion.
        """
        layer = self._active_layer()
        if layer is None:
            raise GroundshiftError(tr("Choose the layer that is animated in the layer panel."))
        animation.end_style(layer)
        self.forget([layer.id()])
        self.days = []
        if self._controller is not None and not self._followers:
            animation.stop_clock(self._controller)

    def _connect(self):
        controller = self._canvas.temporalController()
        if controller is None or self._controller is not None:
            return
        if not hasattr(controller, "setTemporalExtents"):  # known to Python as its base class
            controller = sip.cast(controller, QgsTemporalNavigationObject)
        self._controller = controller
        controller.updateTemporalRange.connect(self._follow)

    def _follow(self, span):
        for follower in self._followers.values():
            follower.follow(span)

    def forget(self, layer_ids) -> None:
        """Layers are going away."""
        for layer_id in layer_ids:
            self._followers.pop(layer_id, None)

    def export(self, target) -> int:
        """Write the animation of the map; the number of its frames.

        Raises
        ------
        GroundshiftError
            If nothing has been set in motion, or it cannot be written.
        Cancelled
            If 'Cancel' was pressed.
        """
        if not self.days:
            raise GroundshiftError(tr("Animate a layer first, so that there is motion to export."))
        settings = self._canvas.mapSettings()
        shape = settings.outputSize()
        height = max(1, round(self.width.value() * shape.height() / max(shape.width(), 1)))
        self._busy(True)
        try:
            return animation_export.export(
                settings, self.days, target, self.seconds.value(), (self.width.value(), height),
                before=self._follow, progress=self._progress,
            )  # fmt: skip
        finally:
            # Back to where the controller stands.
            self._follow(self._canvas.temporalRange())
            self._busy(False)

    def _save_as(self):
        kinds = tr("Animated PNG") + " (*.png);;GIF (*.gif);;" + tr("Folder of frames") + " (*)"
        path, kind = QFileDialog.getSaveFileName(self, tr("Export the animation"), "", kinds)
        if not path:
            return
        if "." not in path.replace("\\", "/").rsplit("/", 1)[-1]:
            path += {"GIF": ".gif", tr("Folder of frames"): ""}.get(kind.split(" (")[0], ".png")
        try:
            count = self.export(path)
        except Cancelled:
            self.said.emit(tr("Cancelled; nothing was written."))
        else:
            self.said.emit(tr("{count} frames: {file}").format(count=count, file=path))

    def _busy(self, on):
        self._cancelled = False
        for widget in (self.stop_button, self.bar):
            widget.setVisible(on)
        for widget in (self.start, self.back, self.save):
            widget.setEnabled(not on)

    def _progress(self, percent):
        self.bar.setValue(int(percent))
        return not self._cancelled

    def _cancel(self):
        self._cancelled = True

    def stop(self) -> None:
        """Let go of the temporal controller."""
        self._cancelled = True
        self._followers.clear()
        if self._controller is not None:
            self._controller.updateTemporalRange.disconnect(self._follow)
            self._controller = None
