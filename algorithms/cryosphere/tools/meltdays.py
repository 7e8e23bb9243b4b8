# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Melt of snow and ice from series of backscatter."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, flag, number, part, text, whole
from .backscatter_asked import BackscatterAsked

FALSE = 0.03  # share of winter dates that look wet, from which on the threshold is doubted


class MeltDays(Chosen):
    """The series, and what counts as melt."""

    series = part(BackscatterAsked)
    drop = number(
        "Drop below winter (dB)",
        "By which a pixel is darker when it melts; more where its winters scatter more, so that "
        "noise gets there on one date in a hundred.", 3.0, 0.5, 20.0,
    )  # fmt: skip
    winter = text(
        "Months of winter",
        "That are the reference, such as 1-3 or 12,1,2; January to March in the north and July to "
        "September in the south if empty.",
    )  # fmt: skip
    bright = number(
        "Winter backscatter of percolation (dB)",
        "Ground that melts and is brighter in winter is percolation (ice lenses scatter), darker "
        "one bare ice: some -9 at C band, HH or VV; look at the winter layer.", -9.0, -40.0, 10.0,
    )  # fmt: skip
    mask_bare = flag(
        "Leave out bare ice",
        "Whose backscatter rises again as soon as its snow is gone, so that melt is missed.", True,
    )  # fmt: skip
    persistence = whole(
        "Dates in a row", "That the onset and the end need; 1 takes lonely dates, too.", 2, 1, 20,
        advanced=True,
    )  # fmt: skip
    machine = part(Machine)

    def months(self, southern: bool) -> tuple:
        """Months of winter."""
        from ..melt import NORTH_WINTER, SOUTH_WINTER

        asked = self.winter.replace(" ", "")
        if not asked:
            return SOUTH_WINTER if southern else NORTH_WINTER
        months = set()
        try:
            for piece in asked.split(","):
                first, _, last = piece.partition("-")
                first, last = int(first), int(last or first)
                span = range(first, last + 1 if last >= first else last + 13)
                months |= {(month - 1) % 12 + 1 for month in span}
                if not (1 <= first <= 12 and 1 <= last <= 12):
                    raise ValueError
        except ValueError:
            self.refuse("winter", f"'{self.winter}' are no months; write 1-3 or 12,1,2.")
        return tuple(sorted(months))

    def check(self):
        """Months."""
        self.months(False)


OUTPUTS = (
    Output(
        "raster", "DAYS", "Days of melt",
        "By season: days, and the fewest and the most that the dates allow.", optional=True,
        style="melt_days", limits="peak", name="Days of melt",
        abstract="Days on which the surface was wet, of the first season.",
    ),
    Output(
        "raster", "ONSET", "Onset of melt",
        "By season: day of the year, the earliest and the latest.", optional=True,
        by_default=False, style="peak_day", name="Onset of melt",
        abstract="Day of the year on which melt began, between two dates.",
    ),
    Output(
        "raster", "END", "End of melt", "As the onset.", optional=True, by_default=False,
        style="peak_day", name="End of melt",
        abstract="Day of the year on which melt ended, between two dates.",
    ),
    Output(
        "raster", "WINTER_LEVEL", "Winter backscatter",
        "Bands in dB: mean, standard deviation of one date, threshold of melt.", optional=True,
        by_default=False, style="backscatter", name="Winter backscatter", limits="p02_p98",
        abstract="Mean of the winter dates, dB.",
    ),
    Output(
        "raster", "ZONES", "Zones", "1: dry snow, 2: percolation, 3: bare ice; 0: no data.",
        optional=True, style="melt_zones", name="Zones of snow and ice",
        abstract="Whether the surface melts, and how bright it is in winter.",
    ),
    Output(
        "file", "REPORT", "Report", "Melting area by date, and seasons.", "HTML (*.html)",
        optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "DATES": "Dates", "WINTER_DATES": "Winter dates", "SEASONS": "Seasons", "PIXELS": "Pixels",
    "MELTED": "Pixels that melt (%)", "MEDIAN_DAYS": "Median days of melt of the first season",
    "MEDIAN_ONSET": "Median onset of the first season (day of the year)",
    "FALSE": "Winter dates that look wet (%)", "DRY": "Dry snow (%)",
    "PERCOLATION": "Percolation (%)", "BARE": "Bare ice (%)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Look for melt; see :mod:`...declare`."""
    import numpy as np

    from ...data.crs import longitude_latitude
    from ...errors import GroundshiftError
    from ...outputs import Layer
    from ..melt import CLASSES, LEAST_WINTER, MeltSearch, seasons_of
    from ..pages.meltdays import page
    from .backscatter_series import BackscatterSeries

    with BackscatterSeries(chosen.series, job) as series:
        grid, dates = series.grid, series.dates
        southern = False
        if grid.crs:
            place = grid.xy(grid.rows / 2, grid.cols / 2)
            southern = longitude_latitude(grid.crs, *place)[1] < 0
        months = chosen.months(southern)
        cold = np.isin(dates.astype("datetime64[M]").astype(int) % 12 + 1, months)
        if cold.sum() < LEAST_WINTER:
            chosen.refuse(
                "winter", f"holds {int(cold.sum())} of the {len(dates)} dates ({dates[0]} to "
                f"{dates[-1]}), and {LEAST_WINTER} are needed as reference; give other months or "
                "more images.",
            )  # fmt: skip
        years, _ = seasons_of(dates, southern)
        search = MeltSearch(dates, months, southern, chosen.drop, chosen.bright, chosen.mask_bare,
                            chosen.persistence)  # fmt: skip
        melting, false = np.zeros((len(dates), 2), np.int64), np.zeros(2, np.int64)
        zones = np.zeros(len(CLASSES) + 1, np.int64)

        def write(window, found):
            melting[:] += found.melting
            false[:] += found.false
            zones[:] += np.bincount(found.zones.ravel(), minlength=len(zones))
            values = {"DAYS": found.days, "ONSET": found.onset, "END": found.end}
            values = {name: v.reshape(-1, *v.shape[2:]) for name, v in values.items()}
            values |= {"WINTER_LEVEL": found.winter, "ZONES": found.zones}
            values = {name: values[name] for name in layers}
            rasters.write(window, values | {"days": found.days[0, 0], "onset": found.onset[0, 0]})

        def bands(what, unit):
            ends = ("", "_least", "_most") if what == "melt_days" else ("", "_earliest", "_latest")
            return tuple((f"{what}{end}_{year}", unit) for year in years for end in ends)

        layers = {
            "DAYS": Layer(bands("melt_days", "days")), "ONSET": Layer(bands("onset_day", "")),
            "END": Layer(bands("end_day", "")),
            "WINTER_LEVEL": Layer(
                (("winter_db", "dB"), ("winter_std_db", "dB"), ("threshold_db", "dB"))
            ),
            "ZONES": Layer((("zone", ""),), dtype="int16", nodata=0),
        }  # fmt: skip
        layers = {name: layer for name, layer in layers.items() if outputs.wanted(name)}
        with outputs.rasters(layers, grid, summarised=("days", "onset")) as rasters:
            job.blocks(search, series.read, write, grid, 30.0 * len(dates) + 60.0 * len(years))
    if not melting[:, 1].any():
        raise GroundshiftError(
            f"{chosen.series.folder}: no pixel has {LEAST_WINTER} winter dates with data; give "
            "more winter images."
        )
    outputs.when = dates[0], dates[-1]
    pixels = int(zones[1:].sum())
    numbers = {
        "DATES": len(dates), "WINTER_DATES": int(cold.sum()), "SEASONS": len(years),
        "PIXELS": pixels, "MELTED": 100 * float(zones[2:].sum() / pixels),
        "FALSE": 100 * float(false[0] / max(false[1], 1)),
        "DRY": 100 * float(zones[1] / pixels), "PERCOLATION": 100 * float(zones[2] / pixels),
        "BARE": 100 * float(zones[3] / pixels),
    }  # fmt: skip
    for key, name in (("MEDIAN_DAYS", "days"), ("MEDIAN_ONSET", "onset")):
        if outputs.summaries[name].count:
            numbers[key] = outputs.summaries[name].median
    warnings = _doubts(chosen, dates, cold, numbers)
    for warning in warnings:
        job.warn(warning)
    outputs.text("REPORT", lambda: page(dates, years, melting, numbers, warnings, chosen))
    return numbers


def _doubts(chosen, dates, cold, numbers) -> list:
    import numpy as np

    found = []
    gaps = np.diff(dates).astype(int)
    if gaps.max() > 3 * np.median(gaps):
        k = int(gaps.argmax())
        found.append(
            f"No image lies between {dates[k]} and {dates[k + 1]}: melt in between is not seen, "
            "and onsets and ends there are as wide as that."
        )
    if np.median(gaps) > 13:
        found.append(
            f"Images are {np.median(gaps):.0f} days apart: melt that lasts shorter is missed."
        )
    if numbers["FALSE"] > 100 * FALSE:
        found.append(
            f"{numbers['FALSE']:.1f} % of the winter dates look wet: rain or thaw in the months "
            "that were taken as winter; choose others (WINTER)."
        )
    if numbers["BARE"] and chosen.mask_bare:
        found.append(
            f"{numbers['BARE']:.0f} % are bare ice and left out (MASK_BARE): as its snow goes it "
            "gets brighter again, and melt goes on unseen."
        )
    return found
