# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layer styles: every template loads and follows the limits."""

import numpy as np
import pytest


@pytest.fixture(scope="module")
def styling(qgis_application):
    from groundshift.ui import styling

    return styling


@pytest.fixture
def raster(tmp_path, qgis_application):
    from osgeo import gdal
    from qgis.core import QgsRasterLayer

    path = str(tmp_path / "two.tif")
    data = gdal.GetDriverByName("GTiff").Create(path, 5, 4, 2, gdal.GDT_Float32)
    data.SetGeoTransform((0.0, 1.0, 0.0, 4.0, 0.0, -1.0))
    for band in (1, 2):
        data.GetRasterBand(band).WriteArray(np.linspace(-30, 30, 20).reshape(4, 5))
    data = None
    return QgsRasterLayer(path, "two")


def shader(layer):
    return layer.renderer().shader().rasterShaderFunction()


def colour(layer, value):
    _, red, green, blue, _ = shader(layer).shade(value)
    return red, green, blue


def test_every_style_has_a_template_and_back(styling):
    names = {path.stem for path in styling.STYLES.glob("*.qml")}
    assert names == {*styling.RASTER_STYLES, *styling.VECTOR_STYLES}


def test_every_raster_style_loads(styling, raster):
    for style in styling.RASTER_STYLES:
        styling.style_raster(raster, style, limits=(1.0, 3.0), band=2)
        band = getattr(raster.renderer(), "inputBand", None) or raster.renderer().band
        assert band() == 2, style


def test_an_unknown_style_is_refused(styling, raster):
    with pytest.raises(ValueError, match="no style 'pink'"):
        styling.style_raster(raster, "pink")


def test_red_is_away_and_blue_towards(styling, raster):
    styling.style_raster(raster, "velocity", limits=30.0)
    red, _, blue = colour(raster, -30.0)
    assert red > 150 > 80 > blue
    red, _, blue = colour(raster, 30.0)
    assert blue > 140 > 80 > red
    assert min(colour(raster, 0.0)[:2]) > 240, "pale in the middle"


def test_one_number_stands_for_both_signs(styling, raster):
    styling.style_raster(raster, "displacement", limits=12.5)
    assert (shader(raster).minimumValue(), shader(raster).maximumValue()) == (-12.5, 12.5)
    items = shader(raster).colorRampItemList()
    assert [items[0].value, items[len(items) // 2].value, items[-1].value] == [-12.5, 0.0, 12.5]


@pytest.mark.parametrize("limits", [None, 0.0, float("nan"), (3.0, 3.0), (float("nan"), 1.0)])
def test_limits_without_a_range_leave_the_template(styling, raster, limits):
    styling.style_raster(raster, "velocity", limits=limits)
    assert shader(raster).maximumValue() == 20.0


def test_the_legend_has_the_unit(styling, raster):
    styling.style_raster(raster, "velocity", limits=5.0)
    assert shader(raster).legendSettings().suffix() == " mm/yr"


def test_classes_stay(styling, raster):
    styling.style_raster(raster, "subsets", limits=(0.0, 9.0))
    labels = [item.label for item in shader(raster).colorRampItemList()]
    assert labels[2].startswith("2: network cut in two")
    assert colour(raster, 1.0) != colour(raster, 2.0) != colour(raster, 3.0)


def test_points_follow_the_limits(styling):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer("Point?field=velocity_mm_yr:double", "points", "memory")
    styling.style_vector(layer, "points_velocity", limits=90.0)
    ranges = layer.renderer().ranges()
    assert ranges[0].upperValue() == -90.0
    assert ranges[0].label() == "below -90 mm/yr"
    assert ranges[-1].lowerValue() == 90.0
    middle = ranges[len(ranges) // 2]
    assert middle.lowerValue() == -middle.upperValue()
    assert all(a.upperValue() == b.lowerValue() for a, b in zip(ranges[:-1], ranges[1:]))
    assert ranges[0].symbol().color().red() > 150 > ranges[0].symbol().color().blue()
