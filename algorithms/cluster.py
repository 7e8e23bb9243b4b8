# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Blocks on a Dask cluster."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from .blocks import compute
from .data.grid import block_windows
from .errors import GroundshiftError

PACKAGE = __name__.split(".")[0]
BLOCKS_PER_PLACE = 4  # so that no worker waits long for the last one
PATIENCE = "10s"
"""How long a scheduler may take to answer."""


RETURN = 15.0
"""Seconds to wait for a worker where none is left; a nanny starts another one."""

ATTEMPTS = 4
"""How often a block is tried whose worker was lost."""

CERTIFICATES = ("ca.pem", "cert.pem", "key.pem")


def _connect(job):
    address = job.scheduler
    try:
        from distributed import Client
    except ImportError as error:
        raise GroundshiftError(
            "A Dask scheduler was given but the package 'distributed' is not installed; install "
            "it (python3-distributed, or pip install distributed) or leave the address empty."
        ) from error
    security = _security(job)
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False, security=security)
    except (OSError, TimeoutError, ValueError, TypeError, RuntimeError) as error:
        raise GroundshiftError(
            f"{address}: no Dask scheduler answers; check the address or leave it empty."
        ) from error


def _security(job):
    """Certificates for an encrypted connection; None for a plain one."""
    if not job.scheduler.startswith("tls://"):
        if job.certificates:
            raise GroundshiftError(
                f"{job.scheduler}: certificates are given for a connection that is not "
                "encrypted; give an address that begins with tls:// or leave them out."
            )
        return None
    from distributed.security import Security

    if not job.certificates:
        security = Security(require_encryption=True)  # what Dask's own configuration says
        if security.tls_ca_file:
            return security
        raise GroundshiftError(
            f"{job.scheduler}: an encrypted connection needs certificates; give the folder "
            f"with {', '.join(CERTIFICATES)}."
        )
    paths = [Path(job.certificates, name) for name in CERTIFICATES]
    for path in paths:
        if not path.is_file():
            raise GroundshiftError(
                f"{path}: there is no such file; put {', '.join(CERTIFICATES)} into the folder."
            )
    ca, certificate, key = map(str, paths)
    return Security(
        require_encryption=True, tls_ca_file=ca, tls_client_cert=certificate, tls_client_key=key
    )


def _probe() -> None:
    """Runs on a worker, which has to import this module for it."""


def _check_workers(client, address) -> int:
    workers = client.scheduler_info()["workers"]
    if not workers:
        raise GroundshiftError(f"{address}: the Dask cluster has no workers; start some.")
    try:
        client.run(_probe)
    except Exception as error:  # distributed passes the worker's ImportError on as a plain one
        raise GroundshiftError(
            f"{address}: a worker cannot import '{PACKAGE}' ({error}); install the core there with "
            "'pip install .' in Groundshift's folder."
        ) from error
    return sum(worker["nthreads"] for worker in workers.values())


def _compute_on_worker(function, block):
    """Runs on a worker: one block, with one thread for its kernels."""
    return compute(function, block, 1)


def run(function, read, write, grid, bytes_per_pixel, job) -> None:
    """Run blocks on the workers, a bounded number at a time; see :meth:`.job.Job.blocks`."""
    client = _connect(job)
    try:
        places = _check_workers(client, job.scheduler)
        windows = block_windows(
            grid, bytes_per_pixel, job.budget, places + 2, BLOCKS_PER_PLACE * places
        )
        _run(client, function, read, write, windows, places, job)
    finally:
        client.close()


def _run(client, function, read, write, windows, places, job) -> None:
    from concurrent.futures import CancelledError

    from distributed import KilledWorker, as_completed
    from distributed import TimeoutError as DaskTimeout
    from distributed.comm import CommClosedError

    waiting = iter(windows)
    under_way, attempts = {}, Counter()
    done = 0

    def submit(window):
        if window is None:
            return None
        while True:
            try:
                block = client.scatter(read(window), broadcast=False, hash=False)
                future = client.submit(_compute_on_worker, function, block, pure=False)
                under_way[future] = window
                return future
            except (CommClosedError, DaskTimeout, TimeoutError) as error:
                attempts[window] += 1
                _check_lost(client, job.scheduler, attempts[window], error)

    first = [submit(next(waiting, None)) for _ in range(min(len(windows), places + 1))]
    stream = as_completed([f for f in first if f is not None], loop=client.loop)
    try:
        for future in stream:
            job.check()
            window = under_way.pop(future)
            try:
                result = future.result()
            except (KilledWorker, CancelledError, CommClosedError) as error:
                # With a worker goes the block that it had: it is read and handed out once more.
                attempts[window] += 1
                _check_lost(client, job.scheduler, attempts[window], error)
                stream.add(submit(window))
                continue
            write(window, result)
            done += 1
            job.tell(done / len(windows))
            following = submit(next(waiting, None))
            if following is not None:
                stream.add(following)
    except BaseException:
        client.cancel(list(under_way))
        raise


def _check_lost(client, address, attempts, error) -> None:
    """Refuse to go on where no worker is left, or one block ends every worker that gets it."""
    deadline = time.monotonic() + RETURN
    while not _workers(client, address):
        if time.monotonic() > deadline:
            raise GroundshiftError(
                f"{address}: all workers of the Dask cluster are gone; start some and run again."
            ) from error
        time.sleep(0.2)
    if attempts >= ATTEMPTS:
        raise GroundshiftError(
            f"{address}: {attempts} workers of the Dask cluster ended over the same block (out of "
            "memory?); lower the memory budget or give the workers more."
        ) from error


def _workers(client, address) -> dict:
    try:
        if client.status == "running":
            return client.scheduler_info()["workers"]
    except (OSError, TimeoutError, RuntimeError):
        pass
    raise GroundshiftError(f"{address}: the Dask scheduler is gone; start it and run again.")
