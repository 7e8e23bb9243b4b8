# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a coseismic stack is made of and how it did on control dates, as sentences and a page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import counted
from ...reports.figure import Figure, decimal_years, padded, time_ticks
from ...reports.page import Page
from ...reports.palette import ALIKE, AWAY, LINE, TOWARDS
from ..coseismic import (
    best_pair,
    control,
    detection_limit,
    step_sigma,
    step_weights,
    without_rate,
)
from ..event_dates import DateStack

WIDTH, HEIGHT = 720, 230
MILLIMETRES = 1e3
FEW = 10  # degrees of freedom
DEARER = 1.3  # times the error without a rate, from which on it is told
TOO_MANY = 2.0  # times the nominal rate of false alarms
SIDES = ("before", "after")


@dataclass(frozen=True)
class StackReport:
    """What is told of a stack.

    Parameters
    ----------
    event : datetime64[D]
    stack : DateStack
    sigma : ndarray, shape (date,)
        Noise of the dates, metres.
    weights : ndarray, shape (date,)
        Of the dates in the step.
    std : float
        Standard deviation of the step at a typical pixel, metres.
    gain : float
        That of the best single pair over it.
    controls : tuple of Control
    alpha, limit : float
        Nominal rate of false alarms, and the detection ratio that has it.
    alarms, factor : float
        Mean over the control dates of their shares of false alarms; root mean square of their
        scatter over the standard deviation; NaN without controls.
    notes, warnings : tuple of str
    """

    event: np.datetime64
    stack: DateStack
    sigma: np.ndarray
    weights: np.ndarray
    std: float
    gain: float
    controls: tuple
    alpha: float
    limit: float
    alarms: float
    factor: float
    notes: tuple
    warnings: tuple

    @classmethod
    def of(cls, asked, stack, noise, tried, scene, alpha) -> StackReport:
        """Of a stack and its noise, and of the control dates tried on the scene's sample.

        Parameters
        ----------
        asked : EventChoice
        stack : DateStack
        noise : StackNoise
        tried : list of (DateStack, StackNoise)
        scene : object
            With ``sample``, ``scale``, ``notes`` and ``warnings``.
        alpha : float
        """
        found = [control(scene.sample, *pair, alpha, scene.scale) for pair in tried]
        found = tuple(one for one in found if one.pixels)
        free = len(stack.used) - stack.matrix.shape[1]
        limit = float(detection_limit(np.array([float(free)]), alpha)[0])
        alarms = factor = float("nan")
        if found:
            alarms = float(np.mean([one.alarms for one in found]))
            factor = float(np.sqrt(np.mean([one.spread**2 for one in found])))
        first, second, single = best_pair(stack, noise)
        std = step_sigma(stack, noise)
        report = cls(
            asked.event, stack, noise.sigma, step_weights(stack, noise), std, single / std, found,
            alpha, limit, alarms, factor, (), (),
        )  # fmt: skip
        notes = [*_of_dates(report), *scene.notes, noise.coloured.describe()]
        notes.append(
            f"A step's standard deviation is {std * MILLIMETRES:.2f} mm at a typical pixel; that "
            f"of the best single pair ({stack.dates[first]} to {stack.dates[second]}) is "
            f"{single * MILLIMETRES:.2f} mm, {report.gain:.2f} times as large."
        )
        if asked.rate:
            plain = without_rate(stack)
            dearer = std / step_sigma(plain, noise)
            if dearer > DEARER:
                notes.append(
                    f"The common rate makes it {dearer:.2f} times as large; where the ground does "
                    "not move otherwise, leave the rate out."
                )
        notes.append(
            f"Steps of {limit:.2f} standard deviations and more are called detected: "
            f"{100 * alpha:g} % of the pixels without a step pass it by chance."
        )
        warnings = [*scene.warnings, *_doubts(asked, stack, free)]
        controls, doubts = _of_controls(report)
        return cls(
            **{**vars(report), "notes": (*notes, *controls), "warnings": (*warnings, *doubts)}
        )


def _of_dates(report) -> list:
    before, after = report.stack.sides
    sigma = report.sigma * MILLIMETRES
    return [
        f"{counted(before, 'date')} before and {after} after {report.event}, from "
        f"{report.stack.dates[0]} to {report.stack.dates[-1]}; noise of the dates "
        f"{sigma.min():.1f} to {sigma.max():.1f} mm, median {np.median(sigma):.1f} mm."
    ]


def _doubts(asked, stack, free) -> list:
    said = []
    if (stack.dates == asked.event).any():
        said.append(
            f"{asked.event} is the day of an image; it counts as {asked.same_day} the event. If "
            "the radar passed on the other side of it, choose so."
        )
    if free < FEW:
        said.append(
            f"Only {counted(free, 'date')} more than terms: the standard deviations are "
            "themselves uncertain."
        )
    if min(stack.sides) < 5:
        said.append(
            f"Only {min(stack.sides)} dates on one side of the event: their atmosphere is hardly "
            "averaged."
        )
    return said


def _of_controls(report) -> tuple[list, list]:
    found = report.controls
    if not found:
        return [], [
            "There is no control date with enough dates around it, so the rate of false alarms "
            "could not be measured."
        ]
    alarms = [100 * one.alarms for one in found]
    note = (
        f"{counted(len(found), 'control date')}: {100 * report.alarms:.1f} % false alarms "
        f"({min(alarms):.1f} to {max(alarms):.1f} % by date), nominal {100 * report.alpha:g} %; "
        f"their steps scatter {report.factor:.2f} times as the standard deviations say."
    )
    if report.alarms <= TOO_MANY * report.alpha:
        return [note], []
    return [note], [
        f"{100 * report.alarms:.1f} % false alarms at control dates, where "
        f"{100 * report.alpha:g} % are nominal: something moves or errs that the model lacks. Fit "
        "the season or a rate, take nearer dates, or multiply the errors by "
        f"{report.factor:.2f} (errors by the control dates)."
    ]


def table_text(report: StackReport) -> str:
    """The dates as comma-separated values."""
    lines = ["date,side,sigma_mm,weight"]
    lines += [f"{d},{side},{sigma:.3f},{weight:.5f}" for d, side, sigma, weight in _rows(report)]
    return "\n".join(lines) + "\n"


def _rows(report) -> list:
    late = report.stack.dates >= report.stack.when
    columns = report.stack.dates, late, report.sigma * MILLIMETRES, report.weights
    return [(str(d), SIDES[int(side)], s, w) for d, side, s, w in zip(*columns)]


def page(report: StackReport) -> str:
    """The report as an HTML page with plots."""
    whole = Page("Groundshift: coseismic stack", f"Coseismic stack of {report.event}")
    whole.warnings(report.warnings)
    whole.items(report.notes)
    whole.heading("Dates")
    whole.drawing(dates_svg(report), "dates")
    whole.paragraph(
        "Noise of each date in mm (bars), before (grey) and after (blue) the event (red line)."
    )
    if report.controls:
        whole.heading("Control dates")
        whole.drawing(controls_svg(report), "controls")
        whole.paragraph(
            "Share of the pixels that is called detected at dates without an event; the line is "
            f"the nominal rate of {100 * report.alpha:g} %. Pixels share their atmosphere, so "
            "single dates stray far from it."
        )
        whole.table(
            ("Control date", "False alarms (%)", "Scatter over standard deviation", "Pixels"),
            ((str(c.when), 100 * c.alarms, c.spread, c.pixels) for c in report.controls),
        )
    whole.heading("Weights")
    whole.table(("Date", "Side", "Noise (mm)", "Weight in the step"), _rows(report))
    return whole.html()


def _panel(report, values, label):
    years = decimal_years(report.stack.dates)
    if report.controls:
        tried = decimal_years([one.when for one in report.controls])
        years = np.concatenate([years, tried])
    figure = Figure(WIDTH, HEIGHT, label)
    ends = padded(years.min(), years.max(), 0.03)
    panel = figure.panel(ends, (0.0, 1.08 * max(float(np.max(values)), 1e-9)))
    panel.axes("", label, x_ticks=time_ticks(*ends))
    return figure, panel


def dates_svg(report: StackReport) -> str:
    """Noise by date, as SVG."""
    sigma = report.sigma * MILLIMETRES
    figure, panel = _panel(report, sigma, "Noise (mm)")
    years = decimal_years(report.stack.dates)
    for year, side, value in zip(years, report.stack.dates >= report.stack.when, sigma):
        panel.line([year, year], [0.0, value], TOWARDS if side else ALIKE, 4)
    event = decimal_years([report.event])[0]
    panel.line([event, event], panel.y, AWAY, 1.5)
    return figure.svg()


def controls_svg(report: StackReport) -> str:
    """False alarms by control date, as SVG."""
    alarms = 100 * np.array([one.alarms for one in report.controls])
    figure, panel = _panel(report, [*alarms, 100 * report.alpha], "False alarms (%)")
    panel.line(panel.x, [100 * report.alpha] * 2, LINE, 1.5)
    panel.dots(decimal_years([one.when for one in report.controls]), alarms, TOWARDS, 4)
    event = decimal_years([report.event])[0]
    panel.line([event, event], panel.y, AWAY, 1.5)
    return figure.svg()
