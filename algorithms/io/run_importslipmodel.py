# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip models from one format into others: files in, files out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

import numpy as np

from ..errors import GroundshiftError
from ..source.moment import SHEAR_MODULUS, magnitude_of, moment_of
from ..source.plausibility import model_doubts
from .atomic import Transaction
from .slip_file import DEGREES, Event, SlipFile, slip_limits
from .slip_models import SlipSource, write_slip_model


@dataclass(frozen=True)
class SlipTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    layer, fsp, inp, inr, geojson : path
    """

    layer: Path | None = None
    fsp: Path | None = None
    inp: Path | None = None
    inr: Path | None = None
    geojson: Path | None = None

    @property
    def all(self) -> list:
        """Those that are wanted."""
        every = (self.layer, self.fsp, self.inp, self.inr, self.geojson)
        return [target for target in every if target is not None]


@dataclass(frozen=True)
class SlipImportOptions:
    """How to read and write.

    Parameters
    ----------
    crs : str
        CRS (WKT) of the layer; that of the input by default, longitude and latitude for formats
        that have no other.
    shear_modulus : float
        Pascal; NaN takes that of a Coulomb file, else 30 GPa.
    title : str
        Name of the event in the header of FSP; that of the input by default.
    only_slipping : bool
        Leave out patches without slip.
    """

    crs: str = ""
    shear_modulus: float = float("nan")
    title: str = ""
    only_slipping: bool = False


@dataclass(frozen=True)
class SlipReport:
    """What came out.

    Parameters
    ----------
    file : SlipFile
        What was read, without what was left out.
    shear_modulus : float
        Pascal.
    """

    file: SlipFile
    shear_modulus: float

    @property
    def limits(self):
        """Of the colours; see :func:`.slip_file.slip_limits`."""
        return slip_limits(self.file.model.slip.max())

    def results(self) -> dict:
        """Numbers by the names that the tool gives them."""
        model, moment = self.file.model, moment_of(self.file.model, self.shear_modulus)
        patches = model.patches
        return {
            "PATCHES": len(model), "SEGMENTS": len(np.unique(patches.segment)),
            "MOMENT": moment, "MW": magnitude_of(moment) if moment > 0 else None,
            "MAX_SLIP": model.slip.max(),
            "MEAN_SLIP": np.average(model.slip, weights=patches.area),
            "AREA": patches.area.sum() / 1e6, "TOP": patches.top_depth.min() / 1e3 + 0.0,
            "BOTTOM": patches.bottom_depth.max() / 1e3,
        }  # fmt: skip


def run_importslipmodel(
    source: SlipSource,
    targets: SlipTargets,
    options: SlipImportOptions | None = None,
    log: Callable[[str], None] | None = None,
) -> SlipReport:
    """Read a slip model and write it in other formats.

    Parameters
    ----------
    source : SlipSource
    targets : SlipTargets
    options : SlipImportOptions, optional
    log : callable, optional
        Takes sentences.

    Raises
    ------
    GroundshiftError
        If the source is no slip model, or a format cannot hold it; nothing is written then.
    """
    options, log = options or SlipImportOptions(), log or (lambda text: None)
    file = source.read(need_slip=False)
    for note in file.notes:
        log(note)
    if not file.has_slip:
        log(f"{source.path}: nothing slips; the patches are those of receivers.")
    if options.only_slipping:
        file = _slipping(source, file, log)
    modulus = options.shear_modulus
    if np.isnan(modulus):
        medium = None if file.coulomb is None else file.coulomb.medium
        modulus = SHEAR_MODULUS if medium is None else medium.shear_modulus
    crs = options.crs or file.crs or DEGREES
    event = file.event or Event("Slip model written by Groundshift")
    if options.title:
        event = replace(event, title=options.title, tag="")
    with Transaction() as files:
        for target in targets.all:
            write_slip_model(files.add(target), file.model, crs, modulus, event, file.coulomb)
    moment = moment_of(file.model, modulus)
    if moment > 0:
        log(
            f"{len(file.model)} patches, M0 {moment:.3g} N m, Mw {magnitude_of(moment):.2f} with a "
            f"shear modulus of {modulus / 1e9:.3g} GPa."
        )
    for text in model_doubts(file.model, modulus):
        log(text)
    return SlipReport(file, modulus)


def _slipping(source, file, log):
    """The file without patches at rest."""
    moves = np.any(file.model.components != 0, axis=1)
    if not moves.any():
        raise GroundshiftError(
            f"{source.path}: no patch slips, so none is left; keep those at rest."
        )
    log(f"{source.path}: {int((~moves).sum())} patches at rest are left out.")
    return replace(file, model=file.model.chosen(moves))
