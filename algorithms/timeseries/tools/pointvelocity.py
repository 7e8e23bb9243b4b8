# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity models of points with series, and rates that change late in them."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, number, part, whole
from .asked import PointsInput
from .motion_terms import Terms


class PointVelocity(Chosen):
    """The points, the terms of their motion, and what a late change is."""

    series = part(PointsInput)
    terms = part(
        Terms, changes={"choose": {"title": "Choose the model by point"}},
    )  # fmt: skip
    late_share = number(
        "Late part of the series (%)",
        "A change of the rate is looked for in the last so much of the time; 0: nowhere.", 25.0,
        0.0, 80.0,
    )  # fmt: skip
    late_level = number(
        "False late changes (%)",
        "Share of points with a steady rate that are flagged by chance; it holds as far as the "
        "noise is what is chosen under 'Noise'.", 1.0, 0.05, 50.0, advanced=True,
    )  # fmt: skip
    late_dates = whole(
        "Dates after a late change", "That it needs at least; before it twice as many.", 4, 2,
        1000, advanced=True,
    )  # fmt: skip
    blocks = part(Machine)


OUTPUTS = (
    Output(
        "points", "RESULT", "Points with their model",
        "velocity_mm_yr, velocity_std_mm_yr, then every other coefficient with its standard "
        "deviation, the RMS of the residuals, seasons, steps, the chosen model, the late change, "
        "and what the points' own table says.",
        style="points_velocity", name="Velocity of points",
        abstract="Rate in mm a year, positive towards the satellite, and the other coefficients.",
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Points",
    "FITTED": "Points with a result",
    "RMS": "Mean RMS of the residuals (mm)",
    "FASTEST_AWAY": "Fastest rate away (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards (mm/yr)",
    "MEDIAN_STD": "Median standard deviation of the rate (mm/yr)",
    "LATE": "Points whose rate changes late",
    "LATE_BY_CHANCE": "Of them expected by chance",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Fit the model to every point; see :mod:`...declare`."""
    import numpy as np

    from ...errors import GroundshiftError, counted
    from ...formats.points.point_series import ResultLayer
    from ..model_choice import CLASSES
    from ..motion import SeriesBlock, make_fit, scene_noise
    from ..postseismic import with_coseismic_steps

    source = chosen.series.source(job)
    model = with_coseismic_steps(chosen.terms.model(), source.dates)
    options = chosen.terms.options()
    noise = scene_noise(source.sample(job.budget // 4), model, source.dates, options)
    job.note(noise.describe())
    function = make_fit(model, source.dates, options, None, noise)
    late = _late_search(chosen, model, source.dates, noise, job)
    columns = _columns(model, options, late)
    tally = _Tally(chosen.late_level / 100)
    kinds = {name: str if name == "motion_model" else int if name == "late_change" else float
             for name in columns}  # fmt: skip
    names = np.array([CLASSES.get(code, "") for code in range(256)], object)
    path = outputs.path("RESULT")
    with ResultLayer(path, source, kinds, chosen.series.with_series) as layer:
        for rows in source.parts(job.budget // 4):
            block = function(SeriesBlock(rows.series[:, np.newaxis, :], None))
            bands = np.concatenate(
                [block.model, block.amplitude, block.phase, block.steps]
            )[:, 0].astype(float)  # fmt: skip
            found = dict(zip(columns, np.round(bands, 4)))
            if options.choose:
                found["motion_model"] = names[block.classes[0]]
            if late is not None:
                found |= _late_columns(late, rows.series, chosen.late_level / 100)
            tally.add(found)
            layer.write(rows, found)
            job.tell(rows.done)
            job.check()
    if not tally.fitted:
        raise GroundshiftError(
            f"{source.name}: no point has enough dates for the model's "
            f"{function.design.matrix.shape[1]} coefficients; take fewer terms."
        )
    for text in tally.said(late):
        job.note(text)
    if tally.fitted < tally.count:
        job.warn(
            f"{counted(tally.count - tally.fitted, 'point')} of {tally.count} without a result: "
            "too few dates with a value."
        )
    outputs.when = source.dates[0], source.dates[-1]
    limit = float(np.percentile(np.abs(tally.rates()), 98))
    outputs.look("RESULT", limits=limit, abstract=f"{OUTPUTS[0].abstract} {noise.describe()}")
    return tally.numbers(late)


def _late_search(chosen, model, dates, noise, job):
    """The search for late changes; None where there is none."""
    from ...errors import GroundshiftError
    from ..late_change import LateSearch

    if not chosen.late_share:
        return None
    arguments = chosen.late_share / 100, chosen.late_dates, noise, chosen.terms.seed
    try:
        return LateSearch(model, dates, *arguments)
    except GroundshiftError as error:
        job.warn(f"No late changes are looked for: {error}")
        return None


def _columns(model, options, late) -> list:
    """Names of the fields; those of the bands of a block come first, in their order."""
    from ..motion import model_bands, season_bands, step_bands

    amplitude, phase = season_bands(model)
    bands = [*model_bands(model), *amplitude, *phase, *step_bands(options)]
    names = [name for name, _ in bands] + (["motion_model"] if options.choose else [])
    if late is not None:
        names += [
            "late_change", "late_change_year", "late_change_mm_yr", "late_change_std_mm_yr",
            "late_change_chance",
        ]  # fmt: skip
    return names


def _late_columns(late, series, level) -> dict:
    import numpy as np

    from ..steps import decimal_years

    found = late(series)
    years = np.append(decimal_years(late.dates), np.nan)
    return {
        "late_change": np.where(found.entry < 0, np.nan, found.chance <= level),
        "late_change_year": np.round(years[found.entry], 3),
        "late_change_mm_yr": np.round(found.change * 1e3, 3),
        "late_change_std_mm_yr": np.round(found.std * 1e3, 3),
        "late_change_chance": np.round(found.chance, 4),
    }


class _Tally:
    """What the tool's numbers are made of."""

    def __init__(self, level):
        self._level, self._rates, self._std, self._rms = level, [], [], []
        self.count = self.fitted = self.late = self.tried = 0

    def add(self, found):
        """Count a part."""
        import numpy as np

        good = np.isfinite(found["velocity_mm_yr"])
        self.count += len(good)
        self.fitted += int(good.sum())
        self._rates.append(found["velocity_mm_yr"][good].astype(np.float32))
        self._std.append(found["velocity_std_mm_yr"][good].astype(np.float32))
        self._rms.append(found["residual_rms_mm"][good].astype(np.float32))
        if "late_change" in found:
            self.tried += int(np.isfinite(found["late_change"]).sum())
            self.late += int(np.nansum(found["late_change"]))

    def rates(self):
        """Of the points with a result."""
        import numpy as np

        return np.concatenate(self._rates)

    def said(self, late):
        """Sentences for the log."""
        if late is not None:
            yield (
                f"{self.late} of {self.tried} points change their rate between {late.dates[0]} and "
                f"{late.dates[-1]}; about {self._level * self.tried:.3g} would by chance."
            )

    def numbers(self, late):
        """Of the tool."""
        import numpy as np

        rates = self.rates()
        numbers = {
            "COUNT": self.count, "FITTED": self.fitted,
            "RMS": float(np.mean(np.concatenate(self._rms))),
            "FASTEST_AWAY": float(rates.min()), "FASTEST_TOWARDS": float(rates.max()),
            "MEDIAN_STD": float(np.nanmedian(np.concatenate(self._std))),
        }  # fmt: skip
        if late is not None:
            numbers |= {"LATE": self.late, "LATE_BY_CHANCE": self._level * self.tried}
        return numbers
