# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tiny products in the layouts of their makers, for the tests of the readers."""

from pathlib import Path

import numpy as np
from osgeo import gdal, osr
from scipy.io import netcdf_file

ROWS, COLS = 6, 8
GEOGRAPHIC = (14.0, 0.001, 0.0, 41.0, 0.0, -0.001)
UTM = (500000.0, 80.0, 0.0, 4400000.0, 0.0, -80.0)
DATES = ("20200105", "20200117", "20200129")
PAIRS = ((0, 1), (1, 2), (0, 2))
TYPES = {"float32": gdal.GDT_Float32, "uint8": gdal.GDT_Byte, "int16": gdal.GDT_Int16}


def write_tif(path, values, transform=GEOGRAPHIC, epsg=4326, nodata=None, tags=None, unit=None):
    """A GeoTIFF of one band; `epsg` None leaves the CRS out."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    values = np.asarray(values)
    if values.dtype.kind == "c":
        code = gdal.GDT_CFloat32
    else:
        values = values if values.dtype.name in TYPES else values.astype(np.float32)
        code = TYPES[values.dtype.name]
    bands = 1 if values.ndim == 2 else len(values)
    rows, cols = values.shape[-2:]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, bands, code)
    dataset.SetGeoTransform(transform)
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        dataset.SetProjection(reference.ExportToWkt())
    dataset.SetMetadata(tags or {})
    band = dataset.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    if unit:
        band.SetUnitType(unit)
    for number in range(1, bands):
        dataset.GetRasterBand(number + 1).WriteArray(values[number])
    band.WriteArray(values if bands == 1 else values[0])
    return path


def phase(first, second, rows=ROWS, cols=COLS):
    """Phase of a pair: grows by 1 rad a date and 0.1 rad a column; never exactly 0."""
    return np.full((rows, cols), 0.25 + second - first) + 0.1 * np.arange(cols)


def coherence(first, second, rows=ROWS, cols=COLS):
    """Coherence of a pair, the same everywhere."""
    return np.full((rows, cols), 0.8 - 0.2 * (second - first - 1))


def names(first, second, between="_"):
    """The pair's dates as in a file name."""
    return f"{DATES[first]}{between}{DATES[second]}"


def write_pairs(folder, pairs=PAIRS, void=-9999.0, **options):
    """Plain GeoTIFF pairs with one void pixel each."""
    for first, second in pairs:
        values = phase(first, second)
        values[0, 0] = void
        write_tif(folder / f"{names(first, second)}.unw.tif", values, nodata=void, **options)
        write_tif(
            folder / f"{names(first, second)}.coh.tif", coherence(first, second), **options
        )  # fmt: skip
    return folder


def write_licsar(frame, coherence_type="uint8"):
    """A LiCSAR frame: GEOC with the pairs, metadata beside it."""
    for first, second in PAIRS:
        values = phase(first, second)
        values[0, 0] = 0
        name = names(first, second)
        write_tif(frame / "GEOC" / name / f"{name}.geo.unw.tif", values)
        cc = coherence(first, second)
        cc = np.round(cc * 255).astype(np.uint8) if coherence_type == "uint8" else cc
        write_tif(frame / "GEOC" / name / f"{name}.geo.cc.tif", cc)
        (frame / "GEOC" / name / f"{name}.geo.unw.png").write_bytes(b"picture")
    meta = frame / "metadata"
    for component, value in (("E", -0.6), ("N", -0.1), ("U", np.sqrt(1 - 0.37))):
        write_tif(meta / f"087A_04904_121313.geo.{component}.tif", np.full((ROWS, COLS), value))
    write_tif(meta / "087A_04904_121313.geo.hgt.tif", np.full((ROWS, COLS), 120.0))
    (meta / "baselines").write_text("20200105 20200117 40.0 12.0\n20200105 20200129 -15.5 24.0\n")
    (meta / "metadata.txt").write_text(
        "master=20200105\nheading=-10.25\navg_incidence_angle=39.19\nazimuth_resolution=14.0\n"
    )
    return frame


HYP3_TEXT = """Reference Granule: S1A_IW_SLC__1SDV_20200105T150004_20200105T150032
Baseline: {baseline}
UTC time: 54004.989128
Heading: {heading}
Range looks: 20
Azimuth looks: 4
"""


def hyp3_name(first, second, burst=False):
    """The product name that HyP3 would give."""
    if burst:
        return f"S1_136231_IW2_{DATES[first]}_{DATES[second]}_VV_INT80_12E{second}"
    days = 12 * (second - first)
    return f"S1AA_{DATES[first]}T150004_{DATES[second]}T150003_VVP{days:03}_INT80_G_ueF_4D0{second}"


def write_hyp3(
    folder, burst=False, shifts=(0, 0, 0), look=True, heading=-13.02, pairs=PAIRS, values=phase,
    quality=coherence, components=None,
):  # fmt: skip
    """HyP3 products in folders of their own; `shifts` moves each grid by whole pixels east.

    Layers are functions of both dates.
    """
    for (first, second), shift in zip(pairs, shifts):
        name = hyp3_name(first, second, burst)
        transform = (UTM[0] + 80.0 * shift, *UTM[1:])
        place = {"transform": transform, "epsg": 32633}
        unwrapped = values(first, second) + 0.1 * shift
        unwrapped[0, 0] = 0
        product = folder / name
        write_tif(product / f"{name}_unw_phase.tif", unwrapped, nodata=0, **place)
        write_tif(product / f"{name}_corr.tif", quality(first, second), nodata=0, **place)
        if components:
            labels = components(first, second).astype(np.uint8)
            write_tif(product / f"{name}_conncomp.tif", labels, **place)
        write_tif(product / f"{name}_water_mask.tif", np.ones((ROWS, COLS), np.uint8), **place)
        write_tif(product / f"{name}_dem.tif", np.full((ROWS, COLS), 300.0), **place)
        if look:
            theta = np.full((ROWS, COLS), np.radians(51.0))
            phi = np.full((ROWS, COLS), np.radians(192.0) - 2 * np.pi)
            write_tif(product / f"{name}_lv_theta.tif", theta, nodata=0, **place)
            write_tif(product / f"{name}_lv_phi.tif", phi, nodata=0, **place)
        text = HYP3_TEXT.format(baseline=10.0 * (second - first), heading=heading)
        (product / f"{name}.txt").write_text(text)
        (product / f"{name}.README.md.txt").write_text("Read: me")
    return folder


IMAGE_PAR = """Gamma Interferometric SAR Processor (ISP) - Image Parameter File

sensor:    S1A IW IW1 VV
range_looks:                       8
azimuth_looks:                     2
heading:                 {heading}   degrees
center_range_slc:         878314.5356  m
incidence_angle:             39.7036   degrees
azimuth_angle:               90.0000   degrees
radar_frequency:        5.4050005e+09  Hz
sar_to_earth_center:             7073899.1954   m
earth_radius_below_sensor:       6375868.9414   m
"""
BASE_PAR = """initial_baseline(TCN):         -0.1536945   {c}        4.5090025   m   m   m
precision_baseline(TCN):        0.0000000   {c}        4.5090025   m   m   m
"""
BPERP_PAR = """*** Calculate baseline components ***
azimuth angle:      90.0000 (right looking)

  line   range      B_t       B_c        B_n     look angle      bpara       bperp       blen
**********************************************************************************************
     0      0     0.0000    39.4441     4.4393    27.496918     22.1492     {b}     39.6932
   100      0     0.0000    39.4441     4.4393    27.496918     22.1492     {c}     39.6932

user time (s):         0.000
"""


def write_gamma(folder, tags=True, tables=True):
    """GAMMA GeoTIFFs in PyRate's arrangement: geotiffs, headers and geometry side by side."""
    for first, second in PAIRS:
        name = f"cropA_{names(first, second, '-')}_VV_8rlks"
        known = {
            "FIRST_DATE": "-".join((DATES[first][:4], DATES[first][4:6], DATES[first][6:])),
            "SECOND_DATE": "-".join((DATES[second][:4], DATES[second][4:6], DATES[second][6:])),
            "WAVELENGTH_METRES": "0.0555041577", "INCIDENCE_DEGREES": "39.7",
            "INSAR_PROCESSOR": "GAMMA",
        }  # fmt: skip
        known = known if tags else {}
        values = phase(first, second)
        values[0, 0] = 0
        write_tif(folder / "geotiffs" / f"{name}_eqa_unw.tif", values, nodata=0, tags=known)
        write_tif(
            folder / "geotiffs" / f"{name}_flat_eqa_cc.tif", coherence(first, second), nodata=0,
            tags=known,
        )  # fmt: skip
        geometry = folder / "geometry"
        geometry.mkdir(parents=True, exist_ok=True)
        pair = names(first, second, "-")
        (geometry / f"{pair}_VV_8rlks_base.par").write_text(BASE_PAR.format(c=40.1145))
        if tables:
            text = BPERP_PAR.format(b=20.0 * (second - first), c=30.0 * (second - first))
            (geometry / f"{pair}_VV_8rlks_bperp.par").write_text(text)
    write_tif(folder / "geotiffs" / "cropA_T005A_dem.tif", np.full((ROWS, COLS), 2240, np.int16))
    (folder / "headers").mkdir(exist_ok=True)
    for date in DATES:
        path = folder / "headers" / f"r{date}_VV_8rlks_mli.par"
        path.write_text(IMAGE_PAR.format(heading=-12.2742586))
    return folder


PRM = "radar_wavelength = 0.0554658\nSC_identity = 10\norbdir\t= A\nSC_clock_start = {clock}\n"
CLOCKS = tuple(f"2020{day:03d}" for day in (4, 16, 28))  # days since 1 January


def write_grd(path, values, names=("lon", "lat")):
    """A grid as GMT writes it: classic NetCDF, the south first, no CRS."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows, cols = values.shape
    with netcdf_file(path, "w") as file:
        file.Conventions, file.node_offset = b"CF-1.7", np.int32(1)
        sizes = {names[0]: (cols, 0, 1, b"degrees_east"), names[1]: (rows, 3, 5, b"degrees_north")}
        for name, (size, origin, step, unit) in sizes.items():
            file.createDimension(name, size)
            axis = file.createVariable(name, "d", (name,))
            centres = GEOGRAPHIC[origin] + GEOGRAPHIC[step] * (np.arange(size) + 0.5)
            axis.units, axis[:] = unit, np.sort(centres)
        z = file.createVariable("z", "f", names[::-1])
        z._FillValue, z[:] = np.float32(np.nan), values[::-1]


def write_gmtsar(folder, prm=True):
    """GMTSAR's intf_all, with topo and baseline_table.dat beside it."""
    for first, second in PAIRS:
        pair = folder / "intf_all" / f"{CLOCKS[first]}_{CLOCKS[second]}"
        values = phase(first, second)
        values[0, 0] = np.nan
        write_grd(pair / "unwrap_ll.grd", values)
        write_grd(pair / "unwrap_mask_ll.grd", np.full_like(values, np.nan))
        write_grd(pair / "corr_ll.grd", coherence(first, second))
        for k in (first, second) if prm else ():
            text = PRM.format(clock=f"{CLOCKS[k]}.7123456")
            (pair / f"S1_{DATES[k]}_ALL_F2.PRM").write_text(text)
    write_grd(folder / "topo" / "dem.grd", np.full((ROWS + 4, COLS + 4), 120.0))
    for name, value in (("east", -0.6), ("north", -0.1), ("up", np.sqrt(1 - 0.37))):
        write_grd(folder / "topo" / f"{name}_look.grd", np.full((ROWS, COLS), value))
    (folder / "baseline_table.dat").write_text("".join(
        f"S1_{date}_ALL_F2 {clock}.7123456 2196 {2 * baseline} {baseline} 0 0\n"
        for date, clock, baseline in zip(DATES, CLOCKS, (5.0, 45.0, -10.5))
    ))  # fmt: skip
    return folder / "intf_all"
