# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Minimum-cost flow on a sparse graph, compiled.

Residues are supplies of the faces of a planar graph; a unit of flow through an arc adds a cycle
to the phase difference across it. Capacities are unlimited, costs of the two directions differ,
and taking back flow refunds its cost. Solved exactly by shortest augmenting paths with node
potentials (Ahuja, Magnanti and Orlin 1993, sections 9.7 and 9.8): first from all supplies at a
time, within a distance that serves half of them, then one by one.
"""

from __future__ import annotations

import math

import numpy as np

from ...kernels import njit

FAR = np.int64(1) << 60
TAU = 2.0 * math.pi


@njit(cache=True, nogil=True)
def incidence(faces, node_count):
    """Compressed lists of the arcs at every node.

    Parameters
    ----------
    faces : ndarray of int32, shape (arc, 2)
        Nodes that an arc joins; flow is positive from the first to the second. Arcs that join a
        node to itself are left out.
    node_count : int

    Returns
    -------
    first : ndarray of int32, shape (node_count + 1,)
    arcs : ndarray of int32
        ``2 * arc`` where the node is the arc's first, ``2 * arc + 1`` where it is its second.
    """
    first = np.zeros(node_count + 1, np.int32)
    for a in range(len(faces)):
        if faces[a, 0] != faces[a, 1]:
            first[faces[a, 0] + 1] += 1
            first[faces[a, 1] + 1] += 1
    for n in range(node_count):
        first[n + 1] += first[n]
    place = first[:-1].copy()
    arcs = np.empty(first[-1], np.int32)
    for a in range(len(faces)):
        if faces[a, 0] != faces[a, 1]:
            for side in range(2):
                node = faces[a, side]
                arcs[place[node]] = 2 * a + side
                place[node] += 1
    return first, arcs


@njit(inline="always")
def _step_cost(costs, flow, half):
    """Cost of one more unit through half an arc: from the first node (even) or the second."""
    arc = half >> 1
    if half & 1 == 0:
        return costs[arc, 0] if flow[arc] >= 0 else -costs[arc, 1]
    return costs[arc, 1] if flow[arc] <= 0 else -costs[arc, 0]


@njit(inline="always")
def _push(keys, nodes, size, key, node):
    """Put an entry on the heap; returns its arrays (they grow) and size."""
    if size == len(keys):
        grown = np.empty(2 * size, np.int64)
        grown[:size] = keys
        keys = grown
        other = np.empty(2 * size, np.int32)
        other[:size] = nodes
        nodes = other
    at = size
    while at > 0:
        above = (at - 1) >> 2
        if keys[above] <= key:
            break
        keys[at] = keys[above]
        nodes[at] = nodes[above]
        at = above
    keys[at] = key
    nodes[at] = node
    return keys, nodes, size + 1


@njit(inline="always")
def _drop_first(keys, nodes, size):
    """Take the least entry off the heap (four children a node); returns the new size."""
    size -= 1
    key, node = keys[size], nodes[size]
    at = 0
    while True:
        child = 4 * at + 1
        if child >= size:
            break
        least = child
        for other in range(child + 1, min(child + 4, size)):
            if keys[other] < keys[least]:
                least = other
        if keys[least] >= key:
            break
        keys[at] = keys[least]
        nodes[at] = nodes[least]
        at = least
    keys[at] = key
    nodes[at] = node
    return size


@njit(cache=True, nogil=True)
def minimum_cost_flow(first, arcs, faces, costs, supply):
    """Flow of least cost that takes supplies to demands.

    Parameters
    ----------
    first, arcs : ndarray
        Of :func:`incidence`.
    faces : ndarray of int32, shape (arc, 2)
    costs : ndarray of int32, shape (arc, 2)
        Cost of a unit from the first node to the second, and back; not negative.
    supply : ndarray of int32, shape (node,)
        Positive: leaves the node; sums to 0 over every connected part. Used up on return; what
        remains could not be served.

    Returns
    -------
    flow : ndarray of int32, shape (arc,)
    """
    count = len(supply)
    flow = np.zeros(len(faces), np.int32)
    potential = np.zeros(count, np.int64)
    distance = np.full(count, FAR, np.int64)
    parent = np.full(count, -1, np.int32)  # half arc by which a node was reached
    settled = np.zeros(count, np.bool_)
    touched = np.empty(count, np.int32)
    root = np.full(count, -1, np.int32)
    keys = np.empty(1024, np.int64)
    nodes = np.empty(1024, np.int32)
    goals = np.empty(count, np.int32)
    sources = np.empty(count, np.int32)
    together = True
    scan = 0
    while True:
        number = 0
        if together:
            for n in range(count):
                if supply[n] > 0:
                    sources[number] = n
                    number += 1
            wanted = max(1, number // 2)
            together = number > 32
        if not together:
            while scan < count and supply[scan] <= 0:
                scan += 1
            if scan == count:
                break
            sources[0] = scan
            number = 1
            wanted = 1
        size = 0
        seen = 0
        for k in range(number):
            n = sources[k]
            distance[n] = 0
            root[n] = n
            parent[n] = -1
            touched[seen] = n
            seen += 1
            keys, nodes, size = _push(keys, nodes, size, np.int64(0), n)
        found = 0
        limit = np.int64(0)
        while size > 0:
            key, n = keys[0], nodes[0]
            size = _drop_first(keys, nodes, size)
            if settled[n] or key > distance[n]:
                continue
            settled[n] = True
            limit = key
            if supply[n] < 0:
                goals[found] = n
                found += 1
                if found >= wanted:
                    break
            for h in range(first[n], first[n + 1]):
                half = arcs[h]
                arc = half >> 1
                other = faces[arc, 1 - (half & 1)]
                if settled[other]:
                    continue
                reach = key + _step_cost(costs, flow, half) + potential[n] - potential[other]
                if reach < distance[other]:
                    if distance[other] == FAR:
                        touched[seen] = other
                        seen += 1
                    distance[other] = reach
                    parent[other] = half
                    root[other] = root[n]
                    keys, nodes, size = _push(keys, nodes, size, reach, other)
        for k in range(seen):
            n = touched[k]
            if settled[n]:
                potential[n] += distance[n] - limit
        served = 0
        for g in range(found):
            served += _serve(goals[g], root, parent, faces, costs, flow, potential, supply)
        for k in range(seen):
            n = touched[k]
            distance[n] = FAR
            settled[n] = False
        if number == 1 and not together and served == 0:
            scan += 1  # cut off from every demand
        if together and served * 20 < number:
            together = False
    return flow


@njit(cache=True, nogil=True)
def _serve(goal, root, parent, faces, costs, flow, potential, supply):
    """Send what can be sent along the tree to a demand; returns 1 where something went."""
    source = root[goal]
    if supply[source] <= 0:
        return 0
    n = goal
    while n != source:  # an earlier path may have changed a cost on the way
        half = parent[n]
        before = faces[half >> 1, half & 1]
        if _step_cost(costs, flow, half) + potential[before] != potential[n]:
            return 0
        n = before
    n = goal
    while n != source:
        half = parent[n]
        flow[half >> 1] += 1 - 2 * (half & 1)
        n = faces[half >> 1, half & 1]
    supply[source] -= 1
    supply[goal] += 1
    return 1


@njit(cache=True, nogil=True)
def spanning_tree(neighbours_first, neighbours, ends, count):
    """A tree of arcs from point 0 to all others, breadth first.

    Parameters
    ----------
    neighbours_first, neighbours : ndarray
        :func:`incidence` of the arcs' ends, which join all points.
    ends : ndarray of int32, shape (arc, 2)
    count : int
        Number of points.

    Returns
    -------
    order : ndarray of int32, shape (point,)
    halves : ndarray of int32, shape (point,)
        By which the points are reached, in that order: ``2 * arc`` from the arc's first end,
        ``2 * arc + 1`` from its second.
    """
    order, halves = np.zeros(count, np.int32), np.zeros(count, np.int32)
    seen = np.zeros(count, np.bool_)
    seen[0] = True
    head, tail = 0, 1
    while head < tail:
        n = order[head]
        head += 1
        for h in range(neighbours_first[n], neighbours_first[n + 1]):
            half = neighbours[h]
            other = ends[half >> 1, 1 - (half & 1)]
            if not seen[other]:
                seen[other] = True
                order[tail] = other
                halves[tail] = half
                tail += 1
    return order, halves


@njit(cache=True, nogil=True)
def sum_along(order, halves, ends, step, cycles, value):
    """Add up differences and their cycles along a tree, in place.

    On entry, `value` holds that of the first point.
    """
    for k in range(1, len(order)):
        half = halves[k]
        arc, side = half >> 1, half & 1
        more = step[arc] + TAU * cycles[arc]
        value[order[k]] = value[ends[arc, side]] + (more if side == 0 else -more)


@njit(cache=True, nogil=True)
def spread(neighbours_first, neighbours, ends, step, start_order, value, label):
    """Add up differences along arcs from seeds; numbers what hangs together.

    Parameters
    ----------
    neighbours_first, neighbours : ndarray
        :func:`incidence` of the arcs' ends.
    ends : ndarray of int32, shape (arc, 2)
    step : ndarray of float64, shape (arc,)
        Difference of the second end minus the first; NaN arcs are not followed.
    start_order : ndarray of int32
        Points in the order in which they are taken as seeds.
    value : ndarray of float64, shape (point,)
        Filled; holds the seeds' own values on entry.
    label : ndarray of int32, shape (point,)
        Filled with the number of the part, from 1; 0 on entry.
    """
    queue = np.empty(len(value), np.int32)
    parts = 0
    for k in range(len(start_order)):
        seed = start_order[k]
        if label[seed]:
            continue
        parts += 1
        label[seed] = parts
        queue[0] = seed
        head, tail = 0, 1
        while head < tail:
            n = queue[head]
            head += 1
            for h in range(neighbours_first[n], neighbours_first[n + 1]):
                half = neighbours[h]
                arc = half >> 1
                other = ends[arc, 1 - (half & 1)]
                if label[other] or np.isnan(step[arc]):
                    continue
                value[other] = value[n] + (step[arc] if half & 1 == 0 else -step[arc])
                label[other] = parts
                queue[tail] = other
                tail += 1
    return parts
