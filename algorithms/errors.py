# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The errors that a user may see."""


class GroundshiftError(ValueError):
    """Input that cannot be used.

    The text is one sentence that says what is wrong, where, and what to do about it.
    """


class Cancelled(Exception):  # noqa: N818 (not an error: somebody asked for it)
    """The user asked to stop; outputs under way are thrown away."""
