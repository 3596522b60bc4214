# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
# zstd: its fuzzer for a while, its thread pool's tests, round trips with the
# command line tool, also on two threads.

packages_zstd () { echo libzstd; }

build_zstd ()
{
  local flags=(-O2 -w -DZSTD_MULTITHREAD -DZSTD_DISABLE_ASM
	       -DZSTD_LEGACY_SUPPORT=0 -DXXH_NAMESPACE=ZSTD_ -DDEBUGLEVEL=0
	       -Ilib -Ilib/common -Ilib/compress -Ilib/dictBuilder -Iprograms)
  (cd "$work/sources/libzstd" \
     && "$work/cc" "${flags[@]}" -r lib/common/*.c lib/compress/*.c \
       lib/decompress/*.c lib/dictBuilder/*.c -o "$work/zstd-library.o" \
     && "$work/cc" "${flags[@]}" \
       programs/{zstdcli,util,timefn,fileio,fileio_asyncio,benchzstd,benchfn,datagen,dibio,zstdcli_trace}.c \
       "$work/zstd-library.o" -o "$work/zstd" \
     && "$work/cc" "${flags[@]}" tests/fuzzer.c programs/{util,timefn,datagen}.c \
       "$work/zstd-library.o" -o "$work/zstd-fuzzer" \
     && "$work/cc" "${flags[@]}" tests/poolTests.c programs/{util,timefn}.c \
       "$work/zstd-library.o" -o "$work/zstd-pool")
}

round_trip_zstd ()
{
  local level file=$work/sources/libzstd/lib/compress/zstd_compress.c
  for level in 1 5 12 19; do
    "$work/zstd" -q -$level -T2 -c "$file" | "$work/zstd" -q -d -c \
      | cmp - "$file" || return 1
  done
  "$work/zstd" -q --train "$work"/sources/libzstd/lib/*/*.[ch] \
    -o "$work/zstd.dictionary" \
    && "$work/zstd" -q -D "$work/zstd.dictionary" -c "$file" \
      | "$work/zstd" -q -d -D "$work/zstd.dictionary" -c | cmp - "$file"
}

test_zstd ()
{
  passes "zstd: round trips" round_trip_zstd
  passes "zstd: thread pool" timeout 300 "$work/zstd-pool"
  passes "zstd: fuzzer" timeout 600 "$work/zstd-fuzzer" -v -T20s --no-big-tests
  passes "zstd: audit" audit_program zstd "$work/zstd"
}
