# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools of all rooms ask for alike about the run itself."""

from __future__ import annotations

from .declare import Chosen, folder, text, whole


class Machine(Chosen):
    """Memory and cores."""

    memory = whole(
        "Memory budget (MiB)",
        "Memory for the blocks of the scene that are worked on at a time. Results do not depend "
        "on it.",
        2048, 64, advanced=True,
    )  # fmt: skip
    workers = whole(
        "Cores", "Number of cores to use; all of them if empty.", None, 1, optional=True,
        advanced=True,
    )  # fmt: skip


class Blocks(Machine):
    """Memory, cores and the cluster, where blocks can leave this machine."""

    scheduler = text(
        "Dask scheduler",
        "Address of a Dask scheduler, such as tcp://192.0.2.1:8786, whose workers have "
        "Groundshift's core installed; empty to run on this machine. Give only one that you "
        "trust like a program: it can run code on this machine.",
        advanced=True,
    )  # fmt: skip
    certificates = folder(
        "Certificates of the Dask scheduler",
        "Folder with ca.pem, cert.pem and key.pem, for an encrypted connection "
        "(tls://192.0.2.1:8786).", optional=True, advanced=True,
    )  # fmt: skip
    resume_folder = folder(
        "Folder to resume from",
        "Where results of blocks are kept until the run is done, so that one that was cut off goes "
        "on where it stopped when it is started again. Workers of a cluster that see the folder "
        "write there what would go over the network.",
        optional=True, advanced=True,
    )  # fmt: skip


class FilesOrFolder(Chosen):
    """What tools share that declare ``files``, and ``folder`` for all of a folder."""

    def paths(self, at_addresses: bool = False) -> list:
        """Files and folder, which must exist; addresses, where they are read, are asked later."""
        from pathlib import Path

        from .data.addresses import address_of

        files = self.files or ()
        files = (files,) if isinstance(files, (str, Path)) else files
        for path in files:
            if address_of(path):
                if not at_addresses:
                    self.refuse(
                        "files", f"{path} is an address, and these files have to lie on this "
                        "machine; download it first.",
                    )  # fmt: skip
            elif not Path(path).exists():
                self.refuse("files", f"there is no file {path}; check the path.")
        return [*map(Path, files), *([self.folder] if self.folder else [])]


def job_of(chosen, **callbacks):
    """The :class:`.job.Job` of a tool's choices, which say in `blocks` what it may use."""
    from .job import Job

    blocks = getattr(chosen, "blocks", chosen)
    if not hasattr(blocks, "memory"):
        return Job(**callbacks)
    return Job(
        blocks.memory << 20, getattr(blocks, "workers", None), getattr(blocks, "scheduler", ""),
        str(getattr(blocks, "certificates", None) or ""),
        str(getattr(blocks, "resume_folder", None) or ""), **callbacks,
    )  # fmt: skip
