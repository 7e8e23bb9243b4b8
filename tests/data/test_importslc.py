# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From folders of radar images to a stack: values, phase, baselines, places."""

import h5py
import numpy as np
import pytest
import slc_files as files
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.tools import importing_slc as run_importslc
from groundshift.algorithms.data.tools.importing_slc import import_slc
from groundshift.algorithms.data.tools.slc_preparing import SlcImportOptions
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.images import SlcReader, read_slc_stack
from groundshift.algorithms.formats.hdf5.stacks import read_geometry
from groundshift.algorithms.formats.images import SlcSearch, find_images
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.job import Job

DAYS = np.array(["2020-01-01", "2020-01-13", "2020-01-25"], "datetime64[D]")


def imported(folder, out, search=None, amplitude=False, budget=2 << 30, **options):
    """Report, stack and images of an import."""
    paths = out / "slc.h5", out / "geo.h5", out / "amp.tif" if amplitude else None
    out.mkdir(exist_ok=True)
    product = find_images(folder, search=search)
    options.setdefault("wavelength", product.wavelength or 0.0555)
    report = import_slc(product, *paths, SlcImportOptions(**options), Job(budget))
    stack = read_slc_stack(paths[0])
    with SlcReader(stack) as reader:
        return report, stack, reader.read(Window(0, 0, *stack.grid.shape)).values


def geometry(out):
    with h5py.File(out / "geo.h5") as file:
        return {name: file[name][()] for name in file}


def test_opera(tmp_path):
    values = files.images()
    values[1, 4, 5] = np.nan
    values[:, :, 0] = 0
    files.write_opera(tmp_path / "in", values)
    files.write_opera(tmp_path / "in", 2 * values, polarisation="VH")
    files.write_static(tmp_path / "in")
    report, stack, read = imported(tmp_path / "in", tmp_path / "out", amplitude=True)
    values[values == 0] = np.nan
    np.testing.assert_array_equal(read, values)
    with SlcReader(stack, "VH") as reader:
        np.testing.assert_array_equal(reader.read(Window(0, 0, *files.SHAPE)).values, 2 * values)
    assert (stack.dates == DAYS).all() and stack.wavelength == files.WAVELENGTH
    assert stack.attributes["FLATTENED"] == "yes" and report.flattened
    assert float(stack.attributes["HEADING"]) == pytest.approx(-10, abs=1e-3)
    assert report.missing == ("height", "slant range", "perpendicular baselines")
    assert report.valid_share == pytest.approx((30 * 43 - 1) / (30 * 44))
    layers = geometry(tmp_path / "out")
    np.testing.assert_allclose(layers["incidenceAngle"], 37, atol=1e-4)
    np.testing.assert_allclose(layers["azimuthAngle"], 100, atol=1e-4)  # west, a little north
    assert layers["shadowMask"].sum() == 2  # 127 is no mask
    grid, mean, _ = read_raster(tmp_path / "out/amp.tif")
    expected = 20 * np.log10(np.nanmean(np.abs(values[:, :, 1:]), axis=0))
    np.testing.assert_allclose(mean[0][:, 1:], expected, atol=1e-4)
    assert grid.transform == stack.grid.transform
    assert report.amplitude_limits == pytest.approx(np.percentile(expected, (2, 98)), abs=0.01)


def test_a_pixel_of_a_mosaic_keeps_its_burst(tmp_path):
    """Bursts overlap in 10 rows; the first lacks some of them in one date."""
    first, second = files.images(seed=2), files.images(seed=3)
    first[1, 25:] = np.nan
    files.write_opera(tmp_path / "in", first)
    files.write_opera(tmp_path / "in", second, burst="T064-135524-IW2", corner=(5e5, 4499800.0))
    search = SlcSearch(burst="all")
    for budget in (2 << 30, 1 << 20):
        _, stack, read = imported(tmp_path / "in", tmp_path / "out", search, budget=budget)
        assert stack.grid.shape == (50, 44)
        np.testing.assert_array_equal(read[:, :25], first[:, :25])
        np.testing.assert_array_equal(read[:, 25:], second[:, 5:])


def test_isce2_keeps_its_lookup(tmp_path):
    values = files.images()
    files.write_isce2(tmp_path / "in", values)
    report, stack, read = imported(tmp_path / "in", tmp_path / "out", amplitude=True)
    np.testing.assert_array_equal(read, values)
    np.testing.assert_allclose(stack.perpendicular_baseline, [0, -10, -20])
    longitude, latitude, height = files.scene()
    layers = geometry(tmp_path / "out")
    for stored in (layers, h5py.File(tmp_path / "out/slc.h5")):
        np.testing.assert_array_equal(stored["longitude"], longitude)
        np.testing.assert_array_equal(stored["latitude"], latitude)
    np.testing.assert_allclose(layers["height"], height, rtol=1e-6)
    np.testing.assert_allclose(layers["slantRangeDistance"][3], 8e5 + 2.33 * np.arange(44))
    assert stack.has_lookup and report.placed and report.missing == ()
    assert stack.spacing == pytest.approx((14.0, 4.0), rel=0.05)
    grid, mean, _ = read_raster(tmp_path / "out/amp.tif")
    assert grid.crs and np.isfinite(mean).sum() > 1000
    assert read_geometry(tmp_path / "out/geo.h5")[0].shape == files.SHAPE


def test_gamma_is_flattened_by_its_orbits(tmp_path):
    """Images with the phase of their own range come out with one and the same phase."""
    speckle = np.abs(files.images()) + 0.5
    distance = np.stack([files.ranges(date) for date in files.DATES])
    motion = np.array([0.0, 0.004, 0.009])[:, None, None]  # towards the satellite
    phase = -4 * np.pi / files.WAVELENGTH * (distance - motion)
    files.write_gamma(tmp_path / "in", (speckle * np.exp(1j * phase)).astype(np.complex64))
    report, stack, read = imported(tmp_path / "in", tmp_path / "out")
    assert report.flattened and stack.attributes["FLATTENED"] == "yes"
    # Earlier times conjugate of later: MintPy's sign, towards is negative.
    pairs = read[0] * read[1:].conj()
    expected = -4 * np.pi / files.WAVELENGTH * motion[1:]
    np.testing.assert_allclose(np.angle(pairs * np.exp(-1j * expected)), 0, atol=3e-3)
    np.testing.assert_allclose(np.abs(read), speckle, rtol=1e-5)
    # Left as they are, fringes of many cycles remain.
    report, stack, raw = imported(tmp_path / "in", tmp_path / "raw", flatten=False)
    assert not report.flattened and stack.attributes["FLATTENED"] == "no"
    assert np.abs(np.angle(raw[0] * raw[1].conj())).max() > 3
    assert "stays in" in report.warnings[0]
    layers = geometry(tmp_path / "out")
    np.testing.assert_allclose(layers["slantRangeDistance"], distance[0], atol=0.06)  # float32
    assert report.missing == ()


def test_flattening_does_not_depend_on_windows(tmp_path):
    shape = (300, 140)
    values = files.images(shape)
    keys = {"range_samples": 140, "azimuth_lines": 300}
    files.write_gamma(tmp_path / "in", values, lookup=False, **keys)
    longitude, latitude, height = files.scene(shape)
    longitude.astype(">f8").tofile(tmp_path / "in/a.lon")
    latitude.astype(">f8").tofile(tmp_path / "in/a.lat")
    height.astype(">f4").tofile(tmp_path / "in/a.hgt")
    _, _, whole = imported(tmp_path / "in", tmp_path / "one")
    _, _, parts = imported(tmp_path / "in", tmp_path / "two", budget=4 << 20)
    np.testing.assert_allclose(parts, whole, atol=1e-6)
    _, stack, cut = imported(tmp_path / "in", tmp_path / "cut", window=Window(40, 30, 150, 100))
    assert stack.attributes["SUBSET_YMIN"] == "40"
    inner = whole[:, 40:190, 30:130]
    pairs, expected = cut[1:] * cut[0].conj(), inner[1:] * inner[0].conj()
    np.testing.assert_allclose(pairs, expected, atol=2e-3 * np.abs(expected).max())


def test_baselines_of_orbits_are_those_of_gamma_formula(tmp_path):
    files.write_gamma(tmp_path / "in", lookup=False)
    # Without lookup the centre of the scene stands in the parameters.
    for path in (tmp_path / "in").glob("*.par"):
        longitude, latitude, _ = files.scene()
        path.write_text(
            path.read_text()
            + f"center_latitude: {latitude.mean()} degrees\ncenter_longitude: {longitude.mean()}\n"
        )
    report, stack, _ = imported(tmp_path / "in", tmp_path / "out")
    # Cross-track to the right and normal downwards: C cos(look) - N sin(look).
    distance = files.ranges("20200101").mean()
    satellite, earth = 7.07e6, 6.3716e6
    look = np.arccos((satellite**2 + distance**2 - earth**2) / (2 * satellite * distance))
    for baseline, date in zip(stack.perpendicular_baseline, files.DATES):
        across, upwards = files.SHIFTS[date]
        right = -across  # the helper shifts to the left of the flight
        expected = right * np.cos(look) + upwards * np.sin(look)
        assert baseline == pytest.approx(expected, abs=1.5)
    assert not report.flattened and not report.placed
    assert any("latitude and longitude, height missing" in text for text in report.warnings)
    assert any("cannot be put on the map" in text for text in report.warnings)


def test_range_rasters_flatten_too(tmp_path):
    difference = np.linspace(-3, 5, 30 * 44).reshape(files.SHAPE)
    values = np.ones((3, *files.SHAPE), complex)
    values[1] *= np.exp(-4j * np.pi / 0.0555 * difference)
    values[2] *= np.exp(-4j * np.pi / 0.0555 * (2 * difference + 0.01))
    files.write_rasters(tmp_path / "in", values.astype(np.complex64), epsg=None)
    (tmp_path / "r").mkdir()
    files.write_raster(tmp_path / "r/20200113.tif", difference)
    report, stack, _ = imported(tmp_path / "in", tmp_path / "out")
    assert not report.flattened and "do not say" in " ".join(report.warnings)
    with pytest.raises(GroundshiftError, match="no range differences of 2020-01-01, 2020-01-25"):
        imported(tmp_path / "in", tmp_path / "out", ranges=tmp_path / "r")
    files.write_raster(tmp_path / "r/20200101_20200125.tif", 2 * difference)
    report, stack, read = imported(tmp_path / "in", tmp_path / "out", ranges=tmp_path / "r")
    assert stack.attributes["FLATTENED"] == "yes"
    np.testing.assert_allclose(read[1], 1, atol=1e-4)
    np.testing.assert_allclose(read[2], np.exp(-4j * np.pi / 0.0555 * 0.01), atol=1e-4)
    with pytest.raises(GroundshiftError, match="flat already"):
        imported(tmp_path / "in", tmp_path / "out", ranges=tmp_path / "r", flattened=True)


@pytest.mark.parametrize("kind", ["FCOMPLEX", "SCOMPLEX"])
def test_gamma_numbers(tmp_path, kind):
    values = (50 * files.images()).round()
    files.write_gamma(tmp_path / "in", values, kind)
    _, _, read = imported(tmp_path / "in", tmp_path / "out", flatten=False)
    values[values == 0] = np.nan
    np.testing.assert_array_equal(read, values)


def test_rasters_with_what_the_user_says(tmp_path):
    values = files.images()
    files.write_rasters(tmp_path / "in", values)
    (tmp_path / "b.csv").write_text("20200101,3\n20200113,-4\n20200125,10\n")
    report, stack, read = imported(
        tmp_path / "in", tmp_path / "out", SlcSearch(baselines=tmp_path / "b.csv"),
        phase_sign=-1.0, flattened=True, incidence=35.0, heading=190.0,
        area=(500020.0, 4499750.0, 500100.0, 4499990.0),
    )  # fmt: skip
    np.testing.assert_array_equal(read, values[:, 1:25, 4:20].conj())
    assert stack.grid == Grid(24, 16, (500020.0, 5, 0, 4499990.0, 0, -10), stack.grid.crs)
    np.testing.assert_allclose(stack.perpendicular_baseline, [0, -7, 7])
    assert stack.attributes["ORBIT_DIRECTION"] == "DESCENDING"
    layers = geometry(tmp_path / "out")
    np.testing.assert_allclose(layers["incidenceAngle"], 35)
    np.testing.assert_allclose(layers["azimuthAngle"], -100)
    assert report.baseline == 14


def test_an_elevation_model_of_another_grid(tmp_path):
    files.write_rasters(tmp_path / "in")
    grid = Grid(20, 20, (499900.0, 30.0, 0, 4500100.0, 0, -30.0), wkt_from_epsg(32633))
    x, y = grid.xy(*np.mgrid[0:20, 0:20])
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    write_raster(tmp_path / "dem.tif", grid, (x - 5e5) / 10 + 100, [BandInfo("height", "m")])
    _, stack, _ = imported(tmp_path / "in", tmp_path / "out", height=tmp_path / "dem.tif")
    x, _ = stack.grid.xy(*np.mgrid[0:30, 0:44])
    height = geometry(tmp_path / "out")["height"]
    np.testing.assert_allclose(height, (x - 5e5) / 10 + 100, atol=0.01)


def test_an_area_in_radar_coordinates(tmp_path):
    values = files.images()
    files.write_isce2(tmp_path / "in", values)
    longitude, latitude, _ = files.scene()
    box = longitude[10, 12], latitude[10, 12], longitude[20, 30], latitude[20, 30]
    _, stack, read = imported(tmp_path / "in", tmp_path / "out", area=box)
    inside = (
        (longitude >= box[0]) & (longitude <= box[2])
        & (latitude >= box[1]) & (latitude <= box[3])
    )  # fmt: skip
    rows, cols = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    cut = np.s_[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
    np.testing.assert_array_equal(read, values[(slice(None), *cut)])
    with h5py.File(stack.path) as file:
        np.testing.assert_array_equal(file["latitude"], latitude[cut])
    layers = geometry(tmp_path / "out")
    np.testing.assert_allclose(layers["slantRangeDistance"][0, 0], 8e5 + 2.33 * cols[0])
    with pytest.raises(GroundshiftError, match="nothing in common"):
        imported(tmp_path / "in", tmp_path / "out", area=(0, 0, 1, 1))


def test_images_without_values_are_named_and_left_out(tmp_path):
    values = files.images()
    values[1] = 0
    files.write_rasters(tmp_path / "in", values)
    report, stack, read = imported(tmp_path / "in", tmp_path / "out")
    assert len(stack.dates) == 2 and "20200113_VV.tif" in report.warnings[0]
    np.testing.assert_array_equal(read, values[[0, 2]])
    values[0, :-1] = np.nan
    values[0, -1] = 0
    files.write_rasters(tmp_path / "worse", values)
    with pytest.raises(GroundshiftError, match="20200101_VV.tif, 20200113_VV.tif"):
        imported(tmp_path / "worse", tmp_path / "out")


def test_odd_dates_are_pointed_at(tmp_path):
    values = files.images()
    values[1] *= 3
    values[2, :20] = 0
    files.write_rasters(tmp_path / "in", values)
    warnings = " ".join(imported(tmp_path / "in", tmp_path / "out")[0].warnings)
    assert "3 dB from the others on 2020-01-13" in warnings
    assert "fewer pixels than the others: 2020-01-25" in warnings


def test_images_that_share_no_pixel(tmp_path):
    values = files.images()
    values[0, :15], values[1, 15:] = 0, 0
    files.write_rasters(tmp_path / "in", values)
    with pytest.raises(GroundshiftError, match="no pixel has a value in all images"):
        imported(tmp_path / "in", tmp_path / "out")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"wavelength": None}, "do not say their radar wavelength"),
        ({"wavelength": 5.5}, "not in metres"),
        ({"polarisation": "HH"}, "has no polarisation HH .*VV"),
        ({"first_date": DAYS[2]}, "one date is left"),
        ({"window": Window(0, 0, 31, 5)}, "does not lie in the images"),
        ({"area": (0, 0, 1, 1)}, "nothing in common"),
        ({"incidence": 0.6}, "radians"),
    ],
)
def test_what_cannot_be(tmp_path, options, words):
    files.write_rasters(tmp_path / "in")
    product = find_images(tmp_path / "in")
    with pytest.raises(GroundshiftError, match=words):
        import_slc(
            product, tmp_path / "slc.h5",
            options=SlcImportOptions(**{"wavelength": 0.0555, **options}),
        )  # fmt: skip


def test_damaged_pixels_are_named(tmp_path):
    paths = files.write_opera(tmp_path)
    product = find_images(tmp_path)
    with h5py.File(paths[1]) as file:
        where = file["data/VV"].id.get_chunk_info(3).byte_offset
    raw = bytearray(paths[1].read_bytes())
    raw[where + 10 : where + 60] = bytes(50)
    paths[1].write_bytes(raw)
    with pytest.raises(GroundshiftError, match=r"20200113.*'data/VV' cannot be read"):
        import_slc(product, tmp_path / "slc.h5")


def test_cancelling(tmp_path, monkeypatch):
    monkeypatch.setattr(run_importslc, "MOST_PIXELS", 1)
    files.write_opera(tmp_path)
    told = []
    with pytest.raises(Cancelled):
        import_slc(
            find_images(tmp_path), tmp_path / "slc.h5",
            job=Job(progress=told.append, cancelled=lambda: len(told) == 2),
        )  # fmt: skip
    assert told == pytest.approx([1 / 3, 2 / 3])
