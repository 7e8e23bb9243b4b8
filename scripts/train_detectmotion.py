# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Trains the network of `detectmotion` on simulated scenes and writes its weights.

    make training                                          # once: PyTorch by apt
    python3 scripts/train_detectmotion.py                  # half an hour of one core

The same seed gives the same scenes and so, but for rounding, the same weights.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import importlib.util
import json
import os
import sys
import time
from pathlib import Path

# Threads of several libraries wait for each other by turning round.
os.environ.update(NUMBA_NUM_THREADS="1", OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
import numpy as np

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "algorithms" / "detection" / "weights" / "motion.npz"
CELL = 4
"""Pixels."""
PART = 4
"""Scenes whose gradients are summed up; what fits into a processor's cache."""
EXAMPLES = 64
"""Scenes by which normalisation is put back into weights that were trained before."""
CONVOLUTIONS = ("half1", "half2", *(f"deep{number}" for number in range(10)))
"""Names of the layers of 3 x 3, in their order."""


def keep_memory():
    """Keep what is freed for the next step: asking the system for it anew takes longer."""
    import ctypes

    with contextlib.suppress(AttributeError, OSError):
        library = ctypes.CDLL(None)
        for option in (-3, -1):  # M_MMAP_THRESHOLD, M_TRIM_THRESHOLD
            library.mallopt(option, 1 << 30)


def load_package():
    """The checkout as the package ``groundshift``, whatever its folder is called."""
    if "groundshift" not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            "groundshift", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
        )
        sys.modules["groundshift"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["groundshift"])


def network(torch):
    """The network of :mod:`groundshift.algorithms.detection.network`, with gradients."""
    from torch import nn

    def conv(inward, outward, **options):
        return nn.Conv2d(inward, outward, 3, padding=options.get("dilation", 1), **options)

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.convs = nn.ModuleList(
                [conv(2, 16, stride=2), conv(16, 16), conv(16, 32, stride=2)]
                + [conv(32, 32, dilation=d) for d in (1, 2, 4, 8, 1, 2, 4, 1)]
                + [conv(32, 32)]
            )
            # In training alone: saved weights have it multiplied in.
            self.norms = nn.ModuleList(nn.BatchNorm2d(c.out_channels) for c in self.convs)
            self.head = nn.Conv2d(32, 9, 1)
            for layer in self.convs:
                nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
                nn.init.zeros_(layer.bias)
            nn.init.normal_(self.head.weight, std=0.02)
            nn.init.zeros_(self.head.bias)
            self.head.bias.data[0] = -4.0
            self.head.bias.data[3:5] = 1.5

        def forward(self, x):
            for number, (layer, norm) in enumerate(zip(self.convs, self.norms)):
                new = torch.relu(norm(layer(x)))
                x = new if number in (0, 2, len(self.convs) - 1) else x + new
            return self.head(x)

    return Net()


class Scenes:
    """Scenes of a simulator, most of them seen before, all of them turned and mirrored."""

    MOST = 800

    def __init__(self, simulator, rng):
        self.simulator, self.rng, self.kept = simulator, rng, []

    def draw(self, count):
        """A list of scenes."""
        fresh = [self.simulator.scene() for _ in range(count // 3 if self.kept else count)]
        old = [self.kept[self.rng.integers(len(self.kept))] for _ in range(count - len(fresh))]
        self.kept = (self.kept + fresh)[-self.MOST :]
        return [turned(scene, *self.rng.integers((4, 2, 2))) for scene in fresh + old]


def turned(scene, quarters, mirrored, negative):
    """A scene turned by quarters, mirrored, with the other sign."""
    images, boxes = [scene.phase, scene.coherence, scene.inside], scene.boxes
    size = scene.phase.shape[0]
    for _ in range(quarters):
        images = [np.rot90(image) for image in images]
        r0, c0, r1, c1 = boxes.T
        boxes = np.stack((size - c1, r0, size - c0, r1), axis=1)
    if mirrored:
        images = [image[:, ::-1] for image in images]
        r0, c0, r1, c1 = boxes.T
        boxes = np.stack((r0, size - c1, r1, size - c0), axis=1)
    phase, coherence, inside = images
    sign = -1 if negative else 1
    return dataclasses.replace(
        scene, phase=sign * phase, coherence=coherence, inside=np.ascontiguousarray(inside),
        boxes=boxes, fringes=sign * scene.fringes,
    )  # fmt: skip


def network_input(scene, with_coherence, rng):
    """Phasor of a scene as the tool makes it: noise, or nothing, where there are no data."""
    phase = scene.phase
    void = ~np.isfinite(phase)
    phase = np.where(void, rng.uniform(-np.pi, np.pi, phase.shape), phase)
    weight = np.where(void, 0.0, np.nan_to_num(scene.coherence)) if with_coherence else 1.0
    return np.stack((np.cos(phase) * weight, np.sin(phase) * weight)).astype(np.float32)


def targets(scene):
    """Heat, weight of the heat, boxes and the rest at every cell."""
    size = scene.phase.shape[0] // CELL
    row, col = np.mgrid[:size, :size] + 0.5
    heat = np.zeros((size, size), np.float32)
    weight = np.ones((size, size), np.float32)
    rest = np.zeros((7, size, size), np.float32)  # centre, size (cells), kind, log fringes, sign
    for box, counts in zip(scene.boxes / CELL, scene.counts):
        if not counts:
            r, c = np.int64(np.floor(box[:2])), np.int64(np.ceil(box[2:]))
            weight[max(r[0], 0) : c[0], max(r[1], 0) : c[1]] = 0
    for k in np.flatnonzero(scene.counts):
        box = scene.boxes[k] / CELL
        r, c = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        h, w = box[2] - box[0], box[3] - box[1]
        r0, c0 = min(int(r), size - 1), min(int(c), size - 1)
        value = np.exp(
            -(((row - r0 - 0.5) / max(h / 6, 0.6)) ** 2 + ((col - c0 - 0.5) / max(w / 6, 0.6)) ** 2)
            / 2
        ).astype(np.float32)
        mine = value > heat
        heat = np.where(mine, value, heat)
        weight = np.where(value > 0.3, 1, weight)
        for layer, number in zip(
            rest,
            (r, c, h, w, scene.kind[k], np.log(abs(scene.fringes[k])), scene.fringes[k] > 0),
        ):
            layer[mine] = number
    inside = scene.inside.reshape(size, CELL, size, CELL).mean((1, 3)).astype(np.float32)
    return heat, weight, rest, inside


def loss_of(torch, out, heat, weight, rest, inside):
    """Focal loss of the heat, IoU of the boxes, and the rest where a source's centre is near."""
    functional = torch.nn.functional
    p = torch.sigmoid(out[:, 0]).clamp(1e-5, 1 - 1e-5)
    peak = (heat > 0.999).float()
    gain = peak * (1 - p) ** 2 * torch.log(p) + (1 - peak) * weight * (
        1 - heat
    ) ** 4 * p**2 * torch.log(1 - p)
    count = peak.sum().clamp(min=1)
    total = -gain.sum() / count
    near = heat > 0.4
    if near.any():
        share = heat[near]
        share = share / share.sum()
        size = out.shape[-1]
        grid = torch.arange(size, dtype=torch.float32) + 0.5
        row, col = torch.meshgrid(grid, grid, indexing="ij")
        r = (out[:, 1] + row)[near]
        c = (out[:, 2] + col)[near]
        log_h, log_w = out[:, 3][near].clamp(-3, 5), out[:, 4][near].clamp(-3, 5)
        h, w = torch.exp(log_h), torch.exp(log_w)
        tr, tc, th, tw = (rest[:, k][near] for k in range(4))

        def overlap(a, la, b, lb):
            low = torch.maximum(a - la / 2, b - lb / 2)
            high = torch.minimum(a + la / 2, b + lb / 2)
            least = torch.minimum(a - la / 2, b - lb / 2)
            most = torch.maximum(a + la / 2, b + lb / 2)
            return (high - low).clamp(min=0), most - least

        common_r, span_r = overlap(r, h, tr, th)
        common_c, span_c = overlap(c, w, tc, tw)
        common = common_r * common_c
        union = h * w + th * tw - common
        iou = common / union
        hull = span_r * span_c
        box = 1 - iou + (hull - union) / hull
        away = torch.abs(log_h - torch.log(th)) + torch.abs(log_w - torch.log(tw))
        shift = torch.abs(r - tr) / th + torch.abs(c - tc) / tw
        extra = 0.15 * functional.binary_cross_entropy_with_logits(
            out[:, 6][near], rest[:, 4][near], reduction="none"
        )
        extra = extra + 0.15 * torch.abs(out[:, 7][near] - rest[:, 5][near])
        extra = extra + 0.1 * functional.binary_cross_entropy_with_logits(
            out[:, 8][near], rest[:, 6][near], reduction="none"
        )
        total = total + (share * (1.5 * box + 0.4 * away + 0.6 * shift + extra)).sum()
    mask = functional.binary_cross_entropy_with_logits(out[:, 5], inside, reduction="none")
    return total + 1.5 * (mask * weight).mean()


def train(arguments):
    """Train; returns the averaged weights and the processor's seconds."""
    import torch
    from motion_scenes import Simulator

    torch.set_num_threads(1)
    torch.set_flush_denormal(True)  # some eight times as fast
    torch.manual_seed(arguments.seed)
    rng = np.random.default_rng(arguments.seed + 1)
    net, mean = network(torch), network(torch)
    source = Scenes(Simulator(arguments.seed), rng)
    if arguments.start:
        from groundshift.algorithms.detection import motion_network

        examples = [network_input(s, rng.random() < 0.4, rng) for s in source.draw(EXAMPLES)]
        found = motion_network.read_weights(arguments.start)
        examples = torch.from_numpy(np.stack(examples))
        begin_from(torch, net, found, CONVOLUTIONS, ("head",), examples, resized=True)
        net.eval()  # four scenes are too few for their own mean to stand for that of all
    mean.load_state_dict(net.state_dict())
    torch.set_num_threads(1)  # numba sets those of all
    optimizer = torch.optim.AdamW(net.parameters(), lr=arguments.rate, weight_decay=1e-4)
    # Warm up, stay, cool down: until the last part all lengths of training are one. What was
    # trained before cools from the start.
    cool = 0 if arguments.start else int(0.6 * arguments.steps)

    def pace(step):
        down = 1.0 - max(0, step - cool) / (arguments.steps - cool)
        return min((step + 1) / 200, max(0.02, down))

    first, spent = 0, 0.0
    if arguments.resume:
        state = torch.load(arguments.resume)
        for one, of in ((net, "net"), (mean, "mean"), (optimizer, "optimizer")):
            one.load_state_dict(state[of])
        source, rng, first, spent = (state[k] for k in ("source", "rng", "step", "seconds"))
        if first > cool:
            raise SystemExit(f"{arguments.resume}: {first} steps are past {cool}, where to cool.")
    began, told = time.process_time() - spent, 0.0
    for step in range(first, arguments.steps):
        optimizer.param_groups[0]["lr"] = arguments.rate * pace(step)
        scenes = source.draw(arguments.batch)
        inputs = [network_input(s, rng.random() < 0.4, rng) for s in scenes]
        wanted = [targets(s) for s in scenes]
        optimizer.zero_grad()
        loss = 0.0
        for k in range(0, arguments.batch, PART):
            batch = torch.from_numpy(np.stack(inputs[k : k + PART]))
            parts = (torch.from_numpy(np.stack(p)) for p in zip(*wanted[k : k + PART]))
            part = loss_of(torch, net(batch), *parts) * (len(batch) / arguments.batch)
            part.backward()
            loss += float(part)
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimizer.step()
        keep = min(0.998, (step + 1) / (step + 20))
        average(torch, mean, net, keep)
        told = 0.98 * told + 0.02 * loss
        if step % 50 == 49:
            print(
                f"{step + 1} steps, loss {told / (1 - 0.98 ** (step + 1 - first)):.3f}, "
                f"{time.process_time() - began:.0f} s", flush=True,
            )  # fmt: skip
        if step % 250 == 249:
            seconds = time.process_time() - began
            save(mean, arguments, seconds, arguments.out.with_suffix(".part.npz"))
        if step % 250 == 249 and step < cool:
            state = {"net": net.state_dict(), "mean": mean.state_dict(), "source": source}
            state |= {"optimizer": optimizer.state_dict(), "rng": rng, "step": step + 1}
            torch.save({**state, "seconds": seconds}, arguments.out.with_suffix(f".{step + 1}.pt"))
    return mean, time.process_time() - began


def begin_from(torch, net, found, convolutions, others, *examples, resized=False):
    """Weights that were trained before; the normalisation that is in them is taken out again.

    Nothing changes on the examples. Layers of 3 x 3 may get back the size they begin a training
    with (``resized``), so that a step of the optimizer does not change those most that
    normalisation has made small.
    """
    layers = dict(zip(convolutions, net.convs)) | {name: getattr(net, name) for name in others}
    growth = {}

    def neutral(norm, inputs):
        (new,) = inputs
        norm.running_var.copy_(new.var((0, 2, 3)))
        norm.running_mean.copy_(new.mean((0, 2, 3)))
        norm.weight.copy_((norm.running_var + norm.eps).sqrt() / growth[norm])
        norm.bias.copy_(norm.running_mean / growth[norm])

    with torch.no_grad():
        began = [layer.weight.std() for layer in net.convs]
        for name, layer in layers.items():
            layer.weight.copy_(torch.from_numpy(np.float32(found[f"{name}.weight"])))
            layer.bias.copy_(torch.from_numpy(np.float32(found[f"{name}.bias"])))
        for layer, norm, spread in zip(net.convs, net.norms, began):
            growth[norm] = spread / layer.weight.std() if resized else 1.0
            layer.weight.mul_(growth[norm])
            layer.bias.mul_(growth[norm])
        hooks = [norm.register_forward_pre_hook(neutral) for norm in net.norms]
        net.eval()(*examples)
    for hook in hooks:
        hook.remove()
    net.train()


def average(torch, mean, net, keep):
    """Move averaged weights a step on to those of now."""
    with torch.no_grad():
        for a, b in zip(mean.parameters(), net.parameters()):
            a.mul_(keep).add_(b, alpha=1 - keep)
        for a, b in zip(mean.buffers(), net.buffers()):
            a.copy_(a * keep + b * (1 - keep) if a.is_floating_point() else b)


def save(net, arguments, seconds, path):
    """Write weights by their place."""
    write_weights(net, CONVOLUTIONS, ("head",), arguments, seconds, path)


def write_weights(net, convolutions, others, arguments, seconds, path):
    """Write weights as float16, batch normalisation multiplied in, under the names of layers."""
    arrays = {}
    for name, layer, norm in zip(convolutions, net.convs, net.norms):
        factor = norm.weight / (norm.running_var + norm.eps).sqrt()
        arrays[f"{name}.weight"] = layer.weight * factor[:, None, None, None]
        arrays[f"{name}.bias"] = (layer.bias - norm.running_mean) * factor + norm.bias
    for name in others:
        layer = getattr(net, name)
        arrays |= {f"{name}.weight": layer.weight, f"{name}.bias": layer.bias}
    arrays = {name: values.detach().numpy().astype(np.float16) for name, values in arrays.items()}
    about = {"seed": arguments.seed, "steps": arguments.steps, "seconds": round(seconds)}
    np.savez_compressed(path, about=json.dumps(about), **arrays)


def main():
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--steps", type=int, default=16000)
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--resume", type=Path, help="state of a training that was cut off")
    parser.add_argument("--start", type=Path, help="weights of a training to go on from")
    arguments = parser.parse_args()
    keep_memory()
    load_package()
    net, seconds = train(arguments)
    save(net, arguments, seconds, arguments.out)
    print(f"{arguments.out}: {arguments.out.stat().st_size / 1024:.0f} KiB, {seconds:.0f} s")


if __name__ == "__main__":
    main()
