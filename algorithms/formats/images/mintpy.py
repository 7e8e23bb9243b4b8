# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes radar images as MintPy and `importslc` keep them.

``inputs/slcStack.h5`` with ``inputs/geometryGeo.h5`` or, in radar coordinates,
``geometryRadar.h5``; see :mod:`..hdf5.images`.
"""

from __future__ import annotations

from ...data.grid import Window
from ...data.simulation.scene import EARTH_RADIUS, ORBIT_HEIGHT
from ..hdf5.images import SlcStackWriter
from ..hdf5.writers import write_geometry
from ..interferograms._common import SECONDS_OF_DAY
from ._common import heading, is_ascending


def write_mintpy(simulation, folder, images) -> None:
    """Write ``slcStack.h5`` and the geometry file.

    Parameters
    ----------
    simulation : SlcSimulation
    folder : Path
    images : iterator over (int, list of ndarray)
    """
    inputs = folder / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    grid, lookup = simulation.grid, simulation.lookup
    window = Window(0, 0, *grid.shape)
    attributes = _attributes(simulation)
    writer = SlcStackWriter(
        inputs / "slcStack.h5", grid, simulation.dates, simulation.wavelength,
        simulation.perpendicular_baseline, simulation.polarisations, simulation.spacing,
        lookup is not None, attributes=attributes,
    )  # fmt: skip
    with writer:
        for index, values in images:
            for polarisation, image in enumerate(values):
                writer.write(window, image, polarisation, index)
        if lookup is not None:
            writer.layer("longitude", window, lookup[0])
            writer.layer("latitude", window, lookup[1])
    los = simulation.los
    layers = {
        "height": simulation.height, "incidenceAngle": los.incidence, "azimuthAngle": los.azimuth,
        "slantRangeDistance": simulation.slant_range,
    }  # fmt: skip
    name = "geometryGeo.h5"
    if lookup is not None:
        layers.update(longitude=lookup[0], latitude=lookup[1])
        name = "geometryRadar.h5"
    write_geometry(inputs / name, grid, layers, attributes)


def _attributes(simulation) -> dict:
    return {
        "PLATFORM": "Sen", "ANTENNA_SIDE": "-1",
        "ORBIT_DIRECTION": "ASCENDING" if is_ascending(simulation) else "DESCENDING",
        "HEADING": repr(float(heading(simulation))), "CENTER_LINE_UTC": repr(SECONDS_OF_DAY),
        "EARTH_RADIUS": repr(EARTH_RADIUS), "HEIGHT": repr(ORBIT_HEIGHT),
        "STARTING_RANGE": repr(float(simulation.slant_range.min())),
        "RLOOKS": "1", "ALOOKS": "1",
        "FLATTENED": "yes" if simulation.options.flattened else "no",
    }  # fmt: skip
