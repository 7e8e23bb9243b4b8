# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""`detectmotion` on scenes of simulators that did not train it, and on a real pair without motion.

``.venv/bin/python benchmarks/accuracy_detectmotion.py [--scenes 400] [--data ../shared/data]
[--scenes-of third] [--methods learned]``
prints a table in Markdown (also written to ``benchmarks/results_accuracy_detectmotion.md``, with
``_third`` at its end for the third, and with the number of scenes where it is not 400).
``benchmarks/detection_scenes.py`` makes the scenes, or ``benchmarks/detection_scenes_third.py``,
another simulator that was written without sight of it.

- *AP50*, *AP80*, *mAP*: average precision (area below the precision that is not exceeded at higher
  recall) where a box has found a source if their overlap is at least 0.5, 0.8, and the mean over
  0.5, 0.55 ... 0.95. *centre*: where its middle lies in the source's box.
- *recall*: of sources, at the lowest score with 90 % precision; *below one fringe*: of those only.
- *calibration*: the largest difference, over eighths of the boxes by score, between the mean score
  and the share of boxes that are right (overlap 0.5); boxes below a score of 0.05 are left out. In
  brackets what would be found on average if every score were true: chance alone.
- *Morocco*: boxes on the real pair at the method's own threshold.

A source that shows less than a quarter of a fringe, or whose ground does not cohere, counts neither
as missed nor does a box on it count as false.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import detection_scenes_third
import numpy as np
from accuracy_ps import register
from detection_scenes import RealPieces, scene

ROOT = Path(__file__).resolve().parent.parent
OVERLAPS = np.arange(0.5, 0.96, 0.05)


def overlaps(boxes, others) -> np.ndarray:
    """Intersection over union of every box with every other one."""
    low = np.maximum(boxes[:, None, :2], others[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    both = np.prod(np.clip(high - low, 0.0, None), axis=-1)
    one, other = (np.prod(some[:, 2:] - some[:, :2], axis=1) for some in (boxes, others))
    return both / np.maximum(one[:, None] + other[None, :] - both, 1e-9)


def centred(boxes, others) -> np.ndarray:
    """1 where the middle of a box lies in another one; the nearer middle counts more."""
    middles = 0.5 * (boxes[:, None, :2] + boxes[:, None, 2:])
    inside = np.all((middles >= others[None, :, :2]) & (middles <= others[None, :, 2:]), axis=-1)
    return np.where(inside, 0.5 + 0.5 * overlaps(boxes, others), 0.0)


def judged(scenes, found, alike, least, below=np.inf):
    """Scores, whether right, of the boxes that count; the number of sources that do.

    Boxes take the source that they fit best, the highest score first, each source once.
    """
    scores, right, sources = [], [], 0
    for one, (boxes, score) in zip(scenes, found):
        counts = np.array([s.counts and s.fringes < below for s in one.sources], bool)
        sources += int(counts.sum())
        taken = np.zeros(len(counts), bool)
        fit = alike(boxes, one.boxes) if len(counts) else np.zeros((len(boxes), 0))
        for number in np.argsort(-score, kind="stable"):
            open_to = np.where(taken, 0.0, fit[number])
            best = int(np.argmax(open_to)) if len(open_to) else -1
            hit = best >= 0 and open_to[best] >= least
            if hit:
                taken[best] = True
                if not counts[best]:
                    continue
            elif len(counts) and fit[number][~counts].max(initial=0.0) > 0.1:
                continue  # it lies on ground that moves, but does not count
            scores.append(score[number])
            right.append(hit)
    order = np.argsort(-np.array(scores), kind="stable")
    return np.array(scores)[order], np.array(right, bool)[order], sources


def curve(right, sources):
    """Precision and recall with ever more boxes."""
    hits = np.cumsum(right)
    return hits / np.arange(1, len(hits) + 1), hits / max(sources, 1)


def average_precision(right, sources) -> float:
    """Area below the curve of precision against recall."""
    if not len(right):
        return 0.0
    precision, recall = curve(right, sources)
    highest = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.sum(highest * np.diff(recall, prepend=0.0)))


def recall_at(right, sources, precision=0.9) -> float:
    """Largest share of the sources at that precision."""
    if not len(right):
        return 0.0
    precise, recall = curve(right, sources)
    return float(recall[precise >= precision].max(initial=0.0))


def calibration(scores, right, pieces=8) -> float:
    """Largest difference of score and share of right boxes."""
    used = scores >= 0.05
    if used.sum() < 10 * pieces:
        return np.nan
    parts = zip(np.array_split(scores[used], pieces), np.array_split(right[used], pieces))
    return max(abs(score.mean() - hit.mean()) for score, hit in parts)


def by_chance(scores, draws=200) -> float:
    """Mean of :func:`calibration` if every score were true."""
    rng = np.random.default_rng(1)
    return float(
        np.mean([calibration(scores, rng.random(len(scores)) < scores) for _ in range(draws)])
    )


def row(name, scenes, found, alarms) -> str:
    """A line of the table."""
    precisions = [
        average_precision(*judged(scenes, found, overlaps, least)[1:]) for least in OVERLAPS
    ]
    scores, right, sources = judged(scenes, found, overlaps, 0.5)
    centre = judged(scenes, found, centred, 0.5)
    small = judged(scenes, found, overlaps, 0.5, below=1.0)
    small_centre = judged(scenes, found, centred, 0.5, below=1.0)
    numbers = [
        precisions[0], precisions[6], np.mean(precisions), average_precision(*centre[1:]),
        recall_at(right, sources), recall_at(*centre[1:]), recall_at(*small[1:]),
        recall_at(*small_centre[1:]), calibration(scores, right),
    ]  # fmt: skip
    cells = " | ".join(f"{number:.3f}" for number in numbers)
    return f"| {name} | {cells} ({by_chance(scores):.3f}) | {alarms} |"


def light(one):
    """A scene without the images that boxes are not judged by."""
    one.truth = one.deviation = one.known = None
    for source in one.sources:
        source.motion = None
    return one


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scenes", type=int, default=400)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--scenes-of", choices=("second", "third"), default="second")
    parser.add_argument("--methods", nargs="+", default=["log", "learned"])
    options = parser.parse_args()
    register()
    from groundshift.algorithms.detection.detecting import THRESHOLDS, detect

    pieces = RealPieces(options.data)
    if options.scenes_of == "third":
        scenes = [light(detection_scenes_third.scene(seed)) for seed in range(options.scenes)]
        name = "results_accuracy_detectmotion_third"
    else:
        scenes = [light(scene(pieces, seed)) for seed in range(options.scenes)]
        name = "results_accuracy_detectmotion"
    name += ".md" if options.scenes == 400 else f"_{options.scenes}.md"
    counted = sum(source.counts for one in scenes for source in one.sources)
    lines = [
        f"{len(scenes)} scenes, {counted} sources that count.", "",
        "| method | AP50 | AP80 | mAP | AP centre | recall | recall, centre | below one fringe "
        "| below one fringe, centre | calibration | Morocco |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for method in options.methods:
        begin = time.perf_counter()
        found = [
            detect(one.phase, one.pixel, one.wavelength, coherence=one.coherence, method=method)
            for one in scenes
        ]
        took = time.perf_counter() - begin
        _, alarms = detect(
            pieces.phase, pieces.pixel, 0.0555, coherence=pieces.coherence, method=method,
            threshold=THRESHOLDS[method],
        )  # fmt: skip
        lines.append(
            row(f"{method} ({took / len(scenes):.2f} s a scene)", scenes, found, len(alarms))
        )
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text)
    (ROOT / "benchmarks" / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
