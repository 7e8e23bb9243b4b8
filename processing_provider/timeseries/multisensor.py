# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Long-wavelength motion removed from short-wavelength interferograms, and restored."""

from __future__ import annotations

from ...algorithms.timeseries.tools import multisensor
from ..tool import Tool


class MultiSensor(Tool):
    """Help from L band where C or X band loses count of its fringes."""

    CORE = multisensor
    ID = "multisensor"
    NAME = "Long-wavelength help for short-wavelength unwrapping"
    GROUP = "timeseries"
    SUMMARY = (
        "Where ground moves so fast that C- or X-band fringes run into each other, a displacement "
        "series of a longer wavelength (L band) can still be followed. 'remove' models that series "
        "by a polynomial in time at every point, turns it into the other line of sight under a "
        "stated assumption, interpolates it and takes its phase out of the short-wavelength stack, "
        "wrapped or unwrapped. After unwrapping and inversion of what is left, 'restore' adds it "
        "back. What was removed is restored exactly: errors of the prediction do not enter the "
        "result, they only leave more phase to unwrap."
    )
    PAPER = (
        "Remove and restore with a long-wavelength model after Zhu et al.; spline: Clough and "
        "Tocher (1965) as in SciPy; kriging: Gaussian process of scikit-learn; errors by "
        "cross-validation"
    )
    NEEDS = ("numpy", "scipy", "sklearn", "h5py", "pyproj")
    TAGS = ("L-band", "C-band", "X-band", "unwrapping", "landslide", "ALOS", "NISAR", "kriging")
