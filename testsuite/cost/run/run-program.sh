#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program of programs.sh and prints the sum of what it wrote, and nanoseconds of
# user time.
# usage: run-program.sh DIRECTORY VARIANT PROGRAM EFFORT
set -eu
directory=$1
work=$1/$2
effort=$4
here=$(cd "$(dirname "$0")" && pwd)
case $3 in
  lua) command=("$work/lua" "$here/workload.lua" "$effort") ;;
  sqlite) command=("$work/sqlite-speedtest" --memdb --size $((4 * effort))) ;;
  zstd) command=("$work/zstd" -q --single-thread -5 -c "$directory/text") ;;
  busybox) command=("$work/busybox" ash "$here/workload.sh" "$effort") ;;
  expat) command=("$work/expat" "$directory/xml" $((4 * effort))) ;;
esac
TIMEFORMAT=%3U
# SQLite prints times.
[ "$3" != sqlite ] || filter=(sed -n s/^TOTAL.*/done/p)
{ time "${command[@]}" > "$work/$3.output"; } 2> "$work/$3.time"
sum=$("${filter[@]:-cat}" "$work/$3.output" | cksum | cut -d' ' -f1)
echo "$sum $(awk 'END { printf "%.0f", $1 * 1e9 }' "$work/$3.time")"
