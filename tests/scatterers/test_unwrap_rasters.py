# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping of rasters by every method, in tiles and whole."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.scatterers.unwrapping import rasters
from groundshift.algorithms.scatterers.unwrapping.quality import (
    ComponentTotals,
    cycles_between,
    misclosure,
)
from groundshift.algorithms.scatterers.unwrapping.rasters import (
    RasterOptions,
    chosen_method,
    unwrap_raster,
)
from groundshift.algorithms.scatterers.unwrapping.tiles import plan_tiles, unwrap_tiles
from scipy.ndimage import median_filter
from wrapped_scenes import TAU, raster, wrap


@pytest.fixture(params=["mcf", "learned", "whirlwind", "snaphu"])
def method(request):
    if not rasters.available(request.param):
        pytest.skip(f"the package {rasters.PACKAGES[request.param]} is not on this machine")
    return request.param


def options(method, **values):
    return RasterOptions(**{"method": method, "least_pixels": 20, **values})


def wrong_share(found, truth):
    cycles = np.rint((found - truth) / TAU)
    known = np.isfinite(cycles)
    return float((cycles[known] != np.median(cycles[known])).mean())


def congruent(found, wrapped):
    known = np.isfinite(found)
    return np.abs(wrap(found[known].astype(float) - wrapped[known])).max() < 1e-4


def test_a_planted_phase_is_found(method):
    truth, wrapped = raster()
    result = unwrap_raster(wrapped, np.full(truth.shape, 0.9), options(method))
    assert wrong_share(result.phase, truth) == 0
    assert congruent(result.phase, wrapped)
    assert (result.component == 1).mean() > 0.95


def test_noise_leaves_the_result_congruent(method):
    truth, wrapped = raster(noise=0.9, seed=1)
    result = unwrap_raster(wrapped, np.full(truth.shape, 0.6), options(method, looks=4))
    assert congruent(result.phase, wrapped)
    assert wrong_share(result.phase, truth) < 0.02


def test_no_data_and_incoherent_pixels_stay_out(method):
    truth, wrapped = raster()
    coherence = np.full(truth.shape, 0.9)
    wrapped[30:40, 20:60] = np.nan
    coherence[80:, :30] = 0.1
    result = unwrap_raster(wrapped, coherence, options(method, least_coherence=0.3))
    assert np.isnan(result.phase[30:40, 20:60]).all()
    assert np.isnan(result.phase[80:, :30]).all()
    assert (result.component[~np.isfinite(result.phase)] == 0).all()
    assert np.isfinite(result.phase).sum() == truth.size - 400 - 40 * 30
    assert wrong_share(result.phase, truth) == 0


def test_islands_are_bridged_and_have_numbers_of_their_own(method):
    truth, wrapped = raster(amplitude=5.0)
    wrapped[:, 70:76] = np.nan
    result = unwrap_raster(wrapped, np.full(truth.shape, 0.9), options(method))
    assert wrong_share(result.phase, truth) == 0
    assert set(np.unique(result.component)) == {0, 1, 2}
    assert len(np.unique(result.component[:, :60])) == 1


def test_steep_noise_around_a_lake_closes(method):
    """The phase around a lake may have residues inside of it, but no jump on its shore."""
    truth, wrapped = raster(noise=0.3, seed=4)
    wrapped[40:60, 50:70] = np.nan
    result = unwrap_raster(wrapped, np.full(truth.shape, 0.9), options(method, looks=20))
    for axis in (0, 1):
        jumps = np.abs(np.diff(result.phase, axis=axis))
        assert np.nanmax(jumps) < TAU * 0.75


@pytest.mark.parametrize("shape", [(1, 40), (3, 3), (40, 2)])
def test_tiny_rasters_come_back_as_they_are(shape):
    wrapped = np.zeros(shape, np.float32)
    result = unwrap_raster(wrapped, None, RasterOptions(method="mcf"))
    np.testing.assert_array_equal(result.phase, wrapped)


def test_nothing_valid_is_no_error(method):
    wrapped = np.full((30, 30), np.nan, np.float32)
    result = unwrap_raster(wrapped, None, options(method))
    assert np.isnan(result.phase).all()
    assert not result.component.any()


def test_the_filter_only_helps_unless_its_phase_is_asked_for():
    truth, wrapped = raster(noise=1.0, seed=2)
    coherence = np.full(truth.shape, 0.3)
    helped = unwrap_raster(wrapped, coherence, options("mcf", filter="goldstein", looks=2))
    plain = unwrap_raster(wrapped, coherence, options("mcf", looks=2))
    assert congruent(helped.phase, wrapped)
    smooth, _ = raster()
    assert wrong_share(helped.phase, truth) <= wrong_share(plain.phase, truth)
    kept = unwrap_raster(
        wrapped, coherence, options("mcf", filter="goldstein", looks=2, keep_filtered=True)
    )
    assert not congruent(kept.phase, wrapped)
    error = [np.std(p - smooth - np.median(p - smooth)) for p in (kept.phase, helped.phase)]
    assert error[0] < 0.6 * error[1]


def test_a_method_that_is_not_installed_is_named_with_a_cure(monkeypatch):
    monkeypatch.setattr(rasters, "available", lambda name: name == "mcf")
    assert chosen_method("auto") == "mcf"
    with pytest.raises(GroundshiftError, match="whirlwind-insar.*pip install.*mcf"):
        chosen_method("whirlwind")
    with pytest.raises(GroundshiftError, match="choose one of"):
        chosen_method("skimage")


def tiled(wrapped, coherence, chosen, side=64, overlap=24, cancelled=None):
    tiles = plan_tiles(wrapped.shape, side, overlap)
    phase, component = np.empty(wrapped.shape, np.float32), np.empty(wrapped.shape, np.int16)
    with ThreadPoolExecutor(2) as pool:
        unwrap_tiles(
            tiles, lambda w: (wrapped[w.slices], coherence[w.slices]),
            lambda p, c: unwrap_raster(p, c, chosen), phase, component, pool.map,
            cancelled=cancelled,
        )  # fmt: skip
    return tiles, phase, component


def test_tiles_make_no_difference_to_clean_data(method):
    truth, wrapped = raster(rows=200, cols=230)
    coherence = np.full(truth.shape, 0.9, np.float32)
    chosen = options(method, bridge=False)
    whole = unwrap_raster(wrapped, coherence, chosen)
    tiles, phase, component = tiled(wrapped, coherence, chosen)
    assert len(tiles) > 9
    cycles = np.rint((phase - whole.phase) / TAU)
    assert (cycles == cycles[0, 0]).all()
    assert congruent(phase, wrapped)
    assert (component == 1).mean() > 0.95


def test_tiles_cover_all_once_and_overlap():
    tiles = plan_tiles((1000, 333), 300, 60)
    seen = np.zeros((1000, 333), int)
    for tile in tiles:
        seen[tile.core.slices] += 1
        assert max(tile.window.height, tile.window.width) <= 300
    assert (seen == 1).all()
    assert plan_tiles((350, 333), 300, 60)[0].window == Window(0, 0, 350, 333)
    assert len(plan_tiles((5000, 5000), 0, 60)) == 1


def test_islands_keep_their_numbers_across_tiles():
    truth, wrapped = raster(rows=200, cols=230, amplitude=5.0)
    wrapped[:, 110:118] = np.nan
    coherence = np.full(truth.shape, 0.9, np.float32)
    _, phase, component = tiled(wrapped, coherence, options("mcf"))
    assert set(np.unique(component[:, :110])) == {component[0, 0]}
    assert set(np.unique(component[:, 118:])) == {component[0, -1]}
    assert component[0, 0] != component[0, -1]
    for part in (np.s_[:, :110], np.s_[:, 118:]):
        assert wrong_share(phase[part], truth[part]) == 0


def test_a_cancel_stops_between_tiles():
    truth, wrapped = raster(rows=200, cols=230)
    coherence = np.full(truth.shape, 0.9, np.float32)
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        tiled(wrapped, coherence, options("mcf"), cancelled=cancelled)


def test_components_are_summed_up():
    wrapped = np.zeros((4, 5), np.float32)
    wrapped[0, 0] = np.nan
    component = np.ones((4, 5), np.int16)
    component[:, 3:] = 2
    coherence = np.where(component == 1, 0.8, 0.4)
    totals = ComponentTotals.of(wrapped, coherence, component)
    assert totals.pixels.tolist() == [0, 11, 8]
    np.testing.assert_allclose(totals.mean_coherence[1:], [0.8, 0.4])
    assert not totals.residues.any()
    y, x = np.mgrid[:6, :6] - 2.5
    vortex = np.arctan2(y, x).astype(np.float32)
    assert ComponentTotals.of(vortex, None, np.zeros((6, 6), np.int16)).residues.tolist() == [1]
    assert residue_cells(vortex).sum() == 1


def residue_cells(wrapped):
    """Cells around which the phase does not close, by NumPy; shape (row - 1, column - 1), bool."""
    corners = (
        wrapped[:-1, :-1], wrapped[:-1, 1:], wrapped[1:, 1:], wrapped[1:, :-1], wrapped[:-1, :-1],
    )  # fmt: skip
    steps = zip(corners, corners[1:])
    return np.abs(sum(np.rint((after - before) / TAU) for before, after in steps)) > 0.5


@pytest.mark.parametrize("known", [True, False])
def test_parts_sum_up_to_the_whole(known):
    """Each component by itself, with gaps; residues on borders of parts are counted once."""
    rng = np.random.default_rng(0)
    wrapped = rng.uniform(-np.pi, np.pi, (40, 31)).astype(np.float32)
    wrapped[rng.random(wrapped.shape) < 0.05] = np.nan
    component = rng.integers(0, 4, wrapped.shape).astype(np.int16)
    coherence = rng.random(wrapped.shape, np.float32)
    coherence[rng.random(wrapped.shape) < 0.1] = np.nan
    coherence = coherence if known else None
    whole, parts = ComponentTotals.of(wrapped, coherence, component), ComponentTotals.none(3)
    for row in range(0, 40, 7):
        part, rows = np.s_[row : row + 8], min(7, 40 - row)
        parts.add(wrapped[part], coherence if coherence is None else coherence[part],
                  component[part], rows)  # fmt: skip
    cells = residue_cells(wrapped)
    assert cells.sum() > 100
    for label in range(4):
        inside = (component == label) & np.isfinite(wrapped)
        values = coherence[inside & np.isfinite(coherence)].astype(float) if known else np.zeros(0)
        for totals in (whole, parts):
            assert totals.pixels[label] == inside.sum()
            assert totals.coherent[label] == len(values)
            assert totals.coherence[label] == pytest.approx(values.sum(), rel=1e-12)
            assert totals.residues[label] == cells[component[:-1, :-1] == label].sum()


def test_methods_are_compared_apart_from_what_is_common():
    phase = np.zeros((4, 5), np.float32)
    other = phase + 3 * TAU
    other[0, :2] += TAU
    other[3, 4] = np.nan
    cycles = cycles_between(other, phase)
    assert np.nansum(cycles != 0) == 3  # two pixels and the NaN
    assert (cycles[0, :2] == 1).all()


def test_misclosure_counts_triplets_by_component():
    phase = np.zeros((3, 2, 4))
    phase[2, 0, 0] = TAU
    phase[1, 1, 3] = np.nan
    component = np.ones((3, 2, 4), int)
    wrong, total = np.zeros((2, 3, 2), int)
    misclosure(phase, component, np.array([[0, 1, 2]]), wrong, total)
    assert wrong[:, 1].tolist() == [1, 1, 1]
    assert total[:, 1].tolist() == [7, 7, 7]


def test_real_pair_of_morocco(shared_data, method):
    """Methods agree on real data; the phase is smooth afterwards."""
    gdal = pytest.importorskip("osgeo.gdal")
    folder = shared_data("morocco_s1_pair")
    phase, coherence = (
        gdal.Open(str(folder / name)).ReadAsArray()[100:400, 200:500]
        for name in ("phi_vv.tif", "coh_vv.tif")
    )
    phase = np.where(phase == -9999, np.nan, phase)
    chosen = options(method, least_coherence=0.3)
    result = unwrap_raster(phase, coherence, chosen)
    own = unwrap_raster(phase, coherence, options("mcf", least_coherence=0.3))
    cycles = cycles_between(result.phase, own.phase)
    assert np.mean(cycles[np.isfinite(cycles)] == 0) > 0.999
    jumps = np.abs(np.diff(result.phase, axis=1))
    assert np.nanmean(jumps > np.pi) < 1e-3


def test_an_earthquake_is_unwrapped_as_its_publishers_did(shared_data, method):
    """Khost 2022: some fringes, 3,193 residues and no coherence."""
    folder = shared_data("licsar_coseismic") / "afghanistan"
    wrapped, published = (
        np.fromfile(folder / f"afghanistan{ending}", np.float32).reshape(601, 601)
        for ending in (".diff", ".unw")
    )
    result = unwrap_raster(wrapped, None, options(method))
    off = result.phase - published * 4 * np.pi / 0.05546576
    known = np.isfinite(off)
    off = median_filter(np.where(known, off, np.median(off[known])), 9)[known]
    assert np.mean(np.abs(off - np.median(off)) < np.pi) > 0.95


def test_bridging_gets_the_authors_simulation_right(shared_data, method):
    """Yunjun et al. (2019): their own bridged result has 0.5 % wrong cycles."""
    folder = shared_data("unzen_simulated_unwrap")
    size = 300
    wrapped = np.angle(np.fromfile(folder / "sim.int", np.complex64).reshape(size, size))
    coherence = np.fromfile(folder / "sim.cor", np.float32).reshape(size, size)
    truth = np.fromfile(folder / "sim.unw", np.float32).reshape(size, 2, size)[:, 1]
    result = unwrap_raster(wrapped, coherence, options(method, least_coherence=0.1))
    cycles = np.rint((result.phase - truth)[np.isfinite(result.phase) & (truth != 0)] / TAU)
    _, counts = np.unique(cycles, return_counts=True)
    assert 1 - counts.max() / counts.sum() < 0.0053
