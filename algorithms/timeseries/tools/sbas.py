# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Displacement time series and rate from a stack of small-baseline interferograms."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, file, flag, number, part, text, whole
from .asked import Exclusions, Interferograms, Looks, Reference, Thresholds

WEIGHTS = ("phase_variance", "cramer_rao", "coherence", "uniform")
SPLIT = ("minimum_norm", "nsbas", "no_data")
BRIDGES = ("linear", "quadratic", "annual")
OF_ITS_OWN = "does not go with a previous series, which has its own; leave one of them empty."


class Sbas(Chosen):
    """Which pairs count how much, and what becomes of gaps and errors."""

    source = part(Interferograms)
    weights = choice(
        "Weights of the pairs",
        "phase_variance: inverse variance of the phase at its coherence and number of looks, "
        "exact for distributed targets; cramer_rao: its lower bound, for many looks; coherence:"
        " squared coherence; uniform: all alike.",
        WEIGHTS,
    )  # fmt: skip
    thresholds = part(Thresholds)
    min_temporal_coherence = number(
        "No data below temporal coherence",
        "Pixels below become no data. 0 keeps all in the series; the tools that use it choose "
        "by themselves, from 0.7 on.", 0.0, 0.0, 1.0,
    )  # fmt: skip
    split = choice(
        "Where the network is cut",
        "minimum_norm: join the parts by the smallest rates, flagged; nsbas: join them so that "
        "the series fits a model of the motion best, flagged; no_data: leave the pixel out.",
        SPLIT, advanced=True,
    )  # fmt: skip
    bridge_model = choice(
        "Model that bridges cuts",
        "For nsbas: linear, quadratic or annual (linear with a yearly wave) motion. The linear "
        "one comes with a standard deviation of the rate, which holds if the motion is linear.",
        BRIDGES, advanced=True,
    )  # fmt: skip
    exclusions = part(Exclusions)
    looks = part(Looks)
    reference = part(Reference)
    robust = flag(
        "Reject unwrapping errors",
        "Least absolute deviations find the pairs that contradict the others at a pixel (by "
        "unwrapping errors), weighted least squares solve the rest. Where half of a date's "
        "pairs slipped, the place is taken that makes the smoother series. Off: plain weighted "
        "least squares, two to four times as fast.", True,
    )  # fmt: skip
    date_noise = text(
        "Noise of the dates (mm)",
        "Noisy dates count less in the rate and, with weights by phase variance, their pairs in"
        " the inversion: 20180106:20, 20180118:12, *:5 (the star is all others), or the word "
        "estimated for a trial inversion that finds it. Empty: all dates alike.",
        advanced=True,
    )  # fmt: skip
    bootstrap = whole(
        "Bootstrap samples",
        "The rate's standard deviation by bootstrap over dates and pairs; 0 for the analytical "
        "one, 200 are plenty. Where the network is cut there is none.", 0, 0, 10000,
        advanced=True,
    )  # fmt: skip
    bootstrap_block = whole(
        "Bootstrap block (dates)",
        "Neighbouring dates that are redrawn together, for noise that is correlated in time; 0 "
        "takes the cube root of their number.", 0, 0, advanced=True,
    )  # fmt: skip
    seed = whole(
        "Seed", "Of the bootstrap; the same seed gives the same numbers.", 0, 0, advanced=True,
    )  # fmt: skip
    noise = choice(
        "Noise by date",
        "Of the rate's standard deviation. auto: correlated from date to date as a sample of "
        "the scene shows (white, autoregressive, flicker or another power law; the log says "
        "which). white: independent, beside the noise of the pairs. A bootstrap does without.",
        ("auto", "white"), advanced=True,
    )  # fmt: skip
    previous = file(
        "Previous time series",
        "A displacement time series to continue: only dates after its end are solved, its own "
        "keep their values and its reference holds.", "HDF5, Zarr",
        optional=True,
        advanced=True,
    )  # fmt: skip
    window = whole(
        "Dates to solve again",
        "With a previous series: so many of its last dates are solved again for the sake of the"
        " new ones, where the stack still has their pairs. More come closer to a full "
        "inversion.", 10, 0, advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """The noise by date must be readable, and a previous series brings its own choices."""
        self.date_sigma()
        if self.previous is None:
            return
        for asked, names in (
            (self.reference, ("reference_point", "reference_area")),
            (self.exclusions, ("exclude_dates", "exclude_pairs")), (self, ("date_noise",)),
        ):  # fmt: skip
            for name in names:
                if getattr(asked, name):
                    asked.refuse(name, OF_ITS_OWN)

    def date_sigma(self):
        """Noise by date, metres."""
        from ..date_noise import parse_sigmas

        return parse_sigmas(self.date_noise)

    @property
    def bridge(self) -> str:
        """The model that joins the parts of a cut network; empty for none."""
        return self.bridge_model if self.split == "nsbas" else ""


OUTPUTS = (
    Output(
        "file", "TIMESERIES", "Displacement time series",
        "HDF5 in MintPy's layout, metres; also holds rate and quality for the next tools.",
        "HDF5, Zarr",
    ),
    Output(
        "raster", "VELOCITY", "Velocity", "Rate along the line of sight, mm a year.",
        style="velocity", limits="symmetric",
        abstract="Rate along the line of sight in mm a year, positive towards the satellite; red "
        "moves away.",
    ),
    Output(
        "raster", "VELOCITY_STD", "Velocity standard deviation",
        "mm a year, from the series' residuals and the noise of the pairs.", optional=True,
        style="velocity_std", limits="p98", abstract="Of the rate, mm a year.",
    ),
    Output(
        "raster", "TEMPORAL_COHERENCE", "Temporal coherence",
        "How well the pairs agree with the series, 0 to 1.", optional=True,
        style="temporal_coherence",
        abstract="How well the pairs agree with the series (Pepe and Lanari 2006).",
    ),
    Output(
        "raster", "SUBSETS", "Network subsets",
        "Parts that a pixel's own network is in: 1 whole, more: cut, 0: left out.",
        optional=True,
        style="subsets",
        abstract="Parts that a pixel's own network is in; more than one: the series between them "
        "is a guess.",
    ),
    Output(
        "raster", "PAIR_COUNT", "Number of pairs", "Pairs used (ISBAS: cohcount).",
        optional=True,
        style="count", limits="p98", abstract="Pairs used at each pixel.",
    ),
    Output(
        "raster", "DISPLACEMENT", "Displacement by date",
        "A band a date, mm since the first date.", optional=True,
        style="displacement",
        abstract="Since the first date, mm, positive towards the satellite; a band a date.",
    ),
    Output(
        "raster", "STANDARD_ERROR", "Standard error (ISBAS)",
        "Of the rate from the pairs alone, mm a year; falls with the root of their number.",
        optional=True, by_default=False,
        style="velocity_std", limits="p98", name="Standard error",
        abstract="Of the rate from the pairs alone (ISBAS), mm a year.",
    ),
    Output(
        "raster", "REJECTED", "Rejected pairs",
        "Pairs taken for unwrapping errors at each pixel.", optional=True, by_default=False,
        style="count", limits="p98",
        abstract="Pairs taken for unwrapping errors at each pixel.",
    ),
    Output(
        "raster", "JOINED_DATES", "Joined dates",
        "Dates whose offset to the largest part of a cut network is an assumption.",
        optional=True, by_default=False,
        style="count", limits="p98",
        abstract="Dates that an assumption ties to the largest part of the network.",
    ),
    Output(
        "file", "RESIDUALS", "Residuals by pair and date",
        "Table of the root mean square residuals over the scene, mm: of every pair in the "
        "network, of every date in its pairs and about the rate; noisy ones are marked.",
        "CSV (*.csv)", optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "DATES": "Dates",
    "PAIRS": "Pairs used",
    "PIXELS": "Pixels with a result",
    "SPLIT_PIXELS": "Pixels whose network is cut",
    "PARTS": "Parts of the network",
    "REFERENCE_X": "Reference x",
    "REFERENCE_Y": "Reference y",
    "FASTEST_AWAY": "Fastest rate away (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards (mm/yr)",
    "MEDIAN_STD": "Median standard deviation (mm/yr)",
    "NOISY_DATES": "Noisy dates",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Invert a stack, or continue a series with it; see :mod:`...declare`."""
    from ...formats.hdf5.stacks import read_stack
    from .append import append

    stack = read_stack(chosen.source.stack)
    if chosen.previous is not None:
        _tell_span(stack, outputs)
        return append(stack, outputs, job, chosen)
    with begin(stack, chosen, outputs, job) as inversion:
        inversion.run()
    return inversion.numbers()


def begin(stack, chosen, outputs, job, seen=None):
    """An inversion that has its reference and weights; see :class:`.inversion.InversionRun`.

    The stack may be another than the file's own: with pairs dropped, or cycles to be added.
    `seen` is what the search for a reference has looked at; see
    :func:`.reference_place.find_reference`.
    """
    from ...formats.placing import places_crs
    from .inversion import InversionRun

    _tell_span(stack, outputs)
    return InversionRun(
        stack, outputs, job, chosen, chosen.reference.within(places_crs(stack)),
        *chosen.exclusions.both(), chosen.date_sigma(), seen,
    )  # fmt: skip


def _tell_span(stack, outputs) -> None:
    if len(stack.dates):
        outputs.when = stack.dates[0], stack.dates[-1]
