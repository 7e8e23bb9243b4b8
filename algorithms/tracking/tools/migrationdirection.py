# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Prevailing direction of motion, the motion along it, and its seasons."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, number, part, text
from .asked import OffsetFiles


class MigrationDirection(Chosen):
    """Maps of displacement, and what of them counts."""

    source = part(OffsetFiles)
    least = number(
        "Least displacement (m)",
        "Shorter ones point anywhere, as noise does, and tell no direction; about twice the "
        "standard deviation of the offsets.", 0.0, 0.0,
    )  # fmt: skip
    months = text(
        "Season (months)",
        "Such as 6-9, or 11-2, 5: the motion of these months is compared with that of the rest "
        "of the year. Empty for no seasons.",
    )  # fmt: skip
    alpha = number(
        "Level of the test",
        "Pixels count for the rose whose directions are so concentrated by chance at most.", 0.05,
        1e-6, 1.0, advanced=True,
    )  # fmt: skip
    min_correlation = number(
        "Minimum correlation", "Offsets below, or without one, are left out; 0 keeps all.", 0.0,
        0.0, 1.0, advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """Months must be some."""
        self.season()

    def season(self) -> tuple:
        """Numbers of the months."""
        from ..directions import parse_months

        try:
            months = parse_months(self.months)
        except ValueError:
            self.refuse("months", f"'{self.months}' is no list of months; write such as 6-9, 11.")
        if len(months) == 12:
            self.refuse("months", "are all of the year; leave some for the rest.")
        return months

    def gives(self, output: str) -> bool:
        """Seasons have to be said."""
        return output != "SEASONS" or bool(self.months.strip())


OUTPUTS = (
    Output(
        "raster", "DIRECTION", "Prevailing direction",
        "Bands: degrees clockwise from north, concentration (0 to 1), Rayleigh's p, kappa of von "
        "Mises' law, number of maps.", style="strike", name="Prevailing direction",
    ),
    Output(
        "raster", "RATE", "Rate along the direction (m/yr)",
        "Bands: rate and its standard deviation.", optional=True,
        name="Rate along the prevailing direction",
    ),
    Output(
        "raster", "SEASONS", "Motion by season",
        "Bands: ratio of the season's rate to the rest's, and both rates (m/yr).", optional=True,
        name="Motion by season",
    ),
    Output(
        "file", "REPORT", "Rose of directions", "With the numbers.", "HTML (*.html)",
        optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "MEAN_DIRECTION": "Mean direction (degrees)", "MEAN_CONCENTRATION": "Its concentration",
    "PIXELS": "Pixels that move one way", "SHARE": "Share of the pixels (%)",
    "MEDIAN_RATE": "Median rate of these (m/yr)", "SEASON_RATIO": "Median ratio of the season",
    "MAPS": "Maps",
}  # fmt: skip
FEWEST, SECTORS = 5, 36
ONE_WAY = 0.5  # of the concentration


def run(chosen, outputs, job) -> dict:
    """Directions, rates, seasons; see :mod:`...declare`."""
    from functools import partial

    from ...outputs import Layer
    from ..directions import season_years
    from ..pages.migrationdirection import direction_html
    from .offset_pairs import PairsReader, find_offsets, make_pairs

    pairs = make_pairs(find_offsets(chosen.source.paths(at_addresses=True), job.note), job.note)
    if "east" not in pairs.components:
        chosen.source.refuse(
            "folder", "holds offsets along range and azimuth, which are no directions on the map; "
            "give such to east and north.",
        )  # fmt: skip
    notes = []

    def warn(words):
        notes.append(words)
        job.warn(words)

    count = len(pairs.offsets)
    if count < FEWEST:
        from ...errors import counted

        warn(f"Only {counted(count, 'map')}: Rayleigh's test says little with fewer than {FEWEST}.")
    dates = pairs.network.dates[pairs.network.pairs]
    season = chosen.season()
    inside, outside = season_years(dates[:, 0], dates[:, 1], season)
    if season and min(inside.sum(), outside.sum()) < 0.05 * (inside + outside).sum():
        warn("The maps hardly reach into the season, or out of it; its ratio is not sure.")
    _tell_directions(dates, warn)
    reader = PairsReader(pairs, False, chosen.min_correlation)
    layers = {
        "DIRECTION": Layer((
            ("direction_deg", "degrees"), ("concentration", ""), ("rayleigh_p", ""),
            ("kappa", ""), ("maps", ""),
        )),
        "RATE": Layer((("rate_m_yr", "m/yr"), ("rate_std_m_yr", "m/yr"))),
        "SEASONS": Layer((
            ("season_ratio", ""), ("season_rate_m_yr", "m/yr"), ("rest_rate_m_yr", "m/yr"),
        )),
    }  # fmt: skip
    outputs.when = pairs.network.dates[0], pairs.network.dates[-1]
    layers = {name: layer for name, layer in layers.items() if outputs.wanted(name)}
    found = _Found(chosen.alpha)
    with outputs.rasters(layers, pairs.grid, note={"MONTHS": chosen.months}) as rasters:

        def write(window, block):
            found.add(block)
            rasters.write(window, {name: block[name] for name in layers})

        job.blocks(
            partial(
                _block, least=chosen.least, inside=inside, outside=outside, seasons=bool(season)
            ),
            reader.read, write, pairs.grid, 120.0 * count + 200.0,
        )  # fmt: skip
    numbers = found.numbers() | {"MAPS": count}
    if not numbers["PIXELS"]:
        warn("No pixel moves one way more than chance would; see 'Least displacement', add maps.")
    elif numbers["MEAN_CONCENTRATION"] < ONE_WAY:
        warn(
            "Pixels go many ways, so their mean direction says little; look at the map, or at one "
            "slide alone."
        )
    outputs.text("REPORT", lambda: direction_html(
        [(text, numbers[name], "") for name, text in NUMBERS.items()],
        found.counts, numbers["MEAN_DIRECTION"], notes,
    ))  # fmt: skip
    return numbers


def _tell_directions(dates, warn):
    """Illumination that comes again every year shifts optical offsets."""
    import numpy as np

    years = (dates[:, 1] - dates[:, 0]).astype(int) / 365.25
    apart = np.abs(years - np.rint(years)) > 0.15
    if apart.mean() > 0.5 and len(dates) > 2:
        warn(
            "Most maps do not span whole years; in optical images the sun's place then shifts "
            "shadows, which looks like motion by season."
        )


def _block(block, least, inside, outside, seasons):
    """Layers of a block, by output."""
    import numpy as np

    from ..directions import along, prevailing, rates

    (east, north), _ = block
    found = prevailing(east, north, least)
    rate = rates(along(east, north, found.direction), inside, outside)
    layers = {
        "DIRECTION": (
            found.direction, found.concentration, found.chance, found.kappa,
            np.where(found.count > 0, found.count, np.nan),
        ),
        "RATE": (rate.mean, rate.std),
    }  # fmt: skip
    if seasons:
        layers["SEASONS"] = rate.ratio, rate.season, rate.rest
    return {name: np.stack(parts).astype(np.float32) for name, parts in layers.items()}


class _Found:
    """Sums over all pixels that move one way.

    Parameters
    ----------
    alpha : float
    """

    def __init__(self, alpha: float):
        import numpy as np

        self.counts = np.zeros(SECTORS, int)
        self._alpha, self._known, self._sums = alpha, 0, np.zeros(2)
        self._rates, self._ratios = [], []

    def add(self, block) -> None:
        """Take in the layers of a window."""
        import numpy as np

        from ..directions import rose

        direction, _, chance = block["DIRECTION"][:3]
        with np.errstate(invalid="ignore"):
            sure = np.isfinite(direction) & (chance <= self._alpha)
        self._known += int(np.isfinite(direction).sum())
        self.counts += rose(direction[sure], SECTORS)
        angle = np.radians(direction[sure].astype(float))
        self._sums += np.sin(angle).sum(), np.cos(angle).sum()
        self._rates.append(block["RATE"][0][sure])
        if "SEASONS" in block:
            self._ratios.append(block["SEASONS"][0][sure])

    def numbers(self) -> dict:
        """By id; NaN where nothing moves."""
        import numpy as np

        pixels = int(self.counts.sum())
        mean = float(np.degrees(np.arctan2(*self._sums)) % 360.0) if pixels else np.nan
        return {
            "MEAN_DIRECTION": mean,
            "MEAN_CONCENTRATION": float(np.hypot(*self._sums)) / pixels if pixels else np.nan,
            "PIXELS": pixels, "SHARE": 100.0 * pixels / max(self._known, 1),
            "MEDIAN_RATE": _median(self._rates), "SEASON_RATIO": _median(self._ratios),
        }  # fmt: skip


def _median(parts) -> float:
    import numpy as np

    values = np.concatenate([*parts, np.zeros(0)])
    values = values[np.isfinite(values)]
    return float(np.median(values)) if len(values) else float("nan")
