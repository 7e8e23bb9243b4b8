# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small tables of measurement points as their makers' guides describe them.

EGMS: Product Description and Format Specification (EGMS-D6-PDD), tables 5 and 6 and the point codes
of table 12. SARPROZ: manual, 'Sparse Data Export'.
"""

import zipfile

import numpy as np
from groundshift.algorithms.data.los import from_incidence_heading

BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BURST = "EGMS_L2b_088_0282_IW2_VV_2018_2022_1"
ORTHO_UP = "EGMS_L3_E40N28_100km_U_2018_2022_1"
RATES = (-12.5, 0.3, 7.4, -3.2, 0.0)  # mm a year
L2_HEADER = (
    "pid,mp_type,latitude,longitude,easting,northing,height,height_wgs84,line,pixel,rmse,"
    "temporal_coherence,amplitude_dispersion,incidence_angle,track_angle,los_east,los_north,los_up,"
    "mean_velocity,mean_velocity_std,acceleration,acceleration_std,seasonality,seasonality_std"
)
L3_HEADER = (
    "pid,easting,northing,height,rmse,mean_velocity,mean_velocity_std,acceleration,"
    "acceleration_std,seasonality,seasonality_std"
)


def dates(count=30, start="2018-01-03", step=12):
    """Some dates."""
    return np.datetime64(start) + step * np.arange(count)


def series(rate, when):
    """Displacement in mm at a constant rate, from zero."""
    return rate * (when - when[0]).astype(float) / 365.25


def code(number, digits):
    """A number in the letters of EGMS' point codes."""
    text = ""
    for _ in range(digits):
        number, letter = divmod(number, 62)
        text = BASE62[letter] + text
    return text


def pid(track, burst, swath, line, pixel, maker=3):
    """An EGMS point's identifier (polarisation VV)."""
    place = (((track << 12) + burst) * 4 + swath) * 4 + 3
    return BASE62[maker] + code(place, 4) + code((line << 16) + pixel, 5)


def egms(
    when, rates=RATES, track=88, burst=282, heading=351.7, east=4041441.25, first_line=100
):  # fmt: skip
    """Text of an EGMS Basic or Calibrated table."""
    lines = [",".join([L2_HEADER, *(str(d).replace("-", "") for d in when)])]
    look = from_incidence_heading(38.91, heading)
    vector = f"{look.east:.3f},{look.north:.3f},{look.up:.3f}"
    for k, rate in enumerate(rates):
        name = pid(track, burst, 2, first_line + k, 1000 + k)
        cells = ",".join(f"{v:.1f}" for v in series(rate, when))
        lines.append(
            f"{name},0,48.34{k}000,6.22{k}000,{east + 30 * k:.2f},{2810445.25 + 25 * k:.2f},"
            f"340.{k},388.{k},{first_line + k},{1000 + k},1.{k},0.{9 - k % 10}5,0.25,38.91,"
            f"{heading},{vector},{rate:.1f},0.{k + 1},0.05,0.10,1.3,0.4,{cells}"
        )
    return "\n".join(lines) + "\n"


def egms_ortho(when, rates=RATES):
    """Text of an EGMS Ortho table."""
    lines = [",".join([L3_HEADER, *(str(d).replace("-", "") for d in when)])]
    for k, rate in enumerate(rates):
        cells = ",".join(f"{v:.1f}" for v in series(rate, when))
        lines.append(
            f"1AbCdEf{k}XY,{4041450 + 100 * k},2810450,340.{k},1.1,{rate:.1f},0.2,0.01,0.02,1.0,"
            f"0.3,{cells}"
        )
    return "\n".join(lines) + "\n"


def sarproz(when, rates=RATES, short=True):
    """Text of SARPROZ' sparse data export with time series, with dates as YY/MM/DD."""
    names = (
        "ID,LAT,LON,HEIGHT,HEIGHT WRT DEM,SIGMA HEIGHT,VEL,SIGMA VEL,CUMUL.DISP.,COHER,SVET,LVET"
    )
    days = [str(d).replace("-", "/")[2:] if short else str(d).replace("-", "") for d in when]
    lines = [",".join([names, "IN,FIN,STDEV", *days]) + ","]
    for k, rate in enumerate(rates):
        values = series(rate, when)
        cells = ",".join(f"{v:.4f}" for v in values)
        lines.append(
            f"{k + 1},{19.4 + k / 1000:.6f},{-99.1 + k / 1000:.6f},2240.{k},3.5,0.8,{rate},0.2,"
            f"{values[-1]:.3f},0.9{k},512,120{k},1,{len(when)},0.6,{cells},"
        )
    return "\r\n".join(lines) + "\r\n"


def zipped(path, **files):
    """An archive of texts; with the XML header that EGMS adds."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.csv", text)
            archive.writestr(f"{name}.xml", "<BURST><product_level>L2b</product_level></BURST>")
    return path
