#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cxx-ids-worker.sh FILE...  Compiles each FILE, a path in GCC's testsuite or
# cxx-ids-library.cc beside this script, with the plugin and with Clang.  Each function
# that both define under the same symbol must have the same id, unless it is a
# destructor (doc/cxx.md) or is listed.
#
# Environment: set by files.sh.
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../lib/parallel.sh"
# shellcheck source-path=SCRIPTDIR
. "$here/test-options.sh"

read -r -a plugin <<< "$FILES_PLUGIN"
read -r -a clang <<< "$FILES_IDS"
gcc_major=$("$FILES_CC" -dumpversion | cut -d. -f1)
scratch=$PARALLEL_WORK/$$
mkdir -p "$scratch"
cd "$scratch" || exit 1
trap 'cd /; rm -rf "$scratch"' EXIT

# compile NAME COMPILER...: NAME.s.
compile ()
{
  local name=$1
  shift
  (ulimit -c 0
   ulimit -t 120
   LC_ALL=C timeout 1200 "$@" "${options[@]}" "$path" -o "$name.s" \
     > "$name.text" 2>&1 < /dev/null)
}

# Set path and options: what changes types and both compilers have.
prepare ()
{
  local word words
  path=$FILES_SOURCES/$1
  [ "$1" != cxx-ids-library.cc ] || path=$here/$1
  read -r -a words <<< "$(asked_standard "$path") $(test_options "$path")"
  options=(-O0 -w -S)
  for word in "${words[@]}"; do
    case $word in
      -std=* | -D* | -ansi | -fno-exceptions | -fno-rtti | -fshort-* | -f*signed-char | \
	-fms-extensions | -m32 | -m64 | -msse* | -mavx*)
	options+=("$word") ;;
    esac
  done
}

# SYMBOL<TAB>ID for each function of an assembler file that has a preamble.
ids ()
{
  awk -F '[ \t,]+' '
    /^"?__cfi_/ { symbol = $1; gsub (/"|:$|^"?__cfi_/, "", symbol); next }
    symbol != "" && $2 == "movl" && /%eax/ {
      printf "%s\t%s\n", symbol, substr ($3, 2)
      symbol = ""
    }' "$1" | LC_ALL=C sort -u
}

# The ids of the two types that destructors have, as Clang makes them.
destructor_ids ()
{
  printf '%s\n' 'extern "C" void one (void *) {}' 'extern "C" void two () {}' > types.cc
  "${clang[@]}" -fsanitize=kcfi -S types.cc -o types.s || exit 1
  ids types.s | cut -f 2
}
{ read -r ours_destructor; read -r theirs_destructor; } < <(destructor_ids)

# Compare, in sorted lists, those symbols that are in both: first the number of ids
# compared, then the symbols that differ.  A destructor has another id by intent.
different_ids ()
{
  LC_ALL=C join -t $'\t' kcfi.ids clang.ids \
    | awk -F '\t' -v ours="$ours_destructor" -v theirs="$theirs_destructor" '
	{ count++ }
	$2 == $3 { next }
	$1 ~ /D[0-2](B[0-9]+[a-z0-9_]+)*E(_[0-9]|__[0-9]+_)?v$/ && $2 == ours && $3 == theirs { next }
	{ different = different $1 "\n" }
	END { printf "%d\n%s", count, different }'
}

# The symbols listed for FILE that differ with this version of GCC.
listed_symbols ()
{
  awk -F '\t+' -v file="$file" -v major="$gcc_major" '
    $1 != file { next }
    $2 ~ /^gcc<[0-9]+:/ {
      split (substr ($2, 5), part, ":")
      if (major + 0 >= part[1] + 0) next
      sub (/^[^:]*:/, "", $2)
    }
    $2 ~ /^gcc>=[0-9]+:/ {
      split (substr ($2, 6), part, ":")
      if (major + 0 < part[1] + 0) next
      sub (/^[^:]*:/, "", $2)
    }
    { print $2 }' "$FILES_EXPECTED" | LC_ALL=C sort
}

try ()
{
  local name="ids/$file" count unlisted gone
  prepare "$file"
  rm -f kcfi.* clang.*
  if ! compile kcfi "$FILES_CC" "${plugin[@]}"; then
    result UNSUPPORTED "$name (GCC does not compile it)"
    return
  elif ! compile clang "${clang[@]}" -fsanitize=kcfi -fno-integrated-as; then
    result UNSUPPORTED "$name (Clang does not compile it)"
    return
  fi
  ids kcfi.s > kcfi.ids
  ids clang.s > clang.ids
  different_ids > compared
  read -r count < compared
  echo "$file $count" >> "$PARALLEL_WORK/results/$$.compared"
  sed 1d compared | LC_ALL=C sort > different
  listed_symbols > listed
  unlisted=$(LC_ALL=C comm -23 different listed)
  gone=$(LC_ALL=C comm -13 different listed)
  if [ -n "$unlisted" ]; then
    result FAIL "$name ($(wc -l <<< "$unlisted") of $count ids differ)"
    while read -r symbol; do
      printf '%s\t%s\t%s\n' "$file" "$symbol" "$(c++filt "$symbol")"
    done <<< "$unlisted" | log_text
  elif [ -n "$gone" ]; then
    result XPASS "$name (does not differ: $(tr '\n' ' ' <<< "$gone"))"
  elif [ "$count" = 0 ]; then
    result UNSUPPORTED "$name (no function has the same symbol in both)"
  elif [ "$file" = cxx-ids-library.cc ] && [ "$count" -lt 2000 ]; then
    result FAIL "$name ($count functions: the library is not instantiated)"
  elif [ -s listed ]; then
    result XFAIL "$name ($(wc -l < listed) of $count ids differ)"
  else
    result PASS "$name"
  fi
}

for file; do
  try
done
