# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Corrections of a displacement series: found one after the other, taken off in one pass.

A first pass thins the scene out to a regular sample, which tells what is stable and carries the
fits; a second pass applies the correction. Both stream block by block. Several corrections share
both: the sample of what one leaves is the next one's.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import numpy as np

from ...data.dates import years_of
from ...data.grid import TILE_ROWS, Window
from ...errors import GroundshiftError
from ...outputs import Outputs
from ..correction import (
    Correction,
    Referenced,
    Scene,
    Selection,
    StableLimits,
    find_limits,
    linear_rate,
    variance,
)
from ..correction_blocks import ApplyCorrection, ApplyCorrections, UncorrectedBlock
from ..motion import scene_noise
from ..pages.correction import CorrectionReport, page, table_text
from ..slow_motion import AUTO, guarded, prepared, rate_change
from ..velocity import VelocityModel
from .correction_files import (
    BlockReader,
    halo_share,
    pixel_spacing,
    reference_date,
    refuse_void,
    sampled,
)
from .correction_outputs import PlaceSeries, WrittenCorrection
from .reference_place import reference_window
from .series_noise import pair_noise

NOISE_PIXELS = 1000
AROUND = 16.0  # bytes a date for a pixel that a block needs but does not put out


@dataclass
class Link:
    """A correction that was found, and where its results go.

    Parameters
    ----------
    correction : Correction
    outputs : Outputs
    blocks : BlockReader
    function : ApplyCorrection
    change : float
        What it takes from the sampled rates, root mean square, metres a year.
    sums : tuple of ndarray or None
        Before and after, of a sample, where the scene's own would mislead.
    notes : list of str
    """

    correction: Correction
    outputs: Outputs
    blocks: BlockReader
    function: ApplyCorrection
    change: float
    sums: tuple | None
    notes: list
    written: WrittenCorrection | None = None

    def report(self) -> CorrectionReport:
        """What it did; written where that is wanted."""
        written, function = self.written, self.function
        before, after = self.sums or (written.before, written.after)
        report = CorrectionReport(
            self.correction.name, function.scene.dates, variance(before), variance(after),
            function.referenced.applied, written.pixels, int(before[:, 0].max()),
            tuple(self.notes), 1e3 * self.change,
        )  # fmt: skip
        self.outputs.text("REPORT", lambda: page(report))
        self.outputs.text("TABLE", lambda: table_text(report))
        return report


@dataclass(frozen=True)
class UncorrectedReader:
    """Reads windows of a series as they are in the file, with what corrections need.

    Parameters
    ----------
    reader : TimeSeriesReader
    blocks : tuple of BlockReader
        One a correction.
    """

    reader: object
    blocks: tuple

    @property
    def sources(self) -> tuple:
        """The files, where other processes can read all of them."""
        own = [part.sources for part in (self.reader, *self.blocks)]
        return tuple(path for paths in own for path in paths) if all(own) else ()

    def __call__(self, window: Window) -> UncorrectedBlock:
        """A window."""
        if not self.blocks:
            return UncorrectedBlock(self.reader.read(window), (), (slice(None), slice(None)))
        whole, inner = self.blocks[-1].around(window)
        series = self.reader.read(whole)  # first: who works it out then has the layers, too
        parts = tuple(blocks.read(whole, with_series=False) for blocks in self.blocks)
        return UncorrectedBlock(series, parts, inner)


class Corrections(contextlib.ExitStack):
    """Corrections of a series: found one after the other, taken off in one pass.

    Parameters
    ----------
    reader : TimeSeriesReader
    known : CorrectionBlock, optional
        The series on the thinning of :func:`.correction_files.sampled`; read without.

    Attributes
    ----------
    series : TimeSeries
    reader : TimeSeriesReader
    links : list of Link
    """

    def __init__(self, reader, known=None):
        super().__init__()
        self.series, self.reader, self.links = reader.series, reader, []
        self._known = lambda: known
        series = self.series
        if len(series.dates) < 2:
            raise GroundshiftError(
                f"{series.path}: has a single date; there is nothing to correct."
            )
        self._scene = Scene(
            series.dates, series.perpendicular_baseline, series.grid.shape, pixel_spacing(series),
            reference_date(series),
        )  # fmt: skip

    def find(
        self, correction, outputs, job, *, geometry_path=None, delays=None, selection=None,
        keep_growing=False, motion=AUTO, with_rate=True,
    ) -> Link:  # fmt: skip
        """Find one more correction, of what the others leave.

        Parameters
        ----------
        correction : Correction
        outputs : Outputs
            Of :data:`.asked.CORRECTION_OUTPUTS`, and DEM_ERROR and DEM_ERROR_STD in metres.
        job : Job
        geometry_path : path, optional
            ``geometryGeo.h5`` on the same grid.
        delays : object, optional
            With ``read(rows, cols, height)``: zenith delays, see :mod:`gacos` and :mod:`era5`.
        selection : Selection, optional
            Which pixels tell about the errors.
        keep_growing : bool
            Correct dates whose variance grows by it, too.
        motion : str
            What a fit that follows the ground does with its steady part: ``take`` it off,
            ``keep`` it in the series, or ``auto``: keep it where it is more than chance.
        with_rate : bool
            Fit the rate of the corrected series and keep it in the file; a series that is to be
            corrected further does not need it.

        Raises
        ------
        GroundshiftError
            If the data do not carry the correction.
        """
        scene, notes = self._scene, _Notes(job)
        if not self.pixelwise:
            raise ValueError("a correction by neighbourhoods has to be the last")
        blocks = self.enter_context(
            BlockReader(self.reader, correction, scene, geometry_path, delays)
        )
        sample = sampled(blocks, scene, job, self._known())
        names = {"incidence": "incidence angle", "slant_range": "slant range", "height": "height"}
        refuse_void(geometry_path, {title: getattr(sample, n) for n, title in names.items()})
        rate = linear_rate(sample.displacement, years_of(scene.dates))
        if sample.coherence is None:
            notes.add("The series holds no temporal coherence, so every pixel counts as good.")
        selection = selection or Selection()
        limits = _limits(correction, sample, rate, selection)
        sample = replace(sample, stable=limits.choose(sample, rate))
        correction = _with_noise(correction, self.reader)
        estimate, judged = prepared(correction, scene, sample, motion, notes.warn, selection)
        if getattr(estimate, "note", ""):
            notes.add(estimate.note)
        if getattr(estimate, "doubt", ""):
            notes.warn(estimate.doubt)
        referenced = self._referenced(estimate, blocks, limits, notes)
        if correction.guarded:
            referenced = guarded(referenced, judged, scene, keep_growing, notes.warn)
        change = rate_change(referenced, sample, scene)
        # Slow motion that stays is in the variance of the series and hides what was taken off.
        sums = None
        if judged is not sample:
            taken = referenced.take_off(judged)
            sums = taken.before, taken.after
        function = ApplyCorrection(
            referenced, scene, limits, pair_noise(self.reader), outputs.wanted("REMOVED"),
            correction.keeps_rate, with_rate or outputs.wanted("VELOCITY"),
        )  # fmt: skip
        if function.with_rate:
            function = _with_colour(function, sample)
        self._known = lambda: replace(sample, displacement=referenced.take_off(sample).displacement)
        link = Link(correction, outputs, blocks, function, change, sums, notes.texts)
        self.links.append(link)
        return link

    def _referenced(self, estimate, blocks, limits, notes) -> Referenced:
        """Make the correction zero over the reference, where the series says which it is."""
        series, scene = self.series, self._scene
        dates = len(scene.dates)
        plain = Referenced(estimate, scene.reference_date, np.zeros(dates), np.ones(dates, bool))
        window = reference_window(series)
        if window is None:
            notes.add("The series names no reference point, so the correction is not referenced.")
            return plain
        whole, inner = blocks.around(window)
        part = blocks.read(whole, with_series=False)
        block = replace(part, displacement=self.corrected(whole), inner=inner)
        rate = linear_rate(block.displacement, years_of(scene.dates))
        field = estimate(replace(block, stable=limits.choose(block, rate))).field
        # The series is zero in the mean of those pixels that have it.
        known = np.isfinite(field).all(axis=0) & np.isfinite(rate[block.inner])
        if not known.any():
            raise GroundshiftError(
                f"{series.path}: the correction is not known at the reference (row {window.row}, "
                f"column {window.col}); check that geometry and weather files cover it."
            )
        field = field[:, known].mean(axis=1, dtype=float)
        offset = field - field[scene.reference_date]
        return replace(plain, offset=offset)

    @property
    def function(self) -> ApplyCorrections:
        """All corrections as a function of a block of :meth:`read`."""
        between = any(link.outputs.wanted("CORRECTED") for link in self.links[:-1])
        return ApplyCorrections(tuple(link.function for link in self.links), between)

    def function_on(self, job) -> ApplyCorrections:
        """The same for a pass of a job; what a cluster is sent stays as it is."""
        return replace(self.function, over=not job.scheduler)

    @property
    def read(self) -> UncorrectedReader:
        """Reads windows for :attr:`function`."""
        return UncorrectedReader(self.reader, tuple(link.blocks for link in self.links))

    def corrected(self, window: Window) -> np.ndarray:
        """A window of the corrected series, shape (time, row, column)."""
        block = self.read(window)
        return self.function(block)[-1].displacement if self.links else block.displacement

    def memory(self, budget: int) -> float:
        """Bytes that a pixel takes in a block."""
        if not self.links:
            return 4.0 * len(self.series.dates)
        dates, halo = len(self.series.dates), self.links[-1].blocks.halo
        memory = max(link.blocks.bytes_per_pixel for link in self.links) + dates * 8.0
        memory += 4.0 * dates * (len(self.links) - 1) * self.function.between
        return memory * halo_share(self.series.grid, memory, dates * AROUND, budget, halo)

    def open(self, rewrite: bool = False) -> contextlib.ExitStack:
        """The files of all corrections, to be filled by :meth:`write`.

        Parameters
        ----------
        rewrite : bool
            The series is written over by the last correction, which has no file of its own.
        """
        files = contextlib.ExitStack()
        for number, link in enumerate(self.links):
            link.written = WrittenCorrection(
                link.outputs, self.reader, self.history(number + 1), link.function.with_rate,
                rewrite and link is self.links[-1],
            )  # fmt: skip
            files.enter_context(link.written)
        return files

    def history(self, count=None) -> str:
        """What was taken off after so many corrections, all by default, for the file."""
        done = [self.series.attributes.get("CORRECTIONS", "")]
        done += [link.correction.name for link in self.links[:count]]
        return ", ".join(filter(None, done))

    @property
    def pixelwise(self) -> bool:
        """Whether none needs a neighbourhood."""
        return all(link.blocks.halo == (0, 0) for link in self.links)

    @property
    def tile_rows(self) -> int:
        """Rows of the tiles with which windows line up; with a neighbourhood those of rasters."""
        return self.reader.tile_rows if self.pixelwise else TILE_ROWS

    def write(self, window: Window, found) -> None:
        """Write a block of :attr:`function`."""
        for link, block in zip(self.links, found):
            link.written.write(window, block)

    def take_off(self, job) -> None:
        """Correct the series, and write what is wanted.

        Raises
        ------
        GroundshiftError
            If there is no room, or no pixel with data.
        Cancelled
            If the user asked to stop.
        """
        with self.open():
            job.blocks(
                self.function_on(job), self.read, self.write, self.series.grid,
                self.memory(job.budget), self.place, tile_rows=self.tile_rows,
            )  # fmt: skip
        self.check()

    @property
    def place(self) -> PlaceSeries:
        """Puts the series of a window in place, inside of :meth:`open`."""
        return PlaceSeries(
            tuple(link.written.series for link in self.links),
            tuple(link.written.rewrite for link in self.links), self.reader.sources,
        )  # fmt: skip

    def check(self) -> None:
        """Raise `GroundshiftError` where nothing was corrected."""
        if self.links and not self.links[-1].written.pixels:
            raise GroundshiftError(f"{self.series.path}: holds no pixel with data.")


class _Notes:
    """Sentences for the log and the report."""

    def __init__(self, job):
        self._job, self.texts = job, []

    def add(self, text):
        self.texts.append(text)
        self._job.note(text)

    def warn(self, text):
        self.texts.append(f"Warning: {text}")
        self._job.warn(text)


def _limits(correction, sample, rate, selection) -> StableLimits:
    """Of the stable pixels; all are, where none is and nobody needs them."""
    try:
        return find_limits(sample, rate, selection)
    except GroundshiftError:
        if not correction.known:
            raise
        return StableLimits(-np.inf, -np.inf, np.inf)


def _with_noise(correction, reader):
    """Corrections that tell standard deviations take the pairs' noise into account."""
    if not hasattr(correction, "noise"):
        return correction
    return replace(correction, noise=pair_noise(reader))


def _with_colour(function, sample) -> ApplyCorrection:
    """The function with the colour of the noise that the correction leaves, for the rates."""
    dates = function.scene.dates
    if len(dates) < 3:
        return function
    corrected = sample if function.keeps_rate else function.referenced.take_off(sample)
    series = corrected.displacement.reshape(len(dates), -1)
    chosen = np.flatnonzero(np.isfinite(series).any(axis=0))
    chosen = chosen[:: max(1, len(chosen) // NOISE_PIXELS)]
    scale = None if function.noise is None else sample.pair_noise.ravel()[chosen]
    noise = scene_noise(series[:, chosen], VelocityModel(), dates, None, function.noise, scale)
    return replace(function, coloured=noise)
