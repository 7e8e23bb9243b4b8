# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""SARvey's points in our convention: a bowl that sinks is negative, height errors are taken off."""

import shutil

import h5py
import numpy as np
import pytest
import sarvey_files as make
from groundshift.algorithms.data.tools.importing_points import read_point_files
from groundshift.algorithms.errors import GroundshiftError
from point_runs import bring, series_of

EVERY = 20  # points: rates of many take long


def test_series_of_a_sinking_bowl(tmp_path):
    path = make.write_sarvey(tmp_path / "run", every=EVERY)
    report, table = bring([path], tmp_path)
    row, col = (place[::EVERY] for place in make.points())
    assert report.kinds == ("SARvey time series",) and report.points == len(row)
    assert "positive towards the satellite; unit m;" in report.lines[0]
    assert "(assumed)" not in report.lines[0] and not report.warnings
    days, values = series_of(table)
    np.testing.assert_array_equal(days, make.DATES)
    # The wave is short, so that next to nothing of it goes with the baselines.
    np.testing.assert_allclose(values.T, 1e3 * make.displacement()[::EVERY], atol=0.6)
    velocity = table.numbers("velocity_mm_yr")
    assert np.abs(velocity - 1e3 * make.rates()[::EVERY]).max() < 6 and velocity.min() < -60
    np.testing.assert_allclose(
        table.numbers("dem_error_m"), make.height_errors()[::EVERY], atol=3.0
    )
    layers = {name: layer[row, col] for name, layer in make.geometry().items()}
    np.testing.assert_allclose(table.x, layers["longitude"], atol=1e-5)
    np.testing.assert_allclose(table.y, layers["latitude"], atol=1e-5)
    np.testing.assert_allclose(table.numbers("incidence_deg"), layers["incidenceAngle"], atol=1e-3)
    np.testing.assert_allclose(
        table.numbers("height_m"), 300.0 + table.numbers("row") + table.numbers("dem_error_m"),
        atol=0.02,
    )  # fmt: skip
    np.testing.assert_array_equal(table.numbers("point_id"), row * make.COLS + col)
    east = -np.sin(np.radians(layers["incidenceAngle"])) * np.sin(np.radians(100.0))
    np.testing.assert_allclose(table.numbers("los_east"), east, atol=1e-4)
    assert table.numbers("coherence").min() > 0.97


def parts_of(path, budget=1 << 30):
    (source,) = read_point_files([path]).sources
    return list(source.parts(budget))


def test_numbers_are_those_of_sarveys_own_fit(tmp_path):
    """Point by point as ``estimateParameters`` has it, with images in which a scatterer is not."""
    phase = make.phases() + np.random.default_rng(3).normal(0, 0.6, make.phases().shape)
    phase[5, 2:4], phase[6] = np.nan, np.nan
    (part,) = parts_of(make.write_sarvey(tmp_path / "run", phase=phase))
    row, col = make.points()
    layers = {name: layer[row, col] for name, layer in make.geometry().items()}
    factor = 4 * np.pi / make.WAVELENGTH
    for k in (0, 5, 40):
        there = np.isfinite(phase[k])
        across = layers["slantRangeDistance"][k] * np.sin(np.radians(layers["incidenceAngle"][k]))
        design = factor * np.stack([make.BASELINES / across, make.YEARS, np.ones(8)], axis=1)
        error, rate, offset = np.linalg.lstsq(design[there], phase[k, there], rcond=None)[0]
        residual = phase[k, there] - design[there] @ [error, rate, offset]
        assert part.columns["velocity"][k] == pytest.approx(rate, rel=1e-5)
        assert part.others["dem_error_m"][k] == pytest.approx(error, rel=1e-5)
        wanted = phase[k] / factor - make.BASELINES / across * error
        np.testing.assert_allclose(part.series[:, k], wanted, atol=1e-7)
        wanted = np.abs(np.exp(1j * residual).mean())
        assert part.columns["coherence"][k] == pytest.approx(wanted, abs=1e-5)
    assert np.isnan(part.columns["velocity"][6]) and np.isnan(part.series[:, 6]).all()


def test_points_do_not_depend_on_the_memory_or_their_order(tmp_path):
    path = make.write_sarvey(tmp_path / "run")
    (whole,) = parts_of(path)
    with h5py.File(path, "r+") as file:
        for name in ("phase", "coord_xy", "point_id"):
            file[name][...] = file[name][()][::-1]
    parts = parts_of(path, 100_000)
    assert len(parts) == 4 and sum(map(len, parts)) == len(whole)
    for name in ("velocity", "height", "los_up"):
        got = np.concatenate([part.columns[name] for part in parts])[::-1]
        np.testing.assert_allclose(got, whole.columns[name], rtol=1e-9)


def test_pixels_without_a_place_have_none(tmp_path):
    path = make.write_sarvey(tmp_path / "run")
    with h5py.File(tmp_path / "run/inputs/geometryRadar.h5", "r+") as file:
        file["latitude"][0, :5] = file["longitude"][0, :5] = 0.0
    (part,) = parts_of(path)
    assert np.isnan(part.x[:2]).all() and np.isnan(part.y[:2]).all()
    assert np.isfinite(part.x[2:]).all()


def test_inputs_are_found_by_the_configuration(tmp_path):
    path = make.write_sarvey(tmp_path / "run")
    (tmp_path / "run/inputs").rename(tmp_path / "run/other")
    with pytest.raises(GroundshiftError, match="geometryRadar.h5 is not in .*run/inputs"):
        read_point_files([path])
    (path.parent / "config.json").write_text('{"general": {"input_path": "other/", }} // mine')
    (source,) = read_point_files([path]).sources
    assert "geometry from other/" in source.notes[0]
    # Its files of the first step have the wavelength, too.
    (tmp_path / "run/other/slcStack.h5").rename(path.parent / "temporal_coherence.h5")
    assert read_point_files([path]).sources
    (path.parent / "temporal_coherence.h5").unlink()
    with pytest.raises(GroundshiftError, match="tells the radar wavelength"):
        read_point_files([path])


@pytest.mark.parametrize("name", ["p1_ifg_unw.h5", "p2_coh80_ifg_wr.h5", "p2_coh80_aps.h5"])
def test_other_files_of_sarvey_are_refused(tmp_path, name):
    with pytest.raises(GroundshiftError, match="interferograms or atmosphere"):
        read_point_files([make.write_sarvey(tmp_path / "run", name)])


def test_damaged_and_foreign_files_are_told(tmp_path):
    path = make.write_sarvey(tmp_path / "run")

    def refused(match, change):
        shutil.rmtree(tmp_path / "copy", ignore_errors=True)
        shutil.copytree(tmp_path / "run", tmp_path / "copy")
        change(tmp_path / "copy")
        with pytest.raises(GroundshiftError, match=match):
            parts_of(tmp_path / "copy/outputs" / path.name)

    def altered(place, name, values=None):
        def change(folder):
            with h5py.File(folder / place, "r+") as file:
                del file[name]
                if values is not None:
                    file[name] = values

        return change

    def cut(folder):
        file = folder / "outputs" / path.name
        file.write_bytes(file.read_bytes()[:20_000])

    network, geometry = "outputs/ifg_network.h5", "inputs/geometryRadar.h5"
    refused("ifg_network.h5 is not in", lambda folder: (folder / network).unlink())
    refused("no 'dates'", altered(network, "dates"))
    refused("not YYYYMMDD", altered(network, "dates", np.array([b"no date"] * 8)))
    refused("not in order", altered(network, "dates", make.DATES[::-1].astype("S10")))
    refused("'pbase' is 3", altered(network, "pbase", np.zeros(3)))
    refused("'phase' is 1000x7 and has to be 1000x8", altered(
        f"outputs/{path.name}", "phase", np.zeros((1000, 7))
    ))  # fmt: skip
    refused("no slantRangeDistance", altered(geometry, "slantRangeDistance"))
    refused("'height' is 3x4", altered(geometry, "height", np.zeros((3, 4))))
    refused("is 150x20 and a point of p2_coh80_ts.h5 lies at row 400", altered(
        f"outputs/{path.name}", "coord_xy", np.full((1000, 2), 400)
    ))  # fmt: skip
    refused(path.name, cut)
