# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What every tool that works through a scene lets the user set about the run itself."""

from __future__ import annotations

MEMORY, WORKERS, SCHEDULER = "MEMORY", "WORKERS", "SCHEDULER"
CERTIFICATES = "CERTIFICATES"


def add_run_parameters(tool, cluster: bool = True) -> None:
    """Declare memory budget, cores and, where blocks can leave this machine, the cluster."""
    tool.add_number(
        MEMORY, "Memory budget (MiB)",
        "Memory for the blocks of the scene that are worked on at a time. Results do not depend "
        "on it.",
        2048, minimum=64, integer=True, advanced=True,
    )  # fmt: skip
    tool.add_number(
        WORKERS, "Cores", "Number of cores to use; all of them if empty.", None, minimum=1,
        integer=True, optional=True, advanced=True,
    )  # fmt: skip
    if cluster:
        tool.add_text(
            SCHEDULER, "Dask scheduler",
            "Address of a Dask scheduler, such as tcp://192.0.2.1:8786, whose workers have "
            "Groundshift's core installed; empty to run on this machine. Give only one that you "
            "trust like a program: it can run code on this machine.",
            "", optional=True, advanced=True,
        )  # fmt: skip
        tool.add_folder(
            CERTIFICATES, "Certificates of the Dask scheduler",
            "Folder with ca.pem, cert.pem and key.pem, for an encrypted connection "
            "(tls://192.0.2.1:8786).", optional=True, advanced=True,
        )  # fmt: skip


def run_options(tool, parameters, context):
    """The user's choices as the core takes them."""
    from ..algorithms.runner import RunOptions

    scheduler, certificates = "", None
    if tool.parameterDefinition(SCHEDULER) is not None:
        scheduler = tool.text(parameters, SCHEDULER, context)
        certificates = tool.existing_path(parameters, CERTIFICATES, context)
    return RunOptions(
        tool.integer(parameters, MEMORY, context) << 20,
        tool.integer(parameters, WORKERS, context), scheduler, str(certificates or ""),
    )  # fmt: skip
