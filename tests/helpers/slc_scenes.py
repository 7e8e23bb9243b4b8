# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small simulated radar images in each format, and how their rasters are read back."""

from dataclasses import replace

from groundshift.algorithms.data.simulation import SlcOptions, simulate_slc
from groundshift.algorithms.data.tools.simulating_slc import format_defaults
from groundshift.algorithms.formats.interferograms._common import SENTINEL1_WAVELENGTH
from osgeo import gdal

OPTIONS = SlcOptions(
    rows=40, cols=48, dates=4, dual_pol=True, wavelength=SENTINEL1_WAVELENGTH, landslides=0
)


def made_for(fmt, **changes):
    return simulate_slc(replace(OPTIONS, **{**format_defaults(fmt), **changes}))


def read(path):
    dataset = gdal.Open(str(path))
    assert dataset is not None, path
    return dataset.ReadAsArray(), dataset


def days(simulation):
    return [str(date).replace("-", "") for date in simulation.dates]
