# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools of offsets ask for alike."""

from __future__ import annotations

from ...declare import Chosen, folder, other, whole


class OffsetFiles(Chosen):
    """Rasters of offsets, one by one or a folder of them."""

    folder = folder(
        "Folder of offsets",
        "Rasters of 'Offsets of two images' or 'Import offsets'; subfolders are searched.",
        optional=True,
    )  # fmt: skip
    files = other(
        "layers", "or rasters of offsets", "One a pair.", shapes=("file",), optional=True
    )  # fmt: skip

    def check(self):
        """Something to read."""
        if not self.files and not self.folder:
            self.refuse("folder", "is missing; give a folder, or files (FILES).")

    def paths(self) -> list:
        """Files and folder, which must exist."""
        from pathlib import Path

        files = self.files or ()
        files = [Path(p) for p in ((files,) if isinstance(files, (str, Path)) else files)]
        for path in files:
            if not path.exists():
                self.refuse("files", f"there is no file {path}; check the path.")
        return files + ([self.folder] if self.folder else [])


class ArrowsAsked(Chosen):
    """How dense arrows are."""

    arrow_step = whole(
        "Offsets from arrow to arrow", "Some fifty arrows across the scene if empty.", None, 1,
        optional=True, advanced=True,
    )  # fmt: skip
