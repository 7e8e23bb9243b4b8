# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the core and whoever runs it say to one another: errors, progress, cancelling, counts."""

from __future__ import annotations

from typing import Callable


class GroundshiftError(ValueError):
    """Input that cannot be used.

    The text is one sentence that says what is wrong, where, and what to do about it. What it quotes
    may have several lines, as newer GDAL's messages with their causes: they are joined, each once.
    """

    def __init__(self, text: str = ""):
        lines = dict.fromkeys(map(str.strip, str(text).splitlines()))
        super().__init__("; ".join(filter(None, lines)))


class Cancelled(Exception):  # noqa: N818 (not an error: somebody asked for it)
    """The user asked to stop; outputs under way are thrown away."""

    left = "nothing was written"
    """What the user finds; a download leaves what is complete."""


def counted(count, one: str, many: str = "") -> str:
    """A number with what it counts: ``1 point``, ``12,000 points``.

    Parameters
    ----------
    count : int
    one, many : str
        Words for one, and for any other number; by default those for one with an s.
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def check_cancelled(cancelled: Callable[[], bool] | None) -> None:
    """Raise `Cancelled` where the user asked to stop."""
    if cancelled is not None and cancelled():
        raise Cancelled("The run was cancelled.")


def tell(progress, share: float) -> None:
    """Report the share done to whoever wants to know."""
    if progress is not None:
        progress(share)
