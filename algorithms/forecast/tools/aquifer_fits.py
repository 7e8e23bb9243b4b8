# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Storage of points by their wells, a part of a table at a time, and of areas."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import GroundshiftError, counted
from ..aquifer import Aquifer, Storage
from .driven import MOST_SHOWN

MILLIMETRES = 1e3
FAR_BACK = 365  # days of heads before the motion
SEASON_DAYS = 92  # between dates, at most, to see one


@dataclass(frozen=True)
class Shown:
    """A mean series with what was found.

    Parameters
    ----------
    label : str
    values : ndarray, shape (time,)
        Vertical motion, mm.
    aquifer : Aquifer or None
    storage : Storage or None
        Of one series.
    """

    label: str
    values: np.ndarray
    aquifer: object = None
    storage: Storage = None

    @property
    def fitted(self) -> bool:
        """Whether there is an elastic storage."""
        return self.storage is not None and bool(np.isfinite(self.storage.s_ke[0]))


class Fits:
    """Storage of rows of points, each by the heads that stand for it.

    Parameters
    ----------
    net : WellNet
    dates : ndarray of datetime64[D]
    options : AquiferOptions
    """

    def __init__(self, net, dates, options):
        self._net, self._dates, self._options = net, dates, options
        self._made, self.names = {}, set()
        self._sums = {}

    def _of(self, key):
        if key not in self._made:
            try:
                self._made[key] = Aquifer(self._dates, self._net.heads_of(key), self._options)
            except GroundshiftError as problem:
                self._made[key] = problem
        made = self._made[key]
        return made if isinstance(made, Aquifer) else None

    def __call__(self, rows) -> dict:
        """Columns of the tool's ``FIELDS``; series are vertical, metres."""
        keys, distance = self._net.of(rows.x, rows.y)
        whole, well = Storage.empty(len(rows)), np.full(len(rows), "", object)
        groups = {}
        for place, key in enumerate(keys):
            groups.setdefault(key, []).append(place)
        groups.pop(None, None)
        for key, members in groups.items():
            aquifer = self._of(key)
            if aquifer is None:
                continue
            members = np.array(members)
            series = rows.series[:, members].T
            found = aquifer(series)
            self._sum_up(key, series)
            for name in Storage.__dataclass_fields__:
                getattr(whole, name)[members] = getattr(found, name)
            well[members] = aquifer.heads.name
            self.names.add(aquifer.heads.name)
        return columns_of(whole) | {"well": well, "distance_m": np.round(distance, 1)}

    def _sum_up(self, key, series):
        """Take series into the mean of their heads; each counts from its own mean on."""
        series = series[np.isfinite(series).any(axis=1)]
        if not len(series):
            return
        sums = self._sums.setdefault(key, np.zeros((3, len(self._dates))))
        known = np.isfinite(series)
        centred = series - np.nanmean(series, axis=1, keepdims=True)
        sums[0] += np.where(known, centred, 0.0).sum(axis=0)
        sums[1] += known.sum(axis=0)
        sums[2] += len(series)

    def why_none(self, distance, limit) -> str:
        """Why no point has a storage."""
        if np.isfinite(distance).any() and (distance > 1e3 * limit).all():
            return (
                f"No point lies within {limit:g} km of a well (the nearest is "
                f"{np.nanmin(distance) / 1e3:.1f} km away); raise the largest distance (DISTANCE), "
                "or look at the wells' coordinates."
            )
        problem = next((p for p in self._made.values() if not isinstance(p, Aquifer)), None)
        return (
            str(problem)
            if problem is not None
            else ("All series are constant or have too few dates with heads; give longer ones.")
        )

    def notes(self):
        """Sentences for the log."""
        made = [one for one in self._made.values() if isinstance(one, Aquifer)]
        used = [int(one.used.sum()) for one in made]
        lost = len(self._dates) - min(used)
        if lost:
            yield (
                f"{counted(lost, 'date')} of {len(self._dates)} at most are not used: without "
                "heads for all lags."
            )
        deep = [one for one in made if one.virgin]
        if deep:
            one = deep[0]
            yield (
                f"Heads of {len(deep)} of {len(made)} have been below their former minimum, such "
                f"as {one.heads.name}: {one.former:.2f} m, and {-one.lowered.min():.2f} m below."
            )
        else:
            yield (
                "No head has been below its former minimum: all motion that follows it is "
                "elastic, and no drift is taken for inelastic compaction."
            )

    def doubts(self, motion):
        """What is doubtful about the heads."""
        made = [one for one in self._made.values() if isinstance(one, Aquifer)]
        late = [one for one in made if (motion.dates[0] - one.heads.first).astype(int) < FAR_BACK]
        if late and self._options.former is None and any(one.virgin for one in late):
            yield (
                f"{late[0].heads.name}: its heads begin {late[0].heads.first}, less than a year "
                "before the motion: what the ground bore before is not known, so the former "
                "minimum, s_kv and tau are guesses; give the former minimum (FORMER_HEAD)."
            )
        gaps = [one for one in made if not one.heads.known.all()]
        if gaps:
            yield (
                f"{gaps[0].heads.name}: has gaps of more than a hundred days; dates inside are not "
                "used, and the former minimum and the delay go straight over them."
            )
        if np.median(np.diff(motion.dates.astype(int))) > SEASON_DAYS:
            yield (
                "The motion has fewer than four dates a year and does not see a season: s_ke is "
                "what motion and heads have in common from date to date, delayed compaction too."
            )
        if np.ptp(motion.dates.astype(int)) < 2 * 365:
            yield "The motion is shorter than two years: one season tells little."

    def shown(self, areas) -> list:
        """Mean series of the areas, or else of the points of the heads with most of them."""
        if areas is None:
            top = sorted(self._sums, key=lambda key: -self._sums[key][2, 0])[:MOST_SHOWN]
            found = []
            for key in top:
                sums, counts, members = self._sums[key]
                values = sums / np.where(counts > 0, counts, np.nan) * MILLIMETRES
                count = counted(int(members[0]), "series", "series")
                found.append((f"{count} by {self._of(key).heads.name}", values, key))
        else:
            found = [
                (label, values, self._net.of(*np.array(middle)[:, None])[0][0])
                for label, values, middle in areas.placed_series()
            ]
        out = []
        for label, values, key in found:
            aquifer = None if key is None else self._of(key)
            storage = None
            if aquifer is not None and np.isfinite(values).any():
                storage = aquifer(values[None] / MILLIMETRES)
            out.append(Shown(label, values, aquifer, storage))
        return out

    def area_columns(self, shown, areas):
        """Columns of the layer of areas, and the whole change of storage (m³)."""
        from ...formats.vectors.shapes import ground_areas

        square_metres = ground_areas(areas.found) * 1e6
        parts = [one.storage if one.fitted else Storage.empty(1) for one in shown]
        whole = Storage(*(
            np.concatenate([getattr(part, name) for part in parts])
            for name in Storage.__dataclass_fields__
        ))  # fmt: skip
        volume = (whole.elastic + whole.inelastic) * square_metres
        table = {
            "well": np.array([o.aquifer.heads.name if o.fitted else "" for o in shown], object),
            **columns_of(whole), "area_km2": np.round(square_metres / 1e6, 6),
            "storage_m3": np.round(volume, 3),
            "storage_std_m3": np.round(whole.storage_std * square_metres, 3),
        }  # fmt: skip
        known = np.isfinite(volume)
        return table, float(volume[known].sum()) if known.any() else np.nan


def columns_of(storage) -> dict:
    """Columns of the tool's ``FIELDS`` but for the well's."""
    return {
        "s_ke": storage.s_ke, "s_ke_std": storage.s_ke_std, "lag_days": storage.lag,
        "lag_low_days": np.round(storage.lag_low, 2),
        "lag_high_days": np.round(storage.lag_high, 2),
        "correlation": np.round(storage.correlation, 4), "s_kv": storage.s_kv,
        "s_kv_std": storage.s_kv_std, "tau_years": np.round(storage.tau, 4),
        "tau_low_years": np.round(storage.tau_low, 4),
        "tau_high_years": np.round(storage.tau_high, 4),
        "delta_bic": np.round(storage.delta_bic, 3),
        "elastic_storage_mm": np.round(storage.elastic * MILLIMETRES, 4),
        "inelastic_storage_mm": np.round(storage.inelastic * MILLIMETRES, 4),
        "storage_std_mm": np.round(storage.storage_std * MILLIMETRES, 4),
        "dates_used": storage.used,
    }  # fmt: skip
