#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes kcfi-audit with libFuzzer, under the address and undefined-behaviour
# sanitizers.  Seeds are small objects of every machine: what the compilers that
# are there make of ../calls.c, and what the assembler makes of ../sites-*.s.
# Inputs that crashed before are in crashes/ and are run first, always.
# usage: run.sh FOLDER SECONDS LIBRARY...     (make audit-fuzz builds them)
# FOLDER keeps the corpus: the next run goes on where this one stopped.
# Fails if an input crashes, hangs for 20 seconds or takes more than 1 GB.
set -eu
folder=${1:?usage: run.sh FOLDER SECONDS LIBRARY...}
seconds=${2:?usage: run.sh FOLDER SECONDS LIBRARY...}
shift 2
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../../.." && pwd)
clang=${CLANG:-clang-19}

mkdir -p "$folder/corpus" "$folder/seeds" "$folder/found"
folder=$(cd "$folder" && pwd)
cd "$top"

"$clang" -std=c11 -O1 -g -fsanitize=fuzzer,address,undefined \
  -fno-sanitize-recover=undefined -o "$folder/target" \
  testsuite/audit/fuzz/target.c "$@" -ldw -lelf -lcapstone -liberty

# seed NAME COMMAND...
seed () {
  local name=$1
  shift
  if command -v "$1" >/dev/null; then
    "$@" -std=gnu11 -O1 -g -w -c testsuite/audit/calls.c \
      -o "$folder/seeds/$name.o" || echo "fuzz: no seed $name"
  else
    echo "fuzz: there is no $1, no seed $name"
  fi
}

# plugin_seed NAME TRIPLET OPTION...: only where that plugin is built.
plugin_seed () {
  local name=$1 plugin=build/$2-12/kcfi.so gcc=$2-gcc-12
  shift 2
  if [ -f "$plugin" ]; then
    seed "$name" "$gcc" "-fplugin=$top/$plugin" "$@"
  else
    echo "fuzz: $plugin is not built, no seed $name"
  fi
}

plugin_seed x86_64 x86_64-linux-gnu
plugin_seed aarch64 aarch64-linux-gnu
plugin_seed aarch64_be aarch64-linux-gnu -mbig-endian
plugin_seed riscv64 riscv64-linux-gnu
plugin_seed riscv32 riscv64-linux-gnu -march=rv32imac -mabi=ilp32
plugin_seed a32 arm-linux-gnueabihf -marm
plugin_seed armeb arm-linux-gnueabihf -marm -mbig-endian
plugin_seed thumb2 arm-linux-gnueabihf -mthumb
plugin_seed thumb1 arm-linux-gnueabihf -mthumb -mcpu=cortex-m0 -mfloat-abi=soft
for triplet in x86_64 aarch64 aarch64_be riscv64; do
  seed "clang-$triplet" "$clang" "--target=$triplet-linux-gnu" -fsanitize=kcfi
done
as testsuite/audit/sites-x86_64.s -o "$folder/seeds/sites.o"
ld -e 0 "$folder/seeds/sites.o" -o "$folder/seeds/sites"
(cd "$folder/seeds" && rm -f sites.a && ar rc sites.a sites.o)
if [ -f "$folder/seeds/x86_64.o" ]; then
  gcc-12 "-fplugin=$top/build/x86_64-linux-gnu-12/kcfi.so" -w -c \
    "-fplugin-arg-kcfi-print-ids=$folder/seeds/listing" \
    testsuite/audit/calls.c -o /dev/null
fi
cat > "$folder/seeds/log" <<'LOG'
[    1.0] CFI failure at do_call+0x1c/0x30 [mod] (target: callee+0x0/0x10 [mod]; expected type: 0x7e0c52a5)
LOG

status=0
if compgen -G "$here/crashes/*" >/dev/null; then
  "$folder/target" -timeout=20 -rss_limit_mb=1024 "$here"/crashes/* \
    >"$folder/crashes.log" 2>&1 || status=1
  [ $status = 0 ] || tail -n 40 "$folder/crashes.log"
fi
[ "$seconds" -gt 0 ] || exit $status
"$folder/target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=1024 \
  -malloc_limit_mb=512 -max_len=65536 -print_final_stats=1 \
  "-dict=$here/names.dict" "-artifact_prefix=$folder/found/" \
  "$folder/corpus" "$folder/seeds" >"$folder/fuzz.log" 2>&1 || status=1
if [ $status = 0 ]; then
  grep '^stat::' "$folder/fuzz.log" | tr '\n' ' '
  echo
  echo "fuzz: $seconds seconds without a crash"
else
  tail -n 60 "$folder/fuzz.log"
  echo "fuzz: see $folder/found"
fi
exit $status
