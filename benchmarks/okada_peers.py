# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Public dislocation codes on cases from a file; runs in the environment of the peers.

``python okada_peers.py`` reads jobs as JSON from standard input and answers with JSON: seconds of
the processor, and the displacement in a file. A peer that cannot be imported answers why.
"""

import json
import sys
import time

import numpy as np


def pyrocko(case):
    """Its C kernel, on one thread; it always computes the gradients, too."""
    from pyrocko.modelling import okada_ext

    points, faults, slip = case["points"], case["faults"], case["slip"]
    half = faults[:, 5:] / 2
    sources = np.column_stack(
        [faults[:, 1], faults[:, 0], faults[:, 2], np.degrees(faults[:, 3:5])]
        + [-half[:, 0], half[:, 0], -half[:, 1], half[:, 1]]
    )
    receivers = np.ascontiguousarray(points[:, [1, 0, 2]] * [1, 1, -1])
    modulus = 3e10

    def run():
        return okada_ext.okada(
            sources, slip, receivers, modulus, modulus, nthreads=1, rotate_sdn=0, stack_sources=1
        )  # fmt: skip

    return run, lambda result: result[:, [1, 0, 2]] * [1, 1, -1]


def okada_wrapper(case):
    """Okada's Fortran, a call from Python for each point and fault."""
    import okada_wrapper as peer

    def run():
        total = np.zeros_like(case["points"])
        for fault, slip in zip(case["faults"], case["slip"]):
            east, north, depth, strike, dip, length, width = fault
            sin, cos = np.sin(strike), np.cos(strike)
            de, dn, up = (case["points"] - [east, north, 0]).T
            along = [-length / 2, length / 2]
            down = [-width / 2, width / 2]
            places = np.column_stack([de * sin + dn * cos, dn * sin - de * cos, up])
            degrees = np.degrees(dip)
            moved = np.array(
                [peer.dc3dwrapper(2 / 3, x, depth, degrees, along, down, slip)[1] for x in places]
            )
            total[:, 0] += moved[:, 0] * sin - moved[:, 1] * cos
            total[:, 1] += moved[:, 0] * cos + moved[:, 1] * sin
            total[:, 2] += moved[:, 2]
        return total

    return run, lambda result: result


def cutde(case):
    """Two triangles for each rectangle; on one thread where it lets itself be told."""
    from cutde.halfspace import disp_free

    if "triangles" in case:
        triangles, slip = case["triangles"], case["slip"]
    else:
        triangles, slip = halves(case["faults"]), np.repeat(case["slip"], 2, axis=0)
    points, slip = np.ascontiguousarray(case["points"]), np.ascontiguousarray(slip)
    return lambda: disp_free(points, triangles, slip, 0.25), lambda result: result


def halves(faults):
    """Triangles with upward normals, two for a rectangle."""
    east, north, depth, strike, dip, length, width = faults.T
    zero = np.zeros_like(strike)
    along = np.stack([np.sin(strike), np.cos(strike), zero], axis=1) * length[:, None] / 2
    rise = np.stack([-np.cos(dip) * np.cos(strike), np.cos(dip) * np.sin(strike), np.sin(dip)], 1)
    rise = rise * width[:, None] / 2
    centre = np.stack([east, north, -depth], axis=1)
    a, b = centre - along - rise, centre + along - rise
    c, d = centre + along + rise, centre - along + rise
    return np.stack([a, b, c, a, c, d], axis=1).reshape(-1, 3, 3)


PEERS = {"pyrocko": pyrocko, "okada-wrapper": okada_wrapper, "cutde": cutde}


def answer(job):
    """Run one job."""
    try:
        with np.load(job["case"]) as file:
            run, displacement = PEERS[job["peer"]](dict(file))
    except ImportError as error:
        return {"missing": str(error)}
    best = np.inf
    for _ in range(job["repeats"]):
        begin = time.process_time()
        result = run()
        best = min(best, time.process_time() - begin)
    np.save(job["out"], displacement(result))
    return {"seconds": best}


if __name__ == "__main__":
    print(json.dumps([answer(job) for job in json.load(sys.stdin)]))
