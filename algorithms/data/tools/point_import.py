# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points of other makers in our convention: millimetres, positive towards the satellite.

Rates and their standard deviations that a file does not have are fitted to its series (constant
and rate, least squares under the noise that a sample shows, :mod:`...timeseries.velocity`).
Where it has both, a sample of fitted rates is held against its own: a factor between them tells a
wrong unit or sign that nobody else would see.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ...errors import GroundshiftError
from ...timeseries.coloured import AUTO, estimate_noise
from ...timeseries.velocity import Design, VelocityModel, fit
from ..dates import years_of
from ..los import checked_incidence, from_components, from_incidence_heading
from ..point_columns import EAST, LOS, UNITS, UP, Layout
from ..points import PointRows

SAMPLED = 1000  # points of the first part that tell the colour of the noise
CHECKED = 20_000  # points whose rates are held against the series
LEAST_RATIO, MOST_RATIO = 0.4, 2.5
APART_MM, MANY_APART = 1.0, 0.1
"""Difference of a rate from its series' own (mm/yr), and share of such points, that is told."""
FIXED_LOOKS = {UP: (0.0, 0.0, 1.0), EAST: (1.0, 0.0, 0.0)}
TINY_MM, HUGE_MM = 0.5, 5000.0
APART = np.cos(np.radians(10.0))  # of look vectors and angles that do not belong together


@dataclass(frozen=True)
class ImportChoices:
    """What the user says about the files; empty or None for what they tell themselves.

    Parameters
    ----------
    unit : str
        ``mm``, ``cm`` or ``m`` (a year, for rates).
    sign : str
        ``towards`` or ``away``: what is positive.
    component : str
        ``los``, ``up`` or ``east``.
    incidence, heading : float or None
        Degrees, of points without look vectors and angles of their own.
    minimum_coherence : float
        Points below, or without one, are left out; 0 keeps all.
    bounds : tuple of 4 float or None
        (xmin, ymin, xmax, ymax); points outside are left out.
    """

    unit: str = ""
    sign: str = ""
    component: str = ""
    incidence: float | None = None
    heading: float | None = None
    minimum_coherence: float = 0.0
    bounds: tuple | None = None


@dataclass
class Tally:
    """What happened to the points of a file."""

    points: int = 0
    without_place: int = 0
    without_data: int = 0
    filtered: int = 0
    turned: int = 0
    warnings: list = field(default_factory=list)


class PointConverter:
    """Brings the points of one file into our convention.

    Parameters
    ----------
    layout : Layout
    choices : ImportChoices
    name : str
        What messages call the file.
    geographic : bool
        Whether its coordinates are degrees.

    Raises
    ------
    GroundshiftError
        If it cannot be known what was measured, or a limit needs a column that is not there.
    """

    def __init__(self, layout: Layout, choices: ImportChoices, name: str, geographic: bool):
        self._layout, self._choices, self._name = layout, choices, name
        self._geographic = geographic
        self.component = choices.component or layout.component
        if not self.component:
            raise GroundshiftError(f"{name}: {layout.unclear}; say so (component 'up' or 'east').")
        self.unit = choices.unit or layout.unit
        self.unit_is_told = bool(choices.unit) or layout.unit_is_known
        self.sign_is_told = bool(choices.sign) or layout.sign_is_known
        self.away = choices.sign == "away"
        if self.away and self.component != LOS:
            raise GroundshiftError(
                f"{name}: 'positive away from the satellite' suits motion along the line of sight "
                f"alone and this is along '{self.component}'; leave the sign as it is."
            )
        self._factor = UNITS[self.unit] * (-1.0 if self.away else 1.0)
        if choices.minimum_coherence > 0 and "coherence" not in layout.roles:
            raise GroundshiftError(
                f"{name}: has no column of coherence to filter by; set the minimum coherence to 0."
            )
        self._design = self._make_design()
        self._coloured = None
        self.tally = Tally()
        if self._design is None and "velocity" not in layout.roles:
            self.tally.warnings.append(
                f"has no rates and too few dates ({len(layout.dates.fields)}) to fit one; "
                "velocity_mm_yr stays empty"
            )
        self._is_first = True

    def _make_design(self):
        dates = np.array(list(self._layout.dates.fields.values()), "datetime64[D]")
        if len(dates) < 3:
            return None
        try:
            return VelocityModel().design(dates)
        except GroundshiftError:
            return None

    @property
    def is_fitted(self) -> tuple:
        """Whether rates, and their standard deviations, come from a fit here."""
        can = self._design is not None
        has_rate = "velocity" in self._layout.roles
        return can and not has_rate, can and not (has_rate and "velocity_std" in self._layout.roles)

    @property
    def column_names(self) -> tuple:
        """Names of the columns that :meth:`convert` gives."""
        roles = self._layout.roles
        names = ["velocity_mm_yr", "velocity_std_mm_yr", "coherence"]
        if "height" in roles:
            names.append("height_m")
        if self.component == LOS:
            look = self._has_look
            if look or "incidence" in roles:
                names.append("incidence_deg")
            if look:
                names += ["heading_deg", "los_east", "los_north", "los_up"]
            elif "heading" in roles:
                names.append("heading_deg")
        else:
            names += ["los_east", "los_north", "los_up"]
        return tuple(names)

    @property
    def _has_look(self) -> bool:
        roles = set(self._layout.roles)
        return (
            "los_east" in roles or {"incidence", "heading"} <= roles
            or self._choices.incidence is not None or bool(self._layout.scene_look)
        )  # fmt: skip

    def convert(self, raw: PointRows) -> PointRows:
        """The points of a part that are of use, in the columns and units of our layers.

        Parameters
        ----------
        raw : PointRows
            As the file has them.

        Raises
        ------
        GroundshiftError
            If the coordinates or angles cannot be what they are said to be.
        """
        series = raw.series * self._factor
        velocity, std = self._rates(raw, series)
        placed = np.isfinite(raw.x) & np.isfinite(raw.y)
        data = np.isfinite(velocity) | np.isfinite(series).any(axis=0)
        self._check_places(raw.x[placed], raw.y[placed])
        coherence = raw.columns.get("coherence", np.full(len(raw.x), np.nan))
        passed = self._passes(raw, coherence)
        keep = placed & data & passed
        self.tally.points += int(keep.sum())
        self.tally.without_place += int((~placed).sum())
        self.tally.without_data += int((placed & ~data).sum())
        self.tally.filtered += int((placed & data & ~passed).sum())
        columns = {
            "velocity_mm_yr": velocity, "velocity_std_mm_yr": std, "coherence": coherence,
        }  # fmt: skip
        if "height" in raw.columns:
            columns["height_m"] = raw.columns["height"]
        columns.update(self._look(raw))
        if self._is_first:
            self._is_first = False
            self._check_size(series, velocity)
            self._check_rates(raw, series, velocity)
        points = replace(raw, series=series, columns=columns)
        return points if keep.all() else points.take(keep)

    def _rates(self, raw, series):
        velocity, std = raw.columns.get("velocity"), raw.columns.get("velocity_std")
        if velocity is not None:
            velocity = velocity * self._factor
            std = None if std is None else np.abs(std * self._factor)
        if any(self.is_fitted):
            result = fit(series, self._coloured_design(series))
            velocity = result.coefficients[1] if velocity is None else velocity
            std = result.std[1] if self.is_fitted[1] else std
        void = np.full(len(raw.x), np.nan)
        return (void if velocity is None else velocity), (void if std is None else std)

    def _coloured_design(self, series):
        """The design with the colour of the noise, from the first points that have a series."""
        if self._coloured is None:
            dates = np.array(list(self._layout.dates.fields.values()), "datetime64[D]")
            years = years_of(dates)
            noise = estimate_noise(series[:, :SAMPLED], self._design, years, AUTO)
            self._coloured = Design(self._design, years, coloured=noise)
        return self._coloured

    def _passes(self, raw, coherence):
        good = np.ones(len(raw.x), bool)
        with np.errstate(invalid="ignore"):
            if self._choices.minimum_coherence > 0:
                good &= coherence >= self._choices.minimum_coherence
            if self._choices.bounds is not None:
                xmin, ymin, xmax, ymax = self._choices.bounds
                good &= (raw.x >= xmin) & (raw.x <= xmax) & (raw.y >= ymin) & (raw.y <= ymax)
        return good

    def _check_places(self, x, y):
        if not x.size:
            return
        far_x, far_y = np.abs(x).max(), np.abs(y).max()
        if self._geographic and (far_y > 90 or far_x > 360):
            raise GroundshiftError(
                f"{self._name}: longitudes reach {far_x:.6g} and latitudes {far_y:.6g}, which are "
                "no degrees; give the right CRS, or swap the names of the columns."
            )
        if not self._geographic and self._is_first and far_x <= 360 and far_y <= 90:
            raise GroundshiftError(
                f"{self._name}: coordinates of up to {far_x:.6g} and {far_y:.6g} look like degrees "
                "and the CRS is in metres; give the right CRS (EPSG:4326 for degrees)."
            )

    def _look(self, raw) -> dict:
        """Look vectors and angles, where they are known."""
        if self.component != LOS:
            vector = FIXED_LOOKS[self.component]
            names = ("los_east", "los_north", "los_up")
            return {n: np.full(len(raw.x), v) for n, v in zip(names, vector)}
        roles, choices = raw.columns, self._choices
        incidence, heading = roles.get("incidence"), roles.get("heading")
        if incidence is not None:
            checked_incidence(incidence)
        if "los_east" in roles:
            los = self._vectors(roles)
        elif incidence is not None and heading is not None:
            los = from_incidence_heading(incidence, heading)
        elif choices.incidence is not None:
            whole = np.ones(len(raw.x))
            los = from_incidence_heading(choices.incidence * whole, choices.heading * whole)
        elif self._layout.scene_look:
            angle, azimuth, left = self._layout.scene_look
            whole = np.ones(len(raw.x))
            los = from_incidence_heading(angle * whole, azimuth * whole, left)
        else:
            parts = {"incidence_deg": incidence, "heading_deg": heading}
            return {name: values for name, values in parts.items() if values is not None}
        if self._is_first and "los_east" in roles and not (incidence is None or heading is None):
            self._check_look(los, incidence, heading)
        if heading is None and self._layout.scene_look and choices.incidence is None:
            heading = np.full(len(raw.x), self._layout.scene_look[1])  # a left-looking radar's, too
        return {
            "incidence_deg": los.incidence if incidence is None else incidence,
            "heading_deg": los.heading if heading is None else np.mod(heading, 360.0),
            "los_east": los.east, "los_north": los.north, "los_up": los.up,
        }  # fmt: skip

    def _vectors(self, roles):
        """The file's own vectors, from the ground to the satellite whichever way it has them."""
        parts = np.stack([roles[f"los_{part}"] for part in ("east", "north", "up")])
        down = parts[2] < 0
        self.tally.turned += int(down.sum())
        return from_components(*np.where(down, -parts, parts))

    def _check_look(self, los, incidence, heading):
        other = from_incidence_heading(incidence, heading)
        agreement = los.east * other.east + los.north * other.north + los.up * other.up
        agreement = agreement[np.isfinite(agreement)]
        if agreement.size and np.median(agreement) < APART:
            degrees = np.degrees(np.arccos(np.clip(np.median(agreement), -1, 1)))
            self.tally.warnings.append(
                f"the look vectors lie {degrees:.0f} degrees from those that incidence and heading "
                "of a right-looking radar give; the vectors are kept as they are, check them"
            )

    def _check_rates(self, raw, series, velocity):
        """Hold the file's rates against its series."""
        if "velocity" not in raw.columns or self._design is None:
            return
        fitted = fit(series[:, :CHECKED], self._design)
        own = velocity[:CHECKED]
        good = np.isfinite(own) & np.isfinite(fitted.coefficients[1])
        own, rate, std = own[good], fitted.coefficients[1][good], fitted.std[1][good]
        if own.size < 2:
            return
        # Only motion that stands out of the noise can tell.
        strong = np.abs(rate) > 3 * std
        if strong.sum() < max(2, 0.01 * own.size):
            return
        ratio = float((rate[strong] * own[strong]).sum() / (rate[strong] ** 2).sum())
        if ratio < 0:
            self.tally.warnings.append(
                "rates and series have opposite signs; one of them is wrong in the file"
            )
        elif not LEAST_RATIO < ratio < MOST_RATIO:
            self.tally.warnings.append(
                f"rates are {ratio:.2g} times those of the series; their units differ in the file"
            )
        else:
            self._check_differences(own - rate, std)

    def _check_differences(self, difference, std):
        """Tell rates that are not those of their series, though of their size."""
        size = np.abs(difference)
        apart = size > np.maximum(4 * std, APART_MM)
        if apart.mean() > MANY_APART:
            self.tally.warnings.append(
                f"rates contradict their own series at {100 * apart.mean():.0f} % of the points: "
                f"by {np.median(size[apart]):.2g} mm/yr there in the median, {size.max():.2g} at "
                f"most, {np.median(difference):.2g} with its sign over all; they are of another "
                "time span, reference or column"
            )

    def _check_size(self, series, velocity):
        if self.unit_is_told:
            return
        values = np.abs(velocity[np.isfinite(velocity)])
        if not values.size:
            values = np.abs(series[np.isfinite(series)])
        size = float(np.percentile(values, 98)) if values.size else 1.0
        if 0 < size < TINY_MM or size > HUGE_MM:
            self.tally.warnings.append(
                f"the unit is not told and was taken as {self.unit}, which gives 98 % of the "
                f"points less than {size:.2g} mm; check it and set the unit"
            )
