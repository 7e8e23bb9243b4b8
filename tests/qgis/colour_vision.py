# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What eyes see of colours: CAM02-UCS, in which a distance is a difference that is seen, and the
three kinds of colour-vision deficiency.
"""

from __future__ import annotations

import numpy as np

# IEC 61966-2-1, D65.
TO_XYZ = np.array([
    [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
])  # fmt: skip
WHITE = 100.0 * TO_XYZ.sum(axis=1)
# CIECAM02: chromatic adaptation, and cones of Hunt, Pointer and Estevez.
CAT02 = np.array([
    [0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834],
])  # fmt: skip
CONES = np.array([
    [0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0.0, 0.0, 1.0],
])  # fmt: skip
# Average surround, a grey background of 20 %, the luminance of sRGB's reference room.
ADAPTING, BACKGROUND, SURROUND = 64.0 / np.pi / 5.0, 20.0, 0.69

# Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113, table 1, severity 1; they act
# on linear RGB.
DEFICIENCIES = {
    "normal": np.eye(3),
    "protanopia": np.array([
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]),
    "deuteranopia": np.array([
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]),
    "tritanopia": np.array([
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip


def linear(rgb) -> np.ndarray:
    """Linear light of sRGB values of 0 to 1, shape (..., 3)."""
    rgb = np.asarray(rgb, float)
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def seen(rgb, eyes: str = "normal") -> np.ndarray:
    """J', a', b' of CAM02-UCS as somebody sees sRGB values, shape (..., 3).

    Luo, Cui and Li (2006), doi:10.1002/col.20227, on CIECAM02 (CIE 159:2004).
    """
    light = np.clip(linear(rgb) @ DEFICIENCIES[eyes].T, 0.0, 1.0)
    return _uniform(100.0 * light @ TO_XYZ.T)


def _uniform(xyz):
    k = 1.0 / (5.0 * ADAPTING + 1.0)
    level = 0.2 * k**4 * 5 * ADAPTING + 0.1 * (1 - k**4) ** 2 * (5 * ADAPTING) ** (1 / 3)
    n = BACKGROUND / WHITE[1]
    induction, base = 0.725 * n**-0.2, 1.48 + np.sqrt(n)
    white = _responses(WHITE, level)
    cones = _responses(xyz, level)
    red, green, blue = np.moveaxis(cones, -1, 0)
    a, b = red - 12 * green / 11 + blue / 11, (red + green - 2 * blue) / 9
    hue = np.arctan2(b, a)
    achromatic = (cones @ [2, 1, 0.05] - 0.305) / (white @ [2, 1, 0.05] - 0.305)
    lightness = 100 * np.maximum(achromatic, 0.0) ** (SURROUND * base)
    eccentricity = 0.25 * (np.cos(hue + 2.0) + 3.8)
    t = 50000 / 13 * induction * eccentricity * np.hypot(a, b) / (cones @ [1, 1, 1.05])
    chroma = t**0.9 * np.sqrt(lightness / 100) * (1.64 - 0.29**n) ** 0.73
    colourful = np.log(1 + 0.0228 * chroma * level**0.25) / 0.0228
    return np.stack(
        [1.7 * lightness / (1 + 0.007 * lightness), colourful * np.cos(hue),
         colourful * np.sin(hue)], axis=-1,
    )  # fmt: skip


def _responses(xyz, level):
    """Cones' responses after adaptation to the white."""
    degree = 1 - np.exp((-ADAPTING - 42) / 92) / 3.6
    gains = degree * WHITE[1] / (CAT02 @ WHITE) + 1 - degree
    adapted = (xyz @ CAT02.T * gains) @ np.linalg.inv(CAT02).T @ CONES.T
    power = (level * np.abs(adapted) / 100) ** 0.42
    return np.sign(adapted) * 400 * power / (power + 27.13) + 0.1


def differences(first, second, eyes: str = "normal") -> np.ndarray:
    """How different colours look; about 1 is just noticed side by side on a large field."""
    return np.linalg.norm(seen(first, eyes) - seen(second, eyes), axis=-1)
