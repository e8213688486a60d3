#!/usr/bin/env bash
# install_packages.sh SECTION…: installs what is missing of these sections of packages.txt (run, test).
set -euo pipefail
list="$(dirname "${BASH_SOURCE[0]}")/packages.txt"

wanted() # the packages of one section
{
    awk -v section="[$1]" '/^\[/ { inside = ($1 == section); next } inside && NF && $1 !~ /^#/ { print $1 }' "$list"
}

is_installed()
{
    [ "$(dpkg-query -W -f='${Status}' "$1" 2>/dev/null)" = "install ok installed" ]
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "caremarket: this is no Debian system, so nothing was installed. Its needs, by Debian's names:" >&2
    for section in "$@"; do wanted "$section"; done | paste -sd' ' >&2
    echo "caremarket: going on with what is here" >&2
    exit 0
fi

missing=()
for section in "$@"; do
    for package in $(wanted "$section"); do
        is_installed "$package" || missing+=("$package")
    done
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "caremarket: these packages are missing, and installing them takes root or sudo: ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "caremarket: installing ${missing[*]}" >&2
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" >&2; }
# Lists of packages may be absent or old: fetch them only when what is there does not do.
apt install --no-install-recommends "${missing[@]}" || {
    echo "caremarket: fetching the lists of packages, then once more" >&2
    apt update
    apt install --no-install-recommends "${missing[@]}"
}
