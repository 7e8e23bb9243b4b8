# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A stack file inverted for its displacement time series, block by block."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import numpy as np

from ...data.dates import DAYS_PER_YEAR
from ...data.network import Network
from ...data.stack import Stack
from ...errors import GroundshiftError, counted
from ...formats.hdf5.layout import OF_LINKED
from ...formats.hdf5.linked_noise import covariance_at
from ...formats.hdf5.stacks import StackReader, date_texts
from ..coloured import AUTO, rate_inflation
from ..date_noise import ESTIMATED
from ..inversion import make_plan
from ..sbas import BlockInversion, bytes_per_pixel
from .pair_weights import VARIANCES, check_coherence, coherence_weights, kept_pairs
from .reference_place import ReferenceChoice, find_reference, tell_reference
from .sbas_outputs import SbasFiles
from .sbas_typical import (
    estimated_sigma,
    given_sigma,
    sampled_colour,
    sampled_roughness,
    typical_covariance,
    typical_weights,
)


class InversionRun(contextlib.ExitStack):
    """A stack inverted for its displacement series; files are open inside of the ``with`` block.

    Parameters
    ----------
    stack : Stack
    outputs : Outputs
        Of :mod:`.sbas`.
    job : Job
    chosen : Sbas
        Of :mod:`.sbas`; its reference, exclusions and noise by date are the next ones.
    reference : ReferenceChoice
    exclude_dates : sequence of datetime64[D]
    exclude_pairs : sequence of (datetime64[D], datetime64[D])
    date_sigma : dict or str, optional
        Noise by date in metres, ``"*"`` for all others, or ``"estimated"`` from a trial run: the
        rate and, where weights are variances, the pairs are weighed by it.
    seen : ThinnedScan, optional
        See :func:`.reference_place.find_reference`.

    Attributes
    ----------
    stack : Stack
    function : BlockInversion
    memory : float
        Bytes that a pixel takes in a block.
    reader : StackReader
        Of the pairs that are used; open.
    tables : dict of str to ndarray
        That are in the series' file from its beginning.

    Raises
    ------
    GroundshiftError
        For input that cannot be inverted; nothing is written then.
    Cancelled
        If the user asked to stop.
    """

    def __init__(
        self, stack: Stack, outputs, job, chosen, reference: ReferenceChoice,
        exclude_dates=(), exclude_pairs=(), date_sigma=None, seen=None,
    ):  # fmt: skip
        super().__init__()
        self.stack, self._outputs, self._chosen = stack, outputs, chosen
        self._job, self._note = job.part(0.3, 1.0), job.note
        self._keep = keep = kept_pairs(stack, exclude_dates, exclude_pairs)
        check_coherence(stack, chosen)
        pairs = stack.pairs[keep]
        self._network = network = Network.from_pairs(pairs)
        with StackReader(stack, keep) as reader:
            found = find_reference(reader, pairs, reference, job.part(0.0, 0.3), seen)
            self._centre, lost = tell_reference(stack, pairs, found, job.note)
            self._parts, self._pairs = int(network.subsets().max()) + 1, len(pairs) - lost
            if self._parts > 1:
                job.note(f"The network is cut: {network.describe_subsets()}")
            function = block_function(stack, network, found, chosen, job.note)
            function = replace(function, standard_error=outputs.wanted("STANDARD_ERROR"))
            colour = chosen.noise == AUTO
            function = _with_noise(function, reader, network, date_sigma, colour, job.note)
        self.function, self._reference = function, found
        beside = function.uses_coherence + bool(function.bootstrap) + function.robust
        self.memory = bytes_per_pixel(len(network.pairs), len(network.dates), beside)

    def __enter__(self):
        stack, network, function = self.stack, self._network, self.function
        self.reader = self.enter_context(StackReader(stack, self._keep, function.uses_coherence))
        self._covariance, attributes = self._typical()
        self._files = self.enter_context(SbasFiles(self._outputs, stack, network, attributes))
        self.tables = {
            "pairNoiseCovariance": self._covariance,
            "pairs": date_texts(network.dates[network.pairs]),
        }
        for name, values in self.tables.items():
            self._files.table(name, values)
        return self

    def _typical(self) -> tuple:
        """Shape of the noise's covariance, and attributes of the series."""
        stack, chosen, function = self.stack, self._chosen, self.function
        (row, col), window = self._reference.centre, self._reference.window
        thresholds = chosen.thresholds
        attributes = {k: v for k, v in stack.attributes.items() if k not in ("FILE_TYPE", "UNIT")}
        attributes.update(
            # The reference's centre as MintPy has it, and its window.
            REF_Y=str(row), REF_X=str(col),
            REF_WINDOW=f"{window.row} {window.col} {window.height} {window.width}",
            REF_DATE=str(self._network.dates[0]).replace("-", ""), WEIGHTS=chosen.weights,
            MIN_COHERENCE=str(thresholds.min_coherence), MIN_PAIRS=str(thresholds.min_pairs),
        )  # fmt: skip
        weights = typical_weights(self.reader, self._network, function)
        covariance, scale = typical_covariance(weights, self._network)
        if function.linked_covariance is not None:
            covariance = function.linked_covariance
            covariance = covariance * len(covariance) / np.trace(covariance)
            attributes[OF_LINKED] = "yes"
        attributes["PAIR_NOISE_SCALE"] = repr(float(scale))
        return covariance, attributes

    @property
    def write(self):
        """Writes what :attr:`function` gives of a window; see :class:`.SbasFiles`."""
        return self._files.write

    @property
    def place(self):
        """See :attr:`.SbasFiles.place`."""
        return self._files.place

    def run(self) -> None:
        """Invert all blocks into the files."""
        # The stack has been read from its beginning; what follows reads the series from there.
        self._job.blocks(
            self.function, self.reader.read, self.write, self.stack.grid, self.memory,
            place=self.place, backwards=True, tile_rows=self.reader.tile_rows,
        )  # fmt: skip
        self.complete()

    def complete(self) -> None:
        """Write what is known after the last block."""
        files, function = self._files, self.function
        files.write_noise(self._covariance, function.date_weights)
        if function.date_sigma is not None:
            files.table("dateSigma", function.date_sigma)
        if files.pixels == 0:
            raise self.nothing()

    def nothing(self) -> GroundshiftError:
        """What to raise where no pixel has a result."""
        thresholds = self._chosen.thresholds
        return GroundshiftError(
            f"{self.stack.path}: no pixel fulfils the thresholds (coherence "
            f"{thresholds.min_coherence:g}, {thresholds.min_pairs} pairs, temporal coherence "
            f"{self._chosen.min_temporal_coherence:g}); lower them."
        )

    def numbers(self) -> dict:
        """The tool's numbers, when the files are closed."""
        files, chosen = self._files, self._chosen
        numbers = files.numbers(self.function.metres, self._note)
        if files.split:
            share = 100.0 * files.split / files.pixels
            how = "is a minimum-norm guess between the parts and has no standard deviation"
            if chosen.bridge:
                how = f"is bridged between the parts by a {chosen.bridge} model (NSBAS)"
            self._note(
                f"At {counted(files.split, 'pixel')} ({share:.1f} %) the network is cut: their "
                f"series {how}; see the layer of network subsets."
            )
        x, y = self._centre
        return {
            **numbers, "DATES": len(self._network.dates), "PAIRS": self._pairs,
            "PARTS": self._parts, "REFERENCE_X": x, "REFERENCE_Y": y,
        }  # fmt: skip


def block_function(stack, network, reference, chosen, note) -> BlockInversion:
    """The inversion as a function of a block."""
    table = coherence_weights(stack, chosen, note)
    spans = (network.dates[network.pairs[:, 1]] - network.dates[network.pairs[:, 0]]).astype(float)
    return BlockInversion(
        make_plan(network), network.years, spans / DAYS_PER_YEAR, reference.phase,
        stack.wavelength, table, chosen.weights in VARIANCES, chosen.thresholds.min_coherence,
        chosen.thresholds.min_pairs, chosen.min_temporal_coherence, chosen.split != "no_data",
        chosen.bridge, chosen.robust,
        (chosen.bootstrap, chosen.bootstrap_block, chosen.seed) if chosen.bootstrap else (),
    )  # fmt: skip


def _with_noise(function, reader, network, date_sigma, colour, note) -> BlockInversion:
    """The block function with what the scene, the file and the user say of noise."""
    stack = reader.stack
    if function.robust:  # what the series says where the pairs of a date disagree
        roughness = sampled_roughness(reader, function)
        if not np.isfinite(roughness).any():
            note(
                "Unwrapping errors: too few dates, or too few sampled pixels with a whole network, "
                "to judge by the series where half of a date's pairs slipped; the pairs alone "
                "decide."
            )
        function = replace(function, roughness=roughness)
    if stack.has_linked_noise:  # linked phases close whatever they are
        covariance = covariance_at(stack.path, network.dates)
        note("The phases are linked ones: their predicted noise goes into the errors.")
        function = replace(function, linked_covariance=covariance)
    if isinstance(date_sigma, str) and date_sigma == ESTIMATED:
        sigma, pair_sigma = estimated_sigma(reader, network, function)
        worst = np.argsort(sigma)[::-1][:3]
        named = ", ".join(f"{network.dates[n]} {1e3 * sigma[n]:.1f} mm" for n in worst)
        note(f"Noise by date: median {1e3 * np.median(sigma):.1f} mm; largest: {named}.")
        function = replace(function, date_sigma=sigma, pair_sigma=pair_sigma)
    elif date_sigma is not None:
        sigma = given_sigma(network.dates, date_sigma)
        pair_sigma = sigma if function.weights_are_variances else None
        function = replace(function, date_sigma=sigma, pair_sigma=pair_sigma)
    if colour and not (function.bootstrap or stack.has_linked_noise):
        noise = sampled_colour(reader, network, function)
        if not noise.is_white:
            note(noise.describe())
            inflation = rate_inflation(noise, network.years, function.date_weights)
            function = replace(function, inflation=inflation)
    return function
