# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plain GeoTIFF pairs: files whose names hold two dates.

``20200105_20200117.unw.tif`` or ``ifg-2020-01-05-2020-01-17-phase.tif``: two dates as YYYYMMDD or
YYYY-MM-DD, and a word that says what the file holds (unw, phase; coh, cc, corr). Without any such
word in the folder, every raster with two dates is taken as phase. Radians only. Everything else
comes from the user: wavelength, incidence, heading.

Sign: nothing says it, so MintPy's is assumed (positive away from the satellite, second date minus
first) until the user says otherwise.

Written with NaN, declared, for no data.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.product import Band, GeometryBands, Interferogram, Product
from ...errors import GroundshiftError
from ..raster_source import RasterSource, describe
from ._common import (
    RASTERS,
    coherence_band,
    commonest_grid,
    date_text,
    dates_in,
    described,
    matching,
    normalised,
    number,
    role_of,
    write_plain,
)

LOOKS_FOR = "GeoTIFF pairs whose names hold two dates (20200105_20200117.unw.tif)"
ZERO_SHARE = 0.01  # above which undeclared exact zeros are taken as no data


def recognises(folder, files) -> bool:
    """Whether the folder holds rasters that are named by two dates."""
    return bool(_phases(files)[0])


def _phases(files):
    """Phase files, and those with dates that nothing is known of."""
    rasters = [f for f in files if f.suffix.lower() in RASTERS]
    dated = [f for f in rasters if len(dates_in(f.name)) == 2]
    phases = [f for f in dated if role_of(f) == "phase"]
    nameless = [f for f in dated if role_of(f) == ""]
    if not phases:
        return nameless, [f for f in rasters if f not in nameless]
    return phases, [f for f in rasters if f not in phases]


def read(folder, files) -> Product:
    """Find what a folder of plain GeoTIFF pairs holds."""
    phases, others = _phases(files)
    if not phases:
        raise GroundshiftError(
            f"{folder}: holds no GeoTIFFs whose names hold two dates and say that they are "
            "phase (20200105_20200117.unw.tif); rename them or choose another folder."
        )
    infos = {phase: described(phase) for phase in phases}
    coherences = {
        tuple(dates_in(f.name)): coherence_band(describe(f))
        for f in others if role_of(f) == "coherence" and len(dates_in(f.name)) == 2
    }  # fmt: skip
    nodata, notes = _nodata(infos)
    pairs = [
        Interferogram(
            *dates_in(phase.name),
            phase=Band(str(phase), nodata=info.nodata or nodata),
            coherence=coherences.get(tuple(dates_in(phase.name))),
            perpendicular_baseline=np.nan,
        )
        for phase, info in infos.items()
    ]
    interferograms, turned = normalised(pairs)
    height = next((f for f in others if role_of(f) == "height"), None)
    used = len(coherences) + (height is not None)
    if len(others) > used:
        notes.append(f"{len(others) - used} other rasters in the folder were passed over.")
    if any(info.bands > 1 for info in infos.values()):
        notes.append("Some files have several bands; the first was read as phase.")
    notes.append(
        "The files do not say which sign their phase has; it was taken as positive away from the "
        "satellite."
    )
    lacking = {pair.name: pair.coherence for pair in interferograms}
    return Product(
        kind="pairs",
        interferograms=interferograms,
        grid=commonest_grid(infos.values()),
        wavelength=_wavelength(infos),
        phase_sign=1.0,
        geometry=GeometryBands(
            height=Band(str(height), nodata=describe(height).nodata) if height else None
        ),
        notes=tuple(turned + notes + matching(lacking, "coherence file")),
        source=Path(folder),
    )


def _wavelength(infos):
    """From a tag, where some program has left one."""
    for info in infos.values():
        for name in ("WAVELENGTH_METRES", "WAVELENGTH"):
            if name in info.metadata:
                return number(info.metadata[name])
    return None


def _nodata(infos) -> tuple:
    """Zero for files that declare nothing, where too much of them is exactly zero for chance."""
    undeclared = [path for path, info in infos.items() if not info.nodata]
    zeros = total = 0
    for path in undeclared:
        with RasterSource(Band(str(path))) as source:
            values = source.sample()
        zeros += int((values == 0).sum())
        total += values.size
    if not total or zeros <= ZERO_SHARE * total:
        return (), []
    return (0.0,), [
        f"{100 * zeros / total:.0f} % of the phase is exactly 0 in {len(undeclared)} files that "
        "declare no no-data value; 0 was taken as no data."
    ]  # fmt: skip


def write_pairs(simulation, folder, pairs) -> None:
    """Write ``YYYYMMDD_YYYYMMDD.unw.tif`` (radians) and ``.coh.tif``.

    Parameters
    ----------
    simulation : Simulation
    folder : Path
    pairs : iterator over (int, SimulatedPair)
    """
    folder.mkdir(parents=True, exist_ok=True)
    for index, pair in pairs:
        name = "_".join(date_text(date) for date in simulation.pairs[index])
        write_plain(folder / f"{name}.unw.tif", simulation, pair.phase)
        write_plain(folder / f"{name}.coh.tif", simulation, pair.coherence)
