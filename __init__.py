# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Groundshift: geohazard mapping from radar interferometry, a QGIS plugin and a Python package.

Every tool is a function of the package, which needs no QGIS::

    import groundshift
    found = groundshift.stacking(stack="ifgramStack.h5", velocity="velocity.tif")

Nothing is imported here, so that QGIS starts fast and the core works without it.
"""


def classFactory(iface):
    """Return the plugin; QGIS calls this when the plugin is loaded."""
    from .plugin import GroundshiftPlugin

    return GroundshiftPlugin(iface)


def __getattr__(name):
    """A tool, `to_xarray`, `to_zarr`, or the version; see :mod:`.algorithms.toolbox`."""
    from pathlib import Path

    here = Path(__file__).parent
    if name == "__version__":
        from .algorithms.toolbox import version

        return version()
    if name == "to_xarray":
        from .algorithms.formats.hdf5.labelled import to_xarray

        return to_xarray
    if name == "to_zarr":
        from .algorithms.formats.zarr import to_zarr

        return to_zarr
    tools = here / "algorithms"
    if name[0] != "_" and (
        any(tools.glob(f"*/tools/{name}.py")) or (tools / "chains" / f"{name}.py").exists()
    ):
        from .algorithms import toolbox

        if name in toolbox.places():
            return toolbox.function(name)
    raise AttributeError(f"module {__name__} has no attribute {name}")
