# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an area: the map with its numbered points, rates, series and active areas."""

from __future__ import annotations

import math

import numpy as np

from ...data.dates import years_of
from ...reports.figure import Figure, decimal_years, padded, round_down, time_ticks
from ...reports.page import NONE, Page, number, plus_minus
from ...reports.palette import AWAY, INK, LINE, PAPER, TOWARDS

MOST_AREAS = 50
WIDTH, SERIES_HEIGHT = 700, 170
ROOM = {"left": 56, "top": 22, "right": 14, "bottom": 28}  # around a plot
AREA_FIELDS = (
    "area_id", "class", "likely_class", "activity", "points", "mean_mm_yr", "max_mm_yr",
    "min_mm_yr", "accumulated_mm", "quality",
)  # fmt: skip
"""Of active areas, where they have them."""

UNGIVEN = ("= None", "= ''")
"""How parameters end in a layer's history that were left empty."""

QUALITIES = {1: "1 (reliable)", 2: "2", 3: "3", 4: "4 (discard)"}


def report_page(chosen, found) -> Page:
    """The page.

    Parameters
    ----------
    chosen : ReportOfAnArea
        The choices of :mod:`..tools.report`.
    found : Findings
    """
    page = Page(chosen.title)
    page.paragraph(_summary(found, chosen.threshold))
    if found.picture is not None:
        page.drawing(
            map_svg(found.picture, found.marks, found.outlines, found.metres_a_unit), "map"
        )
        page.paragraph(
            f"Numbers are the points below. Layers: {', '.join(found.picture.layers)}. In the "
            "styles of Groundshift red is away from the satellite, blue towards it."
        )
    page.heading("Rates")
    page.table(("", "mm/yr"), _rates(found.rates))
    page.drawing(histogram_svg(found.rates), "histogram")
    page.heading("Points that move fastest")
    _worst(page, found)
    _series(page, found)
    if found.areas is not None:
        page.heading("Active areas")
        _areas(page, found)
    page.heading("What to know")
    page.items([*_method(chosen.separation), *found.notes])
    if chosen.histories:
        page.heading("How the layers were made")
    for name, lines in chosen.histories:
        page.heading(name, 3)
        given = [line for line in lines if not line.endswith(UNGIVEN)]
        page.paragraph("; ".join(given) or "Its metadata does not say.")
    return page


def _summary(found, threshold) -> str:
    rates = found.rates
    moving = rates.away + rates.towards
    words = (
        f"{_counted(rates.count, 'point')} with a rate; {moving:,} "
        f"({100 * moving / rates.count:.1f} %) {'moves' if moving == 1 else 'move'} by "
        f"{threshold:g} mm/yr or more: {rates.away:,} away from the satellite, "
        f"{rates.towards:,} towards it."
    )
    if found.worst:
        worst = found.worst[0]
        words += f" The worst moves by {_rate(worst.velocity, worst.std)} mm/yr."
    if found.areas is not None:
        count = len(found.areas)
        words += f" {_counted(count, 'active area')} cover{'s' if count == 1 else ''} "
        words += f"{found.area_km2.sum():.4g} km²"
        share = found.area_km2.sum() / found.study_km2
        words += "." if not math.isfinite(share) else f" (study area: {found.study_km2:.4g})."
    if len(found.dates):
        words += f" Series from {found.dates[0]} to {found.dates[-1]}."
    return words


def _rates(r) -> list:
    return [
        ("median", _mm(r.median)), ("mean", _mm(r.mean)),
        ("standard deviation", _mm(r.std)),
        ("the same from the median deviation", _mm(r.robust_std)),
        ("5th to 95th percentile", f"{_mm(r.percentiles[0])} to {_mm(r.percentiles[1])}"),
        ("minimum and maximum", f"{_mm(r.lowest)} to {_mm(r.highest)}"),
        ("median of the points' own standard deviations", _mm(r.median_std)),
    ]  # fmt: skip


def _worst(page, found) -> None:
    if not found.worst:
        page.paragraph("No point moves faster than two of its standard deviations.")
        return
    head = ["no.", "x", "y", "rate (mm/yr)", "coherence"]
    with_series = found.worst[0].series is not None
    if with_series:
        head += ["total (mm)", "last year (mm/yr)", "before (mm/yr)", "change"]
    rows = []
    for place, point in enumerate(found.worst, start=1):
        row = [place, f"{point.x:.10g}", f"{point.y:.10g}", _rate(point.velocity, point.std)]
        row.append(number(point.coherence, ".3g"))
        if with_series:
            s = point.series
            row += [_mm(s.total), _rate(s.recent, s.recent_std), _rate(s.earlier, s.earlier_std)]
            row.append(s.change or "unknown")
        rows.append(row)
    page.table(head, rows)


def _series(page, found) -> None:
    for place, point in enumerate(found.worst, start=1):
        if point.values is not None and np.isfinite(point.values).sum() > 1:
            title = (
                f"Point {place}: {1e3 * point.series.rate:+.1f} mm/yr, "
                f"residuals {1e3 * point.series.rms:.1f} mm (RMS)"
            )
            page.drawing(
                series_svg(place, found.dates, 1e3 * point.values, point.series, title),
                f"series{place}",
            )


def _areas(page, found) -> None:
    areas = found.areas
    if not len(areas):
        page.paragraph("None.")
        return
    lower = {name.lower(): name for name in areas.columns}
    if "quality" in lower:
        quality = areas.numbers(lower["quality"])
        rows = [
            (words, int((quality == grade).sum()),
             f"{found.area_km2[quality == grade].sum():.4g}")
            for grade, words in QUALITIES.items()
        ]  # fmt: skip
        page.table(("quality", "areas", "km²"), rows)
    order, by = np.argsort(-found.area_km2, kind="stable"), "largest"
    if "mean_mm_yr" in lower:
        speed = np.abs(areas.numbers(lower["mean_mm_yr"]))
        order, by = np.argsort(-np.nan_to_num(speed, nan=-1.0), kind="stable"), "fastest"
    names = [lower[name] for name in AREA_FIELDS if name in lower]
    columns = [areas.texts(name) for name in names]
    rows = [
        (int(areas.fid[k]), f"{found.area_km2[k]:.4g}", *(c[k] or NONE for c in columns))
        for k in order[:MOST_AREAS]
    ]
    if len(areas) > MOST_AREAS:
        page.paragraph(f"The {MOST_AREAS} {by} of {len(areas)}.")
    page.table(("fid", "km²", *names), rows)


def _method(separation) -> list:
    return [
        "Rates are as in the layer of points: along the line of sight, positive towards the "
        "satellite, unless the layer says otherwise.",
        "The worst points are those of the largest |rate| less two standard deviations, at least "
        f"{separation:g} m apart.",
        "Total: the straight line from the first date to the last. Rates of the last year and of "
        "what lies before are straight lines, too; a change is said where they differ by more "
        "than three standard deviations. These take the residuals for white noise; noise of the "
        "atmosphere and seasons make them too small.",
    ]


def _counted(count, noun) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _mm(metres) -> str:
    return number(1e3 * metres, ".3g")


def _rate(value, std) -> str:
    return plus_minus(number(1e3 * value, "+.1f"), number(1e3 * std, ".1f"))


def map_svg(picture, marks, outlines, metres_a_unit: float) -> str:
    """A map picture with numbered points, the study area's outline and a scale bar.

    Parameters
    ----------
    picture : MapPicture
    marks : ndarray, shape (point, 2)
        In the picture's CRS; numbered from 1.
    outlines : list of ndarray, shape (vertex, 2)
        Rings of the study area, in the picture's CRS.
    metres_a_unit : float
        Ground length of one unit of the CRS in the middle of the map; NaN for no scale bar.
    """
    left, bottom, right, top = picture.bounds
    figure = Figure(WIDTH, WIDTH * (top - bottom) / (right - left), "Map of the area")
    figure.image(picture.png)
    plan = figure.panel((left, right), (bottom, top), 0, 0, 0, 0)
    for ring in outlines:
        plan.line(*np.asarray(ring, float).T, INK, 1.6, "6 3")
    for place, (x, y) in enumerate(np.asarray(marks, float), start=1):
        plan.dots(x, y, PAPER, 9, (), INK, 0.85)
        plan.text(x, y, place, shift=(0, 3.8))
    _scale_bar(figure, WIDTH / (right - left) / metres_a_unit)
    figure.box((0.5, WIDTH - 0.5), (0.5, figure.height - 0.5), "none", LINE)
    return figure.svg()


def _scale_bar(figure, pixels_a_metre) -> None:
    if not (math.isfinite(pixels_a_metre) and pixels_a_metre > 0):
        return
    length = round_down(0.25 * WIDTH / pixels_a_metre)
    end, y = 16 + length * pixels_a_metre, figure.height - 16
    figure.box((10, end + 6), (y - 18, y + 10), PAPER, opacity=0.8)
    figure.box((16, end), (y, y + 4), INK)
    figure.text(16, y - 4, f"{length / 1e3:g} km" if length >= 1e3 else f"{length:g} m", "start")


def series_svg(place: int, dates, values, summary, title: str) -> str:
    """The series of a point with its straight line.

    Parameters
    ----------
    place : int
        Its number on the map.
    dates : ndarray of datetime64[D]
    values : ndarray
        Millimetres, NaN where missing.
    summary : SeriesSummary
    title : str
    """
    known = np.isfinite(values)
    years = decimal_years(dates)
    line = 1e3 * (summary.offset + summary.rate * years_of(dates))
    every = np.concatenate([values[known], line[np.isfinite(line)], [0.0]])
    figure = Figure(WIDTH, SERIES_HEIGHT, f"Series of point {place}")
    plot = figure.panel(
        (years.min(), years.max()), padded(every.min(), every.max()), **ROOM
    )  # fmt: skip
    plot.axes(y_title="mm", x_ticks=time_ticks(*plot.x))
    plot.line(plot.x, [0, 0], LINE, 1)
    figure.text(ROOM["left"], 14, title, "start", size=12)
    if np.isfinite(line).all():
        plot.line(years[[0, -1]], line[[0, -1]], AWAY if summary.rate < 0 else TOWARDS, 1.4)
    plot.dots(years[known], values[known], INK, 2.4)
    return figure.svg()


def histogram_svg(summary) -> str:
    """Histogram of the rates; see :class:`..report.RateSummary`."""
    edges = 1e3 * summary.edges
    figure = Figure(WIDTH, SERIES_HEIGHT + 20, "Histogram of the rates")
    plot = figure.panel(
        edges[[0, -1]], (0.0, float(summary.histogram.max())), **{**ROOM, "bottom": 48}
    )
    plot.axes("mm/yr", "points")
    for low, high, count in zip(edges[:-1], edges[1:], summary.histogram.tolist()):
        plot.box((low, high), (0, count), AWAY if low + high < 0 else TOWARDS, PAPER, pen=0.5)
    return figure.svg()
