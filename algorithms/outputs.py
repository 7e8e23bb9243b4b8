# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a tool writes: all of it in one transaction, with what its styles have to know."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from .data.addresses import STORE
from .data.statistics import Sampler, Summary
from .errors import GroundshiftError, counted
from .formats.atomic import Transaction
from .formats.kept_blocks import KeptRun
from .formats.placing import placed_writer
from .formats.rasters import BandInfo

FEATURES = ("points", "lines", "polygons", "any", "table")
"""Kinds of outputs that are written as GeoPackage first."""


@dataclass(frozen=True)
class Layer:
    """A raster that is written block by block.

    Parameters
    ----------
    bands : sequence of (str, str)
        Name and unit of each band.
    factor : float
        From the block's unit to the layer's.
    dtype, nodata
        See :class:`.formats.rasters.RasterWriter`.
    shown : int
        Place of the band that is summed up for the colours.
    """

    bands: tuple
    factor: float = 1
    dtype: str = "float32"
    nodata: float = np.nan
    shown: int = 0


class Outputs(contextlib.AbstractContextManager):
    """The outputs of one run of a tool.

    Parameters
    ----------
    declared : sequence of Output
    targets : dict of str to path or None
        By id; None for what is not wanted.
    drawing : module, optional
        What QGIS draws pictures and PDF with.
    """

    def __init__(self, declared, targets: dict, drawing=None):
        self._drawing = drawing
        self._declared = {output.id: output for output in declared}
        self.targets = {
            name: None if path is None else Path(path) for name, path in targets.items()
        }
        self.files = Transaction()
        self.summaries, self._looks, self._added, self._made_later = {}, {}, {}, {}
        self.when = None
        for name, target in self.targets.items():
            if target is not None and name in self._declared:
                self._check_name(self._declared[name], target)

    def __enter__(self):
        self.files.__enter__()
        return self

    def __exit__(self, kind, error, traceback):
        return self.files.__exit__(kind, error, traceback)

    def wanted(self, *names) -> bool:
        """Whether one of these outputs is to be written."""
        return any(self.targets.get(name) is not None for name in names)

    def leave_out(self, *names) -> None:
        """Some outputs are not written after all: this run has nothing for them."""
        for name in names:
            if name in self._added:
                path = self._added.pop(name)
                self.files.drop(self._made_later.get(path, path))
            self.targets[name] = None

    def path(self, name: str):
        """Where to write an output for now; None where it is not wanted.

        What is to be a Zarr store is written as HDF5, and as GeoPackage what is to be FlatGeobuf or
        GeoParquet; :meth:`finish` makes them of it.
        """
        target = self.targets.get(name)
        if target is None:
            return None
        path = self.files.add(target)
        first = self._first_ending(name)
        if first:
            path, last = self.files.scratch(f"{path}{first}"), path
            self._made_later[path] = last
        self._added[name] = path
        return path

    @staticmethod
    def _check_name(output, target) -> None:
        """Refuse a layer that would be of another format than its name says."""
        if output.kind in FEATURES:
            from .formats.vectors.conversion import check_target

            alone = output.kind == "table" or bool(output.filter)
            check_target(target, f"{output.title} ({output.id})", alone)

    def _first_ending(self, name: str) -> str:
        """Ending of the file of which an output is made in the end; empty where it is written."""
        if name not in self._declared:
            return ""
        output, ending = self._declared[name], self.targets[name].suffix.lower()
        if ending == STORE and STORE in output.filter:
            return ".h5"
        if output.kind not in FEATURES or ending == ".gpkg":
            return ""
        from .formats.vectors.geopackage import UNINDEXED  # with SQLite, too much for QGIS' start

        return UNINDEXED

    def finish(self, job) -> None:
        """Make what is not made while a tool runs; call it before the outputs are put in place."""
        later = [(path, last) for path, last in self._made_later.items() if path.exists()]
        for number, (path, last) in enumerate(later):
            step = job.part(number / len(later), (number + 1) / len(later))
            if last.suffix.lower() == STORE:
                from .formats.zarr import write_store as make
            else:
                from .formats.vectors.conversion import convert as make
            make(path, last, step)

    @property
    def share(self) -> float:
        """Share of the run that is the tool's own; the rest goes into :meth:`finish`."""
        wanted = [name for name, target in self.targets.items() if target is not None]
        return 0.8 if any(map(self._first_ending, wanted)) else 1.0

    def written(self, name: str):
        """Where an output lies that was written already, to be read again; None if it was not."""
        return self._added.get(name)

    def text(self, name: str, make) -> None:
        """Write a text, or one that `make()` gives, where it is wanted."""
        path = self.path(name)
        if path is not None:
            path.write_text(make() if callable(make) else make, encoding="utf-8")

    def picture(self, name: str, svg: str) -> None:
        """Draw an SVG document as PNG, where it is wanted."""
        path = self.path(name)
        if path is not None:
            self._pen(name).svg_to_png(svg, path)

    def pdf(self, name: str, page: str, drawings: dict) -> None:
        """Print a page with its drawings (SVG by name), where it is wanted."""
        path = self.path(name)
        if path is not None:
            path.write_bytes(self._pen(name).pdf(page, drawings))

    def _pen(self, name: str):
        if self._drawing is None:
            raise GroundshiftError(
                f"{self._declared[name].title} ({name}): is drawn by QGIS; leave it out, or run "
                "the tool there."
            )
        return self._drawing

    def rasters(self, layers: dict, placed, strides=(1, 1), note=None, summarised=()):
        """Rasters to be filled by windows.

        Parameters
        ----------
        layers : dict of str to Layer
            By id.
        placed : Grid, Stack, TimeSeries or SlcStack
            Where they lie.
        strides : (int, int)
            Pixels of what is placed in one of theirs.
        note : dict, optional
            Metadata of all of them.
        summarised : sequence of str
            Names of other values that are summed up, too.

        Returns
        -------
        context manager
            With ``write(window, {id: values})``; values of several bands are stacked. What was
            written is summed up in ``summaries``, by id (of several bands the one that is shown).
        """
        return _Rasters(self, layers, placed, strides, note, summarised)

    def look(self, name: str, **look) -> None:
        """Say how a layer looks, where that is known only now.

        Parameters
        ----------
        name : str
            Its id.
        **look
            ``style``, ``limits``, ``band``, ``title``, ``abstract``, ``dates``, ``when``,
            ``raised``.
        """
        self._looks.setdefault(name, {}).update(look)

    def looks(self):
        """(id, kind, path, look) of the layers that were written and have a style."""
        for name, output in self._declared.items():
            look = {
                "style": output.style, "title": output.name, "abstract": output.abstract,
                "when": self.when, **self._looks.get(name, {}),
            }  # fmt: skip
            if self.targets.get(name) is None or not look["style"]:
                continue
            if "limits" not in look and output.limits and name in self.summaries:
                look["limits"] = _limits(output.limits, self.summaries[name])
            yield name, output.kind, self.targets[name], look


def _limits(rule: str, summary: Summary):
    if rule == "symmetric":
        return summary.symmetric_limit
    if rule == "symmetric_peak":
        return summary.peak
    if rule == "peak":
        return 0.0, summary.peak
    return (0.0 if rule == "p98" else summary.p02), summary.p98


class _Rasters(contextlib.ExitStack):
    def __init__(self, outputs: Outputs, layers, placed, strides, note, summarised):
        super().__init__()
        from .data.grid import Grid
        from .data.slc import strided_grid

        self._outputs, self._layers = outputs, layers
        grid = strided_grid(placed if isinstance(placed, Grid) else placed.grid, strides)
        self._samplers = {name: Sampler(grid) for name in (*layers, *summarised)}
        self._writers = {}
        for name, layer in layers.items():
            path = outputs.path(name)
            if path is not None:
                bands = [BandInfo(*band) for band in layer.bands]
                self._writers[name] = self.enter_context(
                    placed_writer(
                        path, placed, bands, strides=strides, dtype=layer.dtype,
                        nodata=layer.nodata, metadata=note,
                    )
                )  # fmt: skip

    def write(self, window, values: dict) -> None:
        """Write a window to all of them."""
        for name, block in values.items():
            layer = self._layers.get(name)
            if layer is None:
                self._samplers[name].add(window, block)
                continue
            block = block * layer.factor if layer.factor != 1 else block
            if name in self._writers:
                self._writers[name].write(window, block)
            first = block[layer.shown] if block.ndim == 3 else block
            if np.issubdtype(first.dtype, np.integer):
                first = np.where(first == layer.nodata, np.nan, first)
            self._samplers[name].add(window, first)

    def write_fields(self, window, block) -> None:
        """Write a block whose attributes are called as the outputs, in small letters."""
        self.write(window, {name: getattr(block, name.lower()) for name in self._layers})

    def __exit__(self, kind, *error):
        done = super().__exit__(kind, *error)
        if kind is None:
            for name, sampler in self._samplers.items():
                self._outputs.summaries[name] = sampler.summary()
        return done


def execute(tool, chosen, targets: dict, job, drawing=None) -> tuple:
    """Run a tool.

    Parameters
    ----------
    tool : module
        With ``OUTPUTS`` and ``run(chosen, outputs, job)``.
    chosen : Chosen
    targets : dict of str to path or None
        By the id of the output; what is missing is not wanted.
    job : Job
    drawing : module, optional
        See :class:`Outputs`.

    Returns
    -------
    numbers : dict
        By id.
    outputs : Outputs
    """
    targets = {output.id: targets.get(output.id) for output in tool.OUTPUTS}
    with _kept(job) as job, Outputs(tool.OUTPUTS, targets, drawing) as outputs:
        numbers = tool.run(chosen, outputs, job.part(0.0, outputs.share))
        outputs.finish(job.part(outputs.share, 1.0))
    return numbers, outputs


@contextlib.contextmanager
def _kept(job):
    """The job with its folder to resume from, which is emptied when the outputs are in place."""
    if not job.resume:
        yield job
        return
    store = KeptRun(job.resume)
    try:
        yield replace(job, store=store)
    except BaseException:
        count = store.count()
        if count:
            blocks = counted(count, "block is", "blocks are")
            job.note(f"{blocks} kept in {job.resume}; run again with it to go on.")
        raise
    store.discard()
