# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Solid Earth tides against the test cases of the IERS Conventions' software."""

import shutil

import h5py
import numpy as np
import pytest
from corrected_series import read_series, reference_of, rms, scene, truth_of, write_series
from groundshift.algorithms.data.crs import longitude_latitude
from groundshift.algorithms.data.earth import compass, geocentric
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import read_timeseries
from groundshift.algorithms.formats.look_angles import LookSource, read_look
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.timeseries.correction import CorrectionBlock
from groundshift.algorithms.timeseries.known_motion import tide_correction
from groundshift.algorithms.timeseries.solid_tides import _by_frequency, solid_tide, tide_of
from groundshift.algorithms.timeseries.sun_moon import centuries, sun_and_moon
from groundshift.algorithms.toolbox import call

# Station, Sun, Moon, date and displacement, metres, of DEHANTTIDEINEL's test cases.
CASES = (
    ((4075578.385, 931852.890, 4801570.154),
     (137859926952.015, 54228127881.4350, 23509422341.6960),
     (-179996231.920342, -312468450.131567, -169288918.592160), "2009-04-13",
     (0.7700420357108125891e-01, 0.6304056321824967613e-01, 0.5516568152597246810e-01)),
    ((1112189.660, -4842955.026, 3985352.284),
     (-54537460436.2357, 130244288385.279, 56463429031.5996),
     (300396716.912, 243238281.451, 120548075.939), "2012-07-13",
     (-0.2036831479592075833e-01, 0.5658254776225972449e-01, -0.7597679676871742227e-01)),
    ((1112200.5696, -4842957.8511, 3985345.9122),
     (100210282451.6279, 103055630398.3160, 56855096480.4475),
     (369817604.4348, 1897917.5258, 120804980.8284), "2015-07-15",
     (0.00509570869172363845, 0.0828663025983528700, -0.0636634925404189617)),
)  # fmt: skip


def on_a_sphere(station):
    """Geocentric latitude and longitude, radians."""
    x, y, z = station
    return np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x)


def geocentric_vector(parts, latitude, longitude):
    """Up, north and east along the axes of the terrestrial frame."""
    east, north, up = compass(np.degrees(longitude), np.degrees(latitude))
    return parts[0] * up + parts[1] * north + parts[2] * east


@pytest.mark.parametrize("station, sun, moon, day, expected", CASES)
def test_the_conventions_own_cases(station, sun, moon, day, expected):
    latitude, longitude = on_a_sphere(station)
    t = centuries(np.datetime64(day))
    found = tide_of(np.array(sun), np.array(moon), t, 0.0, latitude, longitude)
    np.testing.assert_allclose(
        geocentric_vector(found, latitude, longitude), expected, rtol=0, atol=2e-7
    )


def test_the_dependence_on_frequency_alone():
    """STEP2DIU and STEP2LON: their test cases are of one place and time."""
    latitude, longitude = on_a_sphere(CASES[0][0])
    found = _by_frequency(0.1059411362080767, 0.0, latitude, longitude)
    expected = np.array([0.4193085327321284701e-02, 0.1456681241014607395e-02,
                         0.5123366597450316508e-02])  # fmt: skip
    expected += [-0.9780962849562107762e-04, -0.2236349699932734273e-04, 0.3561945821351565926e-03]
    np.testing.assert_allclose(geocentric_vector(found, latitude, longitude), expected, atol=1e-12)


# Of ERFA's moon98 and epv00, turned by its c2t06a; kilometres.
PLACES = {
    "1992-03-01T05:00": ((-4.56551460e7, 1.39714946e8, -1.93220791e7),
                         (1.22096367e5, 3.68328201e5, -1.18961702e5)),
    "2010-02-17T17:00": ((4.59101945e7, -1.37212228e8, -3.03487692e7),
                         (3.16657221e5, -2.37671476e5, 5.53764587e4)),
    "2028-02-06T05:00": ((-4.50476437e7, 1.34617602e8, -4.00649737e7),
                         (-2.40982029e5, -2.32900072e5, 1.67280458e5)),
}  # fmt: skip


@pytest.mark.parametrize("time", PLACES)
def test_sun_and_moon_stand_where_ephemerides_have_them(time):
    for found, expected in zip(sun_and_moon(np.datetime64(time)), PLACES[time]):
        assert np.linalg.norm(found / 1e3 - expected) < 1.6e-4 * np.linalg.norm(expected)


def test_the_tide_by_these_ephemerides_is_the_same_to_a_tenth_of_a_millimetre():
    latitude, longitude = (a.ravel() for a in np.meshgrid([-70, -33, 0, 45, 60], [0, 100, -120]))
    for time, bodies in PLACES.items():
        time = np.datetime64(time)
        t, hours = centuries(time), (time - time.astype("datetime64[D]")).astype(float) / 60
        place = np.radians(latitude), np.radians(longitude)
        sun, moon = (1e3 * np.array(body) for body in bodies)
        expected = tide_of(sun, moon, t, hours, *place)
        found = tide_of(*sun_and_moon(time), t, hours, *place)
        np.testing.assert_allclose(found, expected, rtol=0, atol=5e-5)
        assert np.abs(expected).max() > 0.1


def test_east_north_up_stand_on_the_ellipsoid():
    """Geodetic axes are a sixth of a degree off geocentric ones: a millimetre of a tide."""
    time, longitude, latitude = np.datetime64("2010-02-17T17:00"), 13.0, 45.0
    station = geocentric(longitude, latitude)
    sphere = on_a_sphere(station)
    parts = tide_of(*sun_and_moon(time), centuries(time), 17.0, *sphere)
    vector = geocentric_vector(parts, *sphere)
    for found, axis in zip(solid_tide(longitude, latitude, time), compass(longitude, latitude)):
        assert found == pytest.approx(vector @ axis, abs=1e-9)


@pytest.fixture(scope="module")
def tidal(tmp_path_factory):
    """A series of true motion and the tide of its passes at 17:03, on pixels of 600 m."""
    folder = tmp_path_factory.mktemp("tide")
    simulation = scene(rows=100, cols=130, dates=12, pixel_size_m=600.0)
    rows, cols = np.indices(simulation.grid.shape)
    longitude, latitude = longitude_latitude(simulation.grid.crs, *simulation.grid.xy(rows, cols))
    los = simulation.los
    heading = np.radians(np.mean(los.heading))
    south = latitude.shape[0] // 2, latitude.shape[1] // 2
    track = (latitude - latitude[south]) * np.cos(heading) + (
        longitude - longitude[south]
    ) * np.cos(np.radians(latitude[south])) * np.sin(heading)
    late = (1e3 * track * 111195.0 / 6800.0).astype("timedelta64[ms]")
    tide = []
    for date in simulation.dates:
        time = date.astype("datetime64[ms]") + np.timedelta64(17 * 60 + 3, "m") + late
        tide.append(los.project(*solid_tide(longitude, latitude, time)))
    tide = np.array(tide) - tide[0]
    row, col = reference_of(simulation)
    tide = tide - tide[:, row : row + 1, col : col + 1]
    truth = truth_of(simulation)
    write_series(folder, simulation, truth + tide)
    with h5py.File(folder / "timeseries.h5", "a") as file:
        file.attrs["CENTER_LINE_UTC"] = str(17 * 3600 + 180.0)
    return folder, simulation, truth, tide


def test_the_tool_takes_the_tide_off_and_leaves_the_motion(tidal, tmp_path):
    folder, simulation, truth, tide = tidal
    assert 1e3 * np.abs(tide).max() > 2.0, "a scene of 80 km feels it"
    numbers = call(
        "solidtides", timeseries=folder / "timeseries.h5", geometry=folder / "geometryGeo.h5",
        corrected=tmp_path / "out.h5", removed=tmp_path / "r.tif",
    )  # fmt: skip
    np.testing.assert_allclose(read_series(tmp_path / "out.h5"), truth, rtol=0, atol=5e-5)
    np.testing.assert_allclose(1e-3 * read_raster(tmp_path / "r.tif")[1], tide, rtol=0, atol=5e-5)
    assert numbers["dates_left"] == 0
    with h5py.File(tmp_path / "out.h5") as file:
        assert file.attrs["CORRECTIONS"] == "solidtides"


def test_another_hour_is_another_tide(tidal, tmp_path):
    folder, simulation, truth, tide = tidal
    for hour, least, most in ((17.05, 0.0, 0.01), (11.0, 0.5, 5.0)):
        call("solidtides", timeseries=folder / "timeseries.h5", hour=hour,
             geometry=folder / "geometryGeo.h5", corrected=tmp_path / "out.h5")  # fmt: skip
        left = rms(read_series(tmp_path / "out.h5") - truth)
        assert least * rms(tide) <= left < most * rms(tide)


def test_one_incidence_for_a_scene_is_warned_of(tidal, tmp_path):
    """The change of incidence over the swath brings a good part of what is left of a tide."""
    folder, simulation, truth, tide = tidal
    los, told = simulation.los, []
    call("solidtides", timeseries=folder / "timeseries.h5", corrected=tmp_path / "out.h5",
         incidence=float(np.mean(los.incidence)), heading=float(np.mean(los.heading)),
         job={"warn": told.append})  # fmt: skip
    assert rms(read_series(tmp_path / "out.h5") - truth) > 0.3 * rms(tide)
    assert any("for each degree" in text for text in told)


def test_blocks_do_not_change_the_result(tidal, tmp_path):
    folder, *_ = tidal
    series = read_timeseries(folder / "timeseries.h5")
    look = read_look(LookSource(geometry=folder / "geometryGeo.h5"), series.grid)
    correction = tide_correction(series.dates, 6e4, series.grid, look)
    whole = correction.field(CorrectionBlock(np.arange(100), np.arange(130), None)).field
    part = CorrectionBlock(np.arange(30, 60), np.arange(7, 130, 3), None,
                           inner=(slice(4, 20), slice(2, None)))  # fmt: skip
    np.testing.assert_array_equal(correction.field(part).field, whole[:, 34:50, 13:130:3])


@pytest.mark.parametrize(
    "given, words",
    [({}, "how the radar looked; give the geometry file"),
     ({"incidence": 39.0}, "give the geometry file, or incidence and heading"),
     ({"incidence": 39.0, "heading": 348.0, "hour": 25.0}, "HOUR")],
)  # fmt: skip
def test_what_is_missing_is_named(tidal, tmp_path, given, words):
    with pytest.raises(GroundshiftError, match=words):
        call("solidtides", timeseries=tidal[0] / "timeseries.h5", corrected=tmp_path / "no.h5",
             **given)  # fmt: skip
    assert not (tmp_path / "no.h5").exists()


def test_a_series_without_the_time_of_its_pass(tidal, tmp_path):
    shutil.copy(tidal[0] / "timeseries.h5", tmp_path / "t.h5")
    with h5py.File(tmp_path / "t.h5", "a") as file:
        del file.attrs["CENTER_LINE_UTC"]
    with pytest.raises(GroundshiftError, match="give the hour"):
        call("solidtides", timeseries=tmp_path / "t.h5", incidence=39.0, heading=348.0,
             corrected=tmp_path / "no.h5")  # fmt: skip
