# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From points to levels of warning, by the model."""

import driver_files as made
import numpy as np
import pytest
from runs import succeeded

PLACES = {
    "pointvelocity:Velocity of points": "velocity.gpkg",
    "failurewarning:Points with their level": "levels.gpkg",
    "failurewarning:Areas with their level": "areas.gpkg", "failurewarning:Report": "warning.html",
    "drivers:Lag behind the driver": "lags.gpkg", "drivers:Report of the drivers": "drivers.html",
}  # fmt: skip


@pytest.mark.parametrize("with_driver", [True, False])
def test_points_levels_page(qgis_process, tmp_path, with_driver):
    from groundshift.algorithms.formats.vectors.tables import read_table

    made.creeping_points(tmp_path / "p.gpkg")
    made.level_table(tmp_path / "level.csv")
    given = {"points": tmp_path / "p.gpkg", "horizon": 60}
    places = {n: f for n, f in PLACES.items() if with_driver or not n.startswith("drivers")}
    if with_driver:
        given["driver"] = tmp_path / "level.csv"
    given |= {name: tmp_path / file for name, file in places.items()}
    succeeded(qgis_process.run("pointstowarning", given))
    assert {path.name for path in tmp_path.iterdir()} >= set(places.values())
    assert (tmp_path / "lags.gpkg").exists() == with_driver
    level = read_table(tmp_path / "levels.gpkg").columns["level"]
    assert (level[:30] == 3).mean() > 0.9 and (np.asarray(level[30:]) > 0).mean() <= 0.03
