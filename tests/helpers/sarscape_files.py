# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Results in the layout of SARscape: shapefiles of PS, and unwrapped phases with its headers."""

import numpy as np
from osgeo import ogr, osr

WHEN = np.array(["2020-01-05", "2021-01-11"], "M8[D]")  # too few to fit anything, which takes long
YEARS = (WHEN - WHEN[0]).astype(float) / 365.25
SIDE = 9  # points along a side of the net


def bowl():
    """Millimetres a year towards the satellite: a bowl that sinks by 40 in its middle."""
    row, col = np.indices((SIDE, SIDE)) - SIDE // 2
    return (-40.0 * np.exp(-(row**2 + col**2) / 6.0)).ravel()


def write_points(path, angles=("LOS_Az", "LOS_In")):
    """A shapefile of SARscape's Geocoding of persistent scatterers."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32633)
    file = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    layer = file.CreateLayer(path.stem, reference, ogr.wkbPoint)
    steady = {"Coherence": 0.8, "MuSigma": 4.0, "H_Precisio": 1.5, "V_Precisio": 0.7,
              "Range": 120.0, "Azimuth": 340.0, "Z": 512.0, "Z_Geoid": 466.0, "H_correcti": 2.0,
              angles[0]: 260.0, angles[1]: 38.0}  # fmt: skip
    dates = [f"D_{date}".replace("-", "") for date in WHEN]
    for name in ("Velocity", *steady, "X", "Y", *dates):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
    for k, rate in enumerate(bowl()):
        feature = ogr.Feature(layer.GetLayerDefn())
        x, y = 400000.0 + 30 * (k % SIDE), 5000000.0 - 30 * (k // SIDE)
        values = {**steady, "Velocity": rate, "X": x, "Y": y, **dict(zip(dates, rate * YEARS))}
        for name, value in values.items():
            feature.SetField(name, float(value))
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(x, y)
        feature.SetGeometry(point)
        layer.CreateFeature(feature)
    return path
