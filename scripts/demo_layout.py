# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The demo's print layout: two maps with legends, scale bar, a graph, and what it shows."""

from __future__ import annotations

import math
import os

from qgis.core import (
    QgsApplication,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFont

DPI = 150
MARGIN, PAGE = 10.0, 297.0
MAP_TOP, MAP_WIDTH, MAP_HEIGHT = 34.0, 112.0, 112.0
LEGEND_WIDTH, RAMP_HEIGHT = 25.0, 60.0
FONT = "DejaVu Sans"
ARROW = "NorthArrow_04.svg"
ABOUT = (
    "Rates are along the line of sight of the radar: blue moves towards the satellite, red away "
    "from it, as ground that sinks does."
)


def text_font(size: float, bold: bool = False) -> QFont:
    """The page's font at a size in points."""
    font = QFont(FONT)
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def text_format(size: float) -> QgsTextFormat:
    """The same as QGIS wants it for newer items."""
    text = QgsTextFormat()
    text.setFont(text_font(size))
    text.setSize(size)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    return text


def round_down(value: float) -> float:
    """The next smaller of 1, 2 and 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return power * max(f for f in (1, 2, 5) if f * power <= value)


def place(item, x, y, width, height) -> None:
    """Put an item on the page; millimetres."""
    item.attemptMove(QgsLayoutPoint(x, y))
    item.attemptResize(QgsLayoutSize(width, height))


def add_label(layout, text, box, size=9.0, bold=False) -> None:
    """A text in a box (x, y, width, height)."""
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    label.setFont(text_font(size, bold))
    label.setFontColor(QColor(30, 30, 30))
    label.setHAlign(Qt.AlignmentFlag.AlignLeft)
    label.setMarginX(0)
    layout.addLayoutItem(label)
    place(label, *box)


def add_map(layout, theme, extent, x) -> QgsLayoutItemMap:
    """A framed map of a theme."""
    item = QgsLayoutItemMap(layout)
    item.setRect(QRectF(0, 0, MAP_WIDTH, MAP_HEIGHT))
    item.setFollowVisibilityPreset(True)
    item.setFollowVisibilityPresetName(theme)
    item.setFrameEnabled(True)
    item.setBackgroundColor(QColor(240, 240, 240))
    layout.addLayoutItem(item)
    place(item, x, MAP_TOP, MAP_WIDTH, MAP_HEIGHT)
    wide = extent.buffered(0.02 * max(extent.width(), extent.height()))
    item.zoomToExtent(wide)
    return item


def add_legend(layout, item, layer, x) -> None:
    """The colours of one layer, without its name, which stands above the map."""
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(item)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    node = root.addLayer(layer)
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    # Of a raster's nodes the first names the band, the second is the ramp.
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, [1])
    QgsMapLayerLegendUtils.setLegendNodeSymbolSize(node, 1, QSizeF(5.0, RAMP_HEIGHT))
    legend.model().refreshLayerLegend(node)
    legend.setStyleFont(QgsLegendStyle.Style.SymbolLabel, text_font(8))
    legend.setBoxSpace(0.0)
    layout.addLayoutItem(legend)
    legend.attemptMove(QgsLayoutPoint(x, MAP_TOP))
    renderer = layer.renderer()
    if renderer.classificationMin() == -renderer.classificationMax():
        add_label(layout, "0", (x + 7.0, MAP_TOP + RAMP_HEIGHT / 2 - 2.0, 8, 4), 8)


def add_scale_bar(layout, item, x, y) -> None:
    """Kilometres: a round number, about a third of the map."""
    length = round_down(item.extent().width() / 3000.0)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(item)
    bar.applyDefaultSize(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitsPerSegment(length / 2)
    bar.setTextFormat(text_format(8))
    bar.setHeight(2.0)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(x, y))


def add_arrow(layout, x, y) -> None:
    """Where north is."""
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(os.path.join(QgsApplication.pkgDataPath(), "svg", "arrows", ARROW))
    layout.addLayoutItem(arrow)
    place(arrow, x, y, 9.0, 9.0)


def numbers(results, span) -> str:
    """What was done and found, a line each."""
    inverted, points = results["sbas"], results["timeseriestopoints"]
    return "\n".join((
        f"{inverted['DATES']} dates, {span[0]} to {span[1]}",
        f"{inverted['PAIRS']} interferograms",
        f"{inverted['PIXELS']:,} pixels with a result, {inverted['SPLIT_PIXELS']:,} flagged for a "
        "cut network",
        f"Median standard deviation {inverted['MEDIAN_STD']:.2f} mm/yr",
        f"{points['COUNT']:,} points, {points['FASTEST_AWAY']:+.1f} to "
        f"{points['FASTEST_TOWARDS']:+.1f} mm/yr",
    ))  # fmt: skip


def make_layout(project, title, results, panels, extent, graph, span) -> QgsPrintLayout:
    """Compose the page.

    Parameters
    ----------
    project : QgsProject
    title : str
    results : dict
        Outputs of the tools.
    panels : sequence of (str, QgsRasterLayer)
        Map theme and the layer that its legend is of; two.
    extent : QgsRectangle
    graph : path
        SVG.
    span : (date, date)
        First and last date.

    Returns
    -------
    QgsPrintLayout
    """
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("Map")
    whole = PAGE - 2 * MARGIN
    add_label(layout, f"Ground motion from radar interferometry: {title}",
              (MARGIN, 8, whole, 9), 16, True)  # fmt: skip
    add_label(layout, ABOUT, (MARGIN, 18, whole, 6), 9)
    x = MARGIN
    for theme, layer in panels:
        add_label(layout, layer.name(), (x, MAP_TOP - 7, MAP_WIDTH, 6), 10, True)
        item = add_map(layout, theme, extent, x)
        add_legend(layout, item, layer, x + MAP_WIDTH + 1)
        x += MAP_WIDTH + LEGEND_WIDTH + 3
    add_scale_bar(layout, item, MARGIN, MAP_TOP + MAP_HEIGHT + 1.5)
    add_arrow(layout, MARGIN + MAP_WIDTH + 4, MAP_TOP + MAP_HEIGHT - 12)
    picture = QgsLayoutItemPicture(layout)
    picture.setPicturePath(str(graph))
    layout.addLayoutItem(picture)
    place(picture, MARGIN, 158, 188, 47)
    add_label(layout, numbers(results, span), (MARGIN + 196, 162, whole - 196, 40), 9)
    return layout


def save_picture(layout, path) -> None:
    """Export the page as PNG."""
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = DPI
    # The world file and the project's metadata are of no use to anybody here.
    settings.generateWorldFile = False
    done = QgsLayoutExporter(layout).exportToImage(str(path), settings)
    if done != QgsLayoutExporter.ExportResult.Success:
        raise SystemExit(f"{path}: cannot be written; choose another place.")
