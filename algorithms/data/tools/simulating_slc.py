# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes simulated radar images in a product's format, and their truth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError
from ...formats.images import SLC_FORMATS
from ...formats.scratch import Scratch
from ...job import Job
from ..crs import is_geographic
from ..simulation.slc_scene import SlcSimulation
from .simulating import check_wavelength, known_format, landslide_notes
from .simulation_folder import replaced, write_manifest
from .slc_truth import write_slc_truth

IN_MEMORY = 2**29  # bytes of images without phase; more go to a file beside the result
DRAWN = 0.4  # of the progress


@dataclass(frozen=True)
class SlcReport:
    """What was written.

    Parameters
    ----------
    dates, rows, cols : int
    polarisations : tuple of str
    scatterers, vh_scatterers : int
        Dominant scatterers in VV, and those in VH alone (of dual-polarised images).
    mean_coherence : float
        True, of neighbouring dates, over the scene.
    velocity_min, velocity_max : float
        Of the truth, mm/yr along the line of sight.
    shares : dict of str to float
        Of the cover classes.
    notes : tuple of str
        Sentences for the log.
    """

    dates: int
    rows: int
    cols: int
    polarisations: tuple
    scatterers: int
    vh_scatterers: int
    mean_coherence: float
    velocity_min: float
    velocity_max: float
    shares: dict
    notes: tuple = ()


def format_defaults(fmt: str) -> dict:
    """The fields of :class:`SlcOptions` that a format decides, as its product has them.

    Parameters
    ----------
    fmt : str
        One of :data:`...formats.images.simulated_writer.SLC_FORMATS`.
    """
    kind = known_format(fmt, SLC_FORMATS)
    coordinates = "map" if kind.coordinates == "any" else kind.coordinates
    return {"coordinates": coordinates, "flattened": kind.flattened}


def write_slc_simulation(
    simulation: SlcSimulation, folder, fmt: str, outputs=None, job=None
) -> SlcReport:
    """Write simulated radar images into a folder, in the way of a product.

    The folder appears when all is written. One that holds a former simulation is replaced (files
    that are not of it stay); any other must be empty.

    Parameters
    ----------
    simulation : SlcSimulation
    folder : path
    fmt : str
        ``mintpy``, ``opera``, ``isce2``, ``gamma`` or ``geotiff``.
    outputs : Outputs, optional
        Of :mod:`.simulateslc`, for the truth.
    job : Job, optional

    Returns
    -------
    SlcReport

    Raises
    ------
    GroundshiftError
        If the format is unknown or cannot hold the scene, or the folder cannot be written.
    Cancelled
        When asked to stop; nothing is left behind.
    """
    kind = known_format(fmt, SLC_FORMATS)
    _check_fits(simulation, fmt, kind)
    folder, options = Path(folder), simulation.options
    count, pixels = len(simulation.dates), options.rows * options.cols
    size = 8.0 * count * pixels * len(simulation.polarisations)
    needed = size * (2 if size > IN_MEMORY else 1) + 64.0 * pixels
    with replaced(folder, needed) as stage:
        with Scratch(stage, IN_MEMORY) as scratch:
            shape = (len(simulation.polarisations), count, *simulation.grid.shape)
            still = scratch.array(shape, np.complex64)
            images = _Images(simulation, still, job or Job())
            images.draw()
            kind.write(simulation, stage, images)
            del still, images  # a file that is in use stays on Windows
        if outputs is not None:
            write_slc_truth(simulation, outputs, stage)
        write_manifest(stage, fmt, options)
    velocity = simulation.velocity
    dominant = simulation.scatterers.scr[0] > 0
    pairs = [float(simulation.coherence(t, t + 1).mean()) for t in range(count - 1)]
    return SlcReport(
        count, options.rows, options.cols, simulation.polarisations,
        int(dominant.sum()), int((~dominant).sum()) if options.dual_pol else 0,
        float(np.mean(pairs)), 1e3 * float(velocity.min()), 1e3 * float(velocity.max()),
        {name: float((simulation.cover == k).mean())
         for k, name in enumerate(simulation.class_names)},
        _notes(simulation, kind),
    )  # fmt: skip


def _check_fits(simulation, fmt, kind) -> None:
    options = simulation.options
    if kind.coordinates not in ("any", options.coordinates):
        raise GroundshiftError(
            f"The format {fmt} is in {kind.coordinates} coordinates and the scene is in "
            f"{options.coordinates} coordinates; simulate with coordinates='{kind.coordinates}'."
        )
    if kind.projected and is_geographic(simulation.grid.crs):
        raise GroundshiftError(
            f"The format {fmt} is in UTM; simulate with the EPSG code of a UTM zone."
        )
    if kind.always and options.flattened != kind.flattened:
        raise GroundshiftError(
            f"Images of the format {fmt} always come without flat-earth and topographic phase; "
            "simulate them flattened."
        )
    check_wavelength(kind, fmt, simulation.wavelength)


def _notes(simulation, kind) -> tuple:
    flattened = simulation.options.flattened
    taken = "is taken off (flattened)" if flattened else "is left in (not flattened)"
    notes = [f"The flat-earth and topographic phase {taken}."]
    if flattened != kind.flattened and kind.coordinates != "any":
        usual = "flattened" if kind.flattened else "not flattened"
        notes.append(
            f"Images of this format are mostly {usual}, and its files do not tell: say that these "
            "are different when you import them."
        )
    return (*landslide_notes(simulation), *notes)


class _Images:
    """Makes the images date by date, reports progress and stops when asked to."""

    def __init__(self, simulation, still, job):
        self._simulation, self._still, self._job = simulation, still, job

    def draw(self) -> None:
        """Draw the images without phase, strip by strip: all dates of a pixel at once."""
        clutter = self._simulation.clutter
        count = len(self._still)
        for polarisation in range(count):
            for strip in range(clutter.strips):
                done = polarisation * clutter.strips + strip
                self._step(DRAWN * done / (count * clutter.strips))
                rows = clutter.rows(strip)
                self._still[polarisation][:, rows] = self._simulation.strip(strip, polarisation)

    def __iter__(self):
        """Index and images of each date."""
        count = len(self._simulation.dates)
        for index in range(count):
            self._step(DRAWN + (1 - DRAWN) * index / count)
            phase = self._simulation.with_phase
            yield index, [phase(index, still[index]) for still in self._still]
        self._step(1.0)

    def _step(self, share: float) -> None:
        self._job.check()
        self._job.tell(share)
