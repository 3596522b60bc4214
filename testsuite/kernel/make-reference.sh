#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds a configuration with clang-19 and keeps its type ids in
# clang-19-ids-TREE-MACHINE-NAME.txt.xz, so that the comparison needs no clang.
#
#   make-reference.sh [--tree=6.1] [--machine=x86_64] [--config=plain]
#
# The file's first lines say what it was made from.  check-kernel.sh makes one
# for itself, in build/kernel, when source or fragments are not those.

# shellcheck source-path=SCRIPTDIR source=build.sh
. "$(dirname "$0")/build.sh"

tree=6.1
machine=x86_64
name=plain
for argument; do
  case $argument in
    --tree=*) tree=${argument#*=} ;;
    --machine=*) machine=${argument#*=} ;;
    --config=*) name=${argument#*=} ;;
    *) usage ;;
  esac
done

make_reference "$tree" "$name" "$(reference_file "$tree" "$name")" || exit
ls -l "$(reference_file "$tree" "$name")"
