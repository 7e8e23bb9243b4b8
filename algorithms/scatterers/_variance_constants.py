# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers of the model of coherence that :mod:`.bound` and its kernel share."""

from __future__ import annotations

import math

FACTOR_STEPS = 4  # of the dates' factors; their error halves with each
LEAST_FACTOR, MOST_FACTOR = 0.05, 3.0
MOST_SQUARED = 0.999
MOST_STD = math.pi / math.sqrt(3.0)  # of a phase that is all noise
