# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Asked for by tools on series of backscatter."""

from __future__ import annotations

from ...declare import Chosen, choice, folder, text


class BackscatterAsked(Chosen):
    """Where the rasters are, and what their numbers mean."""

    folder = folder(
        "Folder of backscatter",
        "GeoTIFFs of calibrated backscatter of one orbit and polarisation on one grid, each with "
        "its date in the name (20200105).",
    )  # fmt: skip
    pattern = text(
        "Pattern of the names", "Such as *_VV_*.tif; all rasters if empty.", advanced=True,
    )  # fmt: skip
    unit = choice(
        "Unit of the backscatter",
        "auto: dB where there are values below 0, else linear power.", ("auto", "db", "linear"),
        advanced=True,
    )  # fmt: skip
