# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Land cover, raster or polygons, as scores by windows of a grid."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.grid import Grid, Window
from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.masks import PolygonMask
from ...formats.raster_source import RasterSource, describe
from ...formats.regrid import on_grid
from ...formats.vectors.features import read_polygons
from ..land_cover import class_key, text_as_table

MOST_NAMED = 8


class RasterCover:
    """Classes of a raster.

    Parameters
    ----------
    path : path
        First band: whole numbers.
    grid : Grid
        Wanted; a larger cell takes the class that it has most of.
    """

    def __init__(self, path, grid: Grid):
        info = describe(path)
        if not info.grid.crs:
            raise GroundshiftError(f"{path}: the land cover has no CRS; assign the right one.")
        self.path = path
        source = RasterSource(Band(str(path), nodata=info.nodata))
        self._source = on_grid(source, info.grid, grid, "mode", path)

    def read(self, window: Window) -> np.ndarray:
        """Codes of a window as float, NaN where there are none."""
        return self._source.read(window).astype(float)

    def key(self, code: float) -> str:
        """The class of a code."""
        return class_key(code)


class PolygonCover:
    """Classes of polygons; where they overlap, the later one holds.

    Parameters
    ----------
    path, layer : path, str
    field : str
        Holds the class.
    grid : Grid
        Wanted: a cell is what its centre lies in.
    log : callable
    """

    def __init__(self, path, layer: str, field: str, grid: Grid, log):
        shapes = read_polygons(path, layer, to_crs=grid.crs)
        for text in shapes.notes():
            log(text)
        texts = [class_key(text) for text in shapes.texts(field)]
        self.path, self._grid = path, grid
        self._names = sorted({text for text in texts if text})
        number = {name: k for k, name in enumerate(self._names, 1)}
        classed = [(wkb, number[text]) for wkb, text in zip(shapes.wkb, texts) if text]
        self._mask = PolygonMask([wkb for wkb, _ in classed], grid, codes=[c for _, c in classed])

    def read(self, window: Window) -> np.ndarray:
        """See :meth:`RasterCover.read`."""
        codes = self._mask.codes(window).astype(float)
        return np.where(codes > 0, codes, np.nan)

    def key(self, code: float) -> str:
        """See :meth:`RasterCover.key`."""
        return self._names[int(code) - 1]


class Scores:
    """Turns the codes of a cover into scores, and notes classes that have none.

    Parameters
    ----------
    cover : RasterCover or PolygonCover
    table : dict of str to (str, float)
    """

    def __init__(self, cover, table: dict):
        self._cover, self._table = cover, table
        self.missing = set()

    def of(self, codes) -> np.ndarray:
        """Scores, NaN where a class has none."""
        found, place = np.unique(codes, return_inverse=True)
        scores = np.array([self._score(code) for code in found])
        return scores[place].reshape(codes.shape)

    def _score(self, code):
        if np.isnan(code):
            return np.nan
        key = self._cover.key(code)
        if key not in self._table:
            self.missing.add(key)
            return np.nan
        return self._table[key][1]

    def told(self) -> str:
        """A sentence about classes without a score, '' where all have one."""
        if not self.missing:
            return ""
        named = sorted(self.missing)
        first = ", ".join(named[:MOST_NAMED])
        more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
        return (
            f"{self._cover.path}: no score for {'class' if len(named) == 1 else 'classes'} "
            f"{first}{more}; left as no data."
        )


def read_score_table(path) -> dict:
    """A table of scores from a CSV file: class, score, name.

    Raises
    ------
    GroundshiftError
        If it cannot be read or is no such table.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GroundshiftError(
            f"{path}: cannot be read as a text file ({error}); save it as CSV in UTF-8."
        ) from error
    return text_as_table(text, str(path))
