# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Uniform rectangular faults, or a volcanic source, from displacement, with uncertainties."""

from __future__ import annotations

from ...declare import Chosen, Output, area, choice, flag, layer, number, part, text, whole
from ...errors import GroundshiftError, counted
from .asked import Rock


class FaultSearch(Chosen):
    """Which samples, within which bounds, and how the faults are searched for."""

    samples = layer(
        "Samples",
        "What the fault has to explain. Points of 'Down-sample displacement': displacement_mm, "
        "std_mm, los_east, los_north, los_up and track, with the covariance in tables of the "
        "same file.", ("points",),
    )  # fmt: skip
    source = choice(
        "Source",
        "fault: rectangles that slip. Volcanic ones, one at a time: mogi: a point; sphere: of "
        "finite size (McTigue); spheroid: prolate (Yang); penny: a horizontal circular crack "
        "(Fialko); pcdm and cdm: compound dislocations of a point and of a finite size (Nikkhoo).",
        ("fault", "mogi", "sphere", "spheroid", "penny", "pcdm", "cdm"),
    )  # fmt: skip
    faults = whole(
        "Faults", "How many rectangles, where no layer of places says it.", 1, 1, 6,
    )  # fmt: skip
    places = layer(
        "Places",
        "Lines or points, one for each fault: mapped traces or guesses. The middle of the upper"
        " edge is searched for about them; lines bound strike (30 degrees either way, dipping "
        "to either side) and length (0.2 to 2 times), too.", ("lines", "points"),
        optional=True,
    )  # fmt: skip
    reach = number(
        "Reach about the places (km)",
        "To the east, west, north and south; half of the line and 5 km at least if empty.", None,
        0.0, 1000.0, optional=True,
    )  # fmt: skip
    area = area(
        "Area of the fault",
        "Where the middle of the upper edge may lie; the samples' extent if empty.",
    )  # fmt: skip
    bounds = text(
        "Bounds",
        "Such as: strike 120 to 150; dip 30 to 70; top_depth 0 to 5; 2: length 5 to 30. "
        "Parameters: x, y (map coordinates), top_depth, length, width (km), strike, dip "
        "(degrees; beyond 90 it dips to the other side, and bounds that end at 90 go on there "
        "by 30 degrees; end them at 89.9 where they must not), strike_slip (left-lateral +), "
        "dip_slip (reverse +), opening (m), or slip and rake in their place. One number keeps a"
        " parameter; a fault's number and a colon before it mean that fault only. What is not "
        "given has wide bounds from the data; opening is kept at 0. Of volcanic sources: x, y, "
        "depth, radius, semi_major, semi_x, semi_y, semi_z (km), aspect (short over long "
        "semi-axis), trend, plunge, omega_x, omega_y, omega_z (degrees), volume, volume_x, "
        "volume_y, volume_z (m3), opening (m).",
    )  # fmt: skip
    errors = choice(
        "Errors of the data",
        "given: as the covariances say. scaled: known up to a factor for each track, which is "
        "marginalised; choose it where the log tells that residuals exceed the covariance.",
        ("given", "scaled"),
    )  # fmt: skip
    ramps = flag(
        "Ramps", "A plane by track besides the offset.",
    )  # fmt: skip
    method = choice(
        "Global search",
        "both: particle swarm and differential evolution; local: only refine the middle of the "
        "bounds.", ("both", "swarm", "evolution", "local"), advanced=True,
    )  # fmt: skip
    restarts = whole(
        "Restarts", "Times each search begins anew.", 2, 1, 100, advanced=True,
    )  # fmt: skip
    steps = whole(
        "Steps of a search", "At most.", 200, 1, 100000, advanced=True,
    )  # fmt: skip
    models = whole(
        "Models a step", "0: 10 for each parameter, 50 at least.", 0, 0, 10000, advanced=True,
    )  # fmt: skip
    chain_steps = whole(
        "Steps of the chains",
        "Of the posterior, at most; they end earlier when they know enough. 0 leaves the "
        "posterior out.", 10000, 0, 200000,
    )  # fmt: skip
    perturbations = whole(
        "Perturbed data",
        "Times that noise is added to the data and the fault is fitted anew; 100 is usual.", 0,
        0, 100000,
    )  # fmt: skip
    chains = whole(
        "Chains", "That run side by side.", 32, 3, 1000, advanced=True,
    )  # fmt: skip
    burn_in = whole(
        "Burn-in (%)", "Share of each chain that is thrown away.", 50, 0, 90, advanced=True,
    )  # fmt: skip
    enough = whole(
        "Effective draws that are enough",
        "The chains end when every parameter has so many, and R-hat below 1.01; 0 makes all "
        "steps.", 4000, 0, 10000000, advanced=True,
    )  # fmt: skip
    seed = whole(
        "Seed", "The same seed gives the same numbers.", 1, 0, advanced=True,
    )  # fmt: skip
    use_weights = flag(
        "Use the samples' weights",
        "Multiplies their shares of the misfit; intervals then no longer follow from the "
        "covariance.", advanced=True,
    )  # fmt: skip
    rock = part(Rock)

    def check(self):
        """Bounds can be read, and the chains are long enough."""
        self.limits()
        if self.source != "fault" and self.faults > 1:
            self.refuse("faults", "is above 1; one volcanic source is searched for at a time.")
        if 0 < self.chain_steps < 100:
            self.refuse("chain_steps", "are too few; give 100 at least, or 0.")

    def limits(self) -> tuple:
        """The bounds that are given."""
        from ..bounds_text import parse_bounds

        try:
            return tuple(parse_bounds(self.bounds, self.source != "fault"))
        except GroundshiftError as error:
            self.refuse("bounds", str(error))

    def options(self):
        """How it is searched, a :class:`..fault_study.FaultOptions`."""
        from ..fault_study import FaultOptions
        from ..mcmc import ChainOptions
        from ..search import SearchOptions

        chains = None
        if self.chain_steps:
            chains = ChainOptions(
                self.chains, self.chain_steps, self.burn_in / 100, size=float(self.enough),
                seed=self.seed,
            )  # fmt: skip
        search = SearchOptions(
            self.method, self.models, self.steps, self.restarts, self.errors, self.seed
        )
        medium = self.rock.medium()
        return FaultOptions(
            search, chains, self.perturbations, self.ramps, self.use_weights, medium
        )


OUTPUTS = (
    Output(
        "polygons", "FAULT", "Best faults",
        "Polygons in space with the slip, the parameters' intervals, and notes on bounds; input"
        " of 'Slip inversion' and of the stress tools.",
        optional=True, style="slip",
    ),
    Output(
        "points", "SOURCE_POINT", "Best volcanic source",
        "A point with the fields of its kind, their intervals, and notes on bounds; input of "
        "'Forward model of slip' and of the stress tools. Of faults there is none.", optional=True,
        style="sources", name="Volcanic source",
    ),
    Output(
        "points", "FIT", "Fit", "The samples with modelled_mm, residual_mm and offset_mm.",
        optional=True,
        style="samples_displacement",
        abstract="Observed displacement along the line of sight, mm, positive towards the "
        "satellite; modelled_mm holds the model's with offset_mm, residual_mm what is left.",
    ),
    Output(
        "lines", "TRACES", "Likely upper edges",
        "Of the best faults (draw 0) and of draws of the posterior.", optional=True,
        style="likely_edges",
        abstract="Draw 0 is the best fault; the others are draws of the posterior.",
    ),
    Output(
        "file", "SUMMARY", "Parameters",
        "Best values, bounds, credible intervals, R-hat, effective size, perturbed fits; a note"
        " where R-hat is 1.05 or more: then the posterior is not to be used.",
        "CSV (*.csv)", optional=True,
    ),
    Output(
        "file", "DRAWS", "Draws of the posterior", "20,000 at most.", "CSV (*.csv)",
        optional=True, by_default=False,
    ),
    Output(
        "file", "PLOT", "Trade-offs",
        "All pairs of parameters; says so where they are not to be used.", "PNG (*.png)",
        optional=True, by_default=False,
    ),
    Output(
        "file", "REPORT", "Report", "Numbers, warnings and plots.", "HTML (*.html)",
        optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "STRIKE": "Strike (degrees)",
    "DIP": "Dip (degrees)",
    "RAKE": "Rake (degrees)",
    "SLIP": "Slip (m)",
    "LENGTH": "Length (km)",
    "WIDTH": "Width (km)",
    "TOP_DEPTH": "Depth of the upper edge (km)",
    "CENTRE_DEPTH": "Depth of the centre (km)",
    "X": "Middle of the upper edge, x",
    "Y": "Middle of the upper edge, y",
    "DEPTH": "Depth of the volcanic source (km)",
    "VOLUME": "Volume change of the volcanic source (m3)",
    "VOLUME_STD": "Its standard deviation (m3)",
    "MOMENT": "Seismic moment of all faults (N m)",
    "MW": "Moment magnitude of all faults",
    "RMS": "RMS of the residuals (mm)",
    "R_HAT": "Largest R-hat",
    "EFFECTIVE_SIZE": "Minimum effective size",
    "AT_BOUND": "Parameters that a bound holds",
}  # fmt: skip
OF_THE_FIRST = {
    "STRIKE": "strike_deg", "DIP": "dip_deg", "RAKE": "rake_deg", "SLIP": "slip_m",
    "LENGTH": "length_km", "WIDTH": "width_km", "TOP_DEPTH": "top_depth_km",
    "CENTRE_DEPTH": "centre_depth_km",
}  # fmt: skip
"""Numbers of the first fault, and what they are called in tables."""


def run(chosen, outputs, job) -> dict:
    """Search for the faults; see :mod:`...declare`."""
    from math import nan

    from ...data.crs import area_in, wkt_from_epsg
    from ...formats.sample_formats import is_sample_text
    from ...formats.slip.slip_file import slip_limits
    from ...formats.vectors.tables import layer_crs
    from ..fault_study import study_faults
    from ..plausibility import model_doubts, sample_doubts
    from ..volcanic_search import reach_doubts
    from .samples import read_samples
    from .search_bounds import search_space, volcanic_space
    from .search_results import SearchResults
    from .volcanic_layer import LIMITS, source_notes

    wanted = "SOURCE_POINT" if chosen.source != "fault" else "FAULT"
    if not outputs.wanted(wanted, "FIT", "SUMMARY", "REPORT", "DRAWS", "PLOT", "TRACES"):
        raise GroundshiftError("No output is asked for; give a file for one of them at least.")
    if outputs.wanted("DRAWS") and not chosen.chain_steps:
        raise GroundshiftError(
            "Draws of the posterior (DRAWS): are asked for without steps of the chains "
            "(CHAIN_STEPS); give some 10000."
        )
    if outputs.wanted("PLOT") and not (chosen.chain_steps or chosen.perturbations):
        raise GroundshiftError(
            "Trade-offs (PLOT): needs the posterior (CHAIN_STEPS) or perturbed data "
            "(PERTURBATIONS); give one of them."
        )
    samples, local = read_samples(*chosen.samples, log=job.note)
    is_text = is_sample_text(chosen.samples[0])
    crs = wkt_from_epsg(4326) if is_text else layer_crs(*chosen.samples)
    area, reach = area_in(chosen.area, crs), nan if chosen.reach is None else chosen.reach * 1e3
    crs, options = crs if local.crs else "", chosen.options()
    volcanic, what = chosen.source != "fault", "volcanic source"
    if volcanic:
        space = volcanic_space(
            samples, local, crs, chosen.source, chosen.places, reach, area, chosen.limits(),
            options.medium.poisson,
        )  # fmt: skip
        for doubt in reach_doubts(space):
            job.note(doubt)
    else:
        what = "fault"
        space = search_space(
            samples, local, crs, chosen.faults, chosen.places, reach, area, chosen.limits()
        )
    job.note(
        f"{len(samples)} samples of {counted(len(samples.tracks), 'track')}; "
        f"{counted(space.faults, what)}, {len(space.names)} free parameters."
    )
    for doubt in sample_doubts(samples):
        job.note(f"Note: {doubt}")
    study = study_faults(samples, space, options, job.part(0.0, 0.98))
    if not volcanic:
        for doubt in model_doubts(study.model, options.medium.shear_modulus):
            job.note(f"Note: {doubt}")
    for warning in study.warnings:
        job.warn(warning)
    found = SearchResults(study, samples, local, crs, options)
    found.write(outputs)
    if found.plot:
        outputs.picture("PLOT", found.plot)
    outputs.look("FIT", limits=(-samples.limit * 1e3, samples.limit * 1e3))
    if volcanic:
        for note in (LIMITS, *source_notes(study.model.sources)):
            job.note(note)
        numbers = found.of_source()
    else:
        slip = max(row.best for row in found.rows if row.name == "slip_m")
        outputs.look(
            "FAULT", limits=slip_limits(slip),
            abstract=f"Uniform slip of the hanging wall in metres; Mw {found.magnitude:.2f}.",
        )  # fmt: skip
        numbers = {name: found.best(field) for name, field in OF_THE_FIRST.items()}
        numbers.update(MOMENT=found.moment, MW=found.magnitude)
    x, y = found.places
    numbers.update(
        X=float(x[0]), Y=float(y[0]), RMS=found.rms * 1e3,
        AT_BOUND=sum(bool(word) for word in study.held),
    )  # fmt: skip
    chains = study.chains
    if chains is not None:
        numbers.update(R_HAT=float(chains.r_hat.max()), EFFECTIVE_SIZE=float(chains.size.min()))
    return numbers
