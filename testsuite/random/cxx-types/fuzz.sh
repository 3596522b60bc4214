#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes the re-mangler with libFuzzer, under the address and undefined-behaviour
# sanitizers.  Seeds are the strings of the unit test.
# usage: fuzz.sh FOLDER SECONDS SOURCE...     (make ids-fuzz)
# FOLDER keeps the corpus: the next run goes on where this one stopped.
# Fails if an input crashes, takes 5 seconds or more than 1 GB.
set -eu
folder=${1:?usage: fuzz.sh FOLDER SECONDS SOURCE...}
seconds=${2:?usage: fuzz.sh FOLDER SECONDS SOURCE...}
shift 2
top=$(cd "$(dirname "$0")/../../.." && pwd)
clang=${CLANG:-clang-19}
mkdir -p "$folder/corpus" "$folder/seeds" "$folder/found"
folder=$(cd "$folder" && pwd)
cd "$top"

"$clang" -std=c11 -O1 -g -fsanitize=fuzzer,address,undefined \
  -fno-sanitize-recover=undefined -o "$folder/target" \
  testsuite/random/cxx-types/fuzz-target.c "$@"

count=0
while read -r string; do
  count=$((count + 1))
  printf %s "$string" > "$folder/seeds/$count"
done < <(sed -n 's/^  { "\([^"]*\)".*/\1/p' testsuite/unit/remangle-vectors.h)
[ "$count" -gt 500 ] || { echo "fuzz: $count seeds only" >&2; exit 1; }

if "$folder/target" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 \
    -max_len=4096 -print_final_stats=1 "-artifact_prefix=$folder/found/" \
    "$folder/corpus" "$folder/seeds" > "$folder/fuzz.log" 2>&1; then
  grep '^stat::' "$folder/fuzz.log" | tr '\n' ' '
  echo
  echo "fuzz: $seconds seconds without a crash"
else
  tail -n 60 "$folder/fuzz.log"
  echo "fuzz: see $folder/found"
  exit 1
fi
