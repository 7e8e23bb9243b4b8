# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The start page: from what somebody has to the tools for it, and a demo scene."""
