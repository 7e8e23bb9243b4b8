# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools that work on the pairs of a stack ask for alike."""

from __future__ import annotations

from ...declare import (
    Chosen,
    Output,
    area,
    choice,
    file,
    flag,
    layer,
    number,
    point,
    text,
    whole,
)  # fmt: skip

CLOSURES = ("bridging_closure", "bridging", "closure", "none")


class Interferograms(Chosen):
    """The stack file."""

    stack = file(
        "Stack of interferograms",
        "The stack file of 'Import interferogram stack', or MintPy's ifgramStack.h5.",
        "HDF5, Zarr",
    )  # fmt: skip


class Thresholds(Chosen):
    """Which pairs count at a pixel, and which pixels are kept."""

    min_coherence = number(
        "Coherence threshold", "A pair counts at a pixel where its coherence is at least this.",
        0.0, 0.0, 1.0,
    )  # fmt: skip
    min_pairs = whole(
        "Minimum number of pairs", "A pixel is kept where at least this many pairs count.", 1, 1
    )


class Looks(Chosen):
    """The number of looks, for weights."""

    looks = number(
        "Looks", "Range times azimuth looks of the interferograms; taken from the stack if empty.",
        None, 1.0, optional=True, advanced=True,
    )  # fmt: skip


class Exclusions(Chosen):
    """Dates and pairs to leave out."""

    exclude_dates = text(
        "Dates to leave out", "YYYYMMDD, several separated by commas.", advanced=True
    )
    exclude_pairs = text(
        "Pairs to leave out", "YYYYMMDD_YYYYMMDD, several separated by commas.", advanced=True
    )

    def check(self):
        """They must be dates and pairs."""
        self.both()

    def both(self) -> tuple:
        """Dates, and pairs of dates."""
        from ...data.dates import parse_dates, parse_pairs

        return tuple(parse_dates(self.exclude_dates)), tuple(parse_pairs(self.exclude_pairs))


class ReferencePlace(Chosen):
    """The point that does not move."""

    reference_point = point(
        "Reference point",
        "Where the motion is taken as zero. Without point and area it is the stack's own "
        "(MintPy's REF_Y and REF_X), else the most coherent ground away from motion; the log "
        "names it.",
    )  # fmt: skip
    reference_radius = whole(
        "Reference radius (pixels)",
        "The neighbourhood of the point, given or found, whose mean is the reference; 0 takes the "
        "pixel alone, with its noise and gaps.", 3, 0, 1000, advanced=True,
    )  # fmt: skip


class Reference(ReferencePlace):
    """Where the motion is taken as zero."""

    reference_area = area(
        "Reference area", "A rectangle whose mean is the reference; goes before the point.",
        advanced=True,
    )  # fmt: skip

    def within(self, crs: str):
        """The choice in the CRS of the stack (WKT)."""
        from ...data.crs import area_in, point_in
        from .reference_place import ReferenceChoice

        return ReferenceChoice(
            point_in(self.reference_point, crs), self.reference_radius,
            area_in(self.reference_area, crs),
        )  # fmt: skip


class Stable(Chosen):
    """Which pixels tell about the errors of a series."""

    min_temporal_coherence = number(
        "Minimum temporal coherence",
        "Only pixels with at least this temporal coherence tell about the errors; all pixels "
        "are corrected. Series without the layer: not looked at.", 0.7, 0.0, 1.0,
    )  # fmt: skip
    rate_sigmas = number(
        "Stable within (robust sigmas)",
        "Only pixels whose rate lies within so many robust standard deviations of the scene's "
        "median tell about the errors, so that motion is not taken for one.", 3.0, 0.1,
        1000.0, advanced=True,
    )  # fmt: skip
    max_rate = number(
        "Largest rate of stable pixels (mm/yr)",
        "Relative to the reference; give it where most of the scene moves, because the median "
        "of the rates is no help there.", None, 0.1, optional=True, advanced=True,
    )  # fmt: skip

    def selection(self):
        """As corrections take it."""
        from ..correction import Selection

        largest = None if self.max_rate is None else 1e-3 * self.max_rate
        return Selection(self.min_temporal_coherence, self.rate_sigmas, largest)


class Corrected(Chosen):
    """The series that is corrected."""

    timeseries = file(
        "Displacement time series",
        "HDF5 in MintPy's layout (timeseries.h5), of 'SBAS inversion' or another correction.",
        "HDF5, Zarr",
    )  # fmt: skip


class Span(Chosen):
    """The dates of a series that are used."""

    first_date = text("First date", "Use the series from this date on.", advanced=True)
    last_date = text("Last date", "Use the series up to this date.", advanced=True)

    def check(self):
        """They must be dates."""
        self.span()

    def span(self) -> tuple:
        """First and last date to use; None for those of the series."""
        from ...data.dates import parse_dates

        ends = []
        for name in ("first_date", "last_date"):
            dates = parse_dates(getattr(self, name))
            if len(dates) > 1:
                self.refuse(name, "give one date.")
            ends.append(next(iter(dates), None))
        return tuple(ends)


class PointsInput(Span):
    """Points with series, of which a tool works on one after the other."""

    points = layer(
        "Points with series",
        "A field for every date, such as D20200131: points of Groundshift, EGMS, SqueeSAR, SARPROZ "
        "or a StaMPS export. Motion is taken as positive towards the satellite (EGMS Ortho: "
        "upwards or to the east).", ("points",), optional=True, selected=True,
    )  # fmt: skip
    timeseries = file(
        "Displacement time series",
        "Instead of points: HDF5 in MintPy's layout (timeseries.h5), whose pixels are the points.",
        "HDF5, Zarr", optional=True,
    )  # fmt: skip
    with_series = flag(
        "Series in the result",
        "Keep the displacements by date beside what is found, so that the explorer shows them.",
        True, advanced=True,
    )  # fmt: skip

    def check(self):
        """There must be one of both, and the span one of dates."""
        super().check()
        if (self.points is None) == (self.timeseries is None):
            what = "are missing" if self.points is None else "were both given"
            self.refuse(("points", "timeseries"), f"{what}; give one of them.")

    def source(self, job):
        """The points, opened; what was assumed is noted."""
        from ...formats.points.point_series import PointSeries

        path, name = (self.timeseries, "") if self.points is None else self.points[:2]
        source = PointSeries(path, name, *self.span())
        for note in source.notes:
            job.note(note)
        return source

    def scene(self):
        """The file of series, and a mask of its dates that are used, shape (time,).

        Raises
        ------
        GroundshiftError
            If fewer than two dates are left.
        """
        import numpy as np

        from ...errors import counted
        from ...formats.hdf5.stacks import read_timeseries

        series = read_timeseries(self.timeseries)
        first, last = self.span()
        used = np.ones(len(series.dates), bool)
        used &= True if first is None else series.dates >= first
        used &= True if last is None else series.dates <= last
        if used.sum() < 2:
            self.refuse(
                "timeseries", f"{series.path} has {counted(int(used.sum()), 'date')} in the chosen "
                "span; give a longer series, or widen it.",
            )  # fmt: skip
        return series, used

    @staticmethod
    def noise_of(reader, model, options, used, job):
        """What a fit takes as noise; see :func:`.series_noise.noise_of_scene`."""
        from .series_noise import noise_of_scene

        return noise_of_scene(reader, model, options, used, job)

    @staticmethod
    def sample_of(reader, used):
        """Series of some pixels; see :func:`.series_noise.sampled_series`."""
        from .series_noise import sampled_series

        return sampled_series(reader, used)

    @staticmethod
    def by_pixel(fit, reader, used, pairs) -> tuple:
        """How blocks are read and fitted.

        Parameters
        ----------
        fit : function
            Of series, shape (time, pixel), and the size of their pairs' noise, shape (pixel,), or
            None.
        reader : TimeSeriesReader
        used : ndarray of bool, shape (time,)
        pairs : PairNoise or None
            Of :meth:`noise_of`.

        Returns
        -------
        read, function
            See :meth:`...job.Job.blocks`.
        """

        def read(window):
            scale = None if pairs is None else reader.layer("pairNoise", window).ravel()
            return reader.read(window)[used], scale

        def function(block):
            values, scale = block
            return fit(values.reshape(len(values), -1), scale)

        return read, function


class Ground(Chosen):
    """What becomes of the steady part of a fit that follows the ground."""

    steady = choice(
        "Steady part of what is fitted",
        "Where most of the scene moves, a fit follows the motion. take: take off all that is "
        "fitted; keep: leave its rate and slow changes in the series; auto: leave them where "
        "they are more than errors that change from date to date make by chance, and say so.",
        ("auto", "take", "keep"), advanced=True,
    )  # fmt: skip


class Motion(Chosen):
    """The model of the motion."""

    degree = whole(
        "Polynomial degree of the motion",
        "1: a constant rate; 2: with an acceleration; 3: which changes.", 1, 1, 5,
    )  # fmt: skip
    annual = flag("Annual season in the motion", "A sine and a cosine with a year's period.")
    steps = text(
        "Dates of steps in the motion",
        "Such as earthquakes: YYYYMMDD, several separated by commas.", advanced=True,
    )  # fmt: skip

    def check(self):
        """Steps must be dates."""
        self.dates()

    def dates(self) -> tuple:
        """Of the steps."""
        from ...data.dates import parse_dates

        return tuple(parse_dates(self.steps))

    def model(self):
        """As fits take it."""
        from ..velocity import VelocityModel

        return VelocityModel(degree=self.degree, annual=self.annual, steps=self.dates())


CORRECTION_OUTPUTS = (
    Output(
        "file", "CORRECTED", "Corrected time series",
        "HDF5 in MintPy's layout with everything that the input held; the rate is fitted anew.",
        "HDF5, Zarr",
    ),
    Output(
        "raster", "VELOCITY", "Velocity", "Rate of the corrected series, mm a year.",
        optional=True, style="velocity", limits="symmetric",
        abstract="Rate along the line of sight after the correction, mm a year, positive towards "
        "the satellite; red moves away.",
    ),
    Output(
        "raster", "REMOVED", "Removed by date", "What was taken off, a band a date, mm.",
        optional=True, by_default=False, style="displacement",
        abstract="Apparent displacement that was taken off, mm, relative to the reference date "
        "and point; a band a date.",
    ),
    Output(
        "file", "REPORT", "Report",
        "HTML page: variance of the stable pixels by date, before and after.", "HTML (*.html)",
        optional=True,
    ),
    Output(
        "file", "TABLE", "Table", "The numbers of the report as CSV.", "CSV (*.csv)",
        optional=True, by_default=False,
    ),
)  # fmt: skip
CORRECTION_NUMBERS = {
    "REMOVED_PERCENT": "Variance taken out (%)",
    "STD_BEFORE": "Standard deviation over stable pixels before (mm)",
    "STD_AFTER": "Standard deviation over stable pixels after (mm)",
    "RATE_CHANGE": "Taken from the rates, RMS (mm/yr)",
    "DATES_LEFT": "Dates left as they were", "PIXELS": "Pixels with a result",
    "STABLE_PIXELS": "Stable and coherent pixels",
}  # fmt: skip
CORRECTION_TEXTS = {"SUMMARY_TEXT": "What was taken out"}
