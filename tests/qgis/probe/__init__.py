# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A second plugin, for the tests: one tool built on Groundshift's base class."""


def classFactory(iface):
    """Called by QGIS."""
    from .probe import ProbePlugin

    return ProbePlugin()
