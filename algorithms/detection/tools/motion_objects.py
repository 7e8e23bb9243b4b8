# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Objects of the detections of one or two inputs, with their numbers and outlines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.grid import Grid, Window
from ...data.metric import LocalMetres
from ...formats.placing import places_crs, point_places
from ...formats.vectors.shapes import areas_of
from ...formats.vectors.wkb import polygon_wkb
from ..detecting import Boxes
from ..merging import merged
from ..outlines import ring


@dataclass
class Found:
    """What one input shows.

    Parameters
    ----------
    names : list of str
        Of the interferograms.
    pairs : ndarray of datetime64[D], shape (page, 2), or None
    years : ndarray, shape (page,)
    wavelength, pixel : float
        Metres.
    grid : Grid
    stack : Stack or None
    boxes : list of Boxes
        By page.
    number : int
        0 for the first input, 1 for the second one.
    """

    names: list
    pairs: np.ndarray
    years: np.ndarray
    wavelength: float
    pixel: float
    grid: Grid
    stack: object
    boxes: list
    number: int

    @classmethod
    def of(cls, pages, boxes, number):
        """Of pages that were looked at; fringes of unwrapped ones are measured."""
        if not pages.wrapped:
            for page, one in enumerate(boxes):
                one.fringes = np.array([_measured(pages, page, *one.outline[k], one.fringes[k])
                                        for k in range(len(one))])  # fmt: skip
        return cls(
            pages.names, pages.pairs, pages.years, pages.wavelength, pages.pixel, pages.grid,
            getattr(pages, "stack", None), boxes, number,
        )  # fmt: skip

    @property
    def crs(self) -> str:
        """Of the places of pixels."""
        return self.grid.crs if self.stack is None else places_crs(self.stack)

    def places(self, rows, cols) -> np.ndarray:
        """Map coordinates of corners of pixels, counted from the first one's, shape (point, 2)."""
        rows, cols = np.asarray(rows, float) - 0.5, np.asarray(cols, float) - 0.5
        if self.stack is None or self.grid.crs or not self.stack.has_lookup:
            return np.stack(self.grid.xy(rows, cols), axis=1)
        limit = np.array(self.grid.shape) - 1
        x, y, _ = point_places(self.stack, np.clip(rows, 0, limit[0]), np.clip(cols, 0, limit[1]))
        return np.stack((x, y), axis=1)


def _measured(pages, page, row, col, step, mask, guess) -> float:
    """Cycles at the peak of an unwrapped source against the ground around its outline."""
    high, wide = mask.shape[0] * step, mask.shape[1] * step
    around = max(4, int(0.25 * max(high, wide)))
    top, left = max(0, row - around), max(0, col - around)
    bottom = min(pages.grid.rows, row + high + around)
    right = min(pages.grid.cols, col + wide + around)
    if bottom <= top or right <= left:
        return guess
    phase, _ = pages.read(page, Window(top, left, bottom - top, right - left))
    inside = np.zeros(phase.shape, bool)
    rows, cols = np.nonzero(np.repeat(np.repeat(mask, step, 0), step, 1))
    rows, cols = rows + row - top, cols + col - left
    seen = (rows >= 0) & (cols >= 0) & (rows < phase.shape[0]) & (cols < phase.shape[1])
    inside[rows[seen], cols[seen]] = True
    within, beside = phase[inside & np.isfinite(phase)], phase[~inside & np.isfinite(phase)]
    if len(within) < 9 or len(beside) < 9:
        return guess
    ends = np.percentile(within, (3, 97)) - np.median(beside)
    return float(ends[np.argmax(np.abs(ends))] / (2 * np.pi))


@dataclass
class Objects:
    """Objects of all inputs.

    Parameters
    ----------
    crs : str
    wkb : list of bytes
        Outlines in the CRS of the first input.
    columns : dict of str to ndarray
    label : ndarray of int
        Place among the objects of each detection, input by input, page by page; -1 for none.
    """

    crs: str
    wkb: list
    columns: dict
    label: np.ndarray


def objects_of(found, least, job) -> Objects:
    """Join the detections of all inputs; `least` interferograms have to show an object."""
    crs = found[0].crs
    rows = [(part, page, k) for part in found for page, one in enumerate(part.boxes)
            for k in range(len(one))]  # fmt: skip
    frame = LocalMetres(crs, *_centre(found[0]))
    corners = [_corners(part, part.boxes[page].box[k]) for part, page, k in rows]
    local = [
        frame.of(part.crs, *places.T, "The second input")
        for (part, _, _), places in zip(rows, corners)
    ]
    boxes = np.array([(*p.min(axis=0), *p.max(axis=0)) for p in local]).reshape(-1, 4)
    scores = np.array([part.boxes[page].score[k] for part, page, k in rows])
    first = np.cumsum([0, *(len(part.names) for part in found)])
    pages = np.array([first[part.number] + page for part, page, _ in rows], int)
    label = merged(boxes, scores, pages)
    least = least or _usual(int(first[-1]))
    shown = np.bincount(label, minlength=0) if len(label) else np.zeros(0, int)
    keep = np.flatnonzero(shown >= least)
    if len(shown) > len(keep):
        job.note(
            f"{len(shown) - len(keep)} of {len(shown)} places are left out, as fewer than {least} "
            "interferograms show them."
        )
    if not len(keep):
        job.note("Nothing that moves was found.")
    new = np.full(len(shown), -1)
    new[keep] = np.arange(len(keep))
    label = new[label] if len(label) else label
    columns, wkb = _described(found, rows, label, len(keep), frame, crs, first)
    return Objects(crs, wkb, columns, label)


def _usual(pages: int) -> int:
    return max(-(-pages // 10), 2 if pages >= 4 else 1)


def _centre(part):
    return part.places([part.grid.rows / 2], [part.grid.cols / 2])[0]


def _corners(part, box) -> np.ndarray:
    r0, c0, r1, c1 = box
    return part.places([r0, r0, r1, r1], [c0, c1, c1, c0])


def _described(found, rows, label, count, frame, crs, first):
    """Columns and outlines of the objects."""
    made = {name: [] for name in (
        "object_id", "kind", "score", "shown", "searched", "orbits", "first_date", "last_date",
        "fringes", "los_mm", "rate_mm_yr", "width_m", "length_m", "area_m2", "interferograms",
    )}  # fmt: skip
    wkb = []
    for number in range(count):
        mine = np.flatnonzero(label == number)
        parts = [(part, page, k, part.boxes[page]) for part, page, k in (rows[m] for m in mine)]
        scores = np.array([one.score[k] for _, _, k, one in parts])
        part, _, k, one = parts[int(np.argmax(scores))]
        row, col, step, mask = one.outline[k]
        outer = ring(mask) * step + (row, col)
        outer = np.clip(outer, 0, part.grid.shape)
        places = part.places(*outer.T)
        places = places[np.isfinite(places).all(axis=1)]
        local = frame.of(part.crs, *places.T)
        if part.crs != crs:
            places = np.stack(frame.back(crs, local), axis=1)
        shape = polygon_wkb([np.vstack((places, places[:1]))] if len(places) > 2 else [])
        slope = np.array([one.slope[k] for _, _, k, one in parts])
        slope = np.nan if np.isnan(slope).all() else np.nansum(slope * scores) / scores.sum()
        fringes = np.array([one.fringes[k] for _, _, k, one in parts])
        waves = np.array([part.wavelength for part, *_ in parts])
        years = np.array([part.years[page] for part, page, *_ in parts])
        motion = -fringes * waves / 2 * 1e3
        dates = [part.pairs[page] for part, page, *_ in parts if part.pairs is not None]
        span = np.ptp(local, axis=0) if len(local) else (np.nan, np.nan)
        dated = np.isfinite(years)
        rate = float(np.median(motion[dated] / years[dated])) if dated.any() else np.nan
        orbits = {part.number for part, *_ in parts}
        values = {
            "object_id": number + 1,
            "kind": "" if np.isnan(slope) else "slope" if slope > 0.5 else "basin",
            "score": round(float(scores.max()), 3), "shown": len(mine), "searched": int(first[-1]),
            "orbits": "both" if len(orbits) == 2 else ("first", "second")[orbits.pop()],
            "first_date": str(min(d[0] for d in dates)) if dates else "",
            "last_date": str(max(d[1] for d in dates)) if dates else "",
            "fringes": round(float(np.abs(fringes).max()), 2),
            "los_mm": round(float(motion[np.argmax(np.abs(motion))]), 1),
            "rate_mm_yr": round(rate, 1), "width_m": round(float(min(span)), 1),
            "length_m": round(float(max(span)), 1), "area_m2": 0.0,
            "interferograms": ", ".join(sorted({part.names[page] for part, page, *_ in parts})),
        }  # fmt: skip
        for name, value in values.items():
            made[name].append(value)
        wkb.append(shape)
        made["area_m2"][-1] = round(_area(local), 1)
    columns = {name: _column(values) for name, values in made.items()}
    return columns, wkb


def _area(local) -> float:
    if len(local) < 3:
        return 0.0
    return float(areas_of([polygon_wkb([np.vstack((local, local[:1]))])])[0])


def _column(values):
    if values and isinstance(values[0], str):
        column = np.empty(len(values), object)
        column[:] = values
        return column
    return np.array(values, float if not values or isinstance(values[0], float) else int)


def shown_by(found, objects):
    """Boxes of all detections, and their columns."""
    frame = LocalMetres(objects.crs, *_centre(found[0]))
    wkb, made, number = [], [], 0
    for part in found:
        for page, one in enumerate(part.boxes):
            for k in range(len(one)):
                places = _corners(part, one.box[k])
                if part.crs != objects.crs:
                    local = frame.of(part.crs, *places.T)
                    places = np.stack(frame.back(objects.crs, local), axis=1)
                wkb.append(polygon_wkb([np.vstack((places, places[:1]))]))
                made.append(
                    (int(objects.label[number]) + 1, part.names[page], part.number + 1,
                     round(float(one.score[k]), 3), round(float(one.fringes[k]), 2))
                )  # fmt: skip
                number += 1
    names = ("object_id", "interferogram", "input", "score", "fringes")
    columns = {n: _column([row[k] for row in made]) for k, n in enumerate(names)}
    columns["object_id"] = np.ma.masked_less(columns["object_id"], 1)
    return wkb, columns


def boxes_of(part, label) -> Boxes:
    """Boxes of one input that belong to objects; `label` is that of its own detections."""
    from ..detecting import joined

    return joined(part.boxes).take(np.asarray(label) >= 0)
