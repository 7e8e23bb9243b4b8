#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs what is missing for the demo and the tests: QGIS and Python packages by apt, and the
# packages that Debian lacks in .venv. Quick where all is there.
set -euo pipefail
cd "$(dirname "$0")/.."

# Debian's own Python, which its QGIS is built for; others on the PATH (pyenv, conda) don't fit.
SYSTEM_PYTHON=/usr/bin/python3
PACKAGES=(
    qgis python3-qgis python3-gdal gdal-bin
    python3-numpy python3-scipy python3-numba python3-h5py python3-pyproj python3-sklearn
    python3-distributed python3-xarray python3-pytest python3-hypothesis python3-venv
    xvfb xauth ca-certificates
    libblas3 liblapack3 # the reference ones, for scripts/processors.sh
)

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

missing_packages() {
    local name
    for name in "${PACKAGES[@]}"; do
        [[ "$installed" == *$'\n'"$name"$'\n'* ]] || printf '%s ' "$name"
    done
}

install_by_apt() {
    local as_root=()
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null || fail \
            "These packages are missing and there is neither root nor sudo to install them." \
            "Have an administrator run: apt-get install --no-install-recommends $*"
        as_root=(sudo)
        [[ -t 0 ]] || as_root=(sudo -n)
    fi
    echo "Installing by apt: $*"
    "${as_root[@]}" apt-get update -q || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "$@" >"$log" 2>&1 || {
        tail -n 15 "$log" >&2
        fail "apt-get could not install the packages (its messages are above and in $log)." \
            "Install them by hand, then try again: apt-get install --no-install-recommends $*"
    }
}

mkdir -p build
log=build/apt.log

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    installed=$'\n'$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')$'\n'
    missing=$(missing_packages)
    # shellcheck disable=SC2086  # a list of names
    [[ -z "$missing" ]] || install_by_apt $missing
fi

if ! "$SYSTEM_PYTHON" -c 'import qgis.core' 2>/dev/null; then
    fail "QGIS' Python is not there: '$SYSTEM_PYTHON -c \"import qgis.core\"' fails." \
        "On Debian 12 or newer and Ubuntu 22.04 or newer 'make setup' installs it by apt." \
        "Elsewhere install QGIS 3.22 or newer with its Python, and for that Python: numpy scipy" \
        "numba h5py pyproj scikit-learn distributed pytest hypothesis, and GDAL's Python."
fi
for module in numpy scipy numba h5py pyproj sklearn distributed pytest hypothesis osgeo; do
    "$SYSTEM_PYTHON" -c "import importlib.util, sys; sys.exit(not importlib.util.find_spec('$module'))" ||
        fail "The Python package $module is missing for $SYSTEM_PYTHON; install it, then try again."
done

stamp=.venv/.groundshift
wanted="$("$SYSTEM_PYTHON" --version) $(cat scripts/requirements-dev.txt scripts/requirements-qgis.txt)"
if [[ ! -x .venv/bin/python || "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]]; then
    echo "Making .venv"
    "$SYSTEM_PYTHON" -m venv --clear --system-site-packages .venv ||
        fail "'$SYSTEM_PYTHON -m venv' failed; on Debian and Ubuntu install python3-venv."
    .venv/bin/python -m pip install -q --disable-pip-version-check -r scripts/requirements-dev.txt ||
        fail "pip could not install $(cat scripts/requirements-dev.txt); is the network up?"
    # Apart from ruff and pip, so that the real QGIS can be given this folder (scripts/qgis_env.py).
    # Without what they depend on: a second numpy under QGIS breaks it.
    .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps \
        --target .venv/for-qgis -r scripts/requirements-qgis.txt ||
        echo "pip could not install $(cat scripts/requirements-qgis.txt); 'unwrap' does without." >&2
    .venv/bin/python -c 'import pathlib, sysconfig
pathlib.Path(sysconfig.get_path("purelib"), "for-qgis.pth").write_text(
    str(pathlib.Path(".venv/for-qgis").resolve()) + "\n")'
    # Debian's pyproj looks for its data below the environment it runs in.
    if [[ -d /usr/share/proj ]]; then
        mkdir -p .venv/share
        ln -sfn /usr/share/proj .venv/share/proj
    fi
    printf '%s\n' "$wanted" >"$stamp"
fi
