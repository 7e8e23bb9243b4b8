# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layover, shadow and sensitivity against closed forms and a plain NumPy ray."""

import numpy as np
import pytest
from groundshift.algorithms.data.axes import Lattice, ground_axes, look_lattice
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.geometry.visibility import (
    CLASSES,
    combine,
    look_at,
    reach,
)

NAMES = {name: code for code, name in CLASSES.items()}


def metric(shape, spacing, los):
    """Lattice of a plane metric grid, north up."""
    axes = np.tile([spacing, 0.0, 0.0, -spacing, los.east, los.north, los.up], (2, 2, 1))
    return Lattice(*shape, axes)


def whole(height, lattice, **options):
    """Visibility of a whole scene in one block."""
    rows, cols = reach(float(np.nanmax(height) - np.nanmin(height)), lattice)
    padded = np.pad(
        np.asarray(height, np.float32), ((rows, rows), (cols, cols)), constant_values=np.nan
    )
    window = Window(0, 0, *height.shape)
    return look_at(padded, (rows, cols), window, lattice, **options)


def plane(slope, downhill, spacing=10.0, shape=(5, 5)):
    """A slope that falls towards an azimuth."""
    rows, cols = np.mgrid[: shape[0], : shape[1]] * spacing
    azimuth = np.radians(downhill)
    return -np.tan(np.radians(slope)) * (cols * np.sin(azimuth) - rows * np.cos(azimuth))


def test_oracle_of_slopes(oracle):
    classes = {"layover": (1, 5), "shadow": (3, 5)}
    rows = oracle("los_slope.csv")
    assert len(rows) == 60
    for row in rows:
        value = {k: float(v) for k, v in row.items() if k != "class_local"}
        los = from_incidence_heading(value["incidence"], value["heading"])
        height = plane(value["slope"], value["aspect_downslope_azimuth"])
        seen = whole(height, metric(height.shape, 10.0, los), cast=False)
        middle = {k: float(getattr(seen, k)[2, 2]) for k in (
            "slope", "aspect", "range_slope", "r_index", "local_incidence", "sensitivity",
        )}  # fmt: skip
        # Heights are float32, so the angles hold to about 1e-4 degrees.
        assert middle["slope"] == pytest.approx(value["slope"], abs=2e-4)
        turn = (middle["aspect"] - value["aspect_downslope_azimuth"] + 180) % 360 - 180
        assert abs(turn) < 2e-3
        assert middle["range_slope"] == pytest.approx(value["range_slope_deg"], abs=3e-4)
        assert middle["r_index"] == pytest.approx(value["R_exact"], abs=6e-6)
        assert middle["local_incidence"] == pytest.approx(value["local_incidence_deg"], abs=2e-3)
        assert middle["sensitivity"] == pytest.approx(value["C_los_dot_downslope"], abs=6e-6)
        code = int(seen.classes[2, 2])
        if row["class_local"] in classes:
            assert code in classes[row["class_local"]]
        elif row["class_local"] == "foreshortening":
            assert code in (7, 8, 11)
        else:
            assert code in (6, 9, 10, 11)


def ridge(row, spacing):
    """Profile across the oracle's ridge: positions and heights."""
    span = [float(row[k]) for k in ("passive_near_from_x", "passive_far_to_x", "shadow_to_x")]
    low = min(-200.0, np.nanmin([*span, 0.0]) - 20 * spacing)
    high = max(float(row["far_foot_x"]), np.nanmax([*span, 0.0])) + 20 * spacing
    # A cell centre on the crest: a sampled terrain has no sharper ones.
    x = np.arange(np.floor(low / spacing), np.ceil(high / spacing)) * spacing
    x += float(row["crest_x"]) % spacing
    known = [0.0, float(row["crest_x"]), float(row["far_foot_x"])]
    return x, np.interp(x, known, [0.0, float(row["height_m"]), 0.0])


@pytest.mark.parametrize("towards", ["east", "north"])
def test_oracle_of_ridges(towards, oracle):
    """Extents within a cell, looking along columns and along rows."""
    spacing = 4.0
    for row in oracle("ridge_layover_shadow.csv"):
        x, z = ridge(row, spacing)
        if towards == "east":
            height = np.tile(z, (3, 1))
            los = from_incidence_heading(float(row["incidence"]), 0.0)
        else:  # looking north: x grows with the row from the bottom
            height = np.tile(z[::-1, None], (1, 3))
            los = from_incidence_heading(float(row["incidence"]), 270.0)
        seen = whole(height, metric(height.shape, spacing, los))
        line = seen.classes[1] if towards == "east" else seen.classes[::-1, 1]
        layover, shadow = np.isin(line, (1, 2, 5)), np.isin(line, (3, 4, 5))
        check_extent(x, layover, row["passive_near_from_x"], row["passive_far_to_x"], spacing)
        check_extent(x, shadow, row["shadow_from_x"], row["shadow_to_x"], spacing)
        active = np.isin(line, (1,))
        if row["active_layover"] == "1":
            inner = (x > spacing) & (x < float(row["crest_x"]) - spacing)
            assert (active | (line == 5))[inner].all()
        else:
            assert not active.any()


def check_extent(x, flags, begin, end, spacing):
    """The flagged cells reach from begin to end, to a cell."""
    begin, end = float(begin), float(end)
    if np.isnan(begin):
        assert not flags.any()
        return
    where = x[flags]
    assert abs(where[0] - begin) <= 1.01 * spacing
    assert abs(where[-1] - end) <= 1.01 * spacing
    assert flags[(x > begin + spacing) & (x < end - spacing)].all()


def rough_terrain(shape, spacing, seed=0):
    from scipy.ndimage import gaussian_filter

    rng = np.random.default_rng(seed)
    field = gaussian_filter(rng.normal(size=shape), 6)
    return (field / field.std() * 12 * spacing).astype(np.float32)


def plain_rays(height, spacing, incidence, azimuth):
    """Cast shadow and layover by walking every ray with a fine step; plain and slow."""
    from scipy.ndimage import map_coordinates

    shape = height.shape
    rows, cols = np.mgrid[: shape[0], : shape[1]].astype(float)
    shadow, layover = np.zeros(shape, bool), np.zeros(shape, bool)
    tangent = np.tan(np.radians(incidence))
    step_e, step_n = np.sin(np.radians(azimuth)), np.cos(np.radians(azimuth))
    for distance in np.arange(1, 400) * spacing / 4:
        for sign in (1, -1):
            cells = sign * distance / spacing
            places = [rows - step_n * cells, cols + step_e * cells]
            ground = map_coordinates(height.astype(float), places, order=1, cval=np.nan)
            with np.errstate(invalid="ignore"):
                if sign > 0:
                    shadow |= ground > height + distance / tangent
                    layover |= ground < height - distance * tangent
                else:
                    layover |= ground > height + distance * tangent
    return shadow, layover


@pytest.mark.parametrize("heading", [-12.0, 192.0, 70.0])
def test_rays_against_plain_ones(heading):
    spacing, incidence = 20.0, 37.0
    height = rough_terrain((90, 110), spacing)
    los = from_incidence_heading(incidence, heading)
    seen = whole(height, metric(height.shape, spacing, los))
    shadow, layover = plain_rays(height, spacing, incidence, heading - 90)
    codes = seen.classes
    assert 0.02 < shadow.mean() < 0.5 and 0.05 < layover.mean() < 0.8
    # The plain ray takes four steps a cell and bilinear heights, so borders differ by a cell.
    assert np.mean(np.isin(codes, (3, 4, 5)) != shadow) < 0.02
    assert np.mean(np.isin(codes, (1, 2, 5)) != layover) < 0.02


def test_blocks_do_not_matter():
    spacing = 20.0
    height = rough_terrain((120, 100), spacing, 3)
    height[40:43, 50:60] = np.nan
    lattice = metric(height.shape, spacing, from_incidence_heading(40.0, 190.0))
    margin = reach(float(np.nanmax(height) - np.nanmin(height)), lattice)
    padded = np.pad(height, tuple((m, m) for m in margin), constant_values=np.nan)
    once = whole(height, lattice)
    for window in (Window(0, 0, 64, 100), Window(64, 0, 56, 41), Window(37, 55, 10, 20)):
        block = padded[
            window.row : window.row + window.height + 2 * margin[0],
            window.col : window.col + window.width + 2 * margin[1],
        ]
        part = look_at(block, margin, window, lattice)
        for name in vars(once):
            np.testing.assert_array_equal(
                getattr(part, name), getattr(once, name)[window.slices], name
            )


def test_left_looking_mirrors():
    height = rough_terrain((60, 80), 20.0, 5)
    right = whole(height, metric(height.shape, 20.0, from_incidence_heading(35.0, 0.0)))
    left = whole(
        height[:, ::-1].copy(),
        metric(height.shape, 20.0, from_incidence_heading(35.0, 0.0, left_looking=True)),
    )
    np.testing.assert_array_equal(left.classes[:, ::-1], right.classes)


def test_voids_stay_voids_and_hide_nothing():
    height = np.zeros((20, 30), np.float32)
    height[8:10, 10:12] = np.nan
    seen = whole(height, metric(height.shape, 20.0, from_incidence_heading(40.0, 0.0)))
    assert (seen.classes[8:10, 10:12] == 0).all()
    assert np.isnan(seen.r_index[8, 10])
    seen.classes[8:10, 10:12] = NAMES["visible, flat"]
    assert (seen.classes == NAMES["visible, flat"]).all()
    np.testing.assert_array_equal(seen.sensitivity[0], 0)


def test_axes_of_degrees_and_of_utm():
    """One map in degrees and one in UTM give the same metres, and true north."""
    degrees = Grid(50, 60, (6.0, 0.001, 0.0, 60.0, 0.0, -0.001), wkt_from_epsg(4326))
    step = ground_axes(degrees).at(25, 30)
    assert step == pytest.approx([55.8, 0, 0, -111.41], abs=0.05)
    # Three degrees west of the central meridian at 60 north: grid north is 2.6 degrees off.
    utm = Grid(50, 60, (332700.0, 100.0, 0.0, 6655000.0, 0.0, -100.0), wkt_from_epsg(32632))
    east, north, *_ = ground_axes(utm).at(25, 30)
    convergence = np.degrees(np.arctan2(north, east))
    assert np.hypot(east, north) == pytest.approx(100.0, rel=1e-3)
    assert convergence == pytest.approx(np.sin(np.radians(60)) * 3.0, abs=0.1)


def test_lattice_is_bilinear():
    values = np.random.default_rng(0).normal(size=(3, 4, 2))
    lattice = Lattice(21, 31, values)
    rows, cols = lattice.places()
    np.testing.assert_allclose(lattice.at(rows, cols), values)
    np.testing.assert_allclose(lattice.at(5.0, 5.0), values[:2, :2].mean(axis=(0, 1)))


def test_two_orbits():
    codes = np.array([[0, 1, 1, 10, 9, 10, 8, 6]])
    other = np.array([[10, 4, 10, 2, 7, 10, 9, 11]])
    assert combine(codes, other).tolist() == [[0, 4, 3, 2, 5, 1, 1, 3]]


def test_a_look_that_cannot_be():
    grid = Grid(5, 5, (0.0, 10.0, 0.0, 0.0, 0.0, -10.0), wkt_from_epsg(32632))
    with pytest.raises(GroundshiftError, match="between 1 and 89"):
        look_lattice(grid, from_incidence_heading(0.0, 10.0))
    with pytest.raises(GroundshiftError, match="nowhere known"):
        look_lattice(grid, from_incidence_heading(np.full((33, 33), np.nan), 10.0))
    with pytest.raises(GroundshiftError, match="no coordinate reference system"):
        ground_axes(Grid(5, 5))
