# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Forecast and warning: how long, how far and how sure, from series of motion."""
