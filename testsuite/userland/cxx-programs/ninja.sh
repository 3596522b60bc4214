# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
# Ninja: its tests, and those of what the program prints.

packages_ninja () { echo ninja-build; }

build_ninja ()
(
  unpack_part ninja ninja-build && cd "$built/ninja" || return 1
  library=() tests=()
  for file in src/*.cc; do
    case $file in
      *win32* | *includes_normalize* | *msvc* | *perftest* | *.in.cc) ;;
      src/browse.cc | src/hash_collision_bench.cc | src/ninja.cc) ;;
      *test.cc) tests+=("$file") ;;
      *) library+=("$file") ;;
    esac
  done
  compile objects "${library[@]}" "${tests[@]}" src/ninja.cc -- -O2 -DUSE_PPOLL=1 \
    || return
  library=("${library[@]/#/objects/}")
  tests=("${tests[@]/#/objects/}")
  "$built/c++" "${library[@]/%/.o}" "${tests[@]/%/.o}" -o ninja_test \
    && "$built/c++" "${library[@]/%/.o}" objects/src/ninja.cc.o -o ninja
)

run_ninja () ( cd "$built/ninja" && ./ninja_test )
print_ninja () ( cd "$built/ninja" && python3 -B misc/output_test.py )

test_ninja ()
{
  passes "ninja, virtual=$mode: tests" run_ninja
  passes "ninja, virtual=$mode: output" print_ninja
  passes "ninja, virtual=$mode: audit" audit_program ninja \
    "$built/ninja/ninja"
}
