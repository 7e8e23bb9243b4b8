# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The search for unwrapping errors: by loops at every pixel, by borders in every interferogram."""

from __future__ import annotations

import numpy as np

from ...data.grid import Window
from ...data.network import pair_names
from ...errors import GroundshiftError, counted
from ...formats.text.csv_tables import write_csv
from ...formats.vectors.features import write_polygons
from ...outputs import Layer
from ...timeseries.closure import keep_sure_patches, spread_cycles
from ...timeseries.cycle_store import CycleStore
from ..borders import sharp_parts
from ..loops import LEAST_REDUNDANCY, LoopPlan, Pursue
from .jump_pages import Pages
from .jump_regions import Region, columns_of, outlines_of, real_steps, regions_of, whole_border

PLANE_BYTES = 80.0  # of a pixel, while an interferogram is cut into parts
MOST_BANDS = 500
NOTHING = -1
NO_CYCLES = -999
BLURRED = 0.3  # share of a border that is sharp, below which a region is another one's


def screened(chosen, outputs, job) -> dict:
    """Search, write, and tell the numbers; see :mod:`.jumpscreen`."""
    with Pages(chosen.timeseries, chosen.stack) as pages:
        pages.check()
        outputs.when = pages.network.dates[0], pages.network.dates[-1]
        search = Search(chosen, pages)
        search.check_room(job)
        pages.learn_rate(job.part(0.0, 0.1))
        search.by_loops(job.part(0.1, 0.5))
        search.by_borders(job.part(0.5, 0.9))
        search.write(outputs, job.part(0.9, 1.0))
        search.tell(job)
        return search.numbers()


class Search:
    """A run.

    Attributes
    ----------
    regions : list of Region
    present : ndarray of int, shape (page,)
        Pixels with data.
    """

    def __init__(self, chosen, pages: Pages):
        self._chosen, self._pages = chosen, pages
        self._count = len(pages.network.pairs)
        self._cycles, self._odds = (CycleStore(pages.grid, self._count) for _ in range(2))
        self.plan = None
        self.regions, self.present = [], np.zeros(self._count, np.int64)
        self.steps = 0

    def check_room(self, job) -> None:
        """Refuse a budget that an interferogram does not fit into."""
        grid = self._pages.grid
        needed = PLANE_BYTES * grid.rows * grid.cols
        if needed > job.budget:
            raise GroundshiftError(
                "The search needs a whole interferogram in memory and the memory budget is too "
                f"small for it; give at least {needed / (1 << 20) + 1:.0f} MiB."
            )

    def by_loops(self, job) -> None:
        """What the residuals of the network tell, where there are loops."""
        pages = self._pages
        if pages.stack is None or not pages.looped:
            return
        self.plan = LoopPlan.of_sample(pages.network, pages.sample())

        def write(window, found):
            self._cycles.put_block(window, found[0])
            self._odds.put_block(window, found[1])

        memory = 4.0 * self._count + 2.0 * self._count + 16.0
        job.blocks(Pursue(self.plan), pages.read, write, pages.grid, memory)

    def by_borders(self, job) -> None:
        """Regions of every interferogram: those of the loops, and sharp parts without loops."""
        chosen, pages = self._chosen, self._pages
        step = job.steps(self._count)
        for number in range(self._count):
            plane = pages.plane(number)
            known = np.isfinite(plane)
            self.present[number] = known.sum()
            found, odds = np.zeros(plane.shape, np.int8), None
            unjudged = known
            if self.plan is not None:
                odds = self._odds.plane(number)
                found = self._loop_patches(number, odds)
                unjudged = known & (odds < 0)
            by_loops = found != 0
            if np.count_nonzero(unjudged) >= chosen.min_pixels:
                parts = sharp_parts(plane, chosen.min_pixels, chosen.gap, chosen.min_sharp)
                found = np.where(by_loops, found, self._unjudged(parts, unjudged))
            self._judge(number, plane, found, by_loops, odds)
            step()
        if not self.present.any():
            raise GroundshiftError(
                f"{pages.placed.path}: has no value anywhere; check its no-data value and make it "
                "again."
            )
        for number in self._shifted():
            self.regions = [one for one in self.regions if one.page != number]
            found, odds = self._cycles.plane(number), self._odds.plane(number)
            self._judge(number, pages.plane(number), found, odds > 0, odds)
        steps = real_steps(self.regions, pages)
        for region in steps:
            self.steps += 1
            self._take_out(region)
        self.regions = [one for one in self.regions if one not in steps]
        for region in [one for one in self.regions if one.page != one.found_on]:
            self._move(region)

    def _judge(self, number, plane, found, by_loops, odds) -> None:
        """Keep the regions of an interferogram that are worth it."""
        if found.any():
            members = self._members(number)
            regions, found = regions_of(
                number, plane, found, by_loops, odds, self._chosen, members, self._pages
            )
            self.regions += regions
        self._cycles.put_plane(number, found)

    def _shifted(self) -> set:
        """Explain regions without a sharp border by other interferograms of one of their dates.

        A cycle more in all interferograms that begin or end on a date closes all loops as before,
        so that where two errors overlap loops may name two others. Only true ones have borders.
        Returns the numbers of the interferograms that changed.
        """
        changed, pairs = set(), self._pages.network.pairs
        blurred = [one for one in self.regions if one.by_loops and one.border.share < BLURRED]
        for region in sorted(blurred, key=lambda one: -one.pixels):
            for side in (0, 1):
                date = pairs[region.page, side]
                touched = np.flatnonzero((pairs == date).any(axis=1)).tolist()
                ends = np.where(pairs[touched, side] == date, 1, -1)
                if self._explained(region, touched, -region.cycles * ends):
                    changed.update(touched)
                    break
        return changed

    def _explained(self, region, touched, added) -> bool:
        """Add cycles to interferograms in a region if no more are wrong then, or all are sharp."""
        part, mask = region.slices, region.mask
        window = Window(
            part[0].start, part[1].start, part[0].stop - part[0].start,
            part[1].stop - part[1].start,
        )  # fmt: skip
        planes = {page: self._cycles.plane(page) for page in touched}
        if np.median(planes[region.page][part][mask]) != region.cycles:
            return False  # explained by now
        before = after = 0
        new = {}
        for page, more in zip(touched, added):
            known = mask & np.isfinite(self._pages.phase(page, window))
            old = planes[page][part]
            new[page] = np.where(known, old + more, old).astype(np.int8)
            before += np.count_nonzero(old[mask])
            after += np.count_nonzero(new[page][mask])
        # Loops prefer few: two errors that overlap are one of another interferogram to them.
        if after > 2 * before:
            return False
        for page, values in new.items():
            whole = np.median(values[mask])
            if whole != 0 and after > before:
                planes[page][part] = values
                if not whole_border(self._pages.plane(page), planes[page], whole, part, mask):
                    return False
        sure = self._odds.plane(region.page)[part]
        for page, values in new.items():
            planes[page][part] = values
            self._cycles.put_plane(page, planes[page])
            odds = self._odds.plane(page)
            odds[part] = np.where(mask, np.where(values != 0, np.maximum(sure, 1), 0), odds[part])
            self._odds.put_plane(page, odds)
        return True

    def _loop_patches(self, number, odds) -> np.ndarray:
        """Patches of enough evidence; what no loop judges goes with most around it."""
        if self._cycles.empty(number):
            return np.zeros(odds.shape, np.int8)
        own = self._cycles.plane(number)
        filled, unjudged = own, odds < 0
        if unjudged.any():
            filled = np.where((own == 0) & unjudged, spread_cycles(own), own)
        weights = np.where(own != 0, np.maximum(odds, 0), 0).astype(np.int8)
        return keep_sure_patches(
            filled, weights, self._chosen.min_evidence, self._chosen.min_pixels
        )

    def _unjudged(self, parts, unjudged) -> np.ndarray:
        """Those parts, patch by patch, of whose pixels loops judge less than half."""
        from scipy.ndimage import label

        kept = np.zeros_like(parts)
        for value in np.unique(parts[parts != 0]):
            labels, count = label(parts == value)
            free = np.bincount(labels[unjudged], minlength=count + 1)
            good = 2 * free > np.bincount(labels.ravel(), minlength=count + 1)
            good[0] = False
            kept[good[labels]] = value
        return kept

    def _members(self, number) -> list:
        """Interferograms that loops cannot tell from this one, and their sign against it."""
        if self.plan is None:
            return []
        plan = self.plan
        same = np.flatnonzero(plan.owner == plan.owner[number])
        same = same[same != number]
        return [(int(k), int(np.sign(plan.precision[number, k]))) for k in same]

    def _take_out(self, region: Region) -> None:
        plane = self._cycles.plane(region.page)
        plane[region.slices][region.mask] = 0
        self._cycles.put_plane(region.page, plane)

    def _move(self, region: Region) -> None:
        """Put a region into the interferogram whose border shows it."""
        for page, value in ((region.found_on, 0), (region.page, region.cycles)):
            plane = self._cycles.plane(page)
            plane[region.slices][region.mask] = value
            self._cycles.put_plane(page, plane)

    def write(self, outputs, job) -> None:
        """All outputs."""
        pages, names = self._pages, pair_names(self._pages.network)
        columns = columns_of(self.regions, pages, self.present)
        if outputs.wanted("REGIONS"):
            crs, wkb = outlines_of(self.regions, pages)
            write_polygons(outputs.path("REGIONS"), crs, wkb, columns, "unwrapping_errors")
        wrong = [k for k in range(self._count) if not self._cycles.empty(k)]
        self._write_rasters(outputs)
        if len(wrong) > MOST_BANDS and outputs.wanted("CYCLES"):
            job.warn(
                f"No raster of cycles is written: {len(wrong)} interferograms have errors and a "
                f"raster holds {MOST_BANDS} bands."
            )
            outputs.leave_out("CYCLES")
        if outputs.wanted("CYCLES"):
            wrong = wrong or [0]
            layer = Layer(tuple((names[k], "") for k in wrong), dtype="int16", nodata=NO_CYCLES)
            # As hints they have to lie on the stack's own grid.
            with outputs.rasters({"CYCLES": layer}, pages.grid) as cycles:
                for window in pages.grid.blocks(1 << 20):
                    values = np.stack([self._cycles.get(k, window) for k in wrong])
                    cycles.write(window, {"CYCLES": values.astype(np.int16)})
        if outputs.wanted("TABLE"):
            head, rows = self._table(names)
            write_csv(outputs.path("TABLE"), head, rows)
        job.tell(1.0)

    def _write_rasters(self, outputs):
        pages = self._pages
        layers = {
            "COUNT": Layer((("unwrapping_errors", ""),), dtype="int16", nodata=NOTHING),
            "MASK": Layer((("no_unwrapping_error", ""),), dtype="uint8", nodata=255),
        }  # fmt: skip
        with outputs.rasters(layers, pages.placed) as rasters:
            for window in pages.grid.blocks(1 << 20):
                found = self._cycles.block(window)
                known = np.isfinite(pages.read(window)).any(axis=0)
                count = np.zeros(known.shape, np.int16)
                if found is not None:
                    count = (found != 0).sum(axis=0).astype(np.int16)
                rasters.write(
                    window,
                    {
                        "COUNT": np.where(known, count, NOTHING).astype(np.int16),
                        "MASK": np.where(known, count == 0, 255).astype(np.uint8),
                    },
                )

    def _table(self, names):
        head = (
            "interferogram", "redundancy", "regions", "pixels", "share_percent", "cycles_to_add",
        )  # fmt: skip
        redundancy = np.zeros(self._count) if self.plan is None else self.plan.redundancy
        rows = []
        for k, name in enumerate(names):
            mine = [region for region in self.regions if region.page == k]
            pixels = sum(region.pixels for region in mine)
            rows.append(
                (name, round(float(redundancy[k]), 4), len(mine), pixels,
                 round(100.0 * pixels / max(1, int(self.present[k])), 4),
                 " ".join(f"{region.cycles:+d}" for region in mine))
            )  # fmt: skip
        return head, rows

    def _unjudged_pages(self) -> int:
        if self.plan is None:
            return self._count
        return int((self.plan.redundancy < LEAST_REDUNDANCY).sum())

    def tell(self, job) -> None:
        """What was found and what it rests on, for the log."""
        pages, free = self._pages, self._unjudged_pages()
        what = "interferograms" if pages.stack is not None else "steps between dates"
        wrong = len({region.page for region in self.regions})
        job.note(
            f"{counted(len(self.regions), 'region')} with unwrapping errors in {wrong} of "
            f"{self._count} {what}."
        )
        if pages.stack is None:
            job.warn(
                "Only the series was given: wrong cycles are seen where they came into it whole. "
                "Loops of pairs spread them over dates in fractions, which only the stack (STACK) "
                "shows; and a slide that moved half a wavelength at once looks alike."
            )
        elif free:
            job.warn(
                f"{free} of {self._count} interferograms are in no loop: there a region "
                "rests on its sharp border alone, and motion by whole half wavelengths looks alike."
            )
        if self.steps:
            job.note(
                f"{counted(self.steps, 'region')} left out: all interferograms of the same time "
                "show the same step, as motion does."
            )
        vague = sum(region.page_alike != "" for region in self.regions)
        if vague:
            job.warn(
                f"{counted(vague, 'region')} could be in one of several interferograms, which "
                "neither loops nor borders tell apart; see the field 'or_in'."
            )

    def numbers(self) -> dict:
        """The tool's."""
        values = sum(region.pixels for region in self.regions)
        return {
            "REGIONS_FOUND": len(self.regions), "PIXELS": self.pixels(),
            "SHARE": values / max(1, int(self.present.sum())),
            "WRONG": len({region.page for region in self.regions}), "SEARCHED": self._count,
            "UNJUDGED": self._unjudged_pages(),
        }  # fmt: skip

    def pixels(self) -> int:
        """With an error in some interferogram."""
        total = 0
        for window in self._pages.grid.blocks(1 << 20):
            found = self._cycles.block(window)
            total += 0 if found is None else int(found.any(axis=0).sum())
        return total
