# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Two bands over one scene: motion that C band cannot unwrap, removed by L band and restored."""

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import (
    StackReader,
    TimeSeriesReader,
    read_stack,
    read_timeseries,
)
from groundshift.algorithms.formats.hdf5.wrapped import WrappedReader, read_wrapped_stack
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.tables import write_table
from groundshift.algorithms.job import Job
from groundshift.algorithms.timeseries.tools.reference_place import ReferenceChoice
from groundshift.algorithms.toolbox import call
from sbas_runs import choices, named, run_sbas
from two_bands import (
    C_BAND,
    LONG,
    LONG_ANGLES,
    LONG_DATES,
    NEAR,
    SHORT,
    UTM,
    along,
    bowl,
    look,
    make_scene,
    places,
    shape_in_time,
)

WHOLE = Window(0, 0, *SHORT.shape)
CORNER = ReferenceChoice(point=SHORT.xy(3, 5), radius_pixels=0)


def remove(folder, name="out", job=None, **more):
    """The tool's numbers."""
    given = {
        "long_series": folder / "long.h5", "long_geometry": folder / "long_geometry.h5",
        "geometry": folder / "short_geometry.h5", **more,
    }  # fmt: skip
    return call(
        "multisensor", job, stack=folder / "stack.h5", residual=folder / f"{name}.h5",
        model=folder / f"{name}_model.h5", prediction=folder / f"{name}.tif", **given,
    )  # fmt: skip


def restore(series, model, restored, velocity=None):
    """The tool's numbers."""
    return call(
        "multisensor", mode="restore", timeseries=series, model_in=model, restored=restored,
        velocity=velocity,
    )  # fmt: skip


def is_wrapped(path):
    with h5py.File(path) as file:
        return "wrapPhase" in file and "unwrapPhase" not in file


def phase(path):
    with h5py.File(path) as file:
        wrapped = "wrapPhase" in file
    if wrapped:
        with WrappedReader(read_wrapped_stack(path)) as reader:
            return reader.read(WHOLE).phase
    with StackReader(read_stack(path)) as reader:
        return reader.read(WHOLE).phase


def steepness(values):
    """Share of the steps between neighbours of more than pi."""
    steps = [np.abs(np.diff(values, axis=axis)).ravel() for axis in (1, 2)]
    return (np.concatenate(steps) > np.pi).mean()


@pytest.mark.parametrize("assumption", ["vertical", "down_slope"])
def test_fringes_that_alias_become_few(tmp_path, assumption):
    truth = make_scene(tmp_path, assumption, noise=0.004)
    found = remove(tmp_path, assumption=assumption)
    before = steepness(phase(tmp_path / "stack.h5"))
    after = steepness(phase(tmp_path / "out.h5"))
    assert before > 0.001 and after < 1e-5
    assert found["steep_before"] == pytest.approx(before, rel=0.1)
    assert found["steep_after"] < 1e-5 and not is_wrapped(tmp_path / "out.h5")
    _, layers, names = read_raster(tmp_path / "out.tif")
    assert names[0] == "predicted_velocity_mm_yr"
    expected = bowl(SHORT) * along(SHORT, (39.0, 102.0), assumption) * 1e3
    error = layers[0] - expected
    inside = np.isfinite(error)
    assert inside.mean() > 0.99
    assert np.abs(error[inside]).max() < 150 < 0.1 * np.abs(expected).max()
    # White noise: the interpolation averages some of it, the error claimed does not.
    assert 0.3 < (error[inside] / layers[1][inside]).std() < 1.3
    assert truth.shape[1:] == SHORT.shape


def test_the_wrong_assumption_leaves_fringes(tmp_path):
    make_scene(tmp_path, "vertical", bumps=0.0)
    right = remove(tmp_path, assumption="vertical")
    wrong = remove(tmp_path, "same", assumption="same_los")
    left = [np.nanstd(phase(tmp_path / name)) for name in ("out.h5", "same.h5")]
    assert left[0] < 0.5 * left[1]
    assert right["nodes"] == wrong["nodes"]


def test_remove_and_restore_is_the_identity(tmp_path):
    make_scene(tmp_path, acceleration=0.4, noise=0.003)
    remove(tmp_path, degree=2)
    for stack, series in (("stack.h5", "plain_t.h5"), ("out.h5", "left_t.h5")):
        run_sbas(
            tmp_path / stack, named(timeseries=tmp_path / series), choices(weights="uniform"),
            reference=CORNER,
        )  # fmt: skip
    found = restore(
        tmp_path / "left_t.h5", tmp_path / "out_model.h5", tmp_path / "t.h5", tmp_path / "v.tif"
    )
    plain, restored = read_timeseries(tmp_path / "plain_t.h5"), read_timeseries(tmp_path / "t.h5")
    with TimeSeriesReader(plain) as first, TimeSeriesReader(restored) as second:
        a, b = first.read(WHOLE), second.read(WHOLE)
        rate_a, rate_b = first.layer("velocity", WHOLE), second.layer("velocity", WHOLE)
        kept = second.layer("temporalCoherence", WHOLE)
    assert set(plain.layers) == set(restored.layers)
    assert np.isfinite(a).all() and np.isfinite(kept).all()
    np.testing.assert_allclose(b, a, atol=5e-6)
    np.testing.assert_allclose(rate_b, rate_a, atol=1e-4)
    assert found["fastest_away"] < -4000
    np.testing.assert_allclose(read_raster(tmp_path / "v.tif")[1][0], rate_b * 1e3, atol=1e-3)


def test_wrapped_phase_is_unwrapped_by_the_help(tmp_path):
    """With the model out, the wrapped residual is the true one: nothing is left to unwrap."""
    truth = make_scene(tmp_path, wrapped=True, bumps=0.001)
    found = remove(tmp_path)
    assert is_wrapped(tmp_path / "out.h5")
    assert found["steep_before"] > 0.01 > 1e-4 > found["steep_after"]
    left = phase(tmp_path / "out.h5")
    assert np.nanmax(np.abs(left)) <= np.pi + 1e-5
    from groundshift.algorithms.timeseries.multisensor import time_basis
    from groundshift.algorithms.timeseries.tools.prediction import ModelReader, read_model

    model = read_model(tmp_path / "out_model.h5")
    with ModelReader(model) as reader:
        coefficient = reader.read(WHOLE).coefficients[0]
    days = read_stack(tmp_path / "stack.h5").pairs
    weights = np.diff(time_basis(days, model.epoch, 1), axis=1)[:, 0, 0]
    predicted = -4 * np.pi / C_BAND * weights[:, None, None] * coefficient
    whole = left + predicted
    true = -4 * np.pi / C_BAND * (truth[NEAR[:, 1]] - truth[NEAR[:, 0]])
    inside = np.isfinite(whole)
    assert inside.mean() > 0.99
    np.testing.assert_allclose(whole[inside], true[inside], atol=2e-3)


@pytest.mark.parametrize("radius", [0, 3])
@pytest.mark.parametrize("dataset", ["wrapPhase", "unwrapPhase"])
def test_the_wrapped_way_from_end_to_end(tmp_path, dataset, radius):
    """Wrapped stack, residual, unwrapping, inversion, restored series: the truth again."""
    truth = make_scene(tmp_path, wrapped=True)
    with h5py.File(tmp_path / "stack.h5", "r+") as file:
        if dataset != "unwrapPhase":
            file.move("unwrapPhase", dataset)
    if dataset == "unwrapPhase":
        with pytest.raises(GroundshiftError, match="its phase is wrapped .*'Phase unwrapping'"):
            run_sbas(tmp_path / "stack.h5", named(tmp_path / "no.h5"))
    remove(tmp_path)
    assert is_wrapped(tmp_path / "out.h5")
    with pytest.raises(GroundshiftError, match="no dataset 'unwrapPhase'"):
        run_sbas(tmp_path / "out.h5", named(tmp_path / "no.h5"))
    call("unwrap", stack=tmp_path / "out.h5", unwrapped=tmp_path / "u.h5", method="mcf")
    reference = ReferenceChoice(point=SHORT.xy(10, 12), radius_pixels=radius)
    run_sbas(tmp_path / "u.h5", named(tmp_path / "t.h5"), choices(weights="uniform"),
             reference=reference)  # fmt: skip
    restore(tmp_path / "t.h5", tmp_path / "out_model.h5", tmp_path / "r.h5")
    with TimeSeriesReader(read_timeseries(tmp_path / "r.h5")) as reader:
        found = reader.read(WHOLE)
    window = np.s_[:, 10 - radius : 11 + radius, 12 - radius : 13 + radius]
    truth = truth - truth[0]
    truth -= truth[window].mean(axis=(1, 2), keepdims=True)
    known = np.isfinite(found)
    assert known.mean() > 0.99 and np.abs(truth).max() > 1.0
    np.testing.assert_allclose(found[known], truth[known], atol=1e-4)


def test_a_stack_without_any_value_or_of_the_wrong_kind_is_refused(tmp_path):
    make_scene(tmp_path)
    with h5py.File(tmp_path / "stack.h5", "r+") as file:
        file["unwrapPhase"][...] = np.nan
    before = sorted(tmp_path.iterdir())
    with pytest.raises(GroundshiftError, match="stack.h5: no pair has a value anywhere"):
        remove(tmp_path)
    with h5py.File(tmp_path / "stack.h5", "r+") as file:
        file.move("unwrapPhase", "wrapPhase")
    with pytest.raises(GroundshiftError, match="no pair has a value anywhere"):
        remove(tmp_path)
    with pytest.raises(GroundshiftError, match="wrapped phase .wrapPhase. only"):
        remove(tmp_path, phase="unwrapped")
    assert sorted(tmp_path.iterdir()) == before


def test_blocks_do_not_change_the_result(tmp_path):
    make_scene(tmp_path, noise=0.003)
    first = remove(tmp_path, job=Job(2 << 30, 1))
    second = remove(tmp_path, name="small", job=Job(100 << 20, 2))
    np.testing.assert_allclose(
        phase(tmp_path / "out.h5"), phase(tmp_path / "small.h5"), atol=2e-4, equal_nan=True
    )
    assert first["steep_before"] == second["steep_before"]
    assert first["fastest_away"] == pytest.approx(second["fastest_away"], abs=1e-3)


def test_points_do_as_well_as_a_raster(tmp_path):
    make_scene(tmp_path)
    x, y = (part[::2, ::2].ravel() for part in places(LONG))
    rate = (bowl(LONG) * along(LONG, LONG_ANGLES, "vertical"))[::2, ::2].ravel()
    columns = {
        f"D{str(d).replace('-', '')}": rate * t * 1e3
        for d, t in zip(LONG_DATES, shape_in_time(LONG_DATES))
    }
    for name, value in zip(("los_east", "los_north", "los_up"), look(LONG_ANGLES)):
        columns[name] = np.full(len(x), value)
    write_table(tmp_path / "long.gpkg", UTM, x, y, columns)
    points = {"long_series": None, "long_points": tmp_path / "long.gpkg"}
    found = remove(tmp_path, **points)
    assert found["nodes"] > 1000 and found["steep_after"] < 1e-5
    del columns["los_up"]
    write_table(tmp_path / "blind.gpkg", UTM, x, y, columns)
    with pytest.raises(GroundshiftError, match="where its satellite stood"):
        remove(tmp_path, **{**points, "long_points": tmp_path / "blind.gpkg"})


def test_kriging_does_it_too(tmp_path):
    make_scene(tmp_path, noise=0.002)
    found = remove(tmp_path, interpolation="kriging", sample=500)
    assert found["steep_after"] < 0.2 * found["steep_before"]
    assert np.isfinite(found["cross_validation"])


def test_what_lies_beyond_the_dates_and_the_reach_is_said(tmp_path):
    make_scene(tmp_path)
    said = []
    found = remove(tmp_path, job={"note": said.append}, reach=17.0)
    assert found["pixels"] < SHORT.rows * SHORT.cols
    assert any("without a prediction" in note for note in said)
    with h5py.File(tmp_path / "long.h5", "a") as file:
        keep = file["timeseries"][:4], file["date"][:4], file["bperp"][:4]
        for name, values in zip(("timeseries", "date", "bperp"), keep):
            del file[name]
            file[name] = values
    remove(tmp_path, job={"note": said.append})
    assert any("extrapolated" in note for note in said)
    with pytest.raises(GroundshiftError, match="lower the degree"):
        remove(tmp_path, degree=3)


def test_what_cannot_be_done_leaves_nothing(tmp_path):
    make_scene(tmp_path)
    there = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(GroundshiftError, match="geometry of the stack is not given"):
        remove(tmp_path, geometry=None, long_geometry=None)
    with pytest.raises(GroundshiftError, match="where its satellite stood"):
        remove(tmp_path, long_geometry=None)
    with pytest.raises(GroundshiftError, match="no model of removed motion"):
        restore(tmp_path / "long.h5", tmp_path / "stack.h5", tmp_path / "t.h5")
    with pytest.raises(GroundshiftError, match="horizontal is none of the choices"):
        remove(tmp_path, assumption="horizontal")
    with pytest.raises(Cancelled):
        remove(tmp_path, job={"cancelled": lambda: True})
    with h5py.File(tmp_path / "long.h5", "a") as file:
        file["temporalCoherence"][...] = 0.5
    with pytest.raises(GroundshiftError, match="no pixel on the stack"):
        remove(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == there
