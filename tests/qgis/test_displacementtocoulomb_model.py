# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From displacement of two orbits to stress on mapped faults, by the shipped model."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.moment import magnitude_of, moment_of
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.slip.slip_models import read_slip_model, write_slip_model
from groundshift.algorithms.formats.vectors.features import read_lines, write_lines
from groundshift.algorithms.formats.vectors.wkb import line_wkb
from groundshift.algorithms.toolbox import call
from runs import succeeded

DEGREES = wkt_from_epsg(4326)
ORBITS = {"": (39.0, 348.0), "2": (36.0, 192.0)}
STRIKE, DIP = np.radians(105.0), np.radians(80.0)


def rupture(local):
    """A left-lateral earthquake that fades out along and below its middle."""
    rows, slip = [], []
    for along in np.arange(-19e3, 20e3, 2e3):
        for down in np.arange(1e3, 16e3, 2e3):
            aside = down * np.cos(DIP)
            rows.append([
                np.sin(STRIKE) * along + np.cos(STRIKE) * aside,
                np.cos(STRIKE) * along - np.sin(STRIKE) * aside,
                down * np.sin(DIP), STRIKE, DIP, 2e3, 2e3,
            ])  # fmt: skip
            slip.append(3 * np.exp(-((along / 9e3) ** 2) - ((down - 6e3) / 4.5e3) ** 2))
    return SlipModel.of_rake(PatchSet.of_rectangles(rows, crs=local.crs), slip, np.radians(5))


@pytest.fixture(scope="module")
def event(tmp_path_factory):
    folder, local = tmp_path_factory.mktemp("event"), LocalMetres(DEGREES, 98.3, 34.6)
    model, random = rupture(local), np.random.default_rng(1)
    write_slip_model(folder / "truth.gpkg", model, DEGREES)
    for suffix, angles in ORBITS.items():
        whole = folder / f"whole{suffix}.tif"
        call(
            "forwardmodel", slip=folder / "truth.gpkg", extent=(97.8, 34.25, 98.8, 34.95),
            cell=900.0, incidence=angles[0], heading=angles[1], displacement=whole,
        )  # fmt: skip
        grid, bands, _ = read_raster(whole)
        seen = bands[3] + 20.0 + 2.0 * random.normal(size=grid.shape)
        write_raster(
            folder / f"los{suffix}.tif", grid, seen[None].astype(np.float32),
            [BandInfo("displacement_mm", "mm")],
        )  # fmt: skip
    along = np.array([[np.sin(STRIKE), np.cos(STRIKE)]])
    lines = {
        "trace": [along * reach for reach in (-25e3, 25e3)],
        # One in the rupture's direction beyond its end, one beside its middle, one far away.
        "faults": [along * reach for reach in (35e3, 60e3)],
        "beside": [along * reach + [[1e3, 6e3]] for reach in (-6e3, 6e3)],
    }
    shapes = {}
    for name, places in lines.items():
        x, y = local.back(DEGREES, np.concatenate(places))
        shapes[name] = line_wkb(np.column_stack([x, y]))
    shapes["far"] = line_wkb(np.array([[10.0, 45.0], [10.2, 45.1]]))
    write_lines(folder / "trace.gpkg", DEGREES, [shapes["trace"]], {"name": np.array(["main"])})
    write_lines(
        folder / "faults.gpkg", DEGREES, [shapes[name] for name in ("faults", "beside", "far")],
        {
            "name": np.array(["ahead", "beside", "far"]),
            "slip_type": np.array(["Sinistral", "Sinistral", "Normal"]),
        },
    )  # fmt: skip
    return folder, magnitude_of(moment_of(model))


def test_displacement_to_stress(qgis_process, event, tmp_path):
    folder, magnitude = event
    places = {
        "slipinversion:Slip": "slip.gpkg", "slipinversion:Fit": "fit.gpkg",
        "slipinversion:Report of the slip": "slip.html",
        "coulombfaults:Stress on segments": "segments.gpkg",
        "coulombfaults:Stress on faults": "stress.gpkg", "coulombfaults:Ranking": "rank.csv",
    }  # fmt: skip
    looks = {}
    for suffix, (incidence, heading) in ORBITS.items():
        looks[f"raster{suffix}"] = folder / f"los{suffix}.tif"
        looks[f"incidence{suffix}"], looks[f"heading{suffix}"] = incidence, heading
    succeeded(
        qgis_process.run("displacementtocoulomb", {
            **looks, "trace": folder / "trace.gpkg", "dip": 80, "width": 17,
            "faults": folder / "faults.gpkg",
            **{name: tmp_path / file for name, file in places.items()},
        })
    )  # fmt: skip
    assert set(places.values()) <= {path.name for path in tmp_path.iterdir()}
    model, _ = read_slip_model(tmp_path / "slip.gpkg")
    assert magnitude_of(moment_of(model)) == pytest.approx(magnitude, abs=0.1)
    strongest = np.argmax(model.slip)
    assert np.degrees(model.rake[strongest]) == pytest.approx(5, abs=15)
    stress = read_lines(tmp_path / "stress.gpkg")
    change = dict(zip(stress.texts("fault_name"), stress.numbers("coulomb_kpa")))
    # Ahead of a rupture stress rises, beside it falls, far away it is not told.
    assert change["ahead"] > 20
    assert change["beside"] < -20
    assert np.isnan(change.get("far", np.nan))
