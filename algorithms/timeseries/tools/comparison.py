# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The comparison of InSAR with ground data or with a second result, from layer to layer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ...data.metric import LocalMetres
from ...errors import GroundshiftError, counted
from ...formats.measurements import RateLayer, look_of, read_points
from ...formats.raster_rates import read_near, read_thinned
from ...formats.vectors.tables import layer_crs, write_table
from ..agreement import POINT_LIMITS, Agreement, agreement, point_class
from ..pages.validate import report_html
from ..pairing import (
    Referenced,
    ReferenceRule,
    compare_series,
    make_pairs,
    take_pairs,
    with_reference,
)
from ..validation import (
    LOOK_LIMIT,
    TimeRule,
    look_angle,
    merge_duplicates,
    neighbours,
    with_unknown_up,
)


@dataclass
class Comparison:
    """What is compared and how; :meth:`run` adds what came out.

    Parameters
    ----------
    insar : RateLayer
        Points or a raster, along the line of sight.
    ground : RateLayer
        Points, or the raster or points of a second InSAR result.
    method : str
        ``nearest``, ``mean`` or ``median`` of the InSAR points within the distance.
    distance : float
        Metres.
    reference : ReferenceRule
        Its point is in the ground data's coordinates here.
    time : TimeRule
    limits : tuple of 3 float
        Largest differences in classes A, B and C, metres a year.
    most_points : int
        Of a raster on the ground's side, a regular subset of so many pixels is taken.
    up_std : float
        Of the vertical motion that horizontal ground data leave unknown, metres a year.

    Attributes
    ----------
    stations : Points
        The ground data, duplicates joined.
    agreement, raw : Agreement
        After the common reference and before it.
    offset : float
        What the reference took out, metres a year.
    look_angle : float
        Median angle between the look vectors of the two sides, degrees; NaN where one is unknown.
    series : SeriesAgreement or None
    notes, warnings : list of str
    """

    insar: RateLayer
    ground: RateLayer
    method: str = "median"
    distance: float = 100.0
    reference: ReferenceRule = field(default_factory=ReferenceRule)
    time: TimeRule = field(default_factory=TimeRule)
    limits: tuple = POINT_LIMITS
    most_points: int = 5000
    up_std: float = 2e-3

    def run(self, outputs, job) -> None:
        """Compare, write and tell.

        Parameters
        ----------
        outputs : Outputs
            Of :mod:`.validate`.
        job : Job

        Raises
        ------
        GroundshiftError
            If nothing can be compared; nothing is written then.
        """
        self.notes, self.warnings = [], []
        self._read_ground(job)
        job.tell(0.2)
        job.check()
        measured = self._read_insar(job)
        insar_places = self._local.of(measured.crs, measured.x, measured.y, str(self.insar.path))
        job.tell(0.6)
        job.check()
        measured, stations = look_of(self.insar, measured), self.stations
        pairs = make_pairs(
            measured, insar_places, stations, self._places, self.method, self.distance, self.time
        )
        self.look_angle = self._compare_looks(measured, insar_places)
        self._say_time(measured, pairs)
        rule = self.reference
        if rule.point is not None:
            where = self._local.of(stations.crs, *(np.array([v]) for v in rule.point))[0]
            rule = replace(rule, point=tuple(where))
        referenced = with_reference(pairs, stations, self._places, rule)
        kept = referenced.pairs
        self.offset, self.raw = referenced.offset, self._agreement(pairs)
        self.agreement = self._agreement(
            take_pairs(kept, referenced.compared), estimated=referenced.estimated
        )
        self._say_assumptions(referenced)
        self.series = compare_series(referenced)
        job.tell(0.8)
        columns = self._columns(referenced)
        if outputs.wanted("PAIRS"):
            x, y = stations.x[kept.station], stations.y[kept.station]
            write_table(outputs.path("PAIRS"), stations.crs, x, y, columns, "validation")
        outputs.text("REPORT", lambda: report_html(self, columns))
        for text in self.notes:
            job.note(text)
        for text in self.warnings:
            job.warn(text)
        job.tell(1.0)

    def _agreement(self, pairs, **more) -> Agreement:
        return agreement(
            pairs.insar, pairs.ground, pairs.insar_std, pairs.ground_std, pairs.sigma,
            limits=self.limits, **more,
        )  # fmt: skip

    def _read_ground(self, job) -> None:
        """Stations, their places in local metres, and the local system."""
        ground, notes = self.ground, self.notes
        if ground.raster:
            stations = read_thinned(ground, self.most_points, job.cancelled)
            notes.append(f"{ground.path}: {len(stations)} pixels stand for the ground data.")
        else:
            stations, said = read_points(ground)
            notes += said
        if stations.direction == "en":
            stations = with_unknown_up(stations, self.up_std)
            notes.append(
                "The ground data are horizontal: d_los = l_east e + l_north n. Vertical motion is "
                f"assumed to be zero with a standard deviation of {1e3 * self.up_std:g} mm/yr, so "
                "differences may be vertical motion."
            )
        stations = look_of(ground, stations)
        usable = np.isfinite(stations.rate).all(axis=1)
        if stations.series is not None:
            usable |= np.isfinite(stations.series).any(axis=2).all(axis=1)
        if not usable.any():
            raise GroundshiftError(
                f"{ground.path}: no row has a value in the chosen fields; choose other fields."
            )
        if not usable.all():
            notes.append(f"{counted((~usable).sum(), 'ground point')} without a value left out.")
        stations = stations.take(usable)
        local = LocalMetres(stations.crs, float(np.mean(stations.x)), float(np.mean(stations.y)))
        places = local.of(stations.crs, stations.x, stations.y, str(ground.path))
        stations, joined = merge_duplicates(stations, places)
        if joined:
            notes.append(
                f"{counted(joined, 'ground point')} at the place of another averaged with it."
            )
            places = local.of(stations.crs, stations.x, stations.y, str(ground.path))
        self.stations, self._places, self._local = stations, places, local

    def _read_insar(self, job):
        insar = self.insar
        if insar.raster:
            return read_near(insar, self._local, self._places, self.distance, job.cancelled)
        measured, said = read_points(insar, self._bounds())
        self.notes += said
        if not len(measured):
            raise GroundshiftError(
                f"{insar.path}: has no point within {self.distance:g} m of the ground data; check "
                "the coordinate systems of both layers, or give a larger distance."
            )
        if measured.direction != "los":
            raise GroundshiftError(
                f"{insar.path}: the InSAR side must be rates along the line of sight; choose its "
                "field."
            )
        return measured

    def _bounds(self) -> tuple:
        """Rectangle in the InSAR layer's CRS that holds all that can be paired."""
        insar, places, margin = self.insar, self._places, self.distance * 1.05
        low, high = places.min(axis=0) - margin, places.max(axis=0) + margin
        ends = np.linspace(0, 1, 9)
        across, along = np.meshgrid(ends, ends)
        corners = np.stack([across.ravel(), along.ravel()], axis=1) * (high - low) + low
        crs = layer_crs(insar.path, insar.layer)
        self._local.of(crs, 0.0, 0.0, str(insar.path))  # refuses a side without a CRS
        x, y = self._local.back(crs, corners)
        pad_x, pad_y = 0.02 * np.ptp(x), 0.02 * np.ptp(y)
        return np.min(x) - pad_x, np.min(y) - pad_y, np.max(x) + pad_x, np.max(y) + pad_y

    def _compare_looks(self, measured, insar_places) -> float:
        """Median angle between the sides' look vectors; warns where they are different things."""
        stations = self.stations
        if stations.direction != "los" or stations.look is None or measured.look is None:
            return float("nan")
        near = neighbours(self._places, insar_places, self.distance, True)
        found = [(k, m[0]) for k, (m, _) in enumerate(near) if len(m)]
        index = np.array(found, int).reshape(-1, 2)
        angles = look_angle(stations.look[index[:, 0]], measured.look[index[:, 1]])
        if not np.isfinite(angles).any():
            return float("nan")
        angle = float(np.nanmedian(angles))
        if angle > LOOK_LIMIT:
            self.warnings.append(
                f"The two results look at the ground {angle:.0f} degrees apart, so their rates "
                "along the line of sight are different quantities and need not agree; compare "
                "results of one track, or decompose both into up and east first."
            )
        return angle

    def _say_time(self, measured, pairs) -> None:
        say = self.notes.append
        if measured.series is not None and self.stations.series is not None:
            lost = int((pairs.common_dates == 0).sum())
            used = pairs.common_dates[pairs.common_dates > 0]
            say(f"Rates of both sides are fitted on common dates ({int(np.median(used))} a pair).")
            if lost:
                say(f"{counted(lost, 'pair')} with too few dates in common left out.")
        elif self.time.first is not None or self.time.last is not None:
            say(
                "A time span is given, and one side has rates without a series: those are taken as "
                "they are."
            )
        else:
            say("Rates are taken as given; that they cover the same time is assumed.")

    def _say_assumptions(self, referenced: Referenced) -> None:
        stations, kept, notes = self.stations, referenced.pairs, self.notes
        notes.append(f"Reference: {referenced.sentence}.")
        if stations.direction == "up":
            notes.append(
                "The ground data are vertical: horizontal motion is taken as zero, d_los = l_up * "
                "u."
            )
        elif stations.direction == "los" and stations.look is None:
            notes.append("The ground data are taken as along InSAR's own line of sight.")
        for name, std in (("InSAR", kept.insar_std), ("ground", kept.ground_std)):
            if not np.isfinite(std).any():
                notes.append(f"The {name} side has no standard deviations; they count as 0.")
        if self.agreement.pairs < 3:
            self.warnings.append(
                f"Only {counted(self.agreement.pairs, 'pair')}: a bias can be given, but no "
                "correlation and no line."
            )

    def _columns(self, referenced: Referenced) -> dict:
        """Fields of the layer of pairs, in millimetres (a year)."""
        pairs, series = referenced.pairs, self.series
        difference = pairs.difference
        with np.errstate(invalid="ignore", divide="ignore"):
            normalised = np.where(pairs.sigma > 0, difference / pairs.sigma, np.nan)
        classes = point_class(difference, self.limits)
        columns = {
            "station": self.stations.names[pairs.station].astype(object),
            "class": np.where(referenced.compared, classes, "reference").astype(object),
            "insar_mm_yr": pairs.insar * 1e3,
            "insar_std_mm_yr": pairs.insar_std * 1e3,
            "ground_mm_yr": pairs.ground * 1e3,
            "ground_std_mm_yr": pairs.ground_std * 1e3,
            "difference_mm_yr": difference * 1e3,
            "normalised_error": normalised,
            "distance_m": pairs.distance,
            "insar_points": pairs.members,
            "insar_spread_mm_yr": pairs.spread * 1e3,
        }
        if series is not None:
            columns.update(
                common_dates=pairs.common_dates, series_rmse_mm=series.rmse * 1e3,
                series_correlation=series.correlation, series_class=series.classes,
            )  # fmt: skip
        return {
            name: np.round(values, 4) if values.dtype.kind == "f" else values
            for name, values in columns.items()
        }

    def numbers(self) -> dict:
        """What the tool reports, rates in mm/yr; unknown ones are left out."""
        result, raw = self.agreement, self.raw
        values = {
            "COUNT": result.pairs, "BIAS": result.bias * 1e3, "RMSE": result.rmse * 1e3,
            "RMSE_UNBIASED": result.rmse_unbiased * 1e3, "RAW_BIAS": raw.bias * 1e3,
            "RAW_RMSE": raw.rmse * 1e3, "OFFSET": self.offset * 1e3,
            "CORRELATION": result.correlation, "NORMALISED_RMS": result.normalised_rms,
            "LOOK_ANGLE": self.look_angle, "T": raw.t, "T_P": raw.p,
            "SAME_STABILITY": 100 * result.same_stability,
        }  # fmt: skip
        if result.deming is not None:
            line, plain = result.deming, result.least_squares
            values.update(
                SLOPE=line.slope, SLOPE_LOW=line.slope_low, SLOPE_HIGH=line.slope_high,
                INTERCEPT=line.intercept * 1e3, OLS_SLOPE=plain.slope,
                OLS_INTERCEPT=plain.intercept * 1e3,
            )  # fmt: skip
        known = {name: value for name, value in values.items() if np.isfinite(value)}
        return {**known, "CLASS": result.overall, "WARNINGS": " ".join(self.warnings)}
