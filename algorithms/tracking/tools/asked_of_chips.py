# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools that look for chips ask for alike."""

from __future__ import annotations

from ...declare import Chosen, choice, flag, layer, number, raster, text, whole


class Matching(Chosen):
    """How chips are looked for."""

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
    edges = flag(
        "Smaller chips at edges of motion",
        "Where the motion changes much over a chip, such as at the edge of a slide, chips of half "
        "the size are tried, and taken where they know it better.", True, advanced=True,
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
    range_spacing = number(
        "Pixel size in slant range (m)",
        "Of images in radar coordinates, where they do not tell themselves. Columns have to go "
        "away from the satellite.", None, 0.01, 10000.0, optional=True, advanced=True,
    )  # fmt: skip
    azimuth_spacing = number(
        "Pixel size in azimuth (m)", "On the ground; rows have to go along the flight.", None, 0.01,
        10000.0, optional=True, advanced=True,
    )  # fmt: skip

    def check(self):
        """Sizes of chips."""
        try:
            sizes = {int(size) for size in self.chip.replace(",", " ").split()}
        except ValueError:
            sizes = set()
        self.chips = sorted(sizes)
        if not sizes or any(size < 8 or size > 512 or size % 2 for size in sizes):
            self.refuse("chip", f"'{self.chip}' has to be even numbers from 8 to 512, as 32 64.")
