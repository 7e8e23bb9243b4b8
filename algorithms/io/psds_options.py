# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes into the chain from radar images to motion, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..errors import GroundshiftError
from ..scatterers.linking import LinkingOptions
from ..scatterers.shp import CHAIN_ALPHA, ShpOptions
from ..scatterers.unwrapping.rasters import RasterOptions
from ..timeseries.sbas import SbasOptions
from .chain_options import ChainOptions, ChainReport
from .run_ds import DsOptions, DsReport
from .run_points import PointOptions
from .run_ps import PsOptions
from .run_pscandidates import CandidateOptions
from .run_unwrap import UnwrapOptions, UnwrapReport

PERSISTENT = ("dispersion", "stability", "none")


def _chain() -> ChainOptions:
    """Linked phases close by themselves, so there is nothing to mend and nothing to choose."""
    return ChainOptions(
        network=None, closure=None, sbas=SbasOptions(weights="uniform"), troposphere=None,
        points=PointOptions(minimum_coherence=0.0),
    )  # fmt: skip


@dataclass(frozen=True)
class PsdsOptions:
    """The steps' options.

    Parameters
    ----------
    persistent : str
        How persistent scatterers are found: ``dispersion`` of the amplitude (as 'PS candidates'),
        ``stability`` of the phase (as 'Persistent scatterers'), or ``none``.
    candidates : CandidateOptions
    ps : PsOptions
    ds : DsOptions
    unwrap : UnwrapOptions
    chain : ChainOptions
        From the inversion on.
    """

    persistent: str = "dispersion"
    candidates: CandidateOptions = field(default_factory=CandidateOptions)
    ps: PsOptions = field(default_factory=PsOptions)
    ds: DsOptions = field(
        default_factory=lambda: DsOptions(
            LinkingOptions(shp=ShpOptions(alpha=CHAIN_ALPHA), keep_all=False)
        )
    )
    unwrap: UnwrapOptions = field(
        default_factory=lambda: UnwrapOptions(RasterOptions(method="spacetime"))
    )
    chain: ChainOptions = field(default_factory=_chain)

    def __post_init__(self):
        if self.persistent not in PERSISTENT:
            raise GroundshiftError(
                f"'{self.persistent}' is no way to find persistent scatterers; choose "
                f"{', '.join(PERSISTENT)}."
            )


@dataclass(frozen=True)
class PsdsTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    timeseries : path
        HDF5 on the strided grid.
    points, ps_points : path
        GeoPackages: persistent and distributed scatterers together, and the persistent ones alone
        with what 'Persistent scatterers' tells of them.
    velocity, dem_error, quality, kind : path
        GeoTIFF.
    linked, interferograms : path
        HDF5: linked phases; unwrapped interferograms.
    report : path
        HTML.
    """

    timeseries: Path
    points: Path | None = None
    ps_points: Path | None = None
    velocity: Path | None = None
    dem_error: Path | None = None
    quality: Path | None = None
    kind: Path | None = None
    linked: Path | None = None
    interferograms: Path | None = None
    report: Path | None = None


@dataclass(frozen=True)
class PsdsReport:
    """What came out.

    Parameters
    ----------
    way : str
        One of :data:`PERSISTENT`.
    steps : tuple of StepReport
    persistent : int
        Persistent scatterers that were found in the images.
    ds : DsReport
    unwrapped : UnwrapReport
    chain : ChainReport
    written : tuple of str
        Names of the targets that were written.
    """

    way: str
    steps: tuple
    persistent: int
    ds: DsReport
    unwrapped: UnwrapReport
    chain: ChainReport
    written: tuple

    @property
    def percent_in_components(self) -> float:
        """Share of the unwrapped phases that lie in connected components, in per cent."""
        return 100.0 * self.unwrapped.share_in_components
