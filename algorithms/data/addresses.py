# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of files that lie elsewhere: ``https://``, ``/vsicurl/``, ``/vsis3/``.

A path of Python makes one slash of two; here it gets them back.
"""

from __future__ import annotations

import re
from pathlib import PurePath

_WEB = re.compile(r"(?:/vsicurl/)?(https?|ftp):/+(.+)")
_SYSTEM = re.compile(r"/vsi\w+/.")
NO_FOLDER = "is an address, and folders have to lie on this machine; download it first."
UNREACHED = (
    "is an address at which no file can be read; check it, the network and your access to it."
)


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
