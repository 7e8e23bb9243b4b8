# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Dip and rake of mapped faults: from numbers, ranges and words, or what is usual for their kind.

Every angle comes with the range it may lie in, as most of them are guesses.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..data.fault_attributes import spread

LEFT, RIGHT, STRIKE = "left-lateral", "right-lateral", "strike-slip"
NORMAL, REVERSE, THRUST, SUBDUCTION = "normal", "reverse", "thrust", "subduction"
FOLD, UNKNOWN = "fold", "unknown"

WORDS = {
    LEFT: "left leftslip leftlateral sinistral ll llss",
    RIGHT: "right rightslip rightlateral dextral rl rlss",
    STRIKE: "strike strikeslip transform transcurrent wrench ss",
    NORMAL: "normal extensional extension spreading spreadingridge detachment n nf",
    REVERSE: "reverse inverse compressional r rv rf",
    THRUST: "thrust overthrust backthrust t th tf",
    SUBDUCTION: "subduction subductionthrust megathrust",
    FOLD: "fold anticline syncline monocline flexure",
}
"""Words of inventories (GEM, HimaTibetMap, national maps) by the motion that they mean."""

LATERAL = {LEFT: (0.0,), RIGHT: (180.0,), STRIKE: (0.0, 180.0)}
UPWARDS = {NORMAL: -1.0, REVERSE: 1.0, THRUST: 1.0, SUBDUCTION: 1.0}

DIPS = {
    STRIKE: (90.0, 75.0, 90.0),
    NORMAL: (60.0, 45.0, 70.0),
    REVERSE: (45.0, 30.0, 60.0),
    THRUST: (30.0, 15.0, 45.0),
    SUBDUCTION: (15.0, 10.0, 30.0),
    "oblique": (65.0, 50.0, 80.0),
}
"""Usual dips of kinds of faults, with their ranges: Andersonian ones, shallow thrusts as mapped,
and those of hazard models for oblique slip."""

DIP_WORDS = {
    "subvertical": (85.0, 75.0, 90.0), "vertical": (90.0, 80.0, 90.0), "steep": (70.0, 60.0, 90.0),
    "moderate": (45.0, 30.0, 60.0), "shallow": (20.0, 10.0, 30.0), "gentle": (20.0, 10.0, 30.0),
    "low": (20.0, 10.0, 30.0), "high": (70.0, 60.0, 90.0),
}  # fmt: skip

OBLIQUE, OBLIQUE_ENDS = 30.0, (15.0, 45.0)
PURE = 20.0  # degrees to which a rake known by a word alone is trusted
ALIKE = 0.8  # share of letters in which a misspelt word agrees
LEAST_LETTERS = 5  # shorter words are not guessed

_KNOWN = {word: kind for kind, words in WORDS.items() for word in words.split()}
_LONG = [word for word in _KNOWN if len(word) >= LEAST_LETTERS]


class Angle(NamedTuple):
    """An angle and the range it may lie in, degrees."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Kinematics:
    """What a kind of fault does.

    Parameters
    ----------
    kind : str
        ``left-lateral``, ``normal``, ``left-lateral, normal`` (the leading one first), ``fold``,
        ``unknown`` ...
    rakes : tuple of Angle
        Two where the sense of a strike slip is not known; none for folds and unknown kinds.
    dip : Angle or None
    """

    kind: str
    rakes: tuple = ()
    dip: Angle | None = None


def motions(text: str) -> list:
    """The motions that a text speaks of, in its order; misspelt words are recognised.

    ``striek-slip``, ``left sli[p`` and ``Dextral-Normal`` all tell something.
    """
    tokens = re.findall(r"[a-z]+", str(text).lower())
    found, k = [], 0
    while k < len(tokens):
        pair = _kind("".join(tokens[k : k + 2])) if k + 1 < len(tokens) else None
        found.append(pair or _kind(tokens[k]))
        k += 2 if pair else 1
    return [kind for kind in dict.fromkeys(found) if kind]


def _kind(word):
    """What a word means, or one that it resembles."""
    if word in _KNOWN or len(word) < LEAST_LETTERS:
        return _KNOWN.get(word)
    alike = difflib.get_close_matches(word, _LONG, 1, ALIKE)
    return _KNOWN[alike[0]] if alike else None


def kinematics(text: str) -> Kinematics:
    """What a fault does whose kind is given by words.

    Notes
    -----
    Pure slip has rakes of 0 (left-lateral), 180 (right-lateral), 90 (reverse) and -90 (normal), by
    20 degrees either way. Of mixed slip the word that comes first leads: the rake lies 30 degrees
    off the pure one, 15 to 45. Hazard models often take 45 whatever comes first.
    """
    found = motions(text)
    if FOLD in found:
        return Kinematics(FOLD)
    lateral = [kind for kind in found if kind in LATERAL]
    upward = [kind for kind in found if kind in UPWARDS]
    if len({UPWARDS[kind] for kind in upward}) > 1 or {LEFT, RIGHT} <= set(lateral):
        return Kinematics(UNKNOWN)  # contradicts itself
    if len(lateral) > 1:
        lateral = [kind for kind in lateral if kind != STRIKE]
    # 'Subduction Thrust' is one thing; the more special word tells the dip.
    upward = [SUBDUCTION] if SUBDUCTION in upward else upward[:1]
    if not lateral and not upward:
        return Kinematics(UNKNOWN)
    if not upward:
        rakes = tuple(_about(base, PURE) for base in LATERAL[lateral[0]])
        return Kinematics(lateral[0], rakes, Angle(*DIPS[STRIKE]))
    if not lateral:
        return Kinematics(
            upward[0], (_about(90.0 * UPWARDS[upward[0]], PURE),), Angle(*DIPS[upward[0]])
        )
    names = sorted((lateral[0], upward[0]), key=found.index)
    upward_leads = names[0] == upward[0]
    rakes = tuple(_oblique(base, UPWARDS[upward[0]], upward_leads) for base in LATERAL[lateral[0]])
    return Kinematics(", ".join(names), rakes, Angle(*DIPS["oblique"]))


def _about(value, error):
    return Angle(value, value - error, value + error)


def _oblique(base, sign, upward_leads):
    """Rake between a lateral one (0 or 180) and a vertical one."""
    steep = [90.0 - part if upward_leads else part for part in (OBLIQUE, *OBLIQUE_ENDS)]
    rakes = [sign * (part if base == 0 else 180.0 - part) for part in steep]
    return Angle(rakes[0], min(rakes[1:]), max(rakes[1:]))


def dip_of(text: str, error: float):
    """Dip of a text.

    Parameters
    ----------
    text : str
        ``60``, ``(75,60,90)``, ``60-90``, ``vertical`` ...
    error : float
        Degrees either way, where the text tells no range.

    Returns
    -------
    Angle or None
        None where there is none, or none from above 0 to 90.
    """
    value, *ends = spread(text)
    if np.isnan(value):
        tokens = re.findall(r"[a-z]+", str(text).lower().replace("sub-", "sub"))
        return next((Angle(*DIP_WORDS[word]) for word in tokens if word in DIP_WORDS), None)
    if not 0 < value <= 90:
        return None
    ends = [end for end in ends if 0 < end <= 90] or [value - error, value + error]
    low, high = min(value, *ends), max(value, *ends)
    return Angle(value, max(low, min(1.0, value)), min(high, 90.0))


def rakes_of(text: str, error: float) -> tuple:
    """Rakes of a text: of a number one, of words see :func:`kinematics`; none of anything else.

    Parameters
    ----------
    text : str
        ``180``, ``(-155,-135,-180)``, ``dextral`` ...
    error : float
        Degrees either way, where the text tells no range.

    Returns
    -------
    tuple of Angle
        Values within -180 to 180; their ranges may go beyond.
    """
    value, *ends = spread(text)
    if np.isnan(value):
        return kinematics(text).rakes
    if abs(value) > 360:
        return ()
    value = wrapped(value)
    # The ends lie the shorter way round: 135 is 60 degrees from -165.
    offsets = [wrapped(end - value) for end in ends if not np.isnan(end)] or [-error, error]
    return (Angle(value, value + min(0.0, *offsets), value + max(0.0, *offsets)),)


def wrapped(degrees: float) -> float:
    """An angle within -180 (left out) to 180."""
    return 180.0 - (180.0 - degrees) % 360.0


@dataclass(frozen=True)
class Mechanisms:
    """How faults are taken to slip; degrees, NaN where unknown.

    Parameters
    ----------
    dip : ndarray, shape (fault, 3)
        Likeliest, least and greatest.
    rake : ndarray, shape (fault, 2, 3)
        The same of up to two rakes: two where the sense of a strike slip is not known.
    kind, dip_source, rake_source : ndarray of str, shape (fault,)
    """

    dip: np.ndarray
    rake: np.ndarray
    kind: np.ndarray
    dip_source: np.ndarray
    rake_source: np.ndarray

    @property
    def known(self) -> np.ndarray:
        """Faults with a dip and a rake, shape (fault,)."""
        return np.isfinite(self.dip[:, 0]) & np.isfinite(self.rake[:, 0, 0])


def mechanisms(dips, rakes, kinds, default="", dip_error=10.0, rake_error=20.0) -> Mechanisms:
    """Dip and rake of faults from their fields.

    Parameters
    ----------
    dips, rakes, kinds : sequence of str
        What the fields hold, one text a fault; empty ones tell nothing.
    default : str
        Kind of faults of unknown kind; empty leaves them unknown.
    dip_error, rake_error : float
        Degrees either way of numbers without a range.
    """
    count = len(kinds)
    dip, rake = np.full((count, 3), np.nan), np.full((count, 2, 3), np.nan)
    kind, dip_source, rake_source = (np.full(count, "", object) for _ in range(3))
    known = {}
    for k, texts in enumerate(zip(dips, rakes, kinds)):
        if texts not in known:
            known[texts] = _mechanism(*texts, default, dip_error, rake_error)
        angle, angles, kind[k], dip_source[k], rake_source[k] = known[texts]
        if angle is not None:
            dip[k] = angle
        rake[k, : len(angles)] = np.reshape(angles, (-1, 3))
    return Mechanisms(dip, rake, kind, dip_source, rake_source)


def _mechanism(dip_text, rake_text, kind_text, default, dip_error, rake_error):
    usual, source = kinematics(kind_text), "kind of the fault"
    if usual.kind == UNKNOWN and default:
        usual, source = kinematics(default), "default kind"
    angles, rake_source = rakes_of(rake_text, rake_error), "field"
    if not angles:
        angles, rake_source = usual.rakes, source if usual.rakes else ""
    angle, dip_source = dip_of(dip_text, dip_error), "field"
    if angle is None and usual.dip is None and angles:
        usual, source = kinematics(_kind_of(angles[0].value)), "rake"
    if angle is None:
        angle, dip_source = usual.dip, source if usual.dip else ""
    kind = usual.kind
    if kind == UNKNOWN and angles:
        kind = kinematics(_kind_of(angles[0].value)).kind
    return angle, angles, kind, dip_source, rake_source


def _kind_of(rake: float) -> str:
    """The kind of a rake, in words that :func:`kinematics` reads."""
    steep = abs(np.sin(np.radians(rake)))
    upward = REVERSE if rake > 0 else NORMAL
    lateral = LEFT if abs(rake) < 90 else RIGHT
    if steep < np.sin(np.radians(PURE)):
        return lateral
    if steep > np.cos(np.radians(PURE)):
        return upward
    return f"{lateral} {upward}" if steep < np.sin(np.pi / 4) else f"{upward} {lateral}"
