# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ice and permafrost: what thaws, heaves, melts and drifts."""
