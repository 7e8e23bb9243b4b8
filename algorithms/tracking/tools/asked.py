# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools of offsets ask for alike."""

from __future__ import annotations

from ...asked import FilesOrFolder
from ...declare import Chosen, choice, folder, other, whole

ESTIMATORS = ("tukey", "igg3", "huber", "least_squares")
WEIGHTS = choice(
    "Weights of the pairs",
    "std: by the standard deviations of the offsets, where all rasters have them; uniform: all "
    "alike.", ("std", "uniform"),
)  # fmt: skip


class OffsetFiles(FilesOrFolder):
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


class ArrowsAsked(Chosen):
    """How dense arrows are."""

    arrow_step = whole(
        "Offsets from arrow to arrow", "Some fifty arrows across the scene if empty.", None, 1,
        optional=True, advanced=True,
    )  # fmt: skip
