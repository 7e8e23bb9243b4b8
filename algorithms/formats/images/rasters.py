# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Complex rasters with the date in their names: GeoTIFF, ENVI and whatever else GDAL opens.

A file is an image where its first band is complex and its name holds one date; ``VV``, ``VH``,
``HH`` or ``HV`` in the name tells the polarisation. Rasters of the same size whose names hold
``lat``, ``lon`` and ``hgt`` (``dem``, ``height``) are the lookup and the height of images in radar
coordinates.

Sign and flattening: such files say nothing of either. The phase ``-4 pi R / wavelength`` is
assumed, unless the user or a tag ``PHASE_SIGN`` of -1 says otherwise; whether the phase of the
ellipsoid and the terrain is off is told by the user or a tag ``FLATTENED`` (yes or no). Tags
``WAVELENGTH`` (metres), ``HEADING``, ``INCIDENCE_ANGLE`` and ``BPERP`` (metres) are taken as well.

Written as complex GeoTIFFs, ``YYYYMMDD_VV.slc.tif`` (CFloat32) with these tags; ``dem.tif`` is the
elevation model; in radar coordinates there are ``lat.tif``, ``lon.tif`` and ``hgt.tif``.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.slc_product import Lookup, SlcProduct
from ...errors import GroundshiftError
from ..interferograms._common import date_text, number, orbit_attributes, words_in
from ..raster_source import describe
from ..rasters import BandInfo, write_raster
from ..regrid import check_same
from ._common import (
    SlcSearch,
    alike,
    checked_images,
    complete,
    coordinate_part,
    date_in,
    heading,
    image_of,
    mid_incidence,
    polarisation_in,
    same_words,
)

LOOKS_FOR = "complex GeoTIFF, ENVI or VRT with the date in the name"
ENDINGS = (".tif", ".tiff", ".vrt", ".img", ".bin", ".dat", ".slc", ".envi", ".cint", "")
ROLES = {"latitude": {"lat", "latitude"}, "longitude": {"lon", "longitude"},
         "height": {"hgt", "height", "dem", "elevation"}}  # fmt: skip


def recognises(folder, files) -> bool:
    """Whether the folder holds complex rasters."""
    return any(True for _ in _complex(files))


def _candidates(files):
    """Files that may be images: those with an ending for it and, of plain binaries, a header."""
    there = set(files)
    for file in files:
        if file.suffix.lower() not in ENDINGS and not file.suffix.lower()[1:].isdigit():
            continue
        plain = file.suffix.lower() not in (".tif", ".tiff", ".vrt", ".img")
        if plain and not {file.with_name(f"{file.name}.hdr"), file.with_suffix(".hdr")} & there:
            continue
        # What a VRT of the same name is made of.
        if file.suffix.lower() != ".vrt" and file.with_name(f"{file.name}.vrt") in there:
            continue
        yield file


def _complex(files):
    for file in _candidates(files):
        if not _is_role(file):
            info = describe(file)
            if info.dtype.startswith("complex"):
                yield file, info


def _is_role(file) -> bool:
    words = words_in(file.name)
    return any(words & names for names in ROLES.values())


def read(folder, files, search: SlcSearch | None = None) -> SlcProduct:
    """Find what a folder of complex rasters holds."""
    search = search or SlcSearch()
    found = dict(_complex(files))
    if not found:
        raise GroundshiftError(
            f"{folder}: holds no complex rasters; give single-look complex images ({LOOKS_FOR})."
        )
    images = checked_images(
        image_of(date_in(path), path, info.grid.shape, polarisation_in(path.name))
        for path, info in found.items()
    )
    first = found[Path(images[0].parts[0].path)]
    for path, info in found.items():
        _check_grid(info.grid, first.grid, path)
    images, notes = complete(images)
    tags = {path: _tags(info) for path, info in found.items()}

    def tag(name, what, tolerance):
        return alike({p.name: number(t.get(name)) for p, t in tags.items()}, what, tolerance)

    baselines = {date_in(p): number(t["BPERP"], np.nan) for p, t in tags.items() if "BPERP" in t}
    flattened = same_words({p.name: t.get("FLATTENED", "").lower() for p, t in tags.items()},
                           "flattening")  # fmt: skip
    heading = tag("HEADING", "heading", 5.0)
    lookup, height = _coordinates(files, first.grid, search)
    return SlcProduct(
        kind="rasters",
        images=images,
        grid=first.grid,
        wavelength=tag("WAVELENGTH", "wavelength", 1e-5),
        phase_sign=tag("PHASE_SIGN", "phase sign", 0.5) or 1.0,
        flattened={"yes": True, "no": False}.get(flattened),
        baselines=baselines if np.isfinite(list(baselines.values())).all() else {},
        lookup=lookup,
        height=height,
        incidence=tag("INCIDENCE_ANGLE", "incidence angle", 5.0),
        heading=heading,
        attributes=orbit_attributes(heading),
        notes=tuple(notes),
        source=Path(folder),
    )


def _tags(info) -> dict:
    return {name.upper(): value for name, value in info.metadata.items()}


def _check_grid(grid, first, path) -> None:
    if bool(grid.crs) == bool(first.crs):
        check_same(grid, first, path)
        return
    raise GroundshiftError(
        f"{path}: {'has' if grid.crs else 'has no'} coordinate reference system, unlike the other "
        "images; assign it, or take the file out of the folder."
    )


def _coordinates(files, grid, search):
    """Lookup and height: as given, else by the names in the folder."""
    found = {}
    for role, words in ROLES.items():
        given = getattr(search, role)
        if given is not None and (role != "height" or not grid.crs):
            found[role] = coordinate_part(given, grid, role)
            continue
        for file in _candidates(files):
            if words & words_in(file.name) and describe(file).grid.shape == grid.shape:
                found[role] = coordinate_part(file, grid, role)
                break
    lookup = None
    if not grid.crs and "latitude" in found and "longitude" in found:
        lookup = Lookup(found["longitude"], found["latitude"])
    return lookup, found.get("height")


def write_geotiff(simulation, folder, images) -> None:
    """Write the images and their geometry.

    Parameters
    ----------
    simulation : SlcSimulation
    folder : Path
    images : iterator over (int, list of ndarray)
    """
    folder.mkdir(parents=True, exist_ok=True)
    grid, lookup = simulation.grid, simulation.lookup
    for index, values in images:
        date = date_text(simulation.dates[index])
        for polarisation, image in zip(simulation.polarisations, values):
            tags = {**_written_tags(simulation, index), "POLARIZATION": polarisation}
            write_raster(
                folder / f"{date}_{polarisation}.slc.tif", grid, image, [BandInfo("slc")],
                dtype="complex64", metadata=tags,
            )  # fmt: skip
    layers = {"dem.tif": simulation.height}
    if lookup is not None:
        layers = {"hgt.tif": simulation.height, "lon.tif": lookup[0], "lat.tif": lookup[1]}
    for name, layer in layers.items():
        kind = str(np.asarray(layer).dtype)
        write_raster(folder / name, grid, layer, [BandInfo(name[:3])], dtype=kind)


def _written_tags(simulation, index) -> dict:
    return {
        "DATE": str(simulation.dates[index]), "WAVELENGTH": repr(float(simulation.wavelength)),
        "BPERP": repr(float(simulation.perpendicular_baseline[index])),
        "FLATTENED": "yes" if simulation.options.flattened else "no", "PHASE_SIGN": "1",
        "HEADING": repr(float(heading(simulation))),
        "INCIDENCE_ANGLE": repr(float(mid_incidence(simulation))),
    }  # fmt: skip
