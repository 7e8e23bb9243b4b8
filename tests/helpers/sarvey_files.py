# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A small run of SARvey: inputs of MiaplPy and outputs, made from images of a sinking bowl."""

import h5py
import numpy as np

ROWS, COLS = 150, 20
WAVELENGTH = 0.0554658
DATES = np.array(
    ["2020-01-05", "2020-01-17", "2020-01-29", "2020-02-10", "2020-02-22", "2020-03-05",
     "2020-03-29", "2020-04-10"], "datetime64[D]",
)  # fmt: skip
BASELINES = np.array([0.0, 45.0, -60.0, 20.0, -15.0, 80.0, -30.0, 10.0])
YEARS = (DATES - DATES[0]).astype(float) / 365.25


def geometry():
    """MintPy's layers, shape (row, column)."""
    row, col = np.indices((ROWS, COLS))
    return {
        "latitude": 35.0 + 1e-3 * row + 2e-4 * col, "longitude": 14.0 + 1e-3 * col - 1e-4 * row,
        "height": 300.0 + row, "slantRangeDistance": 8e5 + 20.0 * col,
        "incidenceAngle": 36.0 + 0.1 * col, "azimuthAngle": np.full((ROWS, COLS), 100.0),
    }  # fmt: skip


def points():
    """Rows and columns of the scatterers."""
    row, col = np.nonzero(np.indices((ROWS, COLS)).sum(axis=0) % 3 == 0)
    return row, col


def rates():
    """Metres a year towards the satellite: the bowl sinks by 80 mm in its middle."""
    row, col = points()
    return -0.08 * np.exp(-((row - 70.0) ** 2 + (col - 10.0) ** 2) / 300.0)


def height_errors():
    """Metres by which a scatterer is above the elevation model."""
    row, col = points()
    return 5.0 * np.sin(row / 3.0) + col / 10.0


def displacement():
    """Metres towards the satellite, shape (point, date): steady, with a wave of 1 mm."""
    return rates()[:, None] * YEARS + 1e-3 * np.sin(2 * np.pi * 3 * YEARS)


def phases():
    """The series as SARvey gets it out of images, interferograms and their inversion."""
    row, col = points()
    layers = {name: values[row, col] for name, values in geometry().items()}
    across = layers["slantRangeDistance"] * np.sin(np.radians(layers["incidenceAngle"]))
    towards = displacement() + BASELINES * (height_errors() / across)[:, None]
    images = np.exp(-4j * np.pi / WAVELENGTH * (np.arange(len(row))[:, None] - towards))
    design, observed = [], []
    for i in range(len(DATES) - 1):
        observed.append(np.angle(images[:, i] * np.conj(images[:, i + 1])))
        design.append(np.eye(len(DATES))[i] - np.eye(len(DATES))[i + 1])
    inverted = np.linalg.lstsq(np.array(design)[:, 1:], np.array(observed), rcond=None)[0]
    return np.concatenate([np.zeros((1, len(row))), inverted]).T.astype(np.float32)


def write_sarvey(folder, name="p2_coh80_ts.h5", phase=None, every=1):
    """``inputs`` and ``outputs``; the path of the points, of so many one."""
    for place in ("inputs", "outputs"):
        (folder / place).mkdir(parents=True)
    with h5py.File(folder / "inputs/slcStack.h5", "w") as file:
        file.attrs.update(WAVELENGTH=str(WAVELENGTH), ORBIT_DIRECTION="DESCENDING")
    with h5py.File(folder / "inputs/geometryRadar.h5", "w") as file:
        for layer, values in geometry().items():
            file[layer] = values.astype(np.float32)
    with h5py.File(folder / "outputs/ifg_network.h5", "w") as file:
        file["dates"] = DATES.astype("S10")
        file["pbase"] = BASELINES
        file.attrs["num_images"] = len(DATES)
    row, col = (place[::every] for place in points())
    with h5py.File(folder / "outputs" / name, "w") as file:
        file["coord_xy"] = np.stack([row, col], axis=1)
        file["point_id"] = row * COLS + col
        file["phase"] = phases()[::every] if phase is None else phase
        file.attrs["num_points"] = len(row)
    return folder / "outputs" / name
