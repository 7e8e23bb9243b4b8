# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a catalogue of earthquakes tells of their times."""

import numpy as np
from groundshift.algorithms.data.earthquakes import times


def test_times():
    found = times(
        ["2020-01-01", "2020/1/2 03:04:05", "2020-01-02T03:04:05.5Z", "2020-01-02 03:04:05+05:30",
         "1577934245000", "1577934245", "20200102", "2020.5", "soon", "", "nan", "2020-13-01"]
    )  # fmt: skip
    wanted = np.array(
        ["2020-01-01", "2020-01-02T03:04:05", "2020-01-02T03:04:05.5", "2020-01-01T21:34:05",
         "2020-01-02T03:04:05", "2020-01-02T03:04:05", "2020-01-02", "2020-07-02", *["NaT"] * 4],
        "datetime64[ms]",
    )  # fmt: skip
    np.testing.assert_array_equal(found, wanted)
