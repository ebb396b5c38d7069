#!/bin/sh
# Installs awscfg for you alone: finds the platform, checks the archive against SHA256SUMS, and says
# where the program went. Options: --dir DIR (default: $XDG_BIN_HOME, else ~/.local/bin),
# --address URL or AWSCFG_ADDRESS (where the archives are). Needs curl or wget, and tar.
set -eu

version='@VERSION@'
address=${AWSCFG_ADDRESS:-'@ADDRESS@'}
folder=${XDG_BIN_HOME:-}
work=

say() { printf 'awscfg: %s\n' "$1" >&2; }
fail() { say "$1"; exit 1; }
clean() { [ -z "$work" ] || rm -rf "$work"; }

# All of it in a function: a download that breaks off runs nothing.
main() {
  while [ $# -gt 0 ]; do
    case $1 in
      --dir | --address) [ $# -gt 1 ] && [ -n "$2" ] || fail "$1 needs a value" ;;
    esac
    case $1 in
      --dir) folder=$2; shift 2 ;;
      --dir=*) folder=${1#*=}; shift ;;
      --address) address=$2; shift 2 ;;
      --address=*) address=${1#*=}; shift ;;
      -h | --help) usage; return ;;
      *) fail "There is no option \"$1\" (--dir DIR, --address URL)" ;;
    esac
  done
  case $version in @*) fail 'This copy belongs to no release: take install.sh from one' ;; esac
  case $address in '' | @*) fail 'No address is known: give --address URL, the folder of the release' ;; esac
  if [ -z "$folder" ]; then
    [ -n "${HOME:-}" ] || fail 'HOME is not set: say where to install with --dir DIR'
    folder=$HOME/.local/bin
  fi
  find_platform
  check_libraries
  prepare_folder
  work=$(mktemp -d) || fail 'No temporary folder can be made'
  trap clean EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  name=awscfg-$version-$platform
  ending=tar.gz
  if command -v xz >/dev/null 2>&1; then ending=tar.xz; fi
  get SHA256SUMS
  grep -q "  $name.$ending\$" "$work/SHA256SUMS" || ending=tar.gz
  expected=$(sed -n "s/^\([0-9a-f]\{64\}\)  $name\.$ending\$/\1/p" "$work/SHA256SUMS")
  [ -n "$expected" ] || fail "This release has nothing for $platform"
  get "$name.$ending"
  actual=$(sum "$work/$name.$ending")
  [ "$actual" = "$expected" ] ||
    fail "$name.$ending is not what SHA256SUMS says: nothing was installed (expected $expected, got $actual)"
  case $ending in
    tar.xz) xz -dc "$work/$name.$ending" | tar -xf - -C "$work" ;;
    *) gzip -dc "$work/$name.$ending" | tar -xf - -C "$work" ;;
  esac || fail "$name.$ending cannot be unpacked: is the disk full?"
  [ -f "$work/$name/awscfg" ] || fail "$name.$ending holds no awscfg"
  install_file
  [ "$("$folder/awscfg" --version 2>/dev/null)" = "awscfg $version" ] ||
    say "$folder/awscfg was installed but does not start here; to see why: $folder/awscfg --version"
  say "installed awscfg $version as $folder/awscfg"
  case :$PATH: in
    *:"$folder":*) ;;
    *) say "$folder is not in PATH yet: add it, or run $folder/awscfg" ;;
  esac
}

usage() {
  printf 'install.sh [--dir DIR] [--address URL]\nInstalls awscfg %s, by default in %s\n' \
    "$version" "${folder:-$HOME/.local/bin}"
}

find_platform() {
  system=$(uname -s)
  machine=$(uname -m)
  case $system in
    Linux) system=linux ;;
    Darwin) system=darwin ;;
    MINGW* | MSYS* | CYGWIN*) fail 'On Windows use install.ps1, in PowerShell' ;;
    *) fail "There is no binary for $system; the npm package runs wherever Node does" ;;
  esac
  case $machine in
    x86_64 | amd64) machine=x64 ;;
    aarch64 | arm64) machine=arm64 ;;
    *) fail "There is no binary for $machine; the npm package runs wherever Node does" ;;
  esac
  # A shell under Rosetta says x86_64 on Apple silicon.
  if [ "$system$machine" = darwinx64 ] &&
    [ "$(sysctl -n sysctl.proc_translated 2>/dev/null || true)" = 1 ]; then machine=arm64; fi
  platform=$system-$machine
  if [ "$system" = linux ] && is_musl; then platform=$platform-musl; fi
}

is_musl() {
  for file in "${AWSCFG_TEST_ROOT:-}"/lib/ld-musl-*; do
    if [ -e "$file" ]; then
      # Debian's musl package brings the file too, beside glibc.
      ! (getconf GNU_LIBC_VERSION >/dev/null 2>&1)
      return
    fi
  done
  return 1
}

check_libraries() {
  case $platform in *-musl) ;; *) return 0 ;; esac
  for file in "${AWSCFG_TEST_ROOT:-}"/usr/lib/libstdc++.so.6 "${AWSCFG_TEST_ROOT:-}"/lib/libstdc++.so.6; do
    if [ -e "$file" ]; then return 0; fi
  done
  fail 'libstdc++ is missing, which awscfg needs on musl: apk add libstdc++'
}

prepare_folder() {
  mkdir -p "$folder" 2>/dev/null || fail "$folder cannot be made: choose another with --dir DIR"
  folder=$(cd "$folder" && pwd)
  [ -w "$folder" ] || fail "You may not write to $folder: choose another with --dir DIR"
  if [ -d "$folder/awscfg" ]; then fail "$folder/awscfg is a folder: choose another with --dir DIR"; fi
}

get() {
  if command -v curl >/dev/null 2>&1; then
    curl -fsSL --retry 2 -o "$work/$1" "$address/$1"
  elif command -v wget >/dev/null 2>&1; then
    wget -q -O "$work/$1" "$address/$1"
  else
    fail 'curl or wget is needed'
  fi || fail "$address/$1 cannot be fetched"
}

sum() {
  if command -v sha256sum >/dev/null 2>&1; then sha256sum "$1"
  elif command -v shasum >/dev/null 2>&1; then shasum -a 256 "$1"
  elif command -v openssl >/dev/null 2>&1; then openssl dgst -sha256 -r "$1"
  else fail 'sha256sum, shasum or openssl is needed to check the archive'
  fi | cut -d ' ' -f 1
}

# Put in place by a rename, so that a program that runs is not written over.
install_file() {
  new=$folder/.awscfg-new-$$
  { cp "$work/$name/awscfg" "$new" && chmod 755 "$new" && mv -f "$new" "$folder/awscfg"; } || {
    rm -f "$new"
    fail "$folder/awscfg cannot be written"
  }
}

main "$@"
