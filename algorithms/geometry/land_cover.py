# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How much land covers favour radar targets: tables of scores from 0 (none) to 1 (most).

That towns and bare rock hold the most targets, and forest, cropland, snow and water few or none, is
what Plank et al. (2012, International Journal of Remote Sensing 33) and Cigna et al. (2014, Remote
Sensing of Environment 152) found for C band, and in that order the scores stand. The numbers
are ours: round ones that no paper gives and that nobody has fitted. They are meant for persistent
scatterers in C band; longer waves and distributed scatterers see more of grass and fields. Count
your own points by class (the tool does) and put in your own numbers.
"""

from __future__ import annotations

import csv
import io

from ..errors import GroundshiftError

URBAN, INDUSTRY, MIXED, ROCK, BARE, SPARSE = 1.0, 0.95, 0.6, 0.8, 0.6, 0.45
GRASS, SHRUB, CROP, ORCHARD, FOREST, WETLAND, NOTHING = 0.25, 0.15, 0.1, 0.15, 0.05, 0.05, 0.0

CORINE = {
    111: ("continuous urban fabric", URBAN), 112: ("discontinuous urban fabric", 0.85),
    121: ("industrial or commercial units", INDUSTRY),
    122: ("road and rail networks", INDUSTRY), 123: ("port areas", INDUSTRY),
    124: ("airports", MIXED), 131: ("mineral extraction sites", 0.4), 132: ("dump sites", 0.3),
    133: ("construction sites", 0.4), 141: ("green urban areas", 0.5),
    142: ("sport and leisure facilities", 0.5), 211: ("non-irrigated arable land", CROP),
    212: ("permanently irrigated land", CROP), 213: ("rice fields", 0.02),
    221: ("vineyards", ORCHARD), 222: ("fruit trees and berry plantations", ORCHARD),
    223: ("olive groves", ORCHARD), 231: ("pastures", GRASS),
    241: ("annual with permanent crops", CROP), 242: ("complex cultivation patterns", 0.25),
    243: ("agriculture with natural vegetation", 0.2), 244: ("agro-forestry areas", CROP),
    311: ("broad-leaved forest", FOREST), 312: ("coniferous forest", FOREST),
    313: ("mixed forest", FOREST), 321: ("natural grasslands", GRASS),
    322: ("moors and heathland", SHRUB), 323: ("sclerophyllous vegetation", SHRUB),
    324: ("transitional woodland-shrub", 0.1), 331: ("beaches, dunes, sands", 0.1),
    332: ("bare rocks", ROCK), 333: ("sparsely vegetated areas", SPARSE),
    334: ("burnt areas", 0.3), 335: ("glaciers and perpetual snow", NOTHING),
    411: ("inland marshes", WETLAND), 412: ("peat bogs", WETLAND),
    421: ("salt marshes", WETLAND), 422: ("salines", WETLAND), 423: ("intertidal flats", 0.02),
    511: ("water courses", NOTHING), 512: ("water bodies", NOTHING),
    521: ("coastal lagoons", NOTHING), 522: ("estuaries", NOTHING),
    523: ("sea and ocean", NOTHING),
}  # fmt: skip
"""CORINE land cover, level 3. The raster edition numbers them from 1 to 44 in this order."""

WORLDCOVER = {
    10: ("tree cover", FOREST), 20: ("shrubland", SHRUB), 30: ("grassland", GRASS),
    40: ("cropland", CROP), 50: ("built-up", URBAN), 60: ("bare and sparse vegetation", BARE),
    70: ("snow and ice", NOTHING), 80: ("permanent water bodies", NOTHING),
    90: ("herbaceous wetland", WETLAND), 95: ("mangroves", WETLAND),
    100: ("moss and lichen", SPARSE),
}  # fmt: skip
"""ESA WorldCover."""

SCHEMES = ("corine", "worldcover", "own")


def table_of(scheme: str, own=None) -> dict:
    """Scores by class.

    Parameters
    ----------
    scheme : str
        ``corine`` (codes 111 to 523, or 1 to 44), ``worldcover``, or ``own``: `own` alone.
    own : dict of str to (str, float), optional
        Further classes, and others in place of the scheme's.

    Returns
    -------
    dict of str to (str, float)
        Name and score by class, as texts: ``311``.

    Raises
    ------
    GroundshiftError
        If the scheme is not known or the table is empty.
    """
    if scheme not in SCHEMES:
        raise GroundshiftError(
            f"The land-cover scheme '{scheme}' is not known; give one of {', '.join(SCHEMES)}."
        )
    table = {}
    if scheme == "corine":
        for number, (code, row) in enumerate(CORINE.items(), 1):
            table[str(code)] = table[str(number)] = row
    elif scheme == "worldcover":
        table = {str(code): row for code, row in WORLDCOVER.items()}
    table.update(own or {})
    if not table:
        raise GroundshiftError("The table of scores is empty; give classes and their scores.")
    return table


def class_key(value) -> str:
    """A class as texts write it: whole numbers without a fraction, no blanks around."""
    text = str(value).strip()
    try:
        number = float(text)
    except ValueError:
        return text
    return str(int(number)) if number.is_integer() else text


def rows_as_table(rows, where: str) -> dict:
    """Rows of class, score and perhaps name.

    Parameters
    ----------
    rows : sequence of sequence
    where : str
        What they were given in, for errors.

    Raises
    ------
    GroundshiftError
        If a row has no score from 0 to 1, or a class stands twice.
    """
    table = {}
    for number, row in enumerate(rows, 1):
        cells = ["" if cell is None else str(cell).strip() for cell in row]
        if not any(cells):
            continue
        key = class_key(cells[0])
        try:
            score = float(cells[1].replace(",", "."))
        except (ValueError, IndexError):
            score = -1.0
        if not key or not 0 <= score <= 1:
            raise GroundshiftError(
                f"{where}: row {number} ({', '.join(cells)}) is not a class and a score from 0 to "
                "1; correct it."
            )
        if key in table:
            raise GroundshiftError(f"{where}: the class {key} stands twice; leave one out.")
        table[key] = (cells[2] if len(cells) > 2 and cells[2] else key, score)
    return table


def text_as_table(text: str, where: str) -> dict:
    """A table of scores from the text of a CSV file: class, score, name; a head is passed over."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        raise GroundshiftError(f"{where}: holds no table; write lines of class, score, name.")
    delimiter = max(",;\t", key=lines[0].count)
    rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter))
    if len(rows[0]) > 1 and not _is_number(rows[0][1]):
        rows = rows[1:]
    return rows_as_table(rows, where)


def _is_number(text) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True
