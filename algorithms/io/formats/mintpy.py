# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a stack as MintPy keeps it.

https://mintpy.readthedocs.io/en/latest/api/data_structure/ : ``inputs/ifgramStack.h5`` and
``inputs/geometryGeo.h5``. The phase is the later date minus the earlier and positive for motion
away (``timeseries = -wavelength / 4 pi * phase``), ``azimuthAngle`` is measured from the ground
to the satellite counter-clockwise from north.
"""

from __future__ import annotations

import numpy as np

from ...data.grid import Window
from ...data.simulation.scene import EARTH_RADIUS, ORBIT_HEIGHT
from ..hdf5 import StackWriter, write_geometry
from ._common import (
    AZIMUTH_SPACING,
    RANGE_SPACING,
    SECONDS_OF_DAY,
    is_ascending,
    signed_heading,
    split_looks,
)


def write_mintpy(simulation, folder, pairs) -> None:
    """Write ``inputs/ifgramStack.h5`` and ``inputs/geometryGeo.h5``.

    Parameters
    ----------
    simulation : Simulation
    folder : Path
    pairs : iterator over (int, SimulatedPair)
    """
    inputs = folder / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    grid, los = simulation.grid, simulation.los
    attributes = _attributes(simulation)
    writer = StackWriter(
        inputs / "ifgramStack.h5", grid, simulation.pairs, simulation.wavelength,
        simulation.pair_baseline, True, attributes,
    )  # fmt: skip
    window = Window(0, 0, grid.rows, grid.cols)
    with writer:
        for index, pair in pairs:
            writer.write(index, window, pair.phase, pair.coherence)
    layers = {
        "height": simulation.height, "incidenceAngle": los.incidence, "azimuthAngle": los.azimuth,
        "slantRangeDistance": simulation.slant_range,
    }  # fmt: skip
    write_geometry(inputs / "geometryGeo.h5", grid, layers, attributes)


def _attributes(simulation) -> dict:
    options = simulation.options
    range_looks, azimuth_looks = split_looks(options.looks)
    return {
        "PROCESSOR": "isce", "PLATFORM": "Sen", "ANTENNA_SIDE": "-1",
        "ORBIT_DIRECTION": "ASCENDING" if is_ascending(options) else "DESCENDING",
        "HEADING": repr(float(signed_heading(options))), "CENTER_LINE_UTC": repr(SECONDS_OF_DAY),
        "EARTH_RADIUS": repr(EARTH_RADIUS), "HEIGHT": repr(ORBIT_HEIGHT),
        "STARTING_RANGE": repr(float(np.min(simulation.slant_range))),
        "RANGE_PIXEL_SIZE": repr(float(RANGE_SPACING * range_looks)),
        "AZIMUTH_PIXEL_SIZE": repr(float(AZIMUTH_SPACING * azimuth_looks)),
        "RLOOKS": str(range_looks), "ALOOKS": str(azimuth_looks),
        "NCORRLOOKS": str(options.looks), "WAVELENGTH": repr(float(options.wavelength)),
    }  # fmt: skip
