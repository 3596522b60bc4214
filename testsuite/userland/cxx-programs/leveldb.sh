# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
# LevelDB: environments, iterators, comparators; its tests, under GoogleTest and
# GoogleMock.

packages_leveldb () { echo leveldb googletest; }

build_googletest ()
(
  unpack_part googletest googletest && cd "$built/googletest" || return 1
  compile objects googletest/src/gtest-all.cc googlemock/src/gmock-all.cc \
    googlemock/src/gmock_main.cc -- \
    -O2 -Igoogletest -Igoogletest/include -Igooglemock -Igooglemock/include
)

build_leveldb ()
(
  build_googletest && unpack_part leveldb leveldb && cd "$built/leveldb" \
    || return 1
  library=(db/{builder,c,db_impl,db_iter,dbformat,dumpfile,filename,log_reader}.cc
	   db/{log_writer,memtable,repair,table_cache,version_edit,version_set}.cc
	   db/write_batch.cc helpers/memenv/memenv.cc util/testutil.cc)
  for file in table/*.cc util/*.cc; do
    case $file in
      *_test.cc | *windows* | */testutil.cc) ;;
      *) library+=("$file") ;;
    esac
  done
  tests=()
  for file in {db,issues,table,util}/*_test.cc helpers/memenv/memenv_test.cc; do
    [[ $file = *windows* ]] || tests+=("$file")
  done
  # Its own build has no exceptions and no RTTI.
  compile objects "${library[@]}" "${tests[@]}" -- -O2 -I. -Iinclude \
    -fno-exceptions -fno-rtti -DLEVELDB_PLATFORM_POSIX=1 -DHAVE_FDATASYNC=1 \
    -DHAVE_FULLFSYNC=0 -DHAVE_O_CLOEXEC=1 -DHAVE_CRC32C=0 -DHAVE_SNAPPY=0 \
    -I"$built"/googletest/googletest/include \
    -I"$built"/googletest/googlemock/include \
    && "$work/cc" -O2 -w -Iinclude -c db/c_test.c -o objects/db/c_test.c.o \
    || return
  library=("${library[@]/#/objects/}")
  for file in db/c_test.c "${tests[@]}"; do
    "$built/c++" "objects/$file.o" "${library[@]/%/.o}" \
      "$built"/googletest/objects/google*/src/g*-all.cc.o -o "objects/${file%.*}" \
      || return
  done
)

# Each test is a program.
run_leveldb ()
(
  cd "$built/leveldb" && rm -rf temporary && mkdir temporary || return
  failed=0
  for file in objects/*/*_test objects/helpers/memenv/memenv_test; do
    TEST_TMPDIR=$PWD/temporary "$file" > last-test.log 2>&1 \
      || { cat last-test.log
	   echo "$file failed"
	   failed=1; }
    grep -h 'tests* from .* ran\|^PASS' last-test.log | sed "s|^|$file |"
  done
  return $failed
)

# GoogleTest's test of itself, and GoogleMock's of actions and expectations.
run_googletest ()
(
  cd "$built/googletest" \
    && compile objects googletest/test/gtest_unittest.cc \
      googlemock/test/gmock-{actions,spec-builders}_test.cc -- -O1 -Igoogletest \
      -Igoogletest/include -Igooglemock -Igooglemock/include || return
  for file in objects/google*/test/*.o; do
    # Some have a main function of their own.
    main=
    nm "$file" | grep -q ' T main$' || main=objects/googlemock/src/gmock_main.cc.o
    "$built/c++" "$file" $main objects/google*/src/g*-all.cc.o \
      -o "${file%.cc.o}" || return
    "${file%.cc.o}" > last-test.log 2>&1 || { cat last-test.log; return 1; }
    grep '^\[  PASSED  \]' last-test.log || return
  done
)

test_leveldb ()
{
  passes "leveldb, virtual=$mode: tests" run_leveldb
  passes "leveldb, virtual=$mode: audit" audit_program leveldb \
    "$built/leveldb/objects/db/db_test"
  passes "googletest, virtual=$mode: tests" run_googletest
}
