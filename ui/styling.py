# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layer styles: templates of ``ui/styles``, fitted to a layer's limits.

The templates are made by ``scripts/make_styles.py`` through QGIS itself, from the colours of
``scripts/palettes.py``: ramps in equal steps of CAM02-UCS, with viridis and cividis (Smith, van der
Walt; Nunez et al. 2018, doi:10.1371/journal.pone.0199239), and classes that people with
colour-vision deficiencies can tell apart, too; ``tests/qgis/test_style_colours.py`` measures both.
Red is away from the satellite, blue towards it. Limits about zero are the larger size of the 2nd
and 98th percentiles, unless a tool says otherwise.
"""

from __future__ import annotations

import math
from pathlib import Path

from qgis.core import (
    QgsBasicNumericFormat,
    QgsClassificationRange,
    QgsColorRampLegendNodeSettings,
    QgsColorRampShader,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGraduatedSymbolRenderer,
    QgsProject,
    QgsRendererRange,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorFieldSymbolLayer,
)

from .relief import add_relief

STYLES = Path(__file__).resolve().parent / "styles"

RASTER_STYLES = (
    "velocity",
    "velocity_std",
    "displacement",
    "coefficient",
    "dem_error",
    "dem_error_std",
    "temporal_coherence",
    "count",
    "subsets",
    "residual",
    "amplitude",
    "peak_day",
    "motion_model",
    "mechanism",
    "nonclosing",
    "height",
    "hillshade",
    "r_index",
    "visibility",
    "visibility_combined",
    "slope_velocity",
    "slope_status",
    "decomposition",
    "suitability",
    "amplitude_dispersion",
    "backscatter",
    "neighbours",
    "phase_std",
    "scatterers",
    "candidates",
    "distributed",
    "cover",
    "persistent",
    "stable",
    "components",
    "phase",
    "cycles",
    "differing",
    "fringes",
    "strain",
    "strain_rate",
    "shear",
    "shear_rate",
    "stress",
    "coulomb",
    "strike",
    "offset",
    "magnitude",
    "thaw_class",
    "active_layer",
    "lake_share",
    "frost_model",
    "melt_zones",
    "ice_divergence",
    "melt_days",
    "angle_slope",
)
VECTOR_STYLES = (
    "slip",
    "points_velocity",
    "samples_displacement",
    "cells_displacement",
    "likely_edges",
    "sources",
    "points_model",
    "points_slope_velocity",
    "points_validation",
    "points_candidates",
    "points_scatterers",
    "outlines",
    "areas",
    "areas_quality",
    "areas_removed",
    "points_areas",
    "points_fault_distance",
    "polygons_fault_distance",
    "exposure_lines",
    "exposure_polygons",
    "exposure_points",
    "exposing_areas",
    "area_classes",
    "inventory",
    "inventory_candidates",
    "coulomb_sections",
    "lines_coulomb",
    "points_coulomb",
    "polygons_coulomb",
    "points_stress",
    "points_plane",
    "points_kagan",
    "points_lags",
    "samples_ground",
    "slide_types",
    "points_storage",
    "damage",
    "points_warning",
    "areas_warning",
    "points_change",
    "arrows",
    "drift",
    "strain_axes",
    "lineaments",
    "shear_segments",
    "volumes",
    "thaw_areas",
)

SCALES = {
    "velocity": "rate", "points_velocity": "rate", "areas": "rate",
    "slope_velocity": "slope rate", "points_slope_velocity": "slope rate",
    "displacement": "displacement", "samples_displacement": "displacement",
    "cells_displacement": "displacement",
}  # fmt: skip
"""What is shown in the same colours, by style: in one map one colour stands for one value."""

ARROW = 10.0
"""Millimetres of an arrow as long as the limit."""

HALF_CLASSES = 5
"""Classes on each side of the one about zero."""

STYLE = "groundshift/style"
"""Property of a layer: the name of its style."""

FAR_LIMITS = 3.0
"""Layers whose limits differ by more than this factor keep their own: one would show nothing."""

OTHERS = {"areas": (("Quality", "areas_quality"),)}
"""Further styles that a layer can be switched to (its menu, Styles), by its first one."""


def style_path(style: str) -> Path:
    """The template of a style.

    Raises
    ------
    ValueError
        If there is none of that name.
    """
    path = STYLES / f"{style}.qml"
    if not path.exists():
        raise ValueError(f"there is no style '{style}'")
    return path


def style_raster(layer, style: str, limits=None, band: int = 1) -> None:
    """Give a raster layer a style.

    Parameters
    ----------
    layer : QgsRasterLayer
    style : str
        One of :data:`RASTER_STYLES`.
    limits : float or (float, float), optional
        Ends of the colours, in the layer's unit; one number stands for both signs, and is rounded
        by :func:`even_limits`. The template's own where None. Classified styles (``subsets``,
        ``visibility`` ...) keep theirs.
    band : int
        Band to show, from 1.
    """
    _load(layer, style)
    renderer = layer.renderer()
    # QGIS 3.38 renamed it.
    set_band = getattr(renderer, "setInputBand", None) or getattr(renderer, "setBand", None)
    if set_band is not None:
        set_band(band)
    span = even_limits(limits)
    if span is not None and isinstance(renderer, QgsSingleBandPseudoColorRenderer):
        _stretch(renderer, *span)


def style_vector(layer, style: str, limits=None, raised: float = 0.0) -> None:
    """Give a vector layer a style; see :func:`style_raster` and, of 3-D, :func:`.add_relief`."""
    _load(layer, style)
    span = even_limits(limits)
    renderer = layer.renderer()
    if span is not None and isinstance(renderer, QgsGraduatedSymbolRenderer):
        layer.setRenderer(_with_ranges(renderer, *span))
    elif span is not None and isinstance(renderer, QgsSingleSymbolRenderer):
        arrow = renderer.symbol().symbolLayer(0)
        if isinstance(arrow, QgsVectorFieldSymbolLayer):
            arrow.setScale(ARROW / span[1])
    add_relief(layer, style, raised)


def add_others(layer, style: str) -> None:
    """Give a styled layer the further styles that go with its own, which stays the current one."""
    manager = layer.styleManager()
    own = manager.currentStyle()
    for title, other in OTHERS.get(style, ()):
        manager.addStyleFromLayer(title)
        manager.setCurrentStyle(title)
        _load(layer, other)
        manager.setCurrentStyle(own)


def _load(layer, style):
    message, good = layer.loadNamedStyle(str(style_path(style)))
    if not good:
        raise ValueError(message)
    layer.setCustomProperty(STYLE, style)


def even_limits(limits):
    """Ends of the colours as they are shown.

    Those about zero become five easy steps of classes, so that the classes of points and the ramp
    of a raster mean the same by a colour: a class has the colour that the ramp has in its middle.

    Parameters
    ----------
    limits : float or (float, float) or None

    Returns
    -------
    (float, float) or None
        None where there are none or they hold no range.
    """
    if limits is None:
        return None
    if not hasattr(limits, "__len__"):
        limits = (-abs(limits), abs(limits))
    low, high = (float(value) for value in limits)
    if low == -high and 0 < high < math.inf:
        high = HALF_CLASSES * _round_step(high / HALF_CLASSES)
        low = -high
    return (low, high) if low < high else None


def share_limits(layer, others) -> None:
    """Give a layer the limits of one that shows the same quantity at the same place, if any.

    Parameters
    ----------
    layer : QgsMapLayer
    others : sequence of QgsMapLayer
        The first that fits counts.
    """
    kind, own = SCALES.get(layer.customProperty(STYLE)), _limit_of(layer)
    for other in others if kind and own else ():
        same = other.id() != layer.id() and SCALES.get(other.customProperty(STYLE)) == kind
        limit = _limit_of(other) if same and _overlap(layer, other) else None
        if limit and 1 / FAR_LIMITS <= limit / own <= FAR_LIMITS:
            renderer = layer.renderer()
            if isinstance(renderer, QgsGraduatedSymbolRenderer):
                layer.setRenderer(_with_ranges(renderer, -limit, limit))
            else:
                renderer = renderer.clone()
                _stretch(renderer, -limit, limit)
                layer.setRenderer(renderer)
            return


def _limit_of(layer):
    """Where the colours of a layer end, alike for both signs; None where they do not."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsGraduatedSymbolRenderer) and len(renderer.ranges()) > 3:
        bounds = renderer.ranges()
        low, high = bounds[0].upperValue(), bounds[-1].lowerValue()
        high, low = (value * (len(bounds) - 1) / (len(bounds) - 2) for value in (high, low))
    elif isinstance(renderer, QgsSingleBandPseudoColorRenderer):
        low, high = renderer.classificationMin(), renderer.classificationMax()
    else:
        return None
    return high if high > 0 and math.isclose(low, -high, rel_tol=1e-6) else None


def _overlap(layer, other) -> bool:
    try:
        way = QgsCoordinateTransform(other.crs(), layer.crs(), QgsProject.instance())
        return way.transformBoundingBox(other.extent()).intersects(layer.extent())
    except QgsCsException:
        return False


def _stretch(renderer, low, high):
    shader = renderer.shader().rasterShaderFunction()
    items = shader.colorRampItemList()
    if shader.colorRampType() != QgsColorRampShader.Type.Interpolated or len(items) < 2:
        return
    first, last = items[0].value, items[-1].value
    scaled = []
    for item in items:
        value = low + (item.value - first) / (last - first) * (high - low)
        scaled.append(QgsColorRampShader.ColorRampItem(value, item.color, f"{value:.4g}"))
    shader.setColorRampItemList(scaled)
    shader.setLegendSettings(with_short_numbers(shader.legendSettings(), max(-low, high)))
    # These set the shader's own ends, too.
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)


def with_short_numbers(settings, largest):
    """Legend settings whose numbers have three digits that count."""
    settings = QgsColorRampLegendNodeSettings(settings)
    numbers = QgsBasicNumericFormat()
    numbers.setNumberDecimalPlaces(max(0, 2 - math.floor(math.log10(largest))))
    numbers.setShowTrailingZeros(False)
    settings.setNumericFormat(numbers)
    return settings


def _with_ranges(renderer, low, high):
    """The renderer with its classes spread evenly, the middles of the open ones at the limits.

    Limits of one sign, or none, are those of the closed classes.
    """
    scaled = renderer.clone()
    old = renderer.ranges()
    inner = len(old) - 2
    if low == -high:
        low, high = (value * inner / (inner + 1) for value in (low, high))
    edges = [low + (high - low) * k / inner for k in range(inner + 1)]
    bounds = [old[0].lowerValue(), *edges, old[-1].upperValue()]
    scaled.deleteAllClasses()
    for range_, lower, upper in zip(old, bounds[:-1], bounds[1:]):
        first, last = range_ is old[0], range_ is old[-1]
        label = range_label(lower, upper, first, last, _unit_of(range_.label()))
        scaled.addClassRange(
            QgsRendererRange(QgsClassificationRange(label, lower, upper), range_.symbol().clone())
        )
    return scaled


def _round_step(step: float) -> float:
    """The nearest width of classes that is easy to read."""
    power = 10.0 ** math.floor(math.log10(step))
    return power * min(
        (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10), key=lambda f: abs(f - step / power)
    )


def range_label(
    lower: float, upper: float, first: bool = False, last: bool = False, unit: str = "mm/yr"
) -> str:
    """Legend label of a class, open at the first and last."""
    if first:
        return f"below {upper:.3g} {unit}"
    if last:
        return f"above {lower:.3g} {unit}"
    return f"{lower:.3g} to {upper:.3g} {unit}"


def _unit_of(label: str) -> str:
    """The unit in a label of :func:`range_label`: what follows its last number."""
    return label.rsplit(" ", 1)[-1]
