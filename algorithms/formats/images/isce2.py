# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coregistered images of ISCE-2's stack processors (topsStack, stripmapStack).

Files: ``merged/SLC/YYYYMMDD/YYYYMMDD.slc.full`` with ``.vrt`` and ``.xml`` (of stripmap stacks
without ``.full``), ``merged/geom_reference/{lat,lon,hgt,los,shadowMask}.rdr.full`` of the same size
(``los``: incidence, and azimuth from the ground to the satellite counter-clockwise from north,
degrees), ``merged/baselines/YYYYMMDD/`` with a coarse raster of perpendicular baselines, or
``baselines/YYYYMMDD_YYYYMMDD/*.txt`` (``Bperp (average)`` by subswath), and the parameters of the
reference in ``reference/IW*.xml``.

Sign and flattening: the phase of an image is ``-4 pi R / wavelength``. The secondary images are
resampled to the reference by ``resamp_withCarrier.py`` (``resampleSlc.py``), which takes the phase
of the range differences off unless it was called with ``--noflat``: **flattened** by default, all
images having the phase of the reference's range.

Sign of the baseline: ISCE-2 counts positive where ``((T - S1) x (S2 - S1)) . v1 > 0``
(``computeBaseline.py``), the opposite of ``C cos(look) - N sin(look)``: put a satellite that flies
north and looks east a metre upwards, and the product is negative. It is turned round here, see
:func:`...data.orbit.perpendicular_baseline`.

Written as topsStack merges them, the second polarisation in ``SLC_VH`` (topsStack makes one at a
time), each file with GDAL's ``.vrt`` and ISCE's ``.xml``; numbers and orbit of the reference are in
``reference/IW1.xml``.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ...data.grid import Grid
from ...data.slc_product import Lookup, SlcProduct
from ...errors import GroundshiftError
from ..interferograms._common import date_text, dates_in, write_text
from ..interferograms._isce2 import (
    GEOMETRY,
    baselines_of,
    reference_values,
    roots_of,
    subfolder,
)
from ..raster_source import describe
from ._common import (
    SlcSearch,
    axes,
    checked_images,
    clock_text,
    complete,
    coordinate_part,
    image_of,
    polarisation_in,
    state_vectors,
    write_binary,
)

LOOKS_FOR = "ISCE-2 stacks (merged/SLC/YYYYMMDD/YYYYMMDD.slc.full)"
IMAGE = re.compile(r"((?:19|20)\d{6})\.slc(?:\.full)?(?:\.vrt)?")
# GDAL reads a VRT and, with its .xml beside it, the binary file itself.
ENDINGS = (".slc.full.vrt", ".slc.vrt", ".slc.full", ".slc")
GEOMETRY_ENDINGS = (".rdr.full.vrt", ".rdr.vrt", ".rdr.full", ".rdr")


def recognises(folder, files) -> bool:
    """Whether the folder holds an ISCE-2 stack, or lies in one."""
    return any(_is_image(file) for file in files)


def _is_image(file) -> bool:
    match = IMAGE.fullmatch(file.name)
    return match is not None and file.parent.name == match.group(1)


def read(folder, files, search: SlcSearch | None = None) -> SlcProduct:
    """Find what a folder of ISCE-2's images holds, and the parts that lie beside it."""
    search = search or SlcSearch()
    found: dict = {}
    for file in filter(_is_image, files):
        found.setdefault(file.parent, []).append(file)
    if not found:
        raise GroundshiftError(
            f"{folder}: holds no images of an ISCE-2 stack ({LOOKS_FOR}); choose another folder or "
            "format."
        )
    images, shapes = [], {}
    for place, names in sorted(found.items()):
        path = min(names, key=lambda f: ENDINGS.index(f.name[8:]))
        info = describe(path)
        if not info.dtype.startswith("complex"):
            raise GroundshiftError(
                f"{path}: holds no complex numbers; give the images, not their amplitudes."
            )
        (date,) = dates_in(place.name)
        shapes[path] = info.grid.shape
        images.append(image_of(date, path, info.grid.shape, polarisation_in(place.parent.name)))
    first, shape = next(iter(shapes.items()))
    for path, other in shapes.items():
        if other != shape:
            raise GroundshiftError(
                f"{path}: has {other[0]}x{other[1]} pixels and {first.name} has "
                f"{shape[0]}x{shape[1]}; take it out of the folder or coregister it anew."
            )
    images, notes = complete(checked_images(images))
    grid = Grid(*shape)
    roots = roots_of(first)
    lookup, height, look, mask = _geometry(roots, grid, search)
    values = reference_values(roots)
    near = values.get("startingrange"), values.get("rangepixelsize")
    return SlcProduct(
        kind="isce2",
        images=images,
        grid=grid,
        wavelength=values.get("radarwavelength"),
        flattened=True,
        baselines=baselines_of(roots, [image.date for image in images]),
        lookup=lookup,
        height=height,
        look=look,
        look_kind="incidence_azimuth",
        mask=mask,
        slant_range=None if None in near else near,
        attributes={"PROCESSOR": "isce"},
        notes=tuple(notes),
        source=Path(folder),
    )


def _geometry(roots, grid, search) -> tuple:
    folder = subfolder(roots, GEOMETRY)

    def part(name, band=1):
        given = getattr(search, {"lat": "latitude", "lon": "longitude", "hgt": "height"}.get(
            name, ""), None)  # fmt: skip
        if given is not None:
            return coordinate_part(given, grid, name)
        for ending in GEOMETRY_ENDINGS:
            path = folder / f"{name}{ending}" if folder else None
            if path is not None and path.is_file():
                return coordinate_part(path, grid, name, band)
        return None

    longitude, latitude = part("lon"), part("lat")
    lookup = Lookup(longitude, latitude) if longitude and latitude else None
    look = tuple(p for p in (part("los"), part("los", 2)) if p is not None)
    return lookup, part("hgt"), look if len(look) == 2 else None, part("shadowMask")


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
    write_text(folder / "reference/IW1.xml", _parameter_lines(simulation))


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
    for count, size in ((1, cols), (2, rows)):
        yield f'    <component name="coordinate{count}">'
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


def _parameter_lines(simulation):
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
    for count, (time, position, velocity) in enumerate(zip(*state_vectors(simulation, 0)), 1):
        yield f'                        <component name="statevector{count}">'
        for key, value in (
            ("time", f"{day} {clock_text(time)}"), ("position", position.tolist()),
            ("velocity", velocity.tolist()),
        ):  # fmt: skip
            yield from _property(key, value, 28)
        yield "                        </component>"
    for closing, indent in zip(("component",) * 5, (20, 16, 12, 8, 4)):
        yield f"{' ' * indent}</{closing}>"
    yield "</productmanager_name>"
