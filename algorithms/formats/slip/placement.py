# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Of which point of a subfault a file gives the coordinates.

SRCMOD's files give the middle of the top edge or the centre, as their header says. The U.S.
Geological Survey's archive gives centres. Its later programs divide a subfault into point sources
and give one of them, the first (the corner of the top edge at the start of the strike), or the one
whose number is half of all, rounded down (a third or two fifths of the way, or the middle), and the
depth of the first as that of the top; the header speaks of centres all the same.
"""

from __future__ import annotations

import numpy as np

from ...errors import GroundshiftError

PLACEMENTS = {
    "auto": None, "centre": (0.5, 0.5), "top_centre": (0.5, 0.0), "corner": (0.0, 0.0),
}  # fmt: skip
"""Share of the length from the start of the strike, and of the width from the top edge."""
NEAR = 0.04  # of a width: depths are rounded
SHARES = (0.0, 1 / 3, 0.4, 0.5)


def placement_named(name: str):
    """Shares of a named point; None for ``auto``.

    Raises
    ------
    GroundshiftError
        If there is no such point.
    """
    if name not in PLACEMENTS:
        raise GroundshiftError(f"{name} is none of {', '.join(PLACEMENTS)}; take one of them.")
    return PLACEMENTS[name]


def share_of(value: float):
    """The share that programs take which is nearest to a measured one; None if none is near."""
    near = min(SHARES, key=lambda share: abs(share - value))
    return near if abs(near - value) <= NEAR else None


def in_words(place) -> str:
    """A point in words."""
    along, down = place
    for name, known in PLACEMENTS.items():
        if known == (along, down):
            return {
                "centre": "centres of subfaults", "top_centre": "middles of top edges",
                "corner": "corners (top edge, start of the strike)",
            }[name]  # fmt: skip
    return (
        f"points {100 * along:.0f} % of the length from the start of the strike and "
        f"{100 * down:.0f} % of the width from the top edge of subfaults"
    )


def centred(rectangles, place) -> np.ndarray:
    """Rectangles by their centres, of such by another point.

    Parameters
    ----------
    rectangles : ndarray, shape (patch, 7)
    place : (float, float)
        Share of the length from the start of the strike, and of the width from the top edge.
    """
    out = rectangles.copy()
    strike, dip, length, width = rectangles[:, 3:].T
    along, down = (0.5 - place[0]) * length, (0.5 - place[1]) * width
    across = down * np.cos(dip)
    out[:, 0] += along * np.sin(strike) + across * np.cos(strike)
    out[:, 1] += along * np.cos(strike) - across * np.sin(strike)
    out[:, 2] += down * np.sin(dip)
    return out
