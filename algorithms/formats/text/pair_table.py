# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of pairs: GeoPackage layers without geometry."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.network import Network, pair_names, spans
from ...errors import GroundshiftError
from ..rasters import gdal_errors


def pair_columns(network: Network) -> dict:
    """The columns that say which pair a row is: name, both dates and days between.

    Parameters
    ----------
    network : Network

    Returns
    -------
    dict of str to ndarray
    """
    return {
        "pair": np.array(pair_names(network), object),
        "reference": network.dates[network.pairs[:, 0]],
        "secondary": network.dates[network.pairs[:, 1]],
        "days": spans(network).astype(int),
    }


def write_pair_table(path, columns: dict, layer: str = "pairs") -> None:
    """Write a table to a new GeoPackage.

    Parameters
    ----------
    path : path
    columns : dict of str to ndarray
        Float (NaN becomes NULL), whole, bool, datetime64[D] or text.
    layer : str

    Raises
    ------
    GroundshiftError
        If the file cannot be written.
    """
    from osgeo import ogr

    codes = {"f": ogr.OFTReal, "i": ogr.OFTInteger, "b": ogr.OFTInteger, "M": ogr.OFTDate}
    columns = {name: np.asarray(values) for name, values in columns.items()}
    with gdal_errors():
        try:
            source = ogr.GetDriverByName("GPKG").CreateDataSource(str(Path(path)))
            table = source.CreateLayer(layer, None, ogr.wkbNone)
            for name, values in columns.items():
                field = ogr.FieldDefn(name, codes.get(values.dtype.kind, ogr.OFTString))
                if values.dtype.kind == "b":
                    field.SetSubType(ogr.OFSTBoolean)
                table.CreateField(field)
            for row in zip(*(values.tolist() for values in columns.values())):
                feature = ogr.Feature(table.GetLayerDefn())
                for number, value in enumerate(row):
                    _set(feature, number, value)
                table.CreateFeature(feature)
            source = table = None
        except RuntimeError as error:
            raise GroundshiftError(
                f"{path}: the GeoPackage cannot be written ({error}); choose another place."
            ) from error


def _set(feature, number, value) -> None:
    if isinstance(value, float):
        if np.isfinite(value):
            feature.SetField(number, value)
    elif isinstance(value, (int, str)):
        feature.SetField(number, int(value) if isinstance(value, bool) else value)
    else:
        feature.SetField(number, value.year, value.month, value.day, 0, 0, 0, 0)
