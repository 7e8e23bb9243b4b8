# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools of this room, and of others, ask for alike."""

from __future__ import annotations

from ...declare import Chosen, choice, flag, number, other, text


class Rates(Chosen):
    """Points or a raster of rates, and what its fields hold."""

    points = other(
        "rates", "Points or velocity raster{of}",
        "Rates along the line of sight, positive towards the satellite: points with "
        "velocity_mm_yr (or VEL, mean_velocity ...) and, where they have them, a field for each"
        " date (DYYYYMMDD); StaMPS' tables (CSV); or a raster of rates, each cell a point.",
        shapes=("vector", "raster"),
    )  # fmt: skip
    rate = text(
        "Field of rates{of}",
        "Guessed from the usual names if empty; - for none (rates are fitted to the dates "
        "then). Rates down the slope may be given, too.", advanced=True,
    )  # fmt: skip
    std = text(
        "Field of standard deviations{of}", "Guessed if empty; - for none.", advanced=True,
    )  # fmt: skip
    coherence = text(
        "Field of coherences{of}", "Guessed if empty; - for none.", advanced=True,
    )  # fmt: skip
    unit = choice(
        "Unit{of}",
        "Of displacements, and of rates by year. The unit that a raster states itself wins.",
        ("mm", "cm", "m"), advanced=True,
    )  # fmt: skip
    away = flag(
        "Positive away from the satellite{of}", "Turn the sign of rates and series.",
        advanced=True,
    )  # fmt: skip

    def layer(self, std_raster=None):
        """The :class:`...formats.measurements.RateLayer`; None where none is given."""
        from pathlib import Path

        from ...formats.measurements import Fields, RateLayer

        if self.points is None:
            return None
        path, layer, raster, _ = self.points
        return RateLayer(
            Path(path), layer, raster, unit=self.unit, away=self.away, std_path=std_raster,
            fields=Fields(self.rate, self.std, coherence=self.coherence),
        )  # fmt: skip


class Lengths(Chosen):
    """The resolution, and the lengths that follow from it."""

    resolution = number(
        "Resolution (m)",
        "The lengths below are multiples of it. If empty: a raster's cell, the spacing of "
        "points that are pixels, or 0.7 times the mean spacing of scattered points.",
        None, 0.01, optional=True,
    )  # fmt: skip
    window = number(
        "Window of the noise filter (m)",
        "Radius; 2 resolutions if empty, 0 for no filter. Points without a neighbour in it are "
        "left out.", None, 0.0, optional=True, advanced=True,
    )  # fmt: skip
    edge = number(
        "Longest edge (m)", "Of the triangulation; 3 resolutions if empty.", None, 0.01,
        optional=True, advanced=True,
    )  # fmt: skip

    def given(self, **others) -> dict:
        """Lengths that the user gave, with others of the tool's own, as the core calls them."""
        own = {"window": self.window, "edge": self.edge, **others}
        return {name: value for name, value in own.items() if value is not None}


class Trusted(Chosen):
    """Which points are trusted."""

    z_limit = number(
        "Largest Z-score",
        "In the window, the point itself included; points that differ more from their "
        "neighbours are left out.", 3.0, 0.01, advanced=True,
    )  # fmt: skip
    minimum_coherence = number(
        "Minimum coherence", "Points without one pass.", 0.0, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    maximum_std = number(
        "Largest standard deviation (mm/yr)", "0 for no limit; points without one pass.", 0.0,
        0.0, advanced=True,
    )  # fmt: skip

    def options(self, selection, clusters, lengths: dict, **others):
        """:class:`.active.AreaOptions` with these filters and the lengths that the user gave."""
        from dataclasses import replace

        from ..active import AreaOptions

        lengths = dict(lengths)
        window = {"window": lengths.pop("window")} if "window" in lengths else {}
        return AreaOptions(
            z_limit=self.z_limit, minimum_coherence=self.minimum_coherence,
            maximum_std=self.maximum_std / 1e3, selection=selection,
            clusters=replace(clusters, **lengths), **window, **others,
        )  # fmt: skip
