# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Shear across faults whose motion is known."""

import numpy as np
import pytest
from area_layers import layer
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.features import read_lines
from groundshift.algorithms.formats.vectors.wkb import line_wkb, parts
from groundshift.algorithms.strain import shear as pure
from groundshift.algorithms.strain import steps as steps_of
from groundshift.algorithms.strain.plane import bell
from groundshift.algorithms.toolbox import call
from pyproj import Geod, Transformer

DEGREES = wkt_from_epsg(4326)
GEOD = Geod(ellps="WGS84")
SIDE, COUNT, LIMIT = 500.0, 160, 35e3
ASCENDING, DESCENDING = 348.0, 192.0


def line(*places):
    """A line through places as they are."""
    return line_wkb(np.array(places, float))


class Scene:
    """A square of 80 km on a map, with a fault of a strike through its middle."""

    def __init__(self, folder, strike=63.0, epsg=32636, turned=False):
        self.folder, self.strike = folder, strike
        corner = (32.0, SIDE / 85e3, 0.0, 41.5, 0.0, -SIDE / 111e3)
        if epsg != 4326:
            corner = (450e3, SIDE, 0.0, 4.5e6, 0.0, -SIDE)
        self.grid = Grid(COUNT, COUNT, corner, wkt_from_epsg(epsg))
        rows, cols = np.indices(self.grid.shape)
        lon, lat = Transformer.from_crs(self.grid.crs, 4326, always_xy=True).transform(
            *self.grid.xy(rows, cols)
        )
        middle = lon[COUNT // 2, COUNT // 2], lat[COUNT // 2, COUNT // 2]
        azimuth, _, distance = GEOD.inv(*(np.full(lon.shape, part) for part in middle), lon, lat)
        angle = np.radians(azimuth - strike)
        self.right, self.along = distance * np.sin(angle), distance * np.cos(angle)
        ways = np.linspace(-LIMIT, LIMIT, 21)[:: -1 if turned else 1]
        trace = [GEOD.fwd(*middle, strike, way)[:2] for way in ways]
        layer(folder / "f.gpkg", "line", [line(*trace)], crs=DEGREES, name=["Main"])
        self.rng = np.random.default_rng(3)

    def locked(self, slip=21.3e-3, depth=15e3):
        """Motion along the strike, m/yr; right-lateral: what lies on the right goes back."""
        return -slip / np.pi * np.arctan(self.right / depth)

    def step(self, slip, along=np.inf):
        """Creep up to a distance from the middle."""
        return -0.5 * slip * np.sign(self.right) * (np.abs(self.along) < along)

    def write(self, name, motion, heading=ASCENDING, noise=0.0, std=None, unit="mm/yr"):
        """A map of rates along the line of sight, with noise in mm a year."""
        look, strike = from_incidence_heading(39.0, heading), np.radians(self.strike)
        component = look.east * np.sin(strike) + look.north * np.cos(strike)
        noise = noise * self.rng.normal(size=self.grid.shape) if np.ndim(noise) == 0 else noise
        bands, values = [BandInfo("velocity_mm_yr", unit)], [1e3 * component * motion + noise]
        if std is not None:
            bands.append(BandInfo("velocity_std_mm_yr", unit))
            values.append(np.full(self.grid.shape, std))
        write_raster(self.folder / name, self.grid, np.stack(values).astype(np.float32), bands)
        return self.folder / name

    def alike(self, length):
        """Noise of 1 that is correlated over a distance."""
        away = SIDE * np.minimum(np.arange(COUNT), COUNT - np.arange(COUNT))
        power = np.fft.fft2(np.exp(-np.hypot(away[:, None], away) / length)).real
        white = np.fft.fft2(self.rng.normal(size=self.grid.shape))
        return np.fft.ifft2(white * np.sqrt(np.maximum(power, 0))).real

    def run(self, rates, rates_2=None, told=None, **more):
        """Numbers, and the columns of the segments."""
        given = {"incidence": 39.0, "heading": ASCENDING, **more}
        if rates_2 is not None:
            given = {"rates_2": rates_2, "incidence_2": 39.0, "heading_2": DESCENDING, **given}
        found = call(
            "shearstrain", {} if told is None else {"warn": told.append, "note": told.append},
            faults=self.folder / "f.gpkg", rates=rates, segments=self.folder / "s.gpkg", **given,
        )  # fmt: skip
        return found, read_lines(self.folder / "s.gpkg").columns


@pytest.fixture
def scene(tmp_path):
    return Scene(tmp_path)


@pytest.mark.parametrize("orbits", [1, 2])
@pytest.mark.parametrize(("epsg", "strike"), [(32636, 63.0), (4326, 63.0), (32636, 118.0)])
def test_a_locked_fault_has_the_shear_of_its_formula(tmp_path, epsg, strike, orbits):
    """21.3 mm a year locked to 15 km: 226 nanostrain a year at the trace, half of it at 15 km."""
    scene = Scene(tmp_path, strike, epsg)
    second = scene.write("d.tif", scene.locked(), DESCENDING) if orbits == 2 else None
    found, columns = scene.run(scene.write("a.tif", scene.locked()), second,
                               shear=tmp_path / "sh.tif", profiles=tmp_path / "p.html")  # fmt: skip
    np.testing.assert_allclose(columns["shear_nstrain_yr"], 226.0, rtol=0.02)
    np.testing.assert_allclose(columns["half_width_m"], 15e3, rtol=0.05)
    np.testing.assert_allclose(columns["strike_deg"], strike, atol=0.6)
    assert set(columns["kind"]) == {"locked"} and found["locked"] == found["segment_count"] == 14
    values = read_raster(tmp_path / "sh.tif")[1][0]
    truth = 226.0 / (1 + (scene.right / 15e3) ** 2)
    inner = (np.abs(scene.along) < 30e3) & (np.abs(scene.right) < 15e3)
    np.testing.assert_allclose(values[inner], truth[inner], rtol=0.05)
    assert np.isnan(values[np.abs(scene.right) > 21e3]).all()
    assert "right-lateral positive" in (tmp_path / "p.html").read_text(encoding="utf-8")


def test_the_sign_and_the_drawing(tmp_path):
    """Left-lateral is negative; the direction in which a fault was drawn does not matter."""
    scene = Scene(tmp_path)
    path = scene.write("a.tif", -scene.locked())
    _, columns = scene.run(path)
    np.testing.assert_allclose(columns["shear_nstrain_yr"], -226.0, rtol=0.02)
    _, again = Scene(tmp_path, turned=True).run(path)
    np.testing.assert_allclose(again["strike_deg"], columns["strike_deg"], atol=1e-3)
    np.testing.assert_allclose(again["shear_nstrain_yr"], columns["shear_nstrain_yr"], rtol=1e-4)


def test_gradients_of_a_stack_give_the_same(scene):
    """Bands as 'gradientstack' has them: its window comes along."""
    look, strike = from_incidence_heading(39.0, ASCENDING), np.radians(63.0)
    component = look.east * np.sin(strike) + look.north * np.cos(strike)
    slope = -21.3e-3 / np.pi / 15e3 / (1 + (scene.right / 15e3) ** 2) * component * 1e6
    # Across: to the right of the strike; UTM's north is true within 0.01 degrees here.
    bands = [slope * np.cos(strike), -slope * np.sin(strike), *np.full((2, *slope.shape), 0.05)]
    names = ("gradient_east", "gradient_north", "gradient_std_east", "gradient_std_north")
    path = scene.folder / "g.tif"

    def write(**more):
        write_raster(path, scene.grid, np.stack(bands).astype(np.float32),
                     [BandInfo(f"{n}_mm_yr_km", "mm/yr/km") for n in names], **more)  # fmt: skip

    write()
    with pytest.raises(GroundshiftError, match="does not tell what its gradients were averaged"):
        scene.run(path)
    write(metadata={"WINDOW_M": "2000"})
    found, columns = scene.run(path)
    np.testing.assert_allclose(columns["shear_nstrain_yr"], 226.0, rtol=0.02)
    assert found["window_used"] == 2000


@pytest.mark.parametrize("kind", ["white", "told", "atmosphere"])
def test_noise_alone_does_not_creep(scene, kind):
    """And errors of shear are as large as their standard deviations; creep's in noise, too."""
    shears, creeping = [], 0
    for _ in range(5):
        noise = 2.0 * (scene.alike(10e3) if kind == "atmosphere" else
                       scene.rng.normal(size=scene.grid.shape))  # fmt: skip
        path = scene.write("n.tif", scene.locked(), noise=noise,
                           std=2.0 if kind == "told" else None)  # fmt: skip
        found, columns = scene.run(path, noise_length=1e4 if kind == "atmosphere" else 0.0)
        shears.append((columns["shear_nstrain_yr"] - 226.0) / columns["shear_std_nstrain_yr"])
        creeping += found["creeping"]
        assert (found["noise"] > 1.5) == (kind == "atmosphere")
    assert creeping == 0
    assert 0.75 < np.concatenate(shears).std() < 1.3


@pytest.mark.parametrize("orbits", [1, 2])
def test_creep_is_found_where_it_is(scene, orbits):
    """5 mm a year over 20 km of a locked fault, under noise of 1 mm a year."""
    motion = scene.locked() + scene.step(5e-3, 10e3)
    rates = scene.write("a.tif", motion, noise=1.0)
    second = scene.write("d.tif", motion, DESCENDING, 1.0) if orbits == 2 else None
    found, columns = scene.run(rates, second, profiles=scene.folder / "p.html")
    creeping = columns["kind"] == "creeping"
    middles = columns["position_km"] - LIMIT / 1e3
    np.testing.assert_array_equal(creeping, np.abs(middles) < 10)
    assert columns["creep_mm_yr"][creeping].mean() == pytest.approx(5.0, abs=0.7)
    errors = (columns["creep_mm_yr"][creeping] - 5.0) / columns["creep_std_mm_yr"][creeping]
    assert np.abs(errors).max() < 3
    assert np.abs(columns["peak_distance_m"][creeping]).max() <= 1000
    assert (columns["half_width_m"][creeping] < 2000).all()
    assert found["creeping"] == creeping.sum() and found["creeping_km"] == pytest.approx(20, abs=1)
    assert "creeping segments" in (scene.folder / "p.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["white", "atmosphere"])
def test_errors_of_creep_are_honest(scene, kind):
    errors = []
    for _ in range(4):
        noise = scene.alike(10e3) if kind == "atmosphere" else 2 * scene.rng.normal(
            size=scene.grid.shape
        )  # fmt: skip
        _, columns = scene.run(scene.write("a.tif", scene.locked() + scene.step(1e-2), noise=noise))
        errors.append((columns["creep_mm_yr"] - 10.0) / columns["creep_std_mm_yr"])
    assert 0.75 < np.concatenate(errors).std() < 1.35
    assert abs(np.concatenate(errors).mean()) < 0.6


def test_creep_and_the_noise_of_an_atmosphere(scene):
    """Left-lateral creep comes out negative."""
    noise = 0.7 * scene.alike(10e3)
    told = []
    found, columns = scene.run(scene.write("a.tif", scene.step(-8e-3, 10e3), noise=noise), None,
                               told)  # fmt: skip
    creeping = columns["kind"] == "creeping"
    assert (creeping & (np.abs(columns["position_km"] - 35) < 10)).sum() >= 3
    assert (columns["creep_mm_yr"][creeping] < -6).all()
    assert any("Away from the faults peaks of shear are" in text for text in told)


def test_noise_that_differs_along_a_fault_is_told_where_it_is(scene):
    """Ten times the noise in a half: the quiet half's creep is found, the other one is silent."""
    noise = 0.2 * scene.alike(10e3) * np.where(scene.along > 0, 10.0, 1.0)
    _, columns = scene.run(scene.write("a.tif", scene.step(4e-3), noise=noise))
    quiet, std = columns["position_km"] < LIMIT / 1e3 - 15, columns["creep_std_mm_yr"]
    assert (columns["kind"][quiet] == "creeping").all() and quiet.sum() >= 4
    loud = columns["position_km"] > LIMIT / 1e3 + 15
    assert np.median(std[loud]) > 5 * np.median(std[quiet])
    assert (np.abs(columns["creep_mm_yr"] - 4.0) / std).max() < 3.5


def test_the_worse_orbit_counts_less(scene):
    good = scene.write("a.tif", scene.locked(), noise=0.5, std=0.5)
    bad = scene.write("d.tif", scene.locked(), DESCENDING, 20.0, std=20.0)
    one = scene.run(good)[1]["shear_std_nstrain_yr"]
    both = scene.run(good, bad)[1]["shear_std_nstrain_yr"]
    np.testing.assert_allclose(both, one, rtol=0.1)


def test_orbits_that_disagree_are_told(scene):
    up = scene.write("a.tif", 0 * scene.right, noise=5 * np.sin(scene.right / 2e3), std=0.2)
    told = []
    scene.run(up, scene.write("d.tif", 0 * scene.right, DESCENDING, 0.2, std=0.2), told)
    assert any("The two orbits differ by" in text for text in told)


def test_blocks_do_not_matter(scene, monkeypatch):
    rates, whole, results = scene.write("a.tif", scene.locked(), noise=1.0), Grid.blocks, []
    for cut in (False, True):
        if cut:
            monkeypatch.setattr(Grid, "blocks", lambda self, pixels, *_: whole(self, 1, 48, 32))
        _, columns = scene.run(rates, shear=scene.folder / "sh.tif", workers=1 + cut)
        results.append((read_raster(scene.folder / "sh.tif")[1], columns["shear_nstrain_yr"],
                        columns["creep_mm_yr"]))  # fmt: skip
    np.testing.assert_array_equal(results[0][0], results[1][0])
    for first, second in zip(results[0][1:], results[1][1:]):
        np.testing.assert_allclose(first, second, rtol=1e-6, atol=1e-3)


def test_a_second_orbit_on_other_pixels_is_resampled(tmp_path):
    scene, other = Scene(tmp_path), Scene(tmp_path)
    rates = scene.write("a.tif", scene.locked())
    other.grid = Grid(COUNT, COUNT, (450e3 + 170.0, SIDE, 0.0, 4.5e6 - 90.0, 0.0, -SIDE),
                      scene.grid.crs)  # fmt: skip
    other.right = scene.right + 170.0 * np.cos(np.radians(63)) + 90.0 * np.sin(np.radians(63))
    told = []
    _, columns = scene.run(rates, other.write("d.tif", other.locked(), DESCENDING), told)
    np.testing.assert_allclose(columns["shear_nstrain_yr"], 226.0, rtol=0.02)
    assert any("are resampled onto" in text for text in told)


def test_a_fault_to_the_north_is_not_seen(tmp_path):
    """Sentinel-1 looks across it; another limit, and the part along it is used."""
    scene = Scene(tmp_path, 1.0)
    rates = scene.write("a.tif", scene.locked())
    with pytest.raises(GroundshiftError, match="so their shear is not seen"):
        scene.run(rates)
    assert not (tmp_path / "s.gpkg").exists()
    _, columns = scene.run(rates, least_look=0.05)
    np.testing.assert_allclose(columns["shear_nstrain_yr"], 226.0, rtol=0.05)


def test_bad_input_is_told(scene, tmp_path):
    rates = scene.write("a.tif", scene.locked())
    away = tmp_path / "away.gpkg"
    layer(away, "line", [line((10.0, 50.0), (10.5, 50.2))], crs=DEGREES, name=["far"])
    with pytest.raises(GroundshiftError, match="none of its faults crosses"):
        call("shearstrain", faults=away, rates=rates, incidence=39, heading=348,
             segments=tmp_path / "s.gpkg")  # fmt: skip
    plain = tmp_path / "plain.gpkg"
    layer(plain, "line", [line((0.0, 0.0), (9.0, 9.0))], crs="", name=["?"])
    with pytest.raises(GroundshiftError, match="has no CRS"):
        call("shearstrain", faults=plain, rates=rates, incidence=39, heading=348,
             segments=tmp_path / "s.gpkg")  # fmt: skip
    with pytest.raises(GroundshiftError, match="look the same way"):
        scene.run(rates, scene.write("b.tif", scene.locked()), heading_2=ASCENDING + 0.5)
    with pytest.raises(GroundshiftError, match="is the first orbit's"):
        scene.run(rates, rates)
    with pytest.raises(GroundshiftError, match="HEADING.*are missing"):
        scene.run(rates, incidence=None, heading=None)
    with pytest.raises(GroundshiftError, match="pixels are 500.2 m; give 1501"):
        scene.run(rates, window=2.0)
    with pytest.raises(GroundshiftError, match="and its look or standard deviation is given"):
        scene.run(rates, incidence_2=39.0)
    write_raster(tmp_path / "c.tif", scene.grid, np.full(scene.grid.shape, 0.5, np.float32),
                 [BandInfo("coherence", "")])  # fmt: skip
    with pytest.raises(GroundshiftError, match="it is a coherence"):
        scene.run(tmp_path / "c.tif")
    small = Grid(9, 9, scene.grid.transform, scene.grid.crs)
    write_raster(tmp_path / "std.tif", small, np.ones((9, 9), np.float32), [BandInfo("std", "mm")])
    with pytest.raises(GroundshiftError, match="std.tif: its size is 9x9"):
        scene.run(rates, std=tmp_path / "std.tif")
    bare = Grid(COUNT, COUNT, (32.0, 0.005, 0, 41.5, 0, -0.005), "")
    write_raster(tmp_path / "bare.tif", bare, np.ones(bare.shape, np.float32),
                 [BandInfo("velocity_mm_yr", "mm/yr")])  # fmt: skip
    with pytest.raises(GroundshiftError, match="bare.tif: has no CRS"):
        scene.run(tmp_path / "bare.tif")
    names = ("gradient_range", "gradient_azimuth", "gradient_std_range", "gradient_std_azimuth")
    write_raster(tmp_path / "r.tif", scene.grid, np.ones((4, *scene.grid.shape), np.float32),
                 [BandInfo(f"{name}_mm_yr_km", "mm/yr/km") for name in names])  # fmt: skip
    with pytest.raises(GroundshiftError, match="geocode the stack first"):
        scene.run(tmp_path / "r.tif")
    far = Grid(COUNT, COUNT, (650e3, SIDE, 0, 4.5e6, 0, -SIDE), scene.grid.crs)
    write_raster(tmp_path / "far.tif", far, np.ones(far.shape, np.float32),
                 [BandInfo("velocity_mm_yr", "mm/yr")])  # fmt: skip
    with pytest.raises(GroundshiftError, match="does not overlap"):
        scene.run(rates, tmp_path / "far.tif")
    assert not (tmp_path / "s.gpkg").exists()


def test_a_step_in_a_plane_is_its_table():
    """Slopes of planes through a step are what the table says; its area is half."""
    axes = np.array([[100.0, 0.0], [0.0, -100.0]])
    window = bell(axes, 2000.0)
    steps = steps_of.plane_steps(window, axes)
    table = steps_of.Step(*steps, 50.0)
    x = np.arange(-3000, 3000, 1.0)
    assert table(x).sum() == pytest.approx(0.5, rel=1e-3)
    h, w = window.margin
    across = 100.0 * np.arange(-w, w + 1.0)
    weights = window.weights.sum(axis=0)
    for place in (-430.0, 0.0, 260.0):
        rate = (across > -place).astype(float)  # the step lies left of the pixel by `place`
        slope = (weights * across * rate).sum() / (weights * across**2).sum()
        assert table(np.array([place]))[0] == pytest.approx(0.5 * slope, rel=0.06)
    wide = steps_of.Step(*steps, 50.0, 600.0)
    assert wide.half_width == pytest.approx(
        np.hypot(table.half_width, 600.0 * steps_of.HALF), rel=0.05
    )  # fmt: skip
    assert wide(x).sum() == pytest.approx(0.5, rel=1e-3)
    box = steps_of.Step(*steps_of.box_steps(2000.0), 50.0)
    assert box(x).sum() == pytest.approx(0.5, rel=1e-3)
    assert box.half_width == pytest.approx(1000.0, rel=0.15)


def test_a_mean_along_a_fault_has_the_error_of_slopes_that_overlap():
    """Drawn: slopes of planes through independent noise."""
    from scipy.ndimage import gaussian_filter

    rng, spread = np.random.default_rng(1), 5.0
    slopes = gaussian_filter(rng.normal(size=(600, 600)), spread, order=(1, 0), mode="wrap")
    for length in (10, 30, 100):
        means = slopes[:, : 600 // length * length].reshape(600, -1, length).mean(axis=2)
        assert means.var() / slopes.var() == pytest.approx(
            float(pure.mean_share(length, spread)), rel=0.12
        )  # fmt: skip


def test_shear_is_half_of_the_slope_across():
    """A fault to the north-east; what lies to the south-east goes south-west."""
    strike, slope = 45.0, 4e-7
    look = np.array([-0.6, -0.1, 0.79])
    across = np.array([1.0, -1.0]) / np.sqrt(2)
    component = pure.along(look, np.array(strike))
    gradient = -slope * component * across
    shear, variance = pure.shear_of(
        gradient, np.array([1e-16, 0.0, 1e-16]), np.array(strike), component
    )  # fmt: skip
    assert shear == pytest.approx(0.5 * slope)
    assert np.sqrt(variance) == pytest.approx(0.5e-8 / abs(component))
    mean, spread = pure.together([1.0, 4.0, np.nan], [1.0, 2.0, 1.0])
    assert mean == pytest.approx(2.0) and spread == pytest.approx(2 / 3)


def test_the_north_anatolian_fault_creeps_at_ismetpasa(shared_data, tmp_path):
    """Two LiCSBAS frames, whose pixels differ; creep of 6 to 10 mm a year is known there."""
    data = shared_data("north_anatolian_licsbas")
    trace = np.loadtxt(data / "naf_trace.xy")
    layer(tmp_path / "f.gpkg", "line", [line(*trace[np.argsort(trace[:, 0])])], crs=DEGREES,
          name=["North Anatolian Fault"])  # fmt: skip
    found = call(
        "shearstrain", faults=tmp_path / "f.gpkg", rates=data / "087A_04904_121313.vel.mskd",
        rates_2=data / "167D_04884_131212.vel.mskd", length=10000, segments=tmp_path / "s.gpkg",
    )  # fmt: skip
    lines = read_lines(tmp_path / "s.gpkg")
    longitude = np.array([np.concatenate(parts(shape))[:, 0].mean() for shape in lines.wkb])
    columns = lines.columns
    there = (longitude > 32.8) & (longitude < 33.2)
    assert there.sum() >= 3 and (columns["creep_mm_yr"][there] > 4).all()
    assert (columns["kind"][there] == "creeping").any()
    creeping = columns["kind"] == "creeping"
    creep = columns["creep_mm_yr"][creeping]
    assert creep.min() > 5 and creep.max() < 13
    # Nothing elsewhere does, least of all in the noise at both ends of the frames.
    assert 3 <= found["creeping"] <= 6
    assert ((longitude[creeping] > 32.5) & (longitude[creeping] < 33.5)).all()
