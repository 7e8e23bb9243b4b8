# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Storage of aquifer systems from motion and heads of wells."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, choice, field, layer, number, other, part, text, whole
from .asked import MotionSeries

UNBOUNDED = 80.0  # years, near the longest time constant that is tried
PLAUSIBLE = 0.05  # largest elastic storage of a confined system


class AquiferInput(Chosen):
    """Motion, heads, and how storage is looked for."""

    series = part(MotionSeries)
    heads = other(
        "layers", "Heads",
        "CSV with the columns well, date and head_m (up; depth_m for a depth to water), and x and "
        "y or lon and lat, where no layer tells the places. Several files are taken together.",
        shapes=("file",),
    )  # fmt: skip
    wells = layer(
        "Wells", "Points with the wells' names; not needed where the table has coordinates, or one "
        "well stands for all.", ("points",), optional=True,
    )  # fmt: skip
    values = choice(
        "What the table holds",
        "auto: as the column's name says; head: water levels, up; depth: depths to water, whose "
        "sign is turned.", ("auto", "head", "depth"),
    )  # fmt: skip
    between = choice(
        "Heads between wells",
        "nearest: of the nearest well; weighted: of all within the distance, by its inverse "
        "square.", ("nearest", "weighted"),
    )  # fmt: skip
    distance = number(
        "Largest distance (km)", "Points farther from all wells are left empty.", 10.0, 0.001,
        1000.0,
    )  # fmt: skip
    areas = layer(
        "Areas", "Polygons: the mean series in each of them is looked at, too, and its change of "
        "storage in cubic metres.", ("polygons",), optional=True, selected=True,
    )  # fmt: skip
    incidence = number(
        "Incidence angle (degrees)",
        "Takes the line of sight to the vertical; 0: the motion is vertical already. Empty: as the "
        "points tell.", None, 0.0, 80.0, optional=True,
    )  # fmt: skip
    max_lag = whole(
        "Largest lag (days)", "How late the elastic motion may follow the head.", 120, 0, 1000
    )
    aquifer = text("Aquifer", "Only wells whose column aquifer says this.", advanced=True)
    well_field = field("Field of names", "Of the layer of wells.", "WELLS")
    former_head = number(
        "Former minimum of the head (m)",
        "The lowest head that the ground bore before (preconsolidation head), up, as the heads are "
        "after their sign; if empty, the lowest one of the first year of the record.", None,
        -10000.0, 10000.0, optional=True, advanced=True,
    )  # fmt: skip
    head_std = number(
        "Standard deviation of heads (m)", "Of a reading, and for the distance of the well.", 0.1,
        0.0, 100.0, advanced=True,
    )  # fmt: skip
    motion_std = number(
        "Standard deviation of the motion (mm)",
        "Of a date, vertical; with that of the heads it makes the ratio of Deming's line. From the "
        "misfit if empty.", None, 0.001, 1000.0, optional=True, advanced=True,
    )  # fmt: skip
    smooth_years = number(
        "Slow changes take (years)",
        "What changes more slowly is taken off both sides before the season is looked at.", 2.0,
        0.5, 50.0, advanced=True,
    )  # fmt: skip
    blocks = part(Machine)

    def options(self):
        """As the fit takes them."""
        from ..aquifer import AquiferOptions

        step = max(1, -(-self.max_lag // 100), min(3, self.max_lag // 20))
        return AquiferOptions(
            self.max_lag, step, self.smooth_years, self.head_std,
            None if self.motion_std is None else 1e-3 * self.motion_std, self.former_head,
        )  # fmt: skip


FIELDS = (
    ("well", str), ("distance_m", float), ("s_ke", float), ("s_ke_std", float),
    ("lag_days", float), ("lag_low_days", float), ("lag_high_days", float),
    ("correlation", float), ("s_kv", float), ("s_kv_std", float), ("tau_years", float),
    ("tau_low_years", float), ("tau_high_years", float), ("delta_bic", float),
    ("elastic_storage_mm", float), ("inelastic_storage_mm", float), ("storage_std_mm", float),
    ("dates_used", int),
)  # fmt: skip
OUTPUTS = (
    Output(
        "points", "STORAGE", "Points with their storage",
        "well and distance_m; s_ke (elastic skeletal storage), lag_days with its 95 % interval, "
        "correlation of the seasonal parts; where heads fell below their former minimum s_kv "
        "(inelastic), tau_years with its interval, and delta_bic against a straight drift; change "
        "of storage in mm of water; then what the points' table says.", optional=True,
        style="points_storage", name="Elastic skeletal storage",
        abstract="Vertical motion by change of head, elastic part.",
    ),
    Output(
        "polygons", "AREA_STORAGE", "Areas with their storage",
        "The same of the mean series in each area, and storage_m3 with its standard deviation.",
        optional=True, by_default=False,
    ),
    Output(
        "file", "REPORT", "Report",
        "Series, heads, and the line through their seasonal parts, of up to four areas, or of the "
        "points by their wells.", "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Points", "FITTED": "Points with storage",
    "WELLS": "Wells that stand for them", "S_KE": "Median elastic storage",
    "S_KE_STD": "Its median standard deviation", "LAG": "Median lag (days)",
    "S_KV": "Median inelastic storage", "TAU": "Median time constant (years)",
    "CHANGE": "Median change of storage (mm of water)",
    "VOLUME": "Change of storage in the areas (m³)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Find storage; see :mod:`...declare`."""
    from dataclasses import replace

    import numpy as np

    from ...errors import GroundshiftError
    from .aquifer_fits import Fits
    from .aquifer_wells import WellNet
    from .driven import MOST_SHOWN, AreaMeans, open_motion, result_layer, upward

    motion = open_motion(chosen, job)
    options = chosen.options()
    net = WellNet(chosen, motion, job, options.max_lag)
    fits = Fits(net, motion.dates, options)
    up = upward(chosen, motion, job)
    areas = None if chosen.areas is None else AreaMeans(chosen, motion, job)
    columns, done = [], job.part(0.05, 0.9)
    with result_layer(outputs, "STORAGE", motion, dict(FIELDS), chosen) as layer_:
        for rows in motion.parts(job.budget // 16):
            vertical = replace(rows, series=rows.series * up(rows))
            if areas is not None:
                areas.add(vertical)
            found = fits(vertical)
            columns.append({name: found[name] for name, kind in FIELDS if kind is not str})
            if layer_ is not None:
                layer_.write(rows, found)
            done.tell(rows.done)
            job.check()
    whole = {name: np.concatenate([part_[name] for part_ in columns]) for name in columns[0]}
    if not np.isfinite(whole["s_ke"]).any():
        raise GroundshiftError(fits.why_none(whole["distance_m"], chosen.distance))
    for text_ in fits.notes():
        job.note(text_)
    for text_ in _doubts(whole, fits, motion, chosen):
        job.warn(text_)
    shown = fits.shown(areas)
    numbers = _numbers(whole, fits)
    if areas is None:
        outputs.leave_out("AREA_STORAGE")
    else:
        table, volume = fits.area_columns(shown, areas)
        if outputs.wanted("AREA_STORAGE"):
            areas.write(outputs.path("AREA_STORAGE"), table)
        if np.isfinite(volume):
            numbers["VOLUME"] = volume
    from ..pages.aquifer import page

    drawn = [one for one in shown if one.fitted][:MOST_SHOWN]
    outputs.text("REPORT", lambda: page(drawn, motion.dates, chosen))
    outputs.when = motion.dates[0], motion.dates[-1]
    return numbers


def _numbers(whole, fits) -> dict:
    import numpy as np

    fitted = np.isfinite(whole["s_ke"])
    numbers = {
        "COUNT": len(fitted), "FITTED": int(fitted.sum()), "WELLS": len(fits.names),
        "S_KE": float(np.median(whole["s_ke"][fitted])),
        "S_KE_STD": float(np.median(whole["s_ke_std"][fitted])),
        "LAG": float(np.median(whole["lag_days"][fitted])),
    }  # fmt: skip
    total = whole["elastic_storage_mm"] + whole["inelastic_storage_mm"]
    numbers["CHANGE"] = float(np.median(total[fitted]))
    deep = np.isfinite(whole["s_kv"])
    if deep.any():
        numbers["S_KV"] = float(np.median(whole["s_kv"][deep]))
        numbers["TAU"] = float(np.median(whole["tau_years"][deep]))
    return numbers


def _doubts(whole, fits, motion, chosen):
    import numpy as np

    from ...errors import counted

    fitted = np.isfinite(whole["s_ke"])
    count = int(fitted.sum())
    far = whole["distance_m"] > 1e3 * chosen.distance
    if far.any():
        yield (
            f"{counted(int(far.sum()), 'point')} of {len(far)} lie farther than "
            f"{chosen.distance:g} km from all wells: left empty."
        )
    few = len(far) - int(far.sum()) - count
    if few > 0:
        yield f"{counted(few, 'point')} of {len(far)}: too few dates, or constant."
    sure = fitted & (np.abs(whole["s_ke"]) > 2 * whole["s_ke_std"])
    against = int((sure & (whole["s_ke"] < 0)).sum())
    if against > 0.2 * count:
        yield (
            f"At {against:,} of {counted(count, 'point')} the ground goes down where the head "
            "goes up: depths to water taken for heads, motion of the other sign, or the weight of "
            "water in an unconfined aquifer; look at VALUES."
        )
    if (sure & (whole["s_ke"] > PLAUSIBLE)).any():
        some = int((sure & (whole["s_ke"] > PLAUSIBLE)).sum())
        yield (
            f"{counted(some, 'point')} with an elastic storage above {PLAUSIBLE:g}, more than the "
            "skeleton of a confined aquifer gives: heads in another unit, a well of another "
            "aquifer, or swelling soil."
        )
    if sure.sum() < 0.2 * count:
        yield (
            f"Only {int(sure.sum()):,} of {counted(count, 'point')} have an elastic storage of "
            "more than twice its standard deviation: the season of the heads is hardly seen."
        )
    deep = np.isfinite(whole["s_kv"])
    drift = deep & (whole["delta_bic"] <= 0)
    if drift.any():
        yield (
            f"At {int(drift.sum()):,} of {counted(int(deep.sum()), 'point')} with heads below the "
            "former minimum a straight drift does as well (delta_bic): their s_kv and tau hold "
            "only if nothing else moves the ground."
        )
    edge = deep & (whole["tau_high_years"] > UNBOUNDED)
    if edge.any():
        yield (
            f"At {counted(int(edge.sum()), 'point')} the time constant has no upper bound, so "
            "s_kv is a lower one: the series are too short for so slow a delay."
        )
    yield from fits.doubts(motion)
