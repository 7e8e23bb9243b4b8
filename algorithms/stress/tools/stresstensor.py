# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress tensors of focal mechanisms."""

from __future__ import annotations

from ...declare import Chosen, Output, choice, number, part, whole
from ...errors import GroundshiftError, counted
from .asked import EarthquakeCatalogue


class StressOfMechanisms(Chosen):
    """Which earthquakes, and how."""

    earthquakes = part(EarthquakeCatalogue)
    method = choice(
        "Method",
        "instability: of both nodal planes the one that is nearer to failure slipped, in turn with "
        "the stress; linear: both planes of all, which finds axes but too small an R; variable "
        "shear: as instability, with a shear traction whose size follows the stress.",
        ("instability", "linear", "variable shear"),
    )  # fmt: skip
    cell = number(
        "Cell (km)",
        "One tensor for each cell of a grid with enough earthquakes; one tensor of all where "
        "empty.", None, 0.01, 5000.0, optional=True,
    )  # fmt: skip
    least_events = whole(
        "Minimum number of earthquakes", "Of a tensor; fewer than 20 tell little.", 20, 5, 10000,
    )  # fmt: skip
    mechanism_error = number(
        "Error of the mechanisms (degrees)",
        "Typical rotation between a mechanism and the truth. Where mechanisms differ by less than "
        "twice of it, R has no number.", 10.0, 0.1, 60.0,
    )  # fmt: skip
    depth_from = number(
        "Minimum depth (km)", "Earthquakes without a depth are left out where one is given.",
        None, 0.0, 800.0, optional=True, advanced=True,
    )  # fmt: skip
    depth_to = number(
        "Maximum depth (km)", "See the minimum depth.", None, 0.0, 800.0, optional=True,
        advanced=True,
    )  # fmt: skip
    least_magnitude = number(
        "Minimum magnitude", "All earthquakes where empty.", None, -5.0, 10.0, optional=True,
        advanced=True,
    )  # fmt: skip
    friction_low = number(
        "Least friction", "Frictions are tried from here on, in steps of 0.05.", 0.4, 0.0, 2.0,
        advanced=True,
    )  # fmt: skip
    friction_high = number(
        "Greatest friction", "The one of the highest mean instability is taken.", 1.0, 0.0, 2.0,
        advanced=True,
    )  # fmt: skip
    runs = whole(
        "Resamplings", "Of the mechanisms, with replacement (bootstrap), for cones and intervals.",
        1000, 100, 100000, advanced=True,
    )  # fmt: skip
    seed = whole(
        "Seed", "The same seed gives the same random numbers.", 0, 0, advanced=True,
    )  # fmt: skip

    def check(self):
        """Ranges have their ends in order."""
        if self.friction_low > self.friction_high:
            self.refuse(("friction_low", "friction_high"), "are not in order; swap them.")
        if None not in (self.depth_from, self.depth_to) and self.depth_from >= self.depth_to:
            self.refuse(("depth_from", "depth_to"), "are not in order; swap them.")

    def options(self):
        """How tensors are found, a :class:`..tensor_study.TensorOptions`."""
        import numpy as np

        from ..tensor_study import TensorOptions

        frictions = np.append(np.arange(self.friction_low, self.friction_high, 0.05), 0.0)
        frictions[-1] = self.friction_high
        error = float(np.radians(self.mechanism_error))
        return TensorOptions(
            self.method, tuple(np.round(frictions, 6)), self.runs, error, self.seed
        )


OUTPUTS = (
    Output(
        "points", "STRESS", "Stress tensors",
        "A bar along the maximum horizontal compression in the colour of the regime, as the World "
        "Stress Map draws it; principal axes with 95 % cones, shape ratio R with its interval, "
        "friction, misfit. Coulomb tools take it as their regional stress.",
        style="points_stress", name="Maximum horizontal compression",
    ),
    Output(
        "points", "EVENTS", "Earthquakes with likely planes",
        "The likely plane first, with its probability, the instability of both planes, and the "
        "angle between slip and shear traction. Coulomb tools take it as a catalogue.",
        optional=True, style="points_plane", name="Likely fault planes",
    ),
    Output(
        "file", "AXES", "Principal axes", "The tensors as a table.", "CSV (*.csv)", optional=True,
        by_default=False,
    ),
    Output(
        "file", "PAGE", "Report", "Stereonets with the resampled axes, and numbers.",
        "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "TENSORS": "Tensors", "EVENTS_USED": "Earthquakes used",
    "RATIO": "Shape ratio R of the first tensor",
    "SHMAX": "Maximum horizontal compression of the first tensor (degrees)",
    "S1_TREND": "Trend of s1 (degrees)", "S1_PLUNGE": "Plunge of s1 (degrees)",
    "S3_TREND": "Trend of s3 (degrees)", "S3_PLUNGE": "Plunge of s3 (degrees)",
    "FRICTION": "Friction of the first tensor", "MISFIT": "Mean misfit (degrees)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Find the stress in every group of earthquakes; see :mod:`...declare`."""
    import numpy as np

    from ..catalogue import both_planes
    from ..tensor import trend_plunge
    from ..tensor_study import study
    from .stress_layers import write_events, write_sites, write_table

    quakes = _selected(chosen, chosen.earthquakes.read(), job)
    planes = both_planes(quakes.planes[:, 0], quakes.planes[:, 1])
    groups = _groups(chosen, quakes, job)
    options, found = chosen.options(), []
    for number_, rows in enumerate(groups):
        job.check()
        found.append((rows, study(planes[rows], options, job.cancelled)))
        job.tell((number_ + 1) / len(groups))
    job.check()
    _tell(chosen, found, job)
    path = outputs.path("STRESS")
    if path is not None:
        write_sites(path, quakes, found)
    path = outputs.path("EVENTS")
    if path is not None:
        write_events(path, quakes, planes, found)
    path = outputs.path("AXES")
    if path is not None:
        write_table(path, quakes, found)
    if outputs.wanted("PAGE"):
        from ..pages.stresstensor import stress_page

        outputs.text("PAGE", lambda: stress_page(quakes, planes, found, chosen.method).html())
    first = max(found, key=lambda one: len(one[0]))[1]
    from ..tensor import shmax

    axes = first.tensor.axes
    trend, plunge = np.degrees(trend_plunge(axes))
    used = np.concatenate([one.misfit for _, one in found])
    numbers = {
        "TENSORS": len(found), "EVENTS_USED": len(used),
        "RATIO": first.tensor.ratio if first.ratio_known else np.nan,
        "SHMAX": np.degrees(shmax(axes, first.tensor.ratio)), "S1_TREND": trend[0],
        "S1_PLUNGE": plunge[0], "S3_TREND": trend[2], "S3_PLUNGE": plunge[2],
        "FRICTION": first.tensor.friction, "MISFIT": np.degrees(used.mean()),
    }  # fmt: skip
    return {name: value for name, value in numbers.items() if np.isfinite(value)}


def _selected(chosen, quakes, job):
    """Earthquakes with a mechanism, of the depths and magnitudes that are asked for."""
    import numpy as np

    for note in quakes.notes:
        job.note(note)
    has = np.isfinite(quakes.planes[:, 0]).all(axis=1)
    if not has.any():
        wrong = [note for note in quakes.notes if "taken as unknown" in note]
        if wrong:
            raise GroundshiftError(
                f"{quakes.path}: no earthquake has a mechanism, as strike, dip or rake of all are "
                "out of their range; give degrees by Aki and Richards (dip from 0 to 90), or name "
                "the right fields."
            )
        raise GroundshiftError(
            f"{quakes.path}: no earthquake has a mechanism; give strike, dip and rake, or name "
            "their fields."
        )
    if not has.all():
        job.note(f"{counted((~has).sum(), 'earthquake')} without a mechanism left out.")
    keep = has.copy()
    with np.errstate(invalid="ignore"):
        if chosen.depth_from is not None:
            keep &= quakes.depth >= 1e3 * chosen.depth_from
        if chosen.depth_to is not None:
            keep &= quakes.depth <= 1e3 * chosen.depth_to
        if chosen.least_magnitude is not None:
            keep &= quakes.magnitude >= chosen.least_magnitude
    if keep.sum() < chosen.least_events:
        raise GroundshiftError(
            f"{quakes.path}: {counted(keep.sum(), 'mechanism')} of the depths and magnitudes that "
            f"are asked for, and a tensor takes {chosen.least_events}; give more, or a smaller "
            "minimum (LEAST_EVENTS)."
        )
    return quakes.take(keep)


def _groups(chosen, quakes, job) -> list:
    """Rows of each tensor, the largest group first."""
    import numpy as np

    if chosen.cell is None:
        return [np.arange(len(quakes))]
    placed = np.isfinite(quakes.place).all(axis=1)
    if not placed.any():
        raise GroundshiftError(
            f"{quakes.path}: no earthquake has a place, so there are no cells (CELL); leave the "
            "cell empty for one tensor of all."
        )
    from ...data.metric import LocalMetres

    place = quakes.place[placed]
    local = LocalMetres("EPSG:4326", *np.median(place, axis=0).tolist())
    # A cell has the median in its middle, so that one cluster is not cut in four.
    across = np.floor(local.of("EPSG:4326", *place.T) / (1e3 * chosen.cell) + 0.5)
    cells = np.unique(across, axis=0, return_inverse=True)[1].ravel()
    rows = np.flatnonzero(placed)
    groups = [rows[cells == cell] for cell in range(cells.max() + 1)]
    enough = [group for group in groups if len(group) >= chosen.least_events]
    job.note(
        f"{counted(len(groups), 'cell')} with earthquakes, {len(enough)} of them with "
        f"{chosen.least_events} at least."
    )
    if not enough:
        raise GroundshiftError(
            f"{quakes.path}: no cell of {chosen.cell:g} km has {chosen.least_events} mechanisms, "
            f"the fullest one has {max(map(len, groups))}; take a larger cell (CELL) or a smaller "
            "minimum (LEAST_EVENTS)."
        )
    return sorted(enough, key=len, reverse=True)


def _tell(chosen, found, job):
    """Say what was found, and what is doubtful."""
    import numpy as np

    from ..tensor import regime, shmax, trend_plunge

    for rows, one in found[:20]:
        tensor, cones = one.tensor, np.degrees(one.errors.cones)
        words = (
            f"s{k + 1} {t:.0f}/{p:.0f} ± {c:.0f}"
            for k, (t, p, c) in enumerate(zip(*np.degrees(trend_plunge(tensor.axes)), cones))
        )
        low, high = one.errors.ratio
        ratio = f"R {tensor.ratio:.2f} ({low:.2f} to {high:.2f})" if one.ratio_known else "R open"
        friction = "" if np.isnan(tensor.friction) else f", friction {tensor.friction:g}"
        job.note(
            f"{len(rows)} mechanisms: {', '.join(words)} degrees (trend/plunge, 95 % cones), "
            f"{ratio}{friction}, SHmax {np.degrees(shmax(tensor.axes, tensor.ratio)):.0f} ± "
            f"{np.degrees(one.errors.shmax):.0f}, {regime(tensor.axes)}; mean misfit "
            f"{np.degrees(one.misfit.mean()):.0f} degrees."
        )
    alike = [one for _, one in found if not one.ratio_known]
    if alike:
        job.warn(
            f"{counted(len(alike), 'tensor')}: the mechanisms differ by "
            f"{np.degrees(min(one.diversity for one in alike)):.0f} degrees only, no more than "
            "their errors explain. One kind of mechanism fixes neither R nor which way its axes "
            "lean: R has no number, and the cones are too small."
        )
    rough = [one for _, one in found if np.degrees(one.misfit.mean()) > LARGE_MISFIT]
    if rough:
        job.warn(
            f"{counted(len(rough), 'tensor')}: the slip is more than {LARGE_MISFIT:g} degrees off "
            "the shear traction in the mean; the stress is not one and the same there. Take "
            "smaller cells or a range of depths."
        )
    if chosen.method == "linear":
        job.warn(
            "The linear method takes both planes of all mechanisms, half of which did not slip: "
            "its axes are good, its R is too small by up to 0.4, more than its interval tells."
        )
    elif any(one.ratio_known for _, one in found):
        job.note(
            "R is that of faults near failure: where planes of moderate instability (0.6 to 0.8) "
            "slipped, too, it is too small by 0.1 to 0.3, at most 0.4, more than its interval "
            "tells; the axes are good."
        )
    few = sum(len(rows) < 20 for rows, _ in found)
    if few:
        job.warn(f"{counted(few, 'tensor')} of fewer than 20 mechanisms: cones are too small.")


LARGE_MISFIT = 35.0  # degrees; random mechanisms give more
