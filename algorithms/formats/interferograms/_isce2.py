# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Parts of an ISCE-2 stack that lie beside its images or interferograms: where they are, numbers
of the reference, baselines."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import numpy as np

from ...data.product import Band
from ...errors import GroundshiftError
from ..raster_source import RasterSource
from ._common import dates_in, list_files, number

GEOMETRY = ("geom_reference", "geom_master")
REFERENCE = ("reference", "master")
BASELINE = re.compile(r"(?i)Bperp \(average\)\s*:\s*(\S+)|PERP_BASELINE_\w+\s+(\S+)")


def roots_of(file) -> list:
    """Folders in which the other parts are looked for: above the images, nearest first."""
    return list(file.resolve().parents)[1:5]


def subfolder(roots, names):
    """The nearest folder of one of these names; None where there is none."""
    for root in roots:
        for name in names:
            if (root / name).is_dir():
                return root / name
    return None


def reference_values(roots) -> dict:
    """Numbers of the reference's parameters; of the nearest of several subswaths."""
    folder = subfolder(roots, REFERENCE)
    values: dict = {}
    for path in sorted(folder.glob("*.xml")) if folder else []:
        try:
            tree = ElementTree.parse(path)
        except (ElementTree.ParseError, OSError):
            continue
        for item in tree.iter("property"):
            name = item.get("name", "").lower()
            if name in ("radarwavelength", "startingrange", "rangepixelsize"):
                value = number(item.findtext("value"))
                if value is not None:
                    values[name] = min(value, values.get(name, value))
    return values


def baselines_of(roots, dates) -> dict:
    """Perpendicular baseline of each date, from text files or from coarse rasters.

    With the sign of :func:`...data.orbit.perpendicular_baseline`, which ISCE-2's is turned to; see
    :mod:`..images.isce2`.
    """
    for root in roots:
        folder = root / "baselines"
        if not folder.is_dir():
            continue
        found = {}
        for file in list_files(folder):
            days = dates_in(file.parent.name) or dates_in(file.name)
            if file.suffix.lower() == ".txt" and len(days) == 2:
                value = _from_text(file)
            elif len(days) == 1 and file.suffix.lower() in (".vrt", "") and days[0] not in found:
                value = _from_raster(file)
            else:
                continue
            if np.isfinite(value):
                if len(days) == 2:  # the reference stands first in every pair
                    found.setdefault(days[0], 0.0)
                found[days[-1]] = -value
        if found:
            return {date: found[date] for date in dates if date in found}
    return {}


def _from_text(path) -> float:
    text = path.read_text(errors="replace")
    values = [number(a or b, np.nan) for a, b in BASELINE.findall(text)]
    return float(np.mean(values)) if values else np.nan


def _from_raster(path) -> float:
    try:
        with RasterSource(Band(str(path))) as source:
            return float(np.nanmean(source.sample(64)))
    except GroundshiftError:
        return np.nan
