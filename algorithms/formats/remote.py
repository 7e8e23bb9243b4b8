# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files at addresses, which GDAL reads piece by piece; see :mod:`..data.addresses`."""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass
from pathlib import Path

from ..data.addresses import address_of
from ..errors import GroundshiftError

PATIENCE = {
    "GDAL_HTTP_CONNECTTIMEOUT": "15", "GDAL_HTTP_TIMEOUT": "120", "GDAL_HTTP_MAX_RETRY": "3",
    "GDAL_HTTP_RETRY_DELAY": "1",
}  # fmt: skip
"""What GDAL is set to where nobody has set it: by itself it waits forever, and tries once."""


REASONS = {
    401: "the server asks who you are (401); give GDAL a login or keys, such as AWS_ACCESS_KEY_ID",
    403: "the server refuses you (403); check your keys and what they may read",
    404: "there is nothing at that place (404); check the address",
    0: "the server does not answer; check the address and the network",
}
"""Why nothing can be read at an address, by HTTP's status."""
UNLISTED = "GDAL_DISABLE_READDIR_ON_OPEN"
_CODES = {7: 404, 8: 404, 9: 401}
"""Of GDAL's VSIGetLastErrorNo (cpl_vsi_error.h), where no text has a status: no bucket, no file, no
keys to ask with."""


def unreached(path, asked=None) -> GroundshiftError:
    """The sentence for an address that gives no file, with what the server says.

    Parameters
    ----------
    path : path
    asked : path, optional
        A file of it, where it is a folder.
    """
    status, said = _status(address_of(asked or path))
    reason = REASONS.get(status) or f"the server answers with {status or said}; try again later"
    return GroundshiftError(f"{path} is an address at which no file can be read: {reason}.")


def _status(address: str) -> tuple:
    """HTTP's status of an address, 0 where nobody answers, None where it is not known; and what
    was said."""
    gdal = _patient()
    if gdal is None:
        return None, "no word, as GDAL's Python package is missing"
    # Kept is what was answered before, and what the folder lists: neither gives a reason.
    gdal.VSICurlPartialClearCache(address.rpartition("/")[0])
    listed = gdal.GetConfigOption(UNLISTED)
    gdal.SetConfigOption(UNLISTED, "YES")
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        gdal.VSIErrorReset()
        gdal.ErrorReset()
        file = gdal.VSIFOpenExL(address, "rb", 1)
        code, said = gdal.VSIGetLastErrorNo(), gdal.VSIGetLastErrorMsg()
        if file is not None:
            gdal.VSIFCloseL(file)
            return None, "a file of another kind"
    except RuntimeError as error:  # where the host has switched exceptions on
        code, said = 0, str(error)
    finally:
        gdal.PopErrorHandler()
        gdal.SetConfigOption(UNLISTED, listed)
    found = re.search(r"code.*: ([45]\d\d)\b", f"{said}\n{gdal.GetLastErrorMsg()}")
    if code in _CODES:
        return _CODES[code], said
    status = int(found[1]) if found else None
    return 0 if status is None and "CURL error" in said else status, said.split("\n")[0]


def is_there(path) -> bool:
    """Whether a file, local or at an address, can be reached."""
    address = address_of(path)
    if not address:
        return os.path.isfile(path)
    gdal = _patient()
    if gdal is None:
        return False
    found = gdal.VSIStatL(address, gdal.VSI_STAT_EXISTS_FLAG | gdal.VSI_STAT_NATURE_FLAG)
    return found is not None and not found.IsDirectory()


def state_of(path):
    """Size and time of a file or folder, by which a change is known; None where there is none."""
    address = address_of(path)
    if not address:
        try:
            found = os.stat(path)
        except OSError:
            return None
        return [found.st_size, found.st_mtime_ns]
    gdal = _patient()
    found = gdal and gdal.VSIStatL(address)
    return [found.size, found.mtime] if found else None


@dataclass(frozen=True)
class Source:
    """A file that another process may see, too.

    Parameters
    ----------
    path : Path
        Absolute, or an address.
    """

    path: Path

    @classmethod
    def of(cls, path) -> Source:
        """Of a path that may be seen from the folder of this process."""
        return cls(path if address_of(path) else Path(path).absolute())

    def __str__(self):
        return str(self.path)

    def state(self):
        """See :func:`state_of`."""
        return state_of(self.path)


def opened(path):
    """A file, local or at an address, opened for reading its bytes.

    Raises
    ------
    OSError
        If it cannot be opened.
    """
    address = address_of(path)
    return RemoteFile(address) if address else open(path, "rb")


def refuse_address(path, why: str) -> None:
    """Raise `GroundshiftError` for what has to be a file of this machine."""
    if address_of(path):
        raise GroundshiftError(f"{path}: {why}; download it first.")


def _patient():
    """GDAL, which gives up some day; None where there is none."""
    try:
        from osgeo import gdal
    except ImportError:
        return None
    for name, value in PATIENCE.items():
        if gdal.GetConfigOption(name) is None:
            gdal.SetConfigOption(name, value)
    return gdal


class RemoteFile(io.RawIOBase):
    """A file at an address, opened for reading, of which only what is read is fetched.

    Parameters
    ----------
    address : str
        Of :func:`address_of`.

    Raises
    ------
    OSError
        If it cannot be opened.
    """

    def __init__(self, address: str):
        super().__init__()
        self._address, self._gdal = address, _patient()
        self._file = self._gdal and self._gdal.VSIFOpenL(address, "rb")
        if self._file is None:
            raise OSError(f"{address} cannot be opened")
        self._size = self.seek(0, os.SEEK_END)
        self.seek(0)

    def __repr__(self):
        return self._address  # what h5py names the file by

    def readable(self):
        """See :class:`io.RawIOBase`; and so the others."""
        return True

    def seekable(self):
        """Anywhere."""
        return True

    def seek(self, offset, whence=os.SEEK_SET):
        """Go to a place."""
        self._gdal.VSIFSeekL(self._file, offset, whence)
        return self.tell()

    def tell(self):
        """The place."""
        return self._gdal.VSIFTellL(self._file)

    def readinto(self, buffer):
        """Read as much as there is room for; `OSError` if the address gives less than it has."""
        view = memoryview(buffer).cast("B")
        place = self.tell()
        values = self._gdal.VSIFReadL(1, len(view), self._file) or b""
        # h5py asks nobody how much came, and would take what lay in the memory for values.
        if len(values) < min(len(view), self._size - place):
            raise OSError(f"{self._address} stopped answering while it was read")
        view[: len(values)] = values
        return len(values)

    def close(self):
        """Let the file go."""
        if not self.closed and getattr(self, "_file", None) is not None:
            self._gdal.VSIFCloseL(self._file)
        super().close()
