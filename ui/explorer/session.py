# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What is being looked at: selections, reference, model, what lies beside; and its figure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..translation import tr
from .figure import COLOURS, Figure, Item, Panel
from .scales import day_number
from .texts import PROBLEMS, problem_text

RAIN, FAILING = "#6f9fc8", "#d9482b"


@dataclass
class Selection:
    """A series and where it lies.

    Parameters
    ----------
    trace : Trace
    place : QgsGeometry
        In the map's coordinates.
    colour : str
    shown : bool
    """

    trace: object
    place: object
    colour: str
    shown: bool = True


@dataclass
class View:
    """How it is shown."""

    model: object = None
    options: object = None
    curve: bool = True
    residuals: bool = False
    errors: bool = True
    from_zero: bool = False
    warning: bool = False
    dumped: object = None


@dataclass(frozen=True)
class Shown:
    """A selection as it is drawn: relative to the reference, with its fit or why there is none."""

    selection: Selection
    trace: object
    fit: object = None
    problem: str = ""

    @property
    def rate(self) -> str:
        """The rate in words; empty without a fit."""
        term = self.fit.term("velocity_mm_yr") if self.fit else None
        if term is None:
            return ""
        return f"{term.value:+.1f} ± {term.std:.1f} {term.unit}".replace("-", "\u2212")


@dataclass
class Session:
    """All that the dock shows, without a widget."""

    selections: list = field(default_factory=list)
    reference: Selection | None = None
    view: View = field(default_factory=View)
    beside: list = field(default_factory=list)
    events: list = field(default_factory=list)
    lags: bool = False
    _found: dict = field(default_factory=dict)

    def select(self, trace, place, keep: bool) -> None:
        """Show a series, beside the others or in their stead."""
        if not keep:
            self.selections = []
        used = [selection.colour for selection in self.selections]
        colour = min(COLOURS, key=lambda c: (used.count(c), COLOURS.index(c)))
        self.selections.append(Selection(trace, place, colour))

    def shown(self) -> list:
        """The selections as they are drawn."""
        from ...algorithms.data.trace import relative, starting_at_zero
        from ...algorithms.timeseries.single import fit_single

        result = []
        for selection in self.selections:
            trace, fit, problem = selection.trace, None, ""
            try:
                if self.reference is not None:
                    trace = relative(trace, self.reference.trace)
                if self.view.from_zero:
                    trace = starting_at_zero(trace)
                if self.view.model is not None:
                    fit = fit_single(trace, self.view.model, self.view.options)
            except PROBLEMS as error:
                problem = problem_text(error)
            result.append(Shown(selection, trace, fit, problem))
        return result

    def figure(self, shown) -> Figure:
        """The chart of what :meth:`shown` gave."""
        shown = [one for one in shown if one.selection.shown]
        if not shown:
            hint = tr("Click a point or a pixel on the map, or draw a polygon.")
            return Figure(hint=hint)
        items = [item for one in shown for item in self._items(one)]
        rain, right = self._beside(shown[0].trace)
        units = sorted({one.trace.unit for one in shown})
        left = f"{tr('Displacement')} ({', '.join(unit or '–' for unit in units)})"
        panels = [Panel([*items, *rain], left, right, 1.0)]
        if self.view.residuals and any(one.fit for one in shown):
            panels.append(
                Panel(
                    [self._residuals(one) for one in shown if one.fit], tr("Residual"), "", 0.42,
                    True,
                )
            )  # fmt: skip
        events = [(day_number(str(event.date)), event.label) for event in self.events]
        return Figure(panels, True, "", events)

    def _items(self, one):
        colour = one.selection.colour
        points = [
            (day_number(day), value, std if self.view.errors else None)
            for day, value, std in one.trace.points
        ]
        label = one.trace.label + (f": {one.rate}" if one.rate else "")
        items = [Item("dots", points, colour, label)]
        if one.fit is not None and self.view.curve:
            curve = [(day_number(day), value) for day, value in one.fit.curve_points]
            items.append(Item("line", curve, colour))
        settled = self.settled(one.trace)[0] if self.view.dumped is not None else None
        if settled is not None:
            curve = [(day_number(str(d)), v) for d, v in zip(settled.dates, settled.curve)]
            band = [
                (day_number(str(d)), v - h, v + h)
                for d, v, h in zip(settled.later, settled.forecast, settled.half)
            ]
            items += [Item("band", band, colour), Item("line", curve, colour, "", False, 2.0)]
        failure = self.failure_of(one.trace)[0] if self.view.warning else None
        if failure is not None and failure.growing:
            pairs = zip(failure.dates, failure.growth)
            growth = [(day_number(str(day)), value) for day, value in pairs if value == value]
            items.append(Item("line", growth, FAILING, "", False, 2.4))
        return items

    @staticmethod
    def _residuals(one):
        pairs = one.fit.residual_points(one.trace.dates)
        points = [(day_number(day), value, None) for day, value in pairs]
        return Item("dots", points, one.selection.colour)

    def _beside(self, behind):
        """Items of the second axis and what it is called; with lags as `behind` follows them."""
        from ...algorithms.formats.text.dated_csv import is_sum

        items, titles = [], []
        for number, trace in enumerate(self.beside):
            lag, label = None, trace.label
            if self.lags:
                lag, problem = self.lag_of(behind, trace)
                label = f"{label}: {lag_text(lag) or problem}"
            if lag is not None and lag.driven:
                points = [(day_number(str(day)), value) for day, value in lag.effective]
                rain = False
            else:
                points = [(day_number(day), value) for day, value, _ in trace.points]
                rain = is_sum(trace.label, [value for _, value in points])  # bars; levels as a line
            colour = RAIN if number == 0 else COLOURS[(number + 4) % len(COLOURS)]
            items.append(Item("bars" if rain else "line", points, colour, label, True))
            titles.append(trace.label)
        return items, ", ".join(titles)

    def failure_of(self, trace) -> tuple:
        """``(failure, problem)`` of a series: one of them None or empty."""
        from ...algorithms.explorer.failure import failure_of

        return self._once(failure_of, trace)

    def settled(self, trace) -> tuple:
        """``(settlement, problem)`` of a series: one of them None or empty."""
        from ...algorithms.explorer.settled import settled

        return self._once(settled, trace, also=(self.view.dumped,))

    def _once(self, function, *traces, also=()):
        key = (function.__name__, *also, *((one.label, *one.points) for one in traces))
        if key not in self._found:
            try:
                self._found[key] = function(*traces, *also), ""
            except PROBLEMS as error:
                self._found[key] = None, problem_text(error)
        return self._found[key]

    def lag_of(self, trace, beside) -> tuple:
        """``(lag, problem)`` of a series behind what lies beside: one of them None or empty."""
        from ...algorithms.explorer.driver_lag import lag_behind

        return self._once(lag_behind, trace, beside)

    def table(self, shown) -> str:
        """The shown series as CSV."""
        from ...algorithms.formats.text.series_csv import series_text

        shown = [one for one in shown if one.selection.shown]
        return series_text([one.trace for one in shown], [one.fit for one in shown])

    def terms_text(self, shown) -> str:
        """The models' terms, a line each."""
        lines = []
        for one in shown:
            lines.append(one.trace.label)
            if one.problem:
                lines.append("  " + one.problem)
            for term in one.fit.terms if one.fit else ():
                name = re.sub(r"_(mm(_yr\d?)?|days?)$", "", term.name).replace("_", " ")
                lines.append(f"  {name}: {term.value:.4g} ± {term.std:.2g} {term.unit}")
            if one.fit:
                lines.append(f"  RMS: {one.fit.rms:.3g} {one.trace.unit}")
            if one.fit and one.fit.note:
                lines.append("  " + one.fit.note)
            if self.view.dumped is not None:
                settled, problem = self.settled(one.trace)
                lines += [f"  {line}" for line in settlement_lines(settled)] or [f"  {problem}"]
            if self.view.warning:
                failure, problem = self.failure_of(one.trace)
                lines += [f"  {line}" for line in failure_lines(failure)] or [f"  {problem}"]
            for trace in self.beside if self.lags else ():
                lag, problem = self.lag_of(one.trace, trace)
                lines.append(f"  {trace.label}: {lag_text(lag) or problem}")
        return "\n".join(lines)


def lag_text(lag) -> str:
    """A lag in words; empty for None."""
    if lag is None:
        return ""
    chance = f"p = {lag.p:.2g}"
    if not lag.driven:
        return tr("no connection") + f" ({chance})"
    text = tr("{days} days later ({low} to {high}), {chance}")
    return text.format(
        days=round(lag.lag), low=round(lag.low), high=round(lag.high), chance=chance
    )  # fmt: skip


def failure_lines(failure) -> list:
    """What is said of a series on its way; empty for None."""
    if failure is None:
        return []
    judged = failure.judged
    chances = [100 * float(values[0]) for values in (judged.accelerating, judged.chances[-1])]
    lines = [
        tr("rate grows: {growing} %; towards a failure: {failing} %").format(
            growing=round(chances[0]), failing=round(chances[1])
        ),
        tr("tangent angle: {angle}°").format(angle=round(float(judged.tangent[0]))),
    ]
    if failure.growing:
        days = [day or tr("not bounded") for day in failure.failure]
        lines.append(tr("failure, if it fails: {0} (90 %: {1} to {2})").format(*days))
    return lines


def settlement_lines(settled) -> list:
    """What is said of a settling series; empty for None."""
    if settled is None:
        return []
    return [
        tr("settlement: {ch} ± {std} mm for each tenfold of time").format(
            ch=f"{settled.ch:.4g}", std=f"{settled.ch_std:.2g}"
        ),
        tr("until {date}: {change} mm (90 %: {low} to {high})").format(
            date=settled.dates[-1], change=f"{settled.change:.3g}", low=f"{settled.low:.3g}",
            high=f"{settled.high:.3g}",
        ),
    ]  # fmt: skip
