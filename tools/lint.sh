#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Clang's warnings over the C and C++ sources, cppcheck over the C ones,
# ShellCheck over the scripts; what they all refer to is there, and the documents
# are as wide as they should be.
# usage: lint.sh GCC-PLUGIN-FOLDER [FILE...]      (default: all sources)
set -u
include=${1:?usage: lint.sh GCC-PLUGIN-FOLDER [FILE...]}/include
# shellcheck source-path=SCRIPTDIR source=sources.sh
. "$(dirname "$0")/sources.sh"
failed=0

if [ $# -gt 1 ]; then
  for list in c_sources cxx_sources scripts; do
    only $list "${@:2}"
  done
fi

for source in "${c_sources[@]}"; do
  clang -std=c11 -Wall -Wextra -Werror -fsyntax-only -D_GNU_SOURCE -Itools/kcfi-audit \
    "$source" || failed=1
done
for source in "${cxx_sources[@]}"; do
  # GCC's RTL ends in an array of one element that is larger.
  clang++ -Wall -Wextra -Werror -Wno-array-bounds -fsyntax-only \
    -isystem "$include" -DKCFI_TARGET_TRIPLET='"lint"' "$source" || failed=1
done
if [ ${#c_sources[@]} != 0 ]; then
  cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr \
    --enable=warning,performance,portability \
    --suppress=missingIncludeSystem --suppress=identicalInnerCondition \
    "${c_sources[@]}" || failed=1
fi
if [ ${#scripts[@]} != 0 ]; then
  shellcheck -x "${scripts[@]}" || failed=1
fi
tools/check-references.sh || failed=1
tools/check-documents.sh || failed=1
[ "$failed" = 0 ] || exit 1
echo "lint: ${#c_sources[@]} C, ${#cxx_sources[@]} C++ files and" \
     "${#scripts[@]} scripts are clean"
