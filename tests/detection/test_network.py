# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Convolutions by NumPy, and files of weights."""

import json

import numpy as np
import pytest
from groundshift.algorithms.detection import network
from groundshift.algorithms.errors import GroundshiftError


def plain(image, weight, bias, stride, dilation):
    """As the definition says, pixel by pixel."""
    outside, inside, size, _ = weight.shape
    rows, cols = (-(-side // stride) for side in image.shape[1:])
    out = np.zeros((outside, rows, cols))
    for r in range(rows):
        for c in range(cols):
            for i in range(size):
                for j in range(size):
                    y = r * stride + (i - size // 2) * dilation
                    x = c * stride + (j - size // 2) * dilation
                    if 0 <= y < image.shape[1] and 0 <= x < image.shape[2]:
                        out[:, r, c] += weight[:, :, i, j] @ image[:, y, x]
    return out + bias[:, None, None]


@pytest.mark.parametrize(
    ("stride", "dilation", "size"), [(1, 1, 3), (2, 1, 3), (1, 3, 3), (1, 1, 1)]
)
def test_a_convolution_is_that_of_the_definition(stride, dilation, size, monkeypatch):
    monkeypatch.setattr(network, "STRIP", 400)  # several strips
    rng = np.random.default_rng(1)
    image = rng.standard_normal((3, 13, 11)).astype(np.float32)
    weight = rng.standard_normal((4, 3, size, size)).astype(np.float32)
    bias = rng.standard_normal(4).astype(np.float32)
    found = network.convolution(image, weight, bias, stride, dilation)
    np.testing.assert_allclose(found, plain(image, weight, bias, stride, dilation), atol=1e-5)


SHAPES = (("one.weight", (2, 3)), ("one.bias", (2,)))


def saved(path, **changed):
    arrays = {"one.weight": np.ones((2, 3), np.float16), "one.bias": np.zeros(2, np.float16)}
    np.savez(path, about=np.array(json.dumps({"seed": 1})), **{**arrays, **changed})
    return path


def test_weights_come_back_as_numbers(tmp_path):
    found = network.weights(saved(tmp_path / "w.npz"), SHAPES)
    assert found["one.weight"].dtype == np.float32
    assert found["about"] == {"seed": 1}


def damaged(path):
    whole = saved(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: None,
        lambda path: path.write_bytes(b"nothing of the kind"),
        damaged,
        lambda path: saved(path, **{"one.bias": np.zeros(3)}),
        lambda path: saved(path, **{"one.bias": np.array([np.nan, 1.0])}),
        lambda path: saved(path, **{"one.bias": np.array([{}, {}], object)}),
        lambda path: np.savez(path, other=np.zeros(2)),
    ],
)
def test_a_foreign_or_damaged_file_gets_a_sentence(spoil, tmp_path):
    path = tmp_path / "spoilt.npz"
    spoil(path)
    with pytest.raises(GroundshiftError, match="spoilt.npz.*install the plugin again"):
        network.weights(path, SHAPES)
