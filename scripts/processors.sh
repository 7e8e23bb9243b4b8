#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs the numerical tests as other processors would: with the kernels that OpenBLAS keeps for them,
# with the reference BLAS, and with kernels compiled for any processor of this kind.
#
#     scripts/processors.sh [--quick] [pytest arguments]
#
# --quick  two of the six, and the tests of what libraries multiply: some minutes, as CI runs it.
#          The reference BLAS runs all of these but the runs of tools. OpenBLAS adds up in another
#          order for other shapes, which the reference does not: its kernels run what is the same in
#          blocks, by several cores and from the same seed, and the searches.
set -euo pipefail
shopt -s extglob
cd "$(dirname "$0")/.."

libraries=/usr/lib/$(uname -m)-linux-gnu
has() { grep -q -w "$1" /proc/cpuinfo; }

shapes=
runs=()
# OpenBLAS takes a name only where the processor can run what it stands for.
variants=()
if has avx2; then variants+=(Haswell); fi
if [[ -e $libraries/blas/libblas.so.3 ]]; then variants+=(reference); fi
tests=(tests/areas tests/data tests/detection tests/forecast tests/geometry tests/formats tests/chains tests/scatterers tests/source tests/strain tests/stress tests/terrain
    tests/timeseries tests/tracking tests/test_dense.py tests/test_blocks.py)
if [[ ${1-} == --quick ]]; then
    shift
    runs=(tests/geometry/test_run_decompose.py tests/stress/test_run_coulomb.py
        tests/timeseries/test_run_{correction,sbas,velocity,stacking}.py)
    tests=(tests/{areas,detection,strain,stress,terrain,timeseries,tracking}/test_!(run_*).py
        tests/source/test_{bounded,slip_inversion,faultsearch,swarm_and_chains}.py tests/test_dense.py)
    [[ ! -e $libraries/blas/libblas.so.3 ]] || shapes="block or worker or seed or source or dense"
else
    if has avx2; then variants+=(Zen); fi
    if has avx512f; then variants+=(SkylakeX); fi
    if has avx; then variants+=(Sandybridge); fi
    variants+=(generic)
fi
[[ ${#variants[@]} -gt 0 ]] || echo "No other processor can be stood for here."

failed=()
for variant in "${variants[@]}"; do
    echo "As on another processor: $variant"
    case $variant in
    reference)
        setting=(LD_LIBRARY_PATH="$libraries/blas:$libraries/lapack")
        shapes= runs=()
        ;;
    generic) setting=(NUMBA_CPU_NAME=generic NUMBA_CPU_FEATURES=) ;;
    *) setting=(OPENBLAS_CORETYPE="$variant") ;;
    esac
    env "${setting[@]}" .venv/bin/python -m pytest -c tests/pytest.ini --rootdir=. \
        --dist loadfile -n "${JOBS:-2}" "${tests[@]}" "${runs[@]}" -k "$shapes" "$@" ||
        failed+=("$variant")
done
[[ ${#failed[@]} -eq 0 ]] || {
    echo "Tests failed as on: ${failed[*]}"
    exit 1
}
