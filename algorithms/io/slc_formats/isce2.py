# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes radar images as ISCE-2's topsStack merges them.

``merged/SLC/YYYYMMDD/YYYYMMDD.slc.full`` (``SLC_VH`` for the second polarisation: topsStack makes
one at a time), ``merged/geom_reference/{lat,lon,hgt,los,shadowMask}.rdr.full``, each with GDAL's
``.vrt`` and ISCE's ``.xml``; ``merged/baselines/YYYYMMDD/YYYYMMDD`` (coarse raster) and
``baselines/<reference>_<date>/*.txt``; numbers and orbit of the reference in
``reference/IW1.xml``.

``los`` holds the incidence and the azimuth from the ground to the satellite, counter-clockwise
from north. The baseline has ISCE-2's own sign, ``((T - S1) x (S2 - S1)) . v1``, the opposite of
ours (``baselineGrid.py`` of topsStack).
"""

from __future__ import annotations

import numpy as np

from ..formats._common import date_text, write_text
from ._common import axes, clock_text, state_vectors, write_binary

# Number type: NumPy's, GDAL's and ISCE's name, bytes.
TYPES = {
    "complex64": ("<c8", "CFloat32", "CFLOAT", 8), "float64": ("<f8", "Float64", "DOUBLE", 8),
    "float32": ("<f4", "Float32", "FLOAT", 4), "uint8": ("u1", "Byte", "BYTE", 1),
}  # fmt: skip
COARSE = (4, 5)  # rows and columns of a raster of baselines


def write_isce2(simulation, folder, images) -> None:
    """Write images, geometry, baselines and the reference's parameters.

    Parameters
    ----------
    simulation : SlcSimulation
        In radar coordinates.
    folder : Path
    images : iterator over (int, list of ndarray)
    """
    dates = [date_text(date) for date in simulation.dates]
    for index, values in images:
        for polarisation, image in zip(simulation.polarisations, values):
            place = "SLC" if polarisation == "VV" else f"SLC_{polarisation}"
            path = folder / f"merged/{place}/{dates[index]}/{dates[index]}.slc.full"
            _write_image(path, [image], "complex64")
    geometry = folder / "merged/geom_reference"
    longitude, latitude = simulation.lookup
    for name, layers, kind in (
        ("lat", [latitude], "float64"), ("lon", [longitude], "float64"),
        ("hgt", [simulation.height], "float64"),
        ("los", [simulation.los.incidence, simulation.los.azimuth], "float32"),
        ("shadowMask", [2 * (simulation.critical_baseline == 0)], "uint8"),
    ):  # fmt: skip
        _write_image(geometry / f"{name}.rdr.full", layers, kind)
    for date, baseline in zip(dates, simulation.perpendicular_baseline):
        path = folder / f"merged/baselines/{date}/{date}"
        _write_image(path, [np.full(COARSE, -baseline)], "float32")
        if date != dates[0]:
            pair = f"{dates[0]}_{date}"
            write_text(
                folder / f"baselines/{pair}/{pair}.txt",
                ("swath: IW1", f"Bperp (average): {-float(baseline)!r}"),
            )
    write_text(folder / "reference/IW1.xml", _parameters(simulation))


def _write_image(path, layers, kind) -> None:
    """Write bands interleaved by line, with the two headers."""
    dtype, gdal_type, isce_type, size = TYPES[kind]
    values = np.stack([np.asarray(layer) for layer in layers], axis=1)
    rows, bands, cols = values.shape
    write_binary(path, values, dtype)
    write_text(f"{path}.vrt", _vrt(path.name, rows, bands, cols, gdal_type, size))
    write_text(f"{path}.xml", _xml(path.name, rows, bands, cols, isce_type))


def _vrt(name, rows, bands, cols, kind, size):
    yield f'<VRTDataset rasterXSize="{cols}" rasterYSize="{rows}">'
    for band in range(bands):
        yield f'    <VRTRasterBand band="{band + 1}" dataType="{kind}" subClass="VRTRawRasterBand">'
        yield f'        <SourceFilename relativeToVRT="1">{name}</SourceFilename>'
        yield "        <ByteOrder>LSB</ByteOrder>"
        yield f"        <ImageOffset>{band * cols * size}</ImageOffset>"
        yield f"        <PixelOffset>{size}</PixelOffset>"
        yield f"        <LineOffset>{bands * cols * size}</LineOffset>"
        yield "    </VRTRasterBand>"
    yield "</VRTDataset>"


def _xml(name, rows, bands, cols, kind):
    values = {
        "access_mode": "read", "byte_order": "l", "data_type": kind, "file_name": name,
        "length": rows, "number_bands": bands, "scheme": "BIL", "width": cols,
    }  # fmt: skip
    yield "<imageFile>"
    for key, value in values.items():
        yield from _property(key, value)
    for number, size in ((1, cols), (2, rows)):
        yield f'    <component name="coordinate{number}">'
        for key, value in (("delta", 1), ("endingvalue", size), ("size", size),
                           ("startingvalue", 0)):  # fmt: skip
            yield from _property(key, value, 8)
        yield "    </component>"
    yield "</imageFile>"


def _property(name, value, indent=4):
    space = " " * indent
    yield f'{space}<property name="{name}">'
    yield f"{space}    <value>{value}</value>"
    yield f"{space}</property>"


def _parameters(simulation):
    """The reference's parameters: one swath of one burst."""
    times, ranges = axes(simulation)
    rows, cols = simulation.grid.shape
    day = str(simulation.dates[0])
    values = {
        "radarwavelength": repr(float(simulation.wavelength)),
        "startingrange": repr(float(ranges[0])),
        "rangepixelsize": repr(float(ranges[1] - ranges[0])),
        "azimuthtimeinterval": repr(float((times[-1] - times[0]) / (rows - 1))),
        "numberoflines": rows, "numberofsamples": cols,
        "sensingstart": f"{day} {clock_text(times[0])}",
        "sensingstop": f"{day} {clock_text(times[-1])}", "polarization": "VV",
    }  # fmt: skip
    yield "<productmanager_name>"
    yield '    <component name="instance">'
    yield '        <component name="bursts">'
    yield '            <component name="burst1">'
    for key, value in values.items():
        yield from _property(key, value, 16)
    yield '                <component name="orbit">'
    yield '                    <component name="statevectors">'
    for number, (time, position, velocity) in enumerate(zip(*state_vectors(simulation, 0)), 1):
        yield f'                        <component name="statevector{number}">'
        for key, value in (
            ("time", f"{day} {clock_text(time)}"), ("position", position.tolist()),
            ("velocity", velocity.tolist()),
        ):  # fmt: skip
            yield from _property(key, value, 28)
        yield "                        </component>"
    for closing, indent in zip(("component",) * 5, (20, 16, 12, 8, 4)):
        yield f"{' ' * indent}</{closing}>"
    yield "</productmanager_name>"
