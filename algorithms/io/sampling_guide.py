# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What chooses cells in the place of the displacement: a fault's response, or a model of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Window
from ..data.product import Band
from ..errors import GroundshiftError
from ..source import elastic
from ..source.fault_planes import Patching
from .fault_geometry import FaultModel, FaultTrace, read_fault
from .fault_layers import LayerSource
from .raster_source import RasterSource, describe
from .regrid import on_grid
from .sampling_scene import Scene
from .slip_models import SlipSource

NODES = 160  # a side of the grid on which a slip model is evaluated


@dataclass(frozen=True)
class Guide:
    """What the cells are chosen after, where it is not the displacement itself.

    Parameters
    ----------
    slip : SlipSource, optional
        Slip model or patches.
    fault : FaultTrace, FaultModel or FaultNumbers, optional
        In place of patches, for ``resolution``.
    patch : float
        Metres: size of the patches into which a fault of planes is cut.
    prediction : path, optional
        Raster of a model's displacement along the line of sight, in any unit.
    poisson : float
    """

    slip: SlipSource | None = None
    fault: object = None
    patch: float = 2000.0
    prediction: Path | None = None
    poisson: float = 0.25


def guide_of(
    slip: SlipSource | None, prediction: Path | None, trace: LayerSource | None, dip, width_km,
    patch_km: float, poisson: float,
) -> Guide:  # fmt: skip
    """A guide from what a user gives: degrees and kilometres; a trace counts with its width."""
    fault = None
    if trace is not None and width_km:
        dip = float("nan") if dip is None else dip
        fault = FaultTrace(str(trace.path), trace.layer, dip, width=width_km * 1e3)
    return Guide(slip, fault, patch_km * 1e3, prediction, poisson)


def green_of(scene: Scene, guide: Guide) -> Callable:
    """Responses of places (x, y in metres from the scene's middle) to unit slips of the patches.

    Raises
    ------
    GroundshiftError
        If there are no patches.
    """
    patches = _patches(scene, guide)
    components = elastic.rake_components(patches, np.radians([0.0, 90.0]))

    def green(places):
        x, y = places.T
        points = np.column_stack([scene.to_local(x, y), np.zeros(len(x))])
        found = elastic.green_los(
            patches, components, points, scene.local_looks(x, y), guide.poisson
        )
        return found.reshape(len(x), -1)

    return green


def _patches(scene, guide):
    source = guide.fault if guide.slip is None else FaultModel(guide.slip)
    if source is None:
        raise GroundshiftError(
            "Sampling by resolution needs a fault; give a layer or file of slip patches, or a "
            "trace with dip and width."
        )
    fault = read_fault(source, local=scene.local)
    single = fault.patches.is_rectangular and len(fault.patches) == 1
    if guide.slip is None or single:
        fault = read_fault(source, Patching(guide.patch, guide.patch), local=scene.local)
    scene.notes += [*fault.notes, f"Fault: {len(fault.patches)} patches."]
    return fault.patches


def prediction_of(scene: Scene, guide: Guide) -> np.ndarray:
    """A model's displacement in the middle of the smallest cells, shape (row, column).

    Raises
    ------
    GroundshiftError
        If there is no model, or it lies elsewhere.
    """
    cells = scene.cell_grid()
    if guide.prediction is not None:
        info = describe(guide.prediction)
        with RasterSource(Band(info.path, 1, info.nodata)) as raster:
            reader = on_grid(raster, info.grid, cells, path=guide.prediction)
            values = reader.read(Window(0, 0, cells.rows, cells.cols)).astype(float)
        if not np.isfinite(values).any():
            raise GroundshiftError(
                f"{guide.prediction}: does not overlap the displacement map; choose another."
            )
        return values
    if guide.slip is None:
        raise GroundshiftError(
            "Sampling by a model needs its displacement; give a slip model or a raster."
        )
    from scipy.interpolate import RectBivariateSpline

    model = guide.slip.read(scene.local, need_slip=True).model
    x, y = scene.layout.centres()
    # A metre more, as the ends of the smallest cells may be the same place.
    nodes = [
        np.linspace(part.min() - 1, part.max() + 1, max(4, min(NODES, len(part))))
        for part in (x, y)
    ]
    across, down = (part.ravel() for part in np.meshgrid(*nodes))
    points = np.column_stack([scene.to_local(across, down), np.zeros(len(across))])
    moved = elastic.displacement(model, points, guide.poisson)
    along = np.einsum("ij,ij->i", moved, scene.local_looks(across, down))
    along = np.nan_to_num(along).reshape(len(nodes[1]), len(nodes[0]))
    spline = RectBivariateSpline(nodes[1], nodes[0], along)
    turn = slice(None, None, -1) if scene.layout.step[1] < 0 else slice(None)
    return spline(y[turn], x)[turn]
