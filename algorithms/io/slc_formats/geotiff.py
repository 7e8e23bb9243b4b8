# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes radar images as complex GeoTIFFs, one a date and polarisation.

``YYYYMMDD_VV.slc.tif`` (CFloat32) with tags for what the format does not tell: ``WAVELENGTH``,
``BPERP``, ``FLATTENED``, ``HEADING``, ``INCIDENCE_ANGLE``. ``dem.tif`` is the elevation model;
in radar coordinates there are ``lat.tif``, ``lon.tif`` and ``hgt.tif`` of the same size.
"""

from __future__ import annotations

import numpy as np

from ..formats._common import date_text
from ..rasters import BandInfo, write_raster
from ._common import heading, mid_incidence


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
            tags = {**_tags(simulation, index), "POLARIZATION": polarisation}
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


def _tags(simulation, index) -> dict:
    return {
        "DATE": str(simulation.dates[index]), "WAVELENGTH": repr(float(simulation.wavelength)),
        "BPERP": repr(float(simulation.perpendicular_baseline[index])),
        "FLATTENED": "yes" if simulation.options.flattened else "no", "PHASE_SIGN": "1",
        "HEADING": repr(float(heading(simulation))),
        "INCIDENCE_ANGLE": repr(float(mid_incidence(simulation))),
    }  # fmt: skip
