# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""MintPy: a stack that was loaded before (``ifgramStack.h5``) and its geometry.

Layout: https://mintpy.readthedocs.io/en/latest/api/data_structure/. ``unwrapPhase`` in radians
with 0 for no data, ``coherence``, ``connectComponent`` (0 for none), ``date`` (YYYYMMDD, reference
and secondary), ``bperp`` in metres, ``dropIfgram`` (True for pairs that are kept). Angles in
degrees: ``incidenceAngle`` from the vertical, ``azimuthAngle`` from the ground to the satellite,
counter-clockwise from north. In radar coordinates ``latitude`` and ``longitude`` of every pixel, in
``geometryRadar.h5``.

Sign: displacement is -wavelength/(4 pi) times the phase of the later minus the earlier date
(``ifgram_inversion.py``).

Written as ``inputs/ifgramStack.h5`` and ``inputs/geometryGeo.h5``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.grid import Window
from ...data.product import Band, GeometryBands, Interferogram, Product
from ...data.simulation.scene import EARTH_RADIUS, ORBIT_HEIGHT
from ...errors import GroundshiftError
from ..hdf5.layout import COMPONENTS, LOOKUP, pair_tables, zero_is_void
from ..hdf5.stacks import (
    StackWriter,
    _attributes,
    check_stack_datasets,
    grid_of,
    open_hdf5,
    read_stack,
    to_dates,
    wavelength_of,
    write_geometry,
)
from ._common import (
    AZIMUTH_SPACING,
    RANGE_SPACING,
    SECONDS_OF_DAY,
    is_ascending,
    normalised,
    number,
    radar_note,
    signed_heading,
    split_looks,
)

LOOKS_FOR = "MintPy (ifgramStack.h5)"
STACK = "ifgramStack.h5"
GEOMETRY = ("geometryGeo.h5", "geometryRadar.h5")
USED = {"unwrapPhase", "coherence", COMPONENTS, "date", "bperp", "dropIfgram", *LOOKUP}
# What the writer sets by itself, or what would be wrong in a copy.
NOT_COPIED = {
    "LENGTH", "WIDTH", "X_FIRST", "Y_FIRST", "X_STEP", "Y_STEP", "X_UNIT", "Y_UNIT", "EPSG",
    "CRS_WKT", "FILE_TYPE", "FILE_PATH", "UNIT", "NO_DATA_VALUE", "WAVELENGTH", "START_DATE",
    "END_DATE", "DATE12", "DATA_TYPE", "NLOOKS",
}  # fmt: skip


def recognises(folder, files) -> bool:
    """Whether the folder holds a stack of MintPy's."""
    return any(file.name == STACK for file in files)


def read(folder, files) -> Product:
    """Find what MintPy's stack in a folder holds."""
    stacks = [file for file in files if file.name == STACK]
    if not stacks:
        raise GroundshiftError(f"{folder}: holds no {STACK}; choose another folder or kind.")
    if len(stacks) > 1:
        raise GroundshiftError(
            f"{folder}: holds {len(stacks)} stacks, such as {stacks[0]} and {stacks[1]}; give one "
            "of these files."
        )
    return read_file(stacks[0])


def read_file(path) -> Product:
    """Find what one of MintPy's stack files holds; the geometry lies beside it."""
    path = Path(path)
    with open_hdf5(path) as file:
        attributes = _attributes(file)
        names = set(file)
        if not {"unwrapPhase", "date"} <= names:
            read_stack(path)  # says what is missing
        grid, shape = grid_of(attributes, path), file["unwrapPhase"].shape
        dates = to_dates(file["date"][()], path)
        count = len(dates)
        if dates.shape == (count, 2) and file["unwrapPhase"].shape == (count, *grid.shape):
            check_stack_datasets(file, count, grid, path)
        bperp, keep = pair_tables(file, count)
    if dates.shape != (count, 2) or shape != (count, *grid.shape):
        read_stack(path)
    grid, notes = _placed(grid, attributes)
    nodata = (0.0,) if zero_is_void(attributes) else ()
    pairs = [
        Interferogram(
            *dates[k],
            phase=Band(str(path), k + 1, nodata, dataset="unwrapPhase"),
            coherence=Band(str(path), k + 1, dataset="coherence")
            if "coherence" in names else None,
            perpendicular_baseline=float(bperp[k]),
            keep=bool(keep[k]),
            components=Band(str(path), k + 1, dataset=COMPONENTS) if COMPONENTS in names else None,
        )
        for k in range(count)
    ]  # fmt: skip
    if not pairs:
        raise GroundshiftError(f"{path}: holds no interferograms; load some with MintPy first.")
    interferograms, turned = normalised(pairs)
    ignored = sorted(names - USED)
    if ignored:
        notes.append(f"Datasets that are not used were left out: {', '.join(ignored)}.")
    if not keep.all():
        notes.append(f"{int((~keep).sum())} pairs are marked as dropped and stay so.")
    geometry, more = _geometry(path, grid, attributes, names)
    if "X_FIRST" not in attributes:
        notes.append(radar_note(geometry.lookup))
    looks = [number(attributes.get(name)) for name in ("RLOOKS", "ALOOKS")]
    return Product(
        kind="mintpy",
        interferograms=interferograms,
        grid=grid,
        wavelength=wavelength_of(attributes, path),
        phase_sign=1.0,
        looks=number(attributes.get("NLOOKS"), None if None in looks else looks[0] * looks[1]),
        geometry=geometry,
        attributes={
            k: v for k, v in attributes.items()
            if k not in NOT_COPIED and not k.startswith("mintpy.")
        },
        notes=tuple(notes + turned + more),
        source=path,
    )  # fmt: skip


def _placed(grid, attributes):
    """The grid with the UTM zone that older files give instead of an EPSG code."""
    if "X_FIRST" not in attributes:
        return grid, []
    zone = attributes.get("UTM_ZONE", "")
    if not grid.crs and zone[:-1].isdigit():
        code = (32600 if zone[-1].upper() >= "N" else 32700) + int(zone[:-1])
        return replace(grid, crs=wkt_from_epsg(code)), []
    return grid, []


def _geometry(stack, grid, attributes, inside) -> tuple:
    """Geometry beside the stack, or in ``inputs`` or the folder above."""
    heading = number(attributes.get("HEADING"))
    radar = "X_FIRST" not in attributes
    own = _lookup(stack, inside) if radar else None
    nothing = GeometryBands(heading=heading, lookup=own)
    folders = (stack.parent, stack.parent / "inputs", stack.parent.parent)
    kinds = GEOMETRY[::-1] if radar else GEOMETRY
    found = [f / name for f in folders for name in kinds if (f / name).is_file()]
    if not found:
        return nothing, []
    path = found[0]
    with open_hdf5(path) as file:
        shape = grid_of(_attributes(file), path).shape
        names = set(file)
    if shape != grid.shape:
        return nothing, [
            f"{path.name} is {shape[0]}x{shape[1]} and the stack {grid.rows}x{grid.cols}, so it "
            "was passed over."
        ]  # fmt: skip

    def band(name):
        return Band(str(path), dataset=name) if name in names else None

    incidence, azimuth = band("incidenceAngle"), band("azimuthAngle")
    los = None if incidence is None and azimuth is None else (incidence, azimuth)
    return (
        GeometryBands(
            height=band("height"), los=los, los_kind="incidence_azimuth", heading=heading,
            lookup=own or (_lookup(path, names) if radar else None),
        ),
        [],
    )  # fmt: skip


def _lookup(path, names):
    if not set(LOOKUP) <= names:
        return None
    return tuple(Band(str(path), nodata=(0.0,), dataset=name) for name in LOOKUP)


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
    attributes = _written_attributes(simulation)
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


def _written_attributes(simulation) -> dict:
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
