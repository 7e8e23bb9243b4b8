# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip of L'Aquila 2009 and Gorkha 2015 from their data, as ``docs/readme/slip_events.png``.

``.venv/bin/python benchmarks/slip_pictures.py`` inverts the samples of ``../shared/data`` as
``accuracy_slip.py`` does, and draws slip, and one track as observed, as modelled and what is left.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from charts import svg_to_file
from slip_cases import gorkha, laquila

# isort: split
from groundshift.algorithms.source.slip_study import StudyOptions, study
from groundshift.algorithms.source.tools.fault_geometry import read_fault

HEAT = ("#f7f2e6", "#ffeda0", "#fed976", "#feb24c", "#fd8d3c", "#fc4e2a", "#e31a1c", "#800026")
DIVERGING = (
    "#a50026", "#d73027", "#f46d43", "#fdae61", "#fee090", "#fafaf4", "#e0f3f8", "#abd9e9",
    "#74add1", "#4575b4", "#313695",
)  # fmt: skip
SIDE, GAP, HEAD, FOOT = 290, 16, 46, 46
CITIES = {
    "L'Aquila 2009": ("L'Aquila", 13.399, 42.350),
    "Gorkha 2015": ("Kathmandu", 85.324, 27.717),
}
DEGREES = "EPSG:4326"


def colour(value, low, high, ramp):
    """The colour of a value."""
    share = (value - low) / (high - low)
    return ramp[int(np.clip(share * len(ramp), 0, len(ramp) - 1))]


class Frame:
    """A map of one panel."""

    def __init__(self, left, top, middle, reach):
        self._left, self._top, self._middle, self._reach = left, top, middle, reach

    def at(self, places):
        """Pixels of places in metres."""
        share = (np.atleast_2d(places) - self._middle) / (2 * self._reach) + 0.5
        return np.column_stack(
            [self._left + share[:, 0] * SIDE, self._top + (1 - share[:, 1]) * SIDE]
        )

    def border(self, title, note):
        """Frame and texts."""
        size, unit = self._scale()
        y = self._top + SIDE - 10
        return [
            f"<rect x='{self._left}' y='{self._top}' width='{SIDE}' height='{SIDE}' fill='none' "
            "stroke='#555' stroke-width='0.8'/>",
            f"<text x='{self._left}' y='{self._top - 6}' font-size='12' font-weight='bold'>"
            f"{title}</text>",
            f"<text x='{self._left}' y='{self._top + SIDE + 14}' font-size='10.5'>{note}</text>",
            f"<path d='M{self._left + 8} {y}h{size:.1f}' stroke='#000' stroke-width='2'/>",
            f"<text x='{self._left + 8}' y='{y - 4}' font-size='10'>{unit}</text>",
        ]

    def _scale(self):
        length = next(s for s in (100e3, 50e3, 20e3, 10e3, 5e3) if s < 0.7 * self._reach)
        return length / (2 * self._reach) * SIDE, f"{length / 1e3:g} km"


def inside(pixels, frame_left, frame_top):
    """Which pixels lie in a panel."""
    x, y = pixels.T
    return (x > frame_left + 2) & (x < frame_left + SIDE - 2) & (y > frame_top + 2) & (
        y < frame_top + SIDE - 2
    )  # fmt: skip


def event(title, case, options, track, row, size):
    """The panels of one earthquake, as pieces of SVG."""
    samples, local, source, patching = case
    patches = read_fault(source, patching, local=local).patches
    found = study(samples, patches, options)
    top = HEAD + row * (SIDE + HEAD + FOOT)
    centre, reach = found.summary.centroid[:2], size
    lefts = [GAP + k * (SIDE + GAP) for k in range(4)]
    frames = [Frame(left, top, centre, reach) for left in lefts]
    slip, highest = found.model.slip, found.model.slip.max()
    pieces = []
    for corners, value in sorted(zip(patches.corners, slip), key=lambda pair: pair[1]):
        pixels = frames[0].at(corners[:, :2])
        if inside(pixels, lefts[0], top).all():
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in pixels)
            pieces.append(
                f"<polygon points='{points}' fill='{colour(value, 0, highest, HEAT)}' "
                "stroke='#999' stroke-width='0.3'/>"
            )
    summary = found.summary
    pieces += frames[0].border(
        f"{title}: slip", f"to {highest:.1f} m; Mw {summary.magnitude:.2f}, rake "
        f"{np.degrees(summary.mean_rake):.0f}, centroid {-summary.centroid[2] / 1e3:.0f} km deep",
    )  # fmt: skip
    name, longitude, latitude = CITIES[title]
    place = local.of(DEGREES, np.array([longitude]), np.array([latitude]))
    mine = samples.of_track(track)
    observed = samples.displacement[mine] - found.ramp_part[mine]
    modelled = found.slip_part[mine]
    limit = np.percentile(np.abs(observed), 99)
    rms = found.fits[track].rms * 1e3
    for frame, left, label, values, note in zip(
        frames[1:], lefts[1:], ("observed", "modelled", "observed - modelled"),
        (observed, modelled, observed - modelled),
        (f"along the line of sight, red {limit * 1e3:.0f} mm away", "blue towards the satellite",
         f"RMS {rms:.0f} mm"),
    ):  # fmt: skip
        pixels = frame.at(samples.places[mine])
        for (x, y), value in zip(pixels, values):
            if inside(np.array([[x, y]]), left, top)[0]:
                fill = colour(value, -limit, limit, DIVERGING)
                pieces.append(
                    f"<rect x='{x - 2.2:.1f}' y='{y - 2.2:.1f}' width='4.4' height='4.4' "
                    f"fill='{fill}' stroke='#777' stroke-width='0.15'/>"
                )
        pieces += frame.border(f"{samples.tracks[track].name}: {label}", note)
    for frame in frames:
        x, y = frame.at(place)[0]
        pieces.append(f"<path d='M{x - 4:.1f} {y:.1f}h8M{x:.1f} {y - 4:.1f}v8' stroke='#000'/>")
        pieces.append(f"<text x='{x + 5:.1f}' y='{y - 3:.1f}' font-size='10'>{name}</text>")
    return pieces


def main():
    """Invert and draw."""
    plain = StudyOptions(find_rake=True, monte_carlo=0)
    rows = [
        event("L'Aquila 2009", laquila(), plain, 1, 0, 22e3),
        event("Gorkha 2015", gorkha(), replace(plain, ramps=True, weights="variance"), 2, 1, 140e3),
    ]
    width, height = GAP + 4 * (SIDE + GAP), 2 * (SIDE + HEAD + FOOT)
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' "
        "font-family='DejaVu Sans, sans-serif'><rect width='100%' height='100%' fill='#fff'/>"
        + "".join(piece for pieces in rows for piece in pieces) + "</svg>"
    )  # fmt: skip
    target = Path(__file__).resolve().parents[1] / "docs" / "readme" / "slip_events.png"
    svg_to_file(svg, target)
    print(target)


if __name__ == "__main__":
    main()
