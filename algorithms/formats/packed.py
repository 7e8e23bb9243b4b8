# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How large packed files become, told before they are read.

Sizes are those that archives keep themselves: the directory of a zip archive (APPNOTE 4.3.12; KMZ
and zipped shapefiles are such) and the last four bytes of gzip (RFC 1952, 2.3.1).
"""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from .atomic import size_text
from .disguises import local_file

SWELLING = 30
"""Times that a file grows when unpacked; tables of points are packed to a third or a tenth."""
LARGE = 100e6  # bytes, unpacked; below nobody minds


def swelling(file, size: float, further: str = "") -> str:
    """A sentence on a file that is much larger unpacked; empty for others.

    Parameters
    ----------
    file : path
    size : float
        Bytes, unpacked.
    further : str
        What else the user should know.
    """
    packed = os.stat(file).st_size
    if size < max(LARGE, SWELLING * packed):
        return ""
    return (
        f"{file}: is {size_text(packed)} and unpacks to about {size_text(size)}{further}; stop the "
        "run if that is not expected."
    )


def swelling_of(path) -> str:
    """:func:`swelling` of anything that GDAL opens; only local archives are looked at."""
    try:
        file = local_file(str(path))
        return swelling(file, unpacked_size(file, str(path)))
    except (OSError, ValueError, zipfile.BadZipFile):
        return ""  # no file, or no archive: the reader says what is wrong


def unpacked_size(file, path: str = "") -> int:
    """Bytes of what is packed in a zip archive or by gzip; 0 for other files.

    Parameters
    ----------
    file : path
    path : str
        Name of a member behind it (``/vsizip/a.zip/sites.shp``) restricts to those that go with it.
    """
    with open(file, "rb") as opened:
        start = opened.read(4)
        if start[:2] == b"\x1f\x8b":
            opened.seek(-4, os.SEEK_END)
            return int.from_bytes(opened.read(4), "little")
    if start != b"PK\x03\x04":
        return 0
    member = path.rpartition(Path(file).name)[2].strip("/}") if path else ""
    stem = os.path.splitext(member)[0]
    with zipfile.ZipFile(file) as archive:
        return sum(item.file_size for item in archive.infolist() if item.filename.startswith(stem))
