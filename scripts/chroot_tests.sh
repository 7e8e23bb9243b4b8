#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs the tests against the QGIS of another Debian, in a chroot made on first use. As root:
#
#     scripts/chroot_tests.sh [-r release] [-x command] [pytest arguments]
#
#     scripts/chroot_tests.sh tests/qgis              QGIS 3.40 of Debian 13 (trixie)
#     scripts/chroot_tests.sh -r sid tests/qgis       the newest that Debian has
#     scripts/chroot_tests.sh -x 'qgis --version'     any command there, in the copy of the checkout
#
# CHROOT_FOLDER  where the chroots lie, outside of the repository (/var/tmp/groundshift-chroots);
#                about 3.5 GB and a few minutes for each release
# CHROOT_MIRROR  Debian's mirror (http://deb.debian.org/debian)
#
# The tests see a copy of the checkout, made anew at each call, and ../shared read-only where there
# is one. All mounts lie in a namespace of their own: they vanish with the run, however it ends, and
# a chroot can be deleted with rm -rf at any time when none runs.
set -euo pipefail

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

release=trixie
command=
while [[ "${1-}" == -[rx] ]]; do
    [[ $# -ge 2 ]] || fail "Usage: scripts/chroot_tests.sh [-r release] [-x command] [pytest arguments]"
    if [[ $1 == -r ]]; then release=$2; else command=$2; fi
    shift 2
done

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
mirror=${CHROOT_MIRROR:-http://deb.debian.org/debian}
root=${CHROOT_FOLDER:-/var/tmp/groundshift-chroots}/$release

[[ $EUID -eq 0 ]] || fail "Only root can change into another root: sudo $0"
for tool in debootstrap unshare tar git; do
    command -v $tool >/dev/null || fail "$tool is missing: apt-get install $tool"
done
case "$(realpath -m "$root")/" in
"$checkout"/*) fail "CHROOT_FOLDER lies in the repository; name a folder outside of it." ;;
esac

mkdir -p "$(dirname "$root")"
exec {lock}>"$root.lock"
flock --nonblock "$lock" || fail "Another run uses $root; wait for it, or name another CHROOT_FOLDER."

# One that was broken off is made anew: the stamp comes last.
if [[ ! -e "$root/groundshift-made" ]]; then
    echo "Making $root from $mirror"
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    unshare --mount debootstrap --variant=minbase --include=ca-certificates,e2fsprogs \
        "$release" "$root" "$mirror" >"$root.log" 2>&1 ||
        fail "debootstrap failed; the last lines of $root.log:" "$(tail -n 5 "$root.log")"
    # Nothing that gets installed may start a service.
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod 755 "$root/usr/sbin/policy-rc.d"
    # A mirror that stands still has outdated dates: accepted there where it is accepted here.
    {
        printf 'Acquire::Languages "none";\n'
        apt-config dump | grep '^Acquire::Check-' || true
    } >"$root/etc/apt/apt.conf.d/90groundshift"
    # Certificates that the administrator of this machine added: pip may need them.
    cp -r /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/"
    chroot "$root" update-ca-certificates >>"$root.log" 2>&1
    touch "$root/groundshift-made"
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"

# A copy without what an earlier one left, but with its .venv and its compiled kernels (build).
copy=$root/src/groundshift
mkdir -p "$copy" "$root/src/shared"
find "$copy" -mindepth 1 -maxdepth 1 ! -name .venv ! -name build -exec rm -rf {} +
git -C "$checkout" ls-files -z --cached --others --exclude-standard |
    (cd "$checkout" && xargs -0 sh -c 'for name; do [ ! -f "$name" ] || printf "%s\0" "$name"; done' _) |
    tar -C "$checkout" --null --files-from=- -c --ignore-failed-read | tar -C "$copy" -x

export root command
export shared="$checkout/../shared"
# The namespace of processes ends all of them with the first, so nothing outlives the run. unshare
# itself ignores what asks it to stop: it is killed.
unshare --mount --pid --fork --kill-child bash -euo pipefail -s -- "$@" <<'INSIDE' &
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mkdir -p "$root/dev/shm"
mount -t tmpfs tmpfs "$root/dev/shm"
if [[ -d "$shared" ]]; then
    mount --rbind -o ro "$shared" "$root/src/shared"
    mount -o remount,bind,ro "$root/src/shared"
fi
inside() {
    chroot "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" \
        DEBIAN_FRONTEND=noninteractive PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        sh -c 'cd /src/groundshift && exec "$@"' _ "$@" </dev/null
}
inside bash scripts/setup.sh
if [[ -n "$command" ]]; then
    inside bash -c "$command"
else
    inside nice .venv/bin/python -m pytest -c tests/pytest.ini --rootdir=. "${@:-tests}"
fi
INSIDE
run=$!
trap 'kill -KILL $run 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM HUP
wait $run
