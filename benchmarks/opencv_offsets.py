# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tracks chips with OpenCV for ``bench_offsets.py``, the way autoRIFT does.

Run by the interpreter of OpenCV's environment. Normalised cross-correlation of every chip, then the
5 x 5 pixels about its peak enlarged by the Gaussian pyramid (``pyrUp``), whose highest pixel is
taken (Lei et al. 2021, doi:10.3390/rs13040749). The job comes as JSON on standard input; seconds of
the processor and OpenCV's version go to standard output, displacements to a file.
"""

import json
import sys
import time

import cv2
import numpy as np

cv2.setNumThreads(1)
HALF = 2  # pixels about the peak


def fraction(surface, enlarged):
    """Row and column of the peak, and its fractions."""
    _, _, _, (x, y) = cv2.minMaxLoc(surface)
    rows, cols = surface.shape
    top, left = max(0, y - HALF), max(0, x - HALF)
    part = surface[top : min(rows, y + HALF + 1), left : min(cols, x + HALF + 1)]
    for _ in range(enlarged):
        part = cv2.pyrUp(part)
    _, _, _, (u, v) = cv2.minMaxLoc(part)
    return top + v / 2**enlarged, left + u / 2**enlarged


def track(reference, secondary, places, chip, search, enlarged):
    """Displacements (chip row, chip column, 2) of chips about places."""
    out = np.empty((len(places), len(places), 2), np.float32)
    half = chip // 2
    for i, row in enumerate(places):
        for j, col in enumerate(places):
            one = reference[row - half : row + half, col - half : col + half]
            other = secondary[
                row - half - search : row + half + search, col - half - search : col + half + search
            ]
            surface = cv2.matchTemplate(other, one, cv2.TM_CCOEFF_NORMED)
            y, x = fraction(surface, enlarged)
            out[i, j] = y - search, x - search
    return out


def main():
    """One job."""
    job = json.load(sys.stdin)
    images = np.load(job["images"])
    places = np.arange(*job["places"])
    arguments = job["chip"], job["search"], job["enlarged"]
    track(*images, places[:3], *arguments)
    best = float("inf")
    for _ in range(job["repeats"]):
        begin = time.process_time()
        found = track(*images, places, *arguments)
        best = min(best, time.process_time() - begin)
    np.save(job["out"], found)
    print(json.dumps([best, cv2.__version__]))


if __name__ == "__main__":
    main()
