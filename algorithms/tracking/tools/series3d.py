# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of several directions as series of east, north and up."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, file, flag, number, part
from ...geometry.tools.asked import Look, MotionMethod

SUFFIXES = ("", "_2", "_3", "_4", "_5", "_6")
KINDS = ("auto", "los", "azimuth", "east", "north", "up")
MM = 1e-3


class Series3d(Chosen):
    """The series, what each is along, and how they are solved."""

    series = file(
        "Series",
        "HDF5 in MintPy's layout, of 'SBAS inversion' or 'Time series of offsets', or LiCSBAS' "
        "cum.h5.", "HDF5, Zarr",
    )  # fmt: skip
    along = choice(
        "What the series is along",
        "auto: what the file says (offsets), else the line of sight. azimuth: along the flight.",
        KINDS, advanced=True,
    )  # fmt: skip
    look = part(Look)
    series_2 = series.named("", title="Second series")
    along_2 = along.named("", title="What the second series is along")
    look_2 = part(Look, "_2", " of the second series")
    series_3 = series.named("", title="Third series", optional=True)
    along_3 = along.named("", title="What the third series is along")
    look_3 = part(Look, "_3", " of the third series", advanced=True)
    series_4 = series.named("", title="Fourth series", optional=True)
    along_4 = along.named("", title="What the fourth series is along")
    look_4 = part(Look, "_4", " of the fourth series", advanced=True)
    series_5 = series.named("", title="Fifth series", optional=True, advanced=True)
    along_5 = along.named("", title="What the fifth series is along")
    look_5 = part(Look, "_5", " of the fifth series", advanced=True)
    series_6 = series.named("", title="Sixth series", optional=True, advanced=True)
    along_6 = along.named("", title="What the sixth series is along")
    look_6 = part(Look, "_6", " of the sixth series", advanced=True)
    components = choice(
        "Components",
        "auto: north is solved for where azimuth motion or north itself is among the series, else "
        "it is taken as none.", ("auto", "east_up", "east_north_up"),
    )  # fmt: skip
    method = part(MotionMethod)
    std = number(
        "Standard deviation where there is none (mm)", "For files without one by date.", 5.0,
        0.001, 1e6, advanced=True,
    )  # fmt: skip
    condition_limit = number(
        "Largest condition number", "Cells with a worse geometry are left out.", 8.0, 1.01, 1e6,
        advanced=True,
    )  # fmt: skip
    left_looking = flag(
        "Left-looking radar", "All orbits look to the left of their flight.", advanced=True
    )
    blocks = part(Blocks)

    def sources(self) -> list:
        """A :class:`...formats.series_tracks.SeriesSource` of each series that was given."""
        from ...formats.series_tracks import SeriesSource

        found = []
        for suffix in SUFFIXES:
            path = getattr(self, f"series{suffix}")
            if path is None:
                continue
            kind = getattr(self, f"along{suffix}")
            look = getattr(self, f"look{suffix}").source(self.left_looking)
            found.append(SeriesSource(path, look, MM * self.std, "" if kind == "auto" else kind))
        return found


OUTPUTS = (
    Output(
        "file", "EAST", "East series",
        "HDF5 in MintPy's layout, metres; with the standard deviation of every date and the "
        "covariance with the other components.", "HDF5, Zarr",
    ),
    Output("file", "UP", "Up series", "The same for the motion up.", "HDF5, Zarr"),
    Output(
        "file", "NORTH", "North series", "Where north is solved for.", "HDF5, Zarr",
        optional=True, by_default=False,
    ),
    Output(
        "raster", "QUALITY", "Quality",
        "Bands: condition number, residual in standard deviations (with more series than "
        "components).", optional=True, style="coefficient", limits="p98",
        abstract="Condition number and residual of the components.",
    ),
    Output(
        "raster", "STATUS", "Status", "Solved, or why not.", optional=True, by_default=False,
        style="decomposition", abstract="Which cells were solved, and why others were not.",
    ),
)  # fmt: skip
NUMBERS = {
    "SERIES_COUNT": "Series", "DATES": "Dates of the result", "SOLVED": "Cells solved",
    "ILL_CONDITIONED": "Left out: directions alike", "CONDITION": "Median condition number",
    "RESIDUAL": "Median residual (standard deviations)",
    "STD_EAST": "Median standard deviation east (mm)",
    "STD_NORTH": "Median standard deviation north (mm)",
    "STD_UP": "Median standard deviation up (mm)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Take the motion apart; see :mod:`...declare`."""
    return chosen.method.solve(
        chosen.sources(), {"EAST": "east", "NORTH": "north", "UP": "up"}, outputs, job,
        chosen.components, chosen.condition_limit,
    )  # fmt: skip
