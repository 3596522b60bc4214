#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds a configuration with clang-19 and keeps its type ids in
# clang-19-ids-TREE-MACHINE-NAME.txt.xz, so that the comparison needs no clang.
#
#   make-reference.sh [--tree=6.1] [--machine=x86_64] [--config=plain]
#                     [--front-end]
#
# --front-end takes clang's front end alone where the machine's file asks for a
# whole build: a third of the time, the same ids.
# The file's first lines say what it was made from.  check-kernel.sh makes one
# for itself, in build/kernel, when source or fragments are not those.

# shellcheck source-path=SCRIPTDIR/.. source=build.sh
. "$(dirname "$0")/../build.sh"

tree=6.1
machine=x86_64
name=plain
front_end=false
for argument; do
  case $argument in
    --tree=*) tree=${argument#*=} ;;
    --machine=*) machine=${argument#*=} ;;
    --config=*) name=${argument#*=} ;;
    --front-end) front_end=true ;;
    *) usage ;;
  esac
done

make_reference "$tree" "$name" "$(reference_file "$tree" "$name")" || exit
ls -l "$(reference_file "$tree" "$name")"
