# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Trains the second look of `detectmotion` on boxes of its first network, and writes its weights.

    make training                                          # once: PyTorch by apt
    python3 scripts/train_detectmotion.py                  # the first network
    python3 scripts/train_secondlook.py                    # 31 minutes of one core

The same seed gives the same scenes and so, but for rounding, the same weights.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from train_detectmotion import (  # sets threads before numpy starts
    ROOT,
    average,
    begin_from,
    keep_memory,
    load_package,
    write_weights,
)

# isort: split
import numpy as np
from motion_scenes import Simulator

TARGET = ROOT / "algorithms" / "detection" / "weights" / "look.npz"
SIZE = 192
LEAST = -2.75
"""Heat of the boxes that are looked at."""
OTHERS = ("squeeze", "hidden", "head")
"""Layers behind those of 3 x 3."""
EXAMPLES = 512
"""Pictures by which normalisation is put back into weights that were trained before."""
NEAR = 0.65
"""Share of the pictures that show a source."""


class Material:
    """Scenes, the boxes that the first network finds on them, and those that are right.

    Pictures are drawn from the boxes found, from boxes around sources that are moved at random,
    and from what a first look would make of them (nearer ones).
    """

    def __init__(self, seed, count, first):
        from groundshift.algorithms.detection import motion_network
        from groundshift.algorithms.detection.twins import distinct, overlap

        self.rng = np.random.default_rng(seed + 1)
        simulator = Simulator(seed, SIZE, largest=70.0)
        weights = motion_network.read_weights(first)
        self.images, self.truth, self.found = [], [], []
        for number in range(count):
            scene = simulator.scene()
            void = ~np.isfinite(scene.phase)
            known = self.rng.random() < 0.5
            weight = np.nan_to_num(scene.coherence) if known else 1.0
            phase = np.where(void, 0.0, scene.phase)
            image = np.stack((np.cos(phase) * weight, np.sin(phase) * weight)) * ~void
            image = image.astype(np.float32)
            seen = image
            if not known:
                phase = np.where(void, self.rng.uniform(-np.pi, np.pi, void.shape), phase)
                seen = np.stack((np.cos(phase), np.sin(phase))).astype(np.float32)
            out = motion_network.answers(seen, weights)
            _, box, heat = motion_network.peaks(out, LEAST)
            order = np.argsort(-heat)
            box, heat = box[order] * 4.0, heat[order]
            one = distinct(box)
            self.images.append(image.astype(np.float16))
            self.found.append((box[one], heat[one]))
            self.truth.append((scene.boxes, scene.counts, scene.kind, np.abs(scene.fringes)))
            if number % 500 == 499:
                print(f"{number + 1} scenes, {time.process_time():.0f} s", flush=True)
        self.pairs = [], []  # far from every source, near one
        for scene, ((box, _), (true, *_)) in enumerate(zip(self.found, self.truth)):
            for k in range(len(box)):
                fit = overlap(box[k], true).max(initial=0.0) if len(true) else 0.0
                self.pairs[int(fit > 0.2)].append((scene, k))
        print(f"{len(self.pairs[1])} boxes near a source, {len(self.pairs[0])} far", flush=True)

    def example(self):
        """Picture, extras, what is wanted, and its weights: (box, right)."""
        from groundshift.algorithms.detection import second_look
        from groundshift.algorithms.detection.twins import overlap

        rng = self.rng
        pairs = self.pairs[int(rng.random() < NEAR)]
        scene, k = pairs[rng.integers(len(pairs))]
        image = self.images[scene].astype(np.float32)
        boxes, counts, kind, fringes = self.truth[scene]
        box, heat = self.found[scene][0][k].copy(), self.found[scene][1][k]
        fit = overlap(box, boxes) if len(boxes) else np.zeros(0)
        best = int(fit.argmax()) if len(fit) else -1
        near = best >= 0 and fit[best] > 0.2
        if near and rng.random() < 0.6:  # between what was found and what is right, and around it
            share, spread = rng.random(), rng.uniform(0.0, 0.18)
            box = share * box + (1 - share) * boxes[best]
        else:
            spread = 0.03
        size = box[2:] - box[:2]
        middle = (box[2:] + box[:2]) / 2 + spread * rng.standard_normal(2) * size
        size = size * np.exp(1.3 * spread * rng.standard_normal(2))
        size = np.maximum(size, 4.0)
        box = np.concatenate((middle - size / 2, middle + size / 2))
        seen = second_look.picture(image, box)
        wanted = np.zeros(9, np.float32)  # box (4), kind, log cycles; near, judged, counted
        if near:
            true = boxes[best]
            tall, shift = true[2:] - true[:2], (true[2:] + true[:2]) / 2 - middle
            wanted[:4] = (*(shift / size), *np.log(tall / size))
            wanted[4], wanted[5] = kind[best], np.log(fringes[best])
        counted = near and counts[best]
        wanted[6] = near and (counts[best] or fringes[best] > 0.2) and fit[best] > 0.2
        wanted[7] = 1.0 if counted or not (len(fit) and fit[~counts].max(initial=0) > 0.1) else 0.0
        wanted[8] = counted
        extras = second_look.extras(heat, box)
        quarter, mirror, negative = rng.integers((4, 2, 2))
        if negative:
            seen[1] = -seen[1]
        if mirror:
            seen, wanted[1] = seen[:, :, ::-1], -wanted[1]
        for _ in range(quarter):  # (row, column) becomes (-column, row)
            seen = np.rot90(seen, axes=(1, 2))
            wanted[:4] = (-wanted[1], wanted[0], wanted[3], wanted[2])
            extras[1] = -extras[1]
        return np.ascontiguousarray(seen), extras, wanted


def network(torch):
    """The network of :mod:`groundshift.algorithms.detection.second_look`, with gradients."""
    from groundshift.algorithms.detection import second_look as look
    from torch import nn

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.convs = nn.ModuleList(
                nn.Conv2d(a, b, 3, stride=s, padding=d, dilation=d) for _, a, b, s, d in look.LAYERS
            )
            self.norms = nn.ModuleList(nn.BatchNorm2d(c.out_channels) for c in self.convs)
            self.squeeze = nn.Conv2d(look.WIDTHS[-1], look.SQUEEZED, 1)
            inward = look.SQUEEZED * (look.SIDE // 8) ** 2 + look.EXTRAS
            self.hidden, self.head = (
                nn.Linear(inward, look.HIDDEN),
                nn.Linear(look.HIDDEN, look.CLOSELY + 1),
            )
            for layer in self.convs:
                nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
                nn.init.zeros_(layer.bias)
            nn.init.normal_(self.head.weight, std=0.02)
            nn.init.zeros_(self.head.bias)
            self.drop = nn.Dropout(0.1)

        def forward(self, x, extras):
            for layer, norm in zip(self.convs, self.norms):
                new = torch.relu(norm(layer(x)))
                x = new if layer.stride[0] > 1 else x + new
            x = torch.relu(self.squeeze(x)).flatten(1)
            x = torch.relu(self.hidden(self.drop(torch.cat((x, extras), 1))))
            return self.head(x)

    return Net()


def loss_of(torch, out, wanted):
    """Overlap and sides of the boxes, whether they are right after the look, kind and cycles."""
    functional = torch.nn.functional
    near = wanted[:, 6]
    step = torch.cat((out[:, :2].clamp(-0.5, 0.5), out[:, 2:4].clamp(-0.5, 0.5)), 1)
    size, want = torch.exp(step[:, 2:]), torch.exp(wanted[:, 2:4])
    low = torch.maximum(step[:, :2] - size / 2, wanted[:, :2] - want / 2)
    high = torch.minimum(step[:, :2] + size / 2, wanted[:, :2] + want / 2)
    common = (high - low).clamp(min=0).prod(1)
    iou = common / (size.prod(1) + want.prod(1) - common)
    sides = functional.smooth_l1_loss(out[:, :4], wanted[:, :4], reduction="none", beta=0.05).sum(1)
    box = (near * (1 - iou + 0.7 * sides)).sum() / near.sum().clamp(min=1)
    right = ((iou.detach() > 0.5) & (wanted[:, 8] > 0)).float()
    sure = functional.binary_cross_entropy_with_logits(out[:, 4], right, reduction="none")
    close = wanted[:, 8] * ((iou.detach() - 0.475) / 0.5).clamp(0, 1)
    close = functional.binary_cross_entropy_with_logits(out[:, 7], close, reduction="none")
    sure = (wanted[:, 7] * (sure + close)).sum() / wanted[:, 7].sum().clamp(min=1)
    kind = functional.binary_cross_entropy_with_logits(out[:, 5], wanted[:, 4], reduction="none")
    cycles = torch.abs(out[:, 6] - wanted[:, 5])
    rest = (wanted[:, 8] * (0.15 * kind + 0.15 * cycles)).sum() / wanted[:, 8].sum().clamp(min=1)
    return 2.0 * box + sure + rest, (near * iou).sum() / near.sum().clamp(min=1), sure


def train(arguments):
    """Train; returns the averaged weights and the processor's seconds."""
    import torch

    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(arguments.seed)
    began = time.process_time()
    material = Material(arguments.seed, arguments.scenes, arguments.first)
    torch.set_num_threads(1)
    net, mean = network(torch), network(torch)
    if arguments.start:
        from groundshift.algorithms.detection import second_look

        seen, extras, _ = zip(*(material.example() for _ in range(EXAMPLES)))
        examples = (torch.from_numpy(np.stack(part)) for part in (seen, extras))
        names = [name for name, *_ in second_look.LAYERS]
        found = second_look.read_weights(arguments.start)
        begin_from(torch, net, found, names, OTHERS, *examples)
    mean.load_state_dict(net.state_dict())
    optimizer = torch.optim.AdamW(net.parameters(), lr=arguments.rate, weight_decay=1e-2)
    told = np.zeros(3)
    for step in range(arguments.steps):
        pace = 0.5 * (1 + np.cos(np.pi * step / arguments.steps))
        optimizer.param_groups[0]["lr"] = arguments.rate * min(1, (step + 1) / 100) * pace
        batch = [material.example() for _ in range(arguments.batch)]
        seen, extras, wanted = (torch.from_numpy(np.stack(part)) for part in zip(*batch))
        optimizer.zero_grad()
        total, iou, sure = loss_of(torch, net(seen, extras), wanted)
        total.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimizer.step()
        keep = min(0.995, (step + 1) / (step + 20))
        average(torch, mean, net, keep)
        told = 0.98 * told + 0.02 * np.array((float(total), float(iou), float(sure)))
        if step % 100 == 99:
            now = told / (1 - 0.98 ** (step + 1))
            print(
                f"{step + 1} steps, loss {now[0]:.3f}, overlap {now[1]:.3f}, right {now[2]:.3f}, "
                f"{time.process_time() - began:.0f} s", flush=True,
            )  # fmt: skip
        if step % 1000 == 999:
            save(mean, arguments, time.process_time() - began, arguments.out)
        if step + 1 == arguments.until:
            break
    return mean, time.process_time() - began


def save(net, arguments, seconds, path):
    """Write weights by the names of their layers."""
    from groundshift.algorithms.detection import second_look

    names = [name for name, *_ in second_look.LAYERS]
    write_weights(net, names, OTHERS, arguments, seconds, path)


def main():
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--first", type=Path, default=TARGET.with_name("motion.npz"))
    parser.add_argument("--seed", type=int, default=43)
    parser.add_argument("--scenes", type=int, default=9000)
    parser.add_argument("--steps", type=int, default=15000)
    parser.add_argument("--until", type=int, help="stop after so many, before the rate is down")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--start", type=Path, help="weights of a training to go on from")
    arguments = parser.parse_args()
    keep_memory()
    load_package()
    net, seconds = train(arguments)
    save(net, arguments, seconds, arguments.out)
    print(f"{arguments.out}: {arguments.out.stat().st_size / 1024:.0f} KiB, {seconds:.0f} s")


if __name__ == "__main__":
    main()
