#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# truth-worker.sh SEED...  Each program is compiled to assembler by the compiler and
# at the level that its seed chooses.  A third of its functions is exempt.  Then
#
#   - as many checks and indirect branches stand in the assembler as kcfi-audit sees
#     in the object (Thumb and A32: only checks);
#   - each id that it sees is in the plugin's listing (print-ids), and each unchecked
#     call is listed as exempt at its line;
#   - at -O0, where no call is dropped, it sees all that are listed as exempt, as
#     unchecked or with a known target.
#
# Environment: that of truth.sh.
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../../lib/parallel.sh"
parallel_scratch
mapfile -t compilers <<< "$TRUTH_COMPILERS"
IFS=';' read -r -a levels <<< "$TRUTH_LEVELS"
compared=0

# Declare functions whose number among all is 0, 3, 6 ... as exempt.
exempt_functions ()
{
  awk '/^static .*sig[0-9]+ f[0-9]+_[0-9]+;$/ && n++ % 3 == 0 {
	 sub (/^static /, "static __attribute__ ((no_sanitize (\"kcfi\"))) ")
       } 1'
}

compile ()
{
  local kind=$1
  shift
  local listing=()
  [ "$kind" = clang ] || listing=(-fplugin-arg-kcfi-print-ids=listing)
  timeout 300 "$@" -w -g "${listing[@]}" -I"$here/../../execute" -DKCFI_PLUGIN=1 \
    -S program.c -o program.s > text 2>&1 \
    && timeout 300 "${@:1}" -w -g -c program.s -o program.o >> text 2>&1
}

try ()
{
  local seed=$1 name kind command compiler level standard=()
  read -r name kind compiler <<< "${compilers[seed % ${#compilers[@]}]}"
  level=${levels[seed / ${#compilers[@]} % ${#levels[@]}]}
  # GCC merges the ends of direct calls of shared libraries: doc/auditing.md.
  [[ $name != mips* ]] || level+=" -fno-crossjumping"
  [ "$kind" = gcc ] || standard=(standard)
  rm -f listing program.*
  touch listing
  "$TRUTH_TOOLS/program-gen" "$seed" "${standard[@]}" | exempt_functions > program.c
  read -r -a command <<< "$compiler $level"
  if ! compile "$kind" "${command[@]}"; then
    result UNRESOLVED "truth $name seed $seed $level: does not compile"
    log_text < text
    return
  fi
  if ! "$TRUTH_AUDIT" --json --fail-on=none --no-progress program.o > report.json 2> text; then
    result FAIL "truth $name seed $seed $level: kcfi-audit"
    log_text < text
    return
  fi
  awk -f "$here/truth.awk" -v name="$name" -v kind="$kind" -v level="$level" \
    program.c program.s listing report.json > differences
  case $? in
    0) result PASS "truth $name seed $seed $level" ;;
    2) result XFAIL "truth $name seed $seed $level: taken for a call through a pointer" ;;
    *)
      result FAIL "truth $name seed $seed $level"
      { echo "== truth $name seed $seed $level"; cat differences; } | log_text
      return ;;
  esac
  compared=$((compared + $(tail -n 1 differences)))
}

for item; do
  try "$item"
done
echo "$compared" > "$PARALLEL_WORK/compared.$$"
