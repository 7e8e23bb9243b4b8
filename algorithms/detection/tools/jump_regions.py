# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Regions of interferograms with wrong cycles: their numbers, outlines, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.grid import Window
from ...data.network import pair_names
from ...formats.placing import places_crs, point_places
from ...formats.vectors.wkb import polygon_wkb
from ..borders import Border, borders_of
from ..loops import UNIT
from ..outlines import ring

PRIOR = 4.0  # logarithm of the odds against a region before it is looked at
SURE = 0.5  # share of a border that has to be sharp for it to name the interferogram
AROUND = 3  # pixels beside a region that its border needs
MOST = 2 / 3  # of the interferograms of a time, for a step to be the ground's


@dataclass(eq=False)
class Region:
    """Connected pixels of an interferogram with the same wrong cycles.

    Parameters
    ----------
    page, found_on : int
        Number of the interferogram, and of the one that loops named.
    cycles : int
        To be added.
    slices : tuple of slice
        Its rectangle.
    mask : ndarray of bool
        Its pixels there.
    by_loops : bool
        Whether loops found it; else its border did.
    border : Border
    evidence : float
        Logarithm of the odds.
    page_alike : str
        Other interferograms that explain it as well.
    """

    page: int
    found_on: int
    cycles: int
    slices: tuple
    mask: np.ndarray
    by_loops: bool
    border: Border
    evidence: float
    page_alike: str = ""

    @property
    def pixels(self) -> int:
        """How many."""
        return int(np.count_nonzero(self.mask))


def regions_of(page, plane, found, by_loops, odds, chosen, members, pages):
    """Regions of one interferogram, and its cycles without those of too little evidence.

    Parameters
    ----------
    page : int
    plane : ndarray of float32, shape (row, column)
        Radians, without steady motion.
    found : ndarray of int8, same shape
        Cycles to add.
    by_loops : ndarray of bool, same shape
        What loops found of them.
    odds : ndarray of int8, same shape, or None
        Of the loops, see :func:`..loops.pursue`.
    chosen : JumpScreen
    members : list of (int, int)
        Other interferograms that loops cannot tell from it, with their signs.
    pages : Pages

    Returns
    -------
    list of Region, ndarray of int8
    """
    from scipy.ndimage import find_objects, label

    labels, cycles, looped = np.zeros(found.shape, np.int32), [], []
    for loops in (True, False):
        of_kind = np.where(by_loops == loops, found, 0)
        for value in np.unique(of_kind[of_kind != 0]):
            parts, count = label(of_kind == value)
            sizes = np.bincount(parts.ravel())
            large = np.flatnonzero(sizes[1:] >= chosen.min_pixels) + 1
            new = np.zeros(count + 1, np.int32)
            new[large] = len(cycles) + 1 + np.arange(len(large))
            labels += new[parts]
            cycles += [int(value)] * len(large)
            looped += [loops] * len(large)
    if not cycles:
        return [], np.zeros_like(found)
    borders = borders_of(plane, labels, cycles)
    others = [(k, sign, pages.plane(k)) for k, sign in members] if any(looped) else []
    kept, regions = np.zeros_like(found), []
    places = find_objects(labels)
    for number, (value, loops, border) in enumerate(zip(cycles, looped, borders), start=1):
        part = places[number - 1]
        mask = labels[part] == number
        if loops:
            weights = odds[part][mask]
            evidence = UNIT * float(np.maximum(weights, 0).sum()) / np.sqrt(mask.sum())
        else:
            evidence = border.odds
            if not border.share >= chosen.min_sharp:
                continue
        if evidence < chosen.min_evidence:
            continue
        region = Region(page, page, value, part, mask, loops, border, evidence)
        if loops and others:
            _settle(region, labels, number, others, pages)
        kept[part][mask] = value
        regions.append(region)
    return regions, kept


def _settle(region, labels, number, others, pages) -> None:
    """Name the interferogram whose own border is sharp among those that loops cannot tell."""
    one = (labels == number).astype(np.int32)
    tried = [(region.page, region.cycles, region.border)]
    for page, sign, plane in others:
        cycles = sign * region.cycles
        tried.append((page, cycles, borders_of(plane, one, [cycles])[0]))
    sharp = [(-np.nan_to_num(one.share), page, cycles, one) for page, cycles, one in tried]
    sharp.sort(key=lambda row: row[:2])
    best = sharp[0]
    if -best[0] >= SURE and (len(sharp) < 2 or best[0] < sharp[1][0] - 0.2):
        _, region.page, region.cycles, region.border = best
        return
    names = pair_names(pages.network)
    region.page_alike = ", ".join(names[page] for page, _, _ in tried[1:])


def whole_border(plane, cycles, whole, part, mask) -> bool:
    """Whether the parts of an interferogram with some cycles that a region touches end sharply.

    Parameters
    ----------
    plane : ndarray of float32, shape (row, column)
        Radians.
    cycles : ndarray of int8, same shape
        To be added.
    whole : int
        Those of the region.
    part : tuple of slice
    mask : ndarray of bool
        The region, in its rectangle.
    """
    from scipy.ndimage import label

    labels, _ = label(cycles == whole)
    inside = np.isin(labels, np.unique(labels[part][mask & (labels[part] > 0)]))
    border = borders_of(plane, inside.astype(np.int32), [int(whole)])[0]
    return bool(border.share >= SURE)


def real_steps(regions, pages) -> list:
    """Regions without loops that several interferograms of one time show alike, as motion would.

    A step of the ground between two dates is in all interferograms that span them; an unwrapping
    error is in one.
    """
    network, real = pages.network, []
    for region in regions:
        if region.by_loops:
            continue
        first, second = network.pairs[region.page]
        seen = {region.page: True}
        for date in range(first, second):
            spanning = np.flatnonzero((network.pairs[:, 0] <= date) & (network.pairs[:, 1] > date))
            if len(spanning) < 2:
                continue
            for page in spanning.tolist():
                if page not in seen:
                    seen[page] = _shows(region, pages, page)
            if sum(seen[page] for page in spanning.tolist()) >= max(2, MOST * len(spanning)):
                real.append(region)
                break
    return real


def _shows(region, pages, page) -> bool:
    """Whether another interferogram has the same border there."""
    rows, cols = (
        (max(0, part.start - AROUND), min(size, part.stop + AROUND))
        for part, size in zip(region.slices, pages.grid.shape)
    )
    window = Window(rows[0], cols[0], rows[1] - rows[0], cols[1] - cols[0])
    inside = np.zeros((window.height, window.width), np.int32)
    top, left = (part.start for part in region.slices)
    height, width = region.mask.shape
    inside[top - rows[0] :, left - cols[0] :][:height, :width] = region.mask
    border = borders_of(pages.phase(page, window), inside, [region.cycles])[0]
    return border.share >= SURE


def outlines_of(regions, pages):
    """CRS (WKT) and outlines of regions; None where they have no place on the map."""
    wkb, grid = [], pages.grid
    for region in regions:
        rows, cols = (ring(region.mask) + [part.start for part in region.slices]).T
        if grid.crs or not pages.placed.has_lookup:
            x, y = grid.xy(rows - 0.5, cols - 0.5)
        else:
            limit = np.array(grid.shape) - 1
            x, y, _ = point_places(
                pages.placed, np.clip(rows - 0.5, 0, limit[0]), np.clip(cols - 0.5, 0, limit[1])
            )
        places = np.stack((x, y), axis=1)
        places = places[np.isfinite(places).all(axis=1)]
        wkb.append(polygon_wkb([np.vstack((places, places[:1]))]) if len(places) > 2 else None)
    return places_crs(pages.placed), wkb


def columns_of(regions, pages, present) -> dict:
    """Fields of the regions' layer."""
    dates, half = pages.network.dates, pages.wavelength / 2
    rows = []
    for number, one in enumerate(regions, start=1):
        first, second = pages.network.pairs[one.page]
        rows.append((
            number, str(dates[first]), str(dates[second]), one.cycles,
            round(1e3 * half * one.cycles, 2), one.pixels,
            round(100.0 * one.pixels / max(1, int(present[one.page])), 3),
            "loops" if one.by_loops else "border", round(one.evidence, 1), _score(one.evidence),
            one.border.cycles, one.border.share, one.border.steps, one.page_alike, _advice(one),
        ))  # fmt: skip
    names = (
        "region_id", "date1", "date2", "cycles_to_add", "step_mm", "pixels", "share_percent",
        "basis", "evidence", "score", "border_cycles", "border_sharp", "border_steps", "or_in",
        "advice",
    )  # fmt: skip
    texts = {"date1", "date2", "basis", "or_in", "advice"}
    whole = {"region_id", "cycles_to_add", "pixels", "border_steps"}
    columns = {}
    for k, name in enumerate(names):
        values = [row[k] for row in rows]
        if name in texts:
            columns[name] = np.empty(len(values), object)
            columns[name][:] = values
        else:
            columns[name] = np.array(values, int if name in whole else float)
    return columns


def _score(evidence: float) -> float:
    return round(float(1.0 / (1.0 + np.exp(min(50.0, PRIOR - evidence)))), 3)


def _advice(region) -> str:
    if region.page_alike:
        return "look at it: several interferograms explain the loops alike; leave them out there"
    if region.by_loops and region.border.share < SURE:
        return "add the cycles; the border is not sharp, so look at its outline"
    if region.by_loops:
        return "add the cycles"
    return "no loop checks it: look at it, then add the cycles or leave the interferogram out"
