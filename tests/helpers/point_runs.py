# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Imports of points that several tests share."""

import numpy as np
import point_files as made
from groundshift.algorithms.data.date_columns import find_dates
from groundshift.algorithms.data.tools.importing_points import import_points, read_point_files
from groundshift.algorithms.data.tools.point_import import ImportChoices
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import Outputs


def write(folder, name, text):
    path = folder / name
    path.write_text(text)
    return path


def run_importpoints(files, target, choices=None, job=None, keep_repeated=False):
    """The report."""
    choices = choices or ImportChoices()
    with Outputs((), {"POINTS": target}) as outputs:
        return import_points(files, outputs, choices, job or Job(), keep_repeated)


def bring(paths, folder, choices=None, crs="", order="", **options):
    """The report and the layer."""
    files = read_point_files(paths, crs=crs, order=order, leave_out=folder / "out.gpkg")
    report = run_importpoints(files, folder / "out.gpkg", choices, **options)
    table = read_table(folder / "out.gpkg")
    assert len(table) == report.points
    return report, table


def series_of(table):
    fields = find_dates(table.columns).fields
    return np.array(list(fields.values())), np.array([table.columns[name] for name in fields])


def table_text(when, rows=None, names="x,y,vel", scale=1.0, sign=1.0, rate_scale=1.0):
    lines = [",".join([names, *(f"D{d}".replace("-", "") for d in when)])]
    for k, rate in enumerate(rows or made.RATES):
        values = ",".join(f"{sign * scale * v:.6f}" for v in made.series(rate, when))
        lines.append(f"{500000 + 20 * k},{5100000 + 20 * k},{rate_scale * rate:.6f},{values}")
    return "\n".join(lines) + "\n"
