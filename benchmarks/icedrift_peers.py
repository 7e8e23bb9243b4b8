# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Matches ice by other packages for ``bench_icedrift.py``: ORB of OpenCV and of scikit-image.

Run by the interpreter that has them; what is missing is left out. Two images of 8 bits come as a
file, named on standard input; key points are matched by the ratio test (0.75) both ways, as is
usual. Per package its version, seconds of one core and the matches go to standard output as JSON.
"""

import json
import sys
import time

import numpy as np

RATIO, KEYPOINTS, SKIMAGE_KEYPOINTS = 0.75, 100_000, 6000


def by_opencv(first, second):
    """Columns and rows of matches in both images."""
    import cv2

    cv2.setNumThreads(1)
    orb = cv2.ORB_create(KEYPOINTS, fastThreshold=1, edgeThreshold=34, patchSize=34, nlevels=7)
    (points, one), (others, other) = (
        orb.detectAndCompute(image, None) for image in (first, second)
    )
    found = []
    matcher = cv2.BFMatcher(cv2.NORM_HAMMING)
    for a, b in ((one, other), (other, one)):
        pairs = matcher.knnMatch(a, b, k=2)
        found.append({p[0].queryIdx: p[0].trainIdx for p in pairs
                      if len(p) > 1 and p[0].distance < RATIO * p[1].distance})  # fmt: skip
    mutual = [(i, j) for i, j in found[0].items() if found[1].get(j) == i]
    return (
        np.array([points[i].pt for i, _ in mutual]).reshape(-1, 2),
        np.array([others[j].pt for _, j in mutual]).reshape(-1, 2), cv2.__version__,
    )  # fmt: skip


def by_skimage(first, second):
    """The same; fewer key points, as all are compared with all in memory."""
    import skimage
    from skimage.feature import ORB, match_descriptors

    found = []
    for image in (first, second):
        orb = ORB(n_keypoints=SKIMAGE_KEYPOINTS, fast_threshold=0.02)
        orb.detect_and_extract(image)
        found.append((orb.keypoints[:, ::-1], orb.descriptors))
    (points, one), (others, other) = found
    pairs = match_descriptors(one, other, cross_check=True, max_ratio=RATIO)
    return points[pairs[:, 0]], others[pairs[:, 1]], skimage.__version__


def main():
    """One job."""
    job = json.load(sys.stdin)
    with np.load(job["images"]) as file:
        images = file["first"], file["second"]
    for name, match in (("OpenCV, ORB", by_opencv), ("scikit-image, ORB", by_skimage)):
        begin = time.process_time()
        try:
            first, second, version = match(*images)
        except ImportError:
            continue
        took = time.process_time() - begin
        print(json.dumps({
            "name": f"{name} ({version})", "seconds": took, "first": first.tolist(),
            "second": second.tolist(),
        }))  # fmt: skip


if __name__ == "__main__":
    main()
