#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Formats the sources, or says which are not formatted.
# usage: format.sh --fix | --check [FILE...]      (default: all sources)
set -u
# shellcheck source-path=SCRIPTDIR source=sources.sh
. "$(dirname "$0")/sources.sh"
action=${1:-}
[ $# -le 1 ] || only formatted "${@:2}"
case $action in
  --fix)
    [ ${#formatted[@]} = 0 ] || clang-format -i "${formatted[@]}" ;;
  --check)
    if [ ${#formatted[@]} != 0 ] \
       && ! problems=$(clang-format --dry-run -Werror "${formatted[@]}" 2>&1); then
      grep -o '^[^:]*:[0-9]*' <<<"$problems" | sort -u | head -n 20
      echo "format: run make format" >&2
      exit 1
    fi
    echo "format: ${#formatted[@]} files are formatted" ;;
  *)
    echo "usage: format.sh --fix | --check [FILE...]" >&2
    exit 2 ;;
esac
