# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenes with known truth that share no code with the plugin or its own simulators.

NumPy, h5py and GDAL only. Phases are those of averaged circular Gaussian looks, not of a formula
for their spread; delays are fields with a power law; lost cycles lie in patches. Files are in
MintPy's layout, as others write it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np

WAVELENGTH = 0.0555
TO_METRES = -WAVELENGTH / (4 * np.pi)
PIXEL = 40.0  # metres
X0, Y0 = 500000.0, 4200000.0
EPSG = 32633


def dates_every(days, count, start=(2018, 1, 3)):
    """Dates as datetime.date."""
    first = datetime.date(*start)
    return [first + datetime.timedelta(days=int(days * n)) for n in range(count)]


def years_of(dates):
    """Years since the first date."""
    return np.array([(d - dates[0]).days / 365.25 for d in dates])


def power_law(rng, shape, exponent=-8 / 3, longest=1.0):
    """A field of unit spread whose power falls with the wavenumber."""
    size = 2 * max(shape)
    k = np.hypot(*np.meshgrid(np.fft.fftfreq(size), np.fft.fftfreq(size)))
    k[0, 0] = np.inf
    amplitude = np.where(k < longest / size, 0, k ** (exponent / 2 - 0.5))
    noise = rng.normal(size=(size, size)) + 1j * rng.normal(size=(size, size))
    values = np.fft.ifft2(amplitude * noise).real[: shape[0], : shape[1]]
    return (values - values.mean()) / values.std()


@dataclass
class Scene:
    """A stack of interferograms and what is in it.

    Attributes
    ----------
    dates : list of datetime.date
    pairs : ndarray, shape (pair, 2)
    phase, coherence : ndarray, shape (pair, row, column)
        Radians (NaN for gaps), and the estimate that a processor would give.
    slips : ndarray of int, shape (pair, row, column)
        Cycles that were planted.
    rate : ndarray, shape (row, column)
        Metres a year, positive towards the satellite.
    height : ndarray
        Metres.
    """

    dates: list
    pairs: np.ndarray
    phase: np.ndarray
    coherence: np.ndarray
    slips: np.ndarray
    rate: np.ndarray
    height: np.ndarray


def looks_of(rng, gamma, looks):
    """Phase noise and coherence of averaged pairs of circular Gaussian looks."""
    total = np.zeros(gamma.shape, complex)
    power = np.zeros((2, *gamma.shape))
    for _ in range(looks):
        a, b = rng.normal(size=(2, 2, *gamma.shape))
        first = a[0] + 1j * a[1]
        second = gamma * first + np.sqrt(1 - gamma**2) * (b[0] + 1j * b[1])
        total += first * second.conj()
        power += np.abs(first) ** 2, np.abs(second) ** 2
    return -np.angle(total), np.abs(total) / np.sqrt(power[0] * power[1])


def patches(rng, shape, share, largest):
    """Mask of round patches that cover about a share of a grid."""
    rows, cols = np.indices(shape)
    mask = np.zeros(shape, bool)
    while mask.mean() < share:
        r, c = rng.uniform(0, shape[0]), rng.uniform(0, shape[1])
        mask |= np.hypot(rows - r, cols - c) < rng.uniform(0.6, largest)
    return mask


def basin(shape, depth=-0.05):
    """A subsiding bowl, metres a year."""
    rows, cols = np.indices(shape)
    away = ((rows - 0.55 * shape[0]) ** 2 + (cols - 0.45 * shape[1]) ** 2) / (0.13 * shape[1]) ** 2
    return depth * np.exp(-away)


def edifice(shape, height=1800.0):
    """A volcano's height, metres, with some ruggedness."""
    rows, cols = np.indices(shape)
    away = np.hypot(rows - shape[0] / 2, cols - shape[1] / 2) / (0.28 * shape[0])
    return 200 + height * np.exp(-(away**1.5))


@dataclass
class Mountains:
    """Points on slopes, of which some slide; metres east and south of the corner.

    Attributes
    ----------
    height : ndarray, shape (row, column)
        Metres, every `pixel` metres.
    pixel : float
    x, y : ndarray, shape (point,)
    rate : ndarray, shape (point,)
        mm/yr along the line of sight.
    slides : list of (ndarray, ndarray, float, float)
        Middle, direction down the slope (east, north), half axes down and across.
    """

    height: np.ndarray
    pixel: float
    x: np.ndarray
    y: np.ndarray
    rate: np.ndarray
    slides: list


def mountains(seed, slowest=18.0, fastest=30.0, noise=2.5, count=10, density=200e-6, side=320):
    """Slides on slopes that an ascending orbit sees at 37 degrees, noise half of it in patches."""
    rng = np.random.default_rng(seed)
    pixel = 25.0
    height = power_law(rng, (side, side), -3.2)
    height = 200 + 450 * (height - height.min())
    south, east = np.gradient(height, pixel)
    extent = pixel * side
    number = rng.poisson(extent**2 * density)
    x, y = extent * rng.random((2, number))
    patch = power_law(rng, (side, side), longest=8)[
        (y / pixel).astype(int), (x / pixel).astype(int)
    ]
    rate = noise * np.sqrt(0.5) * (rng.normal(size=number) + patch)
    tilt, look = np.radians(37), np.radians(260)  # from the ground to the satellite
    slides = []
    while len(slides) < count:
        middle = rng.uniform(450, extent - 450, 2)
        cell = tuple((middle[::-1] / pixel).astype(int))
        down = -np.array([east[cell], -south[cell]])
        slope = np.arctan(np.hypot(*down))
        down /= np.hypot(*down)
        seen = np.cos(slope) * np.sin(tilt) * (down @ [np.sin(look), np.cos(look)])
        seen -= np.sin(slope) * np.cos(tilt)
        # Steeper than 15 degrees, neither in layover nor hardly seen, and apart from one another.
        if not 15 < np.degrees(slope) < 33 or abs(seen) < 0.3:
            continue
        if any(np.hypot(*(middle - other[0])) < 900 for other in slides):
            continue
        half = rng.uniform(250, 400), rng.uniform(130, 220)
        slides.append((middle, down, *half))
        along = (x - middle[0]) * down[0] - (y - middle[1]) * down[1]
        across = (x - middle[0]) * down[1] + (y - middle[1]) * down[0]
        inside = (along / half[0]) ** 2 + (across / half[1]) ** 2 < 1
        rate[inside] += np.sign(seen) * rng.uniform(slowest, fastest)
    return Mountains(height, pixel, x, y, rate, slides)


def ordinary(seed, shape=(110, 120), count=30, slips=0.02, gaps=0.05, turbulence=3e-3):
    """Motion, decorrelation, turbulence, lost cycles and gaps: an ordinary stack."""
    rng = np.random.default_rng(seed)
    dates = dates_every(12, count)
    years = years_of(dates)
    rate = basin(shape)
    height = 400 + 150 * power_law(rng, shape, -3)
    delay = turbulence * np.stack([power_law(rng, shape) for _ in dates])
    series = years[:, None, None] * rate + delay
    pairs = np.array([(i, j) for i in range(count) for j in range(i + 1, min(i + 4, count))])
    lasting = np.clip(0.45 + 0.25 * power_law(rng, shape, -2), 0.1, 0.9)
    phase, coherence, jumps = [], [], []
    for i, j in pairs:
        gamma = lasting + (0.95 - lasting) * np.exp(-(years[j] - years[i]) / 0.15)
        noise, estimate = looks_of(rng, gamma, 12)
        jump = np.where(patches(rng, shape, slips, 7.0), rng.choice([-1, 1]), 0)
        values = (series[j] - series[i]) / TO_METRES + noise + 2 * np.pi * jump
        values[rng.random(shape) < gaps] = np.nan
        phase.append(values)
        coherence.append(estimate)
        jumps.append(jump)
    return Scene(
        dates, pairs, np.array(phase), np.array(coherence), np.array(jumps), rate, height
    )  # fmt: skip


def grid_attributes(shape):
    """MintPy's attributes of a grid in UTM zone 33 N."""
    return {
        "LENGTH": str(shape[0]), "WIDTH": str(shape[1]), "X_FIRST": str(X0), "Y_FIRST": str(Y0),
        "X_STEP": str(PIXEL), "Y_STEP": str(-PIXEL), "X_UNIT": "meters", "Y_UNIT": "meters",
        "EPSG": str(EPSG), "UTM_ZONE": "33N", "WAVELENGTH": str(WAVELENGTH), "PLATFORM": "Sen",
        "HEADING": "-10.0", "CENTER_LINE_UTC": "18000", "NLOOKS": "12",
    }  # fmt: skip


def texts(dates):
    """YYYYMMDD."""
    return [d.strftime("%Y%m%d") for d in dates]


def write_stack(path, scene: Scene) -> None:
    """ifgramStack.h5."""
    import h5py

    names = texts(scene.dates)
    with h5py.File(path, "w") as file:
        file["date"] = np.array([[names[i], names[j]] for i, j in scene.pairs], "S8")
        file["bperp"] = np.zeros(len(scene.pairs), "f4")
        file["dropIfgram"] = np.ones(len(scene.pairs), bool)
        file["unwrapPhase"] = scene.phase.astype("f4")
        file["coherence"] = scene.coherence.astype("f4")
        file.attrs.update(
            {**grid_attributes(scene.rate.shape), "FILE_TYPE": "ifgramStack", "UNIT": "radian",
             "NO_DATA_VALUE": "nan", "START_DATE": names[0], "END_DATE": names[-1]}
        )  # fmt: skip


def write_geometry(path, height) -> None:
    """geometryGeo.h5."""
    import h5py

    with h5py.File(path, "w") as file:
        file["height"] = height.astype("f4")
        file["incidenceAngle"] = np.full(height.shape, 37.0, "f4")
        file["azimuthAngle"] = np.full(height.shape, 100.0, "f4")
        file["slantRangeDistance"] = np.full(height.shape, 860e3, "f4")
        file.attrs.update({**grid_attributes(height.shape), "FILE_TYPE": "geometry", "UNIT": "1"})


def write_series(path, dates, series, baseline=None) -> None:
    """timeseries.h5; metres, zero at the first date and at the pixel in the first corner."""
    import h5py

    names = texts(dates)
    with h5py.File(path, "w") as file:
        file["timeseries"] = (series - series[:1]).astype("f4")
        file["date"] = np.array(names, "S8")
        file["bperp"] = np.zeros(len(dates), "f4") if baseline is None else baseline.astype("f4")
        file["temporalCoherence"] = np.full(series.shape[1:], 0.95, "f4")
        file.attrs.update(
            {**grid_attributes(series.shape[1:]), "FILE_TYPE": "timeseries", "UNIT": "m",
             "NO_DATA_VALUE": "nan", "REF_DATE": names[0], "START_DATE": names[0],
             "END_DATE": names[-1]}
        )  # fmt: skip


def coloured(rng, kind, years, pixels, size=3e-3):
    """Noise of series, shape (time, pixel): white, ar1, flicker or walk (with white)."""
    count = len(years)
    white = rng.normal(0, size, (count, pixels))
    if kind == "white":
        return white
    days = np.round(years * 365.25).astype(int)
    if kind == "ar1":
        out = np.empty((count, pixels))
        out[0] = white[0]
        for n in range(1, count):
            kept = np.exp(-(days[n] - days[n - 1]) / 30.0)
            out[n] = kept * out[n - 1] + np.sqrt(1 - kept**2) * white[n]
        return out
    if kind == "walk":
        steps = (
            rng.normal(size=(count, pixels)) * np.sqrt(np.diff(years, prepend=years[0]))[:, None]
        )
        return 0.5 * white + 2 * size * np.cumsum(steps, axis=0)
    # Flicker: fractional differences of order 1/2 by day (Hosking 1981), then the dates.
    length = days[-1] + 1
    weights = np.cumprod(np.concatenate([[1], (np.arange(1, 2 * length) - 0.5)
                                         / np.arange(1, 2 * length)]))  # fmt: skip
    transfer = np.fft.rfft(weights, 4 * length)
    out = np.empty((count, pixels))
    for first in range(0, pixels, 64):
        last = min(first + 64, pixels)
        driving = np.fft.rfft(rng.normal(size=(2 * length, last - first)), 4 * length, axis=0)
        walk = np.fft.irfft(transfer[:, None] * driving, axis=0)[length : 2 * length]
        out[:, first:last] = walk[days]
    out -= out.mean(axis=0)
    return 0.5 * white + size * out / out.std()


def write_raster(
    path, values, pixel=PIXEL, origin=(X0, Y0), names=("velocity_mm_yr",), unit="mm/yr"
):
    """A GeoTIFF in UTM zone 33 N."""
    from osgeo import gdal, osr

    values = np.atleast_3d(values.T).T
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path), values.shape[2], values.shape[1], len(values), gdal.GDT_Float32
    )
    raster.SetGeoTransform((origin[0], pixel, 0, origin[1], 0, -pixel))
    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    raster.SetProjection(system.ExportToWkt())
    for number, layer in enumerate(values, 1):
        band = raster.GetRasterBand(number)
        band.WriteArray(layer.astype("f4"))
        band.SetNoDataValue(float("nan"))
        band.SetDescription(names[number - 1])
        band.SetUnitType(unit)
    raster = None


def write_points(path, x, y, columns) -> None:
    """A GeoPackage of points in UTM zone 33 N."""
    from osgeo import ogr, osr

    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("points", system, ogr.wkbPoint)
    for name in columns:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
    layer.StartTransaction()
    for n in range(len(x)):
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, values in columns.items():
            feature[name] = float(values[n])
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({x[n]} {y[n]})"))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    source = None
