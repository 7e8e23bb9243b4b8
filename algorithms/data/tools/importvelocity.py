# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Finished velocity maps of other software, redrawn as our rasters."""

from __future__ import annotations

from ... import declare
from ...declare import Chosen, Output, number


class ImportVelocity(Chosen):
    """Which map, and what masks it."""

    file = declare.file(
        "Velocity file",
        "MintPy's velocity.h5, a velocity file of LiCSBAS with its EQA.dem_par in the folder, its "
        "'info' or the one beside it, or one of SARscape (G_SI_velocity_geo with its .hdr).", "",
    )  # fmt: skip
    coherence = declare.file(
        "Temporal coherence", "MintPy's temporalCoherence.h5, for a mask.", "HDF5 (*.h5 *.he5)",
        optional=True,
    )  # fmt: skip
    min_temporal_coherence = number(
        "No data below temporal coherence",
        "Pixels below become no data; needs the file of temporal coherence. 0 keeps what the "
        "product holds.", 0.0, 0.0, 1.0,
    )  # fmt: skip

    def check(self):
        """A limit needs something to hold against it."""
        if self.min_temporal_coherence > 0 and not self.coherence:
            self.refuse(
                "min_temporal_coherence",
                "needs the file of temporal coherence (COHERENCE); give it or set the limit to 0.",
            )


OUTPUTS = (
    Output(
        "raster", "VELOCITY", "Velocity", "velocity_mm_yr and, where known, velocity_std_mm_yr.",
        style="velocity", limits="symmetric",
    ),
    Output(
        "raster", "LOS", "Line of sight",
        "East, north and up, ground to satellite; where LiCSBAS' E, N and U lie beside the "
        "file.", optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "PIXELS": "Pixels with a rate",
    "FASTEST_AWAY": "Fastest rate away (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards (mm/yr)",
}  # fmt: skip
TEXTS = {"FOUND": "Format found"}


def run(chosen, outputs, job) -> dict:
    """Redraw MintPy's ``velocity.h5``, or a velocity file of LiCSBAS or SARscape; see
    :mod:`...declare`.

    All are positive towards the satellite; MintPy's are in metres a year, the others in
    millimetres.
    """
    from ...errors import GroundshiftError
    from ...formats.hdf5.velocity import import_velocity
    from ...formats.points.licsbas import is_licsbas, read_licsbas
    from ...formats.points.sarscape import is_sarscape, read_sarscape

    path, kind, has_look = chosen.file, "mintpy", False
    peers = {"licsbas": (is_licsbas, read_licsbas), "sarscape": (is_sarscape, read_sarscape)}
    peer = next((name for name, (suits, _) in peers.items() if suits(path)), None)
    if peer:
        kind = peer
        if chosen.coherence:
            raise GroundshiftError(
                f"{chosen.coherence}: a temporal coherence goes with MintPy's velocity.h5 alone; "
                "leave it out (LiCSBAS masks its own vel.mskd, SARscape by its thresholds)."
            )
        velocity, has_look = _redraw(path, peers[peer][1](path), outputs)
    elif path.suffix.lower() not in (".h5", ".he5", ".hdf5"):
        raise GroundshiftError(
            f"{path}: is neither MintPy's velocity.h5 nor a velocity file of LiCSBAS with its "
            "EQA.dem_par or of SARscape (G_SI_velocity_geo with its .hdr); choose one of these."
        )
    else:
        velocity = import_velocity(
            path, outputs.path("VELOCITY"), coherence_path=chosen.coherence,
            minimum_coherence=chosen.min_temporal_coherence, progress=job.progress,
            cancelled=job.cancelled,
        )["velocity_mm_yr"]  # fmt: skip
    if not has_look:
        if outputs.wanted("LOS"):
            job.warn("No look vectors lie beside the file; LOS is left out.")
        outputs.leave_out("LOS")
    outputs.summaries["VELOCITY"] = velocity
    outputs.look(
        "VELOCITY",
        abstract="Rate along the line of sight in mm a year, positive towards the satellite; from "
        f"{path.name} ({kind}).",
    )  # fmt: skip
    return {
        "PIXELS": velocity.count, "FASTEST_AWAY": velocity.minimum,
        "FASTEST_TOWARDS": velocity.maximum, "FOUND": kind,
    }  # fmt: skip


def _redraw(path, result, outputs):
    """Statistics of the rates in mm a year, and whether there are look vectors."""
    import numpy as np

    from ...errors import GroundshiftError
    from ...formats.rasters import BandInfo, write_raster
    from ..grid import Window
    from ..statistics import Sampler

    layers = [result.rate * 1e3]
    if result.std is not None:
        layers.append(np.where(np.isfinite(result.rate), result.std * 1e3, np.nan))
    if not np.isfinite(layers[0]).any():
        raise GroundshiftError(f"{path}: holds no valid pixel; choose another file.")
    names = ("velocity_mm_yr", "velocity_std_mm_yr")[: len(layers)]
    bands = [BandInfo(name, "mm/yr") for name in names]
    write_raster(outputs.path("VELOCITY"), result.grid, np.stack(layers), bands)
    if result.look is not None and outputs.wanted("LOS"):
        bands = [BandInfo(f"los_{axis}") for axis in ("east", "north", "up")]
        write_raster(outputs.path("LOS"), result.grid, result.look, bands)
    sampler = Sampler(result.grid)
    sampler.add(Window(0, 0, *result.grid.shape), layers[0])
    return sampler.summary(), result.look is not None
