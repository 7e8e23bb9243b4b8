# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that only describe where the data are: virtual rasters, layers and services.

GDAL knows them by their first bytes and not by their names, so that a file called ``dem.tif`` may
lead to an address in the network. Whoever gives an address wants that; who gives a file does not.

Documents: https://gdal.org/drivers/raster/vrt.html, https://gdal.org/drivers/vector/vrt.html,
https://gdal.org/drivers/raster/wms.html; ``Identify`` of GDAL's drivers for how they are known.
"""

from __future__ import annotations

import contextlib
import gzip
import html
import os
import re
import zipfile
import zlib
from functools import lru_cache, partial
from xml.etree import ElementTree

from ..errors import GroundshiftError

HEAD = 32 << 10  # bytes; GDAL's drivers look at 1 to 32 KiB
LARGEST = 64 << 20  # bytes of a virtual file; one of ten thousand tiles has 5 MB
LARGEST_XML = 8 << 20  # bytes of other XML
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)
_VIRTUAL = (b"<VRTDataset", b"<OGRVRTDataSource", b"<GDALTileIndexDataset")
_SERVICES = (
    b"<gdal_wms", b"<gdal_wmts", b"<wcs_gdal", b"<ogrwfsdatasource", b"<ogrwfsserver",
    b"<wms_tile_service", b"<wms_capabilities", b"<wmt_ms_capabilities", b"<!doctype wmt_ms",
    b"<wfs_capabilities", b"<wcs_capabilities", b":wfs_capabilities", b":wcs_capabilities",
    b"<tilemap version", b"<tilemapservice", b":getcapabilitiesresponse", b"gdal_streamed_alg",
    b'"stac_version"', b'"stac_extensions"', b"<plscenes", b"<ogcapi",
    b"<capabilities xmlns=\"http://www.opengis.net/wmts",
)  # fmt: skip
_FAR_FILE = r"/vsi(?!zip|gzip|tar|7z|rar|mem|subfile|sparse|cached|crypt|std)\w+"
_ADDRESS = re.compile(rf"{_FAR_FILE}|(?<![\w.])(?!file:|vrt:)[a-z][a-z0-9+-]+://", re.IGNORECASE)
_FAR = re.compile(_FAR_FILE, re.IGNORECASE)
_OVERVIEW = re.compile(r"OVERVIEW_FILE[^<]{0,9}>\s*([^<]*)", re.IGNORECASE)
# Drivers that reach for a server without an address of the usual look.
_SERVER = re.compile(
    r"\s*(AGS|AMIGOCLOUD|CARTO|CLOUDANT|COUCHDB|CSW|DAAS|EEDAI?|ES|GMLAS|GEORASTER|HANA|HTTPS?|FTP|"
    r"IDB|IIP|MONGODB|MONGODBV3|MSSQL|MYSQL|NGW|OAPIF|OCI|ODBC|OGCAPI|PG|PLMOSAIC|PLSCENES|SDE|"
    r"POSTGRESQL|STACIT|STACTA|WCS|WFS3?|WMS|WMTS):",
    re.IGNORECASE,
)
# GDAL fetches these from KML as pictures of the ground.
_LINKED = re.compile(
    r"<(?:NetworkLink|GroundOverlay)\b(?:(?!</(?:NetworkLink|GroundOverlay)>).)*?<href>([^<]*)",
    re.IGNORECASE | re.DOTALL,
)
_REMARKS = ("srs", "targetsrs", "sourcesrs", "layersrs", "metadata")
"""Elements whose texts name no data."""


def refuse_disguise(path) -> None:
    """Refuse a local file that leads to an address in the network.

    Virtual files that it leads to are looked at, too, and so are the members of an archive.

    Parameters
    ----------
    path : path or str
        Anything that GDAL opens; only what is in the local file system is looked at.

    Raises
    ------
    GroundshiftError
    """
    path = str(path)
    if _ADDRESS.search(path) or _SERVER.match(path):
        return  # as the user wants it
    try:
        place = local_file(path)
        stamps = [os.stat(one) for one in (place, os.path.dirname(place) or ".")]
    except (OSError, ValueError):
        return  # no file
    _refuse(path, *((stamp.st_mtime_ns, stamp.st_size) for stamp in stamps))


@lru_cache(maxsize=256)  # the same mosaic is opened again and again; a thousand tiles take 0.4 s
def _refuse(path: str, *stamps) -> None:
    address = _leads_to(path, set())
    if address:
        raise GroundshiftError(
            f"{path}: only describes data that lie elsewhere ({_short(address)}), and no address "
            "was given; give the address itself, or a file with the data (gdal_translate, ogr2ogr)."
        )


def _short(address: str) -> str:
    address = " ".join(address.split())
    return address if len(address) <= 60 else f"{address[:57]}..."


def _leads_to(path: str, seen: set) -> str:
    """The first address that a file leads to; empty for none."""
    try:
        place = os.path.realpath(local_file(path))
        if place in seen or not os.path.isfile(place):
            return ""
    except (OSError, ValueError):
        return ""
    seen.add(place)
    beside = [path + ending for ending in (".aux.xml", ".ovr", ".msk")]
    with contextlib.suppress(OSError, zipfile.BadZipFile):
        for part in _parts(place):
            found = _in_document(part, path, seen)
            if found:
                return found
    return next(filter(None, (_leads_to(other, seen) for other in beside)), "")


def local_file(path: str) -> str:
    """The local file that ``/vsizip/archive.zip/member`` and the like are in."""
    if not path.lower().startswith("/vsi"):
        return path
    place = re.sub(r"^(/vsi\w+/)+", "", path).strip("{}")
    while place and not os.path.isfile(place) and os.path.dirname(place) != place:
        place = os.path.dirname(place)
    return place


def _parts(place: str):
    """Functions that open what GDAL reads from a file: itself, or what is packed in it."""
    with open(place, "rb") as file:
        start = file.read(4)
    if start == b"PK\x03\x04":
        with zipfile.ZipFile(place) as archive:
            for member in archive.infolist():
                yield partial(archive.open, member)
    elif start[:2] == b"\x1f\x8b":
        yield partial(gzip.open, place)
    else:
        yield partial(open, place, "rb")


def _in_document(opened, path: str, seen: set) -> str:
    with contextlib.suppress(*_UNREADABLE), opened() as file:
        head = file.read(HEAD)
        # GDAL searches texts, which end at their first NUL.
        text = head.split(b"\0")[0]
        virtual = any(mark in text for mark in _VIRTUAL)
        lower = text.lower()
        if any(mark in lower for mark in _SERVICES):
            return _first(_ADDRESS, head.decode("utf-8", "replace")) or "a service"
        if virtual:
            raw = head + file.read(LARGEST)
            if len(raw) > LARGEST:
                return "a description too long to be looked through"
            return _in_virtual(raw.decode("utf-8", "replace"), path, seen)
        if lower.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            return _in_other_xml((head + file.read(LARGEST_XML)).decode("utf-8", "replace"))
    return ""


def _first(pattern, text: str) -> str:
    found = pattern.search(text)
    return re.split(r"[\s<>\"']", text[found.start() :], maxsplit=1)[0] if found else ""


def _in_other_xml(raw: str) -> str:
    """Headers of products and GDAL's own notes on a raster (``.aux.xml``)."""
    raw = html.unescape(raw)
    return _first(_FAR, raw) or _of_sources(
        [*_OVERVIEW.findall(raw), *_LINKED.findall(raw)], "", set()
    )


def _in_virtual(raw: str, path: str, seen: set) -> str:
    try:
        # Entities, which GDAL does not know, could make little text enormous.
        tree = None if "<!ENTITY" in raw else ElementTree.fromstring(raw.strip("\ufeff \t\r\n"))
    except (ElementTree.ParseError, ValueError):
        tree = None  # GDAL's own parser is less strict
    if tree is None:
        raw = html.unescape(raw.replace("<![CDATA[", "").replace("]]>", ""))
        return _first(_ADDRESS, raw) or _of_sources(re.findall(r"[>\"]([^<>\"]+)", raw), path, seen)
    return _of_sources(_texts(tree), path, seen)


def _texts(tree):
    """Whatever may name data in a virtual file."""
    waiting = [(tree, False)]
    while waiting:
        element, remark = waiting.pop()
        remark = remark or element.tag.lower() in _REMARKS
        texts = [element.text, *(child.tail for child in element)]
        texts += [value for key, value in element.attrib.items() if "}" not in key]
        texts = [text for text in texts if text]
        # Links in remarks are for people; only overviews are followed from there.
        followed = not remark or "OVERVIEW_FILE" in map(str.upper, element.attrib.values())
        yield from texts if followed else filter(_FAR.search, texts)
        waiting += [(child, remark) for child in element]


def _of_sources(names, path: str, seen: set) -> str:
    return next(filter(None, (_of_source(name, path, seen) for name in names)), "")


def _of_source(name: str, path: str, seen: set) -> str:
    """The address that a text of a virtual file is or leads to; empty for none."""
    name = name.strip()
    if not name:
        return ""
    if _SERVER.match(name):
        return name
    found = _first(_ADDRESS, name)
    if found:
        return found
    if any(mark.decode() in name for mark in _VIRTUAL):
        return _in_virtual(name, path, seen)
    # vrt://name?bands=1, HDF5:"name"://dataset, DERIVED_SUBDATASET:AMPLITUDE:name
    plain = re.sub(r"^vrt://|\?[^?]*$", "", name)
    local = dict.fromkeys([name, plain, plain.rpartition(":")[2], *re.findall(r'"([^"]+)"', name)])
    folder = os.path.dirname(path)
    places = [place for one in local if one for place in (os.path.join(folder, one), one)]
    return next(filter(None, (_leads_to(place, seen) for place in places)), "")
