# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Earthquake sources: dislocations, down-sampled data, and the slip that explains them."""
