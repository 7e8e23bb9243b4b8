# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Steps at the borders of a camera's detectors, taken off offsets."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, field, flag, layer, number, part, raster

SURFACES = ("constant", "linear")


class DetectorBias(Chosen):
    """Offsets, and where the detectors lay in both images."""

    offsets = raster(
        "Offsets",
        "Of two images of Sentinel-2 or another push-broom camera, in east and north; the result "
        "of 'Offsets of two images' or an imported one.",
    )  # fmt: skip
    detectors = layer(
        "Detectors of the reference",
        "Polygons of its detectors, such as MSK_DETFOO_B08.gml of the product; a raster (.jp2) "
        "goes to the next parameter.", ("polygons",), optional=True,
    )  # fmt: skip
    detectors_raster = raster(
        "or raster of them", "Number of the detector, 0 for none: MSK_DETFOO_B08.jp2.",
        optional=True,
    )  # fmt: skip
    secondary = layer(
        "Detectors of the secondary", "Where empty, they lie as those of the reference.",
        ("polygons",), optional=True,
    )  # fmt: skip
    secondary_raster = raster("or raster of the secondary's", "The same.", optional=True)
    number_field = field(
        "Field with the number of the detector",
        "Without, it is taken from gml_id (detector_footprint-B08-05-0), else polygons are "
        "numbered as they come.", "DETECTORS",
    )  # fmt: skip
    speed = raster(
        "Speed of the ground (m/yr)",
        "From longer times, where it is known; without, pixels tell themselves by how much they "
        "move apart from the others of their detector.", optional=True, advanced=True,
    )  # fmt: skip
    slowest = number(
        "Slow ground is slower than (m/yr)", "Faster ground does not tell about detectors.", 40.0,
        0.0, 10000.0, advanced=True,
    )  # fmt: skip
    surface = choice(
        "Bias of a detector", "constant: a step; linear: with a change along track.", SURFACES,
    )  # fmt: skip
    heading = number(
        "Direction of flight (degrees)",
        "Clockwise from north, for what changes along track. Sentinel-2 by day: about 195.", 195.0,
        -360.0, 360.0, advanced=True,
    )  # fmt: skip
    common = flag(
        "Take off what all have in common",
        "Else only the steps go and the scene's mean stays, which may be motion.", advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """Detectors of the reference, once."""
        if (self.detectors is None) == (self.detectors_raster is None):
            self.refuse(
                ("detectors", "detectors_raster"), "give one of them, polygons or a raster."
            )
        if self.secondary is not None and self.secondary_raster is not None:
            self.refuse(("secondary", "secondary_raster"), "give one of them only.")


OUTPUTS = (
    Output(
        "raster", "CORRECTED", "Offsets without steps",
        "The same bands as before; the standard deviations hold that of the steps.",
        style="displacement", limits="symmetric", name="Offsets without detector steps",
        abstract="Offsets without the steps at the borders of detectors, metres.",
    ),
    Output(
        "raster", "BIAS", "Bias (m)", "What was taken off; a band a component.", optional=True,
        style="displacement", limits="symmetric", name="Bias of the detectors",
    ),
    Output(
        "file", "TABLE", "Table of the detectors",
        "A row a pair of detectors: pixels on slow ground, bias, standard deviation, slope.",
        "CSV (*.csv)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "PAIRS": "Pairs of detectors", "LEFT": "Pairs left as they were",
    "LARGEST": "Largest step (m)", "STD": "Standard deviation of the steps, median (m)",
    "PIXELS": "Corrected pixels",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Estimate the steps, take them off; see :mod:`...declare`."""
    from functools import partial

    import numpy as np

    from ...data.offsets import bands_of, note_of
    from ...formats.text.csv_tables import write_csv
    from ...outputs import Layer
    from .detector_source import DetectorSource, without_steps

    with DetectorSource(chosen) as source:
        offsets, grid = source.offsets, source.offsets.grid
        found = source.biases(job.part(0.0, 0.5))
        _tell(found, source, job)
        note = note_of(offsets.components, offsets.reference, offsets.secondary, offsets.platform)
        layers = {
            "CORRECTED": Layer(bands_of(offsets.components)),
            "BIAS": Layer(tuple((f"{name}_bias_m", "m") for name in offsets.components)),
        }  # fmt: skip
        counted = np.zeros(1, np.int64)

        def write(window, result):
            counted[0] += int(np.isfinite(result["CORRECTED"][0]).sum())
            rasters.write(window, result)

        with outputs.rasters(layers, grid, note=note) as rasters:
            job.part(0.5, 1.0).blocks(
                partial(without_steps, found, chosen.common), source.read, write, grid, 120.0
            )
    columns = {
        "reference": found.codes // 100, "secondary": found.codes % 100, "pixels": found.pixels,
    }  # fmt: skip
    for k, name in enumerate(offsets.components):
        columns |= {
            f"{name}_m": found.bias[:, k], f"{name}_std_m": found.std[:, k],
            f"{name}_per_km": 1e3 * found.slope[:, k],
        }  # fmt: skip
    if outputs.wanted("TABLE"):
        write_csv(outputs.path("TABLE"), columns, zip(*columns.values()))
    known = found.known
    steps = np.abs(found.bias - found.common)[known]
    return {
        "PAIRS": len(known), "LEFT": int((~known).sum()), "LARGEST": float(steps.max()),
        "STD": float(np.nanmedian(found.std[known])), "PIXELS": int(counted[0]),
    }  # fmt: skip


def _tell(found, source, job):
    import numpy as np

    from ...errors import GroundshiftError

    known = found.known
    if not known.any():
        raise GroundshiftError(
            f"{source.offsets.path}: no pair of detectors has enough slow ground; raise the limit "
            "of its speed, or check that detectors and offsets lie in one place."
        )
    names = " and ".join(source.offsets.components)
    for place in np.flatnonzero(known):
        code, step = found.codes[place], found.bias[place] - found.common
        job.note(
            f"Detectors {code // 100} and {code % 100}: {step[0]:+.3f} ± {found.std[place, 0]:.3f} "
            f"and {step[1]:+.3f} ± {found.std[place, 1]:.3f} m ({names}) from "
            f"{found.pixels[place]} pixels."
        )
    lacking = found.codes[~known]
    if len(lacking):
        pairs = ", ".join(f"{code // 100}/{code % 100}" for code in lacking)
        job.warn(
            f"Pairs of detectors with too little slow ground are left as they were: {pairs}; steps "
            "stay at their borders."
        )
    if source.slowest_m < 0:
        job.warn(
            "The dates of the offsets are unknown, so that slow ground is told by the noise alone."
        )
    job.note(f"All have {found.common[0]:+.3f} and {found.common[1]:+.3f} m in common.")
