#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether a kernel built with the plugin decides as Clang does: builds one row
# of "configs" with both, with -g1, and prints the table of decisions.sh.
#
#   compare-clang.sh [--tree=6.12] [--machine=x86_64] [--config=net]
#                    [--clang=clang-19]
#
# What is explained stands in expected-differences-TREE.txt.

# shellcheck source-path=SCRIPTDIR/.. source=build.sh
. "$(dirname "$0")/../build.sh"

tree=6.12
machine=x86_64
config=net
clang="clang-19"
for argument; do
  case $argument in
    --tree=*) tree=${argument#*=} ;;
    --machine=*) machine=${argument#*=} ;;
    --config=*) config=${argument#*=} ;;
    --clang=*) clang=${argument#*=} ;;
    *) usage ;;
  esac
done

# build_side COMPILER: sets folder.
build_side ()
{
  # shellcheck disable=SC2034 # lib.sh uses it
  kernel_flags=-g1
  prepare_row "$tree" "$machine" "$config" "$1"
  build_row || exit
}

build_side kcfi
ours=$folder
build_side "$clang"
"$kernel_tests/compare/decisions.sh" --names="${GCC##*/} with the plugin,$clang" \
  --expected="$kernel_tests/compare/expected-differences-$tree.txt" "$ours" "$folder"
