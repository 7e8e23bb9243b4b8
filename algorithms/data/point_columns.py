# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the columns of tables of measurement points hold, by the names that products give them.

Sources: EGMS Product Description and Format Specification (EGMS-D6-PDD, v3, tables 5 and 6: mm and
mm a year, EPSG:3035) and Product User Manual (EGMS-D4-PUM: positive is towards the satellite;
of Ortho products up or to the east); SARPROZ' manual, 'Sparse Data Export'; TRE ALTAMIRA's SqueeSAR
tables and StaMPS exports (both positive towards the satellite, mm).

SARscape's shapefiles of PS and SBAS have Velocity, Coherence, MuSigma, H_Precisio, V_Precisio,
LOS_Az, LOS_In, Z and D_YYYYMMDD (https://cnblogs.com/enviidl/p/16280665.html), older ones ALOS and
ILOS. Its help (https://envi.geoscene.cn/help/Subsystems/SARscape) refers from 'Persistent
Scatterers - Geocoding' to the module of interferometry, whose 'Phase to Displacement Conversion'
has a "positive sign if the movement corresponds to a decrease of the sensor-to-target slant range
distance". Names with _VD and _SD are projected on the vertical and on the steepest slope. From
where its angles count is not published, so that they are not used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..errors import GroundshiftError
from .date_columns import DateColumns, find_dates
from .dates import dates_in

LOS, UP, EAST = "los", "up", "east"
"""What a displacement is measured along."""

UNITS = {"mm": 1.0, "cm": 10.0, "m": 1000.0}
"""Millimetres of a unit."""

ROLES = {
    "lon": ("lon", "longitude", "long", "lng", "lon_deg", "longitude_deg"),
    "lat": ("lat", "latitude", "lat_deg", "latitude_deg"),
    "x": ("easting", "x", "x_coord", "xcoord", "coord_x", "x_utm", "utm_x", "east_m", "pos_x"),
    "y": ("northing", "y", "y_coord", "ycoord", "coord_y", "y_utm", "utm_y", "north_m", "pos_y"),
    "velocity": (
        "velocity", "vel", "mean_velocity", "mean_vel", "v", "vlos", "v_los", "vel_los",
        "los_velocity", "los_vel", "velocity_los", "los_rate", "rate", "los", "vel_mean",
        "displacement_rate", "def_rate", "deformation_rate", "linear_velocity",
    ),
    "velocity_std": (
        "velocity_std", "v_stdev", "vel_std", "mean_velocity_std", "sigma_vel", "std_vel", "v_std",
        "vstdev", "vel_stdev", "stdev_vel", "vel_sigma", "sigma_v", "std_v", "vel_sd",
        "velocitystd", "sigma_velocity", "velocity_sigma", "velocity_stdev", "los_std",
    ),
    "coherence": (
        "temporal_coherence", "coherence", "coher", "coh", "tcoh", "temp_coh",
        "temporalcoherence", "tcoherence", "coh_ps",
    ),
    "height": (
        "height", "height_m", "elevation", "elev", "hgt", "h", "z", "alt", "altitude", "heights",
    ),
    "incidence": (
        "incidence_angle", "incidence_deg", "incidence", "inc_angle", "inc", "theta_inc",
    ),
    "heading": ("track_angle", "heading_deg", "heading", "heading_angle"),
    "los_east": ("los_east", "los_e", "e_los", "look_east"),
    "los_north": ("los_north", "los_n", "n_los", "look_north"),
    "los_up": ("los_up", "los_u", "u_los", "look_up"),
}  # fmt: skip
"""Names by what they stand for, the likeliest first; lower case with one underscore between."""

OTHER_NAMES = {
    "height_std_m": ("h_stdev", "sigma_height", "height_std", "height_stdev", "h_std"),
    "height_wrt_dem_m": ("height_wrt_dem",),
    "height_wgs84_m": ("height_wgs84",),
    "effective_area_m2": ("eff_area", "mp_type"),
    "rmse_mm": ("rmse",),
    "acceleration_mm_yr2": ("acceleration", "acc"),
    "acceleration_std_mm_yr2": ("acceleration_std", "a_stdev", "acc_std"),
    "seasonality_mm": ("seasonality",),
    "seasonality_std_mm": ("seasonality_std",),
    "cumulative_mm": ("cumul_disp", "cum_disp", "cumulative_displacement"),
}
"""Names with units for columns that go on as they are; millimetres only in products known to."""

WHOLE = (
    "pixel", "line", "cluster_label", "effective_area_m2", "svet", "lvet", "pair_count", "id",
    "ps_id", "point_id",
)  # fmt: skip
"""Columns of whole numbers."""

_PER_YEAR = re.compile(
    r"(?:[_ ]+[\[(]?|[\[(])\s*(mm|cm|m)\s*(?:[/_ ]|per)+\s*(?:years?|yr|y|a)(?:\^?-1)?\s*[\])]?$",
    re.IGNORECASE,
)
_PLAIN_UNIT = re.compile(r"[_ ]*[\[(]\s*(?:m|deg|degrees?|mm|cm|-)\s*[\])]$", re.IGNORECASE)
_EGMS_FILE = re.compile(
    r"EGMS_(?P<level>L2a|L2b|L3)_(?:(?P<track>\d{3})_(?P<burst>\d{4})_(?P<swath>IW\d)_"
    r"(?P<polarisation>[HV]{2})|(?P<tile>E\d{2}N\d{2})_100km_(?P<part>[UE]))",
    re.IGNORECASE,
)
_SARSCAPE = re.compile(r"_(?P<along>VD|SD)(?=_|$)", re.IGNORECASE)
_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Layout:
    """What a table holds.

    Parameters
    ----------
    kind : str
        ``egms``, ``sarproz``, ``squeesar``, ``stamps``, ``groundshift``, ``mintpy``, ``licsbas``,
        ``sarvey``, ``sarscape`` or ``table``.
    title : str
        What people call it.
    roles : dict of str to str
        Column by what it stands for, see :data:`ROLES`.
    dates : DateColumns
    others : dict of str to str
        Names under which all other columns go on, by column.
    component : str
        What displacement is measured along; empty where it is not known.
    unclear : str
        Why it is not known.
    unit : str
        Of displacements and rates (a year).
    unit_is_known : bool
        Whether the product or a name tells the unit; else it is assumed.
    sign_is_known : bool
        Whether the product tells that positive is towards the satellite.
    marks : dict
        Columns that are the same for the whole file: track, burst, swath, polarisation.
    epsg : int
        Of the coordinates, 0 where unknown.
    scene_look : tuple
        Incidence, heading (degrees) and whether the radar looks to the left, of the whole scene;
        empty where unknown. What points and users tell goes first.
    """

    kind: str
    title: str
    roles: dict
    dates: DateColumns
    others: dict = field(default_factory=dict)
    component: str = LOS
    unit: str = "mm"
    unit_is_known: bool = False
    sign_is_known: bool = False
    marks: dict = field(default_factory=dict)
    epsg: int = 0
    scene_look: tuple = ()
    unclear: str = (
        "neither its name nor its columns tell whether the motion is vertical or to the east"
    )

    @property
    def places(self) -> tuple:
        """Columns of x and y; empty texts where there are none."""
        if "x" in self.roles:
            return self.roles["x"], self.roles["y"]
        return self.roles.get("lon", ""), self.roles.get("lat", "")

    @property
    def indispensable(self) -> frozenset:
        """Columns that must hold numbers: without them a point is of no use."""
        rates = (self.roles.get(role, "") for role in ("velocity", "velocity_std"))
        return frozenset(name for name in (*self.places, *rates, *self.dates.fields) if name)


def parse_columns(text: str) -> dict:
    """Columns by what they stand for, from ``lon=1, lat=2, velocity=VLOS, 2020-01-31=D1``.

    Parameters
    ----------
    text : str
        Keys are those of :data:`ROLES` or dates; values are names of columns, or their numbers
        from 1.

    Returns
    -------
    dict of str to str

    Raises
    ------
    GroundshiftError
        If it is something else.
    """
    columns = {}
    for part in re.split(r"[,;\n]+", text.strip()):
        if not part.strip():
            continue
        key, equals, name = (piece.strip() for piece in part.partition("="))
        key = key.lower()
        if not equals or not name or (key not in ROLES and not _as_date(key)):
            raise GroundshiftError(
                f"'{part.strip()}' says of no column what it holds; write what=column, such as "
                f"lon=1, lat=2, velocity=VLOS (known are {', '.join(ROLES)} and dates)."
            )
        if key in columns or name in columns.values():
            raise GroundshiftError(f"'{part.strip()}': is there twice; leave one out.")
        columns[key] = name
    return columns


def _as_date(key):
    found = dates_in(key)
    return found[0] if len(found) == 1 else None


def _mapped(columns: dict, names, where: str) -> tuple:
    """Columns of roles, and of dates, that were told by hand; numbers are places from 1."""
    roles, dates = {}, {}
    for key, name in columns.items():
        if name not in names:
            if not name.isdigit() or not 1 <= int(name) <= len(names):
                raise GroundshiftError(
                    f"{where}: has no column '{name}'; it has {len(names)}: "
                    f"{', '.join(names[:12])}{' ...' if len(names) > 12 else ''}."
                )
            name = names[int(name) - 1]
        if key in ROLES:
            roles[key] = name
        else:
            dates[name] = _as_date(key)
    for pair, other in ((("lon", "lat"), ("x", "y")), (("x", "y"), ("lon", "lat"))):
        if len(set(pair) & set(roles)) == 1 or set(pair) <= set(roles) and set(other) & set(roles):
            raise GroundshiftError(
                f"{where}: coordinates are lon and lat, or x and y; say both of one pair."
            )
    return roles, dates


def recognise(names, stem: str, order: str = "", where: str = "", columns=None) -> Layout:
    """What the columns of a table hold.

    Parameters
    ----------
    names : sequence of str
    stem : str
        Name of the file: EGMS tells track and burst, or tile and direction, by it.
    order : str
        Of day, month and year in names, see :func:`.date_columns.find_dates`.
    where : str
        What messages call the table.
    columns : dict of str to str, optional
        Of :func:`parse_columns`: what the user knows of columns; the others are guessed.
    """
    given, given_dates = _mapped(columns or {}, list(names), where or stem)
    told_ones = {*given.values(), *given_dates}
    plain = {}
    for name in names:
        plain.setdefault(plain_name(name), name)
    kind, title = _kind(plain, stem)
    guessed = [name for name in names if name not in told_ones]
    dates = find_dates(guessed, order or _usual_order(kind, guessed), where or stem)
    if given_dates:
        fields = dict(sorted({**dates.fields, **given_dates}.items(), key=lambda item: item[1]))
        dates = DateColumns(fields, dates.note, dates.unit)
    left = {
        key: name for key, name in plain.items()
        if name not in dates.fields and name not in told_ones
    }  # fmt: skip
    roles = dict(given)
    known_places = {"lon", "lat", "x", "y"} if {"lon", "x"} & set(given) else set()
    for role, usual in ROLES.items():
        for key in () if role in given or role in known_places else usual:
            if key in left and left[key] not in roles.values():
                roles[role] = left[key]
                break
    roles = _whole_pairs(roles, kind)
    unit, told = _unit(roles, dates)
    known = kind in ("egms", "sarproz", "squeesar", "groundshift", "stamps")
    projected = _SARSCAPE.search(stem) if kind == "sarscape" else None
    unclear = Layout.unclear
    if projected and projected["along"].upper() == "SD":
        raise GroundshiftError(
            f"{where or stem}: SARscape has projected its motion on the steepest slope (_SD), "
            "which is no line of sight; give the shapefile without _SD in its name."
        )
    if projected:
        unclear = "SARscape has projected its motion on the vertical (_VD) and does not say that "
        unclear += "positive is up, so the shapefile without _VD is the better one"
    epsg, skipped = 0, set()
    if kind == "egms" and "x" in roles:
        epsg, skipped = 3035, {"latitude", "longitude"}  # the same places once more
    elif "x" not in roles and "lon" in roles:
        epsg = 4326
    found = _EGMS_FILE.search(stem)
    others = {
        name: _other_name(plain_name(name), name, known)
        for name in names
        if name and name not in (*roles.values(), *dates.fields) and plain_name(name) not in skipped
    }
    return Layout(
        kind, title, roles, dates, _apart(others),
        "" if projected else _component(kind, found, roles), unit, told or known,
        known or kind == "sarscape", _marks(found), epsg, unclear=unclear,
    )  # fmt: skip


def plain_name(name: str) -> str:
    """A name in lower case, without its unit, with one underscore for all that is no letter."""
    text = _PLAIN_UNIT.sub("", _PER_YEAR.sub("", name.strip().strip("'\"")))
    return re.sub(r"[^0-9a-z]+", "_", text.lower()).strip("_")


def marks_of_pid(pid: str) -> dict:
    """Track, burst, swath and polarisation of an EGMS point (EGMS-D6-PDD, table 12)."""
    if len(pid) != 10 or any(letter not in _BASE62 for letter in pid):
        return {}
    number = 0
    for letter in pid[1:5]:
        number = number * 62 + _BASE62.index(letter)
    number, polarisation = divmod(number, 4)
    number, swath = divmod(number, 4)
    track, burst = divmod(number, 1 << 12)
    if not (1 <= track <= 175 and 1 <= swath <= 3 and 1 <= burst <= 2148):
        return {}
    names = ("HH", "HV", "VH", "VV")
    return {
        "track": track, "burst": burst, "swath": f"IW{swath}", "polarisation": names[polarisation],
    }  # fmt: skip


def _kind(plain, stem):
    if {"pid", "mean_velocity"} <= set(plain):
        match = _EGMS_FILE.search(stem)
        level = match.group("level").lower() if match else ""
        level = level or ("l3" if "los_east" not in plain else "")
        names = {"l2a": "EGMS Basic (L2a)", "l2b": "EGMS Calibrated (L2b)", "l3": "EGMS Ortho (L3)"}
        return "egms", names.get(level, "EGMS Basic or Calibrated (L2)")
    if {"coher", "vel"} <= set(plain) and {"svet", "height_wrt_dem", "lvet"} & set(plain):
        return "sarproz", "SARPROZ table"
    if {"code", "vel", "v_stdev"} <= set(plain):
        return "squeesar", "SqueeSAR table"
    if "velocity" in plain and (
        {"los_az", "los_in"} <= set(plain) or {"alos", "ilos"} <= set(plain)
    ):
        return "sarscape", "SARscape points"
    if "velocity" in plain and plain["velocity"] == "velocity_mm_yr":
        return "groundshift", "Groundshift points"
    return "table", "table of points"


def _usual_order(kind, names):
    """SARPROZ writes YY/MM/DD, as its columns' ascending order shows; others are not known."""
    if kind != "sarproz":
        return ""
    try:
        found = find_dates(names, "ymd").fields
    except ValueError:
        return ""
    short = [date for name, date in found.items() if len(name.strip()) == 8 and not name.isdigit()]
    return "ymd" if len(short) > 1 and short == sorted(short) else ""


def _whole_pairs(roles, kind):
    """Roles without halves of pairs, and with one pair of coordinates."""
    for pair in (("lon", "lat"), ("x", "y")):
        if len(set(pair) & set(roles)) == 1:
            roles = {role: name for role, name in roles.items() if role not in pair}
    look = {"los_east", "los_north", "los_up"}
    if len(look & set(roles)) in (1, 2):
        roles = {role: name for role, name in roles.items() if role not in look}
    # EGMS gives both kinds of places, and x and y elsewhere may well be the radar's.
    drop = ("lon", "lat") if kind == "egms" and "x" in roles else ("x", "y")
    if {"lon", "x"} <= set(roles):
        roles = {role: name for role, name in roles.items() if role not in drop}
    return roles


def _unit(roles, dates):
    """Unit of displacements, and whether a name tells it."""
    for name in (roles.get("velocity", ""), roles.get("velocity_std", "")):
        match = _PER_YEAR.search(name)
        if match:
            return match.group(1).lower(), True
    return dates.unit or "mm", bool(dates.unit)


def _component(kind, found, roles):
    if kind != "egms":
        return LOS
    if found and found.group("part"):
        return UP if found.group("part").upper() == "U" else EAST
    return LOS if found or "los_east" in roles else ""


def _marks(found) -> dict:
    if not found:
        return {}
    marks = {
        name: found.group(name) for name in ("track", "burst", "swath", "polarisation", "tile")
    }
    whole = {name: int(value) for name, value in marks.items() if value and value.isdigit()}
    return {name: whole.get(name, value) for name, value in marks.items() if value}


def _other_name(key, name, known):
    """The name under which a column goes on."""
    for unit_name, keys in OTHER_NAMES.items():
        if key in keys and (known or not unit_name.endswith(("_mm", "_mm_yr2"))):
            return unit_name
    return re.sub(r"\W+", "_", name.strip().strip("'\"")).strip("_") or "column"


def _apart(others):
    """Names without two that differ by case alone, which a GeoPackage refuses."""
    taken, out = set(), {}
    for column, name in others.items():
        free, number = name, 1
        while free.lower() in taken:
            free, number = f"{name}_{number}", number + 1
        taken.add(free.lower())
        out[column] = free
    return out
