# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Blocks on a Dask cluster.

Workers that see the files read their blocks and write their results to the folder to resume from,
so that this machine plans, and puts results in place. Else it reads and sends the blocks, and gets
the results.
"""

from __future__ import annotations

import contextlib
import itertools
import threading
import time
from collections import Counter
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path

from .blocks import compute, run_each_here, run_here
from .data.grid import block_windows
from .errors import GroundshiftError
from .kept import sources_of

PACKAGE = __name__.split(".")[0]
BLOCKS_PER_PLACE = 4  # so that no worker waits long for the last one
PATIENCE = "10s"
"""How long a scheduler may take to answer."""


RETURN = 60.0
"""Seconds to wait for a worker where none is left, and for the scheduler where it is silent."""

VISIBLE = 60.0
"""Seconds to wait for what a worker has written: shared storage may tell others late."""

AHEAD = 2
"""Blocks handed out for every thread of a worker that reads them itself."""

KEPT = "kept"
"""What a worker answers that has written a result."""

ATTEMPTS = 4
"""How often a block is tried whose worker was lost."""

SCHEDULER_GONE = "the Dask scheduler is gone; start it"
WORKERS_GONE = "all workers of the Dask cluster are gone; start some"
CERTIFICATES = ("ca.pem", "cert.pem", "key.pem")


# Of a worker: readers and writers are called from one thread at a time.
_reading, _placing = threading.Lock(), threading.Lock()


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


def _states(sources) -> list:
    """Runs on a worker: what it sees of files."""
    return [source.state() for source in sources]


def _lost() -> tuple:
    """What is raised where a worker or the connection goes."""
    from distributed import KilledWorker
    from distributed import TimeoutError as DaskTimeout
    from distributed.comm import CommClosedError

    return KilledWorker, CancelledError, CommClosedError, DaskTimeout, TimeoutError


class _Cluster(contextlib.AbstractContextManager):
    """A connection to a scheduler that is made again where it is lost.

    Parameters
    ----------
    job : Job

    Attributes
    ----------
    client : distributed.Client
    places : int
        Threads of all workers.
    threads : int
        Of the worker that has most.
    """

    def __init__(self, job):
        self._job, self._address = job, job.scheduler
        self.client = _connect(job)
        try:
            self._check_workers()
        except BaseException:
            self.client.close()
            raise

    def __exit__(self, *_):
        self.client.close()

    def _check_workers(self) -> None:
        workers = self.client.scheduler_info()["workers"]
        if not workers:
            raise GroundshiftError(f"{self._address}: the Dask cluster has no workers; start some.")
        try:
            self._ask(_probe)
        except Exception as error:  # distributed passes the worker's ImportError on as a plain one
            raise GroundshiftError(
                f"{self._address}: a worker cannot import '{PACKAGE}' ({error}); install the core "
                "there with 'pip install .' in Groundshift's folder."
            ) from error
        threads = [worker["nthreads"] for worker in workers.values()]
        self.places, self.threads = sum(threads), max(threads)

    def _ask(self, function, *given) -> list:
        """What all workers answer, whoever is lost on the way."""
        for _ in range(ATTEMPTS - 1):
            try:
                return list(self.client.run(function, *given).values())
            except (*_lost(), OSError) as error:
                self.wait(error)
        return list(self.client.run(function, *given).values())

    def sees(self, sources) -> bool:
        """Whether there are such files, and all workers see them as they are seen from here."""
        own = _states(sources)
        if not sources or None in own:
            return False
        for seen in self._ask(_states, sources):
            for source, here, there in zip(sources, own, seen):
                if here != there:
                    self._job.note_once(
                        f"{source} is not seen by all workers of the Dask cluster; blocks are read "
                        "here and sent to them."
                    )
                    return False
        self._job.note_once("The workers of the Dask cluster see the files and read them.")
        return True

    def sees_kept(self, kept) -> bool:
        """Whether all workers see what is kept."""
        with kept.token() as path:
            return all(self._ask(path.exists))

    def gone(self, what: str) -> GroundshiftError:
        """What to raise where waiting was in vain."""
        return GroundshiftError(f"{self._address}: {what} and run again.")

    def wait(self, error) -> bool:
        """Wait for workers, and a connection to them; tells whether it is another one.

        Raises
        ------
        GroundshiftError
            If there are none after some time.
        """
        deadline, told, another = time.monotonic() + RETURN, False, False
        while True:
            with contextlib.suppress(*_lost(), OSError, RuntimeError, GroundshiftError):
                if self.client.status == "closed":
                    self.client, another = _connect(self._job), True
                if self.client.status == "running" and self.client.scheduler_info()["workers"]:
                    return another
            self._job.check()
            what = SCHEDULER_GONE if self.client.status != "running" else WORKERS_GONE
            if time.monotonic() > deadline:
                raise self.gone(what) from error
            if not told:
                self._job.warn(f"{self._address}: {what}, within {RETURN:.0f} seconds.")
                told = True
            time.sleep(0.2)


@dataclass
class _Work:
    """What workers do with a window or an item.

    Parameters
    ----------
    function : callable
        Of a block, or of an item.
    read : callable or None
        From window to block; None where blocks are sent, and for items.
    place : callable or None
        Puts what is large of a result in place; the rest is sent.
    kept : KeptBlocks or None
        Where results go that can be kept; others are sent.
    """

    function: object
    read: object = None
    place: object = None
    kept: object = None

    def do(self, number, item, sent):
        """Runs on a worker: with one thread for the kernels."""
        if self.read is not None:
            with _reading:
                sent = (self.read(item),)
        result = compute(self.function, *sent, 1) if sent else self.function(item)
        if self.kept is not None:
            return KEPT if self.kept.save(number, result) else result
        if self.place is not None:
            with _placing:
                return self.place(item, result)
        return result


def _do(work, number, item, *sent):
    return work.do(number, item, sent)


def run(blocks, job) -> None:
    """Run blocks on the workers, a bounded number at a time; see :meth:`.job.Job.blocks`."""
    with _Cluster(job) as cluster:
        seen = cluster.sees(sources_of(blocks.read))
        if seen or not blocks.light:
            # Who reads has the block under way and the next one; who sends has those of all.
            in_flight = cluster.threads + 1 if seen else cluster.places + 2
            windows = block_windows(
                blocks.grid, blocks.bytes_per_pixel, job.budget, in_flight,
                BLOCKS_PER_PLACE * cluster.places,
            )  # fmt: skip
            kept = job.kept_blocks(blocks.function, blocks.read)
            if kept is not None:
                windows = kept.windows(windows)
            work, write = _Work(blocks.function, blocks.read if seen else None), blocks.put
            if kept is None and cluster.sees(sources_of(blocks.place)):
                work.place, write = blocks.place, blocks.write
            _Pass(cluster, work, windows, None if seen else blocks.read, write, kept, job).run()
            return
    run_here(blocks, job)


def run_each(function, items, write, needed, job) -> None:
    """Do all items on the workers, where these see the files; see :meth:`.job.Job.each`."""
    with _Cluster(job) as cluster:
        if cluster.sees(sources_of(function)):
            kept = job.kept_blocks(len(items), function)
            if kept is not None:
                kept.make()
            _Pass(cluster, _Work(function), items, None, write, kept, job).run()
            return
    run_each_here(function, items, write, needed, job)


class _Pass:
    """Windows or items of one pass that the workers have to do.

    Parameters
    ----------
    cluster : _Cluster
    work : _Work
    items : sequence
    read : callable or None
        From item to the block that is sent with it.
    write : callable
    kept : KeptBlocks or None
    job : Job
    """

    def __init__(self, cluster, work, items, read, write, kept, job):
        self._cluster, self._work, self._items = cluster, work, items
        self._read, self._write, self._kept, self._job = read, write, kept, job
        self._attempts, self._under_way = Counter(), {}
        self._left = set(range(len(items)))
        self._sent = None  # the work, on the workers
        if kept is not None and cluster.sees_kept(kept):
            work.kept = kept

    def run(self) -> None:
        """Do what is left until nothing is, whatever is lost on the way."""
        if self._kept is not None:
            self._take_over(self._kept.done() & self._left)
        while self._left:
            self._hand_out()

    def _take_over(self, done) -> None:
        """Put in place what a run before has done."""
        self._job.tell_resumed(done, self._items)
        for number in sorted(done):
            self._job.check()
            found = self._kept.load(number)
            if found:
                self._put(number, found[0])

    def _put(self, number, result) -> None:
        self._write(self._items[number], result)
        self._left.discard(number)
        self._job.tell(1.0 - len(self._left) / len(self._items))

    def _hand_out(self) -> None:
        """Let the workers do what is left; ends early where another connection has to be used."""
        from distributed import as_completed

        client, self._under_way, self._sent = self._cluster.client, {}, None
        ahead = iter(sorted(self._left))
        stream = as_completed(loop=client.loop)

        def add(numbers):
            for number in numbers:
                future = self._submit(number)
                if self._cluster.client is client:
                    stream.add(future)

        # What is sent is in memory here; what is read waits as a number.
        places = self._cluster.places
        add(itertools.islice(ahead, places * AHEAD if self._read is None else places + 1))
        try:
            for future in stream:
                self._job.check()
                number = self._under_way.pop(future)
                try:
                    result = self._result(number, future.result())
                except _lost() as error:
                    self._lose(number, error)
                    add([number])
                else:
                    del future
                    self._put(number, result)
                    add(itertools.islice(ahead, 1))
                if self._cluster.client is not client:
                    return
        except BaseException:
            with contextlib.suppress(Exception):  # where the connection is gone, so are they
                client.cancel(list(self._under_way))
            raise

    def _submit(self, number):
        """Hand out one item; read, and sent with its block, where workers cannot read."""
        item = self._items[number]
        blocks = () if self._read is None else (self._read(item),)
        deadline = time.monotonic() + RETURN
        while True:
            client = self._cluster.client
            try:
                if self._sent is None or self._sent.status != "finished":
                    # To all of them: it would go with the only one that has it.
                    self._sent = client.scatter([self._work], broadcast=True, hash=False)[0]
                sent = [client.scatter(block, broadcast=False, hash=False) for block in blocks]
                future = client.submit(_do, self._sent, number, item, *sent, pure=False)
                self._under_way[future] = number
                return future
            except (*_lost(), OSError) as error:
                if time.monotonic() > deadline:
                    raise self._cluster.gone(SCHEDULER_GONE) from error
                time.sleep(0.2)  # until the client notices
                self._reconnect(error)

    def _reconnect(self, error) -> None:
        if self._cluster.wait(error):
            self._sent = None

    def _lose(self, number, error) -> None:
        """Wait for workers; refuse to go on with what ends every worker that gets it."""
        self._reconnect(error)
        self._attempts[number] += 1
        if self._attempts[number] >= ATTEMPTS:
            raise GroundshiftError(
                f"{self._job.scheduler}: {ATTEMPTS} workers of the Dask cluster ended over the "
                "same block (out of memory?); lower the memory budget or give the workers more."
            ) from error

    def _result(self, number, result):
        """A result as it was sent, or as the worker has kept it."""
        if self._kept is None:
            return result
        if self._work.kept is None:
            self._kept.save(number, result)
        if not (isinstance(result, str) and result == KEPT):
            return result
        found = self._kept.load(number, VISIBLE)
        if not found:
            raise GroundshiftError(
                f"{self._job.resume}: a result that a worker has written there is not seen from "
                "here; give a folder of shared storage."
            )
        return found[0]
