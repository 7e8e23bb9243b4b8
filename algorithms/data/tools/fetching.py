# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of a download, one after the other; what is complete stays when the run is stopped."""

from __future__ import annotations

from ...errors import GroundshiftError, counted

NAMED = 5


class Fetching:
    """Fetches files and counts them.

    Parameters
    ----------
    web : Web
    job : Job
    count : int
        Files that will be asked for.
    """

    def __init__(self, web, job, count: int):
        self._web, self._step = web, job.steps(max(count, 1))
        self.missing, self._fetched, self._kept, self._bytes = [], 0, 0, 0

    def fetch(self, addresses, target):
        """Fetch a file from the first address that has it.

        Parameters
        ----------
        addresses : sequence of str
        target : Path

        Returns
        -------
        int or None
            Place of that address; None where none has it.
        """
        from ...formats.raster_source import check_pixels

        check = check_pixels if target.suffix == ".tif" else None
        for place, address in enumerate(addresses):
            last = place == len(addresses) - 1
            size = self._web.save(address, target, check, elsewhere=not last)
            if size is not None:
                break
        self.count(size, address)
        return None if size is None else place

    def count(self, size, address: str) -> None:
        """Count what was fetched: bytes, 0 for what was there, None for what there is not."""
        if size is None:
            self.missing.append(address)
        elif size:
            self._fetched, self._bytes = self._fetched + 1, self._bytes + size
        else:
            self._kept += 1
        self._step()

    def numbers(self) -> dict:
        """By id."""
        return {
            "FETCHED": self._fetched, "KEPT": self._kept, "MEGABYTES": self._bytes / 1e6,
        }  # fmt: skip


def not_there(addresses, job) -> None:
    """Warn of files that the server does not have."""
    if addresses:
        names = ", ".join(address.rsplit("/", 1)[-1] for address in addresses[:NAMED])
        more = " and others" if len(addresses) > NAMED else ""
        job.warn(f"The server lacks {counted(len(addresses), 'file')}: {names}{more}.")


def no_pairs(what: str, pairs) -> None:
    """Refuse dates that leave no pair.

    Parameters
    ----------
    what : str
        The frame or list.
    pairs : sequence of str
        All names.
    """
    raise GroundshiftError(
        f"{what}: none of its {counted(len(pairs), 'pair')} is left by the dates and the largest "
        "temporal baseline; widen them."
    )
