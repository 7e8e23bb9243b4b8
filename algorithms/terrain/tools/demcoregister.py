# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""An elevation model moved onto another one."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, flag, layer, number, part, raster


class DemCoregister(Chosen):
    """Two models, and what may be fitted."""

    dem = raster("Elevation model", "The one that is moved. Heights in metres, any CRS and grid.")
    reference = raster("Reference elevation model", "The one that stays where it is.")
    changed = layer(
        "Changed ground",
        "Polygons that are left out of the fit: landslides, glaciers, lakes, works. Without them "
        "what differs much more than the rest has no weight.",
        ("polygons",), optional=True, selected=True,
    )  # fmt: skip
    horizontal = flag(
        "Move sideways",
        "Without, only the heights are adjusted: for flat ground, which does not show where it "
        "lies.", True, advanced=True,
    )  # fmt: skip
    tilt = flag(
        "Remove a tilt", "Also take out an inclined plane of the differences.", advanced=True
    )
    track = number(
        "Azimuth of the track (degrees)",
        "Clockwise from north, the satellite's way. With it, waves of the heights along the track "
        "(jitter) are taken out, too.", None, 0.0, 360.0, optional=True, advanced=True,
    )  # fmt: skip
    wave = number(
        "Shortest wave (m)",
        "Along the track. Shorter ones stay, and ground that changed over less is kept from them.",
        10000.0, 100.0, 1e6, advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)


OUTPUTS = (
    Output(
        "raster", "ALIGNED", "Aligned elevation model",
        "The model with its own pixels, moved and lifted; nothing is interpolated.",
        style="height", limits="p02_p98",
        abstract="Elevation model, moved and lifted onto a reference.",
    ),
    Output(
        "raster", "DIFFERENCE", "Difference of heights (m)",
        "Aligned model less the reference, on the reference's grid.", optional=True,
        style="dem_error", limits="symmetric", name="Difference of heights",
        abstract="Aligned elevation model less the reference, metres.",
    ),
)  # fmt: skip
NUMBERS = {
    "EAST": "Moved east (m)", "NORTH": "Moved north (m)", "UP": "Lifted (m)",
    "EAST_STD": "Standard deviation east (m)", "NORTH_STD": "Standard deviation north (m)",
    "UP_STD": "Standard deviation of the height (m)",
    "NMAD_BEFORE": "NMAD of the differences before (m)",
    "NMAD": "NMAD of the differences (m)", "PIXELS": "Pixels of the fit",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Find the displacement, undo it; see :mod:`...declare`."""
    from ...data.statistics import nmad
    from ..coregistration import bias_by_height
    from .model_pair import ModelPair

    changed = [layer for layer in (chosen.changed,) if layer is not None]
    with ModelPair(chosen.dem, chosen.reference, changed) as pair:
        track = None if chosen.track is None else (chosen.track, chosen.wave)
        found, sample = pair.fit(chosen.horizontal, chosen.tilt, job, track)
        before = nmad(pair.sample(pair.common, (0.0, 0.0)).height)
        tell_shift(found, before, bias_by_height(sample, found), sample, job)
        note = {
            f"SHIFT_{name}_M": f"{-value:.3f}"
            for name, value in zip(("EAST", "NORTH", "UP"), found.values)
        }
        _write(pair, found, note, outputs, job.part(0.8, 1.0))
    east, north, up = -found.values[:3]
    names = "EAST_STD", "NORTH_STD", "UP_STD"
    return {
        "EAST": east, "NORTH": north, "UP": up, **dict(zip(names, found.std[:3])),
        "NMAD_BEFORE": before, "NMAD": found.nmad, "PIXELS": found.pixels,
    }  # fmt: skip


def tell_shift(found, before, bias, sample, job):
    """Say how the model was moved, and what is doubtful about it."""
    import numpy as np

    words = zip(("east", "north", "up"), -found.values[:3], found.std)
    told = ", ".join(f"{value:+.2f} ± {std:.2f} m {name}" for name, value, std in words)
    job.note(f"The model is moved by {told}; NMAD {before:.2f} m before, {found.nmad:.2f} m after.")
    if found.tilt:
        east, north = -1e6 * found.values[3:5]
        job.note(
            f"And tilted by {east:+.1f} mm/km to the east and {north:+.1f} mm/km to the north."
        )
    if found.waves is not None:
        low, high = np.percentile(found.wave(sample.place), (1, 99))
        job.note(f"Waves along the track from {low:+.2f} to {high:+.2f} m are taken out.")
    rise, std = bias
    across = rise * np.ptp(np.percentile(sample.level, (5, 95)))
    if abs(rise) > 4 * std and abs(across) > 0.5 * found.nmad:
        job.warn(
            f"The differences that are left rise by {1e3 * rise:+.2f} m a kilometre of height. "
            "Where most slopes face one way that looks like a shift: check the scale of the "
            "heights (geoid or ellipsoid, penetration into snow and forest)."
        )


def _write(pair, found, note, outputs, job):
    """Both rasters, block by block."""
    shift = -found.values[:2]
    for name, band, grid, readers in (
        ("ALIGNED", "height_m", pair.moved(*shift), (pair.dem,)),
        ("DIFFERENCE", "height_difference_m", pair.grid, pair.heights(pair.grid, shift)),
    ):
        if outputs.wanted(name):
            _write_one(name, band, grid, readers, pair.excess(grid, found), note, outputs, job)


def _write_one(name, band, grid, readers, excess, note, outputs, job):
    from ...outputs import Layer
    from ..coregistration import lifted

    layers = {name: Layer(((band, "m"),))}
    with outputs.rasters(layers, grid, note=note) as rasters:
        job.blocks(
            lifted,
            lambda window: (excess(window), *(reader.read(window) for reader in readers)),
            lambda window, block: rasters.write(window, {name: block}), grid, 40.0,
        )  # fmt: skip
