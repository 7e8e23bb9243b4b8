# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Subsidence over mining by the probability-integral method, fitted to motion and forecast."""

from __future__ import annotations

from ...areas.tools.asked import Rates
from ...asked import Machine
from ...declare import Chosen, Output, layer, number, part, text, whole
from .asked import one_day

SYMBOLS = ("q", "tan_beta", "offset", "b", "theta", "c")


class MiningSubsidence(Chosen):
    """The motion, what was taken out, and what is known of it."""

    rates = part(Rates)
    incidence = number(
        "Incidence (degrees)", "Where points have no los_east, los_north and los_up.", None, 1.0,
        89.0, optional=True,
    )  # fmt: skip
    heading = number(
        "Heading (degrees)", "Of the flight, clockwise from north.", None, -360.0, 360.0,
        optional=True,
    )  # fmt: skip
    rates_2 = part(
        Rates, "_2", " of the second orbit", changes={"points": {"optional": True}}, advanced=True
    )  # fmt: skip
    incidence_2 = number(
        "Incidence of the second orbit (degrees)", "As above.", None, 1.0, 89.0, optional=True,
        advanced=True,
    )  # fmt: skip
    heading_2 = number(
        "Heading of the second orbit (degrees)", "As above.", None, -360.0, 360.0, optional=True,
        advanced=True,
    )  # fmt: skip
    panel = layer(
        "Panel", "Polygons of what was taken out; looked for as a level rectangle if empty.",
        ("polygons",), optional=True, selected=True,
    )  # fmt: skip
    depth = number("Depth (m)", "Of the middle of the panel.", None, 5.0, 3000.0)
    thickness = number(
        "Thickness taken out (m)",
        "If empty it is 1 m, and the subsidence factor is the largest possible subsidence in "
        "metres.", None, 0.05, 100.0, optional=True,
    )  # fmt: skip
    dip = number("Dip (degrees)", "Of the seam.", 0.0, 0.0, 70.0)
    dip_direction = number(
        "Direction of the dip (degrees)", "Clockwise from north; needed for a dipping seam.", None,
        -360.0, 360.0, optional=True, advanced=True,
    )  # fmt: skip
    start = text(
        "Date of the mining",
        "YYYYMMDD: of series, the settling in time after Knothe is fitted, too. Without it the "
        "motion of all of the series is taken as final.",
    )  # fmt: skip
    years = number(
        "Years of rates", "By which rates without series are multiplied.", 1.0, 1e-3, 200.0,
    )  # fmt: skip
    known = text(
        "Known parameters",
        "Such as tan_beta=2, q=0.7: of q, tan_beta, offset (over depth), b, theta (degrees), c "
        "(1/yr); the others are fitted.",
    )  # fmt: skip
    cell = number(
        "Cell of the forecast (m)", "A two-hundredth of the map if empty.", None, 0.1, 1e4,
        optional=True, advanced=True,
    )  # fmt: skip
    largest = number(
        "Largest side of a panel that is looked for (m)", "Half of the points' extent if empty.",
        None, 10.0, 1e5, optional=True, advanced=True,
    )  # fmt: skip
    points_used = whole(
        "Points used", "At most so many of each orbit.", 1000, 50, 3000, advanced=True,
    )  # fmt: skip
    seed = whole("Seed", "Of the points used and of the search.", 0, 0, 2147483647, advanced=True)
    blocks = part(Machine)

    def given(self) -> dict:
        """Known parameters by name."""
        from ..mining_fit import KNOWN_LIMITS

        found = {}
        for one in self.known.replace(";", ",").split(","):
            name, _, value = (part_.strip() for part_ in one.partition("="))
            if not name:
                continue
            try:
                found[name] = float(value)
            except ValueError:
                self.refuse("known", f"'{one.strip()}' is no name and number; write q=0.7.")
            if name not in KNOWN_LIMITS:
                self.refuse(
                    "known", f"there is no parameter {name}; give {', '.join(KNOWN_LIMITS)}."
                )
            low, high = KNOWN_LIMITS[name]
            if not low <= found[name] <= high:
                self.refuse("known", f"{name} is {value}; give a number from {low:g} to {high:g}.")
        return found

    def when(self):
        """Date of the mining; None without."""
        return one_day(self, "start")

    def check(self):
        """What belongs together."""
        self.given(), self.when()
        if self.dip > 0 and self.panel is None:
            self.refuse("dip", "a panel that is looked for is level; give its polygon, or dip 0.")
        if self.dip > 0 and self.dip_direction is None:
            self.refuse("dip_direction", "is missing for a dipping seam; give one.")


OUTPUTS = (
    Output(
        "raster", "BASIN", "Final basin",
        "Bands: subsidence_mm (down) with its standard deviation, tilt_mm_m, curvature_mm_m2 and "
        "strain_mm_m (the principal ones of larger size, tension positive), east_mm, north_mm.",
        optional=True, style="coefficient", limits="peak", name="Final subsidence",
        abstract="Subsidence when all has settled, by the probability-integral method.",
    ),
    Output(
        "points", "FITTED", "Points with the model",
        "observed_mm and model_mm of the last date along the line of sight, residual_mm, and the "
        "final up_mm of the model.", optional=True, by_default=False, style="points_model",
        name="Modelled subsidence at points",
    ),
    Output(
        "polygons", "GOAF", "Panel",
        "The panel that was given or found, with the parameters and their standard deviations.",
        optional=True, by_default=False,
    ),
    Output(
        "file", "REPORT", "Report",
        "Parameters with intervals of 90 %, profiles of the basin, observed against modelled.",
        "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Points used", "Q": "Subsidence factor", "Q_STD": "Its standard deviation",
    "TAN_BETA": "Tangent of the main influence angle", "TAN_BETA_STD": "Its standard deviation",
    "OFFSET": "Inflection offset over depth", "B": "Displacement factor",
    "THETA": "Propagation angle (degrees)", "KNOTHE": "Knothe's coefficient (1/yr)",
    "KNOTHE_STD": "Its standard deviation", "SETTLED": "Share settled at the last date (%)",
    "LARGEST": "Largest final subsidence (mm)", "LARGEST_STD": "Its standard deviation (mm)",
    "RMS": "RMS of the residuals (mm)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Fit and forecast; see :mod:`...declare`."""
    import numpy as np

    from ..mining import final_basin, rectangle, settled
    from ..mining_fit import fit, forecast_std
    from ..pages.miningsubsidence import page
    from .mined_motion import (
        distance,
        frame_of,
        part_of,
        plain,
        points_of,
        read_observed,
        thinned,
    )

    sets = [points_of(chosen, k, job) for k in (1, 2)]
    sets = [one for one in sets if one is not None]
    local, crs, rings = frame_of(chosen, sets)
    given, depth = chosen.given(), chosen.depth
    thickness = chosen.thickness or 1.0
    observed, places = read_observed(chosen, sets, local, job)
    located, panel = None, None
    if rings:
        from ..mining import panel_of

        panel = panel_of(rings, depth, thickness, chosen.dip, chosen.dip_direction)
        if chosen.dip == 0 and len(rings) == 1:
            panel = plain(panel, rings[0])
        near = distance(panel, observed.xy) < 3.0 * depth
        if near.sum() < 10:
            chosen.refuse(
                "panel", f"{int(near.sum())} points lie within three depths of it; give layers of "
                "the same place, and the depth in metres."
            )  # fmt: skip
        observed, places = part_of(observed, near), [part_[near] for part_ in places]
    else:
        panel = rectangle(0.0, 0.0, 1.0, 1.0, 0.0, depth, thickness)
        low, high = observed.xy.min(axis=0), observed.xy.max(axis=0)
        size = chosen.largest or 0.5 * float((high - low).max())
        if size <= 0.1 * depth:
            chosen.refuse("largest", f"is {size:.0f} m, too small for a depth of {depth:g} m.")
        located = (*low, *high, size)
        given = {"tan_beta": 2.0, **given}
        if "tan_beta" not in chosen.given():
            job.warn(
                "tan_beta is taken as 2: depth, tan_beta and the size of a panel that is looked "
                "for cannot be told apart by motion; give tan_beta of the region."
            )
    observed, places = thinned(observed, places, chosen, job)
    job.tell(0.15)
    one = fit(panel, observed, given, located, chosen.seed, job.check)
    job.tell(0.6)
    _tell(one, chosen, given, job)
    deepest = _deepest(one)
    basin = final_basin(one.panel, one.values, deepest)
    worst = int(np.argmax(basin.subsidence))
    if outputs.wanted("BASIN"):
        _write_basin(chosen, outputs, one, local, crs, job.part(0.6, 1.0))
    if outputs.wanted("FITTED"):
        _write_points(outputs, one, observed, places, local, crs)
    if outputs.wanted("GOAF"):
        _write_panel(outputs, one, local, crs, rings)
    outputs.text("REPORT", lambda: page(one, observed, given, chosen.thickness is None))
    values, std = one.values, one.std
    numbers = {
        "COUNT": len(observed.xy), "Q": values["q"], "Q_STD": std["q"],
        "TAN_BETA": values["tan_beta"], "TAN_BETA_STD": std["tan_beta"],
        "OFFSET": values["offset"], "B": values["b"], "RMS": 1e3 * one.rms,
        "LARGEST": 1e3 * float(basin.subsidence[worst]),
        "LARGEST_STD": 1e3 * float(forecast_std(one, deepest[worst : worst + 1])[0]),
    }  # fmt: skip
    if one.panel.dip > 0:
        numbers["THETA"] = values["theta"]
    if observed.years is not None:
        numbers |= {"KNOTHE": values["c"], "KNOTHE_STD": std["c"],
                    "SETTLED": 100 * float(settled(observed.years[-1], values["c"]))}  # fmt: skip
    return numbers


def _deepest(one):
    """Places over the panel, among which the largest subsidence is looked for."""
    import numpy as np

    along, across = one.panel.axes
    span = max(one.panel.depth, float(np.ptp(one.panel.edges)))
    u = np.linspace(one.panel.first.min(), one.panel.last.max(), 25)
    v = np.linspace(one.panel.edges[0], one.panel.edges[-1] + span * (one.panel.dip > 0), 25)
    u, v = (part_.ravel() for part_ in np.meshgrid(u, v))
    return np.outer(u, along) + np.outer(v, across) + (one.panel.x, one.panel.y)


def _corners(panel):
    import numpy as np

    along, across = panel.axes
    ends = panel.first.min(), panel.last.max()
    ring = [(ends[0], 0), (ends[1], 0), (ends[1], -1), (ends[0], -1), (ends[0], 0)]
    return np.array([
        u * along + panel.edges[v] * across + (panel.x, panel.y) for u, v in ring
    ])  # fmt: skip


def _write_basin(chosen, outputs, one, local, crs, job):
    import numpy as np

    from ...formats.map_grid import MapGrid, make_grid, places_of
    from ...outputs import Layer
    from ..mining import final_basin
    from ..mining_fit import forecast_std

    grid = make_grid(MapGrid(cell=chosen.cell), _corners(one.panel), local, crs)

    def function(xy):
        basin = final_basin(one.panel, one.values, xy)
        return np.stack([
            basin.subsidence, forecast_std(one, xy), np.hypot(*basin.tilt), basin.worst_curvature,
            basin.worst_strain, *basin.motion,
        ]) * 1e3  # fmt: skip

    def read(window):
        return places_of(grid, window, local), (window.height, window.width)

    def write(window, found):
        rasters.write(window, {"BASIN": found})

    bands = (
        ("subsidence_mm", "mm"), ("subsidence_std_mm", "mm"), ("tilt_mm_m", "mm/m"),
        ("curvature_mm_m2", "mm/m2"), ("strain_mm_m", "mm/m"), ("east_mm", "mm"),
        ("north_mm", "mm"),
    )  # fmt: skip
    with outputs.rasters({"BASIN": Layer(bands)}, grid) as rasters:
        job.here().blocks(
            lambda block: function(block[0]).astype(np.float32).reshape(-1, *block[1]), read,
            write, grid, 800.0,
        )  # fmt: skip


def _write_points(outputs, one, observed, places, local, crs):
    import numpy as np

    from ...formats.vectors.tables import write_table
    from ..mining import final_basin
    from ..mining_fit import along_look

    model = along_look(one.panel, one.values, observed)[:, -1] + one.offsets[observed.track]
    rest = one.residual[:, -1]
    columns = {
        "track": observed.track + 1, "observed_mm": 1e3 * (model + rest), "model_mm": 1e3 * model,
        "residual_mm": 1e3 * rest,
        "up_mm": -1e3 * final_basin(one.panel, one.values, observed.xy, False).subsidence,
    }  # fmt: skip
    x, y = local.back(crs, observed.xy) if crs else observed.xy.T
    write_table(outputs.path("FITTED"), crs, np.asarray(x), np.asarray(y), columns)
    top = float(np.abs(columns["up_mm"]).max())
    outputs.look("FITTED", limits=(-top, top))


def _write_panel(outputs, one, local, crs, rings):
    import numpy as np

    from ...formats.vectors.features import write_polygons
    from ...formats.vectors.wkb import polygon_wkb

    shapes = []
    for ring in rings or [_corners(one.panel)]:
        x, y = local.back(crs, ring) if crs else ring.T
        shapes.append(polygon_wkb([np.stack([x, y], axis=1)]))
    columns = {"depth_m": np.full(len(shapes), one.panel.depth)}
    for name, value in one.values.items():
        columns[name] = np.full(len(shapes), value)
        columns[f"{name}_std"] = np.full(len(shapes), one.std[name])
    write_polygons(outputs.path("GOAF"), crs, shapes, columns, "panel")


def _tell(one, chosen, given, job):
    from ..mining_fit import KNOWN_LIMITS

    for name in SYMBOLS:
        if name in one.values and one.std.get(name):
            low, high = one.interval(name)
            job.note(f"{name}: {one.values[name]:.4g} (90 %: {low:.4g} to {high:.4g}).")
            ends = KNOWN_LIMITS[name]
            if min(abs(one.values[name] - end) for end in ends) < 0.01 * (ends[1] - ends[0]):
                job.warn(
                    f"{name} is at the end of what is possible ({one.values[name]:.3g}): the "
                    "motion does not tell it; give it as known."
                )
            elif one.std[name] > 0.3 * abs(one.values[name]):
                job.warn(
                    f"{name} is hardly told by this motion ({one.values[name]:.3g} ± "
                    f"{one.std[name]:.2g}); give it as known if you know it."
                )
