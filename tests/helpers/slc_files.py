# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small folders of radar images, each as one product writes them; made without our own writers."""

import h5py
import numpy as np
from osgeo import gdal, osr
from pyproj import Transformer

DATES = ("20200101", "20200113", "20200125")
WAVELENGTH = 0.05546576
SHAPE = (30, 44)
LOOK = 0.5  # of the turning orbit below, where the scene lies
TURN = 7.2921159e-5
SHIFTS = {"20200101": (0.0, 0.0), "20200113": (90.0, 20.0), "20200125": (-40.0, 60.0)}


def images(shape=SHAPE, count=3, seed=1):
    """Speckle."""
    rng = np.random.default_rng(seed)
    parts = rng.normal(size=(2, count, *shape))
    return (parts[0] + 1j * parts[1]).astype(np.complex64)


def satellite(times, across=0.0, upwards=0.0):
    """Positions of a circular orbit as the turning Earth sees it, flying north-west."""
    rate, radius, lean = np.sqrt(3.986004418e14 / 7.07e6**3), 7.07e6 + upwards, np.radians(98.2)
    times = np.asarray(times, float)
    turn, node = 0.8 + rate * times, 0.2 - TURN * times
    x, y = radius * np.cos(turn), radius * np.sin(turn) * np.cos(lean) - across * np.sin(lean)
    z = radius * np.sin(turn) * np.sin(lean) + across * np.cos(lean)
    place = [np.cos(node) * x - np.sin(node) * y, np.sin(node) * x + np.cos(node) * y, z]
    return np.stack(place, axis=-1)


def state_vectors(date):
    """Times around 0, positions and velocities of a date."""
    times = np.arange(-60.0, 61.0, 10.0)
    shift = SHIFTS[date]
    velocity = (satellite(times + 1e-3, *shift) - satellite(times - 1e-3, *shift)) / 2e-3
    return times, satellite(times, *shift), velocity


def scene(shape=SHAPE):
    """Longitude, latitude and height of a radar image to the right of the orbit, skewed."""
    lon0, lat0, _ = Transformer.from_crs(4978, 4979, always_xy=True).transform(*satellite(0.0))
    row, col = np.mgrid[0 : shape[0], 0 : shape[1]].astype(float)
    turn = np.radians(-12.0)
    along, across = 14.0 * row, 4.0 * col
    east = across * np.cos(turn) + along * np.sin(turn)
    north = -across * np.sin(turn) + along * np.cos(turn)
    longitude = lon0 + 6.5 + east / 80e3
    latitude = lat0 - 1.0 + north / 111e3
    return longitude, latitude, 300 + 250 * np.sin(row / 7) * np.cos(col / 9)


def ranges(date, places=None):
    """Least distance of the orbit of a date from the pixels, by a search over time."""
    longitude, latitude, height = scene() if places is None else places
    points = np.stack(
        Transformer.from_crs(4979, 4978, always_xy=True).transform(longitude, latitude, height)
    )
    low, high = (np.full(points.shape[1:], t) for t in (-40.0, 40.0))
    golden = (np.sqrt(5) - 1) / 2

    def distance(times):
        return np.linalg.norm(np.moveaxis(satellite(times, *SHIFTS[date]), -1, 0) - points, axis=0)

    for _ in range(60):
        first, second = high - golden * (high - low), low + golden * (high - low)
        nearer = distance(first) < distance(second)
        low, high = np.where(nearer, low, first), np.where(nearer, second, high)
    return distance((low + high) / 2)


def write_opera(folder, values=None, dates=DATES, burst="T064-135523-IW2", polarisation="VV",
                corner=(500000.0, 4500000.0), made="20230323", inside=None):  # fmt: skip
    """A burst a date, 5 m x 10 m in UTM zone 33."""
    folder.mkdir(parents=True, exist_ok=True)
    values = images() if values is None else values
    paths = []
    for date, image in zip(dates, values):
        path = folder / (
            f"OPERA_L2_CSLC-S1_{burst}_{date}T015035Z_{made}T195536Z_S1A_{polarisation}_v1.1.h5"
        )
        day = inside or f"{date[:4]}-{date[4:6]}-{date[6:]}"
        rows, cols = image.shape
        with h5py.File(path, "w") as file:
            file.create_dataset(
                f"data/{polarisation}", data=image, chunks=(10, 10), compression="gzip"
            )
            file["data/x_coordinates"] = corner[0] + 5.0 * (np.arange(cols) + 0.5)
            file["data/y_coordinates"] = corner[1] - 10.0 * (np.arange(rows) + 0.5)
            file["data/projection"] = 32633
            metadata = file.create_group("metadata/processing_information/input_burst_metadata")
            metadata["wavelength"], metadata["platform_id"] = WAVELENGTH, b"S1A"
            about = file.create_group("identification")
            about["burst_id"] = burst.replace("-", "_").lower().encode()
            about["track_number"] = int(burst[1:4])
            about["look_direction"], about["orbit_pass_direction"] = b"Right", b"Ascending"
            about["zero_doppler_start_time"] = f"{day} 01:50:35.123456".encode()
        paths.append(path)
    return paths


def write_static(folder, burst="T064-135523-IW2", shape=SHAPE):
    """Static layers of a burst: satellite in the west, 37 degrees from the vertical."""
    path = folder / f"OPERA_L2_CSLC-S1-STATIC_{burst}_20140403_S1A_v1.0.h5"
    slant, turn = np.radians(37.0), np.radians(-10.0)
    with h5py.File(path, "w") as file:
        file["data/los_east"] = np.full(shape, -np.sin(slant) * np.cos(turn), np.float32)
        file["data/los_north"] = np.full(shape, np.sin(slant) * np.sin(turn), np.float32)
        mask = np.zeros(shape, np.int8)
        mask[2, 3], mask[0] = 2, 127
        file["data/layover_shadow_mask"] = mask
    return path


def write_gamma(folder, values=None, kind="FCOMPLEX", polarisation="VV", lookup=True, **keys):
    """Images in radar coordinates with parameters, and latitude, longitude and height."""
    folder.mkdir(parents=True, exist_ok=True)
    values = images() if values is None else values
    for date, image in zip(DATES, values):
        path = folder / f"{date}_{polarisation}.rslc"
        if kind == "SCOMPLEX":
            np.stack([image.real, image.imag], axis=-1).round().astype(">i2").tofile(path)
        else:
            image.astype(">c8").tofile(path)
        times, positions, velocities = state_vectors(date)
        lines = {
            "date": f"{date[:4]} {date[4:6]} {date[6:]} 17 5 25.0", "image_format": kind,
            "sensor": "S1A IW", "range_samples": image.shape[1], "azimuth_lines": image.shape[0],
            "center_time": "61525.0 s", "heading": "-12.0 degrees",
            "near_range_slc": "800000.0 m", "range_pixel_spacing": "2.329562 m",
            "azimuth_pixel_spacing": "14.0 m", "incidence_angle": "36.0 degrees",
            "azimuth_angle": "90.0 degrees", "radar_frequency": f"{299792458 / WAVELENGTH} Hz",
            "number_of_state_vectors": len(times),
            "time_of_first_state_vector": f"{61525 + times[0]} s",
            "state_vector_interval": "10.0 s",
            **{f"state_vector_position_{k + 1}": "  ".join(f"{v:.6f}" for v in row)
               for k, row in enumerate(positions)},
            **{f"state_vector_velocity_{k + 1}": "  ".join(f"{v:.6f}" for v in row)
               for k, row in enumerate(velocities)},
            **keys,
        }  # fmt: skip
        text = "\n".join(f"{name}:   {value}" for name, value in lines.items())
        (folder / f"{path.name}.par").write_text(f"Gamma ISP\n{text}\n")
    if lookup:
        longitude, latitude, height = scene()
        longitude.astype(">f8").tofile(folder / "20200101.lon")
        latitude.astype(">f8").tofile(folder / "20200101.lat")
        height.astype(">f4").tofile(folder / "20200101_hgt.rdc")
    return folder


def write_raw(path, layers, kind):
    """Bands one behind the other, with a VRT as ISCE-2 writes it."""
    names = {"complex64": ("CFloat32", 8), "float64": ("Float64", 8), "float32": ("Float32", 4)}
    gdal_name, size = names[kind]
    path.parent.mkdir(parents=True, exist_ok=True)
    np.stack(layers).astype(kind).tofile(path)
    rows, cols = layers[0].shape
    bands = "".join(
        f'<VRTRasterBand dataType="{gdal_name}" band="{k + 1}" subClass="VRTRawRasterBand">'
        f'<SourceFilename relativeToVRT="1">{path.name}</SourceFilename>'
        f"<ImageOffset>{k * rows * cols * size}</ImageOffset><PixelOffset>{size}</PixelOffset>"
        f"<LineOffset>{cols * size}</LineOffset><ByteOrder>LSB</ByteOrder></VRTRasterBand>"
        for k in range(len(layers))
    )
    path.with_name(f"{path.name}.vrt").write_text(
        f'<VRTDataset rasterXSize="{cols}" rasterYSize="{rows}">{bands}</VRTDataset>'
    )


def write_isce2(folder, values=None, baselines="text"):
    """A merged stack of topsStack."""
    values = images() if values is None else values
    for date, image in zip(DATES, values):
        write_raw(folder / f"merged/SLC/{date}/{date}.slc.full", [image], "complex64")
    longitude, latitude, height = scene(values[0].shape)
    geometry = folder / "merged/geom_reference"
    write_raw(geometry / "lat.rdr.full", [latitude], "float64")
    write_raw(geometry / "lon.rdr.full", [longitude], "float64")
    write_raw(geometry / "hgt.rdr.full", [height], "float64")
    angles = [np.full(height.shape, 36.0), np.full(height.shape, 102.0)]
    write_raw(geometry / "los.rdr.full", angles, "float32")
    for k, date in enumerate(DATES):
        if baselines == "text" and k:
            file = folder / f"baselines/{DATES[0]}_{date}/{DATES[0]}_{date}.txt"
            file.parent.mkdir(parents=True)
            file.write_text(
                f"swath: IW1\nBperp (average): {10.0 * k + 1}\nBpar (average): 3\n"
                f"swath: IW2\nBperp (average): {10.0 * k - 1}\nBpar (average): 3\n"
            )
        if baselines == "grid":
            place = folder / f"merged/baselines/{date}/{date}"
            write_raw(place, [np.full((4, 5), 10.0 * k)], "float32")
    (folder / "reference").mkdir()
    (folder / "reference/IW1.xml").write_text(
        "<p><component name='instance'><component name='burst1'>"
        f"<property name='radarwavelength'><value>{WAVELENGTH}</value></property>"
        "<property name='startingrange'><value>800000.0</value></property>"
        "<property name='rangepixelsize'><value>2.33</value></property>"
        "</component></component></p>"
    )
    return folder


def write_rasters(folder, values=None, kind="GTiff", epsg=32633, dtype=None, ending=".tif",
                  tags=None, dates=DATES, names="{}_VV"):  # fmt: skip
    """Complex rasters."""
    folder.mkdir(parents=True, exist_ok=True)
    values = images() if values is None else values
    for date, image in zip(dates, values):
        write_raster(folder / f"{names.format(date)}{ending}", image, kind, epsg, dtype, tags)
    return folder


def write_raster(path, values, kind="GTiff", epsg=None, dtype=None, tags=None):
    """One raster through GDAL."""
    types = {"c": gdal.GDT_CFloat32, "f": gdal.GDT_Float64, "u": gdal.GDT_Byte}
    code = types[values.dtype.kind] if dtype is None else dtype
    raster = gdal.GetDriverByName(kind).Create(str(path), *values.shape[::-1], 1, code)
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        raster.SetProjection(reference.ExportToWkt())
        raster.SetGeoTransform((500000.0, 5.0, 0.0, 4500000.0, 0.0, -10.0))
    if tags:
        raster.SetMetadata(tags)
    raster.GetRasterBand(1).WriteArray(values)
    raster.FlushCache()
