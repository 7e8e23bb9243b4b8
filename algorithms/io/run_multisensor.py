# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Long-wavelength motion removed from a stack file; :mod:`.run_restore` brings it back."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import Callable

import numpy as np

from ..data.grid import Grid, Window
from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..timeseries.interpolation import FEWEST_NODES, ErrorField, FieldOptions, cross_validate
from ..timeseries.multisensor import (
    ASSUMPTIONS,
    RemovePrediction,
    StackAndModel,
    time_basis,
)
from ..timeseries.velocity import DAYS_PER_YEAR
from .atomic import Transaction, check_free_space
from .hdf5 import StackReader, StackWriter, open_hdf5, read_stack
from .long_wavelength import LookChange, Nodes, nodes_of_points, nodes_of_series, scene_box
from .measurements import Source
from .metric import LocalMetres
from .prediction import ModelReader, ModelWriter, read_model, triangle
from .rasters import BandInfo, RasterWriter
from .wrapped_stack import WrappedReader, WrappedStackWriter, read_wrapped_stack

PHASES = ("auto", "unwrapped", "wrapped")
BANDS = (
    BandInfo("predicted_velocity_mm_yr", "mm/yr"),
    BandInfo("predicted_velocity_std_mm_yr", "mm/yr"),
    BandInfo("predicted_phase_std_rad", "rad"),
)
SAMPLED_ROWS = 64  # read to see whether a stack's phase is wrapped


@dataclass(frozen=True)
class LongWavelength:
    """The long-wavelength side.

    Parameters
    ----------
    path : path
        ``timeseries.h5``, or a layer of points with a field a date.
    layer : str
        Of a point layer.
    points : bool
    geometry_path : path, optional
        Of the series; points bring ``los_east``, ``los_north``, ``los_up`` along.
    minimum_coherence : float
        Least temporal coherence of the pixels used, where the file has one.
    """

    path: object
    layer: str = ""
    points: bool = False
    geometry_path: object = None
    minimum_coherence: float = 0.7


@dataclass(frozen=True)
class RemoveOptions:
    """How motion is predicted.

    Parameters
    ----------
    degree : int
        Of the polynomial in time.
    assumption : str
        ``vertical``, ``down_slope`` or ``same_los``.
    field : FieldOptions
    most_nodes : int
        Pixels of a long-wavelength raster are averaged to at most about so many nodes.
    reach : float or None
        Nothing is predicted further than this from a node, metres; three node spacings if None.
    keep_outside : bool
        Leave the phase as it is where nothing is predicted; else it is dropped.
    phase : str
        ``auto``, ``unwrapped`` or ``wrapped``.
    """

    degree: int = 1
    assumption: str = "vertical"
    field: FieldOptions = field(default_factory=FieldOptions)
    most_nodes: int = 20000
    reach: float | None = None
    keep_outside: bool = False
    phase: str = "auto"

    def __post_init__(self):
        if self.assumption not in ASSUMPTIONS or self.phase not in PHASES:
            raise GroundshiftError(
                f"'{self.assumption}' or '{self.phase}' is no choice; take one of "
                f"{', '.join((*ASSUMPTIONS, *PHASES))}."
            )
        if not 1 <= self.degree <= 3:
            raise GroundshiftError(f"The degree is {self.degree}; take 1, 2 or 3.")


@dataclass(frozen=True)
class RemoveReport:
    """What came out.

    Parameters
    ----------
    nodes : int
    pixels : int
        With a prediction.
    outside : int
        Without.
    wrapped : bool
        How the phase was taken.
    steep_before, steep_after : float
        Shares of the steps between neighbouring pixels that cannot be unwrapped; see
        :func:`..timeseries.multisensor.count_steep`.
    cross_validation : float
        Root mean square of the rate's error at nodes left out, metres a year.
    velocity, velocity_std, phase_std : Summary
        Of the predicted rate (mm/yr), its error, and the largest error of a pair's phase (rad).
    notes : tuple of str
    """

    nodes: int
    pixels: int
    outside: int
    wrapped: bool
    steep_before: float
    steep_after: float
    cross_validation: float
    velocity: Summary
    velocity_std: Summary
    phase_std: Summary
    notes: tuple

    def results(self) -> dict:
        """The numbers that a tool reports, rates in mm/yr."""
        return {
            "NODES": self.nodes, "PIXELS": self.pixels, "STEEP_BEFORE": self.steep_before,
            "STEEP_AFTER": self.steep_after, "CROSS_VALIDATION": self.cross_validation * 1e3,
            "MEDIAN_PHASE_STD": self.phase_std.median, "FASTEST_AWAY": self.velocity.minimum,
            "FASTEST_TOWARDS": self.velocity.maximum,
        }  # fmt: skip


def run_remove(
    stack_path,
    long: LongWavelength,
    stack_target,
    model_target,
    raster_target=None,
    options: RemoveOptions | None = None,
    *,
    short_geometry=None,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> RemoveReport:
    """Predict the stack's phase from the long wavelength and take it out.

    Parameters
    ----------
    stack_path : path
        Short-wavelength ``ifgramStack.h5``, unwrapped (``unwrapPhase``) or wrapped
        (``wrapPhase``).
    long : LongWavelength
    stack_target, model_target : path
        The residual stack, of the same kind (wrapped phase is ``wrapPhase``, for
        :func:`.run_unwrap.run_unwrap`), and the model with which
        :func:`.run_restore.run_restore` undoes it.
    raster_target : path or None
        GeoTIFF of the predicted rate and its errors.
    options : RemoveOptions, optional
    short_geometry : path, optional
        Geometry of the stack, for all assumptions but ``same_los``.
    run_options, progress, cancelled : optional
        See :func:`..runner.run`.

    Raises
    ------
    GroundshiftError
        If nothing can be predicted; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, run_options = options or RemoveOptions(), run_options or RunOptions()
    stack, own_wrapped = _open(stack_path, options)
    grid, notes = stack.grid, []
    local = LocalMetres(grid.crs, *grid.xy(grid.rows // 2, grid.cols // 2))
    nodes = _read_nodes(
        long, options, short_geometry, local, grid, run_options, _part(progress, 0.0, 0.2),
        cancelled,
    )  # fmt: skip
    predict, cross_validation = _predictor(nodes, options, local, grid)
    _say(nodes, stack, options, long, notes)
    with Transaction() as files:
        model_path = files.add(model_target)
        attributes = {
            "ASSUMPTION": options.assumption, "METHOD": options.field.method,
            "SOURCE": str(long.path), "LONG_DATES": f"{nodes.dates[0]} {nodes.dates[-1]}",
            "WAVELENGTH": repr(float(stack.wavelength)),
        }  # fmt: skip
        with ModelWriter(
            model_path, grid, nodes.dates[0], options.degree, options.keep_outside, attributes
        ) as writer:
            run(
                predict, _PlacesOf(grid, local), writer.write, grid, bytes_per_pixel=1500.0,
                options=run_options, progress=_part(progress, 0.2, 0.6), cancelled=cancelled,
            )  # fmt: skip
        totals = _remove(
            stack, own_wrapped, model_path, files.add(stack_target),
            files.add(raster_target) if raster_target else None, options, run_options,
            _part(progress, 0.6, 1.0), cancelled,
        )  # fmt: skip
        velocity, std, worst = (sampler.summary() for sampler in totals.samplers)
        if not velocity.count:
            raise GroundshiftError(
                f"{stack_path}: no pixel lies within reach of the long-wavelength data; give a "
                "larger reach or check that both overlap."
            )
    outside = grid.rows * grid.cols - velocity.count
    if outside:
        what = "keep their phase" if options.keep_outside else "lose theirs"
        notes.append(f"{outside} pixel(s) have no prediction and {what}.")
    steps = max(totals.counts[2], 1)
    return RemoveReport(
        len(nodes.places), velocity.count, outside, totals.wrapped, totals.counts[0] / steps,
        totals.counts[1] / steps, cross_validation, velocity, std, worst, tuple(notes),
    )  # fmt: skip


def _part(progress, start, stop):
    if progress is None:
        return None
    return lambda share: progress(start + (stop - start) * share)


def _read_nodes(long, options, short_geometry, local, grid, run_options, progress, cancelled):
    box = scene_box(grid, local)
    change = LookChange(options.assumption, short_geometry, local)
    if long.points:
        source = Source(long.path, long.layer, quantity="los")
        nodes = nodes_of_points(source, local, box, options.degree, change)
    else:
        nodes = nodes_of_series(
            long.path, long.geometry_path, local, box, options.degree, change,
            long.minimum_coherence, options.most_nodes, run_options, progress, cancelled,
        )  # fmt: skip
    if len(nodes.places) < FEWEST_NODES:
        raise GroundshiftError(
            f"{long.path}: gives {len(nodes.places)} node(s) on the stack and {FEWEST_NODES} are "
            "needed; take more points or lower the coherence threshold."
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


def _predictor(nodes: Nodes, options: RemoveOptions, local, grid):
    interpolate, used, errors = cross_validate(
        nodes.places, nodes.coefficients.values, options.field
    )
    places = nodes.places[used]
    field_of_errors = ErrorField(places, nodes.coefficients.covariance[used], errors)
    # Kriging carries over the distances of its sample.
    spacing = nodes.spacing * np.sqrt(len(nodes.places) / len(used))
    reach = options.reach or 3.0 * spacing
    known = errors[np.isfinite(errors[:, 0]), 0]
    score = float(np.sqrt((known**2).mean())) if len(known) else float("nan")
    return _Predict(interpolate, field_of_errors, reach, options.degree), score


def _say(nodes, stack, options, long, notes):
    words = {
        "vertical": "motion is taken as vertical", "down_slope": "motion is taken as down-slope",
        "same_los": "both radars are taken to look from the same side",
    }[options.assumption]  # fmt: skip
    notes.append(
        f"{len(nodes.places)} nodes from {len(nodes.dates)} long-wavelength dates "
        f"({nodes.dates[0]} to {nodes.dates[-1]}); {words}."
    )
    if nodes.insensitive:
        notes.append(
            f"{nodes.insensitive} long-wavelength point(s) hardly see such motion and are left out."
        )
    early = (nodes.dates[0] - stack.dates[0]).astype(int)
    late = (stack.dates[-1] - nodes.dates[-1]).astype(int)
    if max(early, late) > 0:
        notes.append(
            f"The stack reaches {max(early, late)} days beyond the long-wavelength dates, where "
            "the polynomial is extrapolated."
        )


@dataclass
class _Totals:
    wrapped: bool
    counts: np.ndarray
    samplers: tuple
    values: int = 0  # phases that the stack has


def _open(path, options):
    """The stack, and whether its phase is that of ``wrapPhase``."""
    with open_hdf5(path) as file:
        wrapped, unwrapped = "wrapPhase" in file, "unwrapPhase" in file
    if wrapped and (options.phase == "wrapped" or not unwrapped):
        if options.phase == "unwrapped":
            raise GroundshiftError(
                f"{path}: holds wrapped phase (wrapPhase) only; choose 'auto' or 'wrapped'."
            )
        return read_wrapped_stack(path), True
    return read_stack(path), False


def _remove(
    stack, own_wrapped, model_path, target, raster, options, run_options, progress, cancelled
):
    model = read_model(model_path)
    check_free_space(target.parent, 4.0 * stack.grid.rows * stack.grid.cols * len(stack.pairs))
    everything = np.ones(len(stack.pairs), bool)
    basis = time_basis(stack.pairs, model.epoch, model.degree)
    span = (stack.dates[-1] - stack.dates[0]).astype(float) / DAYS_PER_YEAR
    ends = time_basis(stack.dates[[0, -1]], model.epoch, model.degree)
    mean_rate = (ends[1] - ends[0]) / span
    totals = _Totals(False, np.zeros(3, int), tuple(Sampler(stack.grid) for _ in BANDS))
    drop = ("FILE_TYPE", "UNIT", "NO_DATA_VALUE")
    attributes = {k: v for k, v in stack.attributes.items() if k not in drop}
    opened = (WrappedReader if own_wrapped else StackReader)(stack, everything)
    with opened as reader, ModelReader(model) as models:
        totals.wrapped = own_wrapped or _is_wrapped(reader, options)
        attributes.pop("PHASE", None)
        attributes["MOTION_REMOVED"] = "yes"
        function = RemovePrediction(
            basis[:, 1] - basis[:, 0], mean_rate, stack.wavelength, totals.wrapped,
            options.keep_outside,
        )  # fmt: skip

        def read(window):
            block = reader.read(window)
            totals.values += int(np.isfinite(block.phase).sum())
            return StackAndModel(block, models.read(window))

        with (WrappedStackWriter if totals.wrapped else StackWriter)(
            target, stack.grid, stack.pairs, stack.wavelength, stack.perpendicular_baseline,
            stack.has_coherence, attributes,
        ) as writer:  # fmt: skip
            for index in np.flatnonzero(~stack.keep):
                writer.drop(index)
            layers = None
            if raster is not None:
                layers = RasterWriter(raster, stack.grid, BANDS)

            def write(window, block):
                if totals.wrapped:
                    writer.write(window, block.phase, block.coherence)
                else:
                    for index, phase in enumerate(block.phase):
                        coherence = None if block.coherence is None else block.coherence[index]
                        writer.write(index, window, phase, coherence)
                totals.counts += (block.steep_before, block.steep_after, block.steps)
                values = np.stack([block.rate * 1e3, block.rate_std * 1e3, block.phase_std])
                for sampler, band in zip(totals.samplers, values):
                    sampler.add(window, band)
                if layers is not None:
                    layers.write(window, values)

            with layers or contextlib.nullcontext():
                run(
                    function, read, write, stack.grid,
                    bytes_per_pixel=20.0 * len(stack.pairs) + 400.0, options=run_options,
                    progress=progress, cancelled=cancelled,
                )  # fmt: skip
    if not totals.values:
        raise GroundshiftError(
            f"{stack.path}: no pair has a value anywhere; check its no-data value and import it "
            "again."
        )
    return totals


def _is_wrapped(reader: StackReader, options: RemoveOptions) -> bool:
    """Whether the phase is wrapped: no value of a strip in the middle is beyond pi."""
    if options.phase != "auto":
        return options.phase == "wrapped"
    grid = reader.stack.grid
    rows = min(SAMPLED_ROWS, grid.rows)
    strip = Window((grid.rows - rows) // 2, 0, rows, grid.cols)
    phase = reader.read(strip).phase
    largest = np.abs(phase[np.isfinite(phase)]).max(initial=0.0)
    return bool(0.9 * np.pi < largest <= np.pi + 1e-3)
