# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets between two images."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, file, flag, layer, number, part, raster, text, whole


class OffsetsOfTwoImages(Chosen):
    """Two images, and how chips are looked for."""

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
        "HDF5 (*.h5 *.he5)", optional=True,
    )  # fmt: skip
    reference_day = text(
        "Date of the reference", "YYYY-MM-DD; of rasters the one in the file's name if empty.",
    )  # fmt: skip
    secondary_day = text("Date of the secondary", "YYYY-MM-DD; as that of the reference.")
    chip = text(
        "Chip sizes (pixels)",
        "Side of the squares that are looked for. Of several, such as 32 64, the smallest goes "
        "first and larger ones where it fails: small ones show detail, large ones see more. "
        "Offsets are smeared over a chip.", "32 64", optional=False,
    )  # fmt: skip
    step = whole(
        "Step (pixels)", "Distance of the offsets: pixels of the image in one of the result.", 8, 1,
        512,
    )  # fmt: skip
    search = number(
        "Search distance",
        "The longest displacement that can be found, in every direction.", 10.0, 0.01, 100000.0,
    )  # fmt: skip
    search_unit = choice("Unit of the search distance", "Pixels or metres.", ("px", "m"))
    prefilter = choice(
        "Prefilter",
        "none: the images as they are; highpass: less the mean around each pixel, against haze "
        "and other light; gradient: the steepness of the brightness, against moving shadows.",
        ("none", "highpass", "gradient"),
    )  # fmt: skip
    stable = layer(
        "Stable ground",
        "Polygons of ground that does not move: rock beside a glacier, the surroundings of a "
        "slide. The median of their offsets is taken off, and their scatter says how large "
        "standard deviations are.", ("polygons",), optional=True, selected=True,
    )  # fmt: skip
    stable_mask = raster(
        "Mask of stable ground", "Not 0 where the ground does not move, in place of polygons.",
        optional=True, advanced=True,
    )  # fmt: skip
    band = whole("Band", "Of both rasters.", 1, 1, advanced=True)
    secondary_band = whole(
        "Band of the secondary", "Where it is another one.", None, 1, optional=True, advanced=True,
    )  # fmt: skip
    correlation = number(
        "Minimum correlation", "Of a chip with what was found.", 0.2, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    ratio = number(
        "Largest ratio of the peaks",
        "Second highest peak of the correlation by the highest: near 1 the chip fits in two "
        "places.", 0.9, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    neighbours = flag(
        "Compare neighbours",
        "Leave out offsets that are unlike those around them: 8 of 25 have to agree within a fifth "
        "of the search distance, and 4 median absolute deviations are the limit.", True,
        advanced=True,
    )  # fmt: skip
    back = flag(
        "Match back",
        "Leave out chips whose counterpart does not lead back to a pixel. Costs time.",
        advanced=True,
    )  # fmt: skip
    least_valid = number(
        "Minimum share of data", "Of the pixels of a chip.", 0.75, 0.1, 1.0, advanced=True,
    )  # fmt: skip
    zero = flag(
        "Zero is no data", "Pixels of exactly 0 are no data, as at the borders of most images.",
        True, advanced=True,
    )  # fmt: skip
    platform = text(
        "Platform", "Such as S2A; offsets of one platform form a network of their own.",
        advanced=True,
    )  # fmt: skip
    range_spacing = number(
        "Pixel size in slant range (m)",
        "Of images in radar coordinates, where they do not tell themselves. Columns have to go "
        "away from the satellite.", None, 0.01, 10000.0, optional=True, advanced=True,
    )  # fmt: skip
    azimuth_spacing = number(
        "Pixel size in azimuth (m)", "On the ground; rows have to go along the flight.", None, 0.01,
        10000.0, optional=True, advanced=True,
    )  # fmt: skip
    arrow_step = whole(
        "Offsets from arrow to arrow", "Some fifty arrows across the scene if empty.", None, 1,
        optional=True, advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """Two rasters or a stack; sizes of chips, dates."""
        from ...data.dates import parse_date
        from ...errors import GroundshiftError

        if self.stack is None and (self.reference is None or self.secondary is None):
            self.refuse(
                ("reference", "secondary"), "both are needed, or a stack of radar images (STACK)."
            )
        if self.stack is not None and (self.reference is not None or self.secondary is not None):
            self.refuse("stack", "is given besides rasters; give two rasters or a stack.")
        try:
            sizes = {int(size) for size in self.chip.replace(",", " ").split()}
        except ValueError:
            sizes = set()
        self.chips = sorted(sizes)
        if not sizes or any(size < 8 or size > 512 or size % 2 for size in sizes):
            self.refuse("chip", f"'{self.chip}' has to be even numbers from 8 to 512, as 32 64.")
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
        style="offset", limits="symmetric", name="Offsets (first component)",
        abstract="Displacement from the reference to the secondary image, metres.",
    ),
    Output(
        "raster", "MAGNITUDE", "Magnitude of the motion (m)", "Length of the vectors.",
        optional=True, style="magnitude", limits="p98", name="Magnitude of motion",
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

    opened = raster_pair if chosen.stack is None else stack_pair
    folder = outputs.targets["OFFSETS"].parent
    with small_cache(), opened(chosen, job) as pair, Scratch(folder, job.budget // 4) as scratch:
        tracker = Tracker(pair, chosen, scratch)
        stable = stable_ground(chosen, tracker.grid)
        tracker.run(job.part(0.0, 0.9))
        tracker.tell(job)
        return write_offset_layers(tracker, stable, outputs, job.part(0.9, 1.0))
