# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that rows of tests/qgis/<room>/tools.yaml name: a function of the path makes each."""

import annotation_files
import aquifer_files
import basins
import damaged
import driver_files
import event_series
import floes
import half_noise
import icy_channel
import isce2_files
import lake_files
import lake_maps
import melting
import mined
import motion_series
import numpy as np
import parted
import passing
import product_files
import prone
import sarscape_files
import sarvey_files
import slc_files
import slope_scene
import small_slc
import small_stack
import snap_files
import thawing
import two_bands
import wrapped_stack
from area_layers import layer, line, point, square
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.formats.vectors.tables import write_table

HILL = (60, 90)


def bowl(path):
    """Interferograms of a sinking bowl: 60 mm a year in its middle."""
    small_stack.make_stack(path, rate=small_stack.bowl())


def noisy_bowl(path):
    """The same with an atmosphere by date."""
    small_stack.make_stack(path, rate=small_stack.bowl(), date_noise=0.002)


def wrapped_slide(path):
    """Wrapped interferograms of a slide that moves 40 mm a year, under an atmosphere."""
    rate = wrapped_stack.slide(wrapped_stack.UTM.shape, 60, 100, 10, -0.04)
    wrapped_stack.write_stack(path, rate, atmosphere=0.004, length=15, noise=0.3)


def still(path):
    """Interferograms without motion."""
    small_stack.make_stack(path)


def seasonal_series(path):
    """Ground that sinks 20 mm a year and breathes 8 mm."""
    from groundshift.algorithms.data.grid import Grid, Window
    from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter

    grid = Grid(15, 20, small_stack.GRID.transform, small_stack.GRID.crs)
    years = small_stack.YEARS
    values = -0.02 * years + 0.008 * (np.cos(2 * np.pi * years) - 1)
    attributes = {"WAVELENGTH": str(small_stack.WAVELENGTH)}
    with TimeSeriesWriter(path, grid, small_stack.DATES, np.zeros(25), attributes, {}) as writer:
        whole = np.broadcast_to(values[:, None, None], (25, *grid.shape))
        writer.write(Window(0, 0, *grid.shape), whole)


def ionosphere_maps(path):
    """Phase by date of an ionosphere that tilts, over :func:`seasonal_series`, radians."""
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    path.mkdir()
    grid = Grid(15, 20, small_stack.GRID.transform, small_stack.GRID.crs)
    for number, date in enumerate(small_stack.DATES):
        phase = np.float32(0.1 * (number % 3)) * np.arange(20, dtype=np.float32)
        name = str(date).replace("-", "")
        whole = np.broadcast_to(phase, grid.shape)
        write_raster(path / f"{name}.tif", grid, whole, [BandInfo("ionosphere", "rad")])


def event_under_atmosphere(path):
    """8 mm on 26 June 2020, 15 dates before and after, under an atmosphere of 8 mm."""
    event_series.write(path)


def slip_patches(path):
    """Two planes that slip, as a layer."""
    from groundshift.algorithms.formats.slip.slip_models import write_slip_model
    from slip_cases import FRAME, two_planes

    write_slip_model(path, two_planes(), FRAME.crs)


def volcanic_sources(path):
    """A Mogi point and a crack, as a layer."""
    layer(
        path, "point", [point(0, 0), point(4000, 2000)], kind=["mogi", "penny"],
        depth_km=[3.0, 2.0], dvolume_m3=[2e6, -5e5], radius_m=[0.0, 1500.0],
    )  # fmt: skip


def volcanic_samples(path):
    """Samples of two orbits over a Mogi point, 4 km deep, that grows by 8 million cubic metres."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.metric import LocalMetres
    from groundshift.algorithms.source.tools.samples import write_samples
    from groundshift.algorithms.source.volcanic_model import VolcanicModel, VolcanicSource
    from search_cases import jiashi_samples

    truth = VolcanicModel((VolcanicSource("mogi", [1000.0, -2000.0, 4000.0, 8e6]),))
    samples = jiashi_samples(
        side=6, truth=truth, half=12e3, sill=0.003**2, nugget=0.001**2, range_m=3000.0
    )
    degrees = wkt_from_epsg(4326)
    write_samples(path, degrees, samples, LocalMetres(degrees, 14.13, 40.83))


def two_areas(path):
    """Active areas that overlap, a slow and a fast one."""
    layer(
        path, "polygon", [square(0, 0, 400), square(300, 0, 400)], area_id=[7, 8],
        mean_mm_yr=[-5.0, 20.0], quality=[1, 3],
    )  # fmt: skip


def road_and_rail(path):
    """A road through the areas, and rails far from them."""
    ways = [line((-1000, 0), (1000, 0)), line((0, 900), (9, 900))]
    layer(path, "line", ways, kind=["road", "rail"])


def landslides(path):
    """One under the first area, and one away from all points."""
    shapes = [square(0, 0, 200), square(2000, 0, 200)]
    layer(path, "polygon", shapes, before=["dormant", "active"])


def moving_points(path):
    """Sixteen points in the first landslide."""
    places = np.stack(np.meshgrid(*2 * [np.linspace(-90, 90, 4)]), axis=-1).reshape(-1, 2)
    layer(
        path, "point", [point(*place) for place in places], velocity_mm_yr=np.full(16, -9.0),
        velocity_std_mm_yr=np.full(16, 1.0),
    )  # fmt: skip


def fault(path):
    """A trace west of the points that dips to the east."""
    layer(path, "line", [line((-500, -60_000), (-500, 60_000))], dip_dir=["E"], dip=["45"])


def hill_again(path):
    """The hill at another time, with noise of a centimetre."""
    hill(path, 0.01)


def hill(path, noise=0.0):
    """Heights of a round hill of 25 degrees."""
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    rows, cols = np.indices(HILL)
    height = 500 + np.tan(np.radians(25)) * np.clip(
        900 - 30.0 * np.hypot(rows - 30, cols - 45), 0, None
    )
    height += noise * np.random.default_rng(1).normal(size=height.shape)
    write_raster(path, _hill_grid(), height.astype(np.float32), [BandInfo("height", "m")])


def slide(path):
    """A square of 300 m on the hill."""
    from groundshift.algorithms.formats.vectors.wkb import polygon_wkb

    ring = np.array([(0, 0), (300, 0), (300, 300), (0, 300), (0, 0)]) + (501000.0, 4698900.0)
    layer(path, "polygon", [polygon_wkb([ring])], crs=_hill_grid().crs)


def raster(path):
    """Rates of -10 mm a year on the hill's grid."""
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    rates = np.full(HILL, -10.0, np.float32)
    write_raster(path, _hill_grid(), rates, [BandInfo("velocity_mm_yr", "mm/yr")])


def glacier_offsets(folder):
    """Offsets of ice that flows up to 5 m a year to the east and half of it to the south."""
    from groundshift.algorithms.data.offsets import MAP, OffsetBlock, Offsets
    from groundshift.algorithms.formats.offsets.offset_raster import write_offsets

    folder.mkdir(parents=True)
    grid, rng = _offset_grid(), np.random.default_rng(4)
    dates = np.datetime64("2020-01-01") + 30 * np.arange(8)
    rate = np.broadcast_to(np.linspace(0, 5, grid.cols), grid.shape)
    for i in range(8):
        for j in range(i + 1, min(8, i + 7)):
            moved = np.stack([rate, -0.5 * rate]) * (j - i) * 30 / 365.25
            values = np.full((6, *grid.shape), 0.1, np.float32)
            values[:2] = moved + rng.normal(size=moved.shape) * 0.1
            values[4:] = [[[0.9]], [[32]]]
            pair = Offsets("", grid, MAP, dates[i], dates[j], "Sentinel-2")
            if j - i != 6 or i == 0:
                write_offsets(folder / f"{pair.name}.tif", pair, OffsetBlock.of(values))


def foreign_velocities(folder):
    """Velocities of one pair as two GeoTIFF, metres a year."""
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    folder.mkdir(parents=True)
    for name, value in (("vx", 30.0), ("vy", -10.0)):
        values = np.full(_offset_grid().shape, value, np.float32)
        path = folder / f"20200101_20201231_{name}.tif"
        write_raster(path, _offset_grid(), values, [BandInfo(name, "m/yr")])


def stepped_offsets(path):
    """Offsets of still ground with a step of 3 m in the middle."""
    from groundshift.algorithms.data.offsets import MAP

    grid = _detector_grid()
    values = np.random.default_rng(2).normal(size=(2, *grid.shape)) * 0.5
    values[0, :, 100:] += 3.0
    annotation_files.write(path, grid, values, 0.5, MAP)


def two_detectors(path):
    """Polygons of the two halves of those."""
    from groundshift.algorithms.formats.vectors.features import write_features
    from groundshift.algorithms.formats.vectors.wkb import polygon_wkb

    grid, shapes = _detector_grid(), []
    for first in (0, 100):
        ends = [(0, first), (0, first + 100), (150, first + 100), (150, first), (0, first)]
        shapes.append(polygon_wkb([np.array([grid.xy(r - 0.5, c - 0.5) for r, c in ends])]))
    columns = {"detector": np.array([4.0, 5.0])}
    write_features(path, grid.crs, "polygon", shapes, columns, "detectors")


def _detector_grid():
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid

    return Grid(150, 200, (5e5, 100.0, 0.0, 4.7e6, 0.0, -100.0), wkt_from_epsg(32633))


def ascending_series(path):
    """Motion seen by an ascending orbit; the descending one and azimuth offsets below."""
    motion_series.write(path, motion_series.look(39, 348), "2020-01-03", 12, 30, 0.003)


def descending_series(path):
    """The same by a descending orbit, on other days."""
    motion_series.write(path, motion_series.look(35, 192), "2020-02-01", 12, 28, 0.003, seed=1)


def azimuth_series(path):
    """The same along the ascending flight."""
    vector = motion_series.flight(348)
    motion_series.write(path, vector, "2020-01-03", 24, 15, 0.03, "azimuth", seed=2)


def _offset_grid():
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid

    return Grid(30, 40, (5e5, 100.0, 0.0, 4.7e6, 0.0, -100.0), wkt_from_epsg(32633))


def picture(path, move=(0.0, 0.0), seed=0):
    """A picture of ground."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster
    from textured import texture

    rows, cols = np.indices((200, 220), float)
    values = 1000 + 100 * texture(rows - move[0], cols - move[1])
    grid = Grid(200, 220, (500000.0, 10.0, 0.0, 4700000.0, 0.0, -10.0), wkt_from_epsg(32633))
    write_raster(path, grid, values.astype(np.float32), [BandInfo("brightness")])


def moved_picture(path):
    """The same ground 1.5 pixels further south and 2 further east."""
    picture(path, (1.5, 2.0))


def two_orbits(folder):
    """Rates of ground that sinks 20 and goes east 10 mm a year, as two orbits see it."""
    from groundshift.algorithms.data.los import from_incidence_heading
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    folder.mkdir()
    for name, heading in (("ascending", -12.0), ("descending", 192.0)):
        seen = from_incidence_heading(39.0, heading).project(10.0, 0.0, -20.0)
        rates = np.full(HILL, seen, np.float32)
        bands = [BandInfo("velocity_mm_yr", "mm/yr")]
        write_raster(folder / f"{name}.tif", _hill_grid(), rates, bands)


def land_cover(path):
    """WorldCover's classes on the hill: trees, built-up ground on the right."""
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    classes = np.where(np.indices(HILL)[1] < 45, 10, 50)
    write_raster(path, _hill_grid(), classes.astype(np.float32), [BandInfo("class")])


def fringes(path):
    """An unwrapped phase: a bump that moved 20 cm away, and noise of 2 mm."""
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    y, x = np.indices(HILL)
    moved = -0.2 * np.exp(-((x - 40) ** 2 + (y - 30) ** 2) / 2 / 6**2)
    moved += np.random.default_rng(0).normal(0, 2e-3, HILL)
    phase = (-4 * np.pi / 0.0555 * moved).astype(np.float32)
    write_raster(path, _hill_grid(), phase, [BandInfo("unwrapped_phase", "radian")])


def moving_field(path):
    """Points a hundred metres apart, nine of which move 40 mm a year."""
    x, y = (v.ravel() * 100.0 for v in np.meshgrid(np.arange(-4, 5), np.arange(-4, 5)))
    rate = np.where(np.hypot(x, y) < 150, -40.0, 1.0)
    layer(
        path, "point", [point(*place) for place in zip(x, y)], velocity_mm_yr=rate,
        velocity_std_mm_yr=np.full(81, 0.5),
    )  # fmt: skip


def stations(path):
    """Stations that move as the field does by 30 degrees from the vertical, and 30 mm a year up."""
    x, y = np.array([-350, -150, 50, 250, 0.0]), np.array([-350, 250, 50, -250, 400.0])
    up = (np.where(np.hypot(x, y) < 150, -40.0, 1.0) + 30) / np.cos(np.radians(30))
    layer(
        path, "point", [point(*place) for place in zip(x, y)], ve=np.zeros(5), vn=np.zeros(5),
        vu=up, su=np.full(5, 0.5),
    )  # fmt: skip


def planted_images(path):
    """Images with persistent scatterers."""
    from planted_slc import make_scene

    make_scene(60, 70).write(path)


def gamma_folder(path):
    """Three images as GAMMA leaves them."""
    slc_files.write_gamma(path)


def plain_images(path):
    """Three images that tell nothing about themselves."""
    slc_files.write_rasters(path)


def licsar_folder(path):
    """Interferograms as LiCSAR leaves them."""
    from groundshift.algorithms.data.simulation import SimulationOptions, simulate
    from groundshift.algorithms.data.tools.simulating import write_simulation

    options = SimulationOptions(rows=40, cols=50, dates=6, seed=2, epsg=4326)
    write_simulation(simulate(options), path, "licsar")


def two_bands_folder(path):
    """A series in L band and interferograms in C band."""
    path.mkdir()
    two_bands.make_scene(path)


def slopes_folder(path):
    """Points of two orbits on a hillside with landslides."""
    path.mkdir()
    slope_scene.write_scene(path)


def mintpy_rates(path):
    """MintPy's velocity.h5, metres a year."""
    import h5py

    rates = np.full((20, 30), -0.01, "f4")
    rates[:, 20:] = 0.005
    with h5py.File(path, "w") as file:
        file["velocity"] = rates
        file.attrs.update(
            FILE_TYPE="velocity", UNIT="m/year", LENGTH="20", WIDTH="30", X_FIRST="15.0",
            Y_FIRST="38.0", X_STEP="0.001", Y_STEP="-0.001", X_UNIT="degrees", Y_UNIT="degrees",
        )  # fmt: skip


def egms_table(path):
    """A table of points with dates, as EGMS has them."""
    lines = ["pid,latitude,longitude,mean_velocity,20200105,20200117,20200129"]
    lines += [f"p{k},{41 + 1e-3 * k},12.5,{-k},0,{-k / 2},{-k}" for k in range(9)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def points_that_turn(path):
    """Sixty points with 80 dates under noise of 2 mm, three of which turn in the last year."""
    dates = np.datetime64("2018-01-06") + 12 * np.arange(80)
    years = (dates - dates[0]).astype(float) / 365.25
    series = -5.0 * years[:, None] + np.random.default_rng(5).normal(0, 2, (80, 60))
    series[:, :3] -= 80.0 * np.maximum(years[:, None] - years[68], 0)
    lines = ["lon,lat," + ",".join(f"D{date}".replace("-", "") for date in dates)]
    for k, values in enumerate(series.T):
        lines.append(f"12.5,{41 + 1e-3 * k}," + ",".join(f"{v:.3f}" for v in values))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pictures(folder):
    """Four pictures of ground that goes on moving, two in summer and two in winter."""
    folder.mkdir()
    for number, day in enumerate(("20200115", "20200620", "20210117", "20210615")):
        picture(folder / f"p_{day}.tif", (0.4 * number, 0.3 * number))


def strained_ground(path):
    """East motion that grows by a metre in 500 km to the north, in one raster with none north."""
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    grid = _hill_grid()
    rows, _ = np.indices((40, 60))
    east = -0.002 * 30.0 * rows
    bands = [BandInfo("east_mm", "mm"), BandInfo("north_mm", "mm")]
    grid = type(grid)(40, 60, grid.transform, grid.crs)
    write_raster(path, grid, np.stack([east, 0 * east]).astype(np.float32), bands)


def broken_fringes(path):
    """A bulge of 20 radians that a fracture of 1.6 radians cuts."""
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    rows, cols = np.indices((120, 130))
    phase = 20 * np.exp(-((cols - 60) ** 2 + (rows - 60) ** 2) / 2000.0)
    profile = np.maximum(0, 1 - ((rows - 60) / 45) ** 6) * np.exp(-np.abs(cols - 64.5) / 40)
    phase += 0.8 * np.sign(cols - 64.5) * profile
    phase += 0.3 * np.random.default_rng(1).normal(size=phase.shape)
    grid = _hill_grid()
    grid = type(grid)(120, 130, grid.transform, grid.crs)
    wrapped = np.angle(np.exp(1j * phase)).astype(np.float32)
    write_raster(path, grid, wrapped, [BandInfo("phase", "rad")])


def creeping_rates(path):
    """Rates of an ascending orbit: a fault to the east that creeps by 8 mm a year."""
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    grid = _hill_grid()
    grid = type(grid)(100, 160, (500e3, 300.0, 0.0, 4700e3, 0.0, -300.0), grid.crs)
    rows, _ = np.indices(grid.shape)
    # The north goes east and the satellite is in the west.
    rates = -0.62 * 4.0 * np.sign(49.5 - rows) + 0.5 * np.random.default_rng(2).normal(
        size=grid.shape
    )
    write_raster(path, grid, rates.astype(np.float32), [BandInfo("velocity_mm_yr", "mm/yr")])


def creeping_trace(path):
    """The fault."""
    from groundshift.algorithms.formats.vectors.wkb import line_wkb

    places = np.array([(502e3, 4685e3), (546e3, 4685e3)])
    layer(path, "line", [line_wkb(places)], crs=_hill_grid().crs, name=["Main"])


def strained_stations(path):
    """The same at a tenth of it a year, at stations of a network of 200 km."""
    rng = np.random.default_rng(5)
    x, y = 100e3 * rng.uniform(-1, 1, (2, 50))
    shapes = [point(*place) for place in zip(x, y)]
    layer(
        path, "point", shapes, crs=_hill_grid().crs, ve_mm_yr=2e-4 * y, vn_mm_yr=0 * y,
        se=np.full(50, 0.1), sn=np.full(50, 0.1),
    )  # fmt: skip


def _hill_grid():
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid

    return Grid(*HILL, (500000.0, 30.0, 0.0, 4700000.0, 0.0, -30.0), wkt_from_epsg(32633))


def mechanisms_table(path):
    """Mechanisms of one stress: strike-slip, compressed along 20 degrees, as a table."""
    from mechanisms import simulated

    s, c = np.sin(np.radians(20)), np.cos(np.radians(20))
    axes = np.array([[s, c, 0.0], [0.0, 0.0, -1.0], [c, -s, 0.0]])
    planes, _ = simulated(np.random.default_rng(5), 60, axes, 0.5, np.radians(5))
    angles = np.degrees(planes[:, 0])
    lines = [f"10.{k:02d},45.0,5,{s:.3f},{d:.3f},{r:.3f}" for k, (s, d, r) in enumerate(angles)]
    path.write_text("\n".join(["lon,lat,depth_km,strike,dip,rake", *lines]))


def catalogue_of_slip(path):
    """An earthquake at the planes that slip, and a far one."""
    path.write_text(
        "lon,lat,depth_km,mw,strike,dip,rake\n100.5,36.3,8,6.6,108,60,90\n90,30,9,7,,,\n"
    )


def no_mechanisms(path):
    """A table of earthquakes without mechanisms."""
    path.write_text("lon,lat,strike,dip,rake\n10,45,,,\n10,46,,,\n")


def stress_tensor(path):
    """Strike-slip compressed to the north, as stresstensor writes it."""
    axes = {"s1": (0.0, 0.0), "s2": (0.0, 90.0), "s3": (90.0, 0.0)}
    columns = {f"{name}_trend_deg": np.array([trend]) for name, (trend, _) in axes.items()}
    columns |= {f"{name}_plunge_deg": np.array([plunge]) for name, (_, plunge) in axes.items()}
    columns["shape_ratio"] = np.array([0.5])
    write_table(path, wkt_from_epsg(4326), np.array([13.4]), np.array([42.3]), columns)


MAKERS = {
    "mechanisms": mechanisms_table, "no mechanisms": no_mechanisms,
    "catalogue of slip": catalogue_of_slip,
    "bowl": bowl, "noisy bowl": noisy_bowl, "wrapped slide": wrapped_slide,
    "still": still, "images": small_slc.make_stack,
    "stress tensor": stress_tensor, "slip patches": slip_patches, "two areas": two_areas,
    "road and rail": road_and_rail,
    "landslides": landslides, "moving points": moving_points, "fault": fault, "hill": hill,
    "hill again": hill_again,
    "raster": raster, "slide": slide, "seasonal series": seasonal_series,
    "ionosphere maps": ionosphere_maps,
    "event series": event_under_atmosphere,
    "glacier offsets": glacier_offsets,
    "burst annotation": annotation_files.annotation,
    "burst interferogram": annotation_files.interferogram,
    "wrapped folder": half_noise.files,
    "range interferogram": annotation_files.still_interferogram,
    "azimuth offsets": annotation_files.azimuth_offsets,
    "foreign velocities": foreign_velocities,
    "picture": picture, "moved picture": moved_picture,
    "pictures": pictures,
    "two orbits": two_orbits, "volcanic sources": volcanic_sources,
    "volcanic samples": volcanic_samples,
    "land cover": land_cover, "fringes": fringes, "moving field": moving_field,
    "stations": stations, "planted images": planted_images, "gamma folder": gamma_folder,
    "plain images": plain_images, "licsar folder": licsar_folder,
    "isce2 stack": isce2_files.write_isce2, "snap folder": snap_files.write_dimap,
    "gmtsar folder": product_files.write_gmtsar,
    "sarvey run": sarvey_files.write_sarvey,
    "sarscape points": sarscape_files.write_points,
    "sarscape folder": sarscape_files.write_sarscape,
    "two bands": two_bands_folder, "slopes": slopes_folder, "mintpy rates": mintpy_rates,
    "egms table": egms_table, "points that turn": points_that_turn,
    "range offsets": annotation_files.range_offsets, "stepped offsets": stepped_offsets,
    "wrapped basins": basins.wrapped_basins, "basin map": basins.basin_map,
    "prone slides": prone.slides, "prone heights": prone.dem, "prone river": prone.river,
    "prone cover": prone.cover, "mined panel": mined.panel, "mined points": mined.points,
    "parted slides": parted.slides, "southern slope": parted.dem, "parted points": parted.points,
    "damaged stack": damaged.damaged_stack,
    "thawing series": thawing.series, "thawing slope": thawing.dem,
    "thawing points": thawing.points, "frosty series": thawing.frosty,
    "frosty points": thawing.frosty_points, "air temperature": thawing.air,
    "scattered lakes": lake_maps.lakes, "rates by lakes": lake_maps.rate,
    "heave by chance": lake_maps.amplitude,
    "gates over ice": icy_channel.gates, "speed of ice": icy_channel.one("vx"),
    "side speed of ice": icy_channel.one("vy"), "depth of ice": icy_channel.one("thickness"),
    "melting snow": melting.melting_snow, "two tracks": passing.two_tracks,
    "early ice": floes.early, "later ice": floes.later,
    "driven points": driver_files.driven_points,
    "creeping points": driver_files.creeping_points,
    "fill points": driver_files.fill_points, "fill ground": driver_files.fill_surface,
    "fill top": driver_files.fill_top, "level": driver_files.level_table,
    "rain": driver_files.rain_table,
    "round lake": lake_files.shore, "lake level": lake_files.level_table,
    "loaded points": lake_files.loaded_points,
    "sinking points": aquifer_files.sinking_points, "well": aquifer_files.well_table,
    "two detectors": two_detectors, "ascending series": ascending_series,
    "broken fringes": broken_fringes,
    "creeping rates": creeping_rates, "creeping trace": creeping_trace,
    "strained ground": strained_ground, "strained stations": strained_stations,
    "descending series": descending_series, "azimuth series": azimuth_series,
}  # fmt: skip
