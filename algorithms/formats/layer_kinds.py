# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a file holds a raster or features, where a tool takes both."""

from __future__ import annotations

from pathlib import Path

from ..errors import GroundshiftError
from .raster_source import open_raster
from .vectors.tables import layer_crs

TABLES = (".csv", ".txt", ".tsv")


def raster_or_features(path, layer: str = "") -> tuple:
    """Path, name of the layer, whether it is a raster, and its CRS (WKT), as QGIS tells them.

    Raises
    ------
    GroundshiftError
        If it is neither.
    """
    # GDAL takes many a table for a raster, but a layer that has a name is none.
    if not layer and Path(path).suffix.lower() not in TABLES:
        try:
            return path, "", True, open_raster(path).GetProjection()
        except GroundshiftError:
            pass  # as a layer of features, then; it says what is wrong if it is none, either
    return path, layer, False, layer_crs(path, layer)
