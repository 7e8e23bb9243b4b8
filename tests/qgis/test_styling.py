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
    # 90 is 5 classes of 18, of which 20 is easier to read.
    assert ranges[0].upperValue() == -90.0
    assert ranges[0].label() == "below -90 mm/yr"
    assert ranges[-1].lowerValue() == 90.0
    middle = ranges[len(ranges) // 2]
    assert middle.lowerValue() == -middle.upperValue()
    assert all(a.upperValue() == b.lowerValue() for a, b in zip(ranges[:-1], ranges[1:]))
    assert ranges[0].symbol().color().red() > 150 > ranges[0].symbol().color().blue()


@pytest.mark.parametrize("limit", [0.34, 4.4, 20.0, 30.91, 47.0, 61.3, 88.0, 1234.0])
def test_points_and_rasters_mean_the_same_by_a_colour(styling, raster, limit):
    """In one view one colour stands for one rate: a class has the ramp's colour in its middle."""
    from qgis.core import QgsVectorLayer

    points = QgsVectorLayer("Point?field=velocity_mm_yr:double", "points", "memory")
    styling.style_vector(points, "points_velocity", limits=limit)
    styling.style_raster(raster, "velocity", limits=limit)
    classes = points.renderer().ranges()
    assert shader(raster).maximumValue() == pytest.approx(limit, rel=0.17), "rounded a little"
    for one in classes[1:-1]:
        middle = (one.lowerValue() + one.upperValue()) / 2
        own = one.symbol().color()
        there = colour(raster, middle)
        np.testing.assert_allclose((own.red(), own.green(), own.blue()), there, atol=3)


def corners(name, style, styling, limit, west=0.0):
    """A layer of points of a style, a degree wide."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=velocity_mm_yr:double", name, "memory")
    features = [QgsFeature(layer.fields()) for _ in range(2)]
    for feature, x in zip(features, (0.0, 1.0)):
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(west + x, x)))
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    styling.style_vector(layer, style, limit)
    return layer


def outer(layer):
    return layer.renderer().ranges()[-1].lowerValue()


def test_layers_of_one_place_share_their_limits(styling):
    first = corners("first", "points_velocity", styling, 30.0)
    close = corners("close", "points_velocity", styling, 70.0)
    far_off = corners("elsewhere", "points_velocity", styling, 60.0, west=20.0)
    much_more = corners("much more", "points_velocity", styling, 400.0)
    other = corners("other quantity", "points_slope_velocity", styling, 60.0)
    before = [outer(layer) for layer in (far_off, much_more, other)]
    for layer in (close, far_off, much_more, other):
        styling.share_limits(layer, [layer, first])
    assert outer(first) == pytest.approx(27.0)
    assert outer(close) == pytest.approx(27.0)
    assert [outer(layer) for layer in (far_off, much_more, other)] == before
    assert first.renderer().ranges()[0].label() == close.renderer().ranges()[0].label()


def test_a_raster_takes_the_limits_of_points(styling, raster):
    from qgis.core import QgsCoordinateReferenceSystem

    raster.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    styling.style_raster(raster, "velocity", limits=20.0)
    styling.share_limits(raster, [corners("points", "points_velocity", styling, 30.0)])
    assert (shader(raster).minimumValue(), shader(raster).maximumValue()) == (-30.0, 30.0)
    assert colour(raster, 30.0)[2] > 140
