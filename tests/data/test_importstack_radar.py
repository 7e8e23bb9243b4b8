# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""topsStack's interferograms of a planted rate come out at the right place with the right rate."""

import isce2_files as made
import numpy as np
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.toolbox import call

ROWS, COLS = 40, 50
DATES = ("20200105", "20200117", "20200129", "20200210")
PAIRS = ((0, 1), (1, 2), (2, 3), (0, 2), (1, 3))


def test_from_radar_coordinates_to_the_map(tmp_path):
    row, col = np.indices((ROWS, COLS))
    rate = -0.05 * np.exp(-((row - 25) ** 2 + (col - 30) ** 2) / 200.0)  # towards, metres a year
    latitude, longitude = made.lookup(ROWS, COLS)
    folder = made.write_isce2(tmp_path / "i", geometry=False)
    for place in sorted((folder / "merged/interferograms").iterdir()):
        for file in place.iterdir():
            file.unlink()
    for first, second in PAIRS:
        place = folder / "merged/interferograms" / f"{DATES[first]}_{DATES[second]}"
        phase = -4 * np.pi / made.WAVELENGTH * rate * 12 * (second - first) / 365.25 + 1e-3
        made.image(place / "filt_fine.unw", [np.ones(phase.shape), phase])
        made.image(place / "filt_fine.cor", [np.full(phase.shape, 0.8)])
    geometry = folder / "merged/geom_reference"
    made.image(geometry / "lat.rdr", [latitude], "float64")
    made.image(geometry / "lon.rdr", [longitude], "float64")
    stack, series = tmp_path / "s.h5", tmp_path / "t.h5"
    velocity, points = tmp_path / "v.tif", tmp_path / "p.gpkg"
    call("importstack", folder=folder, stack=stack)
    call("sbas", stack=stack, timeseries=series, velocity=velocity)
    call("timeseriestopoints", timeseries=series, points=points)
    table = read_table(points)
    rates = table.numbers("velocity_mm_yr")
    assert len(rates) == ROWS * COLS
    fastest = rates.argmin()
    np.testing.assert_allclose(
        [table.x[fastest], table.y[fastest]], [longitude[25, 30], latitude[25, 30]], atol=1e-9
    )
    # The lookup is a plane, so that places tell their pixels; rates are those of the reference.
    found = np.linalg.solve([[1e-3, 2e-4], [-3e-4, 1e-3]], [table.y - 41.0, table.x - 14.0])
    planted = 1e3 * rate[tuple(np.rint(found).astype(int))]
    assert np.ptp(rates - planted) < 1e-2 and np.ptp(planted) > 45
    grid, values, _ = read_raster(velocity)
    rows, cols = np.nonzero(values[0] == np.nanmin(values))
    x, y = grid.xy(rows[0], cols[0])
    assert grid.crs and abs(x - longitude[25, 30]) < 1.5e-3 and abs(y - latitude[25, 30]) < 1.5e-3
