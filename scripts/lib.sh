# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by the scripts beside this file: Debian packages, presets, messages. Sourced, never run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }
die() {
    say "error: $*"
    exit 1
}

# packages_of GROUP: Debian 12 package names, one a line.
packages_of() {
    case $1 in
    build) # what compiles and starts both programs
        printf '%s\n' g++ cmake ninja-build pkg-config \
            qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools qt6-translations-l10n \
            libre2-dev libsqlite3-dev zlib1g-dev libzstd-dev libxxhash-dev \
            nlohmann-json3-dev libexpected-dev libcli11-dev \
            libqt6sql6-sqlite qt6-qpa-plugins qt6-wayland x11-utils fonts-dejavu-core
        ;;
    test) # what ctest runs
        printf '%s\n' sqlite3 xvfb xauth xdotool openbox
        ;;
    ci) # what .ci/run checks with, and what makes its builds shorter
        printf '%s\n' clang libclang-rt-dev clang-format clang-tidy clang-tools clazy shellcheck ccache mold python3 \
            desktop-file-utils appstream mandoc libxml2-utils shared-mime-info
        ;;
    bench) # what the benchmarks compare with and drive
        printf '%s\n' python3-django sqlite-utils sqlite3 xvfb xauth xdotool
        ;;
    *) die "there is no package group '$1'; the groups are build, test, ci and bench" ;;
    esac
}

# missing_packages NAME…: those that are not installed, one a line.
missing_packages() {
    local installed
    # dpkg-query fails as soon as one name is unknown to it, which is no failure here.
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' || true)
    comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$installed" | sort -u)
}

# need GROUP…: installs what is missing of these groups, as root or through sudo.
need() {
    if ! command -v dpkg-query >/dev/null; then
        say "This is not a Debian system: the packages '$*' cannot be checked here, going on with what there is."
        return
    fi
    local group wanted=() missing=() as_root=()
    for group in "$@"; do
        mapfile -t -O "${#wanted[@]}" wanted < <(packages_of "$group")
    done
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    [ "${#missing[@]}" -gt 0 ] || return 0

    if [ "$(id -u)" -ne 0 ]; then
        if ! { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; then
            say "These Debian packages are missing, and installing them needs root:"
            say "    ${missing[*]}"
            say "Install them with this command, then start again:"
            say "    sudo apt-get install --no-install-recommends ${missing[*]}"
            exit 1
        fi
        as_root=(sudo -n)
    fi
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 \
        || say "The package lists could not be updated; trying with the ones that are there."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}" >&2 \
        || die "apt-get could not install: ${missing[*]}"
}

# configure PRESET: only where it was never configured or the presets changed since; ninja sees to the rest. From
# nothing then: where the compiler is another one, CMake would drop the preset's other settings without a word.
configure() {
    local preset=$1
    if [ "$root/build/$preset/build.ninja" -nt "$root/CMakePresets.json" ]; then
        return
    fi
    (cd "$root" && cmake --fresh --preset "$preset" >&2) || die "CMake could not configure the preset '$preset'"
}

# build PRESET [TARGET…]
build() {
    local preset=$1
    shift
    local targets=()
    [ "$#" -eq 0 ] || targets=(--target "$@")
    (cd "$root" && cmake --build --preset "$preset" "${targets[@]}" >&2) \
        || die "the build of the preset '$preset' failed; the messages are above"
}

# Is there an X server or a Wayland compositor that answers?
has_display() { has_x11 || has_wayland; }

has_x11() {
    [ -n "${DISPLAY:-}" ] || return 1
    ! command -v xdpyinfo >/dev/null || timeout 5 xdpyinfo >/dev/null 2>&1
}

has_wayland() {
    local name=${WAYLAND_DISPLAY:-}
    case $name in
    "") return 1 ;;
    /*) [ -S "$name" ] ;;
    *) [ -S "${XDG_RUNTIME_DIR:-/nonexistent}/$name" ] ;;
    esac
}
