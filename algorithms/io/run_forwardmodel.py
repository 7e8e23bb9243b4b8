# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps and points of what a slip model does: files in, files out, block by block."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Grid, Window
from ..data.statistics import Sampler
from ..errors import GroundshiftError
from ..geometry.los import unit_vectors
from ..runner import RunOptions, check_cancelled, compute, run, tell
from ..source.elastic import Medium
from ..source.forward import TENSOR, along_look, forward, fringes
from ..source.patches import SlipModel
from ..source.plausibility import model_doubts
from .atomic import Transaction
from .fault_geometry import FaultGeometry
from .field_types import with_own_types, without_clashes
from .look_angles import LookSource, read_look
from .map_grid import MapGrid, make_grid, places_of
from .metric import LocalMetres
from .point_look import look_at_points
from .rasters import BandInfo, RasterWriter
from .slip_file import SlipFile
from .tables import read_table, write_table

VECTOR = tuple(BandInfo(f"{name}_mm", "mm") for name in ("east", "north", "up"))
LOS = BandInfo("los_mm", "mm")
STRAIN = tuple(BandInfo(f"strain_{name}_ppm", "1e-6") for name, *_ in TENSOR)
STRESS = tuple(BandInfo(f"stress_{name}_mpa", "MPa") for name, *_ in TENSOR)
FRINGES = BandInfo("wrapped_phase", "radian")
SHOWN = {"displacement": -1, "fringes": 0, "strain": 1, "stress": 1}
"""Band that a layer shows first, from 0; its colours are fitted to it."""
BYTES_PER_CELL = 400.0
POINTS_AT_ONCE = 20_000


@dataclass(frozen=True)
class ForwardTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    displacement, fringes, strain, stress : path
        GeoTIFF.
    points : path
        GeoPackage.
    """

    displacement: Path | None = None
    fringes: Path | None = None
    strain: Path | None = None
    stress: Path | None = None
    points: Path | None = None

    @property
    def maps(self) -> tuple:
        """The targets that are rasters."""
        return self.displacement, self.fringes, self.strain, self.stress


@dataclass(frozen=True)
class PointSource:
    """Points at which the model is wanted.

    Parameters
    ----------
    path : path
    layer : str
    depth_field : str
        Field of their depth in km; '' for the run's depth.
    """

    path: str
    layer: str = ""
    depth_field: str = ""


@dataclass(frozen=True)
class ForwardOptions:
    """What is computed, and where.

    Parameters
    ----------
    medium : Medium
    depth : float
        Metres, positive down.
    wavelength : float
        Metres, of the fringes.
    look : LookSource or None
    """

    medium: Medium = field(default_factory=Medium)
    depth: float = 0.0
    wavelength: float = 0.0554658
    look: LookSource | None = None

    def __post_init__(self):
        if not self.depth >= 0:
            raise GroundshiftError("The depth is above the surface; give 0 or more.")
        if not self.wavelength > 0:
            raise GroundshiftError("The wavelength is not above 0; Sentinel-1 has 5.546576 cm.")


@dataclass
class ForwardReport:
    """What came out.

    Parameters
    ----------
    largest : float
        Largest displacement, mm.
    highest, lowest : float
        Up, mm.
    los_low, los_high : float
        Along the line of sight, mm; NaN without one.
    limits : dict of str to float
        For the colours, by target.
    singular : int
        Cells and points on a patch's edge or beside its corner, without a number.
    """

    largest: float = np.nan
    highest: float = np.nan
    lowest: float = np.nan
    los_low: float = np.nan
    los_high: float = np.nan
    limits: dict = field(default_factory=dict)
    singular: int = 0

    def add(self, vectors, los) -> None:
        """Take in displacements in mm."""
        bad = ~np.isfinite(vectors).all(axis=1)
        self.singular += int(bad.sum())
        if bad.all():
            return
        vectors = vectors[~bad]
        self.largest = np.fmax(self.largest, np.linalg.norm(vectors, axis=1).max())
        self.highest = np.fmax(self.highest, vectors[:, 2].max())
        self.lowest = np.fmin(self.lowest, vectors[:, 2].min())
        if los is not None:
            self.los_low = np.fmin(self.los_low, los[~bad].min())
            self.los_high = np.fmax(self.los_high, los[~bad].max())


def with_uniform_slip(fault: FaultGeometry, slip: float, rake: float, opening: float) -> SlipFile:
    """A fault that slips by the same all over.

    Parameters
    ----------
    fault : FaultGeometry
    slip, opening : float
        Metres.
    rake : float
        Degrees.
    """
    model = SlipModel.of_rake(fault.patches, slip, np.radians(rake), opening)
    return SlipFile(model, fault.local, fault.crs, "layer", fault.notes)


def medium_of(file: SlipFile, shear_modulus=None, poisson=None, log=None) -> Medium:
    """The rock: as asked for, else as a Coulomb file says, else of 30 GPa and 0.25.

    Parameters
    ----------
    file : SlipFile
    shear_modulus, poisson : float or None
        Pascal; None for what is not asked for.
    log : callable, optional
        Is told what a file says.
    """
    own = None if file.coulomb is None else file.coulomb.medium
    rock = own or Medium()
    medium = Medium(
        rock.shear_modulus if shear_modulus is None else shear_modulus,
        rock.poisson if poisson is None else poisson,
    )
    if own is not None and log is not None:
        log(
            f"The Coulomb file says a shear modulus of {own.shear_modulus / 1e9:.4g} GPa and "
            f"Poisson's ratio {own.poisson:g}; {medium.shear_modulus / 1e9:.4g} GPa and "
            f"{medium.poisson:g} are taken."
        )
    return medium


def run_forwardmodel(
    model: SlipModel,
    local: LocalMetres,
    crs: str,
    targets: ForwardTargets,
    options: ForwardOptions,
    asked: MapGrid | None = None,
    points: PointSource | None = None,
    *,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> ForwardReport:
    """Compute what a slip model does on a map, at points, or both.

    Parameters
    ----------
    model : SlipModel
    local : LocalMetres
        The model's frame.
    crs : str
        WKT of maps that ask for none.
    targets : ForwardTargets
    options : ForwardOptions
    asked : MapGrid, optional
    points : PointSource, optional
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    log = log or (lambda text: None)
    if targets.fringes is not None and options.look is None:
        raise GroundshiftError("Fringes need a line of sight; give its incidence and heading.")
    if (targets.points is None) != (points is None):
        raise GroundshiftError("Give both a layer of points and where to write the result.")
    for text in model_doubts(model, options.medium.shear_modulus):
        log(text)
    share = 0.9 if points is None or any(targets.maps) else 0.0
    report = ForwardReport()
    with Transaction() as files:
        if any(target is not None for target in targets.maps):
            grid = make_grid(
                asked or MapGrid(), model.patches.corners.reshape(-1, 3)[:, :2], local, crs
            )
            log(f"The map has {grid.rows} x {grid.cols} cells.")
            lattice = None if options.look is None else read_look(options.look, grid, log)
            with _Maps(files, grid, targets, report) as maps:
                run(
                    partial(_fields, model=model, options=options, tensors=maps.tensors),
                    partial(_read, grid=grid, local=local, depth=options.depth, lattice=lattice),
                    maps.write, grid, bytes_per_pixel=BYTES_PER_CELL, options=run_options,
                    progress=None if progress is None else lambda done: progress(share * done),
                    cancelled=cancelled,
                )  # fmt: skip
            report.limits = maps.limits()
        if points is not None:
            _points(
                files.add(targets.points), model, local, options, points, report,
                None if progress is None else lambda d: progress(share + (1 - share) * d),
                cancelled, log,
            )  # fmt: skip
    if report.singular:
        log(
            f"{report.singular} place(s) on an edge of a patch, beside a corner at the surface, or "
            "above the ground have no data."
        )
    return report


def _read(window: Window, grid: Grid, local, depth, lattice):
    """What is needed of a block: places, the frame's turn and the line of sight."""
    places = places_of(grid, window, local)
    points = np.column_stack([places, np.full(len(places), -depth)])
    look = None
    if lattice is not None:
        block = lattice.block(window)[..., :3].reshape(-1, 3)
        look = np.stack([np.ravel(part) for part in _unit(block)], axis=1)
    return window, points, local.convergence(local.crs, *places.T), look


def _unit(block):
    los = unit_vectors(*block.T.astype(float))
    return los.east, los.north, los.up


def _fields(block, model, options: ForwardOptions, tensors):
    window, points, convergence, look = block
    fields = forward(model, points, convergence, options.medium, tensors)
    los = None if look is None else along_look(fields.displacement, look)
    shape = (window.height, window.width)

    def image(values):
        return None if values is None else np.asarray(values).T.reshape(-1, *shape)

    parts = {"displacement": fields.displacement * 1e3}
    if los is not None:
        parts["displacement"] = np.column_stack([parts["displacement"], los * 1e3])
        parts["fringes"] = fringes(los, options.wavelength)[:, None]
    if tensors:
        parts["strain"], parts["stress"] = fields.strain * 1e6, fields.stress / 1e6
    return {name: image(values) for name, values in parts.items()}


class _Maps(contextlib.ExitStack):
    """The rasters of a run, and what their colours span."""

    def __init__(self, files, grid, targets: ForwardTargets, report: ForwardReport):
        super().__init__()
        self._grid, self._report, self._targets = grid, report, targets
        self._files, self._writers = files, {}
        self._samplers = {}

    @property
    def tensors(self) -> bool:
        """Whether strain or stress is wanted."""
        return self._targets.strain is not None or self._targets.stress is not None

    def write(self, window: Window, images) -> None:
        """Write a block."""
        for name, values in images.items():
            target = getattr(self._targets, name)
            if target is None:
                continue
            if name not in self._writers:
                bands = _bands(name, len(values))
                self._writers[name] = self.enter_context(
                    RasterWriter(self._files.add(target), self._grid, bands)
                )
                self._samplers[name] = Sampler(self._grid)
            self._writers[name].write(window, values.astype(np.float32))
            self._samplers[name].add(window, values[SHOWN[name]])
        moved = images["displacement"].reshape(len(images["displacement"]), -1)
        self._report.add(moved[:3].T, moved[3] if len(moved) > 3 else None)

    def limits(self) -> dict:
        """Symmetric limits of the colours, by target.

        Displacement has no poles, as strain and stress do, and the little ground that moves most is
        what its map is drawn for, so all of its values are within.
        """
        found = {name: sampler.summary() for name, sampler in self._samplers.items()}
        limits = {name: summary.symmetric_limit for name, summary in found.items()}
        if "displacement" in found:
            whole = found["displacement"]
            limits["displacement"] = max(abs(whole.minimum), abs(whole.maximum))
        return limits


def _bands(name, count):
    if name == "displacement":
        return (*VECTOR, LOS)[:count]
    return {"fringes": (FRINGES,), "strain": STRAIN, "stress": STRESS}[name]


def _points(path, model, local, options, source, report, progress, cancelled, log):
    """Fields at the points of a layer, added to its own fields."""
    table = read_table(source.path, source.layer)
    places = local.of(table.crs, table.x, table.y, source.path)
    depth = np.full(len(places), options.depth)
    if source.depth_field:
        depth = table.numbers(source.depth_field) * 1e3
        if not np.isfinite(depth).all():
            log(f"{source.path}: points without {source.depth_field} get no result.")
    points = np.column_stack([places, -depth])
    looks = None
    if options.look is not None:
        los = look_at_points(table, options.look, log)
        looks = np.stack(np.broadcast_arrays(los.east, los.north, los.up, depth)[:3], axis=1)
    moved, strains, stresses = (np.full((len(points), k), np.nan) for k in (3, 6, 6))
    known = np.flatnonzero(np.isfinite(points).all(axis=1))
    convergence = local.convergence(local.crs, *places.T)
    for first in range(0, len(known), POINTS_AT_ONCE):
        check_cancelled(cancelled)
        some = known[first : first + POINTS_AT_ONCE]
        fields = compute(
            lambda rows: forward(model, points[rows], convergence[rows], options.medium, True),
            some, 1 << 10,
        )  # fmt: skip
        moved[some], strains[some], stresses[some] = (
            fields.displacement, fields.strain, fields.stress
        )  # fmt: skip
        tell(progress, (first + len(some)) / len(known))
    columns = with_own_types(table, source.path, source.layer)
    columns.update({band.name: np.round(moved[:, k] * 1e3, 4) for k, band in enumerate(VECTOR)})
    los = None
    if looks is not None:
        los = along_look(moved, looks) * 1e3
        columns[LOS.name] = np.round(los, 4)
    columns.update({band.name: strains[:, k] * 1e6 for k, band in enumerate(STRAIN)})
    columns.update({band.name: stresses[:, k] / 1e6 for k, band in enumerate(STRESS)})
    report.add(moved * 1e3, los)
    write_table(path, table.crs, table.x, table.y, without_clashes(columns))
