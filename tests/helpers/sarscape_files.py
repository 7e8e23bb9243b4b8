# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Results in the layout of SARscape: shapefiles of PS, and unwrapped phases with its headers."""

import numpy as np
from osgeo import gdal, ogr, osr
from product_files import DATES, GEOGRAPHIC, PAIRS, coherence, names, phase

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


FREQUENCY = 5405000454.334349
HEADER = """<?xml version="1.0" ?>
<HEADER_INFO xmlns="http://www.sarmap.ch/xml/SARscapeHeaderSchema">
   <AcquisitionParameters>
      <AcquisitionTime>{second} 09:55:38.72322300</AcquisitionTime>
      <AcquisitionTimeMaster>{first} 09:55:35.79520398</AcquisitionTimeMaster>
      <AcquisitionTimeSlave>{second} 09:55:38.72322300</AcquisitionTimeSlave>
   </AcquisitionParameters>
   <ChannelInfo>
      <CarrierFrequency>
         <VectorDouble NumberOfElements = "1">
            <ValueDouble ID = "0">{frequency}</ValueDouble>
         </VectorDouble>
      </CarrierFrequency>
      <IncidenceAngle>39.0674</IncidenceAngle>
   </ChannelInfo>
   <Sensor><SatelliteName>S1B</SatelliteName><SensorName>SENTINEL-1</SensorName></Sensor>
   <RasterInfo><NullCellValue>{void}</NullCellValue></RasterInfo>
</HEADER_INFO>
"""


def day(date):
    """As SARscape writes 20200105: 05-JAN-2020."""
    return f"{date[6:]}-{('JAN', 'FEB')[int(date[4:6]) - 1]}-{date[:4]}"


def write_raster(path, values, dates, sml=True, frequency=FREQUENCY, on_map=True):
    """An ENVI raster with both headers; -999 is no data."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows, cols = values.shape
    raster = gdal.GetDriverByName("ENVI").Create(str(path), cols, rows, 1, gdal.GDT_Float32)
    if on_map:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(4326)
        raster.SetGeoTransform(GEOGRAPHIC)
        raster.SetProjection(reference.ExportToWkt())
    raster.GetRasterBand(1).WriteArray(values)
    raster = None
    (path.parent / f"{path.name}.aux.xml").unlink(missing_ok=True)
    if sml:
        first, second = map(day, dates)
        text = HEADER.format(first=first, second=second, frequency=frequency, void="-999")
        path.with_name(f"{path.name}.sml").write_text(text)
    return path


def write_sarscape(folder, flip=False, place="_geo", values=phase, **options):
    """A folder of interferograms; `flip` has the later date as the reference in all."""
    for first, second in PAIRS:
        dates = (DATES[second], DATES[first]) if flip else (DATES[first], DATES[second])
        unwrapped = values(first, second) * (-1 if flip else 1)
        unwrapped[0, 0] = -999.0
        name = f"IS_{names(first, second)}"
        on_map = {"on_map": bool(place), **options}
        write_raster(folder / f"{name}_upha{place}", unwrapped, dates, **on_map)
        write_raster(folder / f"{name}_cc{place}", coherence(first, second), dates, **on_map)
    return folder
