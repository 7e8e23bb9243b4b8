# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drivers against none, correlation by lag, and coherograms, as a page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import GroundshiftError
from ...reports.figure import Figure, decimal_years, padded, time_ticks
from ...reports.page import NONE, Page, number
from ...reports.palette import AWAY, HEAT, INK, LINE, PALE, TOWARDS, colour
from ..driver_series import remembered
from ..lagged import background
from ..wavelets import Wavelets, persistence_of

WIDTH = 720
SHADES = 12
MOST_WAVES = 3  # drivers of a series with a coherogram
ARROWS = 26, 12  # across and down
WIDE_GAP = 3  # steps
DAYS = 365.25


@dataclass(frozen=True)
class Waves:
    """Coherence of a driver and a series of motion.

    Parameters
    ----------
    driver : str
    dates : ndarray of datetime64[D]
        Of the regular steps.
    found : Coherence
        Periods in days; positive phase where the driver leads.
    noise : Significance
    """

    driver: str
    dates: np.ndarray
    found: object
    noise: object

    @property
    def mean(self) -> float:
        """Mean coherence outside of the cone of influence."""
        return float(self.found.coherence[self.found.trusted].mean())

    @property
    def significant(self) -> np.ndarray:
        """Places with more than noise has, outside of the cone."""
        with np.errstate(invalid="ignore"):
            return (self.found.coherence > self.noise.limit[:, None]) & self.found.trusted

    def rows(self):
        """(period, mean coherence, its limit, share of the times that is significant, phase in
        degrees, lag in days) outside of the cone, by period."""
        inside, significant = self.found.trusted, self.significant
        for k in np.flatnonzero(inside.any(axis=1)):
            where = inside[k]
            phase = float(np.angle(np.exp(1j * self.found.phase[k, where]).mean()))
            period = float(self.found.periods[k])
            yield (
                period, float(self.found.coherence[k, where].mean()),
                float(self.noise.mean_limit[k]), float(significant[k, where].mean()),
                float(np.degrees(phase)), phase * period / (2 * np.pi),
            )  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """What the report tells of one series.

    Parameters
    ----------
    label : str
    values : ndarray, shape (time,)
        mm.
    dates : ndarray of datetime64[D]
    lag, low, high, effect, effect_std, p, delta_aic : float
        Of the best driver.
    driver, memory : str, float
    unit : str
        Of the driver.
    table : list
        (driver, delta AIC, lag, memory, correlation) of the best of each driver.
    curves : list
        (driver, lags, correlations) at the best memory of each driver.
    limit : float
        Correlation that noise reaches at any lag at the level of false alarms.
    waves : list of Waves
    notes : list of str
    """

    label: str
    values: np.ndarray
    dates: np.ndarray
    lag: float
    low: float
    high: float
    effect: float
    effect_std: float
    p: float
    delta_aic: float
    driver: str
    memory: float
    unit: str
    table: list
    curves: list
    limit: float
    waves: list
    notes: list

    @classmethod
    def of(cls, label, values, dates, drivers, search, chosen, job) -> Shown:
        """Look at one series.

        Parameters
        ----------
        label : str
        values : ndarray, shape (time,)
        dates : ndarray of datetime64[D]
        drivers : list of Driver
        search : LagSearch
            Calibrated.
        chosen : object
            With ``season``, ``degree``, ``response``, ``false_alarms``, ``surrogates``, ``seed``.
        job : Job

        Raises
        ------
        GroundshiftError
            If the series has too few dates or is constant.
        """
        from ..lagged import PERSISTENCES

        fit = search.fit(values[None])
        best = int(fit.candidate[0])
        if best < 0:
            raise GroundshiftError(
                f"{label}: is constant, or has fewer than {search.enough} dates with a value and "
                "the drivers for all lags; lower the largest lag, or give longer series."
            )
        tried = search.tried
        correlation, gain = search.profile(values)
        table, curves = [], []
        for k, driver in enumerate(drivers):
            mine = np.flatnonzero(tried.driver == k)
            top = mine[gain[mine].argmax()]
            penalty = float(fit.gain[0] - fit.delta_aic[0])
            table.append((
                driver.name, float(gain[top] - penalty), float(tried.lag[top]),
                float(tried.memory[top]), float(correlation[top]),
            ))  # fmt: skip
            same = mine[tried.memory[mine] == tried.memory[top]]
            curves.append((driver.name, tried.lag[same], correlation[same]))
        kind = PERSISTENCES.index(float(fit.persistence[0]))
        count = int(np.isfinite(values[tried.used]).sum())
        limit = np.sqrt(-np.expm1(-search.limit(chosen.false_alarms, kind) / count))
        waves, notes = [], []
        order = sorted(range(len(drivers)), key=lambda k: -table[k][1])
        for k in order[:MOST_WAVES]:
            try:
                waves.append(_waves(values, dates, drivers[k], chosen, job, notes))
            except GroundshiftError as error:
                notes.append(f"No coherogram with {drivers[k].name}: {error}")
        driver = drivers[int(tried.driver[best])]
        first = {name: float(getattr(fit, name)[0]) for name in
                 ("lag", "low", "high", "effect", "effect_std", "p", "delta_aic")}  # fmt: skip
        return cls(
            label, values, dates, driver=driver.name, memory=float(tried.memory[best]),
            unit=driver.unit, table=table, curves=curves, limit=float(limit), waves=waves,
            notes=notes, **first,
        )  # fmt: skip


def _waves(values, dates, driver, chosen, job, notes) -> Waves:
    known = np.isfinite(values)
    days = dates[known].astype(int)
    step = int(max(np.median(np.diff(days)), 1))
    start = max(days[0], driver.first.astype(int) + step - 1)
    axis = np.arange(start, min(days[-1], driver.last.astype(int)) + 1, step)
    regular = axis.astype("datetime64[D]")
    if len(axis) < 2:
        raise GroundshiftError("they have no time in common.")
    moved = np.interp(axis, days, values[known])
    wide = np.diff(days).max()
    if wide > WIDE_GAP * step:
        notes.append(
            f"A gap of {wide} days in the motion is bridged by a straight line: the coherogram "
            "says nothing there at periods below about twice as long."
        )
    if chosen.response == "rate":
        moved = np.gradient(moved)
    total = np.concatenate([[0.0], np.cumsum(driver.values)])
    place = axis - driver.first.astype(int) + 1
    driven = (total[place] - total[place - step]) / step
    terms = background(regular, chosen.degree, chosen.season)
    pair = [part - terms @ np.linalg.lstsq(terms, part, rcond=None)[0] for part in (driven, moved)]
    wavelets = Wavelets(len(axis), float(step))
    found = wavelets.coherence(*pair)
    noise = wavelets.significance(
        [persistence_of(part) for part in pair], chosen.false_alarms, chosen.surrogates,
        chosen.seed, job.check,
    )  # fmt: skip
    return Waves(driver.name, regular, found, noise)


def page(told, drivers, chosen) -> str:
    """The report as an HTML page with drawings."""
    whole = Page("Groundshift: drivers of the motion")
    for one in told:
        whole.heading(one.label)
        whole.items([*sentences(one, chosen), *one.notes])
        whole.drawing(motion_svg(one, drivers, chosen), "motion")
        whole.paragraph(
            "Motion (dots, mm) and the driver (line, scaled), moved by the lag; trend"
            f"{' and season' if chosen.season else ''} are taken off both."
        )
        whole.heading("Drivers against none", 3)
        whole.table(
            ("Driver", "AIC of none less its own", "Lag (days)", "Memory (days)", "Correlation"),
            sorted(one.table, key=lambda row: -row[1]),
        )
        whole.paragraph("Above 0 the driver is worth its terms; from about 10 on there is no doubt "
                        "beside that of having searched, which p counts in.")  # fmt: skip
        whole.drawing(lags_svg(one, chosen), "lags")
        whole.paragraph(
            "Partial correlation by lag, at the best memory of each driver. Dashed: what noise of "
            f"the same persistence reaches at any lag in {100 * chosen.false_alarms:g} % of the "
            "surrogates."
        )
        for waves in one.waves:
            whole.heading(f"Wavelet coherence with {waves.driver}", 3)
            whole.drawing(coherogram_svg(one, waves), "coherogram")
            whole.paragraph(
                "Black lines enclose what independent red noise exceeds in "
                f"{100 * chosen.false_alarms:g} % of the places; pale: the cone of influence, "
                "where nothing is told. Arrows: to the right in phase, to the left opposite, down "
                "where the driver leads by a quarter of the period, up where the motion does."
            )
            rows = list(waves.rows())
            whole.table(
                ("Period (days)", "Mean coherence", "Limit of noise", "Significant (share)",
                 "Phase (degrees)", "Lag (days)"), rows[:: max(len(rows) // 12, 1)],
            )  # fmt: skip
            whole.paragraph("A lag by phase is known but for whole periods.")
    return whole.html()


def sentences(one: Shown, chosen) -> list:
    """What was found about a series."""
    unit = f" by {one.unit or 'unit of the driver'}"
    said = [
        f"Best: {one.driver}, {one.lag:.0f} days before ({one.low:.0f} to {one.high:.0f}, 95 %)"
        + (f", remembered over {one.memory:g} days" if one.memory else "") + ".",
        f"{'Rate' if chosen.response == 'rate' else 'Displacement'}: {number(one.effect)} ± "
        f"{number(one.effect_std)} mm{unit}{' and day' if chosen.response == 'rate' else ''}.",
        f"AIC of no driver less its own: {one.delta_aic:.1f}. Noise without a driver does as well "
        f"at some lag with p = {one.p:.2g}.",
    ]  # fmt: skip
    if one.p > chosen.false_alarms:
        said.append("Nothing here that chance does not do: no driver is shown.")
    return said


def table_text(told) -> str:
    """Coherence by period of all that is shown, as comma-separated values."""
    lines = [
        "series,driver,period_days,mean_coherence,limit,significant_share,phase_deg,lag_days"
    ]  # fmt: skip
    for one in told:
        for waves in one.waves:
            names = f'"{one.label}","{waves.driver}"'.replace("\n", " ")
            lines += [
                ",".join([names, *(number(value, ".5g").replace(NONE, "") for value in row)])
                for row in waves.rows()
            ]
    return "\n".join(lines) + "\n"


def _time_panel(figure, dates, y):
    ends = padded(*decimal_years([dates[0], dates[-1]]), 0.02)
    return figure.panel(ends, y, top=30), ends


def motion_svg(one: Shown, drivers, chosen) -> str:
    """Motion and driver, as SVG."""
    known = np.isfinite(one.values)
    dates, values = one.dates[known], one.values[known]
    driver = next(driver for driver in drivers if driver.name == one.driver)
    delay = next(lag for name, _, lag, memory, _ in one.table if name == one.driver)
    felt = remembered(driver, one.memory)
    if chosen.response == "rate":
        felt = np.cumsum(felt - felt.mean())
    from ..driver_series import memory_delay

    place = dates.astype(int) - driver.first.astype(int)
    place = place - int(round(delay - memory_delay(one.memory)))
    inside = (place >= 0) & (place < len(felt))
    terms = background(dates, chosen.degree, chosen.season)
    left = values - terms @ np.linalg.lstsq(terms, values, rcond=None)[0]
    curve = np.full(len(dates), np.nan)
    if inside.sum() > terms.shape[1]:
        part, some = felt[place[inside]], terms[inside]
        part = part - some @ np.linalg.lstsq(some, part, rcond=None)[0]
        curve[inside] = part * (one.effect if np.isfinite(one.effect) else 0.0)
    figure = Figure(WIDTH, 240, "Motion and driver")
    top = np.nanmax(np.abs(np.concatenate([left, curve[inside]])))
    panel, ends = _time_panel(figure, dates, padded(-top, top))
    panel.axes("", "Motion (mm)", one.label, x_ticks=time_ticks(*ends))
    years = decimal_years(dates)
    panel.line(years, curve, AWAY, 1.8)
    panel.dots(years, left, TOWARDS, 2.6)
    return figure.svg()


def lags_svg(one: Shown, chosen) -> str:
    """Correlation by lag, as SVG."""
    from ...reports.palette import SERIES

    figure = Figure(WIDTH, 240, "Correlation by lag")
    high = max(lags.max() for _, lags, _ in one.curves)
    low = min(lags.min() for _, lags, _ in one.curves)
    top = 1.1 * max(one.limit, *(np.abs(values).max() for _, _, values in one.curves))
    panel = figure.panel(padded(low, high, 0.02), (-top, top))
    panel.axes("Lag (days)", "Partial correlation")
    for sign in (-1, 1):
        panel.line(panel.x, [sign * one.limit] * 2, LINE, 1.2, "5 4")
    panel.box((max(one.low, panel.x[0]), min(one.high, panel.x[1])), panel.y, PALE, opacity=0.6)
    panel.line(panel.x, [0, 0], LINE, 1)
    for k, (name, lags, values) in enumerate(one.curves):
        panel.line(lags, values, SERIES[k % len(SERIES)], 1.8, title=name)
    figure.legend(70, 26, [(SERIES[k % len(SERIES)], c[0]) for k, c in enumerate(one.curves)])
    return figure.svg()


def coherogram_svg(one: Shown, waves: Waves) -> str:
    """Coherence by time and period with its limit, cone and phase, as SVG."""
    found = waves.found
    years = decimal_years(waves.dates)
    octave = np.log2(found.periods)
    step = octave[1] - octave[0]
    figure = Figure(WIDTH, 380, f"Wavelet coherence of {waves.driver} and {one.label}")
    half = 0.5 * (years[1] - years[0])
    across = np.concatenate([years - half, [years[-1] + half]])
    down = np.concatenate([octave - step / 2, [octave[-1] + step / 2]])
    panel = figure.panel((across[0], across[-1]), (down[-1], down[0]), top=48)
    shades = [colour(HEAT, k / (SHADES - 1)) for k in range(SHADES)]
    faint = [_faint(shade) for shade in shades]
    level = np.minimum((found.coherence * SHADES).astype(int), SHADES - 1)
    fills = [
        [(shades if sure else faint)[k] for k, sure in zip(*row)]
        for row in zip(level.tolist(), found.trusted.tolist())
    ]
    panel.cells(across, down, fills)
    _outline(panel, waves.significant, across, down)
    _arrows(panel, waves, years, octave)
    ticks = [(k, f"{2.0**k:g}") for k in range(int(np.ceil(down[0])), int(down[-1]) + 1)]
    panel.axes(
        "", "Period (days)", f"{waves.driver} and {one.label}", x_ticks=time_ticks(*panel.x),
        y_ticks=ticks, grid=False, frame=True,
    )  # fmt: skip
    figure.colour_bar(WIDTH - 190, 14, 120, HEAT, "0", "1")
    return figure.svg()


def _faint(shade) -> str:
    parts = (int(shade[k : k + 2], 16) for k in (1, 3, 5))
    return "#" + "".join(f"{round(255 - 0.35 * (255 - part)):02x}" for part in parts)


def _outline(panel, inside, across, down) -> None:
    """Lines between places that are significant and others."""
    wide = np.pad(inside, 1)
    x, y = [], []
    for row, col in zip(*np.nonzero(wide[1:, 1:-1] != wide[:-1, 1:-1])):
        x += [across[col], across[col + 1], np.nan]
        y += [down[row], down[row], np.nan]
    for row, col in zip(*np.nonzero(wide[1:-1, 1:] != wide[1:-1, :-1])):
        x += [across[col], across[col], np.nan]
        y += [down[row], down[row + 1], np.nan]
    if x:
        panel.line(np.array(x), np.array(y), INK, 1.4)


def _arrows(panel, waves, years, octave) -> None:
    """Phase where the coherence is significant: in phase to the right, the driver leads: down."""
    every_col, every_row = (max(len(v) // n, 1) for v, n in zip((years, octave), ARROWS))
    unit_x = 0.45 * every_col * (years[1] - years[0])
    unit_y = unit_x * abs((panel.y[1] - panel.y[0]) / (panel.x[1] - panel.x[0])) * (
        panel.width / panel.height
    )  # fmt: skip
    phase, significant = waves.found.phase, waves.significant
    for row in range(every_row // 2, len(octave), every_row):
        for col in range(every_col // 2, len(years), every_col):
            if not significant[row, col]:
                continue
            a = phase[row, col]
            tip = np.cos(a), np.sin(a)  # the axis of periods grows downwards
            for turn, start, size in ((0.0, -0.5, 1.0), (2.6, 0.5, 0.4), (-2.6, 0.5, 0.4)):
                c, s = np.cos(a + turn), np.sin(a + turn)
                x0, y0 = years[col] + start * tip[0] * unit_x, octave[row] + start * tip[1] * unit_y
                panel.line([x0, x0 + size * c * unit_x], [y0, y0 + size * s * unit_y], INK, 1.1)
