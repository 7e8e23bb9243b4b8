# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where damage is looked for, and the polygons that are said to be damaged."""

from __future__ import annotations

import numpy as np

from ...data.grid import Window
from ...errors import GroundshiftError
from ...formats.masks import PolygonMask
from ...formats.vectors.features import read_polygons, write_polygons
from ...formats.vectors.patches import patches_of
from ...formats.zonal import Zones
from ..damage import building_thresholds

SIZES = (2, 5, 17)  # pixels of a building, from which on another threshold holds


class Places:
    """Buildings, land and affected area on the grid of a stack."""

    def __init__(self, chosen, grid, job):
        self.grid = grid
        if not grid.crs and any((chosen.buildings, chosen.land, chosen.affected)):
            raise GroundshiftError(
                f"{chosen.stack}: is in radar coordinates, over which polygons cannot be laid; "
                "geocode it, or leave them out."
            )
        read = {}
        for name in ("buildings", "land", "affected"):
            layer = getattr(chosen, name)
            read[name] = []
            if layer is not None:
                try:
                    found = read_polygons(*layer, to_crs=grid.crs)
                except GroundshiftError as error:
                    chosen.refuse(name, str(error))
                for text in found.notes():
                    job.note(text)
                read[name] = list(found.wkb)
        self.buildings = read["buildings"]
        self._land = PolygonMask(read["land"], grid) if read["land"] else None
        self._affected = PolygonMask(read["affected"], grid) if read["affected"] else None

    def looked_at(self, window) -> np.ndarray:
        """Pixels of the land that is looked at."""
        if self._land is None:
            return np.ones((window.height, window.width), bool)
        return self._land.read(window).astype(bool)

    def unaffected(self, window) -> np.ndarray:
        """Those of them that tell what happens by chance."""
        inside = self.looked_at(window)
        return inside if self._affected is None else inside & ~self._affected.read(window)


def sample_of(reader, places, most: int) -> np.ndarray:
    """Coherences of unaffected pixels in rows spread over the scene, shape (pair, pixel)."""
    grid = reader.stack.grid
    rows = min(grid.rows, max(32, most // grid.cols))
    parts = []
    for row in np.unique(np.linspace(0, grid.rows - 1, rows).round().astype(int)):
        window = Window(int(row), 0, 1, grid.cols)
        inside = places.unaffected(window)
        if inside.any():
            parts.append(reader.read_coherence(window)[:, inside])
    if not parts:
        raise GroundshiftError(
            "The affected area covers all the land that is looked at, so nothing tells what "
            "happens by chance; draw it smaller."
        )
    found = np.concatenate(parts, axis=1).astype(float)
    return np.where(found > 0, found, np.nan)


def _means(score, controls, values, mask):
    """Mean score and loss of the pixels in a mask, their number, and what the controls give."""
    values = np.where(values > 0, values, np.nan)[:, mask]
    found, loss = score(values)
    known = np.isfinite(found)
    others = [one(values)[0] for one in controls]
    return found[known], loss[known], [one[np.isfinite(one)] for one in others]


def write_buildings(path, chosen, reader, places, score, made, job) -> tuple[int, int]:
    """Each building with its mean score; how many are damaged, and how many have a score."""
    count = len(places.buildings)
    sums, losses, pixels = np.zeros(count), np.zeros(count), np.zeros(count, int)
    control_sums, control_pixels = np.zeros((2, len(made.controls), count))
    part = job.part(0.8, 1.0)
    for number, window, mask in Zones(places.grid, places.buildings).each(part.tell, job.cancelled):
        mask = mask & places.looked_at(window)
        found, loss, others = _means(score, made.controls, reader.read_coherence(window), mask)
        sums[number] += found.sum()
        losses[number] += loss.sum()
        pixels[number] += len(found)
        for k, values in enumerate(others):
            control_sums[k, number] += values.sum()
            control_pixels[k, number] += len(values)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean, loss, others = sums / pixels, losses / pixels, control_sums / control_pixels
    threshold = building_thresholds(others, pixels, chosen.false_alarms, made.threshold, SIZES)
    known = pixels > 0
    damaged = known & (np.nan_to_num(mean) > threshold)
    columns = {
        "score": np.round(mean, 3), "coherence_loss": np.round(loss, 4), "pixels": pixels,
        "threshold": np.round(threshold, 3), "damaged": damaged.astype(int),
    }  # fmt: skip
    write_polygons(path, places.grid.crs, places.buildings, columns, "damage")
    job.note(f"{int(damaged.sum())} of {int(known.sum())} buildings with a score are damaged.")
    if not known.all():
        job.note(f"{int((~known).sum())} buildings lie where no loss of coherence can be told.")
    return int(damaged.sum()), int(known.sum())


def write_patches(path, chosen, reader, places, score, made, job, flags) -> int:
    """Outlines of patches above the threshold with their mean score; how many there are."""
    grid = places.grid
    wkb, _ = patches_of(flags.astype(np.int16), grid, chosen.least_pixels)
    mean, loss = np.full((2, len(wkb)), np.nan)
    pixels = np.zeros(len(wkb), int)
    for number, window, mask in Zones(grid, wkb).each(job.part(0.8, 1.0).tell, job.cancelled):
        found, lost, _ = _means(score, [], reader.read_coherence(window), mask)
        total = pixels[number] + len(found)
        if total:
            before = np.nan_to_num([mean[number], loss[number]]) * pixels[number]
            mean[number], loss[number] = (before + [found.sum(), lost.sum()]) / total
        pixels[number] = total
    columns = {
        "score": np.round(mean, 3), "coherence_loss": np.round(loss, 4), "pixels": pixels,
        "threshold": np.full(len(wkb), round(made.threshold, 3)), "damaged": np.ones(len(wkb), int),
    }  # fmt: skip
    write_polygons(path, grid.crs, wkb, columns, "damage")
    job.note(f"{len(wkb)} patches of {chosen.least_pixels} pixels and more.")
    return len(wkb)
