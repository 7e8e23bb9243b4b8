# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Interferograms that are too steep to be unwrapped, with the help of offsets."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, choice, file, number, part, raster, whole
from ...geometry.tools.asked import Look
from ...scatterers.tools.asked import Tiles

METHODS = ("auto", "whirlwind", "mcf", "snaphu")
SENTINEL1 = 0.05546576
ASTRAY = 0.002  # share of the pixels with a result


class Redifferential(Chosen):
    """A wrapped interferogram, and what is known of its steep part."""

    interferogram = file(
        "Wrapped interferogram", "A raster of one pair: phase in radians, or complex numbers.", ""
    )
    offsets = raster(
        "Offsets",
        "Of the same pair, in range and azimuth, or east and north with the look angles below; the "
        "result of 'Offsets of two images' or an imported one.",
    )  # fmt: skip
    coherence = file(
        "Coherence", "0 to 1 on the interferogram's grid; estimated from the phase if empty.", "",
        optional=True,
    )  # fmt: skip
    wavelength = number(
        "Wavelength (m)",
        "Sentinel-1 0.05546576, ALOS-2 0.2424525, TerraSAR-X 0.0310666, NISAR 0.2384.", SENTINEL1,
        0.005, 2.0,
    )  # fmt: skip
    smooth = number(
        "Smoothing (pixels of the offsets)",
        "Standard deviation of the bell under which offsets are averaged, weighted by their "
        "errors; a chip or more. 0 for none.", 3.0, 0.0, 200.0,
    )  # fmt: skip
    most_noise = number(
        "Largest noise of the offsets (wavelengths)",
        "Where the smoothed offsets' standard deviation is larger they would add fringes, and "
        "there is no result.", 0.25, 0.01, 10.0,
    )  # fmt: skip
    min_coherence = number(
        "Coherence threshold", "Pixels with a lower coherence are left out.", 0.0, 0.0, 1.0
    )
    look = part(Look)
    sign = choice(
        "Interferogram is",
        "reference: reference times conjugate of the secondary, as ISCE, SNAP, GAMMA and MintPy "
        "have it; secondary: the other way round. The log warns where the fringes tell otherwise.",
        ("reference", "secondary"), advanced=True,
    )  # fmt: skip
    method = choice(
        "Method of unwrapping",
        "auto: whirlwind where it is installed, else mcf. snaphu may not be used commercially.",
        METHODS, advanced=True,
    )  # fmt: skip
    looks = number("Looks", "Independent looks behind the coherence.", 10.0, 1.0, advanced=True)
    min_pixels = whole(
        "Minimum size of a component (pixels)",
        "Smaller connected components have no result.", 100, 1, advanced=True,
    )  # fmt: skip
    tiles = part(Tiles)
    blocks = part(Machine)


OUTPUTS = (
    Output(
        "raster", "DISPLACEMENT", "Displacement (m)",
        "Along the line of sight, positive towards the satellite.", style="displacement",
        limits="symmetric", name="Displacement with the help of offsets",
        abstract="Displacement along the line of sight, metres, positive towards the satellite: "
        "offsets and unwrapped phase together.",
    ),
    Output(
        "raster", "REST", "Unwrapped rest (rad)", "Phase that the offsets leave.", optional=True,
        by_default=False, style="phase", limits="symmetric",
    ),
    Output(
        "raster", "STATUS", "Status",
        "0 no phase, 1 with a result, 2 offsets too noisy, 3 no offsets, 4 in no connected "
        "component, 5 with a result that the offsets contradict.", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "PIXELS": "Pixels with a result",
    "CONTRADICTED": "Pixels with a result that offsets contradict",
    "NOISY": "Pixels with offsets too noisy",
    "WITHOUT": "Pixels without offsets", "UNSURE": "Pixels in no connected component",
    "COMPONENTS": "Connected components", "TOWARDS": "Farthest towards the satellite (m)",
    "AWAY": "Farthest away from the satellite (m)",
    "ALIASED": "Neighbours that phase alone cannot follow (%)",
    "SPREAD": "Rest of the phase, robust standard deviation (rad)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Take the steep part out, unwrap, put it back; see :mod:`...declare`."""
    import numpy as np

    from ...errors import GroundshiftError
    from ...outputs import Layer
    from ..redifferential import CONTRADICTED, MEASURED, NOISY, UNKNOWN, UNSURE
    from .steep_source import SteepSource

    folder = next(path.parent for path in outputs.targets.values() if path is not None)
    with SteepSource(chosen, folder, job) as source:
        found = source.solved(job.part(0.0, 0.9))
        counts = found.counts
        pixels = counts[MEASURED] + counts[CONTRADICTED]
        if not pixels:
            raise GroundshiftError(
                f"{chosen.interferogram}: no pixel could be unwrapped ({counts[NOISY]} have "
                f"offsets too noisy, {counts[UNKNOWN]} none, {counts[UNSURE]} lie in no connected "
                "component); smooth the offsets more, or lower the thresholds."
            )
        layers = {
            "DISPLACEMENT": Layer((("displacement_m", "m"),)), "REST": Layer((("rest", "rad"),)),
            "STATUS": Layer((("status", ""),), dtype="int16", nodata=-1),
        }  # fmt: skip
        with outputs.rasters(layers, source.grid) as rasters:
            job.part(0.9, 1.0).here().blocks(
                _as_it_is, found.read, rasters.write, source.grid, 60.0
            )
    moved = outputs.summaries["DISPLACEMENT"]
    aliased = 100.0 * found.aliased[0] / max(1, found.aliased[1])
    _tell(counts, found, moved, aliased, chosen, job)
    return {
        "PIXELS": pixels, "CONTRADICTED": counts[CONTRADICTED], "NOISY": counts[NOISY],
        "WITHOUT": counts[UNKNOWN], "UNSURE": counts[UNSURE],
        "COMPONENTS": int(np.isfinite(found.spread).sum()),
        "TOWARDS": moved.maximum, "AWAY": -moved.minimum, "ALIASED": aliased,
        "SPREAD": float(np.nanmax(found.spread)),
    }  # fmt: skip


def _as_it_is(block):
    return block


def _tell(counts, found, moved, aliased, chosen, job):
    import numpy as np

    from ..redifferential import CONTRADICTED, MEASURED, NOISY, UNKNOWN

    known = max(1, int(counts[1:].sum()))
    job.note(
        f"Displacement from {moved.minimum:.2f} to {moved.maximum:.2f} m; {aliased:.2f} % of "
        "neighbouring pixels differ by more than a quarter of the wavelength, which phase alone "
        "cannot follow."
    )
    shares = [100.0 * counts[k] / known for k in (MEASURED, NOISY, UNKNOWN)]
    job.note(
        f"{shares[0]:.1f} % of the pixels with phase have a result; at {shares[1]:.1f} % the "
        f"offsets are too noisy, at {shares[2]:.1f} % there are none."
    )
    job.note(
        f"Noise of the smoothed offsets in the middle: {1e3 * found.noise:.1f} mm "
        f"({found.noise / chosen.wavelength:.2f} wavelengths)."
    )
    if counts[NOISY] > counts[MEASURED]:
        job.warn(
            "Most offsets are too noisy for this wavelength; smooth them more, use larger chips, "
            "or a longer wavelength."
        )
    if counts[CONTRADICTED] > ASTRAY * max(1, counts[MEASURED]):
        job.warn(
            f"At {100.0 * counts[CONTRADICTED] / known:.1f} % of the pixels the result differs "
            "from the offsets by more than their errors allow (status 5): what is left is too "
            "steep there, and cycles are wrong; smooth the offsets less, or track with smaller "
            "chips."
        )
    wide = np.isfinite(found.spread) & (found.spread > np.pi)
    if wide.any():
        job.warn(
            f"In {int(wide.sum())} connected components the phase that is left spreads over more "
            "than a cycle: offsets and phase disagree there, or the constant of the component is "
            "uncertain by whole cycles."
        )
    if found.turned > found.agreement + 0.05:
        job.warn(
            "With the other sign neighbours would agree better: the interferogram may be the "
            "secondary times the conjugate of the reference; see 'Interferogram is'."
        )
