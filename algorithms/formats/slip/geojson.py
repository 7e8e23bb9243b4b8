# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes slip models as GeoJSON (RFC 7946): polygons with heights in metres, and their fields."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from ...data.patches import SlipModel
from .slip_file import DEGREES, degrees_of
from .slip_layer import corners_in, slip_columns

DIGITS = (9, 9, 4)  # of longitude and latitude (0.1 mm) and height


def write_geojson(path, model: SlipModel, shear_modulus: float) -> None:
    """Write a slip model; the fields are those of the layers.

    Parameters
    ----------
    path : path
    model : SlipModel
    shear_modulus : float
        Pascal, for the moments.

    Raises
    ------
    GroundshiftError
        If the model has no place on the Earth.
    """
    degrees_of(model.patches, path)  # refuses
    columns = {name: _plain(values) for name, values in slip_columns(model, shear_modulus).items()}
    features = []
    for k, ring in enumerate(corners_in(model, DEGREES)):
        ring = [[round(float(v), n) for v, n in zip(corner, DIGITS)] for corner in ring]
        features.append({
            "type": "Feature",
            "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
            "properties": {name: values[k] for name, values in columns.items()},
        })  # fmt: skip
    text = json.dumps({"type": "FeatureCollection", "features": features}, allow_nan=False)
    Path(path).write_text(text + "\n", encoding="utf-8")


def _plain(values) -> list:
    """A column as JSON takes it: None for NaN and for what is masked."""
    missing = np.ma.getmaskarray(values)
    values = np.ma.getdata(values)
    if values.dtype.kind == "f":
        missing = missing | ~np.isfinite(values)
    return [None if gone else value for value, gone in zip(values.tolist(), missing.tolist())]
