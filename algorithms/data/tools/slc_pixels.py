# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels of radar images while they are copied: bursts put together, values counted."""

from __future__ import annotations

import numpy as np

from ...errors import GroundshiftError
from ...formats.images._source import open_part, read_part
from ..grid import Window

DIFFERENT_DB = 3.0  # of a date's mean amplitude against the median: something is wrong with it
FEW = 0.8  # of the median share of valid pixels, below which a date is named
LOOKED_AT = 1 << 22  # pixels at a time, while an image with values is looked for


class ImageReader:
    """Reads images in one window of the part that is imported.

    Parameters
    ----------
    product : SlcProduct
    origin : Window
        The part that is imported.
    window : Window
        Counted from its corner.
    """

    def __init__(self, product, origin: Window, window: Window):
        self._product = product
        self._window = Window(
            window.row + origin.row, window.col + origin.col, window.height, window.width
        )
        self._owner: dict = {}

    def read(self, image) -> np.ndarray:
        """An image as complex64 with NaN for no data; shape (row, column)."""
        if len(image.parts) == 1:
            return _void_as_nan(self._part(image.parts[0]), self._window)
        owner = self._owners(image.polarisation)
        out = np.full(owner.shape, np.nan, np.complex64)
        for place, part in enumerate(image.parts):
            mine = owner == place
            if mine.any():
                values = self._part(part)
                if values is not None:
                    out[mine] = values[mine]
        return _void_as_nan(out, self._window)

    def _part(self, part):
        with open_part(part) as source:
            return read_part(part, self._window, source)

    def _owners(self, polarisation) -> np.ndarray:
        """Which burst a pixel comes from, in all dates: the one with values in most of them."""
        if polarisation in self._owner:
            return self._owner[polarisation]
        images = [i for i in self._product.images if i.polarisation == polarisation]
        shape = (self._window.height, self._window.width)
        touching = [
            place for place, part in enumerate(images[0].parts) if _touches(part, self._window)
        ]
        owner = np.full(shape, touching[0] if touching else 0, np.uint8)
        if len(touching) > 1:
            best = np.full(shape, -1, np.int32)
            for place in touching:
                count = np.zeros(shape, np.int32)
                for image in images:
                    values = self._part(image.parts[place])
                    count += np.isfinite(values) & (values != 0)
                better = count > best
                owner[better], best[better] = place, count[better]
        self._owner[polarisation] = owner
        return owner


def _touches(part, window) -> bool:
    return (
        part.row < window.row + window.height and window.row < part.row + part.shape[0]
        and part.col < window.col + window.width and window.col < part.col + part.shape[1]
    )  # fmt: skip


def _void_as_nan(values, window) -> np.ndarray:
    if values is None:
        return np.full((window.height, window.width), np.nan, np.complex64)
    if values.dtype != np.complex64:
        values = values.astype(np.complex64)
    values[(values == 0) | ~np.isfinite(values)] = np.nan
    return values


def has_values(product, origin: Window, image) -> bool:
    """Whether an image has any value in the part that is imported; reads as little as it can."""
    rows = max(1, LOOKED_AT // origin.width)
    strips = [
        Window(row, 0, min(rows, origin.height - row), origin.width)
        for row in range(0, origin.height, rows)
    ]
    # A few lines in the middle first: almost always they have some.
    middle = origin.height // 2
    probe = Window(middle, 0, min(8, origin.height - middle), origin.width)
    for window in (probe, *strips):
        where = ImageReader(product, origin, window)
        for part in image.parts:
            values = _void_as_nan(where._part(part), window)
            if np.isfinite(values).any():
                return True
    return False


class ImageStatistics:
    """Counts while images pass by.

    Parameters
    ----------
    grid : Grid
        Of the part that is imported.
    product : SlcProduct
    """

    def __init__(self, grid, product):
        self._pixels = grid.rows * grid.cols
        self._product = product
        self._sums: dict = {}
        self._complete = 0

    def add(self, image, pixels) -> np.ndarray:
        """Count a window of an image; returns its amplitude."""
        amplitude = np.abs(pixels)
        there = np.isfinite(amplitude)
        total, count = self._sums.get((image.date, image.polarisation), (0.0, 0))
        self._sums[image.date, image.polarisation] = (
            total + float(amplitude[there].sum(dtype=float)), count + int(there.sum()),
        )  # fmt: skip
        return amplitude

    def add_complete(self, count: int) -> None:
        """Count the pixels that have a value in all images of the first polarisation."""
        self._complete += count

    def check(self) -> None:
        """Refuse stacks without a pixel that has a value in all images.

        Raises
        ------
        GroundshiftError
        """
        if not self._complete:
            raise GroundshiftError(
                f"{self._product.source}: no pixel has a value in all images; leave out images of "
                "other areas."
            )

    @property
    def valid_share(self) -> float:
        """Share of the pixels that have a value in all images."""
        return self._complete / self._pixels

    @property
    def levels(self) -> dict:
        """Mean amplitude of each date in dB, of the first polarisation."""
        first = self._product.polarisations[0]
        return {
            date: 20 * np.log10(total / count)
            for (date, polarisation), (total, count) in self._sums.items()
            if polarisation == first and count and total > 0
        }

    def notes(self) -> list:
        """Mean amplitudes by date, in one line."""
        levels = self.levels
        middle = float(np.median(list(levels.values())))
        parts = [f"{date} {level - middle:+.1f}" for date, level in sorted(levels.items())]
        return [
            f"Mean amplitude by date against their median of {middle:.1f} dB: {', '.join(parts)}."
        ]

    def warnings(self) -> list:
        """Sentences on dates that differ from the others."""
        levels = self.levels
        middle = np.median(list(levels.values()))
        loud = [str(d) for d, level in levels.items() if abs(level - middle) > DIFFERENT_DB]
        first = self._product.polarisations[0]
        counts = {d: c for (d, p), (_, c) in self._sums.items() if p == first}
        usual = np.median(list(counts.values()))
        few = [str(date) for date, count in counts.items() if count < FEW * usual]
        found = []
        if loud:
            found.append(
                f"The mean amplitude differs by more than {DIFFERENT_DB:g} dB from the others on "
                f"{', '.join(loud)}: other calibration, snow or water? Look at these images."
            )
        if few:
            found.append(
                f"Images with far fewer pixels than the others: {', '.join(few)}; pixels without "
                "a value in all images are lost to the whole stack."
            )
        return found
