# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Long-wavelength motion removed from a stack file; :mod:`.restore` brings it back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.dates import DAYS_PER_YEAR
from ...data.grid import Grid, Window
from ...data.metric import LocalMetres
from ...errors import GroundshiftError, counted
from ...formats.atomic import check_free_space
from ...formats.hdf5.stacks import StackReader, StackWriter, open_hdf5, read_stack
from ...formats.hdf5.wrapped import WrappedReader, WrappedStackWriter, read_wrapped_stack
from ...formats.measurements import RateLayer
from ...outputs import Layer
from ..interpolation import FEWEST_NODES, ErrorField, FieldOptions, cross_validate
from ..multisensor import RemovePrediction, StackAndModel, time_basis
from .long_wavelength import LookChange, Nodes, nodes_of_points, nodes_of_series, scene_box
from .prediction import ModelReader, ModelWriter, read_model, triangle

BANDS = (
    ("predicted_velocity_mm_yr", "mm/yr"), ("predicted_velocity_std_mm_yr", "mm/yr"),
    ("predicted_phase_std_rad", "rad"),
)  # fmt: skip
SAMPLED_ROWS = 64  # read to see whether a stack's phase is wrapped
SAID = {
    "vertical": "motion is taken as vertical", "down_slope": "motion is taken as down-slope",
    "same_los": "both radars are taken to look from the same side",
}  # fmt: skip


def remove(chosen, outputs, job) -> tuple:
    """Predict the stack's phase from the long wavelength and take it out.

    The residual stack is of the same kind as the stack (wrapped phase is ``wrapPhase``, for
    'Phase unwrapping'), and the model is what :func:`.restore.restore` undoes it with.

    Parameters
    ----------
    chosen : MultiSensor
        Of :mod:`.multisensor`, and so are the outputs.
    outputs : Outputs
    job : Job

    Returns
    -------
    numbers : dict
    notes : list of str

    Raises
    ------
    GroundshiftError
        If nothing can be predicted; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    stack, own_wrapped = _open(chosen)
    grid, keep = stack.grid, chosen.outside == "keep"
    local = LocalMetres(grid.crs, *grid.xy(grid.rows // 2, grid.cols // 2))
    nodes = _read_nodes(chosen, local, grid, job.part(0.0, 0.2))
    predict, cross_validation = _predictor(nodes, chosen)
    notes = _notes(nodes, stack, chosen.assumption)
    attributes = {
        "ASSUMPTION": chosen.assumption, "METHOD": chosen.interpolation,
        "SOURCE": str(_source(chosen)), "LONG_DATES": f"{nodes.dates[0]} {nodes.dates[-1]}",
        "WAVELENGTH": repr(float(stack.wavelength)),
    }  # fmt: skip
    model = outputs.path("MODEL")
    with ModelWriter(model, grid, nodes.dates[0], chosen.degree, keep, attributes) as writer:
        job.part(0.2, 0.6).blocks(predict, _PlacesOf(grid, local), writer.write, grid, 1500.0)
    counts = _take_out(stack, own_wrapped, read_model(model), chosen, outputs, job.part(0.6, 1.0))
    velocity = outputs.summaries["PREDICTION"]
    if not velocity.count:
        raise GroundshiftError(
            f"{stack.path}: no pixel lies within reach of the long-wavelength data; give a larger "
            "reach or check that both overlap."
        )
    outside = grid.rows * grid.cols - velocity.count
    if outside:
        what = "phase kept" if keep else "phase left out"
        notes.append(f"{counted(outside, 'pixel')} without a prediction: {what}.")
    before, after = counts[:2] / max(counts[2], 1)
    return {
        "NODES": len(nodes.places), "PIXELS": velocity.count, "STEEP_BEFORE": before,
        "STEEP_AFTER": after, "CROSS_VALIDATION": cross_validation * 1e3,
        "MEDIAN_PHASE_STD": outputs.summaries["phase_std"].median,
        "FASTEST_AWAY": velocity.minimum, "FASTEST_TOWARDS": velocity.maximum,
    }, notes  # fmt: skip


def _source(chosen):
    return chosen.long_series if chosen.long_points is None else chosen.long_points[0]


def _read_nodes(chosen, local, grid, job) -> Nodes:
    box = scene_box(grid, local)
    change = LookChange(chosen.assumption, chosen.geometry, local)
    if chosen.long_points is not None:
        source = RateLayer(*chosen.long_points, quantity="los")
        nodes = nodes_of_points(source, local, box, chosen.degree, change)
    else:
        nodes = nodes_of_series(
            chosen.long_series, chosen.long_geometry, local, box, chosen.degree, change,
            chosen.min_coherence, chosen.most_nodes, job,
        )  # fmt: skip
    if len(nodes.places) < FEWEST_NODES:
        raise GroundshiftError(
            f"{_source(chosen)}: gives {counted(len(nodes.places), 'node')} on the stack and "
            f"{FEWEST_NODES} are needed; take more points or lower the coherence threshold."
        )
    return nodes


class _PlacesOf:
    """Reads the local coordinates of a window's pixels."""

    def __init__(self, grid: Grid, local: LocalMetres):
        self._grid, self._local = grid, local

    def __call__(self, window: Window):
        """Places, shape (pixel, 2), and the shape of the window."""
        rows, cols = np.divmod(np.arange(window.size), window.width)
        x, y = self._grid.xy(rows + window.row, cols + window.col)
        return self._local.of(self._grid.crs, x, y), (window.height, window.width)


@dataclass(frozen=True)
class _Predict:
    """Block function: places to coefficients and the triangle of their covariance."""

    interpolate: object
    errors: ErrorField
    reach: float
    degree: int

    def __call__(self, block) -> np.ndarray:
        places, shape = block
        covariance = self.errors(places, self.reach)
        inside = np.isfinite(covariance[:, 0, 0])
        values = np.full((len(places), self.degree), np.nan)
        if inside.any():
            values[inside] = self.interpolate(places[inside])
        entries = covariance[:, triangle(self.degree)[0], triangle(self.degree)[1]]
        layers = np.concatenate([values, entries], axis=1).T
        return layers.astype(np.float32).reshape(-1, *shape)


def _predictor(nodes: Nodes, chosen):
    """The prediction as a function of places, and its error (m/yr) at nodes left out."""
    options = FieldOptions(
        chosen.interpolation, chosen.neighbours, chosen.smoothing, chosen.sample, chosen.seed
    )
    interpolate, used, errors = cross_validate(nodes.places, nodes.coefficients.values, options)
    places = nodes.places[used]
    field_of_errors = ErrorField(places, nodes.coefficients.covariance[used], errors)
    # Kriging carries over the distances of its sample.
    spacing = nodes.spacing * np.sqrt(len(nodes.places) / len(used))
    reach = chosen.reach or 3.0 * spacing
    known = errors[np.isfinite(errors[:, 0]), 0]
    score = float(np.sqrt((known**2).mean())) if len(known) else float("nan")
    return _Predict(interpolate, field_of_errors, reach, chosen.degree), score


def _notes(nodes: Nodes, stack, assumption: str) -> list:
    notes = [
        f"{len(nodes.places)} nodes from {len(nodes.dates)} long-wavelength dates "
        f"({nodes.dates[0]} to {nodes.dates[-1]}); {SAID[assumption]}."
    ]
    if nodes.insensitive:
        notes.append(
            f"{counted(nodes.insensitive, 'long-wavelength point')} that can hardly see such "
            "motion left out."
        )
    early = (nodes.dates[0] - stack.dates[0]).astype(int)
    late = (stack.dates[-1] - nodes.dates[-1]).astype(int)
    if max(early, late) > 0:
        notes.append(
            f"The stack reaches {max(early, late)} days beyond the long-wavelength dates, where "
            "the polynomial is extrapolated."
        )
    return notes


def _open(chosen):
    """The stack, and whether its phase is that of ``wrapPhase``."""
    path = chosen.stack
    with open_hdf5(path) as file:
        wrapped, unwrapped = "wrapPhase" in file, "unwrapPhase" in file
    if wrapped and (chosen.phase == "wrapped" or not unwrapped):
        if chosen.phase == "unwrapped":
            raise GroundshiftError(
                f"{path}: holds wrapped phase (wrapPhase) only; choose 'auto' or 'wrapped'."
            )
        return read_wrapped_stack(path), True
    return read_stack(path), False


def _take_out(stack, own_wrapped, model, chosen, outputs, job) -> np.ndarray:
    """Write the residual stack; steps that are too steep before and after, and all steps."""
    target = outputs.path("RESIDUAL")
    check_free_space(target.parent, 4.0 * stack.grid.rows * stack.grid.cols * len(stack.pairs))
    basis = time_basis(stack.pairs, model.epoch, model.degree)
    span = (stack.dates[-1] - stack.dates[0]).astype(float) / DAYS_PER_YEAR
    ends = time_basis(stack.dates[[0, -1]], model.epoch, model.degree)
    counts, values = np.zeros(3, int), 0
    drop = ("FILE_TYPE", "UNIT", "NO_DATA_VALUE", "PHASE")
    attributes = {k: v for k, v in stack.attributes.items() if k not in drop}
    attributes["MOTION_REMOVED"] = "yes"
    opened = (WrappedReader if own_wrapped else StackReader)(stack, np.ones(len(stack.pairs), bool))
    layers = {"PREDICTION": Layer(BANDS)}
    with opened as reader, ModelReader(model) as models:
        wrapped = own_wrapped or _is_wrapped(reader, chosen.phase)
        function = RemovePrediction(
            basis[:, 1] - basis[:, 0], (ends[1] - ends[0]) / span, stack.wavelength, wrapped,
            chosen.outside == "keep",
        )  # fmt: skip

        def read(window):
            nonlocal values
            block = reader.read(window)
            values += int(np.isfinite(block.phase).sum())
            return StackAndModel(block, models.read(window))

        def write(window, block):
            if wrapped:
                writer.write(window, block.phase, block.coherence)
            else:
                for index, phase in enumerate(block.phase):
                    coherence = None if block.coherence is None else block.coherence[index]
                    writer.write(index, window, phase, coherence)
            counts[:] += (block.steep_before, block.steep_after, block.steps)
            bands = np.stack([block.rate * 1e3, block.rate_std * 1e3, block.phase_std])
            rasters.write(window, {"PREDICTION": bands, "phase_std": block.phase_std})

        with (
            (WrappedStackWriter if wrapped else StackWriter)(
                target, stack.grid, stack.pairs, stack.wavelength, stack.perpendicular_baseline,
                stack.has_coherence, attributes,
            ) as writer,
            outputs.rasters(layers, stack.grid, summarised=("phase_std",)) as rasters,
        ):  # fmt: skip
            for index in np.flatnonzero(~stack.keep):
                writer.drop(index)
            job.blocks(function, read, write, stack.grid, 20.0 * len(stack.pairs) + 400.0)
    if not values:
        raise GroundshiftError(
            f"{stack.path}: no pair has a value anywhere; check its no-data value and import it "
            "again."
        )
    return counts


def _is_wrapped(reader: StackReader, phase: str) -> bool:
    """Whether the phase is wrapped: no value of a strip in the middle is beyond pi."""
    if phase != "auto":
        return phase == "wrapped"
    grid = reader.stack.grid
    rows = min(SAMPLED_ROWS, grid.rows)
    values = reader.read(Window((grid.rows - rows) // 2, 0, rows, grid.cols)).phase
    largest = np.abs(values[np.isfinite(values)]).max(initial=0.0)
    return bool(0.9 * np.pi < largest <= np.pi + 1e-3)
