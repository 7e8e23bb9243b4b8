# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase linking of a stack file: images in, linked phases, interferograms and points out."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, file, flag, number, part, text, whole
from .asked import Calibration, Images, PhaseFilter, Strides, Window

ESTIMATORS = ("pta", "emi", "wevd", "evd", "tevd")
TESTS = ("glrt", "ci", "t", "ks", "ad", "none")
REGULARISATIONS = ("hadamard", "shrinkage", "none")
NORMALISATIONS = ("power", "amplitude")
NETWORKS = ("connections", "days", "single_reference", "all", "list")


class Ds(Chosen):
    """How distributed scatterers are linked and chosen."""

    images = part(Images)
    persistent = file(
        "Persistent scatterers",
        "They keep their own phase, and no pixel counts them. The points of 'PS candidates' "
        "(its stable ones) or 'Persistent scatterers', or a raster on the images' own grid that"
        " is above 0 there.", "Points or raster (*.gpkg *.tif *.tiff *.vrt)",
        optional=True,
    )  # fmt: skip
    keep_all = flag(
        "Keep all their phases",
        "Otherwise a persistent scatterer keeps its own phase only where that is less noisy "
        "than the linked one: ground that merely stays coherent passes for one, too.",
        True, advanced=True,
    )  # fmt: skip
    estimator = choice(
        "Estimator",
        "pta: phase triangulation, the maximum-likelihood estimate, the most precise; emi: less"
        " precise where coherence is low, and up to twice as fast; evd: leading eigenvector, "
        "the fastest, less precise where coherence decays; wevd: the same with coherences "
        "squared, a good deal better there; tevd: evd with weights of its own, to which the "
        "phases of evd are the solution.", ESTIMATORS,
    )  # fmt: skip
    test = choice(
        "Test for neighbours", "See 'Homogeneous neighbours'; none takes the whole window.",
        TESTS, advanced=True,
    )  # fmt: skip
    window = part(Window)
    strides = part(Strides, advanced=False)
    alpha = number(
        "Rate of false alarms",
        "Share of true neighbours that the test refuses, for images as coherent with one "
        "another as these are on average.", 0.05, 0.001, 0.25, advanced=True,
    )  # fmt: skip
    min_brothers = whole(
        "Minimum number of neighbours",
        "Pixels with fewer, themselves not counted, are not linked.", 20, 1, advanced=True,
    )  # fmt: skip
    min_quality = number(
        "Minimum goodness of fit",
        "Of a distributed scatterer: mean agreement of the linked phases with those of all "
        "interferograms, 0 to 1. The log tells how much of incoherent ground passes by chance.",
        0.5, 0.0, 1.0,
    )  # fmt: skip
    network = choice(
        "Interferograms",
        "connections: each date with the next few; days: all pairs up to a span; "
        "single_reference: all with one date; all; list: those that are given.",
        NETWORKS,
    )  # fmt: skip
    connections = whole(
        "Connections", "Of each date with later ones.", 3, 1,
    )  # fmt: skip
    days = whole(
        "Longest span (days)", "For the network 'days'.", 48, 1, advanced=True,
    )  # fmt: skip
    reference_date = text(
        "Reference date",
        "YYYYMMDD, for the network 'single_reference'; the first one if empty.", advanced=True,
    )  # fmt: skip
    pair_list = text(
        "List of pairs",
        "YYYYMMDD_YYYYMMDD, several separated by commas, for the network 'list'.", advanced=True,
    )  # fmt: skip
    ministack = whole(
        "Images of a small stack",
        "For long stacks: link so many images at a time, together with compressed images of the"
        " earlier ones, and connect the small stacks. Empty links all at once.", None, 3,
        optional=True, advanced=True,
    )  # fmt: skip
    phase_filter = part(PhaseFilter)
    regularisation = choice(
        "Regularisation",
        "Of the coherences that pta and emi invert. hadamard: squares them, which always works;"
        " shrinkage: mixes them with the identity, more where needed; none: as they are, and "
        "evd where that has no inverse.", REGULARISATIONS,
        advanced=True,
    )  # fmt: skip
    beta = number(
        "Share of the identity", "In the regularised coherences.", 0.05, 0.0, 0.99,
        advanced=True,
    )  # fmt: skip
    normalisation = choice(
        "Normalisation",
        "power: sample coherence, the more precise; amplitude: all amplitudes count alike, for "
        "neighbourhoods with bright points.", NORMALISATIONS, advanced=True,
    )  # fmt: skip
    oversampling = number(
        "Pixels an independent sample",
        "For the predicted noise; measured from the images if empty.", None, 1.0, 100.0,
        optional=True, advanced=True,
    )  # fmt: skip
    polarisation = text(
        "Polarisation", "Such as VH; the stack's first if empty.", advanced=True,
    )  # fmt: skip
    connected = flag(
        "Connected neighbours only",
        "Keep only neighbours that are connected to the pixel, diagonally too.", True,
        advanced=True,
    )  # fmt: skip
    calibration = part(Calibration)
    blocks = part(Blocks)

    def check(self):
        """Window, test, dates and options must go together."""
        self.linking()
        self.pairs()

    def linking(self):
        """As the linking takes them."""
        from ..linking import LinkingOptions
        from ..shp import ShpOptions

        shp = ShpOptions(
            TESTS[0] if self.test == "none" else self.test, self.window.half, self.alpha,
            self.connected, self.strides.both,
        )  # fmt: skip
        return LinkingOptions(
            self.estimator, shp, self.test != "none", self.min_brothers, self.regularisation,
            self.beta, self.normalisation, keep_all=self.keep_all,
        )  # fmt: skip

    def pairs(self) -> tuple:
        """Which interferograms are formed, as :func:`..interferograms.choose_pairs` takes it."""
        from ...data.dates import parse_dates, parse_pairs

        first = next(iter(parse_dates(self.reference_date)), None)
        return self.network, self.connections, self.days, first, parse_pairs(self.pair_list)


OUTPUTS = (
    Output(
        "file", "LINKED", "Linked images",
        "A stack of images whose phases are the linked ones, against the first date, with the "
        "layers temporalCoherence, phaseStd, shpCount, kind and substitute.",
        "HDF5, Zarr",
    ),
    Output(
        "file", "INTERFEROGRAMS", "Wrapped interferograms",
        "Of distributed and persistent scatterers, in MintPy's layout and sign; their coherence"
        " is the goodness of fit.", "HDF5, Zarr", optional=True,
    ),
    Output(
        "raster", "GOODNESS", "Goodness of fit", "0 to 1.", optional=True,
        style="temporal_coherence",
        abstract="Mean agreement of the linked phases with those of all interferograms.",
    ),
    Output(
        "raster", "PHASE_STD", "Phase noise",
        "Predicted standard deviation of the linked phases against the first date, radians; "
        "1.81 is all noise.", optional=True, by_default=False, style="phase_std",
        abstract="Predicted standard deviation of the linked phases against the first date, "
        "radians.",
    ),
    Output(
        "raster", "COUNT", "Number of neighbours",
        "The pixel itself not counted; -1 is no data.", optional=True, by_default=False,
        style="neighbours", limits="p98",
        abstract="Statistically homogeneous neighbours that were averaged.",
    ),
    Output(
        "raster", "KIND", "Kind of scatterer", "0: none, 1: distributed, 2: persistent.",
        optional=True, by_default=False, style="scatterers",
    ),
    Output(
        "points", "POINTS", "Scatterers",
        "Points with coherence (goodness of fit), phase_std_rad, neighbours, scatterer_kind (1:"
        " distributed, 2: persistent), row and col in the result.", optional=True,
        style="points_scatterers",
        abstract="Distributed and persistent scatterers with linked phases.",
    ),
)  # fmt: skip
NUMBERS = {
    "DISTRIBUTED": "Distributed scatterers",
    "KEPT": "Persistent scatterers kept",
    "PIXELS": "Pixels with linked phases",
    "SUBSTITUTES": "Pixels linked by EVD in place of the estimator",
    "PAIRS": "Interferograms",
    "IMAGES": "Images",
    "SMALL_STACKS": "Small stacks",
    "MEDIAN_GOODNESS": "Median goodness of fit",
    "MEDIAN_STD": "Median phase noise (rad)",
    "SAMPLES_A_LOOK": "Pixels an independent sample",
    "CHANCE": "Share of incoherent pixels that pass",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Link the phases of a stack of images; see :mod:`...declare`."""
    from dataclasses import replace

    from ...errors import GroundshiftError
    from ...formats.hdf5.images import read_slc_stack
    from ...formats.scratch import Scratch
    from ..interferograms import choose_pairs
    from . import ds_scene
    from .ds_linking import LinkingRun
    from .ds_outputs import DsOutputs
    from .ps_source import PersistentSource
    from .slc_amplitude import prepare_test

    stack, linking = read_slc_stack(chosen.images.stack), chosen.linking()
    polarisation, least = chosen.polarisation.upper() or None, chosen.min_quality
    stack.dataset(polarisation)
    ds_scene.check(stack, linking.test, job)
    pairs = choose_pairs(stack.dates, *chosen.pairs())
    parts = ds_scene.parts_of(stack, chosen.ministack, job)
    persistent = PersistentSource(chosen.persistent, stack) if chosen.persistent else None
    factors, shp = None, linking.shp
    if linking.test:
        calibrate = chosen.calibration.calibrate
        factors, shp, _ = prepare_test(stack, polarisation, shp, calibrate, job)
    oversampling = chosen.oversampling
    if oversampling is None:
        oversampling = ds_scene.measured_oversampling(stack, polarisation, job)
    linking = replace(linking, shp=shp, oversampling=oversampling)
    ds_scene.check_room(stack, linking, outputs, pairs)
    run = LinkingRun(stack, polarisation, linking, factors, persistent)
    with_pairs = outputs.wanted("INTERFEROGRAMS")
    noise = ds_scene.sample_noise(run, least, job) if with_pairs else None
    outputs.when = stack.dates[0], stack.dates[-1]
    written = DsOutputs(
        outputs, stack, linking.shp.strides, pairs, least,
        ds_scene.note_of(chosen, linking, len(parts)), polarisation or stack.polarisations[0],
        noise,
    )  # fmt: skip
    with written, Scratch(outputs.targets["LINKED"].parent, job.budget // 4) as scratch:
        ds_scene.link(run, parts, chosen, scratch, written, job)
        written.tell_looks(linking.oversampling)
    counts, layers = written.counts, outputs.summaries
    if not counts["linked"] + counts["persistent"]:
        raise GroundshiftError(
            f"{stack.path}: no pixel has {linking.minimum_brothers} neighbours; ask for fewer, or "
            "give a larger window."
        )
    if outputs.wanted("POINTS"):
        written.write_points(outputs.path("POINTS"))
    ds_scene.tell_substitutes(counts, linking, job)
    by_chance = ds_scene.tell_chance(stack, linking, least, layers["COUNT"].median, len(parts), job)
    return {
        "DISTRIBUTED": counts["distributed"], "KEPT": counts["persistent"],
        "PIXELS": counts["linked"], "SUBSTITUTES": counts["substitutes"],
        "PAIRS": len(pairs) if with_pairs else 0, "IMAGES": len(stack.dates),
        "SMALL_STACKS": len(parts), "MEDIAN_GOODNESS": layers["GOODNESS"].median,
        "MEDIAN_STD": layers["PHASE_STD"].median, "SAMPLES_A_LOOK": linking.oversampling,
        "CHANCE": by_chance,
    }  # fmt: skip
