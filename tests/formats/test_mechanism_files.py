# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Catalogues of mechanisms as files, of all formats, and what is none."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.text.mechanism_files import read_mechanism_file

# The example of the format's own description.
NDK = """\
PDE  2005/01/01 01:20:05.4  13.78  -88.78 193.1 5.0 0.0 EL SALVADOR
C200501010120A   B:  4    4  40 S: 27   33  50 M:  0    0   0 CMT: 1 TRIHD:  0.6
CENTROID:     -0.3 0.9  13.76 0.06  -89.08 0.09 162.8 12.5 FREE S-20050322125201
23  0.838 0.201 -0.005 0.231 -0.833 0.270  1.050 0.121 -0.369 0.161  0.044 0.240
V10   1.581 56  12  -0.537 23 140  -1.044 24 241   1.312   9 29  142 133 72   66
"""
QUAKEML = """<?xml version="1.0"?>
<q:quakeml xmlns="http://quakeml.org/xmlns/bed/1.2" xmlns:q="http://quakeml.org/xmlns/quakeml/1.2">
<eventParameters publicID="smi:a/b"><event publicID="smi:net/ev1">
<preferredOriginID>smi:o/2</preferredOriginID>
<origin publicID="smi:o/1"><latitude><value>1</value></latitude></origin>
<origin publicID="smi:o/2"><time><value>2021-05-21T13:48:37.123Z</value></time>
<latitude><value>25.6</value></latitude><longitude><value>99.9</value></longitude>
<depth><value>9000</value></depth></origin>
<magnitude publicID="smi:m/1"><mag><value>6.1</value></mag></magnitude>
<focalMechanism publicID="smi:f/1"><nodalPlanes><nodalPlane1><strike><value>139</value></strike>
<dip><value>81</value></dip><rake><value>-170</value></rake></nodalPlane1></nodalPlanes>
<momentTensor><scalarMoment><value>1.4e18</value></scalarMoment></momentTensor></focalMechanism>
</event></eventParameters></q:quakeml>
"""
ISF = """\
DATA_TYPE BULLETIN IMS1.0:short
ISC Bulletin
Event   600516598 Samoa Islands
   Date       Time        Err   RMS Latitude Longitude  Smaj  Smin  Az Depth   Err Ndef Nsta Gap
2009/09/29 17:48:10.99   0.15 1.212 -15.4890 -172.0950  3.5   2.6   72  18.0f       100  200  20
 (#FAULT_PLANE Typ Strike   Dip    Rake  NP  NS Plane Author   )
 (#            BDC 342.00  57.00 -131.00             GCMT     )
 (+                220.00  50.00  -44.00                      )
Magnitude  Err Nsta Author      OrigID
Mw     8.1          GCMT     1
STOP
"""


def write(folder, name, text):
    path = folder / name
    path.write_text(text)
    return path


# The second one of January 2005, and the same where fields as wide as they may be touch.
NICOBAR = """\
PDE  2005/01/01 01:42:24.9   7.29   93.92  30.0 5.1 0.0 NICOBAR ISLANDS, INDIA R
C200501010142A   B: 17   27  40 S: 41   58  50 M:  0    0   0 CMT: 1 TRIHD:  0.7
CENTROID:     -1.1 0.8   7.24 0.04   93.96 0.04  12.0  0.0 BDY  S-20050322125628
23 -1.310 0.212  2.320 0.166 -1.010 0.241  0.013 0.535 -2.570 0.668  1.780 0.151
V10   3.376 16 149   0.611 43  44  -3.987 43 254   3.681 282 48  -23  28 73 -136
"""


def test_an_entry_of_the_catalogue_with_an_oblique_mechanism(tmp_path):
    touching = NICOBAR.replace("  -1.1 0.8   7.24 0.04   93.96 0.04  12.0  0.0",
                               "  -1.1 0.8 -57.2410.04 -173.9610.04 612.0 10.0")  # fmt: skip
    found = read_mechanism_file(write(tmp_path, "a.ndk", NICOBAR + touching))
    np.testing.assert_allclose(found.place, [[93.96, 7.24], [-173.96, -57.24]])
    np.testing.assert_allclose(found.depth, [12e3, 612e3])
    np.testing.assert_allclose(
        np.degrees(found.planes[0]), [[282, 48, -23], [28, 73, -136]], atol=1e-9
    )
    assert found.magnitude[0] == pytest.approx(4.98, abs=0.01)
    # Both planes are of one mechanism, and have the tensor's axes: T 16/149, P 43/254.
    from groundshift.algorithms.source.planes import auxiliary

    other = np.degrees(np.array(auxiliary(*found.planes[0, 0])))
    assert np.abs((other - [28, 73, -136] + 180) % 360 - 180).max() < 2


def test_ndk(tmp_path):
    found = read_mechanism_file(write(tmp_path, "a.ndk", NDK + NDK.replace("C2005", "D2005")))
    assert list(found.name) == ["C200501010120A", "D200501010120A"]
    np.testing.assert_allclose(found.place[0], [-89.08, 13.76])
    assert found.depth[0] == pytest.approx(162.8e3)
    assert str(found.time[0]) == "2005-01-01T01:20:05.100"  # the centroid's, 0.3 s before
    assert found.moment[0] == pytest.approx(1.312e16)
    assert found.magnitude[0] == pytest.approx(4.678, abs=0.01)
    np.testing.assert_allclose(np.degrees(found.planes[0]), [[9, 29, 142], [133, 72, 66]])


def test_a_cut_off_ndk_keeps_the_whole_entries(tmp_path):
    found = read_mechanism_file(write(tmp_path, "a.ndk", NDK + "\n".join(NDK.split("\n")[:4])))
    assert len(found) == 1 and "cut off" in found.notes[1]


def test_quakeml(tmp_path):
    found = read_mechanism_file(write(tmp_path, "a.xml", QUAKEML))
    assert found.name[0] == "ev1" and found.magnitude[0] == 6.1 and found.moment[0] == 1.4e18
    np.testing.assert_allclose(found.place[0], [99.9, 25.6])
    assert found.depth[0] == 9000 and str(found.time[0]).startswith("2021-05-21T13:48:37")
    np.testing.assert_allclose(np.degrees(found.planes[0, 0]), [139, 81, -170])
    assert np.isnan(found.planes[0, 1]).all()


def test_a_bulletin(tmp_path):
    found = read_mechanism_file(write(tmp_path, "a.isf", ISF))
    assert found.name[0] == "600516598" and found.magnitude[0] == 8.1
    np.testing.assert_allclose(found.place[0], [-172.095, -15.489])
    assert found.depth[0] == 18e3 and str(found.time[0]).startswith("2009-09-29T17:48:10.99")
    np.testing.assert_allclose(np.degrees(found.planes[0]), [[342, 57, -131], [220, 50, -44]])


@pytest.mark.parametrize(
    "text",
    [
        "% some mechanisms\n% strike dip rake\n  10 60 -90\n 350 45 -80\n",
        "10 60 -90\n350 45 -80\n",
        "strike;dip;rake\n10;60;-90\n350;45;-80\n",
        "ISC says\n\nSTRIKE,DIP,SLIP\n10,60,-90\n-10,45,280\n",
        "\tstrike\tdip\trake\n7\t10\t60\t-90\n9\t350\t45\t-80\n",
    ],
)
def test_tables_of_any_separator(tmp_path, text):
    found = read_mechanism_file(write(tmp_path, "a.dat", text))
    np.testing.assert_allclose(
        np.degrees(found.planes[:, 0]) % 360, [[10, 60, 270], [350, 45, 280]]
    )


def test_what_cannot_be_is_unknown(tmp_path):
    text = (
        "strike,dip,rake,depth,date,time\n10,95,0,5,2020-01-02,03:04:05\n,45,90,,,\n20,30,40,7,,\n"
    )
    found = read_mechanism_file(write(tmp_path, "a.csv", text))
    assert np.isfinite(found.planes[:, 0, 0]).tolist() == [False, False, True]
    assert "dip beyond 0 to 90" in " ".join(found.notes)
    assert str(found.time[0]) == "2020-01-02T03:04:05.000" and np.isnat(found.time[1])
    np.testing.assert_allclose(found.depth, [5e3, np.nan, 7e3])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a,b,c\n1,2,3\n", "no table with a header"), ("", "no table"),
        ("strike,dip,rake\n", "no earthquake"), ("strike dip rake\nx y z\n", "hold numbers"),
        (QUAKEML[:400], "damaged XML"), ("\0\1\2", "is no text"),
    ],
)  # fmt: skip
def test_what_is_no_catalogue_is_refused(tmp_path, text, why):
    with pytest.raises(GroundshiftError, match=why) as told:
        read_mechanism_file(write(tmp_path, "a.txt", text))
    assert "a.txt" in str(told.value)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(GroundshiftError, match="cannot be read"):
        read_mechanism_file(tmp_path / "none.ndk")
