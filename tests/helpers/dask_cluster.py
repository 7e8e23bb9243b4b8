# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A Dask cluster of processes on this machine, and what is read in them only."""

import contextlib
import functools
import sys
from pathlib import Path

import distributed
import groundshift

HELPERS = Path(__file__).parent


def local_cluster(workers):
    return distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0",
        memory_limit=0,
    )  # fmt: skip


@contextlib.contextmanager
def two_workers():
    """They can import the core as ``groundshift``, as after ``pip install .``"""
    # Spawned workers take it over, and find the kernels compiled that this process has.
    folders = [str(Path(groundshift.__file__).parent.parent), str(HELPERS.parent), str(HELPERS)]
    sys.path += folders
    with local_cluster(2) as made:
        yield made
    for folder in folders:
        sys.path.remove(folder)


def only_on_workers(monkeypatch, reader, name):
    """Let a reader give this process windows of a few pixels only, as of the reference."""
    before = getattr(reader, name)

    @functools.wraps(before)
    def read(self, window):
        assert window.size < 100, "a block is read here"
        return before(self, window)

    monkeypatch.setattr(reader, name, read)
