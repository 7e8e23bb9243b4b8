# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From radar images to motion: persistent and distributed scatterers in one chain.

The order is that of SqueeSAR (Ferretti et al. 2011, doi:10.1109/TGRS.2011.2124465): persistent
scatterers keep their phase, distributed ones get a linked one, and all go on together.
"""

from __future__ import annotations

from ..asked import Blocks
from ..declare import Chosen, Output, choice, file, number, part, whole
from ..scatterers.tools.asked import Images, PhaseFilter, Strides, Window
from ..scatterers.tools.ds import NETWORKS, Ds
from ..timeseries.tools.asked import Motion, ReferencePlace
from .asked import Corrections

PERSISTENT = ("dispersion", "stability", "none")
ESTIMATORS = ("pta", "emi", "evd", "tevd")
METHODS = ("spacetime", "auto", "whirlwind", "mcf", "snaphu", "spurt")
REFERENCE_HELP = "Where the motion is taken as zero; chosen and named in the log if empty."
STABLE = 0.25  # amplitude dispersion of persistent scatterers that nothing else is known of
ALPHA = 0.1
"""Rate of false alarms. Limits are those of the scene's mean coherence; a sharper test keeps ground
that decorrelates apart from coherent ground beside it."""
SAME = Ds.FIELDS


class PsDs(Chosen):
    """The steps in the short form that a chain has room for."""

    images = part(Images)
    geometry = file(
        "Geometry",
        "The geometry file that was made with the stack: heights and look angles for the "
        "corrections and the points.", "HDF5, Zarr", optional=True,
    )  # fmt: skip
    persistent = choice(
        "Persistent scatterers",
        "dispersion: by their amplitude, as 'PS candidates'; stability: by the noise of their "
        "phase, as 'Persistent scatterers', which takes longer and of pixels that touch keeps "
        "one; none.", PERSISTENT,
    )  # fmt: skip
    keep_all = SAME["keep_all"].named("KEEP_ALL", default=False)
    dispersion = number(
        "Limit of amplitude dispersion",
        "Pixels below are candidates; with 'dispersion' those below 0.25 are taken.", 0.4, 0.01,
        2.0, advanced=True,
    )  # fmt: skip
    estimator = choice(
        "Phase linking", "See 'Distributed scatterers'.", ESTIMATORS,
        advanced=True,
    )  # fmt: skip
    test = SAME["test"]
    window = part(Window)
    strides = part(Strides)
    min_brothers = whole(
        "Minimum number of neighbours", "Pixels with fewer are no distributed scatterers.", 20,
        1, advanced=True,
    )  # fmt: skip
    min_quality = number(
        "Minimum goodness of fit",
        "Of a distributed scatterer, 0 to 1. Noise alone has 0.2 to 0.4.", 0.5, 0.0, 1.0,
        advanced=True,
    )  # fmt: skip
    ministack = whole(
        "Images of a small stack",
        "For long stacks: link so many at a time. Empty links all at once.", None, 3,
        optional=True, advanced=True,
    )  # fmt: skip
    phase_filter = part(PhaseFilter)
    polarisation = SAME["polarisation"]
    network = choice(
        "Interferograms",
        "connections: each date with the next few; days: all pairs up to a span; "
        "single_reference: all with the first date; all.",
        NETWORKS[:4], advanced=True,
    )  # fmt: skip
    connections = whole(
        "Connections",
        "For the network 'connections'. Empty: one where the unwrapping is 'spacetime', to which "
        "further pairs say nothing new, as linked phases close; else three, whose errors are "
        "averaged.", None, 1, optional=True, advanced=True,
    )  # fmt: skip
    days = SAME["days"]
    method = choice(
        "Unwrapping",
        "spacetime: the scatterers as sparse points, in time and then in space, in tiles that fit "
        "into the memory; others as in 'Phase unwrapping'. snaphu may not be used commercially.",
        METHODS,
        advanced=True,
    )  # fmt: skip
    reference = part(ReferencePlace, changes={"reference_point": {"help": REFERENCE_HELP}})
    corrections = part(Corrections, changes={"troposphere": {"default": "none"}})
    motion = part(Motion, advanced=True)
    blocks = part(Blocks)

    def check(self):
        """Window, test and strides must go together."""
        self.linking()

    def linking(self, persistent=None):
        """As 'Distributed scatterers' takes them; `persistent` are the scatterers that it keeps."""
        values = {own.id: own.default for own in Ds.PARAMETERS}
        values.update({name: value for name, value in self.by_id().items() if name in values})
        values.update(ALPHA=ALPHA, PERSISTENT=persistent)
        if self.connections is None:
            values["CONNECTIONS"] = 1 if self.method == "spacetime" else SAME["connections"].default
        return Ds.of(values, as_they_are=True)


OUTPUTS = (
    Output(
        "file", "TIMESERIES", "Displacement time series",
        "HDF5 in MintPy's layout, after all corrections.", "HDF5, Zarr",
    ),
    Output(
        "points", "POINTS", "Motion points",
        "Persistent (scatterer_kind 2) and distributed (1) scatterers with rate, goodness "
        "(coherence), neighbours, expected phase noise and displacement by date.",
        style="points_velocity",
        abstract="Rate (velocity_mm_yr) and displacement by date (DYYYYMMDD, mm) along the line "
        "of sight, positive towards the satellite; scatterer_kind 1 is distributed, 2 persistent.",
    ),
    Output(
        "points", "PS_POINTS", "Persistent scatterers",
        "What 'Persistent scatterers' or 'PS candidates' tell of them.", optional=True,
        by_default=False, style="points_candidates",
        abstract="Persistent scatterers by themselves.",
    ),
    Output(
        "raster", "VELOCITY", "Velocity", "mm a year along the line of sight, and its errors.",
        optional=True, style="velocity",
        abstract="Rate along the line of sight in mm a year, positive towards the satellite; red "
        "moves away.",
    ),
    Output(
        "raster", "DEM_ERROR", "DEM error", "Metres by which scatterers lie above the model.",
        optional=True, by_default=False, style="dem_error",
    ),
    Output(
        "raster", "GOODNESS", "Goodness of fit", "Of the linked phases, 0 to 1.", optional=True,
        by_default=False, style="temporal_coherence",
        abstract="Mean agreement of the linked phases with those of all interferograms.",
    ),
    Output(
        "raster", "KIND", "Kind of scatterer", "0: none, 1: distributed, 2: persistent.",
        optional=True, by_default=False, style="scatterers",
    ),
    Output(
        "file", "LINKED", "Linked images", "As 'Distributed scatterers' writes them.",
        "HDF5, Zarr", optional=True, by_default=False, advanced=True,
    ),
    Output(
        "file", "INTERFEROGRAMS", "Unwrapped interferograms", "ifgramStack.h5.",
        "HDF5, Zarr",
        optional=True, by_default=False, advanced=True,
    ),
    Output(
        "file", "REPORT", "Report", "What every step did.", "HTML (*.html)", optional=True,
    ),
    Output(
        "folder", "KEEP_FOLDER", "Folder for intermediate files",
        "Keeps what the steps hand on; without it that goes away.", optional=True,
        by_default=False, advanced=True,
    ),
)  # fmt: skip
NUMBERS = {
    "PERSISTENT_POINTS": "Persistent scatterers",
    "DISTRIBUTED_POINTS": "Distributed scatterers",
    "COUNT": "Points",
    "IN_COMPONENTS": "Phases in connected components (%)",
    "REFERENCE_X": "Reference x",
    "REFERENCE_Y": "Reference y",
    "FASTEST_AWAY": "Fastest rate away (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards (mm/yr)",
    "MEDIAN_STD": "Median standard deviation of the rate (mm/yr)",
}  # fmt: skip
TEXTS = {"STEPS_DONE": "Steps that were done"}


def run(chosen, outputs, job) -> dict:
    """Run the chain; see :mod:`..declare`."""
    from ..formats.hdf5.stacks import read_stack
    from .chain import Chain
    from .series import motion_of, steps_of

    source = chosen.images.stack
    planned = ["persistent"] * (chosen.persistent != "none") + ["ds", "unwrap"]
    planned += steps_of(chosen, outputs)
    with Chain(outputs, job, source, planned, f"From images to motion: {source.name}") as chain:
        points = _persistent(chain, chosen)
        linked, wrapped, linking = _link(chain, chosen, points)
        stack, unwrapped = _unwrap(chain, wrapped, chosen.method)
        # Linked phases close by themselves, so there is nothing to mend and nothing to choose.
        weights = {"WEIGHTS": "uniform", "ROBUST": False}
        found = motion_of(
            chain, read_stack(stack), _geometry(chain, chosen), chosen, weights, linked=linked
        )
    found.update(
        PERSISTENT_POINTS=linking["KEPT"], DISTRIBUTED_POINTS=linking["DISTRIBUTED"],
        IN_COMPONENTS=100.0 * unwrapped["IN_COMPONENTS"], STEPS_DONE=chain.names(),
    )  # fmt: skip
    return {name: found[name] for name in (*NUMBERS, *TEXTS)}


def _persistent(chain, chosen):
    """A layer of persistent scatterers, None where there are none."""
    from ..errors import GroundshiftError

    if chosen.persistent == "none":
        chain.outputs.leave_out("PS_POINTS")
        return None
    place = chain.place("PS_POINTS", "persistent.gpkg")
    find = _stable if chosen.persistent == "stability" else _bright
    try:
        with chain.step("persistent") as step:
            number = find(step, chosen, {"POINTS": place})
        if find is _stable:
            chain.outputs.look("PS_POINTS", style="points_velocity")
    except GroundshiftError as error:
        # Fields and forests have none; that is no reason to leave out the distributed ones.
        chain.leave_out("persistent", str(error), "PS_POINTS")
        return None
    return place if number else None


def _stable(step, chosen, targets) -> int:
    """Find them by the noise of their phase."""
    from ..outputs import execute
    from ..scatterers.tools import ps

    given = {
        "STACK": chosen.images.stack, "GEOMETRY": chosen.geometry,
        "DISPERSION": chosen.dispersion, "POLARISATION": chosen.polarisation,
    }  # fmt: skip
    found, written = execute(ps, ps.Ps.of(given), targets, step.job)
    step.says(
        f"{found['COUNT']:,} points of {found['CANDIDATES']:,} candidates, of which "
        f"{found['EXPECTED_NOISE']:.1f} % are expected to be noise.",
        {
            "Candidates": found["CANDIDATES"], "Points": found["COUNT"],
            "Expected noise (%)": found["EXPECTED_NOISE"],
            "Median residual noise (mm)": found["MEDIAN_NOISE"],
        },
    )  # fmt: skip
    return found["COUNT"]


def _bright(step, chosen, targets) -> int:
    """Find them by their amplitude."""
    from ..outputs import execute
    from ..scatterers.tools import pscandidates

    given = {
        "STACK": chosen.images.stack, "CANDIDATE": chosen.dispersion,
        "STABLE": min(chosen.dispersion, STABLE), "POLARISATION": chosen.polarisation,
    }  # fmt: skip
    own = pscandidates.PsCandidates.of(given)
    found, _ = execute(pscandidates, own, targets, step.job)
    stable, candidates = found["STABLE_PIXELS"], found["CANDIDATES"]
    step.says(
        f"{stable:,} stable pixels of {candidates:,} candidates, by the dispersion of the "
        "amplitude.", {"Candidates": candidates, "Points": stable},
    )  # fmt: skip
    return stable


def _link(chain, chosen, points) -> tuple:
    """Linked images and their interferograms, and the tool's numbers."""
    from ..errors import GroundshiftError
    from ..outputs import execute
    from ..scatterers.tools import ds

    linked = chain.place("LINKED", "linkedStack.h5")
    wrapped = chain.folder / "ifgramStack_wrapped.h5"
    targets = {name: chain.place(name) for name in ("GOODNESS", "KIND")}
    targets.update(LINKED=linked, INTERFEROGRAMS=wrapped)
    with chain.step("ds") as step:
        own = chosen.linking(points)
        found, _ = execute(ds, own, targets, step.job)
        step.says(
            f"{found['DISTRIBUTED']:,} distributed and {found['KEPT']:,} persistent "
            f"scatterers, {found['PAIRS']} interferograms.",
            {
                "Pixels with linked phases": found["PIXELS"],
                "Distributed scatterers": found["DISTRIBUTED"],
                "Persistent scatterers": found["KEPT"],
                "Linked by EVD instead": found["SUBSTITUTES"],
            },
        )
    if not found["DISTRIBUTED"] + found["KEPT"]:
        raise GroundshiftError(
            f"{chain.source}: no pixel is a persistent or distributed scatterer; ask for fewer "
            "neighbours or a lower goodness of fit."
        )
    return linked, wrapped, found


def _unwrap(chain, wrapped, method) -> tuple:
    """The unwrapped stack and the tool's numbers."""
    from ..outputs import execute
    from ..scatterers.tools import unwrap
    from ..scatterers.tools.unwrap_points import MemoryShortError

    stack = chain.place("INTERFEROGRAMS", "ifgramStack.h5")
    given, targets = {"STACK": wrapped, "METHOD": method}, {"UNWRAPPED": stack}
    with chain.step("unwrap") as step:
        try:
            found, _ = execute(unwrap, unwrap.Unwrap.of(given), targets, step.job)
        except MemoryShortError as error:
            need = str(error).partition(";")[0]
            step.job.note(f"{need}, so the interferograms are unwrapped one by one instead.")
            given["METHOD"] = "auto"
            found, _ = execute(unwrap, unwrap.Unwrap.of(given), targets, step.job)
        share, failed = 100 * found["IN_COMPONENTS"], found["FAILED"]
        step.says(
            f"{share:.1f} % of the phases lie in connected components, by {found['USED']}.",
            {"In components (%)": share, "Failed": failed},
        )
    return stack, found


def _geometry(chain, chosen):
    """The geometry on the grid of the results."""
    from ..formats.hdf5.images import read_slc_stack
    from ..scatterers.tools.ps_geometry import thin_geometry

    strides = chosen.strides.both
    if chosen.geometry is None or strides == (1, 1):
        return chosen.geometry
    target = chain.folder / "geometryGeo.h5"
    thin_geometry(chosen.geometry, read_slc_stack(chain.source).grid, strides, target)
    return target
