#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs the numerical tests as other processors would: with the kernels that OpenBLAS keeps for them,
# with the reference BLAS, and with kernels compiled for any processor of this kind.
#
#     scripts/processors.sh [--quick] [pytest arguments]
#
# --quick  two of the six, and the tests of what libraries multiply: some minutes, as CI runs it
set -euo pipefail
cd "$(dirname "$0")/.."

libraries=/usr/lib/$(uname -m)-linux-gnu
has() { grep -q -w "$1" /proc/cpuinfo; }

# OpenBLAS takes a name only where the processor can run what it stands for.
variants=()
if has avx2; then variants+=(Haswell); fi
if [[ -e $libraries/blas/libblas.so.3 ]]; then variants+=(reference); fi
tests=(tests/areas tests/data tests/geometry tests/io tests/scatterers tests/source tests/stress
    tests/timeseries tests/test_dense.py tests/test_runner.py)
if [[ ${1-} == --quick ]]; then
    shift
    tests=(tests/io/test_run_{correction,sbas,velocity,stacking,decompose,coulomb}.py tests/areas
        tests/source/test_{bounded,slip_inversion,faultsearch,swarm_and_chains}.py tests/test_dense.py
        tests/stress tests/timeseries)
else
    if has avx2; then variants+=(Zen); fi
    if has avx512f; then variants+=(SkylakeX); fi
    if has avx; then variants+=(Sandybridge); fi
    variants+=(generic)
fi
[[ ${#variants[@]} -gt 0 ]] || echo "No other processor can be stood for here."

for variant in "${variants[@]}"; do
    echo "As on another processor: $variant"
    case $variant in
    reference) setting=(LD_LIBRARY_PATH="$libraries/blas:$libraries/lapack") ;;
    generic) setting=(NUMBA_CPU_NAME=generic NUMBA_CPU_FEATURES=) ;;
    *) setting=(OPENBLAS_CORETYPE="$variant") ;;
    esac
    env "${setting[@]}" .venv/bin/python -m pytest -c tests/pytest.ini --rootdir=. \
        --dist loadfile -n "${JOBS:-2}" "${tests[@]}" "$@"
done
