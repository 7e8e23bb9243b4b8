# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""HDF5 files that say in one sentence what of them is missing or damaged."""

from __future__ import annotations

import contextlib
from functools import cached_property, lru_cache

from ...data.addresses import address_of
from ...errors import GroundshiftError

H5PY = (OSError, RuntimeError, KeyError, TypeError, ValueError, AttributeError)
"""What h5py raises of damaged files."""


@contextlib.contextmanager
def damage_told(path, name: str = ""):
    """Turn what h5py raises inside into one sentence."""
    try:
        yield
    except GroundshiftError:
        raise
    except H5PY as error:
        where = f"'{name}'" if name else "it"
        if address_of(path):
            raise GroundshiftError(
                f"{path}: {where} cannot be read (connection lost, or damaged?); try again, or "
                "download it first."
            ) from error
        raise GroundshiftError(
            f"{path}: {where} cannot be read (truncated or damaged?); make the file again or "
            "choose another."
        ) from error


@lru_cache(maxsize=1)
def file_class():
    """The class of files; made at first use, as h5py is slow to load."""
    import h5py

    class Data(h5py.Dataset):
        """A dataset that names itself where it cannot be read."""

        @cached_property
        def _place(self):
            return self.file.filename, self.name.lstrip("/")

        def __getitem__(self, *args, **options):
            with damage_told(*self._place):
                return super().__getitem__(*args, **options)

        def read_direct(self, *args, **options):
            with damage_told(*self._place):
                super().read_direct(*args, **options)

    class File(h5py.File):
        """A file that names what it lacks; groups are had by ``get`` alone."""

        def __getitem__(self, name):
            if name == "/":  # where h5py looks for attributes
                return super().__getitem__(name)
            with damage_told(self.filename, name):
                if name not in self:
                    raise GroundshiftError(
                        f"{self.filename}: has no dataset '{name}'; make the file again or choose "
                        "another."
                    )
                found = super().__getitem__(name)
                if not isinstance(found, h5py.Dataset):
                    raise GroundshiftError(
                        f"{self.filename}: '{name}' is no dataset; make the file again or choose "
                        "another."
                    )
                found = Data(found.id)
                _ = found.shape, found.dtype  # fail here or nowhere
                if found.chunks is None and 0 < found.id.get_storage_size() < found.nbytes:
                    raise ValueError("larger than what is stored of it")
                return found

        def get(self, name, default=None, **options):
            if options:
                return super().get(name, default, **options)
            with damage_told(self.filename, name):
                return h5py.Group.__getitem__(self, name) if name in self else default

    return File
