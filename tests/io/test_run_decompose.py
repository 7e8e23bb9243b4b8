# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion of several orbits taken apart, from files to files."""

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.geometry.decomposition import ReferenceMotion
from groundshift.algorithms.geometry.los import from_incidence_heading
from groundshift.algorithms.io.common_grid import CellMedians, choose_grid
from groundshift.algorithms.io.crs import wkt_from_epsg
from groundshift.algorithms.io.decompose_outputs import DecomposeTargets
from groundshift.algorithms.io.import_rates import import_rates
from groundshift.algorithms.io.look_angles import LookSource
from groundshift.algorithms.io.measurements import Source
from groundshift.algorithms.io.orbits import Track
from groundshift.algorithms.io.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.io.run_decompose import DecomposeOptions, run_decompose
from groundshift.algorithms.io.tables import write_table
from groundshift.algorithms.runner import RunOptions

UTM, DEGREES = wkt_from_epsg(32633), wkt_from_epsg(4326)
GRID = Grid(90, 120, (500000.0, 50.0, 0.0, 4700000.0, 0.0, -50.0), UTM)
ANGLES = {"asc": (39.0, 348.0), "desc": (36.0, 192.0), "third": (44.0, 350.0)}
NAMES = ("horizontal", "up", "north", "quality", "status")
STD = 2.0


def motion(grid=GRID):
    """East, north and up in mm a year."""
    rows, cols = np.indices(grid.shape)
    x, y = grid.xy(rows, cols)
    u, v = (x - 500000) / 6000, (4700000 - y) / 4500
    return np.stack(
        [10 * np.sin(3 * u), 0 * u, -8 * np.exp(-4 * ((u - 0.5) ** 2 + (v - 0.5) ** 2))]
    )


def los(name):
    return from_incidence_heading(*ANGLES[name])


def raster(folder, name, grid=GRID, offset=0.0, std=STD, enu=None):
    rates = los(name).project(*(motion(grid) if enu is None else enu)) + offset
    bands = [BandInfo("velocity_mm_yr", "mm/yr"), BandInfo("velocity_std_mm_yr", "mm/yr")]
    path = folder / f"{name}.tif"
    layers = np.stack([rates, np.full(grid.shape, std)]).astype(np.float32)
    write_raster(path, grid, layers, bands)
    return Track(Source(path, raster=True, quantity="los"), "los", LookSource(*ANGLES[name]), 1e-3)


def targets(folder, north=False):
    skip = () if north else ("north",)
    return DecomposeTargets(**{n: folder / f"out_{n}.tif" for n in NAMES if n not in skip})


@pytest.fixture
def two(tmp_path):
    return [raster(tmp_path, "asc"), raster(tmp_path, "desc")]


def test_up_and_east(two, tmp_path):
    out, told = targets(tmp_path), []
    report = run_decompose(two, out, log=told.append)
    _, east, names = read_raster(out.horizontal)
    _, up, _ = read_raster(out.up)
    assert names == ["east_mm_yr", "east_std_mm_yr"]
    np.testing.assert_allclose(east[0], motion()[0], atol=1e-4)
    np.testing.assert_allclose(up[0], motion()[2], atol=1e-4)
    design = np.array([[los(n).east, los(n).up] for n in ("asc", "desc")])
    covariance = STD**2 * np.linalg.inv(design.T @ design)
    np.testing.assert_allclose(east[1], np.sqrt(covariance[0, 0]), rtol=1e-5)
    np.testing.assert_allclose(up[1], np.sqrt(covariance[1, 1]), rtol=1e-5)
    _, quality, names = read_raster(out.quality)
    assert names == ["correlation_east_up", "condition_number", "residual_mm_yr"]
    np.testing.assert_allclose(quality[1], np.linalg.cond(design), rtol=1e-4)
    assert np.isnan(quality[2]).all()
    assert report.solved == GRID.rows * GRID.cols == (read_raster(out.status)[1] == 1).sum()
    assert any("North motion is neglected" in text for text in told)


def test_memory_does_not_matter(two, tmp_path):
    results = []
    for number, options in enumerate((RunOptions(), RunOptions(budget=64 << 20, workers=1))):
        (tmp_path / str(number)).mkdir()
        out = targets(tmp_path / str(number))
        run_decompose(two, out, run_options=options)
        results.append(read_raster(out.horizontal)[1])
    np.testing.assert_array_equal(*results)


def test_three_orbits_have_residuals_and_can_be_levelled(tmp_path):
    tracks = [
        raster(tmp_path, "asc", offset=3.0), raster(tmp_path, "desc"), raster(tmp_path, "third"),
    ]  # fmt: skip
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    plain = run_decompose(tracks, targets(tmp_path / "a"))
    level = run_decompose(tracks, targets(tmp_path / "b"), DecomposeOptions(reference="level"))
    assert plain.quality["residual"].median > 0.5
    assert level.quality["residual"].median < 1e-3


def test_a_common_reference_with_known_motion(tmp_path):
    tracks = [raster(tmp_path, "asc", offset=5.0), raster(tmp_path, "desc", offset=-7.0)]
    place = GRID.xy(10, 20)
    known = motion()[:, 10, 20] * 1e-3
    options = DecomposeOptions(
        reference="area", reference_point=place, reference_radius=30.0, reference_crs=UTM,
        reference_motion=ReferenceMotion(*known),
    )  # fmt: skip
    out = targets(tmp_path)
    run_decompose(tracks, out, options)
    np.testing.assert_allclose(read_raster(out.horizontal)[1][0], motion()[0], atol=1e-3)
    np.testing.assert_allclose(read_raster(out.up)[1][0], motion()[2], atol=1e-3)
    far = DecomposeOptions(reference="area", reference_point=(0.0, 4700000.0))
    with pytest.raises(GroundshiftError, match="no value within 500 m"):
        run_decompose(tracks, targets(tmp_path), far)


def test_north_from_azimuth_motion_and_from_gnss(two, tmp_path):
    enu = motion()
    enu[1] = 12.0
    tracks = [raster(tmp_path, name, enu=enu) for name in ("asc", "desc")]
    h = np.radians(348.0)
    along = (enu[0] * np.sin(h) + enu[1] * np.cos(h)).astype(np.float32)
    write_raster(tmp_path / "azimuth.tif", GRID, along, [BandInfo("azimuth_mm_yr", "mm/yr")])
    write_raster(tmp_path / "north.tif", GRID, enu[1].astype("f4"), [BandInfo("n", "mm/yr")])
    azimuth = Track(
        Source(tmp_path / "azimuth.tif", raster=True, quantity="los"), "azimuth",
        LookSource(*ANGLES["asc"]), 2e-2,
    )  # fmt: skip
    north = Track(Source(tmp_path / "north.tif", raster=True, quantity="los"), "north", None, 1e-3)
    for extra in (azimuth, north):
        out = targets(tmp_path, north=True)
        run_decompose([*tracks, extra], out)
        for path, truth in zip((out.horizontal, out.north, out.up), enu):
            np.testing.assert_allclose(read_raster(path)[1][0], truth, atol=2e-3)
    _, up, _ = read_raster(out.up)
    # Neglected, it is taken for motion down; let into the errors, these grow by what it does.
    out = targets(tmp_path)
    run_decompose(tracks, out)
    _, biased, _ = read_raster(out.up)
    bias = np.median(biased[0] - enu[2])
    assert -2.5 < bias < -1.0
    run_decompose(tracks, out, DecomposeOptions(north_std=12e-3))
    _, wide, _ = read_raster(out.up)
    assert np.median(wide[1]) == pytest.approx(np.hypot(np.median(biased[1]), bias), rel=0.02)


def test_along_the_aspect(tmp_path):
    rows, cols = np.indices(GRID.shape)
    height = (2000 - 0.4 * 50.0 * cols - 0.1 * 50.0 * rows).astype(np.float32)
    height[:, 100:] = height[:, 99:100]  # falls to the south only: hardly seen
    write_raster(tmp_path / "dem.tif", GRID, height, [BandInfo("height", "m")])
    aspect = np.arctan2(0.4, -0.1)
    along, up = -9.0, 4.0  # uphill and up
    enu = np.stack([along * np.sin(aspect) + 0 * rows, along * np.cos(aspect) + 0 * rows,
                    up + 0.0 * rows])  # fmt: skip
    tracks = [raster(tmp_path, name, enu=enu) for name in ("asc", "desc")]
    out = targets(tmp_path)
    options = DecomposeOptions(horizontal="aspect", condition_limit=6.0)
    report = run_decompose(tracks, out, options, tmp_path / "dem.tif")
    _, layers, names = read_raster(out.horizontal)
    assert names[0] == "along_aspect_mm_yr"
    inner = np.s_[2:-2, 2:96]
    np.testing.assert_allclose(layers[0][inner], along, atol=0.1)
    np.testing.assert_allclose(layers[2][inner], np.hypot(along, up), atol=0.1)
    np.testing.assert_allclose(layers[3][inner], np.degrees(np.arctan2(up, 9.0)), atol=0.5)
    np.testing.assert_allclose(layers[4][inner], np.degrees(aspect) + 180, atol=0.5)
    # The model's convergence is not zero at 3 degrees from the meridian; here it is small.
    status = read_raster(out.status)[1][0]
    assert (status[:, 103:] == 2).mean() > 0.9 and report.counts[2] > 0
    with pytest.raises(GroundshiftError, match="needs an elevation model"):
        run_decompose(tracks, out, options)


def test_grids_that_do_not_line_up_meet_in_the_coarser_one(tmp_path):
    coarse = Grid(20, 30, (500025.0, 170.0, 0.0, 4699980.0, 0.0, -170.0), UTM)
    tracks = [raster(tmp_path, "asc"), raster(tmp_path, "desc", coarse)]
    out = targets(tmp_path)
    run_decompose(tracks, out)
    grid, east, _ = read_raster(out.horizontal)
    assert grid.transform[1] == 170.0 and grid.shape == coarse.shape
    np.testing.assert_allclose(east[0], motion(coarse)[0], atol=0.3)


GRIDS = {
    "half a cell off": Grid(90, 120, (500025.0, 50.0, 0.0, 4699975.0, 0.0, -50.0), UTM),
    "a tenth off": Grid(90, 120, (500005.0, 50.0, 0.0, 4699995.0, 0.0, -50.0), UTM),
    "coarser": Grid(40, 55, (499990.0, 110.0, 0.0, 4700020.0, 0.0, -110.0), UTM),
    "finer": Grid(140, 190, (499990.0, 32.0, 0.0, 4700020.0, 0.0, -32.0), UTM),
    "rows from south": Grid(90, 120, (500025.0, 50.0, 0.0, 4695475.0, 0.0, 50.0), UTM),
    "degrees": Grid(90, 120, (15.0003, 0.0006, 0.0, 42.4526, 0.0, -0.00045), DEGREES),
}


@pytest.mark.parametrize("gaps", [0.0, 0.4])
@pytest.mark.parametrize("name", GRIDS)
def test_grids_that_do_not_line_up_bring_no_bias_and_true_errors(tmp_path, name, gaps):
    """Nothing moves; noise of 2 to 6 mm a year."""
    rng, tracks, told = np.random.default_rng(7), [], []
    bands = [BandInfo("velocity_mm_yr", "mm/yr"), BandInfo("velocity_std_mm_yr", "mm/yr")]
    for orbit, grid in (("asc", GRID), ("desc", GRIDS[name])):
        std = rng.uniform(2, 6, grid.shape)
        rates = rng.normal(0, std)
        rates[rng.random(grid.shape) < gaps] = np.nan
        path = tmp_path / f"{orbit}.tif"
        write_raster(path, grid, np.stack([rates, std]).astype("f4"), bands)
        source = Source(path, raster=True, quantity="los")
        tracks.append(Track(source, "los", LookSource(*ANGLES[orbit]), 1e-3))
    out = targets(tmp_path)
    run_decompose(tracks, out, log=told.append)
    assert sum("do not line up" in text for text in told) == 1
    for path in (out.horizontal, out.up):
        value, error = read_raster(path)[1].astype(float)
        good = np.isfinite(value)
        assert good.mean() > 0.3
        # Neighbours share pixels, so their errors are correlated: a mean's error is twice as large.
        bound = 3 * 2 * np.sqrt(np.mean(error[good] ** 2) / good.sum())
        assert abs(value[good].mean()) < bound < 0.7
        assert np.std(value[good] / error[good]) == pytest.approx(1.0, abs=0.07)


def test_means_of_cells_shut_out_a_wild_pixel(tmp_path):
    grid = Grid(30, 40, (500000.0, 150.0, 0.0, 4700000.0, 0.0, -150.0), UTM)
    rates = los("asc").project(*motion())
    rates[1::3, 1::3] += 500.0  # the middle of every nine
    tracks = [raster(tmp_path, "asc"), raster(tmp_path, "desc", grid)]
    layers = np.stack([rates, np.full(GRID.shape, STD)]).astype(np.float32)
    bands = [BandInfo("v", "mm/yr"), BandInfo("velocity_std", "mm/yr")]
    write_raster(tmp_path / "asc.tif", GRID, layers, bands)
    out = targets(tmp_path)
    run_decompose(tracks, out)
    found, east, _ = read_raster(out.horizontal)
    assert found.shape == grid.shape
    np.testing.assert_allclose(east[0], motion(grid)[0], atol=0.3)


def test_points_and_raster_together(tmp_path):
    from pyproj import Transformer

    rng = np.random.default_rng(0)
    x, y = rng.uniform(500000, 506000, 40_000), rng.uniform(4695500, 4700000, 40_000)
    u, v = (x - 500000) / 6000, (4700000 - y) / 4500
    enu = 10 * np.sin(3 * u), 0 * u, -8 * np.exp(-4 * ((u - 0.5) ** 2 + (v - 0.5) ** 2))
    one = los("desc")
    change = Transformer.from_crs(UTM, DEGREES, always_xy=True)
    columns = {
        "velocity_mm_yr": one.project(*enu), "velocity_std_mm_yr": np.full(40_000, 1.0),
        **{f"los_{k}": np.full(40_000, float(v)) for k, v in vars(one).items()},
    }  # fmt: skip
    write_table(tmp_path / "desc.gpkg", DEGREES, *change.transform(x, y), columns)
    points = Track(Source(tmp_path / "desc.gpkg", quantity="los"), "los", None)
    out = targets(tmp_path)
    options = DecomposeOptions(cell=150.0, least_points=3)
    report = run_decompose([points, raster(tmp_path, "asc")], out, options)
    grid, east, _ = read_raster(out.horizontal)
    assert grid.transform[1] == 150.0 and grid.transform[0] % 150.0 == 0
    assert report.solved > 0.97 * grid.rows * grid.cols
    assert np.nanmax(np.abs(east[0] - motion(grid)[0])) < 0.8
    with pytest.raises(GroundshiftError, match="cells of 20 m would claim"):
        run_decompose([points, raster(tmp_path, "asc")], out, DecomposeOptions(cell=20.0))
    with pytest.raises(GroundshiftError, match="give a cell size"):
        run_decompose([points, points], out)


def test_points_are_brought_to_the_common_time(tmp_path):
    """The ground stops at the end of 2020: rates of other spans would differ."""
    tracks, told = [], []
    for name, first, last in (
        ("asc", "2019-01-01", "2022-01-01"),
        ("desc", "2019-06-01", "2020-12-31"),
    ):
        dates = np.arange(np.datetime64(first), np.datetime64(last), 12)
        years = (dates - np.datetime64("2019-01-01")).astype(float) / 365.25
        one = los(name)
        seen = one.project(0.0, 0.0, -20.0) * np.minimum(years, 2.0)
        x, y = GRID.xy(*np.indices((5, 5)).reshape(2, -1))
        columns = {f"D{str(d).replace('-', '')}": np.full(25, s) for d, s in zip(dates, seen)}
        columns["velocity_mm_yr"] = np.full(25, np.polyfit(years, seen, 1)[0])
        write_table(tmp_path / f"{name}.gpkg", UTM, x, y, columns)
        source = Source(tmp_path / f"{name}.gpkg", quantity="los")
        tracks.append(Track(source, "los", LookSource(*ANGLES[name])))
    out = targets(tmp_path)
    run_decompose(tracks, out, DecomposeOptions(cell=100.0), log=told.append)
    assert np.nanmax(np.abs(read_raster(out.up)[1][0] + 20.0)) < 0.1
    assert any("rates fitted from 2019-06-01" in text for text in told)
    told.clear()
    run_decompose(tracks, out, DecomposeOptions(cell=100.0, common_span=False), log=told.append)
    assert np.nanmedian(read_raster(out.up)[1][0]) > -18.5
    assert any("all tracks share" in text for text in told)


@pytest.mark.parametrize(
    ("names", "options", "words"),
    [
        (("asc",), {}, "One orbit cannot"),
        (("asc", "third"), {"condition_limit": 5.0}, "too much alike"),
        (("asc", "desc"), {"reference": "level"}, "cannot be levelled"),
    ],
)
def test_what_cannot_be_told_is_refused(tmp_path, names, options, words):
    tracks = [raster(tmp_path, name) for name in names]
    before = sorted(tmp_path.iterdir())
    with pytest.raises(GroundshiftError, match=words):
        run_decompose(tracks, targets(tmp_path), DecomposeOptions(**options))
    assert sorted(tmp_path.iterdir()) == before


def test_layers_that_do_not_meet(tmp_path):
    away = Grid(20, 30, (600000.0, 50.0, 0.0, 4700000.0, 0.0, -50.0), UTM)
    tracks = [raster(tmp_path, "asc"), raster(tmp_path, "desc", away)]
    with pytest.raises(GroundshiftError, match="do not overlap"):
        run_decompose(tracks, targets(tmp_path))
    none = Grid(90, 120, GRID.transform, "")
    with pytest.raises(GroundshiftError, match="has no CRS"):
        run_decompose([raster(tmp_path, "asc"), raster(tmp_path, "desc", none)], targets(tmp_path))


def test_north_is_not_written_from_nothing(two, tmp_path):
    with pytest.raises(GroundshiftError, match="North cannot be told"):
        run_decompose(two, targets(tmp_path, north=True))
    assert not list(tmp_path.glob("out_*"))


def test_cancelled(two, tmp_path):
    with pytest.raises(Cancelled):
        run_decompose(two, targets(tmp_path), cancelled=lambda: True)
    assert not list(tmp_path.glob("out_*"))


def test_medians_in_cells():
    grid = Grid(3, 2, (0.0, 10.0, 0.0, 30.0, 0.0, -10.0), UTM)
    x = np.array([1, 2, 3, 11, 12, 19, 99, 5.0])
    y = np.array([29, 28, 27, 5, 6, 1, 5, 15.0])
    values = np.array([[1, 9, 2, 4, 6, np.nan, 7, 3.0], [1, np.nan, 3, 5, 5, 5, 5, np.nan]])
    cells = CellMedians(grid, UTM, x, y, values, 1)
    found = cells.read(Window(0, 0, 3, 2))
    np.testing.assert_array_equal(found[0], [[2, np.nan], [3, np.nan], [np.nan, 5]])
    np.testing.assert_array_equal(found[1], [[2, np.nan], [np.nan, np.nan], [np.nan, 5]])
    np.testing.assert_array_equal(cells.counts(Window(0, 0, 3, 2)), [[3, 0], [1, 0], [0, 2]])
    np.testing.assert_array_equal(cells.read(Window(2, 1, 1, 1)), [[[5]], [[5]]])
    few = CellMedians(grid, UTM, x, y, values, 3).read(Window(0, 0, 3, 2))
    assert np.isfinite(few[0]).sum() == 1


def test_a_cell_in_degrees_has_its_metres():
    box = 15.0, 42.0, 15.1, 42.1
    grid = choose_grid([], [("a", DEGREES, box), ("b", DEGREES, box)], 100.0)
    assert grid.transform[1] == pytest.approx(100 / 82760, rel=0.01)
    assert -grid.transform[5] == pytest.approx(100 / 111070, rel=0.01)


def test_north_anatolian_fault(shared_data, tmp_path):
    """Anatolia goes west past Eurasia at about 20 mm a year, right-lateral (LiCSBAS, 2 frames)."""
    folder = shared_data("north_anatolian_licsbas")
    tracks = []
    for frame in ("087A_04904_121313", "167D_04884_131212"):
        rates, look = tmp_path / f"{frame}.tif", tmp_path / f"{frame}_los.tif"
        import_rates(folder / f"{frame}.vel.mskd", rates, look)
        source = Source(rates, raster=True, quantity="los")
        tracks.append(Track(source, "los", LookSource(vectors=look), 2e-3))
    out = targets(tmp_path)
    report = run_decompose(tracks, out)
    grid, east, _ = read_raster(out.horizontal)
    trace = np.loadtxt(folder / "naf_trace.xy")
    trace = trace[np.argsort(trace[:, 0])]
    x, y = grid.xy(*np.indices(grid.shape))
    north_of = (y - np.interp(x, *trace.T)) * 111.2  # km
    far = [
        np.nanmedian(east[0][(side * north_of > 40) & (side * north_of < 90)]) for side in (1, -1)
    ]
    assert 14 < far[0] - far[1] < 24
    assert report.solved > 30_000
    assert 1.1 < report.quality["condition"].median < 1.3
