# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What unwrapping writes: the stack, rasters, and tables of pairs and components."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.grid import Window
from ...data.network import Network
from ...errors import GroundshiftError
from ...formats.hdf5.layout import LINKED_NOISE, LOOKUP, open_hdf5
from ...formats.hdf5.linked_noise import UNIT, read_tables
from ...formats.hdf5.wrapped import UnwrappedStackWriter, WrappedReader
from ...formats.placing import placed_writer
from ...formats.rasters import BandInfo
from ...formats.text.pair_table import write_pair_table
from ...timeseries.triplets import find_triplets
from ..unwrapping.quality import misclosure

MOST_BANDS = 500  # of a raster; more interferograms go into a stack
ROWS = 128  # read at a time for the closure


def check_outputs(outputs, source) -> None:
    """Refuse what cannot be written.

    Parameters
    ----------
    outputs : Outputs
    source : WrappedSource

    Raises
    ------
    GroundshiftError
        For a stack without dates, too many bands, or nothing at all.
    """
    targets = outputs.targets
    if not outputs.wanted(*targets):
        raise GroundshiftError("No output is asked for; give at least one.")
    if outputs.wanted("UNWRAPPED") and source.pairs is None:
        raise GroundshiftError(
            f"{targets['UNWRAPPED']}: a stack needs dates, and the name of {source.names[0]} holds "
            "no two; ask for the unwrapped raster instead, or rename the file "
            "(20200105_20200117.wrapped.tif)."
        )
    if outputs.wanted("PHASE", "COMPONENTS") and len(source.names) > MOST_BANDS:
        raise GroundshiftError(
            f"{targets.get('PHASE') or targets['COMPONENTS']}: {len(source.names)} interferograms "
            f"are too many bands for a raster ({MOST_BANDS}); ask for the stack instead."
        )


class UnwrapOutputs(contextlib.ExitStack):
    """All outputs of one run.

    Parameters
    ----------
    source : WrappedSource
    indices : sequence of int
        Interferograms that are unwrapped.
    outputs : Outputs
    compare : tuple of str
        Methods that are compared with.
    wavelength : float, optional
        Where the source knows none.
    """

    def __init__(self, source, indices, outputs, compare, wavelength=None):
        super().__init__()
        self._source, self._indices, self._compare = source, list(indices), compare
        self._outputs = outputs
        self._left_out = set()
        self._window = Window(0, 0, *source.grid.shape)
        self._stack = self._stack_path = None
        if outputs.wanted("UNWRAPPED"):
            self._stack_path = outputs.path("UNWRAPPED")
            self._stack = self.enter_context(self._stack_writer(wavelength))
        names = [source.names[k] for k in self._indices]
        self._phase = self._bands("PHASE", names, "float32", np.nan, "rad")
        self._components = self._bands("COMPONENTS", names, "int16", -1, "")
        self._differing = dict.fromkeys(compare, 0)
        self._compared = dict.fromkeys(compare, 0)
        self._comparison = outputs.path("COMPARISON")
        self._tables = [outputs.path(name) for name in ("PAIRS", "PARTS")]

    def _bands(self, name, names, dtype, nodata, unit):
        """A file aside with a band each, placed on the map at the end."""
        if not self._outputs.wanted(name):
            return None
        infos = [BandInfo(pair, unit) for pair in names]
        path = self._outputs.path(name)
        return self.enter_context(
            placed_writer(path, self._placed, infos, dtype=dtype, nodata=nodata)
        )

    @property
    def _placed(self):
        """What tells the place of pixels: the stack, or the rasters' grid."""
        return self._source.stack or self._source.grid

    def _stack_writer(self, wavelength):
        source = self._source
        stack = source.stack
        pairs = source.pairs[self._indices]
        bperp = np.full(len(pairs), np.nan)
        attributes = {"PROCESSOR": "groundshift"}
        if stack is not None:
            wavelength = stack.wavelength
            bperp = stack.perpendicular_baseline[self._indices]
            attributes = {**stack.attributes, **attributes}
        if wavelength is None:
            raise GroundshiftError(
                f"{self._outputs.targets['UNWRAPPED']}: a stack needs the radar's wavelength, "
                "which rasters do not tell; give it (Sentinel-1: 0.0555)."
            )
        lookup = stack is not None and stack.has_lookup
        tables = {} if stack is None else read_tables(stack.path)
        writer = UnwrappedStackWriter(
            self._stack_path, source.grid, pairs, wavelength, bperp, True, attributes,
            {LINKED_NOISE: (np.float32, UNIT)} if tables else None, lookup,
        )  # fmt: skip
        for name, values in tables.items():
            writer.table(name, values)
        layers = LOOKUP * lookup + (LINKED_NOISE,) * bool(tables)
        if layers:
            with WrappedReader(stack) as reader:
                for name in layers:
                    writer.layer(name, self._window, reader.layer(name, self._window))
        return writer

    def write(self, place: int, phase, component, coherence, differing, window=None) -> None:
        """Put one interferogram, or a window of it, in place.

        Parameters
        ----------
        place : int
            Its number among those that are unwrapped.
        phase, component, coherence : ndarray, shape (row, column)
            The coherence may be None.
        differing : dict of str to ndarray
            Cycles by which methods differ, in the whole scene; NaN for no data.
        window : Window, optional
            The whole scene by default.
        """
        window = window or self._window
        if self._stack is not None:
            self._stack.write(window, phase, component, coherence, place)
        if self._phase is not None:
            self._phase.write(window, phase, first=place)
        if self._components is not None:
            void = np.where(np.isfinite(phase), component, -1)
            self._components.write(window, void, first=place)
        for method, cycles in differing.items():
            known = np.isfinite(cycles)
            if len(self._indices) == 1:
                self._differing[method] = cycles
                self._compared[method] = known
                continue
            self._differing[method] = self._differing[method] + (known & (cycles != 0))
            self._compared[method] = self._compared[method] + known

    def leave_out(self, place: int) -> None:
        """Leave an interferogram empty, and dropped in the stack."""
        self._left_out.add(place)
        nothing = np.full(self._window.size, np.nan, np.float32).reshape(self._source.grid.shape)
        none = np.zeros(nothing.shape, np.int16)
        self.write(place, nothing, none, None, {})
        if self._stack is not None:
            self._stack.drop(place)

    def complete(self, results) -> None:
        """Write what needs all interferograms: the comparison and the tables."""
        closure = None
        if self._stack is not None:
            self._stack.__exit__(None, None, None)
            self._stack = None
            if any(self._tables):
                closure = self._misclosure(results)
        if self._comparison:
            self._write_comparison()
        pairs, parts = self._tables
        if pairs:
            write_pair_table(pairs, self._pair_columns(results, closure))
        if parts:
            write_pair_table(parts, self._part_columns(results, closure), "components")

    def _write_comparison(self) -> None:
        single = len(self._indices) == 1
        what, unit = ("cycles", "cycles") if single else ("share of pairs that differ", "")
        bands = [BandInfo(f"{method}: {what}", unit) for method in self._compare]
        with np.errstate(invalid="ignore", divide="ignore"):
            values = [
                self._differing[m] if single else self._differing[m] / self._compared[m]
                for m in self._compare
            ]
        with placed_writer(self._comparison, self._placed, bands) as raster:
            raster.write(self._window, np.stack(values).astype(np.float32))

    def _misclosure(self, results):
        """Wrong and all triplets by interferogram and component; None without triplets."""
        good = [k for k in range(len(self._indices)) if k not in self._left_out]
        if len(good) < 3:
            return None
        triplets = find_triplets(Network.from_pairs(self._source.pairs[self._indices][good])).pairs
        if not len(triplets):
            return None
        most = max(len(r.totals.pixels) for r in results if r.totals is not None)
        wrong, total = np.zeros((2, len(good), most), np.int64)
        rows, cols = self._source.grid.shape
        with open_hdf5(self._stack_path) as file:
            for first in range(0, rows, ROWS):
                part = np.s_[first : first + ROWS]
                phase = np.stack([file["unwrapPhase"][k, part] for k in good])
                component = np.stack([file["connectComponent"][k, part] for k in good])
                misclosure(phase, component, triplets, wrong, total)
        full = np.zeros((2, len(self._indices), most), np.int64)
        full[:, good] = wrong, total
        return full

    def _pair_columns(self, results, closure) -> dict:
        source = self._source
        columns = {"pair": np.array([source.names[k] for k in self._indices], object)}
        if source.pairs is not None:
            pairs = source.pairs[self._indices]
            columns.update(
                reference=pairs[:, 0], secondary=pairs[:, 1],
                days=(pairs[:, 1] - pairs[:, 0]).astype(int),
            )  # fmt: skip
        if source.stack is not None:
            bperp = source.stack.perpendicular_baseline[self._indices]
            columns["bperp_m"] = np.round(bperp, 2)
        totals = [r.totals for r in results]
        size = source.grid.rows * source.grid.cols

        def column(function, digits=4):
            return np.round([np.nan if t is None else function(t) for t in totals], digits)

        columns.update(
            method=np.array([r.method for r in results], object),
            seconds=np.round([r.seconds for r in results], 2),
            valid_share=column(lambda t: t.pixels.sum() / size),
            components=np.array([0 if t is None else len(t.pixels) - 1 for t in totals]),
            in_components=column(lambda t: t.pixels[1:].sum() / max(1, t.pixels.sum())),
            in_largest=column(
                lambda t: t.pixels[1:2].sum() / max(1, t.pixels.sum())
            ),
            coherence=column(lambda t: _ratio(t.coherence.sum(), t.coherent.sum())),
            residues_per_1000=column(
                lambda t: _ratio(1000.0 * t.residues.sum(), t.pixels.sum()), 3
            ),
        )  # fmt: skip
        if closure is not None:
            columns["nonclosing_share"] = np.round(
                [_ratio(w.sum(), t.sum()) for w, t in zip(*closure)], 5
            )
        for method in self._compare:
            columns[f"same_as_{method}"] = np.round(
                [r.agreement.get(method, np.nan) for r in results], 5
            )
            columns[f"seconds_{method}"] = np.round(
                [r.times.get(method, np.nan) for r in results], 2
            )
        columns["why"] = np.array([r.why for r in results], object)
        return columns

    def _part_columns(self, results, closure) -> dict:
        rows = [
            (place, number)
            for place, result in enumerate(results) if result.totals is not None
            for number in range(1, len(result.totals.pixels))
        ]  # fmt: skip
        names = [self._source.names[k] for k in self._indices]

        def column(name, digits):
            values = [getattr(results[p].totals, name)[n] for p, n in rows]
            return np.round(np.array(values, float), digits)

        columns = {
            "pair": np.array([names[p] for p, _ in rows], object),
            "component": np.array([n for _, n in rows], int),
            "pixels": column("pixels", 0).astype(int),
            "coherence": column("mean_coherence", 4),
            "residues_per_1000": column("residues_per_1000", 3),
        }
        if closure is not None:
            wrong, total = closure
            columns["nonclosing_share"] = np.round(
                [_ratio(wrong[p, n], total[p, n]) for p, n in rows], 5
            )
        return columns


def _ratio(part, whole) -> float:
    return float(part / whole) if whole else float("nan")
