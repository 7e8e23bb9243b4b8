# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""LiCSBAS' cum.h5 becomes points in our convention, with what lies in it and beside it."""

import shutil

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.tools.importing_points import read_point_files
from groundshift.algorithms.errors import GroundshiftError
from point_runs import bring, series_of

ROWS, COLS = 12, 15
DATES = np.array([20200105, 20200117, 20200129, 20200527, 20210111], np.int32)
LOOK = {"E.geo": -0.6, "N.geo": -0.1, "U.geo": np.sqrt(1 - 0.37)}


def rates():
    """Mm a year, by pixel."""
    return np.linspace(-30.0, 30.0, ROWS * COLS).reshape(ROWS, COLS)


def years():
    days = np.array([f"{d // 10000}-{d // 100 % 100:02d}-{d % 100:02d}" for d in DATES], "M8[D]")
    return days, (days - days[0]).astype(float) / 365.25


def layers():
    mask = np.ones((ROWS, COLS))
    mask[:, 10:], mask[0, 0] = 0.0, np.nan
    full = {name: np.full((ROWS, COLS), value) for name, value in LOOK.items()}
    return {"vel": rates(), "vstd": np.full((ROWS, COLS), 1.5), "hgt": np.full((ROWS, COLS), 700.0),
            "coh_avg": np.full((ROWS, COLS), 0.3), "mask": mask, **full}  # fmt: skip


def write_licsbas(folder, inside):
    """``TS_GEOCml1/cum.h5``; what is not inside lies beside it as LiCSBAS leaves it."""
    made = folder / "TS_GEOCml1"
    (made / "results").mkdir(parents=True)
    (folder / "GEOCml1").mkdir()
    cube = rates() * years()[1][:, None, None]
    cube[:, 3, 4] = np.nan
    with h5py.File(made / "cum.h5", "w") as file:
        file["imdates"], file["cum"] = DATES, cube.astype(np.float32)
        file["corner_lat"], file["corner_lon"] = 40.5, 15.25
        file["post_lat"], file["post_lon"] = -0.001, 0.002
        for name, values in layers().items():
            if name in inside:
                file[name] = values.astype(np.float32)
                continue
            place = folder / "GEOCml1" if name in LOOK else made / "results"
            values.astype("<f4").tofile(place / name)
    return made / "cum.h5"


@pytest.mark.parametrize("inside", [("vel",), tuple(layers())])
def test_series(tmp_path, inside):
    report, table = bring([write_licsbas(tmp_path, inside)], tmp_path)
    assert report.kinds == ("LiCSBAS time series",)
    # Ten columns, less a pixel that was never valid and one without data.
    assert report.points == 10 * ROWS - 2
    rows, cols = table.numbers("row").astype(int), table.numbers("col").astype(int)
    np.testing.assert_allclose(table.x, 15.25 + 0.002 * cols)  # centres
    np.testing.assert_allclose(table.y, 40.5 - 0.001 * rows)
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), rates()[rows, cols], atol=1e-3)
    np.testing.assert_allclose(table.numbers("velocity_std_mm_yr"), 1.5, atol=1e-3)
    days, values = series_of(table)
    np.testing.assert_array_equal(days, years()[0])
    np.testing.assert_allclose(values.T, rates()[rows, cols][:, None] * years()[1], atol=6e-3)
    np.testing.assert_allclose(table.numbers("height_m"), 700.0)
    np.testing.assert_allclose(table.numbers("mean_coherence"), 0.3, atol=1e-4)
    for part, value in zip(("east", "north", "up"), LOOK.values()):
        np.testing.assert_allclose(table.numbers(f"los_{part}"), value, atol=1e-4)
    assert ("mask from results/mask" in report.lines[0]) == (len(inside) == 1)


def test_series_alone(tmp_path):
    path = write_licsbas(tmp_path, ())
    shutil.rmtree(path.parent / "results")
    shutil.rmtree(tmp_path / "GEOCml1")
    report, table = bring([path], tmp_path)
    assert report.points == ROWS * COLS - 1
    rows, cols = table.numbers("row").astype(int), table.numbers("col").astype(int)
    # The rate is that of the series.
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), rates()[rows, cols], atol=0.05)


def test_files_of_another_run_are_refused(tmp_path):
    path = write_licsbas(tmp_path, ())
    np.zeros(7, "<f4").tofile(path.parent / "results/hgt")
    with pytest.raises(GroundshiftError, match="hgt: is 28 bytes long, and 12x15 pixels of cum.h5"):
        read_point_files([path])


def test_points_do_not_depend_on_the_memory(tmp_path):
    path = write_licsbas(tmp_path, ("vel",))
    whole, table = bring([path], tmp_path)
    (source,) = read_point_files([path]).sources
    parts = list(source.parts(400_000))
    assert len(parts) > 1 and sum(map(len, parts)) == whole.points
    got = np.sort(np.concatenate([part.columns["velocity"] for part in parts]))
    np.testing.assert_allclose(got * 1e3, np.sort(table.numbers("velocity_mm_yr")), atol=1e-3)


def test_campi_flegrei(tmp_path, shared_data):
    """A real run's rates, mask and heights beside a series made of its rates."""
    real = shared_data("campi_flegrei_licsbas") / "TS_GEOCml1clip"
    folder = tmp_path / "TS_GEOCml1clip"
    (folder / "results").mkdir(parents=True)
    for name in ("vel", "vstd", "mask", "coh_avg", "hgt"):
        shutil.copyfile(real / "results" / name, folder / "results" / name)
    shape = 121, 191
    rate = np.fromfile(real / "results/vel", "<f4").reshape(shape)
    masked = np.fromfile(real / "results/vel.mskd", "<f4").reshape(shape)
    with h5py.File(folder / "cum.h5", "w") as file:
        file["imdates"] = DATES
        file["cum"] = (rate * years()[1][:, None, None]).astype(np.float32)
        file["corner_lat"], file["corner_lon"] = 40.89966842648, 14.02994428828
        file["post_lat"], file["post_lon"] = -0.0009999992100000023, 0.0009999992099999995
    report, table = bring([folder / "cum.h5"], tmp_path)
    # LiCSBAS masks its own rates to the same pixels.
    assert report.points == np.isfinite(masked).sum() > 5000
    rows, cols = table.numbers("row").astype(int), table.numbers("col").astype(int)
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), masked[rows, cols], atol=1e-3)
    # Pozzuoli rises.
    near = np.hypot((table.x - 14.12) * 0.757, table.y - 40.827) < 0.01
    assert np.median(table.numbers("velocity_mm_yr")[near]) > 10
