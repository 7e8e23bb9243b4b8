# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a fault inventory tells of its planes."""

import pytest
from area_layers import ORIGIN, TRUE, layer, line
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.stress.tools.coulombfaults import CoulombFaults
from groundshift.algorithms.stress.tools.receiver_faults import read_inventory


@pytest.mark.parametrize(
    ("columns", "side", "said"),
    [
        ({"dip_dir": "E"}, 1, "dip direction"), ({"dip_dir": "w"}, -1, "dip direction"),
        ({"strike": 10.0}, 1, "strike"), ({"strike": 185.0}, -1, "strike"),
        ({"strike": 90.0}, 0, "unknown"),
        ({"downthrown_side_id": "E", "slip_type": "Normal"}, 1, "downthrown side"),
        ({"downthrown_side_id": "E", "slip_type": "Reverse"}, -1, "downthrown side"),
        ({"downthrown_side_id": "E", "slip_type": "Dextral"}, 0, "unknown"),
        ({"downthrown_side_id": "W", "slip_type": "Dextral-Normal"}, -1, "downthrown side"),
        ({"dip_dir": "E", "strike": 185.0}, 1, "dip direction"), ({"x": 1.0}, 0, "unknown"),
    ],
)  # fmt: skip
def test_the_side_of_the_dip(tmp_path, columns, side, said):
    source = layer(
        tmp_path / "one.gpkg", "line", [line((0, 0), (0, 9000))],
        **{name: [value] for name, value in columns.items()},
    )  # fmt: skip
    given, local = {"FAULTS": source.path, "SLIP": source.path}, LocalMetres(TRUE, *ORIGIN)
    found = read_inventory(CoulombFaults.of(given), local)
    assert (found.side[0], found.side_source[0]) == (side, said)
    ruled = read_inventory(CoulombFaults.of({**given, "DIPS_RIGHT": True}), local)
    assert ruled.side[0] == (side or 1)
