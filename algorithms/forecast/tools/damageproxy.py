# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Damage by loss of coherence over an event, at a stated rate of false alarms."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, file, layer, number, part, text, whole
from .asked import one_day

SAMPLE = 200_000


class DamageProxy(Chosen):
    """The stack, the event, and where to look."""

    stack = file(
        "Stack of interferograms",
        "With coherence, as of 'Import interferogram stack': a pair over the event and at least "
        "two before it, of about the same span.", "HDF5, Zarr",
    )  # fmt: skip
    event = text("Date of the event", "YYYYMMDD.", optional=False)
    buildings = layer(
        "Buildings", "Polygons of buildings or blocks, each of which gets a score of its own.",
        ("polygons",), optional=True, selected=True,
    )  # fmt: skip
    land = layer(
        "Land to look at",
        "Polygons of settled or otherwise steady land cover; nothing is told outside of them.",
        ("polygons",), optional=True,
    )  # fmt: skip
    affected = layer(
        "Affected area",
        "Where damage is likely; the rate of false alarms is learnt outside of it. Needed where "
        "much of the scene was destroyed.", ("polygons",), optional=True,
    )  # fmt: skip
    false_alarms = number(
        "Rate of false alarms",
        "Share of unharmed pixels, or buildings, that pass in pairs without an event.", 0.01, 1e-4,
        0.2,
    )  # fmt: skip
    min_coherence = number(
        "Minimum coherence before", "Mean of the pairs before; below it no loss can be told.", 0.4,
        0.1, 0.95,
    )  # fmt: skip
    tolerance = whole(
        "Tolerance of the span (days)",
        "By which pairs before may differ from that over the event.", 6, 0, 1000, advanced=True,
    )  # fmt: skip
    least_pixels = whole(
        "Smallest damaged patch (pixels)", "Of the polygons without buildings.", 3, 1, 1_000_000,
        advanced=True,
    )  # fmt: skip
    blocks = part(Machine)

    def when(self):
        """The event's date."""
        found = one_day(self, "event")
        if found is None:
            self.refuse("event", "holds 0 dates; give one, as YYYYMMDD.")
        return found

    def check(self):
        """A date."""
        self.when()


OUTPUTS = (
    Output(
        "raster", "SCORE", "Damage score",
        "Bands: score (standard deviations by which the coherence is lower than it was, or its "
        "plain loss where one pair before is left), coherence_loss.", optional=True,
        style="coefficient",
        abstract="Loss of coherence over the event, in standard deviations of the pairs before.",
    ),
    Output(
        "polygons", "DAMAGE", "Damage",
        "Patches of pixels above the threshold, or the buildings: score, coherence_loss, pixels, "
        "threshold, damaged (1 or 0).", optional=True, style="damage",
        name="Likely damage",
    ),
)  # fmt: skip
NUMBERS = {
    "PAIRS_BEFORE": "Pairs before the event", "SPAN": "Days of the pair over the event",
    "THRESHOLD": "Threshold of the score", "PIXELS": "Pixels with a score",
    "DAMAGED": "Pixels above the threshold (%)",
    "WORST_CONTROL": "False alarms of the worst pair before (%)",
    "FOUND": "Damaged patches or buildings", "LOOKED_AT": "Patches, or buildings with a score",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Score the stack; see :mod:`...declare`."""
    import numpy as np

    from ...data.network import Network
    from ...errors import GroundshiftError
    from ...formats.hdf5.stacks import StackReader, read_stack
    from ...outputs import Layer
    from ..damage import Score, calibrate, choose_pairs
    from .damage_places import Places, sample_of, write_buildings, write_patches

    stack = read_stack(chosen.stack)
    if not stack.has_coherence:
        chosen.refuse("stack", f"{stack.path} has no coherence; import it with its coherences.")
    Network.from_pairs(stack.pairs)  # refuses what are no pairs
    kept = np.flatnonzero(stack.keep)
    if not len(kept):
        raise GroundshiftError(
            f"{stack.path}: no pair is left: all are dropped (dropIfgram); restore some."
        )
    choice = choose_pairs(stack.pairs[kept], chosen.when(), chosen.tolerance)
    places = Places(chosen, stack.grid, job)
    with StackReader(stack) as reader:
        sample = sample_of(reader, places, SAMPLE)
        try:
            score = Score.of(sample, choice.event, choice.before, chosen.min_coherence)
            made = calibrate(sample, choice, chosen.min_coherence, chosen.false_alarms)
        except GroundshiftError as error:
            raise GroundshiftError(f"{stack.path}: {error}") from error
        if not made.controls:
            score = Score.of(sample, choice.event, choice.before[-1:], chosen.min_coherence)
        first, last = stack.pairs[kept][choice.event]
        job.note(
            f"The pair over the event is {first} to {last}; {len(choice.before)} before it span "
            f"{choice.span} days, give or take {chosen.tolerance}."
        )
        worst = 100 * made.alarms.max() if len(made.alarms) else float("nan")
        _tell(chosen, made, worst, job)
        flags = np.zeros(stack.grid.shape, bool) if outputs.wanted("DAMAGE") else None
        tally = np.zeros(2, np.int64)

        def read(window):
            return reader.read_coherence(window), places.looked_at(window)

        def function(block):
            values, inside = block
            found, loss = score(np.where(values > 0, values, np.nan))
            return np.where(inside, np.stack([found, loss]), np.nan).astype(np.float32)

        def write(window, found):
            rasters.write(window, {"SCORE": found} if outputs.wanted("SCORE") else {})
            above = found[0] > made.threshold
            tally[:] += above.sum(), np.isfinite(found[0]).sum()
            if flags is not None:
                flags[window.slices] = above

        bands = (("damage_score", ""), ("coherence_loss", ""))
        layers = {"SCORE": Layer(bands)} if outputs.wanted("SCORE") else {}
        note = {"EVENT": str(chosen.when()), "THRESHOLD": f"{made.threshold:.4f}"}
        with outputs.rasters(layers, stack, note=note) as rasters:
            memory = 4.0 * len(kept) + 60.0 * (len(choice.before) + 4)
            job.part(0.1, 0.8).blocks(function, read, write, stack.grid, memory)
        if not tally[1]:
            raise GroundshiftError(
                f"{stack.path}: no pixel that is looked at has a mean coherence of "
                f"{chosen.min_coherence:g} before the event; lower it."
            )
        numbers = {
            "PAIRS_BEFORE": len(choice.before), "SPAN": choice.span, "THRESHOLD": made.threshold,
            "PIXELS": int(tally[1]), "DAMAGED": 100 * float(tally[0] / tally[1]),
        }  # fmt: skip
        if len(made.alarms):
            numbers["WORST_CONTROL"] = float(worst)
        if outputs.wanted("DAMAGE"):
            arguments = outputs.path("DAMAGE"), chosen, reader, places, score, made, job
            if places.buildings:
                found, tried = write_buildings(*arguments)
            else:
                found = tried = write_patches(*arguments, flags)
            numbers |= {"FOUND": found, "LOOKED_AT": tried}
    outputs.when = first, last
    if layers:
        outputs.look("SCORE", limits=float(2 * made.threshold))
    return numbers


def _tell(chosen, made, worst, job):
    if not made.controls:
        job.warn(
            "Fewer than three pairs before the event: the plain loss of coherence against the last "
            f"of them is taken, with a threshold of {made.threshold:g}; the rate of false alarms "
            "is not known."
        )
        return
    shares = ", ".join(f"{100 * share:.1f}" for share in made.alarms)
    job.note(
        f"Score above {made.threshold:.2f}: {100 * chosen.false_alarms:g} % false alarms over the "
        f"pairs before the event, by pair {shares} %."
    )
    if worst > 300 * chosen.false_alarms:
        job.warn(
            f"One pair before the event has {worst:.1f} % false alarms: weather, snow or work on "
            "the ground lower the coherence as damage does, and may have done so at the event."
        )
