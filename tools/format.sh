#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Formats the sources, or says which are not formatted.
# usage: format.sh --fix | --check
set -u
mapfile -t sources < <(git ls-files -- 'plugin/*.cc' 'plugin/*.[ch]' \
  'gimple/*.cc' 'gimple/*.[ch]' 'rtl/*.cc' 'rtl/*.[ch]' 'tools/*.[ch]' \
  'doc/example/*.c' 'testsuite/unit/*.[ch]')
case ${1:-} in
  --fix)
    clang-format -i "${sources[@]}" ;;
  --check)
    if ! clang-format --dry-run -Werror "${sources[@]}" 2>/tmp/format.$$; then
      grep -o '^[^:]*:[0-9]*' /tmp/format.$$ | sort -u | head -n 20
      rm -f /tmp/format.$$
      echo "format: run make format" >&2
      exit 1
    fi
    rm -f /tmp/format.$$
    echo "format: ${#sources[@]} files are formatted" ;;
  *)
    echo "usage: format.sh --fix | --check" >&2
    exit 2 ;;
esac
