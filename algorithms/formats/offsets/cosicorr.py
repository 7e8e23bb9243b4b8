# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Correlation maps of COSI-Corr: ENVI or GeoTIFF with the bands "East/West Displacement (m)",
"North/South Displacement (m)" and "SNR" (Leprince et al. 2007; user's guide).

East and north are positive, metres of the map. The signal-to-noise ratio lies between 0 and 1 and
is kept as the correlation.
"""

from __future__ import annotations

from ...data.offsets import MAP
from ...data.product import Band
from ...errors import GroundshiftError
from ..raster_source import describe, open_raster
from .foreign import TURN_AND_SCALE, dates_for, made, pixel_sizes, plain_unit, to_metres

LOOKS_FOR = "COSI-Corr (ENVI with bands East/West, North/South, SNR)"
PLACES = ("east/west", "north/south", "snr")


def recognises(path) -> bool:
    """By the names of its bands."""
    if path.suffix.lower() in (".hdr", ".xml", ".txt", ".par", ".off", ".offs", ".nc", ".h5"):
        return False
    try:
        return all(place is not None for place in _places(path)[:2])
    except GroundshiftError:
        return False


def _places(path) -> list:
    dataset = open_raster(path)
    names = [
        dataset.GetRasterBand(k).GetDescription().lower() for k in range(1, dataset.RasterCount + 1)
    ]
    return [next((k for k, n in enumerate(names, 1) if place in n), None) for place in PLACES]


def read(path, given) -> list:
    """The pair of a map."""
    info, (east, north, snr) = describe(path), _places(path)
    dates = dates_for(path, given)
    first, second = to_metres(given.unit or "m", dates, pixel_sizes(info.grid, given), path)
    if plain_unit(given.unit) == "px":  # north is positive here whatever the unit
        first, second = abs(first), abs(second)
    bands = [
        Band(str(path), east, info.nodata, first),
        Band(str(path), north, info.nodata, second), None, None,
        None if snr is None else Band(str(path), snr, info.nodata), None,
    ]  # fmt: skip
    notes = () if info.grid.crs else ("no CRS: its east and north are taken as true ones",)
    return [
        made(
            "cosicorr",
            path,
            info.grid,
            MAP,
            dates,
            given,
            bands,
            given.unit or "m",
            axes=TURN_AND_SCALE,
            notes=notes,
        )
    ]
