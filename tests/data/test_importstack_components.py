# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Connected components of products come along with the phases, and serve bridging."""

import shutil
from dataclasses import replace
from functools import partial

import h5py
import isce2_files as make
import numpy as np
import product_files
import pytest
from groundshift.algorithms.data.product import Band
from groundshift.algorithms.data.tools.importing import ImportOptions, import_stack
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.interferograms import find_product
from groundshift.algorithms.toolbox import call
from imported_stack import check_pixels, imported
from nasa_files import write_aria, write_nisar
from product_files import PAIRS

NAME = "filt_fine.unw.conncomp"
PAIR = product_files.names(0, 1)
write_bursts = partial(product_files.write_hyp3, burst=True)


def numbers(first, second):
    """Components of a pair: 1 and 2 with two columns of none between; others the other way."""
    values = np.repeat([[1, 1, 1, 0, 0, 2, 2, 2]], product_files.ROWS, axis=0)
    values[0, 0] = 0  # without data
    return values if second - first == 1 else 3 - np.where(values == 0, 3, values)


def write(folder, **options):
    make.write_isce2(folder, **options)
    for place in (folder / "merged/interferograms").iterdir():
        pair = sorted(map(product_files.DATES.index, place.name.split("_")))
        make.image(place / NAME, [numbers(*pair)], "uint8")
    return folder


def components_in(path):
    with h5py.File(path) as file:
        return file["connectComponent"][()] if "connectComponent" in file else None


def expected():
    return np.stack([numbers(*pair) for pair in ((0, 1), (0, 2), (1, 2))])


@pytest.mark.parametrize("flip", [False, True])
def test_components_of_topsstack(tmp_path, flip):
    write(tmp_path / "i", flip=flip)
    _, report, stack, block, _ = imported(tmp_path / "i", tmp_path)
    check_pixels(stack, block)  # those of none, too
    found = components_in(tmp_path / "out_stack.h5")
    assert found.dtype == np.int16
    np.testing.assert_array_equal(found, expected())
    # 12 pixels a pair are in none, and 47 have a phase.
    assert any("26 % of the phases are in none (0)" in note for note in report.notes)


def test_components_of_mintpy(tmp_path):
    write(tmp_path / "i")
    imported(tmp_path / "i", tmp_path)
    (tmp_path / "m").mkdir()
    (tmp_path / "out_stack.h5").rename(tmp_path / "m/ifgramStack.h5")
    _, report, stack, block, _ = imported(tmp_path / "m", tmp_path)
    check_pixels(stack, block)
    np.testing.assert_array_equal(components_in(tmp_path / "out_stack.h5"), expected())
    assert not any("left out" in note for note in report.notes)
    with h5py.File(tmp_path / "m/ifgramStack.h5", "r+") as file:
        del file["connectComponent"]
        file["connectComponent"] = expected()[:, 1:]
    with pytest.raises(GroundshiftError, match="'connectComponent' is 3x5x8 and has to be 3x6x8"):
        find_product(tmp_path / "m")


@pytest.mark.parametrize("write_product", [write_aria, write_nisar, write_bursts])
def test_components_of_products_on_the_map(tmp_path, write_product):
    write_product(tmp_path / "p", components=numbers)
    _, report, stack, block, _ = imported(tmp_path / "p", tmp_path)
    check_pixels(stack, block)
    np.testing.assert_array_equal(components_in(tmp_path / "out_stack.h5"), expected())
    assert any("26 % of the phases are in none (0)" in note for note in report.notes)
    shutil.rmtree(tmp_path / "p")
    write_product(tmp_path / "p", pairs=PAIRS[1:], components=numbers)
    write_product(tmp_path / "p", pairs=PAIRS[:1])
    _, report, *_ = imported(tmp_path / "p", tmp_path)
    assert components_in(tmp_path / "out_stack.h5") is None
    assert any("1 of 3 pairs have no connected components" in note for note in report.notes)


def write_topsstack(folder, values, quality, components=None, **_):
    """One pair of topsStack."""
    place = make.write_isce2(folder, geometry=False) / "merged/interferograms"
    for other in sorted(place.iterdir())[1:]:
        shutil.rmtree(other)
    planes = values(0, 1)
    make.image(place / PAIR / "filt_fine.unw", [np.ones(planes.shape), planes])
    make.image(place / PAIR / "filt_fine.cor", [quality(0, 1)])
    (place / PAIR / f"{NAME}.vrt").unlink()
    if components:
        make.image(place / PAIR / NAME, [components(0, 1)], "uint8")


@pytest.mark.parametrize(
    "write_product", [write_topsstack, write_aria, write_nisar, write_bursts]
)  # fmt: skip
def test_bridging_goes_by_them(tmp_path, write_product):
    """A cycle too many behind a slope that is too gentle for coherence and continuity to find."""
    rows, cols = 30, 40
    row, col = np.indices((rows, cols))
    planted = 2.0 * np.exp(-((row - 15) ** 2 + (col - 8) ** 2) / 40.0) + 0.1
    slope = np.clip((col - 18) / 4, 0, 1)
    known = np.select([slope == 0, slope == 1], [1, 2], 0)
    known[0, 0] = 0  # without data in some
    stack, corrected = tmp_path / "s.h5", tmp_path / "c.h5"
    for components in (lambda *_: known, None):
        write_product(
            tmp_path / "p", pairs=PAIRS[:1], values=lambda *_: planted + 2 * np.pi * slope,
            quality=lambda *_: np.full(planted.shape, 0.9), components=components,
        )  # fmt: skip
        call("importstack", folder=tmp_path / "p", stack=stack)
        call("closure", stack=stack, corrected_stack=corrected, method="bridging")
        with h5py.File(corrected) as file:
            bridged = file["unwrapPhase"][0]
        if components:
            np.testing.assert_allclose(bridged[known > 0], planted[known > 0], atol=1e-5)
            np.testing.assert_array_equal(components_in(corrected)[0], known)
        else:
            assert np.abs(bridged - planted)[known == 2].min() > 6
        shutil.rmtree(tmp_path / "p")


def test_all_pairs_or_none(tmp_path):
    """Without components of every pair the file is that of a stack which has none."""
    folder = write(tmp_path / "i") / "merged/interferograms"
    (folder / PAIR / f"{NAME}.vrt").unlink()
    _, report, *_ = imported(tmp_path / "i", tmp_path)
    assert any(
        f"1 of 3 pairs have no connected components, so that none were taken along (such as {PAIR})"
        in note for note in report.notes
    )  # fmt: skip
    partly = (tmp_path / "out_stack.h5").read_bytes()
    for file in folder.rglob(f"{NAME}*"):
        file.unlink()
    _, report, *_ = imported(tmp_path / "i", tmp_path)
    assert components_in(tmp_path / "out_stack.h5") is None
    assert (tmp_path / "out_stack.h5").read_bytes() == partly
    assert not any("component" in note for note in report.notes)


def test_what_are_no_components_is_refused(tmp_path):
    folder = write(tmp_path / "i")
    place = folder / "merged/interferograms" / PAIR
    for values, kind, said in (
        (np.full((6, 8), 0.5), "float32", "reach 0.5 and have to be whole numbers"),
        (np.full((6, 8), 4e4), "float32", "reach 40000"),
        (np.ones((5, 8)), "uint8", "5x8"),
    ):
        make.image(place / NAME, [values], kind)
        with pytest.raises(GroundshiftError, match=f"{NAME}.*{said}"):
            imported(folder, tmp_path)
    make.image(place / NAME, [np.ones((6, 8))], "uint8")
    (place / NAME).unlink()
    with pytest.raises(GroundshiftError, match=NAME):
        imported(folder, tmp_path)


def test_on_another_grid_numbers_are_not_mixed(tmp_path):
    """Components of a map are taken from the nearest pixel; beyond it there are none."""
    product_files.write_pairs(tmp_path / "p")
    x, dx, _, y, _, dy = product_files.GEOGRAPHIC
    fine = np.repeat(np.repeat([[1, 1, 0, 0, 7, 7, 7, 7]], 6, axis=0), 2, axis=1).repeat(2, axis=0)
    product_files.write_tif(
        tmp_path / "c.tif", fine[:, :-2].astype(np.int16),
        (x - dx / 8, dx / 2, 0.0, y, 0.0, dy / 2),
    )  # fmt: skip
    product = find_product(tmp_path / "p")
    pairs = [replace(p, components=Band(str(tmp_path / "c.tif"))) for p in product.interferograms]
    product = replace(product, interferograms=tuple(pairs))
    options = ImportOptions(wavelength=0.0555, grids="resample")
    import_stack(product, tmp_path / "s.h5", None, options)
    found = components_in(tmp_path / "s.h5")
    assert set(np.unique(found)) == {0, 1, 7} and (found[:, :, -1] == 0).all()
