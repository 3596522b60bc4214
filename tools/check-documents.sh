#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The prose of the documents is wrapped at 100 columns, so that a change shows
# the lines that changed.  Rows of tables and code (indented by four columns, or
# fenced) are as long as they are.  Some phrases that read as translated are rejected,
# in manual pages, too.
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

# What to write instead is behind each: a thing is somewhere, differs, is silent.
while IFS=$'\t' read -r phrase instead; do
  found=$(git grep -nP -- "$phrase" '*.md' 'doc/*.[1-9]') || continue
  while IFS= read -r place; do
    echo "${place%%:*}:$(cut -d: -f2 <<< "$place"): ${place#*:*:}: $instead" >&2
  done <<< "$found"
  failed=1
done << 'END'
\bstands?\b(?![- ](for|still|out|alone|on)\b)	a thing "is" or "appears" somewhere
\bin silence\b	"silently"
\bis another\b	"differs", or "is a different"
\bby oversight\b	"by accident"
\b[Ff]or who\b	"for anyone who"
\bplace to land\b	"valid indirect-branch target"
\b(is|are) told of\b	who tells whom?
\bnone such\b	"no such THING"
\band (its|the) like is\b	"and similar THINGS are"
\bmakes? that\b	"ensures that"
END
[ "$failed" = 0 ] || exit 1
echo "documents: the prose of ${#documents[@]} files is wrapped, and no page has a phrase of the list"
