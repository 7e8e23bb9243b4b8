# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion of several orbits taken apart, from files to files."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.common_grid import CellMedians, choose_grid
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.tables import write_table
from groundshift.algorithms.job import Job
from groundshift.algorithms.toolbox import call

UTM, DEGREES = wkt_from_epsg(32633), wkt_from_epsg(4326)
GRID = Grid(90, 120, (500000.0, 50.0, 0.0, 4700000.0, 0.0, -50.0), UTM)
ANGLES = {"asc": (39.0, 348.0), "desc": (36.0, 192.0), "third": (44.0, 350.0)}
NAMES = ("east", "up", "quality", "status")
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
    return path


def taken_apart(rates, folder, job=None, with_north=False, **options):
    """The tool on layers of ``asc``, ``desc`` and ``third``, which their files are called."""
    given = {}
    for suffix, path in zip(("", "_2", "_3"), rates):
        given[f"rates{suffix}"] = path
        incidence, heading = ANGLES[path.stem]
        given |= {f"incidence{suffix}": incidence, f"heading{suffix}": heading}
    out = {name: folder / f"out_{name}.tif" for name in NAMES}
    if with_north:
        out["north_motion"] = folder / "out_north.tif"
    return call("decompose", job, **{**given, **out, **options})


@pytest.fixture
def two(tmp_path):
    return [raster(tmp_path, "asc"), raster(tmp_path, "desc")]


def test_up_and_east(two, tmp_path):
    told = []
    out = taken_apart(two, tmp_path, {"note": told.append})
    _, east, names = read_raster(out["east"])
    _, up, _ = read_raster(out["up"])
    assert names == ["east_mm_yr", "east_std_mm_yr"]
    np.testing.assert_allclose(east[0], motion()[0], atol=1e-4)
    np.testing.assert_allclose(up[0], motion()[2], atol=1e-4)
    design = np.array([[los(n).east, los(n).up] for n in ("asc", "desc")])
    covariance = STD**2 * np.linalg.inv(design.T @ design)
    np.testing.assert_allclose(east[1], np.sqrt(covariance[0, 0]), rtol=1e-5)
    np.testing.assert_allclose(up[1], np.sqrt(covariance[1, 1]), rtol=1e-5)
    _, quality, names = read_raster(out["quality"])
    assert names == ["correlation_east_up", "condition_number", "residual_mm_yr"]
    np.testing.assert_allclose(quality[1], np.linalg.cond(design), rtol=1e-4)
    assert np.isnan(quality[2]).all()
    assert out["solved"] == GRID.rows * GRID.cols == (read_raster(out["status"])[1] == 1).sum()
    assert out["median_up"] == pytest.approx(np.median(motion()[2]), abs=0.05)
    assert out["median_east"] == pytest.approx(np.median(motion()[0]), abs=0.05)
    assert any("North motion is neglected" in text for text in told)


def test_memory_does_not_matter(two, tmp_path):
    results = []
    for number, job in enumerate((Job(), Job(budget=64 << 20, workers=1))):
        (tmp_path / str(number)).mkdir()
        found = taken_apart(two, tmp_path / str(number), job)
        results.append(read_raster(found["east"])[1])
    np.testing.assert_array_equal(*results)


def test_three_orbits_have_residuals_and_can_be_levelled(tmp_path):
    tracks = [
        raster(tmp_path, "asc", offset=3.0), raster(tmp_path, "desc"), raster(tmp_path, "third"),
    ]  # fmt: skip
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert taken_apart(tracks, tmp_path / "a")["residual"] > 0.5
    assert taken_apart(tracks, tmp_path / "b", reference="level")["residual"] < 1e-3


def test_a_common_reference_with_known_motion(tmp_path):
    tracks = [raster(tmp_path, "asc", offset=5.0), raster(tmp_path, "desc", offset=-7.0)]
    x, y = GRID.xy(10, 20)
    parts = zip(("east", "north", "up"), motion()[:, 10, 20])
    known = {f"reference_{name}": value for name, value in parts}
    options = {"reference": "area", "reference_point": f"{x},{y}", "reference_radius": 30.0}
    out = taken_apart(tracks, tmp_path, **options, **known)
    np.testing.assert_allclose(read_raster(out["east"])[1][0], motion()[0], atol=1e-3)
    np.testing.assert_allclose(read_raster(out["up"])[1][0], motion()[2], atol=1e-3)
    still = taken_apart(tracks, tmp_path, **options)
    assert abs(read_raster(still["up"])[1][0, 10, 20]) < 0.05
    with pytest.raises(GroundshiftError, match="no value within 500 m"):
        taken_apart(tracks, tmp_path, reference="area", reference_point="0,4700000")


def test_north_from_azimuth_motion_and_from_gnss(two, tmp_path):
    enu = motion()
    enu[1] = 12.0
    tracks = [raster(tmp_path, name, enu=enu) for name in ("asc", "desc")]
    h = np.radians(348.0)
    along = (enu[0] * np.sin(h) + enu[1] * np.cos(h)).astype(np.float32)
    write_raster(tmp_path / "azimuth.tif", GRID, along, [BandInfo("azimuth_mm_yr", "mm/yr")])
    write_raster(tmp_path / "north.tif", GRID, enu[1].astype("f4"), [BandInfo("n", "mm/yr")])
    for extra in (
        {"azimuth": tmp_path / "azimuth.tif"}, {"north": tmp_path / "north.tif", "north_std": 1.0},
    ):  # fmt: skip
        out = taken_apart(tracks, tmp_path, with_north=True, **extra)
        for name, truth in zip(("east", "north_motion", "up"), enu):
            np.testing.assert_allclose(read_raster(out[name])[1][0], truth, atol=2e-3)
    # Neglected, it is taken for motion down; let into the errors, these grow by what it does.
    _, biased, _ = read_raster(taken_apart(tracks, tmp_path)["up"])
    bias = np.median(biased[0] - enu[2])
    assert -2.5 < bias < -1.0
    _, wide, _ = read_raster(taken_apart(tracks, tmp_path, north_std=12.0)["up"])
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
    options = {"horizontal": "aspect", "condition_limit": 6.0, "radius": 0.0}
    out = taken_apart(tracks, tmp_path, dem=tmp_path / "dem.tif", **options)
    _, layers, names = read_raster(out["east"])
    assert names[0] == "along_aspect_mm_yr"
    inner = np.s_[2:-2, 2:96]
    np.testing.assert_allclose(layers[0][inner], along, atol=0.1)
    np.testing.assert_allclose(layers[2][inner], np.hypot(along, up), atol=0.1)
    np.testing.assert_allclose(layers[3][inner], np.degrees(np.arctan2(up, 9.0)), atol=0.5)
    np.testing.assert_allclose(layers[4][inner], np.degrees(aspect) + 180, atol=0.5)
    # The model's convergence is not zero at 3 degrees from the meridian; here it is small.
    status = read_raster(out["status"])[1][0]
    assert (status[:, 103:] == 2).mean() > 0.9 and out["ill_conditioned"] == (status == 2).sum()
    with pytest.raises(GroundshiftError, match="DEM.* missing for motion along the aspect"):
        taken_apart(tracks, tmp_path, **options)
    with pytest.raises(GroundshiftError, match="North motion tells nothing"):
        taken_apart(tracks, tmp_path, dem=tracks[0], north=tracks[0], **options)
    with pytest.raises(GroundshiftError, match="has a north part of its own"):
        taken_apart(tracks, tmp_path, dem=tracks[0], **options, north_std=1.0)


def test_grids_that_do_not_line_up_meet_in_the_coarser_one(tmp_path):
    coarse = Grid(20, 30, (500025.0, 170.0, 0.0, 4699980.0, 0.0, -170.0), UTM)
    tracks = [raster(tmp_path, "asc"), raster(tmp_path, "desc", coarse)]
    grid, east, _ = read_raster(taken_apart(tracks, tmp_path)["east"])
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
        tracks.append(path)
    out = taken_apart(tracks, tmp_path, {"note": told.append})
    assert sum("do not line up" in text for text in told) == 1
    for path in (out["east"], out["up"]):
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
    found, east, _ = read_raster(taken_apart(tracks, tmp_path)["east"])
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
    points, raster_ = tmp_path / "desc.gpkg", raster(tmp_path, "asc")
    own = {"incidence": None, "heading": None}  # the points know their line of sight
    out = taken_apart([points, raster_], tmp_path, cell=150.0, least_points=3, **own)
    grid, east, _ = read_raster(out["east"])
    assert grid.transform[1] == 150.0 and grid.transform[0] % 150.0 == 0
    assert out["solved"] > 0.97 * grid.rows * grid.cols
    assert np.nanmax(np.abs(east[0] - motion(grid)[0])) < 0.8
    with pytest.raises(GroundshiftError, match="cells of 20 m would claim"):
        taken_apart([points, raster_], tmp_path, cell=20.0)
    with pytest.raises(GroundshiftError, match="give a cell size"):
        taken_apart([points, points], tmp_path)


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
        tracks.append(tmp_path / f"{name}.gpkg")
    out = taken_apart(tracks, tmp_path, {"note": told.append}, cell=100.0)
    assert np.nanmax(np.abs(read_raster(out["up"])[1][0] + 20.0)) < 0.1
    assert any("rates fitted from 2019-06-01" in text for text in told)
    told.clear()
    taken_apart(tracks, tmp_path, {"note": told.append}, cell=100.0, common_span=False)
    assert np.nanmedian(read_raster(out["up"])[1][0]) > -18.5
    assert any("all tracks share" in text for text in told)


@pytest.mark.parametrize(
    ("names", "options", "words"),
    [
        (("asc",), {}, "RATES_2.* is missing"),
        (("asc", "desc"), {"condition_limit": 1.0}, "CONDITION_LIMIT.* 1.0 is not accepted"),
        (("asc", "desc"), {"reference": "area"}, "REFERENCE_POINT"),
        (("asc", "third"), {"condition_limit": 5.0}, "too much alike"),
        (("asc", "desc"), {"reference": "level"}, "cannot be levelled"),
    ],
)
def test_what_cannot_be_told_is_refused(tmp_path, names, options, words):
    tracks = [raster(tmp_path, name) for name in names]
    before = sorted(tmp_path.iterdir())
    with pytest.raises(GroundshiftError, match=words):
        taken_apart(tracks, tmp_path, **options)
    assert sorted(tmp_path.iterdir()) == before


def test_layers_that_do_not_meet(tmp_path):
    away = Grid(20, 30, (600000.0, 50.0, 0.0, 4700000.0, 0.0, -50.0), UTM)
    tracks = [raster(tmp_path, "asc"), raster(tmp_path, "desc", away)]
    with pytest.raises(GroundshiftError, match="do not overlap"):
        taken_apart(tracks, tmp_path)
    none = Grid(90, 120, GRID.transform, "")
    with pytest.raises(GroundshiftError, match="has no CRS"):
        taken_apart([raster(tmp_path, "asc"), raster(tmp_path, "desc", none)], tmp_path)


def test_north_is_not_written_from_nothing(two, tmp_path):
    with pytest.raises(GroundshiftError, match="nothing tells north"):
        taken_apart(two, tmp_path, with_north=True)
    assert not list(tmp_path.glob("out_*"))


def test_cancelled(two, tmp_path):
    with pytest.raises(Cancelled):
        taken_apart(two, tmp_path, {"cancelled": lambda: True})
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
    given = {}
    for suffix, frame in (("", "087A_04904_121313"), ("_2", "167D_04884_131212")):
        rates, look = tmp_path / f"{frame}.tif", tmp_path / f"{frame}_los.tif"
        call("importvelocity", file=folder / f"{frame}.vel.mskd", velocity=rates, los=look)
        given |= {f"rates{suffix}": rates, f"los_raster{suffix}": look}
    out = call("decompose", **given, east=tmp_path / "east.tif", up=tmp_path / "up.tif")
    grid, east, _ = read_raster(out["east"])
    trace = np.loadtxt(folder / "naf_trace.xy")
    trace = trace[np.argsort(trace[:, 0])]
    x, y = grid.xy(*np.indices(grid.shape))
    north_of = (y - np.interp(x, *trace.T)) * 111.2  # km
    far = [
        np.nanmedian(east[0][(side * north_of > 40) & (side * north_of < 90)]) for side in (1, -1)
    ]
    assert 14 < far[0] - far[1] < 24
    assert out["solved"] > 30_000
    assert 1.1 < out["condition"] < 1.3
