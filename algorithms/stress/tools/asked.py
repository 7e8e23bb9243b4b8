# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools of this room, and of others, ask for alike."""

from __future__ import annotations

import math

from ...declare import Chosen, choice, field, file, layer, number, other


def one_source(slip_model, volcanic) -> None:
    """Refuse neither, or both, of a slip model and volcanic sources."""
    given = slip_model.given()
    if volcanic.sources is not None:
        volcanic.alone(slip_model, given)
    elif not given:
        slip_model.refuse(("slip", "slip_file"), "is missing; give one, or volcanic sources.")


class Regional(Chosen):
    """The regional stress."""

    shmax_azimuth = number(
        "Azimuth of the maximum horizontal compression (degrees)",
        "For optimal planes, as the World Stress Map gives it.", None, -360.0, 360.0,
        optional=True,
    )  # fmt: skip
    regime = choice(
        "Regime of the regional stress", "For optimal planes.",
        ("strike-slip", "thrust", "normal"), advanced=True,
    )  # fmt: skip
    difference = number(
        "Regional differential stress (MPa)",
        "Maximum minus minimum compression: the smaller, the more the earthquake turns the "
        "planes near it. About the stress drop to ten times it.", 10.0, 1e-06,
        advanced=True,
    )  # fmt: skip
    middle = number(
        "Middle principal stress", "From the minimum (0) to the maximum (1).", 0.5, 0.0, 1.0,
        advanced=True,
    )  # fmt: skip
    regional_axes = other(
        "table", "Principal axes of the regional stress",
        "In place of azimuth and regime: three rows, at right angles to each other; plunge "
        "downwards, compression positive, with its growth by depth (Coulomb's S1DR to S3GD).",
        columns=("Azimuth (degrees)", "Plunge (degrees)", "Stress (MPa)", "Gradient (MPa/km)"),
        rows=3, optional=True, advanced=True,
    )  # fmt: skip

    regional_layer = layer(
        "Layer of the regional stress",
        "In place of azimuth and regime: one tensor, or a selected one, as stresstensor writes it. "
        "Its size is that of the differential stress above.", ("points",), optional=True,
        advanced=True, selected=True,
    )  # fmt: skip

    def is_given(self) -> bool:
        """Whether there is a regional stress."""
        given = (self.shmax_azimuth, self.regional_layer)
        return any(one is not None for one in given) or bool(self.axes())

    def axes(self) -> list:
        """Rows of the table: flat from a script, row by row from JSON, a text from a model."""
        given = self.regional_axes or ()
        cells = given.split(",") if isinstance(given, str) else list(given)
        if any(isinstance(row, (list, tuple)) for row in cells):
            cells = [cell for row in cells for cell in row]
        if not any(str(cell).strip() for cell in cells):
            return []
        try:
            numbers = [float(cell) for cell in cells]
        except (TypeError, ValueError):
            numbers = []
        if len(numbers) != 12 or not all(map(math.isfinite, numbers)):
            self.refuse(
                "regional_axes",
                "is not three rows of four numbers; give azimuth, plunge, stress and gradient of "
                "each axis.",
            )
        return [numbers[k : k + 4] for k in (0, 4, 8)]

    def stress(self, coulomb=None):
        """It as an :class:`.optimal.RegionalStress`.

        Parameters
        ----------
        coulomb : CoulombInput, optional
            A Coulomb file, whose own one is taken where none is given.
        """
        from ..optimal import RegionalStress

        rows = self.axes()
        if rows:
            azimuth, plunge, surface, gradient = zip(*rows)
            return RegionalStress.of_axes(
                [math.radians(a) for a in azimuth], [math.radians(p) for p in plunge],
                [1e6 * s for s in surface], [1e3 * g for g in gradient],
            )  # fmt: skip
        if self.regional_layer is not None:
            return self._of_layer()
        if self.shmax_azimuth is not None:
            return RegionalStress.of_regime(
                math.radians(self.shmax_azimuth), self.regime, 1e6 * self.difference, self.middle
            )
        if coulomb is None or coulomb.principal is None:
            self.refuse(
                "shmax_azimuth", "is missing, and the file holds no regional stress; give it."
            )
        return RegionalStress.of_axes(*coulomb.principal.T)

    def _of_layer(self):
        from ..optimal import RegionalStress
        from .stress_layers import read_regional

        trend, plunge, ratio = read_regional(self.regional_layer)
        # Of mechanisms of one kind R is open: the middle stress that is asked for holds.
        middle = 1 - ratio if math.isfinite(ratio) else self.middle
        sizes = [1e6 * self.difference * share for share in (1.0, middle, 0.0)]
        return RegionalStress.of_axes(trend, plunge, sizes)


class EarthquakeCatalogue(Chosen):
    """Earthquakes, of a layer or a file."""

    catalogue = layer(
        "Earthquakes (layer)",
        "Points, or a table with columns of longitude and latitude, with strike, dip and rake "
        "(Aki and Richards) and perhaps depth, magnitude, time and the second plane.", ("points",),
        optional=True, selected=True,
    )  # fmt: skip
    catalogue_file = file(
        "Earthquakes (file)",
        "In place of a layer: NDK of the Global CMT project, QuakeML, a bulletin of the "
        "International Seismological Centre (ISF), or a table with a header that names strike, dip "
        "and rake; three columns of numbers need none.",
        "Catalogues (*.ndk *.xml *.qml *.quakeml *.isf *.csv *.txt *.dat *.tsv)", optional=True,
    )  # fmt: skip
    event_strike = field(
        "Field of earthquakes: strike", "Guessed where empty (strike ...).", "CATALOGUE",
    )  # fmt: skip
    event_dip = field(
        "Field of earthquakes: dip", "Guessed where empty (dip ...).", "CATALOGUE",
    )  # fmt: skip
    event_rake = field(
        "Field of earthquakes: rake", "Guessed where empty (rake ...).", "CATALOGUE",
    )  # fmt: skip
    event_depth = field(
        "Field of earthquakes: depth", "Guessed where empty (depth ...).", "CATALOGUE",
    )  # fmt: skip
    event_magnitude = field(
        "Field of earthquakes: magnitude", "Guessed where empty (magnitude ...).", "CATALOGUE",
    )  # fmt: skip
    event_time = field(
        "Field of earthquakes: time", "Guessed where empty (time ...).", "CATALOGUE",
    )  # fmt: skip

    def check(self):
        """One of layer and file."""
        both = "catalogue", "catalogue_file"
        if self.catalogue and self.catalogue_file:
            self.refuse(both, "both are given; leave one of them out.")
        if not (self.catalogue or self.catalogue_file):
            self.refuse(both, "is missing; give one of them.")

    def read(self):
        """The earthquakes, a :class:`...data.earthquakes.Earthquakes`."""
        if self.catalogue:
            from ...formats.vectors.earthquakes import read_earthquakes

            parts = "strike", "dip", "rake", "depth", "magnitude", "time"
            return read_earthquakes(
                self.catalogue, {part: getattr(self, f"event_{part}") or "" for part in parts}
            )
        from ...formats.text.mechanism_files import read_mechanism_file

        return read_mechanism_file(self.catalogue_file)


class Friction(Chosen):
    """How faults slip."""

    friction = number(
        "Friction",
        "Effective, which has the pore pressure in it, unless Skempton's coefficient is given.",
        0.4, 0.0, 2.0,
    )  # fmt: skip
    skempton = number(
        "Skempton's coefficient",
        "Pore pressure follows the mean stress; friction is then that of dry rock, some 0.6 to "
        "0.8.", None, 0.0, 1.0, optional=True, advanced=True,
    )  # fmt: skip


ROCK = {
    "shear_modulus": {
        "help": "Young's modulus over 2 (1 + Poisson's ratio), so that 32 is 800,000 bar; that of "
        "a Coulomb file where empty, else 30.", "details": {"least": 0.001, "most": 10000.0},
    },
}  # fmt: skip
"""What is another than in :class:`...source.tools.asked.ModelRock`."""
