# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools of this room ask for alike."""

from __future__ import annotations

from ...declare import file
from ...timeseries.tools.asked import PointsInput


class MotionSeries(PointsInput):
    """Points with series, or one series."""

    table = file(
        "Table of one series",
        "Instead of points: CSV with a date and a displacement (mm) a row, as the explorer "
        "exports, or levelling.", "Tables (*.csv *.txt);;All files (*)", optional=True,
    )  # fmt: skip

    def check(self):
        """One of the three, and a span of dates."""
        given = [getattr(self, name) for name in ("points", "timeseries", "table")]
        count = sum(value is not None for value in given)
        if count != 1:
            what = "were given together" if count else "are missing"
            self.refuse(("points", "timeseries", "table"), f"{what}; give one of them.")
        self.span()
