# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A landslide inventory brought up to date with measured rates."""

from __future__ import annotations

from ...declare import Chosen, Output, choice, field, layer, number, part, text, whole
from ...errors import GroundshiftError
from .asked import Rates


class UpdateInventory(Chosen):
    """The inventory, the rates within, and what counts as moving."""

    inventory = layer(
        "Landslides",
        "Polygons; or points, for which circles can stand (see the advanced parameters).",
        ("polygons", "points"),
    )  # fmt: skip
    rates = part(Rates)
    rates_2 = part(Rates, "_2", " of the second orbit", changes={"points": {"optional": True}})
    active_areas = layer(
        "Active areas",
        "Polygons of 'Active areas' or 'Slope areas', to find candidates for new landslides.",
        ("polygons",), optional=True,
    )  # fmt: skip
    former_field = field(
        "Field: former class",
        "Activity as the inventory has it; where empty, former states are unknown. The classes "
        "of an earlier run of this tool (field activity) can be used.", "INVENTORY",
        advanced=False,
    )  # fmt: skip
    classes = text(
        "Classes of activity",
        "Names with upper limits in mm/yr; the last class has none. The first one is at rest, "
        "the others move.", default="stable: 2, extremely slow: 16, very slow",
        optional=False,
    )  # fmt: skip
    statistic = choice(
        "Compared with the limits",
        "mean size: of |v|, as the paper has it; noise alone gives 0.8 of the targets' standard"
        " deviation. median size: less moved by outliers. size of the mean: opposite motions "
        "cancel out, errors that neighbours share do not.",
        ("mean size", "median size", "size of the mean"),
    )  # fmt: skip
    motion = choice(
        "Rates are",
        "auto: along the slope where the field or band is named so (slope_velocity_mm_yr), else"
        " along the line of sight.", ("auto", "along the slope", "line of sight"),
        advanced=True,
    )  # fmt: skip
    least_targets = whole(
        "Targets of small landslides", "Minimum number.", 5, 1, advanced=True,
    )  # fmt: skip
    small_area = number(
        "Small landslides (km2)", "Up to this area.", 0.05, 1e-09, advanced=True,
    )  # fmt: skip
    most_targets = whole(
        "Targets of large landslides",
        "Minimum number; in between it grows linearly with the logarithm of the area.", 20, 1,
        advanced=True,
    )  # fmt: skip
    large_area = number(
        "Large landslides (km2)", "From this area on.", 1.0, 1e-09, advanced=True,
    )  # fmt: skip
    noise_factor = number(
        "Times the noise",
        "A landslide is only said to move with more than so many times what the targets' "
        "standard deviations alone would give, else it is not assessed; 0 for no such limit.",
        2.0, 0.0, advanced=True,
    )  # fmt: skip
    active_words = text(
        "Words for active", "Former classes, parted by commas; capitals do not matter.",
        default="active, reactivated, moving, ongoing, recent, yes, true", optional=False,
        advanced=True,
    )  # fmt: skip
    inactive_words = text(
        "Words for inactive", "Former classes in neither list are unknown.",
        default="inactive, stable, stabilised, stabilized, dormant, suspended, relict, abandoned, "
        "ancient, quiescent, no, false", optional=False, advanced=True,
    )  # fmt: skip
    id_field = field(
        "Field: name of the landslides", "Where empty: the fid.", "INVENTORY",
    )  # fmt: skip
    circle_radius = number(
        "Radius of circles (m)",
        "For landslides that are points: circles stand for them, and their areas and counts are"
        " those of the circles.", None, 0.01, optional=True, advanced=True,
    )  # fmt: skip
    minimum_coherence = number(
        "Minimum coherence", "Targets without one pass.", 0.0, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    maximum_std = number(
        "Largest standard deviation (mm/yr)", "0 for no limit; targets without one pass.", 0.0,
        0.0, advanced=True,
    )  # fmt: skip
    overlap = number(
        "Maximum share of a candidate in landslides",
        "Share of an active area (0 to 1) that may lie in mapped landslides.", 0.0, 0.0, 1.0,
        advanced=True,
    )  # fmt: skip
    worst_quality = whole(
        "Worst quality of a candidate",
        "Quality index of active areas, 1 (best) to 4; areas without one pass.", 3, 1, 4,
        advanced=True,
    )  # fmt: skip

    def check(self):
        """Rules that depend on each other."""
        self.inventory_rules()
        if self.large_area <= self.small_area:
            self._refuse_pair("large_area", "small_area")
        if self.most_targets < self.least_targets:
            self._refuse_pair("most_targets", "least_targets")

    def _refuse_pair(self, high, low):
        self.refuse(high, f"is not above '{self.own[low].words}'; make it larger.")

    def inventory_rules(self):
        """As the core judges."""
        from ..inventory import InventoryRules, parse_classes, parse_words

        return InventoryRules(
            (self.least_targets, self.most_targets), (self.small_area, self.large_area),
            parse_classes(self.classes, self.own["classes"].words), self.statistic,
            parse_words(self.active_words), parse_words(self.inactive_words), self.noise_factor,
        )  # fmt: skip


OUTPUTS = (
    Output(
        "polygons", "UPDATED", "Updated inventory",
        "The landslides with counts, rates, class, certainty and state of activity; their own "
        "fields are kept.", style="inventory", name="Landslide inventory",
    ),
    Output(
        "polygons", "CANDIDATES", "Candidates", "Active areas outside of all landslides.",
        optional=True, by_default=False, style="inventory_candidates",
        abstract="Active areas outside of all mapped landslides.",
    ),
    Output(
        "file", "REPORT", "Report", "Counts, shares and matrix.", "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Landslides",
    "ASSESSED": "Assessed",
    "NOT_ASSESSED": "Not assessed",
    "STABLE": "Of the first class (stable)",
    "MOVING": "That move",
    "MOVING_KM2": "Area of those that move (km2)",
    "REACTIVATED": "Move and were inactive",
    "STOPPED": "Do not move and were active",
    "TARGETS": "Targets",
    "TARGETS_INSIDE": "Targets in landslides",
    "CANDIDATE_COUNT": "Candidates",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Judge, compare and look for new ones; see :mod:`...declare`."""
    import numpy as np

    from ...formats.vectors.features import write_polygons
    from ...formats.vectors.shapes import points_inside
    from ..inventory import Update, former_states, judge, states_now
    from ..pages.updateinventory import report_html
    from .inventory_layers import read_active, read_inventory, read_rates
    from .inventory_tables import beside, columns_of, meet, remarks, write_candidates

    if outputs.wanted("CANDIDATES") and chosen.active_areas is None:
        raise GroundshiftError(
            f"{chosen.own['active_areas'].words}: is missing, and candidates are found among "
            "active areas; give it, or write no candidates."
        )
    rules = chosen.inventory_rules()
    measured, motion, notes = read_rates(chosen, job)
    job.tell(0.3)
    job.check()
    inventory = read_inventory(chosen.inventory, measured, chosen.circle_radius or 0.0)
    words = inventory.texts(chosen.former_field, [""] * len(inventory))
    names = inventory.texts(chosen.id_field, map(str, inventory.features.fid.tolist()))
    members = [np.zeros(0, int)] * len(inventory)
    for k, rows in zip(
        inventory.near, points_inside(inventory.local, np.stack([measured.x, measured.y], axis=1))
    ):
        members[k] = rows
    rate, std = 1e3 * measured.velocity, 1e3 * measured.velocity_std
    judged = judge(members, rate, std, inventory.area_km2, rules)
    job.tell(0.6)
    job.check()
    active = met = None
    if chosen.active_areas is not None:
        active = read_active(chosen.active_areas, measured, chosen.worst_quality)
        met = meet(active, inventory, chosen.overlap, job.cancelled)
    job.tell(0.8)
    former = former_states(words, rules)
    states = states_now(former, judged.category)
    notes += [*inventory.notes, *remarks(judged, motion, words, former, active)]
    update = Update.of(
        judged, inventory.area_km2, words, states, rules, len(measured),
        len(np.unique(np.concatenate(members))), motion,
        None if met is None else int(met.new.sum()), 0 if met is None else len(met.size),
    )  # fmt: skip
    columns = columns_of(inventory, judged, words, states, rules, motion, met)
    if outputs.wanted("UPDATED"):
        write_polygons(
            outputs.path("UPDATED"), inventory.features.crs, inventory.features.wkb,
            beside(inventory.kept, columns), "inventory",
        )  # fmt: skip
    if outputs.wanted("CANDIDATES"):
        write_candidates(outputs.path("CANDIDATES"), active, met, inventory, names, rules)
    outputs.text("REPORT", lambda: report_html(update, rules, notes, names, columns))
    for note in notes:
        job.note(note)
    outputs.look(
        "UPDATED", abstract="State of activity of mapped landslides. " + " ".join(notes)
    )  # fmt: skip
    job.tell(1.0)
    return update.numbers()
