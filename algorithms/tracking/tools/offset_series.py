# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of both components of offsets, block by block into their files."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np

from ...data.network import Network
from ...errors import GroundshiftError
from ...formats.atomic import check_free_space
from ...formats.hdf5.stacks import TimeSeriesWriter
from ...outputs import Layer
from ...timeseries.date_noise import network_covariance
from ..series import FEWEST_REDUNDANCY, SeriesInversion

FILES = ("FIRST", "SECOND")
LAYERS = {
    "redundancy": (np.float32, "1"), "rejectedShare": (np.float32, "1"),
    "numSubsets": (np.int16, "1"), "noise": (np.float32, "1"), "pairNoise": (np.float32, "m^2"),
}  # fmt: skip
BYTES_PER_PAIR, BYTES_PER_DATE, BYTES_PER_PIXEL = 48.0, 64.0, 120.0
GUESSED = ("own_datum", "joint_rate")
"""Ways over a gap that make of several parts what other tools call a cut network."""


def kept(offsets, dates, pairs) -> list:
    """The rasters without some dates and pairs.

    Raises
    ------
    GroundshiftError
        If one to be left out is not there, or nothing is left.
    """
    ends = [{one.reference, one.secondary} for one in offsets]
    for day in dates:
        if not any(day in two for two in ends):
            raise GroundshiftError(f"{day}: no pair has this date to leave out; mend the list.")
    for pair in pairs:
        if set(pair) not in ends:
            name = "_".join(map(str, pair)).replace("-", "")
            raise GroundshiftError(f"{name}: there is no such pair to leave out; mend the list.")
    gone = [set(pair) for pair in pairs]
    left = [
        one for one, two in zip(offsets, ends) if not two & set(dates) and two not in gone
    ]  # fmt: skip
    if not left:
        raise GroundshiftError("All pairs are left out; leave out fewer dates or pairs.")
    return left


@dataclass(frozen=True)
class BothComponents:
    """Block function: the series of both components."""

    inversion: SeriesInversion

    def __call__(self, block):
        values, std = block
        return [self.inversion(values[n], None if std is None else std[n]) for n in (0, 1)]


def write_series(pairs, reader, chosen, outputs, job) -> dict:
    """Solve all blocks; the numbers of what was found.

    Raises
    ------
    GroundshiftError
        If no pixel has a series.
    """
    network, grid = pairs.network, pairs.grid
    dates = len(network.dates)
    inversion = SeriesInversion(network, chosen.estimator, chosen.gap, chosen.min_pairs)
    first, second = pairs.components
    layers = {
        "REDUNDANCY": Layer((("redundancy",),)),
        "REJECTED": Layer(((f"rejected_{first}",), (f"rejected_{second}",))),
        "STD": Layer(((f"{first}_std_m", "m"), (f"{second}_std_m", "m"))),
        "PARTS": Layer((("network_parts",),), dtype="int16", nodata=-1),
    }  # fmt: skip
    pixels = np.zeros(2, np.int64)
    shape, parts = noise_shape(network), network.subsets()
    with contextlib.ExitStack() as stack:
        writers = [
            stack.enter_context(writer) for writer in _writers(outputs, pairs, chosen, reader)
        ]
        for writer in writers:
            writer.table("pairNoiseCovariance", shape)
            if chosen.gap in GUESSED and parts.any():
                writer.table("networkPart", parts.astype(np.int16))
        rasters = stack.enter_context(
            outputs.rasters(layers, grid, summarised=("rejected_second", "std_second"))
        )

        def write(window, results):
            for writer, one in zip(writers, results):
                writer.write(window, one.displacement, **_layers_of(one, chosen.gap, shape, parts))
            pixels[0] += int(np.isfinite(results[0].displacement).any(axis=0).sum())
            pixels[1] += int((results[0].redundancy < FEWEST_REDUNDANCY).sum())
            std = np.stack([_overall(one.std) for one in results])
            rejected = np.stack([one.rejected for one in results])
            rasters.write(
                window,
                {
                    "REDUNDANCY": results[0].redundancy, "REJECTED": rejected, "STD": std,
                    "PARTS": results[0].parts.astype(np.int16),
                    "rejected_second": rejected[1], "std_second": std[1],
                },
            )  # fmt: skip

        size = BYTES_PER_PIXEL + BYTES_PER_PAIR * len(network.pairs) + BYTES_PER_DATE * dates
        job.blocks(BothComponents(inversion), reader.read, write, grid, size)
    if not pixels[0]:
        raise GroundshiftError(
            "No pixel has a series; lower the thresholds, or check that the rasters overlap."
        )
    if pixels[1] and len(network.pairs) / dates >= FEWEST_REDUNDANCY:
        job.warn(
            f"At {100.0 * pixels[1] / pixels[0]:.1f} % of the pixels the redundancy is below "
            f"{FEWEST_REDUNDANCY:g}: gross errors may stay there; see the layer of redundancy."
        )
    found = outputs.summaries
    return {
        "PIXELS": int(pixels[0]), "MEDIAN_REDUNDANCY": found["REDUNDANCY"].median,
        "REJECTED_FIRST": found["REJECTED"].mean, "REJECTED_SECOND": found["rejected_second"].mean,
        "STD_FIRST": found["STD"].median, "STD_SECOND": found["std_second"].median,
    }  # fmt: skip


def _writers(outputs, pairs, chosen, reader):
    """A writer a component."""
    network, grid = pairs.network, pairs.grid
    layers = dict(LAYERS)
    if not reader.with_std:
        layers["noise"] = (np.float32, "m")
    for name, component in zip(FILES, pairs.components):
        check_free_space(
            outputs.targets[name].parent, 16.0 * len(network.dates) * grid.rows * grid.cols
        )
        attributes = {
            "REF_DATE": str(network.dates[0]).replace("-", ""), "COMPONENT": component,
            "ESTIMATOR": chosen.estimator, "GAP": chosen.gap,
            "PLATFORM": ",".join(filter(None, pairs.platforms)),
        }  # fmt: skip
        bperp = np.full(len(network.dates), np.nan)
        yield TimeSeriesWriter(
            outputs.path(name),
            grid,
            network.dates,
            bperp,
            attributes,
            layers,
            {"timeseriesStd": "m"},
        )


def noise_shape(network) -> np.ndarray:
    """Covariance of the dates from equal pairs, with a mean variance of 1, shape (date, date).

    Dates share pairs, so that their errors go together; rates need to know. What *SBAS inversion*
    writes, too. Each part of a cut network is against its own first date; across a gap the errors
    are those of a model, which rates do without, as parts have levels of their own there.
    """
    parts, covariance = network.subsets(), np.zeros((len(network.dates),) * 2)
    for part in np.unique(parts):
        own = np.flatnonzero(parts == part)
        pairs = network.pairs[parts[network.pairs[:, 0]] == part]
        one = Network(network.dates[own], np.searchsorted(own, pairs).astype(np.int32))
        covariance[np.ix_(own, own)] = network_covariance(one, np.ones(len(pairs)))
    return covariance * (len(covariance) / np.trace(covariance))


def _layers_of(one, gap, shape, parts) -> dict:
    count = one.parts if gap in GUESSED else np.minimum(one.parts, 1)
    found = {
        "timeseriesStd": one.std, "redundancy": one.redundancy, "rejectedShare": one.rejected,
        "numSubsets": count.astype(np.int16), "noise": one.noise,
    }  # fmt: skip
    std = one.std
    if gap == "joint_rate" and parts.any():
        # Errors behind a gap hold the way over it: those of the pixel's first part do not.
        own = np.where(np.isfinite(std), parts[:, None, None], len(parts))
        std = np.where(own == own.min(axis=0), std, np.nan)
    return found | {"pairNoise": _pair_noise(std, np.diag(shape))}


def _pair_noise(std, shape) -> np.ndarray:
    """Variance that makes the typical covariance as large as the pixel's own errors, m²."""
    known = np.isfinite(std) & (std > 0)
    squares = np.where(known, std, 0.0) ** 2
    typical = np.where(known, shape[:, None, None], 0.0).sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(typical > 0, squares.sum(axis=0) / typical, np.nan).astype(np.float32)


def _overall(std) -> np.ndarray:
    """Root mean square over the dates with a value, but for the first one, which has none."""
    known = np.isfinite(std) & (std > 0)
    count = known.sum(axis=0)
    squares = np.where(known, std, 0.0) ** 2
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(count > 0, np.sqrt(squares.sum(axis=0) / count), np.nan)
