# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets of two images beside OpenCV's normalised correlation with pyramid, autoRIFT's way.

``python3 benchmarks/bench_offsets.py [--quick]`` makes a pair of 2000 x 2000 pixels, prints tables
and writes them to ``benchmarks/results_offsets.md``. OpenCV comes from PyPI into ``.opencv-venv``;
set OPENCV_PYTHON to the interpreter of an environment that has it to use that one.

The pair: a random texture, as a camera with a point spread of 1.5 pixels (standard deviation) sees
it, made with pixels half as large so that quintic splines interpolate it all but exactly; a smooth
field of shifts within 2 pixels; independent noise of 10 % of the texture's standard deviation in
both images. Complex images: circular speckle of coherence 0.8 whose spectrum fills 0.8 of the
band; both programs get the same amplitudes of pixels half as large. Ours starts at the images as
they are (masks, spline coefficients and, where the search is wide, smaller images are in its
time), OpenCV's at float32 images. Seconds are those of the processor, one core each, the best of
several. Errors are those of both components together (root mean square), in pixels of the images.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from peers import ROOT, machine, register

SIZE = 2000
STEP = 8
BLUR, NOISE, LARGEST = 1.5, 0.1, 2.0
BAND, COHERENCE = 0.8, 0.8
MOVE = 1.37, -0.61


def opencv_python() -> str:
    """Interpreter of an environment with OpenCV: OPENCV_PYTHON, or one that is set up here."""
    given = os.environ.get("OPENCV_PYTHON")
    if given:
        return given
    folder = ROOT / ".opencv-venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"Setting up OpenCV in {folder} ...", file=sys.stderr)
        venv.create(folder, with_pip=True)
    if subprocess.run([python, "-c", "import cv2"], capture_output=True).returncode:
        packages = "numpy", "opencv-python-headless"
        subprocess.run([python, "-m", "pip", "install", "-q", *packages], check=True)
    return str(python)


def texture(size, seed):
    """A random texture with pixels half as large as the camera's; standard deviation 1."""
    rng = np.random.default_rng(seed)
    down, across = np.fft.fftfreq(2 * size)[:, None], np.fft.rfftfreq(2 * size)
    spread = np.exp(-2 * (np.pi * 2 * BLUR) ** 2 * (down**2 + across**2))
    values = np.fft.irfft2(np.fft.rfft2(rng.normal(size=(2 * size, 2 * size))) * spread)
    return values / values.std()


def field(size):
    """Rows and columns by which the ground moves; within :data:`LARGEST`."""
    y, x = np.indices((size, size)) / SIZE
    down = LARGEST * np.sin(2 * np.pi * x / 1.05 + 0.3) * np.cos(2 * np.pi * y / 1.15)
    across = LARGEST * np.cos(2 * np.pi * x / 1.1 + 1.0) * np.sin(2 * np.pi * y + 0.7)
    return down, across


def moved_pair(size, move, seed=0):
    """Reference and secondary; what lies at a place in the first is `move` further in the other."""
    from scipy.ndimage import map_coordinates, spline_filter

    margin = 32
    fine = texture(size + 2 * margin, seed)
    y, x = np.indices((size, size), float)
    places = [2 * (y + move[0] + margin), 2 * (x + move[1] + margin)]
    first = map_coordinates(spline_filter(fine, 5), places, order=5, prefilter=False)
    second = fine[2 * margin :: 2, 2 * margin :: 2][:size, :size]
    rng = np.random.default_rng(seed + 1)
    return [
        (1000 + 100 * (image + NOISE * rng.normal(size=image.shape))).astype(np.float32)
        for image in (first, second)
    ]


def speckle_pair(size, seed=0):
    """Amplitudes, with pixels half as large, of two complex images."""
    from groundshift.algorithms.tracking.speckle import amplitudes

    rng = np.random.default_rng(seed)
    f = np.fft.fftfreq(size)
    within = (np.abs(f[:, None]) < BAND / 2) & (np.abs(f) < BAND / 2)
    first, other = (
        np.fft.fft2(rng.normal(size=(size, size)) + 1j * rng.normal(size=(size, size))) * within
        for _ in range(2)
    )
    ramp = np.exp(-2j * np.pi * (f[:, None] * MOVE[0] + f * MOVE[1]))
    second = (COHERENCE * first + np.sqrt(1 - COHERENCE**2) * other) * ramp
    images = [amplitudes(np.fft.ifft2(z).astype(np.complex64), (0.0, 0.0)) for z in (first, second)]
    return [np.ascontiguousarray(image[32:-32, 32:-32]) for image in images]


def ours(images, places, chip, search, repeats):
    """Seconds, and displacements with their standard deviations (4, chip row, chip column)."""
    from groundshift.algorithms.tracking._match_kernel import COL, COL_VAR, ROW, ROW_VAR
    from groundshift.algorithms.tracking.filtering import scene_factor, smearing
    from groundshift.algorithms.tracking.matching import Search, match_images

    asked, step = Search(chip, chip, search, search), places[2]
    places = np.arange(*places)
    match_images(*images, places[:3], places[:3], asked)
    best = np.inf
    for _ in range(repeats):
        begin = time.process_time()
        found = match_images(*images, places, places, asked)
        best = min(best, time.process_time() - begin)
    moves = np.stack([found[..., ROW], found[..., COL]])
    noise = np.stack([found[..., ROW_VAR], found[..., COL_VAR]]) * scene_factor(found) ** 2
    smeared = [smearing(*one, chip, step) for one in zip(moves, noise)]
    return best, np.concatenate([moves, np.sqrt(noise + np.stack(smeared))])


def theirs(images, places, chip, search, enlarged, repeats):
    """Seconds and displacements (2, chip row, chip column), and OpenCV's version."""
    with tempfile.TemporaryDirectory() as folder:
        np.save(f"{folder}/images.npy", np.stack(images))
        job = {
            "images": f"{folder}/images.npy", "out": f"{folder}/out.npy", "places": places,
            "chip": chip, "search": search, "enlarged": enlarged, "repeats": repeats,
        }  # fmt: skip
        done = subprocess.run(
            [opencv_python(), str(Path(__file__).with_name("opencv_offsets.py"))],
            input=json.dumps(job), capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"OpenCV failed:\n{done.stderr[-2000:]}")
        seconds, version = json.loads(done.stdout)
        return seconds, np.moveaxis(np.load(job["out"]), 2, 0), version


def least(size, chip, seed=0) -> tuple[float, float]:
    """Cramer-Rao bounds of a component's root mean square error, pixels.

    Of the texture of :func:`moved_pair`, by the gradients of its chips, as if it were known but for
    the noise of a difference of two images (twice that of one); and where it is not known, of a
    Gaussian texture by its spectrum S and the noise's N: the information at each frequency is
    (2 pi f)^2 g^2 / (1 - g^2) with the coherence g = S / (S + N).
    """
    from scipy.ndimage import uniform_filter

    fine = texture(size, seed)
    f = np.fft.fftfreq(2 * size), np.fft.rfftfreq(2 * size)
    waves = np.fft.rfft2(fine)
    slopes = [
        np.fft.irfft2(waves * 4j * np.pi * one)[::2, ::2] for one in (f[0][:, None], f[1][None])
    ]
    inner = np.s_[chip:-chip:chip, chip:-chip:chip]
    a, b, c = (
        uniform_filter(slopes[i] * slopes[j], chip)[inner] * chip**2
        for i, j in ((0, 0), (0, 1), (1, 1))
    )
    known = np.sqrt(2 * NOISE**2 * np.mean(0.5 * (a + c) / (a * c - b * b)))
    f = np.fft.fftfreq(256)
    spectrum = np.exp(-((2 * np.pi * BLUR) ** 2) * (f[:, None] ** 2 + f**2))
    spectrum /= spectrum.mean()
    told = spectrum**2 / (NOISE**2 * (2 * spectrum + NOISE**2))
    information = chip**2 * np.mean((2 * np.pi * f) ** 2 * told)
    return float(known), float(1 / np.sqrt(information))


def rms(error) -> float:
    """Root mean square of what is known."""
    return float(np.sqrt(np.nanmean(np.asarray(error, float) ** 2)))


def at(places, values):
    """A field at the common corner of four pixels."""
    return np.stack([
        0.25 * sum(one[np.ix_(places - i, places - j)] for i in (0, 1) for j in (0, 1))
        for one in values
    ])  # fmt: skip


def speeds(size, repeats, lines):
    """The table of both programs on the pair with a field of shifts."""
    moves = field(size)
    images = moved_pair(size, moves)
    lines += [
        "| chip | search | program | chips/s | RMS px | **ours: faster by** | **error by theirs** "
        "| error/σ told |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    version = ""
    for chip in (32, 64):
        for search in (4, 25):
            places = (120, size - 120, STEP)
            count = len(np.arange(*places)) ** 2
            truth = at(np.arange(*places), moves)
            seconds, found = ours(images, places, chip, search, repeats)
            own, error = count / seconds, rms(found[:2] - truth)
            told = rms((found[:2] - truth) / found[2:])
            lines.append(
                f"| {chip} | ±{search} | ours | {own:,.0f} | {error:.4f} |  |  | {told:.2f} |"
            )
            for enlarged in (4, 6) if search == 4 else (4,):
                seconds, found, version = theirs(images, places, chip, search, enlarged, 1)
                other, their = count / seconds, rms(found - truth)
                lines.append(
                    f"| {chip} | ±{search} | OpenCV, x{2**enlarged} | {other:,.0f} | {their:.4f} "
                    f"| **{own / other:.1f}** | **{error / their:.2f}** |  |"
                )
            print("\n".join(lines[-3:]), flush=True)
    return version


def biases(size, lines):
    """The table of errors by fraction of a pixel."""
    lines += [
        "", "Shifts that are the same everywhere, chips of 32: mean and RMS error by the fraction "
        "of a pixel.", "", "| fraction | mean px | RMS px |", "| --- | --- | --- |",
    ]  # fmt: skip
    for fraction in np.arange(0, 1, 0.125):
        move = 1 + fraction, -1 - fraction
        images = moved_pair(size, np.array(move))
        _, found = ours(images, (100, size - 100, 16), 32, 4, 1)
        error = found[:2] - np.array(move)[:, None, None]
        error[1] *= -1
        lines.append(f"| {fraction:.3f} | {np.nanmean(error):+.4f} | {rms(error):.4f} |")


def complexes(size, lines):
    """The table of complex images."""
    from groundshift.algorithms.tracking.speckle import bound

    images = speckle_pair(size)
    lines += [
        "", f"Complex images, coherence {COHERENCE}, spectrum {BAND} of the band; the bound is De "
        "Zan's (2014).", "",
        "| chip | bound px | ours: RMS px | by the bound | error/σ told | OpenCV x16: RMS px |",
        "| --- | --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    truth = np.array(MOVE)[:, None, None]
    for chip in (32, 64):
        places = (250, images[0].shape[0] - 250, chip)
        _, found = ours(images, places, 2 * chip, 8, 1)
        error = found[:2] / 2 - truth
        _, other, _ = theirs(images, places, 2 * chip, 8, 4, 1)
        least = float(bound(COHERENCE, (chip * BAND) ** 2) / BAND)
        lines.append(
            f"| {chip} | {least:.4f} | {rms(error):.4f} | {rms(error) / least:.2f} "
            f"| {rms(error / (found[2:] / 2)):.2f} | {rms(other / 2 - truth):.4f} |"
        )


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a smaller pair")
    arguments = parser.parse_args()
    register()
    import numba

    numba.set_num_threads(1)
    size = 600 if arguments.quick else SIZE
    lines = [
        "# Offsets: Groundshift and OpenCV", "", "", "",
        f"{size} x {size} pixels, a chip every {STEP} pixels, one core each. Made by "
        "`benchmarks/bench_offsets.py`, which says how the pair is made and what is timed.", "",
    ]  # fmt: skip
    version = speeds(size, 1 if arguments.quick else 3, lines)
    for chip in (32, 64):
        known, unknown = least(size, chip)
        lines += [
            "", f"Cramér-Rao bound of this pair with chips of {chip}: {known:.4f} px were the "
            f"texture known, {unknown:.4f} px as it is not. It holds for a shift alone; ours also "
            "leaves gain, mean and strain free.",
        ]  # fmt: skip
    biases(min(size, 800), lines)
    complexes(min(size, 1200), lines)
    lines[2] = f"{machine()}; OpenCV {version}."
    print("\n".join(lines))
    if not arguments.quick:
        Path(__file__).with_name("results_offsets.md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
