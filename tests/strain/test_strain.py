# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Strain and rotation of fields whose gradients are known."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.earth import compass, geocentric
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.text.station_velocities import read_station_velocities
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.strain.plane import bell, gradients
from groundshift.algorithms.strain.stations import Stations, gradients_at
from groundshift.algorithms.strain.tensor import NAMES, strain_of
from groundshift.algorithms.toolbox import call

UTM = wkt_from_epsg(32633)
STEP = 50.0
GRID = Grid(70, 90, (500_000.0, STEP, 0.0, 4_500_000.0, 0.0, -STEP), UTM)
AXES = np.array([[STEP, 0.0], [0.0, -STEP]])


def block(east, north, window=1000.0, std=None, length=0.0, axes=AXES):
    """Strain of whole maps on a plane."""
    weights = bell(axes, window, length)
    margin = [(size, size) for size in weights.margin]

    def padded(values):
        return np.pad(np.asarray(values, np.float32), margin, constant_values=np.nan)

    shape = np.shape(east)
    given = None if std is None else [padded(part) for part in std]
    ground = np.broadcast_to(axes[:, :, None, None], (2, 2, *shape))
    found = gradients(padded(east), padded(north), given, weights, ground, np.zeros(shape))
    return strain_of(*found)


def plane(shape=(40, 50)):
    rows, cols = np.indices(shape)
    return STEP * cols, -STEP * rows


def test_a_rotation_is_no_strain():
    x, y = plane()
    found = block(-1e-3 * y, 1e-3 * x)
    np.testing.assert_allclose(found.values["rotation"], 1e-3, rtol=1e-5)
    for name in ("strain_ee", "strain_en", "strain_nn", "max_shear", "invariant"):
        np.testing.assert_allclose(found.values[name], 0.0, atol=1e-8)


def test_a_shear_of_a_sine():
    """East motion of 0.1 sin y is sheared by 0.05 cos y and turns the other way."""
    step = 0.01
    axes = np.array([[step, 0.0], [0.0, -step]])
    rows, _ = np.indices((41, 41))
    y = -step * (rows - 20.0) + np.arccos(0.9983342)
    found = block(0.1 * np.sin(y), np.zeros_like(y), 0.04, axes=axes)
    assert found.values["strain_en"][20, 20] == pytest.approx(0.04991671, abs=3e-6)
    assert found.values["rotation"][20, 20] == pytest.approx(-0.04991671, abs=3e-6)


@pytest.mark.parametrize(
    ("gradient", "shear", "first", "azimuth"),
    [((3.0, 0, 0, -1.0), 2.0, 3.0, 90.0), ((0, 2.0, 0, 0), 1.0, 1.0, 45.0),
     ((0, -2.0, 0, 0), 1.0, 1.0, 135.0), ((-1.0, 0, 0, 4.0), 2.5, 4.0, 0.0)],
)  # fmt: skip
def test_principal_axes(gradient, shear, first, azimuth):
    found = strain_of(np.array(gradient, float)[:, None], np.zeros((4, 4, 1)))
    assert found.values["max_shear"][0] == pytest.approx(shear)
    assert found.values["strain_1"][0] == pytest.approx(first)
    assert found.azimuth[0] == pytest.approx(azimuth)


def test_errors_follow_their_standard_deviations():
    """Of draws of a gradient with a full covariance."""
    rng = np.random.default_rng(4)
    mixing = rng.normal(size=(4, 4))
    truth = np.array([30.0, 12.0, -25.0, -20.0])
    draws = truth[:, None] + 0.2 * mixing @ rng.normal(size=(4, 20_000))
    cov = 0.04 * mixing @ mixing.T
    told = strain_of(truth[:, None], cov[..., None])
    found = strain_of(draws, np.zeros((4, 4, 20_000)))
    for name in NAMES:
        assert found.values[name].std() == pytest.approx(told.std[name][0], rel=0.05), name
    assert found.azimuth.std() == pytest.approx(told.azimuth_std[0], rel=0.05)


def reference(east, north, std, weights, row, col):
    """One pixel's planes by least squares."""
    h, w = weights.shape[0] // 2, weights.shape[1] // 2
    k, m = np.indices(weights.shape)
    rows, cols = row + k - h, col + m - w
    inside = (rows >= 0) & (cols >= 0) & (rows < east.shape[0]) & (cols < east.shape[1])
    rows, cols, weight = rows[inside], cols[inside], weights[inside]
    good = np.isfinite(east[rows, cols]) & np.isfinite(north[rows, cols]) & (weight > 0)
    rows, cols, weight = rows[good], cols[good], weight[good]
    design = np.stack([np.ones(rows.size), STEP * (cols - col), -STEP * (rows - row)], axis=1)
    inverse = np.linalg.inv((design * weight[:, None]).T @ design)
    slopes, covariance = [], np.zeros((4, 4))
    for n, (values, own) in enumerate(zip((east, north), std)):
        gain = inverse @ (design * weight[:, None]).T
        slopes.append((gain @ values[rows, cols].astype(float))[1:])
        full = gain @ np.diag(own[rows, cols].astype(float) ** 2) @ gain.T
        covariance[2 * n : 2 * n + 2, 2 * n : 2 * n + 2] = full[1:, 1:]
    return np.concatenate(slopes), covariance


def test_planes_are_those_of_least_squares():
    rng = np.random.default_rng(2)
    east, north = rng.normal(size=(2, 30, 35)).astype(np.float32)
    std = rng.uniform(0.5, 2, (2, 30, 35)).astype(np.float32)
    east[5:9, 3:20] = np.nan
    weights = bell(AXES, 500.0)
    found = block(east, north, 500.0, std)
    assert np.isnan(found.values["rotation"][5:9, 3:20]).all()
    for row, col in ((0, 0), (4, 7), (15, 15), (29, 34), (10, 4)):
        told = reference(east, north, std, weights.weights, row, col)
        same = strain_of(told[0][:, None], told[1][..., None])
        for name in NAMES:
            assert found.values[name][row, col] == pytest.approx(same.values[name][0], rel=2e-5)
            assert found.std[name][row, col] == pytest.approx(same.std[name][0], rel=2e-5)


@pytest.mark.parametrize(("told", "length"), [(True, 0.0), (False, 0.0), (True, 150.0)])
def test_standard_deviations_of_maps_are_honest(told, length):
    """Errors of the dilatation and the rotation by their standard deviations are about one."""
    rng, ratios = np.random.default_rng(8), []
    x, y = plane((120, 120))
    for _ in range(3):
        noise = rng.normal(size=(2, 120, 120))
        if length:
            away = STEP * np.minimum(np.arange(120), 120 - np.arange(120))
            power = np.fft.fft2(np.exp(-np.hypot(away[:, None], away) / length)).real
            noise = np.fft.ifft2(np.fft.fft2(noise) * np.sqrt(np.maximum(power, 0))).real
        east, north = 2e-3 * x + noise[0], 1e-3 * x + noise[1]
        std = [np.ones((120, 120))] * 2 if told else None
        found = block(east, north, 1000.0, std, length)
        inner = (slice(12, -12, 7), slice(12, -12, 7))
        for name, truth in (("dilatation", 2e-3), ("rotation", 5e-4)):
            ratios.append(((found.values[name] - truth) / found.std[name])[inner].ravel())
    assert np.concatenate(ratios).std() == pytest.approx(1.0, abs=0.12)


def write(path, values, grid=GRID, unit="mm/yr", name="east"):
    write_raster(path, grid, np.asarray(values, np.float32), [BandInfo(name, unit)])
    return path


def pair(folder, grid=GRID, unit="mm/yr", scale=1e3, noise=0.0):
    """A bend of a shear and a stretch, in metres times `scale`."""
    rows, cols = np.indices(grid.shape)
    x, y = grid.xy(rows, cols)
    x, y = x - x.mean(), y - y.mean()
    rng = np.random.default_rng(1)
    east = 1e-6 * x + 4e-6 * y + 2e-3 * np.sin(x / 900) + noise * rng.normal(size=grid.shape)
    north = -2e-6 * y + 1e-6 * x + noise * rng.normal(size=grid.shape)
    return (
        write(folder / "east.tif", scale * east, grid, unit),
        write(folder / "north.tif", scale * north, grid, unit, "north"),
    )


@pytest.mark.parametrize("size", [1, 32, 33, 34, 65])
def test_ground_axes_reach_the_last_pixel(size):
    """Their nodes lie 32 pixels apart, and one beyond the last pixel."""
    from groundshift.algorithms.data.grid import Window
    from groundshift.algorithms.data.true_north import GroundAxes

    grid = Grid(size, size, (20.0, 0.1, 0.0, 60.0, 0.0, -0.1), wkt_from_epsg(4326))
    axes = GroundAxes(grid).read(Window(0, 0, size, size))
    assert np.isfinite(axes).all() and axes.shape == (2, 2, size, size)
    wider = GroundAxes(Grid(size + 7, size + 7, grid.transform, grid.crs))
    np.testing.assert_allclose(axes, wider.read(Window(0, 0, size, size)), rtol=1e-12)


def test_blocks_do_not_matter(tmp_path, monkeypatch):
    from groundshift.algorithms.data import grid as grids

    east, north = pair(tmp_path, noise=1e-3)
    results, whole = [], grids.Grid.blocks
    for memory in (0, 1):
        if memory:
            monkeypatch.setattr(
                grids.Grid, "blocks", lambda self, pixels, *_: whole(self, 1, 32, 16)
            )
        call("strain", {}, east=east, north=north, tensor=tmp_path / "t.tif",
             axes=tmp_path / "a.gpkg", workers=1 + memory)  # fmt: skip
        table = read_table(str(tmp_path / "a.gpkg"))
        results.append((read_raster(tmp_path / "t.tif")[1], table.columns["strain_1"], table.x))
    for first, second in zip(*results):
        np.testing.assert_array_equal(first, second)
    assert np.isfinite(results[0][0]).all() and len(results[0][1]) > 500


def rotated(lon, lat, pole):
    """East and north of a rotation vector (1/yr) at places on the ellipsoid."""
    east, north, _ = compass(lon, lat)
    speed = np.cross(pole, geocentric(lon, lat))
    return (speed * east).sum(axis=-1), (speed * north).sum(axis=-1)


@pytest.mark.parametrize("epsg", [4326, 32633, 3035])
def test_a_plate_that_turns_is_no_strain_on_any_map(tmp_path, epsg):
    """Rates of 50 mm a year over 300 km, on maps whose north is not true north."""
    from pyproj import Transformer

    crs = wkt_from_epsg(epsg)
    corner = {4326: (20.0, 0.02, 56.0, -0.02), 32633: (700e3, 2e3, 6200e3, -2e3),
              3035: (5000e3, 2e3, 3600e3, -2e3)}[epsg]  # fmt: skip
    grid = Grid(150, 150, (corner[0], corner[1], 0.0, corner[2], 0.0, corner[3]), crs)
    rows, cols = np.indices(grid.shape)
    lon, lat = Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform(
        *grid.xy(rows, cols)
    )
    pole = 1.5e-8 * np.array([0.6, -0.7, 0.2])
    east, north = rotated(lon, lat, pole)
    write(tmp_path / "e.tif", 1e3 * east, grid)
    write(tmp_path / "n.tif", 1e3 * north, grid, name="north")
    found = call("strain", {}, east=tmp_path / "e.tif", north=tmp_path / "n.tif",
                 shear=tmp_path / "s.tif", rotation=tmp_path / "r.tif", window=30e3)  # fmt: skip
    up = compass(lon, lat)[2]
    shear, rotation = (read_raster(tmp_path / f"{name}.tif")[1][0] for name in "sr")
    # float32 of 60 mm: 4e-6 mm.
    np.testing.assert_allclose(rotation, 1e9 * (up * pole).sum(axis=-1), atol=0.08)
    assert np.abs(shear).max() < 0.08
    assert found["rotation_median"] == pytest.approx(1e9 * np.median((up * pole).sum(-1)), abs=0.02)


def test_a_unit_is_that_of_the_raster(tmp_path):
    east, north = pair(tmp_path, unit="m", scale=1.0)
    found = call("strain", {}, east=east, north=north, dilatation=tmp_path / "d.tif")
    _, values, names = read_raster(tmp_path / "d.tif")
    assert names == ["dilatation_microstrain", "dilatation_std_microstrain"]
    assert found["dilatation_median"] == pytest.approx(-1.0, abs=1.5)
    assert np.median(values[0]) == pytest.approx(found["dilatation_median"], abs=0.01)


def test_one_raster_with_both_and_their_errors(tmp_path):
    east, north = pair(tmp_path)
    bands = [read_raster(path)[1][0] for path in (east, north)]
    path = tmp_path / "both.tif"
    write_raster(
        path, GRID, np.stack([np.full(GRID.shape, 3.0), *bands[::-1], np.full(GRID.shape, 2.0)])
        .astype(np.float32),
        [BandInfo("north_std", "mm/yr"), BandInfo("north", "mm/yr"), BandInfo("east", "mm/yr"),
         BandInfo("east_std", "mm/yr")],
    )  # fmt: skip
    call("strain", {}, east=east, north=north, tensor=tmp_path / "1.tif")
    call("strain", {}, east=path, tensor=tmp_path / "2.tif")
    one, two = (read_raster(tmp_path / f"{k}.tif")[1] for k in (1, 2))
    np.testing.assert_array_equal(one[:6], two[:6])
    np.testing.assert_allclose(two[8, 30, 30] / two[6, 30, 30], 1.5, rtol=0.01)


def test_series_give_rates_and_displacements(tmp_path):
    from groundshift.algorithms.data.grid import Window
    from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter

    east, north = (read_raster(path)[1][0] for path in pair(tmp_path, unit="m/yr", scale=1.0))
    dates = np.array(["2020-01-01", "2020-07-01", "2021-02-01", "2022-01-01"], "datetime64[D]")
    years = (dates - dates[0]).astype(int) / 365.25
    for name, rate in (("e", east), ("n", north)):
        with TimeSeriesWriter(tmp_path / f"{name}.h5", GRID, dates, np.zeros(4), {}, {}) as writer:
            writer.write(Window(0, 0, *GRID.shape), years[:, None, None] * rate)
    files = {"series_east": tmp_path / "e.h5", "series_north": tmp_path / "n.h5"}
    rate = call("strain", {}, **files, shear=tmp_path / "s.tif")
    whole = call("strain", {}, **files, shear=tmp_path / "s.tif", first_date="2020-01-01",
                 last_date="2022-01-01")  # fmt: skip
    same = call("strain", {}, east=tmp_path / "east.tif", north=tmp_path / "north.tif",
                shear=tmp_path / "t.tif")  # fmt: skip
    assert rate["shear_median"] == pytest.approx(same["shear_median"], rel=1e-4)
    assert whole["shear_median"] == pytest.approx(1e-3 * years[-1] * rate["shear_median"], rel=1e-4)
    with pytest.raises(GroundshiftError, match="has no 2020-01-02; the nearest is 2020-01-01"):
        call("strain", {}, **files, shear=tmp_path / "s.tif", first_date="2020-01-02",
             last_date="2022-01-01")  # fmt: skip


def scattered(count=60, seed=0, spread=1.5):
    rng = np.random.default_rng(seed)
    return 15 + spread * rng.uniform(-1, 1, count), 42 + spread * rng.uniform(-1, 1, count)


def stations_of(lon, lat, motion, std=1e-3, correlation=0.0):
    count = len(lon)
    return Stations(lon, lat, np.stack(motion, axis=1), np.full((count, 2), std),
                    np.full(count, correlation))  # fmt: skip


def test_a_plate_that_turns_is_no_strain_between_stations():
    """Stations of 1000 km and a pole far away; a plane in east and north would see 50 nstrain."""
    lon, lat = scattered(spread=6.0)
    pole = 1.5e-8 * np.array([0.6, -0.7, 0.2])
    found = gradients_at([15.0, 17.0], [42.0, 45.0], stations_of(lon, lat, rotated(lon, lat, pole)))
    strain = strain_of(found.gradient, found.covariance)
    up = compass(np.array([15.0, 17.0]), np.array([42.0, 45.0]))[2]
    np.testing.assert_allclose(strain.values["rotation"], up @ pole, rtol=1e-2)
    assert strain.values["invariant"].max() < 2e-10


def test_standard_deviations_between_stations_are_honest():
    rng, ratios = np.random.default_rng(3), []
    root = np.linalg.cholesky([[1.0, 0.5], [0.5, 1.0]])
    for seed in range(60):
        lon, lat = scattered(40, seed)
        noise = 1e-3 * root @ rng.normal(size=(2, 40))
        found = gradients_at([15.0], [42.0], stations_of(lon, lat, noise, 1e-3, 0.5))
        strain = strain_of(found.gradient, found.covariance)
        ratios += [strain.values[name][0] / strain.std[name][0] for name in
                   ("strain_ee", "strain_en", "strain_nn", "rotation")]  # fmt: skip
    # The misfit only makes them larger.
    assert 0.75 < np.std(ratios) < 1.05


def test_stations_on_one_side_tell_nothing():
    lon, lat = scattered()
    found = gradients_at([15.0, 19.0], [42.0, 42.0], stations_of(lon, lat, (0 * lon, 0 * lat)))
    assert np.isfinite(found.gradient[:, 0]).all() and np.isnan(found.gradient[:, 1]).all()


def test_the_pole_of_the_published_rotation(shared_data, tmp_path):
    found = read_station_velocities(shared_data("gnss_strain") / "euler_pole_rotation_vels.txt")
    stations = stations_of(found["longitude"], found["latitude"],
                           (1e-3 * found["east"], 1e-3 * found["north"]), 3e-4)  # fmt: skip
    here = gradients_at([-122.0], [41.0], stations)
    strain = strain_of(here.gradient, here.covariance)
    vertical, plate = strain.values["rotation"][0], np.hypot(*here.motion[:, 0]) / 6.371e6
    assert np.hypot(vertical, plate) == pytest.approx(17.45e-9, abs=0.03e-9)
    assert strain.values["invariant"][0] < 0.05e-9


def test_northern_california(shared_data, tmp_path):
    """The San Andreas fault is sheared by some hundreds of nanostrain a year, and right-lateral."""
    warned = []
    found = call(
        "strain", {"warn": warned.append},
        table=shared_data("gnss_strain") / "NorCal_stationvels.txt",
        shear=tmp_path / "s.tif", axes=tmp_path / "a.gpkg", cell=20_000,
    )  # fmt: skip
    assert 150 < found["shear_largest"] < 300 and found["rotation_median"] < 0
    table = read_table(str(tmp_path / "a.gpkg"))
    strongest = np.argmax(table.columns["max_shear_nstrain_yr"])
    assert -123 < table.x[strongest] < -121 and 36.5 < table.y[strongest] < 38.5
    # North-south shortening: right-lateral on a fault that strikes 320 degrees.
    azimuth = table.columns["azimuth_1_deg"][strongest]
    assert 80 < azimuth < 110 and table.columns["rotation_nrad_yr"][strongest] < -100
    assert any("Residuals are" in text for text in warned)


def test_tables_of_several_makers(tmp_path):
    rows = {
        "globk.vel": " SUMMARY\n* Long.  Lat.  E & N Rate  E & N Adj.  E & N +-  RHO  H Rate\n"
        " 15.1 42.1 1.5 2.5 1.5 2.5 0.10 0.20 0.03 1.0 1.0 0.5 ABCD_GPS*\n",
        "psvelo.gmt": "15.1 42.1 1.5 2.5 0.1 0.2 0.03 ABCD\n",
        "head.csv": "# site: lon,lat,up,ve_mm_yr,vn_mm_yr,se,sn,rho\n"
        "15.1,42.1,9,1.5,2.5,.1,.2,.03\n",
    }
    for name, text in rows.items():
        (tmp_path / name).write_text(text)
        found = read_station_velocities(tmp_path / name)
        assert {key: values[0] for key, values in found.items()} == {
            "longitude": 15.1, "latitude": 42.1, "east": 1.5, "north": 2.5, "std_east": 0.1,
            "std_north": 0.2, "correlation": 0.03,
        }, name  # fmt: skip


def table(folder, lon, lat, east, north):
    path = folder / "t.txt"
    np.savetxt(path, np.stack([lon, lat, east, north], axis=1))
    return path


def test_bad_stations_are_told(tmp_path):
    lon, lat = scattered(12)
    s = {"shear": tmp_path / "s.tif"}
    with pytest.raises(GroundshiftError, match="3 stations that can be used; strain needs 4"):
        call("strain", {}, table=table(tmp_path, lon[:3], lat[:3], lon[:3], lat[:3]), **s)
    with pytest.raises(GroundshiftError, match="lie on one line"):
        call("strain", {}, table=table(tmp_path, lon, 0 * lat + 1e-9, lon, lat), **s)
    with pytest.raises(GroundshiftError, match="would move by more than 4"):
        call("strain", {}, table=table(tmp_path, lon, lat, lon, lat), unit="m/yr", **s)
    with pytest.raises(GroundshiftError, match="no degrees"):
        call("strain", {}, table=table(tmp_path, 1e5 * lon, lat, lon, lat), **s)
    (tmp_path / "x.txt").write_text("nothing here\n")
    with pytest.raises(GroundshiftError, match="holds no rows of longitude"):
        call("strain", {}, table=tmp_path / "x.txt", **s)


def test_bad_rasters_are_told(tmp_path):
    east, north = pair(tmp_path)
    s = {"shear": tmp_path / "s.tif"}
    with pytest.raises(GroundshiftError, match="has one band; strain needs both"):
        call("strain", {}, east=east, **s)
    with pytest.raises(GroundshiftError, match="give rasters, a layer of stations"):
        call("strain", {}, **s)
    moved = Grid(70, 90, (500_020.0, *GRID.transform[1:]), UTM)
    write(tmp_path / "m.tif", np.ones(GRID.shape), moved)
    with pytest.raises(GroundshiftError, match="do not lie on those of"):
        call("strain", {}, east=east, north=tmp_path / "m.tif", **s)
    write(
        tmp_path / "w.tif", np.ones(GRID.shape), Grid(70, 90, GRID.transform, wkt_from_epsg(32634))
    )
    with pytest.raises(GroundshiftError, match="CRS is EPSG:32634.*EPSG:32633"):
        call("strain", {}, east=east, north=tmp_path / "w.tif", **s)
    write(tmp_path / "v.tif", np.full(GRID.shape, np.nan))
    with pytest.raises(GroundshiftError, match="nowhere is enough known"):
        call("strain", {}, east=east, north=tmp_path / "v.tif", **s)
    write(tmp_path / "d.tif", np.ones(GRID.shape), unit="mm")
    with pytest.raises(GroundshiftError, match="is a rate and"):
        call("strain", {}, east=east, north=tmp_path / "d.tif", **s)
    with pytest.raises(GroundshiftError, match="pixels are 5"):
        call("strain", {}, east=east, north=north, window=60.0, **s)
    assert not (tmp_path / "s.tif").exists()


def test_a_wrong_unit_is_doubted(tmp_path):
    warned = []
    pair(tmp_path, unit="", scale=1e6)
    east, north = pair(tmp_path, unit="m/yr", scale=1e5)
    call("strain", {"warn": warned.append}, east=east, north=north, shear=tmp_path / "s.tif")
    assert any("check the unit" in text for text in warned)
