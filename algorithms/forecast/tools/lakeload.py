# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a lake's or reservoir's water does to the ground, and how stiff the ground is."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, file, flag, layer, number, part, raster, text
from ...timeseries.tools.asked import PointsInput

MOST_VISCOSITIES = 60
STEPS_A_DECADE = 8  # of viscosities between two that are given


class LoadMotion(PointsInput):
    """Points with series, which may be left out."""

    def check(self):
        """One of both at most, and a span of dates."""
        if self.points is not None and self.timeseries is not None:
            self.refuse(("points", "timeseries"), "were both given; give one of them.")
        self.span()


class LakeLoad(Chosen):
    """The water, the ground, and motion to compare with."""

    shoreline = layer(
        "Shoreline", "Polygons of the water; its level goes up and down on all of them alike.",
        ("polygons",), optional=True, selected=True,
    )  # fmt: skip
    load = raster(
        "Or raster of the load (m)",
        "Metres of water by metre of level (1 inside of a lake), or the load itself where no "
        "level is given.", optional=True,
    )  # fmt: skip
    level = file(
        "Level", "CSV with a date and a level (m, up) a row. Without it the load of one metre "
        "is shown.", "Tables (*.csv *.txt);;All files (*)", optional=True,
    )  # fmt: skip
    series = part(LoadMotion, changes={
        "first_date": {"help": "Of the change that is shown, and of the series."},
        "last_date": {"help": "Of the change that is shown, and of the series."},
        "with_series": {"advanced": True},
    })  # fmt: skip
    young = number("Young's modulus (GPa)", "Of the ground, and of the plate.", 50.0, 0.01, 1000.0)
    poisson = number("Poisson's ratio", "", 0.25, 0.0, 0.5)
    viscosity = text(
        "Viscosity below the plate (Pa s)",
        "Such as 1e19; two, as 1e17, 1e21, for a search between them. Empty: elastic alone.",
    )  # fmt: skip
    lid = number(
        "Thickness of the plate (km)", "What lies on the viscous ground.", 15.0, 1.0, 300.0
    )
    incidence = number(
        "Incidence angle (degrees)",
        "Of the line of sight; 0: the motion is vertical. Empty: as the points tell.", None, 0.0,
        80.0, optional=True,
    )  # fmt: skip
    heading = number(
        "Heading (degrees)", "Of the flight, clockwise from north. Empty: as the points tell.",
        None, -360.0, 360.0, optional=True, advanced=True,
    )  # fmt: skip
    season = flag(
        "Take off the season",
        "A sine and a cosine of a year go before the fit: the air has a season, too. Take it out "
        "for a reservoir that has nothing but a season.", True, advanced=True,
    )  # fmt: skip
    density = number(
        "Density of the load (kg/m³)", "1000: fresh water; 1025: the sea; 917: ice.", 1000.0, 1.0,
        10000.0, advanced=True,
    )  # fmt: skip
    mantle_density = number(
        "Density below the plate (kg/m³)", "What the sinking plate pushes aside.", 3300.0, 500.0,
        10000.0, advanced=True,
    )  # fmt: skip
    margin = number(
        "Margin of the map (km)", "Around the water.", 20.0, 0.1, 1000.0, advanced=True
    )  # fmt: skip
    cell = number(
        "Cell (m)", "Of the map; a 250th of its longer side if empty.", None, 1.0, 100000.0,
        optional=True, advanced=True,
    )  # fmt: skip
    blocks = part(Machine)

    def viscosities(self):
        """Pa s, in equal steps of their logarithm; empty for none."""
        import numpy as np

        parts = self.viscosity.replace(";", ",").split(",")
        try:
            found = sorted(float(one) for one in parts if one.strip())
        except ValueError:
            self.refuse("viscosity", f"'{self.viscosity}' is no number; write 1e19, or 1e17, 1e21.")
        if found and not 1e10 <= found[0] <= found[-1] <= 1e26:
            self.refuse("viscosity", "is from 1e10 to 1e26 Pa s; write 1e19, or 1e17, 1e21.")
        if len(found) < 2 or found[0] == found[-1]:
            return np.array(found[:1])
        if len(found) > 2:
            self.refuse("viscosity", "takes one, or the two ends of a search; write 1e17, 1e21.")
        ends = np.log10(found)
        count = int(np.clip(np.ceil(np.ptp(ends) * STEPS_A_DECADE) + 1, 5, MOST_VISCOSITIES))
        return np.logspace(*ends, count)

    def check(self):
        """One load, and a level for what needs it."""
        if (self.shoreline is None) == (self.load is None):
            what = "are missing" if self.load is None else "were both given"
            self.refuse(("shoreline", "load"), f"{what}; give one of them.")
        if self.incidence != 0 and (self.incidence is None) != (self.heading is None):
            self.refuse(
                ("incidence", "heading"), "go together; give both, or neither where the points "
                "tell them.",
            )  # fmt: skip
        count = len(self.viscosities())
        if self.moves() and self.level is None:
            self.refuse("level", "is missing; motion is compared with a level by date: give it.")
        if count and self.level is None:
            self.refuse("level", "is missing; viscous motion needs the load by date: give it.")
        if count > 1 and not self.moves():
            self.refuse(
                "viscosity", "a search needs points with series; give them, or one viscosity."
            )

    def moves(self) -> bool:
        """Whether there is motion to compare with."""
        return self.series.points is not None or self.series.timeseries is not None

    def gives(self, output: str) -> bool:
        """Viscous maps and reports need what they are about."""
        if output == "VISCOUS":
            return len(self.viscosities()) > 0
        return output not in ("REPORT", "POINTS_LOAD") or self.moves()


OUTPUTS = (
    Output(
        "raster", "ELASTIC", "Elastic motion",
        "Bands up, east and north (mm), by the change of level from the first to the last date "
        "(or by one metre).", optional=True, style="displacement", limits="symmetric_peak",
        name="Elastic motion by the load", abstract="Of an elastic half-space, mm, up positive.",
    ),
    Output(
        "raster", "VISCOUS", "Viscous motion",
        "Up (mm), from the first to the last date, of a plate on viscous ground, by all changes of "
        "level since the table begins.", optional=True, style="displacement",
        limits="symmetric_peak",
        name="Viscous motion by the load",
        abstract="Of a plate on viscous ground, mm, up positive.",
    ),
    Output(
        "points", "POINTS_LOAD", "Points with the load's motion",
        "model_mm_per_m: along the line of sight by metre of level, by the model; "
        "observed_mm_per_m and its standard deviation: of each series; change_mm: the model's, "
        "from the first to the last date; then what the points' table says.", optional=True,
        by_default=False, style="points_change", limits="symmetric",
        name="Motion by the load at points",
        abstract="Elastic, along the line of sight, mm, positive towards the satellite.",
    ),
    Output(
        "file", "REPORT", "Report", "Size of the load's pattern in the motion, beside the level.",
        "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "CHANGE": "Change of level that is shown (m)", "MASS": "Its mass (Gt)",
    "LARGEST": "Largest vertical motion, elastic (mm)", "PER_METRE": "By metre of level (mm)",
    "VISCOUS_LARGEST": "Largest vertical motion, viscous (mm)", "COUNT": "Points that are fitted",
    "YOUNG": "Young's modulus that fits best (GPa)", "YOUNG_LOW": "Least one within 95 % (GPa)",
    "YOUNG_HIGH": "Largest one within 95 % (GPa)",
    "VISCOSITY": "Viscosity that fits best (Pa s)",
    "VISCOSITY_LOW": "Least one within 95 % (Pa s)",
    "VISCOSITY_HIGH": "Largest one within 95 % (Pa s)",
    "DELTA_BIC": "BIC without viscous motion less that with it",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Weigh the water; see :mod:`...declare`."""
    import numpy as np

    from ...data.grid import Window
    from ...outputs import Layer
    from ..loads import Plate, elastic_response, relaxed
    from .lake_load import read_lake
    from .load_fit import Levels, fitted

    lake = read_lake(chosen, job)
    job.tell(0.1)
    levels = Levels.read(chosen, job)
    young = 1e9 * chosen.young
    response = elastic_response(lake.water, lake.dx, lake.dy, chosen.poisson, chosen.density)
    job.tell(0.3)
    numbers, viscosity = {}, None
    plate = Plate(1e3 * chosen.lid, young, chosen.poisson, chosen.mantle_density, chosen.density)
    tried = chosen.viscosities()
    if len(tried):
        viscosity = float(tried[0])
        job.note(f"The plate spreads loads over {plate.length / 1e3:.1f} km.")
        job.warn(
            "The viscous ground goes down without end here; a thin channel over stiff ground, as "
            "below Tibet, is slower at long waves, and viscosities of the two are not the same."
        )
    if chosen.moves():
        fit = fitted(chosen, lake, response, plate, tried, levels, job, outputs)
        numbers |= fit.numbers()
        if np.isfinite(fit.found.young[2]):
            young = fit.found.young[0]
            job.note(f"The map is of the Young's modulus that fits best, {young / 1e9:.3g} GPa.")
        if np.isfinite(fit.found.viscosity):
            viscosity = fit.found.viscosity
        if outputs.wanted("POINTS_LOAD"):
            fit.write(outputs, response / young, levels.change, chosen, job.part(0.6, 0.8))
    else:
        outputs.leave_out("REPORT", "POINTS_LOAD")
    job.tell(0.8)
    window = Window(0, 0, *lake.grid.shape)
    layers = {
        "ELASTIC": Layer((("up_mm", "mm"), ("east_mm", "mm"), ("north_mm", "mm")), factor=1e3)
    }
    if viscosity is not None:
        layers["VISCOUS"] = Layer((("up_mm", "mm"),), factor=1e3)
    else:
        outputs.leave_out("VISCOUS")
    with outputs.rasters(layers, lake.grid) as rasters:
        up = response[[2, 0, 1]] * levels.change / young
        values = {"ELASTIC": up.astype(np.float32)}
        if viscosity is not None:
            k, weights = plate.nodes(lake.reach())
            sunk_in = relaxed(levels.daily, plate.times(k, viscosity))
            moved = sunk_in[:, levels.last] - sunk_in[:, levels.first]
            viscous = lake.sunk(plate, weights * moved, k)
            values["VISCOUS"] = viscous.astype(np.float32)
            numbers["VISCOUS_LARGEST"] = 1e3 * float(max(viscous.min(), viscous.max(), key=abs))
        rasters.write(window, values)
    numbers |= {
        "CHANGE": levels.change, "LARGEST": 1e3 * float(max(up[0].min(), up[0].max(), key=abs)),
        "PER_METRE": 1e3 * float(response[2].min() / young),
        "MASS": lake.area * levels.change * chosen.density * 1e-12,
    }  # fmt: skip
    job.note(
        f"{lake.area / 1e6:.4g} km² of water; {levels.change:+.4g} m of level are "
        f"{numbers['MASS']:+.4g} Gt."
    )
    if levels.dates is not None:
        outputs.when = levels.dates
    return numbers
