# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tiny products of NASA: GUNW of ARIA and NISAR, OPERA's displacement, after their definitions."""

import h5py
import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.formats.interferograms._common import SENTINEL1_WAVELENGTH
from product_files import COLS, DATES, GEOGRAPHIC, PAIRS, ROWS, UTM, coherence, phase, write_tif

HEIGHTS = np.array([-1500.0, 0.0, 600.0, 3000.0])
LEVEL = np.array([9.0, 1.0, 0.0, 5.0])[:, None, None]  # that angles are off by, degrees
AZIMUTH = 190.0  # counter-clockwise from east: the satellite is in the west, a bit south
BASELINES = {(0, 1): 40.0, (1, 2): -55.5, (0, 2): -15.5}


def centres(transform, rows=ROWS, cols=COLS):
    """Coordinates of columns and rows."""
    x0, dx, _, y0, _, dy = transform
    return x0 + dx * (np.arange(cols) + 0.5), y0 + dy * (np.arange(rows) + 0.5)


def coarse(transform):
    """The same of a cube that reaches beyond the scene."""
    x0, dx, _, y0, _, dy = transform
    return x0 + 4 * dx * np.arange(-1.0, 4.0), y0 + 3 * dy * np.arange(-1.0, 4.0)


def incidence(x, transform):
    """Degrees, by x."""
    return 38.0 + 0.5 * (x - transform[0]) / transform[1]


def cube(transform):
    """Incidence by height, y and x."""
    x, y = coarse(transform)
    return incidence(x, transform)[None, None] + np.zeros((1, len(y), 1)) + LEVEL


def write_aria(
    folder, transforms=None, direction="A", southwards=True, left_out=(), pairs=PAIRS, values=phase,
    quality=coherence, components=None,
):  # fmt: skip
    """A product a pair, the later date first; layers are functions of both dates."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (first, second) in enumerate(pairs):
        transform = (transforms or [GEOGRAPHIC] * len(PAIRS))[number]
        name = (f"S1-GUNW-{direction}-R-059-tops-{DATES[second]}_{DATES[first]}-161510-"
                f"00096W_00018N-PP-c92e-v2_0_{number}.nc")  # fmt: skip
        content = -values(first, second).astype("f4")
        content[0, 0] = 0.0
        layers = {"unwrappedPhase": content, "coherence": quality(first, second).astype("f4")}
        voids = dict.fromkeys(layers, 0)
        if components:
            layers["connectedComponents"] = components(first, second).astype("f4")
            layers["connectedComponents"][0, 0] = voids["connectedComponents"] = -1
        with h5py.File(folder / name, "w") as file:
            data = file.create_group("science/grids/data")
            axes = []
            for axis, points in zip(("longitude", "latitude"), centres(transform, *content.shape)):
                data[axis] = points
                data[axis].attrs["units"] = np.bytes_(
                    f"degrees_{'east' if axis == 'longitude' else 'north'}"
                )
                data[axis].attrs["standard_name"] = np.bytes_(axis)
                data[axis].make_scale(axis)
                axes.append(data[axis])
            data["crs"] = np.int32(0)
            data["crs"].attrs.update(
                grid_mapping_name=np.bytes_("latitude_longitude"), semi_major_axis=6378137.0,
                inverse_flattening=298.257223563, longitude_of_prime_meridian=0.0,
            )  # fmt: skip
            for layer, content in layers.items():
                data[layer] = content
                data[layer].attrs["_FillValue"] = np.float32(voids[layer])
                data[layer].attrs["grid_mapping"] = np.bytes_("crs")
                data[layer].dims[0].attach_scale(axes[1])
                data[layer].dims[1].attach_scale(axes[0])
            geometry = file.create_group("science/grids/imagingGeometry")
            x, y = coarse(transform)
            turn = slice(None) if southwards else slice(None, None, -1)
            looks = {
                "longitudeMeta": x, "latitudeMeta": y[turn], "heightsMeta": HEIGHTS,
                "incidenceAngle": cube(transform)[:, turn],
                "azimuthAngle": np.full((len(HEIGHTS), len(y), len(x)), AZIMUTH) + LEVEL,
                "perpendicularBaseline": np.full((4, 5, 5), -BASELINES[first, second]),
            }  # fmt: skip
            for layer, content in looks.items():
                if layer not in left_out:
                    geometry[layer] = content
            file["science/radarMetaData/wavelength"] = 0.0554658
    return folder


def write_nisar(
    folder, polarisation="HH", other_frame=False, left_out=(), pairs=PAIRS, values=phase,
    quality=coherence, components=None,
):  # fmt: skip
    """A product a pair, on a map; layers are functions of both dates."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (first, second) in enumerate(pairs):
        days = [f"{d[:4]}-{d[4:6]}-{d[6:]}T12:00:00.000000000" for d in DATES]
        name = (f"NISAR_L2_PR_GUNW_001_028_A_064_002_4000_SH_{DATES[first]}T120000_"
                f"{DATES[first]}T120030_{DATES[second]}T120000_{DATES[second]}T120030_D0_N_F_J_"
                f"00{number}.h5")  # fmt: skip
        transform = (UTM[0] + 80.0 * (other_frame and number), *UTM[1:])
        unwrapped = values(first, second).astype("f4")
        unwrapped[0, 0] = np.nan
        root, frequency = "science/LSAR/GUNW", "science/LSAR/GUNW/grids/frequencyA"
        layers = f"{frequency}/unwrappedInterferogram/{polarisation}"
        x, y = coarse(transform)
        angle = np.radians(cube(transform))
        axes = centres(transform, *unwrapped.shape)
        content = {
            f"{layers}/unwrappedPhase": unwrapped,
            f"{layers}/coherenceMagnitude": quality(first, second).astype("f4"),
            f"{layers}/xCoordinates": axes[0], f"{layers}/yCoordinates": axes[1],
            f"{layers}/projection": np.uint32(32633), f"{frequency}/centerFrequency": 1.257e9,
            f"{root}/metadata/radarGrid/xCoordinates": x,
            f"{root}/metadata/radarGrid/yCoordinates": y,
            f"{root}/metadata/radarGrid/heightAboveEllipsoid": HEIGHTS,
            f"{root}/metadata/radarGrid/losUnitVectorX": np.sin(angle) * np.cos(np.radians(10.0)),
            f"{root}/metadata/radarGrid/losUnitVectorY": np.sin(angle) * np.sin(np.radians(10.0)),
            f"{root}/metadata/radarGrid/perpendicularBaseline":
                np.full((4, 5, 5), BASELINES[first, second]),
            "science/LSAR/identification/referenceZeroDopplerStartTime": np.bytes_(days[first]),
            "science/LSAR/identification/secondaryZeroDopplerStartTime": np.bytes_(days[second]),
            "science/LSAR/identification/orbitPassDirection": np.bytes_("Ascending"),
        }  # fmt: skip
        if components:
            labels = components(first, second).astype("u2")
            labels[0, 0] = 65535
            content[f"{layers}/connectedComponents"] = labels
        with h5py.File(folder / name, "w") as file:
            for layer, stored in content.items():
                if layer.rsplit("/", 1)[1] not in left_out:
                    file[layer] = stored
    return folder


def write_opera(folder, frames=("F11116",) * 3, static=True, left_out=()):
    """Displacement a pair, in metres towards the satellite."""
    folder.mkdir(parents=True, exist_ok=True)
    for (first, second), frame in zip(PAIRS, frames):
        name = (f"OPERA_L3_DISP-S1_IW_{frame}_VV_{DATES[first]}T140755Z_{DATES[second]}T140756Z_"
                "v1.0_20250318T222753Z.nc")  # fmt: skip
        metres = -phase(first, second) * SENTINEL1_WAVELENGTH / (4 * np.pi)
        metres[0, 0] = np.nan
        axes = centres(UTM)
        content = {
            "displacement": metres.astype("f4"), "x": axes[0], "y": axes[1],
            "temporal_coherence": coherence(first, second).astype("f4"), "spatial_ref": 0,
        }  # fmt: skip
        with h5py.File(folder / name, "w") as file:
            for layer, stored in content.items():
                if layer not in left_out:
                    file[layer] = stored
            file["spatial_ref"].attrs["crs_wkt"] = wkt_from_epsg(32633)
    if static:
        look = np.stack([np.full((ROWS, COLS), v) for v in (-0.6, -0.1, np.sqrt(1 - 0.37))])
        write_tif(folder / "OPERA_L3_DISP-S1-STATIC_F11116_v1.0_line_of_sight_enu.tif", look, UTM,
                  32633)  # fmt: skip
        write_tif(folder / "OPERA_L3_DISP-S1-STATIC_F11116_v1.0_dem_warped_utm.tif",
                  np.full((ROWS, COLS), 120.0), UTM, 32633)  # fmt: skip
    return folder
