# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Calibrates the scores of `detectmotion` and tells what they reach on simulated scenes.

    python3 scripts/judge_detectmotion.py [--scenes 600] [--others 300] [--calibrate]

The scenes come from the training's simulator with another seed. With ``--calibrate`` two thirds of
them, and scenes of the third simulator (``benchmarks/detection_scenes_third.py``) that no benchmark
judges by, give the scores' meaning (the share of boxes that are right, by isotonic regression) and
the score at which nine of ten are right, both written into the weights of the second look; the
other third judges them. A network is surer of what its own simulator makes than of anything else.
Needs no PyTorch. The independent judgement is ``benchmarks/accuracy_detectmotion.py``.
"""

from __future__ import annotations

import argparse
import json
import sys

import numpy as np
from motion_scenes import Scene, Simulator
from train_detectmotion import ROOT, load_package
from train_secondlook import TARGET

SEED = 9001
OTHERS = 10_000
"""First of the third simulator's scenes that calibrate; the benchmark's are lower."""
OVERLAPS = np.arange(0.5, 0.96, 0.05)


def matched(scenes, found, least):
    """Scores of boxes that count, whether right, and the number of sources that do."""
    from groundshift.algorithms.detection.twins import overlap

    rows, sources = [], 0
    for scene, boxes in zip(scenes, found):
        sources += int(scene.counts.sum())
        taken = np.zeros(len(scene.counts), bool)
        for k in np.argsort(-boxes.score, kind="stable"):
            fit = overlap(boxes.box[k], scene.boxes) if len(taken) else np.zeros(0)
            free = np.where(taken, 0.0, fit)
            best = int(np.argmax(free)) if len(free) else -1
            if best >= 0 and free[best] >= least:
                taken[best] = True
                if scene.counts[best]:
                    rows.append((boxes.score[k], 1))
            elif not (len(fit) and fit[~scene.counts].max(initial=0.0) > 0.1):
                rows.append((boxes.score[k], 0))
    rows = np.array(rows, float).reshape(-1, 2)
    rows = rows[np.argsort(-rows[:, 0], kind="stable")]
    return rows[:, 0], rows[:, 1], sources


def average_precision(right, sources):
    """Area below precision against recall; recall at 90 % precision, and how many boxes that is."""
    hits = np.cumsum(right)
    precision, recall = hits / np.arange(1, len(hits) + 1), hits / max(sources, 1)
    highest = np.maximum.accumulate(precision[::-1])[::-1]
    good = np.flatnonzero(precision >= 0.9)
    last = int(good[-1]) if len(good) else -1
    area = float(np.sum(highest * np.diff(recall, prepend=0.0)))
    return area, float(recall[last]) if last >= 0 else 0.0, last


def calibration(scores, right, first=60, growth=1.15):
    """Knots (score as it was, share of right ones) that rise.

    The highest scores, which matter, stand in small groups, the many low ones in large ones.
    """
    order = np.argsort(-scores, kind="stable")
    ends, size = [0], first
    while ends[-1] < len(order):
        ends.append(min(int(ends[-1] + size), len(order)))
        size *= growth
    parts = [order[a:b] for a, b in zip(ends[:-1], ends[1:])][::-1]
    values = [[scores[p].mean(), right[p].mean(), len(p)] for p in parts]
    k = 0
    while k + 1 < len(values):  # pool what falls
        if values[k + 1][1] <= values[k][1]:
            one, two = values[k], values.pop(k + 1)
            count = one[2] + two[2]
            values[k] = [(a * one[2] + b * two[2]) / count for a, b in zip(one[:2], two[:2])]
            values[k].append(count)
            k = max(k - 1, 0)
        else:
            k += 1
    knots = [(v[0], v[1]) for v in values]
    first, last = knots[0], knots[-1]
    return [(first[0] - 3.0, 0.0), *knots, (last[0] + 3.0, min(1.0, last[1] + 0.5 * (1 - last[1])))]


def reliability(scores, right, pieces=8):
    """Largest difference of mean score and share of right boxes over eighths above 0.05."""
    used = np.flatnonzero(scores >= 0.05)
    parts = np.array_split(used, pieces)
    return max(abs(scores[p].mean() - right[p].mean()) for p in parts if len(p))


def foreign(count):
    """Scenes of the third simulator, as :func:`matched` reads them, and their pixels in metres."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from detection_scenes_third import scene

    scenes, pixels = [], []
    for number in range(OTHERS, OTHERS + count):
        made = scene(number)
        kind = np.array([source.kind == "slope" for source in made.sources], int)
        fringes = np.array([source.fringes for source in made.sources])
        counts = np.array([source.counts for source in made.sources], bool)
        scenes.append(
            Scene(made.phase, made.coherence, made.boxes, kind, fringes, counts, np.zeros(0, bool))
        )
        pixels.append(made.pixel)
    return scenes, pixels


def main():
    """Judge, or calibrate and judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scenes", type=int, default=600)
    parser.add_argument("--others", type=int, default=300)
    parser.add_argument("--calibrate", action="store_true")
    options = parser.parse_args()
    load_package()
    from groundshift.algorithms.detection import detecting, network

    simulator = Simulator(SEED, 224, largest=80.0)
    scenes = [simulator.scene() for _ in range(options.scenes)]

    def found(method, scenes=scenes, pixels=None):
        return [
            detecting.boxes_in(
                s.phase, pixels[k] if pixels else 30.0, s.coherence if k % 2 else None,
                method=method, threshold=0.005,
            )
            for k, s in enumerate(scenes)
        ]  # fmt: skip

    part = 2 * len(scenes) // 3
    if options.calibrate:
        with np.load(TARGET) as file:
            arrays = dict(file)
        about = json.loads(str(arrays.pop("about")))
        about.pop("calibration", None)
        np.savez_compressed(TARGET, about=json.dumps(about), **arrays)
        network.weights.cache_clear()
        others, pixels = foreign(options.others)
        raw = found("learned", scenes[:part]) + found("learned", others, pixels)
        before, after = np.transpose(detecting.STEADY)
        for boxes in raw:
            boxes.score = np.interp(boxes.score, after, before)
        others = scenes[:part] + others
        knots = calibration(*matched(others, raw, 0.5)[:2])
        for boxes in raw:
            boxes.score = np.interp(boxes.score, *np.transpose(knots))
        scores, right, sources = matched(others, raw, 0.5)
        last = average_precision(right, sources)[2]
        about["calibration"] = [[round(a, 4), round(b, 4)] for a, b in knots]
        about["threshold"] = round(float(scores[max(last, 0)]), 3)
        np.savez_compressed(TARGET, about=json.dumps(about), **arrays)
        network.weights.cache_clear()
        print(f"threshold {about['threshold']}: put it into detecting.THRESHOLDS")
    print("| method | AP50 | AP80 | mAP | recall at 90 % precision | at score | reliability |")
    print("|---|---|---|---|---|---|---|")
    for method in detecting.METHODS:
        boxes = found(method, scenes[part:])
        areas = [
            average_precision(*matched(scenes[part:], boxes, least)[1:])[0] for least in OVERLAPS
        ]
        scores, right, sources = matched(scenes[part:], boxes, 0.5)
        _, recall, last = average_precision(right, sources)
        print(
            f"| {method} | {areas[0]:.3f} | {areas[6]:.3f} | {np.mean(areas):.3f} | {recall:.3f} | "
            f"{scores[last]:.3f} | {reliability(scores, right):.3f} |", flush=True,
        )  # fmt: skip
    sys.stdout.write(f"{len(scenes) - part} scenes, {sources} sources that count\n")


if __name__ == "__main__":
    main()
