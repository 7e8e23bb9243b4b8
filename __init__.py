# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Groundshift: geohazard mapping from radar interferometry, a QGIS plugin.

Nothing is imported here, so that the core (``groundshift.algorithms``) works without QGIS.
"""


def classFactory(iface):
    """Return the plugin; QGIS calls this when the plugin is loaded."""
    from .plugin import GroundshiftPlugin

    return GroundshiftPlugin(iface)
