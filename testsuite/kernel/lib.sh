# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the kernel tests share: progress lines, results in DejaGnu's form, the
# table of configurations, source trees, compilers.  Sourced, never run.
#
# The environment may say:
#   GCC                compiler that loads the plugin (gcc-12)
#   KCFI_CC            its driver (build/TRIPLET-MAJOR/kcfi-gcc)
#   KCFI_KERNEL_CACHE  where source trees are extracted (build/kernel/src)
#   KCFI_KERNEL_SOURCES  more folders with linux-source-TREE.tar.xz
#   KCFI_BOOT_TIMEOUT  seconds that one boot may take (120)
#   KCFI_KERNEL_FLAGS  more flags for every file (-g1 for kernels to compare)
#   KCFI_KERNEL_CFI_FLAGS  more flags where KCFI is on (-fplugin-arg-kcfi-...)

# shellcheck disable=SC2034 # what is set here is used by those who source it
set -u -o pipefail

kernel_tests=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$kernel_tests/../.." && pwd)
out=$top/build/kernel
sources=${KCFI_KERNEL_CACHE:-$out/src}
: "${GCC:=gcc-12}"
jobs=$(nproc)
mkdir -p "$out" "$sources"

# --- Progress and results ---------------------------------------------------

# Prints a line behind the seconds that have gone by.
say ()
{
  printf '[%4d s] %s\n' "$SECONDS" "$*"
}

die ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

sum_file=
passes=0
fails=0

# start_sum NAME: results go to build/kernel/NAME.sum from here on.
start_sum ()
{
  sum_file=$out/$1.sum
  printf 'Kernel tests, %s\n\n' "$(LC_ALL=C date)" > "$sum_file"
}

record ()
{
  printf '%s\n' "$1"
  [ -z "$sum_file" ] || printf '%s\n' "$1" >> "$sum_file"
}

pass ()
{
  passes=$((passes + 1))
  record "PASS: $*"
}

fail ()
{
  fails=$((fails + 1))
  record "FAIL: $*"
}

# check TEST STATUS [REASON]: a pass if STATUS is 0, else a fail, with REASON.
check ()
{
  if [ "$2" -eq 0 ]; then
    pass "$1"
  else
    fail "$1"
    [ -z "${3:-}" ] || printf '%s\n' "$3" | sed 's/^/    /'
  fi
}

# Prints the comment at the top of the script.
usage ()
{
  sed -n "3,/^\$/s/^# \\{0,1\\}//p" "$0" >&2
  exit 2
}

# Prints DejaGnu's closing lines; the status is 0 if there were no fails.
end_sum ()
{
  local line
  for line in "" "		=== kernel Summary ===" "" \
    "# of expected passes		$passes" \
    "# of unexpected failures	$fails"; do
    record "$line"
  done
  [ "$fails" -eq 0 ] && [ "$passes" -gt 0 ]
}

# --- Packages ---------------------------------------------------------------

# What every kernel build needs is listed in tools/setup.sh.

# need_packages FILE=PACKAGE...: installs each PACKAGE whose FILE (a command,
# or an absolute path) is not there.  Without root says what to do.
need_packages ()
{
  local pair missing=()
  for pair; do
    case $pair in
      /*) [ -e "${pair%%=*}" ] || missing+=("${pair#*=}") ;;
      *) command -v "${pair%%=*}" > /dev/null || missing+=("${pair#*=}") ;;
    esac
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    die "packages are missing; run: apt-get install ${missing[*]}"
  fi
  say "installing ${missing[*]}"
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    "${missing[@]}" > "$out/apt.log" 2>&1 \
    || die "apt-get install ${missing[*]} failed; see $out/apt.log"
}

# --- Source trees -----------------------------------------------------------

# find_package TREE: sets tarball to the source that this Debian release has, or
# else sid.
find_package ()
{
  tarball=/usr/src/linux-source-$1.tar.xz
  if apt-cache show "linux-source-$1" > /dev/null 2>&1; then
    need_packages "$tarball=linux-source-$1"
  else
    say "fetching linux-source-$1 from Debian sid"
    "$kernel_tests/fetch-source.sh" "$1" "$sources" || exit
    tarball=$sources/linux-source-$1.tar.xz
  fi
}

# patched_source TREE: sets source to a copy, by hard links, of the tree before
# the dash in its name, with patches/TREE.patch.
patched_source ()
{
  local base
  kernel_source "${1%%-*}"
  base=$source
  source=$sources/linux-source-$1
  if [ "$base/.complete" -nt "$source/.complete" ] \
    || [ "$kernel_tests/patches/$1.patch" -nt "$source/.complete" ]; then
    need_packages patch=patch
    rm -rf "$source"
    cp -al "$base" "$source"
    rm "$source/.complete"
    # patch writes new files, so that the tree itself stays as it is.
    patch -s -d "$source" -p 1 < "$kernel_tests/patches/$1.patch" \
      || die "cannot apply $1.patch"
    cat "$base/.complete" "$kernel_tests/patches/$1.patch" | sha256sum \
      | cut -c 1-16 > "$source/.complete"
  fi
  kernel_version="$(make -s -C "$source" kernelversion) $(cat "$source/.complete")"
}

# kernel_source TREE: sets source to the extracted tree, unmodified if there is
# no dash in its name, and kernel_version to its release and the checksum of
# what was extracted.
kernel_source ()
{
  if [ "${1%%-*}" != "$1" ]; then
    patched_source "$1"
    return
  fi
  local tree=$1 folder tarball=''
  source=$sources/linux-source-$tree
  if [ ! -e "$source/.complete" ]; then
    for folder in ${KCFI_KERNEL_SOURCES:-} "$sources" /usr/src; do
      if [ -e "$folder/linux-source-$tree.tar.xz" ]; then
        tarball=$folder/linux-source-$tree.tar.xz
        break
      fi
    done
    if [ -z "$tarball" ]; then
      find_package "$tree"
    fi
    need_packages xz=xz-utils
    say "extracting $tarball"
    rm -rf "$source"
    tar -C "$sources" -xf "$tarball" || die "cannot extract $tarball"
    sha256sum < "$tarball" | cut -c 1-16 > "$source/.complete"
  fi
  kernel_version="$(make -s -C "$source" kernelversion) $(cat "$source/.complete")"
}

# --- The table of configurations --------------------------------------------

# find_row TREE MACHINE NAME: sets row_fragments (array), row_objects and
# row_boots (array) from the file "configs", row_exercises, the features that
# the fragments say init must have exercised, row_base, the make target that they
# are merged over, or row_base_file, a file of Debian's, and row_tree.
find_row ()
{
  local tree row_machine name fields
  while read -r tree row_machine name row_fragments row_objects fields; do
    if [ "$tree $row_machine $name" = "$1 $2 $3" ]; then
      IFS=, read -r -a row_fragments <<< "$row_fragments"
      read -r -a row_boots <<< "$fields"
      [ "$row_objects" != - ] || row_objects=$name
      row_exercises=$(cd "$kernel_tests/fragments" \
        && sed -n 's/^# exercises: //p' "${row_fragments[@]/%/.config}")
      row_base=$(cd "$kernel_tests/fragments" \
        && sed -n 's/^# base: //p' "${row_fragments[@]/%/.config}")
      row_base_file=$(cd "$kernel_tests/fragments" \
        && sed -n 's/^# base file: //p' "${row_fragments[@]/%/.config}")
      row_tree=$tree
      return 0
    fi
  done < <(grep -v '^#' "$kernel_tests/configs")
  die "no configuration $3 of tree $1 for $2 in $kernel_tests/configs"
}

# set_machine NAME: sets what machines/README.md lists, and cross, the prefix
# of the machine's tools, "" on the machine itself.
set_machine ()
{
  [ -e "$kernel_tests/machines/$1.sh" ] || die "unknown machine $1"
  machine=$1 report_type="" hide_symbols="" replace_code=""
  # shellcheck source-path=SCRIPTDIR source=machines/x86_64.sh
  . "$kernel_tests/machines/$1.sh"
  cross=
  [ "$(uname -m)" = "${triplet%%-*}" ] || cross=$triplet-
}

# machine_of VMLINUX: the machine whose kernel that is.
machine_of ()
{
  case $(LC_ALL=C readelf -h "$1" | sed -n 's/^ *Machine: *//p') in
    *X86-64) echo x86_64 ;;
    AArch64) echo arm64 ;;
    RISC-V) echo riscv64 ;;
    ARM) echo arm ;;
    *) die "$1: a machine without a file in $kernel_tests/machines" ;;
  esac
}

# --- Compilers --------------------------------------------------------------

# More flags for every file of the kernel; they are part of the folder's name.
kernel_flags=${KCFI_KERNEL_FLAGS:-}

# set_compiler NAME: NAME is "kcfi" (the driver with the plugin), clang-N,
# gcc-N or a path.  Call after set_machine.  Sets cc (path or command), cc_tag
# (for folders and test names), cc_identity (changes when the compiler does).
set_compiler ()
{
  local files=()
  case $1 in
    kcfi)
      local gcc=$cross${GCC#"$cross"} folder
      command -v "$gcc" > /dev/null || die "no compiler $gcc"
      folder=$("$gcc" -dumpmachine)-$("$gcc" -dumpversion)
      folder=$top/build/${folder%%.*}
      cc=${KCFI_CC:-$folder/kcfi-gcc}
      [ -x "$cc" ] || die "no $cc: run make first"
      export KCFI_GCC=$gcc
      cc_tag=${gcc##*/}
      cc_tag=kcfi-${cc_tag#"$cross"}
      files=("$cc" "${KCFI_PLUGIN:-${cc%/*}/kcfi.so}" "$(command -v "$gcc")") ;;
    gcc*)
      cc=$cross$1 cc_tag=$1 ;;
    *)
      [[ $1 != clang-* ]] || need_packages "$1=$1"
      cc=$1 cc_tag=${1##*/} ;;
  esac
  command -v "$cc" > /dev/null || die "no compiler $cc"
  cc_identity=$("$cc" --version | head -1; sha256sum "${files[@]}" < /dev/null)
  cc_tag+=${kernel_flags//[ =,]/}
  make_arguments=(ARCH="$kernel_arch" CC="$cc" HOSTCC=gcc
    ${cross:+CROSS_COMPILE="$cross"} ${kernel_flags:+KCFLAGS="$kernel_flags"}
    ${KCFI_KERNEL_CFI_FLAGS:+CC_FLAGS_CFI="-fsanitize=kcfi $KCFI_KERNEL_CFI_FLAGS"}
    KBUILD_BUILD_USER=kcfi KBUILD_BUILD_HOST=kcfi
    KBUILD_BUILD_TIMESTAMP=2024-01-01)
}

# build_tool FOLDER/NAME: compiles testsuite/kernel/FOLDER/NAME.c for this machine
# into build/kernel/NAME.
build_tool ()
{
  local source=$kernel_tests/$1.c tool=$out/${1##*/} files changed
  files=("$source")
  if [ "$1" = elf/kernel-elf ]; then
    files+=("$kernel_tests/elf/kernel-image.c" "$kernel_tests"/machines/*.c)
  fi
  [ ! -e "$tool" ] || changed=$(find "${files[@]}" "$kernel_tests"/elf/*.h \
    -newer "$tool")
  [ -z "${changed-none}" ] \
    || gcc -std=gnu11 -O2 -Wall -Wextra -Werror -o "$tool" "${files[@]}" \
      -lelf || die "cannot compile $source"
}
