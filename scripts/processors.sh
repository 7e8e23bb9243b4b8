#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs the numerical tests as other processors would: with the kernels that OpenBLAS keeps for them,
# with the reference BLAS, and with kernels compiled for any processor of this kind.
#
#     scripts/processors.sh [--quick] [pytest arguments]
#
# --quick  the reference BLAS alone, and the tests of what libraries multiply most, as CI runs it
#          beside the whole suite with OpenBLAS' kernels for Haswell.
set -euo pipefail
cd "$(dirname "$0")/.."

libraries=/usr/lib/$(uname -m)-linux-gnu
has() { grep -q -w "$1" /proc/cpuinfo; }

# OpenBLAS takes a name only where the processor can run what it stands for.
variants=()
if [[ -e $libraries/blas/libblas.so.3 ]]; then variants+=(reference); fi
tests=(tests/areas tests/data tests/detection tests/forecast tests/geometry tests/formats tests/chains tests/scatterers tests/source tests/strain tests/stress tests/terrain
    tests/timeseries tests/tracking tests/test_dense.py tests/test_blocks.py)
if [[ ${1-} == --quick ]]; then
    shift
    tests=(tests/test_dense.py tests/source/test_{bounded,slip_inversion}.py
        tests/stress/test_tensor.py tests/strain/test_strain.py tests/detection/test_phase_network.py
        tests/timeseries/test_{inversion,inversion_treatments,velocity}.py)
else
    if has avx2; then variants+=(Haswell Zen); fi
    if has avx512f; then variants+=(SkylakeX); fi
    if has avx; then variants+=(Sandybridge); fi
    variants+=(generic)
fi
[[ ${#variants[@]} -gt 0 ]] || echo "No other processor can be stood for here."

failed=()
for variant in "${variants[@]}"; do
    echo "As on another processor: $variant"
    case $variant in
    reference) setting=(LD_LIBRARY_PATH="$libraries/blas:$libraries/lapack") ;;
    generic) setting=(NUMBA_CPU_NAME=generic NUMBA_CPU_FEATURES=) ;;
    *) setting=(OPENBLAS_CORETYPE="$variant") ;;
    esac
    env "${setting[@]}" .venv/bin/python -m pytest -c tests/pytest.ini --rootdir=. \
        --dist loadfile -n "${JOBS:-2}" "${tests[@]}" "$@" ||
        failed+=("$variant")
done
[[ ${#failed[@]} -eq 0 ]] || {
    echo "Tests failed as on: ${failed[*]}"
    exit 1
}
