# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The rarer options of the SBAS tool through the real qgis_process."""

import numpy as np
from runs import refusal, succeeded
from small_stack import DATES, GRID, NEAR, bowl, make_stack


def test_robust_bridged_and_weighed(qgis_process, tmp_path):
    index = np.array([p for p in NEAR if not p[0] < 10 <= p[1]])
    make_stack(tmp_path / "s.h5", index, rate=bowl(), date_noise=0.003, looks=10.3)
    x, y = GRID.xy(0, 0)
    results = succeeded(
        qgis_process.run(
            "sbas",
            {"STACK": tmp_path / "s.h5", "TIMESERIES": tmp_path / "t.h5", "SPLIT": "nsbas",
             "VELOCITY": tmp_path / "v.tif", "VELOCITY_STD": tmp_path / "e.tif",
             "ROBUST": "true", "DATE_NOISE": "20180106:4, *:3", "REFERENCE_POINT": f"{x},{y}",
             "REJECTED": tmp_path / "x.tif", "JOINED_DATES": tmp_path / "j.tif",
             "RESIDUALS": tmp_path / "r.csv"},
        )
    )  # fmt: skip
    assert results["SPLIT_PIXELS"] == results["PIXELS"] > 0
    assert 0 < results["MEDIAN_STD"] < 20 and results["NOISY_DATES"] == 0
    for name in ("r.csv", "x.qml", "j.qml"):
        assert (tmp_path / name).exists(), name


def test_new_dates_are_appended(qgis_process, tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.003)
    x, y = GRID.xy(0, 0)
    late = ",".join(str(date) for date in DATES[20:])
    call = {"STACK": tmp_path / "s.h5", "VELOCITY": tmp_path / "v.tif"}
    succeeded(
        qgis_process.run(
            "sbas", {**call, "TIMESERIES": tmp_path / "old.h5", "EXCLUDE_DATES": late,
                     "REFERENCE_POINT": f"{x},{y}"},
        )
    )  # fmt: skip
    more = {**call, "PREVIOUS": tmp_path / "old.h5", "TIMESERIES": tmp_path / "new.h5"}
    results = succeeded(qgis_process.run("sbas", more))
    assert results["DATES"] == 25
    said = refusal(qgis_process.run("sbas", {**more, "EXCLUDE_DATES": late}))
    assert "does not go with a previous series" in said
