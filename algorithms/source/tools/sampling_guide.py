# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What chooses cells in the place of the displacement: a fault's response, or a model of it."""

from __future__ import annotations

from typing import Callable

import numpy as np

from ...data.grid import Window
from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.raster_source import RasterSource, describe
from ...formats.regrid import on_grid
from .. import elastic
from ..fault_planes import Patching
from .fault_geometry import FaultModel, FaultTrace, read_fault
from .sampling_scene import Scene

NODES = 160  # a side of the grid on which a slip model is evaluated


def green_of(scene: Scene) -> Callable:
    """Responses of places (x, y in metres from the scene's middle) to unit slips of the patches.

    Raises
    ------
    GroundshiftError
        If there are no patches.
    """
    patches = _patches(scene)
    components = elastic.rake_components(patches, np.radians([0.0, 90.0]))

    def green(places):
        x, y = places.T
        points = np.column_stack([scene.to_local(x, y), np.zeros(len(x))])
        found = elastic.green_los(
            patches, components, points, scene.local_looks(x, y), scene.chosen.poisson
        )
        return found.reshape(len(x), -1)

    return green


def _patches(scene):
    chosen = scene.chosen
    slip = chosen.guide.source()
    if slip is not None:
        source = FaultModel(slip)
    elif chosen.trace is not None and chosen.fault_width:
        dip = float("nan") if chosen.fault_dip is None else chosen.fault_dip
        path, layer = chosen.trace
        source = FaultTrace(str(path), layer, dip, width=chosen.fault_width * 1e3)
    else:
        raise GroundshiftError(
            "Sampling by resolution needs a fault; give a layer or file of slip patches, or a "
            "trace with dip and width."
        )
    fault = read_fault(source, local=scene.local)
    single = fault.patches.is_rectangular and len(fault.patches) == 1
    if slip is None or single:
        side = chosen.patch * 1e3
        fault = read_fault(source, Patching(side, side), local=scene.local)
    scene.notes += [*fault.notes, f"Fault: {len(fault.patches)} patches."]
    return fault.patches


def prediction_of(scene: Scene) -> np.ndarray:
    """A model's displacement in the middle of the smallest cells, shape (row, column).

    Raises
    ------
    GroundshiftError
        If there is no model, or it lies elsewhere.
    """
    cells, chosen = scene.cell_grid(), scene.chosen
    slip = chosen.guide.source()
    if chosen.prediction is not None:
        info = describe(chosen.prediction)
        with RasterSource(Band(info.path, 1, info.nodata)) as raster:
            reader = on_grid(raster, info.grid, cells, path=chosen.prediction)
            values = reader.read(Window(0, 0, cells.rows, cells.cols)).astype(float)
        if not np.isfinite(values).any():
            raise GroundshiftError(
                f"{chosen.prediction}: does not overlap the displacement map; choose another."
            )
        return values
    if slip is None:
        raise GroundshiftError(
            "Sampling by a model needs its displacement; give a slip model or a raster."
        )
    from scipy.interpolate import RectBivariateSpline

    model = slip.read(scene.local, need_slip=True).model
    x, y = scene.layout.centres()
    # A metre more, as the ends of the smallest cells may be the same place.
    nodes = [
        np.linspace(part.min() - 1, part.max() + 1, max(4, min(NODES, len(part))))
        for part in (x, y)
    ]
    across, down = (part.ravel() for part in np.meshgrid(*nodes))
    points = np.column_stack([scene.to_local(across, down), np.zeros(len(across))])
    moved = elastic.displacement(model, points, chosen.poisson)
    along = np.einsum("ij,ij->i", moved, scene.local_looks(across, down))
    along = np.nan_to_num(along).reshape(len(nodes[1]), len(nodes[0]))
    spline = RectBivariateSpline(nodes[1], nodes[0], along)
    turn = slice(None, None, -1) if scene.layout.step[1] < 0 else slice(None)
    return spline(y[turn], x)[turn]
