#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# firmware.sh OUTPUT BUILD AUDIT  firmware of Debian's source packages, each built
# without and with KCFI, the latter with the patches of patches/, which say why; booted
# in QEMU, once as it is and once with a forged id, which the handler must report; what
# kcfi-audit finds in it, and how the image has grown.
#
# OUTPUT/firmware/PROGRAM has what is built, OUTPUT/firmware.sum and .log the results,
# and OUTPUT/firmware.tsv a line for each program: bytes of code and data without and with
# KCFI, and what the audit counts.  FIRMWARE="u-boot ..." in the environment chooses
# programs; a source that Debian does not have any more is taken from
# OUTPUT/firmware/sources, as PACKAGE_VERSION.orig.tar.gz or as the folder PACKAGE.
#
# programs/PROGRAM.sh defines for its PROGRAM
#   package, machine, major	the source package; for whom BUILD has a plugin
#   build FOLDER CC		builds the source of FOLDER by the command CC
#   image FOLDER		the linked ELF file
#   boot FOLDER LOG		runs it; LOG gets all that it says
#   booted			what it then has said, a regular expression of grep -E
#   forge FOLDER		makes one id wrong, by change_id ELF IMAGE BASE FUNCTION;
#				without it the program is not forged
#   find_load LOG		if it moves itself: sets `load' from what it has said
# shellcheck disable=SC2154 # machine, major, package, booted: of programs/
# shellcheck source-path=SCRIPTDIR
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
[ $# = 3 ] || { echo "usage: firmware.sh OUTPUT BUILD AUDIT" >&2; exit 2; }
mkdir -p "$1/firmware/sources"
output=$(cd "$1" && pwd)
builds=$(cd "$2" && pwd)
audit=$(realpath "$3") || exit 1
work=$output/firmware
. "$here/../lib/parallel.sh"
programs=${FIRMWARE:-"opensbi u-boot arm-trusted-firmware seabios"}

log ()
{
  "$@" > "$work/last.text" 2>&1
  local status=$?
  { echo "\$ $*"; tail -n 40 "$work/last.text"; } | log_text
  return $status
}

# True if what is behind TITLE holds.
check ()
{
  local title=$1
  shift
  if "$@"; then
    result PASS "$title"
  else
    result FAIL "$title"
    return 1
  fi
}

# The source of PACKAGE is in sources/PACKAGE.
fetch ()
{
  local tarball
  [ ! -d "$work/sources/$1" ] || return 0
  ! log "$here/../userland/sources.sh" "$work/sources" "$1" || return 0
  rm -rf "${work:?}/sources/$1"
  for tarball in "$work/sources/$1"_*.orig.tar.*; do
    [ -e "$tarball" ] || return 1
    mkdir "$work/sources/$1"
    log tar -xf "$tarball" --strip-components=1 -C "$work/sources/$1"
    return
  done
}

# The tool NAME for files of $machine.
tool ()
{
  case $machine in
    x86_64-linux-gnu) echo "$1" ;;
    *) echo "$machine-$1" ;;
  esac
}

# Makefiles want a compiler without a version in its name.
provide_names ()
{
  local name
  mkdir -p "$work/bin"
  for name in gcc cpp gcc-ar gcc-nm gcc-ranlib; do
    command -v "$(tool $name)" > /dev/null \
      || ln -sf "$(command -v "$(tool $name)-$major")" "$work/bin/$(tool $name)"
  done
  PATH=$work/bin:$PATH
}

# The number of the id of PROTOTYPE.
id_of ()
{
  "$builds/$machine-$major/kcfi-gcc" --kcfi-id "$1" | cut -f 1
}

change_id ()
{
  "$here/forge.sh" "$(tool nm)" "$@"
}

# A copy of the source in FOLDER, with the patch.
prepare ()
{
  rm -rf "$1"
  cp -a "$work/sources/$package" "$1" || return 1
  [ ! -e "$here/patches/$program.patch" ] \
    || log patch -d "$1" -p 1 -i "$here/patches/$program.patch"
}

# Code and data of the ELF file, in bytes.
size_of ()
{
  "$(tool size)" "$1" | awk 'NR == 2 { print $1 + $2 }'
}

said ()
{
  grep -qE "$2" "$1"
}

explained ()
{
  grep -a 'CFI failure' "$1" | head -n 1 | "$audit" explain ${load:+"--load-address=$load"} "$2" \
    > "$work/last.text" 2>&1
  log_text < "$work/last.text"
  grep -q "caller .*(.*:[0-9]*)" "$work/last.text" && grep -q "$forged" "$work/last.text"
}

run_program ()
{
  local plain kcfi calls
  unset -f forge find_load
  load='' forged=''
  # shellcheck disable=SC1090
  . "$here/programs/$program.sh"
  compiler=$builds/$machine-$major/kcfi-gcc
  if [ ! -x "$compiler" ]; then
    result UNSUPPORTED "firmware/$program: no plugin for $machine (make GCC=$(tool gcc)-$major)"
    return
  fi
  if ! fetch "$package"; then
    result UNSUPPORTED "firmware/$program: no source ($(tail -n 1 "$work/last.text"))"
    return
  fi
  provide_names
  plain=$work/$program.plain
  kcfi=$work/$program
  rm -rf "$plain"
  cp -a "$work/sources/$package" "$plain"
  log build "$plain" "$(tool gcc-"$major")"
  prepare "$kcfi" || { result FAIL "firmware/$program: the patch fits"; return; }
  check "firmware/$program: builds" \
    log build "$kcfi" "$compiler -fsanitize=kcfi -I$top/include" || return
  boot "$kcfi" "$work/$program.boot"
  check "firmware/$program: boots, and no check fails" said "$work/$program.boot" "$booted"
  tail -n 20 "$work/$program.boot" | log_text
  "$audit" --fail-on=none "$(image "$kcfi")" > "$work/$program.audit" 2>&1
  check "firmware/$program: kcfi-audit reads it; no id differs from the debug information" \
    said "$work/$program.audit" "^  proof .*, 0 differ|is for a machine that is not supported"
  calls=$(sed -n 's/^  calls  *\([0-9]*\) indirect: \([0-9]*\) checked.*/\1\t\2/p' \
    "$work/$program.audit" | head -n 1)
  printf '%s\t%s\t%s\t%s\n' "$program" "$(size_of "$(image "$plain")")" \
    "$(size_of "$(image "$kcfi")")" "${calls:--	-}" >> "$output/firmware.tsv"
  declare -F forge > /dev/null || return
  check "firmware/$program: an id is made wrong" log forge "$kcfi" || return
  boot "$kcfi" "$work/$program.forged"
  tail -n 20 "$work/$program.forged" | log_text
  check "firmware/$program: the handler reports the call of the forged function" \
    said "$work/$program.forged" 'CFI failure at 0x' || return
  ! declare -F find_load > /dev/null || find_load "$work/$program.forged"
  check "firmware/$program: kcfi-audit explain says where it was" \
    explained "$work/$program.forged" "$(image "$kcfi")"
}

parallel_start firmware "$output"
rm -f "$output/firmware.tsv"
for program in $programs; do
  run_program
done
[ ! -e "$output/firmware.tsv" ] || { echo "program	plain	KCFI	calls	checked"; cat "$output/firmware.tsv"; }
parallel_finish
