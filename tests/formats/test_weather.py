# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Delays of weather models from files, against closed forms."""

import h5py
import numpy as np
import pytest
from corrected_series import read_series, reference_of, rms, scene, take_off, truth_of, write_series
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import read_timeseries
from groundshift.algorithms.formats.weather.delays import longitude_latitude
from groundshift.algorithms.formats.weather.weather import open_weather, radar_geometry
from groundshift.algorithms.timeseries.troposphere import DelayCorrection

TEMPERATURE, SCALE, RD, G = 275.0, 2000.0, 287.05, 9.80665
LEVELS = np.array([1, 5, 20, 70, 150, 300, 400, 500, 600, 700, 775, 850, 900, 950, 975, 1000.0])
NODES = (np.arange(48.0, 44.9, -0.25), np.arange(11.0, 15.01, 0.25))


@pytest.fixture(scope="module")
def simulation():
    return scene(dates=6, rows=100, cols=140)


def weather(simulation, seed=0):
    """Water vapour at the ground by date (Pa), which changes to the east."""
    rng = np.random.default_rng(seed)
    return rng.uniform(400, 1500, (len(simulation.dates), 1, 1)), rng.normal(
        0, 60, (len(simulation.dates), 1, 1)
    )


def wet_delay(vapour, height):
    factor = (0.716 - 0.776 * RD / 461.495) / TEMPERATURE + 3750.0 / TEMPERATURE**2
    return 1e-6 * factor * vapour * SCALE * np.exp(-height / SCALE)


def apparent(simulation, zenith):
    """What a delay does to the displacement, by hand."""
    field = -zenith / np.cos(np.radians(simulation.los.incidence))
    field = field - field[0]
    row, col = reference_of(simulation)
    return field - field[:, row : row + 1, col : col + 1]


def expected_delay(simulation):
    base, change = weather(simulation)
    rows, cols = (np.arange(n) for n in simulation.grid.shape)
    longitude, _ = longitude_latitude(simulation.grid, rows, cols)
    return wet_delay(base + change * (longitude - 13.0), simulation.height)


def write_gacos(folder, simulation, slope=0.01):
    """Delays that change to the east, and the more the farther one goes north."""
    rng = np.random.default_rng(1)
    folder.mkdir(exist_ok=True)
    west, north, step, width, length = 12.0, 47.5, 0.01, 200, 220
    longitude = west + step * (np.arange(width) + 0.5)
    latitude = north - step * (np.arange(length) + 0.5)
    terms = rng.normal(0, slope, (len(simulation.dates), 3))
    for date, (a, b, c) in zip(simulation.dates, terms):
        values = 2.3 + a + b * (longitude - 13) + 10 * c * (latitude[:, None] - 46) ** 2
        path = folder / f"{str(date).replace('-', '')}.ztd"
        values.astype("<f4").tofile(path)
        (folder / f"{path.name}.rsc").write_text(
            f"WIDTH {width}\nFILE_LENGTH {length}\nX_FIRST {west}\nY_FIRST {north}\n"
            f"X_STEP {step}\nY_STEP {-step}\n"
        )
    rows, cols = (np.arange(n) for n in simulation.grid.shape)
    x, y = longitude_latitude(simulation.grid, rows, cols)
    return 2.3 + sum(
        t[:, None, None] * f for t, f in zip(terms.T, (np.ones_like(x), x - 13, 10 * (y - 46) ** 2))
    )


def write_era5(path, simulation, packed=False, relative=False, new_names=False, hours=(11, 13)):
    """ERA5 with an isothermal atmosphere and exponential water vapour, at two hours a day."""
    base, change = weather(simulation)
    latitude, longitude = NODES
    pressure = LEVELS * 100.0
    height = -RD * TEMPERATURE / G * np.log(pressure / 101325.0)
    times = np.array(
        [
            d.astype("datetime64[h]") + np.timedelta64(h, "h")
            for d in simulation.dates
            for h in hours
        ]
    )
    origin = np.datetime64("1900-01-01", "h")
    shape = (len(times), len(LEVELS), len(latitude), len(longitude))
    ground = np.repeat(base, len(hours), axis=0) + np.repeat(change, len(hours), axis=0) * (
        longitude - 13.0
    )
    # The mean of the two hours is what holds at the pass between them.
    ground = ground * np.tile([0.9, 1.1], len(simulation.dates))[:, None, None]
    vapour = ground[:, None] * np.exp(-height / SCALE)[:, None, None]
    vapour = np.broadcast_to(vapour, shape)
    full = pressure[None, :, None, None]
    names = ("valid_time", "pressure_level") if new_names else ("time", "level")
    with h5py.File(path, "w") as file:
        file[names[0]] = (times - origin).astype("int64")
        file[names[0]].attrs["units"] = "hours since 1900-01-01 00:00:00.0"
        file[names[1]] = LEVELS
        file["latitude"], file["longitude"] = latitude, longitude
        file["z"] = np.broadcast_to((height * G)[None, :, None, None], shape)
        file["t"] = np.full(shape, TEMPERATURE)
        if relative:
            water = 611.21 * np.exp(17.502 * (TEMPERATURE - 273.16) / (TEMPERATURE - 32.19))
            file["r"] = 100 * vapour / water
            return
        humidity = (RD / 461.495) * vapour / (full - (1 - RD / 461.495) * vapour)
        if packed:
            step = float(humidity.max()) / 60000
            file["q"] = np.round(humidity / step - 30000).astype("i2")
            file["q"].attrs.update(scale_factor=step, add_offset=30000 * step, _FillValue=-32767)
        else:
            file["q"] = humidity


def test_gacos_delays_are_taken_off_the_right_way_round(tmp_path, simulation):
    zenith = write_gacos(tmp_path / "gacos", simulation)
    truth = truth_of(simulation)
    write_series(tmp_path, simulation, truth + apparent(simulation, zenith))
    delays = open_weather("gacos", tmp_path / "gacos", tmp_path / "timeseries.h5")
    report = take_off(
        tmp_path / "timeseries.h5", DelayCorrection(), targets={"CORRECTED": tmp_path / "out.h5"},
        geometry_path=tmp_path / "geometryGeo.h5", delays=delays,
    )  # fmt: skip
    assert report.applied.all()
    assert rms(read_series(tmp_path / "out.h5") - truth) < 5e-6


def test_a_delay_of_the_wrong_sign_is_left_alone(tmp_path, simulation):
    zenith = write_gacos(tmp_path / "gacos", simulation)
    series = -apparent(simulation, zenith)
    write_series(tmp_path, simulation, series)
    delays = open_weather("gacos", tmp_path / "gacos", tmp_path / "timeseries.h5")
    said = []
    report = take_off(
        tmp_path / "timeseries.h5", DelayCorrection(), targets={"CORRECTED": tmp_path / "out.h5"},
        geometry_path=tmp_path / "geometryGeo.h5", delays=delays, job={"warn": said.append},
    )  # fmt: skip
    assert not report.applied[1:].any() and "noisier" in said[0]
    np.testing.assert_allclose(read_series(tmp_path / "out.h5"), series, atol=1e-8)


def test_gacos_folders_with_faults_are_refused(tmp_path, simulation):
    write_series(tmp_path, simulation)
    source = tmp_path / "timeseries.h5"
    folder = tmp_path / "gacos"
    write_gacos(folder, simulation)
    name = str(simulation.dates[2]).replace("-", "")
    (folder / f"{name}.ztd").rename(folder / "kept")
    with pytest.raises(GroundshiftError, match=f"has no {name}.ztd"):
        open_weather("gacos", folder, source)
    (folder / f"{name}.ztd").write_bytes((folder / "kept").read_bytes()[:-8])
    with pytest.raises(GroundshiftError, match="get it from GACOS again"):
        open_weather("gacos", folder, source)
    (folder / f"{name}.ztd.rsc").unlink()
    with pytest.raises(GroundshiftError, match="is missing; put it beside"):
        open_weather("gacos", folder, source)


def test_gacos_files_of_another_place_are_refused(tmp_path, simulation):
    write_series(tmp_path, simulation)
    write_gacos(tmp_path / "gacos", simulation)
    for path in (tmp_path / "gacos").glob("*.rsc"):
        path.write_text(path.read_text().replace("X_FIRST 12.0", "X_FIRST 82.0"))
    delays = open_weather("gacos", tmp_path / "gacos", tmp_path / "timeseries.h5")
    with pytest.raises(GroundshiftError, match="cover the scene"):
        take_off(
            tmp_path / "timeseries.h5", DelayCorrection(),
            targets={"CORRECTED": tmp_path / "out.h5"}, geometry_path=tmp_path / "geometryGeo.h5",
            delays=delays,
        )  # fmt: skip
    assert not (tmp_path / "out.h5").exists()


@pytest.mark.parametrize(
    "options, tolerance",
    [({}, 5e-5), ({"packed": True}, 2e-4), ({"relative": True, "new_names": True}, 5e-5)],
)
def test_era5_gives_the_delay_of_the_closed_form(tmp_path, simulation, options, tolerance):
    write_era5(tmp_path / "era5.nc", simulation, **options)
    truth = truth_of(simulation)
    wrong = apparent(simulation, expected_delay(simulation))
    write_series(tmp_path, simulation, truth + wrong)
    delays = open_weather("era5", tmp_path / "era5.nc", tmp_path / "timeseries.h5")
    take_off(
        tmp_path / "timeseries.h5", DelayCorrection("era5", of_height=True),
        targets={"CORRECTED": tmp_path / "out.h5"}, geometry_path=tmp_path / "geometryGeo.h5",
        delays=delays,
    )  # fmt: skip
    assert rms(wrong) > 5e-3
    assert rms(read_series(tmp_path / "out.h5") - truth) < tolerance


def test_era5_as_netcdf_3_and_in_a_folder(tmp_path, simulation):
    from scipy.io import netcdf_file

    write_series(tmp_path, simulation)
    (tmp_path / "era5").mkdir()
    write_era5(tmp_path / "era5.h5", simulation)
    with h5py.File(tmp_path / "era5.h5") as file:
        for part in range(2):
            times = slice(6 * part, 6 * part + 6)
            with netcdf_file(str(tmp_path / f"era5/{part}.nc"), "w") as out:
                for name in ("time", "level", "latitude", "longitude"):
                    values = file[name][()][times] if name == "time" else file[name][()]
                    out.createDimension(name, len(values))
                    out.createVariable(name, "d", (name,))[:] = values
                out.variables["time"].units = "hours since 1900-01-01 00:00:00.0"
                for name in ("t", "q", "z"):
                    variable = out.createVariable(
                        name, "d", ("time", "level", "latitude", "longitude")
                    )
                    variable[:] = file[name][times]
    rows, cols = np.arange(0, 100, 9), np.arange(0, 140, 9)
    height = simulation.height[np.ix_(rows, cols)]
    source = tmp_path / "timeseries.h5"
    found = open_weather("era5", tmp_path / "era5", source).read(rows, cols, height)
    (tmp_path / "era5.nc").write_bytes((tmp_path / "era5.h5").read_bytes())
    same = open_weather("era5", tmp_path / "era5.nc", source).read(rows, cols, height)
    np.testing.assert_allclose(found, same, atol=1e-6)
    assert found.min() > 1.5 and found.max() < 2.6


def test_era5_with_faults_is_refused(tmp_path, simulation):
    write_series(tmp_path, simulation)
    source, path = tmp_path / "timeseries.h5", tmp_path / "era5.nc"
    write_era5(path, simulation, hours=(1, 2))
    with pytest.raises(GroundshiftError, match="no time within 3 hours"):
        open_weather("era5", path, source)
    open_weather("era5", path, source, hours=1.5)
    write_era5(path, simulation)
    for name, words in (
        ("q", "has no variable q"),
        ("z", "has no variable z"),
        ("t", "variable t"),
    ):
        write_era5(path, simulation)
        with h5py.File(path, "a") as file:
            del file[name]
        with pytest.raises(GroundshiftError, match=words):
            open_weather("era5", path, source)
    write_era5(path, simulation)
    with h5py.File(path, "a") as file:
        file["longitude"][...] = file["longitude"][()] + 40
    with pytest.raises(GroundshiftError, match="get a larger area"):
        open_weather("era5", path, source)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(GroundshiftError, match="truncated"):
        open_weather("era5", path, source)
    (tmp_path / "empty").mkdir()
    with pytest.raises(GroundshiftError, match="holds no NetCDF file"):
        open_weather("era5", tmp_path / "empty", source)


def test_geometry_that_is_assumed_is_said(tmp_path, simulation):
    write_series(tmp_path, simulation)
    geometry, assumed = radar_geometry(tmp_path / "timeseries.h5")
    assert len(assumed) == 3 and geometry.incidence == 38.0
    with h5py.File(tmp_path / "timeseries.h5", "a") as file:
        file.attrs.update(HEIGHT="700000", EARTH_RADIUS="6370000")
    geometry, assumed = radar_geometry(tmp_path / "timeseries.h5", 33.0)
    assert assumed == () and (geometry.incidence, geometry.orbit_height) == (33.0, 700000.0)
    assert read_timeseries(tmp_path / "timeseries.h5").attributes["HEIGHT"] == "700000"
