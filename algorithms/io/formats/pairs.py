# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a stack as plain GeoTIFFs, named by their two dates.

Such files say nothing of the radar: wavelength, sign and look angles must be given when they are
read. The phase has MintPy's sign (positive for motion away, later minus earlier); no data is NaN
and declared.
"""

from __future__ import annotations

from ._common import date_text, write_plain


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
