#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The prose of the documents is wrapped at 100 columns, so that a change shows
# the lines that changed.  Rows of tables and code (indented by four columns, or
# fenced) are as long as they are.
# usage: check-documents.sh
set -u
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C.UTF-8
mapfile -t documents < <(git ls-files -- '*.md')
failed=0
for document in "${documents[@]}"; do
  number=0
  fenced=
  while IFS= read -r line; do
    number=$((number + 1))
    case $line in
      '```'*) [ -n "$fenced" ] && fenced='' || fenced=1 ;;
      "    "* | $'\t'* | "|"*) ;;
      *" "*)
	if [ -z "$fenced" ] && [ ${#line} -gt 100 ]; then
	  echo "$document:$number: ${#line} columns: wrap prose at 100" >&2
	  failed=1
	fi ;;
    esac
  done < "$document"
done
[ "$failed" = 0 ] || exit 1
echo "documents: the prose of ${#documents[@]} files is wrapped"
