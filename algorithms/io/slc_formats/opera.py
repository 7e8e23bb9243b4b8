# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes radar images as OPERA CSLC-S1 keeps them: geocoded bursts as HDF5.

OPERA CSLC-S1 product specification (JPL D-108278) and COMPASS, which makes the files: one file a
burst, date and polarisation, with the image in ``/data/VV`` on ``/data/x_coordinates`` and
``y_coordinates`` (centres) in the UTM zone of ``/data/projection``, state vectors in
``/metadata/orbit``, the wavelength in
``/metadata/processing_information/input_burst_metadata`` and the burst in ``/identification``;
one file of static layers with the unit vector from the ground to the satellite. The phase of the
ellipsoid and the terrain is off. The azimuth carrier of TOPS, the same in all dates, is left out.
"""

from __future__ import annotations

import numpy as np

from ...data.grid import Window
from ..crs import epsg_code
from ..formats._common import (
    RANGE_SPACING,
    SECONDS_OF_DAY,
    SPEED_OF_LIGHT,
    TIME,
    TRACK,
    date_text,
)
from ..hdf5_writers import ROOM, LaidOutFile, make_room
from ._common import clock_text, is_ascending, state_vectors

BURST = 250687
SUBSWATH = "IW2"
BURST_SECONDS = 2.75
BURST_ID = f"t{TRACK:03d}_{BURST:06d}_{SUBSWATH.lower()}"
PLACE = f"T{TRACK:03d}-{BURST:06d}-{SUBSWATH}"
BURST_METADATA = "metadata/processing_information/input_burst_metadata"


def write_opera(simulation, folder, images) -> None:
    """Write a file a date and polarisation, and the static layers.

    Parameters
    ----------
    simulation : SlcSimulation
        In UTM.
    folder : Path
    images : iterator over (int, list of ndarray)
    """
    folder.mkdir(parents=True, exist_ok=True)
    for index, values in images:
        date = date_text(simulation.dates[index])
        made = date_text(simulation.dates[index] + 1)
        for polarisation, image in zip(simulation.polarisations, values):
            name = f"{PLACE}_{date}T{TIME}Z_{made}T120000Z_S1A_{polarisation}_v1.1.h5"
            tables = {
                **_orbit(simulation, index),
                **_identification(simulation, simulation.dates[index], "CSLC-S1"),
                **_burst(simulation, index, polarisation),
            }
            path = folder / f"OPERA_L2_CSLC-S1_{name}"
            _write(path, simulation, {polarisation: image}, tables)
    los = simulation.los
    layers = {
        "los_east": los.east, "los_north": los.north,
        "local_incidence_angle": los.incidence.astype(np.float32),
        "layover_shadow_mask": 2 * (simulation.critical_baseline == 0).astype(np.int8),
        "z": simulation.height,
    }  # fmt: skip
    tables = _identification(simulation, simulation.dates[0], "CSLC-S1-STATIC")
    path = folder / f"OPERA_L2_CSLC-S1-STATIC_{PLACE}_20140403_S1A_v1.0.h5"
    _write(path, simulation, layers, tables)


def _write(path, simulation, layers, tables) -> None:
    """Write one file of layers on the grid."""
    grid = simulation.grid
    datasets = {f"data/{name}": (grid.shape, values.dtype) for name, values in layers.items()}
    with LaidOutFile(path, datasets, {**_coordinates(grid), **tables}, {}) as file:
        _describe(path, grid, datasets)
        for name, values in layers.items():
            file.write(f"data/{name}", Window(0, 0, *grid.shape), values)


def _coordinates(grid) -> dict:
    x, _ = grid.xy(0, np.arange(grid.cols))
    _, y = grid.xy(np.arange(grid.rows), 0)
    return {
        "data/x_coordinates": x, "data/y_coordinates": y,
        "data/x_spacing": float(grid.transform[1]), "data/y_spacing": float(grid.transform[5]),
        "data/projection": np.int32(epsg_code(grid.crs)),
    }  # fmt: skip


def _describe(path, grid, datasets) -> None:
    """Attributes by which GDAL and xarray place the layers (CF conventions)."""
    import h5py

    make_room(f"{path}.room", ROOM)
    with h5py.File(path, "r+") as file:
        file.attrs["Conventions"] = np.bytes_("CF-1.8")
        projection = file["data/projection"]
        code = int(projection[()])
        projection.attrs.update(
            semi_major_axis=6378137.0, inverse_flattening=298.257223563,
            ellipsoid=np.bytes_("WGS84"), epsg_code=code, utm_zone_number=code % 100,
            spatial_ref=np.bytes_(grid.crs.encode()),
            grid_mapping_name=np.bytes_("universal_transverse_mercator"),
        )  # fmt: skip
        for number, axis in enumerate("yx"):
            scale = file[f"data/{axis}_coordinates"]
            scale.make_scale()
            scale.attrs["standard_name"] = np.bytes_(f"projection_{axis}_coordinate")
            scale.attrs["units"] = np.bytes_("m")
            for name in datasets:
                file[name].dims[number].attach_scale(scale)
        for name in datasets:
            file[name].attrs["grid_mapping"] = np.bytes_("projection")


def _orbit(simulation, index) -> dict:
    """State vectors as datasets of ``/metadata/orbit``."""
    times, positions, velocities = state_vectors(simulation, index)
    epoch = f"{simulation.dates[index]} 00:00:00.000000"
    tables = {
        "reference_epoch": np.bytes_(epoch), "time": times,
        "orbit_direction": np.bytes_(_direction(simulation)), "orbit_type": np.bytes_("POE"),
    }  # fmt: skip
    for number, axis in enumerate("xyz"):
        tables[f"position_{axis}"] = positions[:, number].copy()
        tables[f"velocity_{axis}"] = velocities[:, number].copy()
    return {f"metadata/orbit/{name}": value for name, value in tables.items()}


def _direction(simulation) -> str:
    return "Ascending" if is_ascending(simulation) else "Descending"


def _identification(simulation, date, product) -> dict:
    start, stop = (SECONDS_OF_DAY + s * BURST_SECONDS / 2 for s in (-1, 1))
    texts = {
        "product_version": "1.1", "product_type": product, "burst_id": BURST_ID,
        "mission_id": "S1A", "look_direction": "Right", "is_geocoded": "True",
        "orbit_pass_direction": _direction(simulation), "bounding_polygon": _outline(simulation),
        "zero_doppler_start_time": f"{date} {clock_text(start)}",
        "zero_doppler_end_time": f"{date} {clock_text(stop)}",
    }  # fmt: skip
    tables = {name: np.bytes_(text) for name, text in texts.items()}
    tables.update(track_number=np.int64(TRACK), absolute_orbit_number=np.int64(40000))
    return {f"identification/{name}": value for name, value in tables.items()}


def _outline(simulation) -> str:
    """Polygon of the scene in longitude and latitude."""
    from pyproj import Transformer

    rows, cols = simulation.grid.shape
    corners = np.array([(0, 0), (0, cols), (rows, cols), (rows, 0), (0, 0)]) - 0.5
    transformer = Transformer.from_crs(simulation.grid.crs, 4326, always_xy=True)
    places = zip(*transformer.transform(*simulation.grid.xy(*corners.T)))
    return f"POLYGON (({', '.join(f'{x:.7f} {y:.7f}' for x, y in places)}))"


def _burst(simulation, index, polarisation) -> dict:
    date, options = simulation.dates[index], simulation.options
    start, stop = (SECONDS_OF_DAY + s * BURST_SECONDS / 2 for s in (-1, 1))
    tables = {
        "wavelength": float(simulation.wavelength),
        "radar_center_frequency": SPEED_OF_LIGHT / simulation.wavelength,
        "range_pixel_spacing": RANGE_SPACING,
        "starting_range": float(simulation.slant_range.min()),
        "azimuth_time_interval": 0.002055556, "range_bandwidth": 56.5e6,
        "polarization": np.bytes_(polarisation), "platform_id": np.bytes_("S1A"),
        "sensing_start": np.bytes_(f"{date} {clock_text(start)}"),
        "sensing_stop": np.bytes_(f"{date} {clock_text(stop)}"),
        "center": np.array([options.center_lon, options.center_lat]),
    }  # fmt: skip
    return {f"{BURST_METADATA}/{name}": value for name, value in tables.items()}
