#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages that a task needs, and says which.  Without root
# it prints the one command to run and fails.
# usage: setup.sh [list] build|demo|demo-cxx|check|deb|deep|bench|kernel [GCC]
#        setup.sh [list] kernel:MACHINE [GCC]  MACHINE as in testsuite/kernel/machines
#        setup.sh [list] targets[:NAME] MAJOR  cross compilers (tools/cross-targets)
#        setup.sh [list] bare:TRIPLET          a compiler of tools/bare-targets
# With `list' it prints the packages of the task, one a line, and installs nothing.
# KCFI_NO_SETUP=1 in the environment: everything is there, install nothing.
set -u
list=
if [ "${1:-}" = list ]; then
  list=1
  shift
fi
task=${1:?usage: setup.sh [list] build|demo|demo-cxx|check|deb|deep|bench|kernel [GCC]}
gcc=${2:-gcc}
here=$(dirname "$0")

[ -n "$list" ] || [ "${KCFI_NO_SETUP:-}" != 1 ] || exit 0

if [ -z "$list" ] && ! command -v apt-get >/dev/null; then
  echo "setup: this is no Debian system; \`$0 list $task $gcc' prints what Debian" \
       "calls the packages that are needed, KCFI_NO_SETUP=1 silences this" >&2
  exit 0
fi

# The package with the plugin headers of $gcc; none if it brings them itself.  A
# compiler that is not there is a package, too: gcc-12, aarch64-linux-gnu-gcc-12.
plugin_headers () {
  local major=${gcc##*-} triplet
  if ! command -v "$gcc" >/dev/null; then
    case $gcc in
      gcc-[0-9]*) echo "$gcc gcc-$major-plugin-dev" ;;
      *-gcc-[0-9]*)
	triplet=${gcc%-gcc-*}
	triplet=${triplet//_/-}
	echo "gcc-$major-$triplet gcc-$major-plugin-dev-$triplet" ;;
    esac
    return
  fi
  [ -n "$list" ] \
    || [ ! -e "$("$gcc" -print-file-name=plugin)/include/gcc-plugin.h" ] || return
  major=$("$gcc" -dumpversion | cut -d. -f1)
  triplet=$("$gcc" -dumpmachine)
  case $gcc in
    *"$triplet"-gcc*) echo "gcc-$major-plugin-dev-${triplet//_/-}" ;;
    *) echo "gcc-$major-plugin-dev" ;;
  esac
}

# What the machine NAME needs, or with "" all machines, with GCC MAJOR; the C++
# compilers are more.
cross_packages () {
  local name triplet library
  while read -r name triplet library; do
    case $name in
      "#"*) continue ;;
    esac
    [ -z "$1" ] || [ "$name" = "$1" ] || continue
    echo "gcc-$2-${triplet//_/-} gcc-$2-plugin-dev-${triplet//_/-} $library"
  done < "$here/cross-targets"
}

cross_cxx_packages () {
  cross_packages "$1" "$2" | sed -E "s/^gcc-([^ ]*) .*/g++-\\1/"
}

# What running programs of the cross compiler $gcc needs.
demo_packages () {
  local name triplet library
  while read -r name triplet library; do
    case $name:$gcc in
      "#"*) ;;
      *":$triplet"-gcc*) echo "qemu-user $library" ;;
    esac
  done < "$here/cross-targets"
}

# What a kernel of machine $1 needs besides what all need.
kernel_packages () {
  local major=${gcc##*-}
  [ "$major" -gt 0 ] 2>/dev/null || major=12
  case $1 in
    x86_64) echo "qemu-system-x86 $(plugin_headers)" ;;
    arm64) echo "qemu-system-arm $(cross_packages aarch64 "$major")" ;;
    arm) echo "qemu-system-arm $(cross_packages arm "$major")" ;;
    riscv64) echo "qemu-system-misc $(cross_packages riscv64 "$major")" ;;
    *)
      echo "setup: no kernels for '$1'" >&2
      exit 2 ;;
  esac
}

packages="g++ libgmp-dev libxxhash-dev binutils"
case $task in
  build | demo | demo-cxx | check | deb) packages+=" $(plugin_headers)" ;;
esac
case $task in
  build) ;;
  demo) packages+=" $(demo_packages)" ;;
  demo-cxx)
    packages+=" qemu-system-x86"
    command -v "${gcc/gcc/g++}" >/dev/null || packages+=" ${gcc/gcc/g++}" ;;
  check)
    packages+=" dejagnu clang-19 lld-19 llvm-19 clang clang-format cppcheck shellcheck"
    packages+=" gcc-12-source xz-utils bzip2 time gcc-11 g++-11 gcc-11-plugin-dev"
    packages+=" gfortran gobjc++-12"
    packages+=" libdw-dev libelf-dev libcapstone-dev libiberty-dev"
    packages+=" libclang-rt-19-dev valgrind"
    packages+=" cmake meson ninja-build autoconf automake libtool ccache distcc"
    packages+=" zsh pkg-config" ;;
  deb)
    packages+=" build-essential dejagnu ${gcc/gcc/g++} dpkg-dev debhelper lintian autopkgtest xz-utils git"
    packages+=" libdw-dev libelf-dev libcapstone-dev libiberty-dev" ;;
  deep)
    packages+=" gcc-12-source csmith libcsmith-dev dpkg-dev patch tcl make gzip python3" ;;
  bench)
    packages+=" gnuplot-nox clang-19 linux-perf util-linux dpkg-dev patch make" ;;
  bare:*)
    packages+=" dejagnu $(sed -n "s/^${task#bare:}[[:space:]]*//p" "$here/bare-targets")" ;;
  targets | targets:*)
    name=${task#targets}
    packages+=" dejagnu qemu-user $(cross_packages "${name#:}" "$gcc")"
    packages+=" $(cross_cxx_packages "${name#:}" "$gcc")" ;;
  kernel | kernel:*)
    machine=${task#kernel}
    machine=${machine:-:x86_64}
    # A source that is there needs no package: later Debians have none of it.
    [ -z "$list" ] && [ -e /usr/src/linux-source-6.1.tar.xz ] || packages+=" linux-source-6.1"
    packages+=" bc bison flex libelf-dev"
    packages+=" libssl-dev xz-utils cpio kmod rsync time libdw-dev libcapstone-dev"
    packages+=" libiberty-dev"
    packages+=" $(kernel_packages "${machine#:}")" || exit ;;
  *)
    echo "setup: unknown task '$task'" >&2
    exit 2 ;;
esac

if [ -n "$list" ]; then
  tr ' ' '\n' <<< "$packages" | grep . | LC_ALL=C sort -u
  exit
fi

missing=()
for package in $packages; do
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)
  [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

command="apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" != 0 ]; then
  echo "setup: packages are missing; run as root, then try again:" >&2
  echo "  $command" >&2
  echo "or, if what they have is there all the same, set KCFI_NO_SETUP=1" >&2
  exit 1
fi
echo "setup: installing (KCFI_NO_SETUP=1 prevents that): $command"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
if ! { $command || { apt-get update && $command; }; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "setup: '$command' failed; the whole output is in $log" >&2
  exit 1
fi
rm -f "$log"
