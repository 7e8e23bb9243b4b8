# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that lead to the network are not opened; a server on the loopback counts who asks it."""

import contextlib
import gzip
import http.server
import shutil
import threading
import zipfile

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.disguises import refuse_disguise
from groundshift.algorithms.formats.raster_source import describe
from groundshift.algorithms.formats.rasters import BandInfo, gdal_errors, read_raster, write_raster
from groundshift.algorithms.formats.vectors.rows import opened_layer

GRID = Grid(9, 9, (13.0, 0.001, 0.0, 46.5, 0.0, -0.001), wkt_from_epsg(4326))

VRT = (
    '<VRTDataset rasterXSize="9" rasterYSize="9"><SRS>EPSG:4326</SRS>'
    "<GeoTransform>13, 1e-3, 0, 46.5, 0, -1e-3</GeoTransform><Metadata>"
    '<MDI key="SOFTWARE">as in https://gdal.org/drivers/raster/vrt.html</MDI></Metadata>'
    '<VRTRasterBand dataType="Float32" band="1"><SimpleSource>'
    '<SourceFilename relativeToVRT="1">{}</SourceFilename>'
    "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>"
)
LAYERS = (
    '<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>{}</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>"
)
WMS = (
    '<GDAL_WMS><Service name="TMS"><ServerUrl>{}/${{z}}/${{x}}/${{y}}.png</ServerUrl></Service>'
    "<DataWindow><UpperLeftX>-20037508</UpperLeftX><UpperLeftY>20037508</UpperLeftY>"
    "<LowerRightX>20037508</LowerRightX><LowerRightY>-20037508</LowerRightY><TileLevel>2"
    "</TileLevel></DataWindow><Projection>EPSG:3857</Projection><BlockSizeX>256</BlockSizeX>"
    "<BlockSizeY>256</BlockSizeY><BandsCount>3</BandsCount></GDAL_WMS>"
)
WFS = "<OGRWFSDataSource><URL>{}/wfs</URL></OGRWFSDataSource>"


LINK = (
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Region><LatLonAltBox><north>1</north>'
    "<south>0</south><east>1</east><west>0</west></LatLonAltBox></Region><NetworkLink><Region/>"
    "<Link><href>{}/a.kml</href></Link></NetworkLink></Document></kml>"
)


class Counted(http.server.BaseHTTPRequestHandler):
    asked: list = []

    def do_GET(self):
        self.asked.append(self.path)
        self.send_error(404)

    def do_HEAD(self):
        self.do_GET()

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    """Address of a server, and the list of what it was asked."""
    Counted.asked = []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Counted) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}", Counted.asked
        serving.shutdown()
        thread.join()


def _nested(folder, address):
    (folder / "inner.asc").write_text(VRT.format(f"/vsicurl/{address}/a.tif"))
    (folder / "middle.tif").write_text(VRT.format("inner.asc"))
    return VRT.format("middle.tif")


def _overviews(folder, address):
    write_raster(folder / "dem.tif", GRID, np.ones((9, 9), "f4"), [BandInfo("height_m")])
    (folder / "dem.tif.aux.xml").write_text(
        '<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">'
        f"/vsicurl/{address}/o.tif</MDI></Metadata></PAMDataset>"
    )


def _virtual_overviews(folder, address):
    write_raster(folder / "dem.tif", GRID, np.ones((9, 9), "f4"), [BandInfo("height_m")])
    (folder / "dem.tif.ovr").write_text(VRT.format(f"/vsicurl/{address}/a.tif"))


def _zipped(folder, address):
    with zipfile.ZipFile(folder / "dem.zip", "w") as archive:
        archive.writestr("dem.tif", VRT.format(f"/vsicurl/{address}/a.tif"))
    return VRT.format(f"/vsizip/{folder / 'dem.zip'}/dem.tif")


def _packed(folder, address):
    packed = gzip.compress(VRT.format(f"/vsicurl/{address}/a.tif").encode())
    (folder / "dem.gz").write_bytes(packed)
    return VRT.format(f"/vsigzip/{folder / 'dem.gz'}")


RASTERS = {
    "vsicurl": lambda folder, address: VRT.format(f"/vsicurl/{address}/a.tif"),
    "address": lambda folder, address: VRT.format(f"{address}/a.tif"),
    "loosely written": lambda folder, address: (
        f"<!-- --> {VRT.format(f'/vsicurl/{address}/a.tif?a=1&b=2')} <more/>"
    ),
    "escaped": lambda folder, address: VRT.format(f"/vsi&#99;url/{address}/a.tif"),
    "nested": _nested,
    "within": lambda folder, address: VRT.format(
        VRT.format(f"/vsicurl/{address}/a.tif").replace("<", "&lt;").replace('"', "&quot;")
    ),
    "virtual subset": lambda folder, address: VRT.format(f"vrt:///vsicurl/{address}/a.tif?bands=1"),
    "in a zip": _zipped,
    "in a gz": _packed,
    "service": lambda folder, address: WMS.format(address),
    "link": lambda folder, address: LINK.format(address),
    "overviews": _overviews,
    "virtual overviews": _virtual_overviews,
}


@pytest.mark.parametrize("kind", RASTERS)
@pytest.mark.parametrize("read", [describe, read_raster])
def test_rasters_in_disguise_do_not_reach_the_network(tmp_path, server, kind, read):
    address, asked = server
    path = tmp_path / "dem.tif"
    text = RASTERS[kind](tmp_path, address)
    if text:
        path.write_text(text)
    with pytest.raises(GroundshiftError, match=r"dem.tif: only describes data that lie elsewhere"):
        read(path)
    assert asked == []


@pytest.mark.parametrize(
    "kind, path", [("in a zip", "/vsizip/{}/dem.zip/dem.tif"), ("in a gz", "/vsigzip/{}/dem.gz")]
)
def test_members_of_archives_are_looked_at(tmp_path, server, kind, path):
    address, asked = server
    RASTERS[kind](tmp_path, address)
    with pytest.raises(GroundshiftError, match="only describes data that lie elsewhere"):
        describe(path.format(tmp_path))
    assert asked == []


@pytest.mark.parametrize("text", [LAYERS, WFS], ids=["virtual", "service"])
def test_layers_in_disguise_do_not_reach_the_network(tmp_path, server, text):
    address, asked = server
    path = tmp_path / "faults.geojson"
    path.write_text(text.format(f"/vsicurl/{address}/a.geojson" if text is LAYERS else address))
    with pytest.raises(GroundshiftError, match="only describes data"), opened_layer(path):
        pass
    assert asked == []


@pytest.mark.parametrize(
    "source", ["PG:host=192.0.2.1 dbname=a", "/vsis3/bucket/a.gpkg", "ftp://a/b"]
)
def test_databases_and_buckets_are_addresses(tmp_path, source):
    path = tmp_path / "faults.gpkg"
    path.write_text(LAYERS.format(source))
    with pytest.raises(GroundshiftError, match="only describes data"):
        refuse_disguise(path)


def test_the_server_is_asked_where_the_address_was_given(server):
    address, asked = server
    with pytest.raises(GroundshiftError):
        describe(f"/vsicurl/{address}/a.tif")
    assert asked


def test_gdal_itself_would_ask(tmp_path, server):
    """Else the tests above would say nothing."""
    from osgeo import gdal

    address, asked = server
    (tmp_path / "dem.tif").write_text(VRT.format(f"/vsicurl/{address}/a.tif"))
    with contextlib.suppress(RuntimeError), gdal_errors():
        gdal.Open(str(tmp_path / "dem.tif")).ReadAsArray()
    assert asked


def test_virtual_rasters_of_local_files_are_read(tmp_path):
    write_raster(tmp_path / "a.tif", GRID, np.ones((9, 9), "f4"), [BandInfo("height_m")])
    (tmp_path / "inner.vrt").write_text(VRT.format("a.tif"))
    (tmp_path / "dem.vrt").write_text(VRT.format("inner.vrt"))
    assert read_raster(tmp_path / "dem.vrt")[1].mean() == 1
    (tmp_path / "a.tif.ovr").write_text(VRT.format("https://192.0.2.1/a.tif"))
    with pytest.raises(GroundshiftError, match="only describes data"):
        refuse_disguise(tmp_path / "dem.vrt")  # though it was good before
    (tmp_path / "a.tif.ovr").unlink()
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(tmp_path / "a.tif", "a.tif")
    assert describe(f"/vsizip/{tmp_path / 'a.zip'}/a.tif").grid.rows == 9
    shutil.copy(tmp_path / "dem.vrt", tmp_path / "self.vrt")
    (tmp_path / "inner.vrt").write_text(VRT.format("dem.vrt"))
    refuse_disguise(tmp_path / "dem.vrt")  # which leads to itself; that is GDAL's to tell


@pytest.mark.parametrize(
    "source",
    ['HDF5:"a.h5"://data', "HDF5:a.h5://data", "NETCDF:a.nc:z", "C:/a.tif", "file:///a.tif"],
)
def test_names_of_local_data_are_no_addresses(tmp_path, source):
    (tmp_path / "a.vrt").write_text(VRT.format(source.replace('"', "&quot;")))
    assert refuse_disguise(tmp_path / "a.vrt") is None
