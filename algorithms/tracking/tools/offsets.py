# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets between two images."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, file, part, raster, text, whole
from .asked import ArrowsAsked
from .asked_of_chips import Matching


class OffsetsOfTwoImages(Chosen):
    """Two images."""

    reference = raster(
        "Reference image",
        "The earlier one: optical image, shaded relief or radar amplitude. Leave it out where a "
        "stack of complex images is given.", optional=True,
    )  # fmt: skip
    secondary = raster(
        "Secondary image",
        "The later one. On another grid it is laid on the reference's: exactly where its pixels "
        "are as large, else by resampling, which costs accuracy.", optional=True,
    )  # fmt: skip
    stack = file(
        "Stack of radar images",
        "Instead of two rasters: complex images, which are oversampled before their amplitudes "
        "are taken. The dates say which two; without, the first and the last one.",
        "HDF5, Zarr", optional=True,
    )  # fmt: skip
    reference_day = text(
        "Date of the reference", "YYYY-MM-DD; of rasters the one in the file's name if empty.",
    )  # fmt: skip
    secondary_day = text("Date of the secondary", "YYYY-MM-DD; as that of the reference.")
    matching = part(Matching)
    band = whole("Band", "Of both rasters.", 1, 1, advanced=True)
    secondary_band = whole(
        "Band of the secondary", "Where it is another one.", None, 1, optional=True, advanced=True,
    )  # fmt: skip
    platform = text(
        "Platform", "Such as S2A; offsets of one platform form a network of their own.",
        advanced=True,
    )  # fmt: skip
    arrows = part(ArrowsAsked)
    blocks = part(Blocks)

    def check(self):
        """Two rasters or a stack; dates."""
        from ...data.dates import parse_date
        from ...errors import GroundshiftError

        if self.stack is None and (self.reference is None or self.secondary is None):
            self.refuse(
                ("reference", "secondary"), "both are needed, or a stack of radar images (STACK)."
            )
        if self.stack is not None and (self.reference is not None or self.secondary is not None):
            self.refuse("stack", "is given besides rasters; give two rasters or a stack.")
        for name in ("reference", "secondary"):
            given = getattr(self, f"{name}_day").strip()
            try:
                setattr(self, f"{name}_date", parse_date(given) if given else None)
            except GroundshiftError as error:
                self.refuse(f"{name}_day", str(error))


OUTPUTS = (
    Output(
        "raster", "OFFSETS", "Offsets",
        "Bands: both components in metres (east and north; of images in radar coordinates range, "
        "positive towards the satellite, and azimuth, positive along flight), their standard "
        "deviations, the correlation and the size of the chip.",
        style="offset", limits="symmetric_peak", name="Offsets (first component)",
        abstract="Displacement from the reference to the secondary image, metres.",
    ),
    Output(
        "raster", "MAGNITUDE", "Magnitude of the motion (m)", "Length of the vectors.",
        optional=True, style="magnitude", limits="peak", name="Magnitude of motion",
        abstract="Length of the horizontal displacement, metres.",
    ),
    Output(
        "raster", "DIRECTION", "Direction of the motion (degrees)",
        "Clockwise from north; only of images on the map.", optional=True, by_default=False,
        style="strike", name="Direction of motion",
        abstract="Direction of the horizontal displacement, degrees clockwise from north.",
    ),
    Output(
        "points", "ARROWS", "Arrows",
        "Points with east_m, north_m, magnitude_m, direction_deg, std_m and correlation, drawn as "
        "arrows whose length follows the magnitude; only of images on the map.", optional=True,
        by_default=False, style="arrows", name="Motion",
        abstract="Horizontal displacement from the reference to the secondary image.",
    ),
)  # fmt: skip
NUMBERS = {
    "FOUND": "Offsets", "SHARE": "Share of the chips that were found",
    "MEDIAN": "Median magnitude (m)", "LARGEST": "98th percentile of the magnitude (m)",
    "STD": "Median standard deviation (m)", "ROW_BIAS": "Taken off along rows (pixels)",
    "COL_BIAS": "Taken off along columns (pixels)",
    "ROW_FACTOR": "Standard deviation by formal one, rows",
    "COL_FACTOR": "Standard deviation by formal one, columns",
    "STABLE_COUNT": "Offsets on stable ground",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Find the offsets; see :mod:`...declare`."""
    from ...formats.rasters import small_cache
    from ...formats.scratch import Scratch
    from .image_pair import raster_pair, stack_pair
    from .tracker import Tracker
    from .writing_offsets import stable_ground, write_offset_layers

    asked, days = chosen.matching, (chosen.reference_date, chosen.secondary_date)
    if chosen.stack is None:
        paths = chosen.reference, chosen.secondary
        bands = chosen.band, chosen.secondary_band or chosen.band
        opened = raster_pair(paths, bands, days, chosen.platform.strip(), asked, job)
    else:
        opened = stack_pair(chosen.stack, days, chosen.platform.strip(), asked, job)
    folder = outputs.targets["OFFSETS"].parent
    with small_cache(), opened as pair, Scratch(folder, job.budget // 4) as scratch:
        tracker = Tracker(pair, asked, scratch)
        stable = stable_ground(asked, tracker.grid)
        tracker.run(job.part(0.0, 0.9))
        tracker.tell(job)
        step = chosen.arrows.arrow_step
        return write_offset_layers(tracker, stable, step, outputs, job.part(0.9, 1.0))
