# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How well could boxes be drawn on the second simulator's scenes by somebody who knows it all?

``.venv/bin/python benchmarks/ceiling_detectmotion.py [--scenes 400] [--data ../shared/data]
[--quiet 0.01]``
prints tables in Markdown (also written to ``benchmarks/results_ceiling_detectmotion.md``).

An oracle draws the boxes. It is told what no detector knows: how many sources there are, of which
kind, which of them count and about where they are (its fit starts at the truth), the
direction to the satellite, which way a slide goes, how many panels there are, the unwrapped phase,
the coherence without its error, the spectrum of the air, the gravity waves, the shape of what
follows the relief, and the distributions that sources are drawn from. Size, place and form of all
sources of a scene are fitted together to the phase with its true covariance, by Gauss and Newton's
way. Around the fit, forms are drawn by its covariance and weighed by their likelihood (with the
other sources' left open) and their chance in the simulator, which is importance sampling of the
posterior. Of the boxes of these forms, of their mean and of smaller and larger ones the oracle
gives the one whose overlap with the posterior's boxes earns most, for each column anew, as no
detector could. Its boxes are ranked by that, and, for *perfect ranking*, by the truth, so that
precision is 1 up to the last right box.

What it does not know is only what the air and the noise hide, so no detector's boxes are better on
average; that a source is there at all it does not have to find out. *Detector*: `detectmotion` on
the same scenes; those with real background are left out, as the covariance of theirs is not known.

The phase is averaged to cells as in a quadtree: a pixel wide in and around small sources, up to a
twelfth of a source that is larger, 16 pixels far away. Covariance of the cells is exact.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from accuracy_detectmotion import OVERLAPS, average_precision, judged, light, overlaps, recall_at
from accuracy_ps import register
from detection_scenes import EDGE, POISSON, SIDE, RealPieces, compacting, scene, sliding
from scipy import fft
from scipy.linalg import cho_factor, cho_solve, cholesky, solve_triangular

ROOT = Path(__file__).resolve().parent.parent
FINEST, COARSEST = 12, 16
"""Cells along the shorter side of a source at least; pixels of the widest cell."""
DRAWS = 160
WIDER = 1.15
"""Deviations of the proposals by those of the linear posterior."""
ROUNDS = 4
GROWN = np.array([1.0, 0.85, 0.9, 0.95, 1.05, 1.1, 1.15])


class Cells:
    """The phase of a scene in cells, whitened.

    Parameters
    ----------
    one : detection_scenes.Scene
    quiet : float
        What noise and air are multiplied with.
    """

    def __init__(self, one, quiet=1.0):
        width = self._widths(one)
        known = one.known
        weight = known["information"] / quiet**2
        number, sizes, corners = self._numbered(width)
        self.number, self.weight = number.ravel(), weight.ravel()
        self.total = np.bincount(self.number, self.weight, len(sizes))
        self.used = self.total > 1e-6 * self.total.max()
        sizes, corners = sizes[self.used], corners[self.used]
        covariance = quiet**2 * _covariance(known["amplitude"], sizes, corners)
        covariance[np.diag_indices_from(covariance)] += 1.0 / self.total[self.used]
        rows, cols = np.mgrid[:SIDE, :SIDE] / SIDE
        nuisance = [10.0 * np.ones_like(rows), 1.5 * np.pi * rows, 1.5 * np.pi * cols]
        nuisance = np.stack([self.means(part) for part in (*nuisance, known["stratified"])], axis=1)
        covariance += nuisance @ nuisance.T
        self.factor = cholesky(covariance, lower=True, overwrite_a=True, check_finite=False)
        seen = np.where(weight > 0.0, one.phase, 0.0)
        error = np.angle(np.exp(1j * (seen - one.truth)))
        smooth = one.truth - np.sum([self.turned(one, s.motion) for s in one.sources], axis=0)
        air = smooth + known["waves"]
        # Quiet air is nuisance, too; only what is not fitted has to be as small as it says.
        self.data = self.white(quiet * (air + error))

    @staticmethod
    def turned(one, motion):
        """The phase of motion."""
        return -4.0 * np.pi / one.wavelength * motion

    @staticmethod
    def _widths(one):
        """Pixels that a cell may be wide at most, at every pixel."""
        rows, cols = np.mgrid[:SIDE, :SIDE] + 0.5
        width = np.full((SIDE, SIDE), float(COARSEST))
        for source in one.sources:
            top, left, bottom, right = source.box
            away = np.maximum(np.maximum(top - rows, rows - bottom), 0.0)
            away = np.maximum(away, np.maximum(np.maximum(left - cols, cols - right), 0.0))
            side = min(bottom - top, right - left)
            base = max(1.0, side / FINEST)
            width = np.minimum(width, base * (1.0 + np.maximum(4.0 * away / side - 1.0, 0.0)))
        return width

    @staticmethod
    def _numbered(width):
        """Number of the cell of every pixel; how wide the cells are; their first corners."""
        number = np.full(width.shape, -1)
        sizes, corners = [], []
        size = COARSEST
        while size >= 1:
            parts = SIDE // size
            least = width.reshape(parts, size, parts, size).min(axis=(1, 3))
            free = number.reshape(parts, size, parts, size).max(axis=(1, 3)) < 0
            for row, col in np.argwhere(free & ((least >= size) | (size == 1))) * size:
                number[row : row + size, col : col + size] = len(sizes)
                sizes.append(size)
                corners.append((row, col))
            size //= 2
        return number, np.array(sizes), np.array(corners)

    def means(self, image):
        """Cells' means, weighed by what the pixels tell."""
        total = np.bincount(self.number, self.weight * image.ravel(), len(self.total))
        return total[self.used] / self.total[self.used]

    def white(self, image):
        """Cells' means, uncorrelated and of unit variance."""
        return solve_triangular(self.factor, self.means(image), lower=True, check_finite=False)


def _covariance(amplitude, sizes, corners):
    """Of the means of a field over square cells."""
    side = 2 * SIDE
    turns = [fft.fftfreq(side)[:, None], fft.rfftfreq(side)[None, :]]
    levels = np.unique(sizes)

    def mean_over(size):
        steps = np.arange(size)
        parts = [np.exp(2j * np.pi * turn[..., None] * steps).mean(axis=-1) for turn in turns]
        return parts[0] * parts[1]

    filters = {size: mean_over(size) for size in levels}
    out = np.empty((len(sizes), len(sizes)))
    for one in levels:
        mine = np.flatnonzero(sizes == one)
        for other in levels[levels >= one]:
            theirs = np.flatnonzero(sizes == other)
            spectrum = amplitude**2 * filters[one] * filters[other].conj()
            table = fft.irfft2(spectrum, (side, side))
            apart = corners[mine][:, None] - corners[theirs][None]
            part = table[apart[..., 0] % side, apart[..., 1] % side]
            out[np.ix_(mine, theirs)] = part
            out[np.ix_(theirs, mine)] = part.T
    return out


class Source:
    """A source with numbers that can be fitted, around its true ones.

    ``low`` and ``high`` are where a number is drawn from evenly, ``mean`` and ``spread`` those of
    its distribution; numbers without ends are normal.
    """

    def __init__(self, one, source):
        self.look, self.pixel, self.wavelength = one.look, one.pixel, one.wavelength
        self.form, self.counts, self.source = source.form, source.counts, source
        form = self.form
        self.sign, even = np.sign(form["size"]), (0.1 * SIDE, 0.9 * SIDE)
        numbers = [("size", np.log(abs(form["size"])), np.log(0.001), np.log(0.3))]
        numbers += [(name, form[name], *even) for name in ("row", "col")]
        if form["kind"] == "slope":
            ends = np.log(350.0), np.log(1800.0)
            numbers.append(("length", np.log(form["length"]), *ends))
            numbers.append(("ratio", form["ratio"], 0.35, 0.8))
            numbers.append(("power", form["power"], 2.0, 5.0))
            numbers[1:3] = [(name, form[name], 0.0, SIDE) for name in ("row", "col")]
        elif form["kind"] == "layer":
            numbers.append(("radius", np.log(form["radius"]), np.log(250.0), np.log(1300.0)))
            numbers.append(("power", form["power"], 1.5, 6.0))
            numbers.append(("depth", form["depth"], 200.0, 1000.0))
            for wave, (size, turn) in enumerate(form["waves"]):
                for part in (np.cos(turn), np.sin(turn)):
                    numbers.append((f"wave{wave}", size * part, -np.inf, np.inf))
        else:
            numbers.append(("strike", form["strike"], 0.0, np.pi))
            numbers.append(("width", form["width"], 150.0, 350.0))
            numbers.append(("length", form["length"], 400.0, 1500.0))
            numbers.append(("depth", form["depth"], 120.0, 500.0))
            # The first end goes into the place, the first share into the size.
            for end, share in zip(form["ends"][1:], form["shares"][1:]):
                numbers.append(("end", end, -0.3, 0.3))
                numbers.append(("share", share, 0.5, 1.0))
        self.names = [name for name, *_ in numbers]
        self.true, self.low, self.high = np.array([part[1:] for part in numbers], float).T
        normal = ~np.isfinite(self.low)
        with np.errstate(invalid="ignore"):
            self.mean = np.where(normal, 0.0, 0.5 * (self.low + self.high))
            self.spread = np.where(normal, np.sqrt(0.5), (self.high - self.low) / np.sqrt(12.0))
        self.step = 0.02 * self.spread
        for name, step in (("row", 0.25), ("col", 0.25), ("size", 0.01)):
            self.step[self.names.index(name)] = step
        self.offset = 0.0
        self.offset = source.motion - self.motion(self.true)

    def motion(self, numbers):
        """Metres towards the satellite; at the true numbers what the simulator made."""
        form, value = dict(self.form), dict(zip(self.names, numbers))
        for name in self.names:
            if name in ("row", "col", "ratio", "power", "depth", "strike", "width"):
                form[name] = value[name]
        if form["kind"] == "slope":
            form["length"] = np.exp(value["length"])
            unit = form["towards"] * sliding(form, self.pixel)
        else:
            if form["kind"] == "layer":
                form["radius"] = np.exp(value["radius"])
                pairs = np.asarray(numbers)[[n.startswith("wave") for n in self.names]]
                form["waves"] = [
                    (np.hypot(*pair), np.arctan2(*pair[::-1])) for pair in pairs.reshape(3, 2)
                ]
            else:
                form["length"] = value["length"]
                more = np.asarray(numbers)[self.names.index("depth") + 1 :]
                form["ends"] = np.array([self.form["ends"][0], *more[::2]])
                form["shares"] = np.array([self.form["shares"][0], *more[1::2]])
            unit = self._compaction(form)
        return self.sign * np.exp(value["size"]) * unit / np.abs(unit).max() + self.offset

    def _compaction(self, form):
        """As the simulator's, by the transform of the nucleus of strain (Geertsma 1973)."""
        layer = fft.rfft2(compacting(form, self.pixel, soft=True), (2 * SIDE, 2 * SIDE))
        north = -2.0 * np.pi * fft.fftfreq(2 * SIDE, self.pixel)[:, None]
        east = 2.0 * np.pi * fft.rfftfreq(2 * SIDE, self.pixel)[None, :]
        total = np.hypot(east, north)
        flat = 1j * (self.look[0] * east + self.look[1] * north) / np.maximum(total, 1e-12)
        nucleus = (flat - self.look[2]) * np.exp(-total * form["depth"])
        unit = fft.irfft2(layer * nucleus, (2 * SIDE, 2 * SIDE))[:SIDE, :SIDE]
        return 2.0 * (1.0 - POISSON) * unit

    def allowed(self, numbers):
        """Whether the simulator may draw these numbers."""
        return bool(np.all((numbers >= self.low) & (numbers <= self.high)))

    def prior(self, numbers):
        """Logarithm of their density in the simulator, up to a constant."""
        normal = ~np.isfinite(self.low)
        return -0.5 * np.sum((np.asarray(numbers)[normal] / self.spread[normal]) ** 2)


def box_of(motion):
    """The box that the simulator would draw around it."""
    size = np.abs(motion)
    inside = size >= EDGE * size.max()
    rows, cols = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    return np.array([rows[0], cols[0], rows[-1] + 1, cols[-1] + 1], float)


def fitted(one, quiet, rng):
    """What the oracle finds: for every source that counts boxes and their weights, and more."""
    sources = [Source(one, source) for source in one.sources]
    cells = Cells(one, quiet)

    def phase(source, numbers):
        return cells.white(cells.turned(one, source.motion(numbers)))

    data = cells.data + sum(phase(source, source.true) for source in sources)
    at = [source.true.copy() for source in sources]
    mean = np.concatenate([source.mean for source in sources])
    rigid = np.concatenate([source.spread for source in sources]) ** -2.0
    ends = np.cumsum([0, *(len(numbers) for numbers in at)])
    jacobian = np.empty((len(cells.data), ends[-1]))
    made = [phase(source, numbers) for source, numbers in zip(sources, at)]
    value = np.inf
    for _ in range(ROUNDS + 1):
        for source, numbers, first in zip(sources, at, ends):
            for k, step in enumerate(source.step):
                pair = []
                for side in (step, -step):
                    moved = numbers.copy()
                    moved[k] += side
                    pair.append(phase(source, moved))
                jacobian[:, first + k] = (pair[0] - pair[1]) / (2.0 * step)
        precision = jacobian.T @ jacobian
        precision[np.diag_indices_from(precision)] += rigid
        rest = data - sum(made)
        pull = rigid * (np.concatenate(at) - mean)
        value = rest @ rest + pull @ (np.concatenate(at) - mean)
        change = cho_solve(cho_factor(precision), jacobian.T @ rest - pull)
        if _ == ROUNDS or np.sqrt(change @ precision @ change) < 0.1:
            break
        for share in (1.0, 0.5, 0.25, 0.1, 0.0):  # shorter steps where a whole one goes astray
            tried = [
                np.clip(a + share * change[i:j], s.low, s.high)
                for a, s, i, j in zip(at, sources, ends[:-1], ends[1:])
            ]
            new = [phase(source, numbers) for source, numbers in zip(sources, tried)]
            left, pull = data - sum(new), np.concatenate(tried) - mean
            if left @ left + pull @ (rigid * pull) <= value:
                at, made = tried, new
                break
    spread = np.linalg.inv(precision)
    told = []
    for k, source in enumerate(sources):
        if not source.counts:
            continue
        mine = slice(ends[k], ends[k + 1])
        others = np.r_[0 : ends[k], ends[k + 1] : ends[-1]]
        told.append(
            _posterior(
                source, at[k], spread[mine, mine], data - sum(made) + made[k],
                lambda numbers, source=source: phase(source, numbers), jacobian[:, others],
                rigid[others], (np.concatenate(at) - mean)[others], rng,
            )
        )  # fmt: skip
        told[-1]["snr"] = np.sqrt(np.sum(phase(source, source.true) ** 2))
    return told


def _posterior(source, middle, spread, data, phase, others, rigid, pulled, rng):
    """Boxes of forms drawn by the posterior, and their weights; the likeliest form's box first."""
    factor = np.linalg.cholesky(WIDER**2 * spread)
    inner = others.T @ others + np.diag(rigid)
    boxes, logs = [box_of(source.motion(middle))], []
    for _ in range(20 * DRAWS):
        unit = rng.standard_normal(len(middle))
        numbers = middle + factor @ unit
        if not source.allowed(numbers):
            continue
        motion = source.motion(numbers)
        rest = data - phase(numbers)
        log = source.prior(numbers) + 0.5 * unit @ unit - 0.5 * rest @ rest
        if len(inner):
            along = others.T @ rest - rigid * pulled
            log += 0.5 * along @ np.linalg.solve(inner, along)
        boxes.append(box_of(motion))
        logs.append(log)
        if len(logs) == DRAWS:
            break
    weights = np.exp(np.array(logs) - max(logs))
    weights /= weights.sum()
    effective = 1.0 / np.sum(weights**2)
    for power in (0.7, 0.5, 0.3, 0.1):  # a few that take it all would make the oracle too sure
        if 1.0 / np.sum(weights**2) >= 10.0:
            break
        weights = np.exp(power * (np.array(logs) - max(logs)))
        weights /= weights.sum()
    return {"boxes": np.array(boxes), "weights": weights, "effective": effective}


def best(told, earned):
    """The box that earns most on average, and what."""
    drawn, weights = told["boxes"][1:], told["weights"]
    mean = weights @ drawn
    middle, half = 0.5 * (mean[:2] + mean[2:]), 0.5 * (mean[2:] - mean[:2])
    grown = [np.concatenate((middle - g * half, middle + g * half)) for g in GROWN]
    tried = np.concatenate((grown, told["boxes"]))
    gain = earned(overlaps(tried, drawn)) @ weights
    return tried[gain.argmax()], gain.max()


def credit(fit):
    """Share of the overlaps asked for that are reached."""
    return np.mean(fit[..., None] >= OVERLAPS, axis=-1)


def drawn_by(kept, earned):
    """The oracle's boxes and scores, scene by scene."""
    found = []
    for _, told, _ in kept:
        pairs = [best(one, earned) for one in told]
        boxes = np.array([box for box, _ in pairs]).reshape(-1, 4)
        found.append((boxes, np.array([score for _, score in pairs])))
    return found


def row(name, kept, boxes_for) -> str:
    """A line of the first table; `boxes_for` gives boxes and scores for an overlap."""
    scenes, areas, perfect, recall = [one for one, *_ in kept], [], [], np.nan
    for least in OVERLAPS:
        _, right, sources = judged(scenes, boxes_for(least), overlaps, least)
        areas.append(average_precision(right, sources))
        perfect.append(right.sum() / sources)
        if least == OVERLAPS[0]:
            recall = recall_at(right, sources)
    numbers = (*_three(areas), recall, *_three(perfect))
    return f"| {name} | " + " | ".join(f"{number:.3f}" for number in numbers) + " |"


def _three(areas):
    return areas[0], areas[6], np.mean(areas)


def of_sources(kept):
    """Of every source that counts: (slope, fringes, side of its box in pixels, what is above noise,
    the effective number of draws, overlap of the oracle's box and what it expects to earn, overlap
    of the detector's best box and how much longer its sides are)."""
    rows = []
    for one, told, (boxes, _) in kept:
        fit = overlaps(boxes, one.boxes) if len(one.sources) else None
        counted = [k for k, source in enumerate(one.sources) if source.counts]
        for k, oracle in zip(counted, told):
            source, true = one.sources[k], one.boxes[k : k + 1]
            box, expected = best(oracle, credit)
            sides = true[0, 2:] - true[0, :2]
            nearest = int(fit[:, k].argmax()) if len(boxes) else -1
            reached, longer = 0.0, np.nan
            if nearest >= 0 and fit[nearest, k] >= OVERLAPS[0]:
                reached = fit[nearest, k]
                longer = np.mean(np.log((boxes[nearest, 2:] - boxes[nearest, :2]) / sides))
            rows.append(
                (source.kind == "slope", source.fringes, np.sqrt(np.prod(sides)), oracle["snr"],
                 oracle["effective"], overlaps(box[None], true)[0, 0], expected, reached, longer)
            )  # fmt: skip
    return np.array(rows, float)


def by_class(rows):
    """Lines of the second table."""
    slope, fringes, side, above, _, oracle, expected, detector, longer = rows.T
    classes = [
        (f"{kind}, {name} fringes", (slope == number) & (fringes >= low) & (fringes < high))
        for number, kind in enumerate(("basin", "slope"))
        for name, low, high in (("below 1", 0, 1), ("1 to 4", 1, 4), ("4 and more", 4, np.inf))
    ]
    classes += [
        (f"box of {name} pixels", (side >= low) & (side < high))
        for name, low, high in (("below 32", 0, 32), ("32 to 64", 32, 64), ("64 to 128", 64, 128),
                                ("128 and more", 128, np.inf))
    ]  # fmt: skip
    classes += [
        (f"{name} deviations above air and noise", (above >= low) & (above < high))
        for name, low, high in (("below 8", 0, 8), ("8 to 20", 8, 20), ("20 and more", 20, np.inf))
    ]
    for name, mine in (*classes, ("all", np.ones(len(rows), bool))):
        if mine.any():
            numbers = (
                np.mean(oracle[mine] >= 0.5), np.mean(oracle[mine] >= 0.8),
                np.mean(credit(oracle[mine])), np.mean(expected[mine]),
                np.mean(detector[mine] >= 0.5), np.mean(detector[mine] >= 0.8),
                np.mean(credit(detector[mine])), np.expm1(np.nanmean(longer[mine])),
            )  # fmt: skip
            cells = " | ".join(f"{number:.2f}" for number in numbers)
            yield f"| {name} | {mine.sum()} | {cells} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scenes", type=int, default=400)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--quiet", type=float, default=1.0)
    options = parser.parse_args()
    register()
    from groundshift.algorithms.detection.detecting import detect

    pieces, kept = RealPieces(options.data), []
    for seed in range(options.scenes):
        one = scene(pieces, seed)
        if one.known is None:
            continue
        told = fitted(one, options.quiet, np.random.default_rng(seed)) if one.sources else []
        boxes = detect(one.phase, one.pixel, one.wavelength, coherence=one.coherence)
        one = light(one)
        one.phase = one.coherence = None
        kept.append((one, told, boxes))
    rows = of_sources(kept)
    one_box = drawn_by(kept, credit)
    each = {least: drawn_by(kept, lambda fit, at=least: fit >= at) for least in OVERLAPS}
    detector = [boxes for *_, boxes in kept]
    lines = [
        f"{len(kept)} scenes of {options.scenes} (those without real background), {len(rows)} "
        "sources that count." + (
            f" Noise and air times {options.quiet:g} for the oracle." if options.quiet != 1 else ""
        ), "",
        "| boxes | AP50 | AP80 | mAP | recall | perfect ranking: AP50 | AP80 | mAP |",
        "|---|---|---|---|---|---|---|---|",
        row("oracle, a box for each overlap", kept, each.get),
        row("oracle, one box", kept, lambda least: one_box),
        row("detector", kept, lambda least: detector), "",
        "Shares of the sources whose box reaches an overlap of 0.5 and 0.8, mean share of the ten "
        "overlaps reached, what the oracle's posterior expected it to be; how much longer the "
        f"detector's sides are than the true ones. {np.median(rows[:, 4]):.0f} of {DRAWS} draws "
        f"are effective in the median, less than ten for {np.mean(rows[:, 4] < 10):.0%} of the "
        "sources.", "",
        "| sources | number | oracle, 0.5 | 0.8 | mean | expected | detector, 0.5 | 0.8 | mean "
        "| longer |",
        "|---|---|---|---|---|---|---|---|---|---|", *by_class(rows),
    ]  # fmt: skip
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text)
    if options.quiet == 1.0:
        name = "results_ceiling_detectmotion.md"
        (ROOT / "benchmarks" / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
