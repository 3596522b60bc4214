#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes compile_commands.json, for editors and clang tools, of what `make -nB'
# prints on standard input: each line that compiles one source.  Of a source that
# several programs are made from, the first one counts.
# usage: make -nB ... | compile-commands.sh > compile_commands.json
set -u
folder=$(pwd -P)
awk -v folder="$folder" '
  function quoted (text)
  {
    gsub (/\\/, "\\\\", text)
    gsub (/"/, "\\\"", text)
    return "\"" text "\""
  }
  match ($0, / -MMD -MP -c -o [^ ]+ [^ ]+/) {
    command = substr ($0, 1, RSTART + RLENGTH - 1)
    sub (/^[ \t@]+/, "", command)
    n = split (substr ($0, RSTART, RLENGTH), words, " ")
    file = words[n]
    if (seen[file]++)
      next
    printf "%s  { \"directory\": %s,\n    \"file\": %s,\n    \"output\": %s,\n", \
	   count++ ? ",\n" : "[\n", quoted(folder), quoted(file), \
	   quoted(words[n - 1])
    printf "    \"command\": %s }", quoted(command)
  }
  END {
    if (!count)
      exit 1
    print "\n]"
  }'
