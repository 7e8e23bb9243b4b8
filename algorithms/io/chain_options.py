# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes into the small-baseline chain, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..timeseries.apsfilter import ApsFilterCorrection
from ..timeseries.chain_report import StepReport
from ..timeseries.correction import Selection
from ..timeseries.network_selection import SelectionOptions
from ..timeseries.ramps import RampCorrection
from ..timeseries.sbas import SbasOptions
from ..timeseries.velocity import VelocityModel
from .importing import ImportOptions
from .reference_place import ReferenceChoice
from .run_closure import ClosureOptions
from .run_points import PointOptions
from .run_sbas import SbasReport
from .run_velocity import VelocityReport


@dataclass(frozen=True)
class TroposphereChoice:
    """How the delay of the troposphere is taken off.

    Parameters
    ----------
    method : str
        ``linear`` or ``quadratic`` in height, ``gacos`` or ``era5``.
    weather : path or None
        Folder of GACOS files, or NetCDF file or folder of ERA5.
    hour : float or None
        Of the pass, UTC, for ERA5; from the stack if None.
    """

    method: str = "linear"
    weather: Path | None = None
    hour: float | None = None


@dataclass(frozen=True)
class ChainOptions:
    """The steps' options; None leaves a step out.

    Parameters
    ----------
    fmt : str
        Product of the folder, see :func:`.products.find_product`.
    importing : ImportOptions
    network : SelectionOptions or None
    closure : ClosureOptions or None
    sbas : SbasOptions
    reference : ReferenceChoice
    troposphere : TroposphereChoice or None
    dem_error : VelocityModel or None
        The motion that is fitted along.
    ramps : RampCorrection or None
    apsfilter : ApsFilterCorrection or None
    stable : Selection
        Pixels that tell about the errors.
    model : VelocityModel
        Of the velocity raster.
    points : PointOptions
    """

    fmt: str = "auto"
    importing: ImportOptions = field(default_factory=ImportOptions)
    network: SelectionOptions | None = field(default_factory=SelectionOptions)
    closure: ClosureOptions | None = field(default_factory=ClosureOptions)
    sbas: SbasOptions = field(default_factory=lambda: SbasOptions(robust=True))
    reference: ReferenceChoice = field(default_factory=ReferenceChoice)
    troposphere: TroposphereChoice | None = field(default_factory=TroposphereChoice)
    dem_error: VelocityModel | None = field(default_factory=lambda: VelocityModel(2))
    ramps: RampCorrection | None = None
    apsfilter: ApsFilterCorrection | None = None
    stable: Selection = field(default_factory=Selection)
    model: VelocityModel = field(default_factory=VelocityModel)
    points: PointOptions = field(default_factory=PointOptions)


@dataclass(frozen=True)
class ChainTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    timeseries : path
        HDF5, the corrected series.
    velocity : path
        GeoTIFF of the velocity model, mm/yr.
    temporal_coherence, dem_error : path
        GeoTIFF.
    points : path
        GeoPackage.
    velocity_file : path
        HDF5, ``velocity.h5`` of MintPy.
    report : path
        HTML.
    """

    timeseries: Path
    velocity: Path | None = None
    temporal_coherence: Path | None = None
    dem_error: Path | None = None
    points: Path | None = None
    velocity_file: Path | None = None
    report: Path | None = None


@dataclass(frozen=True)
class ChainReport:
    """What came out.

    Parameters
    ----------
    steps : tuple of StepReport
    sbas : SbasReport
    velocity : VelocityReport
    dates : ndarray of datetime64[D]
    points : int
    written : tuple of str
        Names of the targets that were written; points may find no pixel.
    dem_error : Summary or None
        Metres.
    """

    steps: tuple
    sbas: SbasReport
    velocity: VelocityReport
    dates: np.ndarray
    points: int
    written: tuple
    dem_error: object = None

    def step(self, name: str) -> StepReport:
        """The step of a name."""
        return next(step for step in self.steps if step.name == name)

    def number(self, name: str, what: str) -> float:
        """A figure of a step; 0 where the step or the figure is not there."""
        found = [step.numbers.get(what, 0) for step in self.steps if step.name == name]
        return found[0] if found else 0
