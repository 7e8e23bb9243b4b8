# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tiny products of SNAP: BEAM-DIMAP, and GeoTIFF with the same header in its private tag."""

import struct

import numpy as np
from product_files import COLS, DATES, GEOGRAPHIC, PAIRS, ROWS, coherence, phase, write_tif

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
BASELINES = {(0, 1): 40.0, (1, 2): -55.5, (0, 2): -15.5}
INCIDENCE, HEIGHT, HEADING = 38.5, 120.0, -12.5
DD = (  # as GeoTools writes it
    'GEOGCS["WGS84(DD)",\n  DATUM["WGS84",\n    SPHEROID["WGS84", 6378137.0, 298.257223563]],\n'
    '  PRIMEM["Greenwich", 0.0],\n  UNIT["degree", 0.017453292519943295],\n'
    '  AXIS["Geodetic longitude", EAST],\n  AXIS["Geodetic latitude", NORTH]]'
)
UTM33 = (
    'PROJCS["UTM Zone 33 / World Geodetic System 1984", GEOGCS["World Geodetic System 1984", '
    'DATUM["World Geodetic System 1984", SPHEROID["WGS 84", 6378137.0, 298.257223563, '
    'AUTHORITY["EPSG","7030"]], AUTHORITY["EPSG","6326"]], PRIMEM["Greenwich", 0.0], '
    'UNIT["degree", 0.017453292519943295], AXIS["Geodetic longitude", EAST], '
    'AXIS["Geodetic latitude", NORTH]], PROJECTION["Transverse_Mercator"], '
    'PARAMETER["central_meridian", 15.0], PARAMETER["latitude_of_origin", 0.0], '
    'PARAMETER["scale_factor", 0.9996], PARAMETER["false_easting", 500000.0], '
    'PARAMETER["false_northing", 0.0], UNIT["m", 1.0], AXIS["Easting", EAST], '
    'AXIS["Northing", NORTH]]'
)


def day(number):
    """A date as SNAP writes it."""
    text = DATES[number]
    return f"{text[6:]}{MONTHS[int(text[4:6]) - 1]}{text[:4]}"


def header(name, bands, first, second, transform=GEOGRAPHIC, wkt=DD, shape=(ROWS, COLS),
           old=False, keys=None, virtual=True):  # fmt: skip
    """The header of a product; a virtual band stands between the others."""
    infos, files = [], []
    for number, (band, unit) in enumerate(bands):
        infos.append(
            f"<Spectral_Band_Info><BAND_INDEX>{number}</BAND_INDEX><BAND_NAME>{band}</BAND_NAME>"
            f"<PHYSICAL_UNIT>{unit}</PHYSICAL_UNIT><NO_DATA_VALUE_USED>true</NO_DATA_VALUE_USED>"
            "<NO_DATA_VALUE>0.0</NO_DATA_VALUE></Spectral_Band_Info>"
        )
        files.append(
            f'<Data_File><DATA_FILE_PATH href="{name}.data/{band}.hdr" />'
            f"<BAND_INDEX>{number}</BAND_INDEX></Data_File>"
        )
    if virtual:
        infos.insert(
            1,
            "<Spectral_Band_Info><BAND_INDEX>90</BAND_INDEX><BAND_NAME>Intensity_ifg</BAND_NAME>"
            "<VIRTUAL_BAND>true</VIRTUAL_BAND></Spectral_Band_Info>",
        )
    values = {
        "MISSION": "SENTINEL-1A", "PASS": "ASCENDING", "antenna_pointing": "right",
        "radar_frequency": 5405.000454334349, "range_looks": 8.0, "azimuth_looks": 2.0,
        "centre_heading": HEADING, "incidence_near": 37.0, "incidence_far": 40.0, **(keys or {}),
    }  # fmt: skip
    known = "".join(f'<MDATTR name="{k}" type="ascii">{v}</MDATTR>' for k, v in values.items())
    reference, secondary = ("Master: ", "Slave: ") if old else ("Ref_", "Secondary_")

    def element(role, number, inside):
        return f'<MDElem name="{role}{day(number)}">{inside}</MDElem>'

    def metres(value):
        return f'<MDATTR name="Perp Baseline" type="float64">{value}</MDATTR>'

    value = BASELINES[first, second]
    baselines = "".join(
        element(reference, a, element(secondary, a, metres(0.0)) + element(secondary, b, metres(v)))
        for a, b, v in ((first, second, value), (second, first, -value + 0.02))
    )
    x0, dx, _, y0, _, dy = transform
    place = ""
    if wkt:
        place = (
            f"<Coordinate_Reference_System><WKT>\n{wkt}\n</WKT></Coordinate_Reference_System>"
            f"<Geoposition><IMAGE_TO_MODEL_TRANSFORM>{dx!r},0.0,0.0,{dy!r},{x0!r},{y0!r}"
            "</IMAGE_TO_MODEL_TRANSFORM></Geoposition>"
        )
    return (
        f'<?xml version="1.0" encoding="ISO-8859-1"?>\n<Dimap_Document name="{name}.dim">{place}'
        f"<Raster_Dimensions><NCOLS>{shape[1]}</NCOLS><NROWS>{shape[0]}</NROWS></Raster_Dimensions>"
        f"<Data_Access>{''.join(files)}</Data_Access>"
        f"<Image_Interpretation>{''.join(infos)}</Image_Interpretation>"
        '<Dataset_Sources><MDElem name="metadata"><MDElem name="Abstracted_Metadata">'
        f'{known}<MDATTR name="comment" type="ascii">angle in \u00b0</MDATTR>'
        f'<MDElem name="Baselines">{baselines}</MDElem></MDElem></MDElem></Dataset_Sources>'
        "</Dimap_Document>"
    )


def layers(first, second, flip=False, suffix=False, extra=True):
    """Names, units and values of a pair's bands."""
    days = f"{day(second)}_{day(first)}" if flip else f"{day(first)}_{day(second)}"
    name = f"Unw_Phase_ifg_{days}_VV" if suffix else f"Unw_Phase_ifg_IW1_VV_{days}"
    values = phase(first, second) * (-1 if flip else 1)
    values[0, 0] = 0.0
    found = [(name, "abs_phase", values),
             (f"coh_IW1_VV_{days}", "coherence", coherence(first, second))]  # fmt: skip
    if extra:
        found += [("incidenceAngleFromEllipsoid", "deg", np.full((ROWS, COLS), INCIDENCE)),
                  ("elevation", "meters", np.full((ROWS, COLS), HEIGHT))]  # fmt: skip
    return found


def write_image(path, values):
    """An ENVI image of big-endian numbers, with a map that is wrong."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.asarray(values).astype(">f4").tofile(path)
    rows, cols = np.shape(values)
    path.with_suffix(".hdr").write_text(
        f"ENVI\nsamples = {cols}\nlines = {rows}\nbands = 1\nheader offset = 0\nfile type = ENVI "
        "Standard\ndata type = 4\ninterleave = bsq\nbyte order = 1\n"
        "map info = {Geographic Lat/Lon, 1.5, 1.5, 1.0, 2.0, 0.1, 0.1, WGS84, units=Degrees}\n"
    )


def write_dimap(folder, pairs=PAIRS, apart=False, flip=False, suffix=False, extra=True, **how):
    """A product a pair; `apart` puts the coherence into a product of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for first, second in pairs:
        bands = layers(first, second, flip and (first, second) == (1, 2), suffix, extra)
        parts = {"tc": bands}
        if apart:
            parts = {"unw_tc": bands[:1], "coh_tc": bands[1:]}
        for kind, inside in parts.items():
            name = f"{DATES[first]}_{DATES[second]}_{kind}"
            for band, _, values in inside:
                write_image(folder / f"{name}.data" / f"{band}.img", values)
            text = header(name, [band[:2] for band in inside], first, second, **how)
            (folder / f"{name}.dim").write_text(text, encoding="latin-1")
    return folder


def write_geotiff(folder, transform=GEOGRAPHIC, epsg=4326, tagged=True, extra=True, **how):
    """A GeoTIFF a pair, or one a band where SNAP's header is not in it."""
    for first, second in PAIRS:
        bands = layers(first, second, extra=extra)
        if not tagged:
            for band, _, values in bands[:2]:
                write_tif(folder / f"{band}.tif", values, transform, epsg)
            continue
        name = f"{DATES[first]}_{DATES[second]}_tc"
        path = write_tif(
            folder / f"{name}.tif", np.stack([values for *_, values in bands]), transform, epsg
        )
        tag(path, header(name, [b[:2] for b in bands], first, second, transform, wkt="", **how))
    return folder


def tag(path, text):
    """Put a text into a TIFF's private tag 65000: a copy of its directory at the end."""
    raw = bytearray(path.read_bytes())
    (at,) = struct.unpack_from("<I", raw, 4)
    (count,) = struct.unpack_from("<H", raw, at)
    entries = raw[at + 2 : at + 2 + 12 * count]
    if entries[-12:-10] == struct.pack("<H", 65000):  # replaced
        entries, count = entries[:-12], count - 1
    value = text.encode("latin-1") + b"\0"
    raw += b"\0" * (len(raw) % 2)
    place = len(raw)
    raw += value + b"\0" * (len(value) % 2)
    struct.pack_into("<I", raw, 4, len(raw))
    raw += struct.pack("<H", count + 1) + entries
    raw += struct.pack("<HHII", 65000, 2, len(value), place) + struct.pack("<I", 0)
    path.write_bytes(raw)
