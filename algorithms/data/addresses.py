# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of files that lie elsewhere: ``https://``, ``/vsicurl/``, ``/vsis3/``.

A path of Python makes one slash of two; here it gets them back.
"""

from __future__ import annotations

import re
from pathlib import PurePath

STORE = ".zarr"
"""Ending of Zarr stores, folders that stand for files."""
HDF5_ENDINGS = (".h5", ".he5", ".hdf5", STORE)
"""Of what is read as HDF5 in MintPy's layout."""
STORE_HEADS = (".zmetadata", ".zgroup", "zarr.json")
"""Files that describe a whole store; the first one and the last one all that is in it, too."""

_WEB = re.compile(r"(?:/vsicurl/)?(https?|ftp):/+(.+)")
_SYSTEM = re.compile(r"/vsi\w+/.")
NO_FOLDER = "is an address, and folders have to lie on this machine; download it first."


def address_of(path) -> str:
    """What GDAL opens for a path that stands for an address; empty for a local file.

    Parameters
    ----------
    path : path
        ``https://host/a.h5``, ``/vsicurl/https://host/a.h5``, ``/vsis3/bucket/a.h5`` and the like.
    """
    text = path.as_posix() if isinstance(path, PurePath) else str(path)
    web = _WEB.fullmatch(text)
    if web:
        return f"/vsicurl/{web[1]}://{web[2]}"
    return text if _SYSTEM.match(text) else ""


def is_web(text: str) -> bool:
    """Whether a text is the address of a web server or of something on one."""
    return re.fullmatch(r"https?://[^\s/?#]+\S*", text) is not None


def store_of(path):
    """The Zarr store that a path names, by itself or by a file that describes it; None for others.

    Dialogs for files open no folders.

    Parameters
    ----------
    path : Path
    """
    if path.name in STORE_HEADS and path.parent.suffix.lower() == STORE:
        path = path.parent
    return path if path.suffix.lower() == STORE else None
