# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS shows: parameters in, layers out, no arithmetic."""
