# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a chart shows, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field

# Okabe and Ito (2008): can be told apart with any colour vision.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5b5b5b", "#8c564b")


@dataclass(frozen=True)
class Item:
    """One thing drawn in a panel.

    Parameters
    ----------
    kind : str
        ``dots`` (x, y, half length of the error bar or None), ``line`` (x, y), ``band`` (x, low,
        high), ``bars`` (x, y; from 0), ``ground`` (x, y; filled down to the panel's foot).
    points : list of tuple
    colour : str
    label : str
        For the legend; empty for none.
    right : bool
        Belongs to the right axis.
    width : float
        Of lines.
    """

    kind: str
    points: list
    colour: str
    label: str = ""
    right: bool = False
    width: float = 1.4


@dataclass(frozen=True)
class Panel:
    """Items on the same axes.

    Parameters
    ----------
    items : list of Item
    left, right : str
        What the axes are called.
    share : float
        Of the height.
    zero : bool
        Whether the left axis has to hold 0.
    """

    items: list
    left: str = ""
    right: str = ""
    share: float = 1.0
    zero: bool = False

    def values(self, right: bool) -> list:
        """All values on one of the axes."""
        found = []
        for item in self.items:
            if item.right != right:
                continue
            for point in item.points:
                found += point[1:2] if item.kind == "dots" else point[1:]
                if item.kind == "dots" and point[2] is not None:
                    found += [point[1] - point[2], point[1] + point[2]]
            if item.kind == "bars":
                found.append(0.0)
        return found


@dataclass(frozen=True)
class Figure:
    """Panels below one another with the same horizontal axis.

    Parameters
    ----------
    panels : list of Panel
    dates : bool
        Whether x is a day number; see :func:`.scales.day_number`.
    bottom : str
        What the horizontal axis is called.
    events : list of (x, label)
    hint : str
        Shown where there is nothing else.
    """

    panels: list = field(default_factory=list)
    dates: bool = True
    bottom: str = ""
    events: list = field(default_factory=list)
    hint: str = ""

    def span(self):
        """Ends of the horizontal axis; None where there is nothing to show.

        What lies on the right axis (rain) does not widen it.
        """
        main = [p[0] for panel in self.panels for i in panel.items if not i.right for p in i.points]
        return (min(main), max(main)) if main else None
